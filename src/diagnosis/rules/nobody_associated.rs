//! P4, T2: nobody of the report is associated in Partner Center, so nothing counts.

use super::Found;
use crate::diagnosis::context::Context;
use crate::diagnosis::{Code, Detail, Finding};
use crate::model::{Association, Field, FileRow};

/// One finding, if the file says *no* of somebody and *yes* of nobody.
pub fn find(context: &Context<'_>) -> Found {
    context.needs_association(Field::AssociatedPc)?;
    let accounts = &context.company.accounts;
    let says = |wanted: &[Association]| accounts.iter().any(|account| wanted.contains(&account.pc));
    let nobody = says(&[Association::No]) && !says(&[Association::Yes, Association::Contradictory]);
    let mut finding = Finding::of_file(Code::NobodyAssociated, Detail::Nothing);
    let headers = (0u32..).zip(context.company.sources()).map(|(file, source)| FileRow { file, row: source.header_row.unwrap_or(0) });
    finding.evidence = headers.flat_map(|header| context.cells(header, &[Field::AssociatedPc])).collect();
    Ok(nobody.then_some(finding).into_iter().collect())
}
