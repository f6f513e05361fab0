//! Certifications that follow from exams, for those people of whom the file lists no certification (R15).

use std::collections::HashMap;

use chrono::{Months, NaiveDate};

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

/// Which exams make which certification.
pub(super) struct ExamSets<'c> {
    catalog: &'c Catalog,
    /// By exam, in lower case: certifications it is a part of.
    parts: HashMap<String, Vec<u32>>,
    /// By number of the credential in the index.
    certifications: Vec<Option<Vec<u32>>>,
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
        let mut parts: HashMap<String, Vec<u32>> = HashMap::new();
        for (number, credential) in (0u32..).zip(&catalog.credentials) {
            for exam in credential.exam_sets.iter().flatten() {
                let of = parts.entry(exam.to_lowercase()).or_default();
                if of.last() != Some(&number) {
                    of.push(number);
                }
            }
        }
        ExamSets { catalog, parts, certifications: Vec::new() }
    }

    /// The certifications that a person's exams make: number in the catalog, what it is as a holding, the exams.
    /// `credentials`: ids by number; `held`: what the person holds, by that number.
    pub fn infer(&mut self, credentials: &[String], held: &[(u32, Holding)]) -> Vec<(u32, Holding, Vec<SkillRef>)> {
        for id in credentials.iter().skip(self.certifications.len()) {
            self.certifications.push(self.parts.get(&id.to_lowercase()).cloned());
        }
        let mut may_be: Vec<u32> =
            held.iter().filter_map(|(credential, _)| self.certifications.get(*credential as usize)?.as_ref()).flatten().copied().collect();
        may_be.sort_unstable();
        may_be.dedup();
        let lists = may_be.into_iter().map(|number| {
            let earned = self.earned(number, credentials, held, 0);
            earned.into_iter().map(move |earned| (number, earned.holding, earned.exams))
        });
        lists.flatten().collect()
    }

    /// One for each set of exams that is complete.
    fn earned(&self, number: u32, credentials: &[String], held: &[(u32, Holding)], depth: u32) -> Vec<Earned> {
        let Some(certification) = self.catalog.credentials.get(number as usize) else { return Vec::new() };
        let needed = certification.prerequisites.iter().filter_map(|id| {
            let at = self.catalog.credentials.iter().position(|c| c.id == *id)?;
            // Prerequisites of prerequisites do not go deeper than this; a circle in the catalog ends here too.
            let before = if depth < 3 { self.earned(u32::try_from(at).ok()?, credentials, held, depth + 1) } else { Vec::new() };
            before.into_iter().max_by_key(|e| (e.holding.active, rank(e.holding.pc, e.holding.pmc)))
        });
        let prerequisite = needed.max_by_key(|e| (e.holding.active, rank(e.holding.pc, e.holding.pmc)));
        if prerequisite.is_none() && !certification.prerequisites.is_empty() {
            return Vec::new();
        }
        let sets = certification.exam_sets.iter().filter(|set| !set.is_empty());
        sets.filter_map(|set| {
            let exams: Option<Vec<&Holding>> = set.iter().map(|exam| best_of(exam, credentials, held)).collect();
            let mut parts: Vec<Earned> = exams?.into_iter().map(|h| Earned { holding: *h, exams: listed(h) }).collect();
            // What made the prerequisite may have lapsed since: it need only have been earned once.
            parts.extend(
                prerequisite.clone().map(|before| Earned { holding: Holding { expires: None, ..before.holding }, exams: before.exams }),
            );
            joined(parts, certification.validity_months)
        })
        .collect()
    }
}

fn listed(holding: &Holding) -> Vec<SkillRef> {
    match holding.origin {
        Origin::Listed(at) => vec![at],
        _ => Vec::new(),
    }
}

/// The best row of an exam: of an account that counts, and the newest.
fn best_of<'h>(exam: &str, credentials: &[String], held: &'h [(u32, Holding)]) -> Option<&'h Holding> {
    let rows = held.iter().filter(|(c, _)| credentials.get(*c as usize).is_some_and(|id| id.eq_ignore_ascii_case(exam)));
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
