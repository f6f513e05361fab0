//! The command line: the same engine as the explorer, for scripts, pipes and screen readers.

mod args;
mod catalog;
mod columns;
mod entered;
mod evidence;
mod findings;
mod json;
mod letters;
mod output;
mod output_table;
mod person;
mod rows;
mod run;
mod standing;
mod summary;
mod users;

pub use crate::session::Explore;
pub use args::{Args, CatalogCommand, Command, Format, command};
pub use run::{Outcome, explore_demo, prepare, run};
