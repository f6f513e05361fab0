//! How the points of a case stand, read off its log.

use chrono::NaiveDate;

use super::{Case, Entry, Mark, Matter, Time, What};

/// How a point stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Somebody has to act.
    Open,
    /// It is waited for something, until a day if one was said.
    Waiting(Option<NaiveDate>),
    /// It lies with Microsoft support: the number of the ticket, which may be empty.
    Support(String),
    /// It is settled: by the report of a day, or because the admin says so.
    Done(Option<NaiveDate>),
    /// Nothing is to be done, and why.
    NoAction(String),
}

/// A state without what is said of it; the most pressing first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Somebody has to act.
    Open,
    /// It lies with Microsoft support.
    Support,
    /// It is waited for something.
    Waiting,
    /// It is settled.
    Done,
    /// Nothing is to be done.
    NoAction,
}

impl Stage {
    /// All of them.
    pub const ALL: [Stage; 5] = [Stage::Open, Stage::Support, Stage::Waiting, Stage::Done, Stage::NoAction];

    /// The word used in JSON and in filters.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Stage::Open => "open",
            Stage::Support => "support",
            Stage::Waiting => "waiting",
            Stage::Done => "done",
            Stage::NoAction => "no-action",
        }
    }

    /// Whether there is nothing left to do.
    #[must_use]
    pub fn is_settled(self) -> bool {
        matches!(self, Stage::Done | Stage::NoAction)
    }
}

impl State {
    /// The state alone.
    #[must_use]
    pub fn stage(&self) -> Stage {
        match self {
            State::Open => Stage::Open,
            State::Waiting(_) => Stage::Waiting,
            State::Support(_) => Stage::Support,
            State::Done(_) => Stage::Done,
            State::NoAction(_) => Stage::NoAction,
        }
    }
}

/// A point of a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Point<'c> {
    /// What it is about, as it was named first.
    pub matter: &'c Matter,
    /// How it stands.
    pub state: State,
    /// The entry that says so; `None`: no entry does, and it is open.
    pub since: Option<&'c Entry>,
}

impl What {
    /// The state that a point is in from then on; `None`: it stays as it is.
    #[must_use]
    pub fn state(&self) -> Option<State> {
        match self {
            What::Opened { .. } => Some(State::Open),
            What::Waiting { until } => Some(State::Waiting(*until)),
            What::Support { ticket } => Some(State::Support(ticket.clone())),
            What::Done { report } => Some(State::Done(*report)),
            What::NoAction { reason } => Some(State::NoAction(reason.clone())),
            _ => None,
        }
    }
}

impl Case {
    /// The points, in the order in which they came up. Whatever is said of one makes it a point.
    #[must_use]
    pub fn points(&self) -> Vec<Point<'_>> {
        let mut points: Vec<Point<'_>> = Vec::new();
        for entry in &self.log {
            let Some(matter) = &entry.about else { continue };
            let known = points.iter().position(|point| point.matter.is(matter));
            let at = known.unwrap_or_else(|| {
                points.push(Point { matter, state: State::Open, since: None });
                points.len() - 1
            });
            if let Some(state) = entry.what.state() {
                points[at].state = state;
                points[at].since = Some(entry);
            }
        }
        points
    }

    /// One of the points.
    #[must_use]
    pub fn point(&self, matter: &Matter) -> Option<Point<'_>> {
        self.points().into_iter().find(|point| point.matter.is(matter))
    }

    /// How it stands: as the most pressing of its points; without a point it is open.
    #[must_use]
    pub fn stage(&self) -> Stage {
        self.points().iter().map(|point| point.state.stage()).min().unwrap_or(Stage::Open)
    }

    /// What was said of a point and of the whole case, or of the latter alone; the oldest first.
    pub fn entries<'c>(&'c self, matter: Option<&Matter>) -> impl DoubleEndedIterator<Item = &'c Entry> {
        self.log.iter().filter(move |entry| match (&entry.about, matter) {
            (Some(about), Some(matter)) => about.is(matter),
            (None, _) => true,
            (Some(_), None) => false,
        })
    }

    /// What came of a step for a point, and when it was noted; `None`: it is open.
    #[must_use]
    pub fn mark(&self, matter: &Matter, list: &str, step: &str) -> Option<(Mark, Time)> {
        let of_step = |entry: &&Entry| matches!(&entry.what, What::Step { list: l, step: s, .. } if l == list && s == step);
        let last = self.entries(Some(matter)).filter(|entry| entry.about.is_some()).rfind(of_step)?;
        if let What::Step { mark: Some(mark), .. } = &last.what { Some((*mark, last.at)) } else { None }
    }

    /// The notes of a point and of the whole case, the oldest first.
    pub fn notes<'c>(&'c self, matter: Option<&Matter>) -> impl Iterator<Item = (&'c Entry, &'c str)> {
        self.entries(matter).filter_map(|entry| if let What::Note(text) = &entry.what { Some((entry, text.as_str())) } else { None })
    }

    /// When it was touched last.
    #[must_use]
    pub fn touched(&self) -> Option<Time> {
        self.log.last().map(|entry| entry.at)
    }
}
