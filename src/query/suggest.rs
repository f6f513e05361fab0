//! What the word that is being typed may become: the name of a field, or what the field takes.

use crate::i18n::{Lang, Texts};
use crate::model::Problem;
use crate::text;

use super::fields::{FIELDS, FRENCH, FieldName, nearest};
use super::index::SearchIndex;
use super::parse::{is_field, tokens, words_of};

/// Most values that are offered: no line has room for more.
const MOST_CHOICES: usize = 50;

/// One thing that the word may become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// As it is shown: `yes`.
    pub shown: String,
    /// What takes the place of the word: `pc:yes`.
    pub word: String,
}

/// What the word under the cursor may become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestions {
    /// Bytes of the filter from and to which the word stands.
    pub word: std::ops::Range<usize>,
    /// Best first; none where anything may follow.
    pub choices: Vec<Choice>,
    /// The field whose value is being typed.
    pub field: Option<FieldName>,
}

impl Suggestions {
    /// The filter with the first choice in place of the word. A value is followed by a blank: the next word may come.
    #[must_use]
    pub fn taken(&self, filter: &str) -> Option<String> {
        let choice = self.choices.first()?;
        let (before, after) = (filter.get(..self.word.start)?, filter.get(self.word.end..)?);
        let gap = if choice.word.ends_with(':') || after.starts_with(' ') { "" } else { " " };
        Some(format!("{before}{}{gap}{after}", choice.word))
    }
}

/// What the word that ends at a byte of the filter may become; `None` where no word ends there, or nothing is known of it.
/// Competencies and skills are those of the company that was indexed.
#[must_use]
pub fn suggest(filter: &str, cursor: usize, index: &SearchIndex, texts: &Texts) -> Option<Suggestions> {
    let token = tokens(filter).ok()?.into_iter().find(|t| t.end == cursor)?;
    let word = token.at..token.end;
    let raw = &filter[word.clone()];
    let typed = raw.strip_prefix('-').unwrap_or(raw);
    let sign = &raw[..raw.len() - typed.len()];
    let Some((name, value)) = typed.split_once(':') else {
        let choices = names(typed, sign, texts.lang(), index);
        return (!choices.is_empty()).then_some(Suggestions { word, choices, field: None });
    };
    if !is_field(name) || value.starts_with('"') {
        return None;
    }
    let Some(field) = FieldName::of(name) else {
        let right = nearest(&text::fold(name))?.name_in(texts.lang());
        let choice = Choice { shown: format!("{right}:"), word: format!("{sign}{right}:{value}") };
        return Some(Suggestions { word, choices: vec![choice], field: None });
    };
    let folded = text::fold(value);
    // Of a list the last one is being typed.
    let (list, last) = match folded.rfind(',').filter(|_| field.is_of_words()) {
        Some(comma) => folded.split_at(comma + 1),
        None => ("", folded.as_str()),
    };
    let values = values(field, last, index, texts).into_iter();
    let choices: Vec<Choice> = values
        .filter(|(_, value)| *value != last)
        .map(|(shown, value)| Choice { shown, word: format!("{sign}{name}:{list}{value}") })
        .collect();
    Some(Suggestions { word, choices, field: Some(field) })
}

/// Names of fields that begin so, those of the user's language first. What lists say is only offered where there are lists.
fn names(typed: &str, sign: &str, lang: Lang, index: &SearchIndex) -> Vec<Choice> {
    let begin = text::fold(typed);
    if begin.is_empty() {
        return Vec::new();
    }
    let french: &[(&str, FieldName)] = if lang == Lang::Fr { &FRENCH } else { &[] };
    let is_said = |field: FieldName| !index.facts().is_empty() || field.fact().is_none() && field != FieldName::Technical;
    let fitting = french.iter().chain(&FIELDS).filter(|(name, field)| name.starts_with(&begin) && is_said(*field));
    let mut seen = Vec::new();
    fitting
        .filter(|(_, field)| {
            let is_new = !seen.contains(field);
            seen.push(*field);
            is_new
        })
        .map(|(name, _)| Choice { shown: format!("{name}:"), word: format!("{sign}{name}:") })
        .collect()
}

