//! In what metrics are told.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// In what a metric is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = MetricUnit)]
pub enum Unit {
    /// How many.
    Count,
    /// A share, 0 to 1.
    Share,
    /// Days.
    Days,
    /// Money in minor units of the workspace's currency.
    Money,
    /// Money in minor units, a day.
    MoneyADay,
    /// Any number.
    Number,
}

impl Unit {
    /// True for what is told in a currency.
    pub fn is_money(self) -> bool {
        matches!(self, Self::Money | Self::MoneyADay)
    }

    /// Its word: `count`, `share`, `days`, `money`, `money-a-day`, `number`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Share => "share",
            Self::Days => "days",
            Self::Money => "money",
            Self::MoneyADay => "money-a-day",
            Self::Number => "number",
        }
    }
}
