//! From the typed text to terms. A mistake is named with the nearest thing that is valid; it never silently shows nothing.

use chrono::NaiveDate;

use crate::i18n::{Arg, Texts};
use crate::model::lists::Fact;
use crate::model::{Association, Gravity, Problem, SkillType};
use crate::text;

use super::fields::{FieldName, nearest};
use super::when::{Compare, When, comparison, day_span, number, when};

/// Text to look for in a field, or whether there is any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Something is there.
    Any,
    /// Nothing is there.
    None,
    /// This folded text is part of it.
    Holds(String),
    /// This folded text is all of it; beginning with `@`: all of the domain.
    Is(String),
}

/// One condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
    /// A plain word, folded: fuzzy over name, address, MCID, skill code and title.
    Word(String),
    /// A quoted phrase, folded: exactly so in one of them.
    Phrase(String),
    /// `name:`
    Name(Presence),
    /// `email:`
    Email(Presence),
    /// `mcid:`
    Mcid(Presence),
    /// `pc:`
    Pc(Association),
    /// `pmc:`
    Pmc(Association),
    /// `skills:`
    Skills(Compare, usize),
    /// `counting:`
    Counting(Compare, usize),
    /// `skill:`, a condition on one skill.
    Skill(String),
    /// `skill:=`: this folded id, or title of one without an id, and no other.
    SkillIs(String),
    /// `type:`
    Type(SkillType),
    /// `status:` active (neither expired nor inactive), expired, inactive.
    Status(&'static str),
    /// `earned:`
    Earned(When),
    /// `expires:`
    Expires(When),
    /// `competency:`, folded.
    Competency(String),
    /// `relevant:`
    Relevant(bool),
    /// `for:`, folded; `true`: all of the name.
    For(String, bool),
    /// `problem:` one of them; `None`: any that somebody should act on.
    Problem(Option<Problem>),
    /// `problem:none`
    NoProblem,
    /// `severity:`
    Severity(Gravity),
    /// `team:` and the other facts of the lists of the company; words as [`words_of`] has them.
    Fact(Fact, Presence),
    /// `technical:` yes, no, or not said.
    Technical(Option<bool>),
    /// Any of several values of one field: `pc:no,unknown`.
    AnyOf(Vec<Term>),
}

impl Term {
    /// Whether it is a condition on a skill; those of one query meet in the same skill.
    #[must_use]
    pub fn is_of_skill(&self) -> bool {
        if let Term::AnyOf(terms) = self {
            return terms.iter().any(Term::is_of_skill);
        }
        matches!(
            self,
            Term::Skill(_)
                | Term::SkillIs(_)
                | Term::Type(_)
                | Term::Status(_)
                | Term::Earned(_)
                | Term::Expires(_)
                | Term::Competency(_)
                | Term::Relevant(_)
        )
    }
}

/// A parsed filter: every term must hold, the negated ones must not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// (negated, term)
    pub terms: Vec<(bool, Term)>,
}

impl Query {
    /// Whether it asks for findings.
    #[must_use]
    pub fn asks_for_findings(&self) -> bool {
        fn asks(term: &Term) -> bool {
            match term {
                Term::Problem(_) | Term::NoProblem | Term::Severity(_) => true,
                Term::AnyOf(terms) => terms.iter().any(asks),
                _ => false,
            }
        }
        self.terms.iter().any(|(_, term)| asks(term))
    }

    /// Whether it lets a kind of finding through, as far as it asks for findings: who was found by one kind is not looked at
    /// for the others.
    #[must_use]
    pub fn means(&self, problem: Problem) -> bool {
        fn means(term: &Term, problem: Problem) -> Option<bool> {
            match term {
                Term::Problem(None) => Some(problem.gravity() != Gravity::Info),
                Term::Problem(Some(of)) => Some(*of == problem),
                Term::Severity(gravity) => Some(problem.gravity() == *gravity),
                // Others than those for findings may be met by whoever has this one.
                Term::AnyOf(terms) => terms.iter().map(|term| means(term, problem)).reduce(|a, b| Some(a? || b?)).flatten(),
                _ => None,
            }
        }
        self.terms.iter().all(|(negated, term)| means(term, problem).is_none_or(|holds| holds != *negated))
    }

