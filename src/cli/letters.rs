//! `letters`: a letter to each person, as text, as drafts of mails, or as a table for a mail merge.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::args::{Common, Format, LettersArgs};
use super::findings::{Known, accounts_of};
use super::json;
use super::person::{Named, named};
use super::run::{is_input, say};
use super::summary::View;
use crate::config;
use crate::export::file::WriteError;
use crate::export::folder::{self, Body, Existing};
use crate::export::letters::{
    Kind, Letter, LetterLang, NoMailto, Templates, Tongue, Whom, Writer, bundled, eml, file_names, mailto, table,
};
use crate::i18n::{Lang, Texts};
use crate::{text, tr};

/// So many people without an address are named.
const MOST_NAMED: usize = 8;

/// What is asked for.
pub struct Asked<'a> {
    /// The files.
    pub view: &'a View<'a>,
    /// What is known besides.
    pub known: &'a Known,
    /// Which letters.
    pub ask: &'a LettersArgs,
}

#[derive(Serialize)]
struct All {
    schema: u32,
    letters: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    kind: &'static str,
    person: Option<String>,
    email: Option<String>,
    mcid: Option<String>,
    name: Option<String>,
    language: &'static str,
    subject: String,
    text: String,
    points: Vec<&'static str>,
    mailto: Option<String>,
    no_mailto: Option<&'static str>,
}

/// The letters; `None`: they were written as drafts.
///
/// # Errors
/// A message: a wrong filter, a person who is nobody, texts of one's own that cannot be used, or drafts that cannot be
/// written.
pub fn print(asked: &Asked<'_>, format: Format, common: &Common) -> Result<Option<Vec<u8>>, String> {
    let texts = asked.view.texts;
    // Nothing is read through for what could not be written.
    let folder = common.output.as_deref().filter(|path| *path != "-");
    if format == Format::Eml && folder.is_none() {
        return Err(texts.get("letters-eml-output"));
    }
    let letters = letters(asked)?;
    if !common.quiet {
        note_who_has_no_address(&letters, texts);
    }
    let grid = || table(&letters, texts);
    Ok(Some(match (format, folder) {
        (Format::Text, _) => as_text(&letters, texts).into_bytes(),
        (Format::Json, _) => as_json(asked, &letters),
        // A comma between the cells, as in every table that the command line prints.
        (Format::Csv, _) => grid().csv(Lang::En),
        (Format::Md, _) => grid().markdown(texts).into_bytes(),
        (Format::Xlsx, _) => grid().xlsx(&texts.get("letters-sheet"), texts.lang()).map_err(|error| error.message(texts))?,
        (Format::Eml, Some(folder)) => {
            write_drafts(folder, &letters, asked, common)?;
            return Ok(None);
        }
        (Format::Eml, None) => return Ok(None),
    }))
}

fn letters(asked: &Asked<'_>) -> Result<Vec<Letter>, String> {
    let Asked { view, known, ask } = asked;
    let templates = match config::letters_folder() {
        Some(folder) => Templates::with_own(&folder).map_err(|problem| problem.message(view.texts))?,
        None => Templates::bundled().clone(),
    };
    let diagnosis = known.diagnose(view);
    let facts = view.loaded.facts(0);
    let tongue = Tongue { always: ask.letter_lang, otherwise: view.texts.lang().into() };
    let writer = Writer::new(view.company, view.loaded.beside(0), &facts, &templates, view.as_of, tongue);
    let kind = Kind::from(ask.kind);
    if let Some(who) = &ask.user {
        return Ok(match named(view, &diagnosis.findings, who)? {
            Named::Missing(finding) => writer.to_missing(finding).into_iter().filter(|letter| letter.kind == kind).collect(),
            Named::Accounts(accounts) => {
                let mut letters = writer.all(kind, &diagnosis.findings, Some(&accounts));
                let is_theirs = |whom: &Whom| matches!(whom, Whom::Accounts(own) if own.iter().any(|one| accounts.contains(one)));
                letters.retain(|letter| is_theirs(&letter.to.whom));
                letters
            }
        });
    }
    let accounts = ask.filter.as_deref().map(|filter| accounts_of(view, filter, known, &diagnosis)).transpose()?;
    Ok(writer.all(kind, &diagnosis.findings, accounts.as_deref()))
}

fn note_who_has_no_address(letters: &[Letter], texts: &Texts) {
    let without: Vec<&Letter> = letters.iter().filter(|letter| letter.to.address.is_none()).collect();
    if without.is_empty() {
        return;
    }
    let mut names: Vec<&str> = without.iter().take(MOST_NAMED).map(|letter| name(letter)).collect();
    if without.len() > MOST_NAMED {
        names.push("…");
    }
    say(&tr!(texts, "letters-without-address", count = without.len(), names = names.join(", ")));
}

