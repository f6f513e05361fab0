//! R12: a certification that has ended, where the person has no later row of the same that is valid.

use super::Found;
use crate::diagnosis::context::Context;
use crate::diagnosis::{Code, Detail, Finding};
use crate::model::Field;

/// What has expired, each credential of a person once: with the row that lasted longest.
pub fn find(context: &Context<'_>) -> Found {
    context.needs(Field::ExpirationDate)?;
    let mut findings = Vec::new();
    for person in 0..context.company.people {
        for (account, number, skill) in context.items.latest(context.company, person).into_values() {
            let Some(last) = skill.expires.filter(|last| *last < context.as_of) else { continue };
            let evidence = context.cells(context.company.line(skill), &[Field::SkillName, Field::ExpirationDate]);
            findings.push(Finding::of_skill(Code::Expired, account, number, Detail::LastDay(last), evidence));
        }
    }
    findings.sort_by_key(|finding| (finding.account, finding.skill));
    Ok(findings)
}
