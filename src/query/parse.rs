//! From the typed text to terms. A mistake is named with the nearest thing that is valid; it never silently shows nothing.

use chrono::{Days, Months, NaiveDate};

use crate::i18n::{Arg, Texts};
use crate::model::{Association, Problem, SkillType};
use crate::text;

/// The fields of the language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FieldName {
    /// `name:` part of the name.
    Name,
    /// `email:` part of the address; `none`.
    Email,
    /// `mcid:` part of the MCID; `any`, `none`.
    Mcid,
    /// `pmc:` yes, no, unknown, both.
    Pmc,
    /// `pc:` yes, no, unknown, both.
    Pc,
    /// `skills:` how many.
    Skills,
    /// `counting:` how many count.
    Counting,
    /// `skill:` code, id or part of the title.
    Skill,
    /// `type:` exam, certification, assessment, other.
    Type,
    /// `status:` active, expired, inactive.
    Status,
    /// `earned:` date or age.
    Earned,
    /// `expires:` date or time left; `never`.
    Expires,
    /// `competency:` part of an entry of the file's own column.
    Competency,
    /// `relevant:` whether the file's own column has an entry: yes, no.
    Relevant,
    /// `for:` what skills of the account count for.
    For,
    /// `problem:` something to settle.
    Problem,
}

/// Every field with its name, in the order in which help shows them.
pub const FIELDS: [(&str, FieldName); 16] = [
    ("name", FieldName::Name),
    ("email", FieldName::Email),
    ("mcid", FieldName::Mcid),
    ("pc", FieldName::Pc),
    ("pmc", FieldName::Pmc),
    ("skills", FieldName::Skills),
    ("counting", FieldName::Counting),
    ("skill", FieldName::Skill),
    ("type", FieldName::Type),
    ("status", FieldName::Status),
    ("earned", FieldName::Earned),
    ("expires", FieldName::Expires),
    ("competency", FieldName::Competency),
    ("relevant", FieldName::Relevant),
    ("for", FieldName::For),
    ("problem", FieldName::Problem),
];

/// The words that French-speaking admins try first.
pub(super) const FRENCH: [(&str, FieldName); 11] = [
    ("nom", FieldName::Name),
    ("courriel", FieldName::Email),
    ("qualification", FieldName::Skill),
    ("qualifications", FieldName::Skills),
    ("statut", FieldName::Status),
    ("obtenue", FieldName::Earned),
    ("expire", FieldName::Expires),
    ("competence", FieldName::Competency),
    ("pertinente", FieldName::Relevant),
    ("pour", FieldName::For),
    ("probleme", FieldName::Problem),
];

impl FieldName {
    /// Key of the message that lists what the field takes, separated by `, `: all of it, or examples.
    #[must_use]
    pub fn values(self) -> &'static str {
        match self {
            FieldName::Name | FieldName::Email | FieldName::Mcid => "filter-values-presence",
            FieldName::Pc | FieldName::Pmc => "filter-values-association",
            FieldName::Skills | FieldName::Counting => "filter-values-number",
            FieldName::Skill => "filter-values-skill",
            FieldName::Type => "filter-values-type",
            FieldName::Status => "filter-values-status",
            FieldName::Earned => "filter-values-earned",
            FieldName::Expires => "filter-values-expires",
            FieldName::Competency | FieldName::For => "filter-values-competency",
            FieldName::Relevant => "filter-values-yes-no",
            FieldName::Problem => "filter-values-problem",
        }
    }

    /// Its name in English, as the filter is documented.
    #[must_use]
    pub fn name(self) -> &'static str {
        FIELDS.iter().find(|(_, field)| *field == self).map_or("name", |(name, _)| name)
    }

    /// The field of a name: in English, or the word that French-speaking admins try first.
    #[must_use]
    pub fn of(name: &str) -> Option<FieldName> {
        let folded = text::fold(name);
        FIELDS.iter().chain(&FRENCH).find(|(known, _)| *known == folded).map(|(_, field)| *field)
    }
}

/// How a number is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compare {
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `=` or nothing.
    Equal,
    /// `>=`
    AtLeast,
    /// `>`
    More,
}

