//! Takes the data rows of a sheet into columns: what is counted, refused, passed over or filled from a merged cell.

use std::sync::atomic::Ordering;

use super::columns::Recognition;
use super::diagnostics::{Code, Diagnostic, ReadError, Trouble};
use super::field::Field;
use super::kinds::Kind;
use super::open::{Input, Progress};
use super::read::Options;
use super::sheet::{Flow, Row};
use super::table::ColumnBuilder;
use super::values;
use crate::text;

/// Diagnostics kept of one kind; their number is kept in any case.
const SHOWN: usize = 200;

/// Takes data rows into columns.
pub(super) struct Taker<'t> {
    path: &'t str,
    header_row: u32,
    limit: u32,
    headers: Vec<String>,
    pub(super) builders: Vec<ColumnBuilder>,
    identities: Vec<usize>,
    /// What is said of a row that has none of these.
    nameless: Code,
    email: Option<usize>,
    /// The column that names the skill, and the row in which each of its cells stood last: type, code and competencies of
    /// a skill are nearly always what they were there.
    skill: Option<usize>,
    skill_rows: Vec<usize>,
    /// For each row that is being taken, the one in which its skill stood last.
    likes: Vec<usize>,
    goes_with_skill: Vec<bool>,
    /// The address that named somebody last: the rows of one person follow each other.
    named: Option<u32>,
    /// By builder: merged areas as (first row, last row), 1-based, and the row in which the cell stands.
    areas: Vec<Vec<(u32, u32)>>,
    has_areas: bool,
    above: Vec<String>,
    pub(super) lines: Vec<u32>,
    pub(super) rows: u32,
    pub(super) refused: u32,
    pub(super) merged: u32,
    pub(super) notes: Vec<Diagnostic>,
    counted_only: bool,
    /// There is a column by which people are known: of a report, one without it is worth a word.
    knows_people: bool,
    /// Place of the last column that is used.
    last_used: usize,
    /// Records with too many cells and with too few: the first row, and how many.
    pub(super) too_long: Option<(u32, u32)>,
    pub(super) too_short: Option<(u32, u32)>,
    /// The row before was taken too.
    follows: bool,
}

