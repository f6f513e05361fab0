//! The queue of what there is to settle, its pages, and the ways there and back.

use rstest::rstest;

use skilldeck::diagnosis::Code;
use skilldeck::i18n::Lang;
use skilldeck::tui::app::{Layer, Tab};
use skilldeck::tui::queue::Line;

use super::deck::{Deck, named};
use super::files;

const HEAD: &str = "First Name,Last Name,Email,MCID,Associated to PMC,Associated to PC,Skill Type,Skill Name,Skill ID,Skill Completion Date,Relevant for Competencies  (Option) or Programs,Skill Expiration Date\n";

/// Ana is only in the old portal, Bo has nothing, Cy is in order.
fn three() -> Deck {
    let rows = "Ana,Roy,ana@x.example,8000001,Yes,No,Exam,Tents,TN-1,2021-01-18,Camping (Tents),\n\
                Bo,Roy,bo@x.example,8000002,No,Yes,,,,,,\n\
                Cy,Day,cy@x.example,8000003,No,Yes,Exam,Maps,TN-2,2021-01-12,Camping (Tents),\n";
    Deck::open(vec![named("report-2021-05-19.csv", format!("{HEAD}{rows}"))])
}

fn lines(deck: &Deck) -> Vec<Line> {
    deck.app.queue.lines.to_vec()
}

fn select(deck: &mut Deck, wanted: impl Fn(&Line) -> bool) {
    let at = lines(deck).iter().position(wanted).expect("there is such a line");
    deck.press("Home");
    (0..at).for_each(|_| deck.press("j"));
}

#[test]
fn the_most_pressing_stands_above_with_its_proof_and_its_checklist() {
    let mut deck = three().sized(120, 36).after("4");
    assert_eq!(deck.app.tab, Tab::Troubleshooting);
    select(&mut deck, |line| matches!(line, Line::Kind(Code::PmcOnly, 1, false)));
    deck.press("j");
    deck.shows("Only in the old portal (PMC)");
    // What the data answers is answered, with the cell; the rest is asked.
    for said in [
        "✓ 1. The person has a relevant skill that has not expired.",
        "? 2. The six months after the move are not over.",
        "✗ 5. The report shows the association in Partner Center.",
        "row 2, “Associated to PC”",
    ] {
        let page = &deck.app.queue.page.as_ref().unwrap().1;
        assert!(page.lines.iter().any(|line| line.text.contains(said)), "{said}: {page:?}");
    }
    deck.press("Enter j Enter");
    assert_eq!(deck.person(), "Ana Roy");
    deck.press("Esc Esc");
    assert!(!deck.app.queue.reading);
    deck.press("Esc");
    assert!(deck.is_at_the_root());
}

#[test]
fn what_is_only_good_to_know_is_folded_away_until_somebody_asks() {
    let mut deck = three().after("4");
    let kind = |code| move |line: &Line| matches!(line, Line::Kind(c, ..) if *c == code);
    select(&mut deck, kind(Code::NoSkills));
    assert!(lines(&deck).contains(&Line::Kind(Code::NoSkills, 1, true)));
    let before = lines(&deck).len();
    deck.press("Enter");
    assert_eq!(lines(&deck).len(), before + 1);
    deck.shows("▾");
    deck.press("Enter");
    assert_eq!(lines(&deck).len(), before);
}

#[test]
fn a_filter_of_users_narrows_the_queue() {
    let mut deck = three().after("/ c y Enter 4");
    assert!(lines(&deck).iter().all(|line| !matches!(line, Line::Kind(Code::PmcOnly, ..))), "{:?}", lines(&deck));
    deck.shows("filter: cy");
    deck.press("2 Esc 4");
    assert!(lines(&deck).iter().any(|line| matches!(line, Line::Kind(Code::PmcOnly, ..))));
}

#[test]
fn whoever_is_in_no_file_has_a_checklist_too() {
    let mut deck = three().sized(120, 36).after("4");
    let joined = skilldeck::checklists::checklists().iter().position(|list| list.id == "joined").unwrap();
    select(&mut deck, |line| *line == Line::Checklist(joined));
    deck.shows("✗ 1. They have a Partner Center account in your company.");
    deck.shows("? 3. “Microsoft exams and certifications” is associated.");
}

/// Zoe is on the staff list alone, Bo has left by it, Cy is on no list.
fn with_a_staff_list() -> Deck {
    let rows = "Ana,Roy,ana@x.example,8000001,No,Yes,Exam,Tents,TN-1,2021-01-18,Camping (Tents),\n\
                Bo,Roy,bo@x.example,8000002,No,Yes,Exam,Tents,TN-1,2021-01-18,Camping (Tents),\n\
                Cy,Day,cy@x.example,8000003,No,Yes,Exam,Maps,TN-2,2021-01-12,Camping (Tents),\n";
    let staff =
        "Name,E-mail,Technical,Leaving date\nZoe Day,zoe@x.example,yes,\nAna Roy,ana@x.example,yes,\nBo Roy,bo@x.example,no,2021-04-30\n";
    let users = "Email,Partner University access,Microsoft Learning account\nzoe@x.example,No,Yes\n";
    Deck::open(vec![
        named("report-2021-05-19.csv", format!("{HEAD}{rows}")),
        named("staff.csv", staff.to_owned()),
        named("users.csv", users.to_owned()),
    ])
}

