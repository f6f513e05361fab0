//! What is asked: of which day, and what the admin knows that no file says.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::portal::Portal;
use crate::catalog::programmes::{
    Competency, CompetencyOption, Confidence, Designation, DesignationVersion, Level, ProgrammeRules, Validity,
};

/// Which customers a company sells to: designations count differently for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Track {
    /// Large ones.
    Enterprise,
    /// Small and middle ones.
    Smb,
}

impl Track {
    /// Both.
    pub const ALL: [Track; 2] = [Track::Enterprise, Track::Smb];

    /// The word in the catalog, in paths and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Track::Enterprise => "enterprise",
            Track::Smb => "smb",
        }
    }
}

impl From<crate::config::Customers> for Track {
    fn from(customers: crate::config::Customers) -> Track {
        match customers {
            crate::config::Customers::Enterprise => Track::Enterprise,
            crate::config::Customers::Smb => Track::Smb,
        }
    }
}

/// Of what the company is known to hold, from its history file or typed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enrolment {
    /// Id of the competency or designation.
    pub id: String,
    /// Silver or Gold; `None` for a designation.
    pub level: Option<Level>,
    /// Day on which it has to be renewed (R11).
    pub anniversary: NaiveDate,
}

/// The day that is asked about, and what no report says.
#[derive(Clone, Debug)]
pub struct Question {
    /// The day. The core never asks the clock.
    pub as_of: NaiveDate,
    /// The track of designations; `None`: both.
    pub track: Option<Track>,
    /// Day on which the company moved from PMC to Partner Center (R7); `None`: not known.
    pub move_date: Option<NaiveDate>,
    /// Days that people need to prepare for a renewal or an exam.
    pub preparation_days: u32,
    /// Paths of the levels whose performance text somebody ticked: `cloud-platform/azure-consumption/silver`.
    pub ticked: BTreeSet<String>,
    /// Certificates of others than Microsoft that somebody ticked: number of the person, id of the certificate (R6).
    pub external: Vec<(u32, String)>,
    /// Numbers of two persons who may be one (R14).
    pub suspected: Vec<(u32, u32)>,
    /// What the company holds, as far as known (R11).
    pub enrolments: Vec<Enrolment>,
    /// What the portal says of each designation, by its id (R13).
    pub portal: BTreeMap<String, Portal>,
}

impl Question {
    /// A day, and nothing that a file would not say.
    #[must_use]
    pub fn of_day(as_of: NaiveDate) -> Question {
        Question {
            as_of,
            track: None,
            move_date: None,
            preparation_days: 0,
            ticked: BTreeSet::new(),
            external: Vec::new(),
            suspected: Vec::new(),
            enrolments: Vec::new(),
            portal: BTreeMap::new(),
        }
    }
}

/// The rules that were chosen for the day.
#[derive(Clone, Debug)]
pub struct Rules<'r> {
    /// Numbers of both programmes.
    pub numbers: &'r ProgrammeRules,
    /// Designations, each with the version that was chosen; none: no version was proven by then.
    pub designations: Vec<(&'r Designation, Option<Chosen<'r, DesignationVersion>>)>,
    /// Competencies with the options that were chosen; none: requirements not known.
    pub competencies: Vec<(&'r Competency, Vec<Chosen<'r, CompetencyOption>>)>,
}

/// Rules, and whether they hold on the day.
#[derive(Clone, Copy, Debug)]
pub struct Chosen<'r, T> {
    /// The rules.
    pub rules: &'r T,
    /// Whether they are proven for the day. If not, they are the nearest ones known: what comes of them is marked
    /// historic, and for a competency nothing is ever called at risk by them.
    pub in_force: bool,
    /// Somebody chose them, whatever the day.
    pub by_hand: bool,
}

/// By which rules something was judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulesUsed {
    /// `2026-07`, `mpn-2018`
    pub id: String,
    /// First day for which they are proven; `None`: not said.
    pub from: Option<NaiveDate>,
    /// Last day; `None`: open.
    pub to: Option<NaiveDate>,
    /// They are not proven for the day that was asked about.
    pub historic: bool,
    /// How sure they are.
    pub confidence: Confidence,
    /// Keys of their sources.
    pub sources: Vec<String>,
    /// They are a user's own: everything depends on what was entered.
    pub entered: bool,
    /// They were chosen by hand, whatever the day.
    pub by_hand: bool,
}

impl RulesUsed {
    pub(super) fn of<T>(id: &str, validity: &Validity, chosen: &Chosen<'_, T>) -> RulesUsed {
        RulesUsed {
            id: id.to_owned(),
            from: validity.from,
            to: validity.to,
            historic: !chosen.in_force,
            confidence: validity.confidence,
            sources: validity.sources.clone(),
            entered: validity.entered,
            by_hand: chosen.by_hand,
        }
    }
}
