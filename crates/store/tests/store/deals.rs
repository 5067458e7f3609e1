//! Deals, their events, and two who change the same deal.

use std::collections::BTreeMap;

use model::{
    Event, Outcome, Side, Timestamp,
    event::kind,
    ids::{DealId, EventId},
    money::Money,
};
use rstest::rstest;
use store::StoreError;
use uuid::Uuid;

use crate::home::On;
use crate::processes::version;

pub fn at(text: &str) -> Timestamp {
    format!("{text}Z").parse().unwrap()
}

/// An event of the deal `key`, entered by hand.
pub fn event(key: &str, when: &str, kind: &str, stage: Option<&str>, attributes: &[(&str, &str)]) -> Event {
    Event {
        id: EventId(Uuid::now_v7()),
        deal: DealId::of_key(key),
        at: at(when),
        undated: false,
        kind: kind.into(),
        activity: stage.unwrap_or(kind).into(),
        stage: stage.map(Into::into),
        side: Side::Prospect,
        actor: Some("Ann".into()),
        attributes: attributes.iter().map(|(n, v)| ((*n).into(), (*v).into())).collect(),
        import: None,
    }
}

#[rstest]
#[tokio::test]
async fn a_deal_is_the_fold_of_its_events(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let fields = [("name", "Big one"), ("value", "1200.50"), ("currency", "EUR"), ("sector", "retail \"x\" ü\n")];
    let created = event("d1", "2026-01-02T10:00:00.123456", kind::CREATED, None, &fields);
    let deal = home.store.create_deal("d1", vec![created.clone()]).await.unwrap();
    assert_eq!((deal.version, deal.name.as_str()), (1, "Big one"));
    assert_eq!(deal.attributes, BTreeMap::from([("sector".into(), "retail \"x\" ü\n".into())]));

    let won = event("d1", "2026-02-03T10:00:00", kind::WON, None, &[]);
    let stage = event("d1", "2026-01-03T10:00:00", kind::STAGE, Some("Demo"), &[]);
    // recorded in another order than they happened
    let deal = home.store.append(deal.id, Some(1), vec![won.clone(), stage.clone()]).await.unwrap();
    assert_eq!(deal.version, 3);
    assert_eq!((deal.outcome, deal.closed, deal.stage.as_deref()), (Outcome::Won, Some(won.at), Some("Demo")));
    // value's currency comes from the field after it in the fold
    assert_eq!(deal.value.as_ref().map(|m| m.minor), Some(120_050));
    assert_eq!(home.store.events(deal.id).await.unwrap(), [created, stage, won]);
    assert_eq!(home.store.deal(deal.id).await.unwrap(), Some(deal.clone()));
    assert_eq!(home.store.deal_by_key("d1").await.unwrap(), Some(deal.clone()));
    let counts = home.store.counts().await.unwrap();
    assert_eq!((counts.deals, counts.events), (1, 3));

    let other = home.store.create_deal("d2", vec![event("d2", "2026-01-01T00:00:00", kind::CREATED, None, &[])]).await;
    let other = other.unwrap();
    let found = home.store.deals(&[other.id, DealId::of_key("none"), deal.id]).await.unwrap();
    assert_eq!(found.iter().map(|d| d.key.as_str()).collect::<Vec<_>>(), ["d2", "d1"]);
    let _: Option<Money> = deal.value;
}

