//! Every clock by its rule: since when, until when, and at what moment it is over.

use super::*;
use crate::cases::tests::{ana, at, case_of, day};
use crate::cases::{Cases, Who};
use rstest::rstest;

fn exam() -> Matter {
    Matter::checklist("not-showing").of("AZ-104")
}

fn opened(matter: Matter) -> (&'static str, Option<Matter>, What) {
    ("2021-01-01", Some(matter), What::Opened { report: None })
}

fn on(text: &str) -> When {
    When::Day(day(text))
}

fn earned(when: When, awaited: Awaited) -> What {
    What::Earned { when, awaited }
}

/// The clocks at a time: which, until, and whether it is over.
fn at_time(cases: &Cases, now: &str) -> Vec<(Which, Until, bool)> {
    clocks(&cases.cases[0], None, at(now)).into_iter().map(|clock| (clock.which, clock.until, clock.is_over)).collect()
}

/// R3: 72 hours from the later of earning and associating. Of a day whose hour is not known the whole day counts.
#[rstest]
#[case(Some(on("2021-05-01")), None, Until::Through(day("2021-05-04")))]
#[case(None, Some(on("2021-05-01")), Until::Through(day("2021-05-04")))]
#[case(Some(on("2021-05-01")), Some(on("2021-05-03")), Until::Through(day("2021-05-06")))]
#[case(Some(on("2021-05-05")), Some(on("2021-05-03")), Until::Through(day("2021-05-08")))]
#[case(Some(on("2021-05-01")), Some(When::Time(at("2021-05-02T09:30:00+02:00"))), Until::At(at("2021-05-05T09:30:00+02:00")))]
#[case(Some(on("2021-05-02")), Some(When::Time(at("2021-05-02T09:30:00+02:00"))), Until::Through(day("2021-05-05")))]
#[case(
    Some(When::Time(at("2021-05-02T09:00:00+00:00"))),
    Some(When::Time(at("2021-05-02T09:30:00+02:00"))),
    Until::At(at("2021-05-05T09:00:00+00:00"))
)]
fn a_skill_shows_after_72_hours(#[case] won: Option<When>, #[case] joined: Option<When>, #[case] until: Until) {
    let mut entries = vec![opened(exam())];
    entries.extend(won.map(|when| ("2021-01-02", Some(exam()), earned(when, Awaited::Skill))));
    entries.extend(joined.map(|when| ("2021-01-02", None, What::Associated { when })));
    let cases = case_of(ana(), &entries);
    assert_eq!(at_time(&cases, "2021-05-01"), [(Which::Shows(Awaited::Skill), until, false)], "R3");
}

#[rstest]
#[case(Until::Through(day("2021-05-04")), "2021-05-04T23:59:59Z", false)]
#[case(Until::Through(day("2021-05-04")), "2021-05-05T00:00:00Z", true)]
#[case(Until::From(day("2021-05-04")), "2021-05-03T23:59:59Z", false)]
#[case(Until::From(day("2021-05-04")), "2021-05-04T00:00:00+02:00", true)]
#[case(Until::At(at("2021-05-04T09:00:00+02:00")), "2021-05-04T06:59:59Z", false)]
#[case(Until::At(at("2021-05-04T09:00:00+02:00")), "2021-05-04T07:00:00Z", true)]
fn a_wait_is_over_at_its_end(#[case] until: Until, #[case] now: &str, #[case] over: bool) {
    assert_eq!(until.is_over(at(now)), over);
}

#[rstest]
#[case(Awaited::Assessment, "2021-05-11", Some("2021-05-08"), "R3")]
#[case(Awaited::Points, "2021-05-11", None, "R13")]
#[case(Awaited::Skill, "2021-05-04", None, "R3")]
fn some_take_longer(#[case] awaited: Awaited, #[case] until: &str, #[case] earliest: Option<&str>, #[case] rule: &str) {
    let cases = case_of(ana(), &[opened(exam()), ("2021-05-02", Some(exam()), earned(on("2021-05-01"), awaited))]);
    let clock = &clocks(&cases.cases[0], None, at("2021-05-02"))[0];
    assert_eq!((clock.until, clock.earliest), (Until::Through(day(until)), earliest.map(day)), "{rule}");
}

