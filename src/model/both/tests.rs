use proptest::prelude::*;
use rstest::rstest;

use super::*;
use crate::model::test_support::company_of_day;
use crate::model::{About, Counting, FileRow, Skill};

const SKILLS: &str = "First Name,Last Name,Email,MCID,Associated to PMC,Associated to PC,Skill Type,Skill Name,Skill ID,\
                      Skill Completion Date,Relevant for Competencies  (Option) or Programs,Skill Expiration Date\n";
const TRAININGS: &str = "TrainingActivityId,TrainingTitle,TrainingType,IndividualFirstName,IndividualLastName,Email,CorpEmail,\
                         TrainingCompletionDate,ExpirationDate,ActivationStatus,MCPID,MPNId,PartnerName\n";
const DAY: &str = "2024-06-01";

fn skills(rows: &str, day: &str) -> Company {
    company_of_day(&format!("{SKILLS}{rows}"), day)
}

fn trainings(rows: &str, day: &str) -> Company {
    company_of_day(&format!("{TRAININGS}{rows}"), day)
}

fn joined(rows: &str, other: &str) -> Company {
    join(skills(rows, DAY), trainings(other, DAY))
}

fn at(file: u32, row: u32) -> FileRow {
    FileRow { file, row }
}

fn lines(company: &Company, account: u32) -> Vec<FileRow> {
    company.lines_of(account).collect()
}

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

/// Of one person: a row of each file about the same certification. The period of the second begins long before.
fn pair(report: &str, earned: &str, expires: &str, other_report: &str, other_earned: &str, other_expires: &str) -> Company {
    let own = format!("Ana,Roy,ana@x.example,8000001,Yes,Yes,Certification,Azure Administrator Associate,,{earned},Azure (A),{expires}\n");
    let other = format!(
        "1,Microsoft Certified: Azure Administrator Associate,Certification,Ana,Roy,,ana@x.example,{other_earned},{other_expires},Active,8000001,1,X\n\
         2,Anything,Exam,Zoe,Day,,zoe@x.example,2020-01-02,,Active,8000003,1,X\n"
    );
    join(skills(&own, report), trainings(&other, other_report))
}

#[rstest]
#[case::the_same(",ana@x.example,,8000001", "8000001", 1)]
#[case::in_capitals(",ANA@X.example,,8000001", "8000001", 1)]
#[case::without_an_mcid_in_trainings(",ana@x.example,,", "8000001", 1)]
#[case::without_an_mcid_in_the_report(",ana@x.example,,8000001", "N/A", 1)]
#[case::by_the_mcid_and_no_address_of_the_company("ana@home.example,,,8000001", "8000001", 1)]
#[case::two_addresses_of_the_company(",ana@new.example,,8000001", "8000001", 2)]
#[case::two_mcids(",ana@x.example,,8000002", "8000001", 2)]
fn who_stands_in_both_is_one_person(#[case] other: &str, #[case] mcid: &str, #[case] accounts: usize) {
    let [private, corp, _, id] = other.split(',').collect::<Vec<_>>()[..] else { panic!("four") };
    let company = joined(
        &format!("Ana,Roy,ana@x.example,{mcid},Yes,No,Exam,,AZ-104,2024-01-02,Azure (A),\n"),
        &format!("1,Microsoft Azure Administrator,Exam,,,{private},{corp},2024-01-02,,Active,{id},1,X\n"),
    );
    assert_eq!((company.people, company.accounts.len()), (1, accounts), "R14");
    assert_eq!(company.skill_count(), 1, "both list the same exam of one day");
    assert_eq!(company.line(&company.skills(0)[0]), at(0, 2));
    assert_eq!(company.line_again(&company.skills(0)[0]), Some(at(1, 2)));
    if accounts == 1 {
        assert_eq!(company.mcid(company.account(0)), "8000001", "one of both has it");
        assert_eq!(lines(&company, 0), [at(0, 2), at(1, 2)]);
        assert_eq!(company.private_email(company.account(0)), private);
    } else {
        assert!(company.skills(1).is_empty() && company.is_listed_again(1), "it is found on the first account");
    }
}

