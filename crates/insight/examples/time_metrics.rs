//! Times every metric that each team has on made-up deals: `time_metrics [DEALS [CSV]]`, about 23 events each, which are
//! written to the file, and the deals to `deals.csv` beside it, for the peers. Each metric is broken down by owner (64) and
//! region (4). Prints one line of JSON: events, bytes of memory an event before any metric and
//! after all of them (`kept`: times that are kept in order), three metrics of one owner and region,
//! milliseconds of each metric, and until a deal with a new event is in `moves-in`; each the middle one of five times.

#[allow(dead_code, reason = "others use the rest")]
mod made_up;

use std::{collections::BTreeMap, hint::black_box, io::Write, path::PathBuf, time::Instant};

use insight::{
    log::EventLog,
    measure::metric::{By, Chosen, Question, figures, standard},
};
use model::{
    Deal, Event, Side, Timestamp,
    event::kind,
    ids::{DealId, EventId},
};

use self::made_up::{log, middle};

/// That of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Bytes in a page of memory.
const PAGE: u64 = 4_096;

fn main() -> std::io::Result<()> {
    let deals = std::env::args().nth(1).and_then(|a| a.parse().ok()).unwrap_or(440_000);
    let before = resident()?;
    let mut log = log(deals, std::env::args().nth(2).map(PathBuf::from).as_deref())?;
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
    let kept = resident()?.saturating_sub(before) as f64 / log.events() as f64;
    let visible = 1e3 * visible(&mut log, &question);
    let told = serde_json::json!({ "events": log.events(), "bytes": bytes, "kept": kept, "found": found, "views": views,
        "visible": visible });
    writeln!(std::io::stdout(), "{told}")
}

/// Seconds from a commit of a deal with a new event until `moves-in` has it; nothing is built anew.
fn visible(log: &mut EventLog, question: &Question) -> f64 {
    let moves = standard(log, &Chosen::default()).into_iter().find(|page| page.metric.id == "moves-in");
    let Some(moves) = moves else { return f64::NAN };
    let deal = Deal::new(DealId::of_key("fresh"), "fresh");
    let at = log.as_of().unwrap_or_default();
    let count = |log: &EventLog| figures(log, &moves.metric, question).total.n;
    let (before, mut events) = (count(log), Vec::new());
    let mut times: Vec<f64> = (1..=5)
        .map(|n| {
            events.push(moved(&deal, n, at));
            let started = Instant::now();
            log.put(&deal, &events);
            assert_eq!(count(log), before + n, "the new event counts");
            started.elapsed().as_secs_f64()
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[2]
}

/// A move of a deal into one of two stages.
fn moved(deal: &Deal, n: u64, at: Timestamp) -> Event {
    let stage = if n.is_multiple_of(2) { "Presenting" } else { "Closing" };
    Event {
        id: EventId::of_key(&format!("fresh {n}")),
        deal: deal.id,
        kind: kind::STAGE.into(),
        activity: stage.into(),
        stage: Some(stage.into()),
        at,
        undated: false,
        side: Side::Rep,
        actor: None,
        attributes: BTreeMap::new(),
        import: None,
    }
}

/// Bytes of memory that the program holds.
fn resident() -> std::io::Result<u64> {
    let told = std::fs::read_to_string("/proc/self/statm")?;
    Ok(told.split(' ').nth(1).and_then(|pages| pages.parse::<u64>().ok()).unwrap_or(0) * PAGE)
}
