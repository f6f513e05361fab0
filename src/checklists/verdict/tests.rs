//! Each check, on small companies.

use std::sync::Arc;

use rstest::rstest;

use super::*;
use crate::catalog::catalog;
use crate::model::lists::Joined;
use crate::model::test_support::lists;
use crate::model::{Given, build};
use crate::report::{Input, Options, read};

const HEAD: &str = "First Name,Last Name,Email,MCID,Associated to PMC,Associated to PC,Skill Type,Skill Name,Skill ID,Skill Completion Date,Relevant for Competencies  (Option) or Programs,Skill Expiration Date\n";

fn company(rows: &str) -> Company {
    let text: &'static str = Box::leak(format!("{HEAD}{rows}").into_boxed_str());
    let reading = read(&Input::embedded("report-2021-05-19.csv", text.as_bytes()), &Options::default(), &Arc::default()).unwrap();
    build(reading, catalog(), &Given::default())
}

fn facts(company: &Company) -> Facts<'_> {
    let day = "2021-05-19".parse().unwrap();
    Facts { company, as_of: day, today: day, moved: None, suspected: &[], lists: None, waits: None }
}

const ANA: &str = "Ana,Roy,ana@x.example,8000001,Yes,No,Exam,Tents,TN-1,2021-05-18,Camping (Tents),\n";
const BO: &str = "Bo,Roy,bo@x.example,8000002,No,Yes,Assessment,Maps,TN-2,2021-05-12,,2021-04-01\n";
const CY: &str = "Cy,Roy,cy@mail.example,,,Yes,Exam,Maps,TN-3,2021-01-01,Camping (Maps),2021-04-01\n";

/// Numbers of accounts in the order of the rows.
fn of(check: Check, who: u32) -> Verdict {
    let company = company(&[ANA, BO, CY].concat());
    verdict(Some(check), Subject::Account(who), &facts(&company))
}

#[rstest]
#[case(Check::IsListed, 0, Some(true))]
#[case(Check::IsNotListed, 0, Some(false))]
#[case(Check::IsAssociated, 0, Some(false))]
#[case(Check::IsAssociated, 1, Some(true))]
#[case(Check::HasAnMcid, 0, Some(true))]
#[case(Check::HasAnMcid, 2, Some(false))]
#[case(Check::HasOneAccount, 0, Some(true))]
#[case(Check::IsOnePerson, 0, None)]
#[case(Check::HasACompanyAddress, 0, Some(true))]
#[case(Check::HasACompanyAddress, 2, Some(false))]
#[case(Check::HasASkill, 0, Some(true))]
#[case(Check::HasARelevantSkill, 0, Some(true))]
#[case::counts_nowhere(Check::HasARelevantSkill, 1, Some(false))]
#[case::has_ended(Check::HasARelevantSkill, 2, Some(false))]
#[case(Check::HasAnAssessment, 1, Some(true))]
#[case::none_proves_nothing(Check::HasAnAssessment, 0, None)]
#[case::a_day_ago(Check::TimeHasPassed, 0, Some(false))]
#[case::a_week_ago_an_assessment(Check::TimeHasPassed, 1, Some(false))]
#[case(Check::TimeHasPassed, 2, Some(true))]
#[case::of_the_company(Check::MoveIsKnown, 0, None)]
fn accounts(#[case] check: Check, #[case] who: u32, #[case] expected: Option<bool>) {
    let told = match of(check, who) {
        Verdict::Yes(_) => Some(true),
        Verdict::No(_) => Some(false),
        Verdict::Unknown => None,
    };
    assert_eq!(told, expected);
}

#[test]
fn a_verdict_names_its_cell() {
    assert_eq!(of(Check::IsAssociated, 0), Verdict::No(vec![Shown::Cell(FileRow { file: 0, row: 2 }, Some(5))]));
    assert_eq!(
        of(Check::TimeHasPassed, 0),
        Verdict::No(vec![Shown::Cell(FileRow { file: 0, row: 2 }, Some(9)), Shown::Day("2021-05-21".parse().unwrap())])
    );
    assert_eq!(of(Check::HasAnMcid, 2), Verdict::No(vec![Shown::Cell(FileRow { file: 0, row: 4 }, Some(3))]));
}

