//! What happened is told in plain words, in both languages.

use super::*;
use crate::cases::{Cases, Change, Id, Who, clocks, put};
use crate::i18n::Lang;
use rstest::rstest;

fn at(text: &str) -> Time {
    text.parse().unwrap()
}

fn case(entries: &[(&str, Option<Matter>, What)]) -> Case {
    let who = Who::Person(Person::typed("Ana Silva", "ana@contoso.example", "8000015"));
    let mut cases = Cases::default();
    for (time, about, what) in entries {
        let entry = Box::new(Entry::new(at(time), about.clone(), what.clone()));
        Change::Put { case: Id::from("one"), who: who.clone(), entry }.apply(&mut cases).unwrap();
    }
    cases.cases.remove(0)
}

fn told(case: &Case, lang: Lang) -> Vec<String> {
    log(case, &Texts::new(lang)).into_iter().map(|line| line.what).collect()
}

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

#[test]
fn the_log_of_a_case_reads_like_a_story() {
    let open = || Some(Matter::finding(Code::NotAssociated));
    let case = case(&[
        ("2021-05-19T09:00:00+02:00", open(), What::Opened { report: Some(day("2021-05-18")) }),
        ("2021-05-19T09:05:00+02:00", open(), What::Asked { on: day("2021-05-19") }),
        ("2021-05-21T10:00:00+02:00", None, What::Associated { when: When::Time(at("2021-05-20T17:30:00+02:00")) }),
        ("2021-05-26T10:00:00+02:00", open(), What::Done { report: Some(day("2021-05-25")) }),
        ("2021-06-26T10:00:00+02:00", open(), What::Opened { report: Some(day("2021-06-25")) }),
        ("2021-06-27T10:00:00+02:00", open(), What::NoAction { reason: "leaves in July".to_owned() }),
    ]);
    let english = [
        "Opened: the report of 18 May 2021 shows it.",
        "Asked on 19 May 2021.",
        "Associated in Partner Center: 20 May 2021 17:30.",
        "Done: the report of 25 May 2021 proves it.",
        "Opened again: the report of 25 Jun 2021 shows it once more.",
        "Nothing to be done: leaves in July",
    ];
    assert_eq!(told(&case, Lang::En), english);
    let french = [
        "Ouvert : le rapport du 18 mai 2021 le montre.",
        "Question posée le 19 mai 2021.",
        "Associé à l’Espace partenaires le 20 mai 2021 à 17 h 30.",
        "Réglé : le rapport du 25 mai 2021 le prouve.",
        "Rouvert : le rapport du 25 juin 2021 le montre à nouveau.",
        "Classé sans suite : leaves in July",
    ];
    assert_eq!(told(&case, Lang::Fr).iter().map(|said| said.replace(['\u{a0}', '\u{202f}'], " ")).collect::<Vec<_>>(), french);
    let line = &log(&case, &Texts::new(Lang::En))[0];
    assert_eq!((line.at.as_str(), line.about.as_str()), ("19 May 2021 09:00", "Not associated in Partner Center"));
    assert_eq!(who(&case, &Texts::new(Lang::En)), "Ana Silva");
}

