//! What a command prints as a table: the same rows as csv, as a workbook and as a table of Markdown.

use chrono::NaiveDate;

use crate::export::csv;
use crate::export::grid::{Cell, Grid};
use crate::i18n::Texts;

/// A table of words, of which some columns hold numbers or days. Its headings are those that programs read.
pub struct Rows {
    name: &'static str,
    head: Vec<&'static str>,
    rows: Vec<Vec<String>>,
    numbers: &'static [&'static str],
    days: &'static [&'static str],
    markdown: Option<String>,
}

impl Rows {
    /// A table. `name`: what a workbook calls its sheet.
    #[must_use]
    pub fn new(name: &'static str, head: &[&'static str], rows: impl IntoIterator<Item = Vec<String>>) -> Rows {
        Rows { name, head: head.to_vec(), rows: rows.into_iter().collect(), numbers: &[], days: &[], markdown: None }
    }

    /// These columns hold numbers. Digits in any other are a name: an MCID stays as it is.
    #[must_use]
    pub fn numbers(self, columns: &'static [&'static str]) -> Rows {
        Rows { numbers: columns, ..self }
    }

    /// These columns hold days.
    #[must_use]
    pub fn days(self, columns: &'static [&'static str]) -> Rows {
        Rows { days: columns, ..self }
    }

    /// In Markdown it is no table but this.
    #[must_use]
    pub fn in_markdown(self, document: String) -> Rows {
        Rows { markdown: Some(document), ..self }
    }

    /// As csv.
    #[must_use]
    pub fn csv(self) -> Vec<u8> {
        csv::table(&self.head, self.rows).unwrap_or_default()
    }

    /// As Markdown.
    #[must_use]
    pub fn markdown(mut self, texts: &Texts) -> String {
        self.markdown.take().unwrap_or_else(|| self.grid().markdown(texts))
    }

    /// As a workbook of Excel.
    ///
    /// # Errors
    /// A message, when there are more rows than a sheet holds.
    pub fn xlsx(self, texts: &Texts) -> Result<Vec<u8>, String> {
        let name = self.name;
        self.grid().xlsx(name, texts.lang()).map_err(|error| error.message(texts))
    }

    fn grid(self) -> Grid {
        let kinds: Vec<(bool, bool)> = self.head.iter().map(|h| (self.numbers.contains(h), self.days.contains(h))).collect();
        let cell = |(text, (is_number, is_day)): (String, &(bool, bool))| match (is_number, is_day) {
            (true, _) => number(text),
            (_, true) => text.parse::<NaiveDate>().map_or_else(|_| Cell::of(text), Cell::Date),
            _ => Cell::of(text),
        };
        let rows = self.rows.into_iter().map(|row| row.into_iter().zip(&kinds).map(cell).collect()).collect();
        Grid { name: self.name.to_owned(), headers: self.head.iter().map(|h| (*h).to_owned()).collect(), rows }
    }
}

/// A count, or points with at most two decimals; what is neither stays text.
fn number(text: String) -> Cell {
    if let Ok(count) = text.parse::<u64>() {
        return Cell::Number(count);
    }
    match text.parse::<f64>().map(|points| (points * 100.0).round()) {
        // Exact well beyond what anybody counts.
        #[allow(clippy::cast_possible_truncation)]
        Ok(hundredths) if hundredths.abs() < 1e15 => Cell::Hundredths(hundredths as i64),
        _ => Cell::of(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use rstest::rstest;

    #[rstest]
    #[case("12", Cell::Number(12))]
    #[case("13.33", Cell::Hundredths(1333))]
    #[case("-4", Cell::Hundredths(-400))]
    #[case("", Cell::Nothing)]
    #[case("NaN", Cell::Text("NaN".to_owned()))]
    #[case("=1+1", Cell::Text("=1+1".to_owned()))]
    fn numbers_are_numbers(#[case] text: &str, #[case] cell: Cell) {
        assert_eq!(number(text.to_owned()), cell);
    }

    #[test]
    fn only_columns_that_are_said_to_be_hold_numbers_and_days() {
        let row = ["8000015", "7", "2027-02-03", "2027-02-03"].map(str::to_owned).to_vec();
        let rows = Rows::new("t", &["mcid", "need", "day", "name"], [row]).numbers(&["need"]).days(&["day"]);
        let day = NaiveDate::from_ymd_opt(2027, 2, 3).unwrap();
        let text = |said: &str| Cell::Text(said.to_owned());
        assert_eq!(rows.grid().rows, [vec![text("8000015"), Cell::Number(7), Cell::Date(day), text("2027-02-03")]]);
    }

    #[test]
    fn a_document_takes_the_place_of_the_table() {
        let rows = Rows::new("t", &["a"], [vec!["x".to_owned()]]);
        assert_eq!(rows.in_markdown("# x\n".to_owned()).markdown(&Texts::new(Lang::En)), "# x\n");
    }
}
