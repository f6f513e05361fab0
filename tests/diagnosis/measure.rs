//! What was found, held against what was planted.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use skilldeck::catalog::{catalog, programmes};
use skilldeck::diagnosis::{Ask, Finding, diagnose};
use skilldeck::model::{Company, Given, build};
use skilldeck::report::{Input, Options, read};
use skilldeck::standing::{Question, Rules};

use super::expected::{Key, expected};

/// How one rule did: each thing by a name of its own.
#[derive(Debug, Default)]
pub struct Figure {
    /// Found and there.
    pub right: usize,
    /// Found and not there.
    pub wrong: Vec<String>,
    /// There and not found.
    pub missed: Vec<String>,
}

/// By code.
pub type Figures = BTreeMap<&'static str, Figure>;

/// The key of a report.
pub fn key_of(report: &Path) -> PathBuf {
    let mut name = report.as_os_str().to_owned();
    name.push(".key.json");
    PathBuf::from(name)
}

/// Adds up.
pub fn add(all: &mut Figures, more: Figures) {
    for (code, figure) in more {
        let sum = all.entry(code).or_default();
        sum.right += figure.right;
        sum.wrong.extend(figure.wrong);
        sum.missed.extend(figure.missed);
    }
}

/// What a finding is called: the account, and the skill or the other accounts.
fn name(company: &Company, finding: &Finding) -> Vec<String> {
    let account = |number: u32| {
        let of = company.account(number);
        format!("{}|{}", company.email(of), company.mcid(of))
    };
    let own = finding.account.map(account).unwrap_or_default();
    if finding.code.name() == "possible-duplicate" {
        return finding.others.iter().map(|other| format!("{own} {}", account(*other))).collect();
    }
    let skill = finding.skill.and_then(|number| company.skills(finding.account?).get(number as usize));
    let id = skill.and_then(|skill| company.item(skill).id.clone()).map(|id| format!(" {}", id.to_lowercase()));
    vec![format!("{own}{}", id.unwrap_or_default())]
}

/// Measures a report against its key. The day is that of the key's file.
pub fn measure(report: &Path) -> Figures {
    let key = Key::read(&key_of(report));
    let day: NaiveDate = key.day;
    let input = Input::file(&report.to_string_lossy());
    let reading = read(&input, &Options::default(), &Default::default()).unwrap();
    let given = Given { report_date: Some(day), ..Given::default() };
    let company = build(reading, catalog(), &given);
    let rules = Rules::on(programmes(), day);
    let found = diagnose(&company, catalog(), &rules, &Question::of_day(day), &Ask::of_day(day));
    let mut there: BTreeMap<&'static str, BTreeSet<String>> = BTreeMap::new();
    for finding in &found.findings {
        there.entry(finding.code.name()).or_default().extend(name(&company, finding));
    }
    let silent: Vec<&str> = found.silent.iter().map(|s| s.code.name()).collect();
    let mut figures = Figures::new();
    for (code, planted) in expected(&key) {
        if silent.contains(&code) {
            continue;
        }
        let found = there.remove(code).unwrap_or_default();
        let figure = Figure {
            right: found.intersection(&planted).count(),
            wrong: found.difference(&planted).cloned().collect(),
            missed: planted.difference(&found).cloned().collect(),
        };
        figures.insert(code, figure);
    }
    // Of the whole file nothing is planted.
    for (code, found) in there {
        figures.insert(code, Figure { wrong: found.into_iter().collect(), ..Figure::default() });
    }
    figures
}
