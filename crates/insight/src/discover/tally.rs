//! One walk over the deals that counts everything of a map: how often an activity and a move come, in how many deals,
//! how often in one of them, how those ended, what comes back, and the times between.

use model::Outcome;

use super::{
    Summary,
    places::Places,
    waits::{Times, summaries},
};
use crate::{
    log::{Class, EventLog, NEVER, NONE, Steps},
    parts::tallied,
};

/// What is counted of a box or a line.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Taken {
    pub count: u64,
    pub deals: u64,
    /// The most often in one deal.
    pub most: u64,
    pub won: u64,
    pub lost: u64,
    pub won_count: u64,
    pub lost_count: u64,
}

/// What is counted of a box alone.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Visited {
    pub taken: Taken,
    /// Deals that came to it again after something else: a stage after another stage, whatever else is on the map.
    pub returned: u64,
    /// Won and lost deals that went on from it to anything but a closing.
    pub won_on: u64,
    pub lost_on: u64,
    /// How early it comes in a deal on average, 0 first to 1 last.
    pub early: f64,
}

/// Deals that begin or end with an activity: all, won, lost.
pub(super) type Ended = (u64, u64, u64);

/// Seconds between the two steps of each line, by line.
pub(super) struct Between {
    pub all: Vec<Summary>,
    /// Of won and of lost deals alone, where asked for.
    pub compared: Option<(Vec<Summary>, Vec<Summary>)>,
}

/// What is asked for beside the counts.
#[derive(Clone, Copy, Default)]
pub(super) struct Wanted {
    /// Times of won and of lost deals alone.
    pub compared: bool,
    /// The way of each deal.
    pub ways: bool,
}

/// The way of a deal.
#[derive(Clone, Copy)]
pub(super) struct Way {
    /// Of the sequence of its steps (see [`hash_of`]).
    pub hash: u128,
    /// As [`lasted`] has it.
    pub lasted: i64,
}

/// The hash of a sequence of steps, which stands for it: with 128 bits, that any two of ten million different sequences
/// have the same is less likely than 10⁻²⁴.
///
/// Each half is multiplied step by step, and the upper bits of each product folded into the lower ones, as wyhash does
/// (Wang Yi, 2019); the factors are digits of π.
pub(super) fn hash_of(steps: impl Iterator<Item = u32>) -> u128 {
    const FACTORS: [u64; 2] = [0x2432_f6a8_885a_308d, 0x1319_8a2e_0370_7345];
    let folded = |half: u64, step: u32, factor: u64| {
        let product = u128::from(half ^ u64::from(step)) * u128::from(factor);
        product as u64 ^ (product >> 64) as u64
    };
    let [a, b] = steps.fold([0xa409_3822_299f_31d1, 0x082e_fa98_ec4e_6c89], |[a, b], step| {
        [folded(a, step, FACTORS[0]), folded(b, step, FACTORS[1])]
    });
    u128::from(a) << 64 | u128::from(b)
}

/// Microseconds from the first to the last dated moment; [`NEVER`] if none is dated.
pub(super) fn lasted(moments: impl Iterator<Item = i64>) -> i64 {
    let dated = moments.filter(|at| *at != NEVER);
    let (first, last) = dated.fold((NEVER, i64::MIN), |s, at| (s.0.min(at), s.1.max(at)));
    if first == NEVER { NEVER } else { last - first }
}

/// Counts by activity (its code) and by move (its place).
pub(super) struct Tally {
    pub nodes: Vec<Visited>,
    pub first: Vec<Ended>,
    pub last: Vec<Ended>,
    pub places: Places,
    pub edges: Vec<Taken>,
    /// Deals that went on to a stage after a closing.
    pub reopened: u64,
    /// In the order of the deals; none unless asked for.
    pub ways: Vec<Way>,
    times: Vec<Times>,
}

impl Tally {
    /// Counts the deals. Of all steps only those that are kept, by code, have lines.
    pub(super) fn of(log: &EventLog, steps: &Steps<'_>, kept: &[bool], deals: &[u32], wanted: Wanted) -> Self {
        let times = vec![Times::for_moves(steps.events(deals)); if wanted.compared { GROUPS } else { 1 }];
        let fresh = || Walker::new(steps, kept, times.clone(), wanted.ways);
        let take = |walker: &mut Walker<'_>, deal: u32| walker.take(deal, log.outcome(deal));
        tallied(deals, fresh, take, Walker::merged).tally()
    }