/// What the whole case waits for is told once; a point that has its own day waits by itself; one of another kind does not wait.
#[test]
fn one_wait_is_told_once() {
    let entries = [
        opened(exam()),
        opened(Matter::finding(Code::NotAssociated)),
        opened(Matter::finding(Code::NoSkills)),
        opened(Matter::finding(Code::DuplicateRow)),
        ("2021-05-02", None, What::Associated { when: on("2021-05-02") }),
    ];
    let cases = case_of(ana(), &entries);
    assert_eq!(at_time(&cases, "2021-05-02").len(), 1);
    let own = ("2021-05-03", Some(exam()), earned(on("2021-05-03"), Awaited::Skill));
    let cases = case_of(ana(), &[&entries[..], &[own]].concat());
    let about: Vec<bool> = clocks(&cases.cases[0], None, at("2021-05-02")).iter().map(|clock| clock.about.is_some()).collect();
    assert_eq!(about, [true, false]);
}

#[rstest]
#[case(on("2021-05-01"), Until::Through(day("2021-05-02")))]
#[case(When::Time(at("2021-05-01T15:00:00Z")), Until::At(at("2021-05-02T15:00:00Z")))]
fn a_merge_shows_within_24_hours(#[case] when: When, #[case] until: Until) {
    let duplicate = Matter::finding(Code::PossibleDuplicate).with("8000016");
    let merged = ("2021-05-01", Some(duplicate.clone()), What::MergeConfirmed { when });
    let cases = case_of(ana(), &[opened(duplicate), merged]);
    assert_eq!(at_time(&cases, "2021-05-01"), [(Which::Merge, until, false)], "R3, T1");
}

/// R8: 30 days between two, three in a year.
#[rstest]
#[case(&[], None)]
#[case(&["2021-05-01"], Some("2021-05-31"))]
#[case(&["2021-05-01", "2021-02-01"], Some("2021-05-31"))]
#[case(&["2021-02-01", "2021-05-01", "2021-07-01"], Some("2022-02-01"))]
#[case(&["2020-02-01", "2021-05-01", "2021-07-01"], Some("2021-07-31"))]
#[case(&["2020-07-15", "2021-05-01", "2021-07-01"], Some("2021-07-31"))]
#[case(&["2020-08-15", "2021-05-01", "2021-07-01"], Some("2021-08-15"))]
#[case(&["2020-01-01", "2021-02-01", "2021-05-01", "2021-07-01"], Some("2022-02-01"))]
#[case(&["2021-05-01", "2021-05-01", "2021-05-01"], Some("2021-05-31"))]
#[case(&["2024-01-31"], Some("2024-03-01"))]
fn the_next_association(#[case] days: &[&str], #[case] next: Option<&str>) {
    let days: Vec<NaiveDate> = days.iter().copied().map(day).collect();
    assert_eq!(next_association(&days), next.map(day), "R8");
}

/// T4: what the profile shows goes before what is reckoned.
#[test]
fn who_was_refused_waits_for_the_day() {
    let limit = Matter::checklist("limit");
    let associated = ("2021-05-01", None, What::Associated { when: on("2021-05-01") });
    let cases = case_of(ana(), &[opened(limit.clone()), associated.clone()]);
    assert_eq!(at_time(&cases, "2021-05-02"), [(Which::Association, Until::From(day("2021-05-31")), false)], "R8");
    let shown = ("2021-05-02", Some(limit.clone()), What::MayAssociate { from: day("2021-09-01") });
    let cases = case_of(ana(), &[opened(limit), associated.clone(), shown]);
    assert_eq!(at_time(&cases, "2021-09-01"), [(Which::Association, Until::From(day("2021-09-01")), true)], "T4");
    // Whoever only waits for a first association to show has no such clock.
    let cases = case_of(ana(), &[opened(exam()), associated]);
    assert!(at_time(&cases, "2021-05-02").iter().all(|(which, ..)| *which != Which::Association));
}

