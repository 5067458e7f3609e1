//! Opening, closing, copying.

use std::{
    borrow::Cow,
    path::{Path, PathBuf},
    str::FromStr,
    sync::Arc,
    time::Duration,
};

use serde_json::Value;
use sqlx::{
    Connection as _, PgConnection, PgPool, SqlSafeStr, SqlitePool,
    migrate::{Migration, MigrationType, Migrator},
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use crate::{
    db::{Connection, Tx, sql},
    error::{Result, StoreError},
    records::Record,
    remembered::Remembered,
};

/// Name of the SQLite database in its folder.
const FILE: &str = "stagecraft.db";
/// Connections that read SQLite at the same time.
const READERS: u32 = 6;
/// How long a change waits for its turn before [`StoreError::Busy`].
const PATIENCE: Duration = Duration::from_secs(60);
/// How long it takes at most until the database knows that a program died.
const SHORT: Duration = Duration::from_secs(2);
/// So long after its last use a connection to PostgreSQL is used without being tried first.
const UNTRIED: Duration = Duration::from_secs(1);
/// Number of the lock that whoever imports holds on PostgreSQL: the letters `stagecra`.
const IMPORTING: i64 = 0x7374_6167_6563_7261;

/// Where the data is.
#[derive(Clone)]
pub enum Location {
    /// A folder; the database is the file `stagecraft.db` in it. Both are made if missing.
    Sqlite(PathBuf),
    /// The URL of a PostgreSQL database. It may hold a password and is never shown.
    Postgres(String),
}

impl std::fmt::Debug for Location {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Sqlite(folder) => f.debug_tuple("Sqlite").field(folder).finish(),
            Self::Postgres(_) => f.write_str("Postgres(…)"),
        }
    }
}

/// All data of an installation. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    pools: Pools,
    /// Imports run one after the other.
    pub(crate) importing: Arc<tokio::sync::Mutex<()>>,
    /// Records by kind.
    pub(crate) known_records: Arc<Remembered<Vec<Record>>>,
    /// Settings by name.
    pub(crate) known_settings: Arc<Remembered<Option<Value>>>,
}

#[derive(Clone)]
enum Pools {
    Sqlite { writer: SqlitePool, readers: SqlitePool },
    Postgres(PgPool),
}

impl Store {
    /// Opens the database, brings its tables up to date, and marks imports that a crash interrupted as failed; those that
    /// another program is at work on go on.
    ///
    /// # Errors
    /// If the folder cannot be made, the database cannot be reached, or its tables are newer than this program.
    pub async fn open(location: &Location) -> Result<Self> {
        let pools = match location {
            Location::Sqlite(folder) => open_sqlite(folder).await?,
            Location::Postgres(url) => open_postgres(url).await?,
        };
        let store =
            Self { pools, importing: Arc::default(), known_records: Arc::default(), known_settings: Arc::default() };
        store.fail_interrupted_imports().await?;
        Ok(store)
    }

    /// Closes all connections, once what runs on them has ended.
    pub async fn close(&self) {
        match &self.pools {
            Pools::Sqlite { writer, readers } => {
                readers.close().await;
                writer.close().await;
            }
            Pools::Postgres(pool) => pool.close().await,
        }
    }

    /// Copies the whole database into a new file, while it is in use.
    ///
    /// # Errors
    /// If the file exists or cannot be written; on PostgreSQL always, naming the program to use.
    pub async fn backup_to(&self, path: &Path) -> Result<()> {
        if let Pools::Postgres(_) = self.pools {
            return Err(StoreError::Unsupported("Use pg_dump to back up a PostgreSQL database.".into()));
        }
        sql("VACUUM INTO $1").bind(path.to_string_lossy().into_owned()).run(&mut self.connection().await?).await?;
        Ok(())
    }

    /// True where the database is a file of one program alone.
    pub(crate) fn is_single(&self) -> bool {
        matches!(self.pools, Pools::Sqlite { .. })
    }

    /// A connection for single statements that read.
    pub(crate) async fn connection(&self) -> Result<Connection> {
        Ok(match &self.pools {
            Pools::Sqlite { readers, .. } => Connection::Sqlite(readers.acquire().await?),
            Pools::Postgres(pool) => Connection::Postgres(pool.acquire().await?),
        })
    }

