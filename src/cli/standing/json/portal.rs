//! What was entered from the portal, as JSON.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::Writer;
use crate::cli::json::Who;
use crate::standing::portal::{Category, Compared, Difference, Explanation};
use crate::standing::{DesignationStanding, MetricStanding, rounded};

/// Of a designation; `difference` is that of the metric of the entry.
#[derive(Serialize)]
pub(super) struct PortalEntry {
    on: NaiveDate,
    enrolled: bool,
    anniversary: Option<NaiveDate>,
    /// By the name of the metric; null where it was not entered.
    figures: BTreeMap<&'static str, Option<f64>>,
    total: Option<f64>,
    qualifies: Option<bool>,
    missing: Vec<&'static str>,
    total_with_ours: Option<f64>,
    qualifies_with_ours: Option<bool>,
    /// Null where there is none, or the figure cannot be compared.
    difference: Option<DifferenceEntry>,
}

#[derive(Serialize)]
struct DifferenceEntry {
    portal: f64,
    ours: f64,
    explanations: Vec<ExplanationEntry>,
    unexplained: f64,
}

#[derive(Serialize)]
struct ExplanationEntry {
    why: &'static str,
    rule: &'static str,
    certain: bool,
    points: f64,
    who: Vec<Who>,
}

impl Writer<'_> {
    pub(super) fn portal(&self, of: &DesignationStanding, metric: Option<&MetricStanding>) -> Option<PortalEntry> {
        let beside = of.portal.as_ref()?;
        let (said, total) = (&beside.said, beside.total.as_ref());
        let difference = beside.compared.iter().find_map(|(_, compared)| match compared {
            Compared::Differs(difference) if metric.is_some_and(|metric| metric.path == difference.path) => Some(difference),
            _ => None,
        });
        Some(PortalEntry {
            on: said.on,
            enrolled: said.enrolled,
            anniversary: said.anniversary,
            figures: Category::ALL.into_iter().map(|category| (category.name(), said.figure(category))).collect(),
            total: total.and_then(|t| t.points),
            qualifies: total.and_then(|t| t.qualifies),
            missing: total.map(|t| t.missing.iter().map(|category| category.name()).collect()).unwrap_or_default(),
            total_with_ours: total.and_then(|t| t.with_ours),
            qualifies_with_ours: total.and_then(|t| t.ours_qualifies),
            difference: difference.map(|difference| self.difference(difference)),
        })
    }

    fn difference(&self, of: &Difference) -> DifferenceEntry {
        let explanation = |one: &Explanation| {
            let mut accounts: Vec<u32> = one.people.iter().flat_map(|who| who.accounts.iter().copied()).collect();
            accounts.sort_unstable();
            accounts.dedup();
            ExplanationEntry {
                why: one.why.key(),
                rule: one.why.rule(),
                certain: one.why.is_certain(),
                points: rounded(one.points),
                who: accounts.into_iter().map(|account| Who::new(self.company, account)).collect(),
            }
        };
        DifferenceEntry {
            portal: of.portal,
            ours: rounded(of.ours),
            explanations: of.explanations.iter().map(explanation).collect(),
            unexplained: rounded(of.unexplained),
        }
    }
}
