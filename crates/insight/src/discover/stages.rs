//! The stages: their order, and the visits to them.

use std::collections::BTreeMap;

use model::Outcome;
use rayon::prelude::*;

use super::StageTimes;
use crate::{
    log::{End, EventLog, MICROS_A_DAY, NONE},
    stats::quantile::summary_of_micros,
};

/// Codes of the stages that some of the deals have been in, in the order of the way most deals take: a stage comes
/// before another if more deals entered it first. Where the deals do not say, the default template's order decides,
/// then the average place on the way.
pub(crate) fn order(log: &EventLog, deals: &[u32]) -> Vec<u32> {
    let n = log.sorts.stages.len();
    let count = |deals: &[u32]| deals.iter().fold(Order::new(n), |order, deal| order.with(log, *deal));
    let seen = deals.par_chunks(16_384).map(count).reduce(|| Order::new(n), Order::merged);
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
        let place = |s: u32| seen.places[s as usize] / seen.visits[s as usize].max(1) as f64;
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
    places: Vec<f64>,
}

impl Order {
    fn new(n: usize) -> Self {
        let pairs = if n <= 256 { vec![0; n * n] } else { Vec::new() };
        Self { n, pairs, visits: vec![0; n], places: vec![0.0; n] }
    }

    fn with(mut self, log: &EventLog, deal: u32) -> Self {
        let visits = log.visits(deal);
        let mut first: Vec<u32> = visits.iter().filter(|v| !v.again).map(|v| v.stage).collect();
        if first.is_empty() && log.stage_code(deal) != NONE {
            first.push(log.stage_code(deal));
        }
        let paired = if self.pairs.is_empty() { 0 } else { first.len() };
        for (place, stage) in first.iter().enumerate() {
            self.visits[*stage as usize] += 1;
            self.places[*stage as usize] += place as f64;
            for later in first.iter().take(paired).skip(place + 1) {
                self.pairs[*stage as usize * self.n + *later as usize] += 1;
            }
        }
        self
    }

    fn merged(mut self, other: Self) -> Self {
        self.pairs.iter_mut().zip(other.pairs).for_each(|(a, b)| *a += b);
        self.visits.iter_mut().zip(other.visits).for_each(|(a, b)| *a += b);
        self.places.iter_mut().zip(other.places).for_each(|(a, b)| *a += b);
        self
    }

    fn before(&self, a: u32, b: u32) -> u64 {
        self.pairs.get(a as usize * self.n + b as usize).copied().unwrap_or(0)
    }

    fn met(&self, a: u32, b: u32) -> bool {
        self.before(a, b) + self.before(b, a) > 0
    }
}

#[derive(Default)]
struct Tally {
    entered: u64,
    left: u64,
    open: u64,
    deals: u64,
    micros: Vec<i64>,
    won_micros: Vec<i64>,
    next: BTreeMap<String, u64>,
}

/// Visits to each stage, in the order of [`order`].
pub(crate) fn stages(log: &EventLog, deals: &[u32]) -> Vec<StageTimes> {
    let n = log.sorts.stages.len();
    let fresh = || (0..n).map(|_| Tally::default()).collect::<Vec<_>>();
    let count = |deals: &[u32]| {
        let mut tallies = fresh();
        deals.iter().for_each(|deal| tally(log, *deal, &mut tallies));
        tallies
    };
    let mut tallies = deals.par_chunks(16_384).map(count).reduce(fresh, merged);
    order(log, deals).into_iter().map(|s| times(log, s, &mut tallies[s as usize])).collect()
}

fn tally(log: &EventLog, deal: u32, tallies: &mut [Tally]) {
    let outcome = log.outcome(deal);
    let now = log.stage_code(deal);
    if outcome == Outcome::Open && now != NONE {
        tallies[now as usize].open += 1;
    }
    for visit in log.visits(deal) {
        let tally = &mut tallies[visit.stage as usize];
        tally.entered += 1;
        tally.deals += u64::from(!visit.again);
        let next = match visit.end {
            End::Open => continue,
            End::Left => {
                tally.left += 1;
                continue;
            }
            End::Moved(stage) => log.sorts.stages.get(stage),
            End::Won(name) | End::Lost(name) => log.sorts.names.get(name),
        };
        tally.left += 1;
        match tally.next.get_mut(next) {
            Some(count) => *count += 1,
            None => drop(tally.next.insert(next.to_owned(), 1)),
        }
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
        for (next, count) in b.next {
            *a.next.entry(next).or_default() += count;
        }
    }
    all
}

fn times(log: &EventLog, stage: u32, tally: &mut Tally) -> StageTimes {
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
        next: std::mem::take(&mut tally.next),
    }
}
