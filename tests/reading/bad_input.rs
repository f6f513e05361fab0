//! Files that cannot be read: each gets a clear word.

use std::sync::Arc;

use rstest::rstest;
use skilldeck::config::Limits;
use skilldeck::report::{self, Code, Input, Options, Progress, Trouble, rows_again};

use super::support::*;

fn input_trouble(input: &Input) -> Trouble {
    match report::read(input, &Options::default(), &Arc::new(Progress::default())) {
        Ok(reading) => panic!("was read: {:?}", reading.source),
        Err(e) => e.trouble,
    }
}

fn is_damaged(trouble: &Trouble) -> bool {
    matches!(trouble, Trouble::Damaged(_))
}

// -- files that are none

#[rstest]
#[case("report.csv")]
#[case("report.xlsx")]
fn an_empty_file(#[case] name: &str) {
    assert_eq!(trouble(&file(name, "")), Trouble::Empty);
}

#[test]
fn a_file_of_blanks_holds_no_table() {
    for blanks in ["\n", "  \r\n\r\n", ",,,\n,,,\n", "\u{feff}"] {
        assert_eq!(trouble(&csv(blanks)), Trouble::NotAReport { found: Vec::new() }, "{blanks:?}");
    }
}

#[test]
fn a_workbook_without_cells_holds_no_table() {
    assert_eq!(trouble(&xlsx(|_| Ok(()))), Trouble::NotAReport { found: Vec::new() });
}

#[test]
fn a_file_that_is_not_there() {
    let made = csv("x");
    let input = Input::file(made.folder().join("elsewhere.csv").to_str().unwrap());
    assert_eq!(input_trouble(&input), Trouble::NotFound);
}

#[test]
fn a_folder() {
    let made = csv(&small_report());
    assert_eq!(input_trouble(&Input::file(made.folder().to_str().unwrap())), Trouble::Folder);
}

#[cfg(unix)]
#[test]
fn a_pipe_a_socket_and_a_device() {
    let made = csv("x");
    let pipe = made.folder().join("pipe.csv");
    let status = std::process::Command::new("mkfifo").arg(&pipe).status().unwrap();
    assert!(status.success());
    assert_eq!(input_trouble(&Input::file(pipe.to_str().unwrap())), Trouble::NotAFile, "and nobody waits for a writer");
    let socket = made.folder().join("socket.csv");
    let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
    assert_eq!(input_trouble(&Input::file(socket.to_str().unwrap())), Trouble::NotAFile);
    assert_eq!(input_trouble(&Input::file("/dev/null")), Trouble::NotAFile);
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let made = csv(&small_report());
    std::fs::set_permissions(&made.path, std::fs::Permissions::from_mode(0o000)).unwrap();
    // The administrator of the machine may read everything.
    if std::fs::File::open(&made.path).is_err() {
        assert_eq!(trouble(&made), Trouble::NoPermission);
    }
}

#[rstest]
#[case("~$report.xlsx", Trouble::LockFile)]
#[case("~$Report.XLS", Trouble::LockFile)]
#[case("report.xlsx.crdownload", Trouble::HalfDownload)]
#[case("Unconfirmed 12345.CRDOWNLOAD", Trouble::HalfDownload)]
#[case("report.csv.part", Trouble::HalfDownload)]
#[case("report.csv.partial", Trouble::HalfDownload)]
#[case("report.csv.download", Trouble::HalfDownload)]
#[case("report.csv.opdownload", Trouble::HalfDownload)]
fn lock_files_and_half_downloads(#[case] name: &str, #[case] expected: Trouble) {
    assert_eq!(trouble(&file(name, small_report())), expected);
    assert_eq!(trouble(&file(name, "")), expected, "also while it is empty");
}

#[cfg(unix)]
#[test]
fn a_link_is_followed() {
    let made = csv(&small_report());
    let link = made.folder().join("link.csv");
    std::os::unix::fs::symlink(&made.path, &link).unwrap();
    assert_small_report(&read_input(&Input::file(link.to_str().unwrap())));
    std::os::unix::fs::symlink(made.folder().join("nothing"), made.folder().join("dangling.csv")).unwrap();
    assert_eq!(input_trouble(&Input::file(made.folder().join("dangling.csv").to_str().unwrap())), Trouble::NotFound);
}

