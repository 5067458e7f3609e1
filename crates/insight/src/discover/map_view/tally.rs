//! One walk over the deals that counts everything of the map: how often an activity and a move come, in how many deals,
//! how often in one of them, how those ended, what comes back, and the times between.

use model::Outcome;
use rayon::prelude::*;

use super::Chosen;
use crate::{
    discover::{Summary, map::Places, waits::Times},
    log::{Class, EventLog, NEVER},
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
    /// Deals that came to it again after something else: a stage after another stage, whatever else is on the map.
    pub returned: u64,
    /// Won and lost deals that went on from it to anything but a closing.
    pub won_on: u64,
    pub lost_on: u64,
    /// Sum over events of how early each comes in its deal, 0 first to a million last.
    places: u64,
}

impl Taken {
    /// How early it comes in a deal on average, 0 first to 1 last.
    pub(super) fn early(&self) -> f64 {
        self.places as f64 / 1e6 / self.count.max(1) as f64
    }

    fn add(&mut self, n: u64, (won, lost): (u64, u64)) {
        self.count += n;
        self.deals += 1;
        self.most = self.most.max(n);
        self.won += won;
        self.lost += lost;
        self.won_count += won * n;
        self.lost_count += lost * n;
    }

    fn merge(&mut self, other: &Self) {
        self.count += other.count;
        self.deals += other.deals;
        self.most = self.most.max(other.most);
        self.won += other.won;
        self.lost += other.lost;
        self.won_count += other.won_count;
        self.lost_count += other.lost_count;
        self.returned += other.returned;
        self.won_on += other.won_on;
        self.lost_on += other.lost_on;
        self.places += other.places;
    }
}

/// Deals that begin or end with an activity: all, won, lost.
pub(super) type Ended = (u64, u64, u64);

/// Seconds between the two steps of each line, by line.
pub(super) struct Between {
    pub all: Vec<Summary>,
    /// Of won and of lost deals alone, where asked for.
    pub compared: Option<(Vec<Summary>, Vec<Summary>)>,
}

/// Counts by activity (its code) and by move (its place).
pub(super) struct Tally {
    pub nodes: Vec<Taken>,
    pub first: Vec<Ended>,
    pub last: Vec<Ended>,
    pub places: Places,
    pub edges: Vec<Taken>,
    /// Deals that went on to a stage after a closing.
    pub reopened: u64,
    /// By outcome (see [`group`]).
    times: Vec<Times>,
}

impl Tally {
    pub(super) fn of(log: &EventLog, chosen: &Chosen<'_>, deals: &[u32], compare: bool) -> (Self, Between) {
        let size = deals.len().div_ceil(rayon::current_num_threads() * 2).max(4096);
        let times = vec![Times::for_moves(chosen.full.events(deals)); if compare { 3 } else { 1 }];
        let empty = || Walker::new(chosen, times.clone());
        let count = |deals: &[u32]| {
            let mut walker = empty();
            deals.iter().for_each(|deal| walker.take(*deal, log.outcome(*deal)));
            walker.tally
        };
        let counted = deals.par_chunks(size).map(count).reduce_with(Self::merged);
        let mut tally = counted.unwrap_or_else(|| empty().tally);
        let between = tally.between(log, chosen, deals);
        (tally, between)
    }

    fn merged(mut self, other: Self) -> Self {
        let add = |mine: &mut Vec<Ended>, theirs: Vec<Ended>| {
            mine.iter_mut().zip(theirs).for_each(|(a, b)| *a = (a.0 + b.0, a.1 + b.1, a.2 + b.2));
        };
        self.nodes.iter_mut().zip(&other.nodes).for_each(|(a, b)| a.merge(b));
        add(&mut self.first, other.first);
        add(&mut self.last, other.last);
        self.reopened += other.reopened;
        let mut places = Vec::with_capacity(other.edges.len());
        for ((from, to), taken) in other.places.all().iter().zip(&other.edges) {
            let place = self.line(*from, *to);
            self.edges[place].merge(taken);
            places.push(place);
        }
        for (mine, theirs) in self.times.iter_mut().zip(&other.times) {
            mine.merge(theirs, &places);
        }
        self
    }

    /// The place of a move, with room in [`Tally::edges`].
    #[inline]
    fn line(&mut self, from: u32, to: u32) -> usize {
        let place = self.places.met(from, to);
        if place == self.edges.len() {
            self.edges.push(Taken::default());
        }
        place
    }

