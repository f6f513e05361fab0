//! Every screen and every layer, as it stands on the terminal. A change of looks shows as a change of these files.

use rstest::rstest;

use skilldeck::i18n::Lang;
use skilldeck::report::{Input, Trouble};
use skilldeck::tui::action::{Action, Notice};
use skilldeck::tui::app::Stage;

use super::deck::{Deck, named};
use super::files;

/// Holds a screen against the one that was looked at and found good.
#[track_caller]
fn check(name: &str, deck: &mut Deck) {
    let (columns, rows) = deck.app.size;
    let lang = deck.app.texts.lang().code();
    let screen = deck.screen();
    assert!(!screen.contains('⟦'), "a message without words:\n{screen}");
    insta::with_settings!({ snapshot_path => "snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(format!("{name}-{columns}x{rows}-{lang}"), screen);
    });
}

/// The screens of the sample, with the keys that lead there.
const SCREENS: [(&str, &str); 8] = [
    ("overview", ""),
    ("users", "2"),
    ("person", "2 / W e i ß Enter Enter"),
    ("person-with-two-accounts", "2 / y i l d i r i m Enter Enter"),
    ("standing", "3"),
    ("standing-page", "3 j j Enter"),
    ("columns", "7"),
    ("notices", "7 Tab j"),
];

/// What lies over them.
const LAYERS: [(&str, &str); 30] = [
    ("help", "?"),
    ("help-of-a-person", "2 Enter ?"),
    ("rules", ": r e g l e Enter"),
    ("palette", ":"),
    ("palette-some", "2 : f i l t e r"),
    ("palette-none", ": x x x x"),
    ("sort", "2 s"),
    ("sorted-backwards", "2 s j Enter s Enter"),
    ("map", "7 j Enter"),
    ("row", "2 / W e i ß Enter Enter Enter"),
    ("prompt", "/"),
    ("prompt-with-hits", "/ m a r"),
    ("prompt-with-a-mistake", "/ p c : m a y b e"),
    ("prompt-with-an-unknown-field", "/ m c i : 8"),
    ("prompt-without-hits", "/ z z z z"),
    ("filtered", "/ p c : n o Enter"),
    ("started-sequence", "2 g"),
    ("started-copy", "2 y"),
    ("help-searched", "2 ? / c o p"),
    ("facets", "2 f"),
    ("facets-ticked", "2 f j Space"),
    ("values-of-associations", "2 $ h h F"),
    ("values-of-competencies", "2 $ F"),
    ("columns-chosen", "2 C j j j Space"),
    ("without-a-column", "2 C j j j Space Esc"),
    ("marks", "2 Space j Space v"),
    ("themes", "t j"),
    ("messages", "2 y r g l"),
    ("export", "2 e"),
    ("near", "/ w i s n i e w s k y"),
];

/// What the widest and the narrowest windows are tried with.
const SIZES: [(u16, u16); 2] = [(120, 36), (60, 20)];

#[rstest]
fn screens_at_80_by_24(#[values(Lang::En, Lang::Fr)] lang: Lang) {
    for (name, keys) in SCREENS.iter().chain(&LAYERS).filter(|(name, _)| *name != "rules") {
        check(name, &mut Deck::demo("skills", lang).after(keys));
    }
}

#[rstest]
fn the_trainings_at_80_by_24(#[values(Lang::En, Lang::Fr)] lang: Lang) {
    for (name, keys) in [
        ("overview", ""),
        ("users", "2"),
        ("person", "/ g r o ß Enter Enter"),
        ("standing", "3"),
        ("standing-page", "3 j Enter"),
        ("columns", "7"),
        ("notices", "7 Tab"),
    ] {
        check(&format!("trainings-{name}"), &mut Deck::demo("trainings", lang).after(keys));
    }
}

#[test]
fn screens_in_wide_and_narrow_windows() {
    for (columns, rows) in SIZES {
        for (name, keys) in SCREENS {
            check(name, &mut Deck::skills().sized(columns, rows).after(keys));
        }
        check("trainings", &mut Deck::demo("trainings", Lang::En).sized(columns, rows));
    }
}

#[test]
fn the_rules_are_read_in_a_window() {
    // They are long; that they begin well is enough here.
    for lang in [Lang::En, Lang::Fr] {
        let mut deck = Deck::demo("skills", lang);
        deck.act(Action::Run("rules"));
        check("rules", &mut deck);
    }
}

