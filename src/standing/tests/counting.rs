//! What counts on a day: R5, R7, R12, R14, R15, R16.

use super::*;
use crate::catalog::programmes::Eligibility;
use crate::model::Association;
use rstest::rstest;

const ADMIN: &str = "certification azure-administrator-associate";

/// One person, one skill, one requirement: who counts, and the reason where nobody does.
fn judged(rows: &str, id: &str, question: &Question) -> (Option<u32>, String) {
    let company = company(rows);
    let competency = competency(vec![silver(vec![requirement("r1", 1, People::Any, any_of(&[id]))])]);
    let numbers = numbers();
    let rules = rules_of(&numbers, Some(&competency), None, true);
    let paths = Paths::new(&company, catalog(), &rules, question);
    let reasons = paths.of_skill(&company, 0, 0);
    let (path, reason) = reasons.first().map_or(("", "unnamed"), |(path, reason)| (*path, reason.key()));
    if reason != "unnamed" {
        assert_eq!(path, "cloud-platform/option/silver/r1");
    }
    let level = level_of(&company, silver(vec![requirement("r1", 1, People::Any, any_of(&[id]))]), question);
    (level.requirements[0].have, reason.to_owned())
}

#[rstest]
#[case("R15: the last day counts", "Yes,Yes", ADMIN, "2020-06-01", "2021-05-19", 1, "counts")]
#[case("R15: the day after does not", "Yes,Yes", ADMIN, "2020-06-01", "2021-05-18", 0, "expired")]
#[case("R15: no last day", "Yes,Yes", "exam AZ-104", "2020-06-01", "", 1, "counts")]
#[case("R15: associated, whatever PMC says", "No,Yes", "exam AZ-104", "2020-06-01", "", 1, "counts")]
#[case("R15: not associated", "No,No", "exam AZ-104", "2020-06-01", "", 0, "not-associated")]
#[case("R7: PMC alone, the move is not known", "Yes,No", "exam AZ-104", "2020-06-01", "", 0, "not-associated")]
#[case("R15: not said counts", "Yes,", "exam AZ-104", "2020-06-01", "", 1, "counts")]
#[case("R15: nothing said counts", ",", "exam AZ-104", "2020-06-01", "", 1, "counts")]
#[case("R15: expired goes before not associated", "No,No", ADMIN, "2020-06-01", "2021-05-18", 0, "expired")]
#[case("earned on the day", "Yes,Yes", "exam AZ-104", "2021-05-19", "", 1, "counts")]
#[case("not yet earned on the day", "Yes,Yes", "exam AZ-104", "2021-05-20", "", 0, "not-yet")]
#[case("R5: what no rule names", "Yes,Yes", "exam AZ-900", "2020-06-01", "", 0, "unnamed")]
fn a_skill_counts_or_the_reason_is_given(
    #[case] rule: &str,
    #[case] association: &str,
    #[case] what: &str,
    #[case] earned: &str,
    #[case] expires: &str,
    #[case] have: u32,
    #[case] reason: &str,
) {
    let (pmc, pc) = association.split_once(',').unwrap();
    let rows = with("a", pmc, pc, what, earned, "", expires);
    let named = if what == ADMIN { "azure-administrator-associate" } else { "AZ-104" };
    assert_eq!(judged(&rows, named, &Question::of_day(day("2021-05-19"))), (Some(have), reason.to_owned()), "{rule}");
}

#[rstest]
// AZ-301 was withdrawn on 2020-09-30: it counts for twelve months, both days included.
#[case("AZ-301", "2020-09-30", 1, "counts")]
#[case("AZ-301", "2021-09-30", 1, "counts")]
#[case("AZ-301", "2021-10-01", 0, "retired")]
// The day of MCSA: Linux on Azure is not known: not counted, and said.
#[case("mcsa-linux-on-azure", "2021-05-19", 0, "retirement-unknown")]
fn what_was_withdrawn_counts_for_a_year(#[case] id: &str, #[case] on: &str, #[case] have: u32, #[case] reason: &str) {
    let kind = if id.starts_with("mcsa") { "certification" } else { "exam" };
    let rows = row("a", &format!("{kind} {id}"), "2019-01-01", "");
    assert_eq!(judged(&rows, id, &Question::of_day(day(on))), (Some(have), reason.to_owned()), "R15");
}

