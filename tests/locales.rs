//! The texts in both languages: the same messages with the same values, all there, and French as it is printed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may panic: that is how it fails

#[path = "locales/ftl.rs"]
mod ftl;
#[path = "locales/known.rs"]
mod known;

use std::path::Path;

use fluent_bundle::FluentResource;
use rstest::rstest;

use ftl::{all, files, folder, parse, placeables, read, words};

#[test]
fn every_file_is_there_in_both_languages() {
    assert_eq!(files("en"), files("fr"));
    assert!(files("en").contains("cli.ftl"));
}

#[test]
fn every_file_is_understood_whole() {
    for lang in ["en", "fr"] {
        for file in files(lang) {
            let text = std::fs::read_to_string(folder(lang).join(&file)).unwrap();
            if let Err((_, errors)) = FluentResource::try_new(text.clone()) {
                panic!("{lang}/{file}: {errors:?}");
            }
            let entries = FluentResource::try_new(text).map(|r| r.entries().count()).unwrap_or_default();
            // Comments of sections are entries too.
            assert!(entries >= read(lang, &file).len(), "{lang}/{file}: these tests see a message where Fluent sees none");
        }
    }
}

#[test]
fn no_message_stands_in_two_files() {
    for lang in ["en", "fr"] {
        let in_files: usize = files(lang).iter().map(|file| read(lang, file).len()).sum();
        assert_eq!(in_files, all(lang).len(), "{lang}");
    }
}

#[test]
fn the_same_messages_want_the_same_values() {
    for file in files("en") {
        let (english, french) = (read("en", &file), read("fr", &file));
        let keys = |m: &ftl::Messages| m.keys().cloned().collect::<Vec<_>>();
        assert_eq!(keys(&english), keys(&french), "{file}");
        for (key, message) in &english {
            assert_eq!(placeables(message), placeables(&french[key]), "{file}: {key}");
        }
    }
}

/// The literal keys in a piece of source: `texts.get("…")`, `texts.with("…"`, `tr!(…, "…"`.
fn keys_in(source: &str) -> Vec<String> {
    let literal = |rest: &str| rest.trim_start().strip_prefix('"').and_then(|r| r.split_once('"')).map(|(key, _)| key.to_owned());
    let mut found = Vec::new();
    for call in ["texts.get(", "texts().get(", "texts.with(", "texts().with(", "texts\n"] {
        for rest in source.split(call).skip(1) {
            // A call may go on in the next line.
            let rest = rest.trim_start();
            let rest = [".get(", ".with("].iter().find_map(|c| rest.strip_prefix(c)).unwrap_or(rest);
            found.extend(literal(rest));
        }
    }
    for rest in source.split("tr!(").skip(1) {
        found.extend(rest.split_once(',').and_then(|(_, key)| literal(key)));
    }
    found
}

fn sources(folder: &Path, out: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push((path.to_string_lossy().into_owned(), std::fs::read_to_string(&path).unwrap()));
        }
    }
}

#[test]
fn every_key_named_in_the_source_has_its_message() {
    let english = all("en");
    let mut found = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    let mut count = 0;
    for (path, source) in &found {
        let comments_out: String = source.lines().filter(|l| !l.trim_start().starts_with("//")).map(|l| format!("{l}\n")).collect();
        for key in keys_in(&comments_out).into_iter().filter(|k| !k.contains('{')) {
            assert!(english.contains_key(&key), "{path}: there is no message “{key}”");
            count += 1;
        }
    }
    assert!(count > 40, "the search finds them: {count}");
}

#[test]
fn keys_are_found_however_they_are_written() {
    let source = "texts.get(\"a\"); tr!(self.texts, \"b\", x = 1); view.texts.with(\n  \"c\",\n &[]); app.texts().get(\"d\"); \
                  tr!(texts,\n \"e\"); texts\n    .get(\"f\"); map.get(\"no\"); texts.get(&format!(\"g-{x}\"))";
    let mut keys = keys_in(source);
    keys.sort();
    assert_eq!(keys, ["a", "b", "c", "d", "e", "f"]);
}

/// What is the same in both languages: words that both have, and what is typed. Anything else that is equal was forgotten.
const SAME: [&str; 27] = [
    "Arguments",
    "Associations",
    "E-mail",
    "Gold",
    "ID",
    "Lang.",
    "Note",
    "Ticket",
    "MCID",
    "Message",
    "Messages",
    "Options",
    "PMC",
    "SOURCES",
    "Silver",
    "Sources",
    "Tab",
    "Version §",
    "active",
    "cert.",
    "certain",
    "certification",
    "inactive",
    "possible",
    "urgent",
    "az-104",
    "cloud-platform",
];

