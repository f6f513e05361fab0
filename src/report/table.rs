//! The rows of a report as columns of interned cells: each distinct cell is kept once, each row is a few bytes.

use std::hash::{BuildHasher, Hasher};

use calamine::ExcelDateTime;
use hashbrown::{DefaultHashBuilder, HashMap, HashTable};

use super::field::Field;
use super::sheet::{self, Cell};
use crate::text;

/// Distinct strings in one block of memory, numbered from 0.
#[derive(Debug, Default)]
pub struct Strings {
    text: String,
    ends: Vec<u32>,
}

impl Strings {
    /// The string of a number; empty for a number that is not one.
    #[must_use]
    pub fn get(&self, id: u32) -> &str {
        self.text.get(self.range(id)).unwrap_or("")
    }

    /// [`Strings::get`] as bytes, which is faster to compare with.
    fn bytes(&self, id: u32) -> &[u8] {
        self.text.as_bytes().get(self.range(id)).unwrap_or_default()
    }

    fn range(&self, id: u32) -> std::ops::Range<usize> {
        let id = id as usize;
        let start = if id == 0 { 0 } else { self.ends.get(id - 1).map_or(0, |e| *e as usize) };
        start..self.ends.get(id).map_or(start, |end| *end as usize)
    }

    /// Gives back the memory beyond what is needed.
    pub fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// All of them, by number.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0u32..).take(self.len()).map(|id| self.get(id))
    }

    /// Adds a string and gives its number. More than 4 GiB of text is not kept.
    pub fn push(&mut self, text: &str) -> u32 {
        if u32::try_from(self.text.len() + text.len()).is_ok() {
            self.text.push_str(text);
        }
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        u32::try_from(self.ends.len() - 1).unwrap_or(u32::MAX)
    }
}

/// Distinct strings while they are gathered: numbered as they come, and found again by their bytes. Bytes that are not
/// text are never found, so what is found needs no check that it is.
#[derive(Debug, Default)]
pub struct Dictionary {
    strings: Strings,
    /// The numbers, each with half of its hash: to grow needs no look at the strings, and few others are compared with.
    numbers: HashTable<(u32, u32)>,
    hasher: DefaultHashBuilder,
}

impl Dictionary {
    /// The strings so far.
    #[must_use]
    pub fn strings(&self) -> &Strings {
        &self.strings
    }

    /// The strings, without the way back from them to their numbers.
    #[must_use]
    pub fn finish(self) -> Strings {
        let mut strings = self.strings;
        strings.shrink();
        strings
    }

    /// The number of a string, which is added when it is new.
    pub fn add(&mut self, text: &str) -> u32 {
        let hash = self.hash(text.as_bytes());
        self.find(hash, text.as_bytes()).unwrap_or_else(|| self.push(hash, text))
    }

    /// [`Dictionary::add`] of bytes; `None` when they are new and no text.
    pub fn add_bytes(&mut self, bytes: &[u8]) -> Option<u32> {
        let hash = self.hash(bytes);
        match self.find(hash, bytes) {
            Some(number) => Some(number),
            None => std::str::from_utf8(bytes).ok().map(|text| self.push(hash, text)),
        }
    }

    fn hash(&self, bytes: &[u8]) -> u32 {
        let mut state = self.hasher.build_hasher();
        state.write(bytes);
        (state.finish() >> 32) as u32
    }

    fn find(&self, hash: u32, bytes: &[u8]) -> Option<u32> {
        let is_it = |(other, number): &(u32, u32)| *other == hash && self.strings.bytes(*number) == bytes;
        self.numbers.find(spread(hash), is_it).map(|(_, number)| *number)
    }

    fn push(&mut self, hash: u32, text: &str) -> u32 {
        let number = self.strings.push(text);
        self.numbers.insert_unique(spread(hash), (hash, number), |(hash, _)| spread(*hash));
        number
    }
}

/// The table takes the place from the low bits of a hash and a mark from the high ones.
fn spread(hash: u32) -> u64 {
    u64::from(hash) << 32 | u64::from(hash)
}

/// Numbers of cells in as few bytes as they need: most columns have few distinct cells.
#[derive(Debug)]
enum Ids {
    Byte(Vec<u8>),
    Short(Vec<u16>),
    Long(Vec<u32>),
}

