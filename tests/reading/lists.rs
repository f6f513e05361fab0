//! Staff lists, the users report, directories and the smaller downloads, opened together with a report: what they say, where
//! it stands, and whom of the report it is about.

use std::sync::Arc;

use rstest::rstest;
use skilldeck::catalog::catalog;
use skilldeck::model::Given;
use skilldeck::model::lists::{By, CertificationLevel, Count, Fact};
use skilldeck::model::load::{Loaded, load};
use skilldeck::report::vocabulary::How;
use skilldeck::report::{Code, Field, Input, Kind, Options, Progress, Trouble};

use super::support::*;

fn opened_with(files: &[&Made], options: &Options) -> Result<Loaded, Trouble> {
    let inputs: Vec<Input> = files.iter().map(|made| made.input()).collect();
    load(&inputs, options, &Given::default(), catalog(), &Arc::new(Progress::default())).map_err(|e| e.trouble)
}

fn opened(files: &[&Made]) -> Loaded {
    opened_with(files, &Options::default()).unwrap()
}

/// Aïcha and Lei, and somebody whose MCID is not known.
fn report() -> Made {
    csv(&format!(
        "First Name,Last Name,{SHORT}\nAïcha,Benali,8000015,aicha.benali@contoso.example,Yes,No,DevOps\n\
         Lei,Li,8000016,lei.li@contoso.example,No,Yes,DevOps\nNoor,Haddad,,noor@contoso.example,No,Yes,DevOps\n"
    ))
}

/// Trainings with private addresses.
fn trainings() -> Made {
    csv("TrainingActivityId,TrainingTitle,TrainingCompletionDate,IndividualFirstName,IndividualLastName,Email,CorpEmail,MCPID\n\
         3051,Azure,2021-05-19,Aïcha,Benali,aicha@home.example,aicha.benali@contoso.example,8000015\n\
         3051,Azure,2021-05-19,Lei,Li,lei@home.example,,8000016\n\
         3051,Azure,2021-05-19,Noor,Haddad,both@home.example,noor@contoso.example,8000017\n\
         3051,Azure,2021-05-19,Ola,Berg,both@home.example,ola@contoso.example,8000018\n")
}

/// Trainings without names: user ids instead.
fn nameless() -> Made {
    csv(
        "PGAMpnId,TrainingActivityId,TrainingTitle,TrainingType,AADUserId,TrainingCompletionDate,ExpirationDate,ActivationStatus,MCPID,MPNId\n\
         5000001,3051,Azure,Certification,0D3F0A4E-0000-4000-8000-000000000001,2021-05-19,2023-05-19,Active,8000015,5000002\n\
         5000001,3051,Azure,Certification,0d3f0a4e-0000-4000-8000-000000000002,2021-05-19,2023-05-19,Active,,5000002\n\
         5000001,3051,Azure,Certification,0d3f0a4e-0000-4000-8000-000000000003,2021-05-19,2023-05-19,Active,8000017,5000002\n",
    )
}

fn directory() -> Made {
    csv("userPrincipalName,displayName,surname,mail,givenName,objectId,userType,department,country\n\
         aicha.benali@contoso.example,Aïcha Benali,Benali,,Aïcha,0d3f0a4e-0000-4000-8000-000000000001,Member,Cloud,France\n\
         lei@contoso.onmicrosoft.example,,Li,lei.li@contoso.example,Lei,0d3f0a4e-0000-4000-8000-000000000002,Member,,Chine\n")
}

fn notes(loaded: &Loaded, number: usize) -> Vec<(Code, u32, &str, u32)> {
    loaded.others[number].diagnostics.iter().map(|d| (d.code, d.row.unwrap_or(0), d.value.as_str(), d.count)).collect()
}

const FRENCH: &str = "Nom;Adresse e-mail;Équipe;Responsable;Pays;Langue;Technique;Date d’entrée;Date de sortie\n\
    Aïcha Benali;AICHA.benali@contoso.example;Cloud;Maud;France;fr;x;01/09/2019;\n\
    Lei Li;\"lei@old.example; lei.li@contoso.example\";Data;Maud;Chine;zh;;15/01/2020;31/03/2021\n\
    Zoé Roy;zoe@contoso.example;;;;;x;;\n";

