//! Mistakes in files of rules, each with the line and the key that it is named by.

use std::collections::BTreeSet;

use proptest::prelude::*;
use rstest::rstest;

use super::super::own::{programmes, read_embedded};
use super::super::problem::{Expected, Named, Severity, Trouble};
use super::super::programmes::{Holds, OptionKind, Programmes};
use super::{Reading, read};
use crate::i18n::{Lang, Texts};

const EMBEDDED: [&str; 2] =
    [include_str!("../../../assets/catalog/competencies.toml"), include_str!("../../../assets/catalog/designations.toml")];

/// A user's competency in which everything is right.
const COMPETENCY: &str = r#"[[competency]]
id = "cloud-platform"

[[competency.option]]
id = "mine"
name = "Azure 2021"
ruleset = "own-2021"
valid_from = 2021-01-01
valid_to = 2021-12-31

[[competency.option.level]]
level = "gold"
performance = "USD 100,000"

[[competency.option.level.requirements]]
id = "r1"
count = 4
any_of = ["AZ-104", "AZ-303"]

[[competency.option.level.requirements]]
id = "r2"
count = 2
people = "subset_of:r1"
relevant_for = "cloud-platform"
"#;

/// A user's designation in which everything is right.
const DESIGNATION: &str = r#"[[designation]]
id = "mine"
name = "Our own"

[[designation.version]]
id = "2025"
valid_from = 2025-01-01
valid_to = 2025-12-31
category_points = { performance = 30, skilling_intermediate = 40, skilling_advanced = 0, usage_growth = 20, deployments = 10 }

[[designation.version.metric]]
metric = "intermediate"
track = "smb"
max_points = 40
people_for_max = 8
points_per_person = 4

[[designation.version.metric.step]]
step = 1
role = "gate"
min_people = 1
points_when_met = 8
any_of = ["azure-administrator-associate"]

[[designation.version.metric.step]]
step = 2
role = "scored"
max_points = 40
any_of = ["azure-ai-engineer-associate", "azure-developer-associate"]
eligibility = [
    { id = "azure-ai-engineer-associate", retired = 2026-06-30, counts_until = 2027-06-30 },
]
"#;

/// A user's score in which everything is right.
const SCORE: &str = r#"[[score_option]]
competency = "cloud-platform"
id = "points"
silver_from_points = 60
gold_from_points = 80
max_points = 100

[[score_option.metric]]
metric = "people"
kind = "people"
max_points = 40
people_developed = 10
people_developing = 5
person = [
    { any_of = ["AZ-104"] },
    { all_of = ["AZ-204"], any_of = ["AZ-400", "DP-300"] },
]

[[score_option.metric]]
metric = "revenue"
kind = "performance"
max_points = 60
"#;

fn own(source: &str) -> Reading {
    read("own.toml", source, Some(programmes()))
}

/// What is wrong, as `line key code`.
fn found(source: &str) -> Vec<String> {
    let line = |p: &super::Problem| p.line.map_or_else(|| "-".to_owned(), |l| l.to_string());
    own(source).problems.iter().map(|p| format!("{} {} {}", line(p), p.key, p.trouble.code())).collect()
}

#[test]
fn the_files_that_come_with_the_program_are_right() {
    for reading in read_embedded() {
        assert_eq!(reading.problems, [], "not even a warning");
    }
    let Programmes { designations, competencies, rules, sources } = programmes();
    assert_eq!((designations.len(), competencies.len()), (6, 19));
    assert_eq!(designations.iter().map(|d| d.versions.len()).sum::<usize>(), 13);
    assert_eq!(competencies.iter().map(|c| c.options.len()).sum::<usize>(), 28);
    assert_eq!((rules.retired_exam_months, rules.retired_certification_months, rules.renewal_window), (12, 12, (1, 30)));
    assert_eq!((rules.min_total_points, rules.refresh_days, rules.check_ahead_months), (70.0, 10, 3));
    assert_eq!(rules.competencies_end, "2022-09-30".parse().ok());
    assert_eq!(rules.designations_start, "2022-10-03".parse().ok());
    assert_eq!(sources["KV-AZURE"].title, "solutions-partner-azure.md");
}

