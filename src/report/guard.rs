//! A look at the formats that are read whole, before they are: a few bytes of them can ask for more memory than there
//! is, or for a loop without end, and no error comes back from either.

use std::io::{BufReader, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Bytes that a cell takes while a sheet is read whole, its text not counted.
const CELL: u64 = 48;

// -- OLE (.xls)

/// What an OLE file is going to take once it is read. `None`: its sectors form a circle.
#[must_use]
pub fn ole_weight(bytes: &[u8]) -> Option<u64> {
    let ole = Ole { bytes, sector: if u16_at(bytes, 30) == 12 { 4096 } else { 512 } };
    let fat = ole.fat();
    if has_circle(&fat) {
        return None;
    }
    let mini: Vec<u32> = words(&ole.chain(&fat, u32_at(bytes, 60))).collect();
    if has_circle(&mini) {
        return None;
    }
    let directory = ole.chain(&fat, u32_at(bytes, 48));
    let is_book = |entry: &&[u8]| ["Workbook", "Book"].iter().any(|name| utf16_is(&entry[..64], name));
    let book = directory.as_chunks::<128>().0.iter().map(<[u8; 128]>::as_slice).find(is_book);
    // One that is stored in the small sectors has no room for many cells.
    Some(book.filter(|e| u32_at(e, 120) >= 4096).map_or(0, |entry| biff_weight(&ole.chain(&fat, u32_at(entry, 116)))))
}

struct Ole<'b> {
    bytes: &'b [u8],
    sector: usize,
}

/// Numbers from here on are no sectors.
const RESERVED: u32 = 0xFFFF_FFFA;

impl<'b> Ole<'b> {
    fn at(&self, sector: u32) -> &'b [u8] {
        let start = (sector as usize).saturating_add(1).saturating_mul(self.sector);
        let end = start.saturating_add(self.sector).min(self.bytes.len());
        self.bytes.get(start..end).unwrap_or_default()
    }

    /// For each sector the one that follows.
    fn fat(&self) -> Vec<u32> {
        let mut places: Vec<u32> = words(self.bytes.get(76..512).unwrap_or_default()).collect();
        let mut more = u32_at(self.bytes, 68);
        for _ in 0..self.bytes.len() / self.sector {
            if more >= RESERVED {
                break;
            }
            places.extend(words(self.at(more)));
            more = places.pop().unwrap_or(RESERVED);
        }
        places.into_iter().filter(|p| *p < RESERVED).flat_map(|p| words(self.at(p))).collect()
    }

    fn chain(&self, fat: &[u32], first: u32) -> Vec<u8> {
        let follow = |at: &u32| fat.get(*at as usize).copied().filter(|next| *next < RESERVED);
        std::iter::successors((first < RESERVED).then_some(first), follow).flat_map(|s| self.at(s)).copied().collect()
    }
}

/// Whether one who goes from each to the one that follows comes by the same place twice.
fn has_circle(next: &[u32]) -> bool {
    let mut walks = vec![0; next.len()];
    (0..next.len()).any(|start| {
        let (walk, mut at) = (start + 1, start);
        while walks.get(at) == Some(&0) {
            walks[at] = walk;
            at = next[at] as usize;
        }
        walks.get(at) == Some(&walk)
    })
}

/// The cells of the sheets of a BIFF stream, each sheet as the rectangle around its cells.
fn biff_weight(mut stream: &[u8]) -> u64 {
    let (mut weight, mut sheet) = (0u64, Area::default());
    while let Some((head, rest)) = stream.split_at_checked(4) {
        let Some((data, rest)) = rest.split_at_checked(u16_at(head, 2).into()) else { break };
        let (row, column) = (u16_at(data, 0).into(), u16_at(data, 2).into());
        match u16_at(head, 0) {
            // A sheet begins.
            0x0809 => weight = weight.saturating_add(std::mem::take(&mut sheet).weight()),
            // What it says about its size.
            0x0200 if data.len() < 14 => sheet.claimed = claimed((row, column), (u16_at(data, 4).into(), u16_at(data, 6).into())),
            0x0200 => {
                let columns = (u16_at(data, 8).into(), u16_at(data, 10).into());
                sheet.claimed = claimed((u32_at(data, 0).into(), u32_at(data, 4).into()), columns);
            }
            // Several numbers in a row, the last column behind them.
            0x00BD => {
                sheet.add(row, column);
                sheet.add(row, u16_at(data, data.len().saturating_sub(2)).into());
            }
            0x0203 | 0x0204 | 0x0205 | 0x00D6 | 0x00FD | 0x027E | 0x0006 => sheet.add(row, column),
            _ => {}
        }
        stream = rest;
    }
    weight.saturating_add(sheet.weight())
}

