//! What can go wrong between Stagecraft and its database.

/// Why the store did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is nothing under this id.
    #[error("{0}")]
    NotFound(String),
    /// Somebody else was faster: what was seen is not what is there.
    #[error("it is at version {current} now")]
    Stale {
        /// The version that is there.
        current: i64,
    },
    /// It contradicts what is there: a taken key or e-mail address, an import undone twice.
    #[error("{0}")]
    Conflict(String),
    /// The one writer is taken, by a long import as a rule.
    #[error("the database is busy, probably with an import; try again in a moment")]
    Busy,
    /// The import has ended already: it failed, or the program is stopping.
    #[error("the import has ended already")]
    Ended,
    /// This database cannot do it.
    #[error("{0}")]
    Unsupported(String),
    /// The data folder cannot be made.
    #[error("the folder {0:?} cannot be made: {1}")]
    Folder(std::path::PathBuf, #[source] std::io::Error),
    /// The tables cannot be brought up to date.
    #[error("the tables of the database cannot be brought up to date: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// Something stored as JSON cannot be read or written.
    #[error("what is stored cannot be read: {0}")]
    Content(#[from] serde_json::Error),
    /// The database refused, or is out of reach.
    #[error("the database: {0}")]
    Database(#[source] sqlx::Error),
}

/// Codes of a lock that was waited for too long: of SQLite, of PostgreSQL.
const BUSY: [&str; 2] = ["5", "55P03"];

/// The result of asking the store.
pub type Result<T> = std::result::Result<T, StoreError>;

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match error {
            sqlx::Error::PoolTimedOut => Self::Busy,
            sqlx::Error::Database(e) if e.code().is_some_and(|code| BUSY.contains(&code.as_ref())) => Self::Busy,
            other => Self::Database(other),
        }
    }
}

impl StoreError {
    /// `why` as a conflict if a unique index refused, else the error itself.
    pub(crate) fn taken(self, why: impl FnOnce() -> String) -> Self {
        match &self {
            Self::Database(sqlx::Error::Database(e)) if e.is_unique_violation() => Self::Conflict(why()),
            _ => self,
        }
    }
}
