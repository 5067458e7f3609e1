//! Tables of what was figured and of what is known, to take along as CSV, JSON or Parquet: the three say the same.

mod cell;
mod columnar;
mod csv;
mod json;
#[cfg(test)]
mod tests;
mod writer;

use std::{borrow::Cow, collections::HashSet};

pub(crate) use self::csv::{line, number};
pub use self::{
    cell::{Cell, Kind},
    csv::csv,
    writer::{Format, TableError, Writer},
};

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name, unique in the table.
    pub name: Cow<'static, str>,
    /// What its cells are.
    pub kind: Kind,
}

impl Column {
    /// A column.
    pub fn new(name: impl Into<Cow<'static, str>>, kind: Kind) -> Self {
        Self { name: name.into(), kind }
    }
}

/// A table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Rows; each as long as the columns, with cells of their kinds.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// A table with these columns.
    pub fn new(columns: &[(&'static str, Kind)], rows: Vec<Vec<Cell>>) -> Self {
        Self { columns: columns.iter().map(|(name, kind)| Column::new(*name, *kind)).collect(), rows }
    }

    /// A table of texts.
    pub fn of_texts(header: &[&'static str], rows: Vec<Vec<String>>) -> Self {
        let rows = rows.into_iter().map(|row| row.into_iter().map(Cell::from).collect());
        Self { columns: header.iter().map(|name| Column::new(*name, Kind::Text)).collect(), rows: rows.collect() }
    }

    /// As CSV; see [`csv()`].
    pub fn csv(&self) -> String {
        let text = self.write(Format::Csv).map(String::from_utf8);
        text.ok().and_then(Result::ok).unwrap_or_default()
    }

    /// As a file of a format.
    ///
    /// # Errors
    /// If what writes Parquet fails.
    pub fn write(&self, format: Format) -> Result<Vec<u8>, TableError> {
        let mut writer = Writer::new(format, self.columns.clone())?;
        let mut file = Vec::new();
        for rows in self.rows.chunks(Writer::ROWS) {
            file.extend(writer.write(rows)?);
        }
        file.extend(writer.finish()?);
        Ok(file)
    }
}

/// The columns with every name once: what comes again gets a number, `value 2`.
pub fn told_apart(columns: Vec<Column>) -> Vec<Column> {
    let mut taken: HashSet<String> = HashSet::new();
    let fresh = |column: Column| {
        let numbered = (2..).map(|n| format!("{} {n}", column.name));
        let name = std::iter::once(column.name.to_string()).chain(numbered).find(|name| !taken.contains(name));
        let name = name.unwrap_or_default();
        taken.insert(name.clone());
        Column { name: name.into(), kind: column.kind }
    };
    columns.into_iter().map(fresh).collect()
}
