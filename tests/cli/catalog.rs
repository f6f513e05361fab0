//! `catalog`: the rules there are, one of them whole, and the check of a user's own.

use rstest::rstest;
use serde_json::Value;

use super::support::{Desk, keys, two_people};

/// A user's rules for a competency of which none are known.
const OWN: &str = r#"[[competency]]
id = "security"

[[competency.option]]
id = "mine"
name = "Our option"
valid_from = 2021-01-01
valid_to = 2021-12-31

[[competency.option.level]]
level = "gold"

[[competency.option.level.requirements]]
count = 4
any_of = ["AZ-500", "MS-500"]

[[competency.option.level.requirements]]
count = 2
people = "subset_of:r1"
relevant_for = "security"
"#;

fn entries(json: &Value) -> &Vec<Value> {
    json["entries"].as_array().unwrap()
}

/// The entry of the list for an id and an option or version.
fn entry<'j>(json: &'j Value, id: &str, rules: &str) -> &'j Value {
    let is_it = |e: &&Value| e["id"] == id && (e["option"] == rules || e["rules"]["id"] == rules);
    entries(json).iter().find(is_it).unwrap_or_else(|| panic!("{id} {rules} in {json}"))
}

#[test]
fn the_list_names_all_rules_with_their_dates_and_sources() {
    let desk = Desk::new();
    let list = desk.json(&["catalog", "list", "--as-of", "2026-09-15"]);
    assert_eq!((&list["schema"], &list["as_of"]), (&Value::from(1), &Value::from("2026-09-15")));
    assert_eq!(entries(&list).len(), 13 + 28 + 1, "versions, options, and one competency without");
    let one = entry(&list, "data-ai", "2026-07");
    assert_eq!(keys(one), ["entered", "id", "name", "option", "programme", "rules", "sources", "state"]);
    assert_eq!(keys(&one["rules"]), ["confidence", "historic", "id", "valid_from", "valid_to"]);
    assert_eq!((&one["rules"]["valid_from"], &one["rules"]["valid_to"]), (&Value::from("2026-07-01"), &Value::Null));
    assert_eq!((one["state"].as_str(), one["rules"]["historic"].as_bool()), (Some("in-force"), Some(false)));
    let old = entry(&list, "cloud-platform", "azure-consumption");
    assert_eq!((old["state"].as_str(), old["rules"]["historic"].as_bool()), (Some("historic"), Some(true)));
    let unknown = entries(&list).iter().find(|e| e["state"] == "not-known").unwrap();
    assert_eq!((&unknown["id"], &unknown["programme"], &unknown["rules"]), (&"security".into(), &"competencies".into(), &Value::Null));
}

/// Which rules hold is told by the date, in every format and language.
#[rstest]
#[case("2026-09-15", "2026-07", "in-force", "in force", "en vigueur")]
#[case("2025-03-01", "2023-10", "last-known", "last known", "dernières connues")]
#[case("2023-07-01", "2023-10", "in-force", "in force", "en vigueur")]
#[case("2022-11-01", "2023-10", "not-on-this-day", "not on this day", "pas ce jour-là")]
fn rules_are_chosen_by_date(#[case] day: &str, #[case] version: &str, #[case] state: &str, #[case] english: &str, #[case] french: &str) {
    let desk = Desk::new();
    let list = desk.json(&["catalog", "list", "--as-of", day]);
    assert_eq!(entry(&list, "data-ai", version)["state"], state);
    for (lang, word) in [("en", english), ("fr", french)] {
        let text = desk.print(&["catalog", "list", "--as-of", day, "--lang", lang]);
        let line = text.lines().find(|l| l.starts_with("data-ai ") && l.contains(version)).unwrap();
        assert!(line.contains(word), "{line}");
    }
    let csv = desk.print(&["catalog", "list", "--as-of", day, "--format", "csv"]);
    assert!(csv.starts_with("\u{feff}programme,id,option,name,rules,valid_from,valid_to,state,confidence,entered,sources\r\n"), "{csv}");
    let line = csv.lines().find(|l| l.starts_with("designations,data-ai,") && l.contains(version)).unwrap();
    assert!(line.contains(state), "{line}");
}

#[test]
fn a_competency_of_its_own_time() {
    let list = Desk::new().json(&["catalog", "list", "--as-of", "2021-05-19"]);
    assert_eq!(entry(&list, "cloud-business-applications", "pci-customer-engagement")["state"], "in-force");
    assert_eq!(entry(&list, "cloud-platform", "azure-consumption")["state"], "last-known", "proven up to 2018 only");
    let list = Desk::new().json(&["catalog", "list", "--as-of", "2018-05-01"]);
    assert_eq!(entry(&list, "cloud-platform", "azure-consumption")["state"], "in-force");
}

