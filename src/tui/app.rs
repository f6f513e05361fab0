//! The whole state of the explorer as plain data. Only `update` changes it; the screens only read it.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use tui_input::Input;

use crate::catalog::programmes::{Confidence, DesignationVersion};
use crate::diagnosis::Code;
use crate::entered::{Entered, Item};
use crate::export::standing::Entry;
use crate::i18n::Texts;
use crate::model::UserColumn;
use crate::query::{Query, Suggestions, suggest};
use crate::report::{Progress, ReadError};

use super::action::{Notice, Place};
use super::bindings::Bindings;
use super::commands::Here;
use super::keymap::Key;
use super::marks::Marks;
use super::theme::{Theme, ThemeName};

pub use super::deck::{Deck, Spot};
pub use super::layer::{Beside, Layer, PathPrompt, map_choices};
pub use super::views::{
    DataPane, DataView, History, ListState, OtherAccounts, PersonView, QueueView, Sort, SortKey, StandingStamp, StandingView, StartView,
    Undo, UsersView, View,
};

/// The tabs that exist. Their numbers are fixed; those of tabs still to come stay free.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// `1`
    Overview,
    /// `2`
    Users,
    /// `3`
    Standing,
    /// `4`
    Troubleshooting,
    /// `7`
    Data,
}

impl Tab {
    /// All of them with their numbers and names in the locales.
    pub const ALL: [(Tab, u8, &'static str); 5] = [
        (Tab::Overview, 1, "tab-overview"),
        (Tab::Users, 2, "tab-users"),
        (Tab::Standing, 3, "tab-standing"),
        (Tab::Troubleshooting, 4, "tab-troubleshooting"),
        (Tab::Data, 7, "tab-data"),
    ];

    /// Whether the filter narrows what it shows.
    #[must_use]
    pub fn is_filtered(self) -> bool {
        matches!(self, Tab::Users | Tab::Troubleshooting)
    }
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
    /// What there is to settle.
    pub queue: QueueView,
    /// What was entered, with what is still on its way to where it is kept.
    pub entered: Entered,
    /// So many changes of that are on their way.
    pub keeping: usize,
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
            queue: QueueView::default(),
            entered: Entered::default(),
            keeping: 0,
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
        entries
            .filter(|(_, e)| {
                e.depth == 0
                    && (e.gauge.is_some() || e.ends.is_some() || e.tone == crate::export::standing::Tone::Warn || !e.tracks.is_empty())
            })
            .map(|(at, _)| at)
            .collect()
    }

    /// The entry of the standing that is looked at.
    #[must_use]
    pub fn selected_entry(&self) -> Option<&Entry> {
        self.standing.entries.get(self.standing.list.selected).filter(|_| self.tab == Tab::Standing && self.person.is_none())
    }

    /// Path of the level that is looked at, where it asks for something that no report tells.
    #[must_use]
    pub fn level_to_tick(&self) -> Option<String> {
        let path = &self.selected_entry()?.path;
        let competencies = &self.deck.as_ref()?.prepared.standing.competencies;
        let levels = competencies.iter().flat_map(|c| &c.options).flat_map(|option| option.levels());
        levels.filter(|level| level.performance.is_some()).find(|level| level.path == *path).map(|level| level.path.clone())
    }

    /// Versions of the designations' rules that are not those of the day, the newest first: id, first and last day.
    #[must_use]
    pub fn other_versions(&self) -> Vec<&DesignationVersion> {
        let Some(deck) = &self.deck else { return Vec::new() };
        let designations = &deck.prepared.programmes.designations;
        let of_day: BTreeSet<&str> =
            deck.prepared.standing.designations.iter().filter_map(|d| d.rules.as_ref()).map(|rules| rules.id.as_str()).collect();
        let mut versions: Vec<&DesignationVersion> = Vec::new();
        for version in designations.iter().flat_map(|d| &d.versions) {
            let is_usable = version.validity.confidence != Confidence::Low && !of_day.contains(version.id.as_str());
            if is_usable && !versions.iter().any(|known| known.id == version.id) {
                versions.push(version);
            }
        }
        versions.sort_by(|a, b| b.validity.from.cmp(&a.validity.from).then_with(|| b.id.cmp(&a.id)));
        versions
    }

    /// The two who may be one person, where the line of the queue that is looked at speaks of some: an account of each.
    #[must_use]
    pub fn selected_pair(&self) -> Option<(u32, u32)> {
        let diagnosis = &self.deck.as_ref()?.prepared.diagnosis;
        let line = self.queue.lines.get(self.queue.list.selected).filter(|_| self.tab == Tab::Troubleshooting)?;
        let super::queue::Line::Finding(at) = line else { return None };
        let finding = diagnosis.findings.get(*at).filter(|f| f.code == Code::PossibleDuplicate)?;
        finding.account.zip(finding.others.first().copied())
    }

    /// What is selected in the list of what was entered.
    #[must_use]
    pub fn selected_item(&self) -> Option<Item> {
        match self.layers.last() {
            Some(Layer::Entered(list)) => self.entered.items().into_iter().nth(list.selected),
            _ => None,
        }
    }

    /// Where one looks, to be found again when the files are read again.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        let deck = self.deck.as_ref()?;
        let report = deck.ready.loaded.reports.get(deck.report)?;
        Some(Place { path: report.path().to_owned(), as_of: self.chosen_day })
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
            (None, Tab::Troubleshooting) if self.queue.reading => self.queue.page.as_ref().map_or(0, |(_, page)| page.lines.len()),
            (None, Tab::Troubleshooting) => self.queue.lines.len(),
            (None, Tab::Data) if self.data.pane == DataPane::Columns => deck.column_count(),
            (None, Tab::Data) => deck.notice_count(),
        }
    }

    /// How many places of a layer can be selected: its rows, or the lines that can stand on top of a text.
    #[must_use]
    pub fn choices(&self, layer: &Layer) -> usize {
        match layer {
            Layer::Filter(_) | Layer::Path(..) | Layer::Export(..) => 0,
            Layer::Entry(form) => form.shown().count(),
            Layer::Entered(_) => self.entered.items().len(),
            Layer::Versions(_) => self.other_versions().len(),
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
                | Layer::Path(PathPrompt { list, .. }, _)
                | Layer::Export(PathPrompt { list, .. }, _)
                | Layer::Rules(list)
                | Layer::Steps(list)
                | Layer::Palette(_, list)
                | Layer::Sort(list)
                | Layer::Map(_, list)
                | Layer::Rows(_, list)
                | Layer::Entered(list)
                | Layer::Versions(list)
                | Layer::Message(_, list) => list,
                Layer::Entry(form) => &mut form.list,
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
            (None, Tab::Troubleshooting) if self.queue.reading => &mut self.queue.words,
            (None, Tab::Troubleshooting) => &mut self.queue.list,
            (None, Tab::Data) if self.data.pane == DataPane::Columns => &mut self.data.columns,
            (None, Tab::Data) => &mut self.data.notices,
        }
    }
}
