//! The far end of an import: one task that holds one transaction.

mod infer;
mod known;
mod older;

use std::collections::{BTreeMap, HashMap, HashSet};

use model::{
    Timestamp,
    event::{INFERRED, kind},
    ids::{DealId, EventId, ImportId},
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
    writer::{Attributes, Batch, Claim, Imported, Message, NewEvent, NewReject, Place},
};

use self::{infer::Standing, known::Known, older::Held};

/// Events after which PostgreSQL looks at them first.
const FIRST_LOOK: u64 = 20_000;

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
    /// How many had been added when PostgreSQL looked at them last.
    looked_over: u64,
    /// How many corrections it has made.
    corrections: u64,
    /// When the details it corrects were said at the latest.
    corrected: Option<i64>,
    /// Corrections, by deal: whether they are any is known at the end.
    held: HashMap<i64, Vec<Held>>,
    /// Of each file the rows that told nothing new.
    old_rows: Vec<u64>,
    /// How the deals stand that were there before.
    claims: HashMap<i64, Standing>,
}

impl Writing {
    async fn begin(store: &Store, no: i64, id: ImportId, at: Timestamp) -> Result<Self> {
        let mut tx = store.begin_importing().await?;
        let before = sql("SELECT COALESCE(MAX(no), 0) FROM events").one(&mut tx, |row| row.int(0)).await?;
        Ok(Self {
            tx,
            no,
            id,
            at,
            before,
            added: 0,
            duplicates: 0,
            looked_over: 0,
            corrections: 0,
            corrected: None,
            held: HashMap::new(),
            old_rows: Vec::new(),
            claims: HashMap::new(),
        })
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
        let mut news = News::default();
        for event in batch.events {
            let (deal, place) = (numbers[event.deal], event.place);
            news.begin(place);
            rows.extend(self.settle(event, deal, &mut known)?);
        }
        let places: Vec<_> = rows.iter().map(|row| ((row.deal.no, row.event.id), row.event.place)).collect();
        let refused = self.insert(rows).await?;
        self.look_over().await?;
        places.into_iter().filter(|(id, _)| !refused.contains(id)).for_each(|(_, place)| news.is_new(place));
        news.count(&mut self.old_rows);
        let told = batch.claims.iter().map(|claim| numbers[claim.deal].no).collect();
        self.tell(told).await?;
        for claim in batch.claims {
            let deal = numbers[claim.deal];
            if deal.existed {
                let old = news.is_old(claim.place);
                let Claim { stage, outcome, modified, place, .. } = claim;
                self.claims.insert(deal.no, Standing { stage, outcome, modified, file: place.file, old });
            }
        }
        Ok(())
    }

    /// Lets PostgreSQL look at the events whenever there are four times as many. Of what a transaction writes it learns
    /// nothing by itself, and would read all of them for each batch.
    async fn look_over(&mut self) -> Result<()> {
        if self.added > FIRST_LOOK.max(4 * self.looked_over) {
            self.looked_over = self.added;
            self.tx.analyze().await?;
        }
        Ok(())
    }

    /// The numbers of the deals of a batch, which are added where they are not there yet.
    async fn numbers(&mut self, batch: &Batch) -> Result<Vec<Numbered>> {
        let deals = Bulk::new(vec![
            ("id", Column::Id(batch.deals.iter().map(|(id, _)| id.0).collect())),
            ("key", Column::Text(batch.deals.iter().map(|(_, key)| Some(key.clone())).collect())),
        ]);
        sql("INSERT INTO deals (id, key) SELECT r.id, r.key FROM {rows} r WHERE true ON CONFLICT (id) DO NOTHING")
            .rows(&deals)
            .run(&mut self.tx)
            .await?;
        let found: HashMap<Uuid, Numbered> =
            sql("SELECT d.id, d.no, d.events FROM {rows} r JOIN deals d ON d.id = r.id")
                .rows(&deals)
                .all(&mut self.tx, |row| Ok((row.id(0)?, Numbered { no: row.int(1)?, existed: row.int(2)? > 0 })))
                .await?
                .into_iter()
                .collect();
        let number = |id: &Uuid| found.get(id).copied().ok_or_else(|| StoreError::from(sqlx::Error::RowNotFound));
        batch.deals.iter().map(|(id, _)| number(&id.0)).collect()
    }

    /// What is known about the deals that a batch says something about.
    async fn known(&mut self, events: &[NewEvent], numbers: &[Numbered]) -> Result<HashMap<i64, Known>> {
        let said = events.iter().filter(|e| matches!(e.attributes, Attributes::Says(_))).map(|e| numbers[e.deal].no);
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
        for (deal, known) in &mut known {
            self.held.get(deal).into_iter().flatten().for_each(|held| held.teach(known));
        }
        Ok(known)
    }

