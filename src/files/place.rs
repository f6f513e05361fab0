//! Where a file goes while nobody has said where, and how its path is shown.

use std::path::{MAIN_SEPARATOR, Path, PathBuf};

/// The folder for a file that is made of a report: beside the report, or where that does not do, `elsewhere`.
#[must_use]
pub fn folder_for(report: Option<&Path>, elsewhere: Option<&Path>) -> Option<PathBuf> {
    let beside = report.and_then(|report| std::path::absolute(report).ok()?.parent().map(Path::to_path_buf));
    beside.filter(|folder| is_writable(folder)).or_else(|| elsewhere.map(Path::to_path_buf))
}

/// The downloads, else the home.
#[must_use]
pub fn elsewhere() -> Option<PathBuf> {
    super::downloads::folder().filter(|folder| is_writable(folder)).or_else(super::home)
}

/// Whether a file can be made in a folder.
#[cfg(unix)]
fn is_writable(folder: &Path) -> bool {
    folder.is_dir() && rustix::fs::access(folder, rustix::fs::Access::WRITE_OK | rustix::fs::Access::EXEC_OK).is_ok()
}

/// Whether a file can be made in a folder. Elsewhere nothing tells it beforehand.
#[cfg(not(unix))]
fn is_writable(folder: &Path) -> bool {
    folder.is_dir()
}

/// A path as one types it: the home is `~`.
#[must_use]
pub fn shown(path: &Path, home: Option<&Path>) -> String {
    let below = home.filter(|home| home.parent().is_some()).and_then(|home| path.strip_prefix(home).ok());
    match below {
        Some(rest) if rest.as_os_str().is_empty() => "~".to_owned(),
        Some(rest) => format!("~{MAIN_SEPARATOR}{}", rest.to_string_lossy()),
        None => path.to_string_lossy().into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_goes_beside_the_report_where_that_can_be() {
        let folder = tempfile::tempdir().unwrap();
        let elsewhere = Some(Path::new("/elsewhere"));
        assert_eq!(folder_for(Some(&folder.path().join("report.csv")), elsewhere).as_deref(), Some(folder.path()));
        assert_eq!(folder_for(Some(&folder.path().join("gone").join("report.csv")), elsewhere).as_deref(), elsewhere);
        assert_eq!(folder_for(None, elsewhere).as_deref(), elsewhere);
        assert_eq!(folder_for(None, None), None);
        // A report that was named without a folder lies in the current one.
        assert_eq!(folder_for(Some(Path::new("report.csv")), None), std::env::current_dir().ok());
    }

    #[cfg(unix)]
    #[test]
    fn the_home_is_short() {
        let home = Some(Path::new("/at/ana"));
        for (path, short) in [("/at/ana/Downloads", "~/Downloads"), ("/at/ana", "~"), ("/at/anabel/x", "/at/anabel/x")] {
            assert_eq!(shown(Path::new(path), home), short);
        }
        assert_eq!(shown(Path::new("/srv/x"), Some(Path::new("/"))), "/srv/x");
    }
}
