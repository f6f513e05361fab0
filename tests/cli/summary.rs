//! `summary` and `columns`: what was read and how, in every format; the JSON keys exactly as promised.

use serde_json::{Value, json};

use super::support::{Desk, HEADER, TRAININGS, demo, keys, report, trainings, two_people};

const SOURCE_KEYS: [&str; 11] =
    ["columns", "duplicate_rows", "header_row", "kind", "locale", "path", "rows", "rows_refused", "sheet", "span", "warnings"];

#[track_caller]
fn check_source(source: &Value) {
    assert_eq!(keys(source), SOURCE_KEYS);
    for column in source["columns"].as_array().unwrap() {
        assert_eq!(keys(column), ["field", "header", "how", "index"]);
    }
    for warning in source["warnings"].as_array().unwrap() {
        assert_eq!(keys(warning), ["code", "column", "message", "row"]);
        if !warning["column"].is_null() {
            assert_eq!(keys(&warning["column"]), ["header", "index"]);
        }
    }
}

#[test]
fn the_json_of_a_summary() {
    let desk = Desk::with("skills-2021-05-19.csv", two_people());
    let summary = desk.json(&["summary", "skills-2021-05-19.csv", "--as-of", "2021-05-19"]);
    let expected = [
        "accounts",
        "as_of",
        "company",
        "findings",
        "people",
        "report_date",
        "report_date_from",
        "schema",
        "skills",
        "skills_counting",
        "sources",
    ];
    assert_eq!(keys(&summary), expected);
    check_source(&summary["sources"][0]);
    assert_eq!(summary["schema"], 1);
    assert_eq!(summary["as_of"], "2021-05-19");
    assert_eq!(summary["report_date"], "2021-05-19");
    assert_eq!(summary["report_date_from"], "file-name");
    assert_eq!(summary["company"], "contoso.example");
    assert_eq!((&summary["accounts"], &summary["people"]), (&json!(2), &json!(2)));
    assert_eq!((&summary["skills"], &summary["skills_counting"]), (&json!(3), &json!(1)));
    assert_eq!(summary["findings"], json!({"pmc-only": 1}), "only those that there are");
    let source = &summary["sources"][0];
    assert_eq!(source["path"], "skills-2021-05-19.csv");
    assert_eq!(source["kind"], "skills-report");
    assert_eq!(source["sheet"], Value::Null, "a text file has no sheets");
    assert_eq!(source["header_row"], 1);
    assert_eq!(source["locale"], "en-US");
    assert_eq!((&source["rows"], &source["rows_refused"], &source["duplicate_rows"]), (&json!(3), &json!(0), &json!(0)));
    assert_eq!(source["span"], json!(["2020-11-25", "2021-03-14"]));
    assert_eq!(source["warnings"], json!([]));
}

#[test]
fn columns_are_named_by_their_field_and_how_it_was_found() {
    let rows = "Room,First Name,MCID,Associated to PMC,Associated to PC,Relevant for Competencies (Option) or Programs,Chef\n\
                12,Ada,1,Yes,No,Camping,soup\n";
    let desk = Desk::with("report.csv", rows);
    let sources = desk.json(&["columns", "report.csv", "--map", "last_name=Chef"]);
    assert_eq!(keys(&sources), ["schema", "sources"]);
    assert_eq!(sources["schema"], 1);
    check_source(&sources["sources"][0]);
    let column =
        |index: usize, header: &str, field: Value, how: Value| json!({"index": index, "header": header, "field": field, "how": how});
    let expected = json!([
        column(0, "Room", Value::Null, Value::Null),
        column(1, "First Name", json!("first_name"), json!("related")),
        column(2, "MCID", json!("mcid"), json!("documented")),
        column(3, "Associated to PMC", json!("associated_pmc"), json!("documented")),
        column(4, "Associated to PC", json!("associated_pc"), json!("documented")),
        column(5, "Relevant for Competencies (Option) or Programs", json!("relevant"), json!("documented")),
        column(6, "Chef", json!("last_name"), json!("user")),
    ]);
    assert_eq!(sources["sources"][0]["columns"], expected);
    let summary = desk.json(&["summary", "report.csv", "--map", "last_name=Chef"]);
    assert_eq!(summary["sources"], sources["sources"], "the same as in summary");
}

