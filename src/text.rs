//! One door for untrusted text: what may reach a terminal, how wide it is, how it is cut and compared.
//!
//! Cells of a report are data. Escape sequences, other control characters and bidi overrides in them must reach neither
//! the terminal nor a file that a spreadsheet opens, so everything that is shown passes [`clean`] first.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The sign that stands where text was cut.
pub const ELLIPSIS: char = '…';
/// The sign for "the file says nothing here".
pub const NOTHING: &str = "–";

/// Marks that take no room and change how the neighbours are drawn: bidi controls, zero-width characters, soft hyphen.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
}

/// Whether a character is one that is never shown: a control character or an invisible mark.
#[must_use]
pub fn is_hidden(c: char) -> bool {
    c.is_control() || is_invisible(c)
}

/// Makes text safe to show: line breaks and tabs become blanks, other control characters `U+FFFD`, invisible marks go.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|b| (0x20..0x7f).contains(&b)) || !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(
        text.chars()
            .filter(|&c| !is_invisible(c))
            .map(|c| match c {
                '\n' | '\r' | '\t' | '\u{85}' => ' ',
                c if c.is_control() => '\u{FFFD}',
                c => c,
            })
            .collect(),
    )
}

/// Trims blanks of every kind (no-break, ideographic) and invisible marks from both ends.
#[must_use]
pub fn trim(text: &str) -> &str {
    match (text.as_bytes().first(), text.as_bytes().last()) {
        (Some(a), Some(z)) if a.is_ascii_graphic() && z.is_ascii_graphic() => text,
        _ => text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c) || c == '\0'),
    }
}

/// Columns that the text takes on a terminal.
#[must_use]
pub fn width(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.width() }
}

/// Cuts text to at most `room` columns, by grapheme, with an ellipsis where something was cut.
#[must_use]
pub fn fit(text: &str, room: usize) -> Cow<'_, str> {
    if width(text) <= room {
        return Cow::Borrowed(text);
    }
    if room == 0 {
        return Cow::Borrowed("");
    }
    let mut out = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        let w = width(grapheme);
        if used + w > room - 1 {
            break;
        }
        out.push_str(grapheme);
        used += w;
    }
    out.push(ELLIPSIS);
    Cow::Owned(out)
}

/// The end of text that has room in `room` columns, by grapheme: what is seen of a line on whose end one types.
#[must_use]
pub fn tail(text: &str, room: usize) -> &str {
    let mut rest = width(text);
    let mut from = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        if rest <= room {
            break;
        }
        rest = rest.saturating_sub(width(grapheme));
        from = at + grapheme.len();
    }
    &text[from..]
}

/// Text in exactly `room` columns: cut if too long, filled with blanks on the right if too short.
#[must_use]
pub fn pad(text: &str, room: usize) -> String {
    let mut out = fit(text, room).into_owned();
    out.extend(std::iter::repeat_n(' ', room.saturating_sub(width(&out))));
    out
}

/// Like [`pad`], with the blanks on the left: for numbers.
#[must_use]
pub fn pad_left(text: &str, room: usize) -> String {
    let cut = fit(text, room);
    format!("{}{cut}", " ".repeat(room.saturating_sub(width(&cut))))
}

/// Breaks text into lines of at most `room` columns at blanks; a word longer than a line is cut by grapheme.
#[must_use]
pub fn wrap(text: &str, room: usize) -> Vec<String> {
    let room = room.max(1);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        for word in &words(paragraph) {
            let gap = usize::from(!line.is_empty());
            if width(&line) + gap + width(word) <= room {
                if gap == 1 {
                    line.push(' ');
                }
                line.push_str(word);
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            for grapheme in word.graphemes(true) {
                if width(&line) + width(grapheme) > room {
                    lines.push(std::mem::take(&mut line));
                }
                line.push_str(grapheme);
            }
        }
        lines.push(line);
    }
    lines
}

/// The words of a line. French sets a blank before `: ; ! ?` and inside guillemets: none of these begins or ends a line.
fn words(line: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in line.split(' ').filter(|w| !w.is_empty()) {
        let hangs = word.starts_with([':', ';', '!', '?', '»']) || out.last().is_some_and(|before| before.ends_with('«'));
        match out.last_mut().filter(|_| hangs) {
            Some(before) => {
                before.push(' ');
                before.push_str(word);
            }
            None => out.push(word.to_owned()),
        }
    }
    out
}

/// What people type for an apostrophe.
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '‛' | 'ʼ' | 'ʻ' | '´' | '`' | '′' | '＇')
}

