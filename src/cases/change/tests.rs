//! A change is whole in itself: in any order, twice, and back again.

use super::*;
use crate::cases::tests::{ana, at, case_of, day};
use crate::cases::{Awaited, Mark, Person, Stage, When};
use proptest::prelude::*;

fn who(number: u8) -> Who {
    match number {
        0 => Who::Company,
        1 => Who::Person(Person::typed("Ana", "ana@contoso.example", "8000015")),
        2 => Who::Person(Person::typed("", "ANA@contoso.example", "")),
        3 => Who::Person(Person::typed("Bo", "", "8000016")),
        _ => Who::Person(Person::typed("nobody we could know", "", "")),
    }
}

fn what(number: u8, text: String) -> What {
    let on = day("2021-05-19");
    match number {
        0 => What::Opened { report: None },
        1 => What::Waiting { until: Some(on) },
        2 => What::Support { ticket: text },
        3 => What::Done { report: None },
        4 => What::NoAction { reason: text },
        5 => What::Step { list: "limit".to_owned(), step: "date".to_owned(), mark: Some(Mark::Done) },
        6 => What::Note(text),
        7 => What::Asked { on },
        8 => What::Earned { when: When::Day(on), awaited: Awaited::Assessment },
        9 => What::Associated { when: When::Time(at("2021-05-19")) },
        10 => What::Known(Person::typed("", "", "8000015")),
        _ => What::Done { report: Some(on) },
    }
}

prop_compose! {
    fn entry()(minute in 0i64..40, about in 0u8..4, kind in 0u8..12, text in "[a-z\u{e9}\" \n]{0,6}", fresh in any::<[u8; 8]>()) -> Entry {
        let about = match about {
            0 => None,
            1 => Some(Matter::checklist("limit")),
            2 => Some(Matter::finding(crate::diagnosis::Code::Expired).of("AZ-104")),
            _ => Some(Matter::finding(crate::diagnosis::Code::PossibleDuplicate).with("8000016")),
        };
        let time = at("2021-05-19") + chrono::TimeDelta::minutes(minute);
        Entry { id: Id::from(format!("{fresh:02x?}").as_str()), ..Entry::new(time, about, what(kind, text)) }
    }
}

/// Changes as one program makes them: of what is there entries are taken away, too.
fn changes(most: usize) -> impl Strategy<Value = Vec<Change>> {
    let one = (0u8..5, entry(), any::<bool>(), any::<prop::sample::Index>());
    prop::collection::vec(one, 0..most).prop_map(|all| {
        let mut out: Vec<Change> = Vec::new();
        for (number, entry, takes, which) in all {
            let change = Change::Put { case: Id::from(format!("case-{number}").as_str()), who: who(number), entry: Box::new(entry) };
            out.push(if takes && !out.is_empty() { which.get(&out).back() } else { change });
        }
        out
    })
}

fn after(changes: &[Change]) -> Cases {
    let mut cases = Cases::default();
    apply(changes, &mut cases);
    cases
}

fn entries(cases: &Cases) -> Vec<Id> {
    let mut all: Vec<Id> = cases.cases.iter().flat_map(|case| case.log.iter().map(|entry| entry.id.clone())).collect();
    all.sort();
    all
}

proptest! {
    #[test]
    fn what_is_undone_was_never_done(before in changes(12), now in changes(6)) {
        let before = after(&before);
        let mut cases = before.clone();
        let made = apply(&now, &mut cases);
        let then = cases.clone();
        let undone = apply(&back(&made), &mut cases);
        prop_assert_eq!(&cases, &before);
        // And it can be done again.
        apply(&back(&undone), &mut cases);
        prop_assert_eq!(cases, then);
    }

    #[test]
    fn twice_is_as_good_as_once(before in changes(12), now in changes(1)) {
        let mut cases = after(&before);
        apply(&now, &mut cases);
        let once = cases.clone();
        prop_assert!(apply(&now, &mut cases).is_empty());
        prop_assert_eq!(cases, once);
    }

    /// Two programs began with the same and know nothing of each other.
    #[test]
    fn of_two_programs_both_keep_theirs(before in changes(8), one in prop::collection::vec((0u8..5, entry()), 0..5), other in prop::collection::vec((0u8..5, entry()), 0..5)) {
        let change = |(number, entry): &(u8, Entry)| Change::Put { case: Id::fresh(), who: who(*number), entry: Box::new(entry.clone()) };
        let (one, other): (Vec<Change>, Vec<Change>) = (one.iter().map(change).collect(), other.iter().map(change).collect());
        let (mut first, mut last) = (after(&before), after(&before));
        let there = entries(&first);
        apply(&one, &mut first);
        let made = apply(&other, &mut first);
        apply(&other, &mut last);
        apply(&one, &mut last);
        prop_assert_eq!(entries(&first), entries(&last));
        prop_assert_eq!(entries(&first).len(), there.len() + one.len() + other.len());
        // Undoing the one leaves the other alone.
        apply(&back(&made), &mut first);
        let mut expected = after(&before);
        apply(&one, &mut expected);
        prop_assert_eq!(entries(&first), entries(&expected));
    }

    #[test]
    fn what_is_written_is_read(all in changes(12)) {
        let cases = after(&all);
        let text = serde_json::to_string_pretty(&cases).unwrap();
        prop_assert_eq!(serde_json::from_str::<Cases>(&text).unwrap(), cases);
    }

    /// In a case everything is in the order of time, however it came in.
    #[test]
    fn a_log_is_in_order(all in changes(20)) {
        let cases = after(&all);
        for case in &cases.cases {
            prop_assert!(!case.log.is_empty());
            prop_assert!(case.log.is_sorted_by_key(|entry| (entry.at, &entry.id)));
        }
    }
}

