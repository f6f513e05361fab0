//! The clipboard: the system's own, over SSH the terminal's, and a file where neither can be had.
//!
//! Calls to the system's clipboard may wait for other programs, so all this is for a worker thread. What the terminal is to
//! do comes back as text, because only the thread that draws may write to it.

use std::ffi::OsString;
use std::io::Write;
use std::panic::AssertUnwindSafe;
use std::path::PathBuf;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::config;

/// Most characters of base64 that are sent to a terminal: many cut or drop more without saying so.
const MAX_OSC_52: usize = 100_000;
/// Name of the file in the data folder.
const FILE: &str = "clipboard.txt";

/// What is copied.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// As text.
    pub text: String,
    /// As a piece of a web page too, for programs that paste tables.
    pub html: Option<String>,
}

/// Where something was copied to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// The system's clipboard.
    System,
    /// The terminal's: this is to be written to it by the thread that draws. Whether it obeys cannot be known.
    Terminal(String),
    /// A file, readable by the user alone.
    File(PathBuf),
}

/// Where something may be copied to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The system's clipboard.
    System,
    /// The terminal's, by an escape sequence (OSC 52).
    Terminal,
    /// A file.
    File,
}

/// What the surroundings are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Environment {
    /// The terminal is on another machine, and this machine's clipboard is not the user's.
    pub ssh: bool,
    /// There is a desktop whose clipboard can be reached.
    pub display: bool,
    /// The terminal knows no escape sequences for this.
    pub dumb: bool,
    /// Between here and the terminal stands tmux, which passes on what is copied only with `set -g set-clipboard on`.
    pub tmux: bool,
    /// The folder for the file; the system's folder for temporary files where there is none.
    pub data_dir: Option<PathBuf>,
    /// The one that the user wants: `SKILLDECK_CLIPBOARD=system`, `terminal` or `file`.
    pub forced: Option<Target>,
}

impl Environment {
    /// The surroundings of this process.
    ///
    /// `SSH_CONNECTION`, `SSH_TTY` and `SSH_CLIENT` tell of SSH; `DISPLAY` and `WAYLAND_DISPLAY` of a desktop, except on
    /// Windows and macOS, where there always is one; `TERM` of the terminal, `TMUX` of tmux. `SKILLDECK_CLIPBOARD` set to
    /// `system`, `terminal` or `file` goes before all of them.
    #[must_use]
    pub fn of_process() -> Environment {
        let always = !cfg!(unix) || cfg!(target_os = "macos");
        Environment { data_dir: config::data_dir(), ..Environment::of(|name| std::env::var_os(name), always) }
    }

    /// The surroundings that variables tell of. `desktop`: there is one whatever they say.
    fn of(variable: impl Fn(&str) -> Option<OsString>, desktop: bool) -> Environment {
        // An empty variable is as good as none.
        let value = |name: &str| variable(name).filter(|v| !v.is_empty());
        let any = |names: &[&str]| names.iter().any(|name| value(name).is_some());
        let forced = value("SKILLDECK_CLIPBOARD").and_then(|asked| match asked.to_str()?.to_ascii_lowercase().as_str() {
            "system" => Some(Target::System),
            "terminal" => Some(Target::Terminal),
            "file" => Some(Target::File),
            _ => None,
        });
        Environment {
            ssh: any(&["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"]),
            display: desktop || any(&["DISPLAY", "WAYLAND_DISPLAY"]),
            dumb: value("TERM").is_some_and(|term| term == "dumb" || term == "linux"),
            tmux: any(&["TMUX"]),
            data_dir: None,
            forced,
        }
    }
}

/// Where to copy to, the best first; the next is for when one fails. Over SSH the clipboard of this machine is none of the
/// user's, so it is not even tried.
#[must_use]
pub fn decide(env: &Environment, content: &Content) -> Vec<Target> {
    let fits = encoded_len(&content.text) <= MAX_OSC_52;
    match env.forced {
        Some(Target::Terminal) if !fits => return vec![Target::File],
        Some(forced) => return vec![forced],
        None => {}
    }
    let system = (!env.ssh && env.display).then_some(Target::System);
    let terminal = (!env.dumb && fits).then_some(Target::Terminal);
    system.into_iter().chain(terminal).chain([Target::File]).collect()
}

/// How long text is in base64.
fn encoded_len(text: &str) -> usize {
    text.len().div_ceil(3) * 4
}

/// The sequence that puts text on the terminal's clipboard.
#[must_use]
pub fn osc_52(text: &str) -> String {
    format!("\x1b]52;c;{}\x07", STANDARD.encode(text))
}

/// Copies, and keeps what was copied: on X11 it is gone with the object that put it there.
pub struct Clipboard {
    env: Environment,
    system: Option<arboard::Clipboard>,
}

