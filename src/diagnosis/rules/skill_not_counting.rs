//! R5, R15: a skill that counts nowhere. By the file's own column; where it has none, by the rules that are proven for the
//! day; and what the file calls inactive.

use std::collections::HashSet;

use super::Found;
use crate::catalog::Catalog;
use crate::diagnosis::context::Context;
use crate::diagnosis::{Code, Confidence, Detail, Finding, NotCounting, Why};
use crate::model::{Field, Skill};
use crate::standing::Rules;

/// Every skill that counts nowhere.
pub fn find(context: &Context<'_>) -> Found {
    let company = context.company;
    // Of two files one may say where skills count, and the other list skills that it does not: of these the rules tell, if any do.
    let by_rules = match company.says_where_skills_count() {
        true if company.has_two_files() => ByRules::new(context).ok(),
        true => None,
        false => Some(ByRules::new(context)?),
    };
    let findings = context.skills().filter_map(|(account, number, skill)| {
        let unnamed = || by_rules.as_ref().is_some_and(|rules| rules.leaves_out(skill));
        let (why, field) = match company.counts_for(skill) {
            Some([]) => (NotCounting::ByFile, Field::Relevant),
            None if unnamed() => (NotCounting::ByRules, Field::SkillName),
            _ if skill.active == Some(false) && skill.expires.is_none_or(|last| last >= context.as_of) => {
                (NotCounting::Inactive, Field::Status)
            }
            _ => return None,
        };
        let evidence = context.cells_of_skill(skill, &[Field::SkillName, Field::SkillId, field]);
        let mut finding = Finding::of_skill(Code::SkillNotCounting, account, number, Detail::NotCounting(why), evidence);
        finding.evidence.dedup();
        finding.confidence = (why == NotCounting::ByRules).then_some(Confidence::Likely);
        Some(finding)
    });
    Ok(findings.collect())
}

/// By item, whether rules that are proven for the day leave it out.
struct ByRules(Vec<bool>);

impl ByRules {
    fn new(context: &Context<'_>) -> Result<ByRules, Why> {
        let rules = context.rules;
        // Of the competencies too little is proven to say what they did not ask for; every designation has to be.
        let is_over = rules.numbers.competencies_end.is_some_and(|end| context.as_of > end);
        let all_proven = rules.designations.iter().all(|(_, version)| version.as_ref().is_some_and(|v| v.in_force));
        if !context.company.accounts.is_empty() && (!is_over || !all_proven || rules.designations.is_empty()) {
            return Err(Why::Rules);
        }
        let named = named(rules);
        // An exam may make a certification that is named.
        let leads_on = leads_on(context.catalog, &named);
        let items = context.company.items.iter().map(|item| {
            let id = item.id.as_deref().filter(|_| item.known).map(str::to_lowercase);
            id.is_some_and(|id| !named.contains(&id) && !leads_on.contains(&id))
        });
        Ok(ByRules(items.collect()))
    }

    fn leaves_out(&self, skill: &Skill) -> bool {
        self.0.get(skill.item as usize).copied().unwrap_or(false)
    }
}

/// Every id that the rules of the designations name.
fn named(rules: &Rules<'_>) -> HashSet<String> {
    let metrics = rules.designations.iter().filter_map(|(_, version)| version.as_ref()).flat_map(|v| &v.rules.metrics);
    metrics.flat_map(|metric| &metric.steps).flat_map(|step| &step.any_of).map(|id| id.to_lowercase()).collect()
}

/// What leads to something that is named: its exams, and the certifications that it asks for first.
fn leads_on(catalog: &Catalog, named: &HashSet<String>) -> HashSet<String> {
    let wanted = catalog.credentials.iter().filter(|c| named.contains(&c.id.to_lowercase()));
    wanted.flat_map(|c| c.exam_sets.iter().flatten().chain(&c.prerequisites)).map(|id| id.to_lowercase()).collect()
}
