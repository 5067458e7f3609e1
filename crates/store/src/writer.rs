//! The near end of an import: takes facts on the reader's thread, gives them stable ids, and hands them on in batches.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    hash::{BuildHasher, RandomState},
};

use model::{
    Outcome, Timestamp,
    event::kind,
    fact::{DealFact, EventFact, FactSink, LookupFact},
    ids::{DealId, EventId, ImportId},
};
use serde_json::Value;
use tokio::sync::{OwnedMutexGuard, mpsc, oneshot};
use uuid::Uuid;

use crate::{
    db::owned,
    error::{Result, StoreError},
    open::Store,
    writing,
};

/// Rows handed on at a time.
const BATCH: usize = 4_000;
/// Batches that may wait for the database.
const WAITING: usize = 3;
/// Stands between the parts of an event's key.
const SEPARATOR: char = '\u{1f}';

/// What an import added.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Imported {
    /// Events added.
    pub events: u64,
    /// Facts that were there already.
    pub duplicates: u64,
    /// Deals added or changed.
    pub deals: Vec<DealId>,
    /// Of each file of the plan, the rows that told nothing new.
    pub old_rows: Vec<u64>,
    /// Events that no row tells, but that follow from what this import and an earlier one say.
    pub inferred: u64,
    /// Deals of earlier imports that this one does not name, where it names most: how many, and the ids of a few.
    pub missing: (u64, Vec<String>),
    /// Set where this is an older export than one imported before, which told of the same deals.
    pub older: Option<Older>,
}

/// An export that was imported after a later one: what it says of where deals stand does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Older {
    /// The latest date in it.
    pub until: Timestamp,
    /// The latest date of the other export.
    pub known: Timestamp,
    /// Deals that stand differently in it, or details of which do; they stay as they are.
    pub deals: u64,
}

/// Takes the facts of one import. Blocks while the database is behind, so call it on a thread where that is allowed,
/// inside or outside of a Tokio runtime's `spawn_blocking`. Dropped without [`ImportWriter::finish`], nothing is kept.
#[derive(Debug)]
pub struct ImportWriter {
    to: mpsc::Sender<Message>,
    outcome: Option<oneshot::Receiver<Result<Imported>>>,
    batch: Batch,
    seen: Seen,
    as_of: Option<i64>,
    /// The row that the facts are of, by its number and its file.
    row: Place,
    last: u64,
}

/// A row among all rows of an import; number 0 where the reader does not tell rows apart.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Place {
    pub(crate) row: u64,
    pub(crate) file: usize,
}

/// How a deal stands by a row.
#[derive(Debug)]
pub(crate) struct Claim {
    /// Place of its deal in [`Batch::deals`].
    pub(crate) deal: usize,
    pub(crate) stage: Option<String>,
    pub(crate) outcome: Option<Outcome>,
    /// Microseconds since 1970.
    pub(crate) modified: Option<i64>,
    pub(crate) place: Place,
}

/// What goes to the far end.
#[derive(Debug)]
pub(crate) enum Message {
    /// Rows.
    Batch(Batch),
    /// The end, with the report and the latest moment in the data.
    Finish(Value, Option<i64>),
}

/// Facts on their way to the database.
#[derive(Debug, Default)]
pub(crate) struct Batch {
    /// The deals that the events name, each once.
    pub(crate) deals: Vec<(DealId, String)>,
    places: HashMap<DealId, usize>,
    /// Events in the order in which they were read.
    pub(crate) events: Vec<NewEvent>,
    /// How deals stand.
    pub(crate) claims: Vec<Claim>,
    /// Rows of lookup files: field, key, fields as JSON.
    pub(crate) lookups: Vec<(String, String, String)>,
    pub(crate) rejects: Vec<NewReject>,
}

