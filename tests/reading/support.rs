//! What the tests are written with: files made on the spot, and what is asked of a reading.

use std::io::{Cursor, Read, Write};
use std::path::PathBuf;
use std::sync::Arc;

use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};
use skilldeck::report::{self, Code, Diagnostic, Field, Input, Options, Progress, ReadError, Reading, Trouble};
use zip::write::SimpleFileOptions;

/// The headings of a report in English, as far as they are known.
pub const HEADER: [&str; 12] = [
    "First Name",
    "Last Name",
    "Email",
    "MCID",
    "Associated to PMC",
    "Associated to PC",
    "Skill Type",
    "Skill Name",
    "Skill ID",
    "Skill Completion Date",
    "Relevant for Competencies  (Option) or Programs",
    "Skill Expiration Date",
];

/// Their meaning, in the same order.
pub const FIELDS: [Field; 12] = [
    Field::FirstName,
    Field::LastName,
    Field::Email,
    Field::Mcid,
    Field::AssociatedPmc,
    Field::AssociatedPc,
    Field::SkillType,
    Field::SkillName,
    Field::SkillId,
    Field::CompletionDate,
    Field::Relevant,
    Field::ExpirationDate,
];

/// A person with a certification.
pub const AICHA: [&str; 12] = [
    "Aïcha",
    "Benali",
    "aicha.benali@contoso.example",
    "8000015",
    "Yes",
    "No",
    "Certification",
    "Azure Administrator Associate",
    "AZ-104",
    "2021-05-19",
    "Cloud Platform (Azure Consumption)",
    "2023-05-19",
];

/// A person with an exam, which does not expire.
pub const LEI: [&str; 12] = [
    "雷",
    "李",
    "lei.li@contoso.example",
    "8000016",
    "No",
    "Yes",
    "Exam",
    "Implementing Microsoft Azure Infrastructure Solutions",
    "70-533",
    "2018-12-25",
    "DevOps",
    "",
];

/// The four headings that make a skills report, and the address.
pub const SHORT: &str = "MCID,Email,Associated to PMC,Associated to PC,Relevant for Competencies (Option) or Programs";

/// A file in a folder of its own, which goes when the test ends.
pub struct Made {
    folder: tempfile::TempDir,
    pub path: PathBuf,
}

impl Made {
    pub fn input(&self) -> Input {
        Input::file(self.path.to_str().unwrap())
    }

    pub fn read(&self) -> Result<Reading, ReadError> {
        self.read_with(&Options::default())
    }

    pub fn read_with(&self, options: &Options) -> Result<Reading, ReadError> {
        report::read(&self.input(), options, &Arc::new(Progress::default()))
    }

    /// Puts another file in its place.
    pub fn replace(&self, bytes: &[u8]) {
        std::fs::write(&self.path, bytes).unwrap();
    }

    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }
}

/// A file of this name and content.
pub fn file(name: &str, content: impl AsRef<[u8]>) -> Made {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, content).unwrap();
    Made { folder, path }
}

/// A text file.
pub fn csv(text: &str) -> Made {
    file("report.csv", text)
}

/// Rows as the lines of a text file.
pub fn lines(rows: &[&[&str]], delimiter: &str) -> String {
    let quote = |cell: &&str| {
        if cell.contains(delimiter) || cell.contains(['"', '\n']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            (*cell).to_owned()
        }
    };
    let line = |row: &&[&str]| row.iter().map(quote).collect::<Vec<_>>().join(delimiter);
    rows.iter().map(line).collect::<Vec<_>>().join("\r\n") + "\r\n"
}

/// A report of two people, as a text file with commas.
pub fn small_report() -> String {
    lines(&[&HEADER, &AICHA, &LEI], ",")
}

/// A report with this many short rows.
pub fn long_report(rows: u32) -> Vec<u8> {
    let mut text = Vec::with_capacity(rows as usize * 32);
    writeln!(text, "MCID,Email,Associated to PMC,Associated to PC,Skill ID").unwrap();
    for row in 0..rows {
        let person = row / 10;
        writeln!(text, "{},u{person}@contoso.example,No,Yes,AZ-{}", 8_000_000 + person, 100 + row % 10).unwrap();
    }
    text
}

/// A workbook as bytes.
pub fn workbook(fill: impl FnOnce(&mut Workbook) -> Result<(), XlsxError>) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(&mut book).unwrap();
    book.save_to_buffer().unwrap()
}

/// A workbook with one sheet.
pub fn xlsx(fill: impl FnOnce(&mut Worksheet) -> Result<(), XlsxError>) -> Made {
    file("report.xlsx", workbook(|book| fill(book.add_worksheet())))
}

/// Writes rows of text into a sheet, from this row (0-based) down.
pub fn put(sheet: &mut Worksheet, first: u32, rows: &[&[&str]]) -> Result<(), XlsxError> {
    for (row, cells) in (first..).zip(rows) {
        for (column, cell) in (0u16..).zip(*cells) {
            if !cell.is_empty() {
                sheet.write_string(row, column, *cell)?;
            }
        }
    }
    Ok(())
}

