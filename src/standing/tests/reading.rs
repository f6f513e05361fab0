//! What the rules leave open, what no report can tell, and what the report itself says (R5).

use super::*;
use crate::catalog::programmes::{Eligibility, ScoreMetric, ScoreRules};
use rstest::rstest;

const ON: &str = "2021-05-19";

fn open(requirement: Requirement) -> Requirement {
    Requirement { ambiguous: Some("not said".to_owned()), ..requirement }
}

#[rstest]
// r2 leaves open whether its people are those of r1. Exams of each person, and people for r1.
#[case("X-1 X-2, X-1 X-2", 2, None)]
#[case("X-1 X-2, X-1 X-2", 1, Some(true))]
#[case("X-1, X-2", 1, Some(true))]
#[case("X-1 X-2, X-1", 1, Some(true))]
#[case("X-1 X-2, X-1", 2, None)]
#[case("X-1, X-1", 1, Some(false))]
fn what_is_open_is_read_generously_and_said(#[case] everyone: &str, #[case] count: u32, #[case] met: Option<bool>) {
    let each = everyone.split(", ").enumerate();
    let rows: String = each.map(|(n, exams)| holds_exams(&format!("p{n}"), &exams.split(' ').collect::<Vec<_>>())).collect();
    let rules =
        silver(vec![requirement("r1", count, People::Any, any_of(&["X-1"])), open(requirement("r2", 1, People::Any, any_of(&["X-2"])))]);
    let level = level_of(&company(&rows), rules, &Question::of_day(day(ON)));
    assert_eq!(level.met, met);
    assert!(level.notes.contains(&Note::Ambiguous("cloud-platform/option/silver/r2".to_owned(), "not said".to_owned())));
    assert_eq!(level.notes.contains(&Note::StrictDiffers), met.is_none());
    if met.is_none() {
        assert_eq!(level.requirements[1].short, Some(0), "the numbers are those of the generous reading");
    }
}

#[rstest]
// Whether both people need the same list of exams is open.
#[case(&["X-1", "X-2"], &["X-1", "X-2"], Some(true))]
#[case(&["X-1", "X-2"], &["X-3"], None)]
fn whether_all_go_the_same_way_may_be_open(#[case] a: &[&str], #[case] b: &[&str], #[case] met: Option<bool>) {
    let holds = Holds { any_set_of: vec![list(&["X-1", "X-2"]), list(&["X-3"])], ..Holds::default() };
    let rules = silver(vec![open(requirement("r1", 2, People::Any, holds))]);
    assert_eq!(level_of(&company(&(holds_exams("a", a) + &holds_exams("b", b))), rules, &Question::of_day(day(ON))).met, met);
}

#[test]
fn exams_and_assessments_may_be_two_ways() {
    let rows = holds_exams("a", &["AZ-104"]) + &row("b", "assessment ta-cloud-platform", "2021-01-01", "");
    let rules = || silver(vec![open(requirement("r1", 2, People::Any, any_of(&["AZ-104", "AZ-500", "ta-cloud-platform"])))]);
    let question = Question::of_day(day(ON));
    assert_eq!(level_of(&company(&rows), rules(), &question).met, None, "mixed");
    assert_eq!(level_of(&company(&(holds_exams("a", &["AZ-104"]) + &holds_exams("b", &["AZ-500"]))), rules(), &question).met, Some(true));
}

#[test]
fn performance_is_ticked_never_passed() {
    let rules =
        || LevelRules { performance: Some("USD 15,000".to_owned()), ..silver(vec![requirement("r1", 1, People::Any, any_of(&["X-1"]))]) };
    let rows = holds_exams("a", &["X-1"]);
    let question = Question::of_day(day(ON));
    let level = level_of(&company(&rows), rules(), &question);
    assert_eq!((level.met, level.skills_met), (None, Some(true)));
    assert_eq!(level.performance, Some(Performance { text: "USD 15,000".to_owned(), ticked: false }));
    let ticked = |path: &str| Question { ticked: [path.to_owned()].into(), ..question.clone() };
    assert_eq!(level_of(&company(&rows), rules(), &ticked("cloud-platform/option/silver")).met, Some(true));
    assert_eq!(level_of(&company(&rows), rules(), &ticked("cloud-platform/option/gold")).met, None, "another level's tick");
    assert_eq!(level_of(&company(""), rules(), &ticked("cloud-platform/option/silver")).met, Some(false));
}

