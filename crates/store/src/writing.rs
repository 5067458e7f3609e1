//! The far end of an import: one task that holds one transaction.

use std::collections::{BTreeMap, HashMap, HashSet};

use model::{
    Timestamp,
    event::kind,
    ids::{EventId, ImportId},
};
use serde_json::Value;
use tokio::sync::mpsc;
use uuid::Uuid;

use crate::{
    bulk::{Bulk, Column},
    db::{Tx, sql},
    error::{Result, StoreError},
    fold::{attributes, live, refold},
    imports::touched,
    open::Store,
    writer::{Attributes, Batch, Imported, Message, NewEvent, NewReject},
};

/// Writes what comes until the end is said. Nothing is kept if it is not, and the import is marked as failed.
pub(crate) async fn write(
    store: &Store,
    no: i64,
    id: ImportId,
    at: Timestamp,
    mut from: mpsc::Receiver<Message>,
) -> Result<Imported> {
    let ended = match Writing::begin(store, no, id, at).await {
        Ok(writing) => writing.all(&mut from).await,
        Err(error) => Err(error),
    };
    // a reader that waits for room learns of it now
    drop(from);
    if let Err(error) = &ended {
        let why = match error {
            StoreError::Ended => "The import was broken off; nothing of it was kept.".to_owned(),
            other => other.to_string(),
        };
        store.fail_running_import(id, &why).await?;
    }
    ended
}

/// An import being written.
struct Writing {
    tx: Tx,
    no: i64,
    id: ImportId,
    at: Timestamp,
    /// The last event before this import.
    before: i64,
    added: u64,
    duplicates: u64,
    /// How many corrections it has made.
    corrections: u64,
    /// When the details it corrects were said at the latest.
    corrected: Option<i64>,
}

impl Writing {
    async fn begin(store: &Store, no: i64, id: ImportId, at: Timestamp) -> Result<Self> {
        let mut tx = store.begin().await?;
        let before = sql("SELECT COALESCE(MAX(no), 0) FROM events").one(&mut tx, |row| row.int(0)).await?;
        Ok(Self { tx, no, id, at, before, added: 0, duplicates: 0, corrections: 0, corrected: None })
    }

    async fn all(mut self, from: &mut mpsc::Receiver<Message>) -> Result<Imported> {
        while let Some(message) = from.recv().await {
            let done = match message {
                Message::Batch(batch) => self.add(batch).await,
                Message::Finish(report, as_of) => return self.finish(report, as_of).await,
            };
            if let Err(error) = done {
                self.tx.rollback().await?;
                return Err(error);
            }
        }
        self.tx.rollback().await?;
        Err(StoreError::Ended)
    }

    async fn add(&mut self, batch: Batch) -> Result<()> {
        self.add_rejects(&batch).await?;
        self.add_lookups(&batch).await?;
        if batch.events.is_empty() {
            return Ok(());
        }
        let numbers = self.numbers(&batch).await?;
        let mut known = self.known(&batch.events, &numbers).await?;
        let mut rows = Vec::with_capacity(batch.events.len());
        for event in batch.events {
            let deal = numbers[event.deal];
            match self.settle(event, deal, &mut known)? {
                Some(row) => rows.push(row),
                None => self.duplicates += 1,
            }
        }
        self.insert(rows).await
    }

    /// The numbers of the deals of a batch, which are added where they are not there yet.
    async fn numbers(&mut self, batch: &Batch) -> Result<Vec<i64>> {
        let deals = Bulk::new(vec![
            ("id", Column::Id(batch.deals.iter().map(|(id, _)| id.0).collect())),
            ("key", Column::Text(batch.deals.iter().map(|(_, key)| Some(key.clone())).collect())),
        ]);
        sql("INSERT INTO deals (id, key) SELECT r.id, r.key FROM {rows} r WHERE true ON CONFLICT (id) DO NOTHING")
            .rows(&deals)
            .run(&mut self.tx)
            .await?;
        let found: HashMap<Uuid, i64> = sql("SELECT d.id, d.no FROM {rows} r JOIN deals d ON d.id = r.id")
            .rows(&deals)
            .all(&mut self.tx, |row| Ok((row.id(0)?, row.int(1)?)))
            .await?
            .into_iter()
            .collect();
        let number = |id: &Uuid| found.get(id).copied().ok_or_else(|| StoreError::from(sqlx::Error::RowNotFound));
        batch.deals.iter().map(|(id, _)| number(&id.0)).collect()
    }