#[test]
fn french_is_not_english() {
    let (english, french) = (all("en"), all("fr"));
    let has_words = |said: &str| said.split(|c: char| !c.is_alphabetic()).any(|word| word.chars().count() > 1);
    let same = english.iter().filter(|(key, message)| has_words(&words(message)) && words(message) == words(&french[*key]));
    let forgotten: Vec<String> =
        same.filter(|(_, message)| !SAME.contains(&words(message).as_str())).map(|(key, m)| format!("{key} = {m}")).collect();
    assert!(forgotten.is_empty(), "not translated:\n{}", forgotten.join("\n"));
}

/// What is wrong with the typography of French words.
fn misprints(said: &str) -> Vec<String> {
    let chars: Vec<char> = said.chars().collect();
    let is_blank = |c: Option<&char>| c.is_some_and(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}'));
    let mut wrong = Vec::new();
    let mut quoted = 0;
    for (at, c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|b| chars.get(b));
        let behind = chars.get(at + 1);
        let ends_a_word = behind.is_none_or(|b| b.is_whitespace() || matches!(b, '»' | ')' | '.'));
        let around = || chars[at.saturating_sub(12)..(at + 6).min(chars.len())].iter().collect::<String>();
        match c {
            '«' => {
                quoted += 1;
                if !is_blank(behind) {
                    wrong.push(format!("a blank behind «: {}", around()));
                }
            }
            '»' => {
                quoted -= 1;
                if !is_blank(before) {
                    wrong.push(format!("a blank before »: {}", around()));
                }
            }
            // What stands in quotation marks is typed as it is: « pc: ».
            ':' | ';' | '?' | '!' if quoted == 0 && ends_a_word && before.is_some() && !is_blank(before) => {
                wrong.push(format!("a blank before {c}: {}", around()));
            }
            '\'' if before.is_some_and(|b| b.is_alphabetic()) && behind.is_some_and(|b| b.is_alphabetic() || *b == '§') => {
                wrong.push(format!("’ and not ': {}", around()));
            }
            '“' | '”' => wrong.push(format!("« and not “: {}", around())),
            _ => {}
        }
    }
    if quoted != 0 {
        wrong.push("a « without its »".to_owned());
    }
    if said.contains("...") {
        wrong.push("… and not ...".to_owned());
    }
    wrong
}

#[test]
fn french_is_printed_as_french() {
    let wrong: Vec<String> =
        all("fr").iter().flat_map(|(key, m)| misprints(&words(m)).into_iter().map(move |w| format!("{key}: {w}"))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[rstest]
#[case("Vouliez-vous dire « § » ?", true)]
#[case("« pc: » n’accepte pas « oui »", true)]
#[case("l'heure", false)]
#[case("l'§", false)]
#[case("l’heure", true)]
#[case("Voir «pc »", false)]
#[case("Voir « pc»", false)]
#[case("Voir « pc", false)]
#[case("Attention!", false)]
#[case("Attention\u{a0}!", true)]
#[case("§: rien", false)]
#[case("(à savoir: rien)", false)]
#[case("https://x.example et pc:no", true)]
#[case("Un “mot”", false)]
#[case("Suite...", false)]
fn misprints_are_seen(#[case] said: &str, #[case] right: bool) {
    assert_eq!(misprints(said).is_empty(), right, "{said}");
}

#[test]
fn english_is_printed_as_english() {
    for (key, message) in all("en") {
        let said = words(&message);
        assert!(!said.contains(['«', '»']), "{key}: “ and not «");
        assert!(![" :", " ;", " ?", " !"].iter().any(|mark| said.contains(mark)), "{key}: no blank before a mark: {said}");
    }
}

#[test]
fn messages_are_taken_apart_rightly() {
    let text = "# comment = no\na = One { $x }.\nb = { $n ->\n    [one] { $n } row\n   *[other] { $n } rows\n}{ $m ->\n    [0] {\"\"}\n   *[other] , { $m } more\n}\n\nc = \n    two\n    lines = here\n## other\nd = { \" \" }end\n";
    let messages = parse(text).unwrap();
    assert_eq!(messages.keys().collect::<Vec<_>>(), ["a", "b", "c", "d"]);
    assert_eq!(placeables(&messages["b"]), ["m", "n"].into());
    assert_eq!(words(&messages["a"]), "One §.");
    let flat = |key: &str| words(&messages[key]).split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!((flat("b").as_str(), flat("c").as_str(), flat("d").as_str()), ("§ row § rows , § more", "two lines = here", "end"));
    assert_eq!(parse("a = 1\na = 2\n"), Err("a".to_owned()));
}
