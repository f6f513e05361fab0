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
        let printed = || accounts.iter().map(|account| company.email(company.account(*account)));
        let emails = || printed().filter_map(|email| Some((email, addresses::domain(email)?)));
        let is_companys = |domain: &str| domains.iter().any(|known| known.eq_ignore_ascii_case(domain));
        Some(Profile {
            account,
            person,
            name: Words::of(&company.full_name(company.account(account))),
            has_address: emails().next().is_some(),
            of_company: emails().any(|(_, domain)| is_companys(domain)),
            stem: emails().find_map(|(email, _)| addresses::stem(email)),
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

/// The keys of a profile. That of several words is the sum of theirs: their order says nothing.
fn add_keys(profile: &Profile, mut add: impl FnMut(Kind, u64)) {
    if let Some(stem) = &profile.stem {
        add(Kind::Stem, hash(stem));
    }
    let words = profile.name.all();
    if !profile.name.is_whole() {
        return;
    }
    let whole = words.iter().fold(0u64, |sum, word| sum.wrapping_add(hash(&plain(word))));
    add(Kind::Name, whole);
    for word in words {
        for long in long_forms(word) {
            add(Kind::Name, whole.wrapping_sub(hash(&plain(word))).wrapping_add(hash(&plain(long))));
        }
    }
    match words {
        [a, b] => {
            let initial = |word: &str| word.chars().next().map_or(0, |c| hash(c.encode_utf8(&mut [0; 4])));
            // Either may be the family name.
            for (family, other) in [(a, b), (b, a)].into_iter().filter(|(family, _)| !is_initial(family)) {
                add(Kind::Initial, hash(&plain(family)).wrapping_add(initial(other)));
            }
        }
        [first, .., last] => add(Kind::Name, hash(&plain(first)).wrapping_add(hash(&plain(last)))),
        _ => {}
    }
}

fn hash(word: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    word.hash(&mut hasher);
    hasher.finish()
}
