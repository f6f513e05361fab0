//! Forms in which the admin enters what no report says: what they ask for, and what comes of it. The forms are plain data;
//! `update` lets them be filled in, a layer draws them.

mod cases;
mod make;
mod read;

use tui_input::Input;

use crate::entered::Change;
use crate::text;

use super::app::ListState;

pub use cases::{CaseForm, Happened};
pub use make::{Known, form};
pub use read::{Against, Outcome, read};

/// What a form is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A rule of one's own for a level of a competency; with its id where there is one already.
    Rule(Option<String>),
    /// What the portal says of a designation.
    Portal(String),
    /// By when a level of a competency has to be renewed (R11).
    Held,
    /// The company: its customers, the day of its move to Partner Center (R7, R13).
    Company,
    /// A certificate of others than Microsoft (R6).
    External,
    /// The day to look from.
    Day,
    /// A case.
    Case(CaseForm),
}

impl Subject {
    /// Its messages are `form-…-title` and `form-…-note`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Subject::Rule(_) => "rule",
            Subject::Portal(_) => "portal",
            Subject::Held => "held",
            Subject::Company => "company",
            Subject::External => "external",
            Subject::Day => "day",
            Subject::Case(form) => form.name(),
        }
    }
}

/// A question of a form. Its messages are `form-field-…` and `form-help-…`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldName {
    /// Name or id of a competency.
    Competency,
    /// Silver or Gold.
    Level,
    /// How many people.
    People,
    /// Among whom.
    Among,
    /// Codes or names of certificates.
    Certificates,
    /// First day of a rule.
    From,
    /// Last day of a rule.
    To,
    /// Day of the portal's figures.
    On,
    /// Points of a metric, by its place in `Category::ALL`.
    Points(usize),
    /// Whether the company is enrolled.
    Enrolled,
    /// By when to renew.
    Anniversary,
    /// The customers it sells to.
    Track,
    /// Day of the move to Partner Center.
    Moved,
    /// Somebody in the report.
    Who,
    /// A certificate of others.
    Credential,
    /// Whether it is there.
    Has,
    /// A day to look from.
    Day,
    /// Something to remember.
    Note,
    /// A day to come back to a case.
    Until,
    /// The number of a ticket at Microsoft.
    Ticket,
    /// Why nothing is to be done.
    Reason,
    /// When something was earned.
    Earned,
    /// What that was.
    Awaited,
    /// When the account was associated.
    Associated,
    /// When a merge was confirmed.
    Merged,
    /// From when the next association is possible.
    Next,
    /// Somebody’s name.
    Name,
    /// Somebody’s address.
    Email,
    /// The MCID on somebody’s transcript.
    Mcid,
    /// What does not show.
    Exam,
}

impl FieldName {
    /// The word in its messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            FieldName::Competency => "competency",
            FieldName::Level => "level",
            FieldName::People => "people",
            FieldName::Among => "among",
            FieldName::Certificates => "certificates",
            FieldName::From => "from",
            FieldName::To => "to",
            FieldName::On => "on",
            FieldName::Points(_) => "points",
            FieldName::Enrolled => "enrolled",
            FieldName::Anniversary => "anniversary",
            FieldName::Track => "track",
            FieldName::Moved => "moved",
            FieldName::Who => "who",
            FieldName::Credential => "credential",
            FieldName::Has => "has",
            FieldName::Day => "day",
            FieldName::Note => "note",
            FieldName::Until => "until",
            FieldName::Ticket => "ticket",
            FieldName::Reason => "reason",
            FieldName::Earned => "earned",
            FieldName::Awaited => "awaited",
            FieldName::Associated => "associated",
            FieldName::Merged => "merged",
            FieldName::Next => "next",
            FieldName::Name => "name",
            FieldName::Email => "email",
            FieldName::Mcid => "mcid",
            FieldName::Exam => "exam",
        }
    }
}

/// An answer.
#[derive(Clone, Debug)]
pub enum Answer {
    /// What is typed.
    Text(Input),
    /// One of several words, and which; each is shown as `form-choice-…`, or as it is where there is no such message.
    Choice(Vec<String>, usize),
}

