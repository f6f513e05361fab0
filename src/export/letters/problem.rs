//! What is wrong in a user's own texts of letters, with file, line and key.

use super::templates::Holds;
use crate::i18n::Texts;
use crate::{text, tr};

/// Something wrong in a file of texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateProblem {
    /// The file.
    pub file: String,
    /// 1-based line; `None`: the whole file.
    pub line: Option<usize>,
    /// `frame.greeting`; empty where it is about no key.
    pub key: String,
    /// What is wrong.
    pub trouble: Trouble,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The file cannot be read, in the system's words.
    Unreadable(String),
    /// It is no TOML, in the words of its reader.
    Syntax(String),
    /// It is of another version of the program.
    Schema,
    /// There is no such key.
    UnknownKey {
        /// One that is much like it.
        meant: Option<String>,
    },
    /// The key holds something else.
    WrongKind(Holds),
    /// What stands in braces cannot be filled in.
    UnknownPlace {
        /// What stands there.
        place: String,
        /// What could.
        known: String,
    },
    /// A brace without its other.
    LoneBrace,
}

impl TemplateProblem {
    pub(super) fn of_file(file: &str, trouble: Trouble) -> TemplateProblem {
        TemplateProblem { file: file.to_owned(), line: None, key: String::new(), trouble }
    }

    /// What is wrong and where, in the user's language.
    #[must_use]
    pub fn message(&self, texts: &Texts) -> String {
        let what = match &self.trouble {
            Trouble::Unreadable(detail) => tr!(texts, "letters-unreadable", detail = detail.clone()),
            Trouble::Syntax(detail) => tr!(texts, "letters-syntax", detail = detail.lines().next().unwrap_or_default().to_owned()),
            Trouble::Schema => texts.get("letters-schema"),
            Trouble::UnknownKey { meant: Some(meant) } => tr!(texts, "letters-unknown-key-meant", meant = meant.clone()),
            Trouble::UnknownKey { meant: None } => texts.get("letters-unknown-key"),
            Trouble::WrongKind(Holds::Text) => texts.get("letters-wants-text"),
            Trouble::WrongKind(Holds::Plural) => texts.get("letters-wants-plural"),
            Trouble::WrongKind(Holds::Texts) => texts.get("letters-wants-texts"),
            Trouble::UnknownPlace { place, known } => {
                tr!(texts, "letters-unknown-place", place = format!("{{{place}}}"), known = known.clone())
            }
            Trouble::LoneBrace => texts.get("letters-lone-brace"),
        };
        let line = self.line.map(|line| tr!(texts, "letters-at-line", line = line.to_string())).unwrap_or_default();
        let key = Some(self.key.clone()).filter(|key| !key.is_empty()).map(|key| format!(", {key}")).unwrap_or_default();
        let said = tr!(texts, "letters-problem", file = self.file.clone(), place = format!("{line}{key}"), what = what);
        text::clean(&said).into_owned()
    }
}
