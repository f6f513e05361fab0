//! The users: a table of which only the visible rows are built.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use crate::model::{Gravity, Problem, UserColumn};
use crate::query::Term;
use crate::text;
use crate::tr;

use super::super::action::{Pane, Target};
use super::super::app::{App, Deck, Layer, SortKey};
use super::super::columns::{MARKS, layout, wanted_width};
use super::super::widgets::{Hit, Hits, association, cell, column_heading, line, pane, prompt, row_rect, severity_sign};

/// The heading, in as few letters as the column has room for.
fn heading(app: &App, column: UserColumn) -> &'static str {
    match column {
        UserColumn::Pc => "column-pc-short",
        UserColumn::Skills => "column-skills-short",
        column => column_heading(app, column),
    }
}

/// How wide the list beside a person is: as wide as its columns want it, so that a wide window does not show less than a
/// narrow one, and the person keeps enough to be read. A list that is filtered has the same width as the whole of it.
#[must_use]
pub fn width_beside(app: &App, width: u16) -> u16 {
    /// Of the person.
    const LEAST: u16 = 48;
    let Some(deck) = &app.deck else { return width / 2 };
    let columns: Vec<UserColumn> = app.users.columns();
    let asked = columns.iter().any(|column| column.is_of_found_skill());
    let needs = deck.prepared.listing.needs.with_found(if asked { 20 } else { 0 });
    let frame = 2;
    let wanted = u16::try_from(wanted_width(&columns, needs) + frame).unwrap_or(u16::MAX);
    let most = (width * 13 / 20).min(width.saturating_sub(LEAST));
    wanted.clamp((width * 9 / 20).min(most), most)
}

/// Draws it.
pub fn draw(app: &App, frame: &mut Frame<'_>, area: Rect, hits: &mut Hits) {
    let Some(deck) = &app.deck else { return };
    let (texts, theme) = (&app.texts, app.theme);
    let focused = app.person.is_none();
    let (title, order) = head(app, deck, area.width.into());
    let inside = pane(frame, area, &title, &order, focused, theme);
    let (columns, hidden) = layout(inside.width.into(), &app.users.columns(), app.users.column, app.users.listing.needs);
    hits.add_pane(area, Pane::Users);
    note_hidden(app, frame, area, &hidden);
    let table = draw_filter(app, frame, inside);
    if app.users.listing.accounts.is_empty() && app.users.error.is_some() {
        return;
    }
    if app.users.listing.accounts.is_empty() && !app.users.pending {
        let key = match app.users.filter.value() {
            "" => "users-none",
            _ if asks_what_nobody_says(app) => "users-no-associations",
            _ => "users-none-match",
        };
        let message = tr!(texts, key, filter = text::clean(app.users.filter.value()).into_owned());
        for (row, wrapped) in text::wrap(&message, usize::from(table.width).saturating_sub(4)).into_iter().enumerate() {
            line(frame, table, row + 1, Line::styled(format!("  {wrapped}"), theme.dim()));
        }
        return;
    }
    draw_head(app, frame, table, &columns, hits);
    let body = Rect { y: table.y + 1, height: table.height.saturating_sub(1), ..table };
    let window = app.users.list.window(body.height.into(), app.users.listing.accounts.len());
    for (row, at) in window.enumerate() {
        let selected = at == app.users.list.selected;
        line(frame, body, row, user_line(app, deck, at, &columns, selected, focused));
        let target = if focused { Target::Row(at) } else { Target::Elsewhere(Pane::Users, at) };
        hits.add(row_rect(body, row).intersection(body), Hit::Target(target));
    }
}

/// Draws the prompt of the filter and what there is to say of it, at the foot; gives what is left above.
pub(super) fn draw_filter(app: &App, frame: &mut Frame<'_>, inside: Rect) -> Rect {
    let (texts, theme) = (&app.texts, app.theme);
    let typing = matches!(app.layers.last(), Some(Layer::Filter(_)));
    let mut said = said_of_filter(app, typing, inside.width.into());
    if app.users.listing.near {
        let wrapped = text::wrap(&texts.get("users-near"), usize::from(inside.width).saturating_sub(3));
        let sign = |row| if row == 0 { "≈" } else { " " };
        said.extend(wrapped.into_iter().enumerate().map(|(row, note)| Line::styled(format!("{} {note}", sign(row)), theme.warn())));
    }
    let lines = usize::from(typing) + said.len();
    let [above, below] = ratatui::layout::Layout::vertical([
        ratatui::layout::Constraint::Min(1),
        ratatui::layout::Constraint::Length(u16::try_from(lines).unwrap_or(0)),
    ])
    .areas(inside);
    if typing {
        prompt(frame, below, 0, "/ ", &app.users.filter, theme);
    }
    for (row, said) in said.into_iter().enumerate() {
        line(frame, below, row + usize::from(typing), said);
    }
    above
}

