//! Fuzzy matching of one word with one field. The engine (fuzzy-matcher) stands behind two functions.

use std::cell::RefCell;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use crate::text;

std::thread_local! {
    static ENGINE: RefCell<SkimMatcherV2> = RefCell::new(SkimMatcherV2::default().respect_case());
}

/// Score of a plain part of the text; anything below is a word in two parts.
const PART: i64 = 1_000;

/// How well a folded word matches a folded field; `None`: not at all. The start of the field goes before the start of
/// a word in it, this before a part, this before a word in two parts.
#[must_use]
pub fn score(key: &str, word: &str) -> Option<i64> {
    if word.is_empty() {
        return Some(0);
    }
    if let Some(at) = key.find(word) {
        let starts_word = at == 0 || !key[..at].ends_with(char::is_alphanumeric);
        let whole = !key[at + word.len()..].starts_with(char::is_alphanumeric);
        return Some(PART + if at == 0 { 200 } else { 0 } + if starts_word { 100 } else { 0 } + if whole && starts_word { 50 } else { 0 });
    }
    two_parts(key, word)?;
    ENGINE.with_borrow(|engine| engine.fuzzy_match(key, word)).map(|score| score.min(PART - 1))
}

/// From this many letters on, every hit of a longer word is a hit of the shorter one too.
pub const MONOTONE_FROM: usize = 4;

/// Longest key, in bytes, in which a word is looked for in parts: no name or address is longer, and the time grows with
/// the square of it.
const LONGEST_KEY: usize = 256;

/// Letters that may be left out inside a word.
const GAP: usize = 2;

/// A word in two parts: the second begins another word of the key (`lukkow` for `lukasz kowalski`), or a letter or two
/// were left out between them (`kowlski`). Letters gathered from everywhere would match nearly everybody.
/// Gives the bytes of the key where the parts start and the length of the first.
fn two_parts(key: &str, word: &str) -> Option<(usize, usize, usize)> {
    let letters = word.chars().count();
    if letters < 3 || key.len() > LONGEST_KEY || !could_match(key, word) {
        return None;
    }
    let starts_word = |at: usize| at == 0 || !key[..at].ends_with(char::is_alphanumeric);
    for (split, _) in word.char_indices().skip(1) {
        let (first, second) = word.split_at(split);
        for (at, _) in key.match_indices(first).filter(|(at, _)| starts_word(*at)) {
            let end = at + first.len();
            let rest = &key[end..];
            if let Some((gap, _)) = rest.match_indices(second).find(|(gap, _)| *gap > 0 && starts_word(end + gap)) {
                return Some((at, end + gap, split));
            }
            let near = rest.find(second).filter(|gap| {
                letters >= MONOTONE_FROM && rest[..*gap].chars().count() <= GAP && rest[..*gap].chars().all(char::is_alphanumeric)
            });
            if let Some(gap) = near {
                return Some((at, end + gap, split));
            }
        }
    }
    None
}

/// Whether the letters stand in the key in their order; far cheaper than anything else.
fn could_match(key: &str, word: &str) -> bool {
    let mut rest = key.bytes();
    word.bytes().all(|b| rest.any(|k| k == b))
}

/// How many letters may be wrong in a word: none in a short one or one with a digit, one up to six letters, else two.
pub(super) fn tolerance(word: &str) -> usize {
    match word.chars().count() {
        _ if !word.chars().all(char::is_alphabetic) => 0,
        0..4 => 0,
        4..7 => 1,
        _ => 2,
    }
}

/// Longest word that is compared letter by letter.
const LETTERS: usize = 31;

/// Letters to change, add, leave out or swap to make of `word` the beginning of `part`, if they are not more than `most`.
/// Both have at most [`LETTERS`] letters.
fn distance_to_beginning(word: &[char], part: &[char], most: usize) -> Option<usize> {
    let width = part.len().min(LETTERS) + 1;
    // Two rows above the current one: a swap looks back over both. On the stack: this runs for every name of a company.
    let mut rows = [[0u8; LETTERS + 1]; 3];
    for (j, cell) in rows[0].iter_mut().enumerate() {
        *cell = u8::try_from(j).unwrap_or(u8::MAX);
    }
    for (i, &w) in word.iter().take(LETTERS).enumerate() {
        let (before, above, here) = ((i + 2) % 3, i % 3, (i + 1) % 3);
        rows[here][0] = u8::try_from(i + 1).unwrap_or(u8::MAX);
        let mut best = rows[here][0];
        for j in 0..width - 1 {
            let p = part[j];
            let mut least = (rows[above][j] + u8::from(w != p)).min(rows[above][j + 1] + 1).min(rows[here][j] + 1);
            if i > 0 && j > 0 && w == part[j - 1] && word[i - 1] == p {
                least = least.min(rows[before][j - 1] + 1);
            }
            rows[here][j + 1] = least;
            best = best.min(least);
        }
        if usize::from(best) > most {
            return None;
        }
    }
    let last = &rows[word.len().min(LETTERS) % 3][..width];
    last.iter().min().map(|d| usize::from(*d)).filter(|d| *d <= most)
}

