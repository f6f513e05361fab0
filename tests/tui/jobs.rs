//! What an admin comes for, done with keys alone.

use std::path::PathBuf;

use skilldeck::i18n::Lang;
use skilldeck::report::{Field, Input};
use skilldeck::tui::action::{Action, Effect};
use skilldeck::tui::app::{Layer, Spot, Stage, Tab};

use super::deck::Deck;
use super::files::{FOUR, HEADER, report};

/// A report on disk, that changes while it is looked at.
struct File {
    folder: tempfile::TempDir,
}

impl File {
    fn new(content: &str) -> File {
        let file = File { folder: tempfile::tempdir().unwrap() };
        file.write(content);
        file
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("report.csv")
    }

    fn write(&self, content: &str) {
        std::fs::write(self.path(), content).unwrap();
    }

    fn open(&self) -> Deck {
        Deck::open(vec![Input::file(&self.path().to_string_lossy())])
    }
}

#[test]
fn who_is_not_associated() {
    let mut deck = Deck::skills();
    deck.shows("12 not associated in Partner Center");
    // From group to group, then down to the figure.
    deck.press("Tab Tab j Enter");
    assert_eq!((deck.app.tab, deck.listed()), (Tab::Users, 12));
    deck.shows("12 of 66 accounts, 12 people");
    deck.shows("/pc:no");
    assert!(deck.names().contains(&"Jürgen Weiß".to_owned()));
    // One step back takes the filter off, the next one leads to the first screen.
    deck.press("Esc");
    assert_eq!((deck.app.tab, deck.listed()), (Tab::Users, 66));
    deck.press("Esc");
    assert!(deck.is_at_the_root());
}

/// The first to look at: those who count as soon as they are associated (R7).
#[test]
fn whom_to_ask_first() {
    let mut deck = Deck::skills().after("Tab Tab Enter");
    assert_eq!(deck.names(), ["Ayşe Işık", "Grzegorz Wiśniewski", "Jürgen Weiß", "Siobhán O'Brien", "Thị Thu Hương Trần"]);
    deck.press("j j Enter");
    assert_eq!(deck.person(), "Jürgen Weiß");
    deck.shows("✗ not associated");
}

/// Where a figure of the first screen is selected.
pub fn place_of_figure(deck: &Deck, number: usize) -> usize {
    let open = deck.app.deck.as_ref().unwrap();
    (0..open.before_standing()).filter(|place| matches!(open.spot(*place), Spot::Figure(_))).nth(number).unwrap()
}

/// Every figure of the first screen leads to as many people as it says.
#[test]
fn each_number_can_be_followed() {
    for which in ["skills", "trainings"] {
        let figures: Vec<(usize, usize)> = {
            let deck = Deck::demo(which, Lang::En);
            deck.app.deck.as_ref().unwrap().figures().map(|f| (f.people, f.accounts)).collect()
        };
        for (number, (people, accounts)) in figures.into_iter().enumerate() {
            let place = place_of_figure(&Deck::demo(which, Lang::En), number);
            let mut deck = Deck::demo(which, Lang::En);
            deck.press(&"j ".repeat(place));
            deck.press("Enter");
            assert_eq!((deck.app.users.listing.people, deck.listed()), (people, accounts), "{which}, figure {place}");
        }
    }
}

#[test]
fn find_someone_whose_name_is_remembered_badly() {
    for (typed, name) in [
        ("huong", "Thị Thu Hương Trần"),
        ("weiss", "Jürgen Weiß"),
        ("isik", "Ayşe Işık"),
        ("ODEGARD", "Jonas Ødegård"),
        ("obrien", "Siobhán O'Brien"),
        ("wisniewsky", "Grzegorz Wiśniewski"),
    ] {
        let which = if typed == "ODEGARD" { "trainings" } else { "skills" };
        let mut deck = Deck::demo(which, Lang::En).after("/");
        deck.type_in(typed);
        let found = deck.names();
        if typed == "wisniewsky" {
            // One letter is wrong: he is found all the same, and that is said.
            assert_eq!(found, ["Grzegorz Wiśniewski"]);
            deck.shows("Nobody matches exactly");
            deck.press("Backspace");
        }
        deck.press("Enter Enter");
        assert_eq!(deck.person(), name, "{typed}");
    }
}