#[test]
fn of_one_person_there_is_one_case_whoever_opens_it() {
    let mut cases = case_of(ana(), &[("2021-05-19", Some(Matter::checklist("limit")), What::Opened { report: None })]);
    let entry = Entry::new(at("2021-05-20"), Some(Matter::checklist("joined")), What::Opened { report: None });
    let change = Change::Put { case: Id::fresh(), who: who(2), entry: Box::new(entry) };
    let made = change.apply(&mut cases).unwrap();
    assert_eq!((cases.cases.len(), cases.cases[0].points().len()), (1, 2), "R14");
    assert!(matches!(&made, Change::Put { case, .. } if case.as_str() == "one"));
    made.back().apply(&mut cases);
    assert_eq!(cases.cases[0].points().len(), 1);
}

#[test]
fn a_case_without_entries_is_gone_and_comes_back() {
    let mut cases = Cases::default();
    let entry = Entry::new(at("2021-05-20"), None, What::Note("x".to_owned()));
    let change = Change::Put { case: Id::fresh(), who: ana(), entry: Box::new(entry) };
    let made = apply(&[change], &mut cases);
    let there = cases.clone();
    let undone = apply(&back(&made), &mut cases);
    assert!(cases.cases.is_empty());
    apply(&back(&undone), &mut cases);
    assert_eq!(cases, there);
}

#[test]
fn a_finding_opens_its_points_once() {
    let csv = "First Name,Last Name,Email,MCID,Associated to PMC,Associated to PC,Skill ID,Skill Completion Date\n\
               Ana,Silva,ana.silva@contoso.example,8000015,Yes,No,AZ-104,2021-01-01\n\
               Ana,Silva,asilva@contoso.example,8000016,Yes,Yes,AZ-500,2021-01-01\n";
    let company = crate::model::test_support::company(csv);
    let diagnosis = crate::cases::report::tests::diagnosis(&company, "2021-05-19");
    let of = |code| diagnosis.findings.iter().filter(move |finding| finding.code == code);
    let code = crate::diagnosis::Code::NotAssociated;
    let mut cases = Cases::default();
    for finding in of(code) {
        let changes = open(&cases, finding, &company, Some(day("2021-05-19")), at("2021-05-20"));
        assert_eq!((changes.len(), apply(&changes, &mut cases).len()), (1, 1));
        assert!(open(&cases, finding, &company, Some(day("2021-05-19")), at("2021-05-21")).is_empty());
    }
    let point = Matter::finding(code);
    assert_eq!(cases.cases[0].points().iter().map(|p| p.matter.clone()).collect::<Vec<_>>(), [point]);
    let twice: Vec<Change> = of(crate::diagnosis::Code::PossibleDuplicate)
        .flat_map(|finding| open(&Cases::default(), finding, &company, None, at("2021-05-20")))
        .collect();
    assert_eq!(twice.iter().map(|c| c.entry().about.clone().unwrap().with.unwrap()).collect::<Vec<_>>(), ["8000016", "8000015"], "T1");
    // What is settled is opened again.
    let done = put(&cases.cases[0], at("2021-05-22"), Some(Matter::finding(code)), What::Done { report: None });
    done.apply(&mut cases);
    assert_eq!(cases.cases[0].stage(), Stage::Done);
    let again = of(code).flat_map(|finding| open(&cases, finding, &company, None, at("2021-05-23"))).collect::<Vec<_>>();
    apply(&again, &mut cases);
    assert_eq!((again.len(), cases.cases.len(), cases.cases[0].stage()), (1, 1, Stage::Open));
}