    /// The times between the steps of each line; `steps` are those that have lines.
    pub(super) fn between(&mut self, log: &EventLog, steps: &Steps<'_>, deals: &[u32]) -> Between {
        let mut times = std::mem::take(&mut self.times);
        let mut sets = 1;
        if let [all, won, lost] = &mut times[..] {
            sets = 0b111;
            let same: Vec<usize> = (0..self.places.len()).collect();
            all.merge(won, &same);
            all.merge(lost, &same);
        }
        let sets_of = |deal: u32| (1 | 1 << group(log.outcome(deal))) & sets;
        let mut found = summaries(times, steps, deals, &self.places, sets_of).into_iter();
        Between { all: found.next().unwrap_or_default(), compared: found.next().zip(found.next()) }
    }
}

/// How many ways a deal can stand.
const GROUPS: usize = 3;
const WON: usize = 1;
const LOST: usize = 2;

/// How a deal stands, as a place in what is counted by it.
fn group(outcome: Outcome) -> usize {
    match outcome {
        Outcome::Open => 0,
        Outcome::Won => WON,
        Outcome::Lost => LOST,
    }
}

/// Counts of a box or a line while deals are walked over. Millions of events come here, so nothing branches and nothing
/// is cleared from deal to deal.
#[derive(Clone, Copy)]
struct Cell {
    /// The deal that came last.
    deal: u32,
    /// How often in that deal.
    own: u32,
    most: u32,
    counts: [u32; GROUPS],
    deals: [u32; GROUPS],
}

impl Cell {
    const EMPTY: Self = Self { deal: NONE, own: 0, most: 0, counts: [0; GROUPS], deals: [0; GROUPS] };

    #[inline(always)]
    fn add(&mut self, deal: u32, group: usize) {
        let first = self.deal != deal;
        self.deal = deal;
        self.own = if first { 1 } else { self.own + 1 };
        self.most = self.most.max(self.own);
        self.counts[group] += 1;
        self.deals[group] += u32::from(first);
    }

    fn merge(&mut self, other: &Self) {
        self.most = self.most.max(other.most);
        add_all(&mut self.counts, &other.counts);
        add_all(&mut self.deals, &other.deals);
    }

    fn taken(&self) -> Taken {
        let sum = |by_group: &[u32; GROUPS]| by_group.iter().map(|n| u64::from(*n)).sum();
        Taken {
            count: sum(&self.counts),
            deals: sum(&self.deals),
            most: self.most.into(),
            won: self.deals[WON].into(),
            lost: self.deals[LOST].into(),
            won_count: self.counts[WON].into(),
            lost_count: self.counts[LOST].into(),
        }
    }
}

fn add_all(mine: &mut [u32; GROUPS], theirs: &[u32; GROUPS]) {
    mine.iter_mut().zip(theirs).for_each(|(a, b)| *a += b);
}

/// Counts of a box.
#[derive(Clone, Copy)]
struct Node {
    cell: Cell,
    /// The last deal that came back to it.
    back: u32,
    returned: u32,
    /// The last deal that went on from it to anything but a closing.
    on: u32,
    gone_on: [u32; GROUPS],
    /// Sum over events of how early each comes in its deal, 0 first to a million last.
    places: u64,
}

impl Node {
    const EMPTY: Self = Self { cell: Cell::EMPTY, back: NONE, returned: 0, on: NONE, gone_on: [0; GROUPS], places: 0 };

    /// Takes a visit; `last` is the step that it may have come back from.
    #[inline(always)]
    fn visit(&mut self, deal: u32, group: usize, moved: bool, place: u64) {
        let back = self.cell.deal == deal && moved && self.back != deal;
        self.back = if back { deal } else { self.back };
        self.returned += u32::from(back);
        self.places += place;
        self.cell.add(deal, group);
    }

    #[inline(always)]
    fn go_on(&mut self, deal: u32, group: usize, on: bool) {
        let on = on && self.on != deal;
        self.on = if on { deal } else { self.on };
        self.gone_on[group] += u32::from(on);
    }

    fn merge(&mut self, other: &Self) {
        self.cell.merge(&other.cell);
        self.returned += other.returned;
        add_all(&mut self.gone_on, &other.gone_on);
        self.places += other.places;
    }

    fn visited(&self) -> Visited {
        let taken = self.cell.taken();
        Visited {
            taken,
            returned: self.returned.into(),
            won_on: self.gone_on[WON].into(),
            lost_on: self.gone_on[LOST].into(),
            early: self.places as f64 / 1e6 / taken.count.max(1) as f64,
        }
    }
}

/// Walks over deals.
struct Walker<'a> {
    steps: &'a Steps<'a>,
    kept: &'a [bool],
    kinds: Vec<Class>,
    nodes: Vec<Node>,
    /// Deals that begin and end with each activity.
    first: Vec<[u32; GROUPS]>,
    last: Vec<[u32; GROUPS]>,
    places: Places,
    edges: Vec<Cell>,
    /// By group, or of all in one.
    times: Vec<Times>,
    reopened: u64,
    ways: Option<Vec<Way>>,
    /// The steps of the deal at hand.
    path: Vec<(u32, i64)>,
}

