//! Nothing that is in a file makes the reader panic.

use std::sync::{Arc, OnceLock};

use proptest::prelude::*;
use skilldeck::config::Limits;
use skilldeck::report::{self, Options, Progress, rows_again};

use super::support::*;

/// Reads the bytes, and their rows again. Small limits keep a lucky mutation from being a bomb.
fn survives(bytes: &[u8]) {
    let limits = Limits { rows: 10_000, cell_bytes: 1 << 16, unpacked_bytes: 16 << 20, whole_file_bytes: 1 << 20 };
    let made = file("report", bytes);
    let input = made.input();
    let progress = Arc::new(Progress::default());
    if let Ok(reading) = report::read(&input, &Options { limits, ..Options::default() }, &progress) {
        assert!(reading.table.rows() <= reading.source.rows as usize);
        assert_eq!(reading.table.lines.len(), reading.table.rows());
        let _ = rows_again(&input, &reading.source, &reading.table.lines, &limits, &progress);
    }
}

/// A change to a valid file: bytes overwritten, taken out, put in, or the rest cut off.
#[derive(Clone, Debug)]
enum Change {
    Set(prop::sample::Index, u8),
    Remove(prop::sample::Index, usize),
    Insert(prop::sample::Index, Vec<u8>),
    Cut(prop::sample::Index),
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<prop::sample::Index>;
    prop_oneof![
        6 => (at(), any::<u8>()).prop_map(|(i, b)| Change::Set(i, b)),
        2 => (at(), 1usize..200).prop_map(|(i, n)| Change::Remove(i, n)),
        2 => (at(), prop::collection::vec(any::<u8>(), 1..40)).prop_map(|(i, b)| Change::Insert(i, b)),
        2 => (at(), prop::sample::select(&[",", ";", "\"", "\n", "\t", "\0", "\u{feff}", "é", "MCID", "<", "PK"][..])).prop_map(|(i, s)| Change::Insert(i, s.as_bytes().to_vec())),
        1 => at().prop_map(Change::Cut),
    ]
}

fn changed(mut bytes: Vec<u8>, changes: &[Change]) -> Vec<u8> {
    for change in changes {
        if bytes.is_empty() {
            break;
        }
        match change {
            Change::Set(i, byte) => {
                let at = i.index(bytes.len());
                bytes[at] = *byte;
            }
            Change::Remove(i, n) => {
                let at = i.index(bytes.len());
                bytes.drain(at..(at + n).min(bytes.len()));
            }
            Change::Insert(i, more) => {
                let at = i.index(bytes.len());
                bytes.splice(at..at, more.iter().copied());
            }
            Change::Cut(i) => bytes.truncate(i.index(bytes.len())),
        }
    }
    bytes
}

/// The parts of a workbook, so that mutations reach the XML behind the compression.
fn parts() -> &'static [(String, Vec<u8>)] {
    static PARTS: OnceLock<Vec<(String, Vec<u8>)>> = OnceLock::new();
    PARTS.get_or_init(|| {
        let bytes = workbook(|book| {
            let sheet = book.add_worksheet();
            put(sheet, 0, &[&HEADER, &AICHA, &LEI])?;
            sheet.write_number(1, 3, 8_000_015)?;
            sheet.merge_range(4, 0, 6, 0, "Aïcha", &rust_xlsxwriter::Format::new())?;
            Ok(())
        });
        entries(&bytes)
    })
}

fn entries(archive: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut source = zip::ZipArchive::new(std::io::Cursor::new(archive)).unwrap();
    (0..source.len())
        .map(|index| {
            let mut entry = source.by_index(index).unwrap();
            let mut bytes = Vec::new();
            std::io::Read::read_to_end(&mut entry, &mut bytes).unwrap();
            (entry.name().unwrap().to_string(), bytes)
        })
        .collect()
}

fn with_part_changed(parts: &[(String, Vec<u8>)], which: prop::sample::Index, changes: &[Change]) -> Vec<u8> {
    let mut parts = parts.to_vec();
    let index = which.index(parts.len());
    parts[index].1 = changed(std::mem::take(&mut parts[index].1), changes);
    zip(&parts.iter().map(|(n, b)| (n.as_str(), b.as_slice())).collect::<Vec<_>>())
}

fn fixture_bytes(name: &str) -> Vec<u8> {
    std::fs::read(fixture(name).on_disk().unwrap()).unwrap()
}

/// The first bytes by which formats are told.
const SIGNATURES: &[&[u8]] =
    &[b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"<html>", b"MCID,"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes(bytes in prop::collection::vec(any::<u8>(), 0..3000)) {
        survives(&bytes);
    }

    #[test]
    fn random_bytes_behind_the_signature_of_a_format(
        signature in prop::sample::select(SIGNATURES),
        bytes in prop::collection::vec(any::<u8>(), 0..2000),
    ) {
        survives(&[signature, &bytes].concat());
    }

    #[test]
    fn random_text(text in "(\\PC|[,;\t\n\r\"|]){0,400}", utf16 in any::<bool>()) {
        if utf16 {
            survives(&text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
        } else {
            survives(text.as_bytes());
        }
    }

    #[test]
    fn random_tables(header in prop::sample::subsequence(HEADER.to_vec(), 0..=12), rows in prop::collection::vec(prop::collection::vec("\\PC{0,12}", 0..14), 0..12)) {
        let header: Vec<&str> = header;
        let rows: Vec<Vec<&str>> = rows.iter().map(|r| r.iter().map(String::as_str).collect()).collect();
        let all: Vec<&[&str]> = std::iter::once(header.as_slice()).chain(rows.iter().map(Vec::as_slice)).collect();
        survives(lines(&all, ",").as_bytes());
    }

    #[test]
    fn mutated_text_files(changes in prop::collection::vec(change(), 1..8)) {
        survives(&changed(small_report().into_bytes(), &changes));
    }

    #[test]
    fn mutated_workbooks(changes in prop::collection::vec(change(), 1..6)) {
        let whole = zip(&parts().iter().map(|(n, b)| (n.as_str(), b.as_slice())).collect::<Vec<_>>());
        survives(&changed(whole, &changes));
    }

    #[test]
    fn workbooks_with_a_mutated_part(which in any::<prop::sample::Index>(), changes in prop::collection::vec(change(), 1..6)) {
        survives(&with_part_changed(parts(), which, &changes));
    }

    #[test]
    fn mutated_legacy_workbooks(changes in prop::collection::vec(change(), 1..6)) {
        survives(&changed(fixture_bytes("legacy.xls"), &changes));
    }

    #[test]
    fn binary_and_open_workbooks_with_a_mutated_part(
        name in prop::sample::select(&["legacy.xlsb", "open-document.ods"][..]),
        which in any::<prop::sample::Index>(),
        changes in prop::collection::vec(change(), 1..6),
    ) {
        survives(&with_part_changed(&entries(&fixture_bytes(name)), which, &changes));
    }
}