impl Ids {
    #[inline]
    fn push(&mut self, id: u32) {
        match self {
            Ids::Byte(ids) => match u8::try_from(id) {
                Ok(id) => ids.push(id),
                Err(_) => {
                    *self = Ids::Short(ids.iter().map(|&i| u16::from(i)).collect());
                    self.push(id);
                }
            },
            Ids::Short(ids) => match u16::try_from(id) {
                Ok(id) => ids.push(id),
                Err(_) => {
                    *self = Ids::Long(ids.iter().map(|&i| u32::from(i)).collect());
                    self.push(id);
                }
            },
            Ids::Long(ids) => ids.push(id),
        }
    }

    fn len(&self) -> usize {
        match self {
            Ids::Byte(ids) => ids.len(),
            Ids::Short(ids) => ids.len(),
            Ids::Long(ids) => ids.len(),
        }
    }

    fn get(&self, row: usize) -> u32 {
        match self {
            Ids::Byte(ids) => ids.get(row).map_or(0, |&i| u32::from(i)),
            Ids::Short(ids) => ids.get(row).map_or(0, |&i| u32::from(i)),
            Ids::Long(ids) => ids.get(row).copied().unwrap_or(0),
        }
    }

    fn set(&mut self, row: usize, id: u32) {
        match self {
            Ids::Byte(ids) if id <= u32::from(u8::MAX) => ids[row] = id as u8,
            Ids::Short(ids) if id <= u32::from(u16::MAX) => ids[row] = id as u16,
            Ids::Long(ids) => ids[row] = id,
            Ids::Byte(ids) => {
                *self = Ids::Short(ids.iter().map(|&i| u16::from(i)).collect());
                self.set(row, id);
            }
            Ids::Short(ids) => {
                *self = Ids::Long(ids.iter().map(|&i| u32::from(i)).collect());
                self.set(row, id);
            }
        }
    }

    fn shrink(&mut self) {
        match self {
            Ids::Byte(ids) => ids.shrink_to_fit(),
            Ids::Short(ids) => ids.shrink_to_fit(),
            Ids::Long(ids) => ids.shrink_to_fit(),
        }
    }

    fn keep(&mut self, first: usize, kept: &[bool]) {
        fn keep<T: Copy>(ids: &mut Vec<T>, first: usize, kept: &[bool]) {
            let rest: Vec<T> = ids[first.min(ids.len())..].iter().zip(kept).filter(|(_, kept)| **kept).map(|(id, _)| *id).collect();
            ids.truncate(first);
            ids.extend(rest);
        }
        match self {
            Ids::Byte(ids) => keep(ids, first, kept),
            Ids::Short(ids) => keep(ids, first, kept),
            Ids::Long(ids) => keep(ids, first, kept),
        }
    }
}

/// A column of the table. Cell number 0 is the empty cell.
#[derive(Debug)]
pub struct Column {
    /// The distinct cells.
    pub cells: Strings,
    ids: Ids,
}

impl Column {
    /// The number of the cell in a row (0-based row of the table).
    #[must_use]
    pub fn id(&self, row: usize) -> u32 {
        self.ids.get(row)
    }

    /// The text of the cell in a row.
    #[must_use]
    pub fn text(&self, row: usize) -> &str {
        self.cells.get(self.id(row))
    }
}

/// What was read: the columns that mean something, and for each row where it came from.
#[derive(Debug, Default)]
pub struct Table {
    columns: Vec<Option<Column>>,
    /// 1-based row of the sheet, or line of the text file, of each row.
    pub lines: Vec<u32>,
}

impl Table {
    /// The column of a field, if the file has one.
    #[must_use]
    pub fn column(&self, field: Field) -> Option<&Column> {
        self.columns.get(field as usize)?.as_ref()
    }

    /// Takes a column out, when it is no longer needed as such.
    pub fn take(&mut self, field: Field) -> Option<Column> {
        self.columns.get_mut(field as usize)?.take()
    }

    /// How many rows there are.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.lines.len()
    }
}

/// A column while it is read.
pub struct ColumnBuilder {
    /// What the column means.
    pub field: Field,
    /// Its place in the file, 0-based.
    pub index: usize,
    dictionary: Dictionary,
    ids: Ids,
    last: u32,
    last_is_stray: bool,
    /// How often the last cell is to be added once more: most cells are those of the row before.
    repeats: usize,
    /// The numbers met, by their bits: to print one takes far longer than to find it.
    numbers: HashMap<u64, u32>,
    /// Error values met: the first row and how many.
    pub errors: Option<(u32, u32)>,
    /// Cells with bytes outside the encoding: the first row and how many.
    pub stray: Option<(u32, u32)>,
}

fn count(seen: &mut Option<(u32, u32)>, line: u32) {
    let (_, n) = seen.get_or_insert((line, 0));
    *n += 1;
}

