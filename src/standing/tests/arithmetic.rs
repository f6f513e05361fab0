//! Points of designations (R13).

use super::*;
use crate::catalog::programmes::{Step, StepRole};
use rstest::rstest;

pub fn gate(min_people: u32, points_when_met: f64, ids: &[&str]) -> Step {
    let role = StepRole::Gate { min_people, points_when_met };
    Step { number: 0, role, any_of: list(ids), eligibility: Vec::new(), note: None }
}

pub fn scored(ids: &[&str]) -> Step {
    Step { number: 0, role: StepRole::Scored { max_points: None }, any_of: list(ids), eligibility: Vec::new(), note: None }
}

pub fn metric(max_points: f64, people_for_max: u32, steps: &[Step]) -> Metric {
    let steps = (1u32..).zip(steps).map(|(number, step)| Step { number, ..step.clone() }).collect();
    Metric { id: "intermediate".to_owned(), track: "enterprise".to_owned(), max_points, people_for_max, steps, note: None }
}

/// Security for large customers: two gates of two people, six people make 40.
fn enterprise() -> Metric {
    metric(40.0, 6, &[gate(2, 0.0, &["X-1"]), gate(2, 0.0, &["X-2"]), scored(&["X-3", "X-4"])])
}

/// Security for small customers: two gates of one person and 4 points each, four people make the rest of 40.
fn smb() -> Metric {
    metric(40.0, 4, &[gate(1, 4.0, &["X-1"]), gate(1, 4.0, &["X-2"]), scored(&["X-3", "X-4"])])
}

#[rstest]
#[case("nobody", smb(), &[0, 0, 0], 0.0, false)]
#[case("step 1 met and step 2 not: 4, and step 3 gives nothing", smb(), &[1, 0, 4], 4.0, false)]
#[case("step 2 met without step 1 gives nothing", smb(), &[0, 1, 4], 0.0, false)]
#[case("both gates", smb(), &[1, 1, 0], 8.0, true)]
#[case("a gate gives its points once", smb(), &[5, 7, 0], 8.0, true)]
#[case("(40 − 8) / 4 for each person", smb(), &[1, 1, 2], 24.0, true)]
#[case("four people make it", smb(), &[1, 1, 4], 40.0, true)]
#[case("and it is capped", smb(), &[1, 1, 9], 40.0, true)]
#[case("one of two people is no gate", enterprise(), &[1, 2, 6], 0.0, false)]
#[case("40 / 6 for each, never the 6.67 that is printed", enterprise(), &[2, 2, 4], 80.0 / 3.0, true)]
#[case("six people make 40, to the last digit", enterprise(), &[2, 2, 6], 40.0, true)]
#[case("15 / 7", metric(15.0, 7, &[scored(&["X-1"])]), &[3], 45.0 / 7.0, true)]
fn points_are_counted_exactly(#[case] what: &str, #[case] metric: Metric, #[case] people: &[u32], #[case] total: f64, #[case] gates: bool) {
    let points = points(&metric, people);
    assert_eq!((points.total, points.gates_met), (total, gates), "R13: {what}");
}

#[test]
fn a_step_may_have_a_cap_of_its_own() {
    let mut capped = metric(20.0, 5, &[scored(&["X-1"]), scored(&["X-2"])]);
    capped.steps[0].role = StepRole::Scored { max_points: Some(8.0) };
    assert_eq!(points(&capped, &[5, 0]).total, 8.0);
    assert_eq!(points(&capped, &[5, 2]).total, 16.0);
    assert_eq!(points(&capped, &[5, 9]).total, 20.0, "the cap of the metric");
    assert_eq!(points(&metric(20.0, 0, &[scored(&["X-1"])]), &[5]).total, 0.0, "rules without sense give nothing");
}

