//! One person in full: associations, skills with where each counts or why not, other accounts, rows of the file.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::i18n::Texts;
use crate::model::{Account, Company, Counting, Skill};
use crate::text;
use crate::tr;

use super::super::action::{Pane, Target};
use super::super::app::{App, Deck, ListState};
use super::super::theme::Theme;
use super::super::widgets::{Hit, Hits, association, line, pane, row_rect};

/// A line of the detail, and which selectable row it is.
struct Row {
    line: Line<'static>,
    item: Option<usize>,
}

/// Draws the person looked at, or the one selected in the list beside it.
pub fn draw(app: &App, frame: &mut Frame<'_>, area: Rect, hits: &mut Hits) {
    let (Some(deck), theme) = (&app.deck, app.theme) else { return };
    let Some(number) = app.current_account() else {
        pane(frame, area, &app.texts.get("person-title"), "", false, theme);
        return;
    };
    let company = deck.company();
    let account = company.account(number);
    let focused = app.person.is_some();
    let name = text::clean(&company.label(account)).into_owned();
    let title = format!("{} › {name}", app.texts.get("tab-users"));
    let inside = pane(frame, area, &title, "", focused, theme);
    let beside = ListState { selected: usize::MAX, ..ListState::default() };
    let list = app.person.as_ref().map_or(&beside, |p| &p.list);
    let rows = rows(app, deck, number, inside.width.into(), list.selected);
    let height = usize::from(inside.height);
    list.page.set(height.max(1));
    let at = rows.iter().position(|r| r.item == Some(list.selected));
    // What is said about the selected one below it belongs to it.
    let block = at.map(|at| at..rows.iter().skip(at + 1).position(|r| r.item.is_some()).map_or(rows.len(), |next| at + 1 + next));
    let top = if focused {
        let top = top(list.top.get(), block, height, rows.len(), list.selected == 0);
        list.top.set(top);
        top
    } else {
        // Beside the list it only scrolls: with the wheel.
        let top = app.beside.get().min(rows.len().saturating_sub(height));
        app.beside.set(top);
        top
    };
    hits.add_pane(area, Pane::Person);
    for (place, row) in rows.into_iter().skip(top).take(height).enumerate() {
        if let Some(item) = row.item {
            let target = if focused { Target::Row(item) } else { Target::Elsewhere(Pane::Person, item) };
            hits.add(row_rect(inside, place).intersection(inside), Hit::Target(target));
        }
        line(frame, inside, place, row.line);
    }
}

/// The line on top: so that the selected one is visible with all that belongs to it, or as much of it as there is room
/// for; with the first selected everything above it too.
fn top(before: usize, selected: Option<std::ops::Range<usize>>, height: usize, len: usize, first: bool) -> usize {
    let Some(block) = selected.filter(|block| !first || block.start >= height) else { return 0 };
    let before = before.min(len.saturating_sub(height)).min(block.start);
    if block.end > before + height { (block.end - height).min(block.start) } else { before }
}

fn heading(text: String, theme: Theme) -> Row {
    Row { line: Line::styled(format!(" {text}"), theme.heading()), item: None }
}

fn plain(line: Line<'static>) -> Row {
    Row { line, item: None }
}

fn rows(app: &App, deck: &Deck, number: u32, width: usize, selected: usize) -> Vec<Row> {
    let (texts, theme, company) = (&app.texts, app.theme, deck.company());
    let account = company.account(number);
    let mut rows = identity(texts, theme, company, account, width);
    let skills = company.skills(number);
    let counting = company.counting_skills(number, deck.as_of());
    rows.push(plain(Line::raw("")));
    rows.push(heading(
        match counting {
            Some(counting) => tr!(texts, "person-skills-counting", skills = skills.len(), counting = counting),
            None => tr!(texts, "person-skills", skills = skills.len()),
        },
        theme,
    ));
    if skills.is_empty() {
        for wrapped in text::wrap(&texts.get("person-no-skills"), width.saturating_sub(3)) {
            rows.push(plain(Line::styled(format!("  {wrapped}"), theme.dim())));
        }
    } else {
        rows.push(plain(skill_head(texts, theme, width)));
    }
    for (item, skill) in skills.iter().enumerate() {
        let line = skill_line(texts, theme, company, account, skill, deck, width, item == selected);
        rows.push(Row { line, item: Some(item) });
        if item == selected {
            rows.extend(skill_detail(app, deck, account, skill, width));
        }
    }
    let others = app.other_accounts(number);
    if !others.is_empty() {
        rows.push(plain(Line::raw("")));
        rows.push(heading(tr!(texts, "person-others", count = others.len()), theme));
        for (at, other) in others.into_iter().enumerate() {
            let item = skills.len() + at;
            rows.push(Row { line: other_line(texts, theme, company, other, width, item == selected), item: Some(item) });
        }
    }
    rows.push(plain(Line::raw("")));
    let place = text::fit(&lines_of(texts, company, number), width.saturating_sub(2)).into_owned();
    rows.push(plain(Line::styled(format!(" {place}"), theme.dim())));
    rows
}

