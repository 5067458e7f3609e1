//! How long until something ends, where some things have not ended yet.

use super::Z_95;

/// One observation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Observation {
    /// How long, in any unit.
    pub time: f64,
    /// 0: not ended when last seen (censored); 1, 2, …: how it ended.
    pub outcome: u8,
}

/// A step of the curve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// Time.
    pub time: f64,
    /// Share that has not ended just after.
    pub share: f64,
    /// Lower bound at 95 %.
    pub low: f64,
    /// Upper bound at 95 %.
    pub high: f64,
    /// At risk just before.
    pub at_risk: u64,
}

/// Observations at one time: how many end in each way. Whole numbers, as those that divide them.
struct Tie {
    time: f64,
    at_risk: f64,
    ended: f64,
    first: f64,
    second: f64,
}

fn ties(observations: &[Observation]) -> Vec<Tie> {
    let mut sorted = observations.to_vec();
    sorted.sort_by(|a, b| a.time.total_cmp(&b.time));
    let mut at_risk = sorted.len() as f64;
    let mut ties = Vec::new();
    for group in sorted.chunk_by(|a, b| a.time == b.time) {
        let count = |wanted: fn(u8) -> bool| group.iter().filter(|o| wanted(o.outcome)).count() as f64;
        let (ended, first, second) = (count(|o| o > 0), count(|o| o == 1), count(|o| o == 2));
        ties.push(Tie { time: group[0].time, at_risk, ended, first, second });
        at_risk -= group.len() as f64;
    }
    ties
}

/// The estimates as they stand after some ties.
#[derive(Debug, Clone, Copy)]
struct Course {
    share: f64,
    variance: f64,
    first: f64,
    second: f64,
}

impl Course {
    const START: Self = Self { share: 1.0, variance: 0.0, first: 0.0, second: 0.0 };

    fn take(&mut self, tie: &Tie) {
        if tie.ended == 0.0 {
            return;
        }
        self.variance += tie.ended / (tie.at_risk * (tie.at_risk - tie.ended));
        self.take_shares(tie);
    }

    /// The same without the variance, for what needs no bounds any more.
    fn take_shares(&mut self, tie: &Tie) {
        // dividing one first, which has not to wait for the share
        let part = self.share * (1.0 / tie.at_risk);
        self.first += part * tie.first;
        self.second += part * tie.second;
        self.share = part * (tie.at_risk - tie.ended);
    }
}

/// Times that fit into one number each, so that millions are sorted soon: see [`Packed::of`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Packed(u64);

impl Packed {
    /// A time of whole units, and how it ended: 0 to 3, as [`Observation::outcome`].
    pub fn of(time: u64, outcome: u8) -> Self {
        Self(time << 2 | u64::from(outcome & 3))
    }

    /// The time.
    pub fn time(self) -> u64 {
        self.0 >> 2
    }

    /// How it ended.
    pub fn outcome(self) -> u8 {
        (self.0 & 3) as u8
    }
}

/// What [`kaplan_meier`] and [`aalen_johansen`] say of times, read once.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Summary {
    /// As [`quantile`], in the units of the times.
    pub quantile: Option<f64>,
    /// As [`quantile_bounds`].
    pub low: Option<f64>,
    /// As [`quantile_bounds`].
    pub high: Option<f64>,
    /// Share that has not ended when the last one was last seen.
    pub left: f64,
    /// Share that ended in the first way.
    pub first: f64,
    /// Share that ended in the second way.
    pub second: f64,
    /// How many have not ended.
    pub censored: u64,
}

/// True if a bound of a share, with Greenwood's `variance` over its square, may have come down to `wanted`; the bounds need
/// not be worked out otherwise.
///
/// With L = −ln S, s = √V and x = z s / L the lower bound is at `wanted` where L eˣ is −ln `wanted`, the upper one where
/// L e⁻ˣ is. For x ≤ 1, e^x ≤ 1 + (e − 1) x and e⁻ˣ ≤ 1 − (1 − 1/e) x; the same again turns L into S, for (e − 1) z s ≤ 1.
fn is_near(share: f64, variance: f64, wanted: f64, low_is_known: bool) -> bool {
    const FAR: f64 = std::f64::consts::E - 1.0;
    const NEAR: f64 = 1.0 - 1.0 / std::f64::consts::E;
    // squares, as a root would hold everything up
    let square = |x: f64| x * x;
    let apart = square(share / wanted - 1.0);
    let spread = |factor: f64| square(factor * factor * Z_95) * variance;
    // L ≥ 1 − S
    let is_rough = square(FAR * Z_95) * variance > 1.0 || square(Z_95) * variance > square(1.0 - share);
    let is_below = share <= wanted;
    is_rough || if low_is_known { is_below && apart >= spread(NEAR) } else { is_below || apart <= spread(FAR) }
}

