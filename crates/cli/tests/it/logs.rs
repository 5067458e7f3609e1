//! Public event logs: maps, variants and times equal those of pm4py.

use rstest::rstest;
use serde_json::json;

use crate::{assert_near, discovered, json as read, moves, shared};

#[rstest]
#[case("running_example.csv", "running_example")]
#[case("running_example.xes", "running_example")]
#[case("02_teleclaims.xes.gz", "02_teleclaims")]
#[case("03_repairExample.xes.gz", "03_repairExample")]
#[case("04_reviewing.xes.gz", "04_reviewing")]
fn a_log_gives_the_same_figures(#[case] file: &str, #[case] truth: &str) {
    let found = discovered(&[shared("logs").join(file)]);
    let truth = read(shared("logs").join(format!("{truth}.truth.json")));
    assert_eq!(found["deals"]["total"], truth["cases"]);
    assert_eq!(found["rows"]["imported"], truth["events"]);
    assert_eq!(found["map"]["nodes"].as_array().unwrap().len(), truth["activities"].as_u64().unwrap() as usize);
    assert_eq!(found["variants"]["count"], truth["variants"]);
    let mut expected: Vec<_> = truth["dfg"]
        .as_array()
        .unwrap()
        .iter()
        .map(|m| (m[0].as_str().unwrap().to_owned(), m[1].as_str().unwrap().to_owned(), m[2].as_u64().unwrap()))
        .collect();
    expected.sort();
    assert_eq!(moves(&found["map"]), expected);
    assert_eq!(found["map"]["start"], truth["start"]);
    assert_eq!(found["map"]["end"], truth["end"]);
    for figure in ["mean", "median", "min", "max"] {
        assert_near(&found["case_seconds"][figure], &truth["case_duration_s"][figure], figure);
    }
    let edges = found["map"]["edges"].as_array().unwrap();
    for expected in truth["edge_seconds"].as_array().unwrap() {
        let edge = edges.iter().find(|e| e["from"] == expected[0] && e["to"] == expected[1]).unwrap();
        assert_near(&edge["mean_seconds"], &expected[2], "mean of a move");
        assert_near(&edge["median_seconds"], &expected[3], "median of a move");
    }
    let top = &truth["top_variants"][0];
    let same =
        found["variants"]["top"].as_array().unwrap().iter().any(|v| v["path"] == top[1] && v["count"] == json!(top[0]));
    assert!(same, "{top}");
}
