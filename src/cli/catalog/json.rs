//! The JSON of `catalog`. Its shapes follow those of the other commands: dates are ISO, null means that it is not known.

use chrono::NaiveDate;
use serde::Serialize;

use super::super::json::{SCHEMA, text};
use super::show::{level_name, points_each};
use super::{Asked, Line, State, View, confidence_name, title};
use crate::catalog::programmes::{
    CategoryPoints, Confidence, Eligibility, Holds, LevelRules, Metric, OptionKind, People, Requirement, ScoreRules, Source, StepRole,
    Validity,
};

#[derive(Serialize)]
struct List {
    schema: u32,
    as_of: NaiveDate,
    entries: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    programme: &'static str,
    id: String,
    option: Option<String>,
    name: String,
    rules: Option<Rules>,
    state: &'static str,
    entered: Option<bool>,
    sources: Vec<String>,
}

#[derive(Serialize)]
struct Rules {
    id: String,
    valid_from: Option<NaiveDate>,
    valid_to: Option<NaiveDate>,
    historic: bool,
    confidence: &'static str,
}

impl Rules {
    fn new(id: &str, validity: &Validity, historic: bool) -> Rules {
        Rules {
            id: id.to_owned(),
            valid_from: validity.from,
            valid_to: validity.to,
            historic,
            confidence: confidence_name(validity.confidence),
        }
    }
}

/// `catalog list`
pub fn list(view: &View<'_>, lines: &[Line<'_>]) -> Vec<u8> {
    let entry = |line: &Line<'_>| Entry {
        programme: line.programme,
        id: line.id.to_owned(),
        option: line.option.map(str::to_owned),
        name: line.name.clone(),
        rules: line.rules.map(|(id, validity)| Rules::new(id, validity, line.is_historic(view.as_of))),
        state: line.state.name(),
        entered: line.rules.map(|(_, validity)| validity.entered),
        sources: line.rules.map(|(_, validity)| validity.sources.clone()).unwrap_or_default(),
    };
    text(&List { schema: SCHEMA, as_of: view.as_of, entries: lines.iter().map(entry).collect() }).unwrap_or_default()
}

#[derive(Serialize)]
struct Show {
    schema: u32,
    as_of: NaiveDate,
    entries: Vec<Whole>,
    sources: Vec<SourceEntry>,
}

#[derive(Serialize)]
struct SourceEntry {
    key: String,
    title: String,
    #[serde(rename = "where")]
    place: String,
    date: String,
}

#[derive(Serialize)]
struct Whole {
    programme: &'static str,
    id: String,
    name: String,
    area: Option<String>,
    replaces: Vec<String>,
    replaced_by: Vec<String>,
    gap: Option<String>,
    versions: Vec<Version>,
    options: Vec<OptionEntry>,
}

#[derive(Serialize)]
struct Version {
    rules: Rules,
    state: &'static str,
    entered: bool,
    note: Option<String>,
    sources: Vec<String>,
    track_rule: Option<String>,
    category_points: Option<Categories>,
    /// Null where the evidence is too weak.
    metrics: Option<Vec<MetricEntry>>,
}

#[derive(Serialize)]
struct Categories {
    performance: f64,
    skilling_intermediate: f64,
    skilling_advanced: f64,
    usage_growth: f64,
    deployments: f64,
}

impl From<CategoryPoints> for Categories {
    fn from(points: CategoryPoints) -> Categories {
        let CategoryPoints { performance, skilling_intermediate, skilling_advanced, usage_growth, deployments } = points;
        Categories { performance, skilling_intermediate, skilling_advanced, usage_growth, deployments }
    }
}

#[derive(Serialize)]
struct MetricEntry {
    metric: String,
    track: String,
    max_points: f64,
    people_for_max: u32,
    points_per_person: f64,
    note: Option<String>,
    steps: Vec<StepEntry>,
}

#[derive(Serialize)]
struct StepEntry {
    step: u32,
    role: &'static str,
    min_people: Option<u32>,
    points_when_met: Option<f64>,
    max_points: Option<f64>,
    any_of: Vec<Item>,
    eligibility: Vec<Ends>,
    note: Option<String>,
}

