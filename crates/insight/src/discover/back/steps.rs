//! The average steps of won deals, counted back from the close.

use std::collections::BTreeMap;

use model::Side;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::{BackStep, Touches};
use crate::{
    discover::touch::{Channel, Touching},
    log::{Class, EventLog, MICROS_A_DAY, NEVER, NONE},
    stats::{
        proportion::wilson,
        quantile::{summary, summary_of_micros},
    },
};

/// Steps listed at most.
const LISTED: usize = 40;
/// A step that fewer than one in so many deals have is left out.
const RARE: usize = 10;
/// From so few deals on every step is listed.
const FEW: usize = 10;
/// Places are kept in parts of this.
const WHOLE: f64 = 1e6;

/// The steps and what comes with them.
pub(super) struct Found {
    pub steps: Vec<BackStep>,
    pub rare: u64,
    pub touches: Touches,
    pub touchpoints: bool,
}

/// What a deal has of one step.
#[derive(Clone, Copy)]
struct Of {
    name: u32,
    stage: u32,
    first: i64,
    last: i64,
    times: i64,
}

#[derive(Default)]
struct Tally {
    is_stage: bool,
    channel: Option<Channel>,
    prospect: u64,
    rep: u64,
    other: u64,
    deals: u64,
    stages: BTreeMap<u32, u64>,
    times: Vec<i64>,
    first: Vec<i64>,
    last: Vec<i64>,
    place: Vec<i64>,
}

#[derive(Default)]
struct Tallies {
    steps: FxHashMap<u32, Tally>,
    touches: [Vec<i64>; 3],
}

pub(super) fn steps(log: &EventLog, acts: &Touching<'_>, deals: &[u32]) -> Found {
    let count = |deals: &[u32]| deals.iter().fold(Tallies::default(), |t, deal| t.with(log, acts, *deal));
    let tallies = deals.par_chunks(8_192).map(count).reduce(Tallies::default, Tallies::merged);
    let all = tallies.steps.len();
    let least = if deals.len() < FEW { 1 } else { deals.len().div_ceil(RARE) as u64 };
    let mut kept: Vec<(u32, Tally)> = tallies.steps.into_iter().filter(|(_, t)| t.deals >= least).collect();
    kept.sort_by(|(a, x), (b, y)| y.deals.cmp(&x.deals).then_with(|| a.cmp(b)));
    kept.truncate(LISTED);
    let rare = (all - kept.len()) as u64;
    let touchpoints = kept.iter().any(|(_, t)| !t.is_stage);
    let mut steps: Vec<(u32, BackStep)> =
        kept.into_par_iter().map(|(name, tally)| (name, step(log, name, tally, deals.len() as u64))).collect();
    arrange(log, acts, deals, &mut steps);
    let [all, prospect, rep] = tallies.touches.map(|mut counts| summary_of_micros(&mut counts, 1.0));
    let touches = Touches { all, prospect, rep };
    Found { steps: steps.into_iter().map(|(_, step)| step).collect(), rare, touches, touchpoints }
}

impl Tallies {
    fn with(mut self, log: &EventLog, acts: &Touching<'_>, deal: u32) -> Self {
        let (mut stage, mut mine, mut touches) = (NONE, Vec::<Of>::new(), [0_i64; 3]);
        for place in acts.before(deal) {
            let sort = log.sorts.all[log.events.sort[place] as usize];
            let is_stage = sort.class == Class::Stage;
            let touch = acts.touch(place);
            if !is_stage && touch.is_none() {
                continue;
            }
            if is_stage {
                stage = sort.stage;
            }
            let side = touch.map_or(log.events.side[place], |t| t.side);
            let tally = self.steps.entry(sort.name).or_default();
            (tally.is_stage, tally.channel) = (is_stage, touch.map(|t| t.channel));
            *tally.by(side) += 1;
            if touch.is_some() {
                touches[0] += 1;
                touches[1] += i64::from(side == Side::Prospect);
                touches[2] += i64::from(side == Side::Rep);
            }
            let at = log.events.at[place];
            match mine.iter_mut().find(|of| of.name == sort.name) {
                Some(of) => (of.last, of.times) = (at, of.times + 1),
                None => mine.push(Of { name: sort.name, stage, first: at, last: at, times: 1 }),
            }
        }
        self.touches.iter_mut().zip(touches).for_each(|(all, n)| all.push(n));
        let (from, to) = (log.deals.created[deal as usize], log.deals.closed[deal as usize]);
        for of in mine {
            if let Some(tally) = self.steps.get_mut(&of.name) {
                tally.take(of, from, to);
            }
        }
        self
    }

    fn merged(mut self, other: Self) -> Self {
        for (name, more) in other.steps {
            self.steps.entry(name).or_default().add(more);
        }
        self.touches.iter_mut().zip(other.touches).for_each(|(a, b)| a.extend(b));
        self
    }
}

impl Tally {
    fn by(&mut self, side: Side) -> &mut u64 {
        match side {
            Side::Prospect => &mut self.prospect,
            Side::Rep => &mut self.rep,
            Side::System | Side::Unknown => &mut self.other,
        }
    }

