//! The dates of a column: the order of day and month is decided once for all its cells, and said when it is a guess.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::diagnostics::{Code, Diagnostic};
use super::field::Field;
use super::table::{Column, Table};
use super::values::{DateCell, DayOrder, date_cell};

/// The dates of one column, by cell number.
#[derive(Debug, Default)]
pub struct Dates {
    days: Vec<Option<NaiveDate>>,
}

impl Dates {
    /// The date in a row of the column.
    #[must_use]
    pub fn get(&self, column: &Column, row: usize) -> Option<NaiveDate> {
        self.days.get(column.id(row) as usize).copied().flatten()
    }

    /// Earliest and latest.
    #[must_use]
    pub fn span(&self) -> Option<(NaiveDate, NaiveDate)> {
        let dates = || self.days.iter().flatten().copied();
        Some((dates().min()?, dates().max()?))
    }
}

/// What the cells of a column prove about the order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Proof {
    day_first: bool,
    month_first: bool,
    /// There are cells that can be read in two ways.
    open: bool,
}

impl Proof {
    fn of(cells: &[DateCell]) -> Proof {
        let mut proof = Proof::default();
        for cell in cells {
            if let DateCell::Parts(a, b, _) = cell {
                proof.day_first |= *a > 12;
                proof.month_first |= *b > 12;
                proof.open |= *a <= 12 && *b <= 12 && a != b;
            }
        }
        proof
    }

    fn order(self) -> Option<DayOrder> {
        match (self.day_first, self.month_first) {
            (true, false) => Some(DayOrder::DayFirst),
            (false, true) => Some(DayOrder::MonthFirst),
            _ => None,
        }
    }
}

/// Where the order is taken from when the cells do not tell.
#[derive(Clone, Copy, Debug)]
pub struct Hints {
    /// The user's word.
    pub asked: Option<DayOrder>,
    /// The order usual where the file comes from (its language and delimiter).
    pub usual: DayOrder,
    /// The workbook counts days from 1904.
    pub from_1904: bool,
}

/// Reads the date columns of a table. A column without proof follows the other one; where neither proves anything the
/// usual order is taken and said.
#[must_use]
pub fn read_dates(table: &Table, columns: &[(Field, usize)], hints: Hints) -> (HashMap<Field, Dates>, Vec<Diagnostic>) {
    let mut notes = Vec::new();
    let cells: Vec<Vec<DateCell>> = columns
        .iter()
        .map(|(field, _)| {
            table.column(*field).map(|c| c.cells.iter().map(|cell| date_cell(cell, hints.from_1904)).collect()).unwrap_or_default()
        })
        .collect();
    let proofs: Vec<Proof> = cells.iter().map(|c| Proof::of(c)).collect();
    let elsewhere = proofs.iter().find_map(|p| p.order());
    let mut dates = HashMap::new();
    for (((field, index), cells), proof) in columns.iter().zip(&cells).zip(&proofs) {
        let order = hints.asked.or(proof.order()).or(elsewhere).unwrap_or(hints.usual);
        let name = if order == DayOrder::DayFirst { "day-first" } else { "month-first" };
        let note = |code, value: &str| Diagnostic { code, row: None, column: Some(*index), value: value.to_owned(), count: 1 };
        if hints.asked.is_none() && proof.day_first && proof.month_first {
            notes.push(note(Code::MixedDates, name));
        } else if hints.asked.is_none() && proof.open && proof.order().is_none() && elsewhere.is_none() {
            notes.push(note(Code::AmbiguousDates, name));
        }
        let other = if order == DayOrder::DayFirst { DayOrder::MonthFirst } else { DayOrder::DayFirst };
        let days: Vec<Option<NaiveDate>> = cells.iter().map(|c| c.resolve(order).or_else(|| c.resolve(other))).collect();
        if let Some(column) = table.column(*field) {
            notes.extend(unreadable(table, column, *index, Code::BadDate, |id| cells[id] != DateCell::Empty && days[id].is_none()));
        }
        dates.insert(*field, Dates { days });
    }
    (dates, notes)
}

