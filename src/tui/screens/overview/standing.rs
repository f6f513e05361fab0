//! The box *Where we stand* of the first screen: how far each designation or competency is, and what comes.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::export::standing::{Ends, Entry, Gauge};
use crate::i18n::Texts;
use crate::standing::Track;
use crate::text;

use super::super::super::action::Target;
use super::super::super::app::{App, Deck};
use super::super::super::theme::Theme;
use super::super::super::widgets::{Hit, Hits, gauge, line, pane, row_rect};
use super::{mark, top};

/// The least width in which an entry whose tracks differ takes a line for each.
const WIDE: u16 = 50;

/// How many lines each designation or competency takes where there is room for all: one, or one for each track.
pub(super) fn standing_lines(app: &App, width: u16) -> u16 {
    let entries = app.standing_tops().into_iter().map(|at| &app.standing.entries[at]);
    let lines: usize = entries.map(|entry| if width >= WIDE { entry.tracks.len().max(1) } else { 1 }).sum();
    u16::try_from(lines).unwrap_or(u16::MAX)
}

/// Where the company stands: how far each designation or competency is, and what comes if nobody renews.
pub(super) fn draw_standing(app: &App, deck: &Deck, frame: &mut Frame<'_>, area: Rect, hits: &mut Hits) {
    if area.height < 3 {
        return;
    }
    let (texts, theme) = (&app.texts, app.theme);
    let (first, tops) = (deck.before_standing(), app.standing_tops());
    let focused = app.overview.selected >= first;
    let differ = tops.iter().any(|entry| !app.standing.entries[*entry].tracks.is_empty());
    let inside = Rect { width: area.width.saturating_sub(2), height: area.height.saturating_sub(2), ..area };
    let whole = differ && inside.width >= WIDE && standing_lines(app, inside.width) <= inside.height;
    // With a line for each the tracks are named there.
    let legend = if differ && !whole { format!("{ENTERPRISE} · {SMB}") } else { String::new() };
    let inside = pane(frame, area, &texts.get("overview-standing"), &legend, focused, theme);
    let width = usize::from(inside.width);
    let at = app.overview.selected.wrapping_sub(first);
    let top = top(at, inside.height.into(), tops.len());
    let entries: Vec<&Entry> = tops.iter().map(|entry| &app.standing.entries[*entry]).collect();
    let room = Room::new(app, deck, &entries, width, whole, differ);
    let mut line_at = 0;
    for (row, entry) in entries.iter().enumerate().skip(top) {
        let selected = focused && row == at;
        let style = if selected { theme.selected() } else { theme.text() };
        let name = format!("{} ", text::pad(&entry.name, room.name));
        let comes = entry.ends.map(|ends| said(ends, room.in_full, deck, texts));
        let rows = match (whole, entry.tracks.as_slice()) {
            (true, tracks) if !tracks.is_empty() => {
                // Below the name stands what comes, beside it the tracks.
                let below = format!("{} ", text::pad(&format!("  {}", comes.unwrap_or_default()), room.name));
                let names = [(name, style), (below, theme.dim())];
                let line_of = |((name, style), (track, gauge_of)): ((String, Style), &(Track, Gauge))| {
                    let figures = figures(*track, *gauge_of, texts);
                    vec![Span::styled(name, style), bars(*gauge_of, room.cells, theme), Span::styled(figures, theme.dim())]
                };
                names.into_iter().zip(tracks).map(line_of).collect()
            }
            (_, tracks) => {
                let mut spans = vec![Span::styled(name, style)];
                match (entry.gauge, tracks) {
                    _ if room.cells == 0 => spans.push(Span::raw(" ")),
                    (_, [large, small]) => spans.extend([large, small].map(|(_, gauge_of)| bars(*gauge_of, room.each(), theme))),
                    (Some(gauge_of), _) => spans.push(bars(gauge_of, room.cells, theme)),
                    (None, _) => spans.push(Span::raw(" ".repeat(room.cells + 1))),
                }
                let said = comes.unwrap_or_else(|| entry.state.clone());
                let rest = width.saturating_sub(2 + room.name + 1 + room.cells + 1);
                spans.push(Span::styled(text::fit(&said, rest).into_owned(), theme.dim()));
                vec![spans]
            }
        };
        for (part, spans) in rows.into_iter().enumerate() {
            if line_at >= usize::from(inside.height) {
                return;
            }
            let begin = if part == 0 { Span::styled(mark(selected), style) } else { Span::raw("  ") };
            line(frame, inside, line_at, Line::from([vec![begin], spans].concat()));
            hits.add(row_rect(inside, line_at).intersection(inside), Hit::Target(Target::Row(first + row)));
            line_at += 1;
        }
    }
}

