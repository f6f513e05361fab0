//! The whole state of the explorer as plain data. Only `update` changes it; the screens only read it.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use tui_input::Input;

use crate::catalog::Programme;
use crate::export::standing::{Entry, Page};
use crate::i18n::{Lang, Texts};
use crate::model::overview::{Figure, Overview};
use crate::model::{Association, Company, Diagnostic, Source, UserColumn};
use crate::query::{Count, Facet, Query, QueryError, SearchIndex, Suggestions, suggest};
use crate::report::{Field, Progress, RawRow, ReadError};
use crate::standing::Track;

use super::action::{Export, Listing, Notice, Offer, Place, Prepared, Ready};
use super::bindings::Bindings;
use super::commands::Here;
use super::keymap::Key;
use super::marks::Marks;
use super::theme::{Theme, ThemeName};

/// The tabs that exist. Their numbers are fixed; those of tabs still to come stay free.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// `1`
    Overview,
    /// `2`
    Users,
    /// `3`
    Standing,
    /// `7`
    Data,
}

impl Tab {
    /// All of them with their numbers and names in the locales.
    pub const ALL: [(Tab, u8, &'static str); 4] =
        [(Tab::Overview, 1, "tab-overview"), (Tab::Users, 2, "tab-users"), (Tab::Standing, 3, "tab-standing"), (Tab::Data, 7, "tab-data")];
}

/// What the program is doing.
#[derive(Clone, Debug)]
pub enum Stage {
    /// Choosing what to open.
    Start,
    /// Reading the first files; the number of ticks so far.
    Loading(u32),
    /// They could not be read.
    Failed(ReadError),
    /// They are open.
    Open,
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

    /// How the file looked at was understood.
    #[must_use]
    pub fn source(&self) -> &Source {
        &self.company().source
    }
}

/// The columns by which users can be sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortKey {
    /// The best match of a filter's words first.
    Match,
    /// Name.
    Name,
    /// E-mail address.
    Email,
    /// MCID.
    Mcid,
    /// Associated in PMC: no, both, unknown, yes.
    Pmc,
    /// Associated in Partner Center.
    Pc,
    /// Skills that count, then all.
    Skills,
    /// How many competencies they count for.
    Competencies,
    /// The skill for which a filter found them.
    Found,
    /// Its last day.
    Until,
    /// As in the file.
    File,
}

impl SortKey {
    /// What the sort menu may offer, with the names in the locales.
    pub const MENU: [(SortKey, &'static str); 10] = [
        (SortKey::Name, "column-name"),
        (SortKey::Found, "column-found"),
        (SortKey::Until, "column-until"),
        (SortKey::Pc, "column-pc"),
        (SortKey::Pmc, "column-pmc"),
        (SortKey::Skills, "column-skills"),
        (SortKey::Competencies, "column-competencies"),
        (SortKey::Email, "column-email"),
        (SortKey::Mcid, "column-mcid"),
        (SortKey::File, "sort-file"),
    ];

    /// The order that the heading of a column stands for.
    #[must_use]
    pub fn of(column: UserColumn) -> SortKey {
        match column {
            UserColumn::Name => SortKey::Name,
            UserColumn::Found => SortKey::Found,
            UserColumn::Until => SortKey::Until,
            UserColumn::Email => SortKey::Email,
            UserColumn::Mcid => SortKey::Mcid,
            UserColumn::Pmc => SortKey::Pmc,
            UserColumn::Pc => SortKey::Pc,
            UserColumn::Skills => SortKey::Skills,
            UserColumn::Competencies => SortKey::Competencies,
        }
    }

    /// Whether it begins with the largest when it is chosen: who has the most is what one wants to see of a number.
    #[must_use]
    pub fn begins_reversed(self) -> bool {
        matches!(self, SortKey::Skills | SortKey::Competencies)
    }

    /// Associations in the order in which somebody wants to see them: the open ones first.
    #[must_use]
    pub fn urgency(association: Association) -> u8 {
        match association {
            Association::No => 0,
            Association::Contradictory => 1,
            Association::NotSaid => 2,
            Association::Yes => 3,
        }
    }
}

/// An order of the users.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// By what.
    pub key: SortKey,
    /// The other way round.
    pub reversed: bool,
}

/// A list on the screen: what is selected and which row is on top. The latter is settled when it is drawn.
#[derive(Clone, Debug, Default)]
pub struct ListState {
    /// Place of the selected row.
    pub selected: usize,
    /// Place of the row on top.
    pub top: Cell<usize>,
    /// How many rows fit.
    pub page: Cell<usize>,
}

impl ListState {
    /// Moves the selection by some rows, within `len`.
    pub fn step(&mut self, rows: i64, len: usize) {
        let last = i64::try_from(len.saturating_sub(1)).unwrap_or(i64::MAX);
        let at = i64::try_from(self.selected).unwrap_or(0).saturating_add(rows).clamp(0, last);
        self.selected = usize::try_from(at).unwrap_or(0);
    }

