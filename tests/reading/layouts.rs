//! Where the table stands: header rows, sheets, merged cells, columns that are unknown, missing or there twice.

use rstest::rstest;
use rust_xlsxwriter::{Format, Worksheet, XlsxError};
use skilldeck::report::{Code, Field, Kind, Options, Progress, Trouble, rows_again};
use std::sync::Arc;

use super::support::*;

// -- header rows

#[rstest]
#[case(1)]
#[case(7)]
#[case(50)]
fn the_header_may_stand_lower(#[case] above: u32) {
    let made = xlsx(|sheet| {
        put(sheet, 0, &[&["Skills report"]])?;
        put(sheet, above, &[&HEADER, &AICHA, &LEI])
    });
    let reading = read_ok(&made);
    assert_small_report(&reading);
    assert_eq!(reading.source.header_row, Some(above + 1));
    assert_eq!(reading.table.lines, [above + 2, above + 3]);
    let titled = read_ok(&csv(&format!("Skills report{}\r\n{}", "\r\nContoso,,".repeat(above as usize), small_report())));
    assert_small_report(&titled);
    assert_eq!(titled.source.header_row, Some(above + 2));
}

#[test]
fn the_table_may_stand_further_right() {
    let made = xlsx(|sheet| {
        for (row, cells) in (4u32..).zip([HEADER, AICHA, LEI]) {
            for (column, cell) in (3u16..).zip(cells) {
                sheet.write_string(row, column, cell)?;
            }
        }
        Ok(())
    });
    let reading = read_ok(&made);
    assert_small_report(&reading);
    assert_eq!(reading.source.column(Field::FirstName).unwrap().index, 3);
}

#[test]
fn a_merged_title_is_not_the_header() {
    let made = xlsx(|sheet| {
        sheet.merge_range(0, 0, 1, 11, "MCID and skills of Contoso", &Format::new())?;
        put(sheet, 2, &[&HEADER, &AICHA, &LEI])
    });
    let reading = read_ok(&made);
    assert_small_report(&reading);
    assert_eq!(reading.source.header_row, Some(3));
}

#[test]
fn a_header_repeated_among_the_data_is_left_out() {
    let text = lines(&[&HEADER, &AICHA, &HEADER, &LEI, &HEADER], ",");
    let reading = read_ok(&csv(&text));
    assert_eq!((reading.source.rows, reading.source.rows_refused), (2, 0));
    assert_eq!(column(&reading, Field::FirstName), ["Aïcha", "雷"]);
    let notes = said(&reading, Code::RepeatedHeader);
    assert_eq!((notes.len(), notes[0].row, notes[0].count), (1, Some(3), 2));
    assert_eq!(codes(&reading), [Code::RepeatedHeader], "it makes no bad dates and no bad answers");
}

#[test]
fn a_header_without_rows_is_said() {
    for made in [csv(&HEADER.join(",")), xlsx(|sheet| put(sheet, 0, &[&HEADER]))] {
        let reading = read_ok(&made);
        assert_eq!((reading.source.kind, reading.source.rows), (Kind::SkillsReport, 0));
        assert_eq!(codes(&reading), [Code::NoRows]);
    }
}

#[test]
fn rows_that_name_nobody_are_counted_and_said() {
    let text = format!("{SHORT}\n8000015,a@contoso.example,Yes,No,X\n,,Yes,No,Total: 1\n0,-,Yes,No,X\n8000016,,Yes,No,X\n");
    let reading = read_ok(&csv(&text));
    assert_eq!((reading.source.rows, reading.source.rows_refused, reading.table.rows()), (4, 2, 2));
    let notes = said(&reading, Code::NobodyNamed);
    assert_eq!(notes.iter().map(|n| n.row).collect::<Vec<_>>(), [Some(3), Some(4)]);
    assert_eq!(notes[0].value, "Yes · No · Total: 1");
}

// -- columns

