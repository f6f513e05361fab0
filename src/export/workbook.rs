//! Workbooks of Excel.

use std::borrow::Cow;

use chrono::Datelike;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, IgnoreError, Workbook, Worksheet, XlsxError};

use crate::i18n::{Lang, Texts};
use crate::text;
use crate::tr;

use super::csv;
use super::grid::{Cell, Grid, of_hundredths};

/// Rows that a sheet holds below its headings.
pub const MAX_ROWS: usize = 1_048_575;
/// Characters that a cell holds, as Excel counts them: a letter outside the basic plane is two.
const MAX_CELL: usize = 32_767;
/// Columns that a sheet holds.
const MAX_COLUMNS: usize = 16_384;
/// Widths of columns, in digits: a narrow one still shows its heading's arrow, a wide one leaves room for others.
const WIDTHS: (usize, usize) = (8, 60);

/// Why a workbook cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// More rows than a sheet holds.
    #[error("{0} rows do not fit into a sheet")]
    TooManyRows(usize),
    /// Anything else.
    #[error("{0}")]
    Failed(String),
}

impl SheetError {
    /// What happened and what to do, in the user's language.
    #[must_use]
    pub fn message(&self, texts: &Texts) -> String {
        match self {
            SheetError::TooManyRows(rows) => tr!(texts, "sheet-too-many-rows", rows = *rows, limit = MAX_ROWS),
            SheetError::Failed(detail) => tr!(texts, "sheet-failed", detail = text::clean(detail).into_owned()),
        }
    }
}

impl From<XlsxError> for SheetError {
    fn from(error: XlsxError) -> SheetError {
        SheetError::Failed(error.to_string())
    }
}

/// The formats of the cells.
struct Formats {
    header: Format,
    date: Format,
    literal: Format,
    lines: Format,
    literal_lines: Format,
}

