//! Whatever is pressed, clicked or dragged, over whatever data: nothing falls over, and there is always a way back.

use std::sync::Arc;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use rstest::rstest;

use skilldeck::i18n::Lang;
use skilldeck::tui::action::{Action, Effect};
use skilldeck::tui::app::{App, Layer, Stage};
use skilldeck::tui::commands::COMMANDS;
use skilldeck::tui::keymap::{Code, Key, parse_sequence};
use skilldeck::tui::widgets::Hit;

use super::deck::Deck;
use super::files;

/// One thing that a user does.
#[derive(Clone, Debug)]
enum Step {
    Press(Key),
    Paste(String),
    Resize(u16, u16),
    Click(u16, u16),
    Scroll(i32),
    Tick,
    /// The worker answers one of what it was asked.
    Answer(usize),
}

fn key() -> impl Strategy<Value = Key> {
    let known: Vec<Key> = COMMANDS.iter().flat_map(|c| c.keys).flat_map(|keys| parse_sequence(keys).unwrap()).collect();
    // What ends the program would end the test; it is tried apart.
    let known: Vec<Key> = known.into_iter().filter(|k| ![Key::char('Q'), Key::parse("Ctrl-c").unwrap()].contains(k)).collect();
    let plain = [Code::Enter, Code::Enter, Code::Enter, Code::Esc, Code::Up, Code::Down, Code::Left, Code::Right, Code::Backspace];
    prop_oneof![
        10 => prop::sample::select(known),
        6 => prop::sample::select(plain.map(Key::named).to_vec()),
        3 => prop::sample::select("aeimnorst:-<>0189\" pcskil".chars().collect::<Vec<_>>()).prop_map(Key::char),
        1 => any::<char>().prop_map(Key::char),
        1 => (any::<char>(), any::<bool>(), any::<bool>()).prop_filter("that ends the program", |(c, ctrl, _)| *c != 'c' || !ctrl).prop_map(
            |(c, ctrl, alt)| Key { code: Code::Char(c), ctrl, alt }
        ),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        40 => key().prop_map(Step::Press),
        1 => any::<String>().prop_map(Step::Paste),
        2 => (0u16..220, 0u16..70).prop_map(|(columns, rows)| Step::Resize(columns, rows)),
        3 => (0u16..120, 0u16..40).prop_map(|(column, row)| Step::Click(column, row)),
        1 => (-4i32..5).prop_map(Step::Scroll),
        1 => Just(Step::Tick),
    ]
}

/// Data of every kind, and a file that is not there.
fn decks() -> Vec<(&'static str, Deck)> {
    vec![
        ("sample", Deck::skills()),
        ("trainings, in French", Deck::demo("trainings", Lang::Fr)),
        ("four", Deck::open(vec![files::four()])),
        ("tiny", Deck::open(vec![files::tiny()])),
        ("no rows", Deck::open(vec![files::no_rows()])),
        ("no data", Deck::open(vec![files::no_data()])),
        ("hostile", Deck::open(vec![files::hostile(500)])),
        ("not there", Deck::closed(vec![skilldeck::report::Input::file("not there.csv")], Lang::En).loaded()),
    ]
}

/// What holds after everything that can happen.
fn check(app: &mut App) -> Result<(), TestCaseError> {
    let len = app.selectable();
    let at = app.list().selected;
    prop_assert!(at < len.max(1), "row {at} of {len} is selected");
    prop_assert!(app.users.list.selected < app.users.listing.accounts.len().max(1));
    prop_assert!(app.typed.len() <= 1, "no command has three keys: {:?}", app.typed);
    let prompts = app.layers.iter().filter(|l| matches!(l, Layer::Filter(_))).count();
    prop_assert!(
        prompts == 0 || (prompts == 1 && app.tab.is_filtered() && app.person.is_none()),
        "the prompt stands below what it narrows"
    );
    if let Some(deck) = &app.deck {
        let accounts = deck.company().accounts.len();
        prop_assert!(app.users.listing.accounts.iter().all(|n| (*n as usize) < accounts));
        prop_assert!(app.person.as_ref().is_none_or(|p| (p.account as usize) < accounts));
        let figures = deck.before_standing() + app.standing_tops().len();
        prop_assert!(app.overview.selected < figures.max(1));
        prop_assert!(app.data.columns.selected < deck.source().columns.len().max(1));
        prop_assert!(app.data.notices.selected < deck.source().diagnostics.len().max(1));
    }
    Ok(())
}

