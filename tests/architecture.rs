//! The house rules, checked: who may use whom, who may look at the clock, which rules are referred to, and that nothing
//! of a developer's machine is left in the files.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may panic: that is how it fails

#[path = "architecture/files.rs"]
mod files;
#[path = "architecture/source.rs"]
mod source;

use std::collections::{BTreeMap, BTreeSet};

use source::{Mention, Source, sources, tokens};

/// What everyone may use.
const COMMON: [&str; 5] = ["i18n", "text", "config", "kept", "faults"];

/// Who may use whom, directly: the table of the architecture, for the modules that there are. Left may use right, the
/// [`COMMON`] modules and itself, and nothing else.
const MAY_USE: [(&str, &[&str]); 21] = [
    ("main", &["cli", "tui"]),
    ("lib", &[]),
    // What the command line understood and the explorer opens on belongs to neither of them.
    ("session", &["cases", "entered", "model", "catalog", "report"]),
    (
        "tui",
        &["session", "files", "cases", "checklists", "entered", "export", "query", "diagnosis", "standing", "model", "catalog", "report"],
    ),
    (
        "cli",
        &["session", "files", "cases", "checklists", "entered", "export", "query", "diagnosis", "standing", "model", "catalog", "report"],
    ),
    // Which files there are to open, and when they change.
    ("files", &["report"]),
    ("export", &["cases", "checklists", "diagnosis", "standing", "model", "catalog"]),
    ("query", &["model"]),
    // What the admin knows and no file says: kept, and put into what the standing is asked.
    ("entered", &["standing", "model", "catalog"]),
    // What there is to settle, followed until it is settled: it outlives the session.
    ("cases", &["diagnosis", "model"]),
    // What to go through when something is wrong, and what the files answer of it.
    ("checklists", &["model", "report"]),
    ("standing", &["model", "catalog"]),
    // What there is to settle, as pure functions.
    ("diagnosis", &["standing", "model", "catalog"]),
    ("model", &["report", "catalog"]),
    // The kinds of skill (exam, certification, assessment) are words of the report, and the catalog sorts by them:
    // `report::SkillType` and nothing else.
    ("catalog", &["report"]),
    ("report", &[]),
    ("config", &[]),
    // How anything is kept that outlives the session.
    ("kept", &[]),
    ("i18n", &[]),
    ("text", &[]),
    // Panics and waits that tests ask for, wherever in the program they are wanted.
    ("faults", &[]),
];

/// Of the common modules, the settings name a language and know where things are kept, and what cannot be kept is said in
/// words; apart from that they use nothing of ours.
const COMMON_MAY_USE: [(&str, &[&str]); 5] =
    [("config", &["i18n", "kept"]), ("kept", &["i18n", "text"]), ("i18n", &["text"]), ("text", &[]), ("faults", &[])];

/// Macros live at the root of the crate wherever they are written.
fn home(first: &str) -> &str {
    if first == "tr" { "i18n" } else { first }
}

fn may_use(user: &str) -> BTreeSet<&'static str> {
    if let Some((_, used)) = COMMON_MAY_USE.iter().find(|(name, _)| *name == user) {
        return used.iter().copied().collect();
    }
    let (_, used) = MAY_USE.iter().find(|(name, _)| *name == user).unwrap_or_else(|| panic!("{user} is not in the table"));
    used.iter().chain(&COMMON).copied().collect()
}

