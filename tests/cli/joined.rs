//! A skills report and a TrainingCompletions of one company: one person, one list, and each row with its file.

use rstest::rstest;
use serde_json::Value;

use super::support::{Desk, trainings};

const REPORT: &str = "skills-2024-06-03.csv";
const OTHER: &str = "trainings-2024-06-01.csv";

/// A French report; its days come first.
const FRENCH: &str = "Prénom;Nom;E-mail;MCID;Associée au PMC;Associée à l’Espace partenaires;Type de qualification;Skill ID;\
                      Skill Completion Date;Pertinent pour des compétences (Option) ou des programmes;Skill Expiration Date\n\
                      Aïcha;Benali;aicha@contoso.example;8000015;Oui;Non;Examen;AZ-104;03/04/2023;Cloud (A);\n\
                      Lei;Li;lei@contoso.example;8000016;Non;Oui;Examen;AZ-500;25/11/2022;;\n\
                      Lei;Li;lei@contoso.example;8000016;Non;Oui;Examen;AZ-500;25/11/2022;;\n";

fn training(title: &str, who: &str, earned: &str, mcid: &str) -> String {
    format!("4711,17,{title},Exam,,,{who}@home.example,{who}@contoso.example,{earned},,Active,,1,{mcid},4712,Contoso Ltd,Lyon,France")
}

fn desk() -> Desk {
    let rows = [
        training("Microsoft Azure Administrator", "aicha", "04/03/2023", "8000015"),
        training("Microsoft Azure Fundamentals", "lei", "01/31/2024", "8000016"),
        training("Microsoft Azure Security Technologies", "lei", "10/31/2022", "8000016"),
        training("Microsoft Azure Fundamentals", "zoe", "05/02/2024", "8000019"),
        training("Microsoft Azure Fundamentals", "zoe", "05/02/2021", "8000019"),
    ];
    let desk = Desk::with(REPORT, FRENCH);
    desk.put(OTHER, trainings(&rows.iter().map(String::as_str).collect::<Vec<_>>()));
    desk
}

fn strings<'v>(values: &'v Value, key: &str) -> Vec<&'v str> {
    values.as_array().unwrap().iter().map(|value| value[key].as_str().unwrap_or("")).collect()
}

#[rstest]
#[case(&[REPORT, OTHER])]
#[case(&[OTHER, REPORT])]
fn both_files_are_one_list_in_whatever_order(#[case] files: &[&str]) {
    let desk = desk();
    let of = |command: &str| desk.json(&[&[command], files, &["--as-of", "2024-06-03", "--no-state"]].concat());
    let summary = of("summary");
    assert_eq!((summary["people"].as_u64(), summary["accounts"].as_u64(), summary["skills"].as_u64()), (Some(3), Some(3), Some(6)));
    assert_eq!(strings(&summary["sources"], "path"), [REPORT, OTHER]);
    assert_eq!(strings(&summary["sources"], "kind"), ["skills-report", "training-completions"]);
    assert_eq!(summary["sources"][0]["duplicate_rows"], 1);
    assert_eq!(summary["sources"][1]["columns"].as_array().unwrap().len(), 18, "each file has its own columns");
    assert_eq!((&summary["report_date"], &summary["company"]), (&Value::from("2024-06-03"), &Value::from("Contoso Ltd")));

    let users = of("users");
    let [aicha, lei, zoe] = users["users"].as_array().unwrap().as_slice() else { panic!("three") };
    let place = |skill: &Value| (skill["source"]["path"].as_str().unwrap().to_owned(), skill["source"]["row"].as_u64().unwrap());
    let places = |user: &Value| user["skills"].as_array().unwrap().iter().map(place).collect::<Vec<_>>();
    assert_eq!(places(aicha), [(REPORT.to_owned(), 2)], "one exam of one day, once");
    assert_eq!((&aicha["skills"][0]["earned"], &aicha["skills"][0]["active"]), (&Value::from("2023-04-03"), &Value::from(true)));
    assert_eq!(places(lei), [(REPORT.to_owned(), 3), (OTHER.to_owned(), 3), (OTHER.to_owned(), 4)]);
    assert_eq!(lei["skills"][0]["counts_for"], Value::Array(Vec::new()), "the report says: nowhere");
    assert_eq!(lei["skills"][1]["counts_for"], Value::Null, "TrainingCompletions does not say (R2, R15)");
    assert_eq!(places(zoe), [(OTHER.to_owned(), 5), (OTHER.to_owned(), 6)]);
    assert_eq!((&zoe["associated_pc"], &lei["associated_pc"]), (&Value::Null, &Value::from(true)));
}