/// What a terminal makes of a file that is dropped on it.
#[test]
fn a_dropped_file_is_found() {
    let made = file("my report é.csv", small_report());
    let path = made.path.to_str().unwrap();
    let encoded = path.replace(' ', "%20").replace('é', "%C3%A9");
    for dropped in [format!("'{path}'"), format!("\"{path}\" "), format!("file://{encoded}"), path.replace(' ', "\\ ")] {
        assert_small_report(&read_input(&Input::file(&dropped)));
    }
}

// -- formats that are none of ours

#[rstest]
#[case("report.xls", "<html><body><table><tr><td>MCID</td></tr></table></body></html>")]
#[case("report.xlsx", "<!DOCTYPE html>\n<html lang=\"en\"><title>Sign in to your account</title></html>")]
#[case("report.csv", "\u{feff}\r\n  <HTML xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table>")]
#[case("report.xls", "<table><tr><td>MCID</td><td>Associated to PMC</td></tr></table>")]
#[case("report.xls", "<!-- saved -->\n<html></html>")]
#[case("report.xls", "<meta http-equiv=\"refresh\" content=\"0\">")]
fn a_web_page(#[case] name: &str, #[case] page: &str) {
    assert_eq!(trouble(&file(name, page)), Trouble::Html);
}

#[rstest]
#[case("report.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", Trouble::Pdf)]
#[case("report.xlsx", b"%PDF-1.4\n", Trouble::Pdf)]
#[case("report.csv.gz", b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", Trouble::UnknownFormat)]
#[case("report.7z", b"7z\xbc\xaf\x27\x1c\x00\x04", Trouble::UnknownFormat)]
#[case("report.rar", b"Rar!\x1a\x07\x01\x00", Trouble::UnknownFormat)]
#[case("report.xls", b"<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook/>", Trouble::UnknownFormat)]
#[case("report.dat", &std::array::from_fn::<u8, 256, _>(|i| (i as u8).wrapping_mul(37) ^ 0x80), Trouble::UnknownFormat)]
fn formats_that_are_none_of_ours(#[case] name: &str, #[case] bytes: &[u8], #[case] expected: Trouble) {
    assert_eq!(trouble(&file(name, bytes)), expected);
}

#[test]
fn an_archive_without_a_workbook() {
    for entries in [vec![], vec![("report.csv", &b"MCID"[..])], vec![("word/document.xml", &b"<w/>"[..])]] {
        assert_eq!(trouble(&file("report.xlsx", zip(&entries))), Trouble::UnknownFormat);
    }
}

#[test]
fn an_old_document_without_a_workbook() {
    let mut bytes = std::fs::read(fixture("legacy.xls").on_disk().unwrap()).unwrap();
    let name: Vec<u8> = "Workbook".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let at = bytes.windows(name.len()).position(|w| w == name).unwrap();
    bytes[at..at + 2].copy_from_slice(b"X\0");
    assert_eq!(trouble(&file("report.xls", bytes)), Trouble::UnknownFormat);
}

// -- passwords

#[rstest]
#[case("password.xlsx")]
#[case("password.xls")]
fn a_workbook_with_a_password(#[case] name: &str) {
    assert_eq!(input_trouble(&fixture(name)), Trouble::Password);
    let bytes = std::fs::read(fixture(name).on_disk().unwrap()).unwrap();
    assert_eq!(trouble(&file("report.csv", bytes)), Trouble::Password, "whatever it is called");
}

#[test]
fn an_open_document_with_a_password() {
    let manifest = "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">\
        <manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\">\
        <manifest:encryption-data manifest:checksum=\"x\"/></manifest:file-entry></manifest:manifest>";
    let entries: [(&str, &[u8]); 3] = [
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", b"\x93\xfe\x00\x12garbage"),
        ("META-INF/manifest.xml", manifest.as_bytes()),
    ];
    assert_eq!(trouble(&file("report.ods", zip(&entries))), Trouble::Password);
}

// -- damage

fn whole_workbook() -> Vec<u8> {
    workbook(|book| put(book.add_worksheet(), 0, &[&HEADER, &AICHA, &LEI]))
}

#[test]
fn a_truncated_workbook() {
    let bytes = whole_workbook();
    for share in 1..20 {
        let cut = &bytes[..bytes.len() * share / 20];
        assert!(is_damaged(&trouble(&file("report.xlsx", cut))), "cut after {share}/20");
    }
    assert!(is_damaged(&trouble(&file("report.xlsx", &bytes[..bytes.len() - 1]))));
}