#[test]
fn the_private_address_in_the_report_gives_way_to_that_of_the_company() {
    let company = joined(
        "Ana,Roy,ana@home.example,8000001,Yes,No,,,,,,\n",
        "1,Azure,Exam,Ana,Roy,ANA@home.example,ana@x.example,2024-01-02,,Active,8000001,1,X\n",
    );
    assert_eq!(company.accounts.len(), 1);
    let ana = company.account(0);
    assert_eq!((company.email(ana), company.private_email(ana)), ("ana@x.example", "ANA@home.example"), "R16");
}

#[test]
fn an_object_id_is_named_by_the_report() {
    let other = "TrainingTitle,TrainingType,AADUserId,TrainingCompletionDate,MCPID,MPNId,PartnerName,TrainingActivityId\n\
                 Azure,Exam,0a1b,2024-01-02,8000001,1,X,7\n";
    let company = join(skills("Ana,Roy,ana@x.example,8000001,Yes,No,,,,,,\n", DAY), company_of_day(other, DAY));
    assert_eq!(company.accounts.len(), 1);
    let ana = company.account(0);
    assert_eq!((company.label(ana).as_str(), company.anonymous_id(ana)), ("Ana Roy", "0a1b"), "R16");
}

#[test]
fn what_one_file_does_not_say_is_taken_from_the_other() {
    let company = joined(
        "Ana,Roy,ana@x.example,8000001,Yes,No,Exam,,AZ-104,2024-01-02,Azure (A),\n",
        "1,Microsoft Azure Administrator,Exam,Ana,Roy,,ana@x.example,2024-01-02  10:00:00,2025-01-02,Retired,8000001,1,X\n\
         2,Something else,Exam,Ana,Roy,,ana@x.example,2024-02-03,,Active,8000001,1,X\n\
         2,Something else,Exam,Ana,Roy,,ana@x.example,2024-02-03,,Active,8000001,2,X\n\
         3,Something else,Exam,Bo,Lim,,bo@x.example,2024-02-03,,Active,8000002,1,X\n",
    );
    let [both, alone] = company.skills(0) else { panic!("two") };
    assert_eq!((both.expires, both.active), (Some(day("2025-01-02")), Some(false)));
    assert_eq!(company.counts_for(both).unwrap(), ["Azure (A)"]);
    assert_eq!(company.line_of_field(both, Field::ExpirationDate), at(1, 2), "the file that says it");
    assert_eq!(company.line_of_field(both, Field::Relevant), at(0, 2));
    assert_eq!(company.line_of_field(both, Field::Status), at(1, 2));
    assert_eq!(company.counts_for(alone), None, "R2: TrainingCompletions does not say where a skill counts");
    assert_eq!(company.counting(company.account(0), alone, day(DAY)), Counting::NotSaid);
    assert_eq!((company.line(alone), company.line_again(alone)), (at(1, 3), None));
    assert_eq!([0, 1].map(|n| company.account(n).pc), [Association::No, Association::NotSaid], "R15");
    assert_eq!([0, 1].map(|n| company.counting_skills(n, day(DAY))), [Some(0), None]);
    assert_eq!(company.disagreements(), [], "what one of them does not say is no contradiction");
    assert_eq!(company.accounts_with_repeated_rows(), [0u32; 0], "R16: neither locations nor the other file are rows again");
}

#[test]
fn rows_that_a_file_repeats_are_told_with_their_file() {
    let own = "Ana,Roy,ana@x.example,8000001,Yes,No,Exam,,AZ-104,2024-01-02,,\n";
    let other = "1,Azure,Exam,Ana,Roy,,ana@x.example,2024-03-04,,Active,8000001,1,X\n";
    let company = joined(&own.repeat(2), &other.repeat(3));
    assert_eq!(company.repeated_lines(0).collect::<Vec<_>>(), [at(0, 3), at(1, 3), at(1, 4)]);
    assert_eq!(company.sources().map(|source| source.duplicate_rows).collect::<Vec<_>>(), [1, 2]);
}

#[test]
fn contradictory_associations_keep_their_rows() {
    let rows = "Bo,Lim,bo@x.example,8000002,Yes,Yes,,,,,,\nAna,Roy,ana@x.example,8000001,Yes,Yes,,,,,,\n\
                Ana,Roy,ana@x.example,8000001,Yes,No,Exam,,AZ-104,2024-01-02,,\n";
    let company = joined(rows, "1,Azure,Exam,Zoe,Day,,zoe@x.example,2024-03-04,,Active,8000003,1,X\n");
    assert_eq!(company.contradictions(1).collect::<Vec<_>>(), [(Field::AssociatedPc, at(0, 3), at(0, 4))]);
}

