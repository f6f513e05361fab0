//! What counts on a day (R15): not expired, not withdrawn too long ago, not called inactive, and associated.

use chrono::{Months, NaiveDate};

use super::index::{Holding, Index, Origin, Retirement};
use crate::catalog::programmes::Eligibility;
use crate::model::Association;
use crate::model::spans::pmc_counts_until;

/// A day that never comes: what has no end ends then.
pub(super) const NEVER: NaiveDate = NaiveDate::MAX;

/// A last day for people: `None` where there is none.
#[must_use]
pub(super) fn said(day: NaiveDate) -> Option<NaiveDate> {
    (day != NEVER).then_some(day)
}

/// What one should know about something that counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Caveats(u8);

impl Caveats {
    /// The file does not say whether the account is associated (R15).
    pub const ASSOCIATION_NOT_SAID: Caveats = Caveats(1);
    /// The file says yes in one row and no in another.
    pub const ASSOCIATION_CONTRADICTORY: Caveats = Caveats(2);
    /// A certification that was inferred from exams (R15).
    pub const INFERRED: Caveats = Caveats(4);
    /// A certification that should have a last day, and the file gives none (R12).
    pub const EXPIRY_NOT_SAID: Caveats = Caveats(8);
    /// Associated in PMC alone: counts for six months after the company's move (R7).
    pub const PMC_ONLY: Caveats = Caveats(16);
    /// Ticked by hand (R6).
    pub const TICKED: Caveats = Caveats(32);
    /// Withdrawn, nobody knows when: whether it still counts is unknown (R15).
    pub const RETIREMENT_UNKNOWN: Caveats = Caveats(64);

    /// All of them.
    pub const ALL: [Caveats; 7] = [
        Caveats::ASSOCIATION_NOT_SAID,
        Caveats::ASSOCIATION_CONTRADICTORY,
        Caveats::INFERRED,
        Caveats::EXPIRY_NOT_SAID,
        Caveats::PMC_ONLY,
        Caveats::TICKED,
        Caveats::RETIREMENT_UNKNOWN,
    ];

    /// Whether all of the others are among these.
    #[must_use]
    pub fn has(self, others: Caveats) -> bool {
        self.0 & others.0 == others.0
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// These and others.
    #[must_use]
    pub fn with(self, others: Caveats) -> Caveats {
        Caveats(self.0 | others.0)
    }

    pub(super) fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// A message key for a single one of them.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Caveats::ASSOCIATION_NOT_SAID => "association-not-said",
            Caveats::ASSOCIATION_CONTRADICTORY => "association-contradictory",
            Caveats::INFERRED => "inferred",
            Caveats::EXPIRY_NOT_SAID => "expiry-not-said",
            Caveats::PMC_ONLY => "pmc-only",
            Caveats::TICKED => "ticked",
            Caveats::RETIREMENT_UNKNOWN => "retirement-unknown",
            _ => "several",
        }
    }
}

/// Why something stops counting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndsBy {
    /// It does not, as far as known.
    Nothing,
    /// Its own last day.
    Expiry,
    /// The end of the time for which a withdrawn credential goes on counting.
    Retirement,
    /// The end of the six months after the company's move (R7).
    Move,
}

impl EndsBy {
    /// A message key.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            EndsBy::Nothing => "nothing",
            EndsBy::Expiry => "expiry",
            EndsBy::Retirement => "retirement",
            EndsBy::Move => "move",
        }
    }
}

/// Until when a credential counts for anybody, by the rules that name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Limit {
    /// This day is the last; [`NEVER`] for one that is not withdrawn.
    Until(NaiveDate),
    /// It is withdrawn, nobody knows since when.
    Unknown,
}

/// How the rules at hand treat what is withdrawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Retiring<'r> {
    /// What they say of single credentials.
    pub eligibility: &'r [Eligibility],
    /// For how many months any other goes on counting.
    pub months: u32,
}

