//! Rows of a table, whatever holds it.

use std::borrow::Cow;

use calamine::{Data, Reader as _};
use encoding_rs::Encoding;

use crate::{
    decode::Text,
    error::ImportError,
    plan::Format,
    scan::{Scanner, Step},
    source::Source,
};

/// A record of a table.
#[derive(Debug, Clone, Copy)]
pub enum Record<'r> {
    /// Its line (of a sheet: its row), from 1, and its cells. The first one is the header.
    Cells(u64, &'r [Cow<'r, str>]),
    /// The line with a quotation mark that is never closed.
    Unclosed(u64),
}

/// What reading a table did beside giving records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Read {
    /// Bytes that are not of the file's encoding.
    pub foreign: u64,
}

/// Gives every record of a table to `on_record` until it says false; `on_piece` hears the bytes done.
///
/// # Errors
/// If the file cannot be read, and whatever the closures return.
pub fn records<E: From<ImportError>>(
    source: &Source,
    format: &Format,
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
            delimited(source, encoding, *delimiter as u8, on_piece, on_record)
        }
        Format::Sheet { sheet } => {
            on_piece(0)?;
            self::sheet(source, sheet, on_record)?;
            on_piece(source.size())?;
            Ok(Read::default())
        }
        Format::Xes => Ok(Read::default()),
    }
}

fn delimited<E: From<ImportError>>(
    source: &Source,
    encoding: &'static Encoding,
    delimiter: u8,
    on_piece: &mut dyn FnMut(u64) -> Result<(), E>,
    on_record: &mut dyn FnMut(Record<'_>) -> Result<bool, E>,
) -> Result<Read, E> {
    let mut text = Text::new(source.open()?, encoding);
    let (mut used, mut line) = (0, 1);
    loop {
        text.advance(used).map_err(|error| source.unreadable(&error))?;
        on_piece(text.done)?;
        let mut cells = Vec::new();
        let mut scanner = Scanner::new(&text.text, line, delimiter, text.last);
        loop {
            let go = match scanner.step(&mut cells) {
                Step::More => break,
                Step::Record(1) if cells.first().is_some_and(|c| is_hint(c)) => true,
                Step::Record(line) => on_record(Record::Cells(line, &cells))?,
                Step::Unclosed(line) => on_record(Record::Unclosed(line))?,
            };
            if !go {
                return Ok(Read { foreign: text.foreign });
            }
        }
        (used, line) = (scanner.consumed(), scanner.line());
        if text.last {
            return Ok(Read { foreign: text.foreign });
        }
    }
}

/// True for the first line by which some programs tell their delimiter: `sep=;`.
pub fn is_hint(first_cell: &str) -> bool {
    first_cell.trim_start_matches('\u{feff}').eq_ignore_ascii_case("sep=")
}

fn sheet<E: From<ImportError>>(
    source: &Source,
    name: &str,
    on_record: &mut dyn FnMut(Record<'_>) -> Result<bool, E>,
) -> Result<(), E> {
    let mut book = source.workbook()?;
    let range = book.worksheet_range(name).map_err(|error| source.workbook_error(&error))?;
    let first = range.start().map_or(0, |(row, _)| u64::from(row));
    for (nth, row) in range.rows().enumerate() {
        if row.iter().all(|cell| matches!(cell, Data::Empty)) {
            continue;
        }
        let cells: Vec<Cow<'_, str>> = row.iter().map(cell).collect();
        if !on_record(Record::Cells(first + nth as u64 + 1, &cells))? {
            break;
        }
    }
    Ok(())
}

/// A cell as text; dates year first, whole numbers without a point.
fn cell(data: &Data) -> Cow<'_, str> {
    match data {
        Data::Empty | Data::Error(_) => Cow::Borrowed(""),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => Cow::Borrowed(text),
        Data::DateTime(at) if at.is_datetime() => {
            let (y, mo, d, h, mi, s, ms) = at.to_ymd_hms_milli();
            let day = format!("{y:04}-{mo:02}-{d:02}");
            Cow::Owned(match (h, mi, s, ms) {
                (0, 0, 0, 0) => day,
                (_, _, _, 0) => format!("{day} {h:02}:{mi:02}:{s:02}"),
                _ => format!("{day} {h:02}:{mi:02}:{s:02}.{ms:03}"),
            })
        }
        other => Cow::Owned(other.to_string()),
    }
}
