//! The standing in words: the list of everything that rules ask for, and each entry's arithmetic on one page. The screen
//! and the command line show the same.

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

pub use entries::entries;
pub use page::{page, page_in};
pub use words::{note_words, reason_words};

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
    /// The last day on which it is safe if nobody renews; `None`: nothing is known to end it, or it is not met.
    pub safe_until: Option<NaiveDate>,
}
