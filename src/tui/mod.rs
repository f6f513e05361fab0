//! The explorer: terminal in, terminal out.
//!
//! An input thread and the workers send actions into one channel; the loop applies them with the pure [`update`], carries
//! out the effects, and draws only when something happened. When nothing does, it sleeps.

pub mod action;
pub mod app;
pub mod bindings;
pub mod casework;
pub mod clipboard;
pub mod columns;
pub mod commands;
mod deck;
pub mod effects;
pub mod entering;
pub mod followed;
mod in_order;
pub mod keymap;
mod layer;
pub mod layers;
mod listing;
pub mod marks;
pub mod queue;
pub mod screens;
mod terminal;
pub mod theme;
pub mod update;
mod views;
pub mod widgets;

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use anyhow::Context as _;
use crossterm::event::{Event, MouseButton, MouseEventKind};
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};

use crate::faults::panic_if_asked;
use crate::session::Explore;
use action::{Action, Effect};
use app::App;
use effects::Worker;
use keymap::Key;
use widgets::{Hit, Hits};

/// How often the progress is drawn while files are read.
const TICK: Duration = Duration::from_millis(100);

/// How long a message is shown.
const SHOWN: Duration = Duration::from_secs(4);

/// Runs the explorer until the user leaves it.
///
/// # Errors
/// When the terminal cannot be used.
pub fn run(explore: Explore) -> anyhow::Result<()> {
    let explore = Arc::new(explore);
    let (send, receive) = channel();
    let worker = Worker::new(explore.clone(), send.clone());
    let size = crossterm::terminal::size().unwrap_or((80, 24));
    let mut app = App::new(&explore, size, Arc::default());
    // The worker begins before the terminal is taken over: a small report is there for the first frame.
    let first = if app.started_empty { Effect::FindOffers } else { Effect::Load(app.reading, None) };
    if let Some(progress) = worker.carry_out(first, &app) {
        app.progress = progress;
    }
    let mut screen = terminal::Screen::take(explore.mouse).context("this terminal cannot show the explorer")?;
    watch_signals(&send);
    watch_input(send);
    event_loop(&mut app, &worker, &receive, &mut screen)
}

fn event_loop(app: &mut App, worker: &Worker, receive: &Receiver<Happening>, screen: &mut terminal::Screen) -> anyhow::Result<()> {
    let mut hits = draw(app, screen)?;
    let mut said = Said::default();
    while let Some(first) = next(app, receive, &mut said) {
        // Everything that has happened meanwhile is one frame.
        for happening in std::iter::once(first).chain(receive.try_iter()) {
            let action = match happening {
                Happening::Action(action) => Some(action),
                Happening::Event(event) => {
                    panic_if_asked("main");
                    translate(&event, &hits)
                }
            };
            if matches!(action, Some(Action::Resumed)) {
                screen.take_back().context("this terminal cannot show the explorer")?;
            }
            for effect in action.map(|a| update::update(app, a)).unwrap_or_default() {
                match effect {
                    Effect::Quit => return Ok(()),
                    Effect::Suspend => suspend(app, screen)?,
                    // Between two frames, so that neither tears the other.
                    Effect::WriteTerminal(sequence) => terminal::write(&sequence),
                    effect => {
                        if let Some(progress) = worker.carry_out(effect, app) {
                            app.progress = progress;
                        }
                    }
                }
            }
        }
        hits = draw(app, screen)?;
    }
    Ok(())
}

/// Gives the terminal back, stops like any program that is told to, and takes it again when it may go on.
fn suspend(app: &mut App, screen: &mut terminal::Screen) -> anyhow::Result<()> {
    terminal::give_back();
    #[cfg(unix)]
    let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP);
    screen.take_back().context("this terminal cannot show the explorer")?;
    // The window may have another size now.
    app.size = crossterm::terminal::size().unwrap_or(app.size);
    Ok(())
}

/// What comes through the channel.
#[derive(Debug)]
pub enum Happening {
    /// From a worker or a signal.
    Action(Action),
    /// From the terminal.
    Event(Event),
}

impl From<Action> for Happening {
    fn from(action: Action) -> Happening {
        Happening::Action(action)
    }
}

