//! What an action does to the state. Pure: no clock, no files, no terminal; what is needed of those is asked for as an
//! effect.

mod opening;
mod results;
mod typing;

use tui_input::Input;

use crate::i18n::{Lang, Texts};

use super::action::{Action, Effect, Notice, Target};
use super::app::{App, DataPane, Layer, ListState, SortKey, Stage, Tab};
use super::commands::{self, Context, Match, by_id};
use super::keymap::Key;
use opening::{back, open, read_row};
use results::{listed, loaded, prepared_other, rows_read};
use typing::{edit, list_again, paste, set_filter, types_into_input};

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

fn other_report(app: &mut App, by: isize) -> Vec<Effect> {
    let Some(deck) = &app.deck else { return Vec::new() };
    let Some(report) = deck.report.checked_add_signed(by) else { return Vec::new() };
    vec![Effect::Prepare { generation: app.reading, report, as_of: None }]
}

/// From one day to the next of those that mean something: the one given, the report's own, today.
fn other_day(app: &mut App) -> Vec<Effect> {
    let Some(deck) = &app.deck else { return Vec::new() };
    let own = deck.company().report_date.map(|(date, _)| date);
    let mut days: Vec<_> = [app.asked_as_of, own, Some(app.today)].into_iter().flatten().collect();
    days.sort_unstable();
    days.dedup();
    let at = days.iter().position(|day| *day == deck.as_of());
    let next = days[at.map_or(0, |at| (at + 1) % days.len())];
    if next == deck.as_of() {
        app.notice = Some(Notice { key: "why-same-day", value: String::new(), bad: false });
        return Vec::new();
    }
    vec![Effect::Prepare { generation: app.reading, report: deck.report, as_of: Some(next) }]
}

fn load_again(app: &mut App) -> Vec<Effect> {
    app.reading += 1;
    app.stage = Stage::Loading(0);
    vec![Effect::Load(app.reading)]
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
