//! What is searched in a company: folded once, then asked by every filter.

use std::collections::{BTreeSet, HashSet};

use super::parse::words_of;
use crate::model::lists::{Fact, Facts};
use crate::model::{Areas, Company, Findings};
use crate::text;

/// What is searched, folded once for a company.
#[derive(Debug, Default)]
pub struct SearchIndex {
    names: crate::model::Names,
    emails: crate::model::Names,
    /// Which letters and digits stand in name and address: a filter that costs nothing.
    pub(super) letters: Vec<u64>,
    /// What the file's own column names anywhere, each once: as printed, and its words with hyphens.
    relevant: Vec<(String, String)>,
    /// The folded codes of all skills, each once, in order.
    codes: Vec<String>,
    /// What skills count for by rules beyond the file.
    pub(super) areas: Areas,
    /// Of these the ones for which any skill counts: as shown, and the words with hyphens.
    area_names: Vec<(String, String)>,
    /// By set of [`Areas`]: the words of the name that is shown, and those of its other names, of each area.
    set_words: Vec<Vec<(String, [String; 2])>>,
    /// The file itself says where skills count.
    pub(super) says: bool,
    /// What lists of the company say of the accounts.
    pub(super) facts: Facts,
    /// By fact and number of the value: its words. Number 0 is nothing.
    fact_words: [Vec<String>; 4],
    /// What was found of the accounts.
    pub(super) findings: Option<Findings>,
}

/// Most entries of the file's own column that are looked through while somebody types.
const MOST_NAMED: usize = 20_000;

/// The bit of a letter or digit; everything else shares one.
pub(super) fn letter(byte: u8) -> u64 {
    1 << match byte {
        b'a'..=b'z' => byte - b'a',
        b'0'..=b'9' => 26 + byte - b'0',
        _ => 40,
    }
}

/// The bits of folded text.
pub(super) fn letters(key: &str) -> u64 {
    key.bytes().fold(0, |mask, b| mask | letter(b))
}

impl SearchIndex {
    /// Folds names and addresses, and what a filter may name.
    #[must_use]
    pub fn new(company: &Company) -> SearchIndex {
        let entries: HashSet<&str> = company.relevant_entries().collect();
        let relevant: BTreeSet<(String, String)> = entries
            .into_iter()
            .map(|entry| (text::clean(entry).into_owned(), words_of(&text::fold(entry)).replace(' ', "-")))
            .filter(|(_, words)| !words.is_empty())
            .collect();
        let codes: BTreeSet<String> = company.items.iter().filter_map(|item| Some(text::fold(&text::clean(item.id.as_deref()?)))).collect();
        let mut index = SearchIndex {
            relevant: relevant.into_iter().collect(),
            codes: codes.into_iter().filter(|code| !code.is_empty()).collect(),
            says: company.says_where_skills_count(),
            ..SearchIndex::default()
        };
        index.letters.reserve_exact(company.accounts.len());
        for account in &company.accounts {
            let name = text::fold(&company.full_name(account));
            let email = text::fold(company.email(account));
            index.letters.push(letters(&name) | letters(&email) | letters(company.mcid(account)));
            index.names.push(&name);
            index.emails.push(&email);
        }
        index
    }

    /// The same, with what skills count for by rules that the file does not know.
    #[must_use]
    pub fn with_areas(company: &Company, areas: Areas) -> SearchIndex {
        let words = |name: &str| words_of(&text::fold(name));
        let names = |area: &crate::model::Area| (words(&area.short), [words(&area.name), words(&area.id)]);
        let shown = |area: &crate::model::Area| (text::clean(&area.short).into_owned(), words(&area.short).replace(' ', "-"));
        let mut area_names: Vec<(String, String)> = areas.counted().map(shown).filter(|(_, words)| !words.is_empty()).collect();
        area_names.sort();
        area_names.dedup();
        let set_words = areas.sets().map(|set| set.map(names).collect()).collect();
        SearchIndex { areas, area_names, set_words, ..SearchIndex::new(company) }
    }

