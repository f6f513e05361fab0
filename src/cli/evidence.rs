//! `evidence`: what support asks for about one person (T3): first what goes in and whose data it is, then the folder or the
//! zip. Without a place to write to nothing is written.

use std::path::Path;
use std::sync::Arc;

use serde::Serialize;

use super::args::{Common, Format};
use super::findings::Known;
use super::json;
use super::output;
use super::output_table::table;
use super::person::{Named, named};
use super::run::is_input;
use super::summary::View;
use crate::checklists::Facts;
use crate::config::Limits;
use crate::diagnosis::Finding;
use crate::entered::company_key;
use crate::export::cases::{LogLine, log as case_log};
use crate::export::checklists::Pages;
use crate::export::evidence::{Entry, Evidence, Scope, WholeRow, Whose, attached, check, contents, is_zip, still_to_add, write};
use crate::export::file::WriteError;
use crate::export::findings::Teller;
use crate::export::folder::Body;
use crate::export::letters::{Recipient, Templates, Tongue, Whom, Writer};
use crate::i18n::Texts;
use crate::model::Source;
use crate::report::{Input, Progress, rows_again};
use crate::{text, tr};

/// What is asked for.
pub struct Asked<'a> {
    /// The files.
    pub view: &'a View<'a>,
    /// What is known besides.
    pub known: &'a Known,
    /// The person, as typed.
    pub who: &'a str,
    /// Without the rows of others.
    pub only_this_person: bool,
    /// How much is read again.
    pub limits: &'a Limits,
}

#[derive(Serialize)]
struct Listed {
    schema: u32,
    path: Option<String>,
    person: Option<String>,
    name: Option<String>,
    email: Option<String>,
    mcid: Option<String>,
    entries: Vec<ListedEntry>,
    still_to_add: Vec<&'static str>,
}

#[derive(Serialize)]
struct ListedEntry {
    name: String,
    what: &'static str,
    size: u64,
    whose: &'static str,
    others: Option<usize>,
    rows_of_others: Option<usize>,
}

/// Lists what goes in, and writes it where a place is named.
///
/// # Errors
/// A message: a person who is nobody, a file that cannot be read again, or a place that cannot be written to.
pub fn print(asked: &Asked<'_>, common: &Common) -> Result<(), String> {
    let (view, texts) = (asked.view, asked.view.texts);
    let path = common.output.as_deref().filter(|path| *path != "-");
    // The ending of the place says how it is packed, and nothing of how it is listed.
    let format = common.format.unwrap_or_default();
    if !matches!(format, Format::Text | Format::Json) {
        return Err(texts.get("evidence-format"));
    }
    if let Some(path) = path {
        check(Path::new(path), common.force).map_err(|error| in_words(&error, path, texts))?;
    }
    let diagnosis = asked.known.diagnose(view);
    let (who, findings) = about(asked, &diagnosis.findings)?;
    let files = attached(view.loaded, 0, &who, |source, lines| read_again(asked, source, lines))?;
    let facts = Facts {
        company: view.company,
        as_of: view.as_of,
        today: asked.known.today,
        moved: asked.known.question.move_date,
        suspected: &asked.known.question.suspected,
        lists: view.loaded.beside(0),
        waits: None,
    };
    let teller = Teller { company: view.company, programmes: &asked.known.programmes, as_of: view.as_of, texts };
    let log = log(asked, &who, common);
    let evidence = Evidence {
        who: &who,
        findings: &findings,
        pages: Pages { teller, facts: &facts, history: &view.loaded.history, others: &view.loaded.others },
        files: &files,
        scope: if asked.only_this_person { Scope::OnlyThisPerson } else { Scope::WholeFiles },
        log: log.as_deref(),
        today: asked.known.today,
    };
    let entries = contents(&evidence).map_err(|error| error.to_string())?;
    if let Some(path) = path.filter(|path| !is_zip(Path::new(path))) {
        let inside = |entry: &Entry| Path::new(path).join(&entry.name).to_string_lossy().into_owned();
        if let Some(file) = entries.iter().map(inside).find(|file| is_input(file, view.loaded)) {
            return Err(tr!(texts, "cli-is-input", file = file));
        }
    }
    let say = |said: &str| output::write(said.as_bytes(), None, false, texts);
    let save = |path: &str| write(Path::new(path), &entries, common.force).map_err(|error| in_words(&error, path, texts));
    if format == Format::Json {
        path.map(save).transpose()?;
        let listed = listed(asked, &evidence, &entries, path);
        return output::write(&json::text(&listed).unwrap_or_default(), None, false, texts);
    }
    say(&as_text(&evidence, &entries, texts))?;
    match path {
        None => say(&format!("\n{}\n", texts.get("evidence-not-written"))),
        Some(path) => {
            save(path)?;
            say(&format!("\n{}\n", text::clean(&tr!(texts, "evidence-written", path = path))))
        }
    }
}

fn in_words(error: &WriteError, path: &str, texts: &Texts) -> String {
    match error {
        WriteError::Exists => tr!(texts, "cli-exists", file = path),
        error => error.message(Path::new(path), texts),
    }
}

/// What was done so far in the case of the person, line by line; `None`: there is no case.
fn log(asked: &Asked<'_>, who: &Recipient, common: &Common) -> Option<String> {
    let (company, texts) = (asked.view.company, asked.view.texts);
    let Whom::Accounts(accounts) = &who.whom else { return None };
    let kept = super::run::cases_kept(common).look(&company_key(company)).value;
    let person = crate::cases::Who::Person(crate::cases::Person::of_account(company, *accounts.first()?));
    let lines = case_log(kept.of(&person)?, texts);
    let line = |line: LogLine| {
        let about = if line.about.is_empty() { String::new() } else { format!(" · {}", line.about) };
        format!("{} · {}{about}", line.at, line.what)
    };
    Some(lines.into_iter().map(line).collect::<Vec<_>>().join("\n"))
}