    /// Keeps the selection within `len`.
    pub fn clamp(&mut self, len: usize) {
        self.selected = self.selected.min(len.saturating_sub(1));
    }

    /// The rows to draw in `height` lines, with the selection among them.
    #[must_use]
    pub fn window(&self, height: usize, len: usize) -> std::ops::Range<usize> {
        self.page.set(height.max(1));
        let mut top = self.top.get().min(len.saturating_sub(height));
        if self.selected < top {
            top = self.selected;
        } else if self.selected >= top + height {
            top = self.selected + 1 - height.max(1);
        }
        self.top.set(top);
        top..(top + height).min(len)
    }
}

/// The list of users.
#[derive(Clone, Debug)]
pub struct UsersView {
    /// The filter as typed.
    pub filter: Input,
    /// What it means.
    pub query: Query,
    /// What is wrong with it.
    pub error: Option<QueryError>,
    /// In which order.
    pub sort: Sort,
    /// The order was chosen by the user: a filter does not change it.
    pub sort_chosen: bool,
    /// The accounts shown.
    pub listing: Arc<Listing>,
    /// The query that `listing` answers.
    pub listed_for: Query,
    /// Number of the last request; answers to others are stale.
    pub generation: u64,
    /// The last request is not answered yet.
    pub pending: bool,
    /// The list on the screen.
    pub list: ListState,
    /// The column that is sorted, counted or copied next.
    pub column: UserColumn,
    /// Columns the user chose to see, or not to.
    pub chosen: BTreeMap<UserColumn, bool>,
    /// Columns of which the file says nothing for anybody: they are shown when they are chosen.
    pub silent: BTreeSet<UserColumn>,
    /// Marked accounts.
    pub marks: Marks,
    /// The account marked last: where a range begins.
    pub mark_from: Option<u32>,
    /// The hits of the last filter by number, and its text: what `n` walks through.
    pub matches: Option<(String, Arc<Vec<u32>>)>,
    /// The order was just chosen: the list begins at its first row when it comes.
    pub from_the_top: bool,
    /// The account to come back to: the one the user was on when a filter took it away, and the one selected meanwhile.
    pub anchor: (Option<u32>, Option<u32>),
    /// Filters of this session, the oldest first.
    pub earlier: Vec<String>,
    /// Which of them stands in the prompt.
    pub recalled: Option<usize>,
}

impl UsersView {
    /// What they can be sorted by now: by the skill that was found only while a filter asks for one.
    #[must_use]
    pub fn sort_menu(&self) -> Vec<(SortKey, &'static str)> {
        let asked = self.listing.found.is_some();
        SortKey::MENU.into_iter().filter(|(key, _)| asked || !matches!(key, SortKey::Found | SortKey::Until)).collect()
    }

    /// The columns wanted, in their order.
    #[must_use]
    pub fn columns(&self) -> Vec<UserColumn> {
        let asked = self.listing.found.is_some();
        let wanted = |c: &UserColumn| self.shows(*c) && (asked || !c.is_of_found_skill());
        UserColumn::ALL.into_iter().filter(wanted).collect()
    }

