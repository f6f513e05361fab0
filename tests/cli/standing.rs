//! `standing`: the JSON as other programs rely on it, cases that can be counted by hand, pages in both languages, errors.

use rstest::rstest;
use serde_json::{Value, json};

use super::support::{Desk, demo, keys, report};

fn row(name: &str, pc: &str, kind: &str, id: &str, earned: &str, expires: &str) -> String {
    format!("{name},Roy,{}@x.example,,,{pc},{kind},,{id},{earned},,{expires}", name.to_lowercase())
}

/// Data & AI, SMB, by hand: Ana opens the first gate and Bo the second, 4 points each; of step 3 only Cy counts, (40 − 8) / 8
/// = 4 points; Di is not associated, Ed's certificate has ended. Together 12.
fn five_people() -> String {
    let rows = [
        row("Ana", "Yes", "Certification", "azure-administrator-associate", "2026-02-03", "2027-02-03"),
        row("Bo", "Yes", "Certification", "azure-solutions-architect-expert", "2026-05-01", "2027-05-01"),
        row("Cy", "Yes", "Certification", "fabric-data-engineer-associate", "2026-03-01", "2027-03-01"),
        row("Di", "No", "Certification", "fabric-data-engineer-associate", "2026-03-01", "2027-03-01"),
        row("Ed", "Yes", "Certification", "fabric-analytics-engineer-associate", "2025-03-01", "2026-03-01"),
    ];
    report(&rows.each_ref().map(String::as_str))
}

/// Cloud Platform, Azure Consumption, by hand: Ana and Bo hold one of the exams; Cy holds one and is not associated.
fn three_people() -> String {
    let rows = [
        row("Ana", "Yes", "Exam", "70-533", "2018-01-05", ""),
        row("Bo", "Yes", "Exam", "70-532", "2018-01-05", ""),
        row("Cy", "No", "Exam", "70-535", "2018-01-05", ""),
    ];
    report(&rows.each_ref().map(String::as_str))
}

fn entries(json: &Value) -> &Vec<Value> {
    json["entries"].as_array().unwrap()
}

fn names(people: &Value) -> Vec<&str> {
    people.as_array().unwrap().iter().map(|who| who["name"].as_str().unwrap()).collect()
}

#[track_caller]
fn find<'j>(json: &'j Value, wanted: &[(&str, &str)]) -> &'j Value {
    let is_it = |e: &&Value| wanted.iter().all(|(key, value)| e[*key] == *value);
    entries(json).iter().find(is_it).unwrap_or_else(|| panic!("{wanted:?} in {json}"))
}

#[test]
fn a_designation_worked_by_hand() {
    let desk = Desk::with("report.csv", five_people());
    let all = desk.json(&["standing", "report.csv", "--as-of", "2026-09-15"]);
    assert_eq!(keys(&all), ["as_of", "entries", "schema"]);
    assert_eq!((&all["schema"], &all["as_of"]), (&json!(1), &json!("2026-09-15")));
    let data = find(&all, &[("id", "data-ai"), ("track", "smb")]);
    let expected = ["gates_met", "id", "max_points", "metric", "name", "notes", "points", "portal", "programme", "rules", "steps", "track"];
    assert_eq!(keys(data), expected);
    assert_eq!(keys(&data["rules"]), ["confidence", "historic", "id", "valid_from", "valid_to"]);
    assert_eq!(keys(&data["notes"][0]), ["code", "message"]);
    assert_eq!((&data["programme"], &data["metric"]), (&json!("designations"), &json!("intermediate")));
    assert_eq!((&data["points"], &data["max_points"], &data["gates_met"]), (&json!(12.0), &json!(40.0), &json!(true)));
    let steps = data["steps"].as_array().unwrap();
    assert!(steps.iter().all(|step| keys(step) == ["have", "holders", "need", "role", "short"]));
    let counts: Vec<_> =
        steps.iter().map(|s| (s["role"].as_str().unwrap(), s["need"].as_u64(), s["have"].as_u64(), s["short"].as_u64())).collect();
    let (one, none) = (Some(1), Some(0));
    assert_eq!(counts, [("gate", one, one, none), ("gate", one, one, none), ("scored", Some(8), one, Some(7))]);
    assert_eq!(keys(&steps[0]["holders"][0]), ["email", "mcid", "name", "person"]);
    assert_eq!(names(&steps[2]["holders"]), ["Cy Roy"]);
    let large = find(&all, &[("id", "data-ai"), ("track", "enterprise")]);
    assert_eq!((&large["points"], &large["gates_met"]), (&json!(0.0), &json!(false)), "one of two people is no gate");
    let smb = desk.json(&["standing", "report.csv", "--as-of", "2026-09-15", "--track", "smb"]);
    assert!(entries(&smb).iter().all(|e| e["track"] == "smb" || e["track"] == "all"));
}