/// Writes a table as a workbook with one sheet, days as the language writes them.
///
/// # Errors
/// When there are more rows than a sheet holds, or the workbook cannot be made.
pub fn write(grid: &Grid, sheet_name: &str, lang: Lang) -> Result<Vec<u8>, SheetError> {
    if grid.rows.len() > MAX_ROWS {
        return Err(SheetError::TooManyRows(grid.rows.len()));
    }
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name(sheet_title(sheet_name))?;
    let formats = Formats {
        header: Format::new().set_bold().set_border_bottom(FormatBorder::Thin),
        date: Format::new().set_num_format(date_format(lang)),
        literal: Format::new().set_quote_prefix(),
        lines: Format::new().set_text_wrap().set_align(FormatAlign::Top),
        literal_lines: Format::new().set_text_wrap().set_align(FormatAlign::Top).set_quote_prefix(),
    };
    let columns: u16 = u16::try_from(grid.headers.len().min(MAX_COLUMNS)).unwrap_or(0);
    let mut widths = vec![WIDTHS.0; columns.into()];
    for (column, header) in (0..columns).zip(&grid.headers) {
        let header = shown(header);
        // The arrow of the filter takes room too.
        widen(&mut widths, column, text::width(&header) + 3);
        sheet.write_string_with_format(0, column, header, &formats.header)?;
    }
    for (line, row) in (1u32..).zip(&grid.rows) {
        for (column, cell) in (0..columns).zip(row) {
            let width = write_cell(sheet, line, column, cell, &formats)?;
            widen(&mut widths, column, width + 1);
        }
    }
    for (column, width) in (0..columns).zip(widths) {
        sheet.set_column_width(column, u32::try_from(width).unwrap_or(u32::MAX))?;
    }
    sheet.set_freeze_panes(1, 0)?;
    if let Some(last) = columns.checked_sub(1) {
        let rows = u32::try_from(grid.rows.len()).unwrap_or(0);
        sheet.autofilter(0, 0, rows, last)?;
        // MCIDs are names made of digits: nothing is wrong with them.
        sheet.ignore_error_range(0, 0, rows, last, IgnoreError::NumberStoredAsText)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// How days look in a language: never two numbers of which each could be the month, unless the language has but one order.
fn date_format(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "d mmm yyyy",
        Lang::Fr => "dd/mm/yyyy",
    }
}

fn widen(widths: &mut [usize], column: u16, width: usize) {
    if let Some(widest) = widths.get_mut(usize::from(column)) {
        *widest = width.clamp(*widest, WIDTHS.1);
    }
}

/// Writes a cell and tells how wide it is.
fn write_cell(sheet: &mut Worksheet, line: u32, column: u16, cell: &Cell, formats: &Formats) -> Result<usize, XlsxError> {
    match cell {
        Cell::Nothing => Ok(0),
        Cell::Number(number) => {
            // A cell of Excel holds 53 bits. Nobody has as many skills.
            #[allow(clippy::cast_precision_loss)]
            sheet.write_number(line, column, *number as f64)?;
            Ok(number.to_string().len())
        }
        Cell::Hundredths(hundredths) => {
            let number = of_hundredths(*hundredths);
            sheet.write_number(line, column, number)?;
            Ok(number.to_string().len())
        }
        // What was before is no date to Excel.
        Cell::Date(date) if (1900..=9999).contains(&date.year()) => {
            sheet.write_datetime_with_format(line, column, date, &formats.date)?;
            Ok(11)
        }
        Cell::Date(date) => write_text(sheet, line, column, &date.to_string(), formats),
        Cell::Text(text) => write_text(sheet, line, column, text, formats),
        Cell::Lines(text) => write_lines(sheet, line, column, text, formats),
    }
}

/// Writes text as text. What Excel would take for something else once the cell is edited has its mark that it is not.
fn write_text(sheet: &mut Worksheet, line: u32, column: u16, raw: &str, formats: &Formats) -> Result<usize, XlsxError> {
    let text = shown(raw);
    let width = text::width(&text);
    if is_text_anyway(raw) {
        sheet.write_string(line, column, text)?;
    } else {
        sheet.write_string_with_format(line, column, text, &formats.literal)?;
    }
    Ok(width)
}

/// Whether Excel takes it for nothing but text, even once the cell is edited.
fn is_text_anyway(raw: &str) -> bool {
    let clean = text::clean(raw);
    csv::cell(raw) == clean && !clean.starts_with(|c: char| c.is_numeric() || c == '\'')
}

/// Writes text on several lines. It is as wide as its widest line.
fn write_lines(sheet: &mut Worksheet, line: u32, column: u16, raw: &str, formats: &Formats) -> Result<usize, XlsxError> {
    let lines: Vec<Cow<'_, str>> = raw.split('\n').map(text::clean).collect();
    let width = lines.iter().map(|line| text::width(line)).max().unwrap_or(0);
    let format = if is_text_anyway(lines.first().map_or("", AsRef::as_ref)) { &formats.lines } else { &formats.literal_lines };
    sheet.write_string_with_format(line, column, fitting(lines.join("\n")), format)?;
    Ok(width)
}

/// Text as a cell holds it: clean, without what XML has no place for, and no longer than Excel takes.
fn shown(raw: &str) -> String {
    fitting(text::clean(raw).into_owned())
}

/// Clean text as a cell holds it.
fn fitting(clean: String) -> String {
    let clean = if clean.contains(['\u{FFFE}', '\u{FFFF}']) { clean.replace(['\u{FFFE}', '\u{FFFF}'], "\u{FFFD}") } else { clean };
    if clean.len() <= MAX_CELL || clean.encode_utf16().count() <= MAX_CELL {
        return clean;
    }
    let mut used = 1;
    let fits = |c: &char| {
        used += c.len_utf16();
        used <= MAX_CELL
    };
    clean.chars().take_while(fits).chain([text::ELLIPSIS]).collect()
}

/// A name that Excel takes for a sheet: 31 characters, none of those it has other uses for, and not its own name.
fn sheet_title(name: &str) -> String {
    let clean = text::clean(name);
    let usable: String = clean.chars().map(|c| if "[]:*?/\\\u{FFFE}\u{FFFF}".contains(c) { ' ' } else { c }).collect();
    let mut used = 0;
    let fits = |c: &char| {
        used += c.len_utf16();
        used <= 31
    };
    let cut: String = text::trim(&usable).trim_matches('\'').chars().take_while(fits).collect();
    let title = cut.trim_matches(|c: char| c == '\'' || c.is_whitespace());
    // Excel keeps this name for itself.
    if title.is_empty() || title.eq_ignore_ascii_case("history") { format!("{title}_") } else { title.to_owned() }
}

#[cfg(test)]
mod tests;
