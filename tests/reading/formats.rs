//! File formats, encodings and delimiters.

use std::sync::Arc;

use encoding_rs::WINDOWS_1252;
use rstest::rstest;
use rust_xlsxwriter::Format;
use skilldeck::config::Limits;
use skilldeck::report::{Code, Field, Input, Kind, Progress, rows_again};

use super::support::*;

#[test]
fn xlsx_with_text_cells() {
    let made = xlsx(|sheet| put(sheet, 0, &[&HEADER, &AICHA, &LEI]));
    let reading = read_ok(&made);
    assert_small_report(&reading);
    assert_eq!(reading.source.sheet.as_deref(), Some("Sheet1"));
    assert_eq!((reading.source.header_row, reading.table.lines.as_slice()), (Some(1), &[2, 3][..]));
    assert_eq!((reading.source.encoding, reading.source.delimiter), (None, None));
}

#[test]
fn xlsx_with_numbers_and_dates() {
    let made = xlsx(|sheet| {
        put(sheet, 0, &[&HEADER, &AICHA, &LEI])?;
        let day = Format::new().set_num_format("dd/mm/yyyy");
        for (row, person) in [AICHA, LEI].iter().enumerate() {
            let row = u32::try_from(row).unwrap() + 1;
            sheet.write_number(row, 3, person[3].parse::<f64>().unwrap())?;
            for column in [9u16, 11] {
                if let Ok(date) = person[column as usize].parse::<chrono::NaiveDate>() {
                    sheet.write_datetime_with_format(row, column, date, &day)?;
                }
            }
        }
        Ok(())
    });
    assert_small_report(&read_ok(&made));
}

#[test]
fn xlsx_with_its_text_in_the_cells() {
    let rows: String = (1..).zip([HEADER, AICHA, LEI]).map(|(n, row)| inline_row(n, &row)).collect();
    assert_small_report(&read_ok(&file("report.xlsx", bare_xlsx(&rows, &[]))));
}

#[rstest]
#[case("legacy.xls")]
#[case("legacy-1904.xls")]
#[case("legacy-1904-plain.xls")]
#[case("legacy.xlsb")]
#[case("open-document.ods")]
fn other_workbooks(#[case] name: &str) {
    let reading = read_input(&fixture(name));
    assert_small_report(&reading);
    assert_eq!(reading.source.sheet.as_deref(), Some("User skills"));
    assert_eq!(reading.table.lines, [2, 3]);
}

/// The program ships examples, which are no files.
#[test]
fn bytes_in_the_program() {
    let bytes: &'static [u8] = Box::leak(small_report().into_bytes().into_boxed_slice());
    let reading = read_input(&Input::embedded("example.csv", bytes));
    assert_small_report(&reading);
    assert_eq!((reading.source.path.as_str(), reading.source.stamp), ("example.csv", None));
}

/// Whatever the file is called, its content decides.
#[rstest]
#[case("report.xls")]
#[case("report.xlsx")]
#[case("report.ods")]
#[case("report")]
#[case("report.csv.txt")]
fn csv_under_another_name(#[case] name: &str) {
    assert_small_report(&read_ok(&file(name, small_report())));
}

#[rstest]
#[case("legacy.xls", "report.xlsx")]
#[case("legacy.xlsb", "report.xlsx")]
#[case("legacy.xlsb", "report.csv")]
#[case("open-document.ods", "report.xls")]
fn a_workbook_under_another_name(#[case] fixture_name: &str, #[case] name: &str) {
    let bytes = std::fs::read(fixture(fixture_name).on_disk().unwrap()).unwrap();
    assert_small_report(&read_ok(&file(name, bytes)));
}

#[rstest]
#[case(",", ',')]
#[case(";", ';')]
#[case("\t", '\t')]
#[case("|", '|')]
fn delimiters(#[case] delimiter: &str, #[case] named: char) {
    let reading = read_ok(&csv(&lines(&[&HEADER, &AICHA, &LEI], delimiter)));
    assert_small_report(&reading);
    assert_eq!(reading.source.delimiter, Some(named));
}

/// Commas in the cells are more frequent than the semicolons between them.
#[test]
fn a_delimiter_inside_the_cells_does_not_mislead() {
    let header = "MCID;Associated to PMC;Associated to PC;Relevant for Competencies (Option) or Programs";
    let reading = read_ok(&csv(&format!("{header}\n8000015;Yes;No;A, B, C, D\n8000016;No;No;A, B, C, D\n")));
    assert_eq!(cell(&reading, Field::Relevant, 1), "A, B, C, D");
}

#[test]
fn quotes_protect_delimiters_quotes_and_line_breaks() {
    let mut row = AICHA;
    row[7] = "Designing, \"implementing\"\nand operating";
    let reading = read_ok(&csv(&lines(&[&HEADER, &row, &LEI], ",")));
    assert_eq!(cell(&reading, Field::SkillName, 0), "Designing, \"implementing\"\nand operating");
    assert_eq!(reading.table.lines, [2, 4], "rows are named by the line they begin on");
}

/// A row is named by the line on which an editor shows it.
#[rstest]
#[case("\n")]
#[case("\r\n")]
fn blank_lines_are_counted_but_are_no_rows(#[case] end: &str) {
    let text = format!("\n\n{SHORT}\n\n8000015,\"a\n@contoso.example\",Yes,No,X\n\n\n,,,,\n8000016,b@contoso.example,Yes,No,X");
    let made = csv(&text.replace('\n', end));
    let reading = read_ok(&made);
    assert_eq!((reading.source.header_row, reading.source.rows), (Some(3), 2));
    assert_eq!(reading.table.lines, [5, 10]);
    let rows = rows_again(&made.input(), &reading.source, &[10], &Limits::default(), &Arc::new(Progress::default())).unwrap();
    assert_eq!((rows.len(), rows[0].line, rows[0].cells[0].as_str()), (1, 10, "8000016"));
}

