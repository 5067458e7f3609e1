//! What working backward gives.

use model::{Side, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::span::Span;
use crate::discover::{LookBackDeal, Summary, touch::Channel};

/// The typical time to close, the won deals that took it, and their steps counted back from the close.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct WorkBackward {
    /// As of.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub as_of: Option<Timestamp>,
    /// `6 of the last 10 won deals closed in five to seven weeks.`
    pub sentence: String,
    /// What to bear in mind: few deals, times that differ widely, groups. Sentences.
    pub notes: Vec<String>,
    /// Won deals looked at: those with both dates, the last ones if so many were asked for.
    pub won: u64,
    /// Won deals of the selection without both dates, left out.
    pub undated: u64,
    /// How many of the last ones were asked for; none for all.
    pub last: Option<u64>,
    /// Days from beginning to close of the won deals looked at.
    pub days: Summary,
    /// The narrowest span that holds at least six in ten of them, or the one asked for; none for fewer than five deals.
    pub span: Option<Span>,
    /// The groups that the times fall into, two or more, each with the span of most of it; empty where they are one.
    pub groups: Vec<Span>,
    /// True where so few deals are in the span that they are shown rather than averaged.
    pub little: bool,
    /// True if the data has touchpoints; without them the steps are stages alone.
    pub touchpoints: bool,
    /// Deals that the steps are of: those in the span; all of them where there are five or fewer.
    pub deals: u64,
    /// Their distinct owners.
    pub owners: u64,
    /// Touchpoints a deal: all, by the prospect, by us.
    pub touches: Touches,
    /// Their steps in order. Those that fewer than one in ten of the deals have are left out.
    pub steps: Vec<BackStep>,
    /// Steps left out.
    pub rare: u64,
    /// The stages of the deals, in order.
    pub stages: Vec<String>,
    /// The deals themselves, last closed first, at most 25.
    pub shown: Vec<LookBackDeal>,
}

/// Touchpoints a deal, by side.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct Touches {
    /// All.
    pub all: Summary,
    /// The prospect's.
    pub prospect: Summary,
    /// Ours.
    pub rep: Summary,
}

/// One step on the way to a won deal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct BackStep {
    /// Its name, as the data has it.
    pub activity: String,
    /// `stage` for entering one, else `activity`.
    pub kind: String,
    /// Channel; none for stages.
    pub channel: Option<Channel>,
    /// Whose act it was most often.
    pub side: Side,
    /// Events by the prospect.
    pub by_prospect: u64,
    /// Events by us.
    pub by_rep: u64,
    /// The stage in which most deals had it first; none before the first stage, and for stages.
    pub stage: Option<String>,
    /// Deals that have it.
    pub deals: u64,
    /// Of so many.
    pub of: u64,
    /// deals / of.
    pub share: Option<f64>,
    /// Lower bound of the Wilson interval at 95 %.
    pub low: Option<f64>,
    /// Upper bound.
    pub high: Option<f64>,
    /// How often, in the deals that have it.
    pub times: Summary,
    /// Days before the close when it came first.
    pub first_before: Summary,
    /// Days before the close when it came last.
    pub last_before: Summary,
    /// Median place on the way when it came first: 0 the beginning, 1 the close.
    pub place: Option<f64>,
    /// Deals that have this and the step before it in the list; none for the first.
    pub with_previous: Option<u64>,
    /// Of these, deals in which this one came first later than the other one.
    pub after_previous: Option<u64>,
}
