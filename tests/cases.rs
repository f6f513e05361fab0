//! Programs that are killed while they write: nothing that was acknowledged is lost, and the file can always be read.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may panic: that is how it fails

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use chrono::TimeDelta;
use skilldeck::cases::{Case, Change, Entry, Id, Matter, Person, Store, Time, What, Who};

/// The file to change; the program that finds it is one of those that are to be killed.
const FILE: &str = "SKILLDECK_TEST_CASES";
/// So many folders, and so many kills in each: files that grow for long are slow.
const ROUNDS: usize = 10;
const KILLS: usize = 20;
const COMPANY: &str = "contoso.example";

fn noon() -> Time {
    "2021-05-19T12:00:00Z".parse().unwrap()
}

/// One of those that are to be killed: it puts entries there and takes some away again, and says what it has done when it is
/// done.
#[test]
fn a_program_that_changes_things() {
    let Some(folder) = std::env::var_os(FILE) else { return };
    let store = Store::in_folder(folder.into());
    let mut out = std::io::stdout();
    for number in 0i64.. {
        let who = match number % 3 {
            0 => Who::Company,
            1 => Who::Person(Person::typed("Ana", "ana@contoso.example", "")),
            _ => Who::Person(Person::typed("Bo", "bo@contoso.example", "")),
        };
        let entry = Entry::new(noon() + TimeDelta::seconds(number), Some(Matter::checklist("limit")), What::Note("noted".repeat(20)));
        let put = Change::Put { case: Id::fresh(), who, entry: Box::new(entry) };
        // What is begun and not acknowledged may be there or not.
        let mut say = |what: &str| {
            writeln!(out, "\u{1}{what} {}", put.entry().id).unwrap();
            out.flush().unwrap();
        };
        store.change(COMPANY, std::slice::from_ref(&put)).unwrap();
        say("put");
        if number % 4 == 3 {
            say("taking");
            store.change(COMPANY, &[put.back()]).unwrap();
            say("taken");
        }
    }
}

/// What one program said before it was killed.
fn heard(line: &str, said: &mut BTreeMap<String, String>) {
    // The test harness writes into the same line what it has to say.
    let Some((_, line)) = line.split_once('\u{1}') else { return };
    let Some((what, id)) = line.trim_end().split_once(' ') else { return };
    said.insert(id.to_owned(), what.to_owned());
}

struct Writer {
    child: Child,
    lines: Receiver<String>,
}

impl Writer {
    fn start(folder: &Path) -> Writer {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--exact", "a_program_that_changes_things", "--nocapture", "--test-threads=1"]);
        let mut child = command.env(FILE, folder).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let (send, lines) = channel();
        std::thread::spawn(move || {
            // The last line may be half of one: that is not said.
            let mut out = out;
            let mut line = String::new();
            while out.read_line(&mut line).is_ok_and(|read| read > 0) && line.ends_with('\n') {
                if send.send(std::mem::take(&mut line)).is_err() {
                    break;
                }
            }
        });
        Writer { child, lines }
    }

    /// Waits until it has said something, lets it live so long yet, and kills it.
    fn kill_after(mut self, more: Duration, said: &mut BTreeMap<String, String>) {
        loop {
            let line = self.lines.recv_timeout(Duration::from_secs(60)).expect("it says nothing");
            heard(&line, said);
            if line.contains('\u{1}') {
                break;
            }
        }
        std::thread::sleep(more);
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        self.lines.iter().for_each(|line| heard(&line, said));
    }
}

/// The entries of the file. Whoever reads understands it, whatever others do.
fn entries(store: &Store) -> BTreeSet<String> {
    let look = store.look(COMPANY);
    assert_eq!(look.trouble, None);
    let all = |case: &Case| case.log.iter().map(|entry| entry.id.to_string()).collect::<Vec<_>>();
    look.value.cases.iter().flat_map(all).collect()
}

fn check(said: &BTreeMap<String, String>, there: &BTreeSet<String>) {
    for (id, what) in said {
        match what.as_str() {
            "put" => assert!(there.contains(id), "what was put there is lost"),
            "taken" => assert!(!there.contains(id), "what was taken away is back"),
            _ => {}
        }
    }
}

/// Two programs at any time, each followed by the next when it was killed; and somebody who reads all the while.
fn round() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::in_folder(folder.path().to_owned());
    let kills = AtomicUsize::new(0);
    let is_over = AtomicBool::new(false);
    let all_said = std::thread::scope(|scope| {
        let reader = scope.spawn(|| {
            while !is_over.load(Ordering::Relaxed) {
                entries(&store);
                std::thread::yield_now();
            }
        });
        let kill = || {
            let mut all_said = BTreeMap::new();
            while kills.fetch_add(1, Ordering::Relaxed) < KILLS {
                let mut said = BTreeMap::new();
                let chance = RandomState::new().build_hasher().finish();
                Writer::start(folder.path()).kill_after(Duration::from_micros(chance % 15_000), &mut said);
                check(&said, &entries(&store));
                all_said.extend(said);
            }
            all_said
        };
        let killers = [scope.spawn(kill), scope.spawn(kill)];
        let ended = killers.map(std::thread::ScopedJoinHandle::join);
        is_over.store(true, Ordering::Relaxed);
        reader.join().unwrap();
        ended.into_iter().flat_map(|said| said.unwrap()).collect::<BTreeMap<_, _>>()
    });
    assert!(all_said.len() >= KILLS, "each has said something: {}", all_said.len());
    // The next change clears away what was left half done.
    let entry = Box::new(Entry::new(noon(), None, What::Note("last".to_owned())));
    store.change(COMPANY, &[Change::Put { case: Id::fresh(), who: Who::Company, entry }]).unwrap();
    check(&all_said, &entries(&store));
    let names = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(names.collect::<BTreeSet<_>>(), BTreeSet::from(["contoso.example.json", "contoso.example.lock"].map(str::to_owned)));
}

#[test]
fn nothing_is_lost_by_those_that_are_killed() {
    for _ in 0..ROUNDS {
        round();
    }
}
