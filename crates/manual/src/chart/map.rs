//! The flow of deals: stages below one another, moves as lines between them.
//!
//! A ladder is read at the width of a page whatever the number of stages: the next stage stands below, moves that leave
//! one out or go back run on the left, lost deals leave to the right.

use insight::discover::{MapEdge, MapNode, ProcessMap};

use super::{
    Anchor, Drawing, Picture, Tone,
    lanes::{Arc, lanes, ports},
    n, text_width,
};
use crate::words;

/// Boxes that are drawn.
const MOST_BOXES: usize = 12;
/// Size of a box.
const BOX: (f64, f64) = (190.0, 40.0);
/// Space between two boxes.
const GAP: f64 = 34.0;
/// Space from the boxes to the column of lost deals, and its width.
const LOST: (f64, f64) = (86.0, 58.0);
/// Distance of the first lane from the boxes, and of the lanes from one another.
const LANE: (f64, f64) = (36.0, 62.0);
/// Lanes there is room for.
const MOST_LANES: usize = 4;
/// Radius of the corners of lines.
const CORNER: f64 = 10.0;
/// Size of the figures beside lines.
const FIGURES: f64 = 12.0;

/// A map and the moves there was no room for.
#[derive(Debug, Clone, PartialEq)]
pub struct Flow {
    /// The picture.
    pub picture: Picture,
    /// Moves that are not drawn, most frequent first.
    pub left_out: Vec<MapEdge>,
}

/// The map drawn to fit the column; none without activities.
pub fn map(map: &ProcessMap) -> Option<Flow> {
    let ladder = Ladder::of(map)?;
    let mut drawing = Drawing::new(ladder.size().0, ladder.size().1);
    ladder.draw(&mut drawing);
    let left_out = ladder.left_out.iter().map(|e| (*e).clone()).collect();
    Some(Flow { picture: drawing.finish(spoken(map)), left_out })
}

fn spoken(map: &ProcessMap) -> String {
    let name = |activity: &str| words::stage(activity).to_owned();
    let moves: Vec<String> = map
        .edges
        .iter()
        .take(12)
        .map(|e| format!("{} to {}: {}", name(&e.from), name(&e.to), words::count(e.count)))
        .collect();
    format!("Moves between stages: {}.", moves.join(", "))
}

fn tone(kind: &str) -> Tone {
    match kind {
        "won" => Tone::Won,
        "lost" => Tone::Lost,
        "stage" => Tone::Accent,
        _ => Tone::Open,
    }
}