    /// Whether a column is shown: as the user chose, else where the file says something in it.
    #[must_use]
    pub fn shows(&self, column: UserColumn) -> bool {
        self.chosen.get(&column).copied().unwrap_or(!self.silent.contains(&column))
    }
}

/// What of the view can be undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// The filter as typed.
    pub filter: String,
    /// The order.
    pub sort: Sort,
    /// The order was chosen by the user.
    pub sort_chosen: bool,
    /// Columns shown or left out by choice.
    pub chosen: BTreeMap<UserColumn, bool>,
}

/// Views that one can go back to, and forward again.
#[derive(Clone, Debug)]
pub struct History {
    /// The view now.
    pub settled: View,
    /// Views before it, the newest last.
    pub undo: Vec<View>,
    /// Views that were undone, the newest last.
    pub redo: Vec<View>,
}

/// The screen on which one chooses what to open.
#[derive(Clone, Debug, Default)]
pub struct StartView {
    /// What there is to choose from, besides the samples.
    pub found: Vec<Offer>,
    /// There may be more.
    pub searching: bool,
    /// The list on the screen.
    pub list: ListState,
}

/// One person.
#[derive(Clone, Debug, Default)]
pub struct PersonView {
    /// The account looked at.
    pub account: u32,
    /// Its skills, then the other accounts of the person.
    pub list: ListState,
    /// The accounts from which one came here.
    pub trail: Vec<u32>,
}

/// What the standing was put into words from: when it changes, so do they.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandingStamp {
    /// Which numbers: their address.
    pub prepared: usize,
    /// Which programme.
    pub programme: Programme,
    /// Which track.
    pub track: Option<Track>,
    /// In which language.
    pub lang: Lang,
}

/// The screen of competencies and designations.
#[derive(Clone, Debug, Default)]
pub struct StandingView {
    /// The programme looked at; `None`: that of the day.
    pub programme: Option<Programme>,
    /// The track of designations; `None`: all.
    pub track: Option<Track>,
    /// What the entries were made from.
    pub stamp: Option<StandingStamp>,
    /// Everything that the rules ask for.
    pub entries: Arc<Vec<Entry>>,
    /// The list on the screen.
    pub list: ListState,
    /// The page of the selected entry: its path, and the page once it is there.
    pub page: (String, Option<Arc<Page>>),
    /// Number of the last question for a page; answers to others are stale.
    pub asked: u64,
    /// The page has the focus.
    pub reading: bool,
    /// Its lines.
    pub lines: ListState,
}

/// The accounts of a person without one of them.
#[derive(Clone, Copy, Debug, Default)]
pub struct OtherAccounts<'c> {
    before: &'c [u32],
    after: &'c [u32],
}

impl OtherAccounts<'_> {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.before.len() + self.after.len()
    }

    /// There are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The one at a place.
    #[must_use]
    pub fn get(&self, at: usize) -> Option<u32> {
        self.before.get(at).or_else(|| self.after.get(at.checked_sub(self.before.len())?)).copied()
    }
}

/// The panes of the file screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DataPane {
    /// The columns.
    #[default]
    Columns,
    /// What was noticed.
    Notices,
}

/// The file screen.
#[derive(Clone, Debug, Default)]
pub struct DataView {
    /// Which pane has the focus.
    pub pane: DataPane,
    /// The columns.
    pub columns: ListState,
    /// What was noticed.
    pub notices: ListState,
}

/// A prompt for a path.
#[derive(Clone, Debug, Default)]
pub struct PathPrompt {
    /// What is typed.
    pub input: Input,
    /// What it may be completed to.
    pub names: Vec<String>,
    /// Why it did not do when it was tried; empty: it was not tried yet.
    pub wrong: String,
    /// Nothing of it is selected: the keys that move do nothing here.
    pub list: ListState,
}

