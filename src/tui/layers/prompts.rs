//! Prompts for a path, with why the last one did not do, and what it may be completed to.

use ratatui::Frame;
use ratatui::text::Line;

use crate::text;

use super::super::app::{App, PathPrompt};
use super::super::widgets::{line, prompt, window};

/// Draws a prompt: a note above, the path, and the names that fit what was typed.
pub fn draw(app: &App, frame: &mut Frame<'_>, title: &str, note: &str, path: &PathPrompt) {
    let names = &path.names;
    let theme = app.theme;
    let width = u16::try_from(app.layer_width() + 4).unwrap_or(80).min(84);
    let notes = text::wrap(note, usize::from(width).saturating_sub(4));
    let notes = if note.is_empty() { &[][..] } else { &notes };
    let wrong = text::wrap(&text::clean(&path.wrong), usize::from(width).saturating_sub(6));
    let wrong = if path.wrong.is_empty() { &[][..] } else { &wrong };
    let most = usize::from(frame.area().height).saturating_sub(8 + notes.len() + wrong.len());
    let shown = names.len().min(most);
    let height = u16::try_from(3 + notes.len() + wrong.len() + shown).unwrap_or(u16::MAX);
    let inside = window(frame, width, height, title, theme);
    let room = usize::from(inside.width).saturating_sub(4);
    for (row, note) in notes.iter().enumerate() {
        line(frame, inside, row, Line::styled(format!(" {note}"), theme.dim()));
    }
    for (row, wrong) in wrong.iter().enumerate() {
        let sign = if row == 0 { "✗" } else { " " };
        line(frame, inside, notes.len() + row, Line::styled(format!(" {sign} {wrong}"), theme.bad()));
    }
    let above = notes.len() + wrong.len();
    prompt(frame, inside, above, " › ", &path.input, theme);
    for (row, name) in names.iter().take(shown).enumerate() {
        let cut = row + 1 == shown && names.len() > shown;
        let name = if cut { "…".to_owned() } else { text::fit(&text::clean(name), room).into_owned() };
        line(frame, inside, above + 1 + row, Line::styled(format!("   {name}"), theme.dim()));
    }
}
