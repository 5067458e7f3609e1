//! Versions of processes; settings; backup.

use model::ids::ProcessId;
use rstest::rstest;
use serde_json::json;
use store::{Location, Store, StoreError};

use crate::{deals::at, home::On};

#[rstest]
#[tokio::test]
async fn versions_follow_each_other(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let store = &home.store;
    let id = ProcessId::of_key("p");
    let now = at("2026-03-01T12:00:00");
    assert_eq!(store.process(id).await.unwrap(), None);
    let early = store.save_process(id, "P", Some(3), "x", "", None, now).await;
    assert!(matches!(early, Err(StoreError::Stale { current: 0 })), "{early:?}");
    assert_eq!(store.processes().await.unwrap(), []);

    let first = store.save_process(id, "P", None, "a = 1", "first", Some("Ann"), now).await.unwrap();
    assert_eq!((first.version, first.toml.as_str(), first.by.as_deref(), first.at), (1, "a = 1", Some("Ann"), now));
    let again = store.save_process(id, "P", None, "x", "", None, now).await;
    assert!(matches!(again, Err(StoreError::Stale { current: 1 })));
    let second = store.save_process(id, "Q", Some(1), "a = 2", "second", None, now).await.unwrap();
    assert_eq!(store.process(id).await.unwrap(), Some(second));
    assert_eq!(store.process_version(id, 1).await.unwrap(), Some(first));
    assert_eq!(store.process_version(id, 3).await.unwrap(), None);
    let versions = store.process_versions(id).await.unwrap();
    assert_eq!(
        versions.iter().map(|v| (v.version, v.note.as_str())).collect::<Vec<_>>(),
        [(2, "second"), (1, "first")]
    );
    let all = store.processes().await.unwrap();
    assert_eq!(all.iter().map(|p| (p.id, p.name.as_str(), p.version)).collect::<Vec<_>>(), [(id, "Q", 2)]);
}

#[rstest]
#[tokio::test]
async fn a_setting_is_what_was_set_last(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let store = &home.store;
    assert_eq!(store.setting("house").await.unwrap(), None);
    for value in [json!({"colour": "#a00", "n": 1}), json!(null), json!(["ü"])] {
        store.set_setting("house", value.clone()).await.unwrap();
        assert_eq!(store.setting("house").await.unwrap(), Some(value));
    }
}

#[tokio::test]
async fn a_backup_is_a_database_of_its_own() {
    let home = On::Sqlite.fresh().await;
    home.store.set_setting("a", json!(1)).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    home.store.backup_to(&folder.path().join("stagecraft.db")).await.unwrap();
    let copy = Store::open(&Location::Sqlite(folder.path().to_owned())).await.unwrap();
    assert_eq!(copy.setting("a").await.unwrap(), Some(json!(1)));
    assert!(home.store.backup_to(&folder.path().join("stagecraft.db")).await.is_err());

    let error = On::Postgres.fresh().await.store.backup_to(&folder.path().join("x")).await.unwrap_err();
    assert!(error.to_string().contains("pg_dump"), "{error}");
}

#[rstest]
#[tokio::test]
async fn data_is_there_after_opening_again(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    home.store.set_setting("a", json!(1)).await.unwrap();
    home.store.close().await;
    let again = Store::open(&home.location).await.unwrap();
    assert_eq!(again.setting("a").await.unwrap(), Some(json!(1)));
}

#[test]
fn a_password_in_a_url_is_not_shown() {
    assert!(!format!("{:?}", Location::Postgres("postgres://me:secret@host/db".into())).contains("secret"));
}
