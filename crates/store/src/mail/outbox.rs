//! The outbox: every mail that was to go out, and what became of it.

use model::{Timestamp, ids::DealId};
use uuid::Uuid;

use crate::{
    bulk::{Bulk, Column},
    db::{Columns, Tx, sql, time},
    error::Result,
    open::Store,
};

/// What became of a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailState {
    /// It waits to be sent.
    Queued,
    /// It is being handed over.
    Sending,
    /// The server took it.
    Sent,
    /// It cannot be sent.
    Failed,
    /// Nobody may write there.
    Refused,
    /// The connection broke, or the program ended, while it was handed over: it may have been sent.
    Uncertain,
    /// Somebody took it back before it was sent.
    Cancelled,
}

impl MailState {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Queued, Self::Sending, Self::Sent, Self::Failed, Self::Refused, Self::Uncertain, Self::Cancelled];

    /// The stored word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sending => "sending",
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::Refused => "refused",
            Self::Uncertain => "uncertain",
            Self::Cancelled => "cancelled",
        }
    }

    fn of_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|state| state.word() == word).unwrap_or(Self::Uncertain)
    }
}

/// A mail that is to go out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMail {
    /// Its id; what has this id already is not queued again.
    pub id: Uuid,
    /// The mailbox it goes by.
    pub account: Uuid,
    /// The deal it belongs to; none for mails to our own people.
    pub deal: Option<DealId>,
    /// Who wrote it.
    pub by: Option<String>,
    /// The reader's address.
    pub recipient: String,
    /// The reader's name; may be empty.
    pub recipient_name: String,
    /// Without angle brackets.
    pub message_id: String,
    /// The Message-IDs of the thread it answers, the oldest first.
    pub answers: Vec<String>,
    /// The subject.
    pub subject: String,
    /// The text.
    pub body: String,
    /// The enrolment and the number of the step in its sequence.
    pub step: Option<(Uuid, i64)>,
    /// What of the token of its unsubscribe link is kept.
    pub unsubscribe: String,
    /// Now.
    pub created: Timestamp,
    /// Not before this.
    pub due: Timestamp,
}

/// What goes out with a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its file name.
    pub name: String,
    /// `application/pdf`.
    pub media_type: String,
    /// Its bytes.
    pub content: Vec<u8>,
}

/// A mail and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailRecord {
    /// What it is.
    pub mail: NewMail,
    /// What became of it.
    pub state: MailState,
    /// How often it was tried.
    pub tries: i64,
    /// Why it is in this state.
    pub reason: Option<String>,
    /// When the server took it.
    pub sent: Option<Timestamp>,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT m.id, m.account, m.deal, m.\"by\", m.recipient, m.recipient_name, m.message_id, m.answers, m.subject, m.body,
             m.enrolment, m.step, m.unsubscribe, m.created, m.due, m.state, m.tries, m.reason, m.sent FROM mails m ",
            $rest
        )
    };
}

