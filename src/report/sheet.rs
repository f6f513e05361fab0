//! Workbooks and text files as one thing: sheets that give their rows one after the other.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use calamine::{Data, DataRef, ExcelDateTime, Range, Reader, SheetType, SheetVisible, Xls, Xlsb, Xlsx};
use chrono::{DateTime, NaiveDate};
use csv::ByteRecord;

use super::diagnostics::{ReadError, Trouble};
use super::open::{Format, Input, Progress, Stream};
use super::text_file::TextFile;

/// Whether a reading goes on after a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// The next row, please.
    Continue,
    /// Enough.
    Stop,
}

/// What takes the rows: one, or some that follow each other where many are at hand.
pub type RowHandler<'h> = dyn FnMut(&[Row<'_>]) -> Result<Flow, ReadError> + 'h;

/// One row of a sheet or record of a text file.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// 1-based row of the sheet, or physical line on which the record starts.
    pub line: u32,
    /// How many of the first cells are known to be those of the row that was handed over before.
    pub repeated: usize,
    cells: Cells<'a>,
}

#[derive(Clone, Copy, Debug)]
enum Cells<'a> {
    Streamed(&'a [DataRef<'a>]),
    /// The cells, and the column of the first.
    Whole(&'a [Data], usize),
    Text(&'a ByteRecord),
}

/// One cell, as the format gives it.
#[derive(Clone, Copy, Debug)]
pub enum Cell<'a> {
    /// Nothing.
    Empty,
    /// Text of a workbook.
    Text(&'a str),
    /// Bytes of a text file: UTF-8 unless a stray byte is among them.
    Bytes(&'a [u8]),
    /// A number.
    Number(f64),
    /// TRUE or FALSE.
    Bool(bool),
    /// A number that the workbook formats as a date.
    Date(ExcelDateTime),
    /// `#N/A` and its like.
    Error,
}

impl<'a> Row<'a> {
    /// A record of a text file.
    #[must_use]
    pub fn of_text(line: u32, repeated: usize, record: &'a ByteRecord) -> Row<'a> {
        Row { line, repeated, cells: Cells::Text(record) }
    }

    /// How many cells the row has, up to its last one.
    #[must_use]
    pub fn len(&self) -> usize {
        match self.cells {
            Cells::Streamed(cells) => cells.len(),
            Cells::Whole(cells, first) => first + cells.len(),
            Cells::Text(record) => record.len(),
        }
    }

    /// How many cells the record of a text file has, which says how many it wants to have; a sheet has as many as are filled.
    #[must_use]
    #[inline]
    pub fn record_len(&self) -> Option<usize> {
        match self.cells {
            Cells::Text(record) => Some(record.len()),
            Cells::Streamed(_) | Cells::Whole(..) => None,
        }
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The cell of a column, 0-based.
    #[must_use]
    #[inline]
    pub fn cell(&self, column: usize) -> Cell<'a> {
        match self.cells {
            Cells::Streamed(cells) => cells.get(column).map_or(Cell::Empty, |cell| match cell {
                DataRef::SharedString(text) => Cell::Text(text),
                DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Cell::Text(text),
                DataRef::Float(number) => Cell::Number(*number),
                #[allow(clippy::cast_precision_loss)] // ids and dates are far below 2^52
                DataRef::Int(number) => Cell::Number(*number as f64),
                DataRef::Bool(value) => Cell::Bool(*value),
                DataRef::DateTime(date) => Cell::Date(*date),
                DataRef::Error(_) => Cell::Error,
                DataRef::Empty => Cell::Empty,
            }),
            Cells::Whole(cells, first) => column.checked_sub(first).and_then(|c| cells.get(c)).map_or(Cell::Empty, |cell| match cell {
                Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => Cell::Text(text),
                Data::Float(number) => Cell::Number(*number),
                #[allow(clippy::cast_precision_loss)]
                Data::Int(number) => Cell::Number(*number as f64),
                Data::Bool(value) => Cell::Bool(*value),
                Data::DateTime(date) => Cell::Date(*date),
                Data::Error(_) => Cell::Error,
                Data::Empty => Cell::Empty,
            }),
            Cells::Text(record) => match record.get(column) {
                None | Some([]) => Cell::Empty,
                Some(bytes) => Cell::Bytes(bytes),
            },
        }
    }

    /// The cell as text, as a person would read it.
    #[must_use]
    pub fn text(&self, column: usize) -> String {
        self.cell(column).to_text()
    }

    /// Every cell as text.
    #[must_use]
    pub fn texts(&self) -> Vec<String> {
        (0..self.len()).map(|c| self.text(c)).collect()
    }

    /// Whether every cell is empty or blank.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        (0..self.len()).all(|c| match self.cell(c) {
            Cell::Empty => true,
            Cell::Text(text) => crate::text::trim(text).is_empty(),
            Cell::Bytes(bytes) => bytes.iter().all(u8::is_ascii_whitespace),
            _ => false,
        })
    }
}

