//! What was opened before, and the theme and language that were chosen: `recent.json` in the data folder.

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use crate::config;
use crate::i18n::Lang;

/// Most entries kept.
const MOST: usize = 20;

/// What is remembered between sessions about opening files.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    #[serde(default)]
    schema: u32,
    /// Files opened together, the newest first.
    #[serde(default)]
    opened: Vec<Vec<PathBuf>>,
    /// The theme that was chosen.
    #[serde(default)]
    theme: Option<String>,
    /// The language that was chosen.
    #[serde(default)]
    language: Option<String>,
}

/// Files opened together that are still there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The files, whole paths.
    pub paths: Vec<PathBuf>,
    /// When the newest of them was written.
    pub modified: Option<SystemTime>,
}

fn file() -> Option<PathBuf> {
    config::data_dir().map(|dir| dir.join("recent.json"))
}

impl Recent {
    /// Reads what is remembered; nothing if there is nothing or it cannot be read.
    #[must_use]
    pub fn load() -> Recent {
        file().map(|path| Recent::read(&path)).unwrap_or_default()
    }

    fn read(path: &Path) -> Recent {
        std::fs::read(path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// Puts files opened together in front.
    fn add(&mut self, paths: &[PathBuf]) {
        let whole: Vec<PathBuf> = paths.iter().map(|path| std::path::absolute(path).unwrap_or_else(|_| path.clone())).collect();
        if whole.is_empty() {
            return;
        }
        self.opened.retain(|before| *before != whole);
        self.opened.insert(0, whole);
        self.opened.truncate(MOST);
    }

    /// Those of which every file is still there.
    #[must_use]
    pub fn entries(&self) -> Vec<Entry> {
        let entry = |paths: &Vec<PathBuf>| {
            let about: Option<Vec<_>> = paths.iter().map(|path| std::fs::metadata(path).ok()).collect();
            let modified = about?.iter().filter_map(|a| a.modified().ok()).max();
            Some(Entry { paths: paths.clone(), modified })
        };
        self.opened.iter().filter_map(entry).collect()
    }

    /// Writes it to the data folder. A file there that cannot be understood is kept beside it as `recent.json.bad`.
    ///
    /// # Errors
    /// When there is no such folder or it cannot be written.
    fn save(&self) -> std::io::Result<()> {
        self.write(&file().ok_or_else(|| std::io::Error::other("no data folder"))?)
    }

    fn write(&self, path: &Path) -> std::io::Result<()> {
        let damaged = std::fs::read(path).is_ok_and(|bytes| serde_json::from_slice::<Recent>(&bytes).is_err());
        if damaged {
            std::fs::rename(path, path.with_extension("json.bad"))?;
        }
        let now = Recent { schema: 1, ..self.clone() };
        // The temporary file that takes its place can be read by nobody else.
        config::write_atomically(path, &serde_json::to_vec_pretty(&now)?)
    }
}

/// The theme that was chosen in an earlier session.
#[must_use]
pub fn kept_theme() -> Option<String> {
    Recent::load().theme
}

/// The language that was chosen in an earlier session.
#[must_use]
pub fn kept_language() -> Option<Lang> {
    Recent::load().language?.parse().ok()
}

/// Reads, changes and writes it, one thread after the other. Where it cannot be kept the program does without.
fn change(change: impl FnOnce(&mut Recent)) {
    static ONE: Mutex<()> = Mutex::new(());
    let _one = ONE.lock();
    let mut recent = Recent::load();
    change(&mut recent);
    let _ = recent.save();
}

/// Keeps the chosen theme.
pub fn keep_theme(name: &str) {
    change(|recent| recent.theme = Some(name.to_owned()));
}

/// Keeps the chosen language.
pub fn keep_language(lang: Lang) {
    change(|recent| recent.language = Some(lang.code().to_owned()));
}

/// Keeps what was opened.
pub fn keep_opened(paths: &[PathBuf]) {
    change(|recent| recent.add(paths));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_opened_comes_back_newest_first_each_once() {
        let folder = tempfile::tempdir().unwrap();
        let paths: Vec<PathBuf> = ["a.csv", "b.csv", "c.csv"].iter().map(|name| folder.path().join(name)).collect();
        for path in &paths {
            std::fs::write(path, "x").unwrap();
        }
        let mut recent = Recent { theme: Some("dark".to_owned()), ..Recent::default() };
        recent.add(&paths[..1]);
        recent.add(&paths[1..]);
        recent.add(&paths[..1]);
        let state = folder.path().join("data").join("recent.json");
        recent.write(&state).unwrap();
        let back = Recent::read(&state);
        assert_eq!(back.entries().into_iter().map(|e| e.paths).collect::<Vec<_>>(), [paths[..1].to_vec(), paths[1..].to_vec()]);
        assert_eq!(back.theme.as_deref(), Some("dark"));
        std::fs::remove_file(&paths[2]).unwrap();
        assert_eq!(back.entries().len(), 1, "what is gone is not offered");
        for number in 0..50 {
            recent.add(&[folder.path().join(format!("{number}.csv"))]);
        }
        assert_eq!(recent.opened.len(), MOST);
    }

    #[test]
    fn a_damaged_file_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let state = folder.path().join("recent.json");
        std::fs::write(&state, "{ not json").unwrap();
        assert_eq!(Recent::read(&state), Recent::default());
        Recent::default().write(&state).unwrap();
        assert_eq!(std::fs::read_to_string(state.with_extension("json.bad")).unwrap(), "{ not json");
    }
}
