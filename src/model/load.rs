//! Several files at once: the newest report is current, older ones are history, everything else is named.

use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Company, Given, Held, build, history};
use crate::catalog::Catalog;
use crate::report::{self, Input, Kind, Options, Progress, ReadError, Source, Trouble};

/// A report with the file it came from.
#[derive(Clone, Debug)]
pub struct Report {
    /// The file, to read rows of it again.
    pub input: Input,
    /// What it says.
    pub company: Arc<Company>,
}

/// What was opened.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The reports, newest first.
    pub reports: Vec<Report>,
    /// Downloads of other kinds: recognised, and kept for what needs them.
    pub others: Vec<Source>,
    /// The competencies that the company holds by a history among the files (R11), by competency and level.
    pub history: Vec<Held>,
    /// Files of a folder that could not be opened.
    pub refused: Vec<ReadError>,
}

/// The files meant by a path: itself, or those in the folder.
fn expand(input: &Input) -> Vec<(Input, bool)> {
    let folder = input.on_disk().filter(|p| p.is_dir());
    let Some(folder) = folder else { return vec![(input.clone(), true)] };
    let is_meant = |path: &Path| path.is_file() && report::open::may_be_read(path);
    let mut files: Vec<_> = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|e| e.path()).filter(|p| is_meant(p)).collect();
    files.sort();
    files.into_iter().map(|path| (Input::file(&path.to_string_lossy()), false)).collect()
}

/// Reads files and folders.
///
/// # Errors
/// When a file that was named cannot be opened, when there is no report among the files, or the user gave up.
pub fn load(inputs: &[Input], options: &Options, given: &Given, catalog: &Catalog, progress: &Arc<Progress>) -> Result<Loaded, ReadError> {
    let mut loaded = Loaded::default();
    let mut held = Vec::new();
    for input in inputs {
        for (input, named) in expand(input) {
            match report::read(&input, options, progress) {
                Ok(reading) if reading.source.kind.is_report() => {
                    let company = Arc::new(build(reading, catalog, given));
                    loaded.reports.push(Report { input, company });
                }
                Ok(mut reading) => {
                    if reading.source.kind == Kind::CompetencyHistory {
                        held.extend(history::read(&mut reading, crate::catalog::programmes()));
                    }
                    loaded.others.push(reading.source);
                }
                Err(error) if named || error.trouble == Trouble::Cancelled => return Err(error),
                Err(error) => loaded.refused.push(error),
            }
        }
    }
    for (field, header) in &options.map {
        let used = |r: &Report| r.company.source.column(*field).is_some_and(|c| c.how == Some(report::vocabulary::How::User));
        if let (Some(first), false) = (loaded.reports.first(), loaded.reports.iter().any(used)) {
            let trouble = Trouble::NoSuchHeader { field: *field, header: header.clone() };
            return Err(ReadError::new(&first.input.path, trouble));
        }
    }
    loaded.history = history::newest(held);
    // Files of one day stay in the order in which they were given.
    loaded.reports.sort_by_key(|r| std::cmp::Reverse(r.company.report_date.map(|(date, _)| date)));
    if loaded.reports.is_empty() {
        let path = inputs.first().map(|i| i.path.clone()).unwrap_or_default();
        return Err(match (loaded.others.first(), loaded.refused.into_iter().next()) {
            (Some(other), _) => ReadError::new(&other.path, Trouble::OtherKind(other.kind)),
            (None, Some(error)) => error,
            (None, None) => ReadError::new(&path, Trouble::Folder),
        });
    }
    Ok(loaded)
}

impl Loaded {
    /// The newest report.
    #[must_use]
    pub fn current(&self) -> Option<&Report> {
        self.reports.first()
    }

    /// Every file that was understood, reports first.
    #[must_use]
    pub fn sources(&self) -> Vec<&Source> {
        self.reports.iter().map(|r| &r.company.source).chain(&self.others).collect()
    }
}

/// The day a report is looked at from: see [`report::report_date::as_of`].
#[must_use]
pub fn as_of(company: &Company, today: NaiveDate, asked: Option<NaiveDate>) -> NaiveDate {
    report::report_date::as_of(company.report_date.map(|(date, _)| date), today, asked)
}
