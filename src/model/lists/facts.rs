//! What the lists say of the accounts of a report, for whoever filters, counts or prints them: none of whom need to know
//! the lists.

use std::collections::HashMap;

use super::{Joined, Lists};
use crate::model::Company;
use crate::report::Field;
use crate::text;

/// A fact about somebody, as a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fact {
    /// Team or department.
    Team,
    /// The manager.
    Manager,
    /// The country.
    Country,
    /// The language.
    Language,
}

impl Fact {
    /// All of them.
    pub const ALL: [Fact; 4] = [Fact::Team, Fact::Manager, Fact::Country, Fact::Language];

    fn field(self) -> Field {
        match self {
            Fact::Team => Field::Team,
            Fact::Manager => Field::Manager,
            Fact::Country => Field::Country,
            Fact::Language => Field::Language,
        }
    }
}

/// What the lists say of each person: the first list that says it has the word, staff lists before directories.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// By fact: the values that occur, each once and safe to show; number 0 is nothing.
    values: [Vec<String>; 4],
    /// By fact and account: number of the value. Empty where nothing is said of anybody.
    of_account: [Vec<u32>; 4],
    technical: Vec<Option<bool>>,
}

impl Facts {
    /// Gathers what is said of the accounts of a company.
    #[must_use]
    pub fn of(lists: &Lists, joined: &Joined, company: &Company) -> Facts {
        let mut facts = Facts::default();
        if lists.staff.is_empty() && lists.directories.is_empty() {
            return facts;
        }
        let people = company.people as usize;
        let mut technical = vec![None; people];
        let mut said = Fact::ALL.map(|_| vec![0u32; people]);
        let mut numbers = Fact::ALL.map(|_| HashMap::from([(String::new(), 0u32)]));
        for person in 0..company.people {
            let at = person as usize;
            let mut rows = Vec::new();
            for member in joined.members_of(lists, person) {
                technical[at] = technical[at].or(member.technical);
                rows.push(member.who);
            }
            rows.extend(joined.entries_of(lists, person).map(|entry| entry.who));
            for fact in Fact::ALL {
                let number = fact as usize;
                let text = rows.iter().map(|row| row.text(fact.field())).find(|text| !text.is_empty()).unwrap_or_default();
                let next = u32::try_from(numbers[number].len()).unwrap_or(u32::MAX);
                said[number][at] = *numbers[number].entry(text::clean(text).into_owned()).or_insert(next);
            }
        }
        for (values, numbers) in facts.values.iter_mut().zip(numbers) {
            let mut known: Vec<(u32, String)> = numbers.into_iter().map(|(value, number)| (number, value)).collect();
            known.sort_unstable();
            *values = known.into_iter().map(|(_, value)| value).collect();
        }
        let of = |accounts: &[crate::model::Account], said: &[u32]| accounts.iter().map(|a| said[a.person as usize]).collect();
        facts.of_account = said.each_ref().map(|said| of(&company.accounts, said));
        facts.technical = company.accounts.iter().map(|a| technical[a.person as usize]).collect();
        facts
    }

    /// Whether nothing is said of anybody.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.says_who_is_technical() && Fact::ALL.into_iter().all(|fact| !self.says(fact))
    }

    /// Whether a fact is said of anybody.
    #[must_use]
    pub fn says(&self, fact: Fact) -> bool {
        self.values(fact).len() > 1
    }

    /// Whether anybody is said to be technical or not.
    #[must_use]
    pub fn says_who_is_technical(&self) -> bool {
        self.technical.iter().any(Option::is_some)
    }

    /// The values of a fact that occur, by number; number 0 is nothing.
    #[must_use]
    pub fn values(&self, fact: Fact) -> &[String] {
        &self.values[fact as usize]
    }

    /// Number of an account's value.
    #[must_use]
    pub fn number(&self, fact: Fact, account: u32) -> usize {
        self.of_account[fact as usize].get(account as usize).map_or(0, |number| *number as usize)
    }

    /// An account's value; empty where nothing is said.
    #[must_use]
    pub fn text(&self, fact: Fact, account: u32) -> &str {
        self.values(fact).get(self.number(fact, account)).map_or("", String::as_str)
    }

    /// Whether somebody is technical (J3); `None`: not said.
    #[must_use]
    pub fn technical(&self, account: u32) -> Option<bool> {
        self.technical.get(account as usize).copied().flatten()
    }
}
