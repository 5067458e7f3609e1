//! What history says of deals that stand in a stage at an age: which share was won by when.

use super::stays::Stay;
use crate::log::NEVER;

pub(super) const DAY: i64 = 86_400_000_000;
/// Days that are counted one by one; what takes longer counts as taking this long.
const MOST_DAYS: usize = 1_461;
/// Bands of age at most.
const BANDS: usize = 8;
/// Stays that a band holds at least, as a rule.
const EACH: u64 = 10;
/// With fewer bands they are too broad to begin in the middle: what came before it would be missed.
const NARROW: usize = 2;
/// Bounds of how many decided deals the common share weighs as much as.
const WEIGHTS: (f64, f64) = (2.0, 1_000.0);

/// Deals that are alike: in one stage, in one band of age.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    /// Code of the stage.
    pub stage: u32,
    /// Age from which on, in days.
    pub from: usize,
    /// Up to which age; none for the oldest.
    pub to: Option<usize>,
    /// Deals of the past that stood so and have closed since.
    pub decided: u64,
    /// Of these, won.
    pub won: u64,
    /// Share won within each horizon, drawn to what is common.
    pub shares: Vec<f64>,
    /// Decided deals that the shares weigh as much as.
    pub weight: f64,
}

impl Cell {
    /// Variance of the share within a horizon: that of a Beta distribution of this mean and weight.
    pub(super) fn variance(&self, horizon: usize) -> f64 {
        let share = self.shares.get(horizon).copied().unwrap_or_default();
        share * (1.0 - share) / (self.weight + 1.0)
    }
}

/// What was known at a moment.
#[derive(Debug, Clone)]
pub(super) struct Fit {
    pub cells: Vec<Cell>,
    /// Of each stage, its cells: those by age, then one for an unknown age.
    of_stage: Vec<std::ops::Range<usize>>,
    /// Deals that had closed.
    pub closed: u64,
}

/// Counts by day since a deal stood at an age.
#[derive(Clone)]
struct Days {
    won: Vec<u32>,
    lost: Vec<u32>,
    open: Vec<u32>,
}

/// A band of age while it is counted.
struct Band {
    from: usize,
    to: Option<usize>,
    /// The age, in days, from which its deals are followed: the middle one of the band; its first, where bands are broad.
    landmark: usize,
    days: Days,
}

/// What a band's deals did, before it is drawn to anything.
struct Raw {
    decided: u64,
    won: u64,
    shares: Vec<f64>,
}

impl Fit {
    /// Of what was known at `at`: stays that had begun, as far as they had come. Horizons are in days.
    pub(super) fn of(stays: &[Stay], stages: usize, at: i64, horizons: &[f64]) -> Self {
        let mut bands = bands(stays, stages, at);
        let mut closed = 0;
        for stay in stays.iter().filter(|stay| stay.from <= at && stay.from != NEVER) {
            closed += u64::from(stay.closed <= at && stay.left == stay.closed);
            let until = stay.left.min(at);
            for band in &mut bands[stay.stage as usize] {
                let reached = stay.from + band.landmark as i64 * DAY;
                if reached >= until {
                    break;
                }
                let (counts, days) = match (stay.closed <= at, stay.won) {
                    (true, true) => (&mut band.days.won, stay.closed - reached),
                    (true, false) => (&mut band.days.lost, stay.closed - reached),
                    (false, _) => (&mut band.days.open, at - reached),
                };
                let last = counts.len() - 1;
                counts[((days / DAY) as usize).min(last)] += 1;
            }
        }
        drawn(bands, horizons, closed)
    }

    /// The cell of a deal in a stage at an age in days.
    pub(super) fn cell(&self, stage: u32, age: Option<f64>) -> usize {
        let range = self.of_stage.get(stage as usize).cloned().unwrap_or(0..0);
        let unknown = range.end.saturating_sub(1);
        let Some(age) = age else { return unknown };
        let of_age = |place: &usize| self.cells[*place].to.is_none_or(|to| age < to as f64);
        (range.start..unknown).find(of_age).unwrap_or(unknown)
    }
}

