//! N different people for several requirements at once (R14), and who nearly meets one.

use super::*;
use rstest::rstest;

const ON: &str = "2021-05-19";

fn numbers_of(level: &LevelStanding) -> Vec<(u32, u32, u32)> {
    level.requirements.iter().map(|r| (r.have.unwrap(), r.short.unwrap(), r.spare.unwrap())).collect()
}

#[test]
fn a_part_of_the_people_is_among_the_others() {
    // Four with both exams of r1; of them two with that of r2, which e has without being among them.
    let rows = ["a", "b", "c", "d"].map(|who| holds_exams(who, &["X-1", "X-2"])).concat()
        + &holds_exams("a", &["X-3"])
        + &holds_exams("b", &["X-3"])
        + &holds_exams("e", &["X-3"]);
    let company = company(&rows);
    let ask = |of_all: u32, of_part: u32| {
        silver(vec![
            requirement("r1", of_all, People::Any, all_of(&["X-1", "X-2"])),
            requirement("r2", of_part, People::SubsetOf("r1".to_owned()), any_of(&["X-3"])),
        ])
    };
    let question = Question::of_day(day(ON));
    let level = level_of(&company, ask(4, 2), &question);
    assert_eq!(numbers_of(&level), [(4, 0, 0), (3, 0, 0)], "three have it, two of them are counted");
    assert_eq!((level.met, people(&company, level.critical.clone())), (Some(true), list(&["a", "b", "c", "d"])));
    let level = level_of(&company, ask(2, 1), &question);
    assert_eq!((numbers_of(&level), level.spare), (vec![(4, 0, 2), (3, 0, 1)], Some(1)), "a and b may not both leave");
    let level = level_of(&company, ask(4, 3), &question);
    assert_eq!((numbers_of(&level), level.met, level.spare), (vec![(4, 0, 0), (3, 1, 0)], Some(false), Some(0)), "e is not among them");
}

#[test]
fn others_are_others() {
    let rows = holds_exams("a", &["X-1", "X-2"]) + &holds_exams("b", &["X-1"]);
    let ask = || {
        silver(vec![
            requirement("r1", 1, People::Any, any_of(&["X-1"])),
            requirement("r2", 1, People::DistinctFrom("r1".to_owned()), any_of(&["X-2"])),
        ])
    };
    let question = Question::of_day(day(ON));
    let both = company(&rows);
    let level = level_of(&both, ask(), &question);
    assert_eq!((numbers_of(&level), level.met), (vec![(2, 0, 1), (1, 0, 0)], Some(true)), "a greedy choice of a for r1 would fail");
    assert_eq!(people(&both, level.critical), ["a", "b"], "without b, a is taken for r1");
    let alone = company(&holds_exams("a", &["X-1", "X-2"]));
    let level = level_of(&alone, ask(), &question);
    assert_eq!((numbers_of(&level), level.met), (vec![(1, 0, 0), (1, 1, 0)], Some(false)), "filled in order");
}

#[test]
fn what_ends_elsewhere_can_break_a_requirement() {
    // r2 breaks because b's certificate for r1 ends, and a is needed there.
    let rows = holds_exams("a", &["X-1", "X-2"]) + &row("b", "exam X-1", "2021-01-01", "2021-06-30");
    let company = company(&rows);
    let rules = silver(vec![
        requirement("r1", 1, People::Any, any_of(&["X-1"])),
        requirement("r2", 1, People::DistinctFrom("r1".to_owned()), any_of(&["X-2"])),
    ]);
    let first = level_of(&company, rules, &Question { preparation_days: 5, ..Question::of_day(day(ON)) }).until.unwrap();
    assert_eq!((first.on, first.renew_by), (day("2021-07-01"), day("2021-06-16")));
    assert_eq!(first.paths, ["cloud-platform/option/silver/r2"]);
    let breakers: Vec<_> =
        first.breakers.iter().map(|b| (people(&company, [b.person])[0].clone(), b.proof.line(&company).map(|at| at.row))).collect();
    assert_eq!(breakers, [("b".to_owned(), Some(4))]);
}

#[test]
fn one_of_each_list_by_one_person() {
    let rows = holds_exams("a", &["X-1", "X-3"]) + &holds_exams("b", &["X-1", "X-2"]) + &holds_exams("c", &["X-4"]);
    let company = company(&rows);
    let holds = Holds { one_from_each: vec![list(&["X-1", "X-2"]), list(&["X-3", "X-4"])], ..Holds::default() };
    let level = level_of(&company, silver(vec![requirement("r1", 1, People::Any, holds)]), &Question::of_day(day(ON)));
    let r1 = &level.requirements[0];
    assert_eq!(holders(&company, r1), ["a"], "b has two of one list");
    let nearly: Vec<u32> = r1.nearly.iter().map(|n| n.person).collect();
    assert_eq!(people(&company, nearly), ["b", "c"], "one exam is missing to each");
    let proofs: Vec<_> = r1.holders.proofs(&r1.holders.list()[0]).iter().map(|p| p.line(&company).map(|at| at.row)).collect();
    assert_eq!(proofs, [Some(2), Some(3)], "both rows are the proof");
}