impl PathPrompt {
    /// With a path to begin with.
    #[must_use]
    pub fn new(path: &str) -> PathPrompt {
        PathPrompt { input: Input::new(path.to_owned()), ..PathPrompt::default() }
    }
}

/// What lies over the screen, topmost last.
#[derive(Clone, Debug)]
pub enum Layer {
    /// The filter prompt; the filter before it was opened.
    Filter(String),
    /// The keys: what is searched for, whether it is being typed.
    Help(Input, bool, ListState),
    /// The rules the program goes by.
    Rules(ListState),
    /// How to get the report.
    Steps(ListState),
    /// All commands.
    Palette(Input, ListState),
    /// The order of the users.
    Sort(ListState),
    /// The meaning of a column.
    Map(usize, ListState),
    /// Which columns are shown.
    Columns(ListState),
    /// What can be filtered on, with counts; `None` while they are counted.
    Facets(Option<Arc<Vec<Facet>>>, ListState),
    /// What is in a column; `None` while it is counted.
    Values(UserColumn, Option<Arc<Vec<Count>>>, ListState),
    /// The themes; the one before.
    Themes(ThemeName, ListState),
    /// What was said so far.
    Messages(ListState),
    /// The path of a file to open, and what it may be completed to.
    Path(PathPrompt),
    /// The path of a file to write, what it may be completed to, and what is to be written.
    Export(PathPrompt, Export),
    /// A file is there already: replace it?
    Replace(String, Export, ListState),
    /// Rows of the file; `None` while they are read.
    Rows(Option<Vec<RawRow>>, ListState),
    /// A text to read.
    Message(String, ListState),
}

/// The choices for the meaning of a column: automatic, then the fields.
#[must_use]
pub fn map_choices() -> Vec<Option<Field>> {
    std::iter::once(None).chain(Field::MAPPABLE.map(Some)).collect()
}

/// What a reading changes before it is known whether anything comes of it.
#[derive(Clone, Debug, Default)]
pub struct BeforeReading {
    /// Whether a file that is open had been changed on disk.
    pub changed_on_disk: bool,
    /// Whether the sample was open, and what was said to be opened.
    pub opened: Option<(bool, String)>,
}

/// The state of the explorer.
#[derive(Clone, Debug)]
pub struct App {
    /// The language.
    pub texts: Texts,
    /// The styles.
    pub theme: Theme,
    /// Which of them were chosen.
    pub theme_name: ThemeName,
    /// Colour is used, and the terminal has a light background.
    pub terminal: (bool, bool),
    /// Which keys run what.
    pub bindings: Arc<Bindings>,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// What the program is doing.
    pub stage: Stage,
    /// Files are read while others are open: the number of ticks so far.
    pub reloading: Option<u32>,
    /// A file that is open was changed on disk.
    pub changed_on_disk: bool,
    /// What goes back to what it was when a reading comes to nothing.
    pub before_reading: BeforeReading,
    /// The program was started without a file.
    pub started_empty: bool,
    /// The files as they were given, to show while they are read.
    pub opening: String,
    /// How far the reading is.
    pub progress: Arc<Progress>,
    /// Today.
    pub today: NaiveDate,
    /// The day to look from, where the user gave it.
    pub asked_as_of: Option<NaiveDate>,
    /// The sample: nothing of it can be reloaded.
    pub demo: bool,
    /// Mappings and the like are kept in the data folder.
    pub state: bool,
    /// The screen on which one chooses what to open.
    pub start: StartView,
    /// The open reports.
    pub deck: Option<Deck>,
    /// The open tab.
    pub tab: Tab,
    /// The first screen.
    pub overview: ListState,
    /// The list of users.
    pub users: UsersView,
    /// The person looked at.
    pub person: Option<PersonView>,
    /// Lines of the person beside the list that are scrolled out above.
    pub beside: Cell<usize>,
    /// Competencies and designations.
    pub standing: StandingView,
    /// The file screen.
    pub data: DataView,
    /// The pane with the focus has the whole body.
    pub zoomed: bool,
    /// What lies over the screen.
    pub layers: Vec<Layer>,
    /// Keys of a sequence that is not complete.
    pub typed: Vec<Key>,
    /// Keys pressed before there was what they are meant for: the file, or the list that a filter leaves.
    pub ahead: Vec<Key>,
    /// The last message, while it is shown.
    pub notice: Option<Notice>,
    /// All messages of the session, the newest last.
    pub messages: Vec<Notice>,
    /// Views to go back to.
    pub history: History,
    /// Number of the last reading; answers to others are stale.
    pub reading: u64,
    /// Number of the last question of a layer (counts, completion, rows); answers to others are stale.
    pub asked: u64,
    /// Number of the last question for another report or day; answers to others are stale.
    pub preparing: u64,
    /// The report and day asked for and not there yet.
    pub wanted: Option<(usize, Option<NaiveDate>)>,
    /// The day one looks from, where another than the usual one was chosen.
    pub chosen_day: Option<NaiveDate>,
}

