//! What an action does to the state. Pure: no clock, no files, no terminal; what is needed of those is asked for as an
//! effect.

use std::sync::Arc;

use tui_input::{Input, InputRequest};

use crate::i18n::{Lang, Texts};
use crate::query::parse;
use crate::report::{ReadError, Trouble};

use super::action::{Action, Effect, Listing, Notice, Prepared, Ready, Target};
use super::app::{App, DataPane, Deck, Layer, ListState, PersonView, Sort, SortKey, Stage, Tab, map_choices};
use super::commands::{self, Context, Match, by_id};
use super::keymap::{Code, Key};
use super::layers;

/// Applies an action and says what is to be done outside.
pub fn update(app: &mut App, action: Action) -> Vec<Effect> {
    match action {
        Action::Key(key) => press(app, key),
        Action::Paste(text) => paste(app, &text),
        Action::Run(id) => run(app, id),
        Action::Click(target) => click(app, target),
        Action::Scroll(rows) => {
            let len = app.selectable();
            app.list().step(i64::from(rows), len);
            Vec::new()
        }
        Action::Resize(columns, rows) => {
            app.size = (columns, rows);
            // Texts wrap anew, so a place in them may be gone.
            let len = app.selectable();
            app.list().clamp(len);
            Vec::new()
        }
        Action::Tick => {
            if let Stage::Loading(ticks) = &mut app.stage {
                *ticks = ticks.saturating_add(1);
            }
            Vec::new()
        }
        Action::Loaded(reading, outcome) if reading == app.reading => loaded(app, outcome),
        Action::Listed(generation, listing) if generation == app.users.generation => {
            listed(app, listing);
            Vec::new()
        }
        Action::Prepared(reading, prepared) if reading == app.reading => prepared_other(app, prepared),
        Action::Rows(reading, rows) if reading == app.reading => {
            rows_read(app, rows);
            Vec::new()
        }
        Action::Loaded(..) | Action::Listed(..) | Action::Prepared(..) | Action::Rows(..) => Vec::new(),
        Action::Notice(notice) => {
            app.notice = Some(notice);
            Vec::new()
        }
        Action::Stop => vec![Effect::Quit],
    }
}

fn press(app: &mut App, key: Key) -> Vec<Effect> {
    app.notice = None;
    if app.typed.is_empty() && types_into_input(app, key) {
        return edit(app, key);
    }
    app.typed.push(key);
    let context = commands::context(app);
    match commands::look_up(&app.typed, context) {
        Match::Prefix => Vec::new(),
        Match::Command(id) => {
            app.typed.clear();
            run(app, id)
        }
        Match::None => {
            app.typed.clear();
            // Ctrl-C leaves from anywhere, also from the middle of a sequence.
            match commands::look_up(&[key], context) {
                Match::Command(id @ "quit-now") if key.ctrl => run(app, id),
                _ => Vec::new(),
            }
        }
    }
}

/// Whether the layer in front takes text, and this key is text or edits it.
fn types_into_input(app: &App, key: Key) -> bool {
    let takes_text = matches!(app.layers.last(), Some(Layer::Filter(_) | Layer::Palette(..)));
    let edits = match key.code {
        Code::Char(_) => !key.alt && (!key.ctrl || matches!(key.code, Code::Char('a' | 'e' | 'u' | 'w' | 'k'))),
        Code::Backspace | Code::Delete | Code::Left | Code::Right => true,
        Code::Home | Code::End => true,
        _ => false,
    };
    takes_text && edits
}

fn edit(app: &mut App, key: Key) -> Vec<Effect> {
    let input = match app.layers.last_mut() {
        Some(Layer::Palette(input, _)) => input,
        _ => &mut app.users.filter,
    };
    let request = match (key.code, key.ctrl) {
        (Code::Char('a'), true) | (Code::Home, _) => InputRequest::GoToStart,
        (Code::Char('e'), true) | (Code::End, _) => InputRequest::GoToEnd,
        (Code::Char('u'), true) => InputRequest::DeleteLine,
        (Code::Char('k'), true) => InputRequest::DeleteTillEnd,
        (Code::Char('w'), true) | (Code::Backspace, true) => InputRequest::DeletePrevWord,
        (Code::Char(c), _) => InputRequest::InsertChar(c),
        (Code::Delete, _) => InputRequest::DeleteNextChar,
        (Code::Left, true) => InputRequest::GoToPrevWord,
        (Code::Right, true) => InputRequest::GoToNextWord,
        (Code::Left, _) => InputRequest::GoToPrevChar,
        (Code::Right, _) => InputRequest::GoToNextChar,
        _ => InputRequest::DeletePrevChar,
    };
    let _ = input.handle(request);
    edited(app)
}

