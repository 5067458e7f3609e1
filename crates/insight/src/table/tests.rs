#![allow(clippy::unwrap_used)]

use std::io::Write as _;

use jiff::civil::date;
use parquet::{
    basic::{Compression, LogicalType, TimeUnit},
    file::reader::{FileReader, SerializedFileReader},
    record::Field,
};
use serde_json::Value;

use super::*;

fn at(text: &str) -> model::Timestamp {
    text.parse().unwrap()
}

fn table() -> Table {
    let columns = [
        ("name", Kind::Text),
        ("share", Kind::Number),
        ("n", Kind::Integer),
        ("value", Kind::Money),
        ("won", Kind::Boolean),
        ("at", Kind::Time),
        ("day", Kind::Day),
    ];
    let full = vec![
        Cell::from("=1+1, \"Größe\"\n見込み客"),
        Cell::from(1.0 / 3.0),
        Cell::from(-7_i64),
        Cell::money(-123_450),
        Cell::from(true),
        Cell::from(at("2017-10-03T12:00:00.123456Z")),
        Cell::from(date(1969, 12, 31)),
    ];
    let none = vec![
        Cell::from(""),
        Cell::from(f64::NAN),
        Cell::from(None::<u64>),
        Cell::money(None),
        Cell::None,
        Cell::None,
        Cell::None,
    ];
    Table::new(&columns, vec![full, none])
}

/// Rows of a Parquet file, as the library's own reader has them.
fn read(file: Vec<u8>) -> (SerializedFileReader<std::fs::File>, Vec<Vec<Field>>) {
    let mut kept = tempfile::tempfile().unwrap();
    kept.write_all(&file).unwrap();
    let reader = SerializedFileReader::new(kept).unwrap();
    let rows = reader.get_row_iter(None).unwrap();
    let rows = rows.map(|row| row.unwrap().get_column_iter().map(|(_, field)| field.clone()).collect()).collect();
    (reader, rows)
}

#[test]
fn the_three_formats_say_the_same() {
    let table = table();
    assert_eq!(
        table.csv(),
        "name,share,n,value,won,at,day\r\n\"'=1+1, \"\"Größe\"\"\n見込み客\",0.3333333333333333,-7,-1234.50,true,\
         2017-10-03T12:00:00.123456Z,1969-12-31\r\n,,,,,,\r\n"
    );
    let json: Value = serde_json::from_slice(&table.write(Format::Json).unwrap()).unwrap();
    let expected = serde_json::json!([
        { "name": "=1+1, \"Größe\"\n見込み客", "share": 1.0 / 3.0, "n": -7, "value": -1234.5, "won": true,
          "at": "2017-10-03T12:00:00.123456Z", "day": "1969-12-31" },
        { "name": null, "share": null, "n": null, "value": null, "won": null, "at": null, "day": null },
    ]);
    assert_eq!(json, expected);
    let (reader, rows) = read(table.write(Format::Parquet).unwrap());
    let about = reader.metadata().file_metadata();
    let logical: Vec<_> = about.schema_descr().columns().iter().map(|c| c.logical_type_ref().cloned()).collect();
    assert_eq!(logical[0], Some(LogicalType::String));
    assert_eq!(logical[3], Some(LogicalType::decimal(2, 18)));
    assert_eq!(logical[5], Some(LogicalType::timestamp(true, TimeUnit::MICROS)));
    assert_eq!(logical[6], Some(LogicalType::Date));
    assert!(matches!(reader.metadata().row_group(0).column(0).compression(), Compression::ZSTD(_)));
    let told = about.key_value_metadata().unwrap();
    assert!(told.iter().any(|pair| pair.key == "stagecraft.columns" && pair.value.as_ref().unwrap().contains("money")));
    let full = &rows[0];
    assert_eq!(full[0], Field::Str("=1+1, \"Größe\"\n見込み客".into()));
    assert_eq!((&full[1], &full[2], &full[4]), (&Field::Double(1.0 / 3.0), &Field::Long(-7), &Field::Bool(true)));
    assert!(matches!(&full[3], Field::Decimal(d) if d.scale() == 2 && d.data() == (-123_450_i64).to_be_bytes()));
    assert_eq!(full[5], Field::TimestampMicros(at("2017-10-03T12:00:00.123456Z").as_microsecond()));
    assert_eq!(full[6], Field::Date(-1));
    assert!(rows[1].iter().all(|field| *field == Field::Null), "{:?}", rows[1]);
}

#[test]
fn an_empty_table_is_a_file_of_its_kind() {
    let table = Table { rows: Vec::new(), ..table() };
    assert_eq!(table.csv(), "name,share,n,value,won,at,day\r\n");
    assert_eq!(table.write(Format::Json).unwrap(), b"[\n]\n");
    let (reader, rows) = read(table.write(Format::Parquet).unwrap());
    assert_eq!((reader.num_row_groups(), rows.len()), (0, 0));
    assert_eq!(reader.metadata().file_metadata().schema_descr().num_columns(), 7);
}

#[test]
fn a_long_table_comes_in_parts() {
    let rows: Vec<Vec<Cell>> = (0..Writer::ROWS + 10).map(|n| vec![Cell::from(n), Cell::from(n % 7)]).collect();
    let columns = vec![Column::new("n", Kind::Integer), Column::new("n", Kind::Integer)];
    for format in [Format::Csv, Format::Json, Format::Parquet] {
        let mut writer = Writer::new(format, columns.clone()).unwrap();
        let mut file = writer.write(&rows[..Writer::ROWS]).unwrap();
        assert!(file.len() > 1_000, "{format:?}: nothing was handed out");
        file.extend(writer.write(&rows[Writer::ROWS..]).unwrap());
        file.extend(writer.finish().unwrap());
        let whole = Table { columns: columns.clone(), rows: rows.clone() }.write(format).unwrap();
        assert_eq!(file, whole);
        match format {
            Format::Csv => assert!(file.starts_with(b"n,n 2\r\n0,0\r\n")),
            Format::Json => {
                let read: Vec<Value> = serde_json::from_slice(&file).unwrap();
                assert_eq!((read.len(), &read[9]), (rows.len(), &serde_json::json!({ "n": 9, "n 2": 2 })));
            }
            Format::Parquet => {
                let (reader, read) = read(file);
                assert_eq!((reader.num_row_groups(), read.len()), (2, rows.len()));
                assert_eq!(read[Writer::ROWS + 9][0], Field::Long(Writer::ROWS as i64 + 9));
            }
        }
    }
}