    /// Whether it asks for findings and for nothing else: then it means those too that are about no account.
    #[must_use]
    pub fn asks_for_findings_alone(&self) -> bool {
        fn asks(term: &Term) -> bool {
            match term {
                Term::Problem(Some(_)) | Term::Severity(_) => true,
                Term::AnyOf(terms) => terms.iter().all(asks),
                _ => false,
            }
        }
        !self.terms.is_empty() && self.terms.iter().all(|(negated, term)| !negated && asks(term))
    }

    /// The plain words, for highlights.
    #[must_use]
    pub fn words(&self) -> Vec<&str> {
        self.terms
            .iter()
            .filter_map(|(negated, term)| match term {
                Term::Word(word) | Term::Phrase(word) if !negated => Some(word.as_str()),
                _ => None,
            })
            .collect()
    }

    /// Whether every hit of `self` is one of `before` too: a letter was added at the end of the last plain word.
    #[must_use]
    pub fn narrows(&self, before: &Query) -> bool {
        let (Some(((false, Term::Word(new)), rest)), Some(((false, Term::Word(old)), old_rest))) =
            (self.terms.split_last(), before.terms.split_last())
        else {
            return self.terms.len() > before.terms.len() && self.terms.starts_with(&before.terms);
        };
        // The two words may be a code (`az 104`), and with one more letter they may be none.
        if rest == old_rest && matches!(rest.last(), Some((false, Term::Word(word))) if code_in_two(word, new)) {
            return false;
        }
        rest == old_rest && new.starts_with(old.as_str()) && old.chars().count() >= super::fuzzy::MONOTONE_FROM
            || self.terms.starts_with(&before.terms)
    }
}

/// Whether two words can be a skill's code typed with a blank: `az 104`.
pub(super) fn code_in_two(first: &str, second: &str) -> bool {
    (1..=4).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_lowercase()) && second.starts_with(|c: char| c.is_ascii_digit())
}

/// What is wrong with a filter.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{reason:?} at {at}")]
pub struct QueryError {
    /// Byte where the wrong word starts.
    pub at: usize,
    /// What is wrong with it.
    pub reason: Reason,
}

/// The ways in which a filter can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// There is no such field; the nearest one.
    UnknownField {
        /// As typed.
        given: String,
        /// The nearest that there is, if one is near.
        nearest: Option<FieldName>,
    },
    /// The field does not take this value; what it takes.
    BadValue {
        /// The field.
        field: FieldName,
        /// As typed.
        given: String,
        /// It is the beginning of something that the field takes.
        begins: bool,
    },
    /// A field without a value.
    NoValue {
        /// The field.
        field: FieldName,
    },
    /// A quote that is not closed.
    OpenQuote,
}

/// Fields that are named where none is meant.
const SOME_FIELDS: [FieldName; 6] =
    [FieldName::Name, FieldName::Pc, FieldName::Skill, FieldName::Status, FieldName::Expires, FieldName::Problem];

impl QueryError {
    /// Whether what is wrong may only not be finished: a value still to come, or the beginning of one.
    #[must_use]
    pub fn is_unfinished(&self) -> bool {
        matches!(self.reason, Reason::NoValue { .. } | Reason::BadValue { begins: true, .. })
    }

    /// The message under the prompt.
    #[must_use]
    pub fn message(&self, texts: &Texts) -> String {
        let clean = |s: &str| text::fit(&text::clean(s), 30).into_owned();
        match &self.reason {
            Reason::UnknownField { given, nearest: Some(nearest) } => {
                let nearest = nearest.name_in(texts.lang());
                texts.with("filter-unknown-field", &[("given", Arg::from(clean(given))), ("nearest", Arg::from(nearest))])
            }
            Reason::UnknownField { given, nearest: None } => {
                let some = SOME_FIELDS.map(|field| format!("{}:", field.name_in(texts.lang()))).join(" ");
                texts.with("filter-no-such-field", &[("given", Arg::from(clean(given))), ("some", Arg::from(some))])
            }
            Reason::BadValue { field, given, .. } => texts.with(
                "filter-bad-value",
                &[
                    ("field", Arg::from(field.name_in(texts.lang()))),
                    ("given", Arg::from(clean(given))),
                    ("valid", Arg::from(texts.get(field.values()))),
                ],
            ),
            Reason::NoValue { field } => texts.with("filter-no-value", &[("field", Arg::from(field.name_in(texts.lang())))]),
            Reason::OpenQuote => texts.get("filter-open-quote"),
        }
    }
}

