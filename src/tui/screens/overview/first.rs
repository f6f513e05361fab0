//! The box *Do first* of the first screen: the kinds of finding that press most, and below them the groups to look at, each
//! with the filter behind it. Where there is nothing to settle, the groups stand alone.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::diagnosis::Severity;
use crate::export::findings::title;
use crate::model::Gravity;
use crate::model::overview::Figure;
use crate::{text, tr};

use super::super::super::action::Target;
use super::super::super::app::{App, Deck};
use super::super::super::layers::more_below;
use super::super::super::queue::{First, Pressing};
use super::super::super::widgets::{Hit, Hits, line, pane, row_rect, severity_sign};
use super::{figure_name, mark, top};

/// A line of the box.
#[derive(Clone, Copy)]
enum Row<'d> {
    Due(usize),
    First(Pressing),
    /// Above the groups to look at.
    Heading,
    LookAt(&'d Figure),
}

fn rows(deck: &Deck) -> Vec<Row<'_>> {
    let look_at = &deck.overview().look_at;
    let heading = (!deck.do_first().is_empty() && !look_at.is_empty()).then_some(Row::Heading);
    let first = deck.do_first().into_iter().map(|first| match first {
        First::Due(points) => Row::Due(points),
        First::Kind(pressing) => Row::First(pressing),
    });
    first.chain(heading).chain(look_at.iter().map(Row::LookAt)).collect()
}

/// How many lines the box has.
pub(super) fn lines(deck: &Deck) -> usize {
    rows(deck).len()
}

/// How wide the widest name in it is.
pub(super) fn names(app: &App, deck: &Deck) -> usize {
    let widths = rows(deck).into_iter().map(|row| match row {
        Row::Due(_) => text::width(&app.texts.get("queue-due")),
        Row::First(pressing) => text::width(&title(pressing.code, &app.texts)),
        Row::Heading => 0,
        Row::LookAt(figure) => text::width(&figure_name(&app.texts, figure)),
    });
    widths.max().unwrap_or(0)
}

/// Draws it.
pub(super) fn draw(app: &App, deck: &Deck, frame: &mut Frame<'_>, area: Rect, hits: &mut Hits) {
    let (texts, theme) = (&app.texts, app.theme);
    let rows = rows(deck);
    let first = deck.overview().funnel.len();
    let focused = (first..deck.before_warnings()).contains(&app.overview.selected);
    let (name, note) = match deck.to_settle() {
        0 => (texts.get("overview-look-at"), texts.get("overview-people")),
        points => (texts.get("overview-do-first"), tr!(texts, "overview-to-settle", count = points)),
    };
    let inside = pane(frame, area, &name, &note, focused, theme);
    if rows.is_empty() {
        line(frame, inside, 0, Line::styled(format!("  ✓ {}", texts.get("overview-nothing-to-look-at")), theme.good()));
    }
    let count = |row: &Row<'_>| match row {
        Row::Due(points) => Some(*points),
        Row::First(pressing) => pressing.shown(),
        Row::Heading => None,
        Row::LookAt(figure) => Some(figure.people),
    };
    let number = rows.iter().filter_map(count).map(|n| texts.number(n).chars().count()).max().unwrap_or(1);
    // The heading is no place to be selected.
    let place_of = |row: usize| row - usize::from(row > deck.do_first().len() && !deck.do_first().is_empty());
    let selected = app.overview.selected.checked_sub(first).filter(|_| focused);
    let selected = selected.and_then(|at| (0..rows.len()).rfind(|row| place_of(*row) == at));
    let height = usize::from(inside.height);
    let top = top(selected.unwrap_or(usize::MAX), height, rows.len());
    let room = usize::from(inside.width).saturating_sub(number + 6);
    for (at, row) in rows.iter().enumerate().skip(top) {
        let is_selected = selected == Some(at);
        let style = if is_selected { theme.selected() } else { theme.text() };
        let (sign, of_sign, name) = match row {
            Row::Heading => {
                let said = format!(" {} · {}", texts.get("overview-look-at"), texts.get("overview-people"));
                line(frame, inside, at - top, Line::styled(text::fit(&said, inside.width.into()).into_owned(), theme.dim()));
                continue;
            }
            Row::Due(_) => ("◷", theme.bad(), texts.get("queue-due")),
            Row::First(pressing) => {
                let gravity = if pressing.code.severity() == Severity::Urgent { Gravity::Urgent } else { Gravity::Warning };
                let (sign, of_sign) = severity_sign(Some(gravity), theme);
                (sign, of_sign, title(pressing.code, texts))
            }
            Row::LookAt(figure) => {
                let (sign, of_sign) = match figure.name {
                    // The signs of what there is to do stand above.
                    _ if !deck.do_first().is_empty() => ("·", theme.dim()),
                    "pmc-only" => ("▲", theme.bad()),
                    _ => (if at == 0 { "▲" } else { "●" }, theme.warn()),
                };
                (sign, of_sign, figure_name(texts, figure))
            }
        };
        let shown = count(row).map(|n| texts.number(n)).unwrap_or_default();
        let spans = vec![
            Span::styled(mark(is_selected), style),
            // A reversed line keeps one colour.
            Span::styled(format!("{sign} "), if is_selected { style } else { of_sign }),
            Span::styled(format!("{} {}", text::pad_left(&shown, number), text::fit(&name, room)), style),
        ];
        line(frame, inside, at - top, Line::from(spans));
        hits.add(row_rect(inside, at - top).intersection(inside), Hit::Target(Target::Row(first + place_of(at))));
    }
    more_below(app, frame, inside, !deck.do_first().is_empty() && rows.len() > top + height);
}