/// The bands of age of each stage: its stays parted by the quantiles of how long they last, those that go on censored.
fn bands(stays: &[Stay], stages: usize, at: i64) -> Vec<Vec<Band>> {
    let known = || stays.iter().filter(|stay| stay.from <= at && stay.from != NEVER);
    let first = known().map(|stay| stay.from).min().unwrap_or(at);
    let length = (((at - first) / DAY) as usize + 1).min(MOST_DAYS);
    let mut lasting = vec![(Vec::new(), Vec::new()); stages + 1];
    for stay in known() {
        let (ended, open): &mut (Vec<u32>, Vec<u32>) = &mut lasting[stay.stage as usize];
        if ended.is_empty() {
            (*ended, *open) = (vec![0; length], vec![0; length]);
        }
        let days = ((stay.left.min(at) - stay.from) / DAY) as usize;
        let counts = if stay.left <= at { ended } else { open };
        counts[days.min(length - 1)] += 1;
    }
    let of_stage = |(ended, open): (Vec<u32>, Vec<u32>)| {
        let all = |counts: &[u32]| counts.iter().map(|n| u64::from(*n)).sum::<u64>();
        let wanted = ((all(&ended) + all(&open)) / EACH).clamp(1, BANDS as u64) as usize;
        // ages at which 1/2n, 2/2n, … of the stays have ended: middles and edges of n bands in turn
        let ages = quantiles(&ended, &open, wanted * 2);
        let fresh = Days { won: vec![0; length], lost: vec![0; length], open: vec![0; length] };
        let mut edges = vec![0];
        edges.extend(ages.iter().skip(1).step_by(2).copied().filter(|age| *age > 0));
        edges.dedup();
        let middle = |from: usize, to: Option<usize>| {
            let within: Vec<usize> =
                ages.iter().copied().filter(|age| *age >= from && to.is_none_or(|to| *age < to)).collect();
            within.get(within.len() / 2).copied().unwrap_or(from)
        };
        let band = |place: usize| {
            let (from, to) = (edges[place], edges.get(place + 1).copied());
            let landmark = if edges.len() < NARROW { from } else { middle(from, to) };
            Band { from, to, landmark, days: fresh.clone() }
        };
        (0..edges.len()).map(band).collect()
    };
    lasting.into_iter().map(of_stage).collect()
}

/// The days by which 1/`parts`, 2/`parts`, … of the stays have ended, by Kaplan–Meier; as many of them as are reached.
fn quantiles(ended: &[u32], open: &[u32], parts: usize) -> Vec<usize> {
    let mut at_risk: f64 = ended.iter().chain(open).map(|n| f64::from(*n)).sum();
    let (mut share, mut found) = (1.0, Vec::new());
    for (day, (ended, open)) in ended.iter().zip(open).enumerate() {
        if at_risk <= 0.0 {
            break;
        }
        share *= 1.0 - f64::from(*ended) / at_risk;
        at_risk -= f64::from(ended + open);
        while found.len() + 1 < parts && share <= 1.0 - (found.len() + 1) as f64 / parts as f64 {
            found.push(day);
        }
    }
    found
}

/// Draws each band to its stage and each stage to all, by how much they differ.
fn drawn(bands: Vec<Vec<Band>>, horizons: &[f64], closed: u64) -> Fit {
    let raws: Vec<Vec<Raw>> = bands.iter().map(|of| of.iter().map(|band| band.days.raw(horizons)).collect()).collect();
    let stages: Vec<Raw> = raws.iter().map(|raws| together(raws, horizons.len())).collect();
    let all = together(&stages, horizons.len());
    let between = weight(&stages, &all);
    let (mut cells, mut of_stage) = (Vec::new(), Vec::new());
    for (stage, ((bands, raws), own)) in (0..).zip(bands.iter().zip(&raws).zip(&stages)) {
        let common = mixed(own, &all.shares, between);
        let within = weight(raws, own);
        let start = cells.len();
        for (band, raw) in bands.iter().zip(raws) {
            let (from, to, shares) = (band.from, band.to, mixed(raw, &common, within));
            let (decided, won, weight) = (raw.decided, raw.won, raw.decided as f64 + within);
            cells.push(Cell { stage, from, to, decided, won, shares, weight });
        }
        let weight = own.decided as f64 + between;
        cells.push(Cell { stage, from: 0, to: None, decided: own.decided, won: own.won, shares: common, weight });
        of_stage.push(start..cells.len());
    }
    Fit { cells, of_stage, closed }
}

