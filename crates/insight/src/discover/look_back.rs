//! The last closed deals side by side.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use model::Outcome;

use super::{Band, Crowd, LookBack, LookBackDeal, Mark, sentence, touch::Touching};
use crate::{
    log::{EventLog, MICROS_A_DAY, NEVER},
    select::Selection,
};

/// Deals to spread over are the last so many times as many as are wanted.
const REACH: usize = 10;
/// From this share of the deals on, one owner's examples are said to be too many.
const CROWDED: f64 = 0.6;

/// Which deals to look back at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Back {
    /// How many.
    pub n: usize,
    /// With this outcome; either one, if none is named.
    pub outcome: Option<Outcome>,
    /// As few as possible of each owner, chosen among the last ten times as many deals.
    pub spread: bool,
}

/// The last closed deals of the selection, last closed first; those closed at the same moment in the order of their
/// keys. Deals without a date of closing are left out.
pub fn look_back(log: &EventLog, selection: &Selection, back: Back) -> LookBack {
    let deals = selection.deals(log);
    last_closed(log, &deals, stage_names(log, &deals), back)
}

/// As [`look_back`] of these deals, whose stages have these names.
pub(super) fn last_closed(log: &EventLog, deals: &[u32], stages: Vec<String>, back: Back) -> LookBack {
    let wanted = |deal: &u32| {
        let is = log.outcome(*deal);
        log.deals.closed[*deal as usize] != NEVER && is != Outcome::Open && back.outcome.is_none_or(|o| o == is)
    };
    let closed: Vec<u32> = deals.iter().copied().filter(wanted).collect();
    let last = latest(log, closed, back.n.saturating_mul(REACH));
    let others: BTreeSet<&str> = last.iter().filter_map(|deal| log.owner(*deal)).collect();
    let kept = if back.spread { spread(log, &last, back.n) } else { last.into_iter().take(back.n).collect() };
    let acts = Touching::of(log);
    let deals: Vec<LookBackDeal> = kept.iter().map(|deal| one(log, &acts, *deal)).collect();
    let days: Vec<f64> = deals.iter().filter_map(|d| d.days).collect();
    let owners: BTreeSet<&str> = deals.iter().filter_map(|d| d.owner.as_deref()).collect();
    LookBack {
        sentence: sentence::look_back(&days, deals.len(), back.outcome),
        longest_days: days.iter().copied().fold(0.0, f64::max),
        owners: owners.len() as u64,
        crowd: crowd(log, &kept, others.len()),
        stages,
        deals,
    }
}

/// The `n` deals that closed last, last closed first; those closed at the same moment in the order of their keys.
pub(super) fn latest(log: &EventLog, mut deals: Vec<u32>, n: usize) -> Vec<u32> {
    let order = |deal: &u32| (Reverse(log.deals.closed[*deal as usize]), log.key(*deal));
    if deals.len() > n {
        deals.select_nth_unstable_by(n, |a, b| order(a).cmp(&order(b)));
        deals.truncate(n);
    }
    deals.sort_unstable_by(|a, b| order(a).cmp(&order(b)));
    deals
}

/// The stages of the deals, in order: of all that were chosen, so that each keeps its letter on every page.
pub(super) fn stage_names(log: &EventLog, deals: &[u32]) -> Vec<String> {
    super::stages::order(log, deals).into_iter().map(|s| log.sorts.stages.get(s).to_owned()).collect()
}

/// The last `n` with the least number of deals an owner that fills them.
fn spread(log: &EventLog, last: &[u32], n: usize) -> Vec<u32> {
    let mut counts: BTreeMap<Option<&str>, usize> = BTreeMap::new();
    last.iter().for_each(|deal| *counts.entry(log.owner(*deal)).or_default() += 1);
    let enough = |most: &usize| counts.values().map(|c| c.min(most)).sum::<usize>() >= n.min(last.len());
    let most = (1..=last.len()).find(enough).unwrap_or(1);
    let mut taken: BTreeMap<Option<&str>, usize> = BTreeMap::new();
    let takes = |deal: &&u32| {
        let of = taken.entry(log.owner(**deal)).or_default();
        *of += 1;
        *of <= most
    };
    last.iter().filter(takes).copied().take(n).collect()
}