/// A question and its answer.
#[derive(Clone, Debug)]
pub struct Field {
    /// What is asked.
    pub name: FieldName,
    /// What is answered so far.
    pub answer: Answer,
    /// It stands there as it was made: what is typed takes its place, as in any other form.
    pub is_fresh: bool,
}

impl Field {
    pub(super) fn text(name: FieldName, value: impl Into<String>) -> Field {
        Field { name, answer: Answer::Text(Input::new(value.into())), is_fresh: true }
    }

    pub(super) fn choice(name: FieldName, choices: impl IntoIterator<Item = impl Into<String>>, chosen: &str) -> Field {
        let choices: Vec<String> = choices.into_iter().map(Into::into).collect();
        let at = choices.iter().position(|choice| choice == chosen).unwrap_or(0);
        Field { name, answer: Answer::Choice(choices, at), is_fresh: true }
    }

    /// The text typed, or the word chosen.
    #[must_use]
    pub fn value(&self) -> &str {
        match &self.answer {
            Answer::Text(input) => input.value().trim(),
            Answer::Choice(choices, at) => choices.get(*at).map_or("", String::as_str),
        }
    }

    /// Turns to another choice; a text stays.
    pub fn turn(&mut self, by: isize) {
        if let Answer::Choice(choices, at) = &mut self.answer {
            let len = choices.len().max(1).cast_signed();
            *at = (at.cast_signed() + by).rem_euclid(len).unsigned_abs();
        }
    }

    /// Turns to the next choice that begins with a letter, as it is shown.
    pub fn turn_to(&mut self, letter: char, shown: impl Fn(&str) -> String) {
        if let Answer::Choice(choices, at) = &mut self.answer {
            let begins = |choice: &String| text::fold(&shown(choice)).starts_with(&text::fold(&letter.to_string()));
            let after = (1..=choices.len()).map(|by| (*at + by) % choices.len());
            if let Some(found) = after.into_iter().find(|place| begins(&choices[*place])) {
                *at = found;
            }
        }
    }
}

/// A form, partly filled in.
#[derive(Clone, Debug)]
pub struct EntryForm {
    /// What it is about.
    pub subject: Subject,
    /// Its questions.
    pub fields: Vec<Field>,
    /// What is wrong with which of them, in words.
    pub wrong: Option<(FieldName, String)>,
    /// Which of those shown has the focus.
    pub list: ListState,
}

impl EntryForm {
    /// The questions that are asked, given the other answers: of certificates only where some are to be named.
    pub fn shown(&self) -> impl Iterator<Item = &Field> {
        let among = self.fields.iter().find(|f| f.name == FieldName::Among).map_or("", Field::value);
        self.fields.iter().filter(move |f| f.name != FieldName::Certificates || among == "one-of")
    }

    /// The question with the focus.
    pub fn focused(&mut self) -> Option<&mut Field> {
        let name = self.shown().nth(self.list.selected)?.name;
        self.fields.iter_mut().find(|f| f.name == name)
    }

    /// Whether the question with the focus is answered by choosing.
    #[must_use]
    pub fn chooses(&self) -> bool {
        self.shown().nth(self.list.selected).is_some_and(|field| matches!(field.answer, Answer::Choice(..)))
    }

    /// Gives a question the focus.
    pub fn focus(&mut self, name: FieldName) {
        let at = self.shown().position(|f| f.name == name);
        self.list.selected = at.unwrap_or(0);
    }

    /// The answer to a question; empty where it is not asked.
    #[must_use]
    pub fn value(&self, name: FieldName) -> &str {
        self.shown().find(|f| f.name == name).map_or("", Field::value)
    }
}

/// Changes on their way to where they are kept.
#[derive(Clone, Debug)]
pub struct Entering {
    /// Key of the company.
    pub company: String,
    /// What is to be changed.
    pub changes: Vec<Change>,
    /// What leads back.
    pub back: Vec<Change>,
    /// Where they come from: what was typed comes back when it cannot be kept.
    pub form: Option<Box<EntryForm>>,
    /// Of which direction.
    pub way: Way,
}

/// Whether a change is new, or one of the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It is new.
    New,
    /// One is undone.
    Undo,
    /// One is made again.
    Redo,
}
