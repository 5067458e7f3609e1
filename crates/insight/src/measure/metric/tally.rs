//! What is gathered of a metric in one cell of a table.

use rayon::prelude::*;

use super::{Figure, Formula, attained::Attained, unit::What};
use crate::{
    discover::sentence::LITTLE,
    log::MICROS_A_DAY,
    stats::{
        Z_95,
        count::garwood,
        mean::Moments,
        proportion::wilson,
        quantile::quantile,
        survival::{Packed, summary},
    },
};

/// Something gathered.
#[derive(Debug, Clone)]
pub(super) enum Tally {
    /// How many.
    Count(u64),
    /// How many did, did not, and may still.
    Share { yes: u64, no: u64, open: u64 },
    /// Amounts.
    Amounts(Moments),
    /// Amounts one by one.
    Values(Vec<f64>),
    /// Times in microseconds.
    Times(Vec<Packed>),
    /// What is divided, and by what.
    Ratio(Pairs),
    /// Open deals, and what closed.
    Velocity(Velocity),
    /// Quotas, and what was won of them.
    Attained(Attained),
}

/// Sums of pairs.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Pairs {
    pub n: u64,
    pub over: f64,
    pub under: f64,
    over_2: f64,
    under_2: f64,
    both: f64,
}

/// What goes into a velocity.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Velocity {
    pub standing: u64,
    won: u64,
    closed: u64,
    value: Moments,
    days: Moments,
}

/// How a figure is made of what was gathered.
#[derive(Debug, Clone, Copy)]
pub(super) struct How {
    /// A quantile of values or times.
    pub q: f64,
    /// The sum of amounts, not their mean.
    pub sum: bool,
}

impl How {
    pub(super) fn of(formula: &Formula) -> Self {
        let q = match formula {
            Formula::Quantile(of) => of.q,
            Formula::Duration(of) => of.q,
            Formula::Stay(of) => of.q,
            Formula::Answer(of) => of.q,
            _ => model::metric::MEDIAN,
        };
        Self { q, sum: matches!(formula, Formula::Sum(_)) }
    }
}

impl Tally {
    /// An empty one for what a formula gathers.
    pub(super) fn of(formula: &Formula) -> Self {
        match formula {
            Formula::Count(_) | Formula::Moves(_) | Formula::Open(_) | Formula::Standing(_) => Self::Count(0),
            Formula::Share(_) | Formula::Against(_) | Formula::Kept(_) => Self::Share { yes: 0, no: 0, open: 0 },
            Formula::Sum(_) | Formula::Mean(_) => Self::Amounts(Moments::default()),
            Formula::Quantile(_) => Self::Values(Vec::new()),
            Formula::Duration(_) | Formula::Stay(_) | Formula::Answer(_) => Self::Times(Vec::new()),
            Formula::Ratio(_) | Formula::ForecastError(_) => Self::Ratio(Pairs::default()),
            Formula::Attainment(_) => Self::Attained(Attained::default()),
            Formula::Velocity(_) => Self::Velocity(Velocity::default()),
        }
    }

    pub(super) fn add(&mut self, what: What) {
        match (self, what) {
            (Self::Count(n), _) => *n += 1,
            (Self::Share { yes, .. }, What::Yes) => *yes += 1,
            (Self::Share { no, .. }, What::No) => *no += 1,
            (Self::Share { open, .. }, _) => *open += 1,
            (Self::Amounts(moments), What::Amount(x)) => moments.add(x),
            (Self::Values(values), What::Amount(x)) => values.push(x),
            (Self::Times(times), What::Time { micros, outcome }) => {
                times.push(Packed::of(micros.max(0) as u64, outcome));
            }
            (Self::Ratio(pairs), What::Pair(x, y)) => pairs.add(x, y),
            (Self::Velocity(velocity), What::Closed { won, value, days }) => velocity.close(won, value, days),
            (Self::Velocity(velocity), What::One) => velocity.standing += 1,
            _ => {}
        }
    }

    /// Adds a time to times.
    pub(super) fn push(&mut self, time: Packed) {
        if let Self::Times(times) = self {
            times.push(time);
        }
    }

