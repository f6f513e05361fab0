//! `findings`: what there is to settle, each point with its proof and with what to do.

use chrono::NaiveDate;
use serde::Serialize;

use super::args::Format;
use super::json::{self, ColumnRef, Who};
use super::rows::Rows;
use super::summary::View;
use crate::catalog::catalog;
use crate::catalog::programmes::Programmes;
use crate::diagnosis::{Ask, Cell, Diagnosis, Finding, Of, Severity, diagnose};
use crate::export::findings::{Teller, confidence, rules, severity, silent, title};
use crate::model::{Findings, Problem};
use crate::query::{Filter, SearchIndex, parse, run};
use crate::standing::{Question, Rules, areas};
use crate::{text, tr};

/// What is known of the company besides its report.
pub struct Known {
    /// The rules, a user's own among them.
    pub programmes: Programmes,
    /// The day, and what no file says.
    pub question: Question,
    /// Who were said to be two people.
    pub not_same: Vec<(String, String)>,
    /// The day on which somebody looks.
    pub today: NaiveDate,
}

impl Known {
    /// Everything there is to settle.
    #[must_use]
    pub fn diagnose(&self, view: &View<'_>) -> Diagnosis {
        let ask = Ask {
            report_date: view.company.report_date.map(|(date, _)| date),
            today: self.today,
            not_same: &self.not_same,
            history: &view.loaded.history,
            standing: None,
            lists: view.loaded.beside(0),
        };
        diagnose(view.company, catalog(), &Rules::on(&self.programmes, self.question.as_of), &self.question, &ask)
    }
}

/// Which accounts have which kinds of finding.
pub fn by_account(view: &View<'_>, diagnosis: &Diagnosis) -> Findings {
    let found = diagnosis.findings.iter().filter_map(|finding| Some((finding.account?, finding.code.name())));
    Findings::new(view.company.accounts.len(), found)
}

/// The accounts that a filter lets through; whether they only come close is said.
///
/// # Errors
/// A message, when the filter is wrong.
pub fn accounts_of(view: &View<'_>, filter: &str, known: &Known, diagnosis: &Diagnosis) -> Result<Vec<u32>, String> {
    let query = parse(filter, view.as_of).map_err(|e| e.message(view.texts))?;
    let areas = areas(view.company, catalog(), &known.programmes, &known.question);
    let index = SearchIndex::with_areas(view.company, areas).with_facts(view.loaded.facts(0)).with_findings(by_account(view, diagnosis));
    let found = run(&Filter::new(&query, view.company, &index, view.as_of), None, &|| false).unwrap_or_default();
    if found.near && !view.quiet {
        super::run::say(&view.texts.get("users-near"));
    }
    Ok(found.hits.iter().map(|hit| hit.account).collect())
}

/// Of people with information alone the text names so many; the other formats name all.
const MOST_OF_A_GROUP: usize = 10;
/// So many rows are named as proof.
const MOST_ROWS: usize = 8;

/// The findings to be printed.
pub struct Printed<'a> {
    view: &'a View<'a>,
    diagnosis: Diagnosis,
    teller: Teller<'a>,
}

#[derive(Serialize)]
struct All {
    schema: u32,
    findings: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    code: &'static str,
    severity: &'static str,
    person: Option<String>,
    email: Option<String>,
    mcid: Option<String>,
    name: Option<String>,
    skill: Option<SkillEntry>,
    confidence: Option<&'static str>,
    others: Vec<Other>,
    message: String,
    advice: String,
    evidence: Vec<Evidence>,
}

#[derive(Serialize)]
struct SkillEntry {
    #[serde(rename = "type")]
    kind: &'static str,
    id: Option<String>,
    title: Option<String>,
}

#[derive(Serialize)]
struct Other {
    email: Option<String>,
    mcid: Option<String>,
}

#[derive(Serialize)]
struct Evidence {
    path: String,
    sheet: Option<String>,
    row: u32,
    column: Option<ColumnRef>,
}

