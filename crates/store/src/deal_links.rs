//! Links by which a customer sees one thing of a deal. The token itself is not kept.

use model::{Timestamp, ids::DealId};

use crate::{db::sql, error::Result, open::Store};

impl Store {
    /// Keeps a link of a kind to a deal.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn add_deal_link(&self, token_hash: &str, kind: &str, deal: DealId, expires: Timestamp) -> Result<()> {
        let mut tx = self.begin().await?;
        sql("INSERT INTO deal_links (token_hash, kind, deal, expires) VALUES ($1, $2, $3, $4)")
            .bind(token_hash)
            .bind(kind)
            .bind(deal.0)
            .bind(expires)
            .run(&mut tx)
            .await?;
        tx.commit().await
    }

    /// The deal to which a link of this kind leads; `None` where it is unknown, withdrawn or out of date.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn deal_by_link(&self, token_hash: &str, kind: &str, now: Timestamp) -> Result<Option<DealId>> {
        sql("SELECT deal FROM deal_links WHERE token_hash = $1 AND kind = $2 AND expires > $3 AND revoked IS NULL")
            .bind(token_hash)
            .bind(kind)
            .bind(now)
            .maybe(&mut self.connection().await?, |row| Ok(DealId(row.id(0)?)))
            .await
    }

    /// Withdraws all links of a kind to a deal.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn revoke_deal_links(&self, deal: DealId, kind: &str, now: Timestamp) -> Result<()> {
        let mut tx = self.begin().await?;
        sql("UPDATE deal_links SET revoked = $3 WHERE deal = $1 AND kind = $2 AND revoked IS NULL")
            .bind(deal.0)
            .bind(kind)
            .bind(now)
            .run(&mut tx)
            .await?;
        tx.commit().await
    }
}
