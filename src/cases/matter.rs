//! What a point is about.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::person::same;
use super::{Person, Who};
use crate::diagnosis::{Code, Detail, Finding};
use crate::model::{Company, Item};

/// A point to settle: its name within the case, the same for everybody who speaks of it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Matter {
    /// A finding or a checklist.
    #[serde(flatten)]
    pub topic: Topic,
    /// Of which skill: its id, else its name; of an anniversary, what is held; of a column, which.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// Of two who may be one person: MCID or address of the other one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with: Option<String>,
    /// What a newer version of the program wrote.
    #[serde(flatten)]
    pub more: Map<String, Value>,
}

/// What calls for it. The names are those of JSON; one that a newer version gave is kept.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    /// A kind of finding, by its code.
    Finding(String),
    /// A checklist by itself, by its id.
    Checklist(String),
}

impl Matter {
    /// A kind of finding.
    #[must_use]
    pub fn finding(code: Code) -> Matter {
        Matter { topic: Topic::Finding(code.name().to_owned()), of: None, with: None, more: Map::new() }
    }

    /// A checklist by itself.
    #[must_use]
    pub fn checklist(id: &str) -> Matter {
        Matter { topic: Topic::Checklist(id.to_owned()), of: None, with: None, more: Map::new() }
    }

    /// The same of a skill; empty: of none.
    #[must_use]
    pub fn of(self, skill: &str) -> Matter {
        let skill = skill.trim();
        Matter { of: (!skill.is_empty()).then(|| skill.to_owned()), ..self }
    }

    /// The same with somebody else.
    #[must_use]
    pub fn with(self, other: &str) -> Matter {
        Matter { with: Some(other.to_owned()), ..self }
    }

    /// The kind of finding; `None`: a checklist, or a kind that is not known.
    #[must_use]
    pub fn code(&self) -> Option<Code> {
        let Topic::Finding(name) = &self.topic else { return None };
        Code::ALL.into_iter().find(|code| code.name() == name)
    }

    /// Whether both are the same, in whatever letters.
    #[must_use]
    pub fn is(&self, other: &Matter) -> bool {
        let both = |a: &Option<String>, b: &Option<String>| match (a, b) {
            (Some(a), Some(b)) => same(a, b),
            (None, None) => true,
            _ => false,
        };
        self.topic == other.topic && both(&self.of, &other.of) && both(&self.with, &other.with) && self.more == other.more
    }

    /// What a finding is about: one point, but of people who may be one each other one is a point.
    #[must_use]
    pub fn of_finding(finding: &Finding, company: &Company) -> Vec<Matter> {
        let matter = Matter::finding(finding.code).of(&of(finding, company).unwrap_or_default());
        if finding.code != Code::PossibleDuplicate {
            return vec![matter];
        }
        finding.others.iter().map(|other| matter.clone().with(&key(company, *other))).collect()
    }

    /// Whether a finding about the case's person (or about the company) is about this point.
    #[must_use]
    pub fn is_in(&self, finding: &Finding, company: &Company) -> bool {
        if self.code() != Some(finding.code) {
            return false;
        }
        match (finding.code, &self.with) {
            (Code::PossibleDuplicate, Some(with)) => finding.others.iter().any(|other| Person::of_account(company, *other).has(with)),
            _ => Matter::finding(finding.code).of(&of(finding, company).unwrap_or_default()).is(self),
        }
    }

    /// Its parts, for names that follow from them.
    pub(super) fn parts(&self) -> [String; 3] {
        let (Topic::Finding(name) | Topic::Checklist(name)) = &self.topic;
        let fold = |part: &Option<String>| part.as_deref().unwrap_or_default().to_lowercase();
        [name.clone(), fold(&self.of), fold(&self.with)]
    }
}

impl Who {
    /// Whom a finding is about.
    #[must_use]
    pub fn of_finding(finding: &Finding, company: &Company) -> Who {
        match (finding.missing(), finding.account) {
            (Some(missing), _) => Who::Person(Person::of_list(missing)),
            (None, Some(account)) => Who::Person(Person::of_account(company, account)),
            (None, None) => Who::Company,
        }
    }
}

fn of(finding: &Finding, company: &Company) -> Option<String> {
    match &finding.detail {
        Detail::Anniversary(near) => Some(near.held.id.clone()),
        Detail::Column(field) => Some(field.name().to_owned()),
        _ => {
            let skill = company.skills(finding.account?).get(finding.skill? as usize)?;
            Some(skill_name(company.item(skill)).to_owned())
        }
    }
}

/// By what a skill is known from one report to the next.
pub(super) fn skill_name(item: &Item) -> &str {
    item.id.as_deref().filter(|id| !id.is_empty()).unwrap_or(&item.title)
}

/// By what an account is known: its MCID, else its address, else its anonymous id.
fn key(company: &Company, account: u32) -> String {
    let of = company.account(account);
    let keys = [company.mcid(of), company.email(of), company.anonymous_id(of)];
    keys.into_iter().find(|key| !key.is_empty()).unwrap_or_default().to_owned()
}
