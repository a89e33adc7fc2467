//! A file as a table of the columns that are asked for. Values of other columns are never kept.
use csv::StringRecord;

use super::{Column, csv_file, workbook};

/// The largest table: rows of people, and columns.
pub const MOST_ROWS: usize = 100_000;
pub const MOST_COLUMNS: usize = 200;
/// All kept words together, in bytes.
const MOST_WORDS: usize = 64 * 1024 * 1024;
/// No cell is kept longer than this, in characters: it is told to be too long all the same.
const LONGEST_CELL: usize = 300;

/// A file read.
#[derive(Clone, Debug, Default)]
pub struct Table {
    pub columns: Vec<Column>,
    /// Headers of the columns that were left out.
    pub dropped: Vec<String>,
    /// The row's number in the file, the first being 1, and its cells in the order of `columns`.
    pub rows: Vec<(u32, StringRecord)>,
}

/// Why a file cannot be read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Over 10 MB, or unpacked over 100 MB.
    TooLarge,
    TooManyRows,
    TooManyColumns,
    /// An .xls of before 2007.
    OldWorkbook,
    /// Neither a workbook nor text.
    Unknown,
    Empty,
    /// Columns that must be there.
    Missing(Vec<Column>),
    /// Two headers mean the same column.
    Twice(Column),
    /// The workbook's own structure is broken.
    Broken,
}

impl Unreadable {
    /// The key of the words that tell it.
    pub fn key(&self) -> &'static str {
        match self {
            Unreadable::TooLarge => "people-unreadable-too-large",
            Unreadable::TooManyRows => "people-unreadable-rows",
            Unreadable::TooManyColumns => "people-unreadable-columns",
            Unreadable::OldWorkbook => "people-unreadable-old",
            Unreadable::Unknown => "people-unreadable-unknown",
            Unreadable::Empty => "people-unreadable-empty",
            Unreadable::Missing(_) => "people-unreadable-missing",
            Unreadable::Twice(_) => "people-unreadable-twice",
            Unreadable::Broken => "people-unreadable-broken",
        }
    }

    /// The columns it is about.
    pub fn columns(&self) -> &[Column] {
        match self {
            Unreadable::Missing(columns) => columns,
            Unreadable::Twice(column) => std::slice::from_ref(column),
            _ => &[],
        }
    }
}

impl Table {
    /// Reads a workbook or text; what it is is told by its bytes, not its name. Slow: call it outside any transaction.
    pub fn read(bytes: &[u8]) -> Result<Table, Unreadable> {
        match bytes {
            [] => Err(Unreadable::Empty),
            [b'P', b'K', 3, 4, ..] => workbook::read(bytes),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => Err(Unreadable::OldWorkbook),
            _ => csv_file::read(bytes),
        }
    }

    /// The table as CSV, to be kept until it is confirmed.
    pub fn to_csv(&self) -> Result<Vec<u8>, csv::Error> {
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        writer.write_record(std::iter::once("").chain(self.columns.iter().map(|column| column.code())))?;
        for (line, cells) in &self.rows {
            writer.write_field(line.to_string())?;
            writer.write_record(cells)?;
        }
        writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
    }

    /// What [`Table::to_csv`] kept.
    pub fn from_csv(kept: &[u8]) -> Result<Table, csv::Error> {
        let mut reader = csv::ReaderBuilder::new().from_reader(kept);
        let columns = reader.headers()?.iter().filter_map(Column::read).collect();
        let mut table = Table { columns, ..Table::default() };
        for record in reader.records() {
            let record = record?;
            let line = record.get(0).and_then(|line| line.parse().ok()).unwrap_or_default();
            table.rows.push((line, record.iter().skip(1).collect()));
        }
        Ok(table)
    }
}

/// Takes the rows of a file one by one and keeps what is asked for.
#[derive(Default)]
pub struct Gather {
    table: Table,
    /// Where each kept column stands in the file; empty until the header has come.
    places: Vec<usize>,
    words: usize,
}

impl Gather {
    /// The next row; the first that is not empty is the header.
    pub fn take(&mut self, line: u32, cells: &[String]) -> Result<(), Unreadable> {
        if cells.len() > MOST_COLUMNS {
            return Err(Unreadable::TooManyColumns);
        }
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            return Ok(());
        }
        if self.places.is_empty() {
            return self.take_header(cells);
        }
        if self.table.rows.len() >= MOST_ROWS {
            return Err(Unreadable::TooManyRows);
        }
        let mut record = StringRecord::with_capacity(160, self.places.len());
        for place in &self.places {
            let cell = tidy(cells.get(*place).map_or("", String::as_str));
            self.words += cell.len();
            record.push_field(&cell);
        }
        if self.words > MOST_WORDS {
            return Err(Unreadable::TooLarge);
        }
        if record.iter().any(|cell| !cell.is_empty()) {
            self.table.rows.push((line, record));
        }
        Ok(())
    }

    fn take_header(&mut self, cells: &[String]) -> Result<(), Unreadable> {
        for (place, header) in cells.iter().enumerate() {
            match Column::of(header) {
                Some(column) if self.table.columns.contains(&column) => return Err(Unreadable::Twice(column)),
                Some(column) => {
                    self.table.columns.push(column);
                    self.places.push(place);
                }
                None => self.table.dropped.push(tidy(header).chars().take(60).collect()),
            }
        }
        let missing: Vec<Column> =
            Column::REQUIRED.into_iter().filter(|column| !self.table.columns.contains(column)).collect();
        // Without these the first row is perhaps no header at all: nothing of it is told on.
        if missing.is_empty() { Ok(()) } else { Err(Unreadable::Missing(missing)) }
    }

    pub fn done(self) -> Result<Table, Unreadable> {
        if self.table.rows.is_empty() { Err(Unreadable::Empty) } else { Ok(self.table) }
    }
}

/// Spaces of every kind folded to one, none around.
fn tidy(cell: &str) -> String {
    let mut out = String::with_capacity(cell.len().min(LONGEST_CELL * 4));
    for word in cell.split(char::is_whitespace).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
        if out.len() > LONGEST_CELL * 4 {
            break;
        }
    }
    if out.chars().count() > LONGEST_CELL { out.chars().take(LONGEST_CELL).collect() } else { out }
}