/// An event on its way to the database.
#[derive(Debug)]
pub(crate) struct NewEvent {
    /// Place of its deal in [`Batch::deals`].
    pub(crate) deal: usize,
    pub(crate) id: Uuid,
    /// Microseconds since 1970.
    pub(crate) at: Option<i64>,
    pub(crate) undated: bool,
    pub(crate) kind: String,
    pub(crate) activity: String,
    pub(crate) stage: Option<String>,
    pub(crate) side: &'static str,
    pub(crate) actor: Option<String>,
    pub(crate) attributes: Attributes,
    pub(crate) place: Place,
    /// When the source last changed the row.
    pub(crate) modified: Option<i64>,
}

/// Attributes of a [`NewEvent`].
#[derive(Debug)]
pub(crate) enum Attributes {
    /// Of an event, as JSON.
    Ready(Option<String>),
    /// What a row says about a deal: still to be compared with what is known.
    Says(BTreeMap<String, String>),
}

/// A row that cannot be read, on its way to the database.
#[derive(Debug)]
pub(crate) struct NewReject {
    pub(crate) file: String,
    pub(crate) line: i64,
    pub(crate) column: String,
    pub(crate) value: String,
    pub(crate) reason: String,
}

impl ImportWriter {
    /// Begins the far end; `turn` is held until it has ended.
    pub(crate) fn begin(store: Store, turn: OwnedMutexGuard<()>, no: i64, id: ImportId, at: Timestamp) -> Self {
        let (to, from) = mpsc::channel(WAITING);
        let (tell, outcome) = oneshot::channel();
        tokio::spawn(async move {
            let ended = writing::write(&store, no, id, at, from).await;
            drop(turn);
            // nobody listens if the writer was dropped
            let _ = tell.send(ended);
        });
        Self {
            to,
            outcome: Some(outcome),
            batch: Batch::default(),
            seen: Seen::default(),
            as_of: None,
            row: Place::default(),
            last: 0,
        }
    }

    /// Takes a row that cannot be read.
    ///
    /// # Errors
    /// If the import has failed.
    pub fn reject(&mut self, file: &str, line: u64, column: &str, value: &str, reason: &str) -> Result<()> {
        self.batch.rejects.push(NewReject {
            file: owned(file),
            line: i64::try_from(line).unwrap_or(i64::MAX),
            column: owned(column),
            value: owned(value),
            reason: owned(reason),
        });
        self.flush_if_full()
    }

    /// Ends the import: folds the deals it touched and commits. `report` is kept with it.
    ///
    /// # Errors
    /// If the import has failed; nothing of it is kept then.
    pub fn finish(mut self, report: Value) -> Result<Imported> {
        self.flush()?;
        let as_of = self.as_of;
        self.send(Message::Finish(report, as_of))?;
        self.ended()
    }

    /// Makes room for a fact. The facts of one row stay together.
    fn room(&mut self) -> Result<()> {
        let begins = self.row.row == 0 || self.row.row != self.last;
        self.last = self.row.row;
        if begins { self.flush_if_full() } else { Ok(()) }
    }

    fn flush_if_full(&mut self) -> Result<()> {
        let Batch { events, lookups, rejects, .. } = &self.batch;
        if events.len() + lookups.len() + rejects.len() < BATCH { Ok(()) } else { self.flush() }
    }

    fn flush(&mut self) -> Result<()> {
        let batch = std::mem::take(&mut self.batch);
        self.send(Message::Batch(batch))
    }

    fn send(&mut self, message: Message) -> Result<()> {
        match self.to.blocking_send(message) {
            Ok(()) => Ok(()),
            Err(_) => Err(self.ended().err().unwrap_or(StoreError::Ended)),
        }
    }

    fn ended(&mut self) -> Result<Imported> {
        let outcome = self.outcome.take().ok_or(StoreError::Ended)?;
        outcome.blocking_recv().unwrap_or(Err(StoreError::Ended))
    }

    fn dated(&mut self, at: Option<Timestamp>) -> Option<i64> {
        let at = at.map(Timestamp::as_microsecond);
        self.as_of = self.as_of.max(at);
        at
    }
}

impl FactSink for ImportWriter {
    type Error = StoreError;

