//! Which deals take a move or have an activity: how many, how often one of them, and how they ended.

use model::Outcome;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::Chosen;
use crate::log::{Class, EventLog, Steps, View};

/// What is counted of a box or a line.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Taken {
    pub deals: u64,
    /// The most often in one deal.
    pub most: u64,
    pub won: u64,
    pub lost: u64,
    pub won_count: u64,
    pub lost_count: u64,
    /// Deals that came to it again after something else.
    pub returned: u64,
    /// Won and lost deals that went on from it to anything but a closing.
    pub won_on: u64,
    pub lost_on: u64,
    /// Sum over events of how early each comes in its deal, 0 first to a million last.
    places: u64,
    events: u64,
}

impl Taken {
    /// How early it comes in a deal on average, 0 first to 1 last.
    pub(super) fn early(&self) -> f64 {
        self.places as f64 / 1e6 / self.events.max(1) as f64
    }
}

/// Won and lost deals.
type Ended = (u64, u64);

/// Counts by activity and by move.
#[derive(Debug, Default)]
pub(super) struct Takers {
    nodes: FxHashMap<u32, Taken>,
    edges: FxHashMap<(u32, u32), Taken>,
    /// By first and by last activity.
    ends: FxHashMap<String, (Ended, Ended)>,
    codes: FxHashMap<String, u32>,
    pub reopened: u64,
}

impl Takers {
    pub(super) fn of(log: &EventLog, chosen: &Chosen<'_>, deals: &[u32]) -> Self {
        let size = deals.len().div_ceil(rayon::current_num_threads() * 2).max(4096);
        let count = |deals: &[u32]| {
            let mut counts = Counts::default();
            deals.iter().for_each(|deal| counts.take(&chosen.steps, *deal, log.outcome(*deal)));
            counts
        };
        let counts = deals.par_chunks(size).map(count).reduce(Counts::default, Counts::merged);
        let mut it = Self { nodes: counts.nodes, edges: counts.edges, ..Self::default() };
        let name = |code: &u32| chosen.steps.name(*code).to_owned();
        it.codes = it.nodes.keys().map(|code| (name(code), *code)).collect();
        for (code, ended) in counts.first {
            it.ends.entry(name(&code)).or_default().0 = ended;
        }
        for (code, ended) in counts.last {
            it.ends.entry(name(&code)).or_default().1 = ended;
        }
        it.come_back(log, chosen, deals);
        it
    }

    pub(super) fn node(&self, code: u32) -> Taken {
        self.nodes.get(&code).copied().unwrap_or_default()
    }

    pub(super) fn edge(&self, from: u32, to: u32) -> Taken {
        self.edges.get(&(from, to)).copied().unwrap_or_default()
    }

    /// The activity's counts by its name.
    pub(super) fn named(&self, name: &str) -> Taken {
        self.codes.get(name).map(|code| self.node(*code)).unwrap_or_default()
    }

    /// Won and lost deals that begin with it, and that end with it.
    pub(super) fn ends(&self, name: &str) -> (Ended, Ended) {
        self.ends.get(name).copied().unwrap_or_default()
    }

    /// Counts what comes again: stages among stages, whatever else is on the map.
    fn come_back(&mut self, log: &EventLog, chosen: &Chosen<'_>, deals: &[u32]) {
        let stages = Steps::of(log, View::Stages);
        let again = |steps: &Steps<'_>, stages: bool| {
            let count = |deals: &[u32]| {
                let mut found: FxHashMap<u32, u64> = FxHashMap::default();
                let mut reopened = 0;
                deals.iter().for_each(|deal| reopened += u64::from(returns(steps, *deal, stages, &mut found)));
                (found, reopened)
            };
            let sum = |(mut a, x): (FxHashMap<u32, u64>, u64), (b, y): (FxHashMap<u32, u64>, u64)| {
                b.into_iter().for_each(|(code, n)| *a.entry(code).or_default() += n);
                (a, x + y)
            };
            deals.par_chunks(4096).map(count).reduce(Default::default, sum)
        };
        let (mut found, reopened) = again(&stages, true);
        if chosen.both {
            let all = Steps::of(log, View::All);
            found.extend(again(&if chosen.grouped() { all.grouped() } else { all }, false).0);
        } else if stages.names() > 0 && !log.sorts.all.iter().any(|s| s.class == Class::Stage) {
            found.extend(again(&chosen.steps, false).0);
        }
        self.reopened = reopened;
        for (code, n) in found {
            if let Some(taken) = self.nodes.get_mut(&code) {
                taken.returned = n;
            }
        }
    }
}

