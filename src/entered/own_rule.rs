//! A rule of one's own, from a form: so many people of whom each holds something, for a level of a competency.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::catalog::programmes::{
    Competency, CompetencyOption, Confidence, Holds, Level, LevelRules, OptionKind, People, Programmes, Requirement, Source, Validity,
};

/// The key under which these rules name their source.
const SOURCE: &str = "entered";

/// What their ids begin with: `own-1`.
const PREFIX: &str = "own-";

/// “Gold of Cloud Platform = 4 people among those whom the report marks relevant.”
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct OwnRule {
    /// `own-1`; empty: it gets one when it is put among the others.
    #[serde(default)]
    pub id: String,
    /// Id of the competency, `cloud-platform`.
    pub competency: String,
    /// What a competency is called that the catalog does not know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Silver or Gold.
    pub level: Level,
    /// How many different people (R14).
    pub count: u32,
    /// Which.
    pub among: Among,
    /// First day on which it holds; `None`: open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// Last day on which it holds; `None`: open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
    /// What a newer version of the program wrote.
    #[serde(flatten)]
    pub more: Map<String, Value>,
}

/// Which people a rule counts.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Among {
    /// Those of whom the report marks a skill as relevant for the competency (R5).
    Relevant,
    /// Those who hold one of these.
    OneOf(Vec<String>),
}

impl OwnRule {
    /// Puts it among others: in the place of its id's, else of the one for the same level and time, else at the end.
    pub(super) fn put_into(&self, rules: &mut Vec<OwnRule>) {
        let for_the_same = |r: &OwnRule| (&r.competency, r.level, r.from, r.to) == (&self.competency, self.level, self.from, self.to);
        let at = if self.id.is_empty() { rules.iter().position(for_the_same) } else { rules.iter().position(|r| r.id == self.id) };
        match at {
            Some(at) => rules[at] = OwnRule { id: rules[at].id.clone(), ..self.clone() },
            None if self.id.is_empty() => {
                let numbers = rules.iter().filter_map(|r| r.id.strip_prefix(PREFIX)?.parse::<u32>().ok());
                let next = numbers.max().unwrap_or(0).saturating_add(1);
                rules.push(OwnRule { id: format!("{PREFIX}{next}"), ..self.clone() });
            }
            None => rules.push(self.clone()),
        }
    }

    fn option(&self, competency_name: &str) -> CompetencyOption {
        let holds = match &self.among {
            Among::Relevant => Holds { relevant_for: Some(competency_name.to_owned()), ..Holds::default() },
            Among::OneOf(ids) => Holds { any_of: ids.clone(), ..Holds::default() },
        };
        let requirement = Requirement { id: "r1".to_owned(), count: self.count, people: People::Any, holds, ambiguous: None, note: None };
        CompetencyOption {
            id: self.id.clone(),
            name: self.id.clone(),
            ruleset: self.id.clone(),
            validity: Validity {
                from: self.from,
                to: self.to,
                // As for a file of the user's that says nothing of it.
                confidence: Confidence::Medium,
                sources: vec![SOURCE.to_owned()],
                note: None,
                entered: true,
            },
            kind: OptionKind::Skills(vec![LevelRules { level: self.level, requirements: vec![requirement], performance: None }]),
        }
    }
}

/// The rules of both programmes with some of one's own in them, each as an option of its competency, marked as entered.
#[must_use]
pub fn with_rules(programmes: &Programmes, rules: &[OwnRule]) -> Programmes {
    let mut out = programmes.clone();
    for rule in rules {
        let at = out.competencies.iter().position(|c| c.id == rule.competency).unwrap_or_else(|| {
            out.competencies.push(Competency {
                id: rule.competency.clone(),
                name: rule.name.clone().unwrap_or_else(|| rule.competency.clone()),
                area: String::new(),
                maps_to: Vec::new(),
                gap: None,
                options: Vec::new(),
            });
            out.competencies.len() - 1
        });
        let competency = &mut out.competencies[at];
        let option = rule.option(&competency.name);
        match competency.options.iter_mut().find(|o| o.id == option.id) {
            Some(there) => *there = option,
            None => competency.options.push(option),
        }
        out.sources.entry(SOURCE.to_owned()).or_insert_with(|| Source { key: SOURCE.to_owned(), ..Source::default() });
    }
    out
}

#[cfg(test)]
mod tests;