#[test]
fn modules_use_only_whom_they_may() {
    let mut wrong = Vec::new();
    for source in sources() {
        let allowed = may_use(source.top());
        for Mention { path, line } in source.mentions() {
            let first = path.first().map_or("", |first| home(first));
            if first != source.top() && !allowed.contains(first) {
                wrong.push(format!("{}:{line}: {} may not use {}", source.path, source.top(), path.join("::")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_module_is_in_the_table_and_the_table_has_no_others() {
    let there: BTreeSet<String> = sources().iter().map(|s| s.top().to_owned()).collect();
    let listed: BTreeSet<String> = MAY_USE.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(there, listed);
}

#[test]
fn the_table_has_no_cycles() {
    let mut left: BTreeMap<&str, BTreeSet<&str>> = MAY_USE.iter().map(|(name, _)| (*name, may_use(name))).collect();
    while !left.is_empty() {
        let done: Vec<&str> = left.iter().filter(|(_, used)| used.is_empty()).map(|(name, _)| *name).collect();
        assert!(!done.is_empty(), "a cycle among {:?}", left.keys());
        left.retain(|name, _| !done.contains(name));
        left.values_mut().for_each(|used| used.retain(|name| !done.contains(name)));
    }
}

#[test]
fn of_the_report_the_catalog_uses_one_word() {
    let of_report = |m: &Mention| m.path.first().is_some_and(|first| first == "report");
    for source in sources().iter().filter(|s| s.top() == "catalog") {
        for mention in source.mentions().iter().filter(|m| of_report(m)) {
            assert_eq!(mention.path, ["report", "SkillType"], "{}:{}", source.path, mention.line);
        }
    }
}

#[test]
fn only_the_explorer_knows_of_a_screen() {
    for source in sources().iter().filter(|s| s.top() != "tui") {
        for token in source.code() {
            assert!(
                !["ratatui", "crossterm", "tui_input"].contains(&token.word.as_str()),
                "{}:{}: {}",
                source.path,
                token.line,
                token.word
            );
        }
    }
}

#[test]
fn there_is_one_crossterm() {
    let lock: toml::Table = include_str!("../Cargo.lock").parse().unwrap();
    let packages = lock["package"].as_array().unwrap();
    let versions: Vec<&str> =
        packages.iter().filter(|p| p["name"].as_str() == Some("crossterm")).map(|p| p["version"].as_str().unwrap()).collect();
    assert_eq!(versions.len(), 1, "two of them would not understand each other's keys: {versions:?}");
}

/// Nothing in the core asks the clock, nor does the part of the explorer that must be repeatable.
#[test]
fn only_the_edge_looks_at_the_clock() {
    let clocks = [["Local", "now"], ["Utc", "now"], ["SystemTime", "now"], ["Instant", "now"], ["Local", "today"]];
    let may = |s: &Source| s.top() == "main" || s.top() == "tui" && s.path != "src/tui/update.rs" && !s.path.starts_with("src/tui/update/");
    for source in sources().iter().filter(|s| !may(s)) {
        let code = source.code();
        for three in code.windows(3) {
            let asks = clocks.iter().any(|[clock, now]| three[0].word == *clock && three[1].word == "::" && three[2].word == *now);
            assert!(!asks, "{}:{}: {}::now", source.path, three[0].line, three[0].word);
        }
    }
}

/// The checks above are only as good as their eyes.
#[test]
fn paths_are_found_wherever_they_stand() {
    let text = r##"
        use crate::model::{self, Company, load::{self as l, Loaded}};
        use crate::{text, tr};
        use super::super::cli::Explore;
        use super::{sibling, other::Thing};
        pub(crate) fn f(x: &'static str, y: crate::report::Field) -> [crate::query::Hit; 2] {
            // crate::comment::no
            let s = "crate::string::no" ; let r = r#"crate::raw::"no""#; let c = '"'; let d = '\''; /* crate::block::no */
            skilldeck::export::csv::table(c, crate::i18n::Lang::En)
        }
        mod inner { use super::own::Part; use super::super::super::config::Config; mod deep {} fn g() { super::here() } }
        #[cfg(test)]
        mod tests { use crate::nothing::Here; fn x() { if true {} } }
        #[cfg(test)]
        use crate::nor::Here;
        fn after() { crate::text::clean("") }
    "##;
    let source = Source::new("src/tui/app.rs", text.to_owned());
    let found: Vec<String> = source.mentions().iter().map(|m| m.path.join("::")).collect();
    let expected = [
        "model",
        "model::Company",
        "model::load",
        "model::load::Loaded",
        "text",
        "tr",
        "cli::Explore",
        "tui::sibling",
        "tui::other::Thing",
        "report::Field",
        "query::Hit",
        "export::csv::table",
        "i18n::Lang::En",
        "tui::app::own::Part",
        "config::Config",
        "tui::app::here",
        "text::clean",
    ];
    assert_eq!(found, expected);
    assert_eq!(source.mentions().first().map(|m| m.line), Some(2));
}

#[test]
fn strings_and_comments_are_no_code() {
    let words = |text: &str| tokens(text).into_iter().map(|t| t.word).collect::<Vec<_>>();
    assert_eq!(words("a \"b \\\" c\" d // e\nf"), ["a", "d", "f"]);
    assert_eq!(words("a b\"c\" br#\"d \" e\"# r\"f\" 'g' '\\n' '\\'' h"), ["a", "h"]);
    assert_eq!(words("fn f<'a>(x: &'a str)"), ["fn", "f", "<", "'", "a", ">", "(", "x", ":", "&", "'", "a", "str", ")"]);
    assert_eq!(words("break_it broken r b"), ["break_it", "broken", "r", "b"]);
}
