//! Values of deals by currency, which come and go with the deals.

use std::collections::BTreeMap;

use insight::log::EventLog;

use super::clamped;

/// Sums by currency, each with how many deals it is of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Totals(BTreeMap<String, (i128, usize)>);

impl Totals {
    /// Of some deals.
    pub fn of(log: &EventLog, deals: impl Iterator<Item = u32>) -> Self {
        let mut totals = Self::default();
        deals.for_each(|deal| totals.add(log, deal));
        totals
    }

    /// Adds a deal's value, if it has one.
    pub fn add(&mut self, log: &EventLog, deal: u32) {
        if let Some(minor) = log.value_minor(deal) {
            self.change(log.currency(deal).unwrap_or_default(), |(sum, deals)| {
                *sum += i128::from(minor);
                *deals += 1;
            });
        }
    }

    /// Takes it off again.
    pub fn take(&mut self, minor: i64, currency: &str) {
        self.change(currency, |(sum, deals)| {
            *sum -= i128::from(minor);
            *deals = deals.saturating_sub(1);
        });
    }

    fn change(&mut self, currency: &str, change: impl FnOnce(&mut (i128, usize))) {
        match self.0.get_mut(currency) {
            Some(total) => change(total),
            None => change(self.0.entry(currency.to_owned()).or_default()),
        }
    }

    /// Sums in minor units and numbers of deals, by currency.
    pub fn by_currency(&self) -> BTreeMap<String, (i64, usize)> {
        let some = self.0.iter().filter(|(_, (_, deals))| *deals > 0);
        some.map(|(currency, (sum, deals))| (currency.clone(), (clamped(*sum), *deals))).collect()
    }

    /// Adds others.
    pub fn join(&mut self, others: &Self) {
        for (currency, (minor, count)) in &others.0 {
            self.change(currency, |(sum, deals)| {
                *sum += minor;
                *deals += count;
            });
        }
    }
}
