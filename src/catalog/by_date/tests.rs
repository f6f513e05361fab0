//! Which rules hold on which day.

use rstest::rstest;

use super::super::own::{gathered, programmes};
use super::super::programmes::CategoryPoints;
use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// What a choice says, in a word: `2023-10`, `2023-10 up to 2023-10-23`, `from 2023-06-13`.
fn said<T>(choice: Choice<'_, T>, id: impl Fn(&T) -> &str) -> String {
    match choice {
        Choice::Proven(rules) => id(rules).to_owned(),
        Choice::BeyondProof { rules, proven_to } => format!("{} up to {proven_to}", id(rules)),
        Choice::BeforeFirst { from } => format!("from {from}"),
        Choice::Unknown => "unknown".to_owned(),
    }
}

#[rstest]
#[case("security", "2022-10-03", "from 2023-06-13")]
#[case("security", "2023-06-12", "from 2023-06-13")]
#[case("security", "2023-06-13", "2023-06")]
#[case("security", "2023-11-30", "2023-06")]
#[case("security", "2023-12-01", "2023-12")]
#[case("security", "2023-12-02", "2023-12 up to 2023-12-01")]
#[case("security", "2026-06-30", "2023-12 up to 2023-12-01")]
#[case("security", "2026-07-01", "2026-07")]
#[case("data-ai", "2023-10-23", "2023-10")]
#[case("data-ai", "2023-10-24", "2023-10 up to 2023-10-23")]
#[case("data-ai", "2025-03-01", "2023-10 up to 2023-10-23")]
#[case("data-ai", "2026-09-15", "2026-07")]
#[case("data-ai", "2026-11-23", "2026-07")]
#[case("data-ai", "2026-11-24", "2026-07 up to 2026-11-23")]
#[case("data-ai", "1990-01-01", "from 2023-06-13")]
fn versions_are_chosen_by_date(#[case] id: &str, #[case] on: &str, #[case] expected: &str) {
    let designation = programmes().designations.iter().find(|d| d.id == id).unwrap();
    assert_eq!(said(version_on(designation, day(on)), |v| &v.id), expected);
}

#[rstest]
#[case("cloud-platform", "azure-consumption", "2017-12-14", "from 2017-12-15")]
#[case("cloud-platform", "azure-consumption", "2018-10-29", "azure-consumption")]
#[case("cloud-platform", "azure-consumption", "2021-05-19", "azure-consumption up to 2018-10-29")]
#[case("cloud-business-applications", "pci-customer-engagement", "2021-05-19", "pci-customer-engagement")]
#[case("cloud-business-applications", "pci-customer-engagement", "2021-03-31", "from 2021-04-01")]
#[case("cloud-business-applications", "pci-customer-engagement", "2022-01-31", "pci-customer-engagement up to 2021-05-28")]
#[case("small-and-midmarket-cloud-solutions", "pci-cloud-business-applications-smb", "2021-01-26", "pci-cloud-business-applications-smb")]
fn options_are_held_against_their_dates(#[case] competency: &str, #[case] id: &str, #[case] on: &str, #[case] expected: &str) {
    let competency = programmes().competencies.iter().find(|c| c.id == competency).unwrap();
    let (_, choice) = options_on(competency, day(on)).find(|(o, _)| o.id == id).unwrap();
    assert_eq!(said(choice, |o| &o.id), expected);
}

#[rstest]
#[case("2018-01-01", Programme::Competencies)]
#[case("2022-09-30", Programme::Competencies)]
#[case("2022-10-01", Programme::Between)]
#[case("2022-10-02", Programme::Between)]
#[case("2022-10-03", Programme::Designations)]
#[case("2026-09-15", Programme::Designations)]
fn a_day_belongs_to_a_programme(#[case] on: &str, #[case] programme: Programme) {
    assert_eq!(programme_on(&programmes().rules, day(on)), programme);
}

/// A version: id, first and last day, what it rests on.
type Given = (&'static str, Option<&'static str>, Option<&'static str>, Confidence, bool);

fn designation(versions: &[Given]) -> Designation {
    let version = |(id, from, to, confidence, entered): &Given| DesignationVersion {
        id: (*id).to_owned(),
        validity: Validity {
            from: from.map(day),
            to: to.map(day),
            confidence: *confidence,
            sources: Vec::new(),
            note: None,
            entered: *entered,
        },
        categories: CategoryPoints::default(),
        track_rule: None,
        metrics: Vec::new(),
    };
    let versions = versions.iter().map(version).collect();
    Designation { id: "x".to_owned(), name: "X".to_owned(), short: "X".to_owned(), replaces: Vec::new(), versions }
}

const HIGH: Confidence = Confidence::High;

#[rstest]
#[case::none(&[], "2026-01-01", "unknown")]
#[case::weak(&[("weak", Some("2025-01-01"), None, Confidence::Low, false)], "2026-01-01", "unknown")]
#[case::weak_between(
    &[("old", Some("2024-01-01"), Some("2024-12-31"), HIGH, false), ("weak", Some("2025-01-01"), None, Confidence::Low, false)],
    "2026-01-01",
    "old up to 2024-12-31"
)]
#[case::no_dates_at_all(&[("always", None, None, HIGH, true)], "1999-01-01", "always")]
#[case::entered_and_open(&[("mine", Some("2025-01-01"), None, HIGH, true)], "2040-01-01", "mine")]
#[case::the_names_mean_nothing(
    &[("2030", Some("2020-01-01"), Some("2020-12-31"), HIGH, false), ("1999", Some("2021-01-01"), None, HIGH, false)],
    "2022-01-01",
    "1999"
)]
#[case::the_newer_ends_the_older(
    &[("mine", Some("2025-01-01"), None, HIGH, true), ("new", Some("2026-07-01"), None, HIGH, false)],
    "2026-09-01",
    "new"
)]
#[case::entered_for_this_time(
    &[("mine", Some("2025-01-01"), Some("2026-12-31"), HIGH, true), ("new", Some("2026-07-01"), None, HIGH, false)],
    "2026-09-01",
    "mine"
)]
#[case::the_last_day_is_in(&[("x", Some("2025-01-01"), Some("2025-12-31"), HIGH, true)], "2025-12-31", "x")]
#[case::behind_it(&[("x", Some("2025-01-01"), Some("2025-12-31"), HIGH, true)], "2026-01-01", "x up to 2025-12-31")]
#[case::the_first_of_all(
    &[("b", Some("2025-01-01"), None, HIGH, true), ("a", Some("2024-01-01"), Some("2024-06-30"), HIGH, true)],
    "2023-12-31",
    "from 2024-01-01"
)]
fn what_holds(#[case] versions: &[Given], #[case] on: &str, #[case] expected: &str) {
    assert_eq!(said(version_on(&designation(versions), day(on)), |v| &v.id), expected);
}

#[test]
fn the_rules_are_of_the_day_on_which_they_were_gathered() {
    assert_eq!(gathered(), Some(day("2026-11-23")));
}

#[test]
fn what_is_marked_is_used_all_the_same() {
    let designation = &programmes().designations[0];
    let choice = version_on(designation, day("2025-01-01"));
    assert!(!choice.is_proven() && choice.rules().is_some());
    assert!(version_on(designation, day("2020-01-01")).rules().is_none());
}
