//! The whole way at once: a company of forty people is invented, written as a report in three languages, and what
//! `users --format json` says of it must be what was written, cell for cell and row for row.

use chrono::{Days, NaiveDate};
use rstest::rstest;
use serde_json::{Value, json};

use super::support::Desk;

const FIELDS: [&str; 12] = [
    "first_name",
    "last_name",
    "email",
    "mcid",
    "associated_pmc",
    "associated_pc",
    "skill_type",
    "skill_name",
    "skill_id",
    "skill_completion_date",
    "relevant",
    "skill_expiration_date",
];

/// How a report is written where its reader lives. The words are those of `assets/columns.toml`.
struct Country {
    locale: &'static str,
    delimiter: u8,
    encoding: &'static encoding_rs::Encoding,
    date: &'static str,
    first_names: [&'static str; 8],
    last_names: [&'static str; 5],
    titles: [&'static str; 6],
}

const ENGLAND: Country = Country {
    locale: "en-US",
    delimiter: b',',
    encoding: encoding_rs::UTF_8,
    date: "%m/%d/%Y",
    first_names: ["Ada", "Brontë", "Cy", "Dot", "Ernest \"Ern\"", "Fay", "Gus", "Hal"],
    last_names: ["O'Neil", "Smith, Jr.", "van der Berg", "Ng", "Lloyd-Jones"],
    titles: ["Tents and Ropes", "Reading Maps, Part 2", "Camp Leader", "First \"Aid\"", "Lighting Fires", "Rope Safety"],
};

const FRANCE: Country = Country {
    locale: "fr-FR",
    delimiter: b';',
    encoding: encoding_rs::WINDOWS_1252,
    date: "%d/%m/%Y",
    first_names: ["Aïcha", "Benoît", "Cédric", "Dorothée", "Éloïse", "François", "Gaëlle", "Hélène"],
    last_names: ["Lœwen", "Çelik", "d’Aubigné", "Muñoz", "Garçon"],
    titles: ["Tentes & cordages", "Lecture de cartes ; niveau 2", "Chef d’étape", "Premiers « soins »", "Feux de camp", "Cœur de forêt"],
};

const TURKEY: Country = Country {
    locale: "tr-TR",
    delimiter: b',',
    encoding: encoding_rs::UTF_8,
    date: "%d.%m.%Y",
    first_names: ["Işık", "İbrahim", "Çağla", "Doğan", "Özlem", "Şahin", "Gülşen", "Hüseyin"],
    last_names: ["Yıldırım", "Şahin", "Öztürk", "Çelik", "Aydın"],
    titles: ["Çadır ve ip", "Harita okuma", "Kamp lideri", "İlk yardım", "Ateş yakma", "Doğa güvenliği"],
};

impl Country {
    /// The first of a list of words of this language.
    fn word(&self, table: &str, key: &str) -> Option<String> {
        let all: toml::Table = include_str!("../../assets/columns.toml").parse().unwrap();
        let locale = all["locale"][self.locale].as_table().unwrap();
        let words = if table.is_empty() { locale.get(key) } else { locale.get(table).and_then(|t| t.get(key)) };
        Some(words?.as_array()?.first()?.as_str()?.to_owned())
    }

    fn heading(&self, field: &str) -> String {
        let tables = ["headers", "headers_related", "headers_inferred"];
        tables.into_iter().find_map(|table| self.word(table, field)).unwrap_or_else(|| panic!("{field} in {}", self.locale))
    }

    fn yes_no(&self, said: Option<bool>) -> String {
        said.map(|yes| self.word("", if yes { "yes" } else { "no" }).unwrap()).unwrap_or_default()
    }
}

/// Numbers that look thrown and are the same in every run.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).unwrap()
    }
}

struct Person {
    name: (String, String),
    email: String,
    mcid: String,
    pmc: Option<bool>,
    pc: Option<bool>,
}

struct Skill {
    kind: &'static str,
    title: String,
    code: String,
    earned: NaiveDate,
    expires: Option<NaiveDate>,
    relevant: Vec<&'static str>,
}

/// Forty people, four of whom are one person with another of them: two share an MCID, two an address.
fn people(country: &Country, dice: &mut Dice) -> Vec<Person> {
    let mut people: Vec<Person> = (0..40)
        .map(|n| Person {
            name: (country.first_names[n % 8].to_owned(), country.last_names[n / 8].to_owned()),
            email: if n % 11 == 3 { String::new() } else { format!("member{n}@tents.example") },
            mcid: if n % 7 == 5 { String::new() } else { format!("{}", 8_000_015 + n * 37) },
            pmc: [Some(true), Some(false), None][dice.throw(3)],
            pc: [Some(true), Some(false), None][dice.throw(3)],
        })
        .collect();
    people[20].mcid = people[10].mcid.clone();
    people[31].email = people[1].email.to_uppercase();
    people
}

fn skill(country: &Country, dice: &mut Dice, number: usize) -> Skill {
    let entries = ["Camping (Tents)", "Hiking", "Rope Work (Knots, Advanced)"];
    let earned = NaiveDate::from_ymd_opt(2016, 1, 1).unwrap().checked_add_days(Days::new(dice.throw(1900) as u64)).unwrap();
    Skill {
        kind: ["exam", "certification", "assessment"][dice.throw(3)],
        title: country.titles[dice.throw(6)].to_owned(),
        // No two rows are the same.
        code: if dice.throw(4) == 0 { format!("{number}") } else { format!("TN-{number}") },
        earned,
        expires: (dice.throw(2) == 0).then(|| earned.checked_add_days(Days::new(730)).unwrap()),
        relevant: entries.into_iter().filter(|_| dice.throw(2) == 0).collect(),
    }
}

struct Company {
    people: Vec<Person>,
    /// Rows in the order of the file: whom they are about, and the skill if there is one.
    rows: Vec<(usize, Option<Skill>)>,
}

fn company(country: &Country) -> Company {
    let mut dice = Dice(0x5eed_cafe);
    let people = people(country, &mut dice);
    let mut rows: Vec<(usize, Option<Skill>)> = Vec::new();
    for person in 0..people.len() {
        let count = dice.throw(5);
        // Who has no skill has a row all the same.
        for at in 0..count.max(1) {
            let number = 100 + rows.len();
            rows.push((person, (count > 0 || at > 0).then(|| skill(country, &mut dice, number))));
        }
    }
    // The rows of one person do not stand together.
    for at in (1..rows.len()).rev() {
        let other = dice.throw(at + 1);
        rows.swap(at, other);
    }
    Company { people, rows }
}

/// The report as bytes, and the line on which each row starts.
fn written(company: &Company, country: &Country) -> (Vec<u8>, Vec<usize>) {
    let mut text = Vec::new();
    let mut lines = Vec::new();
    let mut line = 1;
    let mut write = |cells: &[String]| {
        let mut writer = csv::WriterBuilder::new().delimiter(country.delimiter).from_writer(Vec::new());
        writer.write_record(cells).unwrap();
        let record = writer.into_inner().unwrap();
        lines.push(line);
        line += record.iter().filter(|b| **b == b'\n').count();
        text.extend(record);
    };
    write(&FIELDS.map(|field| country.heading(field)));
    for (person, skill) in &company.rows {
        let p = &company.people[*person];
        let date = |date: Option<NaiveDate>| date.map(|d| d.format(country.date).to_string()).unwrap_or_default();
        let of_skill = match skill {
            None => [const { String::new() }; 6],
            Some(s) => [
                country.word("words", s.kind).unwrap_or_else(|| s.kind.to_owned()),
                s.title.clone(),
                s.code.clone(),
                date(Some(s.earned)),
                // In some rows the entries stand under each other, so that a record goes over several lines.
                s.relevant.join(if s.code.ends_with('7') { "\n" } else { "; " }),
                date(s.expires),
            ],
        };
        let (first, last) = p.name.clone();
        let mut cells = vec![first, last, p.email.clone(), p.mcid.clone(), country.yes_no(p.pmc), country.yes_no(p.pc)];
        cells.extend(of_skill);
        write(&cells);
    }
    let text = String::from_utf8(text).unwrap();
    let (bytes, _, lost) = country.encoding.encode(&text);
    assert!(!lost, "every name can be written in {}", country.encoding.name());
    (bytes.into_owned(), lines.split_off(1))
}

fn or_null(text: &str) -> Value {
    if text.is_empty() { Value::Null } else { json!(text) }
}

/// What must be said of the company, but for `person`; and the people in the order in which they appear.
fn expected(company: &Company, lines: &[usize]) -> (Vec<Value>, Vec<usize>) {
    let mut order: Vec<usize> = Vec::new();
    for (person, _) in &company.rows {
        if !order.contains(person) {
            order.push(*person);
        }
    }
    let users = order.iter().map(|number| {
        let p = &company.people[*number];
        let rows = company.rows.iter().zip(lines).filter(|((person, _), _)| person == number);
        let skills: Vec<Value> = rows
            .filter_map(|((_, skill), line)| {
                let s = skill.as_ref()?;
                Some(json!({
                    "type": s.kind, "id": s.code, "title": s.title, "title_as_printed": s.title, "earned": s.earned,
                    "expires": s.expires, "active": null, "counts_for": s.relevant, "counts_by_catalog": [],
                    "source": {"path": "report.csv", "sheet": null, "row": line},
                }))
            })
            .collect();
        json!({
            "person": null, "email": or_null(&p.email), "mcid": or_null(&p.mcid), "name": format!("{} {}", p.name.0, p.name.1),
            "associated_pmc": p.pmc, "associated_pc": p.pc, "skills": skills, "findings": null,
        })
    });
    (users.collect(), order)
}

#[rstest]
#[case(ENGLAND)]
#[case(FRANCE)]
#[case(TURKEY)]
fn what_was_written_is_what_is_said(#[case] country: Country) {
    let company = company(&country);
    let (bytes, lines) = written(&company, &country);
    let desk = Desk::with("report.csv", bytes);
    let mut said = desk.json(&["users", "report.csv"])["users"].as_array().unwrap().clone();
    let persons: Vec<Value> = said.iter_mut().map(|user| user["person"].take()).collect();
    // What there is to settle about them is measured by tests of its own.
    said.iter_mut().for_each(|user| drop(user["findings"].take()));
    let (expected, order) = expected(&company, &lines);
    assert_eq!(said.len(), 40);
    for (said, expected) in said.iter().zip(&expected) {
        assert_eq!(said, expected);
    }

    let person = |number: usize| &persons[order.iter().position(|n| *n == number).unwrap()];
    assert_eq!(person(10), person(20), "the same MCID");
    assert_eq!(person(1), person(31), "the same address");
    let distinct: std::collections::HashSet<&str> = persons.iter().map(|p| p.as_str().unwrap()).collect();
    assert_eq!(distinct.len(), 38);

    let summary = desk.json(&["summary", "report.csv"]);
    let source = &summary["sources"][0];
    assert_eq!((&summary["accounts"], &summary["people"]), (&json!(40), &json!(38)));
    assert_eq!(summary["skills"], company.rows.iter().filter(|(_, skill)| skill.is_some()).count());
    assert_eq!((&source["locale"], &source["rows"], &source["rows_refused"]), (&json!(country.locale), &json!(lines.len()), &json!(0)));
    let earned = || company.rows.iter().filter_map(|(_, skill)| Some(skill.as_ref()?.earned));
    assert_eq!(source["span"], json!([earned().min(), earned().max()]));
    let fields: Vec<&str> = source["columns"].as_array().unwrap().iter().map(|c| c["field"].as_str().unwrap()).collect();
    assert_eq!(fields, FIELDS);
}

/// Without a filter, and with one that is always true, and with both halves of one: the same people.
#[test]
fn the_halves_of_a_filter_make_the_whole() {
    let company = company(&ENGLAND);
    let desk = Desk::with("report.csv", written(&company, &ENGLAND).0);
    let count = |filter: &str| desk.json(&["users", "report.csv", "--filter", filter])["users"].as_array().unwrap().len();
    assert_eq!(count("pc:yes") + count("pc:no") + count("pc:unknown"), 40);
    assert_eq!(count("pmc:yes") + count("-pmc:yes"), 40);
    assert_eq!(count("type:exam") + count("-type:exam"), 40);
    assert_eq!(count("skills:0") + count("skills:>0"), 40);
    let written = company.people.iter().filter(|p| p.pc == Some(true)).count();
    assert_eq!(count("pc:yes"), written);
}
