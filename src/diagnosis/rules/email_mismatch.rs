//! P5: one person with different company addresses in two files. Exams and courses have to be taken with that of the Partner
//! Center user account.

use super::Found;
use super::bad_email::is_address;
use crate::diagnosis::context::Context;
use crate::diagnosis::{Cell, Code, Detail, Finding, Why};
use crate::model::Field;
use crate::model::lists::compare::two_addresses;

/// The accounts whose person has another address in a list. What is said of both is true of a short period too (R16).
pub fn find(context: &Context<'_>) -> Found {
    if context.company.accounts.is_empty() {
        return Ok(Vec::new());
    }
    let some = |beside: &crate::model::lists::Beside<'_>| !beside.lists.staff.is_empty() || !beside.lists.users.is_empty();
    let beside = context.ask.lists.filter(some).ok_or(Why::NoList)?;
    if !context.is_about(&beside.joined.staff) && !context.is_about(&beside.joined.users) {
        return Err(Why::OtherPeople);
    }
    let mut findings: Vec<Finding> = Vec::new();
    for two in two_addresses(beside.lists, beside.joined, context.company) {
        // What is no address is said to be none, and is no second one.
        if !is_address(context.company.email(context.company.account(two.account))) {
            continue;
        }
        let at = findings.iter().position(|finding| finding.account == Some(two.account)).unwrap_or_else(|| {
            let evidence = context.cells_of_account(two.account, &[Field::Email]);
            let detail = Detail::Addresses { others: Vec::new(), by: two.by };
            findings.push(Finding::of_account(Code::EmailMismatch, two.account, detail, evidence));
            findings.len() - 1
        });
        let Some(finding) = findings.get_mut(at) else { continue };
        finding.evidence.push(Cell::of_list(two.cell));
        if let Detail::Addresses { others, .. } = &mut finding.detail
            && !others.iter().any(|known| known.eq_ignore_ascii_case(two.other))
        {
            others.push(two.other.to_owned());
        }
    }
    findings.sort_by_key(|finding| finding.account);
    Ok(findings)
}
