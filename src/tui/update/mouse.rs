//! What the mouse does.

use super::super::action::{Effect, Pane, Target};
use super::super::app::{App, DataPane, Layer, ListState, PersonView, SortKey, Stage};
use super::super::commands::{self, Context};
use super::{moved, open, show_tab, users};

pub(super) fn click(app: &mut App, target: Target) -> Vec<Effect> {
    let in_layer = commands::context(app) == Context::Layer;
    match target {
        Target::Tab(tab) if !in_layer && matches!(app.stage, Stage::Open) => show_tab(app, tab),
        Target::Heading(column) if !in_layer => {
            app.users.column = column;
            users::sort_by(app, SortKey::of(column))
        }
        Target::Elsewhere(pane, row) if !in_layer => {
            focus(app, pane, row);
            Vec::new()
        }
        Target::Tab(_) | Target::Heading(_) | Target::Elsewhere(..) => Vec::new(),
        Target::Row(row) | Target::Choice(row) => {
            if in_layer != matches!(target, Target::Choice(_)) || row >= app.selectable() {
                return Vec::new();
            }
            let again = app.list().selected == row;
            app.list().selected = row;
            moved(app);
            // In a form one goes to an answer; it is kept with the key.
            let fills_in = matches!(app.layers.last(), Some(Layer::Entry(_)));
            if (again || in_layer) && !fills_in { open(app) } else { Vec::new() }
        }
    }
}

/// Gives a pane the focus, with the row that was clicked selected.
fn focus(app: &mut App, pane: Pane, row: usize) {
    match pane {
        Pane::Users => {
            app.person = None;
            app.users.list.selected = row;
            app.users.list.clamp(app.users.listing.accounts.len());
        }
        Pane::Person => {
            // The prompt stands below the users; what was typed stays.
            app.layers.retain(|l| !matches!(l, Layer::Filter(_)));
            if let Some(account) = app.current_account() {
                let list = ListState { selected: row, ..ListState::default() };
                app.person = Some(PersonView { account, list, ..PersonView::default() });
            }
        }
        Pane::Standing => {
            app.person = None;
            app.standing.reading = false;
            app.standing.list.selected = row;
        }
        Pane::Page => {
            app.person = None;
            app.standing.reading = true;
            app.standing.lines.selected = row;
        }
        Pane::Queue => {
            app.person = None;
            app.queue.reading = false;
            app.queue.list.selected = row;
        }
        Pane::Checklist => {
            app.person = None;
            app.queue.reading = true;
            app.queue.words.selected = row;
        }
        Pane::Columns => {
            app.data.pane = DataPane::Columns;
            app.data.columns.selected = row;
        }
        Pane::Notices => {
            app.data.pane = DataPane::Notices;
            app.data.notices.selected = row;
        }
    }
    let len = app.selectable();
    app.list().clamp(len);
}

/// The wheel moves what lies under the pointer, whether it has the focus or not.
pub(super) fn scroll(app: &mut App, rows: i32, pane: Option<Pane>) -> Vec<Effect> {
    let rows = i64::from(rows);
    let in_layer = app.layers.iter().any(|l| !matches!(l, Layer::Filter(_)));
    let deck = app.deck.clone();
    match (pane, &deck) {
        (Some(Pane::Users), Some(_)) if !in_layer && app.person.is_some() => {
            let len = app.users.listing.accounts.len();
            app.users.list.step(rows, len);
        }
        (Some(Pane::Person), Some(_)) if !in_layer && app.person.is_none() => {
            let top = i64::try_from(app.beside.get()).unwrap_or(0).saturating_add(rows).max(0);
            app.beside.set(usize::try_from(top).unwrap_or(0));
        }
        (Some(Pane::Standing), Some(_)) if !in_layer => {
            let len = app.standing.entries.len();
            app.standing.list.step(rows, len);
        }
        (Some(Pane::Page), Some(_)) if !in_layer => {
            let len = app.standing.page.1.as_ref().map_or(0, |page| page.lines.len());
            app.standing.lines.step(rows, len);
        }
        (Some(Pane::Queue), Some(_)) if !in_layer => {
            let len = app.queue.lines.len();
            app.queue.list.step(rows, len);
        }
        (Some(Pane::Checklist), Some(_)) if !in_layer => {
            let len = app.queue.page.as_ref().map_or(0, |(_, page)| page.lines.len());
            app.queue.words.step(rows, len);
        }
        (Some(Pane::Columns), Some(deck)) if !in_layer => app.data.columns.step(rows, deck.column_count()),
        (Some(Pane::Notices), Some(deck)) if !in_layer => app.data.notices.step(rows, deck.notice_count()),
        _ => {
            let len = app.selectable();
            app.list().step(rows, len);
            moved(app);
        }
    }
    Vec::new()
}
