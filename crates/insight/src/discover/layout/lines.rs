//! From places in layers to points, curves and the size of the drawing.

use super::{
    Direction, Drawn, GAP, Graph, Layout, MARGIN, Point,
    layers::{Layers, SIDE},
};

/// Radius of corners.
const CORNER: f64 = 7.0;
/// How far across a line goes between two layers for it to need room of its own, and that room.
const FAR: f64 = 120.0;
const SLOPE: f64 = 3.0;
/// Between two lines that leave a box side by side.
const PORT: f64 = 15.0;

/// Draws the whole, turned as asked.
pub(super) fn draw(graph: &Graph, layers: &Layers, x: &[f64], back: &[bool], direction: Direction) -> Layout {
    let pen = Pen::new(graph, layers, x, back);
    let mut lines: Vec<Drawn> = (0..graph.lines.len()).map(|i| pen.line(i)).collect();
    let mut boxes: Vec<Point> = (0..graph.boxes.len()).map(|i| pen.middle(i)).collect();
    let (from, to) = bounds(graph, &boxes, &lines);
    let moved = |(a, b): Point| (round(a - from.0 + MARGIN), round(b - from.1 + MARGIN));
    let turned = |(a, b): Point| if direction == Direction::Right { (b, a) } else { (a, b) };
    boxes.iter_mut().for_each(|p| *p = turned(moved(*p)));
    for (i, line) in lines.iter_mut().enumerate() {
        line.points.iter_mut().for_each(|p| *p = moved(*p));
        let own = graph.lines[i].from == graph.lines[i].to;
        line.path = if own { loop_path(&line.points, turned) } else { path(&line.points, turned) };
        line.points.iter_mut().for_each(|p| *p = turned(*p));
        line.label = turned(moved(line.label));
    }
    let (width, height) = turned((to.0 - from.0 + 2.0 * MARGIN, to.1 - from.1 + 2.0 * MARGIN));
    Layout { boxes, lines, width: width.ceil(), height: height.ceil() }
}

fn round(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

struct Pen<'a> {
    graph: &'a Graph,
    layers: &'a Layers,
    x: &'a [f64],
    back: &'a [bool],
    /// Top and bottom of each layer.
    layer: Vec<(f64, f64)>,
    /// Distance from the middle of a box at which each line leaves and reaches it; the rank at the side for lines
    /// that lead back.
    ports: Vec<(f64, f64)>,
}

impl<'a> Pen<'a> {
    fn new(graph: &'a Graph, layers: &'a Layers, x: &'a [f64], back: &'a [bool]) -> Self {
        let mut top = 0.0;
        let mut layer = Vec::new();
        for (i, order) in layers.order.iter().enumerate() {
            let high = order.iter().filter_map(|item| graph.boxes.get(*item)).map(|b| b.height);
            let high = if i % 2 == 0 { high.fold(0.0, f64::max) } else { graph.label.1 };
            layer.push((top, top + high));
            let far =
                |item: &usize| layers.below[*item].iter().filter(|(to, _)| (x[*to] - x[*item]).abs() > FAR).count();
            let slopes = order.iter().map(far).sum::<usize>();
            top += high + GAP + SLOPE * slopes.min(10) as f64;
        }
        let mut pen = Self { graph, layers, x, back, layer, ports: vec![(0.0, 0.0); graph.lines.len()] };
        for node in 0..graph.boxes.len() {
            pen.spread(node, true);
            pen.spread(node, false);
            pen.stagger(node);
        }
        pen
    }

    fn middle(&self, node: usize) -> Point {
        let (top, bottom) = self.layer[self.layers.layer[node]];
        (self.x[node], (top + bottom) / 2.0)
    }

    /// The item next to an end of a line.
    fn next(&self, line: usize, upper: bool) -> usize {
        let (chain, l) = (&self.layers.chains[line], self.graph.lines[line]);
        let far = if (self.layers.layer[l.from] < self.layers.layer[l.to]) == upper { l.to } else { l.from };
        let near = if upper { chain.first() } else { chain.last() };
        near.copied().unwrap_or(far)
    }