impl Retiring<'_> {
    /// Until when a credential counts; both days included (R15). What the rules say themselves goes before the catalog's
    /// day of retirement and the general number of months.
    pub fn limit(&self, id: &str, known: Retirement) -> Limit {
        let own = self.eligibility.iter().find(|e| e.id.eq_ignore_ascii_case(id));
        if let Some(until) = own.and_then(|e| e.counts_until) {
            return Limit::Until(until);
        }
        match own.and_then(|e| e.retired).or(known.on) {
            Some(retired) => Limit::Until(retired.checked_add_months(Months::new(self.months)).unwrap_or(NEVER)),
            None if known.retired => Limit::Unknown,
            None => Limit::Until(NEVER),
        }
    }
}

/// The day that is asked about, and the day on which PMC alone stops counting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Day {
    pub as_of: NaiveDate,
    pub pmc_until: Option<NaiveDate>,
    /// What was earned later is left out.
    pub earned_by: NaiveDate,
}

impl Day {
    /// PMC alone counts within six months of the company's move, if that is known (R7); the last day is included.
    pub fn new(as_of: NaiveDate, move_date: Option<NaiveDate>) -> Day {
        Day { as_of, pmc_until: move_date.and_then(pmc_counts_until), earned_by: as_of }
    }

    /// The same day, as if nothing had been earned after another one.
    pub fn earned_by(self, day: NaiveDate) -> Day {
        Day { earned_by: day.min(self.as_of), ..self }
    }
}

/// Whether a holding counts on a day, retirement aside; if not, the one thing in the way that can be put right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Counts { until: NaiveDate, caveats: Caveats },
    OnceAssociated { until: NaiveDate, caveats: Caveats },
    Lapsed,
    Retired,
    NotYet,
}

/// The first reason in the order of R15: dates, then the file's word, then the association.
pub(super) fn verdict(holding: &Holding, day: Day) -> Verdict {
    if holding.earned.is_some_and(|earned| earned > day.earned_by) {
        return Verdict::NotYet;
    }
    let (limit, unknown) = match holding.limit {
        Limit::Until(last) => (last, false),
        Limit::Unknown => (NEVER, true),
    };
    let until = holding.expires.unwrap_or(NEVER);
    if until < day.as_of || !holding.active {
        return Verdict::Lapsed;
    }
    if limit < day.as_of {
        return Verdict::Retired;
    }
    let until = until.min(limit);
    let mut caveats = match holding.origin {
        Origin::Listed(_) => Caveats::default(),
        Origin::Inferred(_) => Caveats::INFERRED,
        Origin::Ticked => Caveats::TICKED,
    };
    if unknown {
        caveats = caveats.with(Caveats::RETIREMENT_UNKNOWN);
    }
    if holding.expiry_missing {
        caveats = caveats.with(Caveats::EXPIRY_NOT_SAID);
    }
    match holding.pc {
        Association::Yes => Verdict::Counts { until, caveats },
        Association::NotSaid => Verdict::Counts { until, caveats: caveats.with(Caveats::ASSOCIATION_NOT_SAID) },
        Association::Contradictory => Verdict::Counts { until, caveats: caveats.with(Caveats::ASSOCIATION_CONTRADICTORY) },
        Association::No => match day.pmc_until.filter(|last| holding.pmc == Association::Yes && *last >= day.as_of) {
            Some(last) => Verdict::Counts { until: until.min(last), caveats: caveats.with(Caveats::PMC_ONLY) },
            None => Verdict::OnceAssociated { until, caveats },
        },
    }
}

/// One person with a credential.
#[derive(Clone, Copy, Debug)]
pub(super) struct Leaf {
    pub person: u32,
    pub until: NaiveDate,
    pub holding: u32,
    pub caveats: Caveats,
}

/// Who has a credential on a day, each person once, by person; a withdrawn one is not yet looked at.
#[derive(Clone, Debug, Default)]
pub(super) struct Leaves {
    /// It counts.
    pub counting: Vec<Leaf>,
    /// It would count, if an account were associated.
    pub associable: Vec<Leaf>,
    /// It counted once, or the file calls it inactive.
    pub lapsed: Vec<Leaf>,
}

