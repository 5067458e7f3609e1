//! Tables in Apache Parquet, read row group after row group, of each column a page at a time.

mod column;
mod kind;
mod pages;
mod thrift;

use std::{
    borrow::Cow,
    fs::File,
    io::{Read as _, Seek as _, SeekFrom},
    sync::Arc,
};

use parquet::{
    basic::{Compression, Type},
    file::metadata::{ColumnChunkMetaData, ParquetMetaData, ParquetMetaDataReader, RowGroupMetaData},
};

use crate::{error::ImportError, guard, limits, plan::Format, source::Source, table::Record};
use column::Column;
use kind::Kind;
use thrift::Thrift;

/// How such files begin and end.
pub const MAGIC: &[u8] = b"PAR1";
/// How those end whose description is encrypted.
const ENCRYPTED: &[u8] = b"PARE";
/// Rows between two reports of how far it is.
const REPORT: u64 = 1024;

const IS_ENCRYPTED: &str = "it is encrypted";
const IS_CUT: &str = "its end is missing or damaged, so it is probably cut off";
const IS_DAMAGED: &str = "it is damaged";

/// True for a file that begins so.
pub fn is_one(head: &[u8]) -> bool {
    head.starts_with(MAGIC) || head.starts_with(ENCRYPTED)
}

/// The format of a file.
///
/// # Errors
/// If it is damaged, encrypted, compressed in a way that is not known, or goes beyond the [`limits`].
pub fn look(source: &Source) -> Result<Format, ImportError> {
    let table = Table::open(source)?;
    Ok(Format::Parquet { skipped: table.skipped })
}

fn broken(source: &Source, reason: impl Into<String>) -> ImportError {
    ImportError::Parquet { file: source.name.clone(), reason: reason.into() }
}

/// The outcome of what the library does; a panic of it is an error like any other.
fn guarded<T>(work: impl FnOnce() -> parquet::errors::Result<T>) -> Result<T, String> {
    match guard::guarded(work) {
        Some(Ok(value)) => Ok(value),
        Some(Err(error)) => Err(format!("{IS_DAMAGED} ({error})")),
        None => Err(IS_DAMAGED.to_owned()),
    }
}

/// A column that can be read.
struct Described {
    name: String,
    at: usize,
    kind: Kind,
}

/// A file, before its rows are read.
struct Table {
    file: Arc<File>,
    about: ParquetMetaData,
    columns: Vec<Described>,
    /// Names of columns that hold lists, records or what is no text.
    skipped: Vec<String>,
    rows: u64,
}

impl Table {
    fn open(source: &Source) -> Result<Self, ImportError> {
        let mut file = source.open()?;
        let size = source.size();
        let footer = footer(&mut file, size).map_err(|reason| broken(source, reason))?;
        check_footer(&footer).map_err(|reason| broken(source, reason))?;
        let about = guarded(|| ParquetMetaDataReader::decode_metadata(&footer)).map_err(|e| broken(source, e))?;
        let rows = check(&about, size).map_err(|reason| broken(source, reason))?;
        let (columns, skipped) = columns(&about);
        if columns.is_empty() {
            return Err(broken(source, "none of its columns holds texts, numbers or times"));
        }
        if columns.len() > limits::COLUMNS {
            return Err(broken(source, format!("it has more than {} columns", limits::COLUMNS)));
        }
        Ok(Self { file: Arc::new(file), about, columns, skipped, rows })
    }

