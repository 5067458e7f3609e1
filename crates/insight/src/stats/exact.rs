//! Tests of independence, and what to make of many of them.

use statrs::function::gamma::gamma_ur;

/// p of Fisher's exact test of the table `[[a, b], [c, d]]`, two-sided: the sum of the hypergeometric probabilities
/// that are not above the table's own (within 10⁻⁷ of it, against rounding).
///
/// Each probability is had from its neighbour, p(x + 1) / p(x) = (r − x)(k − x) / ((x + 1)(o − k + x + 1)) with rows of r
/// and o and a column of k, from the most probable table outwards, and as a multiple of that one's.
///
/// Source: R. A. Fisher (1935), J. R. Stat. Soc. 98, 39–82; the rule of minimum likelihood as in R's `fisher.test`.
pub fn fisher(a: u64, b: u64, c: u64, d: u64) -> f64 {
    let (row, other, column) = (a + b, c + d, a + c);
    let (low, high) = (column.saturating_sub(other), column.min(row));
    let most = ((column as f64 + 1.0) * (row as f64 + 1.0) / ((row + other) as f64 + 2.0)) as u64;
    let most = most.clamp(low, high);
    let next = |x: u64| ((row - x) as f64 / (x + 1) as f64) * ((column - x) as f64 / (other + x + 1 - column) as f64);
    let up = outwards((most..high).map(next));
    let down = outwards((low..most).rev().map(|x| next(x).recip()));
    let own = match a.checked_sub(most) {
        Some(0) => Some(&1.0),
        Some(above) => up.get(above as usize - 1),
        None => down.get((most - a) as usize - 1),
    };
    let limit = own.map_or(0.0, |own| own * (1.0 + 1e-7));
    let all = || up.iter().chain(&down).chain(&[1.0]);
    let p: f64 = all().filter(|p| **p <= limit).sum();
    (p / all().sum::<f64>()).min(1.0)
}

/// Products of the first ratios, as long as they are not too small for a number.
fn outwards(ratios: impl Iterator<Item = f64>) -> Vec<f64> {
    let product = |p: &mut f64, ratio: f64| {
        *p *= ratio;
        (*p >= f64::MIN_POSITIVE).then_some(*p)
    };
    ratios.scan(1.0, product).collect()
}

/// Each p times the number of those that are not smaller, never below that of a smaller one: whoever rejects those below
/// a level is wrong about any of them with at most that probability.
///
/// Source: S. Holm (1979), Scandinavian Journal of Statistics 6, 65–70.
pub fn holm(p: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|a, b| p[*a].total_cmp(&p[*b]));
    let mut adjusted = vec![1.0; p.len()];
    let mut least = 0.0_f64;
    for (rank, at) in order.into_iter().enumerate() {
        least = least.max(p[at] * (p.len() - rank) as f64).min(1.0);
        adjusted[at] = least;
    }
    adjusted
}

/// Adjusted p of each of many tests (step-up): p₍ᵢ₎ → min over j ≥ i of p₍ⱼ₎ · m / j.
///
/// Source: Y. Benjamini and Y. Hochberg (1995), J. R. Stat. Soc. B 57, 289–300.
pub fn benjamini_hochberg(p: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|a, b| p[*b].total_cmp(&p[*a]));
    let mut adjusted = vec![1.0; p.len()];
    let mut least: f64 = 1.0;
    for (from_above, &i) in order.iter().enumerate() {
        let rank = p.len() - from_above;
        least = least.min(p[i] * p.len() as f64 / rank as f64);
        adjusted[i] = least;
    }
    adjusted
}

