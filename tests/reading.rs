//! The reader, from a file on disk to its rows: every format, layout and language it must understand, and every broken
//! file it must refuse with a clear word. Workbooks are made on the spot; those that need another program to be made
//! lie in `tests/fixtures`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may panic: that is how it fails

#[path = "reading/bad_input.rs"]
mod bad_input;
#[path = "reading/cells.rs"]
mod cells;
#[path = "reading/dates.rs"]
mod dates;
#[path = "reading/formats.rs"]
mod formats;
#[path = "reading/fuzz.rs"]
mod fuzz;
#[path = "reading/history.rs"]
mod history;
#[path = "reading/languages.rs"]
mod languages;
#[path = "reading/layouts.rs"]
mod layouts;
#[path = "reading/limits.rs"]
mod limits;
#[path = "reading/lists.rs"]
mod lists;
#[path = "reading/mappings.rs"]
mod mappings;
#[path = "reading/odd_rows.rs"]
mod odd_rows;
#[path = "reading/other_downloads.rs"]
mod other_downloads;
#[path = "reading/support.rs"]
mod support;