#[derive(Serialize)]
struct Item {
    id: String,
    title: Option<&'static str>,
}

#[derive(Serialize)]
struct Ends {
    id: String,
    retired: Option<NaiveDate>,
    counts_until: Option<NaiveDate>,
    note: Option<String>,
}

#[derive(Serialize)]
struct OptionEntry {
    id: String,
    name: String,
    rules: Rules,
    state: &'static str,
    entered: bool,
    note: Option<String>,
    sources: Vec<String>,
    /// Null where it is judged by points, or the evidence is too weak. A level that is not there is not known.
    levels: Option<Vec<LevelEntry>>,
    score: Option<Score>,
}

#[derive(Serialize)]
struct LevelEntry {
    level: &'static str,
    performance: Option<String>,
    requirements: Vec<RequirementEntry>,
}

#[derive(Serialize)]
struct RequirementEntry {
    id: String,
    count: u32,
    people: String,
    #[serde(flatten)]
    holds: HoldsEntry,
    ambiguous: Option<String>,
    note: Option<String>,
}

#[derive(Serialize)]
struct HoldsEntry {
    any_of: Vec<String>,
    all_of: Vec<String>,
    any_set_of: Vec<Vec<String>>,
    one_from_each: Vec<Vec<String>>,
    relevant_for: Option<String>,
}

#[derive(Serialize)]
struct Score {
    silver_from_points: u32,
    gold_from_points: u32,
    max_points: u32,
    metrics: Vec<ScoreMetricEntry>,
    exam_grace: Vec<Ends>,
}

#[derive(Serialize)]
struct ScoreMetricEntry {
    metric: String,
    max_points: f64,
    people_developed: Option<u32>,
    people_developing: Option<u32>,
    person: Option<HoldsEntry>,
}

