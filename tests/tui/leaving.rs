//! What the page of a person says of what is lost with them.

use skilldeck::i18n::Lang;

use super::deck::Deck;

/// The page of the person a word finds.
fn page_of(deck: Deck, who: &str) -> Deck {
    deck.after(&format!("2 / {} Enter Enter", who.chars().map(String::from).collect::<Vec<_>>().join(" ")))
}

#[test]
fn what_is_lost_with_a_person_is_told_beside_the_skills() {
    let mut deck = page_of(Deck::demo("trainings", Lang::En).sized(108, 30), "amelie");
    deck.shows("If this person leaves");
    deck.shows("Data & AI, Intermediate, Enterprise: 36 → 0 points; gate 2 breaks");
    deck.shows("nothing lost, 1 in reserve: Data & AI, Intermediate, SMB");
    // Only the track that is looked at.
    let mut smb = page_of(Deck::demo("trainings", Lang::En).sized(108, 30).after("3 T T 1"), "amelie");
    smb.shows("nothing lost, 1 in reserve: Data & AI, Intermediate, SMB");
    assert!(!smb.screen().contains("Enterprise:"), "{}", smb.screen());
}

#[test]
fn what_older_rules_ask_for_is_said_to_be_theirs() {
    let mut deck = page_of(Deck::skills(), "pawlowska");
    deck.shows("By the last known rules, mpn-2018, not proven for this day:");
    deck.shows("Messaging / Silver: breaks (1 of 2 people)");
    // Of a programme without rules for the day nothing is said.
    let mut other = page_of(Deck::skills().after("3 P 1"), "pawlowska");
    other.shows("pawlowska@");
    assert!(!other.screen().contains("If this person leaves"), "{}", other.screen());
}

#[test]
fn a_person_leaves_with_all_accounts() {
    page_of(Deck::skills().sized(80, 40), "ozlem").shows("If this person leaves, with 2 accounts: nothing is lost");
}

#[test]
fn a_low_window_says_it_in_one_line() {
    let mut deck = page_of(Deck::demo("trainings", Lang::En), "amelie");
    deck.resize(60, 20);
    deck.shows("If this person leaves: 3 things are lost");
}
