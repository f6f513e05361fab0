//! What is wrong in a file of rules, with file, line and key.

use std::fmt;

use chrono::NaiveDate;

use crate::i18n::{Arg, Texts};
use crate::text;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing: the file itself explains it.
    Note,
    /// The file can be used, but something in it has no effect.
    Warning,
    /// The file cannot be used.
    Error,
}

impl Severity {
    /// As JSON and csv name it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// The kind of value that a key wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A text in quotation marks.
    Text,
    /// A whole number.
    Whole,
    /// A number.
    Number,
    /// A day, without quotation marks.
    Date,
    /// A list of texts.
    Texts,
    /// A list of lists of texts.
    Lists,
    /// One table.
    Table,
    /// A list of tables.
    Tables,
}

impl Expected {
    /// All of them.
    pub const ALL: [Expected; 8] = [
        Expected::Text,
        Expected::Whole,
        Expected::Number,
        Expected::Date,
        Expected::Texts,
        Expected::Lists,
        Expected::Table,
        Expected::Tables,
    ];

    /// Its message is `catalog-expected-…`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Expected::Text => "text",
            Expected::Whole => "whole",
            Expected::Number => "number",
            Expected::Date => "date",
            Expected::Texts => "texts",
            Expected::Lists => "lists",
            Expected::Table => "table",
            Expected::Tables => "tables",
        }
    }
}

/// What an id should have named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// An exam, certification or assessment.
    Credential,
    /// A competency.
    Competency,
    /// A designation.
    Designation,
    /// A requirement of the same level.
    Requirement,
    /// A source.
    Source,
}

