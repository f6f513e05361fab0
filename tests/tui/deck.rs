//! What the tests are written with: an explorer whose keys are pressed and whose screen is read.

use std::sync::{Arc, Mutex};

use chrono::NaiveDate;
use clap::Parser as _;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use unicode_width::UnicodeWidthStr;

use skilldeck::catalog::catalog;
use skilldeck::cli::{Args, Command, explore_demo};
use skilldeck::config::{Color, Config};
use skilldeck::entered::Keeper;
use skilldeck::i18n::{Lang, Texts};
use skilldeck::model::{Given, load};
use skilldeck::query::{Scope, column_values, facets};
use skilldeck::report::{Input, Options, Progress, ReadError, Trouble};
use skilldeck::session::Explore;
use skilldeck::tui::action::{Action, Effect, Notice, Offer, Place, Ready};
use skilldeck::tui::app::{App, Tab};
use skilldeck::tui::clipboard::Content;
use skilldeck::tui::effects::{content, grid, listing, opened, page, prepared, ready, rows_of, write_export};
use skilldeck::tui::keymap::Key;
use skilldeck::tui::screens;
use skilldeck::tui::theme::ThemeName;
use skilldeck::tui::update::update;
use skilldeck::tui::widgets::Hits;

/// The day on which every test is run.
pub fn today() -> NaiveDate {
    "2026-09-20".parse().unwrap()
}

/// The sample as it was read.
static SAMPLES: Mutex<Vec<(String, Lang, Arc<Ready>)>> = Mutex::new(Vec::new());

/// An explorer, its keyboard and its screen.
pub struct Deck {
    /// The state.
    pub app: App,
    /// What can be clicked in the last picture.
    pub hits: Hits,
    /// What was asked for and not carried out: the end, and everything while `held`.
    pub asked: Vec<Effect>,
    /// Nothing is carried out: the worker is busy.
    pub held: bool,
    /// What the start screen is told of.
    pub offers: Vec<Offer>,
    /// What was copied last.
    pub copied: Option<Content>,
    explore: Explore,
    /// What the last reading was made of.
    candidate: Option<(u64, Explore)>,
    /// What it was opened on at first.
    first: Explore,
    terminal: Terminal<TestBackend>,
}

impl Deck {
    /// The sample; `which` report first.
    pub fn demo(which: &str, lang: Lang) -> Deck {
        let args = Args::try_parse_from(["skilldeck", "demo", which]).unwrap();
        let Some(Command::Demo { report }) = args.command else { unreachable!() };
        let config = Config { color: Color::Always, ..Config::default() };
        let mut deck = Deck::new(explore_demo(report, config, Texts::new(lang), &args.common, today()));
        // It is always the same: reading it once is enough.
        let mut read = SAMPLES.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let known = read.iter().find(|(name, l, _)| name == which && *l == lang).map(|(.., ready)| ready.clone());
        let explore = deck.explore.clone();
        let ready = known.unwrap_or_else(|| match deck.load(0, explore, None) {
            Action::Loaded(_, Ok(ready)) => {
                read.push((which.to_owned(), lang, ready.clone()));
                ready
            }
            other => panic!("{other:?}"),
        });
        drop(read);
        deck.act(Action::Loaded(deck.app.reading, Ok(ready)));
        deck
    }

    /// The skills report of the sample, in English.
    pub fn skills() -> Deck {
        Deck::demo("skills", Lang::En)
    }

    /// Files, not yet read.
    pub fn closed(inputs: Vec<Input>, lang: Lang) -> Deck {
        Deck::configured(inputs, lang, Config::default())
    }

    /// Files, not yet read, with settings of the user's.
    pub fn configured(inputs: Vec<Input>, lang: Lang, config: Config) -> Deck {
        let color = true;
        let (options, given) = (Options::default(), Given::default());
        Deck::new(Explore {
            inputs,
            options,
            given,
            as_of: None,
            today: today(),
            moment: Some("2026-09-20T10:00:00+02:00".parse().unwrap()),
            own_rules: None,
            demo: false,
            texts: Texts::new(lang),
            color,
            theme: ThemeName::Auto,
            light_terminal: false,
            mouse: true,
            state: false,
            keeper: Keeper::new(false),
            cases: skilldeck::cases::Keeper::new(false),
            elsewhere: None,
            config,
        })
    }

    /// Files, read.
    pub fn open(inputs: Vec<Input>) -> Deck {
        Deck::closed(inputs, Lang::En).loaded()
    }

    fn new(explore: Explore) -> Deck {
        // The same on every machine.
        let explore = Explore { elsewhere: None, ..explore };
        let app = App::new(&explore, (80, 24), Arc::default());
        let terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
        Deck {
            app,
            hits: Hits::default(),
            asked: Vec::new(),
            held: false,
            offers: Vec::new(),
            copied: None,
            first: explore.clone(),
            explore,
            candidate: None,
            terminal,
        }
    }

