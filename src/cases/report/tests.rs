//! What a newer report proves, rule by rule, and what it does not.

use super::*;
use crate::cases::tests::{ana, at, case_of, day};
use crate::cases::{Stage, Topic, When, Who, apply, back};
use crate::diagnosis::{Ask, diagnose};
use crate::model::test_support::company;
use crate::standing::{Question, Rules};
use rstest::rstest;

const HEAD: &str = "First Name,Last Name,Email,MCID,Associated to PMC,Associated to PC,Skill Type,Skill Name,Skill ID,Skill Completion Date,\
                    Relevant for Competencies  (Option) or Programs,Skill Expiration Date\n";
/// Somebody else, so that no rule is silent.
const BO: &str = "Bo,Ek,bo@contoso.example,8000099,No,Yes,Exam,,AZ-104,2021-01-01,Cloud (A),2023-01-01\n";

/// What is found in a report of a day.
pub(in crate::cases) fn diagnosis(company: &Company, on: &str) -> Diagnosis {
    let question = Question::of_day(day(on));
    diagnose(company, crate::catalog::catalog(), &Rules::on(crate::catalog::programmes(), question.as_of), &question, &Ask::of_day(day(on)))
}

fn ana_with(pmc: &str, pc: &str, skill: &str) -> String {
    format!("Ana,Silva,ana@contoso.example,8000015,{pmc},{pc},{skill}\n")
}

/// Makes of cases what a report of a day makes of them, and gives what it said.
fn read(cases: &mut Cases, csv: &str, on: &str) -> Vec<What> {
    let company = company(csv);
    let newer = Newer { company: &company, diagnosis: &diagnosis(&company, on), on: day(on) };
    let changes = look_at(cases, &newer, at("2021-12-31"));
    apply(&changes, cases).iter().map(|change| change.entry().what.clone()).collect()
}

fn done(on: &str) -> Vec<What> {
    vec![What::Done { report: Some(day(on)) }]
}

/// A case of Ana's that a report of the 1st of May opened.
fn opened(matter: Matter) -> Cases {
    case_of(ana(), &[("2021-05-02", Some(matter), What::Opened { report: Some(day("2021-05-01")) })])
}

fn finding(code: Code) -> Matter {
    Matter::finding(code)
}

const CERT: &str = "azure-administrator-associate";

