//! What commissions are computed from. Nothing in it is edited later: what turns out otherwise is a further
//! [`Correction`] or [`Churn`].

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Plan;
use crate::decimal::Decimal;

/// Everything that statements follow from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CommissionInput)]
pub struct Input {
    /// The plans and their versions.
    pub plans: Vec<Plan>,
    /// Who goes by which plan.
    #[serde(default)]
    pub assignments: Vec<Assignment>,
    /// The deals won. Those of one day count in this order.
    #[serde(default)]
    pub deals: Vec<WonDeal>,
    /// Amounts added or taken off by hand.
    #[serde(default)]
    pub corrections: Vec<Correction>,
    /// Customers that left.
    #[serde(default)]
    pub churns: Vec<Churn>,
    /// What currencies were worth.
    #[serde(default)]
    pub rates: Vec<ExchangeRate>,
    /// The day as of which statements are made: what happened later is left out, and so are later periods.
    #[schema(value_type = String, format = "date")]
    pub through: Date,
}

/// Someone goes by a plan from a day on, until their next assignment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CommissionAssignment)]
pub struct Assignment {
    /// Who.
    pub person: String,
    /// Id of the plan; the version that holds on a day counts.
    pub plan: String,
    /// First day.
    #[schema(value_type = String, format = "date")]
    pub from: Date,
    /// Last day; until the next assignment if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = "date")]
    pub until: Option<Date>,
    /// Their own target in place of the plan's, in minor units of the plan's currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target_minor: Option<i64>,
}

/// A deal that was won.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CommissionDeal)]
pub struct WonDeal {
    /// Its key.
    pub id: String,
    /// The day on which it was won.
    #[schema(value_type = String, format = "date")]
    pub closed: Date,
    /// The negotiated price, in minor units.
    pub price_minor: i64,
    /// Its currency (ISO 4217).
    pub currency: String,
    /// Who shares the commission. The plan of the first one prices the deal, and it counts for the target of the first.
    pub split: Vec<Share>,
}

/// One person's share of a deal's commission.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CommissionShare)]
pub struct Share {
    /// Who.
    pub person: String,
    /// Above 0; all shares of a deal sum to exactly 1.
    pub share: Decimal,
}

/// An amount added to or taken off what a person gets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CommissionCorrection)]
pub struct Correction {
    /// Who.
    pub person: String,
    /// The day whose period it counts in.
    #[schema(value_type = String, format = "date")]
    pub day: Date,
    /// Minor units; below 0 to take off.
    pub amount_minor: i64,
    /// Currency (ISO 4217).
    pub currency: String,
    /// Why.
    pub reason: String,
    /// Key of the deal it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deal: Option<String>,
}

/// The customer of a deal left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CommissionChurn)]
pub struct Churn {
    /// Key of the deal.
    pub deal: String,
    /// The day.
    #[schema(value_type = String, format = "date")]
    pub day: Date,
}

/// What a unit of one currency is worth in another from a day on, until a later rate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CommissionExchangeRate)]
pub struct ExchangeRate {
    /// The currency that is changed.
    pub from: String,
    /// The currency it is changed into.
    pub to: String,
    /// First day.
    #[schema(value_type = String, format = "date")]
    pub day: Date,
    /// Units of `to` for one of `from`.
    pub rate: Decimal,
}
