//! What no report says is entered on the screen, changes the standing, and can be taken back.

use rstest::rstest;

use skilldeck::catalog::Programme;
use skilldeck::entered::{Change, Item};
use skilldeck::i18n::Lang;
use skilldeck::standing::Track;
use skilldeck::tui::action::{Action, Effect};
use skilldeck::tui::app::{App, Layer};

use super::deck::{Deck, named};

/// The entry of a path is selected.
fn select(deck: &mut Deck, path: &str) {
    let at = deck.app.standing.entries.iter().position(|entry| entry.path == path);
    let at = at.unwrap_or_else(|| panic!("there is no {path}"));
    deck.press("Home");
    (0..at).for_each(|_| deck.press("j"));
}

fn state(app: &App, path: &str) -> String {
    app.standing.entries.iter().find(|entry| entry.path == path).map(|entry| entry.state.clone()).unwrap_or_default()
}

fn clear(deck: &mut Deck) {
    deck.press("Ctrl-e Ctrl-u");
}

#[test]
fn a_rule_of_ones_own_is_entered_judged_changed_and_taken_back() {
    let mut deck = Deck::skills().sized(120, 36).after("3");
    assert_eq!(deck.app.standing.stamp.as_ref().unwrap().programme, Programme::Competencies);
    let before = deck.app.standing.entries.clone();
    let competency = before[0].clone();
    deck.press("i r");
    deck.shows("A rule of your own");
    // The name stands there already: one has come to say how many.
    deck.type_in("2");
    deck.press("Enter");
    assert!(deck.app.layers.is_empty(), "{}", deck.screen());
    let rule = format!("{}/own-1", competency.path);
    assert!(deck.app.standing.entries.iter().any(|entry| entry.path == rule), "{:?}", deck.app.standing.entries);
    assert!(state(&deck.app, &format!("{rule}/gold")).contains("met") || !state(&deck.app, &format!("{rule}/gold")).is_empty());
    select(&mut deck, &format!("{rule}/gold"));
    deck.shows("depends on what you entered");
    // The same form changes it: with a thousand people it is refused, and says where.
    deck.press("i r");
    deck.shows("› People");
    clear(&mut deck);
    deck.type_in("1000");
    deck.press("Enter");
    deck.shows("Valid: 1–999");
    deck.shows("› People");
    clear(&mut deck);
    deck.type_in("900");
    deck.press("Enter");
    assert_eq!(deck.app.entered.rules.len(), 1);
    assert_eq!(deck.app.entered.rules[0].count, 900);
    assert!(state(&deck.app, &format!("{rule}/gold")).contains("short"), "{}", state(&deck.app, &format!("{rule}/gold")));
    deck.press("u");
    assert_eq!(deck.app.entered.rules[0].count, 2);
    deck.press("Ctrl-r");
    assert_eq!(deck.app.entered.rules[0].count, 900);
    deck.press("i i Delete Esc");
    assert!(deck.app.entered.is_empty());
    assert_eq!(deck.app.standing.entries, before, "everything is as it was");
}