/// The point, what the report of the 19th of May says of Ana, and whether that settles it.
#[rstest]
// R15, R7: associated, and nothing else.
#[case(finding(Code::NotAssociated), ana_with("No", "Yes", ",,,,,"), true)]
#[case(finding(Code::NotAssociated), ana_with("No", "No", ",,,,,"), false)]
#[case(finding(Code::NotAssociated), ana_with("No", "", ",,,,,"), false)]
#[case(finding(Code::NotAssociated), ana_with("Yes", "No", "Exam,,AZ-104,2021-01-01,Cloud (A),"), false)]
#[case(finding(Code::NotAssociated), ana_with("No", "Yes", ",,,,,") + &ana_with("No", "No", "Exam,,AZ-500,2021-01-01,,"), false)]
#[case(finding(Code::NotAssociated), String::new(), false)]
#[case(finding(Code::PmcOnly), ana_with("Yes", "Yes", "Exam,,AZ-104,2021-01-01,Cloud (A),"), true)]
#[case(finding(Code::PmcOnly), ana_with("Yes", "No", "Exam,,AZ-104,2021-01-01,,"), false)]
#[case(finding(Code::ConflictingAssociation), ana_with("Yes", "Yes", ",,,,,"), true)]
#[case(finding(Code::ConflictingAssociation), ana_with("Yes", "", ",,,,,"), false)]
// T1: skills show.
#[case(finding(Code::NoSkills), ana_with("No", "Yes", "Exam,,AZ-104,2021-01-01,Cloud (A),"), true)]
#[case(finding(Code::NoSkills), ana_with("No", "Yes", ",,,,,"), false)]
#[case(finding(Code::NoSkills), String::new(), false)]
#[case(finding(Code::MissingMcid), ana_with("No", "Yes", ",,,,,"), true)]
#[case(finding(Code::MissingMcid), "Ana,Silva,ana@contoso.example,,No,Yes,,,,,,\n".to_owned(), false)]
// R12: a valid row of the same, and not none.
#[case(finding(Code::Expired).of(CERT), ana_with("No", "Yes", &format!("Certification,,{CERT},2019-01-01,Cloud (A),2022-05-01")), true)]
#[case(finding(Code::Expired).of(CERT), ana_with("No", "Yes", &format!("Certification,,{CERT},2019-01-01,Cloud (A),2021-05-01")), false)]
#[case(finding(Code::Expired).of(CERT), ana_with("No", "Yes", "Exam,,AZ-104,2021-01-01,Cloud (A),"), false)]
#[case(finding(Code::Expiring).of(CERT), ana_with("No", "Yes", &format!("Certification,,{CERT},2019-01-01,Cloud (A),2022-05-01")), true)]
#[case(finding(Code::Expiring).of(CERT), ana_with("No", "Yes", &format!("Certification,,{CERT},2019-01-01,Cloud (A),2021-06-01")), false)]
#[case(finding(Code::Expiring).of(CERT), ana_with("No", "Yes", &format!("Certification,,{CERT},2019-01-01,Cloud (A),2021-05-01")), false)]
// R5: it counts, and is not only gone.
#[case(finding(Code::SkillNotCounting).of("AZ-104"), ana_with("No", "Yes", "Exam,,AZ-104,2021-01-01,Cloud (A),"), true)]
#[case(finding(Code::SkillNotCounting).of("AZ-104"), ana_with("No", "Yes", "Exam,,AZ-104,2021-01-01,,"), false)]
#[case(finding(Code::SkillNotCounting).of("AZ-104"), ana_with("No", "Yes", "Exam,,AZ-500,2021-01-01,Cloud (A),"), false)]
// R3: the time has passed, and it still shows.
#[case(finding(Code::TooRecent).of("AZ-104"), ana_with("No", "Yes", "Exam,,AZ-104,2021-05-10,Cloud (A),"), true)]
#[case(finding(Code::TooRecent).of("AZ-104"), ana_with("No", "Yes", "Exam,,AZ-104,2021-05-18,Cloud (A),"), false)]
#[case(finding(Code::TooRecent).of("AZ-104"), ana_with("No", "Yes", ",,,,,"), false)]
// R10: the person is listed no more.
#[case(finding(Code::LeftCompany), String::new(), true)]
#[case(finding(Code::LeftCompany), ana_with("No", "Yes", ",,,,,"), false)]
// P4: there at last, whatever else.
#[case(finding(Code::MissingFromReport), ana_with("No", "No", ",,,,,"), true)]
#[case(finding(Code::MissingFromReport), String::new(), false)]
// T1, R14: one is left and shows skills, or both are one.
#[case(finding(Code::PossibleDuplicate).with("8000016"), ana_with("No", "Yes", "Exam,,AZ-104,2021-01-01,Cloud (A),"), true)]
#[case(finding(Code::PossibleDuplicate).with("8000016"), ana_with("No", "Yes", ",,,,,"), false)]
#[case(finding(Code::PossibleDuplicate).with("8000016"), "Ana,Silva,a.silva@contoso.example,8000016,No,Yes,Exam,,AZ-104,2021-01-01,Cloud (A),\n".to_owned(), true)]
#[case(finding(Code::PossibleDuplicate).with("8000016"), ana_with("No", "Yes", ",,,,,") + "Ana,Silva,ana@contoso.example,8000016,No,Yes,,,,,,\n", false)]
#[case(finding(Code::PossibleDuplicate).with("8000016"), ana_with("No", "Yes", ",,,,,") + "Ana,Silva,anas@contoso.example,8000016,No,Yes,,,,,,\n", false)]
#[case(finding(Code::PossibleDuplicate).with("8000016"), ana_with("No", "Yes", ",,,,,") + "Zoe,Adam,zoe@contoso.example,8000016,No,Yes,,,,,,\n", false)]
#[case(finding(Code::PossibleDuplicate).with("8000016"), String::new(), false)]
#[case(finding(Code::PossibleDuplicate).with("8000016"), "Ana,Silva,ana@contoso.example,8000016,No,Yes,Exam,,AZ-104,2021-01-01,Cloud (A),\n".to_owned(), true)]
#[case(finding(Code::BadEmail), ana_with("No", "Yes", ",,,,,"), true)]
#[case(finding(Code::BadEmail), "Ana,Silva,ana at contoso,8000015,No,Yes,,,,,,\n".to_owned(), false)]
#[case(finding(Code::DuplicateRow), ana_with("No", "Yes", ",,,,,"), true)]
#[case(finding(Code::RetiredStillListed).of("70-533"), ana_with("No", "Yes", ",,,,,"), true)]
// A report proves nothing of lists and of the portal, and nothing that is not known here.
#[case(finding(Code::EmailMismatch), ana_with("No", "Yes", ",,,,,"), false)]
#[case(Matter { topic: Topic::Finding("of-tomorrow".to_owned()), ..finding(Code::BadEmail) }, ana_with("No", "Yes", ",,,,,"), false)]
// T3, T6: the exam shows, by whatever name.
#[case(Matter::checklist("not-showing").of("az-104"), ana_with("No", "No", "Exam,,AZ-104,2021-01-01,Cloud (A),"), true)]
#[case(Matter::checklist("joined").of(CERT), ana_with("No", "Yes", &format!("Certification,,{CERT},2021-01-01,Cloud (A),2022-01-01")), true)]
#[case(Matter::checklist("joined").of("AZ-104"), ana_with("No", "Yes", "Exam,,AZ-500,2021-01-01,Cloud (A),"), false)]
#[case(Matter::checklist("joined").of("AZ-104"), String::new(), false)]
#[case(Matter::checklist("joined"), ana_with("No", "Yes", "Exam,,AZ-104,2021-01-01,Cloud (A),"), false)]
fn what_settles_a_point(#[case] matter: Matter, #[case] rows: String, #[case] solved: bool) {
    let mut cases = opened(matter.clone());
    let said = read(&mut cases, &format!("{HEAD}{BO}{rows}"), "2021-05-19");
    assert_eq!(said, if solved { done("2021-05-19") } else { Vec::new() }, "{matter:?}");
    assert_eq!(cases.cases[0].stage(), if solved { Stage::Done } else { Stage::Open });
}