const ENGLISH: &str = "Name,E-mail,Department,Manager,Country,Preferred language,Technical,Hire date,Leaving date\n\
    Aïcha Benali,AICHA.benali@contoso.example,Cloud,Maud,France,fr,yes,2019-09-01,\n\
    Lei Li,lei@old.example; lei.li@contoso.example,Data,Maud,Chine,zh,no,2020-01-15,2021-03-31\n\
    Zoé Roy,zoe@contoso.example,,,,,yes,,\n";

const GERMAN: &str = "Name;E-Mail;Abteilung;Vorgesetzter;Land;Sprache;Technisch;Eintrittsdatum;Austrittsdatum\n\
    Aïcha Benali;AICHA.benali@contoso.example;Cloud;Maud;France;fr;Ja;01.09.2019;\n\
    Lei Li;\"lei@old.example; lei.li@contoso.example\";Data;Maud;Chine;zh;Nein;15.01.2020;31.03.2021\n\
    Zoé Roy;zoe@contoso.example;;;;;Ja;;\n";

#[rstest]
fn a_staff_list_is_read_in_every_language_and_format(#[values(ENGLISH, FRENCH, GERMAN)] text: &str, #[values(false, true)] workbook: bool) {
    let delimiter = if text.starts_with("Name,") { "," } else { ";" };
    let rows: Vec<Vec<String>> =
        text.lines().map(|line| line.replace("; lei", " lei").replace('"', "").split(delimiter).map(str::to_owned).collect()).collect();
    let staff = if workbook {
        xlsx(|sheet| {
            let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
            put(sheet, 2, &rows.iter().map(Vec::as_slice).collect::<Vec<_>>())
        })
    } else {
        csv(text)
    };
    let loaded = opened(&[&staff, &report()]);
    let list = &loaded.lists.staff[0];
    assert_eq!((loaded.others[0].kind, loaded.others[0].rows, notes(&loaded, 0)), (Kind::StaffList, 3, vec![]));
    let said: Vec<_> = list.members().map(|m| (m.who.name().into_owned(), m.team(), m.manager(), m.country(), m.language())).collect();
    let expected =
        [("Aïcha Benali", "Cloud", "Maud", "France", "fr"), ("Lei Li", "Data", "Maud", "Chine", "zh"), ("Zoé Roy", "", "", "", "")];
    assert_eq!(said, expected.map(|(n, t, m, c, l)| (n.to_owned(), t, m, c, l)));
    assert_eq!(list.members().map(|m| m.technical).collect::<Vec<_>>(), [Some(true), Some(false), Some(true)], "J3");
    let day = |d: Option<chrono::NaiveDate>| d.map(|d| d.to_string());
    let days: Vec<_> = list.members().map(|m| (day(m.started), day(m.leaves))).collect();
    assert_eq!(days[1], (Some("2020-01-15".to_owned()), Some("2021-03-31".to_owned())));
    assert_eq!((days[0].1.clone(), days[2].clone()), (None, (None, None)));
    let there = |row: usize, day: &str| list.member(row).is_there(day.parse().unwrap());
    assert_eq!(
        (there(1, "2020-01-14"), there(1, "2021-03-31"), there(1, "2021-04-01"), there(2, "2021-04-01")),
        (false, true, false, true)
    );
    // Where it stands.
    let first = list.member(1).who.place();
    assert_eq!(
        (first.path, first.sheet, first.row),
        (staff.input().path.as_str(), workbook.then_some("Sheet1"), if workbook { 5 } else { 3 })
    );
    // Whom it is about.
    let joined = &loaded.current().unwrap().joined;
    assert_eq!(joined.count(0), Some(Count { rows: 3, by: [2, 0, 0, 0], people: 2 }));
    let lei = joined.staff.person(skilldeck::model::lists::RowOf { list: 0, row: 1 });
    assert_eq!(lei, Some((1, By::Email)), "one of several addresses is enough, in whatever letters");
    assert_eq!(joined.members_of(&loaded.lists, 1).map(|m| m.who.place()).collect::<Vec<_>>(), [first]);
}

#[test]
fn who_has_the_same_name_is_not_the_same_person() {
    let staff = csv("Name,E-mail,Team\nAïcha Benali,a.b@elsewhere.example,Cloud\nLei Li,,Data\n");
    let loaded = opened(&[&report(), &staff]);
    let count = loaded.current().unwrap().joined.count(0).unwrap();
    assert_eq!((count.joined(), count.nobody(), count.people), (0, 2, 0));
    assert_eq!(notes(&loaded, 0), [(Code::NoAddress, 3, "Lei Li", 1)]);
    assert!(loaded.facts(0).is_empty());
}

