//! What the workers send back.

use std::collections::HashSet;
use std::sync::Arc;

use crate::model::Company;
use crate::report::{ReadError, Trouble};

use super::super::action::{Effect, Listing, Notice, Prepared, Ready};
use super::super::app::{App, BeforeReading, DataView, Deck, Layer, ListState, PersonView, Stage};
use super::super::marks::Marks;
use super::typing::{filter_changed, list_again};
use super::{cases, give_up_reading, users};

/// Takes the answer of the worker; the selected account stays selected while it is among them, and is so again when a
/// wider filter brings it back and nobody has moved meanwhile.
pub(super) fn listed(app: &mut App, listing: Listing) -> Vec<Effect> {
    if std::mem::take(&mut app.users.from_the_top) {
        app.users.list = ListState::default();
        app.users.anchor = (None, None);
        app.users.listing = Arc::default();
    }
    let selected = app.users.listing.accounts.get(app.users.list.selected).copied();
    let (anchor, landed) = app.users.anchor;
    let anchor = if selected == landed { anchor } else { selected };
    let place = |account: Option<u32>| account.and_then(|account| listing.accounts.iter().position(|a| *a == account));
    let at = place(anchor).or_else(|| place(selected)).unwrap_or(0);
    app.users.list.selected = at;
    app.users.anchor = (anchor, listing.accounts.get(at).copied());
    app.users.listing = Arc::new(listing);
    app.users.marks.listed(&app.users.listing);
    app.users.listed_for = app.users.query.clone();
    app.users.pending = false;
    app.beside.set(0);
    if !app.users.query.terms.is_empty() {
        app.users.matches = Some((app.users.filter.value().to_owned(), app.users.listing.by_number.clone()));
    }
    keep_column(app);
    // What is counted in front is counted over the list as it is now.
    users::count_again(app)
}

/// The column of the skill that was found goes with the filter that asked for it.
fn keep_column(app: &mut App) {
    if !app.users.columns().contains(&app.users.column) {
        app.users.column = crate::model::UserColumn::Name;
    }
}

pub(super) fn loaded(app: &mut App, outcome: Result<Arc<Ready>, ReadError>) -> Vec<Effect> {
    match outcome {
        Ok(ready) => {
            let before = app.deck.as_ref().map(|d| d.company().clone());
            let kept = app.current_account().zip(before.as_ref()).map(|(number, company)| identity(company, number));
            let marked: HashSet<Identity> =
                before.iter().flat_map(|company| app.users.marks.iter().map(|n| identity(company, *n))).collect();
            let prepared = ready.prepared.clone();
            app.users.anchor = (None, None);
            app.before_reading = BeforeReading::default();
            (app.preparing, app.wanted) = (app.preparing + 1, None);
            let followed = prepared.followed.clone();
            app.deck = Some(Deck { report: prepared.report, ready, prepared: prepared.clone(), followed });
            app.entered = prepared.entered.clone();
            cases::looked_at(app, &prepared);
            // Who has gone to choose another file meanwhile is not called away: Esc leads to this one.
            if !matches!(app.stage, Stage::Start) {
                app.stage = Stage::Open;
            }
            // What is said already (whether a mapping was kept) says more.
            if app.reloading.take().is_some() && app.notice.is_none() {
                app.say(Notice::new("notice-read-again"));
            }
            keep_place_in_file(app);
            take_listing(app, &prepared);
            select_kept(app, kept);
            mark_kept(app, &marked);
            if let Some(trouble) = &prepared.trouble {
                app.say(Notice::of("notice-plain", trouble.message(&app.texts)).bad());
            }
            if app.changed_on_disk {
                say_changed(app);
            }
            let mut effects = vec![Effect::Keep(app.reading)];
            effects.extend(filter_after_change(app));
            effects
        }
        Err(error) if app.deck.is_some() => {
            if !matches!(app.stage, Stage::Start) {
                app.stage = Stage::Open;
            }
            give_up_reading(app);
            if error.trouble != Trouble::Cancelled {
                app.layers.push(Layer::Message(error.message(&app.texts), ListState::default()));
            }
            Vec::new()
        }
        Err(error) if error.trouble == Trouble::Cancelled && !app.started_empty => vec![Effect::Quit],
        Err(error) => {
            if !matches!(app.stage, Stage::Start) {
                app.stage = Stage::Failed(error);
            }
            app.ahead.clear();
            Vec::new()
        }
    }
}

/// Says that a file that is open was changed on disk.
pub(super) fn say_changed(app: &mut App) {
    let key = app.bindings.first("reload").to_owned();
    app.say(Notice::of("notice-file-changed", key));
}

