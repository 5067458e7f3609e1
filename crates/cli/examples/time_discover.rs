//! Times the way from files to figures, phase by phase: `time_discover FILE... [three] [views]`. Prints one line of JSON.
//!
//! With `three`, nothing is read but the deal, the activity and the time, as the peers do. With `views`, filtered views of the
//! map and the measures are timed as well, each the middle one of five times.

use std::{collections::BTreeMap, hint::black_box, time::Instant};

use import::{Source, plan::Meaning, read_parted, recognise};
use insight::{
    discover::{
        Back, MapRequest, VariantRequest, Wanted, Ways, bottlenecks, discover, drivers, first_and_last, look_back,
        map_view, touchpoints, variant_list, ways, work_backward,
    },
    log::{EventLog, EventLogBuilder},
    measure,
    select::Selection,
};
use model::Outcome;
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (asked, files): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|a| matches!(a.as_str(), "views" | "three"));
    let asked = |what: &str| asked.iter().any(|a| a == what);
    let sources: Vec<Source> = files.into_iter().map(|name| Source::new(name.clone(), name)).collect();
    let started = Instant::now();
    let mut plan = recognise(&sources)?;
    if asked("three") {
        plan.files.iter_mut().flat_map(|file| &mut file.columns).filter(|c| !is_of_three(&c.meaning)).for_each(|c| {
            c.meaning = Meaning::Ignored;
        });
    }
    let recognised = started.elapsed().as_secs_f64();
    let mut builder = EventLogBuilder::default();
    let report = read_parted(&plan, &sources, &mut builder, &mut |_| true, &mut |_| {}).map_err(|e| e.to_string())?;
    let read_in = started.elapsed().as_secs_f64();
    let log = builder.finish();
    let loaded = started.elapsed().as_secs_f64();
    let found = ways(&log, &Selection::default());
    let finished = started.elapsed().as_secs_f64();
    let (peak, cpu) = (status("VmHWM:"), cpu_seconds());
    let resident = status("VmRSS:");
    let again = middle(|| ways(&log, &Selection::default()));
    let line = json!({
        "program": if asked("three") { "stagecraft" } else { "stagecraft, all columns" },
        "rows": report.rows.read,
        "seconds": {
            "recognise": recognised,
            "read": read_in - recognised,
            "build_log": loaded - read_in,
            "load": loaded,
            "figures": finished - loaded,
            "total": finished,
            "figures_again": again,
        },
        "cpu_seconds": cpu,
        "peak_mib": peak,
        "resident_mib": resident,
        "figures": figures(&log, &found),
        "views": if asked("views") { timed_views(&log, &found) } else { Value::Null },
    });
    use std::io::Write;
    writeln!(std::io::stdout(), "{line}")?;
    Ok(())
}

/// The figures that all programs of the benchmark give.
fn figures(log: &EventLog, found: &Ways) -> Value {
    let mut moves: Vec<_> = found.map.edges.iter().map(|e| (&e.from, &e.to, e.count, e.median_seconds)).collect();
    moves.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)));
    let seconds = &found.case_seconds;
    json!({
        "events": log.events(),
        "cases": log.deals(),
        "moves": moves,
        "variants": found.variants.count,
        "top_variants": found.variants.top.iter().map(|v| v.count).collect::<Vec<_>>(),
        "start": found.map.start,
        "end": found.map.end,
        "duration_sum_s": seconds.mean.unwrap_or(0.0) * seconds.n as f64,
        "duration_median_s": seconds.median,
    })
}

/// True for the columns that the other programs read as well.
fn is_of_three(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::DealId | Meaning::Activity | Meaning::Timestamp)
}

