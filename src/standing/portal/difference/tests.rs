//! Differences between the portal and us, each worked by hand: one step, 40 points for ten people, 4 for each.

use super::*;
use crate::catalog::catalog;
use crate::catalog::programmes::Designation;
use crate::standing::tests::arithmetic::{gate, metric, scored};
use crate::standing::tests::{company, day, designation, holds_exams, numbers, people, row, rules_of, with};

fn rules() -> Designation {
    designation(vec![metric(40.0, 10, &[scored(&["X-1", "azure-administrator-associate"])])])
}

/// Our figure is of 15 September 2026, the portal's of the 10th; what counts there is at least ten days old: 31 August.
fn differ_by(rules: &Designation, company: &Company, figure: f64, suspected: &[(u32, u32)]) -> Option<Difference> {
    let numbers = numbers();
    let rules = rules_of(&numbers, None, Some(rules), true);
    let question = Question { suspected: suspected.to_vec(), ..Question::of_day(day("2026-09-15")) };
    let index = Index::new(company, catalog(), &[]);
    let portal = Portal { on: day("2026-09-10"), skilling_intermediate: Some(figure), ..Portal::default() };
    difference(company, catalog(), &index, &rules, &question, "security", Category::SkillingIntermediate, &portal)
}

fn differ(company: &Company, figure: f64) -> Option<Difference> {
    differ_by(&rules(), company, figure, &[])
}

/// Reason, people, points.
fn said(company: &Company, difference: &Difference) -> Vec<(&'static str, Vec<String>, f64)> {
    let one = |e: &Explanation| (e.why.key(), people(company, e.people.iter().map(|p| p.person)), rounded(e.points));
    difference.explanations.iter().map(one).collect()
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|n| (*n).to_owned()).collect()
}

fn seven() -> String {
    ["a", "b", "c", "d", "e", "f", "g"].map(|who| holds_exams(who, &["X-1"])).concat()
}

#[test]
fn where_both_say_the_same_there_is_nothing_to_explain() {
    assert_eq!(differ(&company(&seven()), 28.0), None);
    assert_eq!(differ(&company(&seven()), 28.01), None, "the portal prints two decimals");
}

#[test]
fn what_was_earned_too_shortly_before_is_not_in_the_portal_yet() {
    for earned in ["2026-09-11", "2026-09-01"] {
        let company = company(&(seven() + &row("h", "exam X-1", earned, "")));
        let found = differ(&company, 28.0).unwrap();
        assert_eq!((found.ours, found.portal, found.unexplained), (32.0, 28.0, 0.0));
        assert_eq!(said(&company, &found), [("too-recent", names(&["h"]), -4.0)], "{earned}");
        assert_eq!(found.explanations[0].people[0].accounts, [7]);
        assert_eq!(found.explanations[0].people[0].proofs[0].line(&company).map(|at| at.row), Some(9));
    }
    let company = company(&(seven() + &row("h", "exam X-1", "2026-08-31", "")));
    let found = differ(&company, 28.0).unwrap();
    assert_eq!((found.explanations.len(), found.unexplained), (0, -4.0), "ten days are enough (R13)");
}

#[test]
fn who_holds_an_older_certificate_too_is_not_too_recent() {
    let company = company(&(seven() + &row("a", "certification azure-administrator-associate", "2026-09-11", "2027-09-11")));
    assert_eq!(differ(&company, 28.0), None);
    assert_eq!(differ(&company, 24.0).unwrap().unexplained, -4.0);
}

#[test]
fn what_ended_meanwhile_still_counted_there() {
    let rows = seven() + &row("h", "certification azure-administrator-associate", "2025-09-12", "2026-09-12");
    let company = company(&rows);
    let found = differ(&company, 32.0).unwrap();
    assert_eq!((found.ours, found.unexplained), (28.0, 0.0));
    assert_eq!(said(&company, &found), [("ended", names(&["h"]), 4.0)]);
    assert_eq!(found.explanations[0].people[0].proofs[0].until, Some(day("2026-09-12")));
}

#[test]
fn what_was_withdrawn_meanwhile_still_counted_there() {
    let mut rules = rules();
    let steps = &mut rules.versions[0].metrics[0].steps;
    steps[0].eligibility.push(crate::catalog::programmes::Eligibility {
        id: "X-1".to_owned(),
        retired: None,
        counts_until: Some(day("2026-09-12")),
        note: None,
    });
    let company = company(&seven());
    let found = differ_by(&rules, &company, 28.0, &[]).unwrap();
    assert_eq!((found.ours, found.unexplained), (0.0, 0.0));
    assert_eq!(said(&company, &found), [("ended", names(&["a", "b", "c", "d", "e", "f", "g"]), 28.0)]);
}

