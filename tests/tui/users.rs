//! The list of users: columns, order, marks, matches, undo.

use rstest::rstest;

use skilldeck::i18n::Lang;
use skilldeck::model::UserColumn;
use skilldeck::report::Input;
use skilldeck::tui::action::{Action, Target};
use skilldeck::tui::app::{Sort, SortKey};
use skilldeck::tui::widgets::column_name;

use super::deck::Deck;
use super::files::{FOUR, report};

fn notice(deck: &Deck) -> &'static str {
    deck.app.notice.as_ref().map_or("", |n| n.key)
}

#[test]
fn the_cursor_walks_through_the_columns_and_is_always_in_sight() {
    let mut deck = Deck::skills().after("2");
    for column in deck.app.users.columns() {
        assert_eq!(deck.app.users.column, column);
        let heading = deck.app.texts.get(column_name(column));
        let screen = deck.screen();
        let head = screen.lines().nth(3).unwrap();
        let heading = heading.split(' ').next_back().unwrap();
        assert!(head.contains(heading) && head.contains("Name"), "{heading}: {head}");
        deck.press("l");
    }
    assert_eq!(deck.app.users.column, UserColumn::Problem, "at the last one it stays");
    deck.press("0");
    assert_eq!(deck.app.users.column, UserColumn::Name);
    deck.press("$ h");
    assert_eq!(deck.app.users.column, UserColumn::Competencies);
}

#[test]
fn a_column_is_taken_away_and_brought_back() {
    let mut deck = Deck::skills().after("2 l C Space Esc");
    assert!(!deck.screen().contains("E-mail"), "the dialog begins at the column of the cursor");
    assert_eq!(deck.app.users.column, UserColumn::Name, "the cursor does not stay on what is gone");
    deck.press("C k k k k k k k k Space");
    assert_eq!(notice(&deck), "why-name-stays");
    deck.press("Esc u");
    deck.shows("E-mail");
    assert_eq!(notice(&deck), "notice-undone");
}

#[test]
fn a_click_on_a_heading_sorts_and_another_turns_it_round() {
    let mut deck = Deck::skills().after("2");
    let first = deck.names();
    deck.act(Action::Click(Target::Heading(UserColumn::Skills)));
    assert_eq!(deck.app.users.sort, Sort { key: SortKey::Skills, reversed: true }, "the most first");
    assert_eq!(deck.names()[0], "Bernd Großmann");
    deck.shows("by Skills ▼");
    deck.act(Action::Click(Target::Heading(UserColumn::Skills)));
    assert!(!deck.app.users.sort.reversed);
    assert_ne!(deck.names()[0], "Bernd Großmann");
    deck.press("u u");
    assert_eq!(deck.names(), first);
    // The menu begins at the column of the cursor.
    deck.press("$ s Enter");
    assert_eq!(deck.app.users.sort.key, SortKey::Problem);
}

#[test]
fn a_new_order_is_looked_at_from_its_first_row() {
    let mut deck = Deck::skills().after("2 G");
    assert_eq!(deck.app.users.list.selected, 65);
    deck.press("S");
    assert_eq!((deck.app.users.list.selected, deck.app.users.list.top.get()), (0, 0));
    deck.press("G s Enter");
    assert_eq!(deck.app.users.list.selected, 0);
    // A filter keeps the person.
    deck.press("j j");
    let selected = deck.names()[2].clone();
    deck.press("/ a");
    assert_eq!(deck.names()[deck.app.users.list.selected], selected);
}

