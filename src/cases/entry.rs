//! What happens in a case.

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Id, Matter, Person};

/// A moment, with the offset of the place where it was noted: it is read as it was there, and compared as it is.
pub type Time = DateTime<FixedOffset>;

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Entry {
    /// Its name.
    pub id: Id,
    /// When it was noted.
    pub at: Time,
    /// The point it is about; `None`: the whole case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<Matter>,
    /// What happened.
    pub what: What,
    /// What a newer version of the program wrote.
    #[serde(flatten)]
    pub more: Map<String, Value>,
}

impl Entry {
    /// A new one.
    #[must_use]
    pub fn new(at: Time, about: Option<Matter>, what: What) -> Entry {
        Entry { id: Id::fresh(), at, about, what, more: Map::new() }
    }
}

/// What happened. Of each kind a newer version may know more: what is not understood whole is [`What::Other`], and kept.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum What {
    /// The point is open, or open again.
    Opened {
        /// The day of the report that shows it; `None`: the admin says so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        report: Option<NaiveDate>,
    },
    /// Nothing is to be done but to wait.
    Waiting {
        /// The day to come back to it; `None`: a clock or an answer tells.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<NaiveDate>,
    },
    /// It lies with Microsoft support (T3).
    Support {
        /// The number of the ticket; may be empty.
        ticket: String,
    },
    /// It is settled.
    Done {
        /// The day of the report that proves it; `None`: the admin says so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        report: Option<NaiveDate>,
    },
    /// Nothing is to be done.
    NoAction {
        /// Why.
        reason: String,
    },
    /// A step of a checklist was gone through.
    Step {
        /// The checklist, by its id.
        list: String,
        /// The step, by its id.
        step: String,
        /// What came of it; `None`: it is open again.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        mark: Option<Mark>,
    },
    /// Something to remember.
    Note(String),
    /// Somebody was asked.
    Asked {
        /// On this day.
        on: NaiveDate,
    },
    /// Somebody was reminded.
    Reminded {
        /// On this day.
        on: NaiveDate,
    },
    /// Whoever was asked has answered.
    Answered {
        /// On this day.
        on: NaiveDate,
    },
    /// A skill was earned.
    Earned {
        /// When; the last one said holds.
        when: When,
        /// What is to show.
        #[serde(default)]
        awaited: Awaited,
    },
    /// The account was associated in Partner Center (P4). Each is one of three a year (R8).
    Associated {
        /// When.
        when: When,
    },
    /// The merge of two MCIDs was confirmed (T1).
    MergeConfirmed {
        /// When; the last one said holds.
        when: When,
    },
    /// The company moved from PMC to Partner Center (R7).
    Moved {
        /// On this day; the last one said holds.
        on: NaiveDate,
    },
    /// The profile shows from when the next association is possible (T4).
    MayAssociate {
        /// From this day; the last one said holds.
        from: NaiveDate,
    },
    /// More is known of the person.
    Known(Person),
    /// What a newer version of the program noted.
    #[serde(untagged)]
    Other(Value),
}

/// What came of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// It is so, or done.
    Done,
    /// It is not so.
    Failed,
    /// It does not matter here.
    NotApplicable,
}

impl Mark {
    /// All of them.
    pub const ALL: [Mark; 3] = [Mark::Done, Mark::Failed, Mark::NotApplicable];

    /// The word used in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Mark::Done => "done",
            Mark::Failed => "failed",
            Mark::NotApplicable => "not-applicable",
        }
    }
}

/// What is to show after something was earned: some of it takes longer (R3, R13).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Awaited {
    /// An exam or a certification in the report: up to 72 hours.
    #[default]
    Skill,
    /// An assessment in the report: 7 to 10 days.
    Assessment,
    /// Points of a designation: up to 10 days.
    Points,
}

/// A day, or a moment of it where that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(untagged)]
pub enum When {
    /// Some time on this day.
    Day(NaiveDate),
    /// At this moment.
    Time(Time),
}

impl When {
    /// The day.
    #[must_use]
    pub fn day(self) -> NaiveDate {
        match self {
            When::Day(day) => day,
            When::Time(time) => time.date_naive(),
        }
    }
}