fn edited(app: &mut App) -> Vec<Effect> {
    match app.layers.last_mut() {
        Some(Layer::Palette(_, list)) => {
            list.selected = 0;
            Vec::new()
        }
        _ => filter_changed(app),
    }
}

fn paste(app: &mut App, text: &str) -> Vec<Effect> {
    let input = match app.layers.last_mut() {
        Some(Layer::Palette(input, _)) => input,
        Some(Layer::Filter(_)) => &mut app.users.filter,
        _ => return Vec::new(),
    };
    for c in crate::text::clean(text).chars() {
        let _ = input.handle(InputRequest::InsertChar(c));
    }
    edited(app)
}

/// Runs a command, or says why not.
pub fn run(app: &mut App, id: &str) -> Vec<Effect> {
    let Some(command) = by_id(id) else { return Vec::new() };
    if let Some(why) = (command.disabled)(app) {
        app.notice = Some(Notice { key: why, value: String::new(), bad: false });
        return Vec::new();
    }
    match id {
        "down" => step(app, 1),
        "up" => step(app, -1),
        "page-down" => page(app, 1.0),
        "page-up" => page(app, -1.0),
        "half-down" => page(app, 0.5),
        "half-up" => page(app, -0.5),
        "top" => step(app, i64::MIN / 2),
        "bottom" => step(app, i64::MAX / 2),
        "open" | "into" => open(app),
        "back" | "out" => back(app),
        "columns-right" => {
            app.users.column_offset = (app.users.column_offset + 1).min(5);
            Vec::new()
        }
        "columns-left" => {
            app.users.column_offset = app.users.column_offset.saturating_sub(1);
            Vec::new()
        }
        "filter" => {
            show_tab(app, Tab::Users);
            app.layers.push(Layer::Filter(app.users.filter.value().to_owned()));
            Vec::new()
        }
        "clear-filter" => set_filter(app, ""),
        "sort" => {
            let at = SortKey::MENU.iter().position(|(key, _)| *key == app.users.sort.key).unwrap_or(0);
            app.layers.push(Layer::Sort(ListState { selected: at, ..ListState::default() }));
            Vec::new()
        }
        "reverse" => {
            app.users.sort.reversed = !app.users.sort.reversed;
            app.users.sort_chosen = true;
            list_again(app)
        }
        "row" => read_row(app),
        "pane" => next_pane(app, true),
        "pane-back" => next_pane(app, false),
        "tab-overview" => show_tab(app, Tab::Overview),
        "tab-users" => show_tab(app, Tab::Users),
        "tab-data" => show_tab(app, Tab::Data),
        "tab-next" => turn_tab(app, 1),
        "tab-previous" => turn_tab(app, Tab::ALL.len() - 1),
        "older" => other_report(app, 1),
        "newer" => other_report(app, -1),
        "as-of" => other_day(app),
        "reload" => load_again(app),
        "language" => {
            let at = Lang::ALL.iter().position(|l| *l == app.texts.lang()).unwrap_or(0);
            app.texts = Texts::new(Lang::ALL[(at + 1) % Lang::ALL.len()]);
            Vec::new()
        }
        "palette" => {
            app.layers.push(Layer::Palette(Input::default(), ListState::default()));
            Vec::new()
        }
        "rules" => {
            app.layers.push(Layer::Rules(ListState::default()));
            Vec::new()
        }
        "help" => {
            match app.layers.last() {
                Some(Layer::Help(_)) => drop(app.layers.pop()),
                _ => app.layers.push(Layer::Help(ListState::default())),
            }
            Vec::new()
        }
        "quit" => {
            if app.layers.is_empty() {
                vec![Effect::Quit]
            } else {
                back(app)
            }
        }
        "quit-now" => vec![Effect::Quit],
        _ => Vec::new(),
    }
}

