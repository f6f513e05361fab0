//! While files are read, and when they could not be.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use std::sync::atomic::Ordering;

use crate::text;
use crate::tr;

use super::super::app::{App, Stage};
use super::super::widgets::{bar, line, pane};

/// Draws it.
pub fn draw(app: &App, frame: &mut Frame<'_>, area: Rect) {
    match &app.stage {
        Stage::Failed(error) => failed(app, frame, area, &error.message(&app.texts)),
        _ => loading(app, frame, area),
    }
}

fn loading(app: &App, frame: &mut Frame<'_>, area: Rect) {
    let (texts, theme) = (&app.texts, app.theme);
    let inside = pane(frame, area, &texts.get("loading-title"), "", true, theme);
    let room = usize::from(inside.width).saturating_sub(4);
    let percent = app.progress.percent();
    let rows = app.progress.rows.load(Ordering::Relaxed);
    let middle = usize::from(inside.height) / 2;
    let width = room.saturating_sub(8).min(60);
    let name = text::fit(&text::clean(&app.opening), room).into_owned();
    line(frame, inside, middle.saturating_sub(2), Line::raw(format!("  {name}")));
    let filled = bar(usize::from(percent), 100, width);
    let spans = vec![Span::raw("  "), Span::styled(text::pad(&filled, width), theme.accent()), Span::raw(format!(" {percent:>3} %"))];
    line(frame, inside, middle, Line::from(spans));
    let rows = tr!(texts, "loading-rows", rows = usize::try_from(rows).unwrap_or(0));
    line(frame, inside, middle + 1, Line::styled(format!("  {}", text::fit(&rows, room)), theme.dim()));
}

fn failed(app: &App, frame: &mut Frame<'_>, area: Rect, message: &str) {
    let (texts, theme) = (&app.texts, app.theme);
    let inside = pane(frame, area, &texts.get("failed-title"), "", true, theme);
    let room = usize::from(inside.width).saturating_sub(4);
    let mut row = 1;
    for (at, wrapped) in text::wrap(message, room.saturating_sub(2)).into_iter().enumerate() {
        let mark = if at == 0 { Span::styled("  ✗ ", theme.bad()) } else { Span::raw("    ") };
        line(frame, inside, row, Line::from(vec![mark, Span::raw(wrapped)]));
        row += 1;
    }
    row += 1;
    for wrapped in text::wrap(&texts.get("failed-help"), room) {
        line(frame, inside, row, Line::styled(format!("  {wrapped}"), theme.dim()));
        row += 1;
    }
}
