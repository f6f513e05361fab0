//! The real program in a pseudo-terminal: how long until the first frame, from a key to its frame, and what it does when
//! nothing happens.

#![allow(clippy::unwrap_used)] // a bench may panic: that is how it fails

mod support;

use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};
use support::{Size, against_bar, csv_file, median, quick, scaled};

const FIRST_BAR: Duration = Duration::from_millis(50);
const KEY_BAR: Duration = Duration::from_millis(16);
/// The end of a frame: the terminal may show it.
const FRAME_END: &[u8] = b"\x1b[?2026l";

/// The program on its terminal.
struct Session {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    /// What it writes, with the time at which it came.
    output: Receiver<(Instant, Vec<u8>)>,
    /// Open as long as the session: closing it would end the program.
    _terminal: Box<dyn portable_pty::MasterPty + Send>,
}

impl Session {
    fn start(args: &[&str], home: &Path) -> (Session, Instant) {
        let size = PtySize { rows: 60, cols: 200, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_skilldeck"));
        command.args(args);
        command.arg("--no-state");
        command.env("TERM", "xterm-256color");
        command.env("HOME", home);
        command.env("XDG_CONFIG_HOME", home);
        let (send, output) = channel();
        let mut reader = pair.master.try_clone_reader().unwrap();
        std::thread::spawn(move || {
            let mut buffer = vec![0; 1 << 16];
            while let Ok(n) = reader.read(&mut buffer) {
                if n == 0 || send.send((Instant::now(), buffer[..n].to_vec())).is_err() {
                    return;
                }
            }
        });
        let keys = pair.master.take_writer().unwrap();
        let start = Instant::now();
        let child = pair.slave.spawn_command(command).unwrap();
        (Session { child, keys, output, _terminal: pair.master }, start)
    }

    /// Waits for the end of a frame that holds `text`; when it came.
    fn frame_with(&self, text: &str) -> Option<Instant> {
        let mut seen = Vec::new();
        let contains = |all: &[u8], part: &[u8]| all.windows(part.len()).any(|w| w == part);
        loop {
            let (at, bytes) = self.output.recv_timeout(Duration::from_secs(60)).ok()?;
            seen.extend(bytes);
            if contains(&seen, text.as_bytes()) && contains(&seen, FRAME_END) {
                return Some(at);
            }
        }
    }

    /// Waits until nothing was written for a while.
    fn quiet(&self, time: Duration) {
        while !matches!(self.output.recv_timeout(time), Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected)) {}
    }

    /// From a key to the first bytes that answer it.
    fn key(&mut self, key: &str) -> Option<Duration> {
        let start = Instant::now();
        self.keys.write_all(key.as_bytes()).unwrap();
        self.keys.flush().unwrap();
        self.output.recv_timeout(Duration::from_secs(5)).ok().map(|(at, _)| at - start)
    }

    /// How often its threads have gone to sleep, where the system tells: each time they were awake before.
    fn naps(&self) -> Option<u64> {
        let tasks = std::fs::read_dir(format!("/proc/{}/task", self.child.process_id()?)).ok()?;
        let mut naps = 0;
        for task in tasks.flatten() {
            let status = std::fs::read_to_string(task.path().join("status")).ok()?;
            let line = status.lines().find_map(|l| l.strip_prefix("voluntary_ctxt_switches:"))?;
            naps += line.trim().parse::<u64>().ok()?;
        }
        Some(naps)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn main() {
    if !support::is_bench() {
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let large = csv_file(Size::Rows(scaled(1_000_000)));
    let users = csv_file(Size::Accounts(scaled(200_000)));

    let rounds = if quick() { 3 } else { 11 };
    for (name, args) in [("demo", vec!["demo"]), ("csv of 1,000,000 rows", vec![large.to_str().unwrap()])] {
        let times: Vec<Duration> = (0..rounds)
            .map(|_| {
                let (session, start) = Session::start(&args, home.path());
                session.frame_with("skilldeck").unwrap() - start
            })
            .collect();
        let slowest = times.iter().max().copied().unwrap_or_default();
        against_bar(&format!("first frame, {name} (median of {rounds}; slowest {slowest:.1?})"), median(times), FIRST_BAR);
    }

    let (mut session, start) = Session::start(&[users.to_str().unwrap()], home.path());
    let drawn = session.frame_with("contoso").unwrap();
    println!("open and drawn, 200,000 users: {:.0?}", drawn - start);
    session.quiet(Duration::from_millis(500));
    match session.naps() {
        None => println!("idle: not measured on this system"),
        Some(before) => {
            std::thread::sleep(Duration::from_secs(2));
            let naps = session.naps().unwrap_or(before) - before;
            println!("idle for 2 s: {naps} wake-ups (bar 0) {}", if naps == 0 { "ok" } else { "MISSED" });
        }
    }

    // Letters into the filter and out again; each waits for the list of the one before, so that an answer is its own.
    let mut times = Vec::new();
    session.key("/");
    session.quiet(Duration::from_millis(100));
    for _ in 0..if quick() { 1 } else { 6 } {
        for key in ["k", "o", "w", "a", "l", "s", "\x7f", "\x7f", "\x7f", "\x7f", "\x7f", "\x7f"] {
            times.extend(session.key(key));
            session.quiet(Duration::from_millis(120));
        }
    }
    times.sort_unstable();
    against_bar("key to frame, 200,000 users, p50", times[times.len() / 2], KEY_BAR);
    against_bar("key to frame, 200,000 users, p99", times[times.len() * 99 / 100], KEY_BAR);

    // The same in a hurry: the list of one letter is still computed when the next comes.
    let mut times = Vec::new();
    for key in ["k", "o", "w", "a", "l", "s", "\x7f", "\x7f", "\x7f", "\x7f", "\x7f", "\x7f"].repeat(if quick() { 1 } else { 6 }) {
        times.extend(session.key(key));
        // A fast typist's pause; what comes meanwhile is the list of this letter.
        let until = Instant::now() + Duration::from_millis(40);
        while session.output.recv_timeout(until.saturating_duration_since(Instant::now())).is_ok() {}
    }
    times.sort_unstable();
    against_bar("key to frame while filtering, p99", times[times.len() * 99 / 100], KEY_BAR);

    // And while the file is read again: what is open stays in the hand.
    for _ in 0..8 {
        session.key("\x1b");
        session.quiet(Duration::from_millis(120));
    }
    session.key("2");
    session.quiet(Duration::from_millis(200));
    let mut times = Vec::new();
    while times.len() < if quick() { 20 } else { 200 } {
        session.key("R");
        for key in ["j", "j", "k", "j", "k", "k", "j", "k"] {
            times.extend(session.key(key));
            let until = Instant::now() + Duration::from_millis(15);
            while session.output.recv_timeout(until.saturating_duration_since(Instant::now())).is_ok() {}
        }
        session.quiet(Duration::from_millis(900));
    }
    times.sort_unstable();
    against_bar("key to frame while the file is read again, p50", times[times.len() / 2], KEY_BAR);
    against_bar("key to frame while the file is read again, p99", times[times.len() * 99 / 100], KEY_BAR);
}
