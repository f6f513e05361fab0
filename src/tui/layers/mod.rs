//! What lies over the screen. Keys go to the topmost layer first and stop there.

pub mod help;
pub mod palette;
pub mod rows;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::report::Field;
use crate::text;

use super::action::Target;
use super::app::{App, Layer, ListState, SortKey, map_choices};
use super::commands;
use super::widgets::{Hit, Hits, line, pane, row_rect, window};

/// The hints while a filter is typed.
#[must_use]
pub fn prompt_hints() -> Vec<(&'static str, &'static str, &'static str)> {
    vec![("Enter", "open", "keep-filter"), ("Esc", "back", "drop-filter"), ("↓", "down", "move"), ("F1", "help", "help")]
}

/// Draws the layers, topmost last.
pub fn draw(app: &App, frame: &mut Frame<'_>, hits: &mut Hits) {
    for layer in &app.layers {
        match layer {
            Layer::Filter(_) => {}
            Layer::Help(list) => {
                let lines = help::lines(app);
                text_window(app, frame, &app.texts.get("help-title"), lines, list);
            }
            Layer::Rules(list) => text_window(app, frame, &app.texts.get("rules-title"), rules(app), list),
            Layer::Palette(input, list) => palette::draw(app, frame, input, list, hits),
            Layer::Sort(list) => {
                let choices: Vec<String> = SortKey::MENU.iter().map(|(_, name)| app.texts.get(name)).collect();
                menu(app, frame, &app.texts.get("sort-title"), &choices, list, hits);
            }
            Layer::Map(column, list) => {
                let heading = app
                    .deck
                    .as_ref()
                    .and_then(|d| d.source().columns.get(*column))
                    .map(|c| text::clean(&c.header).into_owned())
                    .unwrap_or_default();
                let title = crate::tr!(app.texts, "map-title", heading = text::fit(&heading, 30).into_owned());
                let name = |field: Option<Field>| {
                    field
                        .map_or_else(|| app.texts.get("map-automatic"), |f| app.texts.get(&format!("field-{}", f.name().replace('_', "-"))))
                };
                let choices: Vec<String> = map_choices().into_iter().map(name).collect();
                menu(app, frame, &title, &choices, list, hits);
            }
            Layer::Rows(rows, list) => {
                let lines = rows::lines(app, rows.as_deref(), app.layer_width());
                text_window(app, frame, &app.texts.get("rows-title"), lines, list);
            }
            Layer::Message(message, list) => {
                let lines = text::wrap(message, app.layer_width()).into_iter().map(Line::raw).collect();
                text_window(app, frame, &app.texts.get("message-title"), lines, list);
            }
        }
    }
}

/// What may follow the keys typed so far, in a box at the foot.
pub fn following_keys(app: &App, frame: &mut Frame<'_>, area: Rect) {
    if app.typed.is_empty() {
        return;
    }
    let entries = commands::continuations(&app.typed, commands::context(app));
    let height = u16::try_from(entries.len() + 2).unwrap_or(u16::MAX).min(area.height);
    let titles: Vec<String> = entries.iter().map(|(_, id)| app.texts.get(&format!("cmd-{id}"))).collect();
    let widest = titles.iter().map(|t| text::width(t)).max().unwrap_or(0) + 10;
    let width = u16::try_from(widest).unwrap_or(u16::MAX).min(area.width);
    let at = Rect { x: area.right() - width, y: area.bottom() - height, width, height };
    frame.render_widget(ratatui::widgets::Clear, at);
    let typed: String = app.typed.iter().map(|key| commands::label(&key.to_string(), &app.texts)).collect();
    let inside = pane(frame, at, &typed, "", true, app.theme);
    for (row, ((key, _), title)) in entries.iter().zip(&titles).enumerate() {
        let key = text::pad(&commands::label(key, &app.texts), 3);
        let room = usize::from(inside.width).saturating_sub(6);
        line(
            frame,
            inside,
            row,
            Line::from(vec![Span::styled(format!(" {key} "), app.theme.key()), Span::raw(text::fit(title, room).into_owned())]),
        );
    }
}

/// The rules as lines: headings stand out, the rest is wrapped.
#[must_use]
pub fn rules(app: &App) -> Vec<Line<'static>> {
    let room = app.layer_width();
    let mut out = Vec::new();
    for line in app.texts.rules().lines() {
        match line.trim_start_matches('#') {
            heading if heading.len() < line.len() => out.push(Line::styled(heading.trim().to_owned(), app.theme.heading())),
            _ => out.extend(text::wrap(line, room).into_iter().map(Line::raw)),
        }
    }
    out
}

/// Text to read in a window; the selection scrolls it.
fn text_window(app: &App, frame: &mut Frame<'_>, title: &str, lines: Vec<Line<'static>>, list: &ListState) {
    let height = u16::try_from(lines.len().min(app.layer_height()) + 2).unwrap_or(u16::MAX);
    let width = u16::try_from(app.layer_width() + 4).unwrap_or(80);
    let inside = window(frame, width, height, title, app.theme);
    let shown = usize::from(inside.height);
    list.page.set(shown.max(1));
    // The selection is the line on top; the last page stays full.
    let top = list.selected.min(lines.len().saturating_sub(shown));
    if lines.len() > top + shown {
        // On the lower line of the frame: a line of the text that gave way to it could never be read.
        let note = format!(" ↓ {} ", app.texts.get("more-below"));
        let width = u16::try_from(text::width(&note)).unwrap_or(0).min(inside.width);
        let at = Rect { x: inside.right().saturating_sub(width + 1), y: inside.bottom(), width, height: 1 };
        frame.render_widget(Line::styled(note, app.theme.dim()), at.intersection(frame.area()));
    }
    for (row, mut content) in lines.into_iter().skip(top).take(shown).enumerate() {
        content.spans.insert(0, Span::raw(" "));
        line(frame, inside, row, content);
    }
}

/// A list to choose from.
fn menu(app: &App, frame: &mut Frame<'_>, title: &str, choices: &[String], list: &ListState, hits: &mut Hits) {
    let theme = app.theme;
    let widest = choices.iter().map(|c| text::width(c)).max().unwrap_or(0).max(text::width(title)) + 8;
    let height = u16::try_from(choices.len() + 2).unwrap_or(u16::MAX).min(frame.area().height.saturating_sub(4));
    let inside = window(frame, u16::try_from(widest).unwrap_or(40), height, title, theme);
    let room = usize::from(inside.width).saturating_sub(3);
    for (row, at) in list.window(inside.height.into(), choices.len()).enumerate() {
        let selected = at == list.selected;
        let style = if selected { theme.selected() } else { Style::new() };
        line(frame, inside, row, Line::styled(format!("{}{} ", if selected { "› " } else { "  " }, text::pad(&choices[at], room)), style));
        hits.add(row_rect(inside, row).intersection(inside), Hit::Target(Target::Choice(at)));
    }
}
