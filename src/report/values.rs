//! What the cells say: dates, lists, ids. Everything here is a pure function of the cell's text.

use std::borrow::Cow;

use chrono::{Days, NaiveDate};
use serde::Serialize;

use crate::text;

/// The kinds of skill (domain: exam, certification, assessment).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SkillType {
    /// An exam passed.
    Exam,
    /// A certification held.
    Certification,
    /// An assessment of Partner University.
    Assessment,
    /// Anything else, or not said.
    Other,
}

impl SkillType {
    /// The word used in JSON and in the filter language.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            SkillType::Exam => "exam",
            SkillType::Certification => "certification",
            SkillType::Assessment => "assessment",
            SkillType::Other => "other",
        }
    }
}

/// Whether a cell is a way of writing "nothing": `-`, `N/A`, `none`.
#[must_use]
pub fn is_placeholder(cell: &str) -> bool {
    let cell = text::trim(cell);
    // Asked of every address of a large file: a look at the first letter spares nearly all of them the rest.
    let first = cell.chars().next().and_then(|c| c.to_lowercase().next());
    cell.chars().all(|c| !c.is_alphanumeric())
        || matches!(first, Some('n' | '#' | 'u' | 'a'))
            && ["n/a", "na", "#n/a", "none", "null", "nil", "unknown", "not available", "aucun", "néant"]
                .contains(&cell.to_lowercase().as_str())
}

/// The MCID as text: `8000015.0`, `8.000015E6` and `8,000,015` are the same id. `None` for a placeholder such as `0`.
#[must_use]
pub fn mcid(cell: &str) -> Option<Cow<'_, str>> {
    let cell = text::trim(cell);
    if cell.bytes().all(|b| b.is_ascii_digit()) {
        return (!cell.bytes().all(|b| b == b'0')).then_some(Cow::Borrowed(cell));
    }
    if is_placeholder(cell) {
        return None;
    }
    let digits: String = cell.chars().filter(|c| !matches!(c, ',' | ' ' | '\'' | '’' | '\u{a0}' | '\u{202f}')).collect();
    if digits.bytes().all(|b| b.is_ascii_digit()) {
        return mcid(&digits).map(|id| Cow::Owned(id.into_owned()));
    }
    // Numbers that a spreadsheet turned into text.
    if cell.contains(['.', 'e', 'E'])
        && let Ok(number) = cell.parse::<f64>()
        && number.fract() == 0.0
        && (0.0..1e15).contains(&number)
    {
        return mcid(&format!("{number:.0}")).map(|id| Cow::Owned(id.into_owned()));
    }
    Some(Cow::Borrowed(cell))
}

/// The entries of a *Relevant for …* cell, as printed (R2): separated by `;` `,` `|` or a line break outside parentheses.
#[must_use]
pub fn relevant_entries(cell: &str) -> Vec<&str> {
    let mut entries = Vec::new();
    let (mut depth, mut start) = (0usize, 0usize);
    for (at, c) in cell.char_indices() {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            ';' | '；' | ',' | '，' | '、' | '|' | '\n' | '\r' if depth == 0 => {
                entries.push(&cell[start..at]);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    entries.push(&cell[start..]);
    // A parenthesis that is never closed must not swallow the entries behind it.
    if depth > 0 {
        entries = cell.split([';', '|', '\n', '\r']).collect();
    }
    entries.into_iter().map(text::trim).filter(|e| !e.is_empty() && !is_placeholder(e)).collect()
}

/// Splits `Competency (Option)` at its last balanced parenthesis. The option is `None` where there is none.
#[must_use]
pub fn competency_and_option(entry: &str) -> (&str, Option<&str>) {
    let entry = text::trim(entry);
    if !entry.ends_with([')', '）']) {
        return (entry, None);
    }
    let mut depth = 0usize;
    for (at, c) in entry.char_indices().rev() {
        match c {
            ')' | '）' => depth += 1,
            '(' | '（' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    let option = &entry[at + c.len_utf8()..entry.len() - entry.chars().next_back().map_or(0, char::len_utf8)];
                    let competency = text::trim(&entry[..at]);
                    return if competency.is_empty() { (entry, None) } else { (competency, Some(text::trim(option))) };
                }
            }
            _ => {}
        }
    }
    (entry, None)
}

