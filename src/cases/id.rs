//! Names that no other program gives, though nobody asks the other one.

use std::fmt::Write;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::atomic::{AtomicU16, Ordering};

use serde::{Deserialize, Serialize};

/// The name of a case or of an entry. Those of one program sort in the order in which they were given.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(transparent)]
pub struct Id(String);

/// How those begin that follow from a report.
const REPORT: &str = "report-";

impl Id {
    /// A new one.
    #[must_use]
    pub fn fresh() -> Id {
        static COUNT: AtomicU16 = AtomicU16::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        // The keys of a hash map come from the system's source of chance.
        let chance = RandomState::new().build_hasher().finish();
        Id(format!("{count:04x}-{chance:016x}"))
    }

    /// Of what a report says, the one that follows from the parts: what two programs read in the same report is one entry.
    #[must_use]
    pub fn of_report(parts: &[&str]) -> Id {
        // FNV-1a, twice from different beginnings; it has to stay the same for good.
        let mut id = REPORT.to_owned();
        for start in [0xcbf2_9ce4_8422_2325_u64, 0x9ae1_6a3b_2f90_404f] {
            let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            let hash = parts.iter().fold(start, |hash, part| step(part.bytes().fold(hash, step), 0));
            let _ = write!(id, "{hash:016x}");
        }
        Id(id)
    }

    /// Whether a report says it, and not somebody who acts.
    #[must_use]
    pub fn is_of_report(&self) -> bool {
        self.0.starts_with(REPORT)
    }

    /// As it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Id {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for Id {
    fn from(id: &str) -> Id {
        Id(id.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_given_once_and_in_order() {
        let mut ids: Vec<Id> = (0..500).map(|_| Id::fresh()).collect();
        assert!(ids.windows(2).filter(|two| two[0] > two[1]).count() <= 1, "but for where the count begins anew");
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), 500);
    }

    #[test]
    fn what_follows_from_its_parts_is_always_the_same() {
        assert_eq!(Id::of_report(&["a", "b"]).as_str(), "report-ab40d7820d408076ca054e509cf9f69c");
        assert_ne!(Id::of_report(&["ab", ""]), Id::of_report(&["a", "b"]));
    }
}