/// Name, address, MCID and associations: names left, values right.
fn identity(texts: &Texts, theme: Theme, company: &Company, account: &Account, width: usize) -> Vec<Row> {
    let labels = ["column-name", "column-email", "column-mcid", "column-pmc", "column-pc"].map(|k| texts.get(k));
    let label = labels.iter().map(|l| text::width(l)).max().unwrap_or(0);
    let room = width.saturating_sub(label + 4);
    let value = |raw: &str| match raw {
        "" => Span::styled(text::NOTHING, theme.dim()),
        raw => Span::raw(text::fit(&text::clean(raw), room).into_owned()),
    };
    let said = |a| {
        let (shown, style) = association(a, texts, theme);
        let shown = if a == crate::model::Association::NotSaid { texts.get("not-said") } else { shown };
        Span::styled(shown, style)
    };
    let values = [
        value(&company.full_name(account)),
        value(company.email(account)),
        value(company.mcid(account)),
        said(account.pmc),
        said(account.pc),
    ];
    let line = |(name, value): (&String, Span<'static>)| {
        plain(Line::from(vec![Span::styled(format!(" {}  ", text::pad(name, label)), theme.dim()), value]))
    };
    labels.iter().zip(values).map(line).collect()
}

/// The widths of a skill's line. A narrow pane leaves out kind and completion date; the selected skill shows them.
struct Widths {
    kind: usize,
    title: usize,
    earned: usize,
    until: usize,
    counts: usize,
}

fn widths(width: usize) -> Widths {
    let (kind, earned) = if width >= 72 { (6, 12) } else { (0, 0) };
    let until = 12;
    let rest = width.saturating_sub(2 + kind + earned + until + 2);
    let counts = (rest * 2 / 5).clamp(8.min(rest), 44);
    Widths { kind, title: rest.saturating_sub(counts), earned, until, counts }
}

fn skill_head(texts: &Texts, theme: Theme, width: usize) -> Line<'static> {
    let w = widths(width);
    let part = |key: &str, room: usize| if room == 0 { String::new() } else { text::pad(&texts.get(key), room) };
    Line::styled(
        format!(
            "  {}{} {}{}{}",
            part("skill-kind", w.kind),
            part("skill-title", w.title),
            part("skill-earned", w.earned),
            part("skill-until", w.until),
            text::fit(&texts.get("skill-counts"), w.counts)
        ),
        theme.dim(),
    )
}

#[allow(clippy::too_many_arguments)] // one row of one table
fn skill_line(
    texts: &Texts,
    theme: Theme,
    company: &Company,
    account: &Account,
    skill: &Skill,
    deck: &Deck,
    width: usize,
    selected: bool,
) -> Line<'static> {
    let base = if selected { theme.selected() } else { Style::new() };
    let on = |style: Style| if selected { base } else { style };
    let item = company.item(skill);
    let w = widths(width);
    let name = item.name_with_code();
    let expired = skill.expires.is_some_and(|last| last < deck.as_of());
    let day = |d: Option<chrono::NaiveDate>| d.map_or_else(|| text::NOTHING.to_owned(), |d| texts.date_column(d));
    let (mark, why, style) = counting(texts, theme, company, account, skill, deck);
    Line::from(vec![
        Span::styled(if selected { "› " } else { "  " }, base),
        Span::styled(text::pad(&texts.get(&format!("kind-of-skill-{}", item.kind.name())), w.kind), on(theme.dim())),
        Span::styled(format!("{} ", text::pad(&text::clean(&name), w.title)), base),
        Span::styled(text::pad(&day(skill.earned), w.earned), base),
        Span::styled(text::pad(&day(skill.expires), w.until), if expired { on(theme.bad()) } else { base }),
        Span::styled(text::pad(&format!("{mark} {why}"), w.counts), on(style)),
    ])
}

