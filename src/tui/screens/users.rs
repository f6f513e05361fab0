//! The users: a table of which only the visible rows are built.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::text;
use crate::tr;

use super::super::action::Target;
use super::super::app::{App, Deck, Layer, SortKey};
use super::super::widgets::{Hit, Hits, association, cell, line, pane, row_rect};

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Name,
    Email,
    Mcid,
    Pmc,
    Pc,
    Skills,
    Found,
    Until,
    Competencies,
}

/// Behind the name, which always stays.
const SCROLLED: [Column; 6] = [Column::Email, Column::Mcid, Column::Pmc, Column::Pc, Column::Skills, Column::Competencies];

impl Column {
    fn name(self) -> &'static str {
        match self {
            Column::Name => "users-name",
            Column::Email => "users-email",
            Column::Mcid => "users-mcid",
            Column::Pmc => "users-pmc",
            Column::Pc => "users-pc-short",
            Column::Skills => "users-skills",
            Column::Found => "users-found",
            Column::Until => "users-until",
            Column::Competencies => "users-competencies",
        }
    }

    fn sort(self) -> Option<SortKey> {
        Some(match self {
            Column::Name => SortKey::Name,
            Column::Email => SortKey::Email,
            Column::Mcid => SortKey::Mcid,
            Column::Pmc => SortKey::Pmc,
            Column::Pc => SortKey::Pc,
            Column::Skills => SortKey::Skills,
            Column::Competencies => SortKey::Competencies,
            Column::Found | Column::Until => return None,
        })
    }

    /// Least and greatest width.
    fn widths(self) -> (usize, usize) {
        match self {
            Column::Name => (18, 30),
            Column::Email => (20, 34),
            Column::Mcid => (8, 10),
            Column::Pmc => (6, 6),
            Column::Pc => (10, 10),
            Column::Skills => (7, 7),
            Column::Found => (12, 34),
            Column::Until => (11, 11),
            Column::Competencies => (16, 80),
        }
    }
}

const GAP: usize = 1;

/// Which column goes first when there is no room, last to first. A skill that was asked for goes before the rest.
const PRIORITY: [Column; 9] = [
    Column::Name,
    Column::Until,
    Column::Found,
    Column::Pc,
    Column::Pmc,
    Column::Skills,
    Column::Email,
    Column::Mcid,
    Column::Competencies,
];

/// The columns that fit, in their order and with their widths, and those that do not.
fn layout(width: usize, offset: usize, found: bool) -> (Vec<(Column, usize)>, Vec<Column>) {
    let asked: &[Column] = if found { &[Column::Found, Column::Until] } else { &[] };
    let scrolled = SCROLLED.into_iter().skip(offset.min(SCROLLED.len() - 1));
    let wanted: Vec<Column> = [Column::Name].into_iter().chain(asked.iter().copied()).chain(scrolled).collect();
    let mut chosen: Vec<Column> = Vec::new();
    let mut used = 2;
    for column in PRIORITY.into_iter().filter(|c| wanted.contains(c)) {
        let least = column.widths().0 + GAP;
        if used + least <= width || chosen.is_empty() {
            used += least;
            chosen.push(column);
        }
    }
    let hidden = wanted.iter().copied().filter(|c| !chosen.contains(c)).collect();
    let mut columns: Vec<(Column, usize)> = wanted.into_iter().filter(|c| chosen.contains(c)).map(|c| (c, c.widths().0)).collect();
    // What is left goes to the skill that was asked for, then to name and address, then to the last column.
    let mut left = width.saturating_sub(used);
    for asked in [true, false] {
        for (column, room) in columns.iter_mut().filter(|(c, _)| (*c == Column::Found) == asked) {
            let most = if *column == Column::Competencies { usize::MAX } else { column.widths().1 };
            let share = left.min(most.saturating_sub(*room));
            *room += share;
            left -= share;
        }
    }
    (columns, hidden)
}

