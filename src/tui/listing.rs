//! The list of users: filtered, and in order.

use std::cmp::Ordering;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::Company;
use crate::query::{Filter, Found, Query, SearchIndex, run};
use crate::text;

use super::action::Listing;
use super::app::{Sort, SortKey};
use super::columns::Needs;

/// Filters and sorts. `None` when `stop` said so.
#[must_use]
pub fn listing(
    company: &Company,
    index: &SearchIndex,
    as_of: NaiveDate,
    query: &Query,
    sort: Sort,
    among: Option<&[u32]>,
    stop: &(dyn Fn() -> bool + Sync),
) -> Option<Listing> {
    let filter = Filter::new(query, company, index, as_of);
    let Found { hits, near } = run(&filter, among, stop)?;
    let mut accounts: Vec<u32> = hits.iter().map(|h| h.account).collect();
    let by_number = Arc::new(accounts.clone());
    let account = |n: u32| company.account(n);
    let name = |n: u32| some(index.name(n));
    // Equals stand in the order of their names, whichever way round the list is.
    let by_name = |a: u32, b: u32| last_if_none(&name(a), &name(b), false);
    // The skill that was asked for, by its place among those of the account.
    // Where somebody is there for a skill, it is shown.
    let asks = filter.asks_for_skills() || accounts.iter().any(|number| filter.is_found_by_skill(*number));
    let place = |n: u32| if asks { filter.found_skill(n) } else { None };
    let skill = |n: u32| place(n).and_then(|at| company.skills(n).get(at));
    let way = sort.reversed;
    match sort.key {
        SortKey::Match => {
            let mut scored: Vec<(i64, u32)> = hits.iter().map(|h| (-h.score, h.account)).collect();
            scored.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| by_name(a.1, b.1)));
            accounts = scored.into_iter().map(|(_, account)| account).collect();
        }
        SortKey::File if way => accounts.reverse(),
        SortKey::File => {}
        SortKey::Name => arrange(&mut accounts, way, name, |_, _| Ordering::Equal),
        SortKey::Email => arrange(&mut accounts, way, |n| some(index.email(n)), by_name),
        // As numbers, which they are, however many digits they have.
        SortKey::Mcid => arrange(&mut accounts, way, |n| some(company.mcid(account(n))).map(|mcid| (mcid.len(), mcid)), by_name),
        SortKey::Pmc => arrange(&mut accounts, way, |n| Some(SortKey::urgency(account(n).pmc)), by_name),
        SortKey::Pc => arrange(&mut accounts, way, |n| Some(SortKey::urgency(account(n).pc)), by_name),
        SortKey::Skills => arrange(&mut accounts, way, |n| Some((company.counting_skills(n, as_of), company.skills(n).len())), by_name),
        SortKey::Competencies => arrange(&mut accounts, way, |n| Some(index.areas().names(company, n, as_of).len()), by_name),
        // The most serious first.
        SortKey::Problem => arrange(&mut accounts, way, |n| index.findings().and_then(|findings| findings.first(n)), by_name),
        SortKey::Found => {
            let names: Vec<String> = company.items.iter().map(|item| text::fold(&item.name_with_code())).collect();
            arrange(&mut accounts, way, |n| skill(n).and_then(|s| names.get(s.item as usize)), by_name);
        }
        SortKey::Until => arrange(&mut accounts, way, |n| skill(n).and_then(|s| s.expires), by_name),
    }
    let mut seen = vec![false; company.people as usize];
    let people = accounts.iter().filter(|n| !std::mem::replace(&mut seen[account(**n).person as usize], true)).count();
    let found: Option<Vec<_>> = asks.then(|| accounts.iter().map(|n| place(*n).and_then(|at| u32::try_from(at).ok())).collect());
    let needs = Needs::of(company, index.areas(), as_of, &accounts, found.as_deref());
    Some(Listing { accounts, by_number, people, found, near, needs })
}

