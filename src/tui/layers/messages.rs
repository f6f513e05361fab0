//! What was said so far, the newest first.

use ratatui::text::{Line, Span};

use crate::text;

use super::super::app::App;

/// The lines of the messages.
#[must_use]
pub fn lines(app: &App) -> Vec<Line<'static>> {
    let (texts, theme) = (&app.texts, app.theme);
    let room = app.layer_width().saturating_sub(3);
    let mut out = Vec::new();
    for notice in app.messages.iter().rev() {
        let (mark, style) = if notice.bad { ("✗ ", theme.bad()) } else { ("· ", theme.dim()) };
        for (at, wrapped) in text::wrap(&notice.message(texts), room).into_iter().enumerate() {
            out.push(Line::from(vec![Span::styled(if at == 0 { mark } else { "  " }, style), Span::raw(wrapped)]));
        }
    }
    out
}
