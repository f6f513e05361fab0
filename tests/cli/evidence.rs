//! `evidence`: what goes in is listed with whose data it is, then written as a folder or a zip, or not at all.

use std::io::Read;

use rstest::rstest;
use serde_json::{Value, json};

use super::support::{Desk, fixture, keys, names_in, report};

const USERS: &str =
    "Email,Partner University access,Microsoft Learning account\nana@contoso.example,Yes,8000001\nbo@contoso.example,No,8000002\n";

fn people() -> String {
    report(&[
        "Ana,Roy,ana@contoso.example,8000001,Yes,No,Exam,Tents,TN-101,2021-02-13,Camping (Tents),",
        "Bo,Lim,bo@contoso.example,8000002,No,No,,,,,,",
        "Ana,Roy,ana@contoso.example,8000001,Yes,No,Exam,Maps,TN-202,2021-03-13,Hiking,",
    ])
}

fn desk() -> Desk {
    let desk = Desk::with("skills-2021-05-19.csv", people());
    desk.put("users.csv", USERS);
    desk
}

const FILES: [&str; 7] = ["evidence", "skills-2021-05-19.csv", "users.csv", "--as-of", "2021-05-19", "--user", "ana@contoso.example"];

fn args<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&FILES, more].concat()
}

#[rstest]
#[case("en", &["This goes in:", "the report as it was downloaded", "with one other person (one row)", "One row of one other person goes in: Microsoft asks for the whole report.", "--only-this-person", "Still to add:", "official Microsoft certification transcript", "Nothing was written."])]
#[case("fr", &["Voici ce qui y entre :", "le rapport tel qu’il a été téléchargé", "avec une autre personne (une ligne)", "Une ligne d’une autre personne y entre : Microsoft demande le rapport entier.", "--only-this-person", "Reste à ajouter :", "transcription officielle", "Rien n’a été écrit."])]
fn what_goes_in_is_listed_first(#[case] lang: &str, #[case] said: &[&str]) {
    let desk = desk();
    let out = desk.print(&args(&["--lang", lang]));
    for part in said {
        assert!(out.contains(part), "{part} in {out}");
    }
    assert_eq!(names_in(desk.path("users.csv").parent().unwrap()), ["skills-2021-05-19.csv", "users.csv"]);
}

#[test]
fn the_json_of_what_goes_in() {
    let desk = desk();
    let mut all: Value = serde_json::from_str(&desk.print(&args(&["--format", "json", "-o", "case.zip"]))).unwrap();
    assert_eq!(keys(&all), ["email", "entries", "mcid", "name", "path", "person", "schema", "still_to_add"]);
    let entries = all["entries"].take();
    let size = |name: &str| entries.as_array().unwrap().iter().find(|entry| entry["name"] == name).unwrap()["size"].as_u64().unwrap();
    assert_eq!(
        all,
        json!({"schema": 1, "path": "case.zip", "person": "p1", "name": "Ana Roy", "email": "ana@contoso.example", "mcid": "8000001", "entries": null, "still_to_add": ["transcript", "completion"]})
    );
    assert_eq!(
        entries[1],
        json!({"name": "skills-2021-05-19.csv", "what": "report", "size": people().len(), "whose": "everybody", "others": 1, "rows_of_others": 1})
    );
    assert_eq!(entries[0]["whose"], "this-person");
    let mut zip = zip::ZipArchive::new(std::fs::File::open(desk.path("case.zip")).unwrap()).unwrap();
    let mut file = zip.by_name("users.csv").unwrap();
    let mut content = String::new();
    file.read_to_string(&mut content).unwrap();
    assert_eq!((content.as_str(), size("users.csv")), (USERS, USERS.len() as u64));
}

#[test]
fn a_folder_has_the_report_as_it_was_downloaded() {
    let desk = desk();
    let out = desk.print(&args(&["-o", "case"]));
    assert!(out.ends_with("\nWritten to case.\n"), "{out}");
    let folder = desk.path("case");
    let names = ["case.txt", "report-rows.csv", "skills-2021-05-19.csv", "still-to-add.txt", "users-report-rows.csv", "users.csv"];
    assert_eq!(names_in(&folder), names);
    assert_eq!(std::fs::read_to_string(folder.join("skills-2021-05-19.csv")).unwrap(), people(), "E2");
    let rows = std::fs::read_to_string(folder.join("report-rows.csv")).unwrap();
    assert!(rows.contains("\r\n2,Ana,Roy,") && rows.contains("\r\n4,Ana,Roy,") && !rows.contains("Bo,"), "{rows}");
    assert!(std::fs::read_to_string(folder.join("case.txt")).unwrap().contains("Only in the old portal (PMC)"));
    let refused = desk.run(&args(&["-o", "case"])).failure();
    assert!(refused.contains("case exists already") && refused.contains("--force"), "{refused}");
    std::fs::write(folder.join("transcript.pdf"), "mine").unwrap();
    desk.print(&args(&["-o", "case", "--force"]));
    assert_eq!(std::fs::read_to_string(folder.join("transcript.pdf")).unwrap(), "mine", "the proof that was added stays");
}