impl Compare {
    /// Whether `value` stands so to `bound`.
    #[must_use]
    pub fn holds<T: PartialOrd>(self, value: T, bound: T) -> bool {
        match self {
            Compare::Less => value < bound,
            Compare::AtMost => value <= bound,
            Compare::Equal => value == bound,
            Compare::AtLeast => value >= bound,
            Compare::More => value > bound,
        }
    }
}

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

/// A span of days, both ends included; `None` is open. `never`: only what has no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// No date at all.
    Never,
    /// From, to.
    Between(Option<NaiveDate>, Option<NaiveDate>),
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
    /// `problem:` one of them; `None`: any.
    Problem(Option<Problem>),
}

impl Term {
    /// Whether it is a condition on a skill; those of one query meet in the same skill.
    #[must_use]
    pub fn is_of_skill(&self) -> bool {
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
        /// The nearest that there is.
        nearest: &'static str,
    },
    /// The field does not take this value; what it takes.
    BadValue {
        /// The field.
        field: &'static str,
        /// As typed.
        given: String,
        /// Key of the message with valid values.
        valid: &'static str,
    },
    /// A field without a value.
    NoValue {
        /// The field.
        field: &'static str,
    },
    /// A quote that is not closed.
    OpenQuote,
}

impl QueryError {
    /// The message under the prompt.
    #[must_use]
    pub fn message(&self, texts: &Texts) -> String {
        let clean = |s: &str| text::fit(&text::clean(s), 30).into_owned();
        match &self.reason {
            Reason::UnknownField { given, nearest } => {
                texts.with("filter-unknown-field", &[("given", Arg::from(clean(given))), ("nearest", Arg::from(*nearest))])
            }
            Reason::BadValue { field, given, valid } => texts.with(
                "filter-bad-value",
                &[("field", Arg::from(*field)), ("given", Arg::from(clean(given))), ("valid", Arg::from(texts.get(valid)))],
            ),
            Reason::NoValue { field } => texts.with("filter-no-value", &[("field", Arg::from(*field))]),
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
        Some((field, value)) if !field.is_empty() && field.chars().all(char::is_alphabetic) => {
            Some((negated, field_term(field, value, as_of)?))
        }
        _ if body == "-" => None,
        _ => Some((negated, Term::Word(text::fold(body)))),
    })
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
    let name = known.name();
    let folded = text::fold(text::trim(value));
    if folded.is_empty() {
        return Err(Reason::NoValue { field: name });
    }
    let bad = || Reason::BadValue { field: name, given: value.to_owned(), valid: known.values() };
    let presence = || match folded.as_str() {
        "any" | "*" => Presence::Any,
        "none" | "aucun" | "aucune" => Presence::None,
        _ => match folded.strip_prefix('=') {
            Some(whole) => Presence::Is(text::trim(whole).to_owned()),
            None => Presence::Holds(folded.clone()),
        },
    };
    let association = || match folded.as_str() {
        "yes" | "oui" | "y" | "o" => Ok(Association::Yes),
        "no" | "non" | "n" => Ok(Association::No),
        "unknown" | "inconnu" | "?" => Ok(Association::NotSaid),
        "both" | "deux" => Ok(Association::Contradictory),
        _ => Err(bad()),
    };
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
        FieldName::Problem => Term::Problem(match folded.as_str() {
            "any" | "tous" | "tout" | "*" => None,
            name => Some(Problem::ALL.into_iter().find(|p| p.name() == name).ok_or_else(bad)?),
        }),
        FieldName::Type => Term::Type(match folded.as_str() {
            "exam" | "examen" => SkillType::Exam,
            "certification" | "cert" => SkillType::Certification,
            "assessment" | "evaluation" => SkillType::Assessment,
            "other" | "autre" => SkillType::Other,
            _ => return Err(bad()),
        }),
        FieldName::Status => Term::Status(match folded.as_str() {
            "active" | "actif" | "valid" => "active",
            "expired" | "expire" | "expiree" => "expired",
            "inactive" | "inactif" => "inactive",
            _ => return Err(bad()),
        }),
        FieldName::Earned => Term::Earned(when(&folded, as_of, false).ok_or_else(bad)?),
        FieldName::Expires => Term::Expires(when(&folded, as_of, true).ok_or_else(bad)?),
        FieldName::Competency => Term::Competency(words_of(&folded)),
        FieldName::Relevant => match association() {
            Ok(Association::Yes) => Term::Relevant(true),
            Ok(Association::No) => Term::Relevant(false),
            _ => return Err(bad()),
        },
    })
}

