//! Two groups compared within strata: a common odds ratio, a common difference of shares, and their tests.

use statrs::function::{factorial::ln_binomial, gamma::gamma_ur};

use super::Z_95;

/// A stratum: deals with and without something, won and lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Table {
    /// With it, won.
    pub with_won: u64,
    /// With it, lost.
    pub with_lost: u64,
    /// Without it, won.
    pub without_won: u64,
    /// Without it, lost.
    pub without_lost: u64,
}

impl Table {
    /// Counts one more deal.
    pub fn count(&mut self, with: bool, won: bool) {
        *match (with, won) {
            (true, true) => &mut self.with_won,
            (true, false) => &mut self.with_lost,
            (false, true) => &mut self.without_won,
            (false, false) => &mut self.without_lost,
        } += 1;
    }

    /// Both tables together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            with_won: self.with_won + other.with_won,
            with_lost: self.with_lost + other.with_lost,
            without_won: self.without_won + other.without_won,
            without_lost: self.without_lost + other.without_lost,
        }
    }

    /// Deals with it.
    pub fn with(&self) -> u64 {
        self.with_won + self.with_lost
    }

    /// Deals without it.
    pub fn without(&self) -> u64 {
        self.without_won + self.without_lost
    }

    /// All deals.
    pub fn all(&self) -> u64 {
        self.with() + self.without()
    }

    fn won(&self) -> u64 {
        self.with_won + self.without_won
    }

    fn cells(&self) -> [f64; 5] {
        let [a, b, c, d] = [self.with_won, self.with_lost, self.without_won, self.without_lost].map(|n| n as f64);
        [a, b, c, d, a + b + c + d]
    }

    /// True if it has deals on both sides and of both outcomes, so that it says something.
    fn tells(&self) -> bool {
        self.with() > 0 && self.without() > 0 && self.won() > 0 && self.won() < self.all()
    }

    /// Fewest and most won deals that could be with it, the margins being what they are.
    fn range(&self) -> (u64, u64) {
        (self.won().saturating_sub(self.without()), self.won().min(self.with()))
    }
}

/// A figure with its bounds at 95 %.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The figure.
    pub value: f64,
    /// Lower bound; none where the data gives none.
    pub low: Option<f64>,
    /// Upper bound.
    pub high: Option<f64>,
}

/// Common odds ratio of the strata with its bounds; `None` where no stratum tells anything.
///
/// With R = Σ ad/n and S = Σ bc/n: R / S. The variance of its logarithm, with P = (a + d)/n and Q = (b + c)/n:
/// Σ PR/2R² + Σ (PS + QR)/2RS + Σ QS/2S². It holds for many small strata and for few large ones. There are no bounds
/// where R or S is 0.
///
/// Sources: N. Mantel, W. Haenszel (1959), J. Natl. Cancer Inst. 22, 719–748; J. Robins, N. Breslow, S. Greenland
/// (1986), Biometrics 42, 311–323.
pub fn odds_ratio(strata: &[Table]) -> Option<Estimate> {
    let [mut r, mut s, mut pr, mut mixed, mut qs] = [0.0; 5];
    for [a, b, c, d, n] in strata.iter().filter(|t| t.all() > 0).map(Table::cells) {
        let (p, q, ad, bc) = ((a + d) / n, (b + c) / n, a * d / n, b * c / n);
        r += ad;
        s += bc;
        pr += p * ad;
        mixed += p * bc + q * ad;
        qs += q * bc;
    }
    match (r > 0.0, s > 0.0) {
        (false, false) => None,
        (true, true) => {
            let spread = Z_95 * (pr / (2.0 * r * r) + mixed / (2.0 * r * s) + qs / (2.0 * s * s)).sqrt();
            let value = r / s;
            Some(Estimate { value, low: Some(value * (-spread).exp()), high: Some(value * spread.exp()) })
        }
        _ => Some(Estimate { value: r / s, low: None, high: None }),
    }
}

/// Common difference of the shares won, with it less without it, with its bounds; `None` where no stratum has both.
///
/// D = Σ (a n₀ − c n₁)/n ÷ Σ n₁n₀/n. Variance: (D Σ P + Σ Q) ÷ (Σ n₁n₀/n)² with
/// P = (n₁²c − n₀²a + n₁n₀(n₀ − n₁)/2)/n² and Q = (a(n₀ − c) + c(n₁ − a))/2n. It holds for many small strata and for
/// few large ones.
///
/// Sources: S. Greenland, J. Robins (1985), Biometrics 41, 55–68; T. Sato (1989), Biometrics 45, 1323–1324.
pub fn difference(strata: &[Table]) -> Option<Estimate> {
    let [mut gap, mut weight, mut p, mut q] = [0.0; 4];
    for t in strata.iter().filter(|t| t.all() > 0) {
        let [a, _, c, _, n] = t.cells();
        let (n1, n0) = (t.with() as f64, t.without() as f64);
        gap += (a * n0 - c * n1) / n;
        weight += n1 * n0 / n;
        p += (n1 * n1 * c - n0 * n0 * a + n1 * n0 * (n0 - n1) / 2.0) / (n * n);
        q += (a * (n0 - c) + c * (n1 - a)) / (2.0 * n);
    }
    if weight == 0.0 {
        return None;
    }
    let value = gap / weight;
    let half = Z_95 * ((value * p + q).max(0.0) / (weight * weight)).sqrt();
    Some(Estimate { value, low: Some((value - half).max(-1.0)), high: Some((value + half).min(1.0)) })
}