/// `catalog show`
pub fn show(view: &View<'_>, asked: &Asked<'_>) -> Vec<u8> {
    let lines = super::lines(view);
    let historic = |id: &str, option: Option<&str>, rules: &str| {
        let is_it = |l: &&Line<'_>| l.id == id && l.option == option && l.rules.is_some_and(|(r, _)| r == rules);
        lines.iter().find(is_it).is_some_and(|l| l.is_historic(view.as_of))
    };
    let mut entries = Vec::new();
    if let Some((d, versions)) = &asked.designation {
        let version = |v: &&crate::catalog::programmes::DesignationVersion| {
            let state = view.state_of_version(d, v);
            let said = state != State::Unused;
            Version {
                rules: Rules::new(&v.id, &v.validity, historic(&d.id, None, &v.id)),
                state: state.name(),
                entered: v.validity.entered,
                note: v.validity.note.clone(),
                sources: v.validity.sources.clone(),
                track_rule: v.track_rule.clone().filter(|_| said),
                category_points: said.then(|| v.categories.into()),
                metrics: said.then(|| v.metrics.iter().map(metric).collect()),
            }
        };
        entries.push(Whole {
            programme: "designations",
            id: d.id.clone(),
            name: d.name.clone(),
            area: None,
            replaces: d.replaces.clone(),
            replaced_by: Vec::new(),
            gap: None,
            versions: versions.iter().map(version).collect(),
            options: Vec::new(),
        });
    }
    if let Some((c, options)) = &asked.competency {
        let option = |o: &&crate::catalog::programmes::CompetencyOption| {
            let said = o.validity.confidence != Confidence::Low;
            let (levels, score) = match &o.kind {
                OptionKind::Skills(levels) if said => (Some(levels.iter().map(level).collect()), None),
                OptionKind::Score(rules) if said => (None, Some(score(rules))),
                _ => (None, None),
            };
            OptionEntry {
                id: o.id.clone(),
                name: o.name.clone(),
                rules: Rules::new(&o.ruleset, &o.validity, historic(&c.id, Some(&o.id), &o.ruleset)),
                state: view.state_of_option(o).name(),
                entered: o.validity.entered,
                note: o.validity.note.clone(),
                sources: o.validity.sources.clone(),
                levels,
                score,
            }
        };
        entries.push(Whole {
            programme: "competencies",
            id: c.id.clone(),
            name: c.name.clone(),
            area: Some(c.area.clone()).filter(|area| !area.is_empty()),
            replaces: Vec::new(),
            replaced_by: c.maps_to.clone(),
            gap: c.gap.clone(),
            versions: Vec::new(),
            options: options.iter().map(option).collect(),
        });
    }
    let mut keys: Vec<&String> = Vec::new();
    let named = entries.iter().flat_map(|e| e.versions.iter().flat_map(|v| &v.sources).chain(e.options.iter().flat_map(|o| &o.sources)));
    for key in named {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    let source = |s: &Source| SourceEntry { key: s.key.clone(), title: s.title.clone(), place: s.place.clone(), date: s.date.clone() };
    let sources = keys.into_iter().filter_map(|key| view.programmes.sources.get(key)).map(source).collect();
    text(&Show { schema: SCHEMA, as_of: view.as_of, entries, sources }).unwrap_or_default()
}

fn metric(metric: &Metric) -> MetricEntry {
    let step = |step: &crate::catalog::programmes::Step| {
        let (role, min_people, points_when_met, max_points) = match step.role {
            StepRole::Gate { min_people, points_when_met } => ("gate", Some(min_people), Some(points_when_met), None),
            StepRole::Scored { max_points } => ("scored", None, None, max_points),
        };
        StepEntry {
            step: step.number,
            role,
            min_people,
            points_when_met,
            max_points,
            any_of: step.any_of.iter().map(|id| Item { id: id.clone(), title: title(id) }).collect(),
            eligibility: step.eligibility.iter().map(ends).collect(),
            note: step.note.clone(),
        }
    };
    MetricEntry {
        metric: metric.id.clone(),
        track: metric.track.clone(),
        max_points: metric.max_points,
        people_for_max: metric.people_for_max,
        points_per_person: (points_each(metric) * 100.0).round() / 100.0,
        note: metric.note.clone(),
        steps: metric.steps.iter().map(step).collect(),
    }
}

fn ends(entry: &Eligibility) -> Ends {
    let Eligibility { id, retired, counts_until, note } = entry.clone();
    Ends { id, retired, counts_until, note }
}

fn holds(holds: &Holds) -> HoldsEntry {
    let Holds { any_of, all_of, any_set_of, one_from_each, relevant_for } = holds.clone();
    HoldsEntry { any_of, all_of, any_set_of, one_from_each, relevant_for }
}

fn level(rules: &LevelRules) -> LevelEntry {
    let requirement = |r: &Requirement| RequirementEntry {
        id: r.id.clone(),
        count: r.count,
        people: match &r.people {
            People::Any => "any".to_owned(),
            People::SubsetOf(of) => format!("subset_of:{of}"),
            People::DistinctFrom(of) => format!("distinct_from:{of}"),
        },
        holds: holds(&r.holds),
        ambiguous: r.ambiguous.clone(),
        note: r.note.clone(),
    };
    LevelEntry {
        level: level_name(rules.level),
        performance: rules.performance.clone(),
        requirements: rules.requirements.iter().map(requirement).collect(),
    }
}

fn score(rules: &ScoreRules) -> Score {
    let metric = |m: &crate::catalog::programmes::ScoreMetric| ScoreMetricEntry {
        metric: m.name.clone(),
        max_points: m.max_points,
        people_developed: m.people.as_ref().map(|(developed, ..)| *developed),
        people_developing: m.people.as_ref().map(|(_, developing, _)| *developing),
        person: m.people.as_ref().map(|(.., h)| holds(h)),
    };
    Score {
        silver_from_points: rules.silver_from,
        gold_from_points: rules.gold_from,
        max_points: rules.most,
        metrics: rules.metrics.iter().map(metric).collect(),
        exam_grace: rules.grace.iter().map(ends).collect(),
    }
}
