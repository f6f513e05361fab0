//! What went wrong while reading: errors that stop, and diagnostics that do not. Each says what, where and what to do.

use crate::i18n::{Arg, Texts};
use crate::tr;

use super::field::Field;
use super::kinds::Kind;

/// Why a file could not be opened. `message` says it to people.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {trouble:?}")]
pub struct ReadError {
    /// The file as it was given.
    pub path: String,
    /// What is wrong.
    pub trouble: Trouble,
}

/// The ways in which a file can fail to open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// There is no such file.
    NotFound,
    /// A folder where a file is needed, or without any report in it.
    Folder,
    /// The system refuses to let the file be read.
    NoPermission,
    /// A pipe or device.
    NotAFile,
    /// The lock file that Office leaves beside an open document (`~$…`).
    LockFile,
    /// A download that the browser has not finished.
    HalfDownload,
    /// Nothing in it.
    Empty,
    /// A workbook with a password.
    Password,
    /// Cut off or broken; the detail comes from the reader.
    Damaged(String),
    /// Unpacks to more than the limit, in MiB.
    UnpacksTooLarge(u64),
    /// A format that must be read whole, above the limit, in MiB.
    TooLarge(u64),
    /// More data rows than the limit.
    TooManyRows(u32),
    /// A cell above the limit (KiB), in this row.
    CellTooLong {
        /// Row number of the sheet, or line of the text file.
        row: u32,
        /// The limit.
        limit: usize,
    },
    /// A web page.
    Html,
    /// A PDF.
    Pdf,
    /// A format that is none of ours.
    UnknownFormat,
    /// A sheet asked for by name that is not there.
    NoSheet {
        /// The name asked for.
        name: String,
        /// The names that there are.
        there: Vec<String>,
    },
    /// A table, but no download that is known: what was found instead of the headers looked for.
    NotAReport {
        /// The first non-empty row of the likeliest sheet.
        found: Vec<String>,
    },
    /// Another download of Partner Center, given alone.
    OtherKind(Kind),
    /// A field named with `--map` is given to a header that is not in the file.
    NoSuchHeader {
        /// The field.
        field: Field,
        /// The header asked for.
        header: String,
    },
    /// The user gave up.
    Cancelled,
    /// Anything else the system says.
    Io(String),
}

impl ReadError {
    /// An error about a file.
    #[must_use]
    pub fn new(path: &str, trouble: Trouble) -> ReadError {
        ReadError { path: path.to_owned(), trouble }
    }

    /// Puts an error of the system into words.
    #[must_use]
    pub fn io(path: &str, error: &std::io::Error) -> ReadError {
        use std::io::ErrorKind;
        let trouble = match error.kind() {
            ErrorKind::NotFound => Trouble::NotFound,
            ErrorKind::PermissionDenied => Trouble::NoPermission,
            ErrorKind::IsADirectory => Trouble::Folder,
            _ => Trouble::Io(error.to_string()),
        };
        ReadError::new(path, trouble)
    }

