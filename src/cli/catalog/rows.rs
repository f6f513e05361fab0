//! One competency or designation as a table: a row for every step, requirement and metric.

use super::show::level_name;
use super::{Asked, State, View};
use crate::catalog::programmes::{CompetencyOption, DesignationVersion, Holds, LevelRules, OptionKind, People, ScoreRules, StepRole};
use crate::cli::rows::Rows;

const HEAD: [&str; 11] = ["programme", "id", "part", "entry", "number", "role", "people", "who", "holds", "points", "state"];

/// What stands behind the columns that all rows of an entry share.
type Cells = [String; 7];

/// The whole entry.
pub fn rows(view: &View<'_>, asked: &Asked<'_>) -> Rows {
    let mut rows = Vec::new();
    let mut add = |programme: &str, id: &str, part: &str, state: State, cells: Vec<Cells>| {
        // Weak evidence is not shown.
        for cells in cells.into_iter().filter(|_| state != State::Unused) {
            let front = [programme, id, part].map(str::to_owned);
            rows.push(front.into_iter().chain(cells).chain([state.name().to_owned()]).collect());
        }
    };
    if let Some((designation, versions)) = &asked.designation {
        for version in versions {
            add("designations", &designation.id, &version.id, view.state_of_version(designation, version), steps(version));
        }
    }
    if let Some((competency, options)) = &asked.competency {
        for option in options {
            add("competencies", &competency.id, &option.id, view.state_of_option(option), parts(option));
        }
    }
    Rows::new("catalog", &HEAD, rows).numbers(&["people", "points"])
}

fn steps(version: &DesignationVersion) -> Vec<Cells> {
    let all = version.metrics.iter().flat_map(|m| m.steps.iter().map(move |s| (m, s)));
    let cells = all.map(|(metric, step)| {
        let (role, people, points) = match step.role {
            StepRole::Gate { min_people, points_when_met } => ("gate", min_people, points_when_met),
            StepRole::Scored { .. } => ("scored", metric.people_for_max, metric.max_points),
        };
        let entry = format!("{} {}", metric.id, metric.track);
        let number = step.number.to_string();
        [entry, number, role.to_owned(), people.to_string(), String::new(), step.any_of.join(" | "), points.to_string()]
    });
    cells.collect()
}

fn parts(option: &CompetencyOption) -> Vec<Cells> {
    match &option.kind {
        OptionKind::Skills(levels) => levels.iter().flat_map(requirements).collect(),
        OptionKind::Score(score) => metrics(score),
    }
}

fn requirements(level: &LevelRules) -> impl Iterator<Item = Cells> + '_ {
    level.requirements.iter().map(|requirement| {
        let who = match &requirement.people {
            People::Any => "any".to_owned(),
            People::SubsetOf(of) => format!("subset_of:{of}"),
            People::DistinctFrom(of) => format!("distinct_from:{of}"),
        };
        let (entry, number) = (level_name(level.level).to_owned(), requirement.id.clone());
        let (count, holds) = (requirement.count.to_string(), in_brief(&requirement.holds));
        [entry, number, "people".to_owned(), count, who, holds, String::new()]
    })
}

fn metrics(score: &ScoreRules) -> Vec<Cells> {
    let cells = score.metrics.iter().map(|metric| {
        let (people, holds) = match &metric.people {
            Some((developed, _, holds)) => (developed.to_string(), in_brief(holds)),
            None => (String::new(), String::new()),
        };
        let points = metric.max_points.to_string();
        [metric.name.clone(), String::new(), "score".to_owned(), people, String::new(), holds, points]
    });
    cells.collect()
}

/// `A & (B | C)`: what each must hold, in one cell.
fn in_brief(holds: &Holds) -> String {
    let one_of = |parts: Vec<String>| if parts.len() == 1 { parts.concat() } else { format!("({})", parts.join(" | ")) };
    let all_of = |set: &Vec<String>| if set.len() == 1 { set.concat() } else { format!("({})", set.join(" & ")) };
    let mut parts = holds.all_of.clone();
    if !holds.any_of.is_empty() {
        parts.push(one_of(holds.any_of.clone()));
    }
    if !holds.any_set_of.is_empty() {
        parts.push(one_of(holds.any_set_of.iter().map(all_of).collect()));
    }
    parts.extend(holds.one_from_each.iter().map(|ids| one_of(ids.clone())));
    parts.extend(holds.relevant_for.as_ref().map(|id| format!("relevant_for:{id}")));
    parts.join(" & ")
}
