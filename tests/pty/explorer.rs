//! What only a real terminal shows: the clipboard, the start, files that change, the shell, the mouse.

use base64::Engine as _;

use super::window::{Home, Window};

const HEADER: &str = "First Name,Last Name,Email,MCID,Associated to PMC,Associated to PC,Skill Type,Skill Name,Skill ID,\
                      Skill Completion Date,Relevant for Competencies (Option) or Programs,Skill Expiration Date";

/// A report of these people.
fn report(names: &[&str]) -> String {
    let rows = names.iter().enumerate().map(|(at, name)| {
        format!("{name},Benali,{name}@contoso.example,800001{at},Yes,No,Exam,Tents,TN-101,2021-02-13,Camping (Tents),\n")
    });
    format!("{HEADER}\n{}", rows.collect::<String>())
}

fn users(home: &Home, path: &str, env: &[(&str, &str)]) -> Window {
    let mut window = home.run_with(&[path], env);
    window.wait_for_the_report();
    window.send("2");
    window.wait_for("Users · ");
    window
}

/// What was handed to the terminal's clipboard.
fn handed_over(window: &Window) -> Option<String> {
    let written = String::from_utf8_lossy(&window.written);
    let (_, rest) = written.split_once("\u{1b}]52;c;")?;
    let (encoded, _) = rest.split_once('\u{7}')?;
    Some(String::from_utf8(base64::engine::general_purpose::STANDARD.decode(encoded).unwrap()).unwrap())
}

#[test]
fn over_ssh_a_copy_goes_by_way_of_the_terminal() {
    let home = Home::new();
    let path = home.put("report.csv", report(&["Aïcha", "Bob"]));
    let mut window = users(&home, &path, &[("SSH_CONNECTION", "10.0.0.1 1 10.0.0.2 22")]);
    window.send("yc");
    window.wait_for("OSC 52");
    assert_eq!(handed_over(&window).as_deref(), Some("Aïcha Benali"));
    window.send("q");
    assert_eq!(window.wait_for_the_end(), 0);
}

#[test]
fn without_any_clipboard_a_copy_is_in_a_file_that_is_named() {
    let home = Home::new();
    let path = home.put("report.csv", report(&["Aïcha"]));
    let mut window = users(&home, &path, &[("SKILLDECK_CLIPBOARD", "file")]);
    window.send("yc");
    window.wait_for("No clipboard takes this");
    assert_eq!(std::fs::read_to_string(home.path("data").join("clipboard.txt")).unwrap(), "Aïcha Benali");
    assert_eq!(handed_over(&window), None);
}

#[test]
fn the_start_offers_downloads_and_remembers_what_was_opened() {
    let home = Home::new();
    std::fs::create_dir(home.path("downloads")).unwrap();
    std::fs::write(home.path("downloads").join("skills.csv"), report(&["Aïcha"])).unwrap();
    std::fs::write(home.path("downloads").join("skills.csv.crdownload"), report(&["Bob"])).unwrap();
    let mut window = home.run(&[]);
    window.wait_for("› skills.csv");
    assert!(!window.screen().contains("crdownload"));
    window.send("\r");
    window.wait_for_the_report();
    // It is kept after the report is shown.
    let recent = home.path("data").join("recent.json");
    window.wait_for_outside("the choice is kept", || std::fs::read_to_string(&recent).is_ok_and(|text| text.contains("skills.csv")));
    window.send("q");
    assert_eq!(window.wait_for_the_end(), 0);
    let mut window = home.run(&[]);
    window.wait_for("Opened before");
    window.send("q");
    assert_eq!(window.wait_for_the_end(), 0);
    window.is_as_before();
}

#[test]
fn a_change_on_disk_is_told_and_read_when_it_is_wanted() {
    let home = Home::new();
    let path = home.put("report.csv", report(&["Aïcha", "Bob"]));
    let mut window = users(&home, &path, &[]);
    window.send("j");
    window.wait_for("› ✗ Bob");
    home.put("report.csv", report(&["Zoé", "Bob", "Carl"]));
    window.wait_for("changed on disk");
    assert!(window.screen().contains("2 accounts"), "what is shown is what was read");
    window.send("R");
    window.wait_for("3 accounts");
    window.wait_for("› ✗ Bob");
    window.wait_until("the note is gone", |screen| !screen.contains("changed on disk"));
}

