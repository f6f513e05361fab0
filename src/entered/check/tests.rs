//! What is named has to be there.

use super::*;
use crate::catalog::{catalog, programmes};
use crate::entered::{parse_rule, parse_set, parse_unset};
use rstest::rstest;

fn checked(change: Change) -> Result<Change, Mistake> {
    check(change, &Entered::default(), programmes(), catalog())
}

fn set(typed: &str) -> Result<Change, Mistake> {
    checked(parse_set(typed, "2026-09-15".parse().unwrap()).unwrap())
}

#[rstest]
#[case("held=cloud-platfrom/gold:2021-09-30", Wrong::Held, Some("cloud-platform"))]
#[case("held=cloud-platform:2021-09-30", Wrong::LevelMissing, None)]
#[case("held=data-ai/gold:2027-09-30", Wrong::LevelTooMany, None)]
#[case("portal=data-al:performance=3", Wrong::Designation, Some("data-ai"))]
#[case("portal=data-ai:performance=101", Wrong::Points, None)]
#[case("portal=data-ai:performance=-1", Wrong::Points, None)]
#[case("external=ana@x.example:psm-j", Wrong::Credential, Some("psm-i"))]
#[case("not-same=ana@x.example,ANA@x.example", Wrong::SamePerson, None)]
fn what_is_not_there_is_said_with_the_nearest(#[case] typed: &str, #[case] what: Wrong, #[case] near: Option<&str>) {
    let mistake = set(typed).unwrap_err();
    assert_eq!((mistake.what, mistake.near.as_deref()), (what, near), "{mistake:?}");
}

#[test]
fn names_are_written_as_the_catalog_writes_them() {
    let Change::Held { id, .. } = set("held=Cloud Platform/gold:2021-09-30").unwrap() else { panic!("not that") };
    assert_eq!(id, "cloud-platform");
    let Change::Portal { designation, .. } = set("portal=Data & AI:performance=3").unwrap() else { panic!("not that") };
    assert_eq!(designation, "data-ai");
    let Change::External { of, .. } = set("external=ana@x.example:PSM-I").unwrap() else { panic!("not that") };
    assert_eq!(of.credential, "psm-i");
}

#[test]
fn a_metric_without_points_has_no_figure() {
    let without = programmes().designations.iter().find(|d| d.versions.iter().all(|v| v.categories.skilling_advanced == 0.0)).unwrap();
    let mistake = set(&format!("portal={}:skilling-advanced=3", without.id)).unwrap_err();
    assert_eq!(mistake.what, Wrong::MetricNotThere);
    assert!(mistake.valid.contains("skilling-intermediate"), "{mistake:?}");
}

#[test]
fn only_levels_with_a_performance_text_are_ticked() {
    let there = tickable(programmes());
    let tick = |path: &str| checked(Change::Tick { path: path.to_owned(), on: true });
    assert_eq!(tick(&there[0].to_uppercase()), Ok(Change::Tick { path: there[0].clone(), on: true }));
    let mistake = tick(&there[0][..there[0].len() - 1]).unwrap_err();
    assert_eq!((mistake.what, mistake.near), (Wrong::Path, Some(there[0].clone())));
}

#[rstest]
#[case("cloud-platform/gold = 0 of relevant", Wrong::Count, None)]
#[case("cloud-platform/gold = 1000 of relevant", Wrong::Count, None)]
#[case("cloud-platfrom/gold = 4 of relevant", Wrong::Competency, Some("cloud-platform"))]
#[case("cloud-platform/gold = 4 of AZ-10", Wrong::Credential, Some("AZ-104"))]
#[case("cloud-platform/gold = 4 of something-of-ours", Wrong::Credentials, None)]
#[case("cloud-platform/gold = 4 of relevant from 2026-12-31 to 2026-01-01", Wrong::Period, None)]
fn a_rule_that_cannot_be(#[case] typed: &str, #[case] what: Wrong, #[case] near: Option<&str>) {
    let mistake = checked(Change::Rule(parse_rule(typed).unwrap())).unwrap_err();
    assert_eq!(mistake.what, what, "{mistake:?}");
    if near.is_some() {
        assert!(mistake.near.is_some(), "{mistake:?}");
    }
}

#[test]
fn a_rule_may_be_for_a_competency_of_ones_own() {
    let rule = |typed: &str| match checked(Change::Rule(parse_rule(typed).unwrap())).unwrap() {
        Change::Rule(rule) => rule,
        other => panic!("{other:?}"),
    };
    let own = rule("Underwater Basketry/gold = 4 of az-104, something-of-ours, AZ-104");
    assert_eq!((own.competency.as_str(), own.name.as_deref()), ("underwater-basketry", Some("Underwater Basketry")));
    assert_eq!(own.among, Among::OneOf(vec!["AZ-104".to_owned(), "something-of-ours".to_owned()]), "one is known");
    let known = rule("cloud platform/gold = 4 of relevant");
    assert_eq!((known.competency.as_str(), known.name), ("cloud-platform", None));
}

#[test]
fn what_is_kept_can_be_taken_back_whatever_the_rules_are() {
    let mut entered = Entered::default();
    Change::Held { id: "gone".to_owned(), level: None, anniversary: "2026-01-01".parse().ok() }.apply(&mut entered);
    entered.ticked.insert("gone/option/gold".to_owned());
    let back = |change| check(change, &entered, programmes(), catalog());
    assert!(back(parse_unset("held=gone").unwrap()).is_ok());
    assert!(back(Change::Tick { path: "gone/option/gold".to_owned(), on: false }).is_ok());
    assert_eq!(back(parse_unset("rule=own-1").unwrap()).unwrap_err().what, Wrong::Rule);
}
