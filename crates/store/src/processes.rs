//! Processes: every saved version is kept.

use model::{Timestamp, ids::ProcessId};

use crate::{
    db::{Columns, Tx, sql},
    error::{Result, StoreError},
    open::Store,
};

/// A process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProcessRecord {
    /// Its id.
    pub id: ProcessId,
    /// Its name, as of the latest version.
    pub name: String,
    /// The latest version.
    pub version: i64,
}

/// A version of a process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProcessVersion {
    /// Which process.
    pub process: ProcessId,
    /// Counted from 1.
    pub version: i64,
    /// The process as a file.
    pub toml: String,
    /// What changed, in the words of who changed it.
    pub note: String,
    /// Who.
    pub by: Option<String>,
    /// When.
    pub at: Timestamp,
}

/// A version of a process without its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProcessVersionInfo {
    /// Which process.
    pub process: ProcessId,
    /// Counted from 1.
    pub version: i64,
    /// What changed, in the words of who changed it.
    pub note: String,
    /// Who.
    pub by: Option<String>,
    /// When.
    pub at: Timestamp,
}

impl Store {
    /// All processes, the first saved first.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn processes(&self) -> Result<Vec<ProcessRecord>> {
        sql("SELECT id, name, version FROM processes ORDER BY no")
            .all(&mut self.connection().await?, |row| {
                Ok(ProcessRecord { id: ProcessId(row.id(0)?), name: row.text(1)?, version: row.int(2)? })
            })
            .await
    }

    /// The latest version of a process.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn process(&self, id: ProcessId) -> Result<Option<ProcessVersion>> {
        sql("SELECT process, version, note, \"by\", at, toml FROM process_versions
             WHERE process = $1 ORDER BY version DESC LIMIT 1")
        .bind(id.0)
        .maybe(&mut self.connection().await?, whole)
        .await
    }

    /// A version of a process.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn process_version(&self, id: ProcessId, version: i64) -> Result<Option<ProcessVersion>> {
        sql("SELECT process, version, note, \"by\", at, toml FROM process_versions WHERE process = $1 AND version = $2")
            .bind(id.0)
            .bind(version)
            .maybe(&mut self.connection().await?, whole)
            .await
    }

    /// All versions of a process, the latest first.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn process_versions(&self, id: ProcessId) -> Result<Vec<ProcessVersionInfo>> {
        sql("SELECT process, version, note, \"by\", at FROM process_versions WHERE process = $1 ORDER BY version DESC")
            .bind(id.0)
            .all(&mut self.connection().await?, info)
            .await
    }

    /// Saves a version that rests on version `seen`: `None` or 0 for the first.
    ///
    /// # Errors
    /// [`StoreError::Stale`] if the latest version is not the one seen.
    #[expect(clippy::too_many_arguments, reason = "one row, each column once")]
    pub async fn save_process(
        &self,
        id: ProcessId,
        name: &str,
        seen: Option<i64>,
        toml: &str,
        note: &str,
        by: Option<&str>,
        at: Timestamp,
    ) -> Result<ProcessVersion> {
        let mut tx = self.begin().await?;
        let version = next_version(&mut tx, id, name, seen.unwrap_or(0)).await?;
        let saved = sql("INSERT INTO process_versions (process, version, toml, note, \"by\", at)
             VALUES ($1, $2, $3, $4, $5, $6) RETURNING process, version, note, \"by\", at, toml")
        .bind(id.0)
        .bind(version)
        .bind(toml)
        .bind(note)
        .bind(by)
        .bind(at)
        .one(&mut tx, whole)
        .await?;
        tx.commit().await?;
        Ok(saved)
    }
}

/// Takes the version after the one seen.
async fn next_version(tx: &mut Tx, id: ProcessId, name: &str, seen: i64) -> Result<i64> {
    sql("INSERT INTO processes (id, name, version) VALUES ($1, $2, 0) ON CONFLICT (id) DO NOTHING")
        .bind(id.0)
        .bind(name)
        .run(tx)
        .await?;
    let taken =
        sql("UPDATE processes SET version = version + 1, name = $3 WHERE id = $1 AND version = $2 RETURNING version")
            .bind(id.0)
            .bind(seen)
            .bind(name)
            .maybe(tx, |row| row.int(0))
            .await?;
    match taken {
        Some(version) => Ok(version),
        None => Err(StoreError::Stale {
            current: sql("SELECT version FROM processes WHERE id = $1").bind(id.0).one(tx, |row| row.int(0)).await?,
        }),
    }
}

fn info(row: &dyn Columns) -> Result<ProcessVersionInfo> {
    Ok(ProcessVersionInfo {
        process: ProcessId(row.id(0)?),
        version: row.int(1)?,
        note: row.text(2)?,
        by: row.maybe_text(3)?,
        at: row.time(4)?,
    })
}

fn whole(row: &dyn Columns) -> Result<ProcessVersion> {
    let ProcessVersionInfo { process, version, note, by, at } = info(row)?;
    Ok(ProcessVersion { process, version, toml: row.text(5)?, note, by, at })
}
