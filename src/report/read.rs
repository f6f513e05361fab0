//! One file from its path to a table: format, sheet, header row, columns, rows.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use chrono::NaiveDate;

use super::columns::{ColumnInfo, Mapping, Recognition, recognise};
use super::dates::{self, Dates, Hints};
use super::diagnostics::{Code, Diagnostic, ReadError, Trouble};
use super::field::Field;
use super::kinds::Kind;
use super::list_words::list_words;
use super::open::{self, Format, Input, Progress, Stamp};
use super::sheet::{Book, Flow, Row};
use super::table::{self, Table};
use super::taker::Taker;
use super::values::{self, DayOrder};
use super::vocabulary::vocabulary;
use crate::config::Limits;
use crate::faults;
use crate::text;

/// What the user asks of the reading.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// How much to read at most.
    pub limits: Limits,
    /// Headings mapped by hand.
    pub map: Vec<Mapping>,
    /// The sheet to read, by name.
    pub sheet: Option<String>,
    /// Which of two numbers in a date is the day, where the user says so.
    pub day_order: Option<DayOrder>,
    /// Mappings of earlier sessions, by header row.
    pub remembered: super::mappings::Remembered,
}

/// What was read of a file and how it was understood.
#[derive(Clone, Debug)]
pub struct Source {
    /// The path as given.
    pub path: String,
    /// Which download it is.
    pub kind: Kind,
    /// The sheet read; `None` for a text file.
    pub sheet: Option<String>,
    /// 1-based row of the headings.
    pub header_row: Option<u32>,
    /// Language of the headings: `fr-FR`.
    pub locale: Option<&'static str>,
    /// Every column of the sheet.
    pub columns: Vec<ColumnInfo>,
    /// Data rows, those refused and doubled included.
    pub rows: u32,
    /// Rows that name nobody.
    pub rows_refused: u32,
    /// Rows that repeat another one.
    pub duplicate_rows: u32,
    /// First and last completion date.
    pub span: Option<(NaiveDate, NaiveDate)>,
    /// What was noticed.
    pub diagnostics: Vec<Diagnostic>,
    /// Encoding of a text file: `UTF-8`.
    pub encoding: Option<&'static str>,
    /// Delimiter of a text file.
    pub delimiter: Option<char>,
    /// Day of creation by the document's properties.
    pub created: Option<NaiveDate>,
    /// Day of the last change by the document's properties.
    pub modified: Option<NaiveDate>,
    /// Size and time of the file when it was read.
    pub stamp: Option<Stamp>,
    /// A mapping of an earlier session was applied.
    pub remembered: bool,
}

impl Source {
    /// The headings, by column.
    #[must_use]
    pub fn headers(&self) -> Vec<String> {
        self.columns.iter().map(|c| c.header.clone()).collect()
    }

    /// The column of a field.
    #[must_use]
    pub fn column(&self, field: Field) -> Option<&ColumnInfo> {
        self.columns.iter().find(|c| c.field == Some(field))
    }

    /// The required columns that the file does not have (R2). TrainingCompletions has none of them but the MCID (R16).
    #[must_use]
    pub fn missing(&self) -> Vec<Field> {
        if self.kind != Kind::SkillsReport {
            return Vec::new();
        }
        Field::REQUIRED.into_iter().filter(|f| self.column(*f).is_none()).collect()
    }
}

/// A file, read.
#[derive(Debug)]
pub struct Reading {
    /// How it was understood.
    pub source: Source,
    /// Its rows. Empty for the downloads that are only recognised.
    pub table: Table,
    /// Its dates, by date field.
    pub dates: HashMap<Field, Dates>,
    /// Its language, as an index into the vocabulary.
    pub locale: Option<usize>,
}

impl Reading {
    /// The date in a row.
    #[must_use]
    pub fn date(&self, field: Field, row: usize) -> Option<NaiveDate> {
        self.dates.get(&field)?.get(self.table.column(field)?, row)
    }
}

