//! What came in, once for a message in however many mailboxes.

use model::{Timestamp, ids::DealId};
use uuid::Uuid;

use crate::{
    bulk::{Bulk, Column},
    db::{Columns, sql},
    error::Result,
    open::Store,
};

/// What a message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReceivedClass {
    /// A prospect wrote about a deal.
    Reply,
    /// Nobody knows to which deal it belongs.
    Unmatched,
    /// A machine answered: out of office, a receipt.
    Automatic,
    /// A mail of ours could not be delivered.
    Bounce,
    /// A newsletter or a mailing list.
    Bulk,
    /// We wrote it ourselves.
    Own,
    /// More than anybody writes: a loop.
    Flood,
}

impl ReceivedClass {
    const ALL: [Self; 7] =
        [Self::Reply, Self::Unmatched, Self::Automatic, Self::Bounce, Self::Bulk, Self::Own, Self::Flood];

    /// The stored word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Reply => "reply",
            Self::Unmatched => "unmatched",
            Self::Automatic => "automatic",
            Self::Bounce => "bounce",
            Self::Bulk => "bulk",
            Self::Own => "own",
            Self::Flood => "flood",
        }
    }
}

/// A message that came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceivedRecord {
    /// Its id.
    pub id: Uuid,
    /// The mailbox in which it was found first.
    pub account: Uuid,
    /// Its Message-ID without angle brackets, or what stands for it.
    pub message_id: String,
    /// What it is.
    pub class: ReceivedClass,
    /// The deal it belongs to.
    pub deal: Option<DealId>,
    /// The mail of ours that it is about.
    pub mail: Option<Uuid>,
    /// Who wrote it.
    pub sender: String,
    /// Their name; may be empty.
    pub sender_name: String,
    /// The subject; may be empty.
    pub subject: String,
    /// The text, bounded; empty where nobody reads it.
    pub body: String,
    /// Why it belongs to no deal, in words; may be empty.
    pub why: String,
    /// When it was written.
    pub at: Timestamp,
    /// When it was fetched.
    pub came: Timestamp,
}

const COLUMNS: &str =
    "SELECT id, account, message_id, class, deal, mail, sender, sender_name, subject, body, why, at, came
     FROM received WHERE id = $1";

impl Store {
    /// Keeps a message; false if it is there already.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn keep_received(&self, new: &ReceivedRecord) -> Result<bool> {
        let mut tx = self.begin().await?;
        let added =
            sql("INSERT INTO received (id, account, message_id, class, deal, mail, sender, sender_name, subject, body,
             why, at, came) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
             ON CONFLICT (message_id) DO NOTHING")
            .bind(new.id)
            .bind(new.account)
            .bind(new.message_id.as_str())
            .bind(new.class.word())
            .bind(new.deal.map(|deal| deal.0))
            .bind(new.mail)
            .bind(new.sender.as_str())
            .bind(new.sender_name.as_str())
            .bind(new.subject.as_str())
            .bind(new.body.as_str())
            .bind(new.why.as_str())
            .bind(new.at)
            .bind(new.came)
            .run(&mut tx)
            .await?;
        tx.commit().await?;
        Ok(added > 0)
    }

    /// Whether a message was taken already.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn is_received(&self, message_id: &str) -> Result<bool> {
        let found = sql("SELECT id FROM received WHERE message_id = $1")
            .bind(message_id)
            .maybe(&mut self.connection().await?, |row| row.id(0))
            .await?;
        Ok(found.is_some())
    }

    /// A message.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn received(&self, id: Uuid) -> Result<Option<ReceivedRecord>> {
        sql(COLUMNS).bind(id).maybe(&mut self.connection().await?, record).await
    }

    /// The deal of the first of these messages that has one.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn deal_of_received(&self, message_ids: &[String]) -> Result<Option<DealId>> {
        let wanted = Bulk::new(vec![("id", Column::Text(message_ids.iter().cloned().map(Some).collect()))]);
        sql("SELECT m.deal FROM {rows} r JOIN received m ON m.message_id = r.id WHERE m.deal IS NOT NULL")
            .rows(&wanted)
            .maybe(&mut self.connection().await?, |row| Ok(DealId(row.id(0)?)))
            .await
    }

    /// What came in about a deal, the oldest first; the last 500.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn received_of_deal(&self, deal: DealId) -> Result<Vec<ReceivedRecord>> {
        let mut all =
            sql("SELECT id, account, message_id, class, deal, mail, sender, sender_name, subject, body, why, at, came
             FROM received WHERE deal = $1 ORDER BY at DESC LIMIT 500")
            .bind(deal.0)
            .all(&mut self.connection().await?, record)
            .await?;
        all.reverse();
        Ok(all)
    }

    /// What belongs to no deal and that nobody has settled, the latest first; at most 200.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn received_unmatched(&self) -> Result<Vec<ReceivedRecord>> {
        sql("SELECT id, account, message_id, class, deal, mail, sender, sender_name, subject, body, why, at, came
             FROM received WHERE class = 'unmatched' AND settled IS NULL ORDER BY came DESC LIMIT 200")
        .all(&mut self.connection().await?, record)
        .await
    }

    /// How many messages of a writer were taken since `since`.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn count_received(&self, sender: &str, since: Timestamp) -> Result<i64> {
        sql("SELECT COUNT(*) FROM received WHERE sender = $1 AND came > $2")
            .bind(sender)
            .bind(since)
            .one(&mut self.connection().await?, |row| row.int(0))
            .await
    }

    /// Settles a message that belonged to no deal: it belongs to this one, or to none. False if it was settled already.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn settle_received(&self, id: Uuid, deal: Option<DealId>, by: &str) -> Result<bool> {
        let mut tx = self.begin().await?;
        let settled = sql("UPDATE received SET deal = $2, settled = $3 WHERE id = $1 AND class = 'unmatched'
             AND settled IS NULL")
        .bind(id)
        .bind(deal.map(|deal| deal.0))
        .bind(by)
        .run(&mut tx)
        .await?;
        tx.commit().await?;
        Ok(settled > 0)
    }

    /// Takes back that a message was settled.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn unsettle_received(&self, id: Uuid) -> Result<()> {
        let mut tx = self.begin().await?;
        sql("UPDATE received SET deal = NULL, settled = NULL WHERE id = $1 AND class = 'unmatched'")
            .bind(id)
            .run(&mut tx)
            .await?;
        tx.commit().await
    }
}

fn record(row: &dyn Columns) -> Result<ReceivedRecord> {
    let class = row.str(3)?;
    Ok(ReceivedRecord {
        id: row.id(0)?,
        account: row.id(1)?,
        message_id: row.text(2)?,
        class: ReceivedClass::ALL.into_iter().find(|c| c.word() == class).unwrap_or(ReceivedClass::Unmatched),
        deal: row.maybe_id(4)?.map(DealId),
        mail: row.maybe_id(5)?,
        sender: row.text(6)?,
        sender_name: row.text(7)?,
        subject: row.text(8)?,
        body: row.text(9)?,
        why: row.text(10)?,
        at: row.time(11)?,
        came: row.time(12)?,
    })
}