#[test]
fn each_file_is_read_in_its_own_language_and_order_of_day_and_month() {
    let french = "Prénom;Nom;E-mail;MCID;Associée au PMC;Associée à l’Espace partenaires;Type de qualification;Skill ID;Skill Completion Date;\
                  Pertinent pour des compétences (Option) ou des programmes\n\
                  Ana;Roy;ana@x.example;8000001;Oui;Non;Examen;AZ-104;03/04/2024;Azure (A)\n\
                  Bo;Lim;bo@x.example;8000002;Non;Oui;Examen;AZ-500;25/04/2024;\n";
    let other = "1,Microsoft Azure Administrator,Exam,Ana,Roy,,ana@x.example,04/03/2024,,Active,8000001,1,X\n\
                 1,Microsoft Azure Security Technologies,Exam,Bo,Lim,,bo@x.example,04/25/2024,,Active,8000002,1,X\n";
    let company = join(company_of_day(french, DAY), trainings(other, DAY));
    assert_eq!((company.people, company.skill_count(), company.disagreements().len()), (2, 2, 0));
    assert_eq!(company.skills(0)[0].earned, Some(day("2024-04-03")));
    assert_eq!((company.account(0).pmc, company.account(0).pc), (Association::Yes, Association::No));
}

#[rstest]
#[case::alike(DAY, "2024-01-02", "2025-01-02", DAY, "2024-01-02", "2025-01-02", None)]
#[case::another_time_zone(DAY, "2024-01-02", "2025-01-02", DAY, "2024-01-03", "2025-01-01", None)]
#[case::one_does_not_say(DAY, "2024-01-02", "", DAY, "2024-01-02", "2025-01-02", None)]
#[case::another_day(DAY, "2024-01-02", "", DAY, "2024-02-02", "", Some(Field::CompletionDate))]
#[case::earned_again(DAY, "2022-01-02", "2023-01-02", DAY, "2023-05-02", "2024-05-02", None)]
#[case::earned_since("2024-05-20", "2023-01-02", "", DAY, "2024-05-28", "", None)]
#[case::another_end(DAY, "2024-01-02", "2025-01-02", DAY, "2024-01-02", "2026-01-02", Some(Field::ExpirationDate))]
#[case::renewed_since("2024-05-20", "2023-01-02", "2024-06-02", DAY, "2023-01-02", "2025-06-02", None)]
#[case::an_earlier_end_since("2024-05-20", "2024-01-02", "2025-01-02", DAY, "2024-01-02", "2024-09-02", Some(Field::ExpirationDate))]
fn only_what_cannot_both_be_is_a_contradiction(
    #[case] report: &str,
    #[case] earned: &str,
    #[case] expires: &str,
    #[case] other: &str,
    #[case] other_earned: &str,
    #[case] other_expires: &str,
    #[case] about: Option<Field>,
) {
    let company = pair(report, earned, expires, other, other_earned, other_expires);
    let found: Vec<Field> = company.disagreements().iter().map(|one| one.about.field()).collect();
    assert_eq!(found, about.into_iter().collect::<Vec<_>>(), "R4, R16");
    for one in company.disagreements() {
        assert_eq!((one.account, one.rows), (0, [at(0, 2), at(1, 2)]));
        assert_eq!(company.line(&company.skills(0)[one.skill as usize]), at(0, 2));
    }
}

#[test]
fn what_the_newer_report_says_is_taken() {
    let renewed = pair("2024-05-20", "2023-01-02", "2024-06-02", DAY, "2023-01-02", "2025-06-02");
    assert_eq!(renewed.skills(0)[0].expires, Some(day("2025-06-02")), "R12");
    assert_eq!(renewed.line_of_field(&renewed.skills(0)[0], Field::ExpirationDate), at(1, 2));
    let older = pair(DAY, "2023-01-02", "2025-06-02", "2024-05-20", "2023-01-02", "2024-06-02");
    assert_eq!((older.skills(0)[0].expires, older.disagreements().len()), (Some(day("2025-06-02")), 0));
    assert_eq!(older.report_date.map(|(day, _)| day), Some(day(DAY)), "the newer one dates both");
    let same_day = pair(DAY, "2023-01-02", "2024-07-02", DAY, "2023-01-02", "2025-07-02");
    assert_eq!(same_day.skills(0)[0].expires, Some(day("2024-07-02")), "of one day the skills report");
    assert_eq!(same_day.disagreements()[0].about, About::Expires(day("2024-07-02"), day("2025-07-02")));
}

