use std::collections::BTreeMap;

use model::{
    Deal, Event, Outcome, Side, Timestamp,
    event::kind,
    fact::{EventFact, FactSink, Rows},
    ids::{DealId, EventId},
    money::Money,
};
use rstest::rstest;

use super::data::{event, time};
use crate::{
    discover::discover,
    log::{EventLog, EventLogBuilder},
    select::Selection,
};

/// A deal in the store: created on a day, in stages on further days, perhaps won.
fn stored(key: &str, days: &[(&str, &str)]) -> (Deal, Vec<Event>) {
    let id = DealId::of_key(key);
    let event = |(i, (day, what)): (usize, &(&str, &str))| Event {
        id: EventId::of_key(&format!("{key}{i}")),
        deal: id,
        at: time(day).unwrap(),
        undated: false,
        kind: match *what {
            "Won" => kind::WON,
            "created" => kind::CREATED,
            _ => kind::STAGE,
        }
        .into(),
        activity: (*what).to_owned(),
        stage: (!matches!(*what, "Won" | "created")).then(|| (*what).to_owned()),
        side: Side::Rep,
        actor: None,
        attributes: BTreeMap::from([("owner".to_owned(), "Ann".to_owned()), ("sector".to_owned(), format!("s{i}"))]),
        import: None,
    };
    let events: Vec<Event> = days.iter().enumerate().map(event).collect();
    let mut deal = Deal::new(id, key);
    events.iter().for_each(|e| deal.apply(e));
    deal.value = Some(Money { minor: 1200, currency: "EUR".into() });
    (deal, events)
}

fn figures(log: &EventLog) -> serde_json::Value {
    serde_json::to_value(discover(log, &Selection::default(), Rows::default())).unwrap()
}

#[test]
fn a_log_that_follows_commits_equals_one_built_anew() {
    let first: Vec<_> =
        (0..3000).map(|i| stored(&format!("D{i}"), &[("2026-01-01", "created"), ("2026-01-02", "A")])).collect();
    let longer = [("2026-01-01", "created"), ("2026-01-02", "A"), ("2026-01-05", "B"), ("2026-01-09", "Won")];
    let later: Vec<_> = (500..3500).map(|i| stored(&format!("D{i}"), &longer)).collect();
    let mut builder = EventLogBuilder::default();
    first.iter().for_each(|(deal, events)| builder.add(deal, events));
    let mut log = builder.finish();
    assert_eq!((log.deals(), log.events(), log.as_of()), (3000, 6000, time("2026-01-02")));
    later.iter().for_each(|(deal, events)| log.put(deal, events));
    assert_eq!((log.deals(), log.events(), log.as_of()), (3500, 13_000, time("2026-01-09")));
    (0..500).for_each(|i| log.remove(DealId::of_key(&format!("D{i}"))));
    log.remove(DealId::of_key("nobody"));
    let mut anew = EventLogBuilder::default();
    later.iter().for_each(|(deal, events)| anew.add(deal, events));
    let anew = anew.finish();
    assert_eq!((log.deals(), log.events()), (anew.deals(), anew.events()));
    assert_eq!(figures(&log), figures(&anew));
    for deal in log.all() {
        assert_eq!(
            (log.owner(deal), log.currency(deal), log.value_minor(deal)),
            (Some("Ann"), Some("EUR"), Some(1200))
        );
    }
    (500..3500).for_each(|i| log.remove(DealId::of_key(&format!("D{i}"))));
    assert_eq!((log.deals(), log.events(), log.as_of()), (0, 0, None));
    assert_eq!(discover(&log, &Selection::default(), Rows::default()).sentence, "There are no deals here yet.");
    log.put(&later[0].0, &later[0].1);
    assert_eq!((log.deals(), log.find("D500").map(|d| log.outcome(d))), (1, Some(Outcome::Won)));
}

#[test]
fn an_empty_log_takes_a_commit() {
    let mut log = EventLog::default();
    let (deal, events) = stored("D1", &[("2026-01-01", "created"), ("2026-01-02", "A")]);
    log.put(&deal, &events);
    assert_eq!((log.deals(), log.events(), log.stage(0)), (1, 2, Some("A")));
    let fields: Vec<(String, u64)> = log.fields().into_iter().map(|f| (f.name, f.distinct)).collect();
    assert_eq!(fields, [("owner".to_owned(), 1), ("sector".to_owned(), 1)]);
}

/// Events of one deal in the order of the file: day (empty: none) and name; `Won` and `Lost` close.
fn log_of(events: &[(&str, &str)]) -> EventLog {
    let mut builder = EventLogBuilder::default();
    for (day, name) in events {
        let kind = match *name {
            "Won" => kind::WON,
            "Lost" => kind::LOST,
            "call" => "call",
            _ => kind::STAGE,
        };
        let fact = EventFact { stage: Some(name), ..event("D", time(day), kind, name) };
        let Ok(()) = builder.event(fact);
    }
    builder.finish()
}

