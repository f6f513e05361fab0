//! Where what is said of a company stands: in which of its files, and in which row. Most companies come from one file; a
//! skills report and a TrainingCompletions of the same people make one of two ([`super::both`]).

use chrono::NaiveDate;

use super::{Company, Diagnostic, Field, Kind, Skill, Source};
use crate::text;

/// A row of one of the files of a company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileRow {
    /// Number of the file, as [`Company::file`] takes it.
    pub file: u32,
    /// 1-based row of the sheet (line of a text file).
    pub row: u32,
}

/// Something that both files say of one skill of one person, and not alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// Number of the account.
    pub account: u32,
    /// Number among the account's skills.
    pub skill: u32,
    /// What the two say.
    pub about: About,
    /// Where they say it: in the first file, in the second.
    pub rows: [FileRow; 2],
}

/// What two files do not say alike: the first, the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// The day on which it was earned.
    Earned(NaiveDate, NaiveDate),
    /// Its last day.
    Expires(NaiveDate, NaiveDate),
    /// Whether it is active.
    Active(bool, bool),
}

impl About {
    /// The column in which it stands.
    #[must_use]
    pub fn field(self) -> Field {
        match self {
            About::Earned(..) => Field::CompletionDate,
            About::Expires(..) => Field::ExpirationDate,
            About::Active(..) => Field::Status,
        }
    }
}

/// The files of a company.
#[derive(Debug)]
pub(super) struct Files {
    pub first: Source,
    pub second: Option<Box<Second>>,
}

impl Files {
    pub fn one(source: Source) -> Files {
        Files { first: source, second: None }
    }
}

/// The second file of a company, and what it has to do with the first.
#[derive(Debug)]
pub(super) struct Second {
    pub source: Source,
    /// Number of the first row of the table that stands in it.
    pub begins: u32,
    pub says_relevant: bool,
    /// The rows that say a skill of the first file again, by row of the first.
    pub again: Vec<Again>,
    /// Its rows among these, in order.
    pub told: Vec<u32>,
    /// By account.
    pub disagreements: Vec<Disagreement>,
}

/// A row of the second file that says again what a row of the first does.
#[derive(Clone, Debug)]
pub(super) struct Again {
    pub row: u32,
    pub other: u32,
    pub taken: Taken,
}

/// What is taken from the second file, as the first does not say it or is the older one: of [`Taken::FIELDS`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Taken([bool; 4]);

impl Taken {
    const FIELDS: [Field; 4] = [Field::CompletionDate, Field::ExpirationDate, Field::Status, Field::Relevant];

    pub fn add(&mut self, field: Field) {
        self.0.iter_mut().zip(Taken::FIELDS).filter(|(_, of)| *of == field).for_each(|(taken, _)| *taken = true);
    }

    fn has(self, field: Field) -> bool {
        self.0.iter().zip(Taken::FIELDS).any(|(taken, of)| *taken && of == field)
    }
}

impl Company {
    /// How its files were understood: one, or a skills report and a TrainingCompletions.
    pub fn sources(&self) -> impl Iterator<Item = &Source> + Clone {
        std::iter::once(&self.files.first).chain(self.files.second.as_ref().map(|second| &second.source))
    }

    /// The file of a number; the first where there is no such one.
    #[must_use]
    pub fn file(&self, number: u32) -> &Source {
        match &self.files.second {
            Some(second) if number == 1 => &second.source,
            _ => &self.files.first,
        }
    }

    /// Whether it comes from two files, so that a row alone does not say where something stands.
    #[must_use]
    pub fn has_two_files(&self) -> bool {
        self.files.second.is_some()
    }

    /// The name of a file, without its folders.
    #[must_use]
    pub fn file_name(&self, number: u32) -> &str {
        self.file(number).path.rsplit(['/', '\\']).next().unwrap_or_default()
    }

    /// The number of a row as people are told it: with the name of its file where there are two.
    #[must_use]
    pub fn row_label(&self, at: FileRow) -> String {
        self.row_labels(&[at], 1)
    }

    /// The numbers of at most so many rows, file by file.
    #[must_use]
    pub fn row_labels(&self, rows: &[FileRow], most: usize) -> String {
        let of_file = |rows: &[FileRow]| {
            let numbers = rows.iter().map(|at| at.row.to_string()).collect::<Vec<_>>().join(", ");
            match rows.first() {
                Some(first) if self.has_two_files() => format!("{numbers} ({})", text::clean(self.file_name(first.file))),
                _ => numbers,
            }
        };
        let shown = rows.get(..most).unwrap_or(rows);
        shown.chunk_by(|a, b| a.file == b.file).map(of_file).collect::<Vec<_>>().join(", ")
    }

    /// Whether any file has a column of a field.
    #[must_use]
    pub fn has(&self, field: Field) -> bool {
        self.sources().any(|source| source.column(field).is_some())
    }

    /// The place of a column in a file, 0-based.
    #[must_use]
    pub fn column(&self, file: u32, field: Field) -> Option<usize> {
        self.file(file).column(field).map(|column| column.index)
    }

