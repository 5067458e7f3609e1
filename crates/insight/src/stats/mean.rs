//! The mean of few values.

use statrs::distribution::{ContinuousCDF, StudentsT};

/// A mean and its interval at 95 %.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mean {
    /// The mean.
    pub mean: f64,
    /// Lower and upper bound; none of fewer than two values, and of values that are all the same, which say nothing of
    /// how far others may lie.
    pub bounds: Option<(f64, f64)>,
}

/// Mean x̄ with the interval x̄ ± t(0.975, n − 1) · s/√n; `None` of nothing.
///
/// Source: “Student” (W. S. Gosset, 1908), Biometrika 6, 1–25.
pub fn mean(values: &[f64]) -> Option<Mean> {
    let n = values.len() as f64;
    if values.is_empty() {
        return None;
    }
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|v| (v - mean) * (v - mean)).sum();
    let spread = || {
        let t = StudentsT::new(0.0, 1.0, n - 1.0).ok()?.inverse_cdf(0.975);
        Some(t * (squares / (n - 1.0) / n).sqrt())
    };
    let bounds = (n > 1.0 && squares > 0.0).then(spread).flatten().map(|spread| (mean - spread, mean + spread));
    Some(Mean { mean, bounds })
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::{super::oracle::assert_near, *};

    // Worked out by hand, with t(0.975, 2) = 4.302653 and t(0.975, 4) = 2.776445 from a table of the distribution.
    #[rstest]
    #[case(&[3.0, 4.0, 5.0], 4.0, Some((1.515_862_288, 6.484_137_712)))]
    #[case(&[1.0, 2.0, 4.0, 4.0, 5.0], 3.2, Some((1.159_737_858, 5.240_262_142)))]
    #[case(&[4.0, 4.0, 4.0], 4.0, None)]
    #[case(&[2.0], 2.0, None)]
    fn means(#[case] values: &[f64], #[case] expected: f64, #[case] bounds: Option<(f64, f64)>) {
        let found = mean(values).unwrap();
        assert_near(found.mean, expected, 1e-12, "mean");
        match (found.bounds, bounds) {
            (Some(found), Some(bounds)) => {
                assert_near(found.0, bounds.0, 1e-6, "low");
                assert_near(found.1, bounds.1, 1e-6, "high");
            }
            (found, bounds) => assert_eq!(found, bounds),
        }
        assert_eq!(mean(&[]), None);
    }
}
