//! What the admin enters: forms are opened, filled in and kept; what is kept is listed, taken back, undone.

use crate::catalog::catalog;
use crate::entered::{Change, StoreError, back, company_key, who_of};
use crate::standing::Track;

use super::super::action::{Effect, Notice};
use super::super::app::{App, Layer, ListState, Tab, Undo};
use super::super::entering::{Against, Field};
use super::super::entering::{Answer, Entering, EntryForm, FieldName, Known, Outcome, Subject, Way, form, read};
use super::super::keymap::{Code, Key};
use super::{cases, hint, prepare};

/// Opens a form for what is selected.
pub(super) fn open_form(app: &mut App, subject: Subject) -> Vec<Effect> {
    let Some(made) = made(app, subject) else { return Vec::new() };
    app.layers.push(Layer::Entry(Box::new(made)));
    Vec::new()
}

fn made(app: &App, subject: Subject) -> Option<EntryForm> {
    let deck = app.deck.as_ref()?;
    let path = app.selected_entry().map_or("", |entry| entry.path.as_str());
    let line = app.standing.page.1.as_ref().filter(|_| app.standing.reading).and_then(|page| page.lines.get(app.standing.lines.selected));
    let account = app.person.as_ref().map(|p| p.account).or_else(|| line.filter(|_| app.tab == Tab::Standing)?.account);
    let account = account.or_else(|| app.current_account().filter(|_| app.tab == Tab::Users));
    let who = account.and_then(|number| who_of(deck.company(), deck.company().account(number).person));
    Some(form(subject, &Known { app, deck, catalog: catalog(), entered: &app.entered, path, who }))
}

/// The rule that is selected, if it is one of the admin's own.
pub(super) fn rule(app: &mut App) -> Vec<Effect> {
    let parts: Vec<&str> = app.selected_entry().map(|entry| entry.path.split('/').collect()).unwrap_or_default();
    let itself = app.entered.rules.iter().find(|rule| parts.get(1) == Some(&rule.id.as_str()));
    // On a competency that has one rule of the admin's own, that is the one meant.
    let mut of_competency = app.entered.rules.iter().filter(|rule| parts.len() == 1 && parts.first() == Some(&rule.competency.as_str()));
    let only = of_competency.next().filter(|_| of_competency.next().is_none());
    let id = itself.or(only).map(|rule| rule.id.clone());
    open_form(app, Subject::Rule(id))
}

/// The portal's figures of the designation that is selected.
pub(super) fn portal(app: &mut App) -> Vec<Effect> {
    let id = app.selected_entry().and_then(|entry| entry.path.split('/').next()).unwrap_or_default().to_owned();
    open_form(app, Subject::Portal(id))
}

/// Ticks the performance of the level that is selected, or takes that back.
pub(super) fn tick(app: &mut App) -> Vec<Effect> {
    let Some(path) = app.level_to_tick() else { return Vec::new() };
    let on = !app.entered.ticked.contains(&path);
    enter(app, vec![Change::Tick { path, on }], None)
}

/// Says that two who look like one are two people.
pub(super) fn not_same(app: &mut App) -> Vec<Effect> {
    let (Some((a, b)), Some(deck)) = (app.selected_pair(), &app.deck) else { return Vec::new() };
    let company = deck.company();
    let who = |number: u32| who_of(company, company.account(number).person);
    let (Some(a), Some(b)) = (who(a), who(b)) else { return hint(app, "why-no-pair") };
    enter(app, vec![Change::NotSame { a, b, on: true }], None)
}

/// Everything that was entered.
pub(super) fn list(app: &mut App) -> Vec<Effect> {
    app.layers.push(Layer::Entered(ListState::default()));
    Vec::new()
}

/// Opens the form of an item of that list; a tick is taken back with it, as there is nothing to fill in.
pub(super) fn open_item(app: &mut App) -> Vec<Effect> {
    use crate::entered::Item;
    let Some(item) = app.selected_item() else { return hint(app, "why-nothing-here") };
    let (subject, path) = match item {
        Item::Track(_) | Item::Moved(_) => (Subject::Company, String::new()),
        Item::Held(held) => match held.level {
            Some(level) => (Subject::Held, format!("{}/{}", held.id, crate::standing::level_name(level))),
            None => (Subject::Portal(held.id.clone()), held.id),
        },
        Item::Portal(id, _) => (Subject::Portal(id.clone()), id),
        Item::Rule(rule) => (Subject::Rule(Some(rule.id)), String::new()),
        Item::Tick(_) | Item::External(_) | Item::NotSame(..) => return hint(app, "why-only-taken-back"),
    };
    let Some(deck) = &app.deck else { return Vec::new() };
    let made = form(subject, &Known { app, deck, catalog: catalog(), entered: &app.entered, path: &path, who: None });
    app.layers.push(Layer::Entry(Box::new(made)));
    Vec::new()
}

