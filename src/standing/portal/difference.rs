//! Why the portal's points for people differ from ours: what is too recent, what ended meanwhile, what is open.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{Days, NaiveDate};

use super::{Category, Portal};
use crate::catalog::Catalog;
use crate::catalog::programmes::Metric;
use crate::model::{Company, Field};
use crate::standing::counting::{Caveats, Day};
use crate::standing::designations::{MetricCase, points, rounded};
use crate::standing::formula::Mode;
use crate::standing::holders::{Holders, Proof, View};
use crate::standing::index::Index;
use crate::standing::paths::{is_asked, metric_path};
use crate::standing::question::{Question, Rules};
use crate::standing::until::Lead;

/// The portal prints two decimals: what is less apart is the same.
const SAME: f64 = 0.015;

/// A reason for a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// Earned or renewed after the portal's day or too shortly before it to be counted there (R13).
    TooRecent,
    /// Counted on the portal's day, and expired or withdrawn since (R12, R15).
    Ended,
    /// Two persons who may be one, counted as two here (R14).
    Suspected,
    /// The file does not say, or contradicts itself, whether the account is associated; counted here (R15).
    AssociationOpen,
    /// A certification inferred from exams, counted here (R15).
    Inferred,
}

impl Why {
    /// A message key.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Why::TooRecent => "too-recent",
            Why::Ended => "ended",
            Why::Suspected => "suspected",
            Why::AssociationOpen => "association-open",
            Why::Inferred => "inferred",
        }
    }

    /// The rule, as it is numbered in the program's list of rules.
    #[must_use]
    pub fn rule(self) -> &'static str {
        match self {
            Why::TooRecent => "R13",
            Why::Ended => "R12",
            Why::Suspected => "R14",
            Why::AssociationOpen | Why::Inferred => "R15",
        }
    }

    /// It follows from the dates; the others are only possible.
    #[must_use]
    pub fn is_certain(self) -> bool {
        matches!(self, Why::TooRecent | Why::Ended)
    }
}

/// A person at a step, about whom the portal and we do not count alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// Number of the person; for a suspected pair, the second of the two.
    pub person: u32,
    /// The other of a suspected pair.
    pub other: Option<u32>,
    /// Numbers of the accounts it is about.
    pub accounts: Vec<u32>,
    /// Full path of the step.
    pub path: String,
    /// What the person is counted with, or was.
    pub proofs: Vec<Proof>,
}

/// One reason, with everybody it concerns.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// Which.
    pub why: Why,
    /// By step and person.
    pub people: Vec<Explained>,
    /// What it alone adds to our points to make the portal's; negative where the portal counts less. For a reason that is
    /// only possible, the most that it can.
    pub points: f64,
}

/// Why the portal says something else.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// `data-ai/intermediate/enterprise`
    pub path: String,
    /// The portal's points.
    pub portal: f64,
    /// Their day.
    pub on: NaiveDate,
    /// Ours, not rounded.
    pub ours: f64,
    /// Reasons, the certain ones first; only possible ones where those do not explain everything.
    pub explanations: Vec<Explanation>,
    /// What nothing here explains: portal less ours. 0: everything is explained, or may be.
    pub unexplained: f64,
}

/// The people at each step, seen in one way.
struct Seen {
    steps: Vec<Arc<Holders>>,
    points: f64,
}

impl Seen {
    fn people(&self, step: usize) -> BTreeSet<u32> {
        self.steps.get(step).into_iter().flat_map(|h| h.list()).map(|h| h.person).collect()
    }
}

struct Look<'v> {
    company: &'v Company,
    catalog: &'v Catalog,
    index: &'v Index,
    months_of_exams: u32,
    question: &'v Question,
    case: MetricCase<'v>,
}

impl<'v> Look<'v> {
    fn on(&self, day: NaiveDate, earned_by: NaiveDate) -> Seen {
        let day = Day::new(day, self.question.move_date).earned_by(earned_by);
        let mut view = View::new(self.company, self.catalog, self.index, day, self.months_of_exams);
        let steps = self.case.holders(&mut view, Mode::Certain);
        let counts: Vec<u32> = steps.iter().map(|h| h.count()).collect();
        Seen { points: points(self.case.rules, &counts).total, steps }
    }

    fn path(&self, step: usize) -> String {
        let number = self.case.rules.steps.get(step).map_or(0, |s| s.number);
        format!("{}/{number}", self.case.path)
    }

    fn explained(&self, seen: &Seen, step: usize, person: u32) -> Explained {
        let holders = seen.steps.get(step);
        let proofs: Vec<Proof> = holders.and_then(|h| Some(h.proofs(h.of_person(person)?).to_vec())).unwrap_or_default();
        let mut accounts: Vec<u32> = proofs.iter().map(|p| p.account).collect();
        accounts.sort_unstable();
        accounts.dedup();
        Explained { person, other: None, accounts, path: self.path(step), proofs }
    }

    /// Who is counted in one view and not in another.
    fn only_in(&self, one: &Seen, other: &Seen) -> Vec<Explained> {
        let steps = 0..one.steps.len();
        steps
            .flat_map(|step| {
                let there = other.people(step);
                let only: Vec<u32> = one.people(step).into_iter().filter(|person| !there.contains(person)).collect();
                only.into_iter().map(move |person| (step, person))
            })
            .map(|(step, person)| self.explained(one, step, person))
            .collect()
    }

