//! Delimited text: which encoding, which delimiter, and its records as rows.

use std::io::Read;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use csv::{ByteRecord, ReaderBuilder};
use encoding_rs::{Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::diagnostics::{ReadError, Trouble};
use super::open::{Input, Progress};
use super::sheet::{Flow, Row, RowHandler};
use super::vocabulary::vocabulary;
use crate::faults;

/// How a text file is written.
#[derive(Clone, Copy, Debug)]
pub struct TextFile {
    /// Its encoding. UTF-8 is passed on as it is; anything else is decoded on the way.
    pub encoding: &'static Encoding,
    /// What separates the cells.
    pub delimiter: u8,
    /// Lines end in CR LF.
    crlf: bool,
}

const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Bytes that are looked at to tell encoding and delimiter.
pub const SAMPLE: usize = 1 << 18;

/// UTF-16 without a mark: every other byte of Latin text is NUL.
#[must_use]
pub fn looks_like_utf16(head: &[u8]) -> Option<&'static Encoding> {
    if head.len() < 8 {
        return None;
    }
    let zeros = |offset: usize| head.iter().skip(offset).step_by(2).filter(|&&b| b == 0).count() * 2;
    match (zeros(0) * 10 > head.len() * 3, zeros(1) * 10 > head.len() * 3) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

impl TextFile {
    /// Finds encoding and delimiter from the first 256 KiB.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn sniff(input: &Input) -> Result<TextFile, ReadError> {
        let head = input.head(SAMPLE)?;
        let encoding = encoding_of(&head);
        let (text, _, _) = encoding.decode(&head);
        // The last line of the sample may be cut.
        let text = if head.len() == SAMPLE { text.rsplit_once('\n').map_or(&*text, |(whole, _)| whole) } else { &*text };
        let crlf = text.find('\n').is_some_and(|at| text[..at].ends_with('\r'));
        Ok(TextFile { encoding, delimiter: delimiter_of(text), crlf })
    }

    /// Whether bytes pass undecoded.
    fn is_utf8(&self) -> bool {
        self.encoding == UTF_8
    }

    fn records(&self, input: &Input, progress: &Arc<Progress>) -> Result<Records, ReadError> {
        let stream = input.open(progress)?;
        let source: Box<dyn Read + Send> = if self.is_utf8() { Box::new(stream) } else { Box::new(Decoded::new(stream, self.encoding)) };
        let mut builder = ReaderBuilder::new();
        let reader = builder.has_headers(false).flexible(true).delimiter(self.delimiter).buffer_capacity(1 << 17).from_reader(source);
        Ok(Records { reader, crlf: self.crlf, next: 1 })
    }

    /// Hands every record to `handle` until it says stop. `rows`: how many are wanted at most, to read a sample
    /// without starting a second thread.
    ///
    /// # Errors
    /// When the file cannot be read, or a cell is larger than `cell_bytes` (as after a quote that is never closed).
    pub fn for_each(
        &self,
        input: &Input,
        progress: &Arc<Progress>,
        rows: Option<usize>,
        cell_bytes: usize,
        handle: &mut RowHandler<'_>,
    ) -> Result<(), ReadError> {
        let mut records = self.records(input, progress)?;
        let fail = |e: &csv::Error| csv_error(input, e);
        if let Some(rows) = rows {
            let mut record = Parsed::default();
            for _ in 0..rows {
                let Some(line) = records.read(&mut record.cells).map_err(|e| fail(&e))? else { break };
                record.line = line;
                if give(input, std::slice::from_ref(&record), cell_bytes, handle)? == Flow::Stop {
                    break;
                }
            }
            return Ok(());
        }
        // One thread finds the records, this one takes them in.
        let (full, batches) = sync_channel::<Batch>(8);
        let (returned, empty) = sync_channel::<Vec<Parsed>>(16);
        std::thread::scope(|scope| {
            let parser = scope.spawn(move || {
                faults::panic_if_asked("parser");
                parse(records, &full, &empty)
            });
            let outcome = consume(input, &batches, &returned, cell_bytes, handle);
            // A parser that waits for room must see that nobody listens any more.
            drop(batches);
            let parsed = parser.join();
            outcome?;
            match parsed {
                Ok(Ok(())) => Ok(()),
                Ok(Err(e)) => Err(csv_error(input, &e)),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        })
    }
}

/// A record as the parser hands it over.
#[derive(Clone, Default)]
struct Parsed {
    cells: ByteRecord,
    /// Line on which it begins.
    line: u32,
    /// How many of its first cells are those of the record before.
    repeated: usize,
}

/// Records with their number: a batch may be the last and not full.
type Batch = (Vec<Parsed>, usize);
/// Enough to make the waiting of the threads for each other rare, and few enough to stay near the processor.
const BATCH: usize = 256;

/// Records, each with the line on which it begins. The csv reader names the line where it went on reading: that of the
/// blank lines before a record, and that of the record before where the line feed behind a CR is still to come.
struct Records {
    reader: csv::Reader<Box<dyn Read + Send>>,
    crlf: bool,
    /// The first line on which the next record can begin.
    next: u64,
}

impl Records {
    /// Reads the next record and gives the line on which it begins.
    fn read(&mut self, record: &mut ByteRecord) -> Result<Option<u32>, csv::Error> {
        if !self.reader.read_byte_record(record)? {
            return Ok(None);
        }
        // Few records have a line break. To look through all of one without stopping takes a few instructions for many
        // bytes at a time; to count them does not.
        let bytes = record.as_slice();
        let is_break = |b: &u8| *b == b'\n';
        let any = bytes.iter().fold(false, |any, b| any | is_break(b));
        let breaks = if any { bytes.iter().filter(|b| is_break(b)).count() as u64 } else { 0 };
        let last = self.reader.position().line() - u64::from(!self.crlf);
        let line = self.next.max(last.saturating_sub(breaks));
        self.next = line + breaks + 1;
        Ok(Some(u32::try_from(line).unwrap_or(u32::MAX)))
    }
}

fn parse(mut records: Records, full: &SyncSender<Batch>, empty: &Receiver<Vec<Parsed>>) -> Result<(), csv::Error> {
    loop {
        let mut batch = empty.try_recv().unwrap_or_else(|_| vec![Parsed::default(); BATCH]);
        let mut count = 0;
        while let Some((record, before)) = batch[..].get_mut(..=count).and_then(<[Parsed]>::split_last_mut) {
            let Some(line) = records.read(&mut record.cells)? else { break };
            record.line = line;
            record.repeated = before.last().map_or(0, |before| repeated(&before.cells, &record.cells));
            count += 1;
        }
        let last = count < batch.len();
        if full.send((batch, count)).is_err() || last {
            return Ok(());
        }
    }
}

/// How many of the first cells two records have in common. Most rows go on with the person of the row before: to compare
/// all that is said of a person at once is far faster than to look up each cell.
fn repeated(before: &ByteRecord, record: &ByteRecord) -> usize {
    let (mut same, mut start) = (0, 0);
    for at in 0..before.len().min(record.len()) {
        let ends = (before.range(at).map(|r| r.end), record.range(at).map(|r| r.end));
        let (Some(end), Some(other)) = ends else { break };
        if end != other || before.as_slice()[start..end] != record.as_slice()[start..end] {
            break;
        }
        (same, start) = (at + 1, end);
    }
    same
}

fn consume(
    input: &Input,
    batches: &Receiver<Batch>,
    returned: &SyncSender<Vec<Parsed>>,
    cell_bytes: usize,
    handle: &mut RowHandler<'_>,
) -> Result<(), ReadError> {
    for (batch, count) in batches {
        if give(input, &batch[..count], cell_bytes, handle)? == Flow::Stop {
            return Ok(());
        }
        let _ = returned.try_send(batch);
    }
    Ok(())
}

/// Hands records over, up to the first with a cell that is too long.
fn give(input: &Input, records: &[Parsed], cell_bytes: usize, handle: &mut RowHandler<'_>) -> Result<Flow, ReadError> {
    let is_too_long = |r: &Parsed| r.cells.as_slice().len() > cell_bytes && r.cells.iter().any(|cell| cell.len() > cell_bytes);
    let good = records.iter().position(is_too_long).unwrap_or(records.len());
    let rows: Vec<Row<'_>> = records[..good].iter().map(|r| Row::of_text(r.line, r.repeated, &r.cells)).collect();
    if !rows.is_empty() && handle(&rows)? == Flow::Stop {
        return Ok(Flow::Stop);
    }
    match records.get(good) {
        Some(bad) => Err(ReadError::new(&input.path, Trouble::CellTooLong { row: bad.line, limit: cell_bytes >> 10 })),
        None => Ok(Flow::Continue),
    }
}

fn csv_error(input: &Input, error: &csv::Error) -> ReadError {
    match error.kind() {
        csv::ErrorKind::Io(e) if e.to_string() == "cancelled" => ReadError::new(&input.path, Trouble::Cancelled),
        csv::ErrorKind::Io(e) => ReadError::io(&input.path, e),
        _ => ReadError::new(&input.path, Trouble::Damaged(error.to_string())),
    }
}

/// The encoding, told from the first [`SAMPLE`] bytes.
#[must_use]
pub fn encoding_of(head: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(head) {
        return encoding;
    }
    if let Some(encoding) = looks_like_utf16(head) {
        return encoding;
    }
    let utf8 = match std::str::from_utf8(head) {
        Ok(_) => true,
        // A character may be cut at the end of the sample, and a few stray bytes do not make another encoding.
        Err(e) => e.error_len().is_none() || few_bad_bytes(head),
    };
    if utf8 {
        return UTF_8;
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(head, true);
    detector.guess(None, chardetng::Utf8Detection::Deny)
}

/// Whether the text is UTF-8 with a stray byte here and there: more good multi-byte characters than bad bytes.
fn few_bad_bytes(head: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in head.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad * 4
}

/// The delimiter by which the lines fall into the same number of cells; a header row that is understood settles a tie.
fn delimiter_of(text: &str) -> u8 {
    let score = |delimiter: u8| {
        let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
        let records: Vec<csv::StringRecord> = reader.records().take(200).filter_map(Result::ok).collect();
        let counts: Vec<usize> = records.iter().map(csv::StringRecord::len).collect();
        let mode = counts.iter().copied().max_by_key(|n| (counts.iter().filter(|m| *m == n).count(), *n)).unwrap_or(1);
        let share = counts.iter().filter(|n| **n == mode).count() * 1000 / counts.len().max(1);
        let words = vocabulary();
        let known = records.iter().take(40).map(|r| r.iter().filter(|h| words.is_header(h)).count()).max().unwrap_or(0);
        if mode < 2 { (usize::from(known > 1), 0, 0) } else { (1 + known, share, mode) }
    };
    // The first of equals: a comma.
    DELIMITERS.iter().rev().copied().max_by_key(|&d| score(d)).unwrap_or(b',')
}

/// Decodes a stream to UTF-8.
struct Decoded<R> {
    source: R,
    decoder: Decoder,
    raw: Vec<u8>,
    filled: usize,
    text: Vec<u8>,
    at: usize,
    ended: bool,
}

impl<R: Read> Decoded<R> {
    fn new(source: R, encoding: &'static Encoding) -> Decoded<R> {
        Decoded {
            source,
            decoder: encoding.new_decoder_with_bom_removal(),
            raw: vec![0; 1 << 16],
            filled: 0,
            text: Vec::with_capacity(1 << 18),
            at: 0,
            ended: false,
        }
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        while self.at == self.text.len() && !self.ended {
            self.filled = self.source.read(&mut self.raw)?;
            self.ended = self.filled == 0;
            // Any encoding's byte becomes at most three in UTF-8.
            self.text.resize(self.filled * 3 + 16, 0);
            let (_, _, written, _) = self.decoder.decode_to_utf8(&self.raw[..self.filled], &mut self.text, self.ended);
            self.text.truncate(written);
            self.at = 0;
        }
        let n = buffer.len().min(self.text.len() - self.at);
        buffer[..n].copy_from_slice(&self.text[self.at..self.at + n]);
        self.at += n;
        Ok(n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("MCID,Email\n1,a@b\n2,c@d\n", b',')]
    #[case("MCID;Email;Relevant (Option)\n1;a@b;x, y\n2;c@d;z\n", b';')]
    #[case("MCID\tEmail\n1\ta@b\n", b'\t')]
    #[case("MCID|Email\n1|a@b\n", b'|')]
    #[case("Nom unique uniquement\nuuu\n", b',')]
    #[case("\"First Name\";\"MCID\"\n\"a,b,c\";\"1\"\n\"d,e,f\";\"2\"\n", b';')]
    fn the_delimiter_is_found_by_consistency(#[case] text: &str, #[case] delimiter: u8) {
        assert_eq!(delimiter_of(text), delimiter);
    }

    #[rstest]
    #[case("Prénom;Évaluation".as_bytes(), "UTF-8")]
    #[case(b"Pr\xe9nom;\xc9valuation;associ\xe9e \xe0 l'Espace", "windows-1252")]
    #[case(b"\xff\xfeM\0C\0", "UTF-16LE")]
    #[case(b"M\0C\0I\0D\0,\0E\0", "UTF-16LE")]
    #[case(b"\0M\0C\0I\0D\0,\0E", "UTF-16BE")]
    fn the_encoding_is_found(#[case] bytes: &[u8], #[case] name: &str) {
        assert_eq!(encoding_of(bytes).name(), name);
    }

    #[rstest]
    #[case(&["a", "b", "c"], &["a", "b", "c"], 3)]
    #[case(&["a", "b", "c"], &["a", "b", "d"], 2)]
    #[case(&["a", "b", "c"], &["a", "bb", "c"], 1)]
    #[case(&["ab", "c"], &["a", "bc"], 0)]
    #[case(&["", "", "x"], &["", "", "y"], 2)]
    #[case(&["a"], &["a", "b"], 1)]
    #[case(&[], &["a"], 0)]
    fn the_first_cells_of_the_record_before_are_known_again(#[case] before: &[&str], #[case] record: &[&str], #[case] same: usize) {
        assert_eq!(repeated(&ByteRecord::from(before.to_vec()), &ByteRecord::from(record.to_vec())), same);
    }

    #[test]
    fn decoding_goes_through_in_pieces() {
        let text = "é;ü;李\n".repeat(40_000);
        let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let mut out = String::new();
        Decoded::new(bytes.as_slice(), UTF_16LE).read_to_string(&mut out).unwrap();
        assert_eq!(out, text);
    }
}
