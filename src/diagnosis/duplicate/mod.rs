//! Maybe one person, two MCIDs (T1, R14): which accounts are likely enough to be one person's that somebody should ask.
//!
//! Names and addresses are made comparable ([`names`], [`addresses`]), accounts that share anything are put side by side
//! ([`blocking`]: never all pairs), and each two are judged ([`judge`]). It merges nobody, and is wider than
//! `standing::suspected`, which only decides whether two numbers are said: that one knows whole names and nothing else.

mod addresses;
mod blocking;
mod judge;
mod names;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub(super) use names::Words;

use super::Confidence;
use super::context::Context;

/// How two names are alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Name {
    /// The same words; accents, letter case and order aside.
    Same,
    /// The same but for letters that are written in two ways: ü and ue.
    Spelling,
    /// One uses a short form: Bob for Robert.
    ShortForm,
    /// One has an initial for what the other writes out.
    Initial,
    /// One has a further name.
    Further,
    /// One of both is not named.
    Unnamed,
    /// They are different.
    Different,
}

/// How two addresses go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Address {
    /// One address for both.
    Same,
    /// One of the company and one that is private, before the @ alike.
    PrivateAlike,
    /// One of the company and one that is private.
    Private,
    /// One of both has none.
    OneWithout,
    /// Two that are both private, or of no known company.
    NoneOfCompany,
    /// Two of the company.
    BothOfCompany,
}

/// How the skills of two accounts go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holdings {
    /// One holds a certification, the other an exam that it is made of.
    Complete,
    /// No skill is on both.
    Apart,
    /// One of both holds nothing.
    OneEmpty,
    /// Both hold one on the same day: it is listed twice.
    Repeated,
    /// Both hold one, earned on different days.
    Overlap,
}

/// What speaks for one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// How sure it is.
    pub confidence: Confidence,
    /// Their names.
    pub name: Name,
    /// Their addresses.
    pub address: Address,
    /// Their skills.
    pub holdings: Holdings,
}

/// Two accounts with different MCIDs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    /// The earlier one first.
    pub accounts: [u32; 2],
    pub likeness: Likeness,
}

impl Pair {
    /// The other account of the pair; `None` for one that is not in it.
    pub fn other(&self, account: u32) -> Option<u32> {
        match self.accounts {
            [a, b] if a == account => Some(b),
            [a, b] if b == account => Some(a),
            _ => None,
        }
    }
}

/// All pairs of a company, by each of their accounts: no rule looks through all of them for one account.
#[derive(Clone, Debug, Default)]
pub(super) struct Pairs(BTreeMap<u32, Vec<Pair>>);

impl Pairs {
    pub fn new(pairs: Vec<Pair>) -> Pairs {
        let mut by_account: BTreeMap<u32, Vec<Pair>> = BTreeMap::new();
        for pair in pairs {
            for account in pair.accounts {
                by_account.entry(account).or_default().push(pair);
            }
        }
        // The surest first, then in the order of the file.
        by_account.values_mut().for_each(|of| of.sort_by_key(|pair| (pair.likeness.confidence, pair.accounts)));
        Pairs(by_account)
    }

    /// The pairs of an account, the surest first.
    pub fn of(&self, account: u32) -> &[Pair] {
        self.0.get(&account).map_or(&[], Vec::as_slice)
    }

    /// Every account with its pairs, in the order of the file.
    pub fn by_account(&self) -> impl Iterator<Item = (u32, &[Pair])> {
        self.0.iter().map(|(account, pairs)| (*account, pairs.as_slice()))
    }
}

/// All pairs of a company, in the order of the file.
pub(super) fn pairs(context: &Context<'_>) -> Vec<Pair> {
    let profiles = blocking::profiles(context);
    let mut pairs: Vec<Pair> = blocking::candidates(&profiles)
        .into_iter()
        .filter_map(|(a, b)| judge::judge(context, &profiles, a, b))
        .chain(judge::of_one_address(context))
        .filter(|pair| !judge::is_denied(context, pair))
        .collect();
    judge::leave_to_the_nearest(&profiles, &mut pairs);
    pairs.sort_by_key(|pair| pair.accounts);
    pairs.dedup_by_key(|pair| pair.accounts);
    pairs
}
