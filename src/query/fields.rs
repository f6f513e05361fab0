//! The fields of the filter and the words for their values, in English and in French.
//!
//! Both languages are understood, whichever the user's is; what the program writes itself, it writes in the user's.

use crate::i18n::Lang;
use crate::model::lists::Fact;
use crate::text;

/// The fields of the language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FieldName {
    /// `name:` part of the name.
    Name,
    /// `email:` part of the address; `none`.
    Email,
    /// `mcid:` part of the MCID; `any`, `none`.
    Mcid,
    /// `pmc:` yes, no, unknown, both.
    Pmc,
    /// `pc:` yes, no, unknown, both.
    Pc,
    /// `skills:` how many.
    Skills,
    /// `counting:` how many count.
    Counting,
    /// `skill:` code, id or part of the title.
    Skill,
    /// `type:` exam, certification, assessment, other.
    Type,
    /// `status:` active, expired, inactive.
    Status,
    /// `earned:` date or age.
    Earned,
    /// `expires:` date or time left; `never`.
    Expires,
    /// `competency:` part of an entry of the file's own column, or what a skill counts for by the rules.
    Competency,
    /// `relevant:` whether the file's own column has an entry: yes, no.
    Relevant,
    /// `for:` what skills of the account count for.
    For,
    /// `problem:` something to settle or to know: a kind of finding; `any` to settle, `none` of them.
    Problem,
    /// `severity:` urgent, warning, info.
    Severity,
    /// `team:` part of the team, by the lists of the company; `any`, `none`.
    Team,
    /// `manager:` part of the manager's name or address; `any`, `none`.
    Manager,
    /// `country:` part of the country; `any`, `none`.
    Country,
    /// `language:` part of the language; `any`, `none`.
    Language,
    /// `technical:` yes, no, unknown (J3).
    Technical,
}

/// Every field with its name, in the order in which help shows them.
pub const FIELDS: [(&str, FieldName); 22] = [
    ("name", FieldName::Name),
    ("email", FieldName::Email),
    ("mcid", FieldName::Mcid),
    ("pc", FieldName::Pc),
    ("pmc", FieldName::Pmc),
    ("skills", FieldName::Skills),
    ("counting", FieldName::Counting),
    ("skill", FieldName::Skill),
    ("type", FieldName::Type),
    ("status", FieldName::Status),
    ("earned", FieldName::Earned),
    ("expires", FieldName::Expires),
    ("competency", FieldName::Competency),
    ("relevant", FieldName::Relevant),
    ("for", FieldName::For),
    ("problem", FieldName::Problem),
    ("severity", FieldName::Severity),
    ("team", FieldName::Team),
    ("manager", FieldName::Manager),
    ("country", FieldName::Country),
    ("language", FieldName::Language),
    ("technical", FieldName::Technical),
];

/// The fields that have a name of their own in French.
pub(super) const FRENCH: [(&str, FieldName); 18] = [
    ("nom", FieldName::Name),
    ("courriel", FieldName::Email),
    ("qualification", FieldName::Skill),
    ("qualifications", FieldName::Skills),
    ("comptent", FieldName::Counting),
    ("statut", FieldName::Status),
    ("obtenue", FieldName::Earned),
    ("expire", FieldName::Expires),
    ("competence", FieldName::Competency),
    ("pertinente", FieldName::Relevant),
    ("pour", FieldName::For),
    ("probleme", FieldName::Problem),
    ("gravite", FieldName::Severity),
    ("equipe", FieldName::Team),
    ("responsable", FieldName::Manager),
    ("pays", FieldName::Country),
    ("langue", FieldName::Language),
    ("technique", FieldName::Technical),
];