    pub(super) fn merge(&mut self, other: Self) {
        match (self, other) {
            (Self::Count(a), Self::Count(b)) => *a += b,
            (Self::Share { yes, no, open }, Self::Share { yes: y, no: n, open: o }) => {
                (*yes, *no, *open) = (*yes + y, *no + n, *open + o);
            }
            (Self::Amounts(a), Self::Amounts(b)) => *a = a.with(b),
            (Self::Values(a), Self::Values(b)) => a.extend(b),
            (Self::Times(a), Self::Times(b)) => a.extend(b),
            (Self::Ratio(a), Self::Ratio(b)) => *a = a.with(b),
            (Self::Velocity(a), Self::Velocity(b)) => *a = a.with(b),
            (Self::Attained(a), Self::Attained(b)) => *a = a.with(b),
            _ => {}
        }
    }

    /// Puts times in order. A stable sort finds the runs that are in order already, and merges them.
    pub(super) fn sort(&mut self) {
        match self {
            Self::Times(times) if times.len() < MANY => times.sort(),
            Self::Times(times) => times.par_sort(),
            _ => {}
        }
    }

    /// Adds others, whose times are in order, to one of which nothing else is asked than what all of them have: its times
    /// are in order then.
    pub(super) fn add_all<'t>(&mut self, others: impl Iterator<Item = &'t Self> + Clone) {
        let Self::Times(times) = self else {
            return others.for_each(|other| self.merge(other.clone()));
        };
        times.reserve(others.clone().map(|other| other.n() as usize).sum());
        for other in others {
            if let Self::Times(more) = other {
                times.extend_from_slice(more);
            }
        }
        self.sort();
    }

    /// How many deals, events or stays are in it.
    pub(super) fn n(&self) -> u64 {
        match self {
            Self::Count(n) => *n,
            Self::Share { yes, no, open } => yes + no + open,
            Self::Amounts(moments) => moments.n,
            Self::Values(values) => values.len() as u64,
            Self::Times(times) => times.len() as u64,
            Self::Ratio(pairs) => pairs.n,
            Self::Velocity(velocity) => velocity.closed + velocity.standing,
            Self::Attained(attained) => attained.n(),
        }
    }

    /// The figure; with words instead of a value where there is none.
    pub(super) fn figure(&self, how: How) -> Figure {
        let figure = match self {
            Self::Count(n) => Figure::known(*n as f64, Some(garwood(*n)), *n),
            Self::Share { yes, no, open } => share(*yes, *no, *open),
            Self::Amounts(moments) if how.sum => Figure::known(moments.sum, Some(moments.interval_of_sum()), moments.n),
            Self::Amounts(moments) => match moments.mean() {
                Some(mean) => Figure::known(mean, moments.interval(), moments.n),
                None => Figure::none(NOTHING),
            },
            Self::Values(values) => quantile_of(values, how.q),
            Self::Times(times) => time(times, how.q),
            Self::Ratio(pairs) => pairs.figure(),
            Self::Velocity(velocity) => velocity.figure(),
            // quotas are as many as they are, and what was won of them is counted in full
            Self::Attained(attained) => return attained.figure(),
        };
        Figure { few: figure.n < LITTLE, ..figure }
    }
}

const NOTHING: &str = "There is nothing to count in this time.";

fn share(yes: u64, no: u64, open: u64) -> Figure {
    let decided = yes + no;
    let Some(interval) = wilson(yes, decided) else {
        let says = match open {
            0 => NOTHING.to_owned(),
            1 => "One may still come; none is decided yet.".to_owned(),
            open => format!("{open} may still come; none is decided yet."),
        };
        return Figure { open, ..Figure::none(says) };
    };
    Figure { yes: Some(yes), open, ..Figure::known(yes as f64 / decided as f64, Some(interval), decided) }
}

/// The quantile of values with its interval at 95 % by order statistics: ranks n q ± z √(n q (1 − q)).
///
/// Source: W. J. Conover (1999), Practical Nonparametric Statistics, 3.2.
fn quantile_of(values: &[f64], q: f64) -> Figure {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let Some(value) = quantile(&sorted, q) else { return Figure::none(NOTHING) };
    let n = sorted.len() as f64;
    let spread = Z_95 * (n * q * (1.0 - q)).sqrt();
    let (low, high) = ((n * q - spread).floor(), (n * q + spread).ceil());
    let bounds = (low >= 1.0 && high < n).then(|| (sorted[low as usize - 1], sorted[high as usize]));
    Figure::known(value, bounds, sorted.len() as u64)
}

/// Fewer are put in order by one thread.
const MANY: usize = 100_000;

