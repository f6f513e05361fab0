//! The command line, as a script or a person uses it: the real program is run, with folders of its own, and what it
//! prints is held against the contract that other programs rely on.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may panic: that is how it fails

#[path = "cli/catalog.rs"]
mod catalog;
#[path = "cli/commands.rs"]
mod commands;
#[path = "cli/dates.rs"]
mod dates;
#[path = "cli/entered.rs"]
mod entered;
#[path = "cli/errors.rs"]
mod errors;
#[path = "cli/evidence.rs"]
mod evidence;
#[path = "cli/files.rs"]
mod files;
#[path = "cli/findings.rs"]
mod findings;
#[path = "cli/joined.rs"]
mod joined;
#[path = "cli/letters.rs"]
mod letters;
#[path = "cli/lists.rs"]
mod lists;
#[path = "cli/output.rs"]
mod output;
#[path = "cli/people.rs"]
mod people;
#[path = "cli/portal.rs"]
mod portal;
#[path = "cli/settings.rs"]
mod settings;
#[path = "cli/standing.rs"]
mod standing;
#[path = "cli/summary.rs"]
mod summary;
#[path = "cli/support.rs"]
mod support;
#[path = "cli/truth.rs"]
mod truth;
#[path = "cli/users.rs"]
mod users;
