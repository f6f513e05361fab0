//! Rust source as the architecture tests see it: words and signs without comments, strings and tests, and the paths of
//! the project that stand in them.

/// One file under `src`.
pub struct Source {
    /// `src/model/build.rs`
    pub path: String,
    /// `["model", "build"]`; empty for the root.
    pub module: Vec<String>,
    /// The text as written.
    pub text: String,
}

/// A path of the project that stands in code: `crate::report::values` from line 12 is `["report", "values"]`.
#[derive(Debug, PartialEq, Eq)]
pub struct Mention {
    /// Segments from the root of the crate.
    pub path: Vec<String>,
    /// 1-based.
    pub line: usize,
}

/// A word (identifier, number) or a sign of the code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// `crate`, `::`, `{`
    pub word: String,
    /// 1-based.
    pub line: usize,
}

/// The files under `src` that are part of the program: all but modules of tests.
pub fn sources() -> Vec<Source> {
    all_sources().into_iter().filter(|s| !s.module.iter().any(|m| m == "tests")).collect()
}

/// All files under `src`.
pub fn all_sources() -> Vec<Source> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut folders = vec![root.join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    let relative = found.iter().map(|path| path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/"));
    relative.zip(&found).map(|(name, path)| Source::new(&name, std::fs::read_to_string(path).unwrap())).collect()
}

impl Source {
    /// A file by its path and text.
    pub fn new(path: &str, text: String) -> Source {
        let inner = path.trim_start_matches("src/").trim_end_matches(".rs");
        let mut module: Vec<String> = inner.split('/').map(str::to_owned).collect();
        if matches!(module.last().map(String::as_str), Some("mod" | "lib")) {
            module.pop();
        }
        Source { path: path.to_owned(), module, text }
    }

    /// The module at the top that the file belongs to: `model`; `lib` for the root.
    pub fn top(&self) -> &str {
        self.module.first().map_or("lib", String::as_str)
    }

    /// The code without its tests.
    pub fn code(&self) -> Vec<Token> {
        without_tests(tokens(&self.text))
    }

    /// Every path that starts at the crate or at a parent module.
    pub fn mentions(&self) -> Vec<Mention> {
        mentions(&self.code(), &self.module)
    }
}

/// Splits source into words and signs; comments, strings and characters are left out.
pub fn tokens(text: &str) -> Vec<Token> {
    let chars: Vec<char> = text.chars().collect();
    let mut out: Vec<Token> = Vec::new();
    let (mut at, mut line) = (0, 1);
    while at < chars.len() {
        let start = at;
        let c = chars[at];
        let next = chars.get(at + 1).copied();
        match c {
            '/' if next == Some('/') => at = find(&chars, at, |c| c == '\n'),
            '/' if next == Some('*') => at = end_of_comment(&chars, at),
            '"' => at = end_of_string(&chars, at),
            '\'' if next == Some('\\') => at = find(&chars, at + 3, |c| c == '\'') + 1,
            '\'' if chars.get(at + 2) == Some(&'\'') => at += 3,
            'r' | 'b' if raw_string(&chars, at).is_some() => at = raw_string(&chars, at).unwrap_or(at),
            c if c.is_alphanumeric() || c == '_' => {
                at = find(&chars, at, |c| !c.is_alphanumeric() && c != '_');
                out.push(Token { word: chars[start..at].iter().collect(), line });
            }
            ':' if next == Some(':') => {
                at += 2;
                out.push(Token { word: "::".to_owned(), line });
            }
            c => {
                at += 1;
                if !c.is_whitespace() {
                    out.push(Token { word: c.to_string(), line });
                }
            }
        }
        line += chars[start..at.min(chars.len())].iter().filter(|c| **c == '\n').count();
    }
    out
}

fn find(chars: &[char], from: usize, stop: impl Fn(char) -> bool) -> usize {
    (from..chars.len()).find(|&at| stop(chars[at])).unwrap_or(chars.len())
}

fn end_of_comment(chars: &[char], from: usize) -> usize {
    (from + 2..chars.len()).find(|&at| chars[at] == '*' && chars.get(at + 1) == Some(&'/')).map_or(chars.len(), |at| at + 2)
}

fn end_of_string(chars: &[char], from: usize) -> usize {
    let mut at = from + 1;
    while at < chars.len() && chars[at] != '"' {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

/// The end of `r"…"`, `r#"…"#`, `b"…"` or `br"…"`, if one starts here.
fn raw_string(chars: &[char], from: usize) -> Option<usize> {
    let prefix: String = chars[from..].iter().take_while(|c| matches!(c, 'r' | 'b')).collect();
    let hashes = chars[from + prefix.len()..].iter().take_while(|c| **c == '#').count();
    let open = from + prefix.len() + hashes;
    if !["r", "b", "br"].contains(&prefix.as_str()) || chars.get(open) != Some(&'"') {
        return None;
    }
    if prefix == "b" {
        return (hashes == 0).then(|| end_of_string(chars, open));
    }
    let closes = |at: usize| chars[at] == '"' && chars[at + 1..].iter().take_while(|c| **c == '#').count() >= hashes;
    Some((open + 1..chars.len()).find(|&at| closes(at)).map_or(chars.len(), |at| at + 1 + hashes))
}

/// Leaves out whatever stands behind `#[cfg(test)]`.
fn without_tests(tokens: Vec<Token>) -> Vec<Token> {
    let sign = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut out = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let here = tokens[at..].iter().map(|t| t.word.as_str());
        if here.take(sign.len()).eq(sign) {
            at = end_of_item(&tokens, at + sign.len());
        } else {
            out.push(tokens[at].clone());
            at += 1;
        }
    }
    out
}

/// Behind the `;` or the closing brace of the item that starts here.
fn end_of_item(tokens: &[Token], from: usize) -> usize {
    let mut depth = 0usize;
    for (at, token) in tokens.iter().enumerate().skip(from) {
        match token.word.as_str() {
            "{" => depth += 1,
            "}" if depth <= 1 => return at + 1,
            "}" => depth -= 1,
            ";" if depth == 0 => return at + 1,
            _ => {}
        }
    }
    tokens.len()
}

/// The paths in code that start with `crate`, `skilldeck` or `super`, groups resolved: `crate::{a, b::c}` is two.
pub fn mentions(tokens: &[Token], module: &[String]) -> Vec<Mention> {
    let mut out = Vec::new();
    // Modules written inside this file, with the depth of braces at which each ends.
    let mut inner: Vec<(usize, String)> = Vec::new();
    let mut depth = 0usize;
    let mut at = 0;
    while at < tokens.len() {
        let word = tokens[at].word.as_str();
        match word {
            "{" => depth += 1,
            "}" => {
                depth = depth.saturating_sub(1);
                inner.retain(|(end, _)| *end <= depth);
            }
            "mod" if tokens.get(at + 2).is_some_and(|t| t.word == "{") => inner.push((depth + 1, tokens[at + 1].word.clone())),
            "crate" | "skilldeck" | "super" if tokens.get(at + 1).is_some_and(|t| t.word == "::") => {
                let mut base = Vec::new();
                if word == "super" {
                    base = module.iter().cloned().chain(inner.iter().map(|(_, name)| name.clone())).collect();
                    base.pop();
                }
                at = path(tokens, at + 2, base, &mut out);
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    out
}

/// Reads a path or a group from `at` on; gives the place behind it.
fn path(tokens: &[Token], mut at: usize, mut base: Vec<String>, out: &mut Vec<Mention>) -> usize {
    while let Some(token) = tokens.get(at) {
        match token.word.as_str() {
            "{" => {
                at += 1;
                while tokens.get(at).is_some_and(|t| t.word != "}") {
                    at = if tokens[at].word == "," { at + 1 } else { path(tokens, at, base.clone(), out) };
                }
                return at + 1;
            }
            "super" => {
                base.pop();
            }
            "self" => {}
            // What follows a path without being part of it: `crate::Kind<…>`, `crate::f(…)`.
            word if !word.starts_with(|c: char| c.is_alphabetic() || c == '_' || c == '*') => break,
            word => base.push(word.to_owned()),
        }
        at += 1;
        if tokens.get(at).is_none_or(|t| t.word != "::") {
            // `a as b`
            if tokens.get(at).is_some_and(|t| t.word == "as") {
                at += 2;
            }
            break;
        }
        at += 1;
    }
    out.push(Mention { path: base, line: tokens.get(at.saturating_sub(1)).map_or(0, |t| t.line) });
    at
}
