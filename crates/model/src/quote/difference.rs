//! What changed from one version of a quote to another, in a sentence.

use super::{Discount, Quote, QuoteError, QuoteLine, total};
use crate::money::shown;

/// What changed, ending with the total: `Discount on Pro licence from 5 % to 12 %; total from 1,356.60 to 1,256.64 EUR`.
/// `None` if nothing did, the day on which it was made aside.
///
/// # Errors
/// [`QuoteError::Fields`] if one of them cannot be computed.
pub fn difference(before: &Quote, after: &Quote) -> Result<Option<String>, QuoteError> {
    let mut said = Vec::new();
    said.extend(told("currency", &before.currency, &after.currency));
    said.extend(of_lines(before, after));
    let discounts = (discount(before.discount, &before.currency), discount(after.discount, &after.currency));
    said.extend(told("discount on the whole", &discounts.0, &discounts.1));
    said.extend(told("validity", &before.valid_until.to_string(), &after.valid_until.to_string()));
    said.extend((before.terms != after.terms).then(|| "other terms".to_owned()));
    let (old, new) = (total(before)?, total(after)?);
    if old.currency != new.currency {
        let (from, to) = (shown(old.total_minor), shown(new.total_minor));
        said.push(format!("total from {from} {} to {to} {}", old.currency, new.currency));
    } else {
        let prices = told("total", &shown(old.total_minor), &shown(new.total_minor));
        said.extend(prices.map(|prices| format!("{prices} {}", new.currency)));
    }
    Ok(capitalised(&said.join("; ")))
}

fn told(what: &str, from: &str, to: &str) -> Option<String> {
    (from != to).then(|| format!("{what} from {from} to {to}"))
}

fn capitalised(text: &str) -> Option<String> {
    let first = text.chars().next()?;
    Some(first.to_uppercase().chain(text.chars().skip(1)).collect())
}

fn discount(discount: Option<Discount>, currency: &str) -> String {
    match discount {
        None => "none".to_owned(),
        Some(Discount::Percent(percent)) => format!("{percent} %"),
        Some(Discount::AmountMinor(amount)) => format!("{} {currency}", shown(amount)),
    }
}

fn of_lines(before: &Quote, after: &Quote) -> Vec<String> {
    let mut said = Vec::new();
    let named = |line: &QuoteLine| format!("{} × {}", line.quantity, line.product);
    let find = |quote: &'_ Quote, id: &str| quote.lines.iter().position(|line| line.id == id);
    for line in &before.lines {
        match find(after, &line.id) {
            Some(at) => said.extend(of_line(line, &after.lines[at])),
            None => said.push(format!("without {}", named(line))),
        }
    }
    let new = after.lines.iter().filter(|line| find(before, &line.id).is_none());
    said.extend(new.map(|line| format!("with {} at {} {}", named(line), shown(line.unit_minor()), line.unit.currency)));
    let kept = |quote: &Quote, other: &Quote| -> Vec<String> {
        let ids = quote.lines.iter().map(|line| line.id.clone());
        ids.filter(|id| find(other, id).is_some()).collect()
    };
    said.extend((kept(before, after) != kept(after, before)).then(|| "lines in another order".to_owned()));
    said
}

fn of_line(before: &QuoteLine, after: &QuoteLine) -> Vec<String> {
    let product = &after.product;
    let currency = |line: &QuoteLine| line.unit.currency.clone();
    let unit = |line: &QuoteLine| format!("{} {}", shown(line.unit.minor), currency(line));
    let off = |line: &QuoteLine| discount(line.discount, &currency(line));
    let changes = [
        told("product", &before.product, product),
        told(&format!("quantity of {product}"), &before.quantity.to_string(), &after.quantity.to_string()),
        told(&format!("unit price of {product}"), &unit(before), &unit(after)),
        (before.tiers != after.tiers).then(|| format!("other price tiers of {product}")),
        told(&format!("discount on {product}"), &off(before), &off(after)),
        told(&format!("tax on {product}"), &format!("{} %", before.tax_percent), &format!("{} %", after.tax_percent)),
    ];
    changes.into_iter().flatten().collect()
}
