//! The questions.

use super::{AnswerKind, Question, Screen};
use crate::Outcome;

const fn asks(
    id: &'static str,
    text: &'static str,
    short: &'static str,
    kind: AnswerKind,
    options: &'static [&'static str],
    example: &'static str,
) -> Question {
    Question { id, text, short, kind, options, example }
}

const fn screen(
    id: &'static str,
    asks: &'static str,
    help: &'static str,
    only: Option<Outcome>,
    questions: &'static [Question],
) -> Screen {
    Screen { id, asks, help, only, questions }
}

use AnswerKind::{Amount, Choice, Duration, Many, Pairs, People, Percent, Text};

const ROLES: &[&str] =
    &["decision maker", "champion", "user", "technical expert", "purchasing", "executive", "blocker"];

const PEOPLE: &[Question] = &[asks("interview.people", "", "People", People, ROLES, "Name")];

const BEGINNING: &[Question] = &[
    asks(
        "interview.first-act",
        "Who made the first move?",
        "First move",
        Choice,
        &["the prospect came to us", "we went to them", "somebody introduced us"],
        "Who else?",
    ),
    asks(
        "interview.channel",
        "By which way?",
        "First contact",
        Choice,
        &["phone call", "e-mail", "meeting", "event or trade fair", "web form or chat", "social network", "letter"],
        "Another way",
    ),
];

const DURATION: &[Question] =
    &[asks("interview.duration", "", "Time from first contact to decision", Duration, &[], "6")];

const PAIN: &[Question] = &[asks(
    "interview.pain",
    "",
    "Pain",
    Many,
    &[
        "costs were too high",
        "it took too much time",
        "errors or poor quality",
        "growth they could not handle",
        "a deadline or a new rule",
        "the old solution came to its end",
        "they lost customers or revenue",
    ],
    "Their pain in their words",
)];

const FIRST_QUESTIONS: &[Question] = &[asks(
    "interview.first-questions",
    "",
    "Asked in the first conversation",
    Many,
    &[
        "what hurts today",
        "what happens if nothing changes",
        "how it is solved now",
        "who else is concerned",
        "who decides and how",
        "by when it is needed",
        "which budget there is",
        "who else they are looking at",
    ],
    "Another question",
)];

const AGREED: &[Question] = &[asks(
    "interview.agreed-next",
    "",
    "Agreed as the next step",
    Choice,
    &[
        "a demonstration",
        "another conversation",
        "a meeting with further people",
        "a trial",
        "we send material",
        "we send a quote",
        "they come back to us",
        "nothing",
    ],
    "Another step",
)];

const PRESENTED: &[Question] = &[
    asks(
        "interview.presented",
        "What?",
        "Presented",
        Many,
        &[
            "a demonstration",
            "slides",
            "references or testimonials",
            "a trial or pilot",
            "a calculation of the benefit",
            "a written offer",
            "nothing",
        ],
        "Something else",
    ),
    asks("interview.presented-to", "To whom?", "Presented to", Many, ROLES, "Somebody else"),
];

const OBJECTIONS: &[Question] = &[asks(
    "interview.objections",
    "",
    "Objections and answers",
    Pairs,
    &["Too expensive", "No budget now", "Happy with what we have", "Not the right time", "A feature is missing"],
    "What answered it?",
)];

const PRICE: &[Question] = &[
    asks("interview.list-price", "List price", "List price", Amount, &[], "12000"),
    asks("interview.discount", "Discount in percent", "Discount", Percent, &[], "10"),
    asks(
        "interview.price-way",
        "What moved the price?",
        "What moved the price",
        Many,
        &[
            "nothing: list price",
            "a larger quantity",
            "a longer contract",
            "a competitor's offer",
            "the end of the quarter",
            "purchasing asked for it",
            "a smaller scope",
            "we never came to the price",
        ],
        "Something else",
    ),
];

const DECIDER: &[Question] = &[asks(
    "interview.decider",
    "",
    "Who decided",
    Choice,
    &[
        "the managing director or owner",
        "a head of department",
        "finance",
        "purchasing",
        "IT",
        "the user",
        "several together",
    ],
    "Somebody else",
)];

const AFTER_SALE: &[Question] = &[asks(
    "interview.after-sale",
    "",
    "First after the sale",
    Choice,
    &[
        "a kick-off meeting",
        "hand-over to account management",
        "training",
        "installation or delivery",
        "a thank-you call or letter",
        "the invoice",
        "nothing for weeks",
    ],
    "Something else",
)];

const WHY_LOST: &[Question] = &[
    asks(
        "interview.lost-reason",
        "Why was it lost?",
        "Why it was lost",
        Many,
        &[
            "price",
            "a missing feature",
            "the timing",
            "no budget",
            "no decision",
            "our contact left or lost interest",
            "we never reached who decides",
            "trust in us",
        ],
        "Another reason",
    ),
    asks(
        "interview.chosen-instead",
        "What did they choose instead?",
        "Chosen instead",
        Choice,
        &["a competitor", "to stay as they are", "to build it themselves", "to put it off"],
        "Whom or what?",
    ),
];

const ADVICE: &[Question] =
    &[asks("interview.advice", "", "Do again or differently", Text, &[], "One sentence is enough")];

/// The screens, in the order in which one tells the story of a deal.
pub fn screens() -> &'static [Screen] {
    const ALL: &[Screen] = &[
        screen("people", "Who was it?", "The people on their side who mattered, and their part in it.", None, PEOPLE),
        screen("beginning", "How did the contact begin?", "", None, BEGINNING),
        screen("pain", "What pain moved them?", "Why they looked for something new at all.", None, PAIN),
        screen(
            "first-questions",
            "Which questions did you ask in the first conversation?",
            "The first one that was more than an appointment.",
            None,
            FIRST_QUESTIONS,
        ),
        screen("agreed-next", "What was agreed as the next step?", "At the end of that conversation.", None, AGREED),
        screen("presented", "What was presented, and to whom?", "", None, PRESENTED),
        screen(
            "objections",
            "Which objections came, and what answered them?",
            "Leave the answer empty where nothing did.",
            None,
            OBJECTIONS,
        ),
        screen("price", "How was the price reached?", "About right is right enough.", None, PRICE),
        screen("decider", "Who decided?", "", None, DECIDER),
        screen("duration", "How long did it take?", "From the first contact to the decision, about.", None, DURATION),
        screen("after-sale", "What happened first after the sale?", "", Some(Outcome::Won), AFTER_SALE),
        screen("why-lost", "Why was it lost, and to what?", "As they would tell it.", Some(Outcome::Lost), WHY_LOST),
        screen("advice", "What would you do again, or differently?", "", None, ADVICE),
    ];
    ALL
}
