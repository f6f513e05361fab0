//! Colours and marks: what is told by colour is told without it too.

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};
use rstest::rstest;

use skilldeck::i18n::Lang;

use super::deck::{Deck, text_of};
use super::files;

/// Keys that lead to every screen and every layer.
const PLACES: [&str; 23] = [
    "",
    "Tab",
    "2",
    "2 j",
    "2 Enter",
    "2 Enter j",
    "3",
    "3 Enter",
    "3 P",
    "7",
    "7 j",
    "7 Tab j",
    "?",
    ":",
    ": f i",
    "2 s j",
    "7 Enter j",
    "2 Enter Enter",
    "/",
    "/ m a r",
    "/ p c : x",
    "/ z z z z",
    "2 g",
];

fn sample(keys: &str, (columns, rows): (u16, u16)) -> Deck {
    Deck::skills().sized(columns, rows).after(keys)
}

#[rstest]
fn without_colour_there_is_none(#[values((80, 24), (120, 36))] size: (u16, u16)) {
    for keys in PLACES {
        let mut deck = sample(keys, size).colourless();
        for cell in deck.draw().content() {
            assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset), "{keys}: {cell:?}");
        }
    }
    let mut failed = Deck::closed(vec![skilldeck::report::Input::file("not there.csv")], Lang::En).loaded().colourless();
    assert!(failed.draw().content().iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
}

/// Lines in which something stands reversed, and their text.
fn reversed_lines(buffer: &Buffer) -> Vec<String> {
    let text = text_of(buffer);
    let reversed = |y: u16| (0..buffer.area.width).filter(|x| buffer[(*x, y)].modifier.contains(Modifier::REVERSED)).count();
    // The open tab stands reversed too, in the second line.
    (2..buffer.area.height).filter(|y| reversed(*y) > 3).map(|y| text.lines().nth(y.into()).unwrap_or_default().to_owned()).collect()
}

/// The selected row is seen without colour: it is reversed and has a mark, and it is the only one.
#[rstest]
fn the_selected_row_is_reversed_and_marked(#[values(true, false)] color: bool) {
    for (keys, selected) in [
        ("", "› listed"),
        ("j", "› with an MCID"),
        ("G", "› ! Row 232"),
        ("2", "›   Agnieszka"),
        ("2 j", "›   Amélie"),
        ("2 Enter", "› exam  70-339"),
        ("2 Enter j", "› cert. MCSE"),
        ("7 j", "› Last Name"),
        ("7 Tab j", "› · Row 219"),
        ("2 s j j", "› Partner Center"),
        (": j", "› "),
        ("7 Enter j", "› MCID"),
    ] {
        let mut deck = sample(keys, (80, 24));
        if !color {
            deck = deck.colourless();
        }
        let lines = reversed_lines(deck.draw());
        // Below a menu the row selected in the list stays reversed.
        assert!(lines.iter().any(|line| line.contains(selected)), "{keys}: {selected:?} in {lines:#?}");
        let alone = deck.app.layers.is_empty();
        // A row may go on in further lines, set in under its first.
        assert!(!alone || lines[1..].iter().all(|line| line.starts_with("│    ")), "{keys}: {lines:#?}");
    }
}

/// The terminal's own sixteen colours, so that it is read on dark and on light; of these none that vanishes on one.
#[rstest]
fn colours_are_read_on_dark_and_on_light(#[values((80, 24), (120, 36))] size: (u16, u16)) {
    let mut used = std::collections::BTreeSet::new();
    for keys in PLACES {
        for cell in sample(keys, size).draw().content() {
            assert_eq!(cell.bg, Color::Reset, "{keys}: backgrounds are the terminal's");
            let fine = [Color::Reset, Color::Cyan, Color::Green, Color::Red, Color::Magenta];
            assert!(fine.contains(&cell.fg), "{keys}: {:?}", cell.fg);
            used.insert(format!("{}", cell.fg));
        }
    }
    assert!(used.len() > 3, "{used:?}");
}

/// Whether a line is the second one of something that has its mark in the first.
fn goes_on(text: &str, y: u16) -> bool {
    let line = |y: u16| text.lines().nth(y.into()).unwrap_or_default();
    y > 0 && line(y).starts_with("│  ") && line(y - 1).starts_with("│✗")
}

