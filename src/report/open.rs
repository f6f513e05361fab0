//! From a path to bytes: what may be opened, and what format the content has. The name of a file is never believed.

use std::fs::File;
use std::io::{BufReader, Cursor, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::SystemTime;

use super::diagnostics::{ReadError, Trouble};
use super::guard;
use crate::config::Limits;

/// A file to read: on disk, embedded, or spooled from standard input.
#[derive(Clone, Debug)]
pub struct Input {
    /// The path as it was given; shown and written to JSON.
    pub path: String,
    data: Data,
}

#[derive(Clone, Debug)]
enum Data {
    File(PathBuf),
    Bytes(&'static [u8]),
    Spooled(Arc<tempfile::NamedTempFile>),
}

/// Size and time of a file, to notice that it changed.
pub type Stamp = (u64, Option<SystemTime>);

impl Input {
    /// A file on disk. What a terminal makes of a dropped file (quotes, `file://`, escaped blanks) is understood.
    #[must_use]
    pub fn file(path: &str) -> Input {
        Input { path: path.to_owned(), data: Data::File(dropped_path(path)) }
    }

    /// Bytes in the program, under a name.
    #[must_use]
    pub fn embedded(name: &str, bytes: &'static [u8]) -> Input {
        Input { path: name.to_owned(), data: Data::Bytes(bytes) }
    }

    /// Standard input, spooled to a temporary file so that it can be read more than once.
    ///
    /// # Errors
    /// When the temporary file cannot be written.
    pub fn stdin() -> Result<Input, ReadError> {
        let spool = || -> std::io::Result<tempfile::NamedTempFile> {
            let mut file = tempfile::NamedTempFile::new()?;
            std::io::copy(&mut std::io::stdin().lock(), file.as_file_mut())?;
            Ok(file)
        };
        let file = spool().map_err(|e| ReadError::io("-", &e))?;
        Ok(Input { path: "-".to_owned(), data: Data::Spooled(Arc::new(file)) })
    }

    /// The path on disk, for a file that the user gave.
    #[must_use]
    pub fn on_disk(&self) -> Option<&Path> {
        match &self.data {
            Data::File(path) => Some(path),
            _ => None,
        }
    }

    /// The name without folders.
    #[must_use]
    pub fn name(&self) -> &str {
        let trimmed = self.path.trim_end_matches(['/', '\\']);
        trimmed.rsplit(['/', '\\']).next().unwrap_or(trimmed)
    }

    fn location(&self) -> Option<&Path> {
        match &self.data {
            Data::File(path) => Some(path),
            Data::Spooled(file) => Some(file.path()),
            Data::Bytes(_) => None,
        }
    }

    /// Size and time of change. `None` for what is not a file of the user's.
    #[must_use]
    pub fn stamp(&self) -> Option<Stamp> {
        let meta = std::fs::metadata(self.on_disk()?).ok()?;
        Some((meta.len(), meta.modified().ok()))
    }

    /// Looks at name and kind of the file before anything of it is read.
    ///
    /// # Errors
    /// For folders, pipes, lock files, unfinished downloads, empty files, and whatever the system refuses.
    pub fn check(&self) -> Result<(), ReadError> {
        let fail = |trouble| Err(ReadError::new(&self.path, trouble));
        if let Some(path) = self.on_disk() {
            let name = path.file_name().map(|n| n.to_string_lossy().to_lowercase()).unwrap_or_default();
            if name.starts_with("~$") {
                return fail(Trouble::LockFile);
            }
            if [".crdownload", ".part", ".partial", ".download", ".opdownload"].iter().any(|end| name.ends_with(end)) {
                return fail(Trouble::HalfDownload);
            }
            let meta = std::fs::metadata(path).map_err(|e| ReadError::io(&self.path, &e))?;
            if meta.is_dir() {
                return fail(Trouble::Folder);
            }
            if !meta.is_file() {
                return fail(Trouble::NotAFile);
            }
        }
        if self.len()? == 0 { fail(Trouble::Empty) } else { Ok(()) }
    }

    /// Bytes in the file.
    ///
    /// # Errors
    /// When the system refuses.
    #[allow(clippy::len_without_is_empty)] // a file, not a collection
    pub fn len(&self) -> Result<u64, ReadError> {
        match (&self.data, self.location()) {
            (Data::Bytes(bytes), _) => Ok(bytes.len() as u64),
            (_, Some(path)) => std::fs::metadata(path).map(|m| m.len()).map_err(|e| ReadError::io(&self.path, &e)),
            _ => Ok(0),
        }
    }

    /// Opens the bytes for reading, counted by `progress`.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn open(&self, progress: &Arc<Progress>) -> Result<Stream, ReadError> {
        let source = match (&self.data, self.location()) {
            (Data::Bytes(bytes), _) => Source::Bytes(Cursor::new(*bytes)),
            (_, Some(path)) => Source::File(File::open(path).map_err(|e| ReadError::io(&self.path, &e))?),
            _ => Source::Bytes(Cursor::new(&[])),
        };
        progress.total.store(self.len()?, Ordering::Relaxed);
        Ok(BufReader::with_capacity(1 << 16, Counted { source, progress: progress.clone() }))
    }

    /// The first bytes of the file.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn head(&self, bytes: usize) -> Result<Vec<u8>, ReadError> {
        let mut head = Vec::with_capacity(bytes.min(usize::try_from(self.len()?).unwrap_or(usize::MAX)));
        let quiet = Arc::new(Progress::default());
        self.open(&quiet)?.take(bytes as u64).read_to_end(&mut head).map_err(|e| ReadError::io(&self.path, &e))?;
        Ok(head)
    }
}

