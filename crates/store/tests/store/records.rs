//! Things that people keep, and links to quotes.

use model::ids::DealId;
use rstest::rstest;
use serde_json::json;
use store::StoreError;
use uuid::Uuid;

use crate::{deals::at, home::On};

#[rstest]
#[tokio::test]
async fn every_version_is_kept(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let store = &home.store;
    let now = at("2026-03-01T12:00:00");
    let (a, b) = (Uuid::now_v7(), Uuid::now_v7());
    assert_eq!(store.record("plan", a).await.unwrap(), None);
    let first = store.keep_record("plan", a, 0, Some(json!({"rate": "0.1"})), Some("Ann"), now).await.unwrap();
    assert_eq!((first.version, first.by.as_deref()), (1, Some("Ann")));
    store.keep_record("plan", b, 0, Some(json!(2)), None, now).await.unwrap();
    store.keep_record("product", a, 0, Some(json!("other kind")), None, now).await.unwrap();
    for seen in [0, 2] {
        let late = store.keep_record("plan", a, seen, Some(json!(1)), None, now).await;
        assert!(matches!(late, Err(StoreError::Stale { current: 1 })), "{late:?}");
    }
    let second = store.keep_record("plan", a, 1, Some(json!({"rate": "0.2"})), None, now).await.unwrap();
    assert_eq!(store.record("plan", a).await.unwrap(), Some(second.clone()));
    assert_eq!(store.record_versions("plan", a).await.unwrap(), [second.clone(), first]);
    let of_kind: Vec<Uuid> = store.records("plan").await.unwrap().iter().map(|r| r.id).collect();
    assert_eq!(of_kind, [a, b]);

    store.keep_record("plan", a, 2, None, None, now).await.unwrap();
    assert_eq!(store.record("plan", a).await.unwrap(), None);
    assert_eq!(store.records("plan").await.unwrap().len(), 1);
    assert_eq!(store.record_versions("plan", a).await.unwrap().len(), 2, "what it said is kept");
    let gone = store.keep_record("plan", a, 3, Some(json!(1)), None, now).await;
    assert!(matches!(gone, Err(StoreError::Stale { current: 3 })), "{gone:?}");
}

#[rstest]
#[tokio::test]
async fn a_link_shows_its_quote_until_it_ends(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let store = &home.store;
    let (now, later) = (at("2026-03-01T12:00:00"), at("2026-04-01T12:00:00"));
    let deal = DealId::of_key("1");
    for (hash, quote) in [("a", "q1"), ("b", "q1"), ("c", "q2")] {
        store.add_quote_link(hash, deal, quote, later).await.unwrap();
    }
    assert_eq!(store.quote_by_link("a", now).await.unwrap(), Some((deal, "q1".into())));
    assert_eq!(store.quote_by_link("a", later).await.unwrap(), None);
    assert_eq!(store.quote_by_link("x", now).await.unwrap(), None);
    store.revoke_quote_links(deal, "q1", now).await.unwrap();
    assert_eq!(store.quote_by_link("b", now).await.unwrap(), None);
    assert_eq!(store.quote_by_link("c", now).await.unwrap(), Some((deal, "q2".into())));
}
