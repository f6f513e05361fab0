//! The date of a report and the day it is looked at from: always shown with where it came from.

use chrono::{DateTime, Days, Local, NaiveDate, TimeZone};
use rstest::rstest;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};
use serde_json::{Value, json};

use super::support::{Desk, HEADER, TWO_PEOPLE, report, two_people};

fn noon(date: &str) -> DateTime<Local> {
    let date: NaiveDate = date.parse().unwrap();
    Local.from_local_datetime(&date.and_hms_opt(12, 0, 0).unwrap()).unwrap()
}

fn set_time_of(desk: &Desk, name: &str, date: &str) {
    let file = std::fs::File::options().write(true).open(desk.path(name)).unwrap();
    file.set_modified(noon(date).into()).unwrap();
}

/// A workbook of [`TWO_PEOPLE`] that says when it was created.
fn put_workbook(desk: &Desk, name: &str, created: &str) {
    let mut book = Workbook::new();
    let created = ExcelDateTime::parse_from_str(&format!("{created}T12:00:00")).unwrap();
    book.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let sheet = book.add_worksheet();
    for (row, line) in (0..).zip([HEADER].iter().chain(&TWO_PEOPLE)) {
        for (column, cell) in (0..).zip(line.split(',')) {
            sheet.write_string(row, column, cell).unwrap();
        }
    }
    desk.put_workbook(name, &mut book);
}

fn date_of(desk: &Desk, args: &[&str]) -> (Value, Value) {
    let summary = desk.json(&[&["summary"], args].concat());
    (summary["report_date"].clone(), summary["report_date_from"].clone())
}

fn is(date: &str, from: &str) -> (Value, Value) {
    (json!(date), json!(from))
}

#[test]
fn a_workbook_says_when_it_was_created() {
    let desk = Desk::new();
    put_workbook(&desk, "report-2022-02-02.xlsx", "2021-05-19");
    assert_eq!(date_of(&desk, &["report-2022-02-02.xlsx"]), is("2021-05-19", "document-created"), "it goes before the name");
    let text = desk.print(&["summary", "report-2022-02-02.xlsx"]);
    assert!(text.contains("Report of 19 May 2021 (creation of the document)"), "{text}");
    let text = desk.print(&["summary", "report-2022-02-02.xlsx", "--lang", "fr"]);
    assert!(text.contains("Rapport du 19 mai 2021 (création du document)"), "{text}");
}

/// A property older than the newest skill (14 March 2021) belongs to a template or to an edited copy.
#[test]
fn a_property_older_than_the_newest_skill_is_ignored() {
    let desk = Desk::new();
    put_workbook(&desk, "report-2022-02-02.xlsx", "2021-03-13");
    assert_eq!(date_of(&desk, &["report-2022-02-02.xlsx"]), is("2022-02-02", "file-name"));
    put_workbook(&desk, "report.xlsx", "2021-03-13");
    set_time_of(&desk, "report.xlsx", "2021-06-30");
    assert_eq!(date_of(&desk, &["report.xlsx"]), is("2021-06-30", "file-time"));
    put_workbook(&desk, "same-day.xlsx", "2021-03-14");
    assert_eq!(date_of(&desk, &["same-day.xlsx"]), is("2021-03-14", "document-created"));
}

#[rstest]
#[case("skills-2021-05-19.csv", "2021-05-19")]
#[case("Export_trainings_LIFETIME_20260915_44.csv", "2026-09-15")]
#[case("2021.05.19 report (1).csv", "2021-05-19")]
fn a_date_in_the_name_goes_before_the_files_time(#[case] name: &str, #[case] date: &str) {
    let desk = Desk::with(name, two_people());
    set_time_of(&desk, name, "2022-08-08");
    assert_eq!(date_of(&desk, &[name]), is(date, "file-name"));
}

#[rstest]
#[case("report.csv")]
#[case("report-2021-13-45.csv")]
#[case("case-1234567890.csv")]
fn without_a_date_in_the_name_the_files_time_is_taken(#[case] name: &str) {
    let desk = Desk::with(name, two_people());
    set_time_of(&desk, name, "2021-08-08");
    assert_eq!(date_of(&desk, &[name]), is("2021-08-08", "file-time"));
    let text = desk.print(&["summary", name, "--lang", "fr"]);
    assert!(text.contains("(date du fichier)"), "{text}");
}

#[test]
fn only_the_files_own_name_is_looked_at() {
    let desk = Desk::with("2020-01-01/report.csv", two_people());
    set_time_of(&desk, "2020-01-01/report.csv", "2021-08-08");
    assert_eq!(date_of(&desk, &["2020-01-01/report.csv"]), is("2021-08-08", "file-time"));
}