#[test]
fn every_number_of_the_programmes_comes_from_the_files() {
    let [competencies, designations] = read_embedded().map(|reading| reading.part.numbers);
    let of_competencies = [competencies.retired_exam_months, competencies.check_ahead_months];
    assert!(
        of_competencies.iter().all(Option::is_some) && competencies.renewal_window.is_some() && competencies.competencies_end.is_some()
    );
    let of_designations = [designations.retired_certification_months, designations.refresh_days];
    assert!(of_designations.iter().all(Option::is_some) && designations.min_total_points.is_some());
    assert!(designations.designations_start.is_some());
}

/// The two files name each other's entries, and every key of a source is explained.
#[test]
fn the_files_fit_each_other() {
    let all = programmes();
    let of: BTreeSet<&str> = all.competencies.iter().map(|c| c.id.as_str()).collect();
    for designation in &all.designations {
        for id in &designation.replaces {
            let competency = all.competencies.iter().find(|c| c.id == *id).unwrap_or_else(|| panic!("{id}"));
            assert!(competency.maps_to.contains(&designation.id), "{id} and {} do not say the same", designation.id);
        }
    }
    let named: BTreeSet<&str> = all.designations.iter().flat_map(|d| &d.replaces).map(String::as_str).collect();
    assert_eq!(of.difference(&named).collect::<Vec<_>>(), [&"cloud-customer-relationship-management"]);
    let validities = (all.designations.iter().flat_map(|d| d.versions.iter().map(|v| &v.validity)))
        .chain(all.competencies.iter().flat_map(|c| c.options.iter().map(|o| &o.validity)));
    for validity in validities {
        assert!(!validity.sources.is_empty() && validity.from.is_some() && !validity.entered, "{validity:?}");
        assert!(validity.sources.iter().all(|key| all.sources.contains_key(key)), "{validity:?}");
    }
}

/// What was not found stays unknown.
#[test]
fn nothing_is_invented() {
    let competency = |id: &str| programmes().competencies.iter().find(|c| c.id == id).unwrap();
    let security = competency("security");
    assert!(security.options.is_empty() && security.gap.is_some());
    let erp = competency("enterprise-resource-planning");
    let OptionKind::Skills(levels) = &erp.options[0].kind else { panic!("levels") };
    assert_eq!(levels.len(), 1, "Gold alone");
    assert!(levels[0].requirements.is_empty() && levels[0].performance.is_some());
}

/// Three ways to be a functional consultant become the sets that each of them can be met with.
#[test]
fn several_ways_to_qualify_are_sets() {
    let competency = programmes().competencies.iter().find(|c| c.id == "small-and-midmarket-cloud-solutions").unwrap();
    let OptionKind::Score(score) = &competency.options.iter().find(|o| o.ruleset == "pci-2021").unwrap().kind else { panic!("points") };
    assert_eq!((score.silver_from, score.gold_from, score.most), (60, 80, 100));
    let (developed, developing, holds) = score.metrics[2].people.as_ref().unwrap();
    assert_eq!((*developed, *developing, holds.any_set_of.len()), (5, 5, 8));
    assert!(holds.any_set_of.contains(&vec!["PL-200".to_owned(), "MB-240".to_owned()]));
    assert!(holds.any_set_of.contains(&vec!["MB-800".to_owned()]));
    assert_eq!(Holds { any_set_of: holds.any_set_of.clone(), ..Holds::default() }, *holds);
}

#[rstest]
#[case(COMPETENCY)]
#[case(DESIGNATION)]
#[case(SCORE)]
fn a_file_without_mistakes(#[case] source: &str) {
    assert_eq!(own(source).problems, []);
}

