//! The demo's quotas: what two people and their team are to win; what they won of it follows from the deals.

use std::collections::BTreeMap;

use jiff::{ToSpan, civil::Date, tz::TimeZone};
use model::{
    Deal, Event, Outcome, Timestamp,
    quota::{Holder, Quota, QuotaPeriod},
};
use server::QUOTA;
use store::Store;
use uuid::Uuid;

use crate::failure::Failure;

/// People who have a quota.
const PEOPLE: usize = 2;
/// Where deals name no currency.
const CURRENCY: &str = "USD";
/// Quotas are whole multiples of this, in minor units.
const ROUND: i64 = 100_000;

/// What was won: by person or team and quarter, in minor units.
#[derive(Default)]
struct Won {
    by_quarter: BTreeMap<(Holder, String), BTreeMap<Date, i64>>,
    currency: Option<String>,
}

impl Won {
    fn take(&mut self, deal: &Deal) {
        let (Some(closed), Outcome::Won, Some(value)) = (deal.closed, deal.outcome, &deal.value) else { return };
        let quarter = QuotaPeriod::Quarter.around(closed.to_zoned_datetime(TimeZone::UTC).date()).from;
        let holders = [(Holder::Person, &deal.owner), (Holder::Team, &deal.team)];
        for (who, name) in holders.into_iter().filter_map(|(who, name)| Some((who, name.clone()?))) {
            *self.by_quarter.entry((who, name)).or_default().entry(quarter).or_default() += value.minor;
        }
        let named = Some(value.currency.clone()).filter(|currency| !currency.is_empty());
        self.currency = self.currency.take().or(named);
    }

    /// A quota for a holder: what they reach in half of the quarters, in a whole sum.
    fn quota(&self, who: Holder, name: &str) -> Option<Quota> {
        let quarters = self.by_quarter.get(&(who, name.to_owned()))?;
        let mut all: Vec<i64> = quarters.values().copied().collect();
        all.sort_unstable();
        let amount_minor = (all.get(all.len() / 2)? / ROUND * ROUND).max(ROUND);
        // the last year of the data
        let from = quarters.keys().max()?.checked_sub(9.months()).ok()?;
        let (name, currency) = (name.to_owned(), self.currency.clone().unwrap_or_else(|| CURRENCY.into()));
        Some(Quota { who, name, amount_minor, currency, per: QuotaPeriod::Quarter, from })
    }
}

/// Keeps quotas of the first people by name, and of the first team.
pub async fn keep(store: &Store) -> Result<(), Failure> {
    let mut won = Won::default();
    store.each_deal(&mut |deal: Deal, _: Vec<Event>| won.take(&deal)).await.map_err(Failure::other)?;
    let named = |wanted: Holder| won.by_quarter.keys().filter(move |(who, _)| *who == wanted);
    for (who, name) in named(Holder::Person).take(PEOPLE).chain(named(Holder::Team).take(1)) {
        let Some(quota) = won.quota(*who, name) else { continue };
        let content = serde_json::to_value(&quota).map_err(Failure::other)?;
        let kept = store.keep_record(QUOTA, Uuid::now_v7(), 0, Some(content), Some("Demo owner"), Timestamp::now());
        kept.await.map_err(Failure::other)?;
    }
    Ok(())
}
