//! Where what was entered is kept: `entered/<company>.json` in the data folder, as everything is [`kept`](crate::kept).

use std::path::PathBuf;

use super::{Change, Entered, SCHEMA};
use crate::config;
use crate::kept::{Kept, Place, file_name};
use crate::model::Company;

pub use crate::kept::KeptError as StoreError;

impl Kept for Entered {
    const SCHEMA: u32 = SCHEMA;

    fn stamp(&mut self) {
        self.schema = SCHEMA;
    }
}

/// The key of a company, fit for a file name: the name given, else the id of its global account, else its name, else the
/// domain of most addresses.
#[must_use]
pub fn company_key(company: &Company) -> String {
    file_name(company.key.as_deref().unwrap_or_default())
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
        Place::at(self.file(company_key)).load()
    }

    /// Makes changes, in order, and gives what is kept then. What another program kept meanwhile stays.
    ///
    /// # Errors
    /// When it cannot be kept; then nothing is changed. A file that is not understood is no error: it is set aside as
    /// `….json.bad`.
    pub fn change(&self, company_key: &str, changes: &[Change]) -> Result<Entered, StoreError> {
        let make = |entered: &mut Entered| changes.iter().for_each(|change| change.apply(entered));
        Place::at(self.file(company_key)).change(make).map(|changed| changed.now)
    }
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
