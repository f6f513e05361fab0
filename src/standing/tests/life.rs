//! The life of what is held (R11), and the qualification window of designations (R13).

use super::*;
use rstest::rstest;

fn held(anniversary: &str, level: Option<Level>) -> Enrolment {
    Enrolment { id: "cloud-platform".to_owned(), level, anniversary: day(anniversary) }
}

/// Two people needed, one of whom is there until the end of October 2018.
fn standing_of(question: &Question, in_force: bool) -> CompetencyStanding {
    let company =
        company(&(holds_exams("a", &["X-1"]) + &row("b", "exam X-1", "2018-01-01", "2018-10-31")).replace("2021-01-01", "2018-01-01"));
    let rules = competency(vec![silver(vec![requirement("r1", 2, People::Any, any_of(&["X-1"]))])]);
    stand(&company, Some(&rules), None, question, in_force).competencies.remove(0)
}

#[rstest]
#[case("2018-04-30", "2018-08-01", Phase::Quiet)]
#[case("2018-05-01", "2018-08-01", Phase::Look)]
#[case("2018-08-01", "2018-08-01", Phase::Look)]
#[case("2018-08-02", "2018-08-01", Phase::Renewal)]
#[case("2018-08-31", "2018-08-01", Phase::Renewal)]
#[case("2018-09-01", "2018-08-01", Phase::Over)]
fn three_months_before_the_anniversary_somebody_looks(#[case] on: &str, #[case] anniversary: &str, #[case] phase: Phase) {
    let question = Question { enrolments: vec![held(anniversary, Some(Level::Silver))], ..Question::of_day(day(on)) };
    let standing = standing_of(&question, true);
    let life = standing.life.unwrap();
    assert_eq!(life.phase, phase, "R11");
    assert_eq!((life.look_from, life.renewal), (day("2018-05-01"), (day("2018-08-02"), day("2018-08-31"))));
    assert_eq!(standing.stage, if phase == Phase::Over { None } else { Some(Stage::Active) });
}

#[rstest]
// The second person's certificate ends on 31 October.
#[case("2018-10-31", true, Risk::No, Stage::Active)]
#[case("2018-11-01", true, Risk::Yes, Stage::AtRisk)]
// Without rules for the day nothing is ever called at risk.
#[case("2018-11-01", false, Risk::CannotTell, Stage::Active)]
fn at_risk_is_what_breaks_by_the_anniversary(#[case] anniversary: &str, #[case] in_force: bool, #[case] risk: Risk, #[case] stage: Stage) {
    let question = Question { enrolments: vec![held(anniversary, Some(Level::Silver))], ..Question::of_day(day("2018-09-01")) };
    let standing = standing_of(&question, in_force);
    assert_eq!((standing.life.unwrap().risk, standing.stage), (risk, Some(stage)), "R11");
    let used = &standing.options[0].rules;
    assert_eq!((used.historic, used.id.as_str(), used.sources.as_slice()), (!in_force, "test", &["TEST".to_owned()][..]));
    assert_eq!(standing.options[0].levels()[0].notes.contains(&Note::Historic), !in_force);
}

#[test]
fn only_the_level_that_is_held_is_at_risk() {
    let question = Question { enrolments: vec![held("2018-11-01", Some(Level::Gold))], ..Question::of_day(day("2018-09-01")) };
    assert_eq!(standing_of(&question, true).life.unwrap().risk, Risk::CannotTell, "of Gold no rules are known");
    let missed = Question { enrolments: vec![held("2018-12-01", Some(Level::Silver))], ..Question::of_day(day("2018-11-15")) };
    assert_eq!(standing_of(&missed, true).life.unwrap().risk, Risk::Yes, "it is not met today");
}

#[rstest]
#[case("cloud-platform", "2021-01-01", true)]
#[case("cloud-platform", "2021-06-30", true)]
#[case("cloud-platform", "2021-07-01", false)]
#[case("cloud-platform", "2020-12-31", false)]
#[case("cloud-platform", "2022-03-01", false)]
#[case("cloud-business-applications", "2021-03-01", false)]
fn half_a_year_of_anniversaries_was_waived(#[case] id: &str, #[case] anniversary: &str, #[case] waived: bool) {
    assert_eq!(is_waived(id, day(anniversary)), waived, "R11");
}

#[test]
fn what_was_waived_is_a_note_and_no_risk() {
    let question = Question { enrolments: vec![held("2021-03-01", Some(Level::Silver))], ..Question::of_day(day("2021-01-15")) };
    let standing = standing_of(&question, true);
    let life = standing.life.unwrap();
    assert_eq!((life.waived, life.risk, standing.stage), (true, Risk::No, Some(Stage::Active)), "R11");
    assert!(standing.notes.contains(&Note::Waived));
}

#[rstest]
#[case("2018-09-01", Stage::Qualified)]
#[case("2018-11-01", Stage::Started)]
#[case("2017-01-01", Stage::NotStarted)]
fn what_is_not_held_is_qualified_or_started(#[case] on: &str, #[case] stage: Stage) {
    let standing = standing_of(&Question::of_day(day(on)), true);
    assert_eq!((standing.stage, standing.life.is_none()), (Some(stage), true), "R11");
    assert_eq!(standing_of(&Question::of_day(day(on)), false).stage, None, "older rules say nothing of today");
}

#[rstest]
#[case("2026-09-15", None, "2026-04-01", "2026-09-30")]
#[case("2026-02-28", None, "2025-09-01", "2026-02-28")]
#[case("2026-09-15", Some("2027-01-20"), "2026-08-01", "2027-01-31")]
#[case("2026-09-15", Some("2026-12-31"), "2026-07-01", "2026-12-31")]
fn one_day_in_six_months_is_enough(#[case] on: &str, #[case] anniversary: Option<&str>, #[case] first: &str, #[case] last: &str) {
    let enrolled_until = anniversary.map(day);
    assert_eq!(window(day(on), enrolled_until), Window { first: day(first), last: day(last), enrolled_until }, "R13");
}
