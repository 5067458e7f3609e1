use model::{Outcome, fact::Rows, process};
use serde_json::Value;

use super::data::{moves, moves_of, near, sample, truth};
use crate::{
    discover::{Discovery, MapEdge, StagesFrom, discover, propose},
    log::EventLog,
    select::Selection,
};

fn found() -> (EventLog, Discovery, Value) {
    let log = sample();
    let found = discover(&log, &Selection::default(), Rows::default());
    (log, found, truth("sample-history/truth.json"))
}

#[test]
fn maps_equal_the_oracle() {
    let (_, found, truth) = found();
    let oracle = &truth["oracle"];
    assert_eq!(moves_of(&found.map), moves(&oracle["dfg"]));
    assert_eq!(moves_of(&found.stage_map), moves(&oracle["stage_dfg"]));
    medians(&found.map.edges, &oracle["dfg"]);
    medians(&found.stage_map.edges, &oracle["stage_dfg"]);
    for (activity, count) in oracle["activity_counts"].as_object().unwrap() {
        let node = found.map.nodes.iter().find(|n| n.activity == *activity).unwrap();
        assert_eq!(node.count, count.as_u64().unwrap(), "{activity}");
    }
    assert_eq!(found.map.nodes.len(), oracle["activity_counts"].as_object().unwrap().len());
}

fn medians(edges: &[MapEdge], expected: &Value) {
    for entry in expected.as_array().unwrap() {
        let edge = edges.iter().find(|e| entry["from"] == *e.from && entry["to"] == *e.to).unwrap();
        near(Some(edge.median_seconds), &entry["median_s"], 1e-9);
    }
}

#[test]
fn variants_and_durations_equal_the_oracle() {
    let (_, found, truth) = found();
    let oracle = &truth["oracle"];
    assert_eq!(found.variants.count, oracle["variants"].as_u64().unwrap());
    assert_eq!(found.stage_variants.count, oracle["stage_variants"].as_u64().unwrap());
    for (found, name) in [(&found.variants, "top_variants"), (&found.stage_variants, "top_stage_variants")] {
        for expected in oracle[name].as_array().unwrap() {
            let path: Vec<&str> = expected["path"].as_array().unwrap().iter().map(|p| p.as_str().unwrap()).collect();
            let variant = found.top.iter().find(|v| v.path == path).unwrap();
            assert_eq!(variant.count, expected["count"].as_u64().unwrap());
        }
    }
    near(found.case_seconds.median, &oracle["case_duration_s"]["median"], 1e-9);
    near(found.case_seconds.mean, &oracle["case_duration_s"]["mean"], 1e-9);
    // The truth gives 5,168,278 s: the median of 437 deals, one of which the files call lost (see below).
    let days: Vec<f64> = vec![5_168_278.0, 5_205_428.0];
    assert_eq!(oracle["case_duration_won_s_median"].as_f64(), days.first().copied());
    near(found.cycle_days.won.median.map(|d| d * 86_400.0), &Value::from(days.iter().sum::<f64>() / 2.0), 1e-9);
}

/// The truth's `realised` counts one more won and one less lost deal (437 and 998) than the files say: `deals.csv` has
/// 436 won deals, and 436 deals have `Closed Won` as their last closing. The figures follow the files.
#[test]
fn stages_equal_what_was_realised() {
    let (_, found, truth) = found();
    let realised = &truth["realised"];
    assert_eq!((found.deals.won, found.deals.lost), (436, 999));
    assert_eq!(found.deals.open, realised["open"].as_u64().unwrap());
    let names: Vec<&str> = found.stages.iter().map(|s| s.name.as_str()).collect();
    let planted: Vec<&str> =
        truth["planted"]["stages"].as_array().unwrap().iter().map(|s| s.as_str().unwrap()).collect();
    assert_eq!(names, planted);
    for stage in &found.stages {
        let expected = &realised["stages"][&stage.name];
        assert_eq!(stage.entered, expected["entered"].as_u64().unwrap(), "{}", stage.name);
        assert_eq!(stage.left, expected["left"].as_u64().unwrap(), "{}", stage.name);
        assert_eq!(stage.next.values().sum::<u64>(), stage.left);
        near(stage.median_days, &expected["median_days"], 1e-4);
    }
}

#[test]
fn criteria_carry_what_the_past_says() {
    let (log, ..) = found();
    let proposal = propose(&log, &Selection::default());
    let process = &proposal.process;
    let findings = process::lint(process, None, &process::Known::default());
    assert!(!process::has_errors(&findings), "{findings:?}");
    assert_eq!(process::parse(&process::to_toml(process)).as_ref(), Ok(process));
    assert!(process.stages.iter().all(|s| matches!(s.kind, process::StageKind::Won | process::StageKind::Lost)
        || !s.exit.is_empty() && !s.tasks.is_empty()));
    let closing = process.stage_of("Closing").unwrap();
    // 404 contracts were signed, by deals won in the end; every won deal left Closing last.
    assert_eq!(closing.exit[0].id, "contract-signed", "the act that parts won from lost deals best comes first");
    assert!(closing.exit[0].required && closing.exit[0].evidence.contains(" 404 of 436 won and 0 of "));
    let quote = closing.tasks.iter().find(|t| t.id == "quote-sent").unwrap();
    assert!(quote.evidence.starts_with("436 of 436 won deals (100 %) did this here."), "{}", quote.evidence);
    let tests = process.stages.iter().filter(|s| !s.observed.is_empty()).flat_map(|s| &s.exit);
    assert!(tests.clone().all(|c| !c.evidence.is_empty()));
    assert!(process.stages.iter().flat_map(|s| &s.tasks).all(|t| !t.evidence.is_empty()));
    assert!(proposal.basis.enough && proposal.basis.stages == StagesFrom::Data);
    let accepted = process.stage_of("Presenting").unwrap().exit.iter().find(|c| c.id == "meeting-attended").unwrap();
    assert!(!accepted.required, "{}", accepted.evidence);
    assert_eq!(process.stage_of("Closed Won").unwrap().kind, process::StageKind::Won);
}

#[test]
fn planted_differences_are_found_and_useless_ones_are_not() {
    let (_, found, _) = found();
    let supported = |field: &str| found.differences.iter().find(|d| d.field == field).unwrap().supported;
    assert!(supported("source"));
    assert!(!supported("region") && !supported("industry"));
    assert!(found.differences.iter().all(|d| !d.sentence.contains("because")));
}

#[test]
fn selections_count_what_the_figures_say() {
    let (log, found, _) = found();
    let count = |s: Selection| s.deals(&log).len() as u64;
    for variant in found.variants.top.iter().take(5) {
        assert_eq!(count(Selection { variant: Some(variant.path.clone()), ..Selection::default() }), variant.count);
    }
    for variant in found.stage_variants.top.iter().take(5) {
        assert_eq!(
            count(Selection { stage_variant: Some(variant.path.clone()), ..Selection::default() }),
            variant.count
        );
    }
    for node in &found.map.nodes {
        assert_eq!(count(Selection { visited: Some(node.activity.clone()), ..Selection::default() }), node.deals);
    }
    let to_lost = ("Stage: Prospecting".to_owned(), "Closed Lost".to_owned());
    let outcome = vec![Outcome::Lost, Outcome::Won, Outcome::Open];
    assert_eq!(count(Selection { moved: Some(to_lost), outcome, ..Selection::default() }), 171);
}