#[test]
fn a_competency_worked_by_hand() {
    let desk = Desk::with("report.csv", three_people());
    let all = desk.json(&["standing", "report.csv", "--as-of", "2018-05-01"]);
    let gold = find(&all, &[("id", "cloud-platform"), ("option", "azure-consumption"), ("level", "gold")]);
    let expected = ["id", "level", "met", "name", "notes", "option", "performance", "programme", "requirements", "rules", "skills_met"];
    assert_eq!(keys(gold), expected);
    assert_eq!((&gold["skills_met"], &gold["met"]), (&json!(true), &Value::Null), "nobody ticked the performance");
    assert_eq!(keys(&gold["performance"][0]), ["text", "ticked"]);
    assert_eq!(gold["performance"][0]["ticked"], false);
    let r1 = &gold["requirements"][0];
    assert_eq!(keys(r1), ["have", "holders", "id", "nearly", "need", "short", "spare"]);
    assert_eq!(json!([r1["need"], r1["have"], r1["short"], r1["spare"]]), json!([2, 2, 0, 0]));
    assert_eq!((names(&r1["holders"]), names(&r1["nearly"])), (vec!["Ana Roy", "Bo Roy"], vec!["Cy Roy"]));
    let silver = find(&all, &[("id", "cloud-platform"), ("option", "azure-consumption"), ("level", "silver")]);
    assert_eq!(silver["requirements"][0]["spare"], 1);
    let security = find(&all, &[("id", "security")]);
    assert_eq!(json!([security["option"], security["met"], security["rules"]]), json!([null, null, null]), "requirements not known");
    let erp = find(&all, &[("id", "enterprise-resource-planning"), ("level", "silver")]);
    assert_eq!((&erp["skills_met"], &erp["notes"][0]["code"]), (&Value::Null, &json!("not-known")));
    let erp = find(&all, &[("id", "enterprise-resource-planning"), ("level", "gold")]);
    assert_eq!((&erp["skills_met"], &erp["met"]), (&json!(true), &Value::Null), "it asks for no people");
}

/// The programme is that of the day; either can be asked for, and rules by id.
#[rstest]
#[case(&["--as-of", "2026-09-15"], "designations", "2026-07", false)]
#[case(&["--as-of", "2025-03-01"], "designations", "2023-10", true)]
#[case(&["--as-of", "2021-05-19"], "competencies", "mpn-2018", true)]
#[case(&["--as-of", "2018-05-01"], "competencies", "mpn-2018", false)]
#[case(&["--as-of", "2026-09-15", "--programme", "competencies"], "competencies", "mpn-2018", true)]
#[case(&["--as-of", "2026-09-15", "--rules", "2023-10"], "designations", "2023-10", true)]
#[case(&["--as-of", "2026-09-15", "--rules", "MPN-2018"], "competencies", "mpn-2018", true)]
fn programme_and_rules(#[case] args: &[&str], #[case] programme: &str, #[case] rules: &str, #[case] historic: bool) {
    let desk = Desk::with("report.csv", five_people());
    let all = desk.json(&[&["standing", "report.csv"], args].concat());
    assert!(entries(&all).iter().all(|e| e["programme"] == programme), "{all}");
    let id = if programme == "designations" { "data-ai" } else { "cloud-platform" };
    let of = find(&all, &[("id", id)]);
    assert_eq!((&of["rules"]["id"], &of["rules"]["historic"]), (&json!(rules), &json!(historic)));
    let codes: Vec<&str> = of["notes"].as_array().unwrap().iter().map(|n| n["code"].as_str().unwrap()).collect();
    assert_eq!(codes.contains(&"historic"), historic);
    assert_eq!(codes.contains(&"by-hand"), args.contains(&"--rules"));
}

#[test]
fn before_the_first_rules_there_are_none() {
    let desk = Desk::with("report.csv", five_people());
    let args = ["standing", "report.csv", "--as-of", "2022-11-01"];
    let all = desk.json(&args);
    let data = find(&all, &[("id", "data-ai")]);
    assert_eq!(json!([data["rules"], data["points"], data["steps"]]), json!([null, null, []]));
    assert!(desk.print(&args).contains("no rules for this day"));
    let page = desk.print(&[&args[..], &["--explain", "data-ai"]].concat());
    assert!(page.contains("There are no rules for this day · cannot be told from these files"), "{page}");
}

