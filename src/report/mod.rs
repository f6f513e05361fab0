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
mod list_columns;
pub mod list_words;
pub mod mappings;
pub mod open;
mod own_lists;
mod peek;
mod read;
pub mod report_date;
mod rows_again;
pub mod sheet;
pub mod table;
mod taker;
pub mod text_file;
pub mod values;
pub mod vocabulary;

pub use columns::{ColumnInfo, Mapping};
pub use diagnostics::{Code, Diagnostic, ReadError, Trouble};
pub use field::Field;
pub use kinds::Kind;
pub use open::{Input, Progress};
pub use peek::peek;
pub use read::{Options, Reading, Source, read};
pub use rows_again::{RawRow, rows_again};
pub use values::SkillType;
