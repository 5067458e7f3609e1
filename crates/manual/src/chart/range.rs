//! Shares with their intervals as bars.

use super::{Anchor, Drawing, Picture, Tone, WIDTH};
use crate::words;

/// A share with its interval.
#[derive(Debug, Clone, PartialEq)]
pub struct RangeRow {
    /// Whose.
    pub label: String,
    /// The share, 0 to 1.
    pub rate: Option<f64>,
    /// Lower bound.
    pub low: Option<f64>,
    /// Upper bound.
    pub high: Option<f64>,
    /// Of how many.
    pub count: u64,
}

const BAR: f64 = 120.0;

/// One interval on a scale of 0 to 100 %, for a cell of a table; `all` marks the share of all deals.
pub fn range_bar(low: Option<f64>, rate: Option<f64>, high: Option<f64>, all: Option<f64>) -> Picture {
    let mut drawing = Drawing::new(BAR, 14.0);
    drawing.bar((0.0, 6.0), (BAR, 2.0), 1.0, Tone::Grid, 1.0);
    if let Some(all) = share(all) {
        drawing.line((all * BAR, 1.0), (all * BAR, 13.0), 1.0, Tone::Muted);
    }
    let alt = match (share(low), share(rate), share(high)) {
        (Some(low), Some(rate), Some(high)) => {
            drawing.bar((low * BAR, 4.0), ((high - low) * BAR, 6.0), 3.0, Tone::Won, 0.45);
            drawing.dot((rate * BAR, 7.0), 3.0, Tone::Won, true);
            format!("{} to {}", words::percent(Some(low)), words::percent(Some(high)))
        }
        _ => "no closed deals".into(),
    };
    drawing.finish(alt)
}

/// Shares below one another on one scale of 0 to 100 %; none without rows.
pub fn ranges(rows: &[RangeRow], all: Option<f64>) -> Option<Picture> {
    if rows.is_empty() {
        return None;
    }
    let (left, right, row) = (190.0, 96.0, 24.0);
    let scale = WIDTH - left - right;
    let bottom = 18.0 + row * rows.len() as f64;
    let mut drawing = Drawing::new(WIDTH, bottom + 22.0);
    for k in 0..=4 {
        let x = left + scale * f64::from(k) / 4.0;
        drawing.line((x, 16.0), (x, bottom), 1.0, Tone::Grid);
        drawing.text((x, bottom + 16.0), Anchor::Middle, 11.0, Tone::Muted, &format!("{} %", k * 25));
    }
    if let Some(all) = share(all) {
        let x = left + all * scale;
        drawing.line((x, 14.0), (x, bottom), 1.0, Tone::Muted);
        drawing.text((x, 10.0), Anchor::Middle, 11.0, Tone::Muted, &format!("all deals {}", words::percent(Some(all))));
    }
    for (i, it) in rows.iter().enumerate() {
        let y = 18.0 + row * i as f64 + row / 2.0;
        drawing.text((left - 10.0, y + 4.0), Anchor::End, 12.0, Tone::Ink, &words::short(&it.label, 28));
        if let (Some(low), Some(rate), Some(high)) = (share(it.low), share(it.rate), share(it.high)) {
            drawing.bar((left + low * scale, y - 4.0), ((high - low) * scale, 8.0), 4.0, Tone::Won, 0.4);
            drawing.dot((left + rate * scale, y), 4.0, Tone::Won, true);
        }
        let count = format!("{} of {}", words::percent(it.rate), words::count(it.count));
        drawing.text((WIDTH, y + 4.0), Anchor::End, 11.5, Tone::Ink, &count);
    }
    let told: Vec<String> = rows.iter().map(|r| format!("{} {}", r.label, words::percent(r.rate))).collect();
    Some(drawing.finish(format!("Win rates with intervals at 95 %: {}.", told.join(", "))))
}

fn share(value: Option<f64>) -> Option<f64> {
    value.filter(|v| v.is_finite()).map(|v| v.clamp(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_spans_the_interval() {
        let bar = range_bar(Some(0.5), Some(0.6), Some(0.75), Some(0.63));
        assert!(bar.svg.contains("x=\"60\" y=\"4\" width=\"30\""), "{}", bar.svg);
        assert!(bar.svg.contains("cx=\"72\""), "{}", bar.svg);
        assert_eq!(bar.alt, "50 % to 75 %");
    }

    #[test]
    fn nothing_closed_draws_no_interval() {
        let bar = range_bar(None, None, None, None);
        assert!(!bar.svg.contains("circle"));
        assert_eq!(ranges(&[], None), None);
    }
}
