//! The keys, from the command table: those of the screen below first.

use ratatui::text::{Line, Span};

use crate::query::FIELDS;
use crate::text;

use super::super::app::{App, Layer};
use super::super::commands::{COMMANDS, Context, context, label};

/// The context below the help itself.
fn below(app: &App) -> Context {
    let mut under = app.clone();
    while matches!(under.layers.last(), Some(Layer::Help(_))) {
        under.layers.pop();
    }
    context(&under)
}

/// The lines of the help.
#[must_use]
pub fn lines(app: &App) -> Vec<Line<'static>> {
    let (texts, theme) = (&app.texts, app.theme);
    let here = below(app);
    let room = app.layer_width();
    let keys = |c: &super::super::commands::Command| c.keys.iter().map(|k| label(k, texts)).collect::<Vec<_>>().join("  ");
    let width = COMMANDS.iter().map(|c| text::width(&keys(c))).max().unwrap_or(0);
    let entry = |command: &super::super::commands::Command| {
        let what = texts.get(&format!("cmd-{}", command.id));
        let what = text::fit(&what, room.saturating_sub(width + 3)).into_owned();
        Line::from(vec![Span::styled(format!(" {}  ", text::pad(&keys(command), width)), theme.key()), Span::raw(what)])
    };
    let heading = |key: &str| Line::styled(texts.get(key), theme.heading());
    let mut lines = vec![heading("help-here")];
    lines.extend(COMMANDS.iter().filter(|c| c.contexts.contains(&here)).map(entry));
    let elsewhere: Vec<_> = COMMANDS.iter().filter(|c| !c.contexts.contains(&here)).map(entry).collect();
    if !elsewhere.is_empty() {
        lines.push(Line::raw(""));
        lines.push(heading("help-elsewhere"));
        lines.extend(elsewhere);
    }
    lines.push(Line::raw(""));
    lines.push(heading("help-filter"));
    for wrapped in text::wrap(&texts.get("help-filter-text"), room.saturating_sub(2)) {
        lines.push(Line::raw(format!(" {wrapped}")));
    }
    let longest = FIELDS.iter().map(|(name, _)| name.len()).max().unwrap_or(0) + 1;
    for (name, _) in FIELDS {
        let what = texts.get(&format!("filter-field-{name}"));
        let what = text::fit(&what, room.saturating_sub(longest + 4)).into_owned();
        lines.push(Line::from(vec![Span::styled(format!(" {}  ", text::pad(&format!("{name}:"), longest)), theme.key()), Span::raw(what)]));
    }
    lines
}
