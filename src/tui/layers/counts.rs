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
use super::super::widgets::{Hit, Hits, bar, column_heading, line, row_rect, window};

/// A value in words.
fn words(app: &App, value: &Value) -> String {
    let texts = &app.texts;
    match value {
        Value::Text(raw) => text::clean(raw).into_owned(),
        Value::Number(number) => texts.number(*number),
        Value::Problem(problem) => texts.get(&format!("finding-{}", problem.name())),
        Value::Severity(gravity) => texts.get(&format!("severity-{}", gravity.name())),
        Value::Key(key) => texts.get(&format!("value-{key}")),
        Value::Nothing => texts.get("value-nothing"),
        Value::Association(Association::Yes) => texts.get("yes"),
        Value::Association(Association::No) => texts.get("no"),
        Value::Association(Association::Contradictory) => texts.get("both"),
        Value::Association(Association::NotSaid) => texts.get("not-said"),
    }
}

#[derive(Clone, Copy)]
enum Row<'c> {
    Heading(&'c str),
    Count(usize, &'c Count),
}

/// The lines of a list of counts. A column may have as many values as there are users: only those in sight are looked at.
enum Rows<'c> {
    /// Groups under headings, few of them.
    Groups(Vec<Row<'c>>),
    /// Values of one column, the most frequent first.
    Values(&'c [Count]),
}

impl<'c> Rows<'c> {
    fn len(&self) -> usize {
        match self {
            Rows::Groups(rows) => rows.len(),
            Rows::Values(counts) => counts.len(),
        }
    }

    fn get(&self, at: usize) -> Option<Row<'c>> {
        match self {
            Rows::Groups(rows) => rows.get(at).copied(),
            Rows::Values(counts) => counts.get(at).map(|count| Row::Count(at, count)),
        }
    }

    /// The line of a place among the counts.
    fn line_of(&self, place: usize) -> usize {
        match self {
            Rows::Groups(rows) => rows.iter().position(|r| matches!(r, Row::Count(at, _) if *at == place)).unwrap_or(0),
            Rows::Values(counts) => place.min(counts.len().saturating_sub(1)),
        }
    }

    /// The greatest of the counts.
    fn most(&self) -> usize {
        let of_groups = |rows: &[Row<'_>]| rows.iter().filter_map(|r| if let Row::Count(_, c) = r { Some(c.accounts) } else { None }).max();
        match self {
            Rows::Groups(rows) => of_groups(rows),
            Rows::Values(counts) => counts.first().map(|count| count.accounts),
        }
        .unwrap_or(1)
    }
}

/// Draws what can be filtered on.
pub fn facets(app: &App, frame: &mut Frame<'_>, facets: Option<&[Facet]>, list: &ListState, hits: &mut Hits) {
    let title = tr!(app.texts, "facets-title", count = app.users.listing.accounts.len());
    let headings: Vec<String> = facets.into_iter().flatten().map(|facet| app.texts.get(&format!("facet-{}", facet.name))).collect();
    let mut rows = Vec::new();
    let mut place = 0;
    for (facet, heading) in facets.into_iter().flatten().zip(&headings) {
        rows.push(Row::Heading(heading));
        for count in &facet.counts {
            rows.push(Row::Count(place, count));
            place += 1;
        }
    }
    draw(app, frame, &title, facets.is_some(), &Rows::Groups(rows), list, hits);
}

/// Draws what is in a column.
pub fn values(app: &App, frame: &mut Frame<'_>, column: UserColumn, counts: Option<&[Count]>, list: &ListState, hits: &mut Hits) {
    let name = if column == UserColumn::Email { "users-email-domain" } else { column_heading(app, column) };
    let title = tr!(
        app.texts,
        "values-title",
        column = app.texts.get(name),
        values = counts.map_or(0, <[Count]>::len),
        count = app.users.listing.accounts.len()
    );
    draw(app, frame, &title, counts.is_some(), &Rows::Values(counts.unwrap_or_default()), list, hits);
}

fn draw(app: &App, frame: &mut Frame<'_>, title: &str, counted: bool, rows: &Rows<'_>, list: &ListState, hits: &mut Hits) {
    let (texts, theme) = (&app.texts, app.theme);
    let height = u16::try_from(rows.len().max(1) + 2).unwrap_or(u16::MAX).min(frame.area().height.saturating_sub(4));
    let width = u16::try_from(app.layer_width() + 4).unwrap_or(76);
    let inside = window(frame, width, height, title, theme);
    if rows.len() == 0 {
        let key = if counted { "values-none" } else { "values-counting" };
        line(frame, inside, 0, Line::styled(format!("   {}", texts.get(key)), theme.dim()));
        return;
    }
    let shown = usize::from(inside.height);
    list.page.set(shown.max(1));
    let at = rows.line_of(list.selected);
    let mut top = list.top.get().min(rows.len().saturating_sub(shown));
    if at >= top + shown {
        top = at + 1 - shown.max(1);
    }
    // The heading above the first of a group is shown with it.
    let with_heading = at.saturating_sub(usize::from(matches!(at.checked_sub(1).and_then(|above| rows.get(above)), Some(Row::Heading(_)))));
    top = top.min(if shown > 1 { with_heading } else { at });
    list.top.set(top);
    let number = texts.number(rows.most()).chars().count();
    // Value, count, share, bar.
    let room = usize::from(inside.width).saturating_sub(3);
    let bar_room = (room / 6).min(20);
    let value_room = room.saturating_sub(number + bar_room + 10);
    for (row, content) in (top..rows.len()).take(shown).filter_map(|at| rows.get(at)).enumerate() {
        match content {
            Row::Heading(heading) => line(frame, inside, row, Line::styled(format!(" {heading}"), theme.heading())),
            Row::Count(place, count) => {
                let selected = place == list.selected;
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
                hits.add(row_rect(inside, row).intersection(inside), Hit::Target(Target::Choice(place)));
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
