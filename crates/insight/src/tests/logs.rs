use model::fact::Rows;

use super::data::{moves, moves_of, near, running_example, truth};
use crate::{discover::discover, select::Selection};

#[test]
fn running_example_equals_pm4py() {
    let found = discover(&running_example(), &Selection::default(), Rows::default());
    let truth = truth("logs/running_example.truth.json");
    assert_eq!(moves_of(&found.map), moves(&truth["dfg"]));
    assert_eq!(found.variants.count, truth["variants"].as_u64().unwrap());
    assert_eq!(serde_json::to_value(&found.map.start).unwrap(), truth["start"]);
    assert_eq!(serde_json::to_value(&found.map.end).unwrap(), truth["end"]);
    assert_eq!(found.map.nodes.len() as u64, truth["activities"].as_u64().unwrap());
    assert_eq!(found.map.nodes.iter().map(|n| n.count).sum::<u64>(), truth["events"].as_u64().unwrap());
    let times = &truth["case_duration_s"];
    near(found.case_seconds.mean, &times["mean"], 1e-9);
    near(found.case_seconds.median, &times["median"], 1e-9);
    near(found.case_seconds.min, &times["min"], 1e-9);
    near(found.case_seconds.max, &times["max"], 1e-9);
    for entry in truth["edge_seconds"].as_array().unwrap() {
        let edge = found.map.edges.iter().find(|e| entry[0] == *e.from && entry[1] == *e.to).unwrap();
        near(Some(edge.mean_seconds), &entry[2], 1e-9);
        near(Some(edge.median_seconds), &entry[3], 1e-9);
    }
    assert_eq!(found.sentence, "We can't tell yet: none of the 6 deals is closed.");
}
