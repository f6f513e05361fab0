//! The first screen: who is there, who is not, what to look at.

mod first;
mod standing;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use crate::i18n::Texts;
use crate::model::UserColumn;
use crate::model::overview::{Figure, Month};
use crate::report::Kind;
use crate::text;
use crate::tr;

use super::super::action::Target;
use super::super::app::{App, Deck};
use super::super::widgets::{Hit, Hits, bar, line, pane, row_rect};
use standing::{draw_standing, standing_lines};

/// Draws it.
pub fn draw(app: &App, frame: &mut Frame<'_>, area: Rect, hits: &mut Hits) {
    let Some(deck) = &app.deck else { return };
    if deck.company().sources().all(|source| source.kind == Kind::EmptyReport) || deck.company().accounts.is_empty() {
        return nothing(app, deck, frame, area);
    }
    if app.zoomed {
        // The group with the focus alone.
        let funnel = deck.overview().funnel.len();
        return match app.overview.selected {
            at if at < funnel => draw_funnel(app, deck, frame, area, hits),
            at if at < deck.before_warnings() => first::draw(app, deck, frame, area, hits),
            at if at < deck.before_standing() => draw_warnings(app, deck, frame, area, hits),
            _ => draw_standing(app, deck, frame, area, hits),
        };
    }
    let funnel = deck.overview().funnel.len();
    let groups = u16::try_from(first::lines(deck).max(1) + 2).unwrap_or(6);
    let funnel_height = u16::try_from(funnel + 2).unwrap_or(7);
    if area.width >= 110 {
        let [left, right] = Layout::horizontal([Constraint::Percentage(50), Constraint::Min(1)]).areas(area);
        let [a, b, c] = Layout::vertical([Constraint::Length(funnel_height), Constraint::Length(groups), Constraint::Min(3)]).areas(left);
        let facts = u16::try_from(fact_lines(app, deck, usize::from(right.width).saturating_sub(2)).len() + 2).unwrap_or(u16::MAX);
        let tops = u16::try_from(app.standing_tops().len()).unwrap_or(u16::MAX);
        let most = area.height.saturating_sub(facts + 6);
        // A line for each track where that leaves room for the months; else one for each entry.
        let lines = Some(standing_lines(app, right.width.saturating_sub(2))).filter(|lines| lines + 2 <= most).unwrap_or(tops);
        let stand = if tops == 0 { 0 } else { (lines + 2).min(most) };
        let [d, f, e] =
            Layout::vertical([Constraint::Length(facts.min(area.height.saturating_sub(6))), Constraint::Length(stand), Constraint::Min(6)])
                .areas(right);
        draw_standing(app, deck, frame, f, hits);
        draw_funnel(app, deck, frame, a, hits);
        first::draw(app, deck, frame, b, hits);
        draw_warnings(app, deck, frame, c, hits);
        draw_facts(app, deck, frame, d);
        draw_months(app, deck, frame, e);
    } else {
        let facts = if area.height >= 20 { 4 + u16::from(says_nothing_of_associations(deck)) } else { 0 };
        let [d, a, rest] = Layout::vertical([Constraint::Length(facts), Constraint::Length(funnel_height), Constraint::Min(3)]).areas(area);
        // What the warnings leave goes to the months; without room for three lines of warnings the groups get it all.
        let warnings = u16::try_from(deck.warnings().count().max(1) + 2).unwrap_or(u16::MAX);
        let look_height = groups.max(rest.height.saturating_sub(warnings).min(12)).min(rest.height);
        // Where they have none at all, they stand in place of the groups while one of them is selected.
        let cramped = rest.height < look_height + 3;
        let look_height = match cramped {
            true if (deck.before_warnings()..deck.before_standing()).contains(&app.overview.selected) => 0,
            true => rest.height,
            false => look_height,
        };
        let [below, c] = Layout::vertical([Constraint::Length(look_height), Constraint::Min(0)]).areas(rest);
        // Where one stands takes more words than a month: the groups give way as far as their names allow.
        let most = (below.width * 56 + 50) / 100;
        let names = u16::try_from(first::names(app, deck) + 10).unwrap_or(u16::MAX);
        let (least, most_beside) = (below.width * 42 / 100, most.min(below.width.saturating_sub(38)));
        let groups =
            if app.standing_tops().is_empty() { names.min(below.width * 2 / 3).max(most) } else { names.min(most_beside).max(least) };
        let [b, e] = Layout::horizontal([Constraint::Length(groups), Constraint::Min(1)]).areas(below);
        if facts > 0 {
            draw_facts(app, deck, frame, d);
        }
        draw_funnel(app, deck, frame, a, hits);
        first::draw(app, deck, frame, b, hits);
        // Whether the company keeps what it has goes before how it got there.
        if app.standing_tops().is_empty() {
            draw_months(app, deck, frame, e);
        } else {
            draw_standing(app, deck, frame, e, hits);
        }
        draw_warnings(app, deck, frame, c, hits);
    }
}

