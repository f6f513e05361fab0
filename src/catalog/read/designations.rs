//! `[[designation]]`

use super::super::problem::{Named, Trouble};
use super::super::programmes::{CategoryPoints, Designation, DesignationVersion, Metric, Step, StepRole};
use super::Context;
use super::check::{self, Placed};
use super::competencies::{eligibility, ids};
use super::table::Table;

/// All points of a designation.
const ALL_POINTS: f64 = 100.0;

/// All designations of a file.
pub fn read(context: &Context<'_>, root: &Table<'_, '_>) -> Vec<Designation> {
    let found: Placed<Designation> =
        root.tables("designation").into_iter().map(|table| (designation(context, &table), table.spot_of("id"))).collect();
    context.once(&ids(&found, |d| &d.id));
    found.into_iter().map(|(d, _)| d).collect()
}

fn designation(context: &Context<'_>, table: &Table<'_, '_>) -> Designation {
    let id = table.needed("id");
    // What a user adds to a designation that is known need not repeat what it is called.
    let known = context.base.and_then(|base| base.designations.iter().find(|d| d.id == id));
    let name = match known {
        Some(known) => table.text("name").unwrap_or_else(|| known.name.clone()),
        None => table.needed("name"),
    };
    let short = table.text("short").unwrap_or_else(|| known.map_or_else(|| name.clone(), |known| known.short.clone()));
    let replaces = match known.filter(|_| !table.has("replaces_competencies")) {
        Some(known) => known.replaces.clone(),
        None => context.references(table.words("replaces_competencies"), Named::Competency),
    };
    let versions: Placed<DesignationVersion> =
        table.tables("version").into_iter().map(|table| (version(context, &table), table.spot_of("id"))).collect();
    context.once(&ids(&versions, |v| &v.id));
    context.overlaps(&versions);
    if versions.is_empty() {
        context.log.add(table.spot(), Trouble::Missing("version"));
    }
    table.pass_over(&["badge_group_2026"]);
    table.done();
    let mut versions: Vec<DesignationVersion> = versions.into_iter().map(|(v, _)| v).collect();
    versions.sort_by_key(|v| v.validity.from);
    Designation { id, name, short, replaces, versions }
}

fn version(context: &Context<'_>, table: &Table<'_, '_>) -> DesignationVersion {
    let id = table.needed("id");
    let validity = context.validity(table);
    let track_rule = table.text("track_rule");
    let said = categories(context, table);
    let found: Placed<Metric> =
        table.tables("metric").into_iter().map(|table| (metric(context, &table, said.as_ref()), table.spot_of("metric"))).collect();
    let of_track = found.iter().map(|(m, spot)| (format!("{} {}", m.id, m.track), spot.clone()));
    context.once(&of_track.collect::<Vec<_>>());
    // "all" is every track: another one beside it would count the same people under two rules.
    for (metric, spot) in found.iter().filter(|(m, _)| m.track != "all") {
        if found.iter().any(|(other, _)| other.id == metric.id && other.track == "all") {
            context.log.add(spot, Trouble::Overlap { other: format!("{} all", metric.id), from: validity.from });
        }
    }
    if found.is_empty() {
        context.log.add(table.spot(), Trouble::Missing("metric"));
    }
    table.done();
    let metrics: Vec<Metric> = found.into_iter().map(|(m, _)| m).collect();
    // Where nothing is said of the categories, the metrics say what there is for skills.
    let most = |id: &str| metrics.iter().filter(|m| m.id == id).map(|m| m.max_points).fold(0.0, f64::max);
    let categories = said.unwrap_or_else(|| CategoryPoints {
        skilling_intermediate: most("intermediate"),
        skilling_advanced: most("advanced"),
        ..CategoryPoints::default()
    });
    DesignationVersion { id, validity, categories, track_rule, metrics }
}

fn categories(context: &Context<'_>, table: &Table<'_, '_>) -> Option<CategoryPoints> {
    let points = table.table("category_points")?;
    let number = |key: &'static str| {
        if !points.has(key) {
            context.log.add(points.spot(), Trouble::Missing(key));
        }
        points.number(key).unwrap_or_default()
    };
    let categories = CategoryPoints {
        performance: number("performance"),
        skilling_intermediate: number("skilling_intermediate"),
        skilling_advanced: number("skilling_advanced"),
        usage_growth: number("usage_growth"),
        deployments: number("deployments"),
    };
    points.done();
    let CategoryPoints { performance, skilling_intermediate, skilling_advanced, usage_growth, deployments } = categories;
    let all = [performance, skilling_intermediate, skilling_advanced, usage_growth, deployments];
    check::sum(table, "category_points", all.into_iter(), ALL_POINTS);
    Some(categories)
}

