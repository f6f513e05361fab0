//! The newest reports among the downloads.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::config::Limits;
use crate::report::{Input, Kind, Options, open, peek};

/// A report that was downloaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    /// Where it is.
    pub path: PathBuf,
    /// Its name.
    pub name: String,
    /// When it was written.
    pub modified: Option<SystemTime>,
    /// What it is.
    pub kind: Kind,
}

/// Files of a folder that are looked at by name, and those that are looked into.
const LISTED: usize = 20_000;
const OPENED: usize = 300;

/// The folder that browsers download to: `SKILLDECK_DOWNLOADS`, else the platform's.
#[must_use]
pub fn folder() -> Option<PathBuf> {
    if let Some(folder) = std::env::var_os("SKILLDECK_DOWNLOADS") {
        return Some(PathBuf::from(folder));
    }
    let named = directories::UserDirs::new().and_then(|dirs| dirs.download_dir().map(Path::to_path_buf));
    named.or_else(|| super::home().map(|home| home.join("Downloads")).filter(|folder| folder.is_dir()))
}

/// The newest reports of a folder, at most `most`, newest first. What a file is, its content says. Once `stop` says so no
/// further file is looked at: a folder may be on a slow network.
#[must_use]
pub fn newest(folder: &Path, most: usize, limits: &Limits, stop: &dyn Fn() -> bool) -> Vec<Download> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().take(LISTED);
    let mut files: Vec<(Option<SystemTime>, PathBuf)> = entries
        .take_while(|_| !stop())
        .filter(|entry| open::may_be_read(&entry.path()))
        .filter_map(|entry| {
            // Of a link the file it leads to; neither folders nor pipes.
            let about = std::fs::metadata(entry.path()).ok().filter(std::fs::Metadata::is_file)?;
            Some((about.modified().ok(), entry.path()))
        })
        .collect();
    files.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    let options = Options { limits: *limits, ..Options::default() };
    let looked_into = files.into_iter().take(OPENED).take_while(|_| !stop());
    let reports = looked_into.filter_map(|(modified, path)| {
        let kind = peek(&Input::file(&path.to_string_lossy()), &options).filter(|kind| kind.is_report())?;
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        Some(Download { path, name, modified, kind })
    });
    reports.take(most).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    const REPORT: &str = "First Name,Last Name,Email,MCID,Associated to PMC,Associated to PC,Skill Type,Skill Name,Skill ID,Skill Completion Date,\
                          Relevant for Competencies (Option) or Programs,Skill Expiration Date\nAna,Lopez,ana@x.example,8000001,Yes,Yes,Exam,Azure,AZ-104,2021-02-13,,\n";

    fn put(folder: &Path, name: &str, content: &[u8], age: u64) {
        let path = folder.join(name);
        std::fs::write(&path, content).unwrap();
        let file = std::fs::File::options().write(true).open(&path).unwrap();
        file.set_modified(SystemTime::now() - Duration::from_secs(age)).unwrap();
    }

    #[test]
    fn reports_are_found_by_what_is_in_them_the_newest_first() {
        let folder = tempfile::tempdir().unwrap();
        put(folder.path(), "old.csv", REPORT.as_bytes(), 500);
        put(folder.path(), "new.csv", REPORT.as_bytes(), 5);
        put(folder.path(), "~$new.xlsx", b"lock", 1);
        put(folder.path(), "half.csv.crdownload", REPORT.as_bytes(), 1);
        put(folder.path(), ".hidden.csv", REPORT.as_bytes(), 1);
        put(folder.path(), "invoice.csv", b"date,amount\n2026-01-01,5\n", 1);
        put(folder.path(), "broken.xlsx", b"PK\x03\x04 and then nothing", 1);
        put(folder.path(), "empty.csv", b"", 1);
        std::fs::create_dir(folder.path().join("folder.csv")).unwrap();
        let found = newest(folder.path(), 30, &Limits::default(), &|| false);
        assert_eq!(found.iter().map(|d| d.name.as_str()).collect::<Vec<_>>(), ["new.csv", "old.csv"]);
        assert_eq!(found[0].kind, Kind::SkillsReport);
        assert_eq!(newest(folder.path(), 1, &Limits::default(), &|| false).len(), 1);
        assert_eq!(newest(folder.path(), 30, &Limits::default(), &|| true), []);
        assert_eq!(newest(&folder.path().join("not there"), 30, &Limits::default(), &|| false), []);
    }
}