#[test]
fn what_was_found_is_an_order_while_something_is_asked_for() {
    let mut deck = Deck::skills().after("2 s");
    assert!(!deck.screen().contains("Valid until"));
    deck.press("Esc / s k i l l : a z Enter l l s");
    deck.shows("› Valid until");
    deck.press("Enter");
    assert_eq!(deck.app.users.sort, Sort { key: SortKey::Until, reversed: false });
    let listing = deck.app.users.listing.clone();
    let company = deck.app.deck.as_ref().unwrap().company().clone();
    let last_day = |at: usize| company.skills(listing.accounts[at])[listing.found.as_ref().unwrap()[at].unwrap() as usize].expires;
    let days: Vec<_> = (0..listing.accounts.len()).map(last_day).collect();
    let known = days.iter().take_while(|day| day.is_some()).count();
    assert!(known > 1 && days[..known].is_sorted() && days[known..].iter().all(Option::is_none), "{days:?}");
}

#[test]
fn rows_are_marked_one_by_one_up_to_here_and_all() {
    let mut deck = Deck::skills().after("2 Space Space");
    assert_eq!((deck.app.users.marks.len(), deck.app.users.list.selected), (2, 2), "a mark moves on");
    deck.shows("2 marked");
    deck.press("j j v");
    assert_eq!(deck.app.users.marks.len(), 5);
    deck.press("Ctrl-a");
    assert_eq!(deck.app.users.marks.len(), 66);
    deck.press("Ctrl-a");
    assert!(deck.app.users.marks.is_empty());
    deck.press("g m");
    assert_eq!(notice(&deck), "why-no-marks");
}

#[test]
fn marks_and_selection_stay_with_their_people_when_the_file_is_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.csv");
    std::fs::write(&path, report(&FOUR)).unwrap();
    let mut deck = Deck::open(vec![Input::file(&path.to_string_lossy())]).after("2 j Space");
    let marked = deck.names()[1].clone();
    let selected = deck.names()[deck.app.users.list.selected].clone();
    // Somebody new stands in front of everybody.
    let new = "Aaron,Aab,aab@contoso.example,8000001,Yes,Yes,Exam,Maps,TN-202,2020-11-25,Hiking,";
    std::fs::write(&path, report(&[&[new], &FOUR[..]].concat())).unwrap();
    deck.act(Action::FileChanged);
    deck.shows("changed on disk");
    deck.press("R");
    assert_eq!(deck.listed(), 6);
    let company = deck.app.deck.as_ref().unwrap().company().clone();
    let names: Vec<String> = deck.app.users.marks.iter().map(|n| company.full_name(company.account(*n))).collect();
    assert_eq!(names, [marked]);
    assert_eq!(deck.names()[deck.app.users.list.selected], selected);
    assert!(!deck.screen().contains("changed on disk"));
}

/// Some have neither address nor MCID.
#[test]
fn accounts_known_by_name_alone_are_not_confused() {
    let rows = ["Ana,Roy,,,Yes,Yes,Exam,Maps,TN-202,2020-11-25,Hiking,", "Bo,Li,,,Yes,Yes,Exam,Maps,TN-202,2020-11-25,Hiking,"];
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.csv");
    std::fs::write(&path, report(&rows)).unwrap();
    let mut deck = Deck::open(vec![Input::file(&path.to_string_lossy())]).after("2 j Space G");
    std::fs::write(&path, report(&[rows[1], rows[0]])).unwrap();
    deck.press("R");
    let company = deck.app.deck.as_ref().unwrap().company().clone();
    let marked: Vec<String> = deck.app.users.marks.iter().map(|n| company.full_name(company.account(*n))).collect();
    assert_eq!(marked, ["Bo Li"]);
    assert_eq!(deck.names()[deck.app.users.list.selected], "Bo Li");
}

#[test]
fn matches_are_walked_through_in_the_whole_list() {
    let mut deck = Deck::skills().after("2 n");
    assert_eq!(notice(&deck), "why-no-search");
    deck.press("/ m a r t i n Enter Esc");
    assert_eq!(deck.listed(), 66);
    let selected = |deck: &Deck| deck.names()[deck.app.users.list.selected].clone();
    let mut seen = Vec::new();
    for _ in 0..4 {
        deck.press("n");
        assert_eq!(notice(&deck), "notice-match");
        seen.push((deck.app.users.list.selected, selected(&deck)));
    }
    assert!(seen.iter().all(|(_, name)| name.contains("Martin")), "{seen:?}");
    let count = deck.app.users.matches.as_ref().unwrap().1.len();
    assert_eq!(seen[0].0 == seen[count % 4].0, count < 4, "behind the last one comes the first");
    let at = deck.app.users.list.selected;
    deck.press("n N");
    assert_eq!(deck.app.users.list.selected, at);
}

