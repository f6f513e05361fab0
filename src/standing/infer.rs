//! Certifications that follow from exams, for those people of whom the file lists no certification (R15).

use std::collections::HashMap;

use chrono::{Months, NaiveDate};

use super::counting::NEVER;
use super::index::{Holding, Origin, SkillRef};
use crate::catalog::Catalog;
use crate::model::Association;

/// Certifications earned before this day last two years, those since then one (R12).
const ONE_YEAR_SINCE: Option<NaiveDate> = NaiveDate::from_ymd_opt(2021, 6, 30);

/// The last day of a certification by the rule (R12), if it was never renewed; `None`: it has none, or that is not known.
#[must_use]
pub fn last_day_by_rule(earned: Option<NaiveDate>, validity_months: Option<u32>) -> Option<NaiveDate> {
    let (earned, months) = (earned?, validity_months.filter(|months| *months > 0)?);
    let months = if months == 12 && ONE_YEAR_SINCE.is_some_and(|since| earned < since) { 24 } else { months };
    earned.checked_add_months(Months::new(months))
}

/// Which exams make which certification; everything by its number in the catalog.
pub(super) struct ExamSets<'c> {
    catalog: &'c Catalog,
    numbers: HashMap<String, u32>,
    /// By credential: the sets of exams that earn it, the certifications of which one is needed as well, and those that it
    /// is itself a part of.
    rules: Vec<Earning>,
    /// By number of the credential in the index.
    of_index: Vec<Option<u32>>,
}

#[derive(Clone, Default)]
struct Earning {
    sets: Vec<Vec<u32>>,
    prerequisites: Vec<u32>,
    part_of: Vec<u32>,
}

/// What was passed for a certification.
#[derive(Clone)]
struct Earned {
    holding: Holding,
    exams: Vec<SkillRef>,
}

/// How good an association is: the better, the more certainly it counts.
fn rank(pc: Association, pmc: Association) -> u8 {
    match (pc, pmc) {
        (Association::Yes, _) => 4,
        (Association::NotSaid, _) => 3,
        (Association::Contradictory, _) => 2,
        (Association::No, Association::Yes) => 1,
        (Association::No, _) => 0,
    }
}