#[rstest]
#[tokio::test]
async fn what_was_seen_must_be_what_is_there(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let note = || vec![event("d", "2026-01-02T10:00:00", "note", None, &[])];
    let deal = home.store.create_deal("d", note()).await.unwrap();
    assert!(matches!(home.store.create_deal("d", note()).await, Err(StoreError::Conflict(_))));
    assert!(matches!(home.store.append(deal.id, Some(7), note()).await, Err(StoreError::Stale { current: 1 })));
    assert!(matches!(home.store.append(DealId::of_key("x"), None, note()).await, Err(StoreError::NotFound(_))));
    assert_eq!(home.store.append(deal.id, None, note()).await.unwrap().version, 2);
    let twice = note();
    home.store.append(deal.id, Some(2), twice.clone()).await.unwrap();
    assert!(matches!(home.store.append(deal.id, Some(3), twice).await, Err(StoreError::Conflict(_))));
    assert_eq!(home.store.events(deal.id).await.unwrap().len(), 3);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn of_two_at_once_one_wins(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let note = || vec![event("d", "2026-01-02T10:00:00", "note", None, &[])];
    let deal = home.store.create_deal("d", note()).await.unwrap();
    for round in 1..=10 {
        let both = [0, 1].map(|_| {
            let store = home.store.clone();
            tokio::spawn(async move { store.append(deal.id, Some(round), note()).await })
        });
        let mut won = 0;
        for one in both {
            match one.await.unwrap() {
                Ok(deal) => {
                    assert_eq!(deal.version, round + 1);
                    won += 1;
                }
                Err(StoreError::Stale { current }) => assert_eq!(current, round + 1),
                Err(other) => panic!("{other}"),
            }
        }
        assert_eq!(won, 1);
    }
    assert_eq!(home.store.events(deal.id).await.unwrap().len(), 11);
}

#[rstest]
#[case::update("UPDATE events SET kind = 'x'")]
#[case::delete("DELETE FROM events")]
#[case::version_update("UPDATE process_versions SET note = 'x'")]
#[case::version_delete("DELETE FROM process_versions")]
#[case::state_update("UPDATE process_states SET note = 'x'")]
#[case::state_delete("DELETE FROM process_states")]
#[tokio::test]
async fn the_database_refuses_to_rewrite_history(
    #[case] statement: &'static str,
    #[values(On::Sqlite, On::Postgres)] on: On,
) {
    let home = on.fresh().await;
    home.store.create_deal("d", vec![event("d", "2026-01-02T10:00:00", "note", None, &[])]).await.unwrap();
    let process = model::ids::ProcessId(Uuid::now_v7());
    home.store.save_process(process, 0, version("x", "", at("2026-01-02T10:00:00"))).await.unwrap();
    let error = home.bare(statement).await.unwrap_err().to_string();
    assert!(error.contains("append-only"), "{error}");
    assert_eq!(home.store.events(DealId::of_key("d")).await.unwrap().len(), 1);
    assert_eq!(home.store.process(process).await.unwrap().unwrap().note, "");
}

#[rstest]
#[tokio::test]
async fn many_deals_get_events_at_once_or_none_does(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    for key in ["a", "b"] {
        home.store.create_deal(key, vec![event(key, "2026-01-02T10:00:00", "note", None, &[])]).await.unwrap();
    }
    let moved = |key: &str| event(key, "2026-01-03T10:00:00", "deal.changed", None, &[("process_version", "p/2")]);
    let lost = home.store.append_all(vec![moved("a"), moved("nobody")]).await;
    assert!(matches!(lost, Err(StoreError::NotFound(_))), "{lost:?}");
    let version =
        async |key| home.store.deal_by_key(key).await.unwrap().unwrap().attributes.get("process_version").cloned();
    assert_eq!((version("a").await, version("b").await), (None, None));
    let ids = home.store.append_all(vec![moved("a"), moved("b")]).await.unwrap();
    assert_eq!(ids.len(), 2);
    assert_eq!((version("a").await.as_deref(), version("b").await.as_deref()), (Some("p/2"), Some("p/2")));
    assert_eq!(home.store.deal_by_key("a").await.unwrap().unwrap().version, 2);
}

#[rstest]
#[tokio::test]
async fn all_deals_come_in_order_with_their_own_events(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    for n in 0..5 {
        let key = format!("d{n}");
        let events = (0..n + 1).map(|i| event(&key, &format!("2026-01-{:02}T00:00:00", 9 - i), "note", None, &[]));
        home.store.create_deal(&key, events.collect()).await.unwrap();
    }
    let later = vec![event("d1", "2026-01-01T00:00:00", "early", None, &[])];
    home.store.append(DealId::of_key("d1"), None, later).await.unwrap();
    let mut seen = Vec::new();
    home.store
        .each_deal(&mut |deal, events| {
            assert!(events.iter().all(|e| e.deal == deal.id));
            assert!(events.is_sorted_by_key(|e| e.at));
            seen.push((deal.key, events.len(), events[0].kind.clone()));
        })
        .await
        .unwrap();
    let expected = [("d0", 1, "note"), ("d1", 3, "early"), ("d2", 3, "note"), ("d3", 4, "note"), ("d4", 5, "note")];
    assert_eq!(seen, expected.map(|(k, n, f)| (k.to_owned(), n, f.to_owned())));
}
