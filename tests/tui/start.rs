//! Without a file: choosing what to open.

use rstest::rstest;

use skilldeck::i18n::Lang;
use skilldeck::report::{Input, Kind};
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
        written: "2026-09-15T08:30:00".parse().ok(),
        kind: (!recent).then_some(Kind::SkillsReport),
    }
}

fn start(lang: Lang, offers: Vec<Offer>) -> Deck {
    let mut deck = Deck::closed(Vec::new(), lang);
    deck.act(Action::Offers(offers, true));
    deck
}

#[rstest]
#[case(Lang::En, "Newest reports in your downloads", "Sign in to Partner Center", "15 Sep 2026", " 5. ")]
#[case(
    Lang::Fr,
    "Derniers rapports de vos téléchargements",
    "Connectez-vous à l’Espace partenaires",
    "15/09/2026",
    "↓ la suite : « Comment obtenir le rapport »"
)]
fn what_there_is_to_open_and_how_to_get_it(
    #[case] lang: Lang,
    #[case] heading: &str,
    #[case] step: &str,
    #[case] date: &str,
    #[case] last: &str,
) {
    let folder = tempfile::tempdir().unwrap();
    let mut deck = start(lang, vec![offer(&folder, false)]);
    for text in [heading, "skills.csv", date, step, last] {
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
    let Some(Layer::Path(prompt, _)) = deck.app.layers.last() else { panic!() };
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

/// An offer written at a time.
fn written(name: &str, recent: bool, at: &str) -> Offer {
    let kind = (!recent).then_some(Kind::SkillsReport);
    let (paths, folder) = (vec![format!("/somewhere/{name}")], "/somewhere".to_owned());
    Offer { recent, paths, name: name.to_owned(), folder, written: at.parse().ok(), kind }
}

/// Who has just downloaded a report wants that one; who has not goes on with the last.
#[test]
fn the_cursor_begins_on_what_is_newest() {
    let recent = || written("april.xlsx", true, "2026-09-19T10:00:00");
    let selected = |deck: &mut Deck| deck.screen().lines().find(|l| l.contains('›')).map(ToOwned::to_owned).unwrap_or_default();
    let mut deck = Deck::closed(Vec::new(), Lang::En);
    deck.act(Action::Offers(vec![recent()], false));
    assert!(selected(&mut deck).contains("april.xlsx"));
    deck.act(Action::Offers(vec![recent(), written("new.csv", false, "2026-09-20T09:05:00")], true));
    let line = selected(&mut deck);
    assert!(line.contains("new.csv"), "{line}");
    assert!(line.contains("  09:05 "), "of today the hour is shown: {line}");
    let mut deck = start(Lang::En, vec![recent(), written("old.csv", false, "2026-09-18T23:59:00")]);
    assert!(selected(&mut deck).contains("april.xlsx"));
    // Who moved meanwhile stays there.
    let mut deck = Deck::closed(Vec::new(), Lang::En);
    deck.act(Action::Offers(vec![recent()], false));
    deck.press("j");
    deck.act(Action::Offers(vec![recent(), written("new.csv", false, "2026-09-20T09:05:00")], true));
    assert!(selected(&mut deck).contains("Type or paste a path"));
}

/// What can be opened has the room first; of the steps as many are shown as are seen whole, and all can be read.
#[rstest]
fn no_step_is_cut_in_the_middle(
    #[values(Lang::En, Lang::Fr)] lang: Lang,
    #[values((80, 24), (120, 24), (60, 20), (40, 10))] size: (u16, u16),
) {
    for offers in [0, 2, 6, 12] {
        let offers: Vec<Offer> = (0..offers).map(|n| written(&format!("report-{n}.xlsx"), n % 2 == 0, "2026-09-18T23:59:00")).collect();
        let mut deck = Deck::closed(Vec::new(), lang).sized(size.0, size.1);
        deck.act(Action::Offers(offers.clone(), true));
        let screen = deck.screen();
        let words = |text: &str| text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ");
        // The steps stand below the list, or beside it.
        let steps: String = screen.lines().map(|line| line.rsplit("││").next().unwrap_or(line)).collect::<Vec<_>>().join("\n");
        for number in 1..=5 {
            let step = words(&deck.app.texts.get(&format!("start-step-{number}")));
            let begun = steps.contains(&format!(" {number}. "));
            assert!(!begun || words(&steps).contains(&step), "{number} of {} offers:\n{screen}", offers.len());
        }
        if offers.len() == 6 && size == (80, 24) {
            deck.shows(&deck.app.texts.get("start-demo"));
            deck.shows(&deck.app.texts.get("start-path-choice"));
        }
        deck.press("G Enter");
        assert!(matches!(deck.app.layers.last(), Some(Layer::Steps(_))));
        deck.shows(" 1. ");
        deck.press("G");
        let last = deck.app.texts.get("start-step-5");
        deck.shows(last.split(' ').next_back().unwrap());
        deck.press("Enter");
        assert!(deck.app.layers.is_empty());
    }
}

/// A staff list and the Learn download are added to the report that is open; it, what is selected and the tab stay.
#[rstest]
#[case(Lang::En, "Team: North", "Azure Basics · Module · 8 Jan 2021", "On Microsoft Learn (7; counts for nothing)", "and 2 more")]
#[case(Lang::Fr, "Équipe : North", "Azure Basics · Module · 8 janv. 2021", "ne compte pour rien", "et 2 autres")]
fn files_are_added_to_those_that_are_open(
    #[case] lang: Lang,
    #[case] team: &str,
    #[case] learned: &str,
    #[case] counts: &str,
    #[case] more: &str,
) {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, text: String| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_string_lossy().into_owned()
    };
    let rows = "Ana,ana@x.example,8000001,No,Yes\nBo,bo@x.example,8000002,No,Yes\n";
    let report = put("report-2021-05-19.csv", format!("First Name,Email,MCID,Associated to PMC,Associated to PC\n{rows}"));
    let staff = put("staff.csv", "Name,E-mail,Team\nBo,bo@x.example,North\n".to_owned());
    let id = "0b9e7c9a-1111-4222-8333-944455556666";
    let directory = put("users-of-entra.csv", format!("userPrincipalName,displayName,objectId,mail\nbo@x.example,Bo,{id},bo@x.example\n"));
    let learn: String = (2..9).map(|day| format!("Bo,{id},Azure Basics,Module,,,2021-01-{day:02},1,X,FR\n")).collect();
    let learn = put(
        "MSLearn.csv",
        format!("UserName,UserId,TrainingName,TrainingType,Products,Roles,CompletionDate,MPNId,PartnerName,Country\n{learn}"),
    );
    let mut deck = Deck::closed(vec![Input::file(&report)], lang).loaded().sized(100, 60).after("2 j");
    let add = |deck: &mut Deck, path: &str| {
        deck.press("O");
        deck.type_in(path);
        deck.press("Enter");
    };
    add(&mut deck, &staff);
    add(&mut deck, &directory);
    add(&mut deck, &learn);
    // What is open already is there once.
    add(&mut deck, &staff);
    let open = deck.app.deck.as_ref().unwrap();
    assert_eq!((open.ready.loaded.reports.len(), open.ready.loaded.others.len()), (1, 3), "{:?}", open.ready.loaded.others);
    deck.press("Enter");
    for said in [team, counts, learned, more] {
        deck.shows(said);
    }
    add(&mut deck, "nowhere.csv");
    deck.press("Esc");
    assert_eq!(deck.app.deck.as_ref().unwrap().ready.loaded.others.len(), 3, "what was open is there again");
}

#[test]
fn nothing_is_added_to_the_sample() {
    let mut deck = Deck::skills().after("O");
    assert_eq!(deck.app.notice.as_ref().unwrap().key, "why-demo");
    deck = Deck::closed(Vec::new(), Lang::En).after("O");
    assert_eq!(deck.app.notice.as_ref().unwrap().key, "why-nothing-open");
}