#[test]
fn certificates_are_asked_for_only_where_some_are_to_be_named_and_are_told_as_they_are_typed() {
    let mut deck = Deck::skills().sized(120, 36).after("3 i r");
    deck.type_in("1");
    assert!(!deck.screen().contains("One of  "), "{}", deck.screen());
    deck.press("Tab →");
    deck.shows("‹ who hold one of … ›");
    deck.press("Tab");
    deck.type_in("az-104, az-9");
    deck.shows("✓ AZ-104");
    deck.shows("? az-9");
    clear(&mut deck);
    deck.press("Enter");
    deck.shows("Name at least one exam");
    deck.type_in("AZ-104; az-303");
    deck.press("Tab");
    deck.type_in("31/12/2021");
    deck.press("Tab");
    deck.type_in("1 Jan 2021");
    deck.press("Enter");
    let Some(Layer::Entry(form)) = deck.app.layers.last() else { panic!("the form is closed") };
    assert!(form.wrong.as_ref().unwrap().1.contains("ends before it begins"));
    deck.shows("› To");
    deck.press("↑");
    clear(&mut deck);
    deck.press("Enter");
    let rule = &deck.app.entered.rules[0];
    assert_eq!((rule.from, rule.to), (None, Some("2021-01-01".parse().unwrap())));
    assert_eq!(format!("{:?}", rule.among), r#"OneOf(["AZ-104", "AZ-303"])"#);
}

#[test]
fn the_portals_figures_are_entered_for_the_designation_that_is_selected() {
    let mut deck = Deck::demo("trainings", Lang::Fr).sized(120, 36).after("\"");
    select(&mut deck, "data-ai/intermediate/enterprise");
    deck.press("i p");
    deck.shows("Ce que dit le portail › Data & AI");
    deck.type_in("12,5");
    deck.press("Tab");
    deck.type_in("beaucoup");
    deck.press("Enter");
    deck.shows("« beaucoup »");
    clear(&mut deck);
    deck.type_in("900");
    deck.press("Enter");
    deck.shows("› Qualifications intermédiaires");
    clear(&mut deck);
    deck.type_in("28");
    deck.press("Enter");
    let portal = &deck.app.entered.portal["data-ai"];
    assert_eq!((portal.performance, portal.skilling_intermediate, portal.deployments), (Some(12.5), Some(28.0), None));
    assert_eq!(portal.on, deck.app.deck.as_ref().unwrap().as_of());
    // An anniversary without being enrolled is a contradiction.
    deck.press("i p");
    while !deck.screen().contains("› Date anniversaire") {
        deck.press("Tab");
    }
    deck.type_in("31/03/2027");
    deck.press("Enter");
    deck.shows("Seule une désignation souscrite");
    deck.press("o Enter");
    assert!(deck.app.entered.portal["data-ai"].enrolled);
    // Everything emptied is everything taken back.
    deck.press("i i d Esc");
    assert!(deck.app.entered.is_empty());
}

#[rstest]
#[case::by_address("gunnar", false)]
#[case::by_nothing("", false)]
fn only_somebody_of_the_report_has_a_certificate(#[case] typed: &str, #[case] kept: bool) {
    let mut deck = Deck::skills().after("1 i x");
    deck.type_in(typed);
    deck.press("Enter");
    assert_eq!(deck.app.layers.is_empty(), kept);
    deck.shows("is nobody in this");
}

#[test]
fn whoever_is_looked_at_stands_in_the_form_already() {
    let mut deck = Deck::skills().after("2 Enter i x Enter");
    assert_eq!(deck.app.entered.external.len(), 1);
    let company = deck.app.deck.as_ref().unwrap().company().clone();
    let account = company.account(deck.app.person.as_ref().unwrap().account);
    assert_eq!(deck.app.entered.external[0].who, company.email(account));
    deck.press("i i");
    deck.shows(company.email(account));
    deck.press("Enter");
    deck.shows("Delete takes it back");
    deck.press("d");
    assert!(deck.app.entered.is_empty());
    // Saying no takes it back as well.
    deck.press("Esc i x Enter i x ↓ ↓ n Enter");
    assert!(deck.app.entered.is_empty());
}

#[test]
fn track_and_move_hold_for_the_company() {
    let mut deck = Deck::demo("trainings", Lang::En).after("3 i c s");
    deck.shows("‹ SMB track ›");
    deck.press("Tab");
    deck.type_in("03/04/2021");
    deck.press("Enter");
    deck.shows("is no date, or could be two");
    clear(&mut deck);
    deck.type_in("1 Mar 2021");
    deck.press("Enter");
    assert_eq!((deck.app.entered.track, deck.app.entered.moved), (Some(Track::Smb), Some("2021-03-01".parse().unwrap())));
    assert_eq!(deck.app.deck.as_ref().unwrap().prepared.standing.question().track, Some(Track::Smb));
    deck.press("i c Enter");
    deck.shows("nothing changed");
}

#[test]
fn space_ticks_the_performance_of_a_level_and_ticks_it_off() {
    let mut deck = Deck::skills().sized(120, 36).after("3");
    let path = deck.app.deck.as_ref().unwrap().prepared.standing.competencies.iter().flat_map(|c| &c.options);
    let path = path.flat_map(|o| o.levels()).find(|l| l.performance.is_some()).map(|l| l.path.clone()).unwrap();
    deck.press("Space");
    deck.shows("Nothing to tick");
    select(&mut deck, &path);
    deck.press("Space");
    assert!(deck.app.entered.ticked.contains(&path));
    deck.shows("Kept until you leave");
    let page = deck.app.standing.page.1.clone().unwrap();
    deck.press("Enter j j Space");
    assert!(deck.app.entered.is_empty());
    assert_ne!(deck.app.standing.page.1.as_ref().unwrap(), &page);
    assert_eq!((deck.app.standing.reading, deck.app.standing.lines.selected), (true, 2), "one goes on reading where one was");
}

#[test]
fn what_is_held_is_entered_with_its_anniversary() {
    let mut deck = Deck::skills().sized(120, 36).after("3 i h");
    deck.shows("› Anniversary");
    deck.type_in("30 Aug 2021");
    deck.press("Enter");
    let held = &deck.app.entered.held[0];
    assert_eq!((held.anniversary, held.level.is_some()), ("2021-08-30".parse().unwrap(), true));
    let id = held.id.clone();
    let of = deck.app.deck.as_ref().unwrap().prepared.standing.competencies.iter().find(|c| c.id == id).unwrap();
    assert!(of.life.is_some());
    // From the list it is changed, and an empty date takes it back.
    deck.press("i i Enter");
    deck.shows("› Anniversary");
    clear(&mut deck);
    deck.press("Enter");
    assert!(deck.app.entered.is_empty());
}

#[test]
fn any_day_can_be_looked_from() {
    let mut deck = Deck::demo("trainings", Lang::En).after("3 g d");
    deck.shows("Look from another day");
    clear(&mut deck);
    deck.type_in("1 Jan 2029");
    deck.press("Enter");
    assert_eq!(deck.app.deck.as_ref().unwrap().as_of(), "2029-01-01".parse().unwrap());
    // Everything has expired by then; and a tick keeps the day.
    deck.shows("seen from 1 Jan 2029");
    deck.press("i c s Enter");
    assert_eq!(deck.app.deck.as_ref().unwrap().as_of(), "2029-01-01".parse().unwrap());
}

#[test]
fn what_cannot_be_kept_comes_back_as_it_was_typed() {
    let mut deck = Deck::demo("trainings", Lang::En).after("3 i c s");
    deck.held = true;
    deck.press("Enter");
    assert!(deck.app.layers.is_empty());
    assert_eq!(deck.app.entered.track, Some(Track::Smb), "it is seen at once");
    let Some(Effect::Enter(entering)) = deck.asked.pop() else { panic!("nothing is kept") };
    deck.held = false;
    deck.act(Action::Entered(entering, Err(skilldeck::entered::StoreError::NoFolder)));
    assert_eq!(deck.app.entered.track, None);
    assert!(matches!(deck.app.layers.last(), Some(Layer::Entry(_))));
    deck.shows("‹ SMB track ›");
    deck.shows("There is no data folder");
    deck.press("Esc u");
    assert!(deck.app.entered.is_empty(), "there is nothing to undo of it");
}

/// Two changes of the same before the first is kept: the later one holds.
#[test]
fn changes_are_made_in_their_order() {
    let mut deck = Deck::skills().sized(120, 36).after("3");
    let standing = &deck.app.deck.as_ref().unwrap().prepared.standing;
    let levels = standing.competencies.iter().flat_map(|c| &c.options).flat_map(|o| o.levels());
    let path = levels.clone().find(|l| l.performance.is_some()).map(|l| l.path.clone()).unwrap();
    select(&mut deck, &path);
    deck.held = true;
    deck.press("Space");
    assert!(deck.app.entered.ticked.contains(&path));
    deck.press("Space");
    assert!(!deck.app.entered.ticked.contains(&path));
    let ticks = |effect: &Effect| match effect {
        Effect::Enter(entering) => entering.changes.clone(),
        _ => Vec::new(),
    };
    let asked: Vec<Change> = deck.asked.iter().flat_map(ticks).collect();
    assert!(matches!(asked.as_slice(), [Change::Tick { on: true, .. }, Change::Tick { on: false, .. }]), "{asked:?}");
    deck.answer_all();
    assert!(deck.app.entered.is_empty() && deck.app.keeping == 0);
}

#[test]
fn what_was_entered_holds_for_the_company_it_was_entered_for() {
    let file = |name: &str, company: &str| {
        named(
            name,
            format!(
                "MCID,Associated to PMC,Associated to PC,Relevant for Competencies  (Option) or Programs,Company\n1,Yes,Yes,,{company}\n"
            ),
        )
    };
    let mut deck = Deck::open(vec![file("a.csv", "Alpha")]).after("3 i c s Enter");
    assert_eq!(deck.app.entered.items(), vec![Item::Track(Track::Smb)]);
    deck.press("R");
    assert_eq!(deck.app.entered.items(), vec![Item::Track(Track::Smb)], "it is there when the file is read again");
}

#[rstest]
#[case("3 i r", "rule", Lang::En)]
#[case("3 i r", "rule", Lang::Fr)]
#[case("3 P i p", "portal", Lang::En)]
#[case("3 P i p", "portal", Lang::Fr)]
#[case("3 i x", "external", Lang::Fr)]
fn forms_look_well(#[case] keys: &str, #[case] name: &str, #[case] lang: Lang) {
    for (columns, rows) in [(80, 24), (120, 36), (40, 10)] {
        let mut deck = Deck::demo("skills", lang).sized(columns, rows).after(keys);
        insta::with_settings!({ snapshot_path => "snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("form-{name}-{columns}x{rows}-{}", lang.code()), deck.screen());
        });
    }
}

/// What stands in a form as it was made gives way to what is typed; whoever moves in it first changes it.
#[test]
fn what_is_typed_takes_the_place_of_what_was_there() {
    let mut deck = Deck::demo("trainings", Lang::Fr).after("3 g d");
    deck.type_in("1er fev 2027");
    deck.press("Enter");
    assert_eq!(deck.app.deck.as_ref().unwrap().as_of(), "2027-02-01".parse().unwrap());
    deck.press("g d End Backspace");
    deck.type_in("8");
    deck.press("Enter");
    assert_eq!(deck.app.deck.as_ref().unwrap().as_of(), "2028-02-01".parse().unwrap());
}

#[test]
fn on_a_competency_the_one_rule_of_ones_own_is_meant() {
    let mut deck = Deck::skills().after("3 i r");
    deck.type_in("2");
    deck.press("Enter");
    // The competency itself is selected, not its rule.
    deck.press("Home i r");
    let Some(Layer::Entry(form)) = deck.app.layers.last() else { panic!("there is no form") };
    assert!(matches!(&form.subject, skilldeck::tui::entering::Subject::Rule(Some(id)) if id == "own-1"));
    deck.press("Esc i i Delete");
    deck.shows("Taken back");
}

/// Until when a competency is held is seen in the list and on the first screen, with a word when it is time to look (R11).
#[test]
fn an_anniversary_is_seen_where_one_looks_first() {
    let mut deck = Deck::skills().sized(120, 36).after("3 i h");
    deck.type_in("30 Jul 2021");
    deck.press("Enter");
    let name = deck.app.standing.entries[deck.app.standing.list.selected].name.clone();
    assert!(state(&deck.app, "application-development").starts_with("Gold until 30 Jul 2021, look now"), "{name}");
    deck.press("1");
    deck.shows("Where we stand");
    // One that was waived asks for nothing, and nothing is said of people.
    deck.press("3 i h");
    deck.type_in("30 Jun 2021");
    deck.press("Enter");
    assert!(state(&deck.app, "application-development").starts_with("Gold until 30 Jun 2021 ·"));
    let page = deck.app.standing.page.1.clone().unwrap();
    assert!(page.lines.iter().any(|line| line.text.starts_with("This anniversary was waived")), "{page:?}");
    assert!(page.lines.iter().all(|line| !line.text.contains("Enough people are left")));
}

/// Whoever is opened from another screen is the one selected in the list beside.
#[test]
fn the_list_beside_a_person_has_that_person_selected() {
    let mut deck = Deck::demo("trainings", Lang::En).sized(120, 36).after("3 j Enter");
    let page = deck.app.standing.page.1.clone().unwrap();
    let (place, account) = page.lines.iter().enumerate().filter_map(|(at, line)| Some((at, line.account?))).next_back().unwrap();
    (0..place).for_each(|_| deck.press("j"));
    deck.press("Enter");
    assert_eq!(deck.app.users.listing.accounts[deck.app.users.list.selected], account);
}
