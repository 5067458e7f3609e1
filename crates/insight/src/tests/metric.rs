use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use model::{
    Outcome,
    metric::{Metric, STANDARD_IDS},
};
use rstest::rstest;
use serde_json::{Value, json};

use super::{
    data::{maven, near, sample, truth},
    deals::{day, deals},
};
use crate::{
    log::EventLog,
    measure::{
        Period, Step, conversion, flow,
        metric::{By, Chosen, Figures, Question, drill, figures, standard},
        standing_out, time_in_stage, win_rate,
    },
    select::Selection,
};

fn metric(figure: Value) -> Metric {
    let metric: Metric = serde_json::from_value(json!({ "id": "m", "name": "M", "figure": figure })).unwrap();
    metric.check().unwrap();
    metric
}

fn of(log: &EventLog, figure: Value, by: &[By]) -> Figures {
    figures(log, &metric(figure), &Question { by: by.to_vec(), ..Question::default() })
}

/// The figure of each group, by its first value.
fn by_value(found: &Figures) -> BTreeMap<&str, &crate::measure::metric::Figure> {
    found.groups.iter().map(|g| (g.values[0].as_str(), &g.figure)).collect()
}

#[test]
fn moves_stays_and_returns_equal_the_truth() {
    let log = sample();
    let realised = &truth("sample-history/truth.json")["realised"];
    let entered = of(&log, json!({ "moves": { "what": "in" } }), &[By::Stage]);
    let left = of(&log, json!({ "moves": { "what": "out" } }), &[By::Stage]);
    let (entered, left) = (by_value(&entered), by_value(&left));
    for (stage, expected) in realised["stages"].as_object().unwrap() {
        assert_eq!(entered[stage.as_str()].value, expected["entered"].as_f64(), "{stage}");
        assert_eq!(left[stage.as_str()].value, expected["left"].as_f64(), "{stage}");
    }
    let reopened = of(&log, json!({ "moves": { "what": "reopening" } }), &[]);
    assert_eq!(reopened.total.value, realised["reopened_visible"].as_f64());
    let months = figures(
        &log,
        &metric(json!({ "count": { "deals": "created" } })),
        &Question { step: Some(Step::Month), ..Question::default() },
    );
    let mut by_month = [0.0; 12];
    for point in &months.series {
        by_month[point.from.to_zoned_datetime(TimeZone::UTC).month() as usize - 1] += point.figure.value.unwrap();
    }
    let expected: Vec<f64> =
        realised["deals_created_by_month"].as_array().unwrap().iter().map(|n| n.as_f64().unwrap()).collect();
    assert_eq!(by_month.to_vec(), expected);
    let activities = truth("sample-history/truth.json")["oracle"]["activity_counts"].clone();
    // `Meeting` is a kind as well, of which there are more.
    for (activity, n) in activities.as_object().unwrap().iter().filter(|(name, _)| *name != "Meeting") {
        let found = of(&log, json!({ "count": { "events": { "kind": activity } } }), &[]);
        assert_eq!(found.total.value, n.as_f64(), "{activity}");
    }
}

