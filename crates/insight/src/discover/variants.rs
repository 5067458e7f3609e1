//! Which sequences of steps there are, and how often.

use hashbrown::HashTable;
use model::Outcome;
use rayon::prelude::*;

use super::{
    Variant, Variants,
    tally::{Way, hash_of},
};
use crate::log::{EventLog, Steps};

/// Variants listed at most.
const LISTED: usize = 50;

/// A sequence, known by the first deal that has it.
#[derive(Clone, Copy)]
pub(super) struct Found {
    pub hash: u128,
    pub deal: u32,
    pub count: u64,
    pub won: u64,
    pub lost: u64,
}

/// Shares of the sequences, by hash, that are counted at the same time.
const SHARES: u128 = 4;

/// Counts the sequences of steps. Deals without any step count as the empty sequence only if there is no other.
/// `ways` are those of the deals.
pub(super) fn variants(log: &EventLog, steps: &Steps<'_>, deals: &[u32], ways: &[Way]) -> Variants {
    let mut found = counted(log, deals, |i| ways[i].hash);
    let path = |found: &Found| steps.of_deal(found.deal).map(|(s, _)| steps.name(s).to_owned()).collect::<Vec<_>>();
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

/// All sequences of at least one step, in no order.
pub(super) fn found(log: &EventLog, steps: &Steps<'_>, deals: &[u32]) -> Vec<Found> {
    let hash = |deal: &u32| hash_of_deal(steps, *deal);
    let hashes: Vec<u128> = deals.par_iter().with_min_len(1024).map(hash).collect();
    counted(log, deals, |i| hashes[i])
}

/// The hash of a deal's sequence, as in [`Found::hash`].
pub(super) fn hash_of_deal(steps: &Steps<'_>, deal: u32) -> u128 {
    hash_of(steps.of_deal(deal).map(|(step, _)| step))
}

fn counted(log: &EventLog, deals: &[u32], hash: impl Fn(usize) -> u128 + Sync) -> Vec<Found> {
    let shares = (0..SHARES).into_par_iter().flat_map_iter(|share| counts(log, deals, &hash, share));
    let none = hash_of(std::iter::empty());
    shares.filter(|f| f.hash != none).collect()
}

/// The sequences whose hash falls into a share.
fn counts(log: &EventLog, deals: &[u32], hash: impl Fn(usize) -> u128, share: u128) -> HashTable<Found> {
    let mut table: HashTable<Found> = HashTable::new();
    let hashed = deals.iter().enumerate().map(|(i, deal)| (deal, hash(i)));
    for (deal, hash) in hashed.filter(|(_, hash)| hash >> 64 & (SHARES - 1) == share) {
        let outcome = log.outcome(*deal);
        let (won, lost) = (u64::from(outcome == Outcome::Won), u64::from(outcome == Outcome::Lost));
        match table.find_mut(hash as u64, |old| old.hash == hash) {
            Some(old) => {
                old.deal = old.deal.min(*deal);
                old.count += 1;
                old.won += won;
                old.lost += lost;
            }
            None => {
                table.insert_unique(hash as u64, Found { hash, deal: *deal, count: 1, won, lost }, |f| f.hash as u64);
            }
        }
    }
    table
}
