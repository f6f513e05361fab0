//! What can be filtered on, and what is in a column: values with how often they occur.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::model::{Association, UserColumn};
use crate::query::{Count, Facet, Value, has_term};
use crate::text;
use crate::tr;

use super::super::action::Target;
use super::super::app::{App, ListState};
use super::super::widgets::{Hit, Hits, bar, column_name, line, row_rect, window};

/// A value in words.
fn words(app: &App, value: &Value) -> String {
    let texts = &app.texts;
    match value {
        Value::Text(raw) => text::clean(raw).into_owned(),
        Value::Number(number) => texts.number(*number),
        Value::Key(key) => texts.get(&format!("value-{key}")),
        Value::Nothing => texts.get("value-nothing"),
        Value::Association(Association::Yes) => texts.get("yes"),
        Value::Association(Association::No) => texts.get("no"),
        Value::Association(Association::Contradictory) => texts.get("both"),
        Value::Association(Association::NotSaid) => texts.get("not-said"),
    }
}

enum Row<'c> {
    Heading(String),
    Count(usize, &'c Count),
}

/// Draws what can be filtered on.
pub fn facets(app: &App, frame: &mut Frame<'_>, facets: Option<&[Facet]>, list: &ListState, hits: &mut Hits) {
    let title = tr!(app.texts, "facets-title", count = app.users.listing.accounts.len());
    let mut rows = Vec::new();
    let mut place = 0;
    for facet in facets.into_iter().flatten() {
        rows.push(Row::Heading(app.texts.get(&format!("facet-{}", facet.name))));
        for count in &facet.counts {
            rows.push(Row::Count(place, count));
            place += 1;
        }
    }
    draw(app, frame, &title, facets.is_some(), &rows, list, hits);
}

/// Draws what is in a column.
pub fn values(app: &App, frame: &mut Frame<'_>, column: UserColumn, counts: Option<&[Count]>, list: &ListState, hits: &mut Hits) {
    let name = if column == UserColumn::Email { "users-email-domain" } else { column_name(column) };
    let title = tr!(
        app.texts,
        "values-title",
        column = app.texts.get(name),
        values = counts.map_or(0, <[Count]>::len),
        count = app.users.listing.accounts.len()
    );
    let rows: Vec<Row<'_>> = counts.into_iter().flatten().enumerate().map(|(at, count)| Row::Count(at, count)).collect();
    draw(app, frame, &title, counts.is_some(), &rows, list, hits);
}

fn draw(app: &App, frame: &mut Frame<'_>, title: &str, counted: bool, rows: &[Row<'_>], list: &ListState, hits: &mut Hits) {
    let (texts, theme) = (&app.texts, app.theme);
    let height = u16::try_from(rows.len().max(1) + 2).unwrap_or(u16::MAX).min(frame.area().height.saturating_sub(4));
    let inside = window(frame, 76, height, title, theme);
    if rows.is_empty() {
        let key = if counted { "values-none" } else { "values-counting" };
        line(frame, inside, 0, Line::styled(format!("   {}", texts.get(key)), theme.dim()));
        return;
    }
    let shown = usize::from(inside.height);
    list.page.set(shown.max(1));
    let at = rows.iter().position(|r| matches!(r, Row::Count(place, _) if *place == list.selected)).unwrap_or(0);
    let mut top = list.top.get().min(rows.len().saturating_sub(shown));
    if at >= top + shown {
        top = at + 1 - shown.max(1);
    }
    // The heading above the first of a group is shown with it.
    let with_heading = at.saturating_sub(usize::from(matches!(rows.get(at.wrapping_sub(1)), Some(Row::Heading(_)))));
    top = top.min(if shown > 1 { with_heading } else { at });
    list.top.set(top);
    let most = rows.iter().filter_map(|r| if let Row::Count(_, c) = r { Some(c.accounts) } else { None }).max().unwrap_or(1);
    let number = texts.number(most).chars().count();
    // Value, count, share, bar.
    let room = usize::from(inside.width).saturating_sub(3);
    let bar_room = (room / 4).min(20);
    let value_room = room.saturating_sub(number + bar_room + 10);
    for (row, content) in rows.iter().skip(top).take(shown).enumerate() {
        match content {
            Row::Heading(heading) => line(frame, inside, row, Line::styled(format!(" {heading}"), theme.heading())),
            Row::Count(place, count) => {
                let selected = *place == list.selected;
                let base = if selected { theme.selected() } else { Style::new() };
                let on = |style: Style| if selected { base } else { style };
                let active = has_term(app.users.filter.value(), &count.term);
                let share = format!("{:>4}", share(count.accounts, count.of));
                let spans = vec![
                    Span::styled(if selected { "›" } else { " " }, base),
                    Span::styled(if active { "◆ " } else { "  " }, on(theme.mark())),
                    Span::styled(text::pad(&words(app, &count.value), value_room), base),
                    Span::styled(format!(" {} ", text::pad_left(&texts.number(count.accounts), number)), base),
                    Span::styled(format!("{share}  "), on(theme.dim())),
                    // Not reversed with the rest of the line: what is filled would be empty.
                    Span::styled(text::pad(&bar(count.accounts, count.of.max(1), bar_room), bar_room), theme.accent()),
                ];
                line(frame, inside, row, Line::from(spans));
                hits.add(row_rect(inside, row).intersection(inside), Hit::Target(Target::Choice(*place)));
            }
        }
    }
    super::more_below(app, frame, Rect { ..inside }, rows.len() > top + shown);
}

/// A share in whole percent; what is there but less than one is not nothing.
fn share(part: usize, whole: usize) -> String {
    match (part * 200 + whole).checked_div(whole * 2) {
        Some(0) if part > 0 => "<1%".to_owned(),
        Some(percent) => format!("{percent}%"),
        None => String::new(),
    }
}
