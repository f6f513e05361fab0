//! The open reports and the one looked at.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::overview::{Figure, Overview};
use crate::model::{Company, Diagnostic, Source};
use crate::query::SearchIndex;

use super::action::{Prepared, Ready};

/// The open reports and the one looked at.
#[derive(Clone, Debug)]
pub struct Deck {
    /// Everything that was opened.
    pub ready: Arc<Ready>,
    /// Place of the report looked at; 0 is the newest.
    pub report: usize,
    /// Its numbers.
    pub prepared: Arc<Prepared>,
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

    /// The figures of the first screen, in the order in which they are selected.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.overview().funnel.iter().chain(&self.overview().look_at)
    }

    /// Place of the first designation or competency among what can be selected on the first screen: behind the figures and
    /// the warnings.
    #[must_use]
    pub fn before_standing(&self) -> usize {
        self.figures().count() + self.warnings().count()
    }

    /// How many points somebody should act on.
    #[must_use]
    pub fn to_settle(&self) -> usize {
        self.prepared.to_settle
    }

    /// How the file looked at was understood.
    #[must_use]
    pub fn source(&self) -> &Source {
        &self.company().source
    }
}
