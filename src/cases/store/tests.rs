//! Cases are kept as everything is; what is their own: a file that is named, a newer version, a session without a trace.

use super::*;
use crate::cases::tests::{ana, at};
use crate::cases::{Entry, Id, Keeper, Matter, Stage, What, Who, back};
use crate::kept::Memory;

fn change(text: &str) -> Change {
    let entry = Entry::new(at("2021-05-19"), Some(Matter::checklist("limit")), What::Note(text.to_owned()));
    Change::Put { case: Id::fresh(), who: ana(), entry: Box::new(entry) }
}

fn notes(cases: &Cases) -> Vec<&str> {
    let log = cases.cases.iter().flat_map(|case| &case.log);
    let mut notes: Vec<&str> =
        log.filter_map(|entry| if let What::Note(text) = &entry.what { Some(text.as_str()) } else { None }).collect();
    notes.sort_unstable();
    notes
}

#[test]
fn each_company_has_its_file() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::in_folder(folder.path().join("cases"));
    assert_eq!(store.look("contoso.example"), Look { value: Cases::default(), trouble: None });
    let made = store.change("contoso.example", &[change("one")]).unwrap();
    assert_eq!(store.file("contoso.example"), folder.path().join("cases").join("contoso.example.json"));
    assert_eq!(store.look("contoso.example").value, made.now);
    assert!(store.look("fabrikam.example").value.cases.is_empty());
    let text = std::fs::read_to_string(store.file("contoso.example")).unwrap();
    assert!(text.contains("\"schema\": 1") && text.contains("\"note\": \"one\"") && text.ends_with("}\n"), "{text}");
}

#[test]
fn two_stores_keep_both_and_one_undoes_only_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let (one, other) = (Store::in_folder(folder.path().to_owned()), Store::in_folder(folder.path().to_owned()));
    let made = one.change("contoso", &[change("one")]).unwrap();
    other.change("contoso", &[change("other")]).unwrap();
    assert_eq!(notes(&one.look("contoso").value), ["one", "other"]);
    one.change("contoso", &back(&made.made)).unwrap();
    assert_eq!(notes(&other.look("contoso").value), ["other"]);
}

#[test]
fn a_file_that_is_named_holds_whatever_company() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("shared").join("cases.json");
    let store = Store::at(&file);
    store.change("contoso", &[change("one")]).unwrap();
    assert_eq!((store.file("contoso"), notes(&Store::at(&file).look("").value)), (file, vec!["one"]));
}

#[test]
fn a_newer_file_is_shown_as_far_as_it_is_understood_and_not_changed() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::in_folder(folder.path().to_owned());
    let text = r#"{"schema": 2, "cases": [
        {"id": "a", "who": {"person": {"emails": ["ana@contoso.example"]}}, "log": [
            {"id": "1", "at": "2021-05-19T12:00:00Z", "about": {"checklist": "limit"}, "what": {"opened": {}}},
            {"id": "2", "at": {"day": 7}, "what": "sung"},
            {"id": "3", "at": "2021-05-20T12:00:00Z", "about": {"checklist": "limit"}, "what": {"support": {"ticket": "77"}}}]},
        {"id": "b", "who": {"team": "sales"}, "log": []}]}"#;
    std::fs::write(store.file("contoso"), text).unwrap();
    let look = store.look("contoso");
    assert!(matches!(look.trouble, Some(KeptError::Newer { schema: 2, .. })));
    assert_eq!((look.value.cases.len(), look.value.cases[0].log.len(), look.value.cases[0].stage()), (1, 2, Stage::Support));
    assert!(matches!(store.change("contoso", &[change("one")]), Err(KeptError::Newer { schema: 2, .. })));
    assert_eq!(std::fs::read_to_string(store.file("contoso")).unwrap(), text);
}

#[test]
fn a_damaged_file_is_set_aside_and_that_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::in_folder(folder.path().to_owned());
    std::fs::write(store.file("contoso"), "{\"cases\": [").unwrap();
    let look = store.look("contoso");
    assert!(look.value.cases.is_empty() && matches!(look.trouble, Some(KeptError::Damaged { .. })));
    let made = store.change("contoso", &[change("one")]).unwrap();
    let aside = made.aside.unwrap();
    assert_eq!(aside, folder.path().join("contoso.json.bad"));
    assert_eq!(std::fs::read_to_string(aside).unwrap(), "{\"cases\": [");
    assert_eq!(notes(&store.look("contoso").value), ["one"]);
    assert_eq!(store.change("contoso", &[change("two")]).unwrap().aside, None);
}

#[test]
fn a_session_leaves_no_trace() {
    let keeper = Keeper::Session(Memory::default());
    let made = keeper.change("contoso", &[change("one")]).unwrap();
    assert_eq!((notes(&keeper.clone().look("contoso").value), made.made.len()), (vec!["one"], 1));
    keeper.change("contoso", &back(&made.made)).unwrap();
    assert!(keeper.look("contoso").value.cases.is_empty());
    let nowhere = Keeper::Nowhere(KeptError::NoFolder);
    assert_eq!(nowhere.look("contoso").trouble, Some(KeptError::NoFolder));
    assert_eq!(nowhere.change("contoso", &[change("one")]), Err(KeptError::NoFolder));
}

#[test]
fn a_case_of_the_company_and_one_of_a_person_stand_side_by_side() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::in_folder(folder.path().to_owned());
    let entry = Box::new(Entry::new(at("2021-05-19"), None, What::Note("all".to_owned())));
    store.change("contoso", &[change("one"), Change::Put { case: Id::fresh(), who: Who::Company, entry }]).unwrap();
    let cases = store.look("contoso").value;
    assert_eq!((cases.cases.len(), cases.of(&Who::Company).is_some(), cases.of(&ana()).is_some()), (2, true, true));
}
