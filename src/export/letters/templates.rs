//! The texts of letters as data: those that come with the program, and a user's own in their place.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::lang::LetterLang;
use super::pattern::{Pattern, Values};
use super::problem::{TemplateProblem, Trouble};
use crate::catalog::nearest;

/// Version of the shape of the files.
const SCHEMA: i64 = 1;
/// What can be filled in everywhere.
const EVERYWHERE: [&str; 3] = ["name", "company", "report-date"];

/// The texts of letters in every language.
#[derive(Clone, Debug)]
pub struct Templates {
    /// By language, in the order of [`LetterLang::ALL`].
    of: [Sayings; 3],
}

/// Texts by key: `frame.greeting`.
type Sayings = BTreeMap<String, Saying>;

#[derive(Clone, Debug, PartialEq, Eq)]
enum Saying {
    Text(Pattern),
    Plural { one: Pattern, other: Pattern },
    Texts(Vec<Pattern>),
}

/// What a key holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// A text.
    Text,
    /// One for one and one for several.
    Plural,
    /// A list of texts.
    Texts,
}

/// The file of a language as it comes with the program.
#[must_use]
pub fn bundled(lang: LetterLang) -> &'static str {
    match lang {
        LetterLang::En => include_str!("../../../assets/letters/en.toml"),
        LetterLang::Fr => include_str!("../../../assets/letters/fr.toml"),
        LetterLang::De => include_str!("../../../assets/letters/de.toml"),
    }
}

impl Templates {
    /// The texts that come with the program.
    #[must_use]
    pub fn bundled() -> &'static Templates {
        static BUNDLED: OnceLock<Templates> = OnceLock::new();
        BUNDLED.get_or_init(|| {
            let read = |lang: LetterLang| {
                let mut reader = Reader { file: lang.code(), source: bundled(lang), known: None, sayings: Sayings::new() };
                // A test reads them: they come with the program.
                let _ = reader.read();
                reader.sayings
            };
            Templates { of: LetterLang::ALL.map(read) }
        })
    }

    /// The same with a user's own in their place: `en.toml`, `fr.toml` and `de.toml` of a folder, as far as they are there.
    ///
    /// # Errors
    /// The first thing that is wrong in one of them, with file, line and key.
    pub fn with_own(folder: &Path) -> Result<Templates, TemplateProblem> {
        let mut templates = Templates::bundled().clone();
        for (lang, sayings) in LetterLang::ALL.into_iter().zip(&mut templates.of) {
            let path = folder.join(format!("{}.toml", lang.code()));
            let file = path.to_string_lossy();
            match std::fs::read_to_string(&path) {
                Ok(source) => {
                    let source = source.strip_prefix('\u{feff}').unwrap_or(&source);
                    let mut reader = Reader { file: &file, source, known: Some(sayings), sayings: Sayings::new() };
                    reader.read()?;
                    let own = reader.sayings;
                    sayings.extend(own);
                }
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
                Err(error) => return Err(TemplateProblem::of_file(&file, Trouble::Unreadable(error.to_string()))),
            }
        }
        Ok(templates)
    }

    fn saying(&self, lang: LetterLang, key: &str) -> Option<&Saying> {
        self.of.get(lang as usize)?.get(key)
    }

    /// A text with everything filled in; empty where the key holds none.
    pub(super) fn text(&self, lang: LetterLang, key: &str, values: &Values<'_>) -> String {
        match self.saying(lang, key) {
            Some(Saying::Text(pattern)) => pattern.fill(values),
            _ => String::new(),
        }
    }

    /// A text for so many; the number is filled in as `count`.
    pub(super) fn counted(&self, lang: LetterLang, key: &str, count: usize, values: &Values<'_>) -> String {
        let values: Vec<(&str, String)> = values.iter().cloned().chain([("count", count.to_string())]).collect();
        match self.saying(lang, key) {
            Some(Saying::Plural { one, other }) => if lang.is_one(count) { one } else { other }.fill(&values),
            _ => String::new(),
        }
    }

    /// A list of texts, without those that have nothing to fill in.
    pub(super) fn texts(&self, lang: LetterLang, key: &str, values: &Values<'_>) -> Vec<String> {
        match self.saying(lang, key) {
            Some(Saying::Texts(patterns)) => {
                patterns.iter().filter(|pattern| !pattern.has_nothing_to_fill_in(values)).map(|pattern| pattern.fill(values)).collect()
            }
            _ => Vec::new(),
        }
    }
}

