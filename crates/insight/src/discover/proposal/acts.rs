//! What was done in each stage, by whom, in won and in lost deals.

use model::{Outcome, Side, event::kind};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::{
    define::stays::{Left, Stay, Told},
    discover::drivers::WonLost,
    log::{Class, EventLog, MICROS_A_DAY, NEVER},
};

/// Different acts looked at, the most frequent ones.
const LOOKED_AT: usize = 200;

/// Something that somebody does: the same kind, name, side, tag and content.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Act {
    pub kind: String,
    pub name: String,
    pub side: Side,
    pub tag: Option<String>,
    pub content: Option<String>,
}

/// What is known of an act in a stage; deals are closed ones.
#[derive(Debug, Clone, Default)]
pub(super) struct Tally {
    /// Deals in which it was done during the stage.
    pub done: WonLost,
    /// How often it was done in the stage by deals won in the end.
    pub times: u64,
    /// Deals in which it was done in the stage for the first time.
    pub first: u64,
    /// Of the deals that left the stage forward, those in which it had been done by then, here or before.
    pub had_onward: WonLost,
    /// Of all deals that left the stage, those in which it had been done by then.
    pub had: WonLost,
    /// Days from entering the stage to the first one, of won deals.
    pub after: Vec<f64>,
}

/// What happened in a stage.
#[derive(Debug, Clone, Default)]
pub(super) struct StageActs {
    /// Closed deals that were in it.
    pub deals: WonLost,
    /// Closed deals that went on from it, to another stage or to being won.
    pub onward: WonLost,
    /// Closed deals that left it, being lost from it included.
    pub left: WonLost,
    /// By the place of the act in [`Acts::acts`].
    pub tallies: Vec<Tally>,
}

/// Everything done in all stages.
#[derive(Debug, Clone, Default)]
pub(super) struct Acts {
    pub acts: Vec<Act>,
    pub stages: Vec<StageActs>,
}

impl Acts {
    /// Counts what was done in `stages` stages, told from the closed ones of the deals; `onward` says whether going from
    /// one stage to another is moving on.
    pub(super) fn of(
        log: &EventLog,
        deals: &[u32],
        told: &Told,
        stages: usize,
        onward: impl Fn(usize, usize) -> bool + Sync,
    ) -> Self {
        let (acts, places) = most_frequent(log, deals);
        let fresh = || {
            let stage = StageActs { tallies: vec![Tally::default(); acts.len()], ..StageActs::default() };
            vec![stage; stages]
        };
        let count = |deals: &[u32]| {
            let mut found = fresh();
            deals.iter().for_each(|deal| add(log, *deal, told, &onward, &places, &mut found));
            found
        };
        // Added up in order, so that the figures come out alike every time.
        let parts: Vec<Vec<StageActs>> = deals.par_chunks(16_384).map(count).collect();
        let stages = parts.into_iter().fold(fresh(), merged);
        Self { acts, stages }
    }

    /// How many first times an act has in all stages together.
    pub(super) fn firsts(&self, act: usize) -> u64 {
        self.stages.iter().map(|s| s.tallies[act].first).sum()
    }
}

/// Sort, side and detail of an event together.
type Code = (u32, Side, u32);

/// The acts that come most often, and the place of each code.
fn most_frequent(log: &EventLog, deals: &[u32]) -> (Vec<Act>, FxHashMap<Code, usize>) {
    let mut counts: FxHashMap<Code, u64> = FxHashMap::default();
    for deal in deals {
        for i in log.range(*deal) {
            let row = log.events.row(i);
            if log.sorts.all[row.sort as usize].class == Class::Activity {
                *counts.entry((row.sort, row.side, row.detail)).or_default() += 1;
            }
        }
    }
    let mut by_act: FxHashMap<Act, (u64, Vec<Code>)> = FxHashMap::default();
    for (code, count) in counts {
        let entry = by_act.entry(act(log, code)).or_default();
        entry.0 += count;
        entry.1.push(code);
    }
    let mut all: Vec<(Act, (u64, Vec<Code>))> = by_act.into_iter().collect();
    all.sort_by(|(a, (n, _)), (b, (m, _))| m.cmp(n).then_with(|| (&a.kind, &a.name).cmp(&(&b.kind, &b.name))));
    all.truncate(LOOKED_AT);
    let mut places = FxHashMap::default();
    let acts = all.into_iter().enumerate().map(|(place, (act, (_, codes)))| {
        places.extend(codes.into_iter().map(|code| (code, place)));
        act
    });
    (acts.collect(), places)
}

