//! Headings and yes/no words of the 18 languages of `assets/columns.toml`, and the mixtures of them.

use rstest::rstest;
use skilldeck::report::{Code, Field, Kind};
use toml::{Table, Value};

use super::support::*;

const TAGS: [&str; 18] = [
    "cs-CZ", "de-DE", "en-US", "es-ES", "fr-FR", "hu-HU", "it-IT", "ja-JP", "ko-KR", "nl-NL", "pl-PL", "pt-BR", "pt-PT", "ru-RU", "sv-SE",
    "tr-TR", "zh-CN", "zh-TW",
];

fn words() -> Table {
    include_str!("../../assets/columns.toml").parse().unwrap()
}

fn strings(value: Option<&Value>) -> Vec<String> {
    value.and_then(Value::as_array).into_iter().flatten().filter_map(|v| v.as_str().map(str::to_owned)).collect()
}

/// The words of one language.
struct Locale(Table);

impl Locale {
    fn of(tag: &str) -> Locale {
        Locale(words()["locale"][tag].as_table().unwrap().clone())
    }

    /// Every heading of a field, the best documented first.
    fn headings(&self, field: Field) -> Vec<String> {
        let tables = ["headers", "headers_related", "headers_inferred"].into_iter();
        tables.flat_map(|t| strings(self.0.get(t).and_then(|t| t.get(field.name())))).collect()
    }

    /// One heading for each field, `wanted` instead of the usual one. A field without any is left out.
    fn header(&self, wanted: Option<(Field, &str)>) -> Vec<(Field, String)> {
        let usual = |field: Field| self.headings(field).last().cloned();
        let column = |field: Field| match wanted {
            Some((f, heading)) if f == field => Some((field, heading.to_owned())),
            _ => Some((field, usual(field)?)),
        };
        FIELDS.into_iter().filter_map(column).collect()
    }

    fn yes_words(&self) -> Vec<String> {
        ["yes", "yes_related", "yes_inferred"].into_iter().flat_map(|k| strings(self.0.get(k))).collect()
    }

    fn no_words(&self) -> Vec<String> {
        ["no", "no_related", "no_inferred"].into_iter().flat_map(|k| strings(self.0.get(k))).collect()
    }
}

/// A report under these headings; each row says yes or no with the words given.
fn report(header: &[(Field, String)], answers: &[(&str, &str)]) -> Made {
    let headings: Vec<&str> = header.iter().map(|(_, h)| h.as_str()).collect();
    let mut rows: Vec<Vec<&str>> = Vec::new();
    for (pmc, pc) in answers {
        let cell = |field: Field| match field {
            Field::AssociatedPmc => *pmc,
            Field::AssociatedPc => *pc,
            other => AICHA[FIELDS.iter().position(|f| *f == other).unwrap()],
        };
        rows.push(header.iter().map(|(field, _)| cell(*field)).collect());
    }
    let table: Vec<&[&str]> = std::iter::once(headings.as_slice()).chain(rows.iter().map(Vec::as_slice)).collect();
    csv(&lines(&table, ";"))
}

fn assert_columns(made: &Made, header: &[(Field, String)]) {
    let reading = read_ok(made);
    assert_eq!(reading.source.kind, Kind::SkillsReport);
    for (index, (field, heading)) in header.iter().enumerate() {
        assert_eq!(reading.source.columns[index].field, Some(*field), "“{heading}” among {:?}", reading.source.headers());
        if !field.is_yes_no() {
            let expected = AICHA[FIELDS.iter().position(|f| f == field).unwrap()];
            assert_eq!(cell(&reading, *field, 0), expected, "{}", field.name());
        }
    }
    assert_eq!(said(&reading, Code::ColumnMissing), Vec::<&_>::new());
}