/// Takes back the item that is selected in that list.
pub(super) fn take_back(app: &mut App) -> Vec<Effect> {
    let Some(item) = app.selected_item() else { return Vec::new() };
    enter(app, vec![item.take()], None)
}

/// Keeps what a form says, or says what is wrong with it.
pub(super) fn keep(app: &mut App) -> Vec<Effect> {
    let (Some(Layer::Entry(form)), Some(deck)) = (app.layers.last(), &app.deck) else { return Vec::new() };
    let programmes = &deck.prepared.programmes;
    let against = Against { company: deck.company(), programmes, catalog: catalog(), entered: &app.entered, texts: &app.texts };
    let report = deck.report;
    match read(form, &against) {
        Err((name, why)) => {
            if let Some(Layer::Entry(form)) = app.layers.last_mut() {
                form.focus(name);
                form.wrong = Some((name, why));
            }
            Vec::new()
        }
        Ok(Outcome::Day(day)) => {
            app.layers.pop();
            prepare(app, report, Some(day))
        }
        Ok(Outcome::Happened(happened)) => {
            let Some(Layer::Entry(form)) = app.layers.pop() else { return Vec::new() };
            cases::keep(app, happened.of, happened.whats, Some(form))
        }
        Ok(Outcome::Changes(changes)) => {
            let Some(Layer::Entry(form)) = app.layers.pop() else { return Vec::new() };
            enter(app, changes, Some(form))
        }
    }
}

/// Makes changes: at once in what is shown of them, and where they are kept.
fn enter(app: &mut App, changes: Vec<Change>, form: Option<Box<EntryForm>>) -> Vec<Effect> {
    make(app, changes, form, Way::New)
}

fn make(app: &mut App, changes: Vec<Change>, form: Option<Box<EntryForm>>, way: Way) -> Vec<Effect> {
    let Some(deck) = &app.deck else { return Vec::new() };
    let company = company_key(deck.company());
    let before = app.entered.clone();
    changes.iter().for_each(|change| change.apply(&mut app.entered));
    let back = back(&app.entered, &before);
    if back.is_empty() {
        return hint(app, "notice-nothing-changed");
    }
    app.keeping += 1;
    vec![Effect::Enter(Box::new(Entering { company, changes, back, form, way }))]
}

/// Undoes a change, or makes one again.
pub(super) fn again(app: &mut App, changes: Vec<Change>, way: Way) -> Vec<Effect> {
    make(app, changes, None, way)
}

/// Changes are kept, or could not be.
pub(super) fn entered(app: &mut App, entering: Entering, outcome: Result<(), StoreError>) -> Vec<Effect> {
    app.keeping = app.keeping.saturating_sub(1);
    match outcome {
        Ok(()) => {
            let two = matches!(entering.changes.as_slice(), [Change::NotSame { on: true, .. }]);
            let history = &mut app.history;
            let key = match entering.way {
                Way::New => {
                    history.push_undo(Undo::Entered(entering.back));
                    history.redo.clear();
                    if two {
                        "notice-two-people"
                    } else if app.state {
                        "notice-entered"
                    } else {
                        "notice-entered-session"
                    }
                }
                Way::Undo => {
                    history.redo.push(Undo::Entered(entering.back));
                    "notice-undone"
                }
                Way::Redo => {
                    history.push_undo(Undo::Entered(entering.back));
                    "notice-redone"
                }
            };
            let key = if entering.way == Way::New && entering.changes.iter().all(takes_back) { "notice-taken-back" } else { key };
            let what = app.texts.get("undo-entered");
            app.notice = Some(Notice::of(key, what));
            // What is on its way was asked before this was known.
            let Some(deck) = &app.deck else { return Vec::new() };
            let (report, day) = app.wanted.unwrap_or((deck.report, app.chosen_day));
            prepare(app, report, day)
        }
        Err(error) => {
            if let (0, Some(deck)) = (app.keeping, &app.deck) {
                app.entered = deck.prepared.entered.clone();
            }
            let why = error.message(&app.texts);
            match (entering.form, entering.way) {
                (Some(mut form), _) => {
                    // What was typed comes back; whatever it was, it is not the fault of an answer.
                    let name = form.shown().next().map_or(FieldName::Day, |field| field.name);
                    form.wrong = Some((name, why.clone()));
                    app.layers.push(Layer::Entry(form));
                }
                (None, Way::Undo) => app.history.push_undo(Undo::Entered(entering.changes)),
                (None, Way::Redo) => app.history.redo.push(Undo::Entered(entering.changes)),
                (None, Way::New) => {}
            }
            app.say(Notice::of("notice-plain", why).bad());
            Vec::new()
        }
    }
}

