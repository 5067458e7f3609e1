//! Chances of open deals.

use std::collections::BTreeMap;

use model::{
    Outcome, Side, Timestamp,
    fact::{DealFact, EventFact, FactSink},
    rates::Change,
};

use super::{
    data::sample,
    deals::{day, deals},
};
use crate::{
    log::{EventLog, EventLogBuilder, moment},
    measure::{Asked, Currency, Forecast, Horizon, forecast, forecast_accuracy},
    select::Selection,
};

fn at(log: &EventLog, horizon: Horizon, at: Option<Timestamp>) -> Forecast {
    forecast(log, &Selection::default(), &Currency::default(), Asked { horizon, at, most: 200 })
}

fn of(log: &EventLog, horizon: Horizon) -> Forecast {
    at(log, horizon, None)
}

/// The log as it was at a moment: deals that had begun, with what had happened.
fn known(log: &EventLog, until: Timestamp) -> EventLog {
    let mut builder = EventLogBuilder::default();
    for deal in log.all().filter(|deal| log.created(*deal).is_some_and(|at| at <= until)) {
        for i in log.range(deal) {
            let sort = log.sorts.all[log.events.sort[i] as usize];
            let when = moment(log.events.at[i]).filter(|when| *when <= until);
            let fact = EventFact {
                deal: log.key(deal),
                at: when,
                kind: log.sorts.kinds.get(sort.kind),
                activity: log.sorts.names.get(sort.name),
                stage: log.sorts.stages.some(sort.stage),
                side: Side::Unknown,
                actor: None,
                attributes: &[],
                key: None,
            };
            if when.is_some() {
                let Ok(()) = builder.event(fact);
            }
        }
        let closed = log.closed(deal).filter(|closed| *closed <= until);
        let value = log.value_minor(deal).map(model::money::decimal).unwrap_or_default();
        let fields = [("owner", log.owner(deal).unwrap_or_default()), ("value", value.as_str())];
        let Ok(()) = builder.deal(DealFact {
            key: log.key(deal),
            fields: &fields,
            created: log.created(deal),
            closed,
            outcome: Some(if closed.is_some() { log.outcome(deal) } else { Outcome::Open }),
            stage: None,
            modified: None,
        });
    }
    builder.finish()
}

#[test]
fn on_the_sample_it_beats_weights_of_stages_where_time_matters() {
    let log = sample();
    let soon = of(&log, Horizon::Days(30)).held_back.unwrap();
    assert!(soon.skill.unwrap() > 0.3 && soon.better_low.unwrap() > 0.0, "{}", soon.verdict);
    assert!(soon.verdict.contains("smaller"), "{}", soon.verdict);
    // within 90 days most deals are decided, and age says little of how: better by a little, which may be noise
    let later = of(&log, Horizon::Days(90)).held_back.unwrap();
    assert!(later.skill.unwrap() > 0.0 && later.better_low.unwrap() < 0.0 && later.verdict.contains("noise"));
    // of who wins at all, age says nothing in this history: no better, and it says so
    let ever = of(&log, Horizon::Ever).held_back.unwrap();
    assert!(ever.skill.unwrap().abs() < 0.02 && ever.verdict.contains("noise"), "{:?}", ever.skill);
    assert!(ever.moments.iter().all(|a| a.undecided * 10 <= a.deals));
}

#[test]
fn on_the_sample_it_is_calibrated() {
    let log = sample();
    for horizon in [Horizon::Days(30), Horizon::Days(90)] {
        let held = of(&log, horizon).held_back.unwrap();
        let off = held.reliability.iter().filter(|c| c.forecast < c.low || c.forecast > c.high);
        assert_eq!(off.count(), 0, "{horizon:?} {}", held.calibration);
        assert!((held.forecast / held.won as f64 - 1.0).abs() < 0.1, "{horizon:?} {}", held.calibration);
        assert!(held.within_interval >= 10 && held.moments.len() == 12, "{}", held.sums);
        let deals: u64 = held.moments.iter().map(|a| a.deals).sum();
        assert_eq!((held.deals, held.reliability.iter().map(|c| c.n).sum()), (deals, deals));
    }
}

