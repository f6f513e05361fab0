//! R16: TrainingCompletions of a short period proves no absence.

use super::Found;
use crate::diagnosis::context::Context;
use crate::diagnosis::{Code, Detail, Finding};

/// One finding, if the period is short.
pub fn find(context: &Context<'_>) -> Found {
    let span = context.short().and_then(|source| source.span);
    Ok(span.map(|(from, to)| Finding::of_file(Code::ShortSpan, Detail::Span(from, to))).into_iter().collect())
}