impl Store {
    /// Puts a mail into the outbox, with what goes out with it; false if it is there already.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn queue_mail(&self, new: &NewMail, attachment: Option<&Attachment>) -> Result<bool> {
        let mut tx = self.begin().await?;
        let added = sql("INSERT INTO mails (id, account, deal, \"by\", recipient, recipient_name, message_id, answers, subject,
             body, enrolment, step, unsubscribe, created, due, state)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'queued') ON CONFLICT (id) DO NOTHING")
        .bind(new.id)
        .bind(new.account)
        .bind(new.deal.map(|deal| deal.0))
        .bind(new.by.as_deref())
        .bind(new.recipient.as_str())
        .bind(new.recipient_name.as_str())
        .bind(new.message_id.as_str())
        .bind(serde_json::to_string(&new.answers)?)
        .bind(new.subject.as_str())
        .bind(new.body.as_str())
        .bind(new.step.map(|(enrolment, _)| enrolment))
        .bind(new.step.map(|(_, step)| step))
        .bind(new.unsubscribe.as_str())
        .bind(new.created)
        .bind(new.due)
        .run(&mut tx)
        .await?;
        if added == 0 {
            return Ok(false);
        }
        if let Some(Attachment { name, media_type, content }) = attachment {
            sql("INSERT INTO mail_attachments (mail, name, media_type, content) VALUES ($1, $2, $3, $4)")
                .bind(new.id)
                .bind(name.as_str())
                .bind(media_type.as_str())
                .bind(content.clone())
                .run(&mut tx)
                .await?;
        }
        note(&mut tx, new.id, MailState::Queued, None, new.by.as_deref(), new.created).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// What goes out with a mail that is not sent yet.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn mail_attachment(&self, mail: Uuid) -> Result<Option<Attachment>> {
        sql("SELECT name, media_type, content FROM mail_attachments WHERE mail = $1")
            .bind(mail)
            .maybe(&mut self.connection().await?, |row| {
                Ok(Attachment { name: row.text(0)?, media_type: row.text(1)?, content: row.bytes(2)? })
            })
            .await
    }

    /// A mail.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn mail(&self, id: Uuid) -> Result<Option<MailRecord>> {
        sql(select!("WHERE m.id = $1")).bind(id).maybe(&mut self.connection().await?, mail).await
    }

    /// The mail of ours with one of these Message-IDs, the first that is found.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn mail_by_message(&self, ids: &[String]) -> Result<Option<MailRecord>> {
        let wanted = Bulk::new(vec![("id", Column::Text(ids.iter().cloned().map(Some).collect()))]);
        let found = sql(select!("JOIN {rows} r ON r.id = m.message_id"))
            .rows(&wanted)
            .all(&mut self.connection().await?, mail)
            .await?;
        let place = |m: &MailRecord| ids.iter().position(|id| *id == m.mail.message_id);
        Ok(found.into_iter().min_by_key(place))
    }

    /// The mail whose unsubscribe link bears a token.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn mail_by_unsubscribe(&self, token_hash: &str) -> Result<Option<MailRecord>> {
        sql(select!("WHERE m.unsubscribe = $1")).bind(token_hash).maybe(&mut self.connection().await?, mail).await
    }

    /// The mails of a deal, the oldest first; the last 500.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn mails_of_deal(&self, deal: DealId) -> Result<Vec<MailRecord>> {
        let mut all = sql(select!("WHERE m.deal = $1 ORDER BY m.created DESC LIMIT 500"))
            .bind(deal.0)
            .all(&mut self.connection().await?, mail)
            .await?;
        all.reverse();
        Ok(all)
    }

    /// The latest mails to prospects, in a state if one is named.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn latest_mails(&self, state: Option<MailState>, most: i64) -> Result<Vec<MailRecord>> {
        sql(select!("WHERE m.deal IS NOT NULL AND ($1 = '' OR m.state = $1) ORDER BY m.created DESC LIMIT $2"))
            .bind(state.map_or("", MailState::word))
            .bind(most)
            .all(&mut self.connection().await?, mail)
            .await
    }

    /// What waits and is due, the oldest first.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn mails_due(&self, now: Timestamp, most: i64) -> Result<Vec<MailRecord>> {
        sql(select!("WHERE m.state = 'queued' AND m.due <= $1 ORDER BY m.due, m.id LIMIT $2"))
            .bind(now)
            .bind(most)
            .all(&mut self.connection().await?, mail)
            .await
    }

    /// Those that were sent and that their deal does not tell of yet.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn mails_unrecorded(&self) -> Result<Vec<MailRecord>> {
        sql(select!("WHERE m.state = 'sent' AND NOT m.recorded AND m.deal IS NOT NULL ORDER BY m.sent LIMIT 100"))
            .all(&mut self.connection().await?, mail)
            .await
    }

    /// Says that the deal of a mail tells of it.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn mail_is_recorded(&self, id: Uuid) -> Result<()> {
        let mut tx = self.begin().await?;
        sql("UPDATE mails SET recorded = $2 WHERE id = $1").bind(id).bind(true).run(&mut tx).await?;
        tx.commit().await
    }

    /// Times at which mails to prospects were taken by a mailbox's server since `since`.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn sent_since(&self, account: Uuid, since: Timestamp) -> Result<Vec<Timestamp>> {
        sql("SELECT sent FROM mails WHERE account = $1 AND sent > $2 AND deal IS NOT NULL ORDER BY sent")
            .bind(account)
            .bind(since)
            .all(&mut self.connection().await?, |row| row.time(0))
            .await
    }

    /// Takes a mail that waits in hand until `until`; false if another program has it, or it waits no more.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn take_mail(&self, id: Uuid, now: Timestamp, until: Timestamp) -> Result<bool> {
        let mut tx = self.begin().await?;
        let taken =
            sql("UPDATE mails SET due = $3, tries = tries + 1 WHERE id = $1 AND state = 'queued' AND due <= $2")
                .bind(id)
                .bind(now)
                .bind(until)
                .run(&mut tx)
                .await?;
        tx.commit().await?;
        Ok(taken > 0)
    }

    /// Puts a mail that waits off.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn put_off_mail(&self, id: Uuid, due: Timestamp) -> Result<()> {
        let mut tx = self.begin().await?;
        sql("UPDATE mails SET due = $2 WHERE id = $1 AND state = 'queued'").bind(id).bind(due).run(&mut tx).await?;
        tx.commit().await
    }

    /// Says what became of a mail that was in one of the states `from`; false if it was in none of them. `due` is when to
    /// try again, or until when it is in hand.
    ///
    /// # Errors
    /// If the database cannot be written.
    #[allow(clippy::too_many_arguments, reason = "each is a column")]
    pub async fn mark_mail(
        &self,
        id: Uuid,
        from: &[MailState],
        to: MailState,
        reason: Option<&str>,
        by: Option<&str>,
        at: Timestamp,
        due: Option<Timestamp>,
    ) -> Result<bool> {
        let mut tx = self.begin().await?;
        let states = Bulk::new(vec![("state", Column::Text(from.iter().map(|s| Some(s.word().into())).collect()))]);
        let sent = (to == MailState::Sent).then_some(at);
        let marked = sql("UPDATE mails SET state = $2, reason = $3, due = COALESCE($4, due), sent = COALESCE($5, sent)
             WHERE id = $1 AND state IN (SELECT state FROM {rows} r)")
        .bind(id)
        .bind(to.word())
        .bind(reason)
        .bind(due)
        .bind(sent)
        .rows(&states)
        .run(&mut tx)
        .await?;
        if marked == 0 {
            return Ok(false);
        }
        if matches!(to, MailState::Sent | MailState::Refused | MailState::Cancelled) {
            sql("DELETE FROM mail_attachments WHERE mail = $1").bind(id).run(&mut tx).await?;
        }
        note(&mut tx, id, to, reason, by, at).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Those that were being handed over when the time for it ran out; at the start of a program on SQLite, where no
    /// other is at work, all of them.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn mails_interrupted(&self, now: Timestamp, at_start: bool) -> Result<Vec<Uuid>> {
        let now = if at_start && self.is_single() { Timestamp::MAX } else { now };
        sql("SELECT id FROM mails WHERE state = 'sending' AND due <= $1")
            .bind(now)
            .all(&mut self.connection().await?, |row| row.id(0))
            .await
    }
}

