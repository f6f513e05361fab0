//! What the tests are written with: a terminal window with the program in it.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long anything may take. It is only ever reached by what never comes.
const PATIENCE: Duration = Duration::from_secs(30);

/// Folders of its own for the program, so that no test touches the user's.
pub struct Home {
    folder: Arc<tempfile::TempDir>,
}

impl Home {
    pub fn new() -> Home {
        let home = Home { folder: Arc::new(tempfile::tempdir().unwrap()) };
        home.put("config.toml", "");
        home
    }

    /// A path in it.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file.
    pub fn put(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        std::fs::write(self.path(name), content).unwrap();
        self.path(name).to_string_lossy().into_owned()
    }

    /// The program in a window of 80 × 24, in English.
    pub fn run(&self, args: &[&str]) -> Window {
        self.run_with(args, &[])
    }

    /// The same, with these in the environment.
    pub fn run_with(&self, args: &[&str], env: &[(&str, &str)]) -> Window {
        self.run_as(CommandBuilder::new(env!("CARGO_BIN_EXE_skilldeck")), args, env)
    }

    /// A shell with job control, in which the program can be started and put aside.
    pub fn shell(&self) -> Window {
        // It may ask for bracketed pastes itself at its prompt; what is looked at here is what the program leaves.
        let inputrc = self.put("inputrc", "set enable-bracketed-paste off\n");
        self.run_as(CommandBuilder::new("bash"), &["--noprofile", "--norc", "-i"], &[("PS1", "shell> "), ("INPUTRC", &inputrc)])
    }

    fn run_as(&self, mut command: CommandBuilder, args: &[&str], env: &[(&str, &str)]) -> Window {
        for name in [
            "SSH_CONNECTION",
            "SSH_TTY",
            "SSH_CLIENT",
            "TMUX",
            "DISPLAY",
            "WAYLAND_DISPLAY",
            "COLORFGBG",
            "NO_COLOR",
            "LC_ALL",
            "LC_CTYPE",
            "LC_MESSAGES",
            "LANGUAGE",
            "RUST_BACKTRACE",
        ] {
            command.env_remove(name);
        }
        command.env("TERM", "xterm-256color");
        command.env("LANG", "en_US.UTF-8");
        command.env("SKILLDECK_LANG", "en");
        command.env("SKILLDECK_DATA_DIR", self.path("data"));
        command.env("SKILLDECK_DOWNLOADS", self.path("downloads"));
        command.env("SKILLDECK_CONFIG", self.path("config.toml"));
        command.env("HOME", self.folder.path());
        for (name, value) in env {
            command.env(name, value);
        }
        command.cwd(self.folder.path());
        command.args(args);
        Window::open(command, self.folder.clone())
    }
}

/// A terminal window.
pub struct Window {
    /// The folders stay as long as the program may want them.
    _home: Arc<tempfile::TempDir>,
    /// The terminal as it was before the program came, to be held against what it left.
    before: String,
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    child: Box<dyn Child + Send + Sync>,
    bytes: Receiver<Vec<u8>>,
    closed: Arc<AtomicBool>,
    /// Everything that was written to it.
    pub written: Vec<u8>,
    parser: vt100::Parser,
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, ..PtySize::default() }
}

fn count(n: u16) -> NonZeroU16 {
    NonZeroU16::new(n).unwrap()
}

impl Window {
    fn open(command: CommandBuilder, home: Arc<tempfile::TempDir>) -> Window {
        let pair = native_pty_system().openpty(size(80, 24)).unwrap();
        let before = settings(pair.master.as_ref());
        let child = pair.slave.spawn_command(command).unwrap();
        // The program alone has the other side: when it ends, so do its bytes.
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let writer = pair.master.take_writer().unwrap();
        let (send, bytes) = channel();
        let closed = Arc::new(AtomicBool::new(false));
        let is_closed = closed.clone();
        std::thread::spawn(move || {
            let mut buffer = [0; 1 << 16];
            while let Ok(read @ 1..) = reader.read(&mut buffer) {
                if send.send(buffer[..read].to_vec()).is_err() || is_closed.load(Ordering::SeqCst) {
                    return;
                }
            }
        });
        let parser = vt100::Parser::new(count(24), count(80), 0);
        Window { _home: home, before, master: Some(pair.master), writer: Some(writer), child, bytes, closed, written: Vec::new(), parser }
    }

    /// What stands on the screen; cells at the end of a line may hold blanks or nothing.
    pub fn screen(&self) -> String {
        self.parser.screen().contents().lines().map(|line| format!("{}\n", line.trim_end())).collect()
    }

    fn take(&mut self, bytes: &[u8]) {
        self.written.extend_from_slice(bytes);
        self.parser.process(bytes);
    }