/// What people also try.
const ALSO: [(&str, FieldName); 20] = [
    ("mail", FieldName::Email),
    ("e-mail", FieldName::Email),
    ("association", FieldName::Pc),
    ("certification", FieldName::Skill),
    ("expiry", FieldName::Expires),
    ("prenom", FieldName::Name),
    ("espace", FieldName::Pc),
    ("associe", FieldName::Pc),
    ("associee", FieldName::Pc),
    ("qualif", FieldName::Skill),
    ("qualifs", FieldName::Skills),
    ("compte", FieldName::Counting),
    ("etat", FieldName::Status),
    ("expiration", FieldName::Expires),
    ("obtenu", FieldName::Earned),
    ("pertinent", FieldName::Relevant),
    ("department", FieldName::Team),
    ("departement", FieldName::Team),
    ("service", FieldName::Team),
    ("tech", FieldName::Technical),
];

/// A word that a field takes: as the program writes it in English and in French, and what means the same.
pub(super) type Word = (&'static str, &'static str, &'static [&'static str]);

const PRESENCE: &[Word] = &[("any", "tout", &["*"]), ("none", "aucun", &["aucune"])];
const ASSOCIATION: &[Word] = &[("yes", "oui", &["y", "o"]), ("no", "non", &["n"]), ("unknown", "inconnu", &["?"]), ("both", "deux", &[])];
const SAID: &[Word] = &[("yes", "oui", &["y", "o"]), ("no", "non", &["n"]), ("unknown", "inconnu", &["?"])];
const YES_NO: &[Word] = &[("yes", "oui", &["y", "o"]), ("no", "non", &["n"])];
const TYPE: &[Word] =
    &[("exam", "examen", &[]), ("certification", "certification", &["cert"]), ("assessment", "evaluation", &[]), ("other", "autre", &[])];
const STATUS: &[Word] = &[("active", "actif", &["valid", "valide"]), ("expired", "expire", &["expiree"]), ("inactive", "inactif", &[])];
const DATE: &[Word] = &[("never", "jamais", &["none", "aucune"])];
const PROBLEM: &[Word] = &[
    ("any", "tout", &["tous", "*"]),
    ("none", "aucun", &["aucune"]),
    ("pmc-only", "pmc-seulement", &[]),
    ("not-associated", "non-associee", &["non-associe"]),
    ("possible-duplicate", "doublon-possible", &["doublon", "duplicate"]),
    ("conflicting-association", "association-contradictoire", &["contradictory", "contradictoire"]),
    ("reports-disagree", "rapports-contradictoires", &["rapports-differents"]),
    ("expiring", "expire-bientot", &[]),
    ("missing-mcid", "sans-mcid", &["no-mcid"]),
    ("left-company", "hors-liste", &[]),
    ("email-mismatch", "adresses-differentes", &[]),
    ("no-skills", "sans-qualification", &["sans-qualifications"]),
    ("skill-not-counting", "ne-compte-pas", &[]),
    ("expired", "expiree", &["expire"]),
    ("retired-still-listed", "retiree", &["retired"]),
    ("too-recent", "trop-recente", &[]),
    ("bad-email", "adresse-incorrecte", &[]),
    ("duplicate-row", "ligne-en-double", &[]),
    // What concerns the whole file is a kind of finding as well, though no account has it.
    ("missing-from-report", "absent-du-rapport", &["absente-du-rapport"]),
    ("empty-report", "rapport-vide", &[]),
    ("column-missing", "colonne-manquante", &[]),
    ("nobody-associated", "aucune-association", &[]),
    ("report-old", "rapport-ancien", &[]),
    ("short-span", "periode-courte", &[]),
    ("anniversary-near", "anniversaire-proche", &[]),
];
const SEVERITY: &[Word] = &[
    ("urgent", "urgent", &["urgente"]),
    ("warning", "avertissement", &["alerte", "to-settle", "a-regler"]),
    ("info", "info", &["to-know", "a-savoir"]),
];

