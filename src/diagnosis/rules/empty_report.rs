//! T2: a report without anybody in it, or the message that no users with skills data were found.

use super::Found;
use crate::diagnosis::context::Context;
use crate::diagnosis::{Code, Detail, Finding};

/// One finding, if nobody is listed.
pub fn find(context: &Context<'_>) -> Found {
    let is_empty = context.company.accounts.is_empty();
    Ok(is_empty.then(|| Finding::of_file(Code::EmptyReport, Detail::Nothing)).into_iter().collect())
}
