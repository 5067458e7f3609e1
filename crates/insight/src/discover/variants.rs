//! Which sequences of steps there are, and how often.

use std::hash::Hasher;

use hashbrown::HashTable;
use model::Outcome;
use rayon::prelude::*;
use rustc_hash::FxHasher;

use super::{Variant, Variants};
use crate::log::{EventLog, Steps};

/// Variants listed at most.
const LISTED: usize = 50;

/// A sequence, known by the first deal that has it.
#[derive(Clone, Copy)]
struct Found {
    hash: u64,
    deal: u32,
    count: u64,
    won: u64,
    lost: u64,
}

/// Counts the sequences of steps. Deals without any step count as the empty sequence only if there is no other.
pub(super) fn variants(log: &EventLog, steps: &Steps<'_>, deals: &[u32]) -> Variants {
    let count = |deals: &[u32]| deals.iter().fold(Counts::new(steps), |counts, deal| counts.with(log, *deal));
    let counts = deals.par_chunks(16_384).map(count).reduce(|| Counts::new(steps), Counts::merged);
    let mut found: Vec<Found> = counts.table.into_iter().collect();
    let path = |found: &Found| steps.of_deal(found.deal).map(|(s, _)| steps.name(s).to_owned()).collect::<Vec<_>>();
    found.retain(|f| steps.of_deal(f.deal).next().is_some());
    let total = found.len() as u64;
    if found.len() > LISTED {
        found.select_nth_unstable_by(LISTED, |a, b| b.count.cmp(&a.count).then(a.deal.cmp(&b.deal)));
        found.truncate(LISTED);
    }
    let mut top: Vec<(Found, Vec<String>)> = found.into_iter().map(|f| (f, path(&f))).collect();
    top.sort_by(|(a, a_path), (b, b_path)| b.count.cmp(&a.count).then_with(|| a_path.cmp(b_path)));
    let top = top.into_iter().map(|(f, path)| Variant { path, count: f.count, won: f.won, lost: f.lost }).collect();
    Variants { count: total, top }
}

/// Sequences by hash; equal hashes are compared step by step.
struct Counts<'a> {
    steps: &'a Steps<'a>,
    table: HashTable<Found>,
}

impl<'a> Counts<'a> {
    fn new(steps: &'a Steps<'a>) -> Self {
        Self { steps, table: HashTable::new() }
    }

    fn with(mut self, log: &EventLog, deal: u32) -> Self {
        let mut hasher = FxHasher::default();
        self.steps.of_deal(deal).for_each(|(step, _)| hasher.write_u32(step));
        let outcome = log.outcome(deal);
        let (won, lost) = (u64::from(outcome == Outcome::Won), u64::from(outcome == Outcome::Lost));
        self.take(Found { hash: hasher.finish(), deal, count: 1, won, lost });
        self
    }

    fn merged(mut self, other: Self) -> Self {
        if self.table.len() < other.table.len() {
            return other.merged(self);
        }
        other.table.into_iter().for_each(|found| self.take(found));
        self
    }

    fn take(&mut self, new: Found) {
        let steps = self.steps;
        let path = |deal: u32| steps.of_deal(deal).map(|(step, _)| step);
        let same = |old: &Found| old.hash == new.hash && path(old.deal).eq(path(new.deal));
        match self.table.find_mut(new.hash, same) {
            Some(old) => {
                old.deal = old.deal.min(new.deal);
                old.count += new.count;
                old.won += new.won;
                old.lost += new.lost;
            }
            None => drop(self.table.insert_unique(new.hash, new, |f| f.hash)),
        }
    }
}
