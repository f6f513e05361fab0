//! R4, R16: a skill of one person that a skills report and a TrainingCompletions both list, and do not describe alike. That one
//! of them does not list it is no contradiction.

use super::Found;
use crate::diagnosis::context::Context;
use crate::diagnosis::{Code, Detail, Finding};
use crate::model::Field;

/// What the two files do not say alike, with the cells of both.
pub fn find(context: &Context<'_>) -> Found {
    let findings = context.company.disagreements().iter().map(|one| {
        let fields = [Field::SkillName, Field::SkillId, one.about.field()];
        let evidence = one.rows.iter().flat_map(|at| context.cells(*at, &fields)).collect();
        Finding::of_skill(Code::ReportsDisagree, one.account, one.skill, Detail::Disagree(one.about), evidence)
    });
    Ok(findings.collect())
}