#[test]
fn changes_of_the_view_are_undone_and_done_again() {
    let mut deck = Deck::skills().after("2 u");
    assert_eq!(notice(&deck), "why-nothing-to-undo");
    deck.press("/ p c : n o Enter S");
    let (filtered, order) = (deck.names(), deck.app.users.sort);
    deck.press("u");
    assert!(!deck.app.users.sort.reversed);
    deck.press("u");
    assert_eq!((deck.app.users.filter.value(), deck.listed()), ("", 66), "a filter is one change, not one for each letter");
    deck.press("Ctrl-r Ctrl-r");
    assert_eq!((deck.names(), deck.app.users.sort), (filtered, order));
    deck.press("Ctrl-r");
    assert_eq!(notice(&deck), "why-nothing-to-redo");
    deck.press("u / x Esc");
    deck.press("Ctrl-r");
    assert_ne!(notice(&deck), "why-nothing-to-redo", "what was given up in the prompt changed nothing");
}

#[test]
fn earlier_filters_come_back_in_the_prompt() {
    let mut deck = Deck::skills().after("2 / p c : n o Enter Esc / m a r Enter Esc /");
    deck.shows("earlier filters");
    deck.press("↑");
    assert_eq!(deck.app.users.filter.value(), "mar");
    deck.press("↑");
    assert_eq!((deck.app.users.filter.value(), deck.listed()), ("pc:no", 12));
    deck.press("↓ ↓");
    assert_eq!((deck.app.users.filter.value(), deck.listed()), ("", 66));
}

#[rstest]
#[case("azure administrator", Some("AZ-104"))]
#[case("az 104", Some("AZ-104"))]
#[case("martin", None)]
fn the_skill_that_a_plain_word_found_is_shown(#[case] words: &str, #[case] skill: Option<&str>) {
    let mut deck = Deck::skills().after("2 /");
    deck.type_in(words);
    assert!(deck.listed() > 0);
    assert_eq!(deck.screen().contains("Valid until"), skill.is_some(), "{}", deck.screen());
    if let Some(skill) = skill {
        deck.shows(skill);
        deck.press("Enter g g");
        // Every row says for which skill it is there.
        let found = deck.app.users.listing.found.clone().unwrap();
        assert!(found.iter().all(Option::is_some));
    }
}

#[test]
fn a_name_remembered_badly_is_found_and_that_is_said() {
    let mut deck = Deck::skills().after("2 / w i s n i e w s k y");
    assert_eq!(deck.names(), ["Grzegorz Wiśniewski"]);
    deck.shows("Nobody matches exactly");
    // Going on to the right spelling is a real match again.
    deck.press("Backspace i");
    assert_eq!(deck.names(), ["Grzegorz Wiśniewski"]);
    assert!(!deck.screen().contains("Nobody matches exactly"));
}

#[test]
fn only_those_with_something_to_settle() {
    let mut deck = Deck::skills().after("1 !");
    assert_eq!(deck.app.users.filter.value(), "problem:any");
    let some = deck.listed();
    assert!(some > 12 && some < 66);
    deck.press("!");
    assert_eq!(deck.listed(), 66);
}

