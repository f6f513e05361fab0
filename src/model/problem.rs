//! What there is to settle about an account: the kinds of finding, which account has which, and as far as the file alone tells
//! what stands in for them.

use chrono::{Days, NaiveDate};

use super::{Association, Company, Skill};

/// How much something matters; the most serious first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gravity {
    /// Something is lost unless somebody acts.
    Urgent,
    /// Somebody should act.
    Warning,
    /// Good to know.
    Info,
}

impl Gravity {
    /// All of them.
    pub const ALL: [Gravity; 3] = [Gravity::Urgent, Gravity::Warning, Gravity::Info];

    /// As a filter names it: `severity:urgent`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Gravity::Urgent => "urgent",
            Gravity::Warning => "warning",
            Gravity::Info => "info",
        }
    }
}

macro_rules! problems {
    ($($(#[$doc:meta])* $variant:ident = $name:literal, $gravity:ident;)+) => {
        /// Something to settle, or to know: the kinds of finding, by the names that these have everywhere.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Problem { $($(#[$doc])* $variant),+ }

        impl Problem {
            /// All of them, the most serious first.
            pub const ALL: [Problem; [$($name),+].len()] = [$(Problem::$variant),+];

            /// As a filter names it: `problem:pmc-only`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Problem::$variant => $name),+ }
            }

            /// How much it matters.
            #[must_use]
            pub const fn gravity(self) -> Gravity {
                match self { $(Problem::$variant => Gravity::$gravity),+ }
            }
        }
    };
}

problems! {
    /// Associated in the old portal alone, with a skill that could count (R7).
    PmcOnly = "pmc-only", Urgent;
    /// Of the file: nobody is in it.
    EmptyReport = "empty-report", Warning;
    /// Of the file: a required column is missing.
    ColumnMissing = "column-missing", Warning;
    /// Of the file: nobody is associated.
    NobodyAssociated = "nobody-associated", Warning;
    /// Of the file: it is old.
    ReportOld = "report-old", Warning;
    /// Of the file: it covers a short period.
    ShortSpan = "short-span", Warning;
    /// Of the company: an anniversary is near.
    AnniversaryNear = "anniversary-near", Warning;
    /// Not associated in Partner Center.
    NotAssociated = "not-associated", Warning;
    /// Maybe one person with two MCIDs.
    PossibleDuplicate = "possible-duplicate", Warning;
    /// Associated: yes in one row and no in another.
    ConflictingAssociation = "conflicting-association", Warning;
    /// Two reports do not say the same of a skill.
    ReportsDisagree = "reports-disagree", Warning;
    /// A skill that can be renewed now.
    Expiring = "expiring", Warning;
    /// No MCID.
    MissingMcid = "missing-mcid", Warning;
    /// On the list of the company, not in the report.
    MissingFromReport = "missing-from-report", Warning;
    /// In the report, not on the list of the company.
    LeftCompany = "left-company", Warning;
    /// Another company address in another file.
    EmailMismatch = "email-mismatch", Warning;
    /// No skills.
    NoSkills = "no-skills", Info;
    /// A skill counts nowhere.
    SkillNotCounting = "skill-not-counting", Info;
    /// A skill has expired. History: nothing to settle by itself.
    Expired = "expired", Info;
    /// A skill was withdrawn and is still listed.
    RetiredStillListed = "retired-still-listed", Info;
    /// A skill was earned so short before the report that it may not show everywhere yet.
    TooRecent = "too-recent", Info;
    /// An address that is none.
    BadEmail = "bad-email", Info;
    /// Rows that say the same.
    DuplicateRow = "duplicate-row", Info;
}

impl Problem {
    /// The one of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Problem> {
        Problem::ALL.into_iter().find(|problem| problem.name() == name)
    }

    /// Whether it concerns the file or the company as a whole, and so no account.
    #[must_use]
    pub fn is_of_file(self) -> bool {
        use Problem::{AnniversaryNear, ColumnMissing, EmptyReport, MissingFromReport, NobodyAssociated, ReportOld, ShortSpan};
        matches!(self, EmptyReport | ColumnMissing | NobodyAssociated | ReportOld | ShortSpan | AnniversaryNear | MissingFromReport)
    }

    /// Whether it is one to settle, as far as the file alone tells.
    #[must_use]
    pub fn is_open(self) -> bool {
        self != Problem::Expired
    }

    /// Whether an account has it on a day, as far as the file alone tells; most kinds of finding take more than that.
    #[must_use]
    pub fn holds(self, company: &Company, number: u32, as_of: NaiveDate) -> bool {
        let account = company.account(number);
        let skills = company.skills(number);
        let unexpired = |s: &Skill| s.active != Some(false) && s.expires.is_none_or(|last| last >= as_of);
        match self {
            Problem::PmcOnly => {
                let says = company.says_where_skills_count();
                let is_named = |s: &Skill| company.counts_for(s).map_or(!says, |entries| !entries.is_empty());
                let could_count = |s: &Skill| is_named(s) && unexpired(s);
                account.pmc == Association::Yes && account.pc == Association::No && skills.iter().any(could_count)
            }
            Problem::NotAssociated => account.pc == Association::No,
            Problem::ConflictingAssociation => account.pc == Association::Contradictory,
            Problem::Expiring => {
                let soon = as_of.checked_add_days(Days::new(90)).unwrap_or(as_of);
                skills.iter().any(|s| s.active != Some(false) && s.expires.is_some_and(|last| (as_of..=soon).contains(&last)))
            }
            Problem::MissingMcid => company.mcid(account).is_empty(),
            Problem::NoSkills => skills.is_empty(),
            Problem::Expired => skills.iter().any(|s| s.expires.is_some_and(|last| last < as_of)),
            _ => false,
        }
    }

    /// Whether an account has anything to settle on a day, as far as the file alone tells.
    #[must_use]
    pub fn any(company: &Company, number: u32, as_of: NaiveDate) -> bool {
        Problem::ALL.into_iter().filter(|p| p.is_open()).any(|p| p.holds(company, number, as_of))
    }
}

