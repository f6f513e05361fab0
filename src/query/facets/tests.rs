use super::super::filter::{SearchIndex, run};
use super::*;
use crate::model::test_support::company;
use proptest::prelude::*;
use rstest::rstest;

const HEADER: &str = "First Name,Last Name,Email,MCID,Associated to PMC,Associated to PC,Skill Type,Skill Name,Skill ID,\
                      Skill Completion Date,Relevant for Competencies (Option) or Programs,Skill Expiration Date\n";

fn day() -> NaiveDate {
    "2021-05-19".parse().unwrap()
}

/// How many of the accounts a filter finds as it is typed.
fn found(company: &Company, accounts: &[u32], filter: &str) -> usize {
    let query = parse(filter, day()).unwrap_or_else(|e| panic!("{filter}: {e}"));
    let index = SearchIndex::new(company);
    let found = run(&Filter::new(&query, company, &index, day()), Some(accounts), &|| false).unwrap();
    if found.near { 0 } else { found.hits.len() }
}

#[rstest]
#[case("", "pc:no", "pc:no")]
#[case("pc:no", "pc:no", "")]
#[case("ana  pc:no", "pc:yes", "ana pc:yes")]
#[case("ana pc:yes  lopez", "pc:yes", "ana lopez")]
#[case("skill:az-104", "skill:\"=az-900\"", "skill:az-104 skill:\"=az-900\"")]
#[case("-pc:no", "pc:no", "-pc:no pc:no")]
#[case("name:\"=ana lopez\" x", "name:\"=ana lopez\"", "x")]
#[case("PC:non", "pc:no", "")]
fn conditions_are_switched(#[case] filter: &str, #[case] term: &str, #[case] after: &str) {
    assert_eq!(toggle_term(filter, term), after);
    assert_eq!(has_term(after, term), !has_term(filter, term));
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof!["[a-zé]{0,3}", "[aB\\\\\"' :=@-]{0,4}", Just("Ana \"the\" Lopez".to_owned()), Just("-x: y".to_owned())]
}

fn quote(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_count_is_what_its_condition_finds(
        rows in prop::collection::vec((cell(), cell(), "[a-c]{1,2}@[xy](\\.example)?", "8[0-9]{5}|", 0usize..3, 0usize..3, 0usize..4), 1..12),
    ) {
        let said = ["Yes", "No", ""];
        let skills = [
            ",,,,,",
            "Exam,Maps,AZ-104,2021-01-01,Hiking (Maps); Camping,2021-06-30",
            "Certification,Camp Leader,,2020-01-01,Camping,2021-01-01",
            "Exam,Maps \"new\",TN-1,2021-02-01,,",
        ];
        let lines = rows.iter().map(|(first, last, email, mcid, pmc, pc, skill)| {
            format!("{},{},{},{},{},{},{}\n", quote(first), quote(last), email, mcid, said[*pmc], said[*pc], skills[*skill])
        });
        let company = company(&(HEADER.to_owned() + &lines.collect::<String>()));
        let accounts: Vec<u32> = (0..u32::try_from(company.accounts.len()).unwrap()).collect();
        for facet in facets(&company, day(), &accounts, &|| false).unwrap() {
            for count in facet.counts {
                prop_assert_eq!(found(&company, &accounts, &count.term), count.accounts, "{:?} {}", count.value, count.term);
            }
        }
        for column in UserColumn::ALL.into_iter().filter(|c| !c.is_of_found_skill()) {
            let counts = column_values(&company, day(), &accounts, column, None, &|| false).unwrap();
            prop_assert!(counts.windows(2).all(|pair| pair[0].accounts >= pair[1].accounts));
            for count in counts {
                prop_assert_eq!(found(&company, &accounts, &count.term), count.accounts, "{:?} {}", count.value, count.term);
                let toggled = toggle_term("ana -maria", &count.term);
                prop_assert!(has_term(&toggled, &count.term), "{}", toggled);
            }
        }
    }
}