/// Rows looked at to find the headings.
const HEADER_DEPTH: usize = 60;
/// Rows looked at to tell columns from their cells.
const SAMPLE: usize = 260;
/// Reads a file.
///
/// # Errors
/// When the file cannot be read, is none of the downloads that are known, or the user gave up.
pub fn read(input: &Input, options: &Options, progress: &Arc<Progress>) -> Result<Reading, ReadError> {
    input.check()?;
    let stamp = input.stamp();
    let format = open::sniff(input, &options.limits)?;
    if let Some(reading) = message_only(input, format, stamp)? {
        return Ok(reading);
    }
    let mut book = Book::open(input, format, progress)?;
    let found = find_header(input, &mut book, options)?;
    let mut reading = read_rows(input, &mut book, found, options, progress, &[])?;
    if may_be_merged(&reading) {
        let areas = book.merged_areas(input, reading_sheet(&book, &reading));
        if areas.iter().any(|a| a.2 > a.0 && reading.source.header_row.is_some_and(|h| a.2 >= h)) {
            let found = find_header(input, &mut book, options)?;
            reading = read_rows(input, &mut book, found, options, progress, &areas)?;
        }
    }
    if stamp.is_some() && input.stamp() != stamp {
        reading.source.diagnostics.push(Diagnostic::of_file(Code::FileChanged, ""));
    }
    reading.source.stamp = stamp;
    Ok(reading)
}

/// Whether rows name nobody, or do not say what they are expected to: both may stand in a merged cell above.
fn may_be_merged(reading: &Reading) -> bool {
    let table = &reading.table;
    let has_gap = |field| table.column(field).is_some_and(|column| (0..table.rows()).any(|row| column.id(row) == 0));
    // In a list the cell of a team is often merged over its people.
    let of_list = |field: Field| !reading.source.kind.is_report() && Field::OF_LISTS.contains(&field);
    reading.source.rows_refused > 0 || Field::ALL.iter().any(|f| (f.is_yes_no() || of_list(*f)) && has_gap(*f))
}

fn reading_sheet(book: &Book, reading: &Reading) -> usize {
    book.sheets.iter().position(|s| s.name == reading.source.sheet).unwrap_or(0)
}

/// The no-data message as a text file or web page (T2); any other web page is an error.
pub(super) fn message_only(input: &Input, format: Format, stamp: Option<Stamp>) -> Result<Option<Reading>, ReadError> {
    if !matches!(format, Format::Html | Format::Text) {
        return Ok(None);
    }
    let head = input.head(1 << 16)?;
    // The message is one sentence.
    if format == Format::Text && head.len() >= 4096 {
        return Ok(None);
    }
    let (decoded, _, _) = super::text_file::encoding_of(&input.head(super::text_file::SAMPLE)?).decode(&head);
    let is_message = match format {
        Format::Html => vocabulary().holds_no_data(&without_tags(&decoded)),
        _ => vocabulary().is_no_data(&decoded),
    };
    match (is_message, format) {
        (true, _) => Ok(Some(empty_report(input, None, stamp))),
        (false, Format::Html) => Err(ReadError::new(&input.path, Trouble::Html)),
        _ => Ok(None),
    }
}

fn without_tags(page: &str) -> String {
    let mut out = String::with_capacity(page.len());
    let mut inside = false;
    for c in page.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out.replace("&nbsp;", " ").replace("&#39;", "'").replace("&rsquo;", "’")
}

fn empty_report(input: &Input, sheet: Option<String>, stamp: Option<Stamp>) -> Reading {
    let source = Source {
        path: input.path.clone(),
        kind: Kind::EmptyReport,
        sheet,
        header_row: None,
        locale: None,
        columns: Vec::new(),
        rows: 0,
        rows_refused: 0,
        duplicate_rows: 0,
        span: None,
        diagnostics: vec![Diagnostic::of_file(Code::EmptyReport, "")],
        encoding: None,
        delimiter: None,
        created: None,
        modified: None,
        stamp,
        remembered: false,
    };
    Reading { source, table: Table::default(), dates: HashMap::new(), locale: None }
}

impl Found {
    /// What the file is.
    pub(super) fn kind(&self) -> Kind {
        self.recognition.kind.unwrap_or(Kind::StaffList)
    }
}

/// Where the data stands.
pub(super) struct Found {
    sheet: usize,
    /// 1-based row of the headings; 0: the sheet holds the no-data message.
    header_row: u32,
    recognition: Recognition,
    remembered: bool,
}