#[rstest]
#[case("\n")]
#[case("\r\n")]
#[case("\r")]
fn line_ends(#[case] end: &str) {
    let text = small_report().replace("\r\n", end);
    assert_small_report(&read_ok(&csv(&text)));
    assert_small_report(&read_ok(&csv(text.trim_end())));
}

/// An encoding, and the report written in it.
fn encoded(name: &str, text: &str) -> Vec<u8> {
    match name {
        "utf-8" => text.as_bytes().to_vec(),
        "utf-8 bom" => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        "utf-16le" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        "utf-16be" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        "utf-16le bom" => [b"\xff\xfe".to_vec(), encoded("utf-16le", text)].concat(),
        "utf-16be bom" => [b"\xfe\xff".to_vec(), encoded("utf-16be", text)].concat(),
        other => panic!("{other}?"),
    }
}

#[rstest]
#[case("utf-8", "UTF-8")]
#[case("utf-8 bom", "UTF-8")]
#[case("utf-16le", "UTF-16LE")]
#[case("utf-16be", "UTF-16BE")]
#[case("utf-16le bom", "UTF-16LE")]
#[case("utf-16be bom", "UTF-16BE")]
fn unicode_encodings(#[case] name: &str, #[case] told: &str, #[values(",", ";", "\t")] delimiter: &str) {
    let text = lines(&[&HEADER, &AICHA, &LEI], delimiter);
    let reading = read_ok(&file("report.csv", encoded(name, &text)));
    assert_small_report(&reading);
    assert_eq!(reading.source.encoding, Some(told));
}

/// What Excel on a western system writes as "CSV".
#[test]
fn windows_1252() {
    let text = "Prénom;Nom;Courrier;MCID;Associée au PMC;Associée à l’Espace partenaires\r\n\
                Zoë;Müller–Œstergård;zoe@contoso.example;8000015;Oui;Non\r\n";
    let (bytes, _, lost) = WINDOWS_1252.encode(text);
    assert!(!lost);
    let reading = read_ok(&file("report.csv", &bytes));
    assert_eq!(reading.source.encoding, Some("windows-1252"));
    assert_eq!(reading.source.kind, Kind::SkillsReport);
    assert_eq!(cell(&reading, Field::FirstName, 0), "Zoë");
    assert_eq!(cell(&reading, Field::LastName, 0), "Müller–Œstergård");
    assert_eq!(yes_no(&reading, Field::AssociatedPmc, 0), Some(true));
}

#[rstest]
#[case("windows-1251", "ru-RU", "Имя;Фамилия;MCID;Связан с PMC;Связан с ЦП\nОльга;Иванова;8000015;Да;Нет\n")]
#[case("Shift_JIS", "ja-JP", "名;姓;MCID;PMC への関連付け;パートナー センターへの関連付け\n花子;山田;8000015;はい;いいえ\n")]
#[case("windows-1250", "pl-PL", "Imię;Nazwisko;MCID;Skojarzone z PMC;Skojarzone z Partner Center\nŁucja;Wiśniewska;8000015;Tak;Nie\n")]
fn legacy_encodings_of_other_alphabets(#[case] encoding: &str, #[case] locale: &str, #[case] text: &str) {
    let (bytes, _, lost) = encoding_rs::Encoding::for_label(encoding.as_bytes()).unwrap().encode(text);
    assert!(!lost);
    let reading = read_ok(&file("report.csv", &bytes));
    assert_eq!(reading.source.locale, Some(locale));
    let names = text.lines().nth(1).unwrap().split(';').collect::<Vec<_>>();
    assert_eq!([cell(&reading, Field::FirstName, 0), cell(&reading, Field::LastName, 0)], names[..2]);
    assert_eq!(yes_no(&reading, Field::AssociatedPmc, 0), Some(true));
    assert_eq!(yes_no(&reading, Field::AssociatedPc, 0), Some(false));
}

/// Two files pasted together: most of it UTF-8, one name not.
#[test]
fn a_stray_byte_is_read_and_said() {
    let mut bytes = lines(&[&HEADER, &AICHA, &AICHA, &AICHA, &AICHA, &AICHA, &AICHA], ",").into_bytes();
    bytes.extend(b"Ren\xe9e,Dubois,renee@contoso.example,8000017,Yes,Yes,Exam,X,Y,,,\r\n");
    let reading = read_ok(&file("report.csv", bytes));
    assert_eq!(reading.source.encoding, Some("UTF-8"));
    assert_eq!((cell(&reading, Field::FirstName, 0), cell(&reading, Field::FirstName, 6)), ("Aïcha", "Renée"));
    let notes = said(&reading, Code::MixedEncoding);
    assert_eq!((notes.len(), notes[0].row, notes[0].column, notes[0].count), (1, Some(8), Some(0), 1));
}

/// The sample that tells the encoding may end in the middle of a character.
#[test]
fn a_character_across_the_end_of_the_sample() {
    for shift in 0..3 {
        let mut text = format!("{}\n", HEADER.join(","));
        text.push_str(&format!("{},Benali,pad@contoso.example,8000014,Yes,No,,,,,,\n", "x".repeat(shift)));
        while text.len() < 300_000 {
            text.push_str("李雷雷雷雷,李,lei.li@contoso.example,8000016,No,Yes,Exam,試験,70-533,,,\n");
        }
        let reading = read_ok(&csv(&text));
        assert_eq!(reading.source.encoding, Some("UTF-8"));
        assert_eq!(codes(&reading), []);
    }
}
