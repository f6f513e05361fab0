//! The language of a letter, which is its reader's and not that of the program: dates, lists and plurals as it writes them.

use std::str::FromStr;

use chrono::{Datelike, NaiveDate};

use crate::i18n::Lang;
use crate::text;

/// A language of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LetterLang {
    /// English.
    En,
    /// French.
    Fr,
    /// German.
    De,
}

impl LetterLang {
    /// All of them.
    pub const ALL: [LetterLang; 3] = [LetterLang::En, LetterLang::Fr, LetterLang::De];

    /// Two-letter code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            LetterLang::En => "en",
            LetterLang::Fr => "fr",
            LetterLang::De => "de",
        }
    }

    /// The language that a list of people names in its own words: `fr-CA`, `German`, `Deutsch`, `allemand`.
    #[must_use]
    pub fn of_word(word: &str) -> Option<LetterLang> {
        let folded = text::fold(word);
        let first = folded.split(|c: char| !c.is_alphanumeric()).find(|part| !part.is_empty())?;
        match first {
            "en" | "eng" | "english" | "anglais" | "englisch" | "ingles" | "inglese" | "engels" => Some(LetterLang::En),
            "fr" | "fra" | "fre" | "french" | "francais" | "francaise" | "franzosisch" | "frances" | "francese" | "frans" => {
                Some(LetterLang::Fr)
            }
            "de" | "deu" | "ger" | "german" | "allemand" | "deutsch" | "aleman" | "tedesco" | "duits" => Some(LetterLang::De),
            _ => None,
        }
    }

    /// A day in words: `15 September 2026`, `1er février 2026`, `15. September 2026`.
    #[must_use]
    pub fn date(self, day: NaiveDate) -> String {
        const EN: [&str; 12] =
            ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
        const FR: [&str; 12] =
            ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];
        const DE: [&str; 12] =
            ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];
        let month = day.month0() as usize % 12;
        match (self, day.day(), day.year()) {
            (LetterLang::En, number, year) => format!("{number} {} {year}", EN[month]),
            (LetterLang::Fr, 1, year) => format!("1er {} {year}", FR[month]),
            (LetterLang::Fr, number, year) => format!("{number} {} {year}", FR[month]),
            (LetterLang::De, number, year) => format!("{number}. {} {year}", DE[month]),
        }
    }

    /// Things one after the other: `A, B and C`.
    #[must_use]
    pub fn list(self, things: &[String]) -> String {
        let and = match self {
            LetterLang::En => "and",
            LetterLang::Fr => "et",
            LetterLang::De => "und",
        };
        match things {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
        }
    }

    /// Whether a number goes with the singular: in French nothing does, too.
    #[must_use]
    pub fn is_one(self, count: usize) -> bool {
        count == 1 || self == LetterLang::Fr && count == 0
    }
}

impl FromStr for LetterLang {
    type Err = ();

    /// By a language tag: `de`, `de-AT`.
    fn from_str(tag: &str) -> Result<LetterLang, ()> {
        let code = tag.get(..2).map(str::to_ascii_lowercase);
        LetterLang::ALL.into_iter().find(|lang| code.as_deref() == Some(lang.code())).ok_or(())
    }
}

impl From<Lang> for LetterLang {
    fn from(lang: Lang) -> LetterLang {
        match lang {
            Lang::En => LetterLang::En,
            Lang::Fr => LetterLang::Fr,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(LetterLang::En, "2026-09-15", "15 September 2026")]
    #[case(LetterLang::En, "2026-02-01", "1 February 2026")]
    #[case(LetterLang::Fr, "2026-02-01", "1er février 2026")]
    #[case(LetterLang::Fr, "2026-08-21", "21 août 2026")]
    #[case(LetterLang::De, "2026-09-15", "15. September 2026")]
    #[case(LetterLang::De, "2026-03-01", "1. März 2026")]
    fn days_are_written_as_the_language_does(#[case] lang: LetterLang, #[case] day: &str, #[case] written: &str) {
        assert_eq!(lang.date(day.parse().unwrap()), written);
    }

    #[rstest]
    #[case("German", Some(LetterLang::De))]
    #[case("Deutsch (Schweiz)", Some(LetterLang::De))]
    #[case("de-AT", Some(LetterLang::De))]
    #[case("Français", Some(LetterLang::Fr))]
    #[case("Französisch", Some(LetterLang::Fr))]
    #[case("FR", Some(LetterLang::Fr))]
    #[case(" english ", Some(LetterLang::En))]
    #[case("en_GB", Some(LetterLang::En))]
    #[case("Nederlands", None)]
    #[case("Denmark", None)]
    #[case("", None)]
    fn a_list_names_languages_in_its_own_words(#[case] word: &str, #[case] lang: Option<LetterLang>) {
        assert_eq!(LetterLang::of_word(word), lang);
    }

    #[rstest]
    #[case(LetterLang::En, &["a"], "a")]
    #[case(LetterLang::En, &["a", "b"], "a and b")]
    #[case(LetterLang::Fr, &["a", "b", "c"], "a, b et c")]
    #[case(LetterLang::De, &["a", "b", "c"], "a, b und c")]
    #[case(LetterLang::De, &[], "")]
    fn lists_are_written_as_the_language_does(#[case] lang: LetterLang, #[case] things: &[&str], #[case] written: &str) {
        let things: Vec<String> = things.iter().map(|thing| (*thing).to_owned()).collect();
        assert_eq!(lang.list(&things), written);
    }

    #[test]
    fn nothing_is_singular_in_french_alone() {
        assert_eq!(LetterLang::ALL.map(|lang| lang.is_one(0)), [false, true, false]);
        assert!(LetterLang::ALL.iter().all(|lang| lang.is_one(1) && !lang.is_one(2)));
    }

    #[test]
    fn tags_name_languages() {
        assert_eq!("de-CH".parse(), Ok(LetterLang::De));
        assert_eq!("nl-NL".parse::<LetterLang>(), Err(()));
        assert_eq!(LetterLang::from(Lang::Fr), LetterLang::Fr);
    }
}
