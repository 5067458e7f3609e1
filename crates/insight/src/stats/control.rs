//! Which changes of a figure over time are more than its usual noise.

use serde::{Deserialize, Serialize};

/// d₂ of two values: the mean of |x₁ − x₂| of a normal distribution with standard deviation 1, to three digits as the
/// literature has it.
const D2: f64 = 1.128;

/// An individuals chart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ControlChart {
    /// Mean of the values.
    pub mean: f64,
    /// Mean of the distances of neighbours.
    pub average_moving_range: f64,
    /// Lower limit.
    pub lower: f64,
    /// Upper limit.
    pub upper: f64,
    /// Places of values outside of the limits, from 0.
    pub outside: Vec<usize>,
}

/// Individuals chart (XmR) of values in order of time: limits at mean ± 3 MR̄ / 1.128. `None` of fewer than two values.
///
/// Source: W. A. Shewhart (1931), Economic Control of Quality of Manufactured Product; D. J. Wheeler (2000),
/// Understanding Variation, ch. 3.
pub fn xmr(values: &[f64]) -> Option<ControlChart> {
    let pairs = values.len().checked_sub(1).filter(|n| *n > 0)?;
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    let average_moving_range = values.windows(2).map(|w| (w[1] - w[0]).abs()).sum::<f64>() / pairs as f64;
    let spread = 3.0 * average_moving_range / D2;
    let (lower, upper) = (mean - spread, mean + spread);
    let outside = (0..values.len()).filter(|at| !(lower..=upper).contains(&values[*at])).collect();
    Some(ControlChart { mean, average_moving_range, lower, upper, outside })
}

#[cfg(test)]
mod tests {
    use super::{super::oracle::*, *};

    #[test]
    fn xmr_equals_the_oracle() {
        let (cases, tolerance) = cases("xmr");
        for case in cases {
            let chart = xmr(&numbers(&case["input"]["x"])).unwrap();
            let expected = &case["expected"];
            assert_near(chart.mean, number(&expected["mean"]), tolerance, "mean");
            assert_near(chart.average_moving_range, number(&expected["average_moving_range"]), tolerance, "range");
            assert_near(chart.lower, number(&expected["lower"]), tolerance, "lower");
            assert_near(chart.upper, number(&expected["upper"]), tolerance, "upper");
            let outside: Vec<f64> = chart.outside.iter().map(|at| *at as f64).collect();
            assert_eq!(outside, numbers(&expected["outside"]));
        }
    }

    #[test]
    fn one_value_has_no_limits() {
        assert_eq!((xmr(&[]), xmr(&[1.0])), (None, None));
        assert_eq!(xmr(&[2.0, 2.0, 2.0]).map(|c| (c.lower, c.upper, c.outside)), Some((2.0, 2.0, vec![])));
        let steady = [5.0, 5.1, 4.9, 5.0, 5.1, 5.0, 4.9, 5.0, 5.1, 5.0, 4.9, 5.0, 5.1, 5.0, 4.9, 5.0, 9.0];
        assert_eq!(xmr(&steady).map(|c| c.outside), Some(vec![16]));
    }
}
