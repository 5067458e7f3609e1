//! Imports: repeated, taken back, broken off, corrected.

use model::{
    Outcome, Side, Timestamp,
    event::{INFERRED, kind},
    fact::{DealFact, EventFact, FactSink, LookupFact},
    ids::{DealId, ImportId},
};
use rstest::rstest;
use serde_json::json;
use store::{ImportStatus, ImportWriter, Imported, NewImport, Store, StoreError};

use crate::{
    deals::{at, event},
    home::On,
};

type Write = Result<(), StoreError>;

fn new(name: &str) -> NewImport {
    NewImport {
        id: ImportId::of_key(name),
        name: name.into(),
        files: vec!["deals.csv".into(), "events.csv".into()],
        by: Some("Ann".into()),
        plan: json!({"tables": 2}),
        at: at("2026-06-01T00:00:00"),
    }
}

/// Runs an import called `name` whose facts `write` gives.
pub async fn import(
    store: &Store,
    name: &str,
    write: impl FnOnce(&mut ImportWriter) -> Write + Send + 'static,
) -> Result<Imported, StoreError> {
    let mut writer = store.begin_import(new(name)).await?;
    let work = move || {
        write(&mut writer)?;
        writer.finish(json!({"read": 1}))
    };
    tokio::task::spawn_blocking(work).await.unwrap()
}

fn deal(to: &mut ImportWriter, key: &str, created: Option<&str>, fields: &[(&str, &str)]) -> Write {
    let created = created.map(at);
    to.deal(DealFact { key, fields, created, closed: None, outcome: None, stage: None, modified: None })
}

fn fact<'a>(deal: &'a str, when: Option<&str>, kind: &'a str, key: Option<&'a str>) -> EventFact<'a> {
    let at: Option<Timestamp> = when.map(at);
    let attributes: &[(&str, &str)] = &[("note", "a\0b")];
    EventFact { deal, at, kind, activity: kind, stage: None, side: Side::Rep, actor: Some("Rep"), attributes, key }
}

/// Two deals: one told by events before its row, with two equal events; one whose row has no date.
fn two_deals(to: &mut ImportWriter) -> Write {
    to.event(fact("a", Some("2026-01-03T00:00:00"), "call", None))?;
    to.event(fact("a", Some("2026-01-03T00:00:00"), "call", None))?;
    to.event(fact("a", Some("2026-01-05T00:00:00"), kind::WON, Some("w1")))?;
    deal(to, "a", Some("2026-01-01T00:00:00"), &[("name", "A"), ("sector", "retail")])?;
    deal(to, "b", None, &[("name", "B")])?;
    to.event(EventFact { stage: Some("Demo"), ..fact("b", None, kind::STAGE, None) })?;
    to.lookup(LookupFact { of: "product", key: "GTX", fields: &[("price", "5")] })
}

#[rstest]
#[tokio::test]
async fn facts_become_events_and_deals(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let store = &home.store;
    let (a, b) = (DealId::of_key("a"), DealId::of_key("b"));
    let done = import(store, "one", two_deals).await.unwrap();
    assert_eq!(done, Imported { events: 6, deals: vec![a, b], ..Imported::default() });

    let deal = store.deal(a).await.unwrap().unwrap();
    assert_eq!((deal.name.as_str(), deal.outcome, deal.version), ("A", Outcome::Won, 4));
    assert_eq!(deal.created, Some(at("2026-01-01T00:00:00")));
    let events = store.events(a).await.unwrap();
    assert_eq!(
        events.iter().map(|e| e.kind.as_str()).collect::<Vec<_>>(),
        ["deal.created", "call", "call", "deal.won"]
    );
    assert_eq!(events[1].attributes["note"], "a\u{fffd}b");
    assert!(events.iter().all(|e| e.import == Some(ImportId::of_key("one"))));

    let events = store.events(b).await.unwrap();
    let latest = at("2026-01-05T00:00:00");
    assert!(events.iter().all(|e| e.undated && e.at == latest), "{events:?}");
    let deal = store.deal(b).await.unwrap().unwrap();
    assert_eq!((deal.created, deal.stage.as_deref(), deal.stage_since), (None, Some("Demo"), None));

    let record = store.import(ImportId::of_key("one")).await.unwrap().unwrap();
    assert_eq!((record.status, record.events, record.deals), (ImportStatus::Done, 6, 2));
    assert_eq!((record.report, record.files.len(), record.plan), (Some(json!({"read": 1})), 2, json!({"tables": 2})));
    let lookups = store.lookups("product").await.unwrap();
    assert_eq!((lookups[0].key.as_str(), lookups[0].fields["price"].as_str()), ("GTX", "5"));
    assert_eq!(store.lookup_kinds().await.unwrap(), [("product".to_owned(), 1)]);
}

