//! Where output goes: files that are never overwritten unasked, pipes that close early, and what must never come out.

use rstest::rstest;

use super::support::{Desk, names_in, report, two_people};

#[rstest]
#[case(&["summary", "report.csv"])]
#[case(&["summary", "report.csv", "--format", "json"])]
#[case(&["users", "report.csv", "--format", "csv"])]
#[case(&["columns", "report.csv", "--format", "json", "--lang", "fr"])]
fn a_file_holds_what_the_terminal_would_show(#[case] args: &[&str]) {
    let desk = Desk::with("report.csv", two_people());
    let shown = desk.print(args);
    assert_eq!(desk.print(&[args, &["-o", "out"]].concat()), "", "nothing is left for the terminal");
    assert_eq!(desk.text_of("out"), shown);
    assert_eq!(desk.print(&[args, &["--output=deep.json"]].concat()), "");
    assert_eq!(names_in(&desk.path("")), ["deep.json", "out", "report.csv"], "no temporary file stays behind");
    assert_eq!(desk.print(&[args, &["-o", "-"]].concat()), shown, "- is standard output");
}

#[test]
fn an_existing_file_is_kept_unless_forced() {
    let desk = Desk::with("report.csv", two_people());
    desk.put("out.json", "precious");
    let message = desk.run(&["users", "report.csv", "--format", "json", "-o", "out.json"]).failure();
    assert_eq!(message, "out.json exists already. Choose another name, or overwrite it with --force.");
    assert!(desk.run(&["users", "report.csv", "-o", "out.json", "--lang", "fr"]).failure().contains("out.json existe déjà"));
    assert_eq!(desk.text_of("out.json"), "precious");
    desk.print(&["users", "report.csv", "--format", "json", "-o", "out.json", "--force"]);
    assert!(desk.text_of("out.json").starts_with("{\n  \"schema\": 1"));
}

#[rstest]
#[case("nowhere/out.json")]
#[case("report.csv/out.json")]
fn a_folder_that_cannot_be_written_is_named(#[case] path: &str) {
    let desk = Desk::with("report.csv", two_people());
    let message = desk.run(&["summary", "report.csv", "-o", path]).failure();
    assert!(message.starts_with(&format!("{path} could not be written: ")) && !message.contains(".tmp"), "{message}");
    let message = desk.run(&["summary", "report.csv", "-o", path, "--force", "--lang", "fr"]).failure();
    assert!(message.starts_with(&format!("{path} n’a pas pu être écrit : ")), "{message}");
    assert_eq!(desk.text_of("report.csv"), two_people());
}

#[cfg(unix)]
#[test]
fn a_folder_without_write_permission_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::with("report.csv", two_people());
    let folder = desk.path("locked");
    std::fs::create_dir(&folder).unwrap();
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o555)).unwrap();
    if std::fs::write(folder.join("probe"), "").is_ok() {
        return; // whoever runs this may write anywhere
    }
    let message = desk.run(&["summary", "report.csv", "-o", "locked/out.txt"]).failure();
    assert!(message.starts_with("locked/out.txt could not be written: "), "{message}");
    assert_eq!(names_in(&folder), [""; 0]);
}

/// A reader that has seen enough (`skilldeck users … | head`) is no error.
#[cfg(unix)]
#[test]
fn a_pipe_that_closes_early_is_no_error() {
    use std::io::Read;
    use std::process::{Command, Stdio};
    let rows: Vec<String> = (0..3000).map(|n| format!("Ada{n},Byron,ada{n}@x.example,{},Yes,No,,,,,,", 8_000_000 + n)).collect();
    let desk = Desk::with("report.csv", report(&rows.iter().map(String::as_str).collect::<Vec<_>>()));
    let mut child = Command::new(assert_cmd::cargo::cargo_bin!("skilldeck"))
        .args(["users", "report.csv", "--format", "json"])
        .env("SKILLDECK_DATA_DIR", desk.data())
        .env("SKILLDECK_CONFIG", desk.config())
        .current_dir(desk.path(""))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut start = [0; 12];
    let mut stdout = child.stdout.take().unwrap();
    stdout.read_exact(&mut start).unwrap();
    drop(stdout);
    let end = child.wait_with_output().unwrap();
    assert_eq!(&start, b"{\n  \"schema\"");
    assert_eq!((end.status.code(), String::from_utf8_lossy(&end.stderr).as_ref()), (Some(0), ""));
}

