//! What is wrong in something that was typed: which part, what would be valid, and what was probably meant.

use crate::i18n::{Arg, Texts};
use crate::text;

/// A mistake. [`Mistake::message`] says it to people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// What is wrong.
    pub what: Wrong,
    /// What was typed.
    pub typed: String,
    /// What is valid, or an example of it.
    pub valid: String,
    /// What was probably meant.
    pub near: Option<String>,
}

/// What can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// A key that there is not.
    Key,
    /// The parts are not where they should be.
    Form,
    /// No date.
    Date,
    /// No number.
    Number,
    /// Neither yes nor no.
    YesNo,
    /// No track.
    Track,
    /// No level.
    Level,
    /// A competency without its level.
    LevelMissing,
    /// A designation with a level.
    LevelTooMany,
    /// No metric of the portal.
    Metric,
    /// A metric that this designation does not have.
    MetricNotThere,
    /// More points than there are, or less than none.
    Points,
    /// Not from 1 to 999 people.
    Count,
    /// No competency.
    Competency,
    /// No designation.
    Designation,
    /// Neither competency nor designation.
    Held,
    /// No exam, certification or assessment.
    Credential,
    /// None of the credentials is known.
    Credentials,
    /// No level with something to tick.
    Path,
    /// It ends before it begins.
    Period,
    /// No rule of this id.
    Rule,
    /// One person, named twice.
    SamePerson,
}

impl Wrong {
    /// All of them.
    pub const ALL: [Wrong; 22] = [
        Wrong::Key,
        Wrong::Form,
        Wrong::Date,
        Wrong::Number,
        Wrong::YesNo,
        Wrong::Track,
        Wrong::Level,
        Wrong::LevelMissing,
        Wrong::LevelTooMany,
        Wrong::Metric,
        Wrong::MetricNotThere,
        Wrong::Points,
        Wrong::Count,
        Wrong::Competency,
        Wrong::Designation,
        Wrong::Held,
        Wrong::Credential,
        Wrong::Credentials,
        Wrong::Path,
        Wrong::Period,
        Wrong::Rule,
        Wrong::SamePerson,
    ];

    /// Its message is `entered-wrong-…`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Wrong::Key => "key",
            Wrong::Form => "form",
            Wrong::Date => "date",
            Wrong::Number => "number",
            Wrong::YesNo => "yes-no",
            Wrong::Track => "track",
            Wrong::Level => "level",
            Wrong::LevelMissing => "level-missing",
            Wrong::LevelTooMany => "level-too-many",
            Wrong::Metric => "metric",
            Wrong::MetricNotThere => "metric-not-there",
            Wrong::Points => "points",
            Wrong::Count => "count",
            Wrong::Competency => "competency",
            Wrong::Designation => "designation",
            Wrong::Held => "held",
            Wrong::Credential => "credential",
            Wrong::Credentials => "credentials",
            Wrong::Path => "path",
            Wrong::Period => "period",
            Wrong::Rule => "rule",
            Wrong::SamePerson => "same-person",
        }
    }
}

impl Mistake {
    /// A mistake, and what would be valid.
    #[must_use]
    pub fn new(what: Wrong, typed: &str, valid: impl Into<String>) -> Mistake {
        Mistake { what, typed: typed.trim().to_owned(), valid: valid.into(), near: None }
    }

    /// The same with what was probably meant.
    #[must_use]
    pub fn near(self, near: Option<&str>) -> Mistake {
        Mistake { near: near.map(str::to_owned), ..self }
    }

    /// What is wrong, and what is valid.
    #[must_use]
    pub fn message(&self, texts: &Texts) -> String {
        let typed = text::fit(&text::clean(&self.typed), 60).into_owned();
        let args = [("typed", Arg::from(typed)), ("valid", Arg::from(text::clean(&self.valid).into_owned()))];
        let said = texts.with(&format!("entered-wrong-{}", self.what.name()), &args);
        let near =
            self.near.as_ref().map(|near| format!(" {}", texts.with("cli-did-you-mean", &[("suggestion", Arg::from(near.clone()))])));
        format!("{said}{}", near.unwrap_or_default())
    }
}
