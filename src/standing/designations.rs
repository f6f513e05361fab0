//! Skilling metrics of designations (R13): gates in sequence, points for people, each once per step.

use std::sync::Arc;

use chrono::NaiveDate;

use super::counting::{NEVER, Retiring};
use super::formula::Mode;
use super::holders::{Holders, Nearly, View, retiring};
use super::notes::{Note, note};
use super::reserve::fewest_leavers;
use super::until::{Break, Lead, break_after};
use crate::catalog::programmes::{Holds, Metric, StepRole};

/// Points as they are printed: rounded to two decimals. Everything before is exact.
#[must_use]
pub fn rounded(points: f64) -> f64 {
    (points * 100.0).round() / 100.0
}

/// Where a company stands with one metric of one designation.
#[derive(Clone, Debug)]
pub struct MetricStanding {
    /// `data-ai/intermediate/enterprise`
    pub path: String,
    /// `intermediate`, `advanced`
    pub metric: String,
    /// `enterprise`, `smb`, `all`
    pub track: String,
    /// Not rounded.
    pub points: f64,
    /// Cap.
    pub max_points: f64,
    /// Points that each person brings in a scored step: (max − points of gates) / people for the maximum; not rounded.
    pub per_person: f64,
    /// Whether every gate is met.
    pub gates_met: bool,
    /// In order.
    pub steps: Vec<StepStanding>,
    /// The largest k such that any k people may leave without costing a point; 0 where there is none; `None`: too large to
    /// settle.
    pub spare: Option<u32>,
    /// Whose leaving costs points at once: number of the person, and what is left. Empty where somebody is to spare; it
    /// does not depend on `spare` being known.
    pub critical: Vec<(u32, f64)>,
    /// When points are first lost, if nobody renews, and what is left then.
    pub until: Option<(Break, f64)>,
    /// Points and people of each step, if the persons suspected to be one are one (R14); `None` where that changes nothing.
    pub if_one: Option<(f64, Vec<u32>)>,
    /// Points if what was withdrawn on an unknown day still counts (R15); `None` where that changes nothing.
    pub if_unknown: Option<f64>,
    /// What has to be said.
    pub notes: Vec<Note>,
}

/// What a step does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It has to be met before later steps give points.
    Gate,
    /// Points for every person.
    Scored,
}

impl Role {
    /// The word in the catalog and in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Role::Gate => "gate",
            Role::Scored => "scored",
        }
    }
}

/// One step of a metric.
#[derive(Clone, Debug)]
pub struct StepStanding {
    /// `data-ai/intermediate/enterprise/2`
    pub path: String,
    /// 1, 2, 3
    pub number: u32,
    /// Gate or points.
    pub role: Role,
    /// People who open the gate; for a scored step, people who bring all the points that it can give.
    pub need: u32,
    /// Different people who meet it (R14).
    pub have: u32,
    /// How many are missing.
    pub short: u32,
    /// Points that the step gives now, before the cap of the metric; not rounded.
    pub points: f64,
    /// Who.
    pub holders: Arc<Holders>,
    /// Who nearly does, the cheapest first.
    pub nearly: Vec<Nearly>,
}

/// What a metric's people are worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Points {
    /// With the cap; not rounded.
    pub total: f64,
    /// Of each step, before the cap of the metric.
    pub steps: Vec<f64>,
    /// Whether every gate is met.
    pub gates_met: bool,
}

fn gate_points(metric: &Metric) -> f64 {
    let of = |role: &StepRole| match role {
        StepRole::Gate { points_when_met, .. } => *points_when_met,
        StepRole::Scored { .. } => 0.0,
    };
    metric.steps.iter().map(|step| of(&step.role)).sum()
}

/// What people of a scored step are worth, all together, before any cap. Multiplied first: the people for the maximum make
/// it to the last digit.
fn worth(metric: &Metric, people: u32) -> f64 {
    if metric.people_for_max == 0 {
        return 0.0;
    }
    (metric.max_points - gate_points(metric)).max(0.0) * f64::from(people) / f64::from(metric.people_for_max)
}

fn step_cap(metric: &Metric, role: &StepRole) -> f64 {
    match role {
        StepRole::Gate { points_when_met, .. } => *points_when_met,
        StepRole::Scored { max_points } => max_points.unwrap_or(metric.max_points),
    }
}

/// The points of a metric, by how many people meet each step (R13). A step after a gate that is not met gives nothing, a
/// gate after it neither.
#[must_use]
pub fn points(metric: &Metric, people: &[u32]) -> Points {
    let mut open = true;
    let steps: Vec<f64> = metric
        .steps
        .iter()
        .zip(people)
        .map(|(step, have)| match step.role {
            StepRole::Gate { min_people, points_when_met } => {
                open &= *have >= min_people;
                if open { points_when_met } else { 0.0 }
            }
            StepRole::Scored { .. } if open => worth(metric, *have).min(step_cap(metric, &step.role)),
            StepRole::Scored { .. } => 0.0,
        })
        .collect();
    Points { total: steps.iter().sum::<f64>().min(metric.max_points), steps, gates_met: open }
}

