//! `discovery.json`: the contract. Fields are added, never changed or taken away.

use std::collections::BTreeMap;

use model::{Outcome, Timestamp, fact::Rows, ids::DealId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Findings;

/// Everything that discovery finds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Discovery {
    /// Version of this contract: 1.
    pub schema: u32,
    /// The last dated moment in the data; figures are as of then.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub as_of: Option<Timestamp>,
    /// The whole in one sentence: `You won 63 % of 6,711 closed deals; half of the won ones took 57 days or less.`
    pub sentence: String,
    /// How many deals.
    pub deals: DealCounts,
    /// Won of closed.
    pub win_rate: WinRate,
    /// Days from created (or first engaged) to closed.
    pub cycle_days: CycleDays,
    /// Value of the won deals.
    pub value: ValueSummary,
    /// Seconds from the first to the last event of each deal, whatever its outcome.
    pub case_seconds: Summary,
    /// The stages in the order of the way most deals take.
    pub stages: Vec<StageTimes>,
    /// Directly-follows graph of all activities.
    pub map: ProcessMap,
    /// Directly-follows graph of stages and closings only; equal to `map` where there is nothing else.
    pub stage_map: ProcessMap,
    /// Sequences of all activities.
    pub variants: Variants,
    /// Sequences of stages and closings only.
    pub stage_variants: Variants,
    /// Win rate by field or attribute (`owner`, `team`, `product`, `sector`, …); most closed deals first.
    pub breakdowns: BTreeMap<String, Vec<Group>>,
    /// One entry a breakdown: whether the data supports that its values differ.
    pub differences: Vec<Difference>,
    /// The last ten won deals.
    pub look_back: LookBack,
    /// What became of the rows.
    pub rows: Rows,
    /// How deals are won, in fields of their own beside the others.
    #[serde(flatten)]
    pub findings: Findings,
}

/// How many deals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct DealCounts {
    /// All.
    pub total: u64,
    /// Won.
    pub won: u64,
    /// Lost.
    pub lost: u64,
    /// Neither.
    pub open: u64,
}

/// Won of closed, with a Wilson interval at 95 %.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct WinRate {
    /// Won.
    pub won: u64,
    /// Won and lost.
    pub closed: u64,
    /// won / closed, 0 to 1; none where nothing is closed.
    pub rate: Option<f64>,
    /// Lower bound.
    pub low: Option<f64>,
    /// Upper bound.
    pub high: Option<f64>,
    /// `wilson-95`.
    pub method: String,
}

/// Days from created to closed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct CycleDays {
    /// Of won deals.
    pub won: Summary,
    /// Of lost deals.
    pub lost: Summary,
}

/// Quantiles are linear (Hyndman–Fan type 7); all but `n` are none where `n` is 0.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct Summary {
    /// How many.
    pub n: u64,
    /// First quartile.
    pub q25: Option<f64>,
    /// Median.
    pub median: Option<f64>,
    /// Third quartile.
    pub q75: Option<f64>,
    /// Mean.
    pub mean: Option<f64>,
    /// Smallest.
    pub min: Option<f64>,
    /// Largest.
    pub max: Option<f64>,
}

/// Value of won deals, in the currency most of them have; `others` counts deals in other currencies, left out.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct ValueSummary {
    /// ISO 4217; empty where the source names none.
    pub currency: String,
    /// Sum in minor units.
    pub won_total_minor: i64,
    /// Value of open deals in minor units.
    pub open_total_minor: i64,
    /// Per won deal, in major units.
    pub won: Summary,
    /// Deals in other currencies.
    pub others: u64,
}

/// Visits to a stage.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct StageTimes {
    /// The stage as the data names it.
    pub name: String,
    /// Visits begun.
    pub entered: u64,
    /// Visits ended by entering another stage or by closing.
    pub left: u64,
    /// Deals in it now.
    pub open: u64,
    /// Distinct deals that have been in it.
    pub deals: u64,
    /// Days of the visits that have ended and whose both ends are dated.
    pub days: Summary,
    /// The median of `days`.
    pub median_days: Option<f64>,
    /// Days of ended visits of deals that were won in the end.
    pub won_days: Summary,
    /// What came next, with counts: the next stage, `won`'s or `lost`'s activity.
    pub next: BTreeMap<String, u64>,
}

/// A directly-follows graph.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct ProcessMap {
    /// Activities, most frequent first.
    pub nodes: Vec<MapNode>,
    /// Moves, most frequent first.
    pub edges: Vec<MapEdge>,
    /// First activities with counts of deals.
    pub start: BTreeMap<String, u64>,
    /// Last activities with counts of deals.
    pub end: BTreeMap<String, u64>,
    /// Width of the drawing, in px.
    pub width: f64,
    /// Height of the drawing, in px.
    pub height: f64,
}

/// An activity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct MapNode {
    /// Its name.
    pub activity: String,
    /// Events.
    pub count: u64,
    /// Deals that have it.
    pub deals: u64,
    /// `stage`, `won`, `lost` or `activity`.
    pub kind: String,
    /// Centre of its box, in px from the left.
    pub x: f64,
    /// Centre of its box, in px from the top.
    pub y: f64,
}

