//! What skills count for by rules beyond the file: handed to whoever lists, filters or prints accounts, none of whom need
//! to know the rules.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Company, Skill};

/// A designation or a competency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// `data-ai`
    pub id: String,
    /// Solutions Partner for Data & AI (Azure)
    pub name: String,
    /// Data & AI
    pub short: String,
}

/// For which designations and competencies each skill of a company counts on a day.
#[derive(Debug, Default)]
pub struct Areas {
    areas: Vec<Area>,
    /// Sets of areas that occur, each once; the first is that of nothing.
    sets: Vec<Vec<u16>>,
    /// By row of the table: number of the set of the skill that stands in it. Empty where nothing counts.
    of_row: Vec<u32>,
}

impl Areas {
    /// Asks of each skill for which of some areas it counts: account, place of the skill, skill, and where to put the
    /// numbers of the areas.
    #[must_use]
    pub fn new(company: &Company, areas: Vec<Area>, mut counts: impl FnMut(u32, u32, &Skill, &mut Vec<u16>)) -> Areas {
        let mut found = Areas { areas, sets: vec![Vec::new()], of_row: Vec::new() };
        let mut known: HashMap<Vec<u16>, u32> = HashMap::new();
        let mut set = Vec::new();
        for account in (0u32..).take(company.accounts.len()) {
            for (place, skill) in (0u32..).zip(company.skills(account)) {
                set.clear();
                counts(account, place, skill, &mut set);
                if set.is_empty() {
                    continue;
                }
                set.sort_unstable();
                set.dedup();
                let number = known.get(&set).copied().unwrap_or_else(|| {
                    let next = u32::try_from(found.sets.len()).unwrap_or(u32::MAX);
                    known.insert(set.clone(), next);
                    found.sets.push(set.clone());
                    next
                });
                if found.of_row.is_empty() {
                    found.of_row = vec![0; company.lines.len()];
                }
                if let Some(slot) = found.of_row.get_mut(skill.row as usize) {
                    *slot = number;
                }
            }
        }
        found
    }

    /// Whether no skill counts for anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.of_row.is_empty()
    }

    /// Whether they are told of in the table of users: the file has no column of its own, and something counts.
    #[must_use]
    pub fn are_shown(&self, company: &Company) -> bool {
        !company.says_where_skills_count() && !self.is_empty()
    }

    /// Number of the set of areas for which a skill counts, below [`Areas::sets`].
    #[must_use]
    pub fn set_of(&self, skill: &Skill) -> usize {
        self.of_row.get(skill.row as usize).map_or(0, |set| *set as usize)
    }

    /// The sets of areas that occur.
    pub fn sets(&self) -> impl ExactSizeIterator<Item = impl Iterator<Item = &Area>> {
        self.sets.iter().map(|set| set.iter().filter_map(|area| self.areas.get(*area as usize)))
    }

    /// The areas for which any skill counts, in the order of the rules.
    pub fn counted(&self) -> impl Iterator<Item = &Area> {
        let mut is_there = vec![false; self.areas.len()];
        self.sets.iter().flatten().for_each(|area| is_there[*area as usize] = true);
        self.areas.iter().zip(is_there).filter(|(_, there)| *there).map(|(area, _)| area)
    }

    /// What skills of an account count for on the day: by the file's own column where it has one, else by the rules;
    /// short names, sorted.
    #[must_use]
    pub fn names<'a>(&'a self, company: &'a Company, account: u32, as_of: NaiveDate) -> Vec<&'a str> {
        if company.says_where_skills_count() {
            return company.competencies(account, as_of);
        }
        // Thousands of skills count in few places.
        let mut sets: Vec<usize> = company.skills(account).iter().map(|skill| self.set_of(skill)).filter(|set| *set != 0).collect();
        sets.sort_unstable();
        sets.dedup();
        let areas = sets.into_iter().filter_map(|set| self.sets.get(set)).flatten();
        let mut names: Vec<&str> = areas.filter_map(|area| self.areas.get(*area as usize)).map(|area| area.short.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}
