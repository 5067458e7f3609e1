//! Pages of the manual.

use model::ids::PageId;
use rstest::rstest;
use store::{NewPage, PageChange, StoreError};

use crate::{deals::at, home::On};

fn page(section: &str, title: &str, position: f64) -> NewPage {
    NewPage {
        section: section.into(),
        title: title.into(),
        markdown: "# Hello".into(),
        position,
        by: Some("Ann".into()),
        at: at("2026-03-01T12:00:00"),
    }
}

fn retitle(title: &str) -> PageChange {
    PageChange {
        section: None,
        title: Some(title.into()),
        markdown: None,
        position: None,
        by: Some("Bob".into()),
        at: at("2026-03-02T12:00:00"),
    }
}

#[rstest]
#[tokio::test]
async fn every_version_of_a_page_is_kept(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let store = &home.store;
    let late = store.add_page(page("process", "Late", 2.5)).await.unwrap();
    let early = store.add_page(page("process", "Early", 1.0)).await.unwrap();
    store.add_page(page("a", "First", 9.0)).await.unwrap();
    let titles = |pages: Vec<store::PageRecord>| pages.into_iter().map(|p| p.title).collect::<Vec<_>>();
    assert_eq!(titles(store.pages().await.unwrap()), ["First", "Early", "Late"]);

    let changed = store.update_page(late.id, 1, retitle("Later")).await.unwrap();
    assert_eq!((changed.version, changed.position, changed.by.as_deref()), (2, 2.5, Some("Bob")));
    assert_eq!(store.page(late.id).await.unwrap(), Some(changed));
    assert!(matches!(store.update_page(late.id, 1, retitle("x")).await, Err(StoreError::Stale { current: 2 })));
    assert_eq!(titles(store.page_versions(late.id).await.unwrap()), ["Later", "Late"]);

    assert!(matches!(store.delete_page(early.id, 2).await, Err(StoreError::Stale { current: 1 })));
    store.delete_page(early.id, 1).await.unwrap();
    assert_eq!(store.page(early.id).await.unwrap(), None);
    assert_eq!(titles(store.pages().await.unwrap()), ["First", "Later"]);
    assert!(matches!(store.delete_page(early.id, 1).await, Err(StoreError::NotFound(_))));
    assert_eq!(titles(store.page_versions(early.id).await.unwrap()), ["Early"]);
    let unknown = PageId::of_key("none");
    assert!(matches!(store.update_page(unknown, 1, retitle("x")).await, Err(StoreError::NotFound(_))));
}
