//! Quotes: what is offered at which price, until when, and who must agree to the discount.
//!
//! The list price of a line is quantity × unit price, rounded half-even to a minor unit; a price tier counts for the
//! whole quantity once it is reached and is no discount. Discounts come off the line, then off the whole. The discount on
//! the whole is spread over the tax rates in proportion to their net prices, and the tax is rounded once per rate (EN
//! 16931, rule BR-CO-17), here half-even.
//!
//! ```
//! use model::quote::{Quote, total};
//!
//! let quote: Quote = serde_json::from_str(r#"{
//!     "number": "Q-1", "version": 1, "currency": "EUR", "issued": "2026-03-02", "valid_until": "2026-03-31",
//!     "lines": [{
//!         "id": "a", "product": "Pro licence", "quantity": "10", "unit": { "minor": 12000, "currency": "EUR" },
//!         "discount": { "percent": "5" }, "tax_percent": "19"
//!     }]
//! }"#)?;
//! let total = total(&quote)?;
//! assert_eq!((total.net_minor, total.tax_minor, total.total_minor), (1_140_00, 216_60, 1_356_60));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod approval;
mod difference;
mod offer;
mod problem;
#[cfg(test)]
mod tests;
pub mod told;
mod total;
mod versions;

pub use self::{
    approval::{Approval, DiscountLimit, DiscountPolicy, needs_approval},
    difference::difference,
    offer::{Discount, PriceTier, Quote, QuoteLine},
    problem::{Fault, Problem, QuoteError},
    told::{QuoteApproval, QuoteNews, QuoteOfDeal, QuoteStanding, agreed, quotes},
    total::{LineTotal, TaxTotal, Total, total},
    versions::{Revision, Versions},
};
