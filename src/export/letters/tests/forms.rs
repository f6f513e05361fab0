//! The forms of a letter, read back.

use super::*;
use crate::i18n::{Lang, Texts};
use mail_parser::{HeaderValue, MessageParser};
use percent_encoding::percent_decode_str;
use proptest::prelude::*;

fn letter(name: &str, address: Option<&str>, subject: &str, text: &str) -> Letter {
    let to = Recipient { whom: Whom::Accounts(vec![0]), name: name.to_owned(), address: address.map(str::to_owned), mcids: Vec::new() };
    Letter {
        kind: Kind::Settle,
        to,
        lang: LetterLang::Fr,
        subject: subject.to_owned(),
        text: text.to_owned(),
        points: vec![Code::PmcOnly, Code::Expiring],
    }
}

fn decoded(part: &str) -> String {
    percent_decode_str(part).decode_utf8().unwrap().into_owned()
}

#[test]
fn a_link_without_an_address_or_room_says_why() {
    assert_eq!(mailto(&letter("Ana", None, "s", "t")), Err(NoMailto::NoAddress));
    let long = mailto(&letter("Ana", Some("ana@x.example"), "s", &"é".repeat(400)));
    assert_eq!(long, Err(NoMailto::TooLong { length: 2_436 }));
    for why in [NoMailto::NoAddress, NoMailto::TooLong { length: 2_436 }] {
        let [english, french] = Lang::ALL.map(|lang| why.message(&Texts::new(lang)));
        assert!(english != french && !english.contains('⟦') && !french.contains('⟦'));
    }
    assert_eq!(
        mailto(&letter("Ana", Some("o'brien+x@x.example"), "a & b", "one\ntwo\n")).unwrap(),
        "mailto:o%27brien%2Bx@x.example?subject=a%20%26%20b&body=one%0D%0Atwo"
    );
}

#[test]
fn a_draft_is_opened_as_one() {
    let text = "Bonjour Aïcha,\n\nVos qualifications « Azure » : à régler.\n.\nFrom here on a very long line that goes on and on and on and on and on and on and on and on and on and on and on.\n";
    let bytes = eml(&letter("Aïcha Benali, née \"X\"", Some("aicha@x.example"), "Vos qualifications : 2 points à régler", text)).unwrap();
    assert!(bytes.is_ascii(), "every mail program reads it");
    let mail = MessageParser::new().parse(&bytes).unwrap();
    assert_eq!(mail.subject(), Some("Vos qualifications : 2 points à régler"));
    assert_eq!(mail.header_raw("X-Unsent").map(str::trim), Some("1"));
    assert!(mail.date().is_none() && mail.message_id().is_none() && mail.from().is_none(), "these are of the sending");
    let to = mail.to().and_then(|to| to.first()).unwrap();
    assert_eq!((to.name(), to.address()), (Some("Aïcha Benali, née \"X\""), Some("aicha@x.example")));
    assert_eq!(mail.body_text(0).unwrap().replace("\r\n", "\n"), text);
    let without = eml(&letter("Ana", None, "s", "t\n")).unwrap();
    assert!(matches!(MessageParser::new().parse(&without).unwrap().header("To"), None | Some(HeaderValue::Empty)));
}

#[test]
fn files_are_named_after_people_and_no_two_alike() {
    let named = |name: &str, address: Option<&str>| letter(name, address, "s", "t");
    let letters = [
        named("Ana Roy", None),
        named("ANA  ROY", None),
        named("../../etc/passwd", None),
        named("", Some("bo.lim@x.example")),
        named("", None),
        named("Con", None),
        named("COM1", None),
        named("雷 李", None),
        named(&"long ".repeat(100), None),
    ];
    let names = file_names(&letters);
    assert_eq!(names[..5], ["ana-roy.eml", "ana-roy-2.eml", "etc-passwd.eml", "bo-lim.eml", "letter.eml"]);
    assert_eq!(names[5..8], ["con-.eml", "com1-.eml", "雷-李.eml"]);
    assert!(names[8].len() <= 64, "{}", names[8]);
}

