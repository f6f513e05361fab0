//! Everything that can happen, and everything that can be asked for.

use std::sync::Arc;

use crate::model::load::Loaded;
use crate::model::overview::Overview;
use crate::query::{Query, SearchIndex};
use crate::report::{Field, Mapping, RawRow, ReadError};

use super::app::{Sort, Tab};
use super::keymap::Key;

/// What happened.
#[derive(Clone, Debug)]
pub enum Action {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// A command was chosen (by palette, hint or mouse).
    Run(&'static str),
    /// A row of the pane under the pointer was clicked.
    Click(Target),
    /// The wheel was turned: rows down.
    Scroll(i32),
    /// The terminal has another size.
    Resize(u16, u16),
    /// Time for the next picture of the progress.
    Tick,
    /// The worker read the files.
    Loaded(u64, Result<Arc<Ready>, ReadError>),
    /// The worker ran the filter: accounts in the order to show.
    Listed(u64, Listing),
    /// The worker computed the numbers of another report or day.
    Prepared(u64, Arc<Prepared>),
    /// The worker read rows of the file again.
    Rows(u64, Result<Vec<RawRow>, ReadError>),
    /// A message for the user.
    Notice(Notice),
    /// The program is asked to end (signal).
    Stop,
}

/// What a click can hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A row of the list in front, by its place in the whole list.
    Row(usize),
    /// A tab.
    Tab(Tab),
    /// A row of the menu in front.
    Choice(usize),
}

/// A short message: its key in the locales, and a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Key of the message.
    pub key: &'static str,
    /// Its `value`.
    pub value: String,
    /// Something went wrong.
    pub bad: bool,
}

/// Accounts in the order to show, and how many people they make.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// Accounts.
    pub accounts: Vec<u32>,
    /// The same by number: what a narrower filter runs over.
    pub by_number: Arc<Vec<u32>>,
    /// People.
    pub people: usize,
    /// Where the filter asks for a skill: for each account the place of the first one that meets it.
    pub found: Option<Vec<Option<u32>>>,
}

/// The files, read and made ready.
#[derive(Debug)]
pub struct Ready {
    /// Everything that was opened.
    pub loaded: Loaded,
    /// The first report's numbers.
    pub prepared: Arc<Prepared>,
}

/// What is computed of a report for a day.
#[derive(Debug)]
pub struct Prepared {
    /// Which report.
    pub report: usize,
    /// The day.
    pub as_of: chrono::NaiveDate,
    /// Folded names.
    pub index: Arc<SearchIndex>,
    /// The numbers of the first screen.
    pub overview: Overview,
    /// All accounts by name.
    pub listing: Listing,
}

/// What is asked of the world outside.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Read the files, with these mappings besides those given before.
    Load(u64),
    /// Stop reading.
    CancelLoad,
    /// Run the filter and sort.
    List {
        /// Number of the request.
        generation: u64,
        /// What to show.
        query: Query,
        /// In which order.
        sort: Sort,
        /// Hits of a wider filter, if there was one.
        among: Option<Arc<Vec<u32>>>,
    },
    /// Compute the numbers of a report for a day; `None`: the usual day.
    Prepare {
        /// Number of the request.
        generation: u64,
        /// Which report.
        report: usize,
        /// Look from today even if the report is old, or from its own date even if it is fresh.
        as_of: Option<chrono::NaiveDate>,
    },
    /// Read rows of the current report's file again.
    ReadRows(u64, Vec<u32>),
    /// Keep a column mapping for files with this header row, and read again.
    Map {
        /// The headings.
        headers: Vec<String>,
        /// All mappings by hand for them.
        mappings: Vec<Mapping>,
        /// Number of the reading.
        generation: u64,
    },
    /// End the program.
    Quit,
}

/// A field to give to a column, or none.
pub type Choice = Option<Field>;
