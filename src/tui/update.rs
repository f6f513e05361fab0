//! What an action does to the state. Pure: no clock, no files, no terminal; what is needed of those is asked for as an
//! effect.

mod cases;
mod entering;
mod mouse;
mod opening;
mod results;
mod standing;
mod start;
mod taking;
mod troubleshooting;
mod typing;
mod users;
mod view;

use tui_input::Input;

use crate::i18n::{Lang, Texts};

use super::action::{Action, Effect, Form, Notice};
use super::app::{App, DataPane, Layer, ListState, PathPrompt, SortKey, Stage, Tab};
use super::bindings::Match;
use super::commands::{self, Context, by_id};
use super::entering::{CaseForm, Subject};
use super::keymap::{Code, Key};
pub use entering::shown_choice;
use opening::{back, open, read_row};
use results::{listed, loaded, prepared_other, rows_read};
use typing::{edit, paste, recall, set_filter, types_into_input};

/// Applies an action and says what is to be done outside.
pub fn update(app: &mut App, action: Action) -> Vec<Effect> {
    let mut effects = apply(app, action);
    effects.extend(standing::refresh(app));
    troubleshooting::refresh(app);
    // Whatever became shorter, also while something else lay over it: what is selected is there.
    let len = app.selectable();
    app.list().clamp(len);
    if let Some(deck) = &app.deck {
        app.data.columns.clamp(deck.column_count());
        app.data.notices.clamp(deck.notice_count());
        app.users.list.clamp(app.users.listing.accounts.len());
    }
    view::settle(app);
    effects
}

fn apply(app: &mut App, action: Action) -> Vec<Effect> {
    match action {
        Action::Key(key) => press(app, key),
        Action::Paste(text) => paste(app, &text),
        Action::Run("complete") => typing::complete(app),
        Action::Run("turn") => entering::answer(app, Key::named(Code::Right)),
        Action::Run(id) => run(app, id),
        Action::Click(target) => mouse::click(app, target),
        Action::Scroll(rows, pane) => mouse::scroll(app, rows, pane),
        Action::Resize(columns, rows) => {
            app.size = (columns, rows);
            Vec::new()
        }
        Action::Tick => {
            if let Stage::Loading(ticks) = &mut app.stage {
                *ticks = ticks.saturating_add(1);
            }
            app.reloading = app.reloading.map(|ticks| ticks.saturating_add(1));
            Vec::new()
        }
        Action::Loaded(reading, outcome) if reading == app.reading => {
            let mut effects = loaded(app, outcome);
            effects.extend(press_waiting(app));
            effects
        }
        Action::Listed(generation, listing) if generation == app.users.generation => {
            let mut effects = listed(app, listing);
            effects.extend(press_waiting(app));
            effects
        }
        Action::Prepared(asked, prepared) if asked == app.preparing => prepared_other(app, prepared),
        Action::Rows(asked, rows) if asked == app.asked => {
            rows_read(app, rows);
            Vec::new()
        }
        Action::Loaded(..) | Action::Listed(..) | Action::Prepared(..) | Action::Rows(..) => Vec::new(),
        Action::Notice(notice) => {
            // A filter that failed is not waited for any longer.
            if notice.key == "notice-internal-error" {
                app.users.pending = false;
                app.ahead.clear();
            }
            app.say(notice);
            Vec::new()
        }
        Action::Quiet => {
            app.notice = None;
            Vec::new()
        }
        Action::Offers(offers, all) => {
            start::offers_found(app, offers, all);
            Vec::new()
        }
        Action::Completed(asked, text, names) if asked == app.asked => {
            typing::completed(app, text, names);
            Vec::new()
        }
        Action::Facets(asked, counted) if asked == app.asked => {
            users::facets_counted(app, counted);
            Vec::new()
        }
        Action::Values(asked, counted) if asked == app.asked => {
            if let Some(Layer::Values(_, counts, _)) = app.layers.last_mut() {
                *counts = Some(counted);
            }
            Vec::new()
        }
        Action::Completed(..) | Action::Facets(..) | Action::Values(..) => Vec::new(),
        Action::Page(asked, page) => {
            standing::page_made(app, asked, page);
            Vec::new()
        }
        Action::CasesKept(kept) => cases::kept(app, *kept),
        Action::Entered(entering, outcome) => entering::entered(app, *entering, outcome),
        Action::TerminalCopy(sequence, rows) => {
            app.say(Notice::new("notice-copied-terminal").count(rows));
            vec![Effect::WriteTerminal(sequence)]
        }
        Action::FileExists(path, export) => {
            app.layers.push(Layer::Replace(path, export, ListState { selected: 1, ..ListState::default() }));
            Vec::new()
        }
        Action::NotWritten(path, export, why) => {
            // What was typed comes back, to be put right.
            app.layers.push(Layer::Export(PathPrompt { wrong: why.clone(), ..PathPrompt::new(&path) }, export));
            app.say(Notice::of("notice-plain", why).bad());
            Vec::new()
        }
        Action::FileChanged => {
            app.changed_on_disk = true;
            // What is being read now may be the old file or the new one: that is said when it is there.
            if app.deck.is_some() && !app.is_reading() {
                results::say_changed(app);
            }
            Vec::new()
        }
        Action::Resumed => Vec::new(),
        Action::Suspend => vec![Effect::Suspend],
        Action::Stop => vec![Effect::Quit],
    }
}

