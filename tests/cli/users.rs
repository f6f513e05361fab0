//! `users`: one entry per account; the JSON keys exactly as promised; the filter.

use rstest::rstest;
use serde_json::{Value, json};

use super::support::{Desk, demo, keys, report, trainings, two_people};

fn users(desk: &Desk, file: &str) -> Vec<Value> {
    desk.json(&["users", file])["users"].as_array().unwrap().clone()
}

#[test]
fn the_json_of_users() {
    let desk = Desk::with("skills-2021-05-19.csv", two_people());
    let skill = |row: u32, kind: &str, id: Value, title: &str, earned: &str, expires: Value, counts_for: Value| {
        json!({
            "type": kind, "id": id, "title": title, "title_as_printed": title, "earned": earned, "expires": expires, "active": null,
            "counts_for": counts_for, "counts_by_catalog": [], "source": {"path": "skills-2021-05-19.csv", "sheet": null, "row": row},
        })
    };
    let mut printed = desk.json(&["users", "skills-2021-05-19.csv"]);
    let people: Vec<String> =
        printed["users"].as_array_mut().unwrap().iter_mut().map(|u| u["person"].take().as_str().unwrap().to_owned()).collect();
    assert_ne!(people[0], people[1]);
    let expected = json!({"schema": 1, "users": [
        {
            "person": null, "email": "aicha@contoso.example", "mcid": "8000015", "name": "Aïcha Benali",
            "associated_pmc": true, "associated_pc": false, "findings": ["pmc-only"],
            "skills": [
                skill(2, "exam", json!("TN-101"), "Tents and Ropes", "2021-02-13", Value::Null, json!(["Camping (Tents)"])),
                skill(3, "certification", Value::Null, "Camp Leader", "2021-03-14", json!("2099-03-14"), json!(["Camping (Tents)", "Hiking"])),
            ],
        },
        {
            "person": null, "email": "lei@contoso.example", "mcid": "8000016", "name": "雷 李",
            "associated_pmc": false, "associated_pc": true, "findings": [],
            "skills": [skill(4, "exam", json!("TN-202"), "Maps", "2020-11-25", Value::Null, json!(["Hiking"]))],
        },
    ]});
    assert_eq!(printed, expected);
}

#[test]
fn a_workbook_names_its_sheet_in_every_skill() {
    let desk = Desk::new();
    let all = desk.json(&["users", &demo("skills-2021-05-19.en.xlsx")]);
    assert_eq!(keys(&all), ["schema", "users"]);
    let users = all["users"].as_array().unwrap();
    assert_eq!(users.len(), 66);
    for user in users {
        let expected = ["associated_pc", "associated_pmc", "email", "findings", "mcid", "name", "person", "skills"];
        assert_eq!(keys(user), expected);
        for skill in user["skills"].as_array().unwrap() {
            let expected =
                ["active", "counts_by_catalog", "counts_for", "earned", "expires", "id", "source", "title", "title_as_printed", "type"];
            assert_eq!(keys(skill), expected);
            assert_eq!(keys(&skill["source"]), ["path", "row", "sheet"]);
            assert_eq!(skill["source"]["sheet"], "User Skills");
            assert!(skill["source"]["row"].as_u64().unwrap() > 3, "below the headings");
            assert!(skill["counts_for"].is_array(), "the file has the column: [] where it says nothing");
        }
    }
}

/// Where the catalog counts a skill is told by the designations' rules of the day, else by the last that are known; before the
/// first there are none.
#[rstest]
#[case("2026-09-15", 2)]
#[case("2025-03-01", 1)]
#[case("2023-01-01", 0)]
fn where_the_catalog_counts_a_skill(#[case] as_of: &str, #[case] paths: usize) {
    let row = |pc: &str| format!("Ana,Roy,{pc}@x.example,,,{pc},Certification,,azure-administrator-associate,2022-06-01,,2027-06-01");
    let desk = Desk::with("report.csv", report(&[&row("Yes"), &row("No")]));
    let users = desk.json(&["users", "report.csv", "--as-of", as_of])["users"].as_array().unwrap().clone();
    let counted = |user: usize| users[user]["skills"][0]["counts_by_catalog"].as_array().unwrap().clone();
    let of_data = |paths: Vec<Value>| paths.iter().filter(|p| p.as_str().unwrap().starts_with("data-ai/intermediate/")).count();
    assert_eq!(of_data(counted(0)), paths);
    assert_eq!(counted(1), Vec::<Value>::new(), "not associated in Partner Center");
}

