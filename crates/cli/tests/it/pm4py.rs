//! Event logs give the figures that pm4py finds (`benches/expected_pm4py.py` writes what is expected): all moves with
//! their counts, means and medians, activities, starts and ends, variants, durations.

use std::{collections::BTreeMap, path::PathBuf};

use rstest::rstest;
use serde_json::Value;

use crate::{assert_near, discovered, json, root, shared};

fn expected(name: &str) -> PathBuf {
    root().join("crates/cli/tests/expected").join(name)
}

#[rstest]
#[case(shared("logs/running_example.csv"), "running_example")]
#[case(shared("logs/running_example.xes"), "running_example_xes")]
#[case(shared("logs/02_teleclaims.xes.gz"), "teleclaims")]
#[case(shared("logs/03_repairExample.xes.gz"), "repair")]
#[case(shared("logs/04_reviewing.xes.gz"), "reviewing")]
#[case(shared("sample-history/events.csv"), "sample_history")]
#[case(expected("ties.csv"), "ties")]
fn figures_equal_those_of_pm4py(#[case] file: PathBuf, #[case] name: &str) {
    let found = discovered(&[file]);
    let expected = json(expected(&format!("{name}.json")));
    let map = &found["map"];
    assert_eq!((&found["rows"]["imported"], &found["deals"]["total"]), (&expected["events"], &expected["cases"]));
    assert_eq!((&map["start"], &map["end"]), (&expected["start"], &expected["end"]));
    let nodes = map["nodes"].as_array().unwrap();
    let nodes: BTreeMap<&str, &Value> = nodes.iter().map(|n| (n["activity"].as_str().unwrap(), &n["count"])).collect();
    assert_eq!(serde_json::to_value(nodes).unwrap(), expected["activities"]);
    moves(map["edges"].as_array().unwrap(), expected["moves"].as_array().unwrap());
    variants(&found["variants"], &expected);
    let (seconds, times) = (&found["case_seconds"], &expected["case_seconds"]);
    let sum = seconds["mean"].as_f64().unwrap() * seconds["n"].as_f64().unwrap();
    assert_near(&Value::from(sum), &times["sum"], "sum of durations");
    for figure in ["median", "min", "max"] {
        assert_near(&seconds[figure], &times[figure], figure);
    }
}

fn moves(edges: &[Value], expected: &[Value]) {
    assert_eq!(edges.len(), expected.len());
    for e in expected {
        let edge = edges.iter().find(|edge| edge["from"] == e["from"] && edge["to"] == e["to"]).unwrap();
        let what = format!("{} to {}", e["from"], e["to"]);
        assert_eq!(edge["count"], e["count"], "{what}");
        assert_near(&edge["mean_seconds"], &e["mean_s"], &what);
        assert_near(&edge["median_seconds"], &e["median_s"], &what);
    }
}

fn variants(found: &Value, expected: &Value) {
    assert_eq!(found["count"], expected["variants"]);
    let top = found["top"].as_array().unwrap();
    let counts: Vec<&Value> = top.iter().map(|v| &v["count"]).collect();
    let most: Vec<&Value> = expected["variant_counts"].as_array().unwrap().iter().take(counts.len()).collect();
    assert_eq!(counts, most);
    // Of equally frequent ones, the programs may list others: those more frequent than the last one listed are in both.
    let last = top.last().unwrap()["count"].as_u64().unwrap();
    let frequent = |v: &&Value| v["count"].as_u64().unwrap() > last;
    for variant in expected["top_variants"].as_array().unwrap().iter().filter(frequent) {
        assert!(top.iter().any(|v| v["path"] == variant["path"] && v["count"] == variant["count"]), "{variant}");
    }
}