/// Yes and no, good and bad have their marks: ✓ and ✗ stand wherever green and red do.
#[test]
fn what_is_green_or_red_has_a_mark() {
    for keys in PLACES {
        let mut deck = sample(keys, (80, 24));
        let buffer = deck.draw().clone();
        let text = text_of(&buffer);
        for y in 0..buffer.area.height {
            let has = |color: Color| (0..buffer.area.width).any(|x| buffer[(x, y)].fg == color);
            let line = text.lines().nth(y.into()).unwrap_or_default();
            // A window may lie over the mark and leave the word.
            if line.chars().filter(|c| "│╭╰".contains(*c)).count() > 2 {
                continue;
            }
            assert!(!has(Color::Green) || line.contains('✓'), "{keys}: {line}");
            assert!(!has(Color::Red) || line.contains(['✗', '▲']) || goes_on(&text, y), "{keys}: {line}");
        }
    }
}

/// Frames stay straight whatever stands in the cells: the column of the right edge is the same in every line.
#[rstest]
fn columns_stay_straight(#[values((80, 24), (60, 20), (120, 36), (43, 11))] size: (u16, u16)) {
    let mut deck = Deck::open(vec![files::hostile(500)]);
    let start = deck.app.clone();
    for keys in ["2", "2 G", "/ 李", "2 Enter", "2 G Enter", "7", "7 Tab j j j", "2 Enter Enter"] {
        deck.app = start.clone();
        deck.resize(size.0, size.1);
        deck.press(keys);
        let buffer = deck.draw().clone();
        let edge = buffer.area.width - 1;
        for y in 2..buffer.area.height - 1 {
            let symbol = buffer[(edge, y)].symbol();
            assert!(["│", "╮", "╯"].contains(&symbol), "{keys}, line {y}: {symbol:?}\n{}", text_of(&buffer));
        }
    }
}

/// Cells of the file reach the screen as text: neither control characters nor what turns the direction of writing.
#[test]
fn what_stands_in_cells_does_nothing_to_the_terminal() {
    let mut deck = Deck::open(vec![files::hostile(500)]);
    let start = deck.app.clone();
    for keys in
        ["", "G", "2", "2 j j j", "/ \u{202e}", "2 Enter", "2 j j Enter Enter", "2 G k Enter r G", "7", "7 G Enter", "7 Tab j j Enter"]
    {
        for size in [(80, 24), (200, 60)] {
            deck.app = start.clone();
            deck.resize(size.0, size.1);
            deck.press(keys);
            let buffer = deck.draw().clone();
            for cell in buffer.content() {
                let bad = |c: char| {
                    c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
                };
                assert!(!cell.symbol().chars().any(bad), "{keys}: {:?}\n{}", cell.symbol(), text_of(&buffer));
            }
        }
    }
}

/// The letters that a filter found are marked, also where accents differ.
#[test]
fn what_a_filter_found_is_marked() {
    let mut deck = Deck::skills().after("/ w e i s s");
    let buffer = deck.draw().clone();
    let marked: String =
        buffer.content().iter().filter(|c| c.modifier.contains(Modifier::UNDERLINED)).map(ratatui::buffer::Cell::symbol).collect();
    assert!(marked.contains("Weiß"), "{marked}");
}

/// Whatever is selected is on the screen, however small the window.
#[rstest]
fn the_selected_row_is_in_the_window(#[values((40, 10), (60, 20), (80, 24), (120, 36))] size: (u16, u16)) {
    for place in ["1", "2", "2 Enter", "7", "7 Tab", "2 s", ":", "7 Enter"] {
        let mut deck = sample(place, size);
        for key in ["j", "j", "G", "k", "k", "k", "k", "k", "k", "k", "k", "k", "k", "g g"] {
            deck.press(if place == ":" { "↓" } else { key });
            let lines = reversed_lines(deck.draw());
            assert!(lines.iter().any(|line| line.contains('›')), "{place}, {key}:\n{}", deck.screen());
        }
    }
}

/// A cell may be as long as it likes.
#[test]
fn cells_of_100_kb_are_cut_or_read_page_by_page() {
    let mut deck = Deck::open(vec![files::hostile(20_000)]).after("/");
    deck.type_in("8000999");
    deck.press("Enter");
    deck.shows("🎓x🎓x");
    deck.press("Enter r PgDn");
    deck.shows("🎓x🎓x");
}
