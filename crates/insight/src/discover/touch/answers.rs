//! How soon each side answers the other.
//!
//! A message (e-mail, call, chat, form) of one side begins a wait, unless one is running already; the first touchpoint of
//! the other side, whatever its channel, ends it. A wait that is running at the close, or at the end of the data, was not
//! answered.

use model::{Outcome, Side};

use super::{AnswerBin, AnswerTimes, Channel, Proportion, Touching};
use crate::{
    log::{EventLog, NEVER},
    parts::tallied,
    stats::quantile::summary_of_micros,
};

const HOUR: i64 = 3_600_000_000;
const DAY: i64 = 86_400_000_000;
/// Bounds of the bins in hours.
const BOUNDS: [i64; 6] = [1, 4, 24, 72, 168, 336];

/// Waits for one side.
#[derive(Default)]
struct Waits {
    answered: Vec<i64>,
    /// How long those waited that were not answered.
    left: Vec<i64>,
}

/// How soon we answer, and how soon they do.
pub(super) fn answers(log: &EventLog, acts: &Touching<'_>, deals: &[u32]) -> (AnswerTimes, AnswerTimes) {
    let now = log.as_of_micros();
    let take = |waits: &mut [Waits; 2], deal| take(log, acts, deal, now, waits);
    let [ours, theirs] = tallied(deals, Default::default, take, |[a, b], [c, d]| [a.with(c), b.with(d)]);
    rayon::join(|| times(ours), || times(theirs))
}

impl Waits {
    fn with(mut self, other: Self) -> Self {
        self.answered.extend(other.answered);
        self.left.extend(other.left);
        self
    }
}

/// A wait for an answer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wait {
    /// True if we are to answer, false if they are.
    pub ours: bool,
    /// When the message came, and when the answer did; where there is none, up to when it was waited for.
    pub from: i64,
    pub until: i64,
    pub answered: bool,
}

fn take(log: &EventLog, acts: &Touching<'_>, deal: u32, now: i64, waits: &mut [Waits; 2]) {
    waits_of(log, acts, deal, now, &mut |wait| {
        let side = &mut waits[usize::from(!wait.ours)];
        let list = if wait.answered { &mut side.answered } else { &mut side.left };
        list.push(wait.until - wait.from);
    });
}

/// Hands over the waits of a deal.
pub(crate) fn waits_of(log: &EventLog, acts: &Touching<'_>, deal: u32, now: i64, take: &mut dyn FnMut(Wait)) {
    // Since when we are to answer, and since when they are.
    let mut since: [Option<i64>; 2] = [None, None];
    for touch in acts.touches(deal).filter(|t| t.at != NEVER) {
        let (to_answer, answers) = match touch.side {
            Side::Prospect => (0, 1),
            Side::Rep => (1, 0),
            Side::System | Side::Unknown => continue,
        };
        if let Some(from) = since[answers].take() {
            take(Wait { ours: answers == 0, from, until: touch.at, answered: true });
        }
        if matches!(touch.channel, Channel::Email | Channel::Message | Channel::Phone) {
            since[to_answer].get_or_insert(touch.at);
        }
    }
    let closed = log.deals.closed.get(deal as usize).copied().unwrap_or(NEVER);
    let end = if log.outcome(deal) == Outcome::Open { now } else { closed };
    for (side, since) in since.into_iter().enumerate() {
        if let Some(from) = since.filter(|_| end != NEVER) {
            take(Wait { ours: side == 0, from, until: end.max(from), answered: false });
        }
    }
}

fn times(mut waits: Waits) -> AnswerTimes {
    let soon = waits.answered.iter().filter(|t| **t <= DAY).count() as u64;
    let late = waits.left.iter().filter(|t| **t > DAY).count() as u64;
    let answered = waits.answered.len() as u64;
    AnswerTimes {
        asked: answered + waits.left.len() as u64,
        answered,
        within_day: Proportion::new(soon, answered + late),
        spread: if answered > 0 { spread(&waits.answered) } else { Vec::new() },
        hours: summary_of_micros(&mut waits.answered, HOUR as f64),
    }
}

fn spread(answered: &[i64]) -> Vec<AnswerBin> {
    let mut counts = [0; BOUNDS.len() + 1];
    for time in answered {
        counts[BOUNDS.iter().filter(|bound| *time > **bound * HOUR).count()] += 1;
    }
    let bounds = BOUNDS.map(|hours| hours as f64);
    let from = std::iter::once(0.0).chain(bounds);
    let to = bounds.map(Some).into_iter().chain([None]);
    let bins = from.zip(to).zip(counts);
    bins.map(|((from_hours, to_hours), count)| AnswerBin { from_hours, to_hours, count }).collect()
}