#[test]
fn requirements_that_are_not_known_are_neither_met_nor_missed() {
    let company = company(&holds_exams("a", &["X-1"]));
    let question = Question::of_day(day(ON));
    let level = level_of(&company, silver(Vec::new()), &question);
    assert_eq!((level.met, level.skills_met, level.spare, keys(&level.notes)), (None, None, None, vec!["not-known"]));
    let nothing = silver(vec![requirement("r1", 1, People::Any, Holds::default()), requirement("r2", 1, People::Any, any_of(&["X-1"]))]);
    let level = level_of(&company, nothing, &question);
    assert_eq!((level.skills_met, level.requirements[0].have, level.requirements[1].short), (None, None, Some(0)));
    let dangling = silver(vec![requirement("r1", 1, People::SubsetOf("r7".to_owned()), any_of(&["X-1"]))]);
    assert_eq!(level_of(&company, dangling, &question).skills_met, None, "it refers to nothing");
}

fn marked(who: &str, id: &str, relevant: &str) -> String {
    with(who, "Yes", "Yes", &format!("exam {id}"), "2021-01-01", relevant, "")
}

#[rstest]
#[case("Cloud Platform", &["a", "b"])]
#[case("cloud-platform", &["a", "b"])]
#[case("Cloud Platform (Azure Consumption)", &["a"])]
#[case("DevOps", &["b"])]
#[case("Cloud", &[])]
fn users_may_ask_for_the_reports_own_mark(#[case] name: &str, #[case] who: &[&str]) {
    let rows = marked("a", "X-1", "Cloud Platform (Azure Consumption)")
        + &marked("b", "X-2", "DevOps (A); CLOUD PLATFORM (Other)")
        + &marked("c", "X-3", "-")
        + &with("d", "No", "No", "exam X-1", "2021-01-01", "Cloud Platform (Azure Consumption)", "");
    let company = company(&rows);
    let holds = || Holds { relevant_for: Some(name.to_owned()), ..Holds::default() };
    let level = level_of(&company, silver(vec![requirement("r1", 1, People::Any, holds())]), &Question::of_day(day(ON)));
    assert_eq!(holders(&company, &level.requirements[0]), who, "R5");
}

#[test]
fn a_mark_on_what_was_withdrawn_long_ago_does_not_count() {
    let company = company(&marked("a", "AZ-301", "Cloud Platform"));
    let have = |on: &str| {
        let holds = Holds { relevant_for: Some("Cloud Platform".to_owned()), ..Holds::default() };
        level_of(&company, silver(vec![requirement("r1", 1, People::Any, holds)]), &Question::of_day(day(on))).requirements[0].have
    };
    assert_eq!((have("2021-09-30"), have("2021-10-01")), (Some(1), Some(0)), "R4, R15: listed is not counted");
}

#[test]
fn without_the_column_the_reports_own_mark_is_unknown() {
    let company = company_of_csv(
        "Email,MCID,Associated to PMC,Associated to PC,Skill Type,Skill ID,Skill Completion Date\na@x.example,8000001,Yes,Yes,Exam,AZ-104,2021-01-01\n",
    );
    let holds = Holds { relevant_for: Some("Cloud Platform".to_owned()), ..Holds::default() };
    let level = level_of(&company, silver(vec![requirement("r1", 1, People::Any, holds)]), &Question::of_day(day(ON)));
    assert_eq!((level.met, level.requirements[0].have, keys(&level.notes)), (None, None, vec!["no-relevant-column"]));
    let competency = competency(Vec::new());
    assert!(stand(&company, Some(&competency), None, &Question::of_day(day(ON)), true).competencies[0].relevance.is_none());
}

