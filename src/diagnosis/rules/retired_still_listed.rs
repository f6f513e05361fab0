//! R4: a skill that Microsoft has withdrawn, and the report still lists.

use super::Found;
use crate::diagnosis::context::Context;
use crate::diagnosis::{Code, Confidence, Detail, Finding};
use crate::model::Field;

/// What is withdrawn by the catalog on the day.
pub fn find(context: &Context<'_>) -> Found {
    let findings = context.skills().filter_map(|(account, number, skill)| {
        let withdrawn = context.items.of(skill).withdrawn?;
        let evidence = context.cells_of_skill(skill, &[Field::SkillName, Field::SkillId]);
        let detail = Detail::Retired { on: withdrawn.on, counts_until: withdrawn.counts_until };
        let mut finding = Finding::of_skill(Code::RetiredStillListed, account, number, detail, evidence);
        // Where the catalog has no day, it follows from the exams.
        finding.confidence = withdrawn.on.is_none().then_some(Confidence::Likely);
        Some(finding)
    });
    Ok(findings.collect())
}