#[test]
fn people_are_joined_by_private_address_and_by_mcid_too() {
    let staff = csv("Name,E-mail,Private e-mail,MCID\n\
         Aïcha,ab@new.example,Aicha@home.example,\nLei,lei@home.example,,\nOla,,both@home.example,\nNoor,n@new.example,,8000017\nOla,,,0\n");
    let loaded = opened(&[&trainings(), &staff]);
    let joined = &loaded.current().unwrap().joined;
    let of = |row: usize| joined.staff.person(skilldeck::model::lists::RowOf { list: 0, row });
    assert_eq!((of(0), of(1)), (Some((0, By::PrivateEmail)), Some((1, By::PrivateEmail))), "R16");
    assert_eq!(of(2), None, "two people have that private address");
    assert_eq!((of(3), of(4)), (Some((2, By::Mcid)), None));
    assert_eq!(joined.count(0), Some(Count { rows: 5, by: [0, 2, 1, 0], people: 3 }));
}

#[test]
fn several_lists_are_allowed_and_the_first_that_says_it_has_the_word() {
    let north = csv("E-mail;Team;Country\naicha.benali@contoso.example;;France\n");
    let south = csv("E-mail;Team;Country;Technical\naicha.benali@contoso.example;Cloud;Maroc;no\nlei.li@contoso.example;NA;-;\n");
    let loaded = opened(&[&north, &report(), &south]);
    assert_eq!(loaded.lists.staff.len(), 2);
    let facts = loaded.facts(0);
    let said = |account| Fact::ALL.map(|fact| facts.text(fact, account));
    assert_eq!((said(0), facts.technical(0)), (["Cloud", "", "France", ""], Some(false)));
    assert_eq!((said(1), facts.technical(1)), (["NA", "", "", ""], None), "North America is a team");
    assert_eq!((said(2), facts.technical(2)), (["", "", "", ""], None));
    let joined = &loaded.current().unwrap().joined;
    assert_eq!(joined.staff.rows_of(0).map(|r| (r.list, r.row)).collect::<Vec<_>>(), [(0, 0), (1, 0)]);
    assert_eq!((joined.count(0).unwrap().people, joined.count(1).unwrap().people), (1, 2));
}

#[test]
fn what_is_wrong_in_a_staff_list_is_said_by_row_and_column() {
    let staff = csv("E-mail;Technical;Leaving date\nzoe;maybe;soon\naicha.benali@contoso.example;yes;2021-02-30\n;;\n");
    let loaded = opened(&[&report(), &staff]);
    let mut said: Vec<_> = loaded.others[0].diagnostics.iter().map(|d| (d.code, d.row, d.column, d.value.as_str())).collect();
    said.sort_by_key(|(code, row, ..)| (code.name(), *row));
    let expected = [
        (Code::BadDate, Some(2), Some(2), "soon"),
        (Code::BadDate, Some(3), Some(2), "2021-02-30"),
        (Code::BadEmail, Some(2), Some(0), "zoe"),
        (Code::BadYesNo, Some(2), Some(1), "maybe"),
        (Code::NoAddress, Some(2), Some(0), "zoe"),
    ];
    assert_eq!(said, expected);
}

#[test]
fn a_column_of_a_list_is_mapped_by_hand() {
    let staff = csv("E-mail;Sparte\naicha.benali@contoso.example;Cloud\n");
    let map = vec![(Field::Team, "sparte".to_owned())];
    let loaded = opened_with(&[&report(), &staff], &Options { map: map.clone(), ..Options::default() }).unwrap();
    assert_eq!(loaded.lists.staff[0].member(0).team(), "Cloud");
    assert_eq!(loaded.others[0].column(Field::Team).unwrap().how, Some(How::User));
    assert!(loaded.current().unwrap().company.file(0).diagnostics.iter().all(|d| d.code != Code::MappingIgnored), "a report has no team");
    let mut remembered = skilldeck::report::mappings::Remembered::default();
    remembered.set(&["E-mail", "Sparte"].map(str::to_owned), &map);
    let loaded = opened_with(&[&report(), &staff], &Options { remembered, ..Options::default() }).unwrap();
    assert_eq!(loaded.lists.staff[0].member(0).team(), "Cloud");
    let nowhere = Options { map: vec![(Field::Team, "Sparta".to_owned())], ..Options::default() };
    assert!(matches!(opened_with(&[&report(), &staff], &nowhere), Err(Trouble::NoSuchHeader { field: Field::Team, .. })));
}

