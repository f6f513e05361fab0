//! Who keeps what is entered: the data folder, or this session alone.

use super::{Change, Entered, Store, StoreError};
use crate::kept::Memory;

/// A place for what is entered, by the key of the company.
#[derive(Clone, Debug)]
pub enum Keeper {
    /// The data folder.
    Folder,
    /// Nothing is to be left behind: it is forgotten with the session.
    Session(Memory<Entered>),
}

impl Keeper {
    /// The data folder, or nothing that outlasts the session.
    #[must_use]
    pub fn new(state: bool) -> Keeper {
        if state { Keeper::Folder } else { Keeper::Session(Memory::default()) }
    }

    /// What is kept of a company.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn load(&self, company_key: &str) -> Result<Entered, StoreError> {
        match self {
            Keeper::Folder => super::store::load(company_key),
            Keeper::Session(kept) => Ok(kept.load(company_key)),
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
                kept.change(company_key, |entered| changes.iter().for_each(|change| change.apply(entered)));
                Ok(())
            }
        }
    }
}