    /// What is known about the deals that a batch says something about.
    async fn known(&mut self, events: &[NewEvent], numbers: &[i64]) -> Result<HashMap<i64, Known>> {
        let said = events.iter().filter(|e| matches!(e.attributes, Attributes::Says(_))).map(|e| numbers[e.deal]);
        let said: HashSet<i64> = said.collect();
        let mut known: HashMap<i64, Known> = HashMap::new();
        if said.is_empty() {
            return Ok(known);
        }
        sql(concat!(
            "SELECT e.deal, e.kind, COALESCE(e.at, i.as_of), e.attributes, e.import IS NOT NULL
             FROM {rows} r JOIN events e ON e.deal = r.no LEFT JOIN imports i ON i.no = e.import
             WHERE e.kind IN ('deal.created', 'deal.changed') AND (e.import = $1 OR ",
            live!(),
            ") ORDER BY COALESCE(e.at, i.as_of, 9223372036854775807), e.no"
        ))
        .bind(self.no)
        .rows(&Bulk::of_ints("no", said))
        .each(&mut self.tx, |row| {
            let (at, fields) = (row.maybe_int(2)?, attributes(row.maybe_text(3)?)?);
            known.entry(row.int(0)?).or_default().learn(row.str(1)?, at, fields, row.bool(4)?);
            Ok(())
        })
        .await?;
        Ok(known)
    }

    /// The row to be written for an event; `None` where a deal is as it was.
    fn settle(&mut self, mut event: NewEvent, deal: i64, known: &mut HashMap<i64, Known>) -> Result<Option<Row>> {
        let says = match std::mem::replace(&mut event.attributes, Attributes::Ready(None)) {
            Attributes::Ready(attributes) => return Ok(Some(Row { deal, event, attributes })),
            Attributes::Says(says) => says,
        };
        let known = known.entry(deal).or_default();
        let fields = if known.created {
            let news = known.news(says);
            if news.is_empty() {
                return Ok(None);
            }
            self.correct(&mut event, deal);
            self.corrected = self.corrected.max(known.at);
            news
        } else {
            says
        };
        let attributes = (!fields.is_empty()).then(|| serde_json::to_string(&fields)).transpose()?;
        known.learn(&event.kind, event.at, fields, true);
        Ok(Some(Row { deal, event, attributes }))
    }

    /// Makes a correction of what would be the creation of a deal that is there. When it happened is not known.
    fn correct(&mut self, event: &mut NewEvent, deal: i64) {
        event.id = EventId::of_key(&format!("{}\u{1f}{deal}\u{1f}{}", self.id, self.corrections)).0;
        event.kind = kind::CHANGED.into();
        event.activity = "Changed".into();
        event.at = None;
        event.undated = true;
        self.corrections += 1;
    }

    /// Adds events. One that is there already is a duplicate, unless the import it came from was undone:
    /// then it gets the next id that its key makes.
    async fn insert(&mut self, mut rows: Vec<Row>) -> Result<()> {
        while !rows.is_empty() {
            let bulk = as_bulk(&rows);
            let added = self.insert_new(&bulk).await?;
            self.added += added;
            let refused = rows.len() as u64 - added;
            if refused == 0 {
                break;
            }
            let dead = self.dead(&bulk).await?;
            rows.retain(|row| dead.contains(&(row.deal, row.event.id)));
            self.duplicates += refused - rows.len() as u64;
            for row in &mut rows {
                row.event.id = EventId::of_key(&format!("{}\u{1f}again", row.event.id)).0;
            }
        }
        Ok(())
    }

    async fn insert_new(&mut self, rows: &Bulk) -> Result<u64> {
        sql("INSERT INTO events (import, deal, id, at, undated, kind, activity, stage, side, actor, attributes)
             SELECT $1, deal, id, at, undated = 1, kind, activity, stage, side, actor, attributes FROM {rows} r
             WHERE true ON CONFLICT (deal, id) DO NOTHING")
        .bind(self.no)
        .rows(rows)
        .run(&mut self.tx)
        .await
    }

    /// Those of the rows whose id belongs to an event of an import that was undone.
    async fn dead(&mut self, rows: &Bulk) -> Result<HashSet<(i64, Uuid)>> {
        let dead = sql("SELECT e.deal, e.id FROM {rows} r JOIN events e ON e.deal = r.deal AND e.id = r.id
             JOIN imports i ON i.no = e.import WHERE i.status = 'undone'")
        .rows(rows)
        .all(&mut self.tx, |row| Ok((row.int(0)?, row.id(1)?)))
        .await?;
        Ok(dead.into_iter().collect())
    }

    async fn add_rejects(&mut self, batch: &Batch) -> Result<()> {
        if batch.rejects.is_empty() {
            return Ok(());
        }
        let text =
            |of: fn(&NewReject) -> &str| Column::Text(batch.rejects.iter().map(|r| Some(of(r).into())).collect());
        let rows = Bulk::new(vec![
            ("file", text(|r| &r.file)),
            ("line", Column::Int(batch.rejects.iter().map(|r| Some(r.line)).collect())),
            ("col", text(|r| &r.column)),
            ("val", text(|r| &r.value)),
            ("reason", text(|r| &r.reason)),
        ]);
        sql("INSERT INTO rejects (import, file, line, \"column\", value, reason)
             SELECT $1, file, line, col, val, reason FROM {rows} r")
        .bind(self.no)
        .rows(&rows)
        .run(&mut self.tx)
        .await?;
        Ok(())
    }

    async fn add_lookups(&mut self, batch: &Batch) -> Result<()> {
        if batch.lookups.is_empty() {
            return Ok(());
        }
        let text = |of: fn(&(String, String, String)) -> &String| {
            Column::Text(batch.lookups.iter().map(|l| Some(of(l).clone())).collect())
        };
        let rows = Bulk::new(vec![("field", text(|l| &l.0)), ("key", text(|l| &l.1)), ("fields", text(|l| &l.2))]);
        sql("INSERT INTO lookups (import, field, key, fields) SELECT $1, field, key, fields FROM {rows} r")
            .bind(self.no)
            .rows(&rows)
            .run(&mut self.tx)
            .await?;
        Ok(())
    }

    /// From here on the events of the import count; the deals they belong to are folded.
    async fn finish(mut self, report: Value, as_of: Option<i64>) -> Result<Imported> {
        let last = sql("SELECT COALESCE(MAX(no), 0) FROM events").one(&mut self.tx, |row| row.int(0)).await?;
        let deals = touched(&mut self.tx, self.no, self.before + 1, last).await?;
        sql("UPDATE imports SET status = 'done', error = NULL, report = $2, as_of = $3, first_event = $4, last_event = $5,
             events = $6, deals = $7 WHERE no = $1")
        .bind(self.no)
        .bind(report)
        .bind(as_of.max(self.corrected).unwrap_or(self.at.as_microsecond()))
        .bind(self.before + 1)
        .bind(last)
        .bind(i64::try_from(self.added).unwrap_or(i64::MAX))
        .bind(i64::try_from(deals.len()).unwrap_or(i64::MAX))
        .run(&mut self.tx)
        .await?;
        refold(&mut self.tx, &deals.iter().map(|(no, _)| *no).collect::<Vec<_>>()).await?;
        self.tx.commit().await?;
        let deals = deals.into_iter().map(|(_, id)| id).collect();
        Ok(Imported { events: self.added, duplicates: self.duplicates, deals })
    }
}

/// An event as it is written.
struct Row {
    deal: i64,
    event: NewEvent,
    attributes: Option<String>,
}

fn as_bulk(rows: &[Row]) -> Bulk {
    let text = |of: fn(&Row) -> Option<&str>| Column::Text(rows.iter().map(|r| of(r).map(str::to_owned)).collect());
    Bulk::new(vec![
        ("deal", Column::Int(rows.iter().map(|r| Some(r.deal)).collect())),
        ("id", Column::Id(rows.iter().map(|r| r.event.id).collect())),
        ("at", Column::Int(rows.iter().map(|r| r.event.at).collect())),
        ("undated", Column::Int(rows.iter().map(|r| Some(r.event.undated.into())).collect())),
        ("kind", text(|r| Some(&r.event.kind))),
        ("activity", text(|r| Some(&r.event.activity))),
        ("stage", text(|r| r.event.stage.as_deref())),
        ("side", text(|r| Some(r.event.side))),
        ("actor", text(|r| r.event.actor.as_deref())),
        ("attributes", text(|r| r.attributes.as_deref())),
    ])
}

/// What is known about a deal's fields.
#[derive(Default)]
struct Known {
    /// Somebody said it came to be.
    created: bool,
    /// As the imports said, by hand corrections left out.
    imported: BTreeMap<String, String>,
    /// As they are.
    current: BTreeMap<String, String>,
    /// When an earlier import said something about it at the latest.
    at: Option<i64>,
}

impl Known {
    fn learn(&mut self, what: &str, at: Option<i64>, fields: BTreeMap<String, String>, imported: bool) {
        self.created |= what == kind::CREATED;
        if imported {
            self.at = self.at.max(at);
            self.imported.extend(fields.iter().map(|(n, v)| (n.clone(), v.clone())));
        }
        self.current.extend(fields);
    }

    /// The fields that are new: neither what an import said before (a correction by hand stays) nor what they are.
    fn news(&self, says: BTreeMap<String, String>) -> BTreeMap<String, String> {
        let old = |n: &str, v: &String| self.imported.get(n) == Some(v) || self.current.get(n) == Some(v);
        says.into_iter().filter(|(n, v)| !old(n, v)).collect()
    }
}
