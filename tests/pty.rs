//! The real program in a pseudo-terminal: what it writes to the terminal, how it leaves it, and by which doors.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)] // a test may panic: that is how it fails

#[path = "pty/doors.rs"]
mod doors;
#[path = "pty/explorer.rs"]
mod explorer;
#[path = "pty/session.rs"]
mod session;
#[path = "pty/window.rs"]
mod window;