#[test]
fn the_users_word_goes_before_all() {
    let desk = Desk::new();
    put_workbook(&desk, "report-2022-02-02.xlsx", "2021-05-19");
    assert_eq!(date_of(&desk, &["report-2022-02-02.xlsx", "--report-date", "2019-07-01"]), is("2019-07-01", "option"));
    let text = desk.print(&["summary", "report-2022-02-02.xlsx", "--report-date", "2019-07-01"]);
    assert!(text.contains("Report of 1 Jul 2019 (as given)"), "{text}");
}

#[test]
fn what_comes_by_a_pipe_has_no_date_unless_it_is_given() {
    let desk = Desk::new();
    let out = desk.pipe(two_people(), &["summary", "-", "--format", "json"]).fine();
    let summary: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((&summary["report_date"], &summary["report_date_from"]), (&Value::Null, &Value::Null));
    let text = desk.pipe(two_people(), &["summary", "-"]).fine();
    assert!(!text.contains("Report of"), "{text}");
    let text = desk.pipe(two_people(), &["summary", "-", "--report-date", "2021-05-19"]).fine();
    assert!(text.contains("Report of 19 May 2021 (as given), looked at from 19 May 2021"), "{text}");
}

/// Today when the report is at most 90 days old, else the report's own date. (Midnight may pass during the run.)
#[rstest]
#[case(0, true)]
#[case(89, true)]
#[case(90, true)]
#[case(91, false)]
#[case(1000, false)]
fn fresh_reports_are_looked_at_from_today(#[case] age: u64, #[case] from_today: bool) {
    let desk = Desk::with("report.csv", two_people());
    let before = Local::now().date_naive();
    let date = before.checked_sub_days(Days::new(age)).unwrap().to_string();
    let as_of = desk.json(&["summary", "report.csv", "--report-date", &date])["as_of"].as_str().unwrap().to_owned();
    let today = [before, Local::now().date_naive()].map(|d| d.to_string());
    if today[0] == today[1] {
        assert_eq!(as_of, if from_today { today[0].clone() } else { date });
    } else {
        assert!(today.contains(&as_of) || as_of == date, "{as_of}");
    }
}

#[test]
fn as_of_may_be_given() {
    let desk = Desk::with("skills-2021-05-19.csv", two_people());
    let summary = desk.json(&["summary", "skills-2021-05-19.csv", "--as-of", "2030-01-02"]);
    assert_eq!((&summary["as_of"], &summary["report_date"]), (&json!("2030-01-02"), &json!("2021-05-19")));
    let text = desk.print(&["summary", "skills-2021-05-19.csv", "--as-of", "2030-01-02", "--lang", "fr"]);
    assert!(text.contains("regardé depuis le 2 janv. 2030"), "{text}");
}

/// An expiry day is the last day that counts.
#[test]
fn a_skill_counts_until_its_last_day() {
    let row = "Ada,B,a@x.example,1,No,Yes,Certification,Camp Leader,,2021-03-14,Camping,2022-03-14";
    let desk = Desk::with("report.csv", report(&[row]));
    let counting = |as_of: &str| desk.json(&["summary", "report.csv", "--as-of", as_of])["skills_counting"].clone();
    assert_eq!(counting("2022-03-14"), 1);
    assert_eq!(counting("2022-03-15"), 0);
}

/// `03/04/2021` may be March or April: the user may say which, and what the file proves cannot be overridden silently.
#[test]
fn the_order_of_day_and_month_may_be_given() {
    let row = "Ada,B,a@x.example,1,Yes,No,Exam,Maps,E-1,03/04/2021,Camping,";
    let desk = Desk::with("report.csv", report(&[row]));
    let earned = |options: &[&str]| desk.json(&[&["users", "report.csv"], options].concat())["users"][0]["skills"][0]["earned"].clone();
    assert_eq!(earned(&["--date-order", "day-first"]), "2021-04-03");
    assert_eq!(earned(&["--date-order", "month-first"]), "2021-03-04");
    let codes = |options: &[&str]| {
        let source = desk.json(&[&["summary", "report.csv"], options].concat())["sources"][0].clone();
        source["warnings"].as_array().unwrap().iter().map(|w| w["code"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(codes(&[]), ["ambiguous-dates"]);
    assert!(codes(&["--date-order", "day-first"]).is_empty(), "no doubt is left");
    let text = desk.print(&["summary", "report.csv"]);
    assert!(text.contains("“Skill Completion Date”: day and month cannot be told apart"), "{text}");
}
