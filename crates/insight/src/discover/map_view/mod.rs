//! The map of the process to look at: as many activities and lines as one wants, won against lost, what comes back.

mod chosen;
mod compare;
mod fit;
mod paths;
mod replay;
mod result;
mod say;
#[cfg(test)]
mod tests;

pub use self::{
    fit::map_that_fits,
    replay::{Replay, ReplayDeal, replay},
    result::*,
};

use self::chosen::Chosen;
use super::{
    Summary, counts,
    layout::{self, BOX, Box, Direction, Graph, LABEL, Role},
    map::is_closing,
    tally::{self, Between, Tally, Visited},
};
use crate::{log::EventLog, select::Selection};

/// Size of the marks for start and end.
const MARK: f64 = 30.0;

/// The map of the selected deals, laid out.
pub fn map_view(log: &EventLog, selection: &Selection, request: &MapRequest) -> MapView {
    let deals = selection.deals(log);
    let chosen = Chosen::of(log, &deals, request);
    let wanted = tally::Wanted { compared: request.compare, ways: false };
    let mut tally = Tally::of(log, &chosen.full, &chosen.kept, &deals, wanted);
    let between = tally.between(log, &chosen.steps, &deals);
    let boxes = boxes(&tally, &chosen);
    let mut view = MapView {
        view: chosen.view,
        both: chosen.both,
        deals: counts(log, &deals),
        groups: chosen.groups,
        grouped: request.grouped,
        reopened: tally.reopened,
        nodes: nodes(&boxes, &tally, &chosen),
        label_size: LABEL,
        activities: chosen.shown,
        ..MapView::default()
    };
    view.edges = edges(&boxes, &view.nodes, &tally, &between, &chosen);
    mark_ends(&mut view, &boxes, &tally);
    if view.nodes.len() > 2 && view.nodes.last().is_some_and(|end| end.count == 0) {
        // Every deal has closed: nothing leads to a mark for the end.
        view.nodes.pop();
    }
    // Nothing is counted of the marks for start and end.
    let of_box = |at: usize| {
        let code = at.checked_sub(1).and_then(|at| boxes.get(at));
        code.map_or_else(Visited::default, |code| tally.nodes[*code as usize])
    };
    let on = |at: u32| {
        let of = of_box(at as usize);
        (of.won_on, of.lost_on)
    };
    compare::compare(&mut view.edges, &view.nodes, on);
    let main = paths::choose(&mut view, request.paths);
    let early = (0..view.nodes.len()).map(|at| of_box(at).early).collect();
    lay_out(&mut view, main, early, request.toward);
    view.sentences = say::sentences(&view);
    view
}

/// The codes of the activities on the map, the most frequent first.
fn boxes(tally: &Tally, chosen: &Chosen<'_>) -> Vec<u32> {
    let mut codes: Vec<u32> =
        (0..).zip(&tally.nodes).filter(|(_, n)| n.taken.count > 0).map(|(code, _)| code).collect();
    let count = |code: &u32| tally.nodes[*code as usize].taken.count;
    let name = |code: &u32| chosen.full.name(*code);
    codes.sort_by(|a, b| count(b).cmp(&count(a)).then_with(|| name(a).cmp(name(b))));
    codes
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
fn nodes(boxes: &[u32], tally: &Tally, chosen: &Chosen<'_>) -> Vec<ViewNode> {
    let shown = boxes.iter().map(|code| {
        let Visited { taken: of, returned, .. } = tally.nodes[*code as usize];
        ViewNode {
            activity: chosen.full.name(*code).to_owned(),
            alike: chosen.alike(*code),
            kind: chosen.full.class(*code).word().to_owned(),
            count: of.count,
            deals: of.deals,
            most: of.most,
            won_deals: of.won,
            lost_deals: of.lost,
            returned,
            width: BOX.0,
            height: BOX.1,
            ..mark("")
        }
    });
    std::iter::once(mark("start")).chain(shown).chain([mark("end")]).collect()
}

/// The lines between activities.
fn edges(boxes: &[u32], nodes: &[ViewNode], tally: &Tally, between: &Between, chosen: &Chosen<'_>) -> Vec<ViewEdge> {
    let mut place = vec![0; chosen.full.names()];
    for (at, code) in (1..).zip(boxes) {
        place[*code as usize] = at;
    }
    let kind = |at: u32| nodes[at as usize].kind.as_str();
    let edge = |(line, (from, to)): (usize, &(u32, u32))| {
        let (from, to) = (place[*from as usize], place[*to as usize]);
        let (of, times) = (&tally.edges[line], &between.all[line]);
        let median = |summaries: &[Summary]| summaries.get(line).filter(|s| is_known(s)).and_then(|s| s.median);
        let some = |seconds: Option<f64>| if is_known(times) { Some(seconds.unwrap_or(0.0)) } else { None };
        ViewEdge {
            from,
            to,
            count: of.count,
            deals: of.deals,
            most: of.most,
            won_count: of.won_count,
            lost_count: of.lost_count,
            won_deals: of.won,
            lost_deals: of.lost,
            q25_seconds: some(times.q25),
            median_seconds: some(times.median),
            q75_seconds: some(times.q75),
            mean_seconds: some(times.mean),
            won_median_seconds: between.compared.as_ref().and_then(|(won, _)| median(won)),
            lost_median_seconds: between.compared.as_ref().and_then(|(_, lost)| median(lost)),
            reopens: is_closing(kind(from)) && kind(to) == "stage",
            ..ViewEdge::default()
        }
    };
    let mut edges: Vec<ViewEdge> = tally.places.all().iter().enumerate().map(edge).collect();
    let name = |at: u32| nodes[at as usize].activity.as_str();
    edges.sort_by(|a, b| {
        b.count.cmp(&a.count).then_with(|| (name(a.from), name(a.to)).cmp(&(name(b.from), name(b.to))))
    });
    edges
}

/// False for times of moves that are never dated, or of days without hours that never differ.
fn is_known(times: &Summary) -> bool {
    times.q75.unwrap_or(0.0) > 0.0 || times.mean.unwrap_or(0.0) != 0.0
}

/// Lines from the start and to the end. A closing is an end by itself.
fn mark_ends(view: &mut MapView, boxes: &[u32], tally: &Tally) {
    let last = view.nodes.len() as u32 - 1;
    let mut marks = Vec::new();
    for (place, code) in (1..).zip(boxes) {
        let (first_of, last_of) = (tally.first[*code as usize], tally.last[*code as usize]);
        let ends = if is_closing(&view.nodes[place as usize].kind) { (0, 0, 0) } else { last_of };
        for ((count, won, lost), from, to) in [(first_of, 0, place), (ends, place, last)] {
            if count > 0 {
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
