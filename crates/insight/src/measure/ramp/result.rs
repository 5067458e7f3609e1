//! How new people grow into it.

use jiff::civil::Date;
use model::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RampMeasure {
    /// Value won, in minor units.
    Value,
    /// Deals won.
    Deals,
}

/// How people grew into selling from their first day on.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Ramp {
    /// The moment up to which it is counted.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub as_of: Option<Timestamp>,
    /// What all amounts are.
    pub measure: RampMeasure,
    /// ISO 4217 of amounts in value; empty where no deal says.
    pub currency: String,
    /// In one sentence.
    pub sentence: String,
    /// What is to be known of the data; one sentence each.
    pub notes: Vec<String>,
    /// Who began last comes first; at most 100.
    pub people: Vec<RampPerson>,
    /// Weeks until the target was reached.
    pub time_to_target: TimeToTarget,
    /// What half of the four weeks of people more than half a year in came to at most; none where too few are known.
    pub experienced: Option<f64>,
    /// Whether the data tells of any task that was done.
    pub tasks_known: bool,
}

/// Who has won deals, or has a first day.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct RampPerson {
    /// Name, as deals name their owners.
    pub name: String,
    /// First day.
    #[schema(value_type = String, format = "date")]
    pub start: Date,
    /// Whether somebody said so; else it is the day of the first event of a deal of theirs.
    pub given: bool,
    /// True where it is not given and lies so near the beginning of the data that they may have been there before.
    pub perhaps_before: bool,
    /// Whole weeks since then.
    pub weeks: u64,
    /// Deals won since then.
    pub won: u64,
    /// What they won since then, in the measure.
    pub amount: i64,
    /// Of deals won since then, those without a value, or in a currency without a rate.
    pub without_value: u64,
    /// What they are to win in four weeks now, in the measure; none where nobody can say.
    pub target: Option<f64>,
    /// Where the target comes from.
    pub target_from: TargetFrom,
    /// The week by whose end four weeks in a row had come to the target for the first time.
    pub reached_week: Option<u64>,
    /// What they had won by the end of each whole week, in the measure; at most 52.
    pub by_week: Vec<i64>,
    /// The same every four weeks by itself, with the share of the target; at most 13.
    pub four_weeks: Vec<FourWeeks>,
    /// What those who began before, and are known from their first day on, had by the end of the same week.
    pub before: Vec<Before>,
    /// Tasks ticked since the first day.
    pub tasks: u64,
    /// The same a week; none before the first week is over.
    pub tasks_a_week: Option<f64>,
    /// How it goes, in words.
    pub says: String,
    /// Whether too little is known to say.
    pub early: bool,
    /// Whether the data supports that somebody should ask what would help.
    pub ask: bool,
}

/// Where a target comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TargetFrom {
    /// The person's own quota.
    Quota,
    /// The median of the experienced.
    Experienced,
    /// There is none.
    Nothing,
}

/// Four weeks in a row.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct FourWeeks {
    /// The last of them: 4, 8, …
    pub week: u64,
    /// Won in them, in the measure.
    pub amount: i64,
    /// Of the target of that time; none without one.
    pub share: Option<f64>,
}

/// What those who began before had by the end of a week.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct Before {
    /// The week.
    pub week: u64,
    /// How many had come so far; others are left out from here on.
    pub people: u64,
    /// Median.
    pub median: f64,
    /// Lower quartile; none of fewer than four people.
    pub low: Option<f64>,
    /// Upper quartile.
    pub high: Option<f64>,
}

/// Weeks until the target was reached; who has not reached it yet is censored.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct TimeToTarget {
    /// People with a target.
    pub people: u64,
    /// Of these, those who reached it.
    pub reached: u64,
    /// Kaplan–Meier's median in weeks; none of fewer than ten people, or where more than half have not reached it.
    pub median_weeks: Option<f64>,
    /// Its lower bound at 95 %.
    pub low: Option<f64>,
    /// Its upper bound.
    pub high: Option<f64>,
    /// Share that has not reached it; empty for fewer than ten people.
    pub curve: Vec<NotYet>,
    /// In words.
    pub says: String,
}

/// A step of the curve.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct NotYet {
    /// Weeks.
    pub weeks: f64,
    /// Share that has not reached the target just after.
    pub share: f64,
    /// Lower bound at 95 %.
    pub low: f64,
    /// Upper bound at 95 %.
    pub high: f64,
    /// People just before.
    pub at_risk: u64,
}