#[test]
fn what_a_file_lists_twice_is_compared_row_by_row() {
    let row = |earned: &str, end: &str| format!("Ana,Roy,ana@x.example,8000001,Yes,Yes,Exam,,AZ-104,{earned},,{end}\n");
    let other = |earned: &str, end: &str| {
        format!("1,Microsoft Azure Administrator,Exam,Ana,Roy,,ana@x.example,{earned},{end},Active,8000001,1,X\n")
    };
    let company = joined(
        &[row("2022-01-02", "2023-01-02"), row("2023-02-03", "2024-02-03")].concat(),
        &[other("2023-02-03", "2024-02-03"), other("2024-03-04", "2025-03-04")].concat(),
    );
    let rows: Vec<_> = company.skills(0).iter().map(|skill| (company.line(skill), company.line_again(skill))).collect();
    assert_eq!(rows, [(at(0, 2), None), (at(0, 3), Some(at(1, 2))), (at(1, 3), None)]);
    assert_eq!(company.disagreements(), []);
}

#[test]
fn a_column_that_one_file_has_is_not_missing() {
    let own = "Email,Associated to PMC,Associated to PC,Skill ID\nana@x.example,Yes,No,AZ-104\n";
    let company = join(company_of_day(own, DAY), trainings("1,A,Exam,Ana,Roy,,ana@x.example,2024-01-02,,Active,8000001,1,X\n", DAY));
    assert_eq!(company.missing(), [Field::Relevant]);
    let noted: Vec<_> = company.noted().filter(|(_, d)| d.code == Code::ColumnMissing).map(|(file, d)| (file, d.value.as_str())).collect();
    assert_eq!(noted, [(0, Field::Relevant.name())]);
    assert_eq!(company.mcid(company.account(0)), "8000001");
}

#[rstest]
#[case::one_domain("ana@x.example,8000001", ",new@X.example,8000009", true)]
#[case::a_providers_domain("ana@gmail.com,8000001", ",bo@gmail.com,8000009", false)]
#[case::strangers("ana@x.example,8000001", ",bo@y.example,8000009", false)]
#[case::one_who_has_moved("ana@x.example,8000001", ",ana@y.example,8000001", false)]
#[case::no_address_and_the_same_person("ana@x.example,8000001", "ana@home.example,,8000001", true)]
#[case::no_address_and_somebody_else("ana@x.example,8000001", "bo@home.example,,8000009", true)]
fn one_company_is_told_by_its_domain_or_its_people(#[case] own: &str, #[case] other: &str, #[case] one: bool) {
    let [email, id] = own.split(',').collect::<Vec<_>>()[..] else { panic!("two") };
    let [private, corp, mcid] = other.split(',').collect::<Vec<_>>()[..] else { panic!("three") };
    let a = skills(&format!("Ana,Roy,{email},{id},Yes,No,,,,,,\n"), DAY);
    let b = trainings(&format!("1,A,Exam,Ana,Roy,{private},{corp},2024-01-02,,Active,{mcid},1,X\n"), DAY);
    assert!(may_be_joined(&a, &b) && may_be_joined(&b, &a) && !may_be_joined(&a, &a));
    let expected = one && (mcid == id || !corp.is_empty());
    assert_eq!((are_one(&a, &b), are_one(&b, &a)), (expected, expected));
}

#[test]
fn half_of_the_people_under_another_domain_are_the_company_renamed() {
    let rows = |domain: &str, ids: std::ops::Range<u32>| -> String {
        ids.map(|id| format!("A,B,u{id}@{domain}.example,{id},Yes,No,,,,,,\n")).collect()
    };
    let other = |ids: std::ops::Range<u32>| -> String {
        ids.map(|id| format!("1,A,Exam,A,B,,u{id}@new.example,2024-01-02,,Active,{id},1,X\n")).collect()
    };
    let old = skills(&rows("old", 8_000_000..8_000_010), DAY);
    assert!(are_one(&old, &trainings(&other(8_000_008..8_000_012), DAY)), "two of four");
    assert!(!are_one(&old, &trainings(&other(8_000_009..8_000_013), DAY)), "one of four");
}

