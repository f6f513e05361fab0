//! R2: an association that is yes in one row of an account and no in another. Nobody can tell which is right.

use super::Found;
use crate::diagnosis::context::Context;
use crate::diagnosis::{Code, Detail, Finding};
use crate::model::{Association, Field};

/// The accounts that contradict themselves, with one row for each answer.
pub fn find(context: &Context<'_>) -> Found {
    if !context.company.has(Field::AssociatedPmc) {
        context.needs(Field::AssociatedPc)?;
    }
    let both = |association| association == Association::Contradictory;
    let findings = context.accounts().filter_map(|account| {
        let of = context.company.account(account);
        let (pmc, pc) = (both(of.pmc), both(of.pc));
        let rows = context.company.contradictions(account);
        let evidence = rows.flat_map(|(field, yes, no)| [context.cell(yes, field), context.cell(no, field)]);
        (pmc || pc).then(|| Finding::of_account(Code::ConflictingAssociation, account, Detail::Conflict { pmc, pc }, evidence.collect()))
    });
    Ok(findings.collect())
}