/// Cells that a spreadsheet would run are written as text.
#[rstest]
#[case("=HYPERLINK(\"http://x.example\",\"Click\")")]
#[case("+1+1")]
#[case("-2+3")]
#[case("@SUM(A1:A9)")]
#[case("＝1+1")]
fn no_cell_of_a_csv_is_a_formula(#[case] name: &str) {
    let quoted = name.replace('"', "\"\"");
    let desk = Desk::with("report.csv", report(&[&format!("\"{quoted}\",,a@x.example,1,Yes,No,Exam,Maps,E-1,2021-02-13,{},", "=Camping")]));
    let printed = desk.print(&["users", "report.csv", "--format", "csv"]);
    assert!(printed.starts_with('\u{feff}') && printed.ends_with("\r\n"), "UTF-8 with its mark, CRLF: {printed}");
    assert_eq!(printed.matches('\n').count(), printed.matches("\r\n").count());
    let mut reader = csv::Reader::from_reader(printed.trim_start_matches('\u{feff}').as_bytes());
    let row = reader.records().next().unwrap().unwrap();
    assert_eq!(&row[1], format!("'{name}"));
    assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '＝'])), "{row:?}");
    let columns = desk.print(&["columns", "report.csv", "--format", "csv", "--map", "mcid=MCID"]);
    assert!(columns.contains(",MCID,mcid,user\r\n"), "{columns}");
}

const EVIL: &str = "A\u{1b}[31m\u{1b}]0;owned\u{7}d\u{9b}2Ja\u{202e}\u{200b}";

/// Escape sequences, other control characters and bidi overrides of cells, headings and names stay away from the terminal.
#[test]
fn nothing_in_a_cell_reaches_the_terminal_as_a_command() {
    let csv = report(&[&format!("{EVIL},{EVIL},a@x.example,{EVIL},Yes,{EVIL},Exam,{EVIL},{EVIL},{EVIL},{EVIL} ({EVIL}),")]);
    let csv = csv.replace("Skill ID", &format!("Skill ID,{EVIL}"));
    let desk = Desk::with("report.csv", csv);
    let tame = |text: &str| !text.chars().any(|c| (c.is_control() && c != '\n') || matches!(c, '\u{200b}' | '\u{202e}'));
    let runs: [&[&str]; 4] = [
        &["summary", "report.csv", "--company", EVIL],
        &["users", "report.csv"],
        &["columns", "report.csv"],
        &["summary", "report.csv", "--lang", "fr"],
    ];
    for args in runs {
        let shown = desk.print(args);
        assert!(tame(&shown), "{args:?}: {}", shown.escape_debug());
    }
    for command in ["summary", "users", "columns"] {
        let written = desk.print(&[command, "report.csv", "--format", "csv"]);
        assert!(tame(&written.replace("\r\n", "\n").replace('\u{feff}', "")), "{command}: {}", written.escape_debug());
        let json = desk.print(&[command, "report.csv", "--format", "json"]);
        assert!(tame(&json), "JSON escapes it: {}", json.escape_debug());
        let parsed: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert!(
            command != "users"
                || parsed["users"][0]["skills"][0]["title_as_printed"] == EVIL.trim_end_matches('\u{200b}').trim_end_matches('\u{202e}'),
            "and loses nothing: {}",
            parsed["users"][0]["skills"][0]
        );
    }
}

/// What a message repeats from the command line or from a file is cleaned too, and it stays one line.
#[test]
fn messages_repeat_nothing_that_a_terminal_obeys() {
    let desk = Desk::with("report.csv", two_people());
    desk.put("other.csv", format!("{EVIL},B\n1,2\n"));
    let runs: [&[&str]; 6] = [
        &["summary", "\u{1b}[31m\nno such file"],
        &["summary", "report.csv", "--sheet", "\u{1b}[2J\n"],
        &["summary", "report.csv", "--map", "mcid=\u{1b}[2J\n"],
        &["summary", "report.csv", "--format", "\u{1b}[2J\n"],
        &["summary", "other.csv"],
        &["users", "report.csv", "--filter", "\u{1b}[2J\nx:y pcc:\n"],
    ];
    for args in runs {
        let message = desk.run(args).failure();
        assert!(!message.chars().any(char::is_control), "{}", message.escape_debug());
    }
}

