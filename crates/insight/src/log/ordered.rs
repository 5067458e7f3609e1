//! Times in order of their length, kept beside the events: to put millions of them in order takes longer than to read them.

use std::sync::OnceLock;

use rayon::prelude::*;

use super::EventLog;
use crate::stats::survival::Packed;

/// Of what times are kept in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TimesOf {
    /// Stays in a stage.
    Stays,
    /// How long we took to answer.
    OurAnswers,
    /// How long they took.
    TheirAnswers,
}

/// A time.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Timed {
    pub deal: u32,
    /// Code of the stage; [`super::NONE`] where it is of no stage.
    pub stage: u32,
    /// When it began, in microseconds; [`super::NEVER`] where unknown.
    pub from: i64,
    /// How long it was; what goes on has none yet.
    pub time: Packed,
}

/// All times of a kind.
#[derive(Debug, Default)]
pub(crate) struct InOrder {
    /// Those that are over, the shortest first.
    pub over: Vec<Timed>,
    /// Those that go on, the one that began last first.
    pub running: Vec<Timed>,
    /// Those of which nobody knows how long they are.
    pub undated: Vec<Timed>,
}

impl InOrder {
    /// With those of other deals.
    pub(crate) fn with(mut self, other: Self) -> Self {
        self.over.extend(other.over);
        self.running.extend(other.running);
        self.undated.extend(other.undated);
        self
    }

    /// The same, in order.
    pub(crate) fn sorted(mut self) -> Self {
        self.over.par_sort_unstable_by_key(|timed| timed.time);
        self.running.par_sort_unstable_by_key(|timed| std::cmp::Reverse(timed.from));
        self.over.shrink_to_fit();
        self
    }
}

/// What is kept in order, each as it was when it was first asked for, and which deals have changed since.
#[derive(Debug, Default)]
pub(super) struct Ordered {
    kept: [OnceLock<(usize, InOrder)>; 3],
    /// Deals that have changed, since any was kept.
    changed: Vec<u32>,
}

/// A copy of a log keeps its own.
impl Clone for Ordered {
    fn clone(&self) -> Self {
        Self::default()
    }
}

/// One in so many deals may have changed before all is put in order anew.
const PART: usize = 32;
/// So many deals may change in any case.
const LEAST: usize = 64;

impl Ordered {
    /// A deal has changed, of so many.
    pub(super) fn changed(&mut self, deal: u32, deals: usize) {
        if self.kept.iter().all(|kept| kept.get().is_none()) {
            return;
        }
        self.changed.push(deal);
        if self.changed.len() > LEAST.max(deals / PART) {
            *self = Self::default();
        }
    }
}

impl EventLog {
    /// Times in order, and the deals that have changed since they were put in order: what they had then does not hold.
    pub(crate) fn in_order(&self, of: TimesOf, make: impl FnOnce() -> InOrder) -> (&InOrder, &[u32]) {
        let place = &self.ordered.kept[of as usize];
        let made = || (self.ordered.changed.len(), make());
        // made outside of the lock: threads that wait for it may be those that are to help
        let (since, times) = match place.get() {
            Some(kept) => kept,
            None => {
                let made = made();
                place.get_or_init(|| made)
            }
        };
        (times, self.ordered.changed.get(*since..).unwrap_or_default())
    }
}
