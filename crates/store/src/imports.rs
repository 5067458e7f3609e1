//! Imports: what was brought in, what was refused, and how to take it back.

use std::collections::BTreeSet;

use model::{
    Event, Timestamp,
    ids::{DealId, EventId, ImportId},
};
use serde_json::Value;

use crate::{
    bulk::Bulk,
    db::{Columns, Tx, sql},
    deals::insert,
    error::{Result, StoreError},
    fold::{event, event_columns, refold},
    open::Store,
    writer::ImportWriter,
};

/// An import to begin.
#[derive(Debug, Clone)]
pub struct NewImport {
    /// Its id.
    pub id: ImportId,
    /// What people call it.
    pub name: String,
    /// The names of its files.
    pub files: Vec<String>,
    /// Who begins it.
    pub by: Option<String>,
    /// How its columns are understood.
    pub plan: Value,
    /// Now. Events without a time count as of this moment if nothing in the import has a time.
    pub at: Timestamp,
}

/// How an import stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportStatus {
    /// It is being read.
    Running,
    /// Its events count.
    Done,
    /// Nothing of it was kept.
    Failed,
    /// It was taken back: its events are kept, but count no more.
    Undone,
}

impl ImportStatus {
    /// The word stored and shown: `running`, `done`, `failed`, `undone`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Done => "done",
            Self::Failed => "failed",
            Self::Undone => "undone",
        }
    }

    fn of_word(word: &str) -> Self {
        match word {
            "running" => Self::Running,
            "done" => Self::Done,
            "undone" => Self::Undone,
            _ => Self::Failed,
        }
    }
}

/// An import.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportRecord {
    /// Its id.
    pub id: ImportId,
    /// What people call it.
    pub name: String,
    /// The names of its files.
    pub files: Vec<String>,
    /// Who began it.
    pub by: Option<String>,
    /// When it began.
    pub at: Timestamp,
    /// How it stands.
    pub status: ImportStatus,
    /// How its columns were understood.
    pub plan: Value,
    /// What it did, once done.
    pub report: Option<Value>,
    /// Why it failed.
    pub error: Option<String>,
    /// Events it added.
    pub events: i64,
    /// Deals it added or changed.
    pub deals: i64,
}

/// A row that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RejectRecord {
    /// Grows with every reject; where to go on reading.
    pub seq: i64,
    /// The file.
    pub file: String,
    /// The line in it.
    pub line: u64,
    /// The column.
    pub column: String,
    /// What stands there.
    pub value: String,
    /// Why it cannot be read.
    pub reason: String,
}

/// The columns [`record`] reads.
macro_rules! import_columns {
    () => {
        "id, name, files, \"by\", at, status, plan, report, error, events, deals"
    };
}

impl Store {
    /// Begins an import, as soon as no other is running. What is given to the writer takes effect when it finishes,
    /// as one transaction; dropped before that, nothing of it is kept.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if the id is taken.
    pub async fn begin_import(&self, new: NewImport) -> Result<ImportWriter> {
        self.begin_import_of("export", new).await
    }

    /// Begins the import of a list of leads: it says nothing of how deals stand.
    ///
    /// # Errors
    /// As [`Store::begin_import`].
    pub async fn begin_list_import(&self, new: NewImport) -> Result<ImportWriter> {
        self.begin_import_of("list", new).await
    }

    async fn begin_import_of(&self, kind: &str, new: NewImport) -> Result<ImportWriter> {
        let turn = std::sync::Arc::clone(&self.importing).lock_owned().await;
        let (id, at) = (new.id, new.at);
        let mut tx = self.begin().await?;
        let no = add_import(&mut tx, kind, new).await?;
        tx.commit().await?;
        Ok(ImportWriter::begin(self.clone(), turn, no, id, at))
    }

