//! The list of everything that rules ask for, in their order.

use chrono::NaiveDate;

use super::competencies::{competency_state, level_state, option_state};
use super::designations::{designation_state, metric_state, short_name};
use super::portal::with_total;
use super::words::option_name;
use super::{Ends, Entry, Gauge, Tone};
use crate::catalog::Programme;
use crate::catalog::programmes::Level;
use crate::i18n::Texts;
use crate::standing::{
    Break, CompetencyStanding, DesignationStanding, LevelStanding, MetricStanding, OptionStanding, OptionStandingKind, Phase, Stage,
    Standing, Track, level_name,
};
use crate::{text, tr};

/// The last day on which something is safe.
pub(super) fn last_safe_day(first: &Break) -> Option<NaiveDate> {
    first.on.pred_opt()
}

/// All points there are.
pub(super) fn is_full(metric: &MetricStanding) -> bool {
    metric.points >= metric.max_points
}

/// What comes of metrics if nobody renews: by the first that loses points. Who has few points is not safe, however long they
/// last.
fn ends_of(metrics: &[&MetricStanding]) -> Option<Ends> {
    // What gives nothing cannot lose anything.
    let first = metrics.iter().filter(|m| m.points > 0.0).filter_map(|m| Some(m.until.as_ref()?.0.on)).min()?;
    if metrics.iter().all(|m| is_full(m)) { first.pred_opt().map(Ends::SafeUntil) } else { Some(Ends::LosesOn(first)) }
}

/// Whether a metric is of a track; without one all are.
pub(super) fn is_of(metric: &MetricStanding, track: Option<Track>) -> bool {
    track.is_none_or(|track| metric.track == track.name() || metric.track == "all")
}

/// Levels in the order of their rank; those of which nothing is known are there too, without a standing.
pub(super) fn levels(option: &OptionStanding) -> Vec<(Level, String, Option<&LevelStanding>)> {
    let OptionStandingKind::Levels(of_option) = &option.kind else { return Vec::new() };
    let both = [Level::Silver, Level::Gold].into_iter();
    both.map(|level| (level, level_name(level).to_owned(), of_option.iter().find(|l| l.level == level))).collect()
}

/// The list of a programme; `Between` gives both. `track`: of designations only this one.
#[must_use]
pub fn entries(standing: &Standing, programme: Programme, track: Option<Track>, texts: &Texts) -> Vec<Entry> {
    let mut all = Vec::new();
    // Of a standing that was asked about one track, there is no other.
    let track = standing.question().track.or(track);
    if programme != Programme::Competencies {
        standing.designations.iter().for_each(|of| designation(of, track, texts, &mut all));
    }
    if programme != Programme::Designations {
        standing.competencies.iter().for_each(|of| competency(of, texts, &mut all));
    }
    all
}

fn designation(of: &DesignationStanding, track: Option<Track>, texts: &Texts, all: &mut Vec<Entry>) {
    let metrics: Vec<&MetricStanding> = of.metrics.iter().filter(|m| is_of(m, track)).collect();
    let (state, tone) = designation_state(of, track, texts);
    let state = with_total(state, of, texts);
    let points = |track: Track| of.skilling(track);
    let gauge = match track {
        Some(track) => Some(points(track)),
        // Points of two tracks are never added up; which one it is, only the portal says.
        None => Some(points(Track::Enterprise)).filter(|both| *both == points(Track::Smb)),
    };
    let gauge = gauge.filter(|_| !metrics.is_empty()).map(|(have, need)| Gauge { have, need });
    let both = [Track::Enterprise, Track::Smb].map(|track| (track, points(track)));
    let differ = track.is_none() && gauge.is_none() && both.iter().all(|(_, (_, need))| *need > 0.0);
    let tracks = both.into_iter().filter(|_| differ).map(|(track, (have, need))| (track, Gauge { have, need }));
    all.push(Entry {
        path: of.id.clone(),
        depth: 0,
        name: text::clean(&of.short).into_owned(),
        gauge,
        state,
        tone,
        tracks: tracks.collect(),
        ends: ends_of(&metrics),
    });
    let historic = of.rules.as_ref().is_some_and(|r| r.historic);
    for metric in metrics {
        let (state, tone) = metric_state(metric, texts);
        all.push(Entry {
            path: metric.path.clone(),
            depth: 1,
            name: text::clean(&short_name(metric, texts)).into_owned(),
            gauge: Some(Gauge { have: metric.points, need: metric.max_points }),
            state,
            tone: if historic { Tone::Dim } else { tone },
            tracks: Vec::new(),
            ends: ends_of(&[metric]),
        });
    }
}

