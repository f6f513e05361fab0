//! Into what is selected, and back out of it.

use crate::model::{FileRow, UserColumn};
use crate::query::in_language;

use super::super::action::{Effect, Opening};
use super::super::app::{App, Beside, DataPane, Layer, ListState, PathPrompt, PersonView, Spot, Stage, Tab, map_choices};
use super::super::layers;
use super::typing::{keep_filter, set_filter};
use super::{begin_reading, entering, give_up_reading, hint, run, show_tab, standing, start, troubleshooting, users, view};

/// Enter: goes into what is selected.
pub(super) fn open(app: &mut App) -> Vec<Effect> {
    match app.layers.last() {
        Some(Layer::Filter(_)) => {
            // A filter that is wrong stays open: its error says why.
            if app.users.error.is_none() {
                app.layers.pop();
                keep_filter(app);
                // What is selected now was accepted with it.
                app.users.anchor = (None, None);
                return Vec::new();
            }
            return hint(app, "why-filter-wrong");
        }
        Some(Layer::Palette(input, list)) => {
            let chosen = layers::palette::entries(app, input.value()).get(list.selected).map(|e| e.id);
            app.layers.pop();
            return chosen.map_or_else(Vec::new, |id| run(app, id));
        }
        Some(Layer::Sort(list)) => {
            let chosen = app.users.sort_menu().get(list.selected).map(|(key, _)| *key);
            app.layers.pop();
            return chosen.map_or_else(Vec::new, |key| users::sort_by(app, key));
        }
        Some(Layer::Map(column, list)) => {
            let (column, choice) = (*column, map_choices().get(list.selected).copied().flatten());
            app.layers.pop();
            return map_column(app, column, choice);
        }
        Some(Layer::Help(input, _, list)) => {
            let chosen = layers::help::items(app, input.value()).into_iter().nth(list.selected);
            app.layers.pop();
            return match chosen {
                Some(layers::help::Item::Run(id)) => run(app, id),
                // A condition is begun in the prompt; what it may say stands in the help.
                Some(layers::help::Item::Field(_)) if app.deck.is_none() => hint(app, "why-elsewhere"),
                Some(layers::help::Item::Field(name)) => {
                    let filter = format!("{} {name}:", app.users.filter.value().trim());
                    let mut effects = run(app, "filter");
                    effects.extend(set_filter(app, filter.trim_start()));
                    effects
                }
                None => Vec::new(),
            };
        }
        Some(Layer::Columns(list)) => {
            let column = UserColumn::ALL[list.selected.min(UserColumn::ALL.len() - 1)];
            return users::toggle_column(app, column);
        }
        Some(Layer::Facets(..) | Layer::Values(..)) => {
            let term = users::selected_term(app);
            app.layers.pop();
            return term.map_or_else(Vec::new, |term| users::toggle_term(app, &term));
        }
        Some(Layer::Themes(..)) => {
            app.layers.pop();
            return vec![Effect::KeepTheme(app.theme_name)];
        }
        Some(Layer::Path(prompt, beside)) => {
            let (paths, beside) = (vec![prompt.input.value().trim().to_owned()], *beside);
            if paths[0].is_empty() {
                return hint(app, "why-no-path");
            }
            app.layers.pop();
            return start::open(app, if beside == Beside::Open { Opening::More(paths) } else { Opening::Files(paths) });
        }
        Some(Layer::Export(prompt, export)) => {
            let (path, export) = (prompt.input.value().trim().to_owned(), export.clone());
            if path.is_empty() {
                return hint(app, "why-no-path");
            }
            // A name without an ending gets one; behind a folder there is no name yet.
            let is_unfinished = path.ends_with(['/', std::path::MAIN_SEPARATOR]);
            let has_ending = std::path::Path::new(&path).extension().is_some();
            if is_unfinished || has_ending && crate::export::file::format_of(&path).is_none() {
                return hint(app, "why-no-format");
            }
            app.layers.pop();
            return vec![Effect::Export(path, export, false)];
        }
        Some(Layer::Replace(path, export, list)) => {
            let (path, export, replace) = (path.clone(), export.clone(), list.selected == 0);
            app.layers.pop();
            if replace {
                return vec![Effect::Export(path, export, true)];
            }
            app.layers.push(Layer::Export(PathPrompt::new(&path), export));
            return Vec::new();
        }
        Some(Layer::Entry(_)) => return entering::keep(app),
        Some(Layer::Entered(_)) => return entering::open_item(app),
        Some(Layer::Versions(list)) => {
            let at = list.selected;
            app.layers.pop();
            return standing::compare(app, at);
        }
        Some(Layer::Rules(_) | Layer::Steps(_) | Layer::Rows(..) | Layer::Message(..) | Layer::Messages(_)) => {
            app.layers.pop();
            return Vec::new();
        }
        None => {}
    }
    if let Stage::Start = app.stage {
        return start::choose(app);
    }
    if app.person.is_some() { open_in_person(app) } else { open_in_tab(app) }
}