#[test]
fn the_list_is_a_tree_with_gauges() {
    let desk = Desk::with("report.csv", five_people());
    let text = desk.print(&["standing", "report.csv", "--as-of", "2026-09-15", "--track", "smb"]);
    let line = |path: &str| text.lines().find(|l| l.ends_with(&format!(" {path}"))).unwrap_or_else(|| panic!("{path} in {text}"));
    assert!(line("data-ai").starts_with("  Data & AI  "), "{text}");
    assert!(line("data-ai").contains("▰▰▱▱▱▱▱▱  12 of 40 points"), "{text}");
    assert!(line("data-ai/intermediate/smb").contains("loses points on 4 Feb 2027"), "{text}");
    assert!(line("security/intermediate/smb").starts_with("✗   ") && line("security").contains("gate 1: 0 of 1"), "{text}");
    assert_eq!(desk.print(&["competencies", "report.csv", "--as-of", "2026-09-15", "--track", "smb"]), text, "the other name");
    let french = desk.print(&["standing", "report.csv", "--as-of", "2026-09-15", "--track", "smb", "--lang", "fr"]);
    assert!(french.contains("12 sur 40 points") && french.contains("perd des points le 4 févr. 2027"), "{french}");
}

#[test]
fn a_page_tells_everything_about_a_metric() {
    let desk = Desk::with("report.csv", five_people());
    let args = ["standing", "report.csv", "--as-of", "2026-09-15", "--explain", "data-ai/intermediate/smb"];
    let page = desk.print(&args);
    let parts = [
        "Data & AI › Intermediate certifications, SMB\n",
        "12 of 40 points · proven by the file\n",
        "Loses points on 4 Feb 2027: by then a certificate of Ana Roy has ended.",
        "Renew by 26 Dec 2026.",
        "Points left of this metric from 4 Feb 2027 on: 0.",
        "Step 1, gate: 1 of 1 person\n",
        "Ana Roy · Azure Administrator Associate · until 3 Feb 2027 · row 2\n",
        "Step 3, points: 1 of 8 people\n",
        "Di Roy: only the association in Partner Center is missing. No exam is needed.",
        "Ed Roy: had Fabric Analytics Engineer Associate, which has ended or is inactive. It has to be earned again.",
        "Step 1 is met: 4 points.",
        "(40 − 8) / 8 people = 4 points each\n",
        "Step 3: 1 person = 4 points\n",
        "Together: 12 of 40 points\n",
        "Nobody is to spare.",
        "Cy Roy: 8 points would be left",
        "Only the skilling points are computed",
        "rules 2026-07 · from 1 Jul 2026 · confidence: ",
        "DOSS-A: Partner-programme dossier",
        "R13",
    ];
    let mut from = 0;
    for part in parts {
        let at = page[from..].find(part).unwrap_or_else(|| panic!("“{part}” in its place in {page}"));
        from += at;
    }
    let french = desk.print(&[&args[..], &["--lang", "fr"]].concat());
    for part in [
        "12 sur 40 points · prouvé par le fichier\n",
        "Perd des points le 4 févr. 2027 : un certificat a alors pris fin (Ana Roy).",
        "À renouveler au plus tard le 26 déc. 2026.",
        "(40 − 8) / 8 personnes = 4 points par personne",
        "Di Roy : il ne manque que l’association à l’Espace partenaires. Aucun examen n’est nécessaire.",
    ] {
        assert!(french.contains(part), "{part} in {french}");
    }
}

#[test]
fn every_kind_of_entry_has_its_page() {
    let desk = Desk::with("report.csv", three_people());
    let page = |path: &str| desk.print(&["standing", "report.csv", "--as-of", "2018-05-01", "--explain", path]);
    let level = page("cloud-platform/azure-consumption/gold");
    for part in [
        "performance to confirm · cannot be told from these files: no report tells the performance",
        "r1: 2 of 2 people\n    with one of Technical Assessment for Cloud Platform, ",
        "Ana Roy · 70-533 · until 31 Dec 2019 (withdrawn) · row 2\n",
        "Cy Roy: only the association in Partner Center is missing.",
        "Besides people\n    Azure customer consumption in the previous 12 months: USD 100,000\n",
        "It breaks at once if one of these leaves:\n      Ana Roy\n      Bo Roy\n",
        "rules mpn-2018 · from 15 Dec 2017 to 29 Oct 2018",
    ] {
        assert!(level.contains(part), "{part} in {level}");
    }
    assert!(page("Cloud-Platform/azure-consumption/gold/R1").contains("2 people (2 needed) · proven by the file"));
    assert!(page("cloud-platform/azure-consumption").contains("Gold · performance to confirm · cloud-platform/azure-consumption/gold"));
    assert!(page("cloud-platform").starts_with("Cloud Platform\n"));
    assert!(page("enterprise-resource-planning/erp-reseller/silver").contains("requirements not known"));
    assert!(page("enterprise-resource-planning/erp-reseller/gold").contains("asks for no people"));
    assert!(page("security").contains("requirements not known · cannot be told from these files"));
}

