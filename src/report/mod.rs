//! From a file to rows: format, encoding, sheet, header row, columns and cells of the downloads of Partner Center.
//!
//! [`read`] does it all; the modules below are its steps. Everything keeps its source (file, sheet, row), and everything
//! that was guessed or refused is said in a [`diagnostics::Diagnostic`].

pub mod columns;
pub mod dates;
pub mod diagnostics;
pub mod field;
mod guard;
pub mod kinds;
pub mod mappings;
pub mod open;
mod read;
pub mod report_date;
pub mod sheet;
pub mod table;
pub mod text_file;
pub mod values;
pub mod vocabulary;

pub use columns::{ColumnInfo, Mapping};
pub use diagnostics::{Code, Diagnostic, ReadError, Trouble};
pub use field::Field;
pub use kinds::Kind;
pub use open::{Input, Progress};
pub use read::{Options, RawRow, Reading, Source, read, rows_again};
pub use values::SkillType;
