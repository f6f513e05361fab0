//! Who keeps cases: a store, or this session alone.

use super::{Cases, Change, Made, Store, apply};
use crate::kept::{Changed, KeptError, Look, Memory};

/// A place for cases, by the key of the company.
#[derive(Clone, Debug)]
pub enum Keeper {
    /// Files.
    Store(Store),
    /// Nothing is to be left behind: it is forgotten with the session.
    Session(Memory<Cases>),
    /// There is no place, and why.
    Nowhere(KeptError),
}

impl Keeper {
    /// The data folder, or nothing that outlasts the session.
    #[must_use]
    pub fn new(state: bool) -> Keeper {
        if state { Store::open().map_or_else(Keeper::Nowhere, Keeper::Store) } else { Keeper::Session(Memory::default()) }
    }

    /// The cases of a company: [`Store::look`].
    #[must_use]
    pub fn look(&self, company_key: &str) -> Look<Cases> {
        match self {
            Keeper::Store(store) => store.look(company_key),
            Keeper::Session(kept) => Look { value: kept.load(company_key), trouble: None },
            Keeper::Nowhere(trouble) => Look { value: Cases::default(), trouble: Some(trouble.clone()) },
        }
    }

    /// Makes changes, in order: [`Store::change`].
    ///
    /// # Errors
    /// When they cannot be kept; then nothing is changed.
    pub fn change(&self, company_key: &str, changes: &[Change]) -> Result<Made, KeptError> {
        match self {
            Keeper::Store(store) => store.change(company_key, changes),
            Keeper::Session(kept) => Ok(kept.change(company_key, |cases| {
                let made = apply(changes, cases);
                Changed { now: cases.clone(), made, aside: None }
            })),
            Keeper::Nowhere(trouble) => Err(trouble.clone()),
        }
    }
}