/// By rules that are not proven for the day nothing is at risk or safe: what the report marks is what there is to say.
#[test]
fn without_rules_for_the_day_the_reports_own_mark_is_shown() {
    let desk = Desk::new();
    let args = ["standing", &demo("skills-2021-05-19.en.xlsx"), "--as-of", "2021-05-19"];
    let text = desk.print(&args);
    let line = text.lines().find(|l| l.ends_with(" cloud-platform")).unwrap();
    assert!(line.contains("one person marked by the report"), "{line}");
    let line = text.lines().find(|l| l.ends_with(" cloud-platform/azure-consumption")).unwrap();
    assert!(line.contains("*"), "{line}");
    assert!(text.contains("*: by the last known rules"), "explained below the list");
    let page = desk.print(&[&args[..], &["--explain", "security"]].concat());
    assert!(page.contains("11 people marked by the report") && page.contains("The report marks 11 people\n"), "{page}");
}

#[test]
fn a_table_has_one_row_for_each_step_or_requirement() {
    let desk = Desk::with("report.csv", five_people());
    let csv = desk.print(&["standing", "report.csv", "--as-of", "2026-09-15", "--track", "smb", "--format", "csv"]);
    assert!(csv.starts_with("\u{feff}programme,path,id,name,option,level,metric,track,role,need,have,short,spare,points,"), "{csv}");
    let line = csv.lines().find(|l| l.contains("data-ai/intermediate/smb/3")).unwrap();
    assert!(line.contains(",intermediate,smb,scored,8,1,7,0,12,40,,,2027-02-03,Cy Roy,2026-07,no"), "{line}");
    desk.print(&["standing", "report.csv", "--as-of", "2018-05-01", "-o", "out.csv"]);
    assert!(desk.text_of("out.csv").contains("cloud-platform/azure-consumption/gold/r1"));
}

/// Under the rules of 2026 the Fabric data engineer counts, under those of 2023 not.
#[test]
fn two_versions_of_the_rules_are_compared_on_our_people() {
    let desk = Desk::with("report.csv", five_people());
    let args = ["standing", "report.csv", "--as-of", "2026-09-15", "--track", "smb", "--compare", "2023-10", "2026-07"];
    let json = desk.json(&args);
    assert_eq!(keys(&json), ["compare", "schema"]);
    assert_eq!(keys(&json["compare"]), ["as_of", "metrics", "new", "old"]);
    let metrics = json["compare"]["metrics"].as_array().unwrap();
    let data = metrics.iter().find(|m| m["id"] == "data-ai").unwrap();
    assert_eq!(keys(data), ["id", "metric", "newly", "no_longer", "points_after", "points_before", "track"]);
    assert_eq!((&data["points_after"], names(&data["newly"])), (&json!(12.0), vec!["Cy Roy"]));
    let text = desk.print(&args);
    assert!(text.starts_with("From rules 2023-10 to rules 2026-07\n\n✓ Data & AI › Intermediate certifications, SMB: 0 → 12 points, 12 more\n✓   One person newly counts\n      Cy Roy\n"),
        "{text}"
    );
    let back = desk.print(&[&args[..7], &["2026-07", "2023-10", "--lang", "fr"]].concat());
    assert!(back.contains("12 → 0 points, 12 de moins\n✗   Une personne ne compte plus\n      Cy Roy"), "{back}");
    assert!(back.contains("(les autres règles sont inconnues)"), "Security has no version of that id: {back}");
}

#[rstest]
#[case(&["--explain", "data-ai/intermediat/smb"], "There is no entry “data-ai/intermediat/smb”. Did you mean “data-ai/intermediate/smb”?")]
#[case(&["--explain", "nonsense"], "There is no entry “nonsense”. “skilldeck standing FILE” names them all.")]
#[case(&["--explain", "data-ai/intermediate/smb/9"], "There is no entry")]
#[case(&["--rules", "2019"], "There are no rules “2019”. There are: 2023-")]
#[case(&["--compare", "2023-10", "mpn-2018"], "“mpn-2018” is no version of designations. There are: 2023-")]
#[case(&["--programme", "both"], "both")]
#[case(&["--track", "small", "--lang", "fr"], "small")]
#[case(&["--compare", "2023-10", "2026-07", "--explain", "data-ai"], "")]
fn mistakes_are_named(#[case] args: &[&str], #[case] said: &str) {
    let desk = Desk::with("report.csv", five_people());
    let message = desk.run(&[&["standing", "report.csv", "--as-of", "2026-09-15"], args].concat()).failure();
    assert!(message.contains(said), "{message}");
}

