//! How many people may leave before something breaks.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashSet};

/// Combinations of leavers that are tried before giving up.
const MOST_TRIES: usize = 4_000;

/// The fewest people who must leave to break something, among people of whom only the kind matters. `counts`: how many
/// there are of each kind; `enough`: more of one kind than this make no difference; `breaks`: whether it is broken with so
/// many of each, which stays so when more leave. `None`: it never breaks, or that would take too long to find out.
pub(super) fn fewest_leavers(counts: &[u32], enough: u32, mut breaks: impl FnMut(&[u32]) -> Option<bool>) -> Option<u32> {
    let mut seen = HashSet::new();
    let mut queue = BinaryHeap::from([(Reverse(0u32), counts.to_vec())]);
    while let Some((Reverse(left), counts)) = queue.pop() {
        if !seen.insert(counts.clone()) {
            continue;
        }
        if seen.len() > MOST_TRIES {
            return None;
        }
        if breaks(&counts)? {
            return Some(left);
        }
        for kind in (0..counts.len()).filter(|kind| counts[*kind] > 0) {
            // Of a kind of which there are more than enough, so many leave that it makes a difference.
            let after = (counts[kind] - 1).min(enough.saturating_sub(1));
            let mut fewer = counts.clone();
            fewer[kind] = after;
            queue.push((Reverse(left + counts[kind] - after), fewer));
        }
    }
    None
}
