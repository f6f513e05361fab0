//! What is done in a case, on its way to where cases are kept. `update` says what; the worker says when.

use chrono::NaiveDate;

use crate::cases::{Cases, Change, Matter, PointAt, Time, What, Who, happen};
use crate::checklists::{About, checklists};
use crate::kept::KeptError;

use super::app::{App, Tab};
use super::entering::{EntryForm, Way};
use super::followed::Followed;
use super::queue::Line;

/// What is to be done in a case.
#[derive(Clone, Debug)]
pub struct CaseWork {
    /// Key of the company.
    pub company: String,
    /// What.
    pub work: Work,
    /// Where it comes from: what was typed comes back when it cannot be kept.
    pub form: Option<Box<EntryForm>>,
    /// Of which direction.
    pub way: Way,
    /// What is said when it is kept: the key of a message.
    pub said: &'static str,
}

/// What happens.
#[derive(Clone, Debug)]
pub enum Work {
    /// Something new, for each of some people: of points that nobody follows yet a case is made first.
    New(Vec<(Who, Option<Matter>, Vec<What>)>),
    /// Changes that were made before, or what leads back from them.
    Again(Vec<Change>),
}

/// What came of it.
#[derive(Clone, Debug)]
pub struct CasesKept {
    /// What was asked for.
    pub work: CaseWork,
    /// What changed, and the cases then; or why nothing did.
    pub outcome: Result<(Vec<Change>, Box<Followed>), KeptError>,
}

/// Whom and what a command of a case is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// The person, or the company.
    pub who: Who,
    /// The point.
    pub matter: Matter,
}

impl App {
    /// What is selected, if a case can be made of it or there is one.
    #[must_use]
    pub fn case_target(&self) -> Option<Target> {
        let deck = self.deck.as_ref()?;
        let of_point = |at: PointAt| {
            let (case, point) = (deck.followed.case(at)?, deck.followed.point(at)?);
            Some(Target { who: case.who.clone(), matter: point.matter.clone() })
        };
        let of_finding = |place: usize| {
            let finding = deck.prepared.diagnosis.findings.get(place)?;
            let known = deck.followed.of_finding(place).and_then(of_point);
            let new = || {
                let matter = Matter::of_finding(finding, deck.company()).into_iter().next()?;
                Some(Target { who: Who::of_finding(finding, deck.company()), matter })
            };
            known.or_else(new)
        };
        if let Some(person) = &self.person {
            let is_open = |place: &usize| deck.followed.stage_of(*place).is_none_or(|stage| !stage.is_settled());
            let findings = deck.places_of(person.account);
            return findings.clone().find(is_open).or_else(|| findings.clone().next()).and_then(of_finding);
        }
        if self.tab != Tab::Troubleshooting {
            return None;
        }
        match self.queue.lines.get(self.queue.list.selected)? {
            Line::Finding(place) => of_finding(*place),
            Line::Due(at) | Line::Loose(at) | Line::Settled(at) => of_point(*at),
            Line::Checklist(place) => {
                let list = checklists().get(*place)?;
                // What is for one person is begun with who it is.
                (list.about == About::Company).then(|| Target { who: Who::Company, matter: Matter::checklist(&list.id) })
            }
            _ => None,
        }
    }

    /// The moment to which clocks are told.
    #[must_use]
    pub fn moment(&self) -> Option<Time> {
        self.deck.as_ref()?.followed.now
    }
}

/// The changes that make some work happen at a moment. `report`: the day of the report that shows it, for a point that nobody
/// follows yet.
#[must_use]
pub fn changes(work: &Work, cases: &Cases, report: Option<NaiveDate>, now: Time) -> Vec<Change> {
    match work {
        Work::Again(changes) => changes.clone(),
        Work::New(all) => all.iter().flat_map(|(who, about, whats)| happen(cases, who, about.as_ref(), whats, report, now)).collect(),
    }
}
