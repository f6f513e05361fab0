//! Which account of the second file is which of the first, and which of them all are one person's.

use std::collections::HashMap;

use crate::model::{Account, Company, people};
use crate::report::table::Dictionary;

/// The accounts of two files as one list: those of the first, then those that only the second has.
pub(super) struct Accounts {
    /// How many there are.
    pub len: u32,
    /// The number of the person of each, and how many people there are.
    pub people: Vec<u32>,
    pub count: u32,
    joined: Vec<u32>,
    of_second: Vec<Option<u32>>,
    by_private: Vec<bool>,
}

impl Accounts {
    pub fn of(first: &Company, second: &Company) -> Accounts {
        let mut keys = Keys::default();
        let (of_first, of_second) = (keys.of(first), keys.of(second));
        let mut matching = Matching::new(&of_first, &of_second);
        matching.by_both();
        matching.by_address();
        let has_company = |company: &Company, at: u32| company.has_company_address(company.account(at));
        matching.by_mcid(|a, b| !has_company(first, a) || !has_company(second, b));
        let private: Vec<u32> = second.accounts.iter().map(|account| keys.address(second.private_email(account))).collect();
        let by_private = matching.by_private(&private, |at| has_company(second, at));
        let mut joined = Vec::with_capacity(second.accounts.len());
        let mut back: Vec<Option<u32>> = vec![None; first.accounts.len()];
        for (at, of) in (0u32..).zip(&matching.found) {
            let number = of.unwrap_or_else(|| {
                back.push(None);
                u32::try_from(back.len() - 1).unwrap_or(u32::MAX)
            });
            if let Some(slot) = back.get_mut(number as usize) {
                *slot = Some(at);
            }
            joined.push(number);
        }
        // Two that are one share an MCID or an address, so all keys together tell the people.
        let all: Vec<(u32, u32)> = of_first.iter().chain(&of_second).copied().collect();
        let (numbers, count) = people::group(&all);
        let (own, other) = numbers.split_at(first.accounts.len());
        let mut people = own.to_vec();
        people.extend(other.iter().zip(&matching.found).filter(|(_, found)| found.is_none()).map(|(person, _)| *person));
        Accounts { len: u32::try_from(back.len()).unwrap_or(u32::MAX), people, count, joined, of_second: back, by_private }
    }

    /// The number of an account of the second file in the list of all.
    pub fn joined(&self, second: u32) -> u32 {
        self.joined.get(second as usize).copied().unwrap_or(u32::MAX)
    }

    /// The account of the second file that an account of the list is.
    pub fn of_second(&self, joined: u32) -> Option<u32> {
        self.of_second.get(joined as usize).copied().flatten()
    }

    /// Whether an account of the second file was found by its private address, beside which it has one of the company.
    pub fn is_by_private(&self, second: u32) -> bool {
        self.by_private.get(second as usize).copied().unwrap_or(false)
    }
}

/// MCIDs and addresses as numbers, equal for equal ones; 0: none.
#[derive(Default)]
struct Keys {
    ids: Dictionary,
    addresses: Dictionary,
}

impl Keys {
    fn of(&mut self, company: &Company) -> Vec<(u32, u32)> {
        self.ids.add("");
        self.addresses.add("");
        company.accounts.iter().map(|account| (self.ids.add(company.mcid(account)), self.address_of(company, account))).collect()
    }

    fn address(&mut self, address: &str) -> u32 {
        self.addresses.add(&address.to_lowercase())
    }

    fn address_of(&mut self, company: &Company, account: &Account) -> u32 {
        match (company.email(account), company.anonymous_id(account)) {
            ("", "") => 0,
            // An object id stands in place of an address, and is none.
            ("", id) => self.address(&format!("aad:{id}")),
            (email, _) => self.address(email),
        }
    }
}

/// The one of a key; `None`: there are several.
type Sole = HashMap<u32, Option<u32>>;

