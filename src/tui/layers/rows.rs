//! Rows of the file as they stand there: headings left, cells right, unknown columns included.

use ratatui::text::{Line, Span};

use crate::report::RawRow;
use crate::text;
use crate::tr;

use super::super::app::App;

/// The lines of the rows.
#[must_use]
pub fn lines(app: &App, rows: Option<&[RawRow]>, width: usize) -> Vec<Line<'static>> {
    let (texts, theme) = (&app.texts, app.theme);
    let Some(rows) = rows else { return vec![Line::styled(texts.get("rows-reading"), theme.dim())] };
    let Some(deck) = &app.deck else { return Vec::new() };
    let source = deck.source();
    let heading = |index: usize| match source.columns.get(index).map(|c| text::clean(&c.header).into_owned()) {
        Some(header) if !header.trim().is_empty() => header,
        _ => tr!(texts, "data-unnamed", number = index + 1),
    };
    let most = rows.iter().map(|r| r.cells.len()).max().unwrap_or(0).max(source.columns.len());
    let label = (0..most).map(|i| text::width(&heading(i))).max().unwrap_or(0).min(width * 2 / 5);
    let mut out = Vec::new();
    for row in rows {
        if !out.is_empty() {
            out.push(Line::raw(""));
        }
        out.push(Line::styled(tr!(texts, "rows-row", row = row.line.to_string()), theme.heading()));
        // A sheet may have thousands of empty columns; those of the header row are shown in any case.
        for index in 0..row.cells.len().max(source.columns.len()) {
            let cell = row.cells.get(index).map(|c| text::clean(c).into_owned()).unwrap_or_default();
            if cell.is_empty() && source.columns.get(index).is_none_or(|c| c.header.trim().is_empty()) {
                continue;
            }
            let mut wrapped = text::wrap(&cell, width.saturating_sub(label + 4)).into_iter();
            let first = wrapped.next().unwrap_or_default();
            let (first, style) = if first.is_empty() { (text::NOTHING.to_owned(), theme.dim()) } else { (first, theme.text()) };
            out.push(Line::from(vec![
                Span::styled(format!(" {}  ", text::pad(&heading(index), label)), theme.dim()),
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
