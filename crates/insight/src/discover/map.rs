//! The directly-follows graph.

use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::{MapEdge, MapNode, ProcessMap, Summary, layout};
use crate::{
    log::{Class, MICROS_A_SECOND, NEVER, Steps},
    stats::quantile::summary_of_micros,
};

/// Above this number of names moves are found by a hash map, else by a square table.
const SQUARE: usize = 512;

/// Counts steps and moves, and lays the map out.
pub(super) fn map(steps: &Steps<'_>, deals: &[u32], backbone: &[String]) -> (ProcessMap, Summary) {
    let size = deals.len().div_ceil(rayon::current_num_threads() * 4).max(4096);
    let count = |deals: &[u32]| deals.iter().fold(Graph::new(steps), |graph, deal| graph.with(*deal));
    let mut graph = deals.par_chunks(size).map(count).reduce(|| Graph::new(steps), Graph::merged);
    let seconds = summary_of_micros(&mut graph.lasted, MICROS_A_SECOND);
    let nodes = graph.nodes();
    let edges = graph.edges();
    let mut map = ProcessMap {
        nodes,
        edges,
        start: graph.named(&graph.start),
        end: graph.named(&graph.end),
        width: 0.0,
        height: 0.0,
    };
    layout::lay_out(&mut map, backbone);
    (map, seconds)
}

/// How often one step directly followed another, and after what time.
#[derive(Clone, Default)]
struct Moves {
    from: u32,
    to: u32,
    count: u64,
    micros: Vec<i64>,
}

struct Graph<'a> {
    steps: &'a Steps<'a>,
    count: Vec<u64>,
    deals: Vec<u64>,
    start: Vec<u64>,
    end: Vec<u64>,
    /// The last deal seen at each step, to count deals once.
    seen: Vec<u32>,
    moves: Vec<Moves>,
    /// Place in `moves` plus one by `from * names + to`; empty where `places` is used.
    square: Vec<u32>,
    places: FxHashMap<(u32, u32), usize>,
    /// Microseconds from first to last dated step of each deal.
    lasted: Vec<i64>,
}

impl<'a> Graph<'a> {
    fn new(steps: &'a Steps<'a>) -> Self {
        let n = steps.names();
        let zeros = vec![0; n];
        Self {
            steps,
            count: zeros.clone(),
            deals: zeros.clone(),
            start: zeros.clone(),
            end: zeros,
            seen: vec![u32::MAX; n],
            moves: Vec::new(),
            square: if n <= SQUARE { vec![0; n * n] } else { Vec::new() },
            places: FxHashMap::default(),
            lasted: Vec::new(),
        }
    }

    fn with(mut self, deal: u32) -> Self {
        let mut before: Option<(u32, i64)> = None;
        let (mut first, mut last) = (NEVER, i64::MIN);
        for (step, at) in self.steps.of_deal(deal) {
            let s = step as usize;
            self.count[s] += 1;
            if self.seen[s] != deal {
                self.seen[s] = deal;
                self.deals[s] += 1;
            }
            if at != NEVER {
                (first, last) = (first.min(at), last.max(at));
            }
            match before {
                None => self.start[s] += 1,
                Some((from, since)) => {
                    let moves = self.moves_of(from, step);
                    moves.count += 1;
                    if since != NEVER && at != NEVER {
                        moves.micros.push(at - since);
                    }
                }
            }
            before = Some((step, at));
        }
        if let Some((step, _)) = before {
            self.end[step as usize] += 1;
        }
        if first != NEVER {
            self.lasted.push(last - first);
        }
        self
    }

    fn moves_of(&mut self, from: u32, to: u32) -> &mut Moves {
        let next = self.moves.len();
        let place = if self.square.is_empty() {
            *self.places.entry((from, to)).or_insert(next)
        } else {
            let cell = &mut self.square[from as usize * self.count.len() + to as usize];
            if *cell == 0 {
                *cell = next as u32 + 1;
            }
            *cell as usize - 1
        };
        if place == next {
            self.moves.push(Moves { from, to, ..Moves::default() });
        }
        &mut self.moves[place]
    }

    fn merged(mut self, other: Self) -> Self {
        for (mine, theirs) in [
            (&mut self.count, other.count),
            (&mut self.deals, other.deals),
            (&mut self.start, other.start),
            (&mut self.end, other.end),
        ] {
            mine.iter_mut().zip(theirs).for_each(|(a, b)| *a += b);
        }
        for moves in other.moves {
            let mine = self.moves_of(moves.from, moves.to);
            mine.count += moves.count;
            if mine.micros.is_empty() {
                mine.micros = moves.micros;
            } else {
                mine.micros.extend(moves.micros);
            }
        }
        self.lasted.extend(other.lasted);
        self
    }

    fn nodes(&self) -> Vec<MapNode> {
        let node = |(step, count): (u32, &u64)| MapNode {
            activity: self.steps.name(step).to_owned(),
            count: *count,
            deals: self.deals[step as usize],
            kind: self.steps.class(step).word().to_owned(),
            x: 0.0,
            y: 0.0,
        };
        let mut nodes: Vec<MapNode> = (0..).zip(&self.count).filter(|(_, n)| **n > 0).map(node).collect();
        nodes.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.activity.cmp(&b.activity)));
        nodes
    }

    fn edges(&mut self) -> Vec<MapEdge> {
        let steps = self.steps;
        let edge = |moves: &mut Moves| {
            let time = summary_of_micros(&mut moves.micros, MICROS_A_SECOND);
            MapEdge {
                from: steps.name(moves.from).to_owned(),
                to: steps.name(moves.to).to_owned(),
                count: moves.count,
                median_seconds: time.median.unwrap_or(0.0),
                mean_seconds: time.mean.unwrap_or(0.0),
                q25_seconds: time.q25.unwrap_or(0.0),
                q75_seconds: time.q75.unwrap_or(0.0),
                points: Vec::new(),
            }
        };
        let mut edges: Vec<MapEdge> = self.moves.par_iter_mut().map(edge).collect();
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
