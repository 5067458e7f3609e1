//! The main way through a map, and which moves a map needs to hold together.
//!
//! Of all ways from the first step to the closing, the widest one is wanted: its least frequent move is as frequent as
//! can be. Among moves at least that frequent the most likely way is taken, each move as likely as its share of those
//! that leave its box.
//!
//! Source of the widest way: M. Pollack (1960), "The maximum capacity through a network", Operations Research 8,
//! 733–736, by the method of E. W. Dijkstra (1959), Numerische Mathematik 1, 269–271.

use std::{cmp::Ordering, collections::BinaryHeap};

use super::Line;

/// Boxes from `source` to the first of `targets` that can be reached; `source` alone where none can.
pub(in crate::discover) fn main_way(boxes: usize, lines: &[Line], source: usize, targets: &[usize]) -> Vec<usize> {
    let wide = widest(boxes, lines, &[source]);
    let Some(target) = targets.iter().copied().find(|t| *t != source && wide[*t].is_some()) else {
        return vec![source];
    };
    let mut least = f64::INFINITY;
    let mut here = target;
    while let Some(line) = wide[here] {
        least = least.min(lines[line].weight);
        here = lines[line].from;
    }
    let mut out = vec![0.0; boxes];
    lines.iter().for_each(|l| out[l.from] += l.weight);
    let likely = |l: &Line| if l.weight < least { None } else { Some(-(l.weight / out[l.from]).ln() + 1e-6) };
    let found = search(boxes, lines, &[source], 0.0, |so_far, l| likely(l).map(|cost| so_far - cost));
    let mut way = vec![target];
    let mut here = target;
    while let Some(line) = found[here] {
        here = lines[line].from;
        way.push(here);
    }
    way.reverse();
    way
}

/// For each box the last move of its widest way from any source; none for sources and for what cannot be reached.
pub(in crate::discover) fn widest(boxes: usize, lines: &[Line], sources: &[usize]) -> Vec<Option<usize>> {
    search(boxes, lines, sources, f64::INFINITY, |so_far: f64, l| Some(so_far.min(l.weight)))
}

/// Best-first search: `extend` tells the worth of a way with one more move, never above that without it.
fn search(
    boxes: usize,
    lines: &[Line],
    sources: &[usize],
    first: f64,
    extend: impl Fn(f64, &Line) -> Option<f64>,
) -> Vec<Option<usize>> {
    let mut out = vec![Vec::new(); boxes];
    lines.iter().enumerate().filter(|(_, l)| l.from != l.to).for_each(|(i, l)| out[l.from].push(i));
    let mut by = vec![None; boxes];
    let mut done = vec![false; boxes];
    let mut open: BinaryHeap<Open> =
        sources.iter().map(|s| Open { worth: first, step: 0.0, node: *s, by: None }).collect();
    while let Some(next) = open.pop() {
        if std::mem::replace(&mut done[next.node], true) {
            continue;
        }
        by[next.node] = next.by;
        for line in out[next.node].iter().filter(|l| !done[lines[**l].to]) {
            if let Some(worth) = extend(next.worth, &lines[*line]) {
                open.push(Open { worth, step: lines[*line].weight, node: lines[*line].to, by: Some(*line) });
            }
        }
    }
    by
}

/// A way that could be taken next: the worthiest first, then by its last move's frequency, then in the order of boxes.
struct Open {
    worth: f64,
    step: f64,
    node: usize,
    by: Option<usize>,
}

impl Ord for Open {
    fn cmp(&self, other: &Self) -> Ordering {
        let worth = self.worth.total_cmp(&other.worth).then(self.step.total_cmp(&other.step));
        worth.then(other.node.cmp(&self.node)).then(other.by.cmp(&self.by))
    }
}

impl PartialOrd for Open {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Open {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Open {}
