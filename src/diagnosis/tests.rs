//! Every rule by small reports: what it finds, what it leaves alone, where the proof stands, and when it stays silent.

use super::*;
use crate::catalog::programmes::Level;
use crate::catalog::{catalog, programmes};
use crate::model::Field;
use crate::model::test_support::company;
use crate::standing::{Enrolment, Risk};
use rstest::rstest;

mod lists;

const HEAD: &str = "First Name,Last Name,Email,MCID,Associated to PMC,Associated to PC,Skill Type,Skill Name,Skill ID,Skill Completion Date,\
                    Relevant for Competencies  (Option) or Programs,Skill Expiration Date\n";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn question(on: &str) -> Question {
    Question::of_day(day(on))
}

fn look(csv: &str, question: &Question, ask: &Ask<'_>) -> Diagnosis {
    diagnose(&company(csv), catalog(), &Rules::on(programmes(), question.as_of), question, ask)
}

/// The findings of one kind in a report of a day.
fn found(code: Code, rows: &str, on: &str) -> Vec<Finding> {
    let diagnosis = look(&format!("{HEAD}{rows}"), &question(on), &Ask::of_day(day(on)));
    diagnosis.findings.into_iter().filter(|finding| finding.code == code).collect()
}

/// Accounts, skills, and the cells of the proof as row and column.
type Told = Vec<(Option<u32>, Option<u32>, Vec<(u32, Option<u32>)>)>;

fn told(findings: &[Finding]) -> Told {
    let cells = |finding: &Finding| finding.evidence.iter().map(|cell| (cell.row, cell.column)).collect();
    findings.iter().map(|finding| (finding.account, finding.skill, cells(finding))).collect()
}

fn why(csv: &str, code: Code) -> Option<Why> {
    let diagnosis = look(csv, &question("2021-05-19"), &Ask::of_day(day("2021-05-19")));
    diagnosis.silent.iter().find(|silent| silent.code == code).map(|silent| silent.why)
}

fn person(email: &str, pmc: &str, pc: &str, skill: &str) -> String {
    format!("A,{email},{email}@x.example,{},{pmc},{pc},{skill}\n", email.len())
}

#[test]
fn codes_have_their_names_once_and_the_serious_ones_come_first() {
    let names: std::collections::BTreeSet<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    assert_eq!(names.len(), Code::ALL.len());
    assert!(Code::ALL.is_sorted_by_key(|code| code.severity()));
    assert_eq!(Code::ALL.iter().filter(|code| code.severity() == Severity::Urgent).count(), 1);
}

#[rstest]
#[case("Yes", "No", "Exam,,AZ-104,2021-01-01,Cloud (A),", Some(Code::PmcOnly))]
#[case("Yes", "No", "Certification,,azure-administrator-associate,2019-01-01,Cloud (A),2021-05-19", Some(Code::PmcOnly))]
#[case("Yes", "No", "Certification,,azure-administrator-associate,2019-01-01,Cloud (A),2021-05-18", Some(Code::NotAssociated))]
#[case("Yes", "No", "Exam,,AZ-104,2021-01-01,,", Some(Code::NotAssociated))]
#[case("Yes", "No", ",,,,,", Some(Code::NotAssociated))]
#[case("No", "No", "Exam,,AZ-104,2021-01-01,Cloud (A),", Some(Code::NotAssociated))]
#[case("", "No", "Exam,,AZ-104,2021-01-01,Cloud (A),", Some(Code::NotAssociated))]
#[case("Yes", "", "Exam,,AZ-104,2021-01-01,Cloud (A),", None)]
#[case("Yes", "Yes", "Exam,,AZ-104,2021-01-01,Cloud (A),", None)]
fn who_is_only_in_the_old_portal(#[case] pmc: &str, #[case] pc: &str, #[case] skill: &str, #[case] expected: Option<Code>) {
    let rows = person("other", "Yes", "Yes", ",,,,,") + &person("x", pmc, pc, skill);
    let codes = [Code::PmcOnly, Code::NotAssociated];
    let holds: Vec<Code> = codes.into_iter().filter(|code| !found(*code, &rows, "2021-05-19").is_empty()).collect();
    assert_eq!(holds, expected.into_iter().collect::<Vec<_>>(), "R7");
}

