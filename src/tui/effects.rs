//! What happens outside: reading, filtering and computing on threads of their own. Results come back as actions; those
//! of an older request are dropped by their number.

use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex};

use chrono::NaiveDate;

use crate::catalog::catalog;
use crate::model::Company;
use crate::model::load::{self, Loaded};
use crate::model::overview::overview;
use crate::query::{Filter, Query, SearchIndex, run};
use crate::report::mappings::Remembered;
use crate::report::{Mapping, Options, Progress, ReadError, Trouble, rows_again};
use crate::session::Explore;

use super::Happening;
use super::action::{Action, Effect, Listing, Notice, Prepared, Ready};
use super::app::{App, Sort, SortKey};

std::thread_local! {
    static WORKER: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
}

/// Whether this thread is one whose panic becomes a message: the screen is not to be touched by it.
#[must_use]
pub fn is_worker() -> bool {
    WORKER.get()
}

/// Carries out effects.
pub struct Worker {
    explore: Arc<Explore>,
    options: Arc<Mutex<Options>>,
    send: Sender<Happening>,
    /// Number of the newest list request: older ones stop.
    newest: Arc<AtomicU64>,
}

impl Worker {
    /// A worker that sends its results to `send`.
    #[must_use]
    pub fn new(explore: Arc<Explore>, send: Sender<Happening>) -> Worker {
        let options = Arc::new(Mutex::new(explore.options.clone()));
        Worker { explore, options, send, newest: Arc::default() }
    }

    /// Carries out an effect. Gives the progress of a reading that began.
    pub fn carry_out(&self, effect: Effect, app: &App) -> Option<Arc<Progress>> {
        match effect {
            // A reading that still goes on is of no use any more.
            Effect::Load(reading) => {
                app.progress.cancel();
                return Some(self.load(reading));
            }
            Effect::Map { headers, mappings, generation } => {
                app.progress.cancel();
                self.map(&headers, &mappings);
                return Some(self.load(generation));
            }
            Effect::CancelLoad => app.progress.cancel(),
            Effect::List { generation, query, sort, among } => self.list(app, generation, query, sort, among),
            Effect::Prepare { generation, report, as_of } => self.prepare(app, generation, report, as_of),
            Effect::ReadRows(reading, lines) => self.read_rows(app, reading, lines),
            Effect::Quit => {}
        }
        None
    }

    /// Runs work on a thread; a panic in it becomes the action of `failed`.
    fn spawn(&self, work: impl FnOnce() -> Option<Action> + Send + 'static, failed: impl FnOnce() -> Action + Send + 'static) {
        let send = self.send.clone();
        std::thread::spawn(move || {
            WORKER.set(true);
            let action = std::panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Some(failed()));
            if let Some(action) = action {
                let _ = send.send(action.into());
            }
        });
    }

    fn load(&self, reading: u64) -> Arc<Progress> {
        let progress = Arc::new(Progress::default());
        let (explore, shared) = (self.explore.clone(), progress.clone());
        let options = self.options.lock().map(|o| o.clone()).unwrap_or_default();
        let path = explore.inputs.first().map(|i| i.path.clone()).unwrap_or_default();
        let work = move || {
            let outcome =
                load::load(&explore.inputs, &options, &explore.given, catalog(), &shared).map(|loaded| Arc::new(ready(&explore, loaded)));
            Some(Action::Loaded(reading, outcome))
        };
        let failed = move || Action::Loaded(reading, Err(ReadError::new(&path, Trouble::Damaged("internal error".to_owned()))));
        self.spawn(work, failed);
        progress
    }

    fn map(&self, headers: &[String], mappings: &[Mapping]) {
        let Ok(mut options) = self.options.lock() else { return };
        options.map.retain(|(field, _)| !mappings.iter().any(|(f, _)| f == field));
        options.remembered.set(headers, mappings);
        if !self.explore.state {
            return;
        }
        // What another session kept meanwhile stays.
        let mut kept = Remembered::load();
        kept.set(headers, mappings);
        let notice = match kept.save() {
            Ok(()) => Notice { key: "notice-mapping-kept", value: String::new(), bad: false },
            Err(error) => Notice { key: "notice-mapping-not-kept", value: error.to_string(), bad: true },
        };
        let _ = self.send.send(Action::Notice(notice).into());
    }

    fn list(&self, app: &App, generation: u64, query: Query, sort: Sort, among: Option<Arc<Vec<u32>>>) {
        let Some(deck) = &app.deck else { return };
        let (company, index, as_of) = (deck.company().clone(), deck.index().clone(), deck.as_of());
        let newest = self.newest.clone();
        newest.store(generation, Ordering::Relaxed);
        let work = move || {
            super::panic_if_asked("worker");
            let stop = || newest.load(Ordering::Relaxed) != generation;
            let listing = listing(&company, &index, as_of, &query, sort, among.as_deref().map(Vec::as_slice), &stop)?;
            Some(Action::Listed(generation, listing))
        };
        self.spawn(work, internal_error);
    }

    fn prepare(&self, app: &App, generation: u64, report: usize, as_of: Option<NaiveDate>) {
        let Some(deck) = &app.deck else { return };
        let (ready, explore) = (deck.ready.clone(), self.explore.clone());
        let work = move || {
            let prepared = prepared(&explore, &ready.loaded, report, as_of)?;
            Some(Action::Prepared(generation, Arc::new(prepared)))
        };
        self.spawn(work, internal_error);
    }

    fn read_rows(&self, app: &App, reading: u64, lines: Vec<u32>) {
        let Some(deck) = &app.deck else { return };
        let (ready, report, limits) = (deck.ready.clone(), deck.report, self.explore.options.limits);
        let work = move || {
            let report = ready.loaded.reports.get(report)?;
            let rows = rows_again(&report.input, &report.company.source, &lines, &limits, &Arc::new(Progress::default()));
            Some(Action::Rows(reading, rows))
        };
        self.spawn(work, internal_error);
    }
}

