//! How fast the pages of daily work are. Fills a database with a generated history, starts the program on it, lets 32
//! connections ask at once for some seconds, and asks the same database the board's question in plain SQL.
//!
//! `load STAGECRAFT DEALS SECONDS FOLDER [POSTGRES_URL]` prints one line of JSON.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod asking;
mod history;
mod plain;
mod program;

use std::{path::PathBuf, time::Duration};

use serde_json::{Value, json};
use store::{Location, Store};

/// Connections that ask at the same time.
const AT_ONCE: usize = 32;

#[tokio::main]
async fn main() {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let [binary, deals, seconds, folder, rest @ ..] = &given[..] else {
        panic!("usage: load STAGECRAFT DEALS SECONDS FOLDER [POSTGRES_URL]")
    };
    let (deals, folder) = (deals.parse().expect("a number of deals"), PathBuf::from(folder));
    let time = Duration::from_secs(seconds.parse().expect("a number of seconds"));
    let location = rest.first().map_or_else(|| Location::Sqlite(folder.clone()), |url| Location::Postgres(url.clone()));
    std::fs::create_dir_all(&folder).unwrap();

    let store = Store::open(&location).await.unwrap();
    let filled = history::fill(&store, deals).await;
    store.close().await;
    let mut program = program::Program::start(binary, &folder, rest.first());
    let ready = program.ready().await;
    let mut rounds = Vec::new();
    for (name, pause) in [("without a pause", None), ("a person's pace", Some(Duration::from_millis(250)))] {
        let round = asking::ask(&program, deals, time, pause).await;
        rounds.push(json!({"name": name, "at_once": AT_ONCE, "routes": round.routes, "requests_a_second": round.rate}));
    }
    let memory = program.resident_mib();
    program.end();
    let plain = plain::board(&location, time).await;
    let what = json!({
        "database": if rest.is_empty() { "SQLite" } else { "PostgreSQL" },
        "deals": deals,
        "events": filled.events,
        "open": filled.open,
        "fill_seconds": filled.seconds,
        "ready_seconds": ready,
        "resident_mib": memory,
        "rounds": rounds,
        "plain_sql": plain,
    });
    println!("{what}");
}

/// Middle and upper ends of times in milliseconds.
fn summary(mut times: Vec<f64>) -> Value {
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times.get(((times.len() as f64 - 1.0) * share).round() as usize).copied().unwrap_or(f64::NAN);
    json!({"requests": times.len(), "p50": at(0.5), "p95": at(0.95), "p99": at(0.99), "max": at(1.0)})
}
