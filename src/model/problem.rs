//! What there is to settle about an account, as far as the file alone tells.

use chrono::{Days, NaiveDate};

use super::{Association, Company, Skill};

/// Something to settle, or to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Associated in the old portal alone, with a skill that could count (R7).
    PmcOnly,
    /// Not associated in Partner Center.
    NotAssociated,
    /// Associated: yes in one row and no in another.
    Contradictory,
    /// A valid skill expires within 90 days.
    Expiring,
    /// No MCID.
    NoMcid,
    /// No skills.
    NoSkills,
    /// A skill has expired. History: nothing to settle by itself.
    Expired,
}

impl Problem {
    /// All of them, in the order in which somebody wants to see them.
    pub const ALL: [Problem; 7] = [
        Problem::PmcOnly,
        Problem::NotAssociated,
        Problem::Contradictory,
        Problem::Expiring,
        Problem::NoMcid,
        Problem::NoSkills,
        Problem::Expired,
    ];

    /// As a filter names it: `problem:pmc-only`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Problem::PmcOnly => "pmc-only",
            Problem::NotAssociated => "not-associated",
            Problem::Contradictory => "contradictory",
            Problem::Expiring => "expiring",
            Problem::NoMcid => "no-mcid",
            Problem::NoSkills => "no-skills",
            Problem::Expired => "expired",
        }
    }

    /// Whether it is one to settle.
    #[must_use]
    pub fn is_open(self) -> bool {
        self != Problem::Expired
    }

    /// Whether an account has it on a day.
    #[must_use]
    pub fn holds(self, company: &Company, number: u32, as_of: NaiveDate) -> bool {
        let account = company.account(number);
        let skills = company.skills(number);
        let unexpired = |s: &Skill| s.active != Some(false) && s.expires.is_none_or(|last| last >= as_of);
        match self {
            Problem::PmcOnly => {
                let could_count = |s: &Skill| company.counts_for(s).is_none_or(|e| !e.is_empty()) && unexpired(s);
                account.pmc == Association::Yes && account.pc == Association::No && skills.iter().any(could_count)
            }
            Problem::NotAssociated => account.pc == Association::No,
            Problem::Contradictory => account.pc == Association::Contradictory,
            Problem::Expiring => {
                let soon = as_of.checked_add_days(Days::new(90)).unwrap_or(as_of);
                skills.iter().any(|s| s.active != Some(false) && s.expires.is_some_and(|last| (as_of..=soon).contains(&last)))
            }
            Problem::NoMcid => company.mcid(account).is_empty(),
            Problem::NoSkills => skills.is_empty(),
            Problem::Expired => skills.iter().any(|s| s.expires.is_some_and(|last| last < as_of)),
        }
    }

    /// Whether an account has anything to settle on a day.
    #[must_use]
    pub fn any(company: &Company, number: u32, as_of: NaiveDate) -> bool {
        Problem::ALL.into_iter().filter(|p| p.is_open()).any(|p| p.holds(company, number, as_of))
    }
}
