//! The directly-follows graph.

use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::{MapEdge, MapNode, ProcessMap, Summary, layout, waits::Times};
use crate::{
    log::{Class, MICROS_A_SECOND, NEVER, Steps},
    stats::quantile::summary_of_micros,
};

/// Above this number of names moves are found by a hash map, else by a square table.
const SQUARE: usize = 512;

/// Counts steps and moves, and lays the map out.
pub(super) fn map(steps: &Steps<'_>, deals: &[u32], backbone: &[String]) -> (ProcessMap, Summary) {
    let (mut map, seconds) = count(steps, deals);
    layout::lay_out(&mut map, backbone);
    (map, seconds)
}

/// Counts steps and moves; nothing has a place yet. The seconds are those from first to last step of a deal.
pub(super) fn count(steps: &Steps<'_>, deals: &[u32]) -> (ProcessMap, Summary) {
    let size = deals.len().div_ceil(rayon::current_num_threads() * 2).max(4096);
    let times = Times::for_moves(steps.events(deals));
    let empty = || Graph::new(steps, times.clone());
    let count = |deals: &[u32]| {
        let mut graph = empty();
        deals.iter().for_each(|deal| graph.add(*deal));
        graph
    };
    let counted = deals.par_chunks(size).map(count).reduce_with(Graph::merged);
    let mut graph = counted.unwrap_or_else(empty);
    let seconds = summary_of_micros(&mut graph.lasted, MICROS_A_SECOND);
    let nodes = graph.nodes();
    let edges = graph.edges(deals);
    let map = ProcessMap {
        nodes,
        edges,
        start: graph.named(&graph.start),
        end: graph.named(&graph.end),
        width: 0.0,
        height: 0.0,
    };
    (map, seconds)
}

/// Moves from one step to another, numbered as they are met.
#[derive(Clone, Default)]
pub(super) struct Places {
    names: usize,
    /// Number plus one by `from * names + to`; empty where `found` is used.
    square: Vec<u32>,
    found: FxHashMap<(u32, u32), u32>,
    all: Vec<(u32, u32)>,
}

impl Places {
    pub(super) fn new(names: usize) -> Self {
        let square = if names <= SQUARE { vec![0; names * names] } else { Vec::new() };
        Self { names, square, ..Self::default() }
    }

    /// The moves by number.
    pub(super) fn all(&self) -> &[(u32, u32)] {
        &self.all
    }

    /// How many moves there are.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// The number of a move that was met.
    pub(super) fn of(&self, from: u32, to: u32) -> usize {
        match self.square.get(from as usize * self.names + to as usize) {
            Some(number) => (*number as usize).saturating_sub(1),
            None => self.found.get(&(from, to)).copied().unwrap_or_default() as usize,
        }
    }

    /// The number of a move, a new one for a new move.
    #[inline]
    pub(super) fn met(&mut self, from: u32, to: u32) -> usize {
        match self.square.get(from as usize * self.names + to as usize) {
            Some(number) if *number > 0 => *number as usize - 1,
            _ => self.look(from, to),
        }
    }

    #[cold]
    fn look(&mut self, from: u32, to: u32) -> usize {
        let next = self.all.len() as u32;
        let number = match self.square.get_mut(from as usize * self.names + to as usize) {
            Some(cell) => {
                *cell = next + 1;
                next
            }
            None => *self.found.entry((from, to)).or_insert(next),
        };
        if number == next {
            self.all.push((from, to));
        }
        number as usize
    }
}

struct Graph<'a> {
    steps: &'a Steps<'a>,
    deals: Vec<u64>,
    start: Vec<u64>,
    end: Vec<u64>,
    /// The last deal seen at each step, to count deals once.
    seen: Vec<u32>,
    places: Places,
    /// How often each move was made.
    moves: Vec<u64>,
    /// The times that moves took, by place.
    times: Times,
    /// Microseconds from first to last dated step of each deal.
    lasted: Vec<i64>,
}

