//! One change of what is kept. Each is whole in itself, so that two programs can each make theirs.

use chrono::NaiveDate;
use serde_json::Map;

use super::{Entered, External, Held, OwnRule};
use crate::catalog::programmes::Level;
use crate::standing::portal::Category;
use crate::standing::{Portal, Track};

/// A change. Carrying it out twice is the same as once.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// The customers it sells to; `None`: not said.
    Track(Option<Track>),
    /// Day of the move from PMC to Partner Center (R7).
    Moved(Option<NaiveDate>),
    /// A competency at a level, or a designation, is held until an anniversary; `None`: no longer, or nothing is typed in.
    Held {
        /// Its id.
        id: String,
        /// `None` for a designation.
        level: Option<Level>,
        /// By when it has to be renewed.
        anniversary: Option<NaiveDate>,
    },
    /// The performance text at a path is met, or it is not said.
    Tick {
        /// Full path of the level.
        path: String,
        /// Whether it is met.
        on: bool,
    },
    /// Somebody has a certificate of others than Microsoft (R6), or it is not said.
    External {
        /// Who has it, and which.
        of: External,
        /// Whether it is there.
        on: bool,
    },
    /// Something that the portal says of a designation.
    Portal {
        /// Its id.
        designation: String,
        /// What.
        fact: PortalFact,
    },
    /// Two who look like one are two people (R14), or may be one again.
    NotSame {
        /// One of them.
        a: String,
        /// The other.
        b: String,
        /// They are two.
        on: bool,
    },
    /// A rule of one's own. With an id that is there it takes its place; without one, that of the rule for the same level and
    /// time, or it is added.
    Rule(OwnRule),
    /// The rule of this id goes.
    RemoveRule(String),
}

/// What the portal says of a designation.
#[derive(Clone, Debug, PartialEq)]
pub enum PortalFact {
    /// Points of some metrics on a day. Those of another day are dropped: points of two days make no total.
    Figures {
        /// Points by metric; `None`: not entered.
        points: Vec<(Category, Option<f64>)>,
        /// Their day.
        on: NaiveDate,
    },
    /// Whether the company is enrolled.
    Enrolled {
        /// It is.
        enrolled: bool,
        /// The day on which that was seen.
        on: NaiveDate,
    },
    /// By when it has to be renewed; it is enrolled, then.
    Anniversary {
        /// `None`: not entered.
        day: Option<NaiveDate>,
        /// The day on which that was seen.
        on: NaiveDate,
    },
    /// One metric is no longer entered.
    Forget(Category),
    /// Nothing is.
    Nothing,
}

impl Change {
    /// Carries it out.
    pub fn apply(&self, entered: &mut Entered) {
        match self {
            Change::Track(track) => entered.track = *track,
            Change::Moved(day) => entered.moved = *day,
            Change::Held { id, level, anniversary } => hold(entered, id, *level, *anniversary),
            Change::Tick { path, on: true } => drop(entered.ticked.insert(path.clone())),
            Change::Tick { path, on: false } => drop(entered.ticked.remove(path)),
            Change::External { of, on } => {
                let is_same = |there: &External| same(&there.who, &of.who) && same(&there.credential, &of.credential);
                put(&mut entered.external, is_same, on.then(|| of.clone()));
                entered.external.sort();
            }
            Change::Portal { designation, fact } => tell(entered, designation, fact),
            Change::NotSame { a, b, on } => {
                let is_same = |(x, y): &(String, String)| same(x, a) && same(y, b) || same(x, b) && same(y, a);
                let pair = if a <= b { (a.clone(), b.clone()) } else { (b.clone(), a.clone()) };
                put(&mut entered.not_same, is_same, on.then_some(pair));
                entered.not_same.sort();
            }
            Change::Rule(rule) => rule.put_into(&mut entered.rules),
            Change::RemoveRule(id) => entered.rules.retain(|rule| rule.id != *id),
        }
    }
}

/// Addresses and ids are compared without letter case.
pub(super) fn same(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}

/// Puts something in the place of what is the same; `None`: takes that away.
fn put<T>(list: &mut Vec<T>, is_same: impl Fn(&T) -> bool, new: Option<T>) {
    match (list.iter().position(is_same), new) {
        (Some(at), Some(new)) => list[at] = new,
        (Some(at), None) => drop(list.remove(at)),
        (None, Some(new)) => list.push(new),
        (None, None) => {}
    }
}

fn hold(entered: &mut Entered, id: &str, level: Option<Level>, anniversary: Option<NaiveDate>) {
    let at = entered.held.iter().position(|h| h.id == id && h.level == level);
    match (at, anniversary) {
        (Some(at), Some(anniversary)) => entered.held[at].anniversary = anniversary,
        (Some(at), None) => drop(entered.held.remove(at)),
        (None, Some(anniversary)) => entered.held.push(Held { id: id.to_owned(), level, anniversary, more: Map::new() }),
        (None, None) => {}
    }
    entered.held.sort_by(|a, b| (&a.id, a.level).cmp(&(&b.id, b.level)));
}

fn seen<'e>(entered: &'e mut Entered, designation: &str, on: NaiveDate) -> &'e mut Portal {
    entered.portal.entry(designation.to_owned()).or_insert_with(|| Portal { on, ..Portal::default() })
}

fn tell(entered: &mut Entered, designation: &str, fact: &PortalFact) {
    match fact {
        PortalFact::Nothing => drop(entered.portal.remove(designation)),
        PortalFact::Forget(category) => {
            if let Some(portal) = entered.portal.get_mut(designation) {
                portal.set(*category, None);
            }
        }
        PortalFact::Figures { points, on } => {
            let portal = seen(entered, designation, *on);
            if portal.on != *on {
                Category::ALL.into_iter().for_each(|category| portal.set(category, None));
                portal.on = *on;
            }
            points.iter().for_each(|(category, points)| portal.set(*category, *points));
        }
        PortalFact::Enrolled { enrolled, on } => seen(entered, designation, *on).enrolled = *enrolled,
        PortalFact::Anniversary { day, on } => {
            let portal = seen(entered, designation, *on);
            portal.anniversary = *day;
            portal.enrolled |= day.is_some();
        }
    }
}

#[cfg(test)]
mod tests;
