//! The kinds of finding.

/// How much a finding matters; the most serious first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something is lost unless somebody acts.
    Urgent,
    /// Somebody should act.
    Warning,
    /// Good to know.
    Info,
}

impl Severity {
    /// All of them.
    pub const ALL: [Severity; 3] = [Severity::Urgent, Severity::Warning, Severity::Info];

    /// The word used in JSON and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Severity::Urgent => "urgent",
            Severity::Warning => "warning",
            Severity::Info => "info",
        }
    }
}

/// How sure a finding is that cannot be read off the file alone; the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// The file proves it.
    Certain,
    /// Nothing speaks against it, and more than the name for it.
    Likely,
    /// Worth a question.
    Possible,
}

impl Confidence {
    /// The word used in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Confidence::Certain => "certain",
            Confidence::Likely => "likely",
            Confidence::Possible => "possible",
        }
    }

    /// One step less sure; `None`: then it is not worth a word.
    #[must_use]
    pub(super) fn less(self) -> Option<Confidence> {
        match self {
            Confidence::Certain => Some(Confidence::Likely),
            Confidence::Likely => Some(Confidence::Possible),
            Confidence::Possible => None,
        }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $name:literal, $severity:ident, [$($rule:literal),+];)+) => {
        /// What a finding is about. The names are the `code` of JSON; people are shown the words of `finding-…` instead.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$doc])* $variant),+ }

        impl Code {
            /// All of them, the most serious first.
            pub const ALL: [Code; [$($name),+].len()] = [$(Code::$variant),+];

            /// The word used in JSON.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Code::$variant => $name),+ }
            }

            /// How much it matters.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity),+ }
            }

            /// The rules it rests on: `R7`.
            #[must_use]
            pub fn rules(self) -> &'static [&'static str] {
                match self { $(Code::$variant => &[$($rule),+]),+ }
            }
        }
    };
}

codes! {
    /// Associated in PMC, not in Partner Center, with a relevant skill that has not expired (R7).
    PmcOnly = "pmc-only", Urgent, ["R7", "T5"];
    /// A report without anybody in it (T2).
    EmptyReport = "empty-report", Warning, ["T2"];
    /// A required column is missing (R2).
    ColumnMissing = "column-missing", Warning, ["R2"];
    /// Nobody is associated in Partner Center (T2).
    NobodyAssociated = "nobody-associated", Warning, ["P4", "T2"];
    /// The report is older than 31 days.
    ReportOld = "report-old", Warning, ["R1"];
    /// TrainingCompletions of a short period (R16).
    ShortSpan = "short-span", Warning, ["R16"];
    /// Less than three months to the anniversary of something that is held (R11).
    AnniversaryNear = "anniversary-near", Warning, ["R11"];
    /// Not associated in Partner Center, and not [`Code::PmcOnly`] (R15).
    NotAssociated = "not-associated", Warning, ["P4", "R15"];
    /// On a list of the company, and in no row of the report (P4).
    MissingFromReport = "missing-from-report", Warning, ["P4", "T6"];
    /// Maybe one person, two MCIDs (T1).
    PossibleDuplicate = "possible-duplicate", Warning, ["T1", "R14"];
    /// Associated in one row and not in another.
    ConflictingAssociation = "conflicting-association", Warning, ["R2"];
    /// A skills report and a TrainingCompletions do not say the same of a skill that both list (R4, R16).
    ReportsDisagree = "reports-disagree", Warning, ["R4", "R16"];
    /// A certification that can be renewed now (R12).
    Expiring = "expiring", Warning, ["R12"];
    /// No MCID.
    MissingMcid = "missing-mcid", Warning, ["R2", "T1"];
    /// On no list of the company, or with a last day that has passed: never proof (R10).
    LeftCompany = "left-company", Warning, ["R10", "T6"];
    /// One person with different company addresses in two files (P5).
    EmailMismatch = "email-mismatch", Warning, ["P5"];
    /// No skills (T1).
    NoSkills = "no-skills", Info, ["T1"];
    /// A skill that counts nowhere (R5).
    SkillNotCounting = "skill-not-counting", Info, ["R5", "R15"];
    /// Expired, and no later row of the same that is valid (R12).
    Expired = "expired", Info, ["R12"];
    /// Withdrawn by Microsoft, still listed (R4).
    RetiredStillListed = "retired-still-listed", Info, ["R4", "R15"];
    /// Earned so short before the report that it may not show everywhere yet (R3).
    TooRecent = "too-recent", Info, ["R3"];
    /// An address that is none.
    BadEmail = "bad-email", Info, ["P5"];
    /// Rows that say the same word for word.
    DuplicateRow = "duplicate-row", Info, ["R2"];
}
