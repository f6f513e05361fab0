//! Pieces that the screens are made of.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Clear};

use crate::i18n::Texts;
use crate::model::{Association, Gravity, UserColumn};
use crate::query::{highlights, highlights_near};
use crate::text;

use super::action::{Pane, Target};
use super::app::{App, Deck};
use super::theme::Theme;

/// What lies under the pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hit {
    /// Something to click.
    Target(Target),
    /// A foot hint.
    Run(&'static str),
}

/// The clickable places of a frame; later ones lie above earlier ones.
#[derive(Clone, Debug, Default)]
pub struct Hits {
    places: Vec<(Rect, Hit)>,
    panes: Vec<(Rect, Pane)>,
}

impl Hits {
    /// Adds a place.
    pub fn add(&mut self, area: Rect, hit: Hit) {
        self.places.push((area, hit));
    }

    /// What is at a place.
    #[must_use]
    pub fn at(&self, column: u16, row: u16) -> Option<Hit> {
        self.places.iter().rev().find(|(area, _)| area.contains((column, row).into())).map(|(_, hit)| *hit)
    }

    /// Adds a pane that the wheel scrolls.
    pub fn add_pane(&mut self, area: Rect, pane: Pane) {
        self.panes.push((area, pane));
    }

    /// The pane at a place.
    #[must_use]
    pub fn pane_at(&self, column: u16, row: u16) -> Option<Pane> {
        self.panes.iter().rev().find(|(area, _)| area.contains((column, row).into())).map(|(_, pane)| *pane)
    }
}

/// Draws a frame with a title and gives the room inside. The focused one is told by its line and a mark in the title.
pub fn pane(frame: &mut Frame<'_>, area: Rect, title: &str, right: &str, focused: bool, theme: Theme) -> Rect {
    let room = usize::from(area.width).saturating_sub(4);
    let right = text::fit(right, room.saturating_sub(text::width(title) + 3));
    let style = if focused { theme.heading() } else { theme.text() };
    let mark = if focused { "▌" } else { " " };
    let mut block = Block::bordered().border_type(BorderType::Rounded).border_style(theme.frame(focused));
    block = block.title(Line::styled(format!("{mark}{} ", text::fit(title, room)), style));
    if !right.is_empty() {
        block = block.title(Line::styled(format!(" {right} "), theme.dim()).right_aligned());
    }
    let inside = block.inner(area);
    frame.render_widget(block, area);
    inside
}

/// Takes away what stands in an area; what the theme paints the window with stays.
pub fn clear(frame: &mut Frame<'_>, area: Rect, theme: Theme) {
    frame.render_widget(Clear, area);
    frame.buffer_mut().set_style(area, theme.base());
}

/// A window over the screen, in its middle.
pub fn window(frame: &mut Frame<'_>, width: u16, height: u16, title: &str, theme: Theme) -> Rect {
    let screen = frame.area();
    let width = width.min(screen.width.saturating_sub(2));
    let height = height.min(screen.height.saturating_sub(2));
    let area = screen.centered(width.into(), height.into());
    // A column of air on both sides: frames of what lies below would touch its own.
    clear(frame, Rect { x: area.x.saturating_sub(1), width: area.width + 2, ..area }.intersection(screen), theme);
    pane(frame, area, title, "", true, theme)
}

/// One line of spans at a row of an area; nothing where the row is outside.
pub fn line(frame: &mut Frame<'_>, area: Rect, row: usize, line: Line<'_>) {
    if row < usize::from(area.height) {
        let at = Rect { y: area.y + u16::try_from(row).unwrap_or(0), height: 1, ..area };
        frame.render_widget(line, at);
    }
}

/// The rectangle of a row of an area.
#[must_use]
pub fn row_rect(area: Rect, row: usize) -> Rect {
    Rect { y: area.y.saturating_add(u16::try_from(row).unwrap_or(u16::MAX)), height: 1, ..area }
}

/// Letters behind the cut that are looked at for highlights.
const LONGEST_WORD: usize = 64;

/// Untrusted text in exactly `room` columns, with the letters marked that the words of a filter found.
#[must_use]
pub fn cell(raw: &str, room: usize, words: &[&str], near: bool, style: Style, theme: Theme) -> Vec<Span<'static>> {
    let shown = text::clean(raw);
    let cut = text::pad(&shown, room);
    if words.is_empty() {
        return vec![Span::styled(cut, style)];
    }
    // No more than what is seen, and what a word that begins in sight may need: a cell can be very long.
    let seen: String = shown.chars().take(cut.chars().count() + LONGEST_WORD).collect();
    let found = if near { highlights_near(&seen, words) } else { highlights(&seen, words) };
    let mut spans: Vec<Span<'static>> = Vec::new();
    let mut run = String::new();
    let mut marked = false;
    for (index, c) in cut.chars().enumerate() {
        let mark = c != text::ELLIPSIS && found.get(index).copied().unwrap_or(false);
        if mark != marked && !run.is_empty() {
            spans.push(Span::styled(std::mem::take(&mut run), if marked { style.patch(theme.found()) } else { style }));
        }
        marked = mark;
        run.push(c);
    }
    spans.push(Span::styled(run, if marked { style.patch(theme.found()) } else { style }));
    spans
}

