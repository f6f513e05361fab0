//! Facets, values, help, messages, and keys of one's own.

use std::collections::BTreeMap;

use rstest::rstest;

use skilldeck::config::{Config, OneOrMore};
use skilldeck::i18n::Lang;
use skilldeck::tui::app::{Layer, Tab};
use skilldeck::tui::commands::COMMANDS;
use skilldeck::tui::layers::help;

use super::deck::Deck;
use super::files;

/// The number behind the selected line of the layer in front.
fn counted(deck: &Deck) -> usize {
    match deck.app.layers.last() {
        Some(Layer::Facets(Some(facets), list)) => facets.iter().flat_map(|f| &f.counts).nth(list.selected).unwrap().accounts,
        Some(Layer::Values(_, Some(counts), list)) => counts[list.selected].accounts,
        other => panic!("{other:?}"),
    }
}

/// The users under a filter, with a layer open over them.
fn counting(filter: &str, column: usize, key: &str) -> Deck {
    let mut deck = Deck::skills().after("2 /");
    deck.type_in(filter);
    deck.press("Enter 0");
    (0..column).for_each(|_| deck.press("l"));
    deck.press(key);
    deck
}

/// Chooses a line of the layer in front, and holds what is shown then against the number in it.
fn choose(deck: &mut Deck, place: usize) {
    deck.app.list().selected = place;
    let (count, before) = (counted(deck), deck.app.users.filter.value().to_owned());
    let term = match deck.app.layers.last() {
        Some(Layer::Facets(Some(facets), _)) => facets.iter().flat_map(|f| &f.counts).nth(place).unwrap().term.clone(),
        Some(Layer::Values(_, Some(counts), _)) => counts[place].term.clone(),
        other => panic!("{other:?}"),
    };
    let ticked = skilldeck::query::has_term(&before, &term);
    let shown = deck.listed();
    deck.press("Enter");
    // What is ticked says how many it shows; chosen again it goes.
    assert_eq!(if ticked { shown } else { deck.listed() }, count, "{before:?} and {term}");
    assert!(deck.app.users.error.is_none());
}

#[rstest]
#[case::nothing("")]
#[case::one_problem("problem:no-skills")]
#[case::a_severity("severity:warning -problem:possible-duplicate")]
#[case::nothing_found("problem:none")]
#[case::a_kind_of_skill("type:exam")]
#[case::conditions_on_one_skill("type:certification expires:<90d")]
#[case::of_which_not("-pc:yes status:expired")]
#[case::a_code("az-104")]
#[case::a_name("martin pmc:yes")]
#[case::a_name_remembered_badly("wisniewsky")]
fn every_count_is_the_number_of_rows_behind_it(#[case] filter: &str) {
    let columns = counting(filter, 0, "Esc").app.users.columns().len();
    let layers = std::iter::once((0, "f")).chain((0..columns).map(|column| (column, "F")));
    for (column, key) in layers {
        let mut deck = counting(filter, column, key);
        let open = deck.app.clone();
        let places = open.selectable();
        assert!(key == "F" || places > if filter.is_empty() { 20 } else { 2 });
        for place in (0..places).take(if key == "F" { 12 } else { places }) {
            deck.app = open.clone();
            choose(&mut deck, place);
        }
    }
}

#[test]
fn what_takes_the_place_of_a_condition_is_counted_without_it() {
    let mut deck = counting("problem:no-skills", 0, "f");
    let values = |deck: &Deck| match deck.app.layers.last() {
        Some(Layer::Facets(Some(facets), _)) => facets.iter().flat_map(|f| &f.counts).map(|c| (c.term.clone(), c.accounts)).collect(),
        _ => Vec::new(),
    };
    assert!(values(&deck).contains(&("problem:not-associated".to_owned(), 7)), "{:?}", values(&deck));
    assert!(!deck.screen().contains("200%"), "a share is one of what the rest of the filter shows");
    // An expired exam: both hold for one skill, and nobody has one.
    let deck = counting("type:exam", 0, "f");
    assert!(!values(&deck).iter().any(|(term, _)| term == "status:expired"));
}

#[test]
fn facets_are_ticked_one_after_the_other() {
    let mut deck = Deck::skills().after("2 f j j j j Space");
    assert_eq!(deck.app.users.filter.value(), "problem:not-associated");
    deck.shows("Filter 7 accounts");
    deck.shows("◆ Not associated");
    deck.press("Space");
    assert_eq!(deck.listed(), 66, "ticked again it is gone");
    deck.press("Space Esc u");
    assert_eq!(deck.listed(), 66, "what was ticked in one go is undone in one go");
}

