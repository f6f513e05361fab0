//! Everything that can happen, and everything that can be asked for.

use std::sync::Arc;

use crate::cases::Change;
use crate::catalog::programmes::Programmes;
use crate::diagnosis::Diagnosis;
use crate::entered::{Entered, StoreError};
use crate::export::grid::Grid;
use crate::export::standing::Page;
use crate::model::FileRow;
use crate::model::UserColumn;
use crate::model::load::Loaded;
use crate::model::overview::Overview;
use crate::query::{Count, Facet, Query, SearchIndex};
use crate::report::{Field, Kind, Mapping, RawRow, ReadError};
use crate::session::Sample;
use crate::standing::Standing;

use super::app::{Sort, Tab};
use super::casework::{CaseWork, CasesKept};
use super::columns::Needs;
use super::entering::Entering;
use super::followed::Followed;
use super::keymap::Key;
use super::queue::Pressing;

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
    /// The wheel was turned: rows down, over which pane.
    Scroll(i32, Option<Pane>),
    /// The terminal has another size.
    Resize(u16, u16),
    /// Time for the next picture of the progress.
    Tick,
    /// The worker read the files.
    Loaded(u64, Result<Arc<Ready>, ReadError>),
    /// The worker ran the filter: accounts in the order to show.
    Listed(u64, Listing),
    /// The worker computed the numbers of another report or day: the question's number.
    Prepared(u64, Arc<Prepared>),
    /// The worker read rows of the file again: the question's number.
    Rows(u64, Result<Vec<(u32, RawRow)>, ReadError>),
    /// A message for the user.
    Notice(Notice),
    /// The message was shown long enough.
    Quiet,
    /// The worker looked for files to open; `true`: everywhere.
    Offers(Vec<Offer>, bool),
    /// What a typed path may be completed to: the question's number, the path with what is certain, the names.
    Completed(u64, String, Vec<String>),
    /// What can be filtered on.
    Facets(u64, Arc<Vec<Facet>>),
    /// What is in a column.
    Values(u64, Arc<Vec<Count>>),
    /// An entry of the standing was put on a page: the question's number.
    Page(u64, Option<Arc<Page>>),
    /// What was entered is kept, or could not be.
    Entered(Box<Entering>, Result<(), StoreError>),
    /// What was done in cases is kept, or could not be.
    CasesKept(Box<CasesKept>),
    /// Something was copied by way of the terminal: the sequence that does it, and how many rows.
    TerminalCopy(String, usize),
    /// A file is there already that was to be written.
    FileExists(String, Export),
    /// A file could not be written: the path, what was to stand in it, and why.
    NotWritten(String, Export, String),
    /// A file that is open was changed on disk.
    FileChanged,
    /// The terminal was taken back after a suspension.
    Resumed,
    /// The program is asked to make way for the shell.
    Suspend,
    /// The program is asked to end (signal).
    Stop,
}

/// Panes over which the wheel may turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    /// The list of users.
    Users,
    /// One person.
    Person,
    /// The columns of the file.
    Columns,
    /// What was noticed in the file.
    Notices,
    /// Everything that the rules ask for.
    Standing,
    /// One entry of that.
    Page,
    /// What there is to settle.
    Queue,
    /// The proof and the checklist of one of them.
    Checklist,
}

/// A file, or several, that can be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Opened before; else found among the downloads.
    pub recent: bool,
    /// The files.
    pub paths: Vec<String>,
    /// What they are called.
    pub name: String,
    /// Where they are.
    pub folder: String,
    /// When the newest of them was written, by the clock of this place.
    pub written: Option<chrono::NaiveDateTime>,
    /// What they are.
    pub kind: Option<Kind>,
}

/// What is to be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opening {
    /// Files or folders.
    Files(Vec<String>),
    /// Files or folders beside those that are open.
    More(Vec<String>),
    /// The sample.
    Sample(Sample),
}

/// Rows that are copied or written to a file.
#[derive(Clone, Debug)]
pub enum Take {
    /// Users: those at these places of the list, or all of it.
    Users {
        /// The list.
        listing: Arc<Listing>,
        /// Places in it.
        places: Option<Vec<usize>>,
        /// The columns.
        columns: Vec<UserColumn>,
    },
    /// Skills of an account: one, or all.
    Skills {
        /// The account.
        account: u32,
        /// Place of the skill.
        place: Option<usize>,
    },
    /// A small table that is there already.
    Grid(Grid),
}

/// Rows for a file, and what they are called: the name of the sheet.
#[derive(Clone, Debug)]
pub struct Export {
    /// What the sheet is called.
    pub name: String,
    /// The rows.
    pub take: Take,
}

/// In which form something is copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Cells, one a line.
    Cells,
    /// Rows.
    Rows,
    /// Rows as a Markdown table.
    Markdown,
    /// Everything with its headings.
    View,
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
    /// The heading of a column.
    Heading(UserColumn),
    /// A row of a pane that has not got the focus.
    Elsewhere(Pane, usize),
}

