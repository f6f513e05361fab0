//! What can be filtered on, and what is in a column: values with the number of accounts, each with the condition that
//! shows exactly these.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};

use super::filter::{Filter, SearchIndex, skill_key};
use super::parse::{Term, parse, tokens, words_of};
use crate::model::{Association, Company, Problem, UserColumn};
use crate::text;

/// A value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// As it stands in the file.
    Text(String),
    /// Associated or not.
    Association(Association),
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

/// What accounts can be filtered on. `None` when `stop` said so.
#[must_use]
pub fn facets(company: &Company, as_of: NaiveDate, accounts: &[u32], stop: &(dyn Fn() -> bool + Sync)) -> Option<Vec<Facet>> {
    let key = |field: &str, name: &'static str| (Value::Key(name), format!("{field}:{name}"));
    let said = |field: &'static str| ASSOCIATIONS.map(|a| (Value::Association(a), format!("{field}:{}", association_name(a)))).to_vec();
    let groups: [(&'static str, Vec<(Value, String)>); 6] = [
        ("problem", Problem::ALL.into_iter().filter(|p| p.is_open()).map(|p| key("problem", p.name())).collect()),
        ("pc", said("pc")),
        ("pmc", said("pmc")),
        ("type", ["certification", "exam", "assessment", "other"].map(|name| key("type", name)).to_vec()),
        ("status", ["active", "expired", "inactive"].map(|name| key("status", name)).to_vec()),
        ("expires", ["30d", "90d", "180d"].map(|name| (Value::Key(name), format!("expires:<{name}"))).to_vec()),
    ];
    let index = SearchIndex::default();
    let mut found = Vec::new();
    for (name, values) in groups {
        let mut counts = Vec::new();
        for (value, term) in values {
            if stop() {
                return None;
            }
            // None of these looks at the names, so the index may be empty.
            let Ok(query) = parse(&term, as_of) else { continue };
            let filter = Filter::new(&query, company, &index, as_of);
            let accounts = accounts.iter().filter(|n| filter.test(**n).is_some()).count();
            counts.push(Count { value, term, accounts });
        }
        counts.retain(|c| c.accounts > 0);
        // Of a file that does not say, nothing is said.
        if counts.iter().all(|c| c.value == Value::Association(Association::NotSaid)) {
            continue;
        }
        found.push(Facet { name, counts });
    }
    let mut competencies = column_values(company, as_of, accounts, UserColumn::Competencies, None, stop)?;
    competencies.retain(|c| c.value != Value::Nothing);
    competencies.truncate(COMPETENCIES);
    let mut skills = skill_values(company, accounts, stop)?;
    skills.truncate(SKILLS);
    found.extend([("competency", competencies), ("skill", skills)].map(|(name, counts)| Facet { name, counts }));
    found.retain(|facet| !facet.counts.is_empty());
    Some(found)
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
            self.counts.push(Count { value, term, accounts: 0 });
            next
        });
        self.counts[at].accounts += 1;
    }

    /// Most first; values of one number in the order of the alphabet.
    fn finish(self) -> Vec<Count> {
        let mut counts: Vec<(String, Count)> = Vec::with_capacity(self.counts.len());
        let mut keys: Vec<(String, usize)> = self.places.into_iter().collect();
        keys.sort_by_key(|(_, at)| *at);
        counts.extend(keys.into_iter().map(|(key, _)| key).zip(self.counts));
        counts.sort_by(|(a, x), (b, y)| y.accounts.cmp(&x.accounts).then_with(|| a.cmp(b)));
        counts.into_iter().map(|(_, count)| count).collect()
    }
}

fn skill_values(company: &Company, accounts: &[u32], stop: &(dyn Fn() -> bool + Sync)) -> Option<Vec<Count>> {
    let keys: Vec<String> = company.items.iter().map(skill_key).collect();
    let mut counter = Counter::default();
    for (done, number) in accounts.iter().enumerate() {
        if done % 4096 == 0 && stop() {
            return None;
        }
        let mut of_account: Vec<u32> = company.skills(*number).iter().map(|s| s.item).collect();
        of_account.sort_unstable_by(|a, b| keys[*a as usize].cmp(&keys[*b as usize]));
        of_account.dedup_by(|a, b| keys[*a as usize] == keys[*b as usize]);
        for item in of_account {
            let (key, name) = (&keys[item as usize], || company.items[item as usize].name_with_code());
            counter.add(key.clone(), |key| (Value::Text(name()), quoted("skill", "=", key)));
        }
    }
    Some(counter.finish())
}

/// What is in a column of the table of users, most first. `None` when `stop` said so. `found`: for each account the place
/// of the skill that a filter asked for.
#[must_use]
pub fn column_values(
    company: &Company,
    as_of: NaiveDate,
    accounts: &[u32],
    column: UserColumn,
    found: Option<&[Option<u32>]>,
    stop: &(dyn Fn() -> bool + Sync),
) -> Option<Vec<Count>> {
    let mut counter = Counter::default();
    for (place, number) in accounts.iter().enumerate() {
        if place % 4096 == 0 && stop() {
            return None;
        }
        let account = company.account(*number);
        let skill = || {
            let at = (*found?.get(place)?)?;
            company.skills(*number).get(at as usize)
        };
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
                let skills = company.skills(*number).len();
                counter.add(format!("{skills:08}"), |_| (Value::Number(skills), format!("skills:{skills}")));
            }
            UserColumn::Competencies => {
                let mut names: Vec<(String, &str)> =
                    company.competencies(*number, as_of).into_iter().map(|name| (words_of(&text::fold(name)), name)).collect();
                names.sort();
                names.dedup_by(|a, b| a.0 == b.0);
                for (key, name) in names {
                    counter.add(key, |key| (Value::Text(name.to_owned()), quoted("for", "=", key)));
                }
            }
            UserColumn::Found => {
                if let Some(skill) = skill() {
                    let item = company.item(skill);
                    counter.add(skill_key(item), |key| (Value::Text(item.name_with_code()), quoted("skill", "=", key)));
                }
            }
            UserColumn::Until => match skill().map(|skill| skill.expires) {
                Some(Some(day)) => {
                    let month = format!("{}-{:02}", day.year(), day.month());
                    counter.add(month, |month| (Value::Text(month.to_owned()), format!("expires:{month}")));
                }
                Some(None) => counter.add("never".to_owned(), |_| (Value::Key("never"), "expires:never".to_owned())),
                None => {}
            },
        }
    }
    Some(counter.finish())
}

/// Fields of which an account has one value: another condition on them takes the place of the first.
const SINGLE: [&str; 10] = ["pc", "pmc", "problem", "status", "type", "expires", "name", "email", "mcid", "skills"];

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
    let Ok(tokens) = tokens(filter) else { return term.to_owned() };
    let parts: Vec<&str> = tokens.iter().map(|t| &filter[t.at..t.end]).collect();
    let wanted = only_term(term);
    let has = has_term(filter, term);
    let field = term.split_once(':').map(|(field, _)| field).filter(|field| SINGLE.contains(field));
    let mut kept: Vec<&str> = parts
        .into_iter()
        .filter(|part| {
            let same_field = field.is_some() && part.split_once(':').map(|(field, _)| field) == field;
            if has { only_term(part) != wanted } else { !same_field }
        })
        .collect();
    if !has {
        kept.push(term);
    }
    kept.join(" ")
}

#[cfg(test)]
mod tests;