/// The person, with everything that was found of them.
fn about<'f>(asked: &Asked<'_>, findings: &'f [Finding]) -> Result<(Recipient, Vec<&'f Finding>), String> {
    let view = asked.view;
    let facts = view.loaded.facts(0);
    let tongue = Tongue { always: None, otherwise: view.texts.lang().into() };
    let writer = Writer::new(view.company, view.loaded.beside(0), &facts, Templates::bundled(), view.as_of, tongue);
    let nobody = || tr!(view.texts, "person-nobody", who = asked.who);
    match named(view, findings, asked.who)? {
        Named::Missing(finding) => Ok((writer.recipient_of_missing(finding).ok_or_else(nobody)?, vec![finding])),
        Named::Accounts(accounts) => {
            let mut people = writer.recipients(&accounts, findings);
            if people.len() > 1 {
                let all: Vec<String> = people.iter().map(|one| format!("{} ({})", one.name, one.mcids.join(", "))).collect();
                return Err(tr!(view.texts, "person-several", who = asked.who, names = all.join(", ")));
            }
            let who = people.pop().ok_or_else(nobody)?;
            let own: &[u32] = if let Whom::Accounts(own) = &who.whom { own } else { &[] };
            let found = findings.iter().filter(|finding| finding.account.is_some_and(|account| own.contains(&account))).collect();
            Ok((who, found))
        }
    }
}

fn read_again(asked: &Asked<'_>, source: &Source, lines: &[u32]) -> Result<(Body, Vec<WholeRow>), String> {
    let texts = asked.view.texts;
    let of_file = |report: &'_ crate::model::load::Report| {
        (0u32..).zip(report.company.sources()).find(|(_, of)| std::ptr::eq(*of, source)).map(|(file, _)| report.input(file).clone())
    };
    let input = asked.view.loaded.reports.iter().find_map(of_file).unwrap_or_else(|| Input::file(&source.path));
    let rows = rows_again(&input, source, lines, asked.limits, &Arc::new(Progress::default())).map_err(|error| error.message(texts))?;
    let body = match input.on_disk() {
        Some(path) => Body::CopyOf(path.to_path_buf()),
        None => Body::Bytes(input.head(usize::MAX).map_err(|error| error.message(texts))?),
    };
    Ok((body, rows.into_iter().map(|row| (row.line, row.cells)).collect()))
}

fn as_text(evidence: &Evidence<'_>, entries: &[Entry], texts: &Texts) -> String {
    let row = |entry: &Entry| vec![format!("  {}", entry.name), size(entry.size, texts), entry.what.words(texts), entry.whose.words(texts)];
    let mut out = format!("{}\n", texts.get("evidence-goes-in"));
    let head = vec![String::new(); 4];
    // A list among sentences has no headings.
    out.push_str(table(&head, entries.iter().map(row).collect(), &[1]).trim_start_matches('\n'));
    for (others, rows) in entries.iter().filter_map(of_others) {
        out.push_str(&format!("\n{}\n", tr!(texts, "evidence-of-others", others = others, rows = rows)));
    }
    out.push_str(&format!("\n{}\n", tr!(texts, "evidence-line", label = texts.get("evidence-still-to-add"), value = "")));
    for proof in still_to_add(evidence) {
        out.push_str(&format!("  [ ] {}\n", proof.words(texts)));
    }
    out.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

fn of_others(entry: &Entry) -> Option<(usize, usize)> {
    match entry.whose {
        Whose::Everybody { others, rows } if rows > 0 => Some((others, rows)),
        _ => None,
    }
}

/// A size as people read it.
fn size(bytes: u64, texts: &Texts) -> String {
    const KILO: u64 = 1_000;
    const MEGA: u64 = 1_000_000;
    match bytes {
        0..KILO => tr!(texts, "evidence-bytes", size = bytes),
        KILO..MEGA => tr!(texts, "evidence-kilobytes", size = bytes.div_ceil(KILO)),
        _ => tr!(texts, "evidence-megabytes", size = bytes.div_ceil(MEGA)),
    }
}

fn listed(asked: &Asked<'_>, evidence: &Evidence<'_>, entries: &[Entry], path: Option<&str>) -> Listed {
    let company = asked.view.company;
    let who = evidence.who;
    let person = match &who.whom {
        Whom::Accounts(accounts) => accounts.first().map(|account| company.person_key(company.account(*account))),
        Whom::Listed(_) => None,
    };
    let entry = |entry: &Entry| {
        let (others, rows) = match entry.whose {
            Whose::Everybody { others, rows } => (Some(others), Some(rows)),
            Whose::ThisPerson { named } => (Some(named), Some(0)),
            Whose::Nobody => (None, None),
        };
        ListedEntry {
            name: entry.name.clone(),
            what: entry.what.name(),
            size: entry.size,
            whose: entry.whose.name(),
            others,
            rows_of_others: rows,
        }
    };
    Listed {
        schema: json::SCHEMA,
        path: path.map(str::to_owned),
        person,
        name: Some(who.name.clone()).filter(|name| !name.is_empty()),
        email: who.address.clone(),
        mcid: who.mcids.first().cloned(),
        entries: entries.iter().map(entry).collect(),
        still_to_add: still_to_add(evidence).into_iter().map(crate::export::evidence::Proof::name).collect(),
    }
}
