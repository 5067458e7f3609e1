//! Figures in words, as pages, prints and mails say them.

use model::metric::Unit;

use super::{Figure, Figures};
use crate::discover::sentence::grouped;

impl Figures {
    /// A value in this metric's unit: `63.1 %`, `12 days`, `EUR 4,200`; a dash where there is none.
    pub fn told(&self, value: Option<f64>) -> String {
        told(self.unit, &self.currency, value)
    }

    /// A figure as it is said: the value; of a few the counts; else why there is none.
    pub fn said(&self, figure: &Figure) -> String {
        match (figure.value, figure.yes) {
            (None, _) => figure.says.clone(),
            (_, Some(yes)) if figure.few && self.unit == Unit::Share => format!("{yes} of {}", figure.n),
            (value, _) => self.told(value),
        }
    }

    /// What a figure rests on: its interval, its counts; empty where there is nothing to say.
    pub fn basis(&self, figure: &Figure) -> String {
        let mut parts = Vec::new();
        if let (Some(low), Some(high), Some(_)) = (figure.low, figure.high, figure.value) {
            parts.push(format!("{} to {} at 95 %", self.told(Some(low)), self.told(Some(high))));
        }
        match (self.unit, figure.yes) {
            (Unit::Share, Some(yes)) if !figure.few => {
                parts.push(format!("{}\u{a0}of\u{a0}{}", grouped(yes), grouped(figure.n)))
            }
            (Unit::Share, Some(_)) | (Unit::Count, _) => {}
            (Unit::Share, None) if figure.value.is_none() => {}
            _ => parts.push(format!("of\u{a0}{}", grouped(figure.n))),
        }
        match self.unit {
            Unit::Share if figure.open > 0 => parts.push(format!("{} still open", grouped(figure.open))),
            Unit::Days if figure.open > 0 => parts.push(format!("{} not finished yet", grouped(figure.open))),
            _ => {}
        }
        parts.join(" · ")
    }
}

/// A value in a unit; money comes in minor units.
pub fn told(unit: Unit, currency: &str, value: Option<f64>) -> String {
    let Some(value) = value.filter(|v| v.is_finite()) else { return "–".to_owned() };
    match unit {
        Unit::Share => share(value),
        Unit::Days => time(value),
        Unit::Money => money(value, currency),
        Unit::MoneyADay => format!("{} a day", money(value, currency)),
        Unit::Count | Unit::Number => plain(value, 2),
    }
}

/// A share of 1 with one digit after the point.
fn share(value: f64) -> String {
    match value * 100.0 {
        percent if percent > 0.0 && percent < 0.1 => "<0.1 %".to_owned(),
        percent => format!("{} %", plain(percent, 1)),
    }
}

/// Days in the unit that fits.
fn time(days: f64) -> String {
    let (value, word) = match days {
        d if d < 0.0 => return format!("−{}", time(-d)),
        d if d == 0.0 || d >= 1.0 => (d, "day"),
        d if d < 1.0 / 24.0 => return format!("{} min", (d * 1440.0).round().max(1.0)),
        d => (d * 24.0, "hour"),
    };
    let figure = plain(value, usize::from(value < 10.0));
    if figure == "1" { format!("1 {word}") } else { format!("{figure} {word}s") }
}

fn money(minor: f64, currency: &str) -> String {
    let whole = minor / 100.0;
    let sign = if whole <= -0.5 { "−" } else { "" };
    let gap = if currency.is_empty() { "" } else { "\u{a0}" };
    format!("{currency}{gap}{sign}{}", grouped(whole.abs().round() as u64))
}

/// At most so many digits after the point, none of them a last zero; thousands apart.
fn plain(value: f64, digits: usize) -> String {
    // half away from zero, as the pages round
    let factor = if digits == 0 { 1.0 } else { 10_f64.powf(digits as f64) };
    let text = format!("{:.digits$}", (value.abs() * factor).round() / factor);
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let rest = rest.trim_end_matches('0');
    let whole = grouped(whole.parse().unwrap_or(u64::MAX));
    let sign = if value < 0.0 && (whole != "0" || !rest.is_empty()) { "−" } else { "" };
    if rest.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(Unit::Count, Some(1_234_567.0), "1,234,567")]
    #[case(Unit::Count, Some(0.0), "0")]
    #[case(Unit::Count, Some(3.25), "3.25")]
    #[case(Unit::Days, Some(-1.5), "−1.5 days")]
    #[case(Unit::Share, Some(0.631), "63.1 %")]
    #[case(Unit::Share, Some(0.7125), "71.3 %")]
    #[case(Unit::Share, Some(0.0004), "<0.1 %")]
    #[case(Unit::Share, Some(1.0), "100 %")]
    #[case(Unit::Days, Some(12.4), "12 days")]
    #[case(Unit::Days, Some(1.0), "1 day")]
    #[case(Unit::Days, Some(0.5), "12 hours")]
    #[case(Unit::Days, Some(0.0001), "1 min")]
    #[case(Unit::Days, Some(0.0), "0 days")]
    #[case(Unit::Money, Some(123_456_789.0), "EUR\u{a0}1,234,568")]
    #[case(Unit::Money, Some(-150.0), "EUR\u{a0}−2")]
    #[case(Unit::MoneyADay, Some(100_000.0), "EUR\u{a0}1,000 a day")]
    #[case(Unit::Number, Some(-0.001), "0")]
    #[case(Unit::Number, Some(1_234.5), "1,234.5")]
    #[case(Unit::Number, None, "–")]
    #[case(Unit::Number, Some(f64::NAN), "–")]
    fn values(#[case] unit: Unit, #[case] value: Option<f64>, #[case] says: &str) {
        assert_eq!(told(unit, "EUR", value), says);
    }
}