#[test]
fn a_list_that_the_program_wrote_is_no_staff_list() {
    let own = csv(
        "person,name,email,mcid,associated_pmc,associated_pc,skills_counting,skills,competencies\np1,Aïcha,aicha.benali@contoso.example,8000015,yes,no,1,1,\n",
    );
    let people = csv("Name,E-mail,MCID\nAïcha,aicha.benali@contoso.example,8000015\n");
    let loaded = opened(&[&report(), &own, &people]);
    assert_eq!(loaded.others.iter().map(|s| s.kind).collect::<Vec<_>>(), [Kind::OwnList, Kind::StaffList]);
    assert_eq!((loaded.lists.staff.len(), loaded.others[0].rows), (1, 1));
    assert_eq!((loaded.current().unwrap().joined.count(0), loaded.current().unwrap().joined.count(1).unwrap().people), (None, 1));
}

#[rstest]
#[case(|| csv(ENGLISH), Kind::StaffList)]
#[case(directory, Kind::Directory)]
fn alone_it_is_no_report(#[case] made: fn() -> Made, #[case] kind: Kind) {
    assert_eq!(opened_with(&[&made()], &Options::default()).err(), Some(Trouble::OtherKind(kind)));
}

/// The report on the first sheet, and a list with more columns than it has on the second.
#[test]
fn a_list_on_another_sheet_does_not_take_the_place_of_the_report() {
    let bytes = workbook(|book| {
        let header: Vec<&str> = ENGLISH.lines().next().unwrap().split(',').collect();
        put(book.add_worksheet().set_name("Staff")?, 0, &[&header, &["a", "a@contoso.example"]])?;
        put(book.add_worksheet(), 0, &[&SHORT.split(',').collect::<Vec<_>>(), &["8000015", "a@contoso.example", "Yes", "No", "DevOps"]])
    });
    assert_eq!(read_ok(&file("book.xlsx", bytes)).source.kind, Kind::SkillsReport);
}

/// A team is written once over all its people, and its cell merged.
#[test]
fn a_merged_cell_stands_for_all_its_people() {
    let staff = xlsx(|sheet| {
        put(
            sheet,
            0,
            &[
                &["Team", "E-mail"],
                &["", "aicha.benali@contoso.example"],
                &["", "lei.li@contoso.example"],
                &["Data", "noor@contoso.example"],
            ],
        )?;
        sheet.merge_range(1, 0, 2, 0, "Cloud", &rust_xlsxwriter::Format::new())?;
        Ok(())
    });
    let loaded = opened(&[&report(), &staff]);
    assert_eq!(loaded.lists.staff[0].members().map(|m| m.team()).collect::<Vec<_>>(), ["Cloud", "Cloud", "Data"]);
}

/// Marks, words, ids and days say yes; in a column that never says no an empty cell does.
#[rstest]
#[case("Partner University access,Microsoft Learning account", "Yes,8000015", "No,", [Some(true), Some(true)], [Some(false), Some(false)])]
#[case("Accès à l’Université partenaire,Compte Microsoft Learning", "Oui,2021-03-04", "Non,Non", [Some(true), Some(true)], [Some(false), Some(false)])]
#[case("Microsoft training & assessments,MCID", "✓,8000015", ",0", [Some(true), Some(true)], [Some(false), Some(false)])]
#[case("Partner University,Microsoft Learn", "Yes,a@home.example", "unknown,pending", [Some(true), Some(true)], [None, None])]
fn the_users_report_says_who_did_what(
    #[case] columns: &str,
    #[case] first: &str,
    #[case] second: &str,
    #[case] aicha: [Option<bool>; 2],
    #[case] lei: [Option<bool>; 2],
) {
    let users = csv(&format!(
        "Display name,Email,{columns}\nAïcha,aicha.benali@contoso.example,{first}\nLei,lei.li@contoso.example,{second}\nZoé,zoe@contoso.example,,\n"
    ));
    let loaded = opened(&[&users, &report()]);
    assert_eq!((loaded.others[0].kind, loaded.lists.users.len()), (Kind::UsersReport, 1));
    let said: Vec<_> = loaded.lists.users[0].users().map(|u| [u.university, u.learning]).collect();
    assert_eq!(said[..2], [aicha, lei], "P4");
    let joined = &loaded.current().unwrap().joined;
    assert_eq!(joined.count(0).map(|c| (c.people, c.nobody())), Some((2, 1)));
    let of_lei: Vec<_> = joined.users_of(&loaded.lists, 1).map(|u| ([u.university, u.learning], u.who.place().row)).collect();
    assert_eq!(of_lei, [(lei, 3)]);
    let odd: Vec<_> = notes(&loaded, 0).into_iter().map(|(code, _, value, _)| (code, value.to_owned())).collect();
    let expected = if second.ends_with("pending") { vec![(Code::BadYesNo, "pending".to_owned())] } else { vec![] };
    assert_eq!(odd, expected);
}

