//! The event log and what is kept beside it, so that a page costs what it shows: open deals by process, stage and owner,
//! and all deals in order. All of it follows every commit.

pub mod open;
mod order;
#[cfg(test)]
mod tests;
mod totals;

use std::{
    ops::Deref,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use insight::{
    discover::stages_in_order,
    log::EventLog,
    order::{Order, Page as Part},
    select::Selection,
};
use model::{Deal, Event, Outcome, ids::DealId};

use self::{open::Filled, order::Orders};
pub use self::{
    open::{OpenDeals, Page, by_age},
    totals::Totals,
};
use crate::processes::Processes;

/// So old may the order of stages be while deals change.
const FRESH: Duration = Duration::from_secs(60);

/// What is in memory. Reads as the event log.
#[derive(Debug, Default)]
pub struct Held {
    log: EventLog,
    open: OpenDeals,
    /// Values of all deals.
    totals: Totals,
    orders: Mutex<Orders>,
    stages: Mutex<Option<Stages>>,
}

impl Deref for Held {
    type Target = EventLog;
    fn deref(&self) -> &EventLog {
        &self.log
    }
}

/// The stages of the data in order: since when they are known, how long that took, and they.
type Stages = (Instant, Duration, Arc<Vec<String>>);

/// A part of a list of deals.
#[derive(Debug, PartialEq)]
pub struct Listed {
    /// How many there are in all.
    pub total: usize,
    /// Their values.
    pub totals: Totals,
    /// The ids of this part.
    pub deals: Vec<DealId>,
    /// Where the next part begins.
    pub next: Option<String>,
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
            self.totals.add(&self.log, number);
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
        self.open.take(deal);
        let Self { log, orders, totals, .. } = self;
        if let Some(minor) = log.value_minor(deal) {
            totals.take(minor, log.currency(deal).unwrap_or_default());
        }
        orders.get_mut().unwrap_or_else(PoisonError::into_inner).take(log, deal);
    }

    /// Sorts the open deals by these processes. Orders and sums are counted anew too.
    pub fn arrange(&mut self, processes: Arc<Processes>) {
        self.open = OpenDeals::of(&self.log, processes);
        *self.orders() = Orders::default();
        self.totals = Totals::of(&self.log, self.log.all());
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

    /// Up to `limit` deals of a selection after a place, in order. None if `after` is no place of this order.
    pub fn list(&self, selection: &Selection, order: &Order, after: Option<&str>, limit: usize) -> Option<Listed> {
        let log = &self.log;
        let (total, totals, Part { deals, next }) = if *selection == Selection::default() {
            (log.deals(), self.totals.clone(), self.orders().page(log, order, after, limit)?)
        } else {
            let found = self.found(selection);
            (found.len(), Totals::of(log, found.iter().copied()), order.page(log, &found, after, limit)?)
        };
        let deals = deals.into_iter().map(|deal| log.deal_id(deal)).collect();
        Some(Listed { total, totals, deals, next })
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
    /// column alone. None if the page is to begin after no place of its order.
    pub fn columns(
        &self,
        process: Option<model::ids::ProcessId>,
        stage: Option<&str>,
        selection: &Selection,
        page: &Page,
    ) -> Option<Vec<Filled>> {
        self.open.filled(&self.log, process, stage, selection, page)
    }
}

/// A sum as far as it can be told.
fn clamped(sum: i128) -> i64 {
    i64::try_from(sum).unwrap_or(if sum < 0 { i64::MIN } else { i64::MAX })
}
