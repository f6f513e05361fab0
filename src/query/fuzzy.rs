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

/// Letters that may be left out inside a word.
const GAP: usize = 2;

/// A word in two parts: the second begins another word of the key (`lukkow` for `lukasz kowalski`), or a letter or two
/// were left out between them (`kowlski`). Letters gathered from everywhere would match nearly everybody.
/// Gives the bytes of the key where the parts start and the length of the first.
fn two_parts(key: &str, word: &str) -> Option<(usize, usize, usize)> {
    let letters = word.chars().count();
    if letters < 3 || !could_match(key, word) {
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

    proptest! {
        #[test]
        fn a_longer_word_hits_nothing_that_the_shorter_one_missed(key in "[ab .]{0,14}", word in "[ab]{4,8}") {
            for end in MONOTONE_FROM..word.len() {
                prop_assert!(score(&key, &word).is_none() || score(&key, &word[..end]).is_some(), "{} {}", key, word);
            }
        }
    }
}
