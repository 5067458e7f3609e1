//! The typical time: the narrowest span that holds most of the times, and whether they fall into groups.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::stats::quantile::quantile;

/// Tenths of the times that a span has to hold.
const MOST: usize = 6;
/// With fewer times there is no span.
pub(crate) const LEAST: usize = 5;
/// With fewer times nothing is said of groups.
const GROUPED: usize = 30;
/// A group is at least this share of the times.
const GROUP: f64 = 0.15;
/// Between two groups the density falls below this share of the lower peak.
const VALLEY: f64 = 0.6;
/// Points of the density.
const GRID: usize = 512;

/// The unit in which a span is counted and told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SpanUnit {
    /// Hours.
    Hour,
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months of 30.4375 days.
    Month,
}

impl SpanUnit {
    /// Its length in days.
    pub(crate) fn days(self) -> f64 {
        match self {
            Self::Hour => 1.0 / 24.0,
            Self::Day => 1.0,
            Self::Week => 7.0,
            Self::Month => 30.4375,
        }
    }

    /// `week`.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
        }
    }

    /// The unit for times with this median in days.
    fn of(median: f64) -> Self {
        match median {
            m if m < 1.0 => Self::Hour,
            m if m < 21.0 => Self::Day,
            m if m < 183.0 => Self::Week,
            _ => Self::Month,
        }
    }
}

/// A span of whole units with the times in it, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Span {
    /// Unit of `from` and `to`.
    pub unit: SpanUnit,
    /// Whole units, 0 or more.
    pub from: u64,
    /// Whole units.
    pub to: u64,
    /// The same in days.
    pub from_days: f64,
    /// The same in days.
    pub to_days: f64,
    /// Deals in it.
    pub deals: u64,
    /// Of so many.
    pub of: u64,
}

impl Span {
    /// True for a time in days within it.
    pub(crate) fn holds(&self, days: f64) -> bool {
        // Room for the rounding of a whole number of units.
        days >= self.from_days - 1e-9 && days <= self.to_days + 1e-9
    }
}

/// The narrowest span of whole units that holds at least six in ten of the times (in days, sorted); of two that are
/// equally narrow the one that holds more, then the shorter times. None for fewer than five times.
///
/// It is the generalised shorth: of all intervals with the wanted share, the shortest, with its ends on whole units so
/// that what is said is what was counted. Linear in the number of times.
///
/// Source: the shorth (shortest half) in D. F. Andrews et al. (1972), Robust Estimates of Location, Princeton;
/// for any share: J. H. J. Einmahl and D. M. Mason (1992), Annals of Statistics 20, 1062–1078.
pub(crate) fn densest(sorted: &[f64]) -> Option<Span> {
    if sorted.len() < LEAST {
        return None;
    }
    let unit = SpanUnit::of(quantile(sorted, 0.5)?);
    let needed = (sorted.len() * MOST).div_ceil(10);
    let length = unit.days();
    let mut best: Option<Span> = None;
    let (mut first, mut end) = (0, 0);
    let mut last = None;
    for low in sorted {
        let from = (low / length + 1e-9).floor();
        if last == Some(from) {
            continue;
        }
        last = Some(from);
        while sorted[first] < from * length - 1e-9 {
            first += 1;
        }
        let Some(high) = sorted.get(first + needed - 1) else { break };
        let to = (high / length - 1e-9).ceil().max(from);
        end = end.max(first + needed);
        while end < sorted.len() && sorted[end] <= to * length + 1e-9 {
            end += 1;
        }
        let span = Span {
            unit,
            from: from as u64,
            to: to as u64,
            from_days: from * length,
            to_days: to * length,
            deals: (end - first) as u64,
            of: sorted.len() as u64,
        };
        let narrower = |b: &Span| (span.to - span.from, b.deals) < (b.to - b.from, span.deals);
        if best.as_ref().is_none_or(narrower) {
            best = Some(span);
        }
    }
    best
}

