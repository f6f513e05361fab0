//! What lies over the screen. Keys go to the topmost layer first and stop there.

pub mod counts;
mod entry_form;
pub mod help;
pub mod messages;
pub mod palette;
mod prompts;
pub mod rows;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::model::UserColumn;
use crate::report::Field;
use crate::text;

use super::action::Target;
use super::app::{App, Beside, Layer, ListState, map_choices};
use super::commands;
use super::theme::ThemeName;
use super::widgets::{Hit, Hits, clear, column_heading, line, pane, row_rect, window};

/// The hints while text is typed into the layer in front: key, command and the name of its hint.
#[must_use]
pub fn prompt_hints(app: &App) -> Option<Vec<(String, &'static str, &'static str)>> {
    let earlier = app.users.filter.value().is_empty() && !app.users.earlier.is_empty();
    let completes = app.suggestions().is_some_and(|s| !s.choices.is_empty());
    let hints: &[(&str, &'static str, &'static str)] = match app.layers.last()? {
        Layer::Filter(_) if earlier => {
            &[("Enter", "open", "keep-filter"), ("Esc", "back", "drop-filter"), ("↑", "up", "earlier"), ("F1", "help", "help")]
        }
        Layer::Filter(_) if completes => {
            &[("Enter", "open", "keep-filter"), ("Tab", "complete", "complete"), ("Esc", "back", "drop-filter"), ("F1", "help", "help")]
        }
        Layer::Filter(_) => {
            &[("Enter", "open", "keep-filter"), ("Esc", "back", "drop-filter"), ("↓", "down", "move"), ("F1", "help", "help")]
        }
        Layer::Path(..) => &[("Enter", "open", "open"), ("Tab", "complete", "complete"), ("Esc", "back", "never-mind")],
        Layer::Export(..) => &[("Enter", "open", "write"), ("Tab", "complete", "complete"), ("Esc", "back", "never-mind")],
        Layer::Entry(form) if form.chooses() => {
            &[("Enter", "open", "keep"), ("Tab", "down", "next-field"), ("→", "turn", "turn"), ("Esc", "back", "never-mind")]
        }
        Layer::Entry(_) => &[("Enter", "open", "keep"), ("Tab", "down", "next-field"), ("Esc", "back", "never-mind")],
        Layer::Help(_, true, _) => &[("Enter", "open", "run"), ("↓", "down", "move"), ("Esc", "back", "never-mind")],
        _ => return None,
    };
    Some(hints.iter().map(|(key, id, hint)| ((*key).to_owned(), *id, *hint)).collect())
}

/// Says on the lower line of a frame that there is more below: a line of the text that gave way to it could never be read.
pub(super) fn more_below(app: &App, frame: &mut Frame<'_>, inside: Rect, more: bool) {
    if more {
        note_below(app, frame, inside, &app.texts.get("more-below"));
    }
}

/// Says on the lower line of a frame where to read on.
pub(super) fn note_below(app: &App, frame: &mut Frame<'_>, inside: Rect, note: &str) {
    let room = usize::from(inside.width).saturating_sub(6);
    let note = format!(" ↓ {} ", text::fit(note, room));
    let width = u16::try_from(text::width(&note)).unwrap_or(0).min(inside.width);
    let at = Rect { x: inside.right().saturating_sub(width + 1), y: inside.bottom(), width, height: 1 };
    frame.render_widget(Line::styled(note, app.theme.dim()), at.intersection(frame.area()));
}