fn act(log: &EventLog, (sort, side, detail): Code) -> Act {
    let sort = log.sorts.all[sort as usize];
    let details = log.details.all.get(detail as usize).map_or(&[][..], Vec::as_slice);
    let text = |wanted: &str| {
        let found = details.iter().find(|(name, _)| log.details.texts.get(*name) == wanted);
        found.map(|(_, value)| log.details.texts.get(*value).to_owned())
    };
    Act {
        kind: log.sorts.kinds.get(sort.kind).to_owned(),
        name: log.sorts.names.get(sort.name).to_owned(),
        side,
        tag: text("tag"),
        content: text("content"),
    }
}

fn add(
    log: &EventLog,
    deal: u32,
    told: &Told,
    onward: &impl Fn(usize, usize) -> bool,
    places: &FxHashMap<Code, usize>,
    found: &mut [StageActs],
) {
    let outcome = log.outcome(deal);
    let stays = told.stays(log, deal);
    if outcome == Outcome::Open || stays.is_empty() {
        return;
    }
    // Acts with the row at which each was done, in order.
    let act_of = |i: usize| {
        let row = log.events.row(i);
        places.get(&(row.sort, row.side, row.detail)).copied()
    };
    let done: Vec<(usize, usize)> = log.range(deal).filter_map(|i| Some((i, act_of(i)?))).collect();
    for (stage, acts) in found.iter_mut().enumerate() {
        let here: Vec<&Stay> = stays.iter().filter(|s| s.stage == stage).collect();
        let (Some(first), Some(last)) = (here.first(), here.last()) else { continue };
        acts.deals.add(outcome);
        let left = last.left != Left::Not;
        let onward = moved_on(&stays, stage, onward);
        if left {
            acts.left.add(outcome);
        }
        if onward.is_some() {
            acts.onward.add(outcome);
        }
        let mut seen: Vec<usize> = Vec::new();
        for (i, act) in &done {
            let tally = &mut acts.tallies[*act];
            let inside = here.iter().any(|s| s.events.contains(i));
            let new = !seen.contains(act);
            if inside {
                tally.times += u64::from(outcome == Outcome::Won);
            }
            if new && *i < last.events.end {
                seen.push(*act);
                tally.first += u64::from(inside);
                if left {
                    tally.had.add(outcome);
                }
                if onward.is_some_and(|onward| *i < onward.events.end) {
                    tally.had_onward.add(outcome);
                }
            }
        }
        during(log, &done, &here, outcome, first.from, acts);
    }
}

/// The last stay in a stage that ended with moving on.
fn moved_on<'s>(stays: &'s [Stay], stage: usize, onward: &impl Fn(usize, usize) -> bool) -> Option<&'s Stay> {
    let here = stays.iter().enumerate().rev().filter(|(_, stay)| stay.stage == stage);
    let mut on = here.filter(|(at, stay)| match stay.left {
        Left::Won => true,
        Left::On => stays.get(at + 1).is_some_and(|next| onward(stage, next.stage)),
        Left::Not | Left::Lost => false,
    });
    on.next().map(|(_, stay)| stay)
}

/// Counts each act once that was done while the deal was in the stage.
fn during(log: &EventLog, done: &[(usize, usize)], here: &[&Stay], outcome: Outcome, from: i64, acts: &mut StageActs) {
    let mut seen: Vec<usize> = Vec::new();
    for (i, act) in done.iter().filter(|(i, _)| here.iter().any(|s| s.events.contains(i))) {
        if seen.contains(act) {
            continue;
        }
        seen.push(*act);
        acts.tallies[*act].done.add(outcome);
        let at = log.events.row(*i).at;
        if outcome == Outcome::Won && at != NEVER && from != NEVER {
            acts.tallies[*act].after.push((at - from) as f64 / MICROS_A_DAY);
        }
    }
}

fn merged(mut all: Vec<StageActs>, more: Vec<StageActs>) -> Vec<StageActs> {
    for (a, b) in all.iter_mut().zip(more) {
        (a.deals, a.onward, a.left) = (a.deals.plus(b.deals), a.onward.plus(b.onward), a.left.plus(b.left));
        for (a, b) in a.tallies.iter_mut().zip(b.tallies) {
            (a.done, a.had, a.had_onward) = (a.done.plus(b.done), a.had.plus(b.had), a.had_onward.plus(b.had_onward));
            a.times += b.times;
            a.first += b.first;
            a.after.extend(b.after);
        }
    }
    all
}

impl Act {
    /// The kind that a criterion asks for: the touchpoint's, or the name where the source gave no kind.
    pub(super) fn wanted(&self) -> &str {
        if self.kind == kind::ACTIVITY { &self.name } else { &self.kind }
    }

    /// The touchpoint it is, if it is a common one.
    pub(super) fn touchpoint(&self) -> Option<&'static model::touchpoint::Touchpoint> {
        model::touchpoint::touchpoint(&self.kind)
    }
}