    /// The message: what happened, where, and what to do.
    #[must_use]
    pub fn message(&self, texts: &Texts) -> String {
        let file = crate::text::clean(&self.path).into_owned();
        let clean = |part: &str| crate::text::clean(part).into_owned();
        let list = |items: &[String]| {
            let quoted = |item: &String| tr!(texts, "quoted", text = crate::text::fit(&crate::text::clean(item), 40).into_owned());
            items.iter().take(8).map(quoted).collect::<Vec<_>>().join(", ")
        };
        match &self.trouble {
            Trouble::NotFound => tr!(texts, "error-not-found", file = file),
            Trouble::Folder => tr!(texts, "error-folder", file = file),
            Trouble::NoPermission => tr!(texts, "error-no-permission", file = file),
            Trouble::NotAFile => tr!(texts, "error-not-a-file", file = file),
            Trouble::LockFile => tr!(texts, "error-lock-file", file = file),
            Trouble::HalfDownload => tr!(texts, "error-half-download", file = file),
            Trouble::Empty => tr!(texts, "error-empty", file = file),
            Trouble::Password => tr!(texts, "error-password", file = file),
            Trouble::Damaged(detail) => tr!(texts, "error-damaged", file = file, detail = crate::text::clean(detail).into_owned()),
            Trouble::UnpacksTooLarge(limit) => tr!(texts, "error-unpacks-too-large", file = file, limit = *limit),
            Trouble::TooLarge(limit) => tr!(texts, "error-too-large", file = file, limit = *limit),
            Trouble::TooManyRows(limit) => tr!(texts, "error-too-many-rows", file = file, limit = *limit),
            Trouble::CellTooLong { row, limit } => tr!(texts, "error-cell-too-long", file = file, row = row.to_string(), limit = *limit),
            Trouble::Html => tr!(texts, "error-html", file = file),
            Trouble::Pdf => tr!(texts, "error-pdf", file = file),
            Trouble::UnknownFormat => tr!(texts, "error-unknown-format", file = file),
            Trouble::NoSheet { there, .. } if there.is_empty() => tr!(texts, "error-no-sheets-at-all", file = file),
            Trouble::NoSheet { name, there } => tr!(texts, "error-no-sheet", file = file, name = clean(name), there = list(there)),
            Trouble::NotAReport { found } if found.is_empty() => tr!(texts, "error-no-table", file = file),
            Trouble::NotAReport { found } => tr!(texts, "error-not-a-report", file = file, found = list(found)),
            Trouble::OtherKind(kind) => {
                let what = texts.get(&format!("kind-{}", kind.name()));
                let place = texts.get(&format!("kind-{}-place", kind.name()));
                tr!(texts, "error-other-kind", file = file, what = what, place = place)
            }
            Trouble::NoSuchHeader { field, header } => {
                tr!(texts, "error-no-such-header", file = file, field = field.name(), header = clean(header))
            }
            Trouble::Cancelled => tr!(texts, "error-cancelled", file = file),
            Trouble::Io(detail) => tr!(texts, "error-io", file = file, detail = clean(detail)),
        }
    }
}

/// A thing that was noticed and did not stop the reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What it is.
    pub code: Code,
    /// 1-based row of the sheet (line of a text file), the first where there are several.
    pub row: Option<u32>,
    /// 0-based index of the column in the file.
    pub column: Option<usize>,
    /// The cell or word it is about, as printed.
    pub value: String,
    /// How many rows it is true of.
    pub count: u32,
}

/// The kinds of diagnostic. Their names are the `code` of JSON and of the messages `warning-…`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Code {
    /// A required column is missing (R2); `value` is the field.
    ColumnMissing,
    /// Day and month cannot be told apart in this column; `value` is how they were taken.
    AmbiguousDates,
    /// Some dates of the column are day-first and some month-first.
    MixedDates,
    /// A cell of a date column that is no date.
    BadDate,
    /// A cell of an *Associated* column that is neither yes nor no.
    BadYesNo,
    /// An error value of a formula (`#N/A`, `#REF!`).
    ErrorCell,
    /// A row that names nobody.
    NobodyNamed,
    /// A row that names somebody and says nothing else: no address, no MCID, no skill.
    NameAlone,
    /// A row of sums, which is nobody's; `value` is its first cell.
    TotalRow,
    /// A cell of an address column that is no address.
    BadEmail,
    /// A cell of the MCID column that is no number.
    BadMcid,
    /// A kind of skill that is not known.
    UnknownType,
    /// A row of a text file with something behind the last heading.
    ExtraCells,
    /// A row of a text file that ends before columns that are used.
    MissingCells,
    /// The header row again among the data.
    RepeatedHeader,
    /// Two columns with the same heading: the first is used.
    DuplicateHeader,
    /// The report stands on a hidden sheet.
    HiddenSheet,
    /// Another sheet looks like a report too; `value` is its name.
    OtherSheet,
    /// The no-data message instead of rows (T2).
    EmptyReport,
    /// A heading, but no row below it.
    NoRows,
    /// The same row twice.
    DuplicateRow,
    /// Bytes that do not belong to the file's encoding.
    MixedEncoding,
    /// Cells of merged areas were filled from the area's first cell.
    MergedCells,
    /// The file changed while it was read.
    FileChanged,
    /// One e-mail address with two names and two MCIDs.
    SharedEmail,
    /// TrainingCompletions of a short period (R16).
    ShortSpan,
    /// A remembered or given mapping names a header that is not there.
    MappingIgnored,
    /// A row of the competency history without the name of a competency.
    NoCompetency,
    /// A cell of the competency history that is no level or no state.
    BadHistory,
    /// A competency that is held, and the history does not say until when.
    NoAnniversary,
    /// A competency of the history that the catalog does not know.
    UnknownCompetency,
    /// A row of a list that names somebody by name alone: it can be joined to nobody.
    NoAddress,
    /// A cell of the skilling eligibility that is neither Intermediate nor Advanced.
    BadLevel,
    /// A cell of a column of figures that is no number.
    BadNumber,
}

