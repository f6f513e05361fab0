//! The explorer without a terminal: keys go through the real `update`, what it asks of the world outside is carried out
//! on the spot, and the screens are drawn on a backend that only remembers them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)] // a test may panic: that is how it fails

#[path = "tui/cases.rs"]
mod cases;
#[path = "tui/commands.rs"]
mod commands;
#[path = "tui/deck.rs"]
mod deck;
#[path = "tui/entering.rs"]
mod entering;
#[path = "tui/files.rs"]
mod files;
#[path = "tui/jobs.rs"]
mod jobs;
#[path = "tui/joined.rs"]
mod joined;
#[path = "tui/keys.rs"]
mod keys;
#[path = "tui/late.rs"]
mod late;
#[path = "tui/layers.rs"]
mod layers;
#[path = "tui/leaving.rs"]
mod leaving;
#[path = "tui/looks.rs"]
mod looks;
#[path = "tui/mouse.rs"]
mod mouse;
#[path = "tui/overview.rs"]
mod overview;
#[path = "tui/screens.rs"]
mod screens;
#[path = "tui/standing.rs"]
mod standing;
#[path = "tui/start.rs"]
mod start;
#[path = "tui/taking.rs"]
mod taking;
#[path = "tui/themes.rs"]
mod themes;
#[path = "tui/troubleshooting.rs"]
mod troubleshooting;
#[path = "tui/users.rs"]
mod users;