#[rstest]
#[case(finding(Code::EmptyReport), BO, true)]
#[case(finding(Code::EmptyReport), "", false)]
#[case(Matter::checklist("empty-download"), BO, true)]
#[case(finding(Code::NobodyAssociated), BO, true)]
#[case(finding(Code::NobodyAssociated), "Bo,Ek,bo@contoso.example,8000099,No,No,,,,,,\n", false)]
#[case(finding(Code::NobodyAssociated), "", false)]
#[case(finding(Code::ColumnMissing).of("mcid"), BO, true)]
#[case(finding(Code::ReportOld), BO, true)]
#[case(finding(Code::ShortSpan), BO, true)]
#[case(finding(Code::AnniversaryNear).of("devops"), BO, false)]
fn what_settles_a_point_of_the_company(#[case] matter: Matter, #[case] rows: &str, #[case] solved: bool) {
    let mut cases = case_of(Who::Company, &[("2021-05-02", Some(matter.clone()), What::Opened { report: None })]);
    let said = read(&mut cases, &format!("{HEAD}{rows}"), "2021-05-19");
    assert_eq!(said, if solved { done("2021-05-19") } else { Vec::new() }, "{matter:?}");
}

/// A rule that had nothing to go by has not said that nothing is found.
#[rstest]
#[case(Code::NotAssociated, "Email,MCID,Skill Name\nana@contoso.example,8000015,x\n")]
#[case(Code::Expired, "Email,MCID,Associated to PMC,Associated to PC\nana@contoso.example,8000015,No,Yes\n")]
#[case(Code::MissingMcid, "Email,Associated to PMC,Associated to PC\nana@contoso.example,No,Yes\n")]
#[case(Code::LeftCompany, "Email,Associated to PMC,Associated to PC\nbo@contoso.example,No,Yes\n")]
#[case(Code::BadEmail, "MCID,Associated to PMC,Associated to PC\n8000015,No,Yes\n")]
fn a_silent_rule_proves_nothing(#[case] code: Code, #[case] csv: &str) {
    assert!(read(&mut opened(finding(code).of(if code == Code::Expired { "x" } else { "" })), csv, "2021-05-19").is_empty(), "{code:?}");
}

