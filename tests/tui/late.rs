//! A worker that takes its time: answers come late, and not always in the order of the questions.

use skilldeck::i18n::Lang;
use skilldeck::query::has_term;
use skilldeck::report::Input;
use skilldeck::tui::action::{Action, Effect};
use skilldeck::tui::app::{Layer, Stage, Tab};

use super::deck::{Deck, named};
use super::files::{FOUR, report};

/// A file on disk that can change and go.
struct OnDisk(tempfile::TempDir);

impl OnDisk {
    fn new() -> OnDisk {
        OnDisk(tempfile::tempdir().unwrap())
    }

    fn put(&self, name: &str, content: &str) -> String {
        let path = self.0.path().join(name);
        std::fs::write(&path, content).unwrap();
        path.to_string_lossy().into_owned()
    }
}

fn place_of(deck: &Deck, is_it: impl Fn(&Effect) -> bool) -> usize {
    deck.asked.iter().position(is_it).unwrap_or_else(|| panic!("it was not asked for: {:?}", deck.asked))
}

#[test]
fn keys_meant_for_what_a_filter_leaves_wait_for_it() {
    let mut deck = Deck::skills().after("2");
    deck.held = true;
    deck.press("/ w e i ß Enter Enter");
    assert!(deck.app.person.is_none(), "nobody is opened who was not looked for");
    deck.answer_all();
    assert_eq!(deck.person(), "Jürgen Weiß");
    let mut deck = Deck::skills().after("2");
    deck.held = true;
    deck.press("! e");
    assert!(!deck.app.layers.iter().any(|l| matches!(l, Layer::Export(..))));
    deck.answer_all();
    let Some(Layer::Export(_, export)) = deck.app.layers.last() else { panic!("the export waits for the list") };
    let skilldeck::tui::action::Take::Users { listing, .. } = &export.take else { panic!() };
    assert_eq!(listing.accounts.len(), deck.listed());
    assert!(deck.listed() < 66);
}

#[test]
fn esc_gives_up_the_keys_that_wait() {
    let mut deck = Deck::skills().after("2");
    deck.held = true;
    deck.press("/ w e i ß Enter Enter j Esc");
    assert!(deck.app.ahead.is_empty());
    deck.answer_all();
    assert!(deck.app.person.is_none());
}

#[test]
fn a_sequence_begun_while_a_file_is_read_is_not_torn() {
    let mut deck = Deck::closed(vec![named("four.csv", report(&FOUR))], Lang::En);
    deck.press("g u");
    let deck = deck.loaded();
    assert_eq!(deck.app.tab, Tab::Users);
}

#[test]
fn a_window_shows_the_rows_it_was_opened_for() {
    let mut deck = Deck::skills().after("2 Enter");
    deck.held = true;
    deck.press("r Esc Esc j Enter r");
    let wanted = deck.asked.len() - 1;
    // The answer to the window that was closed comes after the new one was opened.
    deck.answer(0);
    assert!(matches!(deck.app.layers.last(), Some(Layer::Rows(None, _))), "it is not shown in the other one");
    deck.answer(wanted - 1);
    deck.shows("Amélie");
    assert!(matches!(deck.app.layers.last(), Some(Layer::Rows(Some(_), _))));
}

#[test]
fn the_report_asked_for_last_is_shown_whatever_comes_last() {
    let mut deck = Deck::demo("trainings", Lang::En);
    let first = deck.app.deck.as_ref().unwrap().report;
    deck.held = true;
    deck.press("a [");
    assert_eq!(deck.asked.len(), 2);
    deck.answer(1);
    let shown = deck.app.deck.as_ref().unwrap().report;
    assert_ne!(shown, first);
    deck.answer(0);
    assert_eq!(deck.app.deck.as_ref().unwrap().report, shown);
}

#[test]
fn each_press_goes_one_report_on() {
    let reports: Vec<Input> =
        ["2021-01-01", "2021-02-01", "2021-03-01"].iter().map(|day| named(&format!("skills {day}.csv"), report(&FOUR))).collect();
    let mut deck = Deck::open(reports);
    deck.held = true;
    deck.press("[ [");
    deck.answer_all();
    assert_eq!(deck.app.deck.as_ref().unwrap().report, 2);
}

