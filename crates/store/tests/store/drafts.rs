//! Drafts: the latest state, and who was faster.

use rstest::rstest;
use serde_json::json;
use store::StoreError;

use crate::{deals::at, home::On};

#[rstest]
#[tokio::test]
async fn a_draft_rests_on_the_one_before(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let store = &home.store;
    let now = at("2026-03-01T12:00:00");
    assert_eq!(store.draft("proposal").await.unwrap(), None);
    let early = store.save_draft("proposal", 4, json!({}), None, now).await;
    assert!(matches!(early, Err(StoreError::Stale { current: 0 })), "{early:?}");
    assert_eq!(store.draft("proposal").await.unwrap(), None, "a refused draft leaves nothing");

    let first = store.save_draft("proposal", 0, json!({"words": {"a": "ü"}}), Some("Ann"), now).await.unwrap();
    assert_eq!((first.version, &first.content["words"]["a"], first.by.as_deref()), (1, &json!("ü"), Some("Ann")));
    let late = store.save_draft("proposal", 0, json!("late"), Some("Ben"), now).await;
    assert!(matches!(late, Err(StoreError::Stale { current: 1 })), "{late:?}");
    assert_eq!(store.draft("proposal").await.unwrap(), Some(first));
    let second = store.save_draft("proposal", 1, json!(null), None, now).await.unwrap();
    assert_eq!(store.draft("proposal").await.unwrap(), Some(second));
    assert_eq!(store.draft("other").await.unwrap(), None);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_write_at_once_one_wins(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let now = at("2026-03-01T12:00:00");
    for seen in 0..4 {
        let writers = (0..8).map(|n| {
            let store = home.store.clone();
            tokio::spawn(async move { store.save_draft("proposal", seen, json!(n), None, now).await })
        });
        let mut won = Vec::new();
        for writer in writers.collect::<Vec<_>>() {
            match writer.await.unwrap() {
                Ok(saved) => won.push(saved),
                Err(StoreError::Stale { current }) => assert_eq!(current, seen + 1),
                Err(other) => panic!("{other:?}"),
            }
        }
        assert_eq!(won.len(), 1);
        assert_eq!(home.store.draft("proposal").await.unwrap(), won.pop());
    }
}
