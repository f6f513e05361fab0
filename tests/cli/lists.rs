//! Lists beside a report on the command line: what was understood, whom they are about, and the filter on what they say.

use rstest::rstest;
use serde_json::json;

use super::support::{Desk, two_people};

const STAFF: &str = "Name;E-mail;Équipe;Pays;Technique;Date d'entrée\n\
    Ada;aicha@contoso.example;Cloud Ops;France;oui;21/09/2019\n\
    Bo;bo@elsewhere.example;Data;Belgique;peut-être;hier\n\
    Cy;;Data;;non;\n";

fn desk() -> Desk {
    let desk = Desk::with("skills-2021-05-19.csv", two_people());
    desk.put("staff.csv", STAFF);
    desk
}

#[test]
fn the_summary_says_whom_a_list_is_about_and_what_is_wrong_in_it() {
    let desk = desk();
    let summary = desk.json(&["summary", "skills-2021-05-19.csv", "staff.csv"]);
    let list = &summary["sources"][1];
    assert_eq!(summary["sources"][0]["joined"], json!(null), "a report is joined to nothing");
    assert_eq!(list["joined"], json!({"by": {"email": 1, "email_private": 0, "mcid": 0, "object_id": 0}, "people": 1, "nobody": 2}));
    let fields: Vec<_> = list["columns"].as_array().unwrap().iter().map(|c| c["field"].as_str().unwrap()).collect();
    assert_eq!(fields, ["display_name", "email", "team", "country", "technical", "start_date"]);
    let warnings: Vec<_> =
        list["warnings"].as_array().unwrap().iter().map(|w| (w["code"].as_str().unwrap(), &w["row"], &w["column"]["index"])).collect();
    let expected = [("bad-date", &json!(3), &json!(5)), ("bad-yes-no", &json!(3), &json!(4)), ("no-address", &json!(4), &json!(1))];
    assert_eq!(warnings, expected);
    let text = desk.print(&["summary", "skills-2021-05-19.csv", "staff.csv"]);
    assert!(text.contains("\n  1 person of the report is in it, and 2 rows are about nobody in the report\n"), "{text}");
    assert!(text.contains("3 things to know about the other files:\n  ! staff.csv · Row 3, “Date d'entrée”: “hier” is no date"), "{text}");
    assert!(!desk.print(&["summary", "--quiet", "skills-2021-05-19.csv", "staff.csv"]).contains("hier"));
    let french = desk.print(&["summary", "--lang", "fr", "skills-2021-05-19.csv", "staff.csv"]);
    assert!(french.contains("1 personne du rapport y figure, et 2 lignes ne concernent personne du rapport"), "{french}");
    let columns = desk.print(&["columns", "skills-2021-05-19.csv", "staff.csv"]);
    assert!(columns.contains("staff.csv\n1 person of the report is in it") && columns.contains("Team or department (team)"), "{columns}");
}

#[rstest]
#[case("team:cloud-ops", 1)]
#[case("equipe:cloud", 1)]
#[case("country:belgique", 0)]
#[case("technical:yes", 1)]
#[case("technical:unknown", 1)]
#[case("pays:none", 1)]
fn users_are_filtered_by_what_a_list_says(#[case] filter: &str, #[case] count: usize) {
    let users = desk().json(&["users", "staff.csv", "skills-2021-05-19.csv", "--filter", filter]);
    assert_eq!(users["users"].as_array().unwrap().len(), count, "{users}");
}

#[test]
fn a_list_may_come_by_folder_and_from_standard_input() {
    let desk = Desk::with("downloads/skills-2021-05-19.csv", two_people());
    let out = desk.pipe(STAFF, &["users", "downloads", "-", "--filter", "team:cloud", "--format", "json"]).fine();
    assert!(out.contains("aicha@contoso.example"), "{out}");
    desk.put("downloads/staff.csv", STAFF);
    assert_eq!(desk.json(&["users", "downloads", "--filter", "team:any"])["users"].as_array().unwrap().len(), 1);
}

#[test]
fn a_column_of_a_list_is_mapped_on_the_command_line() {
    let desk = Desk::with("skills-2021-05-19.csv", two_people());
    desk.put("staff.csv", "E-mail;Sparte\naicha@contoso.example;Cloud\n");
    let files = ["users", "skills-2021-05-19.csv", "staff.csv", "--filter", "team:cloud"];
    assert_eq!(desk.json(&files)["users"], json!([]));
    let mapped = desk.json(&[&files[..], &["--map", "team=Sparte"]].concat());
    assert_eq!(mapped["users"].as_array().unwrap().len(), 1);
    let wrong = desk.run(&[&files[..], &["--map", "team=Sparta"]].concat()).failure();
    assert!(wrong.contains("Sparta"), "{wrong}");
    assert!(desk.run(&[&files[..], &["--map", "tribe=Sparte"]].concat()).failure().contains("leaving_date"));
}

#[test]
fn who_is_named_by_a_directory_is_marked_so() {
    let row = "1,3051,Tents,Exam,0d3f0a4e-0000-4000-8000-00000000000{},2021-02-13,,Active,2021-02-01,1,,77,Contoso,Lyon,France";
    let head = "PGAMpnId,TrainingActivityId,TrainingTitle,TrainingType,AADUserId,TrainingCompletionDate,ExpirationDate,ActivationStatus,Month,IcMCP,MCPID,MPNId,PartnerName,PartnerCityLocation,PartnerCountryLocation";
    let desk = Desk::with("trainings.csv", format!("{head}\n{}\n{}\n", row.replace("{}", "1"), row.replace("{}", "2")));
    desk.put("users.csv", "userPrincipalName,displayName,objectId\nada@x.example,Ada Bell,0d3f0a4e-0000-4000-8000-000000000001\n");
    let users = desk.json(&["users", "trainings.csv", "users.csv"]);
    let ada = &users["users"][0];
    assert_eq!((&ada["name"], &ada["email"]), (&json!("Ada Bell"), &json!("ada@x.example")));
    assert_eq!(ada["named_by"], json!({"path": "users.csv", "sheet": null, "row": 2}));
    assert_eq!((&users["users"][1]["name"], &users["users"][1]["named_by"]), (&json!(null), &json!(null)));
    let text = desk.print(&["users", "trainings.csv", "users.csv"]);
    assert!(text.ends_with("1 account is named by users.csv, not by the report.\n"), "{text}");
    assert!(!desk.print(&["users", "trainings.csv"]).contains("named by"));
    assert_eq!(desk.json(&["users", "trainings.csv", "users.csv", "--filter", "bell"])["users"].as_array().unwrap().len(), 1);
}

/// In a terminal a cell of a list obeys nobody.
#[test]
fn what_a_list_says_is_made_safe_to_show() {
    let desk = Desk::with("skills-2021-05-19.csv", two_people());
    desk.put("staff.csv", "E-mail;Technical;Team\naicha@contoso.example;\u{1b}[31mred;\u{1b}]0;x\u{7}\n");
    for args in [["summary", "skills-2021-05-19.csv", "staff.csv"], ["columns", "skills-2021-05-19.csv", "staff.csv"]] {
        assert!(!desk.print(&args).contains('\u{1b}'));
    }
}
