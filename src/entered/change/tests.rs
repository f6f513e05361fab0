//! Each change, carried out.

use super::*;
use crate::entered::{Among, parse_rule, parse_set, parse_unset};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn set(entered: &mut Entered, typed: &str) {
    let change = parse_set(typed, day("2026-09-15")).unwrap();
    change.apply(entered);
    let once = entered.clone();
    change.apply(entered);
    assert_eq!(*entered, once, "twice is the same as once: {typed}");
}

fn unset(entered: &mut Entered, typed: &str) {
    parse_unset(typed).unwrap().apply(entered);
}

#[test]
fn everything_can_be_set_and_taken_back() {
    let mut entered = Entered::default();
    for typed in [
        "track=smb",
        "moved=2021-03-01",
        "held=cloud-platform/gold:2021-09-30",
        "held=data-ai:2027-03-31",
        "external=ana@x.example:psm-i",
        "not-same=8000015,ana@x.example",
        "portal=data-ai:enrolled=yes",
    ] {
        set(&mut entered, typed);
    }
    Change::Tick { path: "devops/option/gold".to_owned(), on: true }.apply(&mut entered);
    Change::Rule(parse_rule("cloud-platform/gold = 4 of relevant").unwrap()).apply(&mut entered);
    assert_eq!((entered.track, entered.moved, entered.held.len()), (Some(Track::Smb), Some(day("2021-03-01")), 2));
    assert_eq!((entered.external.len(), entered.not_same.len(), entered.ticked.len()), (1, 1, 1));
    assert_eq!(entered.rules[0].id, "own-1");
    assert_eq!(entered.portal["data-ai"].on, day("2026-09-15"), "seen today, where no day is said");
    for typed in [
        "track",
        "moved",
        "held=cloud-platform/gold",
        "held=data-ai",
        "external=ANA@x.example:PSM-I",
        "not-same=ana@x.example,8000015",
        "portal=data-ai",
        "rule=own-1",
    ] {
        unset(&mut entered, typed);
    }
    Change::Tick { path: "devops/option/gold".to_owned(), on: false }.apply(&mut entered);
    assert!(entered.is_empty(), "{entered:?}");
}

#[test]
fn figures_of_another_day_take_the_place_of_all_that_were_there() {
    let mut entered = Entered::default();
    set(&mut entered, "portal=data-ai:skilling-intermediate=28,performance=12@2026-09-10");
    set(&mut entered, "portal=data-ai:usage-growth=10@2026-09-10");
    set(&mut entered, "portal=data-ai:anniversary=2027-03-31");
    let portal = &entered.portal["data-ai"];
    assert_eq!((portal.skilling_intermediate, portal.performance, portal.usage_growth), (Some(28.0), Some(12.0), Some(10.0)));
    assert!(portal.enrolled && portal.anniversary == Some(day("2027-03-31")) && portal.on == day("2026-09-10"));
    unset(&mut entered, "portal=data-ai:performance");
    assert_eq!(entered.portal["data-ai"].performance, None);
    set(&mut entered, "portal=data-ai:performance=13@2026-10-10");
    let portal = &entered.portal["data-ai"];
    assert_eq!((portal.on, portal.performance, portal.usage_growth), (day("2026-10-10"), Some(13.0), None));
    assert!(portal.enrolled, "that is no figure");
}

#[test]
fn a_rule_for_the_same_level_and_time_takes_the_place_of_the_first() {
    let mut entered = Entered::default();
    for typed in [
        "cloud-platform/gold = 4 of relevant",
        "cloud-platform/silver = 2 of relevant",
        "cloud-platform/gold = 5 of AZ-104, AZ-305",
        "cloud-platform/gold = 6 of relevant from 2026-01-01",
    ] {
        Change::Rule(parse_rule(typed).unwrap()).apply(&mut entered);
    }
    let rules: Vec<_> = entered.rules.iter().map(|r| (r.id.as_str(), r.count)).collect();
    assert_eq!(rules, [("own-1", 5), ("own-2", 2), ("own-3", 6)]);
    assert_eq!(entered.rules[0].among, Among::OneOf(vec!["AZ-104".to_owned(), "AZ-305".to_owned()]));
    Change::RemoveRule("own-1".to_owned()).apply(&mut entered);
    Change::Rule(parse_rule("devops/gold = 1 of relevant").unwrap()).apply(&mut entered);
    assert_eq!(entered.rules.iter().map(|r| r.id.as_str()).collect::<Vec<_>>(), ["own-2", "own-3", "own-4"]);
}
