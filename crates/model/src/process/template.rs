//! The process that a team starts from.

use super::{ContentTest, Criterion, EventTest, PersonTest, Predicate, Process, Stage, StageKind, StateTest, Task};
use crate::event::Side;

/// The default template: seven stages from the first look for prospects to keeping in touch, then won and lost.
/// Target days are a plain start for teams without data; a proposal from data replaces them.
pub fn template() -> Process {
    Process {
        schema: 1,
        id: "sales".into(),
        name: "Sales process".into(),
        purpose: "Every rep moves a deal on for the same good reasons, most of them things the prospect did.".into(),
        stages: vec![
            prospecting(),
            connecting(),
            researching(),
            presenting(),
            objections(),
            closing(),
            nurturing(),
            ending("won", "Won", StageKind::Won, "The contract is signed and the customer is handed over."),
            ending("lost", "Lost", StageKind::Lost, "The prospect decided against us; the reason is written down."),
        ],
        ..Process::default()
    }
}

fn stage(id: &str, name: &str, days: f64, purpose: &str, tasks: Vec<Task>, exit: Vec<Criterion>) -> Stage {
    let (id, name, purpose) = (id.into(), name.into(), purpose.into());
    Stage { id, name, purpose, target_days: Some(days), tasks, exit, ..Stage::default() }
}

fn ending(id: &str, name: &str, kind: StageKind, purpose: &str) -> Stage {
    Stage { id: id.into(), name: name.into(), kind, purpose: purpose.into(), ..Stage::default() }
}

fn task(id: &str, name: &str, owner: &str, due_days: f64) -> Task {
    Task { id: id.into(), name: name.into(), owner: owner.into(), due_days: Some(due_days), ..Task::default() }
}

fn needs(id: &str, says: &str, test: Predicate) -> Criterion {
    Criterion { id: id.into(), says: says.into(), required: true, evidence: String::new(), test }
}

fn wishes(id: &str, says: &str, test: Predicate) -> Criterion {
    Criterion { required: false, ..needs(id, says, test) }
}

/// The prospect did it.
fn they(kind: &str) -> Predicate {
    Predicate::Event(EventTest { kind: kind.into(), by: Some(Side::Prospect), ..EventTest::default() })
}

fn they_tagged(kind: &str, tag: &str) -> Predicate {
    let tag = Some(tag.to_owned());
    Predicate::Event(EventTest { kind: kind.into(), tag, by: Some(Side::Prospect), ..EventTest::default() })
}

fn took_part(role: &str) -> Predicate {
    Predicate::Person(PersonTest { role: role.into(), engaged: true, ..PersonTest::default() })
}

fn prospecting() -> Stage {
    stage(
        "prospecting",
        "Prospecting",
        7.0,
        "Find organisations that have the problem we solve, and get a first sign of life from one person there.",
        vec![
            task("pick-account", "Check that the account fits the customers we serve best", "rep", 1.0),
            task("find-people", "Find two people who live with the problem", "rep", 2.0),
            task("first-contact", "Write or call with one reason that matters to them", "rep", 3.0),
        ],
        vec![needs(
            "prospect-replied",
            "Somebody at the prospect answered us",
            Predicate::Any(vec![they("email.received"), they("call"), they("meeting.accepted")]),
        )],
    )
}

fn connecting() -> Stage {
    stage(
        "connecting-and-qualifying",
        "Connecting and qualifying",
        10.0,
        "Learn whether there is a problem worth solving, who feels it, and whether now is the time.",
        vec![
            task("qualify", "Ask about the problem, its cost, who decides, and by when", "rep", 3.0),
            task("agree-next-step", "Agree on the next meeting before the talk ends", "rep", 5.0),
        ],
        vec![
            needs(
                "talked",
                "The prospect took part in a first conversation",
                Predicate::Any(vec![they("call"), they("meeting.attended")]),
            ),
            needs("next-meeting-accepted", "The prospect accepted a further meeting", they("meeting.accepted")),
        ],
    )
}