fn printed(company: &Company) -> Vec<String> {
    let skill = |skill: &Skill| {
        let item = company.item(skill);
        format!("{:?} {:?} {:?} {:?} {:?}", item.id, skill.earned, skill.expires, skill.active, company.counts_for(skill))
    };
    let mut out: Vec<String> = (0u32..)
        .zip(&company.accounts)
        .map(|(number, account)| {
            let skills: Vec<String> = company.skills(number).iter().map(skill).collect();
            let said = (company.full_name(account), company.email(account), company.mcid(account), account.pmc, account.pc);
            format!("{said:?} {skills:?}")
        })
        .collect();
    out.sort();
    out
}

proptest! {
    #[test]
    fn an_empty_report_changes_nobody(rows in prop::collection::vec((0u32..5, 0u32..3, "AZ-(104|500|900)", 1u32..28), 0..12)) {
        let own: String = rows
            .iter()
            .map(|(who, id, code, day)| format!("N{who},L,u{who}@x.example,{},Yes,No,Exam,,{code},2024-01-{day:02},A,\n", 8_000_000 + id))
            .collect();
        let other: String = rows
            .iter()
            .map(|(who, id, _, day)| format!("1,Azure,Exam,N{who},L,,u{who}@x.example,2024-01-{day:02},,Active,{},1,X\n", 8_000_000 + id))
            .collect();
        prop_assert_eq!(printed(&join(skills(&own, DAY), trainings("", DAY))), printed(&skills(&own, DAY)));
        prop_assert_eq!(printed(&join(skills("", DAY), trainings(&other, DAY))), printed(&trainings(&other, DAY)));
    }

    /// Everybody of either file, and nobody else; each row of each file once; and the order does not matter.
    #[test]
    fn the_people_of_both_are_those_of_either(
        own in prop::collection::vec((0u32..6, 0u32..4, "AZ-(104|500)", 1u32..4), 0..10),
        other in prop::collection::vec((0u32..6, 0u32..4, "AZ-(104|500)", 1u32..4), 0..10),
    ) {
        let id = |id: &u32| if *id == 0 { String::new() } else { (8_000_000 + id).to_string() };
        let name = |code: &str| if code == "AZ-104" { "Microsoft Azure Administrator" } else { "Microsoft Azure Security Technologies" };
        let rows: String = own
            .iter()
            .map(|(who, mcid, code, day)| format!("N,L,u{who}@x.example,{},Yes,No,Exam,,{code},2024-01-{day:02},A,\n", id(mcid)))
            .collect();
        let more: String = other
            .iter()
            .map(|(who, mcid, code, day)| {
                let title = name(code);
                format!("1,{title},Exam,N,L,,u{who}@x.example,2024-01-{day:02},,Active,{},1,X\n", id(mcid))
            })
            .collect();
        let both = join(skills(&rows, DAY), trainings(&more, DAY));
        prop_assert_eq!(printed(&both), printed(&join(trainings(&more, DAY), skills(&rows, DAY))));
        let keys = |company: &Company| -> std::collections::BTreeSet<String> {
            let of = |a: &Account| [company.email(a).to_owned(), company.mcid(a).to_owned()];
            company.accounts.iter().flat_map(of).collect()
        };
        let either: std::collections::BTreeSet<String> =
            [skills(&rows, DAY), trainings(&more, DAY)].iter().flat_map(keys).collect();
        let mut found = keys(&both);
        // An MCID of one file fills the gap of the other.
        found.extend(either.contains("").then(String::new));
        prop_assert_eq!(found, either);
        // One person by sharing an address or an MCID, whichever file says so.
        let accounts = own.iter().chain(&other).map(|(who, mcid, ..)| (*mcid, *who + 1)).collect::<Vec<_>>();
        prop_assert_eq!(both.people, crate::model::people::group(&accounts).1);
        let mut lines: Vec<FileRow> = (0u32..).take(both.accounts.len()).flat_map(|n| lines(&both, n)).collect();
        lines.sort();
        let expected: Vec<FileRow> = (0..own.len()).map(|n| at(0, n as u32 + 2)).chain((0..other.len()).map(|n| at(1, n as u32 + 2))).collect();
        prop_assert_eq!(lines, expected);
    }
}
