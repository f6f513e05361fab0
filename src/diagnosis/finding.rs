//! What a rule finds, and what it says when it cannot look.

use super::{Code, Confidence, Detail, Missing};
use crate::model::Field;
use crate::model::lists::ListCell;

/// The file that a cell stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// The report; of one that was made of two files the number of the file, as [`crate::model::Company::file`] takes it.
    Report(u32),
    /// The history among the files: number in [`super::Ask::history`].
    History(u32),
    /// A list beside the report: its place among the files that are no reports.
    List(u32),
}

/// A cell that proves something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The file.
    pub of: Of,
    /// 1-based row of the sheet (line of a text file).
    pub row: u32,
    /// 0-based index of the column in the file; `None`: the whole row.
    pub column: Option<u32>,
}

impl Cell {
    /// A cell of a list.
    pub(super) fn of_list(cell: ListCell) -> Cell {
        Cell { of: Of::List(cell.file), row: cell.row, column: cell.column }
    }
}

/// A point to settle, or to know.
#[derive(Clone, Debug)]
pub struct Finding {
    /// What it is about.
    pub code: Code,
    /// Number of the account; `None`: it is about the whole file, or about somebody who is in none ([`Finding::missing`]).
    pub account: Option<u32>,
    /// Number among the account's skills, where it concerns one.
    pub skill: Option<u32>,
    /// How sure it is; `None`: the file says it.
    pub confidence: Option<Confidence>,
    /// The other accounts it is about.
    pub others: Vec<u32>,
    /// What there is to say of it.
    pub detail: Detail,
    /// The cells that prove it.
    pub evidence: Vec<Cell>,
}

impl Finding {
    /// One about the whole file.
    pub(super) fn of_file(code: Code, detail: Detail) -> Finding {
        Finding { code, account: None, skill: None, confidence: None, others: Vec::new(), detail, evidence: Vec::new() }
    }

    /// Whom it is about who is in no report; `None`: somebody of the report, or the whole file.
    #[must_use]
    pub fn missing(&self) -> Option<&Missing> {
        if let Detail::Missing(missing) = &self.detail { Some(missing) } else { None }
    }

    /// Whether it is about the whole file.
    #[must_use]
    pub fn is_of_file(&self) -> bool {
        self.account.is_none() && self.missing().is_none()
    }

    /// One about an account.
    pub(super) fn of_account(code: Code, account: u32, detail: Detail, evidence: Vec<Cell>) -> Finding {
        Finding { account: Some(account), evidence, ..Finding::of_file(code, detail) }
    }

    /// One about a skill of an account.
    pub(super) fn of_skill(code: Code, account: u32, skill: u32, detail: Detail, evidence: Vec<Cell>) -> Finding {
        Finding { skill: Some(skill), ..Finding::of_account(code, account, detail, evidence) }
    }
}

/// A rule that had nothing to go by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Silent {
    /// The rule.
    pub code: Code,
    /// What it lacks.
    pub why: Why,
}

/// What a rule lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The file has no such column.
    Column(Field),
    /// The column says nothing for anybody.
    Nothing(Field),
    /// The day of the report is not known.
    ReportDate,
    /// The report is of a short period (R16).
    ShortSpan,
    /// There are no rules that are proven for the day.
    Rules,
    /// The file does not name people, or not their accounts.
    Names,
    /// There is no staff list.
    NoStaffList,
    /// There is neither a staff list nor a users report.
    NoList,
    /// The lists have nobody of the report: they may be those of another company.
    OtherPeople,
    /// The lists have fewer than half of the report's people: they are about a part of the company.
    PartOfCompany,
}
