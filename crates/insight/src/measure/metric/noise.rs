//! Whether a difference is more than noise, in words.

use model::metric::Unit;

use super::{
    Formula, Noise, Verdict,
    tally::{How, Tally},
};
use crate::stats::{
    Z_95,
    count::same_rate,
    exact::{fisher, holm},
    mean::{Difference, welch},
    proportion::newcombe,
    survival::{Observation, logrank},
};

/// The level of the tests.
const LEVEL: f64 = 0.05;
/// Of fewer nothing is said.
const FEWEST: u64 = 5;

/// A difference as it was found, before it is corrected for how many were looked at.
struct Found {
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    p: Option<f64>,
}

const NOTHING: Found = Found { value: None, low: None, high: None, p: None };

/// What is said of a metric's differences.
pub(super) struct Saying<'a> {
    pub unit: Unit,
    pub how: How,
    pub formula: &'a Formula,
    pub currency: &'a str,
}

/// Each group against all others together; nothing of counts, as groups are as large as they are.
pub(super) fn groups(groups: &[Tally], total: &Tally, saying: &Saying<'_>) -> Vec<Option<Noise>> {
    if matches!(total, Tally::Count(_) | Tally::Velocity(_)) || (saying.how.sum) || groups.len() < 2 {
        return vec![None; groups.len()];
    }
    let found = match total {
        Tally::Times(_) | Tally::Values(_) => of_times(groups, saying.how),
        _ => groups.iter().map(|group| against_rest(group, total)).collect(),
    };
    let p: Vec<f64> = found.iter().filter_map(|f| f.p).collect();
    let mut adjusted = holm(&p).into_iter();
    let looked_at = p.len();
    let corrected = found.into_iter().zip(groups).map(|(found, group)| {
        let p = found.p.and_then(|_| adjusted.next());
        (group.n() > 0).then(|| noise(Found { p, ..found }, saying, "the others", looked_at))
    });
    corrected.collect()
}

/// One period against another one, of these lengths.
pub(super) fn periods(now: &Tally, before: &Tally, lengths: (f64, f64), saying: &Saying<'_>) -> Noise {
    let found = match (now, before) {
        (Tally::Count(a), Tally::Count(b)) if !matches!(saying.formula, Formula::Open(_) | Formula::Standing(_)) => {
            counts(*a, *b, lengths)
        }
        (Tally::Times(_) | Tally::Values(_), _) => {
            of_times(&[now.clone(), before.clone()], saying.how).into_iter().next().unwrap_or(NOTHING)
        }
        (Tally::Amounts(a), Tally::Amounts(b)) if saying.how.sum => {
            let variance = a.squares / lengths.0.powi(2) + b.squares / lengths.1.powi(2);
            let value = a.sum / lengths.0 - b.sum / lengths.1;
            let found = normal(value, variance);
            Found {
                value: found.value.map(|v| v * lengths.0),
                low: found.low.map(|v| v * lengths.0),
                high: found.high.map(|v| v * lengths.0),
                p: found.p,
            }
        }
        _ => of_two(now, before),
    };
    noise(found, saying, "the time before", 1)
}

fn against_rest(group: &Tally, total: &Tally) -> Found {
    let rest = match (total, group) {
        (Tally::Share { yes, no, open }, Tally::Share { yes: y, no: n, open: o }) => {
            Tally::Share { yes: yes - y, no: no - n, open: open - o }
        }
        (Tally::Amounts(all), Tally::Amounts(part)) => Tally::Amounts(all.without(*part)),
        (Tally::Ratio(all), Tally::Ratio(part)) => Tally::Ratio(all.without(*part)),
        (Tally::Attained(all), Tally::Attained(part)) => Tally::Attained(all.without(*part)),
        _ => return NOTHING,
    };
    of_two(group, &rest)
}

fn of_two(a: &Tally, b: &Tally) -> Found {
    match (a, b) {
        (Tally::Share { yes: y1, no: n1, .. }, Tally::Share { yes: y2, no: n2, .. }) => {
            if (y1 + n1).min(y2 + n2) < FEWEST {
                return NOTHING;
            }
            let Some((value, low, high)) = newcombe(*y1, y1 + n1, *y2, y2 + n2) else { return NOTHING };
            Found { value: Some(value), low: Some(low), high: Some(high), p: Some(fisher(*y1, *n1, *y2, *n2)) }
        }
        (Tally::Amounts(a), Tally::Amounts(b)) if a.n.min(b.n) >= FEWEST => welch(a, b).map_or(NOTHING, found),
        (Tally::Ratio(a), Tally::Ratio(b)) if a.n.min(b.n) >= FEWEST => match (a.ratio(), b.ratio()) {
            (Some((x, vx)), Some((y, vy))) => normal(x - y, vx + vy),
            _ => NOTHING,
        },
        (Tally::Attained(a), Tally::Attained(b)) if a.deals().min(b.deals()) >= FEWEST => {
            match (a.share(), b.share()) {
                (Some((x, vx)), Some((y, vy))) => normal(x - y, vx + vy),
                _ => NOTHING,
            }
        }
        _ => NOTHING,
    }
}

fn found(difference: Difference) -> Found {
    let Difference { value, low, high, p } = difference;
    Found { value: Some(value), low: Some(low), high: Some(high), p: Some(p) }
}

