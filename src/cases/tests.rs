//! How a case is read, and what of a newer version's is kept.

use super::*;
use chrono::NaiveDate;
use rstest::rstest;
use serde_json::json;

/// A moment.
pub(super) fn at(text: &str) -> Time {
    let text = if text.len() == 10 { format!("{text}T12:00:00+00:00") } else { text.to_owned() };
    text.parse().unwrap()
}

/// A day.
pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Ana, by address and MCID.
pub(super) fn ana() -> Who {
    Who::Person(Person::typed("Ana Silva", "ana@contoso.example", "8000015"))
}

/// A case about somebody, from what happened.
pub(super) fn case_of(who: Who, entries: &[(&str, Option<Matter>, What)]) -> Cases {
    let mut cases = Cases::default();
    for (time, about, what) in entries {
        let entry = Box::new(Entry::new(at(time), about.clone(), what.clone()));
        Change::Put { case: Id::from("one"), who: who.clone(), entry }.apply(&mut cases).unwrap();
    }
    cases
}

fn opened() -> What {
    What::Opened { report: None }
}

fn exam(id: &str) -> Option<Matter> {
    Some(Matter::checklist("not-showing").of(id))
}

#[rstest]
#[case(&[opened()], Stage::Open)]
#[case(&[opened(), What::Waiting { until: None }], Stage::Waiting)]
#[case(&[opened(), What::Support { ticket: "77".to_owned() }], Stage::Support)]
#[case(&[opened(), What::Done { report: None }], Stage::Done)]
#[case(&[opened(), What::NoAction { reason: "left".to_owned() }], Stage::NoAction)]
#[case(&[opened(), What::Done { report: None }, opened()], Stage::Open)]
#[case(&[What::Note("only that".to_owned())], Stage::Open)]
#[case(&[opened(), What::Done { report: None }, What::Note("after".to_owned())], Stage::Done)]
fn a_point_is_as_its_log_says(#[case] happened: &[What], #[case] stage: Stage) {
    let entries: Vec<_> = happened.iter().map(|what| ("2021-05-19", exam("AZ-104"), what.clone())).collect();
    let cases = case_of(ana(), &entries);
    assert_eq!((cases.cases[0].points().len(), cases.cases[0].stage()), (1, stage));
}

/// The most pressing point tells how a case stands.
#[rstest]
#[case(What::Done { report: None }, What::Waiting { until: None }, Stage::Waiting)]
#[case(What::Support { ticket: String::new() }, What::Waiting { until: None }, Stage::Support)]
#[case(What::Support { ticket: String::new() }, opened(), Stage::Open)]
#[case(What::Done { report: None }, What::NoAction { reason: String::new() }, Stage::Done)]
fn a_case_is_as_its_points(#[case] one: What, #[case] other: What, #[case] stage: Stage) {
    let cases = case_of(ana(), &[("2021-05-19", exam("AZ-104"), one), ("2021-05-19", exam("AZ-500"), other)]);
    assert_eq!(cases.cases[0].stage(), stage);
}

#[test]
fn a_point_is_one_in_whatever_letters_it_is_named() {
    let cases = case_of(ana(), &[("2021-05-19", exam("AZ-104"), opened()), ("2021-05-20", exam(" az-104"), What::Done { report: None })]);
    let points = cases.cases[0].points();
    assert_eq!((points.len(), points[0].matter.of.as_deref(), points[0].state.stage()), (1, Some("AZ-104"), Stage::Done));
}

#[test]
fn of_a_step_what_was_said_last_holds() {
    let step = |mark| What::Step { list: "limit".to_owned(), step: "date".to_owned(), mark };
    let limit = Matter::checklist("limit");
    let mut entries = vec![("2021-05-19", Some(limit.clone()), step(Some(Mark::Failed)))];
    let mark = |entries: &[_]| case_of(ana(), entries).cases[0].mark(&limit, "limit", "date").map(|(mark, _)| mark);
    assert_eq!(mark(&entries), Some(Mark::Failed));
    entries.push(("2021-05-20", Some(limit.clone()), step(Some(Mark::Done))));
    assert_eq!(mark(&entries), Some(Mark::Done));
    entries.push(("2021-05-21", Some(limit.clone()), step(None)));
    assert_eq!(mark(&entries), None);
    entries.push(("2021-05-22", exam("AZ-104"), step(Some(Mark::Done))));
    assert_eq!(mark(&entries), None, "a mark is one of its point");
}

