//! Taking something along: to the clipboard, or into a file.

use std::collections::BTreeSet;
use std::path::MAIN_SEPARATOR;
use std::sync::Arc;

use crate::diagnosis::Code;
use crate::export::findings::{Teller, title};
use crate::export::grid::{Cell, Grid};
use crate::export::standing::Page;
use crate::model::overview::Figure;
use crate::text;

use super::super::action::{Effect, Export, Form, Listing, Take};
use super::super::app::{App, DataPane, Deck, Layer, PathPrompt, Tab};
use super::super::queue::First;
use super::super::queue::Line;
use super::super::screens::overview::figure_name;
use super::super::screens::troubleshooting::said;
use super::hint;

/// Copies in a form: what is marked, else what is selected; the whole view as a whole.
pub(super) fn copy(app: &mut App, form: Form) -> Vec<Effect> {
    match take(app, form) {
        Some(take) => vec![Effect::Copy(form, take)],
        None => hint(app, "why-nothing-to-copy"),
    }
}

/// Asks for the name of the file to write.
pub(super) fn export(app: &mut App) -> Vec<Effect> {
    // What is marked is what is wanted; without marks everything that is shown.
    let marked = app.person.is_none() && app.tab == Tab::Users && !app.users.marks.is_empty();
    let Some(take) = take(app, if marked { Form::Rows } else { Form::View }) else { return hint(app, "why-nothing-to-write") };
    let take = match take {
        Take::Users { listing, places, .. } => Take::Users { listing, places, columns: app.users.columns() },
        take => take,
    };
    let name = app.texts.get(match (&app.person, app.tab) {
        (Some(_), _) => "export-person",
        (None, Tab::Overview) => "export-overview",
        (None, Tab::Users) => "export-users",
        (None, Tab::Standing) => "export-standing",
        (None, Tab::Troubleshooting) => "export-findings",
        (None, Tab::Data) => "export-file",
    });
    let mut path = format!("{}-{}.xlsx", name.to_lowercase(), app.today);
    let folder = app.deck.as_ref().and_then(|deck| deck.ready.folders.get(deck.report)).filter(|folder| !folder.is_empty());
    if let Some(folder) = folder {
        path = format!("{}{MAIN_SEPARATOR}{path}", folder.trim_end_matches(MAIN_SEPARATOR));
    }
    app.layers.push(Layer::Export(PathPrompt::new(&path), Export { name, take }));
    Vec::new()
}

/// The rows that a form takes of the screen.
fn take(app: &App, form: Form) -> Option<Take> {
    let deck = app.deck.as_ref()?;
    let whole = form == Form::View;
    if let Some(person) = &app.person {
        let skills = deck.company().skills(person.account).len();
        if form == Form::Cells || skills == 0 {
            let cell = match deck.company().skills(person.account).get(person.list.selected) {
                Some(skill) => deck.company().item(skill).name_with_code(),
                None => deck.company().label(deck.company().account(person.account)),
            };
            return Some(Take::Grid(Grid {
                name: String::new(),
                headers: vec![app.texts.get("skill-title")],
                rows: vec![vec![Cell::Text(cell)]],
            }));
        }
        let place = (!whole).then_some(person.list.selected.min(skills - 1));
        return Some(Take::Skills { account: person.account, place });
    }
    match app.tab {
        Tab::Users => {
            let listing = app.users.listing.clone();
            if listing.accounts.is_empty() && (whole || app.users.marks.is_empty()) {
                return None;
            }
            let columns = if form == Form::Cells { vec![app.users.column] } else { app.users.columns() };
            Some(match whole {
                false if !app.users.marks.is_empty() => Take::Users { listing: Arc::new(marked(app)), places: None, columns },
                false => Take::Users { listing, places: Some(vec![app.users.list.selected]), columns },
                true => Take::Users { listing, places: None, columns },
            })
        }
        Tab::Overview => Some(Take::Grid(pick(overview(app, deck), form, app.overview.selected))),
        Tab::Standing if app.standing.reading => Some(Take::Grid(pick(page(app)?, form, app.standing.lines.selected))),
        Tab::Standing => Some(Take::Grid(pick(standing(app), form, app.standing.list.selected))),
        Tab::Troubleshooting if app.queue.reading => {
            let (_, page) = app.queue.page.as_ref()?;
            Some(Take::Grid(pick(page_grid(page), form, app.queue.words.selected)))
        }
        Tab::Troubleshooting => Some(Take::Grid(pick(findings(app, deck), form, app.queue.list.selected))),
        Tab::Data if app.data.pane == DataPane::Columns => Some(Take::Grid(pick(columns(app, deck), form, app.data.columns.selected))),
        Tab::Data => Some(Take::Grid(pick(notices(app, deck), form, app.data.notices.selected))),
    }
}

