//! Processes: every version is kept, and what became of it.

use model::{Timestamp, ids::ProcessId};

use crate::{
    db::{Columns, Session, Tx, sql},
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
    /// The latest version, active or not.
    pub version: i64,
    /// The version that deals begin with; none before one became active.
    pub active: Option<i64>,
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

/// A version to be.
#[derive(Debug, Clone, Copy)]
pub struct NewVersion<'a> {
    /// The process's name.
    pub name: &'a str,
    /// The process as a file.
    pub toml: &'a str,
    /// What changed and why.
    pub note: &'a str,
    /// Who.
    pub by: Option<&'a str>,
    /// When.
    pub at: Timestamp,
}

/// What became of a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VersionState {
    /// Waits to be looked over.
    Proposed,
    /// Deals began with it.
    Active,
    /// Was not wanted.
    Declined,
}

impl VersionState {
    /// The word stored: `proposed`, `active`, `declined`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Active => "active",
            Self::Declined => "declined",
        }
    }

    fn of_word(word: &str) -> Self {
        [Self::Active, Self::Declined].into_iter().find(|s| s.word() == word).unwrap_or(Self::Proposed)
    }
}

/// A version became proposed, active or declined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionMark {
    /// Which version.
    pub version: i64,
    /// What it became.
    pub state: VersionState,
    /// Why.
    pub note: String,
    /// By whom.
    pub by: Option<String>,
    /// When.
    pub at: Timestamp,
}

/// The columns that [`version`] reads, of one process.
macro_rules! versions {
    ($rest:literal) => {
        concat!("SELECT process, version, note, \"by\", at, toml FROM process_versions WHERE process = $1", $rest)
    };
}

impl Store {
    /// All processes, the first saved first.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn processes(&self) -> Result<Vec<ProcessRecord>> {
        sql("SELECT p.id, p.name, p.version, (SELECT s.version FROM process_states s
               WHERE s.process = p.id AND s.state = 'active' ORDER BY s.no DESC LIMIT 1) FROM processes p ORDER BY p.no")
        .all(&mut self.connection().await?, |row| {
            Ok(ProcessRecord {
                id: ProcessId(row.id(0)?),
                name: row.text(1)?,
                version: row.int(2)?,
                active: row.maybe_int(3)?,
            })
        })
        .await
    }

    /// How often a version of any process became something. Whoever has seen as many has seen all.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn process_changes(&self) -> Result<i64> {
        sql("SELECT COUNT(*) FROM process_states").one(&mut self.connection().await?, |row| row.int(0)).await
    }

    /// The active version of a process.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn process(&self, id: ProcessId) -> Result<Option<ProcessVersion>> {
        let mut connection = self.connection().await?;
        match active(&mut connection, id).await? {
            0 => Ok(None),
            version => one(&mut connection, id, version).await,
        }
    }

    /// A version of a process.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn process_version(&self, id: ProcessId, version: i64) -> Result<Option<ProcessVersion>> {
        one(&mut self.connection().await?, id, version).await
    }

    /// All versions of a process, the latest first.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn process_versions(&self, id: ProcessId) -> Result<Vec<ProcessVersion>> {
        sql(versions!(" ORDER BY version DESC")).bind(id.0).all(&mut self.connection().await?, version).await
    }

    /// What became of the versions of a process, in order of time.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn version_marks(&self, id: ProcessId) -> Result<Vec<VersionMark>> {
        sql("SELECT version, state, note, \"by\", at FROM process_states WHERE process = $1 ORDER BY no")
            .bind(id.0)
            .all(&mut self.connection().await?, |row| {
                Ok(VersionMark {
                    version: row.int(0)?,
                    state: VersionState::of_word(row.str(1)?),
                    note: row.text(2)?,
                    by: row.maybe_text(3)?,
                    at: row.time(4)?,
                })
            })
            .await
    }

    /// Adds a version that waits to be looked over.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn propose_version(&self, id: ProcessId, new: NewVersion<'_>) -> Result<ProcessVersion> {
        let mut tx = self.begin().await?;
        lock(&mut tx, id, new.name).await?;
        let saved = add(&mut tx, id, new).await?;
        mark(&mut tx, id, saved.version, VersionState::Proposed, new.note, new.by, new.at).await?;
        tx.commit().await?;
        Ok(saved)
    }

    /// Adds a version and makes it the active one. `seen` is the active version it rests on: 0 for the first.
    ///
    /// # Errors
    /// [`StoreError::Stale`] if another one is active.
    pub async fn save_process(&self, id: ProcessId, seen: i64, new: NewVersion<'_>) -> Result<ProcessVersion> {
        let mut tx = self.begin().await?;
        lock(&mut tx, id, new.name).await?;
        is_active(&mut tx, id, seen).await?;
        let saved = add(&mut tx, id, new).await?;
        mark(&mut tx, id, saved.version, VersionState::Active, new.note, new.by, new.at).await?;
        tx.commit().await?;
        Ok(saved)
    }

    /// Makes a version active, or declines it. `seen` is the version that is active so far: 0 for none.
    ///
    /// # Errors
    /// [`StoreError::Stale`] if another one is active; [`StoreError::NotFound`] if there is no such version.
    pub async fn mark_version(&self, id: ProcessId, seen: i64, becomes: VersionMark) -> Result<()> {
        let VersionMark { version, state, note, by, at } = becomes;
        let mut tx = self.begin().await?;
        let known = one(&mut tx, id, version).await?;
        known.ok_or_else(|| StoreError::NotFound(format!("The process has no version {version}.")))?;
        sql("UPDATE processes SET version = version WHERE id = $1").bind(id.0).run(&mut tx).await?;
        is_active(&mut tx, id, seen).await?;
        mark(&mut tx, id, version, state, &note, by.as_deref(), at).await?;
        tx.commit().await
    }
}