#[rstest]
#[tokio::test]
async fn the_same_again_adds_nothing(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let store = &home.store;
    import(store, "one", two_deals).await.unwrap();
    let before = store.deal_by_key("a").await.unwrap();
    let again = import(store, "two", two_deals).await.unwrap();
    assert_eq!(again, Imported { events: 0, duplicates: 6, ..Imported::default() });
    assert_eq!(store.deal_by_key("a").await.unwrap(), before);
    assert_eq!(store.counts().await.unwrap().events, 6);
}

#[rstest]
#[tokio::test]
async fn a_later_export_adds_what_differs(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let store = &home.store;
    let id = DealId::of_key("a");
    let told = |value: &'static str| {
        move |to: &mut ImportWriter| {
            deal(to, "a", Some("2026-01-01T00:00:00"), &[("name", "A"), ("value", value)])?;
            to.event(fact("z", Some("2026-01-09T00:00:00"), "call", Some("k")))
        }
    };
    import(store, "one", told("100")).await.unwrap();
    let second = import(store, "two", told("200")).await.unwrap();
    assert_eq!((second.events, second.duplicates, second.deals), (1, 1, vec![id]));
    let events = store.events(id).await.unwrap();
    assert_eq!((events[1].kind.as_str(), events[1].undated), (kind::CHANGED, false));
    assert_eq!((events[1].attributes[INFERRED].as_str(), events[1].attributes["value"].as_str()), ("true", "200"));
    assert_eq!(store.deal(id).await.unwrap().unwrap().value.unwrap().minor, 20_000);

    // what a person corrects is not undone by importing the same again
    let by_hand = event("a", "2026-07-01T00:00:00", kind::CHANGED, None, &[("value", "150")]);
    store.append(id, None, vec![by_hand]).await.unwrap();
    assert_eq!(import(store, "three", told("200")).await.unwrap().events, 0);
    assert_eq!(store.deal(id).await.unwrap().unwrap().value.unwrap().minor, 15_000);
}

#[rstest]
#[tokio::test]
async fn a_row_that_comes_twice_in_a_file_is_compared_with_itself(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let store = &home.store;
    let twice = |to: &mut ImportWriter| {
        deal(to, "a", Some("2026-01-01T00:00:00"), &[("name", "A")])?;
        deal(to, "a", Some("2026-01-01T00:00:00"), &[("name", "A")])?;
        deal(to, "a", Some("2026-01-01T00:00:00"), &[("name", "B")])?;
        to.event(fact("a", Some("2026-01-02T00:00:00"), "call", Some("k")))?;
        to.event(fact("a", Some("2026-01-02T00:00:00"), "call", Some("k")))
    };
    let done = import(store, "one", twice).await.unwrap();
    assert_eq!((done.events, done.duplicates), (3, 2));
    assert_eq!(store.deal_by_key("a").await.unwrap().unwrap().name, "B");
}