/// Looks through the first rows of every sheet for the row that is best understood as headings.
pub(super) fn find_header(input: &Input, book: &mut Book, options: &Options) -> Result<Found, ReadError> {
    let quiet = Arc::new(Progress::default());
    let sheets: Vec<usize> = match &options.sheet {
        None => (0..book.sheets.len()).collect(),
        Some(name) => {
            let there = book.sheets.iter().filter_map(|s| s.name.clone()).collect();
            let wanted = text::fold(name);
            let at = book.sheets.iter().position(|s| s.name.as_ref().is_some_and(|n| text::fold(n) == wanted));
            vec![at.ok_or_else(|| ReadError::new(&input.path, Trouble::NoSheet { name: name.clone(), there }))?]
        }
    };
    let mut best: Option<(u32, Found)> = None;
    let mut others = Vec::new();
    let mut first_row = Vec::new();
    let mut message = None;
    for sheet in sheets {
        let mut rows: Vec<(u32, Vec<String>)> = Vec::new();
        book.for_each_row(input, sheet, Some(SAMPLE), options.limits.cell_bytes, &quiet, &mut |found: &[Row<'_>]| {
            rows.extend(found.iter().map(|row| (row.line, row.texts())));
            Ok(Flow::Continue)
        })?;
        if rows.len() <= 20 && rows.iter().flat_map(|(_, cells)| cells).any(|c| vocabulary().is_no_data(c)) {
            message = message.or(Some(sheet));
        }
        if let Some((_, cells)) = rows.iter().find(|(_, cells)| cells.iter().filter(|c| !c.trim().is_empty()).count() > 1)
            && first_row.is_empty()
        {
            first_row = cells.iter().filter(|c| !c.trim().is_empty()).cloned().collect();
        }
        let Some((score, found)) = best_header(sheet, &rows, options) else { continue };
        let score = if book.sheets[sheet].hidden { score / 2 } else { score };
        if found.recognition.kind.is_some_and(Kind::is_report) {
            others.push(sheet);
        }
        if best.as_ref().is_none_or(|(s, _)| score > *s) {
            best = Some((score, found));
        }
    }
    let Some((_, mut found)) = best else {
        if let Some(sheet) = message {
            let recognition = Recognition { kind: Some(Kind::EmptyReport), columns: Vec::new(), locale: None, score: 0, notes: Vec::new() };
            return Ok(Found { sheet, header_row: 0, recognition, remembered: false });
        }
        return Err(ReadError::new(&input.path, Trouble::NotAReport { found: first_row }));
    };
    let name = |sheet: usize| book.sheets[sheet].name.clone().unwrap_or_default();
    if book.sheets[found.sheet].hidden {
        found.recognition.notes.push(Diagnostic::of_file(Code::HiddenSheet, name(found.sheet)));
    }
    for other in others.into_iter().filter(|s| *s != found.sheet) {
        found.recognition.notes.push(Diagnostic::of_file(Code::OtherSheet, name(other)));
    }
    Ok(found)
}

/// The best header row of a sheet. `None` where no row makes a known download.
fn best_header(sheet: usize, rows: &[(u32, Vec<String>)], options: &Options) -> Option<(u32, Found)> {
    let words = vocabulary();
    let mapped: Vec<String> = options.map.iter().map(|(_, h)| super::vocabulary::normalise(h)).collect();
    let speaks = |cell: &String| {
        !cell.is_empty()
            && cell.len() < 300
            && (words.is_header(cell)
                || list_words().is_address(cell)
                || !mapped.is_empty() && mapped.contains(&super::vocabulary::normalise(cell))
                || ["pmc", "mcid"].iter().any(|w| cell.to_lowercase().contains(w)))
    };
    let mut best: Option<(u32, Found)> = None;
    for (at, (line, cells)) in rows.iter().take(HEADER_DEPTH).enumerate() {
        let remembered = options.remembered.of(cells);
        if remembered.is_empty() && !cells.iter().any(speaks) {
            continue;
        }
        let sample: Vec<Vec<String>> = rows[at + 1..].iter().take(200).map(|(_, cells)| cells.clone()).collect();
        // What is asked for now goes before what was asked for once.
        let mut map = options.map.clone();
        map.extend(remembered.iter().filter(|(field, _)| !options.map.iter().any(|(f, _)| f == field)).cloned());
        let recognition = recognise(cells, &sample, &map);
        let score = recognition.score;
        if recognition.kind.is_some() && best.as_ref().is_none_or(|(s, _)| score > *s) {
            best = Some((score, Found { sheet, header_row: *line, recognition, remembered: !remembered.is_empty() }));
        }
    }
    best
}