#[test]
fn who_is_on_a_list_alone_is_named_with_the_checklist_of_whoever_joined() {
    let mut deck = with_a_staff_list().sized(140, 50).after("4");
    select(&mut deck, |line| matches!(line, Line::Kind(Code::MissingFromReport, 1, false)));
    deck.press("j");
    for said in [
        "Zoe Day · Your staff list calls",
        "Zoe Day · zoe@x.example",
        "staff.csv · row 2, “E-mail”",
        "Somebody joined",
        "✓ 3. “Microsoft exams and certifications” is associated.",
    ] {
        deck.shows(said);
    }
    let page = &deck.app.queue.page.as_ref().unwrap().1;
    assert!(page.lines.iter().any(|line| line.text.contains("users.csv · row 2, “Microsoft Learning account”")), "{page:?}");
    deck.press("Enter Enter");
    deck.shows("This line names nobody to open.");
}

#[test]
fn who_seems_to_have_left_is_asked_about_with_its_checklist() {
    let mut deck = with_a_staff_list().sized(140, 50).after("4");
    select(&mut deck, |line| matches!(line, Line::Kind(Code::LeftCompany, 2, false)));
    deck.press("j");
    for said in [
        "Bo Roy · By your staff list the last day was 30 Apr 2021",
        "staff.csv · row 4, “Leaving date”",
        "Somebody left",
        "✓ 1. The person has really left.",
        "A list may be out of date.",
    ] {
        deck.shows(said);
    }
    deck.press("j");
    deck.shows("Cy Day · In the report, but on none of your staff lists");
}

#[test]
fn an_empty_download_leads_to_its_checklist() {
    let mut deck = Deck::open(vec![files::no_data()]).sized(120, 36).after("4");
    assert!(matches!(lines(&deck)[0], Line::Kind(Code::EmptyReport, 1, false)), "{:?}", lines(&deck));
    deck.press("j");
    deck.shows("The download is empty");
    deck.shows("At least one person has associated");
}

#[test]
fn rules_that_had_nothing_to_go_by_say_why() {
    let mut deck = Deck::demo("trainings", Lang::Fr).sized(120, 36).after("'");
    select(&mut deck, |line| matches!(line, Line::Rule(_)));
    deck.shows("Non examiné");
    assert!(deck.app.queue.page.as_ref().unwrap().1.lines[0].text.len() > 20);
}

#[test]
fn entering_that_two_are_two_takes_the_pair_from_the_queue() {
    let rows = "Ana,Roy,ana@x.example,8000001,No,Yes,Exam,Tents,TN-1,2021-01-18,Camping (Tents),\n\
                Ana,Roy,ana.roy@mail.example,8000009,No,Yes,Exam,Maps,TN-2,2021-01-18,Camping (Tents),\n";
    let mut deck = Deck::open(vec![named("report-2021-05-19.csv", format!("{HEAD}{rows}"))]).sized(120, 36).after("4");
    select(&mut deck, |line| matches!(line, Line::Kind(Code::PossibleDuplicate, ..)));
    deck.press("j");
    deck.shows("You have asked the person whether both are theirs.");
    deck.press("i n");
    deck.shows("They are two people");
    assert_eq!(deck.app.entered.not_same.len(), 1);
    assert!(lines(&deck).iter().all(|line| !matches!(line, Line::Kind(Code::PossibleDuplicate, ..))));
    deck.press("u");
    assert!(lines(&deck).iter().any(|line| matches!(line, Line::Kind(Code::PossibleDuplicate, ..))));
}

#[rstest]
#[case("skills", Lang::En)]
#[case("skills", Lang::Fr)]
#[case("trainings", Lang::Fr)]
fn the_queue_looks_well(#[case] sample: &str, #[case] lang: Lang) {
    for (columns, rows) in [(80, 24), (120, 36), (60, 20)] {
        let mut deck = Deck::demo(sample, lang).sized(columns, rows).after("4 j");
        insta::with_settings!({ snapshot_path => "snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("queue-{sample}-{columns}x{rows}-{}", lang.code()), deck.screen());
        });
    }
}

/// Who looks at what there is to settle narrows that: the prompt, the facets and `!` stay there.
#[test]
fn the_queue_is_narrowed_where_it_stands() {
    let mut deck = with_a_staff_list().sized(100, 30).after("4 /");
    let all = deck.app.queue.lines.len();
    deck.type_in("problem:left");
    deck.shows("/ problem:left");
    deck.type_in("-company");
    assert_eq!(deck.app.tab, Tab::Troubleshooting);
    let kinds: Vec<&Line> = deck.app.queue.lines.iter().filter(|line| matches!(line, Line::Kind(..))).collect();
    assert!(matches!(kinds[..], [Line::Kind(Code::LeftCompany, 2, _)]), "{kinds:?}");
    deck.press("Enter Esc");
    assert_eq!((deck.app.tab, deck.app.queue.lines.len()), (Tab::Troubleshooting, all), "Esc takes the filter away first");
    deck.press("f");
    assert!(matches!(deck.app.layers.last(), Some(Layer::Facets(..))) && deck.app.tab == Tab::Troubleshooting);
    deck.press("Enter");
    assert!(deck.app.queue.lines.len() < all && deck.app.tab == Tab::Troubleshooting);
    deck.press("g c");
    assert_eq!(deck.app.queue.lines.len(), all);
    deck.press("!");
    assert!(deck.app.queue.lines.len() < all && deck.app.tab == Tab::Troubleshooting);
}
