//! Means, and sums of amounts.

use statrs::distribution::{ContinuousCDF, StudentsT};

use super::Z_95;

/// Count, sum and sum of squares of values.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Moments {
    /// How many.
    pub n: u64,
    /// Their sum.
    pub sum: f64,
    /// The sum of their squares.
    pub squares: f64,
}

impl Moments {
    /// Takes in a value.
    pub fn add(&mut self, value: f64) {
        self.n += 1;
        self.sum += value;
        self.squares += value * value;
    }

    /// Those of both together.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self { n: self.n + other.n, sum: self.sum + other.sum, squares: self.squares + other.squares }
    }

    /// Those of what is left without some of the values.
    #[must_use]
    pub fn without(self, part: Self) -> Self {
        Self { n: self.n - part.n, sum: self.sum - part.sum, squares: (self.squares - part.squares).max(0.0) }
    }

    /// `None` of nothing.
    pub fn mean(&self) -> Option<f64> {
        (self.n > 0).then(|| self.sum / self.n as f64)
    }

    /// With n − 1; `None` of fewer than two.
    pub fn variance(&self) -> Option<f64> {
        let n = self.n as f64;
        (self.n > 1).then(|| ((self.squares - self.sum * self.sum / n) / (n - 1.0)).max(0.0))
    }

    /// Interval of the mean at 95 %: x̄ ± t(0.975; n − 1) s / √n. `None` of fewer than two, and of values that are all the
    /// same, which say nothing of how far others may lie.
    ///
    /// Source: Student (1908), Biometrika 6, 1–25.
    pub fn interval(&self) -> Option<(f64, f64)> {
        let (mean, variance) = (self.mean()?, self.variance().filter(|v| *v > 0.0)?);
        let n = self.n as f64;
        let spread = student(n - 1.0)? * (variance / n).sqrt();
        Some((mean - spread, mean + spread))
    }

    /// Interval at 95 % of the sum, as one of amounts that come independently, now and then: Σx ± z √Σx².
    ///
    /// Source: variance of a compound Poisson sum, W. Feller (1968), An Introduction to Probability Theory I, XII.2.
    pub fn interval_of_sum(&self) -> (f64, f64) {
        let spread = Z_95 * self.squares.sqrt();
        (self.sum - spread, self.sum + spread)
    }
}

impl FromIterator<f64> for Moments {
    fn from_iter<I: IntoIterator<Item = f64>>(values: I) -> Self {
        let mut all = Self::default();
        values.into_iter().for_each(|value| all.add(value));
        all
    }
}

/// t(0.975; ν).
fn student(degrees: f64) -> Option<f64> {
    StudentsT::new(0.0, 1.0, degrees).ok().map(|t| t.inverse_cdf(0.975))
}

/// A difference with its interval at 95 % and the two-sided p of none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// First less second.
    pub value: f64,
    /// Lower bound.
    pub low: f64,
    /// Upper bound.
    pub high: f64,
    /// Of the hypothesis that there is none.
    pub p: f64,
}

/// Difference of two means whose variances may differ. `None` where one has fewer than two values, or nothing varies.
///
/// Source: B. L. Welch (1947), Biometrika 34, 28–35.
pub fn welch(a: &Moments, b: &Moments) -> Option<Difference> {
    let (va, vb) = (a.variance()? / a.n as f64, b.variance()? / b.n as f64);
    let error = (va + vb).sqrt();
    if error <= 0.0 {
        return None;
    }
    let degrees = (va + vb).powi(2) / (va * va / (a.n as f64 - 1.0) + vb * vb / (b.n as f64 - 1.0));
    let t = StudentsT::new(0.0, 1.0, degrees).ok()?;
    let value = a.mean()? - b.mean()?;
    let spread = t.inverse_cdf(0.975) * error;
    Some(Difference {
        value,
        low: value - spread,
        high: value + spread,
        p: (2.0 * t.cdf(-(value / error).abs())).min(1.0),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moments(values: &[f64]) -> Moments {
        values.iter().copied().collect()
    }

    /// The data of Student's paper (extra hours of sleep), with what R's `t.test` says of them.
    #[test]
    fn means_of_sleep() {
        let a = moments(&[0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]);
        let b = moments(&[1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);
        let found = welch(&a, &b).unwrap();
        let near = |found: f64, wanted: f64| assert!((found - wanted).abs() < 1e-4, "{found} {wanted}");
        near(found.value, -1.58);
        near(found.low, -3.3654832);
        near(found.high, 0.2054832);
        near(found.p, 0.07939414);
        let (low, high) = b.interval().unwrap();
        near(low, 0.8976775);
        near(high, 3.7623225);
    }

    #[test]
    fn too_little_has_no_interval() {
        assert_eq!(
            (moments(&[]).mean(), moments(&[1.0]).interval(), moments(&[4.0, 4.0]).interval()),
            (None, None, None)
        );
        assert_eq!(welch(&moments(&[1.0, 1.0]), &moments(&[2.0, 2.0])), None);
        let all = moments(&[1.0, 2.0, 3.0]);
        assert_eq!(all.without(moments(&[3.0])), moments(&[1.0, 2.0]));
        assert_eq!(all.interval_of_sum().0, 6.0 - Z_95 * 14.0_f64.sqrt());
    }
}
