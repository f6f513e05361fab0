//! The rows of a report as columns of interned cells: each distinct cell is kept once, each row is a few bytes.

use calamine::ExcelDateTime;
use string_interner::backend::StringBackend;
use string_interner::symbol::SymbolU32;
use string_interner::{StringInterner, Symbol};

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
        let id = id as usize;
        let start = if id == 0 { 0 } else { self.ends.get(id - 1).map_or(0, |e| *e as usize) };
        self.ends.get(id).map_or("", |end| &self.text[start..*end as usize])
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

/// Numbers of cells in as few bytes as they need: most columns have few distinct cells.
#[derive(Debug)]
enum Ids {
    Byte(Vec<u8>),
    Short(Vec<u16>),
    Long(Vec<u32>),
}

impl Ids {
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

    fn pop(&mut self) {
        match self {
            Ids::Byte(ids) => drop(ids.pop()),
            Ids::Short(ids) => drop(ids.pop()),
            Ids::Long(ids) => drop(ids.pop()),
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
    interner: StringInterner<StringBackend<SymbolU32>>,
    ids: Ids,
    last: u32,
    last_number: (u64, u32),
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
        let mut interner = StringInterner::new();
        interner.get_or_intern("");
        ColumnBuilder { field, index, interner, ids: Ids::Byte(Vec::new()), last: 0, last_number: (u64::MAX, 0), errors: None, stray: None }
    }

    fn intern(&mut self, text: &str) -> u32 {
        let id = self.interner.get_or_intern(text).to_usize();
        u32::try_from(id).unwrap_or(0)
    }

    /// Whether a text is the one of the row before; rows of one person follow each other.
    fn is_last(&self, bytes: &[u8]) -> bool {
        SymbolU32::try_from_usize(self.last as usize).and_then(|s| self.interner.resolve(s)).is_some_and(|last| last.as_bytes() == bytes)
    }

    /// Adds the cell of the next row.
    pub fn push(&mut self, cell: Cell<'_>, line: u32) {
        let id = match cell {
            Cell::Empty => 0,
            Cell::Text(text) => self.text(text),
            Cell::Bytes(bytes) if self.is_last(bytes) => self.last,
            Cell::Bytes(bytes) => match std::str::from_utf8(bytes) {
                Ok(text) => self.text(text),
                Err(_) => {
                    count(&mut self.stray, line);
                    self.text(&sheet::decode(bytes))
                }
            },
            Cell::Number(number) => self.number(number.to_bits(), || sheet::number_text(number)),
            Cell::Date(date) => self.date(date),
            Cell::Bool(value) => self.intern(if value { "TRUE" } else { "FALSE" }),
            Cell::Error => {
                count(&mut self.errors, line);
                0
            }
        };
        self.last = id;
        self.ids.push(id);
    }

    fn text(&mut self, cell: &str) -> u32 {
        if self.is_last(cell.as_bytes()) {
            return self.last;
        }
        self.intern(text::trim(cell))
    }

    fn date(&mut self, date: ExcelDateTime) -> u32 {
        self.number(date.as_f64().to_bits() ^ 1, || sheet::date_text(date))
    }

    fn number(&mut self, bits: u64, text: impl FnOnce() -> String) -> u32 {
        if self.last_number.0 != bits {
            let text = text();
            self.last_number = (bits, self.intern(&text));
        }
        self.last_number.1
    }

    /// Takes the last row back.
    pub fn pop(&mut self) {
        self.ids.pop();
    }

    /// The text of a row's cell.
    #[must_use]
    pub fn get(&self, row: usize) -> &str {
        SymbolU32::try_from_usize(self.ids.get(row) as usize).and_then(|s| self.interner.resolve(s)).unwrap_or_default()
    }

    /// Gives a row another cell.
    pub fn set(&mut self, row: usize, text: &str) {
        let id = self.intern(text::trim(text));
        self.ids.set(row, id);
    }

    fn finish(self) -> Column {
        let mut cells = Strings::default();
        cells.ends.reserve_exact(self.interner.len());
        for (_, text) in &self.interner {
            cells.push(text);
        }
        cells.text.shrink_to_fit();
        Column { cells, ids: self.ids }
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
}