impl<'t> Taker<'t> {
    pub(super) fn new(
        input: &'t Input,
        recognition: &Recognition,
        kind: Kind,
        header_row: u32,
        options: &Options,
        areas: &[(u32, u32, u32, u32)],
    ) -> Taker<'t> {
        let is_subject = |field: Field| if kind.is_of_competencies() { field == Field::CompetencyName } else { field.is_identity() };
        let used = recognition.columns.iter().filter_map(|c| Some((c.field.filter(|f| f.is_used_in(kind))?, c.index)));
        let builders: Vec<ColumnBuilder> = if kind.is_read() { used.map(|(f, i)| ColumnBuilder::new(f, i)).collect() } else { Vec::new() };
        let areas: Vec<_> = builders
            .iter()
            .map(|b| {
                let mut own: Vec<(u32, u32)> = areas
                    .iter()
                    .filter(|a| a.1 as usize == b.index && a.2 > a.0 && a.0 >= header_row)
                    .map(|a| (a.0 + 1, a.2 + 1))
                    .collect();
                own.sort_unstable();
                own
            })
            .collect();
        Taker {
            path: &input.path,
            header_row,
            limit: options.limits.rows,
            headers: recognition.columns.iter().map(|c| text::trim(&c.header).to_owned()).collect(),
            identities: (0..builders.len()).filter(|&i| is_subject(builders[i].field)).collect(),
            nameless: if kind.is_of_competencies() { Code::NoCompetency } else { Code::NobodyNamed },
            email: builders.iter().position(|b| b.field == Field::Email),
            skill: builders.iter().position(|b| b.field == Field::SkillName),
            skill_rows: Vec::new(),
            likes: Vec::new(),
            goes_with_skill: builders.iter().map(|b| [Field::SkillType, Field::SkillId, Field::Relevant].contains(&b.field)).collect(),
            named: None,
            has_areas: areas.iter().any(|own| !own.is_empty()),
            above: vec![String::new(); builders.len()],
            counted_only: !kind.is_read(),
            knows_people: kind.is_report() && builders.iter().any(|b| matches!(b.field, Field::Email | Field::Mcid)),
            last_used: builders.iter().map(|b| b.index).max().unwrap_or(0),
            too_long: None,
            too_short: None,
            follows: false,
            builders,
            areas,
            lines: Vec::new(),
            rows: 0,
            refused: 0,
            merged: 0,
            notes: Vec::new(),
        }
    }

    pub(super) fn take(&mut self, rows: &[Row<'_>], progress: &Progress) -> Result<Flow, ReadError> {
        let above = rows.iter().take_while(|row| row.line <= self.header_row).count();
        let rows = &rows[above..];
        if rows.is_empty() {
            return Ok(Flow::Continue);
        }
        if self.counted_only {
            self.rows += u32::try_from(rows.iter().filter(|row| !row.is_blank()).count()).unwrap_or(u32::MAX);
        } else {
            self.take_cells(rows);
            self.check_rows(rows);
        }
        if self.rows > self.limit {
            return Err(ReadError::new(self.path, Trouble::TooManyRows(self.limit)));
        }
        if rows.len() > 1 || self.rows.is_multiple_of(256) {
            progress.rows.store(u64::from(self.rows), Ordering::Relaxed);
            if progress.is_cancelled() {
                return Ok(Flow::Stop);
            }
        }
        Ok(Flow::Continue)
    }

    /// Adds rows to the columns, one column after the other: while one is filled, only its own cells are in the way of
    /// the processor.
    fn take_cells(&mut self, rows: &[Row<'_>]) {
        // The first data row follows one that is not in the columns.
        let follows = std::mem::replace(&mut self.follows, true);
        let repeated = |at: usize| if at > 0 || follows { rows[at].repeated } else { 0 };
        let first = self.lines.len();
        self.likes.clear();
        if let Some(skill) = self.skill {
            let builder = &mut self.builders[skill];
            for (at, row) in rows.iter().enumerate() {
                builder.push(row.cell(builder.index), row.line);
                let cell = builder.id(first + at) as usize;
                if self.skill_rows.len() <= cell {
                    self.skill_rows.resize(cell + 1, first + at);
                }
                self.likes.push(std::mem::replace(&mut self.skill_rows[cell], first + at));
            }
        }
        for (number, builder) in self.builders.iter_mut().enumerate().filter(|(number, _)| Some(*number) != self.skill) {
            let likes = if self.goes_with_skill[number] { self.likes.as_slice() } else { &[] };
            for (at, row) in rows.iter().enumerate() {
                match likes.get(at) {
                    _ if builder.index < repeated(at) => builder.repeat(row.line),
                    Some(like) => builder.push_like(row.cell(builder.index), row.line, *like),
                    None => builder.push(row.cell(builder.index), row.line),
                }
            }
        }
        self.lines.extend(rows.iter().map(|row| row.line));
        if self.has_areas {
            rows.iter().enumerate().for_each(|(at, row)| self.fill_merged(first + at, row.line));
        }
    }

    /// Counts the rows that were taken last, and takes those back that name nobody.
    fn check_rows(&mut self, rows: &[Row<'_>]) {
        let first = self.lines.len() - rows.len();
        let mut kept: Vec<bool> = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            if row.record_len().is_some_and(|cells| cells != self.headers.len()) {
                self.note_length(row);
            }
            if self.has_address(first + at) {
                self.rows += 1;
                continue;
            }
            let alone = self.says_no_more_than_a_name(first + at);
            let total = if alone { total_of(row) } else { None };
            if total.is_none() && self.names_somebody(first + at) {
                self.rows += 1;
                if alone && self.knows_people {
                    self.note(Code::NameAlone, row.line, shown(row));
                }
                continue;
            }
            kept.resize(rows.len(), true);
            kept[at] = false;
            if let Some(word) = total {
                self.note(Code::TotalRow, row.line, word);
            } else if self.identities.iter().any(|&i| self.is_header_again(first + at, i)) {
                self.note(Code::RepeatedHeader, row.line, String::new());
            } else if !row.is_blank() {
                self.rows += 1;
                self.refused += 1;
                self.note(self.nameless, row.line, shown(row));
            }
        }
        if !kept.is_empty() {
            self.builders.iter_mut().for_each(|builder| builder.keep(first, &kept));
            self.lines.truncate(first);
            self.lines.extend(rows.iter().zip(kept).filter(|(_, kept)| *kept).map(|(row, _)| row.line));
        }
    }

    /// Counts a record with another number of cells than there are headings, where that means something.
    fn note_length(&mut self, row: &Row<'_>) {
        let (cells, headings) = (row.len(), self.headers.len());
        let seen = if cells > headings {
            if (headings..cells).all(|c| text::trim(&row.text(c)).is_empty()) {
                return;
            }
            &mut self.too_long
        } else {
            if cells > self.last_used || row.is_blank() {
                return;
            }
            &mut self.too_short
        };
        seen.get_or_insert((row.line, 0)).1 += 1;
    }

    /// Whether a row has neither MCID nor anonymous id nor skill, and what stands as its address is none.
    fn says_no_more_than_a_name(&self, row: usize) -> bool {
        self.builders.iter().all(|builder| {
            let cell = builder.get(row);
            match builder.field {
                Field::Email | Field::EmailPrivate => !cell.contains('@'),
                Field::Mcid => !cell.bytes().any(|b| b.is_ascii_digit()) || values::mcid(cell).is_none(),
                Field::AadUserId
                | Field::SkillType
                | Field::SkillName
                | Field::SkillId
                | Field::CompletionDate
                | Field::ExpirationDate
                | Field::Relevant => values::is_placeholder(cell),
                _ => true,
            }
        })
    }

    /// Whether the cell of a row is the heading of its own column.
    fn is_header_again(&self, row: usize, builder: usize) -> bool {
        let b = &self.builders[builder];
        let header = &self.headers[b.index];
        !header.is_empty() && b.get(row) == header
    }

    /// Whether a row has an e-mail address: then it names somebody, whatever else stands in it.
    fn has_address(&mut self, row: usize) -> bool {
        let Some(email) = self.email.map(|e| &self.builders[e]) else { return false };
        let id = email.id(row);
        if self.named != Some(id) {
            self.named = email.get(row).contains('@').then_some(id);
        }
        self.named.is_some()
    }

    fn names_somebody(&self, row: usize) -> bool {
        self.identities.iter().any(|&i| {
            let cell = self.builders[i].get(row);
            let something =
                if self.builders[i].field == Field::Mcid { values::mcid(cell).is_some() } else { !values::is_placeholder(cell) };
            something && !self.is_header_again(row, i)
        })
    }

    fn fill_merged(&mut self, row: usize, line: u32) {
        for (i, builder) in self.builders.iter_mut().enumerate() {
            let at = self.areas[i].partition_point(|(first, _)| *first <= line);
            let Some((first, last)) = at.checked_sub(1).map(|a| self.areas[i][a]) else { continue };
            if line == first {
                self.above[i] = builder.get(row).to_owned();
            } else if line <= last && builder.get(row).is_empty() && !self.above[i].is_empty() {
                builder.set(row, &self.above[i]);
                self.merged += 1;
            }
        }
    }

    fn note(&mut self, code: Code, line: u32, value: String) {
        let same: Vec<usize> = (0..self.notes.len()).filter(|&i| self.notes[i].code == code).take(SHOWN).collect();
        if code == self.nameless && same.len() < SHOWN {
            self.notes.push(Diagnostic { code, row: Some(line), column: None, value, count: 1 });
        } else if let Some(&at) = same.first() {
            self.notes[at].count += 1;
        } else {
            self.notes.push(Diagnostic { code, row: Some(line), column: None, value, count: 1 });
        }
    }
}

/// The first cells of a row that say something.
fn shown(row: &Row<'_>) -> String {
    row.texts().into_iter().filter(|c| !c.trim().is_empty()).take(4).collect::<Vec<_>>().join(" · ")
}

/// What a row of sums is called, in the languages in which spreadsheets write one.
const TOTALS: [&str; 34] = [
    "total",
    "totals",
    "grand total",
    "subtotal",
    "sum",
    "total general",
    "totaux",
    "sous-total",
    "somme",
    "summe",
    "gesamt",
    "gesamtsumme",
    "gesamtergebnis",
    "insgesamt",
    "suma",
    "suma total",
    "total geral",
    "soma",
    "totale",
    "totale complessivo",
    "somma",
    "totaal",
    "eindtotaal",
    "i alt",
    "totalt",
    "razem",
    "celkem",
    "toplam",
    "итого",
    "всего",
    "合计",
    "合計",
    "总计",
    "總計",
];

/// The first cell of a row that says so, when it is that of a sum: the word, alone or with a number behind it, and nothing
/// but numbers in the others. Somebody may be called so.
fn total_of(row: &Row<'_>) -> Option<String> {
    let mut cells = (0..row.len()).map(|c| row.text(c)).filter(|cell| !text::trim(cell).is_empty());
    let first = cells.next()?;
    if cells.any(|cell| cell.chars().any(char::is_alphabetic)) {
        return None;
    }
    let word = text::fold(&first);
    let word = word.trim_end_matches(|c: char| !c.is_alphabetic()).trim_start();
    TOTALS.contains(&word).then(|| text::trim(&first).to_owned())
}