impl Cell<'_> {
    /// The cell as text. A date is ISO; a whole number has no decimals.
    #[must_use]
    pub fn to_text(self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) => text.to_owned(),
            Cell::Bytes(bytes) => decode(bytes),
            Cell::Number(number) => number_text(number),
            Cell::Bool(value) => if value { "TRUE" } else { "FALSE" }.to_owned(),
            Cell::Date(date) => date_text(date),
            Cell::Error => "#N/A".to_owned(),
        }
    }
}

/// Bytes as text: UTF-8, else windows-1252, which has a character for every byte.
#[must_use]
pub fn decode(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned(),
    }
}

/// A number as text, without the decimals of a whole one.
#[must_use]
pub fn number_text(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 { format!("{number:.0}") } else { format!("{number}") }
}

/// A date cell as ISO text, with its time when it has one.
#[must_use]
pub fn date_text(date: ExcelDateTime) -> String {
    match date.as_datetime() {
        Some(moment) if date.is_datetime() => {
            let form = if date.as_f64().fract() == 0.0 { "%Y-%m-%d" } else { "%Y-%m-%dT%H:%M:%S" };
            moment.format(form).to_string()
        }
        _ => number_text(date.as_f64()),
    }
}

/// A sheet's name and whether the user sees it in Excel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetInfo {
    /// `None` for a text file.
    pub name: Option<String>,
    /// Hidden in the workbook.
    pub hidden: bool,
}

/// An open file: its sheets, and what it says about itself.
pub struct Book {
    /// The sheets, in the file's order.
    pub sheets: Vec<SheetInfo>,
    /// Dates are counted from 1904.
    pub from_1904: bool,
    /// Day of creation, by the document's own properties.
    pub created: Option<NaiveDate>,
    /// Day of the last change, by the document's own properties.
    pub modified: Option<NaiveDate>,
    /// Encoding and delimiter of a text file.
    pub text: Option<TextFile>,
    inner: Inner,
}

enum Inner {
    Xlsx(Box<Xlsx<Stream>>),
    Xlsb(Box<Xlsb<Stream>>),
    Whole(Vec<Range<Data>>),
    Text(TextFile),
}

/// Runs a reader of a foreign format. Malformed files have made such readers panic before; here that is an error.
fn guarded<T>(input: &Input, read: impl FnOnce() -> Result<T, ReadError>) -> Result<T, ReadError> {
    let outcome = std::panic::catch_unwind(AssertUnwindSafe(read));
    outcome.unwrap_or_else(|_| Err(ReadError::new(&input.path, Trouble::Damaged("the reader gave up".to_owned()))))
}

fn damaged(input: &Input, progress: &Progress, error: &dyn std::fmt::Display) -> ReadError {
    let trouble = if progress.is_cancelled() {
        Trouble::Cancelled
    } else if error.to_string().contains("password") {
        Trouble::Password
    } else {
        Trouble::Damaged(error.to_string())
    };
    ReadError::new(&input.path, trouble)
}

/// `2021-05-19T09:00:00Z` → the day.
fn iso_day(text: Option<&String>) -> Option<NaiveDate> {
    let text = text?;
    DateTime::parse_from_rfc3339(text).map(|t| t.date_naive()).ok().or_else(|| text.get(..10)?.parse().ok())
}

