//! Customers after the sale.

use model::{
    event::kind,
    metric::{Act, Better, Formula, Moment, Reach},
};

use super::{StandardMetric, Topic, WILSON, page};

/// Days in which a customer buys again, refers others, or leaves.
const YEAR: f64 = 365.0;

pub(super) fn all() -> Vec<StandardMetric> {
    let within = |id, name, says, better, kind: &str| {
        let act = Act { kind: kind.to_owned(), ..Act::default() };
        let reach = Reach { from: Moment::Won, to: Moment::First(act), within_days: Some(YEAR) };
        page(
            Topic::AfterTheSale,
            id,
            name,
            says,
            better,
            Formula::Share(reach),
            "within a year ÷ (won − those for whom the year is not over)",
            "Of 50 deals won in a year 4 so within their first year, and for 10 the year is not over: 4 ÷ 40 = 10 %.",
            WILSON,
        )
    };
    vec![
        within("churn", "Churn", "Customers that left within a year.", Better::Lower, kind::CHURNED),
        within(
            "upsell",
            "Upsell",
            "Customers that were offered more within a year.",
            Better::Higher,
            "New deal: upsell",
        ),
        within(
            "referrals",
            "Referrals",
            "Customers that sent us somebody within a year.",
            Better::Higher,
            kind::REFERRAL_RECEIVED,
        ),
    ]
}
