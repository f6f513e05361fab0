//! The words of the downloads in 18 languages: `assets/columns.toml`, parsed once and indexed for look-up.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::OnceLock;

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::field::{self, Field};
use super::kinds::Kind;
use super::values::SkillType;
use crate::text;

/// How sure it is that a header means its field. Best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// Given by the user.
    User,
    /// The string stands in Microsoft's documentation or in a real export.
    Documented,
    /// Documented for another file or page of Partner Center.
    Related,
    /// Composed from documented words, or told by a characteristic word in the header.
    Inferred,
    /// Told from the cells below.
    Content,
}

impl How {
    /// The word used in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            How::User => "user",
            How::Documented => "documented",
            How::Related => "related",
            How::Inferred => "inferred",
            How::Content => "content",
        }
    }
}

/// One reading of a header word.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    /// What it means.
    pub field: Field,
    /// Index into [`Vocabulary::locales`].
    pub locale: usize,
    /// How well it is documented.
    pub how: How,
    /// 0: matched as normalised; 1: without blanks; 2: without marks and punctuation.
    pub stage: u8,
}

/// The words of one language.
#[derive(Debug)]
pub struct Locale {
    /// `fr-FR`
    pub tag: &'static str,
    yes: HashSet<String>,
    no: HashSet<String>,
    competency: Vec<String>,
}

/// A download other than the skills report, known by its column identifiers.
#[derive(Debug)]
pub struct Dataset {
    /// Which one.
    pub kind: Kind,
    signature: Vec<String>,
    columns: HashMap<String, (String, How)>,
}

impl Dataset {
    /// Whether the header row has the columns by which the download is known. One of more than three may be missing.
    #[must_use]
    pub fn signed(&self, headers: &[String]) -> bool {
        let found =
            self.signature.iter().filter(|s| headers.iter().any(|h| self.identifier(h).is_some_and(|(id, _)| id == s.as_str()))).count();
        found >= if self.signature.len() > 3 { self.signature.len() - 1 } else { self.signature.len() }
    }

    /// The identifier that a header stands for.
    #[must_use]
    pub fn identifier(&self, header: &str) -> Option<(&str, How)> {
        self.columns.get(&loose(header)).map(|(id, how)| (id.as_str(), *how))
    }
}

/// All words of `assets/columns.toml`.
#[derive(Debug)]
pub struct Vocabulary {
    /// The languages, English first.
    pub locales: Vec<Locale>,
    /// The other downloads, most characteristic first.
    pub datasets: Vec<Dataset>,
    headers: [HashMap<String, Vec<Reading>>; 3],
    yes: HashSet<String>,
    no: HashSet<String>,
    types: HashMap<String, SkillType>,
    active: HashMap<String, bool>,
    no_data: Vec<String>,
    /// Headings that only the users report has: what they mean, where their cells are read.
    users_report: HashMap<String, Option<Field>>,
}