/// The filter asks the same rules, by id or by name, and where the file has no column of its own so does the column.
#[rstest]
#[case("competency:data-ai", "data-ai/")]
#[case("competency:\"Data & AI\"", "data-ai/")]
#[case("competence:modern-work", "modern-work/")]
#[case("for:data-ai", "data-ai/")]
#[case("for:\"=Data & AI\"", "data-ai/")]
fn who_counts_for_something_by_the_rules_is_found(#[case] filter: &str, #[case] path: &str) {
    let desk = Desk::new();
    let file = demo("trainings-2026-09-15.csv");
    let list =
        |filter: &str| desk.json(&["users", &file, "--as-of", "2026-09-15", "--filter", filter])["users"].as_array().unwrap().clone();
    let counts = |user: &Value| {
        let mut paths = user["skills"].as_array().unwrap().iter().flat_map(|skill| skill["counts_by_catalog"].as_array().unwrap());
        paths.any(|p| p.as_str().unwrap().starts_with(path))
    };
    let (found, others) = (list(filter), list(&format!("-{filter}")));
    assert!(!found.is_empty() && found.iter().all(counts), "{filter}");
    assert!(!others.is_empty() && !others.iter().any(counts), "-{filter}");
    assert_eq!(found.len() + others.len(), list("").len());
    let table = desk.print(&["users", &file, "--as-of", "2026-09-15", "--filter", "for:data-ai"]);
    assert!(table.contains("Counts for (rules)") && table.contains("Data & AI"), "{table}");
    // In the same skill as other conditions: an exam alone counts for nothing.
    assert_eq!(list("competency:data-ai type:exam").len(), 0);
    // Before the first rules nothing counts for anything.
    assert_eq!(desk.json(&["users", &file, "--as-of", "2022-03-01", "--filter", filter])["users"], json!([]));
}

/// Where the file has a column of its own, `for:` asks it alone, as the table shows it; `competency:` asks both.
#[test]
fn what_the_file_says_goes_before_the_rules() {
    let row = |name: &str, relevant: &str| {
        format!("{name},Roy,{name}@x.example,,,Yes,Certification,,azure-administrator-associate,2024-06-01,{relevant},2027-06-01")
    };
    let desk = Desk::with("report.csv", report(&[&row("ana", "Hiking"), &row("bo", "")]));
    let found = |filter: &str| {
        let printed = desk.json(&["users", "report.csv", "--as-of", "2026-09-15", "--filter", filter]);
        printed["users"].as_array().unwrap().len()
    };
    assert_eq!(["competency:data-ai", "competency:hiking", "for:data-ai", "for:hiking"].map(found), [2, 1, 0, 1]);
    let table = desk.print(&["users", "report.csv", "--as-of", "2026-09-15"]);
    assert!(table.contains("Hiking") && !table.contains("Data & AI"), "{table}");
}

#[test]
fn accounts_and_skills_come_in_the_order_of_the_file() {
    let rows = [
        "Zoe,Z,z@x.example,9,Yes,No,Exam,Second,E-2,2021-02-13,,",
        "Ada,A,a@x.example,1,Yes,No,Exam,Other,E-9,2021-02-13,,",
        "Zoe,Z,z@x.example,9,Yes,No,Exam,First,E-1,2020-02-13,,",
    ];
    let desk = Desk::with("report.csv", report(&rows));
    let users = users(&desk, "report.csv");
    assert_eq!(users.iter().map(|u| u["name"].as_str().unwrap()).collect::<Vec<_>>(), ["Zoe Z", "Ada A"]);
    let of_zoe: Vec<&str> = users[0]["skills"].as_array().unwrap().iter().map(|s| s["id"].as_str().unwrap()).collect();
    assert_eq!(of_zoe, ["E-2", "E-1"]);
}

