//! Interviews: which rep is asked about which deals, by which links, and how far they are. The answers are events.

use std::collections::HashMap;

use model::{
    Timestamp,
    ids::{DealId, InterviewId},
};
use uuid::Uuid;

use crate::{
    bulk::{Bulk, Column},
    db::{Columns, Session, Tx, owned, sql, time},
    error::{Result, StoreError},
    open::Store,
};

/// Links of one interview that are kept; of more the oldest stop working.
const MOST_LINKS: i64 = 20;

/// An interview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InterviewRecord {
    /// Its id.
    pub id: InterviewId,
    /// The rep asked.
    pub rep: String,
    /// Who asks.
    pub by: Option<String>,
    /// Since when.
    pub at: Timestamp,
    /// Until when its links work.
    pub expires: Timestamp,
    /// Since when its links do not work any more.
    pub revoked: Option<Timestamp>,
    /// When it was first opened.
    pub opened: Option<Timestamp>,
    /// When the last answer came.
    pub answered: Option<Timestamp>,
    /// When all deals were told about.
    pub done: Option<Timestamp>,
    /// When the rep was last reminded.
    pub reminded: Option<Timestamp>,
    /// The deals, in the order in which they were chosen.
    pub deals: Vec<AskedDeal>,
}

/// A deal that an interview asks about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedDeal {
    /// Which.
    pub deal: DealId,
    /// Why it was chosen, in words.
    pub why: String,
    /// When the rep said that this is all.
    pub done: Option<Timestamp>,
}

/// An interview to be.
#[derive(Debug, Clone)]
pub struct NewInterview {
    /// The rep to ask.
    pub rep: String,
    /// Who asks.
    pub by: Option<String>,
    /// Now.
    pub at: Timestamp,
    /// Until when its links work.
    pub expires: Timestamp,
    /// The deals with the words why.
    pub deals: Vec<(DealId, String)>,
}

/// Something that happened to an interview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InterviewMark {
    /// The rep opened the link.
    Opened,
    /// An answer came.
    Answered,
    /// The rep said that this is all about a deal.
    DealDone(DealId),
    /// The rep was reminded.
    Reminded,
}

/// The columns [`interview`] reads, of interviews `i`.
macro_rules! interview_columns {
    () => {
        "i.id, i.rep, i.\"by\", i.at, i.expires, i.revoked, i.opened, i.answered, i.done, i.reminded"
    };
}

impl Store {
    /// All interviews, the latest first.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn interviews(&self) -> Result<Vec<InterviewRecord>> {
        let mut on = self.connection().await?;
        let found = sql(concat!("SELECT ", interview_columns!(), " FROM interviews i ORDER BY i.at DESC, i.rep"))
            .all(&mut on, interview)
            .await?;
        with_deals(&mut on, found).await
    }

    /// An interview by its id.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn interview(&self, id: InterviewId) -> Result<Option<InterviewRecord>> {
        let mut on = self.connection().await?;
        let found = sql(concat!("SELECT ", interview_columns!(), " FROM interviews i WHERE i.id = $1"))
            .bind(id.0)
            .all(&mut on, interview)
            .await?;
        Ok(with_deals(&mut on, found).await?.pop())
    }

    /// The interview that a link leads to; none if there is no such link, it has expired, or the interview was revoked.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn interview_by_link(&self, token_hash: &str, now: Timestamp) -> Result<Option<InterviewRecord>> {
        let mut on = self.connection().await?;
        let found = sql(concat!(
            "SELECT ",
            interview_columns!(),
            " FROM interview_links l JOIN interviews i ON i.id = l.interview
              WHERE l.token_hash = $1 AND l.expires > $2 AND i.revoked IS NULL"
        ))
        .bind(token_hash)
        .bind(now)
        .all(&mut on, interview)
        .await?;
        Ok(with_deals(&mut on, found).await?.pop())
    }

    /// Asks a rep about deals: in the interview of theirs that is still open, or else in a new one.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if there is nothing to ask about.
    pub async fn ask(&self, new: NewInterview) -> Result<InterviewRecord> {
        if new.deals.is_empty() {
            return Err(StoreError::Conflict("There is no deal to ask about.".into()));
        }
        let mut tx = self.begin().await?;
        let open =
            sql("SELECT id FROM interviews WHERE rep = $1 AND revoked IS NULL AND expires > $2 ORDER BY at DESC")
                .bind(new.rep.as_str())
                .bind(new.at)
                .maybe(&mut tx, |row| row.id(0))
                .await?;
        let id = match open {
            Some(id) => id,
            None => begin(&mut tx, &new).await?,
        };
        let added = add_deals(&mut tx, id, &new.deals).await?;
        if added > 0 {
            sql("UPDATE interviews SET done = NULL WHERE id = $1").bind(id).run(&mut tx).await?;
        }
        tx.commit().await?;
        self.interview(InterviewId(id)).await?.ok_or_else(|| gone(InterviewId(id)))
    }

    /// Adds a link to an interview, and lets the interview last as long as the link.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if there is no such interview, or it was revoked.
    pub async fn add_interview_link(&self, id: InterviewId, token_hash: &str, expires: Timestamp) -> Result<()> {
        let mut tx = self.begin().await?;
        let known = sql("UPDATE interviews SET expires = CASE WHEN expires < $2 THEN $2 ELSE expires END
             WHERE id = $1 AND revoked IS NULL")
        .bind(id.0)
        .bind(expires)
        .run(&mut tx)
        .await?;
        if known == 0 {
            return Err(gone(id));
        }
        sql("INSERT INTO interview_links (token_hash, interview, expires) VALUES ($1, $2, $3)")
            .bind(token_hash)
            .bind(id.0)
            .bind(expires)
            .run(&mut tx)
            .await
            .map_err(|e| e.taken(|| "There is a link with this token.".into()))?;
        sql("DELETE FROM interview_links WHERE interview = $1 AND token_hash NOT IN
             (SELECT token_hash FROM interview_links WHERE interview = $1 ORDER BY expires DESC LIMIT $2)")
        .bind(id.0)
        .bind(MOST_LINKS)
        .run(&mut tx)
        .await?;
        tx.commit().await
    }

    /// Ends all links of an interview, for good. What was answered stays.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn revoke_interview(&self, id: InterviewId, now: Timestamp) -> Result<()> {
        let mut tx = self.begin().await?;
        let known = sql("UPDATE interviews SET revoked = COALESCE(revoked, $2) WHERE id = $1")
            .bind(id.0)
            .bind(now)
            .run(&mut tx)
            .await?;
        if known == 0 {
            return Err(gone(id));
        }
        sql("DELETE FROM interview_links WHERE interview = $1").bind(id.0).run(&mut tx).await?;
        tx.commit().await
    }

    /// Takes a deal out of an interview. What was answered stays.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if it is not in there.
    pub async fn remove_asked_deal(&self, id: InterviewId, deal: DealId) -> Result<()> {
        let mut tx = self.begin().await?;
        let removed = sql("DELETE FROM interview_deals WHERE interview = $1 AND deal = $2")
            .bind(id.0)
            .bind(deal.0)
            .run(&mut tx)
            .await?;
        if removed == 0 {
            return Err(gone(id));
        }
        tx.commit().await
    }

    /// Notes what happened to an interview. With the last deal done the interview is.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn mark_interview(&self, id: InterviewId, mark: InterviewMark, now: Timestamp) -> Result<()> {
        let mut tx = self.begin().await?;
        let statement = match mark {
            InterviewMark::Opened => "UPDATE interviews SET opened = COALESCE(opened, $2) WHERE id = $1",
            InterviewMark::Reminded => "UPDATE interviews SET reminded = $2 WHERE id = $1",
            InterviewMark::Answered => "UPDATE interviews SET answered = $2 WHERE id = $1",
            InterviewMark::DealDone(deal) => {
                sql("UPDATE interview_deals SET done = COALESCE(done, $3) WHERE interview = $1 AND deal = $2")
                    .bind(id.0)
                    .bind(deal.0)
                    .bind(now)
                    .run(&mut tx)
                    .await?;
                "UPDATE interviews SET done = $2 WHERE id = $1 AND NOT EXISTS
                 (SELECT 1 FROM interview_deals d WHERE d.interview = $1 AND d.done IS NULL)"
            }
        };
        sql(statement).bind(id.0).bind(now).run(&mut tx).await?;
        tx.commit().await
    }
}