#[rstest]
#[tokio::test]
async fn an_import_is_taken_back_as_a_whole_and_can_come_again(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let store = &home.store;
    let (a, b) = (DealId::of_key("a"), DealId::of_key("b"));
    let own = event("a", "2025-12-01T00:00:00", kind::CREATED, None, &[("name", "Mine")]);
    let before = store.create_deal("a", vec![own.clone()]).await.unwrap();
    let first = import(store, "one", two_deals).await.unwrap();
    assert_eq!(store.deal(a).await.unwrap().unwrap().outcome, Outcome::Won);

    let now = at("2026-06-02T00:00:00");
    assert_eq!(store.undo_import(ImportId::of_key("one"), now).await.unwrap(), [a, b]);
    let after = store.deal(a).await.unwrap().unwrap();
    assert_eq!((after.name.as_str(), after.outcome), ("Mine", Outcome::Open));
    assert!(after.version > before.version + 3, "the version grows: {}", after.version);
    assert_eq!(store.events(a).await.unwrap(), [own]);
    assert_eq!(store.deal(b).await.unwrap(), None);
    assert_eq!(store.deals(&[b]).await.unwrap(), []);
    assert_eq!(store.events(b).await.unwrap(), []);
    assert_eq!(store.lookups("product").await.unwrap(), []);
    assert_eq!(store.lookup_kinds().await.unwrap(), []);
    let counts = store.counts().await.unwrap();
    assert_eq!((counts.deals, counts.events), (1, 1));
    let mut all = 0;
    store.each_deal(&mut |deal, events| all += usize::from(deal.id == a && events.len() == 1)).await.unwrap();
    assert_eq!(all, 1);
    // only an append-only trigger could tell that they are still there
    assert!(home.bare("DELETE FROM events").await.is_err());
    assert!(matches!(store.undo_import(ImportId::of_key("one"), now).await, Err(StoreError::Conflict(_))));
    assert!(matches!(store.undo_import(ImportId::of_key("none"), now).await, Err(StoreError::NotFound(_))));
    assert_eq!(store.import(ImportId::of_key("one")).await.unwrap().unwrap().status, ImportStatus::Undone);

    for name in ["two", "three"] {
        let again = import(store, name, two_deals).await.unwrap();
        assert_eq!((again.events, again.duplicates), (first.events, 0), "{name}");
        assert_eq!(store.events(a).await.unwrap().len(), 5);
        assert_eq!(store.events(b).await.unwrap().len(), 2);
        assert_eq!(import(store, &format!("{name} again"), two_deals).await.unwrap().duplicates, 6);
        store.undo_import(ImportId::of_key(name), now).await.unwrap();
    }
    let recreated = event("b", "2026-06-03T00:00:00", kind::CREATED, None, &[]);
    assert_eq!(store.create_deal("b", vec![recreated]).await.unwrap().key, "b");
}

#[rstest]
#[tokio::test]
async fn what_is_not_finished_was_never_there(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let store = &home.store;
    let mut writer = store.begin_import(new("one")).await.unwrap();
    let write = move || {
        for n in 0..9_000 {
            writer.event(fact(&format!("d{n}"), None, "call", None)).unwrap();
        }
        writer.reject("deals.csv", 7, "value", "x", "no number").unwrap();
    };
    tokio::task::spawn_blocking(write).await.unwrap();
    // the next import waits until the broken one is cleared away
    import(store, "two", two_deals).await.unwrap();
    assert_eq!(store.counts().await.unwrap().deals, 2);
    assert_eq!(store.deal_by_key("d1").await.unwrap(), None);
    assert_eq!(store.rejects(ImportId::of_key("one"), 0, 10).await.unwrap(), []);
    let broken = store.import(ImportId::of_key("one")).await.unwrap().unwrap();
    assert_eq!(broken.status, ImportStatus::Failed);
    store.fail_import(broken.id, "cancelled").await.unwrap();
    assert_eq!(store.import(broken.id).await.unwrap().unwrap().error.as_deref(), Some("cancelled"));
    store.fail_import(ImportId::of_key("two"), "too late").await.unwrap();
    let names: Vec<_> = store.imports().await.unwrap().into_iter().map(|i| (i.name, i.status)).collect();
    assert_eq!(names, [("two".to_owned(), ImportStatus::Done), ("one".to_owned(), ImportStatus::Failed)]);
}

