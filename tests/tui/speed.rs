//! What a frame costs does not grow with what is open: only what is in sight is built.

use std::time::{Duration, Instant};

use skilldeck::tui::marks::Marks;

use super::deck::{Deck, named};
use super::files;

/// The least time in which a key and its frame were done.
fn key_and_frame(deck: &mut Deck, keys: [&str; 2]) -> Duration {
    let mut time = |key: &str| {
        let start = Instant::now();
        deck.press(key);
        start.elapsed()
    };
    (0..5).flat_map(|_| keys.map(&mut time)).min().unwrap()
}

/// One MCID: some skills of one account, and as many other accounts.
fn one_person(times: usize) -> Deck {
    let mut rows = Vec::new();
    for number in 0..times {
        rows.push(format!("Ana,Lopez,ana@x.example,8000015,Yes,Yes,Exam,Skill {number},TN-{number},2021-02-13,Camping (Tents),"));
        rows.push(format!("Ana,Lopez,ana{number}@x.example,8000015,Yes,Yes,,,,,,"));
    }
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    Deck::open(vec![named("one.csv", files::report(&rows))])
}

#[test]
fn thousands_of_skills_and_accounts_of_one_person() {
    let time = |times: usize| {
        let mut deck = one_person(times).sized(120, 36).after("2 Enter");
        assert!(deck.app.selectable() >= times * 2, "{}", deck.app.selectable());
        key_and_frame(&mut deck, ["j", "k"])
    };
    let (few, many) = (time(20), time(4000));
    assert!(many < few * 6 + Duration::from_millis(10), "{few:?} with 20 skills, {many:?} with 4,000");
}

/// As many people as one likes may share one mailbox, and each of them is noticed.
#[test]
fn thousands_of_things_noticed_in_the_file() {
    let time = |times: usize, keys: &str| {
        let rows: Vec<String> = (0..times).map(|n| format!("Ana,Lopez {n},desk@x.example,{},Yes,Yes,,,,,,", 8_000_000 + n)).collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let mut deck = Deck::open(vec![named("desk.csv", files::report(&rows))]).after(keys);
        assert!(deck.app.deck.as_ref().unwrap().source().diagnostics.len() >= times - 1);
        key_and_frame(&mut deck, ["j", "k"])
    };
    for keys in ["1 Tab Tab", "7 Tab", "7 Tab G", "2 F"] {
        let (few, many) = (time(40, keys), time(4000, keys));
        assert!(many < few * 6 + Duration::from_millis(10), "{keys}: {few:?} with 40, {many:?} with 4,000");
    }
}

/// Neither the title of the list counts them anew, nor do help and palette copy them to look at what lies below.
#[test]
fn hundreds_of_thousands_of_marks_that_the_filter_hides() {
    for keys in ["2", "2 :", "2 ?"] {
        let mut deck = Deck::skills().after(keys);
        let without = key_and_frame(&mut deck, ["↓", "↑"]);
        deck.app.users.marks = Marks::new((0..400_000).collect(), &deck.app.users.listing);
        assert_eq!(deck.app.users.marks.hidden(), 400_000 - deck.listed());
        let with = key_and_frame(&mut deck, ["↓", "↑"]);
        assert!(with < without * 3 + Duration::from_millis(10), "{keys}: {without:?} without marks, {with:?} with them");
    }
}
