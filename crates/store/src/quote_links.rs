//! Links by which a prospect sees one quote. The token itself is not kept.

use model::{Timestamp, ids::DealId};

use crate::{db::sql, error::Result, open::Store};

impl Store {
    /// Keeps a link to a quote of a deal.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn add_quote_link(&self, token_hash: &str, deal: DealId, quote: &str, expires: Timestamp) -> Result<()> {
        let mut tx = self.begin().await?;
        sql("INSERT INTO quote_links (token_hash, deal, quote, expires) VALUES ($1, $2, $3, $4)")
            .bind(token_hash)
            .bind(deal.0)
            .bind(quote)
            .bind(expires)
            .run(&mut tx)
            .await?;
        tx.commit().await
    }

    /// The deal and the quote that a link shows; `None` where it is unknown, withdrawn or out of date.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn quote_by_link(&self, token_hash: &str, now: Timestamp) -> Result<Option<(DealId, String)>> {
        sql("SELECT deal, quote FROM quote_links WHERE token_hash = $1 AND expires > $2 AND revoked IS NULL")
            .bind(token_hash)
            .bind(now)
            .maybe(&mut self.connection().await?, |row| Ok((DealId(row.id(0)?), row.text(1)?)))
            .await
    }

    /// Withdraws all links to a quote.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn revoke_quote_links(&self, deal: DealId, quote: &str, now: Timestamp) -> Result<()> {
        let mut tx = self.begin().await?;
        sql("UPDATE quote_links SET revoked = $3 WHERE deal = $1 AND quote = $2 AND revoked IS NULL")
            .bind(deal.0)
            .bind(quote)
            .bind(now)
            .run(&mut tx)
            .await?;
        tx.commit().await
    }
}
