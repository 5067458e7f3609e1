//! What is in the files that are attached to deals.

use model::ids::DealId;
use uuid::Uuid;

use crate::{
    db::sql,
    error::{Result, StoreError},
    open::Store,
};

impl Store {
    /// Keeps the content of a file. All files of the deal together hold at most `most` bytes, those of all deals
    /// `most_in_all`.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if there is no room.
    pub async fn add_deal_file(
        &self,
        id: Uuid,
        deal: DealId,
        content: Vec<u8>,
        most: i64,
        most_in_all: i64,
    ) -> Result<()> {
        let mut tx = self.begin().await?;
        let size = i64::try_from(content.len()).unwrap_or(i64::MAX);
        let of_deal = sql("SELECT CAST(COALESCE(SUM(size), 0) AS BIGINT) FROM deal_files WHERE deal = $1").bind(deal.0);
        let of_deal = of_deal.one(&mut tx, |row| row.int(0)).await?;
        let of_all = sql("SELECT CAST(COALESCE(SUM(size), 0) AS BIGINT) FROM deal_files");
        let of_all = of_all.one(&mut tx, |row| row.int(0)).await?;
        let left = (most - of_deal).min(most_in_all - of_all).max(0);
        if size > left {
            let left = left / (1 << 20);
            return Err(StoreError::Conflict(format!("There is room for {left} MiB more among the files of deals.")));
        }
        sql("INSERT INTO deal_files (id, deal, size, content) VALUES ($1, $2, $3, $4)")
            .bind(id)
            .bind(deal.0)
            .bind(size)
            .bind(content)
            .run(&mut tx)
            .await?;
        tx.commit().await
    }

    /// What is in a file of a deal; `None` if the deal has none with this id.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn deal_file(&self, id: Uuid, deal: DealId) -> Result<Option<Vec<u8>>> {
        sql("SELECT content FROM deal_files WHERE id = $1 AND deal = $2")
            .bind(id)
            .bind(deal.0)
            .maybe(&mut self.connection().await?, |row| row.bytes(0))
            .await
    }

    /// Forgets the content of a file of a deal.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn remove_deal_file(&self, id: Uuid, deal: DealId) -> Result<()> {
        let mut tx = self.begin().await?;
        sql("DELETE FROM deal_files WHERE id = $1 AND deal = $2").bind(id).bind(deal.0).run(&mut tx).await?;
        tx.commit().await
    }
}
