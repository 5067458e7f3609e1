//! Comparing two groups by the order of their values.

use statrs::function::erf::erfc;

/// What the Mann–Whitney test finds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MannWhitney {
    /// U of the first group: pairs in which its value is the greater one, ties counted half.
    pub u: f64,
    /// p, two-sided.
    pub p: f64,
}

/// Mann–Whitney test that values of `x` and `y` come from one distribution; `None` where one is empty.
///
/// U = R − n(n + 1)/2 with R the sum of the ranks of `x`, ties at their middle rank. p by the normal approximation with
/// mean nm/2 and variance nm/12 · ((N + 1) − Σ(t³ − t)/(N(N − 1))), t the sizes of ties, and a correction of ½ for
/// continuity; 1 where all values are the same.
///
/// Source: H. B. Mann and D. R. Whitney (1947), Annals of Mathematical Statistics 18, 50–60; ties as in E. L. Lehmann
/// (1975), Nonparametrics, 1.4. Equal to the cases of `mann_whitney.json` (scipy's `mannwhitneyu`, asymptotic).
pub fn mann_whitney(x: &[f64], y: &[f64]) -> Option<MannWhitney> {
    if x.is_empty() || y.is_empty() {
        return None;
    }
    let mut all: Vec<(f64, bool)> = x.iter().map(|v| (*v, true)).chain(y.iter().map(|v| (*v, false))).collect();
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut ranks, mut ties, mut before) = (0.0, 0.0, 0.0);
    for tie in all.chunk_by(|a, b| a.0 == b.0) {
        let size = tie.len() as f64;
        let middle = before + (size + 1.0) / 2.0;
        ranks += middle * tie.iter().filter(|(_, first)| *first).count() as f64;
        ties += size * (size * size - 1.0);
        before += size;
    }
    let (n, m, total) = (x.len() as f64, y.len() as f64, before);
    let u = ranks - n * (n + 1.0) / 2.0;
    let variance = n * m / 12.0 * ((total + 1.0) - ties / (total * (total - 1.0)));
    if variance <= 0.0 {
        return Some(MannWhitney { u, p: 1.0 });
    }
    let z = (u.max(n * m - u) - n * m / 2.0 - 0.5) / variance.sqrt();
    Some(MannWhitney { u, p: erfc(z / std::f64::consts::SQRT_2).min(1.0) })
}

/// By how much values of `x` lie above those of `y`: the median of all differences; `None` where one is empty.
///
/// Source: J. L. Hodges and E. L. Lehmann (1963), Annals of Mathematical Statistics 34, 598–611.
pub fn hodges_lehmann(x: &[f64], y: &[f64]) -> Option<f64> {
    let mut differences: Vec<f64> = x.iter().flat_map(|x| y.iter().map(move |y| x - y)).collect();
    differences.sort_unstable_by(f64::total_cmp);
    super::quantile::quantile(&differences, 0.5)
}

#[cfg(test)]
mod tests {
    use super::{super::oracle::*, *};

    #[test]
    fn mann_whitney_equals_the_oracle() {
        let (cases, tolerance) = cases("mann_whitney");
        for case in cases {
            let (x, y) = (numbers(&case["input"]["x"]), numbers(&case["input"]["y"]));
            let found = mann_whitney(&x, &y).unwrap();
            assert_near(found.u, number(&case["expected"]["u1"]), tolerance, "U");
            assert_near(found.p, number(&case["expected"]["p"]), tolerance, "p");
            let shift = number(&case["expected"]["hodges_lehmann_shift"]);
            assert_near(hodges_lehmann(&x, &y).unwrap(), shift, tolerance, "shift");
        }
    }

    #[test]
    fn nothing_to_compare() {
        assert_eq!(mann_whitney(&[], &[1.0]), None);
        assert_eq!(hodges_lehmann(&[1.0], &[]), None);
        assert_eq!(mann_whitney(&[3.0, 3.0], &[3.0]).unwrap().p, 1.0);
        assert_eq!(mann_whitney(&[1.0], &[2.0]).unwrap().p, 1.0);
    }
}
