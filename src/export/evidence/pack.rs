//! A support file on disk: a folder, or one file that everybody can unpack.

use std::io::{BufWriter, Write};
use std::path::Path;

use tempfile::NamedTempFile;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::Entry;
use crate::export::file::{WriteError, parent, put_in_place};
use crate::export::folder::{self, Body, Existing};

/// From here on a file in a zip needs the longer numbers.
const LARGE: u64 = u32::MAX as u64;

/// Whether a path is to be a zip, by its ending.
#[must_use]
pub fn is_zip(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip"))
}

/// Whether a support file could be written there, before anything of it is made.
///
/// # Errors
/// When something is there already and not to be overwritten.
pub fn check(path: &Path, overwrite: bool) -> Result<(), WriteError> {
    let is_empty = || std::fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_none());
    match (is_zip(path), path.is_dir()) {
        (true, true) => Err(WriteError::IsFolder),
        (false, false) if path.exists() => Err(WriteError::NotAFolder),
        (false, true) if !overwrite && !is_empty() => Err(WriteError::Exists),
        (true, false) if !overwrite && path.exists() => Err(WriteError::Exists),
        _ => Ok(()),
    }
}

/// Writes a support file: whole or not at all, for nobody's eyes but the owner's.
///
/// # Errors
/// When it is there already and not to be overwritten, or something cannot be read or written.
pub fn write(path: &Path, entries: &[Entry], overwrite: bool) -> Result<(), WriteError> {
    if is_zip(path) {
        return write_zip(path, entries, overwrite);
    }
    let files: Vec<(&str, &Body)> = entries.iter().map(|entry| (entry.name.as_str(), &entry.body)).collect();
    folder::write(path, &files, if overwrite { Existing::Overwrite } else { Existing::Refuse })
}

fn write_zip(path: &Path, entries: &[Entry], overwrite: bool) -> Result<(), WriteError> {
    check(path, overwrite)?;
    // A link is followed, so that it stays one.
    let target = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let file = NamedTempFile::new_in(parent(&target))?;
    let mut zip = ZipWriter::new(BufWriter::new(file));
    for entry in entries {
        let options = SimpleFileOptions::default().unix_permissions(0o600).large_file(entry.size >= LARGE);
        zip.start_file(entry.name.as_str(), options).map_err(std::io::Error::from)?;
        entry.body.write_to(&mut zip)?;
    }
    let mut out = zip.finish().map_err(std::io::Error::from)?;
    out.flush()?;
    let file = out.into_inner().map_err(std::io::IntoInnerError::into_error)?;
    file.as_file().sync_all()?;
    put_in_place(file, &target, overwrite)
}
