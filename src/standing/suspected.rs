//! Persons who may be one: the same name, different MCIDs, and accounts that do not speak against it (R14).

use std::collections::HashMap;

use crate::model::Company;
use crate::text;

/// More persons of one name than this are namesakes: the name says nothing.
const MOST_OF_A_NAME: usize = 4;

/// Pairs of persons, by number, who may be one person with two MCIDs. Likeness merges nobody: whoever counts says both
/// numbers (R14).
///
/// Rather too few than too many: only whole names of at least two words, the order of given and family name and accents
/// aside; only persons who each have an MCID; and never two of whom each has an address of their own in the same domain,
/// for a company gives nobody two.
#[must_use]
pub fn suspected(company: &Company) -> Vec<(u32, u32)> {
    counted(company).0
}

/// The pairs, and how many accounts and pairs of persons were looked at.
fn counted(company: &Company) -> (Vec<(u32, u32)>, usize) {
    let mut steps = 0;
    let mut by_name: HashMap<Vec<String>, Vec<u32>> = HashMap::new();
    for person in 0..company.people {
        let accounts = company.accounts_of(person);
        steps += accounts.len();
        if accounts.iter().all(|number| company.mcid(company.account(*number)).is_empty()) {
            continue;
        }
        // A person may be called differently in two accounts; each name is theirs.
        let mut names: Vec<Vec<String>> = accounts.iter().filter_map(|number| name_of(company, *number)).collect();
        names.sort_unstable();
        names.dedup();
        for name in names {
            by_name.entry(name).or_default().push(person);
        }
    }
    let mut pairs = Vec::new();
    for people in by_name.into_values().filter(|people| (2..=MOST_OF_A_NAME).contains(&people.len())) {
        for (at, a) in people.iter().enumerate() {
            for b in &people[at + 1..] {
                steps += 1;
                if !both_have_an_address_there(company, *a, *b) {
                    pairs.push((*a, *b));
                }
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    (pairs, steps)
}

/// The words of a name in a fixed order; `None` for less than two.
fn name_of(company: &Company, account: u32) -> Option<Vec<String>> {
    let folded = text::fold(&company.full_name(company.account(account)));
    let mut words: Vec<String> =
        folded.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|w| !w.is_empty()).map(str::to_owned).collect();
    words.sort_unstable();
    (words.len() >= 2).then_some(words)
}

/// Whether both have an address in one domain.
fn both_have_an_address_there(company: &Company, a: u32, b: u32) -> bool {
    domains(company, a).any(|domain| domains(company, b).any(|other| other == domain))
}

fn domains(company: &Company, person: u32) -> impl Iterator<Item = String> + '_ {
    let addresses = company.accounts_of(person).iter().map(|number| company.email(company.account(*number)));
    addresses.filter_map(|address| address.rsplit_once('@')).map(|(_, domain)| domain.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::test_support::company;
    use rstest::rstest;

    const HEAD: &str = "First Name,Last Name,Email,MCID,Associated to PMC,Associated to PC\n";

    #[rstest]
    #[case("a private address beside the company's", "Ana,Silva,ana@x.example,1,,\nAna,Silva,ana@mail.example,2,,\n", &[(0, 1)])]
    #[case("an address and none", "Ana,Silva,ana@x.example,1,,\nAna,Silva,,2,,\n", &[(0, 1)])]
    #[case("names the other way round, accents aside", "Anà,Silva,ana@x.example,1,,\nSILVA,Ana,,2,,\n", &[(0, 1)])]
    #[case("two people of one name, each with an address of the company", "Ana,Silva,ana@x.example,1,,\nAna,Silva,ana2@X.example,2,,\n", &[])]
    #[case("another name", "Ana,Silva,ana@x.example,1,,\nAnna,Silva,,2,,\n", &[])]
    #[case("one of them has no MCID", "Ana,Silva,ana@x.example,1,,\nAna,Silva,ana@mail.example,,,\n", &[])]
    #[case("half a name", "Ana,,ana@x.example,1,,\nAna,,,2,,\n", &[])]
    #[case("one MCID is one person anyway", "Ana,Silva,ana@x.example,1,,\nAna,Silva,ana@mail.example,1,,\n", &[])]
    #[case("many of one name", "Ana,Silva,,1,,\nAna,Silva,,2,,\nAna,Silva,,3,,\nAna,Silva,,4,,\nAna,Silva,,5,,\n", &[])]
    fn only_what_speaks_for_one_person_is_suspected(#[case] what: &str, #[case] rows: &str, #[case] pairs: &[(u32, u32)]) {
        assert_eq!(suspected(&company(&format!("{HEAD}{rows}"))), pairs, "R14: {what}");
    }

    #[test]
    fn a_hundred_thousand_people_are_looked_at_once() {
        let mut rows = HEAD.to_owned();
        for n in 0..50_000u32 {
            // Everybody twice, and every tenth name is everybody's.
            let last = if n % 10 == 0 { "Smith".to_owned() } else { format!("Smith{n}") };
            rows.push_str(&format!("Ana,{last},u{n}@x.example,{},,\nAna,{last},u{n}@mail.example,{},,\n", 1_000_000 + n, 2_000_000 + n));
        }
        let (pairs, steps) = counted(&company(&rows));
        assert_eq!(pairs.len(), 45_000);
        assert_eq!(steps, 100_000 + 45_000, "every account once, and of each name its pairs");
    }
}