/// The marked accounts: those shown in their order, then those that the filter leaves out. They were marked to be taken.
fn marked(app: &App) -> Listing {
    let (shown, marks) = (&app.users.listing, &app.users.marks);
    let place = |at: usize| shown.found.as_ref().and_then(|found| *found.get(at)?);
    let in_order = shown.accounts.iter().enumerate().filter(|(_, account)| marks.contains(**account));
    let (mut accounts, mut found): (Vec<u32>, Vec<Option<u32>>) = in_order.map(|(at, account)| (*account, place(at))).unzip();
    accounts.extend(marks.iter().filter(|account| !shown.holds(**account)));
    found.resize(accounts.len(), None);
    Listing { accounts, found: shown.found.is_some().then_some(found), ..Listing::default() }
}

/// Of a small table: all of it, a row, or the first cell of it.
fn pick(grid: Grid, form: Form, row: usize) -> Grid {
    if form == Form::View {
        return grid;
    }
    let mut rows: Vec<Vec<Cell>> = grid.rows.into_iter().skip(row).take(1).collect();
    let mut headers = grid.headers;
    if form == Form::Cells {
        headers.truncate(1);
        rows.iter_mut().for_each(|r| r.truncate(1));
    }
    Grid { name: String::new(), headers, rows }
}

fn words(texts: &crate::i18n::Texts, keys: &[&str]) -> Vec<String> {
    keys.iter().map(|k| texts.get(k)).collect()
}

/// A kind of finding, and how many people and accounts it concerns; of the whole file nobody in particular.
fn concerned(deck: &Deck, code: Code, texts: &crate::i18n::Texts) -> Vec<Cell> {
    let found = deck.prepared.diagnosis.findings.iter().filter(|finding| finding.code == code);
    let accounts: BTreeSet<u32> = found.filter_map(|finding| finding.account).collect();
    let people: BTreeSet<u32> = accounts.iter().map(|account| deck.company().account(*account).person).collect();
    let number = |n: usize| if n == 0 { Cell::Nothing } else { Cell::count(n) };
    vec![Cell::Text(title(code, texts)), number(people.len()), number(accounts.len())]
}

/// The figures of the first screen with what to do first, then what was noticed.
fn overview(app: &App, deck: &Deck) -> Grid {
    let texts = &app.texts;
    let number = |n: usize| Cell::Number(u64::try_from(n).unwrap_or(u64::MAX));
    let figure = |f: &Figure| vec![Cell::Text(figure_name(texts, f)), number(f.people), number(f.accounts)];
    let figures = deck.overview().funnel.iter().map(figure);
    let first = deck.do_first().into_iter().filter_map(|first| match first {
        First::Kind(pressing) => Some(concerned(deck, pressing.code, texts)),
        First::Due(_) => None,
    });
    let look_at = deck.overview().look_at.iter().map(figure);
    let warnings = deck.warnings().map(|w| vec![Cell::Text(deck.told(w, texts)), Cell::Nothing, Cell::Nothing]);
    Grid {
        name: String::new(),
        headers: words(texts, &["tab-overview", "fact-people", "take-accounts"]),
        rows: figures.chain(first).chain(look_at).chain(warnings).collect(),
    }
}

