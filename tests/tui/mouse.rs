//! The mouse does what the keys do.

use skilldeck::tui::action::{Action, Target};
use skilldeck::tui::app::{Layer, Tab};
use skilldeck::tui::widgets::Hit;

use super::deck::Deck;

/// Clicks where a text stands.
#[track_caller]
fn click(deck: &mut Deck, text: &str) {
    let screen = deck.screen();
    let (row, line) = screen.lines().enumerate().find(|(_, line)| line.contains(text)).unwrap_or_else(|| panic!("{text:?}\n{screen}"));
    let column = skilldeck::text::width(line.split(text).next().unwrap());
    let hit = deck.hits.at(u16::try_from(column).unwrap(), u16::try_from(row).unwrap());
    match hit.unwrap_or_else(|| panic!("nothing can be clicked at {text:?}:\n{screen}")) {
        Hit::Target(target) => deck.act(Action::Click(target)),
        Hit::Run(id) => deck.act(Action::Run(id)),
    }
}

#[test]
fn a_tab_is_opened_by_a_click() {
    let mut deck = Deck::skills();
    click(&mut deck, "2 Users");
    assert_eq!(deck.app.tab, Tab::Users);
    click(&mut deck, "7 File read");
    assert_eq!(deck.app.tab, Tab::Data);
}

#[test]
fn a_row_is_selected_by_the_first_click_and_opened_by_the_second() {
    let mut deck = Deck::skills().after("2");
    click(&mut deck, "Arnaud Lefèvre");
    assert_eq!((deck.app.users.list.selected, deck.app.person.is_some()), (3, false));
    click(&mut deck, "Arnaud Lefèvre");
    assert_eq!(deck.person(), "Arnaud Lefèvre");
}

#[test]
fn a_hint_at_the_foot_is_run_by_a_click() {
    let mut deck = Deck::skills();
    click(&mut deck, "/ filter");
    assert!(matches!(deck.app.layers.last(), Some(Layer::Filter(_))));
    click(&mut deck, "Esc as before");
    click(&mut deck, "? help");
    assert!(matches!(deck.app.layers.last(), Some(Layer::Help(..))));
    click(&mut deck, "q quit");
    assert!(deck.app.layers.is_empty() && !deck.has_quit());
    click(&mut deck, "q quit");
    assert!(deck.has_quit());
}

#[test]
fn a_choice_of_a_menu_is_taken_by_one_click() {
    let mut deck = Deck::skills().after("2 s");
    click(&mut deck, "Skills   ");
    assert!(deck.app.layers.is_empty());
    assert_eq!(deck.names()[0], "Bernd Großmann");
}

#[test]
fn the_wheel_moves_the_list_in_front() {
    let mut deck = Deck::skills().after("2");
    deck.act(Action::Scroll(3, None));
    assert_eq!(deck.app.users.list.selected, 3);
    deck.act(Action::Scroll(-30, None));
    assert_eq!(deck.app.users.list.selected, 0);
    deck.press("?");
    deck.act(Action::Scroll(3, None));
    assert_eq!(deck.app.users.list.selected, 0, "not the list behind");
}

#[test]
fn what_lies_behind_a_menu_cannot_be_clicked() {
    let mut deck = Deck::skills().after("2 s");
    deck.act(Action::Click(Target::Row(5)));
    deck.act(Action::Click(Target::Tab(Tab::Data)));
    assert_eq!((deck.app.users.list.selected, deck.app.tab, deck.app.layers.len()), (0, Tab::Users, 1));
}