fn sole(keys: impl Iterator<Item = (u32, u32)>) -> Sole {
    let mut found = Sole::new();
    for (key, account) in keys.filter(|(key, _)| *key != 0) {
        found.entry(key).and_modify(|one| *one = None).or_insert(Some(account));
    }
    found
}

/// Finds accounts of the first file for those of the second, each at most once.
struct Matching<'k> {
    first: &'k [(u32, u32)],
    second: &'k [(u32, u32)],
    by_key: HashMap<(u32, u32), u32>,
    found: Vec<Option<u32>>,
    taken: Vec<bool>,
}

impl<'k> Matching<'k> {
    fn new(first: &'k [(u32, u32)], second: &'k [(u32, u32)]) -> Matching<'k> {
        // Somebody who has neither MCID nor address is nobody by a name.
        let by_key = first.iter().zip(0u32..).filter(|(key, _)| **key != (0, 0)).map(|(key, at)| (*key, at)).collect();
        Matching { first, second, by_key, found: vec![None; second.len()], taken: vec![false; first.len()] }
    }

    fn take(&mut self, first: Option<u32>, second: u32) -> bool {
        let (Some(first), Some(slot)) = (first, self.found.get_mut(second as usize)) else { return false };
        match self.taken.get_mut(first as usize) {
            Some(taken) if !*taken && slot.is_none() => {
                *taken = true;
                *slot = Some(first);
                true
            }
            _ => false,
        }
    }

    fn each(&mut self, mut find: impl FnMut(&Self, u32, (u32, u32)) -> Option<u32>) -> Vec<bool> {
        let mut hits = vec![false; self.second.len()];
        for (at, key) in (0u32..).zip(self.second) {
            if self.found[at as usize].is_none() {
                let first = find(self, at, *key);
                hits[at as usize] = self.take(first, at);
            }
        }
        hits
    }

    /// The same MCID and the same address.
    fn by_both(&mut self) {
        self.each(|this, _, key| this.by_key.get(&key).copied());
    }

    /// The same address, for which one file has no MCID and the other exactly one.
    fn by_address(&mut self) {
        let with_id = |keys: &[(u32, u32)]| sole(keys.iter().zip(0u32..).filter(|(key, _)| key.0 != 0).map(|(key, at)| (key.1, at)));
        let (of_first, of_second) = (with_id(self.first), with_id(self.second));
        self.each(|this, at, (id, address)| match id {
            0 => of_first.get(&address).copied().flatten(),
            _ if of_second.get(&address).copied().flatten() == Some(at) => this.by_key.get(&(0, address)).copied(),
            _ => None,
        });
    }

    /// The same MCID of one account each that are left, where one of the two has no address of the company (R16): two
    /// different addresses are two accounts of one person.
    fn by_mcid(&mut self, may_be: impl Fn(u32, u32) -> bool) {
        let left = |keys: &[(u32, u32)], is_left: &dyn Fn(usize) -> bool| {
            sole(keys.iter().zip(0u32..).filter(|(_, at)| is_left(*at as usize)).map(|(key, at)| (key.0, at)))
        };
        let of_first = left(self.first, &|at| !self.taken[at]);
        let of_second = left(self.second, &|at| self.found[at].is_none());
        self.each(|_, at, (id, _)| {
            let only = of_second.get(&id).copied().flatten() == Some(at);
            of_first.get(&id).copied().flatten().filter(|first| only && may_be(*first, at))
        });
    }

    /// The same MCID, and the private address of the second is the one that the first has. Gives those of whom the second
    /// has an address of the company too.
    fn by_private(&mut self, private: &[u32], has_company: impl Fn(u32) -> bool) -> Vec<bool> {
        let hits = self.each(|this, at, (id, _)| match private.get(at as usize) {
            Some(address) if id != 0 && *address != 0 => this.by_key.get(&(id, *address)).copied(),
            _ => None,
        });
        (0u32..).zip(hits).map(|(at, hit)| hit && has_company(at)).collect()
    }
}
