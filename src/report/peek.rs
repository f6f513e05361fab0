//! What a file is, from its beginning: for lists of files from which one chooses.

use std::sync::Arc;

use super::kinds::Kind;
use super::open::{self, Input, Progress};
use super::read::{Options, find_header, message_only};
use super::sheet::Book;

/// A file that can only be read whole is not read for a look at its beginning if it is larger.
const WHOLE: u64 = 4 << 20;

/// What kind of download a file is; `None` when it is none of ours or cannot be read. Only its beginning is read.
#[must_use]
pub fn peek(input: &Input, options: &Options) -> Option<Kind> {
    input.check().ok()?;
    // Before anything looks further: to tell these formats apart takes a look at the whole file.
    let head = input.head(4096).ok()?;
    let is_ods = head.windows(44).any(|w| w.starts_with(b"application/vnd.oasis.opendocument"));
    if (head.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) || is_ods) && input.len().ok()? > WHOLE {
        return None;
    }
    let format = open::sniff(input, &options.limits).ok()?;
    if let Ok(Some(reading)) = message_only(input, format, None) {
        return Some(reading.source.kind);
    }
    let mut book = Book::open(input, format, &Arc::new(Progress::default())).ok()?;
    find_header(input, &mut book, options).ok().map(|found| found.kind())
}