#[test]
fn a_pane_gets_all_the_room_and_the_focus_goes_round() {
    let mut deck = Deck::skills().sized(120, 36).after("2");
    deck.shows("Users › Agnieszka");
    deck.press("+");
    assert!(!deck.screen().contains("Users › "));
    deck.shows("Competencies");
    deck.press("Esc");
    deck.shows("Users › Agnieszka");
    deck.press("Tab");
    assert!(deck.app.person.is_some());
    deck.press("Tab");
    assert!(deck.app.person.is_none());
    let mut french = Deck::demo("skills", Lang::Fr).sized(120, 36).after("7 Tab +");
    assert!(!french.screen().contains("13 colonnes"));
}

#[test]
fn tab_completes_what_is_typed_and_the_line_below_says_what_may_follow() {
    let mut deck = Deck::skills().after("2 /");
    deck.shows("or pc:no skill:az-104");
    deck.press("p");
    deck.shows("pc: · pmc: · problem:");
    deck.press("Tab");
    assert_eq!(deck.app.users.filter.value(), "pc:");
    deck.shows("yes · no · unknown · both");
    assert!(!deck.screen().contains('✗') || !deck.screen().contains("needs a value"), "what is not finished is not wrong");
    assert_eq!(deck.listed(), 66, "and takes nobody away");
    deck.press("n Tab");
    assert_eq!(deck.app.users.filter.value(), "pc:no ");
    assert_eq!(deck.listed(), 12);
    deck.press("s k i l : a z");
    deck.shows("Did you mean “skill:”?");
    assert_eq!(deck.listed(), 12, "what is right of a filter holds while the rest is wrong");
    deck.press("Tab");
    assert_eq!(deck.app.users.filter.value(), "pc:no skill:az ");
    deck.press("Tab");
    assert_eq!(notice(&deck), "why-nothing-to-complete");
}

/// A prompt too long for its line shows its end, with the cursor right behind it: also where characters are wide.
#[test]
fn the_cursor_stands_behind_what_was_typed() {
    for (typed, columns) in [("李".repeat(40), 60), ("x李".repeat(40), 60), ("x".repeat(90), 60), ("李".repeat(40), 43)] {
        let mut deck = Deck::skills().sized(columns, 20).after("2 /");
        deck.type_in(&format!("{typed}end"));
        let (x, left) = deck.cursor();
        assert!(left.ends_with("end") && x > columns - 8, "{x}: {left}");
        deck.press("Home");
        assert!(deck.cursor().1.ends_with("/ "), "{}", deck.screen());
    }
}

#[test]
fn a_word_in_the_middle_is_completed_where_it_stands() {
    let mut deck = Deck::skills().after("2 / p m Space a n a Home → → Tab n");
    assert_eq!(deck.app.users.filter.value(), "pmc:n ana");
    deck.press("Tab");
    assert_eq!(deck.app.users.filter.value(), "pmc:no ana");
}

#[test]
fn in_french_the_prompt_speaks_french() {
    let mut deck = Deck::demo("skills", Lang::Fr).after("2 / p c : Tab");
    assert_eq!(deck.app.users.filter.value(), "pc:oui ");
    deck.press("Ctrl-u p c : x");
    deck.shows("oui, non, inconnu, deux");
}

#[test]
fn the_beginning_of_a_value_is_no_mistake_while_it_is_typed() {
    let mut deck = Deck::demo("skills", Lang::Fr).after("2 /");
    for c in "pc:oui,non".chars() {
        deck.type_in(&c.to_string());
        let screen = deck.screen();
        assert!(!screen.contains("n’accepte pas") && !screen.contains("Il manque"), "{screen}");
    }
    deck.press("Backspace Backspace Backspace i n c");
    deck.shows("inconnu");
    deck.press("Enter");
    assert_eq!(notice(&deck), "why-filter-wrong");
    deck.type_in("x");
    deck.shows("n’accepte pas");
}

