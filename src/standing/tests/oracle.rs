//! Against brute force: small random companies and rules of every kind, each number counted from its definition by going
//! through all assignments and all sets of leavers.

use super::*;
use crate::catalog::programmes::{Step, StepRole};
use proptest::prelude::*;

const IDS: [&str; 5] = ["X-1", "X-2", "X-3", "X-4", "X-5"];
const TODAY: &str = "2024-03-10";

/// One row: credential, which of the person's two accounts, days from today to its end.
pub type Row = (usize, usize, Option<i64>);

/// A person: what each of the two accounts says of Partner Center, and the rows.
#[derive(Clone, Debug)]
pub struct Someone {
    pub pc: [&'static str; 2],
    pub rows: Vec<Row>,
}

pub fn someone() -> impl Strategy<Value = Someone> {
    let pc = || prop::sample::select(vec!["Yes", "Yes", "Yes", "", "No"]);
    let end = prop_oneof![Just(None), (-2i64..7).prop_map(Some)];
    ([pc(), pc()], prop::collection::vec((0..IDS.len(), 0usize..2, end), 0..5)).prop_map(|(pc, rows)| Someone { pc, rows })
}

pub fn csv(everyone: &[Someone]) -> String {
    let today = day(TODAY);
    let mut text = String::new();
    for (number, someone) in everyone.iter().enumerate() {
        // Both accounts are there even without a skill: the same MCID makes them one person (R14).
        for (account, pc) in someone.pc.iter().enumerate() {
            let mut empty = true;
            for (id, _, end) in someone.rows.iter().filter(|(_, of, _)| *of == account) {
                let end = end.map(|days| (today + chrono::TimeDelta::days(days)).to_string()).unwrap_or_default();
                text += &format!("p{number},P,p{number}-{account}@x.example,80000{number},No,{pc},exam,,{},2020-01-01,,{end}\n", IDS[*id]);
                empty = false;
            }
            if empty {
                text += &format!("p{number},P,p{number}-{account}@x.example,80000{number},No,{pc},,,,,,\n");
            }
        }
    }
    text
}

/// What counts for a person so many days from today, from the definition.
fn held(someone: &Someone, days: i64) -> Vec<usize> {
    let counts = |row: &&Row| someone.pc[row.1] != "No" && row.2.is_none_or(|end| end >= days);
    someone.rows.iter().filter(counts).map(|row| row.0).collect()
}

fn meets(holds: &Holds, held: &[usize]) -> bool {
    let has = |id: &String| held.iter().any(|h| IDS[*h] == id);
    (holds.any_of.is_empty() || holds.any_of.iter().any(has))
        && holds.all_of.iter().all(has)
        && (holds.any_set_of.is_empty() || holds.any_set_of.iter().any(|set| set.iter().all(has)))
        && holds.one_from_each.iter().all(|list| list.iter().any(has))
}

fn ids() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(prop::sample::select(IDS.to_vec()), 1..3).prop_map(|ids| list(&ids))
}

pub fn holds() -> impl Strategy<Value = Holds> {
    let lists = || prop::collection::vec(ids(), 1..3);
    prop_oneof![
        3 => ids().prop_map(|any_of| Holds { any_of, ..Holds::default() }),
        2 => ids().prop_map(|all_of| Holds { all_of, ..Holds::default() }),
        2 => lists().prop_map(|any_set_of| Holds { any_set_of, ..Holds::default() }),
        2 => lists().prop_map(|one_from_each| Holds { one_from_each, ..Holds::default() }),
        1 => (ids(), ids(), lists()).prop_map(|(any_of, all_of, any_set_of)| Holds { any_of, all_of, any_set_of, ..Holds::default() }),
    ]
}

