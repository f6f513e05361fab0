//! Who holds what: every skill of a company by credential and person, sorted once, then asked about any day.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::counting::{Limit, NEVER};
use super::infer;
use crate::catalog::{Catalog, Status};
use crate::model::{Association, Company, Skill, SkillType};

/// A skill of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SkillRef {
    /// Number of the account.
    pub account: u32,
    /// Number among the account's skills.
    pub skill: u32,
}

impl SkillRef {
    /// The skill itself; `None` for another company's.
    #[must_use]
    pub fn of(self, company: &Company) -> Option<&Skill> {
        company.skills(self.account).get(self.skill as usize)
    }
}

/// Where a holding comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A row of the report.
    Listed(SkillRef),
    /// Exams of the person, none of whose certifications the file lists (R15): number of the [`Inference`].
    Inferred(u32),
    /// Somebody ticked it by hand (R6).
    Ticked,
}

/// A certification that follows from exams.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inference {
    /// Its id.
    pub certification: String,
    /// The exams it follows from.
    pub exams: Vec<SkillRef>,
}

/// That a person holds a credential, or held it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Holding {
    pub person: u32,
    pub account: u32,
    pub origin: Origin,
    pub earned: Option<NaiveDate>,
    /// Last day of validity.
    pub expires: Option<NaiveDate>,
    /// It should have a last day, and the file gives none (R12).
    pub expiry_missing: bool,
    pub active: bool,
    pub pc: Association,
    pub pmc: Association,
    /// Until when it counts by itself; for what the report marks, whose rules are not known.
    pub limit: Limit,
}

/// A row of the report as a holding.
pub(super) fn listed(company: &Company, account: u32, number: u32, skill: &Skill) -> Holding {
    let of = company.account(account);
    Holding {
        person: of.person,
        account,
        origin: Origin::Listed(SkillRef { account, skill: number }),
        earned: skill.earned,
        expires: skill.expires,
        expiry_missing: false,
        active: skill.active != Some(false),
        pc: of.pc,
        pmc: of.pmc,
        limit: Limit::Until(NEVER),
    }
}

/// How a credential ends for everybody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Retirement {
    pub retired: bool,
    /// Last day on which it could be earned.
    pub on: Option<NaiveDate>,
}

impl Retirement {
    pub fn of(id: &str, catalog: &Catalog) -> Retirement {
        let known = catalog.by_id(id);
        Retirement { retired: known.is_some_and(|c| c.status == Status::Retired || c.retired.is_some()), on: known.and_then(|c| c.retired) }
    }
}

/// Every holding of a company by credential. Built once for a company; holds no reference to it.
#[derive(Debug, Default)]
pub struct Index {
    /// Ids, as the catalog or the file writes them.
    pub(super) credentials: Vec<String>,
    pub(super) retirements: Vec<Retirement>,
    by_id: HashMap<String, u32>,
    /// Sorted by credential, then person.
    holdings: Vec<Holding>,
    starts: Vec<u32>,
    /// What was inferred from exams.
    pub inferences: Vec<Inference>,
}

/// Ids are compared without letter case.
fn key(id: &str) -> String {
    id.to_lowercase()
}

