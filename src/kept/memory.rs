//! What is kept for this session alone, and leaves no trace.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// What is kept, by the key of the company; its clones hold the same.
#[derive(Clone, Debug, Default)]
pub struct Memory<T>(Arc<Mutex<BTreeMap<String, T>>>);

impl<T: Clone + Default> Memory<T> {
    /// What is kept of a company.
    #[must_use]
    pub fn load(&self, company_key: &str) -> T {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(company_key).cloned().unwrap_or_default()
    }

    /// Changes it.
    pub fn change<R>(&self, company_key: &str, change: impl FnOnce(&mut T) -> R) -> R {
        change(self.0.lock().unwrap_or_else(PoisonError::into_inner).entry(company_key.to_owned()).or_default())
    }
}