fn press(app: &mut App, key: Key) -> Vec<Effect> {
    app.notice = None;
    if app.typed.is_empty() {
        if let Some(Layer::Entry(form)) = app.layers.last()
            && entering::answers(form, key)
        {
            return entering::answer(app, key);
        }
        if types_into_input(app, key) {
            return edit(app, key);
        }
        match (app.layers.last(), key.code) {
            (Some(Layer::Filter(_)), Code::Up | Code::Down) if key.ctrl || recalls(app, key.code) => {
                return recall(app, key.code == Code::Up);
            }
            (Some(Layer::Filter(_) | Layer::Path(..) | Layer::Export(..)), Code::Tab) => return typing::complete(app),
            _ => {}
        }
    }
    // Behind keys that wait every other one waits too, but for those that give up waiting.
    if is_waiting(app) && !app.ahead.is_empty() && !key.ctrl {
        if key.code != Code::Esc {
            wait_with(app, [key]);
            return Vec::new();
        }
        app.ahead.clear();
    }
    app.typed.push(key);
    let context = commands::context(app);
    match app.bindings.look_up(&app.typed, context) {
        Match::Prefix => Vec::new(),
        Match::Command(id) if app.users.pending && app.layers.is_empty() && context == Context::Users && NEED_THE_LIST.contains(&id) => {
            let typed = std::mem::take(&mut app.typed);
            wait_with(app, typed);
            Vec::new()
        }
        Match::Command(id) => {
            app.typed.clear();
            run(app, id)
        }
        // A terminal sends Alt with a key as Esc and then the key, and Esc with a key close behind as Alt: it means both.
        Match::None if key.alt && cfg!(unix) => {
            app.typed.clear();
            let mut effects = press(app, Key::named(Code::Esc));
            effects.extend(press(app, Key { alt: false, ..key }));
            effects
        }
        Match::None => {
            let typed = std::mem::take(&mut app.typed);
            // Ctrl-C leaves from anywhere, also from the middle of a sequence.
            match app.bindings.look_up(&[key], context) {
                Match::Command(id @ "quit-now") if key.ctrl => run(app, id),
                _ if context == Context::Loading => {
                    wait_with(app, typed);
                    Vec::new()
                }
                _ => Vec::new(),
            }
        }
    }
}

/// Keys kept until there is what they are meant for.
const AHEAD: usize = 64;

/// Commands that act on what a filter leaves: they wait for it. Whoever moves only looks, and does so at once.
const NEED_THE_LIST: [&str; 13] = [
    "open",
    "mark",
    "mark-to-here",
    "mark-all",
    "copy-cell",
    "copy-row",
    "copy-markdown",
    "copy-view",
    "export",
    "values",
    "facets",
    "next-match",
    "previous-match",
];

/// Whether there is something to come that keys may be meant for.
fn is_waiting(app: &App) -> bool {
    app.layers.is_empty() && (matches!(app.stage, Stage::Loading(_)) || app.users.pending)
}