impl<'c> ExamSets<'c> {
    pub fn new(catalog: &'c Catalog) -> ExamSets<'c> {
        let numbers: HashMap<String, u32> = (0u32..).zip(&catalog.credentials).map(|(number, c)| (c.id.to_lowercase(), number)).collect();
        let number = |id: &String| numbers.get(&id.to_lowercase()).copied();
        let mut rules = vec![Earning::default(); catalog.credentials.len()];
        for (at, credential) in (0u32..).zip(&catalog.credentials) {
            // A set of which an exam is not in the catalog is never complete.
            let sets: Vec<Vec<u32>> = credential.exam_sets.iter().filter_map(|set| set.iter().map(number).collect()).collect();
            for exam in sets.iter().flatten() {
                let part_of = &mut rules[*exam as usize].part_of;
                if part_of.last() != Some(&at) {
                    part_of.push(at);
                }
            }
            rules[at as usize].sets = sets.into_iter().filter(|set| !set.is_empty()).collect();
            rules[at as usize].prerequisites = credential.prerequisites.iter().filter_map(number).collect();
        }
        ExamSets { catalog, numbers, rules, of_index: Vec::new() }
    }

    /// The certifications that a person's exams make: number in the catalog, what it is as a holding, the exams.
    /// `credentials`: ids by number; `held`: what the person holds, by that number.
    pub fn infer(&mut self, credentials: &[String], held: &[(u32, Holding)]) -> Vec<(u32, Holding, Vec<SkillRef>)> {
        for id in credentials.iter().skip(self.of_index.len()) {
            self.of_index.push(self.numbers.get(&id.to_lowercase()).copied());
        }
        let of_catalog = |(credential, holding): &(u32, Holding)| Some((self.of_index.get(*credential as usize).copied()??, *holding));
        let held: Vec<(u32, Holding)> = held.iter().filter_map(of_catalog).collect();
        let mut may_be: Vec<u32> = held.iter().flat_map(|(exam, _)| &self.rules[*exam as usize].part_of).copied().collect();
        may_be.sort_unstable();
        may_be.dedup();
        let lists = may_be.into_iter().map(|number| {
            let earned = self.earned(number, &held, 0);
            earned.into_iter().map(move |earned| (number, earned.holding, earned.exams))
        });
        lists.flatten().collect()
    }

    /// One for each set of exams that is complete.
    fn earned(&self, number: u32, held: &[(u32, Holding)], depth: u32) -> Vec<Earned> {
        let Earning { sets, prerequisites, .. } = &self.rules[number as usize];
        let certification = &self.catalog.credentials[number as usize];
        let has = |exam: &u32| held.iter().any(|(credential, _)| credential == exam);
        let complete: Vec<&Vec<u32>> = sets.iter().filter(|set| set.iter().all(has)).collect();
        if complete.is_empty() {
            return Vec::new();
        }
        // Of equals the one that was there first: it is only needed once.
        let since = |e: &Earned| std::cmp::Reverse(e.holding.earned.unwrap_or(NEVER));
        let worth = |e: &Earned| (e.holding.active, rank(e.holding.pc, e.holding.pmc), since(e));
        let before = prerequisites.iter().flat_map(|before| {
            // Prerequisites of prerequisites do not go deeper than this; a circle in the catalog ends here too.
            if depth < 3 { self.earned(*before, held, depth + 1) } else { Vec::new() }
        });
        let prerequisite = before.max_by_key(worth);
        if prerequisite.is_none() && !certification.prerequisites.is_empty() {
            return Vec::new();
        }
        let of_set = |set: &Vec<u32>| {
            let exams = set.iter().filter_map(|exam| best_of(*exam, held));
            let mut parts: Vec<Earned> = exams.map(|h| Earned { holding: *h, exams: listed(h) }).collect();
            // What made the prerequisite may have lapsed since: it need only have been earned once.
            parts.extend(
                prerequisite.clone().map(|before| Earned { holding: Holding { expires: None, ..before.holding }, exams: before.exams }),
            );
            joined(parts, certification.validity_months)
        };
        complete.into_iter().filter_map(of_set).collect()
    }
}

fn listed(holding: &Holding) -> Vec<SkillRef> {
    match holding.origin {
        Origin::Listed(at) => vec![at],
        _ => Vec::new(),
    }
}

/// The best row of an exam: of an account that counts, and the newest.
fn best_of(exam: u32, held: &[(u32, Holding)]) -> Option<&Holding> {
    let rows = held.iter().filter(|(credential, _)| *credential == exam);
    rows.map(|(_, holding)| holding).max_by_key(|h| (h.active, rank(h.pc, h.pmc), h.earned))
}

/// A chain is as strong as its weakest link, and as old as its newest.
fn joined(parts: Vec<Earned>, validity_months: Option<u32>) -> Option<Earned> {
    let weakest = *parts.iter().map(|p| &p.holding).min_by_key(|h| rank(h.pc, h.pmc))?;
    let newest = *parts.iter().map(|p| &p.holding).max_by_key(|h| h.earned)?;
    let earned = if parts.iter().all(|p| p.holding.earned.is_some()) { newest.earned } else { None };
    let ends = parts.iter().filter_map(|p| p.holding.expires).chain(last_day_by_rule(earned, validity_months)).min();
    let holding = Holding {
        account: weakest.account,
        earned,
        expires: ends,
        expiry_missing: ends.is_none() && validity_months != Some(0),
        active: parts.iter().all(|p| p.holding.active),
        pc: weakest.pc,
        pmc: weakest.pmc,
        ..newest
    };
    let mut exams: Vec<SkillRef> = parts.into_iter().flat_map(|p| p.exams).collect();
    exams.sort_unstable();
    exams.dedup();
    Some(Earned { holding, exams })
}
