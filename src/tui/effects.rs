//! What happens outside: reading, filtering and computing on threads of their own. Results come back as actions; those
//! of an older request are dropped by their number.

use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use chrono::{NaiveDate, NaiveDateTime};

use crate::catalog::catalog;
use crate::export::file::{format_of, write};
use crate::export::grid::Grid;
use crate::export::people;
use crate::files;
use crate::files::recent::Recent;
use crate::files::watch::Watch;
use crate::model::Company;
use crate::model::load::{self, Loaded};
use crate::model::overview::overview;
use crate::query::{Filter, Found, Query, SearchIndex, column_values, facets, run};
use crate::report::mappings::Remembered;
use crate::report::{Mapping, Options, Progress, ReadError, Trouble, rows_again};
use crate::session::Explore;

use super::Happening;
use super::action::{Action, Effect, Export, Form, Listing, Notice, Offer, Opening, Prepared, Ready, Take};
use super::app::{App, Deck, Sort, SortKey};
use super::clipboard::{Clipboard, Content, Environment, Way};
use super::columns::Needs;

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
    /// What is open, or being opened.
    explore: Mutex<Arc<Explore>>,
    options: Arc<Mutex<Options>>,
    send: Sender<Happening>,
    /// Number of the newest list request: older ones stop.
    newest: Arc<AtomicU64>,
    /// Number of the newest question of a layer: older ones stop.
    asked: Arc<AtomicU64>,
    /// Tells when an open file changes.
    watch: Arc<Mutex<Option<Watch>>>,
    clipboard: Arc<Mutex<Clipboard>>,
}

impl Worker {
    /// A worker that sends its results to `send`.
    #[must_use]
    pub fn new(explore: Arc<Explore>, send: Sender<Happening>) -> Worker {
        let options = Arc::new(Mutex::new(explore.options.clone()));
        let clipboard = Arc::new(Mutex::new(Clipboard::new(environment(explore.state))));
        let explore = Mutex::new(explore);
        Worker { explore, options, send, newest: Arc::default(), asked: Arc::default(), watch: Arc::default(), clipboard }
    }

    fn explore(&self) -> Arc<Explore> {
        self.explore.lock().unwrap_or_else(PoisonError::into_inner).clone()
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
            Effect::Open(reading, opening) => {
                app.progress.cancel();
                let explore = Arc::new(opened(&self.explore(), &opening, app.texts.lang()));
                if let Ok(mut options) = self.options.lock() {
                    options.clone_from(&explore.options);
                }
                *self.explore.lock().unwrap_or_else(PoisonError::into_inner) = explore;
                return Some(self.load(reading));
            }
            Effect::FindOffers => self.find_offers(),
            Effect::Complete(asked, typed) => self.spawn(
                move || {
                    let (text, names) = completion(&typed);
                    Some(Action::Completed(asked, text, names))
                },
                internal_error,
            ),
            Effect::CountFacets(asked) => self.count(app, asked, move |deck, listing, stop| {
                let counted = facets(deck.company(), deck.as_of(), &listing.accounts, stop)?;
                Some(Action::Facets(asked, Arc::new(counted)))
            }),
            Effect::CountValues(asked, column) => self.count(app, asked, move |deck, listing, stop| {
                let found = listing.found.as_deref();
                let counted = column_values(deck.company(), deck.as_of(), &listing.accounts, column, found, stop)?;
                Some(Action::Values(asked, Arc::new(counted)))
            }),
            Effect::Copy(form, take) => self.copy(app, form, take),
            Effect::Export(path, export, replace) => self.export(app, path, export, replace),
            Effect::KeepTheme(name) => {
                if self.explore().state {
                    self.spawn(
                        move || {
                            files::recent::keep_theme(&name.to_string());
                            None
                        },
                        internal_error,
                    );
                }
            }
            // The loop that draws does these itself.
            Effect::WriteTerminal(_) | Effect::Suspend | Effect::Quit => {}
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
        let (explore, shared) = (self.explore(), progress.clone());
        let (watch, send) = (self.watch.clone(), self.send.clone());
        let options = self.options.lock().map(|o| o.clone()).unwrap_or_default();
        let path = explore.inputs.first().map(|i| i.path.clone()).unwrap_or_default();
        let work = move || {
            // From before it is read, so that no change is missed.
            let tell = send.clone();
            let watched = Watch::new(&on_disk(&explore), move || drop(tell.send(Action::FileChanged.into())));
            let outcome =
                load::load(&explore.inputs, &options, &explore.given, catalog(), &shared).map(|loaded| Arc::new(ready(&explore, loaded)));
            let read = outcome.is_ok() && !shared.is_cancelled();
            let _ = send.send(Action::Loaded(reading, outcome).into());
            // After the news: neither is worth waiting for.
            if read {
                *watch.lock().unwrap_or_else(PoisonError::into_inner) = watched;
                remember(&explore);
            }
            None
        };
        let failed = move || Action::Loaded(reading, Err(ReadError::new(&path, Trouble::Damaged("internal error".to_owned()))));
        self.spawn(work, failed);
        progress
    }

