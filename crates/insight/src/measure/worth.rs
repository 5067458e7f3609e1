//! What deals are worth, in one currency.

use std::collections::BTreeMap;

use model::rates::{Change, Unconverted};

use crate::log::{CURRENCY, EventLog, NONE};

/// In which currency values are told, and how others are changed into it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Currency {
    /// ISO 4217; empty where no deal says.
    pub name: String,
    /// How amounts of other currencies become amounts of this one. What names no currency is in this one; for a currency
    /// that is not here there is no rate.
    pub changes: BTreeMap<String, Change>,
}

/// The value of a deal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Worth {
    /// In minor units of the currency asked for.
    Known(i64),
    /// It has none.
    None,
    /// There is no rate for its currency.
    Foreign,
}

/// Values of a log's deals.
pub(crate) struct Worths<'a> {
    log: &'a EventLog,
    /// How each currency of the log is changed, by its code.
    changes: Vec<Option<Change>>,
}

impl<'a> Worths<'a> {
    pub(crate) fn of(log: &'a EventLog, currency: &Currency) -> Self {
        let change = |name: &str| match name.is_empty() || name == currency.name {
            true => Some(Change::Same),
            false => currency.changes.get(name).copied(),
        };
        let names = log.deals.fields.get(CURRENCY).map(|field| &field.values);
        Self { log, changes: names.into_iter().flat_map(|names| names.iter().map(change)).collect() }
    }

    pub(crate) fn deal(&self, deal: u32) -> Worth {
        let Some(minor) = self.log.value_minor(deal) else { return Worth::None };
        let code = self.log.deals.fields.get(CURRENCY).map_or(NONE, |field| field.code(deal));
        let change = if code == NONE { Some(Change::Same) } else { self.changes.get(code as usize).copied().flatten() };
        change.and_then(|change| change.of(minor)).map_or(Worth::Foreign, Worth::Known)
    }
}

/// Values that could not be added up.
#[derive(Debug, Clone, Default)]
pub(crate) struct LeftOut {
    /// Deals without a value.
    pub without: u64,
    foreign: BTreeMap<String, (i64, usize)>,
}

impl LeftOut {
    /// Takes note of a deal whose value is not known in the currency asked for.
    pub(crate) fn take(&mut self, log: &EventLog, deal: u32, worth: Worth) {
        match worth {
            Worth::Known(_) => {}
            Worth::None => self.without += 1,
            Worth::Foreign => {
                let (sum, deals) = self.foreign.entry(log.currency(deal).unwrap_or_default().to_owned()).or_default();
                *sum = sum.saturating_add(log.value_minor(deal).unwrap_or_default());
                *deals += 1;
            }
        }
    }

    /// Currencies without a rate.
    pub(crate) fn unconverted(&self) -> Vec<Unconverted> {
        let told = self.foreign.iter();
        told.map(|(currency, (minor, deals))| Unconverted { currency: currency.clone(), minor: *minor, deals: *deals })
            .collect()
    }
}
