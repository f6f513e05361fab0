//! What can be filtered on, and what is in a column: values with the number of accounts, each with the condition that
//! shows exactly these.
//!
//! A number says what choosing the value leads to: the accounts that the filter shows with the condition in it, in place
//! of those that it takes the place of.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use chrono::{Datelike, NaiveDate};

use super::fields::FieldName;
use super::filter::{Filter, run, skill_key};
use super::index::SearchIndex;
use super::parse::{Query, Term, parse, parse_what_can_be, tokens, words_of};
use crate::model::lists::Fact;
use crate::model::{Association, Company, Gravity, Problem, Skill, UserColumn};
use crate::text;

/// A value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// As it stands in the file.
    Text(String),
    /// Associated or not.
    Association(Association),
    /// A kind of finding.
    Problem(Problem),
    /// How much a finding matters.
    Severity(Gravity),
    /// A number.
    Number(usize),
    /// Something that has a name in the locales: `value-…`.
    Key(&'static str),
    /// Nothing.
    Nothing,
}

/// How many accounts have a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The value.
    pub value: Value,
    /// The condition that shows these accounts.
    pub term: String,
    /// How many.
    pub accounts: usize,
    /// Of how many: all that the rest of the filter shows.
    pub of: usize,
}

/// Values of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// Which kind: a message `facet-…` names it.
    pub name: &'static str,
    /// The values that occur.
    pub counts: Vec<Count>,
}

/// Values shown at most where a file may have any number of them.
const COMPETENCIES: usize = 30;
const SKILLS: usize = 50;

/// Accounts looked at between two questions whether to stop.
const STEP: usize = 1_024;

/// A condition on a text: in quotes, whatever stands in it.
fn quoted(field: &str, sign: &str, value: &str) -> String {
    format!("{field}:\"{sign}{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}

fn association_name(association: Association) -> &'static str {
    match association {
        Association::Yes => "yes",
        Association::No => "no",
        Association::Contradictory => "both",
        Association::NotSaid => "unknown",
    }
}

const ASSOCIATIONS: [Association; 4] = [Association::No, Association::Contradictory, Association::NotSaid, Association::Yes];

/// What is counted over: a company on a day, under a filter.
#[derive(Clone, Copy)]
pub struct Scope<'c> {
    /// The company.
    pub company: &'c Company,
    /// Its folded names.
    pub index: &'c SearchIndex,
    /// The day.
    pub as_of: NaiveDate,
    /// The filter as typed.
    pub filter: &'c str,
    /// Asked now and then: whether nobody waits for the answer any more.
    pub stop: &'c (dyn Fn() -> bool + Sync),
}

/// What a filter shows.
struct Shown<'c> {
    filter: Filter<'c>,
    accounts: Vec<u32>,
}

impl<'c> Scope<'c> {
    fn query(&self, filter: &str) -> Query {
        parse_what_can_be(filter, self.as_of).0
    }

    fn shown(&self, filter: &str) -> Option<Shown<'c>> {
        let filter = Filter::new(&self.query(filter), self.company, self.index, self.as_of);
        let accounts = run(&filter, None, self.stop)?.hits.iter().map(|hit| hit.account).collect();
        Some(Shown { filter, accounts })
    }

    /// Calls `each` with every account of a list; `None` when it was stopped.
    fn walk(&self, accounts: &[u32], mut each: impl FnMut(u32)) -> Option<()> {
        for (done, number) in accounts.iter().enumerate() {
            if done % STEP == 0 && (self.stop)() {
                return None;
            }
            each(*number);
        }
        Some(())
    }

    /// How many accounts a filter shows with one more condition.
    fn with(&self, rest: &Shown<'_>, term: &str) -> Option<usize> {
        let query = self.query(term);
        let condition = Filter::new(&query, self.company, self.index, self.as_of);
        let of_skill = query.terms.iter().all(|(_, term)| term.is_of_skill());
        // Conditions on skills meet in one skill.
        let meets = |skill: &Skill| rest.filter.meets(skill) && condition.meets(skill);
        let mut accounts = 0;
        self.walk(&rest.accounts, |number| {
            let holds = if of_skill { self.company.skills(number).iter().any(meets) } else { condition.test(number).is_some() };
            accounts += usize::from(holds);
        })?;
        Some(accounts)
    }
}