/// Who has no address there is told by the id of the Learn account.
#[test]
fn the_id_of_the_learn_account_tells_who_a_user_is() {
    let users = csv("Display name,Email,Partner University access,Microsoft Learning account\nLei,,Yes,8000016\nZoé,,No,No\n");
    let loaded = opened(&[&users, &report()]);
    let row = skilldeck::model::lists::RowOf { list: 0, row: 0 };
    assert_eq!(loaded.current().unwrap().joined.users.person(row), Some((1, By::Mcid)));
    assert_eq!(notes(&loaded, 0), [(Code::NoAddress, 3, "Zoé", 1)]);
}

#[test]
fn a_directory_names_the_accounts_of_a_report_without_names() {
    let (report, directory) = (nameless(), directory());
    let alone = opened(&[&report]);
    let label = |loaded: &Loaded, n: u32| {
        let company = &loaded.current().unwrap().company;
        company.label(company.account(n))
    };
    assert_eq!(label(&alone, 1), "0d3f0a4e-0000-4000-8000-000000000002");
    for files in [[&report, &directory], [&directory, &report]] {
        let loaded = opened(&files);
        let company = &loaded.current().unwrap().company;
        let account = |n: u32| company.account(n);
        assert_eq!([0, 1, 2].map(|n| label(&loaded, n)), ["Aïcha Benali", "Lei Li", "8000017"], "R16");
        assert_eq!([0, 1, 2].map(|n| company.email(account(n))), ["aicha.benali@contoso.example", "lei.li@contoso.example", ""]);
        let place = company.named_by(account(1)).unwrap();
        assert_eq!((place.path, place.row), (directory.input().path.as_str(), 3), "where that comes from is known");
        assert_eq!(company.named_by(account(2)), None);
        assert_eq!(company.anonymous_id(account(1)), "0d3f0a4e-0000-4000-8000-000000000002");
        let joined = &loaded.current().unwrap().joined;
        assert_eq!(
            joined.entries_of(&loaded.lists, 0).map(|e| (e.email(), e.department())).collect::<Vec<_>>(),
            [("aicha.benali@contoso.example", "Cloud")]
        );
        let facts = loaded.facts(0);
        assert_eq!((facts.text(Fact::Team, 0), facts.text(Fact::Country, 1)), ("Cloud", "Chine"));
    }
    // Who has a name in the report keeps it.
    let loaded = opened(&[&super::lists::report(), &directory]);
    let company = &loaded.current().unwrap().company;
    assert_eq!((label(&loaded, 1).as_str(), company.named_by(company.account(1))), ("Lei Li", None));
    assert_eq!(loaded.current().unwrap().joined.count(0).unwrap().people, 2, "by address");
}

/// A staff list with the ids of the directory names them as well.
#[test]
fn a_staff_list_with_object_ids_is_a_directory_too() {
    let staff = csv(
        "Name;E-mail;Team;Entra\nAïcha;aicha.benali@contoso.example;Cloud;0d3f0a4e-0000-4000-8000-000000000001\nLei;lei.li@contoso.example;Data;{0d3f0a4e-0000-4000-8000-000000000002}\n",
    );
    let loaded = opened(&[&nameless(), &staff]);
    let company = &loaded.current().unwrap().company;
    assert_eq!(company.label(company.account(0)), "Aïcha");
    assert_eq!(loaded.others[0].column(Field::AadUserId).unwrap().how, Some(How::Content));
    assert_eq!(loaded.facts(0).text(Fact::Team, 1), "Data");
}

