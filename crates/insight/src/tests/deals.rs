//! Small logs written by hand: deals as lines of events.

use std::convert::Infallible;

use model::{
    Outcome, Side, Timestamp,
    event::kind,
    fact::{DealFact, EventFact, FactSink},
};

use crate::log::{EventLog, EventLogBuilder};

/// Day 0 of the logs.
const START: &str = "2026-01-05T09:00:00Z";

/// A moment so many days after day 0.
pub(super) fn day(days: f64) -> Timestamp {
    let start: Timestamp = START.parse().unwrap();
    start + jiff::SignedDuration::from_secs((days * 86_400.0).round() as i64)
}

/// A log of deals `(key, owner, events)`; an event is `day side name`, such as `3.5 prospect email.received`; the side
/// `stage` enters the stage called so, `won` and `lost` close.
pub(super) fn deals(all: &[(&str, &str, &[&str])]) -> EventLog {
    let mut builder = EventLogBuilder::default();
    for (key, owner, events) in all {
        let mut outcome = Outcome::Open;
        for line in *events {
            let (at, rest) = line.split_once(' ').unwrap();
            let (side, name) = rest.split_once(' ').unwrap_or((rest, ""));
            let (kind, activity) = match side {
                "stage" => (kind::STAGE, name),
                "won" => (kind::WON, "Won"),
                "lost" => (kind::LOST, "Lost"),
                _ => (name, name),
            };
            outcome = match kind {
                kind::WON => Outcome::Won,
                kind::LOST => Outcome::Lost,
                _ => outcome,
            };
            let fact = EventFact {
                deal: key,
                at: Some(day(at.parse().unwrap())),
                kind,
                activity,
                stage: (side == "stage").then_some(name),
                side: match side {
                    "prospect" => Side::Prospect,
                    "unknown" => Side::Unknown,
                    _ => Side::Rep,
                },
                actor: None,
                attributes: &[],
                key: None,
            };
            sure(builder.event(fact));
        }
        let fields = [("owner", *owner)];
        let fact = DealFact {
            key,
            fields: &fields,
            created: None,
            closed: None,
            outcome: Some(outcome),
            stage: None,
            modified: None,
        };
        sure(builder.deal(fact));
    }
    builder.finish()
}

/// A log of deals `(created, won, key, owner)`, in days from day 0.
pub(super) fn seen(all: impl Iterator<Item = (u32, Option<u32>, String, String)>) -> EventLog {
    let mut builder = EventLogBuilder::default();
    for (created, won, key, owner) in all {
        let fields = [("owner", owner.as_str())];
        let at = |days: u32| day(f64::from(days));
        let outcome = Some(won.map_or(Outcome::Open, |_| Outcome::Won));
        let (created, closed) = (Some(at(created)), won.map(at));
        sure(builder.deal(DealFact {
            key: &key,
            fields: &fields,
            created,
            closed,
            outcome,
            stage: None,
            modified: None,
        }));
    }
    builder.finish()
}

fn sure<T>(done: Result<T, Infallible>) -> T {
    match done {
        Ok(done) => done,
    }
}
