//! What there is to say of a finding besides who and where.

use chrono::NaiveDate;

use super::duplicate::Likeness;
use crate::model::lists::{By, RowOf};
use crate::model::{About, Field};
use crate::standing::{Enrolment, Gain, Life};

/// The six months in which skills that are associated in PMC alone still count (R7).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// The day of the move is not known.
    Unknown,
    /// They count until this day, the day included.
    Runs(NaiveDate),
    /// They counted until this day.
    Over(NaiveDate),
    /// The day of the move is not known, but PMC is shut down for so long that they are over for everybody.
    ShutDown,
}

/// Why an account shows no skills, as far as the file tells (T1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoSkills {
    /// Another account of the same person holds them: its number.
    Elsewhere(u32),
    /// An account that may be the same person's holds some: its number.
    MaybeElsewhere(u32),
    /// It is not associated.
    NotAssociated,
    /// Nothing speaks for anything else than that nothing relevant was earned yet.
    Nothing,
}

/// Why a skill counts nowhere (R5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotCounting {
    /// The file's own column names nothing.
    ByFile,
    /// The rules of the day do not name it; the file has no such column.
    ByRules,
    /// The file calls it inactive (R15).
    Inactive,
}

/// Somebody of a staff list who is in no report: what the list says, as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// Which row of the staff lists.
    pub row: RowOf,
    /// The name; empty where there is none.
    pub name: String,
    /// The first address; empty where there is none.
    pub email: String,
    /// The MCID; empty where there is none.
    pub mcid: String,
    /// Whether the list calls them technical (J3); `None`: it does not say.
    pub technical: Option<bool>,
}

/// What there is to say of a finding.
#[derive(Clone, Debug)]
pub enum Detail {
    /// Nothing more.
    Nothing,
    /// [`super::Code::PmcOnly`]
    Pmc {
        /// Relevant skills that have not expired.
        skills: u32,
        /// What the association would bring, or keep once the six months are over.
        gain: Gain,
        /// The six months.
        clock: Clock,
    },
    /// [`super::Code::NotAssociated`]
    NotAssociated {
        /// Skills that would count.
        skills: u32,
        /// What the association would bring.
        gain: Gain,
        /// Whether the users report says that the Learn account is associated (P4); `None`: nothing.
        learn: Option<bool>,
    },
    /// [`super::Code::NoSkills`]
    NoSkills {
        /// Why.
        cause: NoSkills,
        /// Whether the users report says that the Learn account is associated (P4); `None`: nothing.
        learn: Option<bool>,
    },
    /// [`super::Code::MissingFromReport`]; an account of the same name is among the others of the finding.
    Missing(Box<Missing>),
    /// [`super::Code::LeftCompany`]: the last day by the lists; `None`: the person is on none of them.
    Left(Option<NaiveDate>),
    /// [`super::Code::EmailMismatch`]
    Addresses {
        /// The addresses of the other files, each once.
        others: Vec<String>,
        /// By what it is known to be one person.
        by: By,
    },
    /// [`super::Code::ConflictingAssociation`]: which of both.
    Conflict {
        /// That in PMC.
        pmc: bool,
        /// That in Partner Center.
        pc: bool,
    },
    /// [`super::Code::SkillNotCounting`]
    NotCounting(NotCounting),
    /// [`super::Code::Expired`], [`super::Code::Expiring`]: the last day.
    LastDay(NaiveDate),
    /// [`super::Code::RetiredStillListed`]
    Retired {
        /// Last day on which it could be earned; `None`: not known.
        on: Option<NaiveDate>,
        /// Last day on which it counts, other rules of the catalog aside; `None`: not known.
        counts_until: Option<NaiveDate>,
    },
    /// [`super::Code::TooRecent`]: until when to wait.
    Wait(NaiveDate),
    /// [`super::Code::MissingMcid`]: another account of the same person that has one.
    Mcid(Option<u32>),
    /// [`super::Code::DuplicateRow`]: how many rows are too many.
    Rows(u32),
    /// [`super::Code::ReportsDisagree`]: what the two files say.
    Disagree(About),
    /// [`super::Code::PossibleDuplicate`]: what speaks for one person.
    Duplicate(Likeness),
    /// [`super::Code::ColumnMissing`]
    Column(Field),
    /// [`super::Code::ReportOld`]: days.
    Days(i64),
    /// [`super::Code::ShortSpan`]: first and last completion date.
    Span(NaiveDate, NaiveDate),
    /// [`super::Code::AnniversaryNear`]
    Anniversary(Box<Anniversary>),
}

/// What is held, and how near its anniversary is (R11).
#[derive(Clone, Debug)]
pub struct Anniversary {
    /// What is held.
    pub held: Enrolment,
    /// Days until the anniversary; negative: it has passed, and can be renewed.
    pub days: i64,
    /// Last day of the renewal.
    pub renew_until: NaiveDate,
    /// Of a competency, where its standing was computed.
    pub life: Option<Life>,
}
