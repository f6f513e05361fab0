//! `standing` with figures of the portal that were entered: the total of 100, and why points differ.

use rstest::rstest;
use serde_json::{Value, json};

use super::support::{Desk, keys, report};

fn row(name: &str, mail: &str, id: &str, earned: &str, expires: &str) -> String {
    format!("{name},Roy,{mail}@x.example,,,Yes,Certification,,{id},{earned},,{expires}")
}

/// Data & AI, SMB, by hand: Ana and Bo open the gates, 4 points each; in step 3 Cy, Di and two who may be one bring
/// (40 − 8) / 8 = 4 points each. Together 24. What Di has is of 11 September.
fn desk() -> Desk {
    let rows = [
        row("Ana", "ana", "azure-administrator-associate", "2026-02-03", "2027-02-03"),
        row("Bo", "bo", "azure-solutions-architect-expert", "2026-05-01", "2027-05-01"),
        row("Cy", "cy", "fabric-data-engineer-associate", "2026-03-01", "2027-03-01"),
        row("Di", "di", "fabric-data-engineer-associate", "2026-09-11", "2027-09-11"),
        "Eva,Low,eva@x.example,900,,Yes,Certification,,fabric-data-engineer-associate,2026-03-01,,2027-03-01".to_owned(),
        "Eva,Low,,901,,Yes,Certification,,fabric-data-engineer-associate,2026-03-01,,2027-03-01".to_owned(),
    ];
    Desk::with("report.csv", report(&rows.each_ref().map(String::as_str)))
}

fn enter(desk: &Desk, facts: &[&str]) {
    let args: Vec<&str> = facts.iter().flat_map(|fact| ["--set", *fact]).collect();
    desk.run(&[&["entered", "report.csv"], args.as_slice()].concat()).fine();
}

fn page(desk: &Desk, path: &str, more: &[&str]) -> String {
    desk.print(&[&["standing", "report.csv", "--as-of", "2026-09-15", "--explain", path], more].concat())
}

/// From a heading to the next line that is one.
fn section<'p>(page: &'p str, heading: &str) -> &'p str {
    let at = page.find(&format!("\n{heading}\n")).unwrap_or_else(|| panic!("{heading} in {page}"));
    let section = &page[at + 1..];
    section.find("\n\n").map_or(section, |end| &section[..=end])
}

fn of_data(desk: &Desk, metric_track: &str) -> Value {
    let json = desk.json(&["standing", "report.csv", "--as-of", "2026-09-15", "--explain", &format!("data-ai/{metric_track}")]);
    json["entries"][0].clone()
}

const WHOLE: &str = "portal=data-ai:performance=20,skilling-intermediate=16,usage-growth=15,deployments=5@2026-09-10";

#[test]
fn a_lower_figure_is_explained_person_by_person() {
    let desk = desk();
    enter(&desk, &["track=smb", WHOLE]);
    let english = page(&desk, "data-ai", &[]);
    assert_eq!(
        section(&english, "What the portal said on 10 Sep 2026"),
        "What the portal said on 10 Sep 2026\n\
         ✗   Total: 56 of 100 points · depends on what you entered\n    \
             That is not enough: it takes 70 points.\n    \
             With our skilling points instead: 64 of 100, not enough\n    \
             Performance: 20 (of 30)\n    \
             Intermediate skilling: 16 (of 40) · skilldeck 24 on 15 Sep 2026\n    \
             Usage growth: 15 (of 20)\n    \
             Deployments: 5 (of 10)\n"
    );
    assert_eq!(
        section(&english, "Intermediate certifications, SMB: portal 16, skilldeck 24"),
        "Intermediate certifications, SMB: portal 16, skilldeck 24\n    \
             Certain · one person counts by something earned or renewed after 31 Aug 2026, too late for the portal’s figure of 10 Sep 2026 · −4 points · R13\n      \
               Di Roy · step 3 · Fabric Data Engineer Associate · until 11 Sep 2027 · row 5 · earned 11 Sep 2026\n\
         !   Possible · two of the people counted may be one · up to −4 points · R14\n      \
               Eva Low (eva@x.example)\n        \
                 = Eva Low (901)\n    \
             If what is only possible is so, that explains all of it.\n"
    );
    let french = page(&desk, "data-ai/intermediate/smb", &["--lang", "fr"]);
    assert_eq!(
        section(&french, "Ce que disait le portail le 10 sept. 2026"),
        "Ce que disait le portail le 10 sept. 2026\n    \
         Qualifications intermédiaires : 16 (sur 40) · skilldeck 24 le 15 sept. 2026\n"
    );
    assert_eq!(
        section(&french, "Écart : portail 16, skilldeck 24"),
        "Écart : portail 16, skilldeck 24\n    \
             Certain · une personne compte par une qualification obtenue ou renouvelée après le 31 août 2026, trop tard pour le chiffre du portail du 10 sept. 2026 · −4 points · R13\n      \
               Di Roy · étape 3 · Fabric Data Engineer Associate · jusqu’au 11 sept. 2027 · ligne 5 · obtenue le 11 sept. 2026\n\
         !   Possible · deux des personnes comptées n’en font peut-être qu’une · jusqu’à −4 points · R14\n      \
               Eva Low (eva@x.example)\n        \
                 = Eva Low (901)\n    \
             Si ce qui n’est que possible est vrai, tout l’écart est expliqué.\n"
    );
    let french = page(&desk, "data-ai", &["--lang", "fr"]);
    for part in [
        "✗   Total : 56 sur 100 points · dépend de ce que vous avez saisi\n",
        "C’est insuffisant : il faut 70 points.\n",
        "Avec nos points de qualification à la place : 64 sur 100, insuffisant\n",
        "Croissance de l’utilisation : 15 (sur 20)\n",
        "Certifications intermédiaires, parcours SMB : portail 16, skilldeck 24\n",
    ] {
        assert!(french.contains(part), "{part} in {french}");
    }
}

