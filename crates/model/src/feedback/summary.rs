//! How it stands with what is said, by stage.

use std::collections::BTreeMap;

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Item, PartKind};
use crate::Timestamp;

/// Days that count as lately.
pub const LATELY: i64 = 90;

/// What is said against a stage.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[schema(as = StageFeedback)]
pub struct StageFeedback {
    /// What hinders, is missing or unclear, and is not settled.
    pub open_negative: u64,
    /// Of that, what came up or was reopened in the last 90 days, settled or not.
    pub opened_90: u64,
    /// What was settled in the last 90 days.
    pub closed_90: u64,
    /// Whole days since the oldest open one came up; none where none is open.
    pub oldest_open_days: Option<i64>,
}

/// What is said against a stage of a process, by their ids.
pub fn open_feedback(items: &[Item], process: &str, stage: &str, now: Timestamp) -> StageFeedback {
    of(items.iter().filter(|item| item.place.process == process && item.place.stage == stage), now)
}

/// The same of every stage that anything was said of, by process and stage.
pub fn by_stage(items: &[Item], now: Timestamp) -> BTreeMap<(String, String), StageFeedback> {
    let mut all: BTreeMap<(String, String), Vec<&Item>> = BTreeMap::new();
    for item in items {
        all.entry((item.place.process.clone(), item.place.stage.clone())).or_default().push(item);
    }
    all.into_iter().map(|(place, items)| (place, of(items.into_iter(), now))).collect()
}

/// How much is open against a part of a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = PartFeedback)]
pub struct PartFeedback {
    /// What of the stage.
    pub kind: PartKind,
    /// Its id in the stage.
    pub id: String,
    /// What hinders, is missing or unclear there, and is not settled.
    pub open_negative: u64,
}

/// The parts that something is open against.
pub fn by_part<'a>(items: impl Iterator<Item = &'a Item>) -> Vec<PartFeedback> {
    let mut all: BTreeMap<(PartKind, &str), u64> = BTreeMap::new();
    for part in
        items.filter(|item| item.is_open() && item.kind.is_negative()).filter_map(|item| item.place.part.as_ref())
    {
        *all.entry((part.kind, part.id.as_str())).or_default() += 1;
    }
    let told =
        |((kind, id), open_negative): ((PartKind, &str), u64)| PartFeedback { kind, id: id.to_owned(), open_negative };
    all.into_iter().map(told).collect()
}

fn of<'a>(items: impl Iterator<Item = &'a Item>, now: Timestamp) -> StageFeedback {
    let since = now.saturating_sub(SignedDuration::from_hours(24 * LATELY)).unwrap_or(Timestamp::MIN);
    let lately = |at: Timestamp| at > since && at <= now;
    let mut found = StageFeedback::default();
    for item in items.filter(|item| item.counts() && item.kind.is_negative()) {
        found.opened_90 += item.spans.iter().filter(|span| lately(span.from)).count() as u64;
        found.closed_90 += item.spans.iter().filter(|span| span.to.is_some_and(lately)).count() as u64;
        if item.is_open() {
            found.open_negative += 1;
            let days = item.open_days(now);
            found.oldest_open_days = Some(found.oldest_open_days.map_or(days, |oldest| oldest.max(days)));
        }
    }
    found
}

/// How long everything said against the process waited for an answer: days, and whether it was answered; what is settled
/// or taken up was, what is open has waited until now.
pub fn waits<'a>(items: impl Iterator<Item = &'a Item>, now: Timestamp) -> Vec<(f64, bool)> {
    let days = |from: Timestamp, to: Timestamp| (to.duration_since(from).as_secs_f64() / 86_400.0).max(0.0);
    items
        .filter(|item| item.counts() && item.kind.is_negative())
        .map(|item| match item.answered {
            Some(at) => (days(item.at, at), true),
            None => (days(item.at, now), false),
        })
        .collect()
}