/// The letters of a word in room that is there already; `None` when it has too many.
fn letters_of<'r>(word: &str, room: &'r mut [char; LETTERS]) -> Option<&'r [char]> {
    let mut count = 0;
    for c in word.chars() {
        *room.get_mut(count)? = c;
        count += 1;
    }
    Some(&room[..count])
}

/// As [`tolerance`]; a word of three letters may have a wrong one where others stand beside it (`van den berg`).
pub(super) fn tolerance_beside(word: &str, others: bool) -> usize {
    match tolerance(word) {
        0 if others && word.chars().count() == 3 && word.chars().all(char::is_alphabetic) => 1,
        letters => letters,
    }
}

/// The part of a key that begins nearly as the word does, and how many letters are wrong: byte range and number.
/// `others`: there are other words beside it.
fn near_part(key: &str, word: &str, others: bool) -> Option<(std::ops::Range<usize>, usize)> {
    let most = tolerance_beside(word, others);
    if most == 0 {
        return None;
    }
    // Three letters of which one is wrong begin half of all names: the word has to be as short.
    let short = tolerance(word) == 0;
    let mut wanted = [' '; LETTERS];
    let mut letters = [' '; LETTERS];
    let wanted = letters_of(word, &mut wanted)?;
    let mut best: Option<(std::ops::Range<usize>, usize)> = None;
    let mut start = 0;
    for part in key.split(|c: char| !c.is_alphanumeric()) {
        let end = start + part.len();
        if part.len() + most >= wanted.len()
            && let Some(letters) = letters_of(part, &mut letters)
            && (!short || letters.len() == wanted.len())
            && let Some(wrong) = distance_to_beginning(wanted, letters, most)
            && best.as_ref().is_none_or(|(_, least)| wrong < *least)
        {
            best = Some((start..end, wrong));
        }
        start = end + key[end..].chars().next().map_or(0, char::len_utf8);
    }
    best
}

/// How well a folded word that may have wrong letters matches a word of a folded field; below every real match.
pub(super) fn near_score(key: &str, word: &str, others: bool) -> Option<i64> {
    let (part, wrong) = near_part(key, word, others)?;
    let longer = part.len().abs_diff(word.len());
    Some(100 - 30 * i64::try_from(wrong).unwrap_or(0) - i64::try_from(longer.min(20)).unwrap_or(0))
}

/// As [`highlights`], for words that may have wrong letters: the word that comes close is marked whole.
#[must_use]
pub fn highlights_near(printed: &str, words: &[&str]) -> Vec<bool> {
    let mut hit = highlights(printed, words);
    let (key, map) = text::fold_mapped(printed);
    for word in words.iter().filter(|word| !key.contains(**word)) {
        let Some((part, _)) = near_part(&key, word, words.len() > 1) else { continue };
        let first = key[..part.start].chars().count();
        for index in first..first + key[part].chars().count() {
            if let Some(flag) = map.get(index).and_then(|&i| hit.get_mut(i)) {
                *flag = true;
            }
        }
    }
    hit
}

