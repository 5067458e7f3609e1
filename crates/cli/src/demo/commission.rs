//! The demo's plan of commission and who goes by it; what they are paid follows from the deals.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{civil::Date, tz::TimeZone};
use model::{
    Deal, Decimal, Event, Outcome, Timestamp,
    commission::{Accelerator, Assignment, Clawback, ClawbackShare, PeriodLength, Plan, Tier},
};
use serde::Serialize;
use server::commission::{ASSIGNMENT, PLAN, Versions};
use store::Store;
use uuid::Uuid;

use crate::failure::Failure;

const PERIOD: PeriodLength = PeriodLength::Quarter;
/// Where deals name no currency.
const CURRENCY: &str = "USD";
/// Targets are whole multiples of this, in minor units.
const ROUND: i64 = 100_000;

/// What was won: by person and quarter, in minor units.
#[derive(Default)]
struct Won {
    by_quarter: BTreeMap<(String, Date), i64>,
    currency: Option<String>,
}

impl Won {
    fn take(&mut self, deal: &Deal) {
        let (Some(owner), Some(closed), Outcome::Won) = (&deal.owner, deal.closed, deal.outcome) else { return };
        let value = deal.value.as_ref();
        let quarter = PERIOD.around(closed.to_zoned_datetime(TimeZone::UTC).date());
        *self.by_quarter.entry((owner.clone(), quarter.from)).or_default() += value.map_or(0, |value| value.minor);
        let named = value.map(|value| value.currency.clone()).filter(|currency| !currency.is_empty());
        self.currency = self.currency.take().or(named);
    }

    /// What half of the people reach in a quarter.
    fn usual(&self) -> i64 {
        let mut all: Vec<i64> = self.by_quarter.values().copied().collect();
        all.sort_unstable();
        all.get(all.len() / 2).copied().unwrap_or_default()
    }

    /// The last days of the data: the quarter they are in.
    fn quarters(&self) -> Option<(Date, Date)> {
        let days = || self.by_quarter.keys().map(|(_, day)| *day);
        Some((days().min()?, PERIOD.around(days().max()?).until))
    }
}

/// Keeps a plan, and that everybody who won a deal goes by it as long as the data goes.
pub async fn keep(store: &Store) -> Result<(), Failure> {
    let mut won = Won::default();
    store.each_deal(&mut |deal: Deal, _: Vec<Event>| won.take(&deal)).await.map_err(Failure::other)?;
    let Some((from, until)) = won.quarters() else { return Ok(()) };
    let plan = plan(&won, from)?;
    let people: BTreeSet<&String> = won.by_quarter.keys().map(|(person, _)| person).collect();
    for person in people {
        let (person, plan) = (person.clone(), plan.id.clone());
        put(store, ASSIGNMENT, &Assignment { person, plan, from, until: Some(until), target_minor: None }).await?;
    }
    put(store, PLAN, &Versions { versions: vec![plan] }).await
}

fn plan(won: &Won, from: Date) -> Result<Plan, Failure> {
    let number = |text: &str| text.parse::<Decimal>().map_err(Failure::other);
    let target_minor = (won.usual() / ROUND * ROUND).max(ROUND);
    Ok(Plan {
        id: "field-sales".into(),
        name: "Field sales".into(),
        currency: won.currency.clone().unwrap_or_else(|| CURRENCY.into()),
        from,
        until: None,
        period: PERIOD,
        rate: number("0.04")?,
        tiers: vec![Tier { from_minor: target_minor / 2, rate: number("0.06")? }],
        target_minor: Some(target_minor),
        accelerators: vec![Accelerator { above: Decimal::ONE, factor: number("1.25")? }],
        cap_per_deal_minor: None,
        cap_per_period_minor: None,
        draw_minor: 0,
        clawback: Some(Clawback { within_days: 90, takes: ClawbackShare::ProRata }),
    })
}

async fn put(store: &Store, kind: &str, content: &impl Serialize) -> Result<(), Failure> {
    let content = serde_json::to_value(content).map_err(Failure::other)?;
    let kept = store.keep_record(kind, Uuid::now_v7(), 0, Some(content), Some("Demo owner"), Timestamp::now()).await;
    kept.map(drop).map_err(Failure::other)
}
