//! The first screen and the title: what the report is, and what it does not say.

use rstest::rstest;

use skilldeck::diagnosis::Severity;
use skilldeck::export::findings;
use skilldeck::i18n::Lang;
use skilldeck::report::Input;
use skilldeck::tui::app::{Spot, Tab};
use skilldeck::tui::queue::{First, Line};

use super::deck::{Deck, named};
use super::files;

/// A file that does not say who is associated says so, and what to open instead.
#[rstest]
fn a_file_without_associations_says_so(#[values(Lang::En, Lang::Fr)] lang: Lang, #[values((80, 24), (120, 36))] size: (u16, u16)) {
    // Beside the figures it may go on in the next line.
    let facts = |deck: &mut Deck| {
        let screen = deck.screen();
        let beside = if size.0 >= 110 { usize::from(size.0) / 2 } else { 0 };
        let lines = screen.lines().map(|line| line.chars().skip(beside).filter(|c| *c != '│').collect::<String>());
        lines.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let mut deck = Deck::demo("trainings", lang).sized(size.0, size.1);
    let said = deck.app.texts.get("fact-no-associations");
    assert!(facts(&mut deck).contains(&said), "{}", deck.screen());
    let mut deck = Deck::demo("skills", lang).sized(size.0, size.1);
    assert!(!facts(&mut deck).contains(&said));
}

fn title(file: &str, lang: Lang, columns: u16) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(file);
    std::fs::write(&path, files::report(&files::FOUR)).unwrap();
    let written = std::fs::File::options().write(true).open(&path).unwrap();
    written.set_modified(std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_789_300_000)).unwrap();
    let mut deck = Deck::closed(vec![Input::file(&path.to_string_lossy())], lang).loaded().sized(columns, 24);
    deck.screen().lines().next().unwrap().trim().to_owned()
}

/// The name of the file is what one looks for in the title: what is said of it is shortened first.
#[rstest]
#[case("report.csv", Lang::En, 80, "report.csv · report of 13 Sep 2026 · seen from today, 20 Sep 2026")]
#[case("skills report.csv", Lang::Fr, 80, "skills report.csv · rapport du 13 sept. 2026 · état à ce jour ")]
#[case("the report of the second quarter.csv", Lang::En, 80, "the report of the second quarter.csv · 13 Sep 2026 ")]
#[case("report.csv", Lang::Fr, 60, "report.csv · 13 sept. 2026 ")]
fn the_title_shortens_what_it_says_before_the_name(#[case] file: &str, #[case] lang: Lang, #[case] columns: u16, #[case] said: &str) {
    let title = title(file, lang, columns);
    assert!(title.contains(said), "{title}");
}

/// One person is one person.
#[test]
fn figures_of_one_are_in_the_singular() {
    let one = |row: &str| Deck::closed(vec![named("one.csv", files::report(&[row]))], Lang::Fr).loaded().screen();
    let screen = one("Bob,Stone,bob@contoso.example,8000019,No,No,,,,,,");
    assert!(screen.contains("1 non associée à"), "{screen}");
    let mut deck = Deck::demo("skills", Lang::Fr).after("2 Space /");
    deck.type_in("zzzz");
    deck.press("Enter");
    deck.shows("1 cochée, hors filtre");
}

/// What is to be done first leads to its kind in the queue, with as many points as it says, whatever was filtered before.
#[rstest]
fn what_to_do_first_leads_to_its_kind(#[values(Lang::En, Lang::Fr)] lang: Lang, #[values("", "2 / p c : n o Enter 1")] before: &str) {
    let open = Deck::demo("skills", lang).sized(120, 36).after(before);
    let deck = open.app.deck.clone().unwrap();
    assert_eq!(deck.do_first().len(), 5);
    let places = (0..deck.before_standing()).filter_map(|place| match deck.spot(place) {
        Spot::First(code) => Some((place, code)),
        _ => None,
    });
    for ((place, code), first) in places.zip(deck.do_first()) {
        let First::Kind(pressing) = first else { panic!("{first:?}") };
        let mut going = Deck::demo("skills", lang).sized(120, 36).after(before);
        going.app.overview.selected = place;
        let name = findings::title(code, &going.app.texts);
        assert!(code == pressing.code && code.severity() != Severity::Info);
        going.shows(&format!("{} {name}", pressing.count));
        going.press("Enter");
        assert_eq!((going.app.tab, going.app.users.filter.value()), (Tab::Troubleshooting, ""));
        let line = going.app.queue.lines[going.app.queue.list.selected];
        assert!(matches!(line, Line::Kind(of, count, false) if of == code && count == pressing.count), "{line:?}");
        going.shows(&name);
    }
}

/// However small the window, every line of the box can be reached and is in sight when it is selected.
#[rstest]
fn every_line_of_the_first_box_can_be_seen(
    #[values(Lang::En, Lang::Fr)] lang: Lang,
    #[values((80, 24), (120, 36), (60, 20), (40, 10))] size: (u16, u16),
) {
    let mut deck = Deck::demo("skills", lang).sized(size.0, size.1);
    let selectable = deck.app.deck.as_ref().unwrap().before_standing();
    for place in 0..selectable {
        assert_eq!(deck.app.overview.selected, place);
        let screen = deck.screen();
        assert_eq!(screen.matches('›').count(), 1, "{place}: {screen}");
        deck.press("j");
    }
}

/// Where nothing has to be settled, the box says whom to look at, as without any findings.
#[test]
fn without_anything_to_settle_the_groups_stand_alone() {
    let rows = ["Ana,Roy,ana@contoso.example,8000001,Yes,Yes,Exam,Tents,TN-101,2021-02-13,Camping (Tents),"];
    let mut deck = Deck::closed(vec![named("one.csv", files::report(&rows))], Lang::En).loaded();
    let open = deck.app.deck.as_ref().unwrap();
    let settled = open.to_settle() == 0;
    assert_eq!(settled, open.do_first().is_empty());
    deck.shows(if settled { "To look at" } else { "Do first" });
}