#[test]
fn what_a_user_enters_is_marked_as_entered() {
    let reading = own(&[COMPETENCY, DESIGNATION, SCORE].join("\n"));
    assert_eq!(reading.problems, []);
    let option = &reading.part.competencies[0].options[0];
    assert!(option.validity.entered && option.validity.sources == ["own.toml"]);
    assert!(reading.part.designations[0].versions[0].validity.entered);
    assert!(reading.part.score_options[0].1.validity.entered);
    let OptionKind::Skills(levels) = &option.kind else { panic!("levels") };
    assert_eq!(levels[0].requirements[1].holds.relevant_for.as_deref(), Some("cloud-platform"));
    assert_eq!(reading.part.competencies[0].name, "Cloud Platform", "what it is called is known");
    assert_eq!(reading.part.sources["own.toml"].place, "own.toml");
}

/// One change to a right file, and what is said about it.
#[rstest]
#[case("count = 4", "count = ", "17  syntax")]
#[case("count = 4", "count = 4\ncount = 5", "18  syntax")]
#[case("AZ-303", "AZ-333", "18 competency[cloud-platform].option[mine].level[gold].requirements[r1].any_of unknown-id")]
#[case("subset_of:r1", "subset_of:r3", "23 competency[cloud-platform].option[mine].level[gold].requirements[r2].people unknown-id")]
#[case("subset_of:r1", "distinct_from:r2", "23 competency[cloud-platform].option[mine].level[gold].requirements[r2].people circle")]
#[case("subset_of:r1", "part_of:r1", "23 competency[cloud-platform].option[mine].level[gold].requirements[r2].people unknown-word")]
#[case("count = 4", "count = -1", "17 competency[cloud-platform].option[mine].level[gold].requirements[r1].count too-small")]
#[case("count = 4", "count = 0", "17 competency[cloud-platform].option[mine].level[gold].requirements[r1].count too-small")]
#[case("count = 4", "count = 2.5", "17 competency[cloud-platform].option[mine].level[gold].requirements[r1].count wrong-type")]
#[case("count = 4", "count = 99999999999", "17 competency[cloud-platform].option[mine].level[gold].requirements[r1].count more-than")]
#[case("count = 4", "count = \"four\"", "17 competency[cloud-platform].option[mine].level[gold].requirements[r1].count wrong-type")]
#[case("count = 4", "cout = 4", "15 competency[cloud-platform].option[mine].level[gold].requirements[r1] missing")]
#[case("count = 2", "count = 5", "23 competency[cloud-platform].option[mine].level[gold].requirements[r2].people more-than-the-whole")]
#[case("id = \"r2\"", "id = \"r1\"", "23 competency[cloud-platform].option[mine].level[gold].requirements[r1].people circle")]
#[case("\"AZ-104\", \"AZ-303\"", "", "18 competency[cloud-platform].option[mine].level[gold].requirements[r1].any_of asks-for-nothing")]
#[case("relevant_for", "# relevant_for", "20 competency[cloud-platform].option[mine].level[gold].requirements[r2] asks-for-nothing")]
#[case(
    "relevant_for = \"cloud-platform\"",
    "one_from_each = [[\"AZ-104\"], []]",
    "24 competency[cloud-platform].option[mine].level[gold].requirements[r2].one_from_each asks-for-nothing"
)]
#[case(
    "any_of = [\"AZ-104\", \"AZ-303\"]",
    "any_of = \"AZ-104\"",
    "18 competency[cloud-platform].option[mine].level[gold].requirements[r1].any_of wrong-type"
)]
#[case("valid_to = 2021-12-31", "valid_to = 2020-12-31", "9 competency[cloud-platform].option[mine].valid_to ends-before-it-begins")]
#[case("valid_to = 2021-12-31", "valid_to = \"2021-12-31\"", "9 competency[cloud-platform].option[mine].valid_to wrong-type")]
#[case("level = \"gold\"", "level = \"platinum\"", "12 competency[cloud-platform].option[mine].level[platinum].level unknown-word")]
#[case("[[competency.option.level]]", "[[competency.option.levl]]", "15 competency[cloud-platform].option[mine].level wrong-type")]
#[case("id = \"cloud-platform\"", "id = \"clouds\"", "1 competency[clouds] missing")]
#[case("ruleset = \"own-2021\"", "kind = \"stars\"", "7 competency[cloud-platform].option[mine].kind unknown-word")]
#[case("[[competency]]", "schema = 2\n[[competency]]", "1 schema other-schema")]
fn a_mistake_in_a_competency_is_named(#[case] right: &str, #[case] wrong: &str, #[case] said: &str) {
    mistake(COMPETENCY, right, wrong, said);
}

