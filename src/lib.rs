//! skilldeck reads the skills reports that partner admins download from Microsoft Partner Center and shows who is there,
//! who is not associated, and what each person holds.
//!
//! The library has two halves. The core reads files and computes; it knows nothing of a screen. [`tui`] draws.
//! Data goes one way: bytes → [`report`] (rows with their file, sheet and line) → [`model`] (one immutable company) →
//! [`query`] (what is asked for), [`standing`] (where it stands by the rules of [`catalog`], and by what was [`entered`]),
//! [`diagnosis`] (what there is to settle), [`checklists`] (what to go through for it), [`cases`] (where that stands, from one
//! session to the next) → [`cli`] or [`tui`] (what is shown). What outlives a session is [`kept`].

pub mod cases;
pub mod catalog;
pub mod checklists;
pub mod cli;
pub mod config;
pub mod diagnosis;
pub mod entered;
pub mod export;
pub mod faults;
pub mod files;
pub mod i18n;
pub mod kept;
pub mod model;
pub mod query;
pub mod report;
pub mod session;
pub mod standing;
pub mod text;
pub mod tui;
