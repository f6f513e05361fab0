//! Faults on request, for tests of the program as a whole: in builds for tests, `SKILLDECK_TEST_PANIC` names a place that
//! panics and `SKILLDECK_TEST_HOLD` one that waits. In builds for people nothing of it is there.

/// Panics where `SKILLDECK_TEST_PANIC` names the place.
#[cfg(debug_assertions)]
#[allow(clippy::panic)] // that is what it is for
pub fn panic_if_asked(place: &str) {
    static ASKED: std::sync::OnceLock<Option<std::ffi::OsString>> = std::sync::OnceLock::new();
    if ASKED.get_or_init(|| std::env::var_os("SKILLDECK_TEST_PANIC")).as_ref().is_some_and(|asked| asked == place) {
        panic!("asked to panic: {place}");
    }
}

/// Waits where `SKILLDECK_TEST_HOLD` names the place: until `over`, or until there is the file that `SKILLDECK_TEST_GO` names.
#[cfg(debug_assertions)]
pub fn hold_if_asked(place: &str, over: impl Fn() -> bool) {
    static ASKED: std::sync::OnceLock<Option<std::ffi::OsString>> = std::sync::OnceLock::new();
    if ASKED.get_or_init(|| std::env::var_os("SKILLDECK_TEST_HOLD")).as_ref().is_some_and(|asked| asked == place) {
        let go = std::env::var_os("SKILLDECK_TEST_GO").map(std::path::PathBuf::from);
        while !over() && !go.as_ref().is_some_and(|file| file.exists()) {
            std::thread::sleep(std::time::Duration::from_millis(2));
        }
    }
}

/// Not in builds for people.
#[cfg(not(debug_assertions))]
pub fn panic_if_asked(_: &str) {}

/// Not in builds for people.
#[cfg(not(debug_assertions))]
pub fn hold_if_asked(_: &str, _: impl Fn() -> bool) {}