/// The groups that the times (in days, sorted) fall into, each with the span of its own middle; nothing where they are
/// one group or too few to say.
///
/// Peaks of a Gaussian kernel density with Silverman's bandwidth 0.9 min(s, IQR/1.34) n^(−1/5); two peaks are two groups
/// if the density between them falls below 0.6 of the lower one and each side holds at least 15 % of the times. It is a
/// description, no test.
///
/// Source: B. W. Silverman (1986), Density Estimation for Statistics and Data Analysis, 3.4.2.
pub(crate) fn groups(sorted: &[f64]) -> Vec<Span> {
    let cuts = valleys(sorted);
    if cuts.is_empty() {
        return Vec::new();
    }
    let mut from = 0;
    let mut spans = Vec::new();
    for cut in cuts.into_iter().chain([f64::INFINITY]) {
        let to = sorted.partition_point(|d| *d < cut);
        spans.extend(densest(&sorted[from..to]));
        from = to;
    }
    spans
}

/// The lowest points between groups.
fn valleys(sorted: &[f64]) -> Vec<f64> {
    let (n, Some(high)) = (sorted.len(), quantile(sorted, 0.99)) else { return Vec::new() };
    if n < GROUPED {
        return Vec::new();
    }
    let mean = sorted.iter().sum::<f64>() / n as f64;
    let deviation = (sorted.iter().map(|d| (d - mean).powi(2)).sum::<f64>() / (n - 1) as f64).sqrt();
    let middle = quantile(sorted, 0.75).unwrap_or(0.0) - quantile(sorted, 0.25).unwrap_or(0.0);
    let spread = if middle > 0.0 { deviation.min(middle / 1.34) } else { deviation };
    let width = 0.9 * spread * (n as f64).powf(-0.2);
    if width <= 0.0 || high <= 0.0 {
        return Vec::new();
    }
    let step = high / (GRID - 1) as f64;
    let density = smooth(sorted, step, width);
    let mut cuts = Vec::new();
    split(&density, 0, GRID, &mut cuts);
    let mut cuts: Vec<f64> = cuts.into_iter().map(|i| i as f64 * step).collect();
    cuts.sort_by(f64::total_cmp);
    let mut kept: Vec<f64> = Vec::new();
    let mut from = 0;
    for cut in cuts {
        let to = sorted.partition_point(|d| *d < cut);
        if (to - from) as f64 >= GROUP * n as f64 && (n - to) as f64 >= GROUP * n as f64 {
            kept.push(cut);
            from = to;
        }
    }
    kept
}

/// Density at the points of the grid: a histogram smoothed by the kernel, mirrored at 0, since no time is below.
fn smooth(sorted: &[f64], step: f64, width: f64) -> Vec<f64> {
    let mut bins = vec![0.0; GRID];
    for day in sorted {
        if let Some(bin) = bins.get_mut((day / step).round() as usize) {
            *bin += 1.0;
        }
    }
    let reach = ((4.0 * width / step).ceil() as usize).min(GRID);
    let kernel: Vec<f64> = (0..=reach).map(|i| (-0.5 * (i as f64 * step / width).powi(2)).exp()).collect();
    let at = |i: usize| {
        let near = (i.saturating_sub(reach)..(i + reach + 1).min(GRID)).map(|j| bins[j] * kernel[i.abs_diff(j)]);
        let mirrored = (1..=reach.saturating_sub(i)).filter_map(|j| Some(bins.get(j)? * kernel.get(i + j)?));
        near.sum::<f64>() + mirrored.sum::<f64>()
    };
    (0..GRID).map(at).collect()
}

