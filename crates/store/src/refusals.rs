//! Requests that were refused: a trail that grows at its end and is cut at its beginning.

use model::Timestamp;

use crate::{
    bulk::{Bulk, Column},
    db::{Columns, sql},
    error::Result,
    open::Store,
};

/// A request that was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Grows with every one; 0 before it is kept.
    pub no: i64,
    /// When.
    pub at: Timestamp,
    /// Who was signed in.
    pub by: Option<String>,
    /// What they were: `rep`, …
    pub role: Option<String>,
    /// `POST`, …
    pub method: String,
    /// The path as the router knows it: `/deals/{id}/move`.
    pub route: String,
    /// The path as it was asked for.
    pub path: String,
    /// What it would have done, in words.
    pub action: String,
    /// The HTTP status of the answer.
    pub status: u16,
    /// The kind of problem: `forbidden`, `link-over`, …
    pub why: String,
    /// The network it came from: `203.0.113.0/24`.
    pub network: String,
}

impl Store {
    /// Adds to the trail. Beyond the last 100,000 the oldest are dropped.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn add_refusals(&self, new: &[Refusal]) -> Result<()> {
        let text = |of: fn(&Refusal) -> Option<&str>| {
            Column::Text(new.iter().map(|refusal| of(refusal).map(crate::db::owned)).collect())
        };
        let rows = Bulk::new(vec![
            ("at", Column::Int(new.iter().map(|r| Some(r.at.as_microsecond())).collect())),
            ("who", text(|r| r.by.as_deref())),
            ("role", text(|r| r.role.as_deref())),
            ("method", text(|r| Some(&r.method))),
            ("route", text(|r| Some(&r.route))),
            ("path", text(|r| Some(&r.path))),
            ("action", text(|r| Some(&r.action))),
            ("status", Column::Int(new.iter().map(|r| Some(r.status.into())).collect())),
            ("why", text(|r| Some(&r.why))),
            ("network", text(|r| Some(&r.network))),
        ]);
        let mut tx = self.begin().await?;
        sql("INSERT INTO refusals (at, \"by\", role, method, route, path, action, status, why, network)
             SELECT at, who, role, method, route, path, action, status, why, network FROM {rows} r")
        .rows(&rows)
        .run(&mut tx)
        .await?;
        sql("DELETE FROM refusals WHERE no <= (SELECT MAX(no) FROM refusals) - 100000").run(&mut tx).await?;
        tx.commit().await
    }

    /// Up to `limit` refusals, the latest first: those before the one of this number.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn refusals(&self, before: Option<i64>, limit: i64) -> Result<Vec<Refusal>> {
        sql("SELECT no, at, \"by\", role, method, route, path, action, status, why, network FROM refusals
             WHERE no < $1 ORDER BY no DESC LIMIT $2")
        .bind(before.unwrap_or(i64::MAX))
        .bind(limit)
        .all(&mut self.connection().await?, refusal)
        .await
    }
}

fn refusal(row: &dyn Columns) -> Result<Refusal> {
    Ok(Refusal {
        no: row.int(0)?,
        at: row.time(1)?,
        by: row.maybe_text(2)?,
        role: row.maybe_text(3)?,
        method: row.text(4)?,
        route: row.text(5)?,
        path: row.text(6)?,
        action: row.text(7)?,
        status: u16::try_from(row.int(8)?).unwrap_or_default(),
        why: row.text(9)?,
        network: row.text(10)?,
    })
}
