//! A plan as it is written.

use jiff::civil::Date;
use model::{
    Decimal,
    commission::{Accelerator, Clawback, PeriodLength, Plan, Tier},
};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{currency, day};
use crate::{
    commission::{LARGEST_MINOR, refused},
    problem::{Answer, Problem},
    routes::users::text,
};

const MOST_STEPS: usize = 30;
const LARGEST_FACTOR: i128 = 100;
const MOST_DAYS: u32 = 3_660;

/// What a plan, or a version of it, says.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanTerms {
    /// What people call it.
    pub name: String,
    /// Currency that it pays in and counts in (ISO 4217).
    pub currency: String,
    /// First day on which it holds.
    #[schema(value_type = String, format = "date")]
    pub from: Date,
    /// Last day on which it holds; open if left out.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "date")]
    pub until: Option<Date>,
    /// How long negotiated prices are cumulated.
    pub period: PeriodLength,
    /// Share of the negotiated price that is paid below the first tier: `0.05`.
    pub rate: Decimal,
    /// Rates further up, ascending.
    #[serde(default)]
    pub tiers: Vec<Tier>,
    /// Cumulated negotiated price that a person is to reach in a period, in minor units.
    #[serde(default)]
    pub target_minor: Option<i64>,
    /// Factors on the rate above a share of the target, ascending.
    #[serde(default)]
    pub accelerators: Vec<Accelerator>,
    /// The most that a deal pays, in minor units.
    #[serde(default)]
    pub cap_per_deal_minor: Option<i64>,
    /// The most that the deals of a period pay a person, in minor units.
    #[serde(default)]
    pub cap_per_period_minor: Option<i64>,
    /// Advance for a full period, in minor units.
    #[serde(default)]
    pub draw_minor: i64,
    /// What is taken back when a customer leaves.
    #[serde(default)]
    pub clawback: Option<Clawback>,
}

impl PlanTerms {
    /// A version of the plan with this id.
    ///
    /// # Errors
    /// 422 naming the field.
    pub fn of_plan(self, id: String) -> Answer<Plan> {
        day("from", self.from)?;
        self.until.map_or(Ok(()), |until| day("until", until))?;
        let plan = Plan {
            id,
            name: text("name", &self.name)?,
            currency: currency("currency", &self.currency)?,
            from: self.from,
            until: self.until,
            period: self.period,
            rate: self.rate,
            tiers: self.tiers,
            target_minor: self.target_minor,
            accelerators: self.accelerators,
            cap_per_deal_minor: self.cap_per_deal_minor,
            cap_per_period_minor: self.cap_per_period_minor,
            draw_minor: self.draw_minor,
            clawback: self.clawback,
        };
        bounded(&plan)?;
        plan.check().map_err(|error| refused(&error))?;
        Ok(plan)
    }
}

/// What nobody means, and what could not be counted.
fn bounded(plan: &Plan) -> Answer<()> {
    let rates = plan.tiers.iter().enumerate().map(|(at, tier)| (format!("tiers[{at}].rate"), tier.rate));
    for (field, rate) in std::iter::once(("rate".to_owned(), plan.rate)).chain(rates) {
        if rate > Decimal::ONE {
            return Err(Problem::field(&field, "A rate is a share of the price, 1 at most: 0.05 is 5 %."));
        }
    }
    if plan.tiers.len() > MOST_STEPS {
        return Err(Problem::field("tiers", format!("At most {MOST_STEPS} tiers, please.")));
    }
    if plan.accelerators.len() > MOST_STEPS {
        return Err(Problem::field("accelerators", format!("At most {MOST_STEPS} accelerators, please.")));
    }
    let largest = Decimal::of_units(LARGEST_FACTOR * Decimal::ONE.units()).unwrap_or(Decimal::ONE);
    for (at, step) in plan.accelerators.iter().enumerate() {
        for (name, number) in [("above", step.above), ("factor", step.factor)] {
            if number > largest {
                let field = format!("accelerators[{at}].{name}");
                return Err(Problem::field(
                    &field,
                    format!("At most {LARGEST_FACTOR}, please: 1.5 is half as much again."),
                ));
            }
        }
    }
    let tiers = plan.tiers.iter().enumerate().map(|(at, tier)| (format!("tiers[{at}].from_minor"), tier.from_minor));
    let amounts = [
        ("target_minor", plan.target_minor),
        ("cap_per_deal_minor", plan.cap_per_deal_minor),
        ("cap_per_period_minor", plan.cap_per_period_minor),
        ("draw_minor", Some(plan.draw_minor)),
    ];
    let amounts = amounts.into_iter().filter_map(|(field, minor)| Some((field.to_owned(), minor?)));
    if let Some((field, _)) = amounts.chain(tiers).find(|(_, minor)| *minor > LARGEST_MINOR) {
        return Err(Problem::field(&field, "This is more than can be counted."));
    }
    match &plan.clawback {
        Some(clawback) if clawback.within_days > MOST_DAYS => {
            Err(Problem::field("clawback.within_days", format!("At most {MOST_DAYS} days, please.")))
        }
        _ => Ok(()),
    }
}