/// Each figure by itself: 20 is what Di’s certificate explains, 24 is ours, 28 and 12 are left without a reason in part.
#[rstest]
#[case("20", "portal 20, skilldeck 24", "That explains all of it.\n", "✓")]
#[case("28", "portal 28, skilldeck 24", "Left without a reason: +8 points.\n", "!")]
#[case("12", "portal 12, skilldeck 24", "Left without a reason: −4 points.\n", "!")]
fn the_rest_is_said_as_a_number(#[case] figure: &str, #[case] heading: &str, #[case] said: &str, #[case] mark: &str) {
    let desk = desk();
    enter(&desk, &["track=smb", &format!("portal=data-ai:skilling-intermediate={figure}@2026-09-10")]);
    let english = page(&desk, "data-ai", &[]);
    let section = section(&english, &format!("Intermediate certifications, SMB: {heading}"));
    assert!(section.ends_with(said), "{section}");
    assert!(section.lines().last().unwrap().starts_with(mark), "{section}");
}

#[test]
fn the_same_figure_needs_no_reason() {
    let desk = desk();
    enter(&desk, &["track=smb", "portal=data-ai:skilling-intermediate=24@2026-09-10"]);
    for (lang, said, heading) in
        [("en", "24 (of 40) · ours the same\n", "skilldeck 24"), ("fr", "24 (sur 40) · de même ici\n", "skilldeck 24")]
    {
        let page = page(&desk, "data-ai", &["--lang", lang]);
        assert!(page.contains(said) && !page.contains(heading), "{page}");
    }
    assert_eq!(of_data(&desk, "intermediate/smb")["portal"]["difference"], Value::Null);
}

#[test]
fn what_is_missing_is_named() {
    let desk = desk();
    enter(&desk, &["track=smb", "portal=data-ai:performance=25,skilling-intermediate=24,usage-growth=15@2026-09-10"]);
    let english = page(&desk, "data-ai", &[]);
    for part in [
        "!   Total not known: deployments not entered; 64 points so far · depends on what you entered\n",
        "Whether that is enough is not settled: it takes 70 points, and every metric above zero.\n",
        "Deployments: not entered (of 10)\n",
    ] {
        assert!(english.contains(part), "{part} in {english}");
    }
    let french = page(&desk, "data-ai", &["--lang", "fr"]);
    assert!(french.contains("!   Total inconnu, il manque : déploiements ; 64 points jusqu’ici · dépend"), "{french}");
    assert_eq!(of_data(&desk, "intermediate/smb")["portal"]["missing"], json!(["deployments"]));
    let list = desk.print(&["standing", "report.csv", "--as-of", "2026-09-15"]);
    assert!(list.contains("24 of 40 points  ") && !list.contains("portal"), "no total, none in the list: {list}");
}

#[rstest]
#[case(
    "performance=30,skilling-intermediate=40,usage-growth=20,deployments=0",
    "not enough: every metric has to be above zero. Zero: deployments.\n"
)]
#[case("performance=1,usage-growth=2", "not enough, whatever is missing: it takes 70 points.\n")]
#[case("performance=20,skilling-intermediate=30,usage-growth=15,deployments=5", "✓   Total: 70 of 100 points")]
#[case(
    "performance=20,skilling-intermediate=30,usage-growth=15,deployments=5",
    "That is enough: it takes 70 points, and every metric above zero.\n"
)]
fn seventy_and_every_metric_above_zero(#[case] figures: &str, #[case] said: &str) {
    let desk = desk();
    enter(&desk, &["track=smb", &format!("portal=data-ai:{figures}@2026-09-10")]);
    let english = page(&desk, "data-ai", &[]);
    assert!(english.contains(said), "{said} in {english}");
}