/// The four documented columns alone: whom the report marks is known, which skills these are is not (R2, R5).
#[test]
fn skills_that_are_not_named_are_marked_and_not_judged() {
    let company = company_of_csv(
        "MCID,Associated to PMC,Associated to PC,Relevant for Competencies  (Option) or Programs\n8000001,Yes,Yes,Cloud Platform (A)\n8000002,Yes,No,Cloud Platform (A)\n",
    );
    let level = level_of(&company, silver(vec![requirement("r1", 1, People::Any, any_of(&["AZ-104"]))]), &Question::of_day(day(ON)));
    assert_eq!((level.met, level.requirements[0].have, keys(&level.notes)), (None, None, vec!["skills-not-named"]));
    let holds = Holds { relevant_for: Some("Cloud Platform".to_owned()), ..Holds::default() };
    let level = level_of(&company, silver(vec![requirement("r1", 1, People::Any, holds)]), &Question::of_day(day(ON)));
    assert_eq!((level.skills_met, level.requirements[0].have), (Some(true), Some(1)), "the mark is all that this rule asks for");
    let competency = competency(Vec::new());
    let standing = stand(&company, Some(&competency), None, &Question::of_day(day(ON)), true);
    let marked = standing.competencies[0].relevance.as_ref().unwrap();
    assert_eq!((marked.people.count(), marked.only_report.len()), (1, 0), "R5: nothing is said to be named by no rule");
}

#[test]
fn where_report_and_catalog_disagree_both_are_said() {
    let rows = marked("a", "X-1", "Cloud Platform (A)")
        + &marked("b", "X-1", "")
        + &marked("c", "X-2", "Cloud Platform (B)")
        + &marked("d", "X-3", "DevOps");
    let company = company(&rows);
    let asked = competency(vec![silver(vec![requirement("r1", 1, People::Any, any_of(&["X-1"]))])]);
    let question = Question::of_day(day(ON));
    let relevance = stand(&company, Some(&asked), None, &question, true).competencies.remove(0).relevance.unwrap();
    assert_eq!(people(&company, relevance.people.list().iter().map(|h| h.person)), ["a", "c"]);
    assert_eq!(relevance.only_catalog, [SkillRef { account: 1, skill: 0 }], "b");
    assert_eq!(relevance.only_report, [SkillRef { account: 2, skill: 0 }], "c");
    let mut unknown = competency(Vec::new());
    unknown.options.clear();
    let standing = stand(&company, Some(&unknown), None, &question, true).competencies.remove(0);
    let relevance = standing.relevance.unwrap();
    assert_eq!(relevance.people.count(), 2, "without rules the report's own marks are shown");
    assert!(relevance.only_report.is_empty() && standing.options.is_empty() && standing.notes == [Note::NotKnown]);
}

#[test]
fn each_skill_knows_the_paths_where_the_catalog_counts_it() {
    let company = company(
        &(marked("a", "X-1", "") + &with("b", "No", "No", "exam X-1", "2021-01-01", "", "") + &marked("c", "X-9", "Cloud Platform")),
    );
    let gold = LevelRules { level: Level::Gold, ..silver(vec![requirement("r1", 1, People::Any, all_of(&["X-1", "X-2"]))]) };
    let competency = competency(vec![silver(vec![requirement("r1", 1, People::Any, any_of(&["X-1"]))]), gold]);
    let designation = designation(vec![arithmetic::metric(20.0, 5, &[arithmetic::gate(1, 0.0, &["X-2"]), arithmetic::scored(&["x-1"])])]);
    let (numbers, question) = (numbers(), Question::of_day(day(ON)));
    let rules = rules_of(&numbers, Some(&competency), Some(&designation), true);
    let paths = Paths::new(&company, catalog(), &rules, &question);
    let expected = ["security/intermediate/enterprise/2", "cloud-platform/option/silver/r1", "cloud-platform/option/gold/r1"];
    assert_eq!(paths.counting(&company, 0, 0), expected);
    assert!(paths.counting(&company, 1, 0).is_empty(), "not associated (R15)");
    assert_eq!(paths.of_skill(&company, 1, 0)[0], (expected[0], Reason::NotAssociated { pmc: false }));
    assert!(paths.of_skill(&company, 2, 0).is_empty(), "no rule names it (R5)");
    assert_eq!(paths.all()[0], "security/intermediate/enterprise/1");
    let smb = Question { track: Some(Track::Smb), ..question };
    assert_eq!(Paths::new(&company, catalog(), &rules, &smb).counting(&company, 0, 0), expected[1..]);
}