    fn row(&mut self, file: usize) {
        self.row = Place { row: self.row.row + 1, file };
    }

    fn deal(&mut self, fact: DealFact<'_>) -> Result<()> {
        self.room()?;
        let at = self.dated(fact.created);
        let modified = self.dated(fact.modified);
        let key = owned(fact.key);
        let event = NewEvent {
            id: EventId::of_key(&format!("{key}{SEPARATOR}{}", kind::CREATED)).0,
            deal: self.batch.place(key),
            at,
            undated: at.is_none(),
            kind: kind::CREATED.into(),
            activity: "Created".into(),
            stage: fact.stage.map(owned),
            side: "system",
            actor: None,
            attributes: Attributes::Says(fact.fields.iter().map(|(n, v)| (owned(n), owned(v))).collect()),
            place: self.row,
            modified,
        };
        let stage = fact.stage.map(owned);
        let claim = Claim { deal: event.deal, stage, outcome: fact.outcome, modified, place: self.row };
        self.batch.claims.push(claim);
        self.batch.events.push(event);
        Ok(())
    }

    fn event(&mut self, fact: EventFact<'_>) -> Result<()> {
        self.room()?;
        let at = self.dated(fact.at);
        let key = owned(fact.deal);
        let event = NewEvent {
            id: self.seen.id(&key, &fact, at).0,
            deal: self.batch.place(key),
            at,
            undated: at.is_none(),
            kind: owned(fact.kind),
            activity: owned(fact.activity),
            stage: fact.stage.map(owned),
            side: fact.side.word(),
            actor: fact.actor.map(owned),
            attributes: Attributes::Ready(pairs(fact.attributes)?),
            place: self.row,
            modified: None,
        };
        self.batch.events.push(event);
        Ok(())
    }

    fn lookup(&mut self, fact: LookupFact<'_>) -> Result<()> {
        let fields = pairs(fact.fields)?.unwrap_or_else(|| "{}".into());
        self.batch.lookups.push((owned(fact.of), owned(fact.key), fields));
        self.flush_if_full()
    }
}

impl Batch {
    /// The place of a deal among the deals of the batch.
    fn place(&mut self, key: String) -> usize {
        if self.deals.last().is_some_and(|(_, last)| *last == key) {
            return self.deals.len() - 1;
        }
        let id = DealId::of_key(&key);
        *self.places.entry(id).or_insert_with(|| {
            self.deals.push((id, key));
            self.deals.len() - 1
        })
    }
}

/// How often each event without a key of its own has come, by hash: two that share a hash still get ids of their own,
/// and the same ones each time the same file is read.
#[derive(Debug, Default)]
struct Seen {
    hasher: RandomState,
    once: HashSet<u64>,
    more: HashMap<u64, u32>,
}

impl Seen {
    /// The id of an event: by the source's own key, or else by deal, kind, activity, time and how many such came before.
    fn id(&mut self, deal: &str, fact: &EventFact<'_>, at: Option<i64>) -> EventId {
        if let Some(key) = fact.key {
            return EventId::of_key(&format!("{deal}{SEPARATOR}#{key}"));
        }
        let at = at.map(|at| at.to_string()).unwrap_or_default();
        let key = [deal, fact.kind, fact.activity, &at].join("\u{1f}");
        let before = self.count(&key);
        EventId::of_key(&format!("{key}{SEPARATOR}{before}"))
    }

    fn count(&mut self, key: &str) -> u32 {
        let hash = self.hasher.hash_one(key);
        if self.once.insert(hash) {
            return 0;
        }
        let more = self.more.entry(hash).or_default();
        *more += 1;
        *more
    }
}

/// Names and values as a JSON object; nothing where there are none.
fn pairs(pairs: &[(&str, &str)]) -> Result<Option<String>> {
    if pairs.is_empty() {
        return Ok(None);
    }
    let sorted: BTreeMap<String, String> = pairs.iter().map(|(n, v)| (owned(n), owned(v))).collect();
    Ok(Some(serde_json::to_string(&sorted)?))
}