/// Up to three requirements, which may refer to any other.
pub fn rules() -> impl Strategy<Value = LevelRules> {
    let one = (1u32..4, holds(), 0usize..3, 0u8..3);
    prop::collection::vec(one, 1..4).prop_map(|all| {
        let many = all.len();
        let each = all.into_iter().enumerate().map(|(at, (count, holds, other, relation))| {
            let other = other % many;
            let id = format!("r{}", other + 1);
            let people = match relation {
                1 if other != at => People::SubsetOf(id),
                2 if other != at => People::DistinctFrom(id),
                _ => People::Any,
            };
            requirement(&format!("r{}", at + 1), count, people, holds)
        });
        silver(each.collect())
    })
}

/// Who meets which requirement.
type Table = Vec<Vec<bool>>;

fn table(rules: &LevelRules, everyone: &[Someone], days: i64) -> Table {
    let of = |r: &Requirement| everyone.iter().map(|s| meets(&r.holds, &held(s, days))).collect();
    rules.requirements.iter().map(of).collect()
}

/// Every way to count people for requirements; the one that fills most, of equals the one that fills the earlier first.
fn best(rules: &LevelRules, table: &Table, people: usize, gone: u32) -> Vec<u32> {
    fn go(rules: &LevelRules, table: &Table, people: usize, gone: u32, person: usize, filled: &mut Vec<u32>, best: &mut Vec<u32>) {
        if person == people {
            if (filled.iter().sum::<u32>(), &*filled) > (best.iter().sum::<u32>(), &*best) {
                best.clone_from(filled);
            }
            return;
        }
        let many = rules.requirements.len();
        for way in 0..1usize << many {
            let is_in = |at: usize| way >> at & 1 == 1;
            let index = |id: &String| rules.requirements.iter().position(|r| r.id == *id).unwrap();
            let allowed = (0..many).filter(|at| is_in(*at)).all(|at| {
                let linked = match &rules.requirements[at].people {
                    People::Any => true,
                    People::SubsetOf(id) => is_in(index(id)),
                    People::DistinctFrom(id) => !is_in(index(id)),
                };
                linked && gone >> person & 1 == 0 && table[at][person] && filled[at] < rules.requirements[at].count
            });
            if allowed {
                (0..many).filter(|at| is_in(*at)).for_each(|at| filled[at] += 1);
                go(rules, table, people, gone, person + 1, filled, best);
                (0..many).filter(|at| is_in(*at)).for_each(|at| filled[at] -= 1);
            }
        }
    }
    let mut best = vec![0; rules.requirements.len()];
    go(rules, table, people, gone, 0, &mut vec![0; rules.requirements.len()], &mut best);
    best
}