#[test]
fn priority_users_come_with_both_cells_and_the_relevant_ones() {
    let rows = person("a", "Yes", "Yes", ",,,,,")
        + &person("bb", "Yes", "No", "Exam,,AZ-104,2021-01-01,,")
        + &person("bb", "Yes", "No", "Exam,,AZ-500,2021-01-01,Cloud (A),");
    let findings = found(Code::PmcOnly, &rows, "2021-05-19");
    assert_eq!(told(&findings), [(Some(1), None, vec![(3, Some(4)), (3, Some(5)), (4, Some(10))])], "R7");
}

/// By the rules of 2018: two people for Silver. Whoever fills a missing place goes before whoever has more skills.
#[test]
fn priority_users_are_ranked_by_what_they_bring() {
    let exam = |who: &str, pc: &str, id: &str| person(who, "Yes", pc, &format!("Exam,,{id},2017-06-01,Cloud (A),"));
    let many: String = ["62-193", "74-697", "98-349", "98-361"].iter().map(|id| exam("b", "No", id)).collect();
    let rows = exam("aaa", "Yes", "70-533") + &many + &exam("cc", "No", "70-533");
    let findings = found(Code::PmcOnly, &rows, "2018-05-01");
    let order: Vec<Option<u32>> = findings.iter().map(|finding| finding.account).collect();
    assert_eq!(order, [Some(2), Some(1)], "R7");
    let Detail::Pmc { skills, gain, .. } = &findings[0].detail else { panic!("{findings:?}") };
    assert_eq!(*skills, 1);
    assert!(gain.places.iter().any(|place| place.path.starts_with("cloud-platform/") && place.people > 0), "{gain:?}");
}

#[rstest]
#[case(None, Clock::Unknown)]
#[case(Some("2021-03-01"), Clock::Runs(day("2021-09-01")))]
#[case(Some("2020-11-19"), Clock::Runs(day("2021-05-19")))]
#[case(Some("2020-11-18"), Clock::Over(day("2021-05-18")))]
fn the_six_months_run_from_the_move(#[case] moved: Option<&str>, #[case] expected: Clock) {
    let rows = person("a", "Yes", "No", "Exam,,AZ-104,2021-01-01,Cloud (A),");
    let question = Question { move_date: moved.map(day), ..question("2021-05-19") };
    let diagnosis = look(&format!("{HEAD}{rows}"), &question, &Ask::of_day(day("2021-05-19")));
    let Detail::Pmc { clock, .. } = diagnosis.findings[0].detail else { panic!("{diagnosis:?}") };
    assert_eq!(clock, expected, "R7");
}

/// PMC was retired in May 2022: half a year later nobody's six months run.
#[rstest]
#[case("2022-11-30", Clock::Unknown)]
#[case("2022-12-01", Clock::ShutDown)]
fn when_pmc_is_shut_down_the_day_of_the_move_says_nothing(#[case] as_of: &str, #[case] expected: Clock) {
    let rows = person("a", "Yes", "No", "Exam,,AZ-104,2021-01-01,Cloud (A),");
    let diagnosis = look(&format!("{HEAD}{rows}"), &question(as_of), &Ask::of_day(day(as_of)));
    let Detail::Pmc { clock, .. } = diagnosis.findings[0].detail else { panic!("{diagnosis:?}") };
    assert_eq!(clock, expected, "R7");
}

#[test]
fn a_contradiction_shows_one_row_for_each_answer() {
    let rows = person("a", "Yes", "Yes", ",,,,,") + &person("a", "Yes", "Yes", "Exam,,AZ-1,,,") + &person("a", "", "No", "Exam,,AZ-2,,,");
    let findings = found(Code::ConflictingAssociation, &rows, "2021-05-19");
    assert_eq!(told(&findings), [(Some(0), None, vec![(2, Some(5)), (4, Some(5))])]);
    assert!(matches!(findings[0].detail, Detail::Conflict { pmc: false, pc: true }));
    assert_eq!(found(Code::NotAssociated, &rows, "2021-05-19").len(), 0, "nobody knows");
}

