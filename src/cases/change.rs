//! One change of what is kept. Each is whole in itself, so that two programs can each make theirs.

use chrono::NaiveDate;
use serde_json::Map;

use super::{Case, Cases, Entry, Id, Lookup, Matter, Time, What, Who};
use crate::diagnosis::Finding;
use crate::model::Company;

/// A change. Carrying it out twice is the same as once. An entry never changes: what is put right is taken away and put there
/// anew, so no change can undo what somebody else wrote.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// An entry is added to a case; where there is none of this name nor about the same person, it is opened.
    Put {
        /// The name of the case.
        case: Id,
        /// Whom it is about.
        who: Who,
        /// What happened.
        entry: Box<Entry>,
    },
    /// An entry is taken away; a case without any is gone.
    Take {
        /// The name of the case.
        case: Id,
        /// Whom it is about.
        who: Who,
        /// What did not happen.
        entry: Box<Entry>,
    },
}

/// A change that adds something to a case.
#[must_use]
pub fn put(case: &Case, at: Time, about: Option<Matter>, what: What) -> Change {
    Change::Put { case: case.id.clone(), who: case.who.clone(), entry: Box::new(Entry::new(at, about, what)) }
}

/// The changes that make a case of a finding: the points that are not open already. `report`: the day of the report that shows
/// it, where that is known.
#[must_use]
pub fn open(cases: &Cases, finding: &Finding, company: &Company, report: Option<NaiveDate>, now: Time) -> Vec<Change> {
    let who = Who::of_finding(finding, company);
    opening(cases, &who, Matter::of_finding(finding, company), report, now)
}

/// The changes that open a point of somebody, who may be in no file: none, if it is open already.
#[must_use]
pub fn begin(cases: &Cases, who: &Who, matter: Matter, now: Time) -> Vec<Change> {
    opening(cases, who, vec![matter], None, now)
}

fn opening(cases: &Cases, who: &Who, matters: Vec<Matter>, report: Option<NaiveDate>, now: Time) -> Vec<Change> {
    let lookup = Lookup::new(cases);
    let is_open = |matter: &Matter| {
        let point = lookup.point(who, matter).and_then(|at| lookup.get(at));
        point.is_some_and(|(_, point)| !point.state.stage().is_settled())
    };
    let case = lookup.of(who).map_or_else(Id::fresh, |case| case.id.clone());
    let closed = matters.into_iter().filter(|matter| !is_open(matter));
    closed.flat_map(|matter| happening(&lookup, &case, who, Some(&matter), &[What::Opened { report }], report, now)).collect()
}

/// The changes by which something happens to somebody, or to one of the points of theirs; a point that nobody follows yet is
/// opened first. `report`: the day of the report that shows it.
#[must_use]
pub fn happen(cases: &Cases, who: &Who, about: Option<&Matter>, whats: &[What], report: Option<NaiveDate>, now: Time) -> Vec<Change> {
    let lookup = Lookup::new(cases);
    let case = lookup.of(who).map_or_else(Id::fresh, |case| case.id.clone());
    happening(&lookup, &case, who, about, whats, report, now)
}

/// `case`: its name, where none of them has the point.
fn happening(
    lookup: &Lookup<'_>,
    case: &Id,
    who: &Who,
    about: Option<&Matter>,
    whats: &[What],
    report: Option<NaiveDate>,
    now: Time,
) -> Vec<Change> {
    // Where the case of the other one of two has the point, it happens there.
    let known = about.and_then(|matter| lookup.get(lookup.point(who, matter)?));
    let (case, who, about, is_there) = match known {
        Some((case, point)) => (&case.id, &case.who, Some(point.matter), true),
        None => (case, lookup.of(who).map_or(who, |case| &case.who), about, about.is_none()),
    };
    let opens = !is_there && !whats.iter().any(|what| matches!(what, What::Opened { .. }));
    let opened = opens.then_some(What::Opened { report });
    let put = |what: What| Change::Put { case: case.clone(), who: who.clone(), entry: Box::new(Entry::new(now, about.cloned(), what)) };
    opened.into_iter().chain(whats.iter().cloned()).map(put).collect()
}

impl Change {
    /// What undoes it, and nothing else.
    #[must_use]
    pub fn back(&self) -> Change {
        match self.clone() {
            Change::Put { case, who, entry } => Change::Take { case, who, entry },
            Change::Take { case, who, entry } => Change::Put { case, who, entry },
        }
    }

    /// The entry it is about.
    #[must_use]
    pub fn entry(&self) -> &Entry {
        let (Change::Put { entry, .. } | Change::Take { entry, .. }) = self;
        entry
    }

    /// Carries it out, and gives what was changed, with the name of the case as it is; `None`: nothing, it was so already.
    pub fn apply(&self, cases: &mut Cases) -> Option<Change> {
        match self {
            Change::Put { case, who, entry } => cases.put(case, who, entry),
            Change::Take { entry, .. } => cases.take(&entry.id),
        }
    }
}

/// Makes changes, in order, and gives those that changed something: [`back`] of these undoes them.
pub fn apply(changes: &[Change], cases: &mut Cases) -> Vec<Change> {
    changes.iter().filter_map(|change| change.apply(cases)).collect()
}

/// What undoes changes that were made.
#[must_use]
pub fn back(made: &[Change]) -> Vec<Change> {
    made.iter().rev().map(Change::back).collect()
}

impl Cases {
    fn put(&mut self, id: &Id, who: &Who, entry: &Entry) -> Option<Change> {
        if self.cases.iter().any(|case| case.log.iter().any(|there| there.id == entry.id)) {
            return None;
        }
        let known = self.cases.iter().position(|case| case.id == *id);
        let at = known.or_else(|| self.cases.iter().position(|case| case.is_about(who))).unwrap_or_else(|| {
            self.cases.push(Case { id: id.clone(), who: who.clone(), log: Vec::new(), refused: Vec::new(), more: Map::new() });
            self.cases.len() - 1
        });
        let case = &mut self.cases[at];
        case.log.push(entry.clone());
        case.log.sort_by(|a, b| (a.at, &a.id).cmp(&(b.at, &b.id)));
        case.refused.retain(|refused| *refused != entry.id);
        let made = Change::Put { case: case.id.clone(), who: case.who.clone(), entry: Box::new(entry.clone()) };
        self.sort();
        Some(made)
    }

    fn take(&mut self, id: &Id) -> Option<Change> {
        let is_it = |entry: &Entry| entry.id == *id;
        let at = self.cases.iter().position(|case| case.log.iter().any(is_it))?;
        let case = &mut self.cases[at];
        let entry = case.log.remove(case.log.iter().position(is_it)?);
        if entry.id.is_of_report() {
            case.refused.push(id.clone());
            case.refused.sort();
        }
        let made = Change::Take { case: case.id.clone(), who: case.who.clone(), entry: Box::new(entry) };
        if case.log.is_empty() && case.more.is_empty() {
            self.cases.remove(at);
        }
        self.sort();
        Some(made)
    }

    /// The same order whoever was first.
    fn sort(&mut self) {
        let key = |case: &Case| (case.log.first().map(|entry| entry.at), case.id.clone());
        self.cases.sort_by_cached_key(key);
    }
}

#[cfg(test)]
mod tests;