/// The number of the active version; 0 for none.
async fn active(session: &mut impl Session, id: ProcessId) -> Result<i64> {
    let last =
        sql("SELECT version FROM process_states WHERE process = $1 AND state = 'active' ORDER BY no DESC LIMIT 1")
            .bind(id.0)
            .maybe(session, |row| row.int(0))
            .await?;
    Ok(last.unwrap_or(0))
}

async fn is_active(tx: &mut Tx, id: ProcessId, seen: i64) -> Result<()> {
    match active(tx, id).await? {
        current if current == seen => Ok(()),
        current => Err(StoreError::Stale { current }),
    }
}

async fn one(session: &mut impl Session, id: ProcessId, number: i64) -> Result<Option<ProcessVersion>> {
    sql(versions!(" AND version = $2")).bind(id.0).bind(number).maybe(session, version).await
}

/// Lets nobody else add or activate a version until the transaction ends.
async fn lock(tx: &mut Tx, id: ProcessId, name: &str) -> Result<()> {
    sql("INSERT INTO processes (id, name, version) VALUES ($1, $2, 0)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name")
    .bind(id.0)
    .bind(name)
    .run(tx)
    .await?;
    Ok(())
}

async fn add(tx: &mut Tx, id: ProcessId, new: NewVersion<'_>) -> Result<ProcessVersion> {
    let number = sql("UPDATE processes SET version = version + 1 WHERE id = $1 RETURNING version")
        .bind(id.0)
        .one(tx, |row| row.int(0))
        .await?;
    sql("INSERT INTO process_versions (process, version, toml, note, \"by\", at)
         VALUES ($1, $2, $3, $4, $5, $6) RETURNING process, version, note, \"by\", at, toml")
    .bind(id.0)
    .bind(number)
    .bind(new.toml)
    .bind(new.note)
    .bind(new.by)
    .bind(new.at)
    .one(tx, version)
    .await
}

async fn mark(
    tx: &mut Tx,
    id: ProcessId,
    version: i64,
    state: VersionState,
    note: &str,
    by: Option<&str>,
    at: Timestamp,
) -> Result<()> {
    sql("INSERT INTO process_states (process, version, state, note, \"by\", at) VALUES ($1, $2, $3, $4, $5, $6)")
        .bind(id.0)
        .bind(version)
        .bind(state.word())
        .bind(note)
        .bind(by)
        .bind(at)
        .run(tx)
        .await?;
    Ok(())
}

fn version(row: &dyn Columns) -> Result<ProcessVersion> {
    Ok(ProcessVersion {
        process: ProcessId(row.id(0)?),
        version: row.int(1)?,
        note: row.text(2)?,
        by: row.maybe_text(3)?,
        at: row.time(4)?,
        toml: row.text(5)?,
    })
}
