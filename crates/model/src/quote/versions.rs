//! The versions of a quote: a new one follows, none is edited.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Quote, QuoteError, difference, total};
use crate::decimal::Decimal;

/// The versions of a quote, from the first; at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versions {
    first: Quote,
    later: Vec<Quote>,
}

/// A step of the negotiation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = QuoteRevision)]
pub struct Revision {
    /// The version.
    pub version: u32,
    /// The day on which it was made.
    #[schema(value_type = String, format = "date")]
    pub issued: Date,
    /// Currency (ISO 4217).
    pub currency: String,
    /// Price before tax, in minor units.
    pub net_minor: i64,
    /// All discounts in percent of the list price.
    pub discounted_percent: Decimal,
    /// What changed from the version before; `None` for the first, or if nothing did.
    pub changed: Option<String>,
}

impl Versions {
    /// The first version.
    ///
    /// # Errors
    /// [`QuoteError::Chain`] if it is not numbered 1.
    pub fn new(first: Quote) -> Result<Self, QuoteError> {
        follows(None, &first)?;
        Ok(Self { first, later: Vec::new() })
    }

    /// The next version.
    ///
    /// # Errors
    /// [`QuoteError::Chain`] if it is of another quote or does not have the next number.
    pub fn push(&mut self, next: Quote) -> Result<(), QuoteError> {
        follows(Some(self.current()), &next)?;
        self.later.push(next);
        Ok(())
    }

    /// The one that counts.
    pub fn current(&self) -> &Quote {
        self.later.last().unwrap_or(&self.first)
    }

    /// All of them, from the first.
    pub fn all(&self) -> impl Iterator<Item = &Quote> {
        std::iter::once(&self.first).chain(&self.later)
    }

    /// The negotiation down to the price of the current version.
    ///
    /// # Errors
    /// [`QuoteError::Fields`] if a version cannot be computed.
    pub fn history(&self) -> Result<Vec<Revision>, QuoteError> {
        let before = std::iter::once(None).chain(self.all().map(Some));
        let revision = |(before, quote): (Option<&Quote>, &Quote)| {
            let total = total(quote)?;
            Ok(Revision {
                version: quote.version,
                issued: quote.issued,
                currency: total.currency,
                net_minor: total.net_minor,
                discounted_percent: total.discounted_percent,
                changed: before.map_or(Ok(None), |before| difference(before, quote))?,
            })
        };
        before.zip(self.all()).map(revision).collect()
    }
}

fn follows(before: Option<&Quote>, next: &Quote) -> Result<(), QuoteError> {
    let (of, version) = before.map_or((&next.number, 0), |before| (&before.number, before.version));
    if *of == next.number && version.checked_add(1) == Some(next.version) {
        return Ok(());
    }
    Err(QuoteError::Chain { number: next.number.clone(), found: next.version, before: version, of: of.clone() })
}
