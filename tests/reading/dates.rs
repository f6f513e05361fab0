//! Dates in every form in which they come, and the order of day and month.

use chrono::NaiveDate;
use rstest::rstest;
use rust_xlsxwriter::{Format, Worksheet, XlsxError};
use skilldeck::report::values::DayOrder;
use skilldeck::report::{Code, Field, Options};

use super::support::*;

const HEADINGS: &str = "MCID,Associated to PMC,Associated to PC,Skill Completion Date,Skill Expiration Date";

/// A report whose rows have these two dates.
fn dated(headings: &str, rows: &[(&str, &str)]) -> Made {
    let delimiter = if headings.contains(';') { ";" } else { "," };
    let mut text = format!("{headings}\n");
    for (earned, expires) in rows {
        text += &lines(&[&["8000015", "Yes", "No", earned, expires]], delimiter);
    }
    csv(&text)
}

#[rstest]
#[case::iso("2021-05-19")]
#[case::slashes("2021/5/19")]
#[case::with_time("2021-05-19 23:07:22")]
#[case::two_spaces("2021-05-19  23:07:22")]
#[case::iso_with_zone("2021-05-19T23:07:22Z")]
#[case::fraction_and_offset("2021-05-19T23:07:22.1234567+02:00")]
#[case::day_first("19/05/2021")]
#[case::day_first_with_time("19/05/2021 23:07")]
#[case::month_first("05/19/2021")]
#[case::american_with_time("5/19/2021 11:07:22 PM")]
#[case::dots("19.05.2021")]
#[case::short_year("19.05.21")]
#[case::english("19 May 2021")]
#[case::american("May 19, 2021")]
#[case::german("19. Mai 2021")]
#[case::french("19 mai 2021")]
#[case::japanese("2021年5月19日")]
#[case::korean("2021년 5월 19일")]
#[case::compact("20210519")]
#[case::serial("44335")]
#[case::serial_with_time("44335.9635")]
fn one_day_in_many_forms(#[case] printed: &str) {
    let reading = read_ok(&dated(HEADINGS, &[(printed, "")]));
    assert_eq!(date(&reading, Field::CompletionDate, 0).as_deref(), Some("2021-05-19"));
    assert_eq!(date(&reading, Field::ExpirationDate, 0), None);
    assert_eq!(said(&reading, Code::BadDate), Vec::<&_>::new());
}

#[rstest]
#[case("")]
#[case("-")]
#[case("N/A")]
#[case("9999-12-31")]
#[case("01/01/1900")]
#[case("0001-01-01T00:00:00")]
fn no_date_is_nothing_to_complain_about(#[case] printed: &str) {
    let reading = read_ok(&dated(HEADINGS, &[("2021-05-19", printed)]));
    assert_eq!(date(&reading, Field::ExpirationDate, 0), None);
    assert_eq!(said(&reading, Code::BadDate), Vec::<&_>::new());
}

#[test]
fn what_is_no_date_is_said_once_with_its_row() {
    let reading = read_ok(&dated(HEADINGS, &[("2021-05-19", ""), ("soon", ""), ("2021-02-30", ""), ("soon", "")]));
    let notes: Vec<_> = said(&reading, Code::BadDate).into_iter().map(|n| (n.value.as_str(), n.row, n.column, n.count)).collect();
    assert_eq!(notes, [("soon", Some(3), Some(3), 2), ("2021-02-30", Some(4), Some(3), 1)]);
    assert_eq!(date(&reading, Field::CompletionDate, 1), None);
    assert_eq!(reading.table.rows(), 4, "the rows are there all the same");
}

fn dates(reading: &skilldeck::report::Reading, field: Field) -> Vec<String> {
    (0..reading.table.rows()).map(|row| date(reading, field, row).unwrap_or_default()).collect()
}

#[test]
fn one_cell_decides_for_its_column() {
    let reading = read_ok(&dated(HEADINGS, &[("03/04/2021", ""), ("25/04/2021", "")]));
    assert_eq!(dates(&reading, Field::CompletionDate), ["2021-04-03", "2021-04-25"]);
    let reading = read_ok(&dated(HEADINGS, &[("03/04/2021", ""), ("04/25/2021", "")]));
    assert_eq!(dates(&reading, Field::CompletionDate), ["2021-03-04", "2021-04-25"]);
    assert_eq!(said(&reading, Code::AmbiguousDates), Vec::<&_>::new());
}

#[test]
fn each_column_has_its_own_order() {
    let reading = read_ok(&dated(HEADINGS, &[("03/04/2021", "03/04/2023"), ("25/04/2021", "04/25/2023")]));
    assert_eq!(dates(&reading, Field::CompletionDate), ["2021-04-03", "2021-04-25"]);
    assert_eq!(dates(&reading, Field::ExpirationDate), ["2023-03-04", "2023-04-25"]);
}

#[test]
fn a_column_without_proof_follows_the_other() {
    let reading = read_ok(&dated(HEADINGS, &[("03/04/2021", "31/12/2023")]));
    assert_eq!(dates(&reading, Field::CompletionDate), ["2021-04-03"]);
    assert_eq!(said(&reading, Code::AmbiguousDates), Vec::<&_>::new());
}