#[test]
fn unknown_columns_are_kept_and_can_be_read_again() {
    let text = lines(
        &[
            &["Cost centre", "MCID", "Email", "Associated to PMC", "Associated to PC", "", "Shoe size"],
            &["CC-1", "8000015", "a@contoso.example", "Yes", "No", "unnamed", "42"],
            &["CC-2", "8000016", "b@contoso.example", "No", "No", "", "39"],
            &["CC-3", "8000017", "c@contoso.example", "No", "No"],
        ],
        ",",
    );
    let made = csv(&text);
    let reading = read_ok(&made);
    assert_eq!(reading.source.headers()[0], "Cost centre");
    assert_eq!((reading.source.columns[0].field, reading.source.columns[6].field), (None, None));
    let progress = Arc::new(Progress::default());
    let rows = rows_again(&made.input(), &reading.source, &[4, 2, 2], &Options::default().limits, &progress).unwrap();
    assert_eq!(rows.iter().map(|r| r.line).collect::<Vec<_>>(), [2, 4]);
    assert_eq!(rows[0].cells, ["CC-1", "8000015", "a@contoso.example", "Yes", "No", "unnamed", "42"]);
    assert_eq!(rows[1].cells, ["CC-3", "8000017", "c@contoso.example", "No", "No"]);
}

#[rstest]
#[case("legacy.xls")]
#[case("legacy.xlsb")]
#[case("open-document.ods")]
fn rows_of_a_workbook_are_read_again_as_a_person_would_read_them(#[case] name: &str) {
    let input = fixture(name);
    let reading = read_input(&input);
    let rows =
        rows_again(&input, &reading.source, &reading.table.lines, &Options::default().limits, &Arc::new(Progress::default())).unwrap();
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0].cells, AICHA);
    assert_eq!(rows[1].cells[..11], LEI[..11]);
}

#[test]
fn rows_are_read_again_from_the_right_sheet() {
    let made = file(
        "report.xlsx",
        workbook(|book| {
            put(book.add_worksheet(), 0, &[&["Cover"], &["x"], &["y"]])?;
            put(book.add_worksheet().set_name("Data")?, 3, &[&HEADER, &AICHA, &LEI])
        }),
    );
    let reading = read_ok(&made);
    let rows = rows_again(&made.input(), &reading.source, &[6], &Options::default().limits, &Arc::new(Progress::default())).unwrap();
    assert_eq!((rows.len(), rows[0].line, &rows[0].cells[..11]), (1, 6, &LEI.map(str::to_owned)[..11]));
}

