use super::super::parse;
use super::*;
use crate::model::test_support::company;
use rstest::rstest;

const HEAD: &str = "First Name,Last Name,Email,MCID,Associated to PMC,Associated to PC,Skill Type,Skill Name,Skill ID,Skill Completion Date,Relevant for Competencies  (Option) or Programs,Skill Expiration Date\n";

fn people() -> Company {
    company(&format!(
        "{HEAD}\
        José,García,jose.garcia@x.example,8000001,Yes,Yes,Exam,,AZ-104,2021-01-10,Cloud Platform (Azure Consumption),\n\
        José,García,jose.garcia@x.example,8000001,Yes,Yes,Certification,Azure Administrator Associate,,2019-02-01,Cloud Platform (Azure Consumption),2021-02-01\n\
        Ursula,Müller,ursula.muller@x.example,8000002,Yes,No,Certification,Azure Administrator Associate,,2020-06-20,DevOps (DevOps Partner),2021-06-20\n\
        Łukasz,Kowalski,lukasz.kowalski@x.example,,No,No,,,,,,\n\
        李,雷,lei@x.example,8000004,No,,Exam,,AZ-900,2021-05-01,,\n\
        Ana,O’Brien,,8000005,,,,,,,,\n"
    ))
}

fn hits(query: &str) -> Vec<String> {
    let company = people();
    let index = SearchIndex::new(&company);
    let as_of = "2021-05-19".parse().unwrap();
    let query = parse(query, as_of).unwrap();
    let filter = Filter::new(&query, &company, &index, as_of);
    let hits = run(&filter, None, &|| false).unwrap().hits;
    hits.iter().map(|h| company.name_parts(company.account(h.account)).0.to_owned()).collect()
}

#[rstest]
#[case("", &["José", "Ursula", "Łukasz", "李", "Ana"])]
#[case("jose", &["José"])]
#[case("muller", &["Ursula"])]
#[case("lukkow", &["Łukasz"])]
#[case("o'brien", &["Ana"])]
#[case("雷", &["李"])]
#[case("8000004", &["李"])]
#[case("az-104", &["José"])]
#[case("az104", &["José"])]
#[case("skill:az104", &["José", "Ursula"])]
#[case("az 104", &["José"])]
#[case("AZ 1", &["José"])]
#[case("garcia, az 104", &["José"])]
#[case("az 900", &["李"])]
#[case("garcía,josé", &["José"])]
#[case("Müller; Ursula", &["Ursula"])]
#[case("administrator", &["José", "Ursula"])]
#[case("administrator ursula", &["Ursula"])]
#[case("-administrator", &["Łukasz", "李", "Ana"])]
#[case("\"garcia\"", &["José"])]
#[case("pc:no", &["Ursula", "Łukasz"])]
#[case("pc:no pmc:yes", &["Ursula"])]
#[case("pc:unknown", &["李", "Ana"])]
#[case("pc:no,unknown", &["Ursula", "Łukasz", "李", "Ana"])]
#[case("-pc:no,unknown", &["José"])]
#[case("type:exam,certification status:expired", &["José"])]
#[case("-pc:yes", &["Ursula", "Łukasz", "李", "Ana"])]
#[case("mcid:none", &["Łukasz"])]
#[case("email:none", &["Ana"])]
#[case("skills:0", &["Łukasz", "Ana"])]
#[case("skills:>1", &["José"])]
#[case("counting:>0", &["José"])]
#[case("skill:az-104", &["José", "Ursula"])]
#[case("skill:=az-104", &["José"])]
#[case("skill:az-10", &[])]
#[case("skill:az-104 type:exam", &["José"])]
#[case("skill:az-103", &[])]
#[case("-skill:az-104", &["Łukasz", "李", "Ana"])]
#[case("-skill:=az-104", &["Ursula", "Łukasz", "李", "Ana"])]
#[case("skill:azure-administrator", &["José", "Ursula"])]
#[case("type:exam", &["José", "李"])]
#[case("competency:cloud-platform", &["José"])]
#[case("competency:devops-partner", &["Ursula"])]
#[case("status:expired", &["José"])]
#[case("expires:<90d", &["Ursula"])]
#[case("expires:2021", &["José", "Ursula"])]
#[case("earned:>2021-01-31", &["李"])]
#[case("type:exam competency:cloud", &["José"])]
#[case("type:exam status:expired", &[])]
#[case("type:certification status:active", &["Ursula"])]
#[case("name:gar", &["José"])]
#[case("relevant:yes status:active", &["José", "Ursula"])]
#[case("relevant:no", &["李"])]
#[case("pc:no pmc:yes relevant:yes status:active", &["Ursula"])]
#[case("xyzzy", &[])]
fn filters(#[case] query: &str, #[case] names: &[&str]) {
    assert_eq!(hits(query), names, "{query}");
}