/// Whether a change only takes something away.
fn takes_back(change: &Change) -> bool {
    use crate::entered::PortalFact;
    match change {
        Change::Track(of) => of.is_none(),
        Change::Moved(day) => day.is_none(),
        Change::Held { anniversary, .. } => anniversary.is_none(),
        Change::Tick { on, .. } | Change::External { on, .. } | Change::NotSame { on, .. } => !on,
        Change::Portal { fact, .. } => matches!(fact, PortalFact::Nothing),
        Change::Rule(_) => false,
        Change::RemoveRule(_) => true,
    }
}

/// A key in a form, where it does not move between the answers, keep them or give them up.
pub(super) fn answers(form: &EntryForm, key: Key) -> bool {
    let Some(field) = form.shown().nth(form.list.selected) else { return false };
    match (&field.answer, key.code) {
        (_, Code::Tab | Code::BackTab) => true,
        // A letter chooses, as in the lists of any other form.
        (Answer::Choice(..), Code::Char(_)) => !key.alt && !key.ctrl,
        (Answer::Choice(..), Code::Left | Code::Right) => true,
        _ => false,
    }
}

/// Answers with a key.
pub(super) fn answer(app: &mut App, key: Key) -> Vec<Effect> {
    let texts = app.texts.clone();
    let Some(Layer::Entry(form)) = app.layers.last_mut() else { return Vec::new() };
    let len = form.shown().count();
    match key.code {
        Code::Tab => form.list.selected = (form.list.selected + 1) % len.max(1),
        Code::BackTab => form.list.selected = (form.list.selected + len.saturating_sub(1)) % len.max(1),
        code => {
            form.wrong = None;
            let Some(field) = form.focused() else { return Vec::new() };
            let name = field.name;
            match code {
                Code::Left => field.turn(-1),
                Code::Right | Code::Char(' ') => field.turn(1),
                Code::Char(letter) => field.turn_to(letter, |choice| shown_choice(name, choice, &texts)),
                _ => {}
            }
        }
    }
    Vec::new()
}

/// A choice as it is shown.
#[must_use]
pub fn shown_choice(name: FieldName, choice: &str, texts: &crate::i18n::Texts) -> String {
    let key = format!("form-choice-{}-{choice}", name.name());
    match name {
        FieldName::Credential => catalog().by_id(choice).map_or_else(|| choice.to_owned(), |c| c.short_title.clone()),
        FieldName::Track if Track::ALL.into_iter().any(|t| t.name() == choice) => texts.get(&format!("standing-track-{choice}")),
        _ if texts.has(&key) => texts.get(&key),
        _ => choice.to_owned(),
    }
}

/// What is typed over an answer that nobody has touched takes its place; whoever moves in it first changes it.
pub(super) fn begin(form: &mut EntryForm, key: Key) {
    let Some(field) = form.focused() else { return };
    let replaces = field.is_fresh && !key.ctrl && matches!(key.code, Code::Char(_) | Code::Backspace | Code::Delete);
    field.is_fresh = false;
    if let (true, Answer::Text(input)) = (replaces, &mut field.answer) {
        *input = tui_input::Input::default();
    }
}

/// The text that has the focus.
pub(super) fn input(form: &mut EntryForm) -> Option<&mut tui_input::Input> {
    form.wrong = None;
    match form.focused() {
        Some(Field { answer: Answer::Text(input), .. }) => Some(input),
        _ => None,
    }
}
