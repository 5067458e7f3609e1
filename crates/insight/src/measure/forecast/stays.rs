//! Stays of deals in stages with what became of the deal, so that any moment of the past can be looked at as it was.

use model::Outcome;
use rayon::prelude::*;

use crate::log::{End, EventLog, NEVER};

/// Deals that go together on one thread.
const AT_ONCE: usize = 8_192;

/// A stay in a stage.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stay {
    pub deal: u32,
    /// Code of the stage; one above all of them for deals that the data names no stage of.
    pub stage: u32,
    /// Entered; [`NEVER`] where unknown.
    pub from: i64,
    /// Left or closed; [`NEVER`] while the deal stands in it.
    pub left: i64,
    /// When the deal closed next; [`NEVER`] while it is open.
    pub closed: i64,
    /// Whether it was won then.
    pub won: bool,
    /// True if the deal had been in the stage before.
    pub again: bool,
}

impl Stay {
    /// True where the deal stood in the stage at this moment.
    pub(super) fn stands(&self, at: i64) -> bool {
        self.from <= at && self.left > at && self.closed > at
    }
}

/// All stays of all deals. Left out are stays of which it is not known when they ended.
pub(super) fn stays(log: &EventLog) -> Vec<Stay> {
    let deals: Vec<u32> = log.all().collect();
    let none = log.sorts.stages.len() as u32;
    let of_chunk = |deals: &[u32]| {
        let mut found = Vec::with_capacity(deals.len() * 4);
        deals.iter().for_each(|deal| of_deal(log, *deal, none, &mut found));
        found
    };
    deals.par_chunks(AT_ONCE).map(of_chunk).reduce(Vec::new, |mut all, more| {
        if all.is_empty() {
            return more;
        }
        all.extend(more);
        all
    })
}

fn of_deal(log: &EventLog, deal: u32, none: u32, found: &mut Vec<Stay>) {
    let first = found.len();
    // the first stay of which it is not known how the deal closed
    let mut open = first;
    let mut stale = false;
    for visit in log.visits(deal) {
        if let Some(last) = found[first..].last_mut().filter(|last| stale && last.left == NEVER) {
            last.left = visit.from;
        }
        stale = visit.end == End::Left;
        let (left, closing) = match visit.end {
            End::Open | End::Left => (NEVER, None),
            End::Moved(_) => (visit.to, None),
            End::Won(_) => (visit.to, Some(true)),
            End::Lost(_) => (visit.to, Some(false)),
        };
        let ended = !matches!(visit.end, End::Open | End::Left);
        if !(ended && left == NEVER) {
            let (stage, from, again) = (visit.stage, visit.from, visit.again);
            found.push(Stay { deal, stage, from, left, closed: NEVER, won: false, again });
        }
        if let Some(won) = closing {
            settle(found, &mut open, visit.to, won);
        }
    }
    if found.len() == first && log.stage_code(deal) == crate::log::NONE {
        let from = log.deals.created[deal as usize];
        found.push(Stay { deal, stage: none, from, left: NEVER, closed: NEVER, won: false, again: false });
    }
    let outcome = log.outcome(deal);
    if outcome != Outcome::Open {
        settle(found, &mut open, log.deals.closed[deal as usize], outcome == Outcome::Won);
    }
}

/// Writes down how the deal closed; where nobody knows when, its stays say nothing of any moment and go.
fn settle(found: &mut Vec<Stay>, open: &mut usize, at: i64, won: bool) {
    if at == NEVER {
        found.truncate(*open);
    }
    for stay in &mut found[*open..] {
        (stay.closed, stay.won) = (at.max(if stay.from == NEVER { at } else { stay.from }), won);
        stay.left = stay.left.min(stay.closed);
    }
    *open = found.len();
}
