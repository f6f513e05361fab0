//! `entered`: what is kept about a company, printed and changed.

use rstest::rstest;
use serde_json::{Value, json};

use super::support::{Desk, two_people};

const HISTORY: &str = "CompetencyName\tCompetencyLevel\tCompetencyStatus\tCompetencyStartDate\tCompetencyEndDate\n\
                       Cloud Platform\tGold\tActive\t2020-07-19\t2021-07-18\n\
                       DevOps\tGold\tActive\t2020-08-10\t2021-08-10\n\
                       Datacenter\tSilver\tInactive\t2018-08-10\t2019-08-10\n";

fn desk() -> Desk {
    Desk::with("report.csv", two_people())
}

fn entered(desk: &Desk, args: &[&str]) -> String {
    desk.run(&[&["entered", "report.csv"], args].concat()).fine()
}

fn as_json(desk: &Desk, args: &[&str]) -> Value {
    serde_json::from_str(&entered(desk, &[args, &["--format", "json"]].concat())).unwrap()
}

#[test]
fn nothing_is_entered_at_first_and_it_is_said_how() {
    let text = entered(&desk(), &[]);
    assert!(
        text.contains("contoso.example.json") && text.contains("Nothing was entered yet") && text.contains("--set track=smb"),
        "{text}"
    );
}