    /// All imports of files, the latest first.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn imports(&self) -> Result<Vec<ImportRecord>> {
        sql(concat!("SELECT ", import_columns!(), " FROM imports WHERE kind <> 'merge' ORDER BY no DESC"))
            .all(&mut self.connection().await?, record)
            .await
    }

    /// The imports that count or did count, each with true if it was undone. Cheap to ask for: another program that works
    /// on the same database shows in it.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn settled_imports(&self) -> Result<BTreeSet<(ImportId, bool)>> {
        let all = sql("SELECT id, status FROM imports WHERE status IN ('done', 'undone')")
            .all(&mut self.connection().await?, |row| Ok((ImportId(row.id(0)?), row.str(1)? == "undone")))
            .await?;
        Ok(all.into_iter().collect())
    }

    /// An import.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn import(&self, id: ImportId) -> Result<Option<ImportRecord>> {
        sql(concat!("SELECT ", import_columns!(), " FROM imports WHERE id = $1"))
            .bind(id.0)
            .maybe(&mut self.connection().await?, record)
            .await
    }

    /// Replaces the report of an import that is done.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn report_import(&self, id: ImportId, report: Value) -> Result<()> {
        let mut tx = self.begin().await?;
        sql("UPDATE imports SET report = $2 WHERE id = $1 AND status = 'done'")
            .bind(id.0)
            .bind(serde_json::to_string(&report)?)
            .run(&mut tx)
            .await?;
        tx.commit().await
    }

    /// Says why an import failed. One that is done or undone stays so.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn fail_import(&self, id: ImportId, error: &str) -> Result<()> {
        let mut tx = self.begin().await?;
        sql("UPDATE imports SET status = 'failed', error = $2 WHERE id = $1 AND status IN ('running', 'failed')")
            .bind(id.0)
            .bind(error)
            .run(&mut tx)
            .await?;
        tx.commit().await
    }

    /// Marks an import as failed unless somebody said so already.
    pub(crate) async fn fail_running_import(&self, id: ImportId, error: &str) -> Result<()> {
        let mut tx = self.begin().await?;
        sql("UPDATE imports SET status = 'failed', error = $2 WHERE id = $1 AND status = 'running'")
            .bind(id.0)
            .bind(error)
            .run(&mut tx)
            .await?;
        tx.commit().await
    }

    /// What a crash interrupted has failed: its transaction never ended. One that another program is writing goes on.
    pub(crate) async fn fail_interrupted_imports(&self) -> Result<()> {
        let running = sql("SELECT COUNT(*) FROM imports WHERE status = 'running'");
        if running.one(&mut self.connection().await?, |row| row.int(0)).await? == 0 {
            return Ok(());
        }
        let Some(mut tx) = self.begin_unless_importing().await? else { return Ok(()) };
        let interrupted = sql("UPDATE imports SET status = 'failed', error = $1 WHERE status = 'running'")
            .bind("The program stopped before the import was done; nothing of it was kept.")
            .run(&mut tx)
            .await?;
        if interrupted > 0 {
            tracing::warn!(interrupted, "imports did not end before the program stopped");
        }
        tx.commit().await
    }

    /// Rows of an import that could not be read: at most `limit` after the reject `after` (0 for the first).
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn rejects(&self, id: ImportId, after: i64, limit: i64) -> Result<Vec<RejectRecord>> {
        sql("SELECT r.no, r.file, r.line, r.\"column\", r.value, r.reason FROM imports i JOIN rejects r ON r.import = i.no
             WHERE i.id = $1 AND r.no > $2 ORDER BY r.no LIMIT $3")
        .bind(id.0)
        .bind(after)
        .bind(limit)
        .all(&mut self.connection().await?, reject)
        .await
    }

    /// Takes an import back as a whole: its events count no more, and the deals they belonged to are folded anew.
    /// These deals are returned; those without any other event are not there any more.
    ///
    /// # Errors
    /// [`StoreError::NotFound`]; [`StoreError::Conflict`] if it is not done.
    pub async fn undo_import(&self, id: ImportId, at: Timestamp) -> Result<Vec<DealId>> {
        let mut tx = self.begin().await?;
        let undone = sql("UPDATE imports SET status = 'undone', undone_at = $2 WHERE id = $1 AND status = 'done'
             RETURNING no, first_event, last_event, kind")
        .bind(id.0)
        .bind(at)
        .maybe(&mut tx, |row| Ok(((row.int(0)?, row.int(1)?, row.int(2)?), row.str(3)? == "list")))
        .await?;
        let Some(((no, first, last), is_list)) = undone else { return Err(self.why_not_undone(id).await?) };
        let deals = touched(&mut tx, no, first, last).await?;
        refold(&mut tx, &deals.iter().map(|(no, _)| *no).collect::<Vec<_>>()).await?;
        if is_list {
            keep_leads_at_work(&mut tx, no, &deals).await?;
        }
        tx.commit().await?;
        Ok(deals.into_iter().map(|(_, id)| id).collect())
    }

    async fn why_not_undone(&self, id: ImportId) -> Result<StoreError> {
        Ok(match self.import(id).await?.map(|i| i.status) {
            None => StoreError::NotFound("There is no such import.".into()),
            Some(ImportStatus::Undone) => StoreError::Conflict("The import was taken back already.".into()),
            Some(_) => StoreError::Conflict("Only an import that is done can be taken back.".into()),
        })
    }
}

/// Writes an import down; its number.
pub(crate) async fn add_import(tx: &mut Tx, kind: &str, new: NewImport) -> Result<i64> {
    sql("INSERT INTO imports (id, name, files, \"by\", at, plan, kind) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING no")
        .bind(new.id.0)
        .bind(new.name)
        .bind(serde_json::to_string(&new.files)?)
        .bind(new.by)
        .bind(new.at)
        .bind(new.plan)
        .bind(kind)
        .one(tx, |row| row.int(0))
        .await
        .map_err(|e| e.taken(|| "There is an import with this id.".into()))
}

/// Leads of a list that was taken back stay if somebody has worked on them: that they came in is said anew, now by hand.
async fn keep_leads_at_work(tx: &mut Tx, import: i64, deals: &[(i64, DealId)]) -> Result<()> {
    let rows = Bulk::of_ints("no", deals.iter().map(|(no, _)| *no));
    let kept: Vec<(i64, Event)> = sql(concat!(
        "SELECT ",
        event_columns!(),
        " FROM {rows} r JOIN deals d ON d.no = r.no JOIN events e ON e.deal = d.no LEFT JOIN imports i ON i.no = e.import
          WHERE d.events > 0 AND e.import = $1 AND e.kind = 'lead.created' AND NOT EXISTS (SELECT 1 FROM events c
          LEFT JOIN imports o ON o.no = c.import WHERE c.deal = d.no AND c.kind IN ('lead.created', 'deal.created')
          AND (c.import IS NULL OR o.status = 'done'))"
    ))
    .bind(import)
    .rows(&rows)
    .all(tx, |row| Ok((row.int(11)?, event(row)?)))
    .await?;
    let again: Vec<(i64, Event)> = kept
        .into_iter()
        .map(|(no, event)| {
            let id = EventId::of_key(&format!("{}\u{1f}{import}\u{1f}kept", event.id));
            (no, Event { id, import: None, ..event })
        })
        .collect();
    if !again.is_empty() {
        insert(tx, &again.iter().map(|(no, event)| (*no, event)).collect::<Vec<_>>()).await?;
        refold(tx, &again.iter().map(|(no, _)| *no).collect::<Vec<_>>()).await?;
    }
    Ok(())
}

/// The deals that have events of an import, by number.
pub(crate) async fn touched(tx: &mut Tx, import: i64, first: i64, last: i64) -> Result<Vec<(i64, DealId)>> {
    sql("SELECT DISTINCT d.no, d.id FROM events e JOIN deals d ON d.no = e.deal
         WHERE e.no BETWEEN $2 AND $3 AND e.import = $1 ORDER BY d.no")
    .bind(import)
    .bind(first)
    .bind(last)
    .all(tx, |row| Ok((row.int(0)?, DealId(row.id(1)?))))
    .await
}

fn record(row: &dyn Columns) -> Result<ImportRecord> {
    Ok(ImportRecord {
        id: ImportId(row.id(0)?),
        name: row.text(1)?,
        files: serde_json::from_str(row.str(2)?)?,
        by: row.maybe_text(3)?,
        at: row.time(4)?,
        status: ImportStatus::of_word(row.str(5)?),
        plan: serde_json::from_str(row.str(6)?)?,
        report: row.maybe_text(7)?.map(|text| serde_json::from_str(&text)).transpose()?,
        error: row.maybe_text(8)?,
        events: row.int(9)?,
        deals: row.int(10)?,
    })
}

fn reject(row: &dyn Columns) -> Result<RejectRecord> {
    Ok(RejectRecord {
        seq: row.int(0)?,
        file: row.text(1)?,
        line: row.int(2)?.unsigned_abs(),
        column: row.text(3)?,
        value: row.text(4)?,
        reason: row.text(5)?,
    })
}