#[test]
fn a_withdrawn_item_without_a_date_leaves_the_level_open() {
    let rows = row("a", "certification mcsa-linux-on-azure", "2018-01-01", "");
    let question = Question::of_day(day("2021-05-19"));
    let ask = |count| silver(vec![requirement("r1", count, People::Any, any_of(&["mcsa-linux-on-azure"]))]);
    let level = level_of(&company(&rows), ask(1), &question);
    assert_eq!(
        (level.skills_met, level.met, level.requirements[0].have, level.requirements[0].short),
        (None, None, Some(0), Some(1)),
        "R15"
    );
    assert!(level.notes.contains(&Note::RetirementUnknown("mcsa-linux-on-azure".to_owned())));
    let level = level_of(&company(&rows), ask(2), &question);
    assert_eq!(level.skills_met, Some(false), "even if it counted there would be one of two");
}

#[rstest]
// The rules' own word goes before the catalog's day and the twelve months.
#[case(Some("2026-05-31"), None, "2026-05-31", 1)]
#[case(Some("2026-05-31"), None, "2026-06-01", 0)]
#[case(None, Some("2024-05-31"), "2025-05-31", 1)]
#[case(None, Some("2024-05-31"), "2025-06-01", 0)]
fn the_rules_own_word_on_retirement_goes_first(
    #[case] until: Option<&str>,
    #[case] retired: Option<&str>,
    #[case] on: &str,
    #[case] have: u32,
) {
    let company = company(&row("a", ADMIN, "2024-01-01", "2030-01-01"));
    let mut metric = arithmetic::metric(10.0, 1, &[arithmetic::scored(&["azure-administrator-associate"])]);
    metric.steps[0].eligibility = vec![Eligibility {
        id: "azure-administrator-associate".to_owned(),
        retired: retired.map(day),
        counts_until: until.map(day),
        note: None,
    }];
    let standing = metric_of(&company, metric, &Question::of_day(day(on)));
    assert_eq!(standing.steps[0].have, have, "R13, R15");
    if have == 1 {
        let holders = &standing.steps[0].holders;
        let proof = holders.proofs(&holders.list()[0])[0];
        assert_eq!((proof.ends_by, proof.until, proof.expires), (EndsBy::Retirement, Some(day(on)), Some(day("2030-01-01"))));
    }
}

#[rstest]
#[case("2021-07-31", Some(1))]
#[case("2021-08-01", Some(0))]
fn pmc_alone_counts_for_six_months_after_the_move(#[case] on: &str, #[case] have: Option<u32>) {
    let rows = with("a", "Yes", "No", "exam AZ-104", "2020-06-01", "", "") + &with("b", "No", "No", "exam AZ-104", "2020-06-01", "", "");
    let question = Question { move_date: Some(day("2021-01-31")), ..Question::of_day(day(on)) };
    let level = level_of(&company(&rows), silver(vec![requirement("r1", 1, People::Any, any_of(&["AZ-104"]))]), &question);
    assert_eq!(level.requirements[0].have, have, "R7");
    if have == Some(1) {
        let first = level.until.unwrap();
        assert_eq!((first.on, first.breakers[0].proof.ends_by), (day("2021-08-01"), EndsBy::Move));
        assert_eq!(keys(&level.notes), ["pmc-only"]);
    }
}

#[test]
fn not_associated_is_shown_as_what_would_count_once_associated() {
    let rows = with("a", "No", "No", "exam AZ-104", "2020-06-01", "", "") + &row("b", "exam AZ-104", "2020-06-01", "");
    let company = company(&rows);
    let level =
        level_of(&company, silver(vec![requirement("r1", 2, People::Any, any_of(&["AZ-104"]))]), &Question::of_day(day("2021-05-19")));
    let r1 = &level.requirements[0];
    assert_eq!((r1.have, r1.short, holders(&company, r1)), (Some(1), Some(1), vec!["b".to_owned()]), "R15");
    assert_eq!(r1.nearly, [Nearly { person: 0, lacks: Lacks::Association { account: 0 } }]);
}

