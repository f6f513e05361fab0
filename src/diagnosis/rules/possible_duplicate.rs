//! T1, R14: maybe one person, two MCIDs. One finding for each account of a pair, with all accounts that it is paired with.

use super::Found;
use crate::diagnosis::context::Context;
use crate::diagnosis::{Code, Detail, Finding, Why};
use crate::model::Field;

/// The accounts that may be somebody's second one, the surest first.
pub fn find(context: &Context<'_>) -> Found {
    context.needs(Field::Mcid)?;
    let names = [Field::FirstName, Field::LastName, Field::DisplayName];
    let addresses = [Field::Email, Field::EmailPrivate, Field::AadUserId];
    let has = |fields: &[Field]| fields.iter().any(|field| context.company.has(*field));
    if !context.company.accounts.is_empty() && !has(&names) && !has(&addresses) {
        return Err(Why::Names);
    }
    let findings = context.pairs().by_account().filter_map(|(account, pairs)| {
        let others: Vec<u32> = pairs.iter().filter_map(|pair| pair.other(account)).collect();
        let likeness = pairs.first()?.likeness;
        let fields: Vec<Field> = names.iter().chain(&addresses).chain(&[Field::Mcid]).copied().collect();
        let evidence = [account].iter().chain(&others).flat_map(|of| context.cells_of_account(*of, &fields)).collect();
        let mut finding = Finding::of_account(Code::PossibleDuplicate, account, Detail::Duplicate(likeness), evidence);
        finding.confidence = Some(likeness.confidence);
        finding.others = others;
        Some(finding)
    });
    let mut findings: Vec<Finding> = findings.collect();
    findings.sort_by_key(|finding| (finding.confidence, finding.account));
    Ok(findings)
}
