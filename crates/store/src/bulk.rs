//! Many rows in one statement: one JSON text read by `json_each` on SQLite, one array per column on PostgreSQL.

use std::fmt::Write;

use sqlx::{Postgres, Sqlite, postgres::PgArguments, query::Query, sqlite::SqliteArguments};
use uuid::Uuid;

/// Rows as columns, to stand where a statement says `{rows}`.
pub(crate) struct Bulk {
    columns: Vec<(&'static str, Column)>,
    json: std::sync::OnceLock<String>,
}

/// One column of [`Bulk`].
pub(crate) enum Column {
    Id(Vec<Uuid>),
    Text(Vec<Option<String>>),
    Int(Vec<Option<i64>>),
}

impl Bulk {
    /// Rows of these columns, which all have the same length.
    pub(crate) fn new(columns: Vec<(&'static str, Column)>) -> Self {
        Self { columns, json: std::sync::OnceLock::new() }
    }

    /// Rows of one column of numbers.
    pub(crate) fn of_ints(name: &'static str, values: impl IntoIterator<Item = i64>) -> Self {
        Self::new(vec![(name, Column::Int(values.into_iter().map(Some).collect()))])
    }

    /// Rows of one column of ids.
    pub(crate) fn of_ids(name: &'static str, values: impl IntoIterator<Item = Uuid>) -> Self {
        Self::new(vec![(name, Column::Id(values.into_iter().collect()))])
    }

    fn len(&self) -> usize {
        self.columns.first().map_or(0, |(_, column)| match column {
            Column::Id(v) => v.len(),
            Column::Text(v) => v.len(),
            Column::Int(v) => v.len(),
        })
    }

    /// What `{rows}` is on SQLite, its argument being number `first`.
    pub(crate) fn sqlite_text(&self, first: usize) -> String {
        let mut columns = String::new();
        for (i, (name, column)) in self.columns.iter().enumerate() {
            let comma = if i == 0 { "" } else { ", " };
            let _ = match column {
                Column::Id(_) => write!(columns, "{comma}unhex(value->>{i}) AS {name}"),
                _ => write!(columns, "{comma}value->>{i} AS {name}"),
            };
        }
        format!("(SELECT {columns} FROM json_each(${first}))")
    }

    /// What `{rows}` is on PostgreSQL, its arguments being number `first` and following.
    pub(crate) fn postgres_text(&self, first: usize) -> String {
        let (mut columns, mut names) = (String::new(), String::new());
        for (i, (name, column)) in self.columns.iter().enumerate() {
            let comma = if i == 0 { "" } else { ", " };
            let kind = match column {
                Column::Id(_) => "uuid",
                Column::Text(_) => "text",
                Column::Int(_) => "bigint",
            };
            let _ = write!(columns, "{comma}${}::{kind}[]", first + i);
            let _ = write!(names, "{comma}{name}");
        }
        format!("(SELECT {names} FROM unnest({columns}) AS u({names}))")
    }

    pub(crate) fn sqlite_bind<'q>(
        &'q self,
        query: Query<'q, Sqlite, SqliteArguments>,
    ) -> Query<'q, Sqlite, SqliteArguments> {
        query.bind(self.json.get_or_init(|| self.as_json()).as_str())
    }

    pub(crate) fn postgres_bind<'q>(
        &'q self,
        query: Query<'q, Postgres, PgArguments>,
    ) -> Query<'q, Postgres, PgArguments> {
        self.columns.iter().fold(query, |query, (_, column)| match column {
            Column::Id(v) => query.bind(v.as_slice()),
            Column::Text(v) => query.bind(v.as_slice()),
            Column::Int(v) => query.bind(v.as_slice()),
        })
    }

    /// The rows as an array of arrays.
    fn as_json(&self) -> String {
        let mut json = String::with_capacity(self.len() * self.columns.len() * 16);
        json.push('[');
        for row in 0..self.len() {
            json.push_str(if row == 0 { "[" } else { ",[" });
            for (i, (_, column)) in self.columns.iter().enumerate() {
                if i > 0 {
                    json.push(',');
                }
                column.cell(row, &mut json);
            }
            json.push(']');
        }
        json.push(']');
        json
    }
}

impl Column {
    fn cell(&self, row: usize, json: &mut String) {
        let _ = match self {
            Self::Id(v) => write!(json, "\"{}\"", v[row].simple()),
            Self::Int(v) => match v[row] {
                Some(n) => write!(json, "{n}"),
                None => write!(json, "null"),
            },
            Self::Text(v) => match &v[row] {
                Some(text) => write!(json, "{}", serde_json::Value::from(text.as_str())),
                None => write!(json, "null"),
            },
        };
    }
}