    fn pairs(&self, seen: &Seen) -> Vec<(usize, Explained)> {
        let mut found = Vec::new();
        for step in 0..seen.steps.len() {
            let people = seen.people(step);
            for (a, b) in &self.question.suspected {
                if people.contains(a) && people.contains(b) {
                    let first = self.explained(seen, step, *a);
                    let mut second = self.explained(seen, step, *b);
                    second.other = Some(*a);
                    second.accounts.splice(0..0, first.accounts);
                    second.proofs.splice(0..0, first.proofs);
                    found.push((step, second));
                }
            }
        }
        found
    }

    fn with_caveat(&self, seen: &Seen, caveats: &[Caveats]) -> Vec<(usize, Explained)> {
        let mut found = Vec::new();
        for (step, holders) in seen.steps.iter().enumerate() {
            let of = holders.list().iter().filter(|h| caveats.iter().any(|c| h.caveats.has(*c)));
            found.extend(of.map(|h| (step, self.explained(seen, step, h.person))));
        }
        found
    }
}

/// Why the portal's points for a skilling metric differ from ours on the day asked about; `None` where they do not, where
/// the figure was not entered or is of a later day, or where it is not clear of which metric it is: no rules, or both tracks
/// in question.
#[must_use]
#[expect(clippy::too_many_arguments, reason = "what the standing is computed from, and what is asked of it")]
pub fn difference(
    company: &Company,
    catalog: &Catalog,
    index: &Index,
    rules: &Rules<'_>,
    question: &Question,
    designation: &str,
    category: Category,
    portal: &Portal,
) -> Option<Difference> {
    let figure = portal.figure(category).filter(|_| portal.on <= question.as_of)?;
    let metric = only_metric(rules, designation, category.metric()?, question)?;
    let path = metric_path(designation, &metric.id, &metric.track);
    let lead = Lead { refresh_days: rules.numbers.refresh_days, preparation_days: 0 };
    let case = MetricCase { rules: metric, path: path.clone(), months: rules.numbers.retired_certification_months, lead };
    let look = Look { company, catalog, index, months_of_exams: rules.numbers.retired_exam_months, question, case };
    let ours = look.on(question.as_of, question.as_of);
    if (figure - ours.points).abs() < SAME {
        return None;
    }
    let mut explanations = Vec::new();
    let settled = portal.on.checked_sub_days(Days::new(rules.numbers.refresh_days.into())).unwrap_or(portal.on);
    let without_recent = look.on(question.as_of, settled);
    let on_their_day = look.on(portal.on, settled);
    for (why, people, points) in [
        (Why::TooRecent, look.only_in(&ours, &without_recent), without_recent.points - ours.points),
        (Why::Ended, look.only_in(&on_their_day, &without_recent), on_their_day.points - without_recent.points),
    ] {
        if !people.is_empty() {
            explanations.push(Explanation { why, people, points });
        }
    }
    let mut rest = figure - on_their_day.points;
    if rest <= -SAME {
        rest = possible(&look, &on_their_day, figure, &mut explanations);
    }
    let unexplained = if rest.abs() < SAME { 0.0 } else { rounded(rest) };
    Some(Difference { path, portal: figure, on: portal.on, ours: ours.points, explanations, unexplained })
}

fn only_metric<'v>(rules: &Rules<'v>, designation: &str, metric: &str, question: &Question) -> Option<&'v Metric> {
    let (_, chosen) = rules.designations.iter().find(|(d, _)| d.id == designation)?;
    let version = chosen.as_ref()?.rules;
    let mut of = version.metrics.iter().filter(|m| m.id == metric && is_asked(&m.track, question.track));
    let only = of.next()?;
    of.next().is_none().then_some(only)
}

/// Adds what may explain the rest, and gives what is left when as much of it as fits is taken for true.
fn possible(look: &Look<'_>, seen: &Seen, figure: f64, explanations: &mut Vec<Explanation>) -> f64 {
    // TrainingCompletions says it of nobody: it lists those who are linked to the company (R15), and nothing is open.
    let says = look.company.has(Field::AssociatedPc);
    let open: &[Caveats] = if says { &[Caveats::ASSOCIATION_NOT_SAID, Caveats::ASSOCIATION_CONTRADICTORY] } else { &[] };
    let reasons = [
        (Why::Suspected, look.pairs(seen)),
        (Why::AssociationOpen, look.with_caveat(seen, open)),
        (Why::Inferred, look.with_caveat(seen, &[Caveats::INFERRED])),
    ];
    let everybody: Vec<BTreeSet<u32>> = (0..seen.steps.len()).map(|step| seen.people(step)).collect();
    let worth = |left: &[BTreeSet<u32>]| {
        let counts: Vec<u32> = left.iter().map(|people| u32::try_from(people.len()).unwrap_or(u32::MAX)).collect();
        points(look.case.rules, &counts).total
    };
    let mut left = everybody.clone();
    let mut nearest = figure - seen.points;
    for (why, people) in reasons.into_iter().filter(|(_, people)| !people.is_empty()) {
        let mut alone = everybody.clone();
        let persons: BTreeSet<u32> = people.iter().map(|(_, one)| one.person).collect();
        for person in persons {
            // Whoever is not counted is counted at no step.
            for (step, _) in people.iter().filter(|(_, one)| one.person == person) {
                alone[*step].remove(&person);
                left[*step].remove(&person);
            }
            for rest in [figure - worth(&left), figure - worth(&alone)] {
                if rest.abs() < nearest.abs() {
                    nearest = rest;
                }
            }
        }
        let points = worth(&alone) - seen.points;
        explanations.push(Explanation { why, people: people.into_iter().map(|(_, one)| one).collect(), points });
    }
    nearest
}

#[cfg(test)]
mod tests;
