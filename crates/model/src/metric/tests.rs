#![allow(clippy::unwrap_used)]

use rstest::rstest;
use serde_json::{Value, json};

use super::*;

fn metric(figure: Value) -> Result<Metric, serde_json::Error> {
    serde_json::from_value(json!({ "id": "m", "name": "M", "figure": figure }))
}

#[rstest]
#[case(json!({ "count": { "deals": "created" } }), Unit::Count, "How many deals were created.")]
#[case(
    json!({ "count": { "events": { "kind": "call", "by": "prospect" } } }),
    Unit::Count,
    "How many times there was “call” by the prospect."
)]
#[case(
    json!({ "share": { "from": { "first": { "kind": "meeting", "tag": "demo" } }, "to": "won" } }),
    Unit::Share,
    "Of the deals that first had “meeting” tagged “demo”, the share that were won afterwards."
)]
#[case(json!({ "mean": { "of": "value", "at": "won" } }), Unit::Money, "The value of deals that were won, on average.")]
#[case(
    json!({ "ratio": { "over": { "of": "value", "at": "won" }, "under": { "of": "value", "at": "closed" } } }),
    Unit::Share,
    "The value of the deals that were won, divided by the value of the deals that closed."
)]
#[case(
    json!({ "ratio": { "over": { "of": "touches", "at": "won" }, "under": { "of": "one", "at": "won" } } }),
    Unit::Number,
    "The touchpoints of the deals that were won, divided by the deals that were won."
)]
#[case(json!({ "stay": { "stage": "Closing" } }), Unit::Days, "The median of the days in “Closing”.")]
#[case(json!({ "stay": { "q": 0.9 } }), Unit::Days, "The 0.90 quantile of the days in a stage.")]
#[case(
    json!({ "duration": { "from": "created", "to": { "entered": "Closing" } } }),
    Unit::Days,
    "The median of the days from when a deal was created until it entered “Closing”."
)]
#[case(json!({ "velocity": {} }), Unit::MoneyADay, "Open deals × win rate × mean value of won deals ÷ mean days from created to closed.")]
#[case(json!({ "attainment": {} }), Unit::Share, "The value won of the quotas, as a share of them.")]
#[case(
    json!({ "forecast-error": { "within_days": 30 } }),
    Unit::Number,
    "The mean squared difference between the forecast chance that a deal is won within 30 days and what came: 1 or 0."
)]
#[case(json!({ "mean": { "of": "discount", "at": "won" } }), Unit::Share, "The discount of deals that were won, on average.")]
fn formulas_are_sentences(#[case] figure: Value, #[case] unit: Unit, #[case] says: &str) {
    let metric = metric(figure.clone()).unwrap();
    assert_eq!((metric.check(), metric.unit(), metric.sentence().as_str()), (Ok(()), unit, says));
    assert_eq!(serde_json::to_value(&metric.figure).unwrap(), figure);
}

#[rstest]
#[case(json!({ "share": { "from": "won", "to": "won" } }), "figure.share.to")]
#[case(json!({ "share": { "from": "won", "to": "created" } }), "figure.share.to")]
#[case(json!({ "share": { "from": "won", "to": { "first": { "kind": " " } } } }), "figure.share.to")]
#[case(json!({ "share": { "from": "created", "to": "won", "within_days": 0.0 } }), "figure.share.within_days")]
#[case(json!({ "quantile": { "of": "value", "at": "won", "q": 1.0 } }), "figure.quantile.q")]
#[case(json!({ "mean": { "of": { "field": "" }, "at": "won" } }), "figure.mean.of")]
#[case(json!({ "answer": { "by": "system" } }), "figure.answer.by")]
#[case(json!({ "moves": { "what": "in", "stage": "" } }), "figure.moves.stage")]
#[case(json!({ "forecast-error": { "within_days": 731 } }), "figure.forecast-error.within_days")]
#[case(json!({ "forecast-error": { "within_days": 0 } }), "figure.forecast-error.within_days")]
fn what_is_wrong_is_named(#[case] figure: Value, #[case] path: &str) {
    assert_eq!(metric(figure).unwrap().check().unwrap_err().path, path);
}

