//! The far end of an import: one task that holds one transaction.

use std::collections::{BTreeMap, HashMap, HashSet};

use model::{
    Deal, Outcome, Timestamp,
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
            corrections: 0,
            corrected: None,
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
            match self.settle(event, deal, &mut known)? {
                Some(row) => rows.push(row),
                None => self.duplicates += 1,
            }
        }
        let places: Vec<_> = rows.iter().map(|row| ((row.deal.no, row.event.id), row.event.place)).collect();
        let refused = self.insert(rows).await?;
        places.into_iter().filter(|(id, _)| !refused.contains(id)).for_each(|(_, place)| news.is_new(place));
        news.count(&mut self.old_rows);
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
        Ok(known)
    }

    /// The row to be written for an event; `None` where a deal is as it was, or stands as it did at an unknown time.
    fn settle(&mut self, mut event: NewEvent, deal: Numbered, known: &mut HashMap<i64, Known>) -> Result<Option<Row>> {
        let says = match std::mem::replace(&mut event.attributes, Attributes::Ready(None)) {
            // what a deal that was there came to is told by its claim
            Attributes::Ready(_) if deal.existed && event.undated_stand() => return Ok(None),
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
        let fields = if known.created {
            let mut news = known.news(says);
            if news.is_empty() {
                return Ok(None);
            }
            self.correct(&mut event, deal.no, known.at);
            known.learn(&event.kind, event.at, news.clone(), true);
            news.insert(INFERRED.into(), "true".into());
            news
        } else {
            known.learn(&event.kind, event.at, says.clone(), true);
            says
        };
        let attributes = (!fields.is_empty()).then(|| serde_json::to_string(&fields)).transpose()?;
        Ok(Some(Row { deal, event, attributes }))
    }

    /// Makes a correction of what would be the creation of a deal that is there. It happened when the source last
    /// changed the row, or else between the two exports: it is dated as the later one is.
    fn correct(&mut self, event: &mut NewEvent, deal: i64, known: Option<i64>) {
        event.id = EventId::of_key(&format!("{}\u{1f}{deal}\u{1f}{}", self.id, self.corrections)).0;
        event.kind = kind::CHANGED.into();
        event.activity = "Changed".into();
        event.at = event.modified.filter(|at| known.is_none_or(|known| known <= *at));
        event.undated = false;
        self.corrections += 1;
        self.corrected = self.corrected.max(known);
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
    async fn finish(mut self, report: Value, as_of: Option<i64>) -> Result<Imported> {
        let as_of = as_of.max(self.corrected).unwrap_or(self.at.as_microsecond());
        sql("UPDATE imports SET status = 'done', error = NULL, report = $2, as_of = $3 WHERE no = $1")
            .bind(self.no)
            .bind(report)
            .bind(as_of)
            .run(&mut self.tx)
            .await?;
        let deals = self.touched().await?;
        refold(&mut self.tx, &deals.iter().map(|(no, _)| *no).collect::<Vec<_>>()).await?;
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
        let missing = self.missing().await?;
        self.tx.commit().await?;
        Ok(Imported {
            events: self.added,
            duplicates: self.duplicates,
            deals: deals.into_iter().map(|(_, id)| id).collect(),
            old_rows: self.old_rows,
            inferred: inferred.len() as u64 + self.corrections,
            missing,
        })
    }

    async fn last_event(&mut self) -> Result<i64> {
        sql("SELECT COALESCE(MAX(no), 0) FROM events").one(&mut self.tx, |row| row.int(0)).await
    }

    async fn touched(&mut self) -> Result<Vec<(i64, DealId)>> {
        let last = self.last_event().await?;
        touched(&mut self.tx, self.no, self.before + 1, last).await
    }

    /// Adds what must have happened to deals that were there before, and that do not stand as this import says.
    async fn infer(&mut self, as_of: i64) -> Result<Vec<i64>> {
        let claims = std::mem::take(&mut self.claims);
        let before = sql("SELECT MAX(as_of) FROM imports WHERE status = 'done' AND no <> $1")
            .bind(self.no)
            .one(&mut self.tx, |row| row.maybe_int(0))
            .await?
            .unwrap_or(i64::MIN);
        let mut changed = Vec::new();
        let mut all: Vec<i64> = claims.keys().copied().collect();
        all.sort_unstable();
        for some in all.chunks(AT_A_TIME) {
            let mut rows = Vec::new();
            for (no, deal, last) in self.states(some).await? {
                let Some(standing) = claims.get(&no) else { continue };
                let Some(mut event) = standing.differs(&deal) else { continue };
                let upper = as_of.max(last);
                let lower = last.max(before).min(upper);
                event.at = Some(standing.modified.map_or(upper, |at| at.clamp(lower, upper)));
                event.id = EventId::of_key(&format!("{}\u{1f}{no}\u{1f}stands", self.id)).0;
                let told = serde_json::to_string(&BTreeMap::from([(INFERRED, "true")]))?;
                rows.push(Row { deal: Numbered { no, existed: true }, event, attributes: Some(told) });
                changed.push(no);
                if let Some(old) = self.old_rows.get_mut(standing.file).filter(|_| standing.old) {
                    *old = old.saturating_sub(1);
                }
            }
            self.insert(rows).await?;
        }
        self.claims = claims;
        Ok(changed)
    }

    /// Deals as they are folded, with the time of their last event.
    async fn states(&mut self, deals: &[i64]) -> Result<Vec<(i64, Deal, i64)>> {
        sql(concat!(
            "SELECT d.no, d.state, MAX(COALESCE(e.at, i.as_of)) FROM {rows} r JOIN deals d ON d.no = r.no
             JOIN events e ON e.deal = d.no LEFT JOIN imports i ON i.no = e.import WHERE ",
            live!(),
            " AND e.kind IN ('stage.entered', 'deal.won', 'deal.lost', 'deal.created') GROUP BY d.no, d.state"
        ))
        .rows(&Bulk::of_ints("no", deals.iter().copied()))
        .all(&mut self.tx, |row| {
            let deal: Deal = serde_json::from_str(row.str(1)?)?;
            Ok((row.int(0)?, deal, row.maybe_int(2)?.unwrap_or(i64::MIN)))
        })
        .await
    }

    /// Deals of earlier imports that this one does not name, if it names at least half of them.
    async fn missing(&mut self) -> Result<(u64, Vec<String>)> {
        if self.claims.is_empty() {
            return Ok((0, Vec::new()));
        }
        let earlier = sql("SELECT d.no, d.key FROM deals d WHERE d.events > 0 AND EXISTS (SELECT 1 FROM events e
             JOIN imports i ON i.no = e.import WHERE e.deal = d.no AND e.kind = 'deal.created' AND i.status = 'done' AND i.no <> $1)
             ORDER BY d.no")
        .bind(self.no)
        .all(&mut self.tx, |row| Ok((row.int(0)?, row.text(1)?)))
        .await?;
        let whole = earlier.len();
        let gone: Vec<String> =
            earlier.into_iter().filter(|(no, _)| !self.claims.contains_key(no)).map(|(_, key)| key).collect();
        if gone.len() * 2 > whole {
            return Ok((0, Vec::new()));
        }
        Ok((gone.len() as u64, gone.into_iter().take(SHOWN).collect()))
    }
}

/// Deals looked at in one statement.
const AT_A_TIME: usize = 4_000;
/// Ids of missing deals told.
const SHOWN: usize = 5;

/// A deal's number, and whether it had events before this import.
#[derive(Debug, Clone, Copy)]
struct Numbered {
    no: i64,
    existed: bool,
}

/// How a deal stands by this import.
struct Standing {
    stage: Option<String>,
    outcome: Option<Outcome>,
    modified: Option<i64>,
    file: usize,
    /// True if its row was counted as one that tells nothing new.
    old: bool,
}

impl Standing {
    /// The event that must have happened if the deal stands otherwise; not dated yet.
    fn differs(&self, deal: &Deal) -> Option<NewEvent> {
        let outcome = self.outcome?;
        let (kind, activity, stage) = match outcome {
            Outcome::Open => {
                let stage = self.stage.clone().or_else(|| deal.stage.clone())?;
                if deal.outcome == Outcome::Open && (self.stage.is_none() || deal.stage.as_deref() == Some(&stage)) {
                    return None;
                }
                (kind::STAGE, stage.clone(), Some(stage))
            }
            _ if outcome == deal.outcome => return None,
            Outcome::Won => (kind::WON, "Won".to_owned(), self.stage.clone()),
            Outcome::Lost => (kind::LOST, "Lost".to_owned(), self.stage.clone()),
        };
        Some(NewEvent {
            deal: 0,
            id: Uuid::nil(),
            at: None,
            undated: false,
            kind: kind.into(),
            activity,
            stage,
            side: "unknown",
            actor: None,
            attributes: Attributes::Ready(None),
            place: Place::default(),
            modified: None,
        })
    }
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

/// What is known about a deal's fields.
#[derive(Default)]
struct Known {
    /// Somebody said it came to be.
    created: bool,
    /// As the imports said at the latest, by hand corrections left out; with the time.
    imported: BTreeMap<String, (Option<i64>, String)>,
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
            for (name, value) in &fields {
                let newer = self.imported.get(name).is_none_or(|(known, _)| *known <= at || at.is_none());
                if newer {
                    self.imported.insert(name.clone(), (at, value.clone()));
                }
            }
        }
        self.current.extend(fields);
    }

    /// The fields that are new: neither what an import said before (a correction by hand stays) nor what they are.
    fn news(&self, says: BTreeMap<String, String>) -> BTreeMap<String, String> {
        let said = |n: &str, v: &String| self.imported.get(n).is_some_and(|(_, said)| said == v);
        let old = |n: &str, v: &String| said(n, v) || self.current.get(n) == Some(v);
        says.into_iter().filter(|(n, v)| !old(n, v)).collect()
    }
}