    /// The columns of a row group, none for those not wanted.
    fn group(&self, group: &RowGroupMetaData, unread: &[bool]) -> Result<Vec<Option<Column>>, String> {
        let rows = usize::try_from(group.num_rows()).map_err(|_| IS_DAMAGED.to_owned())?;
        let mut held = 0;
        let mut open = Vec::new();
        for (nth, column) in self.columns.iter().enumerate() {
            if unread.get(nth).copied().unwrap_or(false) {
                open.push(None);
                continue;
            }
            let chunk = group.columns().get(column.at).ok_or(IS_DAMAGED)?;
            let (start, bytes) = range(chunk).ok_or(IS_DAMAGED)?;
            let largest = pages::measure(&self.file, start, bytes).map_err(|_| IS_DAMAGED.to_owned())?;
            // Each text of a dictionary takes 32 bytes beside its own, which may be four.
            let entries = if chunk.column_type() == Type::BYTE_ARRAY { 9 } else { 2 };
            if largest.data.max(largest.dictionary) > limits::PAGE {
                let limit = limits::PAGE >> 20;
                return Err(format!("a page of its column {:?} unpacks to more than {limit} MiB", column.name));
            }
            held += 2 * largest.data + entries * largest.dictionary;
            if held > limits::PAGES {
                let limit = limits::PAGES >> 20;
                return Err(format!("the pages of its columns unpack to more than {limit} MiB at the same time"));
            }
            let read = || Column::open(&self.file, chunk, column.kind, rows, largest);
            open.push(Some(guarded(read).map_err(|error| of_column(&column.name, &error))?));
        }
        Ok(open)
    }

    /// Sees to it that every column has the next row.
    fn next(&self, open: &mut [Option<Column>]) -> Result<(), String> {
        for (column, about) in open.iter_mut().zip(&self.columns) {
            let Some(column) = column.as_mut().filter(|c| c.is_done()) else { continue };
            let more = guarded(|| column.refill()).map_err(|error| of_column(&about.name, &error))?;
            if !more {
                return Err(of_column(&about.name, "it ends before the last row"));
            }
        }
        Ok(())
    }
}

fn of_column(name: &str, error: &str) -> String {
    format!("column {:?}: {error}", &name[..name.floor_char_boundary(60)])
}

