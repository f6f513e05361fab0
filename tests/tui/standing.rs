//! Competencies and designations: the list, its pages, and the ways there and back.

use skilldeck::catalog::Programme;
use skilldeck::i18n::Lang;
use skilldeck::standing::Track;
use skilldeck::tui::action::{Action, Effect};
use skilldeck::tui::app::Tab;

use super::deck::Deck;

fn programme(deck: &Deck) -> Programme {
    deck.app.standing.stamp.as_ref().unwrap().programme
}

fn selected(deck: &Deck) -> &str {
    &deck.app.standing.entries[deck.app.standing.list.selected].path
}

#[test]
fn the_day_chooses_the_programme_and_a_key_the_other() {
    let mut old = Deck::skills().after("3");
    assert_eq!(programme(&old), Programme::Competencies);
    old.shows("Standing · competencies");
    old.press("P");
    assert_eq!(programme(&old), Programme::Designations);
    old.shows("no rules for this day");
    old.press("P");
    assert_eq!(programme(&old), Programme::Competencies);
    let mut new = Deck::demo("trainings", Lang::En).after("\"");
    assert_eq!((new.app.tab, programme(&new)), (Tab::Standing, Programme::Designations));
    new.shows("40 of 40 points");
}

#[test]
fn a_track_leaves_only_what_counts_for_it() {
    let mut deck = Deck::demo("trainings", Lang::En).after("3");
    let all = deck.app.standing.entries.len();
    deck.press("T");
    assert_eq!(deck.app.standing.track, Some(Track::Enterprise));
    assert!(deck.app.standing.entries.len() < all);
    assert!(deck.app.standing.entries.iter().all(|entry| !entry.path.ends_with("/smb")));
    deck.press("T T");
    assert_eq!((deck.app.standing.track, deck.app.standing.entries.len()), (None, all));
    // Of competencies there are no tracks, and that is said.
    deck.press("P T");
    deck.shows("Competencies have no tracks.");
}

#[test]
fn enter_shows_the_arithmetic_and_leads_to_the_people_in_it() {
    let mut deck = Deck::demo("trainings", Lang::En).after("3 j Enter");
    assert_eq!(selected(&deck), "data-ai/intermediate/enterprise");
    deck.shows("Data & AI › Intermediate certifications, Enterprise");
    let page = deck.app.standing.page.1.clone().unwrap();
    let (place, account) = page.lines.iter().enumerate().find_map(|(at, line)| Some((at, line.account?))).unwrap();
    deck.press("Enter");
    deck.shows("This line names nobody to open.");
    for _ in 0..place {
        deck.press("j");
    }
    deck.press("Enter");
    assert_eq!(deck.app.person.as_ref().map(|person| person.account), Some(account));
    deck.press("Esc");
    assert!(deck.app.person.is_none() && deck.app.standing.reading, "back to the page");
    deck.press("Esc Esc");
    assert_eq!(deck.app.tab, Tab::Overview);
}

/// What is selected on the first screen is there, whatever the programme has of it.
#[test]
fn the_first_screen_keeps_its_selection_within_what_it_shows() {
    let mut deck = Deck::demo("trainings", Lang::En).after("G Enter P 1");
    let shown = deck.app.selectable();
    assert!(deck.app.overview.selected < shown);
    deck.press("3 P 1");
    assert!(deck.app.overview.selected < deck.app.selectable());
}

/// Every line of a page can be brought into sight, in a narrow window too.
#[test]
fn a_page_is_read_to_its_end() {
    let mut deck = Deck::demo("trainings", Lang::Fr).sized(60, 20).after("3 j Enter");
    let lines = deck.app.standing.page.1.clone().unwrap().lines.clone();
    for line in &lines {
        let begin: String = line.text.split_whitespace().next().unwrap_or_default().to_owned();
        assert!(deck.screen().contains(&begin), "{}", line.text);
        deck.press("j");
    }
    deck.press("g g");
    assert_eq!(deck.app.standing.lines.top.get(), 0);
}

#[test]
fn the_list_keeps_its_place_when_the_language_changes() {
    let mut deck = Deck::demo("trainings", Lang::En).after("3 G k");
    let before = selected(&deck).to_owned();
    deck.press("L");
    assert_eq!(selected(&deck), before);
    deck.shows("Situation · désignations");
    deck.shows("sur");
}

