//! What the file system is asked for, one step at a time, so that tests can let each of them fail.

use std::fs::{File, OpenOptions, Permissions};
use std::io::{Error, ErrorKind, Result, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::folder_of;

/// Who may read a file that is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Its owner alone.
    Owner,
    /// Whoever may read the file in whose place it is put; where there is none, its owner alone.
    AsBefore,
}

/// The steps. What is written here is what the system does.
pub trait Disk: std::fmt::Debug + Send + Sync {
    /// Makes a folder, and those that it stands in.
    ///
    /// # Errors
    /// What the system says; so with all of them.
    fn make_folder(&self, folder: &Path) -> Result<()> {
        std::fs::create_dir_all(folder)
    }

    /// Waits for the lock on a file, which is made where there is none.
    ///
    /// # Errors
    /// What the system says.
    fn lock(&self, path: &Path, access: Access) -> Result<Lock> {
        Lock::new(path, access)
    }

    /// Reads a file whole.
    ///
    /// # Errors
    /// What the system says.
    fn read(&self, path: &Path) -> Result<Vec<u8>> {
        std::fs::read(path)
    }

    /// Makes a file beside the one that it is to replace; it goes when it is dropped.
    ///
    /// # Errors
    /// What the system says.
    fn new_file(&self, path: &Path) -> Result<NamedTempFile> {
        tempfile::Builder::new().prefix(&draft_prefix(path)).suffix(DRAFT_END).tempfile_in(folder_of(path))
    }

    /// Writes all of it.
    ///
    /// # Errors
    /// What the system says.
    fn write(&self, file: &mut File, bytes: &[u8]) -> Result<()> {
        file.write_all(bytes)
    }

    /// Sets who may read a file.
    ///
    /// # Errors
    /// What the system says.
    fn permit(&self, file: &File, permissions: Permissions) -> Result<()> {
        file.set_permissions(permissions)
    }

    /// Has it written to the disk itself.
    ///
    /// # Errors
    /// What the system says.
    fn sync(&self, file: &File) -> Result<()> {
        file.sync_all()
    }

    /// Gives a file a second name.
    ///
    /// # Errors
    /// What the system says.
    fn keep_as(&self, path: &Path, second: &Path) -> Result<()> {
        // Not every file system knows two names of one file.
        std::fs::hard_link(path, second).or_else(|_| std::fs::copy(path, second).map(drop))
    }

    /// Puts a file in the place of another one.
    ///
    /// # Errors
    /// What the system says.
    fn put(&self, file: NamedTempFile, path: &Path) -> Result<()> {
        file.persist(path).map(drop).map_err(|e| e.error)
    }

    /// Has the names in a folder written to the disk itself.
    ///
    /// # Errors
    /// What the system says.
    fn sync_folder(&self, folder: &Path) -> Result<()> {
        sync_folder(folder)
    }
}

/// The file system as it is.
#[derive(Clone, Copy, Debug, Default)]
pub struct System;

impl Disk for System {}

/// Holds a lock until it is dropped. Where the file system knows no locks the program does without.
#[derive(Debug)]
pub struct Lock {
    _file: File,
    is_held: bool,
}

impl Lock {
    fn new(path: &Path, access: Access) -> Result<Lock> {
        let mut options = OpenOptions::new();
        options.create(true).truncate(false).write(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, if access == Access::Owner { 0o600 } else { 0o666 });
        #[cfg(not(unix))]
        let _ = access;
        let file = options.open(path)?;
        match file.lock() {
            Ok(()) => Ok(Lock { _file: file, is_held: true }),
            Err(error) if error.kind() == ErrorKind::Unsupported => Ok(Lock { _file: file, is_held: false }),
            Err(error) => Err(error),
        }
    }

    /// Removes what a program left behind that was killed while it wrote: nobody else writes under the lock.
    pub(super) fn remove_drafts(&self, path: &Path) {
        if !self.is_held {
            return;
        }
        let prefix = draft_prefix(path);
        let is_draft = |name: &str| {
            let middle = name.strip_prefix(&prefix).and_then(|rest| rest.strip_suffix(DRAFT_END));
            // The name of another file may begin in the same way, but goes on with a dot.
            middle.is_some_and(|middle| !middle.is_empty() && middle.chars().all(|c| c.is_ascii_alphanumeric()))
        };
        let entries = std::fs::read_dir(folder_of(path)).into_iter().flatten().flatten();
        for entry in entries.filter(|entry| entry.file_name().to_str().is_some_and(is_draft)) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

const DRAFT_END: &str = ".new";

fn draft_prefix(path: &Path) -> String {
    format!(".{}.", path.file_name().unwrap_or_default().to_string_lossy())
}

/// A file that is written and synced, beside the one that it is to replace; dropped, it is gone.
#[derive(Debug)]
pub struct Draft<'d> {
    disk: &'d dyn Disk,
    path: PathBuf,
    file: NamedTempFile,
}

impl<'d> Draft<'d> {
    /// Writes it.
    ///
    /// # Errors
    /// What the system says; then there is none.
    pub fn new(disk: &'d dyn Disk, path: &Path, bytes: &[u8], access: Access) -> Result<Draft<'d>> {
        let mut file = disk.new_file(path)?;
        disk.write(file.as_file_mut(), bytes)?;
        if let (Access::AsBefore, Ok(before)) = (access, std::fs::metadata(path)) {
            disk.permit(file.as_file(), before.permissions())?;
        }
        disk.sync(file.as_file())?;
        Ok(Draft { disk, path: path.to_owned(), file })
    }

    /// Puts it in its place. So that a power failure cannot undo it, [`Disk::sync_folder`] follows.
    ///
    /// # Errors
    /// What the system says; then what was in its place is there yet.
    pub fn put(self) -> Result<()> {
        self.disk.put(self.file, &self.path)
    }
}

/// Replaces a file whole, and makes its folder: it holds the old text or the new one, never half of each.
///
/// # Errors
/// When the folder cannot be made or written.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = folder_of(path);
    System.make_folder(folder)?;
    Draft::new(&System, path, bytes, Access::Owner)?.put()?;
    System.sync_folder(folder)
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> Result<()> {
    let is_not_to_be_had = |error: &Error| matches!(error.kind(), ErrorKind::Unsupported | ErrorKind::InvalidInput);
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        Err(error) if !is_not_to_be_had(&error) => Err(error),
        _ => Ok(()),
    }
}

/// A folder cannot be opened for that.
#[cfg(not(unix))]
fn sync_folder(_: &Path) -> Result<()> {
    Ok::<(), Error>(())
}
