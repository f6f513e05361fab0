//! Every screen in every theme.

use skilldeck::i18n::Lang;
use skilldeck::tui::action::Effect;
use skilldeck::tui::theme::{Theme, ThemeName};

use ratatui::style::Color;

use super::deck::Deck;

const PLACES: [&str; 14] = ["1", "2", "2 Enter", "7", "2 / a", "2 f", "2 F", "?", ":", "2 s", "t", "2 e", "2 y", "2 Space Space"];

#[test]
fn a_painted_theme_paints_everything_and_no_other_paints_anything() {
    for name in ThemeName::ALL {
        let theme = Theme::named(name, true, false);
        for keys in PLACES {
            let mut deck = Deck::skills().after(keys);
            deck.app.theme = theme;
            let painted = theme.base().bg.is_some();
            for (at, cell) in deck.draw().content().iter().enumerate() {
                assert_eq!(cell.bg != Color::Reset, painted, "{name}, {keys}: cell {at} {:?}", cell.symbol());
                assert!(!painted || cell.fg != Color::Reset, "{name}, {keys}: cell {at} {:?}", cell.symbol());
            }
        }
    }
}

#[test]
fn without_colour_no_cell_has_one() {
    for keys in PLACES {
        let mut deck = Deck::skills().after(keys).colourless();
        assert!(deck.draw().content().iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset), "{keys}");
    }
}

#[test]
fn a_theme_is_seen_before_it_is_chosen() {
    let mut deck = Deck::demo("skills", Lang::En).after("t j j");
    assert_eq!(deck.app.theme_name, ThemeName::Dark);
    assert_eq!(deck.app.theme, Theme::named(ThemeName::Dark, true, false));
    deck.press("Esc");
    assert_eq!(deck.app.theme_name, ThemeName::Auto, "who turns away keeps the old one");
    deck.press("t j j Enter");
    assert_eq!(deck.app.theme_name, ThemeName::Dark);
    assert!(matches!(deck.asked.last(), Some(Effect::KeepTheme(ThemeName::Dark))));
}