#[test]
fn microsoft_learn_activity_is_joined_by_id_and_never_by_name() {
    let learn = csv("PGAMpnId,UserName,UserId,TrainingName,TrainingType,Products,Roles,CompletionDate,MPNId,PartnerName,Country\n\
         5000001,Aïcha Benali,0d3f0a4e-0000-4000-8000-000000000001,Describe cloud,Module,azure,administrator,2021-04-01,1,Contoso,France\n\
         5000001,lei.li@contoso.example,,Azure basics,Learning path,azure,administrator,2021-04-02,1,Contoso,Chine\n\
         5000001,Noor Haddad,ffffffff-0000-4000-8000-000000000009,Describe cloud,Module,azure,administrator,soon,1,Contoso,France\n");
    let loaded = opened(&[&nameless(), &learn, &directory()]);
    let items: Vec<_> = loaded.lists.learning[0].items().map(|i| (i.title, i.kind, i.completed.map(|d| d.to_string()))).collect();
    assert_eq!(items[1], ("Azure basics", "Learning path", Some("2021-04-02".to_owned())));
    let joined = &loaded.current().unwrap().joined;
    let of = |row: usize| joined.learning.person(skilldeck::model::lists::RowOf { list: 0, row });
    assert_eq!([of(0), of(1), of(2)], [Some((0, By::ObjectId)), Some((1, By::Email)), None]);
    let company = &loaded.current().unwrap().company;
    assert_eq!(joined.learned_by(&loaded.lists, 0).map(|item| item.title).collect::<Vec<_>>(), ["Describe cloud"]);
    assert_eq!(company.skill_count(), 3, "they count for nothing and are no skills (R5)");
    assert_eq!(notes(&loaded, 0), [(Code::BadDate, 4, "soon", 1)]);
}

#[test]
fn the_skilling_eligibility_is_read_and_joined_to_nobody() {
    let table = csv("Individual name,Certification name,Certification type,Solution area,Completion date,Expiry date\n\
         Lei Li,Azure Administrator Associate,Intermediate,Infrastructure,22 Aug 2021,22 Aug 2022\n\
         Aïcha Benali,Azure Solutions Architect Expert,Expert,Infrastructure,1 Sep 2021,\n");
    let loaded = opened(&[&report(), &table]);
    let list = &loaded.lists.eligibility[0];
    let first = list.certifications().next().unwrap();
    assert_eq!((first.who.name().as_ref(), first.certification, first.area), ("Lei Li", "Azure Administrator Associate", "Infrastructure"));
    assert_eq!((first.level, first.earned.map(|d| d.to_string())), (Some(CertificationLevel::Intermediate), Some("2021-08-22".to_owned())));
    assert_eq!((first.expires.map(|d| d.to_string()), first.who.place().row), (Some("2022-08-22".to_owned()), 2));
    assert_eq!(list.certifications().nth(1).map(|c| (c.level, c.expires)), Some((None, None)));
    assert_eq!((notes(&loaded, 0), loaded.current().unwrap().joined.count(0)), (vec![(Code::BadLevel, 3, "Expert", 1)], None));
}

#[test]
fn the_performance_of_competencies_is_read() {
    let head = "CompetencyName,CompetencyAttainmentOptionName,Month,MetricName,MetricMonthlyContribution,TTMAggregate,AnniversaryYearAggregate,GoldThreshold,SilverThreshold";
    let performance = csv(&format!(
        "{head}\nCloud Platform,Azure Consumption,Apr-21,Azure consumed revenue,\"1,250.50\",18000,9000,100000,25000\n\
         DevOps,DevOps Partner,Apr-21,Active usage,many,,,N/A,5\n,,,,1,,,,\n"
    ));
    let loaded = opened(&[&performance, &report()]);
    let metrics: Vec<_> = loaded.lists.performance[0].metrics().collect();
    assert_eq!(
        (metrics[0].competency, metrics[0].option, metrics[0].month, metrics[0].name),
        ("Cloud Platform", "Azure Consumption", "Apr-21", "Azure consumed revenue")
    );
    let figures = |at: usize| [metrics[at].monthly, metrics[at].trailing, metrics[at].year, metrics[at].gold, metrics[at].silver];
    assert_eq!(figures(0), [Some(1250.5), Some(18000.0), Some(9000.0), Some(100_000.0), Some(25_000.0)]);
    assert_eq!((figures(1), metrics[1].place.row, metrics.len()), ([None, None, None, None, Some(5.0)], 3, 2));
    assert_eq!(notes(&loaded, 0), [(Code::NoCompetency, 4, "1", 1), (Code::BadNumber, 3, "many", 1)]);
}
