//! One person in full: associations, what there is to settle, what is lost with the person, skills with where each counts or why not, other accounts, rows of the file.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::i18n::Texts;
use crate::model::{Account, Company, Counting, Skill};
use crate::text;
use crate::tr;

use super::super::action::{Pane, Target};
use super::super::app::{App, Deck, ListState, OtherAccounts};
use super::super::theme::Theme;
use super::super::widgets::{Hit, Hits, association, line, pane, row_rect};
use super::{leaving, list_facts, points};

/// A line of the detail, and which selectable row it is.
#[derive(Clone)]
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
    let height = usize::from(inside.height);
    let card = Card::new(app, deck, number, (inside.width.into(), height), list.selected);
    list.page.set(height.max(1));
    let top = if focused {
        let top = top(list.top.get(), card.block(), height, card.len(), list.selected == 0);
        list.top.set(top);
        top
    } else {
        // Beside the list it only scrolls: with the wheel.
        let top = app.beside.get().min(card.len().saturating_sub(height));
        app.beside.set(top);
        top
    };
    hits.add_pane(area, Pane::Person);
    for (place, row) in (top..card.len()).take(height).map(|at| card.row(at)).enumerate() {
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

fn blank() -> Row {
    plain(Line::raw(""))
}

fn plain(line: Line<'static>) -> Row {
    Row { line, item: None }
}

/// A person from top to bottom. There may be thousands of skills and accounts: only the lines in sight are built.
struct Card<'a> {
    app: &'a App,
    deck: &'a Deck,
    number: u32,
    width: usize,
    selected: usize,
    /// Everything above the skills.
    head: Vec<Row>,
    /// What is said below the selected skill.
    detail: Vec<Row>,
    /// Below everything: where the account stands in the file.
    foot: Vec<Row>,
    skills: &'a [Skill],
    others: OtherAccounts<'a>,
}

impl<'a> Card<'a> {
    fn new(app: &'a App, deck: &'a Deck, number: u32, (width, height): (usize, usize), selected: usize) -> Card<'a> {
        /// Lines of the first skill and of all that stands above the skills, what is lost apart.
        const OTHERS: usize = 14;
        let (texts, theme, company) = (&app.texts, app.theme, deck.company());
        let account = company.account(number);
        let skills = company.skills(number);
        let mut head = identity(texts, theme, company, account, width);
        head.push(blank());
        let most = height.saturating_sub(OTHERS);
        let points = points::lines(app, deck, number, width, most);
        let most = most.saturating_sub(points.len());
        head.extend(points.into_iter().map(plain));
        let leaving = leaving::section(app, deck, number, width, most);
        head.extend(leaving.head.into_iter().map(plain));
        let title = match company.counting_skills(number, deck.as_of()) {
            Some(counting) => tr!(texts, "person-skills-counting", skills = skills.len(), counting = counting),
            None => tr!(texts, "person-skills", skills = skills.len()),
        };
        head.push(heading(title, theme));
        if skills.is_empty() {
            let wrapped = text::wrap(&texts.get("person-no-skills"), width.saturating_sub(3));
            head.extend(wrapped.into_iter().map(|line| plain(Line::styled(format!("  {line}"), theme.dim()))));
        } else {
            head.push(plain(skill_head(texts, theme, width)));
        }
        let detail = skills.get(selected).map_or_else(Vec::new, |skill| skill_detail(app, deck, account, skill, width));
        let place = text::wrap(&lines_of(texts, company, number), width.saturating_sub(2));
        let place = place.into_iter().map(|l| Line::styled(format!(" {l}"), theme.dim()));
        let mut beside = list_facts::lines(app, deck, number, width);
        if !beside.is_empty() {
            beside.push(Line::default());
        }
        let foot = std::iter::once(blank()).chain(leaving.foot.into_iter().chain(beside).chain(place).map(plain)).collect();
        Card { app, deck, number, width, selected, head, detail, foot, skills, others: app.other_accounts(number) }
    }

    /// The line of the first of the other accounts, below a blank one and the heading.
    fn first_other(&self) -> usize {
        self.head.len() + self.skills.len() + self.detail.len() + 2
    }

    /// Where the foot begins.
    fn end(&self) -> usize {
        if self.others.is_empty() { self.first_other() - 2 } else { self.first_other() + self.others.len() }
    }

    /// How many lines there are.
    fn len(&self) -> usize {
        self.end() + self.foot.len()
    }

    /// The line of an item: a skill, or behind them an account.
    fn line_of(&self, item: usize) -> usize {
        match item.checked_sub(self.skills.len()) {
            Some(other) => self.first_other() + other,
            None => self.head.len() + item + if item > self.selected { self.detail.len() } else { 0 },
        }
    }

    /// The selected line, and what is said below it up to the next one: it belongs to it.
    fn block(&self) -> Option<std::ops::Range<usize>> {
        let items = self.skills.len() + self.others.len();
        let next = self.selected.checked_add(1).filter(|next| *next <= items)?;
        let end = if next < items { self.line_of(next) } else { self.len() };
        Some(self.line_of(self.selected)..end)
    }

    /// The line at a place.
    fn row(&self, at: usize) -> Row {
        let (texts, theme, company) = (&self.app.texts, self.app.theme, self.deck.company());
        if let Some(row) = self.head.get(at).or_else(|| self.foot.get(at.checked_sub(self.end())?)) {
            return row.clone();
        }
        if let Some(other) = at.checked_sub(self.first_other()) {
            let item = self.skills.len() + other;
            let other = self.others.get(other).unwrap_or_default();
            return Row {
                line: other_line(texts, theme, company, self.number, other, self.width, item == self.selected),
                item: Some(item),
            };
        }
        let (at, said) = (at - self.head.len(), self.detail.len());
        let item = match at {
            at if said == 0 || at <= self.selected => at,
            at if at <= self.selected + said => return self.detail[at - self.selected - 1].clone(),
            at => at - said,
        };
        match self.skills.get(item) {
            Some(skill) => {
                let line = skill_line(texts, theme, company, self.number, skill, self.deck, self.width, item == self.selected);
                Row { line, item: Some(item) }
            }
            None if item == self.skills.len() => blank(),
            None => heading(tr!(texts, "person-others", count = self.others.len()), theme),
        }
    }
}

