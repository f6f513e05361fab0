//! Files: never half written, never overwritten unasked, and in the format that their name tells.

use std::io::{ErrorKind, Write};
use std::path::Path;

use crate::i18n::Texts;
use crate::text;
use crate::tr;

use super::grid::Grid;
use super::workbook::SheetError;

/// Why a file could not be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WriteError {
    /// There is one of that name, and it was not to be overwritten.
    #[error("exists already")]
    Exists,
    /// The name is that of a folder.
    #[error("is a folder")]
    IsFolder,
    /// The name of the folder is that of a file.
    #[error("is no folder")]
    NotAFolder,
    /// The folder it was to stand in is not there.
    #[error("no such folder")]
    NoFolder,
    /// The system does not allow it.
    #[error("no permission")]
    NoPermission,
    /// No room is left.
    #[error("disk full")]
    DiskFull,
    /// Anything else, in the system's words.
    #[error("{0}")]
    Other(String),
}

impl WriteError {
    /// What happened, in the user's language.
    #[must_use]
    pub fn message(&self, path: &Path, texts: &Texts) -> String {
        let shown = path.to_string_lossy();
        let file = text::clean(&shown).into_owned();
        match self {
            WriteError::Exists => tr!(texts, "file-exists", file = file),
            WriteError::IsFolder => tr!(texts, "cli-is-folder", file = file),
            WriteError::NotAFolder => tr!(texts, "file-not-a-folder", file = file),
            WriteError::NoFolder => tr!(texts, "cli-no-folder", file = file),
            WriteError::NoPermission => tr!(texts, "cli-no-permission", file = file),
            WriteError::DiskFull => tr!(texts, "cli-disk-full", file = file),
            WriteError::Other(detail) => tr!(texts, "cli-cannot-write", file = file, detail = text::clean(detail).into_owned()),
        }
    }
}

impl From<std::io::Error> for WriteError {
    fn from(error: std::io::Error) -> WriteError {
        match error.kind() {
            ErrorKind::AlreadyExists => WriteError::Exists,
            ErrorKind::NotFound => WriteError::NoFolder,
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => WriteError::NoPermission,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => WriteError::DiskFull,
            _ => {
                // What the system says, without the name of the temporary file.
                let said = error.to_string();
                WriteError::Other(said.split(" at path ").next().unwrap_or_default().to_owned())
            }
        }
    }
}

/// Writes a file whole: it is there with all of it, or it is as it was before.
///
/// # Errors
/// When it is there already and not to be overwritten, or cannot be written.
pub fn write(path: &Path, bytes: &[u8], overwrite: bool) -> Result<(), WriteError> {
    if path.is_dir() {
        return Err(WriteError::IsFolder);
    }
    if path.exists() && !overwrite {
        return Err(WriteError::Exists);
    }
    // A link is followed, so that it stays one.
    let target = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let folder = parent(&target);
    // Written beside it and renamed.
    let mut file = new_file(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    put_in_place(file, &target, overwrite)
}

/// The folder that something stands in.
pub(super) fn parent(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Gives a file that was written beside it its name.
pub(super) fn put_in_place(file: tempfile::NamedTempFile, target: &Path, overwrite: bool) -> Result<(), WriteError> {
    let placed = if overwrite { file.persist(target) } else { file.persist_noclobber(target) };
    placed.map(drop).map_err(|e| e.error.into())
}

/// A temporary file with the permissions of an ordinary one.
#[cfg(unix)]
fn new_file(folder: &Path) -> std::io::Result<tempfile::NamedTempFile> {
    use std::os::unix::fs::PermissionsExt;
    // The umask takes from this what the user does not want others to have.
    tempfile::Builder::new().permissions(std::fs::Permissions::from_mode(0o666)).tempfile_in(folder)
}

/// A temporary file; elsewhere it has the folder's permissions anyway.
#[cfg(not(unix))]
fn new_file(folder: &Path) -> std::io::Result<tempfile::NamedTempFile> {
    tempfile::NamedTempFile::new_in(folder)
}

/// The formats in which tables are written to files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileFormat {
    /// A workbook of Excel.
    Xlsx,
    /// Comma-separated text.
    Csv,
    /// Tab-separated text.
    Tsv,
    /// A table of Markdown.
    Markdown,
}

impl FileFormat {
    /// All of them, the one that most people want first.
    pub const ALL: [FileFormat; 4] = [FileFormat::Xlsx, FileFormat::Csv, FileFormat::Tsv, FileFormat::Markdown];

    /// The ending of its files.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            FileFormat::Xlsx => "xlsx",
            FileFormat::Csv => "csv",
            FileFormat::Tsv => "tsv",
            FileFormat::Markdown => "md",
        }
    }

    /// A table as the content of such a file.
    ///
    /// # Errors
    /// When there are more rows than a sheet of a workbook holds, or it cannot be made.
    pub fn render(self, grid: &Grid, texts: &Texts) -> Result<Vec<u8>, SheetError> {
        Ok(match self {
            FileFormat::Xlsx => return grid.xlsx(&grid.name, texts.lang()),
            FileFormat::Csv => grid.csv(texts.lang()),
            // With a mark, so that Excel reads accents, and the line ends of its own files.
            FileFormat::Tsv => format!("\u{feff}{}\r\n", grid.tsv(texts, true).replace('\n', "\r\n")).into_bytes(),
            FileFormat::Markdown => grid.markdown(texts).into_bytes(),
        })
    }
}

