//! Times searching made-up names: `cargo run --release -p stagecraft-insight --example search_speed [deals]`.

use std::time::{Duration, Instant};

use insight::search::{Query, SearchIndex};
use model::{Deal, ids::DealId, people::DealPerson};

const HEADS: [&str; 24] = [
    "Acme", "Globex", "Initech", "Umbra", "Nordwind", "Stark", "Wayne", "Kestrel", "Lumen", "Vertex", "Orion",
    "Helios", "Zephyr", "Quartz", "Cobalt", "Aurora", "Basalt", "Cirrus", "Delta", "Ember", "Fjord", "Granite",
    "Harbor", "Indigo",
];
const TAILS: [&str; 12] = [
    "Corp",
    "Industries",
    "Logistics",
    "Systems",
    "Holding",
    "Werke",
    "Foods",
    "Energy",
    "Pharma",
    "Motors",
    "Labs",
    "Partners",
];
const WHAT: [&str; 8] = ["renewal", "pilot", "40 seats", "expansion", "migration", "licence", "service", "upgrade"];
const QUERIES: [&str; 12] = [
    "Acme Crop",
    "globex indstries",
    "kestrel",
    "k",
    "ac",
    "nordwnd enrgy renewal",
    "zephyr 123456",
    "anna berg",
    "quartz motors pilot 77",
    "nothing such",
    "é",
    "logistics",
];

fn main() {
    let deals: u64 = std::env::args().nth(1).and_then(|a| a.parse().ok()).unwrap_or(1_000_000);
    let mut random = 1_u64;
    let mut below = |n: usize| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (random >> 33) as usize % n
    };
    let start = Instant::now();
    let mut index = SearchIndex::default();
    for i in 0..deals {
        let number = below(200_000);
        let account = format!("{} {} {number}", HEADS[below(24)], TAILS[below(12)]);
        let mut deal = Deal::new(DealId::of_key(&i.to_string()), format!("D-{i}"));
        deal.name = format!("{account} {} {i}", WHAT[below(8)]);
        deal.account = Some(account);
        let person = DealPerson { name: format!("Anna Berg {number}"), ..DealPerson::default() };
        index.put(&deal, &[person]);
    }
    eprintln!("{deals} deals with as many people: {:.2?} to take in", start.elapsed());
    for text in QUERIES {
        let query = Query::read(text);
        let mut times: Vec<Duration> = Vec::new();
        let mut found = Vec::new();
        for _ in 0..9 {
            let start = Instant::now();
            found = index.find(&query, 8);
            times.push(start.elapsed());
        }
        times.sort();
        let first = found.first().map(|f| f.name.as_str()).unwrap_or("–");
        eprintln!("{text:>24}: median {:>9.2?}, slowest {:>9.2?}; first: {first}", times[4], times[8]);
    }
    let start = Instant::now();
    for i in 0..1_000_u64 {
        let deal = Deal { name: format!("Changed {i}"), ..Deal::new(DealId::of_key(&i.to_string()), format!("D-{i}")) };
        index.put(&deal, &[]);
    }
    eprintln!("a change of one deal: {:.2?}", start.elapsed() / 1_000);
}
