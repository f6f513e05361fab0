//! Reads files of rules (`assets/catalog/competencies.toml`, `designations.toml`, and a user's own, which look the same)
//! and names everything that is wrong in them.

mod check;
mod competencies;
mod designations;
mod table;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use toml::de::DeTable;

use super::certifications::catalog;
use super::problem::{Named, Problem, Severity, Trouble, nearest};
use super::programmes::{Competency, CompetencyOption, Confidence, Designation, Holds, Programmes, Source, Validity};
use table::{Log, Table, Word};

/// What a file says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Part {
    /// The day on which it was gathered.
    pub gathered: Option<NaiveDate>,
    /// Designations.
    pub designations: Vec<Designation>,
    /// Competencies.
    pub competencies: Vec<Competency>,
    /// Options judged by points, each with the competency it belongs to.
    pub score_options: Vec<(String, CompetencyOption)>,
    /// Sources by key.
    pub sources: BTreeMap<String, Source>,
    /// Numbers that hold for a whole programme.
    pub numbers: Numbers,
}

/// Numbers of the `[rules]` sections; each of the files that come with the program has some of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Numbers {
    /// `retired_exam_counts_months`
    pub retired_exam_months: Option<u32>,
    /// `retired_certification_counts_months`
    pub retired_certification_months: Option<u32>,
    /// `min_total_points`
    pub min_total_points: Option<f64>,
    /// `skilling_refresh_days`
    pub refresh_days: Option<u32>,
    /// `check_ahead_months`
    pub check_ahead_months: Option<u32>,
    /// `renewal_window_days`
    pub renewal_window: Option<(u32, u32)>,
    /// `programme_end`
    pub competencies_end: Option<NaiveDate>,
    /// `programme_start`
    pub designations_start: Option<NaiveDate>,
}

/// A file that was read, as far as it could be.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// What it says. Of no use where there are errors.
    pub part: Part,
    /// What is wrong, from the top of the file to its end.
    pub problems: Vec<Problem>,
}

impl Reading {
    /// Whether the file cannot be used.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(|p| p.severity() == Severity::Error)
    }
}

/// What entries are read with.
struct Context<'c> {
    log: &'c Log<'c>,
    file: &'c str,
    /// The rules that a user's file adds to; `None`: it is one of those that come with the program.
    base: Option<&'c Programmes>,
    /// Sources of this file.
    sources: BTreeMap<String, Source>,
    /// Ids of this file's competencies.
    competencies: Vec<String>,
    /// Ids of this file's designations.
    designations: Vec<String>,
}

/// Reads a file. `base`: the rules that it adds to, where it is a user's own; what it then says is marked as entered.
#[must_use]
pub fn read(file: &str, source: &str, base: Option<&Programmes>) -> Reading {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let log = Log::new(file, source);
    let (table, errors) = DeTable::parse_recoverable(source);
    // What stands behind a mistake of syntax may have been misread: more would be said than is true.
    if !errors.is_empty() {
        errors.iter().for_each(|error| log.add_syntax(error));
        return Reading { part: Part::default(), problems: log.into_problems() };
    }
    let part = part(&log, file, &Table::root(&log, table.get_ref()), base);
    Reading { part, problems: log.into_problems() }
}

fn part(log: &Log<'_>, file: &str, root: &Table<'_, '_>, base: Option<&Programmes>) -> Part {
    let ids = |key| root.tables(key).iter().filter_map(|t| t.text("id")).collect();
    let sources = sources(root);
    let context = Context { log, file, base, sources, competencies: ids("competency"), designations: ids("designation") };
    if let Some(found) = root.whole("schema", 1).filter(|schema| *schema != 1) {
        root.wrong("schema", Trouble::OtherSchema(found));
    }
    let mut part = Part {
        gathered: root.date("as_of"),
        designations: designations::read(&context, root),
        competencies: competencies::read(&context, root),
        score_options: competencies::read_scores(&context, root),
        sources: BTreeMap::new(),
        numbers: numbers(&context, root),
    };
    // Facts that are kept for their evidence; nothing is computed from them.
    root.pass_over(&["launch_2022", "designation_without_skilling", "specialization"]);
    root.done();
    if part.designations.is_empty() && part.competencies.is_empty() && part.score_options.is_empty() {
        log.add(root.spot(), Trouble::NoRules);
    }
    part.sources = context.sources;
    if base.is_some() {
        let own = Source { key: file.to_owned(), place: file.to_owned(), ..Source::default() };
        part.sources.insert(file.to_owned(), own);
    }
    part
}

fn sources(root: &Table<'_, '_>) -> BTreeMap<String, Source> {
    let Some(table) = root.table("sources") else { return BTreeMap::new() };
    let source = |(key, table): (String, Table<'_, '_>)| {
        let said = |key| table.text(key).unwrap_or_default();
        let source = Source { key: key.clone(), title: said("title"), place: said("where"), date: said("date") };
        table.pass_over(&["kind"]);
        table.done();
        (key, source)
    };
    table.named_tables().into_iter().map(source).collect()
}

fn numbers(context: &Context<'_>, root: &Table<'_, '_>) -> Numbers {
    let Some(table) = root.table("rules") else { return Numbers::default() };
    if context.base.is_some() {
        root.wrong("rules", Trouble::NotOfOnesOwn);
        return Numbers::default();
    }
    let window = table.pair("renewal_window_days");
    context.known_sources(&table.words("source"));
    Numbers {
        retired_exam_months: table.whole("retired_exam_counts_months", 0),
        retired_certification_months: table.whole("retired_certification_counts_months", 0),
        min_total_points: table.number("min_total_points"),
        refresh_days: table.whole("skilling_refresh_days", 0),
        check_ahead_months: table.whole("check_ahead_months", 0),
        renewal_window: window,
        competencies_end: table.date("programme_end"),
        designations_start: table.date("programme_start"),
    }
}