fn name(letter: &Letter) -> &str {
    let first = [Some(letter.to.name.as_str()), letter.to.address.as_deref(), letter.to.mcids.first().map(String::as_str)];
    first.into_iter().flatten().find(|part| !part.is_empty()).unwrap_or(text::NOTHING)
}

fn as_text(letters: &[Letter], texts: &Texts) -> String {
    if letters.is_empty() {
        return format!("{}\n", texts.get("letters-none"));
    }
    let one = |letter: &Letter| {
        let address = letter.to.address.clone().unwrap_or_else(|| texts.get("letters-to-nobody"));
        let to = if letter.to.name.is_empty() { address } else { format!("{} <{address}>", letter.to.name) };
        let head = [tr!(texts, "letters-to", to = to), tr!(texts, "letters-subject", subject = letter.subject.clone())];
        format!("{}\n\n{}", head.map(|line| text::clean(&line).into_owned()).join("\n"), letter.text)
    };
    letters.iter().map(one).collect::<Vec<_>>().join(&format!("\n{}\n\n", "-".repeat(72)))
}

fn as_json(asked: &Asked<'_>, letters: &[Letter]) -> Vec<u8> {
    let company = asked.view.company;
    let entry = |letter: &Letter| {
        let person = match &letter.to.whom {
            Whom::Accounts(accounts) => accounts.first().map(|account| company.person_key(company.account(*account))),
            Whom::Listed(_) => None,
        };
        let link = mailto(letter);
        Entry {
            kind: letter.kind.name(),
            person,
            email: letter.to.address.clone(),
            mcid: letter.to.mcids.first().cloned(),
            name: Some(letter.to.name.clone()).filter(|name| !name.is_empty()),
            language: letter.lang.code(),
            subject: letter.subject.clone(),
            text: letter.text.clone(),
            points: letter.points.iter().map(|code| code.name()).collect(),
            no_mailto: link.as_ref().err().map(|why: &NoMailto| why.name()),
            mailto: link.ok(),
        }
    };
    json::text(&All { schema: json::SCHEMA, letters: letters.iter().map(entry).collect() }).unwrap_or_default()
}

fn write_drafts(folder: &str, letters: &[Letter], asked: &Asked<'_>, common: &Common) -> Result<(), String> {
    let texts = asked.view.texts;
    let drafts: Result<Vec<Body>, std::io::Error> = letters.iter().map(|letter| eml(letter).map(Body::Bytes)).collect();
    let drafts = drafts.map_err(|error| error.to_string())?;
    let names = file_names(letters);
    if let Some(name) = names.iter().find(|name| is_input(&Path::new(folder).join(name).to_string_lossy(), asked.view.loaded)) {
        return Err(tr!(texts, "cli-is-input", file = name.clone()));
    }
    let files: Vec<(&str, &Body)> = names.iter().map(String::as_str).zip(&drafts).collect();
    if !files.is_empty() {
        let existing = if common.force { Existing::Overwrite } else { Existing::AddTo };
        folder::write(Path::new(folder), &files, existing).map_err(|error| written_wrong(&error, folder, &names, texts))?;
    }
    if !common.quiet {
        let written = tr!(texts, "letters-written", count = letters.len(), folder = folder);
        say(&if letters.is_empty() { texts.get("letters-none") } else { written });
    }
    Ok(())
}

/// Names the file that is in the way.
fn written_wrong(error: &WriteError, folder: &str, names: &[String], texts: &Texts) -> String {
    let in_the_way = names.iter().map(|name| Path::new(folder).join(name)).find(|path| path.exists());
    match (error, in_the_way) {
        (WriteError::Exists, Some(path)) => tr!(texts, "cli-exists", file = path.to_string_lossy().into_owned()),
        (error, _) => error.message(Path::new(folder), texts),
    }
}

/// Writes the texts that come with the program, to be changed.
///
/// # Errors
/// A message, when a file is there already or cannot be written.
pub fn write_templates(folder: &str, overwrite: bool, texts: &Texts) -> Result<(), String> {
    let names = LetterLang::ALL.map(|lang| format!("{}.toml", lang.code()));
    let bodies = LetterLang::ALL.map(|lang| Body::Bytes(bundled(lang).as_bytes().to_vec()));
    let files: Vec<(&str, &Body)> = names.iter().map(String::as_str).zip(&bodies).collect();
    let existing = if overwrite { Existing::Overwrite } else { Existing::AddTo };
    folder::write(Path::new(folder), &files, existing).map_err(|error| written_wrong(&error, folder, &names, texts))?;
    let place = config::letters_folder().map(|place: PathBuf| place.to_string_lossy().into_owned());
    say(&match place {
        Some(place) => tr!(texts, "letters-templates-written", folder = folder, place = place),
        None => tr!(texts, "letters-templates-nowhere", folder = folder),
    });
    Ok(())
}