#[test]
fn nothing_is_known_of_what_comes_later() {
    let log = sample();
    for moment in ["2023-03-14T00:00:00Z", "2024-06-01T12:00:00Z"] {
        let moment: Timestamp = moment.parse().unwrap();
        let before = known(&log, moment);
        assert!(before.deals() < log.deals());
        for horizon in [Horizon::Days(30), Horizon::Ever] {
            let (seen, told) = (at(&log, horizon, Some(moment)), at(&before, horizon, Some(moment)));
            let chances = |f: &Forecast| {
                let of = |d: &crate::measure::ForecastDeal| {
                    (d.deal.name.clone(), (d.stage.clone(), d.days, d.chance, d.ever, d.alike))
                };
                f.deals.iter().map(of).collect::<BTreeMap<_, _>>()
            };
            assert!(seen.open > 40 && seen.closed > 100);
            assert_eq!(chances(&seen), chances(&told));
            // sums may be added up in another order
            let sums = |f: &Forecast| {
                let total = f.total.unwrap();
                let held = f.held_back.clone().unwrap();
                let moments = held.moments.iter().flat_map(|a| [a.forecast, a.naive_forecast, a.brier, a.won as f64]);
                let all = [total.won, total.won_low, total.won_high, held.brier, held.naive_brier];
                all.into_iter().chain(moments).map(|x| (x * 1e9).round() as i64).collect::<Vec<_>>()
            };
            assert_eq!(sums(&seen), sums(&told));
        }
    }
}

#[test]
fn sums_agree_with_their_parts() {
    let log = sample();
    let until = Timestamp::from_second(1_743_465_600).unwrap(); // the end of March 2025
    let found = of(&log, Horizon::Until(until));
    let total = found.total.unwrap();
    assert_eq!((found.open, total.deals, found.deals.len()), (65, 65, 65));
    let near = |a: f64, b: f64| (a - b).abs() < 1e-6 * b.abs().max(1.0);
    assert!(near(found.by_owner.iter().map(|o| o.expected.won).sum(), total.won));
    assert!(near(found.deals.iter().map(|d| d.chance.unwrap()).sum(), total.won));
    let listed: i64 = found.deals.iter().map(|d| d.expected_minor.unwrap()).sum();
    assert!((listed - total.value_minor).abs() <= 65);
    // January to March are the first three months
    let months: f64 = found.by_month.iter().take(3).map(|m| m.expected.won).sum();
    assert!(near(months, total.won), "{months} {}", total.won);
    for deal in &found.deals {
        let (soon, later, ever) = (deal.within_30.unwrap(), deal.within_90.unwrap(), deal.ever.unwrap());
        assert!(0.0 <= soon && soon <= later && later <= ever && ever <= 1.0);
    }
    for expected in found.by_owner.iter().map(|o| o.expected).chain([total]) {
        assert!(expected.won_low <= expected.won && expected.won <= expected.won_high);
        assert!(expected.low_minor <= expected.value_minor && expected.high_minor <= expected.open_minor);
    }
    let series = forecast_accuracy(&log, &Selection::default(), &Currency::default(), Horizon::Until(until));
    assert_eq!(series, found.held_back.unwrap().moments);
}

/// Thirty deals of forty that pass `Talk` within four days are won; then some that are open.
fn few(open: &[(&'static str, &'static str, &'static [&'static str])]) -> EventLog {
    let keys: Vec<String> = (0..40).map(|n| format!("past {n}")).collect();
    let events: Vec<Vec<String>> = (0..40)
        .map(|n| {
            let end = if n % 4 == 0 { "lost" } else { "won" };
            vec![format!("{n} stage Talk"), format!("{}.5 {end}", n + 1 + n % 4)]
        })
        .collect();
    let lines: Vec<Vec<&str>> = events.iter().map(|of| of.iter().map(String::as_str).collect()).collect();
    let past = keys.iter().zip(&lines).map(|(key, lines)| (key.as_str(), "Anna", lines.as_slice()));
    let all: Vec<(&str, &str, &[&str])> = past.chain(open.iter().copied()).collect();
    deals(&all)
}