/// The path meant by a text that was typed, pasted or dropped on the terminal.
pub fn dropped_path(text: &str) -> PathBuf {
    let as_given = PathBuf::from(text);
    if as_given.exists() {
        return as_given;
    }
    let trimmed = text.trim();
    let unquoted = ['"', '\''].iter().find_map(|&q| trimmed.strip_prefix(q)?.strip_suffix(q)).unwrap_or(trimmed);
    if let Some(url) = unquoted.strip_prefix("file://") {
        let decoded = percent_decoded(url.strip_prefix("localhost").unwrap_or(url));
        // file:///C:/x on Windows
        let bytes = decoded.as_bytes();
        let drive = bytes.len() > 2 && bytes[0] == b'/' && bytes[2] == b':';
        return PathBuf::from(if drive { &decoded[1..] } else { &decoded });
    }
    let unescaped = PathBuf::from(unquoted.replace("\\ ", " "));
    if unescaped.exists() { unescaped } else { PathBuf::from(unquoted) }
}

fn percent_decoded(url: &str) -> String {
    let bytes = url.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = (bytes[at] == b'%').then(|| url.get(at + 1..at + 3)).flatten().filter(|h| h.bytes().all(|b| b.is_ascii_hexdigit()));
        if let Some(byte) = hex.and_then(|h| u8::from_str_radix(h, 16).ok()) {
            out.push(byte);
            at += 3;
        } else {
            out.push(bytes[at]);
            at += 1;
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// The endings of files that a folder is searched for. What a file is, its content says.
const ENDINGS: [&str; 8] = ["xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv", "txt"];

/// Whether a file of a folder is worth looking into, by its name: no lock file of Office, no half download (those have
/// another ending), nothing hidden.
#[must_use]
pub fn may_be_read(path: &Path) -> bool {
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default();
    !name.starts_with("~$") && !name.starts_with('.') && ENDINGS.contains(&ending.as_str())
}

/// How far a reading has come; shared between the worker and the screen.
#[derive(Debug, Default)]
pub struct Progress {
    /// Data rows taken.
    pub rows: AtomicU64,
    /// Bytes of the file read.
    pub bytes: AtomicU64,
    /// Bytes of the file.
    pub total: AtomicU64,
    cancelled: AtomicBool,
}

impl Progress {
    /// Asks the reading to stop.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether it was asked to.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    /// Share of the file read, 0 to 100. A workbook is read in parts, some twice: it never passes 100.
    #[must_use]
    pub fn percent(&self) -> u8 {
        let total = self.total.load(Ordering::Relaxed).max(1);
        u8::try_from((self.bytes.load(Ordering::Relaxed).min(total)) * 100 / total).unwrap_or(100)
    }
}

/// The bytes of an input: buffered, counted, cancellable.
pub type Stream = BufReader<Counted>;

/// A reader that counts what passes and stops when asked to.
#[derive(Debug)]
pub struct Counted {
    source: Source,
    progress: Arc<Progress>,
}

#[derive(Debug)]
enum Source {
    File(File),
    Bytes(Cursor<&'static [u8]>),
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.progress.is_cancelled() {
            return Err(std::io::Error::other("cancelled"));
        }
        let n = match &mut self.source {
            Source::File(file) => file.read(buffer)?,
            Source::Bytes(bytes) => bytes.read(buffer)?,
        };
        self.progress.bytes.fetch_add(n as u64, Ordering::Relaxed);
        Ok(n)
    }
}

impl Seek for Counted {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        match &mut self.source {
            Source::File(file) => file.seek(to),
            Source::Bytes(bytes) => bytes.seek(to),
        }
    }
}

/// The format of a file, told from its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Excel 2007 and later.
    Xlsx,
    /// Excel binary workbook.
    Xlsb,
    /// Excel 97-2003.
    Xls,
    /// OpenDocument spreadsheet.
    Ods,
    /// Text with a delimiter.
    Text,
    /// A web page.
    Html,
}

