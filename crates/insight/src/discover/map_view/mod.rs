//! The map of the process to look at: as many activities and lines as one wants, won against lost, what comes back.

mod chosen;
mod compare;
mod fit;
mod paths;
mod replay;
mod result;
mod say;
mod takers;
#[cfg(test)]
mod tests;

pub use self::{
    fit::map_that_fits,
    replay::{Replay, ReplayDeal, replay},
    result::*,
};

use model::Outcome;
use rustc_hash::FxHashMap;

use self::{chosen::Chosen, takers::Takers};
use super::{
    ProcessMap, counts,
    layout::{self, BOX, Box, Direction, Graph, LABEL, Role},
    map::{self, is_closing},
};
use crate::{log::EventLog, select::Selection};

/// Size of the marks for start and end.
const MARK: f64 = 30.0;

/// The map of the selected deals, laid out.
pub fn map_view(log: &EventLog, selection: &Selection, request: &MapRequest) -> MapView {
    let deals = selection.deals(log);
    let chosen = Chosen::of(log, &deals, request);
    let (counted, _) = map::count(&chosen.steps, &deals);
    let takers = Takers::of(log, &chosen, &deals);
    let mut view = MapView {
        view: chosen.view,
        both: chosen.both,
        deals: counts(log, &deals),
        activities: chosen.shown,
        groups: chosen.groups,
        grouped: request.grouped,
        reopened: takers.reopened,
        nodes: nodes(&counted, &chosen, &takers),
        label_size: LABEL,
        ..MapView::default()
    };
    view.edges = edges(&counted, &view.nodes, &chosen, &takers);
    mark_ends(&mut view, &counted, &takers);
    compare::compare(&mut view.edges, &view.nodes, &takers);
    if request.compare {
        let of = |outcome| deals.iter().copied().filter(|d| log.outcome(*d) == outcome).collect::<Vec<u32>>();
        let times = |outcome| times(&map::count(&chosen.steps, &of(outcome)).0);
        let (won, lost) = rayon::join(|| times(Outcome::Won), || times(Outcome::Lost));
        for edge in &mut view.edges {
            let key = |at: u32| view.nodes[at as usize].activity.clone();
            let key = (key(edge.from), key(edge.to));
            edge.won_median_seconds = won.get(&key).copied();
            edge.lost_median_seconds = lost.get(&key).copied();
        }
    }
    let main = paths::choose(&mut view, request.paths);
    let early = view.nodes.iter().map(|n| takers.named(&n.activity).early()).collect();
    lay_out(&mut view, main, early, request.toward);
    view.sentences = say::sentences(&view);
    view
}

type Named = (String, String);

fn times(map: &ProcessMap) -> FxHashMap<Named, f64> {
    let dated = map.edges.iter().filter(|e| e.q75_seconds > 0.0);
    dated.map(|e| ((e.from.clone(), e.to.clone()), e.median_seconds)).collect()
}

fn mark(kind: &str) -> ViewNode {
    ViewNode {
        activity: String::new(),
        alike: 1,
        kind: kind.to_owned(),
        count: 0,
        deals: 0,
        most: 1,
        won_deals: 0,
        lost_deals: 0,
        returned: 0,
        x: 0.0,
        y: 0.0,
        width: MARK,
        height: MARK,
    }
}

/// The start first, then the activities, then the end.
fn nodes(counted: &ProcessMap, chosen: &Chosen<'_>, takers: &Takers) -> Vec<ViewNode> {
    let shown = counted.nodes.iter().map(|node| {
        let code = chosen.steps.code(&node.activity).unwrap_or(0);
        let of = takers.node(code);
        ViewNode {
            activity: node.activity.clone(),
            alike: chosen.alike(code),
            kind: node.kind.clone(),
            count: node.count,
            deals: node.deals,
            most: of.most,
            won_deals: of.won,
            lost_deals: of.lost,
            returned: of.returned,
            width: BOX.0,
            height: BOX.1,
            ..mark("")
        }
    });
    std::iter::once(mark("start")).chain(shown).chain([mark("end")]).collect()
}

