//! Cases as they are kept: looked at beside a report, changed, and closed by a newer report.

use chrono::{Local, NaiveDate, NaiveTime, TimeZone};

use crate::cases::{self, Change, Newer, Time};
use crate::diagnosis::Diagnosis;
use crate::entered::company_key;
use crate::model::Company;
use crate::session::Explore;

use super::super::app::Deck;
use super::super::casework::{CaseWork, CasesKept, changes};
use super::super::followed::Followed;

/// The moment to which clocks are told: now, unless the day is a given one, as that of the sample is. `None` where the
/// system's clock tells no moment.
#[must_use]
pub fn moment(explore: &Explore, as_of: NaiveDate) -> Option<Time> {
    if let Some(moment) = explore.moment {
        return Some(moment);
    }
    let day = if explore.demo { Some(as_of) } else { explore.as_of };
    match day {
        None => Some(Local::now().fixed_offset()),
        Some(day) => Local.from_local_datetime(&day.and_time(NaiveTime::from_hms_opt(12, 0, 0)?)).earliest().map(|at| at.fixed_offset()),
    }
}

/// A report, as cases are looked at beside it.
pub struct Beside<'b> {
    /// Its company.
    pub company: &'b Company,
    /// What was found in it.
    pub diagnosis: &'b Diagnosis,
    /// The day of the move, as it was entered (R7).
    pub moved: Option<NaiveDate>,
    /// It is the newest that is open, seen from its usual day: what it proves is proven.
    pub proves: bool,
}

/// The cases beside a report, and what it changed in them: solved points are done, and what came back is open again.
#[must_use]
pub fn follow(explore: &Explore, beside: &Beside<'_>, as_of: NaiveDate) -> (Followed, Vec<Change>) {
    let Some(now) = moment(explore, as_of) else { return (Followed::default(), Vec::new()) };
    let key = company_key(beside.company);
    let look = explore.cases.look(&key);
    let (mut kept, mut trouble, mut made) = (look.value, look.trouble, Vec::new());
    let on = beside.company.report_date.map(|(day, _)| day).filter(|_| beside.proves && trouble.is_none());
    if let Some(on) = on {
        let newer = Newer { company: beside.company, diagnosis: beside.diagnosis, on };
        let changes = cases::look_at(&kept, &newer, now);
        if !changes.is_empty() {
            match explore.cases.change(&key, &changes) {
                Ok(changed) => (kept, made) = (changed.now, changed.made),
                Err(error) => trouble = Some(error),
            }
        }
    }
    let mut followed = Followed::new(kept, beside.company, beside.diagnosis, beside.moved, now);
    followed.trouble = trouble;
    (followed, made)
}

/// Does some work in cases, and looks at them again.
#[must_use]
pub fn case_work(explore: &Explore, deck: &Deck, work: CaseWork) -> CasesKept {
    let (company, prepared) = (deck.company(), &deck.prepared);
    let outcome = || {
        let now = moment(explore, prepared.as_of).ok_or(crate::kept::KeptError::NoFolder)?;
        let report = company.report_date.map(|(day, _)| day);
        let kept = explore.cases.look(&work.company).value;
        let changed = explore.cases.change(&work.company, &changes(&work.work, &kept, report, now))?;
        let moved = prepared.standing.question().move_date;
        Ok((changed.made, Box::new(Followed::new(changed.now, company, &prepared.diagnosis, moved, now))))
    };
    let outcome = outcome();
    CasesKept { work, outcome }
}
