//! Things beside deals that people keep, of any form: every version is kept.

use model::Timestamp;
use serde_json::Value;
use uuid::Uuid;

use crate::{
    db::{Columns, Session, sql},
    error::{Result, StoreError},
    open::Store,
};

/// A thing that people keep.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// Its id.
    pub id: Uuid,
    /// Counted from 1 with every change.
    pub version: i64,
    /// What it says.
    pub content: Value,
    /// Who wrote this version.
    pub by: Option<String>,
    /// When.
    pub at: Timestamp,
}

impl Store {
    /// All things of a kind, the first kept first.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn records(&self, kind: &str) -> Result<Vec<Record>> {
        let read = async {
            sql("SELECT r.id, r.version, r.content, r.\"by\", r.at FROM records r WHERE r.kind = $1 AND NOT r.deleted
             AND r.version = (SELECT MAX(l.version) FROM records l WHERE l.kind = r.kind AND l.id = r.id) ORDER BY r.id")
            .bind(kind)
            .all(&mut self.connection().await?, record)
            .await
        };
        self.known_records.or_read(kind, read).await
    }

    /// One of them; `None` if it is not there, or no more.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn record(&self, kind: &str, id: Uuid) -> Result<Option<Record>> {
        let latest = latest(&mut self.connection().await?, kind, id).await?;
        Ok(latest.and_then(|(record, deleted)| (!deleted).then_some(record)))
    }

    /// All versions of one, the latest first; that it was deleted is none.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn record_versions(&self, kind: &str, id: Uuid) -> Result<Vec<Record>> {
        sql("SELECT id, version, content, \"by\", at FROM records WHERE kind = $1 AND id = $2 AND NOT deleted
             ORDER BY version DESC")
        .bind(kind)
        .bind(id)
        .all(&mut self.connection().await?, record)
        .await
    }

    /// Keeps what was seen at version `seen`, 0 for something new; `None` deletes it.
    ///
    /// # Errors
    /// [`StoreError::Stale`] if it is not at this version.
    pub async fn keep_record(
        &self,
        kind: &str,
        id: Uuid,
        seen: i64,
        content: Option<Value>,
        by: Option<&str>,
        at: Timestamp,
    ) -> Result<Record> {
        let mut tx = self.begin().await?;
        let before = latest(&mut tx, kind, id).await?;
        let current = before.as_ref().map_or(0, |(record, _)| record.version);
        if current != seen || before.is_some_and(|(_, deleted)| deleted) {
            return Err(StoreError::Stale { current });
        }
        let deleted = content.is_none();
        let content = content.unwrap_or_default();
        let by = by.map(str::to_owned);
        let kept = Record { id, version: seen + 1, content, by, at: crate::fold::kept(at) };
        let written = sql("INSERT INTO records (kind, id, version, content, deleted, \"by\", at)
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (kind, id, version) DO NOTHING")
        .bind(kind)
        .bind(id)
        .bind(kept.version)
        .bind(kept.content.clone())
        .bind(deleted)
        .bind(kept.by.as_deref())
        .bind(kept.at)
        .run(&mut tx)
        .await?;
        if written == 0 {
            // Of two that rest on the same version, the second is refused.
            return Err(StoreError::Stale { current: kept.version });
        }
        tx.commit().await?;
        self.known_records.forget(kind);
        Ok(kept)
    }
}

async fn latest(on: &mut impl Session, kind: &str, id: Uuid) -> Result<Option<(Record, bool)>> {
    sql("SELECT id, version, content, \"by\", at, deleted FROM records WHERE kind = $1 AND id = $2
         ORDER BY version DESC LIMIT 1")
    .bind(kind)
    .bind(id)
    .maybe(on, |row| Ok((record(row)?, row.bool(5)?)))
    .await
}

fn record(row: &dyn Columns) -> Result<Record> {
    Ok(Record {
        id: row.id(0)?,
        version: row.int(1)?,
        content: serde_json::from_str(row.str(2)?)?,
        by: row.maybe_text(3)?,
        at: row.time(4)?,
    })
}