/// Rows are 1-based, and of a csv they are the physical line on which the record starts; columns are 0-based.
#[test]
fn warnings_name_row_and_column() {
    let rows = [
        "Ada,Byron,ada@x.example,1,Yes,No,Exam,\"Tents\nand Ropes\",TN-1,2021-02-13,Camping,",
        "Bob,Cole,bob@x.example,2,Yes,maybe,Exam,Maps,TN-2,the day before,Camping,",
        "Bob,Cole,bob@x.example,2,Yes,No,Exam,Maps,TN-3,2021-04-15,Camping,",
        "Bob,Cole,bob@x.example,2,Yes,No,Exam,Maps,TN-3,2021-04-15,Camping,",
        ",,,,,,,,,,,Total 4",
    ];
    let desk = Desk::with("report.csv", report(&rows));
    let source = desk.json(&["summary", "report.csv"])["sources"][0].clone();
    check_source(&source);
    assert_eq!((&source["rows"], &source["rows_refused"], &source["duplicate_rows"]), (&json!(5), &json!(1), &json!(1)));
    let warning = |code: &str| {
        let all = source["warnings"].as_array().unwrap();
        all.iter().find(|w| w["code"] == code).unwrap_or_else(|| panic!("{code} in {all:?}")).clone()
    };
    let bad_yes_no = warning("bad-yes-no");
    assert_eq!((&bad_yes_no["row"], &bad_yes_no["column"]), (&json!(4), &json!({"index": 5, "header": "Associated to PC"})));
    assert!(bad_yes_no["message"].as_str().unwrap().contains("“maybe”"), "{bad_yes_no}");
    let bad_date = warning("bad-date");
    assert_eq!((&bad_date["row"], &bad_date["column"]["index"]), (&json!(4), &json!(9)));
    assert_eq!(warning("duplicate-row")["row"], 6);
    let refused = warning("nobody-named");
    assert_eq!((&refused["row"], &refused["column"]), (&json!(7), &Value::Null));
}

#[test]
fn a_sheet_and_its_heading_row_are_named() {
    let summary = Desk::new().json(&["summary", &demo("skills-2021-05-19.en.xlsx")]);
    let source = &summary["sources"][0];
    check_source(source);
    assert_eq!((&source["sheet"], &source["header_row"]), (&json!("User Skills"), &json!(3)));
    let numbers = ["rows", "rows_refused", "duplicate_rows"].map(|key| source[key].as_u64().unwrap());
    assert_eq!(numbers, [244, 1, 1]);
    assert_eq!((&summary["accounts"], &summary["people"], &summary["skills"]), (&json!(66), &json!(64), &json!(238)));
    assert_eq!(summary["report_date_from"], "document-created");
}

#[test]
fn of_training_completions_nothing_is_said_that_the_file_does_not_say() {
    let row = "1,3051,Tents,Exam,Ada,Byron,ada@home.example,ada@x.example,2021-02-13,,Active,2021-02-01,1,8000015,77,Contoso,Lyon,France";
    let desk = Desk::with("trainings.csv", trainings(&[row]));
    let summary = desk.json(&["summary", "trainings.csv"]);
    check_source(&summary["sources"][0]);
    assert_eq!(summary["sources"][0]["kind"], "training-completions");
    assert_eq!(summary["sources"][0]["locale"], Value::Null);
    assert_eq!(summary["company"], "Contoso");
    assert_eq!(summary["skills"], 1);
    assert_eq!(summary["skills_counting"], Value::Null);
    let columns = summary["sources"][0]["columns"].as_array().unwrap();
    let field = |header: &str| columns.iter().find(|c| c["header"] == header).unwrap()["field"].clone();
    assert_eq!(TRAININGS.split(',').count(), columns.len());
    assert_eq!((field("Email"), field("CorpEmail")), (json!("email_private"), json!("email")));
    assert_eq!((field("MCPID"), field("TrainingTitle"), field("MPNId")), (json!("mcid"), json!("skill_name"), json!("MPNId")));
}

#[test]
fn a_report_without_rows_is_a_report() {
    let said = "No users found with skills data. Check to see whether users have associated their Learning or Partner University \
                accounts with their profiles";
    let desk = Desk::with("skills.csv", said);
    let summary = desk.json(&["summary", "skills.csv"]);
    let source = &summary["sources"][0];
    check_source(source);
    assert_eq!(source["kind"], "empty-report");
    assert_eq!((&source["header_row"], &source["span"], &source["columns"]), (&Value::Null, &Value::Null, &json!([])));
    assert_eq!(source["warnings"][0]["code"], "empty-report");
    assert_eq!((&summary["accounts"], &summary["skills"], &summary["company"]), (&json!(0), &json!(0), &Value::Null));
    assert_eq!(desk.json(&["users", "skills.csv"]), json!({"schema": 1, "users": []}));
    let text = desk.print(&["summary", "skills.csv", "--lang", "fr"]);
    assert!(text.contains("rapport sans lignes") && text.contains("aucun utilisateur"), "{text}");
    let desk = Desk::with("headings-only.csv", HEADER);
    assert_eq!(desk.json(&["summary", "headings-only.csv"])["sources"][0]["warnings"][0]["code"], "no-rows");
}

