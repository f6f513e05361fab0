//! Nothing of anybody else is ever in a letter, whatever the company: neither address nor MCID.

use super::*;
use crate::model::Account;
use proptest::prelude::*;

/// Few names, addresses and MCIDs, so that many are alike.
const FIRST: [&str; 4] = ["Ana", "Anna", "Bo", ""];
const LAST: [&str; 3] = ["Roy", "Roi", "Li"];
const COMPANY: [&str; 5] = ["ana@x.example", "a.roy@x.example", "bo@x.example", "team@x.example", ""];
const PRIVATE: [&str; 4] = ["ana@home.example", "roy@home.example", "bo@home.example", ""];
const MCID: [&str; 5] = ["8000001", "8000002", "8000003", "8000004", ""];
const SKILL: [&str; 4] = [
    "Exam,,AZ-104,2021-01-02,Cloud (A),",
    "Certification,,azure-administrator-associate,2019-07-01,Cloud (A),2021-07-01",
    "Certification,,azure-administrator-associate,2018-07-01,Cloud (A),2020-07-01",
    ",,,,,",
];

fn skills_reports() -> impl Strategy<Value = String> {
    let yes = prop::sample::select(vec!["Yes", "No"]);
    let either = prop::sample::select(COMPANY.iter().chain(&PRIVATE).copied().collect::<Vec<_>>());
    let row = (
        prop::sample::select(&FIRST[..]),
        prop::sample::select(&LAST[..]),
        either,
        prop::sample::select(&MCID[..]),
        yes.clone(),
        yes,
        prop::sample::select(&SKILL[..]),
    );
    let line = |(first, last, email, mcid, pmc, pc, skill)| format!("{first},{last},{email},{mcid},{pmc},{pc},{skill}\n");
    prop::collection::vec(row.prop_map(line), 1..8).prop_map(|rows| format!("{HEAD}{}", rows.concat()))
}

fn trainings() -> impl Strategy<Value = String> {
    let row = (
        prop::sample::select(&FIRST[..]),
        prop::sample::select(&LAST[..]),
        prop::sample::select(&PRIVATE[..]),
        prop::sample::select(&COMPANY[..]),
        prop::sample::select(&MCID[..]),
    );
    let line = |(first, last, private, company, mcid)| {
        format!("3051,Azure Administrator,Certification,{first},{last},{private},{company},2020-06-01,2021-08-01,Active,{mcid},1,X Ltd\n")
    };
    let head = "TrainingActivityId,TrainingTitle,TrainingType,IndividualFirstName,IndividualLastName,Email,CorpEmail,TrainingCompletionDate,ExpirationDate,ActivationStatus,MCPID,MPNId,PartnerName\n";
    prop::collection::vec(row.prop_map(line), 1..8).prop_map(move |rows| format!("{head}{}", rows.concat()))
}

fn staff() -> impl Strategy<Value = String> {
    let row = (
        prop::sample::select(&FIRST[..]),
        prop::sample::select(&LAST[..]),
        prop::sample::select(&COMPANY[..]),
        prop::sample::select(&PRIVATE[..]),
        prop::sample::select(&MCID[..]),
    );
    let line = |(first, last, email, private, mcid)| format!("{first} {last},{email},{private},{mcid}\n");
    prop::collection::vec(row.prop_map(line), 0..5).prop_map(|rows| format!("Name,E-mail,Private e-mail,MCID\n{}", rows.concat()))
}

/// What an account is known by.
fn known_by(company: &Company, account: &Account) -> Vec<String> {
    let all = [company.email(account), company.private_email(account), company.mcid(account)];
    all.into_iter().filter(|one| !one.is_empty()).map(str::to_lowercase).collect()
}

fn check(case: &Case) -> Result<(), TestCaseError> {
    let private: Vec<String> = PRIVATE.iter().filter(|one| !one.is_empty()).map(|one| (*one).to_owned()).collect();
    for (kind, lang) in Kind::ALL.into_iter().zip(LetterLang::ALL).chain([(Kind::Settle, LetterLang::De)]) {
        for letter in case.letters(kind, Some(lang)) {
            let own: Vec<String> = match &letter.to.whom {
                Whom::Accounts(accounts) => {
                    accounts.iter().flat_map(|number| known_by(&case.company, case.company.account(*number))).collect()
                }
                Whom::Listed(_) => letter.to.mcids.iter().cloned().chain(letter.to.address.clone()).collect(),
            };
            let said = format!("{}\n{}", letter.subject, letter.text).to_lowercase();
            for account in &case.company.accounts {
                for known in known_by(&case.company, account).iter().filter(|known| !own.contains(known)) {
                    prop_assert!(!said.contains(known.as_str()), "{known} in a letter to {:?}:\n{said}", letter.to);
                    let lists_know_it = case
                        .joined
                        .members_of(&case.lists, person_of(case, &letter))
                        .any(|member| member.who.emails().any(|one| one.eq_ignore_ascii_case(known)));
                    prop_assert!(
                        letter.to.address.as_deref() != Some(known.as_str()) || lists_know_it,
                        "{known} is not the address of {:?}",
                        letter.to
                    );
                }
            }
            for address in &private {
                prop_assert!(!said.contains(address.as_str()), "a private address is in no letter: {said}");
            }
        }
    }
    Ok(())
}

/// The person whom a letter is about; one that there is not for who is in no report.
fn person_of(case: &Case, letter: &Letter) -> u32 {
    match &letter.to.whom {
        Whom::Accounts(accounts) => case.company.account(accounts[0]).person,
        Whom::Listed(_) => u32::MAX,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn nothing_of_others_is_in_a_letter_about_a_skills_report(csv in skills_reports(), staff in staff()) {
        check(&Case::new(&csv, &[], "2021-05-19"))?;
        check(&Case::new(&csv, &[&staff], "2021-05-19"))?;
    }

    #[test]
    fn nor_in_one_about_trainings(csv in trainings(), staff in staff()) {
        check(&Case::new(&csv, &[&staff], "2021-05-19"))?;
    }

    /// Everybody gets one letter at most: no account is in two.
    #[test]
    fn nobody_gets_two_letters(csv in skills_reports()) {
        let case = Case::new(&csv, &[], "2021-05-19");
        for kind in Kind::ALL {
            let mut accounts: Vec<u32> = case.letters(kind, None).into_iter().flat_map(|letter| match letter.to.whom {
                Whom::Accounts(accounts) => accounts,
                Whom::Listed(_) => Vec::new(),
            }).collect();
            let all = accounts.len();
            accounts.sort_unstable();
            accounts.dedup();
            prop_assert_eq!(accounts.len(), all);
        }
    }
}
