//! How good forecasts of yes or no were.

use serde::Serialize;

use super::proportion::wilson;

/// A forecast and what came.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Foretold {
    /// Probability that was forecast, 0 to 1.
    pub share: f64,
    /// Whether it came.
    pub came: bool,
}

impl Foretold {
    /// Squared difference of forecast and outcome.
    pub fn error(&self) -> f64 {
        (self.share - f64::from(u8::from(self.came))).powi(2)
    }
}

/// Mean squared difference of forecast and outcome: 0 is best, ¼ is what always saying one half gets. `None` of nothing.
///
/// Source: G. W. Brier (1950), Monthly Weather Review 78, 1–3 (for two outcomes, counted once).
pub fn brier(foretold: &[Foretold]) -> Option<f64> {
    let n = foretold.len();
    let sum: f64 = foretold.iter().map(Foretold::error).sum();
    (n > 0).then(|| sum / n as f64)
}

/// Forecasts of nearly the same probability, and how many came.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Reliability {
    /// Mean forecast.
    pub forecast: f64,
    /// How many.
    pub n: u64,
    /// How many of them came.
    pub came: u64,
    /// Share that came: lower bound at 95 %.
    pub low: f64,
    /// Share that came: upper bound at 95 %.
    pub high: f64,
}

/// Forecasts in `bins` classes of equal width that hold any, with Wilson's interval of the share that came.
///
/// Source: A. H. Murphy and R. L. Winkler (1977), Applied Statistics 26, 41–47.
pub fn reliability(foretold: &[Foretold], bins: usize) -> Vec<Reliability> {
    let place = |share: f64| ((share * bins as f64) as usize).min(bins.saturating_sub(1));
    (0..bins)
        .filter_map(|bin| {
            let all: Vec<&Foretold> = foretold.iter().filter(|f| place(f.share) == bin).collect();
            let (n, came) = (all.len() as u64, all.iter().filter(|f| f.came).count() as u64);
            let (low, high) = wilson(came, n)?;
            let forecast = all.iter().map(|f| f.share).sum::<f64>() / n as f64;
            Some(Reliability { forecast, n, came, low, high })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{super::oracle::*, *};

    #[test]
    fn brier_equals_the_oracle() {
        let (cases, tolerance) = cases("brier");
        for case in cases {
            let pairs = numbers(&case["input"]["p"]).into_iter().zip(numbers(&case["input"]["y"]));
            let foretold: Vec<Foretold> = pairs.map(|(share, y)| Foretold { share, came: y > 0.5 }).collect();
            assert_near(brier(&foretold).unwrap(), number(&case["expected"]["brier"]), tolerance, "brier");
            let bins = reliability(&foretold, 10);
            assert_eq!(bins.iter().map(|bin| bin.n).sum::<u64>(), foretold.len() as u64);
            assert!(bins.iter().all(|bin| bin.n > 0 && bin.came <= bin.n && bin.low <= bin.high));
        }
        assert_eq!((brier(&[]), reliability(&[], 10)), (None, vec![]));
    }
}
