//! From the company to what there is to settle: findings, each with the cells that prove it.
//!
//! [`diagnose`] is a pure function of the company, the rules, what is asked, and dates. One file per rule under `rules`;
//! who may be one person with two MCIDs is told by `duplicate`. A rule that the file gives nothing to go by stays silent and
//! says why ([`Silent`]). Nothing here has words for people.
//!
//! Rather too few than too many: whoever looks after a few points that are wrong looks after none.

mod code;
mod context;
mod detail;
mod duplicate;
mod finding;
mod items;
mod rules;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::catalog::Catalog;
use crate::model::lists::Beside;
use crate::model::{Company, Held};
use crate::standing::{Question, Rules, Standing};

pub use code::{Code, Confidence, Severity};
pub use detail::{Anniversary, Clock, Detail, Missing, NoSkills, NotCounting};
pub use duplicate::{Address, Holdings, Likeness, Name};
pub use finding::{Cell, Finding, Of, Silent, Why};

use context::Context;

/// What is looked at besides the company and the rules.
#[derive(Clone, Copy, Debug)]
pub struct Ask<'a> {
    /// The day of the report, where it is known: what is recent is recent on that day (R3).
    pub report_date: Option<NaiveDate>,
    /// The day on which somebody looks: how old the report is. The core never asks the clock.
    pub today: NaiveDate,
    /// Who were said to be two people: e-mail addresses or MCIDs, as they were entered (R14).
    pub not_same: &'a [(String, String)],
    /// What the history among the files says is held, for the rows that prove it (R11).
    pub history: &'a [Held],
    /// The standing of the same company by the same rules and question, if somebody has computed it already.
    pub standing: Option<&'a Standing>,
    /// The lists beside the report, joined to its people; `None`: there are none.
    pub lists: Option<Beside<'a>>,
}

impl Ask<'_> {
    /// Of a report of a day, seen on that day, and nothing more.
    #[must_use]
    pub fn of_day(day: NaiveDate) -> Ask<'static> {
        Ask { report_date: Some(day), today: day, not_same: &[], history: &[], standing: None, lists: None }
    }
}

/// Everything that was found.
#[derive(Clone, Debug, Default)]
pub struct Diagnosis {
    /// By rule, in the order of [`Code::ALL`]; of one rule the one that brings most first, then in the order of the file.
    pub findings: Vec<Finding>,
    /// The rules that had nothing to go by, and why.
    pub silent: Vec<Silent>,
}

impl Diagnosis {
    /// How many findings there are of each kind, of those that there are any.
    #[must_use]
    pub fn counts(&self) -> BTreeMap<Code, usize> {
        let mut counts = BTreeMap::new();
        self.findings.iter().for_each(|finding| *counts.entry(finding.code).or_insert(0) += 1);
        counts
    }

    /// The kinds of finding of each account, each once, in the order of [`Code::ALL`]; by number of the account.
    #[must_use]
    pub fn codes_by_account(&self, accounts: usize) -> Vec<Vec<Code>> {
        let mut codes = vec![Vec::new(); accounts];
        for finding in &self.findings {
            let list = finding.account.and_then(|account| codes.get_mut(account as usize));
            if let Some(list) = list.filter(|list: &&mut Vec<Code>| list.last() != Some(&finding.code)) {
                list.push(finding.code);
            }
        }
        codes
    }

    /// Whether anything is at least as serious.
    #[must_use]
    pub fn has(&self, severity: Severity) -> bool {
        self.findings.iter().any(|finding| finding.code.severity() <= severity)
    }
}

/// Applies every rule. `question`: the day, and what no file says; `rules`: those of that day.
#[must_use]
pub fn diagnose(company: &Company, catalog: &Catalog, rules: &Rules<'_>, question: &Question, ask: &Ask<'_>) -> Diagnosis {
    let context = Context::new(company, catalog, rules, question, ask);
    let mut diagnosis = Diagnosis::default();
    for code in Code::ALL {
        match rules::apply(code, &context) {
            Ok(found) => diagnosis.findings.extend(found),
            Err(why) => diagnosis.silent.push(Silent { code, why }),
        }
    }
    diagnosis
}

#[cfg(test)]
mod tests;