/// A short message: its key in the locales, a value and a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Key of the message.
    pub key: &'static str,
    /// Its `value`.
    pub value: String,
    /// Its `count`.
    pub count: usize,
    /// Something went wrong.
    pub bad: bool,
}

impl Notice {
    /// A message without a value.
    #[must_use]
    pub fn new(key: &'static str) -> Notice {
        Notice { key, value: String::new(), count: 0, bad: false }
    }

    /// A message with a value.
    #[must_use]
    pub fn of(key: &'static str, value: impl Into<String>) -> Notice {
        Notice { value: value.into(), ..Notice::new(key) }
    }

    /// With a number.
    #[must_use]
    pub fn count(self, count: usize) -> Notice {
        Notice { count, ..self }
    }

    /// Something went wrong.
    #[must_use]
    pub fn bad(self) -> Notice {
        Notice { bad: true, ..self }
    }

    /// In words.
    #[must_use]
    pub fn message(&self, texts: &crate::i18n::Texts) -> String {
        crate::tr!(texts, self.key, value = crate::text::clean(&self.value).into_owned(), count = self.count)
    }
}

/// Accounts in the order to show, and how many people they make.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// Accounts.
    pub accounts: Vec<u32>,
    /// The same by number: what a narrower filter runs over.
    pub by_number: Arc<Vec<u32>>,
    /// Nobody matches as it was typed; these come close.
    pub near: bool,
    /// People.
    pub people: usize,
    /// Where the filter asks for a skill: for each account the place of the first one that meets it.
    pub found: Option<Vec<Option<u32>>>,
    /// How much room its columns need.
    pub needs: Needs,
}

impl Listing {
    /// Whether an account is shown.
    #[must_use]
    pub fn holds(&self, account: u32) -> bool {
        self.by_number.binary_search(&account).is_ok()
    }
}

/// The files, read and made ready.
#[derive(Debug)]
pub struct Ready {
    /// Everything that was opened.
    pub loaded: Loaded,
    /// The first report's numbers.
    pub prepared: Arc<Prepared>,
    /// For each report the folder in which a file that is made of it goes, as it is typed; empty: the current one.
    pub folders: Vec<String>,
}

/// Where one looks: to be found again when the files are read again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Path of the report.
    pub path: String,
    /// The day, where another than the usual one was chosen.
    pub as_of: Option<chrono::NaiveDate>,
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
    /// Where the company stands.
    pub standing: Standing,
    /// What there is to settle.
    pub diagnosis: Diagnosis,
    /// So many points of it somebody should act on.
    pub to_settle: usize,
    /// Of each finding about an account: the number of the account, and the place of the finding; in order.
    pub by_account: Vec<(u32, u32)>,
    /// The kinds of it that press most.
    pub do_first: Vec<Pressing>,
    /// The rules it was computed from, with those that were entered.
    pub programmes: Arc<Programmes>,
    /// What was entered.
    pub entered: Entered,
    /// The cases beside it.
    pub followed: Arc<Followed>,
    /// What this report changed in them.
    pub by_report: Vec<Change>,
    /// What was entered could not be read, and the standing goes without it.
    pub trouble: Option<Arc<StoreError>>,
}

/// What stands on a page of the standing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageOf {
    /// The entry of a path.
    Entry(String),
    /// What other rules than those of the day would change: their id.
    OtherRules(String),
}

/// What is asked of the world outside.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Read the files again.
    Load(u64, Option<Place>),
    /// What was read is shown from now on: what is read again, watched and remembered is this.
    Keep(u64),
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
    /// Read rows of the current report's file again: number of the question, rows.
    ReadRows(u64, Vec<FileRow>),
    /// Keep a column mapping for files with this header row, and read again.
    Map {
        /// The headings.
        headers: Vec<String>,
        /// All mappings by hand for them.
        mappings: Vec<Mapping>,
        /// Number of the reading.
        generation: u64,
        /// Where one looks.
        place: Option<Place>,
    },
    /// Open other files.
    Open(u64, Opening),
    /// Look for files to open.
    FindOffers,
    /// What may a path be completed to?
    Complete(u64, String),
    /// Count what can be filtered on.
    CountFacets(u64),
    /// Count what is in a column.
    CountValues(u64, UserColumn),
    /// Put something of the standing on a page: number of the question, and what.
    Page(u64, PageOf),
    /// Keep what was entered.
    Enter(Box<Entering>),
    /// Do something in cases.
    Case(Box<CaseWork>),
    /// Copy.
    Copy(Form, Take),
    /// Write to the terminal between two frames: the sequence that fills its clipboard.
    WriteTerminal(String),
    /// Write a file; `true`: in place of one that is there.
    Export(String, Export, bool),
    /// Keep the chosen theme.
    KeepTheme(super::theme::ThemeName),
    /// Keep the chosen language.
    KeepLanguage(crate::i18n::Lang),
    /// Make way for the shell.
    Suspend,
    /// End the program.
    Quit,
}

/// A field to give to a column, or none.
pub type Choice = Option<Field>;
