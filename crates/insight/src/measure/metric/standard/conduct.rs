//! How the team works.

use model::metric::{Amount, Better, Formula, InStage, Moment, Whole};

use super::{STUDENT, StandardMetric, Topic, WILSON, amounts, page};

pub(super) fn all() -> Vec<StandardMetric> {
    vec![
        page(
            Topic::Conduct,
            "touches-per-won-deal",
            "Touches of a won deal",
            "Calls, mails and meetings that a won deal \
            took.",
            Better::Neither,
            Formula::Mean(amounts(Amount::Touches, Moment::Won)),
            "Σ touchpoints ÷ n",
            "Won deals with 8, 12 and 16 touchpoints: 12.",
            STUDENT,
        ),
        page(
            Topic::Conduct,
            "moves-against",
            "Moves against the process",
            "Stages left without what the process asks \
            for.",
            Better::Lower,
            Formula::Against(InStage::default()),
            "moves with an override ÷ moves on",
            "Of 200 moves on 12 were made with a reason instead: 6 %.",
            WILSON,
        ),
        page(
            Topic::Conduct,
            "commitments-kept",
            "Commitments kept",
            "What prospects agreed to do, and did by their day.",
            Better::Higher,
            Formula::Kept(Whole {}),
            "kept by their day ÷ fallen due",
            "Of 20 commitments due in May 15 were kept by then: 75 %.",
            WILSON,
        ),
    ]
}
