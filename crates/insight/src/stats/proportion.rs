//! Intervals for shares and for the difference of two shares.

use super::Z_95;

/// Wilson score interval for `k` of `n` at 95 %, as fractions; `None` if `n` is 0 or `k` above it.
///
/// With p = k/n and z = Φ⁻¹(0.975): (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n).
///
/// Source: E. B. Wilson (1927), J. Am. Stat. Assoc. 22, 209–212.
pub fn wilson(k: u64, n: u64) -> Option<(f64, f64)> {
    if n == 0 || k > n {
        return None;
    }
    let (count, p) = (n as f64, k as f64 / n as f64);
    let spread = Z_95 * Z_95 / count;
    let centre = p + spread / 2.0;
    let half = Z_95 * (p * (1.0 - p) / count + spread / (4.0 * count)).sqrt();
    let low = if k == 0 { 0.0 } else { (centre - half) / (1.0 + spread) };
    let high = if k == n { 1.0 } else { (centre + half) / (1.0 + spread) };
    Some((low, high))
}

/// Difference p₁ − p₂ of two independent shares with its interval at 95 %: `(difference, low, high)`;
/// `None` if either `n` is 0.
///
/// Hybrid score interval: with the Wilson bounds (l, u) of each share,
/// d − √((p₁−l₁)² + (u₂−p₂)²) and d + √((u₁−p₁)² + (p₂−l₂)²).
///
/// Source: R. G. Newcombe (1998), Statistics in Medicine 17, 873–890, method 10.
pub fn newcombe(k1: u64, n1: u64, k2: u64, n2: u64) -> Option<(f64, f64, f64)> {
    let ((low1, high1), (low2, high2)) = (wilson(k1, n1)?, wilson(k2, n2)?);
    let (p1, p2) = (k1 as f64 / n1 as f64, k2 as f64 / n2 as f64);
    let d = p1 - p2;
    Some((d, d - (p1 - low1).hypot(high2 - p2), d + (high1 - p1).hypot(p2 - low2)))
}

#[cfg(test)]
mod tests {
    use super::{super::oracle::*, *};

    #[test]
    fn wilson_equals_the_oracle() {
        let (cases, tolerance) = cases("wilson");
        for case in cases {
            let input = &case["input"];
            assert_eq!(input["level"], 0.95);
            let (k, n) = (input["successes"].as_u64().unwrap(), input["n"].as_u64().unwrap());
            let (low, high) = wilson(k, n).unwrap();
            assert_near(low, number(&case["expected"]["low"]), tolerance, "low");
            assert_near(high, number(&case["expected"]["high"]), tolerance, "high");
        }
        assert_eq!((wilson(0, 0), wilson(2, 1)), (None, None));
    }

    #[test]
    fn newcombe_equals_the_oracle() {
        let (cases, tolerance) = cases("newcombe");
        for case in cases {
            let count = |name: &str| case["input"][name].as_u64().unwrap();
            assert_eq!(case["input"]["level"], 0.95);
            let (d, low, high) = newcombe(count("k1"), count("n1"), count("k2"), count("n2")).unwrap();
            assert_near(d, number(&case["expected"]["difference"]), tolerance, "difference");
            assert_near(low, number(&case["expected"]["low"]), tolerance, "low");
            assert_near(high, number(&case["expected"]["high"]), tolerance, "high");
        }
        assert_eq!(newcombe(0, 0, 1, 2), None);
    }
}
