//! A row of a list: where it stands, and who it is about.

use std::borrow::Cow;
use std::collections::HashMap;

use chrono::NaiveDate;

use crate::report::dates::{Dates, unreadable};
use crate::report::table::Table;
use crate::report::{Code, Diagnostic, Field, Reading, Source, values};
use crate::text;

/// Where a fact stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place<'l> {
    /// The file as it was given.
    pub path: &'l str,
    /// The sheet; `None` for a text file.
    pub sheet: Option<&'l str>,
    /// 1-based row of the sheet, or line of the text file.
    pub row: u32,
}

/// A cell of a list, to be pointed at without holding on to the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ListCell {
    /// The file: its place among [`crate::model::load::Loaded::others`].
    pub file: u32,
    /// 1-based row of the sheet, or line of the text file.
    pub row: u32,
    /// 0-based column; `None`: the whole row.
    pub column: Option<u32>,
}

/// The rows of a file, each distinct cell kept once.
#[derive(Debug)]
pub struct ListFile {
    path: String,
    sheet: Option<String>,
    number: usize,
    table: Table,
    dates: HashMap<Field, Dates>,
    /// Where each field stands.
    columns: HashMap<Field, u32>,
}

impl ListFile {
    /// Takes the rows out of what was read.
    pub(super) fn new(reading: Reading, number: usize) -> (ListFile, Source) {
        let Reading { source, table, dates, .. } = reading;
        let place = |field: &Field| Some((*field, u32::try_from(source.column(*field)?.index).ok()?));
        let columns = Field::ALL.iter().filter_map(place).collect();
        (ListFile { path: source.path.clone(), sheet: source.sheet.clone(), number, table, dates, columns }, source)
    }

    /// Its place among [`crate::model::load::Loaded::others`].
    #[must_use]
    pub fn number(&self) -> usize {
        self.number
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.table.rows()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether the file has a column of a field.
    #[must_use]
    pub fn has(&self, field: Field) -> bool {
        self.table.column(field).is_some()
    }

    pub(super) fn table(&self) -> &Table {
        &self.table
    }

    /// A row by its number, 0-based.
    #[must_use]
    pub fn row(&self, row: usize) -> Listed<'_> {
        Listed { file: self, row }
    }

    /// Every row.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = Listed<'_>> {
        (0..self.len()).map(|row| self.row(row))
    }

    /// Says which cells of a column are not what they are for; `is_right` is asked of each distinct cell that is filled.
    pub(super) fn note_odd(&self, field: Field, code: Code, source: &mut Source, is_right: impl Fn(&str) -> bool) {
        /// Where a whole column is odd, so many tell it.
        const MOST: usize = 200;
        let Some((column, info)) = self.table.column(field).zip(source.column(field)) else { return };
        let is_odd = |id: usize| {
            let cell = column.cells.get(u32::try_from(id).unwrap_or(0));
            !values::is_placeholder(cell) && !is_right(cell)
        };
        let notes: Vec<Diagnostic> = unreadable(&self.table, column, info.index, code, is_odd).into_iter().take(MOST).collect();
        source.diagnostics.extend(notes);
    }
}

/// Somebody, by a row of a list. Texts are as printed: whoever shows them makes them safe to show.
#[derive(Clone, Copy, Debug)]
pub struct Listed<'l> {
    file: &'l ListFile,
    row: usize,
}

impl<'l> Listed<'l> {
    /// Number of the row in its list, 0-based.
    #[must_use]
    pub fn number(&self) -> usize {
        self.row
    }

    /// Where it stands.
    #[must_use]
    pub fn place(&self) -> Place<'l> {
        let row = self.file.table.lines.get(self.row).copied().unwrap_or(0);
        Place { path: &self.file.path, sheet: self.file.sheet.as_deref(), row }
    }

    /// Which cell that of a field is; the whole row where the file has no such column.
    #[must_use]
    pub fn at(&self, field: Field) -> ListCell {
        let file = u32::try_from(self.file.number).unwrap_or(u32::MAX);
        ListCell { file, row: self.place().row, column: self.file.columns.get(&field).copied() }
    }

    /// The cell of a field as printed; empty where the file has no such column.
    #[must_use]
    pub fn cell(&self, field: Field) -> &'l str {
        self.file.table.column(field).map_or("", |column| column.text(self.row))
    }

    /// The cell of a field; empty where it says that there is nothing.
    #[must_use]
    pub fn text(&self, field: Field) -> &'l str {
        let cell = self.cell(field);
        // A team of North America and the people of Namibia are something.
        if values::is_placeholder(cell) && !cell.eq_ignore_ascii_case("na") { "" } else { cell }
    }

    /// The date in the cell of a field.
    #[must_use]
    pub fn date(&self, field: Field) -> Option<NaiveDate> {
        self.file.dates.get(&field)?.get(self.file.table.column(field)?, self.row)
    }

    /// The name: the whole one, else given and family name; empty where the row has none.
    #[must_use]
    pub fn name(&self) -> Cow<'l, str> {
        let [display, first, last] = [Field::DisplayName, Field::FirstName, Field::LastName].map(|f| self.text(f));
        match (display, first, last) {
            ("", "", name) | ("", name, "") => Cow::Borrowed(name),
            ("", first, last) => Cow::Owned(format!("{first} {last}")),
            (display, ..) => Cow::Borrowed(display),
        }
    }

    /// The company addresses as printed; a cell may hold several. Last the name to sign in with, which looks like one.
    pub fn emails(&self) -> impl Iterator<Item = &'l str> {
        let fields = [Field::Email, Field::UserPrincipalName, Field::DisplayName];
        fields.map(|field| self.cell(field)).into_iter().flat_map(addresses)
    }

    /// The private addresses as printed (R16).
    pub fn private_emails(&self) -> impl Iterator<Item = &'l str> {
        addresses(self.cell(Field::EmailPrivate))
    }

    /// The MCID; where there is no such column the id of the Learn account, which is the same.
    #[must_use]
    pub fn mcid(&self) -> Option<Cow<'l, str>> {
        let account = self.cell(Field::LearningAccount);
        let is_id = (6..=9).contains(&account.len()) && account.bytes().all(|b| b.is_ascii_digit());
        let mcid = values::mcid(self.cell(Field::Mcid)).filter(|id| id.bytes().any(|b| b.is_ascii_digit()));
        mcid.or_else(|| values::mcid(account).filter(|_| is_id))
    }

    /// The object id in the directory; empty where there is none.
    #[must_use]
    pub fn object_id(&self) -> &'l str {
        self.text(Field::AadUserId).trim_matches(['{', '}'])
    }
}

/// The addresses in a cell: `Ada <ada@contoso.example>; ada@home.example`.
fn addresses(cell: &str) -> impl Iterator<Item = &str> {
    let is_gap = |c: char| c.is_whitespace() || matches!(c, ';' | ',' | '|' | '<' | '>' | '(' | ')' | '"');
    let parts = cell.split(is_gap).map(|part| text::trim(part.strip_prefix("mailto:").unwrap_or(part)));
    parts.filter(|part| part.split_once('@').is_some_and(|(name, domain)| !name.is_empty() && !domain.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("ada@x.example", &["ada@x.example"])]
    #[case("Ada B <ada@x.example>; mailto:ada@y.example", &["ada@x.example", "ada@y.example"])]
    #[case("@x.example, ada@, n/a", &[])]
    fn a_cell_may_hold_several_addresses(#[case] cell: &str, #[case] expected: &[&str]) {
        assert_eq!(addresses(cell).collect::<Vec<_>>(), expected);
    }
}