impl Book {
    /// Opens a file of a known format.
    ///
    /// # Errors
    /// When the file is damaged or has a password.
    pub fn open(input: &Input, format: Format, progress: &Arc<Progress>) -> Result<Book, ReadError> {
        guarded(input, || {
            let stream = input.open(progress)?;
            let fail = |e: &dyn std::fmt::Display| damaged(input, progress, e);
            match format {
                Format::Xlsx => {
                    let mut book = Xlsx::new(stream).map_err(|e| fail(&e))?;
                    let about = book.workbook_properties().unwrap_or_default();
                    Ok(Book {
                        sheets: sheets(book.sheets_metadata()),
                        from_1904: book.has_1904_epoch(),
                        created: iso_day(about.created.as_ref()),
                        modified: iso_day(about.modified.as_ref()),
                        text: None,
                        inner: Inner::Xlsx(Box::new(book)),
                    })
                }
                Format::Xlsb => {
                    let mut book = Xlsb::new(stream).map_err(|e| fail(&e))?;
                    let about = book.workbook_properties().unwrap_or_default();
                    Ok(Book {
                        sheets: sheets(book.sheets_metadata()),
                        from_1904: book.has_1904_epoch(),
                        created: iso_day(about.created.as_ref()),
                        modified: iso_day(about.modified.as_ref()),
                        text: None,
                        inner: Inner::Xlsb(Box::new(book)),
                    })
                }
                Format::Xls => {
                    let mut book: Xls<Stream> = Xls::new(stream).map_err(|e| fail(&e))?;
                    let about = book.workbook_properties().unwrap_or_default();
                    let from_1904 = book.has_1904_epoch();
                    Ok(Book { from_1904, ..whole(input, progress, book, (about.created, about.modified))? })
                }
                Format::Ods => {
                    let book: calamine::Ods<Stream> = calamine::Ods::new(stream).map_err(|e| fail(&e))?;
                    let about = book.workbook_properties().unwrap_or_default();
                    whole(input, progress, book, (about.created, about.modified))
                }
                Format::Text | Format::Html => {
                    let text = TextFile::sniff(input)?;
                    Ok(Book {
                        sheets: vec![SheetInfo { name: None, hidden: false }],
                        from_1904: false,
                        created: None,
                        modified: None,
                        text: Some(text),
                        inner: Inner::Text(text),
                    })
                }
            }
        })
    }

    /// Hands the rows of a sheet to `handle` until it says stop; at most `rows` of them.
    ///
    /// # Errors
    /// When the file cannot be read further, and whatever `handle` says.
    pub fn for_each_row(
        &mut self,
        input: &Input,
        sheet: usize,
        rows: Option<usize>,
        cell_bytes: usize,
        progress: &Arc<Progress>,
        handle: &mut RowHandler<'_>,
    ) -> Result<(), ReadError> {
        let name = self.sheets.get(sheet).and_then(|s| s.name.clone()).unwrap_or_default();
        guarded(input, || match &mut self.inner {
            Inner::Text(text) => text.for_each(input, progress, rows, cell_bytes, handle),
            Inner::Whole(ranges) => ranges.get(sheet).map_or(Ok(()), |range| whole_rows(input, range, rows, cell_bytes, progress, handle)),
            Inner::Xlsx(book) => {
                let mut reader = book.worksheet_cells_reader(&name).map_err(|e| damaged(input, progress, &e))?;
                streamed_rows(input, rows, cell_bytes, progress, handle, || reader.next_cell())
            }
            Inner::Xlsb(book) => {
                let mut reader = book.worksheet_cells_reader(&name).map_err(|e| damaged(input, progress, &e))?;
                streamed_rows(input, rows, cell_bytes, progress, handle, || reader.next_cell())
            }
        })
    }

    /// The merged areas of a sheet as (first row, first column, last row, last column), 0-based; where the format tells.
    pub fn merged_areas(&mut self, input: &Input, sheet: usize) -> Vec<(u32, u32, u32, u32)> {
        let name = self.sheets.get(sheet).and_then(|s| s.name.clone()).unwrap_or_default();
        let Inner::Xlsx(book) = &mut self.inner else { return Vec::new() };
        let areas = guarded(input, || Ok(book.merge_cells_by_sheet_name(&name).unwrap_or_default()));
        areas.unwrap_or_default().into_iter().map(|d| (d.start.0, d.start.1, d.end.0, d.end.1)).collect()
    }
}

