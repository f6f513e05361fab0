//! A table on its way out: what stands in it, and the shapes it takes on the clipboard and in files.
//!
//! Cells are kept as the report has them. Each shape cleans and escapes them for itself, so that nothing in a cell is taken
//! for a formula, for markup or for an order to a terminal, wherever the table is pasted.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::i18n::{Lang, Texts};
use crate::text;

use super::csv;
use super::workbook::{self, SheetError};

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Cell {
    /// Words, or digits that are a name (an MCID).
    Text(String),
    /// Words on several lines, ended by `\n`. Where a cell has room for one line only, they become one.
    Lines(String),
    /// A count.
    Number(u64),
    /// Points and the like, in hundredths.
    Hundredths(i64),
    /// A day.
    Date(NaiveDate),
    /// The file says nothing here.
    #[default]
    Nothing,
}

impl Cell {
    /// Text, or nothing where it is empty.
    #[must_use]
    pub fn of(text: impl Into<String>) -> Cell {
        let text = text.into();
        if text.is_empty() { Cell::Nothing } else { Cell::Text(text) }
    }

    /// A count.
    #[must_use]
    pub fn count(value: usize) -> Cell {
        u64::try_from(value).map_or_else(|_| Cell::Text(value.to_string()), Cell::Number)
    }

    /// The cell in words, with the day as the language writes it in a column.
    fn words(&self, texts: &Texts) -> Cow<'_, str> {
        match self {
            Cell::Text(text) | Cell::Lines(text) => Cow::Borrowed(text),
            Cell::Number(number) => Cow::Owned(number.to_string()),
            Cell::Hundredths(hundredths) => Cow::Owned(texts.decimal(of_hundredths(*hundredths))),
            Cell::Date(date) => Cow::Owned(texts.date_column(*date)),
            Cell::Nothing => Cow::Borrowed(""),
        }
    }
}

impl From<Option<NaiveDate>> for Cell {
    fn from(date: Option<NaiveDate>) -> Cell {
        date.map_or(Cell::Nothing, Cell::Date)
    }
}

/// A table: one heading for each column, and rows of as many cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// What the table is called; a workbook names its sheet so.
    pub name: String,
    /// Headings.
    pub headers: Vec<String>,
    /// Rows.
    pub rows: Vec<Vec<Cell>>,
}

impl Grid {
    /// The column holds numbers and nothing else: they stand on the right.
    fn is_of_numbers(&self, column: usize) -> bool {
        let mut cells = self.rows.iter().filter_map(|row| row.get(column)).filter(|cell| **cell != Cell::Nothing).peekable();
        cells.peek().is_some() && cells.all(|cell| matches!(cell, Cell::Number(_) | Cell::Hundredths(_)))
    }

    /// Lines of cells with tabs between them, as spreadsheets take them from the clipboard. No line end behind the last.
    #[must_use]
    pub fn tsv(&self, texts: &Texts, with_header: bool) -> String {
        let header = with_header.then(|| joined(self.headers.iter().map(|h| tsv_cell(h))));
        let rows = self.rows.iter().map(|row| joined(row.iter().map(|cell| tsv_cell(&cell.words(texts)))));
        header.into_iter().chain(rows).collect::<Vec<_>>().join("\n")
    }

    /// A table as GitHub and many mail programs draw it, with columns padded so that it reads well where nobody draws it.
    #[must_use]
    pub fn markdown(&self, texts: &Texts) -> String {
        let shown = |cell: &Cell| match cell.words(texts) {
            words if words.is_empty() => text::NOTHING.to_owned(),
            words => markdown_cell(&words),
        };
        let headers: Vec<String> = self.headers.iter().map(|h| markdown_cell(h)).collect();
        // Short rows are filled: a table of Markdown has as many cells in each.
        let nothing = Cell::Nothing;
        let rows: Vec<Vec<String>> =
            self.rows.iter().map(|row| (0..headers.len()).map(|c| shown(row.get(c).unwrap_or(&nothing))).collect()).collect();
        let columns: Vec<(usize, bool)> = headers
            .iter()
            .enumerate()
            .map(|(c, header)| {
                let cells = rows.iter().map(|row| &row[c]).chain([header]);
                // Three at least: a rule is no shorter.
                (cells.map(|cell| text::width(cell)).max().unwrap_or(0).max(3), self.is_of_numbers(c))
            })
            .collect();
        let line = |cells: &[String]| {
            let padded = cells.iter().zip(&columns).map(
                |(cell, (room, right))| {
                    if *right { text::pad_left(cell, *room) } else { text::pad(cell, *room) }
                },
            );
            format!("| {} |\n", padded.collect::<Vec<_>>().join(" | "))
        };
        let rules = columns.iter().map(|(room, right)| if *right { format!("{}:", "-".repeat(room - 1)) } else { "-".repeat(*room) });
        let rule: Vec<String> = rules.collect();
        let mut out = line(&headers);
        out.push_str(&line(&rule));
        rows.iter().for_each(|row| out.push_str(&line(row)));
        out
    }

