//! Tells when an open file changes on disk, without ever looking by itself: the system tells.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// A watch over files; dropping it ends it.
pub struct Watch {
    _watcher: RecommendedWatcher,
}

/// Length and time of a file; `None`: it is not there.
fn stamp(path: &Path) -> Option<(u64, Option<SystemTime>)> {
    let about = std::fs::metadata(path).ok()?;
    Some((about.len(), about.modified().ok()))
}

impl Watch {
    /// Watches files; `changed` is called once when one of them was changed, replaced or removed. `None` when the system
    /// cannot tell.
    pub fn new(paths: &[PathBuf], changed: impl Fn() + Send + Sync + 'static) -> Option<Watch> {
        let files: Vec<PathBuf> = paths.iter().filter_map(|path| path.canonicalize().ok()).collect();
        let before: Vec<_> = files.iter().map(|path| stamp(path)).collect();
        // Office replaces a file by another one: the folder stays.
        let folders: BTreeSet<PathBuf> =
            files.iter().filter_map(|path| if path.is_dir() { Some(path.clone()) } else { path.parent().map(Path::to_path_buf) }).collect();
        if folders.is_empty() {
            return None;
        }
        let told = Mutex::new(false);
        let look = Arc::new(move || {
            // Reading a file, and other files of its folder, change nothing of this.
            let is_other = files.iter().zip(&before).any(|(path, before)| stamp(path) != *before);
            if let Ok(mut told) = told.lock()
                && is_other
                && !std::mem::replace(&mut *told, true)
            {
                changed();
            }
        });
        let at_events = look.clone();
        let handle = move |event: notify::Result<Event>| {
            if !event.is_ok_and(|e| matches!(e.kind, EventKind::Access(_))) {
                at_events();
            }
        };
        let mut watcher = notify::recommended_watcher(handle).ok()?;
        for folder in &folders {
            watcher.watch(folder, RecursiveMode::NonRecursive).ok()?;
        }
        // What changed before the system began to tell.
        look();
        Some(Watch { _watcher: watcher })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;
    use std::time::Duration;

    const DEADLINE: Duration = Duration::from_secs(20);

    #[test]
    fn a_change_a_replacement_and_a_removal_are_told_once_and_nothing_else() {
        for change in 0..3 {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("report.csv");
            std::fs::write(&path, "before").unwrap();
            let (send, receive) = channel();
            let _watch = Watch::new(std::slice::from_ref(&path), move || send.send(()).unwrap()).unwrap();
            // Neither of these is a change of the file.
            let _ = std::fs::read(&path).unwrap();
            std::fs::write(folder.path().join("other.csv"), "x").unwrap();
            assert!(receive.try_recv().is_err());
            match change {
                0 => std::fs::write(&path, "after, and longer").unwrap(),
                1 => {
                    std::fs::write(folder.path().join("new"), "replaced").unwrap();
                    std::fs::rename(folder.path().join("new"), &path).unwrap();
                }
                _ => std::fs::remove_file(&path).unwrap(),
            }
            receive.recv_timeout(DEADLINE).unwrap();
            std::fs::write(&path, "and once more").unwrap();
            assert!(receive.recv_timeout(Duration::from_millis(200)).is_err(), "it is told once");
        }
    }

    #[test]
    fn nothing_to_watch_is_no_watch() {
        assert!(Watch::new(&[PathBuf::from("/not/there/at-all.csv")], || ()).is_none());
    }
}