#[test]
fn a_page_that_comes_late_is_not_taken_for_another() {
    let mut deck = Deck::demo("trainings", Lang::En).after("3");
    deck.held = true;
    deck.press("j j");
    let number = |e: &Effect| if let Effect::Page(asked, _) = e { Some(*asked) } else { None };
    let asked: Vec<u64> = deck.asked.iter().filter_map(number).collect();
    assert_eq!(asked.len(), 2);
    deck.answer(1);
    let title = deck.app.standing.page.1.clone().unwrap().title.clone();
    deck.answer(0);
    assert_eq!(deck.app.standing.page.1.clone().unwrap().title, title);
    deck.act(Action::Page(asked[0], None));
    assert!(deck.app.standing.page.1.is_some());
}

#[test]
fn the_first_screen_says_where_the_company_stands_and_leads_there() {
    let mut deck = Deck::demo("trainings", Lang::En);
    deck.shows("Where we stand");
    deck.press("G Enter");
    assert_eq!(deck.app.tab, Tab::Standing);
    assert!(!selected(&deck).contains('/'));
    // By Tab it is a group of its own.
    let mut deck = Deck::demo("trainings", Lang::En).after("Shift-Tab Enter");
    assert_eq!(deck.app.tab, Tab::Standing);
    assert_eq!(selected(&deck), "data-ai");
    deck.press("y v");
    let copied = deck.copied.as_ref().unwrap().text.clone();
    assert_eq!(copied.lines().count(), deck.app.standing.entries.len() + 1);
    assert!(copied.starts_with("Asked for\t"));
}

/// Security is a name in both programmes: the page is of the one that is looked at.
#[test]
fn a_name_that_both_programmes_have_leads_to_the_one_looked_at() {
    let mut deck = Deck::demo("trainings", Lang::En).after("3");
    let go = |deck: &mut Deck| {
        let at = deck.app.standing.entries.iter().position(|entry| entry.path == "security").unwrap();
        deck.press("g g");
        for _ in 0..at {
            deck.press("j");
        }
        deck.app.standing.page.1.clone().unwrap()
    };
    let designation = go(&mut deck);
    deck.press("P");
    let competency = go(&mut deck);
    assert!(designation.title.contains("Solutions Partner"), "{}", designation.title);
    assert!(!competency.title.contains("Solutions Partner"), "{}", competency.title);
}

#[test]
fn other_rules_are_compared_with_those_of_the_day() {
    let mut deck = Deck::demo("trainings", Lang::En).sized(120, 36).after("3 V");
    deck.shows("Compare with the rules of");
    let versions: Vec<String> = deck.app.other_versions().iter().map(|v| v.id.clone()).collect();
    assert!(!versions.is_empty() && !versions.contains(&"2026-07".to_owned()), "{versions:?}");
    deck.press("Enter");
    deck.shows(&format!("From rules {} to rules 2026-07", versions[0]));
    let page = deck.app.standing.page.1.clone().unwrap();
    assert!(page.lines.iter().any(|line| line.text.contains("points, ")), "{page:?}");
    // A line that names somebody leads to them, and Esc back to where one was.
    let place = page.lines.iter().position(|line| line.account.is_some()).unwrap();
    (0..place).for_each(|_| deck.press("j"));
    deck.press("Enter");
    let account = deck.app.person.as_ref().unwrap().account;
    assert_eq!(Some(account), page.lines[place].account);
    deck.press("Esc");
    deck.shows("From rules");
    deck.press("Esc");
    deck.shows("Solutions Partner for");
    // Whoever moves on is done with it too.
    deck.press("V Enter Tab j");
    assert!(!deck.screen().contains("From rules"));
    // Competencies have one set of rules each.
    deck.press("P V");
    deck.shows("Only designations take this");
}

/// TrainingCompletions does not say where a skill counts; the rules do.
#[test]
fn a_skill_says_where_it_counts_by_the_rules() {
    let mut deck = Deck::demo("trainings", Lang::En).sized(120, 36).after("/ s k i l l : a z - 3 0 5 Enter Enter");
    deck.shows("✓ Data & AI");
    // On a day for which no rules are proven nothing of the kind is said.
    deck.press("g d Ctrl-e Ctrl-u");
    deck.type_in("1 Jan 2015");
    deck.press("Enter");
    assert!(!deck.screen().contains("✓ Data & AI") && !deck.screen().contains("(rules)"), "{}", deck.screen());
}
