//! What no report says and the admin entered: the track, the day of the move, what is held, ticks, the portal's figures,
//! pairs who are not one person, rules of one's own.
//!
//! It is kept per company, in `entered/<company>.json` of the data folder ([`store`]), and changed one [`Change`] at a time.
//! People are named by their e-mail address or MCID as printed, never by a number, so that it still fits the next report.
//! [`question`] puts it into what the standing is asked.

mod change;
mod check;
mod items;
mod keeper;
mod known;
mod mistake;
mod own_rule;
mod parse;
mod question;
pub mod store;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::catalog::programmes::Level;
use crate::standing::{Portal, Track};

pub use change::{Change, PortalFact};
pub use check::check;
pub use items::{Item, back, rule_words};
pub use keeper::Keeper;
pub use known::{Known, known};
pub use mistake::{Mistake, Wrong};
pub use own_rule::{Among, OwnRule, with_rules};
pub use parse::{EXAMPLES_SET, EXAMPLES_UNSET, parse_rule, parse_set, parse_unset};
pub use question::{person_of, question, who_of};
pub use store::{Store, StoreError, company_key};

/// Version of the file's shape.
pub const SCHEMA: u32 = 1;

/// What is kept of a company.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Entered {
    schema: u32,
    /// The customers it sells to; `None`: not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub track: Option<Track>,
    /// Day on which it moved from PMC to Partner Center (R7).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moved: Option<NaiveDate>,
    /// Competencies and designations it holds (R11).
    pub held: Vec<Held>,
    /// Full paths of the levels whose performance text is met.
    pub ticked: BTreeSet<String>,
    /// Certificates of others than Microsoft (R6).
    pub external: Vec<External>,
    /// What the portal says of each designation, by its id.
    pub portal: BTreeMap<String, Portal>,
    /// Who are two people, though they look like one (R14); the smaller of both names first.
    pub not_same: Vec<(String, String)>,
    /// Rules of one's own.
    pub rules: Vec<OwnRule>,
    /// What a newer version of the program wrote.
    #[serde(flatten)]
    pub more: Map<String, Value>,
}

/// Something that is held, typed in.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Held {
    /// Id of the competency or designation.
    pub id: String,
    /// Silver or Gold; `None` for a designation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// By when it has to be renewed.
    pub anniversary: NaiveDate,
    /// What a newer version of the program wrote.
    #[serde(flatten)]
    pub more: Map<String, Value>,
}

/// A certificate of somebody else's than Microsoft, which no report proves (R6).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct External {
    /// E-mail address or MCID as printed.
    pub who: String,
    /// Id of the certificate.
    pub credential: String,
}

impl Entered {
    /// Nothing is kept.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Entered { schema: self.schema, ..Entered::default() }
    }
}