/// People of a scored step who bring all that it can give.
fn people_for_all(metric: &Metric, role: &StepRole) -> u32 {
    let room = step_cap(metric, role).min(metric.max_points - gate_points(metric));
    (0..=metric.people_for_max).find(|people| worth(metric, *people) >= room).unwrap_or(metric.people_for_max)
}

/// What a metric is looked at with.
pub(super) struct MetricCase<'v> {
    pub rules: &'v Metric,
    /// Path of the metric.
    pub path: String,
    /// For how many months a withdrawn certification counts.
    pub months: u32,
    pub lead: Lead,
}

impl<'v> MetricCase<'v> {
    fn asks(&self) -> Vec<(Holds, Retiring<'v>)> {
        let steps = self.rules.steps.iter();
        steps.map(|s| (Holds { any_of: s.any_of.clone(), ..Holds::default() }, retiring(&s.eligibility, self.months))).collect()
    }

    pub fn holders(&self, view: &mut View<'v>, mode: Mode) -> Vec<Arc<Holders>> {
        let asks = self.asks();
        asks.iter().map(|(holds, retiring)| view.holders(holds, *retiring, mode).unwrap_or_default()).collect()
    }
}

fn counts(holders: &[Arc<Holders>]) -> Vec<u32> {
    holders.iter().map(|h| h.count()).collect()
}

pub(super) fn metric<'v>(view: &mut View<'v>, merged: Option<&mut View<'v>>, case: &MetricCase<'v>) -> MetricStanding {
    let rules = case.rules;
    let holders = case.holders(view, Mode::Certain);
    let people = counts(&holders);
    let now = points(rules, &people);
    let mut notes = vec![Note::SkillingOnly];
    if !view.company.names_skills() {
        note(&mut notes, Note::SkillsNotNamed);
    }
    let asks = case.asks();
    let mut unknown = false;
    for (holds, retiring) in &asks {
        for id in view.has_unknown(holds, retiring) {
            unknown = true;
            note(&mut notes, Note::RetirementUnknown(id));
        }
    }
    let if_unknown = unknown.then(|| points(rules, &counts(&case.holders(view, Mode::WithUnknown))).total).filter(|p| *p != now.total);
    let if_one = merged.and_then(|merged| {
        let one = counts(&case.holders(merged, Mode::Certain));
        (one != people).then(|| (points(rules, &one).total, one))
    });
    let mut steps = Vec::with_capacity(rules.steps.len());
    let mut open = true;
    for (at, step) in rules.steps.iter().enumerate() {
        let path = format!("{}/{}", case.path, step.number);
        let (role, need) = match step.role {
            StepRole::Gate { min_people, .. } => {
                if !open && people[at] >= min_people {
                    note(&mut notes, Note::GateOutOfOrder(path.clone()));
                }
                open &= people[at] >= min_people;
                (Role::Gate, min_people)
            }
            StepRole::Scored { .. } => (Role::Scored, people_for_all(rules, &step.role)),
        };
        for (caveat, people) in holders[at].caveats() {
            match notes.iter_mut().find(|n| matches!(n, Note::Caveat(known, _) if *known == caveat)) {
                Some(Note::Caveat(_, most)) => *most = people.max(*most),
                _ => notes.push(Note::Caveat(caveat, people)),
            }
        }
        notes.extend(step.note.clone().map(Note::Remark));
        steps.push(StepStanding {
            path,
            number: step.number,
            role,
            need,
            have: people[at],
            short: need.saturating_sub(people[at]),
            points: now.steps[at],
            holders: Arc::clone(&holders[at]),
            nearly: view.nearly(&asks[at].0, asks[at].1),
        });
    }
    notes.extend(rules.note.clone().map(Note::Remark));
    let spare = spare(rules, &holders, &now);
    MetricStanding {
        path: case.path.clone(),
        metric: rules.id.clone(),
        track: rules.track.clone(),
        points: now.total,
        max_points: rules.max_points,
        per_person: worth(rules, 1),
        gates_met: now.gates_met,
        spare,
        critical: if spare.is_none_or(|spare| spare == 0) { losses(rules, &holders, &now) } else { Vec::new() },
        until: first_loss(case, &holders, &now),
        steps,
        if_one,
        if_unknown,
        notes,
    }
}

