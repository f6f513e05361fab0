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
fn the_standing_counts_by_it_and_says_that_it_was_entered() {
    use crate::catalog::catalog;
    use crate::standing::{Chosen, Index, Note, Question, Rules, standing};
    let head = "Email,MCID,Associated to PMC,Associated to PC,Skill Type,Skill ID,Skill Completion Date,Relevant for Competencies (Option) or Programs\n";
    let rows = "a@x.example,1,,Yes,Exam,AZ-104,2021-01-01,Cloud Platform (Azure)\n\
                b@x.example,2,,Yes,Exam,AZ-104,2021-01-01,Cloud Platform\n\
                c@x.example,3,,Yes,Exam,AZ-104,2021-01-01,\n";
    let company = crate::model::test_support::company(&format!("{head}{rows}"));
    let all = with(&["cloud-platform/gold = 3 of relevant", "cloud-platform/silver = 3 of AZ-104"]);
    let competency = all.competencies.iter().find(|c| c.id == "cloud-platform").unwrap();
    let own = competency.options.iter().filter(|o| o.validity.entered);
    let options = own.map(|rules| Chosen { rules, in_force: true, by_hand: false }).collect();
    let rules = Rules { numbers: &all.rules, designations: Vec::new(), competencies: vec![(competency, options)] };
    let index = Index::new(&company, catalog(), &[]);
    let found = standing(&company, catalog(), &index, &rules, &Question::of_day("2021-05-19".parse().unwrap()));
    let levels: Vec<_> = found.competencies[0].options.iter().flat_map(|o| o.levels()).collect();
    let said: Vec<_> = levels.iter().map(|l| (l.path.as_str(), l.met, l.requirements[0].have)).collect();
    let expected = [("cloud-platform/own-1/gold", Some(false), Some(2)), ("cloud-platform/own-2/silver", Some(true), Some(3))];
    assert_eq!(said, expected, "R5, R14");
    assert!(levels.iter().all(|level| level.notes.contains(&Note::Entered)));
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