/// Tells the format from the content.
///
/// # Errors
/// For formats that are none of ours, for workbooks with a password, and for workbooks that are damaged or unpack to
/// more than the limits allow.
pub fn sniff(input: &Input, limits: &Limits) -> Result<Format, ReadError> {
    let head = input.head(4096)?;
    let fail = |trouble| Err(ReadError::new(&input.path, trouble));
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return sniff_zip(input, limits);
    }
    if head.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return sniff_ole(input, limits);
    }
    if head.starts_with(b"%PDF") {
        return fail(Trouble::Pdf);
    }
    if head.starts_with(&[0x1f, 0x8b]) || head.starts_with(b"7z\xbc\xaf") || head.starts_with(b"Rar!") {
        return fail(Trouble::UnknownFormat);
    }
    let utf16 = head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]) || super::text_file::looks_like_utf16(&head).is_some();
    if !utf16 {
        let lower = String::from_utf8_lossy(&head).trim_start_matches('\u{feff}').trim_start().to_lowercase();
        if lower.starts_with("<!doctype html")
            || lower.starts_with("<html")
            || lower.starts_with("<table")
            || lower.starts_with("<meta")
            || (lower.starts_with('<') && lower.contains("<html"))
        {
            return Ok(Format::Html);
        }
        if lower.starts_with("<?xml") {
            return fail(Trouble::UnknownFormat);
        }
        let strange = head.iter().filter(|&&b| b < 9 || (14..32).contains(&b) && b != 0x1b).count();
        if strange * 20 > head.len() {
            return fail(Trouble::UnknownFormat);
        }
    }
    Ok(Format::Text)
}