/// Everything that the rules ask for.
fn standing(app: &App) -> Grid {
    let number = |n: f64| Cell::Text(app.texts.decimal((n * 100.0).round() / 100.0));
    let rows = app.standing.entries.iter().map(|entry| {
        let (have, need) = entry.gauge.map_or((Cell::Nothing, Cell::Nothing), |g| (number(g.have), number(g.need)));
        let name = format!("{}{}", "  ".repeat(entry.depth.into()), entry.name);
        vec![Cell::Text(name), have, need, Cell::of(entry.state.as_str()), entry.ends.map(crate::export::standing::Ends::last_day).into()]
    });
    Grid {
        name: String::new(),
        headers: words(&app.texts, &["standing-entry", "standing-have", "standing-need", "standing-state", "standing-last-day"]),
        rows: rows.collect(),
    }
}

/// An entry in full, line by line.
fn page(app: &App) -> Option<Grid> {
    app.standing.page.1.as_ref().map(|page| page_grid(page))
}

fn page_grid(page: &Page) -> Grid {
    let rows = page.lines.iter().map(|line| vec![Cell::Text(format!("{}{}", "  ".repeat(line.indent.into()), line.text))]);
    Grid { name: String::new(), headers: vec![page.title.clone()], rows: rows.collect() }
}

/// The queue, line by line: whom it is about, what is so and what to do.
fn findings(app: &App, deck: &Deck) -> Grid {
    let texts = &app.texts;
    let company = deck.company();
    let teller = Teller { company, programmes: &deck.prepared.programmes, as_of: deck.as_of(), texts };
    let cell = |said: String| if said.is_empty() { Cell::Nothing } else { Cell::Text(said) };
    let row = |line: &Line| {
        let finding = match line {
            Line::Finding(at) => deck.prepared.diagnosis.findings.get(*at),
            _ => None,
        };
        let Some(finding) = finding else {
            return vec![Cell::Text(said(app, deck, *line).0), Cell::Nothing, Cell::Nothing, Cell::Nothing, Cell::Nothing];
        };
        let of_account = |number: u32| {
            let account = company.account(number);
            (company.full_name(account), company.email(account).to_owned())
        };
        let missing = finding.missing().map(|missing| (missing.name.clone(), missing.email.clone()));
        let (name, email) = missing.or_else(|| finding.account.map(of_account)).unwrap_or_default();
        vec![
            Cell::Text(title(finding.code, texts)),
            cell(text::clean(&name).into_owned()),
            cell(text::clean(&email).into_owned()),
            Cell::Text(teller.message(finding)),
            Cell::Text(teller.advice(finding)),
        ]
    };
    Grid {
        name: String::new(),
        headers: words(texts, &["queue-column-finding", "column-name", "column-email", "queue-column-message", "queue-column-advice"]),
        rows: app.queue.lines.iter().map(row).collect(),
    }
}

fn columns(app: &App, deck: &Deck) -> Grid {
    let texts = &app.texts;
    let company = deck.company();
    let row = |(file, c): (u32, &crate::report::ColumnInfo)| {
        let field = c.field.map_or(Cell::Nothing, |f| Cell::Text(texts.get(&format!("field-{}", f.name().replace('_', "-")))));
        let how = c.how.filter(|_| c.field.is_some()).map_or(Cell::Nothing, |h| Cell::Text(texts.get(&format!("how-{}", h.name()))));
        let of_file = company.has_two_files().then(|| Cell::of(company.file_name(file)));
        [Cell::Text(text::clean(&c.header).into_owned()), field, how].into_iter().chain(of_file).collect()
    };
    let keys = ["data-heading", "data-means", "data-how", "skill-file"];
    let headers = words(texts, if company.has_two_files() { &keys } else { &keys[..3] });
    Grid { name: String::new(), headers, rows: deck.columns().map(row).collect() }
}

fn notices(app: &App, deck: &Deck) -> Grid {
    let number = |row: Option<u32>| row.map_or(Cell::Nothing, |r| Cell::Number(r.into()));
    let rows = deck.company().noted().map(|(file, d)| vec![Cell::Text(deck.told((file, d), &app.texts)), number(d.row)]).collect();
    Grid { name: String::new(), headers: words(&app.texts, &["message-title", "take-row"]), rows }
}
