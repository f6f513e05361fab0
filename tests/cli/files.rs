//! What may be given as FILE: files by any path, folders, several of them, and standard input.

use rstest::rstest;
use serde_json::{Value, json};

use super::support::{Desk, names_in, report, trainings, two_people};

fn paths(json: &Value) -> Vec<&str> {
    json["sources"].as_array().unwrap().iter().map(|s| s["path"].as_str().unwrap()).collect()
}

fn one(name: &str) -> String {
    report(&[&format!("{name},B,{name}@x.example,1,No,Yes,Exam,Maps,E-1,2019-02-13,Camping,")])
}

#[test]
fn the_newest_of_several_reports_is_current() {
    let desk = Desk::with("skills-2020-05-19.csv", one("Old"));
    desk.put("skills-2021-05-19.csv", one("New"));
    desk.put("skills-2019-05-19.csv", one("Oldest"));
    let files = ["skills-2020-05-19.csv", "skills-2021-05-19.csv", "skills-2019-05-19.csv"];
    let summary = desk.json(&[&["summary"], &files[..]].concat());
    assert_eq!(paths(&summary), ["skills-2021-05-19.csv", "skills-2020-05-19.csv", "skills-2019-05-19.csv"]);
    assert_eq!(summary["report_date"], "2021-05-19");
    assert_eq!(summary["accounts"], 1);
    let users = desk.json(&[&["users", "--quiet"], &files[..]].concat());
    let said = desk.run(&[&["users"], &files[..]].concat()).err;
    assert!(said.contains("newest of"), "which of them is printed is said: {said}");
    assert_eq!(users["users"].as_array().unwrap().len(), 1);
    assert_eq!(users["users"][0]["name"], "New B");
    assert_eq!(users["users"][0]["skills"][0]["source"]["path"], "skills-2021-05-19.csv");
    assert_eq!(paths(&desk.json(&[&["columns"], &files[..]].concat())), paths(&summary));
}

#[test]
fn reports_of_one_day_stay_in_the_order_given() {
    let desk = Desk::with("b.csv", one("Bea"));
    desk.put("a.csv", one("Ada"));
    let users = desk.json(&["users", "b.csv", "a.csv", "--report-date", "2021-05-19", "--quiet"]);
    assert_eq!(users["users"][0]["name"], "Bea B");
}

#[test]
fn other_downloads_beside_a_report_are_named() {
    let desk = Desk::with("skills-2021-05-19.csv", two_people());
    desk.put("staff.csv", "Team,Email\nNorth,ada@x.example\n");
    let summary = desk.json(&["summary", "staff.csv", "skills-2021-05-19.csv"]);
    assert_eq!(paths(&summary), ["skills-2021-05-19.csv", "staff.csv"], "reports first");
    assert_eq!(summary["sources"][1]["kind"], "staff-list");
    let text = desk.print(&["summary", "staff.csv", "skills-2021-05-19.csv"]);
    assert!(text.contains("staff.csv\n  list of people with e-mail addresses"), "{text}");
}

#[test]
fn a_folder_means_every_report_in_it() {
    let desk = Desk::with("downloads/skills-2021-05-19.csv", two_people());
    let row = "1,3051,Tents,Exam,Ada,B,a@home.example,a@x.example,2021-02-13,,Active,2021-02-01,1,1,77,Contoso,Lyon,France";
    desk.put("downloads/trainings-2022-02-02.csv", trainings(&[row]));
    desk.put("downloads/~$skills.xlsx", "Office keeps this beside an open document");
    desk.put("downloads/holiday.jpg", "no report");
    desk.put("downloads/.hidden.csv", two_people());
    desk.put("downloads/deeper/skills-2023-01-01.csv", two_people());
    let summary = desk.json(&["summary", "downloads"]);
    let sep = std::path::MAIN_SEPARATOR;
    let expected = ["trainings-2022-02-02.csv", "skills-2021-05-19.csv"].map(|name| format!("downloads{sep}{name}"));
    assert_eq!(paths(&summary), expected);
    assert_eq!(desk.json(&["summary", &format!("downloads{sep}")])["accounts"], 1);
}

#[test]
fn a_broken_file_in_a_folder_is_named_and_the_rest_is_read() {
    let desk = Desk::with("downloads/skills.csv", two_people());
    desk.put("downloads/notes.csv", "a,b\n1,2\n");
    let ran = desk.run(&["users", "downloads", "--format", "json"]);
    assert_eq!(ran.code, 0);
    assert_eq!(serde_json::from_str::<Value>(&ran.out).unwrap()["users"].as_array().unwrap().len(), 2);
    assert_eq!(ran.err.lines().count(), 1);
    assert!(ran.err.starts_with("skilldeck: downloads") && ran.err.contains("notes.csv: no header row"), "{}", ran.err);
    desk.run(&["users", "downloads", "--quiet"]).fine();
    let message = desk.run(&["users", "downloads", "downloads/notes.csv"]).failure();
    assert!(message.contains("notes.csv: no header row"), "named by the user it stops the program: {message}");
}

/// What a terminal makes of a file that is dropped on it.
#[rstest]
#[case("'{}'")]
#[case("\"{}\"")]
#[case("file://{}")]
#[case(" {} ")]
fn a_dropped_path_is_understood_and_repeated_as_given(#[case] pattern: &str) {
    let desk = Desk::new();
    let path = desk.put("my report.csv", two_people());
    let mut path = path.to_string_lossy().into_owned();
    if pattern.starts_with("file:") {
        path = path.replace('\\', "/").replace(' ', "%20");
        path = if path.starts_with('/') { path } else { format!("/{path}") };
    }
    let given = pattern.replace("{}", &path);
    let summary = desk.json(&["summary", &given]);
    assert_eq!(summary["accounts"], 2);
    assert_eq!(paths(&summary), [given.as_str()], "the path as given");
}

#[test]
fn standard_input_is_a_csv_or_a_tsv() {
    let desk = Desk::new();
    let csv: Value = serde_json::from_str(&desk.pipe(two_people(), &["users", "-", "--format", "json"]).fine()).unwrap();
    assert_eq!(csv["users"].as_array().unwrap().len(), 2);
    assert_eq!(csv["users"][0]["skills"][0]["source"], json!({"path": "-", "sheet": null, "row": 2}));
    let tabs = two_people().replace(',', "\t");
    let tsv: Value = serde_json::from_str(&desk.pipe(tabs, &["users", "-", "--format", "json"]).fine()).unwrap();
    assert_eq!(tsv, csv);
    assert_eq!(names_in(&desk.path("")), [""; 0], "nothing stays behind");
}

#[test]
fn standard_input_may_stand_beside_files() {
    let desk = Desk::with("skills-2021-05-19.csv", two_people());
    let out = desk.pipe(one("Ada"), &["summary", "-", "skills-2021-05-19.csv", "--format", "json"]).fine();
    let summary: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(paths(&summary), ["skills-2021-05-19.csv", "-"], "what has no date is not the newest");
}

#[test]
fn the_printing_commands_write_nothing_unasked() {
    let desk = Desk::with("report.csv", two_people());
    for command in ["summary", "users", "columns"] {
        desk.print(&[command, "report.csv", "--map", "first_name=First Name"]);
        desk.print(&[command, "report.csv", "--no-state"]);
    }
    assert_eq!(names_in(&desk.path("")), ["report.csv"]);
    assert_eq!(names_in(&desk.data()), [""; 0]);
    assert_eq!(std::fs::read_to_string(desk.config()).unwrap(), "");
}
