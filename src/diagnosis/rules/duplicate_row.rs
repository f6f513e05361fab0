//! R2: rows that repeat another row of the account word for word. They count once; somebody may have pasted a file twice.

use super::Found;
use crate::diagnosis::context::Context;
use crate::diagnosis::{Cell, Code, Detail, Finding, Of};

/// The accounts with repeated rows.
pub fn find(context: &Context<'_>) -> Found {
    let findings = context.company.accounts_with_repeated_rows().into_iter().map(|account| {
        let rows = context.company.repeated_lines(account);
        let evidence: Vec<Cell> = rows.map(|at| Cell { of: Of::Report(at.file), row: at.row, column: None }).collect();
        let rows = u32::try_from(evidence.len()).unwrap_or(u32::MAX);
        Finding::of_account(Code::DuplicateRow, account, Detail::Rows(rows), evidence)
    });
    Ok(findings.collect())
}