/// The largest k such that it stays so whoever of any k people leave; 0 where it is not so.
fn spare(people: usize, stays: impl Fn(u32) -> bool) -> u32 {
    let holds = |k: u32| (0..1u32 << people).filter(|gone| gone.count_ones() == k).all(&stays);
    (0u32..).take(people + 1).take_while(|k| holds(*k)).last().unwrap_or(0)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_200))]

    #[test]
    fn a_level_is_what_brute_force_says(everyone in prop::collection::vec(someone(), 1..6), rules in rules()) {
        let company = company(&csv(&everyone));
        prop_assert_eq!(company.people as usize, everyone.len());
        let level = level_of(&company, rules.clone(), &Question::of_day(day(TODAY)));
        let many = everyone.len();
        let now = table(&rules, &everyone, 0);
        // Who leaves, leaves; what is left is asked again.
        let known: Vec<Vec<u32>> = (0..1u32 << many).map(|gone| best(&rules, &now, many, gone)).collect();
        let is_full = |filled: &[u32], at: usize| filled[at] == rules.requirements[at].count;
        for (at, standing) in level.requirements.iter().enumerate() {
            prop_assert_eq!(standing.have, Some(now[at].iter().filter(|m| **m).count() as u32), "have of {}", &standing.id);
            prop_assert_eq!(standing.short, Some(standing.need - known[0][at]), "short of {}", &standing.id);
            prop_assert_eq!(standing.spare, Some(spare(many, |gone| is_full(&known[gone as usize], at))), "spare of {}", &standing.id);
        }
        let all_full = |filled: &[u32]| (0..filled.len()).all(|at| is_full(filled, at));
        let met = all_full(&known[0]);
        prop_assert_eq!(level.skills_met, Some(met));
        prop_assert_eq!(level.spare, Some(spare(many, |gone| all_full(&known[gone as usize]))));
        let critical: Vec<u32> = (0u32..).take(many).filter(|p| met && !all_full(&known[1usize << p])).collect();
        prop_assert_eq!(&level.critical, &critical);
        let on = |days: i64| all_full(&best(&rules, &table(&rules, &everyone, days), many, 0));
        let first = (1..10).find(|days| met && !on(*days)).map(|days| day(TODAY) + chrono::TimeDelta::days(days));
        prop_assert_eq!(level.until.as_ref().map(|b| b.on), first);
        if let Some(first) = &level.until {
            prop_assert!(!first.breakers.is_empty(), "somebody breaks it");
            prop_assert!(first.breakers.iter().all(|b| b.proof.until == first.on.pred_opt()));
        }
    }

    #[test]
    fn a_metric_is_what_brute_force_says(
        everyone in prop::collection::vec(someone(), 1..6),
        steps in prop::collection::vec((ids(), prop::option::weighted(0.6, (1u32..3, 0u32..5))), 1..4),
        people_for_max in 1u32..5,
    ) {
        let company = company(&csv(&everyone));
        let steps: Vec<Step> = steps.into_iter().map(|(any_of, gate)| Step {
            number: 0,
            role: gate.map_or(StepRole::Scored { max_points: None }, |(min_people, points)| StepRole::Gate { min_people, points_when_met: points.into() }),
            any_of,
            eligibility: Vec::new(),
            note: None,
        }).collect();
        let rules = arithmetic::metric(20.0, people_for_max, &steps);
        let standing = metric_of(&company, rules.clone(), &Question::of_day(day(TODAY)));
        let many = everyone.len();
        // From the words of R13, people by people.
        let total = |days: i64, gone: u32| {
            let meets = |step: &Step, who: usize| gone >> who & 1 == 0 && held(&everyone[who], days).iter().any(|h| step.any_of.iter().any(|id| *id == IDS[*h]));
            let of_gates: f64 = rules.steps.iter().map(|s| if let StepRole::Gate { points_when_met, .. } = s.role { points_when_met } else { 0.0 }).sum();
            let mut sum = 0.0;
            for step in &rules.steps {
                let people = (0..many).filter(|who| meets(step, *who)).count();
                match step.role {
                    StepRole::Gate { min_people, points_when_met } if people >= min_people as usize => sum += points_when_met,
                    StepRole::Gate { .. } => break,
                    StepRole::Scored { .. } => sum += ((20.0 - of_gates) * people as f64 / f64::from(people_for_max)).min(20.0),
                }
            }
            if sum > 20.0 { 20.0 } else { sum }
        };
        let now = total(0, 0);
        prop_assert!((standing.points - now).abs() < 1e-9, "{} {}", standing.points, now);
        let keeps = |gone: u32| total(0, gone) > now - 1e-9;
        let reserve = if now > 0.0 { spare(many, keeps) } else { 0 };
        prop_assert_eq!(standing.spare, Some(reserve));
        let critical: Vec<u32> = (0u32..).take(many).filter(|who| reserve == 0 && !keeps(1 << who)).collect();
        prop_assert_eq!(standing.critical.iter().map(|(who, _)| *who).collect::<Vec<_>>(), critical);
        let first = (1..10).find(|days| total(*days, 0) < now - 1e-9);
        prop_assert_eq!(standing.until.as_ref().map(|(b, _)| b.on), first.map(|days| day(TODAY) + chrono::TimeDelta::days(days)));
        if let (Some((first, left)), Some(days)) = (&standing.until, first) {
            prop_assert!((left - total(days, 0)).abs() < 1e-9);
            prop_assert!(!first.breakers.is_empty() && !first.paths.is_empty());
        }
    }
}
