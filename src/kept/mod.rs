//! What outlives the session, one file of JSON each: read whole, changed under a lock, replaced whole.
//!
//! A change is read, made and written under a lock on a sibling file: of two programs that change something at the same time
//! both changes stay, and whoever reads sees the old text or the new one. A file that is not understood is set aside and never
//! overwritten; one of a newer version is only read. What the file system is asked for goes through [`Disk`].

mod disk;
mod error;
mod memory;
mod name;

use std::io::ErrorKind;
use std::marker::PhantomData;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

pub use disk::{Access, Disk, Draft, Lock, System, replace};
pub use error::KeptError;
pub use memory::Memory;
pub use name::file_name;

/// What a file holds. Unknown fields are for the type to keep: whoever writes them is a newer version.
pub trait Kept: Clone + Default + PartialEq + Serialize + DeserializeOwned {
    /// Version of the file's shape.
    const SCHEMA: u32;

    /// Notes the version that is written.
    fn stamp(&mut self);

    /// As much of a newer version's file as is understood.
    #[must_use]
    fn from_newer(value: Value) -> Self {
        serde_json::from_value(value).unwrap_or_default()
    }
}

/// A file, and how it is read and changed.
#[derive(Debug)]
pub struct Place<T> {
    path: PathBuf,
    access: Access,
    disk: Arc<dyn Disk>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Place<T> {
    fn clone(&self) -> Place<T> {
        Place { path: self.path.clone(), access: self.access, disk: self.disk.clone(), of: PhantomData }
    }
}

/// What was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Look<T> {
    /// As far as it is understood.
    pub value: T,
    /// Why that is not everything, or why it cannot be changed.
    pub trouble: Option<KeptError>,
}

/// What came of a change.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed<T, R> {
    /// What is kept now.
    pub now: T,
    /// What the change gave back.
    pub made: R,
    /// Where a file was put that was not understood.
    pub aside: Option<PathBuf>,
}

impl<T: Kept> Place<T> {
    /// A file of one's own: nobody else may read it.
    #[must_use]
    pub fn at(path: PathBuf) -> Place<T> {
        Place { path, access: Access::Owner, disk: Arc::new(System), of: PhantomData }
    }

    /// A file that is shared with others, or is to be: whoever may read it before a change may do so afterwards. A link stays
    /// one, and what it leads to is changed.
    #[must_use]
    pub fn shared(path: PathBuf) -> Place<T> {
        let is_link = path.symlink_metadata().is_ok_and(|about| about.is_symlink());
        let path = if is_link { path.canonicalize().unwrap_or(path) } else { path };
        Place { access: Access::AsBefore, ..Place::at(path) }
    }

    /// The same with another disk behind it.
    #[must_use]
    pub fn on(self, disk: Arc<dyn Disk>) -> Place<T> {
        Place { disk, ..self }
    }

    /// The file.
    #[must_use]
    pub fn file(&self) -> &Path {
        &self.path
    }

    /// What is kept; nothing, where there is no file.
    ///
    /// # Errors
    /// When the file cannot be read or understood, or is a newer version's. Nothing is changed.
    pub fn load(&self) -> Result<T, KeptError> {
        self.read().map(Option::unwrap_or_default)
    }

    /// What is kept, as far as it is understood. Nothing is changed.
    #[must_use]
    pub fn look(&self) -> Look<T> {
        match self.read() {
            Ok(value) => Look { value: value.unwrap_or_default(), trouble: None },
            Err(trouble) => {
                let newer = matches!(trouble, KeptError::Newer { .. });
                let value = newer.then(|| self.disk.read(&self.path).ok()).flatten();
                let value = value.and_then(|bytes| serde_json::from_slice(&bytes).ok()).map(T::from_newer);
                Look { value: value.unwrap_or_default(), trouble: Some(trouble) }
            }
        }
    }

    /// Makes a change of what is kept now, which may be other than what was read last. What it leaves as it is, is not written.
    ///
    /// # Errors
    /// When it cannot be kept: then the file holds what it held, unless the disk failed at the very end; it never holds less.
    /// A newer version's file is not changed. A file that is not understood is no error: it is set aside as `….bad`.
    pub fn change<R>(&self, change: impl FnOnce(&mut T) -> R) -> Result<Changed<T, R>, KeptError> {
        let failed = |error: std::io::Error| KeptError::io(&self.path, &error);
        self.disk.make_folder(folder_of(&self.path)).map_err(failed)?;
        // The file that is replaced cannot carry the lock.
        let lock = self.disk.lock(&self.lock_file(), self.access).map_err(failed)?;
        let (before, damaged) = match self.read() {
            Err(KeptError::Damaged { .. }) => (None, true),
            other => (other?, false),
        };
        let mut now = before.clone().unwrap_or_default();
        let made = change(&mut now);
        now.stamp();
        if before.is_some_and(|before| before == now) {
            return Ok(Changed { now, made, aside: None });
        }
        let mut bytes = serde_json::to_vec_pretty(&now).map_err(|e| failed(e.into()))?;
        bytes.push(b'\n');
        lock.remove_drafts(&self.path);
        let draft = Draft::new(&*self.disk, &self.path, &bytes, self.access).map_err(failed)?;
        let aside = if damaged { Some(self.set_aside().map_err(failed)?) } else { None };
        draft.put().map_err(|error| {
            // What is still in its place needs no second one.
            aside.iter().for_each(|aside| drop(std::fs::remove_file(aside)));
            failed(error)
        })?;
        self.disk.sync_folder(folder_of(&self.path)).map_err(failed)?;
        drop(lock);
        Ok(Changed { now, made, aside })
    }

    /// What the file holds; `None`: there is none.
    fn read(&self) -> Result<Option<T>, KeptError> {
        let bytes = match self.disk.read(&self.path) {
            Ok(bytes) => bytes,
            // Where there is no folder there is no file either.
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Ok(None),
            Err(error) => return Err(KeptError::io(&self.path, &error)),
        };
        let damaged = |error: serde_json::Error| KeptError::Damaged { path: self.path.display().to_string(), reason: error.to_string() };
        let value: Value = serde_json::from_slice(&bytes).map_err(damaged)?;
        match value.get("schema").and_then(Value::as_u64) {
            Some(schema) if schema > u64::from(T::SCHEMA) => Err(KeptError::Newer { path: self.path.display().to_string(), schema }),
            _ => serde_json::from_value(value).map(Some).map_err(damaged),
        }
    }

    fn lock_file(&self) -> PathBuf {
        if self.path.extension().is_some_and(|e| e == "json") { self.path.with_extension("lock") } else { with_end(&self.path, ".lock") }
    }

    /// Gives the file a second name: `….bad`, or the first number behind that which is free.
    fn set_aside(&self) -> std::io::Result<PathBuf> {
        let name = |number: u32| with_end(&self.path, &if number == 1 { ".bad".to_owned() } else { format!(".bad-{number}") });
        let free = (1..=u32::MAX).map(name).find(|name| name.symlink_metadata().is_err());
        let aside = free.ok_or(ErrorKind::AlreadyExists)?;
        self.disk.keep_as(&self.path, &aside)?;
        Ok(aside)
    }
}

fn with_end(path: &Path, end: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(end);
    path.with_file_name(name)
}

/// The folder that a file stands in.
fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

#[cfg(test)]
mod tests;