/// A gauge and a blank behind it.
fn bars(of: Gauge, cells: usize, theme: Theme) -> Span<'static> {
    Span::styled(format!("{} ", text::pad(&gauge(of.have, of.need, cells), cells)), theme.accent())
}

/// The tracks, by Microsoft's own names in every language.
const ENTERPRISE: &str = "Enterprise";
const SMB: &str = "SMB";
/// A name is known by so many cells.
const NAME: usize = 10;
/// The least room for a state.
const STATE: usize = 14;

/// How the width of a line is shared.
struct Room {
    name: usize,
    /// Of a gauge; of two, with the blank between them.
    cells: usize,
    /// What comes is said in full.
    in_full: bool,
}

impl Room {
    fn new(app: &App, deck: &Deck, entries: &[&Entry], width: usize, whole: bool, differ: bool) -> Room {
        let longest = entries.iter().map(|entry| text::width(&entry.name)).max().unwrap_or(0);
        // The widest of what comes, of entries with a line for each track or without.
        let widest = |in_full: bool, tracks: &dyn Fn(bool) -> bool| {
            let of = entries.iter().filter(|entry| tracks(!entry.tracks.is_empty())).filter_map(|entry| entry.ends);
            of.map(|ends| text::width(&said(ends, in_full, deck, &app.texts))).max().unwrap_or(0)
        };
        if whole {
            let figures = entries.iter().flat_map(|e| &e.tracks).map(|(track, of)| text::width(&figures(*track, *of, &app.texts)));
            let figures = figures.max().unwrap_or(0);
            let left = |in_full: bool| width.saturating_sub(2 + 1 + 8 + 1 + figures.max(widest(in_full, &|has| !has)));
            // What comes stands below the name, set in.
            let below = |in_full: bool| widest(in_full, &|has| has) + 2;
            let in_full = longest.max(below(true)) <= left(true);
            return Room { name: longest.max(below(in_full)).min(left(in_full).max(8)), cells: 8, in_full };
        }
        // Of what nothing comes, the state is told.
        let least = if entries.iter().any(|entry| entry.ends.is_none()) { STATE } else { 0 };
        let rest = |in_full: bool, cells: usize| width.saturating_sub(2 + 1 + cells + 1 + widest(in_full, &|_| true).max(least));
        let most = if differ || width >= WIDE.into() { 9 } else { 5 };
        // Gauges give way to what is said: half a date is none.
        let cells = [most, 7, 5].into_iter().find(|cells| *cells <= most && rest(false, *cells) >= longest.min(NAME)).unwrap_or(0);
        let in_full = rest(true, cells) >= longest;
        Room { name: longest.min(rest(in_full, cells).max(NAME - 2)), cells, in_full }
    }

    /// Cells of each of two gauges.
    fn each(&self) -> usize {
        self.cells.saturating_sub(1) / 2
    }
}

/// What comes, with as many words as there is room for.
fn said(ends: Ends, in_full: bool, deck: &Deck, texts: &Texts) -> String {
    if in_full { ends.shortly(deck.as_of(), texts) } else { ends.in_brief(deck.as_of(), texts) }
}

/// Enterprise 36/40
fn figures(track: Track, of: Gauge, texts: &Texts) -> String {
    let name = match track {
        Track::Enterprise => ENTERPRISE,
        Track::Smb => SMB,
    };
    format!("{name} {}/{}", texts.decimal(of.have), texts.decimal(of.need))
}