#[rstest]
#[case("valid_to = 2025-12-31", "valid_to = 2024-12-31", "8 designation[mine].version[2025].valid_to ends-before-it-begins")]
#[case("performance = 30", "performance = 20", "9 designation[mine].version[2025].category_points sum")]
#[case(
    "performance = 30, skilling_intermediate = 40",
    "performance = 40, skilling_intermediate = 30",
    "14 designation[mine].version[2025].metric[intermediate smb].max_points sum"
)]
#[case(
    "points_per_person = 4",
    "points_per_person = 5",
    "16 designation[mine].version[2025].metric[intermediate smb].points_per_person people-points"
)]
#[case(
    "people_for_max = 8",
    "people_for_max = 10",
    "16 designation[mine].version[2025].metric[intermediate smb].points_per_person people-points"
)]
#[case(
    "points_when_met = 8",
    "points_when_met = 4",
    "16 designation[mine].version[2025].metric[intermediate smb].points_per_person people-points"
)]
#[case("people_for_max = 8", "people_for_max = 0", "15 designation[mine].version[2025].metric[intermediate smb].people_for_max too-small")]
#[case("min_people = 1", "min_people = -2", "21 designation[mine].version[2025].metric[intermediate smb].step[1].min_people too-small")]
#[case(
    "points_when_met = 8",
    "points_when_met = -8",
    "22 designation[mine].version[2025].metric[intermediate smb].step[1].points_when_met too-small"
)]
#[case("track = \"smb\"", "track = \"small\"", "13 designation[mine].version[2025].metric[intermediate small].track unknown-word")]
#[case("metric = \"intermediate\"", "metric = \"expert\"", "12 designation[mine].version[2025].metric[expert smb].metric unknown-word")]
#[case(
    "role = \"scored\"",
    "role = \"gate\"\nmin_people = 1",
    "11 designation[mine].version[2025].metric[intermediate smb] nothing-scores"
)]
#[case("step = 2", "step = 1", "26 designation[mine].version[2025].metric[intermediate smb].step[2].step duplicate")]
#[case(
    "max_points = 40\nany_of",
    "max_points = 50\nany_of",
    "28 designation[mine].version[2025].metric[intermediate smb].step[2].max_points more-than"
)]
#[case(
    "\"azure-ai-engineer-associate\", \"azure-dev",
    "\"azure-dev",
    "30 designation[mine].version[2025].metric[intermediate smb].step[2].eligibility not-in-step"
)]
#[case(
    "2027-06-30",
    "2025-06-30",
    "31 designation[mine].version[2025].metric[intermediate smb].step[2].eligibility[azure-ai-engineer-associate].counts_until ends-before-it-begins"
)]
#[case("name = \"Our own\"\n", "", "1 designation[mine] missing")]
#[case("skilling_advanced = 0, ", "", "9 designation[mine].version[2025].category_points missing")]
fn a_mistake_in_a_designation_is_named(#[case] right: &str, #[case] wrong: &str, #[case] said: &str) {
    mistake(DESIGNATION, right, wrong, said);
}

#[rstest]
#[case("competency = \"cloud-platform\"", "competency = \"cloud-plattform\"", "2 score_option[points].competency unknown-id")]
#[case("max_points = 60", "max_points = 50", "6 score_option[points].max_points sum")]
#[case("silver_from_points = 60", "silver_from_points = 90", "4 score_option[points].silver_from_points more-than")]
#[case("gold_from_points = 80", "gold_from_points = 180", "5 score_option[points].gold_from_points more-than")]
#[case("people_developing = 5\n", "", "8 score_option[points].metric[people] missing")]
#[case("\"AZ-400\"", "\"AZ-4000\"", "16 score_option[points].metric[people].person[2].any_of unknown-id")]
#[case("metric = \"revenue\"", "metric = \"people\"", "20 score_option[points].metric[people].metric duplicate")]
fn a_mistake_in_a_score_is_named(#[case] right: &str, #[case] wrong: &str, #[case] said: &str) {
    mistake(SCORE, right, wrong, said);
}

