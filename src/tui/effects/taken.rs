//! What is taken along, as a table and as a file.

use std::path::Path;

use crate::export::file::{FileFormat, format_of, write};
use crate::export::grid::Grid;
use crate::export::people::{self, Listed};
use crate::files;

use super::super::action::{Action, Export, Form, Listing, Notice, Take};
use super::super::app::Deck;
use super::super::clipboard::Content;

/// What is taken, as a table.
#[must_use]
pub fn grid(deck: &Deck, take: Take, texts: &crate::i18n::Texts) -> Grid {
    let (company, as_of) = (deck.company(), deck.as_of());
    let listed = Listed { company, areas: deck.index().areas(), findings: deck.index().findings(), as_of };
    match take {
        Take::Users { listing, places: None, columns } => {
            people::users(listed, &listing.accounts, listing.found.as_deref(), &columns, texts)
        }
        Take::Users { listing, places: Some(places), columns } => {
            let accounts = accounts_at(&listing, Some(&places));
            let found: Option<Vec<Option<u32>>> =
                listing.found.as_ref().map(|found| places.iter().map(|at| found.get(*at).copied().flatten()).collect());
            people::users(listed, &accounts, found.as_deref(), &columns, texts)
        }
        Take::Skills { account, place } => {
            let mut grid = people::skills(company, account, as_of, texts);
            if let Some(place) = place {
                grid.rows = grid.rows.into_iter().skip(place).take(1).collect();
            }
            grid
        }
        Take::Grid(grid) => grid,
    }
}

/// A table in the form in which it is copied. Whole tables go as a table too, for mail programs and spreadsheets.
#[must_use]
pub fn content(grid: &Grid, form: Form, texts: &crate::i18n::Texts) -> Content {
    match form {
        Form::Cells => Content { text: grid.tsv(texts, false), html: None },
        Form::Rows => Content { text: grid.tsv(texts, false), html: None },
        Form::Markdown => Content { text: grid.markdown(texts), html: None },
        Form::View => Content { text: grid.tsv(texts, true), html: Some(grid.html(texts)) },
    }
}

/// Writes rows to a file, a workbook where the name does not say what; never over a report that is open, and over nothing
/// else unasked.
#[must_use]
pub fn write_export(deck: &Deck, path: &str, export: Export, replace: bool, texts: &crate::i18n::Texts) -> Action {
    let mut path = path.to_owned();
    let mut target = files::complete::expand(&path, files::home().as_deref());
    if target.extension().is_none() && !target.is_dir() {
        let ending = format!(".{}", FileFormat::Xlsx.ending());
        path.push_str(&ending);
        target.as_mut_os_string().push(ending);
    }
    let real = |path: &Path| path.canonicalize().ok();
    let open = deck.ready.loaded.sources();
    let is_open = real(&target).is_some_and(|t| open.iter().any(|s| real(Path::new(&s.path)).is_some_and(|p| p == t)));
    if target.exists() && !replace && !target.is_dir() && !is_open {
        return Action::FileExists(path, export);
    }
    let written = (|| {
        if is_open {
            return Err(crate::tr!(texts, "cli-is-input", file = path.clone()));
        }
        // A folder is said to be one before its name is said to have no ending.
        let format = if target.is_dir() { FileFormat::Xlsx } else { format_of(&path).ok_or_else(|| texts.get("why-no-format"))? };
        let grid = Grid { name: export.name.clone(), ..grid_for_file(deck, export.take.clone(), format, texts) };
        let bytes = format.render(&grid, texts).map_err(|error| error.message(texts))?;
        write(&target, &bytes, replace).map_err(|error| error.message(Path::new(&path), texts))?;
        Ok(grid.rows.len())
    })();
    match written {
        Ok(rows) => {
            let whole = std::path::absolute(&target).unwrap_or(target);
            Action::Notice(Notice::of("notice-written", whole.display().to_string()).count(rows))
        }
        Err(message) => Action::NotWritten(path, export, message),
    }
}

/// What is taken, as a table for a file: one that is worked on further has given and family names apart, as letters to many
/// need them.
fn grid_for_file(deck: &Deck, take: Take, format: FileFormat, texts: &crate::i18n::Texts) -> Grid {
    let accounts = match &take {
        Take::Users { listing, places, .. } if format != FileFormat::Markdown => Some(accounts_at(listing, places.as_deref())),
        _ => None,
    };
    let grid = grid(deck, take, texts);
    match accounts {
        Some(accounts) => people::with_names_apart(grid, deck.company(), &accounts, texts),
        None => grid,
    }
}

/// The accounts at some places of a list, or all of them.
fn accounts_at(listing: &Listing, places: Option<&[usize]>) -> Vec<u32> {
    match places {
        None => listing.accounts.clone(),
        Some(places) => places.iter().filter_map(|at| listing.accounts.get(*at).copied()).collect(),
    }
}
