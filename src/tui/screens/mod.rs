//! The screens: each reads the state and draws it.

pub mod data;
pub mod leaving;
mod list_facts;
pub mod overview;
mod page;
pub mod person;
mod points;
pub mod standing;
pub mod start;
pub mod troubleshooting;
pub mod users;
pub mod waiting;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use crate::text;
use crate::tr;

use super::action::Target;
use super::app::{App, Deck, Stage, Tab};
use super::commands;
use super::layers;
use super::widgets::{Hit, Hits, clear};

/// The least size at which something useful can be shown.
pub const LEAST: (u16, u16) = (40, 10);

/// Draws the whole window and gives what can be clicked in it.
pub fn draw(app: &App, frame: &mut Frame<'_>) -> Hits {
    let mut hits = Hits::default();
    let area = frame.area();
    frame.buffer_mut().set_style(area, app.theme.base());
    if area.width < LEAST.0 || area.height < LEAST.1 {
        too_small(app, frame, area);
        return hits;
    }
    let [title, tabs, body, foot] =
        Layout::vertical([Constraint::Length(1), Constraint::Length(1), Constraint::Min(1), Constraint::Length(1)]).areas(area);
    draw_title(app, frame, title);
    if app.deck.is_some() && matches!(app.stage, Stage::Open) {
        draw_tabs(app, frame, tabs, &mut hits);
        draw_body(app, frame, body, &mut hits);
    } else if matches!(app.stage, Stage::Start) {
        start::draw(app, frame, Rect { y: tabs.y, height: tabs.height + body.height, ..body }, &mut hits);
    } else {
        waiting::draw(app, frame, body);
    }
    draw_foot(app, frame, foot, &mut hits);
    layers::draw(app, frame, &mut hits);
    layers::following_keys(app, frame, body);
    hits
}

fn too_small(app: &App, frame: &mut Frame<'_>, area: Rect) {
    let message = text::wrap(&app.texts.get("too-small"), area.width.into());
    for (row, line) in (0..area.height).zip(message) {
        let shown = text::fit(&line, area.width.into()).into_owned();
        frame.render_widget(Line::raw(shown), Rect { y: area.y + row, height: 1, ..area });
    }
}

/// What is open, as of when, and in which language.
fn draw_title(app: &App, frame: &mut Frame<'_>, area: Rect) {
    let texts = &app.texts;
    // What goes on in the background goes before everything else.
    let state = match app.reloading {
        // What is done in a fifth of a second needs no progress.
        Some(ticks) if ticks >= 2 => tr!(texts, "title-reading", percent = app.progress.percent()),
        _ if app.changed_on_disk => tr!(texts, "title-changed", key = commands::label(app.bindings.first("reload"), texts)),
        _ => String::new(),
    };
    let language = format!("{} ", texts.lang().code());
    let right = if state.is_empty() { language } else { format!("{state} · {language}") };
    let program = " skilldeck ";
    let room = usize::from(area.width).saturating_sub(text::width(&right) + program.len() + 1);
    let mut spans = vec![Span::styled(program, app.theme.heading())];
    match (&app.deck, &app.stage) {
        (Some(deck), Stage::Open) => {
            let file = deck.file_names();
            // What is said of the file gives way to its name, and a long name in the end to both.
            let name = text::width(&file).min(if deck.company().has_two_files() { 64 } else { 40 });
            let fits = |said: &String| name + text::width(said) <= room;
            let said = Length::ALL.map(|length| said_of_report(app, deck, length));
            let said = said.iter().find(|said| fits(said)).unwrap_or(&said[Length::ALL.len() - 1]);
            let name = text::fit(&file, name.min(room.saturating_sub(text::width(said)).max(8))).into_owned();
            spans.push(Span::raw(text::fit(&format!("{name}{said}"), room).into_owned()));
        }
        (_, Stage::Start) => {}
        _ => spans.push(Span::raw(text::fit(&text::clean(&app.opening), room).into_owned())),
    }
    frame.render_widget(Line::from(spans), area);
    let width = u16::try_from(text::width(&right)).unwrap_or(0).min(area.width);
    let at = Rect { x: area.x + area.width - width, width, ..area };
    frame.render_widget(Line::styled(right, if state.is_empty() { app.theme.dim() } else { app.theme.warn() }), at);
}

