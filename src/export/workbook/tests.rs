use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use chrono::NaiveDate;
use proptest::prelude::*;
use rstest::rstest;

use super::super::grid::tests::any_cell;
use super::*;
use crate::i18n::Lang;

fn text(words: &str) -> Cell {
    Cell::Text(words.to_owned())
}

fn grid(rows: Vec<Vec<Cell>>) -> Grid {
    Grid { name: String::new(), headers: ["A", "B"].map(str::to_owned).into(), rows }
}

/// The cells of the first sheet, its name, and whether it has formulas.
fn read(bytes: Vec<u8>) -> (Vec<Vec<Data>>, String, usize) {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let name = book.sheet_names()[0].clone();
    let range = book.worksheet_range(&name).unwrap();
    let formulas = book.worksheet_formula(&name).unwrap().used_cells().count();
    let rows = (0..=range.end().map_or(0, |end| end.0))
        .map(|r| (0..=range.end().map_or(0, |end| end.1)).map(|c| range.get_value((r, c)).cloned().unwrap_or_default()).collect())
        .collect();
    (rows, name, formulas)
}

/// A part of the workbook as it stands in the file.
fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    std::io::read_to_string(zip.by_name(name).unwrap()).unwrap()
}

#[test]
fn numbers_days_and_text_are_what_they_are() {
    let date = NaiveDate::from_ymd_opt(2026, 9, 15).unwrap();
    let old = NaiveDate::from_ymd_opt(1812, 1, 2).unwrap();
    let grid = grid(vec![
        vec![text("8000001"), Cell::Number(12)],
        vec![Cell::Date(date), Cell::Date(old)],
        vec![text("=1+1"), Cell::Nothing],
        vec![text("https://x.example"), text("TRUE")],
    ]);
    let bytes = write(&grid, "Users", Lang::En).unwrap();
    let (rows, name, formulas) = read(bytes.clone());
    assert_eq!((name.as_str(), formulas), ("Users", 0));
    assert_eq!(rows[1], [Data::String("8000001".into()), Data::Float(12.0)]);
    assert!(matches!(&rows[2][0], Data::DateTime(d) if d.as_datetime().unwrap().date() == date), "{:?}", rows[2]);
    assert_eq!(rows[2][1], Data::String("1812-01-02".into()));
    assert_eq!(rows[3], [Data::String("=1+1".into()), Data::Empty]);
    assert_eq!(rows[4], [Data::String("https://x.example".into()), Data::String("TRUE".into())]);
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("<autoFilter ref=\"A1:B5\"/>") && sheet.contains("state=\"frozen\""), "{sheet}");
    assert!(!sheet.contains("hyperlink") && !sheet.contains("<f>"), "{sheet}");
    assert!(part(&bytes, "xl/styles.xml").contains("quotePrefix=\"1\""), "and stays text when the cell is edited");
    for (lang, format) in [(Lang::En, "d mmm yyyy"), (Lang::Fr, "dd/mm/yyyy")] {
        assert!(part(&write(&grid, "Users", lang).unwrap(), "xl/styles.xml").contains(&format!("formatCode=\"{format}\"")));
    }
}

#[test]
fn what_does_not_fit_is_cut_or_refused() {
    let long = "é".repeat(40_000);
    let wide = "🎓".repeat(20_000);
    let (rows, ..) = read(write(&grid(vec![vec![text(&long), text(&wide)]]), "x", Lang::En).unwrap());
    let cell = |c: usize| rows[1][c].to_string();
    assert_eq!(cell(0), format!("{}…", "é".repeat(32_766)));
    assert_eq!(cell(1), format!("{}…", "🎓".repeat(16_383)), "Excel counts halves");
    let error = write(&grid(vec![Vec::new(); MAX_ROWS + 1]), "x", Lang::En).unwrap_err();
    assert_eq!(error, SheetError::TooManyRows(1_048_576));
    for lang in Lang::ALL {
        let said = error.message(&Texts::new(lang));
        assert!(said.contains(".csv") && said.contains("576") && !said.contains('⟦'), "{said}");
    }
}

#[test]
fn a_table_without_rows_or_columns_is_a_workbook_too() {
    assert_eq!(read(write(&grid(Vec::new()), "x", Lang::En).unwrap()).0, [[Data::String("A".into()), Data::String("B".into())]]);
    read(write(&Grid::default(), "", Lang::En).unwrap());
}

#[rstest]
#[case("Users", "Users")]
#[case("", "_")]
#[case("''", "_")]
#[case("History", "History_")]
#[case("a/b:c[d]*?\\e", "a b c d    e")]
#[case("'quoted'", "quoted")]
#[case("\u{202e}evil\n", "evil")]
#[case("a name that is longer than Excel takes", "a name that is longer than Exce")]
fn a_sheet_has_a_name_that_excel_takes(#[case] name: &str, #[case] taken: &str) {
    assert_eq!(sheet_title(name), taken);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_workbook_comes_back_as_it_was_written(cells in prop::collection::vec(any_cell(), 1..12), name in any_cell()) {
        let bytes = write(&grid(cells.iter().map(|c| vec![text("x"), text(c)]).collect()), &name, Lang::En).unwrap();
        let (rows, _, formulas) = read(bytes);
        prop_assert_eq!(formulas, 0);
        for (row, cell) in rows[1..].iter().zip(&cells) {
            let back = match &row[1] {
                Data::String(back) => back.clone(),
                Data::Empty => String::new(),
                other => panic!("{other:?}"),
            };
            prop_assert_eq!(back, shown(cell));
        }
    }
}