/// `cloud-platform` and `Cloud Platform` are the same.
pub(super) fn words_of(folded: &str) -> String {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

fn comparison(value: &str) -> (Compare, &str) {
    for (sign, compare) in
        [("<=", Compare::AtMost), (">=", Compare::AtLeast), ("<", Compare::Less), (">", Compare::More), ("=", Compare::Equal)]
    {
        if let Some(rest) = value.strip_prefix(sign) {
            return (compare, text::trim(rest));
        }
    }
    (Compare::Equal, value)
}

fn number(value: &str) -> Option<(Compare, usize)> {
    let (compare, rest) = comparison(value);
    Some((compare, rest.parse().ok()?))
}

/// A date condition as a span of days. `<90d` of an expiry: from `as_of` on, so that what has expired is not among it;
/// of a completion: the last 90 days.
fn when(value: &str, as_of: NaiveDate, ahead: bool) -> Option<When> {
    if matches!(value, "never" | "none" | "jamais" | "aucune") {
        return Some(When::Never);
    }
    let (compare, rest) = comparison(value);
    if let Some(edge) = relative(rest, as_of, ahead) {
        let within = matches!(compare, Compare::Less | Compare::AtMost | Compare::Equal);
        return Some(match (ahead, within) {
            (true, true) => When::Between(Some(as_of), Some(edge)),
            (true, false) => When::Between(edge.succ_opt(), None),
            (false, true) => When::Between(Some(edge), Some(as_of)),
            (false, false) => When::Between(None, edge.pred_opt()),
        });
    }
    let (first, last) = day_span(rest)?;
    Some(match compare {
        Compare::Less => When::Between(None, first.pred_opt()),
        Compare::AtMost => When::Between(None, Some(last)),
        Compare::Equal => When::Between(Some(first), Some(last)),
        Compare::AtLeast => When::Between(Some(first), None),
        Compare::More => When::Between(last.succ_opt(), None),
    })
}

/// `90d`, `6m`, `1y` from a day.
fn relative(value: &str, as_of: NaiveDate, ahead: bool) -> Option<NaiveDate> {
    let unit = value.chars().next_back()?;
    let count: u32 = value[..value.len() - unit.len_utf8()].parse().ok()?;
    let months = |m: u32| if ahead { as_of.checked_add_months(Months::new(m)) } else { as_of.checked_sub_months(Months::new(m)) };
    match unit {
        'd' | 'j' => {
            let days = Days::new(u64::from(count));
            if ahead { as_of.checked_add_days(days) } else { as_of.checked_sub_days(days) }
        }
        'w' | 's' => {
            let days = Days::new(u64::from(count) * 7);
            if ahead { as_of.checked_add_days(days) } else { as_of.checked_sub_days(days) }
        }
        'm' => months(count),
        'y' | 'a' => months(count.checked_mul(12)?),
        _ => None,
    }
}

/// A year, month or day, as its first and last day.
fn day_span(value: &str) -> Option<(NaiveDate, NaiveDate)> {
    let mut parts = value.splitn(3, '-');
    let year: i32 = parts.next().filter(|y| y.len() == 4)?.parse().ok()?;
    let month = parts.next().map(|m| m.parse::<u32>().ok());
    let day = parts.next().map(|d| d.parse::<u32>().ok());
    match (month, day) {
        (None, _) => Some((NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?)),
        (Some(month), None) => {
            let first = NaiveDate::from_ymd_opt(year, month?, 1)?;
            Some((first, first.checked_add_months(Months::new(1))?.pred_opt()?))
        }
        (Some(month), Some(day)) => {
            let date = NaiveDate::from_ymd_opt(year, month?, day?)?;
            Some((date, date))
        }
    }
}

/// The field name with the fewest letters to change; where none is near, the first.
pub(super) fn nearest(given: &str) -> &'static str {
    FIELDS.iter().map(|(name, _)| *name).min_by_key(|name| strsim::damerau_levenshtein(given, name)).unwrap_or("name")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn one(input: &str) -> (bool, Term) {
        let mut terms = parse(input, day("2021-05-19")).unwrap().terms;
        assert_eq!(terms.len(), 1, "{input}");
        terms.remove(0)
    }

    #[rstest]
    #[case("José", false, Term::Word("jose".into()))]
    #[case("-muller", true, Term::Word("muller".into()))]
    #[case("\"van der Berg\"", false, Term::Phrase("van der berg".into()))]
    #[case("pc:NO", false, Term::Pc(Association::No))]
    #[case("pmc:oui", false, Term::Pmc(Association::Yes))]
    #[case("-skill:AZ-104", true, Term::Skill("az-104".into()))]
    #[case("skill:\"Azure Administrator\"", false, Term::Skill("azure administrator".into()))]
    #[case("competency:Cloud-Platform", false, Term::Competency("cloud platform".into()))]
    #[case("skills:0", false, Term::Skills(Compare::Equal, 0))]
    #[case("counting:>=2", false, Term::Counting(Compare::AtLeast, 2))]
    #[case("mcid:none", false, Term::Mcid(Presence::None))]
    #[case("mcid:8000", false, Term::Mcid(Presence::Holds("8000".into())))]
    #[case("expires:<90d", false, Term::Expires(When::Between(Some(day("2021-05-19")), Some(day("2021-08-17")))))]
    #[case("expires:2022-02", false, Term::Expires(When::Between(Some(day("2022-02-01")), Some(day("2022-02-28")))))]
    #[case("expires:never", false, Term::Expires(When::Never))]
    #[case("earned:>2021-01-01", false, Term::Earned(When::Between(Some(day("2021-01-02")), None)))]
    #[case("earned:<30d", false, Term::Earned(When::Between(Some(day("2021-04-19")), Some(day("2021-05-19")))))]
    #[case("earned:>1y", false, Term::Earned(When::Between(None, Some(day("2020-05-18")))))]
    #[case("10:30", false, Term::Word("10:30".into()))]
    #[case("nom:Weiß", false, Term::Name(Presence::Holds("weiss".into())))]
    #[case("expire:<90j", false, Term::Expires(When::Between(Some(day("2021-05-19")), Some(day("2021-08-17")))))]
    fn terms(#[case] input: &str, #[case] negated: bool, #[case] term: Term) {
        assert_eq!(one(input), (negated, term));
    }

    #[rstest]
    #[case("kim,amelie", &["kim", "amelie"])]
    #[case("Kim; Amélie", &["kim", "amelie"])]
    #[case(" , kim ;", &["kim"])]
    #[case("\"kim, amelie\"", &["kim, amelie"])]
    fn commas_stand_between_words(#[case] input: &str, #[case] words: &[&str]) {
        assert_eq!(parse(input, day("2021-05-19")).unwrap().words(), words);
    }

    #[rstest]
    #[case("emial:x", 0, Reason::UnknownField { given: "emial".into(), nearest: "email" })]
    #[case("ana  competancy:x", 5, Reason::UnknownField { given: "competancy".into(), nearest: "competency" })]
    #[case("pc:", 0, Reason::NoValue { field: "pc" })]
    #[case("pc:maybe", 0, Reason::BadValue { field: "pc", given: "maybe".into(), valid: "filter-values-association" })]
    #[case("expires:soon", 0, Reason::BadValue { field: "expires", given: "soon".into(), valid: "filter-values-expires" })]
    #[case("ana \"van der", 4, Reason::OpenQuote)]
    fn mistakes_are_named(#[case] input: &str, #[case] at: usize, #[case] reason: Reason) {
        assert_eq!(parse(input, day("2021-05-19")), Err(QueryError { at, reason }));
    }

    #[test]
    fn a_longer_word_narrows() {
        let q = |s| parse(s, day("2021-05-19")).unwrap();
        assert!(q("pc:no josef").narrows(&q("pc:no jose")));
        assert!(!q("jos").narrows(&q("jo")), "two letters match only as they stand");
        assert!(q("jo pc:no").narrows(&q("jo")));
        assert!(!q("pc:no so").narrows(&q("pc:no jo")));
        assert!(!q("jo").narrows(&q("jo ana")));
        assert!(!q("-jos").narrows(&q("-jo")));
        assert!(q("kim, amelie").narrows(&q("kim,")));
        assert!(q("sc 50").narrows(&q("sc")));
        assert!(!q("sc 50011").narrows(&q("sc 5001")), "a code, and no code any more");
    }

    proptest! {
        #[test]
        fn no_input_makes_the_parser_panic(input in any::<String>()) {
            let _ = parse(&input, day("2021-05-19"));
        }
    }
}
