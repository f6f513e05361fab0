//! The open reports and the one looked at.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::i18n::Texts;
use crate::model::overview::{Figure, Overview};
use crate::model::{ColumnInfo, Company, Diagnostic, Source};
use crate::query::SearchIndex;
use crate::text;

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
    /// Something that was noticed in a file: its place among all that was noticed.
    Warning(usize),
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

    /// What was noticed that somebody should look at, each with the number of its file.
    pub fn warnings(&self) -> impl Iterator<Item = (u32, &Diagnostic)> {
        self.company().noted().filter(|(_, d)| d.code.is_warning())
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
        let mut warnings = self.company().noted().enumerate().filter(|(_, (_, d))| d.code.is_warning()).map(|(at, _)| at);
        match place.checked_sub(self.before_warnings()).and_then(|at| warnings.nth(at)) {
            Some(at) => Spot::Warning(at),
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

    /// The columns of the files looked at, each with the number of its file.
    pub fn columns(&self) -> impl Iterator<Item = (u32, &ColumnInfo)> {
        (0u32..).zip(self.company().sources()).flat_map(|(file, source)| source.columns.iter().map(move |column| (file, column)))
    }

    /// How many columns there are.
    #[must_use]
    pub fn column_count(&self) -> usize {
        self.company().sources().map(|source| source.columns.len()).sum()
    }

    /// How many things were noticed.
    #[must_use]
    pub fn notice_count(&self) -> usize {
        self.company().sources().map(|source| source.diagnostics.len()).sum()
    }

    /// One of them, by its place, with the number of its file.
    #[must_use]
    pub fn notice(&self, place: usize) -> Option<(u32, &Diagnostic)> {
        let mut place = place;
        for (file, source) in (0u32..).zip(self.company().sources()) {
            match source.diagnostics.get(place) {
                Some(notice) => return Some((file, notice)),
                None => place -= source.diagnostics.len(),
            }
        }
        None
    }

    /// What a notice says, with the name of its file where there are two.
    #[must_use]
    pub fn told(&self, (file, notice): (u32, &Diagnostic), texts: &Texts) -> String {
        let company = self.company();
        let message = notice.message(texts, &company.file(file).headers());
        if company.has_two_files() { format!("{} · {message}", text::clean(company.file_name(file))) } else { message }
    }

    /// How the file looked at was understood; of two the skills report. Rows, columns and notices of two files are told by
    /// the functions above, which name the file.
    #[must_use]
    pub fn source(&self) -> &Source {
        self.company().file(0)
    }

    /// The names of the files looked at.
    #[must_use]
    pub fn file_names(&self) -> String {
        let company = self.company();
        let names = (0u32..).zip(company.sources()).map(|(file, _)| text::clean(company.file_name(file)));
        names.collect::<Vec<_>>().join(" + ")
    }
}
