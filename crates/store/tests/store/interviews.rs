//! Interviews and their links.

use jiff::ToSpan;
use model::{Timestamp, ids::DealId};
use rstest::rstest;
use store::{InterviewMark, NewInterview, StoreError};

use crate::home::On;

fn now() -> Timestamp {
    "2026-06-01T10:00:00Z".parse().unwrap()
}

fn asks(rep: &str, deals: &[&str]) -> NewInterview {
    NewInterview {
        rep: rep.into(),
        by: Some("Lea".into()),
        at: now(),
        expires: now() + 240.hours(),
        deals: deals.iter().map(|d| (DealId::of_key(d), format!("won, {d}"))).collect(),
    }
}

#[rstest]
#[tokio::test]
async fn a_rep_has_one_open_interview(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let store = &home.store;
    let first = store.ask(asks("Anna", &["1", "2"])).await.unwrap();
    let again = store.ask(asks("Anna", &["2", "3"])).await.unwrap();
    assert_eq!(first.id, again.id);
    let deals: Vec<_> = again.deals.iter().map(|d| (d.deal, d.why.as_str())).collect();
    let expected = ["1", "2", "3"].map(DealId::of_key).into_iter().zip(["won, 1", "won, 2", "won, 3"]);
    assert_eq!(deals, expected.collect::<Vec<_>>());
    let other = store.ask(asks("Ben", &["4"])).await.unwrap();
    assert_ne!(other.id, first.id);
    assert!(matches!(store.ask(asks("Ben", &[])).await, Err(StoreError::Conflict(_))));
    assert_eq!(store.interviews().await.unwrap(), [again.clone(), other]);

    // one that was revoked or has expired is not asked any more
    store.revoke_interview(first.id, now()).await.unwrap();
    assert_ne!(store.ask(asks("Anna", &["1"])).await.unwrap().id, first.id);
    let later = NewInterview { at: now() + 480.hours(), expires: now() + 720.hours(), ..asks("Ben", &["5"]) };
    assert_eq!(store.ask(later).await.unwrap().deals.len(), 1);
}

#[rstest]
#[tokio::test]
async fn a_link_leads_to_its_interview_until_it_ends(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let store = &home.store;
    let interview = store.ask(asks("Anna", &["1"])).await.unwrap();
    let other = store.ask(asks("Ben", &["2"])).await.unwrap();
    store.add_interview_link(interview.id, "a", now() + 1.hours()).await.unwrap();
    store.add_interview_link(interview.id, "b", now() + 480.hours()).await.unwrap();
    store.add_interview_link(other.id, "c", now() + 1.hours()).await.unwrap();
    assert!(store.add_interview_link(other.id, "c", now()).await.is_err(), "a token is used once");
    let at = |hours: i64| now() + hours.hours();
    let led = |hash: &'static str, hours| async move {
        store.interview_by_link(hash, at(hours)).await.unwrap().map(|i| i.id)
    };
    assert_eq!(led("a", 0).await, Some(interview.id));
    assert_eq!(led("a", 1).await, None, "expired");
    assert_eq!(led("b", 1).await, Some(interview.id));
    assert_eq!(led("c", 0).await, Some(other.id));
    assert_eq!(led("d", 0).await, None);
    let longer = store.interview(interview.id).await.unwrap().unwrap();
    assert_eq!(longer.expires, now() + 480.hours(), "as long as its longest link");

    store.revoke_interview(interview.id, at(2)).await.unwrap();
    assert_eq!(led("b", 1).await, None, "revoked");
    assert_eq!(led("c", 0).await, Some(other.id), "the others go on");
    let refused = store.add_interview_link(interview.id, "e", at(5)).await;
    assert!(matches!(refused, Err(StoreError::NotFound(_))), "no new link to what was revoked");
}

#[rstest]
#[tokio::test]
async fn it_is_done_with_its_last_deal(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let store = &home.store;
    let id = store.ask(asks("Anna", &["1", "2", "3"])).await.unwrap().id;
    let at = |hours: i64| now() + hours.hours();
    let deal = |key: &str| DealId::of_key(key);
    store.mark_interview(id, InterviewMark::Opened, at(1)).await.unwrap();
    store.mark_interview(id, InterviewMark::Opened, at(2)).await.unwrap();
    store.mark_interview(id, InterviewMark::Answered, at(2)).await.unwrap();
    store.mark_interview(id, InterviewMark::Answered, at(3)).await.unwrap();
    store.mark_interview(id, InterviewMark::Reminded, at(4)).await.unwrap();
    store.mark_interview(id, InterviewMark::DealDone(deal("1")), at(5)).await.unwrap();
    let seen = store.interview(id).await.unwrap().unwrap();
    assert_eq!((seen.opened, seen.answered, seen.reminded), (Some(at(1)), Some(at(3)), Some(at(4))));
    assert_eq!((seen.done, seen.deals[0].done, seen.deals[1].done), (None, Some(at(5)), None));
    store.remove_asked_deal(id, deal("3")).await.unwrap();
    assert!(matches!(store.remove_asked_deal(id, deal("3")).await, Err(StoreError::NotFound(_))));
    store.mark_interview(id, InterviewMark::DealDone(deal("2")), at(6)).await.unwrap();
    assert_eq!(store.interview(id).await.unwrap().unwrap().done, Some(at(6)));
    store.ask(asks("Anna", &["4"])).await.unwrap();
    assert_eq!(store.interview(id).await.unwrap().unwrap().done, None, "another deal is asked about");
}
