//! The JSON that other programs rely on (`"schema": 1`). Dates are ISO; null means that the file does not say.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use crate::diagnosis::Code;
use crate::i18n::Texts;
use crate::model::lists::{By, Count};
use crate::model::{Company, FileRow, Source};
use crate::standing::Paths;
use crate::text;

/// Version of the shapes below.
pub const SCHEMA: u32 = 1;

/// A column by place (0-based) and heading.
#[derive(Debug, Serialize)]
pub struct ColumnRef {
    /// 0-based.
    pub index: usize,
    /// As printed.
    pub header: String,
}

/// How a column was understood.
#[derive(Debug, Serialize)]
pub struct Column {
    index: usize,
    header: String,
    field: Option<&'static str>,
    how: Option<&'static str>,
}

/// Something noticed while reading.
#[derive(Debug, Serialize)]
pub struct Warning {
    code: &'static str,
    row: Option<u32>,
    column: Option<ColumnRef>,
    message: String,
}

/// How the rows of a list are about the people of the newest report.
#[derive(Debug, Serialize)]
pub struct JoinedEntry {
    /// Rows that are about somebody, by what that is known.
    by: BTreeMap<&'static str, usize>,
    /// How many people they are about.
    people: usize,
    /// Rows that are about nobody in the report.
    nobody: usize,
}

impl JoinedEntry {
    fn new(count: &Count) -> JoinedEntry {
        let by = By::ALL.into_iter().zip(count.by).map(|(by, rows)| (by.name(), rows)).collect();
        JoinedEntry { by, people: count.people, nobody: count.nobody() }
    }
}

/// A file and how it was understood.
#[derive(Debug, Serialize)]
pub struct SourceEntry {
    path: String,
    kind: &'static str,
    sheet: Option<String>,
    header_row: Option<u32>,
    locale: Option<&'static str>,
    rows: u32,
    rows_refused: u32,
    duplicate_rows: u32,
    span: Option<[NaiveDate; 2]>,
    /// Only for a list of people.
    #[serde(skip_serializing_if = "Option::is_none")]
    joined: Option<JoinedEntry>,
    columns: Vec<Column>,
    warnings: Vec<Warning>,
}

impl SourceEntry {
    /// Describes a file.
    #[must_use]
    pub fn new(source: &Source, joined: Option<Count>, texts: &Texts) -> SourceEntry {
        let headers = source.headers();
        SourceEntry {
            path: source.path.clone(),
            kind: source.kind.name(),
            sheet: source.sheet.clone(),
            header_row: source.header_row,
            locale: source.locale,
            rows: source.rows,
            rows_refused: source.rows_refused,
            duplicate_rows: source.duplicate_rows,
            span: source.span.map(|(from, to)| [from, to]),
            joined: joined.as_ref().map(JoinedEntry::new),
            columns: source
                .columns
                .iter()
                .map(|c| Column {
                    index: c.index,
                    header: c.header.clone(),
                    field: c.field.map(|f| f.name()),
                    how: c.how.map(|h| h.name()),
                })
                .collect(),
            warnings: source
                .diagnostics
                .iter()
                .map(|d| Warning {
                    code: d.code.name(),
                    row: d.row,
                    column: d.column.and_then(|index| Some(ColumnRef { index, header: headers.get(index)?.clone() })),
                    message: d.message(texts, &headers),
                })
                .collect(),
        }
    }
}

/// `summary`
#[derive(Debug, Serialize)]
pub struct Summary {
    /// See [`SCHEMA`].
    pub schema: u32,
    /// The day the report is looked at from.
    pub as_of: NaiveDate,
    /// The day of the report.
    pub report_date: Option<NaiveDate>,
    /// Where that was found.
    pub report_date_from: Option<&'static str>,
    /// Name of the company.
    pub company: Option<String>,
    /// Every file.
    pub sources: Vec<SourceEntry>,
    /// Accounts of the newest report.
    pub accounts: usize,
    /// People they make (R14).
    pub people: u32,
    /// Skills, without exact duplicates.
    pub skills: usize,
    /// Those that count on the day (R15); null when the file does not say where skills count.
    pub skills_counting: Option<usize>,
    /// How many there are of each kind, of those that there are any.
    pub findings: BTreeMap<&'static str, usize>,
}

/// `columns`
#[derive(Debug, Serialize)]
pub struct Columns {
    /// See [`SCHEMA`].
    pub schema: u32,
    /// Every file.
    pub sources: Vec<SourceEntry>,
}