fn wait_with(app: &mut App, keys: impl IntoIterator<Item = Key>) {
    app.ahead.extend(keys);
    app.ahead.truncate(AHEAD);
}

/// Presses the keys that waited. Those that have to wait for something else now queue again, in their order.
fn press_waiting(app: &mut App) -> Vec<Effect> {
    let keys = std::mem::take(&mut app.ahead);
    keys.into_iter().flat_map(|key| press(app, key)).collect()
}

/// In an empty prompt the arrow up brings back an earlier filter, and then both walk on; else they move in the list.
fn recalls(app: &App, code: Code) -> bool {
    let walking = app.users.recalled.is_some();
    walking || code == Code::Up && app.users.filter.value().is_empty() && !app.users.earlier.is_empty()
}

/// A hint at what to do, which nobody wants to read again later.
fn hint(app: &mut App, key: &'static str) -> Vec<Effect> {
    app.notice = Some(Notice::new(key));
    Vec::new()
}

/// Runs a command, or says why not.
pub fn run(app: &mut App, id: &str) -> Vec<Effect> {
    let Some(command) = by_id(id) else { return Vec::new() };
    // Help lists what works elsewhere too, and a click may come too late for the screen it was meant for.
    if !command.contexts.contains(&commands::context(app)) {
        return hint(app, "why-elsewhere");
    }
    if let Some(why) = (command.disabled)(app.here()) {
        return hint(app, why);
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
        "columns-right" => users::turn_column(app, 1),
        "columns-left" => users::turn_column(app, -1),
        "column-first" => users::turn_column(app, isize::MIN / 2),
        "column-last" => users::turn_column(app, isize::MAX / 2),
        "filter" => {
            if let Some(Layer::Help(_, typing, _)) = app.layers.last_mut() {
                *typing = true;
                return Vec::new();
            }
            show_filtered(app);
            app.users.recalled = None;
            // The help may lie over a prompt that is open already.
            if !app.layers.iter().any(|layer| matches!(layer, Layer::Filter(_))) {
                app.layers.push(Layer::Filter(app.users.filter.value().to_owned()));
            }
            Vec::new()
        }
        "facets" => users::facets(app),
        "problems" => users::toggle_term(app, "problem:any"),
        "values" => users::values(app),
        "columns" => {
            let at = crate::model::UserColumn::ALL.iter().position(|c| *c == app.users.column).unwrap_or(0);
            app.layers.push(Layer::Columns(ListState { selected: at, ..ListState::default() }));
            Vec::new()
        }
        "next-match" => users::next_match(app, true),
        "previous-match" => users::next_match(app, false),
        "mark" => users::mark(app),
        "mark-to-here" => users::mark_to_here(app),
        "mark-all" => users::mark_all(app),
        "unmark" => {
            app.users.marks.clear();
            app.users.mark_from = None;
            Vec::new()
        }
        "copy-cell" => taking::copy(app, Form::Cells),
        "copy-row" => taking::copy(app, Form::Rows),
        "copy-markdown" => taking::copy(app, Form::Markdown),
        "copy-view" => taking::copy(app, Form::View),
        "export" => taking::export(app),
        "zoom" => {
            app.zoomed = !app.zoomed;
            Vec::new()
        }
        "undo" => view::undo(app),
        "redo" => view::redo(app),
        "mark-step" => cases::mark_step(app),
        "case-asked" | "case-answered" | "case-done" | "case-reopen" => cases::run(app, id),
        "case-note" => cases::open_form(app, CaseForm::Note),
        "case-wait" => cases::open_form(app, CaseForm::Wait),
        "case-days" => cases::open_form(app, CaseForm::Days),
        "case-support" => cases::open_form(app, CaseForm::Support),
        "case-leave" => cases::open_form(app, CaseForm::Leave),
        "case-person" => cases::open_form(app, CaseForm::Person),
        "open-file" => start::begin(app),
        "add-file" => start::add(app),
        "theme" => {
            let at = super::theme::ThemeName::ALL.iter().position(|name| *name == app.theme_name).unwrap_or(0);
            app.layers.push(Layer::Themes(app.theme_name, ListState { selected: at, ..ListState::default() }));
            Vec::new()
        }
        "messages" => {
            app.layers.push(Layer::Messages(ListState::default()));
            Vec::new()
        }
        "suspend" => vec![Effect::Suspend],
        "clear-filter" => set_filter(app, ""),
        "sort" => {
            // On the column the cursor is in, so that Enter sorts by what one looks at.
            let here = SortKey::of(app.users.column);
            let at = app.users.sort_menu().iter().position(|(key, _)| *key == here).unwrap_or(0);
            app.layers.push(Layer::Sort(ListState { selected: at, ..ListState::default() }));
            Vec::new()
        }
        "reverse" => users::reverse(app),
        "row" => read_row(app),
        "pane" => next_pane(app, true),
        "pane-back" => next_pane(app, false),
        "tab-overview" => show_tab(app, Tab::Overview),
        "tab-users" => show_tab(app, Tab::Users),
        "tab-standing" => show_tab(app, Tab::Standing),
        "programme" => standing::other_programme(app),
        "track" => standing::other_track(app),
        "versions" => standing::versions(app),
        "enter-rule" => entering::rule(app),
        "enter-portal" => entering::portal(app),
        "enter-held" => entering::open_form(app, Subject::Held),
        "enter-company" => entering::open_form(app, Subject::Company),
        "enter-external" => entering::open_form(app, Subject::External),
        "entered" => entering::list(app),
        "take-back" => entering::take_back(app),
        "tick" => entering::tick(app),
        "not-same" => entering::not_same(app),
        "day" => entering::open_form(app, Subject::Day),
        "tab-troubleshooting" => show_tab(app, Tab::Troubleshooting),
        "tab-data" => show_tab(app, Tab::Data),
        "tab-next" => turn_tab(app, 1),
        "tab-previous" => turn_tab(app, Tab::ALL.len() - 1),
        "older" => other_report(app, 1),
        "newer" => other_report(app, -1),
        "as-of" => other_day(app),
        "reload" => load_again(app),
        "language" => {
            let at = Lang::ALL.iter().position(|l| *l == app.texts.lang()).unwrap_or(0);
            let lang = Lang::ALL[(at + 1) % Lang::ALL.len()];
            app.texts = Texts::new(lang);
            vec![Effect::KeepLanguage(lang)]
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
                Some(Layer::Help(..)) => drop(app.layers.pop()),
                before => {
                    let filtering = matches!(before, Some(Layer::Filter(_)));
                    let selected = if filtering { super::layers::help::first_field(app) } else { 0 };
                    app.layers.push(Layer::Help(Input::default(), false, ListState { selected, ..ListState::default() }));
                }
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

/// Opens a person from another screen; in the list beside it they are selected, where the filter shows them.
fn show_person(app: &mut App, account: u32) -> Vec<Effect> {
    if let Some(at) = app.users.listing.accounts.iter().position(|listed| *listed == account) {
        app.users.list.selected = at;
    }
    app.person = Some(super::app::PersonView { account, ..super::app::PersonView::default() });
    Vec::new()
}

fn step(app: &mut App, rows: i64) -> Vec<Effect> {
    let len = app.selectable();
    app.list().step(rows, len);
    moved(app);
    Vec::new()
}

/// After the selection moved: what hangs on it follows.
fn moved(app: &mut App) {
    app.beside.set(0);
    if let Some(Layer::Themes(_, list)) = app.layers.last() {
        // Seen at once, before it is chosen.
        let name = super::theme::ThemeName::ALL.get(list.selected).copied().unwrap_or(app.theme_name);
        view::show_theme(app, name);
    }
}

fn page(app: &mut App, pages: f64) -> Vec<Effect> {
    let rows = app.list().page.get().max(1);
    #[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss)] // a terminal has few rows
    step(app, (rows as f64 * pages) as i64)
}

fn show_tab(app: &mut App, tab: Tab) -> Vec<Effect> {
    app.tab = tab;
    app.person = None;
    if !tab.is_filtered() {
        // The prompt stands below what it narrows; what was typed stays.
        app.layers.retain(|l| !matches!(l, Layer::Filter(_)));
    }
    Vec::new()
}

/// Shows what the filter narrows: what there is to settle, for whoever looks at that, else the users.
fn show_filtered(app: &mut App) {
    app.queue.reading = false;
    show_tab(app, if app.tab.is_filtered() { app.tab } else { Tab::Users });
}

fn turn_tab(app: &mut App, by: usize) -> Vec<Effect> {
    let at = Tab::ALL.iter().position(|(tab, ..)| *tab == app.tab).unwrap_or(0);
    show_tab(app, Tab::ALL[(at + by) % Tab::ALL.len()].0)
}

fn next_pane(app: &mut App, forward: bool) -> Vec<Effect> {
    if app.tab == Tab::Users || app.person.is_some() {
        // From the list into the person beside it, and back.
        if app.person.take().is_none() {
            return open(app);
        }
        return Vec::new();
    }
    match app.tab {
        Tab::Data => app.data.pane = if app.data.pane == DataPane::Columns { DataPane::Notices } else { DataPane::Columns },
        Tab::Overview => {
            // From group to group.
            let Some(deck) = &app.deck else { return Vec::new() };
            let starts = deck.groups(app.standing_tops().len());
            let here = starts.iter().rposition(|start| *start <= app.overview.selected).unwrap_or(0);
            let by = if forward { 1 } else { starts.len().saturating_sub(1) };
            app.overview.selected = starts.get((here + by) % starts.len().max(1)).copied().unwrap_or(0);
        }
        Tab::Standing => app.standing.reading = !app.standing.reading,
        Tab::Troubleshooting => app.queue.reading = !app.queue.reading,
        Tab::Users => {}
    }
    Vec::new()
}

fn other_report(app: &mut App, by: isize) -> Vec<Effect> {
    let Some(deck) = &app.deck else { return Vec::new() };
    // From the one that is on its way, if there is one.
    let from = app.wanted.map_or(deck.report, |(report, _)| report);
    let reports = deck.ready.loaded.reports.len();
    let Some(report) = from.checked_add_signed(by).filter(|report| *report < reports) else { return Vec::new() };
    prepare(app, report, None)
}

fn prepare(app: &mut App, report: usize, as_of: Option<chrono::NaiveDate>) -> Vec<Effect> {
    app.preparing += 1;
    app.wanted = Some((report, as_of));
    vec![Effect::Prepare { generation: app.preparing, report, as_of }]
}

/// From one day to the next of those that mean something: the one given, the report's own, today.
fn other_day(app: &mut App) -> Vec<Effect> {
    let Some(deck) = &app.deck else { return Vec::new() };
    let own = deck.company().report_date.map(|(date, _)| date);
    let mut days: Vec<_> = [app.asked_as_of, own, Some(app.today)].into_iter().flatten().collect();
    days.sort_unstable();
    days.dedup();
    let (report, from) = match app.wanted {
        Some((report, Some(day))) => (report, day),
        Some((report, None)) if report != deck.report => return Vec::new(),
        _ => (deck.report, deck.as_of()),
    };
    let at = days.iter().position(|day| *day == from);
    let next = days[at.map_or(0, |at| (at + 1) % days.len())];
    if next == from {
        return hint(app, "why-same-day");
    }
    prepare(app, report, Some(next))
}

fn load_again(app: &mut App) -> Vec<Effect> {
    begin_reading(app);
    vec![Effect::Load(app.reading, app.place())]
}

/// A reading came to nothing: what is open stays, and so does what was said of it.
fn give_up_reading(app: &mut App) {
    app.reloading = None;
    app.ahead.clear();
    let before = std::mem::take(&mut app.before_reading);
    app.changed_on_disk |= before.changed_on_disk;
    if let Some((demo, opening)) = before.opened {
        (app.demo, app.opening) = (demo, opening);
    }
}

/// A reading begins. While a report is open, one goes on looking at it.
fn begin_reading(app: &mut App) {
    app.reading += 1;
    // A reading that is given up for this one has changed nothing yet.
    app.before_reading.changed_on_disk |= app.changed_on_disk;
    app.changed_on_disk = false;
    app.ahead.clear();
    if app.deck.is_some() && !matches!(app.stage, Stage::Start) {
        app.reloading = Some(0);
    } else {
        app.stage = Stage::Loading(0);
    }
}
