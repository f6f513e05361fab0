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
    let mut out = Vec::from("\u{feff}".as_bytes());
    {
        let mut writer = ::csv::WriterBuilder::new().delimiter(delimiter).terminator(::csv::Terminator::CRLF).from_writer(&mut out);
        writer.write_record(header)?;
        for row in rows {
            writer.write_record(row.iter().map(|c| cell(c).into_owned()))?;
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