#[test]
fn the_merge_table_is_a_workbook_too() {
    let texts = Texts::new(Lang::En);
    let grid = table(&[letter("Ana", Some("ana@x.example"), "=1+1", "Hello,\n\n=2+2\n")], &texts);
    assert_eq!(grid.headers, merge::HEADINGS);
    let bytes = grid.xlsx(&grid.name, Lang::En).unwrap();
    let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
    let sheet = calamine::Reader::worksheet_range_at(&mut book, 0).unwrap().unwrap();
    let row: Vec<String> = sheet.rows().nth(1).unwrap().iter().map(ToString::to_string).collect();
    let points = "Only in the old portal (PMC); Expires soon, can be renewed";
    assert_eq!(row, ["ana@x.example", "Ana", "fr", "=1+1", "Hello,\n\n=2+2", points]);
    let formulas = calamine::Reader::worksheet_formula(&mut book, &grid.name).unwrap();
    assert!(formulas.rows().flatten().all(String::is_empty), "text is text");
}

proptest! {
    #[test]
    fn a_link_says_what_the_letter_says(name in "[a-z]{1,8}", subject in "[ -~éß火«»]{0,40}", lines in prop::collection::vec("[ -~éß火’]{0,30}", 1..6)) {
        let text = lines.join("\n").trim_end().to_owned();
        let url = mailto(&letter("x", Some(&format!("{name}+1%@x.example")), &subject, &format!("{text}\n"))).unwrap();
        prop_assert!(url.is_ascii() && !url.contains([' ', '\r', '\n', '"', '<', '#', '\'']));
        let (address, query) = url.strip_prefix("mailto:").unwrap().split_once('?').unwrap();
        prop_assert_eq!(decoded(address), format!("{name}+1%@x.example"));
        let fields: Vec<(&str, &str)> = query.split('&').map(|field| field.split_once('=').unwrap()).collect();
        prop_assert_eq!(fields.len(), 2);
        prop_assert_eq!((fields[0].0, decoded(fields[0].1)), ("subject", subject));
        prop_assert_eq!((fields[1].0, decoded(fields[1].1)), ("body", text.replace('\n', "\r\n")));
    }

    #[test]
    fn a_draft_comes_back_as_it_was_written(name in "[A-Za-z éß火,;<>\"@()]{1,30}", subject in "[ -~éß火]{1,60}", lines in prop::collection::vec("[ -~éß火’=.]{0,120}", 1..6)) {
        let (name, subject) = (name.trim().to_owned(), subject.split_whitespace().collect::<Vec<_>>().join(" "));
        let text = format!("{}\n", lines.iter().map(|line| line.trim_end()).collect::<Vec<_>>().join("\n").trim_end());
        let bytes = eml(&letter(&name, Some("ana@x.example"), &subject, &text)).unwrap();
        let mail = MessageParser::new().parse(&bytes).unwrap();
        prop_assert_eq!(mail.subject().unwrap_or_default(), subject);
        prop_assert_eq!(mail.to().and_then(|to| to.first()).and_then(|to| to.address()), Some("ana@x.example"));
        prop_assert_eq!(mail.body_text(0).unwrap().replace("\r\n", "\n"), text);
        prop_assert_eq!(mail.header_raw("Bcc"), None);
    }

    /// What is written as csv is read back, with every line.
    #[test]
    fn the_merge_table_comes_back(rows in prop::collection::vec(("[a-z]{1,6}", "[A-Za-zé ]{1,12}", prop::collection::vec("[a-zé,;\" ]{0,20}", 1..4)), 0..5)) {
        let texts = Texts::new(Lang::Fr);
        let letters: Vec<Letter> = rows.iter().map(|(address, name, lines)| letter(name, Some(&format!("{address}@x.example")), name, &format!("Bonjour\n{}\n", lines.join("\n").trim_end()))).collect();
        let bytes = table(&letters, &texts).csv(Lang::En);
        let mut reader = ::csv::Reader::from_reader(&bytes[3..]);
        prop_assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), merge::HEADINGS);
        let back: Vec<Vec<String>> = reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
        prop_assert_eq!(back.len(), letters.len());
        for (row, letter) in back.iter().zip(&letters) {
            prop_assert_eq!(&row[0], letter.to.address.as_ref().unwrap());
            prop_assert_eq!((&row[1], &row[2], &row[3]), (&letter.to.name, &"fr".to_owned(), &letter.subject));
            prop_assert_eq!(&row[4], letter.text.trim_end());
        }
    }
}
