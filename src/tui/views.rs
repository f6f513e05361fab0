//! What each screen shows of what there is: selections, order, filter; and what of that can be undone.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use tui_input::Input;

use crate::cases;
use crate::catalog::Programme;
use crate::entered::Change;
use crate::export::standing::{Entry, Page};
use crate::i18n::Lang;
use crate::model::{Association, UserColumn};
use crate::query::{Query, QueryError};
use crate::standing::Track;

use super::action::{Listing, Offer, PageOf};
use super::marks::Marks;
use super::queue::{Group, Line, folded_at_first};

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
    /// The most serious of what there is to settle.
    Problem,
    /// The skill for which a filter found them.
    Found,
    /// Its last day.
    Until,
    /// As in the file.
    File,
}

impl SortKey {
    /// What the sort menu may offer, with the names in the locales.
    pub const MENU: [(SortKey, &'static str); 11] = [
        (SortKey::Name, "column-name"),
        (SortKey::Problem, "column-problem"),
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
            UserColumn::Problem => SortKey::Problem,
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
    /// What leads back from it, the newest last.
    pub undo: Vec<Undo>,
    /// What was undone, the newest last.
    pub redo: Vec<Undo>,
}

/// Something to go back to.
#[derive(Clone, Debug, PartialEq)]
pub enum Undo {
    /// A view.
    View(View),
    /// What was entered before: the changes that lead there.
    Entered(Vec<Change>),
    /// What was done in cases: the changes that lead back.
    Cases(Vec<cases::Change>),
}

impl History {
    /// Keeps something to go back to; the oldest is forgotten when there is too much.
    pub fn push_undo(&mut self, undo: Undo) {
        const MOST: usize = 100;
        self.undo.push(undo);
        if self.undo.len() > MOST {
            self.undo.remove(0);
        }
    }
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
    /// Which company: its address.
    pub company: usize,
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
    /// What is on the page, and the page once it is there.
    pub page: (Option<PageOf>, Option<Arc<Page>>),
    /// The rules that those of the day are compared with, as long as the entry of this path is selected.
    pub other_rules: Option<(String, String)>,
    /// The page is of other numbers or in another language: it is made anew, and stays in sight meanwhile.
    pub page_is_old: bool,
    /// Number of the last question for a page; answers to others are stale.
    pub asked: u64,
    /// The page has the focus.
    pub reading: bool,
    /// Its lines.
    pub lines: ListState,
}

/// What the queue was made from: when it changes, so does it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueueStamp {
    /// Which numbers: their address.
    pub prepared: usize,
    /// Which cases: their address.
    pub followed: usize,
    /// Which list of users narrows it; 0: none.
    pub listing: usize,
    /// Which kinds are folded away.
    pub folded: BTreeSet<Group>,
    /// In which language.
    pub lang: Lang,
}

/// The screen of what there is to settle.
#[derive(Clone, Debug)]
pub struct QueueView {
    /// Kinds of finding that are folded away.
    pub folded: BTreeSet<Group>,
    /// What the lines were made from.
    pub stamp: Option<QueueStamp>,
    /// The lines.
    pub lines: Arc<Vec<Line>>,
    /// The list on the screen.
    pub list: ListState,
    /// The page of the selected line.
    pub page: Option<(Line, Arc<Page>)>,
    /// The page has the focus.
    pub reading: bool,
    /// Its lines.
    pub words: ListState,
}

impl Default for QueueView {
    fn default() -> QueueView {
        QueueView {
            folded: folded_at_first(),
            stamp: None,
            lines: Arc::default(),
            list: ListState::default(),
            page: None,
            reading: false,
            words: ListState::default(),
        }
    }
}

/// The accounts of a person without one of them.
#[derive(Clone, Copy, Debug, Default)]
pub struct OtherAccounts<'c> {
    pub(super) before: &'c [u32],
    pub(super) after: &'c [u32],
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
