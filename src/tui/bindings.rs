//! Which keys run which command: those of the table, with the changes of the user's config file. A change that would
//! make a key mean two things in one place is refused, with the reason; the keys of the table stay in its stead.

use std::collections::BTreeMap;

use super::commands::{COMMANDS, Command, Context};
use super::keymap::{Key, parse_sequence};

/// Keys that terminals cannot tell from Backspace, Tab and Enter.
const DOUBLES: [&str; 3] = ["Ctrl-h", "Ctrl-i", "Ctrl-m"];

/// Commands that must keep a key, whatever the user changes: who cannot leave or go back is lost.
const NEEDED: [&str; 4] = ["back", "open", "help", "quit"];

/// Why a change of keys was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Key of the message; it takes `command`, `keys` and `other`.
    pub key: &'static str,
    /// The command as the user named it.
    pub command: String,
    /// The keys at fault.
    pub keys: String,
    /// The command that has them already, or the nearest one that there is.
    pub other: String,
}

/// The keys of every command.
#[derive(Clone, Debug)]
pub struct Bindings {
    /// In the order of the table.
    keys: Vec<Vec<(String, Vec<Key>)>>,
    /// The changes that were refused.
    pub refused: Vec<Refused>,
}

impl Default for Bindings {
    fn default() -> Bindings {
        Bindings::new(&BTreeMap::new())
    }
}

fn place(id: &str) -> Option<usize> {
    COMMANDS.iter().position(|c| c.id == id)
}

fn parsed<'t>(texts: impl IntoIterator<Item = &'t str>) -> Vec<(String, Vec<Key>)> {
    texts.into_iter().filter_map(|text| Some((text.to_owned(), parse_sequence(text)?))).collect()
}

/// What keys typed so far come to in a context.
#[derive(Debug, PartialEq, Eq)]
pub enum Match {
    /// A command.
    Command(&'static str),
    /// The beginning of one or more.
    Prefix,
    /// Nothing.
    None,
}

impl Bindings {
    /// The table's keys with the user's changes: command → all its keys.
    #[must_use]
    pub fn new(changes: &BTreeMap<String, Vec<String>>) -> Bindings {
        let table: Vec<_> = COMMANDS.iter().map(|c| parsed(c.keys.iter().copied())).collect();
        let mut bindings = Bindings { keys: table.clone(), refused: Vec::new() };
        let mut changed = Vec::new();
        for (id, texts) in changes {
            match bindings.checked(id, texts) {
                Ok(at) => {
                    bindings.keys[at] = parsed(texts.iter().map(String::as_str));
                    changed.push(at);
                }
                Err(refused) => bindings.refused.push(refused),
            }
        }
        // Taking one change back may bring its old keys into the way of another: until nothing collides.
        while let Some((at, keys, other)) = changed.iter().rev().find_map(|at| bindings.collision(*at)) {
            let (command, other) = (COMMANDS[at].id.to_owned(), COMMANDS[other].id.to_owned());
            bindings.refused.push(Refused { key: "keys-taken", command, keys, other });
            bindings.keys[at].clone_from(&table[at]);
            changed.retain(|c| *c != at);
        }
        bindings
    }

    /// Whether the keys can be given to the command at all.
    fn checked(&self, id: &str, texts: &[String]) -> Result<usize, Refused> {
        let refused =
            |key, keys: &str, other: &str| Refused { key, command: id.to_owned(), keys: keys.to_owned(), other: other.to_owned() };
        let Some(at) = place(id) else {
            let nearest = COMMANDS.iter().map(|c| c.id).min_by_key(|c| strsim::damerau_levenshtein(id, c)).unwrap_or_default();
            return Err(refused("keys-no-command", "", nearest));
        };
        if let Some(text) = texts.iter().find(|text| parse_sequence(text).is_none()) {
            return Err(refused("keys-no-key", text, ""));
        }
        if let Some(text) = texts.iter().find(|text| text.split(' ').any(|key| DOUBLES.iter().any(|d| d.eq_ignore_ascii_case(key)))) {
            return Err(refused("keys-doubles", text, ""));
        }
        if texts.is_empty() && NEEDED.contains(&id) {
            return Err(refused("keys-needed", "", ""));
        }
        Ok(at)
    }

    /// Another command that has a key of this one, or its beginning, in a place where both apply.
    fn collision(&self, at: usize) -> Option<(usize, String, usize)> {
        let shared = |other: &Command| other.contexts.meets(COMMANDS[at].contexts);
        for (other, command) in COMMANDS.iter().enumerate().filter(|(o, c)| *o != at && shared(c)) {
            debug_assert_eq!(command.id, COMMANDS[other].id);
            for (text, keys) in &self.keys[at] {
                if self.keys[other].iter().any(|(_, taken)| keys.starts_with(taken) || taken.starts_with(keys)) {
                    return Some((at, text.clone(), other));
                }
            }
        }
        None
    }

