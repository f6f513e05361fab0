//! Limits, size, progress and cancelling.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use skilldeck::config::Limits;
use skilldeck::report::{self, Field, Options, Progress, Trouble, rows_again};

use super::support::*;

fn limits(change: impl FnOnce(&mut Limits)) -> Options {
    let mut options = Options::default();
    change(&mut options.limits);
    options
}

// -- rows

#[test]
fn more_rows_than_the_limit() {
    let three = lines(&[&HEADER, &AICHA, &LEI, &AICHA], ",");
    let workbook = workbook(|book| put(book.add_worksheet(), 0, &[&HEADER, &AICHA, &LEI, &AICHA]));
    for made in [csv(&three), file("report.xlsx", workbook)] {
        assert_eq!(trouble_with(&made, &limits(|l| l.rows = 2)), Trouble::TooManyRows(2));
        assert_eq!(made.read_with(&limits(|l| l.rows = 3)).unwrap().table.rows(), 3);
    }
}

#[test]
fn the_limit_of_rows_holds_for_downloads_that_are_only_counted() {
    let made = csv("Name,Team,E-mail\nA,x,a@contoso.example\nB,y,b@contoso.example\n");
    assert_eq!(trouble_with(&made, &limits(|l| l.rows = 1)), Trouble::TooManyRows(1));
}

// -- cells

#[test]
fn a_cell_above_the_limit() {
    let mut row = AICHA;
    let long = "x".repeat(3000);
    row[7] = &long;
    let shared = workbook(|book| put(book.add_worksheet(), 0, &[&HEADER, &LEI, &row]));
    let inline: String = (1..).zip([HEADER, LEI, row]).map(|(n, row)| inline_row(n, &row)).collect();
    for made in [
        csv(&lines(&[&HEADER, &LEI, &row], ",")),
        file("report.xlsx", shared),
        file("inline.xlsx", bare_xlsx(&inline, &[])),
        file("report.ods", ods(&[&HEADER, &LEI, &row])),
    ] {
        let expected = Trouble::CellTooLong { row: 3, limit: 2 };
        assert_eq!(trouble_with(&made, &limits(|l| l.cell_bytes = 2048)), expected, "{:?}", made.path.file_name());
        assert_eq!(made.read_with(&limits(|l| l.cell_bytes = 3000)).unwrap().table.rows(), 2);
    }
}

/// A quote that is never closed takes the rest of the file for one cell.
#[test]
fn a_quote_that_is_never_closed_in_a_large_file() {
    let mut text = format!("{SHORT}\n8000015,\"a@contoso.example,Yes,No,X\n").into_bytes();
    text.extend(long_report(40_000));
    assert!(text.len() > 1 << 20);
    assert_eq!(trouble(&file("report.csv", text)), Trouble::CellTooLong { row: 2, limit: 1024 });
}

// -- bytes

/// Fifty megabytes that pack to fifty kilobytes.
fn filler() -> Vec<u8> {
    vec![b' '; 50 << 20]
}

#[test]
fn a_workbook_that_unpacks_to_more_than_the_limit() {
    let rows: String = (1..).zip([HEADER, AICHA, LEI]).map(|(n, row)| inline_row(n, &row)).collect();
    let made = file("report.xlsx", bare_xlsx(&rows, &[("xl/media/image1.png", &filler())]));
    assert!(std::fs::metadata(&made.path).unwrap().len() < 100_000);
    assert_eq!(trouble_with(&made, &limits(|l| l.unpacked_bytes = 10 << 20)), Trouble::UnpacksTooLarge(10));
    assert_small_report(&read_ok(&made));
}

