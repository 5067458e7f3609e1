//! What must have happened between two exports, and what the later one does not name.

use std::collections::BTreeMap;

use model::{Deal, Outcome, event::kind, ids::EventId};
use uuid::Uuid;

use super::{AT_A_TIME, Numbered, Row, Writing};
use crate::{
    bulk::Bulk,
    db::sql,
    error::Result,
    fold::live,
    writer::{Attributes, NewEvent, Place},
};

/// Ids of missing deals told.
const SHOWN: usize = 5;

/// How a deal stands by this import.
pub(super) struct Standing {
    pub(super) stage: Option<String>,
    pub(super) outcome: Option<Outcome>,
    pub(super) modified: Option<i64>,
    pub(super) file: usize,
    /// True if its row was counted as one that tells nothing new.
    pub(super) old: bool,
}

impl Standing {
    /// The event that must have happened if the deal stands otherwise; not dated yet.
    pub(super) fn differs(&self, deal: &Deal) -> Option<NewEvent> {
        let outcome = self.outcome?;
        let (kind, activity, stage) = match outcome {
            Outcome::Open => {
                let stage = self.stage.clone().or_else(|| deal.stage.clone())?;
                if deal.outcome == Outcome::Open && (self.stage.is_none() || deal.stage.as_deref() == Some(&stage)) {
                    return None;
                }
                (kind::STAGE, stage.clone(), Some(stage))
            }
            _ if outcome == deal.outcome => return None,
            Outcome::Won => (kind::WON, "Won".to_owned(), self.stage.clone()),
            Outcome::Lost => (kind::LOST, "Lost".to_owned(), self.stage.clone()),
        };
        Some(inferred(kind, activity, stage))
    }
}

/// An event that nobody told, without its id and date.
pub(super) fn inferred(kind: &str, activity: String, stage: Option<String>) -> NewEvent {
    NewEvent {
        deal: 0,
        id: Uuid::nil(),
        at: None,
        undated: false,
        kind: kind.into(),
        activity,
        stage,
        side: "unknown",
        actor: None,
        attributes: Attributes::Ready(None),
        place: Place::default(),
        modified: None,
    }
}

impl Writing {
    /// Adds what must have happened to deals that were there before, and that do not stand as this import says.
    pub(super) async fn infer(&mut self, as_of: i64) -> Result<Vec<i64>> {
        let claims = std::mem::take(&mut self.claims);
        let before = sql("SELECT MAX(as_of) FROM imports WHERE status = 'done' AND kind = 'export' AND no <> $1")
            .bind(self.no)
            .one(&mut self.tx, |row| row.maybe_int(0))
            .await?
            .unwrap_or(i64::MIN);
        let mut changed = Vec::new();
        let mut all: Vec<i64> = claims.keys().copied().collect();
        all.sort_unstable();
        for some in all.chunks(AT_A_TIME) {
            let mut rows = Vec::new();
            for (no, deal, last) in self.states(some).await? {
                let Some(standing) = claims.get(&no) else { continue };
                let Some(mut event) = standing.differs(&deal) else { continue };
                let upper = as_of.max(last);
                let lower = last.max(before).min(upper);
                event.at = Some(standing.modified.map_or(upper, |at| at.clamp(lower, upper)));
                event.id = EventId::of_key(&format!("{}\u{1f}{no}\u{1f}stands", self.id)).0;
                rows.push(Row::inferred(Numbered { no, existed: true }, event, BTreeMap::new())?);
                changed.push(no);
            }
            self.insert(rows).await?;
        }
        self.claims = claims;
        changed.iter().for_each(|no| self.is_news(*no));
        Ok(changed)
    }

    /// Deals as they are folded, with the time of their last event.
    async fn states(&mut self, deals: &[i64]) -> Result<Vec<(i64, Deal, i64)>> {
        sql(concat!(
            "SELECT d.no, d.state, MAX(COALESCE(e.at, i.as_of)) FROM {rows} r JOIN deals d ON d.no = r.no
             JOIN events e ON e.deal = d.no LEFT JOIN imports i ON i.no = e.import WHERE ",
            live!(),
            " AND e.kind IN ('stage.entered', 'deal.won', 'deal.lost', 'deal.created') GROUP BY d.no, d.state"
        ))
        .rows(&Bulk::of_ints("no", deals.iter().copied()))
        .all(&mut self.tx, |row| {
            let deal: Deal = serde_json::from_str(row.str(1)?)?;
            Ok((row.int(0)?, deal, row.maybe_int(2)?.unwrap_or(i64::MIN)))
        })
        .await
    }

    /// Deals of earlier imports that this one does not name, if it names at least half of them.
    pub(super) async fn missing(&mut self) -> Result<(u64, Vec<String>)> {
        if self.claims.is_empty() {
            return Ok((0, Vec::new()));
        }
        let earlier = sql("SELECT d.no, d.key FROM deals d WHERE d.events > 0 AND EXISTS (SELECT 1 FROM events e
             JOIN imports i ON i.no = e.import WHERE e.deal = d.no AND e.kind = 'deal.created' AND i.status = 'done' AND i.no <> $1)
             ORDER BY d.no")
        .bind(self.no)
        .all(&mut self.tx, |row| Ok((row.int(0)?, row.text(1)?)))
        .await?;
        let whole = earlier.len();
        let gone: Vec<String> =
            earlier.into_iter().filter(|(no, _)| !self.claims.contains_key(no)).map(|(_, key)| key).collect();
        if gone.len() * 2 > whole {
            return Ok((0, Vec::new()));
        }
        Ok((gone.len() as u64, gone.into_iter().take(SHOWN).collect()))
    }
}