#[test]
fn the_company_is_told_by_its_accounts() {
    let company = company(&[ANA, BO, CY].concat());
    let of = |check| verdict(Some(check), Subject::Company, &facts(&company));
    assert_eq!(of(Check::EverybodyIsAssociated), Verdict::No(vec![Shown::Accounts(1)]));
    assert_eq!(of(Check::SomebodyIsAssociated), Verdict::Yes(vec![Shown::Accounts(2)]));
    assert_eq!(of(Check::EverybodyHasAnAccount), Verdict::Yes(Vec::new()));
    assert_eq!(of(Check::SomebodyIsListed), Verdict::Yes(vec![Shown::Accounts(3)]));
    assert!(matches!(of(Check::ReportIsRecent), Verdict::Yes(_)));
    assert_eq!(verdict(None, Subject::Company, &facts(&company)), Verdict::Unknown);
    let late = |today: &str| Facts { today: today.parse().unwrap(), ..facts(&company) };
    let of = |today: &str| verdict(Some(Check::ReportIsRecent), Subject::Company, &late(today));
    assert!(matches!(of("2021-06-19"), Verdict::Yes(_)), "31 days");
    assert!(matches!(of("2021-06-20"), Verdict::No(_)), "31 days and one, whatever day is looked from");
}

#[rstest]
#[case(None, None)]
#[case(Some("2020-11-19"), Some(true))]
#[case(Some("2020-11-18"), Some(false))]
fn the_six_months_run_to_their_last_day(#[case] moved: Option<&str>, #[case] expected: Option<bool>) {
    let company = company(ANA);
    let facts = Facts { moved: moved.map(|day| day.parse().unwrap()), ..facts(&company) };
    let told = match verdict(Some(Check::SixMonthsRun), Subject::Account(0), &facts) {
        Verdict::Yes(_) => Some(true),
        Verdict::No(_) => Some(false),
        Verdict::Unknown => None,
    };
    assert_eq!(told, expected);
}

#[test]
fn of_somebody_in_no_file_only_that_is_known() {
    let company = company(ANA);
    let of = |check| verdict(Some(check), Subject::Nobody, &facts(&company));
    assert_eq!(of(Check::IsListed), Verdict::No(Vec::new()));
    assert_eq!(of(Check::IsNotListed), Verdict::Yes(Vec::new()));
    assert_eq!(
        (of(Check::IsAssociated), of(Check::HasAnMcid), of(Check::TimeHasPassed)),
        (Verdict::Unknown, Verdict::Unknown, Verdict::Unknown)
    );
}

#[rstest]
#[case(true)]
#[case(false)]
fn what_is_known_of_the_days_tells_whether_time_has_passed(#[case] is_over: bool) {
    let company = company(ANA);
    let last = "2021-05-22".parse().unwrap();
    let facts = Facts { waits: Some((last, is_over)), ..facts(&company) };
    for subject in [Subject::Nobody, Subject::Account(0)] {
        let told = verdict(Some(Check::TimeHasPassed), subject, &facts);
        let expected = if is_over { Verdict::Yes(vec![Shown::Day(last)]) } else { Verdict::No(vec![Shown::Day(last)]) };
        assert_eq!(told, expected, "R3");
    }
}

#[test]
fn whoever_looks_like_another_is_named() {
    let company = company(&[ANA, BO].concat());
    let facts = Facts { suspected: &[(0, 1)], ..facts(&company) };
    assert_eq!(verdict(Some(Check::HasOneAccount), Subject::Account(0), &facts), Verdict::No(vec![Shown::Account(1)]));
    // Likeness proves nothing.
    assert_eq!(verdict(Some(Check::IsOnePerson), Subject::Account(0), &facts), Verdict::Unknown);
}

const STAFF: &str = "E-mail,MCID,Leaving date\nana@x.example,,2021-05-18\nbo@new.example,8000002,\nzoe@x.example,,2021-05-19\n";
const USERS: &str = "Email,Partner University access,Microsoft Learning account\nana@x.example,No,Yes\nZOE@x.example,Yes,No\n";

fn listed(file: u32, row: u32, column: u32) -> Vec<Shown> {
    vec![Shown::Listed(ListCell { file, row, column: Some(column) })]
}

fn by_lists(check: Check, subject: Subject, files: &[&str]) -> Verdict {
    let (company, lists) = (company(&[ANA, BO, CY].concat()), lists(files));
    let joined = Joined::new(&lists, &company);
    let beside = Beside { lists: &lists, joined: &joined };
    verdict(Some(check), subject, &Facts { lists: Some(beside), ..facts(&company) })
}

