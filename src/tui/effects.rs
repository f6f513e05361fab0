//! What happens outside: reading, filtering and computing on threads of their own. Results come back as actions; those
//! of an older request are dropped by their number.

mod case_files;
mod numbers;
mod taken;

use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use chrono::{NaiveDate, NaiveDateTime};

use crate::catalog::catalog;
use crate::config::Limits;
use crate::faults::panic_if_asked;
use crate::files;
use crate::files::recent::Recent;
use crate::files::watch::Watch;
use crate::model::FileRow;
use crate::model::load::{self, Report};
use crate::query::{Query, Scope, column_values, facets};
use crate::report::mappings::Remembered;
use crate::report::{Mapping, Options, Progress, RawRow, ReadError, Trouble, rows_again};
use crate::session::Explore;

use super::Happening;
use super::action::{Action, Effect, Export, Form, Notice, Offer, Opening, PageOf, Place, Take};
use super::app::{App, Sort};
use super::casework::CaseWork;
use super::clipboard::{Clipboard, Environment, Way};
use super::entering::Entering;
use super::in_order::InOrder;
pub use super::listing::listing;
pub use case_files::case_work;
pub use numbers::{page, prepared, ready};
pub use taken::{content, grid, write_export};

/// What a reading was made of: its number, what was opened, and how it was read.
type Candidate = (u64, Arc<Explore>, Options);

/// Carries out effects.
pub struct Worker {
    /// What is open, or being opened.
    explore: Mutex<Arc<Explore>>,
    options: Arc<Mutex<Options>>,
    /// What the last reading was made of, by its number: kept when something comes of it.
    candidate: Arc<Mutex<Option<Candidate>>>,
    send: Sender<Happening>,
    /// Number of the newest list request: older ones stop.
    newest: Arc<AtomicU64>,
    /// Number of the newest question of a layer: older ones stop.
    asked: Arc<AtomicU64>,
    /// Tells when an open file changes.
    watch: Arc<Mutex<Option<Watch>>>,
    clipboard: Arc<Mutex<Clipboard>>,
    /// Keeps what is entered.
    keeping: InOrder,
}

impl Worker {
    /// A worker that sends its results to `send`.
    #[must_use]
    pub fn new(explore: Arc<Explore>, send: Sender<Happening>) -> Worker {
        let options = Arc::new(Mutex::new(explore.options.clone()));
        let clipboard = Arc::new(Mutex::new(Clipboard::new(environment(explore.state))));
        let explore = Mutex::new(explore);
        Worker {
            explore,
            options,
            candidate: Arc::default(),
            send,
            newest: Arc::default(),
            asked: Arc::default(),
            watch: Arc::default(),
            clipboard,
            keeping: InOrder::default(),
        }
    }

    fn explore(&self) -> Arc<Explore> {
        self.explore.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Carries out an effect. Gives the progress of a reading that began.
    pub fn carry_out(&self, effect: Effect, app: &App) -> Option<Arc<Progress>> {
        match effect {
            // A reading that still goes on is of no use any more.
            Effect::Load(reading, place) => return Some(self.load_instead(app, reading, From::Again(place))),
            Effect::Map { headers, mappings, generation, place } => {
                return Some(self.load_instead(app, generation, From::Mapped { headers, mappings, place }));
            }
            Effect::Keep(reading) => self.keep_reading(reading),
            Effect::CancelLoad => app.progress.cancel(),
            Effect::List { generation, query, sort, among } => self.list(app, generation, query, sort, among),
            Effect::Prepare { generation, report, as_of } => self.prepare(app, generation, report, as_of),
            Effect::ReadRows(reading, lines) => self.read_rows(app, reading, lines),
            Effect::Open(reading, opening) => {
                return Some(self.load_instead(app, reading, From::Other(opening, app.texts.lang())));
            }
            Effect::FindOffers => self.find_offers(),
            Effect::Complete(asked, typed) => self.spawn(
                move || {
                    let (text, names) = completion(&typed);
                    Some(Action::Completed(asked, text, names))
                },
                internal_error,
            ),
            Effect::CountFacets(asked) => {
                self.count(app, asked, move |scope| Some(Action::Facets(asked, Arc::new(facets(scope)?))));
            }
            Effect::CountValues(asked, column) => {
                self.count(app, asked, move |scope| Some(Action::Values(asked, Arc::new(column_values(scope, column)?))));
            }
            Effect::Page(asked, of) => self.page(app, asked, of),
            Effect::Enter(entering) => self.enter(*entering),
            Effect::Case(work) => self.case_work(app, *work),
            Effect::Copy(form, take) => self.copy(app, form, take),
            Effect::Export(path, export, replace) => self.export(app, path, export, replace),
            Effect::KeepTheme(name) => self.keep(move || files::recent::keep_theme(&name.to_string())),
            Effect::KeepLanguage(lang) => self.keep(move || files::recent::keep_language(lang)),
            // The loop that draws does these itself.
            Effect::WriteTerminal(_) | Effect::Suspend | Effect::Quit => {}
        }
        None
    }

    /// Runs work on a thread; a panic in it becomes the action of `failed`.
    fn spawn(&self, work: impl FnOnce() -> Option<Action> + Send + 'static, failed: impl FnOnce() -> Action + Send + 'static) {
        let send = self.send.clone();
        std::thread::spawn(move || {
            let action = std::panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Some(failed()));
            if let Some(action) = action {
                let _ = send.send(action.into());
            }
        });
    }

