//! The open reports and the one looked at.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::overview::{Figure, Overview};
use crate::model::{Company, Diagnostic, Source};
use crate::query::SearchIndex;

use crate::diagnosis::{Code, Finding, Severity};

use super::action::{Prepared, Ready};
use super::followed::Followed;
use super::queue::{First, Pressing};

/// What can be selected on the first screen.
#[derive(Clone, Copy, Debug)]
pub enum Spot<'d> {
    /// A number with the filter behind it.
    Figure(&'d Figure),
    /// Cases in which something is due.
    Due,
    /// A kind of finding that presses.
    First(Code),
    /// Something that was noticed in the file.
    Warning(&'d Diagnostic),
    /// A designation or competency, by its place among those shown.
    Standing(usize),
}

/// The open reports and the one looked at.
#[derive(Clone, Debug)]
pub struct Deck {
    /// Everything that was opened.
    pub ready: Arc<Ready>,
    /// Place of the report looked at; 0 is the newest.
    pub report: usize,
    /// Its numbers.
    pub prepared: Arc<Prepared>,
    /// The cases beside it.
    pub followed: Arc<Followed>,
}

impl Deck {
    /// The company of the report looked at.
    #[must_use]
    pub fn company(&self) -> &Arc<Company> {
        &self.ready.loaded.reports[self.report.min(self.ready.loaded.reports.len() - 1)].company
    }

    /// The day it is looked at from.
    #[must_use]
    pub fn as_of(&self) -> NaiveDate {
        self.prepared.as_of
    }

    /// Folded names.
    #[must_use]
    pub fn index(&self) -> &Arc<SearchIndex> {
        &self.prepared.index
    }

    /// The numbers of the first screen.
    #[must_use]
    pub fn overview(&self) -> &Overview {
        &self.prepared.overview
    }

    /// What was noticed that somebody should look at.
    pub fn warnings(&self) -> impl Iterator<Item = &Diagnostic> {
        self.company().source.diagnostics.iter().filter(|d| d.code.is_warning())
    }

    /// What there is to do first: what is due, then the kinds that press most, without what is settled.
    #[must_use]
    pub fn do_first(&self) -> Vec<First> {
        let due = Some(self.followed.due.len()).filter(|due| *due > 0).map(First::Due);
        let open = |pressing: &Pressing| {
            let less = self.followed.settled_of.get(&pressing.code).copied().unwrap_or(0);
            Pressing { count: pressing.count.saturating_sub(less), ..*pressing }
        };
        let kinds = self.prepared.do_first.iter().map(open).filter(|pressing| pressing.count > 0).map(First::Kind);
        due.into_iter().chain(kinds).collect()
    }

    /// What stands at a place of the first screen: the steps from listed to counting, what to do first, whom to look at, what
    /// was noticed, and where the company stands.
    #[must_use]
    pub fn spot(&self, place: usize) -> Spot<'_> {
        let (funnel, first) = (self.overview().funnel.len(), self.do_first().len());
        match place.checked_sub(funnel).and_then(|at| self.do_first().get(at).copied()) {
            Some(First::Due(_)) => return Spot::Due,
            Some(First::Kind(pressing)) => return Spot::First(pressing.code),
            None => {}
        }
        let figure = if place < funnel { Some(place) } else { place.checked_sub(first) };
        if let Some(figure) = figure.and_then(|at| self.figures().nth(at)) {
            return Spot::Figure(figure);
        }
        match place.checked_sub(self.before_warnings()).and_then(|at| self.warnings().nth(at)) {
            Some(warning) => Spot::Warning(warning),
            None => Spot::Standing(place.saturating_sub(self.before_standing())),
        }
    }

    /// Where the groups of the first screen begin, those that there are; `standing`: how many entries the last one has.
    #[must_use]
    pub fn groups(&self, standing: usize) -> Vec<usize> {
        let lens = [self.overview().funnel.len(), self.do_first().len(), self.overview().look_at.len(), self.warnings().count(), standing];
        let mut start = 0;
        let starts = lens.map(|len| {
            start += len;
            (start - len, len)
        });
        starts.into_iter().filter(|(_, len)| *len > 0).map(|(start, _)| start).collect()
    }

    /// The figures of the first screen, in the order in which they are selected.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.overview().funnel.iter().chain(&self.overview().look_at)
    }

    /// Place of the first warning among what can be selected on the first screen.
    #[must_use]
    pub fn before_warnings(&self) -> usize {
        self.figures().count() + self.do_first().len()
    }

    /// Place of the first designation or competency among what can be selected on the first screen: behind everything else.
    #[must_use]
    pub fn before_standing(&self) -> usize {
        self.before_warnings() + self.warnings().count()
    }

    /// How many points somebody should act on.
    #[must_use]
    pub fn to_settle(&self) -> usize {
        let settled = self.followed.settled_of.iter().filter(|(code, _)| code.severity() != Severity::Info);
        self.prepared.to_settle.saturating_sub(settled.map(|(_, count)| count).sum())
    }

    /// What was found of an account, the most serious first.
    pub fn findings_of(&self, account: u32) -> impl Iterator<Item = &Finding> {
        self.places_of(account).filter_map(|place| self.prepared.diagnosis.findings.get(place))
    }

    /// The same, by the places of the findings.
    pub fn places_of(&self, account: u32) -> impl Iterator<Item = usize> + Clone {
        let places = &self.prepared.by_account;
        let first = places.partition_point(|(of, _)| *of < account);
        places[first..].iter().take_while(move |(of, _)| *of == account).map(|(_, place)| *place as usize)
    }

    /// How the file looked at was understood.
    #[must_use]
    pub fn source(&self) -> &Source {
        &self.company().source
    }
}
