//! The keys, from the command table: those of the screen below first. It can be searched, and what is selected is run.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use tui_input::Input;

use crate::query::FIELDS;
use crate::text;

use super::super::action::Target;
use super::super::app::{App, Layer, ListState};
use super::super::commands::{COMMANDS, Command, Context, label};
use super::super::widgets::{Hit, Hits, line, prompt, row_rect, window};

/// Something that Enter runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// A command.
    Run(&'static str),
    /// A condition of the filter, begun in its prompt.
    Field(&'static str),
}

/// The context below the help itself.
fn below(app: &App) -> Context {
    app.here().below(|layer| matches!(layer, Layer::Help(..))).context()
}

/// A line, and what it runs.
struct Row {
    line: Line<'static>,
    item: Option<Item>,
}

/// The things that can be run among the lines found by a search, in their order.
#[must_use]
pub fn items(app: &App, typed: &str) -> Vec<Item> {
    rows(app, typed, None).into_iter().filter_map(|row| row.item).collect()
}

/// All lines, as they stand without a search.
#[must_use]
pub fn lines(app: &App) -> Vec<Line<'static>> {
    rows(app, "", None).into_iter().map(|row| row.line).collect()
}

fn rows(app: &App, typed: &str, selected: Option<usize>) -> Vec<Row> {
    let (texts, theme) = (&app.texts, app.theme);
    let here = below(app);
    let room = app.layer_width();
    let words: Vec<String> = text::fold(typed).split_whitespace().map(str::to_owned).collect();
    let found = |shown: &str| {
        let folded = text::fold(shown);
        words.iter().all(|w| folded.contains(w.as_str()))
    };
    let keys = |c: &Command| app.bindings.of(c.id).map(|k| label(k, texts)).collect::<Vec<_>>().join("  ");
    let width = COMMANDS.iter().map(|c| text::width(&keys(c))).max().unwrap_or(0).min(room * 2 / 5);
    let mut rows: Vec<Row> = Vec::new();
    let mut items = 0;
    let mut entry = |name: &str, width: usize, what: &str, item: Item| {
        let is_selected = selected == Some(items);
        items += 1;
        let base = if is_selected { theme.selected() } else { Style::new() };
        let what = text::pad(what, room.saturating_sub(width + 4));
        let key = if is_selected { base } else { theme.key() };
        let spans = vec![
            Span::styled(if is_selected { "› " } else { "  " }, base),
            Span::styled(format!("{}  ", text::pad(name, width)), key),
            Span::styled(what, base),
        ];
        Row { line: Line::from(spans), item: Some(item) }
    };
    let heading = |key: &str| Row { line: Line::styled(format!(" {}", texts.get(key)), theme.heading()), item: None };
    let blank = || Row { line: Line::raw(""), item: None };
    for (title, is_here) in [("help-here", true), ("help-elsewhere", false)] {
        let group: Vec<_> = COMMANDS
            .iter()
            .filter(|c| c.contexts.contains(&here) == is_here)
            .map(|c| (c, texts.get(&format!("cmd-{}", c.id))))
            .filter(|(c, what)| found(&format!("{what} {}", keys(c))))
            .collect();
        if group.is_empty() {
            continue;
        }
        if !rows.is_empty() {
            rows.push(blank());
        }
        rows.push(heading(title));
        rows.extend(group.into_iter().map(|(c, what)| entry(&keys(c), width, &what, Item::Run(c.id))));
    }
    let longest = FIELDS.iter().map(|(name, _)| name.len()).max().unwrap_or(0) + 1;
    let fields: Vec<_> = FIELDS
        .iter()
        .map(|(name, _)| (*name, texts.get(&format!("filter-field-{name}"))))
        .filter(|(name, what)| found(&format!("{name}: {what}")))
        .collect();
    if !fields.is_empty() {
        if !rows.is_empty() {
            rows.push(blank());
        }
        rows.push(heading("help-filter"));
        if words.is_empty() {
            let about = text::wrap(&texts.get("help-filter-text"), room.saturating_sub(2));
            rows.extend(about.into_iter().map(|wrapped| Row { line: Line::raw(format!("  {wrapped}")), item: None }));
        }
        rows.extend(fields.into_iter().map(|(name, what)| entry(&format!("{name}:"), longest, &what, Item::Field(name))));
    }
    rows
}

/// Draws it.
pub fn draw(app: &App, frame: &mut Frame<'_>, input: &Input, typing: bool, list: &ListState, hits: &mut Hits) {
    let (texts, theme) = (&app.texts, app.theme);
    let rows = rows(app, input.value(), Some(list.selected));
    let searching = typing || !input.value().is_empty();
    // As high as without a search: a window that jumps while one types cannot be read.
    let height = u16::try_from(app.layer_height() + 2).unwrap_or(u16::MAX);
    let width = u16::try_from(app.layer_width() + 2).unwrap_or(80);
    let inside = window(frame, width, height, &texts.get("help-title"), theme);
    let mut body = inside;
    if searching {
        if typing {
            prompt(frame, inside, 0, " / ", input, theme);
        } else {
            line(frame, inside, 0, Line::styled(format!(" / {}", text::clean(input.value())), theme.dim()));
        }
        body = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
    }
    if rows.is_empty() {
        line(frame, body, 0, Line::styled(format!("   {}", texts.get("palette-none")), theme.dim()));
    }
    let shown = usize::from(body.height);
    // Headings and a paragraph stand between the things to run: a page must not pass over any of them.
    list.page.set((shown / 2).max(1));
    let mut seen = 0;
    let places: Vec<Option<usize>> = rows
        .iter()
        .map(|row| {
            row.item.map(|_| {
                seen += 1;
                seen - 1
            })
        })
        .collect();
    let at = places.iter().position(|p| *p == Some(list.selected)).unwrap_or(0);
    let mut top = list.top.get().min(rows.len().saturating_sub(shown));
    if at >= top + shown {
        top = at + 1 - shown.max(1);
    }
    top = top.min(at);
    // What stands above the first one belongs to it.
    if list.selected == 0 {
        top = 0;
    }
    list.top.set(top);
    let total = rows.len();
    for (place, (row, item)) in rows.into_iter().zip(places).skip(top).take(shown).enumerate() {
        line(frame, body, place, row.line);
        if let Some(item) = item {
            hits.add(row_rect(body, place).intersection(body), Hit::Target(Target::Choice(item)));
        }
    }
    super::more_below(app, frame, inside, total > top + shown);
}
