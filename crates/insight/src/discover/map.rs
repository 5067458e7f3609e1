//! The directly-follows graph.

use std::collections::BTreeMap;

use super::{
    MapEdge, MapNode, ProcessMap, Summary, Ways,
    tally::{Ended, Taken, Tally, Visited, Wanted},
    variants,
};
use crate::{
    log::{Class, EventLog, MICROS_A_SECOND, NEVER, Steps},
    stats::quantile::summary_of_micros,
};

/// Counts steps, moves and sequences; nothing has a place yet.
pub(super) fn ways(log: &EventLog, steps: &Steps<'_>, deals: &[u32]) -> Ways {
    let all = vec![true; steps.names()];
    let mut tally = Tally::of(log, steps, &all, deals, Wanted { ways: true, ..Wanted::default() });
    let walked = std::mem::take(&mut tally.ways);
    let sequences = || variants::variants(log, steps, deals, &walked);
    let (between, variants) = rayon::join(|| tally.between(log, steps, deals), sequences);
    let map = ProcessMap {
        nodes: nodes(steps, &tally),
        edges: edges(steps, &tally, &between.all),
        start: named(steps, &tally.first),
        end: named(steps, &tally.last),
        width: 0.0,
        height: 0.0,
    };
    let mut lasted: Vec<i64> = walked.iter().map(|way| way.lasted).filter(|lasted| *lasted != NEVER).collect();
    Ways { map, variants, case_seconds: summary_of_micros(&mut lasted, MICROS_A_SECOND) }
}

fn nodes(steps: &Steps<'_>, tally: &Tally) -> Vec<MapNode> {
    let came = (0..).zip(&tally.nodes).filter(|(_, visited)| visited.taken.count > 0);
    let node = |(step, visited): (u32, &Visited)| MapNode {
        activity: steps.name(step).to_owned(),
        count: visited.taken.count,
        deals: visited.taken.deals,
        kind: steps.class(step).word().to_owned(),
        x: 0.0,
        y: 0.0,
    };
    let mut nodes: Vec<MapNode> = came.map(node).collect();
    nodes.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.activity.cmp(&b.activity)));
    nodes
}

fn edges(steps: &Steps<'_>, tally: &Tally, times: &[Summary]) -> Vec<MapEdge> {
    let edge = |((&(from, to), taken), time): ((&(u32, u32), &Taken), &Summary)| MapEdge {
        from: steps.name(from).to_owned(),
        to: steps.name(to).to_owned(),
        count: taken.count,
        median_seconds: time.median.unwrap_or(0.0),
        mean_seconds: time.mean.unwrap_or(0.0),
        q25_seconds: time.q25.unwrap_or(0.0),
        q75_seconds: time.q75.unwrap_or(0.0),
        points: Vec::new(),
    };
    let mut edges: Vec<MapEdge> = tally.places.all().iter().zip(&tally.edges).zip(times).map(edge).collect();
    edges.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| (&a.from, &a.to).cmp(&(&b.from, &b.to))));
    edges
}

fn named(steps: &Steps<'_>, ended: &[Ended]) -> BTreeMap<String, u64> {
    let named = (0..).zip(ended).filter(|(_, (all, ..))| *all > 0);
    named.map(|(step, (all, ..))| (steps.name(step).to_owned(), *all)).collect()
}

/// True for a word of [`MapNode::kind`] that stands for a closing.
pub(super) fn is_closing(kind: &str) -> bool {
    kind == Class::Won.word() || kind == Class::Lost.word()
}