    /// A plain table of a web page, for what pastes more than text: mails, documents, spreadsheets.
    #[must_use]
    pub fn html(&self, texts: &Texts) -> String {
        const LINE: &str = "border:1px solid #999999;padding:2px 6px;vertical-align:top";
        // With its own colour of letters: the background stays where a dark theme would make them light.
        const HEAD: &str = "text-align:left;font-weight:bold;background-color:#eeeeee;color:#000000";
        // The letters are said to be UTF-8, because not every program that pastes supposes it.
        // Word, which draws the mails of Outlook, knows the old attributes better than styles.
        let mut out = String::from(
            "<meta charset=\"utf-8\"/>\n<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\" style=\"border-collapse:collapse\">\n<thead><tr>",
        );
        for header in &self.headers {
            out.push_str(&format!("<th scope=\"col\" style=\"{LINE};{HEAD}{AS_TEXT}\">{}</th>", html_cell(header)));
        }
        out.push_str("</tr></thead>\n<tbody>\n");
        for row in &self.rows {
            out.push_str("<tr>");
            for cell in row {
                let style = match cell {
                    Cell::Number(_) | Cell::Hundredths(_) => ";text-align:right",
                    // A spreadsheet is told to leave it as it is: no formula, and no MCID as a number.
                    Cell::Text(_) | Cell::Lines(_) => AS_TEXT,
                    Cell::Date(_) | Cell::Nothing => "",
                };
                let shown = match cell {
                    Cell::Lines(text) => csv::lines(text).split('\n').map(html_text).collect::<Vec<_>>().join("<br/>"),
                    cell => html_cell(&cell.words(texts)),
                };
                out.push_str(&format!("<td style=\"{LINE}{style}\">{shown}</td>"));
            }
            out.push_str("</tr>\n");
        }
        out.push_str("</tbody>\n</table>\n");
        out
    }

    /// Text with cells separated as Excel expects it in a language, and days as every program reads them: 2026-09-15.
    #[must_use]
    pub fn csv(&self, lang: Lang) -> Vec<u8> {
        let headers: Vec<Cow<'_, str>> = self.headers.iter().map(|h| csv::cell(h)).collect();
        let headers: Vec<&str> = headers.iter().map(AsRef::as_ref).collect();
        let iso = |cell: &Cell| match cell {
            Cell::Text(text) => csv::cell(text).into_owned(),
            Cell::Lines(text) => csv::lines(text),
            Cell::Number(number) => number.to_string(),
            Cell::Hundredths(hundredths) => of_hundredths(*hundredths).to_string(),
            Cell::Date(date) => date.to_string(),
            Cell::Nothing => String::new(),
        };
        // Filled and cut to the headings: the writer refuses a row of another length.
        let row =
            |row: &Vec<Cell>| row.iter().map(iso).chain(std::iter::repeat_n(String::new(), headers.len())).take(headers.len()).collect();
        csv::safe_table(csv::delimiter_in(lang), &headers, self.rows.iter().map(row)).unwrap_or_default()
    }

    /// A workbook with one sheet, days as the language writes them. The name is made one that Excel takes.
    ///
    /// # Errors
    /// When there are more rows than a sheet holds, or the workbook cannot be made.
    pub fn xlsx(&self, sheet_name: &str, lang: Lang) -> Result<Vec<u8>, SheetError> {
        workbook::write(self, sheet_name, lang)
    }
}

/// A number from its hundredths.
#[must_use]
pub(super) fn of_hundredths(hundredths: i64) -> f64 {
    // Nobody has so many points that it would matter.
    #[allow(clippy::cast_precision_loss)]
    let whole = hundredths as f64;
    whole / 100.0
}

/// What tells Excel that a cell is text (`'@'` is its format for that).
const AS_TEXT: &str = ";mso-number-format:'\\@'";

fn joined(cells: impl Iterator<Item = String>) -> String {
    cells.collect::<Vec<_>>().join("\t")
}

/// A cell between tabs. One that begins with a quotation mark would open a quoted cell, which takes in all that follows
/// and may begin with a formula: such a one is quoted whole.
fn tsv_cell(value: &str) -> String {
    let cell = csv::cell(value);
    if cell.starts_with('"') { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.into_owned() }
}

/// Text in Markdown, in a cell of a table too: what would end it, or draw something, has a backslash in front.
#[must_use]
pub fn markdown_cell(value: &str) -> String {
    let clean = text::clean(value);
    let mut out = String::with_capacity(clean.len());
    for c in clean.chars() {
        if matches!(c, '|' | '\\' | '<' | '[' | ']' | '`' | '*') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A cell of a web page. It gets the apostrophe of [`csv::cell`] too: not every spreadsheet heeds the format of a cell.
fn html_cell(value: &str) -> String {
    html_text(&csv::cell(value))
}

fn html_text(safe: &str) -> String {
    let mut out = String::with_capacity(safe.len());
    for c in safe.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
pub(super) mod tests;
