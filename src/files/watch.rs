//! Tells when an open file changes on disk, without ever looking by itself: the system tells.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::report::open::may_be_read;

/// How long what the system says is gathered: a file that is written says so many times.
const GATHERED: Duration = Duration::from_millis(200);

/// A watch over files and folders; dropping it ends it.
pub struct Watch {
    eye: Arc<Eye>,
    _watcher: RecommendedWatcher,
}

/// Length and time of a file; `None`: it is not there.
type Stamp = Option<(u64, Option<SystemTime>)>;

/// What stands under a path: where it leads (links go somewhere), and the files that are read of it.
type State = Vec<(PathBuf, Vec<(PathBuf, Stamp)>)>;

fn stamp(path: &Path) -> Stamp {
    let about = std::fs::metadata(path).ok()?;
    Some((about.len(), about.modified().ok()))
}

fn state(paths: &[PathBuf]) -> State {
    let of_path = |path: &PathBuf| {
        let real = real(path);
        let files = if real.is_dir() { reports_of(&real) } else { vec![real.clone()] };
        let stamped = files.into_iter().map(|file| (file.clone(), stamp(&file))).collect();
        (real, stamped)
    };
    paths.iter().map(of_path).collect()
}

/// Where a path leads; of one that leads nowhere (yet), itself.
fn real(path: &Path) -> PathBuf {
    path.canonicalize().or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_path_buf())
}

/// The files of a folder that are read with it.
fn reports_of(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut files: Vec<PathBuf> = entries.filter(|path| may_be_read(path)).collect();
    files.sort();
    files
}

/// The folders in which a path can change: Office replaces a file by another one, but its folder stays; a link is turned
/// to something else in the folder where the link stands.
fn folders_of(path: &Path) -> BTreeSet<PathBuf> {
    /// As many links as systems follow.
    const LINKS: usize = 40;
    let mut out = BTreeSet::new();
    let mut on_the_way: Vec<PathBuf> = std::path::absolute(path).into_iter().collect();
    let mut links = 0;
    while let Some(path) = on_the_way.pop() {
        for part in path.ancestors() {
            // What stands at the very root is the system's, and all goes on below it.
            let Some(parent) = part.parent().filter(|parent| parent.parent().is_some()) else { continue };
            let (Ok(target), Ok(rest)) = (std::fs::read_link(part), path.strip_prefix(part)) else { continue };
            links += 1;
            if links <= LINKS {
                out.extend(parent.canonicalize());
                on_the_way.push(if rest.as_os_str().is_empty() { parent.join(target) } else { parent.join(target).join(rest) });
            }
        }
    }
    let real = real(path);
    if real.is_dir() {
        out.insert(real);
    } else {
        out.extend(real.parent().filter(|parent| parent.is_dir()).map(Path::to_path_buf));
    }
    out
}

/// What is compared, and whom to tell.
struct Eye {
    paths: Vec<PathBuf>,
    /// When the watch began.
    first: State,
    /// What was there when it was told last. `None`: the watch has ended.
    known: Mutex<Option<State>>,
    changed: Box<dyn Fn() + Send + Sync>,
}

impl Eye {
    /// Tells when something is other than when it was last told; `again`: than when the watch began.
    fn look(&self, again: bool) -> bool {
        let now = state(&self.paths);
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(before) = known.as_mut() else { return false };
        // Reading a file, and other files of its folder, change nothing of this.
        let is_other = now != *before || again && now != self.first;
        *before = now;
        if is_other {
            (self.changed)();
        }
        is_other
    }
}

impl Watch {
    /// Watches files, and folders for the files that would be read of them; `changed` is called when one was changed,
    /// replaced, added or removed, and again when that happens again. `None` when the system cannot tell.
    pub fn new(paths: &[PathBuf], changed: impl Fn() + Send + Sync + 'static) -> Option<Watch> {
        Watch::seen(paths, Box::new(changed), |_| ())
    }

    /// `looked` hears of every look and whether it was told of.
    fn seen(paths: &[PathBuf], changed: Box<dyn Fn() + Send + Sync>, looked: impl Fn(bool) + Send + 'static) -> Option<Watch> {
        let first = state(paths);
        let known = Mutex::new(Some(first.clone()));
        let eye = Arc::new(Eye { paths: paths.to_vec(), first, known, changed });
        let (send, events) = channel();
        let handle = move |event: notify::Result<Event>| {
            if !event.is_ok_and(|e| matches!(e.kind, EventKind::Access(_))) {
                let _ = send.send(());
            }
        };
        let mut watcher = notify::recommended_watcher(handle).ok()?;
        let folders: BTreeSet<PathBuf> = paths.iter().flat_map(|path| folders_of(path)).collect();
        let watched = folders.iter().filter(|folder| watcher.watch(folder, RecursiveMode::NonRecursive).is_ok()).count();
        if watched == 0 {
            return None;
        }
        let at_events = eye.clone();
        // It sleeps until the system says something, and ends with the watcher.
        std::thread::spawn(move || {
            while events.recv().is_ok() {
                std::thread::sleep(GATHERED);
                while events.try_recv().is_ok() {}
                looked(at_events.look(false));
            }
        });
        // What changed before the system began to tell.
        eye.look(false);
        Some(Watch { eye, _watcher: watcher })
    }

