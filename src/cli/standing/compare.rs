//! `standing --compare`: two versions of the rules applied to the same people.

use serde::Serialize;

use super::{Asked, once_each, versions};
use crate::cli::args::Format;
use crate::cli::json::{SCHEMA, Who, text as as_text};
use crate::cli::rows::Rows;
use crate::export::standing::compared;
use crate::standing::{MetricChange, compare, rounded};
use crate::{text, tr};

#[derive(Serialize)]
struct Printed {
    schema: u32,
    compare: Compared,
}

#[derive(Serialize)]
struct Compared {
    as_of: chrono::NaiveDate,
    old: String,
    new: String,
    metrics: Vec<Metric>,
}

#[derive(Serialize)]
struct Metric {
    id: String,
    metric: String,
    track: String,
    points_before: Option<f64>,
    points_after: Option<f64>,
    no_longer: Vec<Who>,
    newly: Vec<Who>,
}

/// Prints it.
///
/// # Errors
/// A message, when one of the ids is no version of designations.
pub fn print(asked: &Asked<'_>, old: &str, new: &str, format: Format) -> Result<Vec<u8>, String> {
    let (company, texts) = (asked.view.company, asked.view.texts);
    for id in [old, new] {
        if !versions(asked.programmes).any(|known| known.eq_ignore_ascii_case(id.trim())) {
            let there = once_each(versions(asked.programmes));
            return Err(tr!(texts, "standing-nothing-to-compare", id = text::clean(id).into_owned(), there = there));
        }
    }
    let mut question = asked.question.clone();
    question.track = asked.ask.track.map(Into::into).or(question.track);
    let before = asked.stand(&question, &asked.rules_of(old)?);
    let after = asked.stand(&question, &asked.rules_of(new)?);
    let changes = compare(&before, &after);
    let account = |person: &u32| company.accounts_of(*person).first().copied().unwrap_or(0);
    let names = |people: &[u32]| people.iter().map(|p| company.label(company.account(account(p)))).collect::<Vec<_>>().join(", ");
    let as_words = || super::words::page(&compared(company, &before, &after, (old, new), texts)).into_bytes();
    let who = |people: &[u32]| people.iter().map(|p| Who::new(company, account(p))).collect();
    let metric = |change: &MetricChange| Metric {
        id: change.designation.clone(),
        metric: change.metric.clone(),
        track: change.track.clone(),
        points_before: change.before.map(rounded),
        points_after: change.after.map(rounded),
        no_longer: who(&change.lost),
        newly: who(&change.gained),
    };
    let as_json = || {
        let metrics = changes.iter().map(metric).collect();
        let compare = Compared { as_of: question.as_of, old: old.trim().to_owned(), new: new.trim().to_owned(), metrics };
        as_text(&Printed { schema: SCHEMA, compare }).unwrap_or_default()
    };
    let as_rows = || {
        let points = |points: Option<f64>| points.map(|p| rounded(p).to_string()).unwrap_or_default();
        let rows = changes.iter().map(|c| {
            vec![
                c.designation.clone(),
                c.metric.clone(),
                c.track.clone(),
                points(c.before),
                points(c.after),
                names(&c.lost),
                names(&c.gained),
            ]
        });
        let head = ["id", "metric", "track", "points_before", "points_after", "no_longer", "newly"];
        Rows::new("compare", &head, rows).numbers(&["points_before", "points_after"])
    };
    format.pick(texts, as_words, as_json, as_rows)
}
