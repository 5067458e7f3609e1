//! Exact decimal numbers: rates, shares, factors, quantities and percentages.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// A decimal number of at most [`Decimal::PLACES`] places, exact. In JSON and TOML it is text (`"0.08"`): a number of
/// JSON passes through binary fractions on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, utoipa::ToSchema)]
#[schema(value_type = String, example = "0.08")]
pub struct Decimal(i64);

/// Text that is no [`Decimal`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no decimal number with a point and at most nine places, like \"0.08\"")]
pub struct DecimalError(pub String);

impl Decimal {
    /// Places after the point that are kept.
    pub const PLACES: u32 = 9;
    /// Units of 1.
    pub(crate) const SCALE: i128 = 1_000_000_000;
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// One.
    pub const ONE: Self = Self(1_000_000_000);

    /// How many times 10^-9 it is.
    pub fn units(self) -> i128 {
        i128::from(self.0)
    }

    /// The number that is `units` times 10^-9; `None` if it is too large.
    pub fn of_units(units: i128) -> Option<Self> {
        i64::try_from(units).ok().map(Self)
    }

    /// `minor` units times this, rounded half-even to a minor unit; `None` if that is too large.
    pub fn of(self, minor: i64) -> Option<i64> {
        narrow(round_half_even(self.units().checked_mul(minor.into())?, Self::SCALE))
    }

    /// `minor` units times this percentage, rounded half-even to a minor unit; `None` if that is too large.
    pub fn percent_of(self, minor: i64) -> Option<i64> {
        narrow(round_half_even(self.units().checked_mul(minor.into())?, Self::SCALE * 100))
    }

    /// `part` as a percentage of `whole`, rounded half-even to two places; `None` for a whole of 0 or a result that is
    /// too large.
    pub fn percentage(part: i64, whole: i64) -> Option<Self> {
        let hundredths = i128::from(part) * 10_000;
        let rounded = (whole != 0)
            .then(|| round_half_even(hundredths * i128::from(whole.signum()), whole.unsigned_abs().into()))?;
        Self::of_units(rounded.checked_mul(Self::SCALE / 100)?)
    }

    /// A fraction as a percentage: 0.08 is `8 %`.
    pub fn as_percent(self) -> String {
        format!("{} %", scaled(self.units() * 100, Self::PLACES))
    }
}

/// `value` / `by` to the nearest whole, a half to the even one. `by` is above 0.
pub(crate) fn round_half_even(value: i128, by: i128) -> i128 {
    let (floor, rest) = (value.div_euclid(by), value.rem_euclid(by));
    match rest.cmp(&(by - rest)) {
        std::cmp::Ordering::Less => floor,
        std::cmp::Ordering::Equal => floor + floor.rem_euclid(2),
        std::cmp::Ordering::Greater => floor + 1,
    }
}

/// `minor` × `part` / `whole`, rounded half-even; `None` if that is too large. `whole` is above 0.
pub(crate) fn pro_rata(minor: i64, part: i64, whole: i64) -> Option<i64> {
    narrow(round_half_even(i128::from(minor) * i128::from(part), whole.into()))
}

fn narrow(value: i128) -> Option<i64> {
    i64::try_from(value).ok()
}

/// `value` times 10^-`places` as plain text, without zeros at its end.
pub(crate) fn scaled(value: i128, places: u32) -> String {
    let sign = if value < 0 { "-" } else { "" };
    let digits = format!("{:0>width$}", value.unsigned_abs(), width = places as usize + 1);
    let (whole, fraction) = digits.split_at(digits.len() - places as usize);
    let fraction = fraction.trim_end_matches('0');
    if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&scaled(self.units(), Self::PLACES))
    }
}

impl FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse(text).ok_or_else(|| DecimalError(text.to_owned()))
    }
}

fn parse(text: &str) -> Option<Decimal> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let known = fraction.trim_end_matches('0');
    let plain = whole.bytes().chain(fraction.bytes()).all(|b| b.is_ascii_digit());
    if whole.is_empty() || !plain || known.len() > Decimal::PLACES as usize {
        return None;
    }
    let fraction: i64 = format!("{known:0<width$}", width = Decimal::PLACES as usize).parse().ok()?;
    let whole = whole.parse::<i64>().ok()?.checked_mul(Decimal::ONE.0)?;
    Some(Decimal(sign * whole.checked_add(fraction)?))
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("0", "0")]
    #[case("0.60", "0.6")]
    #[case("-1.5", "-1.5")]
    #[case("12", "12")]
    #[case("0.000000001", "0.000000001")]
    #[case("0.0000000010", "0.000000001")]
    #[case("9223372036.854775807", "9223372036.854775807")]
    fn text_and_back(#[case] text: &str, #[case] shown: &str) {
        let read: Decimal = text.parse().unwrap();
        assert_eq!(read.to_string(), shown);
        assert_eq!(serde_json::to_string(&read).unwrap(), format!("\"{shown}\""));
        assert_eq!(serde_json::from_str::<Decimal>(&format!("\"{text}\"")).unwrap(), read);
    }

    #[rstest]
    #[case("")]
    #[case("-")]
    #[case(".5")]
    #[case("1,5")]
    #[case("1e3")]
    #[case("+1")]
    #[case("--1")]
    #[case("0.-5")]
    #[case("0.0000000001")]
    #[case("9223372036.854775808")]
    #[case("٣")]
    fn no_decimal(#[case] text: &str) {
        assert_eq!(text.parse::<Decimal>(), Err(DecimalError(text.to_owned())));
    }

    #[rstest]
    #[case("0.5", 1, 0)]
    #[case("0.5", 3, 2)]
    #[case("0.5", 5, 2)]
    #[case("0.5", -1, 0)]
    #[case("0.5", -3, -2)]
    #[case("0.500000001", 1, 1)]
    #[case("-0.500000001", 1, -1)]
    #[case("0.03", 1_126_775, 33_803)]
    fn half_goes_to_the_even_unit(#[case] rate: &str, #[case] minor: i64, #[case] product: i64) {
        assert_eq!(rate.parse::<Decimal>().unwrap().of(minor), Some(product));
    }

    #[rstest]
    #[case(1, 3, "33.33")]
    #[case(-1, 3, "-33.33")]
    #[case(1, -3, "-33.33")]
    #[case(1, 8, "12.5")]
    #[case(75_000, 1_200_000, "6.25")]
    #[case(5, 100_000, "0")]
    #[case(15, 100_000, "0.02")]
    fn shares_in_percent(#[case] part: i64, #[case] whole: i64, #[case] percent: &str) {
        assert_eq!(Decimal::percentage(part, whole).map(|p| p.to_string()).as_deref(), Some(percent));
    }

    #[rstest]
    #[case("0.08", "8 %")]
    #[case("0.0725", "7.25 %")]
    #[case("1", "100 %")]
    fn a_fraction_in_percent(#[case] rate: &str, #[case] shown: &str) {
        assert_eq!(rate.parse::<Decimal>().unwrap().as_percent(), shown);
    }

    #[test]
    fn what_is_too_large() {
        assert_eq!(Decimal::of_units(i64::MAX.into()).and_then(|d| d.of(i64::MAX)), None);
        assert_eq!(Decimal::percentage(1, 0), None);
        assert_eq!(Decimal::percentage(i64::MAX, 1), None);
        assert_eq!(Decimal::percentage(1, i64::MIN), Some(Decimal::ZERO));
    }
}
