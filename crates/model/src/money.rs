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

/// Minor units as plain decimal text with a point: -123450 → `-1234.50`. [`parse_minor`] reads it back.
pub fn decimal(minor: i64) -> String {
    let sign = if minor < 0 { "-" } else { "" };
    let size = minor.unsigned_abs();
    format!("{sign}{}.{:02}", size / 100, size % 100)
}

/// Digits with thousands apart: `1234567` → `1,234,567`.
pub fn thousands(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Minor units for people to read, thousands apart: -123450 → `-1,234.50`.
pub fn shown(minor: i64) -> String {
    let plain = decimal(minor);
    let (sign, size) = plain.strip_prefix('-').map_or(("", plain.as_str()), |size| ("-", size));
    let (whole, fraction) = size.split_once('.').unwrap_or((size, ""));
    format!("{sign}{}.{fraction}", thousands(whole))
}

/// A sum; `None` if it is too large.
pub(crate) fn sum(amounts: impl IntoIterator<Item = i64>) -> Option<i64> {
    amounts.into_iter().try_fold(0_i64, i64::checked_add)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("0", Some(0))]
    #[case("12.34", Some(1234))]
    #[case("-1234.5", Some(-123_450))]
    #[case("7.", Some(700))]
    #[case("1.005", Some(101))]
    #[case("1.004999", Some(100))]
    #[case("-0.995", Some(-100))]
    #[case("0.999", Some(100))]
    #[case("92233720368547758.07", Some(i64::MAX))]
    #[case("92233720368547758.08", None)]
    #[case("92233720368547758.079", None)]
    #[case("99999999999999999999", None)]
    #[case("", None)]
    #[case("-", None)]
    #[case(".5", None)]
    #[case("--5", None)]
    #[case("1,5", None)]
    #[case("1e3", None)]
    #[case("٣", None)]
    #[case(" 5", None)]
    fn minor_units(#[case] text: &str, #[case] minor: Option<i64>) {
        assert_eq!(parse_minor(text), minor);
    }

    #[rstest]
    #[case(0, "0.00")]
    #[case(5, "0.05")]
    #[case(-5, "-0.05")]
    #[case(-123_450, "-1234.50")]
    #[case(i64::MAX, "92233720368547758.07")]
    fn decimal_text_is_read_back(#[case] minor: i64, #[case] text: &str) {
        assert_eq!(decimal(minor), text);
        assert_eq!(parse_minor(text), Some(minor));
    }

    #[rstest]
    #[case(0, "0.00")]
    #[case(-5, "-0.05")]
    #[case(99_999, "999.99")]
    #[case(100_000, "1,000.00")]
    #[case(-123_456_789, "-1,234,567.89")]
    fn text_for_people(#[case] minor: i64, #[case] text: &str) {
        assert_eq!(shown(minor), text);
    }
}
