//! Rows and cells that are read and yet are odd: they are said, and nobody is made of a sum.

use rstest::rstest;
use skilldeck::report::{Code, Field};

use super::support::*;

/// A report of these rows below two good ones.
fn with(rows: &[&[&str]]) -> Made {
    csv(&lines(&[&[&HEADER[..], &AICHA, &LEI], rows].concat(), ";"))
}

#[rstest]
#[case("Total", &["Total", "", "", "", "", "", "", "", "", "", "", ""])]
#[case("TOTAL:", &["TOTAL:", "2", "", "", "1", "", "", "", "", "", "", ""])]
#[case("Total 24", &["", "Total 24"])]
#[case("Somme", &["Somme", "", "", "", "", ""])]
#[case("Gesamt", &["", "", "Gesamt", "", "", ""])]
#[case("Grand total", &["", "", "", "Grand total", "2"])]
fn a_row_of_sums_is_nobody(#[case] word: &str, #[case] row: &[&str]) {
    let reading = read_ok(&with(&[row]));
    assert_eq!((reading.source.rows, reading.source.rows_refused, reading.table.rows()), (2, 0, 2));
    let notes = said(&reading, Code::TotalRow);
    assert_eq!((notes.len(), notes[0].row, notes[0].value.as_str()), (1, Some(4), word));
    assert!(!Code::TotalRow.is_warning());
}

#[test]
fn in_a_workbook_too() {
    let made = xlsx(|sheet| put(sheet, 0, &[&HEADER, &AICHA, &LEI, &["Total", "", "", "", "2"]]));
    let reading = read_ok(&made);
    assert_eq!((reading.table.rows(), codes(&reading)), (2, vec![Code::TotalRow]));
}

/// Sum and Soma are names too.
#[rstest]
#[case(&["Sum", "Li", "", "", "", "", "", "", "", "", "", ""], &[Code::NameAlone])]
#[case(&["Sum", "", "sum@contoso.example", "", "", "", "", "", "", "", "", ""], &[])]
#[case(&["Total", "", "", "8000017", "", "", "", "", "", "", "", ""], &[])]
#[case(&["Sum", "", "", "", "", "", "Exam", "Maps", "", "", "", ""], &[])]
fn somebody_may_be_called_so(#[case] row: &[&str], #[case] expected: &[Code]) {
    let reading = read_ok(&with(&[row]));
    assert_eq!((reading.table.rows(), codes(&reading).as_slice()), (3, expected));
}

#[test]
fn a_name_alone_is_a_person_and_said() {
    let reading = read_ok(&with(&[
        &["Bo", "Stone", "", "", "Yes", "No", "", "", "", "", "", ""],
        &["Al", "", "-", "0", "", "", "", "", "", "", "", ""],
    ]));
    assert_eq!(reading.table.rows(), 4);
    let notes = said(&reading, Code::NameAlone);
    assert_eq!((notes.len(), notes[0].row, notes[0].count), (1, Some(4), 2));
    assert!(notes[0].value.starts_with("Bo · Stone"), "{}", notes[0].value);
    // Where nobody can have more than a name, it is not worth a word.
    let names = csv("Name,Associated to PMC,Associated to PC\nBo Stone,Yes,No\n");
    assert!(!codes(&read_ok(&names)).contains(&Code::NameAlone));
}

#[test]
fn cells_that_are_not_what_their_column_is_for_are_said_once() {
    let odd = ["Bo", "Stone", "bo(at)contoso.example", "MCP-17", "Yes", "No", "Webinar", "Maps", "", "", "", ""];
    let reading = read_ok(&with(&[&odd, &odd]));
    for (code, value, field) in [
        (Code::BadEmail, "bo(at)contoso.example", Field::Email),
        (Code::BadMcid, "MCP-17", Field::Mcid),
        (Code::UnknownType, "Webinar", Field::SkillType),
    ] {
        let notes = said(&reading, code);
        assert_eq!((notes.len(), notes[0].row, notes[0].count, notes[0].value.as_str()), (1, Some(4), 2, value));
        assert_eq!(notes[0].column, reading.source.column(field).map(|c| c.index));
        assert!(!code.is_warning(), "it is kept as it is");
    }
    // What spreadsheets make of ids, and what says that there is none, is nothing odd.
    let fine = ["Bo", "Stone", "n/a", "8000017.0", "Yes", "No", "", "", "", "", "", ""];
    assert_eq!(codes(&read_ok(&with(&[&fine]))), [Code::NameAlone; 0]);
}

#[test]
fn rows_of_another_length_than_the_headings_are_said() {
    let long = [&AICHA[..], &["", "one too many"]].concat();
    let padded = [&LEI[..], &["", ""]].concat();
    let reading = read_ok(&with(&[&long, &padded, &LEI[..6], &AICHA[..11], &long]));
    assert_eq!(reading.table.rows(), 7);
    let note = |code| said(&reading, code).iter().map(|n| (n.row, n.count)).collect::<Vec<_>>();
    assert_eq!(note(Code::ExtraCells), [(Some(4), 2)], "empty cells behind the last heading are nothing");
    assert_eq!(note(Code::MissingCells), [(Some(6), 2)]);
}