impl Saying {
    fn holds(&self) -> Holds {
        match self {
            Saying::Text(_) => Holds::Text,
            Saying::Plural { .. } => Holds::Plural,
            Saying::Texts(_) => Holds::Texts,
        }
    }

    fn patterns(&self) -> Vec<&Pattern> {
        match self {
            Saying::Text(pattern) => vec![pattern],
            Saying::Plural { one, other } => vec![one, other],
            Saying::Texts(patterns) => patterns.iter().collect(),
        }
    }

    /// What can be filled in here.
    fn places(&self) -> Vec<String> {
        let own = self.patterns().into_iter().flat_map(|pattern| pattern.places().map(str::to_owned).collect::<Vec<_>>());
        let count = (self.holds() == Holds::Plural).then(|| "count".to_owned());
        let mut places: Vec<String> = EVERYWHERE.iter().map(|place| (*place).to_owned()).chain(own).chain(count).collect();
        let mut seen = Vec::new();
        places.retain(|place| {
            let is_new = !seen.contains(place);
            if is_new {
                seen.push(place.clone());
            }
            is_new
        });
        places
    }
}

/// Reads one file.
struct Reader<'r> {
    file: &'r str,
    source: &'r str,
    /// What a file may hold; `None`: anything, it comes with the program.
    known: Option<&'r Sayings>,
    sayings: Sayings,
}