/// Gives an entry of an archive another unpacked size than it has, in both of its headers.
fn with_declared_size(mut archive: Vec<u8>, entry: &str, size: u32) -> Vec<u8> {
    let mut found = 0;
    for at in 0..archive.len() - 46 {
        let (name, size_at) = match &archive[at..at + 4] {
            b"PK\x03\x04" => (at + 30, at + 22),
            b"PK\x01\x02" => (at + 46, at + 24),
            _ => continue,
        };
        if archive[name..].starts_with(entry.as_bytes()) {
            archive[size_at..size_at + 4].copy_from_slice(&size.to_le_bytes());
            found += 1;
        }
    }
    assert_eq!(found, 2);
    archive
}

#[test]
fn a_workbook_that_says_it_unpacks_to_gigabytes() {
    let bytes = bare_xlsx("", &[("xl/sharedStrings.xml", b"<sst/>")]);
    let made = file("report.xlsx", with_declared_size(bytes, "xl/sharedStrings.xml", 0xffff_fff0));
    assert_eq!(trouble(&made), Trouble::UnpacksTooLarge(2048), "by the limit that holds if nothing else is said");
}

/// What lies about its size is unpacked no further than it says.
#[test]
fn a_workbook_that_lies_about_the_size_it_unpacks_to() {
    let long = String::from_utf8(filler()).unwrap();
    let rows = [inline_row(1, &HEADER), inline_row(2, &[&long])].concat();
    for (entry, bytes) in [
        ("xl/sharedStrings.xml", bare_xlsx("", &[("xl/sharedStrings.xml", long.as_bytes())])),
        ("xl/worksheets/sheet1.xml", bare_xlsx(&rows, &[])),
    ] {
        let made = file("report.xlsx", with_declared_size(bytes, entry, 100));
        assert!(matches!(trouble_with(&made, &limits(|l| l.unpacked_bytes = 10 << 20)), Trouble::Damaged(_)), "{entry}");
    }
}

/// An OpenDocument spreadsheet of these rows.
fn ods(rows: &[&[&str]]) -> Vec<u8> {
    let cell = |c: &&str| format!("<table:table-cell office:value-type=\"string\"><text:p>{c}</text:p></table:table-cell>");
    let row = |r: &&[&str]| format!("<table:table-row>{}</table:table-row>", r.iter().map(cell).collect::<String>());
    ods_of(&rows.iter().map(row).collect::<String>())
}

fn ods_of(rows: &str) -> Vec<u8> {
    let spaces: String =
        ["office", "table", "text"].iter().map(|p| format!(" xmlns:{p}=\"urn:oasis:names:tc:opendocument:xmlns:{p}:1.0\"")).collect();
    let content = format!(
        "<office:document-content{spaces}><office:body><office:spreadsheet><table:table table:name=\"Skills\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let manifest = "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>";
    zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", manifest.as_bytes()),
    ])
}

#[test]
fn open_documents_are_read() {
    assert_small_report(&read_ok(&file("report.ods", ods(&[&HEADER, &AICHA, &LEI]))));
}