#[rstest]
#[case("2021-12-31", Some(2), 6.0, 15.0)]
// MB-200 counts until the end of 2021, by the option's own word.
#[case("2022-01-01", Some(1), 3.0, 7.5)]
fn of_a_score_only_the_points_for_people_are_told(
    #[case] on: &str,
    #[case] have: Option<u32>,
    #[case] developed: f64,
    #[case] developing: f64,
) {
    let holds = Holds { one_from_each: vec![list(&["MB-200", "PL-200"]), list(&["MB-230"])], ..Holds::default() };
    let rules = ScoreRules {
        silver_from: 60,
        gold_from: 80,
        most: 100,
        metrics: vec![
            ScoreMetric { name: "revenue".to_owned(), max_points: 85.0, people: None },
            ScoreMetric { name: "functional-consultants".to_owned(), max_points: 15.0, people: Some((5, 2, holds)) },
        ],
        grace: vec![Eligibility {
            id: "MB-200".to_owned(),
            retired: Some(day("2020-12-31")),
            counts_until: Some(day("2021-12-31")),
            note: None,
        }],
    };
    let mut asked = competency(Vec::new());
    asked.options[0].kind = OptionKind::Score(rules);
    let rows =
        holds_exams("a", &["MB-200", "MB-230"]) + &holds_exams("b", &["PL-200", "MB-230"]) + &holds_exams("c", &["MB-200", "PL-200"]);
    let company = company(&rows);
    let standing = stand(&company, Some(&asked), None, &Question::of_day(day(on)), true);
    let OptionStandingKind::Score(score) = &standing.competencies[0].options[0].kind else { panic!("it is a score") };
    let metric = &score.metrics[1];
    assert_eq!(metric.path, "cloud-platform/option/functional-consultants");
    assert_eq!(metric.people.as_ref().unwrap().have, have);
    assert_eq!((score.points, score.max_points, score.of), ((developed, developing), 15.0, (100, 60, 80)));
    assert!(score.metrics[0].people.is_none() && score.notes.contains(&Note::PeoplePointsOnly));
    assert!(standing.competencies[0].options[0].levels().is_empty());
}

/// ERP Gold, SMB O365 Silver: nobody is asked for, and the rest no report tells.
#[test]
fn a_level_that_asks_for_no_people_has_them() {
    let text = "annual gross licence revenue: USD 175,000";
    let rules = || LevelRules { level: Level::Gold, requirements: Vec::new(), performance: Some(text.to_owned()) };
    let company = company(&row("a", "exam AZ-104", "2021-01-01", ""));
    let mut question = Question::of_day(day("2021-05-19"));
    let level = level_of(&company, rules(), &question);
    assert_eq!((level.skills_met, level.met), (Some(true), None));
    assert!(!keys(&level.notes).contains(&"not-known"));
    question.ticked.insert("cloud-platform/option/gold".to_owned());
    let level = level_of(&company, rules(), &question);
    assert_eq!((level.skills_met, level.met), (Some(true), Some(true)), "it follows the tick");
    let level = level_of(&company, LevelRules { performance: None, ..rules() }, &question);
    assert_eq!((level.skills_met, level.met), (None, None), "where nothing is asked for, the rules are not known");
    assert!(keys(&level.notes).contains(&"not-known"));
}