impl Leaves {
    /// Of the holdings of one credential, the best of each person. `merge`: by person, the number to count it under.
    pub fn of(first: u32, holdings: &[Holding], day: Day, merge: Option<&[u32]>) -> Leaves {
        let mut leaves = Leaves::default();
        let as_one = |person: u32| merge.and_then(|m| m.get(person as usize)).copied().unwrap_or(person);
        for (number, holding) in (first..).zip(holdings) {
            let person = as_one(holding.person);
            match verdict(holding, day) {
                Verdict::Counts { until, caveats } => keep(&mut leaves.counting, Leaf { person, until, holding: number, caveats }),
                Verdict::OnceAssociated { until, caveats } => {
                    keep(&mut leaves.associable, Leaf { person, until, holding: number, caveats });
                }
                Verdict::Lapsed => {
                    let until = holding.expires.unwrap_or(NEVER);
                    keep(&mut leaves.lapsed, Leaf { person, until, holding: number, caveats: Caveats::default() });
                }
                Verdict::NotYet | Verdict::Retired => {}
            }
        }
        if merge.is_some() {
            for list in [&mut leaves.counting, &mut leaves.associable, &mut leaves.lapsed] {
                list.sort_by_key(|l| (l.person, std::cmp::Reverse(l.until), l.caveats.count()));
                list.dedup_by_key(|l| l.person);
            }
        }
        leaves
    }
}

/// Keeps what lasts longer; of two equals, what raises fewer questions.
fn keep(list: &mut Vec<Leaf>, leaf: Leaf) {
    match list.last_mut().filter(|last| last.person == leaf.person) {
        Some(last) => {
            if (leaf.until, std::cmp::Reverse(leaf.caveats.count())) > (last.until, std::cmp::Reverse(last.caveats.count())) {
                *last = leaf;
            }
        }
        None => list.push(leaf),
    }
}

/// Why a skill does or does not count where a rule names it, on a day (R15).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It counts, until this day, if there is one.
    Counts {
        /// Last day; `None`: none is known.
        until: Option<NaiveDate>,
        /// What one should know.
        caveats: Caveats,
    },
    /// It would, once the account is associated in Partner Center.
    NotAssociated {
        /// The account is associated in PMC (R7).
        pmc: bool,
    },
    /// Earned after the day.
    NotYet,
    /// Its last day has passed.
    Expired(NaiveDate),
    /// The file calls it inactive.
    Inactive,
    /// Withdrawn for longer than it counts; the last day.
    Retired(NaiveDate),
    /// Withdrawn, nobody knows when.
    RetirementUnknown,
}

impl Reason {
    /// A message key.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Reason::Counts { .. } => "counts",
            Reason::NotAssociated { .. } => "not-associated",
            Reason::NotYet => "not-yet",
            Reason::Expired(_) => "expired",
            Reason::Inactive => "inactive",
            Reason::Retired(_) => "retired",
            Reason::RetirementUnknown => "retirement-unknown",
        }
    }

    pub(super) fn of(holding: &Holding, limit: Limit, day: Day) -> Reason {
        let known = match (verdict(holding, day), limit) {
            (Verdict::NotYet, _) => return Reason::NotYet,
            (Verdict::Lapsed, _) => {
                let expired = holding.expires.filter(|last| *last < day.as_of);
                return expired.map_or(Reason::Inactive, Reason::Expired);
            }
            (_, Limit::Until(last)) if last < day.as_of => return Reason::Retired(last),
            (Verdict::Retired, _) => return Reason::Retired(day.as_of),
            (_, Limit::Unknown) => return Reason::RetirementUnknown,
            (verdict, Limit::Until(last)) => (verdict, last),
        };
        match known {
            (Verdict::Counts { until, caveats }, last) => Reason::Counts { until: said(until.min(last)), caveats },
            _ => Reason::NotAssociated { pmc: holding.pmc == Association::Yes },
        }
    }
}

/// Until when a credential counts at most, by its number in the index.
pub(super) fn limit_of(index: &Index, credential: u32, retiring: &Retiring<'_>) -> Limit {
    let known = index.retirements.get(credential as usize).copied().unwrap_or_default();
    retiring.limit(index.credential_id(credential), known)
}
