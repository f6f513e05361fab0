//! Text that is typed: into the filter and into the palette.

use tui_input::{Input, InputRequest};

use crate::query::parse;

use super::super::action::Effect;
use super::super::app::{App, Layer, Sort, SortKey};
use super::super::keymap::{Code, Key};

/// Whether the layer in front takes text, and this key is text or edits it.
pub(super) fn types_into_input(app: &App, key: Key) -> bool {
    let takes_text = matches!(app.layers.last(), Some(Layer::Filter(_) | Layer::Palette(..)));
    let edits = match key.code {
        Code::Char(_) => !key.alt && (!key.ctrl || matches!(key.code, Code::Char('a' | 'e' | 'u' | 'w' | 'k'))),
        Code::Backspace | Code::Delete | Code::Left | Code::Right => true,
        Code::Home | Code::End => true,
        _ => false,
    };
    takes_text && edits
}

pub(super) fn edit(app: &mut App, key: Key) -> Vec<Effect> {
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

pub(super) fn edited(app: &mut App) -> Vec<Effect> {
    match app.layers.last_mut() {
        Some(Layer::Palette(_, list)) => {
            list.selected = 0;
            Vec::new()
        }
        _ => filter_changed(app),
    }
}

pub(super) fn paste(app: &mut App, text: &str) -> Vec<Effect> {
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

pub(super) fn set_filter(app: &mut App, text: &str) -> Vec<Effect> {
    app.users.filter = Input::new(text.to_owned());
    filter_changed(app)
}

pub(super) fn filter_changed(app: &mut App) -> Vec<Effect> {
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

pub(super) fn list_again(app: &mut App) -> Vec<Effect> {
    let users = &mut app.users;
    users.generation += 1;
    let words = !users.query.words().is_empty();
    let sort = if words && !users.sort_chosen { Sort { key: SortKey::Match, reversed: false } } else { users.sort };
    let among = (!users.pending && users.query.narrows(&users.listed_for)).then(|| users.listing.by_number.clone());
    users.pending = true;
    vec![Effect::List { generation: users.generation, query: users.query.clone(), sort, among }]
}
