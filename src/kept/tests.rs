//! Whatever fails, at whatever step: the file holds the old or the new, and nothing that was said to be kept is lost.

use std::collections::BTreeMap;
use std::fs::{File, Permissions};
use std::io::{Error, Result};
use std::sync::Mutex;

use serde::Deserialize;
use serde_json::Map;
use tempfile::NamedTempFile;

use super::*;

#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
struct Numbers {
    schema: u32,
    numbers: Vec<u32>,
    #[serde(flatten)]
    more: Map<String, Value>,
}

impl Kept for Numbers {
    const SCHEMA: u32 = 1;

    fn stamp(&mut self) {
        self.schema = 1;
    }
}

/// A disk that fails at one step, and counts them.
#[derive(Debug)]
struct Failing {
    at: usize,
    kind: ErrorKind,
    steps: Mutex<Vec<&'static str>>,
}

impl Failing {
    fn new(at: usize, kind: ErrorKind) -> Arc<Failing> {
        Arc::new(Failing { at, kind, steps: Mutex::default() })
    }

    fn step(&self, name: &'static str) -> Result<()> {
        let mut steps = self.steps.lock().unwrap();
        steps.push(name);
        if steps.len() == self.at { Err(Error::from(self.kind)) } else { Ok(()) }
    }

    fn failed(&self) -> Option<&'static str> {
        self.steps.lock().unwrap().get(self.at - 1).copied()
    }
}

impl Disk for Failing {
    fn make_folder(&self, folder: &Path) -> Result<()> {
        self.step("folder").and_then(|()| System.make_folder(folder))
    }

    fn lock(&self, path: &Path, access: Access) -> Result<Lock> {
        self.step("lock").and_then(|()| System.lock(path, access))
    }

    fn read(&self, path: &Path) -> Result<Vec<u8>> {
        self.step("read").and_then(|()| System.read(path))
    }

    fn new_file(&self, path: &Path) -> Result<NamedTempFile> {
        self.step("new file").and_then(|()| System.new_file(path))
    }

    /// A full disk takes what fits.
    fn write(&self, file: &mut File, bytes: &[u8]) -> Result<()> {
        let full = self.step("write");
        System.write(file, if full.is_ok() { bytes } else { &bytes[..bytes.len() / 2] })?;
        full
    }

    fn permit(&self, file: &File, permissions: Permissions) -> Result<()> {
        self.step("permit").and_then(|()| System.permit(file, permissions))
    }

    fn sync(&self, file: &File) -> Result<()> {
        self.step("sync").and_then(|()| System.sync(file))
    }

    fn keep_as(&self, path: &Path, second: &Path) -> Result<()> {
        self.step("keep as").and_then(|()| System.keep_as(path, second))
    }

    fn put(&self, file: NamedTempFile, path: &Path) -> Result<()> {
        self.step("put").and_then(|()| System.put(file, path))
    }

    fn sync_folder(&self, folder: &Path) -> Result<()> {
        self.step("sync folder").and_then(|()| System.sync_folder(folder))
    }
}

/// The names in a folder.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        std::fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn push(place: &Place<Numbers>, number: u32) -> std::result::Result<Changed<Numbers, ()>, KeptError> {
    place.change(|kept| kept.numbers.push(number))
}

/// What stands in the file before the step that fails.
enum Before {
    Nothing,
    One,
    Damage,
}

/// Lets every step fail, one after the other, until one change goes through; gives the steps.
fn every_step(before: &Before, shared: bool, kind: ErrorKind) -> Vec<&'static str> {
    let mut failed = Vec::new();
    for at in 1.. {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("data").join("numbers.json");
        let place = || if shared { Place::<Numbers>::shared(path.clone()) } else { Place::at(path.clone()) };
        match before {
            Before::Nothing => {}
            Before::One => drop(push(&place(), 1).unwrap()),
            Before::Damage => {
                std::fs::create_dir_all(path.parent().unwrap()).unwrap();
                std::fs::write(&path, "{ damage").unwrap();
            }
        }
        let old = std::fs::read(&path).ok();
        let disk = Failing::new(at, kind);
        let outcome = push(&place().on(disk.clone()), 2);
        let now = std::fs::read(&path).ok();
        let drafts = names(path.parent().unwrap()).into_iter().filter(|name| name.ends_with(".new")).count();
        assert_eq!(drafts, 0, "nothing half is left");
        let Some(step) = disk.failed() else {
            outcome.unwrap();
            return failed;
        };
        failed.push(step);
        assert!(matches!(outcome, Err(KeptError::Io { .. })), "{step}: it is said");
        if step == "sync folder" {
            // The new one is there, but a power failure could take it.
            assert_eq!(place().load().unwrap().numbers.last(), Some(&2));
        } else {
            assert_eq!(now, old, "{step}: the old one, to the letter");
        }
        let aside = names(path.parent().unwrap()).into_iter().filter(|name| name.contains(".bad")).count();
        assert_eq!(aside, usize::from(matches!(before, Before::Damage) && step == "sync folder"), "{step}");
        // And when the disk is well again, so is everything.
        push(&place(), 3).unwrap();
        let numbers = place().load().unwrap().numbers;
        assert!(numbers.ends_with(&[3]) && (numbers.first() == Some(&1)) == matches!(before, Before::One), "{step}: {numbers:?}");
    }
    failed
}