fn edges(counted: &ProcessMap, nodes: &[ViewNode], chosen: &Chosen<'_>, takers: &Takers) -> Vec<ViewEdge> {
    let index: FxHashMap<&str, u32> = (0..).zip(nodes).skip(1).map(|(i, n)| (n.activity.as_str(), i)).collect();
    let code = |name: &str| chosen.steps.code(name).unwrap_or(0);
    let codes: FxHashMap<&str, u32> = nodes.iter().map(|n| (n.activity.as_str(), code(&n.activity))).collect();
    let place = |name: &String| index.get(name.as_str()).copied().unwrap_or(0);
    let edge = |e: &super::MapEdge| {
        let (from, to) = (place(&e.from), place(&e.to));
        let of = takers.edge(codes[e.from.as_str()], codes[e.to.as_str()]);
        let some = |seconds: f64| (e.q75_seconds > 0.0 || e.mean_seconds != 0.0).then_some(seconds);
        let kind = |at: u32| nodes[at as usize].kind.as_str();
        ViewEdge {
            from,
            to,
            count: e.count,
            deals: of.deals,
            most: of.most,
            won_count: of.won_count,
            lost_count: of.lost_count,
            won_deals: of.won,
            lost_deals: of.lost,
            q25_seconds: some(e.q25_seconds),
            median_seconds: some(e.median_seconds),
            q75_seconds: some(e.q75_seconds),
            mean_seconds: some(e.mean_seconds),
            reopens: is_closing(kind(from)) && kind(to) == "stage",
            ..ViewEdge::default()
        }
    };
    counted.edges.iter().map(edge).collect()
}

/// Lines from the start and to the end. A closing is an end by itself.
fn mark_ends(view: &mut MapView, counted: &ProcessMap, takers: &Takers) {
    let last = view.nodes.len() as u32 - 1;
    let mut marks = Vec::new();
    for (place, node) in (0..).zip(&view.nodes).skip(1).take(view.nodes.len().saturating_sub(2)) {
        let ends = if is_closing(&node.kind) { None } else { counted.end.get(&node.activity) };
        let of = takers.ends(&node.activity);
        for (count, from, to, (won, lost)) in
            [(counted.start.get(&node.activity), 0, place, of.0), (ends, place, last, of.1)]
        {
            if let Some(count) = count.copied() {
                let edge = ViewEdge { from, to, count, deals: count, most: 1, ..ViewEdge::default() };
                marks.push(ViewEdge { won_count: won, won_deals: won, lost_count: lost, lost_deals: lost, ..edge });
            }
        }
    }
    for (at, outgoing) in [(0, true), (last, false)] {
        let mine = marks.iter().filter(|e| if outgoing { e.from == at } else { e.to == at });
        let (count, won, lost) = mine.fold((0, 0, 0), |s, e| (s.0 + e.count, s.1 + e.won_deals, s.2 + e.lost_deals));
        let node = &mut view.nodes[at as usize];
        (node.count, node.deals, node.won_deals, node.lost_deals) = (count, count, won, lost);
    }
    view.edges.extend(marks);
    view.edges.sort_by_key(|e| std::cmp::Reverse(e.count));
}

fn lay_out(view: &mut MapView, main: Vec<usize>, early: Vec<f64>, toward: Toward) {
    let role = |kind: &str| match kind {
        "start" => Role::Start,
        "end" => Role::End,
        kind if is_closing(kind) => Role::Closing,
        _ => Role::Step,
    };
    view.main = main.iter().map(|i| *i as u32).collect();
    let graph = Graph {
        boxes: view.nodes.iter().map(|n| Box { role: role(&n.kind), width: n.width, height: n.height }).collect(),
        lines: paths::lines(&view.edges),
        main,
        label: LABEL,
        early,
    };
    let direction = if toward == Toward::Right { Direction::Right } else { Direction::Down };
    let drawn = layout::layout(&graph, direction);
    for (node, place) in view.nodes.iter_mut().zip(drawn.boxes) {
        (node.x, node.y) = place;
    }
    for (edge, line) in view.edges.iter_mut().zip(drawn.lines) {
        (edge.points, edge.path, edge.label, edge.back) = (line.points, line.path, line.label, line.back);
    }
    (view.width, view.height) = (drawn.width, drawn.height);
}