/// Whether the filter asks for associations of which the file says nothing: that nobody is found means nothing then.
fn asks_what_nobody_says(app: &App) -> bool {
    let silent = |column| app.users.silent.contains(&column);
    app.users.query.terms.iter().any(|(_, term)| match term {
        Term::Pc(_) | Term::Problem(Some(Problem::NotAssociated | Problem::ConflictingAssociation)) => silent(UserColumn::Pc),
        Term::Pmc(_) => silent(UserColumn::Pmc),
        Term::Problem(Some(Problem::PmcOnly)) => silent(UserColumn::Pc) || silent(UserColumn::Pmc),
        _ => false,
    })
}

/// The two halves of the title: how many there are and are shown, and the filter with the order. Where there is no room
/// for both, the number of people gives way, then all words but the first.
fn head(app: &App, deck: &Deck, width: usize) -> (String, String) {
    /// Corners, the mark of the focus and the blanks around both.
    const AROUND: usize = 7;
    let order = order(app);
    let titles = [Length::Full, Length::Accounts, Length::Numbers].map(|length| title(app, deck, length));
    let fits = |title: &&String| text::width(title) + text::width(&order) + AROUND <= width;
    let title = titles.iter().find(fits).unwrap_or(&titles[2]).clone();
    (title, order)
}

/// How much a title says.
#[derive(Clone, Copy, PartialEq)]
enum Length {
    /// Accounts and people.
    Full,
    /// Accounts.
    Accounts,
    /// The bare numbers.
    Numbers,
}

/// How many there are, how many of them are shown, and how many are marked.
fn title(app: &App, deck: &Deck, length: Length) -> String {
    let texts = &app.texts;
    let listing = &app.users.listing;
    let (shown, all) = (listing.accounts.len(), deck.company().accounts.len());
    let filtered = !app.users.filter.value().is_empty();
    let mut title = match (length, filtered) {
        (Length::Numbers, true) => format!("{} · {shown}/{all}", texts.get("tab-users")),
        (Length::Numbers, false) => format!("{} · {all}", texts.get("tab-users")),
        (_, true) => tr!(texts, "users-title-filtered", shown = shown, all = all),
        (_, false) => tr!(texts, "users-title", accounts = all),
    };
    if length == Length::Full {
        let people = if filtered { listing.people } else { deck.company().people as usize };
        title = format!("{title}, {}", tr!(texts, "users-title-people", people = people));
    }
    match (app.users.marks.len(), app.users.marks.hidden()) {
        (0, _) => title,
        (marks, 0) => format!("{title} · {}", tr!(texts, "users-marked", count = marks)),
        (marks, hidden) => format!("{title} · {}", tr!(texts, "users-marked-hidden", count = marks, hidden = hidden)),
    }
}

/// The filter and the order, always visible.
fn order(app: &App) -> String {
    let texts = &app.texts;
    let words = !app.users.query.words().is_empty();
    let by = if words && !app.users.sort_chosen {
        texts.get("sort-match")
    } else {
        let name = SortKey::MENU.iter().find(|(key, _)| *key == app.users.sort.key).map_or("sort-file", |(_, name)| name);
        format!("{} {}", texts.get(name), if app.users.sort.reversed { "▼" } else { "▲" })
    };
    let sorted = tr!(texts, "users-sorted", by = by);
    let filter = app.users.filter.value();
    let typing = matches!(app.layers.last(), Some(Layer::Filter(_)));
    if filter.is_empty() || typing { sorted } else { format!("/{} · {sorted}", text::fit(&text::clean(filter), 40)) }
}

/// What is said below the prompt: what is wrong with the filter, else what may follow. While something is typed there is
/// always a line of it, so that the table stands still.
fn said_of_filter(app: &App, typing: bool, width: usize) -> Vec<Line<'static>> {
    const MOST_LINES: usize = 2;
    let theme = app.theme;
    let room = width.saturating_sub(3);
    if let Some(error) = app.users.error.as_ref().filter(|error| !(error.is_unfinished() && typing)) {
        let mut lines = text::wrap(&error.message(&app.texts), room);
        if lines.len() > MOST_LINES {
            lines = vec![text::fit(&lines.join(" "), room).into_owned()];
        }
        let sign = |row| if row == 0 { "✗" } else { " " };
        return lines.into_iter().enumerate().map(|(row, said)| Line::styled(format!("{} {said}", sign(row)), theme.bad())).collect();
    }
    if !typing {
        return Vec::new();
    }
    if app.users.filter.value().trim().is_empty() {
        return vec![Line::styled(format!("  {}", text::fit(&app.texts.get("filter-what"), room)), theme.dim())];
    }
    let Some(found) = app.suggestions() else { return vec![Line::default()] };
    let said = match found.field {
        Some(field) if found.choices.is_empty() => app.texts.get(&format!("filter-field-{}", field.name())),
        _ => found.choices.iter().map(|choice| choice.shown.as_str()).collect::<Vec<_>>().join(" · "),
    };
    vec![Line::styled(format!("  {}", text::fit(&said, room)), theme.dim())]
}

