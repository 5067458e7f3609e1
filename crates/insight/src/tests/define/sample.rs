//! The generated history: what was planted there is found.

use model::process::StageObserved;

use super::{by_prospect, criterion, process, ways};
use crate::{
    define::{criterion_history, observed},
    discover::propose,
    select::Selection,
    stats::proportion::wilson,
    tests::data::{sample, truth},
};

/// The share of moves on without an act of the prospect, and the lower bound of its interval.
fn without_prospect(stage: &StageObserved) -> (f64, f64) {
    let low = wilson(stage.without_prospect, stage.moved_on).map_or(0.0, |(low, _)| low);
    (stage.without_prospect as f64 / stage.moved_on as f64, low)
}

/// One half is the limit that Discover has for the same: most moves on came without the prospect. Between the planted
/// stage and the next one lies nearly everything.
#[test]
fn the_stage_that_is_left_on_perception_stands_out() {
    let (log, truth) = (sample(), truth("sample-history/truth.json"));
    let process = propose(&log, &Selection::default()).process;
    let found = observed(&log, &process, &Selection::default());
    let planted = truth["planted"]["perception_stage"].as_str().unwrap();
    assert_eq!(found.stages.len(), 7);
    for stage in &found.stages {
        let name = &process.stage(&stage.stage).unwrap().observed[0];
        let realised = &truth["realised"]["stages"][name];
        let (share, low) = without_prospect(stage);
        if realised["left_forward"].as_u64().unwrap() > 0 {
            assert_eq!(stage.moved_on, realised["left_forward"].as_u64().unwrap(), "{name}");
            // The truth rounds to four places; one deal of the truth is won and of the files lost.
            let expected = realised["forward_exits_without_prospect_action"].as_f64().unwrap();
            assert!((share - expected).abs() < 3e-3, "{name}: {share}, not {expected}");
        }
        assert_eq!(low > 0.5, name == planted, "{name}: {share}");
        assert!(name == planted || share < 0.2, "{name}: {share}");
    }
}

#[test]
fn facts_for_the_linter() {
    let mut process = process();
    process.stages[1].exit = vec![criterion("called", by_prospect("call"), true)];
    let log = ways(&[
        (3, &["0 stage A", "1 stage B", "2 prospect call", "4 stage C", "5 won"]),
        (1, &["0 stage B", "2 stage C", "3 lost"]),
        (1, &["0 stage B", "2 stage C"]),
        (1, &["0 stage B", "2 unknown email.received", "3 stage A"]),
    ]);
    let found = observed(&log, &process, &Selection::default());
    let counts: Vec<(&str, u64, u64)> =
        found.stages.iter().map(|s| (s.stage.as_str(), s.moved_on, s.without_prospect)).collect();
    assert_eq!(counts, [("a", 3, 3), ("b", 5, 2), ("c", 3, 3)]);
    let days = found.stages[1].won_days.unwrap();
    assert_eq!((days.n, days.q25, days.median, days.q75), (3, 3.0, 3.0, 3.0));
    assert_eq!((found.criteria[0].met, found.criteria[0].of), (3, 4));
    assert!(["call", "email.received", "stage.entered", "A"].iter().all(|k| found.kinds.iter().any(|f| f == k)));
    assert_eq!((found.words.len(), found.fields), (0, vec!["owner".to_owned()]));
}

/// Nobody is said to have moved on without the prospect where the data does not tell who did what.
#[test]
fn without_sides_nothing_is_said() {
    let log = ways(&[(9, &["0 stage A", "1 unknown call", "2 stage B", "3 won"])]);
    let found = observed(&log, &process(), &Selection::default());
    assert!(found.stages.iter().all(|s| s.moved_on == 9 && s.without_prospect == 0), "{:?}", found.stages);
}

/// What the linter is told of a criterion is what its test says.
#[test]
fn all_tell_the_same_counts() {
    let log = sample();
    let process = propose(&log, &Selection::default()).process;
    let (all, now) = (Selection::default(), log.as_of().unwrap());
    let found = observed(&log, &process, &all);
    let mut compared = 0;
    for criterion in &found.criteria {
        let stage = process.stage(&criterion.stage).unwrap();
        let test = &stage.exit.iter().find(|c| c.id == criterion.criterion).unwrap().test;
        let history = criterion_history(&log, &process, &stage.id, test, &all, Default::default(), now);
        if history.among == crate::define::Among::MovedOn {
            assert_eq!(
                (history.won.count + history.lost.count, history.won.of + history.lost.of),
                (criterion.met, criterion.of)
            );
            compared += 1;
        }
    }
    assert!(compared > 10, "{compared}");
}