/// Every documented or likely heading of every field, among the other headings of its language.
#[rstest]
fn every_heading_of_a_language_is_understood(#[values(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17)] language: usize) {
    let locale = Locale::of(TAGS[language]);
    for field in FIELDS {
        for heading in locale.headings(field) {
            let header = locale.header(Some((field, &heading)));
            assert_columns(&report(&header, &[("Yes", "No")]), &header);
        }
    }
}

/// The words for yes and no of the language, and no others, say who is associated.
#[rstest]
fn every_yes_and_no_of_a_language_is_understood(#[values(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17)] language: usize) {
    let locale = Locale::of(TAGS[language]);
    let (yes, no) = (locale.yes_words(), locale.no_words());
    assert!(!yes.is_empty() && !no.is_empty());
    let mut answers = Vec::new();
    for (y, n) in yes.iter().flat_map(|y| no.iter().map(move |n| (y.as_str(), n.as_str()))) {
        answers.extend([(y, n), (n, y)]);
    }
    let reading = read_ok(&report(&locale.header(None), &answers));
    for (row, (pmc, _)) in answers.iter().enumerate() {
        let expected = yes.iter().any(|y| y == pmc);
        assert_eq!(yes_no(&reading, Field::AssociatedPmc, row), Some(expected), "{pmc}");
        assert_eq!(yes_no(&reading, Field::AssociatedPc, row), Some(!expected), "not {pmc}");
    }
    assert_eq!(said(&reading, Code::BadYesNo), Vec::<&_>::new());
}

#[rstest]
fn the_language_is_told(#[values(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17)] language: usize) {
    let header = Locale::of(TAGS[language]).header(None);
    assert_eq!(read_ok(&report(&header, &[("Yes", "No")])).source.locale, Some(TAGS[language]));
}

/// R2: every other heading in English, beginning with the first or with the second.
#[rstest]
fn english_headings_may_stand_among_the_others(
    #[values(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17)] language: usize,
    #[values(0, 1)] first: usize,
) {
    let locale = Locale::of(TAGS[language]);
    let mut header = locale.header(None);
    for (index, (field, heading)) in header.iter_mut().enumerate() {
        if index % 2 == first {
            *heading = HEADER[FIELDS.iter().position(|f| f == field).unwrap()].to_owned();
        }
    }
    let (yes, no) = (&locale.yes_words()[0], &locale.no_words()[0]);
    let made = report(&header, &[(yes, no)]);
    assert_columns(&made, &header);
    let reading = read_ok(&made);
    assert_eq!((yes_no(&reading, Field::AssociatedPmc, 0), yes_no(&reading, Field::AssociatedPc, 0)), (Some(true), Some(false)));
}

/// English cells under local headings, and the reverse.
#[test]
fn headings_and_cells_may_be_in_different_languages() {
    let french = read_ok(&csv("Courrier;MCID;Associée au PMC;Associée à l’Espace partenaires\na@contoso.example;8000015;Yes;No\n"));
    assert_eq!((yes_no(&french, Field::AssociatedPmc, 0), yes_no(&french, Field::AssociatedPc, 0)), (Some(true), Some(false)));
    let english = read_ok(&csv("Email,MCID,Associated to PMC,Associated to PC\na@contoso.example,8000015,Oui,Non\n"));
    assert_eq!((yes_no(&english, Field::AssociatedPmc, 0), yes_no(&english, Field::AssociatedPc, 0)), (Some(true), Some(false)));
}

/// Case, blanks, apostrophes and marks are not what makes a heading.
#[rstest]
#[case("COURRIER;mcid;ASSOCIÉE AU PMC;associée à l'espace partenaires")]
#[case(" Courrier ;\u{a0}MCID\u{a0};Associée\u{a0}au\u{a0}PMC;Associée à l‘Espace  partenaires")]
#[case("\"Courrier\";\"MCID\u{200b}\";\"Associée\nau PMC\";\"Associée à l’Espace\r\npartenaires\"")]
#[case("Courrier;MCID;Associee au PMC;Associee a l'Espace partenaires")]
#[case("Courrier;MCID;Associe\u{301}e au PMC;Associe\u{301}e a\u{300} l’Espace partenaires")]
fn headings_are_compared_loosely(#[case] header: &str) {
    let reading = read_ok(&csv(&format!("{header}\na@contoso.example;8000015;Oui;Non\n")));
    let fields: Vec<_> = reading.source.columns.iter().map(|c| c.field).collect();
    assert_eq!(fields, [Some(Field::Email), Some(Field::Mcid), Some(Field::AssociatedPmc), Some(Field::AssociatedPc)]);
}

