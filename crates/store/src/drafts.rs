//! Drafts: a name and what the team has worked out so far, the latest state alone.

use model::Timestamp;
use serde_json::Value;

use crate::{
    db::{Columns, sql},
    error::{Result, StoreError},
    open::Store,
};

/// A draft.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftRecord {
    /// Counted from 1 with every change.
    pub version: i64,
    /// What it says, of any form.
    pub content: Value,
    /// Who changed it last.
    pub by: Option<String>,
    /// When.
    pub at: Timestamp,
}

impl Store {
    /// A draft; `None` if nobody ever wrote one of this name.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn draft(&self, name: &str) -> Result<Option<DraftRecord>> {
        sql("SELECT version, content, \"by\", at FROM drafts WHERE name = $1")
            .bind(name)
            .maybe(&mut self.connection().await?, draft)
            .await
    }

    /// Writes a draft that was seen at version `seen`; 0 where there was none.
    ///
    /// # Errors
    /// [`StoreError::Stale`] if it is not at this version.
    pub async fn save_draft(
        &self,
        name: &str,
        seen: i64,
        content: Value,
        by: Option<&str>,
        at: Timestamp,
    ) -> Result<DraftRecord> {
        let mut tx = self.begin().await?;
        sql("INSERT INTO drafts (name, version, content, at) VALUES ($1, 0, 'null', $2) ON CONFLICT (name) DO NOTHING")
            .bind(name)
            .bind(at)
            .run(&mut tx)
            .await?;
        let saved = sql("UPDATE drafts SET version = version + 1, content = $3, \"by\" = $4, at = $5
             WHERE name = $1 AND version = $2 RETURNING version, content, \"by\", at")
        .bind(name)
        .bind(seen)
        .bind(content)
        .bind(by)
        .bind(at)
        .maybe(&mut tx, draft)
        .await?;
        let Some(saved) = saved else {
            let version = sql("SELECT version FROM drafts WHERE name = $1").bind(name);
            return Err(StoreError::Stale { current: version.one(&mut tx, |row| row.int(0)).await? });
        };
        tx.commit().await?;
        Ok(saved)
    }
}

fn draft(row: &dyn Columns) -> Result<DraftRecord> {
    Ok(DraftRecord {
        version: row.int(0)?,
        content: serde_json::from_str(row.str(1)?)?,
        by: row.maybe_text(2)?,
        at: row.time(3)?,
    })
}
