//! Where output goes: the terminal, a pipe, or a file that is never overwritten unasked.

use std::io::{ErrorKind, Write};
use std::path::Path;

use crate::export::file::{self, WriteError};
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
    file::write(Path::new(path), bytes, force).map_err(|error| match error {
        // Here there is a switch for it.
        WriteError::Exists => tr!(texts, "cli-exists", file = path),
        error => error.message(Path::new(path), texts),
    })
}
