//! What leaves the program: tables for the clipboard and for files. All escaping for spreadsheets, mails and web pages
//! lives here.

pub mod cases;
pub mod checklists;
pub mod csv;
pub mod evidence;
pub mod file;
pub mod findings;
pub mod folder;
pub mod grid;
pub mod letters;
pub mod people;
pub mod standing;
mod workbook;

pub use file::{FileFormat, WriteError, format_of};
pub use grid::{Cell, Grid};
pub use workbook::SheetError;