#[rstest]
#[case(0, Some(vec![]))]
#[case(1, Some(vec![list(&["X-2"])]))]
#[case(2, Some(vec![list(&["X-9"])]))]
#[case(3, Some(vec![list(&["X-9"])]))]
fn what_is_lacking_is_the_shortest_way(#[case] person: u32, #[case] ids: Option<Vec<Vec<String>>>) {
    let rows = holds_exams("a", &["X-9"]) + &holds_exams("b", &["X-1", "X-3"]) + &holds_exams("c", &["X-1"]) + &holds_exams("d", &["Y-1"]);
    let company = company(&rows);
    let holds = Holds { any_set_of: vec![list(&["X-1", "X-2", "X-3"]), list(&["X-9"])], ..Holds::default() };
    let competency = competency(vec![silver(vec![requirement("r1", 1, People::Any, holds)])]);
    let (numbers, question) = (numbers(), Question::of_day(day(ON)));
    let rules = rules_of(&numbers, Some(&competency), None, true);
    let index = Index::new(&company, catalog(), &[]);
    let found = lacking(&company, catalog(), &index, &rules, &question, "cloud-platform/option/silver/r1", person);
    if person == 1 {
        assert_eq!(found, Some(vec![list(&["X-2", "X-9"])]), "either will do");
    } else {
        assert_eq!(found, ids);
    }
    assert_eq!(lacking(&company, catalog(), &index, &rules, &question, "cloud-platform/option/gold/r1", person), None, "no such path");
    let level = &standing(&company, catalog(), &index, &rules, &question).competencies[0].options[0].levels()[0].clone();
    let nearly: Vec<u32> = level.requirements[0].nearly.iter().map(|n| n.person).collect();
    assert_eq!(people(&company, nearly), ["b"], "who has nothing of it is not nearly there");
}

#[test]
fn two_accounts_to_associate_are_two_things() {
    let rows = "a,P,a@x.example,8000001,No,No,exam,,X-1,2020-06-01,,\n\
                a,P,a@home.example,8000001,No,No,exam,,X-2,2020-06-01,,\n\
                b,P,b@x.example,8000002,No,No,exam,,X-1,2020-06-01,,\n\
                b,P,b@x.example,8000002,No,No,exam,,X-2,2020-06-01,,\n";
    let company = company(rows);
    let level = level_of(&company, silver(vec![requirement("r1", 1, People::Any, all_of(&["X-1", "X-2"]))]), &Question::of_day(day(ON)));
    assert_eq!(level.requirements[0].nearly, [Nearly { person: 1, lacks: Lacks::Association { account: 2 } }]);
}

#[test]
fn three_that_exclude_each_other_are_settled_too() {
    let rows = holds_exams("a", &["X-1", "X-2"]) + &holds_exams("b", &["X-2", "X-3"]) + &holds_exams("c", &["X-3", "X-1"]);
    let company = company(&rows);
    let others = |id: &str| People::DistinctFrom(id.to_owned());
    let rules = silver(vec![
        requirement("r1", 1, People::Any, any_of(&["X-1"])),
        requirement("r2", 1, others("r1"), any_of(&["X-2"])),
        requirement("r3", 1, others("r2"), any_of(&["X-3"])),
    ]);
    let level = level_of(&company, rules, &Question::of_day(day(ON)));
    assert_eq!((level.met, level.spare), (Some(true), Some(0)), "r1 and r3 may be the same: c");
    assert_eq!(people(&company, level.critical), ["c"], "b and c can do without a, a and c without b");
}

#[test]
fn what_is_too_large_is_not_guessed() {
    let everyone: String = (0..60).map(|n| holds_exams(&format!("p{n}"), &["X-1", "X-2", "X-3"])).collect();
    let rules = silver(vec![
        requirement("r1", 40, People::Any, any_of(&["X-1"])),
        requirement("r2", 40, People::DistinctFrom("r1".to_owned()), any_of(&["X-2"])),
        requirement("r3", 40, People::DistinctFrom("r2".to_owned()), any_of(&["X-3"])),
    ]);
    let level = level_of(&company(&everyone), rules, &Question::of_day(day(ON)));
    assert_eq!((level.skills_met, level.requirements[0].short, level.requirements[0].have), (None, None, Some(60)));
    assert!(level.notes.contains(&Note::TooLarge));
}

#[test]
fn large_pairs_are_settled_at_once() {
    let everyone: String = (0..90).map(|n| holds_exams(&format!("p{n}"), if n < 50 { &["X-1", "X-2"] } else { &["X-2"] })).collect();
    let rules = silver(vec![
        requirement("r1", 40, People::Any, any_of(&["X-1"])),
        requirement("r2", 40, People::DistinctFrom("r1".to_owned()), any_of(&["X-2"])),
    ]);
    let level = level_of(&company(&everyone), rules, &Question::of_day(day(ON)));
    assert_eq!(numbers_of(&level), [(50, 0, 10), (90, 0, 10)]);
}