impl ColumnBuilder {
    /// A column with nothing in it.
    #[must_use]
    pub fn new(field: Field, index: usize) -> ColumnBuilder {
        let mut dictionary = Dictionary::default();
        dictionary.add("");
        ColumnBuilder {
            field,
            index,
            dictionary,
            ids: Ids::Byte(Vec::new()),
            last: 0,
            last_is_stray: false,
            repeats: 0,
            numbers: HashMap::new(),
            errors: None,
            stray: None,
        }
    }

    /// Whether a text is the one of the row before; rows of one person follow each other.
    fn is_last(&self, bytes: &[u8]) -> bool {
        self.dictionary.strings.bytes(self.last) == bytes
    }

    /// The number of a row's cell.
    #[must_use]
    #[inline]
    pub fn id(&self, row: usize) -> u32 {
        if row < self.ids.len() { self.ids.get(row) } else { self.last }
    }

    /// Adds the cell of the row before once more.
    #[inline]
    pub fn repeat(&mut self, line: u32) {
        if self.last_is_stray {
            count(&mut self.stray, line);
        }
        self.repeats += 1;
    }

    fn add(&mut self, id: u32) {
        self.add_repeats();
        self.ids.push(id);
        self.last = id;
    }

    fn add_repeats(&mut self) {
        for _ in 0..std::mem::take(&mut self.repeats) {
            self.ids.push(self.last);
        }
    }

    /// [`ColumnBuilder::push`] of a cell that is probably the one of an earlier row: to see whether it is takes less than
    /// to look it up.
    pub fn push_like(&mut self, cell: Cell<'_>, line: u32, row: usize) {
        let bytes = match cell {
            Cell::Bytes(bytes) => bytes,
            Cell::Text(text) => text.as_bytes(),
            _ => return self.push(cell, line),
        };
        let id = self.id(row);
        if self.dictionary.strings.bytes(id) != bytes {
            return self.push(cell, line);
        }
        self.last_is_stray = false;
        self.add(id);
    }

    /// Adds the cell of the next row.
    pub fn push(&mut self, cell: Cell<'_>, line: u32) {
        self.last_is_stray = false;
        let id = match cell {
            Cell::Empty => 0,
            Cell::Text(text) => self.text(text),
            Cell::Bytes(bytes) => self.bytes(bytes, line),
            Cell::Number(number) => self.number(number.to_bits(), || sheet::number_text(number)),
            Cell::Date(date) => self.date(date),
            Cell::Bool(value) => self.dictionary.add(if value { "TRUE" } else { "FALSE" }),
            Cell::Error => {
                count(&mut self.errors, line);
                0
            }
        };
        self.add(id);
    }

    fn text(&mut self, cell: &str) -> u32 {
        if self.is_last(cell.as_bytes()) {
            return self.last;
        }
        self.dictionary.add(text::trim(cell))
    }

    fn bytes(&mut self, bytes: &[u8], line: u32) -> u32 {
        if self.is_last(bytes) {
            return self.last;
        }
        // Nothing to trim: most cells are such, and most are known already.
        let is_plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
        if is_plain(bytes.first())
            && is_plain(bytes.last())
            && let Some(id) = self.dictionary.add_bytes(bytes)
        {
            return id;
        }
        match std::str::from_utf8(bytes) {
            Ok(text) => self.text(text),
            Err(_) => {
                count(&mut self.stray, line);
                self.last_is_stray = true;
                self.text(&sheet::decode(bytes))
            }
        }
    }

    fn date(&mut self, date: ExcelDateTime) -> u32 {
        // The lowest bit tells a date from the number that it is counted by.
        self.number(date.as_f64().to_bits() ^ 1, || sheet::date_text(date))
    }

    fn number(&mut self, bits: u64, text: impl FnOnce() -> String) -> u32 {
        let dictionary = &mut self.dictionary;
        *self.numbers.entry(bits).or_insert_with(|| dictionary.add(&text()))
    }

    /// Keeps of the last rows, from `first` on, only those with a `true`.
    pub fn keep(&mut self, first: usize, kept: &[bool]) {
        self.add_repeats();
        self.ids.keep(first, kept);
    }

    /// The text of a row's cell.
    #[must_use]
    pub fn get(&self, row: usize) -> &str {
        self.dictionary.strings.get(self.id(row))
    }

    /// Gives a row another cell.
    pub fn set(&mut self, row: usize, text: &str) {
        let id = self.dictionary.add(text::trim(text));
        self.add_repeats();
        self.ids.set(row, id);
    }

