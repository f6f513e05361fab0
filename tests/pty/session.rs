//! Sessions from the first frame to the last.

use super::window::Home;

const HEADER: &str = "First Name,Last Name,Email,MCID,Associated to PMC,Associated to PC,Skill Type,Skill Name,Skill ID,\
                      Skill Completion Date,Relevant for Competencies (Option) or Programs,Skill Expiration Date";

/// Two people, one heading that nobody knows.
fn small() -> String {
    format!(
        "{HEADER},Contact\nAïcha,Benali,aicha@contoso.example,8000015,Yes,No,Exam,Tents,TN-101,2021-02-13,Camping (Tents),,x\n\
         Bob,Stone,bob@contoso.example,8000016,No,Yes,Exam,Maps,TN-202,2020-11-25,Hiking,,y\n"
    )
}

#[test]
fn open_filter_drill_in_go_back_and_quit() {
    let home = Home::new();
    let mut window = home.run(&["demo"]);
    window.wait_for_the_report();
    window.is_taken();
    window.send("/weiss");
    window.wait_for("1 of 66 accounts");
    window.send("\r");
    window.wait_for("/weiss");
    window.send("\r");
    window.wait_for("Users › Jürgen Weiß");
    window.send("\r");
    window.wait_for("As it stands in the file");
    window.wait_for("Row 165");
    window.send("\u{1b}");
    window.wait_until("the person", |screen| !screen.contains("As it stands in the file"));
    window.send("\u{1b}");
    window.wait_for("1 of 66 accounts");
    window.send("\u{1b}");
    window.wait_for("66 accounts, 64 people");
    window.send("q");
    assert_eq!(window.wait_for_the_end(), 0);
    window.is_as_before();
    assert!(!home.path("data").exists(), "the sample leaves nothing behind");
}

#[test]
fn arrows_pages_and_function_keys_arrive() {
    let mut window = Home::new().run(&["demo"]);
    window.wait_for_the_report();
    window.send("2\u{1b}[B\u{1b}[B");
    window.wait_for("›   Ana Sofía");
    window.send("\u{1b}[F");
    window.wait_until("the last row", |screen| !screen.contains("Ana Sofía"));
    window.send("\u{1b}[H\u{1b}OP");
    window.wait_for("On this screen");
    window.send("\u{1b}");
    window.wait_for("›   Agnieszka");
    window.send("\u{1b}[6;5~");
    window.wait_for("Standing ·");
    window.send("\u{1b}[6;5~");
    window.wait_for("Only in the old portal");
    window.send("\u{1b}[6;5~");
    window.wait_for("13 columns");
    window.send("q");
    assert_eq!(window.wait_for_the_end(), 0);
}

/// The wheel and a click, as a terminal sends them.
#[test]
fn the_mouse_arrives_and_can_be_left_to_the_terminal() {
    let home = Home::new();
    let mut window = home.run(&["demo"]);
    window.wait_for_the_report();
    window.send("\u{1b}[<0;16;2M\u{1b}[<0;16;2m");
    window.wait_for("66 accounts, 64 people");
    window.send("\u{1b}[<65;10;10M");
    window.wait_for("› ● Arnaud Lefèvre");
    window.send("q");
    assert_eq!(window.wait_for_the_end(), 0);
    window.is_as_before();
    let mut window = home.run(&["demo", "--no-mouse"]);
    window.wait_for_the_report();
    assert!(!String::from_utf8_lossy(&window.written).contains("\u{1b}[?1000h"));
    window.send("q");
    window.wait_for_the_end();
}

#[test]
fn pasted_text_is_typed_and_not_obeyed() {
    let mut window = Home::new().run(&["demo"]);
    window.wait_for_the_report();
    // In the list it means nothing: neither q nor the line break is a key.
    window.send("2\u{1b}[200~q\r/q\u{1b}[201~");
    window.send("/\u{1b}[200~we\u{7}iss\r\n\u{1b}[201~");
    window.wait_for("/ we");
    window.send("\u{15}\u{1b}[200~weiss\u{1b}[201~");
    window.wait_for("1 of 66 accounts");
    window.send("\u{3}");
    assert_eq!(window.wait_for_the_end(), 0);
}

