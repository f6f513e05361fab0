//! For which designations and competencies each skill counts by the rules of a day: the paths of [`Paths`] in short.

use super::counting::Reason;
use super::index::listed;
use super::paths::{Asked, Paths};
use super::question::{Question, Rules};
use crate::catalog::Catalog;
use crate::catalog::programmes::Programmes;
use crate::model::{Area, Areas, Company, Skill};

/// What the skills of a company count for by the rules of the day ([`Rules::last_known`]).
#[must_use]
pub fn areas(company: &Company, catalog: &Catalog, programmes: &Programmes, question: &Question) -> Areas {
    let rules = Rules::last_known(programmes, question.as_of);
    let paths = Paths::new(company, catalog, &rules, question);
    if paths.all().is_empty() {
        return Areas::default();
    }
    let designations = rules.designations.iter().map(|(of, _)| Area { id: of.id.clone(), name: of.name.clone(), short: of.short.clone() });
    let competencies = rules.competencies.iter().map(|(of, _)| Area { id: of.id.clone(), name: of.name.clone(), short: of.name.clone() });
    Areas::new(company, designations.chain(competencies).collect(), |account, place, skill, found| {
        paths.each_area(company, (account, place, skill), found);
    })
}

/// The number of the area that each path is of: designations first, then competencies, as the rules name them.
pub(super) fn of_paths(asked: &[Asked<'_>], rules: &Rules<'_>) -> Vec<u16> {
    let of = |one: &Asked<'_>| {
        let designation = || rules.designations.iter().position(|(of, _)| one.path.split('/').next() == Some(of.id.as_str()));
        let number = one.competency.map_or_else(|| designation().unwrap_or(0), |number| rules.designations.len() + number);
        u16::try_from(number).unwrap_or(u16::MAX)
    };
    asked.iter().map(of).collect()
}

impl Paths {
    /// Puts the areas behind the paths of [`Paths::counting`] into a list, some more than once.
    fn each_area(&self, company: &Company, (account, place, skill): (u32, u32, &Skill), found: &mut Vec<u16>) {
        let (by_item, by_mark, itself) = self.named(skill);
        if by_item.is_empty() && by_mark.is_empty() {
            return;
        }
        let holding = listed(company, account, place, skill);
        let is_named = |number: u32| by_item.iter().any(|(item, _)| *item == number);
        let marked = by_mark.iter().filter(|number| !is_named(**number)).map(|number| (*number, itself));
        for (number, limit) in by_item.iter().copied().chain(marked) {
            let Some(area) = self.area(number).filter(|area| !found.contains(area)) else { continue };
            if matches!(Reason::of(&holding, limit, self.day()), Reason::Counts { .. }) {
                found.push(area);
            }
        }
    }
}