#[track_caller]
fn mistake(source: &str, right: &str, wrong: &str, said: &str) {
    assert!(source.contains(right), "{right}");
    let changed = source.replacen(right, wrong, 1);
    let all = found(&changed);
    assert!(all.iter().any(|p| p == said), "{said} is not among {all:#?}");
    let errors: Vec<_> = own(&changed).problems.into_iter().filter(|p| p.severity() == Severity::Error).collect();
    assert!(!errors.is_empty() && errors.len() <= 3, "{errors:#?}");
}

/// Ids of which there may be one only: in a file, an entry, a level.
#[rstest]
#[case(&[COMPETENCY, COMPETENCY].join("\n"), "27 competency[cloud-platform].id duplicate")]
#[case(&[DESIGNATION, DESIGNATION].join("\n"), "35 designation[mine].id duplicate")]
#[case(&[SCORE, SCORE].join("\n"), "26 score_option[points].id duplicate")]
fn the_same_id_twice(#[case] source: &str, #[case] said: &str) {
    assert_eq!(found(source), [said]);
    let reading = own(source);
    let Trouble::Duplicate(_, first) = reading.problems[0].trouble else { panic!("{reading:?}") };
    assert!(first == 2 || first == 3, "the line of the first: {first}");
}

fn versions(second: &str) -> String {
    let (head, version) = DESIGNATION.split_once("[[designation.version]]").unwrap();
    let again = version.replace("id = \"2025\"\nvalid_from = 2025-01-01\nvalid_to = 2025-12-31", second);
    format!("{head}[[designation.version]]{version}\n[[designation.version]]{again}")
}

#[rstest]
#[case("id = \"2026\"\nvalid_from = 2026-01-01", &[])]
#[case("id = \"2026\"\nvalid_from = 2025-12-31", &["35 designation[mine].version[2026].id overlap"])]
#[case("id = \"2024\"\nvalid_to = 2025-01-01", &["35 designation[mine].version[2024].id overlap"])]
#[case("id = \"2024\"\nvalid_from = 2024-01-01", &[])] // no end: the next one ends it
#[case("id = \"2024\"\nvalid_from = 2025-01-01", &["35 designation[mine].version[2024].id overlap"])]
#[case("id = \"2025\"\nvalid_from = 2026-01-01", &["35 designation[mine].version[2025].id duplicate"])]
fn two_versions_hold_on_different_days(#[case] second: &str, #[case] said: &[&str]) {
    assert_eq!(found(&versions(second)), said);
}

/// A circle of three is named once for each of its members; what only leads into it is not.
#[test]
fn circles_are_followed() {
    let requirement = |id: &str, people: &str| {
        format!("[[competency.option.level.requirements]]\nid = \"{id}\"\ncount = 1\npeople = \"{people}\"\nany_of = [\"AZ-104\"]\n")
    };
    let (head, _) = COMPETENCY.split_once("[[competency.option.level.requirements]]").unwrap();
    let parts = [("a", "subset_of:b"), ("b", "distinct_from:c"), ("c", "subset_of:a"), ("d", "subset_of:a")];
    let source = parts.iter().fold(head.to_owned(), |out, (id, people)| out + &requirement(id, people));
    let circles: Vec<Vec<String>> =
        (own(&source).problems.into_iter()).map(|p| if let Trouble::Circle(ids) = p.trouble { ids } else { panic!("{p:?}") }).collect();
    assert_eq!(circles, [["a", "b", "c", "a"], ["b", "c", "a", "b"], ["c", "a", "b", "c"]]);
}

