use super::test_support::company;
use super::*;
use rstest::rstest;

const HEAD: &str = "First Name,Last Name,Email,MCID,Associated to PMC,Associated to PC,Skill Type,Skill Name,Skill ID,Skill Completion Date,Relevant for Competencies  (Option) or Programs,Skill Expiration Date\n";

fn with_rows(rows: &str) -> Company {
    company(&format!("{HEAD}{rows}"))
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn codes(company: &Company) -> Vec<Code> {
    company.file(0).diagnostics.iter().map(|d| d.code).collect()
}

#[test]
fn an_account_is_an_mcid_with_an_address() {
    let company = with_rows(
        "Ana,Roy,ana@x.example,8000001,Yes,Yes,Exam,,AZ-104,2021-01-01,A (B),\n\
         Ana,Roy,ANA@x.example,8000001.0,Yes,Yes,Exam,,AZ-500,2021-02-01,,\n\
         Ana,Roy,ana@home.example,8000001,Yes,Yes,Exam,,AZ-900,2021-03-01,,\n\
         Bo,Li,bo@x.example,N/A,No,No,,,,,,\n\
         Cy,Ma,,0,No,,,,,,,\n",
    );
    assert_eq!(company.accounts.len(), 4);
    assert_eq!(company.people, 3, "the same MCID is one person (R14)");
    let emails: Vec<&str> = company.accounts.iter().map(|a| company.email(a)).collect();
    assert_eq!(emails, ["ana@x.example", "ana@home.example", "bo@x.example", ""]);
    assert_eq!(company.mcid(&company.accounts[0]), "8000001");
    assert_eq!(company.mcid(&company.accounts[2]), "", "a placeholder is no MCID");
    assert_eq!(company.full_name(&company.accounts[3]), "Cy Ma");
    assert_eq!(company.skills(0).len(), 2);
    assert_eq!(company.lines_of(0).map(|at| at.row).collect::<Vec<_>>(), [2, 3]);
    assert_eq!(company.accounts_of(0), [0, 1]);
    assert_eq!(company.name.as_deref(), Some("x.example"));
}

#[test]
fn associations_are_yes_no_not_said_or_contradictory() {
    let company = with_rows(
        "A,A,a@x.example,8000001,Yes,Yes,Exam,,AZ-104,2021-01-01,,\n\
         A,A,a@x.example,8000001,Yes,No,Exam,,AZ-500,2021-01-01,,\n\
         B,B,b@x.example,8000002,,perhaps,,,,,,\n\
         C,C,c@x.example,8000003,No,,,,,,,\n\
         C,C,c@x.example,8000003,,Yes,Exam,,AZ-900,2021-01-01,,\n",
    );
    let said: Vec<_> = company.accounts.iter().map(|a| (a.pmc, a.pc)).collect();
    use Association::{Contradictory, No, NotSaid, Yes};
    assert_eq!(said, [(Yes, Contradictory), (NotSaid, NotSaid), (No, Yes)]);
    let bad: Vec<_> = company.file(0).diagnostics.iter().filter(|d| d.code == Code::BadYesNo).collect();
    assert_eq!((bad[0].row, bad[0].column, bad[0].value.as_str()), (Some(4), Some(5), "perhaps"));
}

#[rstest]
#[case("Yes,Yes,Exam,,AZ-104,2021-01-01,Cloud (A),2021-05-19", Counting::Counts)]
#[case("Yes,Yes,Exam,,AZ-104,2021-01-01,Cloud (A),2021-05-18", Counting::Expired)]
#[case("Yes,Yes,Exam,,AZ-104,2021-01-01,Cloud (A),", Counting::Counts)]
#[case("Yes,Yes,Exam,,AZ-104,2021-01-01,-,", Counting::NotRelevant)]
#[case("Yes,No,Exam,,AZ-104,2021-01-01,Cloud (A),", Counting::NotAssociated)]
#[case("Yes,,Exam,,AZ-104,2021-01-01,Cloud (A),", Counting::Counts)]
fn a_skill_counts_or_says_why_not(#[case] rest: &str, #[case] counting: Counting) {
    let company = with_rows(&format!("A,A,a@x.example,8000001,{rest}\n"));
    assert_eq!(company.counting(company.account(0), &company.skills(0)[0], day("2021-05-19")), counting, "R5, R15");
}

#[test]
fn a_doubled_row_is_counted_once_and_said() {
    let row = "A,A,a@x.example,8000001,Yes,Yes,Exam,,AZ-104,2021-01-01,Cloud (A),\n";
    let company = with_rows(&format!("{row}{row}B,B,b@x.example,8000002,No,No,,,,,,\nB,B,b@x.example,8000002,No,No,,,,,,\n"));
    assert_eq!((company.skill_count(), company.file(0).duplicate_rows, company.file(0).rows), (1, 2, 4));
    assert_eq!(
        company.file(0).diagnostics.iter().filter(|d| d.code == Code::DuplicateRow).map(|d| d.row).collect::<Vec<_>>(),
        [Some(3), Some(5)]
    );
}

#[test]
fn trainings_repeat_rows_per_location_without_doubling_them() {
    let company = company(
        "TrainingActivityId,TrainingTitle,TrainingType,IndividualFirstName,IndividualLastName,Email,CorpEmail,TrainingCompletionDate,ExpirationDate,ActivationStatus,MCPID,MPNId,PartnerName\n\
         3051,Microsoft Azure Fundamentals,Exam,Ana,Roy,ana@home.example,ana@x.example,2024-01-01  10:00:00,,Active,8000001,1,X Ltd\n\
         3051,Microsoft Azure Fundamentals,Exam,Ana,Roy,ana@home.example,ana@x.example,2024-01-01  10:00:00,,Active,8000001,2,X Ltd\n\
         3051,Microsoft Azure Fundamentals,Exam,Ana,Roy,ana@home.example,ana@x.example,2024-01-01  10:00:00,,Active,8000001,2,X Ltd\n\
         3052,Anything,Course,Bo,Li,bo@home.example,,2024-02-01,,Retired,8000002,1,X Ltd\n",
    );
    assert_eq!((company.accounts.len(), company.skill_count(), company.file(0).duplicate_rows), (2, 2, 1), "R16");
    assert_eq!(company.email(company.account(0)), "ana@x.example", "the company's address (R16)");
    assert_eq!(company.email(company.account(1)), "bo@home.example");
    assert_eq!(company.account(0).pc, Association::NotSaid);
    assert_eq!(company.counts_for(&company.skills(0)[0]), None, "no column, nothing said");
    assert_eq!(company.skills(1)[0].active, Some(false));
    assert_eq!(company.items[company.skills(1)[0].item as usize].id, None, "a training's number is no exam code");
    assert_eq!(company.name.as_deref(), Some("X Ltd"));
    assert!(codes(&company).contains(&Code::ShortSpan));
}

#[test]
fn one_address_with_two_names_and_two_mcids_is_reported() {
    let company = with_rows(
        "Ana,Roy,team@x.example,8000001,Yes,Yes,,,,,,\n\
         Bo,Li,team@x.example,8000002,Yes,Yes,,,,,,\n\
         José,Roy,jose@x.example,8000003,Yes,Yes,,,,,,\n\
         Jose,Roy,jose@x.example,8000004,Yes,Yes,,,,,,\n",
    );
    let shared: Vec<_> = company.file(0).diagnostics.iter().filter(|d| d.code == Code::SharedEmail).collect();
    assert_eq!(shared.len(), 1);
    assert_eq!((shared[0].row, shared[0].value.as_str()), (Some(3), "team@x.example"));
    assert_eq!(company.people, 2);
}

#[test]
fn names_that_two_exams_had_are_told_apart_by_the_date() {
    let company = with_rows(
        "A,A,a@x.example,8000001,Yes,Yes,Exam,Microsoft Azure Administrator,,2022-01-01,,\n\
         A,A,a@x.example,8000001,Yes,Yes,Exam,Microsoft Azure Administrator,,2020-01-01,,\n\
         A,A,a@x.example,8000001,Yes,Yes,Exam,Microsoft Azure Administrator,,2022-01-02,,\n\
         A,A,a@x.example,8000001,Yes,Yes,Exam,A thing of our own,X-1,2022-01-02,,\n",
    );
    let ids: Vec<_> = company.skills(0).iter().map(|s| company.item(s).id.as_deref()).collect();
    assert_eq!(ids, [Some("AZ-104"), None, Some("AZ-104"), Some("X-1")]);
}

#[test]
fn competencies_are_listed_without_their_options() {
    let company =
        with_rows("A,A,a@x.example,8000001,Yes,Yes,Exam,,AZ-104,2021-01-01,Cloud Platform (A); DevOps (B); Cloud Platform (C),\n");
    assert_eq!(company.competencies(0, day("2021-05-19")), ["Cloud Platform", "DevOps"]);
    assert_eq!(company.counting_skills(0, day("2021-05-19")), Some(1));
}
