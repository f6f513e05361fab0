//! What there is to settle, the most pressing first, and beside it the proof and the checklist for it.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line as Words, Span};

use crate::cases::{PointAt, Stage};
use crate::checklists::checklists;
use crate::diagnosis::Finding;
use crate::export::cases;
use crate::export::checklists::tone_of;
use crate::export::findings::{Teller, title};
use crate::export::standing::Tone;
use crate::text;
use crate::tr;

use super::super::action::{Pane, Target};
use super::super::app::{App, Deck};
use super::super::queue::Line;
use super::super::widgets::{Hit, Hits, line, pane, row_rect};
use super::page::{self, mark, style};
use super::users::draw_filter;

/// Draws it.
pub fn draw(app: &App, frame: &mut Frame<'_>, area: Rect, hits: &mut Hits) {
    let Some(deck) = &app.deck else { return };
    if app.is_wide() {
        let [left, right] = Layout::horizontal([Constraint::Percentage(48), Constraint::Min(1)]).areas(area);
        draw_queue(app, deck, frame, left, hits);
        draw_page(app, frame, right, hits);
    } else if app.queue.reading {
        draw_page(app, frame, area, hits);
    } else {
        draw_queue(app, deck, frame, area, hits);
    }
}

fn draw_page(app: &App, frame: &mut Frame<'_>, area: Rect, hits: &mut Hits) {
    let view = &app.queue;
    let page = view.page.as_ref().map(|(_, page)| page.as_ref());
    let title = app.texts.get("tab-troubleshooting");
    let shown = page::Shown { page, title, lines: &view.words, focused: view.reading, pane: Pane::Checklist };
    page::draw(app, frame, area, &shown, hits);
}

fn draw_queue(app: &App, deck: &Deck, frame: &mut Frame<'_>, area: Rect, hits: &mut Hits) {
    let (texts, view) = (&app.texts, &app.queue);
    let filter = app.users.filter.value().trim();
    let right = if filter.is_empty() { String::new() } else { tr!(texts, "queue-filter", filter = text::clean(filter).into_owned()) };
    let inside = pane(frame, area, &texts.get("tab-troubleshooting"), &right, !view.reading, app.theme);
    hits.add_pane(area, Pane::Queue);
    let inside = draw_filter(app, frame, inside);
    if view.lines.is_empty() {
        let said = texts.get(if filter.is_empty() { "findings-none" } else { "queue-none-of-filter" });
        for (row, wrapped) in text::wrap(&said, usize::from(inside.width).saturating_sub(4)).into_iter().enumerate() {
            line(frame, inside, row + 1, Words::styled(format!("  {wrapped}"), app.theme.dim()));
        }
        return;
    }
    for (row, at) in view.list.window(inside.height.into(), view.lines.len()).enumerate() {
        let selected = at == view.list.selected;
        line(frame, inside, row, words(app, deck, view.lines[at], usize::from(inside.width), selected));
        let target = if view.reading { Target::Elsewhere(Pane::Queue, at) } else { Target::Row(at) };
        hits.add(row_rect(inside, row).intersection(inside), Hit::Target(target));
    }
}

