//! A form: its questions one below the other, what the one with the focus is about, and what is wrong.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::catalog::catalog;
use crate::i18n::Texts;
use crate::standing::portal::Category;
use crate::text;
use crate::tr;

use super::super::action::Target;
use super::super::app::App;
use super::super::entering::{Answer, EntryForm, Field, FieldName, Subject};
use super::super::update::shown_choice;
use super::super::widgets::{Hit, Hits, line, prompt, row_rect, window};

/// Room for an answer.
const ANSWER: usize = 46;

/// What a question asks, in a few words.
fn label(field: &Field, texts: &Texts) -> String {
    match field.name {
        FieldName::Points(at) => Category::ALL.get(at).map_or_else(String::new, |c| texts.get(&format!("standing-category-{}", c.name()))),
        name => texts.get(&format!("form-field-{}", name.name())),
    }
}

/// What there is to know of the question with the focus: how to write it, or what was understood of it.
fn about(app: &App, form: &EntryForm, field: &Field) -> String {
    let texts = &app.texts;
    match field.name {
        FieldName::Points(at) => {
            let rules = app.deck.as_ref().map(|deck| &deck.prepared.programmes.designations);
            let Subject::Portal(id) = &form.subject else { return String::new() };
            let of = rules.and_then(|rules| rules.iter().find(|d| d.id == *id));
            let most = of.into_iter().flat_map(|d| &d.versions).filter_map(|v| Some(Category::ALL.get(at)?.most(&v.categories)));
            tr!(texts, "form-help-points", most = texts.decimal(most.fold(0.0, f64::max)))
        }
        FieldName::Certificates if !field.value().is_empty() => understood(field.value(), texts),
        name => texts.get(&format!("form-help-{}", name.name())),
    }
}

/// The certificates that are known among those typed, and those that are not.
fn understood(typed: &str, texts: &Texts) -> String {
    let one = |id: &str| match catalog().by_id(id) {
        Some(known) if known.short_title != known.id => format!("✓ {} ({})", known.id.to_uppercase(), known.short_title),
        Some(known) => format!("✓ {}", known.id.to_uppercase()),
        None => tr!(texts, "form-not-in-catalog", id = text::clean(id).into_owned()),
    };
    let all: Vec<String> = typed.split([',', ';']).map(str::trim).filter(|id| !id.is_empty()).map(one).collect();
    all.join(" · ")
}

/// Title of a form.
fn title(app: &App, form: &EntryForm) -> String {
    let texts = &app.texts;
    let title = texts.get(&format!("form-{}-title", form.subject.name()));
    let of = match &form.subject {
        Subject::Portal(id) => {
            let rules = app.deck.as_ref().map(|deck| &deck.prepared.programmes.designations);
            rules.and_then(|rules| rules.iter().find(|d| d.id == *id)).map(|d| text::clean(&d.short).into_owned())
        }
        _ => None,
    };
    of.map_or_else(|| title.clone(), |of| format!("{title} › {of}"))
}

