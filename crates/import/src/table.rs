//! Rows of a table, whatever holds it.

use std::{
    borrow::Cow,
    io::{Seek as _, SeekFrom},
};

use encoding_rs::Encoding;

use crate::{
    columnar,
    decode::Text,
    error::ImportError,
    plan::Format,
    scan::{Scanner, Step},
    source::Source,
    tail::Tail,
    unpack, workbook,
};

/// A record of a table.
#[derive(Debug, Clone, Copy)]
pub enum Record<'r> {
    /// Its line (of a sheet: its row), from 1, and its cells. The first one is the header.
    Cells(u64, &'r [Cow<'r, str>]),
    /// The line with a quotation mark that is never closed.
    Unclosed(u64),
    /// The line with a record that is too long.
    Long(u64),
}

/// A place in a file of text where a record begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Bytes before it.
    pub offset: u64,
    /// Its line.
    pub line: u64,
}

impl Place {
    /// The beginning of the file.
    pub const START: Self = Self { offset: 0, line: 1 };
}

/// What reading a table did beside giving records.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Read {
    /// Bytes that are not of the file's encoding.
    pub foreign: u64,
    /// Cells that hold an error of a formula (`#N/A`), read as empty.
    pub faults: u64,
    /// Lines below the table that are none of its rows: the report's name, who made it, a copyright, totals.
    pub below: Vec<String>,
}

/// Gives every record of a table to `on_record` until it says false; `on_piece` hears the bytes done. Rows without a text
/// in any cell are passed over, and lines below the table left out.
///
/// # Errors
/// If the file cannot be read, and whatever the closures return.
pub fn records<E: From<ImportError>>(
    source: &Source,
    format: &Format,
    on_piece: &mut dyn FnMut(u64) -> Result<(), E>,
    on_record: &mut dyn FnMut(Record<'_>) -> Result<bool, E>,
) -> Result<Read, E> {
    records_from(source, format, (Place::START, &[]), on_piece, on_record)
}

/// [`records`] from a place on; of what is no text: all. The cells of columns that are said to be `unread` may be empty;
/// for a place that is not the beginning, it must be said of every column.
///
/// # Errors
/// As [`records`].
pub fn records_from<E: From<ImportError>>(
    source: &Source,
    format: &Format,
    (from, unread): (Place, &[bool]),
    on_piece: &mut dyn FnMut(u64) -> Result<(), E>,
    on_record: &mut dyn FnMut(Record<'_>) -> Result<bool, E>,
) -> Result<Read, E> {
    match format {
        Format::Delimited { encoding, delimiter } => {
            let encoding = Encoding::for_label(encoding.as_bytes()).ok_or_else(|| ImportError::Plan {
                file: source.name.clone(),
                column: None,
                reason: format!("{encoding:?} is no encoding that is known; choose utf-8, utf-16le or windows-1252."),
            })?;
            let mut tail = Tail::new((from != Place::START).then_some(unread.len()));
            let foreign = delimited(source, (encoding, *delimiter as u8), from, on_piece, &mut |record, apart| {
                tail.take(record, apart, on_record)
            })?;
            Ok(Read { foreign, below: tail.end(on_record)?, ..Read::default() })
        }
        Format::Sheet { sheet } => {
            on_piece(0)?;
            let (mut tail, mut next) = (Tail::new(None), 0);
            let faults = workbook::rows(source, sheet, &mut |row, cells| {
                let apart = row > next;
                next = row + 1;
                tail.take(Record::Cells(row, cells), apart, on_record)
            })?;
            let below = tail.end(on_record)?;
            on_piece(source.size())?;
            Ok(Read { faults, below, ..Read::default() })
        }
        Format::Parquet { .. } => {
            let foreign = columnar::rows(source, unread, on_piece, on_record)?;
            Ok(Read { foreign, ..Read::default() })
        }
        Format::Xes | Format::Ocel { .. } | Format::Mbox | Format::Calendar => Ok(Read::default()),
    }
}

/// Gives every record of a text, and whether an empty line stands before it; counts bytes that are not of the encoding.
fn delimited<E: From<ImportError>>(
    source: &Source,
    (encoding, delimiter): (&'static Encoding, u8),
    from: Place,
    on_piece: &mut dyn FnMut(u64) -> Result<(), E>,
    on_record: &mut dyn FnMut(Record<'_>, bool) -> Result<bool, E>,
) -> Result<u64, E> {
    let (bytes, state) = if from == Place::START {
        unpack::raw(source)?
    } else {
        let mut file = source.open()?;
        file.seek(SeekFrom::Start(from.offset)).map_err(|error| source.unreadable(&error))?;
        (Box::new(file) as Box<dyn std::io::Read>, std::rc::Rc::default())
    };
    let mut text = Text::resumed(bytes, encoding, from.offset);
    let (mut used, mut line, mut within) = (0, from.line, false);
    let mut apart = false;
    loop {
        text.advance(used).map_err(|error| state.fault(source).unwrap_or_else(|| source.unreadable(&error)))?;
        on_piece(if state.is_packed() { state.done() } else { text.done })?;
        let mut cells = Vec::new();
        let mut scanner = Scanner::new(&text.text, line, delimiter, text.last).within(within);
        loop {
            let record = match scanner.step(&mut cells) {
                Step::More => {
                    apart |= scanner.apart();
                    break;
                }
                Step::Record(1) if cells.first().is_some_and(|c| is_hint(c)) => continue,
                Step::Record(line) => Record::Cells(line, &cells),
                Step::Unclosed(line) => Record::Unclosed(line),
                Step::Long(line) => Record::Long(line),
            };
            if !on_record(record, scanner.apart() | std::mem::take(&mut apart))? {
                return Ok(text.foreign);
            }
        }
        (used, line, within) = (scanner.consumed(), scanner.line(), scanner.is_within());
        if text.last {
            return Ok(text.foreign);
        }
    }
}

/// True for the first line by which some programs tell their delimiter: `sep=;`.
pub fn is_hint(first_cell: &str) -> bool {
    first_cell.trim_start_matches('\u{feff}').eq_ignore_ascii_case("sep=")
}