/// What has no effect is a warning, and the nearest name is suggested.
#[rstest]
#[case(COMPETENCY, "performance", "performence", "Did you mean “performance”?")]
#[case(COMPETENCY, "ruleset", "rule_set", "Did you mean “ruleset”?")]
#[case(COMPETENCY, "relevant_for = \"cloud-platform\"", "relevant_for = \"cloud-plattform\"", "Did you mean “cloud-platform”?")]
#[case(COMPETENCY, "[\"AZ-104\", ", "[\"AZ-104\", \"AZ-104\", ", "twice")]
#[case(COMPETENCY, "ruleset = \"own-2021\"", "confidence = \"low\"", "never used")]
#[case(COMPETENCY, "ruleset = \"own-2021\"", "source = [\"KV-AZUR\"]", "Did you mean “KV-AZURE”?")]
#[case(
    COMPETENCY,
    "[[competency]]\nid = \"cloud-platform\"",
    "[[competency]]\nid = \"cloud-platform\"\nmaps_to = [\"infrastructur\"]",
    "Did you mean “infrastructure”?"
)]
#[case(DESIGNATION, "name = \"Our own\"", "name = \"Our own\"\nreplaces_competencies = [\"data\"]", "there is no competency “data”")]
#[case(SCORE, "[[score_option]]", "[rules]\nretired_exam_counts_months = 1\n[[score_option]]", "not read")]
fn what_has_no_effect_is_a_warning(#[case] source: &str, #[case] right: &str, #[case] wrong: &str, #[case] said: &str) {
    assert!(source.contains(right), "{right}");
    let reading = own(&source.replacen(right, wrong, 1));
    let [problem] = reading.problems.as_slice() else { panic!("{reading:#?}") };
    assert_eq!(problem.severity(), Severity::Warning);
    let message = problem.message(&Texts::new(Lang::En));
    assert!(message.contains(said), "{message}");
}

/// Points that are printed rounded: what is explained is a note, what is within the rounding is nothing.
#[test]
fn rounding_may_be_explained() {
    let changed = DESIGNATION.replace("points_per_person = 4", "points_per_person = 4.1\nrounding_note = \"printed so\"");
    assert_eq!(own(&changed).problems.iter().map(super::Problem::severity).collect::<Vec<_>>(), [Severity::Note]);
    let thirds =
        DESIGNATION.replace("people_for_max = 8", "people_for_max = 7").replace("points_per_person = 4", "points_per_person = 4.57");
    assert_eq!(own(&thirds).problems, []);
}

/// All mistakes are named at once, from the top to the end.
#[test]
fn every_mistake_of_a_file_is_named() {
    let source = [COMPETENCY, DESIGNATION].join("\n");
    let changes =
        [("valid_to = 2021-12-31", "valid_to = 2020-12-31"), ("count = 4", "count = 0"), ("AZ-303", "AZ-333"), ("\"smb\"", "\"S\"")];
    let wrong = changes.iter().fold(source, |text, (right, wrong)| text.replacen(right, wrong, 1));
    let lines: Vec<_> = own(&wrong).problems.iter().map(|p| p.line.unwrap()).collect();
    assert_eq!(lines, [9, 17, 18, 23, 38], "the count of 0 leaves one person, of whom two cannot be a part");
}

#[rstest]
#[case("")]
#[case("schema = 1\n")]
#[case("[sources.A]\ntitle = \"t\"\n")]
fn a_file_without_rules(#[case] source: &str) {
    assert_eq!(found(source), ["1  no-rules"]);
}

#[test]
fn a_mark_at_the_beginning_is_no_mistake() {
    assert_eq!(own(&format!("\u{feff}{COMPETENCY}")).problems, []);
    assert_eq!(own(&COMPETENCY.replace('\n', "\r\n")).problems, []);
}

