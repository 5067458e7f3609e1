//! What is told of a history in words, and the map for paper.

use model::{
    Outcome,
    fact::{DealFact, FactSink, Rows},
};
use rstest::rstest;

use super::data::{sample, time};
use crate::{
    discover::{Told, Wanted, discover, discover_in_full, findings, map_that_fits},
    log::{EventLog, EventLogBuilder},
    select::Selection,
};

/// So many won and lost deals without steps.
fn closed(won: usize, lost: usize, open: usize) -> EventLog {
    let mut builder = EventLogBuilder::default();
    let outcomes = [(Outcome::Won, won), (Outcome::Lost, lost), (Outcome::Open, open)];
    for (number, outcome) in outcomes.into_iter().flat_map(|(o, n)| std::iter::repeat_n(o, n)).enumerate() {
        let key = format!("D{number}");
        let end = (outcome != Outcome::Open).then(|| time("2026-02-01")).flatten();
        let fact = DealFact {
            key: &key,
            fields: &[],
            created: time("2026-01-01"),
            closed: end,
            outcome: Some(outcome),
            stage: None,
            modified: None,
        };
        builder.deal(fact).unwrap_or_else(|never| match never {});
    }
    builder.finish()
}

fn told(log: &EventLog) -> Vec<Told> {
    findings(log, &Selection::default()).in_words()
}

#[rstest]
#[case::nothing(0, 0, 0, "How deals are won", "We can't tell yet: no deal is known to be won or lost.")]
#[case::none_closed(0, 0, 9, "How deals are won", "We can't tell yet: no deal is known to be won or lost.")]
#[case::few_won(3, 2, 0, "Time to close", "We can't tell yet: 3 won deals.")]
#[case::few_closed(
    3,
    2,
    0,
    "What goes with winning",
    "We can't tell yet what makes the difference: 3 won deals and 2 lost ones."
)]
fn what_cannot_be_told_is_said(
    #[case] won: usize,
    #[case] lost: usize,
    #[case] open: usize,
    #[case] about: &str,
    #[case] sentence: &str,
) {
    let told = told(&closed(won, lost, open));
    let found = told.iter().find(|t| t.about == about);
    assert_eq!(found.and_then(|t| t.sentences.first()).map(String::as_str), Some(sentence), "{told:?}");
}

#[test]
fn a_history_is_told_in_words() {
    let told = told(&sample());
    let about: Vec<&str> = told.iter().map(|t| t.about).collect();
    assert_eq!(
        about,
        [
            "Time to close",
            "Where the time goes",
            "What goes with winning",
            "First and last",
            "Touchpoints",
            "Moved on opinion"
        ]
    );
    let all: Vec<&String> = told.iter().flat_map(|t| &t.sentences).collect();
    assert!(all.iter().all(|s| !s.to_lowercase().contains("because")), "{all:?}");
    assert!(all.iter().any(|s| s.contains("the median sale would be 13 days shorter")), "{all:?}");
    assert_eq!(
        told[5].sentences,
        ["Connecting & Qualifying: 987 of 1,048 moves on came without an act of the prospect in it."]
    );
    let plain = told[2].sentences.last().unwrap();
    assert!(plain.starts_with("Counted plainly, the odds of winning were"), "{plain}");
}

/// The five fields stand beside the others, and are not there where only the counts were asked for.
#[test]
fn findings_are_fields_of_their_own() {
    let (log, all) = (closed(12, 12, 0), Selection::default());
    let fields = ["work_backward", "drivers", "first_and_last", "touchpoints", "bottlenecks"];
    let full = serde_json::to_value(discover_in_full(&log, &all, Rows::default())).unwrap();
    let counts = serde_json::to_value(discover(&log, &all, Rows::default())).unwrap();
    assert!(fields.iter().all(|f| full[f].is_object() && counts.get(f).is_none()));
    assert_eq!(full["deals"], counts["deals"]);
    let back: crate::discover::Discovery = serde_json::from_value(full.clone()).unwrap();
    assert_eq!(serde_json::to_value(back).unwrap(), full);
}

#[rstest]
#[case::a_sheet((930.0, 1060.0))]
#[case::half_a_sheet((800.0, 700.0))]
fn a_map_for_paper_fits(#[case] room: (f64, f64)) {
    let map = map_that_fits(&sample(), &Selection::default(), Wanted::All, room);
    assert!(map.width <= room.0 && map.height <= room.1, "{} × {}", map.width, map.height);
    assert!(map.activities.shown > 2 && map.activities.shown <= map.activities.of, "{:?}", map.activities);
}