impl Named {
    /// Its message is `catalog-named-…`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Named::Credential => "credential",
            Named::Competency => "competency",
            Named::Designation => "designation",
            Named::Requirement => "requirement",
            Named::Source => "source",
        }
    }
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Trouble {
    /// There is no such file.
    NotFound,
    /// The system does not let it be read.
    NoPermission,
    /// It is larger than any such file may be, in KiB.
    TooLarge(u64),
    /// It is not UTF-8.
    NotUtf8,
    /// Anything else the system says.
    Io(String),
    /// A folder without such a file.
    EmptyFolder,
    /// No TOML; the parser's words.
    Syntax(String),
    /// Written for another version of the format.
    OtherSchema(u32),
    /// No rules in it.
    NoRules,
    /// Another kind of value was wanted.
    WrongType(Expected),
    /// A key that must be there is not.
    Missing(&'static str),
    /// A key that means nothing here, and the one that was probably meant.
    UnknownKey(Option<&'static str>),
    /// A word that is none of those allowed.
    UnknownWord {
        /// As written.
        word: String,
        /// What there is.
        allowed: &'static [&'static str],
    },
    /// An id that names nothing.
    UnknownId {
        /// What it should name.
        named: Named,
        /// As written.
        id: String,
        /// The nearest that there is.
        near: Option<String>,
        /// Nothing depends on it.
        harmless: bool,
    },
    /// Requirements that refer to each other in a circle.
    Circle(Vec<String>),
    /// A count below 1, or points below 0.
    TooSmall(String),
    /// The same id a second time, and the line of the first.
    Duplicate(String, usize),
    /// The same id twice in one list.
    Repeated(String),
    /// It ends before it begins.
    EndsBeforeItBegins(NaiveDate, NaiveDate),
    /// It holds on days on which another one holds.
    Overlap {
        /// The other.
        other: String,
        /// First day of both.
        from: Option<NaiveDate>,
    },
    /// A requirement that no skill is asked for in.
    AsksForNothing,
    /// Part of people of another requirement, but more of them.
    MoreThanTheWhole {
        /// The other requirement.
        of: String,
        /// How many there.
        count: u32,
    },
    /// A certification that stops counting in a step that does not count it.
    NotInStep(String),
    /// What is printed for each person does not make the points of the metric.
    PeoplePoints {
        /// What it makes.
        sum: f64,
        /// Most points.
        max: f64,
        /// The file says why.
        explained: bool,
    },
    /// Parts do not make the whole.
    Sum {
        /// What they make.
        sum: f64,
        /// What they should.
        whole: f64,
    },
    /// More than there can be.
    MoreThan {
        /// As written.
        value: f64,
        /// The limit.
        most: f64,
    },
    /// A metric in which no step gives points for people.
    NothingScores,
    /// Alternatives with more combinations than can be told apart.
    TooManyWays,
    /// Weak evidence: it is listed but never used.
    Unused,
    /// A section that is not read from a file of one's own.
    NotOfOnesOwn,
}

impl Trouble {
    /// Its name in JSON; its message is `catalog-trouble-…`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Trouble::NotFound => "not-found",
            Trouble::NoPermission => "no-permission",
            Trouble::TooLarge(_) => "too-large",
            Trouble::NotUtf8 => "not-utf8",
            Trouble::Io(_) => "io",
            Trouble::EmptyFolder => "empty-folder",
            Trouble::Syntax(_) => "syntax",
            Trouble::OtherSchema(_) => "other-schema",
            Trouble::NoRules => "no-rules",
            Trouble::WrongType(_) => "wrong-type",
            Trouble::Missing(_) => "missing",
            Trouble::UnknownKey(_) => "unknown-key",
            Trouble::UnknownWord { .. } => "unknown-word",
            Trouble::UnknownId { .. } => "unknown-id",
            Trouble::Circle(_) => "circle",
            Trouble::TooSmall(_) => "too-small",
            Trouble::Duplicate(..) => "duplicate",
            Trouble::Repeated(_) => "repeated",
            Trouble::EndsBeforeItBegins(..) => "ends-before-it-begins",
            Trouble::Overlap { .. } => "overlap",
            Trouble::AsksForNothing => "asks-for-nothing",
            Trouble::MoreThanTheWhole { .. } => "more-than-the-whole",
            Trouble::NotInStep(_) => "not-in-step",
            Trouble::PeoplePoints { .. } => "people-points",
            Trouble::Sum { .. } => "sum",
            Trouble::MoreThan { .. } => "more-than",
            Trouble::NothingScores => "nothing-scores",
            Trouble::TooManyWays => "too-many-ways",
            Trouble::Unused => "unused",
            Trouble::NotOfOnesOwn => "not-of-ones-own",
        }
    }

    /// How bad it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Trouble::PeoplePoints { explained: true, .. } => Severity::Note,
            Trouble::UnknownKey(_)
            | Trouble::UnknownId { harmless: true, .. }
            | Trouble::Repeated(_)
            | Trouble::Unused
            | Trouble::NotOfOnesOwn => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// In words, without the place.
    #[must_use]
    pub fn message(&self, texts: &Texts) -> String {
        let clean = |said: &str| Arg::from(text::fit(&text::clean(said), 60).into_owned());
        let day = |day: &Option<NaiveDate>| Arg::from(day.map_or_else(String::new, |d| texts.date(d)));
        let points = |value: &f64| Arg::from(texts.decimal(*value));
        let near = |near: Option<&str>| {
            near.map_or_else(String::new, |near| format!(" {}", crate::tr!(texts, "cli-did-you-mean", suggestion = near.to_owned())))
        };
        let args: Vec<(&str, Arg<'_>)> = match self {
            Trouble::TooLarge(limit) => vec![("limit", Arg::from(*limit))],
            Trouble::Io(detail) => vec![("detail", clean(detail))],
            Trouble::Syntax(detail) => vec![("detail", Arg::from(text::clean(detail).into_owned()))],
            Trouble::OtherSchema(found) => vec![("found", Arg::from(found.to_string()))],
            Trouble::WrongType(expected) => vec![("expected", Arg::from(texts.get(&format!("catalog-expected-{}", expected.name()))))],
            Trouble::Missing(key) => vec![("key", Arg::from(*key))],
            Trouble::UnknownKey(meant) => vec![("near", Arg::from(near(*meant)))],
            Trouble::UnknownWord { word, allowed } => vec![("word", clean(word)), ("allowed", Arg::from(allowed.join(", ")))],
            Trouble::UnknownId { named, id, near: meant, .. } => vec![
                ("named", Arg::from(texts.get(&format!("catalog-named-{}", named.name())))),
                ("id", clean(id)),
                ("near", Arg::from(near(meant.as_deref()))),
            ],
            Trouble::Circle(ids) => vec![("ids", Arg::from(text::clean(&ids.join(" → ")).into_owned()))],
            Trouble::TooSmall(value) => vec![("value", clean(value))],
            Trouble::Duplicate(id, line) => vec![("id", clean(id)), ("line", Arg::from(line.to_string()))],
            Trouble::Repeated(id) | Trouble::NotInStep(id) => vec![("id", clean(id))],
            Trouble::EndsBeforeItBegins(from, to) => vec![("from", day(&Some(*from))), ("to", day(&Some(*to)))],
            Trouble::Overlap { other, from } => {
                vec![("other", clean(other)), ("said", Arg::from(if from.is_some() { "yes" } else { "no" })), ("from", day(from))]
            }
            Trouble::MoreThanTheWhole { of, count } => vec![("of", clean(of)), ("count", Arg::from(*count))],
            Trouble::PeoplePoints { sum, max, .. } => vec![("sum", points(sum)), ("max", points(max))],
            Trouble::Sum { sum, whole } => vec![("sum", points(sum)), ("whole", points(whole))],
            Trouble::MoreThan { value, most } => vec![("value", points(value)), ("most", points(most))],
            Trouble::NotFound
            | Trouble::NoPermission
            | Trouble::NotUtf8
            | Trouble::EmptyFolder
            | Trouble::NoRules
            | Trouble::AsksForNothing
            | Trouble::NothingScores
            | Trouble::TooManyWays
            | Trouble::Unused
            | Trouble::NotOfOnesOwn => Vec::new(),
        };
        texts.with(&format!("catalog-trouble-{}", self.code()), &args)
    }
}