impl<'a> Walker<'a> {
    fn new(steps: &'a Steps<'a>, kept: &'a [bool], times: Vec<Times>, ways: bool) -> Self {
        let n = steps.names();
        Self {
            steps,
            kept,
            kinds: (0..n as u32).map(|code| steps.class(code)).collect(),
            nodes: vec![Node::EMPTY; n],
            first: vec![[0; GROUPS]; n],
            last: vec![[0; GROUPS]; n],
            places: Places::new(n),
            edges: Vec::new(),
            times,
            reopened: 0,
            ways: ways.then(Vec::new),
            path: Vec::new(),
        }
    }

    /// The place of a move, with room in [`Walker::edges`].
    #[inline(always)]
    fn line(places: &mut Places, edges: &mut Vec<Cell>, from: u32, to: u32) -> usize {
        let place = places.met(from, to);
        if place == edges.len() {
            edges.push(Cell::EMPTY);
        }
        place
    }

    fn take(&mut self, deal: u32, outcome: Outcome) {
        let Self { kept, kinds, nodes, first, last, places, edges, times, ways, path, .. } = self;
        let group = group(outcome);
        let set = if times.len() > 1 { group } else { 0 };
        let times = &mut times[set];
        let closes = |kind: Class| matches!(kind, Class::Won | Class::Lost);
        self.steps.read(deal, path);
        if let Some(ways) = ways {
            let hash = hash_of(path.iter().map(|(step, _)| *step));
            ways.push(Way { hash, lasted: lasted(path.iter().map(|(_, at)| *at)) });
        }
        let share = 1_000_000 / (path.len().max(2) as u64 - 1);
        let (mut any, mut stage) = (NONE, NONE);
        let mut before: Option<(u32, i64)> = None;
        let (mut place, mut again) = (0, false);
        for &(step, at) in path.iter() {
            let (s, kind) = (step as usize, kinds[step as usize]);
            let since = if kind == Class::Activity { any } else { stage };
            nodes[s].visit(deal, group, since != step, place);
            place += share;
            if kind != Class::Activity {
                again |= kind == Class::Stage && stage != NONE && closes(kinds[stage as usize]);
                stage = step;
            }
            any = step;
            if !kept[s] {
                continue;
            }
            let Some((from, since)) = before.replace((step, at)) else {
                first[s][group] += 1;
                continue;
            };
            nodes[from as usize].go_on(deal, group, !closes(kind));
            let line = Self::line(places, edges, from, step);
            edges[line].add(deal, group);
            if since != NEVER && at != NEVER {
                times.add(line, at - since);
            }
        }
        if let Some((step, _)) = before {
            last[step as usize][group] += 1;
        }
        self.reopened += u64::from(again);
    }

    fn merged(mut self, other: Self) -> Self {
        self.nodes.iter_mut().zip(&other.nodes).for_each(|(a, b)| a.merge(b));
        for (mine, theirs) in [(&mut self.first, other.first), (&mut self.last, other.last)] {
            mine.iter_mut().zip(&theirs).for_each(|(a, b)| add_all(a, b));
        }
        self.reopened += other.reopened;
        if let Some((mine, theirs)) = self.ways.as_mut().zip(other.ways) {
            mine.extend(theirs);
        }
        let mut places = Vec::with_capacity(other.edges.len());
        for ((from, to), cell) in other.places.all().iter().zip(&other.edges) {
            let place = Self::line(&mut self.places, &mut self.edges, *from, *to);
            self.edges[place].merge(cell);
            places.push(place);
        }
        for (mine, theirs) in self.times.iter_mut().zip(&other.times) {
            mine.merge(theirs, &places);
        }
        self
    }

    /// What was counted; of activities that are not on the map nothing.
    fn tally(self) -> Tally {
        let kept = self.nodes.iter().zip(self.kept);
        let ended = |by_group: Vec<[u32; GROUPS]>| {
            let each = |n: [u32; GROUPS]| (n.iter().map(|n| u64::from(*n)).sum(), n[WON].into(), n[LOST].into());
            by_group.into_iter().map(each).collect()
        };
        Tally {
            nodes: kept.map(|(node, kept)| if *kept { node.visited() } else { Visited::default() }).collect(),
            first: ended(self.first),
            last: ended(self.last),
            places: self.places,
            edges: self.edges.iter().map(Cell::taken).collect(),
            reopened: self.reopened,
            ways: self.ways.unwrap_or_default(),
            times: self.times,
        }
    }
}