/// A zip archive.
pub fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A workbook with one entry rewritten, for what the writing library does not do.
pub fn rewritten(workbook: &[u8], entry: &str, rewrite: impl Fn(String) -> String) -> Vec<u8> {
    let mut source = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut entries = Vec::new();
    for index in 0..source.len() {
        let mut from = source.by_index(index).unwrap();
        let name = from.name().unwrap().to_string();
        let mut bytes = Vec::new();
        from.read_to_end(&mut bytes).unwrap();
        if name == entry {
            let before = String::from_utf8(bytes).unwrap();
            let after = rewrite(before.clone());
            assert_ne!(before, after, "nothing was rewritten in {entry}");
            bytes = after.into_bytes();
        }
        entries.push((name, bytes));
    }
    let entries: Vec<(&str, &[u8])> = entries.iter().map(|(n, b)| (n.as_str(), b.as_slice())).collect();
    zip(&entries)
}

/// The least that is a workbook, with one sheet of this XML and whatever other entries.
pub fn bare_xlsx(sheet: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let root = format!(
        "<Relationships xmlns=\"{package}\"><Relationship Id=\"rId1\" Type=\"{relation}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let sheets = format!(
        "<workbook xmlns=\"{main}\" xmlns:r=\"{relation}\"><sheets><sheet name=\"Skills\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    let parts = format!(
        "<Relationships xmlns=\"{package}\"><Relationship Id=\"rId1\" Type=\"{relation}/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"{relation}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
    );
    let sheet = format!("<worksheet xmlns=\"{main}\"><sheetData>{sheet}</sheetData></worksheet>");
    let mut entries: Vec<(&str, &[u8])> = vec![
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", sheets.as_bytes()),
        ("xl/_rels/workbook.xml.rels", parts.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    entries.extend(more);
    zip(&entries)
}

/// A row of a sheet in XML, its cells as text that stands in the sheet itself.
pub fn inline_row(row: u32, cells: &[&str]) -> String {
    let cells: String = cells.iter().map(|c| format!("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{c}</t></is></c>")).collect();
    format!("<row r=\"{row}\">{cells}</row>")
}

/// A workbook of `tests/fixtures`.
pub fn fixture(name: &str) -> Input {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    Input::file(path.to_str().unwrap())
}

/// Reads what must be readable.
pub fn read_ok(made: &Made) -> Reading {
    made.read().unwrap_or_else(|e| panic!("{e}"))
}

/// Reads an input that must be readable.
pub fn read_input(input: &Input) -> Reading {
    report::read(input, &Options::default(), &Arc::new(Progress::default())).unwrap_or_else(|e| panic!("{e}"))
}

/// Why a file cannot be read.
pub fn trouble(made: &Made) -> Trouble {
    trouble_with(made, &Options::default())
}

/// Why a file cannot be read with these options.
pub fn trouble_with(made: &Made, options: &Options) -> Trouble {
    match made.read_with(options) {
        Ok(reading) => panic!("was read: {:?}", reading.source),
        Err(e) => {
            assert_eq!(e.path, made.path.to_str().unwrap(), "the error names the file");
            e.trouble
        }
    }
}

/// A cell as it was kept.
pub fn cell(reading: &Reading, field: Field, row: usize) -> &str {
    reading.table.column(field).unwrap_or_else(|| panic!("no column {}", field.name())).text(row)
}

/// All cells of a column.
pub fn column(reading: &Reading, field: Field) -> Vec<&str> {
    (0..reading.table.rows()).map(|row| cell(reading, field, row)).collect()
}

/// Yes or no in a row.
pub fn yes_no(reading: &Reading, field: Field, row: usize) -> Option<bool> {
    skilldeck::report::vocabulary::vocabulary().yes_no(cell(reading, field, row), reading.locale)
}

/// A date as ISO text.
pub fn date(reading: &Reading, field: Field, row: usize) -> Option<String> {
    reading.date(field, row).map(|d| d.to_string())
}

/// The diagnostics of a kind.
pub fn said(reading: &Reading, code: Code) -> Vec<&Diagnostic> {
    reading.source.diagnostics.iter().filter(|d| d.code == code).collect()
}

/// The kinds of everything that was said.
pub fn codes(reading: &Reading) -> Vec<Code> {
    reading.source.diagnostics.iter().map(|d| d.code).collect()
}

/// Checks that the reading holds the two people of [`AICHA`] and [`LEI`], every cell of them.
pub fn assert_small_report(reading: &Reading) {
    assert_eq!(reading.source.kind, report::Kind::SkillsReport);
    assert_eq!((reading.source.rows, reading.source.rows_refused, reading.table.rows()), (2, 0, 2));
    for (row, person) in [AICHA, LEI].iter().enumerate() {
        for (field, expected) in FIELDS.iter().zip(person) {
            if field.is_date() {
                assert_eq!(date(reading, *field, row).unwrap_or_default(), *expected, "{} in row {row}", field.name());
            } else {
                assert_eq!(cell(reading, *field, row), *expected, "{} in row {row}", field.name());
            }
        }
    }
    assert_eq!(codes(reading), [], "nothing to complain about");
}
