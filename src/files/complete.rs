//! How a typed path goes on.

use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use crate::report::open;
use crate::text;

/// Names shown at most.
const MOST: usize = 200;

/// What a typed path may become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The path, with what all candidates share.
    pub text: String,
    /// Names in the folder that fit, sorted; folders end in a separator.
    pub candidates: Vec<String>,
}

/// The path that is meant: as one dropped on the window, with `~` as the home.
#[must_use]
pub fn expand(typed: &str, home: Option<&Path>) -> PathBuf {
    let plain = open::dropped_path(typed);
    match (plain.strip_prefix("~"), home) {
        (Ok(rest), Some(home)) => home.join(rest),
        _ => plain,
    }
}

/// What a typed path may become. `base`: where relative paths begin.
#[must_use]
pub fn complete(typed: &str, home: Option<&Path>, base: &Path) -> Completion {
    if typed == "~" {
        return Completion { text: format!("~{MAIN_SEPARATOR}"), candidates: Vec::new() };
    }
    // Quotes are closed when the path is whole.
    let typed = typed.trim_start_matches(['"', '\'']);
    let cut = typed.rfind(['/', MAIN_SEPARATOR]).map_or(0, |at| at + 1);
    let (before, begun) = typed.split_at(cut);
    let folder = if before.is_empty() { base.to_path_buf() } else { base.join(expand(before, home)) };
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .take(20_000)
        .filter_map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            let is_folder = entry.path().is_dir();
            let hidden = name.starts_with('.') && !begun.starts_with('.');
            // A path that would be read as something else than it is cannot be typed.
            let shown = !hidden && !name.chars().any(text::is_hidden) && (is_folder || open::may_be_read(&entry.path()));
            shown.then(|| if is_folder { format!("{name}{MAIN_SEPARATOR}") } else { name })
        })
        .collect();
    let exact = names.iter().any(|name| name.starts_with(begun));
    let wanted = text::fold(begun);
    names.retain(|name| if exact { name.starts_with(begun) } else { text::fold(name).starts_with(&wanted) });
    names.sort_by_key(|name| text::fold(name));
    let shared = shared(&names).filter(|shared| shared.chars().count() >= begun.chars().count()).unwrap_or_else(|| begun.to_owned());
    names.truncate(MOST);
    Completion { text: format!("{before}{shared}"), candidates: names }
}

/// The longest beginning that all have.
fn shared(names: &[String]) -> Option<String> {
    let (first, rest) = names.split_first()?;
    let mut end = first.len();
    for name in rest {
        let same = first.char_indices().zip(name.chars()).find(|((_, a), b)| a != b).map_or(first.len().min(name.len()), |((at, _), _)| at);
        end = end.min(same);
    }
    Some(first[..end].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for name in ["report-may.csv", "report-june.xlsx", "Été.csv", "notes.docx", ".hidden.csv"] {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        std::fs::create_dir_all(folder.path().join("reports").join("2026")).unwrap();
        folder
    }

    #[rstest]
    #[case("rep", "report", &["report-june.xlsx", "report-may.csv", "reports/"])]
    #[case("report-m", "report-may.csv", &["report-may.csv"])]
    #[case("REPORT-J", "report-june.xlsx", &["report-june.xlsx"])]
    #[case("ete", "Été.csv", &["Été.csv"])]
    #[case("reports/", "reports/2026/", &["2026/"])]
    #[case("notes", "notes", &[])]
    #[case(".h", ".h", &[])]
    #[case("~/rep", "~/report", &["report-june.xlsx", "report-may.csv", "reports/"])]
    #[case("nowhere/x", "nowhere/x", &[])]
    fn paths_go_on(#[case] typed: &str, #[case] text: &str, #[case] names: &[&str]) {
        let folder = folder();
        let system = |text: &str| text.replace('/', std::path::MAIN_SEPARATOR_STR);
        let completion = complete(&system(typed), Some(folder.path()), folder.path());
        assert_eq!(completion.text, system(text));
        assert_eq!(completion.candidates, names.iter().map(|n| system(n)).collect::<Vec<_>>());
    }

    #[rstest]
    #[case("\"/data/a b.csv\"", "/data/a b.csv")]
    #[case("'/data/a.csv'", "/data/a.csv")]
    #[case("file:///data/a%20b%C3%A9.csv", "/data/a bé.csv")]
    #[case("100%.csv", "100%.csv")]
    #[case("~x/a.csv", "~x/a.csv")]
    fn pasted_paths_are_understood(#[case] typed: &str, #[case] path: &str) {
        assert_eq!(expand(typed, Some(Path::new("/ana"))), PathBuf::from(path));
        assert_eq!(expand("~/a.csv", Some(Path::new("/ana"))), Path::new("/ana").join("a.csv"));
    }
}