/// What a field takes that fits what was typed: as shown, and as it stands in the filter.
fn values(field: FieldName, typed: &str, index: &SearchIndex, texts: &Texts) -> Vec<(String, String)> {
    let same = |value: String| (value.clone(), value);
    if let Some(fact) = field.fact() {
        // A team that is called like a word of the language cannot be asked for by its name alone.
        let known = index.facts_like(fact, &words_of(typed)).into_iter().filter(|(_, words)| field.word(words).is_none());
        let list = texts.get(field.values());
        let words = list.split(", ").filter(|value| text::fold(value).starts_with(typed)).map(|value| same(value.to_owned()));
        return known.take(MOST_CHOICES - 2).chain(words).collect();
    }
    match field {
        FieldName::Competency | FieldName::For => {
            index.relevant(&words_of(typed), field == FieldName::For).take(MOST_CHOICES).cloned().collect()
        }
        FieldName::Skill => index.codes(typed).filter(|id| !id.contains([' ', '"'])).take(MOST_CHOICES).cloned().map(same).collect(),
        // Of what cannot be listed there are examples, as long as nothing is typed.
        FieldName::Name | FieldName::Email | FieldName::Mcid if !typed.is_empty() => Vec::new(),
        FieldName::Skills | FieldName::Counting | FieldName::Earned | FieldName::Expires if !typed.is_empty() => Vec::new(),
        FieldName::Problem => {
            let words = field.words().iter().filter(|(english, ..)| is_offered(english, index));
            let said = words.map(|(english, french, _)| if texts.lang() == Lang::Fr { *french } else { *english });
            said.filter(|word| word.starts_with(typed)).map(|word| same(word.to_owned())).collect()
        }
        field => {
            let list = texts.get(field.values());
            list.split(", ").filter(|value| text::fold(value).starts_with(typed)).map(|value| same(value.to_owned())).collect()
        }
    }
}

