//! Comma-separated text that a spreadsheet can open without running anything in it.

use std::borrow::Cow;

use crate::i18n::Lang;
use crate::text;

/// A cell that no spreadsheet takes for a formula: one that begins with `=`, `+`, `-`, `@` or a tab gets an apostrophe.
#[must_use]
pub fn cell(value: &str) -> Cow<'_, str> {
    let dangerous = |text: &str| text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let clean = text::clean(value);
    // An invisible mark in front must not hide the sign from the eye that looks here.
    if dangerous(value) || dangerous(&clean) { Cow::Owned(format!("'{clean}")) } else { clean }
}

/// A cell of several lines, each made safe as [`cell`] does it; only the first could begin a formula.
#[must_use]
pub fn lines(value: &str) -> String {
    let mut parts = value.split('\n').map(|line| line.trim_end_matches('\r'));
    let first = cell(parts.next().unwrap_or_default()).into_owned();
    let rest = parts.map(text::clean);
    rest.fold(first, |all, line| format!("{all}\n{line}"))
}

/// A table as csv: UTF-8 with a mark, so that Excel reads accents, and CRLF. Between the cells stand commas, which is what
/// programs read.
///
/// # Errors
/// When memory for it cannot be had; there is no other.
pub fn table(header: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> Result<Vec<u8>, ::csv::Error> {
    table_with(b',', header, rows)
}

/// The delimiter that Excel expects in a language: a comma is part of numbers in French.
#[must_use]
pub fn delimiter_in(lang: Lang) -> u8 {
    match lang {
        Lang::En => b',',
        Lang::Fr => b';',
    }
}

/// The same with another delimiter.
///
/// # Errors
/// As [`table`].
pub fn table_with(delimiter: u8, header: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> Result<Vec<u8>, ::csv::Error> {
    let safe = |row: Vec<String>| row.iter().map(|c| cell(c).into_owned()).collect();
    safe_table(delimiter, header, rows.into_iter().map(safe))
}

/// A table of cells that are safe already.
pub(super) fn safe_table(delimiter: u8, header: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Result<Vec<u8>, ::csv::Error> {
    let mut out = Vec::from("\u{feff}".as_bytes());
    {
        let mut writer = ::csv::WriterBuilder::new().delimiter(delimiter).terminator(::csv::Terminator::CRLF).from_writer(&mut out);
        writer.write_record(header)?;
        for row in rows {
            writer.write_record(row)?;
        }
        writer.flush()?;
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("=1+1", "'=1+1")]
    #[case("@SUM(A1)", "'@SUM(A1)")]
    #[case("-2", "'-2")]
    #[case("\tx", "' x")]
    #[case("\u{200b}=1+1", "'=1+1")]
    #[case("plain = text", "plain = text")]
    #[case("a\x1b[2J", "a\u{FFFD}[2J")]
    fn cells_are_never_formulas(#[case] value: &str, #[case] written: &str) {
        assert_eq!(cell(value), written);
    }

    #[rstest]
    #[case("one\ntwo", "one\ntwo")]
    #[case("=1+1\n=2", "'=1+1\n=2")]
    #[case("a\u{202e}\r\n\tb\x1b", "a\n b\u{FFFD}")]
    #[case("", "")]
    fn lines_stay_lines(#[case] value: &str, #[case] written: &str) {
        assert_eq!(lines(value), written);
    }

    proptest! {
        #[test]
        fn a_table_comes_back_as_it_was_written(rows in prop::collection::vec(prop::collection::vec("[a-zé;\", ]{0,8}", 3), 0..6)) {
            let bytes = table(&["a", "b", "c"], rows.clone()).unwrap();
            let mut reader = ::csv::Reader::from_reader(bytes.as_slice());
            let back: Vec<Vec<String>> = reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect();
            prop_assert_eq!(back, rows);
        }
    }
}
