//! How long things take and last by the rules: what several of the program's answers count with.

use chrono::{Days, Months, NaiveDate};

use super::SkillType;

/// Days that a report may be old: it says little of what came after it (R1).
pub const RECENT_DAYS: i64 = 31;
/// Days until a new skill shows (R3).
pub const SKILL_DAYS: u64 = 3;
/// Days until a new assessment shows, at the earliest and at the latest (R3).
pub const ASSESSMENT_DAYS: (u64, u64) = (7, 10);
/// Months after the move in which PMC counts (R7).
const MOVE_MONTHS: u32 = 6;

/// The last day of the wait until what was earned on a day shows (R3).
#[must_use]
pub fn shows_by(kind: SkillType, earned: NaiveDate) -> Option<NaiveDate> {
    let days = if kind == SkillType::Assessment { ASSESSMENT_DAYS.1 } else { SKILL_DAYS };
    earned.checked_add_days(Days::new(days))
}

/// The last day on which skills that are associated in PMC alone count, after a move on a day (R7).
#[must_use]
pub fn pmc_counts_until(moved: NaiveDate) -> Option<NaiveDate> {
    moved.checked_add_months(Months::new(MOVE_MONTHS))
}