impl Reader<'_> {
    fn read(&mut self) -> Result<(), TemplateProblem> {
        let table = DeTable::parse(self.source).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            self.problem(at, "", Trouble::Syntax(error.message().to_owned()))
        })?;
        for (name, value) in table.get_ref() {
            match (name.get_ref().as_ref(), value.get_ref()) {
                ("schema", DeValue::Integer(number)) if number.as_str().parse() == Ok(SCHEMA) => {}
                ("schema", _) => return Err(self.problem(name.span().start, "schema", Trouble::Schema)),
                (section, DeValue::Table(inner)) => self.section(section, inner)?,
                (key, _) => return Err(self.problem(name.span().start, key, self.unknown(key))),
            }
        }
        Ok(())
    }

    /// `[frame]`, `[finding.pmc-only]`: tables within tables, until a key holds something to say.
    fn section(&mut self, path: &str, table: &DeTable<'_>) -> Result<(), TemplateProblem> {
        for (name, value) in table {
            let key = format!("{path}.{}", name.get_ref());
            let at = name.span().start;
            match value.get_ref() {
                DeValue::Table(inner) if !(inner.contains_key("one") || inner.contains_key("other")) => self.section(&key, inner)?,
                _ => {
                    let saying = self.saying(&key, at, value)?;
                    self.sayings.insert(key, saying);
                }
            }
        }
        Ok(())
    }

    fn saying(&self, key: &str, at: usize, value: &Spanned<DeValue<'_>>) -> Result<Saying, TemplateProblem> {
        let known = match self.known {
            None => None,
            Some(known) => Some(known.get(key).ok_or_else(|| self.problem(at, key, self.unknown(key)))?),
        };
        let wrong = || self.problem(at, key, Trouble::WrongKind(known.map_or(Holds::Text, Saying::holds)));
        let places = known.map(Saying::places);
        let text = |value: Option<&Spanned<DeValue<'_>>>| {
            let value = value.ok_or_else(wrong)?;
            self.pattern(key, value.span().start, value.get_ref().as_str().ok_or_else(wrong)?, places.as_deref())
        };
        let saying = match value.get_ref() {
            DeValue::String(_) => Saying::Text(text(Some(value))?),
            DeValue::Table(forms) if forms.len() == 2 => Saying::Plural { one: text(forms.get("one"))?, other: text(forms.get("other"))? },
            DeValue::Array(items) => Saying::Texts(items.iter().map(|item| text(Some(item))).collect::<Result<_, _>>()?),
            _ => return Err(wrong()),
        };
        if known.is_some_and(|known| known.holds() != saying.holds()) { Err(wrong()) } else { Ok(saying) }
    }

    fn pattern(&self, key: &str, at: usize, text: &str, places: Option<&[String]>) -> Result<Pattern, TemplateProblem> {
        let pattern = Pattern::parse(text).map_err(|_| self.problem(at, key, Trouble::LoneBrace))?;
        let unknown = pattern.places().find(|place| places.is_some_and(|known| !known.iter().any(|known| known == place)));
        match unknown {
            Some(place) => {
                let known = places.unwrap_or_default().iter().map(|known| format!("{{{known}}}")).collect::<Vec<_>>().join(", ");
                Err(self.problem(at, key, Trouble::UnknownPlace { place: place.to_owned(), known }))
            }
            None => Ok(pattern),
        }
    }

    /// The key is not known; one that is much like it was meant.
    fn unknown(&self, key: &str) -> Trouble {
        let known = self.known.into_iter().flat_map(BTreeMap::keys);
        Trouble::UnknownKey { meant: nearest(key, known.map(String::as_str)).map(str::to_owned) }
    }

    fn problem(&self, at: usize, key: &str, trouble: Trouble) -> TemplateProblem {
        let before = self.source.get(..at).unwrap_or(self.source);
        TemplateProblem { file: self.file.to_owned(), line: Some(before.matches('\n').count() + 1), key: key.to_owned(), trouble }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Lang, Texts};
    use rstest::rstest;

    fn read(lang: LetterLang) -> Sayings {
        let mut reader = Reader { file: lang.code(), source: bundled(lang), known: None, sayings: Sayings::new() };
        reader.read().unwrap();
        reader.sayings
    }

    fn own(name: &str, text: &str) -> Result<Templates, TemplateProblem> {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(name), text).unwrap();
        Templates::with_own(folder.path())
    }

    #[test]
    fn every_language_says_the_same_with_the_same_values() {
        let english = read(LetterLang::En);
        assert!(english.len() > 60);
        for lang in LetterLang::ALL {
            let sayings = read(lang);
            assert_eq!(sayings.keys().collect::<Vec<_>>(), english.keys().collect::<Vec<_>>(), "{lang:?}");
            for (key, saying) in &sayings {
                let sorted = |saying: &Saying| {
                    let mut places = saying.places();
                    places.sort_unstable();
                    (saying.holds(), places)
                };
                assert_eq!(sorted(saying), sorted(&english[key]), "{lang:?} {key}");
                let is_empty = |pattern: &&Pattern| pattern.fill(&[("skill", "x".to_owned())]).trim().is_empty();
                let may_be_empty = key.ends_with(".wait") || key == "frame.signature";
                assert!(may_be_empty || !saying.patterns().iter().any(is_empty), "{lang:?} {key}");
            }
        }
    }

    /// A blank that does not break stands before `: ; ! ?` and within guillemets, `’` in place of `'`.
    #[test]
    fn french_is_printed_as_french() {
        for (key, saying) in read(LetterLang::Fr) {
            for said in saying.patterns().iter().map(|pattern| pattern.fill(&[])) {
                for wrong in [" :", " ;", " !", " ?", "« ", " »", "'", "\"", "..."] {
                    assert!(!said.contains(wrong), "{key}: “{wrong}” in {said}");
                }
                let chars: Vec<char> = said.replace("https://", "").chars().collect();
                for two in chars.windows(2) {
                    let needs_a_blank = matches!(two[1], ':' | ';' | '!' | '?' | '»') && two[0] != '\u{a0}';
                    assert!(!needs_a_blank && (two[0] != '«' || two[1] == '\u{a0}'), "{key}: {said}");
                }
            }
        }
        for lang in [LetterLang::En, LetterLang::De] {
            for (key, saying) in read(lang) {
                assert!(saying.patterns().iter().all(|pattern| !pattern.fill(&[]).contains(['«', '»', '\''])), "{key}");
            }
        }
    }

    #[test]
    fn german_is_polite() {
        let text = bundled(LetterLang::De);
        assert!(["dein", "Dein", " du ", " Du ", " dir ", " dich "].iter().all(|word| !text.contains(word)));
    }

    #[test]
    fn what_is_missing_in_an_own_file_is_taken_from_the_bundled_one() {
        let templates = own("en.toml", "[frame]\ngreeting = \"Hi {name}!\"\nsignature = [\"Kim\", \"{company}\"]\n").unwrap();
        let values = [("name", "Ana".to_owned()), ("company", String::new())];
        assert_eq!(templates.text(LetterLang::En, "frame.greeting", &values), "Hi Ana!");
        assert_eq!(templates.texts(LetterLang::En, "frame.signature", &values), ["Kim"]);
        assert_eq!(templates.text(LetterLang::Fr, "frame.greeting", &values), "Bonjour Ana,");
        assert_eq!(templates.text(LetterLang::En, "frame.greeting-unnamed", &values), "Hello,");
    }

    #[test]
    fn every_bundled_file_is_one_of_ones_own() {
        for lang in LetterLang::ALL {
            own(&format!("{}.toml", lang.code()), bundled(lang)).unwrap();
        }
        assert!(Templates::with_own(Path::new("/nowhere at all")).is_ok(), "who has none has none");
    }

    #[rstest]
    #[case("schema = 2\n", 1, "schema", "1")]
    #[case("[frame]\n\ngreting = \"Hi\"\n", 3, "frame.greting", "frame.greeting")]
    #[case("greeting = \"Hi\"\n", 1, "greeting", "greeting")]
    #[case("[finding.lost]\nsays = \"Hi\"\n", 2, "finding.lost.says", "finding.lost.says")]
    #[case("[frame]\ngreeting = \"Hi {nmae}\"\n", 2, "frame.greeting", "{nmae}")]
    #[case("[frame]\nsignature = [\n  \"Kim\",\n  \"{sender}\",\n]\n", 4, "frame.signature", "{report-date}")]
    #[case("[frame]\ngreeting = \"Hi {name\"\n", 2, "frame.greeting", "{{")]
    #[case("[frame]\ngreeting = 7\n", 2, "frame.greeting", "frame.greeting")]
    #[case("[settle]\nsubject = \"Hi\"\n", 2, "settle.subject", "other")]
    #[case("[settle]\nsubject = { one = \"Hi\" }\n", 2, "settle.subject", "other")]
    #[case("[frame]\ngreeting = \"Hi\n", 2, "", "")]
    fn a_mistake_is_named_with_file_line_and_key(#[case] text: &str, #[case] line: usize, #[case] key: &str, #[case] named: &str) {
        let problem = own("fr.toml", text).unwrap_err();
        assert_eq!((problem.line, problem.key.as_str()), (Some(line), key), "{problem:?}");
        let said = Lang::ALL.map(|lang| problem.message(&Texts::new(lang)));
        assert_ne!(said[0], said[1]);
        for said in said {
            let all = ["fr.toml", &line.to_string(), key, named].iter().all(|part| said.contains(part));
            assert!(all && !said.contains('⟦'), "{said}");
        }
    }
}
