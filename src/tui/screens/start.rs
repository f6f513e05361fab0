//! Choosing what to open: files opened of late, the newest downloads, the sample, a path; and how to get the right file.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::session::Sample;
use crate::text;

use super::super::action::{Offer, Target};
use super::super::app::App;
use super::super::widgets::{Hit, Hits, line, pane, row_rect};

/// Something that can be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Files that were found.
    Offer(Offer),
    /// The sample.
    Sample(Sample),
    /// A path to be typed.
    Path,
    /// How to get the report.
    HowTo,
}

/// Everything that can be opened, in the order in which it stands on the screen.
#[must_use]
pub fn offers(app: &App) -> Vec<Choice> {
    let found = app.start.found.iter().cloned().map(Choice::Offer);
    found.chain([Choice::Path, Choice::Sample(Sample::Skills), Choice::Sample(Sample::Trainings), Choice::HowTo]).collect()
}

/// Where the cursor begins: on the newest download where it is newer than everything opened before, else on what was
/// opened last.
#[must_use]
pub fn first(app: &App) -> usize {
    let found = &app.start.found;
    let newest = |recent: bool| found.iter().filter(|offer| offer.recent == recent).filter_map(|offer| offer.written).max();
    let download = found.iter().position(|offer| !offer.recent).filter(|_| newest(false) > newest(true));
    download.unwrap_or(0)
}

/// Draws it.
pub fn draw(app: &App, frame: &mut Frame<'_>, area: Rect, hits: &mut Hits) {
    if app.is_wide() {
        let [left, right] = Layout::horizontal([Constraint::Percentage(55), Constraint::Min(1)]).areas(area);
        draw_offers(app, frame, left, hits);
        draw_steps(app, frame, right);
    } else {
        // The list goes first; the steps have what it leaves, as many of them as are seen whole.
        let rows = rows(app, usize::from(area.width).saturating_sub(7)).len();
        let left = area.height.saturating_sub(u16::try_from(rows + 2).unwrap_or(u16::MAX));
        let steps = whole_steps(app, usize::from(area.width).saturating_sub(3), usize::from(left).saturating_sub(2)).0.len();
        let lower = if steps == 0 { 0 } else { u16::try_from(steps + 2).unwrap_or(left) };
        let [upper, lower] = Layout::vertical([Constraint::Min(3), Constraint::Length(lower)]).areas(area);
        draw_offers(app, frame, upper, hits);
        if lower.height > 0 {
            draw_steps(app, frame, lower);
        }
    }
}

/// A line of the list: a heading, a note, or something to choose with its place.
enum Row {
    Heading(String),
    Note(String),
    Choice(usize, Choice),
}

fn rows(app: &App, room: usize) -> Vec<Row> {
    let texts = &app.texts;
    let mut rows = Vec::new();
    let choices: Vec<(usize, Choice)> = offers(app).into_iter().enumerate().collect();
    let of_kind = |recent: bool| {
        choices.iter().filter(move |(_, c)| matches!(c, Choice::Offer(o) if o.recent == recent)).cloned().map(|(at, c)| Row::Choice(at, c))
    };
    if of_kind(true).next().is_some() {
        rows.push(Row::Heading(texts.get("start-recent")));
        rows.extend(of_kind(true));
    }
    rows.push(Row::Heading(texts.get("start-downloads")));
    match app.start.searching {
        true => rows.push(Row::Note(texts.get("start-searching"))),
        false if of_kind(false).next().is_none() => {
            rows.extend(text::wrap(&texts.get("start-none"), room).into_iter().map(Row::Note));
        }
        false => rows.extend(of_kind(false)),
    }
    rows.push(Row::Heading(texts.get("start-else")));
    rows.extend(choices.into_iter().filter(|(_, c)| !matches!(c, Choice::Offer(_))).map(|(at, c)| Row::Choice(at, c)));
    rows
}

fn draw_offers(app: &App, frame: &mut Frame<'_>, area: Rect, hits: &mut Hits) {
    let (texts, theme) = (&app.texts, app.theme);
    let inside = pane(frame, area, &texts.get("start-title"), "", true, theme);
    let room = usize::from(inside.width).saturating_sub(5);
    let rows = rows(app, room);
    let height = usize::from(inside.height);
    app.start.list.page.set(height.max(1));
    let selected = app.start.list.selected;
    let at = rows.iter().position(|r| matches!(r, Row::Choice(place, _) if *place == selected)).unwrap_or(0);
    // The heading above the first one is part of the picture.
    let mut top = app.start.list.top.get().min(rows.len().saturating_sub(height));
    if at >= top + height {
        top = at + 1 - height;
    }
    top = top.min(if selected == 0 { 0 } else { at });
    app.start.list.top.set(top);
    crate::tui::layers::more_below(app, frame, inside, rows.len() > top + height);
    let widest = app.start.found.iter().map(|offer| text::width(&text::clean(&offer.name))).max().unwrap_or(0);
    // The names take what they need, and not so much that nothing can be said of them.
    let name_room = widest.clamp(20.min(room), (room * 3 / 5).max(20.min(room)));
    for (place, row) in rows.into_iter().skip(top).take(height).enumerate() {
        match row {
            Row::Heading(heading) => line(frame, inside, place, Line::styled(format!(" {heading}"), theme.heading())),
            Row::Note(note) => line(frame, inside, place, Line::styled(format!("    {note}"), theme.dim())),
            Row::Choice(number, choice) => {
                line(frame, inside, place, choice_line(app, &choice, room, name_room, number == selected));
                hits.add(row_rect(inside, place).intersection(inside), Hit::Target(Target::Row(number)));
            }
        }
    }
}

