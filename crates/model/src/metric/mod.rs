//! Metrics as data: what is looked at and what is figured of it. The metrics that come with the program and those that a
//! team makes are one kind of thing.

mod check;
mod says;
mod stages;
mod target;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use self::{
    check::MetricError,
    target::{Band, Edges, Target, TargetStep},
};
use crate::event::Side;

/// Ids of the metrics that every team has; no other metric may take them.
pub const STANDARD_IDS: [&str; 27] = [
    "moves-in",
    "moves-out",
    "returns",
    "skips",
    "reopenings",
    "deals-in-stage",
    "open-deals",
    "new-deals",
    "time-in-stage",
    "cycle-time",
    "time-to-answer",
    "their-answer",
    "conversion",
    "close-after-demo",
    "demo-after-discovery",
    "win-rate",
    "win-rate-by-value",
    "value-won",
    "value",
    "discount",
    "velocity",
    "touches-per-won-deal",
    "moves-against",
    "commitments-kept",
    "churn",
    "upsell",
    "referrals",
];

/// A metric.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Metric {
    /// Short id: small letters, digits and hyphens.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// What it is for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub says: String,
    /// Which way is better.
    #[serde(default, skip_serializing_if = "Better::is_neither")]
    pub better: Better,
    /// What is figured.
    pub figure: Formula,
    /// Of which deals; all, where nothing is said.
    #[serde(default, skip_serializing_if = "Filter::is_all")]
    pub only: Filter,
}

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Better {
    /// More.
    Higher,
    /// Less.
    Lower,
    /// Neither, or it depends.
    #[default]
    Neither,
}

impl Better {
    fn is_neither(&self) -> bool {
        *self == Self::Neither
    }
}

/// In what a metric is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = MetricUnit)]
pub enum Unit {
    /// How many.
    Count,
    /// A share, 0 to 1.
    Share,
    /// Days.
    Days,
    /// Money in minor units of the workspace's currency.
    Money,
    /// Money in minor units, a day.
    MoneyADay,
    /// Any number.
    Number,
}

impl Unit {
    /// True for what is told in a currency.
    pub fn is_money(self) -> bool {
        matches!(self, Self::Money | Self::MoneyADay)
    }

    /// Its word: `count`, `share`, `days`, `money`, `money-a-day`, `number`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Share => "share",
            Self::Days => "days",
            Self::Money => "money",
            Self::MoneyADay => "money-a-day",
            Self::Number => "number",
        }
    }
}

/// What is figured. In TOML the key names it: `figure = { count = { deals = "created" } }`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = MetricFormula)]
pub enum Formula {
    /// How many deals or events.
    Count(Subject),
    /// Of the deals that came to one moment, the share that came to another one afterwards.
    Share(Reach),
    /// An amount of each deal, added up.
    Sum(Amounts),
    /// An amount of each deal, on average.
    Mean(Amounts),
    /// A quantile of an amount of each deal.
    Quantile(Quantile),
    /// One sum over another.
    Ratio(Ratio),
    /// Time from one moment of a deal to another one; deals that have not come to it count as not finished yet.
    Duration(Duration),
    /// Moves of deals between stages.
    Moves(Moves),
    /// Open deals at the end of the time.
    Open(Whole),
    /// Deals in a stage at the end of the time.
    Standing(InStage),
    /// Time in a stage; stays that have not ended count as not finished yet.
    Stay(Stay),
    /// Stays that were left, and by which share of them without what the process asks for.
    Against(InStage),
    /// Time until one side answers a message of the other.
    Answer(Answer),
    /// Commitments of the prospect that fell due, and the share of them that was kept by then.
    Kept(Whole),
    /// Money that goes through the pipeline a day: open deals × win rate × mean value ÷ mean days to close.
    Velocity(Whole),
}

/// Nothing more to say: `{}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Whole {}

/// What is counted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = MetricSubject)]
pub enum Subject {
    /// Deals, at a moment of theirs.
    Deals(Moment),
    /// Events, when they happen.
    Events(Act),
}

/// A moment of a deal: `"won"`, `{ entered = "Presenting" }`, `{ first = { kind = "call" } }`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = DealMoment)]
pub enum Moment {
    /// Its first dated moment.
    Created,
    /// It closed.
    Closed,
    /// It was won.
    Won,
    /// It was lost.
    Lost,
    /// It entered a stage for the first time.
    Entered(String),
    /// It left a stage for the first time.
    Left(String),
    /// The first event like this.
    First(Act),
    /// The last event like this.
    Last(Act),
}

/// Events that count.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// The event's kind, a prefix of it up to a dot (`meeting` stands for `meeting.attended`), or the activity's name.
    pub kind: String,
    /// Needed in the event's attribute `tag`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tag: Option<String>,
    /// Whose act.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Side>,
}

/// Deals that come from one moment to another one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Reach {
    /// What a deal has to have come to; it counts in the time in which this was.
    pub from: Moment,
    /// What it should come to afterwards.
    pub to: Moment,
    /// Within so many days. Without, open deals that have not come to it are undecided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within_days: Option<f64>,
}

