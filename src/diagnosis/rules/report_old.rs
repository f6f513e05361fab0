//! R1: a report says nothing of what came after it. Older than a month, it is time for the next.

use super::Found;
use crate::diagnosis::context::Context;
use crate::diagnosis::{Code, Detail, Finding, Why};

/// Days that a report may be old.
const FRESH_DAYS: i64 = 31;

/// One finding, if the report is old on the day on which somebody looks.
pub fn find(context: &Context<'_>) -> Found {
    let Some(report) = context.ask.report_date else { return Err(Why::ReportDate) };
    let days = (context.ask.today - report).num_days();
    Ok((days > FRESH_DAYS).then(|| Finding::of_file(Code::ReportOld, Detail::Days(days))).into_iter().collect())
}
