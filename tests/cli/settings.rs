//! The language, the config file, the data folder, and the options that say how a file is to be read.

use rstest::rstest;
use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};
use skilldeck::report::Field;
use skilldeck::report::mappings::Remembered;

use super::support::{Desk, HEADER, Ran, TWO_PEOPLE, two_people};

const ENGLISH: &str = "2 accounts, 2 people";
const FRENCH: &str = "2 comptes, 2 personnes";

/// What is asked for goes before the environment, that before the config file, that before the system.
#[rstest]
#[case(Some("fr"), Some("en"), Some("en"), "en_US.UTF-8", FRENCH)]
#[case(Some("en"), Some("fr"), Some("fr"), "fr_FR.UTF-8", ENGLISH)]
#[case(Some("fr-CA"), None, None, "en_US.UTF-8", FRENCH)]
#[case(None, Some("fr"), Some("en"), "en_US.UTF-8", FRENCH)]
#[case(None, Some("en"), Some("fr"), "fr_FR.UTF-8", ENGLISH)]
#[case(None, None, Some("fr"), "en_US.UTF-8", FRENCH)]
#[case(None, None, Some("en"), "fr_FR.UTF-8", ENGLISH)]
#[case(None, Some("de"), Some("fr"), "en_US.UTF-8", FRENCH)]
fn the_language(
    #[case] option: Option<&str>,
    #[case] environment: Option<&str>,
    #[case] config: Option<&str>,
    #[case] system: &str,
    #[case] said: &str,
) {
    let desk = Desk::with("report.csv", two_people());
    desk.configure(&config.map(|lang| format!("language = \"{lang}\"\n")).unwrap_or_default());
    let mut command = desk.command(&["summary", "report.csv"]);
    command.env_remove("SKILLDECK_LANG").env("LANG", system);
    command.args(option.map(|lang| format!("--lang={lang}")));
    command.envs(environment.map(|lang| ("SKILLDECK_LANG", lang)));
    let text = Ran::of(&mut command).fine();
    assert!(text.contains(said), "{text}");
}

#[cfg(all(unix, not(target_os = "macos")))]
#[rstest]
#[case("fr_FR.UTF-8", FRENCH)]
#[case("en_GB.UTF-8", ENGLISH)]
#[case("de_DE.UTF-8", ENGLISH)]
#[case("C", ENGLISH)]
fn the_system_decides_where_nobody_says_anything(#[case] lang: &str, #[case] said: &str) {
    let desk = Desk::with("report.csv", two_people());
    let mut command = desk.command(&["summary", "report.csv"]);
    command.env_remove("SKILLDECK_LANG").env("LANG", lang);
    let text = Ran::of(&mut command).fine();
    assert!(text.contains(said), "{text}");
}

/// A config file that is not understood is named with line and key: it belongs to the user and is never guessed around.
#[rstest]
#[case("mouse = true\n\nlangauge = \"fr\"\n", "line 3", "langauge")]
#[case("language = \"klingon\"\n", "line 1", "klingon")]
#[case("company = 7\n", "line 1", "7")]
#[case("[limits]\nrows = 10\nrow = 20\n", "line 3", "row")]
#[case("mouse = \n", "line 1", "")]
fn a_broken_config_file_is_named_with_line_and_key(#[case] toml: &str, #[case] line: &str, #[case] key: &str) {
    let desk = Desk::with("report.csv", two_people());
    desk.configure(toml);
    let file = desk.config().to_string_lossy().into_owned();
    let message = desk.run(&["summary", "report.csv"]).failure();
    assert!(message.starts_with(&format!("the config file {file} was not understood: {line}: ")), "{message}");
    assert!(message.contains(key), "{message}");
    let message = desk.run(&["summary", "report.csv", "--lang", "fr"]).failure();
    assert!(message.starts_with(&format!("le fichier de configuration {file} n’a pas été compris : {line}: ")), "{message}");
}

#[test]
fn a_config_file_that_is_named_must_be_there() {
    let desk = Desk::with("report.csv", two_people());
    std::fs::remove_file(desk.config()).unwrap();
    let message = desk.run(&["summary", "report.csv"]).failure();
    assert!(message.contains("config.toml was not understood"), "{message}");
    let mut command = desk.command(&["summary", "report.csv"]);
    assert!(Ran::of(command.env_remove("SKILLDECK_CONFIG")).fine().contains(ENGLISH), "without one the defaults hold");
}

#[test]
fn the_company_is_the_one_asked_for_else_configured_else_found() {
    let desk = Desk::with("report.csv", two_people());
    let company = |args: &[&str]| desk.json(&[&["summary", "report.csv"], args].concat())["company"].clone();
    assert_eq!(company(&[]), "contoso.example");
    desk.configure("company = \"Contoso\"\n");
    assert_eq!(company(&[]), "Contoso");
    assert_eq!(company(&["--company", "Fabrikam GmbH & Co"]), "Fabrikam GmbH & Co");
}

#[test]
fn a_column_may_be_mapped_by_hand() {
    let csv = two_people().replace("MCID", "Badge").replace("Email", "Kontakt");
    let desk = Desk::with("report.csv", csv);
    let mapped = desk.json(&["users", "report.csv", "--map", "mcid=Badge", "--map", "email = kontakt"]);
    assert_eq!((&mapped["users"][0]["mcid"], &mapped["users"][0]["email"]), (&json!("8000015"), &json!("aicha@contoso.example")));
    let summary = desk.json(&["summary", "report.csv", "--map", "mcid=Badge"]);
    let badge = &summary["sources"][0]["columns"][3];
    assert_eq!(badge, &json!({"index": 3, "header": "Badge", "field": "mcid", "how": "user"}));
}

