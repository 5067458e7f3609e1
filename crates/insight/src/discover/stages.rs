//! The stages: their order, and the visits to them.

use std::collections::BTreeMap;

use model::Outcome;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::StageTimes;
use crate::{
    log::{End, EventLog, MICROS_A_DAY, NONE},
    parts::{added, tallied},
    stats::quantile::summary_of_micros,
};

/// Where each stage stands in an order of them, by its code; none for those that are not in it.
pub(crate) fn places(log: &EventLog, stages: &[u32]) -> Vec<Option<usize>> {
    let mut places = vec![None; log.sorts.stages.len()];
    for (place, stage) in stages.iter().enumerate() {
        places[*stage as usize] = Some(place);
    }
    places
}

/// Codes of the stages that some of the deals have been in, in the order of the way most deals take: a stage comes
/// before another if more deals entered it first. Where the deals do not say, the default template's order decides,
/// then the average place on the way.
pub(crate) fn order(log: &EventLog, deals: &[u32]) -> Vec<u32> {
    let n = log.sorts.stages.len();
    if n == 0 {
        return Vec::new();
    }
    let seen = tallied(deals, || Order::new(n), |order, deal| order.take(log, deal), Order::merged);
    let mut stages: Vec<u32> = (0..n as u32).filter(|s| seen.visits[*s as usize] > 0).collect();
    let template = |s: u32| super::names::template_place(log.sorts.stages.get(s));
    // What the deals say of two stages; of two that no deal was in both, what the template says.
    let pair = |a: u32, b: u32| match (seen.met(a, b), template(a), template(b)) {
        (false, Some(a), Some(b)) => (u64::from(a < b), u64::from(b < a)),
        _ => (seen.before(a, b), seen.before(b, a)),
    };
    let ahead = |a: u32| {
        let (before, after) = stages.iter().filter(|b| **b != a).fold((0_i64, 0_i64), |(w, l), b| {
            let (ab, ba) = pair(a, *b);
            (w + i64::from(ab > ba), l + i64::from(ba > ab))
        });
        after - before
    };
    let known: Vec<(u32, i64)> = stages.iter().map(|s| (*s, ahead(*s))).collect();
    let rank = |s: u32| known.iter().find(|(k, _)| *k == s).map_or(0, |(_, r)| *r);
    stages.sort_by(|a, b| {
        let (ab, ba) = pair(*a, *b);
        let place = |s: u32| seen.places[s as usize] as f64 / seen.visits[s as usize].max(1) as f64;
        rank(*a)
            .cmp(&rank(*b))
            .then_with(|| ba.cmp(&ab))
            .then_with(|| place(*a).total_cmp(&place(*b)))
            .then_with(|| log.sorts.stages.get(*a).cmp(log.sorts.stages.get(*b)))
    });
    stages
}

/// Who comes before whom. Above 256 stages only average places are kept.
struct Order {
    n: usize,
    /// Deals in which one stage was entered before another, both for the first time, by `one * n + other`.
    pairs: Vec<u64>,
    visits: Vec<u64>,
    /// Sum of the places (0 the first) of first visits.
    places: Vec<u64>,
    /// The stages of the deal in hand.
    first: Vec<u32>,
}

impl Order {
    fn new(n: usize) -> Self {
        let pairs = if n <= 256 { vec![0; n * n] } else { Vec::new() };
        Self { n, pairs, visits: vec![0; n], places: vec![0; n], first: Vec::new() }
    }

    fn take(&mut self, log: &EventLog, deal: u32) {
        let Self { n, pairs, visits, places, first } = self;
        first.clear();
        first.extend(log.visits(deal).filter(|v| !v.again).map(|v| v.stage));
        if first.is_empty() && log.stage_code(deal) != NONE {
            first.push(log.stage_code(deal));
        }
        for (place, stage) in first.iter().enumerate() {
            let stage = *stage as usize;
            visits[stage] += 1;
            places[stage] += place as u64;
            if let Some(pairs) = pairs.get_mut(stage * *n..(stage + 1) * *n) {
                first[place + 1..].iter().for_each(|later| pairs[*later as usize] += 1);
            }
        }
    }