#[test]
fn a_file_that_could_not_be_opened_changes_nothing_for_the_open_one() {
    let disk = OnDisk::new();
    let good = disk.put("good.csv", &report(&FOUR));
    let mut deck = Deck::open(vec![Input::file(&good)]).after("2");
    deck.press("o o");
    deck.type_in(&disk.0.path().join("bad.csv").to_string_lossy());
    deck.press("Enter Esc");
    assert_eq!(deck.listed(), 5);
    disk.put("good.csv", &report(&FOUR[..3]));
    deck.press("R");
    assert_eq!(deck.listed(), 2, "R reads again what is open");
    assert_eq!(deck.app.opening, "good.csv");
}

#[test]
fn a_reading_that_is_given_up_leaves_the_open_one_to_be_read_again() {
    let disk = OnDisk::new();
    let [one, other] = [4, 3].map(|rows| disk.put(&format!("{rows}.csv"), &report(&FOUR[..rows])));
    let mut deck = Deck::open(vec![Input::file(&one)]);
    deck.press("o o");
    deck.type_in(&other);
    deck.held = true;
    deck.press("Enter");
    assert!(matches!(deck.app.stage, Stage::Loading(_)));
    deck.press("Esc");
    deck.held = false;
    deck.answer_all();
    deck.press("R");
    assert_eq!(deck.listed(), 3);
    assert!(!deck.app.opening.starts_with("3."));
}

/// A condition ticked in the list of what can be filtered on: the counts are those of the list it leaves.
#[test]
fn counts_are_of_the_list_that_is_shown() {
    for late in [false, true] {
        let mut deck = Deck::skills().after("2 f");
        deck.held = true;
        deck.press("Space");
        let list = place_of(&deck, |e| matches!(e, Effect::List { .. }));
        deck.answer(list);
        if late {
            deck.press("j");
        }
        deck.answer_all();
        let Some(Layer::Facets(Some(facets), _)) = deck.app.layers.last() else { panic!() };
        let ticked = |c: &&skilldeck::query::Count| has_term(deck.app.users.filter.value(), &c.term);
        let ticked: Vec<usize> = facets.iter().flat_map(|f| &f.counts).filter(ticked).map(|c| c.accounts).collect();
        assert_eq!(ticked, [deck.listed()]);
        assert!(deck.listed() < 66);
    }
}

#[test]
fn what_is_typed_is_not_taken_back_by_a_late_completion() {
    let mut deck = Deck::skills().after("o o");
    deck.type_in("/somewher");
    deck.press("Tab");
    let asked = deck.app.asked;
    deck.type_in("e/x");
    deck.act(Action::Completed(asked, "/somewhere/".to_owned(), Vec::new()));
    let Some(Layer::Path(prompt, _)) = deck.app.layers.last() else { panic!() };
    assert_eq!(prompt.input.value(), "/somewhere/x");
}

#[test]
fn who_goes_to_choose_another_file_is_not_called_away() {
    let mut deck = Deck::closed(vec![named("four.csv", report(&FOUR))], Lang::En);
    deck.held = true;
    deck.press("o o");
    deck.type_in("/some");
    deck.held = false;
    let deck = &mut deck.loaded();
    assert!(matches!(deck.app.stage, Stage::Start));
    assert!(matches!(deck.app.layers.last(), Some(Layer::Path(..))));
    deck.press("Esc Esc");
    assert!(matches!(deck.app.stage, Stage::Open));
    deck.shows("From listed to counting");
}

#[test]
fn reading_again_keeps_the_report_and_the_day() {
    let reports = ["2021-01-01", "2021-02-01"].map(|day| named(&format!("skills {day}.csv"), report(&FOUR)));
    let mut deck = Deck::open(reports.into()).after("[ a");
    let (report, day) = (deck.app.deck.as_ref().unwrap().report, deck.app.deck.as_ref().unwrap().as_of());
    assert_eq!(report, 1);
    deck.press("R");
    assert_eq!((deck.app.deck.as_ref().unwrap().report, deck.app.deck.as_ref().unwrap().as_of()), (report, day));
}

#[test]
fn a_change_while_the_file_is_read_is_said_when_it_is_there() {
    let mut deck = Deck::closed(vec![named("four.csv", report(&FOUR))], Lang::En);
    deck.act(Action::FileChanged);
    let mut deck = deck.loaded();
    deck.shows("changed on disk");
    // A reading that comes to nothing does not make it good.
    deck.held = true;
    deck.press("R");
    assert!(!deck.app.changed_on_disk);
    deck.press("Esc");
    assert!(deck.app.changed_on_disk);
}
