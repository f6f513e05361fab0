//! R12: a certification inside the six months before its end, in which it can be renewed without an exam.

use chrono::Months;

use super::Found;
use crate::diagnosis::context::Context;
use crate::diagnosis::{Code, Detail, Finding};
use crate::model::{Field, SkillType};

/// The months before the end in which the renewal is open (R12).
const RENEWAL_MONTHS: u32 = 6;

/// What can be renewed now, that which ends first in front. Not what is withdrawn: of that there is no renewal.
pub fn find(context: &Context<'_>) -> Found {
    context.needs(Field::ExpirationDate)?;
    let opens = |last: chrono::NaiveDate| last.checked_sub_months(Months::new(RENEWAL_MONTHS));
    let is_open = |last: chrono::NaiveDate| last >= context.as_of && opens(last).is_some_and(|first| first <= context.as_of);
    let mut open: Vec<_> = context.latest().iter().filter(|row| is_open(row.last)).collect();
    open.sort_by_key(|row| row.last);
    let findings = open.into_iter().filter_map(|row| {
        let skill = context.company.skills(row.account).get(row.skill as usize)?;
        let facts = context.items.of(skill);
        if skill.active == Some(false) || facts.withdrawn.is_some() || facts.kind != SkillType::Certification {
            return None;
        }
        let evidence = context.cells_of_skill(skill, &[Field::SkillName, Field::ExpirationDate]);
        Some(Finding::of_skill(Code::Expiring, row.account, row.skill, Detail::LastDay(row.last), evidence))
    });
    Ok(findings.collect())
}