/// How much is said of a report in the title.
#[derive(Clone, Copy, PartialEq)]
enum Length {
    Full,
    /// The day of today goes without its date.
    Short,
    /// Dates and numbers are not introduced.
    Bare,
    /// Nothing of today.
    Least,
}

impl Length {
    const ALL: [Length; 4] = [Length::Full, Length::Short, Length::Bare, Length::Least];
}

/// Of when the report is, from which day it is looked at, which one of several it is.
fn said_of_report(app: &App, deck: &Deck, length: Length) -> String {
    let texts = &app.texts;
    let date = deck.company().report_date.map(|(date, _)| date);
    let mut parts = Vec::new();
    if let Some(date) = date {
        let date = texts.date(date);
        let introduced = matches!(length, Length::Full | Length::Short);
        parts.push(if introduced { tr!(texts, "title-report", date = date) } else { date });
    }
    let seen = deck.as_of();
    if date != Some(seen) {
        match length {
            Length::Full if seen == app.today => parts.push(tr!(texts, "title-as-of-today", date = texts.date(seen))),
            Length::Least if seen == app.today && date.is_some() => {}
            Length::Short | Length::Bare if seen == app.today => parts.push(texts.get("title-today")),
            // Whoever looks from another day than this has to know it.
            _ => parts.push(tr!(texts, "title-as-of", date = texts.date(seen))),
        }
    }
    let (number, count) = (deck.report + 1, deck.ready.loaded.reports.len());
    match (length, count) {
        (_, 1) => {}
        (Length::Bare | Length::Least, _) => parts.push(format!("{number}/{count}")),
        _ => parts.push(tr!(texts, "title-of-reports", number = number, count = count)),
    }
    parts.iter().map(|part| format!(" · {part}")).collect()
}

fn draw_tabs(app: &App, frame: &mut Frame<'_>, area: Rect, hits: &mut Hits) {
    let mut spans = vec![Span::raw(" ")];
    let mut x = area.x + 1;
    let warnings = app.deck.as_ref().map_or(0, |d| d.warnings().count());
    let to_settle = app.deck.as_ref().map_or(0, |d| d.to_settle());
    let mark = |tab: Tab| match tab {
        Tab::Data if warnings > 0 => format!(" !{warnings}"),
        Tab::Troubleshooting if to_settle > 0 => format!(" ●{to_settle}"),
        _ => String::new(),
    };
    let whole = |tab: Tab, number: u8, name: &str| format!(" {number} {}{} ", app.texts.get(name), mark(tab));
    let fits = Tab::ALL.iter().map(|(tab, number, name)| text::width(&whole(*tab, *number, name)) + 1).sum::<usize>() <= area.width.into();
    for (tab, number, name) in Tab::ALL {
        // Where there is no room for all the names, the open tab keeps its own.
        let label = if fits || tab == app.tab { whole(tab, number, name) } else { format!(" {number}{} ", mark(tab)) };
        let width = u16::try_from(text::width(&label)).unwrap_or(0);
        let style = if tab == app.tab { app.theme.selected() } else { app.theme.text() };
        hits.add(Rect { x, width, ..area }, Hit::Target(Target::Tab(tab)));
        spans.push(Span::styled(label, style));
        spans.push(Span::raw(" "));
        x = x.saturating_add(width + 1);
    }
    frame.render_widget(Line::from(spans), area);
}

fn draw_body(app: &App, frame: &mut Frame<'_>, area: Rect, hits: &mut Hits) {
    match (app.tab, &app.person) {
        (Tab::Overview, None) => overview::draw(app, frame, area, hits),
        (Tab::Data, None) => data::draw(app, frame, area, hits),
        (Tab::Standing, None) => standing::draw(app, frame, area, hits),
        (Tab::Troubleshooting, None) => troubleshooting::draw(app, frame, area, hits),
        (Tab::Users, None) | (_, Some(_)) => {
            if app.is_wide() {
                let list = users::width_beside(app, area.width);
                let [left, right] = Layout::horizontal([Constraint::Length(list), Constraint::Min(1)]).areas(area);
                users::draw(app, frame, left, hits);
                person::draw(app, frame, right, hits);
            } else if app.person.is_some() {
                person::draw(app, frame, area, hits);
            } else {
                users::draw(app, frame, area, hits);
            }
        }
    }
}

