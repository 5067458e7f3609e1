//! Who goes through a sequence: when to look again. What became of it is told by the events of the deal.

use model::{Timestamp, ids::DealId};
use uuid::Uuid;

use crate::{
    db::{Columns, sql},
    error::Result,
    open::Store,
};

/// Somebody who goes, or went, through a sequence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EnrolmentRecord {
    /// Its id.
    pub id: Uuid,
    /// The sequence.
    pub sequence: Uuid,
    /// The deal.
    pub deal: DealId,
    /// False once it has ended.
    pub running: bool,
    /// When to look again.
    pub due: Timestamp,
    /// Since when.
    pub begun: Timestamp,
}

const SELECT: &str = "SELECT id, sequence, deal, running, due, begun FROM enrolments";

impl Store {
    /// Keeps a new one.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn add_enrolment(&self, new: EnrolmentRecord) -> Result<()> {
        let mut tx = self.begin().await?;
        sql("INSERT INTO enrolments (id, sequence, deal, running, due, begun) VALUES ($1, $2, $3, $4, $5, $6)")
            .bind(new.id)
            .bind(new.sequence)
            .bind(new.deal.0)
            .bind(new.running)
            .bind(new.due)
            .bind(new.begun)
            .run(&mut tx)
            .await?;
        tx.commit().await
    }

    /// Says when to look again, or that it has ended.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn plan_enrolment(&self, id: Uuid, running: bool, due: Timestamp) -> Result<()> {
        let mut tx = self.begin().await?;
        sql("UPDATE enrolments SET running = $2, due = $3 WHERE id = $1")
            .bind(id)
            .bind(running)
            .bind(due)
            .run(&mut tx)
            .await?;
        tx.commit().await
    }

    /// Those running that are to be looked at, at most `most`.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn enrolments_due(&self, now: Timestamp, most: i64) -> Result<Vec<EnrolmentRecord>> {
        sql("SELECT id, sequence, deal, running, due, begun FROM enrolments WHERE running AND due <= $1
             ORDER BY due LIMIT $2")
        .bind(now)
        .bind(most)
        .all(&mut self.connection().await?, enrolment)
        .await
    }

    /// Those of a deal.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn enrolments_of_deal(&self, deal: DealId) -> Result<Vec<EnrolmentRecord>> {
        sql("SELECT id, sequence, deal, running, due, begun FROM enrolments WHERE deal = $1 ORDER BY begun")
            .bind(deal.0)
            .all(&mut self.connection().await?, enrolment)
            .await
    }

    /// All of a sequence.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn enrolments_of_sequence(&self, sequence: Uuid) -> Result<Vec<EnrolmentRecord>> {
        sql("SELECT id, sequence, deal, running, due, begun FROM enrolments WHERE sequence = $1 ORDER BY begun")
            .bind(sequence)
            .all(&mut self.connection().await?, enrolment)
            .await
    }

    /// Every one that is running.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn running_enrolments(&self) -> Result<Vec<EnrolmentRecord>> {
        let all = sql(SELECT).all(&mut self.connection().await?, enrolment).await?;
        Ok(all.into_iter().filter(|e| e.running).collect())
    }
}

fn enrolment(row: &dyn Columns) -> Result<EnrolmentRecord> {
    Ok(EnrolmentRecord {
        id: row.id(0)?,
        sequence: row.id(1)?,
        deal: DealId(row.id(2)?),
        running: row.bool(3)?,
        due: row.time(4)?,
        begun: row.time(5)?,
    })
}