fn step(app: &mut App, rows: i64) -> Vec<Effect> {
    let len = app.selectable();
    app.list().step(rows, len);
    Vec::new()
}

fn page(app: &mut App, pages: f64) -> Vec<Effect> {
    let rows = app.list().page.get().max(1);
    #[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss)] // a terminal has few rows
    step(app, (rows as f64 * pages) as i64)
}

fn show_tab(app: &mut App, tab: Tab) -> Vec<Effect> {
    app.tab = tab;
    app.person = None;
    if tab != Tab::Users {
        // The prompt stands below the users; what was typed stays.
        app.layers.retain(|l| !matches!(l, Layer::Filter(_)));
    }
    Vec::new()
}

fn turn_tab(app: &mut App, by: usize) -> Vec<Effect> {
    let at = Tab::ALL.iter().position(|(tab, ..)| *tab == app.tab).unwrap_or(0);
    show_tab(app, Tab::ALL[(at + by) % Tab::ALL.len()].0)
}

fn next_pane(app: &mut App, forward: bool) -> Vec<Effect> {
    match app.tab {
        Tab::Data => app.data.pane = if app.data.pane == DataPane::Columns { DataPane::Notices } else { DataPane::Columns },
        Tab::Overview => {
            // From group to group: the funnel, what to look at, the warnings.
            let Some(deck) = &app.deck else { return Vec::new() };
            let (funnel, look_at, warnings) = (deck.overview().funnel.len(), deck.overview().look_at.len(), deck.warnings().count());
            let groups = [(0, funnel), (funnel, look_at), (funnel + look_at, warnings)];
            let starts: Vec<usize> = groups.into_iter().filter(|(_, len)| *len > 0).map(|(start, _)| start).collect();
            let here = starts.iter().rposition(|start| *start <= app.overview.selected).unwrap_or(0);
            let by = if forward { 1 } else { starts.len().saturating_sub(1) };
            app.overview.selected = starts.get((here + by) % starts.len().max(1)).copied().unwrap_or(0);
        }
        Tab::Users => {}
    }
    Vec::new()
}

/// Enter: goes into what is selected.
fn open(app: &mut App) -> Vec<Effect> {
    match app.layers.last() {
        Some(Layer::Filter(_)) => {
            // A filter that is wrong stays open: its error says why.
            if app.users.error.is_none() {
                app.layers.pop();
            } else {
                app.notice = Some(Notice { key: "why-filter-wrong", value: String::new(), bad: false });
            }
            return Vec::new();
        }
        Some(Layer::Palette(input, list)) => {
            let chosen = layers::palette::entries(app, input.value()).get(list.selected).map(|e| e.id);
            app.layers.pop();
            return chosen.map_or_else(Vec::new, |id| run(app, id));
        }
        Some(Layer::Sort(list)) => {
            if let Some((key, _)) = SortKey::MENU.get(list.selected) {
                let same = app.users.sort.key == *key && app.users.sort_chosen;
                app.users.sort = Sort { key: *key, reversed: same && !app.users.sort.reversed };
                app.users.sort_chosen = true;
            }
            app.layers.pop();
            return list_again(app);
        }
        Some(Layer::Map(column, list)) => {
            let (column, choice) = (*column, map_choices().get(list.selected).copied().flatten());
            app.layers.pop();
            return map_column(app, column, choice);
        }
        Some(Layer::Help(_) | Layer::Rules(_) | Layer::Rows(..) | Layer::Message(..)) => {
            app.layers.pop();
            return Vec::new();
        }
        None => {}
    }
    if app.person.is_some() { open_in_person(app) } else { open_in_tab(app) }
}