const METRICS: &[&str] = &["intermediate", "advanced"];
const TRACKS: &[&str] = &["all", "enterprise", "smb"];

fn metric(context: &Context<'_>, table: &Table<'_, '_>, categories: Option<&CategoryPoints>) -> Metric {
    for key in ["metric", "max_points", "people_for_max"] {
        if !table.has(key) {
            context.log.add(table.spot(), Trouble::Missing(key));
        }
    }
    let which = table.choice("metric", METRICS);
    let id = which.map(|at| METRICS[at]).unwrap_or_default().to_owned();
    let track = table.choice("track", TRACKS).map_or("all", |at| TRACKS[at]).to_owned();
    let max_points = table.number("max_points");
    let people_for_max = table.whole("people_for_max", 1);
    let found: Placed<Step> =
        table.tables("step").into_iter().map(|table| (step(context, &table, max_points), table.spot_of("step"))).collect();
    let numbers = found.iter().map(|(step, spot)| (step.number.to_string(), spot.clone()));
    context.once(&numbers.collect::<Vec<_>>());
    let mut steps: Vec<Step> = found.into_iter().map(|(s, _)| s).collect();
    steps.sort_by_key(|s| s.number);
    if !steps.iter().any(|s| matches!(s.role, StepRole::Scored { .. })) {
        context.log.add(table.spot(), Trouble::NothingScores);
    }
    if let (Some(max), Some(people)) = (max_points, people_for_max) {
        let gates: f64 =
            steps.iter().map(|s| if let StepRole::Gate { points_when_met, .. } = s.role { points_when_met } else { 0.0 }).sum();
        if gates >= max {
            table.wrong("max_points", Trouble::MoreThan { value: gates, most: max });
        }
        check::people_points(table, max, people, gates);
        let of_category = categories.zip(which).map(|(c, at)| [c.skilling_intermediate, c.skilling_advanced][at]);
        if let Some(whole) = of_category {
            check::sum(table, "max_points", std::iter::once(max), whole);
        }
    }
    table.pass_over(&["rounding_note", "points_per_person"]);
    let note = table.text("note");
    table.done();
    Metric { id, track, max_points: max_points.unwrap_or_default(), people_for_max: people_for_max.unwrap_or(1), steps, note }
}

fn step(context: &Context<'_>, table: &Table<'_, '_>, max: Option<f64>) -> Step {
    for key in ["step", "role", "any_of"] {
        if !table.has(key) {
            context.log.add(table.spot(), Trouble::Missing(key));
        }
    }
    let number = table.whole("step", 1).unwrap_or(1);
    let is_gate = table.choice("role", &["gate", "scored"]) == Some(0);
    let most = table.number("max_points");
    if let (Some(value), Some(most)) = (most, max)
        && value > most
    {
        table.wrong("max_points", Trouble::MoreThan { value, most });
    }
    let role = if is_gate {
        if !table.has("min_people") {
            context.log.add(table.spot(), Trouble::Missing("min_people"));
        }
        let points_when_met = table.number("points_when_met").unwrap_or_default();
        if let Some(most) = most.filter(|most| points_when_met > *most) {
            table.wrong("points_when_met", Trouble::MoreThan { value: points_when_met, most });
        }
        StepRole::Gate { min_people: table.whole("min_people", 1).unwrap_or(1), points_when_met }
    } else {
        StepRole::Scored { max_points: most }
    };
    let any_of = context.credentials(table.words("any_of"));
    if table.is_empty_list("any_of") {
        table.wrong("any_of", Trouble::AsksForNothing);
    }
    let eligibility = eligibility(context, table, "eligibility");
    for entry in eligibility.iter().filter(|e| !e.id.is_empty() && !any_of.contains(&e.id)) {
        table.wrong("eligibility", Trouble::NotInStep(entry.id.clone()));
    }
    table.pass_over(&["points_per_person"]);
    let note = table.text("note");
    table.done();
    Step { number, role, any_of, eligibility, note }
}
