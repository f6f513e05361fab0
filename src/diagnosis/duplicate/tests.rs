//! Who may be one person: what is enough, what is not, and that the time grows with the company and not with its square.

use super::blocking::{counted, profiles};
use super::names::{Words, compare};
use super::*;
use crate::catalog::{catalog, programmes};
use crate::diagnosis::Ask;
use crate::diagnosis::context::Context;
use crate::model::Company;
use crate::model::test_support::company;
use crate::standing::{Question, Rules};
use rstest::rstest;

const HEAD: &str = "First Name,Last Name,Email,MCID,Associated to PMC,Associated to PC,Skill Type,Skill Name,Skill ID,Skill Completion Date,\
                    Relevant for Competencies  (Option) or Programs,Skill Expiration Date\n";
/// Others of the company, so that its domain is known.
const COLLEAGUES: &str =
    "Uma,Rao,uma.rao@x.example,101,,,,,,,,\nVic,Poe,vic.poe@x.example,102,,,,,,,,\nWin,Lee,win.lee@x.example,103,,,,,,,,\n";

fn with<T>(company: &Company, not_same: &[(String, String)], look: impl FnOnce(&Context<'_>) -> T) -> T {
    let day = "2021-05-19".parse().unwrap();
    let (rules, question) = (Rules::on(programmes(), day), Question::of_day(day));
    let ask = Ask { not_same, ..Ask::of_day(day) };
    look(&Context::new(company, catalog(), &rules, &question, &ask))
}

fn found(rows: &str, not_same: &[(String, String)]) -> Vec<Pair> {
    let company = company(&format!("{HEAD}{COLLEAGUES}{rows}"));
    let mut pairs = with(&company, not_same, pairs);
    pairs.iter_mut().for_each(|pair| pair.accounts = pair.accounts.map(|account| account - 3));
    pairs
}

fn row(first: &str, last: &str, email: &str, mcid: u32, exam: &str) -> String {
    let skill = if exam.is_empty() { ",,,,".to_owned() } else { format!("Exam,,{exam},2021-01-0{},", 1 + mcid % 9) };
    format!("{first},{last},{email},{mcid},,,{skill},\n")
}

#[rstest]
#[case("Ana Silva", "SILVA Anà", Name::Same)]
#[case("Jan van der Berg", "Jan Berg", Name::Same)]
#[case("Jürgen Müller", "Juergen Mueller", Name::Spelling)]
#[case("Bob Stone", "Robert Stone", Name::ShortForm)]
#[case("Stone, Bill", "William Stone", Name::ShortForm)]
#[case("J. Stone", "John Stone", Name::Initial)]
#[case("Ana Maria Silva", "Ana Silva", Name::Further)]
#[case("", "Ana Silva", Name::Unnamed)]
#[case("Ana", "Ana", Name::Unnamed)]
#[case("Ana Silva", "Anna Silva", Name::Different)]
#[case("Ana Silva", "Ana Souza", Name::Different)]
#[case("Bob Stone", "Robert Steen", Name::Different)]
#[case("J. Stone", "J. Stone", Name::Initial)]
#[case("J. Stone", "Mary Stone", Name::Different)]
#[case("J. S.", "John Stone", Name::Different)]
#[case("Ana", "Ana Silva", Name::Different)]
#[case("李 Wei", "Wei 李", Name::Same)]
#[case("李 Wei", "王 Wei", Name::Different)]
#[case("Sasha Petrov", "Alexandra Petrov", Name::ShortForm)]
#[case("O'Brien Zoë", "Zoe O’Brien", Name::Same)]
fn names(#[case] a: &str, #[case] b: &str, #[case] alike: Name) {
    let (a, b) = (Words::of(a), Words::of(b));
    assert_eq!((compare(&a, &b), compare(&b, &a)), (alike, alike), "R14: {a:?} {b:?}");
}

/// The first account is always `ana.silva@x.example`.
#[rstest]
#[case("a private address that is like it", "Ana,Silva,ana.silva57@outlook.example", Some(Confidence::Likely))]
#[case("another private address", "Ana,Silva,sunny@gmail.example", Some(Confidence::Likely))]
#[case("the other way round, in capitals", "SILVA,ANÀ,sunny@gmail.example", Some(Confidence::Likely))]
#[case("a second given name", "Ana Maria,Silva,sunny@gmail.example", Some(Confidence::Possible))]
#[case("an initial of which there is one", "A.,Silva,sunny@gmail.example", Some(Confidence::Possible))]
#[case("an initial and a like address", "A.,Silva,ana.silva@gmail.example", Some(Confidence::Likely))]
#[case("no name and a like address", ",,ana.silva@gmail.example", Some(Confidence::Possible))]
#[case("another name and a like address", "Iva,Rossi,ana.silva@gmail.example", None)]
#[case("no address", "Ana,Silva,", Some(Confidence::Possible))]
#[case("an address that is none, of the company", "Ana,Silva,ana.silva7 at x.example", None)]
#[case("a numbered address of the company: two people of one name", "Ana,Silva,ana.silva2@x.example", None)]
#[case("an alias of the company", "Ana,Silva,asilva@x.example", Some(Confidence::Possible))]
#[case("another address of the company", "Ana,Silva,sales.lisbon@x.example", None)]
#[case("another name", "Anna,Silva,sunny@gmail.example", None)]
fn what_is_enough(#[case] what: &str, #[case] other: &str, #[case] confidence: Option<Confidence>) {
    let rows = format!("{}{other},8,,,Exam,,AZ-500,2021-02-02,,\n", row("Ana", "Silva", "ana.silva@x.example", 1, "AZ-104"));
    let pairs = found(&rows, &[]);
    assert_eq!(pairs.first().map(|pair| pair.likeness.confidence), confidence, "T1: {what}: {pairs:?}");
    assert!(pairs.len() < 2);
}

#[test]
fn one_address_with_two_ids_is_certain_unless_the_names_differ() {
    let rows =
        |first: &str| format!("{}{}", row("Ana", "Silva", "ana@x.example", 1, "AZ-104"), row(first, "Silva", "ANA@x.example", 2, "AZ-500"));
    assert_eq!(found(&rows("Ana"), &[])[0].likeness.confidence, Confidence::Certain);
    assert_eq!(found(&rows("A."), &[])[0].likeness.confidence, Confidence::Certain);
    let shared = found(&rows("Rui"), &[])[0];
    assert_eq!((shared.likeness.confidence, shared.likeness.name), (Confidence::Possible, Name::Different));
    let one_id = format!("{}{}", row("Ana", "Silva", "ana@x.example", 1, "AZ-104"), row("Ana", "Silva", "ana@gmail.example", 1, "AZ-500"));
    assert_eq!(found(&one_id, &[]), [], "one MCID is one profile");
}

#[test]
fn skills_speak_for_and_against() {
    let certified = "Ana,Silva,sunny@gmail.example,2,,,Certification,,azure-solutions-architect-expert,2021-01-01,,\n";
    let alone = |exams: &[&str]| exams.iter().map(|exam| row("Ana", "Silva", "", 1, exam)).collect::<String>() + certified;
    let sure = |exams: &[&str]| found(&alone(exams), &[]).first().map(|p| (p.likeness.confidence, p.likeness.holdings));
    assert_eq!(sure(&["AZ-500"]), Some((Confidence::Possible, Holdings::Apart)));
    assert_eq!(sure(&["AZ-303", "AZ-304"]), Some((Confidence::Likely, Holdings::Complete)));
    // The same exam on two days.
    let twice =
        format!("{}{}", row("Ana", "Silva", "ana.silva@x.example", 1, "AZ-104"), row("Ana", "Silva", "sunny@gmail.example", 2, "AZ-104"));
    assert_eq!(
        found(&twice, &[])[0].likeness,
        Likeness { confidence: Confidence::Possible, name: Name::Same, address: Address::Private, holdings: Holdings::Overlap }
    );
    // And on one day.
    let once =
        format!("{}{}", row("Ana", "Silva", "ana.silva@x.example", 1, "AZ-104"), row("Ana", "Silva", "sunny@gmail.example", 10, "AZ-104"));
    assert_eq!(found(&once, &[])[0].likeness.holdings, Holdings::Repeated);
}

#[test]
fn a_private_account_has_one_owner() {
    let two = [row("Ana", "Silva", "ana.silva@x.example", 1, ""), row("Ana", "Silva", "silva.ana.lisbon@x.example", 2, "")].concat();
    let near = found(&(two.clone() + &row("Ana", "Silva", "ana.silva9@gmail.example", 3, "AZ-104")), &[]);
    assert_eq!(near.iter().map(|p| (p.accounts, p.likeness.confidence)).collect::<Vec<_>>(), [([0, 2], Confidence::Likely)]);
    let passed = |email: &str, mcid: u32, exam: &str| row("Ana", "Silva", email, mcid, exam);
    let rows =
        [passed("ana.silva@x.example", 1, "AZ-104"), passed("silva.ana@x.example", 2, "AZ-500"), passed("sun@gmail.example", 3, "AZ-104")];
    let other = found(&rows.concat(), &[]);
    let of_private: Vec<_> = other.iter().filter(|p| p.accounts[1] == 2).map(|p| (p.accounts, p.likeness.confidence)).collect();
    assert_eq!(of_private, [([1, 2], Confidence::Likely)], "the other one passed the exam, too");
    let initial = [
        passed("ana.silva@x.example", 1, ""),
        row("Abel", "Silva", "abel.silva@x.example", 2, ""),
        row("A.", "Silva", "sun@gmail.example", 3, "AZ-104"),
    ];
    assert_eq!(found(&initial.concat(), &[]), [], "an initial of two people tells nothing");
    let either = found(&(two + &row("Ana", "Silva", "sunny@gmail.example", 3, "AZ-104")), &[]);
    let sure: Vec<Confidence> = either.iter().map(|p| p.likeness.confidence).collect();
    assert_eq!(sure, [Confidence::Possible, Confidence::Possible], "it is of one of both");
    let many: String = (0..3).map(|n| row("Ana", "Silva", &format!("a{n}.silva.lisbon@x.example"), 10 + n, "")).collect();
    assert_eq!(found(&(many + &row("Ana", "Silva", "sunny@gmail.example", 3, "AZ-104")), &[]), [], "the name tells nothing");
}

#[rstest]
#[case("ana.silva@x.example", "2")]
#[case("2", "1")]
#[case(" ANA.SILVA@x.example ", "sunny@gmail.example")]
fn who_was_said_to_be_two_is_left_alone(#[case] a: &str, #[case] b: &str) {
    let rows = row("Ana", "Silva", "ana.silva@x.example", 1, "") + &row("Ana", "Silva", "sunny@gmail.example", 2, "AZ-104");
    assert_eq!(found(&rows, &[]).len(), 1);
    assert_eq!(found(&rows, &[(a.to_owned(), b.to_owned())]), [], "R14");
    assert_eq!(found(&rows, &[(a.to_owned(), "7".to_owned())]).len(), 1);
}

#[test]
fn two_ids_of_one_address_may_be_said_to_be_two_people() {
    let rows = row("Ana", "Silva", "team@x.example", 1, "") + &row("Rui", "Costa", "team@x.example", 2, "");
    assert_eq!(found(&rows, &[]).len(), 1);
    assert_eq!(found(&rows, &[("2".to_owned(), "1".to_owned())]), []);
    assert_eq!(found(&rows, &[("team@x.example".to_owned(), "1".to_owned())]).len(), 1, "the address means both");
}

/// Everybody is called one of few names, and every tenth has a second account.
#[test]
fn the_time_grows_with_the_company() {
    let steps = |people: u32| {
        let mut rows = HEAD.to_owned();
        for n in 0..people {
            let (first, last) = (format!("F{}", char::from(b'a' + (n % 20) as u8)), format!("Name{}", n / 40));
            rows.push_str(&row(&first, &last, &format!("u{n}.name@x.example"), 1_000_000 + n, ""));
            if n % 10 == 0 {
                rows.push_str(&row(&first, &last, &format!("name{n}@gmail.example"), 5_000_000 + n, ""));
            }
        }
        let company = company(&rows);
        with(&company, &[], |context| counted(&profiles(context)).1)
    };
    let (small, large) = (steps(1_000), steps(4_000));
    assert!(small > 0 && large <= 5 * small, "{small} pairs, then {large}");
}
