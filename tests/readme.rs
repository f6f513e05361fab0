//! The README promises nothing that is not so: its key table is the command table, its commands and files exist.
#![allow(clippy::unwrap_used, clippy::panic)] // a test that cannot go on says so

use skilldeck::i18n::{Lang, Texts};
use skilldeck::tui::commands;

const FROM: &str = "<!-- keys: written from the command table -->\n";
const TO: &str = "<!-- end of keys -->";

fn readme() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap()
}

/// `SKILLDECK_WRITE_README=1 cargo test --test readme` writes the table anew.
#[test]
fn the_key_table_is_the_command_table() {
    let text = readme();
    let (before, rest) = text.split_once(FROM).unwrap();
    let (table, after) = rest.split_once(TO).unwrap();
    let wanted = commands::markdown(&Texts::new(Lang::En));
    if std::env::var_os("SKILLDECK_WRITE_README").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
        std::fs::write(path, format!("{before}{FROM}{wanted}{TO}{after}")).unwrap();
        return;
    }
    assert_eq!(table, wanted, "write it anew with SKILLDECK_WRITE_README=1 cargo test --test readme");
}

#[test]
fn every_filter_field_is_in_the_readme() {
    let text = readme();
    for (field, _) in skilldeck::query::FIELDS {
        assert!(text.contains(&format!("`{field}:")), "{field}");
    }
}

#[test]
fn every_file_and_picture_it_names_exists() {
    let text = readme();
    let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    for link in links.filter(|l| !l.starts_with("http") && !l.starts_with('#')) {
        assert!(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"))).join(link).exists(), "{link}");
    }
}

#[test]
fn every_option_of_the_command_line_is_in_the_readme() {
    let text = readme();
    let command = skilldeck::cli::command(&Texts::new(Lang::En));
    for option in command.get_arguments().filter_map(clap::Arg::get_long).filter(|o| !["help", "version"].contains(o)) {
        assert!(text.contains(&format!("`--{option}")), "--{option}");
    }
    for sub in command.get_subcommands() {
        assert!(text.contains(&format!("`{}", sub.get_name())), "{}", sub.get_name());
    }
}
