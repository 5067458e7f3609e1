//! Files of the library: kept, replaced by who has seen the last one, within a limit.

use rstest::rstest;
use store::StoreError;

use crate::{deals::at, home::On};

const ROOM: i64 = 1_000;

#[rstest]
#[tokio::test]
async fn a_file_is_kept_replaced_and_removed(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let store = &home.store;
    let now = at("2026-03-01T12:00:00");
    let bytes: Vec<u8> = (0..=255).collect();
    assert_eq!(store.files().await.unwrap(), []);
    assert_eq!(store.file("a.pdf").await.unwrap(), None);

    let first = store.put_file("Fälle.pdf", 0, bytes.clone(), ROOM, Some("Ann"), now).await.unwrap();
    assert_eq!((first.version, first.size, first.by.as_deref()), (1, 256, Some("Ann")));
    assert_eq!(store.file("Fälle.pdf").await.unwrap(), Some((first.clone(), bytes.clone())));

    let unseen = store.put_file("Fälle.pdf", 0, vec![1], ROOM, None, now).await;
    assert!(matches!(unseen, Err(StoreError::Stale { current: 1 })), "{unseen:?}");
    let second = store.put_file("Fälle.pdf", 1, vec![0; 900], ROOM, None, now).await.unwrap();
    assert_eq!((second.version, second.size), (2, 900));
    let late = store.put_file("Fälle.pdf", 1, vec![1], ROOM, None, now).await;
    assert!(matches!(late, Err(StoreError::Stale { current: 2 })), "{late:?}");

    let full = store.put_file("b.pdf", 0, vec![0; 200], ROOM, None, now).await;
    assert!(matches!(full, Err(StoreError::Conflict(_))), "{full:?}");
    store.put_file("b.pdf", 0, vec![0; 100], ROOM, None, now).await.unwrap();
    let names: Vec<String> = store.files().await.unwrap().into_iter().map(|f| f.name).collect();
    assert_eq!(names.len(), 2);

    let early = store.remove_file("b.pdf", 2).await;
    assert!(matches!(early, Err(StoreError::Stale { current: 1 })), "{early:?}");
    store.remove_file("b.pdf", 1).await.unwrap();
    let gone = store.remove_file("b.pdf", 1).await;
    assert!(matches!(gone, Err(StoreError::Stale { current: 0 })), "{gone:?}");
    assert_eq!(store.files().await.unwrap(), [second]);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_bring_a_file_at_once_one_wins(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let now = at("2026-03-01T12:00:00");
    let writers = (0..8u8).map(|n| {
        let store = home.store.clone();
        tokio::spawn(async move { store.put_file("a", 0, vec![n], ROOM, None, now).await })
    });
    let mut won = 0;
    for writer in writers.collect::<Vec<_>>() {
        match writer.await.unwrap() {
            Ok(_) => won += 1,
            Err(StoreError::Stale { current: 1 }) => {}
            Err(other) => panic!("{other:?}"),
        }
    }
    assert_eq!(won, 1);
}
