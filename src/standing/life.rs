//! The life of what a company holds (R11): the warning before the anniversary, the renewal window, what is at risk.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::competencies::LevelStanding;
use super::question::Enrolment;
use crate::catalog::programmes::ProgrammeRules;

/// Where a day lies in the year of a competency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// More than the three months before the anniversary.
    Quiet,
    /// In the months before the anniversary in which there is still time to pass something.
    Look,
    /// The anniversary has passed, and it can be renewed.
    Renewal,
    /// The renewal window is closed.
    Over,
}

/// Whether something held is projected to be lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Risk {
    /// Enough people are left at the anniversary, if nobody leaves.
    No,
    /// Too few are left at the anniversary if nobody renews.
    Yes,
    /// There are no rules for the day, or they leave it open.
    CannotTell,
}

/// The stages of a competency (R11).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nobody meets any requirement.
    NotStarted,
    /// Some requirement is in progress.
    Started,
    /// Everything is met, and it is not held.
    Qualified,
    /// It is held.
    Active,
    /// It is held, and projected to be missed at the anniversary.
    AtRisk,
}

/// The life of a competency that is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Life {
    /// What is held, and until when.
    pub enrolment: Enrolment,
    /// From this day on somebody should look (R11: three months before the anniversary).
    pub look_from: NaiveDate,
    /// First and last day of the renewal window; benefits go on meanwhile.
    pub renewal: (NaiveDate, NaiveDate),
    /// Where the day asked about lies.
    pub phase: Phase,
    /// Whether it is projected to be lost. Never, where the anniversary was waived.
    pub risk: Risk,
    /// The anniversary fell into the months that were waived for the pandemic.
    pub waived: bool,
}

fn plus(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_add_days(Days::new(days.into())).unwrap_or(day)
}

/// Anniversaries from January to June 2021 were waived (R11), except for Cloud Business Applications.
#[must_use]
pub fn is_waived(competency: &str, anniversary: NaiveDate) -> bool {
    anniversary.year() == 2021 && anniversary.month() <= 6 && competency != "cloud-business-applications"
}

/// The life of a held competency on a day. `levels`: what is held, under each option whose rules are in force.
pub(super) fn life(enrolment: &Enrolment, as_of: NaiveDate, numbers: &ProgrammeRules, levels: &[&LevelStanding]) -> Life {
    let anniversary = enrolment.anniversary;
    let look_from = anniversary.checked_sub_months(Months::new(numbers.check_ahead_months)).unwrap_or(anniversary);
    let renewal = (plus(anniversary, numbers.renewal_window.0), plus(anniversary, numbers.renewal_window.1));
    let phase = if as_of > renewal.1 {
        Phase::Over
    } else if as_of > anniversary {
        Phase::Renewal
    } else if as_of >= look_from {
        Phase::Look
    } else {
        Phase::Quiet
    };
    let waived = is_waived(&enrolment.id, anniversary);
    Life {
        enrolment: enrolment.clone(),
        look_from,
        renewal,
        phase,
        risk: if waived { Risk::No } else { risk(anniversary, levels) },
        waived,
    }
}

/// One option that holds is enough; only if all break, it is at risk.
fn risk(anniversary: NaiveDate, levels: &[&LevelStanding]) -> Risk {
    let of_level = |level: &LevelStanding| match (level.skills_met, &level.until) {
        (None, _) => Risk::CannotTell,
        (Some(false), _) => Risk::Yes,
        // It asks for no people: what it asks for, no report tells.
        (Some(true), _) if level.requirements.is_empty() && level.met.is_none() => Risk::CannotTell,
        (Some(true), Some(first)) if first.on <= anniversary => Risk::Yes,
        (Some(true), _) => Risk::No,
    };
    let risks: Vec<Risk> = levels.iter().map(|level| of_level(level)).collect();
    if risks.contains(&Risk::No) {
        Risk::No
    } else if risks.is_empty() || risks.contains(&Risk::CannotTell) {
        Risk::CannotTell
    } else {
        Risk::Yes
    }
}

/// When a designation has to have qualified on one day (R13).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// First day of the five months before.
    pub first: NaiveDate,
    /// Last day of the month.
    pub last: NaiveDate,
    /// The anniversary, if it is enrolled: it stays so until then, whatever the score.
    pub enrolled_until: Option<NaiveDate>,
}

/// The qualification window: the month of the anniversary if enrolled, else the month of the day, and the five before.
#[must_use]
pub fn window(as_of: NaiveDate, anniversary: Option<NaiveDate>) -> Window {
    let month = anniversary.unwrap_or(as_of).with_day(1).unwrap_or(as_of);
    let first = month.checked_sub_months(Months::new(5)).unwrap_or(month);
    let next = month.checked_add_months(Months::new(1)).unwrap_or(month);
    Window { first, last: next.pred_opt().unwrap_or(next), enrolled_until: anniversary }
}
