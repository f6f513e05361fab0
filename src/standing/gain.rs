//! What the association of one account in Partner Center would bring, with everything else as it is (R7, R15).
//!
//! Exact without a second standing for each account: whom an association alone would make a holder is known already
//! ([`Lacks::Association`]), so each account costs the arithmetic of the few places where that changes a number.

use std::collections::HashMap;
use std::sync::Arc;

use super::assignment::{Ask, Link, assign};
use super::competencies::{LevelStanding, links};
use super::designations::{MetricStanding, points};
use super::holders::{Holders, Lacks, Nearly};
use super::question::{Rules, Track};
use super::score::ScoreMetricStanding;
use super::{OptionStandingKind, Standing};
use crate::catalog::programmes::{LevelRules, Metric, OptionKind};
use crate::model::Company;

/// What one account's association would bring at one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Gained {
    /// Path of a metric or of a level: `data-ai/intermediate/smb`, `cloud-platform/azure-consumption/gold`
    pub path: String,
    /// The track of a metric; `None` for a competency.
    pub track: Option<String>,
    /// Points more; not rounded; 0 for a level.
    pub points: f64,
    /// People fewer that a level is short of; 0 for points.
    pub people: u32,
    /// The level has its people with it.
    pub meets: bool,
    /// The rules are not proven for the day.
    pub historic: bool,
}

/// What one account's association would bring, place by place, in the order of the rules.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gain {
    /// Only places where something changes.
    pub places: Vec<Gained>,
}

impl Gain {
    /// Points more by rules that hold on the day, in the better of the tracks; not rounded.
    #[must_use]
    pub fn points(&self) -> f64 {
        let of_track = |track: Track| {
            let counted = |place: &&Gained| !place.historic && place.track.as_deref().is_none_or(|t| t == track.name() || t == "all");
            self.places.iter().filter(counted).map(|place| place.points).sum::<f64>()
        };
        Track::ALL.map(of_track).into_iter().fold(0.0, f64::max)
    }

    /// People fewer that levels are short of, over all of them; `historic`: by rules that are not proven for the day.
    #[must_use]
    pub fn people(&self, historic: bool) -> u32 {
        self.places.iter().filter(|place| place.historic == historic).map(|place| place.people).sum()
    }
}

/// A place where numbers may change.
enum Place<'s> {
    Metric(&'s MetricStanding, &'s Metric, bool),
    Level(&'s LevelStanding, &'s LevelRules, bool),
    Score(&'s ScoreMetricStanding, bool),
}

/// What each of some accounts would bring if it alone were associated in Partner Center, in their order. `standing`: of the
/// same company, by the same rules.
#[must_use]
pub fn gains(company: &Company, standing: &Standing, rules: &Rules<'_>, accounts: &[u32]) -> Vec<Gain> {
    let places = places(standing, rules);
    let mut asked = vec![false; company.accounts.len()];
    for account in accounts {
        if let Some(slot) = asked.get_mut(*account as usize) {
            *slot = true;
        }
    }
    // For each account the places and the requirements or steps that it would fill.
    let mut fills: Vec<(u32, usize, usize)> = Vec::new();
    for (number, place) in places.iter().enumerate() {
        let mut note = |at: usize, nearly: &[Nearly]| {
            let would = nearly.iter().filter_map(|one| match one.lacks {
                Lacks::Association { account } => asked.get(account as usize).copied().unwrap_or(false).then_some(account),
                _ => None,
            });
            fills.extend(would.map(|account| (account, number, at)));
        };
        match place {
            Place::Metric(metric, ..) => metric.steps.iter().enumerate().for_each(|(at, step)| note(at, &step.nearly)),
            Place::Level(level, ..) => level.requirements.iter().enumerate().for_each(|(at, r)| note(at, &r.nearly)),
            Place::Score(metric, _) => metric.people.iter().for_each(|people| note(0, &people.nearly)),
        }
    }
    fills.sort_unstable();
    let mut known = HashMap::new();
    let gain = |account: &u32| {
        let from = fills.partition_point(|(of, ..)| of < account);
        let to = fills.partition_point(|(of, ..)| of <= account);
        let person = company.account(*account).person;
        let places = fills.get(from..to).unwrap_or(&[]).chunk_by(|a, b| a.1 == b.1).filter_map(|fill| {
            let number = fill.first()?.1;
            let filled: Vec<usize> = fill.iter().map(|(_, _, at)| *at).collect();
            places.get(number)?.gained(number, person, &filled, &mut known)
        });
        Gain { places: places.collect() }
    };
    accounts.iter().map(gain).collect()
}