fn open_in_tab(app: &mut App) -> Vec<Effect> {
    let Some(deck) = &app.deck else { return Vec::new() };
    match app.tab {
        Tab::Overview => {
            let figures = deck.figures().count();
            let filter = deck.figures().nth(app.overview.selected).map(|f| f.filter.clone());
            let warning = app.overview.selected.checked_sub(figures).and_then(|at| deck.warnings().nth(at));
            let at = warning.and_then(|w| deck.source().diagnostics.iter().position(|d| d == w));
            if let Some(filter) = filter {
                app.tab = Tab::Users;
                return set_filter(app, &filter);
            }
            app.tab = Tab::Data;
            app.data.pane = DataPane::Notices;
            app.data.notices.selected = at.unwrap_or(0);
            Vec::new()
        }
        Tab::Users => {
            if let Some(account) = app.users.listing.accounts.get(app.users.list.selected) {
                // The skill that was asked for is the one to look at.
                let found = app.users.listing.found.as_ref().and_then(|found| *found.get(app.users.list.selected)?);
                let selected = found.map_or(0, |at| at as usize);
                let list = ListState { selected, ..ListState::default() };
                app.person = Some(PersonView { account: *account, list, ..PersonView::default() });
            }
            Vec::new()
        }
        Tab::Data if app.data.pane == DataPane::Columns => {
            let column = app.data.columns.selected;
            let current =
                deck.source().columns.get(column).and_then(|c| c.field.filter(|_| c.how == Some(crate::report::vocabulary::How::User)));
            let at = map_choices().iter().position(|c| *c == current).unwrap_or(0);
            app.layers.push(Layer::Map(column, ListState { selected: at, ..ListState::default() }));
            Vec::new()
        }
        Tab::Data => {
            let headers = deck.source().headers();
            let row = deck.source().diagnostics.get(app.data.notices.selected).and_then(|d| d.row);
            // A missing column is put right among the columns.
            if deck.source().diagnostics.get(app.data.notices.selected).is_some_and(|d| d.code == crate::report::Code::ColumnMissing) {
                let free = deck.source().columns.iter().position(|c| c.field.is_none());
                app.data.pane = DataPane::Columns;
                app.data.columns.selected = free.unwrap_or(0);
                return Vec::new();
            }
            if let Some(row) = row {
                app.layers.push(Layer::Rows(None, ListState::default()));
                return vec![Effect::ReadRows(app.reading, vec![row])];
            }
            if let Some(diagnostic) = deck.source().diagnostics.get(app.data.notices.selected) {
                let text = diagnostic.message(&app.texts, &headers);
                app.layers.push(Layer::Message(text, ListState::default()));
            }
            Vec::new()
        }
    }
}

fn open_in_person(app: &mut App) -> Vec<Effect> {
    let (Some(deck), Some(person)) = (&app.deck, &app.person) else { return Vec::new() };
    let skills = deck.company().skills(person.account).len();
    let others = app.other_accounts(person.account);
    if person.list.selected < skills || others.is_empty() {
        return read_row(app);
    }
    let other = others.get(person.list.selected - skills).copied();
    if let (Some(other), Some(person)) = (other, &mut app.person) {
        let mut trail = std::mem::take(&mut person.trail);
        trail.push(person.account);
        *person = PersonView { account: other, trail, ..PersonView::default() };
    }
    Vec::new()
}

/// The row behind the selected skill; for someone without skills, all rows that name the account.
fn read_row(app: &mut App) -> Vec<Effect> {
    let (Some(deck), Some(person)) = (&app.deck, &app.person) else { return Vec::new() };
    let company = deck.company();
    let lines = match company.skills(person.account).get(person.list.selected) {
        Some(skill) => vec![company.line(skill)],
        None => company.lines_of(person.account),
    };
    app.layers.push(Layer::Rows(None, ListState::default()));
    vec![Effect::ReadRows(app.reading, lines)]
}

/// Esc: innermost first. It never quits.
fn back(app: &mut App) -> Vec<Effect> {
    if !app.typed.is_empty() {
        app.typed.clear();
        return Vec::new();
    }
    match app.layers.pop() {
        Some(Layer::Filter(before)) => return set_filter(app, &before),
        Some(_) => return Vec::new(),
        None => {}
    }
    if let Stage::Loading(_) = app.stage {
        // At once, however long the worker takes to notice: what it still sends is stale.
        app.reading += 1;
        if app.deck.is_none() {
            return vec![Effect::CancelLoad, Effect::Quit];
        }
        app.stage = Stage::Open;
        return vec![Effect::CancelLoad];
    }
    if let Some(person) = &mut app.person {
        match person.trail.pop() {
            Some(account) => *person = PersonView { account, trail: std::mem::take(&mut person.trail), ..PersonView::default() },
            None => app.person = None,
        }
        return Vec::new();
    }
    match app.tab {
        Tab::Users if !app.users.filter.value().is_empty() => set_filter(app, ""),
        Tab::Users | Tab::Data => show_tab(app, Tab::Overview),
        Tab::Overview => Vec::new(),
    }
}

