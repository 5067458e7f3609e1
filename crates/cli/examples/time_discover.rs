//! Times the way from a file to figures, phase by phase: `time_discover FILE…`. Prints one line of JSON.

use std::{path::PathBuf, time::Instant};

use import::{Source, read_parted, recognise};
use insight::{discover::discover, log::EventLogBuilder, measure, select::Selection};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = |name: String| Source { path: PathBuf::from(&name), name };
    let sources: Vec<Source> = std::env::args().skip(1).map(path).collect();
    let started = Instant::now();
    let plan = recognise(&sources)?;
    let mut builder = EventLogBuilder::default();
    let report = read_parted(&plan, &sources, &mut builder, &mut |_| true, &mut |_| {}).map_err(|e| e.to_string())?;
    let read_in = started.elapsed().as_secs_f64();
    let log = builder.finish();
    let built = started.elapsed().as_secs_f64();
    let all = Selection::default();
    let found = discover(&log, &all, report.rows);
    let discovered = started.elapsed().as_secs_f64();
    let survival = measure::time_in_stage(&log, &all, None);
    let conversion = measure::conversion(&log, &all, None, None);
    let measured = started.elapsed().as_secs_f64();
    let figures = serde_json::json!({
        "rows": report.rows.read,
        "deals": log.deals(),
        "events": log.events(),
        "edges": found.map.edges.iter().map(|e| e.count).sum::<u64>(),
        "distinct_edges": found.map.edges.len(),
        "variants": found.variants.count,
        "duration_sum_s": found.case_seconds.mean.unwrap_or(0.0) * found.case_seconds.n as f64,
        "measured_groups": survival.groups.len() + conversion.groups.len(),
        "seconds": {
            "read": read_in,
            "build_log": built - read_in,
            "discover": discovered - built,
            "measure": measured - discovered,
            "total": discovered,
        },
    });
    use std::io::Write;
    writeln!(std::io::stdout(), "{figures}")?;
    Ok(())
}
