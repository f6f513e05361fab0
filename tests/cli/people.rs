//! A report, a staff list and a users report together: who is missing, who may have left, who has two addresses, and what is
//! known of their Learn accounts.

use rstest::rstest;
use serde_json::{Value, json};

use super::support::{Desk, report};

/// Ana and Bo are on the list, Bo with another address; Cy's last day has passed, Di is on no list, Zoe in no report.
const STAFF: &str = "Name;E-mail;MCID;Technique;Date de départ\n\
    Zoe Day;zoe@contoso.example;;oui;\n\
    Yan Fox;yan@contoso.example;;non;\n\
    Ana Roy;ana@contoso.example;;oui;\n\
    Bo Lim;bo.lim@contoso.example;8000002;oui;\n\
    Cy Ode;cy@contoso.example;;oui;30/04/2021\n";

const USERS: &str = "Display name,Email,Partner University access,Microsoft Learning account\n\
    Ana Roy,ana@contoso.example,Yes,No\n\
    Zoe Day,zoe@contoso.example,No,Yes\n";

fn desk() -> Desk {
    let rows = report(&[
        "Ana,Roy,ana@contoso.example,8000001,No,No,,,,,,",
        "Bo,Lim,bo@contoso.example,8000002,Yes,Yes,Exam,Tents,TN-101,2021-02-13,Camping (Tents),",
        "Cy,Ode,cy@contoso.example,8000003,Yes,Yes,Exam,Tents,TN-101,2021-02-13,Camping (Tents),",
        "Di,Wu,di@contoso.example,8000004,Yes,Yes,Exam,Maps,TN-202,2021-02-14,Hiking,",
    ]);
    let desk = Desk::with("skills-2021-05-19.csv", rows);
    desk.put("staff.csv", STAFF);
    desk.put("users.csv", USERS);
    desk
}

const FILES: [&str; 6] = ["findings", "skills-2021-05-19.csv", "staff.csv", "users.csv", "--as-of", "2021-05-19"];

fn found(code: &str) -> Vec<Value> {
    let all = desk().json(&FILES)["findings"].as_array().unwrap().clone();
    all.into_iter().filter(|finding| finding["code"] == code).collect()
}

#[test]
fn who_is_in_no_report_is_named_by_the_list() {
    let missing = found("missing-from-report");
    let names: Vec<&Value> = missing.iter().map(|finding| &finding["name"]).collect();
    assert_eq!(names, ["Zoe Day", "Yan Fox"], "who is technical comes first");
    let zoe = &missing[0];
    assert_eq!((&zoe["email"], &zoe["mcid"], &zoe["person"]), (&json!("zoe@contoso.example"), &json!(null), &json!(null)));
    let cell =
        |index: u32, header: &str| json!({"path": "staff.csv", "sheet": null, "row": 2, "column": {"index": index, "header": header}});
    assert_eq!(zoe["evidence"], json!([cell(1, "E-mail"), cell(3, "Technique")]));
    assert_eq!(zoe["severity"], "warning");
}

#[test]
fn who_may_have_left_is_asked_about() {
    let left = found("left-company");
    let said: Vec<_> = left.iter().map(|f| (f["name"].as_str().unwrap(), f["confidence"].as_str().unwrap())).collect();
    assert_eq!(said, [("Cy Ode", "likely"), ("Di Wu", "possible")]);
    let last = left[0]["evidence"].as_array().unwrap().last().unwrap();
    assert_eq!((&last["path"], &last["row"], &last["column"]["header"]), (&json!("staff.csv"), &json!(6), &json!("Date de départ")));
}

#[test]
fn another_address_is_told_with_both_cells() {
    let two = found("email-mismatch");
    assert_eq!(two.len(), 1);
    assert_eq!(
        two[0]["message"],
        "The report has bo@contoso.example, another file has bo.lim@contoso.example: the same person by the MCID."
    );
    let paths: Vec<_> = two[0]["evidence"].as_array().unwrap().iter().map(|cell| (&cell["path"], &cell["row"])).collect();
    assert_eq!(paths, [(&json!("skills-2021-05-19.csv"), &json!(3)), (&json!("staff.csv"), &json!(5))]);
}

#[test]
fn the_learn_account_of_the_users_report_is_said() {
    for code in ["not-associated", "no-skills"] {
        let found = found(code);
        assert!(found[0]["message"].as_str().unwrap().ends_with("By the users report no Learn account is associated."), "{found:?}");
        let last = found[0]["evidence"].as_array().unwrap().last().unwrap();
        assert_eq!((&last["path"], &last["row"]), (&json!("users.csv"), &json!(2)));
    }
}

#[rstest]
#[case("en", &[
    "On your list, not in the report (2)",
    "  Zoe Day · zoe@contoso.example · staff.csv: row 2\n    Your staff list calls this person technical",
    "Not on your staff list (2)",
    "  Cy Ode · cy@contoso.example · 8000003 · likely · row 4 · staff.csv: row 6\n    By your staff list the last day was 30 Apr 2021",
    "Another address in another file (1)",
])]
#[case("fr", &[
    "Sur votre liste, pas dans le rapport (2)",
    "  Zoe Day · zoe@contoso.example · staff.csv : ligne 2\n    Profil technique d’après votre liste du personnel",
    "Pas sur votre liste du personnel (2)",
    "D’après votre liste du personnel, le dernier jour était le 30 avr. 2021",
    "Autre adresse dans un autre fichier (1)",
    "D’après le rapport des utilisateurs, aucun compte Learn n’est associé.",
])]
fn the_text_names_people_and_files(#[case] lang: &str, #[case] said: &[&str]) {
    let out = desk().print(&[&FILES[..], &["--lang", lang]].concat());
    for said in said {
        assert!(out.contains(said), "{said} in {out}");
    }
}

#[test]
fn tables_and_summaries_have_them_too() {
    let desk = desk();
    let out = desk.print(&[&FILES[..], &["--format", "csv"]].concat());
    let zoe = out.lines().find(|line| line.contains("Zoe Day")).unwrap();
    assert!(zoe.starts_with("missing-from-report,warning,") && zoe.ends_with(",staff.csv:2"), "{zoe}");
    let summary = desk.json(&[&["summary"], &FILES[1..]].concat());
    assert_eq!((&summary["findings"]["missing-from-report"], &summary["findings"]["left-company"]), (&json!(2), &json!(2)));
    // A filter is one of accounts.
    let filtered = desk.json(&[&FILES[..], &["--filter", "cy"]].concat());
    let codes: Vec<_> = filtered["findings"].as_array().unwrap().iter().map(|f| f["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["left-company"]);
}

#[test]
fn without_lists_the_text_says_what_was_not_looked_for() {
    let out = desk().print(&["findings", "skills-2021-05-19.csv", "--as-of", "2021-05-19"]);
    assert!(out.contains("On your list, not in the report: no staff list was opened with the report."), "{out}");
}
