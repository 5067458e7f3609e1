//! Files of the content library.

use model::Timestamp;

use crate::{
    db::{Columns, Tx, sql},
    error::{Result, StoreError},
    open::Store,
};

/// A file, without what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRecord {
    /// Its name, unique.
    pub name: String,
    /// Counted from 1 with every replacement.
    pub version: i64,
    /// Bytes.
    pub size: i64,
    /// Who brought it.
    pub by: Option<String>,
    /// When.
    pub at: Timestamp,
}

impl Store {
    /// All files, by name.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn files(&self) -> Result<Vec<FileRecord>> {
        sql("SELECT name, version, size, \"by\", at FROM files ORDER BY name")
            .all(&mut self.connection().await?, file)
            .await
    }

    /// A file with its content; `None` if there is none of this name.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn file(&self, name: &str) -> Result<Option<(FileRecord, Vec<u8>)>> {
        sql("SELECT name, version, size, \"by\", at, content FROM files WHERE name = $1")
            .bind(name)
            .maybe(&mut self.connection().await?, |row| Ok((file(row)?, row.bytes(5)?)))
            .await
    }

    /// Keeps a file that was seen at version `seen`; 0 where there was none. All files together hold at most `most` bytes.
    ///
    /// # Errors
    /// [`StoreError::Stale`] if it is not at this version; [`StoreError::Conflict`] if there is no room.
    pub async fn put_file(
        &self,
        name: &str,
        seen: i64,
        content: Vec<u8>,
        most: i64,
        by: Option<&str>,
        at: Timestamp,
    ) -> Result<FileRecord> {
        let mut tx = self.begin().await?;
        let size = i64::try_from(content.len()).unwrap_or(i64::MAX);
        let others = sql("SELECT CAST(COALESCE(SUM(size), 0) AS BIGINT) FROM files WHERE name <> $1").bind(name);
        let others = others.one(&mut tx, |row| row.int(0)).await?;
        if others.saturating_add(size) > most {
            let left = (most - others).max(0) / (1 << 20);
            return Err(StoreError::Conflict(format!("There is room for {left} MiB more among the files.")));
        }
        // Of two that are new at once, the second is refused by the name.
        let text = if seen == 0 {
            "INSERT INTO files (name, version, size, content, \"by\", at) VALUES ($1, $2 + 1, $3, $4, $5, $6)
             ON CONFLICT (name) DO NOTHING"
        } else {
            "UPDATE files SET version = version + 1, size = $3, content = $4, \"by\" = $5, at = $6
             WHERE name = $1 AND version = $2"
        };
        let written = sql(text).bind(name).bind(seen).bind(size).bind(content).bind(by).bind(at).run(&mut tx).await?;
        if written == 0 {
            return Err(stale(&mut tx, name).await?);
        }
        tx.commit().await?;
        let name = crate::db::owned(name);
        Ok(FileRecord { name, version: seen + 1, size, by: by.map(str::to_owned), at: crate::fold::kept(at) })
    }

    /// Removes a file that was seen at version `seen`.
    ///
    /// # Errors
    /// [`StoreError::Stale`] if it is not at this version, 0 if it is gone.
    pub async fn remove_file(&self, name: &str, seen: i64) -> Result<()> {
        let mut tx = self.begin().await?;
        let removed = sql("DELETE FROM files WHERE name = $1 AND version = $2").bind(name).bind(seen);
        if removed.run(&mut tx).await? == 0 {
            return Err(stale(&mut tx, name).await?);
        }
        tx.commit().await
    }
}

async fn stale(tx: &mut Tx, name: &str) -> Result<StoreError> {
    let version = sql("SELECT version FROM files WHERE name = $1").bind(name).maybe(tx, |row| row.int(0)).await?;
    Ok(StoreError::Stale { current: version.unwrap_or_default() })
}

fn file(row: &dyn Columns) -> Result<FileRecord> {
    Ok(FileRecord {
        name: row.text(0)?,
        version: row.int(1)?,
        size: row.int(2)?,
        by: row.maybe_text(3)?,
        at: row.time(4)?,
    })
}
