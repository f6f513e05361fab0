//! Rules of one's own among the others.

use super::*;
use crate::catalog::{Choice, option_on, programmes};
use crate::entered::parse_rule;

fn with(typed: &[&str]) -> Programmes {
    let mut rules = Vec::new();
    typed.iter().for_each(|typed| parse_rule(typed).unwrap().put_into(&mut rules));
    with_rules(programmes(), &rules)
}

#[test]
fn a_rule_is_an_option_of_its_competency_marked_as_entered() {
    let all = with(&["cloud-platform/gold = 4 of relevant from 2021-01-01 to 2026-12-31", "cloud-platform/silver = 2 of AZ-104"]);
    let before = programmes().competencies.iter().find(|c| c.id == "cloud-platform").unwrap();
    let after = all.competencies.iter().find(|c| c.id == "cloud-platform").unwrap();
    assert_eq!(after.options.len(), before.options.len() + 2, "the others stay");
    let [gold, silver] = &after.options[before.options.len()..] else { panic!("two") };
    assert_eq!((gold.id.as_str(), silver.id.as_str()), ("own-1", "own-2"));
    assert!(gold.validity.entered && gold.validity.sources.iter().all(|key| all.sources.contains_key(key)));
    let OptionKind::Skills(levels) = &gold.kind else { panic!("levels") };
    assert_eq!((levels[0].level, levels[0].requirements[0].count), (Level::Gold, 4));
    assert_eq!(levels[0].requirements[0].holds.relevant_for.as_deref(), Some("Cloud Platform"));
    let OptionKind::Skills(levels) = &silver.kind else { panic!("levels") };
    assert_eq!(levels[0].requirements[0].holds.any_of, ["AZ-104"]);
    let on = |day: &str| option_on(gold, day.parse().unwrap());
    assert!(on("2021-01-01").is_proven() && on("2026-12-31").is_proven() && !on("2027-01-01").is_proven());
    assert!(matches!(on("2020-12-31"), Choice::BeforeFirst { .. }));
    assert!(option_on(silver, "2035-01-01".parse().unwrap()).is_proven(), "without an end it goes on");
}

#[test]
fn a_competency_of_ones_own_is_added() {
    let mut rule = parse_rule("underwater-basketry/gold = 4 of relevant").unwrap();
    rule.name = Some("Underwater Basketry".to_owned());
    rule.id = "own-1".to_owned();
    let all = with_rules(programmes(), &[rule]);
    let added = all.competencies.last().unwrap();
    assert_eq!((added.id.as_str(), added.name.as_str(), added.options.len()), ("underwater-basketry", "Underwater Basketry", 1));
    assert_eq!(all.competencies.len(), programmes().competencies.len() + 1);
}

#[test]
fn without_rules_everything_stays_as_it_is() {
    assert_eq!(with_rules(programmes(), &[]), *programmes());
}