#[test]
fn every_kind_of_entry_and_state_has_its_words() {
    let when = When::Day(day("2021-05-19"));
    let on = day("2021-05-19");
    let step = |mark| What::Step { list: "limit".to_owned(), step: "date".to_owned(), mark };
    let mut all = vec![
        What::Opened { report: None },
        What::Waiting { until: None },
        What::Waiting { until: Some(on) },
        What::Support { ticket: String::new() },
        What::Support { ticket: "77".to_owned() },
        What::Done { report: None },
        What::NoAction { reason: String::new() },
        What::Note("x".to_owned()),
        What::Asked { on },
        What::Reminded { on },
        What::Answered { on },
        What::Associated { when },
        What::MergeConfirmed { when },
        What::Moved { on },
        What::MayAssociate { from: on },
        What::Known(Person::typed("", "a@b.example", "")),
        What::Other(serde_json::Value::Null),
        step(None),
    ];
    all.extend(Mark::ALL.map(|mark| step(Some(mark))));
    all.extend([Awaited::Skill, Awaited::Assessment, Awaited::Points].map(|awaited| What::Earned { when, awaited }));
    let case = case(&[("2021-05-19T09:00:00Z", None, What::Note("first".to_owned()))]);
    for lang in Lang::ALL {
        let texts = Texts::new(lang);
        let mut seen = std::collections::BTreeSet::new();
        for what in &all {
            let said = entry(&case, &Entry::new(at("2021-05-19T09:00:00Z"), None, what.clone()), &texts);
            assert!(!said.contains('⟦') && !said.contains("{ $") && !said.is_empty(), "{what:?}: {said}");
            assert!(seen.insert(said.clone()), "twice: {said}");
            if let Some(of) = what.state() {
                assert!(!state(&of, &texts).contains('⟦'));
            }
        }
        assert!(Stage::ALL.iter().all(|one| !stage(*one, &texts).contains('⟦')));
    }
}

#[rstest]
#[case(Matter::finding(Code::Expired).of("azure-administrator-associate"), "Expired · azure-administrator-associate")]
#[case(Matter::finding(Code::PossibleDuplicate).with("8000016"), "Maybe one person, two MCIDs · and 8000016")]
#[case(Matter::checklist("limit"), "“Limit reached” when associating")]
#[case(Matter::checklist("of-tomorrow").of("AZ-1"), "of-tomorrow · AZ-1")]
fn a_point_is_called_by_its_title(#[case] of: Matter, #[case] said: &str) {
    assert_eq!(matter(&of, &Texts::new(Lang::En)), said);
}

#[rstest]
#[case("2021-05-21T02:00:00Z", "Up to 72 hours until it shows: until 22 May 2021 09:00 (31 h left)")]
#[case("2021-05-22T09:00:00Z", "Should show by now: 72 hours were over on 22 May 2021 09:00")]
fn a_clock_says_how_long_yet(#[case] now: &str, #[case] said: &str) {
    let mut case = case(&[("2021-05-19T09:00:00Z", Some(Matter::checklist("not-showing")), What::Opened { report: None })]);
    let when = When::Time(at("2021-05-19T09:00:00Z"));
    let change = put(&case, at("2021-05-19T09:00:00Z"), None, What::Associated { when });
    case.log.push(change.entry().clone());
    let clocks = clocks(&case, None, at(now));
    assert_eq!(clocks.iter().map(|one| clock(one, at(now), &Texts::new(Lang::En))).collect::<Vec<_>>(), [said], "R3");
}

#[test]
fn every_clock_has_its_words() {
    let all = [
        Which::Shows(Awaited::Skill),
        Which::Shows(Awaited::Assessment),
        Which::Shows(Awaited::Points),
        Which::Merge,
        Which::Association,
        Which::Pmc,
        Which::Answer,
        Which::Own,
    ];
    for lang in Lang::ALL {
        for which in all {
            for is_over in [false, true] {
                let until = Until::From(day("2021-05-19"));
                let since = When::Day(day("2021-05-09"));
                let one = Clock { which, about: None, since, earliest: Some(day("2021-05-16")), until, is_over };
                let said = clock(&one, at("2021-05-10T09:00:00Z"), &Texts::new(lang));
                assert!(said.contains("2021") && !said.contains('⟦'), "{lang:?} {which:?}: {said}");
            }
        }
    }
}

#[test]
fn what_was_typed_cannot_steer_the_terminal() {
    let case = case(&[("2021-05-19T09:00:00Z", None, What::Note("a\u{1b}[31mb\u{202e}c".to_owned()))]);
    assert!(told(&case, Lang::En).iter().all(|said| !said.contains(['\u{1b}', '\u{202e}'])));
}
