//! R2: a required column is missing. What needs it stays silent, until somebody points the column out.

use super::Found;
use crate::diagnosis::context::Context;
use crate::diagnosis::{Code, Detail, Finding};

/// One finding for each required column.
pub fn find(context: &Context<'_>) -> Found {
    let missing = context.company.missing();
    Ok(missing.into_iter().map(|field| Finding::of_file(Code::ColumnMissing, Detail::Column(field))).collect())
}
