//! What a person gets for a period, and where each figure comes from.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{ClawbackShare, Period, Piece};
use crate::decimal::Decimal;

/// All statements, and what none could be made of.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[schema(as = CommissionStatements)]
pub struct Statements {
    /// By person, then by period.
    pub statements: Vec<Statement>,
    /// Deals that pay nobody, because the first who shares them had no plan on the day.
    pub without_plan: Vec<DealWithoutPlan>,
}

/// A deal that no plan prices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CommissionDealWithoutPlan)]
pub struct DealWithoutPlan {
    /// The deal's key.
    pub deal: String,
    /// The first who shares it.
    pub person: String,
    /// The day on which it was won.
    #[schema(value_type = String, format = "date")]
    pub closed: Date,
}

/// What a person gets for a period by a plan. All amounts are in minor units of `currency`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CommissionStatement)]
pub struct Statement {
    /// Who.
    pub person: String,
    /// Id of the plan.
    pub plan: String,
    /// First day of the plan's version.
    #[schema(value_type = String, format = "date")]
    pub plan_from: Date,
    /// Currency (ISO 4217).
    pub currency: String,
    /// The period.
    pub period: Period,
    /// False while the period still runs.
    pub complete: bool,
    /// The target, as it stood last.
    pub target_minor: Option<i64>,
    /// Cumulated price of the deals of which this person is the first.
    pub attained_minor: i64,
    /// The deals, in the order in which they were won.
    pub lines: Vec<Line>,
    /// Prices above the accelerators' steps, by factor.
    pub accelerated: Vec<Accelerated>,
    /// Sum of the lines' amounts.
    pub subtotal_minor: i64,
    /// The plan's cap for the period.
    pub cap_minor: Option<i64>,
    /// What the cap of the period takes off.
    pub cut_minor: i64,
    /// What is taken back because customers left.
    pub clawbacks: Vec<ClawbackLine>,
    /// What was added or taken off by hand.
    pub corrections: Vec<CorrectionLine>,
    /// Subtotal less cut, clawbacks and corrections included; can be below 0.
    pub earned_minor: i64,
    /// What the person owes from earlier periods.
    pub carried_in_minor: i64,
    /// The advance.
    pub draw: Draw,
    /// What is paid: what was earned less what was carried in, but no less than the draw.
    pub total_minor: i64,
    /// What the person then owes to later periods.
    pub carried_out_minor: i64,
}

/// A deal on a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CommissionLine)]
pub struct Line {
    /// The deal's key.
    pub deal: String,
    /// The day on which it was won.
    #[schema(value_type = String, format = "date")]
    pub closed: Date,
    /// The person whose plan prices it.
    pub first: String,
    /// The negotiated price in the deal's own currency.
    pub negotiated_minor: i64,
    /// The deal's own currency.
    pub negotiated_currency: String,
    /// The rate by which it was changed; `None` where the currency is the plan's.
    pub exchange_rate: Option<Decimal>,
    /// The price in the plan's currency, rounded half-even.
    pub price_minor: i64,
    /// Its parts by rate and factor.
    pub pieces: Vec<Piece>,
    /// Sum of the pieces, rounded half-even.
    pub uncapped_minor: i64,
    /// What the deal pays to all: the uncapped sum or the plan's cap per deal.
    pub commission_minor: i64,
    /// This person's share.
    pub share: Decimal,
    /// This person's part, rounded half-even; the first also has what rounding leaves.
    pub amount_minor: i64,
    /// What the cap of the period takes off.
    pub cut_minor: i64,
}

impl Line {
    /// What the cap of the period leaves of the amount.
    pub fn paid_minor(&self) -> i64 {
        self.amount_minor - self.cut_minor
    }
}

/// The price that an accelerator applied to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CommissionAccelerated)]
pub struct Accelerated {
    /// What the rate was multiplied by.
    pub factor: Decimal,
    /// Price in minor units.
    pub price_minor: i64,
}

/// Commission taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CommissionClawbackLine)]
pub struct ClawbackLine {
    /// The deal's key.
    pub deal: String,
    /// The day on which the customer left.
    #[schema(value_type = String, format = "date")]
    pub day: Date,
    /// Days from the close until then.
    pub stayed_days: i64,
    /// Days within which the plan takes back.
    pub within_days: u32,
    /// How much it takes.
    pub takes: ClawbackShare,
    /// What had been paid for the deal.
    pub paid_minor: i64,
    /// What is taken back, below 0.
    pub amount_minor: i64,
}

/// A correction on a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CommissionCorrectionLine)]
pub struct CorrectionLine {
    /// Its day.
    #[schema(value_type = String, format = "date")]
    pub day: Date,
    /// What it adds.
    pub amount_minor: i64,
    /// Why.
    pub reason: String,
    /// Key of the deal it is about.
    pub deal: Option<String>,
}

/// The advance of a period.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[schema(as = CommissionDraw)]
pub struct Draw {
    /// For the days on which the person went by the plan, rounded half-even.
    pub minor: i64,
    /// Those days.
    pub days: i64,
    /// Days of the period.
    pub of_days: i64,
}