/// The largest k such that any k people may leave without costing a point; `None`: too large to settle.
fn spare(rules: &Metric, holders: &[Arc<Holders>], now: &Points) -> Option<u32> {
    if now.total <= 0.0 {
        return Some(0);
    }
    let people = counts(holders);
    let loses = |people: &[u32]| points(rules, people).total < now.total;
    let is_gate = |role: &StepRole| matches!(role, StepRole::Gate { .. });
    let scored: Vec<usize> = (0..rules.steps.len()).filter(|at| !is_gate(&rules.steps[*at].role)).collect();
    if scored.len() > 1 || scored.first().is_some_and(|at| at + 1 < rules.steps.len()) {
        if holders.len() > 6 {
            return None;
        }
        let mut of_kind = vec![0u32; 1 << holders.len()];
        kinds(holders).into_iter().for_each(|(_, kind)| of_kind[usize::try_from(kind).unwrap_or(0)] += 1);
        let left = |of_kind: &[u32]| {
            let of_step = |at: usize| of_kind.iter().enumerate().filter(|(kind, _)| kind >> at & 1 == 1).map(|(_, n)| n).sum();
            (0..holders.len()).map(of_step).collect::<Vec<u32>>()
        };
        return fewest_leavers(&of_kind, u32::MAX, |of_kind| Some(loses(&left(of_kind)))).map(|leavers| leavers - 1);
    }
    // Gates first, then one step that scores: nothing adds up over steps, so the weakest step decides.
    let of_step = |at: usize| {
        let fewer = |k: u32| {
            let mut fewer = people.clone();
            fewer[at] -= k;
            fewer
        };
        let (mut low, mut high) = (0, people[at]);
        if !loses(&fewer(high)) {
            return None;
        }
        // Points only ever fall when people leave: the first k that costs something, by halving.
        while low < high {
            let middle = low + (high - low) / 2;
            if loses(&fewer(middle)) { high = middle } else { low = middle + 1 }
        }
        Some(low)
    };
    (0..holders.len()).filter_map(of_step).min().map(|leavers| leavers - 1)
}

/// Every person with the steps that they meet, as bits.
fn kinds(holders: &[Arc<Holders>]) -> Vec<(u32, u64)> {
    let each = holders.iter().enumerate().flat_map(|(at, list)| list.list().iter().map(move |h| (h.person, 1u64 << (at % 64))));
    let mut all: Vec<(u32, u64)> = each.collect();
    all.sort_unstable();
    let mut kinds: Vec<(u32, u64)> = Vec::new();
    for (person, kind) in all {
        match kinds.last_mut().filter(|last| last.0 == person) {
            Some(last) => last.1 |= kind,
            None => kinds.push((person, kind)),
        }
    }
    kinds
}

/// Whose leaving costs points at once.
fn losses(rules: &Metric, holders: &[Arc<Holders>], now: &Points) -> Vec<(u32, f64)> {
    let people = counts(holders);
    let mut known: Vec<(u64, f64)> = Vec::new();
    let left = |kind: u64, known: &mut Vec<(u64, f64)>| {
        if let Some((_, left)) = known.iter().find(|(k, _)| *k == kind) {
            return *left;
        }
        let without: Vec<u32> = people.iter().enumerate().map(|(at, n)| n - u32::try_from(kind >> at & 1).unwrap_or(0)).collect();
        known.push((kind, points(rules, &without).total));
        known.last().map_or(now.total, |(_, left)| *left)
    };
    let all = kinds(holders).into_iter().map(|(person, kind)| (person, left(kind, &mut known)));
    all.filter(|(_, left)| *left < now.total).collect()
}

/// The first day on which points are lost, and the points that are left.
fn first_loss(case: &MetricCase<'_>, holders: &[Arc<Holders>], now: &Points) -> Option<(Break, f64)> {
    let people_on = |day: NaiveDate| holders.iter().map(|h| h.count_on(day)).collect::<Vec<u32>>();
    let left_after = |last: NaiveDate| last.succ_opt().map_or(now.total, |day| points(case.rules, &people_on(day)).total);
    // The latest ends come first; those after which points are lost are the later ones.
    let first_of = |h: &Arc<Holders>| {
        let ends = h.ends();
        ends.get(..ends.partition_point(|end| *end == NEVER || left_after(*end) < now.total))?.last().copied()
    };
    let last = holders.iter().filter_map(first_of).filter(|end| *end != NEVER).min()?;
    let next = last.succ_opt()?;
    let mut open = true;
    let cause: Vec<usize> = (0..holders.len())
        .filter(|at| {
            let (before, after) = (holders[*at].count_on(last), holders[*at].count_on(next));
            let role = &case.rules.steps[*at].role;
            let cap = step_cap(case.rules, role);
            match role {
                StepRole::Gate { min_people, .. } => {
                    let closes = open && before >= *min_people && after < *min_people;
                    open &= before >= *min_people;
                    closes
                }
                StepRole::Scored { .. } => now.steps[*at] > 0.0 && worth(case.rules, after).min(cap) < worth(case.rules, before).min(cap),
            }
        })
        .collect();
    let paths = cause.iter().map(|at| format!("{}/{}", case.path, case.rules.steps[*at].number)).collect();
    let whose: Vec<&Holders> = cause.iter().map(|at| holders[*at].as_ref()).collect();
    break_after(last, case.lead, paths, &whose).map(|found| (found, left_after(last)))
}
