//! What there is to do today: a wait is over, and nobody has done anything since.

use chrono::NaiveDate;

use super::{Case, Cases, Clock, Entry, Time, What, Which, clocks};

/// A case that somebody has to look after today, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Due<'c> {
    /// The case.
    pub case: &'c Case,
    /// What ran out, the longest ago first.
    pub clocks: Vec<Clock>,
}

/// The waits of a case that are over and not answered by a later action. A note is none, and neither is what a report says.
#[must_use]
pub fn due(case: &Case, moved: Option<NaiveDate>, now: Time) -> Vec<Clock> {
    let mut over = clocks(case, moved, now);
    over.retain(|clock| clock.is_over && !is_answered(case, clock));
    over.sort_by_key(|clock| clock.until.day());
    over
}

/// All cases that are due, the longest ago first. `moved`: the day of the company's move; what its own case says of it goes
/// before (R7).
#[must_use]
pub fn due_today(cases: &Cases, moved: Option<NaiveDate>, now: Time) -> Vec<Due<'_>> {
    let moved = cases.moved().or(moved);
    let all = cases.cases.iter().map(|case| Due { case, clocks: due(case, moved, now) });
    let mut all: Vec<Due<'_>> = all.filter(|due| !due.clocks.is_empty()).collect();
    all.sort_by_key(|due| due.clocks.first().map(|clock| clock.until.day()));
    all
}

impl Cases {
    /// The day of the company's move from PMC, as its own case says (R7).
    #[must_use]
    pub fn moved(&self) -> Option<NaiveDate> {
        let of_company = self.cases.iter().filter(|case| case.person().is_none());
        let moved = of_company.flat_map(|case| &case.log).filter_map(|entry| match &entry.what {
            What::Moved { on } => Some((entry.at, *on)),
            _ => None,
        });
        moved.max_by_key(|(at, _)| *at).map(|(_, on)| on)
    }
}

fn is_answered(case: &Case, clock: &Clock) -> bool {
    let is_about = |entry: &Entry| match (&entry.about, &clock.about) {
        (Some(about), Some(matter)) => about.is(matter),
        // What the whole case waits for is answered by whatever is done in it.
        _ => true,
    };
    case.log.iter().any(|entry| clock.until.is_over(entry.at) && is_about(entry) && is_an_action(&entry.what, clock.which))
}

/// Whether somebody did something. What started the clock is no answer to it, however late it was noted.
fn is_an_action(what: &What, clock: Which) -> bool {
    match what {
        What::Opened { .. } | What::Note(_) | What::Known(_) | What::Other(_) => false,
        What::Done { report } => report.is_none(),
        What::Earned { .. } => !matches!(clock, Which::Shows(_)),
        What::Associated { .. } => !matches!(clock, Which::Shows(_) | Which::Association),
        What::MayAssociate { .. } => clock != Which::Association,
        What::MergeConfirmed { .. } => clock != Which::Merge,
        What::Moved { .. } => clock != Which::Pmc,
        What::Waiting { .. } => clock != Which::Own,
        What::Asked { .. } | What::Reminded { .. } => clock != Which::Answer,
        What::Support { .. } | What::NoAction { .. } | What::Step { .. } | What::Answered { .. } => true,
    }
}

#[cfg(test)]
mod tests;