    /// Keeps a choice for the next session.
    fn keep(&self, choice: impl FnOnce() + Send + 'static) {
        if self.explore().state {
            let work = move || {
                choice();
                None
            };
            self.spawn(work, internal_error);
        }
    }

    fn load_instead(&self, app: &App, reading: u64, from: From) -> Arc<Progress> {
        app.progress.cancel();
        self.load(reading, from)
    }

    fn load(&self, reading: u64, from: From) -> Arc<Progress> {
        let progress = Arc::new(Progress::default());
        let (explore, shared) = (self.explore(), progress.clone());
        let (watch, send, candidate) = (self.watch.clone(), self.send.clone(), self.candidate.clone());
        let options = self.options.lock().map(|o| o.clone()).unwrap_or_default();
        let path = explore.inputs.first().map(|i| i.path.clone()).unwrap_or_default();
        let work = move || {
            // Everything that touches a disk happens here: the loop that draws waits for none of it.
            let (explore, options, place) = from.resolve(explore, options, &send);
            let mut newest = candidate.lock().unwrap_or_else(PoisonError::into_inner);
            if newest.as_ref().is_none_or(|(number, ..)| *number < reading) {
                *newest = Some((reading, explore.clone(), options.clone()));
            }
            drop(newest);
            // From before it is read, so that no change is missed.
            let tell = send.clone();
            let watched = Watch::new(&on_disk(&explore), move || drop(tell.send(Action::FileChanged.into())));
            let outcome = load::load(&explore.inputs, &options, &explore.given, catalog(), &shared)
                .map(|loaded| Arc::new(ready(&explore, loaded, place.as_ref())));
            let _ = send.send(Action::Loaded(reading, outcome).into());
            // After the news: it is not worth waiting for. What could not be read is watched too: it may be put right.
            if !shared.is_cancelled() {
                // What changed while it was read: before the news there was nobody to hear it.
                watched.iter().for_each(Watch::tell_again);
                *watch.lock().unwrap_or_else(PoisonError::into_inner) = watched;
            }
            None
        };
        let failed = move || Action::Loaded(reading, Err(ReadError::new(&path, Trouble::Damaged("internal error".to_owned()))));
        self.spawn(work, failed);
        progress
    }

    /// What a reading was made of is what is read again and remembered from now on.
    fn keep_reading(&self, reading: u64) {
        let candidate = self.candidate.lock().unwrap_or_else(PoisonError::into_inner).take_if(|(number, ..)| *number == reading);
        let Some((_, explore, options)) = candidate else { return };
        *self.explore.lock().unwrap_or_else(PoisonError::into_inner) = explore.clone();
        if let Ok(mut kept) = self.options.lock() {
            *kept = options;
        }
        self.spawn(
            move || {
                remember(&explore);
                None
            },
            internal_error,
        );
    }

