//! Addresses: what was said of writing to them, and on which deals they are.

use model::{Event, Timestamp, event::kind, ids::DealId};

use crate::{
    bulk::{Bulk, Column},
    db::{Columns, sql},
    error::Result,
    fold::{event, event_columns, in_order, live},
    open::Store,
};

/// An address or a domain nobody is to write to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockRecord {
    /// `ann@acme.com`, or `@acme.com` for everybody there.
    pub contact: String,
    /// Why, in words.
    pub why: String,
    /// Who said so.
    pub by: Option<String>,
    /// When.
    pub at: Timestamp,
}

impl Store {
    /// What was said on any deal of writing to an address, in order of time.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn consent_events(&self, address: &str) -> Result<Vec<Event>> {
        let events = sql(concat!(
            "SELECT ",
            event_columns!(),
            " FROM events e JOIN deals d ON d.no = e.deal LEFT JOIN imports i ON i.no = e.import
              WHERE e.contact = $1 AND e.kind IN ($2, $3, $4) AND ",
            live!(),
            " ORDER BY e.no"
        ))
        .bind(address)
        .bind(kind::CONSENT_GIVEN)
        .bind(kind::CONSENT_WITHDRAWN)
        .bind(kind::CONTACT_BLOCKED)
        .all(&mut self.connection().await?, event)
        .await?;
        Ok(in_order(events))
    }

    /// The deals on which somebody with this address is or wrote, the newest first; at most 100.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn deals_of_contact(&self, address: &str) -> Result<Vec<DealId>> {
        sql(concat!(
            "SELECT d.id, MAX(e.no) FROM events e JOIN deals d ON d.no = e.deal LEFT JOIN imports i ON i.no = e.import
              WHERE e.contact = $1 AND d.events > 0 AND ",
            live!(),
            " GROUP BY d.id ORDER BY 2 DESC LIMIT 100"
        ))
        .bind(address)
        .all(&mut self.connection().await?, |row| Ok(DealId(row.id(0)?)))
        .await
    }

    /// Whom nobody is to write to, by address.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn blocked_contacts(&self) -> Result<Vec<BlockRecord>> {
        sql("SELECT contact, why, \"by\", at FROM do_not_contact ORDER BY contact")
            .all(&mut self.connection().await?, block)
            .await
    }

    /// The first of these addresses and domains that nobody is to write to.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn blocked_among(&self, contacts: &[String]) -> Result<Option<BlockRecord>> {
        let rows = Bulk::new(vec![("contact", Column::Text(contacts.iter().cloned().map(Some).collect()))]);
        sql("SELECT b.contact, b.why, b.\"by\", b.at FROM {rows} r JOIN do_not_contact b ON b.contact = r.contact")
            .rows(&rows)
            .maybe(&mut self.connection().await?, block)
            .await
    }

    /// Says that nobody is to write there; what was said before stays.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn block_contact(&self, new: &BlockRecord) -> Result<()> {
        let mut tx = self.begin().await?;
        sql("INSERT INTO do_not_contact (contact, why, \"by\", at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (contact) DO NOTHING")
        .bind(new.contact.as_str())
        .bind(new.why.as_str())
        .bind(new.by.as_deref())
        .bind(new.at)
        .run(&mut tx)
        .await?;
        tx.commit().await
    }

    /// Takes an address or a domain from the list; false if it is not on it.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn unblock_contact(&self, contact: &str) -> Result<bool> {
        let mut tx = self.begin().await?;
        let gone = sql("DELETE FROM do_not_contact WHERE contact = $1").bind(contact).run(&mut tx).await?;
        tx.commit().await?;
        Ok(gone > 0)
    }
}

fn block(row: &dyn Columns) -> Result<BlockRecord> {
    Ok(BlockRecord { contact: row.text(0)?, why: row.text(1)?, by: row.maybe_text(2)?, at: row.time(3)? })
}
