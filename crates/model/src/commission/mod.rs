//! Commission on the negotiated price.
//!
//! A deal is priced on the day it is won, by the plan that the first who shares it then goes by: marginal rates on the
//! part of the period's cumulated negotiated price that the deal adds, times the factor of the accelerators reached,
//! rounded half-even to a minor unit, no more than the cap per deal. Its parts are rounded half-even too; what rounding
//! leaves goes to the first. Source: the cases of `commission_decimal`, computed with Python's `decimal`.
//!
//! ```
//! use model::commission::{Input, statements};
//!
//! let input: Input = serde_json::from_str(r#"{
//!     "plans": [{
//!         "id": "standard", "name": "Standard", "currency": "EUR", "from": "2026-01-01", "period": "month",
//!         "rate": "0.05", "tiers": [{ "from_minor": 5000000, "rate": "0.08" }]
//!     }],
//!     "assignments": [{ "person": "Ann", "plan": "standard", "from": "2026-01-01" }],
//!     "deals": [{
//!         "id": "D-1", "closed": "2026-01-12", "price_minor": 6000000, "currency": "EUR",
//!         "split": [{ "person": "Ann", "share": "1" }]
//!     }],
//!     "through": "2026-01-31"
//! }"#)?;
//! let statement = &statements(&input)?.statements[0];
//! assert_eq!(statement.total_minor, 2_500_00 + 800_00);
//! assert_eq!(
//!     statement.says()[0],
//!     "D-1, won on 2026-01-12 for 60,000.00 EUR: 50,000.00 at 5 % + 10,000.00 at 8 % = 3300, rounded 3,300.00 EUR."
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! What is decided here and could have been decided otherwise:
//!
//! - There is a statement per person, plan version and period. A change of plan within a period begins the count of
//!   prices anew.
//! - A share of a deal goes on the statement of the one who gets it, by their own plan; where they have none in the
//!   currency in which the deal pays, by the plan that prices the deal.
//! - A deal in another currency is changed by the last rate on or before the day it was won; if any has none, all those
//!   deals are named and nothing is computed, for a missing price would move the tiers of the others. Statements in
//!   several currencies stay apart, and so do the balances carried between them.
//! - The cap of a period takes off from the deals that were won last. Clawbacks and corrections are not capped.
//! - The draw is for a full period and shrinks with the days on which the person does not go by the plan. Targets, tiers
//!   and caps do not.
//! - What is paid is never below the draw, so never below 0: the difference is carried and recovered from what is earned
//!   later, even if it comes from a clawback.
//! - A churn takes back from what was paid for the deal, in the period in which the customer leaves. It does not price
//!   other deals anew.

mod book;
mod check;
mod error;
mod exchange;
mod input;
mod period;
mod plan;
mod plan_says;
mod price;
mod roster;
mod says;
mod settle;
mod statement;
#[cfg(test)]
mod tests;
mod told;

pub use self::{
    error::{CommissionError, DealWithoutRate},
    input::{Assignment, Churn, Correction, ExchangeRate, Input, Share, WonDeal},
    period::{Period, PeriodLength},
    plan::{Accelerator, Clawback, ClawbackShare, Plan, Tier},
    price::Piece,
    statement::{Accelerated, ClawbackLine, CorrectionLine, DealWithoutPlan, Draw, Line, Statement, Statements},
    told::{PERSON, Price, Told, split_attributes, told},
};

/// The statements of everybody as of [`Input::through`], by person and period.
///
/// # Errors
/// [`CommissionError`] names the plan, assignment, deal, churn or correction that cannot be used.
pub fn statements(input: &Input) -> Result<Statements, CommissionError> {
    check::check(input)?;
    let mut book = book::Book::open(input);
    book.post_deals()?;
    book.post_corrections()?;
    for statement in book.statements.values_mut() {
        statement.cap().ok_or_else(|| statement.overflow())?;
    }
    book.post_clawbacks()?;
    settle::settle(book.statements.iter_mut().map(|(key, statement)| (&input.plans[key.plan], statement)))?;
    Ok(Statements { statements: book.statements.into_values().collect(), without_plan: book.without_plan })
}