/// Which accounts have which kinds of finding: handed to whoever lists, filters or prints accounts, none of whom need to know
/// how findings are made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// By number of the account: a bit for each kind, in the order of [`Problem::ALL`].
    of: Vec<u32>,
    /// The bits of all of them.
    all: u32,
}

impl Findings {
    /// From what was found: number of the account, and the name of the kind. What has no name here is left out.
    #[must_use]
    pub fn new<'f>(accounts: usize, found: impl IntoIterator<Item = (u32, &'f str)>) -> Findings {
        let mut findings = Findings { of: vec![0; accounts], all: 0 };
        for (account, name) in found {
            if let (Some(slot), Some(problem)) = (findings.of.get_mut(account as usize), Problem::named(name)) {
                *slot |= bit(problem);
                findings.all |= bit(problem);
            }
        }
        findings
    }

    fn bits(&self, account: u32) -> u32 {
        self.of.get(account as usize).copied().unwrap_or(0)
    }

    /// Whether an account has one of a kind.
    #[must_use]
    pub fn has(&self, account: u32, problem: Problem) -> bool {
        self.bits(account) & bit(problem) != 0
    }

    /// Whether an account has one of a severity.
    #[must_use]
    pub fn has_of(&self, account: u32, gravity: Gravity) -> bool {
        const OF: [u32; 3] = [bits_of(Gravity::Urgent), bits_of(Gravity::Warning), bits_of(Gravity::Info)];
        self.bits(account) & OF[gravity as usize] != 0
    }

    /// Whether an account has one that somebody should act on.
    #[must_use]
    pub fn is_open(&self, account: u32) -> bool {
        const OPEN: u32 = bits_of(Gravity::Urgent) | bits_of(Gravity::Warning);
        self.bits(account) & OPEN != 0
    }

    /// The kinds that an account has, the most serious first.
    pub fn kinds(&self, account: u32) -> impl Iterator<Item = Problem> {
        let bits = self.bits(account);
        Problem::ALL.into_iter().filter(move |problem| bits & bit(*problem) != 0)
    }

    /// The most serious kind that an account has.
    #[must_use]
    pub fn first(&self, account: u32) -> Option<Problem> {
        Problem::ALL.get(self.bits(account).trailing_zeros() as usize).copied()
    }

    /// Whether any account has one of a kind.
    #[must_use]
    pub fn occurs(&self, problem: Problem) -> bool {
        self.all & bit(problem) != 0
    }
}

const fn bit(problem: Problem) -> u32 {
    1 << problem as u32
}

const fn bits_of(gravity: Gravity) -> u32 {
    let (mut bits, mut at) = (0, 0);
    while at < Problem::ALL.len() {
        if Problem::ALL[at].gravity() as u8 == gravity as u8 {
            bits |= bit(Problem::ALL[at]);
        }
        at += 1;
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::{Code, Severity};

    /// Nothing that can be found is lost on the way to the filter.
    #[test]
    fn every_kind_of_finding_has_its_place() {
        for code in Code::ALL {
            let problem = Problem::named(code.name()).unwrap_or_else(|| panic!("{}", code.name()));
            assert_eq!(problem.gravity().name(), code.severity().name());
        }
        assert_eq!(Gravity::ALL.map(Gravity::name), Severity::ALL.map(Severity::name));
        assert!(Problem::ALL.is_sorted_by_key(|problem| problem.gravity()), "the first is the most serious");
    }

    #[test]
    fn an_account_has_what_was_found_of_it() {
        let found = [(0, "no-skills"), (0, "not-associated"), (2, "expired"), (7, "pmc-only"), (1, "unheard-of")];
        let findings = Findings::new(3, found);
        assert_eq!(findings.kinds(0).collect::<Vec<_>>(), [Problem::NotAssociated, Problem::NoSkills]);
        assert_eq!([0, 1, 2, 7].map(|account| findings.first(account)), [Some(Problem::NotAssociated), None, Some(Problem::Expired), None]);
        assert_eq!([0, 1, 2].map(|account| findings.is_open(account)), [true, false, false]);
        assert!(findings.has_of(2, Gravity::Info) && !findings.has_of(2, Gravity::Warning));
        assert!(findings.occurs(Problem::Expired) && !findings.occurs(Problem::PmcOnly));
    }
}
