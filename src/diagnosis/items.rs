//! What the skills of a company are, settled once for each item and not for every row.

use std::cmp::Reverse;
use std::collections::HashMap;

use chrono::{Months, NaiveDate};

use crate::catalog::{Catalog, Credential, Status};
use crate::model::{Company, Skill, SkillType};

/// Since when something cannot be earned any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Withdrawn {
    /// Last day on which it could be earned; `None`: not known.
    pub on: Option<NaiveDate>,
    /// Last day on which it counts, what the rules say of single ones aside; `None`: not known.
    pub counts_until: Option<NaiveDate>,
}

/// What one item is.
#[derive(Clone, Copy, Debug)]
pub(super) struct ItemFacts {
    /// The same for items that are one credential, however it is printed.
    pub group: u32,
    /// The file says which skill it is.
    pub named: bool,
    pub kind: SkillType,
    /// It is not to be had any more on the day.
    pub withdrawn: Option<Withdrawn>,
}

/// All items of a company.
pub(super) struct Items(Vec<ItemFacts>);

impl Items {
    pub fn new(company: &Company, catalog: &Catalog, as_of: NaiveDate, months: u32) -> Items {
        let mut groups: HashMap<String, u32> = HashMap::new();
        let facts = company.items.iter().map(|item| {
            let fresh = u32::try_from(groups.len()).unwrap_or(u32::MAX);
            let name = item.id.as_deref().filter(|id| !id.is_empty()).unwrap_or(&item.title);
            let group = *groups.entry(format!("{} {}", item.kind.name(), crate::text::fold(name))).or_insert(fresh);
            let known = item.id.as_deref().filter(|_| item.known).and_then(|id| catalog.by_id(id));
            ItemFacts {
                group,
                named: !name.is_empty(),
                kind: item.kind,
                withdrawn: known.and_then(|known| withdrawn(known, catalog, as_of, months)),
            }
        });
        Items(facts.collect())
    }

    /// What a skill is.
    pub fn of(&self, skill: &Skill) -> ItemFacts {
        let unknown = ItemFacts { group: u32::MAX, named: false, kind: SkillType::Other, withdrawn: None };
        self.0.get(skill.item as usize).copied().unwrap_or(unknown)
    }

    /// For each credential of each person the row that lasts longest, if it ends. Skills without a name are each their own.
    pub fn latest(&self, company: &Company) -> Vec<Latest> {
        let mut latest = Vec::new();
        let mut of_person: Vec<(u32, Reverse<NaiveDate>, u32, u32)> = Vec::new();
        for person in 0..company.people {
            of_person.clear();
            for account in company.accounts_of(person) {
                for (skill, row) in (0u32..).zip(company.skills(*account)) {
                    let facts = self.of(row);
                    if facts.named {
                        of_person.push((facts.group, Reverse(row.expires.unwrap_or(NaiveDate::MAX)), *account, skill));
                    } else if let Some(last) = row.expires {
                        latest.push(Latest { account: *account, skill, last });
                    }
                }
            }
            // Of two that end on one day the first in the file.
            of_person.sort_unstable();
            of_person.dedup_by_key(|(group, ..)| *group);
            let ending = of_person.iter().filter(|(_, Reverse(last), ..)| *last != NaiveDate::MAX);
            latest.extend(ending.map(|(_, Reverse(last), account, skill)| Latest { account: *account, skill: *skill, last: *last }));
        }
        latest.sort_unstable();
        latest
    }
}

/// A row that no later one of the same credential and person outlasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Latest {
    pub account: u32,
    /// Number among the account's skills.
    pub skill: u32,
    /// Its last day.
    pub last: NaiveDate,
}

/// Whether it is withdrawn on a day (R4). A day in the future is none yet; where the catalog gives no day, it is withdrawn
/// for certain once every exam that earns it is.
fn withdrawn(known: &Credential, catalog: &Catalog, as_of: NaiveDate, months: u32) -> Option<Withdrawn> {
    if let Some(on) = known.retired {
        return (on < as_of).then(|| Withdrawn { on: Some(on), counts_until: on.checked_add_months(Months::new(months)) });
    }
    if known.status != Status::Retired || known.exam_sets.is_empty() {
        return None;
    }
    let is_over = |exam: &String| catalog.by_id(exam).and_then(|c| c.retired).is_some_and(|on| on < as_of);
    known.exam_sets.iter().all(|set| set.iter().any(is_over)).then_some(Withdrawn { on: None, counts_until: None })
}