/// Whoever asks for help while typing a filter wants to know what a filter may say.
#[rstest]
fn help_from_the_prompt_begins_at_the_filter(#[values((80, 24), (120, 36), (60, 20))] size: (u16, u16)) {
    let mut deck = Deck::skills().sized(size.0, size.1).after("2 / p c F1");
    for text in ["The filter", "› name:", "narrows exactly"] {
        deck.shows(text);
    }
    deck.press("Esc");
    assert_eq!(deck.app.users.filter.value(), "pc", "and what was typed is still there");
}

/// A line that has no room is read when it is selected.
#[rstest]
fn every_line_of_help_can_be_read_whole(#[values((80, 24), (60, 20), (40, 14))] size: (u16, u16)) {
    let mut deck = Deck::demo("skills", Lang::Fr).sized(size.0, size.1).after("2 ?");
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for item in help::items(&deck.app.clone(), "") {
        let key = match item {
            help::Item::Run(id) => format!("cmd-{id}"),
            help::Item::Field(name) => format!("filter-field-{}", skilldeck::query::FieldName::of(name).unwrap().name()),
        };
        let screen = deck.screen();
        // The name of the key stands left of the first line, and nothing left of those that follow.
        let lines: Vec<&str> = screen.lines().skip_while(|line| line.rfind("│› ").unwrap_or(0) == 0).collect();
        let said = deck.app.texts.get(&key);
        // In a narrow window a long word may go on in the next line.
        let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace() && !"│╮╯".contains(*c)).collect::<String>();
        let whole = letters(&lines.iter().take(9).copied().collect::<String>()).contains(&letters(&said));
        assert!(whole, "{said}:\n{screen}");
        assert!(!words(lines[0]).ends_with("… │"), "{said}:\n{screen}");
        deck.press("j");
    }
}

#[test]
fn help_is_searched_and_run() {
    let mut deck = Deck::skills().after("2 ? / m a r k d o w n");
    assert_eq!(deck.app.selectable(), 1);
    deck.press("Enter");
    assert!(deck.app.layers.is_empty() && deck.copied.is_some());
    deck.press("? / e x p i r e s :");
    deck.press("Enter");
    assert_eq!(deck.app.users.filter.value(), "expires:");
    assert!(matches!(deck.app.layers.last(), Some(Layer::Filter(_))));
    deck.press("Esc ? / x x x x");
    deck.shows("No such command");
    deck.press("Esc");
    assert!(deck.app.selectable() > 30, "the first step back leaves the search");
    deck.press("Esc");
    assert!(deck.app.layers.is_empty());
}

/// A command is found by the words that stand for it elsewhere, in either language, in the palette and in the help.
#[rstest]
#[case("excel", "export")]
#[case("csv", "export")]
#[case("exporter", "export")]
#[case("imprimer", "export")]
#[case("search", "filter")]
#[case("find", "filter")]
#[case("rechercher", "filter")]
#[case("refresh", "reload")]
#[case("actualiser", "reload")]
#[case("recharger", "reload")]
#[case("langue", "language")]
#[case("language", "language")]
#[case("masquer", "columns")]
#[case("hide", "columns")]
#[case("couleur", "theme")]
#[case("dark", "theme")]
#[case("sombre", "theme")]
#[case("colour", "theme")]
#[case("clipboard", "copy-row")]
#[case("presse-papiers", "copy-row")]
#[case("coller", "copy-cell")]
#[case("annuler", "undo")]
#[case("ctrl-z", "undo")]
#[case("ouvrir", "open-file")]
#[case("parcourir", "open-file")]
#[case("trier", "sort")]
#[case("classer", "sort")]
#[case("fermer", "quit")]
#[case("exit", "quit")]
#[case("aide", "help")]
fn commands_are_found_by_other_words(#[case] word: &str, #[case] id: &'static str) {
    use skilldeck::tui::layers::{help, palette};
    for lang in Lang::ALL {
        let mut deck = Deck::demo("skills", lang).after("2");
        let entries = palette::entries(&deck.app, word);
        assert!(entries.iter().take(6).any(|entry| entry.id == id), "{lang:?} {word}");
        let items = help::items(&deck.app, word);
        assert!(items.contains(&help::Item::Run(id)), "{lang:?} {word}");
        deck.press(":");
        deck.type_in(word);
        assert!(!deck.screen().contains(&deck.app.texts.get(&format!("also-{id}"))), "they are not shown");
    }
}

