//! Nothing is lost: not by another program, not by a newer or older one, not by a damaged file.

use super::*;
use crate::standing::Track;

fn store() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::at(folder.path().join("data").join("entered"));
    (folder, store)
}

fn tick(path: String) -> Change {
    Change::Tick { path, on: true }
}

#[test]
fn what_is_kept_comes_back_and_can_be_read_by_people() {
    let (_folder, store) = store();
    assert_eq!(store.load("contoso.example").unwrap(), Entered::default());
    let kept = store.change("contoso.example", &[Change::Track(Some(Track::Smb)), tick("devops/option/gold".to_owned())]).unwrap();
    assert_eq!(store.load("contoso.example").unwrap(), kept);
    let text = std::fs::read_to_string(store.file("contoso.example")).unwrap();
    assert!(text.contains("\"schema\": 1") && text.contains("  \"track\": \"smb\"") && text.ends_with("}\n"), "{text}");
    assert_eq!(store.load("another").unwrap(), Entered::default(), "each company has its own");
}

#[cfg(unix)]
#[test]
fn nobody_else_reads_it() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, store) = store();
    store.change("contoso", &[Change::Track(None)]).unwrap();
    for file in ["contoso.json", "contoso.lock"] {
        let mode = std::fs::metadata(store.file("contoso").with_file_name(file)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{file}");
    }
}

#[test]
fn what_a_newer_version_wrote_stays() {
    let (_folder, store) = store();
    let path = store.file("contoso");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let text = r#"{"schema": 1, "mood": {"of": "today"}, "held": [{"id": "devops", "level": "gold", "anniversary": "2021-08-10", "paid": true}],
        "portal": {"data-ai": {"on": "2026-09-10", "performance": 12.5, "colour": "green"}},
        "rules": [{"id": "own-1", "competency": "devops", "level": "gold", "count": 4, "among": "relevant", "author": "Ana"}]}"#;
    std::fs::write(&path, text).unwrap();
    store.change("contoso", &[Change::Track(Some(Track::Smb))]).unwrap();
    let back: serde_json::Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    assert_eq!((&back["mood"]["of"], &back["held"][0]["paid"]), (&"today".into(), &true.into()));
    assert_eq!((&back["portal"]["data-ai"]["colour"], &back["rules"][0]["author"]), (&"green".into(), &"Ana".into()));
    assert_eq!(back["track"], "smb");
}

#[test]
fn what_a_much_newer_version_wrote_is_not_touched() {
    let (_folder, store) = store();
    let path = store.file("contoso");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let text = r#"{"schema": 2, "track": ["smb", "enterprise"]}"#;
    std::fs::write(&path, text).unwrap();
    assert!(matches!(store.load("contoso"), Err(StoreError::Newer { schema: 2, .. })));
    assert!(matches!(store.change("contoso", &[Change::Track(None)]), Err(StoreError::Newer { .. })));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
}

#[test]
fn a_damaged_file_is_set_aside_and_never_lost() {
    let (_folder, store) = store();
    let path = store.file("contoso.example");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    for (damaged, aside) in [("{ not json", "contoso.example.json.bad"), ("{\"track\": 7}", "contoso.example.json.bad-2")] {
        std::fs::write(&path, damaged).unwrap();
        assert!(matches!(store.load("contoso.example"), Err(StoreError::Damaged { .. })));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), damaged, "who only looks changes nothing");
        let kept = store.change("contoso.example", &[Change::Track(Some(Track::Smb))]).unwrap();
        assert_eq!(kept.track, Some(Track::Smb));
        assert_eq!(std::fs::read_to_string(path.with_file_name(aside)).unwrap(), damaged);
    }
}

/// Each writer has its own store, as two programs have: only the lock stands between them.
#[test]
fn of_many_writers_every_change_stays() {
    let (_folder, store) = store();
    std::thread::scope(|scope| {
        for writer in 0..4 {
            let store = store.clone();
            scope.spawn(move || {
                for number in 0..12 {
                    store.change("contoso", &[tick(format!("{writer}/{number}/gold"))]).unwrap();
                    assert!(store.load("contoso").is_ok(), "whoever reads sees the old text or the new one");
                }
            });
        }
    });
    assert_eq!(store.load("contoso").unwrap().ticked.len(), 48);
}

#[test]
fn a_report_tells_its_company() {
    let head = "Email,MCID,Associated to PMC,Associated to PC\n";
    let by_domain = crate::model::test_support::company(&format!("{head}a@contoso.example,8000015,,\n"));
    assert_eq!(company_key(&by_domain), "contoso.example");
    let trainings = "PGAMpnId,TrainingActivityId,TrainingTitle,TrainingType,CorpEmail,TrainingCompletionDate,MCPID,PartnerName\n\
                     5000001,3051,Sailing,Certification,a@contoso.example,2021-05-19,8000015,\"Contoso, Ltd\"\n";
    let by_id = crate::model::test_support::company(trainings);
    assert_eq!((company_key(&by_id).as_str(), by_id.name.as_deref()), ("5000001", Some("Contoso, Ltd")));
}