    fn merged(self, other: Self) -> Self {
        Self {
            pairs: added(self.pairs, other.pairs),
            visits: added(self.visits, other.visits),
            places: added(self.places, other.places),
            ..self
        }
    }

    fn before(&self, a: u32, b: u32) -> u64 {
        self.pairs.get(a as usize * self.n + b as usize).copied().unwrap_or(0)
    }

    fn met(&self, a: u32, b: u32) -> bool {
        self.before(a, b) + self.before(b, a) > 0
    }
}

#[derive(Clone, Default)]
struct Tally {
    entered: u64,
    left: u64,
    open: u64,
    deals: u64,
    micros: Vec<i64>,
    won_micros: Vec<i64>,
    next: FxHashMap<End, u64>,
}

/// Visits to each stage, in the order of [`order`].
pub(crate) fn stages(log: &EventLog, deals: &[u32]) -> Vec<StageTimes> {
    let n = log.sorts.stages.len();
    if n == 0 {
        return Vec::new();
    }
    let fresh = || vec![Tally::default(); n];
    let (mut tallies, order) =
        rayon::join(|| tallied(deals, fresh, |tallies, deal| tally(log, tallies, deal), merged), || order(log, deals));
    let found: Vec<(u32, Tally)> = order.into_iter().map(|s| (s, std::mem::take(&mut tallies[s as usize]))).collect();
    found.into_par_iter().map(|(stage, tally)| times(log, stage, tally)).collect()
}

fn tally(log: &EventLog, tallies: &mut [Tally], deal: u32) {
    let outcome = log.outcome(deal);
    let now = log.stage_code(deal);
    if outcome == Outcome::Open && now != NONE {
        tallies[now as usize].open += 1;
    }
    for visit in log.visits(deal) {
        let tally = &mut tallies[visit.stage as usize];
        tally.entered += 1;
        tally.deals += u64::from(!visit.again);
        if visit.end == End::Open {
            continue;
        }
        tally.left += 1;
        if visit.end == End::Left {
            continue;
        }
        *tally.next.entry(visit.end).or_default() += 1;
        if let Some(micros) = visit.micros() {
            tally.micros.push(micros);
            if outcome == Outcome::Won {
                tally.won_micros.push(micros);
            }
        }
    }
}

fn merged(mut all: Vec<Tally>, more: Vec<Tally>) -> Vec<Tally> {
    for (a, b) in all.iter_mut().zip(more) {
        a.entered += b.entered;
        a.left += b.left;
        a.open += b.open;
        a.deals += b.deals;
        a.micros.extend(b.micros);
        a.won_micros.extend(b.won_micros);
        for (end, count) in b.next {
            *a.next.entry(end).or_default() += count;
        }
    }
    all
}

fn times(log: &EventLog, stage: u32, mut tally: Tally) -> StageTimes {
    let mut next: BTreeMap<String, u64> = BTreeMap::new();
    for (end, count) in tally.next {
        let name = match end {
            End::Open | End::Left => continue,
            End::Moved(stage) => log.sorts.stages.get(stage),
            End::Won(name) | End::Lost(name) => log.sorts.names.get(name),
        };
        *next.entry(name.to_owned()).or_default() += count;
    }
    let days = summary_of_micros(&mut tally.micros, MICROS_A_DAY);
    StageTimes {
        name: log.sorts.stages.get(stage).to_owned(),
        entered: tally.entered,
        left: tally.left,
        open: tally.open,
        deals: tally.deals,
        median_days: days.median,
        days,
        won_days: summary_of_micros(&mut tally.won_micros, MICROS_A_DAY),
        next,
    }
}