/// Text that says something.
fn some(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

/// Compares, one way or the other; what is not there comes last either way, as in a spreadsheet.
fn last_if_none<K: Ord>(a: &Option<K>, b: &Option<K>, reversed: bool) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) if reversed => b.cmp(a),
        (Some(a), Some(b)) => a.cmp(b),
        (a, b) => a.is_none().cmp(&b.is_none()),
    }
}

/// Sorts by a key that is computed once for each.
fn arrange<K: Ord>(accounts: &mut [u32], reversed: bool, key: impl Fn(u32) -> Option<K>, equals: impl Fn(u32, u32) -> Ordering) {
    let mut keyed: Vec<(Option<K>, u32)> = accounts.iter().map(|n| (key(*n), *n)).collect();
    keyed.sort_by(|a, b| last_if_none(&a.0, &b.0, reversed).then_with(|| equals(a.1, b.1)));
    for (place, (_, account)) in accounts.iter_mut().zip(keyed) {
        *place = account;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::test_support::company;
    use crate::query::parse;
    use rstest::rstest;

    const HEAD: &str = "First Name,Last Name,Email,MCID,Associated to PMC,Associated to PC,Skill Type,Skill Name,Skill ID,\
                        Skill Completion Date,Relevant for Competencies (Option) or Programs,Skill Expiration Date\n";

    /// In the file: D has one skill, C none, B three, A one.
    const ROWS: &str = "D,,d@x.example,10000001,Yes,Yes,Exam,Tents,TN-2,2021-01-02,Camping,2023-01-01\n\
                        C,,,,Yes,Yes,,,,,,\n\
                        B,,b@x.example,9000001,Yes,Yes,Exam,Maps,TN-1,2021-01-02,Camping,\n\
                        B,,b@x.example,9000001,Yes,Yes,Exam,Tents,TN-2,2021-01-02,Hiking,2022-01-01\n\
                        B,,b@x.example,9000001,Yes,Yes,Exam,Knots,TN-3,2021-01-02,Rowing,\n\
                        A,,a@x.example,8000001,Yes,Yes,Exam,Maps,TN-1,2021-01-02,Camping,\n";

    #[rstest]
    #[case::names(SortKey::Name, "", "ABCD", "DCBA")]
    #[case::addresses(SortKey::Email, "", "ABDC", "DBAC")]
    #[case::mcids_are_numbers(SortKey::Mcid, "", "ABDC", "DBAC")]
    #[case::equals_stay_by_name(SortKey::Skills, "", "CADB", "BADC")]
    #[case::competencies(SortKey::Competencies, "", "CADB", "BADC")]
    #[case::the_most_serious_first(SortKey::Problem, "", "BDAC", "DBAC")]
    #[case::file(SortKey::File, "", "DCBA", "ABCD")]
    #[case::found(SortKey::Found, "earned:2021", "ABD", "DAB")]
    #[case::until_the_last_day(SortKey::Until, "skill:tents", "BD", "DB")]
    #[case::no_last_day_comes_last(SortKey::Until, "earned:2021", "DAB", "DAB")]
    #[case::nothing_was_asked_for(SortKey::Until, "", "ABCD", "ABCD")]
    fn users_stand_in_order(#[case] key: SortKey, #[case] filter: &str, #[case] up: &str, #[case] down: &str) {
        let company = company(&format!("{HEAD}{ROWS}"));
        let as_of = "2021-06-01".parse().unwrap();
        let query = parse(filter, as_of).unwrap();
        for (reversed, expected) in [(false, up), (true, down)] {
            let found = crate::model::Findings::new(4, [(0, "no-skills"), (2, "pmc-only")]);
            let index = SearchIndex::new(&company).with_findings(found);
            let listing = listing(&company, &index, as_of, &query, Sort { key, reversed }, None, &|| false).unwrap();
            let names: String = listing.accounts.iter().map(|n| company.full_name(company.account(*n))).collect();
            assert_eq!(names, expected, "{key:?}, reversed: {reversed}");
        }
    }
}
