//! What to go through when something is wrong: checklists as data (`assets/checklists.toml`), and what the files answer of
//! their steps.
//!
//! Nothing here has words for people: a step names its messages, a verdict the cells that show it.

mod data;
mod verdict;

pub use data::{About, Check, Checklist, Step, checklists, of_finding};
pub use verdict::{Facts, Shown, Subject, Verdict, verdict};
