//! Due today is what ran out while nobody did anything.

use super::*;
use crate::cases::tests::{ana, at, case_of, day};
use crate::cases::{Awaited, Change, Id, Mark, Matter, Person, Until, When, Who, apply};
use crate::diagnosis::Code;
use rstest::rstest;

fn exam() -> Option<Matter> {
    Some(Matter::checklist("not-showing").of("AZ-104"))
}

fn on(text: &str) -> When {
    When::Day(day(text))
}

/// R3: associated on the 1st of May, so the 72 hours end with the 4th.
#[rstest]
#[case("2021-05-04", None, false)]
#[case("2021-05-05", None, true)]
#[case("2021-06-01", None, true)]
#[case("2021-06-01", Some(("2021-05-05", What::Step { list: "not-showing".to_owned(), step: "waited".to_owned(), mark: Some(Mark::Done) })), false)]
#[case("2021-06-01", Some(("2021-05-04", What::Step { list: "not-showing".to_owned(), step: "named".to_owned(), mark: Some(Mark::Done) })), true)]
#[case("2021-06-01", Some(("2021-05-06", What::Support { ticket: "77".to_owned() })), false)]
#[case("2021-06-01", Some(("2021-05-06", What::Waiting { until: None })), false)]
#[case("2021-05-07", Some(("2021-05-06", What::Asked { on: day("2021-05-06") })), false)]
#[case("2021-06-01", Some(("2021-05-06", What::Note("still not".to_owned()))), true)]
#[case("2021-06-01", Some(("2021-05-06", What::Opened { report: None })), true)]
#[case("2021-06-01", Some(("2021-05-02", What::Done { report: None })), false)]
#[case("2021-06-01", Some(("2021-05-02", What::Done { report: Some(day("2021-05-02")) })), false)]
fn what_ran_out_is_due_until_somebody_acts(#[case] now: &str, #[case] then: Option<(&'static str, What)>, #[case] is_due: bool) {
    let mut entries =
        vec![("2021-05-01", exam(), What::Opened { report: None }), ("2021-05-01", None, What::Associated { when: on("2021-05-01") })];
    entries.extend(then.map(|(time, what)| (time, exam(), what)));
    let cases = case_of(ana(), &entries);
    assert_eq!(!due(&cases.cases[0], None, at(now)).is_empty(), is_due, "R3");
}

/// What is typed in after the wait is over does not answer it.
#[test]
fn a_case_that_comes_late_is_due_at_once() {
    let entries = [
        ("2021-06-01", exam(), What::Opened { report: None }),
        ("2021-06-01", exam(), What::Earned { when: on("2021-05-01"), awaited: Awaited::Skill }),
        ("2021-06-01", None, What::Associated { when: on("2021-05-02") }),
    ];
    let cases = case_of(ana(), &entries);
    assert_eq!(due(&cases.cases[0], None, at("2021-06-01")).len(), 1);
}

#[rstest]
#[case("2021-05-07", &[], false)]
#[case("2021-05-08", &[], true)]
#[case("2021-05-09", &[("2021-05-08", What::Reminded { on: day("2021-05-08") })], false)]
#[case("2021-05-15", &[("2021-05-08", What::Reminded { on: day("2021-05-08") })], true)]
#[case("2021-05-15", &[("2021-05-03", What::Answered { on: day("2021-05-03") })], false)]
#[case("2021-05-15", &[("2021-05-03", What::Associated { when: on("2021-05-15") })], false)]
fn no_answer_for_seven_days_is_due(#[case] now: &str, #[case] then: &[(&'static str, What)], #[case] is_due: bool) {
    let about = Some(Matter::finding(Code::NotAssociated));
    let mut entries = vec![
        ("2021-05-01", about.clone(), What::Opened { report: None }),
        ("2021-05-01", about.clone(), What::Asked { on: day("2021-05-01") }),
    ];
    entries.extend(then.iter().map(|(time, what)| (*time, about.clone(), what.clone())));
    let cases = case_of(ana(), &entries);
    assert_eq!(!due(&cases.cases[0], None, at(now)).is_empty(), is_due);
}

/// What is done for another point does not answer for this one.
#[test]
fn each_point_is_answered_by_itself() {
    let other = || Some(Matter::finding(Code::BadEmail));
    let entries = [
        ("2021-05-01", exam(), What::Opened { report: None }),
        ("2021-05-01", exam(), What::Asked { on: day("2021-05-01") }),
        ("2021-05-01", other(), What::Opened { report: None }),
        ("2021-05-09", other(), What::Done { report: None }),
    ];
    let cases = case_of(ana(), &entries);
    assert_eq!(due(&cases.cases[0], None, at("2021-05-10")).len(), 1);
}

#[test]
fn what_is_due_longest_comes_first_and_the_company_knows_its_move() {
    let pmc = Some(Matter::finding(Code::PmcOnly));
    let mut cases = case_of(
        ana(),
        &[("2021-05-01", exam(), What::Opened { report: None }), ("2021-05-01", exam(), What::Asked { on: day("2021-05-01") })],
    );
    let bo = Who::Person(Person::typed("Bo", "bo@contoso.example", ""));
    let put = |case: &str, who: &Who, about, what| Change::Put {
        case: Id::from(case),
        who: who.clone(),
        entry: Box::new(crate::cases::Entry::new(at("2021-05-01"), about, what)),
    };
    let changes =
        [put("two", &bo, pmc, What::Opened { report: None }), put("three", &Who::Company, None, What::Moved { on: day("2020-10-15") })];
    apply(&changes, &mut cases);
    assert_eq!(cases.moved(), Some(day("2020-10-15")));
    let all = due_today(&cases, Some(day("2020-01-01")), at("2021-05-10"));
    let told: Vec<_> = all.iter().map(|due| (due.case.id.as_str(), due.clocks[0].which, due.clocks[0].until)).collect();
    let expected = [("two", Which::Pmc, Until::Through(day("2021-04-15"))), ("one", Which::Answer, Until::From(day("2021-05-08")))];
    assert_eq!(told, expected, "R7");
}
