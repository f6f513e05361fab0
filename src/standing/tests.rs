//! Tests of the standing, by rule; companies are small csv texts, read as a file is read.

mod areas;
pub(super) mod arithmetic;
mod compare;
mod counting;
mod joint;
mod leaving;
mod life;
mod monotone;
mod oracle;
mod reading;

use super::*;
use crate::catalog::catalog;
use crate::catalog::programmes::{
    Competency, CompetencyOption, Confidence, Designation, DesignationVersion, Holds, Level, LevelRules, Metric, OptionKind, People,
    ProgrammeRules, Requirement, Validity,
};
use crate::model::test_support::company as company_of_csv;

pub(super) const HEAD: &str = "First Name,Last Name,Email,MCID,Associated to PMC,Associated to PC,Skill Type,Skill Name,Skill ID,Skill Completion Date,Relevant for Competencies  (Option) or Programs,Skill Expiration Date\n";

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A company from rows of a skills report.
pub(super) fn company(rows: &str) -> Company {
    company_of_csv(&format!("{HEAD}{rows}"))
}

/// A row: somebody with one skill, associated. `what`: `exam AZ-104`, `certification azure-administrator-associate`.
pub(super) fn row(who: &str, what: &str, earned: &str, expires: &str) -> String {
    with(who, "Yes", "Yes", what, earned, "", expires)
}

/// A row with everything in it.
pub(super) fn with(who: &str, pmc: &str, pc: &str, what: &str, earned: &str, relevant: &str, expires: &str) -> String {
    let (kind, id) = what.split_once(' ').unwrap_or((what, ""));
    format!("{who},Person,{who}@x.example,,{pmc},{pc},{kind},,{id},{earned},{relevant},{expires}\n")
}

/// Somebody who holds several exams.
pub(super) fn holds_exams(who: &str, exams: &[&str]) -> String {
    exams.iter().map(|exam| row(who, &format!("exam {exam}"), "2021-01-01", "")).collect()
}

pub(super) fn numbers() -> ProgrammeRules {
    ProgrammeRules {
        retired_exam_months: 12,
        retired_certification_months: 12,
        min_total_points: 70.0,
        refresh_days: 10,
        check_ahead_months: 3,
        renewal_window: (1, 30),
        competencies_end: Some(day("2022-09-30")),
        designations_start: Some(day("2022-10-03")),
    }
}

pub(super) fn validity() -> Validity {
    Validity { from: None, to: None, confidence: Confidence::High, sources: vec!["TEST".to_owned()], note: None, entered: false }
}

pub(super) fn list(ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| (*id).to_owned()).collect()
}

pub(super) fn any_of(ids: &[&str]) -> Holds {
    Holds { any_of: list(ids), ..Holds::default() }
}

pub(super) fn all_of(ids: &[&str]) -> Holds {
    Holds { all_of: list(ids), ..Holds::default() }
}

pub(super) fn requirement(id: &str, count: u32, people: People, holds: Holds) -> Requirement {
    Requirement { id: id.to_owned(), count, people, holds, ambiguous: None, note: None }
}

pub(super) fn silver(requirements: Vec<Requirement>) -> LevelRules {
    LevelRules { level: Level::Silver, requirements, performance: None }
}

/// A competency *Cloud Platform* with one option.
pub(super) fn competency(levels: Vec<LevelRules>) -> Competency {
    Competency {
        id: "cloud-platform".to_owned(),
        name: "Cloud Platform".to_owned(),
        area: "Apps & Infrastructure".to_owned(),
        maps_to: Vec::new(),
        gap: None,
        options: vec![CompetencyOption {
            id: "option".to_owned(),
            name: "Option".to_owned(),
            ruleset: "test".to_owned(),
            validity: validity(),
            kind: OptionKind::Skills(levels),
        }],
    }
}

pub(super) fn designation(metrics: Vec<Metric>) -> Designation {
    Designation {
        id: "security".to_owned(),
        name: "Solutions Partner for Security".to_owned(),
        short: "Security".to_owned(),
        replaces: Vec::new(),
        versions: vec![DesignationVersion {
            id: "2026-07".to_owned(),
            validity: validity(),
            categories: Default::default(),
            track_rule: None,
            metrics,
        }],
    }
}

/// Everything about one competency and one designation.
pub(super) fn stand(
    company: &Company,
    competency: Option<&Competency>,
    designation: Option<&Designation>,
    question: &Question,
    in_force: bool,
) -> Standing {
    let numbers = numbers();
    let rules = rules_of(&numbers, competency, designation, in_force);
    let index = Index::new(company, catalog(), &question.external);
    standing(company, catalog(), &index, &rules, question)
}

pub(super) fn rules_of<'r>(
    numbers: &'r ProgrammeRules,
    competency: Option<&'r Competency>,
    designation: Option<&'r Designation>,
    in_force: bool,
) -> Rules<'r> {
    let options = |c: &'r Competency| c.options.iter().map(|rules| Chosen { rules, in_force, by_hand: false }).collect();
    Rules {
        numbers,
        designations: designation
            .iter()
            .map(|d| (*d, d.versions.first().map(|rules| Chosen { rules, in_force, by_hand: false })))
            .collect(),
        competencies: competency.iter().map(|c| (*c, options(c))).collect(),
    }
}

/// The one level of a competency.
pub(super) fn level_of(company: &Company, rules: LevelRules, question: &Question) -> LevelStanding {
    let competency = competency(vec![rules]);
    let mut standing = stand(company, Some(&competency), None, question, true);
    match standing.competencies.remove(0).options.remove(0).kind {
        OptionStandingKind::Levels(mut levels) => levels.remove(0),
        OptionStandingKind::Score(_) => panic!("it has levels"),
    }
}

/// The one metric of a designation.
pub(super) fn metric_of(company: &Company, metric: Metric, question: &Question) -> MetricStanding {
    let designation = designation(vec![metric]);
    stand(company, None, Some(&designation), question, true).designations.remove(0).metrics.remove(0)
}

/// Names of people by number.
pub(super) fn people(company: &Company, numbers: impl IntoIterator<Item = u32>) -> Vec<String> {
    let name = |person: u32| company.name_parts(company.account(company.accounts_of(person)[0])).0.to_owned();
    numbers.into_iter().map(name).collect()
}

pub(super) fn holders(company: &Company, of: &RequirementStanding) -> Vec<String> {
    people(company, of.holders.list().iter().map(|h| h.person))
}

pub(super) fn keys(notes: &[Note]) -> Vec<&'static str> {
    notes.iter().map(Note::key).collect()
}
