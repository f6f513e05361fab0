//! The portal's figures of a designation beside ours: the total, and of each figure for people whether we say the same.

use super::{Category, Difference, Portal, Total, difference, total};
use crate::catalog::Catalog;
use crate::catalog::programmes::CategoryPoints;
use crate::model::Company;
use crate::standing::DesignationStanding;
use crate::standing::index::Index;
use crate::standing::paths::is_asked;
use crate::standing::question::{Question, Rules};

/// What was entered of a designation, and what follows from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside {
    /// As entered.
    pub said: Portal,
    /// Most points of each metric; `None`: there are no rules for the day, and so there is no total either.
    pub most: Option<CategoryPoints>,
    /// The points of 100 (R13).
    pub total: Option<Total>,
    /// The figures for people that were entered, in the portal's order, each compared with ours.
    pub compared: Vec<(Category, Compared)>,
}

/// A figure of the portal's and ours.
#[derive(Clone, Debug, PartialEq)]
pub enum Compared {
    /// Both say the same of the metric at this path.
    Same(String),
    /// They do not.
    Differs(Difference),
    /// The figure is of a later day than the one asked about: the report cannot know of it.
    Later,
    /// The rules have a metric for each track, and nobody said which one is the company's.
    WhichTrack,
    /// There are no rules, or they have no such metric.
    NotThere,
}

impl Compared {
    /// The metric that it is about, where that is clear.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        match self {
            Compared::Same(path) => Some(path),
            Compared::Differs(difference) => Some(&difference.path),
            Compared::Later | Compared::WhichTrack | Compared::NotThere => None,
        }
    }
}

/// Puts what was entered beside what was computed.
#[must_use]
pub fn beside(
    company: &Company,
    catalog: &Catalog,
    index: &Index,
    rules: &Rules<'_>,
    question: &Question,
    standing: &DesignationStanding,
    said: &Portal,
) -> Beside {
    let chosen = rules.designations.iter().find(|(d, _)| d.id == standing.id).and_then(|(_, chosen)| chosen.as_ref());
    let most = chosen.map(|chosen| chosen.rules.categories);
    let compare = |category: Category| {
        said.figure(category)?;
        let metrics = || standing.metrics.iter().filter(|m| Some(m.metric.as_str()) == category.metric());
        let mut of = metrics().filter(|m| is_asked(&m.track, question.track));
        let compared = match (of.next(), of.next()) {
            (None, _) => Compared::NotThere,
            _ if said.on > question.as_of => Compared::Later,
            (Some(_), Some(_)) => Compared::WhichTrack,
            (Some(only), None) => {
                let found = difference(company, catalog, index, rules, question, &standing.id, category, said);
                found.map_or_else(|| Compared::Same(only.path.clone()), Compared::Differs)
            }
        };
        Some((category, compared))
    };
    let skilling = Category::ALL.into_iter().filter(|category| category.metric().is_some());
    let compared = skilling.filter_map(compare).collect();
    let total = most.map(|most| total(standing, said, &most, rules.numbers, question.track));
    Beside { said: said.clone(), most, total, compared }
}

#[cfg(test)]
mod tests;