fn researching() -> Stage {
    stage(
        "researching",
        "Researching",
        7.0,
        "Understand the use case well enough to show the prospect their own work, done better.",
        vec![
            task("map-people", "Write down who decides, who uses, who pays and who may object", "rep", 3.0),
            task("describe-use-case", "Describe the use case and the pains in the prospect's own words", "rep", 4.0),
            task("share-reference", "Send a customer's story that is close to theirs", "rep", 5.0),
        ],
        vec![
            needs(
                "pains-confirmed",
                "The prospect confirmed our description of their pains",
                Predicate::Any(vec![
                    they_tagged("email.received", "pains"),
                    they_tagged("meeting.attended", "pains"),
                    they_tagged("call", "pains"),
                ]),
            ),
            needs("champion-engaged", "Somebody at the prospect works for the change", took_part("champion")),
            wishes(
                "reference-viewed",
                "The prospect looked at a customer's story",
                Predicate::Content(ContentTest {
                    kind: "case-study".into(),
                    viewed_by: Some(Side::Prospect),
                    ..ContentTest::default()
                }),
            ),
        ],
    )
}

fn presenting() -> Stage {
    stage(
        "presenting",
        "Presenting",
        10.0,
        "Show the people who matter how their own problem is solved.",
        vec![
            task("tailor-demo", "Build the demonstration around the use case and the pains", "rep", 3.0),
            task("bring-expert", "Bring an engineer who can answer the hard questions", "sales engineer", 5.0),
            task("invite-decision-maker", "Ask the champion to bring the one who decides", "rep", 5.0),
        ],
        vec![
            needs("demo-attended", "The prospect attended a demonstration", they_tagged("meeting.attended", "demo")),
            needs("decision-maker-took-part", "A decision maker has taken part", took_part("decision-maker")),
        ],
    )
}

fn objections() -> Stage {
    stage(
        "handling-objections",
        "Handling objections",
        10.0,
        "Bring every doubt into the open and settle it, price and terms among them.",
        vec![
            task("ask-for-doubts", "Ask each person involved what could still stop them", "rep", 2.0),
            task("answer-doubts", "Answer every objection, with proof where there is some", "rep", 4.0),
            task("send-quote", "Send a quote that follows from what was agreed", "rep", 6.0),
        ],
        vec![
            needs(
                "quote-accepted",
                "The prospect accepted the quote",
                Predicate::Quote(StateTest { state: "accepted".into(), ..StateTest::default() }),
            ),
            wishes(
                "objections-settled",
                "The prospect said that their objections are settled",
                they("objection.settled"),
            ),
        ],
    )
}

fn closing() -> Stage {
    stage(
        "closing",
        "Closing",
        7.0,
        "Turn the agreement into a signed contract and prepare a good start.",
        vec![
            task("send-contract", "Send the contract as agreed, with nothing new in it", "rep", 1.0),
            task("clear-paperwork", "Clear legal and purchasing questions", "manager", 4.0),
            task("plan-handover", "Agree with the customer who meets whom in the first week", "account manager", 5.0),
        ],
        vec![needs("contract-signed", "The prospect signed the contract", they("contract.signed"))],
    )
}

fn nurturing() -> Stage {
    let exit = vec![needs(
        "wants-to-talk",
        "The prospect got in touch again or accepted a meeting",
        Predicate::Any(vec![they_recently("email.received"), they_recently("call"), they_recently("meeting.accepted")]),
    )];
    let tasks = vec![
        task("note-reason", "Write down why not now, and when to ask again", "rep", 2.0),
        task("stay-useful", "Send something useful once a quarter", "marketing", 90.0),
    ];
    let purpose = "Stay in touch with prospects for whom the time has not come, without pressing.";
    Stage { kind: StageKind::Nurturing, ..stage("nurturing", "Nurturing", 90.0, purpose, tasks, exit) }
}

fn they_recently(kind: &str) -> Predicate {
    let (by, within_days) = (Some(Side::Prospect), Some(30.0));
    Predicate::Event(EventTest { kind: kind.into(), by, within_days, ..EventTest::default() })
}
