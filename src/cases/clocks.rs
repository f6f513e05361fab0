//! How long there is to wait: by the rules, from what is known of a case.

use chrono::{Days, Months, NaiveDate, TimeDelta};

use super::{Awaited, Case, Entry, Matter, Point, State, Time, Topic, What, When};
use crate::diagnosis::Code;
use crate::model::spans::{ASSESSMENT_DAYS, SKILL_DAYS, pmc_counts_until};

/// What is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Which {
    /// What was earned and associated shows, counted from the later of both: 72 hours, an assessment 7 to 10 days, points of a
    /// designation 10 days (R3, R13).
    Shows(Awaited),
    /// A confirmed merge shows: 24 hours (R3).
    Merge,
    /// The next association is possible: 30 days after the last one, at most three a year; the day that the profile shows goes
    /// before both (R8, T4).
    Association,
    /// Skills that are associated in PMC alone still count: six months after the move (R7).
    Pmc,
    /// Whoever was asked or reminded answers: seven days.
    Answer,
    /// The day to come back to it, as it was set.
    Own,
}

/// When a wait is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Until {
    /// When this day has passed.
    Through(NaiveDate),
    /// From this day on.
    From(NaiveDate),
    /// At this moment.
    At(Time),
}

/// A wait.
#[derive(Clone, Debug, PartialEq)]
pub struct Clock {
    /// What is waited for.
    pub which: Which,
    /// The point that waits; `None`: the whole case.
    pub about: Option<Matter>,
    /// Since when.
    pub since: When,
    /// From when on it may be over, where that is long before the end; an assessment may show after 7 days.
    pub earliest: Option<NaiveDate>,
    /// Until when.
    pub until: Until,
    /// Whether it is over.
    pub is_over: bool,
}

/// Hours until a new skill shows (R3).
const SKILL_HOURS: i64 = 24 * SKILL_DAYS.cast_signed();
/// Days until points of a designation count (R13).
const POINTS_DAYS: u64 = 10;
/// Hours until a confirmed merge shows (R3).
const MERGE_HOURS: i64 = 24;
/// Days between two associations, how many are possible in a year, and a year (R8).
const ASSOCIATION: (u64, usize, u32) = (30, 3, 12);
/// Days without an answer.
const ANSWER_DAYS: u64 = 7;

impl Until {
    /// Whether it is over at a time.
    #[must_use]
    pub fn is_over(self, time: Time) -> bool {
        match self {
            Until::Through(day) => time.date_naive() > day,
            Until::From(day) => time.date_naive() >= day,
            Until::At(end) => time >= end,
        }
    }

    /// The day.
    #[must_use]
    pub fn day(self) -> NaiveDate {
        match self {
            Until::Through(day) | Until::From(day) => day,
            Until::At(time) => time.date_naive(),
        }
    }

    /// How long it runs yet, where the moment is known; `None`: only the day is, or it is over.
    #[must_use]
    pub fn left(self, now: Time) -> Option<TimeDelta> {
        if let Until::At(end) = self { Some(end - now).filter(|left| *left > TimeDelta::zero()) } else { None }
    }
}

/// The day from which the next association is possible after those of some days; `None`: at once, there were none (R8). Whether
/// a year is one of the calendar is not documented: counted from the first of the last three, it is not said too early.
#[must_use]
pub fn next_association(days: &[NaiveDate]) -> Option<NaiveDate> {
    let mut days = days.to_vec();
    days.sort_unstable();
    days.dedup();
    let (between, most, year) = ASSOCIATION;
    let after_last = days.last()?.checked_add_days(Days::new(between))?;
    let first_of_most = days.len().checked_sub(most).and_then(|at| days.get(at));
    Some(first_of_most.and_then(|day| day.checked_add_months(Months::new(year))).map_or(after_last, |day| day.max(after_last)))
}

/// The waits of a case, of the points that are not settled; those that are over too. `moved`: the day of the company's move, if
/// that is known (R7).
#[must_use]
pub fn clocks(case: &Case, moved: Option<NaiveDate>, now: Time) -> Vec<Clock> {
    let mut all: Vec<Clock> = Vec::new();
    for point in case.points().iter().filter(|point| !point.state.stage().is_settled()) {
        let facts = Facts { case, point, now };
        let found = [facts.shows(), facts.merge(), facts.association(), facts.pmc(moved), facts.answer(), facts.own()];
        for clock in found.into_iter().flatten() {
            // What the whole case waits for is said once, and not for each point.
            if !all.contains(&clock) {
                all.push(clock);
            }
        }
    }
    all
}

/// What is known of a point.
struct Facts<'c> {
    case: &'c Case,
    point: &'c Point<'c>,
    now: Time,
}

impl<'c> Facts<'c> {
    fn clock(&self, which: Which, about: Option<&Matter>, since: When, until: Until) -> Clock {
        Clock { which, about: about.cloned(), since, earliest: None, until, is_over: until.is_over(self.now) }
    }

    /// What was said last of the point itself, else of the whole case.
    fn last<T>(&self, read: impl Fn(&What) -> Option<T>) -> Option<(&'c Entry, T)> {
        let of = |own: bool| self.case.entries(Some(self.point.matter)).rev().filter(move |entry| entry.about.is_some() == own);
        let found = |entry: &'c Entry| Some((entry, read(&entry.what)?));
        of(true).find_map(found).or_else(|| of(false).find_map(found))
    }

    fn associations(&self) -> Vec<(&'c Entry, When)> {
        let when = |entry: &'c Entry| if let What::Associated { when } = entry.what { Some((entry, when)) } else { None };
        self.case.entries(Some(self.point.matter)).filter_map(when).collect()
    }

