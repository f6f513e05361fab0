//! The rules that come with the program, and a user's own put into them.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use chrono::NaiveDate;

use super::problem::{Problem, Severity, Trouble};
use super::programmes::{Competency, CompetencyOption, Designation, ProgrammeRules, Programmes};
use super::read::{Part, Reading, read};

const COMPETENCIES: (&str, &str) = ("competencies.toml", include_str!("../../assets/catalog/competencies.toml"));
const DESIGNATIONS: (&str, &str) = ("designations.toml", include_str!("../../assets/catalog/designations.toml"));

/// No file of rules is larger: what is, is something else.
const MOST_BYTES: u64 = 1 << 20;

static EMBEDDED: OnceLock<(Programmes, Option<NaiveDate>)> = OnceLock::new();

/// Both programmes as they come with the program, read on first use.
#[must_use]
pub fn programmes() -> &'static Programmes {
    &embedded().0
}

/// The day on which the rules that come with the program were gathered.
#[must_use]
pub fn gathered() -> Option<NaiveDate> {
    embedded().1
}

fn embedded() -> &'static (Programmes, Option<NaiveDate>) {
    EMBEDDED.get_or_init(|| {
        let [competencies, designations] = read_embedded().map(|reading| reading.part);
        let gathered = competencies.gathered.min(designations.gathered);
        (together(competencies, designations), gathered)
    })
}

/// The files that come with the program, read and checked.
#[must_use]
pub fn read_embedded() -> [Reading; 2] {
    [COMPETENCIES, DESIGNATIONS].map(|(file, source)| read(file, source, None))
}

fn together(competencies: Part, designations: Part) -> Programmes {
    let (older, newer) = (&competencies.numbers, &designations.numbers);
    // A number that is missing is caught by a test; these are the values of R11 to R15.
    let rules = ProgrammeRules {
        retired_exam_months: older.retired_exam_months.unwrap_or(12),
        retired_certification_months: newer.retired_certification_months.unwrap_or(12),
        min_total_points: newer.min_total_points.unwrap_or(70.0),
        refresh_days: newer.refresh_days.unwrap_or(10),
        check_ahead_months: older.check_ahead_months.unwrap_or(3),
        renewal_window: older.renewal_window.unwrap_or((1, 30)),
        competencies_end: older.competencies_end,
        designations_start: newer.designations_start,
    };
    let none = Programmes { rules, designations: Vec::new(), competencies: Vec::new(), sources: Default::default() };
    merge(&merge(&none, competencies), designations)
}

/// Rules with those of a file put into them: an entry, option or version with an id that is there takes its place,
/// others are added.
#[must_use]
pub fn merge(base: &Programmes, part: Part) -> Programmes {
    let mut out = base.clone();
    out.sources.extend(part.sources);
    for designation in part.designations {
        match out.designations.iter_mut().find(|d| d.id == designation.id) {
            Some(there) => {
                let Designation { name, short, replaces, versions, .. } = designation;
                (there.name, there.short, there.replaces) = (name, short, replaces);
                versions.into_iter().for_each(|version| put(&mut there.versions, version, |v| &v.id));
                there.versions.sort_by_key(|v| v.validity.from);
            }
            None => out.designations.push(designation),
        }
    }
    for competency in part.competencies {
        match out.competencies.iter_mut().find(|c| c.id == competency.id) {
            Some(there) => {
                let Competency { name, area, maps_to, gap, options, .. } = competency;
                (there.name, there.area, there.maps_to, there.gap) = (name, area, maps_to, gap);
                options.into_iter().for_each(|option| put(&mut there.options, option, |o| &o.id));
            }
            None => out.competencies.push(competency),
        }
    }
    for (id, option) in part.score_options {
        if let Some(competency) = out.competencies.iter_mut().find(|c| c.id == id) {
            put(&mut competency.options, option, |o: &CompetencyOption| &o.id);
        }
    }
    out
}

