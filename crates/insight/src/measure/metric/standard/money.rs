//! Money.

use model::metric::{Amount, Better, Formula, Moment, Whole};

use super::{STUDENT, StandardMetric, Topic, amounts, page};

pub(super) fn all() -> Vec<StandardMetric> {
    vec![
        page(
            Topic::Money,
            "value-won",
            "Value won",
            "What was sold.",
            Better::Higher,
            Formula::Sum(amounts(Amount::Value, Moment::Won)),
            "Σ value of the deals won",
            "10,000 and 20,000: 30,000.",
            "Interval as of a compound Poisson sum, Σx ± z √Σx²: W. Feller (1968), An Introduction to Probability Theory I, \
             XII.2.",
        ),
        page(
            Topic::Money,
            "value",
            "Value of a won deal",
            "What a deal is worth that was won.",
            Better::Higher,
            Formula::Mean(amounts(Amount::Value, Moment::Won)),
            "Σ value ÷ n",
            "10,000 and 20,000: 15,000.",
            STUDENT,
        ),
        page(
            Topic::Money,
            "discount",
            "Discount",
            "How much was given away on deals that were won.",
            Better::Lower,
            Formula::Mean(amounts(Amount::Discount, Moment::Won)),
            "Σ discount ÷ n; of a deal with an accepted quote: (list total − agreed total) ÷ list total",
            "Quotes accepted at 950 of 1,000 and at 10,000 of 10,000, and a deal without a quote whose field says 10: \
             (5 % + 0 % + 10 %) ÷ 3 = 5 %.",
            STUDENT,
        ),
        page(
            Topic::Money,
            "velocity",
            "Velocity",
            "Money that goes through the pipeline a day.",
            Better::Higher,
            Formula::Velocity(Whole {}),
            "open deals × win rate × mean value won ÷ mean days to close",
            "40 open deals, 30 % won, 15,000 each, 60 days: 40 × 0.3 × 15,000 ÷ 60 = 3,000 a day.",
            "Interval of its logarithm by the delta method: Σ of the squared relative errors of the parts, taken as \
             independent.",
        ),
    ]
}