#[test]
fn what_one_person_holds_down_to_the_row_of_the_file() {
    let mut deck = Deck::skills().after("/");
    deck.type_in("weiß");
    deck.press("Enter Enter");
    for text in
        ["jurgen.weiss@tarnelle.example", "14336333", "5 skills, 0 count", "✗ Only in the old portal (PMC)", "What to do: Ask Jürgen Weiß"]
    {
        deck.shows(text);
    }
    // The second skill, with all that is known of it, and the row where it stands.
    deck.press("j j");
    deck.shows("MD-101 Managing Modern Des…");
    deck.press("k");
    deck.shows("Row 166");
    deck.press("Enter");
    deck.shows("As it stands in the file");
    deck.shows("Row 166");
    deck.shows("Skill Completion Date         2019-09-11");
    deck.press("Esc Esc");
    assert!(deck.app.person.is_none());
    assert_eq!(deck.app.users.filter.value(), "weiß", "one step at a time");
}

#[test]
fn the_rows_of_someone_without_skills() {
    let mut deck = Deck::open(vec![super::files::four()]).after("/");
    deck.type_in("bob");
    for key in ["Enter", "r"] {
        deck.press("Enter Enter");
        assert_eq!(deck.person(), "Bob Stone");
        deck.shows("The file lists no skill for this account.");
        deck.press(key);
        deck.shows("Row 7");
        deck.shows("bob@contoso.example");
        deck.press("Esc Esc /");
    }
}

#[test]
fn the_other_account_of_a_person_and_back() {
    let mut deck = Deck::skills().after("/");
    deck.type_in("yildirim");
    deck.press("Enter Enter");
    let first = deck.app.person.as_ref().unwrap().account;
    deck.press("G");
    deck.shows("Another account of this person");
    deck.press("Enter");
    assert_ne!(deck.app.person.as_ref().unwrap().account, first);
    deck.press("Esc");
    assert_eq!(deck.app.person.as_ref().unwrap().account, first, "back to where one came from");
    deck.press("Esc");
    assert!(deck.app.person.is_none());
}

#[test]
fn a_column_is_mapped_by_hand() {
    let strange = report(&FOUR).replace("Email", "Contact");
    let file = File::new(&strange);
    let mut deck = file.open();
    let email = |deck: &Deck| deck.app.deck.as_ref().unwrap().source().column(Field::Email).map(|c| c.header.clone());
    // On the third column: it is an address.
    deck.press("7 j j Enter");
    deck.shows("What is “Contact”?");
    deck.press("j j j j j");
    deck.shows("› E-mail");
    deck.press("Enter");
    assert_eq!(email(&deck).as_deref(), Some("Contact"));
    deck.shows("mapped by you");
    deck.press("2");
    deck.shows("bob@contoso.example");
    // And back to what is recognised.
    deck.press("7 g g j j Enter");
    deck.shows("› E-mail");
    deck.press("g g Enter");
    let how = deck.app.deck.as_ref().unwrap().source().columns[2].how;
    assert_ne!(how, Some(skilldeck::report::vocabulary::How::User));
}

#[test]
fn the_language_is_switched_and_everything_with_it() {
    let mut deck = Deck::skills().after("/");
    deck.type_in("pc:no");
    deck.press("Enter j L");
    for text in ["Utilisateurs", "✗ non", "Utilisateurs · 12", "q quitter", " fr"] {
        deck.shows(text);
    }
    assert_eq!((deck.listed(), deck.app.users.list.selected), (12, 1), "filter and selection stay");
    deck.press("L");
    deck.shows("12 of 66 accounts");
}

#[test]
fn other_reports_are_one_key_away() {
    let mut deck = Deck::skills();
    deck.shows("report 2 of 2");
    deck.press("]");
    deck.shows("report of 15 Sep 2026");
    deck.shows("47 people, 47 accounts");
    deck.press("]");
    assert_eq!(deck.foot(), "· There is no newer report.");
    deck.press("[");
    deck.shows("report of 19 May 2021");
    // A filter goes along.
    deck.press("/");
    deck.type_in("rousseau");
    deck.press("Enter ]");
    assert_eq!(deck.names(), ["Amélie Rousseau"]);
    deck.shows("1 of 47 accounts");
}

#[test]
fn seen_from_today_other_things_count() {
    let mut deck = Deck::skills().sized(120, 36);
    deck.shows("238 skills, 153 count");
    deck.shows("2 with a skill expiring in 90 days");
    deck.press("a");
    deck.shows("report of 19 May 2021 · seen from today, 20 Sep 2026");
    // Skills have expired meanwhile, so none is about to.
    deck.shows("238 skills, 113 count");
    assert!(!deck.screen().contains("expiring in 90 days"));
    // The list and the person are seen from that day too.
    deck.press("/");
    deck.type_in("pettersen");
    deck.press("Enter Enter");
    deck.shows("✗ expired");
    deck.press("a");
    assert!(!deck.screen().contains("✗ expired") || deck.screen().contains("✓"), "{}", deck.screen());
    deck.press("1");
    deck.shows("238 skills, 153 count");
}