/// Quantile with its bounds and shares of the ways of ending, of sorted times; as [`kaplan_meier`], [`quantile`],
/// [`quantile_bounds`] and [`aalen_johansen`] have them, without a curve.
pub fn summary(sorted: &[Packed], q: f64) -> Summary {
    let wanted = 1.0 - q + 1e-12;
    let mut course = Course::START;
    let (mut low, mut middle, mut high) = (None, None, None);
    let (mut at, mut censored) = (0, 0);
    while let Some(time) = sorted.get(at).map(|one| one.time()) {
        let (begin, mut counts) = (at, [0_i32; 3]);
        while let Some(one) = sorted.get(at).filter(|one| one.time() == time) {
            // no branches: nobody can foresee how one ends
            let outcome = one.outcome();
            counts[0] += i32::from(outcome == 0);
            counts[1] += i32::from(outcome == 1);
            counts[2] += i32::from(outcome == 2);
            at += 1;
        }
        censored += u64::from(counts[0].unsigned_abs());
        let (at_risk, tied) = ((sorted.len() - begin) as i64 as f64, (at - begin) as i64 as f64);
        let [left, first, second] = counts.map(f64::from);
        let (time, ended) = (time as i64 as f64, tied - left);
        let tie = Tie { time, at_risk, ended, first, second };
        if ended == 0.0 {
            continue;
        }
        if low.is_some() && high.is_some() {
            course.take_shares(&tie);
            continue;
        }
        course.take(&tie);
        let share = course.share;
        if is_near(share, course.variance, wanted, low.is_some()) {
            let (lower, upper) = log_log(share, course.variance);
            low = low.or((lower <= wanted).then_some(time));
            high = high.or((upper <= wanted).then_some(time));
        }
        middle = middle.or((share <= wanted).then_some(time));
    }
    let Course { share: left, first, second, .. } = course;
    Summary { quantile: middle, low, high, left, first, second, censored }
}

/// Kaplan–Meier estimate of the share that has not ended, from time 0 on, one step for each distinct time.
///
/// S(t) = Π (1 − dᵢ/nᵢ). Bounds at 95 %: S^exp(±z √V / ln S) with Greenwood's V = Σ dᵢ / (nᵢ (nᵢ − dᵢ)), the interval
/// of ln(−ln S).
///
/// Source: E. L. Kaplan and P. Meier (1958), J. Am. Stat. Assoc. 53, 457–481; bounds: J. D. Kalbfleisch and
/// R. L. Prentice (1980), The Statistical Analysis of Failure Time Data, 1.4.
pub fn kaplan_meier(observations: &[Observation]) -> Vec<Step> {
    let mut course = Course::START;
    let mut steps = vec![Step { time: 0.0, share: 1.0, low: 1.0, high: 1.0, at_risk: observations.len() as u64 }];
    for tie in ties(observations) {
        course.take(&tie);
        let (low, high) = log_log(course.share, course.variance);
        let step = Step { time: tie.time, share: course.share, low, high, at_risk: tie.at_risk as u64 };
        match steps.last_mut().filter(|last| last.time == tie.time) {
            Some(last) => *last = step,
            None => steps.push(step),
        }
    }
    steps
}

fn log_log(share: f64, variance: f64) -> (f64, f64) {
    if share <= 0.0 {
        return (0.0, 0.0);
    }
    if share >= 1.0 {
        return (1.0, 1.0);
    }
    let spread = (Z_95 * variance.sqrt() / share.ln()).abs();
    (share.powf(spread.exp()), share.powf((-spread).exp()))
}

/// Median: the first time at which at most half has not ended; `None` where the curve does not come down to that.
pub fn median(steps: &[Step]) -> Option<f64> {
    quantile(steps, 0.5)
}