/// Draws it.
pub fn draw(app: &App, frame: &mut Frame<'_>, area: Rect, hits: &mut Hits) {
    let Some(deck) = &app.deck else { return };
    let (texts, theme) = (&app.texts, app.theme);
    let focused = app.person.is_none();
    let inside = pane(frame, area, &title(app, deck), &order(app), focused, theme);
    let (columns, hidden) = layout(inside.width.into(), app.users.column_offset, app.users.listing.found.is_some());
    note_hidden(app, frame, area, &hidden);
    let prompt = matches!(app.layers.last(), Some(Layer::Filter(_)));
    let lines = usize::from(prompt) + usize::from(app.users.error.is_some());
    let [table, below] = ratatui::layout::Layout::vertical([
        ratatui::layout::Constraint::Min(1),
        ratatui::layout::Constraint::Length(u16::try_from(lines).unwrap_or(0)),
    ])
    .areas(inside);
    draw_prompt(app, frame, below, prompt);
    if app.users.listing.accounts.is_empty() && app.users.error.is_some() {
        return;
    }
    if app.users.listing.accounts.is_empty() && !app.users.pending {
        let key = if app.users.filter.value().is_empty() { "users-none" } else { "users-none-match" };
        let message = tr!(texts, key, filter = text::clean(app.users.filter.value()).into_owned());
        for (row, wrapped) in text::wrap(&message, usize::from(table.width).saturating_sub(4)).into_iter().enumerate() {
            line(frame, table, row + 1, Line::styled(format!("  {wrapped}"), theme.dim()));
        }
        return;
    }
    draw_head(app, frame, table, &columns);
    let body = Rect { y: table.y + 1, height: table.height.saturating_sub(1), ..table };
    let window = app.users.list.window(body.height.into(), app.users.listing.accounts.len());
    for (row, at) in window.enumerate() {
        let selected = at == app.users.list.selected;
        line(frame, body, row, user_line(app, deck, at, &columns, selected, focused));
        hits.add(row_rect(body, row).intersection(body), Hit::Target(Target::Row(at)));
    }
}

/// How many there are, and how many of them are shown.
fn title(app: &App, deck: &Deck) -> String {
    let texts = &app.texts;
    let (shown, all) = (app.users.listing.accounts.len(), deck.company().accounts.len());
    if app.users.filter.value().is_empty() {
        return tr!(texts, "users-title", accounts = all, people = deck.company().people as usize);
    }
    tr!(texts, "users-title-filtered", shown = shown, all = all, people = app.users.listing.people)
}

/// The filter and the order, always visible.
fn order(app: &App) -> String {
    let texts = &app.texts;
    let words = !app.users.query.words().is_empty();
    let by = if words && !app.users.sort_chosen {
        texts.get("sort-match")
    } else {
        let name = SortKey::MENU.iter().find(|(key, _)| *key == app.users.sort.key).map_or("sort-file", |(_, name)| name);
        format!("{} {}", texts.get(name).to_lowercase(), if app.users.sort.reversed { "▼" } else { "▲" })
    };
    let sorted = tr!(texts, "users-sorted", by = by);
    let filter = app.users.filter.value();
    let prompt = matches!(app.layers.last(), Some(Layer::Filter(_)));
    if filter.is_empty() || prompt { sorted } else { format!("/{} · {sorted}", text::fit(&text::clean(filter), 40)) }
}

fn draw_prompt(app: &App, frame: &mut Frame<'_>, area: Rect, open: bool) {
    let theme = app.theme;
    let mut row = 0;
    if open {
        let input = &app.users.filter;
        let room = usize::from(area.width).saturating_sub(4);
        let scroll = input.visual_scroll(room);
        let shown: String = text::clean(input.value()).chars().skip(scroll).collect();
        let spans = vec![Span::styled("/ ", theme.key()), Span::raw(text::fit(&shown, room + 1).into_owned())];
        line(frame, area, 0, Line::from(spans));
        let x = input.visual_cursor().saturating_sub(scroll) + 2;
        if area.height > 0 {
            frame.set_cursor_position((area.x + u16::try_from(x).unwrap_or(2).min(area.width.saturating_sub(1)), area.y));
        }
        row = 1;
    }
    if let Some(error) = &app.users.error {
        let message = error.message(&app.texts);
        line(frame, area, row, Line::styled(format!("✗ {}", text::fit(&message, usize::from(area.width).saturating_sub(3))), theme.bad()));
    }
}

fn draw_head(app: &App, frame: &mut Frame<'_>, area: Rect, columns: &[(Column, usize)]) {
    let by_match = !app.users.sort_chosen && !app.users.query.words().is_empty();
    let mut spans = vec![Span::raw("  ")];
    for (column, room) in columns {
        let sorted = !by_match && Some(app.users.sort.key) == column.sort();
        let mark = match (sorted, app.users.sort.reversed) {
            (false, _) => "",
            (true, false) => "▲",
            (true, true) => "▼",
        };
        let name = app.texts.get(column.name());
        let name = if text::width(&name) + text::width(mark) > *room { name.trim_end_matches('.') } else { &name };
        let name = format!("{name}{mark}");
        let shown = if *column == Column::Skills { text::pad_left(&name, *room) } else { text::pad(&name, *room) };
        spans.push(Span::styled(format!("{shown} "), app.theme.heading()));
    }
    line(frame, area, 0, Line::from(spans));
}

