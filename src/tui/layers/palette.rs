//! The command palette: every command by name, with its keys, or why it cannot be used now.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use tui_input::Input;

use crate::query::{highlights, score};
use crate::text;

use super::super::action::Target;
use super::super::app::{App, Layer, ListState};
use super::super::commands::{COMMANDS, also, label};
use super::super::widgets::{Hit, Hits, line, prompt, row_rect, window};

/// A command as the palette shows it.
pub struct Entry {
    /// Its name in the table.
    pub id: &'static str,
    /// What it does.
    pub title: String,
    /// Its first key.
    pub key: String,
    /// Why it cannot be used.
    pub why: Option<&'static str>,
}

/// Commands that only make sense as keys.
pub const KEYS_ONLY: [&str; 10] = ["down", "up", "into", "out", "columns-right", "columns-left", "half-down", "half-up", "palette", "back"];

/// The commands of the screen below that match what was typed, best first; those that cannot be used come last.
#[must_use]
pub fn entries(app: &App, typed: &str) -> Vec<Entry> {
    let here = app.here().below(|layer| matches!(layer, Layer::Palette(..)));
    let context = here.context();
    let words: Vec<String> = text::fold(typed).split_whitespace().map(str::to_owned).collect();
    let mut found: Vec<(bool, i64, Entry)> = COMMANDS
        .iter()
        .filter(|c| c.contexts.contains(&context) && !KEYS_ONLY.contains(&c.id))
        .filter_map(|command| {
            let title = app.texts.get(&format!("cmd-{}", command.id));
            let (key, also) = (text::fold(&title), also(command.id, &app.texts));
            // Words that stand for it elsewhere: after everything that says so itself.
            let other = |word: &str| also.split(' ').any(|one| word.len() > 1 && one.starts_with(word)).then_some(0);
            let total = words.iter().map(|w| score(&key, w).or_else(|| other(w))).sum::<Option<i64>>()?;
            let why = (command.disabled)(here);
            Some((why.is_some(), -total, Entry { id: command.id, title, key: app.bindings.first(command.id).to_owned(), why }))
        })
        .collect();
    found.sort_by_key(|(disabled, score, _)| (*disabled, *score));
    found.into_iter().map(|(_, _, entry)| entry).collect()
}

/// Draws it.
pub fn draw(app: &App, frame: &mut Frame<'_>, input: &Input, list: &ListState, hits: &mut Hits) {
    let (texts, theme) = (&app.texts, app.theme);
    let entries = entries(app, input.value());
    let height = (u16::try_from(entries.len().max(1)).unwrap_or(u16::MAX).saturating_add(3)).min(frame.area().height.saturating_sub(4));
    let inside = window(frame, 72, height, &texts.get("palette-title"), theme);
    let room = usize::from(inside.width);
    let typed = text::clean(input.value()).into_owned();
    prompt(frame, inside, 0, " : ", input, theme);
    let body = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
    if entries.is_empty() {
        line(frame, body, 0, Line::styled(format!("   {}", texts.get("palette-none")), theme.dim()));
    }
    let folded = text::fold(&typed);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let shown = list.window(body.height.into(), entries.len());
    super::more_below(app, frame, inside, shown.end < entries.len());
    for (row, at) in shown.enumerate() {
        let entry = &entries[at];
        let selected = at == list.selected;
        let style = if selected { theme.selected() } else { Style::new() };
        let note = entry.why.map_or_else(|| label(&entry.key, texts), |why| texts.get(why));
        let note = text::fit(&note, room / 2).into_owned();
        let title_room = room.saturating_sub(text::width(&note) + 5);
        let title = text::pad(&entry.title, title_room);
        let mut spans = vec![Span::styled(if selected { " › " } else { "   " }, style)];
        let found = highlights(&title, &words);
        let dim = if entry.why.is_some() { theme.dim() } else { Style::new() };
        spans.extend(title.chars().enumerate().map(|(i, c)| {
            let mark = if found.get(i).copied().unwrap_or(false) && entry.why.is_none() { theme.found() } else { dim };
            Span::styled(c.to_string(), mark.patch(style))
        }));
        // A selected line keeps one colour: patches of others would tear it.
        let key = if selected {
            style
        } else if entry.why.is_some() {
            theme.dim()
        } else {
            theme.key()
        };
        spans.push(Span::styled(format!(" {note} "), key));
        line(frame, body, row, Line::from(spans));
        hits.add(row_rect(body, row).intersection(body), Hit::Target(Target::Choice(at)));
    }
}