#[test]
fn points_are_rounded_for_output_alone() {
    assert_eq!(rounded(80.0 / 3.0), 26.67);
    assert_eq!(rounded(20.0 / 3.0), 6.67);
    assert_eq!(rounded(45.0 / 7.0), 6.43);
    assert_eq!(rounded(40.0), 40.0);
}

#[test]
fn the_security_of_four_people_is_worked_out_in_full() {
    // a and b open both gates, b scores too; c and d score. d holds two certificates and counts once.
    let rows = holds_exams("a", &["X-1", "X-2"])
        + &holds_exams("b", &["X-1", "X-2"])
        + &row("b", "exam X-3", "2025-12-01", "2026-12-31")
        + &holds_exams("c", &["X-4"])
        + &row("d", "exam X-3", "2025-12-01", "2026-11-30")
        + &row("d", "exam X-4", "2025-12-01", "2027-01-31")
        + &with("e", "No", "No", "exam X-3", "2025-12-01", "", "")
        + &row("f", "exam X-3", "2025-01-01", "2026-01-01");
    let company = company(&rows);
    let question = Question { preparation_days: 20, ..Question::of_day(day("2026-09-15")) };
    let standing = metric_of(&company, enterprise(), &question);
    assert_eq!(
        (standing.path.as_str(), rounded(standing.points), standing.gates_met),
        ("security/intermediate/enterprise", 20.0, true),
        "3 × 40 / 6"
    );
    let steps: Vec<_> = standing.steps.iter().map(|s| (s.path.as_str(), s.role, s.need, s.have, s.short, rounded(s.points))).collect();
    let expected = [
        ("security/intermediate/enterprise/1", Role::Gate, 2, 2, 0, 0.0),
        ("security/intermediate/enterprise/2", Role::Gate, 2, 2, 0, 0.0),
        ("security/intermediate/enterprise/3", Role::Scored, 6, 3, 3, 20.0),
    ];
    assert_eq!(steps, expected);
    let last = &standing.steps[2];
    assert_eq!(people(&company, last.holders.list().iter().map(|h| h.person)), ["b", "c", "d"], "each once (R13)");
    let nearly: Vec<_> = last.nearly.iter().map(|n| (people(&company, [n.person])[0].clone(), n.lacks)).collect();
    assert_eq!(nearly[0], ("e".to_owned(), Lacks::Association { account: 4 }), "the cheapest first");
    assert!(matches!(&nearly[1..], [(who, Lacks::Lapsed { account: 5, .. })] if who == "f"), "{nearly:?}");
    assert_eq!(standing.spare, Some(0));
    let critical: Vec<_> =
        standing.critical.iter().map(|(person, left)| (people(&company, [*person])[0].clone(), rounded(*left))).collect();
    let lost = [("a", 0.0), ("b", 0.0), ("c", 13.33), ("d", 13.33)].map(|(who, left)| (who.to_owned(), left));
    assert_eq!(critical, lost, "without a or b a gate closes");
    let (first, left) = standing.until.unwrap();
    assert_eq!((first.on, rounded(left)), (day("2027-01-01"), 13.33), "b's certificate ends with the year; d has a longer one");
    assert_eq!(first.renew_by, day("2026-12-02"), "that day less 10 days of refresh and 20 of preparation");
    assert_eq!(first.paths, ["security/intermediate/enterprise/3"]);
    let breakers: Vec<_> = first.breakers.iter().map(|b| (b.person, b.proof.line(&company).map(|at| at.row), b.proof.ends_by)).collect();
    assert_eq!(breakers, [(1, Some(6), EndsBy::Expiry)]);
}