/// Two-sided p of the hypothesis that the odds ratio is 1 in every stratum; `None` where no stratum tells anything.
///
/// Where it is safe by the rule of Mantel and Fleiss (the expected count lies five or more from either end of what
/// is possible), the score test (Σ a − Σ E)² / Σ V without correction; else the exact test given all margins.
///
/// Sources: N. Mantel, W. Haenszel (1959), as above; N. Mantel, J. Fleiss (1980), Am. J. Epidemiol. 112, 129–134.
pub fn p_value(strata: &[Table]) -> Option<f64> {
    let telling: Vec<Table> = strata.iter().filter(|t| t.tells()).copied().collect();
    let [mut seen, mut expected, mut variance, mut low, mut high] = [0.0; 5];
    for t in &telling {
        let [a, _, _, _, n] = t.cells();
        let (n1, n0, won) = (t.with() as f64, t.without() as f64, t.won() as f64);
        seen += a;
        expected += n1 * won / n;
        variance += n1 * n0 * won * (n - won) / (n * n * (n - 1.0));
        low += t.range().0 as f64;
        high += t.range().1 as f64;
    }
    if telling.is_empty() {
        return None;
    }
    if (expected - low).min(high - expected) < SAFE {
        return Some(exact(&telling));
    }
    Some(upper_tail((seen - expected).powi(2) / variance, 1))
}

/// Distance of the expected count from the ends from which on the score test is trusted.
const SAFE: f64 = 5.0;

/// Exact two-sided p given the margins of every stratum: the probabilities of all sums of `with_won` that are not
/// above that of the sum seen (within 10⁻⁷ of it). The distribution of the sum is the convolution of the strata's
/// hypergeometric ones. With one stratum it is [`super::exact::fisher`].
pub fn exact(strata: &[Table]) -> f64 {
    let mut sums = vec![1.0];
    let mut seen = 0;
    for t in strata {
        let (low, high) = t.range();
        let total = ln_binomial(t.all(), t.won());
        let share = |x: u64| (ln_binomial(t.with(), x) + ln_binomial(t.without(), t.won() - x) - total).exp();
        let one: Vec<f64> = (low..=high).map(share).collect();
        let mut next = vec![0.0; sums.len() + one.len() - 1];
        for (i, p) in sums.iter().enumerate() {
            for (j, q) in one.iter().enumerate() {
                next[i + j] += p * q;
            }
        }
        sums = next;
        seen += (t.with_won - low) as usize;
    }
    let limit = sums[seen] * (1.0 + 1e-7);
    sums.iter().filter(|p| **p <= limit).sum::<f64>().min(1.0)
}

/// Deals of one group in one stratum: won and all.
pub type Share = (u64, u64);

/// p that the share won is the same in all groups within every stratum, given as one row of groups a stratum;
/// `None` where no stratum tells anything. With two groups it is the score test of [`p_value`].
///
/// χ² = dᵀ V⁻¹ d with d the won less the expected of all groups but one, summed over the strata, and V their
/// covariance given the margins; degrees of freedom are the rank of V.
///
/// Sources: M. Birch (1965), J. R. Stat. Soc. B 27, 111–124; J. Landis, E. Heyman, G. Koch (1978), Int. Stat. Rev. 46,
/// 237–254 (general association).
pub fn groups_differ(strata: &[Vec<Share>]) -> Option<f64> {
    let groups = strata.first()?.len().checked_sub(1)?;
    let mut gap = vec![0.0; groups];
    let mut covariance = vec![vec![0.0; groups]; groups];
    for stratum in strata {
        let (won, all) = stratum.iter().fold((0.0, 0.0), |(w, n), g| (w + g.0 as f64, n + g.1 as f64));
        if all < 2.0 || won == 0.0 || won == all {
            continue;
        }
        let scale = won * (all - won) / (all * all * (all - 1.0));
        for i in 0..groups {
            let (won_here, n) = (stratum[i].0 as f64, stratum[i].1 as f64);
            gap[i] += won_here - n * won / all;
            for j in 0..groups {
                let other = stratum[j].1 as f64;
                covariance[i][j] += scale * n * (if i == j { all - n } else { -other });
            }
        }
    }
    let (chi, rank) = form(covariance, gap);
    (rank > 0).then(|| upper_tail(chi, rank))
}

