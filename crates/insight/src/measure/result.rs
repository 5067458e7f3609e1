//! What measuring gives. Each result has one group where no field to group by was asked for (`value` is then none),
//! else one group a value, most deals first, at most 50.

use model::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A stretch of time: `from` is in it, `to` is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Period {
    /// Its beginning.
    #[schema(value_type = String, format = "date-time")]
    pub from: Timestamp,
    /// Its end.
    #[schema(value_type = String, format = "date-time")]
    pub to: Timestamp,
}

/// Moves into and out of each stage in a period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Flow {
    /// The period.
    pub period: Period,
    /// One a value.
    pub groups: Vec<FlowGroup>,
}

/// Flow of one group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct FlowGroup {
    /// The value of the field grouped by.
    pub value: Option<String>,
    /// The stages in order.
    pub stages: Vec<StageFlow>,
}

/// Flow of one stage.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct StageFlow {
    /// The stage.
    pub stage: String,
    /// Deals in it when the period began.
    pub at_start: u64,
    /// Moves in during the period.
    pub entered: u64,
    /// Of these, deals that had been in it before.
    pub returned: u64,
    /// Moves out to another stage.
    pub moved_on: u64,
    /// Moves out by winning.
    pub won: u64,
    /// Moves out by losing.
    pub lost: u64,
    /// Deals in it when the period ended.
    pub at_end: u64,
}

/// Time in stage by Kaplan–Meier; visits that have not ended are censored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct TimeInStage {
    /// As of.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub as_of: Option<Timestamp>,
    /// One a value.
    pub groups: Vec<TimeGroup>,
}

/// Time in stage of one group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct TimeGroup {
    /// The value of the field grouped by.
    pub value: Option<String>,
    /// The stages in order.
    pub stages: Vec<StageSurvival>,
}

/// How long deals stay in a stage.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct StageSurvival {
    /// The stage.
    pub stage: String,
    /// Dated visits.
    pub visits: u64,
    /// Visits that have ended.
    pub ended: u64,
    /// Visits still open: censored.
    pub censored: u64,
    /// Visits without dates, left out.
    pub undated: u64,
    /// Median in days; none where more than half are still there at the end of the curve.
    pub median_days: Option<f64>,
    /// Lower bound of the median at 95 % (Brookmeyer–Crowley, log-log).
    pub low: Option<f64>,
    /// Upper bound.
    pub high: Option<f64>,
    /// The curve, thinned to at most 200 steps.
    pub curve: Vec<SurvivalPoint>,
    /// Share that had moved on by the end of the curve (Aalen–Johansen), 0 to 1.
    pub moved_on: Option<f64>,
    /// Share that had been lost by the end of the curve.
    pub lost: Option<f64>,
}

/// A step of a survival curve.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SurvivalPoint {
    /// Days since entering.
    pub days: f64,
    /// Share still there just after, 0 to 1.
    pub share: f64,
    /// Lower bound at 95 % (log-log, Greenwood).
    pub low: f64,
    /// Upper bound.
    pub high: f64,
    /// Visits at risk just before.
    pub at_risk: u64,
}

/// Conversion from stage to stage, of deals that entered the first in the period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Conversion {
    /// The period of entering; none: all time.
    pub period: Option<Period>,
    /// One a value.
    pub groups: Vec<ConversionGroup>,
}

/// Conversion of one group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ConversionGroup {
    /// The value of the field grouped by.
    pub value: Option<String>,
    /// Every ordered pair of stages, winning as the last one included, in order.
    pub steps: Vec<ConversionStep>,
}

/// Deals that came from one stage to another, later, directly or not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ConversionStep {
    /// The stage entered first.
    pub from: String,
    /// The stage reached later; or the activity of winning.
    pub to: String,
    /// True for neighbours in the order of stages, and for winning from the stage that most deals are won in.
    pub adjacent: bool,
    /// Deals that entered `from`.
    pub entered: u64,
    /// Of these, deals that reached `to` later.
    pub reached: u64,
    /// Deals that have not, and are lost.
    pub lost: u64,
    /// Deals that have not, and are open: they may still.
    pub open: u64,
    /// reached / (entered − open).
    pub rate: Option<f64>,
    /// Lower bound of the Wilson interval at 95 %.
    pub low: Option<f64>,
    /// Upper bound.
    pub high: Option<f64>,
    /// Median days from entering `from` to reaching `to`.
    pub median_days: Option<f64>,
}

/// Win rate over time, by the date of closing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct WinRateOverTime {
    /// `week`, `month` or `quarter`.
    pub step: Step,
    /// One a value.
    pub groups: Vec<WinRateGroup>,
    /// Whether the rates differ by more than chance would make them, in words.
    pub sentence: String,
}

/// Length of one step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// From midnight.
    Day,
    /// From Monday.
    Week,
    /// Calendar month.
    #[default]
    Month,
    /// Calendar quarter.
    Quarter,
    /// Calendar year.
    Year,
}

/// Win rate of one group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct WinRateGroup {
    /// The value of the field grouped by.
    pub value: Option<String>,
    /// In order of time, steps without deals included.
    pub points: Vec<WinRatePoint>,
}

/// Win rate in one step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct WinRatePoint {
    /// Beginning of the step, UTC.
    #[schema(value_type = String, format = "date-time")]
    pub from: Timestamp,
    /// Its end.
    #[schema(value_type = String, format = "date-time")]
    pub to: Timestamp,
    /// Won.
    pub won: u64,
    /// Won and lost.
    pub closed: u64,
    /// won / closed.
    pub rate: Option<f64>,
    /// Lower bound of the Wilson interval at 95 %.
    pub low: Option<f64>,
    /// Upper bound.
    pub high: Option<f64>,
    /// Value won, minor units.
    pub won_minor: i64,
    /// Median days of the won deals.
    pub median_days: Option<f64>,
}