    /// Begins anew in a state of before, on the files of before.
    pub fn restart(&mut self, app: &App) {
        self.app = app.clone();
        self.explore = Explore { keeper: Keeper::new(false), ..self.first.clone() };
        self.candidate = None;
        self.asked.clear();
    }

    /// After the files were read.
    pub fn loaded(mut self) -> Deck {
        self.carry_out(Effect::Load(self.app.reading, None));
        self
    }

    /// In a window of another size.
    pub fn sized(mut self, columns: u16, rows: u16) -> Deck {
        self.resize(columns, rows);
        self
    }

    /// After these keys.
    pub fn after(mut self, keys: &str) -> Deck {
        self.press(keys);
        self
    }

    /// Without colour.
    pub fn colourless(mut self) -> Deck {
        self.app.theme = skilldeck::tui::theme::Theme::new(false);
        self
    }

    /// Makes the window another size.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        self.act(Action::Resize(columns, rows));
    }

    /// Presses keys, named as in the command table and separated by blanks; the screen is drawn after each.
    #[track_caller]
    pub fn press(&mut self, keys: &str) {
        for name in keys.split_whitespace() {
            let key = Key::parse(name).unwrap_or_else(|| panic!("there is no key {name}"));
            self.act(Action::Key(key));
            self.draw();
        }
    }

    /// Types text, letter by letter.
    pub fn type_in(&mut self, text: &str) {
        for c in text.chars() {
            self.act(Action::Key(Key::char(c)));
            self.draw();
        }
    }

    /// Lets something happen and carries out what follows from it.
    pub fn act(&mut self, action: Action) {
        for effect in update(&mut self.app, action) {
            if self.held || matches!(effect, Effect::Quit) {
                self.asked.push(effect);
            } else {
                self.carry_out(effect);
            }
        }
    }

    /// Carries out what was asked for at a place of the queue.
    pub fn answer(&mut self, place: usize) {
        let effect = self.asked.remove(place);
        let held = std::mem::replace(&mut self.held, true);
        self.carry_out(effect);
        self.held = held;
    }

    /// Carries out everything that was asked for, in its order, and what follows from it.
    pub fn answer_all(&mut self) {
        while !self.asked.is_empty() {
            self.answer(0);
        }
        self.held = false;
    }

    /// What the worker does, on the spot.
    pub fn carry_out(&mut self, effect: Effect) {
        let answer = match effect {
            Effect::Load(reading, place) => self.load(reading, self.explore.clone(), place.as_ref()),
            Effect::Map { headers, mappings, generation, place } => {
                let mut explore = self.explore.clone();
                explore.options.remembered.set(&headers, &mappings);
                self.load(generation, explore, place.as_ref())
            }
            Effect::Keep(reading) => {
                if let Some((_, explore)) = self.candidate.take_if(|(number, _)| *number == reading) {
                    self.explore = explore;
                }
                return;
            }
            // What the worker still sends of a reading that was given up is stale.
            Effect::CancelLoad => {
                let cancelled = ReadError::new(&self.explore.inputs[0].path, Trouble::Cancelled);
                Action::Loaded(self.app.reading - 1, Err(cancelled))
            }
            // The worker stops what a newer question or another report has made stale, and was asked over the old one.
            Effect::List { generation, .. } if generation != self.app.users.generation => return,
            Effect::Prepare { generation, .. } if generation != self.app.preparing => return,
            Effect::ReadRows(asked, _) if asked != self.app.asked => return,
            Effect::List { generation, query, sort, among } => {
                let deck = self.app.deck.as_ref().unwrap();
                let among = among.as_deref().map(Vec::as_slice);
                Action::Listed(generation, listing(deck.company(), deck.index(), deck.as_of(), &query, sort, among, &|| false).unwrap())
            }
            Effect::Prepare { generation, report, as_of } => {
                let loaded = &self.app.deck.as_ref().unwrap().ready.loaded;
                Action::Prepared(generation, Arc::new(prepared(&self.explore, loaded, report, as_of).unwrap()))
            }
            Effect::ReadRows(asked, lines) => {
                let deck = self.app.deck.as_ref().unwrap();
                let report = &deck.ready.loaded.reports[deck.report];
                let limits = &self.explore.options.limits;
                Action::Rows(asked, rows_of(report, &lines, limits))
            }
            Effect::Open(reading, opening) => {
                let explore = opened(&self.explore, &opening, self.app.texts.lang());
                self.load(reading, explore, None)
            }
            Effect::Page(asked, of) => {
                let programme = self.app.standing.stamp.as_ref().unwrap().programme;
                Action::Page(asked, page(self.app.deck.as_ref().unwrap(), programme, &of, &self.app.texts))
            }
            Effect::Enter(entering) => {
                let outcome = self.explore.keeper.change(&entering.company, &entering.changes);
                Action::Entered(entering, outcome)
            }
            Effect::Case(work) => {
                let deck = self.app.deck.as_ref().unwrap();
                Action::CasesKept(Box::new(skilldeck::tui::effects::case_work(&self.explore, deck, *work)))
            }
            Effect::FindOffers => Action::Offers(self.offers.clone(), true),
            Effect::CountFacets(asked) => Action::Facets(asked, Arc::new(facets(&self.scope()).unwrap())),
            Effect::CountValues(asked, column) => Action::Values(asked, Arc::new(column_values(&self.scope(), column).unwrap())),
            Effect::Copy(form, take) => {
                let deck = self.app.deck.as_ref().unwrap();
                let grid = grid(deck, take, &self.app.texts);
                self.copied = Some(content(&grid, form, &self.app.texts));
                Action::Notice(Notice::new("notice-copied").count(grid.rows.len()))
            }
            // Nothing is written where the tests happen to run.
            Effect::Export(path, export, replace) if std::path::Path::new(&path).is_absolute() => {
                write_export(self.app.deck.as_ref().unwrap(), &path, export, replace, &self.app.texts)
            }
            // What the terminal, the file system and the shell do is tried in a real one.
            effect @ (Effect::Export(..)
            | Effect::Complete(..)
            | Effect::KeepTheme(_)
            | Effect::KeepLanguage(_)
            | Effect::WriteTerminal(_)
            | Effect::Suspend) => {
                // Of a worker that takes its time they are not asked for again.
                if !self.held {
                    self.asked.push(effect);
                }
                return;
            }
            Effect::Quit => return,
        };
        self.act(answer);
    }

    /// What is counted over: the filter as it is now.
    fn scope(&self) -> Scope<'_> {
        let deck = self.app.deck.as_ref().unwrap();
        let filter = self.app.users.filter.value();
        Scope { company: deck.company(), index: deck.index(), as_of: deck.as_of(), filter, stop: &|| false }
    }

    fn load(&mut self, reading: u64, explore: Explore, place: Option<&Place>) -> Action {
        let progress = Arc::new(Progress::default());
        let loaded = load::load(&explore.inputs, &explore.options, &explore.given, catalog(), &progress);
        let answer = Action::Loaded(reading, loaded.map(|loaded| Arc::new(ready(&explore, loaded, place))));
        self.candidate = Some((reading, explore));
        answer
    }

    /// Draws the screen.
    pub fn draw(&mut self) -> &Buffer {
        let (app, hits) = (&self.app, &mut self.hits);
        // A cell behind a wide character is the terminal's business; the backend would keep what it held before.
        self.terminal.clear().unwrap();
        self.terminal.draw(|frame| *hits = screens::draw(app, frame)).unwrap();
        self.terminal.backend().buffer()
    }

    /// What stands on the screen, line by line.
    pub fn screen(&mut self) -> String {
        text_of(self.draw())
    }

    /// Where the cursor stands, and the text on its left in the same line.
    pub fn cursor(&mut self) -> (u16, String) {
        let line = |screen: String, y: u16| screen.lines().nth(y.into()).unwrap_or_default().to_owned();
        let screen = self.screen();
        let at = self.terminal.get_cursor_position().unwrap();
        let mut left = String::new();
        for c in line(screen, at.y).chars() {
            if left.width() >= at.x.into() {
                break;
            }
            left.push(c);
        }
        (at.x, left)
    }

    /// The line at the foot.
    pub fn foot(&mut self) -> String {
        self.screen().lines().last().unwrap_or_default().trim().to_owned()
    }

    /// Holds a text against the screen.
    #[track_caller]
    pub fn shows(&mut self, text: &str) {
        let screen = self.screen();
        assert!(screen.contains(text), "{text:?} is not on the screen:\n{screen}");
    }

    /// The names of the users listed, in their order.
    pub fn names(&self) -> Vec<String> {
        let company = self.app.deck.as_ref().unwrap().company();
        self.app.users.listing.accounts.iter().map(|n| company.full_name(company.account(*n))).collect()
    }

    /// How many users are listed.
    pub fn listed(&self) -> usize {
        self.app.users.listing.accounts.len()
    }

    /// The name of the person looked at.
    #[track_caller]
    pub fn person(&self) -> String {
        let company = self.app.deck.as_ref().unwrap().company();
        let account = self.app.person.as_ref().expect("a person is open").account;
        company.full_name(company.account(account))
    }

    /// Whether the first screen is in front, with nothing over it.
    pub fn is_at_the_root(&self) -> bool {
        self.app.layers.is_empty() && self.app.person.is_none() && self.app.tab == Tab::Overview
    }

    /// Whether the program was asked to end.
    pub fn has_quit(&self) -> bool {
        self.asked.iter().any(|e| matches!(e, Effect::Quit))
    }
}

/// A file in memory. Its bytes stay until the test ends.
pub fn named(name: &str, content: impl Into<Vec<u8>>) -> Input {
    Input::embedded(name, Box::leak(content.into().into_boxed_slice()))
}

/// A buffer as text: wide characters take two columns of it, blanks at the end of a line are cut.
pub fn text_of(buffer: &Buffer) -> String {
    let mut out = String::new();
    for y in 0..buffer.area.height {
        let mut line = String::new();
        let mut x = 0;
        while x < buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            line.push_str(symbol);
            x += u16::try_from(symbol.width()).unwrap().max(1);
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}