/// Adds the folded form of one character: lower case, without marks, and with the letters that have no
/// decomposition spelt out (`ß` → `ss`, `ł` → `l`, dotless `ı` → `i`).
fn fold_char(c: char, out: &mut String) {
    // Before it is taken apart: the acute accent alone decomposes to a blank and a mark.
    if is_apostrophe(c) {
        return out.push('\'');
    }
    for d in std::iter::once(c).nfkd() {
        if is_combining_mark(d) || is_invisible(d) {
            continue;
        }
        match d {
            'ß' | 'ẞ' => out.push_str("ss"),
            'ł' | 'Ł' => out.push('l'),
            'ø' | 'Ø' => out.push('o'),
            'đ' | 'Đ' | 'ð' | 'Ð' => out.push('d'),
            'ı' | 'İ' => out.push('i'),
            'æ' | 'Æ' => out.push_str("ae"),
            'œ' | 'Œ' => out.push_str("oe"),
            'þ' | 'Þ' => out.push_str("th"),
            d if d.is_whitespace() => out.push(' '),
            d => out.extend(d.to_lowercase().filter(|l| !is_combining_mark(*l))),
        }
    }
}

/// The form in which names are compared and searched: `José` and `jose`, `Müller` and `MULLER` are the same.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() && !text.contains('`') {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| fold_char(c, &mut out));
    out
}

/// [`fold`] with, for each character of the result, the index of the character of `text` that it came from.
#[must_use]
pub fn fold_mapped(text: &str) -> (String, Vec<usize>) {
    let mut out = String::with_capacity(text.len());
    let mut map = Vec::with_capacity(text.len());
    for (index, c) in text.chars().enumerate() {
        let before = out.len();
        fold_char(c, &mut out);
        map.extend(std::iter::repeat_n(index, out[before..].chars().count()));
    }
    (out, map)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("plain text", "plain text")]
    #[case("a\x1b[31mred", "a\u{FFFD}[31mred")]
    #[case("two\nlines\tand a tab", "two lines and a tab")]
    #[case("abc\u{202E}cba", "abccba")]
    #[case("zero\u{200B}width\u{FEFF}", "zerowidth")]
    #[case("nul\0", "nul\u{FFFD}")]
    #[case("李雷 🎓", "李雷 🎓")]
    fn cells_are_cleaned_before_they_are_shown(#[case] cell: &str, #[case] shown: &str) {
        assert_eq!(clean(cell), shown);
    }

    #[rstest]
    #[case("Müller", "muller")]
    #[case("JOSÉ", "jose")]
    #[case("Straße", "strasse")]
    #[case("Łukasz", "lukasz")]
    #[case("İstanbul ılık", "istanbul ilik")]
    #[case("Søren O’Brien", "soren o'brien")]
    #[case("O´Brien", "o'brien")]
    #[case("O`Brien", "o'brien")]
    #[case("O′Brien ʻOkina", "o'brien 'okina")]
    fn names_fold(#[case] name: &str, #[case] folded: &str) {
        assert_eq!(fold(name), folded);
    }

    #[test]
    fn wide_characters_are_cut_on_the_column_and_not_on_the_byte() {
        assert_eq!(fit("李雷李雷", 5), "李雷…");
        assert_eq!(fit("李雷李雷", 4), "李…");
        assert_eq!(pad("李雷", 6), "李雷  ");
        assert_eq!(pad_left("7", 3), "  7");
    }

    #[test]
    fn the_end_of_a_line_is_cut_on_the_column_too() {
        assert_eq!(tail("李雷李雷", 5), "李雷");
        assert_eq!(tail("李雷x", 3), "雷x");
        assert_eq!(tail("short", 9), "short");
        assert_eq!(tail("李", 0), "");
    }

    #[test]
    fn no_break_blanks_are_trimmed() {
        assert_eq!(trim("\u{a0}\u{200b} x y\u{3000}\0"), "x y");
    }

    #[test]
    fn long_words_wrap() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("abcdefghij k", 4), ["abcd", "efgh", "ij k"]);
        assert_eq!(wrap("Voici « deux » mots : oui", 12), ["Voici", "« deux »", "mots : oui"], "French punctuation hangs");
    }

    proptest! {
        #[test]
        fn fitted_text_never_exceeds_its_room(text in any::<String>(), room in 0usize..40) {
            let shown = clean(&text);
            prop_assert!(width(&fit(&shown, room)) <= room);
            prop_assert_eq!(width(&pad(&shown, room)), room);
            prop_assert!(width(tail(&shown, room)) <= room && shown.ends_with(tail(&shown, room)));
        }

        #[test]
        fn the_fold_map_has_one_entry_per_folded_character(text in any::<String>()) {
            let (folded, map) = fold_mapped(&text);
            prop_assert_eq!(folded.chars().count(), map.len());
            prop_assert!(map.iter().all(|&i| i < text.chars().count()));
        }
    }
}
