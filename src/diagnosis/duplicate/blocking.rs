//! Which accounts are put side by side: those that share a key. Never all pairs, so that the time grows with the company.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::addresses;
use super::names::{Words, is_initial, long_forms, plain};
use crate::diagnosis::context::Context;

/// More people than this with one key, and the key says nothing of two of the company's addresses.
const MOST_OF_A_KEY: usize = 4;
/// More people than this with one key are not looked at in any case.
const MOST_IN_A_BLOCK: usize = 256;

/// An account that may be half of a pair: the first of a person with an MCID.
pub(super) struct Profile {
    pub account: u32,
    pub person: u32,
    pub name: Words,
    pub has_address: bool,
    /// An address of the company.
    pub of_company: bool,
    pub stem: Option<String>,
}

/// Everybody with an MCID, each person once.
pub(super) fn profiles(context: &Context<'_>) -> Vec<Profile> {
    let company = context.company;
    let domains = addresses::of_company(company);
    let profile = |person: u32| {
        let accounts = company.accounts_of(person);
        let with_mcid = |account: &&u32| !company.mcid(company.account(**account)).is_empty();
        let account = *accounts.iter().find(with_mcid)?;
        // What is no address at all says nothing of anybody.
        let emails =
            || accounts.iter().map(|account| company.email(company.account(*account))).filter(|email| addresses::domain(email).is_some());
        let is_companys = |email: &str| addresses::domain(email).is_some_and(|domain| domains.contains(&domain));
        Some(Profile {
            account,
            person,
            name: Words::of(&company.full_name(company.account(account))),
            has_address: emails().next().is_some(),
            of_company: emails().any(is_companys),
            stem: emails().find_map(addresses::stem),
        })
    };
    (0..company.people).filter_map(profile).collect()
}

/// Two profiles, by number, that share a key; each two once.
pub(super) fn candidates(profiles: &[Profile]) -> Vec<(u32, u32)> {
    counted(profiles).0
}

/// What a key is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Kind {
    /// The words of a name, a short form written out or a further name left out.
    Name,
    /// One whole word of a name and the first letter of the other.
    Initial,
    /// What stands before the @.
    Stem,
}

/// The candidates, and how many pairs were looked at.
pub(super) fn counted(profiles: &[Profile]) -> (Vec<(u32, u32)>, usize) {
    let mut keys: Vec<(Kind, u64, u32)> = Vec::with_capacity(profiles.len() * 4);
    for (number, profile) in (0u32..).zip(profiles) {
        add_keys(profile, |kind, key| keys.push((kind, key, number)));
    }
    keys.sort_unstable();
    keys.dedup();
    let mut pairs = Vec::new();
    let mut steps = 0;
    for block in keys.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).filter(|block| block.len() > 1) {
        let is_rare = block.len() <= MOST_OF_A_KEY;
        let kind = block.first().map(|(kind, ..)| *kind);
        // Who says something in the block: of initials those who have one; of many with one name, those without an address
        // of the company.
        let says = |profile: &Profile| match kind {
            Some(Kind::Initial) => profile.name.has_initial(),
            _ => is_rare || !profile.of_company,
        };
        let first = block.iter().map(|(.., n)| *n).filter(|n| profiles.get(*n as usize).is_some_and(says));
        let first: Vec<u32> = first.take(MOST_OF_A_KEY + 1).collect();
        if first.len() > MOST_OF_A_KEY || block.len() > MOST_IN_A_BLOCK {
            continue;
        }
        for a in &first {
            for (.., b) in block.iter().filter(|(.., b)| a != b) {
                steps += 1;
                pairs.push((*a.min(b), *a.max(b)));
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    (pairs, steps)
}

/// The keys of a profile.
fn add_keys(profile: &Profile, mut add: impl FnMut(Kind, u64)) {
    let hash = |words: &mut [&str]| {
        words.sort_unstable();
        let mut hasher = DefaultHasher::new();
        words.hash(&mut hasher);
        hasher.finish()
    };
    if let Some(stem) = &profile.stem {
        add(Kind::Stem, hash(&mut [stem]));
    }
    let words = profile.name.all();
    if !profile.name.is_whole() {
        return;
    }
    let plain_words: Vec<String> = words.iter().map(|w| plain(w)).collect();
    let whole: Vec<&str> = plain_words.iter().map(String::as_str).collect();
    add(Kind::Name, hash(&mut whole.clone()));
    for (at, word) in words.iter().enumerate() {
        for long in long_forms(word) {
            let long = plain(long);
            let mut written_out = whole.clone();
            if let Some(slot) = written_out.get_mut(at) {
                *slot = &long;
            }
            add(Kind::Name, hash(&mut written_out));
        }
    }
    match whole.as_slice() {
        [a, b] => {
            let initial = |word: &str| word.chars().next().map(String::from).unwrap_or_default();
            // Either may be the family name.
            for (family, other) in [(a, b), (b, a)].into_iter().filter(|(family, _)| !is_initial(family)) {
                add(Kind::Initial, hash(&mut [*family, &initial(other)]));
            }
        }
        [first, .., last] => add(Kind::Name, hash(&mut [*first, *last])),
        _ => {}
    }
}