/// dᵀ V⁻¹ d and the rank of V, by elimination with the largest pivot on the diagonal; what has no variance is left
/// out.
fn form(mut v: Vec<Vec<f64>>, mut d: Vec<f64>) -> (f64, usize) {
    let largest = (0..d.len()).map(|i| v[i][i]).fold(0.0, f64::max);
    let mut left: Vec<usize> = (0..d.len()).collect();
    let (mut chi, mut rank) = (0.0, 0);
    while let Some(place) = (0..left.len()).max_by(|a, b| v[left[*a]][left[*a]].total_cmp(&v[left[*b]][left[*b]])) {
        let pivot = left.swap_remove(place);
        let size = v[pivot][pivot];
        if size <= largest * 1e-10 || size <= 0.0 {
            break;
        }
        chi += d[pivot] * d[pivot] / size;
        rank += 1;
        for &i in &left {
            let share = v[i][pivot] / size;
            d[i] -= share * d[pivot];
            for &j in &left {
                v[i][j] -= share * v[pivot][j];
            }
        }
    }
    (chi, rank)
}

/// P(χ² with these degrees of freedom ≥ chi).
pub(crate) fn upper_tail(chi: f64, degrees: usize) -> f64 {
    if chi <= 0.0 { 1.0 } else { gamma_ur(degrees as f64 / 2.0, chi / 2.0) }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::{super::exact::fisher, super::oracle::*, *};

    /// Made by `scripts/oracles/stratified.py` with statsmodels.
    fn oracle() -> Value {
        serde_json::from_str(include_str!("stratified.json")).unwrap()
    }

    fn tables(list: &Value) -> Vec<Table> {
        let count = |row: &Value, i: usize| row[i].as_u64().unwrap();
        let one = |row: &Value| Table {
            with_won: count(row, 0),
            with_lost: count(row, 1),
            without_won: count(row, 2),
            without_lost: count(row, 3),
        };
        list.as_array().unwrap().iter().map(one).collect()
    }

    fn near(found: Estimate, expected: &Value, what: &str) {
        let expected = numbers(expected);
        for (found, expected) in [Some(found.value), found.low, found.high].into_iter().zip(expected) {
            assert_near(found.unwrap(), expected, 1e-9, what);
        }
    }

    #[test]
    fn common_odds_and_differences_equal_statsmodels() {
        for case in oracle()["cases"].as_array().unwrap() {
            let tables = tables(&case["tables"]);
            near(odds_ratio(&tables).unwrap(), &case["odds_ratio"], "odds ratio");
            near(difference(&tables).unwrap(), &case["difference"], "difference");
            assert_near(p_value(&tables).unwrap(), number(&case["score_p"]), 1e-9, "p");
        }
    }

    #[test]
    fn one_stratum_has_the_odds_ratio_of_its_table() {
        let (cases, tolerance) = cases("fisher_bh");
        for case in cases {
            for (table, expected) in
                tables(&case["input"]["tables"]).into_iter().zip(numbers(&case["expected"]["sample_odds_ratio"]))
            {
                let found = odds_ratio(&[table]).map_or(f64::NAN, |o| o.value);
                assert_near(found, expected, tolerance, &format!("{table:?}"));
            }
        }
    }

    #[test]
    fn small_strata_are_tested_exactly() {
        for case in oracle()["small"].as_array().unwrap() {
            let tables = tables(&case["tables"]);
            assert_near(exact(&tables), number(&case["exact_p"]), 1e-9, "exact p");
        }
        let one = Table { with_won: 3, with_lost: 1, without_won: 1, without_lost: 5 };
        assert_near(exact(&[one]), fisher(3, 1, 1, 5), 1e-12, "as Fisher's");
        assert_near(p_value(&[one]).unwrap(), fisher(3, 1, 1, 5), 1e-12, "too few for the score test");
    }

    #[test]
    fn several_groups_equal_the_oracle() {
        let share = |g: &Value| (g[0].as_u64().unwrap(), g[1].as_u64().unwrap());
        for case in oracle()["groups"].as_array().unwrap() {
            let rows = case["strata"].as_array().unwrap().iter();
            let strata: Vec<Vec<Share>> = rows.map(|r| r.as_array().unwrap().iter().map(share).collect()).collect();
            assert_near(groups_differ(&strata).unwrap(), number(&case["p"]), 1e-9, "groups");
        }
        let two = [vec![(30, 50), (20, 50)], vec![(5, 9), (3, 8)]];
        let as_tables: Vec<Table> = two.iter().map(|g| table(g[0], g[1])).collect();
        assert_near(groups_differ(&two).unwrap(), p_value(&as_tables).unwrap(), 1e-12, "two groups");
    }

    fn table(with: Share, without: Share) -> Table {
        Table {
            with_won: with.0,
            with_lost: with.1 - with.0,
            without_won: without.0,
            without_lost: without.1 - without.0,
        }
    }

    #[test]
    fn nothing_is_made_of_nothing() {
        let all_won = Table { with_won: 3, without_won: 4, ..Table::default() };
        for strata in [vec![], vec![Table::default()], vec![all_won]] {
            assert_eq!((odds_ratio(&strata), p_value(&strata)), (None, None));
        }
        assert_eq!((difference(&[]), groups_differ(&[])), (None, None));
        let one_way = [Table { with_won: 5, with_lost: 0, without_won: 1, without_lost: 5 }];
        assert_eq!(odds_ratio(&one_way), Some(Estimate { value: f64::INFINITY, low: None, high: None }));
    }
}
