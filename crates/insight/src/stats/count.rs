//! Counts of what happens now and then.

use statrs::distribution::{ContinuousCDF, Gamma, Normal, StudentsT};

use super::{Z_95, mean::Moments};

/// With more, the normal distribution is as good.
const EXACT_UP_TO: u64 = 10_000;

/// Exact interval at 95 % of the mean of a Poisson count: ½χ²(0.025; 2k) to ½χ²(0.975; 2k + 2). Above 10,000 k ± z √k.
///
/// Source: F. Garwood (1936), Biometrika 28, 437–442.
pub fn garwood(k: u64) -> (f64, f64) {
    let count = k as f64;
    if k > EXACT_UP_TO {
        let spread = Z_95 * count.sqrt();
        return (count - spread, count + spread);
    }
    let bound = |shape: f64, p: f64| Gamma::new(shape, 1.0).map_or(f64::NAN, |gamma| gamma.inverse_cdf(p));
    let low = if k == 0 { 0.0 } else { bound(count, 0.025) };
    (low, bound(count + 1.0, 0.975))
}

/// Two-sided p of the hypothesis that two Poisson counts, seen over times `t1` and `t2`, have the same rate: given their
/// sum the first is binomial with t1 / (t1 + t2); p adds up all outcomes that are no more likely than the one seen. Above
/// 10,000 by the normal approximation. 1 where nothing was counted or a time is not positive.
///
/// Source: J. Przyborowski and H. Wilenski (1940), Biometrika 31, 313–323.
pub fn same_rate(k1: u64, t1: f64, k2: u64, t2: f64) -> f64 {
    let n = k1 + k2;
    if n == 0 || !(t1 > 0.0 && t2 > 0.0) {
        return 1.0;
    }
    let share = t1 / (t1 + t2);
    let (n_f, k_f) = (n as f64, k1 as f64);
    if n > EXACT_UP_TO {
        let z = (k_f - n_f * share) / (n_f * share * (1.0 - share)).sqrt();
        return 2.0 * (1.0 - Normal::standard().cdf(z.abs()));
    }
    // Logarithms of the likelihoods, each from the one before.
    let odds = (share / (1.0 - share)).ln();
    let mut likelihood = vec![n_f * (1.0 - share).ln()];
    for k in 0..n {
        let last = likelihood[k as usize];
        likelihood.push(last + ((n - k) as f64 / (k + 1) as f64).ln() + odds);
    }
    let seen = likelihood[k1 as usize] + 1e-9;
    likelihood.iter().filter(|l| **l <= seen).map(|l| l.exp()).sum::<f64>().min(1.0)
}

/// One-sided p of somebody's count being as low as it is, if they are one of those who have the others' counts. People may
/// differ by more than chance: with y = 2 √(k + ⅜), whose variance is 1 by chance alone, t = (y − ȳ) / (s √(1 + 1/n)) with
/// n − 1 degrees of freedom, where ȳ and s² are of the others, s² being at least 1. `None` of fewer than two others.
///
/// Sources: F. J. Anscombe (1948), Biometrika 35, 246–254 (the root); J. R. Crawford and D. C. Howell (1998), The Clinical
/// Neuropsychologist 12, 482–486 (one person beside few others).
pub fn as_few(k: u64, others: &[u64]) -> Option<f64> {
    let root = |k: u64| 2.0 * (k as f64 + 0.375).sqrt();
    let usual: Moments = others.iter().copied().map(root).collect();
    let (mean, variance, n) = (usual.mean()?, usual.variance()?.max(1.0), usual.n as f64);
    let t = StudentsT::new(0.0, 1.0, n - 1.0).ok()?;
    Some(t.cdf((root(k) - mean) / (variance * (1.0 + 1.0 / n)).sqrt()))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    /// Bounds as in the tables of the source (and of scipy's `chi2.ppf`).
    #[rstest]
    #[case(0, 0.0, 3.6888795)]
    #[case(1, 0.0253178, 5.5716434)]
    #[case(10, 4.7953888, 18.3903605)]
    #[case(100, 81.3639913, 121.6267938)]
    fn bounds_of_counts(#[case] k: u64, #[case] low: f64, #[case] high: f64) {
        let found = garwood(k);
        assert!((found.0 - low).abs() < 1e-5 && (found.1 - high).abs() < 1e-5, "{found:?}");
    }

    #[test]
    fn large_counts_go_on_where_small_ones_end() {
        let (exact, normal) = (garwood(10_000), garwood(10_001));
        assert!((exact.0 - normal.0).abs() < 5.0 && (exact.1 - normal.1).abs() < 5.0);
    }

    /// As R's `poisson.test`.
    #[rstest]
    #[case(11, 800.0, 21, 3_011.0, 0.07967)]
    #[case(3, 1.0, 3, 1.0, 1.0)]
    #[case(10, 1.0, 0, 1.0, 0.001953125)]
    #[case(0, 1.0, 0, 1.0, 1.0)]
    #[case(5, 0.0, 5, 1.0, 1.0)]
    fn rates_are_compared(#[case] k1: u64, #[case] t1: f64, #[case] k2: u64, #[case] t2: f64, #[case] p: f64) {
        let found = same_rate(k1, t1, k2, t2);
        assert!((found - p).abs() < 5e-4, "{found}");
    }

    /// By scipy's `t.cdf` with numpy's `std`.
    #[rstest]
    #[case(1, &[19, 19, 19, 19, 19], Some(0.002_070_195))]
    #[case(6, &[14, 22, 9, 30, 18, 25], Some(0.053_445_905))]
    #[case(20, &[14, 22, 9, 30, 18, 25], Some(0.543_809_390))]
    #[case(0, &[3, 0, 5, 1], Some(0.186_626_926))]
    #[case(0, &[3], None)]
    #[case(0, &[], None)]
    fn few_are_told_from_how_people_differ(#[case] k: u64, #[case] others: &[u64], #[case] p: Option<f64>) {
        let found = as_few(k, others);
        assert_eq!(found.is_some(), p.is_some());
        assert!(found.zip(p).is_none_or(|(found, p)| (found - p).abs() < 1e-8), "{found:?}");
    }
}