#[derive(Deserialize)]
struct RawFile {
    locale: BTreeMap<String, RawLocale>,
    dataset: BTreeMap<String, RawDataset>,
    users_report: RawUsersReport,
    #[serde(default)]
    doc_artefact: BTreeMap<String, RawArtefact>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct RawLocale {
    yes: Vec<String>,
    yes_related: Vec<String>,
    yes_inferred: Vec<String>,
    no: Vec<String>,
    no_related: Vec<String>,
    no_inferred: Vec<String>,
    no_data_message: Vec<String>,
    no_data_message_older: Vec<String>,
    headers: BTreeMap<String, Vec<String>>,
    headers_related: BTreeMap<String, Vec<String>>,
    headers_inferred: BTreeMap<String, Vec<String>>,
    words: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct RawDataset {
    signature: Vec<String>,
    signature_inferred: Vec<String>,
    columns: Vec<String>,
    v1_until_2021_06_16: Vec<String>,
    v2_from_2021_06_17: Vec<String>,
    v3_from_2021_10: Vec<String>,
    aliases: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
struct RawUsersReport {
    fields_inferred: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct RawArtefact {
    columns: BTreeMap<String, Vec<String>>,
}

static VOCABULARY: OnceLock<Vocabulary> = OnceLock::new();

/// The vocabulary, parsed on first use.
#[must_use]
pub fn vocabulary() -> &'static Vocabulary {
    VOCABULARY.get_or_init(|| Vocabulary::parse(include_str!("../../assets/columns.toml")))
}

/// Normalises a header as `columns.toml` asks: no invisible marks, NFKC, one kind of blank and of apostrophe, no
/// surrounding quotes or brackets, case folded with every Turkish i taken for `i`.
#[must_use]
pub fn normalise(header: &str) -> String {
    // Every cell near the top of a file is looked at as if it were a heading, and most have plain letters only.
    let is_plain = header.bytes().all(|b| (0x20..0x7f).contains(&b));
    let plain: Cow<'_, str> = if is_plain { Cow::Borrowed(header) } else { Cow::Owned(compatible(header)) };
    let mut out = String::with_capacity(plain.len());
    for word in plain.split(' ').filter(|w| !w.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().flat_map(char::to_lowercase).filter(|&c| c != '\u{307}'));
    }
    let surrounding = |c: char| matches!(c, '"' | '“' | '”' | '«' | '»' | '„' | '[' | ']' | '「' | '」' | '『' | '』' | '【' | '】' | ' ');
    out.trim_matches(surrounding).to_owned()
}

fn compatible(header: &str) -> String {
    let chars = text::clean(header);
    let chars = chars.nfkc().map(|c| match c {
        '’' | '‘' | 'ʼ' | '´' => '\'',
        'İ' | 'ı' => 'i',
        c if c.is_whitespace() => ' ',
        c => c,
    });
    chars.collect()
}

/// Second try: documents in Chinese and Japanese put blanks around Latin words at random.
fn without_blanks(normal: &str) -> String {
    normal.chars().filter(|&c| c != ' ').collect()
}

/// Third try: without marks and punctuation.
fn bare(normal: &str) -> String {
    if normal.is_ascii() {
        return normal.chars().filter(char::is_ascii_alphanumeric).collect();
    }
    normal.nfkd().filter(|c| !is_combining_mark(*c) && c.is_alphanumeric()).collect()
}

/// [`normalise`] and then the third try, for identifiers and value words.
pub(super) fn loose(header: &str) -> String {
    bare(&normalise(header))
}

impl Vocabulary {
    /// Parses the embedded file. A mistake in it would be ours: what cannot be parsed is left out, and the tests say so.
    fn parse(source: &str) -> Vocabulary {
        let raw: RawFile = toml::from_str(source).unwrap_or_else(|_| RawFile {
            locale: BTreeMap::new(),
            dataset: BTreeMap::new(),
            users_report: RawUsersReport { fields_inferred: BTreeMap::new() },
            doc_artefact: BTreeMap::new(),
        });
        let mut tags: Vec<&String> = raw.locale.keys().collect();
        tags.sort_by_key(|tag| (tag.as_str() != "en-US", tag.as_str()));
        let mut vocabulary = Vocabulary {
            locales: Vec::new(),
            datasets: Vec::new(),
            headers: Default::default(),
            yes: HashSet::new(),
            no: HashSet::new(),
            types: HashMap::new(),
            active: HashMap::new(),
            no_data: Vec::new(),
            users_report: HashMap::new(),
        };
        for tag in tags {
            vocabulary.add_locale(tag, &raw.locale[tag]);
        }
        for kind in Kind::DATASETS {
            if let Some(dataset) = kind.dataset().and_then(|name| raw.dataset.get(name)) {
                vocabulary.datasets.push(read_dataset(*kind, dataset, &raw.doc_artefact));
            }
        }
        for field in ["partner_university", "learning_account", "roles"] {
            let words = raw.users_report.fields_inferred.get(field).into_iter().flatten();
            let known = words.map(|w| loose(w)).filter(|w| !w.contains("mcid") && !w.contains("mcpid"));
            vocabulary.users_report.extend(known.map(|w| (w, field.parse().ok())));
        }
        vocabulary
    }

    fn add_locale(&mut self, tag: &str, raw: &RawLocale) {
        let locale = self.locales.len();
        for (table, how) in [(&raw.headers, How::Documented), (&raw.headers_related, How::Related), (&raw.headers_inferred, How::Inferred)]
        {
            for (name, words) in table {
                // The Insights word for the expiry is documented, but for another file.
                let (name, how) =
                    if name == "skill_expiration_date_insights" { ("skill_expiration_date", How::Related) } else { (name.as_str(), how) };
                let Ok(field) = name.parse::<Field>() else { continue };
                for word in words {
                    let normal = normalise(word);
                    let forms = [normal.clone(), without_blanks(&normal), bare(&normal)];
                    for (stage, form) in (0u8..).zip(forms) {
                        self.headers[stage as usize].entry(form).or_default().push(Reading { field, locale, how, stage });
                    }
                }
            }
        }
        let set = |lists: [&Vec<String>; 3]| lists.into_iter().flatten().map(|w| loose(w)).collect::<HashSet<String>>();
        let yes = set([&raw.yes, &raw.yes_related, &raw.yes_inferred]);
        let no = set([&raw.no, &raw.no_related, &raw.no_inferred]);
        self.yes.extend(yes.iter().cloned());
        self.no.extend(no.iter().cloned());
        let words = |name: &str| raw.words.get(name).into_iter().flatten();
        for (name, kind) in [("exam", SkillType::Exam), ("certification", SkillType::Certification), ("assessment", SkillType::Assessment)]
        {
            for word in words(name) {
                self.types.entry(loose(word)).or_insert(kind);
            }
        }
        for (name, active) in [("active", true), ("inactive", false)] {
            for word in words(name) {
                self.active.entry(loose(word)).or_insert(active);
            }
        }
        let messages = raw.no_data_message.iter().chain(&raw.no_data_message_older);
        self.no_data.extend(messages.map(|m| first_sentence(m)).filter(|m| !m.is_empty()));
        let competency = words("competency").map(|w| normalise(w)).collect();
        // The vocabulary lives as long as the program: its tags may too.
        let tag: &'static str = Box::leak(tag.to_owned().into_boxed_str());
        self.locales.push(Locale { tag, yes, no, competency });
    }

    /// Every reading of a header, of the earliest stage at which there is one.
    #[must_use]
    pub fn readings(&self, header: &str) -> &[Reading] {
        self.readings_of_normal(&normalise(header))
    }

    fn readings_of_normal(&self, normal: &str) -> &[Reading] {
        if normal.is_empty() {
            return &[];
        }
        let [exact, blanks, marks] = &self.headers;
        let found = exact.get(normal).or_else(|| blanks.get(&without_blanks(normal))).or_else(|| marks.get(&bare(normal)));
        found.map_or(&[], Vec::as_slice)
    }

    /// Whether a text is a heading of any download.
    #[must_use]
    pub fn is_header(&self, text: &str) -> bool {
        let normal = normalise(text);
        !self.readings_of_normal(&normal).is_empty() || {
            let word = bare(&normal);
            self.datasets.iter().any(|d| d.columns.contains_key(&word))
        }
    }

    /// Whether a header has a word for *competency* in a language.
    #[must_use]
    pub fn names_competency(&self, header: &str) -> bool {
        let normal = normalise(header);
        self.locales.iter().flat_map(|l| &l.competency).any(|word| normal.contains(word.as_str()))
    }

    /// Yes or no, first by the words of the file's language, then by those of all. `None`: neither.
    #[must_use]
    pub fn yes_no(&self, cell: &str, locale: Option<usize>) -> Option<bool> {
        let word = loose(cell);
        let own = locale.and_then(|l| self.locales.get(l));
        let sets = own.map(|l| (&l.yes, &l.no)).into_iter().chain([(&self.yes, &self.no)]);
        sets.into_iter().find_map(|(yes, no)| if yes.contains(&word) { Some(true) } else { no.contains(&word).then_some(false) })
    }

    /// Exam, certification or assessment in any language; also inside a longer English name (*Compliance Assessment*).
    #[must_use]
    pub fn skill_type(&self, cell: &str) -> SkillType {
        let word = loose(cell);
        self.types.get(&word).copied().unwrap_or_else(|| {
            let within = [("assessment", SkillType::Assessment), ("certification", SkillType::Certification), ("exam", SkillType::Exam)];
            within.into_iter().find(|(w, _)| word.contains(w)).map_or(SkillType::Other, |(_, kind)| kind)
        })
    }

    /// Whether the kind of a skill is one that there is.
    #[must_use]
    pub fn knows_skill_type(&self, cell: &str) -> bool {
        self.types.contains_key(&loose(cell)) || self.skill_type(cell) != SkillType::Other
    }

    /// Whether a status word means *active* (or *inactive*); `None` for any other word.
    #[must_use]
    pub fn active(&self, cell: &str) -> Option<bool> {
        let word = loose(cell);
        self.active.get(&word).copied().or_else(|| ["expired", "retired", "inactive"].contains(&word.as_str()).then_some(false))
    }

    /// Whether a text is the message that nobody has skills data (T2), in any language: its first sentence is compared.
    #[must_use]
    pub fn is_no_data(&self, text: &str) -> bool {
        let sentence = loose(text);
        self.no_data.iter().any(|message| sentence.starts_with(message.as_str()))
    }

    /// Whether the text holds that message somewhere (a web page has other words around it).
    #[must_use]
    pub fn holds_no_data(&self, text: &str) -> bool {
        let text = loose(text);
        self.no_data.iter().any(|message| text.contains(message.as_str()))
    }

    /// Whether a header is one that only the exported users report has.
    #[must_use]
    pub fn is_users_report_header(&self, header: &str) -> bool {
        self.users_report.contains_key(&loose(header))
    }

    /// What such a header means, where its cells are read.
    #[must_use]
    pub fn users_report_field(&self, header: &str) -> Option<Field> {
        self.users_report.get(&loose(header)).copied().flatten()
    }
}

fn first_sentence(message: &str) -> String {
    loose(message.split_inclusive(['.', '。']).next().unwrap_or(message))
}

fn read_dataset(kind: Kind, raw: &RawDataset, artefacts: &BTreeMap<String, RawArtefact>) -> Dataset {
    let signature = if raw.signature.is_empty() { &raw.signature_inferred } else { &raw.signature };
    let signature = if signature.is_empty() { raw.columns.clone() } else { signature.clone() };
    let documented = if raw.signature.is_empty() { How::Inferred } else { How::Documented };
    let mut columns = HashMap::new();
    let lists = [&raw.columns, &raw.v1_until_2021_06_16, &raw.v2_from_2021_06_17, &raw.v3_from_2021_10];
    for id in lists.into_iter().flatten() {
        columns.insert(loose(id), (id.clone(), documented));
    }
    if kind == Kind::TrainingCompletions {
        columns.insert(loose("AADUserId"), ("AADUserId".to_owned(), How::Documented));
    }
    for (id, words) in &raw.aliases {
        for word in words {
            columns.entry(loose(word)).or_insert((id.clone(), documented));
        }
    }
    // Page artefacts of machine translation: a last resort, so they never displace an identifier.
    let identifiers: HashSet<String> = columns.values().map(|(id, _)| id.clone()).collect();
    for artefact in artefacts.values() {
        for (id, words) in artefact.columns.iter().filter(|(id, _)| identifiers.contains(*id)) {
            for word in words {
                columns.entry(loose(word)).or_insert((id.clone(), How::Inferred));
            }
        }
    }
    Dataset { kind, signature, columns }
}

/// The field of a dataset's column, where its cells are read.
#[must_use]
pub fn dataset_field(kind: Kind, identifier: &str) -> Option<Field> {
    match kind {
        Kind::TrainingCompletions => field::of_training_column(identifier),
        Kind::CompetencyHistory => field::of_history_column(identifier),
        _ => field::of_list_column(kind, identifier),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[test]
    fn the_embedded_words_parse_and_cover_18_languages() {
        let words = vocabulary();
        assert_eq!(words.locales.len(), 18);
        assert_eq!(words.locales[0].tag, "en-US");
        assert_eq!(words.datasets.len(), Kind::DATASETS.len());
        for locale in &words.locales {
            assert!(!locale.yes.is_empty() && !locale.no.is_empty(), "{}", locale.tag);
        }
    }

    #[test]
    fn no_word_means_yes_in_one_language_and_no_in_another() {
        let words = vocabulary();
        assert_eq!(words.yes.intersection(&words.no).count(), 0);
    }

    #[rstest]
    #[case("Associated to PMC", Field::AssociatedPmc)]
    #[case("  associated TO\u{a0}PC ", Field::AssociatedPc)]
    #[case("Associée à l'Espace partenaires", Field::AssociatedPc)]
    #[case("ASSOCIÉE À L’ESPACE PARTENAIRES", Field::AssociatedPc)]
    #[case("Relevant for Competencies  (Option) or Programs", Field::Relevant)]
    #[case("PMCへの関連付け", Field::AssociatedPmc)]
    #[case("PMC İLE İLİŞKİLİ", Field::AssociatedPmc)]
    #[case("与能力（选项）或计划相关", Field::Relevant)]
    #[case("\"MCID\"", Field::Mcid)]
    #[case("E-Mail", Field::Email)]
    fn headers_are_recognised(#[case] header: &str, #[case] field: Field) {
        let readings = vocabulary().readings(header);
        assert!(readings.iter().any(|r| r.field == field), "{header}: {readings:?}");
    }

    #[rstest]
    #[case("Oui", Some(true))]
    #[case("NON", Some(false))]
    #[case("いいえ", Some(false))]
    #[case("Hayır", Some(false))]
    #[case("sì", Some(true))]
    #[case("perhaps", None)]
    #[case("", None)]
    fn yes_and_no(#[case] cell: &str, #[case] value: Option<bool>) {
        assert_eq!(vocabulary().yes_no(cell, None), value);
    }

    #[rstest]
    #[case("Compliance Assessment", SkillType::Assessment)]
    #[case("Examen", SkillType::Exam)]
    #[case("認定資格", SkillType::Certification)]
    #[case("Course", SkillType::Other)]
    fn skill_types(#[case] cell: &str, #[case] kind: SkillType) {
        assert_eq!(vocabulary().skill_type(cell), kind);
    }

    #[test]
    fn the_no_data_message_is_known_in_every_language() {
        let raw: RawFile = toml::from_str(include_str!("../../assets/columns.toml")).unwrap();
        for (tag, locale) in raw.locale {
            for message in locale.no_data_message {
                assert!(vocabulary().is_no_data(&message), "{tag}: {message}");
            }
        }
        assert!(!vocabulary().is_no_data("No users today"));
    }
}