    /// Forward lines leave a box side by side, in the order of where they go, and reach it so.
    fn spread(&mut self, node: usize, out: bool) {
        let ends = |l: &super::Line| if out { l.from } else { l.to };
        let mine = |i: &usize| {
            let l = &self.graph.lines[*i];
            ends(l) == node && l.from != l.to && !self.back[*i]
        };
        let mut lines: Vec<usize> = (0..self.graph.lines.len()).filter(mine).collect();
        lines.sort_by(|a, b| self.x[self.next(*a, out)].total_cmp(&self.x[self.next(*b, out)]));
        let Some(last) = lines.len().checked_sub(1) else { return };
        let near = |i: &usize| (self.x[self.next(lines[*i], out)] - self.x[node]).abs();
        let centre = (0..lines.len()).min_by(|a, b| near(a).total_cmp(&near(b))).unwrap_or(0);
        let widest = centre.max(last - centre).max(1) as f64;
        let room = (self.graph.boxes[node].width / 2.0 - 12.0).max(0.0);
        let step = PORT.min(room / widest);
        for (i, line) in lines.into_iter().enumerate() {
            let shift = (i as f64 - centre as f64) * step;
            if out {
                self.ports[line].0 = shift;
            } else {
                self.ports[line].1 = shift;
            }
        }
    }

    /// Lines that lead back get ranks at the sides of a box.
    fn stagger(&mut self, node: usize) {
        let mut used = [0.0, 0.0];
        for i in 0..self.graph.lines.len() {
            let l = self.graph.lines[i];
            if !self.back[i] || (l.from != node && l.to != node) {
                continue;
            }
            let at = usize::from(self.side(i, l.from == node) > 0.0);
            if l.from == node {
                self.ports[i].0 = used[at];
            } else {
                self.ports[i].1 = used[at];
            }
            used[at] += 1.0;
        }
    }

    /// Side at which a line that leads back leaves (or reaches) its box: 1 right, −1 left.
    fn side(&self, line: usize, leaves: bool) -> f64 {
        let l = self.graph.lines[line];
        let node = if leaves { l.from } else { l.to };
        let loops = self.graph.lines.iter().any(|l| l.from == node && l.to == node);
        let away = self.x[self.next(line, !leaves)] - self.x[node];
        if loops || away < 0.0 { -1.0 } else { 1.0 }
    }

    fn line(&self, i: usize) -> Drawn {
        let l = self.graph.lines[i];
        if l.from == l.to {
            return self.own(l.from);
        }
        let points = if self.back[i] { self.backward(i) } else { self.forward(i) };
        let label = self.layers.labels[i].map(|item| {
            let (top, bottom) = self.layer[self.layers.layer[item]];
            (self.x[item], (top + bottom) / 2.0)
        });
        Drawn { points, label: label.unwrap_or_default(), back: self.back[i], ..Drawn::default() }
    }

    fn forward(&self, i: usize) -> Vec<Point> {
        let l = self.graph.lines[i];
        let (from, to) = (self.middle(l.from), self.middle(l.to));
        let (out, into) = self.ports[i];
        let mut points = vec![(from.0 + out, from.1 + self.graph.boxes[l.from].height / 2.0)];
        for item in &self.layers.chains[i] {
            let (top, bottom) = self.layer[self.layers.layer[*item]];
            points.extend([(self.x[*item], top), (self.x[*item], bottom)]);
        }
        points.push((to.0 + into, to.1 - self.graph.boxes[l.to].height / 2.0));
        points
    }

