//! What lies over the screen.

use std::sync::Arc;

use tui_input::Input;

use crate::model::UserColumn;
use crate::query::{Count, Facet};
use crate::report::{Field, RawRow};

use super::action::Export;
use super::entering::EntryForm;
use super::theme::ThemeName;
use super::views::ListState;

/// A prompt for a path.
#[derive(Clone, Debug, Default)]
pub struct PathPrompt {
    /// What is typed.
    pub input: Input,
    /// What it may be completed to.
    pub names: Vec<String>,
    /// Why it did not do when it was tried; empty: it was not tried yet.
    pub wrong: String,
    /// Nothing of it is selected: the keys that move do nothing here.
    pub list: ListState,
}

impl PathPrompt {
    /// With a path to begin with.
    #[must_use]
    pub fn new(path: &str) -> PathPrompt {
        PathPrompt { input: Input::new(path.to_owned()), ..PathPrompt::default() }
    }
}

/// What a file is opened beside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// It takes the place of what is open.
    Nothing,
    /// It is read with what is open.
    Open,
}

/// What lies over the screen, topmost last.
#[derive(Clone, Debug)]
pub enum Layer {
    /// The filter prompt; the filter before it was opened.
    Filter(String),
    /// The keys: what is searched for, whether it is being typed.
    Help(Input, bool, ListState),
    /// The rules the program goes by.
    Rules(ListState),
    /// How to get the report.
    Steps(ListState),
    /// All commands.
    Palette(Input, ListState),
    /// The order of the users.
    Sort(ListState),
    /// The meaning of a column.
    Map(usize, ListState),
    /// Which columns are shown.
    Columns(ListState),
    /// What can be filtered on, with counts; `None` while they are counted.
    Facets(Option<Arc<Vec<Facet>>>, ListState),
    /// What is in a column; `None` while it is counted.
    Values(UserColumn, Option<Arc<Vec<Count>>>, ListState),
    /// The themes; the one before.
    Themes(ThemeName, ListState),
    /// What was said so far.
    Messages(ListState),
    /// The path of a file to open, what it may be completed to, and what is to stand beside it.
    Path(PathPrompt, Beside),
    /// The path of a file to write, what it may be completed to, and what is to be written.
    Export(PathPrompt, Export),
    /// A file is there already: replace it?
    Replace(String, Export, ListState),
    /// Which rules those of the day are compared with.
    Versions(ListState),
    /// A form to be filled in.
    Entry(Box<EntryForm>),
    /// Everything that was entered.
    Entered(ListState),
    /// Rows of the files, each with the number of its file; `None` while they are read.
    Rows(Option<Vec<(u32, RawRow)>>, ListState),
    /// A text to read.
    Message(String, ListState),
}

/// The choices for the meaning of a column: automatic, then the fields.
#[must_use]
pub fn map_choices() -> Vec<Option<Field>> {
    std::iter::once(None).chain(Field::MAPPABLE.map(Some)).collect()
}
