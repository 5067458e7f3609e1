//! Tables as Apache Parquet: one group of rows a part, every column with its type and optional.

use std::sync::Arc;

use parquet::{
    basic::{Compression, LogicalType, Repetition, TimeUnit, Type as Physical, ZstdLevel},
    column::writer::ColumnWriterImpl,
    data_type::{BoolType, ByteArray, ByteArrayType, DataType, DoubleType, Int32Type, Int64Type},
    errors::Result,
    file::{
        metadata::KeyValue,
        properties::WriterProperties,
        writer::{SerializedColumnWriter, SerializedFileWriter},
    },
    schema::types::Type,
};
use serde_json::json;

use super::{Cell, Column, Kind};

/// Digits of an amount of money, two of them behind the point.
const DIGITS: i32 = 18;
/// Days from the first of our era to 1970.
const FIRST: jiff::civil::Date = jiff::civil::date(1970, 1, 1);

/// A file that is being written.
pub(super) struct Rows {
    file: SerializedFileWriter<Vec<u8>>,
}

impl Rows {
    pub(super) fn new(columns: &[Column]) -> Result<Self> {
        let fields = columns.iter().map(|column| field(column).map(Arc::new)).collect::<Result<Vec<_>>>()?;
        let schema = Type::group_type_builder("table").with_fields(fields).build()?;
        let about: Vec<_> = columns.iter().map(|c| json!({ "name": c.name, "kind": c.kind.word() })).collect();
        let about = KeyValue::new("stagecraft.columns".to_owned(), json!(about).to_string());
        let properties = WriterProperties::builder()
            .set_created_by(concat!("stagecraft version ", env!("CARGO_PKG_VERSION")).to_owned())
            .set_compression(Compression::ZSTD(ZstdLevel::default()))
            .set_key_value_metadata(Some(vec![about]))
            .build();
        Ok(Self { file: SerializedFileWriter::new(Vec::new(), Arc::new(schema), Arc::new(properties))? })
    }

    /// Writes a group of rows and hands out what is ready of the file.
    pub(super) fn write(&mut self, columns: &[Column], rows: &[Vec<Cell>]) -> Result<Vec<u8>> {
        if !rows.is_empty() {
            let mut group = self.file.next_row_group()?;
            for (place, column) in columns.iter().enumerate() {
                if let Some(mut writer) = group.next_column()? {
                    let cells = rows.iter().map(|row| row.get(place).unwrap_or(&Cell::None));
                    put(&mut writer, column.kind, cells)?;
                    writer.close()?;
                }
            }
            group.close()?;
        }
        self.file.flush()?;
        Ok(std::mem::take(self.file.inner_mut()))
    }

    /// Writes the end.
    pub(super) fn finish(self) -> Result<Vec<u8>> {
        self.file.into_inner()
    }
}

fn field(column: &Column) -> Result<Type> {
    let (physical, logical) = match column.kind {
        Kind::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        Kind::Number => (Physical::DOUBLE, None),
        Kind::Integer => (Physical::INT64, None),
        Kind::Money => (Physical::INT64, Some(LogicalType::decimal(2, DIGITS))),
        Kind::Boolean => (Physical::BOOLEAN, None),
        Kind::Time => (Physical::INT64, Some(LogicalType::timestamp(true, TimeUnit::MICROS))),
        Kind::Day => (Physical::INT32, Some(LogicalType::Date)),
    };
    let money = column.kind == Kind::Money;
    Type::primitive_type_builder(&column.name, physical)
        .with_repetition(Repetition::OPTIONAL)
        .with_logical_type(logical)
        .with_precision(if money { DIGITS } else { -1 })
        .with_scale(if money { 2 } else { -1 })
        .build()
}

fn put<'c>(writer: &mut SerializedColumnWriter<'_>, kind: Kind, cells: impl Iterator<Item = &'c Cell>) -> Result<()> {
    match kind {
        Kind::Text => values::<ByteArrayType>(writer.typed(), cells, |cell| match cell {
            Cell::Text(text) => Some(ByteArray::from(text.as_str())),
            _ => None,
        }),
        Kind::Number => values::<DoubleType>(writer.typed(), cells, |cell| match cell {
            Cell::Number(number) => Some(*number),
            _ => None,
        }),
        Kind::Integer => values::<Int64Type>(writer.typed(), cells, |cell| match cell {
            Cell::Integer(number) => Some(*number),
            _ => None,
        }),
        Kind::Money => values::<Int64Type>(writer.typed(), cells, |cell| match cell {
            Cell::Money(minor) => Some(*minor),
            _ => None,
        }),
        Kind::Boolean => values::<BoolType>(writer.typed(), cells, |cell| match cell {
            Cell::Boolean(flag) => Some(*flag),
            _ => None,
        }),
        Kind::Time => values::<Int64Type>(writer.typed(), cells, |cell| match cell {
            Cell::Time(at) => Some(at.as_microsecond()),
            _ => None,
        }),
        Kind::Day => values::<Int32Type>(writer.typed(), cells, |cell| match cell {
            Cell::Day(day) => FIRST.until(*day).ok().map(|span| span.get_days()),
            _ => None,
        }),
    }
}

/// Writes the cells of a column; what is of another kind is nothing.
fn values<'c, D: DataType>(
    writer: &mut ColumnWriterImpl<'_, D>,
    cells: impl Iterator<Item = &'c Cell>,
    read: impl Fn(&Cell) -> Option<D::T>,
) -> Result<()> {
    let (mut found, mut levels) = (Vec::new(), Vec::new());
    for cell in cells {
        let value = read(cell);
        levels.push(i16::from(value.is_some()));
        found.extend(value);
    }
    writer.write_batch(&found, Some(&levels), None)?;
    Ok(())
}
