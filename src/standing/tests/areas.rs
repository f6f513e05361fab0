//! What skills count for in short is what the paths say.

use std::collections::BTreeSet;

use super::oracle::{csv, rules, someone};
use super::*;
use crate::catalog::programmes::Programmes;
use proptest::prelude::*;

const TODAY: &str = "2024-03-10";

proptest! {
    #[test]
    fn a_skill_counts_for_what_its_paths_are_of(everyone in prop::collection::vec(someone(), 1..6), mut level in rules(), marks in any::<bool>()) {
        // Some ask for the report's own mark, and some rows have it.
        level.requirements[0].holds.relevant_for = marks.then(|| "Cloud Platform".to_owned());
        let rows = csv(&everyone).replace("X-3,2020-01-01,,", "X-3,2020-01-01,Cloud Platform (Option),");
        let company = company(&rows);
        // One of each programme has the same name, as it is with Security.
        let mut security = designation(vec![arithmetic::metric(20.0, 2, &[arithmetic::scored(&["X-1", "X-2"])])]);
        security.id = "cloud-platform".to_owned();
        let programmes = Programmes {
            rules: numbers(),
            designations: vec![designation(vec![arithmetic::metric(20.0, 2, &[arithmetic::scored(&["X-2", "X-3"])])]), security],
            competencies: vec![competency(vec![level])],
            ..crate::catalog::programmes().clone()
        };
        let question = Question::of_day(day(TODAY));
        let rules = Rules::last_known(&programmes, question.as_of);
        let paths = Paths::new(&company, catalog(), &rules, &question);
        let areas = areas(&company, catalog(), &programmes, &question);
        let sets: Vec<BTreeSet<(String, bool)>> =
            areas.sets().map(|set| set.map(|area| (area.id.clone(), area.name == area.short)).collect()).collect();
        for account in (0u32..).take(company.accounts.len()) {
            let mut of_account = BTreeSet::new();
            for (place, skill) in (0u32..).zip(company.skills(account)) {
                let expected: BTreeSet<(String, bool)> = paths
                    .counting(&company, account, place)
                    .iter()
                    // A competency's path has the option behind its id.
                    .map(|path| (path.split('/').next().unwrap().to_owned(), path.contains("/option/")))
                    .collect();
                let found = sets.get(areas.set_of(skill)).cloned().unwrap_or_default();
                prop_assert_eq!(&found, &expected);
                of_account.extend(expected);
            }
            if !company.says_where_skills_count() {
                prop_assert_eq!(areas.names(&company, account, question.as_of).is_empty(), of_account.is_empty());
            }
        }
        prop_assert_eq!(areas.is_empty(), sets.len() < 2);
    }
}
