//! `findings`: the JSON as other programs rely on it, the text, the filter, `--fail-on`, and what is entered.

use rstest::rstest;
use serde_json::{Value, json};

use super::support::{Desk, demo, fixture, keys, report, trainings};

/// Ana is a priority user, Bo is not associated, Cy has two MCIDs under one address, Di has no MCID.
fn four_people() -> String {
    report(&[
        "Ana,Roy,ana@contoso.example,8000001,Yes,No,Exam,Tents,TN-101,2021-02-13,Camping (Tents),",
        "Bo,Lim,bo@contoso.example,8000002,No,No,,,,,,",
        "Cy,Ode,cy@contoso.example,8000003,Yes,Yes,Exam,Tents,TN-101,2021-02-13,Camping (Tents),",
        "Cy,Ode,cy@contoso.example,8000004,Yes,Yes,Exam,Maps,TN-202,2021-02-13,Hiking,",
        "Di,Wu,di@contoso.example,N/A,Yes,Yes,Exam,Maps,TN-202,2021-02-14,Hiking,",
    ])
}

fn desk() -> Desk {
    Desk::with("skills-2021-05-19.csv", four_people())
}

const FILE: [&str; 4] = ["findings", "skills-2021-05-19.csv", "--as-of", "2021-05-19"];

fn all(desk: &Desk, more: &[&str]) -> Vec<Value> {
    desk.json(&[&FILE, more].concat())["findings"].as_array().unwrap().clone()
}

fn codes(findings: &[Value]) -> Vec<(&str, Option<&str>)> {
    findings.iter().map(|f| (f["code"].as_str().unwrap(), f["name"].as_str())).collect()
}

#[test]
fn the_json_of_findings() {
    let desk = desk();
    assert_eq!(keys(&desk.json(&FILE)), ["findings", "schema"]);
    let mut found = all(&desk, &[]);
    let expected = [
        ("pmc-only", Some("Ana Roy")),
        ("not-associated", Some("Bo Lim")),
        ("possible-duplicate", Some("Cy Ode")),
        ("possible-duplicate", Some("Cy Ode")),
        ("missing-mcid", Some("Di Wu")),
        ("no-skills", Some("Bo Lim")),
    ];
    assert_eq!(codes(&found), expected);
    for finding in &found {
        let expected =
            ["advice", "code", "confidence", "email", "evidence", "mcid", "message", "name", "others", "person", "severity", "skill"];
        assert_eq!(keys(finding), expected);
        assert!(finding["message"].as_str().is_some_and(|m| m.len() > 10) && finding["advice"].as_str().is_some_and(|a| a.len() > 5));
        for cell in finding["evidence"].as_array().unwrap() {
            assert_eq!(keys(cell), ["column", "path", "row", "sheet"]);
        }
    }
    let cell = |row: u32, index: usize, header: &str| json!({"path": "skills-2021-05-19.csv", "sheet": null, "row": row, "column": {"index": index, "header": header}});
    let first = found.first_mut().unwrap();
    assert_eq!(
        first["message"].take(),
        "One skill is associated in the old portal (PMC) alone. What only PMC has counts for six months after \
                                          your company's move to Partner Center; the day of the move is not known."
    );
    let advice = first["advice"].take();
    assert!(advice.as_str().unwrap().starts_with("Ask Ana Roy to associate both"), "{advice}");
    let relevant = "Relevant for Competencies (Option) or Programs";
    assert_eq!(
        *first,
        json!({
            "code": "pmc-only", "severity": "urgent", "person": "p1", "email": "ana@contoso.example", "mcid": "8000001", "name": "Ana Roy",
            "skill": null, "confidence": null, "others": [], "message": null, "advice": null,
            "evidence": [cell(2, 4, "Associated to PMC"), cell(2, 5, "Associated to PC"), cell(2, 10, relevant)],
        })
    );
    assert_eq!(found[2]["confidence"], "certain");
    assert_eq!(found[2]["others"], json!([{"email": "cy@contoso.example", "mcid": "8000004"}]));
    assert_eq!(found[3]["others"], json!([{"email": "cy@contoso.example", "mcid": "8000003"}]));
    assert_eq!((&found[4]["mcid"], &found[4]["severity"]), (&Value::Null, &json!("warning")));
}

#[test]
fn a_finding_about_a_skill_names_it() {
    let row = "Ana,Roy,ana@contoso.example,8000001,Yes,Yes,Certification,,azure-administrator-associate,2019-01-13,Camping,2021-01-13";
    let desk = Desk::with("skills-2021-05-19.csv", report(&[row]));
    let found = all(&desk, &[]);
    assert_eq!(codes(&found), [("expired", Some("Ana Roy"))]);
    let title = "Microsoft Certified: Azure Administrator Associate";
    assert_eq!(found[0]["skill"], json!({"type": "certification", "id": "azure-administrator-associate", "title": title}));
    assert!(found[0]["message"].as_str().unwrap().contains("13 Jan 2021"));
}

