//! Which lines are drawn.
//!
//! First those that hold the map together: for every box the last move of its widest way from the start, the first
//! move of its widest way to an end, and the main way. Then the most frequent of the others until the share of moves
//! that is wanted is held.
//!
//! The rule that every box stays on a way from start to end whose least frequent move is as frequent as can be: A.
//! Augusto, R. Conforti, M. Dumas, M. La Rosa and A. Polyvyanyy (2019), "Split miner", Knowledge and Information Systems
//! 59, 251–284, section 3.3.

use super::{Activities, MapView, ViewEdge};
use crate::discover::{
    layout::{Line, main_way, widest},
    map::is_closing,
};

/// Share of the moves that is held where nothing is asked for.
const HELD: f64 = 0.95;
/// Lines beyond those needed that are drawn where nothing is asked for: more are a thicket.
const READABLE: usize = 16;
/// Lines drawn at most.
const MOST: usize = 400;

/// The edges as lines of a layout.
pub(super) fn lines(edges: &[ViewEdge]) -> Vec<Line> {
    let line = |e: &ViewEdge| Line { from: e.from as usize, to: e.to as usize, weight: e.count as f64 };
    edges.iter().map(line).collect()
}

/// Keeps the edges that are to be drawn and sets [`MapView::paths`]; the main way.
pub(super) fn choose(view: &mut MapView, share: Option<f64>) -> Vec<usize> {
    let lines = lines(&view.edges);
    let n = view.nodes.len();
    let end = (0..n).find(|i| view.nodes[*i].kind == "end");
    let kind = |kind: &str| (0..n).filter(|i| view.nodes[*i].kind == kind).collect::<Vec<_>>();
    let mut targets = kind("won");
    targets.sort_by_key(|i| std::cmp::Reverse(view.nodes[*i].count));
    targets.extend(end);
    targets.extend(kind("lost"));
    let main = main_way(n, &lines, 0, &targets);
    let mut needed = vec![false; lines.len()];
    let mut need = |line: Option<usize>| line.into_iter().for_each(|i| needed[i] = true);
    widest(n, &lines, &[0]).into_iter().for_each(&mut need);
    let turned: Vec<Line> = lines.iter().map(|l| Line { from: l.to, to: l.from, weight: l.weight }).collect();
    let ends: Vec<usize> = (0..n).filter(|i| Some(*i) == end || is_closing(&view.nodes[*i].kind)).collect();
    widest(n, &turned, &ends).into_iter().for_each(&mut need);
    for pair in main.windows(2) {
        need(lines.iter().position(|l| (l.from, l.to) == (pair[0], pair[1])));
    }
    keep(view, &needed, share);
    main
}

fn keep(view: &mut MapView, needed: &[bool], share: Option<f64>) {
    let all: u64 = view.edges.iter().map(|e| e.count).sum();
    let mut held: u64 = view.edges.iter().zip(needed).filter(|(_, n)| **n).map(|(e, _)| e.count).sum();
    let least = held as f64 / all.max(1) as f64;
    let wanted = share.unwrap_or(HELD).clamp(0.0, 1.0) * all as f64;
    let room = if share.is_some() { MOST } else { READABLE };
    let mut more = 0;
    let mut kept = needed.to_vec();
    for (i, edge) in view.edges.iter().enumerate().filter(|(i, _)| !needed[*i]) {
        if held as f64 >= wanted || more >= room {
            break;
        }
        (held, more, kept[i]) = (held + edge.count, more + 1, true);
    }
    let of = view.edges.len() as u64;
    let mut kept = kept.into_iter();
    view.edges.retain(|_| kept.next().unwrap_or(false));
    view.paths = Activities { shown: view.edges.len() as u64, of, share: held as f64 / all.max(1) as f64, least };
}
