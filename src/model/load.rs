//! Several files at once: the newest report is current, older ones are history, everything else is named. A skills report and
//! a TrainingCompletions of one company and about one day are one report ([`super::both`]).

use std::cmp::Reverse;
use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;

use super::lists::{Beside, Facts, Joined, Lists, name_accounts};
use super::{Company, Given, Held, both, build, history};
use crate::catalog::Catalog;
use crate::report::{self, Input, Kind, Options, Progress, ReadError, Source, Trouble};

/// A report with the file it came from, or both.
#[derive(Clone, Debug)]
pub struct Report {
    /// The file, to read rows of it again.
    input: Input,
    /// The other one, where a skills report and a TrainingCompletions are joined.
    second: Option<Input>,
    /// What it says.
    pub company: Arc<Company>,
    /// The people of the lists among those of this report.
    pub joined: Arc<Joined>,
}

impl Report {
    /// A report of one file, to which no list is joined.
    #[must_use]
    pub fn new(input: Input, company: Arc<Company>) -> Report {
        Report { input, second: None, company, joined: Arc::default() }
    }

    /// The file of a number of [`Company::sources`].
    #[must_use]
    pub fn input(&self, file: u32) -> &Input {
        self.second.as_ref().filter(|_| file == 1).unwrap_or(&self.input)
    }

    /// The path of the first file.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.input.path
    }

    /// Whether it comes from a file.
    #[must_use]
    pub fn is_of(&self, path: &str) -> bool {
        std::iter::once(&self.input).chain(&self.second).any(|input| input.path == path)
    }

    /// The names of its files.
    #[must_use]
    pub fn name(&self) -> String {
        let names = std::iter::once(&self.input).chain(&self.second).map(Input::name);
        names.collect::<Vec<_>>().join(" + ")
    }
}

/// What was opened.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The reports, newest first.
    pub reports: Vec<Report>,
    /// The files that are no reports, with how they were understood.
    pub others: Vec<Source>,
    /// The competencies that the company holds by a history among the files (R11), by competency and level.
    pub history: Vec<Held>,
    /// What the other files say of the people and of the company.
    pub lists: Lists,
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
    let mut companies = Vec::new();
    for input in inputs {
        for (input, named) in expand(input) {
            match report::read(&input, options, progress) {
                Ok(reading) if reading.source.kind.is_report() => {
                    companies.push((input, build(reading, catalog, given)));
                }
                Ok(mut reading) => {
                    if reading.source.kind == Kind::CompetencyHistory {
                        held.extend(history::read(&mut reading, crate::catalog::programmes()));
                    }
                    let source = loaded.lists.add(reading, loaded.others.len());
                    loaded.others.push(source);
                }
                Err(error) if named || error.trouble == Trouble::Cancelled => return Err(error),
                Err(error) => loaded.refused.push(error),
            }
        }
    }
    let mut reports: Vec<(Input, Option<Input>, Company)> = Vec::new();
    if let Some((a, b)) = to_join(&companies) {
        // The later one first, so that the other one keeps its place.
        let ((input, company), (other, second)) = (companies.remove(a.max(b)), companies.remove(a.min(b)));
        let (input, other) = if company.file(0).kind == Kind::TrainingCompletions { (other, input) } else { (input, other) };
        reports.push((input, Some(other), both::join(company, second)));
    }
    reports.extend(companies.into_iter().map(|(input, company)| (input, None, company)));
    for (input, second, mut company) in reports {
        name_accounts(&mut company, &loaded.lists);
        let joined = Arc::new(Joined::new(&loaded.lists, &company));
        loaded.reports.push(Report { input, second, company: Arc::new(company), joined });
    }
    for (field, header) in &options.map {
        let used = |source: &&Source| source.column(*field).is_some_and(|c| c.how == Some(report::vocabulary::How::User));
        if let (Some(first), false) = (loaded.reports.first(), loaded.sources().iter().any(used)) {
            let trouble = Trouble::NoSuchHeader { field: *field, header: header.clone() };
            return Err(ReadError::new(&first.input.path, trouble));
        }
    }
    loaded.history = history::newest(held);
    // Files of one day stay in the order in which they were given.
    loaded.reports.sort_by_key(|r| Reverse(r.company.report_date.map(|(date, _)| date)));
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

/// The places of the skills report and the TrainingCompletions that are one report: of those of one company that are at most
/// [`both::MOST_DAYS`] apart the newest with the one nearest to it, in whatever order they were given.
fn to_join(companies: &[(Input, Company)]) -> Option<(usize, usize)> {
    let date = |company: &Company| company.report_date.map(|(date, _)| date);
    let mut pairs = Vec::new();
    for (b, (of_b, second)) in companies.iter().enumerate() {
        for (a, (of_a, first)) in companies[..b].iter().enumerate().filter(|(_, (_, first))| both::may_be_joined(first, second)) {
            // What has no date may be of any day, and comes after what has one.
            let apart = date(first).zip(date(second)).map_or(i64::MAX, |(a, b)| (a - b).num_days().abs());
            let newest = date(first).max(date(second));
            let mut paths = [of_a.path.as_str(), of_b.path.as_str()];
            paths.sort_unstable();
            if apart <= both::MOST_DAYS || apart == i64::MAX {
                pairs.push((Reverse(newest), apart, paths, (a, b)));
            }
        }
    }
    pairs.sort_unstable();
    let is_one = |(a, b): &(usize, usize)| companies.get(*a).zip(companies.get(*b)).is_some_and(|(a, b)| both::are_one(&a.1, &b.1));
    pairs.into_iter().map(|(.., places)| places).find(is_one)
}

impl Loaded {
    /// The newest report.
    #[must_use]
    pub fn current(&self) -> Option<&Report> {
        self.reports.first()
    }

    /// What the lists say of the accounts of a report, by its number.
    #[must_use]
    pub fn facts(&self, report: usize) -> Facts {
        self.reports.get(report).map_or_else(Facts::default, |r| Facts::of(&self.lists, &r.joined, &r.company))
    }

    /// The lists beside a report, by its number, with whom they are about.
    #[must_use]
    pub fn beside(&self, report: usize) -> Option<Beside<'_>> {
        self.reports.get(report).map(|r| Beside { lists: &self.lists, joined: &r.joined })
    }

    /// Every file that was understood, reports first; of one that was made of two files both.
    #[must_use]
    pub fn sources(&self) -> Vec<&Source> {
        self.reports.iter().flat_map(|r| r.company.sources()).chain(&self.others).collect()
    }
}

/// The day a report is looked at from: see [`report::report_date::as_of`].
#[must_use]
pub fn as_of(company: &Company, today: NaiveDate, asked: Option<NaiveDate>) -> NaiveDate {
    report::report_date::as_of(company.report_date.map(|(date, _)| date), today, asked)
}