/// R16: of a short period what is there is there, and what is not may be anywhere.
#[test]
fn a_short_period_proves_only_what_it_shows() {
    let short = "PGAMpnId,TrainingActivityId,TrainingTitle,TrainingType,CorpEmail,TrainingCompletionDate,MCPID,PartnerName\n";
    let bo = "5000001,3051,Sailing,Exam,bo@contoso.example,2021-05-18,8000099,Contoso\n";
    let ana = "5000001,3052,Rowing,Exam,ana@contoso.example,2021-05-19,8000015,Contoso\n";
    let is_short = diagnosis(&company(&format!("{short}{bo}{ana}")), "2021-05-19").findings.iter().any(|f| f.code == Code::ShortSpan);
    assert!(is_short, "R16");
    let says = |matter: Matter, rows: &str| read(&mut opened(matter), &format!("{short}{rows}"), "2021-05-19");
    assert!(says(finding(Code::LeftCompany), bo).is_empty());
    assert!(says(finding(Code::NoSkills), &format!("{bo}{ana}")).is_empty());
    assert!(says(finding(Code::DuplicateRow), &format!("{bo}{ana}")).is_empty());
    assert_eq!(says(finding(Code::MissingFromReport), &format!("{bo}{ana}")), done("2021-05-19"));
    assert_eq!(says(Matter::checklist("not-showing").of("Rowing"), &format!("{bo}{ana}")), done("2021-05-19"));
}

/// Only a report that is later than what opened the point.
#[rstest]
#[case(Some("2021-05-18"), "2021-05-30", "2021-05-19", true)]
#[case(Some("2021-05-19"), "2021-05-19", "2021-05-19", false)]
#[case(Some("2021-05-20"), "2021-05-20", "2021-05-19", false)]
#[case(None, "2021-05-18", "2021-05-19", true)]
#[case(None, "2021-05-19", "2021-05-19", false)]
fn an_older_report_proves_nothing(#[case] report: Option<&str>, #[case] noted: &str, #[case] on: &str, #[case] solved: bool) {
    let mut cases = case_of(ana(), &[(noted, Some(finding(Code::NotAssociated)), What::Opened { report: report.map(day) })]);
    let said = read(&mut cases, &format!("{HEAD}{BO}{}", ana_with("No", "Yes", ",,,,,")), on);
    assert_eq!(!said.is_empty(), solved);
}

/// An exam that was there long before is not the one that is waited for.
#[rstest]
#[case("2021-05-10", true)]
#[case("2021-05-09", true)]
#[case("2020-01-10", false)]
#[case("", true)]
fn the_exam_is_the_one_that_was_passed(#[case] shown: &str, #[case] solved: bool) {
    let exam = Matter::checklist("not-showing").of("AZ-104");
    let earned = What::Earned { when: When::Day(day("2021-05-10")), awaited: Awaited::Skill };
    let mut cases =
        case_of(ana(), &[("2021-05-12", Some(exam.clone()), What::Opened { report: None }), ("2021-05-12", Some(exam), earned)]);
    let rows = ana_with("No", "Yes", &format!("Exam,,AZ-104,{shown},Cloud (A),"));
    assert_eq!(!read(&mut cases, &format!("{HEAD}{BO}{rows}"), "2021-05-19").is_empty(), solved, "T3");
}

/// A person is found by whatever is still the same.
#[test]
fn a_new_address_or_mcid_is_no_obstacle() {
    for row in ["Ana,Costa,ana.costa@contoso.example,8000015,No,Yes,,,,,,\n", "Ana,Silva,ANA@contoso.example,8000777,No,Yes,,,,,,\n"] {
        let mut cases = opened(finding(Code::NotAssociated));
        assert_eq!(read(&mut cases, &format!("{HEAD}{BO}{row}"), "2021-05-19"), done("2021-05-19"), "R14");
    }
}