/// The bands of a stage, or all stages, as one: each counts by its decided deals; how many these are is told by the one
/// with most of them, as a deal stands in several.
fn together(raws: &[Raw], horizons: usize) -> Raw {
    let total: f64 = raws.iter().map(|raw| raw.decided as f64).sum();
    let share = |horizon: usize| {
        let sum: f64 = raws.iter().map(|raw| raw.decided as f64 * raw.shares[horizon]).sum();
        if total > 0.0 { sum / total } else { 0.0 }
    };
    let most = raws.iter().max_by_key(|raw| raw.decided);
    let (decided, won) = most.map_or((0, 0), |most| (most.decided, most.won));
    Raw { decided, won, shares: (0..horizons).map(share).collect() }
}

fn mixed(raw: &Raw, common: &[f64], weight: f64) -> Vec<f64> {
    let own = raw.decided as f64;
    raw.shares.iter().zip(common).map(|(share, common)| (own * share + weight * common) / (own + weight)).collect()
}

/// How many decided deals the common share weighs as much as: the more the parts differ the fewer. Of all horizons the
/// least, as parts that come to the same in the end may differ on the way.
///
/// Moments of the Beta-binomial distribution: with shares pᵢ of nᵢ, N = Σ nᵢ, p = Σ nᵢ pᵢ / N and
/// S = Σ nᵢ (pᵢ − p)², ρ = (S / p(1−p) − (k−1)) / (N − Σ nᵢ²/N − (k−1)), and the weight is 1/ρ − 1.
///
/// Source: J. C. Kleinman (1973), J. Am. Stat. Assoc. 68, 46–54.
fn weight(parts: &[Raw], common: &Raw) -> f64 {
    let parts: Vec<&Raw> = parts.iter().filter(|raw| raw.decided > 0).collect();
    let total: f64 = parts.iter().map(|raw| raw.decided as f64).sum();
    let squares: f64 = parts.iter().map(|raw| (raw.decided as f64).powi(2)).sum();
    let free = parts.len() as f64 - 1.0;
    let of_horizon = |horizon: usize| {
        let p = common.shares[horizon];
        let spread: f64 = parts.iter().map(|raw| raw.decided as f64 * (raw.shares[horizon] - p).powi(2)).sum::<f64>()
            / (p * (1.0 - p));
        let alike = (spread - free) / (total - squares / total - free);
        if alike > 0.0 { 1.0 / alike - 1.0 } else { f64::INFINITY }
    };
    let least =
        (0..common.shares.len()).map(of_horizon).filter(|weight| !weight.is_nan()).fold(f64::INFINITY, f64::min);
    least.clamp(WEIGHTS.0, WEIGHTS.1)
}

impl Days {
    /// Shares won within the horizons by Aalen–Johansen, lost as the other way to end. At the end of what has been seen,
    /// those that are open still are parted as the others were.
    fn raw(&self, horizons: &[f64]) -> Raw {
        let sum = |counts: &[u32]| counts.iter().map(|n| u64::from(*n)).sum::<u64>();
        let (won, lost, open) = (sum(&self.won), sum(&self.lost), sum(&self.open));
        let mut at_risk = (won + lost + open) as f64;
        let (mut left, mut reached, mut missed) = (1.0, 0.0, 0.0);
        let mut by_day = Vec::with_capacity(self.won.len() + 1);
        by_day.push(0.0);
        for ((won, lost), open) in self.won.iter().zip(&self.lost).zip(&self.open) {
            if at_risk <= 0.0 {
                break;
            }
            let (won, lost) = (f64::from(*won), f64::from(*lost));
            reached += left * won / at_risk;
            missed += left * lost / at_risk;
            left *= 1.0 - (won + lost) / at_risk;
            at_risk -= won + lost + f64::from(*open);
            by_day.push(reached);
        }
        let ever = if reached + missed > 0.0 { reached + left * reached / (reached + missed) } else { 0.0 };
        let share = |days: f64| {
            if days.is_infinite() {
                return ever;
            }
            let (whole, last) = (days.max(0.0).floor() as usize, by_day.len() - 1);
            let (before, after) = (by_day[whole.min(last)], by_day[(whole + 1).min(last)]);
            before + (after - before) * (days.max(0.0) - days.max(0.0).floor())
        };
        Raw { decided: won + lost, won, shares: horizons.iter().map(|days| share(*days)).collect() }
    }
}