fn draw_head(app: &App, frame: &mut Frame<'_>, area: Rect, columns: &[(UserColumn, usize)], hits: &mut Hits) {
    let by_match = !app.users.sort_chosen && !app.users.query.words().is_empty();
    let mut spans = vec![Span::raw(" ".repeat(MARKS))];
    let mut x = area.x.saturating_add(MARKS as u16);
    for (column, room) in columns {
        let width = u16::try_from(*room).unwrap_or(u16::MAX);
        hits.add(Rect { x, width, height: 1, ..area }.intersection(area), Hit::Target(Target::Heading(*column)));
        x = x.saturating_add(width).saturating_add(1);
        let sorted = !by_match && app.users.sort.key == SortKey::of(*column);
        let mark = match (sorted, app.users.sort.reversed) {
            (false, _) => "",
            (true, false) => "▲",
            (true, true) => "▼",
        };
        let name = app.texts.get(heading(app, *column));
        let name = if text::width(&name) + text::width(mark) > *room { name.trim_end_matches('.') } else { &name };
        let name = format!("{name}{mark}");
        // Only the name itself stands out: the cursor ends where the heading ends.
        let name = text::fit(&name, *room).into_owned();
        let space = " ".repeat(room.saturating_sub(text::width(&name)));
        let style = if *column == app.users.column { app.theme.cursor_column() } else { app.theme.heading() };
        let name = Span::styled(name, style);
        spans.extend(if *column == UserColumn::Skills { [Span::raw(space), name] } else { [name, Span::raw(space)] });
        spans.push(Span::raw(" "));
    }
    line(frame, area, 0, Line::from(spans));
}

/// On the lower line of the frame: which columns have no room.
fn note_hidden(app: &App, frame: &mut Frame<'_>, area: Rect, hidden: &[UserColumn]) {
    let mut notes = Vec::new();
    if !hidden.is_empty() {
        let names: Vec<String> = hidden.iter().map(|c| app.texts.get(heading(app, *c))).collect();
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
fn user_line<'l>(app: &App, deck: &Deck, at: usize, columns: &[(UserColumn, usize)], selected: bool, focused: bool) -> Line<'l> {
    let (texts, theme, company) = (&app.texts, app.theme, deck.company());
    let words = app.users.listed_for.words();
    let near = app.users.listing.near;
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
        raw => cell(raw, room, &words, near, base, theme),
    };
    let marked = app.users.marks.contains(number);
    let pointer = Span::styled(if selected { "›" } else { " " }, base);
    let mark = if marked { Span::styled("◆", on(theme.mark())) } else { Span::styled(" ", base) };
    let first_problem = deck.index().findings().and_then(|findings| findings.first(number));
    let (sign, of_sign) = severity_sign(first_problem.map(Problem::gravity), theme);
    let mut spans = vec![pointer, mark, Span::styled(format!("{sign} "), on(of_sign))];
    for (column, room) in columns {
        let room = *room;
        let first = spans.len();
        match column {
            UserColumn::Name => spans.extend(plain(&company.full_name(account), room)),
            UserColumn::Email => spans.extend(plain(company.email(account), room)),
            UserColumn::Mcid => spans.extend(plain(company.mcid(account), room)),
            UserColumn::Pmc | UserColumn::Pc => {
                let said = if *column == UserColumn::Pc { account.pc } else { account.pmc };
                let (shown, style) = association(said, texts, theme);
                spans.push(Span::styled(text::pad(&shown, room), on(style)));
            }
            UserColumn::Skills => {
                let all = company.skills(number).len();
                let shown = company.counting_skills(number, deck.as_of()).map_or(all.to_string(), |counting| format!("{counting}/{all}"));
                spans.push(Span::styled(text::pad_left(&shown, room), base));
            }
            UserColumn::Found => spans.extend(plain(asked.map_or("", |s| company.item(s).short_name()), room)),
            UserColumn::Until => {
                let until = asked.and_then(|s| s.expires);
                let past = until.is_some_and(|last| last < deck.as_of());
                let shown = until.map_or_else(|| text::NOTHING.to_owned(), |d| texts.date_column(d));
                // Not told by colour alone.
                let shown = if past { format!("{shown} ✗") } else { shown };
                spans.push(Span::styled(text::pad(&shown, room), if past { on(theme.bad()) } else { base }));
            }
            UserColumn::Problem => spans.push(match first_problem {
                Some(problem) => {
                    let style = if problem.gravity() == Gravity::Info { theme.dim() } else { of_sign };
                    Span::styled(text::pad(&texts.get(&format!("finding-{}", problem.name())), room), on(style))
                }
                None => Span::styled(text::pad(text::NOTHING, room), on(theme.dim())),
            }),
            UserColumn::Competencies => {
                let names = deck.index().areas().names(company, number, deck.as_of());
                spans.extend(if names.is_empty() {
                    plain("", room)
                } else {
                    vec![Span::styled(text::pad(&text::clean(&names.join(", ")), room), base)]
                });
            }
        }
        if selected && focused && *column == app.users.column {
            // The cell that is copied, counted and sorted by.
            for span in &mut spans[first..] {
                span.style = span.style.add_modifier(Modifier::UNDERLINED);
            }
        }
        spans.push(Span::styled(" ", base));
    }
    Line::from(spans)
}
