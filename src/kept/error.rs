//! What stands in the way of keeping something.

use std::io::Error;
use std::path::Path;

use crate::i18n::Texts;
use crate::{text, tr};

/// What stands in the way of keeping or reading something.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeptError {
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

impl KeptError {
    /// What the system says of a file.
    #[must_use]
    pub fn io(path: &Path, error: &Error) -> KeptError {
        KeptError::Io { path: path.display().to_string(), reason: error.to_string() }
    }

    /// What happened, where, and what to do.
    #[must_use]
    pub fn message(&self, texts: &Texts) -> String {
        let clean = |part: &str| text::clean(part).into_owned();
        match self {
            KeptError::NoFolder => texts.get("kept-no-folder"),
            KeptError::Newer { path, schema } => tr!(texts, "kept-newer", file = clean(path), schema = schema.to_string()),
            KeptError::Damaged { path, reason } => tr!(texts, "kept-damaged", file = clean(path), reason = clean(reason)),
            KeptError::Io { path, reason } => tr!(texts, "kept-io", file = clean(path), reason = clean(reason)),
        }
    }
}