/// Whatever two ways there are to a figure, both are the same.
#[rstest]
#[case::sample(sample())]
#[case::maven(maven())]
fn the_engine_equals_the_views(#[case] log: EventLog) {
    let all = Selection::default();
    let stays = of(&log, json!({ "stay": {} }), &[By::Stage, By::Field("owner".into())]);
    let view = time_in_stage(&log, &all, Some("owner"));
    let mut compared = 0;
    for group in &view.groups {
        for stage in group.stages.iter().filter(|s| s.visits > 0) {
            let values = [stage.stage.clone(), group.value.clone().unwrap()];
            let own = &stays.groups.iter().find(|g| g.values == values).unwrap().figure;
            assert_eq!((own.n, own.open, own.value), (stage.visits, stage.censored, stage.median_days));
            assert_eq!((own.low, own.high, own.first, own.second), (stage.low, stage.high, stage.moved_on, stage.lost));
            compared += 1;
        }
    }
    assert!(compared > 5);
    let view = conversion(&log, &all, None, None);
    for step in &view.groups[0].steps {
        let to = if step.to == "Closed Won" || step.to == "Won" { json!("won") } else { json!({ "entered": step.to }) };
        let own = of(&log, json!({ "share": { "from": { "entered": step.from }, "to": to } }), &[]).total;
        if to == "won" {
            // A deal that was won and is lost since had come to winning, in the view.
            assert!(own.yes.unwrap_or(0) <= step.reached && step.reached - own.yes.unwrap_or(0) <= 5);
            continue;
        }
        assert_eq!((own.yes.unwrap_or(0), own.open, own.value), (step.reached, step.open, step.rate), "{step:?}");
    }
    let view = win_rate(&log, &all, None, Step::Quarter, Some("owner"));
    let question = Question { by: vec![By::Field("owner".into())], step: Some(Step::Quarter), ..Question::default() };
    let rates = figures(&log, &metric(json!({ "share": { "from": "closed", "to": "won" } })), &question);
    for group in &view.groups {
        let line = rates.lines.iter().find(|l| Some(&l.value) == group.value.as_ref()).unwrap();
        for point in group.points.iter().filter(|p| p.closed > 0) {
            let place = rates.series.iter().position(|p| p.from == point.from).unwrap();
            let own = &line.figures[place];
            assert_eq!((own.yes, own.n, own.low, own.high), (Some(point.won), point.closed, point.low, point.high));
        }
    }
    let period = Period { from: "2023-05-01T00:00:00Z".parse().unwrap(), to: "2023-08-01T00:00:00Z".parse().unwrap() };
    let view = flow(&log, &all, period, None);
    let ask = |figure: Value| {
        let question = Question { by: vec![By::Stage], period: Some(period), ..Question::default() };
        figures(&log, &metric(figure), &question)
    };
    let (entered, standing) = (ask(json!({ "moves": { "what": "in" } })), ask(json!({ "standing": {} })));
    let (entered, standing) = (by_value(&entered), by_value(&standing));
    for stage in &view.groups[0].stages {
        let n = |found: &BTreeMap<&str, &crate::measure::metric::Figure>| {
            found.get(stage.stage.as_str()).and_then(|f| f.value).unwrap_or(0.0)
        };
        assert_eq!(n(&entered), stage.entered as f64, "{}", stage.stage);
        assert_eq!(n(&standing), stage.at_end as f64, "{}", stage.stage);
    }
}

#[test]
fn the_slow_rep_and_the_bottleneck_stand_out_and_nobody_else() {
    let log = sample();
    let planted = &truth("sample-history/truth.json")["planted"];
    let stages: Vec<String> = serde_json::from_value(planted["stages"].clone()).unwrap();
    let found = standing_out(&log, &Question::default(), "owner", &stages);
    let named: Vec<(&str, &str)> = found.found.iter().map(|f| (f.stage.as_str(), f.value.as_str())).collect();
    assert_eq!(named, [(planted["slow_rep_stage"].as_str().unwrap(), planted["slow_rep"].as_str().unwrap())]);
    assert!(found.looked_at >= 36);
    let stays = of(&log, json!({ "stay": {} }), &[By::Stage]);
    let longest = stays.groups.iter().filter(|g| g.values[0] != "Nurturing");
    let longest = longest.max_by(|a, b| a.figure.value.unwrap().total_cmp(&b.figure.value.unwrap())).unwrap();
    assert_eq!(longest.values[0], planted["bottleneck_stage"].as_str().unwrap());
    near(longest.figure.value, &json!(21.0103), 1.0);
}

#[test]
fn the_ids_of_standard_metrics_are_taken() {
    let ids: Vec<String> =
        standard(&EventLog::default(), &Chosen::default()).into_iter().map(|page| page.metric.id).collect();
    let (mut ids, mut taken) = (ids, STANDARD_IDS.map(str::to_owned).to_vec());
    ids.sort();
    taken.sort();
    assert_eq!(ids, taken);
}