/// Draws the layers, topmost last.
pub fn draw(app: &App, frame: &mut Frame<'_>, hits: &mut Hits) {
    for layer in &app.layers {
        match layer {
            Layer::Filter(_) => {}
            Layer::Help(input, typing, list) => help::draw(app, frame, input, *typing, list, hits),
            Layer::Facets(found, list) => counts::facets(app, frame, found.as_deref().map(Vec::as_slice), list, hits),
            Layer::Values(column, found, list) => {
                counts::values(app, frame, *column, found.as_deref().map(Vec::as_slice), list, hits);
            }
            Layer::Columns(list) => {
                let choices: Vec<String> = UserColumn::ALL
                    .iter()
                    .map(|c| {
                        let sign = if app.users.shows(*c) { "✓" } else { "·" };
                        let about = match c {
                            _ if app.users.silent.contains(c) => app.texts.get("columns-silent"),
                            UserColumn::Found | UserColumn::Until => app.texts.get("columns-found"),
                            UserColumn::Skills => app.texts.get("columns-skills"),
                            _ => String::new(),
                        };
                        format!("{sign} {} {about}", app.texts.get(column_heading(app, *c)))
                    })
                    .collect();
                menu(app, frame, &app.texts.get("columns-title"), &app.texts.get("columns-note"), &choices, list, hits);
            }
            Layer::Themes(_, list) => {
                let choices: Vec<String> = ThemeName::ALL.iter().map(|name| app.texts.get(&format!("theme-{name}"))).collect();
                menu(app, frame, &app.texts.get("theme-title"), "", &choices, list, hits);
            }
            Layer::Messages(list) => text_window(app, frame, &app.texts.get("messages-title"), messages::lines(app), list),
            Layer::Path(prompt, Beside::Nothing) => prompts::draw(app, frame, &app.texts.get("start-path"), "", prompt),
            Layer::Path(prompt, Beside::Open) => {
                prompts::draw(app, frame, &app.texts.get("add-path"), &app.texts.get("add-path-about"), prompt);
            }
            Layer::Export(prompt, _) => {
                prompts::draw(app, frame, &app.texts.get("export-title"), &app.texts.get("export-note"), prompt);
            }
            Layer::Replace(path, _, list) => {
                let note = crate::tr!(app.texts, "replace-note", file = text::fit(&text::clean(path), 400).into_owned());
                let choices = ["replace-yes", "replace-no"].map(|key| app.texts.get(key));
                menu(app, frame, &app.texts.get("replace-title"), &note, &choices, list, hits);
            }
            Layer::Steps(list) => text_window(app, frame, &app.texts.get("start-how"), super::screens::start::all_steps(app), list),
            Layer::Rules(list) => text_window(app, frame, &app.texts.get("rules-title"), rules(app), list),
            Layer::Palette(input, list) => palette::draw(app, frame, input, list, hits),
            Layer::Sort(list) => {
                let choices: Vec<String> = app.users.sort_menu().iter().map(|(_, name)| app.texts.get(name)).collect();
                menu(app, frame, &app.texts.get("sort-title"), "", &choices, list, hits);
            }
            Layer::Map(column, list) => {
                let heading = app
                    .deck
                    .as_ref()
                    .and_then(|d| d.columns().nth(*column))
                    .map(|(_, c)| text::clean(&c.header).into_owned())
                    .unwrap_or_default();
                let title =
                    crate::tr!(app.texts, "map-title", heading = text::fit(&heading, app.layer_width().saturating_sub(24)).into_owned());
                let sample =
                    app.deck.as_ref().and_then(|d| d.columns().nth(*column)).map(|(_, c)| c.sample.join(" · ")).unwrap_or_default();
                let sample = if sample.is_empty() {
                    String::new()
                } else {
                    crate::tr!(app.texts, "map-sample", cells = text::fit(&text::clean(&sample), 100).into_owned())
                };
                let name = |field: Option<Field>| {
                    field
                        .map_or_else(|| app.texts.get("map-automatic"), |f| app.texts.get(&format!("field-{}", f.name().replace('_', "-"))))
                };
                let choices: Vec<String> = map_choices().into_iter().map(name).collect();
                menu(app, frame, &title, &sample, &choices, list, hits);
            }
            Layer::Versions(list) => {
                let choices: Vec<String> = app.other_versions().iter().map(|version| version_words(app, version)).collect();
                let note = app.texts.get("versions-note");
                menu(app, frame, &app.texts.get("versions-title"), &note, &choices, list, hits);
            }
            Layer::Entry(form) => entry_form::draw(app, frame, form, hits),
            Layer::Entered(list) => {
                let words = |item: &crate::entered::Item| match &app.deck {
                    Some(deck) => item.words(&deck.prepared.programmes, crate::catalog::catalog(), &app.texts),
                    None => String::new(),
                };
                let choices: Vec<String> = app.entered.items().iter().map(words).collect();
                let note = if choices.is_empty() { "entered-list-empty" } else { "entered-list-note" };
                menu(app, frame, &app.texts.get("entered-list-title"), &app.texts.get(note), &choices, list, hits);
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

/// A version of the rules: its id, and from when until when it is proven.
fn version_words(app: &App, version: &crate::catalog::programmes::DesignationVersion) -> String {
    let texts = &app.texts;
    let date = |day: Option<chrono::NaiveDate>| day.map_or_else(|| text::NOTHING.to_owned(), |day| texts.date(day));
    let (from, to) = (date(version.validity.from), date(version.validity.to));
    crate::tr!(texts, "versions-one", id = text::clean(&version.id).into_owned(), from = from, to = to)
}

/// What may follow the keys typed so far, in a box at the foot.
pub fn following_keys(app: &App, frame: &mut Frame<'_>, area: Rect) {
    if app.typed.is_empty() {
        return;
    }
    let entries = app.bindings.continuations(&app.typed, commands::context(app));
    let height = u16::try_from(entries.len() + 2).unwrap_or(u16::MAX).min(area.height);
    let titles: Vec<String> = entries.iter().map(|(_, id)| app.texts.get(&format!("cmd-{id}"))).collect();
    let widest = titles.iter().map(|t| text::width(t)).max().unwrap_or(0) + 10;
    let width = u16::try_from(widest).unwrap_or(u16::MAX).min(area.width);
    let at = Rect { x: area.right() - width, y: area.bottom() - height, width, height };
    clear(frame, at, app.theme);
    let typed: String = app.typed.iter().map(|key| commands::label(&key.to_string(), &app.texts)).collect();
    // What the beginning stands for, where it stands for one thing.
    let about = format!("prefix-{typed}");
    let typed = if app.texts.has(&about) { format!("{typed} · {}", app.texts.get(&about)) } else { typed };
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

/// The rules as lines: headings stand out, paragraphs are wrapped, of tables the rows are left.
#[must_use]
pub fn rules(app: &App) -> Vec<Line<'static>> {
    let room = app.layer_width();
    let mut out = Vec::new();
    let mut paragraph = String::new();
    let wrapped = |text: &str| text::wrap(&text.replace('*', ""), room).into_iter().map(Line::raw);
    for line in app.texts.rules().lines().chain([""]) {
        let heading = line.trim_start_matches('#');
        let is_heading = heading.len() < line.len();
        if (is_heading || line.is_empty() || line.starts_with('|') || line.starts_with("Source")) && !paragraph.is_empty() {
            out.extend(wrapped(&std::mem::take(&mut paragraph)));
        }
        if is_heading {
            out.push(Line::styled(heading.trim().to_owned(), app.theme.heading()));
        } else if line.is_empty() {
            out.push(Line::raw(""));
        } else if let Some(cells) = line.strip_prefix('|') {
            let cells: Vec<&str> = cells.trim_end_matches('|').split('|').map(str::trim).collect();
            if cells.iter().all(|cell| cell.starts_with("---")) {
                // What stands above is the head of the table.
                out.pop();
            } else {
                out.extend(wrapped(&cells.join(" – ")));
            }
        } else {
            if !paragraph.is_empty() {
                paragraph.push(' ');
            }
            paragraph.push_str(line);
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
    more_below(app, frame, inside, lines.len() > top + shown);
    for (row, mut content) in lines.into_iter().skip(top).take(shown).enumerate() {
        content.spans.insert(0, Span::raw(" "));
        line(frame, inside, row, content);
    }
}

/// A list to choose from.
fn menu(app: &App, frame: &mut Frame<'_>, title: &str, note: &str, choices: &[String], list: &ListState, hits: &mut Hits) {
    let theme = app.theme;
    let widest = choices.iter().map(|c| text::width(c)).chain([text::width(title), text::width(note)]).max().unwrap_or(0);
    let widest = (widest + 8).min(app.layer_width() + 4);
    let notes = if note.is_empty() { Vec::new() } else { text::wrap(note, widest.saturating_sub(5)) };
    let height = u16::try_from(choices.len() + 2 + notes.len()).unwrap_or(u16::MAX).min(frame.area().height.saturating_sub(4));
    let inside = window(frame, u16::try_from(widest).unwrap_or(40), height, title, theme);
    let room = usize::from(inside.width).saturating_sub(3);
    // At least two of the choices are seen, whatever is said above them.
    let above = notes.len().min(usize::from(inside.height).saturating_sub(2));
    for (row, note) in notes.iter().take(above).enumerate() {
        line(frame, inside, row, Line::styled(format!(" {}", text::fit(note, room)), theme.dim()));
    }
    let inside = Rect { y: inside.y + above as u16, height: inside.height.saturating_sub(above as u16), ..inside };
    for (row, at) in list.window(inside.height.into(), choices.len()).enumerate() {
        let selected = at == list.selected;
        let style = if selected { theme.selected() } else { Style::new() };
        line(frame, inside, row, Line::styled(format!("{}{} ", if selected { "› " } else { "  " }, text::pad(&choices[at], room)), style));
        hits.add(row_rect(inside, row).intersection(inside), Hit::Target(Target::Choice(at)));
    }
}
