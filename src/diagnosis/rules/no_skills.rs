//! T1: somebody shows no skills, and which of the causes the file speaks for.

use super::Found;
use crate::diagnosis::context::Context;
use crate::diagnosis::{Cell, Code, Detail, Finding, NoSkills, Why};
use crate::model::{Association, Company, Field};

/// The accounts without a skill.
pub fn find(context: &Context<'_>) -> Found {
    // The four required columns alone tell of skills only where they are relevant.
    let names = [Field::SkillName, Field::SkillId, Field::SkillType, Field::CompletionDate];
    if !context.company.accounts.is_empty() && !names.iter().any(|field| context.company.has(*field)) {
        return Err(Why::Column(Field::SkillName));
    }
    context.needs_whole_span()?;
    // What a file lists of one account may be found on another one of the same person, where the other file has it.
    let is_without = |account: &u32| context.company.skills(*account).is_empty() && !context.company.is_listed_again(*account);
    let without = context.accounts().filter(is_without);
    let findings = without.map(|account| {
        let cause = cause(context, account);
        let learn = context.learn(account);
        let mut evidence = context.cells_of_account(account, &names);
        evidence.extend(learn.map(|says| Cell::of_list(says.cell)));
        let detail = Detail::NoSkills { cause, learn: learn.map(|says| says.yes) };
        let mut finding = Finding::of_account(Code::NoSkills, account, detail, evidence);
        if let NoSkills::Elsewhere(other) | NoSkills::MaybeElsewhere(other) = cause {
            finding.evidence.extend(skills_of(context, other));
            finding.others.push(other);
        }
        finding
    });
    Ok(findings.collect())
}

fn holds_any(company: &Company, account: u32) -> bool {
    !company.skills(account).is_empty()
}

/// Cells that name the skills of the account that holds them.
fn skills_of(context: &Context<'_>, account: u32) -> Vec<Cell> {
    let fields = [Field::Mcid, Field::SkillName];
    context.company.skills(account).first().map(|skill| context.cells_of_skill(skill, &fields)).unwrap_or_default()
}

fn cause(context: &Context<'_>, account: u32) -> NoSkills {
    let company = context.company;
    let of = company.account(account);
    let mut own = company.accounts_of(of.person).iter().filter(|other| **other != account);
    if let Some(other) = own.find(|other| holds_any(company, **other)) {
        return NoSkills::Elsewhere(*other);
    }
    let mut suspected = context.pairs().of(account).iter().filter_map(|pair| pair.other(account));
    if let Some(other) = suspected.find(|other| holds_any(company, *other)) {
        return NoSkills::MaybeElsewhere(other);
    }
    if of.pc == Association::No && of.pmc != Association::Yes { NoSkills::NotAssociated } else { NoSkills::Nothing }
}