    /// Tells once more of what has changed since the watch began: to be asked when there is somebody to hear it.
    pub fn tell_again(&self) {
        self.eye.look(true);
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // Nothing that was gathered is told after the end.
        *self.eye.known.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::Receiver;

    const DEADLINE: Duration = Duration::from_secs(20);

    /// A watch with what it tells, and whether each of its looks was told of.
    fn watch(path: &Path) -> (Watch, Receiver<()>, Receiver<bool>) {
        let (send, told) = channel();
        let (look, looks) = channel();
        let changed = move || {
            let _ = send.send(());
        };
        let looked = move |told| {
            let _ = look.send(told);
        };
        let watch = Watch::seen(&[path.to_path_buf()], Box::new(changed), looked);
        (watch.unwrap(), told, looks)
    }

    /// Something in the folder that does not concern the watch: it looks, and tells nothing.
    #[track_caller]
    fn is_left_alone(looks: &Receiver<bool>, told: &Receiver<()>, happens: impl FnOnce()) {
        happens();
        assert!(!looks.recv_timeout(DEADLINE).unwrap(), "this is told");
        // A second look may follow at what the first one saw already.
        assert!(told.try_recv().is_err());
    }

    #[track_caller]
    fn is_told(told: &Receiver<()>, happens: impl FnOnce()) {
        while told.try_recv().is_ok() {}
        happens();
        told.recv_timeout(DEADLINE).expect("this is not told");
    }

    #[test]
    fn a_change_a_replacement_and_a_removal_are_told_each_time_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.csv");
        let other = folder.path().join("other.csv");
        std::fs::write(&path, "before").unwrap();
        let (watch, told, looks) = watch(&path);
        is_left_alone(&looks, &told, || {
            let _ = std::fs::read(&path).unwrap();
            std::fs::write(&other, "x").unwrap();
        });
        is_told(&told, || std::fs::write(&path, "after, and longer").unwrap());
        is_told(&told, || {
            std::fs::write(&other, "replaced").unwrap();
            std::fs::rename(&other, &path).unwrap();
        });
        is_told(&told, || std::fs::remove_file(&path).unwrap());
        is_told(&told, || std::fs::write(&path, "and once more").unwrap());
        // What was told to nobody is told again.
        while told.try_recv().is_ok() {}
        watch.tell_again();
        told.try_recv().unwrap();
    }

    #[test]
    fn a_file_that_comes_later_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.csv");
        let (_watch, told, _) = watch(&path);
        is_told(&told, || std::fs::write(&path, "here it is").unwrap());
    }

    #[test]
    fn a_folder_is_watched_for_the_reports_in_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.csv");
        std::fs::write(&path, "before").unwrap();
        let (_watch, told, looks) = watch(folder.path());
        is_left_alone(&looks, &told, || std::fs::write(folder.path().join("letter.docx"), "x").unwrap());
        is_told(&told, || std::fs::write(&path, "after, and longer").unwrap());
        is_told(&told, || std::fs::write(folder.path().join("newer.xlsx"), "x").unwrap());
        is_told(&told, || std::fs::remove_file(&path).unwrap());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_watched_with_what_it_leads_to() {
        let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        for name in ["one.csv", "two.csv"] {
            std::fs::write(there.path().join(name), "the same").unwrap();
        }
        let link = here.path().join("report.csv");
        std::os::unix::fs::symlink(there.path().join("one.csv"), &link).unwrap();
        let (_watch, told, _) = watch(&link);
        is_told(&told, || std::fs::write(there.path().join("one.csv"), "another").unwrap());
        is_told(&told, || {
            let turned = here.path().join("turned");
            std::os::unix::fs::symlink(there.path().join("two.csv"), &turned).unwrap();
            std::fs::rename(turned, &link).unwrap();
        });
    }

    #[test]
    fn after_its_end_nothing_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.csv");
        std::fs::write(&path, "before").unwrap();
        let (watch, told, _) = watch(&path);
        let eye = watch.eye.clone();
        drop(watch);
        std::fs::write(&path, "after, and longer").unwrap();
        assert!(!eye.look(true) && told.try_recv().is_err());
    }

    #[test]
    fn nothing_to_watch_is_no_watch() {
        assert!(Watch::new(&[PathBuf::from("/not/there/at-all.csv")], || ()).is_none());
        assert!(Watch::new(&[], || ()).is_none());
    }
}