#[rstest]
fn an_import_that_a_crash_interrupted_has_failed(#[values(On::Sqlite, On::Postgres)] on: On) {
    let first = tokio::runtime::Runtime::new().unwrap();
    let home = first.block_on(on.fresh());
    let mut writer = first.block_on(home.store.begin_import(new("one"))).unwrap();
    for n in 0..20_000 {
        writer.event(fact(&format!("d{n}"), None, "call", None)).unwrap();
    }
    // the runtime goes away with the transaction open: nothing can be tidied up
    first.shutdown_background();
    drop(writer);

    let second = tokio::runtime::Runtime::new().unwrap();
    let again = second.block_on(Store::open(&home.location)).unwrap();
    let record = second.block_on(again.imports()).unwrap().remove(0);
    assert_eq!(record.status, ImportStatus::Failed);
    assert!(record.error.unwrap().contains("stopped"));
    assert_eq!(second.block_on(again.counts()).unwrap(), store::Counts::default());
    let done = second.block_on(import(&again, "two", two_deals)).unwrap();
    assert_eq!(done.events, 6);
}

/// `stagecraft import` beside a server that imports.
#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn an_import_goes_on_when_another_program_opens_the_database(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let mut writer = home.store.begin_import(new("one")).await.unwrap();
    let some = move || {
        for n in 0..20_000 {
            writer.event(fact(&format!("d{n}"), None, "call", None)).unwrap();
        }
        writer
    };
    let writer = tokio::task::spawn_blocking(some).await.unwrap();
    let other = Store::open(&home.location).await.unwrap();
    let status = || async { other.import(ImportId::of_key("one")).await.unwrap().unwrap().status };
    assert_eq!(status().await, ImportStatus::Running);
    tokio::task::spawn_blocking(move || writer.finish(json!({})).unwrap()).await.unwrap();
    assert_eq!(status().await, ImportStatus::Done);
    // and the other one can import now
    assert_eq!(import(&other, "two", two_deals).await.unwrap().events, 6);
}

#[rstest]
#[tokio::test]
async fn rejected_rows_are_read_in_pages(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let store = &home.store;
    let write = |to: &mut ImportWriter| {
        for line in 2..7 {
            to.reject("deals.csv", line, "value", "=1+\0", "no number")?;
        }
        Ok(())
    };
    let done = import(store, "one", write).await.unwrap();
    assert_eq!(done, Imported::default());
    let id = ImportId::of_key("one");
    let first = store.rejects(id, 0, 3).await.unwrap();
    assert_eq!(first.iter().map(|r| r.line).collect::<Vec<_>>(), [2, 3, 4]);
    assert_eq!((first[0].column.as_str(), first[0].value.as_str()), ("value", "=1+\u{fffd}"));
    let rest = store.rejects(id, first[2].seq, 10).await.unwrap();
    assert_eq!(rest.iter().map(|r| r.line).collect::<Vec<_>>(), [5, 6]);
    assert!(matches!(store.begin_import(new("one")).await, Err(StoreError::Conflict(_))));
}

/// At its first moment the deal has an event with that date and one without any: the one recorded first says when it began.
#[rstest]
#[tokio::test]
async fn at_the_same_moment_the_order_of_recording_counts(
    #[values(On::Sqlite, On::Postgres)] on: On,
    #[values(true, false)] call_first: bool,
) {
    let home = on.fresh().await;
    let write = move |to: &mut ImportWriter| {
        let call = fact("a", Some("2026-01-05T00:00:00"), "call", None);
        if call_first {
            to.event(call)?;
            return to.event(fact("a", None, "email.sent", None));
        }
        to.event(fact("a", None, "email.sent", None))?;
        to.event(call)
    };
    import(&home.store, "one", write).await.unwrap();
    let deal = home.store.deal_by_key("a").await.unwrap().unwrap();
    assert_eq!(deal.created, call_first.then(|| at("2026-01-05T00:00:00")));
    assert_eq!(deal.version, 2);
}

#[rstest]
#[tokio::test]
async fn nothing_dated_counts_as_of_the_import(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let store = &home.store;
    import(store, "one", |to| deal(to, "a", None, &[])).await.unwrap();
    let events = store.events(DealId::of_key("a")).await.unwrap();
    assert_eq!((events[0].at, events[0].undated), (at("2026-06-01T00:00:00"), true));
}
