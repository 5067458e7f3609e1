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

/// An export of March that is imported after that of April.
const OLD: &[Row] = &[
    ("a", "Demo", Outcome::Open, "100", None),
    ("b", "Demo", Outcome::Open, "100", None),
    ("d", "Offer", Outcome::Open, "100", None),
    ("new", "Offer", Outcome::Open, "100", None),
];

#[rstest]
#[tokio::test]
async fn an_older_export_undoes_nothing(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let store = &home.store;
    import(store, "later", export(SECOND, "2026-04-01T00:00:00")).await.unwrap();
    let older = import(store, "older", export(OLD, "2026-03-01T00:00:00")).await.unwrap();
    let deal = |key: &'static str| async move { store.deal_by_key(key).await.unwrap().unwrap() };
    assert_eq!(deal("b").await.outcome, Outcome::Won);
    assert_eq!((deal("d").await.stage.as_deref(), deal("d").await.value.unwrap().minor), (Some("Demo"), 15_000));
    // what it tells with a date, and deals that were not there, count
    assert_eq!(deal("new").await.stage.as_deref(), Some("Offer"));
    assert_eq!((older.events, older.inferred, older.missing.0), (3, 0, 0), "a deal, its stage, a call");
    assert_eq!(older.old_rows, [3]);
    let said = older.older.unwrap();
    assert_eq!((said.until, said.known), (at("2026-03-01T00:00:00"), at("2026-04-01T00:00:00")));
    assert_eq!(said.deals, 2, "b and d stand otherwise");
    for key in ["a", "b", "d"] {
        assert_eq!(inferred(store, key).await, [], "{key}");
    }
    // the later export once more tells nothing new, and the next one is compared with it
    let again = import(store, "again", export(SECOND, "2026-04-01T00:00:00")).await.unwrap();
    assert_eq!((again.events, again.inferred, again.older), (0, 0, None));
    const NEXT: &[Row] = &[("d", "Offer", Outcome::Open, "100", None)];
    let next = import(store, "next", export(NEXT, "2026-05-01T00:00:00")).await.unwrap();
    assert_eq!((next.inferred, next.older), (2, None));
    assert_eq!((deal("d").await.stage.as_deref(), deal("d").await.value.unwrap().minor), (Some("Offer"), 10_000));
}

/// An export is later for the deals it names: what it says of another deal may be older all the same.
#[rstest]
#[tokio::test]
async fn which_export_is_older_is_asked_for_each_deal(#[values(On::Sqlite, On::Postgres)] on: On) {
    const MARCH: &[Row] = &[("x", "Demo", Outcome::Open, "100", None), ("y", "Demo", Outcome::Open, "100", None)];
    const MAY: &[Row] = &[("x", "Offer", Outcome::Open, "100", None)];
    const APRIL: &[Row] = &[("x", "Call", Outcome::Open, "100", None), ("y", "Call", Outcome::Open, "100", None)];
    let home = on.fresh().await;
    let store = &home.store;
    import(store, "march", export(MARCH, "2026-03-01T00:00:00")).await.unwrap();
    import(store, "may", export(MAY, "2026-05-01T00:00:00")).await.unwrap();
    let april = import(store, "april", export(APRIL, "2026-04-01T00:00:00")).await.unwrap();
    assert_eq!((april.inferred, april.older.unwrap().deals), (1, 1));
    let stage = |key: &'static str| async move { store.deal_by_key(key).await.unwrap().unwrap().stage };
    assert_eq!((stage("x").await.as_deref(), stage("y").await.as_deref()), (Some("Offer"), Some("Call")));
    assert_eq!(inferred(store, "y").await, [told(kind::STAGE, "2026-04-01", Some("Call"))]);
    // once the later one is taken back, April is the latest that is known
    store.undo_import(model::ids::ImportId::of_key("may"), at("2026-06-01T00:00:00")).await.unwrap();
    let again = import(store, "april again", export(APRIL, "2026-04-01T00:00:00")).await.unwrap();
    assert_eq!((again.inferred, again.older), (1, None));
    assert_eq!(stage("x").await.as_deref(), Some("Call"));
}

/// An older export with details and dated entries of stages.
#[rstest]
#[tokio::test]
async fn an_older_export_adds_what_was_not_known(#[values(On::Sqlite, On::Postgres)] on: On) {
    type Fields = &'static [(&'static str, &'static str)];
    fn tell(
        day: &'static str,
        fields: Fields,
        more: Option<(&'static str, Fields)>,
    ) -> impl FnOnce(&mut ImportWriter) -> Result<(), StoreError> + Send {
        move |to| {
            let (created, modified) = (Some(at("2026-01-01T00:00:00")), Some(at(day)));
            let (outcome, stage) = (Some(Outcome::Open), Some("Demo"));
            to.row(0);
            to.deal(DealFact { key: "a", fields, created, closed: None, outcome, stage, modified })?;
            let Some((stage, attributes)) = more else {
                let demo = EventFact { kind: kind::STAGE, activity: "Demo", stage: Some("Demo"), ..event("a") };
                return to.event(EventFact { at: Some(at("2026-01-10T00:00:00")), ..demo });
            };
            let entered = EventFact { kind: kind::STAGE, activity: stage, stage: Some(stage), ..event("a") };
            to.event(EventFact { at: Some(at("2026-02-01T00:00:00")), ..entered })?;
            let set = EventFact { kind: kind::CHANGED, activity: "Changed", attributes, ..event("a") };
            to.event(EventFact { at: Some(at("2026-02-02T00:00:00")), ..set })
        }
    }
    let home = on.fresh().await;
    let store = &home.store;
    import(store, "later", tell("2026-04-01T00:00:00", &[("value", "150"), ("owner", "Ann")], None)).await.unwrap();
    let fields = &[("value", "100"), ("industry", "pumps")];
    let more = ("Offer", &[("owner", "Bob")] as Fields);
    let older = import(store, "older", tell("2026-03-01T00:00:00", fields, Some(more))).await.unwrap();
    let deal = store.deal_by_key("a").await.unwrap().unwrap();
    assert_eq!(
        (deal.value.unwrap().minor, deal.owner.as_deref(), deal.stage.as_deref()),
        (15_000, Some("Ann"), Some("Demo"))
    );
    assert_eq!(deal.attributes.get("industry").map(String::as_str), Some("pumps"));
    assert_eq!(older.older.unwrap().deals, 1);
    // the entry of February and its owner are added; that both were back is known as of April
    assert_eq!(
        inferred(store, "a").await,
        [
            told(kind::CHANGED, "2026-03-01", Some("Demo")),
            told(kind::STAGE, "2026-04-01", Some("Demo")),
            told(kind::CHANGED, "2026-04-01", None)
        ]
    );
}