/// Colour or not, what stands in a cell is text: nothing of it is obeyed by the terminal.
#[test]
fn cells_do_nothing_to_the_terminal() {
    let home = Home::new();
    let nasty = "\u{1b}]0;owned\u{7}\u{1b}[2J\u{9b}31m\u{202e}";
    let file = home.put(
        "n\u{1b}[31masty.csv",
        format!("{HEADER}\n{nasty},{nasty},a@x.example,8000001,No,No,Exam,{nasty},{nasty},2021-01-01,{nasty},\n"),
    );
    let mut window = home.run(&[&file]);
    window.wait_for_the_report();
    for (keys, text) in
        [("2", "1 account, 1 person"), ("\r", "Users ›"), ("r", "As it stands in the file"), ("q", "Users ›"), ("7", "12 columns")]
    {
        window.send(keys);
        window.wait_for(text);
    }
    window.send("q");
    window.wait_for_the_end();
    let written = String::from_utf8_lossy(&window.written);
    for bad in ["\u{1b}]0;", "\u{9b}", "\u{202e}", "\u{1b}[31masty"] {
        assert!(!written.contains(bad), "{bad:?} reached the terminal");
    }
    assert!(written.contains("owned"), "its letters are shown");
}

#[test]
fn without_colour_no_colour_is_written() {
    for (args, env) in [(&["demo"][..], &[("NO_COLOR", "1")][..]), (&["demo", "--color", "never"], &[]), (&["demo"], &[("TERM", "dumb")])] {
        let mut window = Home::new().run_with(args, env);
        window.wait_for_the_report();
        for (keys, text) in [
            ("2", "Agnieszka"),
            ("/mar", "6 of 66"),
            ("\r\r", "Users ›"),
            ("?", "On this screen"),
            ("\u{1b}", "Users ›"),
            ("7", "13 columns"),
        ] {
            window.send(keys);
            window.wait_for(text);
        }
        window.send("q");
        window.wait_for_the_end();
        let colours: Vec<u16> = styles(&window.written).into_iter().filter(|n| matches!(n, 30..=38 | 40..=48 | 58 | 90..=107)).collect();
        assert_eq!(colours, [], "{args:?} {env:?}");
    }
    // The test has eyes: with colour there is some.
    let mut window = Home::new().run(&["demo"]);
    window.wait_for_the_report();
    window.send("q");
    window.wait_for_the_end();
    assert!(styles(&window.written).iter().any(|n| matches!(n, 30..=38)));
}

/// The numbers of all sequences that set styles.
fn styles(written: &[u8]) -> Vec<u16> {
    let text = String::from_utf8_lossy(written);
    let set = text.split("\u{1b}[").skip(1).filter_map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != ';' && c != ':')?;
        rest[end..].starts_with('m').then(|| rest[..end].to_owned())
    });
    set.flat_map(|numbers| numbers.split([';', ':']).filter_map(|n| n.parse().ok()).collect::<Vec<u16>>()).collect()
}

#[test]
fn a_window_may_be_dragged_to_any_size() {
    let mut window = Home::new().run(&["demo"]);
    window.wait_for_the_report();
    window.send("2\r");
    window.wait_for("Users ›");
    for step in 0..60u16 {
        window.resize((80 - step).max(1), (24u16.saturating_sub(step)).max(1));
    }
    window.resize(1, 1);
    for step in 1..50u16 {
        window.resize(step * 4, step);
    }
    window.resize(120, 36);
    window.wait_for("Users › Agnieszka Pawłowska");
    window.wait_for("q quit");
    window.resize(30, 6);
    window.wait_for("larger");
    window.resize(80, 24);
    window.wait_for("Partner Center");
    window.wait_for("q quit");
    window.send("Q");
    assert_eq!(window.wait_for_the_end(), 0);
    window.is_as_before();
}

/// Only what changed is written; nothing of an earlier frame is left standing, also where characters take two columns.
#[test]
fn nothing_of_an_earlier_frame_is_left() {
    let mut window = Home::new().run(&["demo"]);
    window.wait_for_the_report();
    let texts = [
        "Users · 66 accounts",
        "9 of 66",
        "5 of 66",
        "2 of 66",
        "1 of 66",
        "/wei",
        "Users › 伟 李",
        "On this screen",
        "Users › 伟 李",
        "13 columns",
    ];
    for (keys, text) in ["2", "/w", "e", "i", " l", "\r", "\r", "?", "\u{1b}", "7"].into_iter().zip(texts) {
        window.send(keys);
        window.wait_for(text);
        let shown = window.screen();
        // Another size and back: the whole screen is drawn anew.
        window.resize(81, 25);
        window.wait_until("the larger window", |screen| screen != shown);
        window.resize(80, 24);
        window.wait_until(&format!("the same screen as before: {shown}"), |screen| screen == shown);
    }
    window.send("Q");
    assert_eq!(window.wait_for_the_end(), 0);
}