/// One diagnostic per distinct cell that could not be read, with its first row and how many rows have it.
pub fn unreadable(table: &Table, column: &Column, index: usize, code: Code, is_bad: impl Fn(usize) -> bool) -> Vec<Diagnostic> {
    let bad: Vec<bool> = (0..column.cells.len()).map(is_bad).collect();
    if !bad.contains(&true) {
        return Vec::new();
    }
    let mut found: Vec<Diagnostic> = Vec::new();
    let mut by_cell: HashMap<u32, usize> = HashMap::new();
    for row in 0..table.rows() {
        let id = column.id(row);
        if bad[id as usize] {
            let at = *by_cell.entry(id).or_insert_with(|| {
                found.push(Diagnostic {
                    code,
                    row: Some(table.lines[row]),
                    column: Some(index),
                    value: column.cells.get(id).to_owned(),
                    count: 0,
                });
                found.len() - 1
            });
            found[at].count += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sheet::Cell;
    use crate::report::table::{ColumnBuilder, finish};
    use rstest::rstest;

    fn table(earned: &[&str], expires: &[&str]) -> Table {
        let mut columns = vec![ColumnBuilder::new(Field::CompletionDate, 3), ColumnBuilder::new(Field::ExpirationDate, 4)];
        for (builder, cells) in columns.iter_mut().zip([earned, expires]) {
            for (line, cell) in (2..).zip(cells) {
                builder.push(Cell::Text(cell), line);
            }
        }
        let lines = (2..).take(earned.len()).collect();
        finish(columns, lines)
    }

    fn read(table: &Table, usual: DayOrder) -> (Vec<Option<String>>, Vec<Diagnostic>) {
        let hints = Hints { asked: None, usual, from_1904: false };
        let (dates, notes) = read_dates(table, &[(Field::CompletionDate, 3), (Field::ExpirationDate, 4)], hints);
        let column = table.column(Field::CompletionDate).unwrap();
        ((0..table.rows()).map(|r| dates[&Field::CompletionDate].get(column, r).map(|d| d.to_string())).collect(), notes)
    }

    #[rstest]
    #[case(&["05/04/2021", "25/04/2021"], &["", ""], DayOrder::MonthFirst, "2021-04-05", None)]
    #[case(&["05/04/2021", "04/25/2021"], &["", ""], DayOrder::DayFirst, "2021-05-04", None)]
    #[case(&["05/04/2021", "06/04/2021"], &["31/12/2022", ""], DayOrder::MonthFirst, "2021-04-05", None)]
    #[case(&["05/04/2021", "06/04/2021"], &["", ""], DayOrder::MonthFirst, "2021-05-04", Some(Code::AmbiguousDates))]
    #[case(&["05/05/2021", "06/06/2021"], &["", ""], DayOrder::MonthFirst, "2021-05-05", None)]
    #[case(&["05/04/2021", "25/04/2021", "04/25/2021"], &["", "", ""], DayOrder::DayFirst, "2021-04-05", Some(Code::MixedDates))]
    fn the_order_is_decided_per_column(
        #[case] earned: &[&str],
        #[case] expires: &[&str],
        #[case] usual: DayOrder,
        #[case] first: &str,
        #[case] said: Option<Code>,
    ) {
        let (dates, notes) = read(&table(earned, expires), usual);
        assert_eq!(dates[0].as_deref(), Some(first));
        assert_eq!(notes.first().map(|n| n.code), said);
    }

    #[test]
    fn a_bad_date_is_said_once_with_its_row_and_count() {
        let (dates, notes) = read(&table(&["2021-01-01", "soon", "soon"], &["", "", ""]), DayOrder::DayFirst);
        assert_eq!(dates[1], None);
        assert_eq!(notes, [Diagnostic { code: Code::BadDate, row: Some(3), column: Some(3), value: "soon".into(), count: 2 }]);
    }
}