fn put<T>(list: &mut Vec<T>, entry: T, id: impl Fn(&T) -> &String) {
    match list.iter_mut().find(|there| id(there) == id(&entry)) {
        Some(there) => *there = entry,
        None => list.push(entry),
    }
}

/// Rules with a user's own in them.
#[derive(Clone, Debug, PartialEq)]
pub struct WithOwn {
    /// All rules.
    pub programmes: Programmes,
    /// What has no effect in the user's files: warnings and notes.
    pub problems: Vec<Problem>,
}

/// The rules that come with the program with those of the user's files in them; a folder means every .toml in it. Of two
/// files the later one has the last word.
///
/// # Errors
/// Everything that is wrong, when a file cannot be used.
pub fn with_own(paths: &[PathBuf]) -> Result<WithOwn, Vec<Problem>> {
    let mut out = WithOwn { programmes: programmes().clone(), problems: Vec::new() };
    for path in paths {
        for file in files_of(path).map_err(|problem| vec![problem])? {
            let reading = read_own(&file, &out.programmes);
            let failed = reading.has_errors();
            out.problems.extend(reading.problems);
            if failed {
                return Err(out.problems);
            }
            out.programmes = merge(&out.programmes, reading.part);
        }
    }
    Ok(out)
}

/// The files that a path of the user's means: itself, or every .toml of a folder in the order of their names.
///
/// # Errors
/// When a folder cannot be looked into, or has none.
pub fn files_of(path: &Path) -> Result<Vec<PathBuf>, Problem> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let entries = std::fs::read_dir(path).and_then(Iterator::collect::<Result<Vec<_>, _>>).map_err(|e| unreadable(path, io(&e)))?;
    let is_toml = |p: &PathBuf| p.extension().is_some_and(|e| e.eq_ignore_ascii_case("toml")) && !p.is_dir();
    let mut files: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).filter(is_toml).collect();
    files.sort();
    if files.is_empty() { Err(unreadable(path, Trouble::EmptyFolder)) } else { Ok(files) }
}

/// Reads and checks a file of the user's own rules, which add to `base`.
#[must_use]
pub fn read_own(path: &Path, base: &Programmes) -> Reading {
    let failed = |trouble| Reading { part: Part::default(), problems: vec![unreadable(path, trouble)] };
    // What is no file has no size that can be asked for beforehand.
    let mut bytes = Vec::new();
    let read_bytes = std::fs::File::open(path).and_then(|file| file.take(MOST_BYTES + 1).read_to_end(&mut bytes));
    if bytes.len() as u64 > MOST_BYTES {
        return failed(Trouble::TooLarge(MOST_BYTES >> 10));
    }
    match read_bytes.map(|_| String::from_utf8(bytes)) {
        Ok(Ok(source)) => read(&path.display().to_string(), &source, Some(base)),
        Ok(Err(error)) => {
            let good = error.utf8_error().valid_up_to();
            let line = error.as_bytes()[..good].iter().filter(|b| **b == b'\n').count() + 1;
            let problem = Problem { line: Some(line), ..unreadable(path, Trouble::NotUtf8) };
            Reading { part: Part::default(), problems: vec![problem] }
        }
        Err(error) => failed(io(&error)),
    }
}

fn unreadable(path: &Path, trouble: Trouble) -> Problem {
    Problem { file: path.display().to_string(), line: None, key: String::new(), trouble }
}

fn io(error: &std::io::Error) -> Trouble {
    match error.kind() {
        std::io::ErrorKind::NotFound => Trouble::NotFound,
        std::io::ErrorKind::PermissionDenied => Trouble::NoPermission,
        _ => Trouble::Io(error.to_string()),
    }
}

/// How many of some problems are of a severity.
#[must_use]
pub fn count(problems: &[Problem], severity: Severity) -> usize {
    problems.iter().filter(|p| p.severity() == severity).count()
}

#[cfg(test)]
mod tests;