#[test]
fn whatever_step_fails_the_file_is_the_old_or_the_new_one() {
    for kind in [ErrorKind::StorageFull, ErrorKind::ReadOnlyFilesystem, ErrorKind::PermissionDenied] {
        let usual = ["folder", "lock", "read", "new file", "write", "sync", "put", "sync folder"];
        assert_eq!(every_step(&Before::Nothing, false, kind), usual);
        assert_eq!(every_step(&Before::One, false, kind), usual);
        assert_eq!(
            every_step(&Before::Damage, false, kind),
            ["folder", "lock", "read", "new file", "write", "sync", "keep as", "put", "sync folder"]
        );
        assert_eq!(
            every_step(&Before::One, true, kind),
            ["folder", "lock", "read", "new file", "write", "permit", "sync", "put", "sync folder"]
        );
    }
}

#[test]
fn what_stays_as_it_is_is_not_written() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::<Numbers>::at(folder.path().join("numbers.json"));
    push(&place, 1).unwrap();
    let disk = Failing::new(usize::MAX, ErrorKind::Other);
    place.clone().on(disk.clone()).change(|_| ()).unwrap();
    assert_eq!(*disk.steps.lock().unwrap(), ["folder", "lock", "read"]);
}

#[test]
fn what_a_killed_program_left_is_cleared_away_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::<Numbers>::at(folder.path().join("numbers.json"));
    let others = [".numbers.json.b.AbC123.new", ".numbers.json.AbC123.old", "numbers.json.AbC123.new", ".other.json.AbC123.new"];
    for name in others.iter().chain(&[".numbers.json.AbC123.new"]) {
        std::fs::write(folder.path().join(name), "half").unwrap();
    }
    push(&place, 1).unwrap();
    let mut expected: Vec<&str> = others.to_vec();
    expected.extend(["numbers.json", "numbers.lock"]);
    expected.sort_unstable();
    assert_eq!(names(folder.path()), expected);
}

#[test]
fn of_a_newer_version_only_what_is_understood_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::<Numbers>::at(folder.path().join("numbers.json"));
    let text = r#"{"schema": 9, "numbers": [1], "colour": "green"}"#;
    std::fs::write(place.file(), text).unwrap();
    let look = place.look();
    assert_eq!(look.value.numbers, [1]);
    assert!(matches!(look.trouble, Some(KeptError::Newer { schema: 9, .. })) && place.load().is_err());
    assert!(matches!(push(&place, 2), Err(KeptError::Newer { .. })));
    assert_eq!(std::fs::read_to_string(place.file()).unwrap(), text);
}

/// A lock of its own, wherever the file is named from.
#[test]
fn one_file_has_one_lock() {
    let lock = |path: &str| Place::<Numbers>::shared(PathBuf::from(path)).lock_file();
    assert_eq!(lock("a/contoso.json"), Place::<Numbers>::at(PathBuf::from("a/contoso.json")).lock_file());
    assert_eq!(lock("a/contoso.example.json"), PathBuf::from("a/contoso.example.lock"));
    assert_eq!((lock("a/cases"), lock("a/x.lock")), (PathBuf::from("a/cases.lock"), PathBuf::from("a/x.lock.lock")));
}

#[cfg(unix)]
#[test]
fn who_may_read_a_file_is_for_its_owner_to_say() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("numbers.json");
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let shared = Place::<Numbers>::shared(path.clone());
    push(&shared, 1).unwrap();
    assert_eq!(mode(&path), 0o600);
    std::fs::set_permissions(&path, Permissions::from_mode(0o640)).unwrap();
    push(&shared, 2).unwrap();
    assert_eq!(mode(&path), 0o640, "one that is shared stays so");
    push(&Place::<Numbers>::at(path.clone()), 3).unwrap();
    assert_eq!(mode(&path), 0o600, "one's own is nobody else's");
    assert_eq!(mode(&path.with_extension("lock")) & 0o600, 0o600);
}

#[cfg(unix)]
#[test]
fn a_link_stays_one() {
    let folder = tempfile::tempdir().unwrap();
    let (real, link) = (folder.path().join("real.json"), folder.path().join("link.json"));
    push(&Place::<Numbers>::at(real.clone()), 1).unwrap();
    std::os::unix::fs::symlink(&real, &link).unwrap();
    push(&Place::<Numbers>::shared(link.clone()), 2).unwrap();
    assert!(link.symlink_metadata().unwrap().is_symlink());
    assert_eq!(Place::<Numbers>::at(real).load().unwrap().numbers, [1, 2]);
}

#[test]
fn a_session_keeps_each_company_by_itself() {
    let memory: Memory<BTreeMap<u32, u32>> = Memory::default();
    memory.clone().change("one", |kept| kept.insert(1, 2));
    assert_eq!((memory.load("one").len(), memory.load("other").len()), (1, 0));
}

#[test]
fn every_trouble_has_its_words() {
    use crate::i18n::{Lang, Texts};
    let (path, reason) = ("a\u{1b}b.json".to_owned(), "x".to_owned());
    let all = [
        KeptError::NoFolder,
        KeptError::Newer { path: path.clone(), schema: 2 },
        KeptError::Damaged { path: path.clone(), reason: reason.clone() },
        KeptError::Io { path, reason },
    ];
    for lang in Lang::ALL {
        for trouble in &all {
            let said = trouble.message(&Texts::new(lang));
            assert!(!said.contains(['⟦', '\u{1b}']) && said.len() > 10, "{said}");
        }
    }
}
