//! Names as they are compared.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

use super::Name;
use crate::text;

/// The words of a name, folded, in the order in which they are printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::diagnosis) struct Words(Vec<String>);

/// Words that belong to the family name and are often left out.
const PARTICLES: [&str; 22] = [
    "af", "al", "av", "bin", "da", "das", "de", "del", "den", "der", "di", "do", "dos", "du", "el", "la", "le", "ten", "ter", "van", "von",
    "zu",
];

fn short_forms() -> &'static HashMap<&'static str, Vec<&'static str>> {
    static FORMS: OnceLock<HashMap<&'static str, Vec<&'static str>>> = OnceLock::new();
    FORMS.get_or_init(|| {
        let lines = include_str!("../../../assets/nicknames.txt").lines().filter(|line| !line.starts_with('#'));
        let entries = lines.filter_map(|line| {
            let mut words = line.split_whitespace();
            Some((words.next()?, words.collect()))
        });
        entries.collect()
    })
}

/// The names that a short form stands for.
pub(super) fn long_forms(word: &str) -> &'static [&'static str] {
    short_forms().get(word).map_or(&[], Vec::as_slice)
}

/// An initial is a letter of an alphabet; a name of one ideograph is whole.
pub(super) fn is_initial(word: &str) -> bool {
    let mut chars = word.chars();
    matches!((chars.next(), chars.next()), (Some(c), None) if c.is_alphabetic() && c < '\u{2e80}')
}

/// A word with letters that are written in two ways written in one: *Mueller* as *Muller*.
pub(super) fn plain(word: &str) -> Cow<'_, str> {
    if ["ae", "oe", "ue"].iter().any(|two| word.contains(two)) {
        return Cow::Owned(word.replace("ae", "a").replace("oe", "o").replace("ue", "u"));
    }
    Cow::Borrowed(word)
}

impl Words {
    /// The words of a name as printed.
    pub fn of(name: &str) -> Words {
        let folded = text::fold(name);
        let folded = if folded.contains('\'') { folded.replace('\'', "") } else { folded };
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty() && !PARTICLES.contains(w));
        Words(words.map(str::to_owned).collect())
    }

    pub fn all(&self) -> &[String] {
        &self.0
    }

    /// Half a name says nothing.
    pub fn is_whole(&self) -> bool {
        self.0.len() >= 2
    }

    pub fn has_initial(&self) -> bool {
        self.0.iter().any(|word| is_initial(word))
    }

    /// The words in a fixed order.
    pub fn sorted(&self) -> Vec<&str> {
        let mut sorted: Vec<&str> = self.0.iter().map(String::as_str).collect();
        sorted.sort_unstable();
        sorted
    }
}

/// How two names are alike; two that are alike in several ways by the nearest.
pub(super) fn compare(a: &Words, b: &Words) -> Name {
    if a.0.is_empty() || b.0.is_empty() {
        return Name::Unnamed;
    }
    if a.sorted() == b.sorted() {
        // Two of one initial are no nearer than one of them and a name.
        return match (a.is_whole(), a.has_initial()) {
            (true, false) => Name::Same,
            (true, true) => Name::Initial,
            (false, _) => Name::Unnamed,
        };
    }
    if !a.is_whole() || !b.is_whole() {
        return Name::Different;
    }
    let in_one_way = |words: &Words| {
        let mut all: Vec<Cow<'_, str>> = words.0.iter().map(|w| plain(w)).collect();
        all.sort_unstable();
        all.join(" ")
    };
    if in_one_way(a) == in_one_way(b) {
        return Name::Spelling;
    }
    // What both have is taken away; the rest decides, and the family name has to be among what both have.
    let (mut left, mut right): (Vec<&str>, Vec<&str>) = (a.sorted(), b.sorted());
    let before = left.len();
    left.retain(|word| match right.iter().position(|other| other == word) {
        Some(at) => {
            right.remove(at);
            false
        }
        None => true,
    });
    let shared = before - left.len();
    if shared == 0 || a.0.iter().filter(|w| !is_initial(w)).all(|w| left.contains(&w.as_str())) {
        return Name::Different;
    }
    match (left.as_slice(), right.as_slice()) {
        ([one], [other]) => {
            let initial = |short: &str, long: &str| is_initial(short) && !is_initial(long) && long.starts_with(short);
            if long_forms(one).contains(other) || long_forms(other).contains(one) {
                Name::ShortForm
            } else if initial(one, other) || initial(other, one) {
                Name::Initial
            } else {
                Name::Different
            }
        }
        // A further given name: at least two whole words are the same.
        ([_], []) | ([], [_]) if shared >= 2 => Name::Further,
        _ => Name::Different,
    }
}