/// An amount of a deal: `"value"`, `{ field = "discount" }`, `{ events = { kind = "call" } }`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = DealAmount)]
pub enum Amount {
    /// One a deal.
    One,
    /// Its value.
    Value,
    /// The share of the list price that was given away: of the quote that the prospect accepted; of deals without one as a
    /// field tells it in percent.
    Discount,
    /// How many touchpoints it has.
    Touches,
    /// A field that holds a number.
    Field(String),
    /// How many events like this it has.
    Events(Act),
    /// Days from one moment to another; deals without both have none.
    Days(Stretch),
}

/// Two moments of a deal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Stretch {
    /// The first.
    pub from: Moment,
    /// The second; where it comes before the first one, there is no amount.
    pub to: Moment,
}

/// An amount of deals at a moment of theirs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Amounts {
    /// Which amount.
    pub of: Amount,
    /// A deal counts in the time in which this was.
    pub at: Moment,
}

/// A quantile of an amount.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = QuantileOf)]
pub struct Quantile {
    /// Which amount.
    pub of: Amount,
    /// A deal counts in the time in which this was.
    pub at: Moment,
    /// Which quantile, 0 to 1; the median if left out.
    #[serde(default = "half", skip_serializing_if = "is_half")]
    pub q: f64,
}

/// One sum over another one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Ratio {
    /// What is divided.
    pub over: Amounts,
    /// By what.
    pub under: Amounts,
}

/// From one moment of a deal to another one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = DurationOf)]
pub struct Duration {
    /// A deal counts in the time in which this was.
    pub from: Moment,
    /// What ends it.
    pub to: Moment,
    /// Which quantile, 0 to 1; the median if left out.
    #[serde(default = "half", skip_serializing_if = "is_half")]
    pub q: f64,
}

/// Moves of deals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Moves {
    /// Which.
    pub what: Move,
    /// Into or out of this stage; any, if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<String>,
}

/// Moves that count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = MoveKind)]
pub enum Move {
    /// Into a stage.
    In,
    /// Out of a stage, closings included.
    Out,
    /// Into a stage in which the deal had been before.
    Return,
    /// Into a stage past one or more that the deal had not been in.
    Skip,
    /// Into a stage after the deal had been closed.
    Reopening,
}

/// A stage, or all of them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InStage {
    /// The stage; all, if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<String>,
}

/// Stays in a stage.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Stay {
    /// The stage; all, if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<String>,
    /// Which quantile, 0 to 1; the median if left out.
    #[serde(default = "half", skip_serializing_if = "is_half")]
    pub q: f64,
}

/// Who answers.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = AnswerBy)]
pub struct Answer {
    /// `rep` or `prospect`.
    pub by: Side,
    /// Which quantile, 0 to 1; the median if left out.
    #[serde(default = "half", skip_serializing_if = "is_half")]
    pub q: f64,
}

/// The median, where a formula names no quantile.
pub const MEDIAN: f64 = 0.5;

fn half() -> f64 {
    MEDIAN
}

fn is_half(q: &f64) -> bool {
    *q == MEDIAN
}

/// Deals that count: all conditions hold.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(as = MetricFilter)]
pub struct Filter {
    /// Field or attribute, with the values that will do; the empty text stands for deals that have none.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<String, Vec<String>>,
    /// Deals that have an event like each of these.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub had: Vec<Act>,
    /// Deals that have no event like any of these.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub had_not: Vec<Act>,
}

impl Filter {
    /// True if every deal counts.
    pub fn is_all(&self) -> bool {
        *self == Self::default()
    }
}

impl Metric {
    /// In what it is told.
    pub fn unit(&self) -> Unit {
        match &self.figure {
            Formula::Count(_) | Formula::Moves(_) | Formula::Open(_) | Formula::Standing(_) => Unit::Count,
            Formula::Share(_) | Formula::Against(_) | Formula::Kept(_) => Unit::Share,
            Formula::Sum(amounts) if amounts.of == Amount::One => Unit::Count,
            Formula::Sum(amounts) | Formula::Mean(amounts) => amounts.of.unit(),
            Formula::Quantile(quantile) => quantile.of.unit(),
            Formula::Ratio(Ratio { over, under }) => match (over.of.unit(), under.of.unit()) {
                (Unit::Money, Unit::Money) => Unit::Share,
                (unit, Unit::Number) => unit,
                _ => Unit::Number,
            },
            Formula::Duration(_) | Formula::Stay(_) | Formula::Answer(_) => Unit::Days,
            Formula::Velocity(_) => Unit::MoneyADay,
        }
    }

    /// True for what counts stays in stages, so that it can be told stage by stage.
    pub fn knows_stages(&self) -> bool {
        matches!(
            self.figure,
            Formula::Moves(_) | Formula::Standing(_) | Formula::Stay(_) | Formula::Against(_) | Formula::Kept(_)
        )
    }
}

impl Amount {
    fn unit(&self) -> Unit {
        match self {
            Self::Value => Unit::Money,
            Self::Discount => Unit::Share,
            Self::Days(_) => Unit::Days,
            Self::One | Self::Touches | Self::Field(_) | Self::Events(_) => Unit::Number,
        }
    }
}

#[cfg(test)]
mod tests;
