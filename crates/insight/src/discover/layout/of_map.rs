//! The layout of a whole directly-follows graph, as `discovery.json` holds it.

use rustc_hash::FxHashMap;

use super::{BOX, Box, Direction, Graph, LABEL, Line, Role, layout, main_way, widest};
use crate::discover::{ProcessMap, map::is_closing};

/// Boxes laid out at most; the boxes of a map with more stand in a grid.
const MOST_BOXES: usize = 200;
/// Lines laid out beside those that hold the map together; the rarer ones go straight from box to box.
const MOST_LINES: usize = 40;

/// Sets the places of all nodes, the points of all edges, and the size.
pub(in crate::discover) fn lay_out(map: &mut ProcessMap, backbone: &[String]) {
    if map.nodes.is_empty() {
        return;
    }
    if map.nodes.len() > MOST_BOXES {
        return grid(map);
    }
    let (lines, main) = (lines(map), way(map, backbone));
    let kept = kept(map.nodes.len(), &lines, main[0]);
    let graph = Graph {
        boxes: map.nodes.iter().map(|n| boxed(&n.kind)).collect(),
        lines: kept.iter().map(|i| lines[*i]).collect(),
        main,
        label: LABEL,
        early: Vec::new(),
    };
    let drawn = layout(&graph, Direction::Right);
    for (node, place) in map.nodes.iter_mut().zip(&drawn.boxes) {
        (node.x, node.y) = *place;
    }
    for (edge, line) in map.edges.iter_mut().zip(&lines) {
        edge.points = vec![drawn.boxes[line.from], drawn.boxes[line.to]];
    }
    for (i, line) in kept.into_iter().zip(drawn.lines) {
        map.edges[i].points = line.points;
    }
    (map.width, map.height) = (drawn.width, drawn.height);
}

fn boxed(kind: &str) -> Box {
    Box { role: if is_closing(kind) { Role::Closing } else { Role::Step }, width: BOX.0, height: BOX.1 }
}

/// Names of the nodes on the main way.
pub(in crate::discover) fn backbone(map: &ProcessMap) -> Vec<String> {
    if map.nodes.is_empty() {
        return Vec::new();
    }
    way(map, &[]).into_iter().map(|i| map.nodes[i].activity.clone()).collect()
}

fn lines(map: &ProcessMap) -> Vec<Line> {
    let index: FxHashMap<&str, usize> = map.nodes.iter().zip(0..).map(|(n, i)| (n.activity.as_str(), i)).collect();
    let place = |name: &String| index.get(name.as_str()).copied().unwrap_or(0);
    map.edges.iter().map(|e| Line { from: place(&e.from), to: place(&e.to), weight: e.count as f64 }).collect()
}

/// The way given, or that from the most frequent first node to won, else to the most frequent last one.
fn way(map: &ProcessMap, given: &[String]) -> Vec<usize> {
    let place = |name: &String| map.nodes.iter().position(|n| n.activity == *name);
    let given: Vec<usize> = given.iter().filter_map(place).collect();
    if given.len() > 1 {
        return given;
    }
    let most = |counts: &std::collections::BTreeMap<String, u64>| {
        let mut all: Vec<usize> = (0..map.nodes.len()).collect();
        let count = |i: &usize| counts.get(&map.nodes[*i].activity).copied().unwrap_or(0);
        all.sort_by_key(|i| std::cmp::Reverse(count(i)));
        all
    };
    let won = (0..map.nodes.len()).filter(|i| map.nodes[*i].kind == "won");
    let targets: Vec<usize> = won.chain(most(&map.end)).collect();
    main_way(map.nodes.len(), &lines(map), most(&map.start)[0], &targets)
}

/// The lines that hold the map together, and the most frequent of the others.
fn kept(boxes: usize, lines: &[Line], source: usize) -> Vec<usize> {
    let needed: Vec<usize> = widest(boxes, lines, &[source]).into_iter().flatten().collect();
    let more = (0..lines.len()).take(MOST_LINES).filter(|i| !needed.contains(i));
    let mut kept: Vec<usize> = needed.iter().copied().chain(more).collect();
    kept.sort_unstable();
    kept
}

fn grid(map: &mut ProcessMap) {
    let across = (map.nodes.len() as f64).sqrt().ceil() as usize;
    let place = |i: usize| {
        let (column, row) = ((i % across) as f64, (i / across) as f64);
        (column * (BOX.0 + 30.0) + BOX.0, row * (BOX.1 + 30.0) + BOX.1)
    };
    let lines = lines(map);
    map.nodes.iter_mut().enumerate().for_each(|(i, n)| (n.x, n.y) = place(i));
    for (edge, line) in map.edges.iter_mut().zip(lines) {
        edge.points = vec![place(line.from), place(line.to)];
    }
    (map.width, map.height) = place(across * map.nodes.len().div_ceil(across) - 1);
    (map.width, map.height) = (map.width + BOX.0, map.height + BOX.1);
}
