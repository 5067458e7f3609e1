//! What is offered.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{decimal::Decimal, money::Money};

/// One version of a quote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Quote {
    /// Its number, the same for all versions.
    pub number: String,
    /// 1 for the first.
    pub version: u32,
    /// Currency of all its prices (ISO 4217).
    pub currency: String,
    /// The day on which it was made.
    #[schema(value_type = String, format = "date")]
    pub issued: Date,
    /// Last day on which it can be accepted.
    #[schema(value_type = String, format = "date")]
    pub valid_until: Date,
    /// What is offered.
    pub lines: Vec<QuoteLine>,
    /// Discount on the whole, after those of the lines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount: Option<Discount>,
    /// Terms, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub terms: String,
}

/// A product at a price.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuoteLine {
    /// Short id, unique in the quote and the same in all its versions.
    pub id: String,
    /// What is sold.
    pub product: String,
    /// How much of it, above 0.
    pub quantity: Decimal,
    /// Price of one, before any discount and tax.
    pub unit: Money,
    /// Prices of one from a quantity on, ascending.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tiers: Vec<PriceTier>,
    /// Discount on the line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount: Option<Discount>,
    /// Tax in percent: `19`.
    #[serde(default)]
    pub tax_percent: Decimal,
}

/// A price for those who buy more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = QuotePriceTier)]
pub struct PriceTier {
    /// The quantity from which it holds, for the whole quantity.
    pub from: Decimal,
    /// Price of one, in minor units of the line's currency.
    pub unit_minor: i64,
}

/// What comes off a price: `{ "percent": "5" }` or `{ "amount_minor": 5000 }`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[schema(as = QuoteDiscount)]
pub enum Discount {
    /// Percent of the price, 0 to 100.
    Percent(Decimal),
    /// An amount in minor units, no more than the price.
    AmountMinor(i64),
}

impl Quote {
    /// True if it can no longer be accepted on this day.
    pub fn expired(&self, day: Date) -> bool {
        self.valid_until < day
    }
}

impl QuoteLine {
    /// Price of one at its quantity, in minor units.
    pub fn unit_minor(&self) -> i64 {
        let reached = self.tiers.iter().rfind(|tier| tier.from <= self.quantity);
        reached.map_or(self.unit.minor, |tier| tier.unit_minor)
    }
}

impl Discount {
    /// What it takes off a price, rounded half-even to a minor unit; `None` if that is too large.
    pub fn off(self, price_minor: i64) -> Option<i64> {
        match self {
            Self::Percent(percent) => percent.percent_of(price_minor),
            Self::AmountMinor(amount) => Some(amount),
        }
    }
}