/// Where each move goes.
struct Ladder<'a> {
    rows: Vec<&'a MapNode>,
    lost: Option<&'a MapNode>,
    /// Moves from one row to the next.
    next: Vec<(usize, &'a MapEdge)>,
    /// Moves past a row or back.
    arcs: Vec<(Arc, &'a MapEdge)>,
    /// Moves to the lost ones.
    leaving: Vec<(usize, &'a MapEdge)>,
    /// Moves from the lost ones.
    returning: Vec<(usize, &'a MapEdge)>,
    left_out: Vec<&'a MapEdge>,
    /// Of the most frequent move.
    most: f64,
}

impl<'a> Ladder<'a> {
    fn of(map: &'a ProcessMap) -> Option<Self> {
        let rows = rows(map);
        let lost = map.nodes.iter().find(|n| n.kind == "lost");
        if rows.is_empty() && lost.is_none() {
            return None;
        }
        let most = map.edges.iter().map(|e| e.count).max().unwrap_or(1).max(1) as f64;
        let mut it = Self {
            rows,
            lost,
            next: Vec::new(),
            arcs: Vec::new(),
            leaving: Vec::new(),
            returning: Vec::new(),
            left_out: Vec::new(),
            most,
        };
        map.edges.iter().for_each(|edge| it.add(edge));
        Some(it)
    }

    fn add(&mut self, edge: &'a MapEdge) {
        let row = |name: &str| self.rows.iter().position(|n| n.activity == name);
        let is_lost = |name: &str| self.lost.is_some_and(|n| n.activity == name);
        match (row(&edge.from), row(&edge.to)) {
            (Some(from), Some(to)) if to == from + 1 => self.next.push((from, edge)),
            (Some(from), Some(to)) if to != from => self.add_arc(Arc { from, to }, edge),
            (Some(from), None) if is_lost(&edge.to) => self.leaving.push((from, edge)),
            (None, Some(to)) if is_lost(&edge.from) => self.returning.push((to, edge)),
            _ => self.left_out.push(edge),
        }
    }

    fn add_arc(&mut self, arc: Arc, edge: &'a MapEdge) {
        let mut tried: Vec<Arc> = self.arcs.iter().map(|(a, _)| *a).collect();
        tried.push(arc);
        if lanes(&tried).iter().all(|lane| *lane < MOST_LANES) {
            self.arcs.push((arc, edge));
        } else {
            self.left_out.push(edge);
        }
    }

    fn size(&self) -> (f64, f64) {
        let rows = self.rows.len().max(1) as f64;
        let beside = if self.lost.is_some() { LOST.0 + LOST.1 } else { 0.0 };
        (self.right() + beside + 2.0, rows * BOX.1 + (rows - 1.0) * GAP + 4.0)
    }

    /// Left edge of the boxes: as many lanes are left free as there are.
    fn left(&self) -> f64 {
        let arcs: Vec<Arc> = self.arcs.iter().map(|(a, _)| *a).collect();
        let lanes = lanes(&arcs).into_iter().max().map_or(0, |last| last + 1);
        if lanes == 0 { 2.0 } else { LANE.0 + LANE.1 * (lanes as f64 - 1.0) + 32.0 }
    }

    fn right(&self) -> f64 {
        self.left() + BOX.0
    }

    fn draw(&self, drawing: &mut Drawing) {
        self.draw_arcs(drawing);
        let centre = self.left() + BOX.0 / 2.0;
        for (row, edge) in &self.next {
            let (from, to) = (middle(*row) + BOX.1 / 2.0, middle(row + 1) - BOX.1 / 2.0);
            self.arrow(drawing, &[(centre, from), (centre, to)], edge, self.tone_of(row + 1), false);
            self.figures_beside(drawing, (centre, (from + to) / 2.0), edge);
        }
        let right = self.right();
        let lost = right + LOST.0;
        for (row, edge) in &self.leaving {
            let shift = if self.returning.iter().any(|(r, _)| r == row) { -9.0 } else { 0.0 };
            let y = middle(*row) + shift;
            self.arrow(drawing, &[(right, y), (lost, y)], edge, Tone::Lost, false);
            figures_around(drawing, ((right + lost) / 2.0 - 4.0, y), edge, self.width(edge));
        }
        for (row, edge) in &self.returning {
            let shift = if self.leaving.iter().any(|(r, _)| r == row) { 9.0 } else { 0.0 };
            let y = middle(*row) + shift;
            self.arrow(drawing, &[(lost, y), (right, y)], edge, Tone::Open, true);
            figures_around(drawing, ((right + lost) / 2.0 + 4.0, y), edge, self.width(edge));
        }
        for (i, node) in self.rows.iter().enumerate() {
            boxed(drawing, node, (self.left(), middle(i) - BOX.1 / 2.0), BOX.0);
        }
        if let Some(node) = self.lost {
            self.column(drawing, node);
        }
    }

    fn tone_of(&self, row: usize) -> Tone {
        self.rows.get(row).map_or(Tone::Open, |n| tone(&n.kind))
    }

    fn width(&self, edge: &MapEdge) -> f64 {
        1.25 + 4.0 * (edge.count as f64 / self.most).sqrt()
    }

    fn draw_arcs(&self, drawing: &mut Drawing) {
        let arcs: Vec<Arc> = self.arcs.iter().map(|(a, _)| *a).collect();
        let lanes = lanes(&arcs);
        let ports = ports(&arcs, &lanes, BOX.1);
        let left = self.left();
        for (((arc, edge), lane), (out, into)) in self.arcs.iter().zip(&lanes).zip(&ports) {
            let x = left - LANE.0 - LANE.1 * *lane as f64;
            let (from, to) = (middle(arc.from) + out, middle(arc.to) + into);
            let back = arc.to < arc.from;
            let tone = if back { Tone::Open } else { self.tone_of(arc.to) };
            self.arrow(drawing, &[(left, from), (x, from), (x, to), (left, to)], edge, tone, back);
            let gap = (arc.from + arc.to - 1) / 2;
            written_over(drawing, (x, middle(gap) + (BOX.1 + GAP) / 2.0), edge);
        }
    }

    fn arrow(&self, drawing: &mut Drawing, points: &[(f64, f64)], edge: &MapEdge, tone: Tone, dashed: bool) {
        let [.., before, end] = points else { return };
        let width = self.width(edge);
        let length = (end.0 - before.0).hypot(end.1 - before.1).max(0.01);
        let (ux, uy) = ((end.0 - before.0) / length, (end.1 - before.1) / length);
        let (long, wide) = (5.0 + width * 1.2, 3.0 + width * 0.8);
        let base = (end.0 - ux * long, end.1 - uy * long);
        let mut line = points.to_vec();
        if let Some(last) = line.last_mut() {
            *last = base;
        }
        drawing.path(&rounded(&line), width, tone, dashed);
        let wing = |side: f64| (base.0 - uy * wide * side, base.1 + ux * wide * side);
        drawing.area(&[*end, wing(1.0), wing(-1.0)], tone, 1.0);
    }

    /// Count and time to the right of a line that goes down.
    fn figures_beside(&self, drawing: &mut Drawing, at: (f64, f64), edge: &MapEdge) {
        let x = at.0 + self.width(edge) / 2.0 + 9.0;
        let count = words::count(edge.count);
        drawing.strong((x, at.1 + 2.0), Anchor::Start, FIGURES, Tone::Ink, &count);
        if let Some(time) = time(edge) {
            let after = x + text_width(&count, FIGURES) * 1.08 + 7.0;
            drawing.text((after, at.1 + 2.0), Anchor::Start, FIGURES, Tone::Muted, &time);
        }
    }

    /// The lost deals as a tall box beside all rows.
    fn column(&self, drawing: &mut Drawing, lost: &MapNode) {
        let (left, height) = (self.right() + LOST.0, self.size().1);
        drawing.frame((left, 2.0), (LOST.1, height - 4.0), 6.0, Tone::Lost);
        let (x, y) = (left + LOST.1 / 2.0, height / 2.0);
        drawing.strong((x, y - 16.0), Anchor::Middle, 13.0, Tone::Lost, "✗");
        drawing.strong((x, y), Anchor::Middle, 12.0, Tone::Ink, "Lost");
        drawing.text((x, y + 16.0), Anchor::Middle, FIGURES, Tone::Muted, &words::count(lost.deals));
    }
}

/// Centre of a row.
fn middle(row: usize) -> f64 {
    2.0 + row as f64 * (BOX.1 + GAP) + BOX.1 / 2.0
}

/// The boxes from above to below: the way of the layout, won last; stages that only lost deals come back to, after it;
/// stages without any move, before it.
fn rows(map: &ProcessMap) -> Vec<&MapNode> {
    let is_lost = |name: &str| map.nodes.iter().any(|n| n.kind == "lost" && n.activity == name);
    let place = |node: &MapNode| {
        let moves = |found: &dyn Fn(&MapEdge) -> bool| map.edges.iter().any(found);
        let reached = moves(&|e: &MapEdge| e.to == node.activity && !is_lost(&e.from));
        let returned = moves(&|e: &MapEdge| e.to == node.activity && is_lost(&e.from));
        let left = moves(&|e: &MapEdge| e.from == node.activity);
        match node.kind.as_str() {
            "won" => 2,
            _ if returned && !reached => 3,
            _ if !reached && !left => 0,
            _ => 1,
        }
    };
    let mut rows: Vec<&MapNode> = map.nodes.iter().filter(|n| n.kind != "lost").take(MOST_BOXES).collect();
    rows.sort_by(|a, b| place(a).cmp(&place(b)).then(a.x.total_cmp(&b.x)).then(b.deals.cmp(&a.deals)));
    rows
}

/// A path along the points with round corners.
fn rounded(points: &[(f64, f64)]) -> String {
    let at = |p: (f64, f64)| format!("{} {}", n(p.0), n(p.1));
    let Some((first, rest)) = points.split_first() else { return String::new() };
    let mut d = format!("M{}", at(*first));
    let mut before = *first;
    for (i, point) in rest.iter().enumerate() {
        match rest.get(i + 1) {
            Some(next) => {
                d.push_str(&format!("L{}Q{} {}", at(near(*point, before)), at(*point), at(near(*point, *next))))
            }
            None => d.push_str(&format!("L{}", at(*point))),
        }
        before = *point;
    }
    d
}

/// The point on the way from a corner to its neighbour at which the rounding begins.
fn near(corner: (f64, f64), neighbour: (f64, f64)) -> (f64, f64) {
    let (dx, dy) = (neighbour.0 - corner.0, neighbour.1 - corner.1);
    let length = dx.hypot(dy).max(0.01);
    let part = (CORNER / length).min(0.5);
    (corner.0 + dx * part, corner.1 + dy * part)
}

fn time(edge: &MapEdge) -> Option<String> {
    (edge.median_seconds > 0.0).then(|| words::span(edge.median_seconds))
}

/// Count above a level line, time below it.
fn figures_around(drawing: &mut Drawing, at: (f64, f64), edge: &MapEdge, width: f64) {
    drawing.strong((at.0, at.1 - width / 2.0 - 3.5), Anchor::Middle, FIGURES, Tone::Ink, &words::count(edge.count));
    if let Some(time) = time(edge) {
        drawing.text((at.0, at.1 + width / 2.0 + 11.5), Anchor::Middle, FIGURES, Tone::Muted, &time);
    }
}

/// Count and time in a gap of an upright line.
fn written_over(drawing: &mut Drawing, at: (f64, f64), edge: &MapEdge) {
    let time = time(edge);
    let high = if time.is_some() { 31.0 } else { 17.0 };
    drawing.bar((at.0 - 27.0, at.1 - high / 2.0), (54.0, high), 2.0, Tone::Paper, 1.0);
    let base = if time.is_some() { at.1 - 2.5 } else { at.1 + 4.0 };
    drawing.strong((at.0, base), Anchor::Middle, FIGURES, Tone::Ink, &words::count(edge.count));
    if let Some(time) = time {
        drawing.text((at.0, at.1 + 11.5), Anchor::Middle, FIGURES, Tone::Muted, &time);
    }
}

fn boxed(drawing: &mut Drawing, node: &MapNode, at: (f64, f64), width: f64) {
    drawing.frame(at, (width, BOX.1), 6.0, tone(&node.kind));
    let room = ((width - 10.0) / (13.0 * 0.5)) as usize;
    let mark = if node.kind == "won" { "✓ " } else { "" };
    let title = words::short(&format!("{mark}{}", words::stage(&node.activity)), room);
    let x = at.0 + width / 2.0;
    drawing.strong((x, at.1 + 17.0), Anchor::Middle, 13.0, Tone::Ink, &title);
    let count = words::counted(node.deals, "deal", "deals");
    drawing.text((x, at.1 + 32.5), Anchor::Middle, FIGURES, Tone::Muted, &count);
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn made(nodes: &[(&str, &str)], edges: &[(&str, &str, u64)]) -> ProcessMap {
        let node = |(i, (name, kind)): (usize, &(&str, &str))| MapNode {
            activity: (*name).into(),
            count: 9,
            deals: 9,
            kind: (*kind).into(),
            x: i as f64,
            y: 0.0,
        };
        let edge = |(from, to, count): &(&str, &str, u64)| MapEdge {
            from: (*from).into(),
            to: (*to).into(),
            count: *count,
            median_seconds: 864_000.0,
            mean_seconds: 0.0,
            q25_seconds: 0.0,
            q75_seconds: 0.0,
            points: Vec::new(),
        };
        ProcessMap {
            nodes: nodes.iter().enumerate().map(node).collect(),
            edges: edges.iter().map(edge).collect(),
            ..ProcessMap::default()
        }
    }

    #[rstest]
    #[case::won_last(&[("Won", "won"), ("A", "stage"), ("B", "stage")], &[("A", "B", 2), ("B", "Won", 1)], &["A", "B", "Won"])]
    #[case::alone_first(&[("A", "stage"), ("Won", "won"), ("X", "stage")], &[("A", "Won", 2)], &["X", "A", "Won"])]
    #[case::from_lost_after_won(
        &[("N", "stage"), ("A", "stage"), ("Won", "won"), ("Lost", "lost")],
        &[("A", "Won", 2), ("A", "Lost", 2), ("Lost", "N", 1), ("N", "A", 1)],
        &["A", "Won", "N"]
    )]
    fn order_of_boxes(#[case] nodes: &[(&str, &str)], #[case] edges: &[(&str, &str, u64)], #[case] names: &[&str]) {
        let map = made(nodes, edges);
        assert_eq!(rows(&map).iter().map(|n| n.activity.as_str()).collect::<Vec<_>>(), names);
    }

    #[test]
    fn what_does_not_fit_is_named() {
        let nodes: Vec<(&str, &str)> = ["A", "B", "C", "D", "E", "F"].map(|name| (name, "stage")).to_vec();
        let from_a = [("A", "C", 9), ("A", "D", 8), ("A", "E", 7), ("A", "F", 6), ("B", "F", 1), ("B", "B", 1)];
        let flow = map(&made(&nodes, &from_a)).map(|f| f.left_out).unwrap_or_default();
        let names: Vec<(&str, &str)> = flow.iter().map(|e| (e.from.as_str(), e.to.as_str())).collect();
        assert_eq!(names, [("B", "F"), ("B", "B")]);
    }

    #[test]
    fn moves_are_told_in_words() {
        let flow = map(&made(&[("Stage: A", "stage"), ("Won", "won")], &[("Stage: A", "Won", 3)]));
        let picture = flow.map(|f| f.picture);
        assert_eq!(picture.as_ref().map(|p| p.alt.as_str()), Some("Moves between stages: A to Won: 3."));
        let svg = picture.map(|p| p.svg).unwrap_or_default();
        assert!(svg.contains(">3<") && svg.contains(">10 days<") && !svg.contains("Stage: "), "{svg}");
    }

    #[test]
    fn no_activities_no_picture() {
        assert_eq!(map(&ProcessMap::default()), None);
    }
}