#[test]
fn what_concerns_the_whole_file_names_nobody() {
    let desk = Desk::with("skills-2021-05-19.csv", report(&["Bo,Lim,bo@contoso.example,8000002,No,No,,,,,,"]));
    let found = all(&desk, &["--report-date", "2021-04-01"]);
    let of_file: Vec<&Value> = found.iter().filter(|f| f["name"].is_null()).collect();
    assert_eq!(of_file.iter().map(|f| f["code"].as_str().unwrap()).collect::<Vec<_>>(), ["nobody-associated", "report-old"]);
    for finding in of_file {
        assert_eq!(
            (&finding["person"], &finding["email"], &finding["mcid"], &finding["skill"]),
            (&Value::Null, &Value::Null, &Value::Null, &Value::Null)
        );
    }
    let filtered = all(&desk, &["--report-date", "2021-04-01", "--filter", "bo"]);
    assert_eq!(codes(&filtered), [("not-associated", Some("Bo Lim")), ("no-skills", Some("Bo Lim"))]);
}

#[test]
fn a_filter_leaves_the_others_out() {
    let desk = desk();
    assert_eq!(codes(&all(&desk, &["--filter", "mcid:none"])), [("missing-mcid", Some("Di Wu"))]);
    assert_eq!(all(&desk, &["--filter", "nobody-at-all-of-this-name"]), Vec::<Value>::new());
    let wrong = desk.run(&[&FILE[..], &["--filter", "colour:red"]].concat()).failure();
    assert!(wrong.contains("colour"), "{wrong}");
}

/// The filter asks for what is found, for the findings and for the users alike.
#[rstest]
#[case("problem:pmc-only", 1)]
#[case("probleme:pmc-seulement", 1)]
#[case("severity:urgent", 1)]
#[case("problem:any -problem:pmc-only", 4)]
fn a_filter_asks_for_what_is_found(#[case] filter: &str, #[case] accounts: usize) {
    let desk = desk();
    let mut named: Vec<Value> = all(&desk, &["--filter", filter]).iter().map(|f| f["name"].clone()).collect();
    named.dedup();
    let mut arguments = FILE.to_vec();
    arguments[0] = "users";
    let users = desk.json(&[&arguments[..], &["--filter", filter]].concat());
    let listed: Vec<Value> = users["users"].as_array().unwrap().iter().map(|u| u["name"].clone()).collect();
    assert_eq!(listed.len(), accounts, "{users}");
    assert!(named.iter().all(|name| listed.contains(name)) && listed.iter().all(|name| named.contains(name)));
}

/// Who was found by one kind is not looked at for the others; what is about no account is meant when findings alone are asked
/// for.
#[rstest]
#[case("severity:urgent", &["pmc-only"])]
#[case("problem:pmc-only pc:no", &["pmc-only"])]
#[case("problem:report-old", &["report-old"])]
#[case("problem:report-old pc:no", &[])]
fn a_filter_for_findings_leaves_the_other_kinds_out(#[case] filter: &str, #[case] expected: &[&str]) {
    let mut arguments = FILE.to_vec();
    arguments.extend(["--report-date", "2021-03-01", "--filter", filter]);
    let found = desk().json(&arguments)["findings"].as_array().unwrap().clone();
    let mut codes: Vec<&str> = found.iter().map(|f| f["code"].as_str().unwrap()).collect();
    codes.dedup();
    assert_eq!(codes, expected);
}

#[rstest]
#[case("urgent", "", 1)]
#[case("warning", "", 1)]
#[case("urgent", "-pmc:yes", 0)]
#[case("warning", "-pmc:yes", 1)]
#[case("warning", "mcid:8000009", 0)]
fn fail_on_ends_with_one(#[case] severity: &str, #[case] filter: &str, #[case] code: i32) {
    let ran = desk().run(&[&FILE[..], &["--fail-on", severity, "--filter", filter]].concat());
    assert_eq!((ran.code, ran.err.as_str()), (code, ""));
    assert!(!ran.out.is_empty(), "they are printed all the same");
    let wrong = desk().run(&[&FILE[..], &["--fail-on", "info"]].concat()).failure();
    assert!(wrong.contains("urgent"), "{wrong}");
}

#[rstest]
#[case("en", "Only in the old portal (PMC) (1)", "What to do: Ask Ana Roy", "Maybe one person, two MCIDs (2)", "each of them")]
#[case(
    "fr",
    "Seulement dans l’ancien portail (PMC) (1)",
    "Que faire : Demandez à Ana Roy",
    "Peut-être une seule personne, deux MCID (2)",
    "chacune de ces personnes"
)]
fn the_text_has_words_and_no_codes(#[case] lang: &str, #[case] first: &str, #[case] advice: &str, #[case] pair: &str, #[case] each: &str) {
    let out = desk().print(&[&FILE[..], &["--lang", lang]].concat());
    for said in [first, advice, pair, each, "ana@contoso.example · 8000001", "R7, T5"] {
        assert!(out.contains(said), "{said} in {out}");
    }
    assert!(!out.contains("pmc-only") && !out.contains("not-associated"), "{out}");
}

