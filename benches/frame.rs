//! Drawing one frame of 200×60 over 200,000 users, and applying a key before it.

#![allow(clippy::unwrap_used)] // a bench may panic: that is how it fails

mod support;

use std::sync::Arc;
use std::time::{Duration, Instant};

use criterion::Criterion;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use skilldeck::catalog::catalog;
use skilldeck::config::Config;
use skilldeck::i18n::{Lang, Texts};
use skilldeck::model::{Given, load};
use skilldeck::report::{Input, Options};
use skilldeck::session::Explore;
use skilldeck::tui::action::{Action, Effect};
use skilldeck::tui::app::App;
use skilldeck::tui::effects::{listing, ready};
use skilldeck::tui::keymap::{Code, Key};
use skilldeck::tui::screens;
use skilldeck::tui::update::update;
use support::{Size, against_bar, csv_file, median, quick, scaled};

const SIZE: (u16, u16) = (200, 60);
const BAR: Duration = Duration::from_millis(2);
const KEY_BAR: Duration = Duration::from_millis(16);

/// The explorer with its screen.
struct Deck {
    app: App,
    terminal: Terminal<TestBackend>,
}

impl Deck {
    fn draw(&mut self) {
        let app = &self.app;
        self.terminal.draw(|frame| drop(screens::draw(app, frame))).unwrap();
    }

    /// Applies an action and draws; the time of both. What is asked of the worker is carried out off the clock, and the
    /// time of its answer with its frame comes second.
    fn act(&mut self, action: Action) -> (Duration, Option<Duration>) {
        let start = Instant::now();
        let effects = update(&mut self.app, action);
        self.draw();
        let first = start.elapsed();
        let mut second = None;
        for effect in effects {
            let Effect::List { generation, query, sort, among } = effect else { continue };
            let deck = self.app.deck.as_ref().unwrap();
            let among = among.as_deref().map(Vec::as_slice);
            let found = listing(deck.company(), deck.index(), deck.as_of(), &query, sort, among, &|| false).unwrap();
            let start = Instant::now();
            update(&mut self.app, Action::Listed(generation, found));
            self.draw();
            second = Some(start.elapsed());
        }
        (first, second)
    }

    fn key(&mut self, code: Code) -> (Duration, Option<Duration>) {
        self.act(Action::Key(Key { code, ctrl: false, alt: false }))
    }

    fn show(&mut self, command: &'static str) {
        self.act(Action::Run(command));
    }
}

fn main() {
    if !support::is_bench() {
        return;
    }
    let path = csv_file(Size::Accounts(scaled(200_000)));
    let explore = Explore {
        inputs: vec![Input::file(&path.to_string_lossy())],
        options: Options::default(),
        given: Given::default(),
        as_of: None,
        today: "2021-05-20".parse().unwrap(),
        own_rules: None,
        demo: false,
        config: Config::default(),
        texts: Texts::new(Lang::En),
        color: true,
        theme: Default::default(),
        light_terminal: false,
        mouse: true,
        state: false,
        keeper: skilldeck::entered::Keeper::new(false),
        cases: skilldeck::cases::Keeper::new(false),
        moment: None,
        elsewhere: None,
    };
    let loaded = load::load(&explore.inputs, &explore.options, &explore.given, catalog(), &Default::default()).unwrap();
    let mut deck =
        Deck { app: App::new(&explore, SIZE, Arc::default()), terminal: Terminal::new(TestBackend::new(SIZE.0, SIZE.1)).unwrap() };
    deck.act(Action::Loaded(deck.app.reading, Ok(Arc::new(ready(&explore, loaded, None)))));

    let mut criterion = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_secs(if quick() { 1 } else { 2 }))
        .configure_from_args();
    let mut group = criterion.benchmark_group("frame 200×60, 200,000 users");
    let mut summary = Vec::new();
    for (name, commands) in [("overview", ["tab-overview"].as_slice()), ("users", &["tab-users"]), ("person", &["tab-users", "open"])] {
        commands.iter().for_each(|c| deck.show(c));
        group.bench_function(name, |b| b.iter(|| deck.draw()));
        summary.push((name, median((0..51).map(|_| support::time(|| deck.draw())).collect())));
    }
    group.finish();
    criterion.final_summary();

    println!();
    for (name, time) in summary {
        against_bar(&format!("frame of {name}"), time, BAR);
    }
    // A session of many keys: down, to the end and back, letters into the filter and out of it again.
    deck.show("back");
    deck.show("tab-users");
    let mut times = Vec::new();
    let mut slowest = (Duration::ZERO, String::new());
    let word = ['k', 'o', 'w', 'a', 'l', 's', 'k', 'i'].map(Code::Char);
    let mut keys = vec![Code::Char('G'), Code::Char('g'), Code::Char('g')];
    keys.extend([Code::Down; 80]);
    keys.push(Code::Char('/'));
    for _ in 0..4 {
        keys.extend(word);
        keys.extend([Code::Backspace; 8]);
    }
    for key in keys {
        let (first, second) = deck.key(key);
        for time in [Some(first), second].into_iter().flatten() {
            times.push(time);
            if time > slowest.0 {
                slowest = (time, format!("{key:?}"));
            }
        }
    }
    times.sort_unstable();
    against_bar("key and frame, p50", times[times.len() / 2], KEY_BAR);
    against_bar("key and frame, p99", times[times.len() * 99 / 100], KEY_BAR);
    println!("slowest: {:.2?} after {}", slowest.0, slowest.1);
}
