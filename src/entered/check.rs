//! Whether a change names things that there are; what it names is written as the catalog writes it.

use super::mistake::{Mistake, Wrong};
use super::{Among, Change, Entered, External, OwnRule, PortalFact};
use crate::catalog::programmes::{Competency, Designation, OptionKind, Programmes};
use crate::catalog::{Catalog, Status, nearest};
use crate::standing::level_name;
use crate::standing::portal::Category;
use crate::text;

/// Most people a rule can ask for.
const MOST_PEOPLE: u32 = 999;

/// A change with the ids as the catalog writes them. `entered`: what is kept; only a rule that is there can be removed.
///
/// # Errors
/// When it names something that there is not, or a number is out of range: with what is valid.
pub fn check(change: Change, entered: &Entered, programmes: &Programmes, catalog: &Catalog) -> Result<Change, Mistake> {
    match change {
        Change::Held { id, level, anniversary } => {
            let is_known = entered.held.iter().any(|h| h.id == id && h.level == level);
            // What is there can be taken away, whatever rules there are today.
            if anniversary.is_none() && is_known {
                return Ok(Change::Held { id, level, anniversary });
            }
            let found = held(&id, programmes)?;
            match (found, level) {
                (Known::Competency(id), None) => Err(Mistake::new(Wrong::LevelMissing, &id, format!("{id}/silver, {id}/gold"))),
                (Known::Designation(id), Some(_)) => Err(Mistake::new(Wrong::LevelTooMany, &id, id.as_str())),
                (Known::Competency(id) | Known::Designation(id), level) => Ok(Change::Held { id, level, anniversary }),
            }
        }
        Change::Tick { path, on } => {
            if !on && entered.ticked.contains(&path) {
                return Ok(Change::Tick { path, on });
            }
            let there = tickable(programmes);
            match there.iter().find(|there| text::fold(there) == text::fold(path.trim())) {
                Some(there) => Ok(Change::Tick { path: there.clone(), on }),
                None => {
                    let near = nearest(&path, there.iter().map(String::as_str));
                    Err(Mistake::new(Wrong::Path, &path, "cloud-platform/azure-consumption/gold").near(near))
                }
            }
        }
        Change::External { of, on } => {
            let External { who, credential } = of;
            let external = || catalog.credentials.iter().filter(|c| c.status == Status::External).map(|c| c.id.as_str());
            match catalog.by_id(&credential) {
                Some(known) => Ok(Change::External { of: External { who, credential: known.id.clone() }, on }),
                None if !on => Ok(Change::External { of: External { who, credential }, on }),
                None => {
                    let valid = external().take(4).collect::<Vec<_>>().join(", ");
                    Err(Mistake::new(Wrong::Credential, &credential, valid).near(nearest(&credential, external())))
                }
            }
        }
        Change::Portal { designation, fact } => {
            if matches!(fact, PortalFact::Nothing | PortalFact::Forget(_)) && entered.portal.contains_key(&designation) {
                return Ok(Change::Portal { designation, fact });
            }
            let known = designation_of(&designation, programmes)?;
            if let PortalFact::Figures { points, .. } = &fact {
                points.iter().try_for_each(|(category, points)| figure(known, *category, *points))?;
            }
            Ok(Change::Portal { designation: known.id.clone(), fact })
        }
        Change::NotSame { a, b, .. } if super::change::same(&a, &b) => Err(Mistake::new(Wrong::SamePerson, &a, "")),
        Change::Rule(own) => Ok(Change::Rule(rule(own, programmes, catalog)?)),
        Change::RemoveRule(id) if !entered.rules.iter().any(|r| r.id == id) => {
            let ids: Vec<&str> = entered.rules.iter().map(|r| r.id.as_str()).collect();
            Err(Mistake::new(Wrong::Rule, &id, if ids.is_empty() { "–".to_owned() } else { ids.join(", ") }))
        }
        other => Ok(other),
    }
}

enum Known {
    Competency(String),
    Designation(String),
}

fn is_it(typed: &str, id: &str, name: &str) -> bool {
    let typed = text::fold(typed.trim());
    typed == text::fold(id) || typed == text::fold(name)
}

fn competency_of<'p>(typed: &str, programmes: &'p Programmes) -> Option<&'p Competency> {
    programmes.competencies.iter().find(|c| is_it(typed, &c.id, &c.name))
}

fn designation_of<'p>(typed: &str, programmes: &'p Programmes) -> Result<&'p Designation, Mistake> {
    let ids = || programmes.designations.iter().map(|d| d.id.as_str());
    let found = programmes.designations.iter().find(|d| is_it(typed, &d.id, &d.name) || is_it(typed, &d.id, &d.short));
    found.ok_or_else(|| Mistake::new(Wrong::Designation, typed, ids().collect::<Vec<_>>().join(", ")).near(nearest(typed, ids())))
}

