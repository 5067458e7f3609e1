//! How fast imports and the reading of everything are. Prints figures with `--no-capture`; only gross slowness fails.

use std::time::Instant;

use model::{
    Side, Timestamp,
    fact::{DealFact, EventFact, FactSink},
};
use rstest::rstest;
use store::ImportWriter;

use crate::{home::On, imports::import};

/// Deals of the speed test; `STAGECRAFT_SPEED_DEALS` for more.
fn deals() -> i64 {
    std::env::var("STAGECRAFT_SPEED_DEALS").ok().and_then(|n| n.parse().ok()).unwrap_or(2_000)
}

fn write(to: &mut ImportWriter) -> Result<(), store::StoreError> {
    for n in 0..deals() {
        let key = format!("deal-{n}");
        let fields = [("name", key.as_str()), ("owner", "Ann"), ("value", "1000"), ("sector", "retail")];
        let start = 1_700_000_000 + n * 60;
        let moment = |days: i64| Timestamp::from_second(start + days * 86_400).ok();
        to.deal(DealFact {
            key: &key,
            fields: &fields,
            created: moment(0),
            closed: None,
            outcome: None,
            stage: None,
            modified: None,
        })?;
        for day in 1..10 {
            to.event(EventFact {
                deal: &key,
                at: moment(day),
                kind: "call",
                activity: "Call",
                stage: None,
                side: Side::Rep,
                actor: Some("Ann"),
                attributes: &[],
                key: None,
            })?;
        }
    }
    Ok(())
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn many_events_a_second(#[values(On::Sqlite, On::Postgres)] on: On) {
    let home = on.fresh().await;
    let begun = Instant::now();
    let done = import(&home.store, "one", write).await.unwrap();
    let written = begun.elapsed();
    let begun = Instant::now();
    let mut read = 0;
    home.store.each_deal(&mut |_, events| read += events.len() as u64).await.unwrap();
    let all = begun.elapsed();
    let begun = Instant::now();
    let again = import(&home.store, "two", write).await.unwrap();
    let rate = |time: std::time::Duration| done.events as f64 / time.as_secs_f64();
    eprintln!(
        "{on:?}: {} events: {:.0}/s written, {:.0}/s read, {:.0}/s again",
        done.events,
        rate(written),
        rate(all),
        rate(begun.elapsed())
    );
    assert_eq!((done.events, read, again.duplicates), (deals().unsigned_abs() * 10, done.events, done.events));
    assert!(rate(written) > 2_000.0 && rate(all) > 2_000.0);
}