/// R2: a report without one of the four columns opens, and says which.
#[rstest]
#[case(Field::Mcid)]
#[case(Field::AssociatedPmc)]
#[case(Field::AssociatedPc)]
#[case(Field::Relevant)]
fn a_missing_column_is_said(#[case] missing: Field) {
    let kept: Vec<usize> = (0..FIELDS.len()).filter(|&i| FIELDS[i] != missing).collect();
    let without = |row: &[&'static str; 12]| kept.iter().map(|&i| row[i]).collect::<Vec<_>>();
    let reading = read_ok(&csv(&lines(&[&without(&HEADER), &without(&AICHA), &without(&LEI)], ",")));
    assert_eq!(reading.source.kind, Kind::SkillsReport);
    assert_eq!(reading.table.rows(), 2);
    assert_eq!(reading.source.missing(), [missing]);
    let notes = said(&reading, Code::ColumnMissing);
    assert_eq!((notes.len(), notes[0].value.as_str()), (1, missing.name()));
    assert!(reading.table.column(missing).is_none());
}

#[test]
fn of_two_columns_with_one_heading_the_first_is_used() {
    let text = "MCID,Email,Email,Associated to PMC,Associated to PC\n\
                8000015,first@contoso.example,second@contoso.example,Yes,No\n8000016,third@contoso.example,,Yes,No\n";
    let reading = read_ok(&csv(text));
    assert_eq!(column(&reading, Field::Email), ["first@contoso.example", "third@contoso.example"]);
    let notes = said(&reading, Code::DuplicateHeader);
    assert_eq!((notes.len(), notes[0].column, notes[0].value.as_str()), (1, Some(2), "Email"));
}

#[test]
fn rows_may_be_shorter_or_longer_than_the_header() {
    let text = format!("{SHORT}\n8000015,a@contoso.example\n8000016,b@contoso.example,Yes,No,X,more,and,more\n");
    let reading = read_ok(&csv(&text));
    assert_eq!(column(&reading, Field::Mcid), ["8000015", "8000016"]);
    assert_eq!(column(&reading, Field::AssociatedPmc), ["", "Yes"]);
}

#[test]
fn the_last_column_of_a_workbook_is_reached() {
    let made = xlsx(|sheet| {
        for (row, cells) in (0u32..).zip([HEADER, AICHA, LEI]) {
            for column in 0..16_384 - 12 {
                sheet.write_string(row, column, if row == 0 { "Other" } else { "x" })?;
            }
            for (column, cell) in (16_384u16 - 12..).zip(cells) {
                sheet.write_string(row, column, cell)?;
            }
        }
        Ok(())
    });
    let reading = read_ok(&made);
    assert_small_report(&reading);
    assert_eq!((reading.source.columns.len(), reading.source.column(Field::ExpirationDate).unwrap().index), (16_384, 16_383));
}

#[test]
fn a_text_file_may_have_more_columns_than_a_workbook() {
    let pad = "x,".repeat(20_000);
    let reading = read_ok(&csv(&format!("{pad}{SHORT}\n{pad}8000015,a@contoso.example,Yes,No,X\n")));
    assert_eq!(reading.source.columns.len(), 20_005);
    assert_eq!(cell(&reading, Field::Mcid, 0), "8000015");
}

/// A cell that names a column beyond the last one, or a row beyond the last, is not to be believed.
#[test]
fn impossible_places_do_not_take_memory() {
    let rows = format!(
        "{}<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>8000015</t></is></c><c r=\"ZZZZ2\" t=\"inlineStr\"><is><t>far</t></is></c></row>",
        inline_row(1, &["MCID", "Relevant for Competencies (Option) or Programs"])
    );
    match file("report.xlsx", bare_xlsx(&rows, &[])).read() {
        Ok(reading) => assert_eq!(column(&reading, Field::Mcid), ["8000015"]),
        Err(e) => assert!(matches!(e.trouble, Trouble::Damaged(_)), "{e}"),
    }
}

// -- sheets

fn cover(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    put(sheet, 0, &[&["Contoso"], &["Skills report", "May 2021"], &["Contact", "admin@contoso.example"]])
}

#[test]
fn a_cover_sheet_is_passed_over() {
    let made = file(
        "report.xlsx",
        workbook(|book| {
            cover(book.add_worksheet().set_name("Cover")?)?;
            book.add_worksheet().set_name("Empty")?;
            put(book.add_worksheet().set_name("Skills")?, 0, &[&HEADER, &AICHA, &LEI])
        }),
    );
    let reading = read_ok(&made);
    assert_small_report(&reading);
    assert_eq!(reading.source.sheet.as_deref(), Some("Skills"));
}

fn two_reports(hide_first: bool, hide_second: bool) -> Made {
    file(
        "report.xlsx",
        workbook(|book| {
            put(book.add_worksheet().set_name("May")?.set_hidden(hide_first), 0, &[&HEADER, &AICHA])?;
            put(book.add_worksheet().set_name("June")?.set_hidden(hide_second), 0, &[&HEADER, &AICHA, &LEI])?;
            // A workbook needs a sheet to show.
            cover(book.add_worksheet().set_name("Cover")?.set_active(true))
        }),
    )
}

#[test]
fn of_several_reports_the_first_is_read_and_the_others_are_named() {
    let reading = read_ok(&two_reports(false, false));
    assert_eq!((reading.source.sheet.as_deref(), reading.source.rows), (Some("May"), 1));
    let notes = said(&reading, Code::OtherSheet);
    assert_eq!((notes.len(), notes[0].value.as_str()), (1, "June"));
}

#[test]
fn a_visible_report_goes_before_a_hidden_one() {
    let reading = read_ok(&two_reports(true, false));
    assert_eq!(reading.source.sheet.as_deref(), Some("June"));
    assert_eq!(said(&reading, Code::HiddenSheet), Vec::<&_>::new());
}

#[test]
fn a_report_on_a_hidden_sheet_is_read_and_said() {
    let reading = read_ok(&two_reports(true, true));
    assert_eq!(reading.source.sheet.as_deref(), Some("May"));
    let notes = said(&reading, Code::HiddenSheet);
    assert_eq!((notes.len(), notes[0].value.as_str()), (1, "May"));
}

#[rstest]
#[case("June")]
#[case("  june")]
#[case("JUNE")]
fn a_sheet_can_be_asked_for(#[case] name: &str) {
    let options = Options { sheet: Some(name.trim().to_owned()), ..Options::default() };
    let reading = two_reports(false, false).read_with(&options).unwrap();
    assert_eq!((reading.source.sheet.as_deref(), reading.source.rows), (Some("June"), 2));
}

#[test]
fn a_sheet_that_is_not_there_is_an_error_that_names_those_that_are() {
    let options = Options { sheet: Some("July".to_owned()), ..Options::default() };
    let there = ["May", "June", "Cover"].map(str::to_owned).to_vec();
    assert_eq!(trouble_with(&two_reports(false, false), &options), Trouble::NoSheet { name: "July".to_owned(), there });
    assert_eq!(trouble_with(&csv(&small_report()), &options), Trouble::NoSheet { name: "July".to_owned(), there: Vec::new() });
}

#[test]
fn a_sheet_asked_for_without_a_report_is_an_error() {
    let options = Options { sheet: Some("Cover".to_owned()), ..Options::default() };
    let Trouble::NotAReport { found } = trouble_with(&two_reports(false, false), &options) else { panic!("not that") };
    assert_eq!(found, ["Skills report", "May 2021"]);
}

/// A chart sheet stands among the worksheets of a workbook; it has no cells.
#[test]
fn a_chart_sheet_does_no_harm() {
    let made = file(
        "report.xlsx",
        workbook(|book| {
            put(book.add_worksheet().set_name("Skills")?, 0, &[&HEADER, &AICHA, &LEI])?;
            let mut chart = rust_xlsxwriter::Chart::new(rust_xlsxwriter::ChartType::Column);
            chart.add_series().set_values("=Skills!$D$2:$D$3");
            book.add_chartsheet().insert_chart(0, 0, &chart)?;
            Ok(())
        }),
    );
    assert_small_report(&read_ok(&made));
}

// -- merged cells

/// A report as people make it in Excel: who it is stands once, merged over the rows of the person.
fn merged(sheet: &mut Worksheet, columns: &[u16]) -> Result<(), XlsxError> {
    let mut second = AICHA;
    (second[7], second[8]) = ("Azure Developer Associate", "AZ-204");
    let mut third = AICHA;
    (third[7], third[8]) = ("Azure Fundamentals", "AZ-900");
    put(sheet, 0, &[&HEADER, &AICHA, &second, &third, &LEI])?;
    for column in columns {
        sheet.merge_range(1, *column, 3, *column, AICHA[*column as usize], &Format::new())?;
    }
    Ok(())
}

#[rstest]
#[case::every_cell_that_tells_who(&[0, 1, 2, 3])]
#[case::and_the_associations(&[0, 1, 2, 3, 4, 5])]
fn merged_cells_stand_for_all_their_rows(#[case] columns: &[u16]) {
    let reading = read_ok(&xlsx(|sheet| merged(sheet, columns)));
    assert_eq!((reading.source.rows, reading.source.rows_refused, reading.table.rows()), (4, 0, 4));
    assert_eq!(column(&reading, Field::Mcid), ["8000015", "8000015", "8000015", "8000016"]);
    assert_eq!(column(&reading, Field::FirstName), ["Aïcha", "Aïcha", "Aïcha", "雷"]);
    assert_eq!(column(&reading, Field::AssociatedPmc), ["Yes", "Yes", "Yes", "No"]);
    assert_eq!(column(&reading, Field::AssociatedPc), ["No", "No", "No", "Yes"]);
    assert_eq!(column(&reading, Field::SkillId), ["AZ-104", "AZ-204", "AZ-900", "70-533"]);
    assert_eq!(column(&reading, Field::ExpirationDate)[3], "", "what is not merged stays empty");
    let notes = said(&reading, Code::MergedCells);
    assert_eq!((notes.len(), notes[0].count), (1, u32::try_from(columns.len()).unwrap() * 2));
}

/// The person is named in each row, but the answer stands once.
#[test]
fn merged_associations_stand_for_all_their_rows() {
    let reading = read_ok(&xlsx(|sheet| merged(sheet, &[4, 5])));
    assert_eq!(column(&reading, Field::AssociatedPmc), ["Yes", "Yes", "Yes", "No"]);
    assert_eq!(column(&reading, Field::AssociatedPc), ["No", "No", "No", "Yes"]);
}

#[test]
fn empty_cells_that_are_not_merged_stay_empty() {
    let mut nobody = AICHA;
    nobody[..4].fill("");
    let reading = read_ok(&xlsx(|sheet| {
        put(sheet, 0, &[&HEADER, &AICHA, &nobody, &LEI])?;
        sheet.merge_range(5, 0, 6, 11, "End of the report", &Format::new()).map(drop)
    }));
    assert_eq!((reading.source.rows_refused, said(&reading, Code::MergedCells).len()), (1, 0));
    assert_eq!(column(&reading, Field::Mcid)[..2], ["8000015", "8000016"]);
}