    fn map(&self, headers: &[String], mappings: &[Mapping]) {
        let Ok(mut options) = self.options.lock() else { return };
        options.map.retain(|(field, _)| !mappings.iter().any(|(f, _)| f == field));
        options.remembered.set(headers, mappings);
        if !self.explore().state {
            return;
        }
        // What another session kept meanwhile stays.
        let mut kept = Remembered::load();
        kept.set(headers, mappings);
        let notice = match kept.save() {
            Ok(()) => Notice::new("notice-mapping-kept"),
            Err(error) => Notice::of("notice-mapping-not-kept", error.to_string()).bad(),
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
        let (ready, explore) = (deck.ready.clone(), self.explore());
        let work = move || {
            let prepared = prepared(&explore, &ready.loaded, report, as_of)?;
            Some(Action::Prepared(generation, Arc::new(prepared)))
        };
        self.spawn(work, internal_error);
    }

    fn read_rows(&self, app: &App, reading: u64, lines: Vec<u32>) {
        let Some(deck) = &app.deck else { return };
        let (ready, report, limits) = (deck.ready.clone(), deck.report, self.explore().options.limits);
        let work = move || {
            let report = ready.loaded.reports.get(report)?;
            let rows = rows_again(&report.input, &report.company.source, &lines, &limits, &Arc::new(Progress::default()));
            Some(Action::Rows(reading, rows))
        };
        self.spawn(work, internal_error);
    }

    /// Looks for files that can be opened: recent ones and downloads.
    fn find_offers(&self) {
        let explore = self.explore();
        let send = self.send.clone();
        let work = move || {
            // What was opened before is there at once; a folder may be slow.
            let recent = recent_offers(&explore);
            if !recent.is_empty() {
                let _ = send.send(Action::Offers(recent.clone(), false).into());
            }
            let downloads = download_offers(&explore, &recent);
            Some(Action::Offers(recent.into_iter().chain(downloads).collect(), true))
        };
        self.spawn(work, internal_error);
    }

    /// Counts over the list of users as it is.
    fn count(
        &self,
        app: &App,
        asked: u64,
        work: impl FnOnce(&Deck, &Listing, &(dyn Fn() -> bool + Sync)) -> Option<Action> + Send + 'static,
    ) {
        let Some(deck) = app.deck.clone() else { return };
        let (listing, newest) = (app.users.listing.clone(), self.asked.clone());
        newest.store(asked, Ordering::Relaxed);
        self.spawn(move || work(&deck, &listing, &|| newest.load(Ordering::Relaxed) != asked), internal_error);
    }

    fn copy(&self, app: &App, form: Form, take: Take) {
        let Some(deck) = app.deck.clone() else { return };
        let (texts, clipboard) = (app.texts.clone(), self.clipboard.clone());
        let work = move || {
            let grid = grid(&deck, take, &texts);
            let rows = grid.rows.len();
            let content = content(&grid, form, &texts);
            let copied = clipboard.lock().unwrap_or_else(PoisonError::into_inner).copy(&content);
            Some(match copied {
                Ok(Way::System) => Action::Notice(Notice::new("notice-copied").count(rows)),
                Ok(Way::Terminal(sequence)) => Action::TerminalCopy(sequence, rows),
                Ok(Way::File(path)) => Action::Notice(Notice::of("notice-copied-file", path.display().to_string()).count(rows)),
                Err(error) => Action::Notice(Notice::of("notice-not-copied", error).bad()),
            })
        };
        self.spawn(work, internal_error);
    }

    fn export(&self, app: &App, path: String, export: Export, replace: bool) {
        let Some(deck) = app.deck.clone() else { return };
        let texts = app.texts.clone();
        self.spawn(move || Some(write_export(&deck, &path, export, replace, &texts)), internal_error);
    }
}

/// What the clipboard is reached by; without the data folder where that is not to be used.
fn environment(state: bool) -> Environment {
    let environment = Environment::of_process();
    if state { environment } else { Environment { data_dir: None, ..environment } }
}

/// A session on something else.
#[must_use]
pub fn opened(explore: &Explore, opening: &Opening, lang: crate::i18n::Lang) -> Explore {
    match opening {
        Opening::Sample(sample) => explore.on_sample(*sample, lang),
        Opening::Files(paths) => {
            let home = files::home();
            let real = |path: &String| files::complete::expand(path, home.as_deref()).to_string_lossy().into_owned();
            explore.on_files(&paths.iter().map(real).collect::<Vec<_>>())
        }
    }
}

fn on_disk(explore: &Explore) -> Vec<PathBuf> {
    explore.inputs.iter().filter_map(|input| input.on_disk().map(Path::to_path_buf)).collect()
}

/// Keeps what was opened for the next start.
fn remember(explore: &Explore) {
    let paths = on_disk(explore);
    if explore.state && !explore.demo && !paths.is_empty() {
        files::recent::keep_opened(&paths);
    }
}

fn local(time: SystemTime) -> NaiveDateTime {
    chrono::DateTime::<chrono::Local>::from(time).naive_local()
}

fn folder_of(path: &Path) -> String {
    path.parent().map_or_else(String::new, |p| p.to_string_lossy().into_owned())
}

/// Files opened of late.
fn recent_offers(explore: &Explore) -> Vec<Offer> {
    const MOST: usize = 8;
    let name_of = |path: &PathBuf| path.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
    let entries = if explore.state { Recent::load().entries() } else { Vec::new() };
    let offer = |entry: files::recent::Entry| Offer {
        recent: true,
        name: entry.paths.iter().map(name_of).collect::<Vec<_>>().join(", "),
        folder: entry.paths.first().map_or_else(String::new, |p| folder_of(p)),
        written: entry.modified.map(local),
        kind: None,
        paths: entry.paths.iter().map(|p| p.to_string_lossy().into_owned()).collect(),
    };
    entries.into_iter().take(MOST).map(offer).collect()
}

/// The newest downloads that are not among those.
fn download_offers(explore: &Explore, recent: &[Offer]) -> Vec<Offer> {
    /// Nobody waits longer for a folder, be it on a slow network.
    const TIME: Duration = Duration::from_secs(3);
    let Some(folder) = files::downloads::folder() else { return Vec::new() };
    let begun = Instant::now();
    let stop = || begun.elapsed() > TIME;
    let found = files::downloads::newest(&folder, 30, &explore.options.limits, &stop);
    let offers = found.into_iter().map(|download| Offer {
        recent: false,
        name: download.name,
        folder: folder_of(&download.path),
        written: download.modified.map(local),
        kind: Some(download.kind),
        paths: vec![download.path.to_string_lossy().into_owned()],
    });
    offers.filter(|offer| !recent.iter().any(|known| known.paths.contains(&offer.paths[0]))).collect()
}

/// How a typed path may go on.
fn completion(typed: &str) -> (String, Vec<String>) {
    let base = std::env::current_dir().unwrap_or_default();
    let completion = files::complete::complete(typed, files::home().as_deref(), &base);
    (completion.text, completion.candidates)
}

/// What is taken, as a table.
#[must_use]
pub fn grid(deck: &Deck, take: Take, texts: &crate::i18n::Texts) -> Grid {
    let (company, as_of) = (deck.company(), deck.as_of());
    match take {
        Take::Users { listing, places: None, columns } => {
            people::users(company, as_of, &listing.accounts, listing.found.as_deref(), &columns, texts)
        }
        Take::Users { listing, places: Some(places), columns } => {
            let accounts: Vec<u32> = places.iter().filter_map(|at| listing.accounts.get(*at).copied()).collect();
            let found: Option<Vec<Option<u32>>> =
                listing.found.as_ref().map(|found| places.iter().map(|at| found.get(*at).copied().flatten()).collect());
            people::users(company, as_of, &accounts, found.as_deref(), &columns, texts)
        }
        Take::Skills { account, place } => {
            let mut grid = people::skills(company, account, as_of, texts);
            if let Some(place) = place {
                grid.rows = grid.rows.into_iter().skip(place).take(1).collect();
            }
            grid
        }
        Take::Grid(grid) => grid,
    }
}

/// A table in the form in which it is copied. Whole tables go as a table too, for mail programs and spreadsheets.
#[must_use]
pub fn content(grid: &Grid, form: Form, texts: &crate::i18n::Texts) -> Content {
    match form {
        Form::Cells => Content { text: grid.tsv(texts, false), html: None },
        Form::Rows => Content { text: grid.tsv(texts, false), html: None },
        Form::Markdown => Content { text: grid.markdown(texts), html: None },
        Form::View => Content { text: grid.tsv(texts, true), html: Some(grid.html(texts)) },
    }
}

/// Writes rows to a file; never over a report that is open, and over nothing else unasked.
#[must_use]
pub fn write_export(deck: &Deck, path: &str, export: Export, replace: bool, texts: &crate::i18n::Texts) -> Action {
    let target = files::complete::expand(path, files::home().as_deref());
    let bad = |message: String| Action::Notice(Notice::of("notice-plain", message).bad());
    let real = |path: &Path| path.canonicalize().ok();
    let open = deck.ready.loaded.sources();
    if real(&target).is_some_and(|t| open.iter().any(|s| real(Path::new(&s.path)).is_some_and(|p| p == t))) {
        return bad(crate::tr!(texts, "cli-is-input", file = path.to_owned()));
    }
    if target.exists() && !replace && !target.is_dir() {
        return Action::FileExists(path.to_owned(), export);
    }
    let Some(format) = format_of(path) else { return bad(texts.get("why-no-format")) };
    let grid = Grid { name: export.name, ..grid(deck, export.take, texts) };
    let rows = grid.rows.len();
    match format.render(&grid, texts) {
        Err(error) => bad(error.message(texts)),
        Ok(bytes) => match write(&target, &bytes, replace) {
            Ok(()) => Action::Notice(Notice::of("notice-written", target.display().to_string()).count(rows)),
            Err(error) => bad(error.message(Path::new(path), texts)),
        },
    }
}

fn internal_error() -> Action {
    Action::Notice(Notice::new("notice-internal-error").bad())
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
    let Found { hits, near } = run(&filter, among, stop)?;
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
    let found: Option<Vec<_>> = filter.asks_for_skills().then(|| accounts.iter().map(place).collect());
    let needs = Needs::of(company, as_of, &accounts, found.as_deref());
    Some(Listing { accounts, by_number, people, found, near, needs })
}
