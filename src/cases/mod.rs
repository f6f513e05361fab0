//! What there is to settle, followed until it is settled: cases that outlive the session.
//!
//! A case is about one person, or about the company, and has one or more points ([`Matter`]). What happened is told in its log,
//! one [`Entry`] for each thing, and nothing else is kept: the state of a point, the marks of its steps, who was asked and when
//! are read off the log ([`point`]). So a [`Change`] only ever puts an entry there or takes one away, and of two programs that
//! change something at the same time both changes stay.
//!
//! People are named by e-mail address and MCID as printed, never by a number, so that it still fits the next report
//! ([`look_at`] says what that proves). How long to wait is told by [`clocks`]. Nothing here asks the clock: the time is a
//! parameter.

mod change;
mod clocks;
mod due;
mod entry;
mod id;
mod keeper;
mod lookup;
mod matter;
mod person;
mod point;
mod report;
mod store;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

pub use change::{Change, apply, back, begin, happen, open, put};
pub use clocks::{Clock, Until, Which, clocks, next_association};
pub use due::{Due, due, due_today};
pub use entry::{Awaited, Entry, Mark, Time, What, When};
pub use id::Id;
pub use keeper::Keeper;
pub use lookup::{Lookup, PointAt};
pub use matter::{Matter, Topic};
pub use person::{Person, Who};
pub use point::{Point, Stage, State};
pub use report::{Newer, look_at};
pub use store::{Made, Store};

/// Version of the file's shape. Fields and kinds of entry may be added without a new one: what is not understood is kept.
pub const SCHEMA: u32 = 1;

/// All cases of a company.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Cases {
    schema: u32,
    /// The oldest first.
    pub cases: Vec<Case>,
    /// What a newer version of the program wrote.
    #[serde(flatten)]
    pub more: Map<String, Value>,
}

/// A case.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Case {
    /// Its name, for as long as it lasts.
    pub id: Id,
    /// Whom it is about, as far as it was known when it was opened; [`Case::person`] knows more.
    pub who: Who,
    /// What happened, the oldest first.
    pub log: Vec<Entry>,
    /// What a report said and the admin took back: that report does not say it again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refused: Vec<Id>,
    /// What a newer version of the program wrote.
    #[serde(flatten)]
    pub more: Map<String, Value>,
}

impl Cases {
    /// The case of a name.
    #[must_use]
    pub fn get(&self, id: &Id) -> Option<&Case> {
        self.cases.iter().find(|case| case.id == *id)
    }

    /// The case of somebody, or of the company: the first one, should there be several.
    #[must_use]
    pub fn of(&self, who: &Who) -> Option<&Case> {
        self.cases.iter().find(|case| case.is_about(who))
    }
}

impl Case {
    /// Whether it is about somebody, or the company: an address or MCID in common is enough (R14).
    #[must_use]
    pub fn is_about(&self, who: &Who) -> bool {
        match (self.person(), who) {
            (None, Who::Company) => true,
            (Some(own), Who::Person(person)) => own.is(person),
            _ => false,
        }
    }

    /// The person it is about, with all addresses and MCIDs that are known of them; `None`: it is about the company.
    #[must_use]
    pub fn person(&self) -> Option<Person> {
        let Who::Person(person) = &self.who else { return None };
        let mut person = person.clone();
        for entry in &self.log {
            if let What::Known(known) = &entry.what {
                person.learn(known);
            }
        }
        Some(person)
    }
}

#[cfg(test)]
mod tests;
