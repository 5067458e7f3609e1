//! What a quote comes to.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Fault, Problem, Quote, QuoteError, QuoteLine,
    problem::{in_line, problems},
};
use crate::{
    decimal::{Decimal, pro_rata},
    money::{shown, sum},
};

/// What a quote comes to, in minor units of its currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = QuoteTotal)]
pub struct Total {
    /// Currency (ISO 4217).
    pub currency: String,
    /// Its lines, in order.
    pub lines: Vec<LineTotal>,
    /// List price of all lines.
    pub list_minor: i64,
    /// What is left after the discounts on lines.
    pub subtotal_minor: i64,
    /// The discount on the whole.
    pub discount_minor: i64,
    /// The negotiated price: the subtotal less the discount on the whole, before tax.
    pub net_minor: i64,
    /// All discounts together.
    pub discounted_minor: i64,
    /// All discounts in percent of the list price, rounded half-even to two places; 0 for a list price of 0.
    pub discounted_percent: Decimal,
    /// Tax by rate, ascending.
    pub taxes: Vec<TaxTotal>,
    /// Sum of the taxes.
    pub tax_minor: i64,
    /// What is to be paid.
    pub total_minor: i64,
}

/// What a line comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = QuoteLineTotal)]
pub struct LineTotal {
    /// The line's id.
    pub id: String,
    /// What is sold.
    pub product: String,
    /// Price of one at this quantity.
    pub unit_minor: i64,
    /// Quantity × price of one, rounded half-even.
    pub list_minor: i64,
    /// The discount, rounded half-even.
    pub discount_minor: i64,
    /// The discount in percent of the list price, rounded half-even to two places; 0 for a list price of 0.
    pub discount_percent: Decimal,
    /// List price less discount.
    pub net_minor: i64,
}

/// The tax of one rate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = QuoteTaxTotal)]
pub struct TaxTotal {
    /// The rate in percent.
    pub percent: Decimal,
    /// Net price of the lines with it, less their part of the discount on the whole.
    pub net_minor: i64,
    /// The tax, rounded half-even.
    pub tax_minor: i64,
}

/// What a quote comes to.
///
/// # Errors
/// [`QuoteError::Fields`] with every field that cannot be used.
pub fn total(quote: &Quote) -> Result<Total, QuoteError> {
    let problems = problems(quote);
    if !problems.is_empty() {
        return Err(QuoteError::Fields(problems));
    }
    let (mut lines, mut wrong) = (Vec::new(), Vec::new());
    for (at, line) in quote.lines.iter().enumerate() {
        match of_line(line) {
            Ok(total) => lines.push(total),
            Err((field, fault)) => wrong.push(in_line(at, line, field, fault)),
        }
    }
    if !wrong.is_empty() {
        return Err(QuoteError::Fields(wrong));
    }
    let problem = |field: &str, fault| QuoteError::Fields(vec![Problem { line: None, field: field.into(), fault }]);
    let too_large = || problem("lines", Fault::TooLarge);
    let list_minor = sum(lines.iter().map(|line| line.list_minor)).ok_or_else(too_large)?;
    let subtotal_minor = sum(lines.iter().map(|line| line.net_minor)).ok_or_else(too_large)?;
    let discount_minor =
        quote.discount.map_or(Some(0), |discount| discount.off(subtotal_minor)).ok_or_else(too_large)?;
    if discount_minor > subtotal_minor {
        return Err(problem("discount", over_price(discount_minor, subtotal_minor)));
    }
    let taxes = taxes(quote, &lines, subtotal_minor, discount_minor).ok_or_else(too_large)?;
    let net_minor = subtotal_minor - discount_minor;
    let tax_minor = sum(taxes.iter().map(|tax| tax.tax_minor)).ok_or_else(too_large)?;
    Ok(Total {
        currency: quote.currency.clone(),
        lines,
        list_minor,
        subtotal_minor,
        discount_minor,
        net_minor,
        discounted_minor: list_minor - net_minor,
        discounted_percent: Decimal::percentage(list_minor - net_minor, list_minor).unwrap_or_default(),
        taxes,
        tax_minor,
        total_minor: net_minor.checked_add(tax_minor).ok_or_else(too_large)?,
    })
}

fn of_line(line: &QuoteLine) -> Result<LineTotal, (&'static str, Fault)> {
    let unit_minor = line.unit_minor();
    let list_minor = line.quantity.of(unit_minor).ok_or(("quantity", Fault::TooLarge))?;
    let discount_minor = line.discount.map_or(Some(0), |discount| discount.off(list_minor));
    let discount_minor = discount_minor.ok_or(("discount", Fault::TooLarge))?;
    if discount_minor > list_minor {
        return Err(("discount", over_price(discount_minor, list_minor)));
    }
    Ok(LineTotal {
        id: line.id.clone(),
        product: line.product.clone(),
        unit_minor,
        list_minor,
        discount_minor,
        discount_percent: Decimal::percentage(discount_minor, list_minor).unwrap_or_default(),
        net_minor: list_minor - discount_minor,
    })
}

fn over_price(amount_minor: i64, price_minor: i64) -> Fault {
    Fault::OverPrice { amount: shown(amount_minor), price: shown(price_minor) }
}

/// The tax of each rate. The discount on the whole is spread along the running sum of the net prices, so that its parts
/// sum to it and none is more than the net price that it comes off.
fn taxes(quote: &Quote, lines: &[LineTotal], subtotal_minor: i64, discount_minor: i64) -> Option<Vec<TaxTotal>> {
    let mut by_rate: BTreeMap<Decimal, i64> = BTreeMap::new();
    for (line, total) in quote.lines.iter().zip(lines) {
        *by_rate.entry(line.tax_percent).or_default() += total.net_minor;
    }
    let (mut counted, mut spread) = (0, 0);
    let mut taxes = Vec::new();
    for (percent, net_minor) in by_rate {
        counted += net_minor;
        let until = if subtotal_minor == 0 { 0 } else { pro_rata(discount_minor, counted, subtotal_minor)? };
        let net_minor = net_minor - (until - spread);
        spread = until;
        taxes.push(TaxTotal { percent, net_minor, tax_minor: percent.percent_of(net_minor)? });
    }
    Some(taxes)
}
