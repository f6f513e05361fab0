//! Help, version, completions, the manual page, the explorer without a terminal, and mistyped command lines.

use rstest::rstest;

use super::support::{Desk, demo, two_people};

#[test]
fn help_speaks_both_languages() {
    let desk = Desk::new();
    let english = desk.print(&["--help"]);
    assert!(english.starts_with("Explore Microsoft partner skills reports"), "{english}");
    for heading in ["Usage: skilldeck [OPTIONS] [FILE]...", "\nCommands:\n", "\nArguments:\n", "\nOptions:\n", "\nExamples:\n"] {
        assert!(english.contains(heading), "{heading} in {english}");
    }
    let french = desk.print(&["--help", "--lang", "fr"]);
    assert!(french.starts_with("Explorer les rapports de qualifications"), "{french}");
    for heading in ["Utilisation\u{a0}: skilldeck", "\nCommandes\u{a0}:\n", "\nArguments\u{a0}:\n", "\nOptions\u{a0}:\n", "\nExemples :\n"]
    {
        assert!(french.contains(heading), "{heading} in {french}");
    }
    assert_eq!(desk.print(&["-h"]), english);
}

#[test]
fn help_names_every_command_and_every_option() {
    let help = Desk::new().print(&["--help"]);
    for word in ["summary", "users", "columns", "demo", "completions", "man"] {
        assert!(help.contains(&format!("\n  {word} ")), "{word} in {help}");
    }
    let options = ["format", "output", "force", "as-of", "report-date", "lang", "map", "sheet", "date-order", "company", "color"];
    for option in options.iter().chain(&["no-mouse", "no-state", "quiet", "version", "help"]) {
        assert!(help.contains(&format!("--{option} ")), "{option} in {help}");
    }
}

#[rstest]
#[case("summary", "Print what was read", "Afficher ce qui a été lu")]
#[case("users", "Print one entry per account", "Afficher une entrée par compte")]
#[case("columns", "Print how each column", "Afficher comment chaque colonne")]
#[case("demo", "Open the explorer on the bundled sample", "Ouvrir l’explorateur sur l’exemple")]
#[case("completions", "Print completions", "Afficher les complétions")]
#[case("man", "Print the manual page", "Afficher la page de manuel")]
fn every_command_has_help_of_its_own(#[case] command: &str, #[case] english: &str, #[case] french: &str) {
    let desk = Desk::new();
    let help = desk.print(&[command, "--help"]);
    assert!(help.starts_with(english) && help.contains(&format!("Usage: skilldeck {command}")), "{help}");
    let help = desk.print(&[command, "--help", "--lang=fr"]);
    assert!(help.starts_with(french) && help.contains(&format!("Utilisation\u{a0}: skilldeck {command}")), "{help}");
}

#[rstest]
#[case("--version")]
#[case("-V")]
fn the_version_is_the_packages(#[case] option: &str) {
    assert_eq!(Desk::new().print(&[option]), format!("skilldeck {}\n", env!("CARGO_PKG_VERSION")));
}

#[rstest]
#[case("bash", "_skilldeck()")]
#[case("elvish", "edit:completion:arg-completer[skilldeck]")]
#[case("fish", "complete -c skilldeck")]
#[case("powershell", "Register-ArgumentCompleter")]
#[case("zsh", "#compdef skilldeck")]
fn every_shell_gets_completions(#[case] shell: &str, #[case] sign: &str) {
    let script = Desk::new().print(&["completions", shell]);
    assert!(script.contains(sign), "{script}");
    for word in ["summary", "users", "columns", "filter", "as-of", "date-order"] {
        assert!(script.contains(word), "{word} in the completions of {shell}");
    }
}

#[test]
fn the_manual_page_is_roff_in_the_language_asked_for() {
    let desk = Desk::new();
    let page = desk.print(&["man"]);
    assert!(page.contains(".TH skilldeck 1") && page.contains("Explore Microsoft partner skills reports"), "{page}");
    let page = desk.print(&["man", "--lang", "fr"]);
    assert!(page.contains(".TH skilldeck 1") && page.contains("Explorer les rapports de qualifications"), "{page}");
}

#[test]
fn completions_and_the_manual_page_can_be_written_to_a_file() {
    let desk = Desk::new();
    assert_eq!(desk.print(&["completions", "zsh", "-o", "_skilldeck"]), "");
    assert_eq!(desk.print(&["man", "-o", "skilldeck.1"]), "");
    assert!(desk.text_of("_skilldeck").starts_with("#compdef skilldeck"));
    assert!(desk.text_of("skilldeck.1").contains(".TH skilldeck 1"));
}

#[test]
fn the_explorer_says_that_it_needs_a_terminal_and_names_summary() {
    let desk = Desk::with("report.csv", two_people());
    let runs: [&[&str]; 4] = [&["report.csv"], &["demo"], &["demo", "trainings"], &["--no-state", "report.csv"]];
    for args in runs {
        let message = desk.run(args).failure();
        assert!(message.contains("needs a terminal") && message.contains("“skilldeck summary FILE”"), "{args:?}: {message}");
        let message = desk.run(&[args, &["--lang", "fr"]].concat()).failure();
        assert!(message.contains("besoin d’un terminal") && message.contains("« skilldeck summary FICHIER »"), "{args:?}: {message}");
    }
}

