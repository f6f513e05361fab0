//! The list of users: its columns, marks and matches, and what it can be filtered on.

use std::sync::Arc;

use crate::model::UserColumn;
use crate::query::{self, Facet};

use super::super::action::{Effect, Notice};
use super::super::app::{App, Layer, ListState, Sort, SortKey};
use super::typing::{list_again, set_filter};
use super::{hint, show_filtered, step};

/// Moves the cursor to another column.
pub(super) fn turn_column(app: &mut App, by: isize) -> Vec<Effect> {
    let columns = app.users.columns();
    let at = columns.iter().position(|c| *c == app.users.column).unwrap_or(0);
    let at = at.saturating_add_signed(by).min(columns.len().saturating_sub(1));
    app.users.column = columns.get(at).copied().unwrap_or(UserColumn::Name);
    Vec::new()
}

/// Sorts by something; by the same once more, the other way round. Either way one looks at the first of them.
pub(super) fn sort_by(app: &mut App, key: SortKey) -> Vec<Effect> {
    let now = app.users.sort;
    let again = now.key == key && app.users.sort_chosen;
    sorted(app, Sort { key, reversed: if again { !now.reversed } else { key.begins_reversed() } })
}

/// Turns the order round.
pub(super) fn reverse(app: &mut App) -> Vec<Effect> {
    let now = app.users.sort;
    sorted(app, Sort { reversed: !now.reversed, ..now })
}

fn sorted(app: &mut App, sort: Sort) -> Vec<Effect> {
    app.users.sort = sort;
    app.users.sort_chosen = true;
    app.users.from_the_top = true;
    list_again(app)
}

/// Ticks what is selected: a row of the list, or a line of the layer in front.
pub(super) fn mark(app: &mut App) -> Vec<Effect> {
    match app.layers.last() {
        Some(Layer::Columns(list)) => {
            let column = UserColumn::ALL[list.selected.min(UserColumn::ALL.len() - 1)];
            return toggle_column(app, column);
        }
        Some(Layer::Facets(..)) => {
            let Some(term) = selected_term(app) else { return Vec::new() };
            // Counted again when the list is there.
            return toggle_term(app, &term);
        }
        _ => {}
    }
    let Some(account) = app.users.listing.accounts.get(app.users.list.selected).copied() else { return Vec::new() };
    app.users.marks.toggle(account);
    app.users.mark_from = Some(account);
    step(app, 1)
}

/// Shows or hides a column. The name always stays: it says which row is which.
pub(super) fn toggle_column(app: &mut App, column: UserColumn) -> Vec<Effect> {
    if column == UserColumn::Name {
        return hint(app, "why-name-stays");
    }
    let shown = !app.users.shows(column);
    // As it is anyway, nothing was chosen.
    app.users.chosen.remove(&column);
    if app.users.shows(column) != shown {
        app.users.chosen.insert(column, shown);
    }
    if !shown && app.users.column == column {
        app.users.column = UserColumn::Name;
    }
    Vec::new()
}

/// Marks every row from the one marked last to the selected one.
pub(super) fn mark_to_here(app: &mut App) -> Vec<Effect> {
    let users = &mut app.users;
    let from = users.mark_from.and_then(|account| users.listing.accounts.iter().position(|a| *a == account));
    let here = users.list.selected;
    let from = from.unwrap_or(here);
    let range = from.min(here)..=from.max(here);
    let Some(rows) = users.listing.accounts.get(range) else { return Vec::new() };
    users.marks.extend(rows);
    users.mark_from = rows.get(here.saturating_sub(from)).copied();
    said_marks(app)
}

/// Marks everybody who is listed; if they all are, none of them.
pub(super) fn mark_all(app: &mut App) -> Vec<Effect> {
    app.users.marks.toggle_all(&app.users.listing);
    said_marks(app)
}

fn said_marks(app: &mut App) -> Vec<Effect> {
    app.notice = Some(Notice::new("notice-marked").count(app.users.marks.len()));
    Vec::new()
}

/// To the next row that the last filter found, in a list that shows the others too.
pub(super) fn next_match(app: &mut App, forward: bool) -> Vec<Effect> {
    let Some((filter, matches)) = app.users.matches.clone() else { return Vec::new() };
    let accounts = &app.users.listing.accounts;
    let len = accounts.len();
    let is_match = |at: &usize| matches.binary_search(&accounts[*at]).is_ok();
    let from = app.users.list.selected;
    let found = if forward {
        (1..=len).map(|step| (from + step) % len).find(is_match)
    } else {
        (1..=len).map(|step| (from + len - step) % len).find(is_match)
    };
    let Some(at) = found else {
        app.notice = Some(Notice::of("notice-no-match", filter));
        return Vec::new();
    };
    app.users.list.selected = at;
    app.beside.set(0);
    app.notice = Some(Notice::of("notice-match", filter).count(matches.len()));
    Vec::new()
}

/// Adds a condition to the filter, or takes it away again.
pub(super) fn toggle_term(app: &mut App, term: &str) -> Vec<Effect> {
    if app.layers.is_empty() {
        show_filtered(app);
    }
    let term = query::in_language(term, app.texts.lang());
    let filter = query::toggle_term(app.users.filter.value(), &term);
    set_filter(app, &filter)
}

/// Opens the list of what can be filtered on.
pub(super) fn facets(app: &mut App) -> Vec<Effect> {
    show_filtered(app);
    app.layers.push(Layer::Facets(None, ListState::default()));
    count_facets(app)
}

/// Counts again what is counted in front.
pub(super) fn count_again(app: &mut App) -> Vec<Effect> {
    match app.layers.last() {
        Some(Layer::Facets(..)) => count_facets(app),
        Some(Layer::Values(column, ..)) => {
            let column = *column;
            app.asked += 1;
            vec![Effect::CountValues(app.asked, column)]
        }
        _ => Vec::new(),
    }
}

fn count_facets(app: &mut App) -> Vec<Effect> {
    app.asked += 1;
    vec![Effect::CountFacets(app.asked)]
}

/// What can be filtered on was counted, perhaps anew: the same condition stays selected.
pub(super) fn facets_counted(app: &mut App, counted: Arc<Vec<Facet>>) {
    let before = selected_term(app);
    let Some(Layer::Facets(facets, list)) = app.layers.last_mut() else { return };
    let same = before.and_then(|term| counted.iter().flat_map(|f| &f.counts).position(|count| count.term == term));
    list.selected = same.unwrap_or(list.selected);
    *facets = Some(counted);
}

/// Opens what is in the current column.
pub(super) fn values(app: &mut App) -> Vec<Effect> {
    app.asked += 1;
    app.layers.push(Layer::Values(app.users.column, None, ListState::default()));
    vec![Effect::CountValues(app.asked, app.users.column)]
}

/// The condition of the selected line of the layer in front.
pub(super) fn selected_term(app: &App) -> Option<String> {
    match app.layers.last()? {
        Layer::Facets(facets, list) => facets.as_ref()?.iter().flat_map(|f| &f.counts).nth(list.selected).map(|count| count.term.clone()),
        Layer::Values(_, counts, list) => counts.as_ref()?.get(list.selected).map(|count| count.term.clone()),
        _ => None,
    }
}
