//! What people and other programs are told of, once for each and an event; and the events it is made of, in the order
//! in which they were recorded.

use model::{
    Event, Timestamp,
    ids::{DealId, UserId},
};
use uuid::Uuid;

use crate::{
    bulk::Bulk,
    db::{Columns, sql, time},
    error::Result,
    fold::{event, event_columns},
    open::Store,
};

/// Something that somebody is told of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeRecord {
    /// Its id.
    pub id: Uuid,
    /// Who is told.
    pub person: UserId,
    /// The event, or what stands for one.
    pub event: Uuid,
    /// What kind of thing.
    pub kind: String,
    /// The deal it is about.
    pub deal: Option<DealId>,
    /// In words.
    pub says: String,
    /// When it happened.
    pub at: Timestamp,
    /// Shown in the program.
    pub shown: bool,
    /// When it was read.
    pub read: Option<Timestamp>,
    /// `none`, `at-once` or `digest`.
    pub mail: String,
}

/// Something that goes to another program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeliveryRecord {
    /// Its id, which the receiver can tell repetitions by.
    pub id: Uuid,
    /// The webhook.
    pub webhook: Uuid,
    /// The event.
    pub event: Uuid,
    /// What kind of thing.
    pub kind: String,
    /// The body.
    pub payload: String,
    /// Since when.
    pub at: Timestamp,
    /// `waiting`, `done` or `failed`.
    pub state: String,
    /// When it is tried next.
    pub due: Timestamp,
    /// How often it was tried.
    pub tries: i64,
    /// What the receiver answered last, or what was in the way.
    pub answer: Option<String>,
}

