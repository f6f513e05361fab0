//! The rules that look at the lists beside the report.

use super::*;
use crate::model::Company;
use crate::model::lists::{By, Joined, Lists};
use crate::model::test_support::lists;

const ROWS: &str = "Ana,Roy,ana@x.example,8000001,Yes,Yes,Exam,,AZ-104,2021-01-01,Cloud (A),\n\
                    Bo,Lim,bo@x.example,8000002,Yes,No,,,,,,\nCy,Ode,cy@x.example,8000003,Yes,Yes,Exam,,AZ-104,2021-01-01,Cloud (A),\n";

fn beside(company: &Company, lists: &Lists, ask: impl Fn(&mut Ask<'_>)) -> Diagnosis {
    let joined = Joined::new(lists, company);
    let question = question("2021-05-19");
    let mut ask_of_day = Ask { lists: Some(Beside { lists, joined: &joined }), ..Ask::of_day(question.as_of) };
    ask(&mut ask_of_day);
    diagnose(company, catalog(), &Rules::on(programmes(), question.as_of), &question, &ask_of_day)
}

fn all(rows: &str, files: &[&str]) -> Diagnosis {
    beside(&company(&format!("{HEAD}{rows}")), &lists(files), |_| ())
}

fn of(code: Code, rows: &str, files: &[&str]) -> Vec<Finding> {
    all(rows, files).findings.into_iter().filter(|finding| finding.code == code).collect()
}

fn silent(rows: &str, files: &[&str]) -> Vec<(Code, Why)> {
    let codes = [Code::MissingFromReport, Code::LeftCompany, Code::EmailMismatch];
    all(rows, files).silent.iter().filter(|s| codes.contains(&s.code)).map(|s| (s.code, s.why)).collect()
}

fn cells(finding: &Finding) -> Vec<(Of, u32, Option<u32>)> {
    finding.evidence.iter().map(|cell| (cell.of, cell.row, cell.column)).collect()
}

#[test]
fn who_is_on_the_list_alone_is_named_by_it_and_the_technical_come_first() {
    let list = "Name,E-mail,MCID,Technical,Start date\nZoe Day,zoe@x.example,,,\nYan Fox,yan@x.example,8000009,yes,\n\
                Ana Roy,ANA@x.example,,yes,\nNew One,new@x.example,,yes,2021-05-20\n\
                Bo Lim,bo@x.example,,no,\nCy Ode,cy@x.example,,,\n";
    let found = of(Code::MissingFromReport, ROWS, &[list]);
    let said: Vec<(&str, &str, &str, Option<bool>)> = found
        .iter()
        .map(|finding| {
            let missing = finding.missing().unwrap();
            (missing.name.as_str(), missing.email.as_str(), missing.mcid.as_str(), missing.technical)
        })
        .collect();
    let expected = [("Yan Fox", "yan@x.example", "8000009", Some(true)), ("Zoe Day", "zoe@x.example", "", None)];
    assert_eq!(said, expected, "P4: who came after the report is not in it");
    assert!(found.iter().all(|finding| finding.account.is_none() && !finding.is_of_file()));
    assert_eq!(cells(&found[0]), [(Of::List(0), 3, Some(1)), (Of::List(0), 3, Some(3))]);
}

/// One question and not two: of the same name, one in the report and one on the list.
#[test]
fn a_namesake_is_asked_about_once() {
    let list = "Name,E-mail\nRoy Ana,ana.roy@new.example\nBo Lim,bo@x.example\nCy Ode,\n";
    let found = all(ROWS, &[list]).findings;
    let found: Vec<&Finding> = found.iter().filter(|f| [Code::MissingFromReport, Code::LeftCompany].contains(&f.code)).collect();
    assert_eq!(found.len(), 1, "Cy stands on the list without an address: {found:?}");
    assert_eq!(
        (found[0].code, found[0].others.as_slice(), found[0].confidence),
        (Code::MissingFromReport, &[0][..], Some(Confidence::Possible))
    );
}

#[test]
fn who_is_on_no_list_is_asked_about_and_nobody_is_said_to_have_left() {
    let rows = format!("{ROWS}Cy,Ode,cy.ode@mail.example,8000004,Yes,Yes,,,,,,\n");
    let list = "E-mail,Leaving date\nbo@x.example,2021-05-18\ncy@x.example,2021-05-19\n";
    let found = of(Code::LeftCompany, &rows, &[list]);
    let said: Vec<_> = found
        .iter()
        .map(|finding| match finding.detail {
            Detail::Left(last) => (finding.account, last, finding.confidence),
            _ => panic!("{finding:?}"),
        })
        .collect();
    let expected = [(Some(1), Some(day("2021-05-18")), Some(Confidence::Likely)), (Some(0), None, Some(Confidence::Possible))];
    assert_eq!(said, expected, "R10: the second Cy may be the first, and that is asked elsewhere");
    assert_eq!(cells(&found[0]), [(Of::Report(0), 3, Some(2)), (Of::Report(0), 3, Some(3)), (Of::List(0), 2, Some(1))]);
}

/// Who is on the list of a department is known; that the others are not is no news of them.
#[test]
fn the_list_of_a_department_asks_about_nobody_else() {
    let person = |n: u32| format!("P,Q,p{n}@x.example,80000{n:02},Yes,Yes,,,,,,\n");
    let rows: String = (10..30).map(person).collect();
    let list =
        |on: std::ops::Range<u32>| on.map(|n| format!("p{n}@x.example,\n")).fold("E-mail,Leaving date\n".to_owned(), |all, row| all + &row);
    let is_left = |one: &&(Code, Why)| one.0 == Code::LeftCompany;
    assert_eq!(silent(&rows, &[&list(10..19)]).iter().find(is_left), Some(&(Code::LeftCompany, Why::PartOfCompany)));
    assert_eq!(of(Code::LeftCompany, &rows, &[&list(10..20)]).len(), 10, "half of them and no fewer: R10");
    let gone = list(10..19).replace("p12@x.example,", "p12@x.example,2021-05-18");
    let left: Vec<_> = of(Code::LeftCompany, &rows, &[&gone]).iter().map(|finding| finding.account).collect();
    assert_eq!(left, [Some(2)], "a last day is said of whoever has one");
}

/// Bad addresses are bad addresses: what is none is no second one.
#[test]
fn one_person_with_two_addresses_is_told_once_with_every_list() {
    let rows = format!("{ROWS}Di,Wu,di at x.example,8000004,Yes,Yes,,,,,,\n");
    let staff = "E-mail,MCID\nana@new.example,8000001\nbo@x.example,8000002\ndi@x.example,8000004\n";
    let users = "Email,MCID,Partner University access\nANA@new.example,8000001,Yes\n";
    let found = of(Code::EmailMismatch, &rows, &[staff, users]);
    assert_eq!(found.len(), 1, "P5: {found:?}");
    assert!(matches!(&found[0].detail, Detail::Addresses { others, by: By::Mcid } if *others == ["ana@new.example"]));
    assert_eq!(cells(&found[0]), [(Of::Report(0), 2, Some(2)), (Of::List(0), 2, Some(0)), (Of::List(1), 2, Some(0))]);
}

#[test]
fn without_lists_of_the_company_they_say_so() {
    let why = |missing, mismatch| [(Code::MissingFromReport, missing), (Code::LeftCompany, missing), (Code::EmailMismatch, mismatch)];
    assert_eq!(silent(ROWS, &[]), why(Why::NoStaffList, Why::NoList));
    assert_eq!(silent(ROWS, &["E-mail,Team\nzoe@other.example,A\n"]), why(Why::OtherPeople, Why::OtherPeople));
    let users = "Email,Partner University access\nana@x.example,Yes\n";
    assert_eq!(silent(ROWS, &[users]), why(Why::NoStaffList, Why::NoList)[..2]);
    assert_eq!(silent("", &["E-mail\nzoe@x.example\n"]), [], "of an empty report everything is said");
}

#[test]
fn a_short_period_proves_no_absence() {
    let row = "1,Microsoft Azure Administrator,Exam,a@x.example,2021-05-01,,Active,8000001\n,,,b@x.example,,,,8000002\n";
    let company = company(&format!("{TRAININGS}{row}"));
    let all = beside(&company, &lists(&["E-mail\na@x.example\nzoe@x.example\n"]), |_| ());
    let said: Vec<Why> =
        all.silent.iter().filter(|s| [Code::MissingFromReport, Code::LeftCompany].contains(&s.code)).map(|s| s.why).collect();
    assert_eq!(said, [Why::ShortSpan; 2], "R16");
    assert!(all.findings.iter().all(|f| f.missing().is_none() && f.code != Code::LeftCompany));
}

#[test]
fn what_the_users_report_says_of_the_learn_account_is_carried_on() {
    let users = "Email,Partner University access,Microsoft Learning account\nbo@x.example,No,Yes\n";
    let found = all(ROWS, &[users]).findings;
    let of = |code: Code| found.iter().find(|f| f.code == code).unwrap();
    assert!(matches!(of(Code::NotAssociated).detail, Detail::NotAssociated { learn: Some(true), .. }), "P4");
    assert!(matches!(of(Code::NoSkills).detail, Detail::NoSkills { learn: Some(true), .. }), "P4");
    assert_eq!(cells(of(Code::NotAssociated)), [(Of::Report(0), 3, Some(5)), (Of::List(0), 2, Some(2))]);
}