/// Lets one thing happen. The account that was selected stays selected while a new filter still shows it; only the one that
/// the user was on before the filter took it away goes before it.
fn take(deck: &mut Deck, step: &Step) -> Result<(), TestCaseError> {
    let selected = |deck: &Deck| deck.app.users.listing.accounts.get(deck.app.users.list.selected).copied();
    let (before, filter, typing) =
        (selected(deck), deck.app.users.filter.value().to_owned(), matches!(deck.app.layers.last(), Some(Layer::Filter(_))));
    let reading = deck.app.reading;
    let anchor = deck.app.users.anchor.0;
    match step {
        Step::Press(key) => deck.act(Action::Key(*key)),
        Step::Paste(text) => deck.act(Action::Paste(text.clone())),
        Step::Resize(columns, rows) => deck.resize(*columns, *rows),
        Step::Click(column, row) => match deck.hits.at(*column, *row) {
            Some(Hit::Target(target)) => deck.act(Action::Click(target)),
            Some(Hit::Run(id)) if id != "quit" => deck.act(Action::Run(id)),
            _ => {}
        },
        Step::Scroll(rows) => deck.act(Action::Scroll(*rows, None)),
        Step::Tick => deck.act(Action::Tick),
        Step::Answer(place) if !deck.asked.is_empty() => deck.answer(place % deck.asked.len()),
        Step::Answer(_) => {}
    }
    // With Alt it is two keys: the second may move.
    let one_key = !matches!(step, Step::Press(key) if key.alt);
    if typing && one_key && reading == deck.app.reading && filter != deck.app.users.filter.value() {
        let (now, all) = (selected(deck), &deck.app.users.listing.accounts);
        let kept = before.filter(|account| all.contains(account));
        prop_assert!(
            kept.is_none() || kept == now || anchor.is_some() && anchor == now,
            "the filter {:?} took the selection away",
            deck.app.users.filter.value()
        );
    }
    Ok(())
}

/// Esc often enough leads to the first screen, and never out of the program.
fn go_back(deck: &mut Deck) -> Result<(), TestCaseError> {
    deck.asked.clear();
    let trail = deck.app.person.as_ref().map_or(0, |p| p.trail.len());
    for _ in 0..deck.app.layers.len() + trail + 6 {
        deck.act(Action::Key(Key::named(Code::Esc)));
    }
    prop_assert!(!deck.has_quit(), "Esc ended the program");
    let waiting = !matches!(deck.app.stage, Stage::Open);
    prop_assert!(deck.is_at_the_root() || (waiting && deck.app.layers.is_empty()), "there is no way back:\n{}", deck.screen());
    Ok(())
}

/// How many times as many cases as usual: for a search by hand.
fn times() -> u32 {
    std::env::var("SKILLDECK_TEST_TIMES").ok().and_then(|times| times.parse().ok()).unwrap_or(1)
}

fn any_keys(mut deck: Deck, cases: u32) {
    let start = deck.app.clone();
    let shared = std::cell::RefCell::new(&mut deck);
    let config = Config { cases: cases * times(), failure_persistence: None, ..Config::default() };
    let ran = TestRunner::new(config).run(&prop::collection::vec(step(), 1..120), |steps| {
        let deck = &mut *shared.borrow_mut();
        deck.restart(&start);
        deck.resize(80, 24);
        deck.asked.clear();
        for (number, step) in steps.iter().enumerate() {
            take(deck, step)?;
            check(&mut deck.app)?;
            if deck.has_quit() {
                // By q at the root; what is left of the keys is pressed in a new session.
                deck.asked.clear();
                deck.restart(&start);
                deck.resize(100, 30);
            }
            if number % 8 == 0 {
                deck.draw();
            }
        }
        deck.draw();
        go_back(deck)
    });
    ran.unwrap_or_else(|error| panic!("{error}"));
}

#[rstest]
#[case::sample(Deck::skills(), 16)]
#[case::trainings_in_french(Deck::demo("trainings", Lang::Fr), 8)]
#[case::four(Deck::open(vec![files::four()]), 40)]
#[case::tiny(Deck::open(vec![files::tiny()]), 64)]
#[case::no_rows(Deck::open(vec![files::no_rows()]), 32)]
#[case::no_data(Deck::open(vec![files::no_data()]), 32)]
#[case::hostile(Deck::open(vec![files::hostile(500)]), 12)]
#[case::hostile_with_cells_of_100_kb(Deck::open(vec![files::hostile(20_000)]), 3)]
#[case::not_there(Deck::closed(vec![skilldeck::report::Input::file("not there.csv")], Lang::En).loaded(), 16)]
fn any_keys_over_any_data(#[case] deck: Deck, #[case] cases: u32) {
    any_keys(deck, cases);
}