#[test]
fn rules_without_their_columns_are_said() {
    let row = "4411001,1,Tents,Exam,Ana,Roy,ana@home.example,ana@contoso.example,2021-05-01,,Active,2021-05-01,1,8000001,4411002,Contoso,Lyon,France";
    let desk = Desk::with("trainings.csv", trainings(&[row]));
    let out = desk.print(&["findings", "trainings.csv", "--as-of", "2021-05-19", "--report-date", "2021-05-19"]);
    assert!(out.contains("Not looked for:") && out.contains("Only in the old portal (PMC): the file has no column “"), "{out}");
    assert!(out.contains("The period is short (1)"), "{out}");
}

#[test]
fn nothing_found_is_said() {
    let row = "Ana,Roy,ana@contoso.example,8000001,Yes,Yes,Exam,Tents,TN-101,2021-02-13,Camping (Tents),";
    let desk = Desk::with("skills-2021-05-19.csv", report(&[row]));
    assert!(
        desk.print(&FILE).starts_with("Nothing to settle was found.\n\nNot looked for:\n  On your list, not in the report: no staff list")
    );
    desk.put("staff.csv", "E-mail\nana@contoso.example\n");
    assert_eq!(desk.print(&[&FILE[..], &["staff.csv"]].concat()), "Nothing to settle was found.\n");
    assert_eq!(all(&desk, &[]), Vec::<Value>::new());
}

#[test]
fn csv_has_a_row_for_each() {
    let out = desk().print(&[&FILE[..], &["--format", "csv"]].concat());
    let lines: Vec<&str> = out.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines.len(), 7);
    assert!(lines[0].starts_with("code,severity,finding,person,name,email,mcid,"), "{}", lines[0]);
    assert!(lines[1].contains("Only in the old portal (PMC)") && lines[3].contains("cy@contoso.example 8000004"), "{out}");
}

/// What was entered is taken into account: who is two people, and when the company moved.
#[test]
fn what_was_entered_settles_findings() {
    let desk = desk();
    let set = ["--set", "not-same=8000003,8000004", "--set", "moved=2021-03-01"];
    desk.run(&[&["entered", "skills-2021-05-19.csv", "--as-of", "2021-05-19"][..], &set].concat()).fine();
    let found = all(&desk, &[]);
    assert!(codes(&found).iter().all(|(code, _)| *code != "possible-duplicate"), "R14");
    assert!(found[0]["message"].as_str().unwrap().contains("until 1 Sep 2021 (105 more days)"), "R7: {}", found[0]["message"]);
}

/// A history among the files proves what is held, by its own row.
#[test]
fn an_anniversary_is_proven_by_the_history() {
    let desk = desk();
    desk.put("history.tsv", "CompetencyName\tCompetencyLevel\tCompetencyStatus\tCompetencyStartDate\tCompetencyEndDate\nDevOps\tGold\tActive\t2020-07-19\t2021-07-18\n");
    let args = ["findings", "skills-2021-05-19.csv", "history.tsv", "--as-of", "2021-05-19"];
    let found = desk.json(&args)["findings"].as_array().unwrap().clone();
    let near = found.iter().find(|f| f["code"] == "anniversary-near").unwrap();
    assert_eq!(near["evidence"], json!([{"path": "history.tsv", "sheet": null, "row": 2, "column": null}]), "R11");
    assert!(near["message"].as_str().unwrap().starts_with("DevOps › Gold: 60 days"), "{}", near["message"]);
}

/// Summary and users count the same as findings tell, also of a large report.
#[test]
fn summary_and_users_agree_with_the_findings() {
    let desk = Desk::new();
    for (file, day) in [
        (demo("skills-2021-05-19.en.xlsx"), "2021-05-19"),
        (fixture("findings/fr-2021-11-03.csv").to_string_lossy().into_owned(), "2021-11-03"),
    ] {
        let json = |command: &str| desk.json(&[command, &file, "--as-of", day]);
        let findings = json("findings")["findings"].as_array().unwrap().clone();
        let mut counts = std::collections::BTreeMap::<String, usize>::new();
        findings.iter().for_each(|f| *counts.entry(f["code"].as_str().unwrap().to_owned()).or_default() += 1);
        assert_eq!(json("summary")["findings"], json!(counts));
        for user in json("users")["users"].as_array().unwrap() {
            let of_user = |f: &&Value| f["email"] == user["email"] && f["mcid"] == user["mcid"] && f["name"] == user["name"];
            let mut codes: Vec<&Value> = findings.iter().filter(of_user).map(|f| &f["code"]).collect();
            codes.dedup();
            assert_eq!(user["findings"], json!(codes), "{}", user["name"]);
        }
    }
}

#[test]
fn a_summary_names_what_is_to_be_settled() {
    let out = desk().print(&["summary", "skills-2021-05-19.csv", "--as-of", "2021-05-19"]);
    assert!(out.contains("To settle") && out.contains("Maybe one person, two MCIDs: 2"), "{out}");
    assert!(!out.contains("No skills: "), "what is only good to know is not to be settled: {out}");
}
