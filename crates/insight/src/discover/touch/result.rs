//! What the touchpoints give.

use model::{Side, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Channel;
use crate::{discover::Summary, stats::proportion::wilson};

/// A count out of a number, with its interval.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct Proportion {
    /// So many …
    pub count: u64,
    /// … of so many.
    pub of: u64,
    /// count / of.
    pub share: Option<f64>,
    /// Lower bound of the Wilson interval at 95 %.
    pub low: Option<f64>,
    /// Upper bound.
    pub high: Option<f64>,
}

impl Proportion {
    pub(crate) fn new(count: u64, of: u64) -> Self {
        let (low, high) = wilson(count, of).unzip();
        Self { count, of, share: (of > 0).then(|| count as f64 / of as f64), low, high }
    }
}

/// Touchpoints by stage, channel and side; how soon each side answers; moves without an act of the prospect. Notes and
/// tasks of our own are no touchpoints, nor is what comes after the close.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct Touchpoints {
    /// As of.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub as_of: Option<Timestamp>,
    /// The whole in one sentence.
    pub sentence: String,
    /// What to bear in mind. Sentences.
    pub notes: Vec<String>,
    /// Deals.
    pub deals: u64,
    /// Of these, won.
    pub won: u64,
    /// Of these, lost.
    pub lost: u64,
    /// Touchpoints; 0 where the data has none.
    pub touches: u64,
    /// Touchpoints by the prospect.
    pub by_prospect: u64,
    /// Touchpoints by us.
    pub by_rep: u64,
    /// Over all stages: all touchpoints, each channel, each side, each channel and side.
    pub rows: Vec<TouchRow>,
    /// The same by stage, in order; at most 60 stages.
    pub stages: Vec<StageTouches>,
    /// How soon we answer the prospect.
    pub ours: AnswerTimes,
    /// How soon the prospect answers us.
    pub theirs: AnswerTimes,
    /// By stage: moves on without an act of the prospect in it. Empty where the data names no act of the prospect.
    pub opinion: Vec<Opinion>,
}

/// Touchpoints in one stage.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct StageTouches {
    /// The stage; empty for what came before the first one.
    pub stage: String,
    /// As [`Touchpoints::rows`].
    pub rows: Vec<TouchRow>,
}

/// Touchpoints of one channel, of one side, of both, or all.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct TouchRow {
    /// None for all.
    pub channel: Option<Channel>,
    /// None for all.
    pub side: Option<Side>,
    /// Won deals.
    pub won: TouchCount,
    /// Lost deals.
    pub lost: TouchCount,
    /// Open deals.
    pub open: TouchCount,
}

/// Touchpoints of the deals with one outcome.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct TouchCount {
    /// Touchpoints.
    pub touches: u64,
    /// Deals with any, of those that were in the stage.
    pub any: Proportion,
    /// Mean number a deal.
    pub per_deal: Option<f64>,
    /// Median number a deal.
    pub median: Option<f64>,
    /// Touchpoints for each week that the deals were in the stage (or under way): the figure to compare by, since
    /// deals that live longer have more of them.
    pub per_week: Option<f64>,
}

/// How soon one side answers the other.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct AnswerTimes {
    /// Messages that asked for an answer.
    pub asked: u64,
    /// Of these, answered before the close.
    pub answered: u64,
    /// Hours to the answer, of those answered.
    pub hours: Summary,
    /// Answered within 24 hours, of those that were, or that waited longer than that.
    pub within_day: Proportion,
    /// Answers by how long they took.
    pub spread: Vec<AnswerBin>,
}

/// Answers that took a time within bounds.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AnswerBin {
    /// More than so many hours (at least, for 0).
    pub from_hours: f64,
    /// At most so many hours; none for any time.
    pub to_hours: Option<f64>,
    /// Answers.
    pub count: u64,
}

/// Moves on from a stage without an act of the prospect since it was entered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Opinion {
    /// The stage.
    pub stage: String,
    /// Moves to a later stage, or to winning, without an act of the prospect, of all such moves.
    pub without: Proportion,
    /// True if the data supports that most of them were: the lower bound is above one half.
    pub opinion: bool,
}

/// The first thing done to connect, the last before the sale, the first after it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct FirstAndLast {
    /// As of.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub as_of: Option<Timestamp>,
    /// The whole in a few sentences.
    pub sentence: String,
    /// What to bear in mind. Sentences.
    pub notes: Vec<String>,
    /// Touchpoints in the data; 0 where it has none.
    pub touches: u64,
    /// Closed deals that the prospect began: their touchpoint is the first, of those whose first one has a side.
    pub begun_by_prospect: Proportion,
    /// The first thing that we did, of closed deals.
    pub first: ActList,
    /// The last touchpoint before winning, of either side.
    pub last: ActList,
    /// The last one of the prospect.
    pub last_prospect: ActList,
    /// The last one of ours.
    pub last_rep: ActList,
    /// The first touchpoint after winning.
    pub after: ActList,
}

/// What was done at one place of the deals.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct ActList {
    /// Deals that have such an act.
    pub deals: u64,
    /// Deals that have none.
    pub without: u64,
    /// Days between it and the close (after it: since winning); for the first: days since the deal began.
    pub days: Summary,
    /// The acts, most frequent first, at most 12.
    pub acts: Vec<ActShare>,
    /// Deals with an act that is not listed.
    pub others: u64,
}

/// How many deals have one act at that place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ActShare {
    /// Its name, as the data has it.
    pub activity: String,
    /// Its channel.
    pub channel: Channel,
    /// Whose act.
    pub side: Side,
    /// Of all.
    pub all: Proportion,
    /// Of the won ones; only where won and lost are compared.
    pub won: Option<Proportion>,
    /// Of the lost ones.
    pub lost: Option<Proportion>,
    /// p of won against lost (Fisher, two-sided), adjusted for the acts listed (Benjamini–Hochberg).
    pub p_adjusted: Option<f64>,
    /// True where that is below 0.05.
    pub supported: bool,
}
