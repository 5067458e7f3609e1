//! A log filled in parts equals one filled in the order of the file.

use std::collections::BTreeSet;

use model::{
    event::kind,
    fact::{DealFact, EventFact, FactPart, FactSink, PartedSink, Rows},
};

use super::data::{event, time};
use crate::{
    discover::discover,
    log::{EventLog, EventLogBuilder},
    select::Selection,
};

const NAMES: [&str; 5] = ["Meet", "Call", "Offer", "Won", "Mail"];

/// A builder, and the deals that it was told of.
type Reader = (EventLogBuilder, BTreeSet<String>);

/// Row `n` of a file in which deals take turns; the first row of a deal tells of its owner and team.
fn row((builder, known): &mut Reader, n: usize) {
    let key = format!("D{}", n * 7 % 11);
    if known.insert(key.clone()) {
        let (owner, team) = (format!("Owner {n}"), format!("Team {}", n % 3));
        let fields = [("owner", owner.as_str()), ("team", team.as_str())];
        let fields = &fields[..1 + n % 2];
        let fact =
            DealFact { key: &key, fields, created: None, closed: None, outcome: None, stage: None, modified: None };
        let Ok(()) = builder.deal(fact);
    }
    let name = NAMES[n * n % 5];
    let kind = match name {
        "Meet" | "Offer" => kind::STAGE,
        "Won" => kind::WON,
        _ => kind::ACTIVITY,
    };
    let (actor, tag) = (format!("Person {}", n % 4), format!("tag {}", n % 3));
    let attributes = [("tag", tag.as_str()), ("note", "dropped")];
    // Some rows of a deal share their day, some go back in time.
    let at = time(&format!("2026-01-{:02}", 1 + n % 28 / 2));
    let fact = EventFact { actor: Some(&actor), attributes: &attributes, ..event(&key, at, kind, name) };
    let Ok(()) = builder.event(fact);
}

fn figures(log: &EventLog) -> serde_json::Value {
    let texts: Vec<_> = log.all().map(|d| (log.key(d).to_owned(), format!("{:?}", log.owner(d)))).collect();
    let rows: Vec<_> = log.all().flat_map(|d| log.range(d)).map(|i| format!("{:?}", log.events.row(i))).collect();
    let actors: Vec<&str> = log.actors.iter().collect();
    let found = discover(log, &Selection::default(), Rows::default());
    serde_json::json!([texts, rows, actors, log.details.all, found])
}

#[test]
fn parts_in_any_hands_give_the_same_log() {
    const ROWS: usize = 97;
    let mut one = Reader::default();
    (0..ROWS).for_each(|n| row(&mut one, n));
    let one = figures(&one.0.finish());
    for (threads, size) in [(1, 10), (2, 1), (2, 13), (3, 7), (5, 200)] {
        let mut builder = EventLogBuilder::default();
        let mut parts: Vec<Reader> = (0..threads).map(|_| (builder.part(), BTreeSet::new())).collect();
        // Pieces go to threads as they are free: not in turn.
        let pieces = ROWS.div_ceil(size);
        for piece in 0..pieces {
            let part = &mut parts[(piece * piece + piece / 3) % threads];
            part.0.piece(piece);
            (piece * size..ROWS.min((piece + 1) * size)).for_each(|n| row(part, n));
        }
        builder.absorb(parts.into_iter().map(|(part, _)| part).collect(), pieces);
        assert_eq!(figures(&builder.finish()), one, "{threads} threads, pieces of {size}");
    }
}

#[test]
fn what_follows_a_piece_that_went_wrong_is_not_taken() {
    let mut whole = Reader::default();
    (0..60).for_each(|n| row(&mut whole, n));
    let mut builder = EventLogBuilder::default();
    let mut parts = vec![(builder.part(), BTreeSet::new()), (builder.part(), BTreeSet::new())];
    for piece in 0..6 {
        let part = &mut parts[piece % 2];
        part.0.piece(piece);
        (piece * 10..(piece + 1) * 10).for_each(|n| row(part, n));
    }
    builder.absorb(parts.into_iter().map(|(part, _)| part).collect(), 3);
    let mut rest = (builder, whole.1);
    (30..60).for_each(|n| row(&mut rest, n));
    assert_eq!(figures(&rest.0.finish()), figures(&whole.0.finish()));
}
