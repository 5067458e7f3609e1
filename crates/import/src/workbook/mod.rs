//! Workbooks: XLSX streamed row by row, OpenDocument the same, XLS of before 2007 held in memory.

mod archive;
mod cells;
mod ods;
mod old;
mod xlsx;

use std::{
    borrow::Cow,
    fs::File,
    io::{BufReader, Read as _},
};

use crate::{error::ImportError, limits, packed::ZIP, plan::Format, source::Source};
use archive::Kind;

/// How workbooks of before 2007 begin, and those that a password protects.
const OLD: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];

type Input = BufReader<File>;

/// True if a file that begins so may be a workbook.
pub fn is_one(head: &[u8]) -> bool {
    head.starts_with(ZIP) || head.starts_with(OLD)
}

/// Takes a row: its number from 1, and its cells; says whether to go on.
pub type OnRow<'r, E> = &'r mut dyn FnMut(u64, &[Cow<'_, str>]) -> Result<bool, E>;

/// Why a sheet was not read to its end.
enum Stop<E> {
    /// The workbook is at fault, in words.
    Workbook(String),
    /// The one who takes the rows is.
    Taker(E),
}

/// One format for each sheet that is not empty.
///
/// # Errors
/// If it is no workbook, cannot be read, or goes beyond the [`limits`].
pub fn sheets(source: &Source) -> Result<Vec<Format>, ImportError> {
    let names = match kind(source)? {
        Kind::Xlsx => xlsx::sheets(source),
        Kind::Ods => ods::sheets(source),
        Kind::Old => old::sheets(source),
    }
    .map_err(|reason| broken(source, reason))?;
    if names.len() > limits::SHEETS {
        return Err(broken(source, format!("it has more than {} sheets", limits::SHEETS)));
    }
    if names.is_empty() {
        return Err(ImportError::Empty { file: source.name.clone() });
    }
    Ok(names.into_iter().map(|sheet| Format::Sheet { sheet }).collect())
}

/// Gives every row of a sheet that is not empty to `on_row`, the header first, until it says false; counts the cells that
/// hold an error of a formula, which are read as empty.
///
/// # Errors
/// As [`sheets`], and whatever `on_row` returns.
pub fn rows<E: From<ImportError>>(source: &Source, sheet: &str, on_row: OnRow<'_, E>) -> Result<u64, E> {
    let mut table = cells::Table::new(on_row);
    let result = match kind(source)? {
        Kind::Xlsx => xlsx::cells(source, sheet, &mut table),
        Kind::Ods => ods::cells(source, sheet, &mut table),
        Kind::Old => old::cells(source, sheet, &mut table),
    };
    match result.and_then(|()| table.finish()) {
        Ok(()) => Ok(table.faults),
        Err(Stop::Workbook(reason)) => Err(broken(source, reason).into()),
        Err(Stop::Taker(error)) => Err(error),
    }
}

fn kind(source: &Source) -> Result<Kind, ImportError> {
    let mut head = [0; 4];
    let read = source.open()?.read(&mut head).map_err(|e| source.unreadable(&e))?;
    if head[..read].starts_with(OLD) { old::measure(source) } else { archive::measure(source) }
}

fn broken(source: &Source, reason: String) -> ImportError {
    ImportError::Workbook { file: source.name.clone(), reason }
}

/// What to say of a workbook that cannot be understood.
const DAMAGED: &str = "it is damaged";
/// What to say of a workbook that a password protects.
const PASSWORD: &str = "it is protected by a password; take the password off";
