//! An export that is imported after a later one: it adds what is missing and changes nothing of how deals stand.

use std::collections::{BTreeMap, HashMap, HashSet};

use model::{Deal, deal::field, event::kind, ids::EventId, money};

use super::{
    AT_A_TIME, Known, Numbered, Row, Writing,
    infer::{Standing, inferred},
};
use crate::{
    bulk::Bulk,
    db::{sql, time},
    error::Result,
    fold::refold,
    writer::{NewEvent, Older},
};

/// Of deals that a later export told of, the date of the latest of these.
pub(super) type Later = HashMap<i64, i64>;

/// A correction of a deal that was there before. Whether it comes from an older export than the one it would correct is
/// known only when all dates of the import are.
pub(super) struct Held {
    pub(super) deal: Numbered,
    /// Not numbered yet.
    pub(super) event: NewEvent,
    pub(super) fields: BTreeMap<String, String>,
    /// Those of the fields of which nothing was known.
    pub(super) unknown: Vec<String>,
    /// When the details were told at the latest.
    pub(super) known: Option<i64>,
}

impl Held {
    pub(super) fn teach(&self, known: &mut Known) {
        known.learn(&self.event.kind, self.event.at, self.fields.clone(), true);
    }
}

/// What to say of an import that was an older export for some deals.
pub(super) fn told(exported: Option<i64>, later: &Later, kept: usize) -> Result<Option<Older>> {
    let (Some(exported), Some(known)) = (exported, later.values().max()) else { return Ok(None) };
    let deals = kept as u64;
    Ok(Some(Older { until: time(exported)?, known: time(*known)?, deals }))
}

impl Writing {
    /// Notes that this import says how these deals stand.
    pub(super) async fn tell(&mut self, deals: HashSet<i64>) -> Result<()> {
        if deals.is_empty() {
            return Ok(());
        }
        let rows = Bulk::of_ints("no", deals);
        sql("INSERT INTO told (deal, import) SELECT r.no, $1 FROM {rows} r WHERE true ON CONFLICT DO NOTHING")
            .bind(self.no)
            .rows(&rows)
            .run(&mut self.tx)
            .await?;
        Ok(())
    }

