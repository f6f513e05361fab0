//! R1: a report says nothing of what came after it. Older than a month, it is time for the next.

use super::Found;
use crate::diagnosis::context::Context;
use crate::diagnosis::{Code, Detail, Finding, Why};
use crate::model::spans::RECENT_DAYS;

/// One finding, if the report is old on the day on which somebody looks.
pub fn find(context: &Context<'_>) -> Found {
    let Some(report) = context.ask.report_date else { return Err(Why::ReportDate) };
    let days = (context.ask.today - report).num_days();
    Ok((days > RECENT_DAYS).then(|| Finding::of_file(Code::ReportOld, Detail::Days(days))).into_iter().collect())
}