#[test]
fn an_inactive_skill_does_not_count() {
    let company = company_of_csv(
        "TrainingActivityId,TrainingTitle,TrainingType,IndividualFirstName,IndividualLastName,Email,CorpEmail,TrainingCompletionDate,ExpirationDate,ActivationStatus,MCPID,MPNId\n\
         1,Microsoft Azure Administrator,Exam,a,Roy,,a@x.example,2022-01-01,,Active,8000001,1\n\
         1,Microsoft Azure Administrator,Exam,a,Roy,,a@x.example,2022-01-01,,Active,8000001,2\n\
         1,Microsoft Azure Administrator,Exam,b,Li,,b@x.example,2022-01-01,,Inactive,8000002,1\n\
         1,Microsoft Azure Administrator,Exam,c,Ma,,c@x.example,2022-01-01,,Retired,8000003,1\n",
    );
    let level =
        level_of(&company, silver(vec![requirement("r1", 1, People::Any, any_of(&["AZ-104"]))]), &Question::of_day(day("2022-05-19")));
    let r1 = &level.requirements[0];
    assert_eq!(holders(&company, r1), ["a"], "R15; the row of another location is no second one (R16)");
    assert_eq!(level.notes, [Note::Caveat(Caveats::ASSOCIATION_NOT_SAID, 1)], "R15: there is no such column, it counts and is said");
    let lapsed: Vec<u32> = r1.nearly.iter().filter(|n| matches!(n.lacks, Lacks::Lapsed { .. })).map(|n| n.person).collect();
    assert_eq!(people(&company, lapsed), ["b", "c"]);
}

#[test]
fn yes_and_no_in_different_rows_counts_and_is_said() {
    let rows = with("a", "Yes", "Yes", "exam AZ-104", "2020-06-01", "", "") + &with("a", "Yes", "No", "exam AZ-500", "2020-06-01", "", "");
    let company = company(&rows);
    assert_eq!(company.account(0).pc, Association::Contradictory);
    let level =
        level_of(&company, silver(vec![requirement("r1", 1, People::Any, any_of(&["AZ-104"]))]), &Question::of_day(day("2021-05-19")));
    assert_eq!((level.met, keys(&level.notes)), (Some(true), vec!["association-contradictory"]));
}

#[test]
fn two_accounts_of_one_person_are_one() {
    // The same MCID under two addresses, and the same address under two MCIDs (R14).
    let rows = "a,P,a@x.example,8000001,No,No,exam,,AZ-104,2020-06-01,,\n\
                a,P,a@home.example,8000001,No,Yes,exam,,AZ-104,2020-06-01,,\n\
                b,P,b@x.example,8000002,No,Yes,exam,,AZ-104,2020-06-01,,\n\
                b,P,B@x.example,8000003,No,Yes,exam,,AZ-104,2020-07-01,,\n";
    let company = company(rows);
    let level =
        level_of(&company, silver(vec![requirement("r1", 3, People::Any, any_of(&["AZ-104"]))]), &Question::of_day(day("2021-05-19")));
    let r1 = &level.requirements[0];
    assert_eq!((r1.have, r1.short, level.met), (Some(2), Some(1), Some(false)), "R14");
    let proofs = r1.holders.proofs(r1.holders.of_person(0).unwrap());
    assert_eq!((proofs[0].account, proofs[0].line(&company).map(|at| at.row)), (1, Some(3)), "the account that counts");
    assert!(r1.nearly.is_empty(), "who counts by one account is not waiting for the other");
}

#[test]
fn a_person_with_two_rows_counts_as_long_as_the_longer() {
    let rows = row("a", ADMIN, "2024-01-01", "2025-01-01") + &row("a", ADMIN, "2024-06-01", "2026-01-01");
    let company = company(&rows);
    let level = level_of(
        &company,
        silver(vec![requirement("r1", 1, People::Any, any_of(&["azure-administrator-associate"]))]),
        &Question::of_day(day("2024-07-01")),
    );
    let holder = level.requirements[0].holders.list()[0];
    assert_eq!(holder.until, Some(day("2026-01-01")));
    assert_eq!(level.requirements[0].holders.proofs(&holder)[0].line(&company).map(|at| at.row), Some(3));
}