    /// Of the deals of this import those of which a later export told.
    pub(super) async fn later_than(&mut self, exported: Option<i64>) -> Result<Later> {
        let mut later = Later::new();
        let Some(exported) = exported.filter(|_| !self.claims.is_empty()) else { return Ok(later) };
        let latest = sql("SELECT MAX(exported) FROM imports WHERE status = 'done' AND kind = 'export' AND no <> $1")
            .bind(self.no)
            .one(&mut self.tx, |row| row.maybe_int(0))
            .await?;
        if latest.is_none_or(|latest| latest <= exported) {
            return Ok(later);
        }
        let claimed: Vec<i64> = self.claims.keys().copied().collect();
        for some in claimed.chunks(AT_A_TIME) {
            let found = sql("SELECT t.deal, MAX(i.exported) FROM {rows} r JOIN told t ON t.deal = r.no
                 JOIN imports i ON i.no = t.import WHERE i.status = 'done' AND i.no <> $1 AND i.exported > $2
                 GROUP BY t.deal")
            .bind(self.no)
            .bind(exported)
            .rows(&Bulk::of_ints("no", some.iter().copied()))
            .all(&mut self.tx, |row| Ok((row.int(0)?, row.int(1)?)))
            .await?;
            later.extend(found);
        }
        Ok(later)
    }

    /// Writes the corrections that were held back: of deals that a later export told of only what was not known. Gives
    /// the deals of which a detail is left as it was.
    pub(super) async fn correct_all(&mut self, exported: Option<i64>, later: &Later) -> Result<HashSet<i64>> {
        let mut kept = HashSet::new();
        let mut held: Vec<Held> = std::mem::take(&mut self.held).into_values().flatten().collect();
        held.sort_by_key(|held| held.deal.no);
        let mut rows = Vec::new();
        for Held { deal, mut event, mut fields, unknown, known } in held {
            if later.contains_key(&deal.no) {
                let all = fields.len();
                fields.retain(|name, _| unknown.contains(name));
                event.at = event.modified.or(exported).min(exported);
                if fields.len() < all {
                    kept.insert(deal.no);
                }
                if fields.is_empty() {
                    self.duplicates += 1;
                    continue;
                }
            } else {
                self.corrected = self.corrected.max(known);
            }
            self.number(&mut event, deal.no);
            self.is_news(deal.no);
            rows.push(Row::inferred(deal, event, fields)?);
            if rows.len() == AT_A_TIME {
                self.insert(std::mem::take(&mut rows)).await?;
            }
        }
        self.insert(rows).await?;
        Ok(kept)
    }

    /// Folds deals that a later export told of. Where what this import added, with a date, would change how they stand,
    /// they came back by the date of the later export. Gives how many events say so.
    pub(super) async fn refold_older(&mut self, deals: &[i64], as_of: i64, later: &Later) -> Result<usize> {
        let mut added = 0;
        for some in deals.chunks(AT_A_TIME) {
            let before: HashMap<i64, Deal> = self.folded(some).await?.into_iter().collect();
            refold(&mut self.tx, some).await?;
            let (mut rows, mut changed) = (Vec::new(), Vec::new());
            for (no, now) in self.folded(some).await? {
                let (Some(before), Some(known)) = (before.get(&no), later.get(&no)) else { continue };
                let at = Some(as_of.max(*known));
                let deal = Numbered { no, existed: true };
                for (n, (mut event, fields)) in back(before, &now).into_iter().enumerate() {
                    event.at = at;
                    event.id = EventId::of_key(&format!("{}\u{1f}{no}\u{1f}stays{n}", self.id)).0;
                    rows.push(Row::inferred(deal, event, fields)?);
                    changed.push(no);
                }
            }
            added += rows.len();
            self.insert(rows).await?;
            changed.dedup();
            refold(&mut self.tx, &changed).await?;
        }
        Ok(added)
    }

    async fn folded(&mut self, deals: &[i64]) -> Result<Vec<(i64, Deal)>> {
        sql("SELECT d.no, d.state FROM {rows} r JOIN deals d ON d.no = r.no WHERE d.state <> ''")
            .rows(&Bulk::of_ints("no", deals.iter().copied()))
            .all(&mut self.tx, |row| Ok((row.int(0)?, serde_json::from_str(row.str(1)?)?)))
            .await
    }

    /// The deals of later exports that do not stand as this import says.
    pub(super) async fn standing_otherwise(&mut self, later: &Later) -> Result<Vec<i64>> {
        let all: Vec<i64> = later.keys().copied().collect();
        let mut otherwise = Vec::new();
        for some in all.chunks(AT_A_TIME) {
            for (no, deal) in self.folded(some).await? {
                let differs = self.claims.get(&no).is_some_and(|claim| claim.differs(&deal).is_some());
                otherwise.extend(differs.then_some(no));
            }
        }
        Ok(otherwise)
    }
}

/// The events that bring a deal back to what it was, not dated yet, with their attributes: its stage or outcome, its details.
/// What was not known of it before may be as it is now.
fn back(before: &Deal, now: &Deal) -> Vec<(NewEvent, BTreeMap<String, String>)> {
    let (stage, outcome) = (before.stage.clone(), Some(before.outcome));
    let stood = Standing { stage, outcome, modified: None, file: 0, old: false };
    let mut events: Vec<_> = stood.differs(now).map(|event| (event, BTreeMap::new())).into_iter().collect();
    let (mut fields, now) = (details(before), details(now));
    fields.retain(|name, value| now.get(name) != Some(value));
    if !fields.is_empty() {
        events.push((inferred(kind::CHANGED, "Changed".into(), None), fields));
    }
    events
}

/// What is known of a deal apart from where it stands, by the names in events.
fn details(deal: &Deal) -> BTreeMap<String, String> {
    let mut all = deal.attributes.clone();
    let own = [
        (field::NAME, Some(&deal.name)),
        (field::ACCOUNT, deal.account.as_ref()),
        (field::OWNER, deal.owner.as_ref()),
        (field::TEAM, deal.team.as_ref()),
        (field::PRODUCT, deal.product.as_ref()),
    ];
    all.extend(own.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?.clone()))));
    if let Some(value) = &deal.value {
        all.insert(field::VALUE.into(), money::decimal(value.minor));
        all.extend((!value.currency.is_empty()).then(|| (field::CURRENCY.into(), value.currency.clone())));
    }
    all
}