async fn note(
    tx: &mut Tx,
    mail: Uuid,
    state: MailState,
    reason: Option<&str>,
    by: Option<&str>,
    at: Timestamp,
) -> Result<()> {
    sql("INSERT INTO mail_news (mail, state, reason, \"by\", at) VALUES ($1, $2, $3, $4, $5)")
        .bind(mail)
        .bind(state.word())
        .bind(reason)
        .bind(by)
        .bind(at)
        .run(tx)
        .await?;
    Ok(())
}

fn mail(row: &dyn Columns) -> Result<MailRecord> {
    let step = row.maybe_id(10)?.zip(row.maybe_int(11)?);
    let answers = row.maybe_text(7)?.map(|text| serde_json::from_str(&text)).transpose()?.unwrap_or_default();
    let mail = NewMail {
        id: row.id(0)?,
        account: row.id(1)?,
        deal: row.maybe_id(2)?.map(DealId),
        by: row.maybe_text(3)?,
        recipient: row.text(4)?,
        recipient_name: row.text(5)?,
        message_id: row.text(6)?,
        answers,
        subject: row.text(8)?,
        body: row.text(9)?,
        step,
        unsubscribe: row.text(12)?,
        created: row.time(13)?,
        due: row.time(14)?,
    };
    Ok(MailRecord {
        mail,
        state: MailState::of_word(row.str(15)?),
        tries: row.int(16)?,
        reason: row.maybe_text(17)?,
        sent: row.maybe_int(18)?.map(time).transpose()?,
    })
}
