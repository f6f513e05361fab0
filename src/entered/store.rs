//! Where what was entered is kept: `entered/<company>.json` in the data folder.
//!
//! A change is read, made and written under a lock on a sibling file, and the file is replaced whole: of two programs that
//! change something at the same time both changes stay, and whoever reads sees the old text or the new one.

use std::fs::{File, OpenOptions};
use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};

use super::{Change, Entered, SCHEMA};
use crate::i18n::Texts;
use crate::model::Company;
use crate::{config, text, tr};

/// A file name may be longer, but not much on some systems.
const MOST_NAME: usize = 80;

/// What stands in the way of keeping or reading something.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// There is no data folder.
    #[error("no data folder")]
    NoFolder,
    /// A newer version of the program wrote the file: this one would not know what it changes.
    #[error("{path}: schema {schema}")]
    Newer {
        /// The file.
        path: String,
        /// Its version.
        schema: u64,
    },
    /// The file is not understood. The next change sets it aside.
    #[error("{path}: {reason}")]
    Damaged {
        /// The file.
        path: String,
        /// Why.
        reason: String,
    },
    /// What the system says.
    #[error("{path}: {reason}")]
    Io {
        /// The file.
        path: String,
        /// Why.
        reason: String,
    },
}

impl StoreError {
    fn io(path: &Path, error: &Error) -> StoreError {
        StoreError::Io { path: path.display().to_string(), reason: error.to_string() }
    }

    /// What happened, where, and what to do.
    #[must_use]
    pub fn message(&self, texts: &Texts) -> String {
        let clean = |part: &str| text::clean(part).into_owned();
        match self {
            StoreError::NoFolder => texts.get("entered-no-folder"),
            StoreError::Newer { path, schema } => tr!(texts, "entered-newer", file = clean(path), schema = schema.to_string()),
            StoreError::Damaged { path, reason } => tr!(texts, "entered-damaged", file = clean(path), reason = clean(reason)),
            StoreError::Io { path, reason } => tr!(texts, "entered-io", file = clean(path), reason = clean(reason)),
        }
    }
}

/// The key of a company, fit for a file name: the name given, else the id of its global account, else its name, else the
/// domain of most addresses.
#[must_use]
pub fn company_key(company: &Company) -> String {
    file_name(company.key.as_deref().unwrap_or_default())
}

