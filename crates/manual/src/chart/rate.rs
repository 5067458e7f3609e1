//! Win rate over time with its interval as a band.

use insight::measure::WinRatePoint;

use super::{Anchor, Drawing, Picture, Tone, WIDTH, text_width};
use crate::words;

const LEFT: f64 = 40.0;
const RIGHT: f64 = 98.0;
const TOP: f64 = 10.0;
const PLOT: f64 = 200.0;

/// The share won of the deals closed in each step; the band is the interval at 95 %, the figures below count the
/// closed deals. None where nothing was closed.
pub fn rate(points: &[WinRatePoint]) -> Option<Picture> {
    points.iter().rfind(|p| p.rate.is_some())?;
    let mut drawing = Drawing::new(WIDTH, TOP + PLOT + 50.0);
    let x = |i: usize| LEFT + 8.0 + (WIDTH - LEFT - RIGHT - 16.0) * (i as f64 + 0.5) / points.len() as f64;
    let y = |share: f64| TOP + PLOT * (1.0 - share.clamp(0.0, 1.0));
    for k in 0..=4 {
        let share = f64::from(k) / 4.0;
        drawing.line((LEFT, y(share)), (WIDTH - RIGHT, y(share)), 1.0, Tone::Grid);
        drawing.text((LEFT - 6.0, y(share) + 4.0), Anchor::End, 12.0, Tone::Muted, &format!("{} %", k * 25));
    }
    for run in runs(points) {
        band(&mut drawing, points, &run, x, y);
    }
    labels(&mut drawing, points, x);
    if let Some((i, last)) = points.iter().enumerate().rfind(|(_, p)| p.rate.is_some()) {
        let at = (x(i) + 10.0, y(last.rate.unwrap_or_default()).min(y(0.0) - 16.0));
        drawing.strong((at.0, at.1 + 1.0), Anchor::Start, 13.0, Tone::Won, &words::percent(last.rate));
        drawing.text((at.0, at.1 + 15.0), Anchor::Start, 12.0, Tone::Muted, &words::interval(last.low, last.high));
    }
    let told: Vec<String> = points
        .iter()
        .filter(|p| p.rate.is_some())
        .map(|p| format!("{} {} of {}", words::month(p.from), words::percent(p.rate), p.closed))
        .collect();
    Some(drawing.finish(format!("Win rate by date of closing: {}.", told.join(", "))))
}

/// Stretches of points that have a rate.
fn runs(points: &[WinRatePoint]) -> Vec<std::ops::Range<usize>> {
    let mut runs: Vec<std::ops::Range<usize>> = Vec::new();
    for (i, _) in points.iter().enumerate().filter(|(_, p)| p.rate.is_some()) {
        match runs.last_mut().filter(|run| run.end == i) {
            Some(run) => run.end = i + 1,
            None => runs.push(i..i + 1),
        }
    }
    runs
}

fn band(
    drawing: &mut Drawing,
    points: &[WinRatePoint],
    run: &std::ops::Range<usize>,
    x: impl Fn(usize) -> f64,
    y: impl Fn(f64) -> f64,
) {
    let bound = |i: usize, of: fn(&WinRatePoint) -> Option<f64>, other: f64| (x(i), y(of(&points[i]).unwrap_or(other)));
    let upper = run.clone().map(|i| bound(i, |p| p.high, 1.0));
    let lower = run.clone().rev().map(|i| bound(i, |p| p.low, 0.0));
    drawing.area(&upper.chain(lower).collect::<Vec<_>>(), Tone::Won, 0.18);
    let line: Vec<(f64, f64)> = run.clone().map(|i| bound(i, |p| p.rate, 0.0)).collect();
    drawing.way(&line, 1.75, Tone::Won, false);
    for (i, at) in run.clone().zip(&line) {
        if run.len() == 1 {
            let (low, high) = (bound(i, |p| p.low, 0.0), bound(i, |p| p.high, 1.0));
            drawing.line(low, high, 5.0, Tone::Grid);
        }
        drawing.dot(*at, 2.5, Tone::Won, true);
    }
}

/// Months and counts of closed deals below the axis, as many as there is room for.
fn labels(drawing: &mut Drawing, points: &[WinRatePoint], x: impl Fn(usize) -> f64) {
    let base = TOP + PLOT;
    let room = (WIDTH - LEFT - RIGHT) / points.len() as f64;
    let every = (text_width("Sep 2017", 12.0) * 1.15 / room).ceil().max(1.0) as usize;
    for (i, point) in points.iter().enumerate().filter(|(i, _)| i.is_multiple_of(every)) {
        drawing.text((x(i), base + 18.0), Anchor::Middle, 12.0, Tone::Ink, &words::month(point.from));
        drawing.text((x(i), base + 33.0), Anchor::Middle, 12.0, Tone::Muted, &words::count(point.closed));
    }
    drawing.text((WIDTH - RIGHT + 10.0, base + 33.0), Anchor::Start, 12.0, Tone::Muted, "deals closed");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(month: i8, won: u64, closed: u64) -> WinRatePoint {
        let at = |m: i8| jiff::civil::date(2017, m, 1).in_tz("UTC").map(|z| z.timestamp()).unwrap_or_default();
        let rate = (closed > 0).then(|| won as f64 / closed as f64);
        WinRatePoint {
            from: at(month),
            to: at(month + 1),
            won,
            closed,
            rate,
            low: rate.map(|r| r - 0.1),
            high: rate.map(|r| r + 0.1),
            won_minor: 0,
            median_days: None,
        }
    }

    #[test]
    fn nothing_closed_no_picture() {
        assert_eq!(rate(&[]), None);
        assert_eq!(rate(&[point(1, 0, 0)]), None);
    }

    #[test]
    fn a_month_without_deals_breaks_the_line() {
        let points = [point(1, 5, 10), point(2, 0, 0), point(3, 6, 10), point(4, 7, 10)];
        assert_eq!(runs(&points), vec![0..1, 2..4]);
        let alt = rate(&points).map(|p| p.alt).unwrap_or_default();
        assert_eq!(alt, "Win rate by date of closing: Jan 2017 50 % of 10, Mar 2017 60 % of 10, Apr 2017 70 % of 10.");
    }
}
