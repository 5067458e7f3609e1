//! Files and links of deals: kept, read by their deal alone, within limits.

use model::ids::DealId;
use rstest::rstest;
use store::StoreError;
use uuid::Uuid;

use crate::{deals::at, home::On};

const ROOM: i64 = 1_000;

#[rstest]
#[tokio::test]
async fn a_file_of_a_deal(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let store = &home.store;
    let [mill, other] = ["mill", "other"].map(DealId::of_key);
    let [first, second, third] = [1, 2, 3].map(Uuid::from_u128);
    let bytes: Vec<u8> = (0..=255).collect();
    store.add_deal_file(first, mill, bytes.clone(), ROOM, 2 * ROOM).await.unwrap();
    assert_eq!(store.deal_file(first, mill).await.unwrap(), Some(bytes));
    assert_eq!(store.deal_file(first, other).await.unwrap(), None, "the id alone opens nothing");

    let of_deal = store.add_deal_file(second, mill, vec![0; 800], ROOM, 2 * ROOM).await;
    assert!(matches!(of_deal, Err(StoreError::Conflict(_))), "{of_deal:?}");
    store.add_deal_file(second, other, vec![0; 800], ROOM, 2 * ROOM).await.unwrap();
    let of_all = store.add_deal_file(third, other, vec![0; 100], ROOM, ROOM).await;
    assert!(matches!(of_all, Err(StoreError::Conflict(_))), "{of_all:?}");

    store.remove_deal_file(first, other).await.unwrap();
    assert!(store.deal_file(first, mill).await.unwrap().is_some(), "another deal's file stays");
    store.remove_deal_file(first, mill).await.unwrap();
    assert_eq!(store.deal_file(first, mill).await.unwrap(), None);
}

#[rstest]
#[tokio::test]
async fn a_link_to_a_deal(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let store = &home.store;
    let [now, later] = ["2026-03-01T12:00:00", "2026-04-01T12:00:00"].map(at);
    let [mill, other] = ["mill", "other"].map(DealId::of_key);
    for (token, deal) in [("a", mill), ("b", mill), ("c", other)] {
        store.add_deal_link(token, "delivery", deal, later).await.unwrap();
    }
    assert_eq!(store.deal_by_link("a", "delivery", now).await.unwrap(), Some(mill));
    assert_eq!(store.deal_by_link("a", "brief", now).await.unwrap(), None, "a link of another kind");
    assert_eq!(store.deal_by_link("a", "delivery", later).await.unwrap(), None, "out of date");
    assert_eq!(store.deal_by_link("guessed", "delivery", now).await.unwrap(), None);
    store.revoke_deal_links(mill, "delivery", now).await.unwrap();
    for (token, deal) in [("a", None), ("b", None), ("c", Some(other))] {
        assert_eq!(store.deal_by_link(token, "delivery", now).await.unwrap(), deal, "{token}");
    }
}
