//! Changes as they are typed on the command line: `track=smb`, `held=cloud-platform/gold:2021-09-30`,
//! `portal=data-ai:skilling-intermediate=28@2026-09-10`, `cloud-platform/gold = 4 of relevant`.

use chrono::NaiveDate;
use serde_json::Map;

use super::mistake::{Mistake, Wrong};
use super::{Among, Change, External, OwnRule, PortalFact};
use crate::catalog::nearest;
use crate::catalog::programmes::Level;
use crate::standing::Track;
use crate::standing::portal::Category;
use crate::text;

/// What can be set, each with an example.
pub const EXAMPLES_SET: [(&str, &str); 6] = [
    ("track", "track=smb"),
    ("moved", "moved=2021-03-01"),
    ("held", "held=cloud-platform/gold:2021-09-30"),
    ("portal", "portal=data-ai:skilling-intermediate=28@2026-09-10"),
    ("external", "external=ana@contoso.example:psm-i"),
    ("not-same", "not-same=ana@contoso.example,8000015"),
];

/// What can be taken back, each with an example.
pub const EXAMPLES_UNSET: [(&str, &str); 7] = [
    ("track", "track"),
    ("moved", "moved"),
    ("held", "held=cloud-platform/gold"),
    ("portal", "portal=data-ai:skilling-intermediate"),
    ("external", "external=ana@contoso.example:psm-i"),
    ("not-same", "not-same=ana@contoso.example,8000015"),
    ("rule", "rule=own-1"),
];

const RULE: &str = "cloud-platform/gold = 4 of relevant; cloud-platform/gold = 4 of AZ-104, AZ-305 from 2026-01-01 to 2026-12-31";

fn example(key: &str, examples: &[(&'static str, &'static str)]) -> &'static str {
    examples.iter().find(|(known, _)| *known == key).map_or("", |(_, example)| example)
}

/// The key and what follows it.
fn key<'t>(typed: &'t str, examples: &[(&'static str, &'static str)]) -> Result<(&'static str, &'t str), Mistake> {
    let (typed_key, rest) = typed.split_once('=').unwrap_or((typed, ""));
    let wanted = text::fold(typed_key.trim());
    let keys = || examples.iter().map(|(key, _)| *key);
    match keys().find(|key| *key == wanted) {
        Some(key) => Ok((key, rest.trim())),
        None => Err(Mistake::new(Wrong::Key, typed_key, keys().collect::<Vec<_>>().join(", ")).near(nearest(&wanted, keys()))),
    }
}

/// What is to be set. `today`: the day of figures without one.
///
/// # Errors
/// What is wrong, and what is valid.
pub fn parse_set(typed: &str, today: NaiveDate) -> Result<Change, Mistake> {
    let (key, value) = key(typed, &EXAMPLES_SET)?;
    let form = || Mistake::new(Wrong::Form, typed, example(key, &EXAMPLES_SET));
    match key {
        "track" => Ok(Change::Track(Some(track(value)?))),
        "moved" => Ok(Change::Moved(Some(date(value)?))),
        "held" => {
            let (what, day) = value.rsplit_once(':').ok_or_else(form)?;
            let (id, level) = id_and_level(what)?;
            Ok(Change::Held { id, level, anniversary: Some(date(day)?) })
        }
        "portal" => {
            let (designation, fact) = value.split_once(':').ok_or_else(form)?;
            Ok(Change::Portal {
                designation: designation.trim().to_owned(),
                fact: fact_of(fact, today).map_err(|e| e.unwrap_or_else(form))?,
            })
        }
        "external" => Ok(Change::External { of: external(value).ok_or_else(form)?, on: true }),
        _ => {
            let (a, b) = two(value).ok_or_else(form)?;
            Ok(Change::NotSame { a, b, on: true })
        }
    }
}

/// What is to be taken back.
///
/// # Errors
/// What is wrong, and what is valid.
pub fn parse_unset(typed: &str) -> Result<Change, Mistake> {
    let (key, value) = key(typed, &EXAMPLES_UNSET)?;
    let form = || Mistake::new(Wrong::Form, typed, example(key, &EXAMPLES_UNSET));
    match key {
        "track" if value.is_empty() => Ok(Change::Track(None)),
        "moved" if value.is_empty() => Ok(Change::Moved(None)),
        "held" if !value.is_empty() => {
            let (id, level) = id_and_level(value)?;
            Ok(Change::Held { id, level, anniversary: None })
        }
        "portal" if !value.is_empty() => {
            let (designation, metric) = value.split_once(':').map_or((value, None), |(d, m)| (d, Some(m)));
            let fact = metric.map_or(Ok(PortalFact::Nothing), |metric| category(metric).map(PortalFact::Forget))?;
            Ok(Change::Portal { designation: designation.trim().to_owned(), fact })
        }
        "external" => Ok(Change::External { of: external(value).ok_or_else(form)?, on: false }),
        "not-same" => {
            let (a, b) = two(value).ok_or_else(form)?;
            Ok(Change::NotSame { a, b, on: false })
        }
        "rule" if !value.is_empty() => Ok(Change::RemoveRule(value.to_owned())),
        _ => Err(form()),
    }
}

