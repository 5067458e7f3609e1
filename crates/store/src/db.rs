//! One SQL text, two databases: a statement with its arguments, run on whichever connection is at hand.

use futures_util::TryStreamExt;
use jiff::Timestamp;
use sqlx::{
    AssertSqlSafe, PgConnection, Postgres, Row, SqlSafeStr, Sqlite, SqliteConnection, Transaction, pool::PoolConnection,
};
use uuid::Uuid;

use crate::{bulk::Bulk, error::Result};

/// A connection, borrowed for one statement.
pub(crate) enum Borrowed<'a> {
    Sqlite(&'a mut SqliteConnection),
    Postgres(&'a mut PgConnection),
}

/// Something statements run on.
pub(crate) trait Session: Send {
    fn borrow(&mut self) -> Borrowed<'_>;
}

/// A connection outside of a transaction, for single reads.
pub(crate) enum Connection {
    Sqlite(PoolConnection<Sqlite>),
    Postgres(PoolConnection<Postgres>),
}

impl Session for Connection {
    fn borrow(&mut self) -> Borrowed<'_> {
        match self {
            Self::Sqlite(c) => Borrowed::Sqlite(c),
            Self::Postgres(c) => Borrowed::Postgres(c),
        }
    }
}

/// A transaction; rolled back unless committed.
pub(crate) enum Tx {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

impl Session for Tx {
    fn borrow(&mut self) -> Borrowed<'_> {
        match self {
            Self::Sqlite(c) => Borrowed::Sqlite(c),
            Self::Postgres(c) => Borrowed::Postgres(c),
        }
    }
}

impl Tx {
    pub(crate) async fn commit(self) -> Result<()> {
        match self {
            Self::Sqlite(tx) => tx.commit().await?,
            Self::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }

    /// Has PostgreSQL count anew what deals and events are like, so that it plans by it.
    pub(crate) async fn analyze(&mut self) -> Result<()> {
        if let Self::Postgres(tx) = self {
            sqlx::query("ANALYZE deals, events").execute(&mut **tx).await?;
        }
        Ok(())
    }

    pub(crate) async fn rollback(self) -> Result<()> {
        match self {
            Self::Sqlite(tx) => tx.rollback().await?,
            Self::Postgres(tx) => tx.rollback().await?,
        }
        Ok(())
    }
}

/// Text that both databases take: PostgreSQL keeps no character 0.
pub(crate) fn owned(text: &str) -> String {
    if text.contains('\0') { text.replace('\0', "\u{fffd}") } else { text.to_owned() }
}

/// An argument of a statement.
pub(crate) enum Arg {
    Text(Option<String>),
    Int(Option<i64>),
    Bool(bool),
    Real(f64),
    Id(Option<Uuid>),
    Bytes(Vec<u8>),
}

macro_rules! arg {
    ($($from:ty => |$v:ident| $to:expr),+ $(,)?) => {$(
        impl From<$from> for Arg {
            fn from($v: $from) -> Self { $to }
        }
    )+};
}

arg! {
    &str => |v| Self::Text(Some(owned(v))),
    String => |v| Self::Text(Some(owned(&v))),
    Option<String> => |v| Self::Text(v.as_deref().map(owned)),
    Option<&str> => |v| Self::Text(v.map(owned)),
    i64 => |v| Self::Int(Some(v)),
    Option<i64> => |v| Self::Int(v),
    Timestamp => |v| Self::Int(Some(v.as_microsecond())),
    bool => |v| Self::Bool(v),
    f64 => |v| Self::Real(v),
    Uuid => |v| Self::Id(Some(v)),
    Option<Uuid> => |v| Self::Id(v),
    Option<Timestamp> => |v| Self::Int(v.map(Timestamp::as_microsecond)),
    Vec<u8> => |v| Self::Bytes(v),
    serde_json::Value => |v| Self::Text(Some(v.to_string())),
}

/// A row of a result; columns counted from 0.
pub(crate) trait Columns {
    fn text(&self, column: usize) -> Result<String>;
    fn maybe_text(&self, column: usize) -> Result<Option<String>>;
    fn str(&self, column: usize) -> Result<&str>;
    fn int(&self, column: usize) -> Result<i64>;
    fn maybe_int(&self, column: usize) -> Result<Option<i64>>;
    fn bool(&self, column: usize) -> Result<bool>;
    fn real(&self, column: usize) -> Result<f64>;
    fn id(&self, column: usize) -> Result<Uuid>;
    fn maybe_id(&self, column: usize) -> Result<Option<Uuid>>;
    fn bytes(&self, column: usize) -> Result<Vec<u8>>;

