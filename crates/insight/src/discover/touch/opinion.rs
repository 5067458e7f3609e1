//! Moves on without an act of the prospect.

use model::Side;

use super::{Opinion, Proportion, Touching};
use crate::{
    discover::stages::places,
    log::{Class, EventLog, NONE},
    parts::tallied,
};

/// Of each stage, the moves to a later stage or to winning, and how many of them came without an act of the prospect since
/// the stage was entered. Moves back and losing need no act of the prospect and are left out.
pub(super) fn opinion(log: &EventLog, acts: &Touching<'_>, deals: &[u32], stages: &[u32]) -> Vec<Opinion> {
    let places = places(log, stages);
    let fresh = || vec![(0_u64, 0_u64); log.sorts.stages.len()];
    let sum = |mut a: Vec<(u64, u64)>, b: Vec<(u64, u64)>| {
        a.iter_mut().zip(b).for_each(|(a, b)| *a = (a.0 + b.0, a.1 + b.1));
        a
    };
    let counts = tallied(deals, fresh, |counts, deal| take(log, acts, deal, &places, counts), sum);
    let entry = |stage: &u32| {
        let (without, moved) = counts[*stage as usize];
        let without = Proportion::new(without, moved);
        let opinion = without.low.is_some_and(|low| low > 0.5);
        (moved > 0).then(|| Opinion { stage: log.sorts.stages.get(*stage).to_owned(), without, opinion })
    };
    stages.iter().filter_map(entry).collect()
}

fn take(log: &EventLog, acts: &Touching<'_>, deal: u32, places: &[Option<usize>], counts: &mut [(u64, u64)]) {
    let (mut stage, mut acted) = (NONE, false);
    for i in acts.before(deal) {
        let next = log.sorts.all[log.events.sort[i] as usize].stage;
        let forward = match acts.class(i) {
            Class::Stage => stage != NONE && places[next as usize] > places[stage as usize],
            Class::Won => stage != NONE,
            Class::Lost => false,
            Class::Activity | Class::Left | Class::Admin => {
                acted |= acts.touch(i).is_some_and(|t| t.side == Side::Prospect);
                continue;
            }
        };
        if forward {
            let (without, moved) = &mut counts[stage as usize];
            *without += u64::from(!acted);
            *moved += 1;
        }
        (stage, acted) = (if acts.class(i) == Class::Stage { next } else { NONE }, false);
    }
}