/// Bounds of the median at 95 %, as [`quantile_bounds`].
pub fn median_bounds(steps: &[Step]) -> (Option<f64>, Option<f64>) {
    quantile_bounds(steps, 0.5)
}

/// The first time at which at least the share `q` has ended; `None` where the curve does not come down to that. A share
/// that is `q` but for rounding (within 10⁻¹²) is `q`.
pub fn quantile(steps: &[Step], q: f64) -> Option<f64> {
    first_below(steps, 1.0 - q, |s| s.share)
}

/// Bounds of [`quantile`] at 95 %: the first times at which the lower and the upper bound of the curve come down there.
///
/// Source: R. Brookmeyer and J. Crowley (1982), Biometrics 38, 29–41, with the bounds of [`kaplan_meier`].
pub fn quantile_bounds(steps: &[Step], q: f64) -> (Option<f64>, Option<f64>) {
    (first_below(steps, 1.0 - q, |s| s.low), first_below(steps, 1.0 - q, |s| s.high))
}

fn first_below(steps: &[Step], share: f64, of: fn(&Step) -> f64) -> Option<f64> {
    steps.iter().find(|s| of(s) <= share + 1e-12).map(|s| s.time)
}

/// Share that has ended in the first and in the second way by `until`, each in presence of the other.
///
/// Fₖ(t) = Σ S(tᵢ₋₁) dₖᵢ / nᵢ over the times up to t, with Kaplan–Meier's S of any ending.
///
/// Source: O. O. Aalen and S. Johansen (1978), Scandinavian Journal of Statistics 5, 141–150.
pub fn aalen_johansen(observations: &[Observation], until: f64) -> (f64, f64) {
    let mut course = Course::START;
    ties(observations).iter().take_while(|t| t.time <= until).for_each(|tie| course.take(tie));
    (course.first, course.second)
}

/// Two-sided p of the hypothesis that what is in a group ends as soon as what is in the others together, for each of
/// `groups` groups; an observation is its group and itself. `None` where a group, or the others, never had anything at risk
/// when something ended. Any outcome but 0 is an end.
///
/// At each time with d ends of n at risk, the group with m at risk expects d m / n, with the variance
/// d (m / n) (1 − m / n) (n − d) / (n − 1); (observed − expected)² over the variance is χ² with one degree of freedom.
///
/// Source: N. Mantel (1966), Cancer Chemotherapy Reports 50, 163–170; R. Peto and J. Peto (1972), J. R. Stat. Soc. A 135,
/// 185–207.
pub fn logrank(observations: &[(usize, Observation)], groups: usize) -> Vec<Option<f64>> {
    let mut sorted = observations.to_vec();
    sorted.sort_unstable_by(|a, b| a.1.time.total_cmp(&b.1.time));
    let mut at_risk = vec![0_u64; groups];
    sorted.iter().for_each(|(group, _)| at_risk[*group] += 1);
    let mut all = sorted.len() as u64;
    let mut apart = vec![(0.0, 0.0); groups];
    for tie in sorted.chunk_by(|a, b| a.1.time == b.1.time) {
        let ended = tie.iter().filter(|(_, o)| o.outcome > 0).count() as f64;
        if ended > 0.0 {
            let n = all as f64;
            let spread = if all > 1 { ended * (n - ended) / (n - 1.0) } else { 0.0 };
            for ((difference, variance), m) in apart.iter_mut().zip(&at_risk) {
                let share = *m as f64 / n;
                *difference -= ended * share;
                *variance += spread * share * (1.0 - share);
            }
        }
        for (group, observation) in tie {
            apart[*group].0 += f64::from(u8::from(observation.outcome > 0));
            at_risk[*group] -= 1;
        }
        all -= tie.len() as u64;
    }
    let p = |(difference, variance): (f64, f64)| {
        (variance > 0.0).then(|| super::stratified::upper_tail(difference * difference / variance, 1))
    };
    apart.into_iter().map(p).collect()
}

#[cfg(test)]
mod tests {
    use super::{super::oracle::*, *};