impl Store {
    /// The number of the event recorded last; 0 where there is none.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn last_event(&self) -> Result<i64> {
        sql("SELECT COALESCE(MAX(no), 0) FROM events").one(&mut self.connection().await?, |row| row.int(0)).await
    }

    /// When the event of a deal that was recorded last happened, if it was entered rather than imported. Leads are no deals.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn last_entered(&self) -> Result<Option<Timestamp>> {
        let last = sql("SELECT e.at, e.import FROM events e JOIN deals d ON d.no = e.deal
             WHERE d.lead IS NULL OR d.lead = 'taken' ORDER BY e.no DESC LIMIT 1")
        .maybe(&mut self.connection().await?, |row| Ok((row.maybe_int(0)?, row.maybe_int(1)?)))
        .await?;
        last.filter(|(_, import)| import.is_none()).and_then(|(at, _)| at).map(time).transpose()
    }

    /// Events that were not imported, with numbers above `after`, by number.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn entered_after(&self, after: i64, most: i64) -> Result<Vec<(i64, Event)>> {
        sql(concat!(
            "SELECT ",
            event_columns!(),
            ", e.no FROM events e JOIN deals d ON d.no = e.deal LEFT JOIN imports i ON i.no = e.import
              WHERE e.no > $1 AND e.import IS NULL ORDER BY e.no LIMIT $2"
        ))
        .bind(after)
        .bind(most)
        .all(&mut self.connection().await?, |row| Ok((row.int(12)?, event(row)?)))
        .await
    }

    /// Tells somebody something; false if they were told already.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn add_notice(&self, new: &NoticeRecord) -> Result<bool> {
        let mut tx = self.begin().await?;
        let added = sql("INSERT INTO notices (id, person, event, kind, deal, says, at, shown, mail)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (person, event, kind) DO NOTHING")
        .bind(new.id)
        .bind(new.person.0)
        .bind(new.event)
        .bind(new.kind.as_str())
        .bind(new.deal.map(|deal| deal.0))
        .bind(new.says.as_str())
        .bind(new.at)
        .bind(new.shown)
        .bind(new.mail.as_str())
        .run(&mut tx)
        .await?;
        tx.commit().await?;
        Ok(added > 0)
    }

    /// What is shown to somebody in the program, the latest first; at most 100. With it, how many are not read.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn notices(&self, person: UserId) -> Result<(Vec<NoticeRecord>, u64)> {
        let mut connection = self.connection().await?;
        let all = sql("SELECT id, person, event, kind, deal, says, at, shown, read, mail FROM notices
             WHERE person = $1 AND shown ORDER BY at DESC, id DESC LIMIT 100")
        .bind(person.0)
        .all(&mut connection, notice)
        .await?;
        let unread = sql("SELECT COUNT(*) FROM notices WHERE person = $1 AND shown AND read IS NULL")
            .bind(person.0)
            .one(&mut connection, |row| Ok(row.int(0)?.unsigned_abs()))
            .await?;
        Ok((all, unread))
    }

    /// Marks some of somebody's notices as read, or as not read.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn mark_notices(&self, person: UserId, ids: &[Uuid], read: Option<Timestamp>) -> Result<()> {
        let wanted = Bulk::of_ids("id", ids.iter().copied());
        let mut tx = self.begin().await?;
        sql("UPDATE notices SET read = $2 WHERE person = $1 AND id IN (SELECT id FROM {rows} r)")
            .bind(person.0)
            .bind(read)
            .rows(&wanted)
            .run(&mut tx)
            .await?;
        tx.commit().await
    }

    /// Marks all of somebody's notices as read.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn read_all_notices(&self, person: UserId, now: Timestamp) -> Result<()> {
        let mut tx = self.begin().await?;
        sql("UPDATE notices SET read = $2 WHERE person = $1 AND read IS NULL")
            .bind(person.0)
            .bind(now)
            .run(&mut tx)
            .await?;
        tx.commit().await
    }

    /// Those that wait to be mailed in this way (`at-once` or `digest`), the oldest first; at most 1,000.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn notices_to_mail(&self, way: &str) -> Result<Vec<NoticeRecord>> {
        sql("SELECT id, person, event, kind, deal, says, at, shown, read, mail FROM notices
             WHERE mail = $1 AND mailed IS NULL AND mail <> 'none' ORDER BY at, id LIMIT 1000")
        .bind(way)
        .all(&mut self.connection().await?, notice)
        .await
    }

    /// Says that some were mailed.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn notices_are_mailed(&self, ids: &[Uuid], now: Timestamp) -> Result<()> {
        let wanted = Bulk::of_ids("id", ids.iter().copied());
        let mut tx = self.begin().await?;
        sql("UPDATE notices SET mailed = $1 WHERE id IN (SELECT id FROM {rows} r)")
            .bind(now)
            .rows(&wanted)
            .run(&mut tx)
            .await?;
        tx.commit().await
    }

    /// Has something go to a webhook; false if it went already.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn add_delivery(&self, new: &DeliveryRecord) -> Result<bool> {
        let mut tx = self.begin().await?;
        let added = sql("INSERT INTO deliveries (id, webhook, event, kind, payload, at, state, due, tries)
             VALUES ($1, $2, $3, $4, $5, $6, 'waiting', $7, 0) ON CONFLICT (webhook, event, kind) DO NOTHING")
        .bind(new.id)
        .bind(new.webhook)
        .bind(new.event)
        .bind(new.kind.as_str())
        .bind(new.payload.as_str())
        .bind(new.at)
        .bind(new.due)
        .run(&mut tx)
        .await?;
        tx.commit().await?;
        Ok(added > 0)
    }

    /// What is due to go to webhooks, the oldest first.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn deliveries_due(&self, now: Timestamp, most: i64) -> Result<Vec<DeliveryRecord>> {
        sql("SELECT id, webhook, event, kind, payload, at, state, due, tries, answer FROM deliveries
             WHERE state = 'waiting' AND due <= $1 ORDER BY due LIMIT $2")
        .bind(now)
        .bind(most)
        .all(&mut self.connection().await?, delivery)
        .await
    }

    /// The latest deliveries to a webhook; at most 50.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn deliveries_of(&self, webhook: Uuid) -> Result<Vec<DeliveryRecord>> {
        sql("SELECT id, webhook, event, kind, payload, at, state, due, tries, answer FROM deliveries
             WHERE webhook = $1 ORDER BY at DESC LIMIT 50")
        .bind(webhook)
        .all(&mut self.connection().await?, delivery)
        .await
    }

    /// Takes a delivery in hand until `until`; false if another program has it.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn take_delivery(&self, id: Uuid, now: Timestamp, until: Timestamp) -> Result<bool> {
        let mut tx = self.begin().await?;
        let taken = sql("UPDATE deliveries SET due = $3, tries = tries + 1
             WHERE id = $1 AND state = 'waiting' AND due <= $2")
        .bind(id)
        .bind(now)
        .bind(until)
        .run(&mut tx)
        .await?;
        tx.commit().await?;
        Ok(taken > 0)
    }

    /// Says what became of a delivery.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn mark_delivery(&self, id: Uuid, state: &str, answer: &str, due: Timestamp) -> Result<()> {
        let mut tx = self.begin().await?;
        sql("UPDATE deliveries SET state = $2, answer = $3, due = $4 WHERE id = $1")
            .bind(id)
            .bind(state)
            .bind(answer)
            .bind(due)
            .run(&mut tx)
            .await?;
        tx.commit().await
    }
}

fn notice(row: &dyn Columns) -> Result<NoticeRecord> {
    Ok(NoticeRecord {
        id: row.id(0)?,
        person: UserId(row.id(1)?),
        event: row.id(2)?,
        kind: row.text(3)?,
        deal: row.maybe_id(4)?.map(DealId),
        says: row.text(5)?,
        at: row.time(6)?,
        shown: row.bool(7)?,
        read: row.maybe_int(8)?.map(time).transpose()?,
        mail: row.text(9)?,
    })
}

fn delivery(row: &dyn Columns) -> Result<DeliveryRecord> {
    Ok(DeliveryRecord {
        id: row.id(0)?,
        webhook: row.id(1)?,
        event: row.id(2)?,
        kind: row.text(3)?,
        payload: row.text(4)?,
        at: row.time(5)?,
        state: row.text(6)?,
        due: row.time(7)?,
        tries: row.int(8)?,
        answer: row.maybe_text(9)?,
    })
}
