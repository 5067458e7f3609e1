//! Targets in words.

use jiff::tz::TimeZone;
use model::{
    Timestamp,
    metric::{TargetStep, Unit},
};

use super::judge::Limits;
use crate::{
    discover::sentence::counted,
    measure::{Step, metric::told},
    stats::control::ControlChart,
};

/// How figures and steps are written.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    /// In what the metric is told.
    pub unit: Unit,
    /// ISO 4217 where it is told in money.
    pub currency: &'a str,
    /// How long a step is.
    pub step: TargetStep,
    /// Where the team is.
    pub zone: &'a TimeZone,
}

impl Words<'_> {
    /// `41.2 %`, `12`, `3.5 days`, `USD 12,000`.
    pub fn figure(&self, value: f64) -> String {
        told(self.unit, self.currency, Some(value))
    }

    /// `the week from 2 March 2026`, `March 2026`, `the 1st quarter of 2026`.
    pub fn step(&self, from: Timestamp) -> String {
        let day = from.to_zoned_datetime(self.zone.clone());
        match self.step {
            TargetStep::Week => day.strftime("the week from %-d %B %Y").to_string(),
            TargetStep::Month => day.strftime("%B %Y").to_string(),
            TargetStep::Quarter => {
                let nth = ["1st", "2nd", "3rd"].get(usize::from(day.month().unsigned_abs() - 1) / 3).unwrap_or(&"4th");
                format!("the {nth} quarter of {}", day.year())
            }
        }
    }

    /// `1 week`, `3 quarters`.
    pub fn steps(&self, n: usize) -> String {
        counted(n as u64, self.one())
    }

    /// What one step is called.
    pub fn one(&self) -> &'static str {
        Step::from(self.step).word()
    }

    /// What limits ask for: `at least 50 %`, `between 10 and 20`.
    pub fn limits(&self, limits: Limits) -> String {
        match (limits.low, limits.high) {
            (Some(low), Some(high)) => format!("between {} and {}", self.figure(low), self.figure(high)),
            (Some(low), None) => format!("at least {}", self.figure(low)),
            (None, Some(high)) => format!("at most {}", self.figure(high)),
            (None, None) => "anything".to_owned(),
        }
    }
}

/// The limits of a chart as far as a figure can reach them: a share ends at 0 and 1, what is never negative at 0.
pub(super) fn reachable(chart: &ControlChart, unit: Unit, lowest: f64) -> Limits {
    Limits {
        low: Some(chart.lower).filter(|low| *low > 0.0 || lowest < 0.0),
        high: Some(chart.upper).filter(|high| *high < 1.0 || unit != Unit::Share),
        width: chart.upper - chart.lower,
    }
}
