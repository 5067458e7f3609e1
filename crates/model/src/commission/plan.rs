//! What a commission plan says.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{CommissionError, PeriodLength};
use crate::decimal::Decimal;

/// A commission plan, or one version of it: several with the same id may follow one another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CommissionPlan)]
pub struct Plan {
    /// Short id; the one that people are assigned to.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// Currency that it pays in and counts in (ISO 4217).
    pub currency: String,
    /// First day on which it holds.
    #[schema(value_type = String, format = "date")]
    pub from: Date,
    /// Last day on which it holds; open if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = "date")]
    pub until: Option<Date>,
    /// How long negotiated prices are cumulated.
    pub period: PeriodLength,
    /// Share of the negotiated price that is paid below the first tier: `0.05`.
    pub rate: Decimal,
    /// Rates further up, ascending.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tiers: Vec<Tier>,
    /// Cumulated negotiated price that a person is to reach in a period, in minor units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target_minor: Option<i64>,
    /// Factors on the rate above a share of the target, ascending.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accelerators: Vec<Accelerator>,
    /// The most that a deal pays, to all that share it, in minor units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap_per_deal_minor: Option<i64>,
    /// The most that the deals of a period pay a person, in minor units. Corrections are not capped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap_per_period_minor: Option<i64>,
    /// Advance for a full period, in minor units: so much is paid at least, and recovered from later periods.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub draw_minor: i64,
    /// What is taken back when a customer leaves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clawback: Option<Clawback>,
}

fn is_zero(minor: &i64) -> bool {
    *minor == 0
}

/// A rate for the part of the period's cumulated negotiated price that lies above an amount.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CommissionTier)]
pub struct Tier {
    /// Where it begins, in minor units.
    pub from_minor: i64,
    /// Share of the negotiated price that is paid.
    pub rate: Decimal,
}

/// A factor on the rate for the part of the cumulated negotiated price that lies above a share of the target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CommissionAccelerator)]
pub struct Accelerator {
    /// Share of the target from which it holds: `1` is the target, `1.2` a fifth more.
    pub above: Decimal,
    /// What the rate is multiplied by.
    pub factor: Decimal,
}

/// What is taken back when the customer of a deal leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CommissionClawback)]
pub struct Clawback {
    /// Days after the close within which a leaving counts, the last included.
    pub within_days: u32,
    /// How much is taken back.
    pub takes: ClawbackShare,
}

/// How much of a commission is taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = CommissionClawbackShare)]
pub enum ClawbackShare {
    /// All of it.
    Full,
    /// The share of the days that the customer did not stay, rounded half-even.
    ProRata,
}

impl Plan {
    /// True if it holds on this day.
    pub fn holds(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }

    /// Looks whether it can be computed with.
    ///
    /// # Errors
    /// [`CommissionError::Plan`] with the first field that cannot be used.
    pub fn check(&self) -> Result<(), CommissionError> {
        match self.flaw() {
            None => Ok(()),
            Some((field, problem)) => Err(CommissionError::Plan { plan: self.id.clone(), field, problem }),
        }
    }

    fn flaw(&self) -> Option<(String, &'static str)> {
        let negative = |minor: &Option<i64>| minor.is_some_and(|minor| minor < 0);
        let plain = [
            ("currency", self.currency.is_empty(), "is empty"),
            ("until", self.until.is_some_and(|until| until < self.from), "is before the first day"),
            ("rate", self.rate < Decimal::ZERO, "is below 0"),
            ("target_minor", self.target_minor.is_some_and(|target| target <= 0), "is not above 0"),
            ("accelerators", self.target_minor.is_none() && !self.accelerators.is_empty(), "need a target"),
            ("cap_per_deal_minor", negative(&self.cap_per_deal_minor), "is below 0"),
            ("cap_per_period_minor", negative(&self.cap_per_period_minor), "is below 0"),
            ("draw_minor", self.draw_minor < 0, "is below 0"),
            ("clawback.within_days", self.clawback.as_ref().is_some_and(|c| c.within_days == 0), "is not above 0"),
        ];
        plain
            .into_iter()
            .find(|(_, wrong, _)| *wrong)
            .map(|(field, _, problem)| (field.to_owned(), problem))
            .or_else(|| self.flaw_of_steps())
    }

    fn flaw_of_steps(&self) -> Option<(String, &'static str)> {
        for (i, tier) in self.tiers.iter().enumerate() {
            let before = i.checked_sub(1).map_or(-1, |before| self.tiers[before].from_minor);
            if tier.from_minor <= before {
                return Some((format!("tiers[{i}].from_minor"), "is not above the tier before, or is below 0"));
            }
            if tier.rate < Decimal::ZERO {
                return Some((format!("tiers[{i}].rate"), "is below 0"));
            }
        }
        for (i, step) in self.accelerators.iter().enumerate() {
            let before = i.checked_sub(1).map(|before| self.accelerators[before].above);
            if step.above < Decimal::ZERO || before.is_some_and(|before| step.above <= before) {
                return Some((format!("accelerators[{i}].above"), "is not above the step before, or is below 0"));
            }
            if step.factor < Decimal::ZERO {
                return Some((format!("accelerators[{i}].factor"), "is below 0"));
            }
        }
        None
    }
}
