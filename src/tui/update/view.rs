//! The view and its history: filter, order and columns can be undone.

use super::super::action::{Effect, Notice};
use super::super::app::{App, Layer, Undo, View};
use super::super::entering::Way;
use super::super::theme::{Theme, ThemeName};
use super::typing::{filter_changed, list_again};
use super::{cases, entering};

/// Keeps the view before a change. While a filter is typed every letter would be one: it counts when it is done.
pub(super) fn settle(app: &mut App) {
    if app.layers.iter().any(|l| matches!(l, Layer::Filter(_) | Layer::Columns(_) | Layer::Facets(..))) {
        return;
    }
    let view = app.view();
    if view != app.history.settled {
        let before = std::mem::replace(&mut app.history.settled, view);
        app.history.push_undo(Undo::View(before));
        app.history.redo.clear();
    }
}

pub(super) fn undo(app: &mut App) -> Vec<Effect> {
    match app.history.undo.pop() {
        Some(Undo::View(view)) => {
            let now = std::mem::replace(&mut app.history.settled, view.clone());
            app.history.redo.push(Undo::View(now));
            show(app, view, "notice-undone")
        }
        Some(Undo::Entered(changes)) => entering::again(app, changes, Way::Undo),
        Some(Undo::Cases(changes)) => cases::again(app, changes, Way::Undo),
        None => Vec::new(),
    }
}

pub(super) fn redo(app: &mut App) -> Vec<Effect> {
    match app.history.redo.pop() {
        Some(Undo::View(view)) => {
            let now = std::mem::replace(&mut app.history.settled, view.clone());
            app.history.push_undo(Undo::View(now));
            show(app, view, "notice-redone")
        }
        Some(Undo::Entered(changes)) => entering::again(app, changes, Way::Redo),
        Some(Undo::Cases(changes)) => cases::again(app, changes, Way::Redo),
        None => Vec::new(),
    }
}

fn show(app: &mut App, view: View, key: &'static str) -> Vec<Effect> {
    let other_order = (app.users.sort, app.users.sort_chosen) != (view.sort, view.sort_chosen);
    // What changed may not be in sight: it is said.
    let what = match () {
        () if app.users.filter.value() != view.filter => "undo-filter",
        () if other_order => "undo-order",
        () => "undo-columns",
    };
    app.users.sort = view.sort;
    app.users.sort_chosen = view.sort_chosen;
    app.users.chosen = view.chosen;
    app.users.filter = tui_input::Input::new(view.filter);
    let what = app.texts.get(what);
    app.notice = Some(Notice::of(key, what));
    let effects = filter_changed(app);
    if effects.is_empty() && other_order { list_again(app) } else { effects }
}

/// Shows a theme.
pub(super) fn show_theme(app: &mut App, name: ThemeName) {
    app.theme_name = name;
    app.theme = Theme::named(name, app.terminal.0, app.terminal.1);
}
