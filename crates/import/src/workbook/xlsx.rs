//! XLSX, streamed cell by cell.

use std::{borrow::Cow, io::BufReader};

use calamine::{DataRef, ExcelDateTime, Reader as _, Xlsx, XlsxError};

use super::{DAMAGED, Input, PASSWORD, Stop, cells::Table};
use crate::{guard::guarded, source::Source};

fn open(source: &Source) -> Result<Xlsx<Input>, String> {
    let file = source.open().map_err(|error| error.to_string())?;
    told(guarded(|| Xlsx::new(BufReader::new(file))))
}

/// The outcome of what the library does.
fn told<T>(outcome: Option<Result<T, XlsxError>>) -> Result<T, String> {
    outcome.ok_or_else(|| DAMAGED.to_owned())?.map_err(|error| in_words(&error))
}

/// The names of the sheets that have a cell.
pub fn sheets(source: &Source) -> Result<Vec<String>, String> {
    let mut book = open(source)?;
    let mut found = Vec::new();
    for sheet in book.sheet_names() {
        let mut reader = match guarded(|| book.worksheet_cells_reader(&sheet)) {
            Some(Err(XlsxError::NotAWorksheet(_))) => continue,
            outcome => told(outcome)?,
        };
        loop {
            match told(guarded(|| reader.next_cell()))? {
                Some(cell) if matches!(cell.get_value(), DataRef::Empty) => {}
                Some(_) => {
                    found.push(sheet);
                    break;
                }
                None => break,
            }
        }
    }
    Ok(found)
}

/// Gives the cells of a sheet.
pub fn cells<E>(source: &Source, sheet: &str, table: &mut Table<'_, E>) -> Result<(), Stop<E>> {
    let mut book = open(source).map_err(Stop::Workbook)?;
    let mut reader = told(guarded(|| book.worksheet_cells_reader(sheet))).map_err(Stop::Workbook)?;
    while let Some(cell) = told(guarded(|| reader.next_cell())).map_err(Stop::Workbook)? {
        let (row, column) = cell.get_position();
        let text = match cell.get_value() {
            DataRef::Error(_) => {
                table.faults += 1;
                continue;
            }
            DataRef::DateTime(at) => text_of_date(at),
            DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
                Cow::Borrowed(text.as_str())
            }
            DataRef::SharedString(text) => Cow::Borrowed(*text),
            DataRef::Int(n) => Cow::Owned(n.to_string()),
            DataRef::Float(n) => Cow::Owned(n.to_string()),
            DataRef::Bool(yes) => Cow::Borrowed(if *yes { "true" } else { "false" }),
            _ => continue,
        };
        if !text.is_empty() && !table.cell(u64::from(row) + 1, column as usize, text)? {
            break;
        }
    }
    Ok(())
}

/// The last day that spreadsheets know: 9999-12-31.
const LAST_DAY: f64 = 2_958_466.0;

/// A date year first, with a time of day where it has one; a duration as its number.
pub fn text_of_date(at: &ExcelDateTime) -> Cow<'static, str> {
    if !at.is_datetime() || !(0.0..LAST_DAY).contains(&at.as_f64()) {
        return Cow::Owned(at.as_f64().to_string());
    }
    let (y, mo, d, h, mi, s, ms) = at.to_ymd_hms_milli();
    let day = format!("{y:04}-{mo:02}-{d:02}");
    Cow::Owned(match (h, mi, s, ms) {
        (0, 0, 0, 0) => day,
        (_, _, _, 0) => format!("{day} {h:02}:{mi:02}:{s:02}"),
        _ => format!("{day} {h:02}:{mi:02}:{s:02}.{ms:03}"),
    })
}

fn in_words(error: &XlsxError) -> String {
    match error {
        XlsxError::Password => PASSWORD.to_owned(),
        XlsxError::FileNotFound(part) => format!("its part {part} is missing"),
        XlsxError::Zip(error) => super::archive::in_words(error),
        XlsxError::WorksheetNotFound(sheet) => format!("it has no sheet {sheet:?}"),
        other => format!("its XML is damaged ({other})"),
    }
}