    /// The required columns that no file has (R2).
    #[must_use]
    pub fn missing(&self) -> Vec<Field> {
        self.sources().flat_map(Source::missing).filter(|field| !self.has(*field)).collect()
    }

    /// Whether all of it comes from TrainingCompletions (R16).
    #[must_use]
    pub fn is_of_trainings_alone(&self) -> bool {
        self.sources().all(|source| source.kind == Kind::TrainingCompletions)
    }

    /// What was noticed in the files, each with the number of its file.
    pub fn noted(&self) -> impl Iterator<Item = (u32, &Diagnostic)> {
        (0u32..).zip(self.sources()).flat_map(|(file, source)| source.diagnostics.iter().map(move |d| (file, d)))
    }

    fn file_of(&self, row: u32) -> u32 {
        u32::from(self.files.second.as_ref().is_some_and(|second| row >= second.begins))
    }

    pub(super) fn place(&self, row: u32) -> FileRow {
        FileRow { file: self.file_of(row), row: self.lines.get(row as usize).copied().unwrap_or(0) }
    }

    /// Whether the file in which a skill stands says where skills count.
    pub(super) fn says_relevant_of(&self, skill: &Skill) -> bool {
        match &self.files.second {
            Some(second) if skill.relevant == 0 => {
                let in_first = skill.row < second.begins;
                in_first && self.says_relevant || !in_first && second.says_relevant
            }
            Some(_) => true,
            None => self.says_relevant,
        }
    }

    /// Where a skill stands: in the first file that lists it.
    #[must_use]
    pub fn line(&self, skill: &Skill) -> FileRow {
        self.place(skill.row)
    }

    fn again(&self, skill: &Skill) -> Option<&Again> {
        let again = &self.files.second.as_ref()?.again;
        again.get(again.binary_search_by_key(&skill.row, |one| one.row).ok()?)
    }

    /// Where the second file lists a skill that stands in the first.
    #[must_use]
    pub fn line_again(&self, skill: &Skill) -> Option<FileRow> {
        self.again(skill).map(|again| self.place(again.other))
    }

    /// The row that says what is known of a skill in one respect.
    #[must_use]
    pub fn line_of_field(&self, skill: &Skill, field: Field) -> FileRow {
        let own = self.line(skill);
        let other = self.again(skill).filter(|again| again.taken.has(field) || self.column(own.file, field).is_none());
        other.map_or(own, |again| self.place(again.other))
    }

    /// The rows that name an account, those of the first file first.
    #[must_use]
    pub fn lines_of(&self, number: u32) -> impl ExactSizeIterator<Item = FileRow> {
        self.range(&self.account_rows, number, |a| a.rows).iter().map(|row| self.place(*row))
    }

    /// The first row of each file that names an account.
    #[must_use]
    pub fn first_lines_of(&self, number: u32) -> Vec<FileRow> {
        let rows = self.range(&self.account_rows, number, |a| a.rows);
        let begins = self.files.second.as_ref().map_or(u32::MAX, |second| second.begins);
        // The rows of an account are in order.
        let of_second = rows.get(rows.partition_point(|row| *row < begins));
        let first = rows.first().filter(|row| **row < begins);
        first.into_iter().chain(of_second).map(|row| self.place(*row)).collect()
    }

    /// Whether the second file lists a skill of an account that the first file has too: of this account, or of another one
    /// of the same person, where it is then found.
    #[must_use]
    pub fn is_listed_again(&self, number: u32) -> bool {
        let Some(second) = &self.files.second else { return false };
        let rows = self.range(&self.account_rows, number, |a| a.rows);
        rows.iter().any(|row| second.told.binary_search(row).is_ok())
    }

    /// The part of a list sorted by account that belongs to one.
    fn of_account<T>(list: &[T], number: u32, account: impl Fn(&T) -> u32) -> &[T] {
        let start = list.partition_point(|one| account(one) < number);
        let end = list.partition_point(|one| account(one) <= number);
        list.get(start..end).unwrap_or(&[])
    }

    /// The rows that repeat another row of an account and its file word for word.
    pub fn repeated_lines(&self, number: u32) -> impl Iterator<Item = FileRow> {
        let found = Self::of_account(&self.duplicates, number, |(account, _)| *account);
        found.iter().map(|(_, row)| self.place(*row))
    }

    /// The accounts of which rows are repeated, each once.
    #[must_use]
    pub fn accounts_with_repeated_rows(&self) -> Vec<u32> {
        let mut accounts: Vec<u32> = self.duplicates.iter().map(|(account, _)| *account).collect();
        accounts.dedup();
        accounts
    }

    /// The associations of an account that contradict themselves: the column, and the first rows that say yes and no.
    pub fn contradictions(&self, number: u32) -> impl Iterator<Item = (Field, FileRow, FileRow)> {
        let found = Self::of_account(&self.contradictions, number, |c| c.account);
        found.iter().map(move |c| (c.field, self.place(c.yes), self.place(c.no)))
    }

    /// What the two files do not say alike, by account; nothing where there is one.
    #[must_use]
    pub fn disagreements(&self) -> &[Disagreement] {
        self.files.second.as_ref().map_or(&[], |second| second.disagreements.as_slice())
    }
}
