//! Rows of the file as they stand there: headings left, cells right, unknown columns included.

use ratatui::text::{Line, Span};

use crate::model::FileRow;
use crate::report::RawRow;
use crate::text;
use crate::tr;

use super::super::app::App;

/// The lines of the rows.
#[must_use]
pub fn lines(app: &App, rows: Option<&[(u32, RawRow)]>, width: usize) -> Vec<Line<'static>> {
    let (texts, theme) = (&app.texts, app.theme);
    let Some(rows) = rows else { return vec![Line::styled(texts.get("rows-reading"), theme.dim())] };
    let Some(deck) = &app.deck else { return Vec::new() };
    let company = deck.company();
    let columns = |file: u32| &company.file(file).columns;
    let heading = |file: u32, index: usize| match columns(file).get(index).map(|c| text::clean(&c.header).into_owned()) {
        Some(header) if !header.trim().is_empty() => header,
        _ => tr!(texts, "data-unnamed", number = index + 1),
    };
    // Each file has its own headings.
    let label_of = |file: u32| {
        let cells = rows.iter().filter(|(of, _)| *of == file).map(|(_, row)| row.cells.len()).max();
        let most = cells.map_or(0, |cells| cells.max(columns(file).len()));
        (0..most).map(|i| text::width(&heading(file, i))).max().unwrap_or(0)
    };
    let label = (0u32..).zip(company.sources()).map(|(file, _)| label_of(file)).max().unwrap_or(0).min(width * 2 / 5);
    let mut out = Vec::new();
    for (file, row) in rows {
        let (file, columns) = (*file, columns(*file));
        if !out.is_empty() {
            out.push(Line::raw(""));
        }
        out.push(Line::styled(tr!(texts, "rows-row", row = company.row_label(FileRow { file, row: row.line })), theme.heading()));
        // A sheet may have thousands of empty columns; those of the header row are shown in any case.
        for index in 0..row.cells.len().max(columns.len()) {
            let cell = row.cells.get(index).map(|c| text::clean(c).into_owned()).unwrap_or_default();
            if cell.is_empty() && columns.get(index).is_none_or(|c| c.header.trim().is_empty()) {
                continue;
            }
            let mut wrapped = text::wrap(&cell, width.saturating_sub(label + 4)).into_iter();
            let first = wrapped.next().unwrap_or_default();
            let (first, style) = if first.is_empty() { (text::NOTHING.to_owned(), theme.dim()) } else { (first, theme.text()) };
            out.push(Line::from(vec![
                Span::styled(format!(" {}  ", text::pad(&heading(file, index), label)), theme.dim()),
                Span::styled(first, style),
            ]));
            out.extend(wrapped.take(40).map(|more| Line::raw(format!(" {}  {more}", " ".repeat(label)))));
        }
    }
    if rows.is_empty() {
        out.push(Line::styled(texts.get("rows-none"), theme.dim()));
    }
    out
}
