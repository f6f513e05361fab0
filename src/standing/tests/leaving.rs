//! What is lost with a person is what the standing without the person lacks.

use super::oracle::{Someone, csv, holds, rules, someone};
use super::*;
use crate::catalog::programmes::{OptionKind, ScoreMetric, ScoreRules, Step, StepRole};
use proptest::prelude::*;

const TODAY: &str = "2024-03-10";

/// Of the ids that people hold, one was withdrawn on a day that nobody knows, and one is certified by others.
fn mixed(id: &str) -> String {
    id.replace("X-4", "mcsa-linux-on-azure").replace("X-5", "psm-i")
}

fn mixed_holds(holds: &mut Holds) {
    let Holds { any_of, all_of, any_set_of, one_from_each, .. } = holds;
    let lists = [any_of, all_of].into_iter().chain(any_set_of).chain(one_from_each);
    lists.flatten().for_each(|id| *id = mixed(id));
}

/// Everything that can be lost: a level, two metrics of a designation, points for people.
fn everything(everyone: &[Someone], level: &LevelRules, metrics: &[Metric], score: &Holds, question: &Question) -> Standing {
    let company = company(&mixed(&csv(everyone)));
    let mut competency = competency(vec![level.clone()]);
    let kind = OptionKind::Score(ScoreRules {
        silver_from: 10,
        gold_from: 20,
        most: 100,
        metrics: vec![ScoreMetric { name: "people".to_owned(), max_points: 10.0, people: Some((3, 2, score.clone())) }],
        grace: Vec::new(),
    });
    competency.options.push(CompetencyOption { id: "points".to_owned(), kind, ..competency.options[0].clone() });
    stand(&company, Some(&competency), Some(&designation(metrics.to_vec())), question, true)
}

fn level(of: &Standing) -> &LevelStanding {
    &of.competencies[0].options[0].levels()[0]
}

fn score(of: &Standing) -> &ScoreMetricStanding {
    match &of.competencies[0].options[1].kind {
        OptionStandingKind::Score(score) => &score.metrics[0],
        OptionStandingKind::Levels(_) => panic!("it has points"),
    }
}

fn step() -> impl Strategy<Value = Step> {
    (holds(), prop::option::weighted(0.6, (1u32..3, 0u32..5))).prop_map(|(holds, gate)| Step {
        number: 0,
        role: gate.map_or(StepRole::Scored { max_points: None }, |(min_people, points)| StepRole::Gate {
            min_people,
            points_when_met: points.into(),
        }),
        any_of: if holds.any_of.is_empty() { list(&["X-1"]) } else { holds.any_of },
        eligibility: Vec::new(),
        note: None,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_200))]

    #[test]
    fn the_loss_is_what_the_standing_without_the_person_lacks(
        everyone in prop::collection::vec(someone(), 1..6),
        (mut rules, open) in (rules(), prop::collection::vec(any::<bool>(), 3)),
        (steps, people_for_max) in (prop::collection::vec(step(), 1..5), 1u32..5),
        mut points in holds(),
        ticked in prop::collection::vec(0u32..5, 0..3),
    ) {
        for (requirement, open) in rules.requirements.iter_mut().zip(open) {
            mixed_holds(&mut requirement.holds);
            requirement.ambiguous = open.then(|| "not said".to_owned());
        }
        mixed_holds(&mut points);
        let metrics = [arithmetic::metric(20.0, people_for_max, &steps)];
        let many = u32::try_from(everyone.len()).unwrap();
        let question = Question {
            external: ticked.iter().filter(|who| **who < many).map(|who| (*who, "psm-i".to_owned())).collect(),
            ..Question::of_day(day(TODAY))
        };
        let now = everything(&everyone, &rules, &metrics, &points, &question);
        for who in 0..many {
            // Who leaves takes away what was ticked for them; who comes behind moves up.
            let others = question.external.iter().filter(|(of, _)| *of != who).map(|(of, id)| (of - u32::from(*of > who), id.clone()));
            let question = Question { external: others.collect(), ..question.clone() };
            let mut left = everyone.clone();
            left.remove(who as usize);
            let then = everything(&left, &rules, &metrics, &points, &question);
            let leaving = now.without(who);

            let (metric, after) = (&now.designations[0].metrics[0], &then.designations[0].metrics[0]);
            let told = leaving.metrics.first();
            prop_assert_eq!(told.map_or(metric.points, |m| m.points), after.points);
            prop_assert_eq!(told.map_or(metric.gates_met, MetricLeft::gates_met), after.gates_met);
            if let Some((step, people)) = told.and_then(|m| m.gate) {
                let after = after.steps.iter().find(|s| s.number == step.number).unwrap();
                prop_assert_eq!((step.short, after.have, after.short), (0, people, 1));
            }

            let (before, after) = (level(&now), level(&then));
            let told = leaving.levels.first();
            let met = told.map_or(before.skills_met, |l| l.skills_met);
            // Of what cannot be told now, or is not met, nothing can be lost.
            if before.skills_met == Some(true) {
                prop_assert_eq!(met, after.skills_met, "{} of {:?}", who, everyone);
            } else {
                prop_assert_eq!(met, before.skills_met);
                prop_assert!(after.skills_met != Some(true));
            }
            if let Some((people, need)) = told.and_then(|l| l.people) {
                prop_assert!(after.requirements.iter().any(|r| (r.have, r.need) == (Some(people), need) && people < need));
            }

            let told = leaving.scores.first().map_or(score(&now).people.as_ref().unwrap().points.0, |s| s.points.1);
            prop_assert_eq!(told, score(&then).people.as_ref().unwrap().points.0);
        }
    }
}

#[test]
fn a_person_leaves_with_all_accounts() {
    let rows = "a,P,a@x.example,8000001,No,Yes,exam,,X-1,2020-06-01,,\n\
                a,P,a@home.example,8000001,No,Yes,exam,,X-2,2020-06-01,,\n\
                b,P,b@x.example,8000002,No,Yes,exam,,X-2,2020-06-01,,\n";
    let company = company(rows);
    let rules = || silver(vec![requirement("r1", 1, People::Any, any_of(&["X-1"])), requirement("r2", 1, People::Any, any_of(&["X-2"]))]);
    let competency = competency(vec![rules()]);
    let standing = stand(&company, Some(&competency), None, &Question::of_day(day(TODAY)), true);
    let with_a = standing.without(company.account(1).person);
    assert_eq!((with_a.levels[0].skills_met, with_a.levels[0].people), (Some(false), Some((0, 1))), "R14");
    let with_b = standing.without(company.account(2).person);
    assert!(!with_b.levels[0].is_loss() && with_b.levels[0].people.is_none());
    assert!(standing.without(99).is_empty());
}
