//! Options that are judged by points of several metrics: of these only the points for people can be told from a report.

use std::sync::Arc;

use super::counting::Retiring;
use super::formula::Mode;
use super::holders::{Holders, Nearly, View};
use super::notes::{Note, note};
use crate::catalog::programmes::ScoreRules;

/// Where a company stands with the people of a scored option. Silver or Gold is never said: the other points are missing.
#[derive(Clone, Debug)]
pub struct ScoreStanding {
    /// `cloud-business-applications/pci-customer-engagement`
    pub path: String,
    /// Points for people, in developed and in developing markets; not rounded.
    pub points: (f64, f64),
    /// The most that people can bring.
    pub max_points: f64,
    /// All points there are, and from how many it is Silver and Gold.
    pub of: (u32, u32, u32),
    /// Each metric; without people where the report tells nothing.
    pub metrics: Vec<ScoreMetricStanding>,
    /// What has to be said.
    pub notes: Vec<Note>,
}

/// One metric of a score.
#[derive(Clone, Debug)]
pub struct ScoreMetricStanding {
    /// `cloud-business-applications/pci-customer-engagement/developers`
    pub path: String,
    /// As the source prints it.
    pub name: String,
    /// Most points.
    pub max_points: f64,
    /// Who brings points; `None`: it is not about people.
    pub people: Option<ScorePeople>,
}

/// The people of a metric. Pairs: in developed and in developing markets.
#[derive(Clone, Debug)]
pub struct ScorePeople {
    /// Different people for all points.
    pub need: (u32, u32),
    /// Different people there are (R14); `None`: cannot be known.
    pub have: Option<u32>,
    /// Their points, in proportion; not rounded.
    pub points: (f64, f64),
    /// The same number if the persons suspected to be one are one; `None` where that changes nothing.
    pub if_one: Option<u32>,
    /// Who.
    pub holders: Arc<Holders>,
    /// Who nearly does.
    pub nearly: Vec<Nearly>,
}

pub(super) fn share(max: f64, have: u32, need: u32) -> f64 {
    if need == 0 { 0.0 } else { max * f64::from(have.min(need)) / f64::from(need) }
}

pub(super) fn score<'v>(
    view: &mut View<'v>,
    mut merged: Option<&mut View<'v>>,
    rules: &'v ScoreRules,
    path: &str,
    retiring: Retiring<'v>,
) -> ScoreStanding {
    let mut standing = ScoreStanding {
        path: path.to_owned(),
        points: (0.0, 0.0),
        max_points: 0.0,
        of: (rules.most, rules.silver_from, rules.gold_from),
        metrics: Vec::new(),
        notes: vec![Note::PeoplePointsOnly],
    };
    for metric in &rules.metrics {
        let people = metric.people.as_ref().map(|(developed, developing, holds)| {
            let found = view.holders(holds, retiring, Mode::Certain);
            let have = found.as_ref().map(|h| h.count());
            if have.is_none() && !view.company.names_skills() {
                note(&mut standing.notes, Note::SkillsNotNamed);
            }
            let holders = found.unwrap_or_default();
            for (caveat, people) in holders.caveats() {
                note(&mut standing.notes, Note::Caveat(caveat, people));
            }
            for id in view.has_unknown(holds, &retiring) {
                note(&mut standing.notes, Note::RetirementUnknown(id));
            }
            let one = merged.as_deref_mut().and_then(|m| m.holders(holds, retiring, Mode::Certain)).map(|h| h.count());
            let share = |need| share(metric.max_points, have.unwrap_or(0), need);
            ScorePeople {
                need: (*developed, *developing),
                have,
                points: (share(*developed), share(*developing)),
                if_one: one.filter(|one| Some(*one) != have),
                holders,
                nearly: view.nearly(holds, retiring),
            }
        });
        if let Some(people) = &people {
            standing.points.0 += people.points.0;
            standing.points.1 += people.points.1;
            standing.max_points += metric.max_points;
        }
        standing.metrics.push(ScoreMetricStanding {
            path: format!("{path}/{}", metric.name),
            name: metric.name.clone(),
            max_points: metric.max_points,
            people,
        });
    }
    standing
}
