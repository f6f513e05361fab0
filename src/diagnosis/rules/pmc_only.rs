//! R7, T5: the priority users. Associated in PMC, not in Partner Center, with a relevant skill that has not expired: these
//! skills are lost when the six months are over.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::Found;
use crate::diagnosis::context::Context;
use crate::diagnosis::{Cell, Clock, Code, Detail, Finding};
use crate::model::spans::pmc_counts_until;
use crate::model::{Association, Field, Skill};
use crate::standing::Gain;

/// The priority users, those first whose association brings most.
pub fn find(context: &Context<'_>) -> Found {
    context.needs_association(Field::AssociatedPmc)?;
    context.needs_association(Field::AssociatedPc)?;
    // The rule asks for an entry of this column: without it, they are people who are not associated.
    context.needs(Field::Relevant)?;
    let accounts: Vec<u32> = context.accounts().filter(|account| holds(context, *account)).collect();
    let clock = clock(context);
    let gains = context.gains(&accounts);
    let findings = accounts.into_iter().zip(gains).map(|(account, gain)| {
        let relevant = context.company.skills(account).iter().filter(|skill| is_relevant(context, skill));
        let rows: Vec<Vec<Cell>> = relevant.map(|skill| context.cells_of_skill(skill, &[Field::Relevant])).collect();
        let mut evidence = context.cells_of_account(account, &[Field::AssociatedPmc, Field::AssociatedPc]);
        let skills = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        evidence.extend(rows.into_iter().flatten());
        Finding::of_account(Code::PmcOnly, account, Detail::Pmc { skills, gain, clock }, evidence)
    });
    let mut findings: Vec<Finding> = findings.collect();
    findings.sort_by_key(|finding| match &finding.detail {
        Detail::Pmc { skills, gain, .. } => Reverse(worth(gain, *skills)),
        _ => Reverse((0, 0, 0, 0)),
    });
    Ok(findings)
}

/// Whether an account is a priority user's.
pub(super) fn holds(context: &Context<'_>, account: u32) -> bool {
    let of = context.company.account(account);
    of.pmc == Association::Yes
        && of.pc == Association::No
        && context.company.says_where_skills_count()
        && context.company.skills(account).iter().any(|skill| is_relevant(context, skill))
}

/// Whether the file names something for a skill that has not ended; of a skill that only a TrainingCompletions lists nothing
/// is said.
fn is_relevant(context: &Context<'_>, skill: &Skill) -> bool {
    context.is_valid(skill) && context.company.counts_for(skill).is_some_and(|entries| !entries.is_empty())
}

/// By what accounts are ranked: points by the rules of the day, people by them, people by older rules, skills.
pub(super) fn worth(gain: &Gain, skills: u32) -> (u64, u32, u32, u32) {
    // Points have few decimals that matter; whole numbers can be sorted.
    let points = (gain.points() * 1_000_000.0).round().max(0.0) as u64;
    (points, gain.people(false), gain.people(true), skills)
}

/// Last day of the six months of whoever moved last: PMC was retired in May 2022 (R7).
fn shut_down() -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2022, 11, 30)
}

fn clock(context: &Context<'_>) -> Clock {
    match context.question.move_date.and_then(pmc_counts_until) {
        None if shut_down().is_some_and(|last| last < context.as_of) => Clock::ShutDown,
        None => Clock::Unknown,
        Some(last) if last >= context.as_of => Clock::Runs(last),
        Some(last) => Clock::Over(last),
    }
}
