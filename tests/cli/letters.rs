//! `letters`: the text, the JSON as other programs rely on it, drafts and the table for a mail merge; texts of one's own; and
//! what can be wrong.

use mail_parser::MessageParser;
use rstest::rstest;
use serde_json::{Value, json};

use super::support::{Desk, Ran, keys, names_in, report};

/// Ana is a priority user, Bo is not associated, Cy has a namesake, and of Di there is nothing to say.
fn people() -> String {
    report(&[
        "Ana,Roy,ana@contoso.example,8000001,Yes,No,Exam,Tents,TN-101,2021-02-13,Camping (Tents),",
        "Bo,Lim,,8000002,No,No,,,,,,",
        "Cy,Ode,cy@contoso.example,8000003,Yes,Yes,Exam,Tents,TN-101,2021-02-13,Camping (Tents),",
        "Cy,Ode,cy.private@home.example,8000004,Yes,Yes,Exam,Maps,TN-202,2021-02-13,Hiking,",
        "Di,Wu,di@contoso.example,8000005,Yes,Yes,Exam,Maps,TN-202,2021-02-14,Hiking,",
    ])
}

fn desk() -> Desk {
    let desk = Desk::with("skills-2021-05-19.csv", people());
    desk.put("staff.csv", "Name,E-mail,MCID,Language,Technical\nAna Roy,ana@contoso.example,,Deutsch,yes\nBo Lim,,8000002,,\nCy Ode,cy@contoso.example,,fr,\nDi Wu,di@contoso.example,,,\nMia Orm,mia@contoso.example,,en,yes\n");
    desk
}

const FILE: [&str; 4] = ["letters", "skills-2021-05-19.csv", "--as-of", "2021-05-19"];

fn run(desk: &Desk, more: &[&str]) -> Ran {
    desk.run(&[&FILE, more].concat())
}

fn json(desk: &Desk, more: &[&str]) -> Vec<Value> {
    let out = run(desk, &[more, &["--format", "json", "--quiet"]].concat()).fine();
    let all: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((keys(&all), &all["schema"]), (vec!["letters", "schema"], &json!(1)));
    all["letters"].as_array().unwrap().clone()
}

fn names(letters: &[Value]) -> Vec<&str> {
    letters.iter().map(|letter| letter["name"].as_str().unwrap()).collect()
}

#[test]
fn the_json_of_letters() {
    let desk = desk();
    let mut letters = json(&desk, &["staff.csv"]);
    assert_eq!(names(&letters), ["Ana Roy", "Bo Lim", "Cy Ode", "Cy Ode", "Mia Orm"]);
    for letter in &letters {
        let expected = ["email", "kind", "language", "mailto", "mcid", "name", "no_mailto", "person", "points", "subject", "text"];
        assert_eq!(keys(letter), expected);
    }
    assert_eq!(letters.iter().map(|l| l["language"].as_str().unwrap()).collect::<Vec<_>>(), ["de", "en", "fr", "en", "en"]);
    assert_eq!(letters[1]["no_mailto"], "no-address");
    assert_eq!((&letters[4]["person"], &letters[4]["points"]), (&Value::Null, &json!(["missing-from-report"])), "J3");
    let ana = letters.first_mut().unwrap();
    assert!(ana["text"].take().as_str().unwrap().starts_with("Guten Tag Ana Roy,\n\n"));
    assert_eq!(
        *ana,
        json!({
            "kind": "settle", "person": "p1", "email": "ana@contoso.example", "mcid": "8000001", "name": "Ana Roy", "language": "de",
            "subject": "Ihre Microsoft-Qualifikationen im Partner Center: ein offener Punkt", "text": null,
            "points": ["pmc-only"], "mailto": null, "no_mailto": "too-long",
        })
    );
}

#[test]
fn no_letter_tells_of_the_other_entry() {
    for letter in json(&desk(), &["--filter", "cy"]) {
        let own = letter["mcid"].as_str().unwrap();
        let other = if own == "8000003" { "8000004" } else { "8000003" };
        let text = letter["text"].as_str().unwrap();
        assert!(text.contains("a second entry under a similar name") && !text.contains(other) && !text.contains("home.example"), "{text}");
    }
}