#[test]
fn a_designation_is_shown_whole_in_words() {
    let desk = Desk::new();
    let text = desk.print(&["catalog", "show", "data-ai", "--as-of", "2026-09-15"]);
    for part in [
        "Solutions Partner for Data & AI (Azure) (designation data-ai)",
        "Version 2023-10 · proven from 13 Jun 2023 to 23 Oct 2023 · confidence: high · according to KV-AZURE",
        "Version 2026-07 · proven from 1 Jul 2026",
        "▶ In force on 15 Sep 2026.",
        "Intermediate certifications, SMB: 40 points at most",
        "4 points for every person of the scored step, 8 people make the maximum",
        "Step 1, a gate: 2 different people with one of",
        "Step 1, a gate: one person, 4 points once it is met, with one of",
        "Azure Administrator Associate (azure-administrator-associate)",
        "Azure Data Scientist Associate (azure-data-scientist-associate) · counts until 1 Jun 2027",
        "\nSources\n  DOSS-A\n    Partner-programme dossier",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    let french = desk.print(&["catalog", "show", "data-ai/2026-07", "--as-of", "2025-01-01", "--lang", "fr"]);
    assert!(french.contains("Étape 1, préalable : 2 personnes différentes") && !french.contains("2023-10"), "{french}");
}

#[test]
fn what_is_used_beyond_its_proof_is_marked() {
    let desk = Desk::new();
    let text = desk.print(&["catalog", "show", "infrastructure", "--as-of", "2025-03-01"]);
    assert!(text.contains("▶ Used for 1 Mar 2025 as the last known rules. They are proven up to 23 Oct 2023 only."), "{text}");
    let text = desk.print(&["catalog", "show", "infrastructure", "--as-of", "2022-11-01"]);
    assert!(
        text.contains("Nothing is known for 1 Nov 2022: the first rules are proven from 13 Jun 2023.") && !text.contains('▶'),
        "{text}"
    );
    let text = desk.print(&["catalog", "show", "infrastructure", "--as-of", "2021-05-19"]);
    assert!(text.contains("The designations began on 3 Oct 2022: on 19 May 2021 there were none."), "{text}");
    let text = desk.print(&["catalog", "show", "devops", "--as-of", "2026-09-15", "--lang", "fr"]);
    assert!(text.contains("Les compétences ont pris fin le 30 sept. 2022 : ces règles sont historiques."), "{text}");
}

#[test]
fn a_competency_is_shown_whole_in_words() {
    let desk = Desk::new();
    let text = desk.print(&["catalog", "show", "cloud-customer-relationship-management", "--as-of", "2018-05-01"]);
    for part in [
        "Option Cloud CRM Reseller (cloud-crm-reseller), rules mpn-2018",
        "\n    Silver\n      r1: one person\n        with one of each of these groups\n          - MB2-714, MB2-713,",
        "r2: 2 different people, others than those of r1",
        "Besides people (no report tells it): net new cloud revenue, 12 months: USD 300,000",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    let text = desk.print(&["catalog", "show", "devops/devops-partner"]);
    assert!(text.contains("r2: one person out of those of r1"), "{text}");
    let text = desk.print(&["catalog", "show", "data-analytics"]);
    assert!(text.contains("Left open: whether both people need the same area is not stated"), "{text}");
    let text = desk.print(&["catalog", "show", "cloud-business-applications"]);
    assert!(text.contains("Judged by points: Silver from 60, Gold from 80, of 100."), "{text}");
    assert!(text.contains("functional-consultants: 15 points; all of them with 15 people (developing markets: 5)"), "{text}");
    assert!(text.contains("(MB-200) · counts until 31 Dec 2021"), "{text}");
}

/// Nothing is invented: what was not found is said.
#[test]
fn what_is_not_known_is_said() {
    let desk = Desk::new();
    let text = desk.print(&["catalog", "show", "security"]);
    assert!(text.contains("(designation security)") && text.contains("(competency security)"), "the name of both: {text}");
    assert!(text.contains("Its requirements are not known, so none are shown."), "{text}");
    let text = desk.print(&["catalog", "show", "enterprise-resource-planning"]);
    assert!(text.contains("Silver: requirements not known.") && text.contains("Gold\n      asks for no people"), "{text}");
    let json = desk.json(&["catalog", "show", "enterprise-resource-planning"]);
    let levels = json["entries"][0]["options"][0]["levels"].as_array().unwrap();
    assert_eq!(levels.iter().map(|l| &l["level"]).collect::<Vec<_>>(), ["gold"]);
}

#[test]
fn one_entry_for_programs() {
    let desk = Desk::new();
    let json = desk.json(&["catalog", "show", "data-ai/2026-07", "--as-of", "2026-09-15"]);
    assert_eq!((&json["schema"], entries(&json).len()), (&Value::from(1), 1));
    let version = &json["entries"][0]["versions"][0];
    assert_eq!((&version["rules"]["id"], &version["state"]), (&"2026-07".into(), &"in-force".into()));
    let smb = &version["metrics"][1];
    assert_eq!((&smb["track"], smb["points_per_person"].as_f64(), &smb["people_for_max"]), (&"smb".into(), Some(4.0), &8.into()));
    assert_eq!(smb["steps"][0]["any_of"][0]["title"], "Azure Administrator Associate");
    assert_eq!(json["sources"][0]["key"], "PCS26");
    let json = desk.json(&["catalog", "show", "devops"]);
    let requirement = &json["entries"][0]["options"][0]["levels"][0]["requirements"][1];
    assert_eq!((&requirement["people"], &requirement["count"]), (&"subset_of:r1".into(), &1.into()));
    assert_eq!(requirement["any_of"][0], "70-497");
    let csv = desk.print(&["catalog", "show", "devops", "--format", "csv", "--as-of", "2018-05-01"]);
    assert!(csv.contains("competencies,devops,devops-partner,silver,r1,people,2,any,70-496 & 70-498,,in-force"), "{csv}");
    let csv = desk.print(&["catalog", "show", "data-ai/2026-07", "--format", "csv", "--as-of", "2026-09-15"]);
    assert!(csv.contains("designations,data-ai,2026-07,intermediate smb,1,gate,1,,azure-administrator-associate,4,in-force"), "{csv}");
}

#[rstest]
#[case("data-ia", "There is no competency and no designation “data-ia”. Did you mean “data-ai”?", "Vouliez-vous dire « data-ai » ?")]
#[case("xyz", "There is no competency and no designation “xyz”. “skilldeck catalog list”", "ni compétence ni désignation « xyz »")]
#[case("data-ai/2027", "has no option and no version “2027”. There are: 2023-10, 2026-07.", "Il y a : 2023-10, 2026-07.")]
fn an_unknown_name_is_answered_with_the_nearest(#[case] id: &str, #[case] english: &str, #[case] french: &str) {
    let desk = Desk::new();
    let message = desk.run(&["catalog", "show", id]).failure();
    assert!(message.contains(english), "{message}");
    let message = desk.run(&["catalog", "show", id, "--lang", "fr"]).failure();
    assert!(message.contains(french), "{message}");
}

#[rstest]
#[case("Cloud Platform")]
#[case("CLOUD-PLATFORM")]
fn a_name_does_as_well(#[case] name: &str) {
    assert!(Desk::new().print(&["catalog", "show", name]).starts_with("Cloud Platform (competency cloud-platform)"));
}

#[test]
fn a_right_file_is_fine() {
    let desk = Desk::with("own.toml", OWN);
    assert_eq!(desk.print(&["catalog", "check", "own.toml"]), "own.toml: no errors; one competency, 0 designations\n");
    let json = desk.json(&["catalog", "check", "own.toml"]);
    assert_eq!(keys(&json), ["files", "schema"]);
    assert_eq!(keys(&json["files"][0]), ["competencies", "designations", "errors", "path", "problems", "warnings"]);
}

/// Every mistake with file, line and key, in every format; exit code 2 and one line for each file that cannot be used.
#[test]
fn mistakes_are_named_by_file_line_and_key() {
    let desk = Desk::with("own.toml", OWN);
    desk.put("wrong.toml", OWN.replace("AZ-500", "AZ-5000").replace("2021-12-31", "2020-12-31").replace("relevant_for", "relevant_to"));
    let ran = desk.run(&["catalog", "check", "own.toml", "wrong.toml"]);
    assert_eq!((ran.code, ran.err.as_str()), (2, "skilldeck: wrong.toml: 3 errors. Put them right, then check again.\n"));
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines[0], "own.toml: no errors; one competency, 0 designations");
    assert_eq!(
        lines[1],
        "wrong.toml:8: error: competency[security].option[mine].valid_to: it begins on 1 Jan 2021 and ends before that, on 31 Dec 2020"
    );
    let key = "competency[security].option[mine].level[gold].requirements[1].any_of";
    let credential = "there is no exam, certification or assessment “AZ-5000”. Did you mean “AZ-500”?";
    assert_eq!(lines[2], format!("wrong.toml:15: error: {key}: {credential}"));
    assert!(lines[3].starts_with("wrong.toml:17: error: ") && lines[3].ends_with("nothing is asked for here"), "{}", lines[3]);
    let warning = "this key is not known and has no effect. Did you mean “relevant_for”?";
    assert!(lines[4].starts_with("wrong.toml:20: warning: ") && lines[4].ends_with(warning), "{}", lines[4]);
    assert_eq!(lines[5], "wrong.toml: 3 errors, one warning; one competency, 0 designations");

    let ran = desk.run(&["catalog", "check", "wrong.toml", "--format", "json"]);
    let json: Value = serde_json::from_str(&ran.out).unwrap();
    let problem = &json["files"][0]["problems"][1];
    assert_eq!(keys(problem), ["code", "key", "line", "message", "severity"]);
    assert_eq!((&problem["code"], &problem["line"], &problem["key"]), (&"unknown-id".into(), &15.into(), &key.into()));
    assert_eq!((ran.code, &json["files"][0]["errors"], &json["files"][0]["warnings"]), (2, &3.into(), &1.into()));

    let ran = desk.run(&["catalog", "check", "wrong.toml", "--format", "csv", "-o", "problems.csv"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(desk.text_of("problems.csv").contains(&format!("wrong.toml,15,{key},error,unknown-id,")));

    let ran = desk.run(&["catalog", "check", "wrong.toml", "--lang", "fr"]);
    assert!(ran.out.contains("wrong.toml:8: erreur: ") && ran.out.contains("Vouliez-vous dire « AZ-500 » ?"), "{}", ran.out);
    assert!(ran.err.contains("3 erreurs. Corrigez-les"), "{}", ran.err);
}

#[rstest]
#[case("gone.toml", "gone.toml: error: there is no such file")]
#[case("empty", "empty: error: there is no .toml file in this folder")]
#[case("broken.toml", "broken.toml:2: error: this is not TOML: ")]
#[case("latin1.toml", "latin1.toml:1: error: the text is not UTF-8")]
fn files_that_cannot_be_read(#[case] name: &str, #[case] said: &str) {
    let desk = Desk::with("broken.toml", "schema = 1\n[[competency]\n");
    desk.put("latin1.toml", b"# \xe9t\xe9\n");
    desk.put("empty/notes.txt", "no rules");
    let ran = desk.run(&["catalog", "check", name]);
    assert!(ran.code == 2 && ran.out.starts_with(said), "{ran:?}");
}

/// A folder is checked file by file, and one may build on the other.
#[test]
fn a_folder_is_checked_whole() {
    let desk = Desk::with("rules/a.toml", "[[competency]]\nid = \"hiking\"\nname = \"Hiking\"\n");
    desk.put("rules/b.toml", OWN.replace("id = \"security\"", "id = \"hiking\""));
    let text = desk.print(&["catalog", "check", "rules"]);
    let path = |name: &str| std::path::Path::new("rules").join(name).display().to_string();
    assert!(text.contains(&path("a.toml")) && text.contains(&format!("{}: no errors", path("b.toml"))), "{text}");
    assert_eq!(desk.run(&["catalog", "check", "rules/b.toml"]).code, 2, "alone it has no name for the competency");
}

/// A user's own rules are used where they are named: on the command line, or in the config file.
#[test]
fn own_rules_are_added() {
    let desk = Desk::with("own.toml", OWN);
    let args = ["catalog", "show", "security/mine", "--as-of", "2021-05-19"];
    let text = desk.print(&[&args[..], &["--catalog", "own.toml"]].concat());
    for part in [
        "Option Our option (mine), rules own · from 1 Jan 2021 to 31 Dec 2021 · confidence: medium · according to own.toml",
        "▶ In force on 19 May 2021.",
        "entered by you: what comes of it depends on what you entered",
        "r2: 2 different people out of those of r1\n        with a skill that the report marks as relevant for security",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    let beside_the_config = desk.config().with_file_name("rules").join("own.toml");
    std::fs::create_dir(beside_the_config.parent().unwrap()).unwrap();
    std::fs::write(&beside_the_config, OWN).unwrap();
    desk.configure("catalog = \"rules\"\n");
    let text = desk.print(&args);
    assert!(text.contains("▶ In force on 19 May 2021.") && text.contains(&beside_the_config.display().to_string()), "{text}");
    let list = desk.json(&["catalog", "list", "--as-of", "2021-05-19"]);
    let own = entry(&list, "security", "mine");
    assert_eq!((&own["entered"], &own["rules"]["historic"]), (&Value::Bool(true), &Value::Bool(false)));
}

/// The last file has the last word; what the config file names comes first.
#[test]
fn the_command_line_goes_before_the_config_file() {
    let desk = Desk::with("own.toml", OWN.replace("Our option", "From the command line"));
    std::fs::write(desk.config().with_file_name("own.toml"), OWN).unwrap();
    desk.configure("catalog = \"own.toml\"\n");
    let name =
        |args: &[&str]| desk.json(&[&["catalog", "show", "security/mine"], args].concat())["entries"][0]["options"][0]["name"].clone();
    assert_eq!(name(&[]), "Our option");
    assert_eq!(name(&["--catalog", "own.toml"]), "From the command line");
}

/// Rules that cannot be used are refused in one line with the first mistake; the rest is named by the check.
#[test]
fn own_rules_with_mistakes_are_refused() {
    let desk = Desk::with("own.toml", OWN.replace("count = 4", "count = 0").replace("AZ-500", "AZ-5000"));
    let message = desk.run(&["catalog", "list", "--catalog", "own.toml"]).failure();
    assert!(message.starts_with("own.toml:14: competency[security].option[mine]") && message.contains("0 is too small"), "{message}");
    assert!(message.contains("(and 2 more)") && message.ends_with("“skilldeck catalog check” names everything."), "{message}");
    desk.put("report.csv", two_people());
    let message = desk.run(&["report.csv", "--catalog", "own.toml", "--lang", "fr"]).failure();
    assert!(message.starts_with("own.toml:14: ") && message.contains("0 est trop petit"), "{message}");
}

#[test]
fn warnings_are_said_unless_told_otherwise() {
    let desk = Desk::with("own.toml", OWN.replace("name =", "nam ="));
    let ran = desk.run(&["catalog", "list", "--catalog", "own.toml"]);
    assert!(ran.code == 0 && ran.err.contains("own.toml:6: ") && ran.err.contains("Did you mean “name”?"), "{ran:?}");
    desk.print(&["catalog", "list", "--catalog", "own.toml", "--quiet"]);
}

/// A file with weak evidence is listed, and never shown as a fact.
#[test]
fn weak_evidence_is_never_shown_as_a_fact() {
    let desk = Desk::with("own.toml", OWN.replace("name = \"Our option\"", "confidence = \"low\""));
    let args = ["--catalog", "own.toml", "--as-of", "2021-05-19", "--quiet"];
    let text = desk.print(&[&["catalog", "show", "security/mine"], &args[..]].concat());
    assert!(text.contains("never used as a fact") && !text.contains("AZ-500"), "{text}");
    let json = desk.json(&[&["catalog", "show", "security/mine"], &args[..]].concat());
    let option = &json["entries"][0]["options"][0];
    assert_eq!((&option["state"], &option["levels"]), (&"unused".into(), &Value::Null));
    let csv = desk.print(&[&["catalog", "show", "security/mine", "--format", "csv"], &args[..]].concat());
    assert!(!csv.contains("AZ-500"), "{csv}");
}

#[rstest]
#[case("catalog", "list, show, check")]
#[case("catalog show", "ID")]
#[case("catalog check", "FILE")]
#[case("catalog lst", "“list”")]
fn wrong_usage_is_explained(#[case] line: &str, #[case] said: &str) {
    let message = Desk::new().run(&line.split(' ').collect::<Vec<_>>()).failure();
    assert!(message.contains(said) && message.ends_with("See “skilldeck --help”."), "{message}");
}

#[rstest]
#[case(&["catalog"], "Print the rules of competencies", "Afficher les règles des compétences")]
#[case(&["catalog", "list"], "Print which rules there are", "Afficher quelles règles existent")]
#[case(&["catalog", "show"], "Print everything about", "Afficher tout ce qui concerne")]
#[case(&["catalog", "check"], "Check files with rules", "Vérifier des fichiers de règles")]
fn each_part_has_help_of_its_own(#[case] command: &[&str], #[case] english: &str, #[case] french: &str) {
    let desk = Desk::new();
    let help = desk.print(&[command, &["--help"]].concat());
    assert!(help.starts_with(english) && help.contains(&format!("Usage: skilldeck {}", command.join(" "))), "{help}");
    assert!(desk.print(&[command, &["--help", "--lang", "fr"]].concat()).starts_with(french));
}