#[test]
fn without_skills_the_file_is_asked_where_they_may_be() {
    let rows = "A,B,ab@x.example,1,Yes,Yes,,,,,,\nA,B,ab@x.example,2,Yes,Yes,Exam,,AZ-104,2021-01-01,,\n\
                C,D,cd@x.example,3,Yes,Yes,,,,,,\nC,D,cd@gmail.example,4,Yes,Yes,Exam,,AZ-104,2021-01-01,,\n\
                E,F,ef@x.example,5,No,No,,,,,,\nG,H,gh@x.example,6,Yes,Yes,,,,,,\n";
    let findings = found(Code::NoSkills, rows, "2021-05-19");
    let causes: Vec<(Option<u32>, NoSkills)> = findings
        .iter()
        .map(|finding| match finding.detail {
            Detail::NoSkills { cause, .. } => (finding.account, cause),
            _ => panic!("{finding:?}"),
        })
        .collect();
    let expected = [
        (Some(0), NoSkills::Elsewhere(1)),
        (Some(2), NoSkills::MaybeElsewhere(3)),
        (Some(4), NoSkills::NotAssociated),
        (Some(5), NoSkills::Nothing),
    ];
    assert_eq!(causes, expected, "T1");
    assert_eq!(findings[0].others, [1]);
}

#[test]
fn what_counts_nowhere_is_told_by_the_file() {
    let rows = person("a", "Yes", "Yes", "Exam,,AZ-104,2021-01-01,Cloud (A),") + &person("a", "Yes", "Yes", "Exam,,AZ-900,2021-01-01,,");
    assert_eq!(
        told(&found(Code::SkillNotCounting, &rows, "2021-05-19")),
        [(Some(0), Some(1), vec![(3, Some(7)), (3, Some(8)), (3, Some(10))])]
    );
}

const TRAININGS: &str =
    "TrainingActivityId,TrainingTitle,TrainingType,CorpEmail,TrainingCompletionDate,ExpirationDate,ActivationStatus,MCPID\n";

/// An exam of a certification that is asked for is left alone, and what nobody knows.
#[test]
fn without_the_column_the_designations_tell() {
    let rows = "1,Microsoft Certified: AI Agent Builder Associate,Certification,a@x.example,2024-01-01,,Active,8000001\n\
                2,Microsoft Certified: Azure Administrator Associate,Certification,a@x.example,2026-01-01,2027-01-01,Active,8000001\n\
                3,Microsoft Certified: Azure Solutions Architect Expert,Certification,a@x.example,2026-01-01,2027-01-01,Revoked,8000001\n\
                4,Microsoft Azure Administrator,Exam,a@x.example,2025-01-01,,Active,8000001\n\
                5,Basket Weaving,Certification,a@x.example,2025-01-01,,Active,8000001\n\
                6,Something,Certification,b@x.example,2020-01-01,,Active,8000002\n";
    let on = "2026-09-15";
    let all = look(&format!("{TRAININGS}{rows}"), &question(on), &Ask::of_day(day(on)));
    let found: Vec<&Finding> = all.findings.iter().filter(|f| f.code == Code::SkillNotCounting).collect();
    let why = |finding: &&Finding| match finding.detail {
        Detail::NotCounting(why) => (finding.skill, why, finding.confidence),
        _ => panic!("{finding:?}"),
    };
    let expected = [(Some(0), NotCounting::ByRules, Some(Confidence::Likely)), (Some(2), NotCounting::Inactive, None)];
    assert_eq!(found.iter().map(why).collect::<Vec<_>>(), expected, "R5, R15");
    assert_eq!(self::why(&format!("{TRAININGS}{rows}"), Code::SkillNotCounting), Some(Why::Rules), "too little is known of 2021");
}

#[test]
fn a_later_row_of_the_same_certification_settles_an_old_one() {
    let cert = |email: &str, id: &str, earned: &str, last: &str| {
        person(email, "Yes", "Yes", &format!("Certification,,{id},{earned},Cloud (A),{last}"))
    };
    let rows = cert("a", "azure-administrator-associate", "2018-01-01", "2020-01-01")
        + &cert("a", "azure-administrator-associate", "2020-01-02", "2022-01-02")
        + &cert("bb", "azure-administrator-associate", "2017-01-01", "2019-01-01")
        + &cert("bb", "azure-administrator-associate", "2018-01-01", "2020-01-01")
        + &cert("bb", "azure-fundamentals", "2018-01-01", "");
    assert_eq!(told(&found(Code::Expired, &rows, "2021-05-19")), [(Some(1), Some(1), vec![(5, Some(7)), (5, Some(11))])], "R12");
}

