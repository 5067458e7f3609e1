//! Deals in an order by a number, made when first asked for and kept.

use std::collections::{BTreeSet, HashMap};

use insight::{
    log::EventLog,
    order::{Order, Page},
};

/// Deals by their place in an order.
#[derive(Debug, Default)]
pub struct Sorted(BTreeSet<(i64, u32)>);

impl Sorted {
    /// Adds a deal at a place.
    pub fn add(&mut self, place: i64, deal: u32) {
        self.0.insert((place, deal));
    }

    /// Takes a deal out of its place.
    pub fn take(&mut self, place: i64, deal: u32) {
        self.0.remove(&(place, deal));
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them, in order of their places.
    pub fn deals(&self) -> impl Iterator<Item = u32> {
        self.0.iter().map(|(_, deal)| *deal)
    }

    /// The same, each with its place.
    pub fn placed(&self) -> impl Iterator<Item = (i64, u32)> {
        self.0.iter().copied()
    }

    /// A page of them; what stands before it and after it is not looked at. None if `after` is no place of the order.
    pub fn page(&self, log: &EventLog, order: &Order, after: Option<&str>, limit: usize) -> Option<Page> {
        let from = match after {
            Some(after) => order.place_after(after)?,
            None => i64::MIN,
        };
        let mut deals = Vec::with_capacity(limit + 2);
        let (mut beyond, mut last) = (0, from);
        for (place, deal) in self.0.range((from, 0)..) {
            // those of one place are in order by key, so all of them are needed
            if beyond > limit && *place != last {
                break;
            }
            beyond += usize::from(after.is_none() || *place != from);
            last = *place;
            deals.push(*deal);
        }
        order.page(log, &deals, after, limit)
    }
}

/// The orders asked for so far, of all deals.
#[derive(Debug, Default)]
pub struct Orders(HashMap<Order, Sorted>);

impl Orders {
    /// Takes a deal out, as the log still has it.
    pub fn take(&mut self, log: &EventLog, deal: u32) {
        for (order, sorted) in &mut self.0 {
            sorted.take(order.place(log, deal), deal);
        }
    }

    /// Adds a deal, as the log has it now.
    pub fn add(&mut self, log: &EventLog, deal: u32) {
        for (order, sorted) in &mut self.0 {
            sorted.add(order.place(log, deal), deal);
        }
    }

    /// A page of all deals; see [`Sorted::page`].
    pub fn page(&mut self, log: &EventLog, order: &Order, after: Option<&str>, limit: usize) -> Option<Page> {
        if !order.is_by_number() {
            return order.page(log, &log.all().collect::<Vec<_>>(), after, limit);
        }
        let sorted = self
            .0
            .entry(order.clone())
            .or_insert_with(|| Sorted(log.all().map(|deal| (order.place(log, deal), deal)).collect()));
        sorted.page(log, order, after, limit)
    }
}