/// Who matches nearly, where nobody does exactly.
#[rstest]
#[case("smyth", &["Jonas", "Jones"])]
#[case("smyth -jones", &["Jonas"])]
#[case("van den berg", &["Anna"])]
#[case("berg van dem", &["Anna"])]
#[case("vans den berg", &["Anna"])]
#[case("den", &[])]
fn near_matches(#[case] query: &str, #[case] names: &[&str]) {
    let company = company(&format!(
        "{HEAD}Jonas,Smith,s@x.example,1000001,,,,,,,,\nJones,Smith,t@x.example,1000002,,,,,,,,\n\
         Anna,van der Berg,a@x.example,1000003,,,,,,,,\nVan,Berger,v@x.example,1000004,,,,,,,,\n"
    ));
    let index = SearchIndex::new(&company);
    let as_of = "2021-05-19".parse().unwrap();
    let found = run(&Filter::new(&parse(query, as_of).unwrap(), &company, &index, as_of), None, &|| false).unwrap();
    assert_eq!(found.near, !names.is_empty());
    assert_eq!(found.hits.iter().map(|h| company.name_parts(company.account(h.account)).0).collect::<Vec<_>>(), names);
}

/// Whatever stands for the apostrophe, in the file and in the filter.
#[rstest]
#[case("o'brien")]
#[case("o’brien")]
#[case("O´Brien")]
#[case("o`brien")]
fn apostrophes_are_one(#[case] query: &str) {
    let rows = ["O´Brien", "O`Brien", "O’Brien", "O'Brien"].map(|name| format!("Ana,{name},,,,,,,,,,\n"));
    let rows: String = rows.iter().enumerate().map(|(n, row)| row.replacen(",,", &format!(",a{n}@x.example,100000{n}"), 1)).collect();
    let company = company(&format!("{HEAD}{rows}"));
    let (index, as_of) = (SearchIndex::new(&company), "2021-05-19".parse().unwrap());
    let found = run(&Filter::new(&parse(query, as_of).unwrap(), &company, &index, as_of), None, &|| false).unwrap();
    assert_eq!((found.hits.len(), found.near), (4, false), "{query}");
}

#[test]
fn better_matches_score_higher() {
    let company = company(&format!(
        "{HEAD}Martin,Ana,m@x.example,1000001,,,,,,,,\nAna,Roy,a@x.example,1000002,,,,,,,,\nIvana,Li,i@x.example,1000003,,,,,,,,\n"
    ));
    let index = SearchIndex::new(&company);
    let as_of = "2021-05-19".parse().unwrap();
    let query = parse("ana", as_of).unwrap();
    let mut hits = run(&Filter::new(&query, &company, &index, as_of), None, &|| false).unwrap().hits;
    hits.sort_by_key(|h| -h.score);
    assert_eq!(hits.iter().map(|h| h.account).collect::<Vec<_>>(), [1, 0, 2], "start of the name, start of a word, inside a word");
}