/// Reads the data rows into columns. `areas`: merged areas whose first cell stands for all.
fn read_rows(
    input: &Input,
    book: &mut Book,
    found: Found,
    options: &Options,
    progress: &Arc<Progress>,
    areas: &[(u32, u32, u32, u32)],
) -> Result<Reading, ReadError> {
    let Found { sheet, header_row, recognition, remembered } = found;
    let kind = recognition.kind.unwrap_or(Kind::StaffList);
    let sheet_name = book.sheets[sheet].name.clone();
    if kind == Kind::EmptyReport {
        return Ok(empty_report(input, sheet_name, None));
    }
    let mut taker = Taker::new(input, &recognition, kind, header_row, options, areas);
    let outcome = book.for_each_row(input, sheet, None, options.limits.cell_bytes, progress, &mut |rows| {
        let flow = taker.take(rows, progress);
        faults::hold_if_asked("reader", || progress.is_cancelled());
        flow
    });
    progress.rows.store(u64::from(taker.rows), Ordering::Relaxed);
    if progress.is_cancelled() {
        return Err(ReadError::new(&input.path, Trouble::Cancelled));
    }
    outcome?;
    let Taker { builders, lines, rows, refused, mut notes, merged, too_long, too_short, .. } = taker;
    for (code, seen) in [(Code::ExtraCells, too_long), (Code::MissingCells, too_short)] {
        notes.extend(seen.map(|(row, count)| Diagnostic { code, row: Some(row), column: None, value: String::new(), count }));
    }
    for builder in &builders {
        for (code, seen) in [(Code::ErrorCell, builder.errors), (Code::MixedEncoding, builder.stray)] {
            if let Some((row, count)) = seen {
                notes.push(Diagnostic { code, row: Some(row), column: Some(builder.index), value: String::new(), count });
            }
        }
    }
    if merged > 0 {
        notes.push(Diagnostic { code: Code::MergedCells, row: None, column: None, value: String::new(), count: merged });
    }
    let mut diagnostics = recognition.notes.clone();
    if kind == Kind::SkillsReport {
        diagnostics.extend(recognition.missing().into_iter().map(|f| Diagnostic::of_file(Code::ColumnMissing, f.name())));
    }
    if rows == 0 {
        diagnostics.push(Diagnostic::of_file(Code::NoRows, ""));
    }
    let date_columns: Vec<(Field, usize)> = builders.iter().filter(|b| b.field.is_date()).map(|b| (b.field, b.index)).collect();
    let yes_no_columns: Vec<(Field, usize)> = builders.iter().filter(|b| b.field.is_yes_no()).map(|b| (b.field, b.index)).collect();
    let table = table::finish(builders, lines);
    let delimiter = book.text.map(|t| t.delimiter as char);
    let hints = Hints { asked: options.day_order, usual: usual_order(recognition.locale, kind, delimiter), from_1904: book.from_1904 };
    let (dates, date_notes) = dates::read_dates(&table, &date_columns, hints);
    diagnostics.extend(date_notes);
    for (field, index) in yes_no_columns {
        if let Some(column) = table.column(field) {
            let is_bad = |id: usize| {
                let cell = column.cells.get(u32::try_from(id).unwrap_or(0));
                !values::is_placeholder(cell) && vocabulary().yes_no(cell, recognition.locale).is_none()
            };
            diagnostics.extend(dates::unreadable(&table, column, index, Code::BadYesNo, is_bad));
        }
    }
    diagnostics.extend(odd_cells(&table, kind, &recognition));
    diagnostics.extend(notes);
    let source = Source {
        path: input.path.clone(),
        kind,
        sheet: sheet_name,
        header_row: Some(header_row),
        locale: recognition.locale.map(|l| vocabulary().locales[l].tag),
        columns: recognition.columns,
        rows,
        rows_refused: refused,
        duplicate_rows: 0,
        span: dates.get(&Field::CompletionDate).and_then(Dates::span),
        diagnostics,
        encoding: book.text.map(|t| t.encoding.name()),
        delimiter,
        created: book.created,
        modified: book.modified,
        stamp: None,
        remembered,
    };
    Ok(Reading { source, table, dates, locale: recognition.locale })
}