/// What accounts can be filtered on. `None` when it was stopped.
#[must_use]
pub fn facets(scope: &Scope<'_>) -> Option<Vec<Facet>> {
    let key = |field: &str, name: &'static str| (Value::Key(name), format!("{field}:{name}"));
    let said = |field: &'static str| ASSOCIATIONS.map(|a| (Value::Association(a), format!("{field}:{}", association_name(a)))).to_vec();
    let with_skills = |name: &'static str, term: &str| (Value::Key(name), term.to_owned());
    let technical = [("technical", "yes"), ("not-technical", "no"), ("technical-unknown", "unknown")];
    let technical = if scope.index.facts().says_who_is_technical() { &technical[..] } else { &[] };
    // How much something matters, and what is only good to know, is told where it was looked for.
    let looked_for = scope.index.findings().is_some();
    let severities = if looked_for { &Gravity::ALL[..] } else { &[] };
    let problems = |wanted: &dyn Fn(Problem) -> bool| {
        let kinds = Problem::ALL.into_iter().filter(|problem| wanted(*problem));
        kinds.map(|p| (Value::Problem(p), format!("problem:{}", p.name()))).collect::<Vec<_>>()
    };
    let groups: [(&'static str, Vec<(Value, String)>); 10] = [
        ("severity", severities.iter().map(|g| (Value::Severity(*g), format!("severity:{}", g.name()))).collect()),
        ("problem", problems(&|p| if looked_for { p.gravity() != Gravity::Info } else { p.is_open() })),
        ("pc", said("pc")),
        ("pmc", said("pmc")),
        ("skills", vec![with_skills("with-skills", "skills:>0"), with_skills("no-skills", "skills:0")]),
        ("type", ["certification", "exam", "assessment", "other"].map(|name| key("type", name)).to_vec()),
        ("status", ["active", "expired", "inactive"].map(|name| key("status", name)).to_vec()),
        ("expires", ["30d", "90d", "180d"].map(|name| (Value::Key(name), format!("expires:<{name}"))).to_vec()),
        ("to-know", problems(&|p| looked_for && p.gravity() == Gravity::Info)),
        ("technical", technical.iter().map(|(name, said)| with_skills(name, &format!("technical:{said}"))).collect()),
    ];
    let mut found = Vec::new();
    // Most groups are counted over the same accounts: only some fields stand in a filter.
    let mut known: Vec<(String, Rc<Shown<'_>>)> = Vec::new();
    let mut rest_of = |field: &str| {
        let text = without(scope.filter, FieldName::of(field));
        if let Some((_, shown)) = known.iter().find(|(known, _)| *known == text) {
            return Some(shown.clone());
        }
        let shown = Rc::new(scope.shown(&text)?);
        known.push((text, shown.clone()));
        Some(shown)
    };
    for (name, values) in groups {
        let rest = rest_of(if name == "to-know" { "problem" } else { name })?;
        let mut counts = Vec::new();
        for (value, term) in values {
            let accounts = scope.with(&rest, &term)?;
            counts.push(Count { value, term, accounts, of: rest.accounts.len() });
        }
        counts.retain(|c| c.accounts > 0);
        // Of a file that does not say, nothing is said.
        if counts.iter().all(|c| c.value == Value::Association(Association::NotSaid)) {
            continue;
        }
        found.push(Facet { name, counts });
    }
    for (name, fact) in [("team", Fact::Team), ("manager", Fact::Manager), ("country", Fact::Country), ("language", Fact::Language)] {
        if scope.index.facts().says(fact) {
            let mut counts = of_fact(scope, &*rest_of(name)?, name, fact)?;
            counts.truncate(COMPETENCIES);
            found.push(Facet { name, counts });
        }
    }
    let mut competencies = in_column(scope, &*rest_of("for")?, UserColumn::Competencies, false)?;
    competencies.retain(|c| c.value != Value::Nothing);
    competencies.truncate(COMPETENCIES);
    let mut skills = in_column(scope, &*rest_of("skill")?, UserColumn::Found, false)?;
    skills.truncate(SKILLS);
    found.extend([("competency", competencies), ("skill", skills)].map(|(name, counts)| Facet { name, counts }));
    found.retain(|facet| !facet.counts.is_empty());
    Some(found)
}

/// What is in a column of the table of users, most first. `None` when it was stopped.
#[must_use]
pub fn column_values(scope: &Scope<'_>, column: UserColumn) -> Option<Vec<Count>> {
    let field = match column {
        UserColumn::Name => FieldName::Name,
        UserColumn::Mcid => FieldName::Mcid,
        UserColumn::Email => FieldName::Email,
        UserColumn::Pc => FieldName::Pc,
        UserColumn::Pmc => FieldName::Pmc,
        UserColumn::Skills => FieldName::Skills,
        UserColumn::Competencies => FieldName::For,
        UserColumn::Found => FieldName::Skill,
        UserColumn::Until => FieldName::Expires,
        UserColumn::Problem => FieldName::Problem,
    };
    let here = scope.shown(scope.filter)?;
    let there = in_column(scope, &here, column, true)?;
    let text = without(scope.filter, Some(field));
    let as_it_is = scope.query(&text) == scope.query(scope.filter) && !column.is_of_found_skill();
    if as_it_is || there.is_empty() {
        return Some(there);
    }
    // What is there now, with the numbers that choosing it leads to.
    let there: HashSet<String> = there.into_iter().map(|count| count.term).collect();
    let mut counts = in_column(scope, &scope.shown(&text)?, column, false)?;
    counts.retain(|count| there.contains(&count.term));
    Some(counts)
}

/// Counts values by a key, each with the first printed form.
#[derive(Default)]
struct Counter {
    places: HashMap<String, usize>,
    counts: Vec<Count>,
}

impl Counter {
    fn add(&mut self, key: String, make: impl FnOnce(&str) -> (Value, String)) {
        let next = self.counts.len();
        let at = *self.places.entry(key).or_insert_with_key(|key| {
            let (value, term) = make(key);
            self.counts.push(Count { value, term, accounts: 0, of: 0 });
            next
        });
        self.counts[at].accounts += 1;
    }

    /// Most first; values of one number in the order of the alphabet.
    fn finish(self, of: usize) -> Vec<Count> {
        let mut counts: Vec<(String, Count)> = Vec::with_capacity(self.counts.len());
        let mut keys: Vec<(String, usize)> = self.places.into_iter().collect();
        keys.sort_by_key(|(_, at)| *at);
        counts.extend(keys.into_iter().map(|(key, _)| key).zip(self.counts));
        counts.sort_by(|(a, x), (b, y)| y.accounts.cmp(&x.accounts).then_with(|| a.cmp(b)));
        counts.into_iter().map(|(_, count)| Count { of, ..count }).collect()
    }
}

/// What the lists of the company say of a fact, for the accounts that a filter shows.
fn of_fact(scope: &Scope<'_>, shown: &Shown<'_>, field: &'static str, fact: Fact) -> Option<Vec<Count>> {
    let mut counter = Counter::default();
    scope.walk(&shown.accounts, |number| {
        let printed = || Value::Text(scope.index.facts().text(fact, number).to_owned());
        counter.add(scope.index.fact_words(fact, number).to_owned(), |words| match words {
            "" => (Value::Nothing, format!("{field}:none")),
            words => (printed(), quoted(field, "=", words)),
        });
    })?;
    Some(counter.finish(shown.accounts.len()))
}

/// What is in a column for the accounts that a filter shows. Of skills those that meet it; `found`: only those that it
/// found, which plain words may do too.
fn in_column(scope: &Scope<'_>, shown: &Shown<'_>, column: UserColumn, found: bool) -> Option<Vec<Count>> {
    let (company, as_of) = (scope.company, scope.as_of);
    let keys: Vec<String> = if column == UserColumn::Found { company.items.iter().map(skill_key).collect() } else { Vec::new() };
    let skills = |number: u32| {
        let wanted = move |skill: &&Skill| if found { shown.filter.finds(skill) } else { shown.filter.meets(skill) };
        company.skills(number).iter().filter(wanted)
    };
    let mut counter = Counter::default();
    scope.walk(&shown.accounts, |number| {
        let account = company.account(number);
        let mut text_of = |field: &str, printed: &str, shown: &str| {
            let key = text::trim(&text::fold(printed)).to_owned();
            counter.add(key, |key| match key {
                "" => (Value::Nothing, format!("{field}:none")),
                key => (Value::Text(shown.to_owned()), quoted(field, "=", key)),
            });
        };
        match column {
            UserColumn::Name => {
                let name = company.full_name(account);
                text_of("name", &name, &name);
            }
            UserColumn::Mcid => text_of("mcid", company.mcid(account), company.mcid(account)),
            UserColumn::Email => {
                let email = company.email(account);
                // The part behind the @: whole addresses are all different.
                let domain = email.rfind('@').map_or(email, |at| &email[at..]);
                text_of("email", domain, domain.trim_start_matches('@'));
            }
            UserColumn::Pc | UserColumn::Pmc => {
                let (field, said) = if column == UserColumn::Pc { ("pc", account.pc) } else { ("pmc", account.pmc) };
                let name = association_name(said);
                counter.add(name.to_owned(), |name| (Value::Association(said), format!("{field}:{name}")));
            }
            UserColumn::Skills => {
                let skills = company.skills(number).len();
                counter.add(format!("{skills:08}"), |_| (Value::Number(skills), format!("skills:{skills}")));
            }
            UserColumn::Competencies => {
                let mut names: Vec<(String, &str)> =
                    scope.index.areas().names(company, number, as_of).into_iter().map(|name| (words_of(&text::fold(name)), name)).collect();
                names.sort();
                names.dedup_by(|a, b| a.0 == b.0);
                for (key, name) in names {
                    counter.add(key, |key| (Value::Text(name.to_owned()), quoted("for", "=", key)));
                }
            }
            UserColumn::Problem => {
                let mut any = false;
                for problem in Problem::ALL.into_iter().filter(|problem| shown.filter.has_problem(number, *problem)) {
                    any = true;
                    counter.add(problem.name().to_owned(), |name| (Value::Problem(problem), format!("problem:{name}")));
                }
                if !any {
                    counter.add(String::new(), |_| (Value::Nothing, "problem:none".to_owned()));
                }
            }
            UserColumn::Found => {
                let mut items: Vec<u32> = skills(number).map(|s| s.item).collect();
                items.sort_unstable_by(|a, b| keys[*a as usize].cmp(&keys[*b as usize]));
                items.dedup_by(|a, b| keys[*a as usize] == keys[*b as usize]);
                for item in items {
                    let name = || company.items[item as usize].name_with_code();
                    counter.add(keys[item as usize].clone(), |key| (Value::Text(name()), quoted("skill", "=", key)));
                }
            }
            UserColumn::Until => {
                let mut months: Vec<Option<(i32, u32)>> = skills(number).map(|s| s.expires.map(|day| (day.year(), day.month()))).collect();
                months.sort_unstable();
                months.dedup();
                for month in months {
                    match month {
                        Some((year, month)) => {
                            counter.add(format!("{year}-{month:02}"), |month| (Value::Text(month.to_owned()), format!("expires:{month}")))
                        }
                        None => counter.add("never".to_owned(), |_| (Value::Key("never"), "expires:never".to_owned())),
                    }
                }
            }
        }
    })?;
    Some(counter.finish(shown.accounts.len()))
}

/// Whether an account has one value of a field: another condition on it takes the place of the first.
fn is_single(field: FieldName) -> bool {
    use FieldName::{
        Country, Email, Expires, Language, Manager, Mcid, Name, Pc, Pmc, Problem, Severity, Skills, Status, Team, Technical, Type,
    };
    let of_lists = matches!(field, Team | Manager | Country | Language | Technical);
    of_lists || matches!(field, Pc | Pmc | Problem | Severity | Status | Type | Expires | Name | Email | Mcid | Skills)
}

/// The field that a word of a filter is a condition on; none for one that is turned round.
fn field_of(part: &str) -> Option<FieldName> {
    part.split_once(':').and_then(|(field, _)| FieldName::of(field))
}

/// The words of a filter but for those that a new condition on a field takes the place of; none where it cannot be
/// taken apart.
fn kept(filter: &str, field: Option<FieldName>) -> Vec<&str> {
    let field = field.filter(|field| is_single(*field));
    let parts = tokens(filter).unwrap_or_default().into_iter().map(|t| &filter[t.at..t.end]);
    parts.filter(|part| field.is_none() || field_of(part) != field).collect()
}

fn without(filter: &str, field: Option<FieldName>) -> String {
    kept(filter, field).join(" ")
}

/// The only condition in a text.
fn only_term(text: &str) -> Option<(bool, Term)> {
    // Times left are counted from some day; here they are only compared.
    let day = NaiveDate::from_ymd_opt(2000, 1, 1)?;
    let mut terms = parse(text, day).ok()?.terms;
    (terms.len() == 1).then(|| terms.remove(0))
}

/// Whether a filter has a condition.
#[must_use]
pub fn has_term(filter: &str, term: &str) -> bool {
    let wanted = only_term(term);
    tokens(filter).is_ok_and(|tokens| wanted.is_some() && tokens.iter().any(|t| only_term(&filter[t.at..t.end]) == wanted))
}

/// A filter with a condition added, in place of another one on the same field; or without it, if it had it.
#[must_use]
pub fn toggle_term(filter: &str, term: &str) -> String {
    let parts = if has_term(filter, term) {
        let wanted = only_term(term);
        kept(filter, None).into_iter().filter(|part| only_term(part) != wanted).collect()
    } else {
        let mut parts = kept(filter, field_of(term));
        parts.push(term);
        parts
    };
    parts.join(" ")
}

#[cfg(test)]
mod tests;
