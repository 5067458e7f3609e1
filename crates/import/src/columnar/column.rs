//! One column of a row group, a few values at a time.

use std::{borrow::Cow, fs::File, sync::Arc};

use parquet::{
    basic::{Encoding, Type},
    column::reader::{ColumnReader, ColumnReaderImpl, get_column_reader},
    data_type::{ByteArray, DataType},
    errors::Result,
    file::{metadata::ColumnChunkMetaData, serialized_reader::SerializedPageReader},
};

use super::{
    kind::{self, Kind},
    pages::{Gate, Guard, Largest},
};

/// Values read at a time.
const SOME: usize = 1024;
/// Bytes that values which begin as the one before may have together.
const PREFIXED: u64 = 64 << 20;

/// Values read, without those that are missing.
enum Values {
    /// As the file has them; they share its pages.
    Raw(Vec<ByteArray>),
    /// As text, and where each ends.
    Text(String, Vec<usize>),
}

/// A column of a row group.
pub struct Column {
    reader: ColumnReader,
    gate: Arc<Gate>,
    kind: Kind,
    most: usize,
    values: Values,
    /// 0 for each of the rows read whose value is missing; empty if none can be.
    levels: Vec<i16>,
    /// Rows read, and how many of them and of the values are done.
    rows: usize,
    row: usize,
    value: usize,
}

impl Column {
    /// A column whose largest pages are known.
    pub fn open(
        file: &Arc<File>,
        chunk: &ColumnChunkMetaData,
        kind: Kind,
        rows: usize,
        largest: Largest,
    ) -> Result<Self> {
        let about = chunk.column_descr_ptr();
        let prefixed = chunk.encodings().any(|e| e == Encoding::DELTA_BYTE_ARRAY);
        let gate = Arc::new(Gate::default());
        let guard = Guard {
            inner: Box::new(SerializedPageReader::new(Arc::clone(file), chunk, rows, None)?),
            gate: Arc::clone(&gate),
            of: about.physical_type(),
            optional: about.max_def_level() > 0,
            prefixed,
            has_dictionary: false,
        };
        let raw = about.physical_type() == Type::BYTE_ARRAY && kind == Kind::Text;
        Ok(Self {
            reader: get_column_reader(about, Box::new(guard)),
            gate,
            kind,
            most: if prefixed { (PREFIXED / largest.data.max(1)).clamp(1, SOME as u64) as usize } else { SOME },
            values: if raw { Values::Raw(Vec::new()) } else { Values::Text(String::new(), Vec::new()) },
            levels: Vec::new(),
            rows: 0,
            row: 0,
            value: 0,
        })
    }

    /// True if the next values have to be read.
    pub fn is_done(&self) -> bool {
        self.row == self.rows
    }

    /// Reads the next values; false if there are none.
    pub fn refill(&mut self) -> Result<bool> {
        loop {
            self.gate.open();
            self.read()?;
            if self.rows > 0 {
                return Ok(true);
            }
            if !self.gate.has_passed() {
                return Ok(false);
            }
        }
    }

    fn read(&mut self) -> Result<()> {
        let Self { reader, levels, most, kind, values, .. } = self;
        let (kind, most) = (*kind, *most);
        (self.row, self.value) = (0, 0);
        let mut text = Text::default();
        self.rows = match reader {
            ColumnReader::BoolColumnReader(r) => take(r, most, levels, |v| text.add(|to| *to += word(v)))?,
            ColumnReader::Int32ColumnReader(r) => {
                take(r, most, levels, |v| text.add(|to| kind::int(kind, v.into(), false, to)))?
            }
            ColumnReader::Int64ColumnReader(r) => {
                take(r, most, levels, |v| text.add(|to| kind::int(kind, v, true, to)))?
            }
            ColumnReader::Int96ColumnReader(r) => take(r, most, levels, |v| text.add(|to| kind::int96(&v, to)))?,
            ColumnReader::FloatColumnReader(r) => take(r, most, levels, |v| text.add(|to| kind::float(v, to)))?,
            ColumnReader::DoubleColumnReader(r) => take(r, most, levels, |v| text.add(|to| kind::float(v, to)))?,
            ColumnReader::FixedLenByteArrayColumnReader(r) => {
                take(r, most, levels, |v| text.add(|to| short(kind, v.data(), to)))?
            }
            ColumnReader::ByteArrayColumnReader(r) => {
                if let Values::Raw(raw) = values {
                    raw.clear();
                    self.rows = take(r, most, levels, |v| raw.push(v))?;
                    return Ok(());
                }
                take(r, most, levels, |v| text.add(|to| kind::bytes(kind, v.data(), to)))?
            }
        };
        *values = Values::Text(text.all, text.ends);
        Ok(())
    }

    /// Goes to the next row.
    pub fn advance(&mut self) {
        self.value += usize::from(self.is_filled());
        self.row += 1;
    }

    fn is_filled(&self) -> bool {
        self.levels.get(self.row).is_none_or(|level| *level > 0)
    }

    /// The cell of the row at hand; `foreign` counts characters that are no UTF-8.
    pub fn cell(&self, foreign: &mut u64) -> Cow<'_, str> {
        if !self.is_filled() {
            return Cow::Borrowed("");
        }
        match &self.values {
            Values::Raw(values) => {
                let bytes = values.get(self.value).map_or(&[][..], ByteArray::data);
                let text = String::from_utf8_lossy(bytes);
                if matches!(text, Cow::Owned(_)) {
                    *foreign += text.matches('\u{fffd}').count() as u64;
                }
                text
            }
            Values::Text(text, ends) => {
                let start = self.value.checked_sub(1).and_then(|at| ends.get(at)).copied().unwrap_or(0);
                let end = ends.get(self.value).copied().unwrap_or(start);
                Cow::Borrowed(text.get(start..end).unwrap_or_default())
            }
        }
    }
}

/// Texts one after another.
#[derive(Default)]
struct Text {
    all: String,
    ends: Vec<usize>,
}

impl Text {
    fn add(&mut self, write: impl FnOnce(&mut String)) {
        write(&mut self.all);
        self.ends.push(self.all.len());
    }
}

fn word(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}

fn short(kind: Kind, value: &[u8], out: &mut String) {
    match kind {
        Kind::Text => *out += &String::from_utf8_lossy(value),
        _ => kind::bytes(kind, value, out),
    }
}

/// Reads rows and gives the values that are not missing to `on`; the number of rows.
fn take<T: DataType>(
    reader: &mut ColumnReaderImpl<T>,
    most: usize,
    levels: &mut Vec<i16>,
    on: impl FnMut(T::T),
) -> Result<usize> {
    levels.clear();
    let mut values = Vec::new();
    let (rows, _, _) = reader.read_records(most, Some(levels), None, &mut values)?;
    values.into_iter().for_each(on);
    Ok(rows)
}