#[rstest]
#[case("en", "To: Ana Roy <ana@contoso.example>\nSubject: Your Microsoft skills", "no address", "There is nobody to write to.")]
#[case("fr", "À : Ana Roy <ana@contoso.example>\nObjet : Your Microsoft skills", "aucune adresse", "Il n’y a personne à qui écrire.")]
fn the_text_is_ready_to_be_copied(#[case] lang: &str, #[case] head: &str, #[case] without: &str, #[case] nobody: &str) {
    let desk = desk();
    let ran = run(&desk, &["--lang", lang]);
    assert_eq!(ran.code, 0);
    // The report is in English, whatever the program speaks.
    assert!(ran.out.starts_with(head) && ran.out.contains("Hello Ana Roy,") && ran.out.contains(without), "{}", ran.out);
    assert!(ran.err.contains("Bo Lim") && ran.err.lines().count() == 1, "who has no address is named: {}", ran.err);
    assert_eq!(run(&desk, &["--lang", lang, "--filter", "di"]).fine(), format!("{nobody}\n"));
    assert!(run(&desk, &["--lang", lang, "--letter-lang", "de", "--user", "Roy Ana"]).fine().contains("Guten Tag Ana Roy,"));
}

#[rstest]
#[case("confirm", "Hiking", &["Ana Roy", "Cy Ode", "Cy Ode", "Di Wu"])]
#[case("renewal", "", &[])]
fn there_are_other_kinds(#[case] kind: &str, #[case] _about: &str, #[case] people: &[&str]) {
    let letters = json(&desk(), &["--kind", kind]);
    assert_eq!(names(&letters), people);
    assert!(letters.iter().all(|letter| letter["kind"] == kind && letter["points"] == json!([])));
}

#[test]
fn a_short_letter_is_a_link_too() {
    let desk = Desk::with("skills-2021-05-19.csv", people());
    let config = desk.config().parent().unwrap().join("letters");
    std::fs::create_dir(&config).unwrap();
    std::fs::write(config.join("en.toml"), "[confirm]\nask = \"Right?\"\nsend = []\n[frame]\nclosing = \"Thanks & bye.\"\n").unwrap();
    let letters = json(&desk, &["--kind", "confirm", "--user", "di@contoso.example"]);
    let link = letters[0]["mailto"].as_str().unwrap();
    assert!(link.starts_with("mailto:di@contoso.example?subject=Are%20these%20your%20Microsoft%20skills"), "{link}");
    assert!(link.contains("%0D%0A%0D%0AThanks%20%26%20bye."), "{link}");
    assert_eq!(letters[0]["no_mailto"], Value::Null);
}

#[rstest]
#[case("ana@contoso.example", &["Ana Roy"])]
#[case("8000003", &["Cy Ode"])]
#[case("bo", &["Bo Lim"])]
#[case("mia@contoso.example", &["Mia Orm"])]
#[case("Orm", &["Mia Orm"])]
fn one_person_can_be_meant(#[case] who: &str, #[case] people: &[&str]) {
    assert_eq!(names(&json(&desk(), &["staff.csv", "--user", who])), people);
}

#[rstest]
#[case(&["--user", "Cy Ode"], &["cy@contoso.example", "cy.private@home.example"])]
#[case(&["--user", "nobody at all"], &["nobody at all"])]
#[case(&["--user", "  "], &["MCID"])]
#[case(&["--user", "ana", "--filter", "x"], &["--user"])]
#[case(&["--filter", "colour:red"], &["colour"])]
#[case(&["--letter-lang", "it"], &["en, fr, de"])]
#[case(&["--kind", "love"], &["renewal"])]
#[case(&["--format", "eml"], &["-o FOLDER"])]
#[case(&["--format", "xlsx"], &["-o FILE.xlsx"])]
fn what_cannot_be_done_is_said(#[case] more: &[&str], #[case] named: &[&str]) {
    let message = run(&desk(), more).failure();
    assert!(named.iter().all(|name| message.contains(name)), "{message}");
}

#[test]
fn eml_is_for_letters_alone() {
    let desk = desk();
    let message = desk.run(&["users", "skills-2021-05-19.csv", "--format", "eml", "-o", "drafts"]).failure();
    assert!(message.contains("skilldeck letters") && !desk.path("drafts").exists(), "{message}");
}