/// Parses a filter. Times left and ages are counted from `as_of`.
///
/// # Errors
/// For an unknown field, a value that its field does not take, or a quote left open.
pub fn parse(input: &str, as_of: NaiveDate) -> Result<Query, QueryError> {
    match parse_what_can_be(input, as_of) {
        (query, None) => Ok(query),
        (_, Some(error)) => Err(error),
    }
}

/// Parses what can be of a filter that is still being typed: every term that is right, and the first mistake.
#[must_use]
pub fn parse_what_can_be(input: &str, as_of: NaiveDate) -> (Query, Option<QueryError>) {
    let mut query = Query::default();
    let (tokens, mut wrong) = split(input);
    for token in tokens {
        match term(&token, as_of) {
            Ok(Some(term)) => query.terms.push(term),
            // A lone hyphen is a negation still to come.
            Ok(None) => {}
            Err(reason) => {
                wrong = Some(QueryError { at: token.at, reason }).into_iter().chain(wrong).min_by_key(|error| error.at);
            }
        }
    }
    (query, wrong)
}

fn term(token: &Token, as_of: NaiveDate) -> Result<Option<(bool, Term)>, Reason> {
    let (negated, body) = match token.body.strip_prefix('-') {
        Some(rest) if !rest.is_empty() && !token.quoted => (true, rest),
        _ => (false, token.body.as_str()),
    };
    if token.quoted {
        return Ok(Some((negated, Term::Phrase(text::fold(body)))));
    }
    Ok(match body.split_once(':') {
        Some((field, value)) if is_field(field) => Some((negated, field_term(field, value, as_of)?)),
        _ if body == "-" => None,
        _ => Some((negated, Term::Word(text::fold(body)))),
    })
}

/// Whether a word in front of a colon stands for a field, right or wrong: `e-mail`, but not `10` of `10:30`.
pub(super) fn is_field(name: &str) -> bool {
    !name.is_empty() && (name.chars().all(char::is_alphabetic) || FieldName::of(name).is_some())
}

pub(super) struct Token {
    /// Bytes of the filter from and to which it stands.
    pub(super) at: usize,
    pub(super) end: usize,
    body: String,
    /// The whole token stands in quotes.
    quoted: bool,
}

/// The words of a filter.
pub(super) fn tokens(input: &str) -> Result<Vec<Token>, QueryError> {
    match split(input) {
        (tokens, None) => Ok(tokens),
        (_, Some(error)) => Err(error),
    }
}

/// The words of a filter, and the quote that is left open; what stands behind that is one word.
fn split(input: &str) -> (Vec<Token>, Option<QueryError>) {
    let mut out = Vec::new();
    let mut open = None;
    let mut chars = input.char_indices().peekable();
    while let Some(&(at, c)) = chars.peek() {
        if c.is_whitespace() || matches!(c, ',' | ';') {
            chars.next();
            continue;
        }
        let mut token = Token { at, end: at, body: String::new(), quoted: c == '"' };
        let mut inside = None;
        while let Some(&(here, c)) = chars.peek() {
            match c {
                '"' if inside.is_some() => inside = None,
                '"' => inside = Some(here),
                c if c.is_whitespace() && inside.is_none() => break,
                // Between words as in `Kim; Amélie`; behind the name of a field it belongs to the value.
                ',' | ';' if inside.is_none() && !token.body.contains(':') => break,
                // In quotes a quote can be meant as such.
                '\\' if inside.is_some() => {
                    let next = input[here + 1..].chars().next();
                    if matches!(next, Some('"' | '\\')) {
                        chars.next();
                    }
                    token.body.push(next.filter(|n| matches!(n, '"' | '\\')).unwrap_or('\\'));
                }
                c => token.body.push(c),
            }
            chars.next();
        }
        token.end = chars.peek().map_or(input.len(), |(end, _)| *end);
        open = open.or(inside.map(|at| QueryError { at, reason: Reason::OpenQuote }));
        if !token.body.is_empty() {
            out.push(token);
        }
    }
    (out, open)
}