/// A report without rows says why, and what to do (T2).
fn nothing(app: &App, deck: &Deck, frame: &mut Frame<'_>, area: Rect) {
    let inside = pane(frame, area, &app.texts.get("overview-empty"), "", true, app.theme);
    let room = usize::from(inside.width).saturating_sub(4);
    let mut row = 1;
    for noted in deck.company().noted() {
        for wrapped in text::wrap(&deck.told(noted, &app.texts), room) {
            line(frame, inside, row, Line::raw(format!("  {wrapped}")));
            row += 1;
        }
        row += 1;
    }
}

/// What the report is and how much stands in it.
fn facts(app: &App, deck: &Deck) -> Vec<(String, String)> {
    let (texts, company) = (&app.texts, deck.company());
    let mut out = Vec::new();
    if let Some(name) = &company.name {
        out.push((texts.get("fact-company"), text::clean(name).into_owned()));
    }
    if let Some((date, from)) = company.report_date {
        let from = texts.get(&format!("date-from-{}", from.name()));
        out.push((texts.get("fact-report"), tr!(texts, "fact-report-date", date = texts.date(date), from = from)));
        let days = usize::try_from((app.today - date).num_days()).unwrap_or(0);
        // The sample has no age.
        let age = (!app.demo).then(|| tr!(texts, "fact-age-days", days = days));
        // Of a report of today it goes without saying.
        let seen = match deck.as_of() {
            day if day == date => (days > 0 || app.demo).then(|| texts.get("fact-own-day")),
            day if day == app.today => Some(texts.get("title-today")),
            day => Some(tr!(texts, "title-as-of", date = texts.date(day))),
        };
        out.push((texts.get("fact-age"), [age, seen].into_iter().flatten().collect::<Vec<_>>().join(", ")));
    }
    out.push((
        texts.get("fact-people"),
        tr!(texts, "fact-people-value", people = company.people as usize, accounts = company.accounts.len()),
    ));
    let skills = company.skill_count();
    let counting = deck.overview().counting.filter(|_| company.says_where_skills_count());
    out.push((
        texts.get("fact-skills"),
        match counting {
            Some(counting) => tr!(texts, "fact-skills-counting", skills = skills, counting = counting),
            None => tr!(texts, "fact-skills-only", skills = skills),
        },
    ));
    out.extend(company.sources().map(|source| {
        let kind = texts.get(&format!("kind-{}", source.kind.name()));
        (texts.get("fact-file"), tr!(texts, "fact-file-value", kind = kind, rows = source.rows as usize))
    }));
    if says_nothing_of_associations(deck) {
        out.push((texts.get("fact-associations"), texts.get("fact-no-associations")));
    }
    out
}

/// Who is associated stands in skills reports, and not in what Insights offers.
fn says_nothing_of_associations(deck: &Deck) -> bool {
    [UserColumn::Pc, UserColumn::Pmc].iter().all(|column| deck.overview().silent.contains(column))
}

/// The facts below each other: names left, values right, each as long as it is.
fn fact_lines(app: &App, deck: &Deck, room: usize) -> Vec<Line<'static>> {
    let facts = facts(app, deck);
    let label = facts.iter().map(|(l, _)| text::width(l)).max().unwrap_or(0);
    let lines = facts.iter().flat_map(|(name, value)| {
        let wrapped = text::wrap(value, room.saturating_sub(label + 4)).into_iter().enumerate();
        wrapped.map(|(at, value)| (if at == 0 { name.as_str() } else { "" }, value)).collect::<Vec<_>>()
    });
    let line = |(name, value)| Line::from(vec![Span::styled(format!(" {}  ", text::pad(name, label)), app.theme.dim()), Span::raw(value)]);
    lines.map(line).collect()
}

