//! Shares with their intervals as bars.

use super::{Drawing, Picture, Tone};
use crate::words;

const BAR: f64 = 120.0;

/// Part of 0 to 100 % that holds the intervals of all rows: from and to, on whole tenths, as `(0.4, 0.8)`.
pub fn range_scale(rows: &[(Option<f64>, Option<f64>)]) -> (f64, f64) {
    let low = rows.iter().filter_map(|r| share(r.0)).fold(1.0, f64::min);
    let high = rows.iter().filter_map(|r| share(r.1)).fold(0.0, f64::max);
    let (from, to) = ((low * 10.0 + 1e-9).floor() / 10.0, (high * 10.0 - 1e-9).ceil() / 10.0);
    if from < to { (from, to) } else { (0.0, 1.0) }
}

/// One interval on a part of 0 to 100 % as [`range_scale`] gives it, for a cell of a table; `all` marks the share of
/// all deals.
pub fn range_bar(
    low: Option<f64>,
    rate: Option<f64>,
    high: Option<f64>,
    all: Option<f64>,
    scale: (f64, f64),
) -> Picture {
    let share = |value| share(value).map(|v| ((v - scale.0) / (scale.1 - scale.0)).clamp(0.0, 1.0));
    let spoken = (low, high);
    let mut drawing = Drawing::new(BAR, 14.0);
    drawing.bar((0.0, 6.0), (BAR, 2.0), 1.0, Tone::Grid, 1.0);
    if let Some(all) = share(all) {
        drawing.line((all * BAR, 1.0), (all * BAR, 13.0), 1.0, Tone::Muted);
    }
    let alt = match (share(low), share(rate), share(high)) {
        (Some(low), Some(rate), Some(high)) => {
            drawing.bar((low * BAR, 4.0), ((high - low) * BAR, 6.0), 3.0, Tone::Won, 0.45);
            drawing.dot((rate * BAR, 7.0), 3.0, Tone::Won, true);
            format!("{} to {}", words::percent(spoken.0), words::percent(spoken.1))
        }
        _ => "no closed deals".into(),
    };
    drawing.finish(alt)
}

fn share(value: Option<f64>) -> Option<f64> {
    value.filter(|v| v.is_finite()).map(|v| v.clamp(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[test]
    fn a_bar_spans_the_interval() {
        let bar = range_bar(Some(0.5), Some(0.6), Some(0.75), Some(0.63), (0.0, 1.0));
        assert!(bar.svg.contains("x=\"60\" y=\"4\" width=\"30\""), "{}", bar.svg);
        assert!(bar.svg.contains("cx=\"72\""), "{}", bar.svg);
        assert_eq!(bar.alt, "50 % to 75 %");
    }

    #[test]
    fn a_narrow_scale_spreads_the_interval() {
        let bar = range_bar(Some(0.5), Some(0.6), Some(0.75), None, (0.5, 1.0));
        assert!(bar.svg.contains("x=\"0\" y=\"4\" width=\"60\""), "{}", bar.svg);
        assert_eq!(bar.alt, "50 % to 75 %");
    }

    #[rstest]
    #[case(&[], (0.0, 1.0))]
    #[case(&[(None, None)], (0.0, 1.0))]
    #[case(&[(Some(0.62), Some(0.64))], (0.6, 0.7))]
    #[case(&[(Some(0.41), Some(0.6)), (Some(0.5), Some(0.77))], (0.4, 0.8))]
    #[case(&[(Some(0.0), Some(1.0))], (0.0, 1.0))]
    fn scales(#[case] rows: &[(Option<f64>, Option<f64>)], #[case] scale: (f64, f64)) {
        assert_eq!(range_scale(rows), scale);
    }

    #[test]
    fn nothing_closed_draws_no_interval() {
        let bar = range_bar(None, None, None, None, (0.0, 1.0));
        assert!(!bar.svg.contains("circle"));
    }
}
