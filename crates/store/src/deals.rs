//! Deals and their events.

use std::collections::HashMap;

use model::{Deal, Event, ids::DealId};

use crate::{
    bulk::{Bulk, Column},
    db::{Columns, Tx, owned, sql},
    error::{Result, StoreError},
    fold::{self, event, event_columns, in_order, kept, live},
    open::Store,
};

/// How many deals [`Store::each_deal`] reads at a time.
pub(crate) const AT_A_TIME: i64 = 2_000;

/// The condition that deal `d` is no lead any more.
macro_rules! taken_up {
    () => {
        "(d.lead IS NULL OR d.lead = 'taken')"
    };
}

/// How much there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Deals.
    pub deals: u64,
    /// Their events.
    pub events: u64,
}

impl Store {
    /// A deal by its id.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn deal(&self, id: DealId) -> Result<Option<Deal>> {
        sql("SELECT state FROM deals WHERE id = $1 AND events > 0")
            .bind(id.0)
            .maybe(&mut self.connection().await?, deal)
            .await
    }

    /// A deal by the source's own id.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn deal_by_key(&self, key: &str) -> Result<Option<Deal>> {
        self.deal(DealId::of_key(key)).await
    }

    /// Deals by their ids, in this order; without those that are not there.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn deals(&self, ids: &[DealId]) -> Result<Vec<Deal>> {
        let wanted = Bulk::of_ids("id", ids.iter().map(|id| id.0));
        let found = sql("SELECT d.state FROM {rows} r JOIN deals d ON d.id = r.id WHERE d.events > 0")
            .rows(&wanted)
            .all(&mut self.connection().await?, deal)
            .await?;
        let found: HashMap<DealId, Deal> = found.into_iter().map(|d| (d.id, d)).collect();
        Ok(ids.iter().filter_map(|id| found.get(id).cloned()).collect())
    }

    /// The live events of a deal, in order of time, then of recording.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn events(&self, id: DealId) -> Result<Vec<Event>> {
        let events = sql(concat!(
            "SELECT ",
            event_columns!(),
            " FROM deals d JOIN events e ON e.deal = d.no LEFT JOIN imports i ON i.no = e.import
              WHERE d.id = $1 AND ",
            live!(),
            " ORDER BY e.no"
        ))
        .bind(id.0)
        .all(&mut self.connection().await?, event)
        .await?;
        Ok(in_order(events))
    }

    /// The live events of a deal that were recorded last, in the order of recording.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn last_recorded(&self, id: DealId, limit: i64) -> Result<Vec<Event>> {
        let mut events = sql(concat!(
            "SELECT ",
            event_columns!(),
            " FROM deals d JOIN events e ON e.deal = d.no LEFT JOIN imports i ON i.no = e.import
              WHERE d.id = $1 AND ",
            live!(),
            " ORDER BY e.no DESC LIMIT $2"
        ))
        .bind(id.0)
        .bind(limit)
        .all(&mut self.connection().await?, event)
        .await?;
        events.reverse();
        Ok(events)
    }

    /// The live events of several deals, each deal's in order of time, then of recording.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn events_of(&self, ids: &[DealId]) -> Result<HashMap<DealId, Vec<Event>>> {
        let wanted = Bulk::of_ids("id", ids.iter().map(|id| id.0));
        let events = sql(concat!(
            "SELECT ",
            event_columns!(),
            " FROM {rows} r JOIN deals d ON d.id = r.id JOIN events e ON e.deal = d.no
              LEFT JOIN imports i ON i.no = e.import WHERE ",
            live!(),
            " ORDER BY e.no"
        ))
        .rows(&wanted)
        .all(&mut self.connection().await?, event)
        .await?;
        let mut of: HashMap<DealId, Vec<Event>> = HashMap::with_capacity(ids.len());
        for event in events {
            of.entry(event.deal).or_default().push(event);
        }
        Ok(of.into_iter().map(|(id, events)| (id, in_order(events))).collect())
    }

    /// A new deal made of these events.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if the key is taken.
    pub async fn create_deal(&self, key: &str, events: Vec<Event>) -> Result<Deal> {
        let id = DealId::of_key(key);
        let mut tx = self.begin().await?;
        sql("INSERT INTO deals (id, key) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING")
            .bind(id.0)
            .bind(key)
            .run(&mut tx)
            .await?;
        let row = lock(&mut tx, id).await?.ok_or_else(|| gone(id))?;
        if row.events > 0 {
            return Err(StoreError::Conflict(format!("There is already a deal with the key {key:?}.")));
        }
        record(tx, id, &row, events).await
    }

    /// Adds events to a deal. `seen` is the version they rest on, if that matters.
    ///
    /// # Errors
    /// [`StoreError::NotFound`]; [`StoreError::Stale`] if the deal is not at the version seen;
    /// [`StoreError::Conflict`] if one of the events is there already.
    pub async fn append(&self, id: DealId, seen: Option<i64>, events: Vec<Event>) -> Result<Deal> {
        let mut tx = self.begin().await?;
        let row = lock(&mut tx, id).await?.filter(|row| row.events > 0).ok_or_else(|| gone(id))?;
        if seen.is_some_and(|seen| seen != row.version) {
            return Err(StoreError::Stale { current: row.version });
        }
        record(tx, id, &row, events).await
    }

    /// Adds events to several deals, all or none, whatever the versions of the deals. Returns the deals.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if one of the deals is not there.
    pub async fn append_all(&self, events: Vec<Event>) -> Result<Vec<DealId>> {
        let mut ids: Vec<DealId> = events.iter().map(|e| e.deal).collect();
        ids.sort_unstable();
        ids.dedup();
        let mut tx = self.begin().await?;
        let wanted = Bulk::of_ids("id", ids.iter().map(|id| id.0));
        let locked: HashMap<DealId, i64> = sql("UPDATE deals SET version = version
             WHERE events > 0 AND id IN (SELECT id FROM {rows} r) RETURNING id, no")
        .rows(&wanted)
        .all(&mut tx, |row| Ok((DealId(row.id(0)?), row.int(1)?)))
        .await?
        .into_iter()
        .collect();
        if let Some(missing) = ids.iter().find(|id| !locked.contains_key(id)) {
            return Err(gone(*missing));
        }
        for some in events.chunks(AT_A_TIME as usize) {
            insert(&mut tx, &some.iter().map(|e| (locked[&e.deal], e)).collect::<Vec<_>>()).await?;
        }
        let rows: Vec<i64> = locked.into_values().collect();
        fold::refold(&mut tx, &rows).await?;
        tx.commit().await?;
        Ok(ids)
    }

    /// Hands every deal with its events, in order, to `f`: deals by the order in which they first came,
    /// all of one moment, in constant memory. Leads that nobody has taken up are left out.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn each_deal(&self, f: &mut (dyn FnMut(Deal, Vec<Event>) + Send)) -> Result<()> {
        self.each(false, f).await
    }

    /// As [`Store::each_deal`], leads as well.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn each_deal_or_lead(&self, f: &mut (dyn FnMut(Deal, Vec<Event>) + Send)) -> Result<()> {
        self.each(true, f).await
    }

    async fn each(&self, leads: bool, f: &mut (dyn FnMut(Deal, Vec<Event>) + Send)) -> Result<()> {
        let mut tx = self.snapshot().await?;
        let mut after = 0;
        loop {
            let deals = sql(concat!(
                "SELECT d.no, d.state FROM deals d WHERE d.no > $1 AND d.events > 0 AND ($3 OR ",
                taken_up!(),
                ") ORDER BY d.no LIMIT $2"
            ))
            .bind(after)
            .bind(AT_A_TIME)
            .bind(leads)
            .all(&mut tx, |row| Ok((row.int(0)?, serde_json::from_str::<Deal>(row.str(1)?)?)))
            .await?;
            let Some((last, _)) = deals.last() else { break };
            let last = *last;
            let mut events = events_between(&mut tx, (after, last), leads).await?.into_iter().peekable();
            for (no, deal) in deals {
                while events.next_if(|(of, _)| *of < no).is_some() {}
                let own = std::iter::from_fn(|| events.next_if(|(of, _)| *of == no).map(|(_, event)| event));
                f(deal, in_order(own.collect()));
            }
            after = last;
        }
        tx.rollback().await
    }

    /// How many deals and events there are, leads that nobody has taken up left out.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn counts(&self) -> Result<Counts> {
        sql(concat!(
            "SELECT COUNT(*), CAST(COALESCE(SUM(d.events), 0) AS BIGINT) FROM deals d WHERE d.events > 0 AND ",
            taken_up!()
        ))
        .one(&mut self.connection().await?, |row| {
            Ok(Counts { deals: row.int(0)?.unsigned_abs(), events: row.int(1)?.unsigned_abs() })
        })
        .await
    }
}

