//! Numbers and days that a filter asks for: `>3`, `<90d`, `2021-03`.

use chrono::{Days, Months, NaiveDate};

use crate::text;

/// How a number is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compare {
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `=` or nothing.
    Equal,
    /// `>=`
    AtLeast,
    /// `>`
    More,
}

impl Compare {
    /// Whether `value` stands so to `bound`.
    #[must_use]
    pub fn holds<T: PartialOrd>(self, value: T, bound: T) -> bool {
        match self {
            Compare::Less => value < bound,
            Compare::AtMost => value <= bound,
            Compare::Equal => value == bound,
            Compare::AtLeast => value >= bound,
            Compare::More => value > bound,
        }
    }
}

/// A span of days, both ends included; `None` is open. `never`: only what has no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// No date at all.
    Never,
    /// From, to.
    Between(Option<NaiveDate>, Option<NaiveDate>),
}

pub(super) fn comparison(value: &str) -> (Compare, &str) {
    for (sign, compare) in
        [("<=", Compare::AtMost), (">=", Compare::AtLeast), ("<", Compare::Less), (">", Compare::More), ("=", Compare::Equal)]
    {
        if let Some(rest) = value.strip_prefix(sign) {
            return (compare, text::trim(rest));
        }
    }
    (Compare::Equal, value)
}

pub(super) fn number(value: &str) -> Option<(Compare, usize)> {
    let (compare, rest) = comparison(value);
    Some((compare, rest.parse().ok()?))
}

/// A date condition as a span of days. `<90d` of an expiry: from `as_of` on, so that what has expired is not among it;
/// of a completion: the last 90 days.
pub(super) fn when(value: &str, as_of: NaiveDate, ahead: bool) -> Option<When> {
    let (compare, rest) = comparison(value);
    // A number alone is one of days, where it cannot be a year.
    let days = (rest.len() < value.len() && rest.len() < 4 && !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()))
        .then(|| format!("{rest}d"));
    if let Some(edge) = relative(days.as_deref().unwrap_or(rest), as_of, ahead) {
        let within = matches!(compare, Compare::Less | Compare::AtMost | Compare::Equal);
        return Some(match (ahead, within) {
            (true, true) => When::Between(Some(as_of), Some(edge)),
            (true, false) => When::Between(edge.succ_opt(), None),
            (false, true) => When::Between(Some(edge), Some(as_of)),
            (false, false) => When::Between(None, edge.pred_opt()),
        });
    }
    let (first, last) = day_span(rest)?;
    Some(match compare {
        Compare::Less => When::Between(None, first.pred_opt()),
        Compare::AtMost => When::Between(None, Some(last)),
        Compare::Equal => When::Between(Some(first), Some(last)),
        Compare::AtLeast => When::Between(Some(first), None),
        Compare::More => When::Between(last.succ_opt(), None),
    })
}

/// `90d`, `6m`, `1y` from a day.
fn relative(value: &str, as_of: NaiveDate, ahead: bool) -> Option<NaiveDate> {
    let unit = value.chars().next_back()?;
    let count: u32 = value[..value.len() - unit.len_utf8()].parse().ok()?;
    let months = |m: u32| if ahead { as_of.checked_add_months(Months::new(m)) } else { as_of.checked_sub_months(Months::new(m)) };
    match unit {
        'd' | 'j' => {
            let days = Days::new(u64::from(count));
            if ahead { as_of.checked_add_days(days) } else { as_of.checked_sub_days(days) }
        }
        'w' | 's' => {
            let days = Days::new(u64::from(count) * 7);
            if ahead { as_of.checked_add_days(days) } else { as_of.checked_sub_days(days) }
        }
        'm' => months(count),
        'y' | 'a' => months(count.checked_mul(12)?),
        _ => None,
    }
}

/// A year, month or day, as its first and last day.
pub(super) fn day_span(value: &str) -> Option<(NaiveDate, NaiveDate)> {
    let mut parts = value.splitn(3, '-');
    let year: i32 = parts.next().filter(|y| y.len() == 4)?.parse().ok()?;
    let month = parts.next().map(|m| m.parse::<u32>().ok());
    let day = parts.next().map(|d| d.parse::<u32>().ok());
    match (month, day) {
        (None, _) => Some((NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?)),
        (Some(month), None) => {
            let first = NaiveDate::from_ymd_opt(year, month?, 1)?;
            Some((first, first.checked_add_months(Months::new(1))?.pred_opt()?))
        }
        (Some(month), Some(day)) => {
            let date = NaiveDate::from_ymd_opt(year, month?, day?)?;
            Some((date, date))
        }
    }
}
