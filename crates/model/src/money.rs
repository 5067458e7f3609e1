//! Money as integer minor units with an ISO 4217 currency.

use serde::{Deserialize, Serialize};

/// An amount of money. `minor` counts the smallest unit, taken as 1/100 of the currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Money {
    /// Minor units: 12.34 USD is 1234.
    pub minor: i64,
    /// ISO 4217 code, upper case; empty where the source did not say.
    pub currency: String,
}

/// Minor units of plain decimal text with a point (`-1234.5` → -123450); `None` if it is no such text.
/// Digits after the second decimal are rounded half away from zero.
pub fn parse_minor(text: &str) -> Option<i64> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() || !whole.bytes().chain(fraction.bytes()).all(|b| b.is_ascii_digit()) {
        return None;
    }
    let digit = |i: usize| fraction.as_bytes().get(i).map_or(0, |b| i64::from(b - b'0'));
    let minor = whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(digit(0) * 10 + digit(1))?;
    let minor = if digit(2) >= 5 { minor.checked_add(1)? } else { minor };
    Some(if negative { -minor } else { minor })
}
