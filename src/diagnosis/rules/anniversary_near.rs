//! R11: something that is held has its anniversary within three months, or can be renewed after it. Anniversaries that were
//! waived are none.

use chrono::{Days, Months};

use super::Found;
use crate::diagnosis::context::Context;
use crate::diagnosis::{Anniversary, Cell, Code, Detail, Finding, Of};
use crate::standing::{Enrolment, is_waived};

/// One finding for each thing that is held, the next anniversary first.
pub fn find(context: &Context<'_>) -> Found {
    let mut findings: Vec<(i64, Finding)> = context.question.enrolments.iter().filter_map(|held| near(context, held)).collect();
    findings.sort_by_key(|(days, _)| *days);
    Ok(findings.into_iter().map(|(_, finding)| finding).collect())
}

fn near(context: &Context<'_>, held: &Enrolment) -> Option<(i64, Finding)> {
    let numbers = context.rules.numbers;
    let look_from = held.anniversary.checked_sub_months(Months::new(numbers.check_ahead_months))?;
    // The renewal window is one of competencies; a designation stays until its anniversary and is renewed by then (R13).
    let after = if held.level.is_some() { numbers.renewal_window.1 } else { 0 };
    let renew_until = held.anniversary.checked_add_days(Days::new(after.into()))?;
    if context.as_of < look_from || context.as_of > renew_until || is_waived(&held.id, held.anniversary) {
        return None;
    }
    let days = (held.anniversary - context.as_of).num_days();
    let life = context.standing().competencies.iter().find(|c| c.id == held.id).and_then(|c| c.life.clone());
    let life = life.filter(|life| life.enrolment == *held);
    let near = Anniversary { held: held.clone(), days, renew_until, life };
    let mut finding = Finding::of_file(Code::AnniversaryNear, Detail::Anniversary(Box::new(near)));
    let is_it = |of: &crate::model::Held| of.id == held.id && Some(of.level) == held.level && of.anniversary == held.anniversary;
    let of_history = (0u32..).zip(context.ask.history).filter(|(_, of)| is_it(of));
    finding.evidence = of_history.map(|(number, of)| Cell { of: Of::History(number), row: of.row, column: None }).collect();
    Some((days, finding))
}