pub(super) fn open_in_tab(app: &mut App) -> Vec<Effect> {
    let Some(deck) = &app.deck else { return Vec::new() };
    match app.tab {
        Tab::Overview => match deck.spot(app.overview.selected) {
            Spot::Figure(figure) => {
                let filter = in_language(&figure.filter, app.texts.lang());
                app.tab = Tab::Users;
                app.zoomed = false;
                let effects = set_filter(app, &filter);
                keep_filter(app);
                effects
            }
            Spot::Due => troubleshooting::show_due(app),
            Spot::First(code) => troubleshooting::show(app, code),
            Spot::Standing(at) if app.standing_tops().get(at).is_some() => {
                app.standing.list.selected = app.standing_tops()[at];
                app.tab = Tab::Standing;
                app.standing.reading = false;
                Vec::new()
            }
            spot => {
                let at = if let Spot::Warning(at) = spot { Some(at) } else { None };
                app.tab = Tab::Data;
                app.data.pane = DataPane::Notices;
                app.data.notices.selected = at.unwrap_or(0);
                Vec::new()
            }
        },
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
        Tab::Standing => standing::open(app),
        Tab::Troubleshooting => troubleshooting::open(app),
        Tab::Data if app.data.pane == DataPane::Columns => {
            let column = app.data.columns.selected;
            let by_hand = |c: &crate::report::ColumnInfo| c.how == Some(crate::report::vocabulary::How::User);
            let current = deck.columns().nth(column).and_then(|(_, c)| c.field.filter(|_| by_hand(c)));
            let at = map_choices().iter().position(|c| *c == current).unwrap_or(0);
            app.layers.push(Layer::Map(column, ListState { selected: at, ..ListState::default() }));
            Vec::new()
        }
        Tab::Data => {
            let Some((file, notice)) = deck.notice(app.data.notices.selected) else { return Vec::new() };
            // A missing column is put right among the columns.
            if notice.code == crate::report::Code::ColumnMissing {
                let free = deck.columns().position(|(of, c)| of == file && c.field.is_none());
                app.data.pane = DataPane::Columns;
                app.data.columns.selected = free.unwrap_or(0);
                return Vec::new();
            }
            if let Some(row) = notice.row {
                return show_rows(app, vec![FileRow { file, row }]);
            }
            let text = deck.told((file, notice), &app.texts);
            app.layers.push(Layer::Message(text, ListState::default()));
            Vec::new()
        }
    }
}

pub(super) fn open_in_person(app: &mut App) -> Vec<Effect> {
    let (Some(deck), Some(person)) = (&app.deck, &app.person) else { return Vec::new() };
    let skills = deck.company().skills(person.account).len();
    let others = app.other_accounts(person.account);
    if person.list.selected < skills || others.is_empty() {
        return read_row(app);
    }
    let other = others.get(person.list.selected - skills);
    if let (Some(other), Some(person)) = (other, &mut app.person) {
        let mut trail = std::mem::take(&mut person.trail);
        trail.push(person.account);
        *person = PersonView { account: other, trail, ..PersonView::default() };
    }
    Vec::new()
}