#[test]
fn every_standard_metric_has_figures_that_are_numbers_or_words() {
    let empty = EventLog::default();
    let one = deals(&[("d", "Ann", &["0 stage Presenting", "1 prospect email.received"])]);
    let future = Period { from: "2090-01-01T00:00:00Z".parse().unwrap(), to: "2091-01-01T00:00:00Z".parse().unwrap() };
    let short = Period { from: day(0.0), to: day(0.5) };
    for log in [empty, one, sample()] {
        for page in standard(&log, &Chosen::default()) {
            for period in [None, Some(future), Some(short)] {
                for by in [
                    vec![],
                    vec![By::Field("owner".into())],
                    vec![By::Size, By::Created(Step::Quarter)],
                    vec![By::Version],
                ] {
                    let question =
                        Question { period, against: period, by, step: Some(Step::Month), ..Question::default() };
                    let found = figures(&log, &page.metric, &question);
                    let text = serde_json::to_string(&found).unwrap();
                    assert!(!text.contains("NaN"), "{}", page.metric.id);
                    let all = found.groups.iter().map(|g| &g.figure).chain([&found.total]);
                    for figure in all.chain(found.series.iter().map(|p| &p.figure)) {
                        assert!(figure.value.is_some() || !figure.says.is_empty(), "{}: {figure:?}", page.metric.id);
                        assert!(figure.value.is_none_or(f64::is_finite) && figure.low.is_none_or(f64::is_finite));
                    }
                }
            }
            assert!(!page.formula.is_empty() && !page.example.is_empty() && !page.source.is_empty());
            assert_eq!(page.metric.check().map_err(|e| e.to_string()), Ok(()), "{}", page.metric.id);
        }
    }
}

/// Two deals by hand: one won after nine days, one open.
fn two() -> EventLog {
    deals(&[
        ("a", "Ann", &["0 stage One", "1 prospect email.received", "1.5 rep email.sent", "4 stage Two", "9 won"]),
        ("b", "Ben", &["2 stage One", "3 rep call", "6 stage Three", "7 stage One"]),
        ("c", "Ben", &["2 stage One", "5 lost", "8 stage Two"]),
    ])
}

#[rstest]
#[case(json!({ "count": { "deals": "won" } }), Some(1.0), 1)]
#[case(json!({ "count": { "events": { "kind": "call", "by": "rep" } } }), Some(1.0), 1)]
#[case(json!({ "count": { "events": { "kind": "call", "by": "prospect" } } }), Some(0.0), 0)]
#[case(json!({ "share": { "from": { "entered": "One" }, "to": { "entered": "Two" } } }), Some(1.0), 2)]
#[case(json!({ "share": { "from": "created", "to": "won", "within_days": 1.0 } }), Some(0.0), 3)]
#[case(json!({ "mean": { "of": "touches", "at": "won" } }), Some(2.0), 1)]
#[case(json!({ "quantile": { "of": { "days": { "from": "created", "to": "won" } }, "at": "won" } }), Some(9.0), 1)]
#[case(json!({ "duration": { "from": "created", "to": { "left": "One" } } }), Some(4.0), 3)]
#[case(json!({ "moves": { "what": "return" } }), Some(1.0), 1)]
#[case(json!({ "moves": { "what": "reopening" } }), Some(1.0), 1)]
#[case(json!({ "standing": { "stage": "One" } }), Some(1.0), 1)]
#[case(json!({ "answer": { "by": "rep" } }), Some(0.5), 1)]
#[case(json!({ "ratio": { "over": { "of": "one", "at": "won" }, "under": { "of": "one", "at": "lost" } } }), None, 1)]
#[case(json!({ "mean": { "of": { "field": "nothing" }, "at": "won" } }), None, 0)]
#[case(json!({ "moves": { "what": "in", "stage": "Deleted" } }), Some(0.0), 0)]
fn figures_by_hand(#[case] figure: Value, #[case] value: Option<f64>, #[case] n: u64) {
    let found = of(&two(), figure, &[]).total;
    assert_eq!((found.value, found.n), (value, n), "{found:?}");
}

