//! `summary`: what was read and how, and counts.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::args::Format;
use super::findings::Known;
use super::json;
use super::rows::Rows;
use crate::diagnosis::{Code, Severity};
use crate::export::findings::title;
use crate::i18n::{Arg, Texts};
use crate::model::lists::Count;
use crate::model::load::Loaded;
use crate::model::{Company, Kind, Source};
use crate::text;
use crate::tr;

/// What the printing subcommands look at.
pub struct View<'v> {
    /// Everything that was opened.
    pub loaded: &'v Loaded,
    /// The newest report.
    pub company: &'v Company,
    /// The day it is looked at from.
    pub as_of: NaiveDate,
    /// The language.
    pub texts: &'v Texts,
    /// Without warnings.
    pub quiet: bool,
}

impl View<'_> {
    /// Every file, as JSON describes it.
    #[must_use]
    pub fn sources(&self) -> Vec<json::SourceEntry> {
        let entry = |(source, joined): (&Source, _)| json::SourceEntry::new(source, joined, self.texts);
        self.files().map(entry).collect()
    }

    /// Every file, reports first, each with how its rows are joined to the people of the newest report.
    pub(super) fn files(&self) -> impl Iterator<Item = (&Source, Option<Count>)> {
        let reports: usize = self.loaded.reports.iter().map(|report| report.company.sources().count()).sum();
        let joined = self.loaded.current().map(|report| &report.joined);
        let count = move |number: usize| joined?.count(number.checked_sub(reports)?);
        self.loaded.sources().into_iter().enumerate().map(move |(number, source)| (source, count(number)))
    }
}

/// Prints it.
///
/// # Errors
/// A message, when it cannot be made a workbook.
pub fn print(view: &View<'_>, format: Format, known: &Known) -> Result<Vec<u8>, String> {
    let counts = || known.diagnose(view).counts();
    let summary = || summary(view, counts().into_iter().map(|(code, count)| (code.name(), count)).collect());
    format.pick(view.texts, || as_text(view, &counts()).into_bytes(), || json::text(&summary()).unwrap_or_default(), || rows(view))
}

fn summary(view: &View<'_>, findings: BTreeMap<&'static str, usize>) -> json::Summary {
    let company = view.company;
    json::Summary {
        schema: json::SCHEMA,
        as_of: view.as_of,
        report_date: company.report_date.map(|(date, _)| date),
        report_date_from: company.report_date.map(|(_, from)| from.name()),
        company: company.name.clone(),
        sources: view.sources(),
        accounts: company.accounts.len(),
        people: company.people,
        skills: company.skill_count(),
        skills_counting: company.says_where_skills_count().then(|| company.all_counting_skills(view.as_of)).flatten(),
        findings,
    }
}

fn rows(view: &View<'_>) -> Rows {
    let s = summary(view, BTreeMap::new());
    let or_empty = |n: Option<usize>| n.map(|n| n.to_string()).unwrap_or_default();
    let row = vec![
        s.as_of.to_string(),
        s.report_date.map(|d| d.to_string()).unwrap_or_default(),
        s.company.unwrap_or_default(),
        s.accounts.to_string(),
        s.people.to_string(),
        s.skills.to_string(),
        or_empty(s.skills_counting),
    ];
    Rows::new("summary", &["as_of", "report_date", "company", "accounts", "people", "skills", "skills_counting"], [row])
        .numbers(&["accounts", "people", "skills", "skills_counting"])
        .days(&["as_of", "report_date"])
}

/// What a list has to do with the people of the report, in a line; `None` for a file that is not about people.
pub(super) fn joined_line(source: &Source, joined: Option<Count>, texts: &Texts) -> Option<String> {
    match joined {
        Some(count) if count.people == 0 => Some(texts.get("summary-joined-nobody")),
        Some(count) => Some(tr!(texts, "summary-joined", people = count.people, nobody = count.nobody())),
        None => (source.kind == Kind::SkillingEligibility).then(|| texts.get("summary-not-joined")),
    }
}