#[rstest]
fn before_a_file_is_there(#[values(Lang::En, Lang::Fr)] lang: Lang) {
    let big = || Input::file("reports/TrainingCompletions.csv");
    let mut deck = Deck::closed(vec![big()], lang);
    check("loading", &mut deck);
    deck.app.progress.total.store(1000, std::sync::atomic::Ordering::Relaxed);
    deck.app.progress.bytes.store(430, std::sync::atomic::Ordering::Relaxed);
    deck.app.progress.rows.store(123_456, std::sync::atomic::Ordering::Relaxed);
    check("loading-half", &mut deck);
    check("failed", &mut Deck::closed(vec![big()], lang).loaded());
    check("failed-other-kind", &mut Deck::closed(vec![named("shopping.csv", "Bread,Milk\n1,2\n")], lang).loaded());
    check("failed-help", &mut Deck::closed(vec![big()], lang).loaded().after("?"));
}

#[rstest]
fn reports_with_little_in_them(#[values(Lang::En, Lang::Fr)] lang: Lang) {
    for keys in ["1", "2", "7"] {
        check(&format!("no-data-{keys}"), &mut Deck::closed(vec![files::no_data()], lang).loaded().after(keys));
        check(&format!("no-rows-{keys}"), &mut Deck::closed(vec![files::no_rows()], lang).loaded().after(keys));
    }
    check("tiny-1", &mut Deck::closed(vec![files::tiny()], lang).loaded());
    check("tiny-person", &mut Deck::closed(vec![files::tiny()], lang).loaded().after("2 Enter"));
    check("person-without-skills", &mut Deck::closed(vec![files::four()], lang).loaded().after("/ b o b Enter Enter"));
    check("row-of-one-without-skills", &mut Deck::closed(vec![files::four()], lang).loaded().after("/ b o b Enter Enter r"));
}

#[test]
fn a_hostile_report() {
    for (name, keys) in [("hostile", ""), ("hostile-users", "2"), ("hostile-person", "2 j j Enter"), ("hostile-row", "2 j j Enter r")] {
        for (columns, rows) in [(80, 24), (120, 36)] {
            check(name, &mut Deck::open(vec![files::hostile(500)]).sized(columns, rows).after(keys));
        }
    }
    check("hostile-columns", &mut Deck::open(vec![files::hostile(500)]).after("7"));
}

#[rstest]
fn messages(#[values(Lang::En, Lang::Fr)] lang: Lang) {
    let mut deck = Deck::demo("skills", lang);
    deck.act(Action::Notice(Notice::new("notice-mapping-kept")));
    check("notice", &mut deck);
    let why = "Permission denied (os error 13) at a place with quite a long name".to_owned();
    deck.act(Action::Notice(Notice::of("notice-mapping-not-kept", why).bad()));
    check("notice-bad", &mut deck);
    deck.press("R");
    check("notice-why-not", &mut deck);
    // A reading that fails while a report is open.
    let mut deck = Deck::closed(vec![files::four()], lang).loaded();
    let error = skilldeck::report::ReadError::new("four.csv", Trouble::Damaged("the end is missing".to_owned()));
    deck.app.stage = Stage::Loading(3);
    deck.act(Action::Loaded(deck.app.reading, Err(error)));
    check("message", &mut deck);
}

/// A window may be any size for a moment, while it is dragged.
#[test]
fn no_size_is_too_small_to_survive() {
    let all: Vec<&str> = SCREENS.iter().chain(&LAYERS).map(|(_, keys)| *keys).collect();
    for keys in all {
        let mut deck = Deck::skills().after(keys);
        for (columns, rows) in [(40, 10), (39, 9), (0, 0), (1, 1), (0, 24), (80, 0), (2, 3), (41, 11), (500, 3), (300, 100), (80, 24)] {
            deck.resize(columns, rows);
            deck.draw();
        }
    }
}

#[rstest]
fn the_smallest_windows(#[values(Lang::En, Lang::Fr)] lang: Lang) {
    for (name, keys) in
        [("overview", ""), ("users", "2"), ("person", "2 Enter"), ("columns", "7"), ("help", "?"), ("palette", ":"), ("prompt", "/ m")]
    {
        check(name, &mut Deck::demo("skills", lang).sized(40, 10).after(keys));
    }
    check("too-small", &mut Deck::demo("skills", lang).sized(39, 9));
    check("too-small", &mut Deck::demo("skills", lang).sized(12, 3));
}
