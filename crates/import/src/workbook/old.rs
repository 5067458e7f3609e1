//! XLS of before 2007, held in memory by its reader; so its cells are counted first.

use std::io::{BufReader, Read};

use calamine::{Data, Reader as _, Xls, XlsError};

use super::{Input, PASSWORD, Stop, archive::Kind, broken, cells::Table, xlsx::text_of_date};
use crate::{error::ImportError, limits, source::Source};

/// Refuses what a password protects and what would fill the memory.
///
/// # Errors
/// As said.
pub fn measure(source: &Source) -> Result<Kind, ImportError> {
    let damaged = |error: std::io::Error| broken(source, format!("it is damaged ({error})"));
    let mut file = cfb::CompoundFile::open(BufReader::new(source.open()?)).map_err(damaged)?;
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

/// Cells in the boxes around the cells of each sheet: as many as the reader holds.
fn area(mut stream: impl Read) -> std::io::Result<u64> {
    let (mut sum, mut rows, mut columns) = (0_u64, 0_u64, 0_u64);
    let mut head = [0; 4];
    let mut body = [0; 4];
    while stream.read_exact(&mut head).is_ok() {
        let [a, b, c, d] = head;
        let (kind, length) = (u16::from_le_bytes([a, b]), u64::from(u16::from_le_bytes([c, d])));
        let read = if length >= 4 { stream.read_exact(&mut body).map(|()| 4)? } else { 0 };
        match kind {
            0x0809 | 0x0409 | 0x0209 | 0x0009 => {
                sum += rows * columns;
                (rows, columns) = (0, 0);
            }
            0x0006 | 0x00bd | 0x00be | 0x00fd | 0x0200..=0x0206 | 0x027e | 0x0000..=0x0005 if read == 4 => {
                let [r0, r1, c0, c1] = body;
                rows = rows.max(u64::from(u16::from_le_bytes([r0, r1])) + 1);
                columns = columns.max((u64::from(u16::from_le_bytes([c0, c1])) + 1).min(256));
            }
            _ => {}
        }
        std::io::copy(&mut stream.by_ref().take(length - read), &mut std::io::sink())?;
    }
    Ok(sum + rows * columns)
}

fn open(source: &Source) -> Result<Xls<Input>, String> {
    let file = source.open().map_err(|error| error.to_string())?;
    Xls::new(BufReader::new(file)).map_err(|error| match error {
        XlsError::Password => PASSWORD.to_owned(),
        other => other.to_string(),
    })
}

/// The names of the sheets that have a cell.
pub fn sheets(source: &Source) -> Result<Vec<String>, String> {
    let mut book = open(source)?;
    let mut found = Vec::new();
    for sheet in book.sheet_names() {
        if !book.worksheet_range(&sheet).map_err(|error| error.to_string())?.is_empty() {
            found.push(sheet);
        }
    }
    Ok(found)
}

/// Gives the cells of a sheet.
pub fn cells<E>(source: &Source, sheet: &str, table: &mut Table<'_, E>) -> Result<(), Stop<E>> {
    let mut book = open(source).map_err(Stop::Workbook)?;
    let range = book.worksheet_range(sheet).map_err(|error| Stop::Workbook(error.to_string()))?;
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