/// R3, R10: the admin's word is not doubted before the report can know.
#[rstest]
#[case(Code::NotAssociated, None, "2021-05-13", false)]
#[case(Code::NotAssociated, None, "2021-05-14", true)]
#[case(Code::NotAssociated, Some("2021-05-11"), "2021-05-11", false)]
#[case(Code::NotAssociated, Some("2021-05-11"), "2021-05-12", true)]
fn what_is_there_again_is_open_again(#[case] code: Code, #[case] report: Option<&str>, #[case] on: &str, #[case] reopened: bool) {
    let opened = ("2021-05-02", Some(finding(code)), What::Opened { report: Some(day("2021-05-01")) });
    let mut cases = case_of(ana(), &[opened, ("2021-05-10", Some(finding(code)), What::Done { report: report.map(day) })]);
    let said = read(&mut cases, &format!("{HEAD}{BO}{}", ana_with("No", "No", ",,,,,")), on);
    assert_eq!(said, if reopened { vec![What::Opened { report: Some(day(on)) }] } else { Vec::new() });
    assert_eq!(cases.cases[0].stage(), if reopened { Stage::Open } else { Stage::Done });
}

#[rstest]
#[case("2021-06-30", false)]
#[case("2021-07-01", true)]
fn who_left_may_be_listed_for_a_month_more(#[case] on: &str, #[case] reopened: bool) {
    let left = Some(finding(Code::LeftCompany));
    let cases = case_of(ana(), &[("2021-05-10", left.clone(), What::Done { report: None })]);
    let point = cases.cases[0].points().remove(0);
    assert_eq!(day(on) > tells_after(&cases.cases[0], &point, None).unwrap(), reopened, "R10");
}

#[test]
fn what_was_left_alone_stays_so() {
    let no_action = ("2021-05-10", Some(finding(Code::NotAssociated)), What::NoAction { reason: "leaves".to_owned() });
    for pc in ["Yes", "No"] {
        let mut cases = case_of(ana(), std::slice::from_ref(&no_action));
        assert!(read(&mut cases, &format!("{HEAD}{BO}{}", ana_with("No", pc, ",,,,,")), "2021-09-19").is_empty());
    }
}

/// Whoever reads it, a report says one thing once; what is taken back stays so, and what is done again is done.
#[test]
fn what_a_report_says_can_be_taken_back() {
    let csv = format!("{HEAD}{BO}{}", ana_with("No", "Yes", ",,,,,"));
    let company = company(&csv);
    let diagnosis = diagnosis(&company, "2021-05-19");
    let newer = Newer { company: &company, diagnosis: &diagnosis, on: day("2021-05-19") };
    let mut cases = opened(finding(Code::NotAssociated));
    let (one, other) = (look_at(&cases, &newer, at("2021-05-20")), look_at(&cases, &newer, at("2021-05-21")));
    let made = apply(&one, &mut cases);
    assert!(apply(&other, &mut cases).is_empty(), "two programs say it once");
    assert!(look_at(&cases, &newer, at("2021-05-22")).is_empty());
    let undone = apply(&back(&made), &mut cases);
    assert_eq!(cases.cases[0].stage(), Stage::Open);
    assert!(look_at(&cases, &newer, at("2021-05-22")).is_empty(), "this report does not insist");
    let later = Newer { on: day("2021-06-19"), ..newer };
    assert_eq!(look_at(&cases, &later, at("2021-06-20")).len(), 1, "another one may");
    apply(&back(&undone), &mut cases);
    assert_eq!((cases.cases[0].stage(), cases.cases[0].refused.len()), (Stage::Done, 0));
}

/// Two points of one person, and a point of another.
#[test]
fn each_point_is_judged_by_itself() {
    let mut cases = case_of(
        ana(),
        &[
            ("2021-05-02", Some(finding(Code::NotAssociated)), What::Opened { report: None }),
            ("2021-05-02", Some(finding(Code::NoSkills)), What::Opened { report: None }),
        ],
    );
    let said = read(&mut cases, &format!("{HEAD}{BO}{}", ana_with("No", "Yes", ",,,,,")), "2021-05-19");
    assert_eq!((said, cases.cases[0].stage()), (done("2021-05-19"), Stage::Open));
}