/// An association as a mark and a word.
#[must_use]
pub fn association(association: Association, texts: &Texts, theme: Theme) -> (String, Style) {
    match association {
        Association::Yes => (format!("✓ {}", texts.get("yes")), theme.good()),
        Association::No => (format!("✗ {}", texts.get("no")), theme.bad()),
        Association::Contradictory => (format!("± {}", texts.get("both")), theme.warn()),
        Association::NotSaid => (text::NOTHING.to_owned(), theme.dim()),
    }
}

/// The sign of how much something matters, and how it looks: nothing is told by colour alone.
#[must_use]
pub fn severity_sign(gravity: Option<Gravity>, theme: Theme) -> (&'static str, Style) {
    match gravity {
        Some(Gravity::Urgent) => ("✗", theme.bad()),
        Some(Gravity::Warning) => ("●", theme.warn()),
        Some(Gravity::Info) | None => (" ", theme.text()),
    }
}

/// The name of a column of users on the screen, as a key in the locales.
#[must_use]
pub fn column_name(column: UserColumn) -> &'static str {
    match column {
        UserColumn::Name => "column-name",
        UserColumn::Found => "column-found",
        UserColumn::Until => "column-until",
        UserColumn::Email => "column-email",
        UserColumn::Mcid => "column-mcid",
        UserColumn::Pmc => "column-pmc",
        UserColumn::Pc => "column-pc",
        UserColumn::Skills => "column-skills",
        UserColumn::Competencies => "column-competencies",
        UserColumn::Problem => "column-problem",
    }
}

/// The same, where it matters how the program knows what stands in it: from the file, or by the rules.
#[must_use]
pub fn column_heading(app: &App, column: UserColumn) -> &'static str {
    let by_rules = |deck: &Deck| deck.index().areas().are_shown(deck.company());
    match column {
        UserColumn::Competencies if app.deck.as_ref().is_some_and(by_rules) => "column-competencies-by-rules",
        column => column_name(column),
    }
}

/// A bar of eighths of a column.
#[must_use]
pub fn bar(value: usize, most: usize, room: usize) -> String {
    const PARTS: [char; 8] = [' ', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
    if most == 0 || value == 0 {
        return String::new();
    }
    let eighths = (value * room * 8).div_ceil(most).min(room * 8);
    let mut out = "█".repeat(eighths / 8);
    if let Some(part) = PARTS.get(eighths % 8).filter(|p| **p != ' ') {
        out.push(*part);
    }
    out
}

/// A gauge of so many cells. What is there but less than a cell is not nothing, and what is not all is not full.
#[must_use]
pub fn gauge(have: f64, need: f64, cells: usize) -> String {
    let share = if need > 0.0 { (have / need).clamp(0.0, 1.0) } else { 1.0 };
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)] // few cells
    let full = (share * cells as f64).floor() as usize;
    let full = if share > 0.0 { full.max(1) } else { 0 };
    format!("{}{}", "▰".repeat(full.min(cells)), "▱".repeat(cells.saturating_sub(full)))
}

/// A prompt with its text and the cursor in it, in a row of an area.
pub fn prompt(frame: &mut Frame<'_>, area: Rect, row: usize, sign: &str, input: &tui_input::Input, theme: Theme) {
    let before = text::width(sign);
    let room = usize::from(area.width).saturating_sub(before + 2);
    let cursor = input.value().char_indices().nth(input.cursor()).map_or(input.value().len(), |(byte, _)| byte);
    let (typed, rest) = input.value().split_at(cursor);
    // Counted in columns, as it is shown: a wide character takes two of them.
    let typed = text::clean(typed);
    let typed = text::tail(&typed, room);
    let shown = format!("{typed}{}", text::clean(rest));
    let spans = vec![Span::styled(sign.to_owned(), theme.key()), Span::raw(text::fit(&shown, room + 1).into_owned())];
    line(frame, area, row, Line::from(spans));
    let x = text::width(typed) + before;
    if row < usize::from(area.height) {
        let x = area.x + u16::try_from(x).unwrap_or(0).min(area.width.saturating_sub(1));
        frame.set_cursor_position((x, area.y + u16::try_from(row).unwrap_or(0)));
    }
}