/// Which characters of the printed text the words hit, for highlights.
#[must_use]
pub fn highlights(printed: &str, words: &[&str]) -> Vec<bool> {
    let mut hit = vec![false; printed.chars().count()];
    if words.is_empty() {
        return hit;
    }
    let (key, map) = text::fold_mapped(printed);
    for word in words.iter().filter(|w| !w.is_empty()) {
        let chars = |at: usize| key[..at].chars().count();
        let run = |at: usize, part: &str| chars(at)..chars(at) + part.chars().count();
        let indices: Vec<usize> = match (key.find(word), two_parts(&key, word)) {
            (Some(at), _) => run(at, word).collect(),
            (None, Some((first, second, split))) => run(first, &word[..split]).chain(run(second, &word[split..])).collect(),
            (None, None) => Vec::new(),
        };
        for index in indices {
            if let Some(flag) = map.get(index).and_then(|&i| hit.get_mut(i)) {
                *flag = true;
            }
        }
    }
    hit
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    fn shown(printed: &str, word: &str) -> String {
        printed.chars().zip(highlights(printed, &[word])).map(|(c, hit)| if hit { c } else { '.' }).collect()
    }

    #[rstest]
    #[case("Jose Müller", "mull", ".....Müll..")]
    #[case("José García", "jose", "José.......")]
    #[case("Straße 5", "strasse", "Straße..")]
    #[case("Łukasz Kowalski", "lukkow", "Łuk....Kow.....")]
    #[case("李雷 Wei", "wei", "...Wei")]
    #[case("Ana", "zzz", "...")]
    fn highlights_stand_on_the_printed_text(#[case] printed: &str, #[case] word: &str, #[case] expected: &str) {
        assert_eq!(shown(printed, word), expected);
    }

    #[rstest]
    #[case("jose garcia", "jose", "garcia")]
    #[case("jose garcia", "garcia", "arcia")]
    #[case("jose garcia", "garcia", "garci")]
    #[case("jose garcia", "arcia", "josgar")]
    #[case("lukasz kowalski", "kowal", "kowlski")]
    fn nearer_matches_score_higher(#[case] key: &str, #[case] better: &str, #[case] worse: &str) {
        assert!(score(key, better) > score(key, worse));
    }

    #[rstest]
    #[case("jonas petersen", "jose")]
    #[case("amelie durand", "md")]
    #[case("jonas van essen", "jonse")]
    #[case("anna", "bob")]
    fn letters_from_everywhere_are_no_match(#[case] key: &str, #[case] word: &str) {
        assert_eq!(score(key, word), None);
    }

    #[rstest]
    #[case("jorg muller", "mueller", Some(1))]
    #[case("ana gonzalez", "gonzales", Some(1))]
    #[case("lukasz kowalski", "kovalsky", Some(2))]
    #[case("maria lopez", "marai", Some(1))]
    #[case("maria lopez", "lope", Some(0))]
    #[case("anna", "bob", None)]
    #[case("jon doe", "joe", None)]
    #[case("smith", "8000015", None)]
    fn names_that_come_close(#[case] key: &str, #[case] word: &str, #[case] wrong: Option<usize>) {
        assert_eq!(near_part(key, word, false).map(|(_, wrong)| wrong), wrong);
    }

    #[rstest]
    #[case("anna van der berg", "den", Some(1))]
    #[case("anna denis", "der", None)]
    #[case("li wei", "lu", None)]
    fn short_words_come_close_beside_others(#[case] key: &str, #[case] word: &str, #[case] wrong: Option<usize>) {
        assert_eq!(near_part(key, word, true).map(|(_, wrong)| wrong), wrong);
    }

    /// A cell may be as long as the file likes: beyond some length a word is looked for as it stands, and no more. (Going
    /// through the parts of this one would take half a minute.)
    #[test]
    fn in_a_long_cell_a_word_is_looked_for_as_it_stands() {
        // The letters stand in it in their order, the second part nowhere, and the first begins every word.
        let cell = "ab ".repeat(33_000) + "y ax";
        assert_eq!(score(&cell, "abyx"), None);
        assert!(highlights(&cell, &["abyx"]).iter().all(|hit| !hit));
        assert!(score(&cell, "ab ab").is_some());
    }

    #[test]
    fn what_comes_close_is_marked() {
        let marked: String =
            "Jörg Müller".chars().zip(highlights_near("Jörg Müller", &["mueller"])).map(|(c, hit)| if hit { c } else { '.' }).collect();
        assert_eq!(marked, ".....Müller");
    }

    proptest! {
        #[test]
        fn the_distance_is_that_to_the_nearest_beginning(word in "[abc]{1,7}", part in "[abc]{0,8}") {
            let chars = |s: &str| s.chars().collect::<Vec<_>>();
            let brute = (0..=part.len()).map(|end| strsim::osa_distance(&word, &part[..end])).min().unwrap();
            prop_assert_eq!(distance_to_beginning(&chars(&word), &chars(&part), 2), Some(brute).filter(|d| *d <= 2));
        }

        #[test]
        fn a_longer_word_hits_nothing_that_the_shorter_one_missed(key in "[ab .]{0,14}", word in "[ab]{4,8}") {
            for end in MONOTONE_FROM..word.len() {
                prop_assert!(score(&key, &word).is_none() || score(&key, &word[..end]).is_some(), "{} {}", key, word);
            }
        }
    }
}