impl<'a> Graph<'a> {
    fn new(steps: &'a Steps<'a>, times: Times) -> Self {
        let n = steps.names();
        let zeros = vec![0; n];
        Self {
            steps,
            deals: zeros.clone(),
            start: zeros.clone(),
            end: zeros,
            seen: vec![u32::MAX; n],
            places: Places::new(n),
            moves: Vec::new(),
            times,
            lasted: Vec::new(),
        }
    }

    fn add(&mut self, deal: u32) {
        let mut before: Option<(u32, i64)> = None;
        let (mut first, mut last) = (NEVER, i64::MIN);
        self.steps.walk(deal, |step, at| {
            let s = step as usize;
            if self.seen[s] != deal {
                self.seen[s] = deal;
                self.deals[s] += 1;
            }
            if at != NEVER {
                (first, last) = (first.min(at), last.max(at));
            }
            match before.replace((step, at)) {
                None => self.start[s] += 1,
                Some((from, since)) => {
                    let place = self.moved(from, step, 1);
                    if since != NEVER && at != NEVER {
                        self.times.add(place, at - since);
                    }
                }
            }
        });
        if let Some((step, _)) = before {
            self.end[step as usize] += 1;
        }
        if first != NEVER {
            self.lasted.push(last - first);
        }
    }

    fn moved(&mut self, from: u32, to: u32, times: u64) -> usize {
        let place = self.places.met(from, to);
        match self.moves.get_mut(place) {
            Some(count) => *count += times,
            None => self.moves.push(times),
        }
        place
    }

    fn merged(mut self, other: Self) -> Self {
        for (mine, theirs) in
            [(&mut self.deals, other.deals), (&mut self.start, other.start), (&mut self.end, other.end)]
        {
            mine.iter_mut().zip(theirs).for_each(|(a, b)| *a += b);
        }
        let met = other.places.all.iter().zip(other.moves);
        let places = met.map(|((from, to), count)| self.moved(*from, *to, count)).collect::<Vec<_>>();
        self.times.merge(&other.times, &places);
        self.lasted.extend(other.lasted);
        self
    }

    /// How often each step came: as a start and by every move to it.
    fn counts(&self) -> Vec<u64> {
        let mut counts = self.start.clone();
        for ((_, to), n) in self.places.all.iter().zip(&self.moves) {
            counts[*to as usize] += n;
        }
        counts
    }

    fn nodes(&self) -> Vec<MapNode> {
        let node = |(step, count): (u32, u64)| MapNode {
            activity: self.steps.name(step).to_owned(),
            count,
            deals: self.deals[step as usize],
            kind: self.steps.class(step).word().to_owned(),
            x: 0.0,
            y: 0.0,
        };
        let mut nodes: Vec<MapNode> = (0..).zip(self.counts()).filter(|(_, n)| *n > 0).map(node).collect();
        nodes.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.activity.cmp(&b.activity)));
        nodes
    }

    fn edges(&mut self, deals: &[u32]) -> Vec<MapEdge> {
        let steps = self.steps;
        let times = std::mem::replace(&mut self.times, Times::Left).summaries(steps, deals, &self.places);
        let edge = |((&(from, to), count), time): ((&(u32, u32), &u64), Summary)| MapEdge {
            from: steps.name(from).to_owned(),
            to: steps.name(to).to_owned(),
            count: *count,
            median_seconds: time.median.unwrap_or(0.0),
            mean_seconds: time.mean.unwrap_or(0.0),
            q25_seconds: time.q25.unwrap_or(0.0),
            q75_seconds: time.q75.unwrap_or(0.0),
            points: Vec::new(),
        };
        let mut edges: Vec<MapEdge> = self.places.all.iter().zip(&self.moves).zip(times).map(edge).collect();
        edges.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| (&a.from, &a.to).cmp(&(&b.from, &b.to))));
        edges
    }

    fn named(&self, counts: &[u64]) -> BTreeMap<String, u64> {
        let named = (0..).zip(counts).filter(|(_, n)| **n > 0);
        named.map(|(step, n)| (self.steps.name(step).to_owned(), *n)).collect()
    }
}

/// True for a word of [`MapNode::kind`] that stands for a closing.
pub(super) fn is_closing(kind: &str) -> bool {
    kind == Class::Won.word() || kind == Class::Lost.word()
}