#[test]
fn drafts_are_files_one_for_each() {
    let desk = desk();
    let write = |more: &[&str]| run(&desk, &[&["--format", "eml", "-o", "drafts"], more].concat());
    let ran = write(&[]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    assert!(ran.err.contains("4 drafts were written to drafts."), "{}", ran.err);
    let folder = desk.path("drafts");
    assert_eq!(names_in(&folder), ["ana-roy.eml", "bo-lim.eml", "cy-ode-2.eml", "cy-ode.eml"]);
    let bytes = std::fs::read(folder.join("ana-roy.eml")).unwrap();
    let mail = MessageParser::new().parse(&bytes).unwrap();
    assert_eq!(mail.to().and_then(|to| to.first()).and_then(|to| to.address()), Some("ana@contoso.example"));
    assert_eq!(mail.header_raw("X-Unsent").map(str::trim), Some("1"), "mail programs open it as a draft");
    assert!(mail.body_text(0).unwrap().contains("“Microsoft exams and certifications”"));
    // Nothing is overwritten unasked, and what else is there stays.
    std::fs::write(folder.join("ana-roy.eml"), "mine").unwrap();
    std::fs::write(folder.join("notes.txt"), "mine").unwrap();
    let refused = write(&["--quiet"]).failure();
    assert!(refused.contains("ana-roy.eml exists already") && refused.contains("--force"), "{refused}");
    assert_eq!(write(&["--quiet", "--force"]).fine(), "");
    assert_ne!(std::fs::read_to_string(folder.join("ana-roy.eml")).unwrap(), "mine");
    assert_eq!(names_in(&folder).len(), 5);
    let nobody = run(&desk, &["--format", "eml", "-o", "none", "--filter", "di"]);
    assert!(nobody.code == 0 && nobody.err.contains("nobody to write to") && !desk.path("none").exists(), "{nobody:?}");
    let file = run(&desk, &["--format", "eml", "-o", "skills-2021-05-19.csv", "--force", "--quiet"]).failure();
    assert!(file.contains("is one of the files that were read"), "{file}");
}

#[test]
fn a_merge_table_has_a_row_for_each() {
    let desk = desk();
    run(&desk, &["-o", "merge.csv", "--quiet"]).fine();
    let table = desk.text_of("merge.csv");
    let mut reader = csv_of(&table);
    let head: Vec<String> = reader.remove(0);
    assert_eq!(head, ["email", "name", "language", "subject", "text", "points"]);
    assert_eq!(reader.len(), 4);
    assert_eq!((reader[0][0].as_str(), reader[0][5].as_str()), ("ana@contoso.example", "Only in the old portal (PMC)"));
    assert!(reader[0][4].starts_with("Hello Ana Roy,\n\nI look after"), "every line is kept: {}", reader[0][4]);
    run(&desk, &["-o", "merge.xlsx", "--quiet"]).fine();
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(desk.path("merge.xlsx")).unwrap();
    let sheet = calamine::Reader::worksheet_range(&mut book, "Letters").unwrap();
    let rows: Vec<Vec<String>> = sheet.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    assert_eq!(rows[0], head);
    assert_eq!(rows[1..], reader[..], "the same in both");
    assert!(run(&desk, &["-o", "merge.csv", "--quiet"]).failure().contains("--force"));
}

/// The records of a csv, the headings first.
fn csv_of(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn texts_can_be_replaced() {
    let desk = desk();
    let folder = desk.config().parent().unwrap().join("letters");
    let ran = desk.run(&["letters", "--templates", folder.to_str().unwrap()]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    assert!(ran.err.contains("were written to"), "{}", ran.err);
    assert_eq!(names_in(&folder), ["de.toml", "en.toml", "fr.toml"]);
    let before = run(&desk, &["--quiet"]).fine();
    std::fs::write(folder.join("en.toml"), "[frame]\ngreeting = \"Dear {name}!\"\n").unwrap();
    assert_eq!(
        run(&desk, &["--quiet"]).fine(),
        before.replace("Hello Ana Roy,", "Dear Ana Roy!").replace("Hello Bo Lim,", "Dear Bo Lim!").replace("Hello Cy Ode,", "Dear Cy Ode!")
    );
    let refused = desk.run(&["letters", "--templates", folder.to_str().unwrap()]).failure();
    assert!(refused.contains("exists already") && refused.contains("--force"), "{refused}");
    assert_eq!(desk.run(&["letters", "--templates", folder.to_str().unwrap(), "--force"]).code, 0);
    assert_eq!(run(&desk, &["--quiet"]).fine(), before);
}

#[rstest]
#[case("en", "line 2, frame.greeting: {nmae} cannot be filled in here")]
#[case("fr", "ligne 2, frame.greeting : {nmae} ne peut pas être rempli ici")]
fn a_mistake_in_them_is_said_with_its_place(#[case] lang: &str, #[case] said: &str) {
    let desk = desk();
    let folder = desk.config().parent().unwrap().join("letters");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("de.toml"), "[frame]\ngreeting = \"Hallo {nmae}\"\n").unwrap();
    let message = run(&desk, &["--lang", lang]).failure();
    assert!(message.contains(said) && message.contains("de.toml"), "{message}");
}