fn file_name(key: &str) -> String {
    let folded = text::fold(&text::clean(key));
    let mut name = String::new();
    let mut rest = folded.chars().peekable();
    while let Some(c) = rest.next() {
        // The dot of a domain, but none at an end.
        let inside = c == '.' && name.ends_with(char::is_alphanumeric) && rest.peek().is_some_and(|n| n.is_alphanumeric());
        if c.is_alphanumeric() || inside {
            name.push(c);
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    let mut name = name.trim_end_matches('-').to_owned();
    if name.len() > MOST_NAME {
        // What is cut off still tells two long names apart.
        let hash = folded.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, b| (hash ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
        let end = (0..=MOST_NAME - 17).rev().find(|at| name.is_char_boundary(*at)).unwrap_or(0);
        name = format!("{}-{hash:016x}", &name[..end]);
    }
    // Windows keeps these for devices, whatever comes behind a dot.
    let stem = name.split('.').next().unwrap_or_default();
    let numbered = |device: &str| stem.strip_prefix(device).is_some_and(|n| n.len() == 1 && n.bytes().all(|b| b.is_ascii_digit()));
    if name.is_empty() || ["con", "prn", "aux", "nul"].contains(&stem) || numbered("com") || numbered("lpt") {
        name.insert_str(0, if name.is_empty() { "company" } else { "company-" });
    }
    name
}

/// A folder of such files.
#[derive(Clone, Debug)]
pub struct Store {
    folder: PathBuf,
}

impl Store {
    /// The one in the data folder.
    ///
    /// # Errors
    /// When there is no data folder.
    pub fn open() -> Result<Store, StoreError> {
        config::data_dir().map(|data| Store::at(data.join("entered"))).ok_or(StoreError::NoFolder)
    }

    /// One anywhere.
    #[must_use]
    pub fn at(folder: PathBuf) -> Store {
        Store { folder }
    }

    /// The file of a company.
    #[must_use]
    pub fn file(&self, company_key: &str) -> PathBuf {
        self.folder.join(format!("{company_key}.json"))
    }

    /// What is kept of a company; nothing, where there is no file.
    ///
    /// # Errors
    /// When the file cannot be read or understood, or is a newer version's. Nothing is changed.
    pub fn load(&self, company_key: &str) -> Result<Entered, StoreError> {
        read(&self.file(company_key))
    }

    /// Makes changes, in order, and gives what is kept then. What another program kept meanwhile stays.
    ///
    /// # Errors
    /// When it cannot be kept; then nothing is changed. A file that is not understood is no error: it is set aside as
    /// `….json.bad`.
    pub fn change(&self, company_key: &str, changes: &[Change]) -> Result<Entered, StoreError> {
        let path = self.file(company_key);
        let failed = |error: &Error| StoreError::io(&path, error);
        std::fs::create_dir_all(&self.folder).map_err(|e| failed(&e))?;
        // The file that is replaced cannot carry the lock.
        let lock = lock(&path.with_file_name(format!("{company_key}.lock"))).map_err(|e| failed(&e))?;
        let mut entered = match read(&path) {
            Err(StoreError::Damaged { .. }) => {
                set_aside(&path).map_err(|e| failed(&e))?;
                Entered::default()
            }
            other => other?,
        };
        changes.iter().for_each(|change| change.apply(&mut entered));
        entered.schema = SCHEMA;
        let mut bytes = serde_json::to_vec_pretty(&entered).map_err(|e| failed(&e.into()))?;
        bytes.push(b'\n');
        // Its temporary file can be read by nobody else, and so can what takes the file's place.
        config::write_atomically(&path, &bytes).map_err(|e| failed(&e))?;
        drop(lock);
        Ok(entered)
    }
}

fn read(path: &Path) -> Result<Entered, StoreError> {
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        // Where there is no folder there is no file either.
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Ok(Entered::default()),
        Err(error) => return Err(StoreError::io(path, &error)),
    };
    let damaged = |error: serde_json::Error| StoreError::Damaged { path: path.display().to_string(), reason: error.to_string() };
    let value: serde_json::Value = serde_json::from_slice(&bytes).map_err(damaged)?;
    match value.get("schema").and_then(serde_json::Value::as_u64) {
        Some(schema) if schema > u64::from(SCHEMA) => Err(StoreError::Newer { path: path.display().to_string(), schema }),
        _ => serde_json::from_value(value).map_err(damaged),
    }
}

/// Holds the lock until it is dropped. Where the file system knows no locks the program does without.
fn lock(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path)?;
    match file.lock() {
        Err(error) if error.kind() != ErrorKind::Unsupported => Err(error),
        _ => Ok(file),
    }
}

/// Renames a file to `….json.bad`, or to the first number behind that which is free.
fn set_aside(path: &Path) -> std::io::Result<()> {
    let name = |number: u32| path.with_extension(if number == 1 { "json.bad".to_owned() } else { format!("json.bad-{number}") });
    let free = (1..).map(name).find(|name| !name.exists());
    free.map_or(Ok(()), |name| std::fs::rename(path, name))
}

/// What is kept of a company: [`Store::load`] in the data folder.
///
/// # Errors
/// See there.
pub fn load(company_key: &str) -> Result<Entered, StoreError> {
    Store::open()?.load(company_key)
}

/// Makes one change: [`Store::change`] in the data folder.
///
/// # Errors
/// See there.
pub fn change(company_key: &str, change: Change) -> Result<Entered, StoreError> {
    Store::open()?.change(company_key, &[change])
}

#[cfg(test)]
mod tests;
