//! The average steps of won deals, counted back from the close.

use model::Side;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::{BackStep, Touches};
use crate::{
    discover::touch::{Channel, Touching},
    log::{Class, EventLog, MICROS_A_DAY, NEVER, NONE},
    parts::{added, tallied},
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

/// What the deal in hand has of one step.
#[derive(Clone, Copy)]
struct Own {
    deal: u32,
    stage: u32,
    first: i64,
    last: i64,
    times: i64,
}

impl Own {
    const NONE: Self = Self { deal: NONE, stage: NONE, first: NEVER, last: NEVER, times: 0 };
}

#[derive(Clone)]
struct Tally {
    name: u32,
    own: Own,
    is_stage: bool,
    channel: Option<Channel>,
    prospect: u64,
    rep: u64,
    other: u64,
    deals: u64,
    stages: FxHashMap<u32, u64>,
    times: Vec<i64>,
    first: Vec<i64>,
    last: Vec<i64>,
    place: Vec<i64>,
}

struct Tallies {
    steps: Vec<Tally>,
    /// Place in `steps` plus one by code of the name; 0 for one that has not come.
    places: Vec<u32>,
    /// The steps of each deal in the order in which they came first, deal after deal, and where each deal's end.
    ways: Vec<u32>,
    ends: Vec<usize>,
    touches: [Vec<i64>; 3],
}

pub(super) fn steps(log: &EventLog, acts: &Touching<'_>, deals: &[u32]) -> Found {
    let fresh = || Tallies::new(log.sorts.names.len());
    let tallies = tallied(deals, fresh, |tallies, deal| tallies.take(log, acts, deal), Tallies::merged);
    let all = tallies.steps.len();
    let least = if deals.len() < FEW { 1 } else { deals.len().div_ceil(RARE) as u64 };
    let Tallies { steps, ways, ends, touches, .. } = tallies;
    let mut kept: Vec<(usize, Tally)> = steps.into_iter().enumerate().filter(|(_, t)| t.deals >= least).collect();
    kept.sort_by(|(_, x), (_, y)| y.deals.cmp(&x.deals).then_with(|| x.name.cmp(&y.name)));
    kept.truncate(LISTED);
    let rare = (all - kept.len()) as u64;
    let touchpoints = kept.iter().any(|(_, t)| !t.is_stage);
    let places: Vec<usize> = kept.iter().map(|(place, _)| *place).collect();
    let (found, pairs) = rayon::join(
        || kept.into_par_iter().map(|(_, tally)| step(log, tally, deals.len() as u64)).collect(),
        || pairs(&ways, &ends, &places, all),
    );
    let steps = arranged(found, &pairs);
    let [all, prospect, rep] = touches.map(|mut counts| summary_of_micros(&mut counts, 1.0));
    let touches = Touches { all, prospect, rep };
    Found { steps, rare, touches, touchpoints }
}

impl Tallies {
    fn new(names: usize) -> Self {
        Self {
            steps: Vec::new(),
            places: vec![0; names],
            ways: Vec::new(),
            ends: Vec::new(),
            touches: Default::default(),
        }
    }

    /// The place of a step among those that came.
    fn place(&mut self, name: u32) -> usize {
        let place = &mut self.places[name as usize];
        if *place == 0 {
            self.steps.push(Tally::new(name));
            *place = self.steps.len() as u32;
        }
        *place as usize - 1
    }

    fn take(&mut self, log: &EventLog, acts: &Touching<'_>, deal: u32) {
        let (mut stage, mut touches, begin) = (NONE, [0_i64; 3], self.ways.len());
        for event in acts.before(deal) {
            let sort = log.sorts.all[log.events.sort[event] as usize];
            let is_stage = sort.class == Class::Stage;
            let touch = acts.touch(event);
            if !is_stage && touch.is_none() {
                continue;
            }
            if is_stage {
                stage = sort.stage;
            }
            let side = touch.map_or(log.events.side[event], |t| t.side);
            if touch.is_some() {
                touches[0] += 1;
                touches[1] += i64::from(side == Side::Prospect);
                touches[2] += i64::from(side == Side::Rep);
            }
            let place = self.place(sort.name);
            let tally = &mut self.steps[place];
            (tally.is_stage, tally.channel) = (is_stage, touch.map(|t| t.channel));
            *tally.by(side) += 1;
            if tally.came(deal, stage, log.events.at[event]) {
                self.ways.push(place as u32);
            }
        }
        self.touches.iter_mut().zip(touches).for_each(|(all, n)| all.push(n));
        let (from, to) = (log.deals.created[deal as usize], log.deals.closed[deal as usize]);
        self.ways[begin..].iter().for_each(|place| self.steps[*place as usize].take(from, to));
        self.ends.push(self.ways.len());
    }

    fn merged(mut self, other: Self) -> Self {
        let mut places = Vec::with_capacity(other.steps.len());
        for more in other.steps {
            let place = self.place(more.name);
            self.steps[place].add(more);
            places.push(place as u32);
        }
        let before = self.ways.len();
        self.ways.extend(other.ways.iter().map(|place| places[*place as usize]));
        self.ends.extend(other.ends.iter().map(|end| before + end));
        self.touches.iter_mut().zip(other.touches).for_each(|(a, b)| a.extend(b));
        self
    }
}

impl Tally {
    fn new(name: u32) -> Self {
        Self {
            name,
            own: Own::NONE,
            is_stage: false,
            channel: None,
            prospect: 0,
            rep: 0,
            other: 0,
            deals: 0,
            stages: FxHashMap::default(),
            times: Vec::new(),
            first: Vec::new(),
            last: Vec::new(),
            place: Vec::new(),
        }
    }

    fn by(&mut self, side: Side) -> &mut u64 {
        match side {
            Side::Prospect => &mut self.prospect,
            Side::Rep => &mut self.rep,
            Side::System | Side::Unknown => &mut self.other,
        }
    }

    /// Takes an event of a deal; true for its first one.
    fn came(&mut self, deal: u32, stage: u32, at: i64) -> bool {
        let first = self.own.deal != deal;
        if first {
            self.own = Own { deal, stage, first: at, last: at, times: 1 };
        } else {
            (self.own.last, self.own.times) = (at, self.own.times + 1);
        }
        first
    }

    /// Takes what the deal in hand has, which began and closed at these moments.
    fn take(&mut self, from: i64, to: i64) {
        let of = self.own;
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

/// The name's code with the step.
fn step(log: &EventLog, mut tally: Tally, of: u64) -> (u32, BackStep) {
    let most = tally.stages.iter().max_by_key(|(stage, n)| (**n, std::cmp::Reverse(**stage))).map(|(s, _)| *s);
    let stage = most.filter(|_| !tally.is_stage).and_then(|s| log.sorts.stages.some(s));
    let (low, high) = wilson(tally.deals, of).unzip();
    let step = BackStep {
        activity: log.sorts.names.get(tally.name).to_owned(),
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
    };
    (tally.name, step)
}

/// Puts the steps in order: by their median place; then neighbours change places as long as more deals had them the
/// other way round.
///
/// Source of the second part: local Kemenisation, C. Dwork, R. Kumar, M. Naor and D. Sivakumar (2001), Rank aggregation
/// methods for the Web, WWW10, 613–622.
fn arranged(found: Vec<(u32, BackStep)>, pairs: &[u64]) -> Vec<BackStep> {
    let n = found.len();
    let place = |i: usize| found[i].1.place.unwrap_or(f64::INFINITY);
    let before = |i: usize| found[i].1.first_before.median.unwrap_or(0.0);
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|a, b| {
        let by_time = place(*a).total_cmp(&place(*b)).then_with(|| before(*b).total_cmp(&before(*a)));
        by_time.then_with(|| found[*a].0.cmp(&found[*b].0))
    });
    let earlier = |a: usize, b: usize| pairs[a * n + b];
    for i in 1..n {
        let mut at = i;
        while at > 0 && earlier(order[at], order[at - 1]) > earlier(order[at - 1], order[at]) {
            order.swap(at, at - 1);
            at -= 1;
        }
    }
    let mut steps: Vec<Option<BackStep>> = found.into_iter().map(|(_, step)| Some(step)).collect();
    let mut arranged: Vec<BackStep> = order.iter().filter_map(|i| steps[*i].take()).collect();
    for (pair, step) in order.windows(2).zip(arranged.iter_mut().skip(1)) {
        let (before, after) = (earlier(pair[0], pair[1]), earlier(pair[1], pair[0]));
        step.with_previous = Some(before + after);
        step.after_previous = Some(before);
    }
    arranged
}

/// In how many deals one step came first before another, by `one * n + other`, of the `n` steps at these places among
/// all. Events of a deal are in order, so that what is undated counts by its place in the log.
fn pairs(ways: &[u32], ends: &[usize], places: &[usize], all: usize) -> Vec<u64> {
    let n = places.len();
    let mut number = vec![None; all];
    places.iter().enumerate().for_each(|(i, place)| number[*place] = Some(i));
    let starts = std::iter::once(0).chain(ends.iter().copied());
    let deals: Vec<(usize, usize)> = starts.zip(ends.iter().copied()).collect();
    let fresh = || (vec![0_u64; n * n], Vec::new());
    let take = |(counts, seen): &mut (Vec<u64>, Vec<usize>), (from, to): (usize, usize)| {
        seen.clear();
        for step in ways[from..to].iter().filter_map(|place| number[*place as usize]) {
            seen.iter().for_each(|before| counts[before * n + step] += 1);
            seen.push(step);
        }
    };
    tallied(&deals, fresh, take, |(a, seen), (b, _)| (added(a, b), seen)).0
}