#[test]
fn what_cannot_be_figured_says_why() {
    let log = two();
    let nothing =
        json!({ "ratio": { "over": { "of": "one", "at": "won" }, "under": { "of": "value", "at": "closed" } } });
    assert_eq!(of(&log, nothing, &[]).total.says, "There is nothing to count in this time.");
    let found = of(&log, json!({ "moves": { "what": "in", "stage": "Deleted" } }), &[]);
    assert_eq!(found.notes, ["No deal has ever been in a stage called “Deleted”."]);
    let found = of(&log, json!({ "share": { "from": "won", "to": { "first": { "kind": "customer.churned" } } } }), &[]);
    assert_eq!(found.total.value, None);
    assert_eq!(found.notes, ["The data tells of no “customer.churned”, so nobody knows how often it happens."]);
    let found = of(&log, json!({ "share": { "from": { "entered": "Three" }, "to": "won" } }), &[]);
    assert_eq!(found.total.says, "One may still come; none is decided yet.");
    let mut only = metric(json!({ "count": { "deals": "created" } }));
    only.only.fields.insert("owner".into(), vec!["Nobody".into()]);
    assert_eq!(figures(&log, &only, &Question::default()).total.value, Some(0.0));
}

#[test]
fn the_deals_behind_a_figure_are_as_many_as_it_counts() {
    let log = sample();
    let by = vec![By::Field("source".into())];
    let rate = metric(json!({ "share": { "from": "closed", "to": "won" } }));
    let question = Question { by, ..Question::default() };
    let found = figures(&log, &rate, &question);
    for group in &found.groups {
        let (deals, n) = drill(&log, &rate, &question, &group.values, 10);
        assert_eq!((n as u64, deals.len()), (group.figure.n, 10));
        assert!(deals.windows(2).all(|w| w[0].at >= w[1].at));
    }
    let open = metric(json!({ "open": {} }));
    let (deals, n) = drill(&log, &open, &Question::default(), &[], 1_000);
    assert_eq!((n, deals.len()), (65, 65));
    assert!(deals.iter().all(|d| log.outcome(d.deal) == Outcome::Open));
}

#[test]
fn a_day_is_where_the_team_is() {
    // The last one begins at 23:30 UTC on the 31st: on the first of the next month in Berlin.
    let log = deals(&[("a", "Ann", &["0 stage One"]), ("b", "Ann", &["26.6041667 stage One"])]);
    let months = |zone: &str| {
        let question = Question { step: Some(Step::Month), zone: TimeZone::get(zone).unwrap(), ..Question::default() };
        let found = figures(&log, &metric(json!({ "count": { "deals": "created" } })), &question);
        found.series.iter().map(|p| p.figure.n).collect::<Vec<_>>()
    };
    assert_eq!((months("UTC"), months("Europe/Berlin")), (vec![2], vec![1, 1]));
}

#[test]
fn periods_are_compared() {
    let log = sample();
    let quarter = |from: &str, to: &str| Period { from: from.parse().unwrap(), to: to.parse().unwrap() };
    let question = Question {
        period: Some(quarter("2024-01-01T00:00:00Z", "2024-07-01T00:00:00Z")),
        against: Some(quarter("2023-01-01T00:00:00Z", "2023-07-01T00:00:00Z")),
        by: vec![By::Field("owner".into())],
        step: Some(Step::Week),
        ..Question::default()
    };
    for page in standard(&log, &Chosen::default()) {
        let found = figures(&log, &page.metric, &question);
        let against = found.against.unwrap();
        assert!(!against.change.says.is_empty(), "{}", page.metric.id);
        // Nothing was planted that changes with time; of so many one is now and then below the level.
        assert!(against.change.p.is_none_or(|p| p * 25.0 > 0.05), "{}: {:?}", page.metric.id, against.change);
    }
}
