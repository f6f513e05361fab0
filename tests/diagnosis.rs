//! How right the findings are: invented companies whose every problem is known, and for each rule what it found, missed and
//! made up. The companies of the repository are measured in every run; larger ones with
//! `SKILLDECK_MEASURE=FOLDER cargo test --test diagnosis -- --ignored --nocapture`, where the folder holds reports with
//! their `.key.json` beside them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may panic: that is how it fails

#[path = "diagnosis/expected.rs"]
mod expected;
#[path = "diagnosis/lists.rs"]
mod lists;
#[path = "diagnosis/measure.rs"]
mod measure;

use std::path::{Path, PathBuf};

use measure::{Figures, measure};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/findings")
}

/// The reports of a folder that have their key beside them.
fn reports(folder: &Path) -> Vec<PathBuf> {
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut reports: Vec<PathBuf> = files.filter(|path| measure::key_of(path).exists()).collect();
    reports.sort();
    reports
}

fn print(all: &Figures) {
    for (code, figure) in all {
        println!("{code:24} tp {:5} fp {:4} fn {:4}", figure.right, figure.wrong.len(), figure.missed.len());
        let named = |list: &[String]| list.iter().take(12).cloned().collect::<Vec<_>>().join(" · ");
        if !figure.wrong.is_empty() {
            println!("    made up: {}", named(&figure.wrong));
        }
        if !figure.missed.is_empty() {
            println!("    missed: {}", named(&figure.missed));
        }
    }
}

#[test]
fn nothing_is_made_up_and_nearly_nothing_missed() {
    let reports = reports(&fixtures());
    assert_eq!(reports.len(), 4, "three skills reports of several languages and years, and a TrainingCompletions");
    let mut all = Figures::new();
    for report in reports {
        measure::add(&mut all, measure(&report));
    }
    print(&all);
    for (code, figure) in &all {
        assert_eq!(figure.wrong, Vec::<String>::new(), "{code} made up");
        assert!(figure.missed.len() * 20 <= figure.right + figure.missed.len(), "{code} missed: {:?}", figure.missed);
    }
    let tried: Vec<&str> = all.iter().filter(|(_, figure)| figure.right > 0).map(|(code, _)| *code).collect();
    for code in [
        "pmc-only",
        "not-associated",
        "possible-duplicate",
        "conflicting-association",
        "expiring",
        "missing-mcid",
        "no-skills",
        "skill-not-counting",
        "expired",
        "retired-still-listed",
        "too-recent",
        "bad-email",
    ] {
        assert!(tried.contains(&code), "{code} is planted in one of them");
    }
}

/// The same companies with a staff list and a users report beside each, made from the key.
#[test]
fn what_lists_say_is_made_up_and_missed_as_little() {
    let mut all = Figures::new();
    for report in reports(&fixtures()) {
        measure::add(&mut all, lists::measure(&report));
    }
    print(&all);
    assert_eq!(all.keys().copied().collect::<Vec<_>>(), ["email-mismatch", "left-company", "missing-from-report"]);
    for (code, figure) in &all {
        assert!(figure.right >= 4, "{code} is planted");
        assert_eq!(figure.wrong, Vec::<String>::new(), "{code} made up");
        assert!(figure.missed.len() * 20 <= figure.right + figure.missed.len(), "{code} missed: {:?}", figure.missed);
    }
}

#[test]
#[ignore = "measures a folder of one's own: see above"]
fn measure_a_folder() {
    let folder = std::env::var_os("SKILLDECK_MEASURE").map(PathBuf::from).unwrap_or_else(fixtures);
    let mut all = Figures::new();
    for report in reports(&folder) {
        println!("\n{}", report.display());
        let figures = measure(&report);
        print(&figures);
        measure::add(&mut all, figures);
    }
    println!("\nall together");
    print(&all);
}
