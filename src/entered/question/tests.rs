//! From names to the persons of a report.

use super::*;
use crate::catalog::programmes::Level;
use crate::entered::{Change, parse_set};
use crate::model::HeldState;
use crate::model::test_support::company;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

const ROWS: &str = "First Name,Last Name,Email,MCID,Associated to PMC,Associated to PC\n\
                    Ana,Silva,Ana@x.example,8000015,,\n\
                    Bo,Li,bo@x.example,8000016,,\n\
                    Ana,Silva,,8000017,,\n";

fn of_history(id: &str, level: Level, anniversary: &str) -> OfHistory {
    OfHistory {
        id: id.to_owned(),
        name: id.to_owned(),
        level,
        state: HeldState::Active,
        from: None,
        anniversary: day(anniversary),
        path: "history.tsv".to_owned(),
        row: 2,
    }
}

#[test]
fn people_are_found_by_address_or_mcid() {
    let company = company(ROWS);
    assert_eq!(person_of(&company, " ANA@X.example "), Some(0));
    assert_eq!(person_of(&company, "8000016"), Some(1));
    assert_eq!((person_of(&company, "nobody@x.example"), person_of(&company, "")), (None, None));
    let who: Vec<_> = (0..3).map(|person| who_of(&company, person).unwrap()).collect();
    assert_eq!(who, ["Ana@x.example", "bo@x.example", "8000017"]);
}

#[test]
fn what_was_entered_is_asked() {
    let company = company(ROWS);
    let mut entered = Entered { track: Some(Track::Smb), ..Entered::default() };
    for typed in [
        "moved=2021-03-01",
        "held=cloud-platform/gold:2021-09-30",
        "external=8000016:psm-i",
        "external=gone@x.example:psm-i",
        "portal=data-ai:anniversary=2027-03-31",
        "portal=security:performance=3",
    ] {
        parse_set(typed, day("2026-09-15")).unwrap().apply(&mut entered);
    }
    entered.ticked.insert("devops/option/gold".to_owned());
    let history = [of_history("cloud-platform", Level::Gold, "2021-07-18"), of_history("cloud-platform", Level::Silver, "2021-07-18")];
    let question = question(&entered, &history, &company, day("2026-09-15"), 30, &[(0, 2)]);
    assert_eq!((question.as_of, question.track, question.preparation_days), (day("2026-09-15"), Some(Track::Smb), 30));
    assert_eq!(question.move_date, Some(day("2021-03-01")));
    assert_eq!(question.external, [(1, "psm-i".to_owned())], "of whom the report knows nothing, nothing is asked");
    assert_eq!(question.suspected, [(0, 2)]);
    assert!(question.ticked.contains("devops/option/gold"));
    let held: Vec<_> = question.enrolments.iter().map(|e| (e.id.as_str(), e.level, e.anniversary.to_string())).collect();
    let expected = [
        ("cloud-platform", Some(Level::Gold), "2021-09-30".to_owned()),
        ("data-ai", None, "2027-03-31".to_owned()),
        ("cloud-platform", Some(Level::Silver), "2021-07-18".to_owned()),
    ];
    assert_eq!(held, expected, "what was typed in goes before the history (R11)");
}

#[test]
fn who_was_said_to_be_two_is_not_suspected() {
    let company = company(ROWS);
    let mut entered = Entered::default();
    let not_same = |a: &str, b: &str| Change::NotSame { a: a.to_owned(), b: b.to_owned(), on: true };
    not_same("8000017", "ana@x.example").apply(&mut entered);
    not_same("gone@x.example", "bo@x.example").apply(&mut entered);
    let asked = question(&entered, &[], &company, day("2026-09-15"), 0, &[(0, 2), (1, 2)]);
    assert_eq!(asked.suspected, [(1, 2)], "R14");
}

#[test]
fn the_settings_stand_behind_what_was_entered() {
    let entered = Entered { track: Some(Track::Smb), ..Entered::default() };
    let both = entered.or(Some(Track::Enterprise), Some(day("2021-03-01")));
    assert_eq!((both.track, both.moved), (Some(Track::Smb), Some(day("2021-03-01"))));
}
