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
    let mut findings = Vec::new();
    for person in 0..context.company.people {
        for (account, number, skill) in context.items.latest(context.company, person).into_values() {
            let facts = context.items.of(skill);
            let Some(last) = skill.expires else { continue };
            let is_open = last >= context.as_of && opens(last).is_some_and(|first| first <= context.as_of);
            if !is_open || skill.active == Some(false) || facts.withdrawn.is_some() || facts.kind != SkillType::Certification {
                continue;
            }
            let evidence = context.cells(context.company.line(skill), &[Field::SkillName, Field::ExpirationDate]);
            findings.push((last, Finding::of_skill(Code::Expiring, account, number, Detail::LastDay(last), evidence)));
        }
    }
    findings.sort_by_key(|(last, finding)| (*last, finding.account, finding.skill));
    Ok(findings.into_iter().map(|(_, finding)| finding).collect())
}
