//! What a session of the explorer is opened on: the command line makes it, the explorer carries it out.

use chrono::NaiveDate;

use crate::config::Config;
use crate::i18n::Texts;
use crate::model::Given;
use crate::report::{Input, Options};

/// What the explorer is opened on.
#[derive(Debug)]
pub struct Explore {
    /// The files.
    pub inputs: Vec<Input>,
    /// How to read them.
    pub options: Options,
    /// What the user says of the company.
    pub given: Given,
    /// The day to look from, where it is given.
    pub as_of: Option<NaiveDate>,
    /// Today.
    pub today: NaiveDate,
    /// The sample: every report is looked at from its own day.
    pub demo: bool,
    /// The settings.
    pub config: Config,
    /// The language.
    pub texts: Texts,
    /// Colour is used.
    pub color: bool,
    /// The mouse is used.
    pub mouse: bool,
    /// The data folder is used.
    pub state: bool,
}
