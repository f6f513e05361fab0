//! Columns of lists that say yes or no, in words or by a mark.

use super::row::ListFile;
use crate::report::vocabulary::vocabulary;
use crate::report::{Code, Field, Source};

/// What the cells of a column say.
#[derive(Debug, Default)]
pub(super) struct YesNo {
    /// By cell number.
    said: Vec<Option<bool>>,
}

/// A tick or a cross in a box: yes.
fn is_mark(cell: &str) -> bool {
    matches!(cell, "x" | "X" | "×" | "✓" | "✔" | "☑" | "✅" | "√")
}

impl YesNo {
    /// Reads a column. `also`: what other cells say. In a column that never says no, an empty cell does.
    pub(super) fn of(
        file: &ListFile,
        field: Field,
        source: &mut Source,
        locale: Option<usize>,
        also: impl Fn(&str) -> Option<bool>,
    ) -> YesNo {
        let say = |cell: &str| match cell {
            cell if is_mark(cell) => Some(true),
            cell => vocabulary().yes_no(cell, locale).or_else(|| also(cell)),
        };
        let Some(column) = file.table().column(field) else { return YesNo::default() };
        let mut said: Vec<Option<bool>> = column.cells.iter().map(say).collect();
        if said.contains(&Some(true)) && !said.contains(&Some(false)) {
            let is_empty = |cell: &str| !is_mark(cell) && cell.chars().all(|c| !c.is_alphanumeric());
            said.iter_mut().zip(column.cells.iter()).filter(|(_, cell)| is_empty(cell)).for_each(|(said, _)| *said = Some(false));
        }
        file.note_odd(field, Code::BadYesNo, source, |cell| say(cell).is_some());
        YesNo { said }
    }

    /// What the cell of a row says; `None`: nothing, or there is no such column.
    pub(super) fn get(&self, file: &ListFile, field: Field, row: usize) -> Option<bool> {
        self.said.get(file.table().column(field)?.id(row) as usize).copied().flatten()
    }
}
