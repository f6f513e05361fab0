//! A new skill never lowers, a person who leaves never raises: for the numbers for which that is so.
//!
//! It is so for `have` of each requirement, for the people missing in a level in all, for whether a level is met, for how
//! many may leave a level, for people of each step and for points. It is *not* so for `short` and `spare` of a single
//! requirement: somebody who newly fits the first of two may be taken from the second, where no one else is. Nor is it so
//! for the first certification that is listed of a person whose certifications were inferred from exams until then (R15):
//! the file's word ends the inference.

use super::oracle::{Someone, csv, rules, someone};
use super::*;
use proptest::prelude::*;

const TODAY: &str = "2024-03-10";

/// Smaller is worse.
#[derive(Clone, Debug, PartialEq)]
struct Figures {
    have: Vec<u32>,
    missing: u32,
    met: bool,
    spare: u32,
    points: f64,
}

fn figures(everyone: &[Someone], rules: &LevelRules) -> Figures {
    let company = company(&csv(everyone));
    let question = Question::of_day(day(TODAY));
    let level = level_of(&company, rules.clone(), &question);
    let steps = [arithmetic::gate(1, 4.0, &["X-1", "X-2"]), arithmetic::scored(&["X-2", "X-3"])];
    let points = metric_of(&company, arithmetic::metric(20.0, 3, &steps), &question).points;
    Figures {
        have: level.requirements.iter().map(|r| r.have.unwrap()).collect(),
        missing: level.requirements.iter().map(|r| r.short.unwrap()).sum(),
        met: level.skills_met.unwrap(),
        spare: level.spare.unwrap(),
        points,
    }
}

fn at_least(more: &Figures, less: &Figures) -> bool {
    more.have.iter().zip(&less.have).all(|(a, b)| a >= b)
        && more.missing <= less.missing
        && more.met >= less.met
        && more.spare >= less.spare
        && more.points >= less.points
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_new_skill_never_lowers(everyone in prop::collection::vec(someone(), 1..6), rules in rules(), who in 0usize..5, skill in 0usize..5) {
        let before = figures(&everyone, &rules);
        let mut after = everyone.clone();
        let who = who % everyone.len();
        after[who].rows.push((skill, 0, None));
        let after = figures(&after, &rules);
        prop_assert!(at_least(&after, &before), "{before:?} {after:?}");
    }

    #[test]
    fn a_person_who_leaves_never_raises(everyone in prop::collection::vec(someone(), 2..6), rules in rules(), who in 0usize..5) {
        let before = figures(&everyone, &rules);
        let mut after = everyone.clone();
        after.remove(who % everyone.len());
        let after = figures(&after, &rules);
        prop_assert!(at_least(&before, &after), "{before:?} {after:?}");
    }
}

#[test]
fn a_new_skill_may_move_a_person_from_one_requirement_to_another() {
    let rules = || {
        let others = People::DistinctFrom("r1".to_owned());
        silver(vec![requirement("r1", 1, People::Any, any_of(&["X-1"])), requirement("r2", 1, others, any_of(&["X-2"]))])
    };
    let short = |exams: &[&str]| {
        let level = level_of(&company(&holds_exams("a", exams)), rules(), &Question::of_day(day("2024-03-10")));
        level.requirements.iter().map(|r| r.short.unwrap()).collect::<Vec<_>>()
    };
    assert_eq!((short(&["X-2"]), short(&["X-1", "X-2"])), (vec![1, 0], vec![0, 1]), "filled in order");
}

#[test]
fn the_first_listed_certification_ends_what_was_inferred() {
    let have = |rows: &str| {
        let rules = silver(vec![requirement("r1", 1, People::Any, any_of(&["azure-administrator-associate"]))]);
        level_of(&company(rows), rules, &Question::of_day(day("2021-05-19"))).requirements[0].have
    };
    let exams = holds_exams("a", &["AZ-104"]);
    let listed = row("a", "certification azure-developer-associate", "2021-01-01", "2023-01-01");
    assert_eq!((have(&exams), have(&(exams + &listed))), (Some(1), Some(0)), "R15");
}
