//! A fresh database for a test.

use std::process::Command;

use sqlx::{Connection, Executor, PgConnection, SqliteConnection, sqlite::SqliteConnectOptions};
use store::{Location, Store};
use tempfile::TempDir;

/// Which database a test runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    Sqlite,
    Postgres,
}

/// A store of its own, and where it is.
pub struct Home {
    pub store: Store,
    pub location: Location,
    _folder: TempDir,
}

impl On {
    pub async fn fresh(self) -> Home {
        let folder = tempfile::tempdir().unwrap();
        let location = match self {
            Self::Sqlite => Location::Sqlite(folder.path().to_owned()),
            Self::Postgres => Location::Postgres(fresh_postgres()),
        };
        Home { store: Store::open(&location).await.unwrap(), location, _folder: folder }
    }
}

impl Home {
    /// Runs a statement behind the store's back.
    pub async fn bare(&self, statement: &'static str) -> Result<u64, sqlx::Error> {
        match &self.location {
            Location::Sqlite(folder) => {
                let options = SqliteConnectOptions::new().filename(folder.join("stagecraft.db"));
                let mut connection = SqliteConnection::connect_with(&options).await?;
                Ok(connection.execute(statement).await?.rows_affected())
            }
            Location::Postgres(url) => Ok(PgConnection::connect(url).await?.execute(statement).await?.rows_affected()),
        }
    }
}

fn fresh_postgres() -> String {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../../scripts/postgres.sh");
    let told = Command::new(script).arg("database").output().unwrap();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    String::from_utf8(told.stdout).unwrap().trim().to_owned()
}