/// Milliseconds of each view.
fn timed_views(log: &EventLog, found: &Ways) -> Value {
    let first = |field: &str| log.all().find_map(|deal| log.field(deal, field)).unwrap_or_default().to_owned();
    let busiest = found.map.nodes.get(3).map(|n| n.activity.clone());
    let variant = found.variants.top.first().map(|v| v.path.clone());
    let of = |field: &str| Selection {
        fields: BTreeMap::from([(field.into(), vec![first(field)])]),
        ..Selection::default()
    };
    let (owner, region) = (of("owner"), of("region"));
    let closed = Selection { outcome: vec![Outcome::Won, Outcome::Lost], ..Selection::default() };
    let won = Selection { outcome: vec![Outcome::Won], ..Selection::default() };
    let visited = Selection { visited: busiest, ..Selection::default() };
    let variant = Selection { variant, ..Selection::default() };
    let mut views = serde_json::Map::new();
    let selections = [
        ("all deals", Selection::default()),
        ("one owner of 64", owner),
        ("one region of four", region.clone()),
        ("all closed deals", closed.clone()),
        ("won deals", won),
        ("deals that visited a step", visited),
        ("deals of one variant", variant),
    ];
    for (name, selection) in &selections {
        views.insert(format!("counts, quartiles and variants of {name}"), json!(1e3 * middle(|| ways(log, selection))));
    }
    let all = MapRequest { view: Wanted::All, ..MapRequest::default() };
    let compared = MapRequest { compare: true, ..all };
    let ways = VariantRequest { view: Wanted::All, limit: 50, ..VariantRequest::default() };
    let mut time = |name: &str, what: &dyn Fn()| views.insert(name.to_owned(), json!(1e3 * middle(what)));
    time("map of all activities, drawn", &|| drop(black_box(map_view(log, &closed, &all))));
    time("map of one region of four, drawn", &|| drop(black_box(map_view(log, &region, &all))));
    time("map of the most frequent half, drawn", &|| {
        drop(black_box(map_view(log, &closed, &MapRequest { activities: Some(0.5), ..all })));
    });
    time("map with won against lost, drawn", &|| drop(black_box(map_view(log, &closed, &compared))));
    time("list of ways", &|| drop(black_box(variant_list(log, &closed, &ways))));
    time("all of Discover's overview, two maps drawn", &|| {
        drop(black_box(discover(log, &closed, Default::default())));
    });
    time("look back", &|| {
        drop(black_box(look_back(log, &closed, Back { n: 10, outcome: Some(Outcome::Won), spread: true })));
    });
    time("work backward", &|| drop(black_box(work_backward(log, &closed, None))));
    time("touchpoints", &|| drop(black_box(touchpoints(log, &closed))));
    time("first and last", &|| drop(black_box(first_and_last(log, &closed))));
    time("bottlenecks", &|| drop(black_box(bottlenecks(log, &closed))));
    time("drivers", &|| drop(black_box(drivers(log, &closed))));
    time("time in stage", &|| drop(black_box(measure::time_in_stage(log, &closed, None))));
    time("time in stage by owner", &|| drop(black_box(measure::time_in_stage(log, &closed, Some("owner")))));
    time("flow", &|| drop(black_box(last_year(log, &closed))));
    time("conversion", &|| drop(black_box(measure::conversion(log, &closed, None, None))));
    time("win rate", &|| drop(black_box(measure::win_rate(log, &closed, None, measure::Step::Month, None))));
    time("win rate by owner", &|| {
        drop(black_box(measure::win_rate(log, &closed, None, measure::Step::Month, Some("owner"))));
    });
    Value::Object(views)
}

/// Moves into and out of each stage in the last year of the data.
fn last_year(log: &EventLog, selection: &Selection) -> Option<measure::Flow> {
    let to = log.as_of()?;
    let from = to.checked_sub(jiff::SignedDuration::from_hours(365 * 24)).ok()?;
    Some(measure::flow(log, selection, measure::Period { from, to }, None))
}

/// Seconds that it takes, the middle one of five times.
fn middle<T>(what: impl Fn() -> T) -> f64 {
    let mut times: Vec<f64> = (0..5)
        .map(|_| {
            let started = Instant::now();
            black_box(what());
            started.elapsed().as_secs_f64()
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[2]
}

/// A size of this process in MiB, where the system tells it (Linux).
fn status(name: &str) -> Option<f64> {
    let text = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split_whitespace().nth(1)?.parse::<f64>().ok()? / 1024.0)
}

/// Seconds of processor time of this process so far, where the system tells it (Linux, in hundredths of a second).
fn cpu_seconds() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/self/stat").ok()?;
    let after = text.rsplit_once(')')?.1;
    let ticks: Vec<f64> = after.split_whitespace().skip(11).take(2).filter_map(|t| t.parse().ok()).collect();
    Some(ticks.iter().sum::<f64>() / 100.0)
}
