//! What the company loses if a person leaves, with all accounts (R14): the standing as it would be without the person.
//!
//! Everything that takes a look at the whole company was settled with the standing itself; here are only look-ups, so that
//! a screen may ask at every frame.

use super::{CompetencyStanding, DesignationStanding, LevelStanding, MetricStanding, OptionStanding, Role, ScoreMetricStanding};
use super::{OptionStandingKind, Standing, StepStanding, paths, score};

/// What a person carries, and what is left of it without the person.
#[derive(Clone, Debug, Default)]
pub struct Leaving<'s> {
    /// Metrics of designations one of whose steps the person meets, in the order of the rules.
    pub metrics: Vec<MetricLeft<'s>>,
    /// Levels of competencies one of whose requirements the person meets.
    pub levels: Vec<LevelLeft<'s>>,
    /// Points for people of options that are judged by points.
    pub scores: Vec<ScoreLeft<'s>>,
}

impl Leaving<'_> {
    /// Nothing rests on the person.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.metrics.is_empty() && self.levels.is_empty() && self.scores.is_empty()
    }
}

/// A metric without a person.
#[derive(Clone, Copy, Debug)]
pub struct MetricLeft<'s> {
    /// Of which designation.
    pub of: &'s DesignationStanding,
    /// As it is now.
    pub metric: &'s MetricStanding,
    /// Points that are left; not rounded.
    pub points: f64,
    /// The first gate that is open now and would not be, and the people who are left for it.
    pub gate: Option<(&'s StepStanding, u32)>,
}

impl MetricLeft<'_> {
    /// Whether anything is lost.
    #[must_use]
    pub fn is_loss(&self) -> bool {
        self.points < self.metric.points || self.gate.is_some()
    }

    /// Whether every gate is still met.
    #[must_use]
    pub fn gates_met(&self) -> bool {
        self.metric.gates_met && self.gate.is_none()
    }
}

/// A level without a person.
#[derive(Clone, Copy, Debug)]
pub struct LevelLeft<'s> {
    /// Of which competency.
    pub of: &'s CompetencyStanding,
    /// Of which option.
    pub option: &'s OptionStanding,
    /// As it is now.
    pub level: &'s LevelStanding,
    /// Whether the people are there without the person; `None` where that cannot be known.
    pub skills_met: Option<bool>,
    /// Of the first requirement that the person meets and for which too few are left: these, and those it needs.
    pub people: Option<(u32, u32)>,
}

impl LevelLeft<'_> {
    /// Whether what is met now would not be, for certain or maybe.
    #[must_use]
    pub fn is_loss(&self) -> bool {
        self.level.skills_met == Some(true) && self.skills_met != Some(true)
    }
}

/// A metric of a score without a person.
#[derive(Clone, Copy, Debug)]
pub struct ScoreLeft<'s> {
    /// Of which competency.
    pub of: &'s CompetencyStanding,
    /// Of which option.
    pub option: &'s OptionStanding,
    /// As it is now.
    pub metric: &'s ScoreMetricStanding,
    /// Points now and without the person, in developed markets; not rounded.
    pub points: (f64, f64),
}

impl ScoreLeft<'_> {
    /// Whether anything is lost.
    #[must_use]
    pub fn is_loss(&self) -> bool {
        self.points.1 < self.points.0
    }
}

impl Standing {
    /// What would be left without a person, of everything that the person carries.
    #[must_use]
    pub fn without(&self, person: u32) -> Leaving<'_> {
        let mut leaving = Leaving::default();
        for of in &self.designations {
            leaving.metrics.extend(of.metrics.iter().filter_map(|metric| metric_left(of, metric, person)));
        }
        for of in &self.competencies {
            for option in &of.options {
                leaving.levels.extend(option.levels().iter().filter_map(|level| level_left(of, option, level, person)));
                if let OptionStandingKind::Score(score) = &option.kind {
                    leaving.scores.extend(score.metrics.iter().filter_map(|metric| score_left(of, option, metric, person)));
                }
            }
        }
        leaving
    }
}

impl<'s> Leaving<'s> {
    /// The metrics of a track; without one, of all.
    pub fn metrics_of(&self, track: Option<super::Track>) -> impl Iterator<Item = &MetricLeft<'s>> {
        self.metrics.iter().filter(move |left| paths::is_asked(&left.metric.track, track))
    }
}

fn metric_left<'s>(of: &'s DesignationStanding, metric: &'s MetricStanding, person: u32) -> Option<MetricLeft<'s>> {
    let meets = |step: &StepStanding| step.holders.of_person(person).is_some();
    metric.steps.iter().any(meets).then(|| {
        let known = metric.critical.iter().find(|(who, _)| *who == person);
        let open = metric.steps.iter().take_while(|step| step.role != Role::Gate || step.short == 0);
        let mut gates = open.filter(|step| step.role == Role::Gate);
        let gate = gates.find(|step| meets(step) && step.have == step.need).map(|step| (step, step.have.saturating_sub(1)));
        MetricLeft { of, metric, points: known.map_or(metric.points, |(_, left)| *left), gate }
    })
}

fn level_left<'s>(of: &'s CompetencyStanding, option: &'s OptionStanding, level: &'s LevelStanding, person: u32) -> Option<LevelLeft<'s>> {
    let mut carried = level.requirements.iter().filter(|r| r.holders.of_person(person).is_some()).peekable();
    carried.peek()?;
    let left = |need: u32, have: Option<u32>| have.map(|have| (have.saturating_sub(1), need)).filter(|(left, need)| left < need);
    let people = carried.find_map(|r| left(r.need, r.have));
    let broken = level.broken_without.iter().find(|(who, _)| *who == person);
    Some(LevelLeft { of, option, level, skills_met: broken.map_or(level.skills_met, |(_, met)| *met), people })
}

fn score_left<'s>(
    of: &'s CompetencyStanding,
    option: &'s OptionStanding,
    metric: &'s ScoreMetricStanding,
    person: u32,
) -> Option<ScoreLeft<'s>> {
    let people = metric.people.as_ref()?;
    people.holders.of_person(person)?;
    let left = people.have?.saturating_sub(1);
    Some(ScoreLeft { of, option, metric, points: (people.points.0, score::share(metric.max_points, left, people.need.0)) })
}