#[test]
fn the_list_has_the_total_in_a_word() {
    let desk = desk();
    enter(&desk, &["track=smb", WHOLE]);
    for (lang, said) in [("en", "24 of 40 points, portal 56  "), ("fr", "24 sur 40 points, portail : 56  ")] {
        let list = desk.print(&["standing", "report.csv", "--as-of", "2026-09-15", "--lang", lang]);
        let line = list.lines().find(|l| l.ends_with(" data-ai")).unwrap();
        assert!(line.contains(said), "{line}");
    }
}

#[test]
fn of_which_track_the_figure_is_has_to_be_said() {
    let desk = desk();
    enter(&desk, &[WHOLE]);
    let english = page(&desk, "data-ai", &[]);
    assert!(english.contains("Intermediate skilling: 16 (of 40) · skilldeck Enterprise 0, SMB 24 on 15 Sep 2026\n"), "{english}");
    assert!(english.contains("!   Your track was not entered, and the figures are compared only within one: enter it with i c, or with “entered FILE --set track=smb”.\n"));
    assert!(!english.contains("With our skilling points"), "{english}");
    let asked = page(&desk, "data-ai", &["--track", "smb"]);
    assert!(asked.contains("Intermediate certifications, SMB: portal 16, skilldeck 24\n"), "{asked}");
}

#[test]
fn a_figure_of_a_later_day_is_not_compared() {
    let desk = desk();
    enter(&desk, &["track=smb", "portal=data-ai:skilling-intermediate=16@2026-09-16"]);
    let english = page(&desk, "data-ai/intermediate/smb", &[]);
    assert!(english.contains("The portal’s figures are of a later day than 15 Sep 2026, the one looked at: they are not compared.\n"));
    assert!(!english.contains("Difference"), "{english}");
}

#[test]
fn without_rules_for_the_day_the_figures_stay() {
    let desk = desk();
    enter(&desk, &[WHOLE]);
    let args = ["standing", "report.csv", "--as-of", "2022-11-01", "--explain", "data-ai"];
    let english = desk.print(&args);
    for part in ["There are no rules for this day: which metrics count, and so the total, is not known.\n", "    Performance: 20\n"] {
        assert!(english.contains(part), "{part} in {english}");
    }
    let json = desk.json(&args);
    let portal = &json["entries"][0]["portal"];
    assert_eq!(json!([portal["total"], portal["figures"]["performance"], portal["difference"]]), json!([null, 20.0, null]));
}

#[test]
fn enrolled_without_an_anniversary_is_said_to_be_so() {
    let desk = desk();
    enter(&desk, &["track=smb", "portal=data-ai:enrolled=yes@2026-09-10"]);
    assert!(
        page(&desk, "data-ai", &[])
            .contains("Enrolled. Until when it stays is not known: the anniversary was not entered · depends on what you entered\n")
    );
    enter(&desk, &["portal=data-ai:anniversary=2027-03-31@2026-09-10"]);
    let english = page(&desk, "data-ai", &[]);
    assert!(english.contains("Enrolled: it stays until 31 Mar 2027, whatever the points · depends on what you entered\n"), "{english}");
    assert!(english.contains("It has to qualify on one day between 1 Oct 2026 and 31 Mar 2027.\n"), "{english}");
}

#[test]
fn the_json_has_it_all() {
    let desk = desk();
    assert_eq!(of_data(&desk, "intermediate/smb")["portal"], Value::Null);
    enter(&desk, &["track=smb", WHOLE]);
    let portal = &of_data(&desk, "intermediate/smb")["portal"];
    let expected = [
        "anniversary",
        "difference",
        "enrolled",
        "figures",
        "missing",
        "on",
        "qualifies",
        "qualifies_with_ours",
        "total",
        "total_with_ours",
    ];
    assert_eq!(keys(portal), expected);
    assert_eq!(keys(&portal["figures"]), ["deployments", "performance", "skilling-advanced", "skilling-intermediate", "usage-growth"]);
    assert_eq!(
        json!([portal["on"], portal["total"], portal["qualifies"], portal["missing"], portal["figures"]["skilling-advanced"]]),
        json!(["2026-09-10", 56.0, false, [], null])
    );
    assert_eq!(json!([portal["total_with_ours"], portal["qualifies_with_ours"], portal["enrolled"]]), json!([64.0, false, false]));
    let difference = &portal["difference"];
    assert_eq!(json!([difference["portal"], difference["ours"], difference["unexplained"]]), json!([16.0, 24.0, 0.0]));
    let explanations = difference["explanations"].as_array().unwrap();
    assert_eq!(keys(&explanations[0]), ["certain", "points", "rule", "who", "why"]);
    let said: Vec<Value> = explanations
        .iter()
        .map(|e| json!([e["why"], e["rule"], e["certain"], e["points"], e["who"].as_array().unwrap().len(), e["who"][0]["email"]]))
        .collect();
    assert_eq!(
        said,
        [json!(["too-recent", "R13", true, -4.0, 1, "di@x.example"]), json!(["suspected", "R14", false, -4.0, 2, "eva@x.example"])]
    );
}
