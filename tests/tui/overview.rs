//! The first screen and the title: what the report is, and what it does not say.

use rstest::rstest;

use skilldeck::i18n::Lang;
use skilldeck::report::Input;

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