/// P4: the users report says what was associated, and goes before the report, which may be older.
#[rstest]
#[case::learn(Check::IsAssociated, 0, Verdict::Yes(listed(1, 2, 2)))]
#[case::university(Check::HasAnAssessment, 0, Verdict::No(listed(1, 2, 1)))]
#[case::of_the_report(Check::IsShownAssociated, 0, Verdict::No(vec![Shown::Cell(FileRow { file: 0, row: 2 }, Some(5))]))]
#[case::who_is_no_user(Check::IsAssociated, 1, Verdict::Yes(vec![Shown::Cell(FileRow { file: 0, row: 3 }, Some(5))]))]
#[case::has_left(Check::HasLeft, 0, Verdict::Yes(listed(0, 2, 2)))]
#[case::is_there(Check::HasLeft, 1, Verdict::No(listed(0, 3, 2)))]
#[case::on_no_list(Check::HasLeft, 2, Verdict::Unknown)]
#[case::that_of_the_list(Check::HasACompanyAddress, 0, Verdict::Yes(listed(0, 2, 0)))]
#[case::another_one(Check::HasACompanyAddress, 1, Verdict::No(listed(0, 3, 0)))]
#[case::usual_of_the_report(Check::HasACompanyAddress, 2, Verdict::No(vec![Shown::Cell(FileRow { file: 0, row: 4 }, Some(2))]))]
fn lists_answer_of_an_account(#[case] check: Check, #[case] who: u32, #[case] expected: Verdict) {
    assert_eq!(by_lists(check, Subject::Account(who), &[STAFF, USERS]), expected);
}

#[rstest]
#[case(Check::IsListed, Verdict::Yes(listed(1, 3, 0)))]
#[case(Check::IsNotListed, Verdict::Yes(Vec::new()))]
#[case(Check::IsAssociated, Verdict::No(listed(1, 3, 2)))]
#[case(Check::HasAnAssessment, Verdict::Yes(listed(1, 3, 1)))]
#[case(Check::HasLeft, Verdict::No(listed(0, 4, 2)))]
#[case(Check::HasACompanyAddress, Verdict::Unknown)]
fn lists_answer_of_who_is_in_no_report(#[case] check: Check, #[case] expected: Verdict) {
    let zoe = Subject::Listed(RowOf { list: 0, row: 2 });
    assert_eq!(by_lists(check, zoe, &[STAFF, USERS]), expected);
    let alone = by_lists(Check::IsListed, zoe, &[STAFF]);
    assert_eq!(alone, Verdict::No(Vec::new()), "in no report, and there are no users");
}

#[test]
fn the_users_tell_why_a_download_is_empty() {
    let (company, lists) = (company(""), lists(&[USERS]));
    let joined = Joined::new(&lists, &company);
    let facts = Facts { lists: Some(Beside { lists: &lists, joined: &joined }), ..facts(&company) };
    let of = |check| verdict(Some(check), Subject::Company, &facts);
    assert_eq!(of(Check::SomebodyIsAssociated), Verdict::Yes(listed(0, 2, 2)), "T2");
    assert_eq!(of(Check::SomebodyHasUniversity), Verdict::Yes(listed(0, 3, 1)), "T2");
}

/// TrainingCompletions has no association columns: nothing is said of them.
#[test]
fn a_file_that_does_not_say_it_answers_nothing() {
    let text = "TrainingActivityId,TrainingTitle,TrainingType,IndividualFirstName,IndividualLastName,Email,CorpEmail,TrainingCompletionDate,ExpirationDate,ActivationStatus,Month,IcMCP,MCPID,MPNId,PartnerName,PartnerCityLocation,PartnerCountryLocation\n\
                1,Microsoft Certified: Azure Administrator Associate,Certification,Ana,Roy,a@m.example,ana@x.example,2026-01-01,2027-01-01,Active,2026-01-01,1,8000001,1,X,Y,Z\n";
    let reading = read(&Input::embedded("t-2026-09-15.csv", text.as_bytes()), &Options::default(), &Arc::default()).unwrap();
    let company = build(reading, catalog(), &Given::default());
    for check in [Check::IsAssociated, Check::HasARelevantSkill, Check::EverybodyIsAssociated, Check::SomebodyIsAssociated] {
        assert_eq!(verdict(Some(check), Subject::Account(0), &facts(&company)), Verdict::Unknown, "{check:?}");
    }
}