impl App {
    /// The explorer before anything is read.
    #[must_use]
    pub fn new(explore: &crate::session::Explore, size: (u16, u16), progress: Arc<Progress>) -> App {
        let sort = Sort { key: SortKey::Name, reversed: false };
        let settled = View { filter: String::new(), sort, sort_chosen: false, chosen: BTreeMap::new() };
        let started_empty = explore.inputs.is_empty();
        let bindings = Bindings::new(&explore.config.key_changes());
        let mut app = App {
            texts: explore.texts.clone(),
            theme: Theme::named(explore.theme, explore.color, explore.light_terminal),
            theme_name: explore.theme,
            terminal: (explore.color, explore.light_terminal),
            size,
            stage: if started_empty { Stage::Start } else { Stage::Loading(0) },
            reloading: None,
            changed_on_disk: false,
            before_reading: BeforeReading::default(),
            started_empty,
            opening: explore.inputs.iter().map(|i| i.name().to_owned()).collect::<Vec<_>>().join(", "),
            progress,
            today: explore.today,
            asked_as_of: explore.as_of,
            demo: explore.demo,
            state: explore.state,
            start: StartView { searching: true, ..StartView::default() },
            deck: None,
            tab: Tab::Overview,
            overview: ListState::default(),
            users: UsersView {
                filter: Input::default(),
                query: Query::default(),
                error: None,
                sort,
                sort_chosen: false,
                listing: Arc::default(),
                listed_for: Query::default(),
                generation: 0,
                pending: false,
                list: ListState::default(),
                column: UserColumn::Name,
                chosen: BTreeMap::new(),
                silent: BTreeSet::new(),
                marks: Marks::default(),
                mark_from: None,
                matches: None,
                from_the_top: false,
                anchor: (None, None),
                earlier: Vec::new(),
                recalled: None,
            },
            person: None,
            beside: Cell::new(0),
            standing: StandingView::default(),
            data: DataView::default(),
            zoomed: false,
            layers: Vec::new(),
            typed: Vec::new(),
            ahead: Vec::new(),
            notice: None,
            messages: Vec::new(),
            history: History { settled, undo: Vec::new(), redo: Vec::new() },
            reading: 1,
            asked: 0,
            preparing: 0,
            wanted: None,
            chosen_day: None,
            bindings: Arc::default(),
        };
        for refused in &bindings.refused {
            let message = crate::tr!(
                app.texts,
                refused.key,
                command = crate::text::clean(&refused.command).into_owned(),
                keys = crate::text::clean(&refused.keys).into_owned(),
                other = refused.other.clone(),
            );
            app.say(Notice::of("notice-plain", message).bad());
        }
        app.bindings = Arc::new(bindings);
        app
    }

    /// Shows a message and keeps it.
    pub fn say(&mut self, notice: Notice) {
        const MOST: usize = 200;
        self.messages.push(notice.clone());
        if self.messages.len() > MOST {
            self.messages.remove(0);
        }
        self.notice = Some(notice);
    }

