//! The filter language, the same in the explorer and behind `--filter`.
//!
//! Plain words match fuzzily over name, e-mail, MCID, skill code and title; `field:value` narrows exactly; `-` negates;
//! quotes keep blanks. The skill fields of one query meet in the same skill.

mod facets;
mod fields;
mod filter;
mod fuzzy;
mod index;
mod parse;
mod suggest;
mod when;

pub use facets::{Count, Facet, Scope, Value, column_values, facets, has_term, toggle_term};
pub use fields::{FIELDS, FieldName, in_language};
pub use filter::{Filter, Found, Hit, run};
pub use fuzzy::{highlights, highlights_near, score};
pub use index::SearchIndex;
pub use parse::{Presence, Query, QueryError, Reason, Term, parse, parse_what_can_be};
pub use suggest::{Choice, Suggestions, suggest};
pub use when::{Compare, When};
