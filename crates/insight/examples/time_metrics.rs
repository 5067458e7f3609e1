//! Times every metric that each team has on made-up deals: `time_metrics [DEALS [CSV]]`, about 23 events each, which are
//! written to the file, and the deals to `deals.csv` beside it, for the peers. Each metric is broken down by owner (64) and
//! region (4). Prints one line of JSON: events, bytes of memory an event, three metrics of one owner and region, and
//! milliseconds of each metric, the middle one of five times.

#[allow(dead_code, reason = "others use the rest")]
mod made_up;

use std::{hint::black_box, io::Write, path::PathBuf};

use insight::measure::metric::{By, Chosen, Question, figures, standard};

use self::made_up::{log, middle};

/// Bytes in a page of memory.
const PAGE: u64 = 4_096;

fn main() -> std::io::Result<()> {
    let deals = std::env::args().nth(1).and_then(|a| a.parse().ok()).unwrap_or(440_000);
    let before = resident()?;
    let log = log(deals, std::env::args().nth(2).map(PathBuf::from).as_deref())?;
    let bytes = resident()?.saturating_sub(before) as f64 / log.events() as f64;
    let by = vec![By::Field("owner".into()), By::Field("region".into())];
    let question = Question { by, ..Question::default() };
    let mut views = serde_json::Map::new();
    let mut found = serde_json::Map::new();
    for page in standard(&log, &Chosen::default()) {
        let name = page.metric.id.clone();
        let ms = 1e3 * middle(&|| drop(black_box(figures(&log, &page.metric, &question))));
        views.insert(name.clone(), ms.into());
        if ["win-rate", "moves-in", "touches-per-won-deal"].contains(&name.as_str()) {
            let of = figures(&log, &page.metric, &question);
            let one = of.groups.iter().find(|g| g.values == ["Rep 000", "North"]).map(|g| g.figure.clone());
            found.insert(name, serde_json::json!(one.map(|f| (f.value, f.n))));
        }
    }
    let told = serde_json::json!({ "events": log.events(), "bytes": bytes, "found": found, "views": views });
    writeln!(std::io::stdout(), "{told}")
}

/// Bytes of memory that the program holds.
fn resident() -> std::io::Result<u64> {
    let told = std::fs::read_to_string("/proc/self/statm")?;
    Ok(told.split(' ').nth(1).and_then(|pages| pages.parse::<u64>().ok()).unwrap_or(0) * PAGE)
}
