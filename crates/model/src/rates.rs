//! Sums over several currencies, told in one.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    commission::ExchangeRate,
    decimal::{Decimal, round_half_even},
};

/// A sum in one currency, and what could not be changed into it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct Sum {
    /// ISO 4217; empty where no deal says.
    pub currency: String,
    /// In minor units. What names no currency counts as being in this one.
    pub minor: i64,
    /// Currencies for which there is no rate, with their own sums; these are not in `minor`.
    pub unconverted: Vec<Unconverted>,
}

/// Values in a currency for which there is no rate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Unconverted {
    /// ISO 4217.
    pub currency: String,
    /// Their sum in minor units.
    pub minor: i64,
    /// How many deals.
    pub deals: usize,
}

/// Adds up sums by currency, each with how many deals it is of, in one currency: by the latest rate up to a day, or by
/// the opposite one turned round. Each currency's sum is rounded once, half to even.
pub fn sum(by_currency: &BTreeMap<String, (i64, usize)>, to: &str, rates: &[ExchangeRate], day: Date) -> Sum {
    let mut all = Sum { currency: to.to_owned(), ..Sum::default() };
    for (currency, (minor, deals)) in by_currency {
        match convert(*minor, currency, to, rates, day) {
            Some(minor) => all.minor = all.minor.saturating_add(minor),
            None => {
                let (currency, minor, deals) = (currency.clone(), *minor, *deals);
                all.unconverted.push(Unconverted { currency, minor, deals });
            }
        }
    }
    all
}

fn convert(minor: i64, from: &str, to: &str, rates: &[ExchangeRate], day: Date) -> Option<i64> {
    change(from, to, rates, day)?.of(minor)
}

/// How amounts of one currency become amounts of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// They are amounts of the other.
    Same,
    /// By what one is worth in the other.
    Times(Decimal),
    /// By what one of the other is worth.
    Over(Decimal),
}

impl Change {
    /// The amount in minor units of the other currency, rounded half to even; `None` where it is too large.
    pub fn of(self, minor: i64) -> Option<i64> {
        match self {
            Self::Same => Some(minor),
            Self::Times(rate) => rate.of(minor),
            Self::Over(rate) => divided(minor, rate),
        }
    }
}

/// How one currency is changed into another: by the latest rate up to a day, or by the opposite one turned round; `None`
/// where there is no rate. What names no currency counts as being in the other one.
pub fn change(from: &str, to: &str, rates: &[ExchangeRate], day: Date) -> Option<Change> {
    if from.is_empty() || from == to {
        return Some(Change::Same);
    }
    let latest = |from: &str, to: &str| {
        let known = rates.iter().filter(|rate| rate.from == from && rate.to == to && rate.day <= day);
        known.max_by_key(|rate| rate.day)
    };
    match (latest(from, to), latest(to, from)) {
        (Some(rate), opposite) if opposite.is_none_or(|o| o.day <= rate.day) => Some(Change::Times(rate.rate)),
        (_, Some(opposite)) => Some(Change::Over(opposite.rate)),
        (Some(rate), None) => Some(Change::Times(rate.rate)),
        (None, None) => None,
    }
}

fn divided(minor: i64, rate: Decimal) -> Option<i64> {
    let by = Some(rate.units()).filter(|units| *units > 0)?;
    i64::try_from(round_half_even(i128::from(minor).checked_mul(Decimal::SCALE)?, by)).ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use rstest::rstest;

    use super::*;

    fn rates() -> Vec<ExchangeRate> {
        [("USD", "EUR", "2026-01-01", "0.9"), ("USD", "EUR", "2026-02-01", "0.95"), ("EUR", "CHF", "2026-01-01", "0.8")]
            .into_iter()
            .map(|(from, to, day, rate)| ExchangeRate {
                from: from.into(),
                to: to.into(),
                day: day.parse().unwrap(),
                rate: rate.parse().unwrap(),
            })
            .collect()
    }

    #[rstest]
    #[case("EUR:100 :50", "2026-03-01", 150, "")]
    #[case("USD:100", "2026-01-31", 90, "")]
    #[case("USD:100", "2026-02-01", 95, "")]
    #[case("USD:100 EUR:5", "2025-12-31", 5, "USD")]
    #[case("CHF:80", "2026-01-01", 100, "")]
    #[case("CHF:1", "2026-01-01", 1, "")]
    #[case("JPY:7 EUR:1", "2026-01-01", 1, "JPY")]
    #[case("EUR:9223372036854775807 :1", "2026-01-01", i64::MAX, "")]
    fn sums(#[case] amounts: &str, #[case] day: &str, #[case] minor: i64, #[case] left: &str) {
        let amounts = amounts.split(' ').filter_map(|a| a.split_once(':'));
        let by = amounts.map(|(currency, n)| (currency.to_owned(), (n.parse().unwrap(), 1))).collect();
        let found = sum(&by, "EUR", &rates(), day.parse().unwrap());
        let unconverted: Vec<&str> = found.unconverted.iter().map(|u| u.currency.as_str()).collect();
        assert_eq!((found.minor, unconverted.join(" ").as_str()), (minor, left));
    }
}
