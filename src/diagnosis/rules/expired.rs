//! R12: a certification that has ended, where the person has no later row of the same that is valid.

use super::Found;
use crate::diagnosis::context::Context;
use crate::diagnosis::{Code, Detail, Finding};
use crate::model::Field;

/// What has expired, each credential of a person once: with the row that lasted longest.
pub fn find(context: &Context<'_>) -> Found {
    context.needs(Field::ExpirationDate)?;
    let over = context.latest().iter().filter(|row| row.last < context.as_of);
    let findings = over.map(|row| {
        let skill = context.company.skills(row.account).get(row.skill as usize);
        let evidence = skill.map_or_else(Vec::new, |skill| context.cells_of_skill(skill, &[Field::SkillName, Field::ExpirationDate]));
        Finding::of_skill(Code::Expired, row.account, row.skill, Detail::LastDay(row.last), evidence)
    });
    Ok(findings.collect())
}