#[test]
fn one_person_may_have_been_counted_twice() {
    let company = company(&seven());
    let found = differ_by(&rules(), &company, 24.0, &[(2, 5)]).unwrap();
    assert_eq!(said(&company, &found), [("suspected", names(&["f"]), -4.0)]);
    assert_eq!((found.explanations[0].people[0].other, found.unexplained), (Some(2), 0.0));
    assert_eq!(found.explanations[0].people[0].accounts, [2, 5], "both accounts are named (R14)");
}

#[test]
fn an_association_that_is_not_said_may_be_none() {
    let company = company(&(seven() + &with("h", "", "", "exam X-1", "2021-01-01", "", "")));
    let found = differ(&company, 28.0).unwrap();
    assert_eq!(said(&company, &found), [("association-open", names(&["h"]), -4.0)]);
    assert_eq!(found.unexplained, 0.0);
    let twice = with("h", "", "Yes", "exam X-1", "2021-01-01", "", "") + &with("h", "", "No", "exam X-1", "2021-01-02", "", "");
    let contradictory = crate::standing::tests::company(&(seven() + &twice));
    assert_eq!(said(&contradictory, &differ(&contradictory, 28.0).unwrap()), [("association-open", names(&["h"]), -4.0)]);
}

#[test]
fn an_inferred_certification_may_be_none() {
    let company = company(&(seven() + &row("h", "exam AZ-104", "2026-01-01", "")));
    let found = differ(&company, 28.0).unwrap();
    assert_eq!(said(&company, &found), [("inferred", names(&["h"]), -4.0)]);
    assert_eq!(found.unexplained, 0.0);
}

#[test]
fn certain_reasons_go_first_and_the_rest_is_said_as_a_number() {
    let rows = seven()
        + &row("h", "exam X-1", "2026-09-11", "")
        + &row("i", "certification azure-administrator-associate", "2025-09-12", "2026-09-12")
        + &with("j", "", "", "exam X-1", "2021-01-01", "", "");
    let company = company(&rows);
    // Ours: a to h and j, nine people. Theirs on the 10th: without h, with i.
    let found = differ(&company, 36.0);
    assert_eq!(found, None, "two reasons that cancel out leave no difference");
    let found = differ(&company, 28.0).unwrap();
    let expected = [("too-recent", names(&["h"]), -4.0), ("ended", names(&["i"]), 4.0), ("association-open", names(&["j"]), -4.0)];
    assert_eq!(said(&company, &found), expected);
    assert_eq!((found.ours, found.unexplained), (36.0, -4.0), "36 − 4 + 4 − 4 = 32, and the portal says 28");
    assert_eq!(differ(&company, 40.0).unwrap().unexplained, 4.0, "what is only possible makes nobody count more");
    assert_eq!(differ(&company, 40.0).unwrap().explanations.len(), 2);
}

#[test]
fn a_gate_that_was_closed_on_their_day_takes_all_points() {
    let rules = designation(vec![metric(40.0, 10, &[gate(2, 0.0, &["X-2"]), scored(&["X-1"])])]);
    let rows = seven() + &holds_exams("a", &["X-2"]) + &row("b", "exam X-2", "2026-09-05", "");
    let company = company(&rows);
    let found = differ_by(&rules, &company, 0.0, &[]).unwrap();
    assert_eq!((found.ours, found.unexplained), (28.0, 0.0));
    assert_eq!(said(&company, &found), [("too-recent", names(&["b"]), -28.0)]);
    assert_eq!(found.explanations[0].people[0].path, "security/intermediate/enterprise/1");
}

#[test]
fn what_cannot_be_compared_is_not() {
    let company = company(&seven());
    let numbers = numbers();
    let rules = rules();
    let both = designation(vec![rules.versions[0].metrics[0].clone(), rules.versions[0].metrics[0].clone()]);
    assert_eq!(differ_by(&both, &company, 4.0, &[]), None, "of which track is the figure?");
    let rules = rules_of(&numbers, None, Some(&rules), true);
    let index = Index::new(&company, catalog(), &[]);
    let ask = |portal: &Portal, category| {
        difference(&company, catalog(), &index, &rules, &Question::of_day(day("2026-09-15")), "security", category, portal)
    };
    let later = Portal { on: day("2026-09-16"), skilling_intermediate: Some(4.0), ..Portal::default() };
    assert_eq!(ask(&later, Category::SkillingIntermediate), None, "the report cannot know of a later day");
    let performance = Portal { on: day("2026-09-10"), performance: Some(4.0), ..Portal::default() };
    assert_eq!(ask(&performance, Category::Performance), None, "no report tells it");
}