    fn backward(&self, i: usize) -> Vec<Point> {
        let l = self.graph.lines[i];
        let (out, into) = self.ports[i];
        let end = |node: usize, leaves: bool, rank: f64| {
            let (x, y) = self.middle(node);
            let rank = rank.min(3.0);
            let side = self.side(i, leaves);
            let half = self.graph.boxes[node].width / 2.0;
            let y = if leaves { y - 4.0 - 4.0 * rank } else { y + 4.0 + 4.0 * rank };
            let (top, bottom) = self.layer[self.layers.layer[node]];
            let away = x + side * (half + SIDE / 2.0 - 5.0 - 2.0 * rank);
            [(x + side * half, y), (away, y), (away, if leaves { top } else { bottom })]
        };
        let mut points = end(l.from, true, out).to_vec();
        for item in self.layers.chains[i].iter().rev() {
            let (top, bottom) = self.layer[self.layers.layer[*item]];
            points.extend([(self.x[*item], bottom), (self.x[*item], top)]);
        }
        points.extend(end(l.to, false, into).into_iter().rev());
        points
    }

    /// A line from a box to itself.
    fn own(&self, node: usize) -> Drawn {
        let (x, y) = self.middle(node);
        let drawn = self.graph.boxes[node];
        let (side, high) = (x + drawn.width / 2.0, drawn.height * 0.22);
        let points = vec![
            (side, y - high),
            (side + SIDE - 6.0, y - 2.0 * high),
            (side + SIDE - 6.0, y + 2.0 * high),
            (side, y + high),
        ];
        let label = (side + SIDE - 6.0 + self.graph.label.0 / 2.0, y);
        Drawn { points, label, ..Drawn::default() }
    }
}

fn bounds(graph: &Graph, boxes: &[Point], lines: &[Drawn]) -> (Point, Point) {
    let corners = boxes.iter().zip(&graph.boxes).map(|(p, b)| (*p, (b.width / 2.0, b.height / 2.0)));
    let labels = lines.iter().map(|l| (l.label, (graph.label.0 / 2.0, graph.label.1 / 2.0)));
    let points = lines.iter().flat_map(|l| l.points.iter().map(|p| (*p, (0.0, 0.0))));
    let (mut from, mut to) = ((f64::MAX, f64::MAX), (f64::MIN, f64::MIN));
    for ((x, y), (w, h)) in corners.chain(labels).chain(points) {
        from = (from.0.min(x - w), from.1.min(y - h));
        to = (to.0.max(x + w), to.1.max(y + h));
    }
    (from, to)
}

fn write((x, y): Point) -> String {
    format!("{} {}", round(x), round(y))
}

fn loop_path(points: &[Point], turned: impl Fn(Point) -> Point) -> String {
    match points {
        [a, b, c, d] => {
            format!("M{}C{} {} {}", write(turned(*a)), write(turned(*b)), write(turned(*c)), write(turned(*d)))
        }
        _ => String::new(),
    }
}

/// Straight where a piece goes along or across, a curve where it slopes; right angles are rounded.
fn path(points: &[Point], turned: impl Fn(Point) -> Point) -> String {
    let Some((first, rest)) = points.split_first() else { return String::new() };
    let at = |p: Point| write(turned(p));
    let mut d = format!("M{}", at(*first));
    let mut before = *first;
    for (i, point) in rest.iter().enumerate() {
        let level = |a: Point, b: Point| (a.1 - b.1).abs() < 0.5;
        let upright = |a: Point, b: Point| (a.0 - b.0).abs() < 0.5;
        match rest.get(i + 1) {
            Some(next)
                if level(before, *point) && upright(*point, *next)
                    || upright(before, *point) && level(*point, *next) =>
            {
                let (a, b) = (near(*point, before), near(*point, *next));
                d.push_str(&format!("L{}Q{} {}", at(a), at(*point), at(b)));
            }
            _ if level(before, *point) || upright(before, *point) => d.push_str(&format!("L{}", at(*point))),
            _ => {
                let half = (before.1 + point.1) / 2.0;
                d.push_str(&format!("C{} {} {}", at((before.0, half)), at((point.0, half)), at(*point)));
            }
        }
        before = *point;
    }
    d
}

/// The point beside a corner at which its rounding begins.
fn near(corner: Point, neighbour: Point) -> Point {
    let (dx, dy) = (neighbour.0 - corner.0, neighbour.1 - corner.1);
    let part = (CORNER / dx.hypot(dy).max(0.01)).min(0.5);
    (corner.0 + dx * part, corner.1 + dy * part)
}
