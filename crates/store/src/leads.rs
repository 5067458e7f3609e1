//! Leads: lists of them, by what their people are found again, and two that may be one.

use std::collections::{HashMap, HashSet};

use model::{
    Deal, Event, Timestamp,
    ids::{DealId, ImportId},
    lead::{ContactKey, contact_keys},
    people::people,
};
use serde_json::Value;
use uuid::Uuid;

use crate::{
    bulk::{Bulk, Column},
    db::{Columns, sql},
    deals::{deal, gone, insert_of, lock},
    error::{Result, StoreError},
    fold,
    imports::{NewImport, add_import},
    open::Store,
};

/// The setting that says that the people of all open deals are noted.
const NOTED: &str = "contacts-noted";

/// Which leads. What is `None` does not matter.
#[derive(Debug, Clone, Default)]
pub struct LeadFilter {
    /// `open`, `dropped`, `taken`, `merged`.
    pub state: Option<String>,
    /// Whose; empty for nobody's.
    pub owner: Option<String>,
    /// From which source.
    pub source: Option<String>,
    /// As part of which campaign.
    pub campaign: Option<String>,
    /// On which list.
    pub list: Option<String>,
    /// What is in their name, company or address.
    pub text: Option<String>,
    /// Whether somebody has been in touch.
    pub touched: Option<bool>,
}

/// A lead of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct LeadRecord {
    /// The deal that it is.
    pub deal: Deal,
    /// Somebody has been in touch.
    pub touched: bool,
    /// Where to go on after it.
    pub cursor: (i64, i64),
}

/// Leads of a filter by state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LeadCounts {
    /// Nobody has taken them up.
    pub open: u64,
    /// Given up.
    pub dropped: u64,
    /// Deals by now.
    pub taken: u64,
}

/// What became of the leads of a source, of one currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeadShare {
    /// The source; empty for none.
    pub source: String,
    /// ISO 4217 of the values; empty for none.
    pub currency: String,
    /// Leads.
    pub leads: u64,
    /// Deals by now.
    pub taken: u64,
    /// Given up.
    pub dropped: u64,
    /// Won.
    pub won: u64,
    /// Lost.
    pub lost: u64,
    /// Values of those won, in minor units.
    pub won_minor: i64,
}

/// What became of the leads of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ListShare {
    /// Leads.
    pub leads: u64,
    /// Nobody has been in touch with them, and they are open.
    pub untouched: u64,
    /// Deals by now.
    pub taken: u64,
    /// Won.
    pub won: u64,
}

/// A person of a lead or an open deal, found by a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundContact {
    /// The key.
    pub key: String,
    /// The person's name.
    pub who: String,
    /// The deal.
    pub deal: DealId,
    /// Its key.
    pub deal_key: String,
    /// What became of it as a lead; none for what never was one.
    pub lead: Option<String>,
    /// Where the lead came from.
    pub source: Option<String>,
}

/// Two that may be one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDoubt {
    /// The lead that came later.
    pub lead: DealId,
    /// The other one.
    pub other: DealId,
    /// What speaks for it, in a word.
    pub why: String,
}

/// Two that may be one.
#[derive(Debug, Clone, PartialEq)]
pub struct Doubt {
    /// Its id.
    pub id: Uuid,
    /// What speaks for it, in a word.
    pub why: String,
    /// Since when.
    pub at: Timestamp,
    /// `same` or `different`.
    pub decided: Option<String>,
    /// Who said so.
    pub by: Option<String>,
    /// The merge, where they were the same.
    pub import: Option<ImportId>,
    /// The lead that came later.
    pub lead: DealId,
    /// The other one.
    pub other: DealId,
}