    type Column = (&'static str, fn(&Step) -> f64);

    fn observations(times: &serde_json::Value, outcomes: &serde_json::Value) -> Vec<Observation> {
        let pairs = numbers(times).into_iter().zip(numbers(outcomes));
        pairs.map(|(time, outcome)| Observation { time, outcome: outcome as u8 }).collect()
    }

    #[test]
    fn kaplan_meier_equals_the_oracle() {
        let (cases, tolerance) = cases("kaplan_meier");
        for case in cases {
            let steps = kaplan_meier(&observations(&case["input"]["time"], &case["input"]["event"]));
            let expected = |name: &str| numbers(&case["expected"][name]);
            assert_eq!(steps.len(), expected("times").len());
            let columns: [Column; 4] =
                [("times", |s| s.time), ("survival", |s| s.share), ("low", |s| s.low), ("high", |s| s.high)];
            for (name, of) in columns {
                for (step, expected) in steps.iter().zip(expected(name)) {
                    assert_near(of(step), expected, tolerance, name);
                }
            }
            // Where the curve comes to exactly one half, lifelines misses it by rounding (0.5000000000000001) and gives
            // the next time; its definition, applied to its own curve within the tolerance, gives this one.
            let found = median(&steps).unwrap_or(f64::INFINITY);
            let half = expected("survival").iter().position(|s| *s <= 0.5 + tolerance);
            let missed = half.is_some_and(|i| expected("survival")[i] > 0.5);
            let by_definition = half.map_or(f64::INFINITY, |i| expected("times")[i]);
            assert_near(found, by_definition, tolerance, "median");
            assert!(missed || by_definition == number(&case["expected"]["median"]), "median as in the file");
            let (low, high) = median_bounds(&steps);
            assert!(low.unwrap_or(f64::INFINITY) <= found && found <= high.unwrap_or(f64::INFINITY));
        }
    }

    #[test]
    fn aalen_johansen_equals_the_oracle() {
        let (cases, tolerance) = cases("aalen_johansen");
        for case in cases {
            let observed = observations(&case["input"]["time"], &case["input"]["outcome"]);
            let expected = |name: &str| numbers(&case["expected"][name]);
            for ((at, one), two) in
                numbers(&case["expected"]["at"]).iter().zip(expected("cif_1")).zip(expected("cif_2"))
            {
                let (first, second) = aalen_johansen(&observed, *at);
                assert_near(first, one, tolerance, "first");
                assert_near(second, two, tolerance, "second");
            }
        }
    }

    #[test]
    fn a_summary_says_what_the_curves_say() {
        let mut random = 20_261_u64;
        let mut next = |below: u64| {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (random >> 33) % below
        };
        for n in [1, 2, 3, 7, 40, 900, 5_000, 60_000] {
            for spread in [3, 50, 1_000_000] {
                let mut all: Vec<Packed> = (0..n).map(|_| Packed::of(next(spread), next(3) as u8)).collect();
                all.sort_unstable();
                let plain: Vec<Observation> =
                    all.iter().map(|p| Observation { time: p.time() as f64, outcome: p.outcome() }).collect();
                let steps = kaplan_meier(&plain);
                for q in [0.01, 0.1, 0.5, 0.9, 0.99] {
                    let found = summary(&all, q);
                    let bounds = quantile_bounds(&steps, q);
                    assert_eq!(
                        (found.quantile, (found.low, found.high)),
                        (quantile(&steps, q), bounds),
                        "{n} {spread}"
                    );
                    assert_eq!((found.first, found.second), aalen_johansen(&plain, f64::INFINITY));
                    assert_eq!(found.left, steps.last().unwrap().share);
                }
            }
        }
    }

    #[test]
    fn logrank_equals_the_oracle() {
        let (cases, tolerance) = cases("logrank");
        for case in cases {
            let group = |name: &str, group: usize| {
                let (times, ends) = (&case["input"][format!("time_{name}")], &case["input"][format!("event_{name}")]);
                observations(times, ends).into_iter().map(|o| (group, o)).collect::<Vec<_>>()
            };
            let both = [group("a", 0), group("b", 1)].concat();
            let found = logrank(&both, 2);
            assert_near(found[0].unwrap(), number(&case["expected"]["p"]), tolerance, "p");
            assert_near(found[1].unwrap(), number(&case["expected"]["p"]), tolerance, "p, the other way round");
        }
        let one = Observation { time: 1.0, outcome: 1 };
        assert_eq!((logrank(&[], 1), logrank(&[(0, one), (0, one)], 2)), (vec![None], vec![None, None]));
    }
}
