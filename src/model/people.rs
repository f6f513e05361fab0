//! Which accounts are one person: the same MCID or the same e-mail address (R14). Likeness alone never merges.

/// Groups accounts by what they share. `keys`: for each account its MCID key and e-mail key, 0 for none.
/// Gives the number of the person of each account, in order of first appearance, and how many people there are.
#[must_use]
pub fn group(keys: &[(u32, u32)]) -> (Vec<u32>, u32) {
    let mut parents: Vec<u32> = (0u32..).take(keys.len()).collect();
    // The keys are numbers given one after the other: a table by number, no hash.
    let table = |key: fn(&(u32, u32)) -> u32| vec![u32::MAX; keys.iter().map(key).max().map_or(0, |max| max as usize + 1)];
    let (mut by_mcid, mut by_email) = (table(|k| k.0), table(|k| k.1));
    for (account, (mcid, email)) in (0u32..).zip(keys) {
        for (table, key) in [(&mut by_mcid, *mcid), (&mut by_email, *email)] {
            if key != 0 {
                let first = &mut table[key as usize];
                *first = account.min(*first);
                join(&mut parents, *first, account);
            }
        }
    }
    let mut people = vec![u32::MAX; keys.len()];
    let mut numbers = Vec::with_capacity(keys.len());
    let mut count = 0;
    for account in (0u32..).take(keys.len()) {
        let root = root(&mut parents, account) as usize;
        if people[root] == u32::MAX {
            people[root] = count;
            count += 1;
        }
        numbers.push(people[root]);
    }
    (numbers, count)
}

fn root(parents: &mut [u32], mut account: u32) -> u32 {
    while parents[account as usize] != account {
        let up = parents[parents[account as usize] as usize];
        parents[account as usize] = up;
        account = up;
    }
    account
}

fn join(parents: &mut [u32], a: u32, b: u32) {
    let (a, b) = (root(parents, a), root(parents, b));
    // The earlier account stays the root, so that people are numbered by first appearance.
    parents[a.max(b) as usize] = a.min(b);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_shared_mcid_or_address_makes_one_person() {
        let keys = [(1, 1), (2, 2), (2, 3), (0, 3), (4, 0), (0, 0), (0, 0), (5, 1)];
        assert_eq!(group(&keys), (vec![0, 1, 1, 1, 2, 3, 4, 0], 5));
    }

    proptest! {
        /// Against the definition: the reflexive, transitive closure of sharing a key.
        #[test]
        fn grouping_is_the_closure_of_sharing(keys in prop::collection::vec((0u32..6, 0u32..6), 0..14)) {
            let (numbers, count) = group(&keys);
            let shares = |a: usize, b: usize| a == b || keys[a].0 != 0 && keys[a].0 == keys[b].0 || keys[a].1 != 0 && keys[a].1 == keys[b].1;
            let n = keys.len();
            let mut same: Vec<Vec<bool>> = (0..n).map(|a| (0..n).map(|b| shares(a, b)).collect()).collect();
            for k in 0..n { for i in 0..n { for j in 0..n { if same[i][k] && same[k][j] { same[i][j] = true; } } } }
            for a in 0..n { for b in 0..n { prop_assert_eq!(numbers[a] == numbers[b], same[a][b]); } }
            prop_assert_eq!(numbers.iter().max().map_or(0, |m| m + 1), count);
        }
    }
}