/// People there of those asked for, over all requirements.
pub(super) fn people(level: &LevelStanding) -> Option<Gauge> {
    let of_each = level.requirements.iter().map(|r| r.short.map(|short| (r.need, r.need - short.min(r.need))));
    let sums = of_each.collect::<Option<Vec<_>>>()?;
    let (need, have) = sums.iter().fold((0, 0), |(all, there), (need, have)| (all + need, there + have));
    (need > 0).then(|| Gauge { have: have.into(), need: need.into() })
}

/// Until when it is held, and whether it is time to look (R11).
fn with_life(state: String, tone: Tone, of: &CompetencyStanding, texts: &Texts) -> (String, Tone) {
    let Some(life) = of.life.as_ref().filter(|_| of.stage != Some(Stage::AtRisk)) else { return (state, tone) };
    let looks = matches!(life.phase, Phase::Look | Phase::Renewal) && !life.waived;
    let level = life.enrolment.level.map_or_else(String::new, |level| texts.get(&format!("catalog-level-{}", level_name(level))));
    let look = if looks { "yes" } else { "no" };
    let said = tr!(texts, "standing-state-held", level = level, date = texts.date(life.enrolment.anniversary), look = look, state = state);
    (said.trim().to_owned(), if looks && tone == Tone::Dim { Tone::Warn } else { tone })
}

fn competency(of: &CompetencyStanding, texts: &Texts, all: &mut Vec<Entry>) {
    let (state, tone, best) = competency_state(of, texts);
    let (state, tone) = with_life(state, tone, of, texts);
    all.push(Entry {
        path: of.id.clone(),
        depth: 0,
        name: text::clean(&of.name).into_owned(),
        gauge: best.and_then(people),
        state,
        tone,
        tracks: Vec::new(),
        ends: best.and_then(|level| last_safe_day(level.until.as_ref()?)).map(Ends::SafeUntil),
    });
    for option in &of.options {
        let path = format!("{}/{}", of.id, option.id);
        // By rules that are not proven for the day nothing is ever called safe or at risk.
        let historic = option.rules.historic;
        let (state, tone) = option_state(option, texts);
        let gauge = match &option.kind {
            OptionStandingKind::Score(score) => Some(Gauge { have: score.points.0, need: score.max_points }).filter(|g| g.need > 0.0),
            OptionStandingKind::Levels(_) => None,
        };
        let name = option_name(option, texts);
        all.push(Entry { path: path.clone(), depth: 1, name, gauge, state, tone, tracks: Vec::new(), ends: None });
        for (level, name, known) in levels(option) {
            let (state, tone) = level_state(known, texts);
            let ends = known.filter(|l| !historic && l.skills_met == Some(true)).and_then(|l| last_safe_day(l.until.as_ref()?));
            all.push(Entry {
                path: format!("{path}/{name}"),
                depth: 2,
                name: texts.get(&format!("catalog-level-{}", level_name(level))),
                gauge: known.and_then(people),
                state,
                tone: if historic { Tone::Dim } else { tone },
                tracks: Vec::new(),
                ends: ends.map(Ends::SafeUntil),
            });
        }
    }
}
