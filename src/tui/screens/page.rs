//! A page of lines, each with its tone: the arithmetic of an entry, a finding with its checklist.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::export::standing::{Page, PageLine, Tone};
use crate::text;

use super::super::action::{Pane, Target};
use super::super::app::{App, ListState};
use super::super::theme::Theme;
use super::super::widgets::{Hit, Hits, line, pane as frame_of, row_rect};

/// How a tone looks.
pub fn style(tone: Tone, theme: Theme) -> Style {
    match tone {
        Tone::Heading => theme.heading(),
        Tone::Plain => theme.text(),
        Tone::Good => theme.good(),
        Tone::Bad => theme.bad(),
        Tone::Warn => theme.warn(),
        Tone::Dim => theme.dim(),
    }
}

/// The mark of a tone: nothing is told by colour alone.
pub fn mark(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "✓ ",
        Tone::Bad => "✗ ",
        Tone::Warn => "● ",
        Tone::Heading | Tone::Plain | Tone::Dim => "",
    }
}

/// What is drawn of a page, and where.
pub struct Shown<'p> {
    /// The page, once it is there.
    pub page: Option<&'p Page>,
    /// What stands above as long as it is not.
    pub title: String,
    /// Its lines: which is selected, which stands on top.
    pub lines: &'p ListState,
    /// It has the focus.
    pub focused: bool,
    /// What the wheel turns.
    pub pane: Pane,
}

/// Draws a page.
pub fn draw(app: &App, frame: &mut Frame<'_>, area: Rect, shown: &Shown<'_>, hits: &mut Hits) {
    let theme = app.theme;
    let title = shown.page.map_or_else(|| shown.title.clone(), |page| page.title.clone());
    let inside = frame_of(frame, area, &title, "", shown.focused, theme);
    hits.add_pane(area, shown.pane);
    let Some(page) = shown.page else { return };
    let room = usize::from(inside.width).saturating_sub(3);
    let height = usize::from(inside.height);
    shown.lines.page.set(height.max(1));
    let top = top(page, shown.lines.selected.min(page.lines.len().saturating_sub(1)), shown.lines.top.get(), height, room);
    shown.lines.top.set(top);
    let mut row = 0;
    for (number, content) in page.lines.iter().enumerate().skip(top) {
        if row >= height {
            break;
        }
        let selected = shown.focused && number == shown.lines.selected;
        let base = if selected { theme.selected() } else { style(content.tone, theme) };
        for (part, said) in wrapped(content, room).into_iter().enumerate() {
            let begin = if selected && part == 0 { "› " } else { "  " };
            line(frame, inside, row, Line::styled(format!("{begin}{}", text::pad(&said, room)), base));
            let target = if shown.focused { Target::Row(number) } else { Target::Elsewhere(shown.pane, number) };
            hits.add(row_rect(inside, row).intersection(inside), Hit::Target(target));
            row += 1;
        }
    }
    super::super::layers::more_below(app, frame, inside, row >= height && top + 1 < page.lines.len());
}

/// A line of the page in as many lines as it takes, each set in like the first.
fn wrapped(content: &PageLine, room: usize) -> Vec<String> {
    let indent = "  ".repeat(content.indent.into());
    let marked = format!("{}{}", mark(content.tone), content.text);
    let hang = " ".repeat(text::width(mark(content.tone)));
    let lines = text::wrap(&marked, room.saturating_sub(text::width(&indent) + hang.len()).max(1));
    lines.into_iter().enumerate().map(|(at, line)| format!("{indent}{}{line}", if at == 0 { "" } else { &hang })).collect()
}

/// The line on top, so that the selected one is whole in sight where that is possible. Only the lines around it are looked
/// at: a page may have thousands.
fn top(page: &Page, selected: usize, before: usize, height: usize, room: usize) -> usize {
    if selected <= before {
        return selected;
    }
    let mut used = 0;
    let mut first = selected;
    for at in (0..=selected).rev() {
        used += wrapped(&page.lines[at], room).len();
        if used > height && at != selected {
            break;
        }
        first = at;
        if used >= height {
            break;
        }
    }
    before.max(first)
}