/// One that was emptied and put right, say by a download that goes on.
#[test]
fn a_file_that_could_not_be_read_again_is_watched_all_the_same() {
    let home = Home::new();
    let path = home.put("report.csv", report(&["Aïcha", "Bob"]));
    let mut window = users(&home, &path, &[]);
    home.put("report.csv", "");
    window.wait_for("changed on disk");
    window.send("R");
    window.wait_for("is empty");
    window.send("\u{1b}");
    // What is shown is still not what is on disk, and the title goes on saying so.
    window.wait_until("the list", |screen| !screen.contains("is empty") && screen.contains("R reads it again"));
    home.put("report.csv", report(&["Aïcha", "Bob", "Carl"]));
    window.wait_for("A file that is open was changed");
    window.send("R");
    window.wait_for("3 accounts");
}

#[cfg(debug_assertions)]
#[test]
fn a_change_during_the_first_reading_is_told() {
    let home = Home::new();
    let path = home.put("report.csv", report(&["Aïcha", "Bob"]));
    let go = home.path("go").to_string_lossy().into_owned();
    let mut window = home.run_with(&[&path], &[("SKILLDECK_TEST_HOLD", "reader"), ("SKILLDECK_TEST_GO", &go)]);
    window.wait_for("2 rows read");
    home.put("report.csv", report(&["Aïcha", "Bob", "Carl"]));
    home.put("go", "");
    window.wait_for_the_report();
    window.wait_for("changed on disk");
}

#[test]
fn it_makes_way_for_the_shell_and_comes_back() {
    let home = Home::new();
    let path = home.put("report.csv", report(&["Aïcha", "Bob"]));
    let mut shell = home.shell();
    shell.wait_for("shell>");
    shell.send(&format!("'{}' '{path}'\r", env!("CARGO_BIN_EXE_skilldeck")));
    shell.wait_for_the_report();
    shell.send("2j");
    shell.wait_for("› ✗ Bob");
    shell.send("\u{1a}");
    shell.wait_until("the shell", |screen| screen.contains("Stopped") && screen.contains("shell>"));
    shell.is_given_back();
    shell.resize(100, 30);
    shell.send("fg\r");
    shell.wait_for("› ✗ Bob");
    shell.wait_for("q quit");
    shell.is_taken();
    shell.send("q");
    shell.wait_until("the shell", |screen| !screen.contains("› ✗ Bob"));
    shell.is_given_back();
}

#[test]
fn the_language_that_was_chosen_is_that_of_the_next_session() {
    let home = Home::new();
    let path = home.put("report.csv", report(&["Aïcha"]));
    let nothing_said = [("SKILLDECK_LANG", "")];
    let mut window = home.run_with(&[&path], &nothing_said);
    window.wait_for_the_report();
    window.send("L");
    window.wait_for("q quitter");
    let kept = home.path("data").join("recent.json");
    window
        .wait_for_outside("the choice is kept", || std::fs::read_to_string(&kept).is_ok_and(|text| text.contains("\"language\": \"fr\"")));
    window.send("q");
    assert_eq!(window.wait_for_the_end(), 0);
    home.run_with(&[&path], &nothing_said).wait_for("q quitter");
    home.run_with(&[&path], &[("SKILLDECK_LANG", "en")]).wait_for("q quit\n");
    home.run_with(&["--lang", "en", &path], &nothing_said).wait_for("q quit\n");
    home.run_with(&["--no-state", &path], &nothing_said).wait_for("q quit\n");
    home.put("config.toml", "language = \"en\"");
    home.run_with(&[&path], &nothing_said).wait_for("q quit\n");
}

#[test]
fn keys_typed_before_the_first_frame_are_not_lost() {
    let home = Home::new();
    let path = home.put("report.csv", report(&["Aïcha", "Bob"]));
    let mut window = home.run(&[&path]);
    window.send("2/bob\r");
    window.wait_for("1 of 2 accounts");
}

#[test]
fn the_mouse_selects_sorts_and_opens_and_can_be_left_alone() {
    let home = Home::new();
    let path = home.put("report.csv", report(&["Aïcha", "Bob", "Carl"]));
    let mut window = users(&home, &path, &[]);
    let click = |window: &mut Window, text: &str| {
        let screen = window.screen();
        let (row, line) = screen.lines().enumerate().find(|(_, line)| line.contains(text)).unwrap();
        let column = line.split(text).next().unwrap().chars().count() + 1;
        window.send(&format!("\u{1b}[<0;{column};{}M", row + 1));
    };
    click(&mut window, "Name▲");
    window.wait_for("Name▲");
    click(&mut window, "Name▲");
    window.wait_for("Name▼");
    click(&mut window, "Bob");
    window.wait_for("› ✗ Bob");
    click(&mut window, "7 File read");
    window.wait_for("12 columns");
    window.send("\u{1b}[<65;10;10M");
    window.wait_until("the wheel", |screen| !screen.contains("› First Name"));
    let mut window = home.run(&["--no-mouse", &path]);
    window.wait_for_the_report();
    assert!(!String::from_utf8_lossy(&window.written).contains("?1000h"));
}