/// A kilobyte that says "this cell sixteen thousand times, and this row a million times".
#[test]
fn an_open_document_that_repeats_itself_without_end() {
    let cell = |repeat: u32, text: &str| {
        format!(
            "<table:table-cell table:number-columns-repeated=\"{repeat}\" office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    for (columns, rows, text) in
        [(16_384, 6_000, "x"), (16_384, 1, "x".repeat(200_000).as_str()), (1, 1_000_000, "x".repeat(3_000).as_str())]
    {
        let bomb = format!("<table:table-row table:number-rows-repeated=\"{rows}\">{}</table:table-row>", cell(columns, text));
        let made = file("report.ods", ods_of(&bomb));
        assert_eq!(trouble(&made), Trouble::UnpacksTooLarge(2048), "{columns} × {rows}");
    }
}

/// The readers of this format would wait for its end.
#[test]
fn an_open_document_that_ends_in_the_middle() {
    let whole = ods(&[&HEADER, &AICHA, &LEI]);
    for cut_at in ["</text:p>", "</table:table-cell>", "</table:table-row>", "</table:table>", "</office:body>"] {
        let cut = rewritten(&whole, "content.xml", |xml| xml[..xml.find(cut_at).unwrap()].to_owned());
        assert!(matches!(trouble(&file("report.ods", cut)), Trouble::Damaged(_)), "before {cut_at}");
    }
}

/// The table by which the sectors of an old workbook follow each other, rewritten.
fn with_sectors(change: impl Fn(&mut [u32])) -> Vec<u8> {
    let mut bytes = std::fs::read(fixture("legacy.xls").on_disk().unwrap()).unwrap();
    let sector = u32::from_le_bytes(bytes[76..80].try_into().unwrap()) as usize;
    let table = &mut bytes[(sector + 1) * 512..(sector + 2) * 512];
    let mut next: Vec<u32> = table.chunks(4).map(|w| u32::from_le_bytes(w.try_into().unwrap())).collect();
    change(&mut next);
    table.copy_from_slice(&next.into_iter().flat_map(u32::to_le_bytes).collect::<Vec<_>>());
    bytes
}

#[test]
fn an_old_workbook_whose_sectors_go_in_a_circle() {
    for from in 0..8 {
        let bytes = with_sectors(|next| next[from] = 0);
        if let Err(e) = file("report.xls", bytes).read() {
            assert!(matches!(e.trouble, Trouble::Damaged(_)), "{e}");
        } else {
            panic!("sector {from} was followed by the first and nobody noticed");
        }
    }
}

/// Two cells as far apart as numbers go, which a reader of rectangles would fill with empty ones.
#[test]
fn an_old_workbook_with_cells_far_apart() {
    let mut bytes = std::fs::read(fixture("legacy-1904-plain.xls").on_disk().unwrap()).unwrap();
    // The number of the first row: record 0x0203 or 0x027E, its length, row 1, column 3.
    let is_number = |w: &[u8]| matches!(w, [0x03 | 0x7e, 0x02, _, 0, 1, 0, 3, 0]);
    let at = bytes.windows(8).position(is_number).unwrap();
    bytes[at + 4..at + 8].fill(0xff);
    assert_eq!(trouble(&file("report.xls", bytes)), Trouble::UnpacksTooLarge(2048));
}

#[test]
fn a_file_that_must_be_read_whole_above_the_limit() {
    for name in ["legacy.xls", "open-document.ods"] {
        let made = file(name, std::fs::read(fixture(name).on_disk().unwrap()).unwrap());
        assert_eq!(trouble_with(&made, &limits(|l| l.whole_file_bytes = 1000)), Trouble::TooLarge(0), "{name}");
    }
    let made = file("legacy.xlsb", std::fs::read(fixture("legacy.xlsb").on_disk().unwrap()).unwrap());
    assert!(made.read_with(&limits(|l| l.whole_file_bytes = 1000)).is_ok(), "this one is streamed");
}

/// "No limit" in the config file must not be a crash.
#[test]
fn limits_may_be_as_large_as_numbers_go() {
    let options = Options {
        limits: Limits { rows: u32::MAX, cell_bytes: usize::MAX, unpacked_bytes: u64::MAX, whole_file_bytes: u64::MAX },
        ..Options::default()
    };
    for name in ["legacy.xls", "legacy.xlsb", "open-document.ods"] {
        let reading = report::read(&fixture(name), &options, &Arc::new(Progress::default())).unwrap();
        assert_small_report(&reading);
    }
    assert_small_report(&csv(&small_report()).read_with(&options).unwrap());
    assert_small_report(&xlsx(|sheet| put(sheet, 0, &[&HEADER, &AICHA, &LEI])).read_with(&options).unwrap());
}

// -- size and progress

#[test]
fn a_million_rows() {
    let made = file("report.csv", long_report(1_000_000));
    let progress = Arc::new(Progress::default());
    let reading = report::read(&made.input(), &Options::default(), &progress).unwrap();
    assert_eq!((reading.source.rows, reading.table.rows()), (1_000_000, 1_000_000));
    assert_eq!(cell(&reading, Field::Mcid, 999_999), "8099999");
    assert_eq!(cell(&reading, Field::Email, 500_000), "u50000@contoso.example");
    assert_eq!(reading.table.lines[999_999], 1_000_001);
    assert_eq!(progress.rows.load(Ordering::Relaxed), 1_000_000);
    let lines = [2, 500_000, 1_000_001];
    let rows = rows_again(&made.input(), &reading.source, &lines, &Limits::default(), &Arc::new(Progress::default())).unwrap();
    assert_eq!(rows.iter().map(|r| r.line).collect::<Vec<_>>(), lines);
    assert_eq!(rows[2].cells, ["8099999", "u99999@contoso.example", "No", "Yes", "AZ-109"]);
}

#[test]
fn progress_counts_rows_and_bytes() {
    let text = long_report(5_000);
    let made = file("report.csv", &text);
    let progress = Arc::new(Progress::default());
    assert_eq!(progress.percent(), 0);
    report::read(&made.input(), &Options::default(), &progress).unwrap();
    assert_eq!(progress.rows.load(Ordering::Relaxed), 5_000);
    assert_eq!(progress.bytes.load(Ordering::Relaxed), text.len() as u64, "looking for the header is not counted");
    assert_eq!(progress.total.load(Ordering::Relaxed), text.len() as u64);
    assert_eq!(progress.percent(), 100);
}

#[test]
fn progress_of_a_workbook_counts_too() {
    for name in ["legacy.xls", "legacy.xlsb", "open-document.ods"] {
        let progress = Arc::new(Progress::default());
        report::read(&fixture(name), &Options::default(), &progress).unwrap();
        assert_eq!(progress.rows.load(Ordering::Relaxed), 2, "{name}");
        assert!(progress.bytes.load(Ordering::Relaxed) > 0 && progress.total.load(Ordering::Relaxed) > 0, "{name}");
        assert!(progress.percent() <= 100, "{name}");
    }
}

// -- cancelling

fn cancelled_before(input: &report::Input) {
    let progress = Arc::new(Progress::default());
    progress.cancel();
    let error = report::read(input, &Options::default(), &progress).unwrap_err();
    assert_eq!(error.trouble, Trouble::Cancelled, "{}", input.path);
}

#[test]
fn a_reading_cancelled_before_it_begins() {
    cancelled_before(&csv(&small_report()).input());
    cancelled_before(&xlsx(|sheet| put(sheet, 0, &[&HEADER, &AICHA, &LEI])).input());
    for name in ["legacy.xls", "legacy.xlsb", "open-document.ods"] {
        cancelled_before(&fixture(name));
    }
}

/// Cancels as soon as the first rows are taken. The race is with the reader, so it is run until it is won.
fn cancelled_while_reading(made: &Made) {
    for _ in 0..50 {
        let progress = Arc::new(Progress::default());
        let watched = progress.clone();
        let user = std::thread::spawn(move || {
            while watched.rows.load(Ordering::Relaxed) == 0 {
                std::thread::yield_now();
            }
            watched.cancel();
        });
        let outcome = report::read(&made.input(), &Options::default(), &progress);
        user.join().unwrap();
        if let Err(error) = outcome {
            assert_eq!(error.trouble, Trouble::Cancelled);
            assert!(progress.rows.load(Ordering::Relaxed) < 60_000);
            return;
        }
    }
    panic!("the reading went on to its end");
}

#[test]
fn a_reading_cancelled_on_its_way() {
    cancelled_while_reading(&file("report.csv", long_report(60_000)));
    let rows = workbook(|book| {
        let sheet = book.add_worksheet();
        put(sheet, 0, &[&["MCID", "Email", "Associated to PMC", "Associated to PC"]])?;
        for row in 1..10_000 {
            sheet.write_number(row, 0, 8_000_000 + row)?;
            put(sheet, row, &[&["", "a@contoso.example", "Yes", "No"]])?;
        }
        Ok(())
    });
    cancelled_while_reading(&file("report.xlsx", rows));
}
