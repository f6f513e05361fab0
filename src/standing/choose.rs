//! Which rules a standing goes by: those of the day, or those that somebody chose.

use chrono::NaiveDate;

use super::question::{Chosen, Rules};
use crate::catalog::programmes::{CompetencyOption, Confidence, DesignationVersion, Programmes};
use crate::catalog::{option_on, options_on, version_on};

impl<'r> Rules<'r> {
    /// The rules that hold on a day, chosen by their dates alone; where none are proven, the last proven ones, marked.
    #[must_use]
    pub fn on(programmes: &'r Programmes, day: NaiveDate) -> Rules<'r> {
        let designations = programmes.designations.iter().map(|designation| {
            let choice = version_on(designation, day);
            (designation, choice.rules().map(|rules| Chosen { rules, in_force: choice.is_proven(), by_hand: false }))
        });
        let competencies = programmes.competencies.iter().map(|competency| {
            let options = options_on(competency, day)
                .filter_map(|(_, choice)| choice.rules().map(|rules| Chosen { rules, in_force: choice.is_proven(), by_hand: false }));
            (competency, options.collect())
        });
        Rules { numbers: &programmes.rules, designations: designations.collect(), competencies: competencies.collect() }
    }

    /// The same, but of the programme that has rules of this id (`2026-07`, `mpn-2018`) only those, whatever the day.
    /// `None`: there are none of that id, or their evidence is too weak.
    #[must_use]
    pub fn with_id(programmes: &'r Programmes, day: NaiveDate, id: &str) -> Option<Rules<'r>> {
        let of_day = Rules::on(programmes, day);
        let is_it = |own: &str| own.eq_ignore_ascii_case(id.trim());
        let mut designations = Vec::with_capacity(of_day.designations.len());
        for designation in &programmes.designations {
            let version = designation.versions.iter().find(|v| is_it(&v.id) && v.validity.confidence != Confidence::Low);
            let holds = |v: &DesignationVersion| version_on(designation, day) == crate::catalog::Choice::Proven(v);
            designations.push((designation, version.map(|rules| Chosen { rules, in_force: holds(rules), by_hand: true })));
        }
        let mut competencies = Vec::with_capacity(of_day.competencies.len());
        for competency in &programmes.competencies {
            let usable = |o: &&CompetencyOption| is_it(&o.ruleset) && o.validity.confidence != Confidence::Low;
            let of = |rules| Chosen { rules, in_force: option_on(rules, day).is_proven(), by_hand: true };
            competencies.push((competency, competency.options.iter().filter(usable).map(of).collect::<Vec<_>>()));
        }
        let (of_designations, of_competencies) =
            (designations.iter().any(|(_, chosen)| chosen.is_some()), competencies.iter().any(|(_, options)| !options.is_empty()));
        (of_designations || of_competencies).then_some(Rules {
            numbers: of_day.numbers,
            designations: if of_designations { designations } else { of_day.designations },
            competencies: if of_competencies { competencies } else { of_day.competencies },
        })
    }

    /// What a skill can be said to count for on a day: designations by the last rules that are known, competencies only by
    /// rules that are proven for it, for the last known ones of these are years older.
    #[must_use]
    pub fn last_known(programmes: &'r Programmes, day: NaiveDate) -> Rules<'r> {
        let mut rules = Rules::on(programmes, day);
        for (_, options) in &mut rules.competencies {
            options.retain(|c| c.in_force);
        }
        rules
    }

    /// Of these only the rules that are proven for the day.
    #[must_use]
    pub fn proven(mut self) -> Rules<'r> {
        for (_, chosen) in &mut self.designations {
            *chosen = chosen.take().filter(|c| c.in_force);
        }
        for (_, options) in &mut self.competencies {
            options.retain(|c| c.in_force);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::programmes;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn version<'r>(rules: &Rules<'r>, id: &str) -> Option<Chosen<'r, DesignationVersion>> {
        rules.designations.iter().find(|(d, _)| d.id == id).and_then(|(_, chosen)| chosen.clone())
    }

    #[test]
    fn rules_are_chosen_by_the_day() {
        let on = |text: &str| version(&Rules::on(programmes(), day(text)), "data-ai").map(|c| (c.rules.id.as_str(), c.in_force, c.by_hand));
        assert_eq!(on("2026-09-15"), Some(("2026-07", true, false)));
        assert_eq!(on("2025-03-01"), Some(("2023-10", false, false)), "beyond what is proven");
        assert_eq!(on("2021-05-19"), None);
        let rules = Rules::on(programmes(), day("2021-05-19"));
        let options = |id: &str| rules.competencies.iter().find(|(c, _)| c.id == id).map(|(_, o)| o.len());
        assert_eq!(options("security"), Some(0), "requirements not known");
        assert!(options("cloud-platform") > Some(0));
    }

    #[test]
    fn rules_may_be_chosen_by_hand() {
        let rules = Rules::with_id(programmes(), day("2026-09-15"), "2023-10").unwrap();
        let old = version(&rules, "data-ai").unwrap();
        assert_eq!((old.rules.id.as_str(), old.in_force, old.by_hand), ("2023-10", false, true));
        let rules = Rules::with_id(programmes(), day("2026-09-15"), "2026-07").unwrap();
        let new = version(&rules, "data-ai").unwrap();
        assert!(new.in_force && new.by_hand);
        let rules = Rules::with_id(programmes(), day("2026-09-15"), "MPN-2018").unwrap();
        assert!(rules.competencies.iter().flat_map(|(_, o)| o).all(|c| c.by_hand && c.rules.ruleset == "mpn-2018" && !c.in_force));
        assert_eq!(version(&rules, "data-ai").map(|c| c.by_hand), Some(false), "the other programme goes by the day");
        assert!(Rules::with_id(programmes(), day("2026-09-15"), "1999-01").is_none());
    }

    #[test]
    fn what_is_proven_can_be_told_apart() {
        let count = |text: &str| {
            let rules = Rules::on(programmes(), day(text)).proven();
            let designations = rules.designations.iter().filter(|(_, c)| c.is_some()).count();
            (designations, rules.competencies.iter().map(|(_, options)| options.len()).sum::<usize>())
        };
        assert_eq!(count("2026-09-15").1, 0);
        assert!(count("2026-09-15").0 > 4);
        assert_eq!(count("2025-03-01").0, 0);
        assert!(count("2018-05-01").1 > 10);
    }
}