    /// Whether files are being read.
    #[must_use]
    pub fn is_reading(&self) -> bool {
        self.reloading.is_some() || matches!(self.stage, Stage::Loading(_))
    }

    /// The designations or competencies themselves, without what they ask for: places among the entries of the standing.
    #[must_use]
    pub fn standing_tops(&self) -> Vec<usize> {
        let entries = self.standing.entries.iter().enumerate();
        // A competency nobody has anything for says nothing on the first screen.
        entries.filter(|(_, e)| e.depth == 0 && (e.gauge.is_some() || e.ends.is_some() || !e.tracks.is_empty())).map(|(at, _)| at).collect()
    }

    /// Where one looks, to be found again when the files are read again.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        let deck = self.deck.as_ref()?;
        let report = deck.ready.loaded.reports.get(deck.report)?;
        Some(Place { path: report.input.path.clone(), as_of: self.chosen_day })
    }

    /// The view as it is now.
    #[must_use]
    pub fn view(&self) -> View {
        let users = &self.users;
        View { filter: users.filter.value().to_owned(), sort: users.sort, sort_chosen: users.sort_chosen, chosen: users.chosen.clone() }
    }

    /// What the word under the cursor of the filter prompt may become.
    #[must_use]
    pub fn suggestions(&self) -> Option<Suggestions> {
        let (Some(Layer::Filter(_)), Some(deck)) = (self.layers.last(), &self.deck) else { return None };
        let filter = &self.users.filter;
        let cursor = filter.value().char_indices().nth(filter.cursor()).map_or(filter.value().len(), |(byte, _)| byte);
        suggest(filter.value(), cursor, deck.index(), &self.texts)
    }

    /// Whether list and detail stand side by side.
    #[must_use]
    pub fn is_wide(&self) -> bool {
        self.size.0 >= 110 && !self.zoomed
    }

    /// The account that is selected in the list or looked at.
    #[must_use]
    pub fn current_account(&self) -> Option<u32> {
        self.person.as_ref().map(|p| p.account).or_else(|| self.users.listing.accounts.get(self.users.list.selected).copied())
    }

    /// The other accounts of the person of an account.
    #[must_use]
    pub fn other_accounts(&self, account: u32) -> OtherAccounts<'_> {
        let Some(deck) = &self.deck else { return OtherAccounts::default() };
        let company = deck.company();
        let all = company.accounts_of(company.account(account).person);
        let at = all.iter().position(|a| *a == account).unwrap_or(all.len());
        OtherAccounts { before: &all[..at], after: all.get(at + 1..).unwrap_or(&[]) }
    }

    /// The state with all that lies over it.
    #[must_use]
    pub fn here(&self) -> Here<'_> {
        Here { app: self, layers: &self.layers }
    }

    /// How many rows can be selected where the keys go.
    #[must_use]
    pub fn selectable(&self) -> usize {
        self.selectable_under(&self.layers)
    }

    /// The same with only these layers over the screen.
    #[must_use]
    pub fn selectable_under(&self, layers: &[Layer]) -> usize {
        if let (Stage::Start, None) = (&self.stage, layers.last()) {
            return super::screens::start::offers(self).len();
        }
        let Some(deck) = &self.deck else { return layers.last().map_or(0, |l| self.choices(l)) };
        if let Some(layer) = layers.iter().rev().find(|l| !matches!(l, Layer::Filter(_))) {
            return self.choices(layer);
        }
        match (&self.person, self.tab) {
            (Some(person), _) => deck.company().skills(person.account).len() + self.other_accounts(person.account).len(),
            // Where nobody is listed there are no figures either: the screen says why.
            (None, Tab::Overview) if deck.company().accounts.is_empty() => 0,
            (None, Tab::Overview) => deck.before_standing() + self.standing_tops().len(),
            (None, Tab::Users) => self.users.listing.accounts.len(),
            (None, Tab::Standing) if self.standing.reading => self.standing.page.1.as_ref().map_or(0, |page| page.lines.len()),
            (None, Tab::Standing) => self.standing.entries.len(),
            (None, Tab::Data) if self.data.pane == DataPane::Columns => deck.source().columns.len(),
            (None, Tab::Data) => deck.source().diagnostics.len(),
        }
    }

    /// How many places of a layer can be selected: its rows, or the lines that can stand on top of a text.
    #[must_use]
    pub fn choices(&self, layer: &Layer) -> usize {
        match layer {
            Layer::Filter(_) | Layer::Path(..) | Layer::Export(..) => 0,
            Layer::Help(input, ..) => super::layers::help::items(self, input.value()).len(),
            Layer::Columns(_) => UserColumn::ALL.len(),
            Layer::Facets(facets, _) => facets.iter().flat_map(|f| f.iter()).map(|f| f.counts.len()).sum(),
            Layer::Values(_, counts, _) => counts.as_ref().map_or(0, |c| c.len()),
            Layer::Themes(..) => ThemeName::ALL.len(),
            Layer::Messages(_) => self.tops(super::layers::messages::lines(self).len()),
            Layer::Replace(..) => 2,
            Layer::Palette(input, _) => super::layers::palette::entries(self, input.value()).len(),
            Layer::Rules(_) => self.tops(super::layers::rules(self).len()),
            Layer::Steps(_) => self.tops(super::screens::start::all_steps(self).len()),
            Layer::Sort(_) => self.users.sort_menu().len(),
            Layer::Map(..) => map_choices().len(),
            Layer::Rows(rows, _) => self.tops(super::layers::rows::lines(self, rows.as_deref(), self.layer_width()).len()),
            Layer::Message(text, _) => self.tops(crate::text::wrap(text, self.layer_width()).len()),
        }
    }

    /// Lines of text in a layer that fills most of the screen.
    #[must_use]
    pub fn layer_height(&self) -> usize {
        usize::from(self.size.1.saturating_sub(6)).max(1)
    }

    /// How many lines of such a text can stand on top: the last page stays full.
    fn tops(&self, lines: usize) -> usize {
        lines.saturating_sub(self.layer_height()) + 1
    }

    /// Columns of text in a layer that fills most of the screen.
    #[must_use]
    pub fn layer_width(&self) -> usize {
        usize::from(self.size.0.saturating_sub(8)).clamp(10, 100)
    }

    /// The list that the keys move in.
    pub fn list(&mut self) -> &mut ListState {
        let layer = self.layers.iter().rposition(|l| !matches!(l, Layer::Filter(_)));
        if let Some(at) = layer {
            return match &mut self.layers[at] {
                Layer::Help(_, _, list)
                | Layer::Columns(list)
                | Layer::Facets(_, list)
                | Layer::Values(_, _, list)
                | Layer::Themes(_, list)
                | Layer::Messages(list)
                | Layer::Replace(_, _, list)
                | Layer::Path(PathPrompt { list, .. })
                | Layer::Export(PathPrompt { list, .. }, _)
                | Layer::Rules(list)
                | Layer::Steps(list)
                | Layer::Palette(_, list)
                | Layer::Sort(list)
                | Layer::Map(_, list)
                | Layer::Rows(_, list)
                | Layer::Message(_, list) => list,
                Layer::Filter(_) => &mut self.users.list,
            };
        }
        if let Stage::Start = self.stage {
            return &mut self.start.list;
        }
        match (&mut self.person, self.tab) {
            (Some(person), _) => &mut person.list,
            (None, Tab::Overview) => &mut self.overview,
            (None, Tab::Users) => &mut self.users.list,
            (None, Tab::Standing) if self.standing.reading => &mut self.standing.lines,
            (None, Tab::Standing) => &mut self.standing.list,
            (None, Tab::Data) if self.data.pane == DataPane::Columns => &mut self.data.columns,
            (None, Tab::Data) => &mut self.data.notices,
        }
    }
}