    fn take(&mut self, of: Of, from: i64, to: i64) {
        self.deals += 1;
        self.times.push(of.times);
        *self.stages.entry(of.stage).or_default() += 1;
        if of.first == NEVER || of.last == NEVER || to == NEVER {
            return;
        }
        // What is on the day of closing, after a closing known by its day alone, is no day before it.
        self.first.push((to - of.first).max(0));
        self.last.push((to - of.last).max(0));
        if from < to {
            let place = (of.first - from) as f64 / (to - from) as f64;
            self.place.push((place.clamp(0.0, 1.0) * WHOLE) as i64);
        }
    }

    fn add(&mut self, more: Self) {
        self.is_stage = more.is_stage;
        self.channel = more.channel;
        self.prospect += more.prospect;
        self.rep += more.rep;
        self.other += more.other;
        self.deals += more.deals;
        for (stage, n) in more.stages {
            *self.stages.entry(stage).or_default() += n;
        }
        self.times.extend(more.times);
        self.first.extend(more.first);
        self.last.extend(more.last);
        self.place.extend(more.place);
    }

    /// Whose act it was most often.
    fn side(&self) -> Side {
        match (self.prospect, self.rep) {
            (p, r) if p > r && p >= self.other => Side::Prospect,
            (_, r) if r > 0 && r >= self.other => Side::Rep,
            _ => Side::Unknown,
        }
    }
}

fn step(log: &EventLog, name: u32, mut tally: Tally, of: u64) -> BackStep {
    let most = tally.stages.iter().max_by_key(|(stage, n)| (**n, std::cmp::Reverse(**stage))).map(|(s, _)| *s);
    let stage = most.filter(|_| !tally.is_stage).and_then(|s| log.sorts.stages.some(s));
    let (low, high) = wilson(tally.deals, of).unzip();
    BackStep {
        activity: log.sorts.names.get(name).to_owned(),
        kind: if tally.is_stage { "stage" } else { "activity" }.into(),
        channel: tally.channel,
        side: tally.side(),
        by_prospect: tally.prospect,
        by_rep: tally.rep,
        stage: stage.map(str::to_owned),
        deals: tally.deals,
        of,
        share: (of > 0).then(|| tally.deals as f64 / of as f64),
        low,
        high,
        times: summary_of_micros(&mut tally.times, 1.0),
        first_before: summary_of_micros(&mut tally.first, MICROS_A_DAY),
        last_before: summary_of_micros(&mut tally.last, MICROS_A_DAY),
        place: summary(tally.place.iter().map(|p| *p as f64 / WHOLE).collect()).median,
        with_previous: None,
        after_previous: None,
    }
}

/// Puts the steps in order: by their median place; then neighbours change places as long as more deals had them the
/// other way round.
///
/// Source of the second part: local Kemenisation, C. Dwork, R. Kumar, M. Naor and D. Sivakumar (2001), Rank aggregation
/// methods for the Web, WWW10, 613–622.
fn arrange(log: &EventLog, acts: &Touching<'_>, deals: &[u32], steps: &mut [(u32, BackStep)]) {
    let place = |s: &BackStep| s.place.unwrap_or(f64::INFINITY);
    steps.sort_by(|(a, x), (b, y)| {
        let before = |s: &BackStep| s.first_before.median.unwrap_or(0.0);
        place(x).total_cmp(&place(y)).then_with(|| before(y).total_cmp(&before(x))).then_with(|| a.cmp(b))
    });
    let names: Vec<u32> = steps.iter().map(|(name, _)| *name).collect();
    let pairs = pairs(log, acts, deals, &names);
    let n = names.len();
    let mut order: Vec<usize> = (0..n).collect();
    for i in 1..n {
        let mut at = i;
        while at > 0 && pairs[order[at] * n + order[at - 1]] > pairs[order[at - 1] * n + order[at]] {
            order.swap(at, at - 1);
            at -= 1;
        }
    }
    let rank = |name: u32| order.iter().position(|i| names[*i] == name).unwrap_or(n);
    steps.sort_by_key(|(name, _)| rank(*name));
    for (at, pair) in order.windows(2).enumerate() {
        let (before, after) = (pairs[pair[0] * n + pair[1]], pairs[pair[1] * n + pair[0]]);
        steps[at + 1].1.with_previous = Some(before + after);
        steps[at + 1].1.after_previous = Some(before);
    }
}

/// In how many deals one step came first before another, by `one * n + other`. Events of a deal are in order, so that
/// what is undated counts by its place in the log.
fn pairs(log: &EventLog, acts: &Touching<'_>, deals: &[u32], names: &[u32]) -> Vec<u64> {
    let n = names.len();
    let numbers: FxHashMap<u32, usize> = names.iter().zip(0..).map(|(name, i)| (*name, i)).collect();
    let count = |deals: &[u32]| {
        let mut counts = vec![0_u64; n * n];
        let mut seen: Vec<usize> = Vec::new();
        for deal in deals {
            seen.clear();
            for place in acts.before(*deal) {
                let sort = log.sorts.all[log.events.sort[place] as usize];
                let Some(&step) = numbers.get(&sort.name).filter(|s| !seen.contains(s)) else { continue };
                if sort.class == Class::Stage || acts.touch(place).is_some() {
                    seen.iter().for_each(|before| counts[before * n + step] += 1);
                    seen.push(step);
                }
            }
        }
        counts
    };
    let sum = |mut a: Vec<u64>, b: Vec<u64>| {
        a.iter_mut().zip(b).for_each(|(a, b)| *a += b);
        a
    };
    deals.par_chunks(8_192).map(count).reduce(|| vec![0; n * n], sum)
}