#[test]
fn narrowing_gives_what_the_whole_run_gives() {
    let mut rows = String::from(HEAD);
    for n in 0..20_000 {
        rows.push_str(&format!("F{n},L{},f{n}@x.example,{},Yes,No,,,,,,\n", n % 97, 7_000_000 + n));
    }
    let company = company(&rows);
    let index = SearchIndex::new(&company);
    let as_of = "2021-05-19".parse().unwrap();
    let (wide, narrow) = (parse("f123", as_of).unwrap(), parse("f1234", as_of).unwrap());
    assert!(narrow.narrows(&wide));
    let all = |q: &Query, among: Option<&[u32]>| run(&Filter::new(q, &company, &index, as_of), among, &|| false).unwrap().hits;
    let before: Vec<u32> = all(&wide, None).iter().map(|h| h.account).collect();
    assert!(all(&narrow, Some(&before)) == all(&narrow, None) && !before.is_empty());
    assert!(run(&Filter::new(&wide, &company, &index, as_of), None, &|| true).is_none(), "a run that is not wanted any more stops");
}

/// Of several the one that is worth most: valid, and longest so.
#[rstest]
#[case(&[("2019-01-01", "2020-01-01"), ("2021-01-01", "2022-01-01")], 1)]
#[case(&[("2021-01-01", "2022-01-01"), ("2019-01-01", "2020-01-01")], 0)]
#[case(&[("2021-01-01", "2022-01-01"), ("2021-02-01", "2022-02-01")], 1)]
#[case(&[("2021-01-01", "2022-01-01"), ("2018-02-01", "")], 1)]
#[case(&[("2018-01-01", "2019-01-01"), ("2017-02-01", "2018-02-01")], 0)]
#[case(&[("2021-01-01", ""), ("2020-01-01", "")], 0)]
fn the_best_of_the_skills_found_is_shown(#[case] skills: &[(&str, &str)], #[case] best: usize) {
    let row = |(earned, until): &(&str, &str)| format!("Ana,Li,a@x.example,1000001,Yes,Yes,Exam,,AZ-104,{earned},,{until}\n");
    let company = company(&(HEAD.to_owned() + &skills.iter().map(row).collect::<String>()));
    let (index, as_of) = (SearchIndex::new(&company), "2021-05-19".parse().unwrap());
    for query in ["skill:az-104", "az-104"] {
        let filter = Filter::new(&parse(query, as_of).unwrap(), &company, &index, as_of);
        let place = filter.found_skill(0).map(|at| company.skills(0)[at].earned.unwrap().to_string());
        assert_eq!(place.as_deref(), Some(skills[best].0), "{query}");
    }
}

/// An exam leads to a certification as long as it can be taken; of somebody who has both the exam is shown.
#[test]
fn an_exam_finds_the_certification_it_leads_to() {
    let company = people();
    let index = SearchIndex::new(&company);
    let found = |query: &str, day: &str, account: u32| {
        let as_of = day.parse().unwrap();
        let filter = Filter::new(&parse(query, as_of).unwrap(), &company, &index, as_of);
        filter.found_skill(account).map(|at| company.item(&company.skills(account)[at]).id.clone().unwrap())
    };
    let certification = Some("azure-administrator-associate".to_owned());
    assert_eq!(found("skill:az-104", "2021-05-19", 1), certification);
    assert_eq!(found("skill:az-104", "2021-05-19", 0).as_deref(), Some("AZ-104"));
    assert_eq!(found("skill:az-103", "2020-08-31", 1), certification, "its last day");
    assert_eq!(found("skill:az-103", "2020-09-01", 1), None, "by then it may be one with AZ-104");
}

#[test]
fn a_hit_names_the_skill_it_was_found_for() {
    let company = people();
    let index = SearchIndex::new(&company);
    let as_of = "2021-05-19".parse().unwrap();
    for (query, expected) in [
        ("skill:azure-administrator-associate", Some(1)),
        ("status:expired", Some(1)),
        ("az-104", Some(0)),
        ("jose", None),
        ("pc:yes", None),
    ] {
        let query = parse(query, as_of).unwrap();
        assert_eq!(Filter::new(&query, &company, &index, as_of).found_skill(0), expected, "{query:?}");
    }
}