/// Every message has its words in both languages and takes all its values.
#[test]
fn every_mistake_has_its_words() {
    let day = |text: &str| text.parse().unwrap();
    let unknown = |named| Trouble::UnknownId { named, id: "x".to_owned(), near: Some("y".to_owned()), harmless: false };
    let named = [Named::Credential, Named::Competency, Named::Designation, Named::Requirement, Named::Source];
    let mut all: Vec<Trouble> = Expected::ALL.map(Trouble::WrongType).into();
    all.extend(named.map(unknown));
    all.extend([
        Trouble::NotFound,
        Trouble::NoPermission,
        Trouble::TooLarge(4096),
        Trouble::NotUtf8,
        Trouble::Io("x".to_owned()),
        Trouble::EmptyFolder,
        Trouble::Syntax("x".to_owned()),
        Trouble::OtherSchema(2),
        Trouble::NoRules,
        Trouble::Missing("count"),
        Trouble::UnknownKey(Some("count")),
        Trouble::UnknownKey(None),
        Trouble::UnknownWord { word: "x".to_owned(), allowed: &["a", "b"] },
        Trouble::Circle(vec!["a".to_owned(), "a".to_owned()]),
        Trouble::TooSmall("-1".to_owned()),
        Trouble::Duplicate("x".to_owned(), 1234),
        Trouble::Repeated("x".to_owned()),
        Trouble::EndsBeforeItBegins(day("2026-01-02"), day("2026-01-01")),
        Trouble::Overlap { other: "x".to_owned(), from: Some(day("2026-01-01")) },
        Trouble::Overlap { other: "x".to_owned(), from: None },
        Trouble::AsksForNothing,
        Trouble::MoreThanTheWhole { of: "r1".to_owned(), count: 2 },
        Trouble::NotInStep("x".to_owned()),
        Trouble::PeoplePoints { sum: 39.98, max: 40.0, explained: false },
        Trouble::Sum { sum: 7.5, whole: 100.0 },
        Trouble::MoreThan { value: 2.0, most: 1.0 },
        Trouble::NothingScores,
        Trouble::TooManyWays,
        Trouble::Unused,
        Trouble::NotOfOnesOwn,
    ]);
    assert_eq!(all.iter().map(Trouble::code).collect::<BTreeSet<_>>().len(), 30, "one for each");
    for trouble in all {
        let [english, french] = Lang::ALL.map(|lang| trouble.message(&Texts::new(lang)));
        assert_ne!(english, french, "{trouble:?}");
        for said in [english, french] {
            assert!(!said.contains(['{', '}', '⟦', '$', '\n']) && !said.is_empty(), "{trouble:?}: {said}");
        }
    }
    assert!(Trouble::PeoplePoints { sum: 39.98, max: 40.0, explained: false }.message(&Texts::new(Lang::Fr)).contains("39,98"));
}

/// A piece of a file, changed as a slip of the hand changes it.
fn mutated() -> impl Strategy<Value = String> {
    let change = (any::<prop::sample::Index>(), 0usize..6, any::<prop::sample::Index>(), "[\\[\\]{}=\"',.#a-z0-9:\n-]{0,4}");
    (0usize..2, prop::collection::vec(change, 1..6)).prop_map(|(which, changes)| {
        let mut lines: Vec<String> = EMBEDDED[which].lines().map(str::to_owned).collect();
        for (line, what, other, noise) in changes {
            let (at, other) = (line.index(lines.len()), other.index(lines.len()));
            match what {
                0 => drop(lines.remove(at)),
                1 => lines.swap(at, other),
                2 => lines[at] = lines[other].clone(),
                3 => lines.insert(at, noise),
                4 => {
                    let chars: Vec<char> = lines[at].chars().collect();
                    let cut = other % (chars.len() + 1);
                    lines[at] = chars[..cut].iter().collect::<String>() + &noise + &chars[cut..].iter().collect::<String>();
                }
                _ => lines[at] = lines[at].replace(|c: char| c.is_ascii_digit(), &noise),
            }
        }
        lines.join("\n")
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever stands in a file: it is read or refused, and every mistake has a line of the file.
    #[test]
    fn no_file_stops_the_program(source in mutated()) {
        let last = source.lines().count().max(1) + 1;
        for reading in [own(&source), read("ours.toml", &source, None)] {
            for problem in &reading.problems {
                prop_assert!(problem.line.is_some_and(|line| (1..=last).contains(&line)), "{:?}", problem);
                prop_assert!(!problem.message(&Texts::new(Lang::Fr)).contains('⟦'));
            }
            if !reading.has_errors() {
                let merged = super::super::own::merge(programmes(), reading.part);
                prop_assert!(merged.designations.len() >= 6);
            }
        }
    }

    #[test]
    fn any_text_is_no_reason_to_panic(source in "\\PC{0,200}") {
        let _ = own(&source);
    }
}
