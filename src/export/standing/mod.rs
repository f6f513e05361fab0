//! The standing in words: the list of everything that rules ask for, and each entry's arithmetic on one page. The screen
//! and the command line show the same.

mod beside;
mod compared;
mod competencies;
mod designations;
mod entries;
mod page;
mod portal;
mod sections;
#[cfg(test)]
mod tests;
mod words;

use chrono::NaiveDate;

use crate::i18n::Texts;
use crate::standing::Track;
use crate::tr;

pub use compared::compared;
pub use designations::short_track;
pub use entries::entries;
pub use page::{Shown, page, page_in};
pub use words::{note_words, option_name, reason_words};

/// How a line is meant; the screen gives each its looks, and each has its mark in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// A heading.
    Heading,
    /// What it says.
    #[default]
    Plain,
    /// It is met.
    Good,
    /// It is not met.
    Bad,
    /// Somebody should look.
    Warn,
    /// Beside the point: sources, notes.
    Dim,
}

/// A line of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageLine {
    /// How it is meant.
    pub tone: Tone,
    /// How far it is set in: 0 to 3.
    pub indent: u8,
    /// Cleaned text; empty between two parts.
    pub text: String,
    /// The account it speaks of, to be opened.
    pub account: Option<u32>,
    /// The step of a checklist that it belongs to, to be marked: ids of both.
    pub step: Option<(String, String)>,
}

/// Everything about one entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Data & AI › intermediate › enterprise
    pub title: String,
    /// From the answer to the sources.
    pub lines: Vec<PageLine>,
}

/// How far something is, as a gauge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gauge {
    /// Points or people there.
    pub have: f64,
    /// Points or people asked for.
    pub need: f64,
}

/// A day without its year, where it is clear which one is meant.
fn brief(day: NaiveDate, as_of: NaiveDate, texts: &Texts) -> String {
    let is_near = as_of.checked_add_months(chrono::Months::new(11)).is_some_and(|end| as_of <= day && day < end);
    if is_near { texts.day_and_month(day) } else { texts.date(day) }
}

/// An entry of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// `data-ai/intermediate/enterprise`, `cloud-platform/azure-consumption/silver`, `security`
    pub path: String,
    /// 0: designation or competency; 1: metric or option; 2: level.
    pub depth: u8,
    /// Its name, cleaned.
    pub name: String,
    /// How far it is; `None` where that cannot be told.
    pub gauge: Option<Gauge>,
    /// Met, short of two people, a gate that is closed: in a few words.
    pub state: String,
    /// How that is meant.
    pub tone: Tone,
    /// Of a designation whose tracks differ, without one that was chosen: how far each is. Then there is no one gauge.
    pub tracks: Vec<(Track, Gauge)>,
    /// What comes if nobody renews; `None`: nothing is known to end, or there is nothing to lose.
    pub ends: Option<Ends>,
}

/// What comes of an entry if nobody renews.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// A level that is met, or skilling with all its points, stays so until this day, the last one.
    SafeUntil(NaiveDate),
    /// It is far from all points, and on this day loses some of those it has.
    LosesOn(NaiveDate),
}

impl Ends {
    /// The last day on which everything is as it is.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        match self {
            Ends::SafeUntil(day) => day,
            Ends::LosesOn(day) => day.pred_opt().unwrap_or(day),
        }
    }

    /// safe until 20 Nov 2026, loses points on 10 Oct 2026
    #[must_use]
    pub fn words(self, texts: &Texts) -> String {
        match self {
            Ends::SafeUntil(day) => tr!(texts, "standing-until-safe", date = texts.date(day)),
            Ends::LosesOn(day) => tr!(texts, "standing-until-loses", date = texts.date(day)),
        }
    }

    /// The same, without the year where the day is less than a year away.
    #[must_use]
    pub fn shortly(self, as_of: NaiveDate, texts: &Texts) -> String {
        match self {
            Ends::SafeUntil(day) => tr!(texts, "standing-until-safe", date = brief(day, as_of, texts)),
            Ends::LosesOn(day) => tr!(texts, "standing-until-loses", date = brief(day, as_of, texts)),
        }
    }

    /// Without words: ✓ 20/11/2026, ▼ 10/10/2026.
    #[must_use]
    pub fn as_sign(self, texts: &Texts) -> String {
        match self {
            Ends::SafeUntil(day) => format!("✓ {}", texts.date_column(day)),
            Ends::LosesOn(day) => format!("▼ {}", texts.date_column(day)),
        }
    }

    /// In as few words as can be.
    #[must_use]
    pub fn in_brief(self, as_of: NaiveDate, texts: &Texts) -> String {
        match self {
            Ends::SafeUntil(day) => tr!(texts, "standing-until-safe-brief", date = brief(day, as_of, texts)),
            Ends::LosesOn(day) => tr!(texts, "standing-until-loses-brief", date = brief(day, as_of, texts)),
        }
    }
}