#[rstest]
#[case("2021-05-18", None, true)]
#[case("2021-05-19", Some(0), false)]
#[case("2021-11-19", Some(184), false)]
#[case("2021-11-20", None, false)]
fn the_renewal_is_open_for_six_months(#[case] last: &str, #[case] days: Option<i64>, #[case] expired: bool) {
    let rows = person("a", "Yes", "Yes", &format!("Certification,,azure-administrator-associate,2019-01-01,Cloud (A),{last}"));
    let findings = found(Code::Expiring, &rows, "2021-05-19");
    let left = findings.first().map(|finding| match finding.detail {
        Detail::LastDay(last) => (last - day("2021-05-19")).num_days(),
        _ => panic!("{finding:?}"),
    });
    assert_eq!((left, !found(Code::Expired, &rows, "2021-05-19").is_empty()), (days, expired), "R12");
}

#[test]
fn what_cannot_be_renewed_does_not_ask_for_it() {
    let retired = person("a", "Yes", "Yes", "Certification,,azure-developer-associate-x,2019-01-01,,2021-07-01");
    assert_eq!(found(Code::Expiring, &retired, "2021-05-19").len(), 1, "what the catalog does not know may be");
    let gone =
        catalog().credentials.iter().find(|c| c.kind == crate::model::SkillType::Certification && c.retired == Some(day("2021-01-31")));
    let gone = gone.map_or_else(|| panic!("a certification that ended then"), |c| c.id.clone());
    let rows = person("a", "Yes", "Yes", &format!("Certification,,{gone},2019-01-01,,2021-07-01"));
    assert_eq!(found(Code::Expiring, &rows, "2021-05-19").len(), 0, "R12");
    assert_eq!(found(Code::RetiredStillListed, &rows, "2021-05-19").len(), 1, "R4");
    assert_eq!(found(Code::RetiredStillListed, &rows, "2021-01-31").len(), 0, "the last day is a day");
    let exam = person("a", "Yes", "Yes", "Exam,,AZ-104,2019-01-01,,2021-07-01");
    assert_eq!(found(Code::Expiring, &exam, "2021-05-19").len(), 0, "exams are not renewed");
}

#[rstest]
#[case("Exam", "2021-05-16", Some("2021-05-19"))]
#[case("Exam", "2021-05-15", None)]
#[case("Exam", "2021-05-19", Some("2021-05-22"))]
#[case("Exam", "2021-05-20", None)]
#[case("Assessment", "2021-05-09", Some("2021-05-19"))]
#[case("Assessment", "2021-05-08", None)]
fn what_is_new_needs_time(#[case] kind: &str, #[case] earned: &str, #[case] until: Option<&str>) {
    let rows = person("a", "Yes", "Yes", &format!("{kind},,X-1,{earned},Cloud (A),"));
    let findings = found(Code::TooRecent, &rows, "2021-05-19");
    let wait = findings.first().map(|finding| match finding.detail {
        Detail::Wait(until) => until,
        _ => panic!("{finding:?}"),
    });
    assert_eq!(wait, until.map(day), "R3");
}

#[test]
fn placeholders_are_no_mcid() {
    let rows: String =
        ["0", "-", "N/A", "", "8000001"].iter().enumerate().map(|(n, id)| format!("A,B,p{n}@x.example,{id},,Yes,,,,,,\n")).collect();
    let rows = rows + "A,B,p0@x.example,8000002,,Yes,,,,,,\n";
    let findings = found(Code::MissingMcid, &rows, "2021-05-19");
    assert_eq!(findings.iter().map(|f| f.account).collect::<Vec<_>>(), [Some(0), Some(1), Some(2), Some(3)], "R2");
    assert!(matches!(findings[0].detail, Detail::Mcid(Some(5))), "another row of the address has one: {findings:?}");
    assert_eq!(told(&findings)[1].2, [(3, Some(3))]);
}

#[test]
fn repeated_rows_are_counted_by_account() {
    let row = person("a", "Yes", "Yes", "Exam,,AZ-104,2021-01-01,Cloud (A),");
    let rows = row.clone() + &person("bb", "Yes", "Yes", ",,,,,") + &row + &row;
    let findings = found(Code::DuplicateRow, &rows, "2021-05-19");
    assert_eq!(told(&findings), [(Some(0), None, vec![(4, None), (5, None)])]);
}

#[test]
fn nobody_is_associated_only_if_nobody_says_yes() {
    let no = person("a", "Yes", "No", ",,,,,") + &person("bb", "Yes", "", ",,,,,");
    assert_eq!(told(&found(Code::NobodyAssociated, &no, "2021-05-19")), [(None, None, vec![(1, Some(5))])], "T2");
    let yes = no.clone() + &person("ccc", "Yes", "Yes", ",,,,,");
    assert_eq!(found(Code::NobodyAssociated, &yes, "2021-05-19").len(), 0);
    let both = no + &person("a", "Yes", "Yes", ",,,,,");
    assert_eq!(found(Code::NobodyAssociated, &both, "2021-05-19").len(), 0, "somebody may be");
}