    /// The same, with what lists of the company say of the accounts: team, manager, country, language, and who is technical.
    #[must_use]
    pub fn with_facts(self, facts: Facts) -> SearchIndex {
        let words = |fact| facts.values(fact).iter().map(|value| words_of(&text::fold(value))).collect();
        SearchIndex { fact_words: Fact::ALL.map(words), facts, ..self }
    }

    /// The same, with what was found of the accounts; without it the file alone tells what there is to settle.
    #[must_use]
    pub fn with_findings(self, findings: Findings) -> SearchIndex {
        SearchIndex { findings: Some(findings), ..self }
    }

    /// What was found of the accounts.
    #[must_use]
    pub fn findings(&self) -> Option<&Findings> {
        self.findings.as_ref()
    }

    /// What lists of the company say of the accounts.
    #[must_use]
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// The words of an account's fact; empty where nothing is said.
    pub(super) fn fact_words(&self, fact: Fact, account: u32) -> &str {
        self.fact_words[fact as usize].get(self.facts.number(fact, account)).map_or("", String::as_str)
    }

    /// By number of the value of a fact whether it passes; number 0 is nothing.
    pub(super) fn fact_values(&self, fact: Fact, passes: impl Fn(&str) -> bool) -> Vec<bool> {
        let words = &self.fact_words[fact as usize];
        if words.is_empty() { vec![passes("")] } else { words.iter().map(|words| passes(words)).collect() }
    }

    /// The values of a fact that hold these words: as printed, and with hyphens for a filter.
    pub(super) fn facts_like(&self, fact: Fact, words: &str) -> Vec<(String, String)> {
        let known = self.facts.values(fact).iter().zip(&self.fact_words[fact as usize]);
        let mut like: Vec<(String, String)> = known
            .filter(|(_, known)| !known.is_empty() && known.contains(words))
            .map(|(value, known)| (value.clone(), known.replace(' ', "-")))
            .collect();
        like.sort_by(|a, b| a.1.cmp(&b.1));
        like.dedup_by(|a, b| a.1 == b.1);
        like
    }

    /// What skills count for by rules beyond the file.
    #[must_use]
    pub fn areas(&self) -> &Areas {
        &self.areas
    }

    /// What the file's own column names and holds these words: as printed, and its words with hyphens. Of very many
    /// only the first are looked at. Before them what skills count for by the rules; `column`: only where the table of users
    /// shows it.
    pub(super) fn relevant<'s>(&'s self, words: &'s str, column: bool) -> impl Iterator<Item = &'s (String, String)> {
        let wanted = words.replace(' ', "-");
        let by_rules = if column && self.says { &[][..] } else { &self.area_names };
        let in_file = self.relevant.iter().filter(move |(_, entry)| !by_rules.iter().any(|(_, known)| known == entry));
        by_rules.iter().chain(in_file.take(MOST_NAMED)).filter(move |(_, entry)| entry.contains(&wanted))
    }

    /// The codes of skills that begin so.
    pub(super) fn codes<'s>(&'s self, begin: &'s str) -> impl Iterator<Item = &'s String> {
        let first = self.codes.partition_point(|code| code.as_str() < begin);
        self.codes[first..].iter().take_while(move |code| code.starts_with(begin))
    }

    /// By set of areas whether the names of one of them are meant: the one that is shown, and the others.
    pub(super) fn sets(&self, is_meant: impl Fn(&String, &[String; 2]) -> bool) -> Vec<bool> {
        self.set_words.iter().map(|set| set.iter().any(|(shown, others)| is_meant(shown, others))).collect()
    }

    /// The folded name, for sorting.
    #[must_use]
    pub fn name(&self, account: u32) -> &str {
        self.names.get(account)
    }

    /// The folded address, for sorting.
    #[must_use]
    pub fn email(&self, account: u32) -> &str {
        self.emails.get(account)
    }
}
