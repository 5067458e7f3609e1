//! What moves, and what stands where.

use model::metric::{Better, Formula, InStage, Moment, Move, Moves, Subject, Whole};

use super::{COUNT, POISSON, StandardMetric, Topic, page};

pub(super) fn all() -> Vec<StandardMetric> {
    let moves = |id, name, says, better, what, example| {
        page(Topic::Flow, id, name, says, better, Formula::Moves(Moves { what, stage: None }), COUNT, example, POISSON)
    };
    vec![
        moves(
            "moves-in",
            "Moves into stages",
            "How many times deals came into each stage.",
            Better::Neither,
            Move::In,
            "Three deals enter Presenting in May, one of them twice: 4.",
        ),
        moves(
            "moves-out",
            "Moves out of stages",
            "How many times deals left each stage, closings included.",
            Better::Neither,
            Move::Out,
            "Of four deals in Closing two are won and one goes back: 3.",
        ),
        moves(
            "returns",
            "Returns",
            "Deals that came back into a stage they had been in.",
            Better::Lower,
            Move::Return,
            "A deal goes from Closing back to Handling objections, where it had been: 1 for Handling objections.",
        ),
        moves(
            "skips",
            "Skipped stages",
            "Deals that came into a stage past one or more that they had never been in.",
            Better::Neither,
            Move::Skip,
            "A deal goes from Presenting to Closing without objections ever: 1 for Closing.",
        ),
        moves(
            "reopenings",
            "Reopenings",
            "Deals that went on after they had been closed.",
            Better::Neither,
            Move::Reopening,
            "A deal that was lost in May enters Presenting in June: 1 for June.",
        ),
        page(
            Topic::Flow,
            "deals-in-stage",
            "Deals in stages",
            "What stands where, at any moment.",
            Better::Neither,
            Formula::Standing(InStage::default()),
            "entered at or before the moment − left before it",
            "Ten deals have entered Closing by 31 May and seven have left it: 3.",
            POISSON,
        ),
        page(
            Topic::Flow,
            "open-deals",
            "Open deals",
            "How many deals are being worked on.",
            Better::Neither,
            Formula::Open(Whole {}),
            "created before the moment − closed before it",
            "Of 100 deals created by 31 May 62 are closed by then: 38.",
            POISSON,
        ),
        page(
            Topic::Flow,
            "new-deals",
            "New deals",
            "What comes in.",
            Better::Higher,
            Formula::Count(Subject::Deals(Moment::Created)),
            COUNT,
            "Twelve deals begin in May: 12.",
            POISSON,
        ),
    ]
}