/// The same file read again has the same columns, as a rule; whoever has just mapped one wants to see it.
pub(super) fn keep_place_in_file(app: &mut App) {
    let Some(deck) = &app.deck else { return };
    app.data.columns.clamp(deck.column_count());
    app.data.notices.clamp(deck.notice_count());
}

/// What an account is known by in another reading of the file: address and MCID; one that has neither, by its name and
/// anonymous id.
type Identity = (String, String, Option<(String, String)>);

fn identity(company: &Company, number: u32) -> Identity {
    let account = company.account(number);
    let (email, mcid) = (company.email(account).to_lowercase(), company.mcid(account).to_owned());
    let has_neither = email.is_empty() && mcid.is_empty();
    let otherwise = has_neither.then(|| (company.full_name(account), company.anonymous_id(account).to_owned()));
    (email, mcid, otherwise)
}

/// The accounts that were marked are marked again.
fn mark_kept(app: &mut App, marked: &HashSet<Identity>) {
    app.users.mark_from = None;
    app.users.matches = None;
    app.users.marks.clear();
    let Some(deck) = app.deck.as_ref().filter(|_| !marked.is_empty()) else { return };
    let company = deck.company();
    let numbers = 0..u32::try_from(company.accounts.len()).unwrap_or(u32::MAX);
    let again = numbers.filter(|n| marked.contains(&identity(company, *n))).collect();
    app.users.marks = Marks::new(again, &app.users.listing);
}

/// Finds the account that was selected before in the new company, in the list and in the person shown.
pub(super) fn select_kept(app: &mut App, kept: Option<Identity>) {
    let Some(deck) = &app.deck else { return };
    let company = deck.company();
    let is_kept = |number: &u32| kept.as_ref().is_some_and(|kept| identity(company, *number) == *kept);
    let at = app.users.listing.accounts.iter().position(is_kept);
    app.users.list.selected = at.unwrap_or(0);
    if let Some(person) = &mut app.person {
        match at.map(|at| app.users.listing.accounts[at]) {
            Some(account) => *person = PersonView { account, ..PersonView::default() },
            None => app.person = None,
        }
    }
}

pub(super) fn take_listing(app: &mut App, prepared: &Prepared) {
    app.users.generation += 1;
    app.users.listing = Arc::new(prepared.listing.clone());
    app.users.marks.listed(&app.users.listing);
    app.users.silent.clone_from(&prepared.overview.silent);
    keep_column(app);
    app.users.listed_for = crate::query::Query::default();
    app.users.query = crate::query::Query::default();
    app.users.pending = false;
    app.users.list.clamp(prepared.listing.accounts.len());
    let shown = app.deck.as_ref().map_or(0, |d| d.before_standing());
    app.overview.clamp(shown);
}

/// The filter and order go on over a report change.
pub(super) fn filter_after_change(app: &mut App) -> Vec<Effect> {
    let effects = filter_changed(app);
    if effects.is_empty() && app.users.sort_chosen { list_again(app) } else { effects }
}

pub(super) fn prepared_other(app: &mut App, prepared: Arc<Prepared>) -> Vec<Effect> {
    let wanted = app.wanted.take();
    let Some(deck) = &mut app.deck else { return Vec::new() };
    app.chosen_day = wanted.and_then(|(_, day)| day);
    let other_report = deck.report != prepared.report;
    deck.report = prepared.report;
    deck.prepared = prepared.clone();
    // What is on its way is not in there yet.
    if app.keeping == 0 {
        app.entered = prepared.entered.clone();
    }
    cases::looked_at(app, &prepared);
    if other_report {
        app.person = None;
        app.data = DataView::default();
        app.overview = ListState::default();
        app.users.list = ListState::default();
        app.users.marks.clear();
        app.users.mark_from = None;
        app.users.matches = None;
    }
    let selected = app.users.listing.accounts.get(app.users.list.selected).copied();
    take_listing(app, &prepared);
    if !other_report {
        let at = selected.and_then(|s| app.users.listing.accounts.iter().position(|a| *a == s));
        app.users.list.selected = at.unwrap_or(0);
    }
    filter_after_change(app)
}

pub(super) fn rows_read(app: &mut App, rows: Result<Vec<(u32, crate::report::RawRow)>, ReadError>) {
    let Some(at) = app.layers.iter().rposition(|l| matches!(l, Layer::Rows(None, _))) else { return };
    app.layers[at] = match rows {
        Ok(rows) => Layer::Rows(Some(rows), ListState::default()),
        Err(error) => Layer::Message(error.message(&app.texts), ListState::default()),
    };
}
