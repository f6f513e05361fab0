//! The files of messages as the locale tests see them: keys, placeables, and the words that people read.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The messages of one file, by key, each with everything that stands behind its `=`.
pub type Messages = BTreeMap<String, String>;

/// The folder of a language.
pub fn folder(lang: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locales").join(lang)
}

/// The names of the files of a language.
pub fn files(lang: &str) -> BTreeSet<String> {
    std::fs::read_dir(folder(lang)).unwrap().map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).collect()
}

/// Reads a file of messages.
pub fn read(lang: &str, file: &str) -> Messages {
    let text = std::fs::read_to_string(folder(lang).join(file)).unwrap();
    parse(&text).unwrap_or_else(|key| panic!("{lang}/{file}: {key} stands twice"))
}

/// All messages of a language.
pub fn all(lang: &str) -> Messages {
    files(lang).iter().flat_map(|file| read(lang, file)).collect()
}

/// A message starts at the left margin with a name and `=`; what follows belongs to it until the next one or a comment.
pub fn parse(text: &str) -> Result<Messages, String> {
    let mut out = Messages::new();
    let mut current: Option<String> = None;
    for line in text.lines() {
        let head = line.split_once('=').map(|(key, rest)| (key.trim_end(), rest));
        let named =
            |key: &str| key.starts_with(|c: char| c.is_ascii_alphabetic()) && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        match head {
            Some((key, rest)) if named(key) => {
                if out.insert(key.to_owned(), rest.trim().to_owned()).is_some() {
                    return Err(key.to_owned());
                }
                current = Some(key.to_owned());
            }
            _ if line.starts_with('#') => current = None,
            _ => {
                if let Some(message) = current.as_ref().and_then(|key| out.get_mut(key)) {
                    message.push('\n');
                    message.push_str(line);
                }
            }
        }
    }
    out.values_mut().for_each(|message| *message = message.trim_end().to_owned());
    Ok(out)
}

/// The values that a message wants: `$file`, `$row`.
pub fn placeables(message: &str) -> BTreeSet<&str> {
    let names = message.split('$').skip(1);
    names.map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-').next().unwrap_or_default()).collect()
}

/// The words that people read: placeables become `§`, quoted literals their content, the frame of a choice goes.
pub fn words(message: &str) -> String {
    let mut out = String::new();
    for line in message.lines() {
        let mut rest = line;
        // `[one]` and `*[other]` open a variant.
        let trimmed = rest.trim_start();
        if trimmed.starts_with('[') || trimmed.starts_with("*[") {
            rest = trimmed.split_once(']').map_or("", |(_, variant)| variant);
        }
        while let Some(at) = rest.find(['{', '}']) {
            out.push_str(&rest[..at]);
            let (sign, behind) = rest[at..].split_at(1);
            rest = behind;
            if sign == "}" {
                continue;
            }
            match behind.split_once('}') {
                Some((inside, behind)) => {
                    let literal = inside.trim().strip_prefix('"').and_then(|i| i.strip_suffix('"'));
                    out.push_str(literal.unwrap_or("§"));
                    rest = behind;
                }
                // `{ $count ->` goes on in the next lines.
                None => rest = "",
            }
        }
        out.push_str(rest);
        out.push('\n');
    }
    out.trim_end().to_owned()
}