/// R14: `person` is the same for accounts with the same MCID or the same address, letter case aside; likeness is not enough.
#[test]
fn one_person_may_have_several_accounts() {
    let rows = [
        "Ada,Byron,ada@x.example,1,Yes,No,,,,,,",
        "Ada,Byron,ADA@X.example,2,Yes,No,,,,,,",
        "Ada,King,ada.king@x.example,2,Yes,No,,,,,,",
        "Ada,Byron,ada@home.example,3,Yes,No,,,,,,",
        "Bob,Cole,bob@x.example,0,Yes,No,,,,,,",
        "Bob,Cole,bob.cole@x.example,0,Yes,No,,,,,,",
        "Eve,,,,Yes,No,,,,,,",
    ];
    let desk = Desk::with("report.csv", report(&rows));
    let users = users(&desk, "report.csv");
    assert_eq!(users.len(), 7);
    let people: Vec<&str> = users.iter().map(|u| u["person"].as_str().unwrap()).collect();
    assert_eq!((people[0], people[0]), (people[1], people[2]), "by address, then by MCID");
    let distinct: std::collections::HashSet<&str> = people.iter().copied().collect();
    assert_eq!(distinct.len(), 5);
    assert_eq!((&users[1]["email"], &users[1]["mcid"]), (&json!("ADA@X.example"), &json!("2")), "as printed");
    assert_eq!(users[4]["mcid"], Value::Null, "0 is no MCID");
    assert_eq!((&users[6]["email"], &users[6]["mcid"], &users[6]["name"]), (&Value::Null, &Value::Null, &json!("Eve")));
    let summary = desk.json(&["summary", "report.csv"]);
    assert_eq!((&summary["accounts"], &summary["people"]), (&json!(7), &json!(5)));
}

#[test]
fn what_the_file_does_not_say_is_null() {
    let rows = [
        "Ada,Byron, ada@x.example ,1,Yes,Yes,,,,,,",
        "Ada,Byron,ada@x.example,1,Yes,No,,,,,,",
        "Bob,Cole,bob@x.example,2,,N/A,Exam,Maps,,,,",
    ];
    let desk = Desk::with("report.csv", report(&rows));
    let both = users(&desk, "report.csv");
    assert_eq!(both[0]["email"], "ada@x.example", "trimmed");
    assert_eq!((&both[0]["associated_pmc"], &both[0]["associated_pc"]), (&json!(true), &Value::Null), "yes and no are null");
    assert_eq!((&both[1]["associated_pmc"], &both[1]["associated_pc"]), (&Value::Null, &Value::Null));
    assert_eq!(both[0]["skills"], json!([]));
    let skill = &both[1]["skills"][0];
    assert_eq!((&skill["id"], &skill["earned"], &skill["expires"]), (&Value::Null, &Value::Null, &Value::Null));
    assert_eq!(skill["counts_for"], json!([]), "the column is there and empty");
}

#[test]
fn training_completions_say_nothing_of_association_and_competencies() {
    let rows = [
        "1,3051,Tents,Exam,Ada,Byron,ada@home.example,ada@x.example,2021-02-13,,Active,2021-02-01,1,8000015,77,Contoso,Lyon,France",
        "1,3051,Tents,Exam,Ada,Byron,ada@home.example,ada@x.example,2021-02-13,,Active,2021-02-01,1,8000015,78,Contoso,Paris,France",
        "1,3052,Maps,Certification,Ada,Byron,ada@home.example,ada@x.example,2021-02-14,2023-02-14,Expired,2021-02-01,1,8000015,77,Contoso,Lyon,France",
        "1,3053,Maps,Assessment,Bob,Cole,bob@home.example,,2021-02-14,,,2021-02-01,1,8000016,77,Contoso,Lyon,France",
    ];
    let desk = Desk::with("trainings.csv", trainings(&rows));
    let users = users(&desk, "trainings.csv");
    assert_eq!((&users[0]["associated_pmc"], &users[0]["associated_pc"]), (&Value::Null, &Value::Null));
    let skills = users[0]["skills"].as_array().unwrap();
    assert_eq!(skills.len(), 2, "repeated per location, counted once");
    assert_eq!((&skills[0]["active"], &skills[0]["counts_for"]), (&json!(true), &Value::Null));
    assert_eq!((&skills[1]["active"], &skills[1]["expires"]), (&json!(false), &json!("2023-02-14")));
    assert_eq!(users[1]["email"], "bob@home.example", "the private address where there is no other");
    assert_eq!((&users[1]["skills"][0]["type"], &users[1]["skills"][0]["active"]), (&json!("assessment"), &Value::Null));
}