impl Context<'_> {
    /// When rules hold, how sure that is, and where it comes from.
    fn validity(&self, table: &Table<'_, '_>) -> Validity {
        let either = |one: &'static str, other: &'static str| {
            let (first, second) = (table.date(one), table.date(other));
            (first.or(second), if first.is_some() { one } else { other })
        };
        let (from, _) = either("valid_from", "proven_from");
        let (to, to_key) = either("valid_to", "proven_to");
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            table.wrong(to_key, Trouble::EndsBeforeItBegins(from, to));
        }
        let confidence = self.confidence(table);
        if confidence == Some(Confidence::Low) {
            table.wrong("confidence", Trouble::Unused);
        }
        let mut sources = self.sources_of(table);
        if self.base.is_some() && sources.is_empty() {
            sources.push(self.file.to_owned());
        }
        table.pass_over(&["source_as_of"]);
        Validity {
            from,
            to,
            confidence: confidence.unwrap_or(Confidence::Medium),
            sources,
            note: table.text("note"),
            entered: self.base.is_some(),
        }
    }

    fn confidence(&self, table: &Table<'_, '_>) -> Option<Confidence> {
        // Users need not say how sure they are of their own rules; a file of ours must.
        if self.base.is_none() && !table.has("confidence") {
            self.log.add(table.spot(), Trouble::Missing("confidence"));
        }
        let all = [Confidence::Low, Confidence::Medium, Confidence::High];
        table.choice("confidence", &["low", "medium", "high"]).map(|at| all[at])
    }

    fn sources_of(&self, table: &Table<'_, '_>) -> Vec<String> {
        let words = table.words("source");
        self.known_sources(&words);
        words.into_iter().map(|w| w.text).collect()
    }

    fn known_sources(&self, words: &[Word]) {
        for word in words {
            let there = || self.sources.keys().chain(self.base.iter().flat_map(|base| base.sources.keys())).map(String::as_str);
            if !there().any(|key| key == word.text) {
                self.unknown(word, Named::Source, there(), true);
            }
        }
    }

    /// An id that names nothing.
    fn unknown<'n>(&self, word: &Word, named: Named, there: impl Iterator<Item = &'n str>, harmless: bool) {
        let near = if self.log.is_long() { None } else { nearest(&word.text, there).map(str::to_owned) };
        self.log.add(&word.spot, Trouble::UnknownId { named, id: word.text.clone(), near, harmless });
    }

    fn competency_ids(&self) -> impl Iterator<Item = &str> {
        let of_base = self.base.into_iter().flat_map(|base| base.competencies.iter().map(|c| c.id.as_str()));
        self.competencies.iter().map(String::as_str).chain(of_base)
    }

    fn designation_ids(&self) -> impl Iterator<Item = &str> {
        let of_base = self.base.into_iter().flat_map(|base| base.designations.iter().map(|d| d.id.as_str()));
        self.designations.iter().map(String::as_str).chain(of_base)
    }

    /// Ids of the other programme: a wrong one changes no result. The files that come with the program name each other's
    /// entries and are held against each other by a test.
    fn references(&self, words: Vec<Word>, named: Named) -> Vec<String> {
        for word in words.iter().filter(|_| self.base.is_some()) {
            let there: Vec<&str> = match named {
                Named::Designation => self.designation_ids().collect(),
                _ => self.competency_ids().collect(),
            };
            if !there.contains(&word.text.as_str()) {
                self.unknown(word, named, there.into_iter(), true);
            }
        }
        words.into_iter().map(|w| w.text).collect()
    }

    /// A list of exams, certifications and assessments.
    fn credentials(&self, words: Vec<Word>) -> Vec<String> {
        let there = || catalog().credentials.iter().map(|c| c.id.as_str());
        let mut out: Vec<String> = Vec::with_capacity(words.len());
        for word in words {
            if !there().any(|id| id == word.text) {
                self.unknown(&word, Named::Credential, there(), false);
            }
            if out.contains(&word.text) {
                self.log.add(&word.spot, Trouble::Repeated(word.text.clone()));
            } else {
                out.push(word.text);
            }
        }
        out
    }

    /// What each of some people must hold.
    fn holds(&self, table: &Table<'_, '_>) -> Holds {
        let words = |key| self.credentials(table.words(key));
        let lists = |key: &'static str| -> Vec<Vec<String>> {
            let lists: Vec<Vec<String>> = table.lists(key).into_iter().map(|inner| self.credentials(inner)).collect();
            if lists.iter().any(Vec::is_empty) {
                table.wrong(key, Trouble::AsksForNothing);
            }
            lists
        };
        let relevant_for = table.word("relevant_for").map(|word| {
            if !self.competency_ids().any(|id| id == word.text) {
                self.unknown(&word, Named::Competency, self.competency_ids(), true);
            }
            word.text
        });
        let holds = Holds {
            any_of: words("any_of"),
            all_of: words("all_of"),
            any_set_of: lists("any_set_of"),
            one_from_each: lists("one_from_each"),
            relevant_for,
        };
        // A list that is there and empty is a slip: nobody writes it to say “anything will do”.
        for key in ["any_of", "all_of", "any_set_of", "one_from_each"] {
            if table.is_empty_list(key) {
                table.wrong(key, Trouble::AsksForNothing);
            }
        }
        let lists = ["any_of", "all_of", "any_set_of", "one_from_each", "relevant_for"];
        if !lists.into_iter().any(|key| table.has(key)) {
            self.log.add(table.spot(), Trouble::AsksForNothing);
        }
        holds
    }
}
