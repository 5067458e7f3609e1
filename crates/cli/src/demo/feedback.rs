//! Made-up feedback on the process for the demo, and two made-up rounds of the short survey; each is marked as such.

use jiff::SignedDuration;
use model::{
    Timestamp,
    feedback::{Act, Fact, Kind, PartKind, Person, Place, pulse::PulseSettings},
    ids::UserId,
    process::{Process, Stage, StageKind},
};
use server::{FEEDBACK, KeptFeedback};
use store::{PulseRound, Store};
use uuid::Uuid;

use crate::failure::Failure;

/// Days ago, who, what.
type Told<'a> = (i64, &'a str, Act);

struct Sample<'a> {
    stage: usize,
    at: Option<PartKind>,
    kind: Kind,
    words: &'a str,
    told: Vec<Told<'a>>,
}

fn done(words: &str) -> Act {
    Act::Done { words: words.into() }
}

fn comment(words: &str) -> Act {
    Act::Commented { words: words.into() }
}

fn taken_up(name: &str) -> Act {
    Act::TakenUp { owner: person(name), until: None }
}

fn person(name: &str) -> Person {
    Person { id: UserId::of_key(&format!("demo:{name}")), name: format!("{name} (made up)") }
}

fn samples() -> Vec<Sample<'static>> {
    let sample = |stage, at, kind, words, told| Sample { stage, at, kind, words, told };
    let said = |days| (days, "", Act::MeToo);
    vec![
        sample(
            1,
            None,
            Kind::Hinders,
            "Legal takes two weeks to answer about the trial contract, and deals go cold.",
            vec![
                said(41),
                (38, "Ben", Act::MeToo),
                (35, "Cleo", Act::MeToo),
                (12, "Dana", Act::MeToo),
                (37, "Mara", taken_up("Mara")),
                (20, "Mara", comment("Legal agreed to a standard text for trials. It comes this month.")),
            ],
        ),
        sample(
            1,
            Some(PartKind::Task),
            Kind::Missing,
            "There is no one-page summary to leave with a finance director.",
            vec![said(24), (22, "Anna", Act::MeToo), (9, "Emil", Act::MeToo)],
        ),
        sample(
            0,
            None,
            Kind::Unclear,
            "When is a prospect qualified enough to book the demonstration?",
            vec![said(17), (15, "Dana", Act::MeToo)],
        ),
        sample(
            0,
            Some(PartKind::Task),
            Kind::Hinders,
            "Looking up the account takes three systems. One page would do.",
            vec![said(6)],
        ),
        sample(
            1,
            Some(PartKind::Criterion),
            Kind::Unclear,
            "They do this by telephone too. Does that count, and where do I write it down?",
            vec![said(11), (8, "Anna", Act::MeToo)],
        ),
        sample(
            0,
            None,
            Kind::Missing,
            "A call script for manufacturing: the one we have talks of shops.",
            vec![
                said(70),
                (66, "Cleo", Act::MeToo),
                (61, "Mara", taken_up("Emil")),
                (48, "Emil", done("There is a script for manufacturing in the library now.")),
            ],
        ),
        sample(
            1,
            None,
            Kind::Hinders,
            "I have to ask for approval below 5 % discount.",
            vec![
                said(55),
                (52, "Mara", Act::Declined { words: "Small discounts add up; we look at it again in spring.".into() }),
            ],
        ),
        sample(
            1,
            None,
            Kind::Praise,
            "Asking for the date of the decision in the first call saves weeks.",
            vec![said(30), (28, "Anna", Act::MeToo), (27, "Ben", Act::MeToo)],
        ),
    ]
}

const AUTHORS: [&str; 5] = ["Anna", "Ben", "Cleo", "Dana", "Emil"];

/// Adds it, at the stages of a process.
pub async fn keep(store: &Store, process: &Process) -> Result<(), Failure> {
    let open: Vec<&Stage> = process.stages.iter().filter(|stage| stage.kind == StageKind::Open).collect();
    let now = Timestamp::now();
    let ago = |days: i64| now.saturating_sub(SignedDuration::from_hours(24 * days)).unwrap_or(now);
    for (nth, sample) in samples().into_iter().enumerate() {
        let Some(stage) = open.get(sample.stage.min(open.len().saturating_sub(1))) else { return Ok(()) };
        let part = sample.at.and_then(|kind| {
            let criterion = stage.exit.first().filter(|_| kind == PartKind::Criterion).map(|criterion| &criterion.id);
            let task = stage.tasks.first().filter(|_| kind == PartKind::Task).map(|task| &task.id);
            criterion.or(task).map(|id| (kind, id.as_str()))
        });
        let Ok(place) = Place::find(process, None, &stage.id, part) else { continue };
        let author = person(AUTHORS[(nth + 2) % AUTHORS.len()]);
        let mut told = sample.told;
        told.sort_by_key(|(days, ..)| std::cmp::Reverse(*days));
        let mut facts = Vec::new();
        for (days, name, act) in told {
            let (by, act) = match facts.is_empty() {
                true => {
                    let words = sample.words.into();
                    (author.clone(), Act::Said { kind: sample.kind, words, place: place.clone(), deal: None })
                }
                false => (person(name), act),
            };
            facts.push(Fact { id: Uuid::now_v7(), at: ago(days), by, act });
        }
        let content = serde_json::to_value(KeptFeedback { facts, sample: true }).map_err(Failure::other)?;
        let kept = store.keep_record(FEEDBACK, Uuid::now_v7(), 0, Some(content), Some(&author.name), now).await;
        kept.map_err(Failure::other)?;
    }
    let rounds = [
        (56, [[1, 2, 5, 3, 1], [0, 2, 4, 4, 2], [2, 4, 4, 2, 0]], ["Less typing, please.", "The playbook is good."]),
        (28, [[0, 2, 4, 5, 2], [0, 1, 4, 6, 2], [0, 2, 3, 6, 2]], ["The new script helps.", "Legal is slow."]),
    ];
    for ((no, (days, counts, words)), length) in (1_i64..).zip(rounds).zip([12, 13]) {
        let round = PulseRound {
            id: Uuid::now_v7(),
            no,
            opened: ago(days),
            closed: Some(ago(days - 28)),
            questions: PulseSettings::default().questions,
            asked: Some(15),
            answers: length,
            shown: length,
            sample: true,
            counts: counts.to_vec(),
        };
        store.add_sample_round(&round, &words).await.map_err(Failure::other)?;
    }
    Ok(())
}
