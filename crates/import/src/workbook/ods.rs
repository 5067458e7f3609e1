//! OpenDocument spreadsheets, streamed cell by cell.

use std::io::{BufReader, Read};

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};
use zip::ZipArchive;

use super::{PASSWORD, Stop, archive, cells::Table};
use crate::{limits, source::Source};

/// Times that a row or cell with something in it may be repeated; a spreadsheet repeats only empty ones more often.
const REPEATED: u64 = 10_000;

/// The names of the sheets that have a cell.
pub fn sheets(source: &Source) -> Result<Vec<String>, String> {
    let mut found: Vec<String> = Vec::new();
    walk::<()>(source, &mut |sheet, _, _, _| {
        if found.last().is_none_or(|last| last != sheet) {
            found.push(sheet.to_owned());
        }
        Ok(found.len() <= limits::SHEETS)
    })
    .map_err(|stop| match stop {
        Stop::Workbook(reason) => reason,
        Stop::Taker(()) => String::new(),
    })?;
    Ok(found)
}

/// Gives the cells of a sheet.
pub fn cells<E>(source: &Source, sheet: &str, table: &mut Table<'_, E>) -> Result<(), Stop<E>> {
    walk(source, &mut |name, row, column, text| {
        if name == sheet { table.cell(row, column, text.into()) } else { Ok(true) }
    })
}

/// A cell that is open.
#[derive(Debug, Default)]
struct Open {
    value: Option<String>,
    text: String,
    lines: u32,
    repeated: u64,
}

/// Where the walk is.
#[derive(Debug, Default)]
struct Place {
    sheet: Option<String>,
    row: u64,
    row_repeated: u64,
    column: usize,
    cell: Option<Open>,
    /// Cells of the open row: column and text.
    filled: Vec<(usize, String)>,
    /// Notes beside cells, not read.
    note: u32,
}

type OnCell<'c, E> = &'c mut dyn FnMut(&str, u64, usize, &str) -> Result<bool, Stop<E>>;

