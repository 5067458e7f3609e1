//! XLS of before 2007, held in memory by its reader; so its cells are counted first.

use std::io::{BufReader, Read};

use calamine::{Data, Range, Reader as _, Xls, XlsError};

use super::{DAMAGED, Input, PASSWORD, Stop, archive::Kind, broken, cells::Table, xlsx::text_of_date};
use crate::{error::ImportError, guard::guarded, limits, source::Source};

/// Refuses what a password protects and what would fill the memory.
///
/// # Errors
/// As said.
pub fn measure(source: &Source) -> Result<Kind, ImportError> {
    let file = BufReader::new(source.open()?);
    guarded(|| look(source, file)).unwrap_or_else(|| Err(broken(source, DAMAGED.to_owned())))
}

fn look(source: &Source, file: Input) -> Result<Kind, ImportError> {
    let damaged = |error: std::io::Error| broken(source, format!("{DAMAGED} ({error})"));
    let mut file = cfb::CompoundFile::open(file).map_err(damaged)?;
    if file.exists("/EncryptedPackage") {
        return Err(broken(source, PASSWORD.to_owned()));
    }
    let Some(name) = ["/Workbook", "/Book"].into_iter().find(|name| file.is_stream(name)) else {
        return Err(source.binary("an old Office document that is no workbook"));
    };
    let stream = file.open_stream(name).map_err(damaged)?;
    if area(BufReader::new(stream)).map_err(damaged)? > limits::CELLS {
        return Err(broken(source, format!("its sheets span more than {} million cells", limits::CELLS / 1_000_000)));
    }
    Ok(Kind::Old)
}

/// Cells in the boxes around the cells of each sheet, and in those that sheets are said to have: as many as the reader
/// holds or makes room for.
fn area(mut stream: impl Read) -> std::io::Result<u64> {
    let (mut sum, mut rows, mut columns) = (0_u64, 0_u64, 0_u64);
    let mut head = [0; 4];
    let mut body = Vec::new();
    while stream.read_exact(&mut head).is_ok() {
        let [a, b, c, d] = head;
        let (kind, length) = (u16::from_le_bytes([a, b]), u64::from(u16::from_le_bytes([c, d])));
        body.clear();
        stream.by_ref().take(length).read_to_end(&mut body)?;
        let column = match kind {
            kind if BEGINS.contains(&kind) => {
                sum = sum.saturating_add(rows * columns);
                (rows, columns) = (0, 0);
                continue;
            }
            DIMENSIONS => {
                sum = sum.saturating_add(claimed(&body));
                continue;
            }
            MANY_NUMBERS | MANY_BLANKS => word(&body, body.len().saturating_sub(2)),
            0x0006 | 0x00d6 | 0x00fd | 0x0201..=0x0206 | 0x027e | 0x0000..=0x0005 => word(&body, 2),
            _ => continue,
        };
        rows = rows.max(u64::from(word(&body, 0)) + 1);
        columns = columns.max(u64::from(column) + 1);
    }
    Ok(sum.saturating_add(rows * columns))
}

/// Records with which a sheet begins, of four generations of the format.
const BEGINS: [u16; 4] = [0x0809, 0x0409, 0x0209, 0x0009];
const DIMENSIONS: u16 = 0x0200;
const MANY_NUMBERS: u16 = 0x00bd;
const MANY_BLANKS: u16 = 0x00be;

/// Cells for which the reader makes room by a record of dimensions, as it counts them (`calamine` 0.38): rows and columns
/// that end before they begin go round.
fn claimed(body: &[u8]) -> u64 {
    let long = |at: usize| u32::from(word(body, at)) | u32::from(word(body, at + 2)) << 16;
    let (first_row, rows, first, columns) = match body.len() {
        10 => (word(body, 0).into(), word(body, 2).into(), word(body, 4), word(body, 6)),
        14 | 16 => (long(0), long(4), word(body, 8), word(body, 10)),
        _ => return 0,
    };
    if rows == 0 || columns == 0 {
        return 1;
    }
    let first = if first > 0xff || columns < first { 0 } else { first };
    u64::from(rows.wrapping_sub(first_row)) * u64::from(u32::from(columns).wrapping_sub(first.into()))
}

/// The two bytes at a place; 0 where there are none.
fn word(body: &[u8], at: usize) -> u16 {
    body.get(at..at + 2).map_or(0, |two| u16::from_le_bytes([two[0], two[1]]))
}

fn open(source: &Source) -> Result<Xls<Input>, String> {
    let file = source.open().map_err(|error| error.to_string())?;
    in_words(guarded(|| Xls::new(BufReader::new(file))))
}

/// The outcome of what the library does.
fn in_words<T>(outcome: Option<Result<T, XlsError>>) -> Result<T, String> {
    match outcome {
        Some(Ok(value)) => Ok(value),
        Some(Err(XlsError::Password)) => Err(PASSWORD.to_owned()),
        Some(Err(error)) => Err(error.to_string()),
        None => Err(DAMAGED.to_owned()),
    }
}

fn range(book: &mut Xls<Input>, sheet: &str) -> Result<Range<Data>, String> {
    in_words(guarded(|| book.worksheet_range(sheet)))
}

/// The names of the sheets that have a cell.
pub fn sheets(source: &Source) -> Result<Vec<String>, String> {
    let mut book = open(source)?;
    let mut found = Vec::new();
    for sheet in book.sheet_names() {
        if !range(&mut book, &sheet)?.is_empty() {
            found.push(sheet);
        }
    }
    Ok(found)
}

/// Gives the cells of a sheet.
pub fn cells<E>(source: &Source, sheet: &str, table: &mut Table<'_, E>) -> Result<(), Stop<E>> {
    let mut book = open(source).map_err(Stop::Workbook)?;
    let range = range(&mut book, sheet).map_err(Stop::Workbook)?;
    let (top, left) = range.start().unwrap_or_default();
    for (row, column, data) in range.used_cells() {
        let text = match data {
            Data::Error(_) => {
                table.faults += 1;
                continue;
            }
            Data::DateTime(at) => text_of_date(at),
            Data::Empty => continue,
            other => other.to_string().into(),
        };
        let (row, column) = (row as u64 + u64::from(top) + 1, column + left as usize);
        if !text.is_empty() && !table.cell(row, column, text)? {
            break;
        }
    }
    Ok(())
}
