//! Where output goes: the terminal, a pipe, or a file that is never overwritten unasked.

use std::io::{ErrorKind, Write};
use std::path::Path;

use crate::i18n::Texts;
use crate::tr;

/// Writes the whole output of a command.
///
/// # Errors
/// A message for people, when it cannot be written. A reader that closed its pipe is none.
pub fn write(bytes: &[u8], path: Option<&str>, force: bool, texts: &Texts) -> Result<(), String> {
    let Some(path) = path.filter(|p| *p != "-") else {
        let mut out = std::io::stdout().lock();
        return match out.write_all(bytes).and_then(|()| out.flush()) {
            Err(e) if e.kind() != ErrorKind::BrokenPipe => Err(e.to_string()),
            _ => Ok(()),
        };
    };
    let target = Path::new(path);
    if target.is_dir() {
        return Err(tr!(texts, "cli-is-folder", file = path));
    }
    if target.exists() && !force {
        return Err(tr!(texts, "cli-exists", file = path));
    }
    // A link is followed, so that it stays one.
    let target = target.canonicalize().unwrap_or_else(|_| target.to_path_buf());
    let folder = target.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let save = || -> std::io::Result<()> {
        // Written beside it and renamed: the file is whole or not there.
        let mut file = new_file(folder)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        if force {
            file.persist(&target).map_err(|e| e.error)?
        } else {
            file.persist_noclobber(&target).map_err(|e| e.error)?
        };
        Ok(())
    };
    save().map_err(|e| match e.kind() {
        ErrorKind::AlreadyExists => tr!(texts, "cli-exists", file = path),
        ErrorKind::NotFound => tr!(texts, "cli-no-folder", file = path),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => tr!(texts, "cli-no-permission", file = path),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => tr!(texts, "cli-disk-full", file = path),
        _ => {
            // What the system says, without the name of the temporary file.
            let said = e.to_string();
            let detail = said.split(" at path ").next().unwrap_or_default().to_owned();
            tr!(texts, "cli-cannot-write", file = path, detail = detail)
        }
    })
}

/// A temporary file with the permissions of an ordinary one.
#[cfg(unix)]
fn new_file(folder: &Path) -> std::io::Result<tempfile::NamedTempFile> {
    use std::os::unix::fs::PermissionsExt;
    // The umask takes from this what the user does not want others to have.
    tempfile::Builder::new().permissions(std::fs::Permissions::from_mode(0o666)).tempfile_in(folder)
}

/// A temporary file; elsewhere it has the folder's permissions anyway.
#[cfg(not(unix))]
fn new_file(folder: &Path) -> std::io::Result<tempfile::NamedTempFile> {
    tempfile::NamedTempFile::new_in(folder)
}
