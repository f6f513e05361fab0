//! Text that is typed: into the filter, the palette, the search of the help, and the prompts for a path.

use tui_input::{Input, InputRequest};

use crate::query::parse_what_can_be;

use super::super::action::Effect;
use super::super::app::{App, Beside, Layer, PathPrompt, Sort, SortKey, Stage};
use super::super::keymap::{Code, Key};

/// Whether the layer in front takes text, and this key is text or edits it.
pub(super) fn types_into_input(app: &App, key: Key) -> bool {
    let takes_text = matches!(
        app.layers.last(),
        Some(Layer::Filter(_) | Layer::Palette(..) | Layer::Help(_, true, _) | Layer::Path(..) | Layer::Export(..) | Layer::Entry(_))
    );
    let edits = match key.code {
        Code::Char(_) => !key.alt && (!key.ctrl || matches!(key.code, Code::Char('a' | 'e' | 'u' | 'w' | 'k'))),
        Code::Backspace | Code::Delete | Code::Left | Code::Right => true,
        Code::Home | Code::End => true,
        _ => false,
    };
    takes_text && edits
}

pub(super) fn edit(app: &mut App, key: Key) -> Vec<Effect> {
    app.users.recalled = None;
    if let Some(Layer::Entry(form)) = app.layers.last_mut() {
        super::entering::begin(form, key);
    }
    let Some(input) = input(app) else { return Vec::new() };
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

/// The text that is being typed.
fn input(app: &mut App) -> Option<&mut Input> {
    match app.layers.last_mut()? {
        Layer::Palette(input, _) | Layer::Help(input, true, _) => Some(input),
        Layer::Path(prompt, _) | Layer::Export(prompt, _) => Some(&mut prompt.input),
        Layer::Filter(_) => Some(&mut app.users.filter),
        Layer::Entry(form) => super::entering::input(form),
        _ => None,
    }
}

pub(super) fn edited(app: &mut App) -> Vec<Effect> {
    match app.layers.last_mut() {
        Some(Layer::Palette(_, list) | Layer::Help(_, _, list)) => {
            list.selected = 0;
            Vec::new()
        }
        Some(Layer::Path(prompt, _) | Layer::Export(prompt, _)) => {
            prompt.names.clear();
            // What a path was to be completed to before is of no use any more.
            app.asked += 1;
            Vec::new()
        }
        _ => filter_changed(app),
    }
}

/// Asks how the typed path may go on; a filter goes on with the first suggestion.
pub(super) fn complete(app: &mut App) -> Vec<Effect> {
    if let Some(Layer::Filter(_)) = app.layers.last() {
        let filter = &app.users.filter;
        let Some((found, text)) = app.suggestions().and_then(|s| s.taken(filter.value()).map(|text| (s, text))) else {
            return super::hint(app, "why-nothing-to-complete");
        };
        // Behind what was put in, and what stands behind the cursor stays there.
        let rest = filter.value().get(found.word.end..).unwrap_or_default().chars().count();
        let cursor = text.chars().count() - rest;
        app.users.recalled = None;
        app.users.filter = Input::new(text).with_cursor(cursor);
        return filter_changed(app);
    }
    let Some(typed) = input(app).map(|i| i.value().to_owned()) else { return Vec::new() };
    app.asked += 1;
    vec![Effect::Complete(app.asked, typed)]
}

/// How it may.
pub(super) fn completed(app: &mut App, text: String, names: Vec<String>) {
    if let Some(Layer::Path(prompt, _) | Layer::Export(prompt, _)) = app.layers.last_mut() {
        prompt.input = Input::new(text);
        // One alone stands in the prompt already.
        prompt.names = if names.len() > 1 { names } else { Vec::new() };
    }
}

/// Puts an earlier filter of the session into the prompt, or the next one after it.
pub(super) fn recall(app: &mut App, back: bool) -> Vec<Effect> {
    let earlier = &app.users.earlier;
    let at = match (app.users.recalled, back) {
        (None, true) => earlier.len().checked_sub(1),
        (None, false) => None,
        (Some(at), true) => Some(at.saturating_sub(1)),
        (Some(at), false) => Some(at + 1).filter(|at| *at < earlier.len()),
    };
    let text = at.and_then(|at| earlier.get(at).cloned()).unwrap_or_default();
    app.users.recalled = at;
    set_filter(app, &text)
}

/// Keeps a filter that was used, the newest last, each once.
pub(super) fn keep_filter(app: &mut App) {
    const MOST: usize = 50;
    let filter = app.users.filter.value().trim().to_owned();
    if !filter.is_empty() {
        app.users.earlier.retain(|f| *f != filter);
        app.users.earlier.push(filter);
        if app.users.earlier.len() > MOST {
            app.users.earlier.remove(0);
        }
    }
}

pub(super) fn paste(app: &mut App, text: &str) -> Vec<Effect> {
    // A file dropped on the window arrives as its path.
    if matches!(app.stage, Stage::Start) && app.layers.is_empty() {
        app.layers.push(Layer::Path(PathPrompt::default(), Beside::Nothing));
    }
    let Some(input) = input(app) else { return Vec::new() };
    for c in crate::text::clean(text.trim()).chars() {
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
    // What is right of it holds already; what is wrong is said.
    let (query, error) = parse_what_can_be(app.users.filter.value(), deck.as_of());
    app.users.error = error;
    if query == app.users.query {
        return Vec::new();
    }
    app.users.query = query;
    list_again(app)
}

pub(super) fn list_again(app: &mut App) -> Vec<Effect> {
    // Without a report there is nobody to list, and nothing to wait for.
    if app.deck.is_none() {
        return Vec::new();
    }
    let users = &mut app.users;
    users.generation += 1;
    let words = !users.query.words().is_empty();
    let sort = if words && !users.sort_chosen { Sort { key: SortKey::Match, reversed: false } } else { users.sort };
    let among = (!users.pending && !users.listing.near && users.query.narrows(&users.listed_for)).then(|| users.listing.by_number.clone());
    users.pending = true;
    vec![Effect::List { generation: users.generation, query: users.query.clone(), sort, among }]
}
