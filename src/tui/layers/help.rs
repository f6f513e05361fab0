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
use super::super::commands::{COMMANDS, Command, Context, also, label};
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
    /// It belongs to the line above it.
    goes_on: bool,
}

impl Row {
    fn text(line: Line<'static>) -> Row {
        Row { line, item: None, goes_on: false }
    }
}

/// The things that can be run among the lines found by a search, in their order.
#[must_use]
pub fn items(app: &App, typed: &str) -> Vec<Item> {
    rows(app, typed, None).into_iter().filter_map(|row| row.item).collect()
}

/// The place of the first condition of the filter: what one asks for who asks for help while one types a filter.
#[must_use]
pub fn first_field(app: &App) -> usize {
    items(app, "").iter().position(|item| matches!(item, Item::Field(_))).unwrap_or(0)
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
        let what_room = room.saturating_sub(width + 4);
        // The selected one is shown whole.
        let lines = if is_selected { text::wrap(what, what_room) } else { vec![what.to_owned()] };
        let key = if is_selected { base } else { theme.key() };
        let rows = lines.into_iter().enumerate().map(|(at, what)| {
            let name = if at == 0 { name } else { "" };
            let spans = vec![
                Span::styled(if is_selected && at == 0 { "› " } else { "  " }, base),
                Span::styled(format!("{}  ", text::pad(name, width)), key),
                Span::styled(text::pad(&what, what_room), base),
            ];
            Row { line: Line::from(spans), item: (at == 0).then_some(item), goes_on: at > 0 }
        });
        rows.collect::<Vec<_>>()
    };
    let heading = |key: &str| Row::text(Line::styled(format!(" {}", texts.get(key)), theme.heading()));
    let blank = || Row::text(Line::raw(""));
    let paragraph = |key: &str| {
        let lines = text::wrap(&texts.get(key), room.saturating_sub(2));
        lines.into_iter().map(|line| Row::text(Line::raw(format!("  {line}")))).collect::<Vec<_>>()
    };
    for (title, is_here) in [("help-here", true), ("help-elsewhere", false)] {
        let group: Vec<_> = COMMANDS
            .iter()
            .filter(|c| c.contexts.contains(&here) == is_here)
            .map(|c| (c, texts.get(&format!("cmd-{}", c.id))))
            .filter(|(c, what)| found(&format!("{what} {} {}", keys(c), also(c.id, texts))))
            .collect();
        if group.is_empty() {
            continue;
        }
        if !rows.is_empty() {
            rows.push(blank());
        }
        rows.push(heading(title));
        // What stands in the column of skills is explained nowhere else.
        if is_here && here == Context::Users && words.is_empty() {
            rows.extend(paragraph("help-skills"));
        }
        rows.extend(group.into_iter().flat_map(|(c, what)| entry(&keys(c), width, &what, Item::Run(c.id))));
    }
    let names = FIELDS.map(|(name, field)| (field.name_in(texts.lang()), texts.get(&format!("filter-field-{name}"))));
    let longest = names.iter().map(|(name, _)| name.len()).max().unwrap_or(0) + 1;
    let fields: Vec<_> = names.into_iter().filter(|(name, what)| found(&format!("{name}: {what}"))).collect();
    if !fields.is_empty() {
        if !rows.is_empty() {
            rows.push(blank());
        }
        rows.push(heading("help-filter"));
        if words.is_empty() {
            rows.extend(paragraph("help-filter-text"));
        }
        rows.extend(fields.into_iter().flat_map(|(name, what)| entry(&format!("{name}:"), longest, &what, Item::Field(name))));
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
    let end = at + 1 + rows.iter().skip(at + 1).take_while(|row| row.goes_on).count();
    // A heading, and what is explained under it, belongs to the first one below.
    let above = rows[..at].iter().rev().take_while(|row| row.item.is_none() && !row.goes_on).count();
    let mut top = list.top.get().min(rows.len().saturating_sub(shown));
    if end > top + shown {
        top = end - shown;
    }
    top = top.min(if end - (at - above) <= shown { at - above } else { at });
    // Above everything there is a heading in any case.
    if list.selected == 0 && end <= shown {
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
