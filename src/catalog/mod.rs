//! What Microsoft asks for and awards: the certifications, exams and assessments by which skills are recognised, and the
//! rules of both programmes, chosen by date. A user's own rules can be put into them.

pub mod by_date;
mod certifications;
mod own;
pub mod problem;
pub mod programmes;
mod read;
mod words;

pub use by_date::{Choice, Programme, option_on, options_on, programme_on, version_on};
pub use certifications::{Catalog, Credential, Status, catalog};
pub use own::{WithOwn, count, files_of, gathered, merge, programmes, read_embedded, read_own, with_own};
pub use problem::{Problem, Severity, Trouble, nearest};
pub use read::{Part, Reading, read};
pub use words::words_in;