fn sniff_zip(input: &Input, limits: &Limits) -> Result<Format, ReadError> {
    let damaged = |e: &dyn std::fmt::Display| ReadError::new(&input.path, Trouble::Damaged(e.to_string()));
    let too_large = || ReadError::new(&input.path, Trouble::UnpacksTooLarge(limits.unpacked_bytes >> 20));
    let stream = input.open(&Arc::new(Progress::default()))?;
    let mut archive = zip::ZipArchive::new(stream).map_err(|e| damaged(&e))?;
    let mut declared = 0u64;
    let mut unsure = Vec::new();
    let mut format = None;
    for index in 0..archive.len() {
        let entry = archive.by_index_raw(index).map_err(|e| damaged(&e))?;
        let name = entry.name().map_err(|e| damaged(&e))?;
        declared = declared.saturating_add(entry.size());
        // Deflate packs at most about 1032 to 1; only above that can an entry hide more than it declares.
        if entry.compressed_size().saturating_mul(1032) > limits.unpacked_bytes && !name.contains("worksheets/") {
            unsure.push(index);
        }
        match &*name {
            "xl/workbook.xml" => format = Some(Format::Xlsx),
            "xl/workbook.bin" => format = Some(Format::Xlsb),
            "content.xml" => format = format.or(Some(Format::Ods)),
            _ => {}
        }
    }
    if declared > limits.unpacked_bytes {
        return Err(too_large());
    }
    for index in unsure {
        let entry = archive.by_index(index).map_err(|e| damaged(&e))?;
        let read = std::io::copy(&mut entry.take(limits.unpacked_bytes + 1), &mut std::io::sink()).map_err(|e| damaged(&e))?;
        if read > limits.unpacked_bytes {
            return Err(too_large());
        }
    }
    let format = format.ok_or_else(|| ReadError::new(&input.path, Trouble::UnknownFormat))?;
    if format == Format::Ods {
        within_whole_limit(input, limits)?;
        let content = archive.by_name("content.xml").map_err(|e| damaged(&e))?;
        let weight = guard::ods_weight(content).ok_or_else(|| damaged(&"content.xml"))?;
        if weight > limits.unpacked_bytes {
            return Err(too_large());
        }
    }
    Ok(format)
}

/// A password-protected .xlsx is an OLE file with an encrypted package inside.
fn sniff_ole(input: &Input, limits: &Limits) -> Result<Format, ReadError> {
    within_whole_limit(input, limits)?;
    let bytes = input.head(usize::try_from(limits.whole_file_bytes).unwrap_or(usize::MAX))?;
    let holds = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    if holds("EncryptedPackage") {
        return Err(ReadError::new(&input.path, Trouble::Password));
    }
    if !holds("Workbook") && !holds("Book") {
        return Err(ReadError::new(&input.path, Trouble::UnknownFormat));
    }
    match guard::ole_weight(&bytes) {
        None => Err(ReadError::new(&input.path, Trouble::Damaged("sectors in a circle".to_owned()))),
        Some(weight) if weight > limits.unpacked_bytes => {
            Err(ReadError::new(&input.path, Trouble::UnpacksTooLarge(limits.unpacked_bytes >> 20)))
        }
        Some(_) => Ok(Format::Xls),
    }
}

fn within_whole_limit(input: &Input, limits: &Limits) -> Result<(), ReadError> {
    if input.len()? > limits.whole_file_bytes {
        return Err(ReadError::new(&input.path, Trouble::TooLarge(limits.whole_file_bytes >> 20)));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("'/a b/c.xlsx'", "/a b/c.xlsx")]
    #[case("\"/a b/c.xlsx\" ", "/a b/c.xlsx")]
    #[case("file:///a%20b/c.xlsx", "/a b/c.xlsx")]
    #[case("file:///C:/Users/x.csv", "C:/Users/x.csv")]
    #[case("/plain.csv", "/plain.csv")]
    fn dropped_paths(#[case] text: &str, #[case] path: &str) {
        assert_eq!(dropped_path(text), PathBuf::from(path));
    }

    #[test]
    fn the_name_has_no_folders() {
        assert_eq!(Input::file("C:\\x\\y.csv").name(), "y.csv");
        assert_eq!(Input::file("a/b.xlsx").name(), "b.xlsx");
    }
}