#[test]
fn a_word_that_is_neither_yes_nor_no_is_said_with_its_row() {
    let reading = read_ok(&csv(&format!("{SHORT}\n1000001,a@contoso.example,Yes,perhaps,X\n1000002,b@contoso.example,,perhaps,X\n")));
    let notes = said(&reading, Code::BadYesNo);
    assert_eq!(notes.len(), 1);
    assert_eq!((notes[0].row, notes[0].column, notes[0].value.as_str(), notes[0].count), (Some(2), Some(3), "perhaps", 2));
}

/// The message that nobody has skills data (T2), in each of its wordings.
fn messages() -> Vec<(String, String)> {
    let mut all = Vec::new();
    for (tag, locale) in words()["locale"].as_table().unwrap() {
        for key in ["no_data_message", "no_data_message_older"] {
            all.extend(strings(locale.get(key)).into_iter().map(|m| (tag.clone(), m)));
        }
    }
    assert!(all.len() > 18);
    all
}

#[test]
fn the_no_data_message_as_text() {
    for (tag, message) in messages() {
        for (name, content) in [
            ("report.txt", message.clone()),
            ("report.csv", format!("\u{feff}\"{message}\"\r\n")),
            ("report.xls", format!("\r\n{message}\r\n\r\n")),
        ] {
            let reading = read_ok(&file(name, content));
            assert_eq!(reading.source.kind, Kind::EmptyReport, "{tag} as {name}: {message}");
            assert_eq!(codes(&reading), [Code::EmptyReport]);
            assert_eq!((reading.source.rows, reading.table.rows()), (0, 0));
        }
    }
}

#[test]
fn the_no_data_message_as_utf_16() {
    for (tag, message) in messages() {
        let bytes: Vec<u8> = std::iter::once(0xfeff).chain(message.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert_eq!(read_ok(&file("report.txt", bytes)).source.kind, Kind::EmptyReport, "{tag}: {message}");
    }
}

#[test]
fn the_no_data_message_as_a_web_page() {
    for (tag, message) in messages() {
        let escaped = message.replace('’', "&rsquo;").replace('\'', "&#39;").replace(' ', "&nbsp;");
        for message in [&message, &escaped] {
            let page = format!(
                "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>Partner Center</title></head><body><h1>Skills</h1><p>{message}</p></body></html>"
            );
            let reading = read_ok(&file("report.xls", page));
            assert_eq!(reading.source.kind, Kind::EmptyReport, "{tag}: {message}");
        }
    }
}

#[test]
fn the_no_data_message_as_a_sheet() {
    for (tag, message) in messages() {
        let reading = read_ok(&xlsx(|sheet| put(sheet, 2, &[&["", &message]])));
        assert_eq!(reading.source.kind, Kind::EmptyReport, "{tag}: {message}");
        assert_eq!((reading.source.sheet.as_deref(), codes(&reading).as_slice()), (Some("Sheet1"), &[Code::EmptyReport][..]));
    }
}

/// Somebody's note that quotes the message under a real report does not make the report empty.
#[test]
fn a_report_that_mentions_the_message_is_a_report() {
    let (_, message) = messages().into_iter().find(|(tag, _)| tag == "en-US").unwrap();
    let reading = read_ok(&csv(&format!("{}\"{message}\",,,,,,,,,,,\r\n", small_report())));
    assert_eq!((reading.source.kind, reading.table.rows()), (Kind::SkillsReport, 3));
}
