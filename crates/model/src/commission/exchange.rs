//! What a price is worth in another currency.

use std::collections::HashMap;

use jiff::civil::Date;

use super::ExchangeRate;
use crate::decimal::Decimal;

/// Rates by the two currencies, in order of their days.
pub(super) struct Exchange<'i>(HashMap<(&'i str, &'i str), Vec<(Date, Decimal)>>);

impl<'i> Exchange<'i> {
    pub(super) fn of(rates: &'i [ExchangeRate]) -> Self {
        let mut by_pair: HashMap<_, Vec<_>> = HashMap::new();
        for rate in rates {
            by_pair.entry((rate.from.as_str(), rate.to.as_str())).or_default().push((rate.day, rate.rate));
        }
        by_pair.values_mut().for_each(|dated| dated.sort_by_key(|(day, _)| *day));
        Self(by_pair)
    }

    /// The last rate on or before a day; of two on one day the one listed later.
    pub(super) fn on(&self, from: &str, to: &str, day: Date) -> Option<Decimal> {
        let dated = self.0.get(&(from, to))?;
        let known = dated.partition_point(|(since, _)| *since <= day);
        known.checked_sub(1).map(|last| dated[last].1)
    }
}
