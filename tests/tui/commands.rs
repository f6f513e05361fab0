//! The table of commands and what is made of it: keys, palette, help, hints, and reasons why not.

use rstest::rstest;

use skilldeck::i18n::Lang;
use skilldeck::tui::action::Action;
use skilldeck::tui::app::{Layer, ListState, Stage};
use skilldeck::tui::bindings::{Bindings, Match};
use skilldeck::tui::commands::{COMMANDS, CONTEXTS, Command, Context, context, hints, label};
use skilldeck::tui::keymap::parse_sequence;
use skilldeck::tui::layers::palette::{KEYS_ONLY, entries};
use skilldeck::tui::layers::{help, prompt_hints};

use super::deck::Deck;
use super::files;

/// A deck in which keys go to this context.
fn deck_in(here: Context, lang: Lang) -> Deck {
    let sample = |keys: &str| Deck::demo("skills", lang).after(keys);
    let deck = match here {
        Context::Start => Deck::closed(Vec::new(), lang),
        Context::Loading => Deck::closed(vec![files::four()], lang),
        Context::Failed => Deck::closed(vec![skilldeck::report::Input::file("not there.csv")], lang).loaded(),
        Context::Overview => sample("1"),
        Context::Users => sample("2"),
        Context::Person => sample("2 Enter"),
        Context::Standing => sample("3"),
        Context::Page => sample("3 Enter"),
        Context::Queue => sample("4"),
        Context::Checklist => sample("4 j Enter"),
        Context::Data => sample("7"),
        Context::Layer => sample("2 s"),
    };
    assert_eq!(context(&deck.app), here);
    deck
}

/// States that differ in what cannot be done.
fn states() -> Vec<(String, Deck)> {
    let mut states: Vec<(String, Deck)> = CONTEXTS.iter().map(|c| (format!("{c:?}"), deck_in(*c, Lang::En))).collect();
    for keys in ["", "2", "2 Enter", "7", "7 Tab", "?", ":", "/", "/ z z z z Enter"] {
        states.push((format!("sample, {keys}"), Deck::skills().after(keys)));
        states.push((format!("no data, {keys}"), Deck::open(vec![files::no_data()]).after(keys)));
        states.push((format!("four people, {keys}"), Deck::open(vec![files::four()]).after(keys)));
    }
    states
}

fn commands_in(here: Context) -> impl Iterator<Item = &'static Command> {
    COMMANDS.iter().filter(move |c| c.contexts.contains(&here))
}

#[test]
fn every_command_is_reached_by_its_keys_where_it_applies() {
    let bindings = Bindings::default();
    for here in CONTEXTS {
        for command in commands_in(here) {
            for keys in command.keys {
                let typed = parse_sequence(keys).unwrap();
                assert_eq!(bindings.look_up(&typed, here), Match::Command(command.id), "{keys} in {here:?}");
                for begun in 1..typed.len() {
                    assert_eq!(bindings.look_up(&typed[..begun], here), Match::Prefix, "{keys} in {here:?}");
                }
            }
        }
    }
}

#[test]
fn every_command_stands_in_the_palette_unless_it_only_makes_sense_as_a_key() {
    for here in [Context::Overview, Context::Users, Context::Person, Context::Data] {
        let deck = deck_in(here, Lang::En).after(":");
        let listed: Vec<&str> = entries(&deck.app, "").iter().map(|e| e.id).collect();
        for command in commands_in(here) {
            assert_eq!(listed.contains(&command.id), !KEYS_ONLY.contains(&command.id), "{} in {here:?}", command.id);
        }
    }
    for id in KEYS_ONLY {
        assert!(COMMANDS.iter().any(|c| c.id == id), "{id}");
    }
}

/// What a name typed into the palette finds first does what its key does.
#[rstest]
fn a_command_is_found_by_its_whole_name(#[values(Lang::En, Lang::Fr)] lang: Lang) {
    let deck = deck_in(Context::Users, lang).after(":");
    for command in commands_in(Context::Users).filter(|c| !KEYS_ONLY.contains(&c.id)) {
        let name = deck.app.texts.get(&format!("cmd-{}", command.id));
        let found = entries(&deck.app, &name);
        let at = found.iter().position(|e| e.id == command.id).unwrap_or_else(|| panic!("{name}"));
        assert!(at == 0 || found[at].why.is_some(), "{name} is found at place {at}");
    }
}

#[rstest]
fn help_lists_all_commands_and_all_fields_of_the_filter(#[values(Lang::En, Lang::Fr)] lang: Lang) {
    for here in CONTEXTS {
        let deck = deck_in(here, lang).sized(200, 50).after("F1");
        assert!(matches!(deck.app.layers.last(), Some(Layer::Help(..))), "{here:?}");
        let lines: Vec<String> = help::lines(&deck.app).iter().map(ToString::to_string).collect();
        for command in COMMANDS {
            let what = deck.app.texts.get(&format!("cmd-{}", command.id));
            let line =
                lines.iter().find(|line| line.trim_end().ends_with(&what) && line.contains(&label(command.keys[0], &deck.app.texts)));
            assert!(line.is_some(), "{} in {here:?}", command.id);
        }
        for (_, field) in skilldeck::query::FIELDS {
            let field = field.name_in(lang);
            assert!(lines.iter().any(|line| line.trim_start().starts_with(&format!("{field}:"))), "{field}");
        }
    }
}