#[test]
fn what_was_said_can_be_read_again() {
    let mut deck = Deck::skills().after("g l");
    assert_eq!(deck.app.notice.as_ref().unwrap().key, "why-no-messages");
    deck.press("2 y r j y v g l");
    let screen = deck.screen();
    let place = |text: &str| screen.find(text).unwrap_or_else(|| panic!("{text}\n{screen}"));
    assert!(place("66 rows copied") < place("1 row copied"), "the newest first");
}

#[test]
fn a_prefix_shows_all_that_may_follow() {
    for prefix in ["g", "y"] {
        let mut deck = Deck::skills().after("2").after(prefix);
        for command in COMMANDS.iter().filter(|c| c.contexts.contains(&skilldeck::tui::commands::Context::Users)) {
            if command.keys.iter().any(|keys| keys.starts_with(&format!("{prefix} "))) {
                let title = deck.app.texts.get(&format!("cmd-{}", command.id));
                deck.shows(&title);
            }
        }
    }
}

/// The explorer with changes of keys in the config file.
fn with_keys(changes: &[(&str, &str)]) -> Deck {
    let keys: BTreeMap<String, OneOrMore> = changes.iter().map(|(id, key)| ((*id).to_owned(), OneOrMore::One((*key).to_owned()))).collect();
    Deck::configured(vec![files::four()], Lang::En, Config { keys, ..Config::default() }).loaded()
}

#[test]
fn a_changed_key_is_the_key_everywhere() {
    let mut deck = with_keys(&[("tab-users", "w"), ("filter", "Ctrl-t")]).after("w");
    assert_eq!(deck.app.tab, Tab::Users);
    assert!(deck.foot().contains("Ctrl-t filter"), "{}", deck.foot());
    deck.press("Ctrl-t");
    assert!(matches!(deck.app.layers.last(), Some(Layer::Filter(_))));
    deck.press("Esc : f i l t e r");
    deck.shows("Ctrl-t");
    deck.press("Esc ? Ctrl-t f i l t e r");
    deck.shows("Ctrl-t");
    deck.press("Esc Esc 1 2");
    assert_eq!(deck.app.tab, Tab::Overview, "the old key is free");
}

#[test]
fn a_key_that_is_taken_is_refused_with_the_reason() {
    let mut deck = with_keys(&[("sort", "/")]);
    assert!(deck.foot().contains("sort cannot have “/”") || deck.screen().contains("sort cannot have “/”"), "{}", deck.screen());
    deck.press("2 s");
    assert!(matches!(deck.app.layers.last(), Some(Layer::Sort(_))), "the usual key stays");
    deck.press("Esc g l");
    deck.shows("because filter has it");
}

/// Neither the name of a command nor the reason why it cannot be used is cut in the usual window.
#[rstest]
fn nothing_in_the_palette_is_cut(#[values(Lang::En, Lang::Fr)] lang: Lang) {
    for place in ["1", "2", "2 Enter", "7"] {
        let mut deck = Deck::demo("skills", lang).after(place).after(":");
        for _ in 0..6 {
            let screen = deck.screen();
            for line in screen.lines() {
                // The window stands over the screen, whose own lines may be cut.
                let mut parts = line.split('│').filter(|part| skilldeck::text::width(part) == 70);
                // A name may end in an ellipsis of its own, behind a blank.
                let cut = |entry: &str| entry.match_indices('…').any(|(at, _)| !entry[..at].ends_with(' '));
                assert!(!parts.any(cut), "{place}: {line}\n{screen}");
            }
            deck.press("PgDn");
        }
    }
}

/// What a question is about is read before it is answered.
#[rstest]
fn a_menu_says_its_note_whole(#[values(Lang::En, Lang::Fr)] lang: Lang, #[values((80, 24), (60, 20))] size: (u16, u16)) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(format!("{}.csv", "a-name-as-long-as-one-that-a-portal-gives-".repeat(2)));
    std::fs::write(&path, "x").unwrap();
    let mut deck = Deck::demo("skills", lang).sized(size.0, size.1).after("2 e Ctrl-u");
    deck.act(skilldeck::tui::action::Action::Paste(path.to_string_lossy().into_owned()));
    deck.press("Enter");
    assert!(matches!(deck.app.layers.last(), Some(Layer::Replace(..))));
    let screen: String = deck.screen().chars().filter(|c| !c.is_whitespace() && *c != '│').collect();
    assert!(screen.contains("portal-gives-.csv"), "{}", deck.screen());
}