/// The condition that lead `l` is of a filter: arguments 1 to 7.
macro_rules! of_filter {
    () => {
        "($1 IS NULL OR l.state = $1) AND ($2 IS NULL OR l.owner = $2) AND ($3 IS NULL OR l.source = $3)
         AND ($4 IS NULL OR l.campaign = $4) AND ($5 IS NULL OR l.list = $5)
         AND ($6 IS NULL OR l.words LIKE $6 ESCAPE '!')
         AND ($7 IS NULL OR (CASE WHEN l.touched THEN 1 ELSE 0 END) = $7)"
    };
}

macro_rules! bind_filter {
    ($sql:expr, $filter:expr) => {
        $sql.bind($filter.state.as_deref())
            .bind($filter.owner.as_deref().map(|owner| owner.trim().to_lowercase()))
            .bind($filter.source.as_deref())
            .bind($filter.campaign.as_deref())
            .bind($filter.list.as_deref())
            .bind($filter.text.as_deref().map(pattern))
            .bind($filter.touched.map(i64::from))
    };
}

/// A text to look for, as `LIKE` has it.
fn pattern(text: &str) -> String {
    let plain = text.trim().to_lowercase().replace('!', "!!").replace('%', "!%").replace('_', "!_");
    format!("%{plain}%")
}

