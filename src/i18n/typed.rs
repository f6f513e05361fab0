//! Dates and numbers as people type them, in the language of the program.

use chrono::NaiveDate;

use super::{Lang, Texts};
use crate::text;

impl Texts {
    /// The date that somebody typed: `2026-09-15`, `15 Sep 2026`, `15 septembre 2026`, `15/09/2026` where the language (or
    /// the number) says which is the day; `None`: it is no date, or can be read in two ways.
    #[must_use]
    pub fn typed_date(&self, typed: &str) -> Option<NaiveDate> {
        let folded = text::fold(typed);
        let parts: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
        let [a, b, c] = parts.as_slice() else { return None };
        // 1er, 1st, 2nd
        let number = |part: &str| {
            ["er", "st", "nd", "rd", "th"].iter().fold(part, |part, end| part.strip_suffix(end).unwrap_or(part)).parse::<u32>().ok()
        };
        let date = |year: &str, month: Option<u32>, day: Option<u32>| {
            // A year of two digits could be any: nobody is to guess at an anniversary.
            let year = year.parse().ok().filter(|_| year.len() == 4)?;
            NaiveDate::from_ymd_opt(year, month?, day?)
        };
        if a.len() == 4 {
            return date(a, number(b).or_else(|| month(b)), number(c));
        }
        match (number(a), number(b)) {
            (Some(day), None) => date(c, month(b), Some(day)),
            (None, Some(day)) => date(c, month(a), Some(day)),
            (Some(first), Some(second)) => {
                let day_first = || date(c, Some(second), Some(first));
                let month_first = || date(c, Some(first), Some(second));
                match self.lang {
                    Lang::Fr => day_first(),
                    // 03/04 means two days in English.
                    Lang::En if first > 12 || first == second => day_first(),
                    Lang::En if second > 12 => month_first(),
                    Lang::En => None,
                }
            }
            (None, None) => None,
        }
    }

    /// The number that somebody typed, with point or comma: `28`, `13.33`, `13,33`.
    #[must_use]
    pub fn typed_number(&self, typed: &str) -> Option<f64> {
        typed.trim().replace(',', ".").parse::<f64>().ok().filter(|number| number.is_finite())
    }
}

/// The month of a name in either language, short or long; folded.
fn month(name: &str) -> Option<u32> {
    let begins = |short: &str| {
        let short = text::fold(short);
        let short = short.trim_end_matches('.');
        name.starts_with(short) || name.len() >= 3 && short.starts_with(name)
    };
    let mut found: Vec<u32> =
        Lang::ALL.into_iter().flat_map(|lang| (1..=12).filter(move |number| begins(super::month(lang, *number)))).collect();
    found.sort_unstable();
    found.dedup();
    // jui: June or July.
    match found.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(Lang::En, "2026-09-15", Some("2026-09-15"))]
    #[case(Lang::En, " 15 Sep 2026 ", Some("2026-09-15"))]
    #[case(Lang::En, "September 15, 2026", Some("2026-09-15"))]
    #[case(Lang::En, "15 septembre 2026", Some("2026-09-15"))]
    #[case(Lang::En, "15/09/2026", Some("2026-09-15"))]
    #[case(Lang::En, "09/15/2026", Some("2026-09-15"))]
    #[case::two_ways(Lang::En, "03/04/2026", None)]
    #[case(Lang::En, "04/04/2026", Some("2026-04-04"))]
    #[case(Lang::Fr, "03/04/2026", Some("2026-04-03"))]
    #[case(Lang::Fr, "3.4.2026", Some("2026-04-03"))]
    #[case(Lang::Fr, "1 févr. 2026", Some("2026-02-01"))]
    #[case(Lang::Fr, "1er fev 2027", Some("2027-02-01"))]
    #[case(Lang::Fr, "3 jui 2027", None)]
    #[case(Lang::En, "2nd March 2027", Some("2027-03-02"))]
    #[case(Lang::Fr, "1 juin 2026", Some("2026-06-01"))]
    #[case(Lang::Fr, "1 juillet 2026", Some("2026-07-01"))]
    #[case(Lang::Fr, "1 août 2026", Some("2026-08-01"))]
    #[case(Lang::Fr, "31/02/2026", None)]
    #[case::short_year(Lang::Fr, "03/04/26", None)]
    #[case(Lang::Fr, "demain", None)]
    #[case(Lang::Fr, "", None)]
    #[case(Lang::Fr, "9999999999/1/2026", None)]
    fn dates_are_read_as_they_are_typed(#[case] lang: Lang, #[case] typed: &str, #[case] date: Option<&str>) {
        assert_eq!(Texts::new(lang).typed_date(typed), date.map(|d| d.parse().unwrap()));
    }

    #[test]
    fn every_date_is_read_as_it_is_shown() {
        for lang in Lang::ALL {
            let texts = Texts::new(lang);
            for day in NaiveDate::from_ymd_opt(2024, 1, 1).unwrap().iter_days().take(366) {
                assert_eq!(texts.typed_date(&texts.date(day)), Some(day));
                assert_eq!(texts.typed_date(&texts.date_column(day)), Some(day));
            }
        }
    }

    #[rstest]
    #[case("28", Some(28.0))]
    #[case("13,33", Some(13.33))]
    #[case(" 13.33 ", Some(13.33))]
    #[case("many", None)]
    #[case("inf", None)]
    fn numbers_are_read_as_they_are_typed(#[case] typed: &str, #[case] number: Option<f64>) {
        assert_eq!(Texts::new(Lang::Fr).typed_number(typed), number);
    }
}