#[test]
fn reading_again_keeps_the_place() {
    let file = File::new(&report(&FOUR));
    let mut deck = file.open().after("2 j j");
    let selected = deck.names()[2].clone();
    // Somebody new stands before everyone else.
    file.write(&format!("{}Aaron,Aalto,aaron@contoso.example,8000001,No,No,,,,,,\n", report(&FOUR)));
    deck.press("R");
    assert_eq!(deck.listed(), 6);
    assert_eq!(deck.names()[deck.app.users.list.selected], selected);
    // So does one who is looked at, and a filter.
    deck.press("/");
    deck.type_in("pc:no");
    deck.press("Enter G Enter");
    let person = deck.person();
    deck.press("F5");
    assert_eq!((deck.person(), deck.app.users.filter.value()), (person.clone(), "pc:no"));
    // One who is gone cannot be looked at any more.
    file.write(&report(&FOUR[..3]));
    assert_eq!(person, "Zoé Müller");
    deck.press("F5");
    assert!(deck.app.person.is_none());
    assert_eq!(deck.names(), ["Aïcha Benali"]);
}

#[test]
fn a_reading_that_fails_keeps_what_there_was_and_says_so() {
    let file = File::new(&report(&FOUR));
    let mut deck = file.open().after("2 j");
    std::fs::remove_file(file.path()).unwrap();
    deck.press("R");
    assert!(matches!(deck.app.layers.last(), Some(Layer::Message(..))));
    deck.shows("there is no such file");
    deck.press("Esc");
    assert_eq!((deck.listed(), deck.app.users.list.selected), (5, 1), "what was read is still there");
    file.write(&report(&FOUR));
    deck.press("R");
    assert!(deck.app.layers.is_empty() && deck.listed() == 5);
}

#[test]
fn a_row_that_is_gone_from_the_file_is_said_to_be() {
    let file = File::new(&report(&FOUR));
    let mut deck = file.open().after("2 Enter");
    file.write(&format!("{HEADER}\n"));
    deck.press("r");
    let screen = deck.screen();
    let said = screen.contains("no longer in the file") || screen.contains("changed");
    assert!(said, "{screen}");
}

#[test]
fn a_file_that_could_not_be_opened_is_tried_again() {
    let file = File::new("");
    std::fs::remove_file(file.path()).unwrap();
    let mut deck = file.open();
    deck.shows("there is no such file");
    assert!(matches!(deck.app.stage, Stage::Failed(_)));
    deck.press("?  Esc");
    assert!(deck.app.layers.is_empty(), "help is left here too");
    file.write(&report(&FOUR));
    deck.press("R");
    deck.shows("4 people, 5 accounts");
}

#[test]
fn esc_stops_a_reading() {
    let file = File::new(&report(&FOUR));
    // The first one: then there is nothing to show.
    let mut deck = Deck::closed(vec![Input::file(&file.path().to_string_lossy())], Lang::En);
    deck.held = true;
    deck.press("Esc");
    assert!(matches!(deck.asked[..], [Effect::CancelLoad, Effect::Quit]));
    // A later one: back to what was there.
    let mut deck = file.open().after("2");
    deck.held = true;
    deck.press("R");
    assert!(deck.app.is_reading());
    // One goes on looking at what is open, and sees how far it is.
    deck.act(Action::Tick);
    deck.act(Action::Tick);
    deck.shows("reading …");
    deck.press("j");
    assert_eq!(deck.app.users.list.selected, 1);
    let reading = deck.app.reading;
    deck.press("Esc");
    assert!(matches!(deck.app.stage, Stage::Open) && deck.listed() == 5 && !deck.has_quit());
    // At once: what the worker still sends changes nothing.
    file.write(&report(&FOUR[..1]));
    deck.held = false;
    deck.carry_out(Effect::Load(reading, None));
    assert_eq!(deck.listed(), 5);
    assert!(deck.app.layers.is_empty(), "who stops it need not be told that it stopped");
}

/// Answers to questions that nobody asks any more change nothing.
#[test]
fn late_answers_are_dropped() {
    let mut deck = Deck::skills().after("2");
    deck.held = true;
    deck.press("/ w e");
    let asked = std::mem::take(&mut deck.asked);
    assert_eq!(asked.len(), 2);
    deck.held = false;
    deck.carry_out(asked[0].clone());
    assert_eq!(deck.listed(), 66, "the answer for “w” comes too late");
    deck.carry_out(asked[1].clone());
    assert!(deck.listed() < 66);
    assert!(!deck.app.users.pending);
}