/// On the lower line of the frame: which columns have no room, and that there are some on the left.
fn note_hidden(app: &App, frame: &mut Frame<'_>, area: Rect, hidden: &[Column]) {
    let mut notes = Vec::new();
    if app.users.column_offset > 0 {
        notes.push(app.texts.get("users-hidden-left"));
    }
    if !hidden.is_empty() {
        let names: Vec<String> = hidden.iter().map(|c| app.texts.get(c.name()).to_lowercase()).collect();
        notes.push(tr!(app.texts, "users-hidden", count = hidden.len(), names = names.join(", ")));
    }
    if notes.is_empty() || area.height < 2 {
        return;
    }
    let note = format!(" {} ", text::fit(&notes.join(" "), usize::from(area.width).saturating_sub(6)));
    let width = u16::try_from(text::width(&note)).unwrap_or(0);
    let at = Rect { x: area.right().saturating_sub(width + 2), y: area.bottom() - 1, width, height: 1 };
    frame.render_widget(Line::styled(note, app.theme.dim()), at);
}

/// The line of the account at a place of the list.
fn user_line<'l>(app: &App, deck: &Deck, at: usize, columns: &[(Column, usize)], selected: bool, focused: bool) -> Line<'l> {
    let (texts, theme, company) = (&app.texts, app.theme, deck.company());
    let words = app.users.listed_for.words();
    let number = app.users.listing.accounts[at];
    let account = company.account(number);
    let found = app.users.listing.found.as_ref().and_then(|found| *found.get(at)?);
    let asked = found.and_then(|place| company.skills(number).get(place as usize));
    let base = match (selected, focused) {
        (true, true) => theme.selected(),
        (true, false) => theme.selected_elsewhere(),
        _ => Style::new(),
    };
    // A reversed line keeps one colour: patches of others would tear it.
    let on = |style: Style| if selected && focused { base } else { style.patch(base) };
    let plain = |raw: &str, room: usize| match raw {
        "" => vec![Span::styled(text::pad(text::NOTHING, room), on(theme.dim()))],
        raw => cell(raw, room, &words, base, theme),
    };
    let mut spans = vec![Span::styled(if selected { "› " } else { "  " }, base)];
    for (column, room) in columns {
        let room = *room;
        match column {
            Column::Name => spans.extend(plain(&company.full_name(account), room)),
            Column::Email => spans.extend(plain(company.email(account), room)),
            Column::Mcid => spans.extend(plain(company.mcid(account), room)),
            Column::Pmc | Column::Pc => {
                let said = if *column == Column::Pc { account.pc } else { account.pmc };
                let (shown, style) = association(said, texts, theme);
                spans.push(Span::styled(text::pad(&shown, room), on(style)));
            }
            Column::Skills => {
                let counting = company.counting_skills(number, deck.as_of()).map_or(text::NOTHING.to_owned(), |n| n.to_string());
                spans.push(Span::styled(text::pad_left(&format!("{counting}/{}", company.skills(number).len()), room), base));
            }
            Column::Found => spans.extend(plain(asked.map_or("", |s| company.item(s).short_name()), room)),
            Column::Until => {
                let until = asked.and_then(|s| s.expires);
                let past = until.is_some_and(|last| last < deck.as_of());
                let shown = until.map_or_else(|| text::NOTHING.to_owned(), |d| texts.date_column(d));
                spans.push(Span::styled(text::pad(&shown, room), if past { on(theme.bad()) } else { base }));
            }
            Column::Competencies => {
                let names = company.competencies(number, deck.as_of());
                spans.extend(if names.is_empty() {
                    plain("", room)
                } else {
                    vec![Span::styled(text::pad(&text::clean(&names.join(", ")), room), base)]
                });
            }
        }
        spans.push(Span::styled(" ", base));
    }
    Line::from(spans)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn columns_never_take_more_room_than_there_is(width in 21usize..300, offset in 0usize..9, found in any::<bool>()) {
            let (columns, hidden) = layout(width, offset, found);
            let used: usize = 2 + columns.iter().map(|(_, w)| w + GAP).sum::<usize>();
            prop_assert!(used <= width, "{used} of {width}");
            prop_assert_eq!(columns[0].0, Column::Name);
            prop_assert_eq!(columns.len() + hidden.len() + offset.min(5), if found { 9 } else { 7 });
        }
    }
}