fn claimed(rows: (u64, u64), columns: (u64, u64)) -> u64 {
    let (rows, all) = (rows.1.saturating_sub(rows.0), columns.1);
    rows.saturating_mul(all)
}

/// The rectangle around cells.
#[derive(Default)]
struct Area {
    rows: Option<(u64, u64)>,
    columns: Option<(u64, u64)>,
    claimed: u64,
}

impl Area {
    fn add(&mut self, row: u64, column: u64) {
        let wider = |range: Option<(u64, u64)>, at: u64| range.map_or((at, at), |(a, z)| (a.min(at), z.max(at)));
        self.rows = Some(wider(self.rows, row));
        self.columns = Some(wider(self.columns, column));
    }

    fn weight(&self) -> u64 {
        let length = |range: Option<(u64, u64)>| range.map_or(0, |(a, z)| z - a + 1);
        (length(self.rows) * length(self.columns)).max(self.claimed).saturating_mul(CELL)
    }
}

fn words(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.as_chunks::<4>().0.iter().map(|w| u32::from_le_bytes(*w))
}

fn u16_at(bytes: &[u8], at: usize) -> u16 {
    bytes.get(at..at + 2).map_or(0, |b| u16::from_le_bytes([b[0], b[1]]))
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 4).map_or(0, |b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
}

fn utf16_is(bytes: &[u8], name: &str) -> bool {
    let name: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
    bytes.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(&name))
}

// -- OpenDocument

/// What the sheets of an OpenDocument spreadsheet take once every repetition is written out. `None`: it ends in the
/// middle.
#[must_use]
pub fn ods_weight(content: impl Read) -> Option<u64> {
    let mut reader = Reader::from_reader(BufReader::new(content));
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    let mut weight = 0u64;
    let mut sheet = Sheet::default();
    let mut depth = 0u32;
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(e)) => {
                depth += 1;
                sheet.open(&e);
            }
            Ok(Event::Empty(e)) => {
                sheet.open(&e);
                sheet.close(e.name().0);
            }
            Ok(Event::Text(text)) => sheet.text = sheet.text.saturating_add(text.len() as u64),
            Ok(Event::End(e)) => {
                depth = depth.saturating_sub(1);
                sheet.close(e.name().0);
                if e.name().0 == "table:table" {
                    weight = weight.saturating_add(std::mem::take(&mut sheet).weight());
                }
            }
            Ok(Event::Eof) => return (depth == 0).then_some(weight),
            // Encrypted, or broken: the reader proper says which.
            Err(_) => return Some(weight),
            Ok(_) => {}
        }
    }
}

/// A sheet while its XML goes by.
#[derive(Default)]
struct Sheet {
    width: u64,
    rows: u64,
    /// Empty rows, which count once another row follows.
    gap: u64,
    texts: u64,
    row: (u64, u64, u64),
    row_repeats: u64,
    cell_repeats: u64,
    /// Of the cell: its text, and whether it has a value.
    text: u64,
    value: bool,
}

impl Sheet {
    fn open(&mut self, e: &BytesStart<'_>) {
        let number = |name: &str| {
            let found = e.try_get_attribute(name).ok().flatten();
            found.map_or(1, |a| a.value.trim().parse::<u64>().unwrap_or(u64::MAX))
        };
        match e.name().0 {
            "table:table-row" => (self.row, self.row_repeats) = ((0, 0, 0), number("table:number-rows-repeated")),
            "table:table-cell" | "table:covered-table-cell" => {
                self.cell_repeats = number("table:number-columns-repeated");
                let attributes = e.attributes().flatten();
                let told = attributes.filter(|a| a.key.0.starts_with("office:") || a.key.0 == "table:formula");
                (self.value, self.text) = (false, 0);
                for attribute in told {
                    self.value = true;
                    self.text = self.text.saturating_add(attribute.value.len() as u64);
                }
            }
            "text:s" => self.text = self.text.saturating_add(number("text:c")),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "table:table-cell" | "table:covered-table-cell" => {
                let (columns, used, texts) = self.row;
                let columns = columns.saturating_add(self.cell_repeats);
                let used = if self.value { columns } else { used };
                let texts = if self.value { texts.saturating_add(self.text.saturating_mul(self.cell_repeats)) } else { texts };
                self.row = (columns, used, texts);
            }
            "table:table-row" if self.row.1 == 0 => self.gap = self.gap.saturating_add(self.row_repeats),
            "table:table-row" => {
                let (_, used, texts) = self.row;
                self.rows = self.rows.saturating_add(std::mem::take(&mut self.gap)).saturating_add(self.row_repeats);
                self.width = self.width.max(used);
                self.texts = self.texts.saturating_add(texts.saturating_mul(self.row_repeats));
            }
            _ => {}
        }
    }

    fn weight(&self) -> u64 {
        self.rows.saturating_mul(self.width).saturating_mul(CELL).saturating_add(self.texts)
    }
}
