//! The words of the catalog in the user's language: what it remarks, what it did not find, what it asks for besides people.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::i18n::Lang;

const FRENCH: &str = include_str!("../../assets/catalog/words.fr.toml");

#[derive(Deserialize)]
struct File {
    words: Vec<Pair>,
}

#[derive(Deserialize)]
struct Pair {
    en: String,
    fr: String,
}

fn french() -> &'static HashMap<String, String> {
    static KNOWN: OnceLock<HashMap<String, String>> = OnceLock::new();
    // That the file is understood is tested; without it the words stay English.
    KNOWN.get_or_init(|| {
        let pairs = toml::from_str::<File>(FRENCH).map(|file| file.words).unwrap_or_default();
        pairs.into_iter().map(|pair| (pair.en, pair.fr)).collect()
    })
}

/// Words of the catalog in a language. Those of a user's own catalog, which nobody translated, stay as they are.
#[must_use]
pub fn words_in(words: &str, lang: Lang) -> &str {
    match lang {
        Lang::En => words,
        Lang::Fr => french().get(words.trim()).map_or(words, String::as_str),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::catalog::programmes;
    use crate::catalog::programmes::{Competency, DesignationVersion, OptionKind};

    fn of_competency(of: &Competency) -> Vec<&String> {
        let mut all: Vec<&String> = of.gap.iter().collect();
        for option in &of.options {
            all.extend(&option.validity.note);
            match &option.kind {
                OptionKind::Skills(levels) => {
                    all.extend(levels.iter().filter_map(|level| level.performance.as_ref()));
                    let requirements = levels.iter().flat_map(|level| &level.requirements);
                    all.extend(requirements.flat_map(|r| r.note.iter().chain(&r.ambiguous)));
                }
                OptionKind::Score(score) => all.extend(score.grace.iter().filter_map(|e| e.note.as_ref())),
            }
        }
        all
    }

    fn of_version(of: &DesignationVersion) -> Vec<&String> {
        let mut all: Vec<&String> = of.validity.note.iter().chain(&of.track_rule).collect();
        for metric in &of.metrics {
            all.extend(&metric.note);
            all.extend(metric.steps.iter().flat_map(|s| s.note.iter().chain(s.eligibility.iter().filter_map(|e| e.note.as_ref()))));
        }
        all
    }

    /// Everything that the embedded catalog says in words and some page shows.
    fn shown() -> BTreeSet<&'static str> {
        let all = programmes();
        let versions = all.designations.iter().flat_map(|d| &d.versions).flat_map(of_version);
        versions.chain(all.competencies.iter().flat_map(of_competency)).map(String::as_str).collect()
    }

    #[test]
    fn everything_that_can_be_shown_has_its_french() {
        let missing: Vec<&str> = shown().into_iter().filter(|words| words_in(words, Lang::Fr) == *words).collect();
        assert!(missing.is_empty(), "no French in words.fr.toml:\n{}", missing.join("\n"));
    }

    #[test]
    fn nothing_is_kept_that_stands_nowhere() {
        let file: File = toml::from_str(FRENCH).unwrap();
        let shown = shown();
        let english: Vec<&str> = file.words.iter().map(|pair| pair.en.as_str()).collect();
        let stale: Vec<&&str> = english.iter().filter(|words| !shown.contains(*words)).collect();
        assert!(stale.is_empty(), "{stale:?}");
        assert_eq!(english.iter().collect::<BTreeSet<_>>().len(), english.len(), "each once");
    }

    /// As in the locales: a blank before high marks, no straight apostrophe, no English quotation marks.
    #[test]
    fn french_is_printed_as_french() {
        for french in french().values() {
            assert!(!french.contains(['\'', '“', '”']) && !french.contains("..."), "{french}");
            for (at, mark) in french.match_indices([':', ';', '?', '!']) {
                assert!(french[..at].ends_with(' '), "a blank before {mark}: {french}");
            }
        }
    }

    #[test]
    fn words_of_ones_own_stay_as_they_are() {
        assert_eq!(words_in("ask Ana about this", Lang::Fr), "ask Ana about this");
        assert_eq!(words_in("all people", Lang::En), "all people");
        assert_eq!(words_in("all people", Lang::Fr), "toutes les personnes");
    }
}