/// Cuts at the deepest valley between two peaks, then looks into both sides.
fn split(density: &[f64], from: usize, to: usize, cuts: &mut Vec<usize>) {
    let mut left: f64 = 0.0;
    let highest_from = |i: usize| density[i..to].iter().copied().fold(0.0, f64::max);
    let mut deepest: Option<(f64, usize)> = None;
    for (i, height) in density.iter().enumerate().take(to).skip(from) {
        left = left.max(*height);
        let ratio = height / left.min(highest_from(i)).max(f64::MIN_POSITIVE);
        if ratio < VALLEY && deepest.is_none_or(|(d, _)| ratio < d) {
            deepest = Some((ratio, i));
        }
    }
    if let Some((_, cut)) = deepest {
        cuts.push(cut);
        if cut > from + 1 && cut + 1 < to {
            split(density, from, cut, cuts);
            split(density, cut + 1, to, cuts);
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn sorted(days: &[f64]) -> Vec<f64> {
        let mut days = days.to_vec();
        days.sort_by(f64::total_cmp);
        days
    }

    #[rstest]
    #[case("weeks", &[40.0, 36.0, 48.0, 44.0, 38.0, 45.0, 8.0, 120.0, 2.0, 200.0], Some((SpanUnit::Week, 5, 7, 6, 10)))]
    #[case("days", &[1.0, 2.0, 2.0, 3.0, 40.0], Some((SpanUnit::Day, 1, 2, 3, 5)))]
    #[case("all the same day", &[3.0, 3.0, 3.0, 3.0, 9.0], Some((SpanUnit::Day, 3, 3, 4, 5)))]
    #[case("from the first day on", &[5.5, 0.2, 3.0, 30.0, 40.0], Some((SpanUnit::Day, 0, 6, 3, 5)))]
    #[case("hours", &[0.1, 0.11, 0.12, 0.13, 3.0], Some((SpanUnit::Hour, 2, 3, 3, 5)))]
    #[case("months", &[200.0, 210.0, 240.0, 500.0, 900.0], Some((SpanUnit::Month, 6, 8, 3, 5)))]
    #[case("more of two that are as narrow", &[7.0, 7.0, 8.0, 14.0, 15.0, 15.0, 15.5, 40.0, 60.0, 61.0], Some((SpanUnit::Day, 7, 15, 6, 10)))]
    #[case("too few", &[3.0, 4.0, 5.0, 6.0], None)]
    fn spans(#[case] what: &str, #[case] days: &[f64], #[case] expected: Option<(SpanUnit, u64, u64, u64, u64)>) {
        let found = densest(&sorted(days)).map(|s| (s.unit, s.from, s.to, s.deals, s.of));
        assert_eq!(found, expected, "{what}");
    }

    /// The span is as narrow as the one that trying all of them finds.
    #[test]
    fn no_narrower_span_holds_as_many() {
        let mut seed = 7_u64;
        let mut next = || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) as f64 / f64::from(u32::MAX >> 1)
        };
        for n in [5, 10, 11, 37, 200] {
            let days = sorted(&(0..n).map(|_| (20.0 * (1.0 + 3.0 * next() * next())).floor()).collect::<Vec<_>>());
            let found = densest(&days).unwrap();
            let length = found.unit.days();
            let count = |a: u64, b: u64| {
                days.iter().filter(|d| **d >= a as f64 * length && **d <= b as f64 * length).count() as u64
            };
            assert_eq!(count(found.from, found.to), found.deals);
            assert!(found.deals * 10 >= n * 6);
            for a in 0..100 {
                for b in a..(a + found.to - found.from) {
                    assert!(count(a, b) * 10 < n * 6, "{a} to {b} of {days:?}");
                }
            }
        }
    }

    #[rstest]
    #[case("one hump", &[(60.0, 20.0, 400)], 0)]
    #[case("two humps", &[(10.0, 4.0, 150), (90.0, 12.0, 250)], 2)]
    #[case("three humps", &[(10.0, 3.0, 200), (60.0, 6.0, 200), (120.0, 8.0, 200)], 3)]
    #[case("a small second hump is a tail", &[(20.0, 6.0, 400), (150.0, 5.0, 20)], 0)]
    #[case("few", &[(10.0, 2.0, 10), (90.0, 2.0, 10)], 0)]
    fn humps(#[case] what: &str, #[case] parts: &[(f64, f64, usize)], #[case] expected: usize) {
        let days: Vec<f64> = parts
            .iter()
            .flat_map(|(middle, width, n)| {
                // Evenly spaced quantiles of a logistic distribution.
                (0..*n).map(move |i| {
                    let p = (i as f64 + 0.5) / *n as f64;
                    (middle + width * 0.55 * (p / (1.0 - p)).ln()).max(0.0)
                })
            })
            .collect();
        let found = groups(&sorted(&days));
        assert_eq!(found.len(), expected, "{what}: {found:?}");
    }
}