/// What the program writes into the filter is in the user's language, and shows what its number says.
#[test]
fn in_french_the_program_filters_in_french() {
    let figures = Deck::demo("skills", Lang::Fr).app.deck.as_ref().unwrap().figures().count();
    for place in 0..figures {
        let mut deck = Deck::demo("skills", Lang::Fr);
        deck.app.overview.selected = super::jobs::place_of_figure(&deck, place);
        let accounts = deck.app.deck.as_ref().unwrap().figures().nth(place).unwrap().accounts;
        deck.press("Enter");
        let filter = deck.app.users.filter.value().to_owned();
        assert_eq!(deck.listed(), accounts, "{filter}");
        let english = ["yes", ":no ", "none", "any", "skills", "counting", "status", "expires", "relevant:"];
        assert!(!english.iter().any(|word| format!("{filter} ").contains(word)), "{filter}");
    }
    let mut deck = Deck::demo("skills", Lang::Fr).after("2 f j j j Space");
    assert_eq!(deck.app.users.filter.value(), "probleme:pmc-seulement");
    deck.shows("◆ Seulement dans l’ancien portail");
    deck.press("Esc g c !");
    assert_eq!(deck.app.users.filter.value(), "probleme:tout");
    deck.press("? / p r o b l e m e : Enter");
    assert_eq!(deck.app.users.filter.value(), "probleme:tout probleme:");
}

#[test]
fn who_was_selected_is_so_again_when_the_filter_lets_them_back() {
    let mut deck = Deck::skills().after("2 j j j j");
    let before = deck.app.current_account();
    deck.press("/ w e i s");
    assert_ne!(deck.app.current_account(), before);
    deck.press("Backspace Backspace Backspace Backspace");
    assert_eq!(deck.app.current_account(), before);
    deck.press("w e i s Esc");
    assert_eq!(deck.app.current_account(), before, "and when it is given up");
    // Who was accepted with the filter stays.
    deck.press("/ w e i s Enter");
    let found = deck.app.current_account();
    deck.press("Esc");
    assert_eq!((deck.listed(), deck.app.current_account()), (66, found));
}

/// A title too long for its frame gives up the people, not the filter and the order.
#[test]
fn filter_and_order_are_in_sight_beside_a_person_too() {
    for lang in [Lang::En, Lang::Fr] {
        let mut deck = Deck::demo("skills", lang).sized(120, 36).after("2 / p c : n o Enter");
        deck.shows(if lang == Lang::Fr { "/pc:no · par Nom ▲" } else { "/pc:no · by Name ▲" });
    }
}

/// The list beside a person shows what matters in it, and a filter for a skill takes none of that away.
#[rstest]
fn a_wide_window_does_not_show_less_than_a_narrow_one(#[values(Lang::En, Lang::Fr)] lang: Lang) {
    let mut deck = Deck::demo("skills", lang).sized(120, 36).after("2");
    let shown = |deck: &mut Deck, columns: &[&str]| {
        let head = deck.screen().lines().nth(3).unwrap().to_owned();
        for column in columns {
            let name = deck.app.texts.get(column);
            assert!(head.contains(&name), "{name}: {head}");
        }
    };
    shown(&mut deck, &["column-name", "column-email", "column-pmc", "column-pc-short", "column-skills-short"]);
    deck.press("/ s k i l l : a z Enter");
    shown(&mut deck, &["column-found", "column-until", "column-pmc", "column-pc-short", "column-skills-short"]);
    // Where there is room neither names nor addresses are cut.
    let mut deck = Deck::demo("skills", lang).sized(200, 60).after("2");
    let company = deck.app.deck.as_ref().unwrap().company().clone();
    let screen = deck.screen();
    for number in deck.app.users.listing.accounts.iter().take(50) {
        let account = company.account(*number);
        let (name, email) = (company.full_name(account), company.email(account));
        assert!(screen.lines().any(|line| line.contains(&name) && line.contains(email)), "{name}, {email}:\n{screen}");
    }
}

#[test]
fn what_is_said_of_near_matches_is_said_whole() {
    let mut deck = Deck::demo("skills", Lang::Fr).sized(50, 20).after("2 / w i s n i e w s k y");
    deck.shows("qui s’en approche");
}