    /// Whether a frame has begun that has not come to its end.
    fn is_half_drawn(&self) -> bool {
        let last = |mark: &[u8]| self.written.windows(mark.len()).rposition(|window| window == mark);
        last(b"\x1b[?2026h") > last(b"\x1b[?2026l")
    }

    /// Waits until the screen is as it should be.
    #[track_caller]
    pub fn wait_until(&mut self, what: &str, is_so: impl Fn(&str) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while self.is_half_drawn() || !is_so(&self.screen()) {
            match self.bytes.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Timeout) => panic!("{what} did not come; the screen:\n{}", self.screen()),
                Err(RecvTimeoutError::Disconnected) => panic!("the program ended before {what}; the screen:\n{}", self.screen()),
            }
        }
    }

    /// Waits for something that does not show on the screen: a file that is written, say.
    #[track_caller]
    pub fn wait_for_outside(&mut self, what: &str, is_so: impl Fn() -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while !is_so() {
            assert!(Instant::now() < deadline, "{what}: it did not come; the screen:\n{}", self.screen());
            match self.bytes.recv_timeout(Duration::from_millis(5)) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => panic!("the program ended before {what}; the screen:\n{}", self.screen()),
            }
        }
    }

    /// Waits until a text is on the screen.
    #[track_caller]
    pub fn wait_for(&mut self, text: &str) {
        self.wait_until(&format!("{text:?}"), |screen| screen.contains(text));
    }

    /// Waits until a report is open: before, keys mean other things.
    #[track_caller]
    pub fn wait_for_the_report(&mut self) {
        self.wait_for("From listed to counting");
        self.wait_for("q quit");
    }

    /// Types.
    pub fn send(&mut self, keys: &str) {
        let writer = self.writer.as_mut().expect("an open window");
        writer.write_all(keys.as_bytes()).unwrap();
        writer.flush().unwrap();
    }

    /// Makes the window another size.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.master.as_ref().expect("an open window").resize(size(columns, rows)).unwrap();
        self.parser.screen_mut().set_size(count(rows), count(columns));
    }

    /// Sends the program a signal, by its name.
    pub fn signal(&self, name: &str) {
        let pid = self.child.process_id().unwrap().to_string();
        assert!(std::process::Command::new("kill").args(["-s", name, &pid]).status().unwrap().success());
    }

    /// Closes the window with the program in it.
    pub fn close(&mut self) {
        self.closed.store(true, Ordering::SeqCst);
        // What the program draws now lets go of the side that reads.
        self.resize(70, 20);
        while self.bytes.recv_timeout(PATIENCE).is_ok() {}
        self.writer = None;
        self.master = None;
    }

    /// Waits for the end of the program and gives its exit code.
    #[track_caller]
    pub fn wait_for_the_end(&mut self) -> u32 {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.bytes.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => panic!("the program did not end; the screen:\n{}", self.screen()),
            }
        }
        // Its end is a moment away.
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.exit_code();
            }
            assert!(Instant::now() < deadline, "the program did not end");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// The terminal is as it was: the other screen, cursor, mouse, paste and the settings of the line.
    #[track_caller]
    pub fn is_as_before(&self) {
        self.is_given_back();
        assert_eq!(settings(self.master.as_deref().expect("an open window")), self.before, "the settings of the line");
    }

    /// The screen is another program's: it has its own settings of the line.
    #[track_caller]
    pub fn is_given_back(&self) {
        let screen = self.parser.screen();
        assert!(!screen.alternate_screen(), "the alternate screen is left");
        assert!(!screen.hide_cursor(), "the cursor is shown");
        assert!(!screen.bracketed_paste(), "pastes are plain again");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None, "the mouse is the terminal's again");
        let written = String::from_utf8_lossy(&self.written);
        for (on, off) in [("\u{1b}[?1049h", "\u{1b}[?1049l"), ("\u{1b}[?25l", "\u{1b}[?25h"), ("\u{1b}[?2026h", "\u{1b}[?2026l")] {
            let (on, off) = (written.rfind(on).expect(on), written.rfind(off).expect(off));
            assert!(on < off, "the last word is off");
        }
    }

    /// While the program has it, the line is raw.
    #[track_caller]
    pub fn is_taken(&self) {
        assert!(self.parser.screen().alternate_screen() && self.parser.screen().hide_cursor());
        assert_ne!(settings(self.master.as_deref().expect("an open window")), self.before);
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

/// The settings of the line (echo, line by line, signals), as text.
fn settings(master: &(dyn MasterPty + Send)) -> String {
    format!("{:?}", master.get_termios().expect("a terminal has settings"))
}
