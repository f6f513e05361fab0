use super::*;
use crate::model::test_support::{company, facts as facts_of};
use crate::model::{Area, Areas, Findings};
use proptest::prelude::*;
use rstest::rstest;

const HEADER: &str = "First Name,Last Name,Email,MCID,Associated to PMC,Associated to PC,Skill Type,Skill Name,Skill ID,\
                      Skill Completion Date,Relevant for Competencies (Option) or Programs,Skill Expiration Date\n";

fn day() -> NaiveDate {
    "2021-05-19".parse().unwrap()
}

/// Two of them have the same name.
fn areas() -> Vec<Area> {
    let area = |id: &str, name: &str, short: &str| Area { id: id.to_owned(), name: name.to_owned(), short: short.to_owned() };
    vec![
        area("data-ai", "Solutions Partner for Data & AI (Azure)", "Data & AI"),
        area("security", "Solutions Partner for Security", "Security"),
        area("security", "Security", "Security"),
    ]
}

fn areas_named(name: &str) -> bool {
    areas().iter().any(|area| area.short == name)
}

/// How many accounts a filter shows.
fn shown(company: &Company, index: &SearchIndex, filter: &str) -> usize {
    let query = parse(filter, day()).unwrap_or_else(|e| panic!("{filter}: {e}"));
    run(&Filter::new(&query, company, index, day()), None, &|| false).unwrap().hits.len()
}

/// Filters to begin with: of accounts and of skills, turned round, on one field and on several, plain words.
const BEGIN: [&str; 32] = [
    "",
    "problem:possible-duplicate type:exam",
    "-problem:any",
    "probleme:aucun",
    "gravite:alerte,info skills:>0",
    "pc:no",
    "-pc:no",
    "PC:oui pmc:yes",
    "type:exam",
    "type:exam status:expired",
    "type:certification expires:2021",
    "-type:exam status:active",
    "expires:<90d",
    "problem:no-skills",
    "problem:any skills:>0",
    "skill:tn-1",
    "skill:camp-leader -skill:az-104",
    "for:camping mcid:any",
    "az",
    "az-104",
    "a type:exam",
    "email:x name:a",
    "competency:data-ai",
    "-competency:security az",
    "competency:solutions-partner status:active",
    "for:data-ai type:exam",
    "-for:hiking",
    "team:any -technical:yes",
    "team:ana technical:no,unknown",
    "country:none pc:no",
    "equipe:\"=ana the lopez\"",
    "-manager:x type:exam",
];

#[rstest]
#[case("", "pc:no", "pc:no")]
#[case("pc:no", "pc:no", "")]
#[case("ana  pc:no", "pc:yes", "ana pc:yes")]
#[case("ana pc:yes  lopez", "pc:yes", "ana lopez")]
#[case("skill:az-104", "skill:\"=az-900\"", "skill:az-104 skill:\"=az-900\"")]
#[case("-pc:no", "pc:no", "-pc:no pc:no")]
#[case("name:\"=ana lopez\" x", "name:\"=ana lopez\"", "x")]
#[case("PC:non", "pc:no", "")]
#[case("statut:expire ana", "status:active", "ana status:active")]
#[case("kim, amelie", "pc:no", "kim amelie pc:no")]
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
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_count_is_what_its_condition_finds(
        begin in prop::sample::select(&BEGIN[..]),
        (says, by_rules) in (any::<bool>(), any::<bool>()),
        rows in prop::collection::vec((cell(), cell(), "[a-c]{1,2}@[xy](\\.example)?", "8[0-9]{5}|", 0usize..3, 0usize..3, 0usize..5), 1..12),
        found in prop::option::of(prop::collection::vec((0u32..12, prop::sample::select(&Problem::ALL[..])), 0..12)),
        staff in prop::collection::vec(("[a-c]{1,2}@[xy](\\.example)?", cell(), cell(), cell(), cell(), 0usize..4), 0..12),
    ) {
        let said = ["Yes", "No", ""];
        let skills = [
            ",,,,,",
            "Exam,Maps,AZ-104,2021-01-01,Hiking (Maps); Camping,2021-06-30",
            "Certification,Camp Leader,,2020-01-01,Camping,2021-01-01",
            "Exam,Maps \"new\",TN-1,2021-02-01,,",
            "Certification,Camp Leader,,2021-01-01,Camping,2021-06-01",
        ];
        let lines = rows.iter().map(|(first, last, email, mcid, pmc, pc, skill)| {
            format!("{},{},{},{},{},{},{}\n", quote(first), quote(last), email, mcid, said[*pmc], said[*pc], skills[*skill])
        });
        let header = if says { HEADER.to_owned() } else { HEADER.replace("Relevant for Competencies (Option) or Programs", "Remarks") };
        let company = company(&(header + &lines.collect::<String>()));
        prop_assert_eq!(company.says_where_skills_count(), says);
        // By some rules some skills count for something, whatever the file says.
        let areas = Areas::new(&company, areas(), |account, place, skill, found| {
            found.extend((0u16..3).filter(|area| by_rules && (account + place + skill.item) >> area & 1 == 1));
        });
        // Of some of them a list of the company says something.
        let members = staff.iter().map(|(email, team, manager, country, language, technical)| {
            let cells = [team, manager, country, language].map(|cell| quote(cell)).join(",");
            format!("{email},{cells},{}\n", ["Yes", "No", "", "x"][*technical])
        });
        let list = format!("E-mail,Team,Manager,Country,Language,Technical\n{}", members.collect::<String>());
        let index = SearchIndex::with_areas(&company, areas).with_facts(facts_of(&company, &list));
        // And where somebody looked, something may have been found.
        let found = found.map(|found| Findings::new(company.accounts.len(), found.iter().map(|(account, problem)| (*account, problem.name()))));
        let index = match found {
            Some(found) => index.with_findings(found),
            None => index,
        };
        let scope = Scope { company: &company, index: &index, as_of: day(), filter: begin, stop: &|| false };
        // What is ticked is counted as it is, and choosing it again takes it away.
        let check = |count: &Count| {
            let after = if has_term(begin, &count.term) { begin.to_owned() } else { toggle_term(begin, &count.term) };
            prop_assert!(has_term(&after, &count.term), "{}", after);
            prop_assert_eq!(shown(&company, &index, &after), count.accounts, "{} + {}", begin, count.term);
            prop_assert!((1..=count.of).contains(&count.accounts), "{count:?}");
            Ok(())
        };
        for facet in facets(&scope).unwrap() {
            facet.counts.iter().try_for_each(check)?;
        }
        // What is suggested of areas finds somebody, where nothing else is asked for.
        for field in ["competency", "for"] {
            for (_, words) in index.relevant("", field == "for").filter(|(name, _)| areas_named(name)) {
                prop_assert!(shown(&company, &index, &format!("{field}:{words}")) > 0, "{}:{}", field, words);
            }
        }
        for (field, fact) in [("team", Fact::Team), ("country", Fact::Country)] {
            for (_, words) in index.facts_like(fact, "").into_iter().filter(|(_, words)| !["any", "none"].contains(&words.as_str())) {
                prop_assert!(shown(&company, &index, &format!("{field}:{words}")) > 0, "{}:{}", field, words);
            }
        }
        for column in UserColumn::ALL {
            let counts = column_values(&scope, column).unwrap();
            prop_assert!(counts.windows(2).all(|pair| pair[0].accounts >= pair[1].accounts));
            counts.iter().try_for_each(check)?;
        }
    }
}

