//! Rows of a file read again, whole: the program keeps only the columns it uses.

use std::sync::Arc;

use super::diagnostics::{ReadError, Trouble};
use super::open::{self, Input, Progress};
use super::read::Source;
use super::sheet::{Book, Flow, Row};
use crate::config::Limits;

/// One row of a file as it stands there, unknown columns included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawRow {
    /// 1-based row or line.
    pub line: u32,
    /// Every cell, as text.
    pub cells: Vec<String>,
}

/// Reads some rows of a file again, whole: the program keeps only the columns it uses.
///
/// # Errors
/// When the file cannot be read, or is no longer the one that was read.
pub fn rows_again(
    input: &Input,
    source: &Source,
    lines: &[u32],
    limits: &Limits,
    progress: &Arc<Progress>,
) -> Result<Vec<RawRow>, ReadError> {
    input.check()?;
    if source.stamp.is_some() && input.stamp() != source.stamp {
        return Err(ReadError::new(&input.path, Trouble::Damaged("changed".to_owned())));
    }
    let format = open::sniff(input, limits)?;
    let mut book = Book::open(input, format, progress)?;
    let sheet = book.sheets.iter().position(|s| s.name == source.sheet).unwrap_or(0);
    let mut wanted: Vec<u32> = lines.to_vec();
    wanted.sort_unstable();
    wanted.dedup();
    let mut rows = Vec::with_capacity(wanted.len());
    // A sample-sized file needs no second thread.
    let few = (source.rows < 5_000).then_some(usize::MAX);
    book.for_each_row(input, sheet, few, limits.cell_bytes, progress, &mut |found| {
        let meant = found.iter().filter(|row| wanted.binary_search(&row.line).is_ok());
        rows.extend(meant.map(|row| RawRow { line: row.line, cells: row.texts() }));
        let is_last = |row: &Row<'_>| wanted.last().is_none_or(|last| row.line >= *last);
        Ok(if found.iter().any(is_last) { Flow::Stop } else { Flow::Continue })
    })?;
    Ok(rows)
}