    fn finish(mut self) -> Column {
        self.add_repeats();
        let mut ids = self.ids;
        ids.shrink();
        Column { cells: self.dictionary.finish(), ids }
    }
}

/// Puts finished columns together.
#[must_use]
pub fn finish(builders: Vec<ColumnBuilder>, mut lines: Vec<u32>) -> Table {
    let mut columns: Vec<Option<Column>> = Vec::new();
    columns.resize_with(Field::COUNT, || None);
    for builder in builders {
        let field = builder.field;
        columns[field as usize] = Some(builder.finish());
    }
    lines.shrink_to_fit();
    Table { columns, lines }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_widen_as_they_need() {
        let mut builder = ColumnBuilder::new(Field::Email, 0);
        for n in 0..70_000u32 {
            builder.push(Cell::Text(&format!("user{n}@contoso.example")), n);
        }
        builder.push(Cell::Empty, 70_000);
        builder.push(Cell::Text("user5@contoso.example"), 70_001);
        let table = finish(vec![builder], (0..70_002).collect());
        let column = table.column(Field::Email).unwrap();
        assert_eq!(column.text(0), "user0@contoso.example");
        assert_eq!(column.text(69_999), "user69999@contoso.example");
        assert_eq!(column.text(70_000), "");
        assert_eq!(column.id(70_001), column.id(5));
        assert_eq!(column.cells.len(), 70_001);
    }

    #[test]
    fn numbers_and_stray_bytes_become_text() {
        let mut builder = ColumnBuilder::new(Field::Mcid, 0);
        builder.push(Cell::Number(8_000_015.0), 2);
        builder.push(Cell::Bytes(b" 8000015 "), 3);
        builder.push(Cell::Bytes(b"Ren\xe9e"), 4);
        builder.push(Cell::Error, 5);
        assert_eq!((builder.stray, builder.errors), (Some((4, 1)), Some((5, 1))));
        let table = finish(vec![builder], vec![2, 3, 4, 5]);
        let column = table.column(Field::Mcid).unwrap();
        assert_eq!((column.text(0), column.id(0)), ("8000015", column.id(1)));
        assert_eq!(column.text(2), "Renée");
        assert_eq!(column.text(3), "");
    }

    #[test]
    fn a_repeated_cell_is_counted_again_where_it_was_stray() {
        let mut builder = ColumnBuilder::new(Field::LastName, 0);
        builder.push(Cell::Bytes(b"Ren\xe9e"), 2);
        builder.repeat(3);
        builder.push(Cell::Bytes(b"Ana"), 4);
        builder.repeat(5);
        assert_eq!(builder.stray, Some((2, 2)));
        let table = finish(vec![builder], vec![2, 3, 4, 5]);
        let column = table.column(Field::LastName).unwrap();
        assert_eq!([0, 1, 2, 3].map(|row| column.text(row)), ["Renée", "Renée", "Ana", "Ana"]);
    }

    #[test]
    fn a_wrong_guess_changes_nothing() {
        let mut builder = ColumnBuilder::new(Field::SkillId, 0);
        for (line, (cell, guess)) in (2..).zip([("AZ-104", 9), ("AZ-104", 0), ("AZ-500", 1), ("", 1), ("AZ-104", 3), ("AZ-500", 2)]) {
            builder.push_like(Cell::Bytes(cell.as_bytes()), line, guess);
        }
        let table = finish(vec![builder], (2..8).collect());
        let column = table.column(Field::SkillId).unwrap();
        assert_eq!((0..6).map(|row| column.id(row)).collect::<Vec<_>>(), [1, 1, 2, 0, 1, 2]);
    }

    proptest::proptest! {
        #[test]
        fn a_dictionary_numbers_texts_as_they_come(texts in proptest::collection::vec("[ab]{0,3}", 0..60)) {
            let mut dictionary = Dictionary::default();
            let mut distinct: Vec<String> = Vec::new();
            for text in texts {
                let at = distinct.iter().position(|t| *t == text).unwrap_or_else(|| {
                    distinct.push(text.clone());
                    distinct.len() - 1
                });
                proptest::prop_assert_eq!(dictionary.add(&text) as usize, at);
                proptest::prop_assert_eq!(dictionary.add_bytes(text.as_bytes()), Some(at as u32));
            }
            proptest::prop_assert_eq!(dictionary.add_bytes(b"\xff"), None);
            let strings = dictionary.finish();
            proptest::prop_assert_eq!(strings.iter().collect::<Vec<_>>(), distinct);
        }
    }
}
