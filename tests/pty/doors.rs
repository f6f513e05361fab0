//! The doors out: whichever is taken, the terminal is given back as it was.

use super::window::{Home, Window};

fn demo(home: &Home) -> Window {
    let mut window = home.run(&["demo"]);
    window.wait_for_the_report();
    window.is_taken();
    window
}

#[test]
fn ctrl_c_leaves_from_anywhere() {
    let home = Home::new();
    for (keys, text) in [("", "From listed to counting"), ("2/a", "/ a"), (":", "Commands"), ("?", "On this screen"), ("g", "never mind")] {
        let mut window = demo(&home);
        window.send(keys);
        window.wait_for(text);
        window.send("\u{3}");
        assert_eq!(window.wait_for_the_end(), 0, "{keys}");
        window.is_as_before();
    }
}

#[test]
fn signals_that_end_programs_end_it_in_order() {
    for signal in ["TERM", "HUP", "INT"] {
        let mut window = demo(&Home::new());
        window.signal(signal);
        assert_eq!(window.wait_for_the_end(), 0, "{signal}");
        window.is_as_before();
    }
}

#[test]
fn it_does_not_outlive_its_window() {
    let mut window = demo(&Home::new());
    window.close();
    window.wait_for_the_end();
}

#[test]
fn a_missing_file_is_said_and_left_by_q() {
    let mut window = Home::new().run(&["no such file.xlsx"]);
    window.wait_for("This file could not be opened");
    window.wait_for("there is no such file");
    // Esc has nothing to go back to and says so.
    window.send("\u{1b}");
    window.wait_for("There is nothing to go back to");
    window.send("q");
    assert_eq!(window.wait_for_the_end(), 0);
    window.is_as_before();
}

#[cfg(debug_assertions)]
const HEADER: &str =
    "Email,MCID,Associated to PMC,Associated to PC,Skill ID,Skill Completion Date,Relevant for Competencies (Option) or Programs";

/// A report of so many people, enough of them to be looked through by several threads.
#[cfg(debug_assertions)]
fn report(people: u32) -> String {
    let rows = (0..people).map(|n| format!("user{n}@contoso.example,{},Yes,No,AZ-104,2021-02-13,Cloud Platform (Azure)\n", 8_000_000 + n));
    format!("{HEADER}\n{}", rows.collect::<String>())
}

/// The reader stops after its first rows until it is told to give up: it cannot be faster than the keys.
#[cfg(debug_assertions)]
#[test]
fn esc_stops_the_reading_of_a_big_file() {
    let home = Home::new();
    let file = home.put("big.csv", report(2_000));
    let mut window = home.run_with(&[&file], &[("SKILLDECK_TEST_HOLD", "reader")]);
    window.wait_for("Opening");
    window.wait_for("big.csv");
    window.wait_for("255 rows read");
    window.send("?");
    window.wait_for("On this screen");
    window.send("\u{1b}");
    window.wait_until("the progress", |screen| !screen.contains("On this screen"));
    window.send("\u{1b}");
    assert_eq!(window.wait_for_the_end(), 0);
    window.is_as_before();
    assert!(!String::from_utf8_lossy(&window.written).contains("From listed"), "it was not read to its end");
}

/// A panic gives the terminal back before it says what happened.
#[cfg(debug_assertions)]
#[test]
fn a_panic_leaves_the_terminal_as_it_was() {
    let mut window = Home::new().run_with(&["demo"], &[("SKILLDECK_TEST_PANIC", "main")]);
    window.wait_for_the_report();
    window.send("j");
    assert_eq!(window.wait_for_the_end(), 101);
    window.is_as_before();
    let written = String::from_utf8_lossy(&window.written);
    let (left, said) = (written.rfind("\u{1b}[?1049l").unwrap(), written.find("asked to panic: main").expect("what happened"));
    assert!(left < said, "on the screen that stays");
}

/// One of a worker becomes a message, and the program goes on.
#[cfg(debug_assertions)]
#[test]
fn a_panic_of_a_worker_is_a_message() {
    let mut window = Home::new().run_with(&["demo"], &[("SKILLDECK_TEST_PANIC", "worker")]);
    window.wait_for_the_report();
    window.send("/w");
    window.wait_for("An internal error was caught.");
    window.send("\u{1b}");
    window.wait_until("the list without a prompt", |screen| !screen.contains("/ w"));
    window.send("1");
    window.wait_for("From listed to counting");
    window.send("q");
    assert_eq!(window.wait_for_the_end(), 0);
    window.is_as_before();
    assert!(!String::from_utf8_lossy(&window.written).contains("panicked"), "the screen is not written over");
}

/// What begins a frame is ended before the terminal is given back: else the terminal would show nothing of what follows.
#[cfg(debug_assertions)]
#[test]
fn a_panic_within_a_frame_leaves_the_terminal_as_it_was() {
    let mut window = Home::new().run_with(&["demo"], &[("SKILLDECK_TEST_PANIC", "draw")]);
    assert_eq!(window.wait_for_the_end(), 101);
    window.is_as_before();
    let written = String::from_utf8_lossy(&window.written);
    let (ended, said) = (written.find("\u{1b}[?2026l").unwrap(), written.find("asked to panic: draw").expect("what happened"));
    assert!(ended < said, "what is said is shown");
}

/// Workers start threads of their own: a panic of such a one is the worker's.
#[cfg(debug_assertions)]
#[test]
fn a_panic_of_a_thread_of_a_worker_is_a_message_too() {
    let home = Home::new();
    let file = home.put("many.csv", report(9_000));
    let mut window = home.run_with(&[&file], &[("SKILLDECK_TEST_PANIC", "filter")]);
    window.wait_for_the_report();
    window.send("/w");
    window.wait_for("An internal error was caught.");
    window.send("\u{1b}");
    window.wait_until("the list without a prompt", |screen| !screen.contains("/ w"));
    window.send("1");
    window.wait_for("From listed to counting");
    window.send("q");
    assert_eq!(window.wait_for_the_end(), 0);
    window.is_as_before();
    assert!(!String::from_utf8_lossy(&window.written).contains("panicked"), "the screen is not written over");
}

#[cfg(debug_assertions)]
#[test]
fn a_panic_of_a_thread_that_reads_is_a_file_that_cannot_be_opened() {
    for place in ["parser", "build"] {
        let home = Home::new();
        let file = home.put("many.csv", report(9));
        let mut window = home.run_with(&[&file], &[("SKILLDECK_TEST_PANIC", place)]);
        window.wait_for("This file could not be opened");
        window.is_taken();
        window.send("q");
        assert_eq!(window.wait_for_the_end(), 0, "{place}");
        window.is_as_before();
        assert!(!String::from_utf8_lossy(&window.written).contains("panicked"), "{place}");
    }
}