fn field_term(field: &str, value: &str, as_of: NaiveDate) -> Result<Term, Reason> {
    let Some(known) = FieldName::of(field) else {
        return Err(Reason::UnknownField { given: field.to_owned(), nearest: nearest(&text::fold(field)) });
    };
    let folded = text::fold(text::trim(value));
    if folded.is_empty() {
        return Err(Reason::NoValue { field: known });
    }
    // Any of several.
    if known.is_of_words() && folded.contains(',') {
        let terms: Result<Vec<Term>, Reason> = folded.split(',').map(|one| field_term(field, one, as_of)).collect();
        return Ok(Term::AnyOf(terms?));
    }
    let bad = || Reason::BadValue { field: known, given: value.to_owned(), begins: begins_value(known, &folded) };
    let word = || known.word(&folded);
    let presence = || match word() {
        Some("any") => Presence::Any,
        Some(_) => Presence::None,
        None => match folded.strip_prefix('=') {
            Some(whole) => Presence::Is(text::trim(whole).to_owned()),
            None => Presence::Holds(folded.clone()),
        },
    };
    let association = || match word() {
        Some("yes") => Ok(Association::Yes),
        Some("no") => Ok(Association::No),
        Some("unknown") => Ok(Association::NotSaid),
        Some(_) => Ok(Association::Contradictory),
        None => Err(bad()),
    };
    let date = |when| if known == FieldName::Earned { Term::Earned(when) } else { Term::Expires(when) };
    let count = || number(&folded).ok_or_else(bad);
    Ok(match known {
        FieldName::Name => Term::Name(presence()),
        FieldName::Email => Term::Email(presence()),
        FieldName::Mcid => Term::Mcid(presence()),
        FieldName::Pc => Term::Pc(association()?),
        FieldName::Pmc => Term::Pmc(association()?),
        FieldName::Skills => count().map(|(c, n)| Term::Skills(c, n))?,
        FieldName::Counting => count().map(|(c, n)| Term::Counting(c, n))?,
        FieldName::Skill => match folded.strip_prefix('=') {
            Some(whole) => Term::SkillIs(text::trim(whole).to_owned()),
            None => Term::Skill(folded),
        },
        FieldName::For => match folded.strip_prefix('=') {
            Some(whole) => Term::For(words_of(whole), true),
            None => Term::For(words_of(&folded), false),
        },
        FieldName::Problem => match word().ok_or_else(bad)? {
            "any" => Term::Problem(None),
            "none" => Term::NoProblem,
            name => Term::Problem(Some(Problem::named(name).ok_or_else(bad)?)),
        },
        FieldName::Severity => {
            let word = word().ok_or_else(bad)?;
            Term::Severity(Gravity::ALL.into_iter().find(|gravity| gravity.name() == word).ok_or_else(bad)?)
        }
        FieldName::Type => Term::Type(match word().ok_or_else(bad)? {
            "exam" => SkillType::Exam,
            "certification" => SkillType::Certification,
            "assessment" => SkillType::Assessment,
            _ => SkillType::Other,
        }),
        FieldName::Status => Term::Status(word().ok_or_else(bad)?),
        FieldName::Earned | FieldName::Expires if word().is_some() => date(When::Never),
        FieldName::Earned | FieldName::Expires => date(when(&folded, as_of, known == FieldName::Expires).ok_or_else(bad)?),
        FieldName::Competency => Term::Competency(words_of(&folded)),
        FieldName::Relevant => Term::Relevant(association()? == Association::Yes),
        FieldName::Technical => Term::Technical(association()?.known()),
        FieldName::Team => Term::Fact(Fact::Team, of_words(presence())),
        FieldName::Manager => Term::Fact(Fact::Manager, of_words(presence())),
        FieldName::Country => Term::Fact(Fact::Country, of_words(presence())),
        FieldName::Language => Term::Fact(Fact::Language, of_words(presence())),
    })
}

/// What is asked of a text whose words alone matter.
fn of_words(presence: Presence) -> Presence {
    match presence {
        Presence::Holds(part) => Presence::Holds(words_of(&part)),
        Presence::Is(whole) => Presence::Is(words_of(&whole)),
        other => other,
    }
}

/// Whether a value that a field does not take is the beginning of one that it does.
fn begins_value(field: FieldName, folded: &str) -> bool {
    let (_, rest) = comparison(folded);
    match field {
        FieldName::Skills | FieldName::Counting => rest.is_empty(),
        FieldName::Earned | FieldName::Expires => {
            /// A day from whose end something is missing.
            const DAY: &str = "2000-01-01";
            let day = || DAY.get(rest.len()..).is_some_and(|missing| day_span(&format!("{rest}{missing}")).is_some());
            field.has_word_beginning(folded) || day()
        }
        field => field.has_word_beginning(folded),
    }
}

/// `cloud-platform` and `Cloud Platform` are the same.
pub(super) fn words_of(folded: &str) -> String {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