#[test]
fn what_they_do_not_say_alike_is_a_finding_with_the_cells_of_both() {
    let desk = desk();
    let args = ["findings", OTHER, REPORT, "--as-of", "2024-06-03", "--no-state"];
    let all = desk.json(&args);
    let of = |code: &str| -> Vec<Value> {
        all["findings"].as_array().unwrap().iter().filter(|finding| finding["code"] == code).cloned().collect()
    };
    let [disagree] = of("reports-disagree").try_into().unwrap();
    assert_eq!((&disagree["email"], &disagree["severity"]), (&Value::from("lei@contoso.example"), &Value::from("warning")));
    let cells: Vec<_> = disagree["evidence"]
        .as_array()
        .unwrap()
        .iter()
        .map(|cell| (cell["path"].as_str().unwrap(), cell["row"].as_u64().unwrap(), cell["column"]["header"].as_str().unwrap()))
        .collect();
    let expected =
        [(REPORT, 3, "Skill ID"), (REPORT, 3, "Skill Completion Date"), (OTHER, 4, "TrainingTitle"), (OTHER, 4, "TrainingCompletionDate")];
    assert_eq!(cells, expected);
    let message = disagree["message"].as_str().unwrap();
    for part in ["25 Nov 2022", "31 Oct 2022", REPORT, OTHER] {
        assert!(message.contains(part), "{message}");
    }
    let [doubled] = of("duplicate-row").try_into().unwrap();
    assert_eq!((&doubled["evidence"][0]["path"], &doubled["evidence"][0]["row"]), (&Value::from(REPORT), &Value::from(4)));
    assert_eq!(doubled["evidence"].as_array().unwrap().len(), 1, "that both files list something is no row again");
    let filtered = desk.json(&[&args[..], &["--filter", "problem:reports-disagree"]].concat());
    assert!(filtered["findings"].as_array().unwrap().iter().all(|finding| finding["email"] == "lei@contoso.example"));
    let table = desk.print(&[&args[..], &["--format", "csv"]].concat());
    assert!(table.contains(&format!("{REPORT}:3; {OTHER}:4")), "{table}");
    let french = desk.print(&[&args[..], &["--lang", "fr"]].concat());
    assert!(french.contains("Les deux rapports se contredisent") && french.contains(&format!("{OTHER} : ligne 4")), "{french}");
}

#[rstest]
#[case::another_company("trainings-2024-06-01.csv", "fabrikam", false)]
#[case::another_month("trainings-2024-05-01.csv", "contoso", false)]
#[case::a_month_at_most("trainings-2024-05-03.csv", "contoso", true)]
fn strangers_and_other_days_stay_apart(#[case] name: &str, #[case] domain: &str, #[case] joined: bool) {
    let desk = Desk::with(REPORT, FRENCH);
    let row =
        training("Microsoft Azure Fundamentals", "zoe", "01/31/2024", "8000019").replace("contoso.example", &format!("{domain}.example"));
    desk.put(name, trainings(&[&row]));
    // What the company is called by hand makes no strangers one.
    let summary = desk.json(&["summary", name, REPORT, "--company", "Contoso", "--as-of", "2024-06-03", "--no-state"]);
    assert_eq!(summary["people"], if joined { 3 } else { 2 });
    assert_eq!(strings(&summary["sources"], "path"), [REPORT, name], "the newest first");
}

#[test]
fn of_several_the_newest_is_joined_with_the_nearest_and_the_others_are_history() {
    let desk = desk();
    desk.put("skills-2024-05-20.csv", FRENCH);
    desk.put("trainings-2024-05-28.csv", trainings(&[&training("Microsoft Azure Fundamentals", "old", "01/31/2024", "8000020")]));
    let mut found = Vec::new();
    for files in [
        [REPORT, OTHER, "skills-2024-05-20.csv", "trainings-2024-05-28.csv"],
        ["trainings-2024-05-28.csv", "skills-2024-05-20.csv", OTHER, REPORT],
    ] {
        let summary = desk.json(&[&["summary"], &files[..], &["--as-of", "2024-06-03", "--no-state"]].concat());
        found.push((summary["people"].clone(), strings(&summary["sources"], "path").join(" ")));
    }
    let expected = format!("{REPORT} {OTHER} trainings-2024-05-28.csv skills-2024-05-20.csv");
    assert_eq!(found, [(Value::from(3), expected.clone()), (Value::from(3), expected)]);
}

/// A TrainingCompletions of a short period proves no absence; the report beside it does (R16).
#[test]
fn who_is_in_neither_is_missing_however_short_the_period() {
    let desk = desk();
    let short = trainings(&[&training("Microsoft Azure Fundamentals", "zoe", "05/02/2024", "8000019")]);
    desk.put(OTHER, short);
    desk.put("staff.csv", "E-mail\naicha@contoso.example\nzoe@contoso.example\nmax@contoso.example\n");
    let found = |files: &[&str]| {
        let all = desk.json(&[&["findings"], files, &["staff.csv", "--as-of", "2024-06-03", "--no-state"]].concat());
        let of = |code: &str| {
            let findings = all["findings"].as_array().unwrap().iter().filter(|finding| finding["code"] == code);
            findings.map(|finding| finding["email"].as_str().unwrap_or("").to_owned()).collect::<Vec<_>>()
        };
        (of("missing-from-report"), of("short-span").len())
    };
    assert_eq!(found(&[OTHER]), (Vec::new(), 1));
    assert_eq!(found(&[OTHER, REPORT]), (vec!["max@contoso.example".to_owned()], 1), "and the short period is told all the same");
}
