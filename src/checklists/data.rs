//! The checklists themselves.

use std::sync::OnceLock;

use serde::Deserialize;

/// What a checklist is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    /// The company as a whole.
    Company,
    /// An account of the report.
    Account,
    /// An account, or somebody who is in no file.
    Anybody,
}

/// What a file can answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Check {
    /// There is a report: whoever has one is enrolled and may see it (P1, P2).
    ReportThere,
    /// It is not older than a month.
    ReportIsRecent,
    /// Somebody stands in it (T2).
    SomebodyIsListed,
    /// Somebody is associated in Partner Center (P4).
    SomebodyIsAssociated,
    /// Somebody has access to Partner University (P4).
    SomebodyHasUniversity,
    /// Everybody has an address of an account (P3).
    EverybodyHasAnAccount,
    /// Everybody is associated in Partner Center (P4).
    EverybodyIsAssociated,
    /// The day of the move from PMC is known (R7).
    MoveIsKnown,
    /// The six months after the move are not over (R7).
    SixMonthsRun,
    /// The account stands in the report.
    IsListed,
    /// It does not any more (R10).
    IsNotListed,
    /// It is associated in Partner Center, by the users report or by the report (P4).
    IsAssociated,
    /// The report shows that association (T5).
    IsShownAssociated,
    /// The person has left the company (T6).
    HasLeft,
    /// It has an MCID.
    HasAnMcid,
    /// The person has no other account, and nobody looks like the same person (T1).
    HasOneAccount,
    /// Both accounts are known to be one person's (R14).
    IsOnePerson,
    /// Its address is one of the company's (P5).
    HasACompanyAddress,
    /// It has a skill.
    HasASkill,
    /// It has one that counts somewhere and has not ended (R5).
    HasARelevantSkill,
    /// Partner University is associated, by the users report or by an assessment in the report (P4).
    HasAnAssessment,
    /// What was earned last was earned long enough before the report (R3).
    TimeHasPassed,
}

/// A step of a checklist.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its name within the checklist; the messages are `step-CHECKLIST-STEP` and `step-CHECKLIST-STEP-how`.
    pub id: String,
    /// The rule it rests on: `R3`.
    pub rule: String,
    /// What the files answer of it; `None`: nothing, it has to be looked up.
    pub check: Option<Check>,
    /// The page where it is done.
    pub link: Option<String>,
}

/// Steps to go through in their order.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checklist {
    /// Its name; the messages are `checklist-ID` and `checklist-ID-about`.
    pub id: String,
    /// What it is about.
    pub about: About,
    /// Kinds of finding that call for it, by the codes of JSON.
    pub findings: Vec<String>,
    /// Its steps.
    #[serde(rename = "step")]
    pub steps: Vec<Step>,
}

/// Version of the file's shape.
const SCHEMA: u32 = 1;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    schema: u32,
    checklist: Vec<Checklist>,
}

/// All checklists, those of the company first.
#[must_use]
pub fn checklists() -> &'static [Checklist] {
    static ALL: OnceLock<Vec<Checklist>> = OnceLock::new();
    ALL.get_or_init(|| {
        let read = toml::from_str::<File>(include_str!("../../assets/checklists.toml"));
        // A test reads it: it comes with the program.
        read.ok().filter(|file| file.schema == SCHEMA).map(|file| file.checklist).unwrap_or_default()
    })
}

/// The checklist that a kind of finding calls for.
#[must_use]
pub fn of_finding(code: &str) -> Option<&'static Checklist> {
    checklists().iter().find(|list| list.findings.iter().any(|known| known == code))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Lang, Texts};

    #[test]
    fn the_file_that_comes_with_the_program_is_right() {
        let file: File = toml::from_str(include_str!("../../assets/checklists.toml")).unwrap();
        assert_eq!(file.schema, 1);
        let mut ids: Vec<&str> = file.checklist.iter().map(|list| list.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), file.checklist.len(), "no two of one name");
        let mut codes: Vec<&String> = file.checklist.iter().flat_map(|list| &list.findings).collect();
        let all = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), all, "a finding calls for one checklist");
        for list in &file.checklist {
            let mut steps: Vec<&str> = list.steps.iter().map(|step| step.id.as_str()).collect();
            steps.sort_unstable();
            steps.dedup();
            assert_eq!(steps.len(), list.steps.len(), "{}", list.id);
            assert!(list.steps.iter().all(|step| step.link.as_ref().is_none_or(|link| link.starts_with("https://"))));
        }
    }

    #[test]
    fn everything_has_its_words_and_every_rule_exists() {
        for lang in Lang::ALL {
            let texts = Texts::new(lang);
            for list in checklists() {
                for key in [format!("checklist-{}", list.id), format!("checklist-{}-about", list.id)] {
                    assert!(texts.has(&key), "{lang:?} {key}");
                }
                for step in &list.steps {
                    for key in [format!("step-{}-{}", list.id, step.id), format!("step-{}-{}-how", list.id, step.id)] {
                        assert!(texts.has(&key), "{lang:?} {key}");
                    }
                    assert!(texts.rules().contains(&format!("## {} ", step.rule)), "{lang:?} {}", step.rule);
                }
            }
        }
    }

    #[test]
    fn a_finding_leads_to_its_checklist() {
        assert_eq!(of_finding("pmc-only").map(|list| list.id.as_str()), Some("old-portal"));
        assert_eq!(of_finding("possible-duplicate").map(|list| list.id.as_str()), Some("duplicate"));
        assert!(of_finding("duplicate-row").is_none());
    }
}
