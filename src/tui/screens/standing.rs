//! Competencies and designations: what the rules ask for, how far it is, and the arithmetic of what is selected.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::catalog::Programme;
use crate::export::standing::{Entry, Tone};
use crate::text;

use super::super::action::{Pane, Target};
use super::super::app::App;
use super::super::widgets::{Hit, Hits, gauge, line, pane, row_rect};
use super::page::{self, mark, style};

/// Draws it.
pub fn draw(app: &App, frame: &mut Frame<'_>, area: Rect, hits: &mut Hits) {
    if app.is_wide() {
        let [left, right] = Layout::horizontal([Constraint::Percentage(48), Constraint::Min(1)]).areas(area);
        draw_entries(app, frame, left, hits);
        draw_page(app, frame, right, hits);
    } else if app.standing.reading {
        draw_page(app, frame, area, hits);
    } else {
        draw_entries(app, frame, area, hits);
    }
}

fn draw_entries(app: &App, frame: &mut Frame<'_>, area: Rect, hits: &mut Hits) {
    let (texts, theme, view) = (&app.texts, app.theme, &app.standing);
    let programme = view.stamp.as_ref().map(|stamp| stamp.programme);
    let title = texts.get(if programme == Some(Programme::Designations) { "standing-designations" } else { "standing-competencies" });
    let track = match (programme, view.track) {
        (Some(Programme::Designations), Some(track)) => texts.get(&format!("standing-track-{}", track.name())),
        (Some(Programme::Designations), None) => texts.get("standing-track-all"),
        _ => String::new(),
    };
    // What the mark behind a state means is said once.
    let standing = app.deck.as_ref().map(|deck| &deck.prepared.standing);
    let is_by_last_known = standing.zip(programme).is_some_and(|(standing, programme)| standing.is_by_last_known(programme));
    let last_known = is_by_last_known.then(|| texts.get("standing-by-last-known"));
    let said: Vec<String> = last_known.into_iter().chain(Some(track).filter(|track| !track.is_empty())).collect();
    let inside = pane(frame, area, &title, &said.join(" · "), !view.reading, theme);
    hits.add_pane(area, Pane::Standing);
    if view.entries.is_empty() {
        for (row, wrapped) in text::wrap(&texts.get("standing-none"), usize::from(inside.width).saturating_sub(4)).into_iter().enumerate() {
            line(frame, inside, row + 1, Line::styled(format!("  {wrapped}"), theme.dim()));
        }
        return;
    }
    let name_room = name_room(&view.entries, usize::from(inside.width));
    for (row, at) in view.list.window(inside.height.into(), view.entries.len()).enumerate() {
        let selected = at == view.list.selected;
        line(frame, inside, row, entry_line(app, &view.entries[at], name_room, usize::from(inside.width), selected));
        let target = if view.reading { Target::Elsewhere(Pane::Standing, at) } else { Target::Row(at) };
        hits.add(row_rect(inside, row).intersection(inside), Hit::Target(target));
    }
}

/// Cells of a gauge.
const CELLS: usize = 8;

/// What the names take of a line: as much as the longest needs, as long as what is said of the entries keeps its room. A name
/// that is cut is still known; a state that is cut is not.
fn name_room(entries: &[Entry], width: usize) -> usize {
    /// A state longer than this is cut, and a name longer than that.
    const MOST_STATE: usize = 34;
    const NAME: usize = 26;
    let longest = entries.iter().map(|e| text::width(&e.name) + 2 * usize::from(e.depth)).max().unwrap_or(0);
    let said = |e: &Entry| text::width(mark(e.tone)) + text::width(&e.state) + if e.gauge.is_some() { CELLS + 1 } else { 0 };
    let said = entries.iter().map(said).max().unwrap_or(0).clamp(CELLS + 1 + STATE, CELLS + 1 + MOST_STATE);
    let beside = width.saturating_sub(2 + 1 + CELLS + 1 + STATE).max(8.min(width));
    longest.min(beside).min(width.saturating_sub(2 + 1 + said).max(NAME))
}

/// The least room for what is said of an entry.
const STATE: usize = 16;

fn entry_line<'l>(app: &App, entry: &Entry, name_room: usize, width: usize, selected: bool) -> Line<'l> {
    let (texts, theme) = (&app.texts, app.theme);
    let focused = !app.standing.reading;
    let base = match (selected, focused) {
        (true, true) => theme.selected(),
        (true, false) => theme.selected_elsewhere(),
        _ => Style::new(),
    };
    // A reversed line keeps one colour: patches of others would tear it.
    let on = |style: Style| if selected && focused { base } else { style.patch(base) };
    let name = format!("{}{}", "  ".repeat(entry.depth.into()), entry.name);
    let name_style = if entry.depth == 0 { on(theme.heading()) } else { base };
    // What has no gauge has the more to say.
    let bars = entry.gauge.map_or_else(String::new, |g| format!("{} ", gauge(g.have, g.need, CELLS)));
    let rest = width.saturating_sub(2 + name_room + 1 + text::width(&bars));
    // What comes is told, in brief if need be, where what is said before it keeps its room.
    let room = |said: &String| rest >= STATE.max(text::width(&entry.state) + 2) + 1 + text::width(said);
    let as_of = app.deck.as_ref().map_or(app.today, super::super::app::Deck::as_of);
    let ways = entry.ends.map(|ends| [ends.words(texts), ends.shortly(as_of, texts), ends.in_brief(as_of, texts), ends.as_sign(texts)]);
    let safe = ways.into_iter().flatten().find(room).unwrap_or_default();
    let rest = rest.saturating_sub(text::width(&safe) + usize::from(!safe.is_empty()));
    let state = text::pad(&format!("{}{}", mark(entry.tone), entry.state), rest);
    let mut spans = vec![
        Span::styled(if selected { "› " } else { "  " }, base),
        Span::styled(format!("{} ", text::pad(&name, name_room)), name_style),
        Span::styled(bars, on(style(if entry.gauge.is_some() { entry.tone } else { Tone::Dim }, theme))),
        Span::styled(state, on(style(entry.tone, theme))),
    ];
    if !safe.is_empty() {
        spans.push(Span::styled(format!(" {safe}"), on(theme.dim())));
    }
    Line::from(spans)
}

fn draw_page(app: &App, frame: &mut Frame<'_>, area: Rect, hits: &mut Hits) {
    let view = &app.standing;
    let title = app.texts.get("standing-page");
    let shown = page::Shown { page: view.page.1.as_deref(), title, lines: &view.lines, focused: view.reading, pane: Pane::Page };
    page::draw(app, frame, area, &shown, hits);
}
