//! Letters as a table for a mail merge: a row for each person.

use super::Letter;
use crate::export::grid::{Cell, Grid};
use crate::i18n::Texts;

/// The headings: the names of the fields of a mail merge, so the same in every language.
pub const HEADINGS: [&str; 6] = ["email", "name", "language", "subject", "text", "points"];

/// One row for each letter. The points have the words that people are shown.
#[must_use]
pub fn table(letters: &[Letter], texts: &Texts) -> Grid {
    let headers = HEADINGS.map(str::to_owned);
    let row = |letter: &Letter| {
        let points: Vec<String> = letter.points.iter().map(|code| crate::export::findings::title(*code, texts)).collect();
        vec![
            Cell::of(letter.to.address.clone().unwrap_or_default()),
            Cell::of(letter.to.name.as_str()),
            Cell::of(letter.lang.code()),
            Cell::of(letter.subject.as_str()),
            Cell::Lines(letter.text.trim_end().to_owned()),
            Cell::of(points.join("; ")),
        ]
    };
    Grid { name: texts.get("letters-sheet"), headers: headers.to_vec(), rows: letters.iter().map(row).collect() }
}