/// R14: an address or MCID in common, in whatever letters; a name proves nothing.
#[rstest]
#[case("", "ANA@Contoso.Example ", "", true)]
#[case("", "a.silva@home.example", "8000015", true)]
#[case("Ana Silva", "", "", false)]
#[case("Ana Silva", "ana@fabrikam.example", "8000016", false)]
fn people_are_known_by_what_is_printed(#[case] name: &str, #[case] email: &str, #[case] mcid: &str, #[case] is: bool) {
    let cases = case_of(ana(), &[("2021-05-19", exam("AZ-104"), opened())]);
    assert_eq!(cases.of(&Who::Person(Person::typed(name, email, mcid))).is_some(), is, "R14");
    assert!(cases.of(&Who::Company).is_none());
}

#[test]
fn what_becomes_known_of_a_person_is_theirs() {
    let known = What::Known(Person::typed("Ana Silva-Costa", "", "8000077"));
    let cases = case_of(ana(), &[("2021-05-19", None, known)]);
    let person = cases.cases[0].person().unwrap();
    assert_eq!((person.name.as_str(), person.mcids.len()), ("Ana Silva-Costa", 2));
    assert!(cases.of(&Who::Person(Person::typed("", "", "8000077"))).is_some(), "T1: the MCID on the transcript");
}

#[test]
fn of_a_report_a_person_is_taken_with_all_accounts() {
    let company = crate::model::test_support::company(
        "First Name,Last Name,Email,MCID,Associated to PMC,Associated to PC\nAna,Silva,ana@contoso.example,8000015,,\n\
         Ana,Silva,ana@contoso.example,8000016,,\nBo,Ek,bo@contoso.example,8000017,,\n",
    );
    let person = Person::of_account(&company, 0);
    assert_eq!(
        (person.name.as_str(), &person.emails[..], &person.mcids[..]),
        ("Ana Silva", &["ana@contoso.example".to_owned()][..], &["8000015".to_owned(), "8000016".to_owned()][..])
    );
    assert_eq!(person.accounts(&company), [0, 1], "R14");
    assert_eq!(Person::typed("", "BO@contoso.example", "").accounts(&company), [2]);
    assert!(Person::typed("Bo Ek", "", "").accounts(&company).is_empty());
}

/// What a version writes that knows more of each thing.
#[test]
fn what_is_not_understood_is_kept_as_it_is() {
    let text = json!({
        "schema": 1, "mood": "new",
        "cases": [{
            "id": "one", "colour": "green",
            "who": {"person": {"name": "Ana", "emails": ["ana@contoso.example"], "phone": 7}},
            "log": [
                {"id": "a", "at": "2021-05-19T12:00:00+02:00", "about": {"finding": "of-tomorrow", "of": "X", "option": 3}, "what": {"opened": {}}, "by": "Ana"},
                {"id": "b", "at": "2021-05-20T12:00:00+02:00", "what": {"sung": {"loud": true}}},
                {"id": "c", "at": "2021-05-21T12:00:00+02:00", "what": {"asked": {"on": "2021-05-21", "whom": "Bo"}}},
                {"id": "d", "at": "2021-05-22T12:00:00+02:00", "what": {"note": "plain"}},
            ]
        }]
    });
    let mut cases: Cases = serde_json::from_value(text.clone()).unwrap();
    assert_eq!(serde_json::to_value(&cases).unwrap(), text);
    let case = &cases.cases[0];
    assert!(matches!(case.log[1].what, What::Other(_)) && matches!(case.log[2].what, What::Other(_)));
    assert_eq!((case.points().len(), case.stage()), (1, Stage::Open));
    let change = put(case, at("2021-05-23"), None, What::Note("mine".to_owned()));
    let made = apply(std::slice::from_ref(&change), &mut cases);
    assert_ne!(serde_json::to_value(&cases).unwrap(), text);
    apply(&back(&made), &mut cases);
    assert_eq!(serde_json::to_value(&cases).unwrap(), text);
}

#[test]
fn the_file_can_be_read_by_people() {
    let not_associated = Some(Matter::finding(crate::diagnosis::Code::NotAssociated));
    let mut cases = case_of(ana(), &[("2021-05-19", not_associated, What::Opened { report: Some(day("2021-05-18")) })]);
    cases.cases[0].log[0].id = Id::from("a");
    let expected = json!({
        "schema": 0,
        "cases": [{
            "id": "one",
            "who": {"person": {"name": "Ana Silva", "emails": ["ana@contoso.example"], "mcids": ["8000015"]}},
            "log": [{"id": "a", "at": "2021-05-19T12:00:00Z", "about": {"finding": "not-associated"}, "what": {"opened": {"report": "2021-05-18"}}}]
        }]
    });
    assert_eq!(serde_json::to_value(&cases).unwrap(), expected);
}