#[test]
fn the_text_for_people() {
    let desk = Desk::with("skills-2021-05-19.csv", two_people());
    let english = "skills-2021-05-19.csv\n  skills report · headings in line 1 · en-US · 3 rows\n\n\
                   Company: contoso.example\n\
                   Report of 19 May 2021 (name of the file), looked at from 19 May 2021\n\
                   2 accounts, 2 people\n\
                   Associated in Partner Center: 1 yes, 1 no\n\
                   3 skills, 1 of them count\n\n\
                   To settle (“skilldeck findings” tells all about it):\n  Only in the old portal (PMC): 1\n";
    assert_eq!(desk.print(&["summary", "skills-2021-05-19.csv", "--as-of", "2021-05-19"]), english);
    let french = desk.print(&["summary", "skills-2021-05-19.csv", "--lang", "fr"]);
    for part in
        ["À régler", "rapport des qualifications", "Entreprise : contoso.example", "Rapport du 19 mai 2021", "2 comptes, 2 personnes"]
    {
        assert!(french.contains(part), "{part} in {french}");
    }
}

#[test]
fn text_says_what_to_look_at_and_stops_after_twenty() {
    let rows: Vec<String> = (0..25).map(|n| format!("Ada{n},B,shared{}@x.example,{},Yes,No,,,,,,", n / 2, 100 + n)).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).chain(["Eve,E,e@x.example,9,Yes,perhaps,,,,,,"]).collect();
    let desk = Desk::with("report.csv", report(&rows));
    let text = desk.print(&["summary", "report.csv"]);
    assert!(text.contains("13 things to look at:") && text.contains("“perhaps” is neither yes nor no"), "{text}");
    assert_eq!(text.matches("\n  ! ").count(), 13);
    let rows: Vec<String> = (0..50).map(|n| format!("Ada{n},B,shared{}@x.example,{},Yes,No,,,,,,", n / 2, 100 + n)).collect();
    let desk = Desk::with("report.csv", report(&rows.iter().map(String::as_str).collect::<Vec<_>>()));
    let text = desk.print(&["summary", "report.csv"]);
    assert_eq!(text.matches("\n  ! ").count(), 20);
    assert!(text.ends_with("… and 5 more (skilldeck summary --format json lists all)\n"), "{text}");
    assert_eq!(desk.json(&["summary", "report.csv"])["sources"][0]["warnings"].as_array().unwrap().len(), 25);
}

#[test]
fn the_csv_of_a_summary_and_of_columns() {
    let desk = Desk::with("skills-2021-05-19.csv", two_people());
    let summary = desk.print(&["summary", "skills-2021-05-19.csv", "--format", "csv"]);
    let expected = "\u{feff}as_of,report_date,company,accounts,people,skills,skills_counting\r\n\
                    2021-05-19,2021-05-19,contoso.example,2,2,3,1\r\n";
    assert_eq!(summary, expected);
    let columns = desk.print(&["columns", "skills-2021-05-19.csv", "--format", "csv"]);
    let mut lines = columns.split("\r\n");
    assert_eq!(lines.next(), Some("\u{feff}path,index,header,field,how"));
    assert_eq!(lines.next(), Some("skills-2021-05-19.csv,0,First Name,first_name,related"));
    assert_eq!(columns.matches("\r\n").count(), 13);
}

#[test]
fn the_table_of_columns_is_in_the_users_language() {
    let desk = Desk::with("report.csv", two_people());
    let english = desk.print(&["columns", "report.csv"]);
    assert!(english.starts_with("report.csv\nHEADING "), "{english}");
    assert!(english.contains("Associated to Partner Center (associated_pc)  documented"), "{english}");
    let french = desk.print(&["columns", "report.csv", "--lang", "fr"]);
    assert!(french.contains("\nEN-TÊTE ") && french.contains("Associée à l’Espace partenaires (associated_pc)"), "{french}");
}