#[rstest]
#[case("the file's order counts at one instant", &[("2026-01-01", "B"), ("2026-01-01", "A")], Outcome::Open, Some("A"), &["B", "A"])]
#[case("time counts before the file's order", &[("2026-01-03", "Won"), ("2026-01-01", "A")], Outcome::Won, Some("A"), &["A", "Won"])]
#[case("reopened", &[("2026-01-01", "A"), ("2026-01-02", "Lost"), ("2026-01-03", "B")], Outcome::Open, Some("B"), &["A", "Lost", "B"])]
#[case("the last closing decides", &[("2026-01-01", "A"), ("2026-01-02", "Lost"), ("2026-01-03", "Won")], Outcome::Won, Some("A"), &["A", "Lost", "Won"])]
#[case("a call after closing does not reopen", &[("2026-01-01", "A"), ("2026-01-02", "Won"), ("2026-01-04", "call")], Outcome::Won, Some("A"), &["A", "Won", "call"])]
#[case("undated comes last", &[("", "B"), ("2026-01-01", "A")], Outcome::Open, Some("B"), &["A", "B"])]
#[case("twice the same stage", &[("2026-01-01", "A"), ("2026-01-02", "A")], Outcome::Open, Some("A"), &["A", "A"])]
fn state_from_events(
    #[case] what: &str,
    #[case] events: &[(&str, &str)],
    #[case] outcome: Outcome,
    #[case] stage: Option<&str>,
    #[case] path: &[&str],
) {
    let log = log_of(events);
    let found = discover(&log, &Selection::default(), Rows::default());
    assert_eq!((log.outcome(0), log.stage(0)), (outcome, stage), "{what}");
    assert_eq!(found.variants.top[0].path, path, "{what}");
}

#[test]
fn a_table_of_deals_alone_still_has_a_map() {
    let mut builder = EventLogBuilder::default();
    for (i, outcome) in [Outcome::Won, Outcome::Won, Outcome::Lost, Outcome::Open].into_iter().enumerate() {
        let key = format!("D{i}");
        let closed = (outcome != Outcome::Open).then(|| time("2026-02-01").unwrap());
        let created = time("2026-01-01");
        let fact = model::fact::DealFact {
            key: &key,
            fields: &[],
            created,
            closed,
            outcome: Some(outcome),
            stage: None,
            modified: None,
        };
        let Ok(()) = builder.deal(fact);
        if let Some((kind, name)) = match outcome {
            Outcome::Won => Some((kind::WON, "Won")),
            Outcome::Lost => Some((kind::LOST, "Lost")),
            Outcome::Open => None,
        } {
            let Ok(()) = builder.event(event(&key, closed, kind, name));
        }
    }
    let found = discover(&builder.finish(), &Selection::default(), Rows::default());
    let moves: Vec<_> =
        found.map.edges.iter().map(|e| (e.from.as_str(), e.to.as_str(), e.count, e.median_seconds)).collect();
    let month = 31.0 * 86_400.0;
    assert_eq!(moves, [("Created", "Won", 2, month), ("Created", "Lost", 1, month)]);
    assert_eq!(found.sentence, "We can't tell yet: 2 won deals and 1 lost one.");
    assert_eq!(found.as_of, Some("2026-02-01T00:00:00Z".parse::<Timestamp>().unwrap()));
}

#[rstest]
#[case("starts with a stage, whatever came before", Selection { starts: Some("A".into()), ..none() }, true)]
#[case("starts among those chosen", Selection { starts: Some("A".into()), among: names(&["A", "call"]), ..none() }, false)]
#[case("ends", Selection { ends: Some("B".into()), ..none() }, true)]
#[case("ends among those chosen", Selection { ends: Some("A".into()), among: names(&["A"]), ..none() }, true)]
#[case("moved with what is between left out", Selection { moved_directly: Some(("C".into(), "C".into())), among: names(&["A", "C"]), ..none() }, true)]
#[case("moved with all counted", Selection { moved_directly: Some(("C".into(), "C".into())), ..none() }, false)]
#[case("came back to a stage", Selection { returned: Some("A".into()), ..none() }, true)]
#[case("a call between is no way back for a stage", Selection { returned: Some("C".into()), ..none() }, false)]
#[case("came back to an activity", Selection { returned: Some("call".into()), ..none() }, true)]
fn selected_by_the_way(#[case] what: &str, #[case] selection: Selection, #[case] taken: bool) {
    let days = ["call", "A", "C", "call", "C", "A", "B"];
    let events: Vec<(String, &str)> = (1..).zip(days).map(|(d, name)| (format!("2026-01-0{d}"), name)).collect();
    let log = log_of(&events.iter().map(|(day, name)| (day.as_str(), *name)).collect::<Vec<_>>());
    assert_eq!(selection.deals(&log).len(), usize::from(taken), "{what}");
}

fn none() -> Selection {
    Selection::default()
}

fn names(all: &[&str]) -> Vec<String> {
    all.iter().map(|n| (*n).to_owned()).collect()
}