/// R7: the last day of the six months is one of them.
#[rstest]
#[case("2021-08-31", None, "2022-02-28", false)]
#[case("2021-03-01", None, "2021-09-01", false)]
#[case("2021-03-01", Some("2021-03-10"), "2021-09-10", false)]
fn pmc_counts_for_six_months(#[case] moved: &str, #[case] own: Option<&str>, #[case] last: &str, #[case] over: bool) {
    let mut entries = vec![opened(Matter::finding(Code::PmcOnly)), opened(Matter::finding(Code::Expired).of("x"))];
    entries.extend(own.map(|on| ("2021-03-01", None, What::Moved { on: day(on) })));
    let cases = case_of(ana(), &entries);
    let found = clocks(&cases.cases[0], Some(day(moved)), at(&format!("{last}T23:00:00Z")));
    let found: Vec<_> = found.into_iter().map(|clock| (clock.which, clock.until, clock.is_over)).collect();
    assert_eq!(found, [(Which::Pmc, Until::Through(day(last)), over)], "R7");
}

#[test]
fn without_the_day_of_the_move_there_is_no_clock() {
    let cases = case_of(ana(), &[opened(Matter::finding(Code::PmcOnly))]);
    assert!(at_time(&cases, "2021-05-01").is_empty(), "R7");
}

#[rstest]
#[case(&[What::Asked { on: day("2021-05-01") }], Some("2021-05-08"))]
#[case(&[What::Asked { on: day("2021-05-01") }, What::Reminded { on: day("2021-05-08") }], Some("2021-05-15"))]
#[case(&[What::Asked { on: day("2021-05-01") }, What::Waiting { until: None }, What::Note("voice mail".to_owned())], Some("2021-05-08"))]
#[case(&[What::Asked { on: day("2021-05-01") }, What::Answered { on: day("2021-05-03") }], None)]
#[case(&[What::Asked { on: day("2021-05-01") }, What::Support { ticket: String::new() }], None)]
#[case(&[What::Asked { on: day("2021-05-01") }, What::Done { report: None }], None)]
fn an_answer_is_waited_for_seven_days(#[case] happened: &[What], #[case] until: Option<&str>) {
    let about = Matter::finding(Code::BadEmail);
    let happened = happened.iter().map(|what| ("2021-05-01", Some(about.clone()), what.clone()));
    let cases = case_of(ana(), &[opened(about.clone())].into_iter().chain(happened).collect::<Vec<_>>());
    let expected: Vec<_> = until.map(|until| (Which::Answer, Until::From(day(until)), false)).into_iter().collect();
    assert_eq!(at_time(&cases, "2021-05-02"), expected);
}

#[test]
fn a_day_of_ones_own_holds_while_it_is_waited() {
    let wait = ("2021-05-01", Some(exam()), What::Waiting { until: Some(day("2021-05-10")) });
    let cases = case_of(Who::Company, &[opened(exam()), wait.clone()]);
    assert_eq!(at_time(&cases, "2021-05-10"), [(Which::Own, Until::From(day("2021-05-10")), true)]);
    let cases = case_of(Who::Company, &[opened(exam()), wait, ("2021-05-02", Some(exam()), What::Opened { report: None })]);
    assert!(at_time(&cases, "2021-05-10").is_empty());
}

#[test]
fn how_long_is_left_is_known_of_a_moment_alone() {
    let end = Until::At(at("2021-05-04T09:00:00Z"));
    assert_eq!(end.left(at("2021-05-04T08:00:00Z")), TimeDelta::try_hours(1));
    assert_eq!((end.left(at("2021-05-04T09:00:00Z")), Until::From(day("2021-05-04")).left(at("2021-05-01"))), (None, None));
}

/// Days at the end of what a calendar knows are no reason to stop.
#[test]
fn impossible_days_are_borne() {
    let far = NaiveDate::MAX;
    let entries = [
        opened(exam()),
        opened(Matter::finding(Code::PmcOnly)),
        opened(Matter::checklist("limit")),
        ("2021-05-01", None, What::Associated { when: When::Day(far) }),
        ("2021-05-01", None, What::Asked { on: far }),
        ("2021-05-01", None, What::Moved { on: far }),
        ("2021-05-01", None, What::MergeConfirmed { when: When::Day(far) }),
    ];
    assert!(at_time(&case_of(ana(), &entries), "2021-05-01").is_empty());
}
