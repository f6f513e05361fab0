//! R2: an account without an MCID; `0`, `-` and `N/A` are none. Skills hang on the MCID and not on the address.

use super::Found;
use crate::diagnosis::context::Context;
use crate::diagnosis::{Code, Detail, Finding};
use crate::model::Field;

/// The accounts without one.
pub fn find(context: &Context<'_>) -> Found {
    context.needs(Field::Mcid)?;
    let company = context.company;
    let has_one = |account: u32| !company.mcid(company.account(account)).is_empty();
    let findings = context.accounts().filter(|account| !has_one(*account)).map(|account| {
        let elsewhere = company.accounts_of(company.account(account).person).iter().copied().find(|other| has_one(*other));
        let evidence = context.cells_of_account(account, &[Field::Mcid]);
        let mut finding = Finding::of_account(Code::MissingMcid, account, Detail::Mcid(elsewhere), evidence);
        finding.others.extend(elsewhere);
        finding
    });
    Ok(findings.collect())
}