/// The owner of most of the deals, where that is so many that the others are hardly seen and there are others.
fn crowd(log: &EventLog, deals: &[u32], owners: usize) -> Option<Crowd> {
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    deals.iter().filter_map(|deal| log.owner(*deal)).for_each(|owner| *counts.entry(owner).or_default() += 1);
    let (owner, n) = counts.into_iter().max_by_key(|(owner, n)| (*n, Reverse(*owner)))?;
    let of = deals.len() as u64;
    let crowded = of >= 3 && owners > 1 && n as f64 >= CROWDED * of as f64;
    crowded.then(|| Crowd { owner: owner.to_owned(), deals: n, of, others: owners as u64 - 1 })
}

pub(super) fn one(log: &EventLog, acts: &Touching<'_>, deal: u32) -> LookBackDeal {
    let text = |value: Option<&str>| value.map(str::to_owned);
    let zero = zero(log, deal);
    let closed = log.deals.closed[deal as usize];
    let since = |at: i64| (at != NEVER && zero != NEVER).then(|| (at - zero) as f64 / MICROS_A_DAY);
    LookBackDeal {
        id: log.deal_id(deal),
        key: log.key(deal).to_owned(),
        name: log.name(deal).to_owned(),
        account: text(log.account(deal)),
        owner: text(log.owner(deal)),
        team: text(log.team(deal)),
        product: text(log.product(deal)),
        value_minor: log.value_minor(deal),
        outcome: log.outcome(deal),
        created: log.created(deal),
        closed: log.closed(deal),
        days: log.days(deal),
        close_day: since(closed),
        marks: marks(log, acts, deal, zero),
        stages: bands(log, deal, zero),
    }
}

fn shown(log: &EventLog, deal: u32) -> impl Iterator<Item = usize> + '_ {
    let shown = |i: &usize| log.events.at[*i] != NEVER && log.sorts.all[log.events.sort[*i] as usize].class.is_a_step();
    log.range(deal).filter(shown)
}

/// Day 0: the first dated moment.
fn zero(log: &EventLog, deal: u32) -> i64 {
    let first = shown(log, deal).map(|i| log.events.at[i]).min().unwrap_or(NEVER);
    first.min(log.deals.created[deal as usize])
}

/// The dated events that are no book-keeping.
fn marks(log: &EventLog, acts: &Touching<'_>, deal: u32, zero: i64) -> Vec<Mark> {
    let mark = |i: usize| {
        let sort = log.sorts.all[log.events.sort[i] as usize];
        Mark {
            day: (log.events.at[i] - zero) as f64 / MICROS_A_DAY,
            activity: log.sorts.names.get(sort.name).to_owned(),
            kind: sort.class.word().to_owned(),
            channel: acts.channel(i),
            side: acts.touch(i).map_or(log.events.side[i], |t| t.side),
        }
    };
    shown(log, deal).map(mark).collect()
}

/// The dated visits to stages; a visit that has not ended goes on to the last dated moment of the data.
fn bands(log: &EventLog, deal: u32, zero: i64) -> Vec<Band> {
    let day = |at: i64| (at - zero) as f64 / MICROS_A_DAY;
    let band = |v: crate::log::Visit| {
        let to = if v.to == NEVER { log.deals.last[deal as usize] } else { v.to };
        (v.from != NEVER).then(|| Band {
            stage: log.sorts.stages.get(v.stage).to_owned(),
            from_day: day(v.from),
            to_day: day(to.max(v.from)),
        })
    };
    log.visits(deal).filter_map(band).collect()
}
