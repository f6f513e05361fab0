//! R3: a skill that was earned so short before the report that it may not show everywhere yet.

use super::Found;
use crate::diagnosis::context::Context;
use crate::diagnosis::{Code, Detail, Finding, Why};
use crate::model::Field;
use crate::model::spans::shows_by;

/// What is recent on the day of the report.
pub fn find(context: &Context<'_>) -> Found {
    context.needs(Field::CompletionDate)?;
    let Some(report) = context.ask.report_date else { return Err(Why::ReportDate) };
    let findings = context.skills().filter_map(|(account, number, skill)| {
        let earned = skill.earned?;
        let until = shows_by(context.items.of(skill).kind, earned)?;
        // What is dated after the report is no proof of anything.
        if earned > report || until < report {
            return None;
        }
        let evidence = context.cells_of_skill(skill, &[Field::SkillName, Field::CompletionDate]);
        Some(Finding::of_skill(Code::TooRecent, account, number, Detail::Wait(until), evidence))
    });
    Ok(findings.collect())
}
