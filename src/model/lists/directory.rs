//! Users of the directory (Entra): the names and addresses behind the object ids of TrainingCompletions (R16).

use std::collections::HashMap;

use super::Lists;
use super::row::{ListFile, Listed};
use crate::model::Company;
use crate::report::Field;
use crate::text;

/// An export of the directory.
#[derive(Debug)]
pub struct Directory {
    file: ListFile,
}

/// A user of the directory.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'l> {
    /// Who and where.
    pub who: Listed<'l>,
}

impl<'l> Entry<'l> {
    /// The address: of mail, else the name to sign in with where it looks like one; empty where there is neither.
    #[must_use]
    pub fn email(&self) -> &'l str {
        self.who.emails().next().unwrap_or_default()
    }

    /// Department; empty where the file does not say.
    #[must_use]
    pub fn department(&self) -> &'l str {
        self.who.text(Field::Team)
    }
}

impl Directory {
    pub(super) fn new(file: ListFile) -> Directory {
        Directory { file }
    }

    /// The rows, as such.
    #[must_use]
    pub fn file(&self) -> &ListFile {
        &self.file
    }

    /// A user by the number of the row, 0-based.
    #[must_use]
    pub fn entry(&self, row: usize) -> Entry<'_> {
        Entry { who: self.file.row(row) }
    }

    /// All users, in the file's order.
    pub fn entries(&self) -> impl ExactSizeIterator<Item = Entry<'_>> {
        (0..self.file.len()).map(|row| self.entry(row))
    }
}

/// Where the names of a company's accounts were taken from that its report knows by an object id only.
#[derive(Debug, Default)]
pub(in crate::model) struct Namings {
    /// Path and sheet of each file.
    files: Vec<(String, Option<String>)>,
    /// File, and row of its sheet.
    rows: Vec<(u32, u32)>,
}

impl Namings {
    pub(in crate::model) fn get(&self, number: u32) -> Option<super::Place<'_>> {
        let (file, row) = *self.rows.get(number.checked_sub(1)? as usize)?;
        let (path, sheet) = self.files.get(file as usize)?;
        Some(super::Place { path, sheet: sheet.as_deref(), row })
    }

    fn add(&mut self, place: super::Place<'_>) -> u32 {
        let is_it = |(path, sheet): &(String, Option<String>)| path == place.path && sheet.as_deref() == place.sheet;
        let file = self.files.iter().position(is_it).unwrap_or_else(|| {
            self.files.push((place.path.to_owned(), place.sheet.map(str::to_owned)));
            self.files.len() - 1
        });
        self.rows.push((u32::try_from(file).unwrap_or(u32::MAX), place.row));
        u32::try_from(self.rows.len()).unwrap_or(0)
    }
}

/// Gives the accounts that a report knows by an object id only the names and addresses of the directory.
pub(in crate::model) fn name_accounts(company: &mut Company, lists: &Lists) {
    let is_nameless = |a: &crate::model::Account| a.anonymous != 0 && a.email == 0 && a.first == 0 && a.last == 0 && a.display == 0;
    if !company.accounts.iter().any(is_nameless) {
        return;
    }
    let mut by_id: HashMap<String, Listed<'_>> = HashMap::new();
    for row in lists.directory_rows() {
        by_id.entry(row.object_id().to_ascii_lowercase()).or_insert(row);
    }
    if by_id.is_empty() {
        return;
    }
    for account in &mut company.accounts {
        if !is_nameless(account) {
            continue;
        }
        let id = company.strings.get(account.anonymous).to_ascii_lowercase();
        let Some(row) = by_id.get(&id) else { continue };
        let mut add = |cell: &str| if cell.is_empty() { 0 } else { company.strings.push(text::trim(cell)) };
        let email = add(row.emails().next().unwrap_or_default());
        let [display, first, last] = [Field::DisplayName, Field::FirstName, Field::LastName].map(|field| add(row.text(field)));
        if [email, display, first, last] == [0; 4] {
            continue;
        }
        (account.email, account.display, account.first, account.last) = (email, display, first, last);
        account.named = company.namings.add(row.place());
    }
    company.strings.shrink();
}