/// Where a skill stands.
#[derive(Debug, Serialize)]
pub struct Provenance {
    path: String,
    sheet: Option<String>,
    row: u32,
}

impl Provenance {
    fn of(company: &Company, at: FileRow) -> Provenance {
        let file = company.file(at.file);
        Provenance { path: file.path.clone(), sheet: file.sheet.clone(), row: at.row }
    }
}

/// One skill of one account.
#[derive(Debug, Serialize)]
pub struct Skill {
    #[serde(rename = "type")]
    kind: &'static str,
    id: Option<String>,
    title: Option<String>,
    title_as_printed: Option<String>,
    earned: Option<NaiveDate>,
    expires: Option<NaiveDate>,
    active: Option<bool>,
    counts_for: Option<Vec<String>>,
    /// Paths of the rules in force on the day where it counts.
    counts_by_catalog: Vec<String>,
    source: Provenance,
}

/// One account.
#[derive(Debug, Serialize)]
pub struct User {
    person: String,
    email: Option<String>,
    mcid: Option<String>,
    name: Option<String>,
    associated_pmc: Option<bool>,
    associated_pc: Option<bool>,
    /// Where name and address were taken from, only where the report does not have them.
    #[serde(skip_serializing_if = "Option::is_none")]
    named_by: Option<Provenance>,
    skills: Vec<Skill>,
    /// The kinds of finding that concern it.
    findings: Vec<&'static str>,
}

/// `users`
#[derive(Debug, Serialize)]
pub struct Users {
    /// See [`SCHEMA`].
    pub schema: u32,
    /// In order of first appearance.
    pub users: Vec<User>,
}

/// A person, by one of the accounts.
#[derive(Debug, Default, Serialize)]
pub struct Who {
    /// The same for accounts of one person.
    pub person: String,
    /// As printed.
    pub email: Option<String>,
    /// As text.
    pub mcid: Option<String>,
    /// As printed.
    pub name: Option<String>,
}

impl Who {
    /// The person of an account.
    #[must_use]
    pub fn new(company: &Company, account: u32) -> Who {
        let account = company.account(account);
        Who {
            person: company.person_key(account),
            email: filled(company.email(account)),
            mcid: filled(company.mcid(account)),
            name: filled(&company.full_name(account)),
        }
    }
}

fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

impl User {
    /// Describes an account.
    #[must_use]
    pub fn new(company: &Company, number: u32, paths: &Paths, codes: &[Code]) -> User {
        let account = company.account(number);
        let skills = (0u32..).zip(company.skills(number)).map(|(at, skill)| {
            let item = company.item(skill);
            Skill {
                kind: item.kind.name(),
                id: item.id.clone(),
                title: filled(&item.title),
                title_as_printed: filled(&item.printed),
                earned: skill.earned,
                expires: skill.expires,
                active: skill.active,
                counts_for: company.counts_for(skill).map(<[String]>::to_vec),
                counts_by_catalog: paths.counting(company, number, at).into_iter().map(str::to_owned).collect(),
                source: Provenance::of(company, company.line(skill)),
            }
        });
        User {
            person: company.person_key(account),
            email: filled(company.email(account)),
            mcid: filled(company.mcid(account)),
            name: filled(&company.full_name(account)),
            associated_pmc: account.pmc.known(),
            associated_pc: account.pc.known(),
            named_by: company.named_by(account).map(|place| Provenance {
                path: place.path.to_owned(),
                sheet: place.sheet.map(str::to_owned),
                row: place.row,
            }),
            skills: skills.collect(),
            findings: codes.iter().map(|code| code.name()).collect(),
        }
    }
}

/// JSON text, indented, with a line end. What a terminal would obey (C1 controls, bidi overrides) is escaped.
///
/// # Errors
/// When a value cannot be written as JSON; there is none.
pub fn text(value: &impl Serialize) -> Result<Vec<u8>, serde_json::Error> {
    let json = serde_json::to_string_pretty(value)?;
    let mut out = String::with_capacity(json.len() + 1);
    for c in json.chars() {
        if c != '\n' && text::is_hidden(c) {
            out.push_str(&format!("\\u{:04x}", u32::from(c)));
        } else {
            out.push(c);
        }
    }
    out.push('\n');
    Ok(out.into_bytes())
}
