//! Who keeps what is entered: the data folder, or this session alone.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::{Change, Entered, Store, StoreError};

/// A place for what is entered, by the key of the company.
#[derive(Clone, Debug)]
pub enum Keeper {
    /// The data folder.
    Folder,
    /// Nothing is to be left behind: it is forgotten with the session.
    Session(Arc<Mutex<BTreeMap<String, Entered>>>),
}

impl Keeper {
    /// The data folder, or nothing that outlasts the session.
    #[must_use]
    pub fn new(state: bool) -> Keeper {
        if state { Keeper::Folder } else { Keeper::Session(Arc::default()) }
    }

    /// What is kept of a company.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn load(&self, company_key: &str) -> Result<Entered, StoreError> {
        match self {
            Keeper::Folder => super::store::load(company_key),
            Keeper::Session(kept) => Ok(kept.lock().unwrap_or_else(PoisonError::into_inner).get(company_key).cloned().unwrap_or_default()),
        }
    }

    /// Makes changes, in order.
    ///
    /// # Errors
    /// When they cannot be kept; then nothing is changed.
    pub fn change(&self, company_key: &str, changes: &[Change]) -> Result<(), StoreError> {
        match self {
            Keeper::Folder => Store::open()?.change(company_key, changes).map(drop),
            Keeper::Session(kept) => {
                let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
                let entered = kept.entry(company_key.to_owned()).or_default();
                changes.iter().for_each(|change| change.apply(entered));
                Ok(())
            }
        }
    }
}
