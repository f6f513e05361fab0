//! What may stand in the files of the project: references to rules that exist, and nothing of a developer's machine.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::source::all_sources;

const RULES: &str = include_str!("../../assets/rules.md");

fn headings() -> Vec<&'static str> {
    RULES.lines().filter_map(|line| line.strip_prefix("## ")).map(|h| h.split(' ').next().unwrap()).collect()
}

/// `R7`, `P2`, `T6`: a letter and a number, not part of a longer word.
fn rules_in(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let word = |c: Option<&char>| c.is_some_and(|c| c.is_alphanumeric() || *c == '_');
    let mut found = Vec::new();
    for at in 0..chars.len() {
        let digits: String = chars[at + 1..].iter().take_while(|c| c.is_ascii_digit()).collect();
        let alone = !word(at.checked_sub(1).and_then(|before| chars.get(before))) && !word(chars.get(at + 1 + digits.len()));
        if matches!(chars[at], 'R' | 'P' | 'T') && (1..=2).contains(&digits.len()) && alone {
            found.push(format!("{}{digits}", chars[at]));
        }
    }
    found
}

#[test]
fn the_list_of_rules_is_whole() {
    let expected = (1..=16).map(|n| format!("R{n}")).chain((1..=5).map(|n| format!("P{n}"))).chain((1..=6).map(|n| format!("T{n}")));
    let found: BTreeSet<String> = headings().into_iter().map(str::to_owned).collect();
    assert_eq!(found, expected.collect());
    assert_eq!(headings().len(), 27, "none twice");
}

/// Each rule is short and says where it comes from.
#[test]
fn each_rule_has_its_source() {
    let pages: Vec<&str> = RULES.lines().filter_map(|line| line.strip_prefix("| ")?.split(" |").next()).collect();
    let pages: Vec<&str> = pages.into_iter().filter(|page| !["short", "---"].contains(page)).collect();
    assert_eq!(pages.len(), 9, "{pages:?}");
    for section in RULES.split("\n## ").skip(1) {
        let lines: Vec<&str> = section.trim().split("\n\n#").next().unwrap().lines().collect();
        let source = lines.iter().find(|line| line.starts_with("Source: ")).unwrap_or_else(|| panic!("no source: {section}"));
        assert!(pages.iter().any(|page| source.contains(page)) || source.contains("ours"), "of no page in the table: {source}");
        assert!(lines.len() <= 8, "{section}");
    }
}

#[test]
fn every_rule_referred_to_exists() {
    let there = headings();
    let mut seen = BTreeSet::new();
    for source in all_sources() {
        for (number, line) in source.text.lines().enumerate() {
            // Rules are referred to in comments; in code a single letter and a digit may be anything.
            let Some((_, comment)) = line.split_once("//") else { continue };
            for rule in rules_in(comment) {
                assert!(there.contains(&rule.as_str()), "{}:{}: there is no {rule} in assets/rules.md", source.path, number + 1);
                seen.insert(rule);
            }
        }
    }
    assert!(seen.contains("R2") && seen.contains("R16"), "the search finds them: {seen:?}");
}

#[test]
fn rules_are_told_from_other_words() {
    assert_eq!(rules_in("(R7, T2) R16: P1; AR15 R7x T_1 R123 R"), ["R7", "T2", "R16", "P1"]);
}

/// Every text file of the project under a path.
fn texts(path: &Path, out: &mut Vec<(PathBuf, String)>) {
    if path.is_dir() {
        for entry in std::fs::read_dir(path).unwrap() {
            texts(&entry.unwrap().path(), out);
        }
    } else if let Ok(text) = std::fs::read_to_string(path) {
        out.push((path.to_owned(), text));
    }
}

#[test]
fn nothing_of_a_developers_machine_is_left() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    // Put together here, or this file would be the first to be found.
    let mut forbidden: Vec<String> =
        [["..", "/shared"], ["/wo", "rk/"], ["/ro", "ot/"], ["/ho", "me/"], ["/U", "sers/runner"], ["/t", "mp/"]]
            .map(|p| p.concat())
            .into();
    forbidden.push(root.to_string_lossy().into_owned());
    forbidden.extend(std::env::var("HOME").ok().filter(|home| home.len() > 6));
    let mut found = Vec::new();
    for part in ["src", "tests", "assets", "benches", "README.md", "Cargo.toml"].map(|part| root.join(part)) {
        if part.exists() {
            texts(&part, &mut found);
        }
    }
    assert!(found.len() > 50, "the search finds the files");
    for (path, text) in found {
        for (number, line) in text.lines().enumerate() {
            for word in &forbidden {
                assert!(!line.contains(word.as_str()), "{}:{}: {word}", path.display(), number + 1);
            }
        }
    }
}