/// A report is never overwritten, not even on demand.
#[test]
fn a_file_that_was_read_is_never_written() {
    let desk = Desk::with("report.csv", two_people());
    let before = desk.text_of("report.csv");
    for path in ["report.csv", "./report.csv"] {
        let message = desk.run(&["users", "report.csv", "--format", "csv", "-o", path, "--force"]).failure();
        assert!(message.contains("one of the files that were read"), "{message}");
    }
    assert_eq!(desk.text_of("report.csv"), before);
}

#[test]
fn the_ending_of_the_output_file_tells_the_format() {
    let desk = Desk::with("report.csv", two_people());
    desk.print(&["users", "report.csv", "-o", "list.csv"]);
    assert!(desk.text_of("list.csv").starts_with("\u{feff}person,name,"));
    desk.print(&["users", "report.csv", "-o", "list.json"]);
    assert!(desk.text_of("list.json").contains("\"schema\": 1"));
    desk.print(&["users", "report.csv", "-o", "other.csv", "--format", "text"]);
    assert!(desk.text_of("other.csv").starts_with("Name"), "what is asked for goes before the ending");
}

/// A list that the program wrote is not taken for a download when its folder is opened.
#[test]
fn our_own_list_is_no_report() {
    let desk = Desk::with("report.csv", two_people());
    desk.print(&["users", "report.csv", "-o", "list.csv"]);
    let summary = desk.json(&["summary", "report.csv", "list.csv"]);
    assert_eq!(summary["sources"][1]["kind"], "own-list");
    assert_eq!(summary["accounts"], 2);
}

#[cfg(unix)]
#[test]
fn a_written_file_is_an_ordinary_one_and_a_link_stays_a_link() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::with("report.csv", two_people());
    desk.print(&["users", "report.csv", "-o", "list.csv"]);
    std::fs::write(desk.path("plain"), "").unwrap();
    let mode = |name: &str| std::fs::metadata(desk.path(name)).unwrap().permissions().mode();
    assert_eq!(mode("list.csv"), mode("plain"));
    std::os::unix::fs::symlink(desk.path("list.csv"), desk.path("link.csv")).unwrap();
    desk.print(&["users", "report.csv", "-o", "link.csv", "--force"]);
    assert!(std::fs::symlink_metadata(desk.path("link.csv")).unwrap().is_symlink());
}

/// What a workbook on the desk holds, heading row first.
fn cells_of(desk: &Desk, name: &str) -> Vec<Vec<calamine::Data>> {
    use calamine::Reader;
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(desk.path(name)).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    sheet.rows().map(<[calamine::Data]>::to_vec).collect()
}

const SKILLED: &str = "Ana,Roy,ana@x.example,8000015,,Yes,Certification,,azure-administrator-associate,2026-02-03,,2027-02-03";

/// Every command that prints rows prints them in each shape, with the same headings.
#[rstest]
#[case(&["users", "report.csv"])]
#[case(&["users", "report.csv", "--filter", "skill:administrator"])]
#[case(&["columns", "report.csv"])]
#[case(&["summary", "report.csv"])]
#[case(&["standing", "report.csv", "--as-of", "2026-09-15"])]
#[case(&["standing", "report.csv", "--as-of", "2026-09-15", "--explain", "data-ai"])]
#[case(&["standing", "report.csv", "--as-of", "2026-09-15", "--compare", "2023-10", "2026-07"])]
#[case(&["entered", "report.csv"])]
#[case(&["catalog", "list"])]
#[case(&["catalog", "show", "data-ai"])]
fn rows_come_as_csv_workbook_and_markdown(#[case] args: &[&str]) {
    let desk = Desk::with("report.csv", report(&[SKILLED]));
    let csv = desk.print(&[args, &["--format", "csv"]].concat());
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<Vec<String>> = reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect();
    desk.print(&[args, &["-o", "out.xlsx"]].concat());
    let cells = cells_of(&desk, "out.xlsx");
    let head: Vec<String> = cells[0].iter().map(ToString::to_string).collect();
    assert_eq!((&head, cells.len()), (&rows[0], rows.len()));
    desk.print(&[args, &["-o", "out.md"]].concat());
    let markdown = desk.text_of("out.md");
    assert_eq!(markdown, desk.print(&[args, &["--format", "md"]].concat()));
    if args.contains(&"--explain") {
        assert!(
            markdown.starts_with("# Solutions Partner for Data & AI (Azure)\n\n- ") && markdown.contains("\n## Metrics\n\n- "),
            "{markdown}"
        );
        return;
    }
    let head: Vec<&str> = markdown.lines().next().unwrap().split('|').map(str::trim).filter(|cell| !cell.is_empty()).collect();
    assert_eq!((head, markdown.lines().count()), (rows[0].iter().map(String::as_str).collect(), rows.len() + 1));
}

