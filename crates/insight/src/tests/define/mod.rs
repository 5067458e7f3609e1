//! Criteria on history.

mod agree;
mod history;
mod sample;
mod suggest;
mod uses;

use model::{
    Outcome, Side,
    event::kind,
    fact::{DealFact, EventFact, FactSink},
    process::{Criterion, EventTest, Predicate, Process, Stage, StageKind},
};

use super::{
    data::event,
    deals::{day, deals},
};
use crate::log::{EventLog, EventLogBuilder};

/// Stages `a`, `b` and `c`, then `won`, `lost` and `later`.
fn process() -> Process {
    let stage = |id: &str, kind| Stage { id: id.into(), name: id.to_uppercase(), kind, ..Stage::default() };
    let open = ["a", "b", "c"].map(|id| stage(id, StageKind::Open));
    let ends = [("won", StageKind::Won), ("lost", StageKind::Lost), ("later", StageKind::Nurturing)];
    Process { stages: open.into_iter().chain(ends.map(|(id, kind)| stage(id, kind))).collect(), ..Process::default() }
}

fn by_prospect(kind: &str) -> Predicate {
    Predicate::Event(EventTest { kind: kind.into(), by: Some(Side::Prospect), ..EventTest::default() })
}

fn criterion(id: &str, test: Predicate, required: bool) -> Criterion {
    Criterion { id: id.into(), says: id.into(), test, required, evidence: String::new() }
}

/// Tells something that happened to a deal on a day; what is called so is the stage entered.
fn take(
    builder: &mut EventLogBuilder,
    key: &str,
    at: f64,
    (kind, name): (&str, &str),
    side: Side,
    attributes: &[(&str, &str)],
) {
    let stage = (kind == kind::STAGE).then_some(name);
    let Ok(()) = builder.event(EventFact { stage, side, attributes, ..event(key, Some(day(at)), kind, name) });
}

/// Says how a deal ended.
fn ended(builder: &mut EventLogBuilder, key: &str, outcome: Outcome) {
    let (fields, outcome) = (&[][..], Some(outcome));
    let fact = DealFact { key, fields, created: None, closed: None, outcome, stage: None, modified: None };
    let Ok(()) = builder.deal(fact);
}

/// A log of so many deals each that go the same way.
fn ways(ways: &[(usize, &[&str])]) -> EventLog {
    let keys: Vec<Vec<String>> = ways
        .iter()
        .enumerate()
        .map(|(way, (n, _))| (0..*n).map(|number| format!("W{way}-{number}")).collect())
        .collect();
    let each =
        ways.iter().zip(&keys).flat_map(|((_, events), keys)| keys.iter().map(|key| (key.as_str(), "Ann", *events)));
    deals(&each.collect::<Vec<_>>())
}
