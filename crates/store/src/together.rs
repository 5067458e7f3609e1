//! Events of many deals in one transaction.

use std::collections::HashMap;

use model::{Event, ids::DealId};

use crate::{
    bulk::Bulk,
    db::sql,
    deals::{AT_A_TIME, insert},
    error::Result,
    fold,
    open::Store,
};

/// What came of [`Store::append_together`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Together {
    /// The deals that events were added to, with their versions now.
    pub done: Vec<(DealId, i64)>,
    /// The deals that are not at the version that was seen, or are not there; nothing was added to them.
    pub stale: Vec<DealId>,
}

impl Store {
    /// Adds events to those deals that are at the version seen. With `all_or_none` nothing is added where one is not.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn append_together(
        &self,
        events: Vec<Event>,
        seen: &HashMap<DealId, i64>,
        all_or_none: bool,
    ) -> Result<Together> {
        let mut ids: Vec<DealId> = events.iter().map(|e| e.deal).collect();
        ids.sort_unstable();
        ids.dedup();
        let mut tx = self.begin().await?;
        let wanted = Bulk::of_ids("id", ids.iter().map(|id| id.0));
        let locked: HashMap<DealId, (i64, i64)> = sql("UPDATE deals SET version = version
             WHERE events > 0 AND id IN (SELECT id FROM {rows} r) RETURNING id, no, version")
        .rows(&wanted)
        .all(&mut tx, |row| Ok((DealId(row.id(0)?), (row.int(1)?, row.int(2)?))))
        .await?
        .into_iter()
        .collect();
        let fresh =
            |id: &DealId| locked.get(id).is_some_and(|(_, version)| seen.get(id).is_none_or(|seen| seen == version));
        let stale: Vec<DealId> = ids.iter().copied().filter(|id| !fresh(id)).collect();
        if stale.len() == ids.len() || (all_or_none && !stale.is_empty()) {
            tx.rollback().await?;
            return Ok(Together { done: Vec::new(), stale });
        }
        let numbered: Vec<(i64, &Event)> =
            events.iter().filter(|e| fresh(&e.deal)).map(|e| (locked[&e.deal].0, e)).collect();
        for some in numbered.chunks(AT_A_TIME as usize) {
            insert(&mut tx, some).await?;
        }
        let done: Vec<DealId> = ids.into_iter().filter(fresh).collect();
        let rows: Vec<i64> = done.iter().map(|id| locked[id].0).collect();
        fold::refold(&mut tx, &rows).await?;
        let written = Bulk::of_ids("id", done.iter().map(|id| id.0));
        let done = sql("SELECT d.id, d.version FROM {rows} r JOIN deals d ON d.id = r.id")
            .rows(&written)
            .all(&mut tx, |row| Ok((DealId(row.id(0)?), row.int(1)?)))
            .await?;
        tx.commit().await?;
        Ok(Together { done, stale })
    }
}
