//! How long it takes.

use model::{
    Side,
    metric::{Amount, Answer, Better, Formula, MEDIAN, Moment, Quantile, Stay, Stretch},
};

use super::{KAPLAN_MEIER, StandardMetric, Topic, page};

pub(super) fn all() -> Vec<StandardMetric> {
    let answer = |id, name, says, by, better| {
        page(
            Topic::Time,
            id,
            name,
            says,
            better,
            Formula::Answer(Answer { by, q: MEDIAN }),
            "first time t with S(t) ≤ ½, S(t) = Π (1 − dᵢ / nᵢ) over waits; a wait without an answer is censored at the \
             close, or at the end of the data",
            "A mail comes on Monday at 9 and we call back on Tuesday at 9: one wait of a day.",
            KAPLAN_MEIER,
        )
    };
    vec![
        page(
            Topic::Time,
            "time-in-stage",
            "Time in stage",
            "How long deals stay; what has not ended counts as not \
            finished yet.",
            Better::Lower,
            Formula::Stay(Stay { stage: None, q: MEDIAN }),
            "first time t with S(t) ≤ ½, S(t) = Π (1 − dᵢ / nᵢ); shares moved on and lost: Fₖ = Σ S(tᵢ₋₁) dₖᵢ / nᵢ",
            "Stays of 2, 4 and 9 days that ended and one of 5 days so far: S falls to ¾ at 2, ½ at 4. The median is 4 days; \
             leaving the open one out would give 4 as well, but counting it as ended at 5 would be wrong.",
            "E. L. Kaplan, P. Meier (1958), J. Am. Stat. Assoc. 53, 457–481; bounds: R. Brookmeyer, J. Crowley (1982), \
             Biometrics 38, 29–41; competing outcomes: O. O. Aalen, S. Johansen (1978), Scand. J. Stat. 5, 141–150; \
             differences: log-rank test, N. Mantel (1966), Cancer Chemother. Rep. 50, 163–170.",
        ),
        page(
            Topic::Time,
            "cycle-time",
            "Cycle time",
            "How long a deal took that was won.",
            Better::Lower,
            Formula::Quantile(Quantile {
                of: Amount::Days(Stretch { from: Moment::Created, to: Moment::Won }),
                at: Moment::Won,
                q: MEDIAN,
            }),
            "median of (won − created) over deals won in the time",
            "Deals won after 20, 40 and 90 days: 40 days.",
            "Median with its interval by order statistics, W. J. Conover (1999), Practical Nonparametric Statistics, 3.2.",
        ),
        answer("time-to-answer", "Time to answer", "How long prospects wait for us.", Side::Rep, Better::Lower),
        answer(
            "their-answer",
            "Time until they answer",
            "How long we wait for prospects.",
            Side::Prospect,
            Better::Lower,
        ),
    ]
}
