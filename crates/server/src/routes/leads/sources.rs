//! What became of leads by source, and what they cost.

use std::collections::BTreeMap;

use axum::extract::State;
use insight::stats::proportion::wilson;
use model::money::Money;
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    leads::lists::per,
    problem::{Answer, Json},
    state::App,
};

/// With fewer, the counts say more than a rate.
const ENOUGH: u64 = 20;
/// Of the intervals.
const LEVEL_SAYS: &str = "95 % interval by Wilson";

/// A share with its interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct LeadRate {
    /// Of 1.
    pub share: f64,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// What became of the leads of a source.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct SourceYield {
    /// The source; empty for none.
    pub source: String,
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
    /// Of all leads those that are deals by now; none with fewer than 20 leads.
    pub taken_rate: Option<LeadRate>,
    /// Of all leads those that were won; none with fewer than 20 leads.
    pub won_rate: Option<LeadRate>,
    /// Values of what was won, by currency.
    pub won_value: Vec<Money>,
    /// What its lists cost, by currency.
    pub cost: Vec<Money>,
    /// What a lead cost, where the cost is in one currency.
    pub cost_per_lead: Option<Money>,
    /// What a won deal cost, where the cost is in one currency.
    pub cost_per_won: Option<Money>,
}

/// Sources of leads.
#[derive(Debug, Serialize, ToSchema)]
pub struct SourceYields {
    /// Each with what became of its leads, the one with most leads first.
    pub sources: Vec<SourceYield>,
    /// What the intervals are.
    pub level: &'static str,
}

fn rate(k: u64, n: u64) -> Option<LeadRate> {
    let (low, high) = wilson(k, n).filter(|_| n >= ENOUGH)?;
    Some(LeadRate { share: k as f64 / n as f64, low, high })
}

fn add(all: &mut BTreeMap<String, i64>, currency: &str, minor: i64) {
    if minor != 0 {
        let sum = all.entry(currency.to_owned()).or_default();
        *sum = sum.saturating_add(minor);
    }
}

/// Sums in minor units.
type ByCurrency = BTreeMap<String, i64>;

fn told(all: ByCurrency) -> Vec<Money> {
    all.into_iter().map(|(currency, minor)| Money { minor, currency }).collect()
}

/// What became of leads by source, and what a lead and a won deal cost.
#[utoipa::path(get, path = "/lead-sources", tag = "Leads", responses((status = 200, body = SourceYields)))]
pub async fn see(State(app): State<App>) -> Answer<Json<SourceYields>> {
    let mut by: BTreeMap<String, (SourceYield, ByCurrency, ByCurrency)> = BTreeMap::new();
    for share in app.store.lead_shares().await? {
        let (sums, won, _) = by.entry(share.source).or_default();
        sums.leads += share.leads;
        sums.taken += share.taken;
        sums.dropped += share.dropped;
        sums.won += share.won;
        sums.lost += share.lost;
        add(won, &share.currency, share.won_minor);
    }
    for list in app.lead_lists().await? {
        // what was never read, or taken back, was bought all the same
        if let Some(price) = &list.terms.price {
            add(&mut by.entry(list.terms.source.clone()).or_default().2, &price.currency, price.minor);
        }
    }
    let mut sources: Vec<SourceYield> = by
        .into_iter()
        .map(|(source, (sums, won, cost))| {
            let cost = told(cost);
            let one = if let [one] = cost.as_slice() { Some(one.clone()) } else { None };
            SourceYield {
                source,
                taken_rate: rate(sums.taken, sums.leads),
                won_rate: rate(sums.won, sums.leads),
                won_value: told(won),
                cost_per_lead: one.as_ref().and_then(|cost| per(cost, sums.leads)),
                cost_per_won: one.as_ref().and_then(|cost| per(cost, sums.won)),
                cost,
                ..sums
            }
        })
        .collect();
    sources.sort_by(|a, b| b.leads.cmp(&a.leads).then_with(|| a.source.cmp(&b.source)));
    Ok(Json(SourceYields { sources, level: LEVEL_SAYS }))
}