impl Store {
    /// Leads, the latest first: at most `limit` after the one with this cursor.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn leads(&self, filter: &LeadFilter, after: Option<(i64, i64)>, limit: i64) -> Result<Vec<LeadRecord>> {
        let (received, no) = after.unwrap_or((i64::MAX, i64::MAX));
        let text = sql(concat!(
            "SELECT d.state, l.touched, l.received, d.no FROM leads l JOIN deals d ON d.no = l.deal WHERE ",
            of_filter!(),
            " AND (l.received < $8 OR (l.received = $8 AND l.deal < $9)) ORDER BY l.received DESC, l.deal DESC LIMIT $10"
        ));
        bind_filter!(text, filter)
            .bind(received)
            .bind(no)
            .bind(limit)
            .all(&mut self.connection().await?, |row| {
                Ok(LeadRecord { deal: deal(row)?, touched: row.bool(1)?, cursor: (row.int(2)?, row.int(3)?) })
            })
            .await
    }

    /// How many leads there are, whatever state the filter wants.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn lead_counts(&self, filter: &LeadFilter) -> Result<LeadCounts> {
        let mut counts = LeadCounts::default();
        let any = LeadFilter { state: None, ..filter.clone() };
        let text = sql(concat!("SELECT l.state, COUNT(*) FROM leads l WHERE ", of_filter!(), " GROUP BY l.state"));
        bind_filter!(text, any)
            .each(&mut self.connection().await?, |row| {
                let n = row.int(1)?.unsigned_abs();
                match row.str(0)? {
                    "open" => counts.open = n,
                    "dropped" => counts.dropped = n,
                    "taken" => counts.taken = n,
                    _ => {}
                }
                Ok(())
            })
            .await?;
        Ok(counts)
    }

    /// The sources, campaigns and owners of leads: what lists are selected by. Each with its number of leads.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn lead_values(&self) -> Result<[Vec<(String, u64)>; 3]> {
        let texts = [
            "SELECT source, COUNT(*) FROM leads GROUP BY source ORDER BY 2 DESC, 1 LIMIT 500",
            "SELECT campaign, COUNT(*) FROM leads GROUP BY campaign ORDER BY 2 DESC, 1 LIMIT 500",
            "SELECT owner, COUNT(*) FROM leads WHERE state = 'open' GROUP BY owner ORDER BY 2 DESC, 1 LIMIT 500",
        ];
        let mut all = [Vec::new(), Vec::new(), Vec::new()];
        let mut on = self.connection().await?;
        for (text, values) in texts.into_iter().zip(&mut all) {
            *values = sql(text).all(&mut on, |row| Ok((row.text(0)?, row.int(1)?.unsigned_abs()))).await?;
        }
        Ok(all)
    }

    /// What became of leads by source.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn lead_shares(&self) -> Result<Vec<LeadShare>> {
        sql("SELECT l.source, l.currency, COUNT(*), SUM(CASE WHEN l.state = 'taken' THEN 1 ELSE 0 END),
             SUM(CASE WHEN l.state = 'dropped' THEN 1 ELSE 0 END),
             SUM(CASE WHEN l.state = 'taken' AND l.outcome = 'won' THEN 1 ELSE 0 END),
             SUM(CASE WHEN l.state = 'taken' AND l.outcome = 'lost' THEN 1 ELSE 0 END),
             CAST(SUM(CASE WHEN l.state = 'taken' AND l.outcome = 'won' THEN COALESCE(l.value_minor, 0) ELSE 0 END) AS BIGINT)
             FROM leads l WHERE l.state <> 'merged' GROUP BY l.source, l.currency ORDER BY l.source, l.currency")
        .all(&mut self.connection().await?, |row| {
            let count = |at| Ok::<u64, StoreError>(row.int(at)?.unsigned_abs());
            Ok(LeadShare {
                source: row.text(0)?,
                currency: row.text(1)?,
                leads: count(2)?,
                taken: count(3)?,
                dropped: count(4)?,
                won: count(5)?,
                lost: count(6)?,
                won_minor: row.int(7)?,
            })
        })
        .await
    }

    /// What became of the leads of each list, by the list's id.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn list_shares(&self) -> Result<HashMap<String, ListShare>> {
        let all = sql("SELECT l.list, COUNT(*),
             SUM(CASE WHEN l.state = 'open' AND NOT l.touched THEN 1 ELSE 0 END),
             SUM(CASE WHEN l.state = 'taken' THEN 1 ELSE 0 END),
             SUM(CASE WHEN l.state = 'taken' AND l.outcome = 'won' THEN 1 ELSE 0 END)
             FROM leads l WHERE l.list <> '' AND l.state <> 'merged' GROUP BY l.list")
        .all(&mut self.connection().await?, |row| {
            let count = |at| Ok::<u64, StoreError>(row.int(at)?.unsigned_abs());
            let share = ListShare { leads: count(1)?, untouched: count(2)?, taken: count(3)?, won: count(4)? };
            Ok((row.text(0)?, share))
        })
        .await?;
        Ok(all.into_iter().collect())
    }

    /// Leads that each rule gave to each owner since a moment: rule, owner in lower case, how many.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn leads_by_rule(&self, since: Timestamp) -> Result<Vec<(String, String, u64)>> {
        sql("SELECT l.rule, l.owner, COUNT(*) FROM leads l WHERE l.rule IS NOT NULL AND l.assigned >= $1
             GROUP BY l.rule, l.owner")
        .bind(since)
        .all(&mut self.connection().await?, |row| Ok((row.text(0)?, row.text(1)?, row.int(2)?.unsigned_abs())))
        .await
    }

    /// Of these deals the ones that are leads nobody has taken up, or not there.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn not_deals(&self, ids: &[DealId]) -> Result<HashSet<DealId>> {
        let wanted = Bulk::of_ids("id", ids.iter().map(|id| id.0));
        let there: HashSet<DealId> = sql("SELECT d.id FROM {rows} r JOIN deals d ON d.id = r.id
             WHERE d.events > 0 AND (d.lead IS NULL OR d.lead = 'taken')")
        .rows(&wanted)
        .all(&mut self.connection().await?, |row| Ok(DealId(row.id(0)?)))
        .await?
        .into_iter()
        .collect();
        Ok(ids.iter().copied().filter(|id| !there.contains(id)).collect())
    }

    /// The people of leads and open deals that have one of these keys.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn contacts(&self, keys: impl IntoIterator<Item = String>) -> Result<Vec<FoundContact>> {
        let keys = Column::Text(keys.into_iter().map(|key| Some(crate::db::owned(&key))).collect());
        let wanted = Bulk::new(vec![("key", keys)]);
        sql("SELECT c.key, c.who, d.id, d.key, d.lead, l.source FROM {rows} r JOIN contacts c ON c.key = r.key
             JOIN deals d ON d.no = c.deal LEFT JOIN leads l ON l.deal = d.no ORDER BY d.no")
        .rows(&wanted)
        .all(&mut self.connection().await?, |row| {
            Ok(FoundContact {
                key: row.text(0)?,
                who: row.text(1)?,
                deal: DealId(row.id(2)?),
                deal_key: row.text(3)?,
                lead: row.maybe_text(4)?,
                source: row.maybe_text(5)?,
            })
        })
        .await
    }

    /// Notes by what the people of open deals are found that were there before there were leads. Does its work once.
    ///
    /// # Errors
    /// If the database cannot be read or written.
    pub async fn note_contacts(&self) -> Result<()> {
        if self.setting(NOTED).await?.is_some() {
            return Ok(());
        }
        let mut found: Vec<(DealId, ContactKey)> = Vec::new();
        self.each_deal(&mut |deal, events| {
            if deal.outcome == model::Outcome::Open {
                let keys = contact_keys(&deal, &people(&events));
                found.extend(keys.into_iter().map(|key| (deal.id, key)));
            }
        })
        .await?;
        let mut tx = self.begin().await?;
        for some in found.chunks(4_000) {
            let rows = Bulk::new(vec![
                ("id", Column::Id(some.iter().map(|(deal, _)| deal.0).collect())),
                ("key", Column::Text(some.iter().map(|(_, key)| Some(crate::db::owned(&key.key))).collect())),
                ("who", Column::Text(some.iter().map(|(_, key)| Some(crate::db::owned(&key.who))).collect())),
            ]);
            sql("INSERT INTO contacts (key, deal, who) SELECT r.key, d.no, r.who FROM {rows} r JOIN deals d ON d.id = r.id
                 WHERE true ON CONFLICT (key, deal) DO NOTHING")
            .rows(&rows)
            .run(&mut tx)
            .await?;
        }
        tx.commit().await?;
        self.set_setting(NOTED, true.into()).await
    }

    /// Notes that two may be one; those that were noted before stay as they are.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn add_doubts(&self, doubts: &[NewDoubt], at: Timestamp) -> Result<()> {
        let mut tx = self.begin().await?;
        for some in doubts.chunks(2_000) {
            let rows = Bulk::new(vec![
                ("id", Column::Id(some.iter().map(|_| Uuid::now_v7()).collect())),
                ("lead", Column::Id(some.iter().map(|d| d.lead.0).collect())),
                ("other", Column::Id(some.iter().map(|d| d.other.0).collect())),
                ("why", Column::Text(some.iter().map(|d| Some(d.why.clone())).collect())),
            ]);
            sql("INSERT INTO doubts (id, lead, other, why, at) SELECT r.id, r.lead, r.other, r.why, $1 FROM {rows} r
                 WHERE NOT EXISTS (SELECT 1 FROM doubts o WHERE o.lead = r.other AND o.other = r.lead)
                 ON CONFLICT (lead, other) DO NOTHING")
            .bind(at)
            .rows(&rows)
            .run(&mut tx)
            .await?;
        }
        tx.commit().await
    }

    /// Doubts about leads that are there and not merged, the latest first; decided ones or those that wait.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn doubts(&self, decided: bool, limit: i64) -> Result<Vec<Doubt>> {
        let text = "SELECT b.id, b.why, b.at, b.decided, b.\"by\", b.import, b.lead, b.other FROM doubts b
             JOIN deals a ON a.id = b.lead JOIN deals o ON o.id = b.other
             WHERE a.events > 0 AND o.events > 0 AND (b.decided IS NOT NULL) = $1
             AND ($1 OR (COALESCE(a.lead, '') NOT IN ('merged') AND COALESCE(o.lead, '') NOT IN ('merged')))
             ORDER BY b.at DESC, b.id DESC LIMIT $2";
        sql(text).bind(decided).bind(limit).all(&mut self.connection().await?, doubt).await
    }

    /// How many doubts wait.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn count_doubts(&self) -> Result<u64> {
        sql("SELECT COUNT(*) FROM doubts b JOIN deals a ON a.id = b.lead JOIN deals o ON o.id = b.other
             WHERE a.events > 0 AND o.events > 0 AND b.decided IS NULL AND COALESCE(a.lead, '') <> 'merged'
             AND COALESCE(o.lead, '') <> 'merged'")
        .one(&mut self.connection().await?, |row| Ok(row.int(0)?.unsigned_abs()))
        .await
    }

    /// A doubt.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn doubt(&self, id: Uuid) -> Result<Doubt> {
        sql("SELECT b.id, b.why, b.at, b.decided, b.\"by\", b.import, b.lead, b.other FROM doubts b WHERE b.id = $1")
            .bind(id)
            .maybe(&mut self.connection().await?, doubt)
            .await?
            .ok_or_else(|| StoreError::NotFound("There is no such question.".into()))
    }

    /// Says whether two are one; `None` leaves it open again.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn decide_doubt(
        &self,
        id: Uuid,
        decided: Option<&str>,
        by: &str,
        import: Option<ImportId>,
    ) -> Result<()> {
        let mut tx = self.begin().await?;
        sql("UPDATE doubts SET decided = $2, \"by\" = $3, import = $4 WHERE id = $1")
            .bind(id)
            .bind(decided)
            .bind(by)
            .bind(import.map(|import| import.0))
            .run(&mut tx)
            .await?;
        tx.commit().await
    }

    /// Writes the events of a merge, which can be taken back as a whole as an import can: some of them belong to the lead
    /// that ends, the others to the deal that goes on. Both have to be at the versions seen.
    ///
    /// # Errors
    /// [`StoreError::NotFound`]; [`StoreError::Stale`] if one of them is at another version.
    pub async fn merge(&self, new: NewImport, seen: [(DealId, i64); 2], events: &[Event]) -> Result<()> {
        let at = new.at;
        let id = new.id;
        let mut tx = self.begin().await?;
        let mut numbers = HashMap::new();
        let mut ordered = seen;
        // always in the same order, so that two merges do not wait for each other
        ordered.sort_unstable();
        for (deal, version) in ordered {
            let row = lock(&mut tx, deal).await?.ok_or_else(|| gone(deal))?;
            if row.version != version {
                return Err(StoreError::Stale { current: row.version });
            }
            numbers.insert(deal, row.no);
        }
        let before = sql("SELECT COALESCE(MAX(no), 0) FROM events").one(&mut tx, |row| row.int(0)).await?;
        let import = add_import(&mut tx, "merge", new).await?;
        let rows: Vec<(i64, &Event)> = events.iter().map(|e| (numbers[&e.deal], e)).collect();
        insert_of(&mut tx, Some(import), &rows).await?;
        let last = sql("SELECT COALESCE(MAX(no), 0) FROM events").one(&mut tx, |row| row.int(0)).await?;
        sql(
            "UPDATE imports SET status = 'done', as_of = $2, first_event = $3, last_event = $4, events = $5, deals = 2,
             report = $6 WHERE id = $1",
        )
        .bind(id.0)
        .bind(at)
        .bind(before + 1)
        .bind(last)
        .bind(i64::try_from(events.len()).unwrap_or(i64::MAX))
        .bind(Value::Null)
        .run(&mut tx)
        .await?;
        fold::refold(&mut tx, &numbers.into_values().collect::<Vec<_>>()).await?;
        tx.commit().await
    }
}

fn doubt(row: &dyn Columns) -> Result<Doubt> {
    Ok(Doubt {
        id: row.id(0)?,
        why: row.text(1)?,
        at: row.time(2)?,
        decided: row.maybe_text(3)?,
        by: row.maybe_text(4)?,
        import: row.maybe_id(5)?.map(ImportId),
        lead: DealId(row.id(6)?),
        other: DealId(row.id(7)?),
    })
}