/// Somebody with several skills that are asked for counts for each of them.
#[test]
fn all_skills_that_were_found_are_counted() {
    let company = company(&format!(
        "{HEADER}A,,a@x.example,8000001,Yes,Yes,Exam,Maps,AZ-104,2021-01-01,,2021-12-31\n\
         A,,a@x.example,8000001,Yes,Yes,Exam,Tents,AZ-500,2021-01-01,,2022-01-31\n\
         B,,b@x.example,8000002,Yes,Yes,Exam,Tents,AZ-500,2021-01-01,,\n"
    ));
    let index = SearchIndex::new(&company);
    for filter in ["type:exam", "az"] {
        let scope = Scope { company: &company, index: &index, as_of: day(), filter, stop: &|| false };
        let counts = |column| column_values(&scope, column).unwrap().into_iter().map(|c| (c.term, c.accounts)).collect::<Vec<_>>();
        assert_eq!(counts(UserColumn::Found), [("skill:\"=az-500\"".to_owned(), 2), ("skill:\"=az-104\"".to_owned(), 1)]);
        assert_eq!(counts(UserColumn::Until).len(), 3, "{filter}");
    }
    let stopped = Scope { company: &company, index: &index, as_of: day(), filter: "", stop: &|| true };
    assert!(facets(&stopped).is_none() && column_values(&stopped, UserColumn::Name).is_none());
}

/// Everybody is counted once in what a list says of them, those of whom it says nothing too; without lists there is nothing
/// to choose.
#[test]
fn what_lists_say_is_counted() {
    let company = company(&format!(
        "{HEADER}A,,a@x.example,8000001,Yes,Yes,,,,,,\nB,,b@x.example,8000002,Yes,Yes,,,,,,\nC,,c@x.example,8000003,No,No,,,,,,\n"
    ));
    let list = "E-mail,Team,Technical\na@x.example,Cloud Ops,yes\nb@x.example,cloud-ops,no\n";
    let index = SearchIndex::new(&company).with_facts(facts_of(&company, list));
    let counts = |index: &SearchIndex, filter: &str, name: &str| {
        let scope = Scope { company: &company, index, as_of: day(), filter, stop: &|| false };
        let facet = facets(&scope).unwrap().into_iter().find(|facet| facet.name == name);
        facet.map(|facet| facet.counts.into_iter().map(|c| (c.term, c.accounts)).collect::<Vec<_>>())
    };
    let team = Some(vec![("team:\"=cloud ops\"".to_owned(), 2), ("team:none".to_owned(), 1)]);
    assert_eq!(counts(&index, "", "team"), team);
    assert_eq!(counts(&index, "team:none", "team"), team, "choosing one takes the place of the other");
    let technical = ["yes", "no", "unknown"].map(|said| (format!("technical:{said}"), 1)).to_vec();
    assert_eq!(counts(&index, "", "technical"), Some(technical), "J3");
    assert_eq!(counts(&index, "pc:yes", "technical").map(|counts| counts.len()), Some(2));
    assert_eq!((counts(&index, "", "country"), counts(&SearchIndex::new(&company), "", "technical")), (None, None));
}