    /// The row to be written for an event; `None` where a deal is as it was, or stands as it did at an unknown time, or
    /// where it is written later.
    fn settle(&mut self, mut event: NewEvent, deal: Numbered, known: &mut HashMap<i64, Known>) -> Result<Option<Row>> {
        let says = match std::mem::replace(&mut event.attributes, Attributes::Ready(None)) {
            // what a deal that was there came to is told by its claim
            Attributes::Ready(_) if deal.existed && event.undated_stand() => {
                self.duplicates += 1;
                return Ok(None);
            }
            Attributes::Ready(told) => {
                if event.kind == kind::CHANGED {
                    let fields = attributes(told.clone())?;
                    known.entry(deal.no).or_default().learn(&event.kind, event.at, fields, true);
                }
                return Ok(Some(Row { deal, event, attributes: told }));
            }
            Attributes::Says(says) => says,
        };
        let known = known.entry(deal.no).or_default();
        if known.created {
            let news = known.news(says);
            if news.is_empty() {
                self.duplicates += 1;
                return Ok(None);
            }
            correct(&mut event, known.at);
            if deal.existed {
                let held = Held { unknown: known.unknown(&news), deal, event, fields: news, known: known.at };
                held.teach(known);
                self.held.entry(deal.no).or_default().push(held);
                return Ok(None);
            }
            self.number(&mut event, deal.no);
            known.learn(&event.kind, event.at, news.clone(), true);
            return Row::inferred(deal, event, news).map(Some);
        }
        known.learn(&event.kind, event.at, says.clone(), true);
        let attributes = (!says.is_empty()).then(|| serde_json::to_string(&says)).transpose()?;
        Ok(Some(Row { deal, event, attributes }))
    }

    /// Gives a correction its id.
    fn number(&mut self, event: &mut NewEvent, deal: i64) {
        event.id = EventId::of_key(&format!("{}\u{1f}{deal}\u{1f}{}", self.id, self.corrections)).0;
        self.corrections += 1;
    }

    /// Counts the row of a deal as one that told something new.
    fn is_news(&mut self, deal: i64) {
        let Some(standing) = self.claims.get_mut(&deal).filter(|standing| standing.old) else { return };
        standing.old = false;
        if let Some(old) = self.old_rows.get_mut(standing.file) {
            *old = old.saturating_sub(1);
        }
    }

    /// Adds events. One that is there already is a duplicate, unless the import it came from was undone:
    /// then it gets the next id that its key makes.
    /// Those that were there before are returned.
    async fn insert(&mut self, mut rows: Vec<Row>) -> Result<HashSet<(i64, Uuid)>> {
        let mut refused = HashSet::new();
        while !rows.is_empty() {
            let bulk = as_bulk(&rows);
            let added = self.insert_new(&bulk).await?;
            self.added += added;
            let conflicts = rows.len() as u64 - added;
            if conflicts == 0 {
                break;
            }
            let dead = self.dead(&bulk).await?;
            refused.extend(self.there(&bulk).await?.into_iter().filter(|id| !dead.contains(id)));
            rows.retain(|row| dead.contains(&(row.deal.no, row.event.id)));
            self.duplicates += conflicts - rows.len() as u64;
            for row in &mut rows {
                row.event.id = EventId::of_key(&format!("{}\u{1f}again", row.event.id)).0;
            }
        }
        Ok(refused)
    }