/// What a date cell says before the order of day and month is decided for its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateCell {
    /// No date: empty, a placeholder, or a date that stands for "never" (1900, 9999).
    Empty,
    /// A date that can be read in one way only.
    Day(NaiveDate),
    /// Two numbers and a year.
    Parts(u32, u32, i32),
    /// Not a date.
    Bad,
}

/// Which of two numbers is the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOrder {
    /// `19/05/2021`
    DayFirst,
    /// `05/19/2021`
    MonthFirst,
}

/// Reads a date cell. A bare number is an Excel serial, counted from 1904 where the workbook says so.
#[must_use]
pub fn date_cell(cell: &str, from_1904: bool) -> DateCell {
    let cell = text::trim(cell);
    if is_placeholder(cell) {
        return DateCell::Empty;
    }
    if let Ok(number) = cell.replace(',', ".").parse::<f64>() {
        return date_of_number(cell, number, from_1904);
    }
    let groups = groups(cell);
    let mut rest = groups.as_slice();
    // A weekday may stand in front.
    if let [Group::Word(word), Group::Number(..) | Group::Word(_), ..] = rest
        && month_of(word).is_none()
    {
        rest = &rest[1..];
    }
    let (found, time) = match rest {
        [Group::Number(y, 4), Group::Number(m, _), Group::Number(d, _), time @ ..] => (day(*y, *m, *d), time),
        [Group::Number(d, 1..=2), Group::Word(m), Group::Number(y, 2 | 4), time @ ..] => {
            (month_of(m).map_or(DateCell::Bad, |m| day(full_year(*y), m, *d)), time)
        }
        [Group::Word(m), Group::Number(d, 1..=2), Group::Number(y, 2 | 4), time @ ..] => {
            (month_of(m).map_or(DateCell::Bad, |m| day(full_year(*y), m, *d)), time)
        }
        [Group::Number(a, 1..=2), Group::Number(b, 1..=2), Group::Number(y, 2 | 4), time @ ..] => match (a, b) {
            (1..=31, 1..=12) | (1..=12, 1..=31) => (never_or(DateCell::Parts(*a, *b, full_year(*y) as i32), full_year(*y)), time),
            _ => (DateCell::Bad, time),
        },
        _ => (DateCell::Bad, rest),
    };
    if time.iter().all(Group::may_be_time) { found } else { DateCell::Bad }
}

impl DateCell {
    /// The date, once the order of day and month is known. `None`: empty, or impossible in that order.
    #[must_use]
    pub fn resolve(self, order: DayOrder) -> Option<NaiveDate> {
        match (self, order) {
            (DateCell::Day(date), _) => Some(date),
            (DateCell::Parts(d, m, y), DayOrder::DayFirst) | (DateCell::Parts(m, d, y), DayOrder::MonthFirst) => {
                NaiveDate::from_ymd_opt(y, m, d)
            }
            _ => None,
        }
    }
}

#[derive(Debug, PartialEq)]
enum Group<'a> {
    /// Value and number of digits.
    Number(u32, usize),
    Word(&'a str),
}

impl Group<'_> {
    fn may_be_time(&self) -> bool {
        match self {
            Group::Number(..) => true,
            Group::Word(word) => ["t", "z", "am", "pm", "a", "p", "m", "h", "utc", "gmt", "à"].contains(&word.to_lowercase().as_str()),
        }
    }
}

/// Runs of digits and runs of letters; what stands between them does not matter, nor do the CJK signs for year, month, day.
fn groups(cell: &str) -> Vec<Group<'_>> {
    let class = |c: char| {
        if c.is_ascii_digit() {
            1
        } else if c.is_alphabetic() && !matches!(c, '年' | '月' | '日' | '년' | '월' | '일') {
            2
        } else {
            0
        }
    };
    let mut out = Vec::new();
    let mut start = 0;
    let mut last = 0;
    let mut push = |from: usize, to: usize, kind: i32| match kind {
        1 => out.push(Group::Number(cell[from..to].parse().unwrap_or(u32::MAX), to - from)),
        2 => out.push(Group::Word(&cell[from..to])),
        _ => {}
    };
    for (at, c) in cell.char_indices() {
        let kind = class(c);
        if kind != last {
            push(start, at, last);
            (start, last) = (at, kind);
        }
    }
    push(start, cell.len(), last);
    out
}