    fn between(&mut self, log: &EventLog, chosen: &Chosen<'_>, deals: &[u32]) -> Between {
        let summaries = |times: Times, deals: &[u32]| times.summaries(&chosen.steps, deals, &self.places);
        let mut times = std::mem::take(&mut self.times).into_iter();
        let Some(mut all) = times.next() else { return Between { all: Vec::new(), compared: None } };
        let Some((won, lost)) = times.next().zip(times.next()) else {
            return Between { all: summaries(all, deals), compared: None };
        };
        let same: Vec<usize> = (0..self.places.len()).collect();
        all.merge(&won, &same);
        all.merge(&lost, &same);
        let of = |outcome| deals.iter().copied().filter(|d| log.outcome(*d) == outcome).collect::<Vec<u32>>();
        let compared = (summaries(won, &of(Outcome::Won)), summaries(lost, &of(Outcome::Lost)));
        Between { all: summaries(all, deals), compared: Some(compared) }
    }
}

/// Which of the three [`Tally::times`] are those of a deal.
fn group(outcome: Outcome) -> usize {
    match outcome {
        Outcome::Open => 0,
        Outcome::Won => 1,
        Outcome::Lost => 2,
    }
}

/// An activity in the deal at hand.
#[derive(Default, Clone, Copy)]
struct Own {
    /// True once it came, on the map or not.
    seen: bool,
    /// It came again after something else.
    back: bool,
    /// The deal goes on from it to anything but a closing.
    on: bool,
    /// How often.
    count: u32,
    /// Sum of its places.
    places: u64,
}

/// Walks over deals.
struct Walker<'a> {
    chosen: &'a Chosen<'a>,
    tally: Tally,
    kinds: Vec<Class>,
    own_nodes: Vec<Own>,
    /// Activities that the deal at hand has.
    met: Vec<u32>,
    own_edges: Vec<u32>,
    moved: Vec<usize>,
}

impl<'a> Walker<'a> {
    fn new(chosen: &'a Chosen<'a>, times: Vec<Times>) -> Self {
        let n = chosen.full.names();
        let tally = Tally {
            nodes: vec![Taken::default(); n],
            first: vec![(0, 0, 0); n],
            last: vec![(0, 0, 0); n],
            places: Places::new(n),
            edges: Vec::new(),
            reopened: 0,
            times,
        };
        Self {
            chosen,
            tally,
            kinds: (0..n as u32).map(|code| chosen.full.class(code)).collect(),
            own_nodes: vec![Own::default(); n],
            met: Vec::new(),
            own_edges: Vec::new(),
            moved: Vec::new(),
        }
    }

    fn take(&mut self, deal: u32, outcome: Outcome) {
        let Self { chosen, tally, kinds, own_nodes, met, own_edges, moved } = self;
        let ended = (u64::from(outcome == Outcome::Won), u64::from(outcome == Outcome::Lost));
        let times = if tally.times.len() > 1 { group(outcome) } else { 0 };
        let closes = |kind: Class| matches!(kind, Class::Won | Class::Lost);
        let (mut any, mut stage): (Option<u32>, Option<u32>) = (None, None);
        let mut before: Option<(u32, i64)> = None;
        let (mut length, mut reopened) = (0, false);
        chosen.full.walk(deal, |step, at| {
            let (s, kind) = (step as usize, kinds[step as usize]);
            let own = &mut own_nodes[s];
            let last = if kind == Class::Activity { any } else { stage };
            if !own.seen {
                own.seen = true;
                met.push(step);
            } else if last != Some(step) {
                own.back = true;
            }
            if kind != Class::Activity {
                reopened |= kind == Class::Stage && stage.is_some_and(|s| closes(kinds[s as usize]));
                stage = Some(step);
            }
            any = Some(step);
            if !chosen.kept[s] {
                return;
            }
            own.count += 1;
            own.places += length;
            length += 1;
            let Some((from, since)) = before.replace((step, at)) else {
                count_end(&mut tally.first[s], ended);
                return;
            };
            own_nodes[from as usize].on |= !closes(kind);
            let place = tally.line(from, step);
            if place == own_edges.len() {
                own_edges.push(0);
            }
            let times_moved = &mut own_edges[place];
            if *times_moved == 0 {
                moved.push(place);
            }
            *times_moved += 1;
            if since != NEVER && at != NEVER {
                tally.times[times].add(place, at - since);
            }
        });
        if let Some((last, _)) = before {
            count_end(&mut tally.last[last as usize], ended);
        }
        tally.reopened += u64::from(reopened);
        for step in met.drain(..) {
            let own = std::mem::take(&mut own_nodes[step as usize]);
            let taken = &mut tally.nodes[step as usize];
            taken.returned += u64::from(own.back);
            if own.count > 0 {
                taken.add(own.count.into(), ended);
                taken.won_on += ended.0 * u64::from(own.on);
                taken.lost_on += ended.1 * u64::from(own.on);
                taken.places += own.places * 1_000_000 / (length.max(2) - 1);
            }
        }
        for place in moved.drain(..) {
            tally.edges[place].add(std::mem::take(&mut own_edges[place]).into(), ended);
        }
    }
}

fn count_end(counts: &mut Ended, (won, lost): (u64, u64)) {
    *counts = (counts.0 + 1, counts.1 + won, counts.2 + lost);
}
