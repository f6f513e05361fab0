//! The marked accounts, with the number of those that the list leaves out kept beside them: the title says it in every
//! frame, and there may be as many marks as there are users.

use std::collections::BTreeSet;

use super::action::Listing;

/// Marked accounts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    accounts: BTreeSet<u32>,
    hidden: usize,
}

impl Marks {
    /// These accounts, some of which the list may leave out.
    #[must_use]
    pub fn new(accounts: BTreeSet<u32>, listing: &Listing) -> Marks {
        let mut marks = Marks { accounts, hidden: 0 };
        marks.listed(listing);
        marks
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.accounts.len()
    }

    /// There are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.accounts.is_empty()
    }

    /// How many of them the list leaves out.
    #[must_use]
    pub fn hidden(&self) -> usize {
        self.hidden
    }

    /// Whether an account is marked.
    #[must_use]
    pub fn contains(&self, account: u32) -> bool {
        self.accounts.contains(&account)
    }

    /// The accounts, by number.
    pub fn iter(&self) -> impl Iterator<Item = &u32> {
        self.accounts.iter()
    }

    /// Marks an account of the list, or takes its mark away.
    pub fn toggle(&mut self, account: u32) {
        if !self.accounts.remove(&account) {
            self.accounts.insert(account);
        }
    }

    /// Marks some accounts of the list.
    pub fn extend(&mut self, accounts: &[u32]) {
        self.accounts.extend(accounts);
    }

    /// Marks all of the list; if they all are, none of them.
    pub fn toggle_all(&mut self, listing: &Listing) {
        if self.len() - self.hidden == listing.by_number.len() {
            self.accounts.retain(|account| !listing.holds(*account));
        } else {
            // Both are in order: joined in one go.
            self.accounts.append(&mut listing.by_number.iter().copied().collect());
        }
    }

    /// Takes all marks away.
    pub fn clear(&mut self) {
        *self = Marks::default();
    }

    /// The list is another one.
    pub fn listed(&mut self, listing: &Listing) {
        let mut shown = listing.by_number.iter().peekable();
        let is_hidden = |account: &&u32| {
            while shown.next_if(|number| number < account).is_some() {}
            shown.peek() != Some(account)
        };
        self.hidden = self.accounts.iter().filter(is_hidden).count();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::sync::Arc;

    fn listing(numbers: &BTreeSet<u32>) -> Listing {
        let numbers: Vec<u32> = numbers.iter().copied().collect();
        Listing { accounts: numbers.iter().rev().copied().collect(), by_number: Arc::new(numbers), ..Listing::default() }
    }

    proptest! {
        #[test]
        fn the_number_kept_is_the_number_counted(
            before in prop::collection::btree_set(0u32..30, 0..20),
            shown in prop::collection::btree_set(0u32..30, 0..20),
            toggled in prop::collection::vec(0usize..20, 0..5),
            all in any::<bool>(),
        ) {
            let listing = listing(&shown);
            let mut marks = Marks::new(before, &listing);
            for account in toggled.iter().filter_map(|at| listing.accounts.get(*at)) {
                marks.toggle(*account);
            }
            if all {
                marks.toggle_all(&listing);
            }
            prop_assert_eq!(marks.hidden(), marks.iter().filter(|account| !shown.contains(account)).count());
        }
    }
}
