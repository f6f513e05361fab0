//! The files there are: what was downloaded, what was opened before, how a typed path goes on, where a new one goes, and
//! when an open file changes.

pub mod complete;
pub mod downloads;
pub mod place;
pub mod recent;
pub mod watch;

use std::path::PathBuf;

/// The user's home.
#[must_use]
pub fn home() -> Option<PathBuf> {
    directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_path_buf())
}