impl FieldName {
    /// Key of the message that lists what the field takes, separated by `, `: all of it, or examples.
    #[must_use]
    pub fn values(self) -> &'static str {
        match self {
            FieldName::Name | FieldName::Email | FieldName::Mcid => "filter-values-presence",
            FieldName::Pc | FieldName::Pmc => "filter-values-association",
            FieldName::Skills | FieldName::Counting => "filter-values-number",
            FieldName::Skill => "filter-values-skill",
            FieldName::Type => "filter-values-type",
            FieldName::Status => "filter-values-status",
            FieldName::Earned => "filter-values-earned",
            FieldName::Expires => "filter-values-expires",
            FieldName::Competency | FieldName::For => "filter-values-competency",
            FieldName::Relevant => "filter-values-yes-no",
            FieldName::Problem => "filter-values-problem",
            FieldName::Severity => "filter-values-severity",
            FieldName::Team | FieldName::Manager | FieldName::Country | FieldName::Language => "filter-values-fact",
            FieldName::Technical => "filter-values-technical",
        }
    }

    /// The words that it takes; none where it takes any text or number.
    pub(super) fn words(self) -> &'static [Word] {
        match self {
            FieldName::Name | FieldName::Email | FieldName::Mcid => PRESENCE,
            FieldName::Team | FieldName::Manager | FieldName::Country | FieldName::Language => PRESENCE,
            FieldName::Technical => SAID,
            FieldName::Pc | FieldName::Pmc => ASSOCIATION,
            FieldName::Type => TYPE,
            FieldName::Status => STATUS,
            FieldName::Earned | FieldName::Expires => DATE,
            FieldName::Relevant => YES_NO,
            FieldName::Problem => PROBLEM,
            FieldName::Severity => SEVERITY,
            FieldName::Skills | FieldName::Counting | FieldName::Skill | FieldName::Competency | FieldName::For => &[],
        }
    }

    /// Whether it takes these words and nothing else; several of them may be given, with commas between.
    pub(super) fn is_of_words(self) -> bool {
        use FieldName::{Pc, Pmc, Problem, Relevant, Severity, Status, Technical, Type};
        matches!(self, Pc | Pmc | Type | Status | Relevant | Problem | Severity | Technical)
    }

    /// The fact that it asks the lists of the company for.
    pub(super) fn fact(self) -> Option<Fact> {
        match self {
            FieldName::Team => Some(Fact::Team),
            FieldName::Manager => Some(Fact::Manager),
            FieldName::Country => Some(Fact::Country),
            FieldName::Language => Some(Fact::Language),
            _ => None,
        }
    }

    /// The English word for one that it takes, folded.
    pub(super) fn word(self, folded: &str) -> Option<&'static str> {
        let means = |(english, french, also): &&Word| *english == folded || *french == folded || also.contains(&folded);
        self.words().iter().find(means).map(|(english, ..)| *english)
    }

    /// Whether a word that it takes begins so, folded, and goes on.
    pub(super) fn has_word_beginning(self, folded: &str) -> bool {
        let goes_on = |word: &str| word.len() > folded.len() && word.starts_with(folded);
        self.words().iter().any(|(english, french, also)| goes_on(english) || goes_on(french) || also.iter().any(|w| goes_on(w)))
    }

    /// Its name in English, as the filter is documented.
    #[must_use]
    pub fn name(self) -> &'static str {
        FIELDS.iter().find(|(_, field)| *field == self).map_or("name", |(name, _)| name)
    }

    /// Its name in a language.
    #[must_use]
    pub fn name_in(self, lang: Lang) -> &'static str {
        let french = FRENCH.iter().find(|(_, field)| lang == Lang::Fr && *field == self);
        french.map_or_else(|| self.name(), |(name, _)| name)
    }

    /// The field of a name, in either language.
    #[must_use]
    pub fn of(name: &str) -> Option<FieldName> {
        let folded = text::fold(name);
        names().find(|(known, _)| *known == folded).map(|(_, field)| field)
    }
}

/// Every name of a field.
fn names() -> impl Iterator<Item = (&'static str, FieldName)> {
    FIELDS.iter().chain(&FRENCH).chain(&ALSO).copied()
}

/// The field one of whose names has the fewest letters to change; none where that would be half of them or more.
pub(super) fn nearest(given: &str) -> Option<FieldName> {
    let far = given.chars().count().div_ceil(2);
    let distances = names().map(|(name, field)| (strsim::damerau_levenshtein(given, name), field));
    distances.min_by_key(|(distance, _)| *distance).filter(|(distance, _)| *distance < far.max(2)).map(|(_, field)| field)
}

