//! Versions of processes; settings; backup.

use model::{Timestamp, ids::ProcessId};
use rstest::rstest;
use serde_json::json;
use store::{Location, NewVersion, Store, StoreError, VersionMark, VersionState};

use crate::{deals::at, home::On};

pub fn version<'a>(toml: &'a str, note: &'a str, at: Timestamp) -> NewVersion<'a> {
    NewVersion { name: "P", toml, note, by: Some("Ann"), at }
}

fn mark(version: i64, state: VersionState, at: Timestamp) -> VersionMark {
    VersionMark { version, state, note: "why".into(), by: None, at }
}

#[rstest]
#[tokio::test]
async fn versions_follow_each_other(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let store = &home.store;
    let id = ProcessId::of_key("p");
    let now = at("2026-03-01T12:00:00");
    assert_eq!(store.process(id).await.unwrap(), None);
    let early = store.save_process(id, 3, version("x", "", now)).await;
    assert!(matches!(early, Err(StoreError::Stale { current: 0 })), "{early:?}");
    assert_eq!(store.processes().await.unwrap(), []);

    let first = store.save_process(id, 0, version("a = 1", "first", now)).await.unwrap();
    assert_eq!((first.version, first.toml.as_str(), first.by.as_deref(), first.at), (1, "a = 1", Some("Ann"), now));
    let again = store.save_process(id, 0, version("x", "", now)).await;
    assert!(matches!(again, Err(StoreError::Stale { current: 1 })));
    let named = NewVersion { name: "Q", ..version("a = 2", "second", now) };
    let second = store.save_process(id, 1, named).await.unwrap();
    assert_eq!(store.process(id).await.unwrap(), Some(second));
    assert_eq!(store.process_version(id, 1).await.unwrap(), Some(first));
    assert_eq!(store.process_version(id, 3).await.unwrap(), None);
    let versions = store.process_versions(id).await.unwrap();
    assert_eq!(
        versions.iter().map(|v| (v.version, v.note.as_str())).collect::<Vec<_>>(),
        [(2, "second"), (1, "first")]
    );
    let all = store.processes().await.unwrap();
    let told = all.iter().map(|p| (p.id, p.name.as_str(), p.version, p.active)).collect::<Vec<_>>();
    assert_eq!(told, [(id, "Q", 2, Some(2))]);
}

#[rstest]
#[tokio::test]
async fn a_proposed_version_is_used_once_it_is_active(#[values(On::Sqlite, On::Postgres)] on: On) {
    use VersionState::{Active, Declined, Proposed};
    let home = on.fresh().await;
    let store = &home.store;
    let id = ProcessId::of_key("p");
    let now = at("2026-03-01T12:00:00");
    let first = store.propose_version(id, version("a = 1", "", now)).await.unwrap();
    assert_eq!((first.version, store.process(id).await.unwrap()), (1, None));
    assert_eq!(store.processes().await.unwrap()[0].active, None);
    store.mark_version(id, 0, mark(1, Active, now)).await.unwrap();
    assert_eq!(store.process(id).await.unwrap(), Some(first));

    let (second, third) = (version("a = 2", "", now), version("a = 3", "", now));
    store.propose_version(id, second).await.unwrap();
    store.propose_version(id, third).await.unwrap();
    store.mark_version(id, 1, mark(2, Active, now)).await.unwrap();
    let late = store.mark_version(id, 1, mark(3, Active, now)).await;
    assert!(matches!(late, Err(StoreError::Stale { current: 2 })), "{late:?}");
    let none = store.mark_version(id, 2, mark(9, Active, now)).await;
    assert!(matches!(none, Err(StoreError::NotFound(_))), "{none:?}");
    store.mark_version(id, 2, mark(3, Declined, now)).await.unwrap();
    store.mark_version(id, 2, mark(1, Active, now)).await.unwrap();
    assert_eq!(store.process(id).await.unwrap().map(|p| p.version), Some(1));
    let marks = store.version_marks(id).await.unwrap();
    assert_eq!(
        marks.iter().map(|m| (m.version, m.state)).collect::<Vec<_>>(),
        [(1, Proposed), (1, Active), (2, Proposed), (3, Proposed), (2, Active), (3, Declined), (1, Active)]
    );
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
