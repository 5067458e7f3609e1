//! Users, sessions, links.

use jiff::ToSpan;
use model::Timestamp;
use rstest::rstest;
use store::{NewUser, StoreError, UserChange};

use crate::home::On;

fn ann() -> NewUser {
    let created = "2026-01-01T00:00:00Z".parse().unwrap();
    NewUser { name: "Ann".into(), email: "Ann@Example.org".into(), role: "owner".into(), password_hash: None, created }
}

fn in_hours(hours: i64) -> Timestamp {
    Timestamp::now() + hours.hours()
}

#[rstest]
#[tokio::test]
async fn an_address_belongs_to_one_user_in_any_case(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let store = &home.store;
    assert_eq!(store.count_users().await.unwrap(), 0);
    let added = store.add_user(ann()).await.unwrap();
    let shouted = NewUser { email: " ANN@EXAMPLE.ORG".into(), ..ann() };
    assert!(matches!(store.add_user(shouted).await, Err(StoreError::Conflict(_))));
    assert_eq!(store.user_by_email("ann@EXAMPLE.org ").await.unwrap(), Some(added.clone()));
    assert_eq!(store.user(added.id).await.unwrap(), Some(added.clone()));
    assert_eq!(
        (added.email.as_str(), added.disabled, store.count_users().await.unwrap()),
        ("Ann@Example.org", false, 1)
    );

    let change = UserChange { role: Some("rep".into()), disabled: Some(true), ..UserChange::default() };
    let changed = store.update_user(added.id, change).await.unwrap();
    assert_eq!((changed.name.as_str(), changed.role.as_str(), changed.disabled), ("Ann", "rep", true));
    let hashed = UserChange { password_hash: Some("h".into()), ..UserChange::default() };
    let changed = store.update_user(added.id, hashed).await.unwrap();
    assert_eq!((changed.password_hash.as_deref(), changed.disabled), (Some("h"), true));
    assert_eq!(store.users().await.unwrap(), [changed]);
    let nobody = model::ids::UserId::of_key("nobody");
    assert!(matches!(store.update_user(nobody, UserChange::default()).await, Err(StoreError::NotFound(_))));
}

#[rstest]
#[tokio::test]
async fn a_session_holds_until_it_expires_or_ends(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let store = &home.store;
    let user = store.add_user(ann()).await.unwrap();
    store.add_session("long", user.id, in_hours(1)).await.unwrap();
    store.add_session("other", user.id, in_hours(1)).await.unwrap();
    store.add_session("over", user.id, in_hours(-1)).await.unwrap();
    assert_eq!(store.session("long").await.unwrap(), Some(user.clone()));
    assert_eq!(store.session("over").await.unwrap(), None);
    assert_eq!(store.session("unknown").await.unwrap(), None);
    store.end_session("long").await.unwrap();
    assert_eq!(store.session("long").await.unwrap(), None);

    let disabled = |disabled| UserChange { disabled: Some(disabled), ..UserChange::default() };
    store.update_user(user.id, disabled(true)).await.unwrap();
    assert_eq!(store.session("other").await.unwrap(), None);
    store.update_user(user.id, disabled(false)).await.unwrap();
    assert!(store.session("other").await.unwrap().is_some());
    store.end_sessions_of(user.id).await.unwrap();
    assert_eq!(store.session("other").await.unwrap(), None);
}

#[rstest]
#[tokio::test]
async fn a_link_signs_in_once(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let store = &home.store;
    let user = store.add_user(ann()).await.unwrap();
    store.add_link("once", user.id, in_hours(1)).await.unwrap();
    assert_eq!(store.take_link("once").await.unwrap(), Some(user.clone()));
    assert_eq!(store.take_link("once").await.unwrap(), None);
    store.add_link("over", user.id, in_hours(-1)).await.unwrap();
    assert_eq!(store.take_link("over").await.unwrap(), None);
    assert!(store.add_session("s", model::ids::UserId::of_key("nobody"), in_hours(1)).await.is_err());
}