/// One line that names a file: path, kind, sheet, rows.
fn source_line(source: &Source, texts: &Texts) -> String {
    let kind = texts.get(&format!("kind-{}", source.kind.name()));
    let place = match (&source.sheet, source.header_row) {
        (Some(sheet), Some(row)) => tr!(texts, "summary-sheet", sheet = text::clean(sheet).into_owned(), row = row.to_string()),
        (None, Some(row)) => tr!(texts, "summary-line", row = row.to_string()),
        _ => String::new(),
    };
    let locale = source.locale.map(|l| format!(" · {l}")).unwrap_or_default();
    format!(
        "{}\n  {kind}{place}{locale} · {}",
        text::clean(&source.path),
        tr!(texts, "summary-rows", rows = source.rows, refused = source.rows_refused, doubled = source.duplicate_rows)
    )
}

fn as_text(view: &View<'_>, counts: &BTreeMap<Code, usize>) -> String {
    let (texts, company) = (view.texts, view.company);
    let mut out = String::new();
    let mut line = |s: String| {
        out.push_str(&s);
        out.push('\n');
    };
    for (source, joined) in view.files() {
        line(source_line(source, texts));
        if let Some(joined) = joined_line(source, joined, texts) {
            line(format!("  {joined}"));
        }
    }
    line(String::new());
    if let Some(name) = &company.name {
        line(tr!(texts, "summary-company", name = text::clean(name).into_owned()));
    }
    if let Some((date, from)) = company.report_date {
        let from = texts.get(&format!("date-from-{}", from.name()));
        line(tr!(texts, "summary-date", date = texts.date(date), from = from, as_of = texts.date(view.as_of)));
    }
    line(tr!(texts, "summary-people", accounts = company.accounts.len(), people = company.people));
    let associated = company.accounts.iter().filter(|a| a.pc.known() == Some(true)).count();
    let not = company.accounts.iter().filter(|a| a.pc.known() == Some(false)).count();
    if associated + not > 0 {
        line(tr!(texts, "summary-associated", yes = associated, no = not));
    } else if !company.accounts.is_empty() {
        line(texts.get("summary-association-not-said"));
    }
    match company.says_where_skills_count().then(|| company.all_counting_skills(view.as_of)).flatten() {
        Some(counting) => line(tr!(texts, "summary-skills", skills = company.skill_count(), counting = counting)),
        None => line(tr!(texts, "summary-skills-only", skills = company.skill_count())),
    }
    let to_settle: Vec<_> = counts.iter().filter(|(code, _)| code.severity() != Severity::Info).collect();
    if !to_settle.is_empty() {
        line(String::new());
        line(texts.get("summary-findings"));
        for (code, count) in to_settle {
            line(format!("  {}", tr!(texts, "summary-finding", title = title(*code, texts), count = *count)));
        }
    }
    let mut tell = |heading: &str, warnings: Vec<String>| {
        if view.quiet || warnings.is_empty() {
            return;
        }
        line(String::new());
        line(texts.with(heading, &[("count", Arg::from(warnings.len()))]));
        warnings.iter().take(20).for_each(|warning| line(format!("  ! {warning}")));
        if warnings.len() > 20 {
            line(format!("  {}", tr!(texts, "summary-more", count = warnings.len() - 20)));
        }
    };
    let said = |source: &Source| {
        let headers = source.headers();
        let warnings = source.diagnostics.iter().filter(|d| d.code.is_warning());
        warnings.map(|warning| warning.message(texts, &headers)).collect::<Vec<_>>()
    };
    let of_file = |source: &Source| {
        let path = text::clean(&source.path).into_owned();
        said(source).into_iter().map(move |warning| format!("{path} · {warning}"))
    };
    let of_report = |source: &Source| if company.has_two_files() { of_file(source).collect() } else { said(source) };
    tell("summary-warnings", company.sources().flat_map(of_report).collect());
    tell("summary-list-warnings", view.loaded.others.iter().flat_map(of_file).collect());
    out
}
