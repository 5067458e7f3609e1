//! The forecast tried on the past: made with what was known then, compared with what came.

use jiff::{ToSpan, tz::TimeZone};
use model::Timestamp;
use rayon::prelude::*;

use super::{
    expected::Sum,
    fit::{DAY, Fit},
    naive::Weights,
    result::{Accuracy, HeldBack},
    say,
    stays::Stay,
};
use crate::{
    discover::sentence::LITTLE,
    log::NEVER,
    measure::worth::{Worth, Worths},
    stats::{
        forecast::{Foretold, brier, reliability},
        paired::diebold_mariano,
    },
};

/// Moments at which it is tried.
const MOMENTS: usize = 12;
/// Share of the deals open at a moment that must have closed since for "at all" to be tried there.
const SETTLED: f64 = 0.9;
/// Classes of the reliability picture.
const CLASSES: usize = 10;
/// Days in a month, as moments follow each other.
const MONTH: f64 = 30.4;

/// What it is tried on.
pub(super) struct Past<'a> {
    pub stays: &'a [Stay],
    pub stages: usize,
    /// Which deals are looked at, by number.
    pub chosen: &'a [bool],
    pub worths: &'a Worths<'a>,
    /// Days within which deals are to be won; infinite for ever.
    pub days: f64,
    /// Whether values count: they do not where no open deal has one, as they come with closing then.
    pub valued: bool,
    /// The last moment that is known.
    pub as_of: i64,
}

/// One moment with its single forecasts: ours and the naive one.
pub(super) struct Tried {
    pub accuracy: Accuracy,
    /// The deals of the forecasts.
    pub deals: Vec<u32>,
    pub ours: Vec<Foretold>,
    naive: Vec<Foretold>,
}

impl Past<'_> {
    /// The months' beginnings in UTC at which it can be tried, the oldest first.
    pub(super) fn tried(&self) -> Vec<Tried> {
        let found: Vec<Option<Tried>> = self.moments().into_par_iter().map(|at| self.at(at)).collect();
        let mut found: Vec<Tried> = found.into_iter().flatten().collect();
        found.drain(..found.len().saturating_sub(MOMENTS));
        found
    }

    /// Beginnings of months by which the horizon is over, the oldest first. For ever may have to go further back until
    /// most deals are settled.
    fn moments(&self) -> Vec<i64> {
        let first = self.stays.iter().map(|stay| stay.from).min().filter(|first| *first != NEVER);
        let reach = if self.days.is_finite() { (self.days * DAY as f64) as i64 } else { 0 };
        let (Some(first), last) = (first, self.as_of.saturating_sub(reach)) else { return Vec::new() };
        let Ok(last) = Timestamp::from_microsecond(last) else { return Vec::new() };
        let month = last.to_zoned_datetime(TimeZone::UTC).date().first_of_month();
        let most = if self.days.is_finite() { MOMENTS } else { MOMENTS * 2 };
        let back = |n: usize| {
            let day = month.checked_sub((n as i64).months()).ok()?;
            Some(day.to_zoned_datetime(TimeZone::UTC).ok()?.timestamp().as_microsecond())
        };
        let mut moments: Vec<i64> = (0..most).map_while(back).take_while(|at| *at > first).collect();
        moments.reverse();
        moments
    }

    fn at(&self, at: i64) -> Option<Tried> {
        let fit = Fit::of(self.stays, self.stages, at, &[self.days]);
        if fit.closed < LITTLE {
            return None;
        }
        let weights = Weights::of(self.stays, self.stages, at);
        let end = if self.days.is_finite() { at.saturating_add((self.days * DAY as f64) as i64) } else { self.as_of };
        let (mut ours, mut naive, mut deals, mut undecided) = (Vec::new(), Vec::new(), 0_u64, 0_u64);
        let mut tried = Vec::new();
        let (mut sum, mut naive_minor, mut won_minor) = (Sum::new(fit.cells.len()), 0.0, 0_i64);
        let open = self.stays.iter().filter(|stay| stay.stands(at) && self.chosen[stay.deal as usize]);
        for stay in open {
            deals += 1;
            if self.days.is_infinite() && stay.closed > self.as_of {
                undecided += 1;
                continue;
            }
            let cell = fit.cell(stay.stage, Some((at - stay.from) as f64 / DAY as f64));
            let (share, weight) = (fit.cells[cell].shares[0], weights.share(stay.stage));
            let came = stay.won && stay.closed <= end;
            let minor = match self.worths.deal(stay.deal) {
                Worth::Known(minor) if self.valued => Some(minor),
                Worth::Known(_) | Worth::None | Worth::Foreign => None,
            };
            sum.add(cell, share, minor);
            naive_minor += weight * minor.unwrap_or(0) as f64;
            won_minor = won_minor.saturating_add(minor.filter(|_| came).unwrap_or(0));
            tried.push(stay.deal);
            ours.push(Foretold { share, came });
            naive.push(Foretold { share: weight, came });
        }
        let settled = deals > 0 && undecided as f64 <= (1.0 - SETTLED) * deals as f64;
        let expected = sum.told(&fit.cells, |cell| cell.variance(0));
        let accuracy = Accuracy {
            at: Timestamp::from_microsecond(at).ok()?,
            deals,
            undecided,
            forecast: expected.won,
            forecast_low: expected.won_low,
            forecast_high: expected.won_high,
            naive_forecast: naive.iter().map(|f| f.share).sum(),
            won: ours.iter().filter(|f| f.came).count() as u64,
            brier: brier(&ours)?,
            naive_brier: brier(&naive)?,
            forecast_minor: expected.value_minor,
            low_minor: expected.low_minor,
            high_minor: expected.high_minor,
            naive_minor: naive_minor.round() as i64,
            won_minor,
        };
        settled.then_some(Tried { accuracy, deals: tried, ours, naive })
    }
}