/// Cells that are not what their column is for, each once: no cell is looked at twice.
fn odd_cells(table: &Table, kind: Kind, recognition: &Recognition) -> Vec<Diagnostic> {
    /// Where a whole column is odd, so many tell it.
    const MOST: usize = 200;
    let is_address = |cell: &str| cell.contains('@');
    let is_number = |cell: &str| values::mcid(cell).is_none_or(|id| id.bytes().all(|b| b.is_ascii_digit()));
    // Trainings are of many kinds; in a skills report there are three.
    let is_type = |cell: &str| kind != Kind::SkillsReport || vocabulary().knows_skill_type(cell);
    type Test<'t> = (Field, Code, &'t dyn Fn(&str) -> bool);
    let tests: [Test<'_>; 3] = [
        (Field::Email, Code::BadEmail, &is_address),
        (Field::Mcid, Code::BadMcid, &is_number),
        (Field::SkillType, Code::UnknownType, &is_type),
    ];
    let notes = tests.into_iter().flat_map(|(field, code, is_right)| {
        let column = table.column(field).zip(recognition.column(field));
        let is_odd = |column: &table::Column, id: usize| {
            let cell = column.cells.get(u32::try_from(id).unwrap_or(0));
            !is_right(cell) && !values::is_placeholder(cell)
        };
        let odd = column.map(|(column, info)| dates::unreadable(table, column, info.index, code, |id| is_odd(column, id)));
        odd.into_iter().flatten().take(MOST).collect::<Vec<_>>()
    });
    notes.collect()
}

/// Day-first, but for American files: English headings and a comma.
fn usual_order(locale: Option<usize>, kind: Kind, delimiter: Option<char>) -> DayOrder {
    let english = locale.is_none_or(|l| l == 0) || kind == Kind::TrainingCompletions;
    if english && delimiter != Some(';') { DayOrder::MonthFirst } else { DayOrder::DayFirst }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;

    /// Rows are taken many at a time: what is refused among them must leave the others as they are.
    #[test]
    fn refused_rows_are_left_out_wherever_they_stand() {
        let header = "Last Name,Email,MCID,Skill Type,Skill Name,Skill ID,Relevant for Competencies  (Option) or Programs";
        let mut text = format!("{header}\n");
        let mut expected = Vec::new();
        for n in 0..1500u32 {
            let (person, skill) = (n / 3, n % 11);
            match n % 50 {
                7 | 8 => text.push_str(",,,Exam,,,\n"),
                20 => text.push_str(&format!("{header}\n")),
                _ => {
                    text.push_str(&format!(
                        "N{person},u{person}@x.example,{},Exam,Skill {skill},S-{skill},A ({skill})\n",
                        8_000_000 + person
                    ));
                    expected.push((n + 2, person, skill));
                }
            }
        }
        let mut file = tempfile::Builder::new().suffix(".csv").tempfile().unwrap();
        file.write_all(text.as_bytes()).unwrap();
        let input = Input::file(&file.path().to_string_lossy());
        let Reading { source, table, .. } = read(&input, &Options::default(), &Arc::default()).unwrap();
        assert_eq!((source.rows, source.rows_refused, table.rows()), (1470, 60, 1410));
        for (row, (line, person, skill)) in expected.into_iter().enumerate() {
            let cell = |field: Field| table.column(field).unwrap().text(row).to_owned();
            assert_eq!(table.lines[row], line);
            assert_eq!(cell(Field::Email), format!("u{person}@x.example"));
            assert_eq!((cell(Field::SkillName), cell(Field::SkillId)), (format!("Skill {skill}"), format!("S-{skill}")));
            assert_eq!((cell(Field::SkillType), cell(Field::Relevant)), ("Exam".to_owned(), format!("A ({skill})")));
        }
    }
}