#[test]
fn suspected_persons_give_both_numbers() {
    let rows = ["a", "b", "c", "d"].map(|who| row(who, "exam AZ-104", "2020-06-01", "")).concat();
    let company = company(&rows);
    let ask = || silver(vec![requirement("r1", 4, People::Any, any_of(&["AZ-104"]))]);
    let question = Question { suspected: vec![(1, 3)], ..Question::of_day(day("2021-05-19")) };
    let level = level_of(&company, ask(), &question);
    assert_eq!((level.requirements[0].have, level.met), (Some(4), Some(true)), "R14: never merged on suspicion");
    assert_eq!(
        level.if_one,
        Some(IfOne { skills_met: Some(false), requirements: vec![(Some(3), Some(1), Some(0))] }),
        "4, or 3 if they are one"
    );
    let elsewhere = Question { suspected: vec![(1, 1), (2, 99)], ..question };
    assert_eq!(level_of(&company, ask(), &elsewhere).if_one, None, "nobody is suspected");
}

#[test]
fn two_halves_make_one_whole_if_they_are_one_person() {
    let rows = holds_exams("a", &["70-496"]) + &holds_exams("b", &["70-498"]);
    let company = company(&rows);
    let question = Question { suspected: vec![(0, 1)], ..Question::of_day(day("2018-05-19")) };
    let rows_of =
        |question: &Question| level_of(&company, silver(vec![requirement("r1", 1, People::Any, all_of(&["X-1", "X-2"]))]), question);
    assert_eq!(rows_of(&question).if_one, None);
    let rows = holds_exams("a", &["X-1"]) + &holds_exams("b", &["X-2"]);
    let company = super::company(&rows);
    let question = Question { suspected: vec![(0, 1)], ..Question::of_day(day("2021-05-19")) };
    let level = level_of(&company, silver(vec![requirement("r1", 1, People::Any, all_of(&["X-1", "X-2"]))]), &question);
    assert_eq!((level.skills_met, level.if_one.unwrap().skills_met), (Some(false), Some(true)), "R14");
}

#[test]
fn certifications_are_inferred_from_exams_only_where_the_file_lists_none() {
    let rows = holds_exams("a", &["AZ-104"])
        + &holds_exams("b", &["AZ-104"])
        + &row("b", "certification azure-developer-associate", "2020-06-01", "2022-06-01")
        + &holds_exams("c", &["AZ-900"]);
    let company = company(&rows);
    let competency = competency(vec![silver(vec![requirement("r1", 1, People::Any, any_of(&["azure-administrator-associate"]))])]);
    let standing = stand(&company, Some(&competency), None, &Question::of_day(day("2021-05-19")), true);
    let level = &standing.competencies[0].options[0].levels()[0];
    let r1 = &level.requirements[0];
    assert_eq!(holders(&company, r1), ["a"], "R15");
    assert_eq!(level.notes, [Note::Caveat(Caveats::INFERRED, 1)]);
    let proof = r1.holders.proofs(&r1.holders.list()[0])[0];
    let Origin::Inferred(number) = proof.origin else { panic!("{proof:?}") };
    let inference = &standing.inferences[number as usize];
    assert_eq!(inference.certification, "azure-administrator-associate");
    assert_eq!(inference.exams, [SkillRef { account: 0, skill: 0 }]);
    assert_eq!(standing.credential_id(proof.credential), "azure-administrator-associate");
    assert_eq!(
        (proof.expires, proof.line(&company).map(|at| at.row)),
        (Some(day("2023-01-01")), None),
        "R12: two years for what was earned in January 2021"
    );
}

#[rstest]
// All exams of one list, and the certification that is needed beside them.
#[case(&["AZ-305", "AZ-104"], Some(1))]
#[case(&["AZ-305"], Some(0))]
#[case(&["AZ-303", "AZ-104"], Some(0))]
#[case(&["AZ-303", "AZ-304", "AZ-103"], Some(1))]
fn what_is_inferred_needs_every_exam_and_what_comes_before(#[case] exams: &[&str], #[case] have: Option<u32>) {
    let company = company(&holds_exams("a", exams));
    let rules = silver(vec![requirement("r1", 1, People::Any, any_of(&["azure-solutions-architect-expert"]))]);
    assert_eq!(level_of(&company, rules, &Question::of_day(day("2021-05-19"))).requirements[0].have, have, "R15");
}