impl Index {
    /// Sorts what the people of a company hold. `external`: certificates of others that somebody ticked, by person (R6);
    /// the file's own word proves none of these.
    #[must_use]
    pub fn new(company: &Company, catalog: &Catalog, external: &[(u32, String)]) -> Index {
        let mut index = Index::default();
        let mut found: Vec<(u32, Holding)> = Vec::with_capacity(company.skill_count());
        let of_item: Vec<Option<u32>> = company
            .items
            .iter()
            .map(|item| {
                let id = item.id.as_deref()?;
                let is_external = catalog.by_id(id).is_some_and(|c| c.status == Status::External);
                (!is_external).then(|| index.credential(id, catalog))
            })
            .collect();
        let expires: Vec<bool> = company
            .items
            .iter()
            .map(|item| {
                let months = item.id.as_deref().and_then(|id| catalog.by_id(id)).and_then(|c| c.validity_months);
                item.kind == SkillType::Certification && months != Some(0)
            })
            .collect();
        let mut rules = infer::ExamSets::new(catalog);
        for person in 0..company.people {
            let first = found.len();
            let mut certified = false;
            for number in company.accounts_of(person) {
                for (at, skill) in (0u32..).zip(company.skills(*number)) {
                    certified |= company.item(skill).kind == SkillType::Certification;
                    let Some(credential) = of_item[skill.item as usize] else { continue };
                    let expiry_missing = skill.expires.is_none() && expires[skill.item as usize];
                    let holding = Holding { expiry_missing, ..listed(company, *number, at, skill) };
                    found.push((credential, holding));
                }
            }
            if !certified && found.len() > first {
                for (certification, holding, exams) in rules.infer(&index.credentials, &found[first..]) {
                    let number = u32::try_from(index.inferences.len()).unwrap_or(u32::MAX);
                    let id = catalog.credentials[certification as usize].id.clone();
                    let credential = index.credential(&id, catalog);
                    index.inferences.push(Inference { certification: id, exams });
                    found.push((credential, Holding { origin: Origin::Inferred(number), ..holding }));
                }
            }
        }
        for (person, id) in external.iter().filter(|(person, _)| *person < company.people) {
            let account = company.accounts_of(*person).first().copied().unwrap_or(0);
            let credential = index.credential(id, catalog);
            found.push((
                credential,
                Holding {
                    person: *person,
                    account,
                    origin: Origin::Ticked,
                    earned: None,
                    expires: None,
                    expiry_missing: false,
                    active: true,
                    pc: Association::Yes,
                    pmc: Association::NotSaid,
                    limit: Limit::Until(NEVER),
                },
            ));
        }
        index.sort(&found, !external.is_empty());
        index
    }

    fn credential(&mut self, id: &str, catalog: &Catalog) -> u32 {
        let fresh = u32::try_from(self.credentials.len()).unwrap_or(u32::MAX);
        let number = *self.by_id.entry(key(id)).or_insert(fresh);
        if number == fresh {
            self.credentials.push(id.to_owned());
            self.retirements.push(Retirement::of(id, catalog));
        }
        number
    }

    /// Counting sort by credential; the people of each stay in order.
    fn sort(&mut self, found: &[(u32, Holding)], unordered: bool) {
        let mut starts = vec![0u32; self.credentials.len() + 1];
        for (credential, _) in found {
            starts[*credential as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut order = vec![0u32; found.len()];
        for (number, (credential, _)) in (0u32..).zip(found) {
            let at = &mut next[*credential as usize];
            order[*at as usize] = number;
            *at += 1;
        }
        self.holdings = order.iter().map(|number| found[*number as usize].1).collect();
        if unordered {
            for range in starts.windows(2) {
                self.holdings[range[0] as usize..range[1] as usize].sort_by_key(|h| h.person);
            }
        }
        self.starts = starts;
    }

    /// The number of a credential that somebody in the company holds, or held.
    #[must_use]
    pub(super) fn number(&self, id: &str) -> Option<u32> {
        self.by_id.get(id).or_else(|| self.by_id.get(&key(id))).copied()
    }

    /// The id of a credential by its number in a [`super::Proof`].
    #[must_use]
    pub fn credential_id(&self, number: u32) -> &str {
        self.credentials.get(number as usize).map_or("", String::as_str)
    }

    /// The holdings of a credential, by person, and the number of the first.
    pub(super) fn holdings(&self, credential: u32) -> (u32, &[Holding]) {
        let start = self.starts.get(credential as usize).copied().unwrap_or(0);
        let end = self.starts.get(credential as usize + 1).copied().unwrap_or(start);
        (start, &self.holdings[start as usize..end as usize])
    }

    pub(super) fn holding_count(&self) -> u32 {
        u32::try_from(self.holdings.len()).unwrap_or(u32::MAX)
    }

    pub(super) fn holding(&self, number: u32) -> Option<&Holding> {
        self.holdings.get(number as usize)
    }
}