fn gone(id: InterviewId) -> StoreError {
    StoreError::NotFound(format!("There is no interview {id}, or not with this."))
}

async fn begin(tx: &mut Tx, new: &NewInterview) -> Result<Uuid> {
    sql("INSERT INTO interviews (id, rep, \"by\", at, expires) VALUES ($1, $2, $3, $4, $5) RETURNING id")
        .bind(Uuid::now_v7())
        .bind(new.rep.as_str())
        .bind(new.by.clone())
        .bind(new.at)
        .bind(new.expires)
        .one(tx, |row| row.id(0))
        .await
}

/// Adds the deals that are not in there yet; how many those are.
async fn add_deals(tx: &mut Tx, interview: Uuid, deals: &[(DealId, String)]) -> Result<u64> {
    let rows = Bulk::new(vec![
        ("deal", Column::Id(deals.iter().map(|(deal, _)| deal.0).collect())),
        ("why", Column::Text(deals.iter().map(|(_, why)| Some(owned(why))).collect())),
    ]);
    sql("INSERT INTO interview_deals (interview, deal, why) SELECT $1, r.deal, r.why FROM {rows} r WHERE true
         ON CONFLICT (interview, deal) DO NOTHING")
    .bind(interview)
    .rows(&rows)
    .run(tx)
    .await
}

async fn with_deals(on: &mut impl Session, mut found: Vec<InterviewRecord>) -> Result<Vec<InterviewRecord>> {
    let wanted = Bulk::of_ids("id", found.iter().map(|i| i.id.0));
    let mut deals: HashMap<Uuid, Vec<AskedDeal>> = HashMap::new();
    sql("SELECT d.interview, d.deal, d.why, d.done FROM {rows} r JOIN interview_deals d ON d.interview = r.id
         ORDER BY d.no")
    .rows(&wanted)
    .each(on, |row| {
        let deal = AskedDeal { deal: DealId(row.id(1)?), why: row.text(2)?, done: maybe_time(row, 3)? };
        deals.entry(row.id(0)?).or_default().push(deal);
        Ok(())
    })
    .await?;
    for interview in &mut found {
        interview.deals = deals.remove(&interview.id.0).unwrap_or_default();
    }
    Ok(found)
}

fn maybe_time(row: &dyn Columns, column: usize) -> Result<Option<Timestamp>> {
    row.maybe_int(column)?.map(time).transpose()
}

fn interview(row: &dyn Columns) -> Result<InterviewRecord> {
    Ok(InterviewRecord {
        id: InterviewId(row.id(0)?),
        rep: row.text(1)?,
        by: row.maybe_text(2)?,
        at: row.time(3)?,
        expires: row.time(4)?,
        revoked: maybe_time(row, 5)?,
        opened: maybe_time(row, 6)?,
        answered: maybe_time(row, 7)?,
        done: maybe_time(row, 8)?,
        reminded: maybe_time(row, 9)?,
        deals: Vec::new(),
    })
}
