//! Every screen and every layer, as it stands on the terminal.

use insta::assert_snapshot;

use super::deck::Deck;

#[test]
fn look() {
    let mut d = Deck::skills();
    println!("{}", d.screen());
}