#[test]
fn without_a_file_the_explorer_asks_which_report() {
    let desk = Desk::new();
    let message = desk.run(&[]).failure();
    assert!(message.contains("which report?") && message.contains("skilldeck demo"), "{message}");
    assert!(desk.run(&["--lang", "fr"]).failure().contains("quel rapport ?"));
}

#[test]
fn the_explorer_does_not_read_standard_input() {
    let desk = Desk::new();
    let message = desk.pipe(two_people(), &["-"]).failure();
    assert!(message.contains("needs the keyboard") && message.contains("“skilldeck summary -”"), "{message}");
    assert!(desk.pipe(two_people(), &["-", "--lang", "fr"]).failure().contains("besoin du clavier"));
}

#[test]
fn options_may_stand_before_or_after_the_command() {
    let desk = Desk::with("report.csv", two_people());
    let after = desk.print(&["users", "report.csv", "--format", "csv", "--lang", "fr", "--no-state"]);
    assert_eq!(desk.print(&["--no-state", "--lang", "fr", "--format", "csv", "users", "report.csv"]), after);
    assert_eq!(desk.print(&["--lang=fr", "users", "--format=csv", "report.csv", "--no-state"]), after);
}

/// What is typed wrong is repeated, what is valid is named, and the nearest name is suggested.
#[rstest]
#[case("--formt json summary report.csv", &["“--formt” is not known", "Did you mean “--format”?"])]
#[case("summary report.csv --filtre x", &["“--filtre” is not known"])]
#[case("users report.csv --fliter x", &["“--fliter” is not known", "Did you mean “--filter”?"])]
#[case("summary report.csv --format yaml", &["--format", "“yaml”", "text, json, csv"])]
#[case("summary report.csv --format", &["--format", "needs a value"])]
#[case("summary report.csv --as-of yesterday", &["--as-of", "“yesterday”", "2021-05-19"])]
#[case("summary report.csv --report-date 2021-02-30", &["--report-date", "“2021-02-30”"])]
#[case("summary report.csv --lang de", &["--lang", "“de”", "en, fr"])]
#[case("summary report.csv --date-order year-first", &["--date-order", "day-first, month-first"])]
#[case("summary report.csv --color blue", &["--color", "auto, always, never"])]
#[case("summary report.csv --map mcid", &["--map", "“mcid”", "FIELD=HEADER"])]
#[case("summary report.csv --map colour=Hue", &["--map", "“colour=Hue”", "mcid, associated_pmc", "email", "skill_status"])]
#[case("summary report.csv --format csv --format json", &["--format", "does not go with the rest"])]
#[case("summary", &["FILE", "is missing"])]
#[case("users --quiet", &["FILE", "is missing"])]
#[case("columns", &["FILE", "is missing"])]
#[case("completions", &["SHELL", "is missing"])]
#[case("completions tcsh", &["“tcsh”", "bash, elvish, fish, powershell, zsh"])]
#[case("demo report.csv", &["“report.csv”", "skills, trainings"])]
fn wrong_usage_is_explained(#[case] line: &str, #[case] said: &[&str]) {
    let desk = Desk::with("report.csv", two_people());
    let args: Vec<&str> = line.split(' ').collect();
    let message = desk.run(&args).failure();
    for part in said {
        assert!(message.contains(part), "{part} in: {message}");
    }
    assert!(message.ends_with("See “skilldeck --help”."), "{message}");
    if !line.contains("--lang") {
        let french = desk.run(&[&["--lang", "fr"], args.as_slice()].concat()).failure();
        assert!(french.ends_with("Voir « skilldeck --help »."), "{french}");
        assert!(!french.contains(['“', '”']) && !french.contains(" is "), "{french}");
    }
}

#[test]
fn the_bundled_sample_can_be_printed_from_its_files() {
    let desk = Desk::new();
    let text = desk.print(&["summary", &demo("skills-2021-05-19.en.xlsx")]);
    assert!(text.contains("66 accounts, 64 people") && text.contains("238 skills"), "{text}");
    let text = desk.print(&["summary", &demo("skills-2021-05-19.fr.xlsx"), "--lang", "fr"]);
    assert!(text.contains("66 comptes, 64 personnes") && text.contains("238 qualifications"), "{text}");
    let text = desk.print(&["summary", &demo("trainings-2026-09-15.csv")]);
    assert!(text.contains("47 accounts, 47 people") && text.contains("234 skills"), "{text}");
}

/// A mistyped command is not taken for a file.
#[test]
fn a_mistyped_command_is_corrected() {
    let desk = Desk::new();
    let message = desk.run(&["summry", "report.csv"]).failure();
    assert!(message.contains("summary"), "{message}");
    desk.put("demos", "nothing of ours");
    assert!(!desk.run(&["demos"]).failure().contains("“demo”"), "a file of that name is a file");
}
