//! Why commissions cannot be computed.

use jiff::civil::Date;

/// What is wrong with the input, said to the one who can put it right.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CommissionError {
    /// A field of a plan cannot be used.
    #[error("plan {plan}: {field} {problem}")]
    Plan {
        /// The plan's id.
        plan: String,
        /// The field: `tiers[1].rate`.
        field: String,
        /// What is wrong with it.
        problem: &'static str,
    },
    /// Two versions of a plan hold on the same day.
    #[error("plan {plan}: two versions hold on {day}; let one end before the other begins")]
    Overlap {
        /// The plan's id.
        plan: String,
        /// The first such day.
        day: Date,
    },
    /// An assignment cannot be used.
    #[error("assignment of {person} from {from}: {problem}")]
    Assignment {
        /// Who.
        person: String,
        /// Its first day.
        from: Date,
        /// What is wrong with it.
        problem: &'static str,
    },
    /// A deal cannot be used.
    #[error("deal {deal}: {problem}")]
    Deal {
        /// The deal's key.
        deal: String,
        /// What is wrong with it.
        problem: &'static str,
    },
    /// Deals in a currency that is worth nothing known on the day they were won.
    #[error("there is no exchange rate for {}; enter one that holds on the day each was won", listed(.deals))]
    NoRate {
        /// All of them.
        deals: Vec<DealWithoutRate>,
    },
    /// An exchange rate cannot be used.
    #[error("exchange rate from {from} to {to} of {day}: it is not above 0")]
    Rate {
        /// The currency that is changed.
        from: String,
        /// The currency it is changed into.
        to: String,
        /// Its first day.
        day: Date,
    },
    /// A churn cannot be used.
    #[error("churn of deal {deal} on {day}: {problem}")]
    Churn {
        /// The deal's key.
        deal: String,
        /// The day.
        day: Date,
        /// What is wrong with it.
        problem: &'static str,
    },
    /// A correction belongs on no statement.
    #[error(
        "correction of {person} on {day}: {person} has no plan in {currency} on that day or before; assign one or use \
         another currency"
    )]
    Correction {
        /// Who.
        person: String,
        /// The day.
        day: Date,
        /// The correction's currency.
        currency: String,
    },
    /// A sum is larger than can be counted.
    #[error("the amounts of {what} are too large to be counted")]
    Overflow {
        /// `deal D-1`, `the statement of Ann from 2026-01-01`.
        what: String,
    },
}

/// A deal whose price cannot be changed into its plan's currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DealWithoutRate {
    /// The deal's key.
    pub deal: String,
    /// Its currency.
    pub from: String,
    /// The plan's currency.
    pub to: String,
    /// The day on which it was won.
    pub day: Date,
}

fn listed(deals: &[DealWithoutRate]) -> String {
    let each = deals.iter().map(|d| format!("deal {} ({} to {} on {})", d.deal, d.from, d.to, d.day));
    each.collect::<Vec<_>>().join(", ")
}