/// The keys that work here and now, or a message, or what may follow a started sequence.
fn draw_foot(app: &App, frame: &mut Frame<'_>, area: Rect, hits: &mut Hits) {
    let theme = app.theme;
    let room = usize::from(area.width);
    if let Some(notice) = &app.notice {
        let message = notice.message(&app.texts);
        let (mark, style) = if notice.bad { ("✗", theme.toast(true)) } else { ("·", theme.toast(false)) };
        // A long one takes some of the lines above: the end of it often says why.
        let lines = text::wrap(&message, room.saturating_sub(4));
        let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(3).min(area.y + 1);
        let area = Rect { y: area.y + 1 - height, height, ..area };
        clear(frame, area, theme);
        for (row, shown) in lines.iter().take(height.into()).enumerate() {
            let cut = row + 1 == usize::from(height) && lines.len() > row + 1;
            let begin = if row == 0 { mark } else { " " };
            let shown = Line::styled(format!(" {begin} {shown}{}", if cut { "…" } else { "" }), style);
            frame.render_widget(shown, Rect { y: area.y + row as u16, height: 1, ..area });
        }
        return;
    }
    let prompt = layers::prompt_hints(app).is_some();
    // How to get help and how to leave is said in the narrowest window.
    let mut kept = if prompt { 1 } else { 2 };
    let mut hints: Vec<(String, &'static str, String)> = if app.typed.is_empty() {
        let shown = layers::prompt_hints(app).unwrap_or_else(|| commands::hints(app));
        shown.into_iter().map(|(key, id, hint)| (commands::label(&key, &app.texts), id, app.texts.get(&format!("hint-{hint}")))).collect()
    } else {
        // What may follow stands in a box of its own.
        vec![(commands::label("Esc", &app.texts), "back", app.texts.get("hint-drop-keys"))]
    };
    let width = |(key, _, what): &(String, &str, String)| text::width(key) + 1 + text::width(what);
    let mut widths: Vec<usize> = hints.iter().map(width).collect();
    let mut left_out = left_out(&widths, kept, room.saturating_sub(2));
    // Neither does the way back give way, where there is one.
    if let Some(back) = hints.iter().position(|(_, id, _)| *id == "back").filter(|back| left_out.contains(back)) {
        let hint = hints.remove(back);
        hints.insert(hints.len() - kept, hint);
        kept += 1;
        widths = hints.iter().map(width).collect();
        left_out = self::left_out(&widths, kept, room.saturating_sub(2));
    }
    let mut spans = vec![Span::raw(" ")];
    let mut used = 1;
    for (at, (key, id, what)) in hints.iter().enumerate() {
        if left_out.contains(&at) && at > left_out.start {
            continue;
        }
        if at > 0 {
            spans.push(Span::styled(SEPARATOR, theme.dim()));
            used += text::width(SEPARATOR);
        }
        if left_out.contains(&at) {
            spans.push(Span::styled("…", theme.dim()));
            used += 1;
            continue;
        }
        let x = area.x + u16::try_from(used).unwrap_or(0);
        hits.add(Rect { x, width: u16::try_from(widths[at]).unwrap_or(0), ..area }, Hit::Run(id));
        spans.push(Span::styled(key.clone(), theme.key()));
        spans.push(Span::raw(format!(" {what}")));
        used += widths[at];
    }
    frame.render_widget(Line::from(spans), area);
}

/// Between two hints.
const SEPARATOR: &str = " · ";

/// Which hints give way to an ellipsis where not all of them have room: those before the last `kept`, from behind.
fn left_out(widths: &[usize], kept: usize, room: usize) -> std::ops::Range<usize> {
    let last = widths.len().saturating_sub(kept);
    let gap = text::width(SEPARATOR);
    let taken = |shown: &[usize]| shown.iter().map(|w| w + gap).sum::<usize>();
    if taken(widths) <= room + gap {
        return last..last;
    }
    let room = (room + gap).saturating_sub(taken(&widths[last..]) + 1 + gap);
    let first = (0..=last).rev().find(|first| taken(&widths[..*first]) <= room).unwrap_or(0);
    first..last
}
