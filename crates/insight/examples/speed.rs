//! Times building the event log and discovering on made-up deals: `cargo run --release -p stagecraft-insight
//! --example speed [deals] [events a deal] [by-time]`. With `by-time` the events of all deals are mixed.

use std::time::Instant;

use insight::{EventLogBuilder, Selection, discover};
use model::{
    Side, Timestamp,
    fact::{EventFact, FactSink, Rows},
};

const ACTIVITIES: [&str; 12] = [
    "Prospecting",
    "Call",
    "E-mail sent",
    "E-mail received",
    "Meeting accepted",
    "Meeting attended",
    "Demo",
    "Quote sent",
    "Quote accepted",
    "Contract sent",
    "Won",
    "Lost",
];

fn main() {
    let mut args = std::env::args().skip(1);
    let deals: u64 = args.next().and_then(|a| a.parse().ok()).unwrap_or(1_000_000);
    let each: u64 = args.next().and_then(|a| a.parse().ok()).unwrap_or(10);
    let mixed = args.next().is_some_and(|a| a == "by-time");
    let keys: Vec<String> = (0..deals).map(|i| format!("case-{i:07}")).collect();
    let start = Instant::now();
    let mut builder = EventLogBuilder::default();
    let mut random = 1_u64;
    for i in 0..deals * each {
        let (deal, place) = if mixed { (i.wrapping_mul(7_919) % deals, i / deals) } else { (i / each, i % each) };
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let choice = (random >> 33) % 3;
        let activity = ACTIVITIES[((place + choice) % 12) as usize];
        let at = 1_500_000_000 + (deal % 100_000) * 600 + place * 86_400 + (random >> 40) % 80_000;
        let fact = EventFact {
            deal: &keys[deal as usize],
            at: Timestamp::from_second(at as i64).ok(),
            kind: "activity",
            activity,
            stage: None,
            side: Side::Unknown,
            actor: None,
            attributes: &[],
            key: None,
        };
        let Ok(()) = builder.event(fact);
    }
    let taken = start.elapsed();
    let log = builder.finish();
    let built = start.elapsed();
    let found = discover(&log, &Selection::default(), Rows::default());
    let done = start.elapsed();
    eprintln!(
        "{} deals, {} events: take facts {taken:.2?}, sort and fold {:.2?}",
        log.deals(),
        log.events(),
        built - taken
    );
    eprintln!("discover {:.2?}: {} moves, {} variants", done - built, found.map.edges.len(), found.variants.count);
}
