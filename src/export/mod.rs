//! What leaves the program: csv. All escaping for spreadsheets lives here.

pub mod csv;
