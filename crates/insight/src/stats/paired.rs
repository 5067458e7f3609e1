//! Whether one of two forecasts was better, told by how both did at the same moments.

use std::f64::consts::PI;

/// Mean of paired differences with its interval at 95 %.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MeanDifference {
    /// The mean.
    pub mean: f64,
    /// Its lower bound.
    pub low: f64,
    /// Its upper bound.
    pub high: f64,
}

/// Mean of the differences of two forecasts' losses at moments that follow each other evenly, each forecast reaching over
/// `overlap` further moments, so that neighbouring differences share outcomes. `None` of fewer than 4 differences, or of
/// no more than `overlap + 1`.
///
/// d̄ ± t(n − 1) √(V/n) / c with V = γ₀ + 2 Σ γₖ over the `overlap` first autocovariances (γ₀ alone where that is not
/// above 0) and c² = (n + 1 − 2h + h(h − 1)/n)/n, h = `overlap` + 1.
///
/// Source: F. X. Diebold and R. S. Mariano (1995), Journal of Business & Economic Statistics 13, 253–263; the correction c
/// and t: D. Harvey, S. Leybourne and P. Newbold (1997), International Journal of Forecasting 13, 281–291.
pub fn diebold_mariano(differences: &[f64], overlap: usize) -> Option<MeanDifference> {
    let n = differences.len();
    if n < 4 || n <= overlap + 1 {
        return None;
    }
    let (count, reach) = (n as f64, overlap as f64 + 1.0);
    let mean = differences.iter().sum::<f64>() / count;
    let covariance = |lag: usize| {
        let pairs = differences.iter().zip(&differences[lag..]);
        pairs.map(|(a, b)| (a - mean) * (b - mean)).sum::<f64>() / count
    };
    let alone = covariance(0);
    let long = alone + 2.0 * (1..=overlap).map(covariance).sum::<f64>();
    let variance = if long > 0.0 { long } else { alone };
    let correction = (count + 1.0 - 2.0 * reach + reach * (reach - 1.0) / count) / count;
    let half = student_95(n - 1) * (variance / count / correction).sqrt();
    Some(MeanDifference { mean, low: mean - half, high: mean + half })
}

/// Student's t with `df` ≥ 1 degrees of freedom that is not left, to either side, in 95 of 100 cases.
///
/// Source: M. Abramowitz and I. A. Stegun (1964), Handbook of Mathematical Functions, 26.7.3 and 26.7.4, solved by halving.
pub fn student_95(df: usize) -> f64 {
    let (mut low, mut high) = (0.0, 20.0);
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        if within(middle, df.max(1)) < 0.95 { low = middle } else { high = middle }
    }
    (low + high) / 2.0
}

/// The share of Student's t that lies between −t and t.
fn within(t: f64, df: usize) -> f64 {
    let angle = (t / (df as f64).sqrt()).atan();
    let (sin, cos) = angle.sin_cos();
    let odd = df % 2 == 1;
    // the series goes on by (k − 1)/k · cos² from cos or from 1
    let (mut term, mut sum) = if odd { (cos, cos) } else { (1.0, 1.0) };
    let first = if odd { 3 } else { 2 };
    for k in (first..=df.saturating_sub(2)).step_by(2) {
        term *= (k as f64 - 1.0) / k as f64 * cos * cos;
        sum += term;
    }
    match (odd, df) {
        (true, 1) => 2.0 / PI * angle,
        (true, _) => 2.0 / PI * (angle + sin * sum),
        (false, _) => sin * sum,
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(1, 12.7062)]
    #[case(2, 4.3027)]
    #[case(3, 3.1824)]
    #[case(4, 2.7764)]
    #[case(11, 2.2010)]
    #[case(30, 2.0423)]
    fn student(#[case] df: usize, #[case] expected: f64) {
        assert!((student_95(df) - expected).abs() < 1e-4, "{}", student_95(df));
    }

    #[rstest]
    // without overlap it is the interval of the paired t-test: 0.1 ± 2.776445 · 0.0790569/√5
    #[case(&[0.0, 0.05, 0.1, 0.15, 0.2], 0, 0.1, 0.098_162)]
    fn as_the_t_test(#[case] differences: &[f64], #[case] overlap: usize, #[case] mean: f64, #[case] half: f64) {
        let found = diebold_mariano(differences, overlap).unwrap();
        assert!((found.mean - mean).abs() < 1e-12 && (found.high - mean - half).abs() < 1e-5, "{found:?}");
    }

    #[test]
    fn shared_outcomes_widen_the_interval() {
        let drifting: Vec<f64> = (0..12).map(|i| f64::from(i) / 100.0).collect();
        let width = |overlap| diebold_mariano(&drifting, overlap).map(|d| d.high - d.low).unwrap();
        assert!(width(2) > 1.3 * width(0));
        assert_eq!((diebold_mariano(&[0.1, 0.2, 0.3], 0), diebold_mariano(&[0.1; 4], 3)), (None, None));
        let same = diebold_mariano(&[0.1; 6], 2).unwrap();
        assert!(same.low.is_finite() && (same.high - same.low).abs() < 1e-9);
    }
}