/// Gives the names of the columns and every row to `on_record` until it says false; a column that is `unread` is empty.
/// The number of characters that are no UTF-8.
///
/// # Errors
/// As [`look`], and whatever the closures return.
pub fn rows<E: From<ImportError>>(
    source: &Source,
    unread: &[bool],
    on_piece: &mut dyn FnMut(u64) -> Result<(), E>,
    on_record: &mut dyn FnMut(Record<'_>) -> Result<bool, E>,
) -> Result<u64, E> {
    let table = Table::open(source)?;
    let mut foreign = 0;
    on_piece(0)?;
    let names: Vec<Cow<'_, str>> = table.columns.iter().map(|c| Cow::Borrowed(c.name.as_str())).collect();
    if !on_record(Record::Cells(1, &names))? {
        return Ok(foreign);
    }
    let mut row: u64 = 0;
    for group in table.about.row_groups().iter().filter(|g| g.num_rows() > 0) {
        let mut open = table.group(group, unread).map_err(|reason| broken(source, reason))?;
        for _ in 0..group.num_rows() {
            table.next(&mut open).map_err(|reason| broken(source, reason))?;
            row += 1;
            let mut cells = Vec::with_capacity(open.len());
            for column in &open {
                cells.push(column.as_ref().map_or(Cow::Borrowed(""), |column| column.cell(&mut foreign)));
            }
            if !on_record(Record::Cells(row + 1, &cells))? {
                return Ok(foreign);
            }
            open.iter_mut().flatten().for_each(Column::advance);
            if row.is_multiple_of(REPORT) {
                on_piece((u128::from(source.size()) * u128::from(row) / u128::from(table.rows.max(1))) as u64)?;
            }
        }
    }
    on_piece(source.size())?;
    Ok(foreign)
}

/// The bytes of the description at a file's end.
fn footer(file: &mut File, size: u64) -> Result<Vec<u8>, String> {
    let cut = |_| IS_CUT.to_owned();
    let at = size.checked_sub(12).ok_or(IS_CUT)? + 4;
    let mut tail = [0; 8];
    file.seek(SeekFrom::Start(at)).map_err(cut)?;
    file.read_exact(&mut tail).map_err(cut)?;
    let [a, b, c, d, magic @ ..] = tail;
    if magic == ENCRYPTED {
        return Err(IS_ENCRYPTED.to_owned());
    }
    let bytes = u64::from(u32::from_le_bytes([a, b, c, d]));
    if magic != MAGIC || bytes > at - 4 {
        return Err(IS_CUT.to_owned());
    }
    if bytes > limits::TOKEN {
        return Err(format!("its description has more than {} MiB", limits::TOKEN >> 20));
    }
    let mut footer = vec![0; bytes as usize];
    file.seek(SeekFrom::Start(at - bytes)).map_err(cut)?;
    file.read_exact(&mut footer).map_err(cut)?;
    Ok(footer)
}

/// Refuses what is encrypted, and columns within each other so deep that the library, which goes down by recursion, would
/// use up the stack.
fn check_footer(footer: &[u8]) -> Result<(), String> {
    const SCHEMA: i64 = 2;
    const CHILDREN: i64 = 5;
    const ENCRYPTION: i64 = 8;
    let (mut encrypted, mut deep) = (false, false);
    let mut open: Vec<i64> = Vec::new();
    let read = Thrift::new(footer).fields(&mut |thrift, field, kind| {
        encrypted |= field == ENCRYPTION;
        if (field, kind) != (SCHEMA, thrift::LIST) {
            return Ok(false);
        }
        let (_, len) = thrift.list()?;
        for _ in 0..len {
            let mut children = 0;
            thrift.fields(&mut |thrift, field, _| {
                if field == CHILDREN {
                    children = thrift.int()?;
                }
                Ok(field == CHILDREN)
            })?;
            open.push(children);
            deep |= open.len() > limits::DEPTH;
            while let Some(left) = open.last_mut() {
                if *left > 0 {
                    *left -= 1;
                    break;
                }
                open.pop();
            }
            if deep {
                return Err(std::io::ErrorKind::InvalidData.into());
            }
        }
        Ok(true)
    });
    match read {
        Ok(()) if encrypted => Err(IS_ENCRYPTED.to_owned()),
        Ok(()) => Ok(()),
        Err(_) if deep => Err(format!("its columns are nested more than {} deep", limits::DEPTH)),
        Err(_) => Err(IS_DAMAGED.to_owned()),
    }
}

/// Refuses what cannot be true, or is compressed in a way that is not known; the number of rows.
fn check(about: &ParquetMetaData, size: u64) -> Result<u64, String> {
    let (mut rows, mut bytes) = (0_u64, 0_u64);
    for group in about.row_groups() {
        rows = u64::try_from(group.num_rows()).ok().and_then(|n| rows.checked_add(n)).ok_or(IS_DAMAGED)?;
        for chunk in group.columns() {
            let (start, len) = range(chunk).ok_or(IS_DAMAGED)?;
            bytes = bytes.saturating_add(len);
            if start.checked_add(len).is_none_or(|end| end > size) || bytes > size {
                return Err("it says that its columns have more bytes than the file".to_owned());
            }
            if let Some(codec) = unknown(chunk.compression()) {
                let name = chunk.column_path().string();
                let reason =
                    format!("it is compressed with {codec}, which is not known; use Zstandard, Snappy or gzip");
                return Err(of_column(&name, &reason));
            }
        }
    }
    if rows > limits::ROWS.max(size.saturating_mul(limits::ROWS_A_BYTE)) {
        return Err(format!("it says that it has {rows} rows in {size} bytes"));
    }
    Ok(rows)
}

fn unknown(codec: Compression) -> Option<&'static str> {
    match codec {
        Compression::BROTLI(_) => Some("Brotli"),
        Compression::LZO => Some("LZO"),
        _ => None,
    }
}

/// Where a column of a row group begins, and its bytes.
fn range(chunk: &ColumnChunkMetaData) -> Option<(u64, u64)> {
    let start = chunk.dictionary_page_offset().unwrap_or_else(|| chunk.data_page_offset());
    Some((u64::try_from(start).ok()?, u64::try_from(chunk.compressed_size()).ok()?))
}

/// The columns that can be read, and the names of the others.
fn columns(about: &ParquetMetaData) -> (Vec<Described>, Vec<String>) {
    let mut columns = Vec::new();
    let mut skipped: Vec<String> = Vec::new();
    for (at, column) in about.file_metadata().schema_descr().columns().iter().enumerate() {
        let name = column.path().parts().first().cloned().unwrap_or_default();
        let flat = column.path().parts().len() == 1 && column.max_rep_level() == 0;
        match kind::kind(column).filter(|_| flat) {
            Some(kind) => columns.push(Described { name, at, kind }),
            None if skipped.last() == Some(&name) => {}
            None => skipped.push(name),
        }
    }
    (columns, skipped)
}