/// A rule: `cloud-platform/gold = 4 of relevant`, `… = 4 of AZ-104, AZ-305 from 2026-01-01 to 2026-12-31`.
///
/// # Errors
/// What is wrong, and what is valid.
pub fn parse_rule(typed: &str) -> Result<OwnRule, Mistake> {
    let form = || Mistake::new(Wrong::Form, typed, RULE);
    let (what, rule) = typed.split_once('=').ok_or_else(form)?;
    let (competency, level) = what.rsplit_once('/').ok_or_else(form)?;
    let level = level_of(level)?;
    let mut words: Vec<&str> = rule.split_whitespace().collect();
    let mut day_behind = |word: &str| -> Result<Option<NaiveDate>, Mistake> {
        let at = words.len().checked_sub(2).filter(|at| words[*at].eq_ignore_ascii_case(word));
        let Some(at) = at else { return Ok(None) };
        let day = date(words[at + 1])?;
        words.truncate(at);
        Ok(Some(day))
    };
    let to = day_behind("to")?;
    let from = day_behind("from")?;
    let [count, of, rest @ ..] = words.as_slice() else { return Err(form()) };
    let count = count.parse().map_err(|_| Mistake::new(Wrong::Count, count, "1–999"))?;
    if !of.eq_ignore_ascii_case("of") || rest.is_empty() || competency.trim().is_empty() {
        return Err(form());
    }
    let rest = rest.join(" ");
    let among = if rest.eq_ignore_ascii_case("relevant") {
        Among::Relevant
    } else {
        Among::OneOf(rest.split(',').map(|id| id.trim().to_owned()).filter(|id| !id.is_empty()).collect())
    };
    let competency = competency.trim().to_owned();
    Ok(OwnRule { id: String::new(), competency, name: None, level, count, among, from, to, more: Map::new() })
}

fn date(typed: &str) -> Result<NaiveDate, Mistake> {
    typed.trim().parse().map_err(|_| Mistake::new(Wrong::Date, typed, "2021-09-30"))
}

fn track(typed: &str) -> Result<Track, Mistake> {
    let all = [Track::Enterprise, Track::Smb];
    let found = all.into_iter().find(|track| track.name() == text::fold(typed));
    let names = || all.into_iter().map(Track::name);
    found.ok_or_else(|| Mistake::new(Wrong::Track, typed, names().collect::<Vec<_>>().join(", ")).near(nearest(typed, names())))
}

fn level_of(typed: &str) -> Result<Level, Mistake> {
    match text::fold(typed.trim()).as_str() {
        "silver" => Ok(Level::Silver),
        "gold" => Ok(Level::Gold),
        other => Err(Mistake::new(Wrong::Level, typed, "silver, gold").near(nearest(other, ["silver", "gold"]))),
    }
}

fn id_and_level(typed: &str) -> Result<(String, Option<Level>), Mistake> {
    match typed.split_once('/') {
        Some((id, level)) => Ok((id.trim().to_owned(), Some(level_of(level)?))),
        None => Ok((typed.trim().to_owned(), None)),
    }
}

fn category(typed: &str) -> Result<Category, Mistake> {
    let names = || Category::ALL.into_iter().map(Category::name);
    let found = Category::ALL.into_iter().find(|category| category.name() == text::fold(typed.trim()));
    found.ok_or_else(|| Mistake::new(Wrong::Metric, typed, names().collect::<Vec<_>>().join(", ")).near(nearest(typed, names())))
}

/// `skilling-intermediate=28,performance=12@2026-09-10`, `enrolled=yes`, `anniversary=2027-03-31`. The error is `None`
/// where the parts are not in their places.
fn fact_of(typed: &str, today: NaiveDate) -> Result<PortalFact, Option<Mistake>> {
    let (facts, on) = match typed.rsplit_once('@') {
        Some((facts, day)) => (facts, date(day)?),
        None => (typed, today),
    };
    let mut points = Vec::new();
    for fact in facts.split(',') {
        let (name, value) = fact.split_once('=').ok_or(None)?;
        match text::fold(name.trim()).as_str() {
            "enrolled" => {
                let enrolled = match text::fold(value.trim()).as_str() {
                    "yes" => true,
                    "no" => false,
                    _ => return Err(Some(Mistake::new(Wrong::YesNo, value, "yes, no"))),
                };
                return if facts.contains(',') { Err(None) } else { Ok(PortalFact::Enrolled { enrolled, on }) };
            }
            "anniversary" => {
                let day = Some(date(value)?);
                return if facts.contains(',') { Err(None) } else { Ok(PortalFact::Anniversary { day, on }) };
            }
            _ => {
                let number = value.trim().parse::<f64>().ok().filter(|n| n.is_finite());
                let number = number.ok_or_else(|| Mistake::new(Wrong::Number, value, "28, 13.33"))?;
                points.push((category(name)?, Some(number)));
            }
        }
    }
    Ok(PortalFact::Figures { points, on })
}

fn external(typed: &str) -> Option<External> {
    let (who, credential) = typed.rsplit_once(':')?;
    let (who, credential) = (who.trim(), credential.trim());
    (!who.is_empty() && !credential.is_empty()).then(|| External { who: who.to_owned(), credential: credential.to_owned() })
}

fn two(typed: &str) -> Option<(String, String)> {
    let (a, b) = typed.split_once(',')?;
    let (a, b) = (a.trim(), b.trim());
    (!a.is_empty() && !b.is_empty()).then(|| (a.to_owned(), b.to_owned()))
}

#[cfg(test)]
mod tests;
