//! Proposals from logs made by hand.

use model::{
    Outcome, Side,
    fact::{DealFact, EventFact, FactSink},
    process::{Ground, ground, lint},
};
use rstest::rstest;

use super::data::{event, maven, sample, time};
use crate::{
    discover::{Proposal, StagesFrom, propose},
    log::{EventLog, EventLogBuilder},
    select::Selection,
};

/// What happens in a deal: kind, activity, side; a day apart.
type Way<'a> = &'a [(&'a str, &'a str, Side)];

fn log(deals: &[(Way<'_>, Outcome, usize)]) -> EventLog {
    let mut builder = EventLogBuilder::default();
    let mut number = 0;
    for (way, outcome, times) in deals {
        for _ in 0..*times {
            number += 1;
            let key = format!("D{number}");
            let fields = [("owner", "Anna")];
            let fact = DealFact {
                key: &key,
                fields: &fields,
                created: time("2026-01-01"),
                closed: (*outcome != Outcome::Open).then(|| time("2026-02-01")).flatten(),
                outcome: Some(*outcome),
                stage: None,
                modified: None,
            };
            builder.deal(fact).unwrap();
            for (day, (kind, activity, side)) in way.iter().enumerate() {
                let at = time(&format!("2026-01-{:02}", day + 1));
                builder.event(EventFact { side: *side, ..event(&key, at, kind, activity) }).unwrap();
            }
        }
    }
    builder.finish()
}

fn proposed(deals: &[(Way<'_>, Outcome, usize)]) -> Proposal {
    propose(&log(deals), &Selection::default())
}

const REP: Side = Side::Rep;
const THEY: Side = Side::Prospect;

#[rstest]
#[case(
    sample(),
    "The targets of the six stages that most won deals pass add up to 80 days. 285 of 436 won deals closed in four to \
     eleven weeks. So who takes the whole of every target is slower"
)]
#[case(
    maven(),
    "The target of the stage that most won deals pass is 88 days. 2,773 of 4,238 won deals closed within eleven weeks. \
     It is longer"
)]
fn targets_are_compared_with_the_typical_time(#[case] log: EventLog, #[case] says: &str) {
    let notes = propose(&log, &Selection::default()).notes;
    assert!(notes.iter().any(|note| note.starts_with(says)), "{notes:?}");
}

#[test]
fn activities_that_follow_one_another_become_stages() {
    let back_and_forth: Way<'_> = &[
        ("activity", "Lead researched", REP),
        ("activity", "Cold call", REP),
        ("activity", "Lead researched", REP),
        ("activity", "Cold call", REP),
        ("activity", "Demo prepared", REP),
        ("activity", "Demo given", REP),
        ("activity", "Demo prepared", REP),
        ("activity", "Demo given", REP),
        ("activity", "Contract drafted", REP),
        ("activity", "Contract reviewed", THEY),
        ("activity", "Contract drafted", REP),
        ("activity", "Contract reviewed", THEY),
    ];
    let lost: Way<'_> = &back_and_forth[..8];
    let proposal = proposed(&[(back_and_forth, Outcome::Won, 40), (lost, Outcome::Lost, 20)]);
    assert_eq!(proposal.basis.stages, StagesFrom::Activities);
    let stages: Vec<&str> =
        proposal.process.stages.iter().filter(|s| !s.observed.is_empty()).map(|s| s.name.as_str()).collect();
    assert!(stages.contains(&"Presenting") && stages.contains(&"Closing"), "{stages:?} {:?}", proposal.notes);
    assert!(proposal.notes.iter().any(|n| n.contains("“Demo prepared”, “Demo given” were taken together")));
    let presenting = proposal.process.stage_of("Presenting").unwrap();
    let demo = presenting.tasks.iter().find(|t| t.name == "Demo given").unwrap();
    assert!(demo.evidence.starts_with("40 of 40 won deals (100 %) did this here, 2 times each"), "{}", demo.evidence);
    assert!(
        lint(&proposal.process, None, &model::process::Known::default())
            .iter()
            .all(|f| f.level != model::process::Level::Error)
    );
}

#[test]
fn little_data_gets_the_template_and_says_so() {
    let way: Way<'_> = &[("call", "Call", REP), ("activity", "Visit", REP), ("email.received", "Mail", THEY)];
    let proposal = proposed(&[(way, Outcome::Won, 5), (way, Outcome::Lost, 2)]);
    assert!(!proposal.basis.enough);
    assert_eq!(proposal.basis.stages, StagesFrom::Template);
    assert!(
        proposal
            .basis
            .sentence
            .starts_with("Too little to propose tasks and criteria from: 7 closed deals, 5 of them won.")
    );
    assert!(proposal.open_questions[0].contains("Interviews"), "{:?}", proposal.open_questions);
    let template = model::process::template();
    let names = |p: &model::process::Process| p.stages.iter().map(|s| s.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&proposal.process), names(&template));
}

#[test]
fn an_act_of_the_prospect_that_parts_won_from_lost_is_asked_for() {
    let stage = |name: &'static str| ("stage.entered", name, Side::Unknown);
    let call = ("call", "Call", REP);
    let with: Way<'_> =
        &[stage("Qualify"), call, ("meeting.accepted", "Meeting accepted", THEY), stage("Present"), call];
    let without: Way<'_> = &[stage("Qualify"), call, stage("Present"), call];
    let dropped: Way<'_> = &[stage("Qualify"), call];
    let proposal = proposed(&[
        (with, Outcome::Won, 40),
        (without, Outcome::Won, 10),
        (with, Outcome::Lost, 10),
        (without, Outcome::Lost, 40),
        // Lost before they could accept anything: they say nothing about those that moved on.
        (dropped, Outcome::Lost, 200),
    ]);
    let qualify = proposal.process.stage_of("Qualify").unwrap();
    let first = &qualify.exit[0];
    assert_eq!(ground(&first.test), Ground::Prospect);
    assert!(first.required);
    assert!(first.evidence.starts_with("Of the deals that moved on from here, 40 of 50 won and 10 of 50 lost ones"));
    assert!(first.evidence.contains("80 % won with it, 20 % without (difference 60 points"), "{}", first.evidence);
    assert!(proposal.open_questions.iter().any(|q| q.contains("“Presenting”")), "{:?}", proposal.open_questions);
    assert!(!proposal.open_questions.iter().any(|q| q.contains("leave “Connecting")), "{:?}", proposal.open_questions);
}