/// A move.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct MapEdge {
    /// Activity before.
    pub from: String,
    /// Activity directly after.
    pub to: String,
    /// How often.
    pub count: u64,
    /// Median of the time between; 0 where no pair is dated.
    pub median_seconds: f64,
    /// Mean of the time between; 0 where no pair is dated.
    pub mean_seconds: f64,
    /// First quartile of the time between; 0 where no pair is dated.
    #[serde(default)]
    pub q25_seconds: f64,
    /// Third quartile of the time between; 0 where no pair is dated.
    #[serde(default)]
    pub q75_seconds: f64,
    /// Points of the line to draw, in px; two at least.
    pub points: Vec<(f64, f64)>,
}

/// Sequences of activities.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct Variants {
    /// Distinct sequences.
    pub count: u64,
    /// The most frequent ones (at most 50).
    pub top: Vec<Variant>,
}

/// A sequence of activities.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Variant {
    /// The activities in order.
    pub path: Vec<String>,
    /// Deals.
    pub count: u64,
    /// Of these, won.
    pub won: u64,
    /// Of these, lost.
    pub lost: u64,
}

/// Win rate of the deals with one value.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct Group {
    /// The value; empty for deals that have none.
    pub value: String,
    /// Won.
    pub won: u64,
    /// Won and lost.
    pub closed: u64,
    /// Open.
    pub open: u64,
    /// won / closed.
    pub rate: Option<f64>,
    /// Lower bound of the Wilson interval at 95 %.
    pub low: Option<f64>,
    /// Upper bound.
    pub high: Option<f64>,
    /// Median days from created to closed of the won ones.
    pub median_days: Option<f64>,
    /// Sum of the won ones' value in minor units.
    pub won_minor: i64,
    /// p of this value against all others together (Fisher, two-sided), adjusted for the number of values looked at in
    /// all breakdowns (Benjamini–Hochberg).
    pub p_adjusted: Option<f64>,
    /// True where `p_adjusted` is below 0.05.
    pub supported: bool,
}

/// Whether the data supports that the values of a field differ in win rate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Difference {
    /// Field or attribute.
    pub field: String,
    /// Values compared.
    pub values: u64,
    /// p of the chi-square test of independence, adjusted over all fields (Benjamini–Hochberg).
    pub p_adjusted: Option<f64>,
    /// True where it is below 0.05.
    pub supported: bool,
    /// In words, never as a cause.
    pub sentence: String,
}

/// The last closed deals side by side.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct LookBack {
    /// What they have in common, in a sentence: `6 of 10 took between five and nine weeks.`
    pub sentence: String,
    /// The deals, last closed first.
    pub deals: Vec<LookBackDeal>,
    /// Longest duration in days.
    pub longest_days: f64,
    /// Distinct owners.
    pub owners: u64,
    /// The stages of these and neighbouring deals, in order.
    #[serde(default)]
    pub stages: Vec<String>,
    /// One owner's deals crowd out those of others.
    #[serde(default)]
    pub crowd: Option<Crowd>,
}

/// Most of the deals are of one owner.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct Crowd {
    /// Whose.
    pub owner: String,
    /// How many are theirs.
    pub deals: u64,
    /// Of so many.
    pub of: u64,
    /// How many others have deals that could be shown.
    pub others: u64,
}

/// One deal from beginning to end.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct LookBackDeal {
    /// Its id.
    pub id: DealId,
    /// The source's id.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Account.
    pub account: Option<String>,
    /// Owner.
    pub owner: Option<String>,
    /// The owner's team.
    #[serde(default)]
    pub team: Option<String>,
    /// Product.
    pub product: Option<String>,
    /// Value in minor units.
    pub value_minor: Option<i64>,
    /// Outcome.
    pub outcome: Outcome,
    /// First dated moment.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub created: Option<Timestamp>,
    /// Closed.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub closed: Option<Timestamp>,
    /// Whole duration in days.
    pub days: Option<f64>,
    /// Day of the close, counted as the marks are.
    #[serde(default)]
    pub close_day: Option<f64>,
    /// Its dated events in order.
    pub marks: Vec<Mark>,
    /// Its stays in stages, in order.
    #[serde(default)]
    pub stages: Vec<Band>,
}

/// A stay in a stage on the time line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Band {
    /// The stage.
    pub stage: String,
    /// Day it was entered.
    pub from_day: f64,
    /// Day it was left.
    pub to_day: f64,
}

/// One event on the time line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Mark {
    /// Days since the deal's first dated moment.
    pub day: f64,
    /// Its name.
    pub activity: String,
    /// `stage`, `won`, `lost` or `activity`.
    pub kind: String,
    /// Channel of an activity.
    #[serde(default)]
    pub channel: Option<super::touch::Channel>,
    /// Whose act.
    pub side: model::Side,
}