impl<'a> Printed<'a> {
    /// Finds everything; with a filter only what concerns the accounts that it lets through, and of that the kinds for which
    /// it asks, if it asks for any.
    ///
    /// # Errors
    /// A message, when the filter is wrong.
    pub fn new(view: &'a View<'a>, filter: Option<&str>, known: &'a Known) -> Result<Printed<'a>, String> {
        let mut diagnosis = known.diagnose(view);
        if let Some(filter) = filter {
            let query = parse(filter, view.as_of).map_err(|e| e.message(view.texts))?;
            let accounts = accounts_of(view, filter, known, &diagnosis)?;
            let mut shown = vec![false; view.company.accounts.len()];
            accounts.into_iter().for_each(|at| {
                if let Some(slot) = shown.get_mut(at as usize) {
                    *slot = true;
                }
            });
            let is_meant = |finding: &Finding| Problem::named(finding.code.name()).is_some_and(|problem| query.means(problem));
            // What concerns the whole file, or somebody who is in none, concerns nobody whom a filter of accounts asks for.
            let beyond = query.asks_for_findings_alone();
            let is_shown = |finding: &Finding| finding.account.map_or(beyond, |account| shown.get(account as usize) == Some(&true));
            diagnosis.findings.retain(|finding| is_shown(finding) && is_meant(finding));
        }
        let teller = Teller { company: view.company, programmes: &known.programmes, as_of: view.as_of, texts: view.texts };
        Ok(Printed { view, diagnosis, teller })
    }

    /// Whether there is one that is at least as serious.
    #[must_use]
    pub fn has(&self, severity: Severity) -> bool {
        self.diagnosis.has(severity)
    }

    /// Prints them.
    ///
    /// # Errors
    /// A message, when there are too many for a workbook.
    pub fn print(&self, format: Format) -> Result<Vec<u8>, String> {
        format.pick(self.view.texts, || self.as_text().into_bytes(), || self.as_json(), || self.rows_of_all())
    }

    fn as_json(&self) -> Vec<u8> {
        let findings = self.diagnosis.findings.iter().map(|finding| self.entry(finding)).collect();
        json::text(&All { schema: json::SCHEMA, findings }).unwrap_or_default()
    }

    fn entry(&self, finding: &Finding) -> Entry {
        let company = self.view.company;
        let filled = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        let of_list = finding.missing().map(|missing| Who {
            person: String::new(),
            email: filled(&missing.email),
            mcid: filled(&missing.mcid),
            name: filled(&missing.name),
        });
        let of_account = || finding.account.map(|account| Who::new(company, account));
        let Who { person, email, mcid, name } = of_list.or_else(of_account).unwrap_or_default();
        let other = |account: &u32| {
            let Who { email, mcid, .. } = Who::new(company, *account);
            Other { email, mcid }
        };
        Entry {
            code: finding.code.name(),
            severity: finding.code.severity().name(),
            person: Some(person).filter(|person| !person.is_empty()),
            email,
            mcid,
            name,
            skill: self.skill(finding),
            confidence: finding.confidence.map(|c| c.name()),
            others: finding.others.iter().map(other).collect(),
            message: self.teller.message(finding),
            advice: self.teller.advice(finding),
            evidence: finding.evidence.iter().filter_map(|cell| self.evidence(cell)).collect(),
        }
    }

    fn skill(&self, finding: &Finding) -> Option<SkillEntry> {
        let company = self.view.company;
        let skill = company.skills(finding.account?).get(finding.skill? as usize)?;
        let item = company.item(skill);
        Some(SkillEntry { kind: item.kind.name(), id: item.id.clone(), title: Some(item.title.clone()).filter(|title| !title.is_empty()) })
    }

    fn evidence(&self, cell: &Cell) -> Option<Evidence> {
        let source = match cell.of {
            Of::Report(file) => self.view.company.file(file),
            Of::List(number) => self.view.loaded.others.get(number as usize)?,
            Of::History(number) => {
                let path = &self.view.loaded.history.get(number as usize)?.path;
                self.view.loaded.sources().into_iter().find(|source| source.path == *path)?
            }
        };
        let column = cell.column.and_then(|index| {
            let index = index as usize;
            Some(ColumnRef { index, header: source.columns.get(index)?.header.clone() })
        });
        Some(Evidence { path: source.path.clone(), sheet: source.sheet.clone(), row: cell.row, column })
    }

    fn rows_of_all(&self) -> Rows {
        let rows = self.diagnosis.findings.iter().map(|finding| {
            let entry = self.entry(finding);
            let or_empty = Option::unwrap_or_default;
            let (kind, id, title_of_skill) =
                entry.skill.map_or_else(Default::default, |skill| (skill.kind.to_owned(), or_empty(skill.id), or_empty(skill.title)));
            let others =
                entry.others.into_iter().map(|other| format!("{} {}", or_empty(other.email), or_empty(other.mcid)).trim().to_owned());
            vec![
                entry.code.to_owned(),
                entry.severity.to_owned(),
                title(finding.code, self.view.texts),
                or_empty(entry.person),
                or_empty(entry.name),
                or_empty(entry.email),
                or_empty(entry.mcid),
                kind,
                id,
                title_of_skill,
                entry.confidence.unwrap_or_default().to_owned(),
                others.collect::<Vec<_>>().join("; "),
                entry.message,
                entry.advice,
                self.rows_of(finding),
                rules(finding.code),
                self.list_rows(finding).into_iter().map(|(path, row)| format!("{path}:{row}")).collect::<Vec<_>>().join("; "),
            ]
        });
        let head = [
            "code",
            "severity",
            "finding",
            "person",
            "name",
            "email",
            "mcid",
            "skill_type",
            "skill_id",
            "skill_title",
            "confidence",
            "others",
            "message",
            "advice",
            "rows",
            "rules",
            "list_rows",
        ];
        Rows::new("findings", &head, rows)
    }

    fn as_text(&self) -> String {
        let texts = self.view.texts;
        let mut lines = Vec::new();
        if self.diagnosis.findings.is_empty() {
            lines.push(texts.get("findings-none"));
        }
        let mut before: Option<Severity> = None;
        for group in self.diagnosis.findings.chunk_by(|a, b| a.code == b.code) {
            let Some(first) = group.first() else { continue };
            let of = first.code.severity();
            if !lines.is_empty() {
                lines.push(String::new());
            }
            if before.replace(of) != Some(of) {
                lines.push(severity(of, texts).to_uppercase());
            }
            lines.push(tr!(texts, "findings-group", title = title(first.code, texts), count = group.len()));
            self.group(group, &mut lines);
            lines.push(format!("  {}", tr!(texts, "findings-rests-on", rules = rules(first.code))));
        }
        if !self.diagnosis.silent.is_empty() {
            lines.extend([String::new(), texts.get("findings-silent")]);
            lines.extend(self.diagnosis.silent.iter().map(|one| format!("  {}", silent(one, texts))));
        }
        lines.join("\n") + "\n"
    }

    /// Every finding of a group; what to do stands once below those for whom it is the same.
    fn group(&self, group: &[Finding], lines: &mut Vec<String>) {
        let texts = self.view.texts;
        let is_info = group.first().is_some_and(|finding| finding.code.severity() == Severity::Info);
        let shown = if is_info { MOST_OF_A_GROUP.min(group.len()) } else { group.len() };
        let advised: Vec<(&Finding, String)> = group.iter().take(shown).map(|f| (f, self.teller.advice_to_each(f))).collect();
        for alike in advised.chunk_by(|a, b| a.1 == b.1) {
            for (finding, _) in alike {
                self.finding(finding, lines);
            }
            let advice = match alike {
                // Of what is good to know nothing has to be done.
                _ if is_info => continue,
                [(only, _)] => self.teller.advice(only),
                [(_, to_each), ..] => to_each.clone(),
                [] => continue,
            };
            lines.push(format!("  {}", tr!(texts, "findings-do", advice = advice)));
        }
        if group.len() > shown {
            lines.push(format!("  {}", tr!(texts, "findings-more", count = group.len() - shown)));
        }
    }

    fn finding(&self, finding: &Finding, lines: &mut Vec<String>) {
        let indent = match self.teller.who(finding) {
            Some(who) => {
                let sure = finding.confidence.map(|c| format!(" · {}", confidence(c, self.view.texts))).unwrap_or_default();
                let rows = self.rows(finding);
                let place = if rows.is_empty() { String::new() } else { format!(" · {rows}") };
                lines.push(format!("  {who}{sure}{place}"));
                "    "
            }
            None => "  ",
        };
        lines.push(format!("{indent}{}", self.teller.message(finding)));
    }

    /// The rows of a finding: those of the report, then those of the lists, each with its file.
    fn rows(&self, finding: &Finding) -> String {
        let texts = self.view.texts;
        let of_lists = self.list_rows(finding).into_iter().map(|(path, row)| {
            let file = text::clean(path.rsplit(['/', '\\']).next().unwrap_or_default()).into_owned();
            tr!(texts, "findings-list-row", file = file, row = row.to_string())
        });
        self.rows_of_report(finding).into_iter().chain(of_lists).collect::<Vec<_>>().join(" · ")
    }

    /// The rows of lists that a finding rests on, each once, with the path of the file.
    fn list_rows(&self, finding: &Finding) -> Vec<(&str, u32)> {
        let mut rows: Vec<(&str, u32)> = Vec::new();
        for cell in &finding.evidence {
            let Of::List(number) = cell.of else { continue };
            let Some(source) = self.view.loaded.others.get(number as usize) else { continue };
            if !rows.contains(&(source.path.as_str(), cell.row)) {
                rows.push((&source.path, cell.row));
            }
        }
        rows
    }

    /// The rows of the report that a finding rests on, as programs read them: of two files each with its path.
    fn rows_of(&self, finding: &Finding) -> String {
        let rows = rows_of(finding);
        let company = self.view.company;
        let of_file = |(file, row): &(Option<u32>, u32)| match file {
            Some(file) if company.has_two_files() => format!("{}:{row}", company.file(*file).path),
            _ => row.to_string(),
        };
        let separator = if company.has_two_files() { "; " } else { " " };
        rows.iter().map(of_file).collect::<Vec<_>>().join(separator)
    }

    fn rows_of_report(&self, finding: &Finding) -> Option<String> {
        let rows = rows_of(finding);
        if rows.is_empty() || finding.is_of_file() {
            return None;
        }
        let (texts, company) = (self.view.texts, self.view.company);
        let of_file = |rows: &[(Option<u32>, u32)]| {
            let mut list = rows.iter().take(MOST_ROWS).map(|(_, row)| row.to_string()).collect::<Vec<_>>().join(", ");
            if rows.len() > MOST_ROWS {
                list = tr!(texts, "findings-more-rows", list = list);
            }
            let said = tr!(texts, "findings-rows", rows = rows.len(), list = list);
            match rows.first() {
                Some((Some(file), _)) if company.has_two_files() => {
                    let file = text::clean(company.file_name(*file)).into_owned();
                    tr!(texts, "findings-file-rows", file = file, rows = said)
                }
                _ => said,
            }
        };
        Some(rows.chunk_by(|a, b| a.0 == b.0).map(of_file).collect::<Vec<_>>().join(" · "))
    }
}

/// The rows of the report, or of the history, that a finding rests on, each once: with the file of the report.
fn rows_of(finding: &Finding) -> Vec<(Option<u32>, u32)> {
    let of_report = finding.evidence.iter().filter_map(|cell| match cell.of {
        Of::Report(file) => Some((Some(file), cell.row)),
        Of::History(_) => Some((None, cell.row)),
        Of::List(_) => None,
    });
    let mut rows: Vec<(Option<u32>, u32)> = of_report.collect();
    rows.sort_unstable();
    rows.dedup();
    rows
}