/// Of times in order.
fn time(times: &[Packed], q: f64) -> Figure {
    let n = times.len() as u64;
    if n == 0 {
        return Figure::none(NOTHING);
    }
    let found = summary(times, q);
    let days = |micros: f64| micros / MICROS_A_DAY;
    let says = match found.quantile {
        Some(_) => String::new(),
        None => format!(
            "{:.0} % have not come to an end when last seen, so that there is no such day yet.",
            found.left * 100.0
        ),
    };
    Figure {
        value: found.quantile.map(days),
        low: found.low.map(days),
        high: found.high.map(days),
        n,
        open: found.censored,
        first: Some(found.first),
        second: Some(found.second),
        says,
        ..Figure::default()
    }
}

impl Pairs {
    fn add(&mut self, x: f64, y: f64) {
        self.n += 1;
        self.over += x;
        self.under += y;
        self.over_2 += x * x;
        self.under_2 += y * y;
        self.both += x * y;
    }

    fn with(self, o: Self) -> Self {
        Self {
            n: self.n + o.n,
            over: self.over + o.over,
            under: self.under + o.under,
            over_2: self.over_2 + o.over_2,
            under_2: self.under_2 + o.under_2,
            both: self.both + o.both,
        }
    }

    pub(super) fn without(self, o: Self) -> Self {
        Self {
            n: self.n - o.n,
            over: self.over - o.over,
            under: self.under - o.under,
            over_2: self.over_2 - o.over_2,
            under_2: self.under_2 - o.under_2,
            both: self.both - o.both,
        }
    }

    /// Ratio of the sums and the variance of it by the delta method: Σ(x − r y)² / (Σy)².
    ///
    /// Source: W. G. Cochran (1977), Sampling Techniques, 2.11 and 6.3.
    pub(super) fn ratio(&self) -> Option<(f64, f64)> {
        if self.n == 0 || self.under == 0.0 {
            return None;
        }
        let ratio = self.over / self.under;
        let residual = self.over_2 - 2.0 * ratio * self.both + ratio * ratio * self.under_2;
        let n = self.n as f64;
        let corrected = if self.n > 1 { n / (n - 1.0) } else { 1.0 };
        Some((ratio, corrected * residual.max(0.0) / (self.under * self.under)))
    }

    fn figure(&self) -> Figure {
        match self.ratio() {
            Some((ratio, variance)) => {
                let spread = Z_95 * variance.sqrt();
                let bounds = (self.n > 1).then_some((ratio - spread, ratio + spread));
                Figure::known(ratio, bounds, self.n)
            }
            None if self.n == 0 => Figure::none(NOTHING),
            None => Figure { n: self.n, ..Figure::none("What it is divided by is nothing in this time.") },
        }
    }
}

impl Velocity {
    fn close(&mut self, won: bool, value: Option<f64>, days: Option<f64>) {
        self.closed += 1;
        self.won += u64::from(won);
        if let Some(value) = value.filter(|_| won) {
            self.value.add(value);
        }
        if let Some(days) = days {
            self.days.add(days);
        }
    }

    fn with(self, o: Self) -> Self {
        Self {
            standing: self.standing + o.standing,
            won: self.won + o.won,
            closed: self.closed + o.closed,
            value: self.value.with(o.value),
            days: self.days.with(o.days),
        }
    }

    /// n w v̄ / d̄, with an interval of its logarithm by the delta method, the parts taken as independent:
    /// (1 − w) / (w N) + s²ᵥ / (nᵥ v̄²) + s²_d / (n_d d̄²).
    fn figure(&self) -> Figure {
        let n = self.closed;
        let parts = self.value.mean().zip(self.days.mean()).filter(|(value, days)| *value > 0.0 && *days > 0.0);
        let Some((value, days)) = parts else {
            let says = match (self.closed, self.won) {
                (0, _) => "No deal closed in this time.",
                (_, 0) => "No deal was won in this time.",
                _ => "The won deals have no value, or no days to divide by.",
            };
            return Figure { n, ..Figure::none(says) };
        };
        let rate = self.won as f64 / self.closed as f64;
        let velocity = self.standing as f64 * rate * value / days;
        let relative = |m: &Moments, mean: f64| m.variance().map(|v| v / (m.n as f64 * mean * mean));
        let variance = relative(&self.value, value)
            .zip(relative(&self.days, days))
            .map(|(v, d)| (1.0 - rate) / (rate * self.closed as f64) + v + d);
        let bounds = variance.map(|v| {
            let factor = (Z_95 * v.sqrt()).exp();
            (velocity / factor, velocity * factor)
        });
        Figure { open: self.standing, yes: Some(self.won), ..Figure::known(velocity, bounds, n) }
    }
}