/// In the list too a date that has passed is told without colour.
#[test]
fn a_skill_that_has_expired_is_marked_in_the_list() {
    let mut deck = Deck::skills().colourless().after("2 / s t a t u s : e x p i r e d Enter");
    let screen = deck.screen();
    let rows: Vec<&str> = screen.lines().skip(4).take_while(|line| line.contains('/')).collect();
    assert!(!rows.is_empty() && rows.iter().all(|row| row.contains(" 20") && row.contains(" ✗ ")), "{screen}");
}

/// A file that does not say who is associated shows no columns of it, and that nobody is found is no answer.
#[test]
fn what_a_file_says_of_nobody_is_not_shown_and_not_answered() {
    let mut deck = Deck::demo("trainings", Lang::En).after("2");
    for column in [UserColumn::Pmc, UserColumn::Pc] {
        assert!(!deck.app.users.columns().contains(&column), "{column:?}");
    }
    deck.press("/ p c : n o Enter");
    deck.shows("does not say who is associated. Open a skills report.");
    deck.press("Esc / p r o b l e m : p m c - o n l y Enter");
    deck.shows("does not say who is associated");
    deck.press("Esc / z z z z Enter");
    deck.shows("Nobody matches");
    // They can be chosen all the same, and that can be undone.
    deck.press("Esc C G k k k");
    deck.shows("this file says nothing here");
    deck.press("Space Esc");
    assert!(deck.app.users.columns().contains(&UserColumn::Pc));
    deck.press("u");
    assert!(!deck.app.users.columns().contains(&UserColumn::Pc));
}

/// TrainingCompletions say nowhere where a skill counts: the rules do, and the heading says so.
#[test]
fn without_a_column_of_its_own_the_rules_say_what_skills_count_for() {
    let mut deck = Deck::demo("trainings", Lang::En).sized(160, 40).after("2 +");
    deck.shows("Counts for (rules)");
    deck.shows("Data & AI, Digital & App Innovation");
    let listed = |deck: &Deck| deck.listed();
    let all = listed(&deck);
    deck.press("/");
    deck.type_in("for:inf");
    deck.shows("Infrastructure");
    deck.press("Tab Enter");
    deck.shows("/for:infrastructure");
    assert!((1..all).contains(&listed(&deck)));
    // What is counted is what Enter then shows.
    deck.press("g c $ h F");
    deck.shows("Counts for (rules)");
    deck.shows("17  36%");
    deck.press("Enter");
    assert_eq!(listed(&deck), 17);
    // Where the file has one, it is its own.
    let mut skills = Deck::skills().sized(160, 40).after("2 +");
    skills.shows("Competencies");
    assert!(!skills.screen().contains("(rules)"));
}

/// The page of a person says what there is to settle, the most serious in words, and of whom nothing was found nothing.
#[rstest]
fn a_person_shows_what_there_is_to_settle(
    #[values(Lang::En, Lang::Fr)] lang: Lang,
    #[values((80, 24), (120, 36), (60, 20))] size: (u16, u16),
) {
    let mut deck = Deck::demo("skills", lang).sized(size.0, size.1).after("2");
    let open = deck.app.deck.clone().unwrap();
    for place in 0..deck.listed() {
        deck.app.users.list.selected = place;
        deck.press("Enter");
        let account = deck.app.person.as_ref().unwrap().account;
        let first = open.findings_of(account).next().map(|finding| finding.code);
        assert_eq!(first.map(|code| code.name()), open.index().findings().unwrap().first(account).map(|problem| problem.name()));
        if let Some(code) = first {
            let title = skilldeck::export::findings::title(code, &deck.app.texts);
            deck.shows(&title.chars().take(30).collect::<String>());
        }
        // The first skill stays in sight below it.
        let skills = open.company().skills(account).len();
        assert!(skills == 0 || deck.screen().contains("›"), "{}", deck.screen());
        deck.press("Esc");
    }
}