/// Numbers can be added up, days sorted, and an MCID is no number.
#[test]
fn a_workbook_has_numbers_days_and_text() {
    use calamine::Data;
    let desk = Desk::with("report.csv", report(&[SKILLED]));
    desk.print(&["users", "report.csv", "--filter", "skill:administrator", "-o", "users.xlsx"]);
    let cells = cells_of(&desk, "users.xlsx");
    let of = |cells: &[Vec<Data>], row: usize, head: &str| {
        let at = cells[0].iter().position(|cell| *cell == head).unwrap();
        cells[row][at].clone()
    };
    assert_eq!(of(&cells, 1, "mcid"), Data::String("8000015".to_owned()));
    assert_eq!(of(&cells, 1, "skills"), Data::Float(1.0));
    assert!(matches!(of(&cells, 1, "expires"), Data::DateTime(_)));
    desk.print(&["standing", "report.csv", "--as-of", "2026-09-15", "--track", "smb", "--format", "xlsx", "-o", "standing.any"]);
    let cells = cells_of(&desk, "standing.any");
    let path = |row: &Vec<Data>| row[1].to_string();
    let row = cells.iter().position(|row| path(row) == "data-ai/intermediate/smb/1").unwrap();
    assert_eq!((of(&cells, row, "points"), of(&cells, row, "need")), (Data::Float(4.0), Data::Float(1.0)));
    assert!(matches!(of(&cells, row, "safe_until"), Data::DateTime(_)));
}

/// Text that looks like a formula stays text in a workbook, and Markdown draws nothing of it.
#[test]
fn no_cell_of_a_workbook_or_markdown_is_more_than_text() {
    use calamine::{Data, Reader};
    let name = "=HYPERLINK(1)|<b>";
    let row = format!("\"{name}\",,a@x.example,1,Yes,Yes,Certification,,azure-administrator-associate,2026-02-03,,2027-02-03");
    let desk = Desk::with("report.csv", report(&[&row]));
    for args in [&["users", "report.csv"][..], &["standing", "report.csv", "--as-of", "2026-09-15"]] {
        desk.print(&[args, &["-o", "out.xlsx", "--force"]].concat());
        assert!(cells_of(&desk, "out.xlsx").concat().contains(&Data::String(name.to_owned())), "{args:?}");
        let mut book: calamine::Xlsx<_> = calamine::open_workbook(desk.path("out.xlsx")).unwrap();
        let sheet = book.sheet_names()[0].clone();
        assert!(book.worksheet_formula(&sheet).unwrap().is_empty(), "{args:?}");
        let markdown = desk.print(&[args, &["--format", "md"]].concat());
        assert!(markdown.contains("=HYPERLINK(1)\\|\\<b>"), "{markdown}");
    }
}

#[rstest]
#[case(&[], "A workbook is not for the terminal: name a file with -o FILE.xlsx.")]
#[case(&["-o", "-"], "A workbook is not for the terminal: name a file with -o FILE.xlsx.")]
#[case(&["--lang", "fr"], "Un classeur ne s’affiche pas dans le terminal : nommez un fichier avec -o FICHIER.xlsx.")]
fn a_workbook_needs_a_file(#[case] more: &[&str], #[case] said: &str) {
    let desk = Desk::with("report.csv", report(&[SKILLED]));
    let message = desk.run(&[&["entered", "report.csv", "--set", "track=smb", "--format", "xlsx"], more].concat()).failure();
    assert_eq!(message, said);
    assert!(desk.print(&["entered", "report.csv"]).contains("Nothing was entered yet"), "and nothing was changed");
}