/// While a reading goes on, keys find either the old report or none; its end finds any screen.
#[test]
fn any_keys_while_files_are_read() {
    let mut deck = Deck::open(vec![files::four()]);
    let start = deck.app.clone();
    let ready = start.deck.as_ref().unwrap().ready.clone();
    let shared = std::cell::RefCell::new(&mut deck);
    let config = Config { cases: 64 * times(), failure_persistence: None, ..Config::default() };
    let strategy = (prop::collection::vec(step(), 0..30), prop::collection::vec(step(), 0..30), any::<bool>());
    let ran = TestRunner::new(config).run(&strategy, |(before, meanwhile, good)| {
        let deck = &mut *shared.borrow_mut();
        deck.restart(&start);
        deck.held = false;
        for step in &before {
            take(deck, step)?;
        }
        // The worker is busy with the reading, and with nothing else.
        deck.held = true;
        deck.asked.clear();
        deck.act(Action::Run("reload"));
        for step in &meanwhile {
            take(deck, step)?;
            deck.draw();
        }
        let asked: Vec<Effect> = deck.asked.drain(..).collect();
        let reading = asked.iter().rev().find_map(|e| if let Effect::Load(reading, _) = e { Some(*reading) } else { None }).unwrap_or(0);
        let lists = asked.into_iter().filter(|e| matches!(e, Effect::List { .. }));
        deck.held = false;
        let error = skilldeck::report::ReadError::new("four.csv", skilldeck::report::Trouble::Folder);
        deck.act(Action::Loaded(reading, if good { Ok(Arc::clone(&ready)) } else { Err(error) }));
        lists.for_each(|effect| deck.carry_out(effect));
        check(&mut deck.app)?;
        deck.draw();
        go_back(deck)
    });
    ran.unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn the_ways_out() {
    for (name, mut deck) in decks() {
        for key in ["Q", "Ctrl-c"] {
            for before in ["", "?", "/ a b", "2 Enter", ": x", "Esc Esc g"] {
                deck.press(before);
                // In a prompt Q is a letter, and in a sequence it ends the sequence.
                let prompt = matches!(deck.app.layers.last(), Some(Layer::Filter(_) | Layer::Palette(..) | Layer::Help(_, true, _)));
                if key == "Q" && (prompt || !deck.app.typed.is_empty()) {
                    deck.press("Esc");
                    continue;
                }
                deck.asked.clear();
                deck.press(key);
                assert!(deck.has_quit(), "{name}: {before} {key}");
            }
        }
        // q closes what is in front, then leaves from any screen.
        deck.press("Esc Esc Esc ?");
        deck.asked.clear();
        deck.press("q");
        assert!(!deck.has_quit() && deck.app.layers.is_empty(), "{name}");
        deck.press("q");
        assert!(deck.has_quit(), "{name}");
    }
}

/// Esc with a key close behind arrives as Alt with that key: both are meant.
#[cfg(unix)]
#[test]
fn esc_and_a_key_in_one_breath_are_two_keys() {
    let mut deck = Deck::skills().after("2 / w e i");
    deck.press("Alt-g");
    assert!(deck.app.layers.is_empty() && deck.app.typed.len() == 1, "the prompt is closed and a sequence begun");
    deck.press("Esc Alt-q");
    assert!(deck.has_quit());
}

/// The help lists what works elsewhere too; run here, it says so, and without a report there is nothing to filter.
#[test]
fn what_works_elsewhere_is_not_run_here() {
    let missing = skilldeck::report::Input::file("not there.csv");
    let mut deck = Deck::closed(vec![missing], Lang::En).loaded().after("o");
    deck.press("? G Enter");
    assert!(deck.app.layers.is_empty() && deck.app.users.filter.value().is_empty());
    deck.shows("This works on another screen.");
    let mut deck = Deck::skills().after("? / S o r t Space u s e r s Space b y Enter");
    assert!(deck.app.layers.is_empty());
    deck.shows("This works on another screen.");
}

/// The same with a worker whose answers come late and in any order.
#[test]
fn any_keys_with_a_slow_worker() {
    let mut deck = Deck::skills();
    let start = deck.app.clone();
    let shared = std::cell::RefCell::new(&mut deck);
    let config = Config { cases: 24 * times(), failure_persistence: None, ..Config::default() };
    let step = prop_oneof![3 => step(), 1 => (0usize..8).prop_map(Step::Answer)];
    let ran = TestRunner::new(config).run(&prop::collection::vec(step, 1..80), |steps| {
        let deck = &mut *shared.borrow_mut();
        deck.restart(&start);
        deck.held = true;
        deck.resize(80, 24);
        deck.asked.clear();
        for step in &steps {
            take(deck, step)?;
            check(&mut deck.app)?;
            if deck.has_quit() {
                deck.asked.clear();
                deck.restart(&start);
            }
        }
        deck.answer_all();
        check(&mut deck.app)?;
        prop_assert!(!deck.app.users.pending, "everything was answered");
        deck.held = false;
        deck.draw();
        go_back(deck)
    });
    ran.unwrap_or_else(|error| panic!("{error}"));
}
