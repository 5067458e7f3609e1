//! Quotes: sums by hand, what is refused, who approves, what changed.

#![allow(clippy::unwrap_used, clippy::panic)]
#![allow(clippy::inconsistent_digit_grouping, reason = "minor units read as money: 1_000_00 is 1,000.00")]

mod sums;
mod terms;

use serde_json::{Value, json};

use super::*;

/// A quote in EUR; each line is written `Pro licence | 10 | 120.00 | 19 | 5 %`: product, quantity, unit price, tax, and
/// a discount in percent or as an amount. Its ids are `a`, `b`, …
fn quote(lines: &[&str], discount: &str) -> Quote {
    let line = |(at, text): (usize, &&str)| {
        let cells: Vec<&str> = text.split('|').map(str::trim).collect();
        let id = char::from(b'a' + u8::try_from(at).unwrap()).to_string();
        QuoteLine {
            id,
            product: cells[0].to_owned(),
            quantity: cells[1].parse().unwrap(),
            unit: crate::money::Money { minor: minor(cells[2]), currency: "EUR".into() },
            tiers: Vec::new(),
            discount: cells.get(4).and_then(|text| off(text)),
            tax_percent: cells.get(3).map_or("0", |text| *text).parse().unwrap(),
        }
    };
    Quote {
        number: "Q-1".into(),
        version: 1,
        currency: "EUR".into(),
        issued: "2026-03-02".parse().unwrap(),
        valid_until: "2026-03-31".parse().unwrap(),
        lines: lines.iter().enumerate().map(line).collect(),
        discount: off(discount),
        terms: String::new(),
    }
}

fn minor(text: &str) -> i64 {
    crate::money::parse_minor(text).unwrap()
}

fn off(text: &str) -> Option<Discount> {
    match text.strip_suffix(" %") {
        _ if text.is_empty() => None,
        Some(percent) => Some(Discount::Percent(percent.parse().unwrap())),
        None => Some(Discount::AmountMinor(minor(text))),
    }
}

/// The quote with fields of it, or of its first line, laid over.
fn with(quote: &Quote, fields: &Value, line: &Value) -> Quote {
    let mut whole = serde_json::to_value(quote).unwrap();
    whole.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    if let Some(first) = whole["lines"].as_array_mut().and_then(|lines| lines.first_mut()) {
        first.as_object_mut().unwrap().extend(line.as_object().unwrap().clone());
    }
    serde_json::from_value(whole).unwrap()
}

fn nothing() -> Value {
    json!({})
}
