use super::*;
use crate::catalog::{catalog, programmes};
use crate::model::test_support::company;
use crate::standing::{Index, Question, standing};

const HEAD: &str = "First Name,Last Name,Email,MCID,Associated to PMC,Associated to PC,Skill Type,Skill Name,Skill ID,Skill Completion Date,\
                    Relevant for Competencies  (Option) or Programs,Skill Expiration Date\n";

/// What rules of real programmes name, dealt out to twenty people of whom every third is not associated.
fn rows(associated: Option<usize>) -> String {
    let items = [
        "Certification,,azure-administrator-associate",
        "Certification,,azure-fundamentals",
        "Certification,,azure-solutions-architect-expert",
        "Certification,,azure-data-engineer-associate",
        "Certification,,power-bi-data-analyst-associate",
        "Certification,,azure-database-administrator-associate",
        "Exam,,70-532",
        "Exam,,70-533",
        "Exam,,70-534",
        "Exam,,70-473",
        "Exam,,70-475",
    ];
    let mut out = HEAD.to_owned();
    for person in 0..20usize {
        let pc = if person % 3 != 0 || associated == Some(person) { "Yes" } else { "No" };
        for at in 0..3usize {
            let item = items[(person * 5 + at * 3 + person / 4) % items.len()];
            let date = if item.starts_with("Exam") { "2016-06-01" } else { "2026-03-01" };
            out.push_str(&format!("P{person},Person,p{person}@x.example,{},No,{pc},{item},{date},,\n", 8_000_000 + person));
        }
    }
    out
}

fn stand<'r>(company: &Company, rules: &Rules<'r>, day: &str) -> Standing {
    let index = Index::new(company, catalog(), &[]);
    standing(company, catalog(), &index, rules, &Question::of_day(day.parse().unwrap()))
}

fn points_of(standing: &Standing, path: &str) -> f64 {
    standing.designations.iter().flat_map(|d| &d.metrics).find(|m| m.path == path).map_or(0.0, |m| m.points)
}

fn short_of(standing: &Standing) -> Vec<(String, u32)> {
    let options = standing.competencies.iter().flat_map(|c| &c.options);
    options.flat_map(OptionStanding::levels).map(|l| (l.path.clone(), l.requirements.iter().filter_map(|r| r.short).sum())).collect()
}

use crate::standing::OptionStanding;

/// Against the definition: the file with that one association in it, and everything computed anew.
#[test]
fn a_gain_is_what_the_standing_would_be_with_the_association() {
    for day in ["2026-09-15", "2018-05-01"] {
        let rules = Rules::on(programmes(), day.parse().unwrap());
        let before = company(&rows(None));
        let accounts: Vec<u32> = (0..20).filter(|n| n % 3 == 0).collect();
        let now = stand(&before, &rules, day);
        let found = gains(&before, &now, &rules, &accounts);
        let mut something = 0;
        for (account, gain) in accounts.iter().zip(&found) {
            let then = stand(&company(&rows(Some(*account as usize))), &rules, day);
            for metric in now.designations.iter().flat_map(|d| &d.metrics) {
                let more = gain.places.iter().find(|p| p.path == metric.path).map_or(0.0, |p| p.points);
                assert!(
                    (points_of(&then, &metric.path) - metric.points - more).abs() < 1e-9,
                    "R13 {day} {account} {}: {more}",
                    metric.path
                );
                something += usize::from(more > 0.0);
            }
            for ((path, short), (_, less)) in short_of(&now).into_iter().zip(short_of(&then)) {
                let fewer = gain.places.iter().find(|p| p.path == path).map_or(0, |p| p.people);
                assert_eq!(short - less, fewer, "R14 {day} {account} {path}");
                something += usize::from(fewer > 0);
            }
        }
        assert!(something > 0, "{day}: the test moves something");
    }
}

#[test]
fn who_is_associated_already_brings_nothing_more() {
    let company = company(&rows(None));
    let rules = Rules::on(programmes(), "2026-09-15".parse().unwrap());
    let now = stand(&company, &rules, "2026-09-15");
    let found = gains(&company, &now, &rules, &[1, 2, 99]);
    assert_eq!(found, vec![Gain::default(); 3]);
}

#[test]
fn points_are_those_of_the_better_track() {
    let place = |track: &str, points: f64, historic: bool| Gained {
        path: String::new(),
        track: Some(track.to_owned()),
        points,
        people: 0,
        meets: false,
        historic,
    };
    let gain =
        Gain { places: vec![place("enterprise", 2.0, false), place("smb", 4.0, false), place("all", 1.0, false), place("smb", 9.0, true)] };
    assert!((gain.points() - 5.0).abs() < 1e-9, "R13");
}
