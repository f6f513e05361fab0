//! The words of the lists that companies keep of their people, in 18 languages: `assets/list-columns.toml`, parsed once.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use serde::Deserialize;

use super::field::Field;
use super::vocabulary::{loose, vocabulary};

/// What a heading means in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListReading {
    /// The field.
    pub field: Field,
    /// Index into the languages of the vocabulary.
    pub locale: usize,
}

/// The headings of lists.
#[derive(Debug, Default)]
pub struct ListWords {
    headings: HashMap<String, Vec<ListReading>>,
    /// Found inside longer headings too.
    contained: Vec<(String, Field)>,
    not_technical: Vec<String>,
}

#[derive(Deserialize)]
struct Raw {
    contained: BTreeMap<String, Vec<String>>,
    not_technical: RawNot,
    #[serde(flatten)]
    rest: BTreeMap<String, toml::Value>,
}

#[derive(Deserialize)]
struct RawNot {
    contained: Vec<String>,
}

static WORDS: OnceLock<ListWords> = OnceLock::new();

/// The words, parsed on first use.
#[must_use]
pub fn list_words() -> &'static ListWords {
    WORDS.get_or_init(|| ListWords::parse(include_str!("../../assets/list-columns.toml")).unwrap_or_default())
}

impl ListWords {
    /// Parses the embedded file. A mistake in it would be ours: then there are no words, and the tests say so.
    fn parse(source: &str) -> Result<ListWords, toml::de::Error> {
        let raw: Raw = toml::from_str(source)?;
        let mut words = ListWords::default();
        for (locale, tag) in vocabulary().locales.iter().map(|l| l.tag).enumerate() {
            let Some(table) = raw.rest.get(tag).and_then(toml::Value::as_table) else { continue };
            for (name, list) in table {
                let Ok(field) = name.parse::<Field>() else { continue };
                for word in list.as_array().into_iter().flatten().filter_map(toml::Value::as_str) {
                    let readings: &mut Vec<ListReading> = words.headings.entry(loose(word)).or_default();
                    readings.push(ListReading { field, locale });
                }
            }
        }
        for (name, list) in &raw.contained {
            let Ok(field) = name.parse::<Field>() else { continue };
            words.contained.extend(list.iter().map(|word| (loose(word), field)));
        }
        words.not_technical = raw.not_technical.contained;
        Ok(words)
    }

    /// What a heading may mean, by language; nothing for one that is not known.
    #[must_use]
    pub fn readings(&self, heading: &str) -> &[ListReading] {
        self.headings.get(&loose(heading)).map_or(&[], Vec::as_slice)
    }

    /// Whether a heading names a column of addresses, which makes a table a list of people.
    #[must_use]
    pub fn is_address(&self, heading: &str) -> bool {
        self.readings(heading).iter().any(|reading| reading.field == Field::Email)
    }

    /// Which of the two things that the users report shows a heading names (P4).
    #[must_use]
    pub fn of_users_report(&self, heading: &str) -> Option<Field> {
        let heading = loose(heading);
        let named = |(word, _): &&(String, Field)| heading.contains(word.as_str());
        self.contained.iter().find(named).map(|(_, field)| *field)
    }

    /// What a cell says of whether somebody is technical that repeats the word: `Technical`, `non technique`.
    #[must_use]
    pub fn technical(&self, cell: &str) -> Option<bool> {
        let word = loose(cell);
        let is_it = |word: &str| self.headings.get(word).is_some_and(|all| all.iter().any(|r| r.field == Field::Technical));
        if is_it(&word) {
            return Some(true);
        }
        let is_negated = |no: &str| word.strip_prefix(no).is_some_and(is_it);
        ["non", "not", "nicht", "no", "niet", "inte"].into_iter().any(is_negated).then_some(false)
    }

    /// Whether a heading says that its yes and no are about something else than being technical.
    #[must_use]
    pub fn is_not_technical(&self, heading: &str) -> bool {
        let heading = loose(heading);
        self.not_technical.iter().any(|word| heading.contains(word.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[test]
    fn every_language_has_words_for_every_field() {
        let fields = ["team", "manager", "country", "language", "technical", "start_date", "leaving_date", "email_private"];
        let raw: BTreeMap<String, toml::Value> = toml::from_str(include_str!("../../assets/list-columns.toml")).unwrap();
        for locale in &vocabulary().locales {
            let table = raw.get(locale.tag).and_then(toml::Value::as_table).unwrap_or_else(|| panic!("{}", locale.tag));
            let there: Vec<&str> = table.keys().map(String::as_str).collect();
            let known = there.iter().filter(|name| **name != "email").count();
            assert!(fields.iter().all(|f| there.contains(f)) && known == fields.len(), "{}: {there:?}", locale.tag);
        }
    }

    /// In one language a word means one thing.
    #[test]
    fn no_word_means_two_things_in_one_language() {
        for (word, readings) in &list_words().headings {
            for (at, reading) in readings.iter().enumerate() {
                let other = readings[..at].iter().find(|r| r.locale == reading.locale && r.field != reading.field);
                assert_eq!(other, None, "{word}");
            }
        }
    }

    #[rstest]
    #[case("Département", Field::Team)]
    #[case("ABTEILUNG", Field::Team)]
    #[case("Date d’entrée", Field::StartDate)]
    #[case("Fecha de baja", Field::LeavingDate)]
    #[case("部门", Field::Team)]
    #[case("ÜLKE", Field::Country)]
    #[case("Courriel", Field::Email)]
    fn headings_are_known(#[case] heading: &str, #[case] field: Field) {
        assert!(list_words().readings(heading).iter().any(|r| r.field == field), "{heading}");
    }

    #[rstest]
    #[case("Technical", Some(true))]
    #[case("non technique", Some(false))]
    #[case("Nicht-technisch", Some(false))]
    #[case("Sales", None)]
    fn a_cell_may_repeat_the_word(#[case] cell: &str, #[case] said: Option<bool>) {
        assert_eq!(list_words().technical(cell), said);
    }

    #[rstest]
    #[case("Accès à l’Université partenaire", Some(Field::PartnerUniversity))]
    #[case("Microsoft training & assessments", Some(Field::PartnerUniversity))]
    #[case("Examens et certifications Microsoft", Some(Field::LearningAccount))]
    #[case("University", None)]
    fn the_two_things_of_the_users_report_are_known(#[case] heading: &str, #[case] field: Option<Field>) {
        assert_eq!(list_words().of_users_report(heading), field);
    }
}