/// The row behind the selected skill, of two files that list it both; for someone without skills, all rows that name the account.
pub(super) fn read_row(app: &mut App) -> Vec<Effect> {
    let (Some(deck), Some(person)) = (&app.deck, &app.person) else { return Vec::new() };
    let company = deck.company();
    let lines = match company.skills(person.account).get(person.list.selected) {
        Some(skill) => std::iter::once(company.line(skill)).chain(company.line_again(skill)).collect(),
        None => company.lines_of(person.account).collect(),
    };
    show_rows(app, lines)
}

fn show_rows(app: &mut App, lines: Vec<FileRow>) -> Vec<Effect> {
    app.asked += 1;
    app.layers.push(Layer::Rows(None, ListState::default()));
    vec![Effect::ReadRows(app.asked, lines)]
}

/// Esc: innermost first. It never quits.
pub(super) fn back(app: &mut App) -> Vec<Effect> {
    if !app.typed.is_empty() {
        app.typed.clear();
        return Vec::new();
    }
    // A search of the help is left before the help.
    if let Some(Layer::Help(input, typing, list)) = app.layers.last_mut()
        && (*typing || !input.value().is_empty())
    {
        *typing = false;
        *input = tui_input::Input::default();
        *list = ListState::default();
        return Vec::new();
    }
    match app.layers.pop() {
        Some(Layer::Filter(before)) => {
            // What was typed and given up is one of those to come back to.
            keep_filter(app);
            return set_filter(app, &before);
        }
        Some(Layer::Themes(before, _)) => {
            view::show_theme(app, before);
            return Vec::new();
        }
        Some(_) => return Vec::new(),
        None => {}
    }
    if app.is_reading() {
        // At once, however long the worker takes to notice: what it still sends is stale.
        app.reading += 1;
        give_up_reading(app);
        return match (&app.deck, app.started_empty) {
            (Some(_), _) => {
                app.stage = Stage::Open;
                vec![Effect::CancelLoad]
            }
            (None, true) => {
                app.stage = Stage::Start;
                vec![Effect::CancelLoad, Effect::FindOffers]
            }
            (None, false) => vec![Effect::CancelLoad, Effect::Quit],
        };
    }
    match (&app.stage, &app.deck) {
        (Stage::Start, Some(_)) => {
            app.stage = Stage::Open;
            return Vec::new();
        }
        (Stage::Failed(_), None) if app.started_empty => return start::begin(app),
        (Stage::Start | Stage::Failed(_), _) => return Vec::new(),
        _ => {}
    }
    if app.zoomed {
        app.zoomed = false;
        return Vec::new();
    }
    if let Some(person) = &mut app.person {
        match person.trail.pop() {
            Some(account) => *person = PersonView { account, trail: std::mem::take(&mut person.trail), ..PersonView::default() },
            None => app.person = None,
        }
        return Vec::new();
    }
    match app.tab {
        Tab::Standing if app.standing.reading => {
            app.standing.reading = false;
            app.standing.other_rules = None;
            Vec::new()
        }
        Tab::Troubleshooting if app.queue.reading => {
            app.queue.reading = false;
            Vec::new()
        }
        tab if tab.is_filtered() && !app.users.filter.value().is_empty() => {
            keep_filter(app);
            set_filter(app, "")
        }
        Tab::Users | Tab::Standing | Tab::Troubleshooting | Tab::Data => show_tab(app, Tab::Overview),
        Tab::Overview => Vec::new(),
    }
}

/// Gives a column a meaning by hand; `None` takes that back.
pub(super) fn map_column(app: &mut App, column: usize, choice: Option<crate::report::Field>) -> Vec<Effect> {
    let Some(deck) = &app.deck else { return Vec::new() };
    let Some((file, header)) = deck.columns().nth(column).map(|(file, c)| (file, c.header.clone())) else { return Vec::new() };
    let source = deck.company().file(file);
    let by_hand = source.columns.iter().filter(|c| c.how == Some(crate::report::vocabulary::How::User));
    let mut mappings: Vec<_> = by_hand.filter_map(|c| Some((c.field?, c.header.clone()))).collect();
    mappings.retain(|(field, h)| Some(*field) != choice && *h != header);
    mappings.extend(choice.map(|field| (field, header)));
    let headers = source.headers();
    begin_reading(app);
    vec![Effect::Map { headers, mappings, generation: app.reading, place: app.place() }]
}
