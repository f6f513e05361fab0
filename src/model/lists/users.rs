//! The exported users report: who has access to Partner University and who associated a Learn account, the two items of P4.
//! Its columns are not documented; they are told by what they must hold.

use super::row::{ListFile, Listed};
use super::staff::note_who_cannot_be_known;
use super::yes_no::YesNo;
use crate::report::values::{self, DateCell};
use crate::report::{Field, Source};

/// The exported users report.
#[derive(Debug)]
pub struct UsersList {
    file: ListFile,
    university: YesNo,
    learning: YesNo,
}

/// A user of Partner Center.
#[derive(Clone, Copy, Debug)]
pub struct User<'l> {
    /// Who and where.
    pub who: Listed<'l>,
    /// Access to Partner University (*Microsoft training and assessments*); `None`: the file does not say.
    pub university: Option<bool>,
    /// A Learn account was associated (*Microsoft exams and certifications*); `None`: the file does not say.
    pub learning: Option<bool>,
}

/// What says yes by being there: an id, an address, a day.
fn is_something(cell: &str) -> Option<bool> {
    let is_id = cell.len() >= 5 && cell.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-') && cell.bytes().any(|b| b.is_ascii_digit());
    let is_day = || !matches!(values::date_cell(cell, false), DateCell::Empty | DateCell::Bad);
    (is_id || cell.contains('@') || is_day()).then_some(true)
}

impl UsersList {
    pub(super) fn new(file: ListFile, source: &mut Source, locale: Option<usize>) -> UsersList {
        let university = YesNo::of(&file, Field::PartnerUniversity, source, locale, is_something);
        let learning = YesNo::of(&file, Field::LearningAccount, source, locale, is_something);
        note_who_cannot_be_known(&file, source);
        UsersList { file, university, learning }
    }

    /// The rows, as such.
    #[must_use]
    pub fn file(&self) -> &ListFile {
        &self.file
    }

    /// A user by the number of the row, 0-based.
    #[must_use]
    pub fn user(&self, row: usize) -> User<'_> {
        let who = self.file.row(row);
        // An MCID is that of the account; in a file with such a column who has none has no account.
        let by_id = self.file.has(Field::Mcid).then(|| who.mcid().is_some());
        let learning = if self.file.has(Field::LearningAccount) {
            self.learning.get(&self.file, Field::LearningAccount, row).or(by_id.filter(|there| *there))
        } else {
            by_id
        };
        User { who, university: self.university.get(&self.file, Field::PartnerUniversity, row), learning }
    }

    /// All users, in the file's order.
    pub fn users(&self) -> impl ExactSizeIterator<Item = User<'_>> {
        (0..self.file.len()).map(|row| self.user(row))
    }
}