fn set_filter(app: &mut App, text: &str) -> Vec<Effect> {
    app.users.filter = Input::new(text.to_owned());
    filter_changed(app)
}

fn filter_changed(app: &mut App) -> Vec<Effect> {
    let Some(deck) = &app.deck else { return Vec::new() };
    match parse(app.users.filter.value(), deck.as_of()) {
        Ok(query) => {
            app.users.error = None;
            if query == app.users.query {
                return Vec::new();
            }
            app.users.query = query;
            list_again(app)
        }
        Err(error) => {
            app.users.error = Some(error);
            Vec::new()
        }
    }
}

fn list_again(app: &mut App) -> Vec<Effect> {
    let users = &mut app.users;
    users.generation += 1;
    let words = !users.query.words().is_empty();
    let sort = if words && !users.sort_chosen { Sort { key: SortKey::Match, reversed: false } } else { users.sort };
    let among = (!users.pending && users.query.narrows(&users.listed_for)).then(|| users.listing.by_number.clone());
    users.pending = true;
    vec![Effect::List { generation: users.generation, query: users.query.clone(), sort, among }]
}

/// Takes the answer of the worker; the selected account stays selected while it is among them.
fn listed(app: &mut App, listing: Listing) {
    let selected = app.users.listing.accounts.get(app.users.list.selected).copied();
    let at = selected.and_then(|account| listing.accounts.iter().position(|a| *a == account));
    app.users.list.selected = at.unwrap_or(0);
    app.users.listing = Arc::new(listing);
    app.users.listed_for = app.users.query.clone();
    app.users.pending = false;
}

fn loaded(app: &mut App, outcome: Result<Arc<Ready>, ReadError>) -> Vec<Effect> {
    match outcome {
        Ok(ready) => {
            let kept = app.current_account().and_then(|number| {
                let company = app.deck.as_ref()?.company();
                let account = company.account(number);
                Some((company.email(account).to_lowercase(), company.mcid(account).to_owned()))
            });
            let prepared = ready.prepared.clone();
            app.deck = Some(Deck { report: prepared.report, ready, prepared: prepared.clone() });
            app.stage = Stage::Open;
            keep_place_in_file(app);
            take_listing(app, &prepared);
            select_kept(app, kept);
            filter_after_change(app)
        }
        Err(error) if app.deck.is_some() => {
            app.stage = Stage::Open;
            if error.trouble != Trouble::Cancelled {
                app.layers.push(Layer::Message(error.message(&app.texts), ListState::default()));
            }
            Vec::new()
        }
        Err(error) if error.trouble == Trouble::Cancelled => vec![Effect::Quit],
        Err(error) => {
            app.stage = Stage::Failed(error);
            Vec::new()
        }
    }
}

/// The same file read again has the same columns, as a rule; whoever has just mapped one wants to see it.
fn keep_place_in_file(app: &mut App) {
    let Some(deck) = &app.deck else { return };
    app.data.columns.clamp(deck.source().columns.len());
    app.data.notices.clamp(deck.source().diagnostics.len());
}

/// Finds the account that was selected before in the new company, in the list and in the person shown.
fn select_kept(app: &mut App, kept: Option<(String, String)>) {
    let Some(deck) = &app.deck else { return };
    let company = deck.company();
    let is_kept = |number: &u32| {
        let account = company.account(*number);
        kept.as_ref().is_some_and(|(email, mcid)| company.email(account).to_lowercase() == *email && company.mcid(account) == mcid)
    };
    let at = app.users.listing.accounts.iter().position(is_kept);
    app.users.list.selected = at.unwrap_or(0);
    if let Some(person) = &mut app.person {
        match at.map(|at| app.users.listing.accounts[at]) {
            Some(account) => *person = PersonView { account, ..PersonView::default() },
            None => app.person = None,
        }
    }
}

fn take_listing(app: &mut App, prepared: &Prepared) {
    app.users.generation += 1;
    app.users.listing = Arc::new(prepared.listing.clone());
    app.users.listed_for = crate::query::Query::default();
    app.users.query = crate::query::Query::default();
    app.users.pending = false;
    app.users.list.clamp(prepared.listing.accounts.len());
    let figures = app.deck.as_ref().map_or(0, |d| d.figures().count() + d.warnings().count());
    app.overview.clamp(figures);
}