/// Something wrong in a file of rules.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Path as given.
    pub file: String,
    /// 1-based; `None` where it concerns the whole file.
    pub line: Option<usize>,
    /// `competency[cloud-platform].option[mine].level[gold].requirements[r1].count`; empty where it concerns the whole file.
    pub key: String,
    /// What.
    pub trouble: Trouble,
}

impl Problem {
    /// How bad it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.trouble.severity()
    }

    /// `own.toml:12`
    #[must_use]
    pub fn place(&self) -> String {
        let file = text::clean(&self.file);
        self.line.map_or_else(|| file.clone().into_owned(), |line| format!("{file}:{line}"))
    }

    /// One line for people: file, line, key and what is wrong.
    #[must_use]
    pub fn message(&self, texts: &Texts) -> String {
        let said = self.trouble.message(texts);
        let key = text::clean(&self.key);
        // A French colon stands apart from the word before it; places that a program may look for are kept as they are.
        let parts = [self.place(), key.into_owned(), said];
        parts.iter().filter(|p| !p.is_empty()).map(String::as_str).collect::<Vec<_>>().join(": ")
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The one of some names that was probably meant by a word.
pub fn nearest<'n>(word: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let word = text::fold(word);
    let allowed = if word.chars().count() < 6 { 2 } else { word.chars().count() / 3 };
    let near = names.into_iter().map(|name| (strsim::damerau_levenshtein(&word, &text::fold(name)), name));
    near.filter(|(distance, _)| !word.is_empty() && *distance <= allowed).min_by_key(|(distance, _)| *distance).map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("cout", Some("count"))]
    #[case("any-of", Some("any_of"))]
    #[case("anyof", Some("any_of"))]
    #[case("performence", Some("performance"))]
    #[case("colour", None)]
    #[case("", None)]
    fn the_nearest_name_is_suggested(#[case] word: &str, #[case] near: Option<&str>) {
        assert_eq!(nearest(word, ["count", "any_of", "all_of", "performance", "people"]), near);
    }
}