/// Mark, words and style for whether a skill counts: where, or the first reason why not.
fn counting(
    texts: &Texts,
    theme: Theme,
    company: &Company,
    account: &Account,
    skill: &Skill,
    deck: &Deck,
) -> (&'static str, String, Style) {
    let entries = company.counts_for(skill).unwrap_or(&[]);
    let where_to = || {
        let first = entries.first().map(|e| text::clean(e).into_owned()).unwrap_or_default();
        if entries.len() > 1 { format!("{first} +{}", entries.len() - 1) } else { first }
    };
    match company.counting(account, skill, deck.as_of()) {
        Counting::Counts => ("✓", where_to(), theme.good()),
        Counting::NotAssociated => ("✗", texts.get("counting-not-associated"), theme.bad()),
        Counting::Expired => ("✗", texts.get("counting-expired"), theme.bad()),
        Counting::Inactive => ("✗", texts.get("counting-inactive"), theme.bad()),
        Counting::NotRelevant => ("·", texts.get("counting-nowhere"), theme.dim()),
        Counting::NotSaid if skill.expires.is_some_and(|last| last < deck.as_of()) => ("✗", texts.get("counting-expired"), theme.bad()),
        Counting::NotSaid if skill.active == Some(false) => ("✗", texts.get("counting-inactive"), theme.bad()),
        Counting::NotSaid => ("·", texts.get("not-said"), theme.dim()),
    }
}

/// Everything about the selected skill that its line has no room for.
fn skill_detail(app: &App, deck: &Deck, account: &Account, skill: &Skill, width: usize) -> Vec<Row> {
    let (texts, theme, company, as_of) = (&app.texts, app.theme, deck.company(), deck.as_of());
    let item = company.item(skill);
    let mut parts: Vec<String> = Vec::new();
    let shown = if item.title.is_empty() { &item.printed } else { &item.title };
    parts.push(match &item.id {
        Some(id) => format!("{} ({})", text::clean(shown), text::clean(id)),
        None => text::clean(shown).into_owned(),
    });
    if item.known && !item.printed.is_empty() && item.printed != item.title {
        parts.push(tr!(texts, "skill-printed", title = text::clean(&item.printed).into_owned()));
    }
    if !item.known {
        parts.push(texts.get("skill-unknown"));
    }
    if let Some(entries) = company.counts_for(skill).filter(|e| !e.is_empty()) {
        let entries: Vec<_> = entries.iter().map(|e| text::clean(e)).collect();
        let would = company.counting(account, skill, as_of) == Counting::NotAssociated;
        let key = if would { "skill-would" } else { "skill-relevant" };
        parts.push(tr!(texts, key, entries = entries.join("; ")));
    }
    if let Some(date) = skill.earned.filter(|_| widths(width).earned == 0) {
        let kind = texts.get(&format!("kind-of-skill-{}", item.kind.name()));
        parts.push(format!("{kind} · {}", tr!(texts, "skill-earned-on", date = texts.date(date))));
    }
    parts.push(tr!(texts, "skill-row", row = company.line(skill).to_string()));
    let lines = parts.iter().flat_map(|p| text::wrap(p, width.saturating_sub(6)));
    lines.map(|l| plain(Line::styled(format!("    {l}"), theme.dim()))).collect()
}

fn other_line(texts: &Texts, theme: Theme, company: &Company, number: u32, width: usize, selected: bool) -> Line<'static> {
    let account = company.account(number);
    let base = if selected { theme.selected() } else { Style::new() };
    let (said, style) = association(account.pc, texts, theme);
    let or_nothing = |s: &str| if s.is_empty() { text::NOTHING.to_owned() } else { text::clean(s).into_owned() };
    let who = format!(
        "{} · {} · MCID {} · {}",
        or_nothing(&company.full_name(account)),
        or_nothing(company.email(account)),
        or_nothing(company.mcid(account)),
        tr!(texts, "person-skills", skills = company.skills(number).len())
    );
    let room = width.saturating_sub(text::width(&said) + 5);
    Line::from(vec![
        Span::styled(if selected { "› " } else { "  " }, base),
        Span::styled(format!("{} ", text::pad(&who, room)), base),
        Span::styled(said, if selected { base } else { style }),
    ])
}

/// Where the account stands in the file.
fn lines_of(texts: &Texts, company: &Company, number: u32) -> String {
    let lines = company.lines_of(number);
    let shown: Vec<String> = lines.iter().take(12).map(ToString::to_string).collect();
    let more = if lines.len() > 12 { " …" } else { "" };
    let rows = format!("{}{more}", shown.join(", "));
    match &company.source.sheet {
        Some(sheet) => tr!(texts, "person-rows-sheet", count = lines.len(), rows = rows, sheet = text::clean(sheet).into_owned()),
        None => tr!(texts, "person-rows", count = lines.len(), rows = rows),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_selected_line_is_always_visible(before in 0usize..50, at in 0usize..50, height in 1usize..30, more in 0usize..20) {
            let len = at + 1 + more;
            let end = at + 1 + more / 2;
            let top = top(before, Some(at..end), height, len, false);
            prop_assert!(top <= at && at < top + height, "the line itself");
            prop_assert!(end <= top + height || top == at, "and what belongs to it");
        }
    }
}
