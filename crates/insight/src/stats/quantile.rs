//! Quantiles.

use crate::discover::Summary;

/// Quantile `q` (0 to 1) of sorted values by linear interpolation; `None` of nothing.
///
/// With h = (n − 1) q: x[⌊h⌋] + (h − ⌊h⌋)(x[⌊h⌋ + 1] − x[⌊h⌋]).
///
/// Source: R. J. Hyndman and Y. Fan (1996), The American Statistician 50, 361–365, definition 7.
pub fn quantile(sorted: &[f64], q: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let h = last as f64 * q.clamp(0.0, 1.0);
    let below = h.floor() as usize;
    let (low, high) = (sorted[below], sorted[(below + 1).min(last)]);
    Some(low + (h - h.floor()) * (high - low))
}

/// Median of whole numbers in any order, which are reordered; `None` of nothing. As [`quantile`] at ½, in linear time.
pub fn median_of(values: &mut [i64]) -> Option<f64> {
    let half = values.len().checked_sub(1)? / 2;
    let even = values.len().is_multiple_of(2);
    let (_, low, above) = values.select_nth_unstable(half);
    let low = *low as f64;
    let high = if even { above.iter().min().map_or(low, |v| *v as f64) } else { low };
    Some(low + (high - low) / 2.0)
}

/// Count, quartiles, mean and range of values in any order.
pub fn summary(mut values: Vec<f64>) -> Summary {
    values.sort_unstable_by(f64::total_cmp);
    let n = values.len();
    Summary {
        n: n as u64,
        q25: quantile(&values, 0.25),
        median: quantile(&values, 0.5),
        q75: quantile(&values, 0.75),
        mean: (n > 0).then(|| values.iter().sum::<f64>() / n as f64),
        min: values.first().copied(),
        max: values.last().copied(),
    }
}

/// As [`summary`] of `values / unit`, without sorting: quartiles by selection.
pub fn summary_of_micros(values: &mut [i64], unit: f64) -> Summary {
    let n = values.len();
    let Some(last) = n.checked_sub(1) else { return Summary::default() };
    let total: f64 = values.iter().map(|v| *v as f64).sum();
    let end = |v: Option<&i64>| v.map(|v| *v as f64 / unit);
    let (min, max) = (end(values.iter().min()), end(values.iter().max()));
    // Each quartile is looked for among what is not below the one before.
    let (mut rest, mut below) = (values, 0);
    let mut at = |q: f64| {
        let h = last as f64 * q;
        let rank = h.floor() as usize;
        let (_, low, above) = rest.select_nth_unstable(rank - below);
        let low = *low as f64;
        let high = above.iter().min().map_or(low, |v| *v as f64);
        rest = &mut std::mem::take(&mut rest)[rank - below..];
        below = rank;
        Some((low + (h - h.floor()) * (high - low)) / unit)
    };
    let (q25, median, q75) = (at(0.25), at(0.5), at(0.75));
    Summary { n: n as u64, q25, median, q75, min, max, mean: Some(total / n as f64 / unit) }
}

#[cfg(test)]
mod tests {
    use super::{super::oracle::*, *};

    #[test]
    fn quantiles_equal_the_oracle() {
        let (cases, tolerance) = cases("quantile_type7");
        for case in cases {
            let mut x = numbers(&case["input"]["x"]);
            x.sort_by(f64::total_cmp);
            for (q, expected) in numbers(&case["input"]["q"]).into_iter().zip(numbers(&case["expected"])) {
                assert_near(quantile(&x, q).unwrap(), expected, tolerance, "quantile");
            }
            let mut whole: Vec<i64> = x.iter().map(|v| (v * 100.0).round() as i64).rev().collect();
            assert_near(median_of(&mut whole).unwrap() / 100.0, quantile(&x, 0.5).unwrap(), tolerance, "median");
            let (fast, slow) = (summary_of_micros(&mut whole, 100.0), summary(x));
            for (a, b) in [(fast.q25, slow.q25), (fast.q75, slow.q75), (fast.mean, slow.mean), (fast.max, slow.max)] {
                assert_near(a.unwrap(), b.unwrap(), tolerance, "summary");
            }
        }
        assert_eq!((quantile(&[], 0.5), median_of(&mut []), summary(Vec::new()).median), (None, None, None));
    }
}