#[test]
fn without_the_rows_of_others_nobody_else_is_in_it() {
    let desk = desk();
    let out = desk.print(&args(&["--only-this-person", "-o", "case"]));
    assert!(!out.contains("Microsoft asks for"), "{out}");
    let folder = desk.path("case");
    assert_eq!(names_in(&folder), ["case.txt", "report-rows.csv", "still-to-add.txt", "users-report-rows.csv"]);
    for name in names_in(&folder) {
        let text = std::fs::read_to_string(folder.join(&name)).unwrap();
        assert!(!text.contains("bo@contoso") && !text.contains("8000002"), "{name}: {text}");
    }
}

/// A workbook is copied byte for byte, and its rows are read again.
#[test]
fn a_workbook_is_evidence_too() {
    let desk = Desk::new();
    let path = fixture("findings/de-2018-05-01.xlsx");
    let file = path.to_str().unwrap();
    let users = desk.json(&["users", file, "--as-of", "2018-05-01"]);
    let mcid = users["users"][0]["mcid"].as_str().unwrap().to_owned();
    let args = ["evidence", file, "--as-of", "2018-05-01", "--user", &mcid, "-o", "case"];
    desk.print(&args);
    assert_eq!(std::fs::read(desk.path("case/de-2018-05-01.xlsx")).unwrap(), std::fs::read(&path).unwrap());
    assert!(desk.text_of("case/report-rows.csv").contains(&mcid));
}

#[test]
fn standard_input_is_evidence_too() {
    let desk = Desk::new();
    let args = ["evidence", "-", "--as-of", "2021-05-19", "--user", "8000001", "-o", "case"];
    desk.pipe(people(), &args).fine();
    assert_eq!(desk.text_of("case/skills-report.csv"), people());
}

#[rstest]
#[case(&["--format", "csv"], "text or json")]
#[case(&["-o", "skills-2021-05-19.csv", "--force"], "is one of the files that were read")]
#[case(&["-o", ".", "--force"], "is one of the files that were read")]
#[case(&["-o", "nowhere/case"], "no such folder")]
#[case(&["-o", "nowhere/case.zip"], "no such folder")]
fn what_cannot_be_done_is_said(#[case] more: &[&str], #[case] said: &str) {
    let ran = desk().run(&args(more));
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.err.contains(said) && ran.err.lines().count() == 1, "{ran:?}");
}

#[rstest]
#[case(&["evidence", "skills-2021-05-19.csv"], "--user")]
#[case(&["evidence", "skills-2021-05-19.csv", "--user", "Zoe"], "Zoe")]
#[case(&["evidence", "--user", "Zoe"], "FILE")]
fn a_person_has_to_be_named(#[case] line: &[&str], #[case] named: &str) {
    let message = desk().run(line).failure();
    assert!(message.contains(named), "{message}");
}

/// Two people with one mailbox: which of them, only an MCID tells.
#[test]
fn one_mailbox_may_be_two_peoples() {
    let rows = [
        "Ana,Roy,team@contoso.example,8000001,Yes,Yes,Exam,Tents,TN-101,2021-02-13,Camping,",
        "Bo,Lim,team@contoso.example,8000002,Yes,Yes,Exam,Maps,TN-202,2021-02-13,Hiking,",
    ];
    let desk = Desk::with("skills-2021-05-19.csv", report(&rows));
    let line = |who: &'static str| {
        ["evidence", "skills-2021-05-19.csv", "--as-of", "2021-05-19", "--only-this-person", "--user", who, "-o", "case"]
    };
    let message = desk.run(&line("team@contoso.example")).failure();
    assert!(message.contains("Ana Roy (8000001), Bo Lim (8000002)"), "{message}");
    desk.print(&line("8000002"));
    assert!(!desk.text_of("case/report-rows.csv").contains("Ana"));
}