fn internal_error() -> Action {
    Action::Notice(Notice { key: "notice-internal-error", value: String::new(), bad: true })
}

/// What was read, with the numbers of the report to look at first.
#[must_use]
pub fn ready(explore: &Explore, loaded: Loaded) -> Ready {
    let first = first_report(explore, &loaded);
    let prepared = prepared(explore, &loaded, first, None).unwrap_or_else(|| Prepared {
        report: 0,
        as_of: explore.today,
        index: Arc::default(),
        overview: Default::default(),
        listing: Listing::default(),
    });
    Ready { loaded, prepared: Arc::new(prepared) }
}

/// The newest report; of the sample the one that was asked for.
fn first_report(explore: &Explore, loaded: &Loaded) -> usize {
    let asked = explore.inputs.first().filter(|_| explore.demo);
    asked.and_then(|input| loaded.reports.iter().position(|r| r.input.path == input.path)).unwrap_or(0)
}

/// Computes what the screens show of a report for a day.
#[must_use]
pub fn prepared(explore: &Explore, loaded: &Loaded, report: usize, as_of: Option<NaiveDate>) -> Option<Prepared> {
    let company = &loaded.reports.get(report)?.company;
    let own_day = company.report_date.map(|(date, _)| date).filter(|_| explore.demo);
    let as_of = as_of.or(explore.as_of).or(own_day).unwrap_or_else(|| load::as_of(company, explore.today, None));
    let index = Arc::new(SearchIndex::new(company));
    let sort = Sort { key: SortKey::Name, reversed: false };
    let listing = listing(company, &index, as_of, &Query::default(), sort, None, &|| false).unwrap_or_default();
    Some(Prepared { report, as_of, overview: overview(company, as_of), index, listing })
}

/// Filters and sorts. `None` when `stop` said so.
#[must_use]
pub fn listing(
    company: &Company,
    index: &SearchIndex,
    as_of: NaiveDate,
    query: &Query,
    sort: Sort,
    among: Option<&[u32]>,
    stop: &(dyn Fn() -> bool + Sync),
) -> Option<Listing> {
    let filter = Filter::new(query, company, index, as_of);
    let hits = run(&filter, among, stop)?;
    let scores: Vec<(u32, i64)> = hits.iter().map(|h| (h.account, -h.score)).collect();
    let mut accounts: Vec<u32> = hits.iter().map(|h| h.account).collect();
    let by_number = Arc::new(accounts.clone());
    let account = |n: u32| company.account(n);
    let name = |n: u32| (index.name(n).is_empty(), index.name(n));
    match sort.key {
        SortKey::Match => {
            let mut scored = scores;
            scored.sort_by(|a, b| a.1.cmp(&b.1).then_with(|| name(a.0).cmp(&name(b.0))));
            accounts = scored.into_iter().map(|(account, _)| account).collect();
        }
        SortKey::File => {}
        SortKey::Name => accounts.sort_by(|a, b| name(*a).cmp(&name(*b))),
        SortKey::Email => accounts.sort_by(|a, b| index.email(*a).cmp(index.email(*b))),
        SortKey::Mcid => accounts.sort_by(|a, b| company.mcid(account(*a)).cmp(company.mcid(account(*b)))),
        SortKey::Pmc => accounts.sort_by_cached_key(|n| (SortKey::urgency(account(*n).pmc), name(*n))),
        SortKey::Pc => accounts.sort_by_cached_key(|n| (SortKey::urgency(account(*n).pc), name(*n))),
        SortKey::Skills => {
            let key = |n: u32| std::cmp::Reverse((company.counting_skills(n, as_of), company.skills(n).len()));
            accounts.sort_by_cached_key(|n| (key(*n), name(*n)));
        }
        SortKey::Competencies => accounts.sort_by_cached_key(|n| (std::cmp::Reverse(company.competencies(*n, as_of).len()), name(*n))),
    }
    if sort.reversed {
        accounts.reverse();
    }
    let mut seen = vec![false; company.people as usize];
    let people = accounts.iter().filter(|n| !std::mem::replace(&mut seen[account(**n).person as usize], true)).count();
    let place = |n: &u32| filter.found_skill(*n).and_then(|at| u32::try_from(at).ok());
    let found = filter.asks_for_skills().then(|| accounts.iter().map(place).collect());
    Some(Listing { accounts, by_number, people, found })
}