#[test]
fn an_empty_report_says_only_that() {
    let all = look(HEAD, &question("2021-05-19"), &Ask::of_day(day("2021-05-19")));
    assert_eq!(all.findings.iter().map(|f| f.code).collect::<Vec<_>>(), [Code::EmptyReport], "T2");
    assert_eq!(all.silent, []);
}

#[rstest]
#[case("2021-06-19", None)]
#[case("2021-06-20", Some(32))]
fn a_report_is_old_after_a_month(#[case] today: &str, #[case] days: Option<i64>) {
    let ask = Ask { today: day(today), ..Ask::of_day(day("2021-05-19")) };
    let all = look(&format!("{HEAD}{}", person("a", "Yes", "Yes", ",,,,,")), &question("2021-05-19"), &ask);
    let found = all.findings.iter().find_map(|f| if let Detail::Days(days) = f.detail { Some(days) } else { None });
    assert_eq!(found, days, "R1");
}

#[test]
fn a_short_period_is_said_and_nobody_is_told_to_lack_anything() {
    let row = "1,Microsoft Azure Administrator,Exam,a@x.example,2021-05-01,,Active,8000001\n,,,b@x.example,,,,8000002\n";
    let csv = format!("{TRAININGS}{row}");
    let all = look(&csv, &question("2021-05-19"), &Ask::of_day(day("2021-05-19")));
    assert!(all.findings.iter().any(|f| f.code == Code::ShortSpan && matches!(f.detail, Detail::Span(..))), "R16");
    assert!(all.findings.iter().all(|f| f.code != Code::NoSkills), "R16: it proves no absence");
    assert_eq!(why(&csv, Code::NoSkills), Some(Why::ShortSpan));
}

fn held(id: &str, level: Option<Level>, anniversary: &str) -> Enrolment {
    Enrolment { id: id.to_owned(), level, anniversary: day(anniversary) }
}

#[rstest]
#[case("2021-11-20", Some(Level::Gold), None)]
#[case("2021-11-19", Some(Level::Gold), Some(92))]
#[case("2021-08-19", Some(Level::Gold), Some(0))]
#[case("2021-07-20", Some(Level::Gold), Some(-30))]
#[case("2021-07-19", Some(Level::Gold), None)]
#[case("2021-08-18", None, None)]
fn an_anniversary_is_near_for_three_months(#[case] anniversary: &str, #[case] level: Option<Level>, #[case] days: Option<i64>) {
    let question = Question { enrolments: vec![held("cloud-platform", level, anniversary)], ..question("2021-08-19") };
    let all = look(&format!("{HEAD}{}", person("a", "Yes", "Yes", ",,,,,")), &question, &Ask::of_day(question.as_of));
    let found = all.findings.iter().find_map(|f| if let Detail::Anniversary(near) = &f.detail { Some(near.days) } else { None });
    assert_eq!(found, days, "R11");
}

#[test]
fn waived_anniversaries_are_none() {
    let question = Question { enrolments: vec![held("cloud-platform", Some(Level::Gold), "2021-06-30")], ..question("2021-05-19") };
    let all = look(&format!("{HEAD}{}", person("a", "Yes", "Yes", ",,,,,")), &question, &Ask::of_day(question.as_of));
    assert!(all.findings.iter().all(|f| f.code != Code::AnniversaryNear), "R11");
}

/// By the rules of 2018, with nobody to fill them; and the row of the history that says so.
#[test]
fn an_anniversary_tells_the_risk_and_its_row() {
    let question = Question { enrolments: vec![held("cloud-platform", Some(Level::Gold), "2018-07-01")], ..question("2018-05-01") };
    let history = [Held {
        id: "cloud-platform".to_owned(),
        name: "Cloud Platform".to_owned(),
        level: Level::Gold,
        state: crate::model::HeldState::Active,
        from: None,
        anniversary: day("2018-07-01"),
        path: "history.tsv".to_owned(),
        row: 7,
    }];
    let ask = Ask { history: &history, ..Ask::of_day(question.as_of) };
    let all = look(&format!("{HEAD}{}", person("a", "Yes", "Yes", "Exam,,AZ-104,2018-01-01,,")), &question, &ask);
    let found: Vec<&Finding> = all.findings.iter().filter(|f| f.code == Code::AnniversaryNear).collect();
    assert_eq!(found[0].evidence, [Cell { of: Of::History(0), row: 7, column: None }]);
    let Detail::Anniversary(near) = &found[0].detail else { panic!("{found:?}") };
    assert_ne!(near.life.as_ref().unwrap().risk, Risk::No, "R11");
}