/// p of Pearson's chi-square test that the share `won / closed` is the same in all groups, given as `(won, closed)`.
/// Groups in which fewer than five won or five lost deals are expected are taken together. `None` where fewer than
/// two groups remain, or nothing or everything was won.
///
/// χ² = Σ (observed − expected)² / expected with `groups − 1` degrees of freedom; p = Q(df/2, χ²/2).
///
/// Source: K. Pearson (1900), Philosophical Magazine 50, 157–175; the limit of five: W. G. Cochran (1954),
/// Biometrics 10, 417–451.
pub fn chi_square(groups: &[(u64, u64)]) -> Option<f64> {
    let (won, closed) = groups.iter().fold((0, 0), |(w, c), g| (w + g.0, c + g.1));
    if won == 0 || won == closed {
        return None;
    }
    let share = won as f64 / closed as f64;
    let big = |g: &&(u64, u64)| g.1 as f64 * share.min(1.0 - share) >= 5.0;
    let mut kept: Vec<(u64, u64)> = groups.iter().filter(big).copied().collect();
    let rest = kept.iter().fold((won, closed), |(w, c), g| (w - g.0, c - g.1));
    if big(&&rest) {
        kept.push(rest);
    } else if let Some(last) = kept.last_mut() {
        *last = (last.0 + rest.0, last.1 + rest.1);
    }
    let degrees = kept.len().checked_sub(1).filter(|d| *d > 0)?;
    let chi: f64 = kept.iter().map(|g| square(g.0 as f64, g.1 as f64, share)).sum();
    Some(if chi == 0.0 { 1.0 } else { gamma_ur(degrees as f64 / 2.0, chi / 2.0) })
}

/// What a group adds to χ², from its won and its lost deals together.
fn square(won: f64, closed: f64, share: f64) -> f64 {
    let gap = won - closed * share;
    gap * gap / (closed * share * (1.0 - share))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::{super::oracle::*, *};

    #[test]
    fn holm_by_hand() {
        assert_eq!(holm(&[0.01, 0.04, 0.03, 0.005]), [0.03, 0.06, 0.06, 0.02]);
        assert_eq!(holm(&[]), [] as [f64; 0]);
        assert_eq!(holm(&[0.6, 0.7]), [1.0, 1.0]);
    }

    #[test]
    fn fisher_and_benjamini_hochberg_equal_the_oracle() {
        let (cases, tolerance) = cases("fisher_bh");
        for case in cases {
            let tables = case["input"]["tables"].as_array().unwrap();
            let p: Vec<f64> = tables
                .iter()
                .map(|t| t.as_array().unwrap().iter().map(|v| v.as_u64().unwrap()).collect::<Vec<_>>())
                .map(|t| fisher(t[0], t[1], t[2], t[3]))
                .collect();
            for (found, expected) in p.iter().zip(numbers(&case["expected"]["p"])) {
                assert_near(*found, expected, tolerance, "p");
            }
            for (found, expected) in benjamini_hochberg(&p).iter().zip(numbers(&case["expected"]["bh_adjusted"])) {
                assert_near(*found, expected, tolerance, "adjusted");
            }
        }
        assert!(benjamini_hochberg(&[]).is_empty());
    }

    // 2 × 2 without correction: z² of two shares; scipy 1.17 `chi2_contingency(…, correction=False)`.
    #[rstest]
    #[case("no difference", &[(10, 20), (10, 20)], Some(1.0))]
    #[case("two shares", &[(30, 50), (20, 50)], Some(0.045_500_263_896_358_42))]
    #[case("three shares", &[(30, 60), (20, 60), (40, 60)], Some(0.001_272_633_801_339_809_4))]
    #[case("a small group goes to the others", &[(30, 50), (19, 48), (1, 2)], Some(0.045_500_263_896_358_42))]
    #[case("one group", &[(3, 50)], None)]
    #[case("all won", &[(50, 50), (50, 50)], None)]
    fn shares_differ(#[case] what: &str, #[case] groups: &[(u64, u64)], #[case] expected: Option<f64>) {
        match (chi_square(groups), expected) {
            (Some(found), Some(expected)) => assert_near(found, expected, 1e-9, what),
            (found, expected) => assert_eq!(found, expected, "{what}"),
        }
    }
}
