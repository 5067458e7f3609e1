//! What forecasting gives.

use model::{Timestamp, rates::Unconverted};
use serde::Serialize;
use utoipa::ToSchema;

use super::super::ReviewedDeal;
use crate::stats::forecast::Reliability;

/// What is to be expected of the open deals.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Forecast {
    /// The moment up to which everything is known.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub as_of: Option<Timestamp>,
    /// Until when deals are to be won; none for ever.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub until: Option<Timestamp>,
    /// In one sentence.
    pub sentence: String,
    /// ISO 4217 of all values; empty where no deal says.
    pub currency: String,
    /// Open deals.
    pub open: u64,
    /// Deals that had closed, on which the chances rest.
    pub closed: u64,
    /// Open deals without a value; they count among deals and not in values.
    pub without_value: u64,
    /// Open deals of currencies without a rate; they count among deals and not in values.
    pub unconverted: Vec<Unconverted>,
    /// All together; none where too few deals have closed.
    pub total: Option<Expected>,
    /// By owner, most expected first, at most 100; empty for deals that nobody owns.
    pub by_owner: Vec<ExpectedOf>,
    /// By calendar month in UTC: this one and the five after it.
    pub by_month: Vec<ExpectedIn>,
    /// The open deals, those of whom most is expected first; as many as asked for.
    pub deals: Vec<ForecastDeal>,
    /// Shares of the past that the chances are.
    pub shares: Vec<StageShare>,
    /// How forecasts of this kind did in the past; none where there is no past to try it on.
    pub held_back: Option<HeldBack>,
    /// What was left undone in forecasting, or is to be known of the data; one sentence each.
    pub notes: Vec<String>,
}

/// Won deals that are to be expected.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct Expected {
    /// Open deals.
    pub deals: u64,
    /// Of these, expected to be won.
    pub won: f64,
    /// Lower bound at 95 %.
    pub won_low: f64,
    /// Upper bound at 95 %.
    pub won_high: f64,
    /// Their value if all are won, in minor units.
    pub open_minor: i64,
    /// Expected value in minor units.
    pub value_minor: i64,
    /// Lower bound at 95 %.
    pub low_minor: i64,
    /// Upper bound at 95 %.
    pub high_minor: i64,
}

/// What is to be expected of an owner's open deals.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ExpectedOf {
    /// The owner; empty for nobody.
    pub owner: String,
    /// What.
    #[serde(flatten)]
    pub expected: Expected,
}

/// What is to be expected in a month of the deals that are open now.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ExpectedIn {
    /// Its first moment; of the month that is running now.
    #[schema(value_type = String, format = "date-time")]
    pub from: Timestamp,
    /// The first moment after it.
    #[schema(value_type = String, format = "date-time")]
    pub to: Timestamp,
    /// What.
    #[serde(flatten)]
    pub expected: Expected,
}

/// An open deal and its chances.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ForecastDeal {
    /// The deal.
    #[serde(flatten)]
    pub deal: ReviewedDeal,
    /// Its stage; none where the data names none.
    pub stage: Option<String>,
    /// Days in it; none where nobody knows since when.
    pub days: Option<f64>,
    /// Chance that it is won by then; the others likewise. None where too few deals have closed.
    pub chance: Option<f64>,
    /// Within 30 days.
    pub within_30: Option<f64>,
    /// Within 90 days.
    pub within_90: Option<f64>,
    /// At all.
    pub ever: Option<f64>,
    /// Deals of the past that stood so and have closed since.
    pub alike: u64,
    /// Chance times value, in minor units of the forecast's currency; none without a value.
    pub expected_minor: Option<i64>,
}

/// What became of deals of the past that stood in a stage at an age.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct StageShare {
    /// The stage; none where the data names none.
    pub stage: Option<String>,
    /// Days in the stage, from.
    pub from_days: u64,
    /// Up to; none for the oldest.
    pub to_days: Option<u64>,
    /// Deals that stood so and have closed since.
    pub decided: u64,
    /// Of these, won.
    pub won: u64,
    /// Chance of the open deals that stand so, within the horizon asked for.
    pub chance: f64,
    /// Within 30 days.
    pub within_30: f64,
    /// Within 90 days.
    pub within_90: f64,
    /// At all.
    pub ever: f64,
    /// Open deals that stand so.
    pub open: u64,
}

/// How the same forecast did when it knew no more than what was known then.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct HeldBack {
    /// Days within which deals were to be won; none for ever.
    pub within_days: Option<f64>,
    /// The moments at which it was made, the oldest first; at most 12.
    pub moments: Vec<Accuracy>,
    /// Deals forecast at all of them; a deal that was open at several counts at each.
    pub deals: u64,
    /// Of these, won in time.
    pub won: u64,
    /// How many were forecast to be.
    pub forecast: f64,
    /// How many by the weights of stages.
    pub naive_forecast: f64,
    /// Brier score of the forecast: 0 is best.
    pub brier: f64,
    /// Brier score of the weights of stages.
    pub naive_brier: f64,
    /// 1 − `brier` / `naive_brier`: above 0 better than the weights of stages, 1 perfect; none where these never erred.
    pub skill: Option<f64>,
    /// By how much the Brier score is lower than that of the weights of stages, mean of the moments.
    pub better: Option<f64>,
    /// Its lower bound at 95 %; none with fewer than four moments.
    pub better_low: Option<f64>,
    /// Its upper bound.
    pub better_high: Option<f64>,
    /// Forecasts of nearly the same chance, and how many came, in ten classes.
    pub reliability: Vec<Reliability>,
    /// The same of the weights of stages.
    pub naive_reliability: Vec<Reliability>,
    /// Whether sums are told in value; false where no open deal has one, as values that come with closing would tell then
    /// what nobody knew.
    pub in_value: bool,
    /// Moments at which what was won lay within the interval of the forecast: in value, or in deals where open deals have no
    /// value.
    pub within_interval: u64,
    /// Is it better than the weights of stages, or noise? In a sentence.
    pub verdict: String,
    /// Does it come as often as it says? In a sentence.
    pub calibration: String,
    /// How the sums did, in a sentence.
    pub sums: String,
}

/// What was forecast at a moment, and what came.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct Accuracy {
    /// The moment.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
    /// Deals that were open.
    pub deals: u64,
    /// Of these, deals that are open still where they had for ever; they are left out of everything else.
    pub undecided: u64,
    /// Expected to be won.
    pub forecast: f64,
    /// Lower bound at 95 %.
    pub forecast_low: f64,
    /// Upper bound at 95 %.
    pub forecast_high: f64,
    /// By the weights of stages.
    pub naive_forecast: f64,
    /// Won in time.
    pub won: u64,
    /// Brier score.
    pub brier: f64,
    /// That of the weights of stages.
    pub naive_brier: f64,
    /// Expected value in minor units.
    pub forecast_minor: i64,
    /// Lower bound at 95 %.
    pub low_minor: i64,
    /// Upper bound at 95 %.
    pub high_minor: i64,
    /// By the weights of stages.
    pub naive_minor: i64,
    /// Value won in time.
    pub won_minor: i64,
}