const FRENCH: &str = "MCID;Associée au PMC;Associée à l’Espace partenaires;Date d’achèvement;Date d’expiration de la compétence";

/// Without proof the usual order of the file's language is taken, and it is said.
#[rstest]
#[case::american(HEADINGS.to_owned(), "2021-03-04", "month-first")]
#[case::english_with_a_european_delimiter(HEADINGS.replace(',', ";"), "2021-04-03", "day-first")]
#[case::french(FRENCH.to_owned(), "2021-04-03", "day-first")]
fn an_ambiguous_column_is_said(#[case] headings: String, #[case] taken: &str, #[case] order: &str) {
    let made = dated(&headings, &[("03/04/2021", "")]);
    let reading = read_ok(&made);
    assert_eq!(dates(&reading, Field::CompletionDate), [taken]);
    let notes = said(&reading, Code::AmbiguousDates);
    assert_eq!((notes.len(), notes[0].column, notes[0].value.as_str()), (1, Some(3), order));
    // The same number twice is the same date in any order.
    assert_eq!(said(&read_ok(&dated(&headings, &[("04/04/2021", "")])), Code::AmbiguousDates), Vec::<&_>::new());
}

#[rstest]
#[case(DayOrder::DayFirst, "2021-04-03")]
#[case(DayOrder::MonthFirst, "2021-03-04")]
fn the_user_may_say_the_order(#[case] order: DayOrder, #[case] taken: &str) {
    let options = Options { day_order: Some(order), ..Options::default() };
    let reading = dated(FRENCH, &[("03/04/2021", "")]).read_with(&options).unwrap();
    assert_eq!(dates(&reading, Field::CompletionDate), [taken]);
    assert_eq!(said(&reading, Code::AmbiguousDates), Vec::<&_>::new());
}

#[test]
fn a_column_in_both_orders_is_said() {
    let reading = read_ok(&dated(HEADINGS, &[("25/04/2021", ""), ("04/25/2021", ""), ("03/04/2021", "")]));
    assert_eq!(dates(&reading, Field::CompletionDate)[..2], ["2021-04-25", "2021-04-25"]);
    assert_eq!(said(&reading, Code::MixedDates)[0].column, Some(3));
}

fn serials(sheet: &mut Worksheet, epoch: NaiveDate) -> Result<(), XlsxError> {
    put(sheet, 0, &[&HEADINGS.split(',').collect::<Vec<_>>()])?;
    let days = |date: (i32, u32, u32)| {
        let date = NaiveDate::from_ymd_opt(date.0, date.1, date.2).unwrap();
        f64::from(i32::try_from((date - epoch).num_days()).unwrap())
    };
    put(sheet, 1, &[&["8000015", "Yes", "No"], &["8000016", "Yes", "No"]])?;
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let moment = Format::new().set_num_format("m/d/yy h:mm");
    // Formatted as a date, as a date with time, as a number, and a number as text.
    sheet.write_number_with_format(1, 3, days((2021, 5, 19)), &day)?;
    sheet.write_number_with_format(1, 4, days((2023, 5, 19)) + 0.75, &moment)?;
    sheet.write_number(2, 3, days((2021, 5, 19)))?;
    sheet.write_string(2, 4, format!("{}", days((2023, 5, 19))))?;
    Ok(())
}

#[rstest]
#[case::from_1900(false)]
#[case::from_1904(true)]
fn serial_numbers(#[case] from_1904: bool) {
    let epoch = if from_1904 { NaiveDate::from_ymd_opt(1904, 1, 1) } else { NaiveDate::from_ymd_opt(1899, 12, 30) }.unwrap();
    let mut bytes = workbook(|book| serials(book.add_worksheet(), epoch));
    if from_1904 {
        bytes = rewritten(&bytes, "xl/workbook.xml", |xml| xml.replace("<workbookPr", "<workbookPr date1904=\"1\""));
    }
    let reading = read_ok(&file("report.xlsx", bytes));
    assert_eq!(dates(&reading, Field::CompletionDate), ["2021-05-19", "2021-05-19"]);
    assert_eq!(dates(&reading, Field::ExpirationDate), ["2023-05-19", "2023-05-19"]);
    assert_eq!(codes(&reading), [skilldeck::report::Code::ColumnMissing], "only Relevant is not there");
}

#[test]
fn the_span_of_a_file_is_that_of_its_completion_dates() {
    let reading = read_ok(&dated(HEADINGS, &[("2021-05-19", "2031-01-01"), ("2018-12-25", ""), ("", "1999-01-01")]));
    let (first, last) = reading.source.span.unwrap();
    assert_eq!((first.to_string().as_str(), last.to_string().as_str()), ("2018-12-25", "2021-05-19"));
}

#[test]
fn the_document_says_when_it_was_made() {
    use rust_xlsxwriter::{DocProperties, ExcelDateTime};
    let made = file(
        "report.xlsx",
        workbook(|book| {
            book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2021, 7, 12)?));
            put(book.add_worksheet(), 0, &[&HEADER, &AICHA, &LEI])
        }),
    );
    assert_eq!(read_ok(&made).source.created.map(|d| d.to_string()).as_deref(), Some("2021-07-12"));
}