impl Code {
    /// The word used in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Code::ColumnMissing => "column-missing",
            Code::AmbiguousDates => "ambiguous-dates",
            Code::MixedDates => "mixed-dates",
            Code::BadDate => "bad-date",
            Code::BadYesNo => "bad-yes-no",
            Code::ErrorCell => "error-cell",
            Code::NobodyNamed => "nobody-named",
            Code::NameAlone => "name-alone",
            Code::TotalRow => "total-row",
            Code::BadEmail => "bad-email",
            Code::BadMcid => "bad-mcid",
            Code::UnknownType => "unknown-type",
            Code::ExtraCells => "extra-cells",
            Code::MissingCells => "missing-cells",
            Code::RepeatedHeader => "repeated-header",
            Code::DuplicateHeader => "duplicate-header",
            Code::HiddenSheet => "hidden-sheet",
            Code::OtherSheet => "other-sheet",
            Code::EmptyReport => "empty-report",
            Code::NoRows => "no-rows",
            Code::DuplicateRow => "duplicate-row",
            Code::MixedEncoding => "mixed-encoding",
            Code::MergedCells => "merged-cells",
            Code::FileChanged => "file-changed",
            Code::SharedEmail => "shared-email",
            Code::ShortSpan => "short-span",
            Code::MappingIgnored => "mapping-ignored",
            Code::NoCompetency => "no-competency",
            Code::BadHistory => "bad-history",
            Code::NoAnniversary => "no-anniversary",
            Code::UnknownCompetency => "unknown-competency",
            Code::NoAddress => "no-address",
            Code::BadLevel => "bad-level",
            Code::BadNumber => "bad-number",
        }
    }

    /// Whether the user should look at it; the others only tell what was done.
    #[must_use]
    pub fn is_warning(self) -> bool {
        !matches!(
            self,
            Code::RepeatedHeader
                | Code::DuplicateRow
                | Code::MergedCells
                | Code::OtherSheet
                | Code::NameAlone
                | Code::TotalRow
                | Code::BadEmail
                | Code::BadMcid
                | Code::UnknownType
                | Code::MissingCells
        )
    }
}

impl Diagnostic {
    /// A diagnostic about the whole file.
    #[must_use]
    pub fn of_file(code: Code, value: impl Into<String>) -> Diagnostic {
        Diagnostic { code, row: None, column: None, value: value.into(), count: 1 }
    }

    /// The message. `headers` are the headings of the file, to name the column.
    #[must_use]
    pub fn message(&self, texts: &Texts, headers: &[String]) -> String {
        let column = self.column.and_then(|c| headers.get(c)).map(|h| crate::text::clean(h).into_owned()).unwrap_or_default();
        let value = match self.code {
            Code::ColumnMissing | Code::AmbiguousDates => {
                texts.get(&format!("{}-{}", if self.code == Code::ColumnMissing { "field" } else { "order" }, self.value.replace('_', "-")))
            }
            _ => crate::text::fit(&crate::text::clean(&self.value), 60).into_owned(),
        };
        texts.with(
            &format!("warning-{}", self.code.name()),
            &[
                ("row", Arg::from(self.row.unwrap_or(0).to_string())),
                ("column", Arg::from(column)),
                ("value", Arg::from(value)),
                ("count", Arg::from(self.count)),
                ("more", Arg::from(self.count.saturating_sub(1))),
            ],
        )
    }
}
