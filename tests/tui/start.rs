//! Without a file: choosing what to open.

use rstest::rstest;

use skilldeck::i18n::Lang;
use skilldeck::report::Kind;
use skilldeck::tui::action::{Action, Effect, Offer};
use skilldeck::tui::app::{Layer, Stage};

use super::deck::Deck;
use super::files::{FOUR, report};

/// A report on disk, and the offer of it.
fn offer(folder: &tempfile::TempDir, recent: bool) -> Offer {
    let path = folder.path().join("skills.csv");
    std::fs::write(&path, report(&FOUR)).unwrap();
    Offer {
        recent,
        paths: vec![path.to_string_lossy().into_owned()],
        name: "skills.csv".to_owned(),
        folder: "Downloads".to_owned(),
        date: "2026-09-15".parse().ok(),
        kind: (!recent).then_some(Kind::SkillsReport),
    }
}

fn start(lang: Lang, offers: Vec<Offer>) -> Deck {
    let mut deck = Deck::closed(Vec::new(), lang);
    deck.act(Action::Offers(offers, true));
    deck
}

#[rstest]
#[case(Lang::En, "Newest reports in your downloads", "Sign in to Partner Center", "15 Sep 2026")]
#[case(Lang::Fr, "Derniers rapports de vos téléchargements", "Connectez-vous à l’Espace partenaires", "15/09/2026")]
fn what_there_is_to_open_and_how_to_get_it(#[case] lang: Lang, #[case] heading: &str, #[case] step: &str, #[case] date: &str) {
    let folder = tempfile::tempdir().unwrap();
    let mut deck = start(lang, vec![offer(&folder, false)]);
    for text in [heading, "skills.csv", date, step, " 5. "] {
        deck.shows(text);
    }
    for size in [(120, 36), (60, 20), (40, 10)] {
        deck.resize(size.0, size.1);
        deck.shows("skills.csv");
    }
}

#[test]
fn a_report_is_opened_from_the_list() {
    let folder = tempfile::tempdir().unwrap();
    let mut deck = start(Lang::En, vec![offer(&folder, true)]);
    deck.shows("Opened before");
    deck.shows("No report was found");
    deck.press("Enter");
    assert_eq!(deck.listed(), 5);
    assert!(!deck.app.demo);
    // And back for another one: what was open stays until then.
    deck.press("2 j o");
    assert!(matches!(deck.app.stage, Stage::Start));
    deck.press("Esc");
    assert_eq!((deck.app.users.list.selected, deck.listed()), (1, 5));
}

#[test]
fn the_sample_is_opened_from_the_list() {
    let mut deck = start(Lang::En, Vec::new()).after("j Enter");
    assert!(deck.app.demo);
    assert_eq!(deck.app.deck.as_ref().unwrap().company().name.as_deref(), Some("Tarnelle Systems"));
    deck.press("R");
    assert_eq!(deck.app.notice.as_ref().unwrap().key, "why-demo");
}

#[test]
fn a_path_is_typed_or_pasted() {
    let folder = tempfile::tempdir().unwrap();
    let offered = offer(&folder, false);
    let mut deck = start(Lang::En, Vec::new()).after("o");
    deck.shows("Path of a report or folder");
    deck.press("Enter");
    assert_eq!(deck.app.notice.as_ref().unwrap().key, "why-no-path");
    deck.type_in(&offered.paths[0]);
    deck.press("Enter");
    assert_eq!(deck.listed(), 5);
    // Dropped on the window, as some terminals quote it.
    let mut deck = start(Lang::En, Vec::new());
    deck.act(Action::Paste(format!("'{}'", offered.paths[0])));
    deck.press("Enter");
    assert_eq!(deck.listed(), 5);
}

#[test]
fn a_path_is_completed() {
    let mut deck = start(Lang::En, Vec::new()).after("o r Tab");
    let asked = deck.asked.pop();
    let Some(Effect::Complete(number, typed)) = asked else { panic!("{asked:?}") };
    assert_eq!(typed, "r");
    deck.act(Action::Completed(number, "report-".to_owned(), vec!["report-1.csv".to_owned(), "report-2.csv".to_owned()]));
    deck.shows("report-2.csv");
    deck.act(Action::Completed(number - 1, "late".to_owned(), Vec::new()));
    let Some(Layer::Path(prompt)) = deck.app.layers.last() else { panic!() };
    assert_eq!(prompt.input.value(), "report-");
}

#[test]
fn a_file_that_does_not_open_leads_back() {
    let mut deck = start(Lang::En, Vec::new()).after("o");
    deck.type_in("not there.csv");
    deck.press("Enter");
    assert!(matches!(deck.app.stage, Stage::Failed(_)));
    deck.press("Esc");
    assert!(matches!(deck.app.stage, Stage::Start));
    deck.press("q");
    assert!(deck.has_quit());
}