#[rstest]
#[case("legacy.xlsb")]
#[case("open-document.ods")]
#[case("legacy.xls")]
#[case("password.xlsx")]
fn other_truncated_workbooks(#[case] name: &str) {
    let bytes = std::fs::read(fixture(name).on_disk().unwrap()).unwrap();
    for share in 1..10 {
        let cut = file(name, &bytes[..bytes.len() * share / 10]);
        // An .xls cut behind its data may still be whole enough; anything else must say so.
        if let Err(e) = cut.read() {
            assert!(matches!(e.trouble, Trouble::Damaged(_) | Trouble::UnknownFormat | Trouble::Password), "{e}");
        } else {
            assert_eq!(name, "legacy.xls", "cut after {share}/10");
        }
    }
}

#[test]
fn a_workbook_with_broken_parts() {
    let bytes = whole_workbook();
    for (entry, from, to) in [
        ("xl/worksheets/sheet1.xml", "</sheetData>", "</sheet"),
        ("xl/worksheets/sheet1.xml", "t=\"s\"><v>1</v>", "t=\"s\"><v>99999</v>"),
        ("xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", "worksheets/sheet7.xml"),
        ("xl/workbook.xml", "r:id=\"rId1\"", "r:id=\"rId77\""),
    ] {
        let broken = file("report.xlsx", rewritten(&bytes, entry, |xml| xml.replace(from, to)));
        match broken.read() {
            Err(e) => assert!(matches!(e.trouble, Trouble::Damaged(_) | Trouble::NotAReport { .. }), "{entry}: {e}"),
            Ok(_) => panic!("{entry} was broken and nobody noticed"),
        }
    }
}

#[test]
fn a_quote_that_is_never_closed_keeps_the_rows_before_it() {
    let text =
        format!("{SHORT}\n8000015,a@contoso.example,Yes,No,X\n8000016,\"b@contoso.example,Yes,No,X\n8000017,c@contoso.example,Yes,No,X\n");
    let reading = read_ok(&csv(&text));
    assert_eq!(cell(&reading, report::Field::Mcid, 0), "8000015");
    assert_eq!(reading.table.rows(), 2);
}

// -- files that change

#[test]
fn a_file_that_vanishes_before_it_is_read() {
    let made = csv(&small_report());
    let input = made.input();
    std::fs::remove_file(&made.path).unwrap();
    assert_eq!(input_trouble(&input), Trouble::NotFound);
}

#[test]
fn a_file_that_vanishes_before_its_rows_are_read_again() {
    let made = csv(&small_report());
    let reading = read_ok(&made);
    std::fs::remove_file(&made.path).unwrap();
    let again = rows_again(&made.input(), &reading.source, &[2], &Limits::default(), &Arc::new(Progress::default()));
    assert_eq!(again.unwrap_err().trouble, Trouble::NotFound);
}

/// Row numbers of another file would show other people.
#[test]
fn rows_of_a_file_that_changed_are_not_read_again() {
    let made = csv(&small_report());
    let reading = read_ok(&made);
    made.replace(lines(&[&HEADER, &LEI], ",").as_bytes());
    let again = rows_again(&made.input(), &reading.source, &[2], &Limits::default(), &Arc::new(Progress::default()));
    assert!(is_damaged(&again.unwrap_err().trouble));
}

/// The file grows as soon as the first rows are taken. The race is with the reader, so it is run until it is won.
#[test]
fn a_file_that_changes_while_it_is_read_is_said() {
    use std::io::Write;
    use std::sync::atomic::Ordering;
    for _ in 0..50 {
        let made = file("report.csv", long_report(60_000));
        let progress = Arc::new(Progress::default());
        let watched = progress.clone();
        let path = made.path.clone();
        let writer = std::thread::spawn(move || {
            while watched.rows.load(Ordering::Relaxed) == 0 {
                std::thread::yield_now();
            }
            let mut file = std::fs::OpenOptions::new().append(true).open(path).unwrap();
            file.write_all(b"8999999,late@contoso.example,No,Yes,AZ-104\n").unwrap();
        });
        let reading = report::read(&made.input(), &Options::default(), &progress).unwrap();
        writer.join().unwrap();
        if said(&reading, Code::FileChanged).len() == 1 {
            return;
        }
    }
    panic!("nobody noticed that the file changed");
}

#[test]
fn a_file_that_does_not_change_is_not_said_to() {
    assert_eq!(codes(&read_ok(&csv(&small_report()))), []);
    let reading = read_ok(&csv(&small_report()));
    assert!(reading.source.stamp.is_some_and(|(size, _)| size == small_report().len() as u64));
}