/// R16: the anonymous id that stands instead of name and address is no address.
#[test]
fn an_anonymous_id_is_no_address() {
    let csv = "PGAMpnId,TrainingActivityId,TrainingTitle,TrainingType,AADUserId,TrainingCompletionDate,ActivationStatus,MCPID,MPNId\n\
               1,3051,Tents,Exam,8f14e45f-ceea-467f-a0e6-000000000001,2021-02-03,Active,8000015,77\n\
               1,3051,Tents,Exam,8f14e45f-ceea-467f-a0e6-000000000002,2021-02-03,Active,,77\n";
    let desk = Desk::with("trainings.csv", csv);
    let users = users(&desk, "trainings.csv");
    assert_eq!(users.len(), 2);
    assert_ne!(users[0]["person"], users[1]["person"]);
    assert!(users.iter().all(|u| u["email"].is_null() && u["name"].is_null()), "{users:?}");
}

/// What the catalog knows goes by the catalog's id and title; the file's words are kept beside them.
#[test]
fn known_skills_have_the_catalogs_name() {
    let desk = Desk::with("report.csv", report(&["Ada,B,a@x.example,1,Yes,No,Exam,exam az-104: administrator,,2021-02-13,,"]));
    let skill = users(&desk, "report.csv")[0]["skills"][0].clone();
    assert_eq!((&skill["id"], &skill["type"]), (&json!("AZ-104"), &json!("exam")));
    assert_eq!(
        (&skill["title"], &skill["title_as_printed"]),
        (&json!("Microsoft Azure Administrator"), &json!("exam az-104: administrator"))
    );
}

const ON_TEXT: &str = "\
Name          E-mail                 MCID     PMC  Partner Center  Skills  Competencies
Aïcha Benali  aicha@contoso.example  8000015  yes  no                 0/2  –
雷 李         lei@contoso.example    8000016  no   yes                1/1  Hiking

2 of 2 accounts
";

#[test]
fn the_table_for_people() {
    let desk = Desk::with("report.csv", two_people());
    assert_eq!(desk.print(&["users", "report.csv"]), ON_TEXT);
    let french = desk.print(&["users", "report.csv", "--lang", "fr"]);
    assert!(french.starts_with("Nom ") && french.contains("oui  non") && french.ends_with("2 comptes sur 2\n"), "{french}");
}

#[test]
fn the_csv_has_one_row_per_account() {
    let desk = Desk::with("report.csv", two_people());
    let csv = desk.print(&["users", "report.csv", "--format", "csv"]);
    let expected = "\u{feff}person,name,email,mcid,associated_pmc,associated_pc,skills_counting,skills,competencies\r\n\
                    p1,Aïcha Benali,aicha@contoso.example,8000015,yes,no,0,2,\r\n\
                    p2,雷 李,lei@contoso.example,8000016,no,yes,1,1,Hiking\r\n";
    assert_eq!(csv, expected);
    assert_eq!(desk.print(&["users", "report.csv", "--format", "csv", "--lang", "fr"]), csv, "for programs: the same in each language");
}

