//! Folders of files: complete or not there, and nothing in them overwritten unasked. What is in them is about people, so
//! nobody but their owner may read them.

use std::io::Write;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::file::{WriteError, parent, put_in_place};

/// What a file is to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// These bytes.
    Bytes(Vec<u8>),
    /// What this file holds, byte for byte.
    CopyOf(PathBuf),
}

impl Body {
    /// How many bytes that is.
    ///
    /// # Errors
    /// When the file cannot be looked at.
    pub fn size(&self) -> std::io::Result<u64> {
        match self {
            Body::Bytes(bytes) => Ok(u64::try_from(bytes.len()).unwrap_or(u64::MAX)),
            Body::CopyOf(path) => Ok(std::fs::metadata(path)?.len()),
        }
    }

    /// Writes it out.
    ///
    /// # Errors
    /// When it cannot be read or written.
    pub fn write_to(&self, out: &mut impl Write) -> std::io::Result<()> {
        match self {
            Body::Bytes(bytes) => out.write_all(bytes),
            Body::CopyOf(path) => {
                let mut file = std::fs::File::open(path)?;
                std::io::copy(&mut file, out).map(drop)
            }
        }
    }
}

/// What is done where the folder is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// Nothing, unless it is empty: it was to be a new one.
    Refuse,
    /// The files join those in it, unless one of them has the name of another.
    AddTo,
    /// They take the place of those with the same names. All others stay.
    Overwrite,
}

/// Writes files into a folder. A new one is there with all of them, or not at all; in one that is there already each file is
/// whole, and the first takes its place when all are written.
///
/// # Errors
/// When the folder or a file is there already and not to be overwritten, or something cannot be read or written.
pub fn write(folder: &Path, files: &[(&str, &Body)], existing: Existing) -> Result<(), WriteError> {
    if folder.exists() && !folder.is_dir() {
        return Err(WriteError::NotAFolder);
    }
    let is_empty = || std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none());
    if !folder.exists() || is_empty() {
        return write_new(folder, files);
    }
    match existing {
        Existing::Refuse => Err(WriteError::Exists),
        Existing::AddTo if files.iter().any(|(name, _)| folder.join(name).exists()) => Err(WriteError::Exists),
        Existing::AddTo | Existing::Overwrite => write_into(folder, files, existing == Existing::Overwrite),
    }
}

fn write_new(folder: &Path, files: &[(&str, &Body)]) -> Result<(), WriteError> {
    let made = temporary_folder(parent(folder))?;
    for (name, body) in files {
        let mut file = new_file(&made.path().join(name))?;
        body.write_to(&mut file)?;
        file.sync_all()?;
    }
    // An empty one of that name makes way where the system does not see to it.
    if folder.exists() {
        std::fs::remove_dir(folder)?;
    }
    std::fs::rename(made.path(), folder)?;
    // Nothing is left under the old name to be removed.
    let _ = made.keep();
    Ok(())
}

fn write_into(folder: &Path, files: &[(&str, &Body)], overwrite: bool) -> Result<(), WriteError> {
    let mut written: Vec<(NamedTempFile, PathBuf)> = Vec::new();
    for (name, body) in files {
        let target = folder.join(name);
        if target.is_dir() {
            return Err(WriteError::IsFolder);
        }
        let mut file = NamedTempFile::new_in(folder)?;
        body.write_to(file.as_file_mut())?;
        file.as_file().sync_all()?;
        written.push((file, target));
    }
    for (file, target) in written {
        put_in_place(file, &target, overwrite)?;
    }
    Ok(())
}

#[cfg(unix)]
fn temporary_folder(parent: &Path) -> std::io::Result<tempfile::TempDir> {
    use std::os::unix::fs::PermissionsExt;
    tempfile::Builder::new().permissions(std::fs::Permissions::from_mode(0o700)).tempdir_in(parent)
}

#[cfg(not(unix))]
fn temporary_folder(parent: &Path) -> std::io::Result<tempfile::TempDir> {
    tempfile::Builder::new().tempdir_in(parent)
}

fn new_file(path: &Path) -> std::io::Result<std::fs::File> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_new_folder_is_complete_or_not_there() {
        let desk = tempfile::tempdir().unwrap();
        let folder = desk.path().join("case");
        let (one, gone) = (Body::Bytes(b"one".to_vec()), Body::CopyOf(desk.path().join("gone")));
        assert!(write(&folder, &[("a", &one), ("b", &gone)], Existing::Refuse).is_err());
        assert_eq!(names(desk.path()), Vec::<String>::new(), "nothing is left of it");
        write(&folder, &[("a", &one), ("b", &one)], Existing::Refuse).unwrap();
        assert_eq!((names(desk.path()), names(&folder)), (vec!["case".to_owned()], vec!["a".to_owned(), "b".to_owned()]));
        assert_eq!(write(&folder, &[("c", &one)], Existing::Refuse), Err(WriteError::Exists));
        assert_eq!(write(&desk.path().join("no/where"), &[("c", &one)], Existing::Refuse), Err(WriteError::NoFolder));
        assert_eq!(write(&folder.join("a"), &[("c", &one)], Existing::Overwrite), Err(WriteError::NotAFolder));
    }

    #[test]
    fn what_is_in_a_folder_stays_unless_it_is_to_be_overwritten() {
        let desk = tempfile::tempdir().unwrap();
        let read = |name: &str| std::fs::read_to_string(desk.path().join(name)).unwrap();
        std::fs::write(desk.path().join("mine"), "mine").unwrap();
        let (one, two) = (Body::Bytes(b"one".to_vec()), Body::CopyOf(desk.path().join("mine")));
        write(desk.path(), &[("a", &one)], Existing::AddTo).unwrap();
        assert_eq!(write(desk.path(), &[("b", &one), ("a", &two)], Existing::AddTo), Err(WriteError::Exists));
        assert_eq!(names(desk.path()), ["a", "mine"]);
        write(desk.path(), &[("b", &one), ("a", &two)], Existing::Overwrite).unwrap();
        assert_eq!(
            (names(desk.path()), read("a"), read("b"), read("mine")),
            (vec!["a".into(), "b".into(), "mine".into()], "mine".into(), "one".into(), "mine".into())
        );
    }

    #[test]
    fn an_empty_folder_is_as_good_as_none() {
        let desk = tempfile::tempdir().unwrap();
        let folder = desk.path().join("case");
        std::fs::create_dir(&folder).unwrap();
        write(&folder, &[("a", &Body::Bytes(Vec::new()))], Existing::Refuse).unwrap();
        assert_eq!(names(&folder), ["a"]);
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_may_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let desk = tempfile::tempdir().unwrap();
        let folder = desk.path().join("case");
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let body = Body::Bytes(Vec::new());
        write(&folder, &[("a", &body)], Existing::Refuse).unwrap();
        write(&folder, &[("b", &body)], Existing::AddTo).unwrap();
        assert_eq!([mode(&folder), mode(&folder.join("a")), mode(&folder.join("b"))], [0o700, 0o600, 0o600]);
    }
}