/// The format that the ending of a name tells.
#[must_use]
pub fn format_of(path: &str) -> Option<FileFormat> {
    let ending = Path::new(path).extension()?.to_str()?;
    FileFormat::ALL.into_iter().find(|format| format.ending().eq_ignore_ascii_case(ending))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use rstest::rstest;

    #[rstest]
    #[case("list.xlsx", Some(FileFormat::Xlsx))]
    #[case("a folder.d/LIST.CSV", Some(FileFormat::Csv))]
    #[case("list.tsv", Some(FileFormat::Tsv))]
    #[case("list.md", Some(FileFormat::Markdown))]
    #[case("list.json", None)]
    #[case("xlsx", None)]
    #[case(".csv", None)]
    #[case("", None)]
    fn the_ending_tells_the_format(#[case] path: &str, #[case] format: Option<FileFormat>) {
        assert_eq!(format_of(path), format);
    }

    #[test]
    fn a_file_is_written_whole_and_kept_unless_told_otherwise() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("list.csv");
        write(&path, b"one", false).unwrap();
        assert_eq!(write(&path, b"two", false), Err(WriteError::Exists));
        assert_eq!(std::fs::read(&path).unwrap(), b"one");
        write(&path, b"three", true).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"three");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing else is left");
        assert_eq!(write(folder.path(), b"", true), Err(WriteError::IsFolder));
        assert_eq!(write(&folder.path().join("nowhere").join("list.csv"), b"", true), Err(WriteError::NoFolder));
    }

    #[test]
    fn errors_name_the_file_in_both_languages() {
        let errors = [
            WriteError::Exists,
            WriteError::IsFolder,
            WriteError::NotAFolder,
            WriteError::NoFolder,
            WriteError::NoPermission,
            WriteError::DiskFull,
            WriteError::Other("what \u{1b}[2J happened".to_owned()),
        ];
        for error in errors {
            let [english, french] = Lang::ALL.map(|lang| error.message(Path::new("my\u{1b} list.csv"), &Texts::new(lang)));
            assert_ne!(english, french);
            for said in [english, french] {
                assert!(said.contains("my\u{FFFD} list.csv") && !said.contains(['⟦', '\u{1b}']), "{said}");
            }
        }
    }

    #[test]
    fn tab_separated_files_are_told_to_be_unicode() {
        let grid = Grid { headers: vec!["É".to_owned()], rows: vec![vec![super::super::Cell::Number(1)]], ..Grid::default() };
        let bytes = FileFormat::Tsv.render(&grid, &Texts::new(Lang::En)).unwrap();
        assert_eq!(bytes, "\u{feff}É\r\n1\r\n".as_bytes());
    }
}
