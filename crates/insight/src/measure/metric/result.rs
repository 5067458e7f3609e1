//! What a metric gives.

use jiff::civil::Date;
use model::{
    Timestamp,
    metric::{Better, Unit},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{measure::Period, stats::control::ControlChart};

/// A metric, worked out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = MetricFigures)]
pub struct Figures {
    /// In what it is told.
    pub unit: Unit,
    /// ISO 4217 where it is told in money.
    pub currency: String,
    /// Which way is better.
    pub better: Better,
    /// The last dated moment of the data.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub as_of: Option<Timestamp>,
    /// The time asked for; none: all.
    pub period: Option<Period>,
    /// Of all deals together.
    pub total: Figure,
    /// The other period, where one was asked for.
    pub against: Option<Against>,
    /// Names of what it is broken down by.
    pub by: Vec<String>,
    /// One a value, or a pair of values; at most 50 values of each.
    pub groups: Vec<GroupFigure>,
    /// One a step of the calendar, where steps were asked for.
    pub series: Vec<PointFigure>,
    /// The same for each value, where it is broken down by one thing.
    pub lines: Vec<LineFigure>,
    /// Limits of what the series does by itself; none of fewer than 8 finished steps that have a figure.
    pub control: Option<Control>,
    /// What has no date and so is in no period.
    pub undated: u64,
    /// What has no amount, or one in a currency without a rate, and is left out.
    pub without: u64,
    /// What to know beside the figure, in words.
    pub notes: Vec<String>,
}

/// One figure. Where there is none, `says` tells why.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
#[schema(as = MetricFigure)]
pub struct Figure {
    /// In the metric's unit.
    pub value: Option<f64>,
    /// Lower bound at 95 %.
    pub low: Option<f64>,
    /// Upper bound at 95 %.
    pub high: Option<f64>,
    /// Of how many deals, events or stays.
    pub n: u64,
    /// Of a share: how many did.
    pub yes: Option<u64>,
    /// How many may still: undecided, not finished yet, or standing open.
    pub open: u64,
    /// Of times: the share that ended in the way asked for, or moved on.
    pub first: Option<f64>,
    /// Of times: the share that ended otherwise, by being lost.
    pub second: Option<f64>,
    /// True where there are so few that counts say more.
    pub few: bool,
    /// Why there is no value; empty where there is one.
    pub says: String,
}

impl Figure {
    pub(super) fn known(value: f64, bounds: Option<(f64, f64)>, n: u64) -> Self {
        let (low, high) = bounds.unzip();
        Self { value: Some(value), low, high, n, ..Self::default() }
    }

    pub(super) fn none(says: impl Into<String>) -> Self {
        Self { says: says.into(), ..Self::default() }
    }
}

/// A figure of one group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct GroupFigure {
    /// Its values, one for each thing it is broken down by; empty: deals that have none.
    pub values: Vec<String>,
    /// True where a value stands for all those beyond the first 50.
    pub rest: bool,
    /// The figure.
    pub figure: Figure,
    /// Against all others together.
    pub noise: Option<Noise>,
    /// In the other period.
    pub before: Option<Figure>,
    /// Against the other period.
    pub change: Option<Noise>,
}

/// The other period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Against {
    /// The period.
    pub period: Period,
    /// Its figure.
    pub figure: Figure,
    /// The first one against it.
    pub change: Noise,
}

/// Whether a difference is more than noise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Noise {
    /// What the data supports.
    pub verdict: Verdict,
    /// The difference, in the metric's unit; of counts over periods, the share by which one is more.
    pub difference: Option<f64>,
    /// Lower bound at 95 %.
    pub low: Option<f64>,
    /// Upper bound at 95 %.
    pub high: Option<f64>,
    /// Probability of so great a difference by chance alone, corrected for how many were looked at (Holm).
    pub p: Option<f64>,
    /// In words.
    pub says: String,
}

/// What the data supports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Higher.
    Higher,
    /// Lower.
    Lower,
    /// No difference that the data supports.
    Noise,
    /// Too few to tell.
    TooFew,
}

/// A figure of one step of the calendar.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PointFigure {
    /// Its beginning.
    #[schema(value_type = String, format = "date-time")]
    pub from: Timestamp,
    /// Its end.
    #[schema(value_type = String, format = "date-time")]
    pub to: Timestamp,
    /// Its first day, where the team is.
    #[schema(value_type = String, format = "date")]
    pub first: Date,
    /// Its last day.
    #[schema(value_type = String, format = "date")]
    pub last: Date,
    /// True if the data reaches to its end.
    pub finished: bool,
    /// The figure.
    pub figure: Figure,
}

/// The figures of one value over time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct LineFigure {
    /// The value.
    pub value: String,
    /// True where it stands for all those beyond the first 50.
    pub rest: bool,
    /// As long as `series`.
    pub figures: Vec<Figure>,
}

/// A control chart of the series.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = MetricControl)]
pub struct Control {
    /// Limits; places are those of `at`.
    pub chart: ControlChart,
    /// Places in the series of the values that the chart is of.
    pub at: Vec<usize>,
    /// In words.
    pub says: String,
}