#[test]
fn what_the_file_said_is_read_in_full() {
    let mut deck = Deck::skills().after("7 Tab G Enter");
    deck.shows("Row 232");
    deck.shows("servicedesk@tarnelle.example");
    deck.press("Esc");
    // From the first screen a warning leads there, also where it had no room.
    let mut deck = Deck::skills().after("G");
    deck.shows("Noticed in the file");
    deck.press("Enter");
    assert_eq!(deck.app.tab, Tab::Data);
    deck.shows("› ! Row 232");
}

#[test]
fn groups_of_the_first_screen_are_walked_both_ways() {
    let mut deck = Deck::skills();
    let mut places = Vec::new();
    for key in ["Tab", "Tab", "Tab", "Shift-Tab", "Shift-Tab", "Shift-Tab"] {
        deck.press(key);
        places.push(deck.app.overview.selected);
    }
    assert_eq!(places, [5, 10, 16, 10, 5, 0]);
}

/// The prompt stands below the users: on another tab nothing would show what is typed.
#[test]
fn leaving_the_users_closes_the_prompt_and_keeps_the_filter() {
    let mut deck = Deck::skills().after("/ p c : n o Ctrl-PgDn");
    assert_eq!(deck.app.tab, Tab::Standing);
    assert!(deck.app.layers.is_empty());
    deck.press("2");
    assert_eq!((deck.app.users.filter.value(), deck.listed()), ("pc:no", 12));
}

#[test]
fn a_filter_that_nobody_matches_can_be_kept() {
    let mut deck = Deck::skills().after("/ z z z z Enter");
    assert!(deck.app.layers.is_empty());
    deck.shows("Nobody matches “zzzz”. Esc clears the filter.");
    deck.press("Esc");
    assert_eq!(deck.listed(), 66);
}

#[test]
fn esc_in_the_prompt_brings_the_filter_before_back() {
    let mut deck = Deck::skills().after("/ p c : n o Enter / Ctrl-u m a r");
    assert_eq!(deck.listed(), 6);
    deck.press("Esc");
    assert_eq!((deck.app.users.filter.value(), deck.listed()), ("pc:no", 12));
}

#[test]
fn text_is_scrolled_to_its_end_and_back_without_dead_keys() {
    let mut deck = Deck::skills().after("? G");
    deck.shows("relevant:");
    let end = deck.screen();
    deck.press("k");
    assert_ne!(deck.screen(), end, "the first key up moves");
    deck.press("j");
    assert_eq!(deck.screen(), end);
    // Page by page every line is seen.
    let mut deck = Deck::skills().after("?");
    let lines = skilldeck::tui::layers::help::lines(&deck.app);
    let mut seen = deck.screen();
    for _ in 0..12 {
        deck.press("PgDn");
        seen += &deck.screen();
    }
    for line in lines.iter().map(ToString::to_string) {
        // The selected one bears a mark, and is not cut.
        let line = line.trim();
        let line = line.strip_suffix('…').and_then(|cut| cut.rsplit_once(' ')).map_or(line, |(whole, _)| whole);
        assert!(seen.contains(line), "{line}");
    }
}

/// Who knows the way does not wait for the file.
#[test]
fn keys_pressed_while_the_first_file_is_read_are_not_lost() {
    let mut deck = Deck::closed(vec![super::files::four()], Lang::En).after("2 / z o e Enter");
    assert_eq!(deck.listed(), 0, "nothing is read yet");
    deck = deck.loaded();
    deck.draw();
    assert_eq!(deck.app.users.filter.value(), "zoe");
    assert_eq!(deck.names(), ["Zoé Müller", "Zoé Müller"]);
    assert!(deck.app.layers.is_empty());
}

#[test]
fn keys_that_waited_for_a_reading_that_was_stopped_are_forgotten() {
    let file = File::new(&report(&FOUR));
    let mut deck = file.open().after("o");
    deck.held = true;
    deck.press("j Enter");
    assert!(matches!(deck.app.stage, Stage::Loading(_)));
    deck.press("2 q");
    assert_eq!(deck.app.ahead.len(), 2);
    deck.press("Esc");
    deck.held = false;
    deck.carry_out(Effect::CancelLoad);
    assert!(deck.app.ahead.is_empty() && !deck.has_quit());
    assert!(matches!(deck.app.stage, Stage::Open));
}
