//! What is remembered of deals while files are read: a few bytes each.

use jiff::Timestamp;
use model::Outcome;
use rustc_hash::{FxHashMap, FxHashSet};

/// What the events told of a deal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Told {
    /// It entered a stage.
    pub stages: bool,
    /// Its last closing; undone by a later stage.
    pub closing: Option<(Outcome, Timestamp)>,
}

/// The row that a deal came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin {
    /// Hash of its cells.
    pub cells: u64,
    /// Index of the file.
    pub file: u32,
    /// The line.
    pub line: u64,
}

/// Deals met so far, by the hash of their id.
#[derive(Debug, Default)]
pub struct Memory {
    told: FxHashMap<u64, Told>,
    origins: FxHashMap<u64, Origin>,
    /// Deals that a row of events told of.
    pub described: FxHashSet<u64>,
}

impl Memory {
    /// What the events told of this deal.
    pub fn told(&self, deal: u64) -> Told {
        self.told.get(&deal).copied().unwrap_or_default()
    }

    /// The deals of which some file told stages so far.
    pub fn deals_with_stages(&self) -> FxHashSet<u64> {
        self.told.iter().filter(|(_, told)| told.stages).map(|(deal, _)| *deal).collect()
    }

    /// Notes that a deal entered a stage.
    pub fn enters(&mut self, deal: u64, at: Timestamp) {
        let told = self.told.entry(deal).or_default();
        told.stages = true;
        if told.closing.is_some_and(|(_, closed)| closed < at) {
            told.closing = None;
        }
    }

    /// Notes that a deal closed.
    pub fn closes(&mut self, deal: u64, outcome: Outcome, at: Timestamp) {
        let told = self.told.entry(deal).or_default();
        if told.closing.is_none_or(|(_, before)| before <= at) {
            told.closing = Some((outcome, at));
        }
    }

    /// Notes that a deal closed, or, without an outcome, that it entered a stage.
    pub fn marked(&mut self, deal: u64, closing: Option<Outcome>, at: Timestamp) {
        match closing {
            Some(outcome) => self.closes(deal, outcome, at),
            None => self.enters(deal, at),
        }
    }

    /// Notes where a deal came from; the first origin if it came before.
    pub fn origin(&mut self, deal: u64, origin: Origin) -> Option<Origin> {
        match self.origins.entry(deal) {
            std::collections::hash_map::Entry::Occupied(before) => Some(*before.get()),
            std::collections::hash_map::Entry::Vacant(free) => {
                free.insert(origin);
                None
            }
        }
    }

    /// True the first time that it is asked of a deal.
    pub fn describe(&mut self, deal: u64) -> bool {
        self.described.insert(deal)
    }
}
