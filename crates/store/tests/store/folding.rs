//! The state that is stored is the fold over the events that count, whatever happened.

use model::Deal;
use rstest::rstest;

use crate::{
    histories::{History, Step},
    home::On,
};

/// Histories, and steps of each; `STAGECRAFT_HISTORIES` for more of them.
fn histories() -> u64 {
    std::env::var("STAGECRAFT_HISTORIES").ok().and_then(|n| n.parse().ok()).unwrap_or(12)
}
const STEPS: usize = 40;

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn state_is_the_fold_of_random_histories(#[values(On::Sqlite, On::Postgres)] on: On) {
    let mut seen = Vec::new();
    for seed in 1..=histories() {
        let home = on.fresh().await;
        let mut history = History::new(seed);
        for n in 0..STEPS {
            let (step, touched) = history.step(&home.store).await;
            if !touched.is_empty() && !seen.contains(&step) {
                seen.push(step);
            }
            for id in touched {
                let events = home.store.events(id).await.unwrap();
                let Some(stored) = home.store.deal(id).await.unwrap() else {
                    assert!(events.is_empty(), "seed {seed}, step {n} ({step:?}): {id} is gone, its events are not");
                    continue;
                };
                assert!(events.is_sorted_by_key(|event| event.at));
                let mut folded = Deal::new(id, stored.key.as_str());
                events.iter().for_each(|event| folded.apply(event));
                assert!(stored.version >= folded.version, "seed {seed}, step {n} ({step:?}): versions");
                folded.version = stored.version;
                assert_eq!(stored, folded, "seed {seed}, step {n} ({step:?}): {events:#?}");
            }
        }
    }
    // a run in which something never happened has shown less than it says
    for step in [Step::Create, Step::Append, Step::AppendAll, Step::Import, Step::Undo] {
        assert!(seen.contains(&step), "{step:?} never happened");
    }
}