#[rstest]
#[case("team:cloud", &["José", "Ursula"])]
#[case("team:\"Cloud Ops\"", &["José"])]
#[case("team:cloud-ops", &["José"])]
#[case("TEAM:=cloud", &["Ursula"])]
#[case("equipe:cloud pc:no", &["Ursula"])]
#[case("-team:cloud", &["Łukasz", "李", "Ana"])]
#[case("team:none", &["Łukasz", "李", "Ana"])]
#[case("team:any", &["José", "Ursula"])]
#[case("manager:kohl", &["Ursula"])]
#[case("responsable:kohl@x", &["Ursula"])]
#[case("country:espana", &["José"])]
#[case("pays:none", &["Ursula", "Łukasz", "李", "Ana"])]
#[case("language:es,fr", &[])]
#[case("langue:es", &["José"])]
#[case("technical:yes", &["José"])]
#[case("technique:oui,inconnu -team:any", &["Łukasz", "李", "Ana"])]
#[case("-technical:no", &["José", "Łukasz", "李", "Ana"])]
#[case("team:-", &[])]
fn what_lists_say_can_be_asked_for(#[case] query: &str, #[case] expected: &[&str]) {
    let company = people();
    let facts = crate::model::test_support::facts(
        &company,
        "E-mail,Team,Manager,Country,Language,Technical\n\
         jose.garcia@x.example,Cloud Ops,,España,es,yes\nursula.muller@x.example,Cloud,Eva Köhl <eva.kohl@x.example>,,,no\n",
    );
    let index = SearchIndex::new(&company).with_facts(facts);
    let as_of = "2021-05-19".parse().unwrap();
    let query = parse(query, as_of).unwrap();
    let hits = run(&Filter::new(&query, &company, &index, as_of), None, &|| false).unwrap().hits;
    let names: Vec<String> = hits.iter().map(|h| company.name_parts(company.account(h.account)).0.to_owned()).collect();
    assert_eq!(names, expected);
}

/// Without a list nobody has a team, and nobody is said to be technical.
#[rstest]
#[case("team:none", 5)]
#[case("team:any", 0)]
#[case("technical:unknown", 5)]
#[case("country:france", 0)]
fn without_lists_nothing_is_said(#[case] query: &str, #[case] count: usize) {
    assert_eq!(hits(query).len(), count);
}

/// What was found is what counts where somebody looked; else what the file alone tells.
#[rstest]
#[case("problem:possible-duplicate", &["José"], &[])]
#[case("probleme:doublon-possible,sans-mcid", &["José", "Łukasz"], &["Łukasz"])]
#[case("problem:no-mcid", &["Łukasz"], &["Łukasz"])]
#[case("problem:not-associated", &[], &["Ursula", "Łukasz"])]
#[case("problem:any", &["José", "Ursula", "Łukasz"], &["Ursula", "Łukasz", "Ana"])]
#[case("-problem:any", &["李", "Ana"], &["José", "李"])]
#[case("problem:none", &["Ana"], &["李"])]
#[case("problem:report-old", &[], &[])]
#[case("severity:urgent", &["Ursula"], &["Ursula"])]
#[case("gravite:avertissement", &["José", "Łukasz"], &["Ursula", "Łukasz"])]
#[case("severity:info -severity:warning", &["李"], &["José", "Ana"])]
fn what_was_found_can_be_asked_for(#[case] query: &str, #[case] found: &[&str], #[case] by_file: &[&str]) {
    let company = people();
    let codes = [(0, "possible-duplicate"), (0, "expired"), (1, "pmc-only"), (2, "missing-mcid"), (3, "too-recent")];
    let index = SearchIndex::new(&company).with_findings(crate::model::Findings::new(company.accounts.len(), codes));
    let as_of = "2021-05-19".parse().unwrap();
    let terms = parse(query, as_of).unwrap();
    assert!(terms.asks_for_findings());
    let shown = run(&Filter::new(&terms, &company, &index, as_of), None, &|| false).unwrap().hits;
    let names: Vec<&str> = shown.iter().map(|h| company.name_parts(company.account(h.account)).0).collect();
    assert_eq!(names, found, "{query}");
    assert_eq!(hits(query), by_file, "{query}, by the file alone");
}