#[rstest]
#[case("", &["Aïcha Benali", "雷 李"])]
#[case("aicha", &["Aïcha Benali"])]
#[case("pc:no pmc:yes", &["Aïcha Benali"])]
#[case("-pc:no", &["雷 李"])]
#[case("-aicha", &["雷 李"])]
#[case("skill:tn-202", &["雷 李"])]
#[case("type:certification earned:2021", &["Aïcha Benali"])]
#[case("type:certification earned:2020", &[])]
#[case("\"camp leader\"", &["Aïcha Benali"])]
#[case("expires:never", &["Aïcha Benali", "雷 李"])]
#[case("mcid:8000016", &["雷 李"])]
#[case("nobody-of-that-name", &[])]
fn only_what_the_filter_lets_through(#[case] filter: &str, #[case] names: &[&str]) {
    let desk = Desk::with("report.csv", two_people());
    let found = desk.json(&["users", "report.csv", "--filter", filter]);
    let found: Vec<&str> = found["users"].as_array().unwrap().iter().map(|u| u["name"].as_str().unwrap()).collect();
    assert_eq!(found, names);
    let text = desk.print(&["users", "report.csv", &format!("--filter={filter}")]);
    assert!(text.ends_with(&format!("{} of 2 accounts\n", names.len())), "{text}");
}

#[test]
fn a_filter_counts_days_from_as_of() {
    let desk = Desk::with("report.csv", two_people());
    let expiring = |as_of: &str| desk.json(&["users", "report.csv", "--filter", "expires:<90d", "--as-of", as_of])["users"].clone();
    assert_eq!(expiring("2099-01-01").as_array().unwrap().len(), 1);
    assert_eq!(expiring("2098-01-01"), json!([]));
    assert_eq!(expiring("2099-03-15"), json!([]), "what has expired is not about to");
}

#[rstest]
#[case("pcc:no", "There is no field “pcc:”. Did you mean “pc:”?", "Vouliez-vous dire « pc: » ?")]
#[case("competancy:devops", "Did you mean “competency:”?", "Vouliez-vous dire « competence: » ?")]
#[case("pc:perhaps", "“pc:” does not take “perhaps”. For example: yes, no, unknown, both.", "« pc: » n’accepte pas « perhaps »")]
#[case("expires:soon", "“expires:” does not take “soon”", "« expire: » n’accepte pas « soon »")]
#[case("\"open", "A quotation mark is not closed.", "Un guillemet n’est pas refermé.")]
fn a_wrong_filter_is_named_with_what_is_valid(#[case] filter: &str, #[case] english: &str, #[case] french: &str) {
    let desk = Desk::with("report.csv", two_people());
    let message = desk.run(&["users", "report.csv", "--filter", filter]).failure();
    assert!(message.contains(english), "{message}");
    let message = desk.run(&["users", "report.csv", "--filter", filter, "--lang", "fr", "-o", "out.csv"]).failure();
    assert!(message.contains(french), "{message}");
    assert!(!desk.path("out.csv").exists(), "nothing is written");
}

/// Who holds it, and until when: a filter that asks for a skill is answered with that skill.
#[test]
fn a_filter_for_a_skill_prints_that_skill_and_its_dates() {
    let desk = Desk::with(
        "report.csv",
        report(&[
            "Ada,A,ada@x.example,8000001,Yes,Yes,Certification,Azure Administrator Associate,,2020-06-20,Cloud Platform (A),2021-06-20",
        ]),
    );
    for filter in ["skill:azure-administrator", "expires:2021", "type:certification"] {
        let csv = desk.print(&["users", "report.csv", "--format", "csv", "--filter", filter]);
        assert!(
            csv.contains(",found_skill,earned,expires\r\n") && csv.contains(",Azure Administrator Associate,2020-06-20,2021-06-20\r\n"),
            "{csv}"
        );
    }
    let text = desk.print(&["users", "report.csv", "--filter", "skill:azure-administrator"]);
    assert!(text.contains("Valid until") && text.contains("20 Jun 2021"), "{text}");
    assert!(!desk.print(&["users", "report.csv", "--format", "csv", "--filter", "ada"]).contains("found_skill"));
}