#[test]
fn chances_are_the_shares_of_the_past() {
    let found = at(&few(&[("o", "Ben", &["44 stage Talk"])]), Horizon::Ever, Some(day(45.0)));
    let deal = &found.deals[0];
    // 30 of 40, as there is but one stage
    assert!((deal.chance.unwrap() - 0.75).abs() < 0.03, "{:?}", deal.chance);
    assert_eq!((found.open, found.closed, deal.days), (1, 40, Some(1.0)));
    assert_eq!(found.sentence, "Of 1 open deal, about 1 will be won at all: between 0 and 1.");
}

#[test]
fn little_or_odd_data_gives_words() {
    let nothing = of(&deals(&[]), Horizon::Days(30));
    assert_eq!(
        (nothing.sentence.as_str(), nothing.total, nothing.held_back),
        ("There are no open deals to forecast.", None, None)
    );
    let one = of(&deals(&[("o", "Ben", &["0 stage Talk"])]), Horizon::Days(30));
    assert_eq!(one.sentence, "We can't tell yet: no deal has closed yet. With 20 closed deals there are chances.");
    assert_eq!((one.open, one.deals[0].chance, one.total), (1, None, None));
    let closed = of(&few(&[]), Horizon::Days(30));
    assert_eq!((closed.open, closed.sentence.as_str()), (0, "There are no open deals to forecast."));
    // a stage that nobody has left yet has what is common to all
    let new = at(&few(&[("o", "Ben", &["44 stage Elsewhere"])]), Horizon::Ever, Some(day(45.0)));
    assert!((new.deals[0].chance.unwrap() - 0.75).abs() < 0.1 && new.deals[0].alike == 0);
    // lost and taken up again: closed in between, open after
    let again: &[&str] = &["60 stage Talk", "61 lost", "63 stage Talk"];
    assert_eq!(at(&few(&[("o", "Ben", again)]), Horizon::Ever, Some(day(62.0))).open, 0);
    assert_eq!(at(&few(&[("o", "Ben", again)]), Horizon::Ever, Some(day(64.0))).open, 1);
    // far ahead of the data, and long before it
    let far = at(&few(&[("o", "Ben", &["44 stage Talk"])]), Horizon::Days(30), Some(day(9_000.0)));
    assert!(far.deals[0].chance.unwrap().is_finite() && far.open == 1);
    assert_eq!(at(&few(&[]), Horizon::Days(30), Some(day(-900.0))).open, 0);
    let past = at(&few(&[("o", "Ben", &["44 stage Talk"])]), Horizon::Until(day(0.0)), Some(day(45.0)));
    assert_eq!(past.deals[0].chance, Some(0.0));
}

#[test]
fn values_of_several_currencies() {
    let mut builder = EventLogBuilder::default();
    let deal = |key: &'static str, value: &'static str, currency: &'static str| DealFact {
        key,
        fields: Box::leak(Box::new([("value", value), ("currency", currency)])),
        created: Some(day(0.0)),
        closed: None,
        outcome: Some(Outcome::Open),
        stage: None,
        modified: None,
    };
    for fact in [deal("a", "100", "EUR"), deal("b", "100", "USD"), deal("c", "100", "JPY"), deal("d", "", "")] {
        let Ok(()) = builder.deal(fact);
    }
    let log = builder.finish();
    let changes = BTreeMap::from([("USD".to_owned(), Change::Times("0.9".parse().unwrap()))]);
    let euros = Currency { name: "EUR".into(), changes };
    let found =
        forecast(&log, &Selection::default(), &euros, Asked { horizon: Horizon::Ever, at: Some(day(1.0)), most: 200 });
    let foreign: Vec<_> = found.unconverted.iter().map(|u| (u.currency.as_str(), u.minor, u.deals)).collect();
    assert_eq!((found.open, found.without_value, foreign), (4, 1, vec![("JPY", 10_000, 1)]));
    assert!(found.notes.iter().any(|note| note.contains("JPY")));
}