#[test]
fn a_gate_that_closes_takes_all_points_with_it() {
    let rows = row("a", "exam X-1", "2025-12-01", "2026-10-31")
        + &holds_exams("b", &["X-1", "X-2", "X-3"])
        + &holds_exams("c", &["X-2", "X-3"])
        + &row("d", "exam X-3", "2025-12-01", "2026-10-31");
    let company = company(&rows);
    let standing = metric_of(&company, enterprise(), &Question::of_day(day("2026-09-15")));
    assert_eq!(standing.points, 20.0);
    let (first, left) = standing.until.unwrap();
    assert_eq!((first.on, left), (day("2026-11-01"), 0.0));
    assert_eq!(first.paths, ["security/intermediate/enterprise/1", "security/intermediate/enterprise/3"]);
    assert_eq!(people(&company, first.breakers.iter().map(|b| b.person)), ["a", "d"]);
}

#[test]
fn whoever_is_to_spare_may_leave() {
    let everyone: String = ["a", "b", "c", "d", "e", "f", "g", "h"].map(|who| holds_exams(who, &["X-1", "X-2", "X-3"])).concat();
    let standing = metric_of(&company(&everyone), enterprise(), &Question::of_day(day("2026-09-15")));
    assert_eq!((standing.points, standing.spare, standing.until), (40.0, Some(2), None), "six make 40, two are to spare");
    assert!(standing.critical.is_empty());
}

#[test]
fn a_gate_out_of_order_is_said() {
    let standing = metric_of(&company(&holds_exams("a", &["X-2", "X-3"])), smb(), &Question::of_day(day("2026-09-15")));
    assert_eq!((standing.points, standing.gates_met, standing.spare), (0.0, false, Some(0)));
    assert!(standing.notes.contains(&Note::GateOutOfOrder("security/intermediate/enterprise/2".to_owned())));
    assert!(standing.notes.contains(&Note::SkillingOnly), "R13: only skilling can be computed");
}

#[test]
fn suspected_persons_give_both_points() {
    let rows = holds_exams("a", &["X-1", "X-2"]) + &holds_exams("b", &["X-1", "X-2", "X-3"]) + &holds_exams("c", &["X-3"]);
    let company = company(&rows);
    let of = |pair| metric_of(&company, enterprise(), &Question { suspected: vec![pair], ..Question::of_day(day("2026-09-15")) });
    let apart = of((0, 2));
    assert_eq!((rounded(apart.points), apart.if_one), (13.33, None), "a and c share no step: R14 changes nothing");
    assert_eq!(of((0, 1)).if_one, Some((0.0, vec![1, 1, 2])), "if a and b are one, the gates are closed");
}

#[rstest]
#[case(None, &["enterprise", "smb", "all"])]
#[case(Some(Track::Smb), &["smb", "all"])]
#[case(Some(Track::Enterprise), &["enterprise", "all"])]
fn a_track_leaves_the_other_out(#[case] track: Option<Track>, #[case] tracks: &[&str]) {
    let of = |track: &str| Metric { track: track.to_owned(), ..enterprise() };
    let designation = designation(vec![of("enterprise"), of("smb"), of("all")]);
    let question = Question { track, ..Question::of_day(day("2026-09-15")) };
    let standing = stand(&company(&holds_exams("a", &["X-1"])), None, Some(&designation), &question, true);
    let there: Vec<&str> = standing.designations[0].metrics.iter().map(|m| m.track.as_str()).collect();
    assert_eq!(there, tracks);
    assert_eq!(standing.designations[0].skilling(Track::Smb), if track == Some(Track::Enterprise) { (0.0, 40.0) } else { (0.0, 80.0) });
}

#[test]
fn without_rules_for_the_day_there_are_no_metrics_and_that_is_said() {
    let designation = designation(Vec::new());
    let numbers = numbers();
    let rules = Rules { numbers: &numbers, designations: vec![(&designation, None)], competencies: Vec::new() };
    let company = company(&holds_exams("a", &["X-1"]));
    let index = Index::new(&company, catalog(), &[]);
    let standing = standing(&company, catalog(), &index, &rules, &Question::of_day(day("2021-05-19")));
    let only = &standing.designations[0];
    assert!(only.rules.is_none() && only.metrics.is_empty() && only.notes == [Note::NotKnown]);
}
