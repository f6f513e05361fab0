//! Safe until when: what breaks first if nobody renews, through whom, and by when somebody has to act.

use chrono::{Days, NaiveDate};

use super::counting::NEVER;
use super::holders::{Holders, Proof};

/// A certificate whose end breaks something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Breaker {
    /// Number of the person.
    pub person: u32,
    /// The certificate, and what ends it.
    pub proof: Proof,
}

/// That something breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Break {
    /// The first day on which it no longer holds, if nobody renews or earns anything.
    pub on: NaiveDate,
    /// The last day on which a renewal still helps: that day, less the days until a certificate counts, less the time
    /// that people need to prepare. It may have passed.
    pub renew_by: NaiveDate,
    /// Full paths of the requirements or steps that break.
    pub paths: Vec<String>,
    /// Whose certificates end on the day before, by person.
    pub breakers: Vec<Breaker>,
}

/// How many days ahead somebody has to act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lead {
    pub refresh_days: u32,
    pub preparation_days: u32,
}

impl Lead {
    pub fn before(self, day: NaiveDate) -> NaiveDate {
        let days = u64::from(self.refresh_days) + u64::from(self.preparation_days);
        day.checked_sub_days(Days::new(days)).unwrap_or(NaiveDate::MIN)
    }
}

/// The break that follows a last day. `paths`: what breaks; `whose`: the people whose certificates it rests on.
pub(super) fn break_after(last: NaiveDate, lead: Lead, paths: Vec<String>, whose: &[&Holders]) -> Option<Break> {
    let on = last.succ_opt().filter(|_| last != NEVER)?;
    let mut breakers: Vec<Breaker> = Vec::new();
    for holders in whose {
        for holder in holders.list().iter().filter(|h| h.end() == last) {
            let ending = holders.proofs(holder).iter().filter(|p| p.until == Some(last));
            breakers.extend(ending.map(|proof| Breaker { person: holder.person, proof: *proof }));
        }
    }
    breakers.sort_by_key(|b| (b.person, b.proof.account, b.proof.credential));
    breakers.dedup();
    Some(Break { on, renew_by: lead.before(on), paths, breakers })
}
