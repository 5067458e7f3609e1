//! Writes a table of any length, a part at a time.

use super::{Cell, Column, columnar::Rows, csv::line, json, told_apart};

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated, for spreadsheets; see [`super::csv()`].
    Csv,
    /// A list of objects.
    Json,
    /// Apache Parquet, with types, packed with Zstandard.
    Parquet,
}

impl Format {
    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Json => "application/json",
            Self::Parquet => "application/vnd.apache.parquet",
        }
    }

    /// How the names of its files end.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Parquet => "parquet",
        }
    }
}

/// Why a table could not be written.
#[derive(Debug, thiserror::Error)]
#[error("the table cannot be written as Parquet: {0}")]
pub struct TableError(#[from] parquet::errors::ParquetError);

/// A table that is being written. Rows come in parts; what is ready is handed out after each, so that no more than a part
/// is held.
pub struct Writer {
    columns: Vec<Column>,
    how: How,
    /// Rows that were written.
    rows: usize,
}

enum How {
    Csv,
    Json,
    Parquet(Box<Rows>),
}

impl Writer {
    /// Rows of a part, where there are more: one group of rows in Parquet.
    pub const ROWS: usize = 1 << 15;

    /// Begins a table. Columns of one name are told apart by numbers.
    ///
    /// # Errors
    /// If what writes Parquet cannot begin.
    pub fn new(format: Format, columns: Vec<Column>) -> Result<Self, TableError> {
        let columns = told_apart(columns);
        let how = match format {
            Format::Csv => How::Csv,
            Format::Json => How::Json,
            Format::Parquet => How::Parquet(Box::new(Rows::new(&columns)?)),
        };
        Ok(Self { columns, how, rows: 0 })
    }

    /// Writes rows, as long as the columns, and hands out what is ready of the file.
    ///
    /// # Errors
    /// If what writes Parquet fails.
    pub fn write(&mut self, rows: &[Vec<Cell>]) -> Result<Vec<u8>, TableError> {
        let head = self.head();
        let written = self.rows;
        self.rows += rows.len();
        Ok(match &mut self.how {
            How::Csv => {
                let mut text = head;
                for row in rows {
                    let cells: Vec<String> = row.iter().map(Cell::text).collect();
                    line(&mut text, cells.iter().map(String::as_str));
                }
                text.into_bytes()
            }
            How::Json => {
                let mut text = head;
                json::rows(&mut text, &self.columns, rows, written);
                text.into_bytes()
            }
            How::Parquet(file) => file.write(&self.columns, rows)?,
        })
    }

    /// Ends the table and hands out the rest of the file.
    ///
    /// # Errors
    /// If what writes Parquet fails.
    pub fn finish(self) -> Result<Vec<u8>, TableError> {
        let head = self.head();
        Ok(match self.how {
            How::Csv => head.into_bytes(),
            How::Json => (head + "\n]\n").into_bytes(),
            How::Parquet(file) => file.finish()?,
        })
    }

    /// What stands before the first row; nothing where rows were written.
    fn head(&self) -> String {
        let mut text = String::new();
        match self.how {
            How::Csv if self.rows == 0 => line(&mut text, self.columns.iter().map(|column| &*column.name)),
            How::Json if self.rows == 0 => text.push('['),
            How::Csv | How::Json | How::Parquet(_) => {}
        }
        text
    }
}