pub(crate) fn deal(row: &dyn Columns) -> Result<Deal> {
    Ok(serde_json::from_str(row.str(0)?)?)
}

pub(crate) fn gone(id: DealId) -> StoreError {
    StoreError::NotFound(format!("There is no deal {id}."))
}

/// Live events of the deals with numbers from `after` (exclusive) to `last`, by deal, then recording.
async fn events_between(tx: &mut Tx, (after, last): (i64, i64), leads: bool) -> Result<Vec<(i64, Event)>> {
    let mut events = sql(concat!(
        "SELECT ",
        event_columns!(),
        ", e.no FROM deals d JOIN events e ON e.deal = d.no LEFT JOIN imports i ON i.no = e.import
          WHERE d.no > $1 AND d.no <= $2 AND ($3 OR ",
        taken_up!(),
        ") AND ",
        live!()
    ))
    .bind(after)
    .bind(last)
    .bind(leads)
    .all(tx, |row| Ok((row.int(11)?, row.int(12)?, event(row)?)))
    .await?;
    events.sort_unstable_by_key(|(deal, no, _)| (*deal, *no));
    Ok(events.into_iter().map(|(deal, _, event)| (deal, event)).collect())
}

/// A deal's row, locked until the end of the transaction.
pub(crate) struct Locked {
    pub(crate) no: i64,
    pub(crate) version: i64,
    events: i64,
}

pub(crate) async fn lock(tx: &mut Tx, id: DealId) -> Result<Option<Locked>> {
    sql("UPDATE deals SET version = version WHERE id = $1 RETURNING no, version, events")
        .bind(id.0)
        .maybe(tx, |row| Ok(Locked { no: row.int(0)?, version: row.int(1)?, events: row.int(2)? }))
        .await
}

/// Adds events to a locked deal, folds it and commits.
async fn record(mut tx: Tx, id: DealId, row: &Locked, events: Vec<Event>) -> Result<Deal> {
    if events.is_empty() {
        return Err(StoreError::Conflict("There is nothing to record.".into()));
    }
    insert(&mut tx, &events.iter().map(|e| (row.no, e)).collect::<Vec<_>>()).await?;
    fold::refold(&mut tx, &[row.no]).await?;
    let deal = sql("SELECT state FROM deals WHERE id = $1").bind(id.0).one(&mut tx, deal).await?;
    tx.commit().await?;
    Ok(deal)
}

/// Adds events, each to the deal in the row of this number.
pub(crate) async fn insert(tx: &mut Tx, events: &[(i64, &Event)]) -> Result<()> {
    insert_of(tx, None, events).await
}

/// The same, as part of an import.
pub(crate) async fn insert_of(tx: &mut Tx, import: Option<i64>, events: &[(i64, &Event)]) -> Result<()> {
    let text = |of: fn(&Event) -> Option<String>| {
        Column::Text(events.iter().map(|(_, e)| of(e).as_deref().map(owned)).collect())
    };
    let rows = Bulk::new(vec![
        ("deal", Column::Int(events.iter().map(|(deal, _)| Some(*deal)).collect())),
        ("id", Column::Id(events.iter().map(|(_, e)| e.id.0).collect())),
        ("at", Column::Int(events.iter().map(|(_, e)| Some(kept(e.at).as_microsecond())).collect())),
        ("undated", Column::Int(events.iter().map(|(_, e)| Some(e.undated.into())).collect())),
        ("kind", text(|e| Some(e.kind.clone()))),
        ("activity", text(|e| Some(e.activity.clone()))),
        ("stage", text(|e| e.stage.clone())),
        ("side", text(|e| Some(e.side.word().into()))),
        ("actor", text(|e| e.actor.clone())),
        ("attributes", text(|e| (!e.attributes.is_empty()).then(|| serde_json::json!(e.attributes).to_string()))),
    ]);
    sql("INSERT INTO events (import, deal, id, at, undated, kind, activity, stage, side, actor, attributes)
         SELECT CAST($1 AS BIGINT), deal, id, at, undated = 1, kind, activity, stage, side, actor, attributes FROM {rows} r")
    .bind(import)
    .rows(&rows)
    .run(tx)
    .await
    .map_err(|e| e.taken(|| "One of these events was recorded already.".into()))?;
    Ok(())
}