fn places<'s>(standing: &'s Standing, rules: &'s Rules<'_>) -> Vec<Place<'s>> {
    let mut places = Vec::new();
    for (designation, (_, version)) in standing.designations.iter().zip(&rules.designations) {
        let Some(version) = version else { continue };
        for metric in &designation.metrics {
            let of_metric = version.rules.metrics.iter().find(|m| m.id == metric.metric && m.track == metric.track);
            places.extend(of_metric.map(|rules| Place::Metric(metric, rules, !version.in_force)));
        }
    }
    for (competency, (_, options)) in standing.competencies.iter().zip(&rules.competencies) {
        for (option, chosen) in competency.options.iter().zip(options) {
            let historic = !chosen.in_force;
            match (&option.kind, &chosen.rules.kind) {
                (OptionStandingKind::Levels(levels), OptionKind::Skills(rules)) => {
                    places.extend(levels.iter().zip(rules).map(|(level, rules)| Place::Level(level, rules, historic)));
                }
                (OptionStandingKind::Score(score), _) => places.extend(score.metrics.iter().map(|m| Place::Score(m, historic))),
                _ => {}
            }
        }
    }
    places
}

/// By place, what is filled and what the person fills already: people fewer, and whether the level is met.
type Settled = HashMap<(usize, Vec<usize>, Vec<usize>), (u32, bool)>;

impl Place<'_> {
    fn gained(&self, number: usize, person: u32, filled: &[usize], known: &mut Settled) -> Option<Gained> {
        let gained = match self {
            Place::Metric(metric, rules, historic) => {
                let more = |(at, step): (usize, &super::StepStanding)| step.have + u32::from(filled.contains(&at));
                let people: Vec<u32> = metric.steps.iter().enumerate().map(more).collect();
                Gained {
                    path: metric.path.clone(),
                    track: Some(metric.track.clone()),
                    points: points(rules, &people).total - metric.points,
                    people: 0,
                    meets: false,
                    historic: *historic,
                }
            }
            Place::Score(metric, historic) => {
                let people = metric.people.as_ref()?;
                let (have, need) = (people.have?, people.need.0);
                let points = if have < need { metric.max_points / f64::from(need) } else { 0.0 };
                Gained { path: metric.path.clone(), track: None, points, people: 0, meets: false, historic: *historic }
            }
            Place::Level(level, rules, historic) => {
                let fills: Vec<usize> = (0..level.requirements.len())
                    .filter(|at| level.requirements.get(*at).is_some_and(|r| r.holders.of_person(person).is_some()))
                    .collect();
                let key = (number, filled.to_vec(), fills);
                let settled = known.get(&key).copied().or_else(|| settle(level, rules, person, filled));
                let (people, meets) = *known.entry(key).or_insert(settled.unwrap_or_default());
                Gained { path: level.path.clone(), track: None, points: 0.0, people, meets, historic: *historic }
            }
        };
        (gained.points > 0.0 || gained.people > 0).then_some(gained)
    }
}

/// How many people fewer a level is short of with somebody more, by the best joint assignment, and whether it then has its
/// people; `None`: it cannot be known.
fn settle(level: &LevelStanding, rules: &LevelRules, person: u32, filled: &[usize]) -> Option<(u32, bool)> {
    let before: u32 = level.requirements.iter().map(|r| r.short).sum::<Option<u32>>()?;
    if before == 0 || level.requirements.iter().any(|r| r.have.is_none()) {
        return None;
    }
    let links: Vec<Vec<Link>> = links(rules, false).into_iter().collect::<Option<_>>()?;
    let holders: Vec<Arc<Holders>> = level
        .requirements
        .iter()
        .enumerate()
        .map(|(at, r)| if filled.contains(&at) { Arc::new(r.holders.with(person)) } else { Arc::clone(&r.holders) })
        .collect();
    let asks: Vec<Ask<'_>> = holders
        .iter()
        .zip(links)
        .zip(&level.requirements)
        .map(|((holders, links), requirement)| Ask { need: requirement.need, links, holders })
        .collect();
    let after = assign(&asks).iter().map(|f| f.short).sum::<Option<u32>>()?;
    Some((before.saturating_sub(after), after == 0))
}

#[cfg(test)]
mod tests;