fn held(typed: &str, programmes: &Programmes) -> Result<Known, Mistake> {
    if let Some(competency) = competency_of(typed, programmes) {
        return Ok(Known::Competency(competency.id.clone()));
    }
    if let Ok(designation) = designation_of(typed, programmes) {
        return Ok(Known::Designation(designation.id.clone()));
    }
    let ids = programmes.competencies.iter().map(|c| c.id.as_str()).chain(programmes.designations.iter().map(|d| d.id.as_str()));
    Err(Mistake::new(Wrong::Held, typed, "cloud-platform/gold, data-ai").near(nearest(typed, ids)))
}

/// Paths of the levels that ask for something that no report tells.
fn tickable(programmes: &Programmes) -> Vec<String> {
    let mut paths = Vec::new();
    for competency in &programmes.competencies {
        for option in &competency.options {
            let OptionKind::Skills(levels) = &option.kind else { continue };
            let asked = levels.iter().filter(|l| l.performance.is_some());
            paths.extend(asked.map(|l| format!("{}/{}/{}", competency.id, option.id, level_name(l.level))));
        }
    }
    paths
}

fn figure(designation: &Designation, category: Category, points: Option<f64>) -> Result<(), Mistake> {
    let most = designation.versions.iter().map(|v| category.most(&v.categories)).fold(0.0, f64::max);
    let has = |c: &Category| designation.versions.iter().any(|v| c.most(&v.categories) > 0.0);
    if most <= 0.0 {
        let there: Vec<&str> = Category::ALL.into_iter().filter(has).map(Category::name).collect();
        return Err(Mistake::new(Wrong::MetricNotThere, category.name(), there.join(", ")));
    }
    match points {
        Some(points) if !(0.0..=most).contains(&points) => Err(Mistake::new(Wrong::Points, &points.to_string(), format!("0–{most}"))),
        _ => Ok(()),
    }
}

/// A rule with the ids as the catalog writes them. A competency that is not known is a new one, unless one is called nearly
/// the same.
fn rule(own: OwnRule, programmes: &Programmes, catalog: &Catalog) -> Result<OwnRule, Mistake> {
    if !(1..=MOST_PEOPLE).contains(&own.count) {
        return Err(Mistake::new(Wrong::Count, &own.count.to_string(), format!("1–{MOST_PEOPLE}")));
    }
    if let (Some(from), Some(to)) = (own.from, own.to)
        && to < from
    {
        return Err(Mistake::new(Wrong::Period, &format!("{from} – {to}"), ""));
    }
    let typed = own.name.clone().unwrap_or_else(|| own.competency.clone());
    let (competency, name) = match competency_of(&typed, programmes) {
        Some(known) => (known.id.clone(), None),
        None => {
            let names = programmes.competencies.iter().flat_map(|c| [c.id.as_str(), c.name.as_str()]);
            if let Some(near) = nearest(&typed, names) {
                return Err(Mistake::new(Wrong::Competency, &typed, "cloud-platform").near(Some(near)));
            }
            let id: Vec<String> =
                text::fold(&typed).split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect();
            if id.is_empty() {
                return Err(Mistake::new(Wrong::Competency, &typed, "cloud-platform"));
            }
            (id.join("-"), Some(typed))
        }
    };
    let among = match own.among {
        Among::Relevant => Among::Relevant,
        Among::OneOf(ids) => Among::OneOf(credentials(&ids, catalog)?),
    };
    Ok(OwnRule { competency, name, among, ..own })
}

/// Known ids as the catalog writes them. One that is not known stays, unless another is called nearly the same: the report
/// may print a code that the catalog does not have; but one of them has to be known.
fn credentials(typed: &[String], catalog: &Catalog) -> Result<Vec<String>, Mistake> {
    let mut ids: Vec<String> = Vec::new();
    let mut known = 0;
    for one in typed.iter().map(|one| one.trim()).filter(|one| !one.is_empty()) {
        match catalog.by_id(one) {
            Some(credential) => {
                known += 1;
                ids.push(credential.id.clone());
            }
            None => {
                let near = nearest(one, catalog.credentials.iter().map(|c| c.id.as_str()));
                if near.is_some() {
                    return Err(Mistake::new(Wrong::Credential, one, "AZ-104, azure-administrator-associate").near(near));
                }
                ids.push(one.to_owned());
            }
        }
    }
    if known == 0 {
        return Err(Mistake::new(Wrong::Credentials, &typed.join(", "), "AZ-104, azure-administrator-associate"));
    }
    let mut seen = std::collections::BTreeSet::new();
    ids.retain(|id| seen.insert(id.to_lowercase()));
    Ok(ids)
}

#[cfg(test)]
mod tests;