#[rstest]
#[case("2021-06-29", Some("2023-06-29"))]
#[case("2021-06-30", Some("2022-06-30"))]
#[case("2024-02-29", Some("2025-02-28"))]
fn certifications_last_a_year_since_the_end_of_june_2021(#[case] earned: &str, #[case] last: Option<&str>) {
    assert_eq!(last_day_by_rule(Some(day(earned)), Some(12)), last.map(day), "R12");
    assert_eq!(last_day_by_rule(Some(day(earned)), Some(0)), None, "R12: fundamentals do not end");
    assert_eq!(last_day_by_rule(Some(day(earned)), None), None);
    assert_eq!(last_day_by_rule(None, Some(12)), None);
}

#[test]
fn an_inferred_certification_ends_by_the_rule() {
    let company = company(&row("a", "exam AZ-104", "2022-03-01", ""));
    let ask = || silver(vec![requirement("r1", 1, People::Any, any_of(&["azure-administrator-associate"]))]);
    let have = |on: &str| level_of(&company, ask(), &Question::of_day(day(on))).requirements[0].have;
    assert_eq!((have("2023-03-01"), have("2023-03-02")), (Some(1), Some(0)), "R12");
}

#[test]
fn a_certification_without_a_last_day_counts_and_that_is_said() {
    let company = company(&(row("a", ADMIN, "2019-01-01", "") + &row("b", "certification m365-fundamentals", "2019-01-01", "")));
    let ask = |id| silver(vec![requirement("r1", 1, People::Any, any_of(&[id]))]);
    let question = Question::of_day(day("2021-05-19"));
    let level = level_of(&company, ask("azure-administrator-associate"), &question);
    assert_eq!((level.met, keys(&level.notes)), (Some(true), vec!["expiry-not-said"]), "R12");
    let level = level_of(&company, ask("m365-fundamentals"), &question);
    assert_eq!((level.met, keys(&level.notes)), (Some(true), Vec::new()), "R12: this one has no last day");
}

#[test]
fn ids_of_the_file_and_of_the_rules_differ_in_letter_case_at_most() {
    let company = company(
        &(row("a", "exam x-1", "2021-01-01", "") + &row("b", "exam X-1", "2021-01-01", "") + &row("c", "exam X-11", "2021-01-01", "")),
    );
    let level = level_of(&company, silver(vec![requirement("r1", 1, People::Any, any_of(&["X-1"]))]), &Question::of_day(day("2021-05-19")));
    assert_eq!(holders(&company, &level.requirements[0]), ["a", "b"]);
}

#[test]
fn certificates_of_others_are_ticked_by_hand() {
    let rows = holds_exams("a", &["X-1"]) + &holds_exams("b", &["X-1"]) + &row("b", "certification psm-i", "2021-01-01", "");
    let company = company(&rows);
    let ask = |count| {
        silver(vec![
            requirement("r1", 2, People::Any, any_of(&["X-1"])),
            requirement("r2", count, People::SubsetOf("r1".to_owned()), any_of(&["X-9", "psm-i"])),
        ])
    };
    let question = Question::of_day(day("2021-05-19"));
    let level = level_of(&company, ask(1), &question);
    assert_eq!((level.requirements[1].have, level.skills_met), (Some(0), None), "R6: the file's word is no proof, and nobody can tell");
    assert!(level.notes.contains(&Note::External("psm-i".to_owned())));
    let ticked = Question { external: vec![(0, "psm-i".to_owned())], ..question.clone() };
    let level = level_of(&company, ask(1), &ticked);
    assert_eq!((level.requirements[1].have, level.skills_met), (Some(1), Some(true)), "R6: ticked by hand");
    assert!(level.notes.contains(&Note::Caveat(Caveats::TICKED, 1)));
    assert_eq!(level_of(&company, ask(3), &question).skills_met, Some(false), "there are two people at most");
}