/// A key that cannot do its work says why, and does nothing else.
#[test]
fn a_disabled_command_says_why() {
    let mut seen = std::collections::BTreeSet::new();
    for (name, mut deck) in states() {
        for command in commands_in(context(&deck.app)) {
            let Some(why) = (command.disabled)(deck.app.here()) else { continue };
            let text = deck.app.texts.get(why);
            assert!(!text.contains('⟦'), "{why}");
            deck.act(Action::Run(command.id));
            assert_eq!(deck.app.notice.as_ref().map(|n| n.key), Some(why), "{} in {name}", command.id);
            assert_eq!(deck.foot(), format!("· {text}"), "{} in {name}", command.id);
            assert!(deck.asked.is_empty(), "{} in {name}", command.id);
            seen.insert(command.id);
        }
    }
    for id in ["back", "open", "older", "newer", "clear-filter", "reload"] {
        assert!(seen.contains(id), "{id} was disabled nowhere");
    }
}

/// Nothing that is offered at the foot is refused when it is pressed.
#[test]
fn hints_are_of_keys_that_work() {
    for (name, deck) in states() {
        for (key, id, _) in hints(&deck.app) {
            let command = COMMANDS.iter().find(|c| c.id == id).unwrap();
            assert!(command.keys.contains(&key.as_str()), "{key} of {id} in {name}");
            assert_eq!((command.disabled)(deck.app.here()), None, "{id} in {name}");
        }
    }
}

/// Help and the way out are never cut off; what has no room gives way in the middle.
#[rstest]
fn help_and_the_way_out_are_at_every_foot(#[values(Lang::En, Lang::Fr)] lang: Lang, #[values(40, 60, 80, 120)] columns: u16) {
    for here in CONTEXTS {
        let mut deck = deck_in(here, lang).sized(columns, 24);
        let last = match lang {
            Lang::En => "? help · q quit",
            Lang::Fr => "? aide · q quitter",
        };
        let foot = deck.foot();
        assert!(foot.ends_with(last), "{here:?}: {foot}");
        if columns >= 80 {
            let first = hints(&deck.app).remove(0);
            let first = format!("{} {}", label(&first.0, &deck.app.texts), deck.app.texts.get(&format!("hint-{}", first.2)));
            assert!(foot.starts_with(&first), "{here:?}: {foot}");
        }
    }
}

/// In the narrowest window one needs the way back most.
#[rstest]
fn the_way_back_is_at_every_foot_where_there_is_one(#[values(Lang::En, Lang::Fr)] lang: Lang, #[values(40, 60, 80)] columns: u16) {
    for here in CONTEXTS {
        let mut deck = deck_in(here, lang).sized(columns, 10);
        let back = format!("{} {}", label("Esc", &deck.app.texts), deck.app.texts.get("hint-back"));
        let there_is = hints(&deck.app).iter().any(|(_, id, _)| *id == "back");
        let foot = deck.foot();
        assert_eq!(foot.contains(&back), there_is, "{here:?}: {foot}");
    }
}

#[rstest]
fn the_prompt_says_all_its_keys_at_80_columns(#[values(Lang::En, Lang::Fr)] lang: Lang) {
    let mut deck = deck_in(Context::Users, lang).after("/");
    let foot = deck.foot();
    for (key, _, hint) in prompt_hints(&deck.app).unwrap() {
        let hint = format!("{} {}", label(&key, &deck.app.texts), deck.app.texts.get(&format!("hint-{hint}")));
        assert!(foot.contains(&hint), "{hint}: {foot}");
    }
}

#[test]
fn a_started_sequence_shows_what_may_follow_and_ends_with_the_next_key() {
    let mut deck = Deck::skills().after("2 g");
    deck.shows("Go to Overview");
    deck.press("x");
    assert!(deck.app.typed.is_empty(), "no command begins so: it is dropped");
    deck.press("g Esc");
    assert!(deck.app.typed.is_empty());
    assert_eq!(context(&deck.app), Context::Users, "Esc only dropped what was typed");
    deck.press("G g g");
    assert_eq!(deck.app.users.list.selected, 0);
}

/// The row of numbers of a French keyboard, without Shift.
#[test]
fn tabs_are_opened_from_a_french_keyboard_too() {
    for (french, number) in [("&", "1"), ("é", "2"), ("è", "7")] {
        assert_eq!(Deck::skills().after(french).app.tab, Deck::skills().after(number).app.tab, "{french}");
    }
}

#[test]
fn a_layer_can_be_left_wherever_it_was_opened() {
    for here in CONTEXTS {
        let mut deck = deck_in(here, Lang::En).after("F1 Esc");
        assert!(!deck.app.layers.iter().any(|l| matches!(l, Layer::Help(..))), "{here:?}\n{}", deck.screen());
    }
    let mut deck = deck_in(Context::Loading, Lang::En);
    deck.app.layers.push(Layer::Help(Default::default(), false, ListState::default()));
    deck.press("q");
    assert!(deck.app.layers.is_empty() && !deck.has_quit(), "q closes what is in front first");
    assert!(matches!(deck.app.stage, Stage::Loading(_)));
}