    fn list(&self, app: &App, generation: u64, query: Query, sort: Sort, among: Option<Arc<Vec<u32>>>) {
        let Some(deck) = &app.deck else { return };
        let (company, index, as_of) = (deck.company().clone(), deck.index().clone(), deck.as_of());
        let newest = self.newest.clone();
        newest.store(generation, Ordering::Relaxed);
        let work = move || {
            panic_if_asked("worker");
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

    fn read_rows(&self, app: &App, reading: u64, lines: Vec<FileRow>) {
        let Some(deck) = &app.deck else { return };
        let (ready, report, limits) = (deck.ready.clone(), deck.report, self.explore().options.limits);
        let work = move || {
            let report = ready.loaded.reports.get(report)?;
            Some(Action::Rows(reading, rows_of(report, &lines, &limits)))
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

    /// Counts under the filter as it is now: the list may still be that of the one before.
    fn count(&self, app: &App, asked: u64, work: impl FnOnce(&Scope<'_>) -> Option<Action> + Send + 'static) {
        let Some(deck) = app.deck.clone() else { return };
        let (filter, newest) = (app.users.filter.value().to_owned(), self.asked.clone());
        newest.store(asked, Ordering::Relaxed);
        let work = move || {
            let stop = || newest.load(Ordering::Relaxed) != asked;
            work(&Scope { company: deck.company(), index: deck.index(), as_of: deck.as_of(), filter: &filter, stop: &stop })
        };
        self.spawn(work, internal_error);
    }

    fn page(&self, app: &App, asked: u64, of: PageOf) {
        let Some(deck) = app.deck.clone() else { return };
        let texts = app.texts.clone();
        let Some(programme) = app.standing.stamp.as_ref().map(|stamp| stamp.programme) else { return };
        self.spawn(move || Some(Action::Page(asked, page(&deck, programme, &of, &texts))), internal_error);
    }

    /// Keeps what was entered, one after the other: of two changes of the same the later one holds.
    fn enter(&self, entering: Entering) {
        let (keeper, send) = (self.explore().keeper.clone(), self.send.clone());
        self.keeping.then(move || {
            let outcome = keeper.change(&entering.company, &entering.changes);
            let _ = send.send(Action::Entered(Box::new(entering), outcome).into());
        });
    }

    /// Does what is to be done in cases, one after the other.
    fn case_work(&self, app: &App, work: CaseWork) {
        let Some(deck) = app.deck.clone() else { return };
        let (explore, send) = (self.explore(), self.send.clone());
        self.keeping.then(move || {
            let kept = case_work(&explore, &deck, work);
            let _ = send.send(Action::CasesKept(Box::new(kept)).into());
        });
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

/// Some rows of a report as they stand in its files, each with the number of its file.
///
/// # Errors
/// When a file cannot be read again.
pub fn rows_of(report: &Report, lines: &[FileRow], limits: &Limits) -> Result<Vec<(u32, RawRow)>, ReadError> {
    let mut rows = Vec::with_capacity(lines.len());
    for (file, source) in (0u32..).zip(report.company.sources()) {
        let wanted: Vec<u32> = lines.iter().filter(|at| at.file == file).map(|at| at.row).collect();
        if !wanted.is_empty() {
            let found = rows_again(report.input(file), source, &wanted, limits, &Arc::new(Progress::default()))?;
            rows.extend(found.into_iter().map(|row| (file, row)));
        }
    }
    Ok(rows)
}

/// What is to be read.
enum From {
    /// The same as before; where one looked.
    Again(Option<Place>),
    /// The same with column mappings by hand, which are kept.
    Mapped { headers: Vec<String>, mappings: Vec<Mapping>, place: Option<Place> },
    /// Something else.
    Other(Opening, crate::i18n::Lang),
}

impl From {
    /// The files, how to read them, and where to look then.
    fn resolve(self, explore: Arc<Explore>, mut options: Options, send: &Sender<Happening>) -> (Arc<Explore>, Options, Option<Place>) {
        match self {
            From::Again(place) => (explore, options, place),
            From::Mapped { headers, mappings, place } => {
                options.map.retain(|(field, _)| !mappings.iter().any(|(f, _)| f == field));
                options.remembered.set(&headers, &mappings);
                if explore.state {
                    let _ = send.send(Action::Notice(keep_mappings(&headers, &mappings)).into());
                }
                (explore, options, place)
            }
            From::Other(opening, lang) => {
                let other = opened(&explore, &opening, lang);
                // Mappings made in this session hold for other files with the same headings too.
                let options = Options { remembered: options.remembered, ..other.options.clone() };
                (Arc::new(other), options, None)
            }
        }
    }
}

/// Keeps mappings made by hand; what another session kept meanwhile stays.
fn keep_mappings(headers: &[String], mappings: &[Mapping]) -> Notice {
    let mut kept = Remembered::load();
    kept.set(headers, mappings);
    match kept.save() {
        Ok(()) => Notice::new("notice-mapping-kept"),
        Err(error) => Notice::of("notice-mapping-not-kept", error.to_string()).bad(),
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
    let home = files::home();
    let real = |paths: &[String]| {
        let real = |path: &String| files::complete::expand(path, home.as_deref()).to_string_lossy().into_owned();
        paths.iter().map(real).collect::<Vec<_>>()
    };
    match opening {
        Opening::Sample(sample) => explore.on_sample(*sample, lang),
        Opening::Files(paths) => explore.on_files(&real(paths)),
        Opening::More(paths) => explore.with_files(&real(paths)),
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

fn internal_error() -> Action {
    Action::Notice(Notice::new("notice-internal-error").bad())
}