    /// R3, R13.
    fn shows(&self) -> Option<Clock> {
        let earned = self.last(|what| if let What::Earned { when, awaited } = what { Some((*when, *awaited)) } else { None });
        let associated = self.associations().into_iter().reduce(|a, b| if later(a.1, b.1) == a.1 { a } else { b });
        let is_own = |entry: Option<&Entry>| entry.is_some_and(|entry| entry.about.is_some());
        let own = is_own(earned.map(|(entry, _)| entry)) || is_own(associated.map(|(entry, _)| entry));
        if !own && !waits_to_show(self.point.matter) {
            return None;
        }
        let awaited = earned.map_or(Awaited::Skill, |(_, (_, awaited))| awaited);
        let since = match (earned.map(|(_, (when, _))| when), associated.map(|(_, when)| when)) {
            (Some(earned), Some(associated)) => later(earned, associated),
            (one, other) => one.or(other)?,
        };
        let until = match awaited {
            Awaited::Skill => hours_after(since, SKILL_HOURS)?,
            Awaited::Assessment => Until::Through(since.day().checked_add_days(Days::new(ASSESSMENT_DAYS.1))?),
            Awaited::Points => Until::Through(since.day().checked_add_days(Days::new(POINTS_DAYS))?),
        };
        let mut clock = self.clock(Which::Shows(awaited), own.then_some(self.point.matter), since, until);
        if awaited == Awaited::Assessment {
            clock.earliest = since.day().checked_add_days(Days::new(ASSESSMENT_DAYS.0));
        }
        Some(clock)
    }

    /// R3, T1.
    fn merge(&self) -> Option<Clock> {
        let (entry, when) = self.last(|what| if let What::MergeConfirmed { when } = what { Some(*when) } else { None })?;
        Some(self.clock(Which::Merge, entry.about.as_ref(), when, hours_after(when, MERGE_HOURS)?))
    }

    /// R8, T4.
    fn association(&self) -> Option<Clock> {
        if let Some((entry, from)) = self.last(|what| if let What::MayAssociate { from } = what { Some(*from) } else { None }) {
            return Some(self.clock(Which::Association, entry.about.as_ref(), When::Time(entry.at), Until::From(from)));
        }
        if self.point.matter.topic != Topic::Checklist("limit".to_owned()) {
            return None;
        }
        let days: Vec<NaiveDate> = self.associations().iter().map(|(_, when)| when.day()).collect();
        let last = days.iter().max()?;
        Some(self.clock(Which::Association, Some(self.point.matter), When::Day(*last), Until::From(next_association(&days)?)))
    }

    /// R7, T5.
    fn pmc(&self, moved: Option<NaiveDate>) -> Option<Clock> {
        if self.point.matter.code() != Some(Code::PmcOnly) && self.point.matter.topic != Topic::Checklist("old-portal".to_owned()) {
            return None;
        }
        let own = self.last(|what| if let What::Moved { on } = what { Some(*on) } else { None });
        let moved = own.map(|(_, on)| on).or(moved)?;
        let until = Until::Through(pmc_counts_until(moved)?);
        Some(self.clock(Which::Pmc, own.and_then(|(entry, _)| entry.about.as_ref()), When::Day(moved), until))
    }

    /// Since somebody was asked or reminded last, unless what came then is an answer.
    fn answer(&self) -> Option<Clock> {
        let mut asked: Option<(&Entry, NaiveDate)> = None;
        for entry in self.case.entries(Some(self.point.matter)) {
            match &entry.what {
                What::Asked { on } | What::Reminded { on } => asked = Some((entry, *on)),
                what if is_an_answer(what) => asked = None,
                _ => {}
            }
        }
        let (entry, on) = asked?;
        let until = Until::From(on.checked_add_days(Days::new(ANSWER_DAYS))?);
        Some(self.clock(Which::Answer, entry.about.as_ref(), When::Day(on), until))
    }

    fn own(&self) -> Option<Clock> {
        let (State::Waiting(Some(until)), Some(entry)) = (&self.point.state, self.point.since) else { return None };
        Some(self.clock(Which::Own, Some(self.point.matter), When::Time(entry.at), Until::From(*until)))
    }
}

/// Whether what was asked for has come, or is no longer waited for.
fn is_an_answer(what: &What) -> bool {
    matches!(
        what,
        What::Answered { .. } | What::Earned { .. } | What::Associated { .. } | What::MergeConfirmed { .. } | What::Support { .. }
    )
}

/// Whether what is known of the whole case, an association above all, has to show for this point.
fn waits_to_show(matter: &Matter) -> bool {
    if let Topic::Checklist(id) = &matter.topic {
        return ["not-showing", "joined", "no-skills", "old-portal", "empty-download"].contains(&id.as_str());
    }
    matter.code().is_some_and(|code| {
        matches!(
            code,
            Code::NotAssociated
                | Code::PmcOnly
                | Code::ConflictingAssociation
                | Code::NobodyAssociated
                | Code::EmptyReport
                | Code::NoSkills
                | Code::MissingMcid
                | Code::MissingFromReport
                | Code::TooRecent
        )
    })
}

/// The later of both. Of a day whose hour is not known, it may have been the last one.
fn later(a: When, b: When) -> When {
    match (a, b) {
        (When::Time(x), When::Time(y)) => When::Time(x.max(y)),
        _ if a.day() == b.day() => When::Day(a.day()),
        _ if a.day() > b.day() => a,
        _ => b,
    }
}

/// So many hours, whole days of them, later.
fn hours_after(when: When, hours: i64) -> Option<Until> {
    match when {
        When::Time(time) => time.checked_add_signed(TimeDelta::try_hours(hours)?).map(Until::At),
        When::Day(day) => day.checked_add_signed(TimeDelta::try_hours(hours)?).map(Until::Through),
    }
}

#[cfg(test)]
mod tests;