fn walk<E>(source: &Source, on_cell: OnCell<'_, E>) -> Result<(), Stop<E>> {
    let broken = |reason: String| Stop::Workbook(reason);
    let file = source.open().map_err(|error| broken(error.to_string()))?;
    let mut archive = ZipArchive::new(BufReader::new(file)).map_err(|error| broken(archive::in_words(&error)))?;
    if is_encrypted(&mut archive) {
        return Err(broken(PASSWORD.to_owned()));
    }
    let part = archive.by_name("content.xml").map_err(|error| broken(archive::in_words(&error)))?;
    let mut reader = Reader::from_reader(BufReader::new(part));
    reader.config_mut().expand_empty_elements = true;
    let mut place = Place::default();
    let mut buffer = Vec::new();
    let mut depth = 0_usize;
    loop {
        buffer.clear();
        let event =
            reader.read_event_into(&mut buffer).map_err(|error| broken(format!("its XML is damaged ({error})")))?;
        match event {
            Event::Start(tag) => {
                depth += 1;
                if depth > limits::DEPTH {
                    return Err(broken(format!("its elements are nested more than {} deep", limits::DEPTH)));
                }
                place.start(&tag).map_err(broken)?;
            }
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                if !place.end(tag.local_name().as_ref(), on_cell)? {
                    return Ok(());
                }
            }
            Event::Text(text) => {
                if let Some(cell) = place.cell.as_mut().filter(|_| place.note == 0) {
                    cell.text.push_str(&text.xml_content(quick_xml::XmlVersion::Implicit1_0));
                }
            }
            Event::GeneralRef(name) => {
                if let Some(cell) = place.cell.as_mut().filter(|_| place.note == 0) {
                    let sign = match name.resolve_char_ref() {
                        Ok(Some(sign)) => sign.to_string(),
                        _ => quick_xml::escape::resolve_predefined_entity(name.as_ref()).unwrap_or_default().to_owned(),
                    };
                    cell.text.push_str(&sign);
                }
            }
            Event::Eof if place.sheet.is_some() => return Err(broken("it is cut off".to_owned())),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn is_encrypted<R: Read + std::io::Seek>(archive: &mut ZipArchive<R>) -> bool {
    let mut text = Vec::new();
    let manifest = archive.by_name("META-INF/manifest.xml").ok();
    let read = manifest.map(|part| part.take(1 << 20).read_to_end(&mut text));
    read.is_some() && memchr::memmem::find(&text, b"encryption-data").is_some()
}

impl Place {
    fn start(&mut self, tag: &BytesStart<'_>) -> Result<(), String> {
        match tag.local_name().as_ref() {
            "table" => self.sheet = Some(value(tag, "name")?.unwrap_or_default()),
            "table-row" => {
                self.row_repeated = repeated(tag, "number-rows-repeated")?;
                self.column = 0;
                self.filled.clear();
            }
            "table-cell" | "covered-table-cell" => {
                let typed = match value(tag, "value-type")?.as_deref() {
                    Some("date") => value(tag, "date-value")?.map(|v| v.replace('T', " ")),
                    Some("float" | "currency" | "percentage") => value(tag, "value")?,
                    Some("boolean") => value(tag, "boolean-value")?,
                    _ => value(tag, "string-value")?,
                };
                let repeated = repeated(tag, "number-columns-repeated")?;
                self.cell = Some(Open { value: typed, repeated, ..Open::default() });
            }
            "annotation" => self.note += 1,
            "p" => {
                if let Some(cell) = self.cell.as_mut().filter(|_| self.note == 0) {
                    if cell.lines > 0 {
                        cell.text.push('\n');
                    }
                    cell.lines += 1;
                }
            }
            "s" => {
                let times = repeated(tag, "c")?.min(100);
                if let Some(cell) = self.cell.as_mut().filter(|_| self.note == 0) {
                    cell.text.extend(std::iter::repeat_n(' ', times as usize));
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn end<E>(&mut self, name: &str, on_cell: OnCell<'_, E>) -> Result<bool, Stop<E>> {
        match name {
            "annotation" => self.note = self.note.saturating_sub(1),
            "table" => {
                self.sheet = None;
                self.row = 0;
            }
            "table-cell" | "covered-table-cell" => {
                if let Some(cell) = self.cell.take() {
                    self.close(cell);
                }
            }
            "table-row" => {
                let times = if self.filled.is_empty() { 0 } else { self.row_repeated.min(REPEATED) };
                let sheet = self.sheet.as_deref().unwrap_or_default();
                for nth in 0..times {
                    for (column, text) in &self.filled {
                        if !on_cell(sheet, self.row + nth + 1, *column, text)? {
                            return Ok(false);
                        }
                    }
                }
                self.row = self.row.saturating_add(self.row_repeated);
                self.filled.clear();
            }
            _ => {}
        }
        Ok(true)
    }

    fn close(&mut self, cell: Open) {
        let text = cell.value.unwrap_or(cell.text);
        let columns = usize::try_from(cell.repeated).unwrap_or(usize::MAX);
        if !text.is_empty() && self.sheet.is_some() {
            for nth in 0..columns.min(limits::COLUMNS) {
                if self.filled.len() <= limits::COLUMNS {
                    self.filled.push((self.column.saturating_add(nth), text.clone()));
                }
            }
        }
        self.column = self.column.saturating_add(columns);
    }
}

fn value(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>, String> {
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|e| e.to_string())?;
        if attribute.key.local_name().as_ref() == name {
            let text = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).map_err(|e| e.to_string())?;
            return Ok(Some(text.into_owned()));
        }
    }
    Ok(None)
}

fn repeated(tag: &BytesStart<'_>, name: &str) -> Result<u64, String> {
    Ok(value(tag, name)?.and_then(|times| times.parse().ok()).unwrap_or(1))
}