#[test]
fn what_is_set_is_kept_and_can_be_taken_back() {
    let desk = desk();
    let set = [
        "--set",
        "track=smb",
        "--set",
        "moved=2021-03-01",
        "--set",
        "held=cloud-platform/gold:2021-09-30",
        "--set",
        "portal=data-ai:skilling-intermediate=28,performance=12@2026-09-10",
        "--set",
        "external=lei@contoso.example:psm-i",
        "--set",
        "not-same=8000015,lei@contoso.example",
        "--tick",
        "cloud-platform/azure-consumption/gold",
        "--rule",
        "cloud-platform/gold = 4 of relevant",
    ];
    entered(&desk, &set);
    let text = entered(&desk, &[]);
    for line in [
        "track     smb",
        "moved     2021-03-01",
        "held      cloud-platform/gold:2021-09-30",
        "tick      cloud-platform/azure-consumption/gold",
        "external  lei@contoso.example:psm-i",
        "portal    data-ai:performance=12@2026-09-10",
        "portal    data-ai:skilling-intermediate=28@2026-09-10",
        "not-same  8000015,lei@contoso.example",
        "rule      cloud-platform/gold = 4 of relevant          own-1",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    let printed = as_json(&desk, &[]);
    assert_eq!((&printed["schema"], &printed["key"], &printed["track"]), (&json!(1), &json!("contoso.example"), &json!("smb")));
    assert_eq!(printed["entered"]["portal"]["data-ai"]["on"], "2026-09-10");
    assert_eq!((&printed["preparation_days"], &printed["not_in_report"]), (&json!(30), &json!([])));
    let back = [
        "--unset",
        "track",
        "--unset",
        "moved",
        "--unset",
        "held=cloud-platform/gold",
        "--unset",
        "portal=data-ai",
        "--unset",
        "external=lei@contoso.example:psm-i",
        "--unset",
        "not-same=lei@contoso.example,8000015",
        "--untick",
        "cloud-platform/azure-consumption/gold",
        "--unset",
        "rule=own-1",
    ];
    assert!(entered(&desk, &back).contains("Nothing was entered yet"));
}

#[test]
fn each_company_has_its_own() {
    let desk = desk();
    entered(&desk, &["--set", "track=smb", "--company", "Northwind Traders"]);
    assert!(desk.data().join("entered").join("northwind-traders.json").exists());
    assert_eq!(as_json(&desk, &[])["track"], Value::Null);
}

#[test]
fn the_history_stands_behind_what_is_typed_in_and_the_settings_too() {
    let desk = desk();
    desk.put("history.tsv", HISTORY);
    desk.configure("track = \"enterprise\"\nmove-date = 2021-03-01\npreparation-days = 45\n");
    let text = entered(&desk, &["history.tsv"]);
    for line in [
        "track  enterprise",
        "moved  2021-03-01",
        "held   cloud-platform/gold:2021-07-18  from the history, row 2",
        "held   devops/gold:2021-08-10",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    assert!(text.contains("from the config file") && !text.contains("datacenter"), "{text}");
    let text = entered(&desk, &["history.tsv", "--set", "held=cloud-platform/gold:2021-09-30", "--set", "track=smb"]);
    assert!(text.contains("cloud-platform/gold:2021-09-30  replaces the date of the history") && !text.contains("2021-07-18"), "{text}");
    assert!(text.contains("track  smb\n"), "{text}");
    let printed = as_json(&desk, &["history.tsv"]);
    assert_eq!((&printed["history"][0]["row"], &printed["history"][0]["state"]), (&json!(2), &json!("active")));
    assert_eq!((&printed["track"], &printed["preparation_days"]), (&json!("smb"), &json!(45)));
}

#[test]
fn who_may_be_one_person_is_printed_until_it_is_said_that_they_are_two() {
    let desk = Desk::with(
        "report.csv",
        "First Name,Last Name,Email,MCID,Associated to PMC,Associated to PC\nAna,Silva,ana@contoso.example,8000015,Yes,Yes\nAna,Silva,,8000016,Yes,Yes\n",
    );
    assert!(entered(&desk, &[]).contains("suspected  ana@contoso.example,8000016  may be one person"));
    let printed = as_json(&desk, &["--set", "not-same=ana@contoso.example,8000016"]);
    assert_eq!(printed["suspected"], json!([]));
}

#[rstest]
#[case(&["--set", "trak=smb"], "There are: track, moved", "Did you mean “track”?")]
#[case(&["--set", "held=cloud-platfrom/gold:2021-09-30"], "“cloud-platfrom”", "Did you mean “cloud-platform”?")]
#[case(&["--set", "portal=data-ai:performance=101"], "101 points", "0–30")]
#[case(&["--tick", "cloud-platform/gold"], "no level with something to tick", "cloud-platform/azure-consumption/gold")]
#[case(&["--rule", "cloud-platform/gold = 0 of relevant"], "no number of people", "1–999")]
#[case(&["--unset", "rule=own-7"], "no rule “own-7”", "–")]
#[case(&["--set", "track=smb", "--no-state"], "nothing is kept", "--no-state")]
fn a_mistake_changes_nothing_and_says_what_is_valid(#[case] args: &[&str], #[case] what: &str, #[case] valid: &str) {
    let desk = desk();
    let message = desk.run(&[&["entered", "report.csv", "--set", "moved=2021-03-01"], args].concat()).failure();
    assert!(message.contains(what) && message.contains(valid), "{message}");
    assert!(!desk.data().join("entered").exists(), "all or nothing");
}

#[test]
fn without_state_nothing_is_read_or_kept() {
    let desk = desk();
    entered(&desk, &["--set", "track=smb"]);
    let text = entered(&desk, &["--no-state"]);
    assert!(text.contains("nothing is kept") && !text.contains("smb"), "{text}");
}

#[test]
fn a_damaged_file_is_said_and_set_aside_by_the_next_change() {
    let desk = desk();
    let file = desk.data().join("entered").join("contoso.example.json");
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(&file, "{ not json").unwrap();
    let output = desk.command(&["entered", "report.csv", "--set", "track=smb"]).output().unwrap();
    assert!(output.status.success());
    let warning = String::from_utf8(output.stderr).unwrap();
    assert!(warning.contains("contoso.example.json") && warning.contains(".bad"), "{warning}");
    assert_eq!(std::fs::read_to_string(file.with_extension("json.bad")).unwrap(), "{ not json");
    assert_eq!(as_json(&desk, &[])["track"], "smb");
}

#[test]
fn it_speaks_french_too() {
    let desk = desk();
    let text = entered(&desk, &["--set", "track=smb", "--lang", "fr"]);
    assert!(text.contains("conservé dans") && text.contains("VALEUR"), "{text}");
    let message = desk.run(&["entered", "report.csv", "--set", "track=smd", "--lang", "fr"]).failure();
    assert!(message.contains("Il n’y a pas de parcours « smd »"), "{message}");
}