    fn time(&self, column: usize) -> Result<Timestamp> {
        self.int(column).and_then(time)
    }
}

/// A stored moment: microseconds since 1970.
pub(crate) fn time(microseconds: i64) -> Result<Timestamp> {
    Timestamp::from_microsecond(microseconds).map_err(|e| sqlx::Error::Decode(Box::new(e)).into())
}

macro_rules! columns {
    ($($row:ty),+) => {$(
        impl Columns for $row {
            fn text(&self, column: usize) -> Result<String> { Ok(self.try_get(column)?) }
            fn maybe_text(&self, column: usize) -> Result<Option<String>> { Ok(self.try_get(column)?) }
            fn str(&self, column: usize) -> Result<&str> { Ok(self.try_get(column)?) }
            fn int(&self, column: usize) -> Result<i64> { Ok(self.try_get(column)?) }
            fn maybe_int(&self, column: usize) -> Result<Option<i64>> { Ok(self.try_get(column)?) }
            fn bool(&self, column: usize) -> Result<bool> { Ok(self.try_get(column)?) }
            fn real(&self, column: usize) -> Result<f64> { Ok(self.try_get(column)?) }
            fn id(&self, column: usize) -> Result<Uuid> { Ok(self.try_get(column)?) }
            fn maybe_id(&self, column: usize) -> Result<Option<Uuid>> { Ok(self.try_get(column)?) }
            fn bytes(&self, column: usize) -> Result<Vec<u8>> { Ok(self.try_get(column)?) }
        }
    )+};
}

columns!(sqlx::sqlite::SqliteRow, sqlx::postgres::PgRow);

/// A statement with its arguments. `{rows}` in the text stands for the rows of [`Sql::rows`].
pub(crate) struct Sql<'a> {
    text: &'static str,
    args: Vec<Arg>,
    rows: Option<&'a Bulk>,
}

/// A statement; `$1`, `$2`, … are what [`Sql::bind`] adds, in this order.
pub(crate) fn sql(text: &'static str) -> Sql<'static> {
    Sql { text, args: Vec::new(), rows: None }
}

macro_rules! bound {
    ($sql:ident, $driver:ty, $rows:ident, $add:ident) => {{
        let text = match $sql.rows {
            Some(rows) => AssertSqlSafe($sql.text.replace("{rows}", &rows.$rows($sql.args.len() + 1))).into_sql_str(),
            None => $sql.text.into_sql_str(),
        };
        let mut query = sqlx::query::<$driver>(text);
        for arg in $sql.args {
            query = match arg {
                Arg::Text(v) => query.bind(v),
                Arg::Int(v) => query.bind(v),
                Arg::Bool(v) => query.bind(v),
                Arg::Real(v) => query.bind(v),
                Arg::Id(v) => query.bind(v),
                Arg::Bytes(v) => query.bind(v),
            };
        }
        match $sql.rows {
            Some(rows) => rows.$add(query),
            None => query,
        }
    }};
}

impl<'a> Sql<'a> {
    /// Adds an argument.
    pub(crate) fn bind(mut self, arg: impl Into<Arg>) -> Self {
        self.args.push(arg.into());
        self
    }

    /// Says what `{rows}` in the text stands for. Comes after the last [`Sql::bind`].
    pub(crate) fn rows<'b>(self, rows: &'b Bulk) -> Sql<'b>
    where
        'a: 'b,
    {
        Sql { text: self.text, args: self.args, rows: Some(rows) }
    }

    /// Hands every row of the result to `take`.
    pub(crate) async fn each(
        self,
        on: &mut impl Session,
        mut take: impl FnMut(&dyn Columns) -> Result<()> + Send,
    ) -> Result<()> {
        self.fetch(on.borrow(), &mut take).await
    }

    async fn fetch(self, on: Borrowed<'_>, take: &mut (dyn FnMut(&dyn Columns) -> Result<()> + Send)) -> Result<()> {
        match on {
            Borrowed::Sqlite(c) => {
                let query = bound!(self, Sqlite, sqlite_text, sqlite_bind);
                let mut rows = query.fetch(c);
                while let Some(row) = rows.try_next().await? {
                    take(&row)?;
                }
            }
            Borrowed::Postgres(c) => {
                let query = bound!(self, Postgres, postgres_text, postgres_bind);
                let mut rows = query.fetch(c);
                while let Some(row) = rows.try_next().await? {
                    take(&row)?;
                }
            }
        }
        Ok(())
    }

    /// All rows of the result.
    pub(crate) async fn all<T: Send>(
        self,
        on: &mut impl Session,
        read: impl Fn(&dyn Columns) -> Result<T> + Send + Sync,
    ) -> Result<Vec<T>> {
        let mut all = Vec::new();
        self.each(on, |row| {
            all.push(read(row)?);
            Ok(())
        })
        .await?;
        Ok(all)
    }

    /// The first row of the result, if there is any.
    pub(crate) async fn maybe<T: Send>(
        self,
        on: &mut impl Session,
        read: impl Fn(&dyn Columns) -> Result<T> + Send + Sync,
    ) -> Result<Option<T>> {
        Ok(self.all(on, read).await?.into_iter().next())
    }

    /// The one row of the result.
    pub(crate) async fn one<T: Send>(
        self,
        on: &mut impl Session,
        read: impl Fn(&dyn Columns) -> Result<T> + Send + Sync,
    ) -> Result<T> {
        self.maybe(on, read).await?.ok_or_else(|| sqlx::Error::RowNotFound.into())
    }

    /// Runs it; the number of rows it wrote.
    pub(crate) async fn run(self, on: &mut impl Session) -> Result<u64> {
        self.execute(on.borrow()).await
    }

    async fn execute(self, on: Borrowed<'_>) -> Result<u64> {
        Ok(match on {
            Borrowed::Sqlite(c) => bound!(self, Sqlite, sqlite_text, sqlite_bind).execute(c).await?.rows_affected(),
            Borrowed::Postgres(c) => {
                bound!(self, Postgres, postgres_text, postgres_bind).execute(c).await?.rows_affected()
            }
        })
    }
}
