//! What has to be found, by what was planted: the definitions of the rules once more, in as few words as possible.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::{Days, Months, NaiveDate};
use serde_json::Value;
use skilldeck::catalog::{Credential, Status, catalog, programmes};

/// The truth about a report.
pub struct Key {
    /// The day of the report.
    pub day: NaiveDate,
    /// It is a TrainingCompletions: it says nothing of associations, and lists nobody without a skill.
    pub trainings: bool,
    value: Value,
}

struct Skill {
    id: String,
    kind: String,
    earned: NaiveDate,
    expires: Option<NaiveDate>,
    relevant: bool,
}

struct Account {
    name: String,
    email: String,
    pmc: bool,
    pc: bool,
    skills: Vec<Skill>,
}

impl Key {
    /// Reads a key; the day is the last part of the file's name: `fr-2021-11-03.csv`.
    pub fn read(path: &Path) -> Key {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let stem = name.split('.').next().unwrap();
        let day = stem.get(stem.len() - 10..).unwrap().parse().expect("a day at the end of the name");
        let value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        Key { day, trainings: stem.starts_with("trainings"), value }
    }

    fn accounts(&self) -> Vec<Account> {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let date = |value: &Value| value.as_str().map(|text| text.parse().unwrap());
        let skill = |value: &Value| Skill {
            id: text(&value["id"]).to_lowercase(),
            kind: text(&value["type"]),
            earned: date(&value["earned"]).unwrap(),
            expires: date(&value["expires"]),
            relevant: !value["relevant"].as_array().unwrap().is_empty(),
        };
        let account = |value: &Value| Account {
            name: format!("{}|{}", text(&value["email"]), text(&value["mcid"])),
            email: text(&value["email"]),
            pmc: value["associated_pmc"] == true,
            pc: value["associated_pc"] == true,
            skills: value["skills"].as_array().unwrap().iter().map(skill).collect(),
        };
        self.value["truth"].as_array().unwrap().iter().map(account).collect()
    }

    /// The address and MCID of every account of the truth.
    pub fn listed(&self) -> Vec<(String, String)> {
        self.accounts()
            .into_iter()
            .filter_map(|a| a.name.split_once('|').map(|(email, mcid)| (email.to_owned(), mcid.to_owned())))
            .collect()
    }

    /// The two accounts of people who have two: those that are no colleagues of their own come second.
    pub fn pairs(&self) -> Vec<[String; 2]> {
        let name = |account: &Value| format!("{}|{}", account[0].as_str().unwrap(), account[1].as_str().unwrap());
        self.planted("two_mcids_same_person").into_iter().map(|pair| [name(&pair[0]), name(&pair[1])]).collect()
    }

    /// Who has left and is still in the report.
    pub fn left(&self) -> BTreeSet<String> {
        let name = |who: &Value| format!("{}|{}", who[0].as_str().unwrap(), who[1].as_str().unwrap());
        self.planted("already_left").into_iter().map(name).collect()
    }

    fn planted(&self, what: &str) -> Vec<&Value> {
        self.value["planted"][what].as_array().unwrap().iter().collect()
    }
}

/// The certifications that today's designations name.
fn asked_for() -> BTreeSet<String> {
    let metrics = programmes().designations.iter().filter_map(|d| d.versions.last()).flat_map(|v| &v.metrics);
    metrics.flat_map(|m| &m.steps).flat_map(|s| &s.any_of).map(|id| id.to_lowercase()).collect()
}

/// Whether it is an exam of one of them, or comes before it.
fn leads_on(id: &str, asked_for: &BTreeSet<String>) -> bool {
    let wanted = catalog().credentials.iter().filter(|c| asked_for.contains(&c.id.to_lowercase()));
    wanted.flat_map(|c| c.exam_sets.iter().flatten().chain(&c.prerequisites)).any(|part| part.eq_ignore_ascii_case(id))
}

/// By code, everything that is there.
pub fn expected(key: &Key) -> BTreeMap<&'static str, BTreeSet<String>> {
    let day = key.day;
    let accounts = key.accounts();
    let mut all: BTreeMap<&'static str, BTreeSet<String>> = BTreeMap::new();
    let mut put = |code: &'static str, name: String| {
        all.entry(code).or_default().insert(name);
    };
    let planted =
        |what: &str| -> BTreeSet<String> { key.planted(what).into_iter().map(|v| v.as_str().unwrap_or_default().to_owned()).collect() };
    let (conflicting, doubled, bad) = (planted("conflicting_association"), planted("duplicate_row"), planted("bad_email"));
    let is_over = |skill: &Skill| skill.expires.is_some_and(|last| last < day);
    let dated = |id: &str| catalog().by_id(id).and_then(|c| c.retired).is_some_and(|on| on < day);
    // Of a few the catalog knows no day: they are gone once the exams are that earn them.
    let retired = |id: &str| {
        let gone = |c: &Credential| !c.exam_sets.is_empty() && c.exam_sets.iter().all(|set| set.iter().any(|exam| dated(exam)));
        dated(id) || catalog().by_id(id).is_some_and(|c| c.status == Status::Retired && c.retired.is_none() && gone(c))
    };
    let asked_for = asked_for();
    for account in &accounts {
        // Which of an address's accounts it is, is not in the key; one of several skills it is.
        let is_conflicting = !key.trainings && conflicting.contains(&account.email) && account.skills.len() > 1;
        if is_conflicting {
            put("conflicting-association", account.name.clone());
        } else if !key.trainings && !account.pc {
            let priority = account.pmc && account.skills.iter().any(|s| s.relevant && !is_over(s));
            put(if priority { "pmc-only" } else { "not-associated" }, account.name.clone());
        }
        if account.skills.is_empty() && !key.trainings {
            put("no-skills", account.name.clone());
        }
        if account.skills.is_empty() && key.trainings {
            continue;
        }
        if account.name.ends_with('|') {
            put("missing-mcid", account.name.clone());
        }
        if bad.contains(&account.email) {
            put("bad-email", account.name.clone());
        }
        if doubled.contains(&account.email) {
            put("duplicate-row", account.name.clone());
        }
        for skill in &account.skills {
            let name = format!("{} {}", account.name, skill.id);
            let opens = |last: NaiveDate| last.checked_sub_months(Months::new(6)).unwrap();
            let days = if skill.kind == "assessment" { 10 } else { 3 };
            let conditions = [
                // Of a TrainingCompletions nothing is said of what leads to something that is asked for.
                ("skill-not-counting", !(skill.relevant || key.trainings && leads_on(&skill.id, &asked_for))),
                ("expired", is_over(skill)),
                (
                    "expiring",
                    skill.kind == "certification"
                        && skill.expires.is_some_and(|last| last >= day && opens(last) <= day)
                        && !retired(&skill.id),
                ),
                ("retired-still-listed", retired(&skill.id)),
                ("too-recent", skill.earned <= day && skill.earned >= day - Days::new(days)),
            ];
            for (code, _) in conditions.into_iter().filter(|(_, holds)| *holds) {
                put(code, name.clone());
            }
        }
    }
    let listed = |name: &str| accounts.iter().any(|a| a.name == name && (!key.trainings || !a.skills.is_empty()));
    for pair in key.planted("two_mcids_same_person") {
        let name = |at: usize| format!("{}|{}", pair[at][0].as_str().unwrap(), pair[at][1].as_str().unwrap());
        if listed(&name(0)) && listed(&name(1)) {
            put("possible-duplicate", format!("{} {}", name(0), name(1)));
            put("possible-duplicate", format!("{} {}", name(1), name(0)));
        }
    }
    all
}
