//! A later export of the same CRM: only what is new, and what must have happened between.

use model::Side;
use model::{
    Event, Outcome,
    event::{INFERRED, kind},
    fact::{DealFact, EventFact, FactSink},
    ids::DealId,
};
use rstest::rstest;
use store::{ImportWriter, Imported, Store, StoreError};

use crate::{deals::at, home::On, imports::import};

/// A row of an export: id, stage, outcome, value, when it was last changed.
type Row = (&'static str, &'static str, Outcome, &'static str, Option<&'static str>);

/// Tells the rows of an export, with an undated entry of the stage or a closing as the reader does, and one call on the
/// latest day.
fn export(
    rows: &'static [Row],
    day: &'static str,
) -> impl FnOnce(&mut ImportWriter) -> Result<(), StoreError> + Send + 'static {
    move |to| {
        for (key, stage, outcome, value, modified) in rows {
            to.row(0);
            let fields = [("name", *key), ("value", *value)];
            let open = *outcome == Outcome::Open;
            to.deal(DealFact {
                key,
                fields: &fields,
                created: Some(at("2026-01-01T00:00:00")),
                closed: None,
                outcome: Some(*outcome),
                stage: open.then_some(*stage),
                modified: modified.map(at),
            })?;
            let kind = match outcome {
                Outcome::Open => kind::STAGE,
                Outcome::Won => kind::WON,
                Outcome::Lost => kind::LOST,
            };
            to.event(EventFact { kind, activity: stage, stage: open.then_some(*stage), ..event(key) })?;
        }
        to.row(1);
        to.event(EventFact { at: Some(at(day)), kind: "call", activity: "Call", ..event("a") })
    }
}

fn event(deal: &str) -> EventFact<'_> {
    EventFact {
        deal,
        at: None,
        kind: "",
        activity: "",
        stage: None,
        side: Side::Rep,
        actor: None,
        attributes: &[],
        key: None,
    }
}

const FIRST: &[Row] = &[
    ("a", "Demo", Outcome::Open, "100", None),
    ("b", "Demo", Outcome::Open, "100", None),
    ("c", "Closed Lost", Outcome::Lost, "100", None),
    ("d", "Offer", Outcome::Open, "100", None),
    ("gone", "Offer", Outcome::Open, "100", None),
];

/// A month later: `a` as it was, `b` won, `c` open again, `d` back a stage and of another value.
const SECOND: &[Row] = &[
    ("a", "Demo", Outcome::Open, "100", None),
    ("b", "Closed Won", Outcome::Won, "100", Some("2026-03-07T00:00:00")),
    ("c", "Demo", Outcome::Open, "100", Some("2026-01-01T00:00:00")),
    ("d", "Demo", Outcome::Open, "150", None),
];

async fn inferred(store: &Store, key: &str) -> Vec<(String, String, Option<String>)> {
    let events = store.events(DealId::of_key(key)).await.unwrap();
    let is = |e: &&Event| e.attributes.contains_key(INFERRED);
    events.iter().filter(is).map(|e| (e.kind.clone(), e.at.to_string()[..10].to_owned(), e.stage.clone())).collect()
}

fn told(kind: &str, day: &str, stage: Option<&str>) -> (String, String, Option<String>) {
    (kind.to_owned(), day.to_owned(), stage.map(str::to_owned))
}

async fn both(store: &Store) -> Imported {
    import(store, "one", export(FIRST, "2026-03-01T00:00:00")).await.unwrap();
    import(store, "two", export(SECOND, "2026-04-01T00:00:00")).await.unwrap()
}

#[rstest]
#[tokio::test]
async fn what_changed_between_two_exports_is_inferred(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let store = &home.store;
    let second = both(store).await;
    assert_eq!(inferred(store, "a").await, []);
    // when the source last changed the row, if that is between the exports; else as the later export is dated
    assert_eq!(inferred(store, "b").await, [told(kind::WON, "2026-03-07", None)]);
    assert_eq!(inferred(store, "c").await, [told(kind::STAGE, "2026-03-01", Some("Demo"))]);
    assert_eq!(
        inferred(store, "d").await,
        [told(kind::CHANGED, "2026-04-01", Some("Demo")), told(kind::STAGE, "2026-04-01", Some("Demo"))]
    );
    let deal = |key: &'static str| async move { store.deal_by_key(key).await.unwrap().unwrap() };
    assert_eq!((deal("b").await.outcome, deal("c").await.outcome), (Outcome::Won, Outcome::Open));
    assert_eq!((deal("d").await.stage.as_deref(), deal("d").await.value.unwrap().minor), (Some("Demo"), 15_000));
    assert!(!deal("d").await.attributes.contains_key(INFERRED));
    assert_eq!(deal("gone").await.stage.as_deref(), Some("Offer"));
    // four events and the call; one row of the first file tells nothing new
    assert_eq!((second.events, second.inferred, second.old_rows), (5, 4, vec![1]));
    assert_eq!(second.missing, (1, vec!["gone".to_owned()]));
}

#[rstest]
#[tokio::test]
async fn the_later_export_again_adds_nothing(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let store = &home.store;
    both(store).await;
    let before = store.counts().await.unwrap().events;
    let again = import(store, "three", export(SECOND, "2026-04-01T00:00:00")).await.unwrap();
    assert_eq!((again.events, again.inferred, again.old_rows), (0, 0, vec![4, 1]));
    assert_eq!(store.counts().await.unwrap().events, before);
}

#[rstest]
#[tokio::test]
async fn back_to_the_first_stage_is_one_more_entry(#[values(On::Sqlite, On::Postgres)] on: On) {
    const BACK: &[Row] = &[("d", "Offer", Outcome::Open, "150", None)];
    let home = on.fresh().await;
    let store = &home.store;
    both(store).await;
    let third = import(store, "three", export(BACK, "2026-05-01T00:00:00")).await.unwrap();
    assert_eq!((third.inferred, third.missing.0), (1, 0), "one row of five deals is no whole export");
    assert_eq!(inferred(store, "d").await.last(), Some(&told(kind::STAGE, "2026-05-01", Some("Offer"))));
    store.undo_import(model::ids::ImportId::of_key("three"), at("2026-06-01T00:00:00")).await.unwrap();
    assert_eq!(store.deal_by_key("d").await.unwrap().unwrap().stage.as_deref(), Some("Demo"));
}