/// Counts the activities that one deal comes back to; true if it goes on to a stage after a closing.
fn returns(steps: &Steps<'_>, deal: u32, stages: bool, found: &mut FxHashMap<u32, u64>) -> bool {
    let mut seen: Vec<u32> = Vec::new();
    let mut counted: Vec<u32> = Vec::new();
    let mut before = None;
    let mut reopened = false;
    for (step, _) in steps.of_deal(deal) {
        let closed = before.is_some_and(|b| matches!(steps.class(b), Class::Won | Class::Lost));
        reopened |= closed && steps.class(step) == Class::Stage;
        if before != Some(step) && seen.contains(&step) {
            let counts = stages || steps.class(step) == Class::Activity;
            if counts && !counted.contains(&step) {
                counted.push(step);
                *found.entry(step).or_default() += 1;
            }
        } else if before != Some(step) {
            seen.push(step);
        }
        before = Some(step);
    }
    reopened
}

/// An activity in one deal: how often, whether the deal goes on from it, the sum of its places.
#[derive(Default, Clone, Copy)]
struct Own {
    count: u64,
    on: bool,
    places: u64,
}

#[derive(Default)]
struct Counts {
    nodes: FxHashMap<u32, Taken>,
    edges: FxHashMap<(u32, u32), Taken>,
    first: FxHashMap<u32, Ended>,
    last: FxHashMap<u32, Ended>,
    /// How often the deal at hand has each, taken over at its end.
    own_nodes: FxHashMap<u32, Own>,
    own_edges: FxHashMap<(u32, u32), u64>,
}

impl Counts {
    fn take(&mut self, steps: &Steps<'_>, deal: u32, outcome: Outcome) {
        let (won, lost) = (u64::from(outcome == Outcome::Won), u64::from(outcome == Outcome::Lost));
        let mut before: Option<u32> = None;
        let mut length = 0;
        for (step, _) in steps.of_deal(deal) {
            let own = self.own_nodes.entry(step).or_default();
            own.count += 1;
            own.places += length;
            length += 1;
            match before {
                Some(from) => {
                    *self.own_edges.entry((from, step)).or_default() += 1;
                    let on = !matches!(steps.class(step), Class::Won | Class::Lost);
                    self.own_nodes.entry(from).or_default().on |= on;
                }
                None => ended(&mut self.first, step, (won, lost)),
            }
            before = Some(step);
        }
        if let Some(last) = before {
            ended(&mut self.last, last, (won, lost));
        }
        for (step, own) in self.own_nodes.drain() {
            let taken = self.nodes.entry(step).or_default();
            taken.add(own.count, won, lost);
            taken.won_on += won * u64::from(own.on);
            taken.lost_on += lost * u64::from(own.on);
            taken.places += own.places * 1_000_000 / (length.max(2) - 1);
            taken.events += own.count;
        }
        for (edge, n) in self.own_edges.drain() {
            self.edges.entry(edge).or_default().add(n, won, lost);
        }
    }

    fn merged(mut self, other: Self) -> Self {
        other.nodes.into_iter().for_each(|(key, t)| self.nodes.entry(key).or_default().merge(t));
        other.edges.into_iter().for_each(|(key, t)| self.edges.entry(key).or_default().merge(t));
        other.first.into_iter().for_each(|(key, e)| ended(&mut self.first, key, e));
        other.last.into_iter().for_each(|(key, e)| ended(&mut self.last, key, e));
        self
    }
}

fn ended(counts: &mut FxHashMap<u32, Ended>, key: u32, (won, lost): Ended) {
    let sum = counts.entry(key).or_default();
    *sum = (sum.0 + won, sum.1 + lost);
}

impl Taken {
    fn add(&mut self, n: u64, won: u64, lost: u64) {
        self.deals += 1;
        self.most = self.most.max(n);
        self.won += won;
        self.lost += lost;
        self.won_count += won * n;
        self.lost_count += lost * n;
    }

    fn merge(&mut self, other: Self) {
        self.deals += other.deals;
        self.most = self.most.max(other.most);
        self.won += other.won;
        self.lost += other.lost;
        self.won_count += other.won_count;
        self.lost_count += other.lost_count;
        self.returned += other.returned;
        self.won_on += other.won_on;
        self.lost_on += other.lost_on;
        self.places += other.places;
        self.events += other.events;
    }
}