/// Draws a form.
pub fn draw(app: &App, frame: &mut Frame<'_>, form: &EntryForm, hits: &mut Hits) {
    let (texts, theme) = (&app.texts, app.theme);
    let fields: Vec<&Field> = form.shown().collect();
    let labels: Vec<String> = fields.iter().map(|field| label(field, texts)).collect();
    let widest = labels.iter().map(|l| text::width(l)).max().unwrap_or(0);
    let width = (widest + ANSWER + 6).min(app.layer_width() + 4).min(84);
    let room = width.saturating_sub(5);
    let most = usize::from(frame.area().height).saturating_sub(4);
    let wrong = form.wrong.as_ref().map_or_else(Vec::new, |(_, why)| text::wrap(&text::clean(why), room.saturating_sub(2)));
    let focused = fields.get(form.list.selected);
    let about = focused.map_or_else(Vec::new, |field| text::wrap(&about(app, form, field), room));
    let note = text::wrap(&texts.get(&format!("form-{}-note", form.subject.name())), room);
    // In a low window the questions stay, and what is wrong; what is said of them gives way.
    let needed = fields.len().min(most.saturating_sub(wrong.len()).max(1)) + wrong.len();
    let about: &[String] = if needed + about.len() < most { &about } else { &[] };
    let note: &[String] = if needed + about.len() + note.len() + 2 <= most { &note } else { &[] };
    let gap = usize::from(!about.is_empty() || !wrong.is_empty());
    let above = if note.is_empty() { 0 } else { note.len() + 1 };
    // The help of one question is longer than that of another: the window keeps its height.
    let height = above + fields.len() + gap + about.len().max(if about.is_empty() { 0 } else { 2 }) + wrong.len();
    let height = u16::try_from(height.min(most) + 2).unwrap_or(u16::MAX);
    let inside = window(frame, u16::try_from(width).unwrap_or(80), height, &title(app, form), theme);
    for (row, note) in note.iter().enumerate() {
        line(frame, inside, row, Line::styled(format!(" {note}"), theme.dim()));
    }
    let rows = usize::from(inside.height).saturating_sub(above + gap + about.len() + wrong.len()).clamp(1, fields.len().max(1));
    let label_room = widest.min(usize::from(inside.width).saturating_sub(14));
    let window = form.list.window(rows, fields.len());
    for (row, at) in window.enumerate() {
        let row = above + row;
        draw_field(app, frame, (inside, row), (&labels[at], label_room), fields[at], at == form.list.selected);
        hits.add(row_rect(inside, row).intersection(inside), Hit::Target(Target::Choice(at)));
    }
    let below = above + rows + gap;
    for (row, wrong) in wrong.iter().enumerate() {
        line(frame, inside, below + row, Line::styled(format!(" {} {wrong}", if row == 0 { "✗" } else { " " }), theme.bad()));
    }
    for (row, about) in about.iter().enumerate() {
        line(frame, inside, below + wrong.len() + row, Line::styled(format!(" {about}"), theme.dim()));
    }
}

fn draw_field(app: &App, frame: &mut Frame<'_>, (inside, row): (Rect, usize), (label, room): (&str, usize), field: &Field, focused: bool) {
    let theme = app.theme;
    let sign = format!("{}{}  ", if focused { "› " } else { "  " }, text::pad(label, room));
    let value_room = usize::from(inside.width).saturating_sub(text::width(&sign) + 1);
    let label_style = if focused { theme.key() } else { theme.dim() };
    match &field.answer {
        Answer::Text(input) if focused && field.is_fresh && !input.value().is_empty() => {
            let value = text::clean(input.value()).into_owned();
            let spans = vec![Span::styled(sign, label_style), Span::styled(text::fit(&value, value_room).into_owned(), theme.selected())];
            line(frame, inside, row, Line::from(spans));
        }
        Answer::Text(input) if focused => prompt(frame, inside, row, &sign, input, theme),
        Answer::Text(_) => {
            let value = text::clean(field.value()).into_owned();
            let (shown, style) = if value.is_empty() { (text::NOTHING.to_owned(), theme.dim()) } else { (value, Style::new()) };
            let spans = vec![Span::styled(sign, label_style), Span::styled(text::fit(&shown, value_room).into_owned(), style)];
            line(frame, inside, row, Line::from(spans));
        }
        Answer::Choice(..) => {
            let shown = shown_choice(field.name, field.value(), &app.texts);
            let shown = text::fit(&text::clean(&shown), value_room.saturating_sub(4)).into_owned();
            let spans = if focused {
                vec![Span::styled(sign, label_style), Span::styled(format!("‹ {shown} ›"), theme.selected())]
            } else {
                vec![Span::styled(sign, label_style), Span::raw(shown)]
            };
            line(frame, inside, row, Line::from(spans));
        }
    }
}