/// Since when the message at the foot is shown.
#[derive(Default)]
struct Said(Option<(action::Notice, Instant)>);

impl Said {
    /// How long it is still to be shown; one that says what went wrong stays until a key is pressed.
    fn left(&mut self, app: &App) -> Option<Duration> {
        match (&app.notice, &self.0) {
            (None, _) => self.0 = None,
            (Some(now), Some((before, _))) if now == before => {}
            (Some(now), _) => self.0 = Some((now.clone(), Instant::now())),
        }
        self.0.as_ref().filter(|(notice, _)| !notice.bad).map(|(_, since)| SHOWN.saturating_sub(since.elapsed()))
    }
}

/// Waits for something to happen: for ever when nothing moves by itself, else until the next picture of the progress or
/// the end of a message.
fn next(app: &App, receive: &Receiver<Happening>, said: &mut Said) -> Option<Happening> {
    let quiet = said.left(app);
    let (time, then) = match (app.is_reading(), quiet) {
        (true, _) => (TICK, Action::Tick),
        (false, Some(left)) => (left, Action::Quiet),
        (false, None) => return receive.recv().ok(),
    };
    match receive.recv_timeout(time) {
        Ok(happening) => Some(happening),
        Err(RecvTimeoutError::Timeout) => Some(Happening::Action(then)),
        Err(RecvTimeoutError::Disconnected) => None,
    }
}

fn draw(app: &App, screen: &mut terminal::Screen) -> anyhow::Result<Hits> {
    let mut hits = Hits::default();
    let _ = crossterm::queue!(std::io::stdout(), BeginSynchronizedUpdate);
    let drawn = screen.terminal.draw(|frame| {
        panic_if_asked("draw");
        hits = screens::draw(app, frame);
    });
    let _ = crossterm::execute!(std::io::stdout(), EndSynchronizedUpdate);
    drawn.context("the terminal is gone")?;
    Ok(hits)
}

/// What a terminal event means.
fn translate(event: &Event, hits: &Hits) -> Option<Action> {
    match event {
        Event::Key(key) => Key::of_event(*key).map(Action::Key),
        Event::Paste(text) => Some(Action::Paste(text.clone())),
        Event::Resize(columns, rows) => Some(Action::Resize(*columns, *rows)),
        Event::Mouse(mouse) => match mouse.kind {
            MouseEventKind::ScrollDown => Some(Action::Scroll(3, hits.pane_at(mouse.column, mouse.row))),
            MouseEventKind::ScrollUp => Some(Action::Scroll(-3, hits.pane_at(mouse.column, mouse.row))),
            MouseEventKind::Down(MouseButton::Left) => hits.at(mouse.column, mouse.row).map(|hit| match hit {
                Hit::Target(target) => Action::Click(target),
                Hit::Run(id) => Action::Run(id),
            }),
            _ => None,
        },
        _ => None,
    }
}

fn watch_input(send: Sender<Happening>) {
    /// Without its keys the program is not to go on, however they came to an end.
    struct Ended(Sender<Happening>);
    impl Drop for Ended {
        fn drop(&mut self) {
            let _ = self.0.send(Action::Stop.into());
        }
    }
    std::thread::spawn(move || {
        let ended = Ended(send);
        while let Ok(event) = crossterm::event::read() {
            if ended.0.send(Happening::Event(event)).is_err() {
                return;
            }
        }
    });
}

/// Signals that end programs end this one in order, with the terminal given back; those that stop and wake it make it
/// give the terminal back and take it again.
#[cfg(unix)]
fn watch_signals(send: &Sender<Happening>) {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};
    if let Ok(mut signals) = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT]) {
        let send = send.clone();
        std::thread::spawn(move || {
            for signal in signals.forever() {
                let action = match signal {
                    SIGTSTP => Action::Suspend,
                    SIGCONT => Action::Resumed,
                    _ => Action::Stop,
                };
                let _ = send.send(action.into());
            }
        });
    }
}

/// Elsewhere the console ends the program itself; Ctrl-C arrives as a key.
#[cfg(not(unix))]
fn watch_signals(_: &Sender<Happening>) {}