fn sheets(metadata: &[calamine::Sheet]) -> Vec<SheetInfo> {
    let worksheets = metadata.iter().filter(|s| s.typ == SheetType::WorkSheet);
    worksheets.map(|s| SheetInfo { name: Some(s.name.clone()), hidden: s.visible != SheetVisible::Visible }).collect()
}

fn whole<R: Reader<Stream>>(
    input: &Input,
    progress: &Progress,
    mut book: R,
    (created, modified): (Option<String>, Option<String>),
) -> Result<Book, ReadError>
where
    R::Error: std::fmt::Display,
{
    let sheets = sheets(book.sheets_metadata());
    let ranges: Result<Vec<_>, _> = sheets.iter().map(|s| book.worksheet_range(s.name.as_deref().unwrap_or_default())).collect();
    let ranges = ranges.map_err(|e| damaged(input, progress, &e))?;
    Ok(Book {
        sheets,
        from_1904: false,
        created: iso_day(created.as_ref()),
        modified: iso_day(modified.as_ref()),
        text: None,
        inner: Inner::Whole(ranges),
    })
}

fn whole_rows(
    input: &Input,
    range: &Range<Data>,
    rows: Option<usize>,
    cell_bytes: usize,
    progress: &Progress,
    handle: &mut RowHandler<'_>,
) -> Result<(), ReadError> {
    let (top, left) = range.start().unwrap_or_default();
    for (index, cells) in range.rows().take(rows.unwrap_or(usize::MAX)).enumerate() {
        if progress.is_cancelled() {
            return Err(ReadError::new(&input.path, Trouble::Cancelled));
        }
        let line = top.saturating_add(u32::try_from(index).unwrap_or(u32::MAX)).saturating_add(1);
        if cells.iter().any(|cell| matches!(cell, Data::String(text) if text.len() > cell_bytes)) {
            return Err(too_long(input, line, cell_bytes));
        }
        if handle(&[Row { line, repeated: 0, cells: Cells::Whole(cells, left as usize) }])? == Flow::Stop {
            break;
        }
    }
    Ok(())
}

fn too_long(input: &Input, row: u32, cell_bytes: usize) -> ReadError {
    ReadError::new(&input.path, Trouble::CellTooLong { row, limit: cell_bytes >> 10 })
}

/// Excel's last column; a file that names a later one is not to be believed.
const LAST_COLUMN: u32 = 16_384;

/// Gathers streamed cells into rows. `next` gives the cells in the file's order.
fn streamed_rows<'c, E: std::fmt::Display>(
    input: &Input,
    rows: Option<usize>,
    cell_bytes: usize,
    progress: &Progress,
    handle: &mut RowHandler<'_>,
    mut next: impl FnMut() -> Result<Option<calamine::Cell<DataRef<'c>>>, E>,
) -> Result<(), ReadError> {
    let mut cells: Vec<DataRef<'c>> = Vec::with_capacity(32);
    let mut current = 0u32;
    let mut given = 0usize;
    loop {
        let cell = next().map_err(|e| damaged(input, progress, &e))?;
        let row = cell.as_ref().map(|c| c.get_position().0);
        if row != Some(current) && !cells.is_empty() {
            if progress.is_cancelled() {
                return Err(ReadError::new(&input.path, Trouble::Cancelled));
            }
            given += 1;
            let flow = handle(&[Row { line: current.saturating_add(1), repeated: 0, cells: Cells::Streamed(&cells) }])?;
            if flow == Flow::Stop || rows.is_some_and(|n| given >= n) {
                return Ok(());
            }
            cells.clear();
        }
        let Some(cell) = cell else { return Ok(()) };
        let (row, column) = cell.get_position();
        current = row;
        if column >= LAST_COLUMN {
            continue;
        }
        let length = match cell.get_value() {
            DataRef::SharedString(text) => text.len(),
            DataRef::String(text) => text.len(),
            _ => 0,
        };
        if length > cell_bytes {
            return Err(too_long(input, row.saturating_add(1), cell_bytes));
        }
        let column = column as usize;
        if column > cells.len() {
            cells.resize(column, DataRef::Empty);
        }
        let value = cell.get_value().clone();
        if column < cells.len() { cells[column] = value } else { cells.push(value) }
    }
}
