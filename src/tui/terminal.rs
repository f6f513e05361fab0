//! The terminal: taken over on the way in, given back on every way out, be it the end, a signal or a panic.

use std::io::{Stdout, Write, stdout};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use crossterm::terminal::{
    Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute, style};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

static TAKEN: AtomicBool = AtomicBool::new(false);

/// The terminal while the explorer has it. Dropping it gives it back.
pub struct Screen {
    /// For drawing.
    pub terminal: Terminal<CrosstermBackend<Stdout>>,
    mouse: bool,
}

impl Screen {
    /// Takes the terminal over.
    ///
    /// # Errors
    /// When the terminal does not let itself be taken over.
    pub fn take(mouse: bool) -> std::io::Result<Screen> {
        install_panic_hook();
        // Colour is decided by the theme alone: with NO_COLOR crossterm would write empty sequences that reset everything.
        style::force_color_output(true);
        let guard = Guard;
        take_over(mouse)?;
        let terminal = Terminal::new(CrosstermBackend::new(stdout()))?;
        std::mem::forget(guard);
        Ok(Screen { terminal, mouse })
    }

    /// Takes it over again after a suspension, and forgets what stood on it.
    ///
    /// # Errors
    /// As [`Screen::take`].
    pub fn take_back(&mut self) -> std::io::Result<()> {
        take_over(self.mouse)?;
        // A new one knows nothing of what stood there. To let the old one clear the screen would make it ask the terminal
        // where the cursor is, and the answer would go to the thread that reads the keys.
        execute!(stdout(), Clear(ClearType::All))?;
        self.terminal = Terminal::new(CrosstermBackend::new(stdout()))?;
        Ok(())
    }
}

fn take_over(mouse: bool) -> std::io::Result<()> {
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste, cursor::Hide)?;
    if mouse {
        execute!(stdout(), EnableMouseCapture)?;
    }
    Ok(())
}

/// Writes a control sequence of our own. A terminal that is gone is noticed when the next frame is drawn.
pub fn write(sequence: &str) {
    let mut out = stdout();
    let _ = out.write_all(sequence.as_bytes());
    let _ = out.flush();
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

/// Gives the terminal back when taking it over fails half-way.
struct Guard;

impl Drop for Guard {
    fn drop(&mut self) {
        give_back();
    }
}

/// Gives the terminal back, once. Errors mean that it is gone; then there is nothing to give back.
pub fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        let mut out = stdout();
        // A frame that was begun and not ended (a panic while it is drawn) would hold back all that follows.
        let _ = execute!(out, EndSynchronizedUpdate, DisableMouseCapture, DisableBracketedPaste, LeaveAlternateScreen, cursor::Show);
        let _ = out.flush();
        let _ = disable_raw_mode();
    }
}

/// A panic of the thread that draws, which ends the program, gives the terminal back before it is printed. Those of all
/// others (workers, the threads that these start, and those of libraries) leave it alone: the program goes on and draws.
fn install_panic_hook() {
    let before = std::panic::take_hook();
    let draws = std::thread::current().id();
    std::panic::set_hook(Box::new(move |info| {
        if std::thread::current().id() != draws {
            return;
        }
        give_back();
        before(info);
    }));
}