/// What the sources add is told in French on a French page, in the list of notes and in JSON.
#[test]
fn remarks_of_the_catalog_are_french_on_french_pages() {
    let desk = Desk::with("report.csv", five_people());
    let page = |day: &str, path: &str| desk.print(&["standing", "report.csv", "--as-of", day, "--lang", "fr", "--explain", path]);
    let data = page("2026-09-15", "data-ai/intermediate/smb");
    for part in [
        "La source ajoute : pas de métrique avancée ; premier jour de ces règles introuvable, on sait seulement qu’elles valaient à la mi-2026\n",
        "La source ajoute : les étapes 1 et 2 donnent chacune 4 points, une seule fois ;",
    ] {
        assert!(data.contains(part), "{part} in {data}");
    }
    let security = page("2018-05-01", "security");
    assert!(security.contains("La source ajoute : lancée après les pages de 2018 ; aucune exigence trouvée\n"), "{security}");
    let gold = page("2018-05-01", "cloud-platform/azure-consumption/gold");
    assert!(gold.contains("consommation Azure des clients au cours des 12 derniers mois : 100 000 USD\n"), "{gold}");
    let json = desk.json(&["standing", "report.csv", "--as-of", "2026-09-15", "--lang", "fr", "--explain", "data-ai/intermediate/smb"]);
    assert!(json.to_string().contains("pas de métrique avancée"), "{json}");
    let shown = desk.print(&["catalog", "show", "data-ai", "--as-of", "2026-09-15", "--lang", "fr"]);
    assert!(shown.contains("Remarque : pas de métrique avancée ;") && !shown.contains("advanced metric does not apply"), "{shown}");
    let english = desk.print(&["standing", "report.csv", "--as-of", "2026-09-15", "--explain", "data-ai"]);
    assert!(english.contains("The source adds: advanced metric does not apply"), "{english}");
}

/// The four documented columns alone, and a report without the one that says what is relevant (R2, R5).
#[test]
fn reports_that_say_little_are_judged_by_what_they_say() {
    let four = "MCID,Associated to PMC,Associated to PC,Relevant for Competencies  (Option) or Programs\n\
                80001,Yes,Yes,Cloud Platform (Azure Consumption)\n80002,Yes,Yes,Cloud Platform (Azure Consumption); DevOps\n80003,No,No,DevOps\n";
    let desk = Desk::with("four.csv", four);
    let list = desk.print(&["standing", "four.csv", "--as-of", "2021-05-19"]);
    assert!(list.contains("2 people marked by the report") && !list.contains("short of"), "{list}");
    let page = desk.print(&["standing", "four.csv", "--as-of", "2021-05-19", "--explain", "devops"]);
    assert!(page.contains("80002 · no end · row 3") && !page.contains("that the rules do not name"), "{page}");
    let page = desk.print(&["standing", "four.csv", "--as-of", "2018-05-19", "--explain", "devops/devops-partner/gold"]);
    assert!(page.contains("cannot be told from these files: the report does not name the skills"), "{page}");
    let points = desk.print(&["standing", "four.csv", "--as-of", "2026-09-15", "--explain", "data-ai/intermediate/smb"]);
    assert!(points.contains("cannot be told from these files: the report does not name the skills"), "{points}");
    let without = "First Name,Last Name,Email,MCID,Associated to PMC,Associated to PC,Skill Type,Skill Name,Skill ID,Skill Completion Date\n\
                   A,B,a@x.example,80001,Yes,Yes,Exam,x,70-740,2018-01-01\n";
    let desk = Desk::with("without.csv", without);
    let page = desk.print(&["standing", "without.csv", "--as-of", "2018-05-19", "--lang", "fr", "--explain", "datacenter"]);
    assert!(page.contains("Le rapport n’a pas de colonne indiquant ce qui est pertinent."), "{page}");
    let json = desk.json(&["standing", "without.csv", "--as-of", "2018-05-19"]);
    let silver = find(&json, &[("id", "datacenter"), ("level", "silver")]);
    assert_eq!((&silver["met"], &silver["requirements"][0]["have"]), (&json!(false), &json!(1)), "the rules are judged all the same");
}