#[test]
fn a_mapping_by_hand_is_kept_for_the_next_time() {
    let home = Home::new();
    let file = home.put("report.csv", small());
    let mut window = home.run(&[&file]);
    window.wait_for_the_report();
    window.send("7G\r");
    window.wait_for("What is “Contact”?");
    window.send("jjjjj\r");
    window.wait_for("Mapping kept.");
    window.wait_for("mapped by you");
    window.send("q");
    assert_eq!(window.wait_for_the_end(), 0);
    assert!(std::fs::read_to_string(home.path("data/columns.json")).unwrap().contains("Contact"));
    let mut window = home.run(&[&file]);
    window.wait_for_the_report();
    window.send("7G");
    window.wait_for("mapped by you");
    window.send("q");
    window.wait_for_the_end();
}

/// A folder that cannot be written is said; the session goes on with what was chosen.
#[test]
fn a_mapping_that_cannot_be_kept_is_said_and_holds_for_the_session() {
    let home = Home::new();
    let file = home.put("report.csv", small());
    let no_folder = home.put("a file", "");
    let mut window = home.run_with(&[&file], &[("SKILLDECK_DATA_DIR", &format!("{no_folder}/data"))]);
    window.wait_for_the_report();
    window.send("7G\r");
    window.wait_for("What is “Contact”?");
    window.send("jjjjj\r");
    window.wait_for("could not be kept");
    window.wait_for("mapped by you");
    window.send("q");
    assert_eq!(window.wait_for_the_end(), 0);
    window.is_as_before();
}

/// What was entered and cannot be read is said, and stays where it is.
#[test]
fn what_was_entered_and_is_damaged_is_said() {
    let home = Home::new();
    let file = home.put("report.csv", small());
    std::fs::create_dir_all(home.path("data/entered")).unwrap();
    let kept = home.path("data/entered/contoso.example.json");
    std::fs::write(&kept, "{ not json").unwrap();
    let mut window = home.run(&[&file]);
    window.wait_for("From listed to counting");
    window.wait_for("contoso.example.json");
    window.send("Q");
    assert_eq!(window.wait_for_the_end(), 0);
    assert_eq!(std::fs::read_to_string(&kept).unwrap(), "{ not json");
}

/// What was entered is kept before the program ends, however soon that is, and is there in the next session.
#[test]
fn what_is_entered_outlasts_the_session() {
    let home = Home::new();
    let file = home.put("report.csv", small());
    let mut window = home.run(&[&file]);
    window.wait_for_the_report();
    window.send("3ic");
    window.wait_for("Your company");
    // Leaving at once is leaving with it.
    window.send("s\rq");
    assert_eq!(window.wait_for_the_end(), 0);
    let kept: Vec<String> = std::fs::read_dir(home.path("data").join("entered"))
        .unwrap()
        .filter_map(|entry| std::fs::read_to_string(entry.unwrap().path()).ok())
        .filter(|text| text.contains("smb"))
        .collect();
    assert_eq!(kept.len(), 1);
    let mut window = home.run(&[&file]);
    window.wait_for_the_report();
    window.send("ii");
    window.wait_for("Track: SMB");
    window.send("\u{1b}[3~");
    window.wait_until("the list without it", |screen| !screen.contains("Track: SMB"));
    window.send("qq");
    assert_eq!(window.wait_for_the_end(), 0);
}

/// Where nothing is to be left behind, it holds for the session.
#[test]
fn without_state_what_is_entered_is_forgotten() {
    let home = Home::new();
    let file = home.put("report.csv", small());
    let mut window = home.run(&["--no-state", &file]);
    window.wait_for_the_report();
    window.send("3ics\r");
    window.wait_for("Kept until you leave");
    window.send("ii");
    window.wait_for("Track: SMB");
    window.send("qq");
    assert_eq!(window.wait_for_the_end(), 0);
    assert!(!home.path("data").exists());
}
