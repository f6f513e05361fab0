//! P4, R15: nobody's skill counts whose account is not associated in Partner Center.

use std::cmp::Reverse;

use super::{Found, pmc_only};
use crate::diagnosis::context::Context;
use crate::diagnosis::{Cell, Code, Detail, Finding};
use crate::model::{Association, Field};

/// Who is not associated, and is no priority user either; those first whose association brings most.
pub fn find(context: &Context<'_>) -> Found {
    context.needs_association(Field::AssociatedPc)?;
    let is_it = |account: &u32| context.company.account(*account).pc == Association::No && !pmc_only::holds(context, *account);
    let accounts: Vec<u32> = context.accounts().filter(is_it).collect();
    let gains = context.gains(&accounts);
    let findings = accounts.into_iter().zip(gains).map(|(account, gain)| {
        let mut evidence = context.cells_of_account(account, &[Field::AssociatedPc]);
        let skills = context.would_count_of(account);
        let learn = context.learn(account);
        evidence.extend(learn.map(|says| Cell::of_list(says.cell)));
        let detail = Detail::NotAssociated { skills, gain, learn: learn.map(|says| says.yes) };
        Finding::of_account(Code::NotAssociated, account, detail, evidence)
    });
    let mut findings: Vec<Finding> = findings.collect();
    findings.sort_by_key(|finding| match &finding.detail {
        Detail::NotAssociated { skills, gain, .. } => Reverse(pmc_only::worth(gain, *skills)),
        _ => Reverse((0, 0, 0, 0)),
    });
    Ok(findings)
}
