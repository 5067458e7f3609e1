use model::{
    Outcome, Side,
    event::kind,
    language::Language,
    process::{EventTest, Ground, Predicate, ground},
};

use super::{criterion, ended, process, take};
use crate::{
    define::{Suggestion, suggestions},
    log::{EventLog, EventLogBuilder},
    select::Selection,
};

/// What a deal bears in stage B: kind, side, an attribute.
type Act = (&'static str, Side, Option<(&'static str, &'static str)>);

const DEMO: Act = ("meeting.attended", Side::Prospect, Some(("tag", "Demo")));
const KICK_OFF: Act = ("meeting.attended", Side::Prospect, Some(("tag", "kick-off")));
const VIEWED: Act = ("content.viewed", Side::Prospect, Some(("content", "testimonial")));
const DECIDER: Act = ("call", Side::Prospect, Some(("role", "decision-maker")));
const DECK: Act = ("content.viewed", Side::Prospect, Some(("content", "deck")));
const CALLED: Act = ("call", Side::Prospect, None);
const OURS: Act = ("call", Side::Rep, None);

/// Deals that go A, B, C and close, with acts in B.
fn log(all: &[(usize, Outcome, &[Act])]) -> EventLog {
    let mut builder = EventLogBuilder::default();
    for (way, (n, outcome, acts)) in all.iter().enumerate() {
        for number in 0..*n {
            let key = format!("W{way}-{number}");
            let mut take = |at: f64, kind: &str, name: &str, side, attributes: &[(&str, &str)]| {
                take(&mut builder, &key, at, (kind, name), side, attributes);
            };
            take(0.0, kind::STAGE, "A", Side::Rep, &[]);
            // Everybody wrote before they came to B.
            take(0.5, "email.received", "Mail", Side::Prospect, &[]);
            take(1.0, kind::STAGE, "B", Side::Rep, &[]);
            for (kind, side, about) in *acts {
                take(2.0, kind, "Act", *side, about.as_slice());
            }
            take(3.0, kind::STAGE, "C", Side::Rep, &[]);
            take(4.0, if *outcome == Outcome::Won { kind::WON } else { kind::LOST }, "Closed", Side::Rep, &[]);
            ended(&mut builder, &key, *outcome);
        }
    }
    builder.finish()
}

fn found(log: &EventLog, asked: Vec<Predicate>) -> Vec<Suggestion> {
    let mut process = process();
    let ids = (0..).map(|n| format!("c{n}"));
    process.stages[1].exit = ids.zip(asked).map(|(id, test)| criterion(&id, test, true)).collect();
    suggestions(log, &process, "b", &Selection::default(), Language::En)
}

fn ids(found: &[Suggestion]) -> Vec<&str> {
    found.iter().map(|s| s.criterion.id.as_str()).collect()
}

fn planted() -> EventLog {
    log(&[
        (70, Outcome::Won, &[DEMO, VIEWED, OURS]),
        (20, Outcome::Won, &[DEMO, DECIDER, OURS]),
        (10, Outcome::Won, &[KICK_OFF]),
        (20, Outcome::Lost, &[DEMO, KICK_OFF]),
        (40, Outcome::Lost, &[VIEWED, CALLED]),
        (40, Outcome::Lost, &[OURS, KICK_OFF, DECK]),
    ])
}

#[test]
fn acts_of_the_prospect_that_part_won_from_lost() {
    let log = planted();
    let found = found(&log, Vec::new());
    // What came before the stage and what is ours is not among them.
    let expected = ["meeting-attended-demo", "meeting-attended", "decision-maker-engaged", "testimonial-viewed"];
    assert_eq!(ids(&found), expected);
    let first = &found[0];
    assert_eq!((first.won.count, first.won.of, first.lost.count, first.lost.of), (90, 100, 20, 100));
    assert_eq!(first.criterion.says, "The prospect attended a meeting (Demo).");
    assert!(first.criterion.required && first.p_adjusted < 1e-9 && first.gain.value > 0.6);
    assert!(first.criterion.evidence.starts_with("Of the deals that moved on from here, 90 of 100 won and 20 of 100"));
    assert!(found.iter().all(|s| ground(&s.criterion.test) == Ground::Prospect));
    assert!(found.iter().all(|s| s.looked_at == first.looked_at && s.p_adjusted < 0.05));
    assert!(found.is_sorted_by(|a, b| a.gain.low >= b.gain.low));
}

#[test]
fn what_a_stage_asks_for_is_left_out() {
    let log = planted();
    let first = found(&log, Vec::new()).swap_remove(0).criterion.test;
    let again = found(&log, vec![Predicate::All(vec![first.clone()])]);
    assert!(again.iter().all(|s| s.criterion.test != first), "{:?}", ids(&again));
    // Another wording of the same.
    let Predicate::Event(event) = first.clone() else { panic!("{first:?}") };
    let worded = Predicate::Event(EventTest { kind: "Meeting.Attended".into(), tag: Some("demo".into()), ..event });
    assert!(found(&log, vec![worded]).iter().all(|s| s.criterion.test != first));
}

#[test]
fn nothing_is_suggested_that_may_be_chance() {
    let acts: &[Act] = &[DEMO];
    let even =
        log(&[(30, Outcome::Won, acts), (30, Outcome::Won, &[]), (27, Outcome::Lost, acts), (33, Outcome::Lost, &[])]);
    assert!(found(&even, Vec::new()).is_empty());
    let few = log(&[(5, Outcome::Won, acts), (5, Outcome::Lost, &[])]);
    assert!(found(&few, Vec::new()).is_empty());
}