/// Name, address, MCID and associations: names left, values right.
fn identity(texts: &Texts, theme: Theme, company: &Company, account: &Account, width: usize) -> Vec<Row> {
    let labels = ["column-name", "column-email", "column-mcid", "column-pmc", "column-pc"].map(|k| texts.get(k));
    let label = labels.iter().map(|l| text::width(l)).max().unwrap_or(0);
    let room = width.saturating_sub(label + 3);
    let value = |raw: &str| match raw {
        "" => vec![Span::styled(text::NOTHING, theme.dim())],
        // A name as long as a book is still one name.
        raw => text::wrap(&text::clean(raw), room).into_iter().take(4).map(Span::raw).collect(),
    };
    let said = |a| {
        let (shown, style) = association(a, texts, theme);
        let shown = if a == crate::model::Association::NotSaid { texts.get("not-said") } else { shown };
        vec![Span::styled(shown, style)]
    };
    let values = [
        value(&company.full_name(account)),
        value(company.email(account)),
        value(company.mcid(account)),
        said(account.pmc),
        said(account.pc),
    ];
    let lines = |(name, values): (&String, Vec<Span<'static>>)| {
        let name = text::pad(name, label);
        let line = move |(at, value)| {
            let name = if at == 0 { name.clone() } else { " ".repeat(label) };
            plain(Line::from(vec![Span::styled(format!(" {name}  "), theme.dim()), value]))
        };
        values.into_iter().enumerate().map(line).collect::<Vec<_>>()
    };
    labels.iter().zip(values).flat_map(lines).collect()
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
    // The reasons why not are read whole as soon as half of the room does for them.
    let counts = (rest * 2 / 5).clamp(16.min(rest / 2), 44);
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
    number: u32,
    skill: &Skill,
    deck: &Deck,
    width: usize,
    selected: bool,
) -> Line<'static> {
    let account = company.account(number);
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
        Counting::NotSaid => by_rules(texts, theme, company, skill, deck),
    }
}

/// Where a skill counts by the rules, where the file has no column for it.
fn by_rules(texts: &Texts, theme: Theme, company: &Company, skill: &Skill, deck: &Deck) -> (&'static str, String, Style) {
    let areas = deck.index().areas();
    if !areas.are_shown(company) {
        return ("·", texts.get("not-said"), theme.dim());
    }
    let names = areas.sets().nth(areas.set_of(skill)).map(|set| set.map(|area| text::clean(&area.short).into_owned()).collect::<Vec<_>>());
    match names.filter(|names| !names.is_empty()) {
        Some(names) => ("✓", names.join(", "), theme.good()),
        None => ("·", texts.get("counting-nowhere-by-rules"), theme.dim()),
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
    let rows: Vec<_> = std::iter::once(company.line(skill)).chain(company.line_again(skill)).collect();
    parts.push(tr!(texts, "skill-row", row = company.row_labels(&rows, rows.len())));
    let lines = parts.iter().flat_map(|p| text::wrap(p, width.saturating_sub(6)));
    lines.map(|l| plain(Line::styled(format!("    {l}"), theme.dim()))).collect()
}

/// Another account of the person: what tells it from the one looked at, which may be the address and is rarely the name.
fn other_line(texts: &Texts, theme: Theme, company: &Company, here: u32, number: u32, width: usize, selected: bool) -> Line<'static> {
    let account = company.account(number);
    let base = if selected { theme.selected() } else { Style::new() };
    let (said, style) = association(account.pc, texts, theme);
    let or_nothing = |s: &str| if s.is_empty() { text::NOTHING.to_owned() } else { text::clean(s).into_owned() };
    let here = company.account(here);
    let (name, email) = (company.full_name(account), company.email(account));
    let mut parts = Vec::new();
    parts.extend((name != company.full_name(here)).then(|| or_nothing(&name)));
    parts.extend((email != company.email(here)).then(|| or_nothing(email)));
    parts.push(format!("MCID {}", or_nothing(company.mcid(account))));
    parts.push(tr!(texts, "person-skills", skills = company.skills(number).len()));
    let who = parts.join(" · ");
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
    let count = lines.len();
    let more = if count > 12 { " …" } else { "" };
    let lines: Vec<_> = lines.collect();
    let rows = format!("{}{more}", company.row_labels(&lines, 12));
    match &company.file(0).sheet {
        _ if company.has_two_files() => tr!(texts, "person-rows-files", count = count, rows = rows),
        Some(sheet) => tr!(texts, "person-rows-sheet", count = count, rows = rows, sheet = text::clean(sheet).into_owned()),
        None => tr!(texts, "person-rows", count = count, rows = rows),
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