impl std::fmt::Debug for Clipboard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Clipboard").field("env", &self.env).field("open", &self.system.is_some()).finish()
    }
}

impl Clipboard {
    /// A clipboard for these surroundings. Nothing is opened before the first copy.
    #[must_use]
    pub fn new(env: Environment) -> Clipboard {
        Clipboard { env, system: None }
    }

    /// The surroundings that it goes by.
    #[must_use]
    pub fn environment(&self) -> &Environment {
        &self.env
    }

    /// Copies by the first way that works.
    ///
    /// # Errors
    /// What the last way said, when none works.
    pub fn copy(&mut self, content: &Content) -> Result<Way, String> {
        let system = &mut self.system;
        copy_by(&self.env, content, &mut |content| to_system(system, content))
    }
}

/// Copies, given how the system's clipboard is reached.
fn copy_by(env: &Environment, content: &Content, system: &mut dyn FnMut(&Content) -> Result<(), String>) -> Result<Way, String> {
    let mut failed = String::new();
    for target in decide(env, content) {
        let outcome = match target {
            Target::System => system(content).map(|()| Way::System),
            Target::Terminal => Ok(Way::Terminal(osc_52(&content.text))),
            Target::File => to_file(env, content).map(Way::File),
        };
        match outcome {
            Ok(way) => return Ok(way),
            Err(error) => failed = error,
        }
    }
    Err(failed)
}

fn to_system(kept: &mut Option<arboard::Clipboard>, content: &Content) -> Result<(), String> {
    // One that worked before may have lost its desktop: a new one is tried once.
    if let Some(mut clipboard) = kept.take()
        && guarded(|| put(&mut clipboard, content)).is_ok()
    {
        *kept = Some(clipboard);
        return Ok(());
    }
    let mut clipboard = guarded(arboard::Clipboard::new)?;
    guarded(|| put(&mut clipboard, content))?;
    *kept = Some(clipboard);
    Ok(())
}

fn put(clipboard: &mut arboard::Clipboard, content: &Content) -> Result<(), arboard::Error> {
    match &content.html {
        Some(html) => clipboard.set_html(html.as_str(), Some(content.text.as_str())),
        None => clipboard.set_text(content.text.as_str()),
    }
}

/// The system's libraries panic on some odd desktops: that is a failure like others, and the next way is tried.
fn guarded<T>(call: impl FnOnce() -> Result<T, arboard::Error>) -> Result<T, String> {
    match std::panic::catch_unwind(AssertUnwindSafe(call)) {
        Ok(outcome) => outcome.map_err(|error| error.to_string()),
        Err(_) => Err("internal error".to_owned()),
    }
}

