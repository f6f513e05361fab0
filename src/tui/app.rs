//! The whole state of the explorer as plain data. Only `update` changes it; the screens only read it.

use std::cell::Cell;
use std::sync::Arc;

use chrono::NaiveDate;
use tui_input::Input;

use crate::i18n::Texts;
use crate::model::overview::{Figure, Overview};
use crate::model::{Association, Company, Diagnostic, Source};
use crate::query::{Query, QueryError, SearchIndex};
use crate::report::{Field, Progress, RawRow, ReadError};

use super::action::{Listing, Notice, Prepared, Ready};
use super::keymap::Key;
use super::theme::Theme;

/// The tabs that exist. Their numbers are fixed; those of tabs still to come stay free.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// `1`
    Overview,
    /// `2`
    Users,
    /// `7`
    Data,
}

impl Tab {
    /// All of them with their numbers and names in the locales.
    pub const ALL: [(Tab, u8, &'static str); 3] =
        [(Tab::Overview, 1, "tab-overview"), (Tab::Users, 2, "tab-users"), (Tab::Data, 7, "tab-data")];
}

/// What the program is doing.
#[derive(Clone, Debug)]
pub enum Stage {
    /// Reading files; the number of ticks so far.
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
    /// As in the file.
    File,
}

impl SortKey {
    /// What the sort menu offers, with the names in the locales.
    pub const MENU: [(SortKey, &'static str); 8] = [
        (SortKey::Name, "users-name"),
        (SortKey::Pc, "users-pc"),
        (SortKey::Pmc, "users-pmc"),
        (SortKey::Skills, "users-skills"),
        (SortKey::Competencies, "users-competencies"),
        (SortKey::Email, "users-email"),
        (SortKey::Mcid, "users-mcid"),
        (SortKey::File, "sort-file"),
    ];

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
    /// Columns scrolled out on the left, the name excepted.
    pub column_offset: usize,
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

/// What lies over the screen, topmost last.
#[derive(Clone, Debug)]
pub enum Layer {
    /// The filter prompt; the filter before it was opened.
    Filter(String),
    /// The keys.
    Help(ListState),
    /// The rules the program goes by.
    Rules(ListState),
    /// All commands.
    Palette(Input, ListState),
    /// The order of the users.
    Sort(ListState),
    /// The meaning of a column.
    Map(usize, ListState),
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

/// The state of the explorer.
#[derive(Clone, Debug)]
pub struct App {
    /// The language.
    pub texts: Texts,
    /// The styles.
    pub theme: Theme,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// What the program is doing.
    pub stage: Stage,
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
    /// The file screen.
    pub data: DataView,
    /// What lies over the screen.
    pub layers: Vec<Layer>,
    /// Keys of a sequence that is not complete.
    pub typed: Vec<Key>,
    /// The last message.
    pub notice: Option<Notice>,
    /// Number of the last reading; answers to others are stale.
    pub reading: u64,
}

impl App {
    /// The explorer before anything is read.
    #[must_use]
    pub fn new(explore: &crate::session::Explore, size: (u16, u16), progress: Arc<Progress>) -> App {
        App {
            texts: explore.texts.clone(),
            theme: Theme::new(explore.color),
            size,
            stage: Stage::Loading(0),
            opening: explore.inputs.iter().map(|i| i.name().to_owned()).collect::<Vec<_>>().join(", "),
            progress,
            today: explore.today,
            asked_as_of: explore.as_of,
            demo: explore.demo,
            state: explore.state,
            deck: None,
            tab: Tab::Overview,
            overview: ListState::default(),
            users: UsersView {
                filter: Input::default(),
                query: Query::default(),
                error: None,
                sort: Sort { key: SortKey::Name, reversed: false },
                sort_chosen: false,
                listing: Arc::default(),
                listed_for: Query::default(),
                generation: 0,
                pending: false,
                list: ListState::default(),
                column_offset: 0,
            },
            person: None,
            data: DataView::default(),
            layers: Vec::new(),
            typed: Vec::new(),
            notice: None,
            reading: 1,
        }
    }

    /// Whether list and detail stand side by side.
    #[must_use]
    pub fn is_wide(&self) -> bool {
        self.size.0 >= 110
    }

    /// The account that is selected in the list or looked at.
    #[must_use]
    pub fn current_account(&self) -> Option<u32> {
        self.person.as_ref().map(|p| p.account).or_else(|| self.users.listing.accounts.get(self.users.list.selected).copied())
    }

    /// The other accounts of the person of an account.
    #[must_use]
    pub fn other_accounts(&self, account: u32) -> Vec<u32> {
        let Some(deck) = &self.deck else { return Vec::new() };
        let company = deck.company();
        company.accounts_of(company.account(account).person).iter().copied().filter(|a| *a != account).collect()
    }

    /// How many rows can be selected where the keys go.
    #[must_use]
    pub fn selectable(&self) -> usize {
        let Some(deck) = &self.deck else { return self.layers.last().map_or(0, |l| self.choices(l)) };
        if let Some(layer) = self.layers.iter().rev().find(|l| !matches!(l, Layer::Filter(_))) {
            return self.choices(layer);
        }
        match (&self.person, self.tab) {
            (Some(person), _) => deck.company().skills(person.account).len() + self.other_accounts(person.account).len(),
            // Where nobody is listed there are no figures either: the screen says why.
            (None, Tab::Overview) if deck.company().accounts.is_empty() => 0,
            (None, Tab::Overview) => deck.figures().count() + deck.warnings().count(),
            (None, Tab::Users) => self.users.listing.accounts.len(),
            (None, Tab::Data) if self.data.pane == DataPane::Columns => deck.source().columns.len(),
            (None, Tab::Data) => deck.source().diagnostics.len(),
        }
    }

    /// How many places of a layer can be selected: its rows, or the lines that can stand on top of a text.
    #[must_use]
    pub fn choices(&self, layer: &Layer) -> usize {
        match layer {
            Layer::Filter(_) => 0,
            Layer::Help(_) => self.tops(super::layers::help::lines(self).len()),
            Layer::Palette(input, _) => super::layers::palette::entries(self, input.value()).len(),
            Layer::Rules(_) => self.tops(super::layers::rules(self).len()),
            Layer::Sort(_) => SortKey::MENU.len(),
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
                Layer::Help(list)
                | Layer::Rules(list)
                | Layer::Palette(_, list)
                | Layer::Sort(list)
                | Layer::Map(_, list)
                | Layer::Rows(_, list)
                | Layer::Message(_, list) => list,
                Layer::Filter(_) => &mut self.users.list,
            };
        }
        match (&mut self.person, self.tab) {
            (Some(person), _) => &mut person.list,
            (None, Tab::Overview) => &mut self.overview,
            (None, Tab::Users) => &mut self.users.list,
            (None, Tab::Data) if self.data.pane == DataPane::Columns => &mut self.data.columns,
            (None, Tab::Data) => &mut self.data.notices,
        }
    }
}