fn draw_facts(app: &App, deck: &Deck, frame: &mut Frame<'_>, area: Rect) {
    let theme = app.theme;
    let inside = pane(frame, area, &app.texts.get("overview-report"), "", false, theme);
    let room = usize::from(inside.width);
    if inside.height >= 5 {
        for (row, fact) in fact_lines(app, deck, room).into_iter().enumerate() {
            line(frame, inside, row, fact);
        }
        return;
    }
    let facts = facts(app, deck);
    // Two lines, who and when, then how much; and what is not there.
    let company = deck.company();
    let value = |name: &str| facts.iter().find(|(l, _)| *l == app.texts.get(name)).map(|(_, v)| v.clone());
    let date = company.report_date.map(|(date, _)| tr!(app.texts, "title-report", date = app.texts.date(date)));
    let lines = [[value("fact-company"), date, value("fact-age")], [value("fact-people"), value("fact-skills"), None]];
    for (row, parts) in lines.into_iter().enumerate() {
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        line(frame, inside, row, Line::raw(format!(" {}", text::fit(&parts.join(" · "), room.saturating_sub(2)))));
    }
    if let Some(missing) = value("fact-associations") {
        let missing = format!("{}{missing}", tr!(app.texts, "fact-label", name = app.texts.get("fact-associations")));
        line(frame, inside, 2, Line::raw(format!(" {}", text::fit(&missing, room.saturating_sub(2)))));
    }
}

/// Which of `len` rows is on top where `height` lines have no room for all: the selected one is among them, if it is
/// one of these.
fn top(selected: usize, height: usize, len: usize) -> usize {
    if selected < len && selected >= height { selected + 1 - height.max(1) } else { 0 }
}

/// Marks the selected row.
fn mark(selected: bool) -> &'static str {
    if selected { "› " } else { "  " }
}

/// What a figure counts, in the singular or the plural.
pub fn figure_name(texts: &Texts, figure: &Figure) -> String {
    tr!(texts, &format!("figure-{}", figure.name), count = figure.people)
}

fn draw_funnel(app: &App, deck: &Deck, frame: &mut Frame<'_>, area: Rect, hits: &mut Hits) {
    let (texts, theme) = (&app.texts, app.theme);
    let figures = &deck.overview().funnel;
    let focused = app.overview.selected < figures.len();
    let inside = pane(frame, area, &texts.get("overview-funnel"), &texts.get("overview-steps"), focused, theme);
    let labels: Vec<String> = figures.iter().map(|f| figure_name(texts, f)).collect();
    let most = figures.first().map_or(0, |f| f.people);
    let number = texts.number(most).chars().count();
    // The bars give way first: a name that is cut may be read as another.
    let widest = labels.iter().map(|l| text::width(l)).max().unwrap_or(0);
    let label = widest.min(usize::from(inside.width).saturating_sub(number + 4));
    let room = usize::from(inside.width).saturating_sub(label + number + 14);
    let top = top(app.overview.selected, inside.height.into(), figures.len());
    for (row, (figure, name)) in figures.iter().zip(&labels).enumerate().skip(top) {
        let selected = row == app.overview.selected;
        let style = if selected { theme.selected() } else { theme.text() };
        let lost = row.checked_sub(1).map(|r| figures[r].people - figure.people).filter(|n| *n > 0);
        let lost = lost.map(|n| format!(" −{}", texts.number(n))).unwrap_or_default();
        let spans = vec![
            Span::styled(
                format!("{}{} {} ", mark(selected), text::pad(name, label), text::pad_left(&texts.number(figure.people), number)),
                style,
            ),
            Span::styled(bar(figure.people, most, room), theme.accent()),
            Span::styled(lost, theme.warn()),
        ];
        line(frame, inside, row - top, Line::from(spans));
        hits.add(row_rect(inside, row - top).intersection(inside), Hit::Target(Target::Row(row)));
    }
}

