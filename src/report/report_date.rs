//! The day of a report and the day it is looked at from.

use chrono::{DateTime, Days, Local, NaiveDate};

use super::read::Source;

/// Where the date of a report was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFrom {
    /// Given by the user.
    Option,
    /// The document's creation.
    Created,
    /// The document's last change.
    Modified,
    /// A date in the file's name.
    FileName,
    /// The time of the file.
    FileTime,
}

impl DateFrom {
    /// The word used in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            DateFrom::Option => "option",
            DateFrom::Created => "document-created",
            DateFrom::Modified => "document-modified",
            DateFrom::FileName => "file-name",
            DateFrom::FileTime => "file-time",
        }
    }
}

/// The first ISO date (`2021-05-19`, `20210519`) in a file's name.
#[must_use]
pub fn date_in_name(name: &str) -> Option<NaiveDate> {
    let bytes = name.as_bytes();
    let digits = |range: std::ops::Range<usize>| name.get(range).filter(|s| s.bytes().all(|b| b.is_ascii_digit()));
    let lone =
        |start: usize, end: usize| (start == 0 || !bytes[start - 1].is_ascii_digit()) && bytes.get(end).is_none_or(|b| !b.is_ascii_digit());
    (0..bytes.len()).find_map(|at| {
        let year = digits(at..at + 4)?;
        let separated = matches!(bytes.get(at + 4), Some(b'-' | b'_' | b'.'));
        let (month, day, end) = if separated {
            (digits(at + 5..at + 7)?, digits(at + 8..at + 10).filter(|_| bytes[at + 7] == bytes[at + 4])?, at + 10)
        } else {
            (digits(at + 4..at + 6)?, digits(at + 6..at + 8)?, at + 8)
        };
        let date = NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
        (lone(at, end) && ("1990".."2200").contains(&year)).then_some(date)
    })
}

/// The report's date: the document's properties (unless older than the newest skill in it), a date in the file's name,
/// the file's time; `asked` overrides.
#[must_use]
pub fn report_date(source: &Source, newest_skill: Option<NaiveDate>, asked: Option<NaiveDate>) -> Option<(NaiveDate, DateFrom)> {
    let believable = |date: &NaiveDate| newest_skill.is_none_or(|newest| *date >= newest);
    let name = source.path.rsplit(['/', '\\']).next().unwrap_or(&source.path);
    let file_time = source.stamp.and_then(|(_, time)| time).map(|time| DateTime::<Local>::from(time).date_naive());
    asked
        .map(|d| (d, DateFrom::Option))
        .or(source.created.filter(believable).map(|d| (d, DateFrom::Created)))
        .or(source.modified.filter(believable).map(|d| (d, DateFrom::Modified)))
        .or(date_in_name(name).map(|d| (d, DateFrom::FileName)))
        .or(file_time.map(|d| (d, DateFrom::FileTime)))
}

/// Reports up to this age are looked at from today.
pub const FRESH_DAYS: u64 = 90;

/// The day a report is looked at from: `asked`, else today when the report is at most 90 days old, else its own date.
#[must_use]
pub fn as_of(report_date: Option<NaiveDate>, today: NaiveDate, asked: Option<NaiveDate>) -> NaiveDate {
    let fresh = |date: NaiveDate| date.checked_add_days(Days::new(FRESH_DAYS)).is_none_or(|end| end >= today);
    asked.unwrap_or_else(|| report_date.filter(|d| !fresh(*d)).unwrap_or(today))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[rstest]
    #[case("skills-2021-05-19.xlsx", Some("2021-05-19"))]
    #[case("Export_trainings_20260915_4411.csv", Some("2026-09-15"))]
    #[case("report 2021.05.19 (1).csv", Some("2021-05-19"))]
    #[case("id-120210519.csv", None)]
    #[case("2021-13-19.csv", None)]
    #[case("report.csv", None)]
    #[case("été-2021-05-19é.csv", Some("2021-05-19"))]
    fn dates_in_names(#[case] name: &str, #[case] date: Option<&str>) {
        assert_eq!(date_in_name(name), date.map(day));
    }

    #[rstest]
    #[case(Some("2026-09-15"), None, "2026-11-23")]
    #[case(Some("2026-08-25"), None, "2026-11-23")]
    #[case(Some("2026-08-24"), None, "2026-08-24")]
    #[case(Some("2021-05-19"), None, "2021-05-19")]
    #[case(None, None, "2026-11-23")]
    #[case(Some("2021-05-19"), Some("2021-06-01"), "2021-06-01")]
    fn old_reports_are_looked_at_from_their_own_day(#[case] report: Option<&str>, #[case] asked: Option<&str>, #[case] as_of_day: &str) {
        assert_eq!(as_of(report.map(day), day("2026-11-23"), asked.map(day)), day(as_of_day));
    }
}