    /// A transaction that sees one state of the database, whatever is committed meanwhile.
    pub(crate) async fn snapshot(&self) -> Result<Tx> {
        Ok(match &self.pools {
            Pools::Sqlite { readers, .. } => Tx::Sqlite(readers.begin().await?),
            Pools::Postgres(pool) => {
                Tx::Postgres(pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY").await?)
            }
        })
    }

    /// A transaction that writes.
    pub(crate) async fn begin(&self) -> Result<Tx> {
        Ok(match &self.pools {
            Pools::Sqlite { writer, .. } => Tx::Sqlite(writer.begin_with("BEGIN IMMEDIATE").await?),
            Pools::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }

    /// A transaction that writes and is, of all programs that work on the database, the only one that imports. SQLite
    /// has one writer anyhow.
    pub(crate) async fn begin_importing(&self) -> Result<Tx> {
        let mut tx = self.begin().await?;
        wait_to_import(&mut tx, PATIENCE).await?;
        Ok(tx)
    }

    /// The same, at once: nothing where another program is importing.
    pub(crate) async fn begin_unless_importing(&self) -> Result<Option<Tx>> {
        let begun = match &self.pools {
            Pools::Sqlite { writer, .. } => {
                let options = SqliteConnectOptions::clone(&writer.connect_options()).busy_timeout(SHORT);
                let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await?;
                pool.begin_with("BEGIN IMMEDIATE").await.map(Tx::Sqlite).map_err(StoreError::from)
            }
            Pools::Postgres(pool) => {
                let mut tx = Tx::Postgres(pool.begin().await?);
                wait_to_import(&mut tx, SHORT).await.map(|()| tx)
            }
        };
        match begun {
            Ok(tx) => Ok(Some(tx)),
            Err(StoreError::Busy) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// Waits until no other transaction on PostgreSQL imports; the database ends the wait if a program dies.
async fn wait_to_import(tx: &mut Tx, patience: Duration) -> Result<()> {
    let Tx::Postgres(_) = tx else { return Ok(()) };
    let limit = "SELECT set_config('lock_timeout', $1, true)";
    sql(limit).bind(format!("{}ms", patience.as_millis())).run(tx).await?;
    sql("SELECT pg_advisory_xact_lock($1)").bind(IMPORTING).run(tx).await?;
    sql(limit).bind("0").run(tx).await?;
    Ok(())
}

async fn open_sqlite(folder: &Path) -> Result<Pools> {
    std::fs::create_dir_all(folder).map_err(|e| StoreError::Folder(folder.to_owned(), e))?;
    let options = SqliteConnectOptions::new()
        .filename(folder.join(FILE))
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(PATIENCE)
        .pragma("cache_size", "-65536");
    let writer = sqlite_pool(1).acquire_timeout(PATIENCE).connect_with(options.clone()).await?;
    migrator([
        ("first", include_str!("migrations/sqlite/0001_first.sql")),
        ("interviews", include_str!("migrations/sqlite/0002_interviews.sql")),
        ("exports", include_str!("migrations/sqlite/0003_exports.sql")),
        ("drafts", include_str!("migrations/sqlite/0004_drafts.sql")),
        ("process_states", include_str!("migrations/sqlite/0005_process_states.sql")),
        ("files", include_str!("migrations/sqlite/0006_files.sql")),
        ("records", include_str!("migrations/sqlite/0007_records.sql")),
        ("after", include_str!("migrations/sqlite/0008_after.sql")),
        ("mail", include_str!("migrations/sqlite/0009_mail.sql")),
        ("refusals", include_str!("migrations/sqlite/0010_refusals.sql")),
        ("leads", include_str!("migrations/sqlite/0011_leads.sql")),
        ("pulse", include_str!("migrations/sqlite/0012_pulse.sql")),
        ("attachments", include_str!("migrations/sqlite/0013_attachments.sql")),
    ])
    .run(&writer)
    .await?;
    let readers = sqlite_pool(READERS).connect_with(options.read_only(true)).await?;
    Ok(Pools::Sqlite { writer, readers })
}

/// Connections to a file do not break, so none is tried before it is used.
fn sqlite_pool(connections: u32) -> SqlitePoolOptions {
    SqlitePoolOptions::new().max_connections(connections).test_before_acquire(false)
}

async fn open_postgres(url: &str) -> Result<Pools> {
    let options = PgConnectOptions::from_str(url)?;
    // A pool would go on trying; one connection tells at once why there is none.
    PgConnection::connect_with(&options).await?.close().await?;
    // a connection that was in use just now is not tried again before each statement
    let pool = PgPoolOptions::new()
        .max_connections(10)
        .acquire_timeout(PATIENCE)
        .test_before_acquire(false)
        .before_acquire(|connection, used| {
            Box::pin(async move { Ok(used.idle_for <= UNTRIED || connection.ping().await.is_ok()) })
        })
        .connect_with(options)
        .await?;
    migrator([
        ("first", include_str!("migrations/postgres/0001_first.sql")),
        ("interviews", include_str!("migrations/postgres/0002_interviews.sql")),
        ("exports", include_str!("migrations/postgres/0003_exports.sql")),
        ("drafts", include_str!("migrations/postgres/0004_drafts.sql")),
        ("process_states", include_str!("migrations/postgres/0005_process_states.sql")),
        ("files", include_str!("migrations/postgres/0006_files.sql")),
        ("records", include_str!("migrations/postgres/0007_records.sql")),
        ("after", include_str!("migrations/postgres/0008_after.sql")),
        ("mail", include_str!("migrations/postgres/0009_mail.sql")),
        ("refusals", include_str!("migrations/postgres/0010_refusals.sql")),
        ("leads", include_str!("migrations/postgres/0011_leads.sql")),
        ("pulse", include_str!("migrations/postgres/0012_pulse.sql")),
        ("attachments", include_str!("migrations/postgres/0013_attachments.sql")),
    ])
    .run(&pool)
    .await?;
    Ok(Pools::Postgres(pool))
}

/// The migrations in order, numbered from 1.
fn migrator<const N: usize>(texts: [(&'static str, &'static str); N]) -> Migrator {
    let one = |(number, (name, text)): (i64, (&'static str, &'static str))| {
        Migration::new(number, Cow::Borrowed(name), MigrationType::Simple, text.into_sql_str(), false)
    };
    Migrator::with_migrations((1..).zip(texts).map(one).collect())
}
