//! `catalog check`: what is wrong in a user's own files, by file, line and key.

use std::path::PathBuf;

use serde::Serialize;

use super::super::args::Format;
use super::super::json::{SCHEMA, text as json_text};
use super::super::rows::Rows;
use crate::catalog::programmes::Programmes;
use crate::catalog::{Problem, Reading, Severity, count, files_of, merge, read_own};
use crate::i18n::Texts;
use crate::{text, tr};

/// A file that was checked.
struct Checked {
    path: String,
    competencies: usize,
    designations: usize,
    problems: Vec<Problem>,
}

impl Checked {
    fn count(&self, severity: Severity) -> usize {
        count(&self.problems, severity)
    }
}

/// Checks files, each as an addition to the rules before it. Gives what to print, and what to say of files that cannot be
/// used.
///
/// # Errors
/// A message, when there are too many mistakes for a workbook.
pub fn check(files: &[String], base: &Programmes, format: Format, texts: &Texts) -> Result<(Vec<u8>, Vec<String>), String> {
    let mut all = base.clone();
    let mut checked = Vec::new();
    for path in files.iter().map(PathBuf::from) {
        match files_of(&path) {
            Err(problem) => checked.push(Checked { path: problem.file.clone(), competencies: 0, designations: 0, problems: vec![problem] }),
            Ok(found) => {
                for file in found {
                    let reading = read_own(&file, &all);
                    checked.push(of(file.display().to_string(), &reading));
                    if !reading.has_errors() {
                        all = merge(&all, reading.part);
                    }
                }
            }
        }
    }
    let failed = checked.iter().filter(|c| c.count(Severity::Error) > 0);
    let failed = failed.map(|c| tr!(texts, "catalog-check-failed", file = c.path.clone(), errors = c.count(Severity::Error))).collect();
    let bytes = format.pick(texts, || as_text(&checked, texts).into_bytes(), || as_json(&checked, texts), || rows(&checked, texts))?;
    Ok((bytes, failed))
}

fn of(path: String, reading: &Reading) -> Checked {
    let part = &reading.part;
    // A score belongs to a competency, named in the file or not.
    let scored = part.score_options.iter().map(|(id, _)| id).filter(|id| !part.competencies.iter().any(|c| c.id == **id));
    let scored: std::collections::BTreeSet<&String> = scored.collect();
    Checked {
        path,
        competencies: part.competencies.len() + scored.len(),
        designations: part.designations.len(),
        problems: reading.problems.clone(),
    }
}

fn as_text(checked: &[Checked], texts: &Texts) -> String {
    let mut out = String::new();
    for file in checked {
        for problem in &file.problems {
            let severity = texts.get(&format!("catalog-severity-{}", problem.severity().name()));
            let said = problem.trouble.message(texts);
            let parts = [problem.place(), severity, text::clean(&problem.key).into_owned(), said];
            let parts: Vec<&str> = parts.iter().filter(|p| !p.is_empty()).map(String::as_str).collect();
            out.push_str(&format!("{}\n", parts.join(": ")));
        }
        let counts = tr!(texts, "catalog-check-counts", errors = file.count(Severity::Error), warnings = file.count(Severity::Warning));
        let path = text::clean(&file.path).into_owned();
        let line = tr!(
            texts,
            "catalog-check-file",
            file = path,
            counts = counts,
            competencies = file.competencies,
            designations = file.designations,
        );
        out.push_str(&format!("{line}\n"));
    }
    out
}

#[derive(Serialize)]
struct Check {
    schema: u32,
    files: Vec<FileEntry>,
}

#[derive(Serialize)]
struct FileEntry {
    path: String,
    competencies: usize,
    designations: usize,
    errors: usize,
    warnings: usize,
    problems: Vec<ProblemEntry>,
}

#[derive(Serialize)]
struct ProblemEntry {
    severity: &'static str,
    code: &'static str,
    line: Option<usize>,
    key: Option<String>,
    message: String,
}

fn as_json(checked: &[Checked], texts: &Texts) -> Vec<u8> {
    let problem = |p: &Problem| ProblemEntry {
        severity: p.severity().name(),
        code: p.trouble.code(),
        line: p.line,
        key: Some(p.key.clone()).filter(|key| !key.is_empty()),
        message: p.trouble.message(texts),
    };
    let file = |c: &Checked| FileEntry {
        path: c.path.clone(),
        competencies: c.competencies,
        designations: c.designations,
        errors: c.count(Severity::Error),
        warnings: c.count(Severity::Warning),
        problems: c.problems.iter().map(problem).collect(),
    };
    json_text(&Check { schema: SCHEMA, files: checked.iter().map(file).collect() }).unwrap_or_default()
}

fn rows(checked: &[Checked], texts: &Texts) -> Rows {
    let rows = checked.iter().flat_map(|c| &c.problems).map(|p| {
        let line = p.line.map(|line| line.to_string()).unwrap_or_default();
        let (severity, code) = (p.severity().name().to_owned(), p.trouble.code().to_owned());
        vec![p.file.clone(), line, p.key.clone(), severity, code, p.trouble.message(texts)]
    });
    Rows::new("check", &["path", "line", "key", "severity", "code", "message"], rows).numbers(&["line"])
}
