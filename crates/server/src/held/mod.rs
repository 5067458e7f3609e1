//! The event log and what is kept beside it, so that a page costs what it shows: open deals by process, stage and owner,
//! and all deals in order. All of it follows every commit.

pub mod open;
mod order;
#[cfg(test)]
mod tests;

use std::{
    cmp::Reverse,
    ops::Deref,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use insight::{discover::stages_in_order, log::EventLog, select::Selection};
use model::{Deal, Event, Outcome, ids::DealId};

use self::{
    open::{Filled, first_after},
    order::Orders,
};
pub use self::{
    open::{OpenDeals, Page, PageOrder},
    order::{Cursor, Sort},
};
use crate::processes::Processes;

/// So old may the order of stages be while deals change.
const FRESH: Duration = Duration::from_secs(60);

/// What is in memory. Reads as the event log.
#[derive(Debug, Default)]
pub struct Held {
    log: EventLog,
    open: OpenDeals,
    /// Sum of the values of all deals in minor units.
    value: i128,
    orders: Mutex<Orders>,
    stages: Mutex<Option<(Instant, Duration, Arc<Vec<String>>)>>,
}

impl Deref for Held {
    type Target = EventLog;
    fn deref(&self) -> &EventLog {
        &self.log
    }
}

/// A part of a list of deals.
#[derive(Debug, PartialEq)]
pub struct Listed {
    /// How many there are in all.
    pub total: usize,
    /// Sum of their values in minor units.
    pub value_minor: i64,
    /// The ids of this part.
    pub deals: Vec<DealId>,
    /// Where the next part begins.
    pub next: Option<Cursor>,
}

impl Held {
    /// A log, and what these processes make of its open deals.
    pub fn new(log: EventLog, processes: Arc<Processes>) -> Self {
        let mut held = Self { log, ..Self::default() };
        held.arrange(processes);
        held
    }

    /// Takes a deal with all its events in order after a commit, in place of what was there of it.
    pub fn put(&mut self, deal: &Deal, events: &[Event]) {
        self.forget(self.log.find(&deal.key));
        let numbering = self.log.numbering();
        self.log.put(deal, events);
        if self.log.numbering() != numbering {
            return self.arrange(Arc::clone(self.open.processes()));
        }
        if let Some(number) = self.log.find(&deal.key) {
            self.value += i128::from(self.log.value_minor(number).unwrap_or(0));
            self.open.add(&self.log, number);
            self.orders().add(&self.log, number);
        }
    }

    /// Forgets a deal.
    pub fn remove(&mut self, id: DealId) {
        let found = self.log.find_id(id);
        self.forget(found);
        let numbering = self.log.numbering();
        self.log.remove(id);
        if self.log.numbering() != numbering {
            self.arrange(Arc::clone(self.open.processes()));
        }
    }

    fn forget(&mut self, deal: Option<u32>) {
        let Some(deal) = deal else { return };
        self.value -= i128::from(self.log.value_minor(deal).unwrap_or(0));
        self.open.take(deal);
        let Self { log, orders, .. } = self;
        orders.get_mut().unwrap_or_else(PoisonError::into_inner).take(log, deal);
    }

    /// Sorts the open deals by these processes. Orders and sums are counted anew too.
    pub fn arrange(&mut self, processes: Arc<Processes>) {
        self.open = OpenDeals::of(&self.log, processes);
        *self.orders() = Orders::default();
        self.value = self.log.all().filter_map(|deal| self.log.value_minor(deal)).map(i128::from).sum();
    }

    fn orders(&self) -> MutexGuard<'_, Orders> {
        self.orders.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The open deals.
    pub fn open(&self) -> &OpenDeals {
        &self.open
    }

    /// The deals that meet a selection, in no order that matters; of open deals only those are looked at.
    fn found(&self, selection: &Selection) -> Vec<u32> {
        match selection.outcome[..] {
            [Outcome::Open] => selection.among(&self.log, self.open.candidates(selection, None)),
            _ => selection.deals(&self.log),
        }
    }

    /// Up to `limit` deals of a selection after a place, in order, the last first.
    pub fn list(&self, selection: &Selection, sort: Sort, after: Option<&Cursor>, limit: usize) -> Listed {
        let log = &self.log;
        let after = after.map(|cursor| (cursor.number, log.find(&cursor.deal).unwrap_or(u32::MAX)));
        let (total, value, mut keys) = if *selection == Selection::default() {
            (log.deals(), self.value, self.orders().after(log, sort, after, limit + 1))
        } else {
            let found = self.found(selection);
            let value = found.iter().filter_map(|deal| log.value_minor(*deal)).map(i128::from).sum();
            let total = found.len();
            let keys = found.into_iter().map(|deal| Reverse((sort.key(log, deal), deal)));
            let first = first_after(keys, after.map(Reverse).as_ref(), limit + 1);
            (total, value, first.into_iter().map(|Reverse(key)| key).collect())
        };
        let more = keys.len() > limit;
        keys.truncate(limit);
        let next = keys.last().filter(|_| more);
        let next = next.map(|(number, deal)| Cursor::of(*number, String::new(), log.key(*deal)));
        let deals = keys.into_iter().map(|(_, deal)| log.deal_id(deal)).collect();
        Listed { total, value_minor: clamped(value), deals, next }
    }

    /// The stages of the data in order, for a board without a process. Looked for anew once in a while, and where a
    /// stage is not among them.
    pub fn stages(&self) -> Arc<Vec<String>> {
        let mut kept = self.stages.lock().unwrap_or_else(PoisonError::into_inner);
        let knows = |stages: &Vec<String>| self.open.stages().all(|s| s.is_empty() || stages.iter().any(|k| k == s));
        if let Some((since, took, stages)) = kept.as_ref()
            && since.elapsed() < FRESH + *took * 1000
            && knows(stages)
        {
            return Arc::clone(stages);
        }
        let begun = Instant::now();
        let stages = Arc::new(stages_in_order(&self.log));
        *kept = Some((Instant::now(), begun.elapsed(), Arc::clone(&stages)));
        stages
    }

    /// The columns of a process, filled with what is selected; without one those of the stages of the data. `stage`: this
    /// column alone.
    pub fn columns(
        &self,
        process: Option<model::ids::ProcessId>,
        stage: Option<&str>,
        selection: &Selection,
        page: &Page,
    ) -> Vec<Filled> {
        self.open.filled(&self.log, process, stage, selection, page)
    }
}

/// A sum as far as it can be told.
fn clamped(sum: i128) -> i64 {
    i64::try_from(sum).unwrap_or(if sum < 0 { i64::MIN } else { i64::MAX })
}