fn normal(value: f64, variance: f64) -> Found {
    let error = variance.sqrt();
    if !(error > 0.0 && error.is_finite()) {
        return NOTHING;
    }
    let p = statrs::function::erf::erfc((value / error).abs() / std::f64::consts::SQRT_2);
    Found { value: Some(value), low: Some(value - Z_95 * error), high: Some(value + Z_95 * error), p: Some(p) }
}

/// By which share one rate is above another; its interval from the exact one of the binomial share would be as wide as
/// the normal one of the logarithm: ln(k₁ / t₁) − ln(k₂ / t₂) ± z √(1/k₁ + 1/k₂).
fn counts(a: u64, b: u64, (time_a, time_b): (f64, f64)) -> Found {
    if a + b < FEWEST {
        return NOTHING;
    }
    let p = Some(same_rate(a, time_a, b, time_b));
    if a == 0 || b == 0 {
        return Found { p, ..NOTHING };
    }
    let (a, b) = (a as f64, b as f64);
    let ratio = (a / time_a / (b / time_b)).ln();
    let spread = Z_95 * (1.0 / a + 1.0 / b).sqrt();
    let share = |log: f64| Some(log.exp() - 1.0);
    Found { value: share(ratio), low: share(ratio - spread), high: share(ratio + spread), p }
}

/// Times, and values as times that have all ended, by the log-rank test.
fn of_times(groups: &[Tally], how: How) -> Vec<Found> {
    let mut all: Vec<(usize, Observation)> = Vec::new();
    for (place, group) in groups.iter().enumerate() {
        match group {
            Tally::Times(times) => {
                all.extend(times.iter().map(|t| (place, Observation { time: t.time() as f64, outcome: t.outcome() })))
            }
            Tally::Values(values) => {
                all.extend(values.iter().map(|time| (place, Observation { time: *time, outcome: 1 })));
            }
            _ => {}
        }
    }
    let sizes: Vec<u64> = groups.iter().map(Tally::n).collect();
    let whole: u64 = sizes.iter().sum();
    let figures: Vec<Option<f64>> = groups.iter().map(|g| g.figure(how).value).collect();
    let rest_of = |place: usize| -> Option<f64> {
        let mut rest: Option<Tally> = None;
        for (_, group) in groups.iter().enumerate().filter(|(i, _)| *i != place) {
            match &mut rest {
                Some(rest) => rest.merge(group.clone()),
                None => rest = Some(group.clone()),
            }
        }
        rest?.figure(how).value
    };
    let tested = logrank(&all, groups.len()).into_iter().enumerate().map(|(place, p)| {
        let n = sizes[place];
        let p = p.filter(|_| n.min(whole - n) >= FEWEST);
        let value = p.and(figures[place]).and_then(|own| Some(own - rest_of(place)?));
        Found { value, low: None, high: None, p }
    });
    tested.collect()
}

fn noise(found: Found, saying: &Saying<'_>, others: &str, looked_at: usize) -> Noise {
    let Found { value, low, high, p } = found;
    let verdict = match (p, value) {
        (None, _) => Verdict::TooFew,
        (Some(p), Some(value)) if p < LEVEL && value > 0.0 => Verdict::Higher,
        (Some(p), Some(value)) if p < LEVEL && value < 0.0 => Verdict::Lower,
        _ => Verdict::Noise,
    };
    let says = match (verdict, p) {
        (Verdict::TooFew, _) => "Too few to tell it from noise.".to_owned(),
        (Verdict::Noise, Some(p)) => {
            format!("No more than noise: the data supports no difference to {others} ({}).", chance(p))
        }
        (verdict, p) => {
            let way = if verdict == Verdict::Higher { "Higher" } else { "Lower" };
            let by = value.map_or_else(String::new, |v| format!(" by {}", saying.amount(v.abs())));
            let within = match low.zip(high) {
                Some((low, high)) => {
                    let (least, most) = if low.abs() <= high.abs() { (low, high) } else { (high, low) };
                    format!(" ({} to {})", saying.amount(least.abs()), saying.amount(most.abs()))
                }
                None => String::new(),
            };
            let p = p.map_or_else(String::new, chance);
            let corrected =
                if looked_at > 1 { format!(", corrected for {looked_at} looked at") } else { String::new() };
            format!("{way} than {others}{by}{within}. Chance alone seldom makes that ({p}{corrected}).")
        }
    };
    Noise { verdict, difference: value, low, high, p, says }
}

impl Saying<'_> {
    /// A difference in words.
    fn amount(&self, value: f64) -> String {
        if matches!(self.formula, Formula::Count(_) | Formula::Moves(_)) {
            return format!("{:.0} %", value * 100.0);
        }
        match self.unit {
            Unit::Share => format!("{:.1} points", value * 100.0),
            Unit::Days if value < 1.0 => format!("{:.1} hours", value * 24.0),
            Unit::Days => format!("{value:.1} days"),
            Unit::Money | Unit::MoneyADay => {
                format!("{} {}", model::money::decimal(value.round() as i64), self.currency).trim_end().to_owned()
            }
            Unit::Number if value < 1.0 => format!("{value:.3}"),
            Unit::Count | Unit::Number => format!("{value:.2}"),
        }
    }
}

fn chance(p: f64) -> String {
    if p < 0.001 { "p below 0.001".to_owned() } else { format!("p = {p:.3}") }
}
