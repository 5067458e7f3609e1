//! A peer of the benchmark: the crate `process_mining` on the same file. Prints one line of JSON.
//!
//! Only what it does with the log in memory is compared: directly-follows graph and variants by the crate's own
//! functions, durations (of which it has no function) by a loop over its log. It has no times between activities, so it
//! is asked for less than the others are.

use std::{collections::BTreeMap, collections::HashMap, time::Instant};

use chrono::{DateTime, FixedOffset};
use process_mining::{
    EventLog,
    core::event_data::case_centric::{Attribute, AttributeValue, Event, Trace, utils::activity_projection::log_to_activity_projection},
    discovery::case_centric::dfg::discover_dfg,
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("peer_process_mining FILE")?;
    let started = Instant::now();
    let log = read(&path)?;
    let loaded = started.elapsed().as_secs_f64();
    let mut times = Vec::new();
    let mut found = None;
    for _ in 0..3 {
        let started = Instant::now();
        let graph = discover_dfg(&log);
        let projection = log_to_activity_projection(&log);
        let durations: Vec<f64> = log.traces.iter().filter_map(duration).collect();
        times.push(started.elapsed().as_secs_f64());
        found = Some((graph, projection, durations));
    }
    times.sort_by(f64::total_cmp);
    let (graph, projection, mut durations) = found.ok_or("nothing found")?;
    durations.sort_by(f64::total_cmp);
    let half = durations.len() / 2;
    let median = if durations.len() % 2 == 1 { durations[half] } else { (durations[half - 1] + durations[half]) / 2.0 };
    let moves: BTreeMap<_, _> = graph.directly_follows_relations.iter().collect();
    let mut counts: Vec<u64> = projection.traces.iter().map(|(_, n)| *n).collect();
    counts.sort_by_key(|n| std::cmp::Reverse(*n));
    let (mut start, mut end) = (BTreeMap::new(), BTreeMap::new());
    for trace in &log.traces {
        *start.entry(trace.events.first().and_then(name)).or_insert(0_u64) += 1;
        *end.entry(trace.events.last().and_then(name)).or_insert(0_u64) += 1;
    }
    println!("{}", serde_json::json!({
        "program": "process_mining 0.6",
        "seconds": { "load": loaded, "figures": times[1] },
        "figures": {
            "events": log.traces.iter().map(|t| t.events.len()).sum::<usize>(),
            "cases": log.traces.len(),
            "moves": moves.iter().map(|((a, b), n)| serde_json::json!([a, b, n])).collect::<Vec<_>>(),
            "variants": counts.len(),
            "top_variants": counts.iter().take(50).collect::<Vec<_>>(),
            "start": named(&start),
            "end": named(&end),
            "duration_sum_s": durations.iter().sum::<f64>(),
            "duration_median_s": median,
        },
    }));
    Ok(())
}

/// One trace a case, its events in order of time and, at the same time, in the order of the file.
fn read(path: &str) -> Result<EventLog, Box<dyn std::error::Error>> {
    let mut reader = csv::Reader::from_path(path)?;
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut cases: Vec<Vec<(DateTime<FixedOffset>, String)>> = Vec::new();
    let mut row = csv::StringRecord::new();
    while reader.read_record(&mut row)? {
        let place = *places.entry(row[0].to_owned()).or_insert_with(|| {
            cases.push(Vec::new());
            cases.len() - 1
        });
        cases[place].push((DateTime::parse_from_rfc3339(&row[2])?, row[1].to_owned()));
    }
    let mut log = EventLog::new();
    for mut events in cases {
        events.sort_by_key(|(at, _)| *at);
        let mut trace = Trace::new();
        trace.events = events.into_iter().map(|(at, name)| {
            let mut event = Event::new(name);
            event.attributes.push(Attribute::new("time:timestamp".into(), AttributeValue::Date(at)));
            event
        }).collect();
        log.traces.push(trace);
    }
    Ok(log)
}

fn name(event: &Event) -> Option<&str> {
    event.attributes.iter().find(|a| a.key == "concept:name").and_then(|a| match &a.value {
        AttributeValue::String(text) => Some(text.as_str()),
        _ => None,
    })
}

fn named<'e>(counts: &BTreeMap<Option<&'e str>, u64>) -> BTreeMap<&'e str, u64> {
    counts.iter().map(|(name, n)| (name.unwrap_or_default(), *n)).collect()
}

fn duration(trace: &Trace) -> Option<f64> {
    let at = |event: &Event| {
        event.attributes.iter().find(|a| a.key == "time:timestamp").and_then(|a| match &a.value {
            AttributeValue::Date(at) => Some(*at),
            _ => None,
        })
    };
    let (first, last) = (at(trace.events.first()?)?, at(trace.events.last()?)?);
    Some((last - first).num_milliseconds() as f64 / 1000.0)
}