    /// All keys of a command, the one to show first.
    pub fn of(&self, id: &str) -> impl Iterator<Item = &str> {
        place(id).into_iter().flat_map(|at| self.keys[at].iter().map(|(text, _)| text.as_str()))
    }

    /// The key of a command to show; empty when it has none.
    #[must_use]
    pub fn first(&self, id: &str) -> &str {
        place(id).and_then(|at| self.keys[at].first()).map_or("", |(text, _)| text)
    }

    fn in_context(&self, context: Context) -> impl Iterator<Item = (&'static Command, &(String, Vec<Key>))> {
        let here = COMMANDS.iter().zip(&self.keys).filter(move |(c, _)| c.contexts.contains(&context));
        here.flat_map(|(command, keys)| keys.iter().map(move |k| (command, k)))
    }

    /// Looks up typed keys.
    #[must_use]
    pub fn look_up(&self, typed: &[Key], context: Context) -> Match {
        let mut prefix = false;
        for (command, (_, keys)) in self.in_context(context) {
            if keys == typed {
                return Match::Command(command.id);
            }
            prefix |= keys.starts_with(typed);
        }
        if prefix { Match::Prefix } else { Match::None }
    }

    /// What may follow a started sequence: key and command.
    #[must_use]
    pub fn continuations(&self, typed: &[Key], context: Context) -> Vec<(String, &'static str)> {
        let longer = self.in_context(context).filter(|(_, (_, keys))| keys.len() > typed.len() && keys.starts_with(typed));
        longer.map(|(command, (text, _))| (text.rsplit(' ').next().unwrap_or(text).to_owned(), command.id)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::keymap::Code;
    use rstest::rstest;

    fn changed(changes: &[(&str, &[&str])]) -> Bindings {
        let changes = changes.iter().map(|(id, keys)| ((*id).to_owned(), keys.iter().map(|k| (*k).to_owned()).collect())).collect();
        Bindings::new(&changes)
    }

    #[test]
    fn the_table_collides_nowhere() {
        let bindings = Bindings::default();
        for at in 0..COMMANDS.len() {
            assert_eq!(bindings.collision(at).map(|(at, key, other)| (COMMANDS[at].id, key, COMMANDS[other].id)), None);
        }
    }

    #[test]
    fn a_change_replaces_the_keys_of_a_command() {
        let bindings = changed(&[("sort", &["Ctrl-t"]), ("language", &[])]);
        assert_eq!(bindings.refused, []);
        assert_eq!(bindings.first("sort"), "Ctrl-t");
        assert_eq!(bindings.first("language"), "");
        let key = |text: &str| parse_sequence(text).unwrap();
        assert_eq!(bindings.look_up(&key("Ctrl-t"), Context::Users), Match::Command("sort"));
        assert_eq!(bindings.look_up(&key("s"), Context::Users), Match::None);
        // However it is written, a terminal sends it so.
        let shouted = changed(&[("sort", &["Ctrl-T"])]);
        assert_eq!(shouted.look_up(&[Key { code: Code::Char('t'), ctrl: true, alt: false }], Context::Users), Match::Command("sort"));
    }

    #[rstest]
    #[case(&[("sort", &["/"][..])], "keys-taken", "filter")]
    #[case(&[("sort", &["g"][..])], "keys-taken", "top")]
    #[case(&[("sort", &["Ctrl-D"][..])], "keys-taken", "half-down")]
    #[case(&[("sotr", &["x"][..])], "keys-no-command", "sort")]
    #[case(&[("sort", &["Strg-x"][..])], "keys-no-key", "")]
    #[case(&[("sort", &["Ctrl-I"][..])], "keys-doubles", "")]
    #[case(&[("quit", &[][..])], "keys-needed", "")]
    fn a_change_that_cannot_be_is_refused_and_the_old_keys_stay(
        #[case] changes: &[(&str, &[&str])],
        #[case] key: &str,
        #[case] other: &str,
    ) {
        let bindings = changed(changes);
        assert_eq!(bindings.refused.iter().map(|r| (r.key, r.other.as_str())).collect::<Vec<_>>(), [(key, other)]);
        assert_eq!(bindings.first("sort"), "s");
        assert_eq!(bindings.first("quit"), "q");
    }

    #[test]
    fn two_commands_may_change_their_keys_with_each_other() {
        let bindings = changed(&[("sort", &["f"]), ("facets", &["s"])]);
        assert_eq!(bindings.refused, []);
        assert_eq!((bindings.first("sort"), bindings.first("facets")), ("f", "s"));
    }

    #[test]
    fn when_one_of_two_is_refused_the_other_gives_way_too() {
        // `facets` may not have `/`, keeps `f`, and so `sort` cannot have that.
        let bindings = changed(&[("facets", &["/"]), ("sort", &["f"])]);
        assert_eq!(bindings.refused.len(), 2);
        assert_eq!((bindings.first("sort"), bindings.first("facets")), ("s", "f"));
    }
}