/// A filter that the program made, which it does in English, in the user's language.
#[must_use]
pub fn in_language(filter: &str, lang: Lang) -> String {
    let word = |part: &str| {
        let Some((name, value)) = part.split_once(':') else { return part.to_owned() };
        let Some(field) = FieldName::of(name) else { return part.to_owned() };
        let french = field.words().iter().find(|(english, ..)| *english == value).map(|(_, french, _)| (*french).to_owned());
        // Days, months and years are counted by their first letters.
        let days = |value: &str| Some(format!("{}j", value.strip_suffix('d').filter(|v| v.ends_with(|c: char| c.is_ascii_digit()))?));
        let dated = || matches!(field, FieldName::Expires | FieldName::Earned).then(|| days(value)).flatten();
        format!("{}:{}", field.name_in(lang), french.or_else(dated).unwrap_or_else(|| value.to_owned()))
    };
    match lang {
        Lang::En => filter.to_owned(),
        Lang::Fr => {
            let parts = super::parse::tokens(filter).unwrap_or_default();
            parts.iter().map(|token| word(&filter[token.at..token.end])).collect::<Vec<_>>().join(" ")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::parse;
    use rstest::rstest;

    #[rstest]
    #[case("problem:pmc-only", "probleme:pmc-seulement")]
    #[case("problem:possible-duplicate severity:warning", "probleme:doublon-possible gravite:avertissement")]
    #[case("problem:missing-mcid", "probleme:sans-mcid")]
    #[case("mcid:any pc:yes skills:>0 counting:>0", "mcid:tout pc:oui qualifications:>0 comptent:>0")]
    #[case("mcid:none", "mcid:aucun")]
    #[case("expires:<90d status:active", "expire:<90j statut:actif")]
    #[case("expires:2026-12", "expire:2026-12")]
    #[case("name:\"=yes: no\" skill:\"=ad\"", "nom:\"=yes: no\" qualification:\"=ad\"")]
    #[case("", "")]
    fn what_the_program_writes_is_in_the_users_language(#[case] english: &str, #[case] french: &str) {
        assert_eq!(in_language(english, Lang::Fr), french);
        assert_eq!(in_language(english, Lang::En), english);
        let day = "2021-05-19".parse().unwrap();
        assert_eq!(parse(english, day), parse(french, day), "and means the same");
    }

    #[rstest]
    #[case("emial", Some(FieldName::Email))]
    #[case("pcc", Some(FieldName::Pc))]
    #[case("statu", Some(FieldName::Status))]
    #[case("expiraton", Some(FieldName::Expires))]
    #[case("cretification", Some(FieldName::Skill))]
    #[case("prenon", Some(FieldName::Name))]
    #[case("zzz", None)]
    #[case("department", Some(FieldName::Team))]
    #[case("quantity", None)]
    #[case("x", None)]
    fn the_nearest_field_is_near(#[case] given: &str, #[case] field: Option<FieldName>) {
        assert_eq!(nearest(given), field);
    }

    #[test]
    fn no_name_means_two_fields_and_no_word_two_values() {
        let mut seen = std::collections::HashSet::new();
        assert!(names().all(|(name, _)| seen.insert(name) && text::fold(name) == name));
        for (_, field) in FIELDS {
            for (english, french, also) in field.words() {
                let all = [*english, *french].into_iter().chain(also.iter().copied());
                all.for_each(|word| assert_eq!(field.word(word), Some(*english), "{word}"));
            }
        }
    }

    /// Every kind of finding can be asked for, in both languages, and no word means two of them.
    #[test]
    fn every_kind_of_finding_has_its_words() {
        for problem in crate::model::Problem::ALL {
            assert_eq!(FieldName::Problem.word(problem.name()), Some(problem.name()));
            let (_, french, _) = PROBLEM.iter().find(|(english, ..)| *english == problem.name()).unwrap();
            assert_eq!(FieldName::Problem.word(french), Some(problem.name()));
        }
        let mut words: Vec<&str> =
            PROBLEM.iter().flat_map(|(english, french, also)| [*english, *french].into_iter().chain(also.iter().copied())).collect();
        let all = words.len();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), all);
    }
}