/// All moments together.
pub(super) fn held_back(days: f64, in_value: bool, tried: Vec<Tried>) -> Option<HeldBack> {
    let moments: Vec<Accuracy> = tried.iter().map(|t| t.accuracy).collect();
    let all = |of: fn(&Tried) -> &Vec<Foretold>| tried.iter().flat_map(|t| of(t).iter().copied()).collect::<Vec<_>>();
    let (ours, naive) = (all(|t| &t.ours), all(|t| &t.naive));
    let (score, naive_score) = (brier(&ours)?, brier(&naive)?);
    let differences: Vec<f64> = moments.iter().map(|a| a.naive_brier - a.brier).collect();
    // forecasts made a month apart share what comes within the horizon
    let reach = if days.is_finite() { days } else { f64::from(u16::MAX) };
    let overlap = ((reach / MONTH).ceil() as usize).saturating_sub(1).min(moments.len().saturating_sub(2).min(3));
    let better = diebold_mariano(&differences, overlap);
    let sum = |of: fn(&Accuracy) -> f64| moments.iter().map(of).sum::<f64>();
    let inside = |a: &&Accuracy| match in_value {
        true => (a.low_minor..=a.high_minor).contains(&a.won_minor),
        false => (a.forecast_low..=a.forecast_high).contains(&(a.won as f64)),
    };
    let within = moments.iter().filter(inside).count() as u64;
    let classes = reliability(&ours, CLASSES);
    let won = moments.iter().map(|a| a.won).sum();
    Some(HeldBack {
        within_days: days.is_finite().then_some(days),
        deals: ours.len() as u64,
        won,
        forecast: sum(|a| a.forecast),
        naive_forecast: sum(|a| a.naive_forecast),
        brier: score,
        naive_brier: naive_score,
        skill: (naive_score > 0.0).then(|| 1.0 - score / naive_score),
        better: (!differences.is_empty()).then(|| differences.iter().sum::<f64>() / differences.len() as f64),
        better_low: better.map(|d| d.low),
        better_high: better.map(|d| d.high),
        verdict: say::verdict(better, moments.len()),
        calibration: say::calibration(&classes, sum(|a| a.forecast), won),
        sums: say::sums(&moments, within, in_value),
        naive_reliability: reliability(&naive, CLASSES),
        reliability: classes,
        in_value,
        within_interval: within,
        moments,
    })
}
