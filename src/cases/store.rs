//! Where cases are kept: `cases/<company>.json` in the data folder, or a file that is named; as everything is
//! [`kept`](crate::kept).

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::Value;

use super::{Case, Cases, Change, SCHEMA, apply};
use crate::config;
use crate::kept::{Changed, Disk, Kept, KeptError, Look, Place, System};

/// What came of changes: the cases then, and which of the changes changed something ([`super::back`] undoes these).
pub type Made = Changed<Cases, Vec<Change>>;

impl Kept for Cases {
    const SCHEMA: u32 = SCHEMA;

    fn stamp(&mut self) {
        self.schema = SCHEMA;
    }

    /// Case by case and entry by entry, so that one that is not understood does not hide the others.
    fn from_newer(value: Value) -> Cases {
        let cases = value.get("cases").and_then(Value::as_array).map(|all| all.iter().filter_map(case_from_newer).collect());
        Cases { cases: cases.unwrap_or_default(), ..Cases::default() }
    }
}

fn case_from_newer(value: &Value) -> Option<Case> {
    let mut value = value.clone();
    if let Some(log) = value.get_mut("log").and_then(Value::as_array_mut) {
        log.retain(|entry| serde_json::from_value::<super::Entry>(entry.clone()).is_ok());
    }
    serde_json::from_value(value).ok()
}

/// A folder of such files, or one of them.
#[derive(Clone, Debug)]
pub struct Store {
    at: At,
    disk: Arc<dyn Disk>,
}

#[derive(Clone, Debug)]
enum At {
    /// One file for each company.
    Folder(PathBuf),
    /// This one, whatever the company.
    File(PathBuf),
}

impl Store {
    /// The one in the data folder.
    ///
    /// # Errors
    /// When there is no data folder.
    pub fn open() -> Result<Store, KeptError> {
        config::data_dir().map(|data| Store::in_folder(data.join("cases"))).ok_or(KeptError::NoFolder)
    }

    /// One in a folder.
    #[must_use]
    pub fn in_folder(folder: PathBuf) -> Store {
        Store { at: At::Folder(folder), disk: Arc::new(System) }
    }

    /// A file that is named, in a folder that is shared, say: whoever may read it may do so after a change.
    #[must_use]
    pub fn at(file: &Path) -> Store {
        Store { at: At::File(file.to_owned()), disk: Arc::new(System) }
    }

    /// The same with another disk behind it.
    #[must_use]
    pub fn on(self, disk: Arc<dyn Disk>) -> Store {
        Store { disk, ..self }
    }

    fn place(&self, company_key: &str) -> Place<Cases> {
        let place = match &self.at {
            At::Folder(folder) => Place::at(folder.join(format!("{company_key}.json"))),
            At::File(file) => Place::shared(file.clone()),
        };
        place.on(self.disk.clone())
    }

    /// The file of a company.
    #[must_use]
    pub fn file(&self, company_key: &str) -> PathBuf {
        self.place(company_key).file().to_owned()
    }

    /// The cases of a company, as far as they are understood, and why that is not everything or why they cannot be changed: a
    /// newer version's file is only read. Nothing is changed.
    #[must_use]
    pub fn look(&self, company_key: &str) -> Look<Cases> {
        self.place(company_key).look()
    }

    /// Makes changes, in order. What another program kept meanwhile stays.
    ///
    /// # Errors
    /// When it cannot be kept; then nothing is changed. A file that is not understood is no error: it is set aside as
    /// `….json.bad`, and that is said.
    pub fn change(&self, company_key: &str, changes: &[Change]) -> Result<Made, KeptError> {
        self.place(company_key).change(|cases| apply(changes, cases))
    }
}

#[cfg(test)]
mod tests;