/// A line of the queue in words, with how it is meant and whether it is a heading.
#[must_use]
pub fn said(app: &App, deck: &Deck, of: Line) -> (String, Tone, bool) {
    let texts = &app.texts;
    let heading = |key: &str| (texts.get(key), Tone::Heading, true);
    match of {
        Line::Kind(code, count, folded) => {
            let arrow = if folded { "▸" } else { "▾" };
            let tone = tone_of(code.severity());
            (format!("{arrow} {}{} · {}", mark(tone), title(code, texts), texts.number(count)), tone, true)
        }
        Line::Finding(at) => {
            let said = deck.prepared.diagnosis.findings.get(at).map_or_else(String::new, |f| of_finding(app, deck, f));
            // Where somebody is at work already, that is seen first.
            let sign = deck.followed.stage_of(at).map_or_else(String::new, |stage| format!("{} ", sign_of(stage)));
            (format!("{sign}{said}"), Tone::Plain, false)
        }
        Line::DueToday(points) => (format!("◷ {} · {}", texts.get("queue-due"), texts.number(points)), Tone::Bad, true),
        Line::Due(at) => (of_due(app, deck, at), Tone::Plain, false),
        Line::Others => heading("queue-others"),
        Line::Loose(at) | Line::Settled(at) => (of_point(app, deck, at), Tone::Plain, false),
        Line::SettledAll(points, folded) => {
            let arrow = if folded { "▸" } else { "▾" };
            (format!("{arrow} {} · {}", texts.get("queue-settled"), texts.number(points)), Tone::Dim, true)
        }
        Line::Checklists => heading("queue-checklists"),
        Line::Checklist(at) => {
            let id = checklists().get(at).map_or("", |list| list.id.as_str());
            (texts.get(&format!("checklist-{id}")), Tone::Plain, false)
        }
        Line::Silent => heading("queue-silent"),
        Line::Rule(at) => (deck.prepared.diagnosis.silent.get(at).map_or_else(String::new, |one| title(one.code, texts)), Tone::Dim, false),
    }
}

/// How a point stands, in one sign.
fn sign_of(stage: Stage) -> &'static str {
    match stage {
        Stage::Open => "◉",
        Stage::Waiting => "◷",
        Stage::Support => "☎",
        Stage::Done => "✓",
        Stage::NoAction => "–",
    }
}

/// Whom a point is about, what it is, and how it stands.
fn of_point(app: &App, deck: &Deck, at: PointAt) -> String {
    let (Some(case), Some(point)) = (deck.followed.case(at), deck.followed.point(at)) else { return String::new() };
    let texts = &app.texts;
    let parts = [cases::who(case, texts), cases::matter(point.matter, texts), cases::state(&point.state, texts)];
    format!("{} {}", sign_of(point.state.stage()), parts.join(" · "))
}

/// Whom it is about, and what is due.
fn of_due(app: &App, deck: &Deck, at: PointAt) -> String {
    let (Some(case), Some(now)) = (deck.followed.case(at), deck.followed.now) else { return String::new() };
    let over = deck.followed.clocks_of(at).into_iter().filter(|clock| clock.is_over).min_by_key(|clock| clock.until.day());
    let said = over.map_or_else(|| of_point(app, deck, at), |clock| cases::clock(&clock, now, &app.texts));
    format!("{} · {said}", cases::who(case, &app.texts))
}

/// Who, and what is so.
fn of_finding(app: &App, deck: &Deck, finding: &Finding) -> String {
    let company = deck.company();
    let teller = Teller { company, programmes: &deck.prepared.programmes, as_of: deck.as_of(), texts: &app.texts };
    let message = teller.message(finding);
    match teller.name(finding) {
        Some(name) => format!("{} · {message}", text::clean(&name)),
        None => message,
    }
}

fn words<'l>(app: &App, deck: &Deck, of: Line, width: usize, selected: bool) -> Words<'l> {
    let theme = app.theme;
    let focused = !app.queue.reading;
    let base = match (selected, focused) {
        (true, true) => theme.selected(),
        (true, false) => theme.selected_elsewhere(),
        _ => Style::new(),
    };
    let (said, tone, is_heading) = said(app, deck, of);
    let indent = if is_heading { "" } else { "  " };
    let own = if is_heading && tone == Tone::Plain { theme.heading() } else { style(tone, theme) };
    // A reversed line keeps one colour: patches of others would tear it.
    let shown = if selected && focused { base } else { own.patch(base) };
    let room = width.saturating_sub(2 + indent.len());
    Words::from(vec![
        Span::styled(if selected { "› " } else { "  " }, base),
        Span::styled(format!("{indent}{}", text::pad(&said, room)), shown),
    ])
}