fn full_year(year: u32) -> u32 {
    if year < 100 { 2000 + year } else { year }
}

/// Years that programs write for "no date".
fn never_or(cell: DateCell, year: u32) -> DateCell {
    if (1980..2200).contains(&year) {
        cell
    } else if year <= 1901 || year >= 9000 {
        DateCell::Empty
    } else {
        DateCell::Bad
    }
}

fn day(y: u32, m: u32, d: u32) -> DateCell {
    let date = i32::try_from(y).ok().and_then(|y| NaiveDate::from_ymd_opt(y, m, d));
    date.map_or(DateCell::Bad, |date| never_or(DateCell::Day(date), y))
}

fn date_of_number(cell: &str, number: f64, from_1904: bool) -> DateCell {
    let digits = cell.bytes().all(|b| b.is_ascii_digit());
    if digits && cell.len() == 8 {
        let part = |range: std::ops::Range<usize>| cell[range].parse().unwrap_or(0);
        return day(part(0..4), part(4..6), part(6..8));
    }
    serial(number, from_1904).map_or(DateCell::Bad, DateCell::Day)
}

/// The day of an Excel serial number between 1980 and 2200; the fraction is the time of day.
#[must_use]
pub fn serial(number: f64, from_1904: bool) -> Option<NaiveDate> {
    let number = if from_1904 { number + 1462.0 } else { number };
    if !(29221.0..109_575.0).contains(&number) {
        return None;
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // in range, see above
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(number.floor() as u64))
}