fn choice_line(app: &App, choice: &Choice, room: usize, name_room: usize, selected: bool) -> Line<'static> {
    let (texts, theme) = (&app.texts, app.theme);
    let base = if selected { theme.selected() } else { Style::new() };
    let beside = if selected { base } else { theme.dim() };
    let (name, about) = match choice {
        Choice::Offer(offer) => {
            let kind = offer.kind.map(|k| texts.get(&format!("kind-{}", k.name())));
            let folder = offer.recent.then(|| text::clean(&offer.folder).into_owned());
            // Of today's files the hour says which is which.
            let width = text::width(&texts.date_column(app.today));
            let date = offer.written.map(|at| match at.date() {
                day if day == app.today => text::pad_left(&at.format("%H:%M").to_string(), width),
                day => texts.date_column(day),
            });
            let about: Vec<String> = [date, kind, folder].into_iter().flatten().collect();
            (text::clean(&offer.name).into_owned(), about.join(" · "))
        }
        Choice::Sample(Sample::Skills) => (texts.get("start-demo-old"), String::new()),
        Choice::Sample(Sample::Trainings) => (texts.get("start-demo"), String::new()),
        Choice::HowTo => (texts.get("start-how-choice"), String::new()),
        Choice::Path => (texts.get("start-path-choice"), super::super::commands::label(app.bindings.first("open-file"), texts)),
    };
    // Of files the dates stand below each other; other choices have the line to themselves.
    let name_room = if matches!(choice, Choice::Offer(_)) { name_room } else { room.saturating_sub(text::width(&about) + 2) };
    let rest = room.saturating_sub(name_room + 2);
    let about = if matches!(choice, Choice::Offer(_)) { text::pad(&about, rest) } else { text::pad_left(&about, rest) };
    Line::from(vec![
        Span::styled(if selected { "  › " } else { "    " }, base),
        Span::styled(format!("{}  ", text::pad(&name, name_room)), base),
        Span::styled(format!("{about} "), beside),
    ])
}

/// The steps to the right file, numbered, each in its lines.
fn steps(app: &App, room: usize) -> Vec<Vec<Line<'static>>> {
    let texts = &app.texts;
    let keys = (1..).map(|number| (number, format!("start-step-{number}"))).take_while(|(_, key)| texts.has(key));
    let step = |(number, key): (i32, String)| {
        let lines = text::wrap(&texts.get(&key), room.saturating_sub(4)).into_iter().enumerate();
        let begin = |at| if at == 0 { format!(" {number}. ") } else { "    ".to_owned() };
        lines.map(|(at, line)| Line::from(vec![Span::styled(begin(at), app.theme.key()), Span::raw(line)])).collect()
    };
    keys.map(step).collect()
}

/// All steps, to be read in a window of their own.
#[must_use]
pub fn all_steps(app: &App) -> Vec<Line<'static>> {
    steps(app, app.layer_width()).into_iter().flatten().collect()
}

/// The lines of as many steps as are seen whole, and whether there are more.
fn whole_steps(app: &App, room: usize, height: usize) -> (Vec<Line<'static>>, bool) {
    let mut lines = Vec::new();
    for step in steps(app, room) {
        if lines.len() + step.len() > height {
            return (lines, true);
        }
        lines.extend(step);
    }
    (lines, false)
}

fn draw_steps(app: &App, frame: &mut Frame<'_>, area: Rect) {
    let inside = pane(frame, area, &app.texts.get("start-how"), "", false, app.theme);
    let (lines, more) = whole_steps(app, usize::from(inside.width).saturating_sub(1), inside.height.into());
    for (row, step) in lines.into_iter().enumerate() {
        line(frame, inside, row, step);
    }
    if more {
        let choice = app.texts.get("start-how-choice");
        crate::tui::layers::note_below(
            app,
            frame,
            inside,
            &crate::tr!(app.texts, "start-more", choice = choice.trim_end_matches([' ', '…'])),
        );
    }
}
