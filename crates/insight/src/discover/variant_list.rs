//! The ways that deals go, page by page, with how they ended.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Summary, Wanted, WinRate, tally,
    variants::{Found, found, hash_of_deal},
    win_rate,
};
use crate::{
    log::{Class, EventLog, MICROS_A_DAY, NEVER, Steps, View},
    select::Selection,
    stats::quantile::summary_of_micros,
};

/// Which ways to list.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct VariantRequest {
    /// Which activities are steps.
    pub view: Wanted,
    /// Only ways with a step whose name has this text in it, whatever the case.
    pub contains: String,
    /// How many to skip.
    pub offset: usize,
    /// How many to list.
    pub limit: usize,
}

/// A page of ways, the most frequent first.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct VariantPage {
    /// What the steps are.
    pub view: Wanted,
    /// Different ways that meet the search.
    pub found: u64,
    /// Different ways of all selected deals.
    pub all: u64,
    /// Deals with at least one step.
    pub deals: u64,
    /// Deals whose way meets the search.
    pub found_deals: u64,
    /// Where the next page begins; none on the last.
    pub next: Option<u64>,
    /// The ways.
    pub variants: Vec<VariantRow>,
}

/// A way.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct VariantRow {
    /// Its place in the list, from 1.
    pub place: u64,
    /// The activities in order.
    pub path: Vec<String>,
    /// Deals.
    pub count: u64,
    /// Of these, open.
    pub open: u64,
    /// Share of all deals.
    pub share: f64,
    /// Share of all deals on this way and those before it in the list.
    pub cumulative: f64,
    /// Won of closed.
    pub win_rate: WinRate,
    /// Days from first to last dated step.
    pub days: Summary,
}

/// The ways of the selected deals.
pub fn variant_list(log: &EventLog, selection: &Selection, request: &VariantRequest) -> VariantPage {
    let deals = selection.deals(log);
    let staged = log.sorts.all.iter().any(|s| s.class == Class::Stage);
    let view = if staged { request.view } else { Wanted::All };
    let steps = Steps::of(log, if view == Wanted::Stages { View::Stages } else { View::All });
    let mut all = found(log, &steps, &deals);
    let (different, with_steps) = (all.len() as u64, all.iter().map(|f| f.count).sum::<u64>());
    let matching = matching(&steps, &request.contains);
    all.retain(|f| matching.as_ref().is_none_or(|m| steps.of_deal(f.deal).any(|(step, _)| m[step as usize])));
    let path = |f: &Found| steps.of_deal(f.deal).map(|(step, _)| steps.name(step)).collect::<Vec<_>>();
    all.sort_by(|a, b| b.count.cmp(&a.count).then(a.deal.cmp(&b.deal)));
    let found_deals = all.iter().map(|f| f.count).sum();
    let end = (request.offset + request.limit).min(all.len());
    let start = request.offset.min(end);
    let before: u64 = all[..start].iter().map(|f| f.count).sum();
    let mut lasted = lasted(&steps, &deals, &all[start..end]);
    let share = |n: u64| n as f64 / with_steps.max(1) as f64;
    let mut held = before;
    let rows = all[start..end].iter().enumerate().map(|(i, f)| {
        held += f.count;
        VariantRow {
            place: (start + i + 1) as u64,
            path: path(f).into_iter().map(str::to_owned).collect(),
            count: f.count,
            open: f.count - f.won - f.lost,
            share: share(f.count),
            cumulative: share(held),
            win_rate: win_rate(f.won, f.won + f.lost),
            days: summary_of_micros(&mut lasted[i], MICROS_A_DAY),
        }
    });
    VariantPage {
        view,
        variants: rows.collect(),
        found: all.len() as u64,
        all: different,
        deals: with_steps,
        found_deals,
        next: (end < all.len()).then_some(end as u64),
    }
}

/// For each step whether its name has the text; none where nothing is searched for.
fn matching(steps: &Steps<'_>, text: &str) -> Option<Vec<bool>> {
    let text = text.trim().to_lowercase();
    let has = |step: u32| steps.name(step).to_lowercase().contains(&text);
    (!text.is_empty()).then(|| (0..steps.names() as u32).map(has).collect())
}

/// Microseconds from first to last dated step of the deals of each way.
fn lasted(steps: &Steps<'_>, deals: &[u32], page: &[Found]) -> Vec<Vec<i64>> {
    let places: FxHashMap<u128, usize> = page.iter().map(|f| f.hash).zip(0..).collect();
    let mut lasted = vec![Vec::new(); page.len()];
    for deal in deals {
        let Some(place) = places.get(&hash_of_deal(steps, *deal)) else { continue };
        let took = tally::lasted(steps.of_deal(*deal).map(|(_, at)| at));
        if took != NEVER {
            lasted[*place].push(took);
        }
    }
    lasted
}