/// The filter and order go on over a report change.
fn filter_after_change(app: &mut App) -> Vec<Effect> {
    let effects = filter_changed(app);
    if effects.is_empty() && app.users.sort_chosen { list_again(app) } else { effects }
}

fn prepared_other(app: &mut App, prepared: Arc<Prepared>) -> Vec<Effect> {
    let Some(deck) = &mut app.deck else { return Vec::new() };
    let other_report = deck.report != prepared.report;
    deck.report = prepared.report;
    deck.prepared = prepared.clone();
    if other_report {
        app.person = None;
        app.data = super::app::DataView::default();
        app.overview = ListState::default();
        app.users.list = ListState::default();
    }
    let selected = app.users.listing.accounts.get(app.users.list.selected).copied();
    take_listing(app, &prepared);
    if !other_report {
        let at = selected.and_then(|s| app.users.listing.accounts.iter().position(|a| *a == s));
        app.users.list.selected = at.unwrap_or(0);
    }
    filter_after_change(app)
}

fn other_report(app: &mut App, by: isize) -> Vec<Effect> {
    let Some(deck) = &app.deck else { return Vec::new() };
    let Some(report) = deck.report.checked_add_signed(by) else { return Vec::new() };
    vec![Effect::Prepare { generation: app.reading, report, as_of: None }]
}

/// Between today and the report's own day.
fn other_day(app: &mut App) -> Vec<Effect> {
    let Some(deck) = &app.deck else { return Vec::new() };
    let own = deck.company().report_date.map(|(date, _)| date);
    let as_of = if deck.as_of() == app.today { own.unwrap_or(app.today) } else { app.today };
    if as_of == deck.as_of() {
        app.notice = Some(Notice { key: "why-same-day", value: String::new(), bad: false });
        return Vec::new();
    }
    vec![Effect::Prepare { generation: app.reading, report: deck.report, as_of: Some(as_of) }]
}

fn load_again(app: &mut App) -> Vec<Effect> {
    app.reading += 1;
    app.stage = Stage::Loading(0);
    vec![Effect::Load(app.reading)]
}

/// Gives a column a meaning by hand; `None` takes that back.
fn map_column(app: &mut App, column: usize, choice: Option<crate::report::Field>) -> Vec<Effect> {
    let Some(deck) = &app.deck else { return Vec::new() };
    let source = deck.source();
    let Some(header) = source.columns.get(column).map(|c| c.header.clone()) else { return Vec::new() };
    let by_hand = source.columns.iter().filter(|c| c.how == Some(crate::report::vocabulary::How::User));
    let mut mappings: Vec<_> = by_hand.filter_map(|c| Some((c.field?, c.header.clone()))).collect();
    mappings.retain(|(field, h)| Some(*field) != choice && *h != header);
    mappings.extend(choice.map(|field| (field, header)));
    let headers = source.headers();
    app.reading += 1;
    app.stage = Stage::Loading(0);
    vec![Effect::Map { headers, mappings, generation: app.reading }]
}

fn rows_read(app: &mut App, rows: Result<Vec<crate::report::RawRow>, ReadError>) {
    let Some(at) = app.layers.iter().rposition(|l| matches!(l, Layer::Rows(None, _))) else { return };
    app.layers[at] = match rows {
        Ok(rows) => Layer::Rows(Some(rows), ListState::default()),
        Err(error) => Layer::Message(error.message(&app.texts), ListState::default()),
    };
}

fn click(app: &mut App, target: Target) -> Vec<Effect> {
    match target {
        Target::Tab(tab) if app.layers.is_empty() && matches!(app.stage, Stage::Open) => show_tab(app, tab),
        Target::Tab(_) => Vec::new(),
        Target::Row(row) | Target::Choice(row) => {
            let in_layer = commands::context(app) == Context::Layer;
            if in_layer != matches!(target, Target::Choice(_)) || row >= app.selectable() {
                return Vec::new();
            }
            let again = app.list().selected == row;
            app.list().selected = row;
            if again || in_layer { open(app) } else { Vec::new() }
        }
    }
}