/// Writes the text to the data folder, else to a new file among the temporary ones. The user alone may read it.
fn to_file(env: &Environment, content: &Content) -> Result<PathBuf, String> {
    if let Some(folder) = &env.data_dir {
        let path = folder.join(FILE);
        if config::write_atomically(&path, content.text.as_bytes()).is_ok() {
            return Ok(path);
        }
    }
    // Its name is made up: one that is known could be another user's.
    let temporary = || -> std::io::Result<PathBuf> {
        let mut file = tempfile::Builder::new().prefix("skilldeck-clipboard-").suffix(".txt").tempfile()?;
        file.write_all(content.text.as_bytes())?;
        let (_, path) = file.keep().map_err(|e| e.error)?;
        Ok(path)
    };
    temporary().map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    fn content(text: &str) -> Content {
        Content { text: text.to_owned(), html: None }
    }

    fn env(variables: &[(&str, &str)]) -> Environment {
        let variable = |name: &str| variables.iter().find(|(n, _)| *n == name).map(|(_, v)| OsString::from(v));
        Environment::of(variable, false)
    }

    #[rstest]
    #[case::desktop(&[("DISPLAY", ":0"), ("TERM", "xterm-256color")], &[Target::System, Target::Terminal, Target::File])]
    #[case::wayland(&[("WAYLAND_DISPLAY", "wayland-0")], &[Target::System, Target::Terminal, Target::File])]
    #[case::no_desktop(&[("TERM", "xterm")], &[Target::Terminal, Target::File])]
    #[case::console(&[("TERM", "linux")], &[Target::File])]
    #[case::dumb(&[("TERM", "dumb"), ("DISPLAY", ":0")], &[Target::System, Target::File])]
    #[case::ssh(&[("SSH_CONNECTION", "1"), ("DISPLAY", "localhost:10.0")], &[Target::Terminal, Target::File])]
    #[case::ssh_tty(&[("SSH_TTY", "pts/1"), ("TERM", "dumb")], &[Target::File])]
    #[case::empty_is_none(&[("SSH_TTY", ""), ("DISPLAY", "")], &[Target::Terminal, Target::File])]
    #[case::forced_system(&[("SKILLDECK_CLIPBOARD", "system"), ("SSH_TTY", "pts/1")], &[Target::System])]
    #[case::forced_terminal(&[("SKILLDECK_CLIPBOARD", "Terminal"), ("TERM", "dumb")], &[Target::Terminal])]
    #[case::forced_file(&[("SKILLDECK_CLIPBOARD", "file"), ("DISPLAY", ":0")], &[Target::File])]
    #[case::unknown(&[("SKILLDECK_CLIPBOARD", "printer")], &[Target::Terminal, Target::File])]
    fn the_way_follows_the_surroundings(#[case] variables: &[(&str, &str)], #[case] ways: &[Target]) {
        assert_eq!(decide(&env(variables), &content("x")), ways);
    }

    #[test]
    fn what_a_terminal_would_cut_goes_to_a_file() {
        let ssh = env(&[("SSH_TTY", "pts/1")]);
        assert_eq!(decide(&ssh, &content(&"x".repeat(75_000))), [Target::Terminal, Target::File]);
        assert_eq!(decide(&ssh, &content(&"x".repeat(75_001))), [Target::File]);
        let forced = Environment { forced: Some(Target::Terminal), ..ssh };
        assert_eq!(decide(&forced, &content(&"x".repeat(75_001))), [Target::File]);
    }

    #[test]
    fn a_desktop_is_always_there_on_some_systems() {
        assert!(Environment::of(|_| None, true).display);
        assert!(env(&[("TMUX", "socket,1,0")]).tmux);
    }

    #[test]
    fn when_the_system_refuses_the_next_way_is_taken() {
        let desktop = env(&[("DISPLAY", ":0")]);
        let mut seen = Vec::new();
        let way = copy_by(&desktop, &content("a"), &mut |c| {
            seen.push(c.clone());
            Ok(())
        });
        assert_eq!((way, seen), (Ok(Way::System), vec![content("a")]));
        let way = copy_by(&desktop, &content("a"), &mut |_| Err("no".to_owned()));
        assert_eq!(way, Ok(Way::Terminal("\x1b]52;c;YQ==\x07".to_owned())));
        let forced = Environment { forced: Some(Target::System), ..desktop };
        assert_eq!(copy_by(&forced, &content("a"), &mut |_| Err("no".to_owned())), Err("no".to_owned()));
    }

    #[test]
    fn a_file_holds_the_text_and_is_the_users_alone() {
        let folder = tempfile::tempdir().unwrap();
        let env = Environment { data_dir: Some(folder.path().join("data")), dumb: true, ..Environment::default() };
        for text in ["é\tx", "second"] {
            let way = copy_by(&env, &content(text), &mut |_| panic!("there is no desktop")).unwrap();
            let path = folder.path().join("data").join("clipboard.txt");
            assert_eq!(way, Way::File(path.clone()));
            assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
            #[cfg(unix)]
            {
                use std::os::unix::fs::PermissionsExt;
                assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
            }
        }
    }

    #[test]
    fn without_a_data_folder_a_temporary_file_is_kept() {
        let blocked = tempfile::NamedTempFile::new().unwrap();
        for data_dir in [None, Some(blocked.path().join("below a file"))] {
            let env = Environment { data_dir, forced: Some(Target::File), ..Environment::default() };
            let Ok(Way::File(path)) = copy_by(&env, &content("x"), &mut |_| Ok(())) else { panic!("a file") };
            assert_eq!(std::fs::read_to_string(&path).unwrap(), "x");
            std::fs::remove_file(path).unwrap();
        }
    }

    #[test]
    fn panics_of_libraries_are_failures() {
        let outcome = guarded::<()>(|| panic!("odd desktop"));
        assert_eq!(outcome, Err("internal error".to_owned()));
    }

    /// A worker keeps it between copies.
    #[test]
    fn it_may_go_to_another_thread() {
        fn sendable<T: Send>(_: &T) {}
        sendable(&Clipboard::new(Environment::default()));
    }

    proptest! {
        /// Whatever stands in a cell, between the sequence's begin and end there is nothing but base64.
        #[test]
        fn no_text_breaks_out_of_the_sequence(text in any::<String>()) {
            let sequence = osc_52(&text);
            let inside = sequence.strip_prefix("\x1b]52;c;").and_then(|s| s.strip_suffix('\x07')).unwrap();
            prop_assert!(inside.bytes().all(|b| b.is_ascii_alphanumeric() || b"+/=".contains(&b)));
            prop_assert_eq!(inside.len(), encoded_len(&text));
            prop_assert_eq!(STANDARD.decode(inside).unwrap(), text.as_bytes());
        }
    }
}
