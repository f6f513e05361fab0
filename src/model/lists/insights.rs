//! The smaller downloads: Microsoft Learn activity, the skilling eligibility, and the performance of competencies.

use chrono::NaiveDate;

use super::row::{ListFile, Listed, Place};
use crate::report::{Code, Field, Source, values};

/// The Microsoft Learn download (MSLearn): modules and learning paths that people finished. They count for nothing (R5).
#[derive(Debug)]
pub struct Learning {
    file: ListFile,
}

/// A module or learning path that somebody finished.
#[derive(Clone, Copy, Debug)]
pub struct Learned<'l> {
    /// Who and where.
    pub who: Listed<'l>,
    /// Its title.
    pub title: &'l str,
    /// Module or learning path, as printed.
    pub kind: &'l str,
    /// When.
    pub completed: Option<NaiveDate>,
}

impl Learning {
    pub(super) fn new(file: ListFile) -> Learning {
        Learning { file }
    }

    /// The rows, as such.
    #[must_use]
    pub fn file(&self) -> &ListFile {
        &self.file
    }

    /// What was finished by the number of the row, 0-based.
    #[must_use]
    pub fn item(&self, row: usize) -> Learned<'_> {
        let who = self.file.row(row);
        Learned { who, title: who.text(Field::SkillName), kind: who.text(Field::SkillType), completed: who.date(Field::CompletionDate) }
    }

    /// All of it, in the file's order.
    pub fn items(&self) -> impl ExactSizeIterator<Item = Learned<'_>> {
        (0..self.file.len()).map(|row| self.item(row))
    }
}

/// How far a certification is towards a designation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CertificationLevel {
    /// Intermediate.
    Intermediate,
    /// Advanced.
    Advanced,
}

impl CertificationLevel {
    fn of(cell: &str) -> Option<CertificationLevel> {
        match cell.to_lowercase().as_str() {
            "intermediate" => Some(CertificationLevel::Intermediate),
            "advanced" => Some(CertificationLevel::Advanced),
            _ => None,
        }
    }
}

/// The skilling eligibility of the designations (R13). It names people by their names alone, so its rows are joined to nobody.
#[derive(Debug)]
pub struct Eligibility {
    file: ListFile,
}

/// A certification that counts for a designation, by Microsoft's own table.
#[derive(Clone, Copy, Debug)]
pub struct Eligible<'l> {
    /// Who, by name alone, and where.
    pub who: Listed<'l>,
    /// The certification.
    pub certification: &'l str,
    /// Intermediate or advanced; `None`: neither is printed.
    pub level: Option<CertificationLevel>,
    /// The solution area.
    pub area: &'l str,
    /// When it was earned.
    pub earned: Option<NaiveDate>,
    /// Its last day.
    pub expires: Option<NaiveDate>,
}

impl Eligibility {
    pub(super) fn new(file: ListFile, source: &mut Source) -> Eligibility {
        file.note_odd(Field::CertificationType, Code::BadLevel, source, |cell| CertificationLevel::of(cell).is_some());
        Eligibility { file }
    }

    /// The rows, as such.
    #[must_use]
    pub fn file(&self) -> &ListFile {
        &self.file
    }

    /// All of it, in the file's order.
    pub fn certifications(&self) -> impl ExactSizeIterator<Item = Eligible<'_>> {
        self.file.rows().map(|who| Eligible {
            who,
            certification: who.text(Field::SkillName),
            level: CertificationLevel::of(who.cell(Field::CertificationType)),
            area: who.text(Field::SolutionArea),
            earned: who.date(Field::CompletionDate),
            expires: who.date(Field::ExpirationDate),
        })
    }
}

/// The performance of competencies (CompetencyPerformanceRequirement).
#[derive(Debug)]
pub struct Performance {
    file: ListFile,
}

/// One figure of a competency's option in a month. Units are those of the metric; `None`: not said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Metric<'l> {
    /// The competency as printed.
    pub competency: &'l str,
    /// The option as printed.
    pub option: &'l str,
    /// The month as printed.
    pub month: &'l str,
    /// What is measured.
    pub name: &'l str,
    /// What the month adds.
    pub monthly: Option<f64>,
    /// Sum over the trailing twelve months.
    pub trailing: Option<f64>,
    /// Sum since the last anniversary.
    pub year: Option<f64>,
    /// What Gold asks.
    pub gold: Option<f64>,
    /// What Silver asks.
    pub silver: Option<f64>,
    /// Where it stands.
    pub place: Place<'l>,
}

const FIGURES: [Field; 5] =
    [Field::MonthlyContribution, Field::TrailingTotal, Field::YearTotal, Field::GoldThreshold, Field::SilverThreshold];

impl Performance {
    pub(super) fn new(file: ListFile, source: &mut Source) -> Performance {
        for field in FIGURES {
            file.note_odd(field, Code::BadNumber, source, |cell| figure(cell).is_some());
        }
        Performance { file }
    }

    /// The rows, as such.
    #[must_use]
    pub fn file(&self) -> &ListFile {
        &self.file
    }

    /// All figures, in the file's order.
    pub fn metrics(&self) -> impl ExactSizeIterator<Item = Metric<'_>> {
        self.file.rows().map(|row| {
            let [monthly, trailing, year, gold, silver] = FIGURES.map(|field| figure(row.cell(field)));
            Metric {
                competency: row.text(Field::CompetencyName),
                option: row.text(Field::OptionName),
                month: row.text(Field::Month),
                name: row.text(Field::MetricName),
                monthly,
                trailing,
                year,
                gold,
                silver,
                place: row.place(),
            }
        })
    }
}

/// A number as English downloads write it, or spreadsheets of other languages re-save it: `1,234.50`, `1 234,5`, `$ 12`.
fn figure(cell: &str) -> Option<f64> {
    if values::is_placeholder(cell) {
        return None;
    }
    let body: String = cell.trim_matches(['$', '€', '£', '%', ' ', '\u{a0}']).chars().filter(|c| !c.is_whitespace()).collect();
    let decimal = match (body.rfind(','), body.rfind('.')) {
        (Some(comma), Some(dot)) if comma > dot => ',',
        // Three digits behind a lone comma are thousands: the downloads are in English.
        (Some(comma), None) if body.len() - comma != 4 => ',',
        _ => '.',
    };
    let plain: String = body.chars().filter(|c| *c == decimal || !matches!(c, ',' | '.')).map(|c| if c == ',' { '.' } else { c }).collect();
    let is_number = plain.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+'));
    plain.parse().ok().filter(|_| is_number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("12", Some(12.0))]
    #[case("1,234.50", Some(1234.5))]
    #[case("1,234", Some(1234.0))]
    #[case("1.234,5", Some(1234.5))]
    #[case("1\u{a0}234,5", Some(1234.5))]
    #[case("$ 12.5", Some(12.5))]
    #[case("-3", Some(-3.0))]
    #[case("1,234,567", Some(1_234_567.0))]
    #[case("NaN", None)]
    #[case("N/A", None)]
    #[case("many", None)]
    #[case("", None)]
    fn figures_are_read(#[case] cell: &str, #[case] number: Option<f64>) {
        assert_eq!(figure(cell), number);
    }
}