#[test]
fn a_mapping_to_a_heading_that_is_not_there_is_refused() {
    let desk = Desk::with("report.csv", two_people());
    let message = desk.run(&["users", "report.csv", "--map", "mcid=Badge"]).failure();
    assert_eq!(message, "report.csv: there is no column “Badge” for the field mcid.");
    let message = desk.run(&["users", "report.csv", "--map", "mcid=Badge", "--lang", "fr"]).failure();
    assert_eq!(message, "report.csv : il n’y a pas de colonne « Badge » pour le champ mcid.");
}

#[test]
fn an_unknown_field_is_answered_with_all_there_are() {
    let desk = Desk::with("report.csv", two_people());
    let message = desk.run(&["users", "report.csv", "--map", "badge=MCID"]).failure();
    for field in Field::MAPPABLE {
        assert!(message.contains(field.name()), "{} in {message}", field.name());
    }
}

/// What the explorer remembered is used, unless `--no-state` says to leave the data folder alone.
#[test]
fn remembered_mappings_are_used_unless_told_otherwise() {
    let csv = two_people().replace("MCID", "Badge");
    let desk = Desk::with("report.csv", &csv);
    let headers: Vec<String> = csv.lines().next().unwrap().split(',').map(str::to_owned).collect();
    let mut remembered = Remembered::default();
    remembered.set(&headers, &[(Field::Mcid, "Badge".to_owned())]);
    let kept = serde_json::to_vec(&remembered).unwrap();
    std::fs::write(desk.data().join("columns.json"), &kept).unwrap();
    let how = |args: &[&str]| desk.json(&[&["columns", "report.csv"], args].concat())["sources"][0]["columns"][3]["how"].clone();
    assert_eq!(how(&[]), "user");
    assert_ne!(how(&["--no-state"]), "user");
    assert_eq!(std::fs::read(desk.data().join("columns.json")).unwrap(), kept, "printing changes nothing");
    std::fs::write(desk.data().join("columns.json"), "not json").unwrap();
    assert_ne!(how(&[]), "user", "what cannot be read is not remembered, and is no error");
}

fn workbook_of_two_sheets(desk: &Desk) {
    let mut book = Workbook::new();
    for (name, rows) in [("First half", &TWO_PEOPLE[..2]), ("Second half", &TWO_PEOPLE[2..])] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (row, line) in (0..).zip([&[HEADER], rows].concat()) {
            for (column, cell) in (0..).zip(line.split(',')) {
                sheet.write_string(row, column, cell).unwrap();
            }
        }
    }
    desk.put_workbook("report.xlsx", &mut book);
}

#[rstest]
#[case("First half", "Aïcha Benali")]
#[case("Second half", "雷 李")]
#[case("second HALF", "雷 李")]
fn a_sheet_may_be_chosen(#[case] sheet: &str, #[case] name: &str) {
    let desk = Desk::new();
    workbook_of_two_sheets(&desk);
    let users = desk.json(&["users", "report.xlsx", "--sheet", sheet]);
    assert_eq!(users["users"][0]["name"], name);
    assert!(users["users"][0]["skills"][0]["source"]["sheet"].as_str().unwrap().eq_ignore_ascii_case(sheet));
}

#[test]
fn a_sheet_that_is_not_there_is_answered_with_those_that_are() {
    let desk = Desk::new();
    workbook_of_two_sheets(&desk);
    let message = desk.run(&["users", "report.xlsx", "--sheet", "Third"]).failure();
    assert_eq!(message, "report.xlsx: there is no sheet “Third”. There are: “First half”, “Second half”.");
    let message = desk.run(&["users", "report.xlsx", "--sheet", "Third", "--lang", "fr"]).failure();
    assert!(message.starts_with("report.xlsx : il n’y a pas de feuille « Third ». Feuilles présentes : "), "{message}");
}

#[test]
fn quiet_leaves_out_the_warnings_of_the_text() {
    let row = "Ada,B,a@x.example,1,Yes,maybe,Exam,Maps,E-1,2021-02-13,Camping,";
    let desk = Desk::with("report.csv", [HEADER, row].join("\n"));
    assert!(desk.print(&["summary", "report.csv"]).contains("One thing to look at:"));
    for quiet in ["--quiet", "-q"] {
        let text = desk.print(&["summary", "report.csv", quiet]);
        assert!(!text.contains("look at:") && !text.contains('!') && text.contains("1 account, 1 person"), "{text}");
    }
    let codes = desk.json(&["summary", "report.csv", "--quiet"])["sources"][0]["warnings"][0]["code"].clone();
    assert_eq!(codes, "bad-yes-no", "programs get them all the same");
}

/// What only the explorer needs is understood everywhere.
#[test]
fn options_of_the_explorer_do_no_harm() {
    let desk = Desk::with("report.csv", two_people());
    let plain = desk.print(&["users", "report.csv"]);
    assert_eq!(desk.print(&["users", "report.csv", "--color", "always", "--no-mouse"]), plain, "tables are not coloured");
    let both = desk.json(&["summary", "report.csv", "--force", "--color=never"]);
    assert_ne!(both["accounts"], Value::Null);
}