fn draw_warnings(app: &App, deck: &Deck, frame: &mut Frame<'_>, area: Rect, hits: &mut Hits) {
    if area.height < 3 {
        return;
    }
    let (texts, theme) = (&app.texts, app.theme);
    let first = deck.before_warnings();
    let warnings = deck.warnings().count();
    let focused = (first..deck.before_standing()).contains(&app.overview.selected);
    let count = if warnings == 0 { String::new() } else { texts.number(warnings) };
    let inside = pane(frame, area, &texts.get("overview-warnings"), &count, focused, theme);
    if warnings == 0 {
        line(frame, inside, 0, Line::styled(format!("  ✓ {}", texts.get("overview-no-warnings")), theme.good()));
    }
    let height = usize::from(inside.height);
    let at = app.overview.selected.saturating_sub(first);
    let top = if focused { top(at, height, warnings) } else { 0 };
    let room = usize::from(inside.width).saturating_sub(5);
    // Whole where there is room for all of them, a line each where there is not.
    let whole: Vec<Vec<String>> = deck.warnings().take(height).map(|w| text::wrap(&deck.told(w, texts), room)).collect();
    let roomy = warnings <= height && whole.iter().map(Vec::len).sum::<usize>() <= height;
    let mut row = 0;
    for (index, warning) in deck.warnings().enumerate().skip(top).take(height) {
        let selected = focused && index == at;
        let style = if selected { theme.selected() } else { theme.text() };
        let message = deck.told(warning, texts);
        let lines = if roomy { text::wrap(&message, room) } else { vec![text::fit(&message, room).into_owned()] };
        for (part, shown) in lines.into_iter().enumerate() {
            let sign = if part == 0 { "! " } else { "  " };
            let begin = if part == 0 { mark(selected) } else { "  " };
            line(
                frame,
                inside,
                row,
                Line::from(vec![Span::styled(begin, style), Span::styled(sign, theme.warn()), Span::styled(shown, style)]),
            );
            hits.add(row_rect(inside, row).intersection(inside), Hit::Target(Target::Row(first + index)));
            row += 1;
        }
    }
}

/// Skills earned per month, the newest on the right.
fn draw_months(app: &App, deck: &Deck, frame: &mut Frame<'_>, area: Rect) {
    let (texts, theme) = (&app.texts, app.theme);
    if area.height < 4 || area.width < 14 {
        return;
    }
    let months = &deck.overview().months;
    let inside = pane(frame, area, &texts.get("overview-months"), "", false, theme);
    if months.is_empty() {
        line(frame, inside, 0, Line::styled(format!(" {}", texts.get("overview-no-dates")), theme.dim()));
        return;
    }
    let wide = 2usize;
    let fits = (usize::from(inside.width).saturating_sub(5) / wide).clamp(1, 36);
    // Where nothing was earned of late: up to the last month in which something was.
    let last = match months.len().saturating_sub(fits) {
        from if months[from..].iter().any(|m| m.skills > 0) => months.len(),
        _ => months.iter().rposition(|m| m.skills > 0).map_or(months.len(), |at| at + 1),
    };
    let shown = &months[last.saturating_sub(fits)..last];
    let most = shown.iter().map(|m| m.skills).max().unwrap_or(0);
    let height = usize::from(inside.height).saturating_sub(1);
    for row in 0..height {
        let level = height - row;
        let scale = if row == 0 { text::pad_left(&texts.number(most), 3) } else { "   ".to_owned() };
        let mut spans = vec![Span::styled(format!("{scale} "), theme.dim())];
        let bars: String = shown.iter().map(|m| column(m.skills, most, level, height)).collect();
        spans.push(Span::styled(bars, theme.accent()));
        line(frame, inside, row, Line::from(spans));
    }
    line(frame, inside, height, Line::styled(format!("    {}", axis(shown, wide, texts)), theme.dim()));
}

/// The part of a month's bar in a line, in eighths.
fn column(skills: usize, most: usize, level: usize, height: usize) -> String {
    const PARTS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let eighths = if most == 0 { 0 } else { (skills * height * 8).div_ceil(most) };
    let here = eighths.saturating_sub((level - 1) * 8).min(8);
    format!("{} ", PARTS[here])
}

/// The years, each under its January, or the first month shown.
fn axis(months: &[Month], wide: usize, texts: &Texts) -> String {
    let mut out = vec![' '; months.len() * wide];
    let mut put = |at: usize, label: &str| {
        let fits = at + label.chars().count() <= out.len()
            && out[at.saturating_sub(1)..(at + label.chars().count()).min(out.len())].iter().all(|c| *c == ' ');
        if fits {
            for (offset, c) in label.chars().enumerate() {
                out[at + offset] = c;
            }
        }
    };
    for (index, month) in months.iter().enumerate().filter(|(_, m)| m.month == 1) {
        put(index * wide, &month.year.to_string());
    }
    if let Some(first) = months.first().filter(|m| m.month != 1) {
        // Right before a year it would be read as a month of that year.
        let january = months.iter().position(|m| m.month == 1).map_or(months.len(), |at| at) * wide;
        let name = texts.month(first.month);
        if january > name.chars().count() + 2 {
            put(0, name);
        }
    }
    out.into_iter().collect()
}