/// Whether a word for what there is to settle finds anybody: where findings are known, only the kinds that occur.
fn is_offered(word: &str, index: &SearchIndex) -> bool {
    let Some(problem) = Problem::named(word) else { return true };
    !problem.is_of_file() && index.findings().is_none_or(|findings| findings.occurs(problem))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::parse;
    use rstest::rstest;

    fn company() -> SearchIndex {
        SearchIndex::new(&crate::model::test_support::company(
            "Email,MCID,Associated to PMC,Associated to PC,Skill Type,Skill ID,Relevant for Competencies (Option) or Programs\n\
             a@x.example,8000001,Yes,No,Exam,AZ-104,Cloud Platform (Azure)\n\
             b@x.example,8000002,Yes,No,Exam,AZ-500,Security\n",
        ))
    }

    /// Of what was looked for only what was found is offered.
    #[test]
    fn kinds_that_occur_are_offered() {
        let index = company().with_findings(crate::model::Findings::new(2, [(1, "bad-email"), (0, "not-associated")]));
        let found = suggest("problem:", 8, &index, &Texts::new(Lang::En)).unwrap();
        let shown: Vec<String> = found.choices.into_iter().map(|c| c.shown).collect();
        assert_eq!(shown, ["any", "none", "not-associated", "bad-email"]);
    }

    /// However many entries a file has, no more are offered than somebody can look at.
    #[test]
    fn of_many_entries_some_are_offered() {
        let row = |n: usize| format!("a{n}@x.example,{},Yes,No,Exam,ZZ-{n},\"Area {n} (Option {n}), Common\"\n", 8_000_000 + n);
        let rows: String = (0..8_000).map(row).collect();
        let head = "Email,MCID,Associated to PMC,Associated to PC,Skill Type,Skill ID,Relevant for Competencies (Option) or Programs\n";
        let index = SearchIndex::new(&crate::model::test_support::company(&(head.to_owned() + &rows)));
        let texts = Texts::new(Lang::En);
        for filter in ["competency:area-7", "for:nowhere", "skill:zz-79", "competency:"] {
            let found = suggest(filter, filter.len(), &index, &texts).unwrap();
            assert!(found.choices.len() <= MOST_CHOICES, "{filter}");
        }
    }

    fn shown(filter: &str, lang: Lang) -> Vec<String> {
        let found = suggest(filter, filter.len(), &company(), &Texts::new(lang));
        found.map(|s| s.choices.into_iter().map(|c| c.shown).collect()).unwrap_or_default()
    }

    #[rstest]
    #[case("p", &["pc:", "pmc:", "problem:"])]
    #[case("problem:n", &["none", "not-associated", "no-skills"])]
    #[case("severity:", &["urgent", "warning", "info"])]
    #[case("ana -pm", &["pmc:"])]
    #[case("pc:", &["yes", "no", "unknown", "both"])]
    #[case("-pc:n", &["no"])]
    #[case("pc:no", &[])]
    #[case("pcc:no", &["pc:"])]
    #[case("skill:az", &["az-104", "az-500"])]
    #[case("skill:az-104", &[])]
    #[case("for:plat", &["Cloud Platform (Azure)"])]
    #[case("expires:", &["<90d", "2026-12", ">=2027-01-01", "never"])]
    #[case("expires:<", &[])]
    #[case("\"pc", &[])]
    #[case("10:", &[])]
    #[case("", &[])]
    #[case("pc:no ", &[])]
    fn a_word_is_completed(#[case] filter: &str, #[case] expected: &[&str]) {
        assert_eq!(shown(filter, Lang::En), expected, "{filter}");
    }

    #[rstest]
    #[case("p", &["pertinente:", "pour:", "probleme:", "pc:", "pmc:"])]
    #[case("pc:", &["oui", "non", "inconnu", "deux"])]
    #[case("probleme:a", &["aucun", "association-contradictoire", "adresses-differentes", "adresse-incorrecte"])]
    #[case("gravite:", &["urgent", "avertissement", "info"])]
    fn in_french_by_french_words(#[case] filter: &str, #[case] expected: &[&str]) {
        assert_eq!(shown(filter, Lang::Fr), expected, "{filter}");
    }

    #[rstest]
    #[case("ana -pm", "ana -pmc:")]
    #[case("pc:n", "pc:no ")]
    #[case("pc:no,u", "pc:no,unknown ")]
    #[case("pcc:no", "pc:no ")]
    #[case("competency:cloud", "competency:cloud-platform-azure ")]
    fn the_first_one_is_taken(#[case] filter: &str, #[case] expected: &str) {
        let found = suggest(filter, filter.len(), &company(), &Texts::new(Lang::En)).unwrap();
        assert_eq!(found.taken(filter).as_deref(), Some(expected));
    }

    #[test]
    fn only_the_word_under_the_cursor_changes() {
        let found = suggest("pm jose", 2, &company(), &Texts::new(Lang::En)).unwrap();
        assert_eq!(found.taken("pm jose").as_deref(), Some("pmc: jose"));
        assert_eq!(suggest("pm jose", 1, &company(), &Texts::new(Lang::En)), None);
    }

    #[rstest]
    #[case("team:", Lang::En, &["Cloud Ops", "Data", "any", "none"])]
    #[case("team:op", Lang::En, &["Cloud Ops"])]
    #[case("equipe:", Lang::Fr, &["Cloud Ops", "Data", "tout", "aucun"])]
    #[case("country:", Lang::En, &["any", "none"])]
    #[case("technical:", Lang::En, &["yes", "no", "unknown"])]
    #[case("technique:oui,n", Lang::Fr, &["non"])]
    #[case("tea", Lang::En, &["team:"])]
    #[case("tec", Lang::Fr, &["technique:"])]
    fn what_lists_say_is_offered(#[case] filter: &str, #[case] lang: Lang, #[case] expected: &[&str]) {
        let company = crate::model::test_support::company(
            "Email,MCID,Associated to PMC,Associated to PC\na@x.example,8000001,Yes,No\nb@x.example,8000002,Yes,No\n",
        );
        let facts = crate::model::test_support::facts(&company, "E-mail,Team\na@x.example,Data\nb@x.example,Cloud Ops\n");
        let index = SearchIndex::new(&company).with_facts(facts);
        let shown =
            suggest(filter, filter.len(), &index, &Texts::new(lang)).unwrap().choices.into_iter().map(|c| c.shown).collect::<Vec<_>>();
        assert_eq!(shown, expected, "{filter}");
    }

    /// Whatever is offered is understood, in every language.
    #[rstest]
    #[case(Lang::En)]
    #[case(Lang::Fr)]
    fn what_is_offered_is_valid(#[case] lang: Lang) {
        let (company, texts) = (company(), Texts::new(lang));
        for (name, _) in FIELDS.iter().chain(&FRENCH) {
            let filter = format!("{name}:");
            let found = suggest(&filter, filter.len(), &company, &texts).unwrap();
            assert!(!found.choices.is_empty(), "{filter}");
            for choice in found.choices {
                let day = "2021-05-19".parse().unwrap();
                assert!(parse(&choice.word, day).is_ok(), "{}", choice.word);
            }
        }
    }
}