#[rstest]
#[case(json!({ "guess": {} }))]
#[case(json!({ "count": { "deals": "born" } }))]
#[case(json!({ "share": { "from": "won", "to": "lost", "in": 3 } }))]
fn what_is_unknown_is_refused(#[case] figure: Value) {
    assert!(metric(figure).is_err());
}

#[test]
fn ids_names_and_filters_are_checked() {
    let good = metric(json!({ "count": { "deals": "won" } })).unwrap();
    let wrong = |change: fn(&mut Metric)| {
        let mut metric = good.clone();
        change(&mut metric);
        metric.check().unwrap_err().path
    };
    assert_eq!(wrong(|m| m.id = "Second Calls".into()), "id");
    assert_eq!(wrong(|m| m.name = " ".into()), "name");
    let of_some = |m: &mut Metric| {
        m.figure = Formula::Attainment(Whole {});
        m.only.had.push(Act { kind: "call".into(), ..Act::default() });
    };
    assert_eq!(wrong(of_some), "only");
    assert_eq!(wrong(|m| m.says = "x".repeat(3_000)), "says");
    assert_eq!(wrong(|m| m.only.had.push(Act::default())), "only.had");
    assert_eq!(wrong(|m| drop(m.only.fields.insert("source".into(), vec![]))), "only.fields.source");
    let mut only = good.clone();
    only.only.fields.insert("source".into(), vec!["Web".into(), String::new()]);
    only.only.had_not.push(Act { kind: "call".into(), ..Act::default() });
    let says = "How many deals were won; only deals where source is “Web” or nothing and there was never “call”.";
    assert_eq!((only.check(), only.sentence().as_str()), (Ok(()), says));
}

#[test]
fn a_target_says_little_where_it_is_usual() {
    let said = r#"{ "name": "Win rate of the East", "metric": "win-rate", "filters": { "field": ["team:East"] },
        "step": "month", "band": { "between": { "at_least": 0.5 } } }"#;
    let target: Target = serde_json::from_str(said).unwrap();
    assert_eq!((target.raise_after, target.clear_after, target.margin, target.check()), (1, 1, 0.05, Ok(())));
    let renamed = Target { name: "Other".into(), people: Some(Vec::new()), ..target.clone() };
    assert!(target.judges_like(&renamed));
    assert!(!target.judges_like(&Target { raise_after: 2, ..target.clone() }));
}

#[rstest]
#[case(json!({ "share": { "from": { "entered": "a" }, "to": { "left": "b" } } }), &[("figure.share.from.entered", "a"), ("figure.share.to.left", "b")])]
#[case(
    json!({ "ratio": {
        "over": { "of": { "days": { "from": { "entered": "a" }, "to": "won" } }, "at": "won" },
        "under": { "of": "one", "at": { "left": "b" } },
    } }),
    &[("figure.ratio.over.of.days.from.entered", "a"), ("figure.ratio.under.at.left", "b")]
)]
#[case(json!({ "stay": { "stage": "a" } }), &[("figure.stay.stage", "a")])]
#[case(json!({ "stay": {} }), &[])]
fn stages_are_found_where_they_are_named(#[case] figure: Value, #[case] expected: &[(&str, &str)]) {
    let mut metric = metric(figure).unwrap();
    let mut found = Vec::new();
    metric.each_stage(&mut |place, name| {
        found.push((place.to_owned(), name.clone()));
        name.push('!');
    });
    let found: Vec<(&str, &str)> = found.iter().map(|(place, name)| (place.as_str(), name.as_str())).collect();
    assert_eq!(found, expected);
    metric.each_stage(&mut |_, name| assert!(name.ends_with('!')));
}