#[rstest]
#[case(Code::PmcOnly, Some(Why::Column(Field::AssociatedPmc)))]
#[case(Code::NotAssociated, Some(Why::Column(Field::AssociatedPc)))]
#[case(Code::ConflictingAssociation, Some(Why::Column(Field::AssociatedPc)))]
#[case(Code::NobodyAssociated, Some(Why::Column(Field::AssociatedPc)))]
#[case(Code::Expired, None)]
#[case(Code::PossibleDuplicate, None)]
#[case(Code::MissingMcid, None)]
fn without_the_columns_of_associations_their_rules_are_silent(#[case] code: Code, #[case] expected: Option<Why>) {
    let rows = "1,Microsoft Azure Administrator,Exam,a@x.example,2020-01-01,,Active,8000001\n2,Other,Exam,a@x.example,2021-05-01,,Active,8000001\n";
    assert_eq!(why(&format!("{TRAININGS}{rows}"), code), expected, "R15");
}

#[test]
fn a_column_that_says_nothing_is_none() {
    let csv = format!("{HEAD}{}", person("a", "", "", "Exam,,AZ-104,2021-01-01,Cloud (A),"));
    assert_eq!(why(&csv, Code::PmcOnly), Some(Why::Nothing(Field::AssociatedPmc)));
    assert_eq!(why(&csv, Code::NotAssociated), Some(Why::Nothing(Field::AssociatedPc)));
}

/// Of the four required columns alone: what is missing is said, and what needs more stays silent.
#[test]
fn required_columns_that_are_missing_are_said() {
    let csv = "MCID,Associated to PMC,Associated to PC,Skill Name\n8000001,Yes,No,Tents\n8000002,Yes,Yes,Tents\n";
    let all = look(csv, &question("2021-05-19"), &Ask { report_date: None, ..Ask::of_day(day("2021-05-19")) });
    let missing: Vec<Field> =
        all.findings.iter().filter_map(|f| if let Detail::Column(field) = f.detail { Some(field) } else { None }).collect();
    assert_eq!(missing, [Field::Relevant], "R2");
    let silent: Vec<(Code, Why)> = all.silent.iter().map(|s| (s.code, s.why)).collect();
    let expected = [
        (Code::PmcOnly, Why::Column(Field::Relevant)),
        (Code::ReportOld, Why::ReportDate),
        (Code::MissingFromReport, Why::NoStaffList),
        (Code::PossibleDuplicate, Why::Names),
        (Code::Expiring, Why::Column(Field::ExpirationDate)),
        (Code::LeftCompany, Why::NoStaffList),
        (Code::EmailMismatch, Why::NoList),
        (Code::SkillNotCounting, Why::Rules),
        (Code::Expired, Why::Column(Field::ExpirationDate)),
        (Code::TooRecent, Why::Column(Field::CompletionDate)),
        (Code::BadEmail, Why::Column(Field::Email)),
    ];
    assert_eq!(silent, expected);
    assert_eq!(all.findings.iter().filter(|f| f.code == Code::NotAssociated).count(), 1, "without the column they are just not associated");
}

#[test]
fn counts_and_codes_by_account() {
    let rows = person("a", "Yes", "No", "Exam,,AZ-104,2021-01-01,Cloud (A),")
        + &person("a", "Yes", "No", "Exam,,AZ-900,2021-05-18,,")
        + &person("bb", "Yes", "Yes", ",,,,,");
    let all = look(&format!("{HEAD}{rows}"), &question("2021-05-19"), &Ask::of_day(day("2021-05-19")));
    let counts: Vec<(Code, usize)> = all.counts().into_iter().collect();
    assert_eq!(counts, [(Code::PmcOnly, 1), (Code::NoSkills, 1), (Code::SkillNotCounting, 1), (Code::TooRecent, 1)]);
    assert_eq!(all.codes_by_account(2), [vec![Code::PmcOnly, Code::SkillNotCounting, Code::TooRecent], vec![Code::NoSkills]]);
    assert!(all.has(Severity::Urgent) && all.has(Severity::Warning));
}