/// The month of a name or abbreviation in English, French and their neighbours.
fn month_of(word: &str) -> Option<u32> {
    let word = text::fold(word);
    const STEMS: [&[&str]; 12] = [
        &["jan", "ene", "gen"],
        &["feb", "fev"],
        &["mar", "mrz"],
        &["apr", "avr", "abr"],
        &["may", "mai", "mag", "maj", "mei"],
        &["jun", "juin", "giu"],
        &["jul", "juil", "lug"],
        &["aug", "aou", "ago"],
        &["sep", "set"],
        &["oct", "okt", "ott", "out"],
        &["nov"],
        &["dec", "dez", "dic"],
    ];
    (1..).zip(STEMS).find(|(_, stems)| stems.iter().any(|stem| word.starts_with(stem))).map(|(month, _)| month)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    fn ymd(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[rstest]
    #[case("2021-05-19", 2021, 5, 19)]
    #[case("2021/5/9", 2021, 5, 9)]
    #[case("2018-12-25  23:07:22", 2018, 12, 25)]
    #[case("2018-12-25T23:07:22Z", 2018, 12, 25)]
    #[case("2018-12-25T23:07:22.123+02:00", 2018, 12, 25)]
    #[case("2021-05-19 24:00:00", 2021, 5, 19)]
    #[case("22 Aug 2021", 2021, 8, 22)]
    #[case("Nov 15, 2021", 2021, 11, 15)]
    #[case("15 févr. 2021", 2021, 2, 15)]
    #[case("1 juillet 2021", 2021, 7, 1)]
    #[case("Wed, 19 May 2021", 2021, 5, 19)]
    #[case("2021年5月19日", 2021, 5, 19)]
    #[case("20210519", 2021, 5, 19)]
    #[case("44335", 2021, 5, 19)]
    #[case("44335.75", 2021, 5, 19)]
    fn one_reading(#[case] cell: &str, #[case] y: i32, #[case] m: u32, #[case] d: u32) {
        assert_eq!(date_cell(cell, false), DateCell::Day(ymd(y, m, d)));
    }

    #[test]
    fn serials_count_from_1904_where_the_workbook_says_so() {
        assert_eq!(date_cell("42873", true), DateCell::Day(ymd(2021, 5, 19)));
    }

    #[rstest]
    #[case("19/05/2021", DayOrder::DayFirst, 2021, 5, 19)]
    #[case("05/19/2021 11:07:22 PM", DayOrder::MonthFirst, 2021, 5, 19)]
    #[case("3.4.21", DayOrder::DayFirst, 2021, 4, 3)]
    #[case("03-04-2021 10:00", DayOrder::MonthFirst, 2021, 3, 4)]
    fn two_readings(#[case] cell: &str, #[case] order: DayOrder, #[case] y: i32, #[case] m: u32, #[case] d: u32) {
        assert_eq!(date_cell(cell, false).resolve(order), Some(ymd(y, m, d)));
    }

    #[rstest]
    #[case("")]
    #[case("N/A")]
    #[case("–")]
    #[case("9999-12-31")]
    #[case("0001-01-01 00:00:00")]
    #[case("01/01/1900")]
    fn no_date(#[case] cell: &str) {
        assert_eq!(date_cell(cell, false), DateCell::Empty);
    }

    #[rstest]
    #[case("soon")]
    #[case("2021-13-40")]
    #[case("40/40/2021")]
    #[case("19 May 2021 (provisional)")]
    #[case("12")]
    #[case("1e300")]
    fn bad_dates(#[case] cell: &str) {
        assert_eq!(date_cell(cell, false), DateCell::Bad);
    }

    #[rstest]
    #[case("8000015", Some("8000015"))]
    #[case("8000015.0", Some("8000015"))]
    #[case("8.000015E6", Some("8000015"))]
    #[case("8,000,015", Some("8000015"))]
    #[case("0012345", Some("0012345"))]
    #[case(" AB-17 ", Some("AB-17"))]
    #[case("0", None)]
    #[case("-", None)]
    #[case("N/A", None)]
    #[case("", None)]
    fn mcids_are_text(#[case] cell: &str, #[case] id: Option<&str>) {
        assert_eq!(mcid(cell).as_deref(), id);
    }

    #[rstest]
    #[case("Cloud Platform (Azure Consumption); DevOps", &["Cloud Platform (Azure Consumption)", "DevOps"])]
    #[case("A (B, C (D)), E|F\nG", &["A (B, C (D))", "E", "F", "G"])]
    #[case("A (never closed; B", &["A (never closed", "B"])]
    #[case("N/A", &[])]
    #[case(" ; ;", &[])]
    fn relevant_cells_are_lists(#[case] cell: &str, #[case] entries: &[&str]) {
        assert_eq!(relevant_entries(cell), entries);
    }

    #[rstest]
    #[case("Cloud Platform (Azure Consumption)", "Cloud Platform", Some("Azure Consumption"))]
    #[case("A (B (C))", "A", Some("B (C)"))]
    #[case("Security", "Security", None)]
    #[case("(odd)", "(odd)", None)]
    #[case("能力（选项）", "能力", Some("选项"))]
    fn entries_have_a_competency_and_an_option(#[case] entry: &str, #[case] competency: &str, #[case] option: Option<&str>) {
        assert_eq!(competency_and_option(entry), (competency, option));
    }

    proptest! {
        #[test]
        fn no_cell_makes_the_readers_panic(cell in any::<String>()) {
            let _ = (date_cell(&cell, false), date_cell(&cell, true), mcid(&cell), is_placeholder(&cell));
            for entry in relevant_entries(&cell) {
                let _ = competency_and_option(entry);
            }
        }

        #[test]
        fn every_date_survives_its_printed_forms(days in 29_230u64..109_000) {
            let date = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap() + Days::new(days);
            for (form, order) in [("%Y-%m-%d", DayOrder::DayFirst), ("%d/%m/%Y", DayOrder::DayFirst), ("%m/%d/%Y", DayOrder::MonthFirst), ("%d %b %Y", DayOrder::DayFirst)] {
                prop_assert_eq!(date_cell(&date.format(form).to_string(), false).resolve(order), Some(date));
            }
        }
    }
}