    /// Those of the rows whose id belongs to an event of before this import.
    async fn there(&mut self, rows: &Bulk) -> Result<Vec<(i64, Uuid)>> {
        sql("SELECT e.deal, e.id FROM {rows} r JOIN events e ON e.deal = r.deal AND e.id = r.id
             WHERE e.import IS NULL OR e.import <> $1")
        .bind(self.no)
        .rows(rows)
        .all(&mut self.tx, |row| Ok((row.int(0)?, row.id(1)?)))
        .await
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
    async fn finish(mut self, report: Value, latest: Option<i64>) -> Result<Imported> {
        let exported = latest.map(|at| at.min(self.at.as_microsecond()));
        let later = self.later_than(exported).await?;
        let mut kept = self.correct_all(exported, &later).await?;
        let as_of = latest.max(self.corrected).unwrap_or(self.at.as_microsecond());
        sql("UPDATE imports SET status = 'done', error = NULL, report = $2, as_of = $3, exported = $4 WHERE no = $1")
            .bind(self.no)
            .bind(report)
            .bind(as_of)
            .bind(exported)
            .run(&mut self.tx)
            .await?;
        let deals = self.touched().await?;
        let (old, new): (Vec<i64>, Vec<i64>) = deals.iter().map(|(no, _)| *no).partition(|no| later.contains_key(no));
        refold(&mut self.tx, &new).await?;
        let back = self.refold_older(&old, as_of, &later).await?;
        kept.extend(self.standing_otherwise(&later).await?);
        self.claims.retain(|no, _| !later.contains_key(no));
        let inferred = self.infer(as_of).await?;
        refold(&mut self.tx, &inferred).await?;
        let deals = if inferred.is_empty() { deals } else { self.touched().await? };
        let last = self.last_event().await?;
        sql("UPDATE imports SET first_event = $2, last_event = $3, events = $4, deals = $5 WHERE no = $1")
            .bind(self.no)
            .bind(self.before + 1)
            .bind(last)
            .bind(i64::try_from(self.added).unwrap_or(i64::MAX))
            .bind(i64::try_from(deals.len()).unwrap_or(i64::MAX))
            .run(&mut self.tx)
            .await?;
        let missing = if later.is_empty() { self.missing().await? } else { (0, Vec::new()) };
        self.tx.commit().await?;
        Ok(Imported {
            events: self.added,
            duplicates: self.duplicates,
            deals: deals.into_iter().map(|(_, id)| id).collect(),
            old_rows: self.old_rows,
            inferred: (inferred.len() + back) as u64 + self.corrections,
            missing,
            older: older::told(exported, &later, kept.len())?,
        })
    }

    async fn last_event(&mut self) -> Result<i64> {
        sql("SELECT COALESCE(MAX(no), 0) FROM events").one(&mut self.tx, |row| row.int(0)).await
    }

    async fn touched(&mut self) -> Result<Vec<(i64, DealId)>> {
        let last = self.last_event().await?;
        touched(&mut self.tx, self.no, self.before + 1, last).await
    }
}

/// Deals looked at in one statement.
const AT_A_TIME: usize = 4_000;
/// A deal's number, and whether it had events before this import.
#[derive(Debug, Clone, Copy)]
struct Numbered {
    no: i64,
    existed: bool,
}

/// Which rows of a batch told something new.
#[derive(Default)]
struct News {
    rows: Vec<(Place, bool)>,
}

impl News {
    fn begin(&mut self, place: Place) {
        if place.row > 0 && self.rows.last().is_none_or(|(last, _)| last.row != place.row) {
            self.rows.push((place, false));
        }
    }

    fn at(&self, place: Place) -> Option<usize> {
        self.rows.binary_search_by_key(&place.row, |(place, _)| place.row).ok()
    }

    fn is_new(&mut self, place: Place) {
        if let Some(at) = self.at(place) {
            self.rows[at].1 = true;
        }
    }

    fn is_old(&self, place: Place) -> bool {
        self.at(place).is_some_and(|at| !self.rows[at].1)
    }

    fn count(&self, old: &mut Vec<u64>) {
        for (place, _) in self.rows.iter().filter(|(_, new)| !new) {
            if old.len() <= place.file {
                old.resize(place.file + 1, 0);
            }
            old[place.file] += 1;
        }
    }
}

/// Makes a correction of what would be the creation of a deal that is there. It happened when the source last changed the
/// row, or else between the two exports: it is dated as the later one is.
fn correct(event: &mut NewEvent, known: Option<i64>) {
    event.kind = kind::CHANGED.into();
    event.activity = "Changed".into();
    event.at = event.modified.filter(|at| known.is_none_or(|known| known <= *at));
    event.undated = false;
}

impl NewEvent {
    /// True for what says where a deal stands, but not since when.
    fn undated_stand(&self) -> bool {
        self.at.is_none() && matches!(self.kind.as_str(), kind::STAGE | kind::WON | kind::LOST)
    }
}

/// An event as it is written.
struct Row {
    deal: Numbered,
    event: NewEvent,
    attributes: Option<String>,
}

impl Row {
    /// An event that follows from what is told, and says so beside these attributes.
    fn inferred(deal: Numbered, event: NewEvent, mut attributes: BTreeMap<String, String>) -> Result<Self> {
        attributes.insert(INFERRED.into(), "true".into());
        Ok(Self { deal, event, attributes: Some(serde_json::to_string(&attributes)?) })
    }
}

fn as_bulk(rows: &[Row]) -> Bulk {
    let text = |of: fn(&Row) -> Option<&str>| Column::Text(rows.iter().map(|r| of(r).map(str::to_owned)).collect());
    Bulk::new(vec![
        ("deal", Column::Int(rows.iter().map(|r| Some(r.deal.no)).collect())),
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
